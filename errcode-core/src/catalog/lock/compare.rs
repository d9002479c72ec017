//! What a build has broken of what was released, found at compile time.

use super::released::{Answer, Detail, Promise, Released};
use crate::{
    CodeSpec, DetailSpec,
    catalog::{Catalog, text::Text},
    const_str::same,
};

/// The number of breaks that are told of one by one.
const MOST: usize = 50;

/// The length of [`breaks`]; 0 if nothing is broken.
#[must_use]
pub const fn breaks_len(catalog: &Catalog, path: &str, released: &[Released]) -> usize {
    write_breaks(catalog, path, released, &mut [])
}

/// What to tell the author of a catalog about its lock: a line for each break.
#[must_use]
pub const fn breaks<const LEN: usize>(
    catalog: &Catalog,
    path: &str,
    released: &[Released],
) -> [u8; LEN] {
    let mut text = [b' '; LEN];
    if LEN == 0 {
        // The compiler evaluates this although nothing is told.
        return text;
    }
    write_breaks(catalog, path, released, &mut text);
    text
}

const fn write_breaks(
    catalog: &Catalog,
    path: &str,
    released: &[Released],
    into: &mut [u8],
) -> usize {
    let mut report = Report { text: Text::new(into), breaks: 0 };
    let mut index = 0;
    while index < released.len() {
        if !is_kept(catalog, &released[index]) {
            report.code(catalog, &released[index]);
        }
        index += 1;
    }
    report.end(path)
}

/// Whether a code answers as was released, by numbers alone: each step costs in const evaluation, and hardly any code
/// is in need of more.
const fn is_kept(catalog: &Catalog, released: &Released) -> bool {
    let Promise::Answers(Answer { status, retryable, promises, .. }) = released.promise else {
        return false;
    };
    let mut slot = catalog.first_slot(released.hash);
    while let Some(position) = catalog.at(slot) {
        if catalog.entries.hash(position) == released.hash
            && let Some(spec) = catalog.entries.spec(position)
            && spec.answers(status, retryable, promises)
        {
            return true;
        }
        slot = catalog.next_slot(slot);
    }
    false
}

struct Report<'a> {
    text: Text<'a>,
    breaks: usize,
}

impl Report<'_> {
    const fn code(&mut self, catalog: &Catalog, released: &Released) {
        let code = released.code;
        let used = catalog.find(code, released.hash);
        match (&released.promise, used) {
            (Promise::NeverAgain, None) | (Promise::Exists, Some(_)) => {}
            (Promise::NeverAgain, Some(slot)) => {
                if self.begin() {
                    self.text.write_all(&["retired code `", code, "` is used again by "]);
                    self.write_user(catalog.spec_in(slot));
                    self.text
                        .write_all(&[": clients may still know its old meaning; use a new code"]);
                }
            }
            (Promise::Exists, None) => self.gone(catalog, released, None),
            (Promise::Answers(answer), None) => self.gone(catalog, released, Some(answer)),
            (Promise::Answers(answer), Some(first)) => self.answers(catalog, answer, first),
        }
    }

    const fn gone(&mut self, catalog: &Catalog, released: &Released, answer: Option<&Answer>) {
        if catalog.has_retired(released.code, released.hash) || !self.begin() {
            return;
        }
        self.text.write_all(&["released code `", released.code, "` is gone"]);
        if let Some(answer) = answer {
            self.text.write_all(&[" (it had status "]);
            self.text.write_number(answer.status as usize);
            self.text.write_all(&[")"]);
        }
        self.text
            .write_all(&[": bring it back, or list it in `retired(...)` of the type that had it"]);
    }

    /// A code that is in use: one of its variants has to keep what was released.
    const fn answers(&mut self, catalog: &Catalog, released: &Answer, first: usize) {
        let spec = catalog.spec_in(first);
        let mut slot = Some(first);
        while let Some(at) = slot {
            if keeps(catalog.spec_in(at), released) {
                return;
            }
            slot = catalog.find_next(at, spec);
        }
        if catalog.find_next(first, spec).is_none() {
            return self.answer(released, spec);
        }
        if self.begin() {
            self.text.write_all(&[
                "no variant of the shared code `",
                spec.code(),
                "` answers any more as line ",
            ]);
            self.text.write_number(released.line);
            self.text.write_all(&[" of the lock says"]);
        }
    }

    const fn answer(&mut self, released: &Answer, spec: &CodeSpec) {
        if released.status != spec.status().as_u16() && self.begin_about(spec) {
            self.text.write_all(&["its status was "]);
            self.text.write_number(released.status as usize);
            self.text.write_all(&[", it is "]);
            self.text.write_number(spec.status().as_u16() as usize);
        }
        if released.retryable != spec.retryable() && self.begin_about(spec) {
            let [was, is] = if released.retryable { ["true", "false"] } else { ["false", "true"] };
            self.text.write_all(&["`retryable` was ", was, ", it is ", is]);
        }
        let mut index = 0;
        while index < released.details.len() {
            self.detail(&released.details[index], spec);
            index += 1;
        }
        index = 0;
        while index < released.headers.len() {
            let name = released.headers[index];
            if !has_header(spec, name) && self.begin_about(spec) {
                self.text.write_all(&["header `", name, "` is gone"]);
            }
            index += 1;
        }
    }

    const fn detail(&mut self, released: &Detail, spec: &CodeSpec) {
        let (name, kind, is_optional) = *released;
        match detail_of(spec, name) {
            None => {
                if self.begin_about(spec) {
                    self.text.write_all(&["detail `", name, "` (", kind, ") is gone"]);
                }
            }
            Some(detail) => {
                if !keeps_kind(detail, released) && self.begin_about(spec) {
                    self.text.write_all(&["detail `", name, "` was "]);
                    self.write_kind(kind, is_optional);
                    self.text.write_all(&[", it is "]);
                    self.write_kind(detail.kind().as_str(), detail.is_optional());
                }
            }
        }
    }

    const fn write_kind(&mut self, kind: &str, is_optional: bool) {
        self.text.write_all(&[if is_optional { "optional " } else { "" }, kind]);
    }

    /// Counts a break; returns whether there is room to tell of it.
    const fn begin(&mut self) -> bool {
        self.breaks += 1;
        if self.breaks > MOST {
            return false;
        }
        self.new_line();
        true
    }

    const fn begin_about(&mut self, spec: &CodeSpec) -> bool {
        if !self.begin() {
            return false;
        }
        self.text.write_all(&["released code `", spec.code(), "` of "]);
        self.write_user(spec);
        self.text.write_all(&[": "]);
        true
    }

    const fn write_user(&mut self, spec: &CodeSpec) {
        self.text.write_all(&["`", spec.variant(), "` (", spec.location(), ")"]);
    }

    const fn new_line(&mut self) {
        if self.text.len() > 0 {
            self.text.write_all(&["\n"]);
        }
    }

    const fn end(mut self, path: &str) -> usize {
        if self.breaks > MOST {
            self.text.write_all(&["\nand "]);
            self.text.write_number(self.breaks - MOST);
            self.text.write_all(&[" more"]);
        }
        if self.breaks > 0 {
            self.text.write_all(&[
                "\nto release the change all the same, run `ERRCODE_LOCK=overwrite cargo test` and commit `",
                path,
                "`",
            ]);
        }
        self.text.len()
    }
}

/// Whether a variant answers as was released.
const fn keeps(spec: &CodeSpec, released: &Answer) -> bool {
    // Nothing is written without a buffer: what there would be to tell is counted.
    let mut report = Report { text: Text::new(&mut []), breaks: 0 };
    report.answer(released, spec);
    report.breaks == 0
}

const fn has_header(spec: &CodeSpec, name: &str) -> bool {
    let headers = spec.headers();
    let mut index = 0;
    while index < headers.len() {
        if same(name, headers[index]) {
            return true;
        }
        index += 1;
    }
    false
}

const fn detail_of(spec: &CodeSpec, name: &str) -> Option<&'static DetailSpec> {
    let details = spec.details();
    let mut index = 0;
    while index < details.len() {
        if same(name, details[index].name()) {
            return Some(&details[index]);
        }
        index += 1;
    }
    None
}

/// Whether a client that reads the released kind can read this one. Nothing was promised of an unknown kind.
const fn keeps_kind(detail: &DetailSpec, &(_, kind, is_optional): &Detail) -> bool {
    (same(kind, detail.kind().as_str()) || same(kind, "unknown"))
        && (is_optional || !detail.is_optional())
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::*;
    use crate::{
        DetailKind,
        catalog::{
            self,
            lock::released::{released, released_code, retired},
        },
        spec::hash,
    };

    const LIMIT: CodeSpec = CodeSpec::new("JOB LIMIT", StatusCode::TOO_MANY_REQUESTS)
        .with_details(&[
            DetailSpec::new("plan", DetailKind::Str).optional(),
            DetailSpec::new("limit", DetailKind::Integer),
        ])
        .with_headers(&["x-limit"]);
    const GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
    const MORE: CodeSpec = LIMIT
        .with_details(&[
            DetailSpec::new("new", DetailKind::Unknown),
            DetailSpec::new("limit", DetailKind::Integer),
            DetailSpec::new("plan", DetailKind::Str),
        ])
        .with_headers(&["x-new", "x-limit"])
        .with_title("New");
    const LESS: &[DetailSpec] = &[DetailSpec::new("limit", DetailKind::Integer)];
    const RETYPED: &[DetailSpec] = &[
        DetailSpec::new("limit", DetailKind::Str).optional(),
        DetailSpec::new("plan", DetailKind::Str),
    ];
    const RELEASED: &[Released] = &[
        a_released("GONE", 3, 410, false, &[], &[]),
        a_released(
            "JOB LIMIT",
            4,
            429,
            true,
            &[("limit", "integer", false), ("plan", "string", true)],
            &["x-limit"],
        ),
        retired("OLD", hash("OLD")),
    ];

    const fn a_released(
        code: &'static str,
        line: usize,
        status: u16,
        retryable: bool,
        details: &'static [Detail],
        headers: &'static [&'static str],
    ) -> Released {
        released(code, hash(code), line, status, retryable, 1, details, headers)
    }

    fn a_catalog(specs: Vec<CodeSpec>, retired: &'static [&'static str]) -> Catalog {
        catalog::tests::a_catalog(specs, retired, None)
    }

    fn broken(catalog: &Catalog, released: &[Released]) -> String {
        let len = breaks_len(catalog, "errcodes.lock", released);
        let text = breaks::<16384>(catalog, "errcodes.lock", released);
        String::from_utf8(text[..len].to_vec()).unwrap()
    }

    #[test]
    fn additions_break_nothing_and_every_loss_does() {
        let same = |limit: CodeSpec| broken(&a_catalog(vec![limit, GONE], &[]), RELEASED);
        assert_eq!(same(LIMIT), "");
        assert_eq!(same(MORE), "");
        assert_eq!(broken(&a_catalog(vec![GONE], &["JOB LIMIT"]), RELEASED), "");
        for (changed, expected) in [
            (LIMIT.with_retryable(false), "`retryable` was true, it is false"),
            (LIMIT.with_headers(&[]), "header `x-limit` is gone"),
            (LIMIT.with_details(LESS), "detail `plan` (string) is gone"),
            (LIMIT.with_details(RETYPED), "detail `limit` was integer, it is optional string"),
        ] {
            let text = same(changed);
            assert!(text.contains(expected) && text.contains("ERRCODE_LOCK=overwrite"), "{text}");
        }
        let text = broken(&a_catalog(vec![GONE], &[]), RELEASED);
        assert!(text.contains("released code `JOB LIMIT` is gone (it had status 429)"), "{text}");
        let old = CodeSpec::new("OLD", StatusCode::GONE);
        let text = broken(&a_catalog(vec![GONE, LIMIT, old], &[]), RELEASED);
        assert!(text.contains("retired code `OLD` is used again"), "{text}");
    }

    #[test]
    fn codes_alone_may_change_their_answers() {
        let codes = [released_code("GONE", hash("GONE")), released_code("LOST", hash("LOST"))];
        let text = broken(&a_catalog(vec![GONE.with_retryable(true)], &[]), &codes);
        assert!(text.starts_with("released code `LOST` is gone: bring it back"), "{text}");
        assert_eq!(text.lines().count(), 2);
    }

    #[test]
    fn a_shared_code_keeps_each_of_its_answers() {
        let ok = CodeSpec::new("HE_02", StatusCode::OK).with_shared();
        let bad = CodeSpec::new("HE_02", StatusCode::BAD_REQUEST).with_shared();
        let both = [
            a_released("HE_02", 3, 200, false, &[], &[]),
            a_released("HE_02", 4, 400, false, &[], &[]),
        ];
        assert_eq!(broken(&a_catalog(vec![bad.clone(), ok], &[]), &both), "");
        let gone = bad.clone().with_retryable(true);
        let text = broken(&a_catalog(vec![bad, gone], &[]), &both);
        assert!(
            text.contains("no variant of the shared code `HE_02` answers any more as line 3"),
            "{text}"
        );
    }

    #[test]
    fn breaks_beyond_the_first_are_counted() {
        let lost: Vec<Released> = (0..60).map(|_| released_code("LOST", hash("LOST"))).collect();
        let text = broken(&a_catalog(vec![GONE], &[]), &lost);
        assert_eq!(text.matches("is gone").count(), MOST);
        assert!(text.contains("\nand 10 more\n"), "{text}");
    }
}
