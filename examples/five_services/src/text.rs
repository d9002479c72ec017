//! Text that fits a terminal.

/// The widest line that is printed, but for words that are wider.
pub(crate) const WIDTH: usize = 96;

/// Breaks a line after spaces or commas, with the rest indented as the line is, or a little.
pub(crate) fn wrapped(line: &str) -> Vec<String> {
    let indentation = (line.len() - line.trim_start().len()).max(4);
    let mut lines = Vec::new();
    let mut rest = line.to_owned();
    while let Some((end, _)) = rest.char_indices().nth(WIDTH) {
        let first_word = rest.len() - rest.trim_start().len();
        let Some(space) = rest[first_word..end].rfind([' ', ',']) else { break };
        let after = first_word + space + 1;
        lines.push(rest[..after].trim_end().to_owned());
        rest = format!("{:indentation$}{}", "", &rest[after..]);
    }
    lines.push(rest);
    lines
}

/// The beginning of a line.
pub(crate) fn shortened(line: &str) -> String {
    match line.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_after_spaces_and_commas() {
        let word = &*"x".repeat(50);
        assert_eq!(wrapped(word), [word]);
        assert_eq!(wrapped(&format!("{word} {word}")), [word, &format!("    {word}")]);
        let (first, second) = (format!("{word},"), format!("    é{word}"));
        assert_eq!(wrapped(&format!("{word},é{word}")), [first, second]);
    }

    #[test]
    fn a_long_word_is_kept_whole_or_shortened() {
        let word = &*"é".repeat(2 * WIDTH);
        assert_eq!(wrapped(word), [word]);
        assert_eq!(shortened(word), format!("{}…", "é".repeat(WIDTH)));
    }
}
