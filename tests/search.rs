//! Search over the real catalogue: queries with the tools they must find, and laws that hold for any query.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on should stop")]

use proptest::prelude::*;
use std::fmt::Write as _;
use std::sync::LazyLock;
use vidde::data;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::search::{Found, Index, Layer, Request, Typing, nearest, search, search_limited};
use vidde::domain::text::Lang;
use vidde::domain::tool::{Tool, ToolId};

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(data::built_in().0, Vec::new()).knowing(data::synonyms()));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&CATALOGUE));

/// An index over cards that have a name in bokmål and nothing else.
fn named(names: &[&str]) -> Index {
    let card = |(at, name): (usize, &&str)| -> Tool {
        ron::from_str(&format!("(version: 1, id: \"own-{at}\", name: \"{name}\")")).expect("a card with a name")
    };
    Index::new(&Catalogue::new(Vec::new(), names.iter().enumerate().map(card).collect()))
}

fn first(index: &Index, query: &str) -> Option<String> {
    search_limited(index, query, Lang::Nb, 1).first().map(|hit| hit.id.to_string())
}

/// A query and what was found.
struct Asked<'a> {
    index: &'a Index,
    typing: Typing,
    found: Found,
}

fn asked<'a>(index: &'a Index, words: &str, lang: Lang) -> Asked<'a> {
    let mut typing = Typing::default();
    let request = Request { words, lang, limit: usize::MAX, allowed: &|_| true, favour: &|_| 0 };
    let found = typing.found(index, &request);
    Asked { index, typing, found }
}

/// The hits as a person would want to see them when a test fails.
fn told(asked: &Asked<'_>) -> String {
    asked.found.hits.iter().take(6).fold(String::new(), |mut text, hit| {
        let _ = write!(text, "\n    {:5} {:28}", hit.score, hit.id);
        for why in asked.typing.why(asked.index, &hit.id) {
            let _ = write!(text, " {}={:?}/{:?}:{}", why.word, why.place, why.layer, why.score);
        }
        text
    })
}

/// What a table of queries came to.
#[derive(Default)]
struct Tally {
    rows: u32,
    /// Rows for tools that the catalogue does not have.
    absent: u32,
    first: u32,
    reciprocal: f64,
    missed: String,
}

impl Tally {
    fn rates(&self) -> (f64, f64) {
        (f64::from(self.first) / f64::from(self.rows), self.reciprocal / f64::from(self.rows))
    }

    /// Counts a row whose wanted tool came at `place`; answers whether that is the first.
    fn count(&mut self, place: Option<usize>) -> bool {
        self.rows += 1;
        self.first += u32::from(place == Some(0));
        self.reciprocal += place.map_or(0.0, |place| 1.0 / f64::from(u32::try_from(place).expect("a short list") + 1));
        place == Some(0)
    }

    fn miss(&mut self, what: &str, asked: &Asked<'_>) {
        let _ = write!(self.missed, "\n{what}{}", told(asked));
    }

    fn check(&self, least_first: f64, least_reciprocal: f64) {
        let (first, reciprocal) = self.rates();
        let sum = format!("{} rows, {} absent: first {first:.4}, reciprocal {reciprocal:.4}", self.rows, self.absent);
        println!("{sum}{}", self.missed);
        assert!(first >= least_first && reciprocal >= least_reciprocal, "{sum}{}", self.missed);
    }
}

/// Runs a table (query, category, acceptable first ids, ids wanted among the first five) over `catalogue`.
fn run(table: &str, catalogue: &Catalogue, lang: Lang) -> Tally {
    let index = Index::new(catalogue);
    let has = |id: &&str| ToolId::new(id).is_some_and(|id| catalogue.tool(&id).is_some());
    let mut tally = Tally::default();
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [query, category, wanted, five] = cells[..] else { panic!("four cells in {row:?}") };
        let asked = asked(&index, query, lang);
        let found: Vec<&str> = asked.found.hits.iter().map(|hit| hit.id.as_str()).collect();
        let present: Vec<&str> = wanted.split(',').filter(has).collect();
        let place = match category {
            "none" => found.is_empty().then_some(0),
            _ if present.is_empty() => {
                tally.absent += 1;
                continue;
            }
            _ => found.iter().position(|id| present.contains(id)),
        };
        if !tally.count(place) {
            tally.miss(&format!("{query} ({category}, {}) should find {wanted}, was {place:?}", lang.code()), &asked);
        }
        for id in five.split(',').filter(has).filter(|id| !found.iter().take(5).any(|other| other == id)) {
            tally.first -= u32::from(place == Some(0));
            tally.miss(&format!("{query} ({category}) should have {id} among five"), &asked);
        }
    }
    tally
}

const QUERIES: &str = include_str!("queries.tsv");
const MORE: &str = include_str!("queries-more.tsv");
/// Written with the cards at hand, and before anybody had seen what the search makes of these queries.
const ASKED: &str = include_str!("queries-asked.tsv");

#[test]
fn the_right_card_comes_first() {
    let tally = run(QUERIES, &CATALOGUE, Lang::Nb);
    assert_eq!(tally.absent, 0, "every tool of the table is in the catalogue");
    tally.check(0.98, 0.985);
}

#[test]
fn the_right_card_comes_first_in_a_longer_table_too() {
    let tally = run(MORE, &CATALOGUE, Lang::Nb);
    assert_eq!(tally.absent, 0, "every tool of the table is in the catalogue");
    tally.check(0.97, 0.98);
}

#[test]
fn what_is_asked_without_knowing_the_search_is_found() {
    let tally = run(ASKED, &CATALOGUE, Lang::Nb);
    assert_eq!(tally.absent, 0, "every tool of the table is in the catalogue");
    tally.check(0.98, 0.985);
}

#[test]
fn the_language_of_the_interface_hides_nothing() {
    for lang in [Lang::Nn, Lang::En] {
        run(QUERIES, &CATALOGUE, lang).check(0.96, 0.97);
        run(MORE, &CATALOGUE, lang).check(0.95, 0.97);
        run(ASKED, &CATALOGUE, lang).check(0.97, 0.98);
    }
}

#[test]
fn the_beginning_of_a_name_comes_before_what_only_sounds_finished() {
    for lang in Lang::ALL {
        for tool in CATALOGUE.tools() {
            let name = tool.name.pick(lang).to_lowercase();
            for typed in (3..=6).map(|letters| name.chars().take(letters).collect::<String>().trim_end().to_owned()) {
                let hit = search_limited(&INDEX, &typed, lang, 1).into_iter().next().expect("a hit");
                let card = CATALOGUE.tool(&hit.id).expect("a tool");
                let is_alias = card.aliases.all().any(|(_, alias)| alias.to_lowercase() == typed.replace(' ', ""));
                let first = card.name.pick(lang).to_lowercase();
                let has_word =
                    first.split(|letter: char| !letter.is_alphanumeric()).any(|word| typed.starts_with(word));
                assert!(
                    first.starts_with(&typed) || has_word || first.contains(&typed) || is_alias,
                    "{typed} for {name}: {first}"
                );
            }
        }
    }
}

#[test]
fn a_phrase_finds_what_its_compound_finds() {
    for (phrase, compound) in [("arbeid i grupper", "gruppearbeid"), ("plan for handling", "handlingsplan")] {
        assert_eq!(first(&INDEX, phrase), first(&INDEX, compound), "{phrase}");
    }
}

#[test]
fn short_aliases_and_stop_words_stand_for_themselves() {
    for (query, id) in [
        ("gå", "walk-talk"),
        ("1-2-4", "one-two-four-all"),
        ("kj", "affinity"),
        ("ros", "risk-matrix"),
        ("aar", "aar"),
        ("swot", "swot"),
    ] {
        assert_eq!(first(&INDEX, query).as_deref(), Some(id), "{query}");
    }
    let stop = asked(&INDEX, "arbeid i grupper", Lang::Nb);
    assert!(!told(&stop).contains(" i=Name/Prefix"), "{}", told(&stop));
}

#[test]
fn who_says_a_synonym_most_plainly_comes_first() {
    let asked = asked(&INDEX, "wrap up", Lang::En);
    let scores: Vec<i64> = asked.found.hits.iter().take(5).map(|hit| hit.score).collect();
    assert!(asked.found.hits[0].id.as_str() == "check-out" && scores[0] > scores[4], "{}", told(&asked));
}

#[test]
fn twelve_cards_alone_are_found_without_a_miss() {
    let twelve = "ai-interview ai-mini strength-cards success-story scaling check-in check-out igp one-two-four-all dot-voting roti \
                  done-learned-smart";
    let cards = twelve.split(' ').filter_map(|id| CATALOGUE.tool(&ToolId::new(id)?).cloned()).collect();
    let few = Catalogue::new(cards, Vec::new()).knowing(data::synonyms());
    assert_eq!(few.tools().len(), 12);
    let tally = run(QUERIES, &few, Lang::Nb);
    assert!(tally.rows >= 10, "{} rows", tally.rows);
    tally.check(1.0, 1.0);
}

/// `name` with a slip at a letter: one omitted, swapped, put in place of another, or doubled.
fn slipped(name: &[char], at: usize) -> String {
    let mut typed = name.to_vec();
    match at % 4 {
        0 => drop(typed.remove(at)),
        1 => typed.swap(at, at + 1),
        2 => typed[at] = 'k',
        _ => typed.insert(at, name[at]),
    }
    typed.into_iter().collect()
}

#[test]
fn a_slip_in_any_name_still_finds_it() {
    let mut tally = Tally::default();
    for tool in CATALOGUE.tools() {
        let name: Vec<char> =
            tool.name.pick(Lang::Nb).split(['(', '/']).next().unwrap_or_default().trim().chars().collect();
        let slips = (2..name.len().saturating_sub(1)).step_by(3);
        for at in slips.filter(|at| name.len() >= 8 && name[*at].is_alphabetic() && name[*at + 1].is_alphabetic()) {
            let typed = slipped(&name, at);
            let hits = search_limited(&INDEX, &typed, Lang::Nb, 6);
            let place = hits.iter().position(|hit| hit.id == tool.id);
            if !tally.count(place) {
                tally.miss(&format!("{typed} should find {}", tool.id), &asked(&INDEX, &typed, Lang::Nb));
            }
        }
    }
    assert!(tally.rows > 400, "{} rows", tally.rows);
    tally.check(0.99, 0.99);
}

/// Every way to write `text` with short and long forms of æ, ø and å.
fn written(text: &str) -> Vec<String> {
    text.chars().fold(vec![String::new()], |begun, letter| {
        let forms: Vec<String> = match letter {
            'å' => ["å", "a", "aa", "a\u{30a}", "Å"].map(str::to_owned).to_vec(),
            'ø' => ["ø", "o", "oe", "Ø"].map(str::to_owned).to_vec(),
            'æ' => ["æ", "ae", "e", "Æ"].map(str::to_owned).to_vec(),
            plain => vec![plain.to_string()],
        };
        begun.iter().flat_map(|start| forms.iter().map(move |form| format!("{start}{form}"))).collect()
    })
}

#[test]
fn every_way_to_write_a_name_finds_every_way_to_write_it() {
    for word in ["åpent rom", "blåbærgrøt", "ærlig", "økt", "bør og gjør"] {
        for name in written(word) {
            let index = named(&["Akvarium", &name]);
            for query in written(word) {
                assert_eq!(first(&index, &query).as_deref(), Some("own-1"), "{query} for {name}");
            }
        }
    }
}

#[test]
fn what_is_written_as_typed_comes_before_what_only_sounds_so() {
    let index = named(&["For", "Før", "Fór"]);
    for (query, id) in [("før", "own-1"), ("for", "own-0"), ("fór", "own-2")] {
        assert_eq!(first(&index, query).as_deref(), Some(id), "{query}");
    }
}

#[test]
fn better_layers_come_first_and_shorter_names_among_equals() {
    let index = named(&["Et kart", "Kartlegging", "Kart", "Nettverkskart", "Kartet", "Krat", "Vårt kart over alt"]);
    let found: Vec<_> = search(&index, "kart", Lang::Nb).into_iter().map(|hit| hit.id.to_string()).collect();
    assert_eq!(
        found,
        ["own-2", "own-4", "own-0", "own-6", "own-1", "own-3"],
        "no slip is read into a word that is there"
    );
    assert_eq!(first(&index, "krta").as_deref(), Some("own-5"));
}

/// The name with its marked characters in brackets.
fn marked(name: &str, query: &str) -> String {
    let marks = asked(&named(&[name]), query, Lang::Nb).typing.marker().marks(name);
    let shown =
        name.chars().enumerate().map(|(at, c)| if marks.contains(&at) { format!("[{c}]") } else { c.to_string() });
    shown.collect::<String>().replace("][", "")
}

#[test]
fn marks_stand_on_the_letters_that_were_written() {
    let cases = [
        ("Åpent rom", "aape", "[Åpe]nt rom"),
        ("Verdenskafé", "kafe", "Verdens[kafé]"),
        ("Maalbilde av Straße", "strasse mål", "[Maal]bilde av [Straße]"),
        ("Anerkjennende intervju", "intervjuene", "Anerkjennende [intervju]"),
        ("Styrkekort", "styrke kort", "[Styrkekort]"),
        ("Prikkestemming", "prikkstemming", "[Prikkestemming]"),
        ("Verdenskafé", "vkafe", "[V]erdens[kafé]"),
        ("Hva – hva så – hva nå", "hva", "[Hva] – [hva] så – [hva] nå"),
    ];
    for (name, query, expected) in cases {
        assert_eq!(marked(name, query), expected, "{query}");
    }
}

#[test]
fn compounds_are_found_in_parts_and_parts_in_compounds() {
    let index = named(&["Akvarium", "Arbeid i grupper", "Handlingsplan (hvem)", "Styrkekort", "Open Space"]);
    let cases = [
        ("gruppearbeid", "own-1"),
        ("handlings plan", "own-2"),
        ("min handlingsplan", "none"),
        ("styrke kort", "own-3"),
        ("kortstyrke", "none"),
        ("openspace", "own-4"),
        ("opnespace", "own-4"),
    ];
    for (query, id) in cases {
        assert_eq!(first(&index, query).unwrap_or("none".to_owned()), id, "{query}");
    }
}

/// Compounds as people make them, of a word that some card has and an ending that says little, with the cards they may be
/// for.
const EVERYDAY: [(&str, &str); 20] = [
    ("avslutningsøvelse", "check-out"),
    ("prioriteringsøvelse", "dot-voting"),
    ("prioriteringsmøte", "dot-voting"),
    ("tillitsøvelse", "ground-rules,team-agreement"),
    ("plenumsdiskusjon", "igp,one-two-four-all"),
    ("visjonsarbeid", "future-picture,possibility-statement,cover-story"),
    ("risikoworkshop", "risk-matrix"),
    ("idéverksted", "brainstorm"),
    ("idémøte", "brainstorm"),
    ("drømmeverksted", "dream-journey,future-picture"),
    ("styrkeøvelse", "strength-cards,strength-spotting"),
    ("suksessfaktorer", "success-story,success-interviews-ls"),
    ("skryterunde", "appreciation-round"),
    ("stemmegivning", "dot-voting"),
    ("beslutningsmetode", "consent"),
    ("rolleavklaringsmøte", "raci"),
    ("temperaturmåling", "fist-to-five,energy-check"),
    ("oppstartssamling", "startup-model"),
    ("forventningsrunde", "expectations"),
    ("kartleggingsverktøy", "asset-map"),
];

#[test]
fn a_compound_with_an_everyday_ending_finds_what_its_first_half_does() {
    for (compound, wanted) in EVERYDAY {
        let asked = asked(&INDEX, compound, Lang::Nb);
        let first = asked.found.hits.first().unwrap_or_else(|| panic!("{compound} finds nothing"));
        assert!(wanted.split(',').any(|id| id == first.id.as_str()), "{compound}: {}", told(&asked));
        let why = asked.typing.why(&INDEX, &first.id);
        assert!(why.iter().all(|why| why.layer == Layer::Compound), "{compound}: {}", told(&asked));
    }
    for begun in ["avslutningsø", "avslutningsøv", "avslutningsøve", "avslutningsøvel"] {
        assert_eq!(first(&INDEX, begun).as_deref(), Some("check-out"), "{begun}");
    }
    let index = named(&["Styrkekort", "Styrkeprøve og noe helt annet"]);
    assert!(
        search(&index, "styrkebade", Lang::Nb).is_empty(),
        "both halves must be there when neither is said of any tool"
    );
}

#[test]
fn what_may_be_said_of_any_tool_need_not_be_found_beside_other_words() {
    for (query, wanted, lang) in [
        ("avslutning øvelse", "check-out", Lang::Nb),
        ("risiko seminar", "risk-matrix", Lang::Nb),
        ("closing exercise", "check-out", Lang::En),
        ("risk workshop", "risk-matrix", Lang::En),
        ("bli kjent lek", "check-in,speed-dating,impromptu-networking", Lang::Nb),
    ] {
        let asked = asked(&INDEX, query, lang);
        let first = asked.found.hits.first().map(|hit| hit.id.as_str());
        assert!(wanted.split(',').any(|id| Some(id) == first), "{query}: {}", told(&asked));
    }
    assert!(!search(&INDEX, "øvelse", Lang::Nb).is_empty());
}

#[test]
fn a_card_that_says_all_that_was_typed_comes_before_one_that_says_the_main_word() {
    for (query, wanted, lang) in [
        ("gi hverandre ros", "appreciation-round", Lang::Nb),
        ("gje kvarandre ros", "appreciation-round", Lang::Nn),
        ("hva kan gå feil", "premortem", Lang::Nb),
        ("gå feil", "premortem", Lang::Nb),
        ("noe kan gå feil", "premortem", Lang::Nb),
        ("kan gå gale", "premortem", Lang::Nn),
        ("kven gjer kva", "raci", Lang::Nn),
        ("kven gjer kva", "raci", Lang::En),
        ("rollar", "raci", Lang::Nn),
        ("kven er viktig å ha med", "stakeholder-map", Lang::Nn),
        ("få folk til å snakke", "one-two-four-all", Lang::Nb),
        ("get everyone talking", "one-two-four-all", Lang::En),
        ("trust", "ground-rules", Lang::En),
    ] {
        let asked = asked(&INDEX, query, lang);
        let first = asked.found.hits.first().map(|hit| hit.id.as_str());
        assert_eq!(first, Some(wanted), "{query} ({}): {}", lang.code(), told(&asked));
    }
}

/// What somebody has typed of `name` who has written two words and the first letter of the next.
fn begun(name: &str) -> Option<String> {
    let words: Vec<&str> =
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).take(3).collect();
    let [first, second, third] = words[..] else { return None };
    Some(format!("{first} {second} {}", third.chars().next()?).to_lowercase())
}

#[test]
fn the_beginning_of_a_whole_name_finds_it_also_across_brackets() {
    for lang in Lang::ALL {
        let names: Vec<_> = CATALOGUE.tools().map(|tool| (tool, tool.name.pick(lang))).collect();
        for (typed, tool) in names.iter().filter_map(|(tool, name)| Some((begun(name)?, tool))) {
            let first = search_limited(&INDEX, &typed, lang, 1).into_iter().next().expect("a hit");
            let also = names.iter().find(|(other, _)| other.id == first.id).and_then(|(_, name)| begun(name));
            let is_right = first.id == tool.id || also.as_deref() == Some(&typed);
            assert!(is_right, "{typed} ({}): {}", lang.code(), told(&asked(&INDEX, &typed, lang)));
        }
    }
}

#[test]
fn three_letters_inside_a_word_are_not_its_beginning() {
    let index = named(&["Prosess", "Rosenhagefestivalen"]);
    assert_eq!(first(&index, "ros").as_deref(), Some("own-1"));
}

#[test]
fn the_empty_query_gives_everything_in_norwegian_order() {
    let index = named(&["Åpent rom", "Zulu", "Ærlig", "Aasen", "Ørn", "Akvarium", "Én ting"]);
    let found: Vec<_> = search(&index, "  ", Lang::Nb).into_iter().map(|hit| hit.id.to_string()).collect();
    assert_eq!(found, ["own-5", "own-6", "own-1", "own-2", "own-4", "own-0", "own-3"]);
    assert_eq!(search(&INDEX, "", Lang::En).len(), CATALOGUE.tools().len());
}

#[test]
fn hostile_queries_end_soon_and_find_nothing_senseless() {
    let marks = "a\u{301}\u{30a}".repeat(5_000);
    let long = ["å".repeat(10_000), "ab ".repeat(10_000), "😀".repeat(10_000), "\u{301}".repeat(10_000), marks];
    let short = ["!!!", "–", "שלום עולם", "\u{202e}kart", "‏مرحبا", "👩‍👩‍👧", "\0", "'", "½", "ﷺ", "ǅ", "İstanbul"];
    for query in long.iter().map(String::as_str).chain(short) {
        let _ = (search(&INDEX, query, Lang::Nb), nearest(&INDEX, query, Lang::Nb));
    }
    for query in ["!!!", "–", "😀😀", "\u{301}\u{301}", "שלום"] {
        assert!(search(&INDEX, query, Lang::Nb).is_empty(), "{query}");
    }
}

#[test]
fn when_nothing_is_found_the_nearest_tools_are_offered() {
    let near = nearest(&INDEX, "verdenskaféen med qxzvwk", Lang::Nb);
    assert_eq!(near.first().map(ToolId::as_str), Some("world-cafe"));
    assert!(nearest(&INDEX, "qxzvwk", Lang::Nb).is_empty());
    assert!(!nearest(&INDEX, "kremverkstad", Lang::Nb).is_empty());
}

#[test]
fn a_hit_says_why() {
    let asked = asked(&INDEX, "vrdenskafe", Lang::Nb);
    let first = asked.found.hits.first().expect("a hit");
    let why = asked.typing.why(&INDEX, &first.id).into_iter().next().expect("a reason");
    assert_eq!(
        (why.word.as_str(), why.layer <= Layer::Typo, why.layer > Layer::Inside),
        ("vrdenskafe", true, true),
        "{}",
        told(&asked)
    );
}

#[test]
fn the_synonyms_can_be_read() {
    let synonyms = data::synonyms();
    assert!(synonyms.stop.len() > 50 && synonyms.same.len() > 50 && synonyms.purposes.len() == 14);
}

/// A word as people type them: from names of the catalogue, or of any letters.
fn word() -> impl Strategy<Value = String> {
    let names: Vec<String> =
        CATALOGUE.tools().flat_map(|tool| Lang::ALL.map(|lang| tool.name.pick(lang).to_owned())).collect();
    let words: Vec<String> = names.iter().flat_map(|name| name.split(' ').map(str::to_owned)).collect();
    prop_oneof![prop::sample::select(words), "[a-zæøå]{1,8}", "\\PC{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_query_is_answered_by_the_same_rules(words in prop::collection::vec(word(), 0..5), limit in 0..9_usize) {
        let query = words.join(" ");
        let hits = search(&INDEX, &query, Lang::Nb);
        prop_assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score), "best first");
        let some = search_limited(&INDEX, &query, Lang::Nb, limit);
        prop_assert_eq!(&some[..], &hits[..limit.min(hits.len())], "a limit only cuts");
        let marker = asked(&INDEX, &query, Lang::Nb).typing.marker();
        for hit in &hits {
            let name = CATALOGUE.tool(&hit.id).expect("a tool").name.pick(Lang::Nb);
            let marks = marker.marks(name);
            prop_assert!(marks.windows(2).all(|pair| pair[0] < pair[1]) && marks.last().is_none_or(|last| *last < name.chars().count()));
        }
    }

    #[test]
    fn every_word_must_be_found(words in prop::collection::vec(word(), 1..4)) {
        let query = format!("{} qxzvwkqxzvwk", words.join(" "));
        prop_assert!(search(&INDEX, &query, Lang::Nb).is_empty(), "{}", query);
    }

    #[test]
    fn capitals_do_not_matter(query in "[a-zæøå]{1,9}( [a-zæøå]{1,9})?") {
        let ids = |query: &str| search(&INDEX, query, Lang::Nb).into_iter().map(|hit| (hit.id, hit.score)).collect::<Vec<_>>();
        prop_assert_eq!(ids(&query), ids(&query.to_uppercase()));
    }

    #[test]
    fn the_order_of_words_does_not_matter_to_what_has_them_as_written(tool in 0..160_usize) {
        let tool = CATALOGUE.tools().nth(tool).expect("a tool");
        let words: Vec<&str> = tool.name.pick(Lang::Nb).split_whitespace().collect();
        let turned: Vec<&str> = words.iter().rev().copied().collect();
        let asked = asked(&INDEX, &turned.join(" "), Lang::Nb);
        prop_assert!(asked.found.hits.iter().take(3).any(|hit| hit.id == tool.id), "{:?}{}", turned, told(&asked));
    }
}
