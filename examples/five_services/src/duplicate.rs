//! A duplicate code that does not compile, with what the compiler says of it.

use std::io::{self, Write};

use crate::{
    style::{BAD, HEADING, QUIET, SOURCE},
    text::wrapped,
};

// A case of errcode's own tests, which hold the compiler to the text.
const SOURCE_FILE: &str = include_str!("duplicate/across_crates.rs");
const MESSAGE: &str = include_str!("duplicate/across_crates.stderr");

pub(crate) fn show(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{HEADING}A code that two crates use does not compile{HEADING:#}\n")?;
    let source = SOURCE_FILE.lines().skip(2).take_while(|line| !line.starts_with("fn main"));
    for line in source.filter(|line| !line.is_empty()) {
        writeln!(out, "      {SOURCE}{line}{SOURCE:#}")?;
    }
    let message = MESSAGE.replace("$DIR/", "").replace("$CRATE", "shop");
    let lines = message.lines().filter(|line| !line.contains("= note:") && line.trim() != "|");
    for (index, line) in lines.enumerate() {
        let style = if index == 0 { BAD } else { QUIET };
        for line in wrapped(line) {
            writeln!(out, "  {style}{line}{style:#}")?;
        }
    }
    writeln!(out)
}
