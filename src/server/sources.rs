use std::{error::Error, iter};

/// How many sources are followed: a chain that leads back to itself has no end.
const MAX_SOURCES: usize = 64;

/// The sources of an error, the nearest of which is `first`.
pub(crate) fn sources<'a>(
    first: Option<&'a (dyn Error + 'static)>,
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    iter::successors(first, |error| (*error).source()).take(MAX_SOURCES)
}

#[cfg(test)]
mod tests {
    use std::fmt;

    use super::*;

    #[derive(Debug)]
    struct Round;

    impl fmt::Display for Round {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("round")
        }
    }

    impl Error for Round {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(self)
        }
    }

    #[test]
    fn a_chain_that_leads_back_to_itself_has_an_end() {
        assert_eq!(sources(Round.source()).count(), MAX_SOURCES);
        assert_eq!(sources(Some(&fmt::Error)).count(), 1);
    }
}
