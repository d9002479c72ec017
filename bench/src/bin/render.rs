//! Rendering an error: errcode beside a hand-written serde struct and beside its peers.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin render
//! ```

use errcode_bench::{
    allocations::{Counting, count},
    contest::Contest,
    render::{
        Occurrence, SHAPES, Shape,
        peers::{PEERS, Peer},
    },
    table,
};
use serde_json::Value;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let mut rows = vec![head()];
    for shape in &SHAPES {
        for details in [0, 2, 8] {
            check(shape, &Occurrence::with_details(details));
            let label =
                |what: &str| vec![shape.name.to_owned(), details.to_string(), what.to_owned()];
            let bodies = [shape.errcode.0, shape.by_hand.0, shape.reserved.0];
            let mut row = label("body");
            row.extend(compare(shape, details, &bodies, |peer| peer.body));
            rows.push(row);
            let responses = [shape.errcode.1, shape.by_hand.1, shape.reserved.1];
            let mut row = label("response");
            row.extend(compare(shape, details, &responses, |peer| peer.full));
            rows.push(row);
        }
    }
    table::print(3, &rows);
}

fn head() -> Vec<String> {
    let columns = [
        "envelope",
        "details",
        "what",
        "errcode ns",
        "÷ by hand",
        "÷ reserved",
        "allocations",
        "by hand",
        "reserved",
    ];
    let peers = PEERS.iter().map(|peer| format!("÷ {}", peer.name));
    columns.into_iter().map(str::to_owned).chain(peers).collect()
}

/// The measured columns: errcode against the hand-written structs, then against each peer.
fn compare<O>(
    shape: &Shape,
    details: usize,
    [errcode, by_hand, reserved]: &[fn(&Occurrence) -> O; 3],
    of_peer: impl Fn(&Peer) -> fn(&Occurrence) -> O,
) -> Vec<String> {
    let peers = PEERS.iter().filter(|peer| takes_part(peer, shape)).map(&of_peer);
    let contenders: Vec<_> = [*errcode, *by_hand, *reserved].into_iter().chain(peers).collect();
    let contest = Contest::run(|| Occurrence::with_details(details), &contenders);
    let occurrence = &Occurrence::with_details(details);
    let mut cells = vec![
        format!("{:.0}", contest.nanos(0)),
        format!("{:.2}", contest.ratio(0, 1)),
        format!("{:.2}", contest.ratio(0, 2)),
        count(|| errcode(occurrence)).to_string(),
        count(|| by_hand(occurrence)).to_string(),
        count(|| reserved(occurrence)).to_string(),
    ];
    let mut contender = 2;
    for peer in &PEERS {
        if takes_part(peer, shape) {
            contender += 1;
            cells.push(format!("{:.2}", contest.ratio(0, contender)));
        } else {
            cells.push("–".to_owned());
        }
    }
    cells
}

/// A peer that makes problem details makes nothing else; `api-error` has a shape of its own, with the same
/// values, beside every other.
fn takes_part(peer: &Peer, shape: &Shape) -> bool {
    shape.is_problem || !peer.is_problem
}

/// Everybody says the same before anybody is timed.
fn check(shape: &Shape, occurrence: &Occurrence) {
    let body = (shape.errcode.0)(occurrence);
    let text = |body: &[u8]| String::from_utf8_lossy(body).into_owned();
    assert_eq!(text(&body), text(&(shape.by_hand.0)(occurrence)));
    assert_eq!(text(&body), text(&(shape.reserved.0)(occurrence)));
    let (response, by_hand) = ((shape.errcode.1)(occurrence), (shape.by_hand.1)(occurrence));
    assert_eq!(response.status(), by_hand.status());
    assert_eq!(response.headers(), by_hand.headers());
    assert_eq!((response.body(), by_hand.body()), (&body, &body));
    if shape.is_problem {
        for peer in &PEERS {
            let mut expected: Value = serde_json::from_slice(&body).expect("JSON");
            if !peer.is_problem {
                let message = expected.as_object_mut().and_then(|body| body.remove("detail"));
                expected = serde_json::json!({ "message": message, "extended": expected });
            }
            let actual: Value = serde_json::from_slice(&(peer.body)(occurrence)).expect("JSON");
            if peer.has_members {
                assert_eq!(actual, expected, "{}", peer.name);
            } else {
                let text = actual.to_string();
                for (name, value) in expected.as_object().into_iter().flatten() {
                    // The title is that of a kind of errors.
                    assert!(name == "title" || text.contains(&value.to_string()), "{name}: {text}");
                }
            }
        }
    }
}
