//! Prints what was asked, what was answered, and whether that was right.

use std::io::{self, Write};

use axum::{body::Bytes, http::Response};

use crate::{
    compare::telling_headers,
    reference::{Request, Service},
};

/// How many answers of a service were checked, and how many were right.
pub(crate) struct Tally {
    pub(crate) service: &'static str,
    pub(crate) right: usize,
    pub(crate) all: usize,
}

pub(crate) fn heading(out: &mut impl Write, service: &Service) -> io::Result<()> {
    let title = format!("{}, {} codes", service.name, service.catalog.len());
    writeln!(out, "━━━ {title} {}\n", "━".repeat(70 - title.len()))
}

pub(crate) fn exchange(
    out: &mut impl Write,
    request: &Request,
    answer: &Response<Bytes>,
    differences: &[String],
) -> io::Result<()> {
    writeln!(out, "▶ {} {}", request.method, request.path)?;
    for (name, value) in &request.headers {
        writeln!(out, "  {name}: {value}")?;
    }
    if !request.body.is_empty() {
        writeln!(out, "  {}", shortened(&request.body))?;
    }
    match answer.status().canonical_reason() {
        Some(phrase) => writeln!(out, "◀ {} {phrase}", answer.status().as_str())?,
        None => writeln!(out, "◀ {}", answer.status().as_str())?,
    }
    for (name, value) in telling_headers(answer) {
        writeln!(out, "  {name}: {value}")?;
    }
    let body = String::from_utf8_lossy(answer.body());
    let body = if body.starts_with('{') { indented(&body).into() } else { body };
    for line in body.lines() {
        writeln!(out, "{}", format!("  {line}").trim_end())?;
    }
    for difference in differences {
        writeln!(out, "✗ {}", difference.replace('\n', "\n  "))?;
    }
    if differences.is_empty() {
        writeln!(out, "✓ as the reference says")?;
    }
    writeln!(out)
}

pub(crate) fn summary(out: &mut impl Write, tallies: &[Tally]) -> io::Result<()> {
    for Tally { service, right, all } in tallies {
        let mark = if right == all { '✓' } else { '✗' };
        writeln!(out, "{mark} {service:<15} {right:>2} of {all:>2} answers as the reference says")?;
    }
    Ok(())
}

/// A line of curl that sends `request`, for a POSIX shell.
pub(crate) fn curl(
    out: &mut impl Write,
    server: std::net::SocketAddr,
    request: &Request,
) -> io::Result<()> {
    write!(out, "curl -i")?;
    if request.method != "GET" {
        write!(out, " -X {}", request.method)?;
    }
    for (name, value) in &request.headers {
        write!(out, " -H {}", quoted(&format!("{name}: {value}")))?;
    }
    if !request.body.is_empty() {
        write!(out, " -d {}", quoted(&request.body))?;
    }
    writeln!(out, " {}", quoted(&format!("http://{server}{}", request.path)))
}

fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// Compact JSON with a line for each member, in the order they were sent.
fn indented(json: &str) -> String {
    let mut text = String::new();
    let mut depth = 0;
    let (mut in_string, mut escaped) = (false, false);
    for char in json.chars() {
        if matches!(char, '}' | ']') && !in_string {
            depth -= 1;
            text.push_str(&line_break(depth));
        }
        text.push(char);
        match char {
            _ if in_string => {
                in_string = escaped || char != '"';
                escaped = !escaped && char == '\\';
            }
            '"' => in_string = true,
            '{' | '[' => {
                depth += 1;
                text.push_str(&line_break(depth));
            }
            ',' => text.push_str(&line_break(depth)),
            ':' => text.push(' '),
            _ => {}
        }
    }
    text
}

fn line_break(depth: usize) -> String {
    format!("\n{}", "  ".repeat(depth))
}

fn shortened(text: &str) -> String {
    const WIDTH: usize = 90;
    match text.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
