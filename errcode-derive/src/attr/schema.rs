//! The table of `#[api(...)]` keys. One row drives where a key may stand, how it is read, what is suggested for it and
//! what the reference says of it.

use crate::suggest;

/// What an `#[api(...)]` stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Enum,
    /// A struct is its own single variant: it takes the keys of both.
    Struct,
    Variant,
    Field,
}

impl Target {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Variant => "a variant",
            Self::Field => "a field",
        }
    }
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Flag,
    String,
    /// A string that is printed with arguments.
    Message,
    Bool,
    Seconds,
    Status,
    Strings,
    Type,
    Path,
    /// A header's name and value.
    Header,
    /// A detail's name and value.
    Detail,
    /// The header that a field is sent as.
    FieldHeader,
    /// The detail that a field is shown as.
    FieldDetail,
}

impl Form {
    /// What it takes, as in "expected …".
    pub(crate) const fn expected(self) -> &'static str {
        match self {
            Self::Flag => "no value",
            Self::String | Self::Message => "a string literal",
            Self::Bool => "`true` or `false`",
            Self::Seconds => "a number of seconds",
            Self::Status => "a number or the path of a `StatusCode`",
            Self::Strings => "a list of string literals",
            Self::Type => "a type",
            Self::Path => "a path",
            Self::Header => "a name and a value, both string literals",
            Self::Detail => "a name and a value",
            Self::FieldHeader => "the name of the header",
            Self::FieldDetail => "nothing, a name, or options in parentheses",
        }
    }

    /// Whether the value is text, which may have been written without its quotes.
    pub(crate) const fn is_text(self) -> bool {
        matches!(self, Self::String | Self::Message | Self::FieldHeader | Self::FieldDetail)
    }
}

/// A key at one kind of place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Usage {
    pub(crate) form: Form,
    /// Whether it may be given more than once.
    pub(crate) repeats: bool,
    /// How it is written.
    pub(crate) example: &'static str,
    /// What it means: a cell of the table in docs/attributes.md.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test writes the table"))]
    pub(crate) doc: &'static str,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    /// Names that others use for it.
    pub(crate) aliases: &'static [&'static str],
    pub(crate) container: Option<Usage>,
    pub(crate) variant: Option<Usage>,
    pub(crate) field: Option<Usage>,
}

const fn key(name: &'static str, aliases: &'static [&'static str]) -> Key {
    Key { name, aliases, container: None, variant: None, field: None }
}

#[allow(clippy::unnecessary_wraps)] // As the fields of a key are.
const fn usage(form: Form, example: &'static str, doc: &'static str) -> Option<Usage> {
    Some(Usage { form, repeats: false, example, doc })
}

impl Key {
    const fn container(self, form: Form, example: &'static str, doc: &'static str) -> Self {
        Self { container: usage(form, example, doc), ..self }
    }

    const fn variant(self, form: Form, example: &'static str, doc: &'static str) -> Self {
        Self { variant: usage(form, example, doc), ..self }
    }

    const fn variants(self, form: Form, example: &'static str, doc: &'static str) -> Self {
        Self { variant: Some(Usage { form, repeats: true, example, doc }), ..self }
    }

    const fn field(self, form: Form, example: &'static str, doc: &'static str) -> Self {
        Self { field: usage(form, example, doc), ..self }
    }
}

#[rustfmt::skip]
pub(crate) const KEYS: &[Key] = &[
    key("code", &["error_code", "err_code", "errcode", "code_name", "id", "name", "key"])
        .variant(Form::String, r#"code = "JOB_EXPIRED""#, "What clients match on: required unless `transparent`, at most 63 bytes, written out in full."),
    key("status", &["status_code", "http_status", "http_code", "http", "response_code"])
        .container(Form::Status, "status = 410", "The status of the variants that do not set it.")
        .variant(Form::Status, "status = 410", "Required here or on the enum: a 4xx, a 5xx, or a 2xx that can have content. A number, or a const path to an `http::StatusCode`.")
        .field(Form::Flag, "status", "A `StatusCode`, a `u16` or an `Option` of one: the status at runtime. The variant's is used when the value is not an error status."),
    key("retryable", &["retry", "can_retry", "is_retryable", "retriable"])
        .container(Form::Bool, "retryable = false", "Whether a request may be repeated, for the variants that do not set it.")
        .variant(Form::Bool, "retryable = false", "Whether the same request may be sent again. Default: true for 408, 425, 429, 502, 503 and 504."),
    key("message", &["msg", "text", "display", "public_message"])
        .variant(Form::Message, r#"message = "Job {id} has expired""#, "The public message: a format string over the fields, or `message(\"{}\", .field.method())` with arguments as in thiserror."),
    key("expose", &["public", "exposed", "expose_message"])
        .container(Form::Flag, "expose", "`expose` for every variant.")
        .variant(Form::Flag, "expose", "Use `Display` as the public message on a 5xx too."),
    key("title", &["summary"])
        .variant(Form::String, r#"title = "Job deadline passed""#, "A short summary. Default: below 500 the first line of the doc comment, otherwise the reason phrase."),
    key("description", &["desc", "doc", "about"])
        .variant(Form::String, r#"description = "The job did not finish in time.""#, "Documentation. Default: the first paragraph of the doc comment."),
    key("resolution", &["fix", "solution", "action", "help", "hint", "remedy"])
        .container(Form::String, r#"resolution = "Contact support""#, "`resolution` of the variants that do not set it.")
        .variant(Form::String, r#"resolution = "Submit a new job""#, "Documentation: what the caller should do."),
    key("category", &["group", "kind", "tag", "domain_name", "area"])
        .container(Form::String, r#"category = "Job""#, "`category` of the variants that do not set it.")
        .variant(Form::String, r#"category = "Job""#, "Documentation: the group the code is listed under."),
    key("since", &["version", "introduced", "added"])
        .variant(Form::String, r#"since = "1.2.0""#, "Documentation: the release that introduced the code."),
    key("deprecated", &["obsolete"])
        .variant(Form::String, r#"deprecated = "use JOB_ENDED""#, "Documentation: why the code should no longer be relied on. Rust's own `#[deprecated]` counts too."),
    key("docs_url", &["docs", "url", "doc_url", "documentation", "href", "link", "type_uri", "doc_link"])
        .container(Form::String, r#"docs_url = "https://docs.example.com/errors/{code}""#, "Where codes are documented; `{code}` stands for the code.")
        .variant(Form::String, r#"docs_url = "https://docs.example.com/expired""#, "The page or problem type of this code, instead of the enum's."),
    key("page", &["page_file", "long_description"])
        .variant(Form::String, r#"page = "errors/job_expired.md""#, "Documentation: a Markdown file about the code, relative to this source file."),
    key("retry_after", &["retry_in", "wait", "delay", "backoff"])
        .variant(Form::Seconds, "retry_after = 30", "Seconds to wait, unless a field says how long.")
        .field(Form::Flag, "retry_after", "A `Duration`, a `SystemTime` or an unsigned integer of seconds: how long to wait."),
    key("header", &["headers", "http_header", "response_header"])
        .variants(Form::Header, r#"header("Cache-Control", "no-store")"#, "A header of every occurrence; `{field}` interpolates. May repeat.")
        .field(Form::FieldHeader, r#"header = "X-RateLimit-Limit""#, "Send the field's `Display` as this header."),
    key("detail", &["details", "meta", "extra", "data", "param", "field"])
        .variants(Form::Detail, r#"detail("field", "prompt")"#, "A detail of every occurrence: any literal or `null`; `{field}` interpolates in a string. May repeat.")
        .field(Form::FieldDetail, r#"detail = "job_id""#, "Public, among the details. Also `detail`, `detail(skip_if = path)`, `detail(name = \"x\", skip_if = path, kind = \"string\")`."),
    key("field_errors", &["errors", "validation", "violations", "validation_errors"])
        .field(Form::Flag, "field_errors", "An `errcode::FieldErrors`: the validation errors of the request."),
    key("transparent", &["forward", "inherit", "delegate", "passthrough", "wrap", "inner"])
        .variant(Form::Flag, "transparent", "Forwards to the variant's only field; excludes every other key.")
        .field(Form::Flag, "transparent", "Takes code, status, headers and details from this field; what stands beside it adds or overrides."),
    key("prefix", &["code_prefix", "prefixed"])
        .container(Form::String, r#"prefix = "JOB_""#, "Every code must begin with it."),
    key("retired", &["removed", "reserved", "retire", "old_codes"])
        .container(Form::Strings, r#"retired("JOB_PAUSED")"#, "Codes that were released once and must never be used again."),
    key("shared", &["duplicates", "share", "allow_duplicates", "duplicate"])
        .container(Form::Strings, r#"shared("JOB_DENIED")"#, "Codes that may stand at several variants, or at variants of several enums."),
    key("code_style", &["style", "case", "rename_all", "naming", "casing"])
        .container(Form::String, r#"code_style = "SCREAMING_SNAKE_CASE""#, "How codes are spelled: `\"SCREAMING_SNAKE_CASE\"` (default), `\"snake_case\"`, `\"kebab-case\"` or `\"any\"`."),
    key("domain", &["service"])
        .container(Form::Path, "domain = crate::Coordinator", "The `errcode::domain!` that the codes belong to."),
    key("envelope", &["format", "body", "response_format", "render"])
        .container(Form::Type, "envelope = errcode::envelope::Problem", "The default `Envelope`: that of the domain, otherwise `errcode::envelope::Problem`."),
    key("axum", &["into_response"])
        .container(Form::Flag, "axum", "Implement axum's `IntoResponse`; needs the feature `axum`."),
    key("actix_web", &["actix", "response_error"])
        .container(Form::Flag, "actix_web", "Implement actix-web's `ResponseError`; needs the feature `actix-web`."),
    key("crate", &["krate", "crate_path", "path"])
        .container(Form::Path, "crate = my_errcode", "Path to the `errcode` crate, if renamed."),
];

impl Key {
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        KEYS.iter().find(|key| key.name == name)
    }

    /// How it is used at `target`, if it may stand there.
    pub(crate) fn usage(&self, target: Target) -> Option<&Usage> {
        match target {
            Target::Enum => self.container.as_ref(),
            Target::Struct => self.variant.as_ref().or(self.container.as_ref()),
            Target::Variant => self.variant.as_ref(),
            Target::Field => self.field.as_ref(),
        }
    }

    /// The use to suggest where it may not stand: that of a variant if it has one.
    pub(crate) fn usual(&self) -> Option<&Usage> {
        self.variant.as_ref().or(self.container.as_ref()).or(self.field.as_ref())
    }

    /// Where it may stand, as in "valid on …".
    pub(crate) const fn valid_on(&self) -> &'static str {
        match (&self.container, &self.variant, &self.field) {
            (Some(_), Some(_), None) => "the enum or a variant",
            (Some(_), Some(_), Some(_)) => "the enum, a variant or a field",
            (Some(_), None, _) => "the enum or struct itself",
            (None, Some(_), Some(_)) => "a variant or a field",
            (None, Some(_), None) => "a variant or struct",
            (None, None, _) => "a field",
        }
    }
}

/// The keys that may stand at a place.
pub(crate) fn valid_at(target: Target) -> impl Iterator<Item = &'static Key> + Clone {
    KEYS.iter().filter(move |key| key.usage(target).is_some())
}

/// The key that `name` was most likely meant to be: one that is valid here before one that is not, which must be
/// almost the same.
pub(crate) fn similar(name: &str, target: Target) -> Option<&'static Key> {
    let here = valid_at(target);
    here.clone()
        .find(|key| key.aliases.contains(&name))
        .or_else(|| here.clone().find(|key| name.len() > 2 && key.name.starts_with(name)))
        .or_else(|| suggest::nearest(name, here.map(|key| key.name)).and_then(Key::named))
        .or_else(|| {
            let elsewhere = KEYS.iter().filter(|key| key.usage(target).is_none());
            let near = |key: &&Key| {
                key.aliases.contains(&name) && name.len() > 4
                    || name.len() > 3
                        && strsim::damerau_levenshtein(name, key.name)
                            <= 1 + usize::from(name.len() > 5)
            };
            elsewhere.clone().find(near)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_and_alias_is_there_once() {
        let mut names: Vec<&str> =
            KEYS.iter().flat_map(|key| key.aliases.iter().copied().chain([key.name])).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn a_key_of_this_place_comes_before_another() {
        let similar = |name, target| similar(name, target).map(|key| key.name);
        assert_eq!(similar("stauts", Target::Variant), Some("status"));
        assert_eq!(similar("http_status", Target::Variant), Some("status"));
        assert_eq!(similar("docsUrl", Target::Enum), Some("docs_url"));
        assert_eq!(similar("prefx", Target::Variant), Some("prefix"));
        assert_eq!(similar("colour", Target::Variant), None);
    }
}
