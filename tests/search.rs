//! Search over the real catalogue: queries with the tools they must find, and laws that hold for any query.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;
use vidde::data;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::search::{Hit, Index, search};
use vidde::domain::text::Lang;
use vidde::domain::tool::ToolId;

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(data::built_in().0, Vec::new()).knowing(data::synonyms()));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&CATALOGUE));

fn ids(query: &str) -> Vec<String> {
    search(&INDEX, query, Lang::Nb).into_iter().map(|hit| hit.id.to_string()).collect()
}

fn has(id: &str) -> bool {
    ToolId::new(id).is_some_and(|id| CATALOGUE.tool(&id).is_some())
}

/// The hits as a person would want to see them when a test fails.
fn told(hits: &[Hit]) -> String {
    hits.iter().take(6).fold(String::new(), |mut text, hit| {
        let _ = write!(text, "\n    {:5} {:28}", hit.score, hit.id);
        for why in &hit.why {
            let _ = write!(text, " {}={:?}/{:?}:{}", why.word, why.place, why.layer, why.score);
        }
        text
    })
}

/// What a table of queries came to.
#[derive(Default)]
struct Tally {
    rows: usize,
    absent: usize,
    first: usize,
    reciprocal: f64,
    within_five: bool,
    missed: String,
}

/// Runs a table (query, category, acceptable first ids, ids wanted among the first five) over the tools that are there.
fn run(table: &str) -> Tally {
    let mut tally = Tally { within_five: true, ..Tally::default() };
    for row in table.lines().skip(1).filter(|row| !row.trim().is_empty()) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [query, category, first, five] = cells[..] else { panic!("four cells in {row:?}") };
        let wanted: Vec<&str> = first.split(',').filter(|id| has(id)).collect();
        let hits = search(&INDEX, query, Lang::Nb);
        let found: Vec<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
        if category == "none" {
            tally.rows += 1;
            let right = found.is_empty();
            tally.first += usize::from(right);
            tally.reciprocal += f64::from(u8::from(right));
            if !right {
                let _ = write!(tally.missed, "\n{query} ({category}) should find nothing:{}", told(&hits));
            }
            continue;
        }
        if wanted.is_empty() {
            tally.absent += 1;
            continue;
        }
        tally.rows += 1;
        let place = found.iter().position(|id| wanted.contains(id));
        tally.first += usize::from(place == Some(0));
        tally.reciprocal += place.map_or(0.0, |place| 1.0 / f64::from(u32::try_from(place).unwrap_or(u32::MAX) + 1));
        if place != Some(0) {
            let _ =
                write!(tally.missed, "\n{query} ({category}) should find {first} first, was {place:?}:{}", told(&hits));
        }
        for id in five.split(',').filter(|id| has(id)) {
            if !found.iter().take(5).any(|other| *other == id) {
                tally.within_five = false;
                let _ = write!(tally.missed, "\n{query} ({category}) should have {id} among five:{}", told(&hits));
            }
        }
    }
    tally
}

fn rate(part: f64, tally: &Tally) -> f64 {
    part / f64::from(u32::try_from(tally.rows).unwrap_or(u32::MAX))
}

#[test]
#[allow(clippy::cast_precision_loss, reason = "a few hundred rows")]
fn the_right_card_comes_first() {
    let tally = run(include_str!("queries.tsv"));
    let (first, mean) = (rate(tally.first as f64, &tally), rate(tally.reciprocal, &tally));
    println!(
        "{} rows, {} for tools that are not there yet; first {first:.3}, reciprocal {mean:.4}{}",
        tally.rows, tally.absent, tally.missed
    );
    assert!(
        first >= 0.98 && mean >= 0.985 && tally.within_five,
        "first {first:.3}, reciprocal {mean:.4}{}",
        tally.missed
    );
}

#[test]
#[allow(clippy::cast_precision_loss, reason = "a few hundred rows")]
fn hand() {
    let tally = run(include_str!("hand.tsv"));
    let (first, mean) = (rate(tally.first as f64, &tally), rate(tally.reciprocal, &tally));
    println!(
        "{} rows, {} for tools that are not there yet; first {first:.3}, reciprocal {mean:.4}{}",
        tally.rows, tally.absent, tally.missed
    );
}
