::core::compile_error! {
    "expected a string literal for `code`, found `JOB_GONE`: write `code = \"JOB_GONE\"`; codes must be string literals so that they can be searched for"
}
const _: () = {
    use ::errcode::__private0 as __errcode;
    static __MORE: [__errcode::More; 1] = [
        __errcode::More {
            details: &[__errcode::DetailSpec::new("id", __errcode::DetailKind::Integer)],
            headers: &[],
            retry_after: 0,
            page: "",
            domain: __errcode::DomainPart::Named(""),
        },
    ];
    static __SPECS: [__errcode::CodeSpec; 2] = [
        __errcode::CodeSpec {
            __row: __errcode::Row {
                hash: 0x5908045562cea6c7,
                status: 404,
                flags: 0x4000,
                promises: 0xd5160dbd6a705708,
                facts: __errcode::Facts::Derived(
                    "JOB_LOSTJobError::Lost",
                    [0x2c000160000b0000580002c00008, 0x2000000000b0000580002c00016],
                    &__MORE,
                ),
            },
        },
        __errcode::CodeSpec::new("", __errcode::status(500)),
    ];
    #[automatically_derived]
    impl __errcode::ApiError for JobError {
        fn spec(&self) -> &'static __errcode::CodeSpec {
            &__SPECS[match self {
                Self::Lost { .. } => 0,
                Self::Gone { .. } => 1,
            }]
        }
        fn message(
            &self,
        ) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
            __errcode::default_message(self)
        }
        fn details(&self) -> __errcode::Details<'_> {
            match self {
                Self::Lost { .. } => __errcode::Details::new(self),
                _ => __errcode::Details::empty(),
            }
        }
    }
    #[automatically_derived]
    impl __errcode::VisitDetails for JobError {
        fn visit_details(&self, __visitor: &mut __errcode::DetailVisitor<'_>) {
            match self {
                Self::Lost { 0: __field_0, .. } => {
                    __visitor.record("id", __field_0);
                }
                _ => {}
            }
        }
    }
    const __OWNER: __errcode::Owner = __errcode::owner(
        "JobError",
        ::core::concat!(::core::module_path!(), " JobError  4caa93a89236b7c8"),
        "",
        "",
    );
    #[automatically_derived]
    impl __errcode::ErrorCodes for JobError {
        const CODES: __errcode::Codes = __errcode::own(
            __OWNER,
            __errcode::range(&__SPECS, 0, 1),
            &[],
        );
    }
    #[automatically_derived]
    impl __errcode::HasEnvelope for JobError {
        type Envelope = __errcode::Problem;
    }
};
