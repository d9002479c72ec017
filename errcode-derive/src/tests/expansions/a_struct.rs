const _: () = {
    use ::errcode::__private0 as __errcode;
    static __SPECS: [__errcode::CodeSpec; 1] = [
        __errcode::CodeSpec::new("NOT_FOUND", __errcode::status(404u16))
            .with_variant("NotFound")
            .with_location("")
            .with_details(
                &[__errcode::DetailSpec::new("what", __errcode::DetailKind::Str)],
            )
            .with_promises(5170195812081933102u64),
    ];
    #[automatically_derived]
    impl __errcode::ApiError for NotFound {
        fn spec(&self) -> &'static __errcode::CodeSpec {
            &__SPECS[match self {
                Self { .. } => 0,
            }]
        }
        fn message(
            &self,
        ) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
            match self {
                Self { what: __field_0, .. } => {
                    __errcode::written_message(
                        self,
                        ::core::format_args!("no {what}", what = __field_0),
                    )
                }
            }
        }
        fn details(&self) -> __errcode::Details<'_> {
            match self {
                Self { .. } => __errcode::Details::new(self),
            }
        }
    }
    #[automatically_derived]
    impl __errcode::VisitDetails for NotFound {
        fn visit_details(&self, visitor: &mut __errcode::DetailVisitor<'_>) {
            match self {
                Self { what: __field_0, .. } => {
                    <String as __errcode::DetailField>::record(
                        __field_0,
                        "what",
                        visitor,
                    );
                }
            }
        }
    }
    const __OWNER: __errcode::Owner = __errcode::owner(
        "NotFound",
        ::core::concat!(::core::module_path!(), " NotFound  f2727a583bce6420"),
        "",
        "",
    );
    #[automatically_derived]
    impl __errcode::ErrorCodes for NotFound {
        const CODES: __errcode::Codes = __errcode::own(__OWNER, &__SPECS, &[]);
    }
    #[automatically_derived]
    impl __errcode::HasEnvelope for NotFound {
        type Envelope = __errcode::Problem;
    }
};
