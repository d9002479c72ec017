mod __errcode_domain_Coordinator {
    ///The domain of the error codes.
    pub struct Coordinator<__Claim: ?::core::marker::Sized = ()>(
        ::core::marker::PhantomData<fn() -> *const __Claim>,
    );
}
pub use __errcode_domain_Coordinator::Coordinator;
#[doc(hidden)]
pub(crate) use ::errcode::__private0::claims as Coordinator;
const _: () = {
    use ::errcode::__private0 as __errcode;
    #[automatically_derived]
    impl __errcode::Domain for Coordinator {
        const NAME: ::core::option::Option<&'static __errcode::std::primitive::str> = ::core::option::Option::Some(
            "api.example.com",
        );
        const DOCS_URL: ::core::option::Option<
            &'static __errcode::std::primitive::str,
        > = ::core::option::Option::None;
        const CATALOG: ::core::option::Option<&'static __errcode::Catalog> = ::core::option::Option::Some(
            &CODES,
        );
        const ORIGIN: &'static __errcode::std::primitive::str = ::core::concat!(
            ::core::module_path!(), "::Coordinator  2edb689d835a2189"
        );
        type Envelope = House;
    }
};
