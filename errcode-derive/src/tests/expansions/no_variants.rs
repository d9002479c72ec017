const _: () = {
    use ::errcode::__private0 as __errcode;
    static __SPECS: [__errcode::CodeSpec; 0] = [];
    #[automatically_derived]
    impl __errcode::ApiError for Never {
        fn spec(&self) -> &'static __errcode::CodeSpec {
            match *self {}
        }
        fn message(
            &self,
        ) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
            match *self {}
        }
    }
    const __OWNER: __errcode::Owner = __errcode::owner(
        "Never",
        ::core::concat!(::core::module_path!(), " Never  28a4ddb3b0d06115"),
        "",
        "",
    );
    #[automatically_derived]
    impl __errcode::ErrorCodes for Never {
        const CODES: __errcode::Codes = __errcode::own(__OWNER, &__SPECS, &[]);
    }
    #[automatically_derived]
    impl __errcode::HasEnvelope for Never {
        type Envelope = __errcode::Problem;
    }
};
