//! In a small window no sentence is cut: what is told is shorter there, or takes one more row. Names may be cut.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, opened, shows};
use stage::{act, ready};
use vidde::domain::agenda::{Agenda, Block, Kind};
use vidde::domain::text::Lang;
use vidde::model::Model;

const SMALL: (u16, u16) = (57, 16);

/// Ways to the screens and boxes before anything runs.
const PLANNING: [&str; 26] = [
    "",
    "'zzzz'",
    "'20 min trinn:x -y'",
    "'styrkekort 1 min 5000 pers'",
    "down enter",
    "ctrl-t",
    "tab",
    "tab down down",
    "tab n",
    "tab h",
    "tab o",
    "tab enter",
    "tab f",
    "tab ?",
    "tab ctrl-p",
    "tab ctrl-k",
    "tab f12",
    "tab ctrl-n",
    "tab p",
    "tab p f10",
    "tab p x",
    "tab tab",
    "tab tab tab",
    "tab s",
    "tab s e",
    "tab s ctrl-f 'skala' ctrl-g",
];

/// What is done in the morning on the stage, when it is looked at, and the keys to a screen.
const RUNNING: [(&str, &str, &str); 22] = [
    ("", "08:50", "3"),
    ("", "09:06", "3"),
    ("09:00 start", "09:04", ""),
    ("09:00 start", "09:13", ""),
    ("09:00 start 09:10 next", "09:15:30", ""),
    ("09:00 start 09:10 next", "09:21:40", ""),
    ("09:00 start 09:10 next", "09:15", "d"),
    ("09:00 start 09:10 next 09:14 step hold", "09:20", ""),
    ("09:00 start 09:10 next 09:22 next", "09:26", ""),
    ("09:00 start 09:10 next 09:15 pause", "09:26", ""),
    ("09:00 start 09:10 next 09:22 next 09:37 next", "10:50", ""),
    ("09:00 start 09:10 next 09:22 next 09:37 next", "11:10", ""),
    ("09:00 start 09:10 next 09:22 next 09:37 next", "11:10", "r"),
    ("09:00 start 09:10 next 09:22 next 09:37 next", "11:10", "r t"),
    ("09:00 start 09:10 next 09:22 next 09:37 next", "11:10", "t"),
    ("09:00 start 09:10 next 09:22 next 09:37 next", "11:10", "a"),
    ("09:00 start 09:10 next 09:22 next 09:37 next", "11:10", "o"),
    ("09:00 start 09:10 next 09:22 next 09:37 next", "11:10", "y"),
    ("09:00 start 09:10 next 09:22 next 09:37 next", "11:10", "x"),
    ("09:00 start 09:10 next 09:22 next 09:37 next 10:20 next", "10:40", ""),
    ("09:00 start 09:10 next 09:22 next 09:37 next 10:20 next 11:30 next", "12:40", ""),
    ("09:00 start 09:10 end", "09:10", ""),
];

/// Keys to press in the main screens: each of them may tell something.
fn keys() -> impl Iterator<Item = String> {
    let letters = ('a'..='z').chain("12+-<>.,=/?".chars()).map(|letter| letter.to_string());
    let controls = "abdefgklnoprtux".chars().map(|letter| format!("ctrl-{letter}"));
    let named = ["enter", "space", "left", "right", "pageup", "pagedown", "delete"].map(str::to_owned);
    letters.chain(controls).chain(named).chain((1..=12).map(|number| format!("f{number}")))
}

/// The screens in which every key is pressed.
const MAIN: [&str; 6] = ["", "down enter", "tab", "tab tab tab", "tab p", "3"];

/// What may be cut: the names of blocks, agendas, tools, templates and pages of the guide, and what people wrote.
fn names(model: &Model) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let plans = model.facts.agendas.values().chain(model.session().map(|session| &session.plan));
    for plan in plans {
        names.push(plan.title.to_string());
        // A field of a form shows as much of what was typed as it has room for.
        names.extend([&plan.purpose, &plan.wanted, &plan.evaluation].map(|text| text.as_str().to_owned()));
        names.extend(plan.blocks.iter().map(|block| block.note.as_str().to_owned()));
        names.extend(plan.blocks.iter().flat_map(|block| [block.title.to_string(), block.question.to_string()]));
    }
    for tool in model.catalogue.tools() {
        names.extend(Lang::ALL.map(|lang| tool.name.pick(lang).to_owned()));
    }
    for template in vidde::data::templates().0 {
        names.extend(Lang::ALL.map(|lang| template.name.pick(lang).to_owned()));
    }
    names.extend(model.guide.tasks().flat_map(|task| Lang::ALL.map(|lang| task.name.pick(lang).to_owned())));
    names.retain(|name| !name.is_empty());
    names
}

/// The lines in which something other than a name is cut; a mark with a space before it says that more follows.
fn cut(shown: &str, names: &[String]) -> Vec<String> {
    let is_cut = |line: &&str| {
        line.match_indices('…').any(|(at, _)| {
            let before = &line[..at];
            let is_name = |name: &String| {
                let begun = |least: usize| (least..=name.len()).rev().filter_map(|end| name.get(..end));
                begun(name.len().min(4)).any(|begun| before.ends_with(begun))
            };
            // A box may lie over the beginning of a name.
            let rest = before.rsplit(['│', '┐', '┘', '┤']).next().unwrap_or_default().trim_start();
            let is_rest = |name: &String| rest.len() >= 2 && name.contains(rest);
            before.ends_with(|last: char| !last.is_whitespace())
                && !names.iter().any(is_name)
                && !names.iter().any(is_rest)
        })
    };
    shown.lines().filter(is_cut).map(str::to_owned).collect()
}

/// What is cut where `open` leads to, and in a main screen after each key.
fn found(lang: Lang, (way, keyed): (&str, &str), open: impl Fn() -> Run) -> Vec<String> {
    let first = open();
    let names = names(&first.app.model);
    let told = |run: &Run, key: &str| -> Vec<String> {
        let lines = cut(&run.text(), &names).into_iter();
        lines.map(|line| format!("{} {way} {key}: {}", lang.code(), line.trim())).collect()
    };
    let mut all = told(&first, "");
    if MAIN.contains(&keyed) {
        all.extend(keys().flat_map(|key| told(&open().any_keys(&key), &key)));
    }
    all
}

/// What is cut in a small window in this language.
fn all_cut(lang: Lang) -> Vec<String> {
    let planning =
        PLANNING.into_iter().flat_map(|way| found(lang, (way, way), || Run::new(lang).sized(SMALL).any_keys(way)));
    let running = RUNNING.into_iter().flat_map(|(script, now, way)| {
        let mut model = ready(lang);
        act(&mut model, script);
        found(lang, (&format!("{script} at {now} {way}"), way), || opened(&model, now, SMALL).any_keys(way))
    });
    let mut seen = std::collections::BTreeSet::new();
    let is_new = |line: &String| seen.insert(line.rsplit(": ").next().unwrap_or_default().to_owned());
    planning.chain(running).filter(is_new).collect()
}

#[test]
fn no_sentence_is_cut_in_bokmal() {
    assert_eq!(all_cut(Lang::Nb), [""; 0]);
}

#[test]
fn no_sentence_is_cut_in_nynorsk() {
    assert_eq!(all_cut(Lang::Nn), [""; 0]);
}

#[test]
fn no_sentence_is_cut_in_english() {
    assert_eq!(all_cut(Lang::En), [""; 0]);
}

/// A morning with long names, whose end moves.
fn long_names(lang: Lang) -> Model {
    let mut plan = Agenda::new("Dag", lang);
    plan.start = "09:00".parse().ok();
    let blocks = [
        Block::new(Kind::Opening, "Velkommen", 10),
        Block::new(Kind::Break, "Pause", 30),
        Block::new(Kind::Work, "Anerkjennende intervju i grupper på tre", 120),
        Block::new(Kind::Closing, "Takk", 10),
    ];
    for block in blocks {
        plan.insert(block, None);
    }
    stage::with(&plan, lang)
}

#[test]
fn the_end_stands_whole_before_what_comes_next() {
    for (lang, end) in [
        (Lang::Nb, "Slutt kl. 14:20 (avtalt 12:00)"),
        (Lang::Nn, "Slutt kl. 14:20 (avtalt 12:00)"),
        (Lang::En, "Ends at 14:20 (agreed 12:00)"),
    ] {
        let mut model = long_names(lang);
        act(&mut model, "09:00 start");
        let agreed = opened(&model, "10:50", SMALL).keys("r t '1200' enter");
        let run = agreed.keys("11:20 n 11:22");
        let text = run.text();
        let panel: String = text.lines().take_while(|line| !line.contains('─')).collect::<Vec<_>>().join("\n");
        assert_eq!(panel.matches('(').count(), panel.matches(')').count(), "an open bracket in\n{text}");
        shows(&run, end.split(' ').next_back().unwrap());
    }
}

#[test]
fn what_the_parts_lack_leaves_room_for_the_end() {
    for (lang, said) in [(Lang::Nb, "Slutt kl."), (Lang::Nn, "Slutt kl."), (Lang::En, "Ends at")] {
        let mut model = ready(lang);
        act(&mut model, "09:00 start 09:10 next 09:14 step hold");
        let run = opened(&model, "09:20", SMALL);
        shows(&run, "; =");
        shows(&run, said);
    }
}
