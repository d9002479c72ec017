//! What a misspelled name was most likely meant to be.

/// The candidate nearest to `name`, if any is near.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str> + Clone,
) -> Option<&'a str> {
    let letters = |name: &str| -> String {
        name.chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|char| char.to_ascii_lowercase())
            .collect()
    };
    let plain = letters(name);
    candidates.clone().find(|candidate| letters(candidate) == plain).or_else(|| {
        candidates
            .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
            .filter(|(distance, candidate)| *distance <= candidate.len().max(name.len()) / 3)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, candidate)| candidate)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_near_names_are_suggested() {
        let keys = ["status", "code", "docs_url"];
        assert_eq!(nearest("stauts", keys.into_iter()), Some("status"));
        assert_eq!(nearest("docsUrl", keys.into_iter()), Some("docs_url"));
        assert_eq!(nearest("colour", keys.into_iter()), None);
    }
}
