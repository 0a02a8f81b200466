//! Sentences that name keys. Most take the key from a table of keys (`keyed!`); those that cannot, since the table is
//! nothing that their module may know, or the key is named in another way, stand in a list here: a key that is changed
//! cannot leave a sentence behind that names the old one.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod common;
#[path = "support/source.rs"]
mod source;

use std::collections::BTreeSet;
use vidde::app::GLOBAL;
use vidde::domain::text::{Lang, Words, words};
use vidde::keys::Key;
use vidde::screens;
use vidde::ui::keybar;

/// The sentences that name keys by hand: the file, how one begins in bokmål, and the rows whose keys it names.
const BY_HAND: &[(&str, &str, &[&str])] = &[
    ("domain/session/refusal.rs", "Økten er hoppet over", &["live.skip"]),
    ("screens/agenda/view.rs", "Samlingen går (3)", &["app.live"]),
    ("screens/card.rs", "Dette kortet finnes ikke lenger", &["app.back"]),
    ("screens/form.rs", "Et skjema her", &["app.back"]),
    ("screens/guide/topic.rs", "Denne siden finnes ikke", &["app.back"]),
    ("screens/guide/view.rs", "Ingenting i veiviseren svarer", &["guide.clear", "app.tools"]),
    ("screens/harvest/jot.rs", "Et notat her", &["app.back"]),
    ("screens/live/begin.rs", "Samlingen er lagret. ^ under Kjøreplan", &["app.agenda"]),
    ("screens/live/begin.rs", "^ under Kjøreplan", &["app.agenda"]),
    ("screens/live/begin.rs", "Lag en kjøreplan først", &["app.agenda", "app.tools"]),
    ("screens/live/begin.rs", "En annen kjøreplan", &["app.agenda"]),
    ("screens/live/steps.rs", "■ Holdt til ^ eller komma", &["live.hold"]),
    ("screens/misdated.rs", "Samlingen vises slik den sto", &["app.live"]),
    ("screens/ready/report/wording.rs", "De vises på skjermen. Lyd", &["app.settings"]),
    ("screens/ready/report/wording.rs", "De vises på skjermen, og i tillegg", &["app.settings"]),
    ("screens/room.rs", "q: lukk vinduet", &["app.leave"]),
    ("screens/settings.rs", "Lyst passer", &["app.theme"]),
    ("screens/tools/told.rs", "Velkommen!", &["app.next-place", "agenda.start"]),
    ("screens/tools/told.rs", "Ctrl-U tømmer søket", &["field.clear"]),
];

/// A key that is no row of a table: it belongs to every field that is typed in.
const FIELD: (&str, &[Key]) = ("field.clear", &[Key::ctrl('u')]);

/// Keys that a sentence calls by a word.
const SPOKEN: [(Key, Words); 1] = [(Key::char(','), words("komma", "komma", "comma"))];

/// Every row of every table, and its keys.
fn rows() -> Vec<(&'static str, &'static [Key])> {
    let model = common::model(Lang::Nb);
    let screens = screens::all(&model).into_iter().flat_map(|screen| screen.help(&model));
    let global = GLOBAL.iter().map(|row| (row.name, row.keys));
    screens.map(|row| (row.name, row.keys)).chain(global).chain([FIELD]).collect()
}

/// What a key is called in a sentence.
fn called(key: Key, lang: Lang) -> Vec<String> {
    let spoken = SPOKEN.iter().filter(|(spoken, _)| *spoken == key).map(|(_, words)| words.pick(lang).to_owned());
    spoken.chain([keybar::label(key, lang)]).collect()
}

/// The words of a sentence without what stands around them, each with the one before it as it is written.
fn tokens(sentence: &str) -> Vec<(&str, &str)> {
    let written: Vec<&str> = sentence.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let before = std::iter::once("").chain(written.iter().copied());
    let around = |c: char| ".,;:()?!…«»“”·'’\"".contains(c);
    written.iter().map(|word| word.trim_matches(around)).zip(before).filter(|(word, _)| !word.is_empty()).collect()
}

/// The keys that a sentence names, as far as that can be told from other words. Digits are told only in brackets and
/// in a range; the keys End, Home and Del, which are words of ours too, not at all.
fn named(sentence: &str, lang: Lang, labels: &BTreeSet<String>) -> Vec<String> {
    let tokens = tokens(sentence);
    let is_alone = tokens.len() == 1;
    let of_words = ["Enter", "Esc", "Tab", "Shift-Tab", "PgUp", "PgDn", "mellomrom", "Mellomrom", "space", "Space"];
    let letters: &[&str] = if lang == Lang::En { &["a", "i"] } else { &["i", "å"] };
    let is_key = |at: usize, token: &str, before: &str| {
        let is_measured = before.ends_with(|c: char| c.is_ascii_digit() || "}]>".contains(c));
        let is_letter = token.chars().count() == 1 && token.chars().all(char::is_lowercase);
        let in_brackets = sentence.contains(&format!("({token})")) && token.chars().all(|c| c.is_ascii_digit());
        let is_range = token.split_once('–').is_some_and(|(from, to)| from.len() == 1 && to.len() == 1);
        of_words.contains(&token) && !is_alone
            || token.starts_with("Ctrl-")
            || token.strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok())
            || "←→↑↓".contains(token) && at > 0
            || is_letter && !is_alone && !is_measured && !letters.contains(&token) && labels.contains(token)
            || in_brackets
            || is_range && labels.contains(&token[..1])
    };
    let found = tokens.iter().enumerate().filter(|(at, (token, before))| is_key(*at, token, before));
    found.map(|(_, (token, _))| (*token).to_owned()).collect()
}

/// Whether `keys` are what a sentence calls `token`: one of them, or a range that begins and ends with two of them.
fn are_called(token: &str, keys: &[Key], lang: Lang) -> bool {
    let is = |name: &str| keys.iter().any(|key| called(*key, lang).iter().any(|its| its.eq_ignore_ascii_case(name)));
    is(token) || token.split_once('–').is_some_and(|(from, to)| is(from) && is(to))
}

#[test]
fn a_sentence_that_names_a_key_by_hand_names_one_that_works() {
    let rows = rows();
    let keys = |names: &[&str]| -> Vec<Key> {
        let of = |name: &&str| rows.iter().find(|(row, _)| row == name).unwrap_or_else(|| panic!("no row {name}")).1;
        names.iter().flat_map(of).copied().collect()
    };
    let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
    let sources = source::sources();
    for source in sources.iter().filter(|source| !matches!(source.module(), "cli" | "export")) {
        for texts in source::worded(&source.text) {
            let listed = BY_HAND.iter().find(|(path, start, _)| *path == source.path && texts[0].starts_with(start));
            let allowed = listed.map_or(Vec::new(), |(.., names)| keys(names));
            seen.extend(listed.map(|(path, start, _)| (*path, *start)));
            for (lang, text) in Lang::ALL.into_iter().zip(&texts) {
                let labels = rows.iter().flat_map(|(_, keys)| *keys).map(|key| keybar::label(*key, lang)).collect();
                let wrong = named(text, lang, &labels).into_iter().filter(|token| !are_called(token, &allowed, lang));
                faults.extend(wrong.map(|token| format!("{}: “{token}” in “{text}”", source.path)));
                let missing = listed.into_iter().flat_map(|(.., names)| *names).filter(|name| {
                    let its = keys(&[name]);
                    !tokens(text).iter().any(|(token, _)| are_called(token, &its, lang))
                });
                faults.extend(missing.map(|name| format!("{}: no key of {name} in “{text}”", source.path)));
            }
        }
    }
    let gone = BY_HAND.iter().filter(|(path, start, _)| !seen.contains(&(*path, *start)));
    faults.extend(gone.map(|(path, start, _)| format!("{path} has no sentence that begins with “{start}”")));
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn the_key_of_a_field_that_sentences_name_empties_it() {
    let typed = |keys: &str| common::Run::new(Lang::En).keys(keys).text();
    assert_ne!(typed("'zqx' 'tale'"), typed("'tale'"));
    assert_eq!(typed(&format!("'zqx' {} 'tale'", FIELD.1[0])), typed("'tale'"));
}
