///The error codes, each once.
pub static CODES: ::errcode::Catalog = {
    use ::errcode::__private0 as __errcode;
    const __SEGMENTS: &[__errcode::Segment] = &[
        __errcode::Segment::Inner(&<JobError as __errcode::ErrorCodes>::CODES),
        __errcode::Segment::Inner(&<auth::AuthError as __errcode::ErrorCodes>::CODES),
    ];
    const __SOURCES: __errcode::Sources = __errcode::listed(__SEGMENTS);
    const __LEN: __errcode::std::primitive::usize = __errcode::count(__SOURCES);
    const __TABLE: &__errcode::Table<__LEN, { __errcode::slots(__LEN) }> = &__errcode::Table::new(
        __SOURCES,
    );
    const _: () = {
        const __LEN: __errcode::std::primitive::usize = __TABLE.report_len(0);
        if __LEN > 0 {
            const __TEXT: [__errcode::std::primitive::u8; __LEN] = __TABLE.report(0);
            __errcode::fail(&__TEXT);
        }
    };
    const _: () = {
        const __LEN: __errcode::std::primitive::usize = __TABLE.report_len(1);
        if __LEN > 0 {
            const __TEXT: [__errcode::std::primitive::u8; __LEN] = __TABLE.report(1);
            __errcode::fail(&__TEXT);
        }
    };
    static __SPECS: [__errcode::std::option::Option<
        &'static __errcode::CodeSpec,
    >; __TABLE.specs_len()] = __TABLE.specs();
    static __SLOTS: [__errcode::std::primitive::u32; __errcode::slots(
        __TABLE.specs_len(),
    )] = __errcode::index(&__SPECS);
    static __RETIRED: [&__errcode::std::primitive::str; __TABLE.retired_len()] = __TABLE
        .retired_codes();
    __errcode::catalog(
        &__SPECS,
        &__SLOTS,
        &__RETIRED,
        __errcode::std::option::Option::None,
    )
};
