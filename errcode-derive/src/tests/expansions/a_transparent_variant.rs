const _: () = {
    use ::errcode::__private0 as __errcode;
    const __INNER_1: __errcode::Inner<AuthError> = <AuthError as __errcode::Transparent>::INNER;
    static __SPECS: [__errcode::CodeSpec; 1] = [
        __errcode::CodeSpec {
            __row: __errcode::Row {
                hash: 0x5908045562cea6c7,
                status: 404,
                flags: 0x4000,
                promises: 0x54d1ac1a80d78ffc,
                facts: __errcode::Facts::Derived(
                    "JOB_LOSTJobError::Lost",
                    [0x2c000160000b0000580002c00008, 0xb0000580002c00016],
                    &[],
                ),
            },
        },
    ];
    #[automatically_derived]
    impl __errcode::ApiError for JobError {
        fn spec(&self) -> &'static __errcode::CodeSpec {
            &__SPECS[match self {
                Self::Lost { .. } => 0,
                Self::Auth { 0: __field_0, .. } => {
                    return __errcode::ApiError::spec((__INNER_1.error)(__field_0));
                }
                Self::Nested { 0: __field_0, .. } => {
                    return __errcode::ApiError::spec({
                        let __inner: &dyn __errcode::ApiError = &**__field_0;
                        __inner
                    });
                }
            }]
        }
        fn message(
            &self,
        ) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
            match self {
                Self::Auth { 0: __field_0, .. } => {
                    __errcode::ApiError::message((__INNER_1.error)(__field_0))
                }
                Self::Nested { 0: __field_0, .. } => {
                    __errcode::ApiError::message({
                        let __inner: &dyn __errcode::ApiError = &**__field_0;
                        __inner
                    })
                }
                _ => __errcode::default_message(self),
            }
        }
        fn code(&self) -> &'static __errcode::std::primitive::str {
            match self {
                Self::Auth { 0: __field_0, .. } => {
                    __errcode::ApiError::code((__INNER_1.error)(__field_0))
                }
                Self::Nested { 0: __field_0, .. } => {
                    __errcode::ApiError::code({
                        let __inner: &dyn __errcode::ApiError = &**__field_0;
                        __inner
                    })
                }
                _ => __errcode::CodeSpec::code(__errcode::ApiError::spec(self)),
            }
        }
        fn status(&self) -> __errcode::http::StatusCode {
            match self {
                Self::Auth { 0: __field_0, .. } => {
                    __errcode::ApiError::status((__INNER_1.error)(__field_0))
                }
                Self::Nested { 0: __field_0, .. } => {
                    __errcode::ApiError::status({
                        let __inner: &dyn __errcode::ApiError = &**__field_0;
                        __inner
                    })
                }
                _ => __errcode::CodeSpec::status(__errcode::ApiError::spec(self)),
            }
        }
        fn is_retryable(&self) -> __errcode::std::primitive::bool {
            match self {
                Self::Auth { 0: __field_0, .. } => {
                    __errcode::ApiError::is_retryable((__INNER_1.error)(__field_0))
                }
                Self::Nested { 0: __field_0, .. } => {
                    __errcode::ApiError::is_retryable({
                        let __inner: &dyn __errcode::ApiError = &**__field_0;
                        __inner
                    })
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
                Self::Auth { 0: __field_0, .. } => {
                    __errcode::ApiError::retry_after((__INNER_1.error)(__field_0))
                }
                Self::Nested { 0: __field_0, .. } => {
                    __errcode::ApiError::retry_after({
                        let __inner: &dyn __errcode::ApiError = &**__field_0;
                        __inner
                    })
                }
                _ => __errcode::CodeSpec::retry_after(__errcode::ApiError::spec(self)),
            }
        }
        fn headers(&self) -> __errcode::http::HeaderMap {
            let mut __headers = __errcode::http::HeaderMap::new();
            match self {
                Self::Auth { 0: __field_0, .. } => {
                    __errcode::inherit_headers(
                        &mut __headers,
                        __errcode::ApiError::headers((__INNER_1.error)(__field_0)),
                    );
                }
                Self::Nested { 0: __field_0, .. } => {
                    __errcode::inherit_headers(
                        &mut __headers,
                        __errcode::ApiError::headers({
                            let __inner: &dyn __errcode::ApiError = &**__field_0;
                            __inner
                        }),
                    );
                }
                _ => {}
            }
            __headers
        }
        fn details(&self) -> __errcode::Details<'_> {
            match self {
                Self::Auth { 0: __field_0, .. } => {
                    __errcode::ApiError::details((__INNER_1.error)(__field_0))
                }
                Self::Nested { 0: __field_0, .. } => {
                    __errcode::ApiError::details({
                        let __inner: &dyn __errcode::ApiError = &**__field_0;
                        __inner
                    })
                }
                _ => __errcode::Details::empty(),
            }
        }
        fn field_errors(&self) -> ::core::option::Option<&__errcode::FieldErrors> {
            match self {
                Self::Auth { 0: __field_0, .. } => {
                    __errcode::ApiError::field_errors((__INNER_1.error)(__field_0))
                }
                Self::Nested { 0: __field_0, .. } => {
                    __errcode::ApiError::field_errors({
                        let __inner: &dyn __errcode::ApiError = &**__field_0;
                        __inner
                    })
                }
                _ => ::core::option::Option::None,
            }
        }
    }
    const __OWNER: __errcode::Owner = __errcode::owner(
        "JobError",
        ::core::concat!(::core::module_path!(), " JobError  66022d69adc8cf93"),
        "",
        "",
    );
    const __RUN_0: &[__errcode::CodeSpec] = __errcode::range(&__SPECS, 0, 1);
    static __SOURCES: __errcode::Sources = __errcode::sources(
        __OWNER,
        &[
            __errcode::Segment::Own(__RUN_0),
            __errcode::Segment::Inner(&__INNER_1.codes),
            __errcode::Segment::Retired(&[]),
        ],
    );
    const __LEN: __errcode::std::primitive::usize = __errcode::count(&__SOURCES);
    static __TABLE: __errcode::Table<__LEN, { __errcode::slots(__LEN) }> = __errcode::Table::new(
        &__SOURCES,
    );
    static __PLACES: [__errcode::std::primitive::u64; __TABLE.entries_len()] = __TABLE
        .places();
    static __HASHES: [__errcode::std::primitive::u64; __TABLE.entries_len()] = __TABLE
        .hashes();
    static __MERGED: __errcode::Merged = __errcode::merged(
        &__SOURCES,
        &__PLACES,
        &__HASHES,
        __TABLE.used_len(),
    );
    const _: () = {
        const __LEN: __errcode::std::primitive::usize = __TABLE.report_len(1);
        if __LEN > 0 {
            const __TEXT: [__errcode::std::primitive::u8; __LEN] = __TABLE.report(1);
            __errcode::fail(&__TEXT);
        }
    };
    #[automatically_derived]
    impl __errcode::ErrorCodes for JobError {
        const CODES: __errcode::Codes = __errcode::flat(__OWNER, &__MERGED);
    }
    #[automatically_derived]
    impl __errcode::HasEnvelope for JobError {
        type Envelope = __errcode::Problem;
    }
};
