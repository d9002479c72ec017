///The error codes, each once.
pub static CODES: ::errcode::Catalog = {
    use ::errcode::__private0 as __errcode;
    static __SOURCES: __errcode::Sources = __errcode::listed(
        &[
            __errcode::Segment::Inner(&<JobError as __errcode::ErrorCodes>::CODES),
            __errcode::Segment::Inner(&<auth::AuthError as __errcode::ErrorCodes>::CODES),
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
    static __SLOTS: [__errcode::std::primitive::u32; __errcode::slots(__LEN)] = __TABLE
        .slots();
    __errcode::catalog(&__MERGED, &__SLOTS, __errcode::std::option::Option::None)
};
