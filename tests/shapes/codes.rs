//! `ErrorCodes::CODES`.

use errcode::{ApiError, CodeSpec, Codes, ErrorCodes};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
enum Auth {
    #[api(code = "AUTH_B")]
    B,
    #[api(code = "AUTH_A")]
    A,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
enum Job {
    #[api(code = "JOB_Z")]
    Z,
    #[error(transparent)]
    #[api(transparent)]
    Auth(#[from] Auth),
    #[api(code = "JOB_A")]
    A,
    #[api(code = "JOB_M")]
    M,
}

const LEN: usize = Job::CODES.len();
static CODES: Codes = Job::CODES;

fn codes(codes: impl IntoIterator<Item = &'static CodeSpec>) -> Vec<&'static str> {
    codes.into_iter().map(CodeSpec::code).collect()
}

#[test]
fn codes_come_in_the_order_of_declaration() {
    assert_eq!(codes(Job::CODES), ["JOB_Z", "AUTH_B", "AUTH_A", "JOB_A", "JOB_M"]);
    let by_reference: Vec<_> = (&CODES).into_iter().map(CodeSpec::code).collect();
    assert_eq!(by_reference, codes(Job::CODES.iter()));
}

#[test]
fn codes_are_known_while_compiling() {
    assert_eq!(LEN, 5);
    assert_eq!(CODES.len(), 5);
    const { assert!(!Job::CODES.is_empty()) };
}

#[test]
fn the_iterator_knows_how_many_are_left() {
    let mut iter = Job::CODES.iter();
    assert_eq!(iter.len(), 5);
    iter.next();
    iter.next();
    assert_eq!(iter.len(), 3);
    assert_eq!(iter.clone().count(), 3);
    assert_eq!(iter.by_ref().last().map(CodeSpec::code), Some("JOB_M"));
    assert_eq!(iter.next(), None);
    assert_eq!(iter.len(), 0);
}

#[test]
fn a_listed_spec_is_the_one_an_error_has() {
    for error in [Job::Z, Job::from(Auth::B), Job::from(Auth::A), Job::A, Job::M] {
        let listed = Job::CODES.iter().find(|spec| spec.code() == error.code()).unwrap();
        assert!(std::ptr::eq(listed, error.spec()), "{error:?}");
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Diamond {
    #[error(transparent)]
    #[api(transparent)]
    Job(Job),
    #[error(transparent)]
    #[api(transparent)]
    Auth(Auth),
    #[error(transparent)]
    #[api(transparent)]
    BoxedAuth(Box<Auth>),
}

#[test]
fn an_enum_reached_by_several_ways_counts_once() {
    assert_eq!(Diamond::Auth(Auth::A).code(), Diamond::BoxedAuth(Box::new(Auth::A)).code());
    assert_eq!(Diamond::Job(Job::A).code(), "JOB_A");
    assert_eq!(codes(Diamond::CODES), codes(Job::CODES));
    assert_eq!(Diamond::CODES.len(), 5);
}
