//! Typing: a search that goes on from the one before answers as one that begins anew, whatever is typed and taken back.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

#[path = "support/generated.rs"]
mod generated;

use proptest::prelude::*;
use std::sync::LazyLock;
use vidde::data;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::search::{Index, Request, Typing, answer, nearest, search};
use vidde::domain::text::Lang;

static REAL: LazyLock<Index> =
    LazyLock::new(|| Index::new(&Catalogue::new(data::built_in().0, Vec::new()).knowing(data::synonyms())));
static GENERATED: LazyLock<Index> = LazyLock::new(|| Index::new(&generated::catalogue(300)));

/// Something done to the line.
#[derive(Debug, Clone)]
enum Edit {
    Type(String),
    TakeBack(usize),
    Speak(Lang),
}

fn words() -> Vec<String> {
    let cards = data::built_in().0;
    let names = cards.iter().flat_map(|card| Lang::ALL.map(|lang| card.name.pick(lang).to_lowercase()));
    names.flat_map(|name| name.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => prop::sample::select(words()).prop_map(Edit::Type),
        4 => "[a-zæøå]{1,3}".prop_map(Edit::Type),
        2 => Just(Edit::Type(" ".to_owned())),
        1 => "\\PC{1,2}".prop_map(Edit::Type),
        4 => (1..6_usize).prop_map(Edit::TakeBack),
        1 => prop::sample::select(Lang::ALL.to_vec()).prop_map(Edit::Speak),
    ]
}

/// The lines one sees while `edits` are done letter by letter, with the language of each.
fn lines(edits: &[Edit]) -> Vec<(String, Lang)> {
    let (mut line, mut lang, mut seen) = (String::new(), Lang::Nb, Vec::new());
    for edit in edits {
        match edit {
            Edit::Speak(other) => lang = *other,
            Edit::Type(text) => text.chars().for_each(|letter| {
                line.push(letter);
                seen.push((line.clone(), lang));
            }),
            Edit::TakeBack(count) => (0..*count).for_each(|_| {
                line.pop();
                seen.push((line.clone(), lang));
            }),
        }
    }
    seen
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_worked_out_before_changes_no_answer(
        edits in prop::collection::vec(edit(), 1..12),
        limit in prop_oneof![Just(usize::MAX), 0..12_usize],
        odd in any::<bool>(),
    ) {
        let (allowed, favour) = (|tool: u32| !odd || tool % 2 == 1, |tool: u32| u32::from(!tool.is_multiple_of(7)));
        for index in [&*REAL, &*GENERATED] {
            let mut typing = Typing::default();
            for (line, lang) in lines(&edits) {
                let request = Request { words: &line, lang, limit, allowed: &allowed, favour: &favour };
                let mut anew = Typing::default();
                let (found, hits) = (typing.found(index, &request), anew.answer(index, &request));
                prop_assert_eq!(&found.hits, &hits, "{:?}", line);
                for hit in hits.iter().take(5) {
                    prop_assert_eq!(typing.why(index, &hit.id), anew.why(index, &hit.id), "{:?}", line);
                    let names = [hit.id.as_str(), &line, "Åpent møte om mål"];
                    prop_assert_eq!(names.map(|name| typing.marker().marks(name)), names.map(|name| anew.marker().marks(name)));
                }
                let all = Request { limit: usize::MAX, ..request };
                prop_assert_eq!(found.total, answer(index, &all).len(), "{:?}", line);
            }
        }
    }
}

/// A word with two slips far from each other, and its beginning with one and another ending.
fn slipped(word: &str) -> [String; 2] {
    let mut letters: Vec<char> = word.chars().collect();
    letters.swap(1, 2);
    let other = letters.iter().take(5).chain(&['i', 'n', 'g', 'e', 'n', 'e']).collect();
    letters.remove(letters.len() - 2);
    [letters.into_iter().collect(), other]
}

/// What its beginnings came near to leaves out nothing that a word can mean.
#[test]
fn slips_are_found_the_same_key_by_key_as_at_once() {
    for word in words().iter().filter(|word| word.chars().count() >= 6).step_by(3).flat_map(|word| slipped(word)) {
        let mut typing = Typing::default();
        for end in word.char_indices().map(|(at, letter)| at + letter.len_utf8()) {
            let line = &word[..end];
            let request = Request { words: line, lang: Lang::Nb, limit: 20, allowed: &|_| true, favour: &|_| 0 };
            assert_eq!(typing.answer(&REAL, &request), answer(&REAL, &request), "{line}");
            assert_eq!(typing.nearest(&REAL, line, Lang::Nb), nearest(&REAL, line, Lang::Nb), "{line}");
        }
    }
}

#[test]
fn what_comes_again_and_again_or_is_cut_counts_once() {
    let ids = |line: &str| search(&REAL, line, Lang::Nb).into_iter().map(|hit| hit.id).collect::<Vec<_>>();
    for word in ["evaluering", "dialog", "e", "verdenskafé"] {
        assert_eq!(ids(&format!("{word} ").repeat(5_000)), ids(word), "{word}");
    }
    let nonsense = format!("dialog {}", "xq".repeat(5_000));
    assert_eq!(ids(&nonsense), [], "a word that is cut in a short line must still be found");
    let first = search(&REAL, "hva hva så hva nå", Lang::Nb).first().map(|hit| hit.id.to_string());
    assert_eq!(first.as_deref(), Some("what-so-what"), "a name may have a word twice");
}

#[test]
fn another_catalogue_is_searched_anew() {
    let mut typing = Typing::default();
    for index in [&*REAL, &*GENERATED, &*REAL] {
        let request = Request { words: "dialog", lang: Lang::Nb, limit: 5, allowed: &|_| true, favour: &|_| 0 };
        assert_eq!(typing.answer(index, &request), answer(index, &request));
    }
}

#[test]
fn favourites_come_first_among_equals_only() {
    let all = search(&REAL, "kart", Lang::Nb);
    let last = all.last().map(|hit| hit.id.clone()).unwrap();
    let ids: Vec<_> = Catalogue::new(data::built_in().0, Vec::new()).tools().map(|tool| tool.id.clone()).collect();
    let favour = |tool: u32| u32::from(ids[tool as usize] != last);
    let request = Request { words: "kart", lang: Lang::Nb, limit: usize::MAX, allowed: &|_| true, favour: &favour };
    let favoured = answer(&REAL, &request);
    assert!(favoured.windows(2).all(|pair| pair[0].score >= pair[1].score), "best first");
    let equals = |hit: &&vidde::domain::search::Hit| hit.score == all.last().unwrap().score;
    assert_eq!(favoured.iter().find(equals).map(|hit| &hit.id), Some(&last));
}

#[test]
fn hostile_lines_end_over_many_tools_too() {
    let twelve = "styrke kort dialog gruppe arbeid plan idé mål rom kafé intervju ring";
    let letters = "s a e t r n i o d l k m";
    let slips = "stykre krot dialgo grupep arbied paln ideé maal rmo kfaé intevrju rnig";
    for line in [twelve, letters, slips, &"ab ".repeat(5_000), &"å".repeat(10_000), &"😀".repeat(10_000)] {
        let _ = (search(&GENERATED, line, Lang::Nb), nearest(&GENERATED, line, Lang::Nb));
    }
}

#[test]
fn a_generated_catalogue_is_the_same_every_time() {
    assert_eq!(generated::cards(20), generated::cards(20));
    assert_eq!(generated::lines(&generated::catalogue(20)).len(), 20);
}
