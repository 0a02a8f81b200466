//! The rules for what follows what: two tools that are there, once, one way, with a short reason; every tool somewhere.

use super::{Limits, lacking, named, remark, signs, wordy};
use crate::domain::Problem;
use crate::domain::catalogue::Catalogue;
use crate::domain::sequences::{Sequence, Sequences};
use crate::domain::tool::ToolId;
use std::collections::{BTreeMap, BTreeSet};

/// What there is to remark on the pairs.
#[must_use]
pub fn sequences(sequences: &Sequences, catalogue: &Catalogue, limits: &Limits) -> Vec<Problem> {
    let pairs = &sequences.pairs;
    let each = pairs.iter().flat_map(|pair| {
        let found = [ids(pair, catalogue), reason(pair, limits)].concat();
        found.into_iter().map(|text| remark(place(pair), text))
    });
    let lone = catalogue.tools().map(|tool| &tool.id).filter(|id| !pairs.iter().any(|pair| has(pair, id)));
    let lone = lone.map(|id| remark(id, "comes neither before nor after another tool"));
    each.chain(doubled(pairs)).chain(lone).collect()
}

fn place(pair: &Sequence) -> String {
    format!("{} → {}", pair.first, pair.then)
}

fn has(pair: &Sequence, id: &ToolId) -> bool {
    pair.first == *id || pair.then == *id
}

fn ids(pair: &Sequence, catalogue: &Catalogue) -> Vec<String> {
    let lost = [&pair.first, &pair.then].into_iter().filter(|id| catalogue.tool(id).is_none());
    let own = (pair.first == pair.then).then(|| "a tool does not follow itself".to_owned());
    lost.map(|id| format!("there is no tool {id}")).chain(own).collect()
}

fn reason(pair: &Sequence, limits: &Limits) -> Vec<String> {
    let why = named("why", &pair.why);
    [lacking(&why, &limits.languages), wordy(&why, limits.reason), signs(&why)].concat()
}

/// The pairs that stand twice or both ways, and the reasons given twice.
fn doubled(pairs: &[Sequence]) -> Vec<Problem> {
    let (mut seen, mut reasons, mut found) = (BTreeSet::new(), BTreeMap::new(), Vec::new());
    for pair in pairs {
        let back = seen.contains(&(&pair.then, &pair.first)) && pair.first != pair.then;
        if !seen.insert((&pair.first, &pair.then)) || back {
            found.push(remark(place(pair), "stands twice, or both ways"));
        }
        for (lang, line) in super::written(&pair.why) {
            if let Some(earlier) = reasons.insert((lang.code(), line.as_str()), pair) {
                found.push(remark(place(pair), format!("has the reason of {}: {line}", place(earlier))));
            }
        }
    }
    found
}
