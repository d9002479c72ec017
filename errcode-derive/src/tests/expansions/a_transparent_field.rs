const _: () = {
    use ::errcode::__private0 as __errcode;
    const __INNER_0: __errcode::Inner<Code> = <Code as __errcode::Transparent>::INNER;
    static __SPECS: [__errcode::CodeSpec; 0] = [];
    #[automatically_derived]
    impl __errcode::ApiError for Response {
        fn spec(&self) -> &'static __errcode::CodeSpec {
            match self {
                Self { code: __field_0, .. } => {
                    __errcode::ApiError::spec((__INNER_0.error)(__field_0))
                }
            }
        }
        fn message(
            &self,
        ) -> __errcode::std::borrow::Cow<'_, __errcode::std::primitive::str> {
            match self {
                Self { text: __field_2, .. } => {
                    __errcode::written_message(
                        self,
                        ::core::format_args!("{text}", text = __field_2),
                    )
                }
            }
        }
        fn code(&self) -> &'static __errcode::std::primitive::str {
            match self {
                Self { code: __field_0, .. } => {
                    __errcode::ApiError::code((__INNER_0.error)(__field_0))
                }
            }
        }
        fn status(&self) -> __errcode::http::StatusCode {
            match self {
                Self { status: __field_1, .. } => {
                    match <u16 as __errcode::StatusValue>::status(__field_1) {
                        ::core::option::Option::Some(__status) => __status,
                        ::core::option::Option::None => __errcode::status(409),
                    }
                }
            }
        }
        fn is_retryable(&self) -> __errcode::std::primitive::bool {
            match self {
                Self { code: __field_0, .. } => {
                    __errcode::retryable_beside(
                        (__INNER_0.error)(__field_0),
                        __errcode::ApiError::status(self),
                    )
                }
            }
        }
        fn retry_after(&self) -> ::core::option::Option<__errcode::std::time::Duration> {
            match self {
                Self { code: __field_0, .. } => {
                    __errcode::ApiError::retry_after((__INNER_0.error)(__field_0))
                }
            }
        }
        fn headers(&self) -> __errcode::http::HeaderMap {
            let mut __headers = __errcode::http::HeaderMap::new();
            match self {
                Self { code: __field_0, .. } => {
                    __errcode::inherit_headers(
                        &mut __headers,
                        __errcode::ApiError::headers((__INNER_0.error)(__field_0)),
                    );
                }
            }
            __headers
        }
        fn details(&self) -> __errcode::Details<'_> {
            __errcode::Details::new(self)
        }
        fn field_errors(&self) -> ::core::option::Option<&__errcode::FieldErrors> {
            match self {
                Self { code: __field_0, .. } => {
                    __errcode::ApiError::field_errors((__INNER_0.error)(__field_0))
                }
            }
        }
    }
    #[automatically_derived]
    impl __errcode::VisitDetails for Response {
        fn visit_details(&self, __visitor: &mut __errcode::DetailVisitor<'_>) {
            match self {
                Self { code: __field_0, .. } => {
                    __visitor
                        .record_all(
                            __errcode::ApiError::details((__INNER_0.error)(__field_0))
                                .without(&["own"]),
                        );
                    __visitor.record("own", &true);
                }
            }
        }
    }
    const __OWNER: __errcode::Owner = __errcode::owner(
        "Response",
        ::core::concat!(::core::module_path!(), " Response  450567eea14dcc51"),
        "",
        "",
    );
    static __SOURCES: __errcode::Sources = __errcode::sources(
        __OWNER,
        &[__errcode::Segment::Inner(&__INNER_0.codes), __errcode::Segment::Retired(&[])],
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
        const __LEN: __errcode::std::primitive::usize = __TABLE.report_len(0);
        if __LEN > 0 {
            const __TEXT: [__errcode::std::primitive::u8; __LEN] = __TABLE.report(0);
            __errcode::fail(&__TEXT);
        }
    };
    #[automatically_derived]
    impl __errcode::ErrorCodes for Response {
        const CODES: __errcode::Codes = __errcode::flat(__OWNER, &__MERGED);
    }
    #[automatically_derived]
    impl __errcode::HasEnvelope for Response {
        type Envelope = __errcode::Problem;
    }
};
