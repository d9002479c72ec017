//! The table of `#[api(...)]` keys: where each belongs and how it is written.

use crate::style;

/// What an `#[api(...)]` stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Enum,
    /// A struct is its own single variant: it takes the keys of both.
    Struct,
    Variant,
    Field,
}

impl Place {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Variant => "a variant",
            Self::Field => "a field",
        }
    }
}

#[derive(Clone, Copy)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) on_container: bool,
    pub(crate) on_variant: bool,
    pub(crate) on_field: bool,
    /// What it takes, as in "takes …"; empty for a flag.
    pub(crate) takes: &'static str,
    /// How it is written.
    pub(crate) example: &'static str,
}

const fn container(name: &'static str, takes: &'static str, example: &'static str) -> Key {
    Key { name, on_container: true, on_variant: false, on_field: false, takes, example }
}

const fn variant(name: &'static str, takes: &'static str, example: &'static str) -> Key {
    Key { name, on_container: false, on_variant: true, on_field: false, takes, example }
}

const fn field(name: &'static str, takes: &'static str, example: &'static str) -> Key {
    Key { name, on_container: false, on_variant: false, on_field: true, takes, example }
}

const fn or_variant(key: Key) -> Key {
    Key { on_variant: true, ..key }
}

const STRING: &str = "a string literal";

pub(crate) const KEYS: &[Key] = &[
    container("prefix", STRING, r#"prefix = "JOB_""#),
    or_variant(container("category", STRING, r#"category = "Job""#)),
    container("docs_url", STRING, r#"docs_url = "https://docs.example.com/errors/{code}""#),
    or_variant(container("status", "a number or the path of a `StatusCode`", "status = 410")),
    or_variant(container("retryable", "`true` or `false`", "retryable = false")),
    container("retired", "a list of string literals", r#"retired("JOB_PAUSED")"#),
    container("code_style", STRING, r#"code_style = "SCREAMING_SNAKE_CASE""#),
    container("envelope", "a type", "envelope = errcode::envelope::Problem"),
    container("axum", "", "axum"),
    container("actix_web", "", "actix_web"),
    container("crate", "a path", "crate = my_errcode"),
    variant("code", STRING, r#"code = "JOB_EXPIRED""#),
    variant("message", STRING, r#"message = "Job {id} has expired""#),
    variant("expose", "", "expose"),
    variant("title", STRING, r#"title = "Job deadline passed""#),
    variant("description", STRING, r#"description = "The job was not finished in time.""#),
    variant("resolution", STRING, r#"resolution = "Submit a new job""#),
    variant("since", STRING, r#"since = "1.2.0""#),
    variant("deprecated", STRING, r#"deprecated = "use JOB_ENDED""#),
    or_variant(field("retry_after", "a number of seconds", "retry_after = 30")),
    or_variant(field("header", "a name and a value", r#"header("Cache-Control", "no-store")"#)),
    variant("transparent", "", "transparent"),
    or_variant(field("detail", "a name and a value", r#"detail("field", "prompt")"#)),
    field("field_errors", "", "field_errors"),
];

impl Key {
    pub(crate) fn of(name: &str) -> Option<&'static Self> {
        KEYS.iter().find(|key| key.name == name)
    }

    pub(crate) const fn fits(&self, place: Place) -> bool {
        match place {
            Place::Enum => self.on_container,
            Place::Struct => self.on_container || self.on_variant,
            Place::Variant => self.on_variant,
            Place::Field => self.on_field,
        }
    }

    /// How it is written at `place`.
    pub(crate) fn example_at(&self, place: Place) -> &'static str {
        match (self.name, place) {
            ("retry_after", Place::Field) => "retry_after",
            ("detail", Place::Field) => r#"detail = "job_id""#,
            ("header", Place::Field) => r#"header = "X-RateLimit-Limit""#,
            _ => self.example,
        }
    }

    /// Where it belongs, as in "belongs on …".
    pub(crate) const fn home(&self) -> &'static str {
        match (self.on_container, self.on_variant, self.on_field) {
            (true, true, _) => "the enum or a variant",
            (true, false, _) => "the enum (or struct) itself",
            (false, true, true) => "a variant or a field",
            (false, true, false) => "a variant (or struct)",
            (false, false, _) => "a field",
        }
    }
}

/// The keys of a place, as a list to read.
pub(crate) fn list(place: Place) -> String {
    let names: Vec<_> =
        KEYS.iter().filter(|key| key.fits(place)).map(|key| format!("`{}`", key.name)).collect();
    names.join(", ")
}

/// The known key that `name` was most likely meant to be, one of this place rather than of another.
pub(crate) fn similar(name: &str, place: Place) -> Option<&'static Key> {
    let nearest = |fits: bool| {
        let keys = KEYS.iter().filter(move |key| key.fits(place) == fits);
        let begun = keys.clone().find(|key| name.len() > 1 && key.name.starts_with(name));
        begun.or_else(|| style::nearest(name, keys.map(|key| key.name)).and_then(Key::of))
    };
    nearest(true).or_else(|| nearest(false))
}
