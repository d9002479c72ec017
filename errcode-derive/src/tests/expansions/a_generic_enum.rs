const _: () = {
    use ::errcode::__private0 as __errcode;
    static __MORE: [__errcode::More; 1] = [
        __errcode::More {
            details: &[
                __errcode::DetailSpec::new("value", __errcode::DetailKind::Unknown),
            ],
            headers: &["x-a", "x-b"],
            retry_after: 0,
            page: "",
            domain: __errcode::DomainPart::Named(""),
        },
    ];
    static __SPECS: [__errcode::CodeSpec; 1] = [
        __errcode::CodeSpec {
            __row: __errcode::Row {
                hash: 0xa1698fa4058b9336,
                status: {
                    const __STATUS: __errcode::http::StatusCode = StatusCode::GONE;
                    const _: () = if !__errcode::is_allowed(__STATUS.as_u16()) {
                        __errcode::std::panic!(
                            "this status is not allowed for an error: use 4xx, 5xx, or a 2xx that can have content"
                        )
                    };
                    __STATUS
                }
                    .as_u16(),
                flags: 0x4000,
                promises: 0xf3f6edf6b5079e80,
                facts: __errcode::Facts::Derived(
                    "SHOWNFailure::Shown",
                    [0x26000130000980004c0002600005, 0x2000000000980004c0002600013],
                    &__MORE,
                ),
            },
        },
    ];
    static __HEADER_0: __errcode::http::HeaderName = __errcode::http::HeaderName::from_static(
        "x-a",
    );
    static __HEADER_1: __errcode::http::HeaderName = __errcode::http::HeaderName::from_static(
        "x-b",
    );
    #[automatically_derived]
    impl<'a, T> __errcode::ApiError for Failure<'a, T>
    where
        Failure<'a, T>: __errcode::std::error::Error,
        T: __errcode::Transparent,
        &'a T: __errcode::Serialize,
        &'a T: ::core::fmt::Display,
        &'a T: ::core::fmt::Display,
    {
        fn spec(&self) -> &'static __errcode::CodeSpec {
            &__SPECS[match self {
                Self::Shown { .. } => 0,
                Self::Inner { 0: __field_0, .. } => {
                    return __errcode::ApiError::spec(
                        <T as __errcode::Transparent>::inner(__field_0),
                    );
                }
            }]
        }
        fn message(
            &self,
        ) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
            match self {
                Self::Inner { 0: __field_0, .. } => {
                    __errcode::ApiError::message(
                        <T as __errcode::Transparent>::inner(__field_0),
                    )
                }
                _ => __errcode::default_message(self),
            }
        }
        fn code(&self) -> &'static __errcode::std::primitive::str {
            match self {
                Self::Inner { 0: __field_0, .. } => {
                    __errcode::ApiError::code(
                        <T as __errcode::Transparent>::inner(__field_0),
                    )
                }
                _ => __errcode::CodeSpec::code(__errcode::ApiError::spec(self)),
            }
        }
        fn status(&self) -> __errcode::http::StatusCode {
            match self {
                Self::Inner { 0: __field_0, .. } => {
                    __errcode::ApiError::status(
                        <T as __errcode::Transparent>::inner(__field_0),
                    )
                }
                _ => __errcode::CodeSpec::status(__errcode::ApiError::spec(self)),
            }
        }
        fn is_retryable(&self) -> __errcode::std::primitive::bool {
            match self {
                Self::Inner { 0: __field_0, .. } => {
                    __errcode::ApiError::is_retryable(
                        <T as __errcode::Transparent>::inner(__field_0),
                    )
                }
                _ => {
                    __errcode::CodeSpec::retryable_at(
                        __errcode::ApiError::spec(self),
                        __errcode::ApiError::status(self),
                    )
                }
            }
        }
        fn retry_after(&self) -> ::core::option::Option<__errcode::std::time::Duration> {
            match self {
                Self::Inner { 0: __field_0, .. } => {
                    __errcode::ApiError::retry_after(
                        <T as __errcode::Transparent>::inner(__field_0),
                    )
                }
                _ => __errcode::CodeSpec::retry_after(__errcode::ApiError::spec(self)),
            }
        }
        fn headers(&self) -> __errcode::http::HeaderMap {
            let mut __headers = __errcode::http::HeaderMap::new();
            match self {
                Self::Shown { 0: __field_0, .. } => {
                    __errcode::insert_header(
                        &mut __headers,
                        &__HEADER_0,
                        &::core::format_args!("{field_0}", field_0 = __field_0),
                    );
                    <&'a T as __errcode::HeaderField>::insert(
                        __field_0,
                        &__HEADER_1,
                        &mut __headers,
                    );
                }
                Self::Inner { 0: __field_0, .. } => {
                    __errcode::inherit_headers(
                        &mut __headers,
                        __errcode::ApiError::headers(
                            <T as __errcode::Transparent>::inner(__field_0),
                        ),
                    );
                }
            }
            __headers
        }
        fn details(&self) -> __errcode::Details<'_> {
            match self {
                Self::Shown { .. } => __errcode::Details::new(self),
                Self::Inner { 0: __field_0, .. } => {
                    __errcode::ApiError::details(
                        <T as __errcode::Transparent>::inner(__field_0),
                    )
                }
            }
        }
        fn field_errors(&self) -> ::core::option::Option<&__errcode::FieldErrors> {
            match self {
                Self::Inner { 0: __field_0, .. } => {
                    __errcode::ApiError::field_errors(
                        <T as __errcode::Transparent>::inner(__field_0),
                    )
                }
                _ => ::core::option::Option::None,
            }
        }
    }
    #[automatically_derived]
    impl<'a, T> __errcode::VisitDetails for Failure<'a, T>
    where
        Failure<'a, T>: __errcode::std::error::Error,
        T: __errcode::Transparent,
        &'a T: __errcode::Serialize,
        &'a T: ::core::fmt::Display,
        &'a T: ::core::fmt::Display,
    {
        fn visit_details(&self, __visitor: &mut __errcode::DetailVisitor<'_>) {
            match self {
                Self::Shown { 0: __field_0, .. } => {
                    <&'a T as __errcode::DetailField>::record(
                        __field_0,
                        "value",
                        __visitor,
                    );
                }
                Self::Inner { 0: __field_0, .. } => {
                    __visitor
                        .record_all(
                            __errcode::ApiError::details(
                                <T as __errcode::Transparent>::inner(__field_0),
                            ),
                        );
                }
            }
        }
    }
    const __OWNER: __errcode::Owner = __errcode::owner(
        "Failure",
        ::core::concat!(::core::module_path!(), " Failure  62a3257adeeb14bc"),
        "",
        "",
    );
    const __RUN_0: &[__errcode::CodeSpec] = __errcode::range(&__SPECS, 0, 1);
    #[automatically_derived]
    impl<'a, T> __errcode::ErrorCodes for Failure<'a, T>
    where
        T: __errcode::Transparent,
    {
        const CODES: __errcode::Codes = __errcode::tree(
            __OWNER,
            &[
                __errcode::Segment::Own(__RUN_0),
                __errcode::Segment::Inner(&<T as __errcode::Transparent>::CODES),
                __errcode::Segment::Retired(&[]),
            ],
        );
    }
    #[automatically_derived]
    impl<'a, T> __errcode::HasEnvelope for Failure<'a, T> {
        type Envelope = __errcode::Problem;
    }
};
