//! Which tools follow one another well (`data/sequences.ron`): that the rules of `domain::proof` hold and bite, and that
//! the cards lead there.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot read its data should stop")]

mod common;

use vidde::data;
use vidde::domain::proof::{self, Limits};
use vidde::domain::sequences::{Sequence, Sequences};
use vidde::domain::text::{Lang, Text};
use vidde::domain::tool::{ToolId, Variant};
use vidde::screens::card::lines;

fn id(text: &str) -> ToolId {
    ToolId::new(text).expect("an id")
}

fn shown(sequences: &Sequences) -> String {
    let catalogue = data::catalogue(Vec::new()).0;
    let remarks = proof::sequences(sequences, &catalogue, &Limits::default());
    let lines = remarks.iter().map(|remark| format!("{}: {}", remark.place, remark.text));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_tool_comes_before_or_after_another_for_a_reason_of_its_own() {
    let sequences = data::sequences();
    assert!(sequences.pairs.len() >= 200, "only {} pairs", sequences.pairs.len());
    assert_eq!(shown(&sequences), "");
}

#[test]
fn a_fault_in_the_pairs_is_found_and_named() {
    type Spoil = fn(&mut Vec<Sequence>);
    let cases: [(Spoil, &str); 9] = [
        (|pairs| pairs[0].then = id("nowhere"), "flip-focus → nowhere: there is no tool nowhere"),
        (|pairs| pairs[0].then = id("flip-focus"), "flip-focus → flip-focus: a tool does not follow itself"),
        (|pairs| pairs[0].then = id("ai-interview"), "flip-focus → ai-interview: stands twice, or both ways"),
        (|pairs| (pairs[0].first, pairs[0].then) = (id("ai-interview"), id("flip-focus")), "both ways"),
        (|pairs| pairs.retain(|pair| pair.first != id("nominal-group")), "nominal-group: comes neither before nor"),
        (|pairs| pairs[0].why.en = None, "flip-focus → ai-5d: why lacks en"),
        (|pairs| pairs[0].why = pairs[1].why.clone(), "has the reason of flip-focus → ai-5d: "),
        (|pairs| pairs[0].why = Text::same(&"ord ".repeat(25)), "why en has 25 words; 24 are allowed"),
        (|pairs| pairs[0].why.nb = Some("Si “ja”".into()), "why nb has \"“\""),
    ];
    for (spoil, expected) in cases {
        let mut sequences = data::sequences();
        spoil(&mut sequences.pairs);
        let found = shown(&sequences);
        assert!(found.contains(expected), "{expected} is not in:\n{found}");
    }
}

#[test]
fn a_card_shows_and_opens_what_comes_before_and_after() {
    let model = common::model(Lang::En);
    let tool = model.catalogue.tool(&id("ai-interview")).expect("a tool");
    let page = lines(&model, tool, Variant::Normal, 76);
    let text: Vec<String> = page.iter().map(|line| line.shown.to_string()).collect();
    let after = text.iter().position(|line| line == "Works well before").expect("the heading");
    let card = text.join("\n");
    assert!(card.contains("Works well after\n  Affirmative topic"), "{card}");
    assert!(text[after + 1].contains("Positive core mapping") && text[after + 2].contains("outer ring"), "{card}");
    let mut links: Vec<usize> = page.iter().filter_map(|line| line.link).collect();
    links.dedup();
    assert!(links.len() > tool.related.len() && links == (0..links.len()).collect::<Vec<_>>(), "{links:?}");
}
