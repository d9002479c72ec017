const _: () = {
    use ::errcode::__private0 as __errcode;
    static __MORE: [__errcode::More; 1] = [
        __errcode::More {
            details: &[__errcode::DetailSpec::new("what", __errcode::DetailKind::Str)],
            headers: &[],
            retry_after: 0,
            page: "",
            domain: __errcode::DomainPart::Named(""),
        },
    ];
    static __SPECS: [__errcode::CodeSpec; 1] = [
        __errcode::CodeSpec {
            __row: __errcode::Row {
                hash: 0x83abe3efdc965171,
                status: 404,
                flags: 0x0,
                promises: 0x47c039b2be5b1b2e,
                facts: __errcode::Facts::Derived(
                    "NOT_FOUNDNotFound",
                    [0x2200011000088000440002200009, 0x200000000088000440002200011],
                    &__MORE,
                ),
            },
        },
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
