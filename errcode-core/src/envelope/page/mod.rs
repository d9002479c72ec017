//! An error as a text for people and for language models: what went wrong, whether and when to try again, what to do.

mod html;
mod markdown;

use std::borrow::Cow;

use crate::ErrorView;
pub use html::Html;
pub use markdown::Markdown;

/// Stands for the field of a message about the value as a whole, which has no name.
const WHOLE: &str = "As a whole";

/// A line of what is known of an error.
enum Fact<'a> {
    Code(&'a str),
    Text(Cow<'a, str>),
    /// A link, if it is the URL of a page or a path.
    Url(&'a str),
}

/// What is known of an error beside its title and message, each with a label.
fn facts<'a>(view: &ErrorView<'a>) -> impl Iterator<Item = (&'static str, Fact<'a>)> {
    let status = Fact::Text(view.status().as_u16().to_string().into());
    [
        ("Code", Some(Fact::Code(view.code()))),
        ("Status", Some(status)),
        ("Retry", Some(Fact::Text(advice(view)))),
        ("What to do", view.resolution().map(|text| Fact::Text(text.into()))),
        ("Documentation", view.docs_url().map(Fact::Url)),
        ("Request", view.request_id().map(Fact::Code)),
        ("Time", view.timestamp().map(Fact::Code)),
    ]
    .into_iter()
    .filter_map(|(label, fact)| Some((label, fact?)))
}

fn advice(view: &ErrorView<'_>) -> Cow<'static, str> {
    match (view.retryable(), view.retry_after_secs()) {
        (true, None) => "the same request may succeed later".into(),
        (true, Some(1)) => "the same request may succeed after 1 second".into(),
        (true, Some(seconds)) => {
            format!("the same request may succeed after {seconds} seconds").into()
        }
        (false, None) => "the same request will fail again".into(),
        (false, Some(seconds)) => {
            format!("the same request will fail again; wait {seconds} s before the next one").into()
        }
    }
}

fn is_link(url: &str) -> bool {
    let has_scheme = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    (has_scheme("https://") || has_scheme("http://") || url.starts_with('/'))
        && !url.contains(|char: char| {
            char.is_whitespace() || char.is_control() || "<>\"\\`".contains(char)
        })
}
