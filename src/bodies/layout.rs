//! Where the parts of an error are in a body.

use std::collections::BTreeSet;

use super::{
    Json, Renderer,
    probe::{FIELD, Parts, Probe},
};
use crate::CodeSpec;

/// The path to a value in a body.
pub(crate) type Path = Vec<Step>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    Member(String),
    Item(usize),
}

/// The paths of an error's parts in a body. `None` if the envelope leaves the part out or transforms it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Layout {
    pub(crate) code: Option<Path>,
    pub(crate) message: Option<Path>,
    pub(crate) retryable: Option<Path>,
    pub(crate) request_id: Option<Path>,
    /// The object whose members are the fields with errors.
    pub(crate) field_errors: Option<Path>,
    pub(crate) details: Option<DetailsLayout>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DetailsLayout {
    /// The object that has the details.
    pub(crate) path: Path,
    /// The members that it has without any detail.
    pub(crate) others: Vec<String>,
}

const CODE: &str = "\u{e000}errcode:code";
const MESSAGE: &str = "\u{e000}errcode:message";
const DETAIL: &str = "\u{e000}errcode:detail";
const REQUEST_ID: &str = "\u{e000}errcode:request_id";

impl Layout {
    /// The layout of the bodies of one code. Envelopes can have another for another code.
    pub(crate) fn learn(renderer: &Renderer, spec: &'static CodeSpec) -> Self {
        let body = |change: &dyn Fn(&mut Probe)| {
            let mut probe = Probe::new(spec, Parts::ALL);
            probe.code = CODE;
            probe.message = MESSAGE;
            probe.detail = Some(DETAIL);
            change(&mut probe);
            let renderer = renderer.clone();
            let context = renderer.context.clone().request_id(REQUEST_ID);
            Json::parse(renderer.with_context(context).full(&probe).body())
        };
        let Some(all) = body(&|_| {}) else { return Self::default() };
        let text = |wanted: &str| find(&all, &|value| *value == Json::from(wanted));
        let object_with = |name: &str| find(&all, &|value| value.get(name).is_some());
        let other = body(&|probe| probe.retryable = !probe.retryable);
        let details = object_with(DETAIL).map(|path| {
            let without = body(&|probe| probe.parts = Parts::NO_DETAILS);
            let others = match without.as_ref().and_then(|without| at(without, &path)) {
                Some(Json::Object(members)) => {
                    members.iter().map(|(name, _)| name.clone()).collect()
                }
                _ => Vec::new(),
            };
            DetailsLayout { path, others }
        });
        Self {
            code: text(CODE),
            message: text(MESSAGE),
            retryable: other.and_then(|other| {
                let differs = |path: &Path| at(&other, path) != at(&all, path);
                find_path(&all, &|value, path| matches!(value, Json::Bool(_)) && differs(path))
            }),
            request_id: text(REQUEST_ID),
            field_errors: object_with(FIELD),
            details,
        }
    }
}

impl Renderer {
    /// The layouts of these codes' bodies, each once.
    pub(crate) fn layouts(&self, specs: &[&'static CodeSpec]) -> Vec<Layout> {
        static ANY: CodeSpec = CodeSpec::new("ANY", http::StatusCode::BAD_REQUEST)
            .with_field_errors()
            .with_runtime_retry_after();
        let mut layouts: Vec<Layout> = Vec::new();
        for spec in std::iter::once(&ANY).chain(specs.iter().copied()) {
            let mut layout = Layout::learn(self, spec);
            // The path of field errors is known from a code that has them.
            layout.field_errors =
                layout.field_errors.or_else(|| layouts.first()?.field_errors.clone());
            if !layouts.contains(&layout) {
                layouts.push(layout);
            }
        }
        unite_others(&mut layouts);
        layouts.into_iter().fold(Vec::new(), |mut unique, layout| {
            if !unique.contains(&layout) {
                unique.push(layout);
            }
            unique
        })
    }
}

/// Makes a member that is next to the details of some codes, such as `retry_after`, an envelope member for all.
fn unite_others(layouts: &mut [Layout]) {
    let all: Vec<DetailsLayout> = layouts.iter().filter_map(|l| l.details.clone()).collect();
    for details in layouts.iter_mut().filter_map(|layout| layout.details.as_mut()) {
        let same = all.iter().filter(|other| other.path == details.path);
        let others: BTreeSet<&String> = same.flat_map(|other| &other.others).collect();
        details.others = others.into_iter().cloned().collect();
    }
}

/// The value at the end of a path.
pub(super) fn at<'a>(mut value: &'a Json, path: &Path) -> Option<&'a Json> {
    for step in path {
        value = match (step, value) {
            (Step::Member(name), value) => value.get(name)?,
            (Step::Item(index), Json::Array(items)) => items.get(*index)?,
            _ => return None,
        };
    }
    Some(value)
}

fn find(value: &Json, wanted: &dyn Fn(&Json) -> bool) -> Option<Path> {
    find_path(value, &|value, _| wanted(value))
}

/// The path to the first value that is wanted.
fn find_path(value: &Json, wanted: &dyn Fn(&Json, &Path) -> bool) -> Option<Path> {
    fn walk(value: &Json, path: &mut Path, wanted: &dyn Fn(&Json, &Path) -> bool) -> bool {
        if wanted(value, path) {
            return true;
        }
        let mut inside = |step: Step, value: &Json| {
            path.push(step);
            let found = walk(value, path, wanted);
            if !found {
                path.pop();
            }
            found
        };
        match value {
            Json::Array(items) => {
                items.iter().enumerate().any(|(index, item)| inside(Step::Item(index), item))
            }
            Json::Object(members) => {
                members.iter().any(|(name, member)| inside(Step::Member(name.clone()), member))
            }
            _ => false,
        }
    }
    let mut path = Path::new();
    walk(value, &mut path, wanted).then_some(path)
}
