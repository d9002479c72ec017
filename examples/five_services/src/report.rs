//! Prints what was asked, which variant answered, what was answered, and whether that was right.

use std::{
    io::{self, Write},
    net::SocketAddr,
};

use axum::{body::Bytes, http::Response};
use errcode::CodeSpec;

use crate::{
    command::Shown,
    compare::telling_headers,
    declaration::{self, Declaration},
    reference::{Request, Service},
    style::{BAD, GOOD, HEADING, QUIET, REQUEST, SOURCE, STATUS},
    text::{WIDTH, shortened, wrapped},
};

/// How many answers of a service were checked, and how many were right.
pub(crate) struct Tally {
    service: &'static str,
    codes: usize,
    right: usize,
    all: usize,
}

impl Tally {
    pub(crate) fn new(service: &Service) -> Self {
        let codes = service.catalog.len();
        Self { service: service.name, codes, right: 0, all: 0 }
    }

    pub(crate) fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    pub(crate) fn all_right(&self) -> bool {
        self.right == self.all
    }
}

pub(crate) fn heading(out: &mut impl Write, service: &Service) -> io::Result<()> {
    let Service { name, catalog, exchanges, .. } = service;
    let (codes, exchanges) = (catalog.len(), exchanges.len());
    writeln!(out, "{HEADING}{name}{HEADING:#}: {codes} codes, {exchanges} requests\n")
}

/// Request and answer in whole.
pub(crate) fn exchange(
    out: &mut impl Write,
    request: &Request,
    spec: Option<&'static CodeSpec>,
    answer: &Response<Bytes>,
) -> io::Result<()> {
    request_line(out, request)?;
    for (name, value) in &request.headers {
        writeln!(out, "  {QUIET}{name}: {value}{QUIET:#}")?;
    }
    if !request.body.is_empty() {
        writeln!(out, "  {QUIET}{}{QUIET:#}", shortened(&request.body))?;
    }
    declared(out, spec)?;
    status_line(out, answer)?;
    for (name, value) in telling_headers(answer) {
        writeln!(out, "  {name}: {value}")?;
    }
    let body = String::from_utf8_lossy(answer.body());
    let body =
        if body.len() > WIDTH { indented(&body).unwrap_or(body.into()) } else { body.into() };
    for line in body.lines() {
        writeln!(out, "  {line}")?;
    }
    writeln!(out)
}

/// Request and answer in a few lines.
pub(crate) fn highlight(
    out: &mut impl Write,
    request: &Request,
    spec: Option<&'static CodeSpec>,
    answer: &Response<Bytes>,
) -> io::Result<()> {
    request_line(out, request)?;
    declared(out, spec)?;
    status_line(out, answer)?;
    for (name, value) in telling_headers(answer).filter(|(name, _)| *name != "content-type") {
        writeln!(out, "  {name}: {value}")?;
    }
    for line in wrapped(&String::from_utf8_lossy(answer.body())) {
        writeln!(out, "  {line}")?;
    }
    writeln!(out)
}

/// What is wrong with the answer to `request`.
pub(crate) fn differences(
    out: &mut impl Write,
    request: &Request,
    differences: &[String],
) -> io::Result<()> {
    let Request { method, path, .. } = request;
    writeln!(out, "  {BAD}✗ {method} {path} is not answered as the reference says{BAD:#}")?;
    for difference in differences {
        writeln!(out, "    {}", difference.replace('\n', "\n    "))?;
    }
    writeln!(out)
}

fn request_line(out: &mut impl Write, request: &Request) -> io::Result<()> {
    writeln!(out, "  {REQUEST}{} {}{REQUEST:#}", request.method, request.path)
}

/// The variant that `spec` is declared at, with its place to the right of the first line.
fn declared(out: &mut impl Write, spec: Option<&'static CodeSpec>) -> io::Result<()> {
    const COLUMN: usize = 60;
    let Some(Declaration { place, lines }) = spec.and_then(declaration::of) else { return Ok(()) };
    for (index, line) in lines.iter().enumerate() {
        write!(out, "      {SOURCE}{line}{SOURCE:#}")?;
        if index == 0 {
            let gap = COLUMN.saturating_sub(line.chars().count());
            write!(out, "{:gap$}  {QUIET}{place}{QUIET:#}", "")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn status_line(out: &mut impl Write, answer: &Response<Bytes>) -> io::Result<()> {
    match answer.status().canonical_reason() {
        Some(reason) => writeln!(out, "  {STATUS}{} {reason}{STATUS:#}", answer.status().as_str()),
        None => writeln!(out, "  {STATUS}{}{STATUS:#}", answer.status().as_str()),
    }
}

pub(crate) fn summary(out: &mut impl Write, tallies: &[Tally], shown: Shown) -> io::Result<()> {
    writeln!(out, "{HEADING}{:16}{:>8}{:>8}{HEADING:#}", "", "codes", "answers")?;
    let mut row = |name: &str, codes: usize, right: usize, all: usize| {
        let (style, verdict) =
            if right == all { (GOOD, "✓ as the reference says") } else { (BAD, "✗ differ") };
        let wrong = if right == all { String::new() } else { format!("{} ", all - right) };
        writeln!(out, "{name:16}{codes:>8}{all:>8}  {style}{wrong}{verdict}{style:#}")
    };
    for Tally { service, codes, right, all, .. } in tallies {
        row(service, *codes, *right, *all)?;
    }
    let sum = |number: fn(&Tally) -> usize| tallies.iter().map(number).sum::<usize>();
    row("total", sum(|tally| tally.codes), sum(|tally| tally.right), sum(|tally| tally.all))?;
    if shown == Shown::Highlights {
        writeln!(out, "\nMore: `-- all`, `-- aitbc` (or another service), `-- serve`, `-- help`")?;
    }
    out.flush()
}

/// A line of curl that sends `request`, for a POSIX shell.
pub(crate) fn curl(out: &mut impl Write, server: SocketAddr, request: &Request) -> io::Result<()> {
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

/// JSON with its members in the order they were sent.
fn indented(json: &str) -> Option<String> {
    let mut pretty = Vec::new();
    let mut from = serde_json::Deserializer::from_str(json);
    serde_transcode::transcode(&mut from, &mut serde_json::Serializer::pretty(&mut pretty)).ok()?;
    String::from_utf8(pretty).ok()
}
