//! Lists of tokens between commas, of which those in generic arguments end nothing.

use proc_macro2::TokenTree;

/// The parts of a list; a comma at the end ends the last part. `opens` says whether a `<` behind a token begins generic
/// arguments, outside of others.
pub(crate) fn split(
    tokens: impl IntoIterator<Item = TokenTree>,
    opens: impl Fn(Option<&TokenTree>) -> bool,
) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    let mut angles = 0_usize;
    for token in tokens {
        let Some(part) = parts.last_mut() else { break };
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                ',' if angles == 0 => {
                    parts.push(Vec::new());
                    continue;
                }
                '<' if angles > 0 || opens(part.last()) => angles += 1,
                '>' if !is_arrow(part) => angles = angles.saturating_sub(1),
                _ => {}
            }
        }
        part.push(token);
    }
    if parts.last().is_some_and(Vec::is_empty) {
        parts.pop();
    }
    parts
}

/// Whether a `>` behind these tokens is that of `fn() -> T`, which closes nothing.
pub(crate) fn is_arrow(before: &[TokenTree]) -> bool {
    matches!(before.last(), Some(TokenTree::Punct(dash)) if dash.as_char() == '-')
}
