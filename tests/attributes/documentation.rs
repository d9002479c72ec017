//! What documents a code: `title`, `description`, `resolution`, `category`, `since`, `docs_url`.

use errcode::{ApiError, CodeSpec, http::StatusCode};

const TOO_LARGE: StatusCode = StatusCode::PAYLOAD_TOO_LARGE;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 410)]
enum Documented {
    /// The first line
    /// and the second.
    ///
    /// Another paragraph.
    #[api(code = "COMMENT")]
    Comment,

    /// The comment.
    #[api(code = "WRITTEN", title = "The title", description = "The description.")]
    Written,

    /// The comment.
    #[api(code = "TITLE_ALONE", title = "The title")]
    TitleAlone,

    /// The comment.
    #[api(code = "DESCRIPTION_ALONE", description = "The description.")]
    DescriptionAlone,

    #[api(code = "NOTHING")]
    Nothing,

    ///
    ///   After an empty line
    #[api(code = "INDENTED")]
    Indented,

    /**
     * A block.
     * Its second line.
     *
     * Another paragraph.
     */
    #[api(code = "BLOCK")]
    Block,

    #[doc = "An attribute"]
    #[doc = "of two lines."]
    #[api(code = "ATTRIBUTE")]
    Attribute,

    /// Says "quoted" and {braces} and \backslashes\.
    #[api(code = "SPECIAL")]
    Special,

    #[api(code = "NUMBERED", status = 507)]
    Numbered,

    #[api(code = "CONSTANT", status = TOO_LARGE)]
    Constant,

    #[api(code = "UNREGISTERED_CLIENT", status = 499)]
    UnregisteredClient,

    #[api(code = "UNREGISTERED_SERVER", status = 599)]
    UnregisteredServer,
}

fn title_and_description(error: &Documented) -> (&'static str, Option<&'static str>) {
    (error.spec().title(), error.spec().description())
}

#[test]
fn a_comments_first_line_is_the_title_and_its_first_paragraph_the_description() {
    assert_eq!(
        title_and_description(&Documented::Comment),
        ("The first line", Some("The first line and the second."))
    );
    assert_eq!(
        title_and_description(&Documented::Block),
        ("A block.", Some("A block. Its second line."))
    );
    assert_eq!(
        title_and_description(&Documented::Attribute),
        ("An attribute", Some("An attribute of two lines."))
    );
    assert_eq!(
        title_and_description(&Documented::Indented),
        ("After an empty line", Some("After an empty line"))
    );
}

#[test]
fn a_comment_is_text_whatever_its_characters() {
    let text = r#"Says "quoted" and {braces} and \backslashes\."#;
    assert_eq!(title_and_description(&Documented::Special), (text, Some(text)));
}

#[test]
fn a_written_title_or_description_replaces_the_comments() {
    assert_eq!(
        title_and_description(&Documented::Written),
        ("The title", Some("The description."))
    );
    assert_eq!(title_and_description(&Documented::TitleAlone), ("The title", Some("The comment.")));
    assert_eq!(
        title_and_description(&Documented::DescriptionAlone),
        ("The comment.", Some("The description."))
    );
}

#[test]
fn without_a_comment_the_title_is_the_reason_phrase() {
    assert_eq!(title_and_description(&Documented::Nothing), ("Gone", None));
    assert_eq!(title_and_description(&Documented::Numbered), ("Insufficient Storage", None));
    assert_eq!(title_and_description(&Documented::Constant), ("Payload Too Large", None));
}

#[test]
fn an_unregistered_status_has_the_phrase_of_its_class() {
    assert_eq!(title_and_description(&Documented::UnregisteredClient), ("Bad Request", None));
    assert_eq!(
        title_and_description(&Documented::UnregisteredServer),
        ("Internal Server Error", None)
    );
}

#[test]
fn the_comment_of_a_struct_is_its_codes() {
    /// No such job
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("none")]
    #[api(code = "NO_JOB", status = 404)]
    struct NoJob;

    assert_eq!(NoJob.spec().title(), "No such job");
    assert_eq!(NoJob.spec().description(), Some("No such job"));
}

#[test]
fn the_comment_of_an_enum_is_not_its_variants() {
    /// Errors of jobs.
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("none")]
    enum JobError {
        #[api(code = "NO_JOB", status = 404)]
        None,
    }

    assert_eq!(JobError::None.spec().title(), "Not Found");
    assert_eq!(JobError::None.spec().description(), None);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
#[api(status = 400, category = "Job", docs_url = "https://docs.example.com/{code}?code={code}")]
enum Job {
    #[api(code = "BARE")]
    Bare,
    #[api(code = "FULL", category = "Queue", resolution = "Submit a new job", since = "1.2.0")]
    Full,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("plain")]
#[api(code = "PLAIN", status = 400)]
struct Plain;

#[test]
fn the_category_is_the_variants_or_else_the_enums() {
    assert_eq!(Job::Bare.spec().category(), Some("Job"));
    assert_eq!(Job::Full.spec().category(), Some("Queue"));
    assert_eq!(Plain.spec().category(), None);
}

#[test]
fn resolution_and_since_are_what_is_written() {
    assert_eq!(Job::Full.spec().resolution(), Some("Submit a new job"));
    assert_eq!(Job::Full.spec().since(), Some("1.2.0"));
    assert_eq!(Job::Bare.spec().resolution(), None);
    assert_eq!(Job::Bare.spec().since(), None);
}

#[test]
fn the_code_stands_wherever_the_docs_url_names_it() {
    assert_eq!(Job::Bare.spec().docs_url(), Some("https://docs.example.com/BARE?code=BARE"));
    assert_eq!(Plain.spec().docs_url(), None);
}

#[test]
fn a_docs_url_may_be_one_page_for_all() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("one")]
    #[api(code = "ONE", status = 400, docs_url = "https://docs.example.com/errors")]
    struct One;

    assert_eq!(One.spec().docs_url(), Some("https://docs.example.com/errors"));
}

#[test]
fn a_struct_takes_every_key_of_its_documentation() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("all")]
    #[api(
        code = "ALL",
        status = 429,
        retryable = false,
        title = "Title",
        description = "Description.",
        resolution = "Resolution",
        category = "Category",
        since = "1.0",
        deprecated = "Use ONE",
        docs_url = "https://docs.example.com/{code}",
        retry_after = 5
    )]
    struct All;

    const LIKE: CodeSpec = CodeSpec::new("ALL", StatusCode::TOO_MANY_REQUESTS)
        .with_retryable(false)
        .with_title("Title")
        .with_description("Description.")
        .with_resolution("Resolution")
        .with_category("Category")
        .with_since("1.0")
        .with_deprecated("Use ONE")
        .with_docs_url("https://docs.example.com/ALL")
        .with_retry_after(std::time::Duration::from_secs(5))
        .with_variant("All");
    let location = All.spec().location();
    assert_eq!(*All.spec(), LIKE.with_location(location));
}
