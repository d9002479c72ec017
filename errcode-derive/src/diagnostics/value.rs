//! The values of keys.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::Lit;

use super::{
    Report,
    text::{shortened, source, visible},
};
use crate::{
    attr::{
        Entry, Seconds, Written,
        schema::{Form, Target},
    },
    code_style::Style,
    literal::Str,
    status,
};

/// Another value than the key takes.
pub(crate) fn expected(entry: &Entry) -> Report {
    let Entry { key, known, usage, target, written } = entry;
    let suggestion = meant(entry).unwrap_or_else(|| usage.example.to_owned());
    let hint = match (known.name, target) {
        ("detail", Target::Variant | Target::Struct) => {
            "; to make a field public, write `detail` on the field"
        }
        ("header", Target::Variant | Target::Struct) => {
            "; to send a field, write `header = \"Name\"` on the field"
        }
        _ => "",
    };
    let what = usage.form.expected();
    match written {
        Written::Value(tokens) if !tokens.is_empty() => error!(
            tokens,
            "expected {what} for `{}`, found `{}`: write `{suggestion}`{hint}",
            known.name,
            shortened(&source(&tokens.stream()), 60)
        ),
        Written::List(tokens) if !tokens.is_empty() => {
            error!(tokens, "expected {what} for `{}`: write `{suggestion}`{hint}", known.name)
        }
        _ => error!(key, "expected {what} for `{}`: write `{suggestion}`{hint}", known.name),
    }
}

/// The key as it was most likely meant, with the user's own value.
fn meant(entry: &Entry) -> Option<String> {
    let name = entry.known.name;
    let tokens = &entry.written.stream()?;
    let text = plain(tokens);
    if let (Form::Message, Some(arguments)) = (entry.usage.form, with_comma(tokens)) {
        return Some(format!("{name}({arguments})"));
    }
    match entry.usage.form {
        Form::String | Form::Message | Form::FieldHeader | Form::FieldDetail => {
            (!text.is_empty() && text.len() <= 200 && !text.contains(['(', '!']))
                .then(|| format!("{name} = {text:?}"))
                .filter(|_| name != "code_style" || Style::named(&text).is_some())
        }
        Form::Bool => {
            let value = match text.to_ascii_lowercase().as_str() {
                "true" | "yes" | "1" | "on" | "y" => "true",
                "false" | "no" | "0" | "off" | "n" => "false",
                _ => return None,
            };
            Some(format!("{name} = {value}"))
        }
        Form::Seconds => Some(format!("{name} = {}", seconds(&text)?.min(Seconds::MOST))),
        Form::Status => {
            let digits =
                |part: &str| part.parse().ok().filter(|number| status::is_allowed(*number));
            let parts = || text.split(|char: char| !char.is_ascii_digit());
            if let Some(number) = parts().find_map(digits).filter(|_| !text.contains(['+', '*'])) {
                return Some(format!("{name} = {number}"));
            }
            let number = status::number_of(&text.trim().replace([' ', '-'], "_").to_uppercase())?;
            status::is_allowed(number).then(|| format!("{name} = {number}"))
        }
        Form::Strings => {
            let strings = strings(tokens);
            (!strings.is_empty()).then(|| format!("{name}({})", strings.join(", ")))
        }
        Form::Type | Form::Path => {
            let text = text.trim().to_owned();
            (syn::parse_str::<syn::Path>(&text).is_ok() && text != "Self" && text != "self")
                .then(|| format!("{name} = {text}"))
        }
        Form::Header | Form::Detail => {
            let strings = strings(tokens);
            match strings.as_slice() {
                [one, other] => Some(format!("{name}({one}, {other})")),
                [one] => Some(format!("{name}({one}, \"…\")")),
                _ => None,
            }
        }
        Form::Flag => None,
    }
}

/// The text in a literal, or the tokens as they are written.
fn plain(tokens: &TokenStream) -> String {
    let mut iter = tokens.clone().into_iter();
    match (iter.next(), iter.next()) {
        (Some(TokenTree::Literal(literal)), None) => match Lit::new(literal.clone()) {
            Lit::Str(text) => visible(&text.value()),
            Lit::Char(char) => char.value().to_string(),
            Lit::ByteStr(bytes) => visible(&String::from_utf8_lossy(&bytes.value())),
            _ => literal.to_string(),
        },
        (Some(TokenTree::Group(group)), None) => plain(&group.stream()),
        _ => source(tokens),
    }
}

/// A format string and its arguments, which stand behind it without a comma.
fn with_comma(tokens: &TokenStream) -> Option<String> {
    let mut iter = tokens.clone().into_iter();
    let first = iter.next()?;
    let arguments: TokenStream = iter.collect();
    let is_text = matches!(&first, TokenTree::Literal(literal) if Str::of(literal).is_some());
    (is_text && !arguments.is_empty()).then(|| format!("{first}, {}", source(&arguments)))
}

/// The strings of a list, whatever form they are in.
fn strings(tokens: &TokenStream) -> Vec<String> {
    tokens
        .clone()
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Literal(_) => vec![format!("{:?}", plain(&token.into()))],
            TokenTree::Ident(ident) => vec![format!("{:?}", ident.to_string())],
            TokenTree::Group(group) => strings(&group.stream()),
            TokenTree::Punct(_) => Vec::new(),
        })
        .collect()
}

/// The seconds in `30s`, `5min`, `"30"`, `Duration::from_secs(30)`.
fn seconds(text: &str) -> Option<u64> {
    let start = text.find(|char: char| char.is_ascii_digit())?;
    let digits: String = text[start..]
        .chars()
        .filter(|char| *char != '_')
        .take_while(char::is_ascii_digit)
        .collect();
    let number: u64 = digits.parse().ok()?;
    let rest = text[start..].trim_start_matches(|char: char| char.is_ascii_digit() || char == '_');
    let unit = rest.trim().trim_end_matches(')');
    Some(match unit {
        "min" | "m" | "mins" | "minutes" => number.checked_mul(60)?,
        "h" | "hours" => number.checked_mul(3600)?,
        "ms" | "millis" => number.div_ceil(1000),
        _ if text.contains("from_millis") => number.div_ceil(1000),
        _ if text.contains("from_mins") => number.checked_mul(60)?,
        _ if unit.starts_with('.') => number.checked_add(1)?,
        _ => number,
    })
}

pub(crate) fn flag_with_value(entry: &Entry) -> Report {
    let Entry { key, known, target, written, .. } = entry;
    let name = known.name;
    if *target == Target::Field && matches!(name, "retry_after" | "status") {
        return error!(
            key,
            "`{name}` takes no value on a field, as the field is the value: write `{name}`; a static one is valid on \
             the variant"
        );
    }
    let is_false =
        matches!(written, Written::Value(value) if value.stream().to_string() == "false");
    if is_false {
        return error!(key, "`{name}` takes no value: remove `{name} = false`");
    }
    error!(key, "`{name}` takes no value: write `{name}`")
}

pub(crate) fn scalar_expected(name: &Str, value: &TokenStream) -> Report {
    error!(
        value,
        "expected a literal or `null` for the detail, found `{}`: write `detail({:?}, \"…\")`; to make a field public, \
         write `detail` on the field",
        shortened(&source(value), 60),
        visible(name.value())
    )
}

pub(crate) fn detail_option(entry: &Entry, part: &TokenStream) -> Report {
    let mut tokens = part.clone().into_iter();
    if let (Some(TokenTree::Literal(literal)), None) = (tokens.next(), tokens.next()) {
        return error!(part, "unexpected `{literal}`: write `detail = {literal}`");
    }
    if part.is_empty() {
        return error!(entry.key, "expected a name or an option: write `{}`", entry.usage.example);
    }
    error!(
        part,
        "unknown option `{}` of `detail`: use `name = \"…\"`, `skip_if = path` or `kind = \"string\"`, each once",
        shortened(&source(part), 60)
    )
}

pub(crate) fn not_a_function(part: &TokenStream) -> Report {
    error!(
        part,
        "expected the path of a function, found `{}`: write `skip_if = Vec::is_empty`, or that of a function of your own",
        shortened(&source(part), 60)
    )
}

pub(crate) fn unknown_style(name: &Str) -> Report {
    let names: Vec<_> = Style::NAMES.iter().map(|(name, _)| format!("`\"{name}\"`")).collect();
    error!(
        name,
        "unknown `code_style` `{}`: use one of {}",
        shortened(&visible(name.value()), 60),
        names.join(", ")
    )
}

pub(crate) fn docs_url_braces(url: &impl ToTokens) -> Report {
    error!(
        url,
        "`docs_url` supports only the placeholder `{{code}}`: write it as \
         `docs_url = \"https://docs.example.com/errors/{{code}}\"`"
    )
}
