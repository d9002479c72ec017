const _: () = {
    use ::errcode::__private0 as __errcode;
    static __DETAILS_0: [__errcode::DetailSpec; 1] = [
        __errcode::DetailSpec::new("what", __errcode::DetailKind::Str),
    ];
    static __SPECS: [__errcode::CodeSpec; 1] = [
        __errcode::row(
            "NOT_FOUND",
            0x83abe3efdc965171,
            404,
            0x0,
            "NotFound",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            0,
            &__DETAILS_0,
            &[],
            0x47c039b2be5b1b2e,
        ),
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
            __errcode::Details::new(self)
        }
    }
    #[automatically_derived]
    impl __errcode::VisitDetails for NotFound {
        fn visit_details(&self, __visitor: &mut __errcode::DetailVisitor<'_>) {
            match self {
                Self { what: __field_0, .. } => {
                    __visitor.record("what", __field_0);
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
