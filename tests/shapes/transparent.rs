//! `transparent`: everything comes from the one field.

use std::{sync::Arc, time::Duration};

use errcode::{
    ApiError, ErrorCodes, FieldErrors, RequestContext,
    envelope::{Google, JsonApi, Nested, Problem},
};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(category = "Leaf", docs_url = "https://docs.example.com/{code}")]
enum Leaf {
    #[error("leaf {id} is full")]
    #[api(code = "LEAF_FULL", status = 503, message = "full: {id}", header("X-Leaf", "1"))]
    Full {
        #[api(detail)]
        id: u8,
        #[api(retry_after)]
        wait: Duration,
        #[api(field_errors)]
        fields: FieldErrors,
    },
    #[error("leaf is gone")]
    #[api(code = "LEAF_GONE", status = 410, retry_after = 9)]
    Gone,
}

fn full() -> Leaf {
    let fields = FieldErrors::from_iter([("name", "is taken")]);
    Leaf::Full { id: 7, wait: Duration::from_secs(3), fields }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "TWIG_", category = "Twig", status = 400)]
enum Twig {
    #[error("twig")]
    #[api(code = "TWIG_OWN")]
    Own,
    #[error(transparent)]
    #[api(transparent)]
    Leaf(#[from] Leaf),
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Branch {
    #[error(transparent)]
    #[api(transparent)]
    Twig(#[from] Box<Twig>),
    #[error("branch")]
    #[api(code = "BRANCH_OWN", status = 400)]
    Own,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Trunk {
    #[error("trunk")]
    #[api(code = "TRUNK_FIRST", status = 400)]
    First,
    #[error(transparent)]
    #[api(transparent)]
    Branch {
        #[from]
        branch: Arc<Branch>,
    },
    #[error("trunk")]
    #[api(code = "TRUNK_LAST", status = 400)]
    Last,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(transparent)]
struct Root(#[from] Trunk);

fn root(leaf: Leaf) -> Root {
    Root::from(Trunk::from(Arc::new(Branch::from(Box::new(Twig::from(leaf))))))
}

#[test]
fn four_levels_down_everything_is_the_leafs() {
    let (root, leaf) = (root(full()), full());
    assert_eq!(root.spec(), leaf.spec());
    assert_eq!(root.code(), "LEAF_FULL");
    assert_eq!(root.status(), 503);
    assert!(root.is_retryable());
    assert_eq!(root.message(), "full: 7");
    assert_eq!(root.retry_after(), Some(Duration::from_secs(3)));
    assert_eq!(root.headers(), leaf.headers());
    assert_eq!(serde_json::to_string(&root.details()).unwrap(), r#"{"id":7}"#);
    assert_eq!(root.field_errors(), leaf.field_errors());
    assert_eq!(root.to_string(), "leaf 7 is full");
}

#[test]
fn the_response_is_the_leafs_in_every_envelope() {
    let context = RequestContext::new().request_id("req-1").path("/leaves/7");
    macro_rules! same_in {
        ($($envelope:ty),*) => {$(
            let of_root = errcode::render::<$envelope>(&root(full()), &context);
            let of_leaf = errcode::render::<$envelope>(&full(), &context);
            assert_eq!(of_root.body(), of_leaf.body());
            assert_eq!(of_root.headers(), of_leaf.headers());
            assert_eq!(of_root.status(), of_leaf.status());
        )*};
    }
    same_in!(Problem, Nested, JsonApi, Google);
}

#[test]
fn what_the_outer_enum_says_is_for_its_own_codes() {
    let gone = root(Leaf::Gone);
    assert_eq!(gone.spec().category(), Some("Leaf"));
    assert_eq!(gone.spec().variant(), "Leaf::Gone");
    assert_eq!(gone.spec().docs_url(), Some("https://docs.example.com/LEAF_GONE"));
    assert_eq!(gone.message(), "leaf is gone");
    assert_eq!(gone.retry_after(), Some(Duration::from_secs(9)));
    assert_eq!(Twig::Own.spec().category(), Some("Twig"));
}

#[test]
fn codes_of_every_level_come_in_the_order_of_declaration() {
    let codes: Vec<_> = Root::CODES.iter().map(errcode::CodeSpec::code).collect();
    let expected =
        ["TRUNK_FIRST", "TWIG_OWN", "LEAF_FULL", "LEAF_GONE", "BRANCH_OWN", "TRUNK_LAST"];
    assert_eq!(codes, expected);
    assert_eq!(Root::CODES.len(), expected.len());
    assert_eq!(Branch::Own.code(), "BRANCH_OWN");
    assert_eq!([Trunk::First.code(), Trunk::Last.code()], ["TRUNK_FIRST", "TRUNK_LAST"]);
}

#[test]
fn a_pointer_to_an_error_is_an_error() {
    fn code(error: impl ApiError + ErrorCodes) -> &'static str {
        error.code()
    }

    let leaf = full();
    assert_eq!(code(&leaf), "LEAF_FULL");
    assert_eq!(code(Box::new(full())), "LEAF_FULL");
    assert_eq!(code(Arc::new(full())), "LEAF_FULL");
    assert_eq!(code(Box::new(Arc::new(&leaf))), "LEAF_FULL");
    let boxed = Box::new(full());
    assert_eq!(boxed.details().is_empty(), full().details().is_empty());
    assert_eq!(Box::new(Leaf::Gone).retry_after(), Leaf::Gone.retry_after());
}

#[test]
fn errors_of_several_types_meet_behind_dyn() {
    let errors: Vec<Box<dyn ApiError>> =
        vec![Box::new(full()), Box::new(Twig::Own), Box::new(root(Leaf::Gone))];
    let codes: Vec<_> = errors.iter().map(|error| error.code()).collect();
    assert_eq!(codes, ["LEAF_FULL", "TWIG_OWN", "LEAF_GONE"]);
    let statuses: Vec<_> = errors
        .iter()
        .map(|error| errcode::render::<Problem>(error.as_ref(), &RequestContext::new()).status())
        .collect();
    assert_eq!(statuses, [503, 400, 410]);
    let shared: Arc<dyn ApiError> = Arc::new(Twig::Own);
    assert_eq!(code_of(&shared), "TWIG_OWN");
    assert_eq!(code_of(&&*errors[0]), "LEAF_FULL");
}

/// Takes the pointer itself as an error, not what it points to.
fn code_of<E: ApiError>(error: &E) -> &'static str {
    error.code()
}

#[test]
fn behind_dyn_an_error_may_be_sent_between_threads() {
    let error: Box<dyn ApiError + Send + Sync> = Box::new(root(full()));
    let code = std::thread::spawn(move || error.code()).join().unwrap();
    assert_eq!(code, "LEAF_FULL");
}
