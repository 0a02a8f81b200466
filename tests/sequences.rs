//! What a machine can judge of `data/sequences.ron`: which tools follow one another well, and why; and that the cards
//! lead there.
#![allow(clippy::expect_used, reason = "a test that cannot read its data should stop")]

mod common;

use std::collections::BTreeSet;
use vidde::data;
use vidde::domain::sequences::Sequence;
use vidde::domain::text::Lang;
use vidde::domain::tool::{ToolId, Variant};
use vidde::screens::card::lines;

/// The most words of a reason: it is one line.
const WORDS: usize = 24;

fn pairs() -> Vec<Sequence> {
    let pairs = data::sequences().pairs;
    assert!(pairs.len() >= 200, "only {} pairs", pairs.len());
    pairs
}

/// Fails with every pair that has a fault.
fn none(fault: impl Fn(&Sequence) -> bool) {
    let faults: Vec<String> = pairs().iter().filter(|pair| fault(pair)).map(named).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

fn named(pair: &Sequence) -> String {
    format!("{} → {}: {:?}", pair.first, pair.then, pair.why)
}

#[test]
fn both_tools_of_a_pair_are_there_and_are_two() {
    let catalogue = data::catalogue(Vec::new()).0;
    none(|pair| pair.first == pair.then || [&pair.first, &pair.then].iter().any(|id| catalogue.tool(id).is_none()));
}

#[test]
fn no_pair_stands_twice_nor_both_ways() {
    let mut seen = BTreeSet::new();
    let doubled: Vec<String> = pairs()
        .iter()
        .filter(|pair| {
            let back = seen.contains(&(pair.then.clone(), pair.first.clone()));
            !seen.insert((pair.first.clone(), pair.then.clone())) || back
        })
        .map(named)
        .collect();
    assert!(doubled.is_empty(), "{doubled:#?}");
}

#[test]
fn every_tool_comes_before_or_after_another() {
    let pairs = pairs();
    let named: BTreeSet<&ToolId> = pairs.iter().flat_map(|pair| [&pair.first, &pair.then]).collect();
    let catalogue = data::catalogue(Vec::new()).0;
    let lost: Vec<_> = catalogue.tools().map(|tool| &tool.id).filter(|id| !named.contains(id)).collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn every_reason_is_one_line_in_both_languages_and_stands_once() {
    none(|pair| {
        let lines = [Lang::Nb, Lang::En].map(|lang| pair.why.written(lang));
        lines.iter().any(|line| line.is_none_or(|line| !(4..=WORDS).contains(&line.split_whitespace().count())))
    });
    for lang in [Lang::Nb, Lang::En] {
        let pairs = pairs();
        let different: BTreeSet<&str> = pairs.iter().map(|pair| pair.why.pick(lang)).collect();
        assert_eq!(different.len(), pairs.len(), "{lang:?}");
    }
}

#[test]
fn a_card_shows_and_opens_what_comes_before_and_after() {
    let model = common::model(Lang::En);
    let tool = model.catalogue.tool(&ToolId::new("ai-interview").expect("an id")).expect("a tool");
    let lines = lines(&model, tool, Variant::Normal, 76);
    let text: Vec<String> = lines.iter().map(|line| line.shown.to_string()).collect();
    let after = text.iter().position(|line| line == "Works well before").expect("the heading");
    let card = text.join("\n");
    assert!(card.contains("Works well after\n  Affirmative topic"), "{card}");
    assert!(text[after + 1].contains("Positive core mapping") && text[after + 2].contains("outer ring"), "{card}");
    let mut links: Vec<usize> = lines.iter().filter_map(|line| line.link).collect();
    links.dedup();
    assert!(links.len() > tool.related.len() && links == (0..links.len()).collect::<Vec<_>>(), "{links:?}");
}
