//! The keys of each place with their values. Every key of the [schema](super::schema) has a field here; a test holds
//! both to each other.

use syn::{Path, Type};

use super::{
    arg::{Arg, SpannedKey},
    entries::{Entries, Entry},
    value::{
        Code, FieldDetail, FieldHeader, Flag, MessageArgs, Seconds, StaticDetail, StaticHeader,
        StatusExpr, Strings, Value,
    },
};
use crate::{diagnostics::Errors, literal::Str};

macro_rules! args {
    ($(#[$doc:meta])* $name:ident {
        $($field:ident: $ty:ty = $key:literal,)*
        $(; $($list:ident: $item:ty = $list_key:literal,)*)?
    }) => {
        $(#[$doc])*
        pub(crate) struct $name {
            $(pub(crate) $field: Arg<$ty>,)*
            $($(pub(crate) $list: Vec<SpannedKey<$item>>,)*)?
        }

        impl $name {
            pub(super) fn take(entries: &mut Entries, errors: &mut Errors) -> Self {
                let mut args = Self {
                    $($field: Arg::Absent,)*
                    $($($list: Vec::new(),)*)?
                };
                for (key, entry) in entries.take() {
                    match key.name {
                        $($key => one(&mut args.$field, entry, errors),)*
                        $($($list_key => many(&mut args.$list, entry, errors),)*)?
                        _ => entries.leave(key, entry),
                    }
                }
                args
            }

            /// Marks a key as one that is not missing, but stands elsewhere.
            #[allow(dead_code)] // No key of a field is missed there.
            pub(super) fn report(&mut self, key: &str) {
                match key {
                    $($key => self.$field.report(),)*
                    _ => {}
                }
            }

            #[cfg(test)]
            const KEYS: &[&str] = &[$($key,)* $($($list_key,)*)?];
        }
    };
}

args! {
    /// The keys of an enum; for a struct those that are not keys of a variant.
    ContainerArgs {
        prefix: Str = "prefix",
        category: Str = "category",
        docs_url: Str = "docs_url",
        resolution: Str = "resolution",
        status: StatusExpr = "status",
        retryable: bool = "retryable",
        expose: Flag = "expose",
        retired: Strings = "retired",
        shared: Strings = "shared",
        code_style: Str = "code_style",
        domain: Path = "domain",
        envelope: Type = "envelope",
        axum: Flag = "axum",
        actix_web: Flag = "actix_web",
        krate: Path = "crate",
    }
}

args! {
    /// The keys of a variant.
    VariantArgs {
        code: Code = "code",
        status: StatusExpr = "status",
        retryable: bool = "retryable",
        message: MessageArgs = "message",
        expose: Flag = "expose",
        title: Str = "title",
        description: Str = "description",
        resolution: Str = "resolution",
        category: Str = "category",
        since: Str = "since",
        deprecated: Str = "deprecated",
        docs_url: Str = "docs_url",
        page: Str = "page",
        retry_after: Seconds = "retry_after",
        transparent: Flag = "transparent",
        ;
        headers: StaticHeader = "header",
        details: StaticDetail = "detail",
    }
}

args! {
    /// The keys of a field.
    FieldArgs {
        detail: FieldDetail = "detail",
        header: FieldHeader = "header",
        status: Flag = "status",
        retry_after: Flag = "retry_after",
        field_errors: Flag = "field_errors",
        transparent: Flag = "transparent",
    }
}

fn one<T: Value>(arg: &mut Arg<T>, entry: Option<Entry>, errors: &mut Errors) {
    let Some(entry) = entry else {
        return arg.report();
    };
    *arg = match errors.handle(T::read(&entry)) {
        Some(value) => Arg::Given(SpannedKey { key: entry.key, value }),
        None => Arg::Reported,
    };
}

fn many<T: Value>(list: &mut Vec<SpannedKey<T>>, entry: Option<Entry>, errors: &mut Errors) {
    if let Some(entry) = entry
        && let Some(value) = errors.handle(T::read(&entry))
    {
        list.push(SpannedKey { key: entry.key, value });
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::schema::{Target, valid_at},
        *,
    };

    #[test]
    fn every_key_of_the_schema_is_read() {
        for (target, args) in [
            (Target::Enum, ContainerArgs::KEYS),
            (Target::Variant, VariantArgs::KEYS),
            (Target::Field, FieldArgs::KEYS),
        ] {
            let mut expected: Vec<&str> = valid_at(target).map(|key| key.name).collect();
            let mut found = args.to_vec();
            expected.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, expected, "{target:?}");
        }
    }
}
