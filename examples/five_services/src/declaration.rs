//! Finds the variant that a code is declared at.

use errcode::CodeSpec;

const SOURCES: [(&str, &str); 5] = [
    ("services/aitbc.rs", include_str!("services/aitbc.rs")),
    ("services/generation.rs", include_str!("services/generation.rs")),
    ("services/igny8.rs", include_str!("services/igny8.rs")),
    ("services/image2model.rs", include_str!("services/image2model.rs")),
    ("services/protocol_guide.rs", include_str!("services/protocol_guide.rs")),
];

/// Where a variant or struct is declared, and how.
pub(crate) struct Declaration {
    /// `services/aitbc.rs:76`
    pub(crate) place: String,
    /// Doc comment, attributes, name and fields, without indentation.
    pub(crate) lines: Vec<&'static str>,
}

pub(crate) fn of(spec: &CodeSpec) -> Option<Declaration> {
    let (path, line) = spec.location().rsplit_once(':')?;
    let (file, source) = SOURCES.iter().find(|(file, _)| path.ends_with(file))?;
    let index = line.parse::<usize>().ok()?.checked_sub(1)?;
    let lines: Vec<_> = source.lines().collect();

    // Variants and items have an empty line between them; a variant ends where the indentation does.
    let indentation = indentation(lines.get(index)?);
    let belongs = |line: &&&str| !line.is_empty() && self::indentation(line) >= indentation;
    let before = lines[..index].iter().rev().take_while(belongs).count();
    let after = lines[index..].iter().take_while(belongs).count();
    let lines = lines[index - before..index + after].iter().map(|line| &line[indentation..]);
    Some(Declaration { place: format!("{file}:{line}"), lines: lines.collect() })
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
