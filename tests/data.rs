//! What a machine can judge of the catalogue (CONTENT.md): shape, languages, lengths, times, quotation marks, and
//! sentences that would fit any card.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot read its data should stop")]

use std::collections::{BTreeMap, BTreeSet};
use vidde::domain::text::{Lang, Text};
use vidde::domain::tool::{Tool, Variant};

/// The languages every text of a card must be written in.
const WRITTEN: [Lang; 2] = [Lang::Nb, Lang::En];

/// The width of a line of `say` on the wall, and how many there are at 16 × 57 (DESIGN section 4).
const WALL: (usize, usize) = (51, 6);

fn tools() -> Vec<Tool> {
    let (tools, problems) = vidde::data::built_in();
    assert!(problems.is_empty(), "{problems:#?}");
    assert!(tools.len() >= 12, "only {} cards", tools.len());
    tools
}

/// Runs a rule over every card; fails with all faults at once.
fn each(rule: impl Fn(&Tool, &mut Vec<String>)) {
    let mut faults = Vec::new();
    for tool in tools() {
        let mut found = Vec::new();
        rule(&tool, &mut found);
        faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", tool.id)));
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The texts of a card that people read in running text, with the place each has.
fn texts(tool: &Tool) -> Vec<(String, &Text)> {
    let lists = [
        ("material", &tool.material),
        ("prepare", &tool.prepare),
        ("tips", &tool.tips),
        ("examples", &tool.examples),
        ("pitfalls", &tool.pitfalls),
        ("variants", &tool.variants),
    ];
    let single = [("why", &tool.why), ("strengths", &tool.strengths), ("online", &tool.online)];
    let mut all: Vec<(String, &Text)> = single.map(|(place, text)| (place.to_owned(), text)).into();
    for (place, list) in lists {
        all.extend(list.iter().enumerate().map(|(index, text)| (format!("{place} {}", index + 1), text)));
    }
    for (index, step) in tool.steps.iter().enumerate() {
        all.push((format!("say {}", index + 1), &step.say));
        all.push((format!("lead {}", index + 1), &step.lead));
    }
    all
}

/// Every text in every language it is written in.
fn written(tool: &Tool) -> Vec<(String, Lang, &str)> {
    let all = texts(tool).into_iter().chain([("name".to_owned(), &tool.name)]);
    all.flat_map(|(place, text)| Lang::ALL.map(|lang| Some((place.clone(), lang, text.written(lang)?.as_str()))))
        .flatten()
        .collect()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn a_card_has_all_its_texts_in_both_languages() {
    each(|tool, faults| {
        for (place, text) in texts(tool).into_iter().chain([("name".to_owned(), &tool.name)]) {
            for lang in WRITTEN {
                if text.written(lang).is_none_or(|line| line.is_empty()) {
                    faults.push(format!("{place} lacks {}", lang.code()));
                }
            }
        }
        if tool.name.nn.is_none() {
            faults.push("the name lacks nn".to_owned());
        }
        if tool.aliases.nb.len() < 2 || tool.aliases.en.len() < 2 {
            faults.push("fewer than two aliases in nb or en".to_owned());
        }
    });
}

#[test]
fn a_card_holds_as_much_as_it_should() {
    each(|tool, faults| {
        let counts = [
            ("tips", tool.tips.len(), 2, 4),
            ("examples", tool.examples.len(), 1, 2),
            ("pitfalls", tool.pitfalls.len(), 1, 3),
            ("variants", tool.variants.len(), 0, 3),
            ("purposes", tool.purposes.len(), 1, 4),
            ("phases", tool.phases.len(), 1, 4),
            ("forms", tool.forms.len(), 1, 3),
            ("steps", tool.steps.len(), 1, 12),
            ("related", tool.related.len(), 2, 6),
        ];
        let wrong = counts.into_iter().filter(|(_, count, least, most)| count < least || count > most);
        faults.extend(wrong.map(|(what, count, least, most)| format!("{count} {what}; {least} to {most} are wanted")));
        if tool.source.who.is_empty() {
            faults.push("no source".to_owned());
        }
    });
}

#[test]
fn steps_add_up_within_the_range_of_the_card() {
    each(|tool, faults| {
        let (least, most) = tool.minutes;
        for variant in [Variant::Short, Variant::Normal, Variant::Long] {
            let minutes = tool.length(variant, tool.usual_people()).minutes_up();
            if !(i64::from(least)..=i64::from(most)).contains(&minutes) {
                faults.push(format!("{variant:?} takes {minutes} min; the card says {least} to {most}"));
            }
        }
    });
}

#[test]
fn texts_keep_to_their_lengths() {
    each(|tool, faults| {
        for (place, lang, text) in written(tool) {
            let most = match place.split(' ').next() {
                Some("why") => 45,
                Some("lead") => 80,
                _ => continue,
            };
            if words(text) > most {
                faults.push(format!("{place} {} has {} words; {most} are allowed", lang.code(), words(text)));
            }
        }
    });
}

#[test]
fn what_the_room_reads_fits_the_wall() {
    each(|tool, faults| {
        for (place, lang, text) in written(tool).into_iter().filter(|(place, _, _)| place.starts_with("say")) {
            let lines = textwrap::wrap(text, WALL.0).len();
            if lines > WALL.1 {
                faults.push(format!("{place} {} takes {lines} lines of {}", lang.code(), WALL.0));
            }
        }
    });
}

#[test]
fn signs_are_those_of_good_typesetting() {
    each(|tool, faults| {
        for (place, lang, text) in written(tool) {
            let foreign: &[char] = if lang == Lang::En { &['«', '»', '„'] } else { &['“', '”', '„'] };
            let slips = [" - ", "--", "...", "\"", "'", "  "];
            let found = slips.into_iter().map(str::to_owned).filter(|slip| text.contains(slip.as_str()));
            let found = found.chain(foreign.iter().filter(|sign| text.contains(**sign)).map(char::to_string));
            faults.extend(found.map(|slip| format!("{place} {} has {slip:?}: {text}", lang.code())));
        }
    });
}

#[test]
fn no_sentence_stands_on_more_than_two_cards() {
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for tool in tools() {
        for (_, _, text) in written(&tool) {
            for sentence in text.split_inclusive(['.', '!', '?', '…']).map(str::trim).filter(|text| words(text) >= 4)
            {
                seen.entry(sentence.to_lowercase()).or_default().insert(tool.id.to_string());
            }
        }
    }
    assert!(seen.len() > 200);
    let common: Vec<_> = seen.iter().filter(|(_, ids)| ids.len() > 2).collect();
    assert!(common.is_empty(), "{common:#?}");
}

#[test]
fn related_tools_exist() {
    let ids: BTreeSet<_> = tools().into_iter().map(|tool| tool.id).collect();
    each(|tool, faults| {
        let lost = tool.related.iter().filter(|id| !ids.contains(id) || **id == tool.id);
        faults.extend(lost.map(|id| format!("related to {id}, which is not there")));
    });
}

#[test]
fn a_file_is_named_after_its_tool() {
    let names: BTreeSet<String> = vidde::data::files("tools").map(|(path, _)| path).collect();
    let ids: BTreeSet<String> = tools().iter().map(|tool| format!("tools/{}.ron", tool.id)).collect();
    assert_eq!(names, ids);
}

#[test]
fn the_sample_is_half_a_day_that_starts_when_started() {
    let catalogue = vidde::data::catalogue(Vec::new()).0;
    for lang in Lang::ALL {
        let agenda = vidde::data::sample(&catalogue, lang).expect("the sample can be read");
        let minutes: u16 = agenda.blocks.iter().map(|block| block.minutes).sum();
        assert_eq!((agenda.start, agenda.check()), (None, Ok(())));
        assert!((110..=200).contains(&minutes), "{minutes} min");
        assert!(agenda.blocks.iter().filter(|block| block.tool.is_some()).all(|block| !block.parts.is_empty()));
    }
}

#[test]
fn templates_and_guide_can_be_read() {
    assert_eq!(vidde::data::templates().1, Vec::new());
    assert_eq!(vidde::data::guide().1, Vec::new());
}
