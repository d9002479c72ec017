//! `status` and `retryable`.

use errcode::{ApiError, http::StatusCode};

mod statuses {
    use errcode::http::StatusCode;

    pub(crate) const OVER_QUOTA: StatusCode = StatusCode::INSUFFICIENT_STORAGE;

    pub(crate) struct Client;

    impl Client {
        pub(crate) const CLOSED_REQUEST: StatusCode = match StatusCode::from_u16(499) {
            Ok(status) => status,
            Err(_) => StatusCode::BAD_REQUEST,
        };
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
enum Spelled {
    #[api(code = "NUMBER", status = 410)]
    Number,
    #[api(code = "SUFFIXED", status = 410_u16)]
    Suffixed,
    #[api(code = "NAME", status = StatusCode::GONE)]
    Name,
    #[api(code = "FULL_PATH", status = errcode::http::StatusCode::GONE)]
    FullPath,
    #[api(code = "CONSTANT", status = statuses::OVER_QUOTA)]
    Constant,
    #[api(code = "ASSOCIATED", status = statuses::Client::CLOSED_REQUEST)]
    Associated,
}

#[test]
fn a_status_is_a_number_a_name_or_any_constant() {
    for (error, status) in [
        (Spelled::Number, 410),
        (Spelled::Suffixed, 410),
        (Spelled::Name, 410),
        (Spelled::FullPath, 410),
        (Spelled::Constant, 507),
        (Spelled::Associated, 499),
    ] {
        assert_eq!(error.status(), status, "{error}");
        assert_eq!(error.spec().status(), status, "{error}");
    }
}

#[test]
fn a_status_that_is_a_constant_here_is_found() {
    const HERE: StatusCode = StatusCode::CONFLICT;

    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("conflict")]
    #[api(code = "HERE", status = HERE)]
    struct Here;

    assert_eq!(Here.status(), 409);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
enum Edge {
    #[api(code = "OK", status = 200)]
    Ok,
    #[api(code = "ACCEPTED", status = 202)]
    Accepted,
    #[api(code = "PARTIAL", status = 206)]
    Partial,
    #[api(code = "LAST_SUCCESS", status = 299)]
    LastSuccess,
    #[api(code = "FIRST_CLIENT", status = 400)]
    FirstClient,
    #[api(code = "CLIENT_CLOSED", status = 499)]
    ClientClosed,
    #[api(code = "FIRST_SERVER", status = 500)]
    FirstServer,
    #[api(code = "LAST_SERVER", status = 599)]
    LastServer,
}

#[test]
fn every_class_that_can_carry_an_error_is_allowed() {
    let statuses: Vec<u16> = [
        Edge::Ok,
        Edge::Accepted,
        Edge::Partial,
        Edge::LastSuccess,
        Edge::FirstClient,
        Edge::ClientClosed,
        Edge::FirstServer,
        Edge::LastServer,
    ]
    .iter()
    .map(|error| error.status().as_u16())
    .collect();
    assert_eq!(statuses, [200, 202, 206, 299, 400, 499, 500, 599]);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 422)]
enum Inherits {
    #[api(code = "AS_THE_ENUM")]
    AsTheEnum,
    #[api(code = "OF_ITS_OWN", status = StatusCode::NOT_FOUND)]
    OfItsOwn,
}

#[test]
fn the_status_of_the_enum_is_that_of_variants_without_one() {
    assert_eq!(Inherits::AsTheEnum.status(), 422);
    assert_eq!(Inherits::OfItsOwn.status(), 404);
}

#[test]
fn the_status_of_the_enum_may_be_a_constant_too() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("{self:?}")]
    #[api(status = statuses::OVER_QUOTA)]
    enum Full {
        #[api(code = "DISK_FULL")]
        Disk,
        #[api(code = "INBOX_FULL")]
        Inbox,
    }

    assert_eq!(Full::Disk.status(), 507);
    assert_eq!(Full::Inbox.status(), 507);
}

/// An enum with one variant for each status.
macro_rules! one_for_each {
    ($name:ident: $($variant:ident = $code:literal $status:literal,)*) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("{self:?}")]
        enum $name {
            $(#[api(code = $code, status = $status)] $variant,)*
        }

        impl $name {
            fn retryable() -> Vec<u16> {
                let all = [$(Self::$variant),*];
                let retryable = all.iter().filter(|error| error.is_retryable());
                retryable.map(|error| error.status().as_u16()).collect()
            }
        }
    };
}

one_for_each! { Registered:
    S200 = "S200" 200, S202 = "S202" 202, S400 = "S400" 400, S401 = "S401" 401, S402 = "S402" 402,
    S403 = "S403" 403, S404 = "S404" 404, S405 = "S405" 405, S406 = "S406" 406, S407 = "S407" 407,
    S408 = "S408" 408, S409 = "S409" 409, S410 = "S410" 410, S411 = "S411" 411, S412 = "S412" 412,
    S413 = "S413" 413, S414 = "S414" 414, S415 = "S415" 415, S416 = "S416" 416, S417 = "S417" 417,
    S418 = "S418" 418, S421 = "S421" 421, S422 = "S422" 422, S423 = "S423" 423, S424 = "S424" 424,
    S425 = "S425" 425, S426 = "S426" 426, S428 = "S428" 428, S429 = "S429" 429, S431 = "S431" 431,
    S451 = "S451" 451, S499 = "S499" 499, S500 = "S500" 500, S501 = "S501" 501, S502 = "S502" 502,
    S503 = "S503" 503, S504 = "S504" 504, S505 = "S505" 505, S506 = "S506" 506, S507 = "S507" 507,
    S508 = "S508" 508, S510 = "S510" 510, S511 = "S511" 511, S599 = "S599" 599,
}

#[test]
fn six_statuses_are_retryable_unless_it_is_said_otherwise() {
    assert_eq!(Registered::retryable(), [408, 425, 429, 502, 503, 504]);
}

#[test]
fn a_constant_status_is_retryable_by_the_same_list() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("{self:?}")]
    enum Named {
        #[api(code = "UNAVAILABLE", status = StatusCode::SERVICE_UNAVAILABLE)]
        Unavailable,
        #[api(code = "OVER_QUOTA", status = statuses::OVER_QUOTA)]
        OverQuota,
    }

    assert!(Named::Unavailable.is_retryable());
    assert!(!Named::OverQuota.is_retryable());
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
enum Says {
    #[api(code = "NOT_THIS_503", status = 503, retryable = false)]
    NotThis503,
    #[api(code = "THIS_409", status = 409, retryable = true)]
    This409,
}

#[test]
fn a_variant_says_whether_it_is_retryable() {
    assert!(!Says::NotThis503.is_retryable());
    assert!(Says::This409.is_retryable());
    assert!(Says::This409.spec().retryable());
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(retryable = true)]
enum AllRetryable {
    #[api(code = "CONFLICT", status = 409)]
    Conflict,
    #[api(code = "FORBIDDEN", status = 403, retryable = false)]
    Forbidden,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 503, retryable = false)]
enum NoneRetryable {
    #[api(code = "DOWN")]
    Down,
    #[api(code = "RESTARTING", retryable = true)]
    Restarting,
}

#[test]
fn the_enum_says_it_for_variants_that_do_not() {
    assert!(AllRetryable::Conflict.is_retryable());
    assert!(!AllRetryable::Forbidden.is_retryable());
    assert!(!NoneRetryable::Down.is_retryable());
    assert!(NoneRetryable::Restarting.is_retryable());
}
