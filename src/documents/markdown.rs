//! The reference as Markdown (GitHub's, for its tables).

use std::borrow::Cow;

use super::{
    Reference,
    entry::{self, Entry, group_by},
    text::{self, Part},
};
use crate::CodeSpec;

impl Reference {
    /// Returns the reference as Markdown.
    ///
    /// Each category has a table of its codes with their status, whether a client may retry, what they mean and what
    /// to do. Codes with details, headers, a wait, a deprecation or a page have a section after it. Tables of
    /// all codes, of the statuses and of the retired codes follow.
    ///
    /// ```
    /// use errcode::{CodeSpec, documents::Reference, http::StatusCode};
    ///
    /// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE)
    ///     .with_category("Jobs")
    ///     .with_description("The job is a | of the past");
    /// let markdown = Reference::from_specs([&GONE]).to_markdown();
    /// assert!(markdown.contains("## Jobs\n"));
    /// assert!(markdown.contains(r"| `GONE` | 410 | No | The job is a \| of the past |"));
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut out = Vec::new();
        out.push(format!("# {}", line(&self.title)));
        out.push(self.summary());
        let groups = group_by(self.specs.iter().copied(), |spec| spec.category());
        let is_only = groups.len() == 1;
        for (category, specs) in groups {
            out.push(format!("## {}", line(entry::heading(category, is_only))));
            out.push(category_table(&specs));
            out.extend(entry::entries(&specs).iter().filter_map(|entry| self.section(entry)));
        }
        if !self.specs.is_empty() {
            out.push("## All codes".to_owned());
            out.push(self.all_codes());
            out.push("## Statuses".to_owned());
            out.push(self.statuses());
        }
        if !self.retired.is_empty() {
            out.push("## Retired codes".to_owned());
            out.push("The service no longer sends these codes and will not reuse them.".to_owned());
            let codes: Vec<String> =
                self.retired.iter().map(|code| format!("- {}", code_span(code))).collect();
            out.push(codes.join("\n"));
        }
        out.join("\n\n") + "\n"
    }

    fn summary(&self) -> String {
        let codes = match self.entries().len() {
            0 => "No error codes.".to_owned(),
            1 => "1 error code.".to_owned(),
            n => format!("{n} error codes."),
        };
        match &self.version {
            Some(version) => format!("Version {}. {codes}", inline(version)),
            None => codes,
        }
    }

    fn all_codes(&self) -> String {
        let has_categories = self.specs.iter().any(|spec| spec.category().is_some());
        let mut head = vec!["Code", "HTTP", "Category", "Retryable"];
        if !has_categories {
            head.remove(2);
        }
        let rows = self.specs.iter().map(|spec| {
            let mut cells = vec![
                cell_code(spec.code()).into(),
                spec.status().as_u16().to_string().into(),
                Cow::from(cell(spec.category().unwrap_or_default())),
                yes_or_no(spec.retryable()).into(),
            ];
            if !has_categories {
                cells.remove(2);
            }
            cells
        });
        table(&head, rows)
    }

    fn statuses(&self) -> String {
        let mut groups = group_by(self.specs.iter().copied(), |spec| spec.status().as_u16());
        groups.sort_by_key(|(status, _)| *status);
        let rows = groups.iter().map(|(status, specs)| {
            let codes = entry::entries(specs);
            let codes: Vec<String> = codes.iter().map(|entry| cell_code(entry.code())).collect();
            vec![
                status.to_string().into(),
                specs[0].reason_phrase().into(),
                codes.join(", ").into(),
            ]
        });
        table(&["HTTP", "Meaning", "Codes"], rows)
    }

    /// Renders the section of a code, if there is more to say than its table row does.
    fn section(&self, entry: &Entry) -> Option<String> {
        let mut blocks = Vec::new();
        for spec in &entry.specs {
            blocks.extend(facts(spec, self.since(spec)));
            blocks.extend(spec.page().map(page).filter(|page| !page.is_empty()));
        }
        (!blocks.is_empty())
            .then(|| format!("### {}\n\n{}", code_span(entry.code()), blocks.join("\n\n")))
    }
}

fn category_table(specs: &[&'static CodeSpec]) -> String {
    let rows = specs.iter().map(|spec| {
        vec![
            linked_code(spec).into(),
            spec.status().as_u16().to_string().into(),
            yes_or_no(spec.retryable()).into(),
            cell(spec.description().unwrap_or(spec.title())).into(),
            Cow::from(cell(spec.resolution().unwrap_or_default())),
        ]
    });
    table(&["Code", "HTTP", "Retryable", "Description", "Resolution"], rows)
}

/// Lists the facts of a code that its category's table does not have.
fn facts(spec: &CodeSpec, since: Option<&str>) -> Option<String> {
    let mut facts = Vec::new();
    if let Some(reason) = spec.deprecated() {
        let reason = if reason.is_empty() { String::new() } else { format!(": {}", line(reason)) };
        facts.push(format!("**Deprecated**{reason}"));
    }
    facts.extend(since.map(|since| format!("Since {}", inline(since))));
    for detail in spec.details() {
        let optional = if detail.is_optional() { ", optional" } else { "" };
        let name = code_span(detail.name());
        facts.push(format!("Detail {name}: {}{optional}", detail.kind().as_str()));
    }
    if spec.has_field_errors() {
        facts.push("Field errors".to_owned());
    }
    if let Some(wait) = spec.retry_after() {
        facts.push(format!("Header `retry-after`: {} seconds by default", wait.as_secs()));
    } else if spec.has_retry_after() {
        facts.push("Header `retry-after`".to_owned());
    }
    facts.extend(spec.headers().iter().map(|name| format!("Header {}", code_span(name))));
    let items: Vec<String> = facts.into_iter().map(|fact| format!("- {fact}")).collect();
    (!items.is_empty()).then(|| items.join("\n"))
}

/// A page with its headings below that of its code.
fn page(page: &str) -> String {
    let mut out = Vec::new();
    let mut fence = None;
    for line in page.trim().lines() {
        let trimmed = line.trim_start();
        let opens = ["```", "~~~"].into_iter().find(|marks| trimmed.starts_with(marks));
        match (fence, opens) {
            (None, Some(marks)) => fence = Some(marks),
            (Some(open), Some(marks)) if open == marks => fence = None,
            _ => {}
        }
        let level = trimmed.bytes().take_while(|&byte| byte == b'#').count();
        let is_heading = matches!(level, 1..=6) && trimmed[level..].starts_with([' ', '\t']);
        if fence.is_none() && opens.is_none() && is_heading {
            out.push(format!("{} {}", "#".repeat((level + 3).min(6)), trimmed[level..].trim()));
        } else {
            out.push(line.to_owned());
        }
    }
    out.join("\n")
}

fn table<'a>(head: &[&str], rows: impl Iterator<Item = Vec<Cow<'a, str>>>) -> String {
    let rule = head.iter().map(|_| "---").collect::<Vec<_>>().join("|");
    let mut lines = vec![format!("| {} |", head.join(" | ")), format!("|{rule}|")];
    lines.extend(rows.map(|cells| format!("| {} |", cells.join(" | "))));
    lines.join("\n")
}

fn yes_or_no(value: bool) -> &'static str {
    if value { "Yes" } else { "No" }
}

/// A code span whose content is shown as it is.
fn code_span(code: &str) -> String {
    let code = text::visible(code);
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{code}{space}{fence}")
}

/// [`code_span`] in a table, where a pipe would end the cell.
fn cell_code(code: &str) -> String {
    // Parsers disagree whether two backslashes escape the pipe after them.
    if code.contains(r"\|") {
        let code = escape(code).replace(r"\\", "&#92;").replace(r"\|", "&#124;");
        return format!("<code>{code}</code>");
    }
    code_span(code).replace('|', r"\|")
}

/// A text in a table.
fn cell(text: &str) -> String {
    let parts = text::parts(text).into_iter().map(|part| match part {
        Part::Plain(text) => escape(text),
        Part::Code(code) => cell_code(code),
    });
    parts.collect::<String>().trim().to_owned()
}

/// A text within a line.
fn inline(text: &str) -> String {
    let parts = text::parts(text).into_iter().map(|part| match part {
        Part::Plain(text) => escape(text),
        Part::Code(code) => code_span(code),
    });
    parts.collect::<String>().trim().to_owned()
}

/// A text that begins a line, where `#`, `-`, `+`, `=`, `1.` and `1)` have a meaning of their own.
fn line(text: &str) -> String {
    let text = inline(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text.starts_with(['#', '-', '+', '=']) {
        format!("\\{text}")
    } else if digits > 0 && text[digits..].starts_with(['.', ')']) {
        format!("{}\\{}", &text[..digits], &text[digits..])
    } else {
        text
    }
}

/// A code in a table, which leads to its documentation.
fn linked_code(spec: &CodeSpec) -> String {
    let code = cell_code(spec.code());
    match spec.docs_url().filter(|url| !url.is_empty()) {
        // In angle brackets, a destination ends at `>` or a line break, and nothing else.
        Some(url) => {
            let url =
                text::visible(url).replace('<', "%3C").replace('>', "%3E").replace('|', "%7C");
            format!("[{code}](<{}>)", url.replace('\\', "%5C"))
        }
        None => code,
    }
}

/// Plain text, each character of which is shown as it is.
fn escape(text: &str) -> String {
    let text = text::visible(text);
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            '\\' | '`' | '*' | '|' | '[' | ']' | '~' | '$' => out.extend(['\\', c]),
            // Within a word it marks no emphasis, and codes are easier to search for without a backslash.
            '_' if is_word(before) && is_word(chars.peek().copied()) => out.push(c),
            '_' => out.push_str(r"\_"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
        before = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_show_what_was_written() {
        assert_eq!(cell("Include `X-Api-Key` header"), "Include `X-Api-Key` header");
        assert_eq!(cell("a|b `c|d` <b>&`"), r"a\|b `c\|d` &lt;b&gt;&amp;\`");
        assert_eq!(cell(r"`a\|b`"), "<code>a&#92;&#124;b</code>");
        assert_eq!(cell("two\nlines, *no* [link](x) snake_case _no_"), {
            r"two lines, \*no\* \[link\](x) snake_case \_no\_"
        });
    }

    #[test]
    fn the_beginning_of_a_line_has_no_meaning() {
        assert_eq!(line("# no heading"), r"\# no heading");
        assert_eq!(line("1. no list"), r"1\. no list");
        assert_eq!(line("410 is gone"), "410 is gone");
    }

    #[test]
    fn code_spans_hold_backticks() {
        assert_eq!(code_span("A"), "`A`");
        assert_eq!(code_span("a`b"), "``a`b``");
        assert_eq!(code_span("`a"), "`` `a ``");
    }

    #[test]
    fn headings_of_a_page_are_below_the_codes() {
        assert_eq!(page("# A\n\n```sh\n# b\n```\n#### C"), "#### A\n\n```sh\n# b\n```\n###### C");
    }
}
