use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::{Envelope, map::MapExt};
use crate::ErrorView;

/// Problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)), `application/problem+json`.
///
/// | member | value |
/// |---|---|
/// | `type` | the code's `docs_url`; left out without one, which means `about:blank` (§3.1.1) |
/// | `title` | the code's title |
/// | `status` | the status of the response (§3.1.2) |
/// | `detail` | the message |
/// | `instance` | the path of the request |
/// | `code`, `retryable`, `retry_after`, `request_id`, `timestamp`, `errors` | extension members (§3.2): what is known of the code and the request, seconds for `retry_after`, and the field errors |
///
/// A problem without a `type` is expected to have the status's reason phrase as its `title` (§4.2.1), so a code with a
/// title of its own is best given a `docs_url`.
///
/// The details follow as further extension members. One that has the name of a member above, present or not,
/// is left out: it would change the meaning of that member.
///
/// ```
/// use errcode::{ApiError, RequestContext, envelope::Problem};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no credit left")]
/// #[api(code = "OUT_OF_CREDIT", status = 403, docs_url = "https://example.com/probs/{code}")]
/// struct OutOfCredit {
///     #[api(detail)]
///     balance: u32,
/// }
///
/// let context = RequestContext::new().path("/account/12345/msgs/abc");
/// let body = errcode::to_json::<Problem>(&OutOfCredit { balance: 30 }, &context);
/// assert_eq!(
///     String::from_utf8_lossy(&body),
///     concat!(
///         r#"{"type":"https://example.com/probs/OUT_OF_CREDIT","title":"Forbidden","status":403,"#,
///         r#""detail":"no credit left","instance":"/account/12345/msgs/abc","#,
///         r#""code":"OUT_OF_CREDIT","retryable":false,"balance":30}"#,
///     ),
/// );
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Problem;

impl Envelope for Problem {
    const CONTENT_TYPE: &'static str = "application/problem+json";

    fn body(view: ErrorView<'_>) -> impl Serialize {
        Body(view)
    }
}

struct Body<'a>(ErrorView<'a>);

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let view = &self.0;
        let mut problem = serializer.serialize_map(None)?;
        problem.optional("type", view.docs_url())?;
        problem.member("title", view.title())?;
        problem.member("status", &view.status().as_u16())?;
        problem.member("detail", &*view.message())?;
        problem.optional("instance", view.path())?;
        problem.member("code", view.code())?;
        problem.member("retryable", &view.retryable())?;
        problem.optional("retry_after", view.retry_after_secs())?;
        problem.optional("request_id", view.request_id())?;
        problem.optional("timestamp", view.timestamp())?;
        problem.optional("errors", view.field_errors())?;
        view.details().serialize_entries(&mut problem, is_member)?;
        problem.end()
    }
}

/// Whether a name is one of the members above.
fn is_member(name: &str) -> bool {
    matches!(
        name,
        "type"
            | "title"
            | "status"
            | "detail"
            | "instance"
            | "code"
            | "retryable"
            | "retry_after"
            | "request_id"
            | "timestamp"
            | "errors"
    )
}
