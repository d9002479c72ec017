//! Format strings (`std::fmt`) as text: no fields, no tokens.

/// A part of a format string.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text, without the doubling of braces.
    Text(String),
    Placeholder {
        /// What it shows: a name, a number, or nothing.
        argument: String,
        /// What follows the colon, if there is one.
        spec: Vec<SpecPiece>,
    },
}

/// A part of what follows the colon of a placeholder.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum SpecPiece {
    Text(String),
    /// The name or number before a `$`: a width or precision.
    Argument(String),
}

/// What can be wrong with the form of a format string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormatError {
    /// A `{` without its `}`.
    Unclosed,
    /// A `}` without its `{`.
    Unopened,
    /// `{:.*}`
    Star,
}

/// Reads a format string; what follows an error is not read.
pub(crate) fn parse(text: &str) -> (Vec<Piece>, Option<FormatError>) {
    if !has_braces(text) {
        let pieces = if text.is_empty() { Vec::new() } else { vec![Piece::Text(text.to_owned())] };
        return (pieces, None);
    }
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    let error = loop {
        let Some(brace) = rest.find(['{', '}']) else {
            literal.push_str(rest);
            break None;
        };
        let (before, from_brace) = rest.split_at(brace);
        literal.push_str(before);
        if let Some(after) = from_brace.strip_prefix("{{") {
            literal.push('{');
            rest = after;
        } else if let Some(after) = from_brace.strip_prefix("}}") {
            literal.push('}');
            rest = after;
        } else if let Some(inside) = from_brace.strip_prefix('{') {
            let Some((placeholder, after)) = placeholder(inside) else {
                break Some(FormatError::Unclosed);
            };
            if !literal.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut literal)));
            }
            let (argument, spec) = match placeholder.split_once(':') {
                Some((argument, spec)) => (argument, spec),
                None => (placeholder, ""),
            };
            if spec.contains(".*") {
                break Some(FormatError::Star);
            }
            pieces.push(Piece::Placeholder {
                argument: argument.trim().to_owned(),
                spec: spec_pieces(spec),
            });
            rest = after;
        } else {
            break Some(FormatError::Unopened);
        }
    };
    if !literal.is_empty() {
        pieces.push(Piece::Text(literal));
    }
    (pieces, error)
}

/// Whether it is anything but text.
pub(crate) fn has_braces(text: &str) -> bool {
    text.as_bytes().contains(&b'{') || text.as_bytes().contains(&b'}')
}

/// Splits at the closing brace, which may also be a fill: `{:}<3}`.
fn placeholder(inside: &str) -> Option<(&str, &str)> {
    let fill = inside.split_once(':').filter(|(name, _)| !name.contains(['{', '}']));
    let start = match fill {
        Some((name, spec)) if fill_len(spec) > 1 => name.len() + 1 + fill_len(spec),
        _ => 0,
    };
    let end = start + inside.get(start..)?.find('}')?;
    let (placeholder, after) = (&inside[..end], &inside[end + 1..]);
    (!placeholder[start..].contains('{')).then_some((placeholder, after))
}

/// The length of a fill with its alignment (`$>`), or of an alignment alone.
fn fill_len(spec: &str) -> usize {
    let mut chars = spec.chars();
    let is_alignment = |char: Option<char>| matches!(char, Some('<' | '^' | '>'));
    match chars.next() {
        Some(first) if is_alignment(chars.next()) => first.len_utf8() + 1,
        first => usize::from(is_alignment(first)),
    }
}

fn spec_pieces(spec: &str) -> Vec<SpecPiece> {
    let mut pieces = Vec::new();
    if spec.is_empty() {
        return pieces;
    }
    let (fill, spec) = spec.split_at(fill_len(spec));
    if !fill.is_empty() {
        pieces.push(SpecPiece::Text(fill.to_owned()));
    }
    let mut parts = spec.split('$').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            pieces.push(SpecPiece::Text(part.to_owned()));
            break;
        }
        // Before a name stand signs and digits; what is not ASCII is of the name.
        let is_name = |char: char| char.is_alphanumeric() || char == '_' || !char.is_ascii();
        let start = part.char_indices().rev().take_while(|(_, char)| is_name(*char)).last();
        let (mut before, mut name) = part.split_at(start.map_or(part.len(), |(index, _)| index));
        if name.len() > 1 && name.starts_with('0') {
            // The flag `0` before a width.
            (before, name) = part.split_at(before.len() + 1);
        }
        pieces.push(SpecPiece::Text(before.to_owned()));
        pieces.push(SpecPiece::Argument(name.to_owned()));
    }
    pieces
}

/// The trait of `core::fmt` that a spec asks for; one the compiler does not know is left to its own message.
pub(crate) fn required_trait(spec: &[SpecPiece]) -> &'static str {
    let Some(SpecPiece::Text(end)) = spec.last() else { return "Display" };
    if end.ends_with('?') {
        return "Debug";
    }
    match end.trim_end().chars().next_back() {
        Some('x') => "LowerHex",
        Some('X') => "UpperHex",
        Some('o') => "Octal",
        Some('b') => "Binary",
        Some('e') => "LowerExp",
        Some('E') => "UpperExp",
        Some('p') => "Pointer",
        _ => "Display",
    }
}

/// The text of a format string without placeholders, its braces no longer doubled.
pub(crate) fn unescaped(text: &str) -> String {
    let text_of = |piece| match piece {
        Piece::Text(text) => text,
        Piece::Placeholder { .. } => String::new(),
    };
    parse(text).0.into_iter().map(text_of).collect()
}

/// The text as a part of a format string.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placeholders(text: &str) -> Vec<String> {
        let (pieces, error) = parse(text);
        assert_eq!(error, None, "{text}");
        pieces
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Text(_) => None,
                Piece::Placeholder { argument, spec } => {
                    let spec = spec.into_iter().map(|piece| match piece {
                        SpecPiece::Text(text) => text,
                        SpecPiece::Argument(name) => format!("<{name}>$"),
                    });
                    Some(format!("{argument}:{}", spec.collect::<String>()))
                }
            })
            .collect()
    }

    #[test]
    fn names_widths_and_fills() {
        assert_eq!(placeholders("{id} {0:?} {}"), ["id:", "0:?", ":"]);
        assert_eq!(placeholders("{id:$>8} {id:width$.p$}"), ["id:$>8", "id:<width>$.<p>$"]);
        assert_eq!(placeholders("{id:08} {id:01$} {id:é^3}"), ["id:08", "id:0<1>$", "id:é^3"]);
        assert_eq!(placeholders("{id:}<3} {{no}}"), ["id:}<3"]);
        // The second character of the name is a mark.
        assert_eq!(placeholders("{id:>+क्ष$}"), ["id:>+<क्ष>$"]);
    }

    #[test]
    fn braces_are_doubled_in_a_format_string() {
        for text in ["", "a", "{", "a {b} }"] {
            assert_eq!(unescaped(&escaped(text)), text);
        }
    }

    #[test]
    fn faults_of_form() {
        assert_eq!(parse("{a").1, Some(FormatError::Unclosed));
        assert_eq!(parse("{a {b}").1, Some(FormatError::Unclosed));
        assert_eq!(parse("a}").1, Some(FormatError::Unopened));
        assert_eq!(parse("{a:.*}").1, Some(FormatError::Star));
    }

    #[test]
    fn traits_of_specs() {
        let of = |text: &str| match parse(text).0.pop() {
            Some(Piece::Placeholder { spec, .. }) => required_trait(&spec),
            _ => "",
        };
        assert_eq!(of("{a:x?}"), "Debug");
        assert_eq!(of("{a:#010x}"), "LowerHex");
        assert_eq!(of("{a:width$}"), "Display");
    }
}
