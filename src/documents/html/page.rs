//! Longer texts, written in Markdown.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::escape::is_web;

/// Renders Markdown as HTML. Headings are nested below the code's, raw HTML is escaped, and links with schemes other than
/// `http` and `https` are removed.
pub(super) fn page(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(markdown, options).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        // The page makes no requests, so images become links.
        Event::Start(
            Tag::Link { link_type, dest_url, title, id }
            | Tag::Image { link_type, dest_url, title, id },
        ) => Event::Start(Tag::Link { link_type, dest_url: web(dest_url), title, id }),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Link),
        event => event,
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

fn web(url: CowStr<'_>) -> CowStr<'_> {
    if is_web(&url) { url } else { "#".into() }
}

fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H4,
        HeadingLevel::H2 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_in_a_page_is_text() {
        let html = page(
            "# A\n\n<script>x</script> <b>y</b>\n\n[z](javascript:1) ![i](https://e.example/i.png)",
        );
        assert!(
            !html.contains("<script") && !html.contains("<b>") && !html.contains("<img"),
            "{html}"
        );
        assert!(html.contains("<h4>A</h4>") && html.contains("<a href=\"#\">z</a>"), "{html}");
    }
}
