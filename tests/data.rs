//! What a machine can judge of the data set : the rules are in `domain::proof`; here they are run over the
//! built-in data, with other thresholds, and over cards that break each of them.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot read its data should stop")]

use std::collections::BTreeSet;
use std::sync::LazyLock;
use vidde::data;
use vidde::domain::Problem;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::proof::{self, Counts, Limits};
use vidde::domain::text::{Lang, Text};
use vidde::domain::tool::{Tool, ToolId};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let (catalogue, problems) = data::catalogue(Vec::new());
    assert!(problems.is_empty(), "{problems:#?}");
    assert_eq!(catalogue.tools().len(), 160);
    catalogue
});

/// Fails with every remark, a line each.
fn none(remarks: &[Problem]) {
    assert!(remarks.is_empty(), "\n{}\n", shown(remarks));
}

fn shown(remarks: &[Problem]) -> String {
    let lines = remarks.iter().map(|remark| format!("{}: {}", remark.place, remark.text));
    lines.collect::<Vec<_>>().join("\n")
}

fn igp() -> Tool {
    CATALOGUE.tool(&ToolId::new("igp").expect("an id")).expect("a tool").clone()
}

/// What is remarked on a card after `spoil`.
fn spoiled(spoil: impl Fn(&mut Tool)) -> String {
    let mut tool = igp();
    spoil(&mut tool);
    shown(&proof::card(&tool, &Limits::default()))
}

#[test]
fn every_card_is_written_as_it_should_be() {
    for tool in CATALOGUE.tools() {
        none(&proof::card(tool, &Limits::default()));
        none(&proof::relations(tool, &CATALOGUE));
    }
}

#[test]
fn the_cards_together_share_no_sentences_and_leave_no_purpose_alone() {
    none(&proof::cards(&CATALOGUE, &Limits::default()));
}

#[test]
fn a_fault_on_a_card_is_found_and_named() {
    type Spoil = fn(&mut Tool);
    let cases: [(Spoil, &str); 13] = [
        (|tool| tool.why.en = None, "igp: why lacks en"),
        (|tool| tool.name.nn = None, "igp: name lacks nn"),
        (|tool| tool.aliases.nb.clear(), "igp: 0 aliases in nb; 2 are wanted"),
        (|tool| tool.needs.en.truncate(3), "igp: 3 needs in en; 4 are wanted"),
        (|tool| tool.tips.truncate(1), "igp: 1 tips; 2 to 4 are wanted"),
        (|tool| tool.source.who = Text::default(), "igp: no source"),
        (|tool| tool.minutes = (1, 2), "igp: Normal takes"),
        (|tool| tool.why = Text::same(&"ord ".repeat(46)), "igp: why nb has 46 words; 45 are allowed"),
        (|tool| tool.steps[0].lead = Text::same(&"ord ".repeat(81)), "igp: lead 1 en has 81 words; 80 are allowed"),
        (
            |tool| tool.steps[0].say = Text::same(&"fjorten tegn ".repeat(26)),
            "igp: say 1 nb takes 7 lines of 51; 6 fit",
        ),
        (|tool| tool.tips[0].nb = Some("Si \"ja\" ...".into()), "igp: tips 1 nb has \"...\""),
        (|tool| tool.tips[0].en = Some("Say «yes»".into()), "igp: tips 1 en has \"«\""),
        (|tool| tool.steps.clear(), "igp: 0 steps; 1 to 12 are wanted"),
    ];
    for (spoil, expected) in cases {
        let found = spoiled(spoil);
        assert!(found.contains(expected), "{expected} is not in:\n{found}");
    }
    assert_eq!(spoiled(|_| ()), "");
}

#[test]
fn a_fault_between_cards_is_found_and_named() {
    let mut copies: Vec<Tool> = CATALOGUE.tools().take(2).cloned().collect();
    for copy in &mut copies {
        copy.tips = igp().tips;
        copy.aliases = igp().aliases;
        copy.needs = igp().needs;
        copy.related = vec![ToolId::new("nowhere").expect("an id"), copy.id.clone()];
    }
    let lost = shown(&proof::relations(&copies[0], &CATALOGUE));
    assert_eq!(lost.lines().count(), 2, "{lost}");
    let found = shown(&proof::cards(&Catalogue::new(data::built_in().0, copies.clone()), &Limits::default()));
    let three = format!("{}, {}, igp: share “", copies[0].id, copies[1].id);
    assert!(found.contains(&three), "{found}");
    assert!(found.contains("shares the alias “"), "{found}");
    assert!(found.contains("are all said to be for “"), "{found}");
    let few = shown(&proof::cards(&Catalogue::new(copies, Vec::new()), &Limits::default()));
    assert!(few.contains("Energise: 0 tools; 8 are wanted"), "{few}");
}

#[test]
fn stricter_thresholds_find_more_on_single_texts() {
    let guide = data::guide().0;
    let count = |limits: &Limits| {
        let cards = CATALOGUE.tools().flat_map(|tool| proof::card(tool, limits)).count();
        let guide_and_pairs =
            [proof::guide(&guide, &CATALOGUE, limits), proof::sequences(CATALOGUE.sequences(), &CATALOGUE, limits)];
        cards + guide_and_pairs.concat().len() + proof::templates(&guide.templates, &CATALOGUE, limits).len()
    };
    let usual = Limits::default();
    let stricter = [
        Limits { languages: Lang::ALL.to_vec(), ..usual.clone() },
        Limits { counts: Counts { tips: (3, 3), ..Counts::default() }, ..usual.clone() },
        Limits { why: 30, ..usual.clone() },
        Limits { lead: 30, ..usual.clone() },
        Limits { reason: 12, ..usual.clone() },
        Limits { columns: 30, ..usual.clone() },
        Limits { say: 2, ..usual.clone() },
        Limits { question: 1, ..usual.clone() },
        Limits { sitting: 60, ..usual.clone() },
    ];
    assert_eq!(count(&usual), 0);
    for limits in stricter {
        assert!(count(&limits) > 0, "nothing is found with {limits:?}");
    }
}

#[test]
fn stricter_thresholds_find_more_between_cards() {
    let few = CATALOGUE.tools().take(40).cloned().collect();
    let few = Catalogue::new(few, Vec::new());
    let count = |limits: &Limits| proof::cards(&few, limits).len();
    let usual = Limits { tools: 0, ..Limits::default() };
    assert_eq!(count(&usual), 0);
    let stricter = [
        Limits { sharing: 1, run: 4, ..usual.clone() },
        Limits { sentence: 1, ..usual.clone() },
        Limits { run: 3, ..usual.clone() },
        Limits { tools: 41, ..usual.clone() },
    ];
    for limits in stricter {
        assert!(count(&limits) > 0, "nothing is found with {limits:?}");
    }
}

#[test]
fn an_own_card_is_asked_for_its_own_languages_only() {
    let mut own = igp();
    own.why.en = None;
    own.tips[0].en = None;
    own.online.nb = None;
    let limits = Limits::of_own(&own);
    assert_eq!(limits.languages, [Lang::Nb]);
    assert_eq!(shown(&proof::card(&own, &limits)), "igp: online lacks nb");
}

#[test]
fn a_file_is_named_after_its_tool() {
    let names: BTreeSet<String> = data::files("tools").map(|(path, _)| path).collect();
    let ids: BTreeSet<String> = CATALOGUE.tools().map(|tool| format!("tools/{}.ron", tool.id)).collect();
    assert_eq!(names, ids);
}

#[test]
fn the_sample_is_half_a_day_that_starts_when_started() {
    for lang in Lang::ALL {
        let agenda = data::sample(&CATALOGUE, lang).expect("the sample can be read");
        let minutes: u16 = agenda.blocks.iter().map(|block| block.minutes).sum();
        assert_eq!((agenda.start, agenda.check()), (None, Ok(())));
        assert!((110..=200).contains(&minutes), "{minutes} min");
        assert!(agenda.blocks.iter().filter(|block| block.tool.is_some()).all(|block| !block.parts.is_empty()));
    }
}

#[test]
fn templates_and_guide_can_be_read() {
    assert_eq!(data::templates().1, Vec::new());
    assert_eq!(data::guide().1, Vec::new());
}

#[test]
fn rounds_that_end_when_the_last_has_spoken_go_on_by_hand() {
    let by_hand = CATALOGUE.tools().filter(|tool| tool.advance == vidde::domain::tool::Advance::ByHand);
    let mut ids: Vec<&str> = by_hand.map(|tool| tool.id.as_str()).collect();
    ids.sort_unstable();
    let expected = [
        "appreciation-round",
        "bikva",
        "celebration",
        "check-in",
        "check-out",
        "circle",
        "consent",
        "reflecting-team",
        "user-story-telling",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn a_task_that_points_to_a_question_on_the_wall_stands_in_a_block_that_has_one() {
    let sample = data::sample(&CATALOGUE, Lang::Nb).expect("the sample");
    let templates = data::templates().0;
    let agendas = templates.iter().map(|template| template.agenda(&CATALOGUE, Lang::Nb)).chain([sample.clone()]);
    for block in agendas.flat_map(|agenda| agenda.blocks) {
        let points = |say: &str| ["pørsmålet på veggen", "pørsmålene på veggen"].iter().any(|it| say.contains(it));
        let points = block.parts.iter().any(|part| points(part.say.pick(Lang::Nb)));
        assert!(!points || !block.question.is_empty(), "«{}» has no question", block.title);
    }
    let voted_on = sample.blocks.iter().find(|block| block.tool == ToolId::new("dot-voting")).expect("a vote");
    assert!(!voted_on.question.is_empty());
}
