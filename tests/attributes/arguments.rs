//! `message` with arguments.

use errcode::ApiError;

#[derive(Debug)]
struct Lookup(Vec<u8>);

impl Lookup {
    fn describe(&self) -> String {
        format!("{} entries", self.0.len())
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
enum E {
    #[error("x")]
    #[api(code = "METHOD", status = 400, message("{}", .lookup.describe()))]
    Method { lookup: Lookup },
    #[error("x")]
    #[api(code = "NAMED", status = 400, message("{n} jobs of {user}, {n:>3}", n = jobs.len()))]
    Named { jobs: Vec<u8>, user: String },
    #[error("x")]
    #[api(code = "TUPLE", status = 400, message("{} and {1}, {x:?}", .0.describe().to_uppercase(), x = (.1 + 1, max(*.1, 9))))]
    Tuple(Lookup, u32),
    #[error("x")]
    #[api(code = "CLOSURE", status = 400, message("{}", jobs.iter().map(|jobs| format!("{jobs}")).collect::<Vec<_>>().join(".")))]
    Closure { jobs: Vec<u8> },
    #[error("x")]
    #[api(code = "GENERIC", status = 400, message("{} {}", jobs.iter().map(|job| (*job, ())).collect::<BTreeMap<_, _>>().len(), 1 << 2))]
    Generic { jobs: Vec<u8> },
    #[error("x")]
    #[api(code = "CAPTURED", status = 400, message("{}", format!("{user:>width$}, {{}}").to_uppercase()))]
    Captured { user: String, width: usize },
    #[error("x")]
    #[api(code = "CAPTURED_OF_A_TUPLE", status = 400, message("{}", format!("{_0:?}")))]
    CapturedOfATuple(u8),
    #[error("x")]
    #[api(code = "FILL", status = 400, message = "{id:$>8}|{id:>width$}")]
    Fill { id: u8, width: usize },
}

use std::{cmp::max, collections::BTreeMap};

#[test]
fn arguments_are_expressions_over_the_fields() {
    assert_eq!(E::Method { lookup: Lookup(vec![1]) }.message(), "1 entries");
    assert_eq!(E::Named { jobs: vec![1, 2], user: "u".into() }.message(), "2 jobs of u,   2");
    assert_eq!(E::Tuple(Lookup(vec![]), 4).message(), "0 ENTRIES and 4, (5, 9)");
    assert_eq!(E::Closure { jobs: vec![1, 2] }.message(), "1.2");
    assert_eq!(E::Generic { jobs: vec![1, 1, 2] }.message(), "2 4");
    assert_eq!(E::Captured { user: "u".into(), width: 3 }.message(), "  U, {}");
    assert_eq!(E::CapturedOfATuple(7).message(), "7");
    assert_eq!(E::Fill { id: 5, width: 3 }.message(), "$$$$$$$5|  5");
}
