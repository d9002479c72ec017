//! Generic errors. The derive asks of a parameter what the attributes on its fields ask, and nothing more.

use std::{
    error::Error,
    fmt::{self, Debug, Display},
    marker::PhantomData,
};

use errcode::{ApiError, ErrorCodes, FieldErrors, RequestContext, envelope::Problem};
use serde::Serialize;
use serde_json::json;

fn details(error: &dyn ApiError) -> serde_json::Value {
    serde_json::to_value(error.details()).unwrap()
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no {0}")]
#[api(code = "NOT_FOUND", status = 404)]
struct NotFound<Id: Debug + Display>(#[api(detail = "id")] Id);

#[test]
fn a_type_parameter_may_be_a_detail() {
    assert_eq!(details(&NotFound(7)), json!({"id": 7}));
    assert_eq!(NotFound("x").message(), "no x");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 503)]
enum Every<D, H, R, F, M>
where
    D: Debug,
    H: Debug,
    R: Debug,
    F: Debug,
    M: Debug,
{
    #[api(code = "EVERY", message = "{shown} {shown:?}")]
    Every {
        #[api(detail)]
        detail: D,
        #[api(detail)]
        maybe: Option<D>,
        #[api(header = "X-H")]
        header: Option<H>,
        #[api(retry_after)]
        wait: R,
        #[api(field_errors)]
        fields: F,
        shown: M,
    },
    #[api(code = "OTHER")]
    Other(D, H, R, F, M),
}

#[test]
fn each_parameter_is_asked_for_what_its_field_needs() {
    let error = Every::Every {
        detail: vec![1],
        maybe: None,
        header: Some("h"),
        wait: 5_u8,
        fields: FieldErrors::from_iter([("a", "b")]),
        shown: 'm',
    };
    assert_eq!(details(&error), json!({"detail": [1]}));
    assert_eq!(error.headers()["x-h"], "h");
    assert_eq!(error.retry_after().unwrap().as_secs(), 5);
    assert_eq!(error.field_errors().unwrap().len(), 1);
    assert_eq!(error.message(), "m 'm'");
    let other = Every::Other(vec![1], "h", 5_u8, FieldErrors::new(), 'm');
    assert_eq!(other.code(), "OTHER");
}

/// Neither `Display` nor `Serialize`.
#[derive(Debug)]
struct Opaque;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("private")]
#[api(code = "PRIVATE", status = 400)]
struct Private<T: Debug> {
    #[allow(dead_code)]
    inner: T,
}

#[test]
fn a_parameter_of_an_unmarked_field_is_asked_for_nothing() {
    assert_eq!(Private { inner: Opaque }.code(), "PRIVATE");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("at most {N}")]
#[api(code = "TOO_MANY", status = 422)]
struct TooMany<const N: usize, T = u8>
where
    T: Debug,
{
    #[api(detail)]
    items: Vec<T>,
    #[api(detail)]
    limits: Limits<N>,
}

#[derive(Debug)]
struct Limits<const N: usize>;

impl<const N: usize> Serialize for Limits<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(N as u64)
    }
}

#[test]
fn const_parameters_and_defaults_are_kept() {
    let error: TooMany<3> = TooMany { items: vec![1], limits: Limits };
    assert_eq!(error.message(), "at most 3");
    assert_eq!(details(&error), json!({"items": [1], "limits": 3}));
    assert_eq!(TooMany::<3>::CODES.len(), 1);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400)]
enum Borrows<'a, 'b: 'a, T: Debug + ?Sized> {
    #[api(code = "BORROWS", message = "no {name}")]
    Borrows {
        #[api(detail, header = "X-Name")]
        name: &'a str,
        #[api(detail)]
        maybe: Option<&'b str>,
        list: &'b T,
    },
}

#[test]
fn an_error_may_borrow() {
    let name = String::from("nightly");
    let list = [1, 2];
    let error = Borrows::Borrows { name: &name, maybe: None, list: &list[..] };
    let dynamic: &dyn ApiError = &error;
    assert_eq!(dynamic.message(), "no nightly");
    assert_eq!(details(dynamic), json!({"name": "nightly"}));
    let response = errcode::render::<Problem>(dynamic, &RequestContext::new());
    assert_eq!(response.headers()["x-name"], "nightly");
}

trait Store {
    type Id: Debug + Display + Serialize;
    const NAME: &'static str;
}

#[derive(Debug)]
struct Disk;

impl Store for Disk {
    type Id = u64;
    const NAME: &'static str = "disk";
}

#[derive(ApiError)]
#[api(status = 500)]
enum StoreError<S: Store>
where
    S::Id: 'static,
{
    #[api(code = "STORE_FULL", message = "no room for {id}")]
    Full {
        #[api(detail)]
        id: S::Id,
        store: PhantomData<S>,
    },
}

impl<S: Store> Debug for StoreError<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(S::NAME)
    }
}

impl<S: Store> Display for StoreError<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(S::NAME)
    }
}

impl<S: Store> Error for StoreError<S> {}

#[test]
fn a_field_may_have_an_associated_type() {
    let error = StoreError::<Disk>::Full { id: 7, store: PhantomData };
    assert_eq!(error.message(), "no room for 7");
    assert_eq!(details(&error), json!({"id": 7}));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("inner")]
#[api(code = "INNER", status = 409)]
struct Inner;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
enum Wraps<E: Error + 'static> {
    #[api(code = "OWN", status = 400)]
    Own,
    #[error(transparent)]
    #[api(transparent)]
    Passed(E),
}

#[test]
fn what_is_passed_on_may_be_a_parameter() {
    assert_eq!(Wraps::Passed(Inner).code(), "INNER");
    assert_eq!(Wraps::<Inner>::Own.code(), "OWN");
    let codes: Vec<_> = Wraps::<Wraps<Inner>>::CODES.iter().map(errcode::CodeSpec::code).collect();
    // The enum is the same one whatever it passes on, so its own code counts once.
    assert_eq!(codes, ["OWN", "INNER"]);
    assert_eq!(Wraps::Passed(Wraps::Passed(Box::new(Inner))).status(), 409);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
enum Reads<'a> {
    #[api(code = "READ", status = 400)]
    Read(&'a str),
    // A source is `'static`, so what borrows is none.
    #[error("{0}")]
    #[api(transparent)]
    Missing(NotFoundIn<'a>),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("not in {0}")]
#[api(code = "NOT_IN", status = 404)]
struct NotFoundIn<'a>(&'a str);

#[test]
fn what_is_passed_on_may_borrow() {
    let place = String::from("here");
    assert_eq!(Reads::Read(&place).code(), "READ");
    assert_eq!(Reads::Missing(NotFoundIn(&place)).message(), "not in here");
    assert_eq!(Reads::CODES.len(), 2);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("full")]
#[api(code = "FULL", status = 507)]
struct Full<T: Debug>(T);

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no part")]
#[api(code = "NO_PART", status = 404)]
struct NoPart<const N: usize>;

#[derive(Debug, thiserror::Error, ApiError)]
enum Parts<const N: usize> {
    #[error(transparent)]
    #[api(transparent)]
    Full(Full<[u8; N]>),
    #[error(transparent)]
    #[api(transparent)]
    Missing(NoPart<{ N }>),
}

#[test]
fn what_is_passed_on_may_have_a_const_parameter_anywhere() {
    assert_eq!(Parts::Full(Full([1, 2])).code(), "FULL");
    assert_eq!(Parts::<2>::Missing(NoPart).code(), "NO_PART");
    assert_eq!(Parts::<2>::CODES.len(), 2);
}

trait Remote {
    type Error: ApiError + ErrorCodes + 'static;
}

#[derive(Debug)]
struct Network;

impl Remote for Network {
    type Error = Inner;
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(transparent)]
struct Failed<R: Remote + Debug>(<R as Remote>::Error);

#[test]
fn what_is_passed_on_may_be_an_associated_type() {
    assert_eq!(Failed::<Network>(Inner).code(), "INNER");
    assert_eq!(Failed::<Network>::CODES.len(), 1);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no {id}")]
#[api(code = "NO_ID", status = 404)]
struct NoId<T: Debug + ?Sized> {
    #[api(detail)]
    id: u8,
    #[allow(dead_code)]
    of: T,
}

#[test]
fn a_parameter_may_be_unsized() {
    let error = NoId { id: 7, of: "jobs" };
    assert_eq!(details(&error), json!({"id": 7}));
    assert_eq!(error.message(), "no 7");
}
