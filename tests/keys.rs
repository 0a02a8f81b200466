//! The tables of keys: names and keys are unique, every row has words in three languages, and nothing needs a key that
//! a Norwegian keyboard or a clicker makes dangerous.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as expected"
)]

mod common;

use common::Run;
use std::collections::BTreeSet;
use vidde::app::GLOBAL;
use vidde::domain::text::{Lang, Words, words};
use vidde::keys::{Code, Held, Key};
use vidde::model::Role;
use vidde::screen::{Face, HelpRow};
use vidde::screens;
use vidde::ui::{keybar, paint};

/// A screen's table.
struct Table {
    face: Face,
    rows: Vec<HelpRow>,
}

fn tables() -> Vec<Table> {
    let model = common::model(Lang::Nb);
    let all = screens::all(&model);
    all.iter().map(|screen| Table { face: screen.face(), rows: screen.help(&model) }).collect()
}

fn global() -> Vec<HelpRow> {
    let row = |name, keys, help| HelpRow { name, keys, help, live: true };
    GLOBAL.iter().map(|binding| row(binding.name, binding.keys, binding.help)).collect()
}

fn all_rows() -> Vec<HelpRow> {
    tables().into_iter().flat_map(|table| table.rows).chain(global()).collect()
}

#[test]
fn every_row_has_a_name_of_its_own() {
    let mut seen = BTreeSet::new();
    for row in all_rows() {
        assert!(seen.insert(row.name), "{} is there twice", row.name);
        assert!(row.name.split('.').count() == 2, "{} is not screen.action", row.name);
    }
    assert!(seen.len() > 60, "only {} rows were found", seen.len());
}

#[test]
fn no_two_rows_that_apply_at_one_time_have_the_same_key() {
    for state in [
        "",
        "tab s",
        "tab s space",
        "tab s @600",
        "tab s 2 ctrl-n 'x' enter",
        "tab s u",
        "tab s n n n n n n n n n n n n",
    ] {
        let model = Run::new(Lang::Nb).keys(state).app.model;
        let tables = screens::all(&model).into_iter().map(|screen| screen.help(&model));
        for rows in tables.chain([global()]) {
            let mut seen = BTreeSet::new();
            for (row, key) in
                rows.iter().filter(|row| row.live).flat_map(|row| row.keys.iter().map(move |key| (row, key)))
            {
                assert!(seen.insert(*key), "{key} of {} is there twice after {state:?}", row.name);
            }
        }
    }
}

/// Global keys that a dialog or the wall lets through.
const ALWAYS: [&str; 4] = ["app.palette", "app.quit", "app.language", "app.theme"];

/// Rows that mean the same nearer at hand: a search is left before the place is, and asks for what fits beside what is
/// typed in it; the guide is searched where it stands.
const NEARER: [&str; 5] = ["tools.clear", "tools.return", "tools.fits", "guide.clear", "guide.search"];

#[test]
fn no_screen_takes_a_key_that_holds_everywhere() {
    for table in tables() {
        let global = global().into_iter().filter(|row| table.face == Face::Console || ALWAYS.contains(&row.name));
        let taken: BTreeSet<Key> = global.flat_map(|row| row.keys.iter().copied()).collect();
        for (row, key) in table.rows.iter().flat_map(|row| row.keys.iter().map(move |key| (row, key))) {
            assert!(!taken.contains(key) || NEARER.contains(&row.name), "{key} of {} holds everywhere", row.name);
        }
    }
}

#[test]
fn every_row_has_a_key_and_words_in_three_languages() {
    for row in all_rows() {
        assert!(!row.keys.is_empty(), "{} has no key", row.name);
        for lang in Lang::ALL {
            let words = row.help.pick(lang);
            assert!(!words.trim().is_empty() && words.chars().count() <= 45, "{} says {words:?}", row.name);
        }
    }
}

#[test]
fn no_key_needs_alt_gr_or_a_dead_key() {
    for row in all_rows() {
        for key in row.keys {
            if let Code::Char(symbol) = key.code {
                assert!(!"[]{}@$\\|~^¨´`£€".contains(symbol), "{} needs {symbol}", row.name);
                assert!(!symbol.is_uppercase(), "{}: {symbol} depends on the case alone", row.name);
            }
        }
    }
}

#[test]
fn keys_that_terminals_cannot_tell_apart_are_not_bound() {
    let same = ["ctrl-i", "ctrl-m", "ctrl-j", "ctrl-h", "ctrl-s", "ctrl-q"];
    for (row, key) in all_rows().iter().flat_map(|row| row.keys.iter().map(move |key| (row, key))) {
        assert!(!same.contains(&key.to_string().as_str()), "{} needs {key}", row.name);
        assert!(key.held == Held::Alone || !matches!(key.code, Code::Enter | Code::Tab | Code::Esc), "{}", row.name);
    }
}

#[test]
fn what_a_clicker_sends_never_ends_or_leaves_anything() {
    for start in ["", "tab", "tab s", "tab s 2", "tab s w"] {
        let before = Run::new(Lang::Nb).keys(start);
        let after = Run::new(Lang::Nb).keys(start).any_keys("f5 esc . b f5 esc . b");
        assert!(!after.quit, "{start:?} was left");
        let log = |run: &Run| run.app.model.session().map(|session| session.log.clone());
        assert_eq!(log(&before), log(&after), "{start:?}");
    }
}

#[test]
fn a_key_does_what_the_help_says_and_nothing_where_it_is_dimmed() {
    let run = Run::new(Lang::En).keys("tab u");
    let text = run.text();
    assert!(text.contains("nothing to undo"), "{text}");
    let states = [
        (screens::TOOLS, ""),
        (screens::AGENDA, "tab"),
        (screens::AGENDA, "tab ctrl-n 'x' enter"),
        (screens::LIVE, "tab tab"),
        (screens::LIVE, "tab s"),
        (screens::LIVE, "tab s space"),
        (screens::GUIDE, "tab 4"),
    ];
    let mut pressed = 0;
    for (place, state) in states {
        for role in [Role::Writer, Role::Viewer] {
            pressed += dimmed_keys_do_nothing(place, state, role);
        }
    }
    assert!(pressed > 40, "only {pressed} dimmed keys were pressed");
}

/// The rows of a frame above the longest notice.
const TOLD_BELOW: usize = 21;

/// Presses every key of the place that no row applies to; answers how many those were.
fn dimmed_keys_do_nothing(place: usize, state: &str, role: Role) -> usize {
    let ready = || {
        let mut run = Run::new(Lang::En).keys(state);
        run.app.model.role = role;
        run
    };
    let before = ready();
    let rows = screens::all(&before.app.model)[place].help(&before.app.model);
    let is_live = |key: &Key| rows.iter().any(|row| row.live && row.keys.contains(key));
    let dimmed: BTreeSet<Key> = rows.iter().flat_map(|row| row.keys).copied().filter(|key| !is_live(key)).collect();
    // What is told stands in the last rows, over the screen.
    let body = |run: &Run| run.text().lines().take(TOLD_BELOW).map(str::to_owned).collect::<Vec<_>>();
    for key in dimmed.iter().filter(|key| key.typed().is_none() || place != screens::TOOLS) {
        let after = ready().any_keys(&key.to_string());
        assert_eq!(after.app.model.facts, before.app.model.facts, "{key} in {state:?} as {role:?}");
        assert_eq!(body(&after), body(&before), "{key} in {state:?} as {role:?}");
    }
    dimmed.len()
}

#[test]
fn the_help_has_what_works_now_before_what_does_not() {
    let run = Run::new(Lang::En).sized((120, 70)).keys("tab tab ?");
    let text = run.text();
    let help: Vec<&str> = text.lines().skip(2).take(64).collect();
    let sections = help.split(|line| line.contains("Everywhere"));
    for rows in sections {
        let works: Vec<bool> =
            rows.iter().filter(|row| !row.trim().is_empty()).map(|row| !row.contains("(not now)")).collect();
        assert!(works.is_sorted_by(|one, next| one >= next) || works.is_empty(), "{text}");
    }
    assert!(text.contains("(not now)"), "{text}");
}

/// The columns of the help that keys are written in.
const KEY_COLUMNS: usize = 18;

const NOT_NOW: Words = words(" (ikke nå)", " (ikkje no)", " (not now)");

#[test]
fn the_help_shows_every_row_of_the_screen_and_of_the_program() {
    for lang in Lang::ALL {
        let run = Run::new(lang).sized((100, 90)).keys("tab ?");
        let (text, model) = (run.text(), common::model(lang));
        let planner = &screens::all(&model)[screens::AGENDA];
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for row in planner.help(&model).into_iter().chain(global()).filter(|row| !row.keys.is_empty()) {
            let (keys, words) = (keybar::labels(row.keys, lang), row.help.pick(lang));
            let beside = paint::wrap(&keys, KEY_COLUMNS).first().cloned().unwrap_or_default();
            let is_row = |line: &String| {
                let after = line.trim().strip_prefix(&beside).map(str::trim_start);
                let rest = after.and_then(|after| after.strip_prefix(words));
                rest.is_some_and(|rest| rest.is_empty() || rest == NOT_NOW.pick(lang))
            };
            let found = lines.iter().position(is_row);
            assert!(found.is_some(), "“{keys}  {words}” is missing in\n{text}");
            lines.remove(found.expect("a line"));
        }
    }
}
