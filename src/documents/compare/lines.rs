//! The lines of a document. Tables that a copy has put on one line are laid out again.

/// A line and its number, from 1.
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) text: String,
}

pub(super) fn lines(markdown: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for (index, line) in markdown.lines().enumerate() {
        let mut push = |text: &str| {
            lines.push(Line { number: index + 1, text: text.trim().to_owned() });
        };
        if is_flattened(line) {
            flattened(line, &mut push);
        } else if line.trim() != "|" {
            // A lone pipe is what is left of a line number's column.
            push(line);
        }
    }
    lines
}

/// Returns `true` if a table's delimiter row shares its line with other text.
fn is_flattened(line: &str) -> bool {
    rule(line).is_some_and(|rule| {
        !line[..rule.start].trim().is_empty() || !line[rule.end..].trim().is_empty()
    })
}

/// Lays out a line that holds tables, headings and fences.
fn flattened(mut line: &str, push: &mut impl FnMut(&str)) {
    while let Some(rule) = rule(line) {
        let head = head_start(&line[..rule.start], rule.columns);
        texts(&line[..head], push);
        push(&line[head..rule.start]);
        push(&line[rule.start..rule.end]);
        line = &line[rule.end..];
        while let Some(len) = row_len(line, rule.columns) {
            push(&line[..len]);
            line = &line[len..];
        }
    }
    texts(line, push);
}

/// Text without tables: headings and fences begin lines of their own.
fn texts(text: &str, push: &mut impl FnMut(&str)) {
    let mut start = 0;
    let mut fenced = false;
    for (at, _) in text.match_indices([' ', '\n']) {
        let rest = &text[at + 1..];
        let hashes = rest.bytes().take_while(|&byte| byte == b'#').count();
        let is_heading = !fenced && (2..=6).contains(&hashes) && rest[hashes..].starts_with(' ');
        let is_fence = rest.starts_with("```");
        if is_heading || is_fence {
            push(&text[start..at]);
            start = at + 1;
        }
        if is_fence {
            fenced = !fenced;
            if !fenced {
                // The closing fence is a line of its own.
                push("```");
                start = at + 1 + 3;
            }
        }
    }
    push(&text[start..]);
}

struct Rule {
    start: usize,
    end: usize,
    columns: usize,
}

/// The first `|---|---|`.
fn rule(line: &str) -> Option<Rule> {
    let mut from = 0;
    while let Some(start) = line[from..].find('|').map(|found| from + found) {
        let mut columns = 0;
        let mut end = start + 1;
        while let Some(len) = line[end..].find('|') {
            let cell = line[end..end + len].trim();
            if !cell.contains('-') || !cell.bytes().all(|byte| matches!(byte, b'-' | b':')) {
                break;
            }
            columns += 1;
            end += len + 1;
        }
        if columns > 0 {
            return Some(Rule { start, end, columns });
        }
        from = start + 1;
    }
    None
}

/// Where the row begins that ends the text.
fn head_start(text: &str, columns: usize) -> usize {
    text.rmatch_indices('|').nth(columns).map_or(0, |(at, _)| at)
}

/// The length of the row that the text begins with.
fn row_len(text: &str, columns: usize) -> Option<usize> {
    let start = text.len() - text.trim_start().len();
    if !text[start..].starts_with('|') {
        return None;
    }
    let pipes = text.match_indices('|').map(|(at, _)| at);
    let mut pipes = pipes.filter(|&at| at == 0 || text.as_bytes()[at - 1] != b'\\');
    pipes.nth(columns).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_on_one_line_is_laid_out() {
        let text = "# T Text. ## A | Code | HTTP | |---|:--| | `A` | 401 | | `B` | 402 | Text ```py # c ## d ``` ## B";
        let lines: Vec<String> = lines(text).into_iter().map(|line| line.text).collect();
        assert_eq!(
            lines,
            [
                "# T Text.",
                "## A",
                "| Code | HTTP |",
                "|---|:--|",
                "| `A` | 401 |",
                "| `B` | 402 |",
                "Text",
                "```py # c ## d",
                "```",
                "",
                "## B",
            ]
        );
    }
}
