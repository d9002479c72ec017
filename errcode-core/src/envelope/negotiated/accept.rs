//! The `Accept` header (RFC 9110 §12.5.1). An element that is no media range is passed over: it does not make the
//! others void.

/// The position of the media type that a client accepts with the highest quality, of equal ones the first; `None` if it
/// accepts none of them.
pub(super) fn best(accept: &str, offered: &[&str]) -> Option<usize> {
    let ranges: Vec<Range<'_>> = elements(accept).filter_map(Range::parse).collect();
    let mut best = None;
    for (position, offer) in offered.iter().enumerate() {
        let quality = quality_of(offer, &ranges);
        if quality > best.map_or(0, |(_, quality)| quality) {
            best = Some((position, quality));
        }
    }
    best.map(|(position, _)| position)
}

/// The quality of the most specific range that the media type is in; 0 without one.
fn quality_of(offer: &str, ranges: &[Range<'_>]) -> u16 {
    let Some(offer) = Range::parse(offer) else { return 0 };
    let matching =
        ranges.iter().filter_map(|range| Some((range.specificity_for(&offer)?, range.quality)));
    // Of two that are alike, the first counts.
    let best = matching.rev().max_by_key(|(specificity, _)| *specificity);
    best.map_or(0, |(_, quality)| quality)
}

/// `type/subtype;name=value;q=0.5`, or a wildcard.
struct Range<'a> {
    main: &'a str,
    sub: &'a str,
    parameters: Vec<(&'a str, &'a str)>,
    /// In thousandths.
    quality: u16,
}

impl<'a> Range<'a> {
    fn parse(element: &'a str) -> Option<Self> {
        let mut parts = split(element, ';').map(trim);
        let (main, sub) = parts.next()?.split_once('/')?;
        if !is_token(main) || !is_token(sub) || (main == "*" && sub != "*") {
            return None;
        }
        let mut range = Self { main, sub, parameters: Vec::new(), quality: 1000 };
        for part in parts.filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            if name.eq_ignore_ascii_case("q") {
                range.quality = quality(value)?;
                // What follows are extensions, which RFC 9110 has given up.
                break;
            }
            range.parameters.push((name, unquoted(value)));
        }
        Some(range)
    }

    /// How closely it describes a media type that is in it.
    fn specificity_for(&self, offer: &Range<'_>) -> Option<usize> {
        let is_same = |range: &str, offer: &str| range.eq_ignore_ascii_case(offer);
        if self.main == "*" {
            return Some(0);
        }
        if !is_same(self.main, offer.main) {
            return None;
        }
        if self.sub == "*" {
            return Some(1);
        }
        let has = |(name, value): &(&str, &str)| {
            match offer.parameters.iter().find(|(other, _)| is_same(name, other)) {
                Some((_, of_offer)) => is_same(value, of_offer),
                // What is offered is UTF-8, whether its type says so or not.
                None => is_same(name, "charset") && is_same(value, "utf-8"),
            }
        };
        let is_in = is_same(self.sub, offer.sub) && self.parameters.iter().all(has);
        is_in.then_some(2 + self.parameters.len())
    }
}

/// The elements of a list (RFC 9110 §5.6.1).
fn elements(list: &str) -> impl Iterator<Item = &str> {
    split(list, ',').map(trim).filter(|element| !element.is_empty())
}

/// The parts between separators that are not in a quoted string.
fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    text.split(move |char| {
        let was_escaped = std::mem::take(&mut is_escaped);
        match char {
            _ if was_escaped => {}
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            _ => return char == separator && !is_quoted,
        }
        false
    })
}

fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

fn unquoted(value: &str) -> &str {
    value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value)
}

/// A weight in thousandths: `0`, `1`, or up to three digits after a point (RFC 9110 §12.4.2).
fn quality(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let thousandths = decimals
        .bytes()
        .fold((0, 100), |(sum, unit), digit| (sum + u16::from(digit - b'0') * unit, unit / 10));
    match (whole, thousandths.0) {
        ("0", thousandths) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

/// RFC 9110 §5.6.2.
fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const OFFERED: [&str; 4] = [
        "application/json",
        "application/problem+json",
        "text/markdown; charset=utf-8",
        "text/html; charset=utf-8",
    ];

    #[track_caller]
    fn chosen(accept: &str, expected: Option<usize>) {
        assert_eq!(best(accept, &OFFERED), expected, "{accept}");
    }

    #[test]
    fn the_highest_quality_wins_and_the_service_chooses_among_equals() {
        chosen("*/*", Some(0));
        chosen("application/problem+json", Some(1));
        chosen("application/problem+json, application/json", Some(0));
        chosen("application/problem+json, application/json;q=0.9", Some(1));
        chosen("text/*", Some(2));
        chosen("text/*;q=0.5, text/html", Some(3));
        chosen("TEXT/HTML", Some(3));
        chosen(
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8",
            Some(3),
        );
        chosen("text/html;q=0.001, */*;q=0", Some(3));
    }

    #[test]
    fn the_most_specific_range_counts() {
        chosen("application/json;q=0.1, */*", Some(1));
        chosen("application/json;q=0, application/*;q=0.2", Some(1));
        chosen("text/markdown;charset=UTF-8;q=0.9, text/markdown;q=0.1, text/html;q=0.5", Some(2));
        chosen("text/markdown;variant=x, text/html;q=0.5", Some(3));
        chosen("text/markdown;charset=\"utf-8\"", Some(2));
        chosen("text/html, text/html;q=0", Some(3));
        chosen("application/problem+json; charset=UTF-8", Some(1));
        chosen("application/problem+json; charset=latin1", None);
    }

    #[test]
    fn nothing_acceptable() {
        chosen("image/png", None);
        chosen("*/*;q=0", None);
        chosen("", None);
    }

    #[test]
    fn nonsense_is_passed_over() {
        for nonsense in [
            "text",
            "*/html",
            "text/html;q=2",
            "text/html;q=0.1234",
            "a b/c",
            "text/html;q",
            "/",
            ";q=1",
            ",,",
        ] {
            chosen(nonsense, None);
            chosen(&format!("{nonsense}, application/problem+json"), Some(1));
        }
        chosen("text/html;x=\"a,b;q=0\";q=0.5", None);
        chosen("text/html;x=\"unclosed, application/problem+json", None);
    }

    proptest! {
        #[test]
        fn no_header_panics(accept in "[a-z/*;=q0-9., \"\\\\]{0,200}") {
            let _ = best(&accept, &OFFERED);
        }

        /// A range of its own for each type: the order of the header and that of the qualities do not matter.
        #[test]
        fn qualities_decide(qualities in proptest::collection::vec(0..=1000_u16, 4), rotation in 0..4_usize) {
            let offered = ["a/a", "b/b", "c/c", "d/d"];
            let mut ranges: Vec<String> = offered
                .iter()
                .zip(&qualities)
                .map(|(offer, quality)| format!("{offer};q={}.{:03}", quality / 1000, quality % 1000))
                .collect();
            ranges.rotate_left(rotation);
            let chosen = best(&ranges.join(","), &offered);
            let highest = qualities.iter().copied().max().unwrap_or_default();
            let expected = qualities.iter().position(|quality| *quality == highest && highest > 0);
            prop_assert_eq!(chosen, expected);
        }
    }
}
