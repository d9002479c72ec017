//! The reference as a web page.

mod escape;
mod page;

use super::{
    Reference,
    entry::{self, Entry, group_by},
};
use crate::{
    CodeSpec,
    bodies::{Json, Parts, Probe},
};

use escape::{anchor, code, escape, inline, link, pre};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The search, which the script shows.
const SEARCH: &str = "<search hidden><label>Search codes, texts and statuses\n\
    <input type=\"search\" autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"page:count\"></label>\n\
    <p id=\"page:count\" role=\"status\"></p></search>\n";

/// The link from the page of a code, such as `errors/JOB_EXPIRED`, to `errors/`.
const ALL_CODES: &str = "<p><a href=\"./\">All error codes</a></p>\n";

impl Reference {
    /// Returns the reference as one self-contained HTML page. It makes no network requests, works without JavaScript, and
    /// with JavaScript has a search over codes, texts and statuses.
    ///
    /// Each code has an anchor of the same name: `errors.html#JOB_EXPIRED`.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("JOB_GONE", StatusCode::GONE).with_description("a <b> of the past");
    /// let html = Reference::from_specs([&GONE]).to_html();
    /// assert!(html.starts_with("<!doctype html>"));
    /// assert!(html.contains(r#"<article id="JOB_GONE""#));
    /// assert!(html.contains("a &lt;b&gt; of the past"));
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        let entries = self.entries();
        let has_search = entries.len() > 1;
        let groups = group_by(entries, |entry| entry.spec().category());
        let headings: Vec<String> = groups
            .iter()
            .map(|(category, _)| inline(entry::heading(*category, groups.len() == 1)))
            .collect();
        let head = match groups.len() {
            0 => "<p>No error codes.</p>\n".to_owned(),
            1 => String::new(),
            _ => navigation(&headings),
        };
        let head = if has_search { format!("{SEARCH}{head}") } else { head };
        let mut main = String::new();
        for (index, ((_, entries), heading)) in groups.iter().zip(&headings).enumerate() {
            let articles: String = entries.iter().map(|entry| self.article(entry)).collect();
            main += &section(&format!("category:{index}"), heading, &articles);
        }
        if !self.retired.is_empty() {
            let codes = self.retired.iter().map(|retired| format!("<li>{}</li>\n", code(retired)));
            let codes: String = codes.collect();
            let text = "The service no longer sends these codes and will not reuse them.";
            let list = format!("<p>{text}</p>\n<ul>\n{codes}</ul>\n");
            main += &section("page:retired", "Retired codes", &list);
        }
        self.page(&self.title, &head, &main, if has_search { SCRIPT } else { "" })
    }

    /// Returns the page of one code, or `None` if the code does not exist.
    ///
    /// Its link to all codes leads to the directory that the page is in.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("JOB_GONE", StatusCode::GONE);
    /// let reference = Reference::from_specs([&GONE]);
    /// assert!(reference.to_code_html("JOB_GONE").is_some_and(|html| html.contains("410")));
    /// assert_eq!(reference.to_code_html("JOB_LOST"), None);
    /// ```
    #[must_use]
    pub fn to_code_html(&self, code: &str) -> Option<String> {
        let entries = self.entries();
        let entry = entries.iter().find(|entry| entry.code() == code)?;
        let title = format!("{code} · {}", self.title);
        Some(self.page(&title, ALL_CODES, &self.article(entry), ""))
    }

    /// Renders the page for an unknown or retired code.
    #[cfg(any(feature = "actix-web", feature = "tower"))]
    pub(super) fn missing_page(&self, code: &str) -> String {
        let text = if self.retired.contains(&code) {
            "was retired. The service no longer sends it."
        } else {
            "is not an error code of this service."
        };
        let main = format!("<p>{} {text}</p>\n", self::code(code));
        self.page(&self.title, ALL_CODES, &main, "")
    }

    fn page(&self, title: &str, head: &str, main: &str, script: &str) -> String {
        let version =
            self.version.as_deref().map(|version| format!("<p>Version {}</p>\n", escape(version)));
        let script = if script.is_empty() {
            String::new()
        } else {
            format!("<script>\n{script}</script>\n")
        };
        let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#page:main\">Skip to content</a>\n\
             <header>\n<h1>{heading}</h1>\n{version}{head}</header>\n\
             <main id=\"page:main\" tabindex=\"-1\">\n{main}</main>\n{script}</body>\n</html>\n",
            title = escape(title),
            heading = inline(&self.title),
            version = version.unwrap_or_default(),
        )
    }

    fn article(&self, entry: &Entry) -> String {
        let id = anchor(entry.code());
        let mut out = format!(
            "<article id=\"{id}\" aria-labelledby=\"{id}:code\">\n\
             <h3 id=\"{id}:code\"><a href=\"#{id}\">{}</a></h3>\n",
            code(entry.code())
        );
        out.extend(entry.specs.iter().map(|spec| self.variant(spec)));
        out + "</article>\n"
    }

    fn variant(&self, spec: &'static CodeSpec) -> String {
        let (class, retry) =
            if spec.retryable() { ("yes", "retryable") } else { ("no", "not retryable") };
        let status = spec.status();
        let mut out = format!(
            "<p class=\"facts\"><strong>{}</strong> {} · <span class=\"{class}\">{retry}</span></p>\n",
            status.as_u16(),
            escape(spec.reason_phrase())
        );
        if let Some(reason) = spec.deprecated() {
            let reason =
                if reason.is_empty() { String::new() } else { format!(": {}", inline(reason)) };
            out += &format!("<p class=\"deprecated\"><strong>Deprecated</strong>{reason}</p>\n");
        }
        let description = spec.description().unwrap_or(spec.title());
        if description != spec.reason_phrase() {
            out += &format!("<p dir=\"auto\">{}</p>\n", inline(description));
        }
        if let Some(resolution) = spec.resolution() {
            out += &format!(
                "<p dir=\"auto\"><strong>What to do:</strong> {}</p>\n",
                inline(resolution)
            );
        }
        let facts = facts(spec, self.since(spec));
        if !facts.is_empty() {
            let fact =
                |(name, value): &(&str, String)| format!("<dt>{name}</dt><dd>{value}</dd>\n");
            out += &format!("<dl>\n{}</dl>\n", facts.iter().map(fact).collect::<String>());
        }
        if let Some(text) = spec.page().filter(|text| !text.trim().is_empty()) {
            out += &page::page(text);
        }
        let example = self.renderer.full(&Probe::example(spec, Parts::ALL));
        if let Some(body) = Json::parse(example.body()) {
            out += &format!(
                "<details><summary>Example body</summary>{}</details>\n",
                pre(&body.pretty())
            );
        }
        out
    }
}

/// Renders the links to the categories.
fn navigation(headings: &[String]) -> String {
    let links = headings
        .iter()
        .enumerate()
        .map(|(index, heading)| format!("<li><a href=\"#category:{index}\">{heading}</a></li>\n"));
    format!("<nav aria-label=\"Categories\"><ul>\n{}</ul></nav>\n", links.collect::<String>())
}

fn section(id: &str, heading: &str, content: &str) -> String {
    format!(
        "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{heading}</h2>\n{content}</section>\n"
    )
}

/// Returns the facts of a code for its definition list: name and HTML.
fn facts(spec: &CodeSpec, since: Option<&str>) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let list = |items: Vec<String>| {
        let items: String = items.iter().map(|item| format!("<li>{item}</li>")).collect();
        format!("<ul>{items}</ul>")
    };
    if !spec.details().is_empty() {
        let detail = |detail: &crate::DetailSpec| {
            let optional = if detail.is_optional() { ", optional" } else { "" };
            format!("{}: {}{optional}", code(detail.name()), detail.kind().as_str())
        };
        facts.push(("Details", list(spec.details().iter().map(detail).collect())));
    }
    let mut headers: Vec<String> = spec.headers().iter().map(|name| code(name)).collect();
    if let Some(wait) = spec.retry_after() {
        headers.push(format!("<code>retry-after</code>: {} seconds by default", wait.as_secs()));
    } else if spec.has_retry_after() {
        headers.push("<code>retry-after</code>".to_owned());
    }
    if !headers.is_empty() {
        facts.push(("Headers", list(headers)));
    }
    if spec.has_field_errors() {
        facts.push(("Fields", "field errors".to_owned()));
    }
    facts.extend(since.map(|since| ("Since", inline(since))));
    facts.extend(spec.docs_url().map(|url| ("Documentation", link(url))));
    facts
}
