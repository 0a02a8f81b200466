//! Filters in the line of search: what is read from a line, which tools that leaves, what the line may become, and what
//! the keys write. A table of cases in three languages, and laws for any line.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as expected"
)]

mod common;

use proptest::prelude::*;
use std::sync::LazyLock;
use vidde::data;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::filter::{
    self, Answer, Facet, Filter, Finder, Found, Ground, Names, Wish, chosen, completions, values,
};
use vidde::domain::search::Index;
use vidde::domain::shelf::Shelf;
use vidde::domain::text::Lang;
use vidde::domain::times::Moment;
use vidde::domain::tool::{Form, Phase, Tool, ToolId, Variant};
use vidde::ui::filters;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| data::catalogue(Vec::new()).0);
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&CATALOGUE));
static NAMES: LazyLock<Names> = LazyLock::new(|| Names::new(&CATALOGUE));
static EMPTY: LazyLock<Shelf> = LazyLock::new(Shelf::default);

fn ground(lang: Lang) -> Ground<'static> {
    Ground { catalogue: &CATALOGUE, index: &INDEX, names: &NAMES, shelf: &EMPTY, lang, left: None }
}

fn find(line: &str) -> Found {
    Finder::default().find(&ground(Lang::Nb), line, usize::MAX)
}

fn tools(line: &str) -> Vec<&'static Tool> {
    let found = find(line);
    assert_eq!(found.answer, Answer::Hits, "{line}");
    found.hits.iter().map(|hit| CATALOGUE.tool(&hit.id).expect("a tool")).collect()
}

/// What a line is read as: its words, then what was understood, then what was not.
fn read(line: &str, lang: Lang) -> String {
    let wish = Wish::read(line, &NAMES);
    let unclear: Vec<String> =
        wish.unclear.iter().map(|unclear| format!(" ? {}", filters::unclear(unclear, lang))).collect();
    format!("{} | {}{}", wish.words, filters::understood(&wish.filters, None, lang), unclear.concat())
}

fn check(lang: Lang, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(line, expected)| (line, expected, read(line, lang)))
        .filter(|(_, expected, read)| *expected != read)
        .map(|(line, expected, read)| format!("{line:?}\n   is read as {read:?}\n    should be {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn minutes_and_people_are_read_in_every_way_people_write_them() {
    check(
        Lang::Nb,
        &[
            ("20 min", " | ≤ 20 min"),
            ("20min", " | ≤ 20 min"),
            ("20 MIN.", " | ≤ 20 min"),
            ("20 minutter", " | ≤ 20 min"),
            ("20 minutes", " | ≤ 20 min"),
            ("<20 min", " | ≤ 20 min"),
            ("< 20 min", " | ≤ 20 min"),
            ("<= 20min", " | ≤ 20 min"),
            ("≤20 min", " | ≤ 20 min"),
            ("maks 20 min", " | ≤ 20 min"),
            ("høyst 20 minutter", " | ≤ 20 min"),
            ("> 20 min", " | ≥ 20 min"),
            ("minst 20 min", " | ≥ 20 min"),
            ("mer enn 30 min", " | ≥ 30 min"),
            ("Meir enn 1 t 30 min", " | ≥ 90 min"),
            ("mindre enn 30 min", " | ≤ 30 min"),
            ("at least 2 hours lek", "lek | ≥ 120 min"),
            ("less than 20 min", " | ≤ 20 min"),
            ("lek opp til 1 time", "lek | ≤ 60 min"),
            ("mer enn nok", "mer enn nok | "),
            ("10-20 min", " | 10–20 min"),
            ("10–20min", " | 10–20 min"),
            ("10 - 20 min", " | 10–20 min"),
            ("20 til 10 min", " | 10–20 min"),
            ("1 time", " | ≤ 60 min"),
            ("2t", " | ≤ 120 min"),
            ("1t30", " | ≤ 90 min"),
            ("1 t 30 min", " | ≤ 90 min"),
            ("1 time 40 pers", " | ≤ 60 min · 40 pers"),
            ("40 pers", " | 40 pers"),
            ("40 pers.", " | 40 pers"),
            ("40 personer", " | 40 pers"),
            ("40 personar", " | 40 pers"),
            ("40 deltakere", " | 40 pers"),
            ("40 folk", " | 40 pers"),
            ("40 people", " | 40 pers"),
            ("40 participants", " | 40 pers"),
            ("10-20 pers", " | 10–20 pers"),
            ("bli kjent 20 min, 12 deltakere", "bli kjent | ≤ 20 min · 12 pers"),
            ("20 min bli 12 pers kjent", "bli kjent | ≤ 20 min · 12 pers"),
            ("20 min 20 min", " | ≤ 20 min"),
            ("20 min,40 pers", " | ≤ 20 min · 40 pers"),
            ("mål,20 min;#fav,-lek", "mål, | ≤ 20 min · favoritter · uten «lek»"),
            ("20 min+", " | ≥ 20 min"),
            ("20min+", " | ≥ 20 min"),
            ("1 t 30", " | ≤ 90 min"),
            ("minst 1 time 30 lek", "lek | ≥ 90 min"),
            ("1 time 40 pe", " | ≤ 60 min · 40 pers"),
            ("vi er 40", " | 40 pers"),
            ("oss er 40 mål", "mål | 40 pers"),
            ("we are 10-20 people", " | 10–20 pers"),
            ("vi er her", "vi er her | "),
            ("tjue min", " | ≤ 20 min"),
            ("maks tjue minutter", " | ≤ 20 min"),
            ("førti personer", " | 40 pers"),
            ("forty people, thirty minutes", " | 40 pers · ≤ 30 min"),
            ("fire hjørner", "fire hjørner | "),
            ("tid:20", " | ≤ 20 min"),
            ("Tid: 1 t 30 min lek", "lek | ≤ 90 min"),
            ("min:>20", " | ≥ 20 min"),
            ("antall:40", " | 40 pers"),
            ("antall: 10-20 personer", " | 10–20 pers"),
            ("pers:40 tid:10-20", " | 40 pers · 10–20 min"),
            ("sted:nett", " | på nett"),
            ("stad:i rommet", " | i rommet"),
            ("arbeidsform:par", " | to og to"),
            ("tid:", " |  ? 20 min, 10-20 min, >20 min …"),
            ("antall:mange", " |  ? «mange» er ukjent. Prøv 40 pers, 10-20 pers."),
            ("99999999999 min", " |  ? «99999999999» er for mye å regne med her. Skriv et mindre tall."),
            ("uten intervju", "uten intervju |  ? Skriv -intervju for å ta bort verktøy med «intervju» i navnet."),
            ("ikke noe ferdig program", "ikke noe ferdig program | "),
        ],
    );
}

#[test]
fn what_is_part_of_a_name_is_left_to_be_words() {
    check(
        Lang::Nb,
        &[
            ("25 10", "25 10 | "),
            ("25/10", "25/10 | "),
            ("1-2-4-alle", "1-2-4-alle | "),
            ("5 minutter", "5 minutter | "),
            ("5 minutter igjen", "5 minutter igjen | "),
            ("5 minutt att", "5 minutt att | "),
            ("minutter igjen 5", "minutter igjen 5 | "),
            ("5 min", " | ≤ 5 min"),
            ("30 minutter", " | ≤ 30 min"),
            ("5 hvorfor", "5 hvorfor | "),
            ("5 whys", "5 whys | "),
            ("15% solutions", "15% solutions | "),
            ("min spesifikasjon", "min spesifikasjon | "),
            ("under overflaten", "under overflaten | "),
            ("635", "635 | "),
        ],
    );
    assert_eq!(tools("5 minutter igjen").first().map(|tool| tool.id.as_str()), Some("five-minutes-left"));
}

#[test]
fn steps_forms_purposes_and_families_are_read_by_their_beginning_in_three_languages() {
    check(
        Lang::Nb,
        &[
            ("trinn:oppstart", " | Oppstart"),
            ("Trinn:Opp", " | Oppstart"),
            ("steg:oppstart", " | Oppstart"),
            ("step:start-up", " | Oppstart"),
            ("phase:startup", " | Oppstart"),
            ("trinn:pl", " | Planlegging"),
            ("step:planning", " | Planlegging"),
            ("trinn:gjennomføring", " | Gjennomføring"),
            ("trinn:gjennomforing", " | Gjennomføring"),
            ("trinn:gjennomfoering", " | Gjennomføring"),
            ("step:delivery", " | Gjennomføring"),
            ("step:implementation", " | Gjennomføring"),
            ("trinn:ev", " | Evaluering"),
            ("trinn: evaluering", " | Evaluering"),
            ("trinn:oppstart trinn:planlegging mål", "mål | Oppstart eller Planlegging"),
            ("20 min form:digital 40 min form:hybrid", " | ≤ 20 min · på nett eller hybrid · ≤ 40 min"),
            ("form:digital", " | på nett"),
            ("form:d", " | på nett"),
            ("form:nett", " | på nett"),
            ("form:online", " | på nett"),
            ("form:fysisk", " | i rommet"),
            ("form:in-person", " | i rommet"),
            ("form:hy", " | hybrid"),
            ("form:par", " | to og to"),
            ("form:pairs", " | to og to"),
            ("form:gruppe", " | i grupper"),
            ("form:plenum", " | i plenum"),
            ("form:åleine", " | hver for seg"),
            ("form:aleine", " | hver for seg"),
            ("formål:energi", " | formål: energi"),
            ("formaal:energi", " | formål: energi"),
            ("føremål:lære", " | formål: lære"),
            ("purpose:decide", " | formål: velge"),
            ("familie:styrker", " | familie: styrker"),
            ("family:ideas", " | familie: ideer"),
        ],
    );
    check(Lang::Nn, &[("steg:oppstart 40 personar -leik", " | Oppstart · 40 pers · utan «leik»")]);
    check(Lang::En, &[("trinn:planlegging 20 min 40 pers #fav", " | Planning · ≤ 20 min · 40 people · favourites")]);
}

#[test]
fn tags_and_exclusions_are_read() {
    check(
        Lang::Nb,
        &[
            ("#favoritt", " | favoritter"),
            ("#Favoritter", " | favoritter"),
            ("#favourite", " | favoritter"),
            ("#fav", " | favoritter"),
            ("#f", " | favoritter"),
            ("#nå", " | passer nå"),
            ("#now", " | passer nå"),
            ("#passer", " | passer nå"),
            ("bli kjent -lek", "bli kjent | uten «lek»"),
            ("-lek -lek -Sang!", " | uten «lek» · uten «Sang»"),
            ("-20", " | uten «20»"),
            ("-trinn:oppstart", " | ikke Oppstart"),
            ("–trinn: opp", " | ikke Oppstart"),
            ("-step:planning lek", "lek | ikke Planlegging"),
            ("-form:digital -form:par", " | ikke på nett · ikke to og to"),
            ("-#favoritt", " | ikke favoritter"),
            ("-trinn:", " |  ? trinn: oppstart, planlegging, gjennomføring, evaluering …"),
        ],
    );
}

#[test]
fn a_dash_leaves_out_what_can_be_left_out_and_says_so_where_it_cannot() {
    check(
        Lang::Nb,
        &[
            ("-20min", " |  ? -20 min kan bety to ting. Skriv <20 min eller >20 min."),
            ("lek –1 t 30 min", "lek |  ? -90 min kan bety to ting. Skriv <90 min eller >90 min."),
            ("-40 pers", " |  ? -40 pers går ikke an. Skriv 40 pers, eller -ord."),
            ("-10-20 min", " |  ? -10-20 min går ikke an. Skriv 10-20 min, eller -ord."),
            ("-#nå", " |  ? -#nå går ikke an. Skriv #nå, eller -ord."),
            ("- lek", "lek |  ? «- lek» leter etter «lek». Skriv -lek for å ta det bort."),
            ("oppstart - 20 min", "oppstart - | ≤ 20 min"),
            ("kick-off – bli kjent", "kick-off – bli kjent | "),
            ("-\"åpent rom\" bli", "bli | uten «åpent rom»"),
            ("-«åpent rom»", " | uten «åpent rom»"),
            ("bli -\"åpent ro", "bli | uten «åpent ro»"),
            ("-\"", " |  ? -ord tar bort verktøy som har ordet i et navn."),
        ],
    );
    check(
        Lang::En,
        &[
            ("-40 people", " |  ? -40 people cannot be left out. Type 40 people, or -word."),
            ("-20 min", " |  ? -20 min can mean two things. Type <20 min or >20 min."),
        ],
    );
}

#[test]
fn times_are_read_as_people_say_them() {
    let most = |minutes: u16| format!(" | ≤ {minutes} min");
    let said = [
        ("halvtime", 30),
        ("en halvtime", 30),
        ("en halv time", 30),
        ("ein halvtime", 30),
        ("half an hour", 30),
        ("a half hour", 30),
        ("et kvarter", 15),
        ("eit kvarter", 15),
        ("a quarter of an hour", 15),
        ("tre kvarter", 45),
        ("en time", 60),
        ("ein time", 60),
        ("an hour", 60),
        ("halvannen time", 90),
        ("en og en halv time", 90),
        ("1,5 time", 90),
        ("1.5 hours", 90),
        ("1,25 t", 75),
        ("1½ time", 90),
        ("½ time", 30),
        ("1:30", 90),
        ("1:30 t", 90),
        ("0:45", 45),
        ("15m", 15),
        ("1t 15m", 75),
        ("1 t 15 m", 75),
        ("ca 20 min", 20),
        ("ca. 20 min", 20),
        ("cirka 20 min", 20),
        ("rundt 20 min", 20),
        ("på 20 min", 20),
        ("på en halvtime", 30),
        ("about 20 min", 20),
        ("in half an hour", 30),
        ("maks en time", 60),
        ("opp til ca. 30 min", 30),
        ("kortere enn 20 min", 20),
    ];
    let said: Vec<(&str, String)> = said.map(|(line, minutes)| (line, most(minutes))).to_vec();
    check(Lang::Nb, &said.iter().map(|(line, read)| (*line, read.as_str())).collect::<Vec<_>>());
    check(
        Lang::Nb,
        &[
            ("lengre enn 30 min", " | ≥ 30 min"),
            ("lenger enn 30 min", " | ≥ 30 min"),
            ("longer than half an hour", " | ≥ 30 min"),
            ("minst et kvarter", " | ≥ 15 min"),
            ("20+ min", " | ≥ 20 min"),
            ("+20 min", " | ≥ 20 min"),
            ("mellom 10 og 20 min", " | 10–20 min"),
            ("fra 10 til 20 min", " | 10–20 min"),
            ("40 stk", " | 40 pers"),
            ("40p", " | 40 pers"),
            ("for 40 personer", " | 40 pers"),
            ("min 20 pers", " | 20 pers"),
            ("rundt 20", "rundt 20 | "),
            ("rundt bordet", "rundt bordet | "),
            ("kl. 10:30", "kl. 10:30 | "),
            ("en god time", "en god time | "),
        ],
    );
}

#[test]
fn times_that_a_name_says_are_words() {
    for line in [
        "få gode ideer på en halvtime",
        "en time der fire får hjelp",
        "everyone gets help in thirty minutes",
        "noe gøy på fem minutter",
    ] {
        assert_eq!(read(line, Lang::Nb), format!("{line} | "));
    }
}

#[test]
fn a_number_waits_for_its_unit_unless_a_name_has_it() {
    let ids = |line: &str| -> Vec<&str> { tools(line).iter().map(|tool| tool.id.as_str()).collect() };
    for (typed, before) in [
        ("bli kjent 2", "bli kjent"),
        ("bli kjent 20", "bli kjent"),
        ("bli kjent på 20", "bli kjent"),
        ("bli kjent mer enn 10-20", "bli kjent"),
        ("trinn:oppstart 2", "trinn:oppstart"),
        ("20", ""),
        ("20 mi", "20 min"),
        ("20 m", "20 min"),
        ("20 pe", "20 pers"),
        ("40 delta", "40 pers"),
    ] {
        assert_eq!(ids(typed), ids(before), "{typed}");
    }
    assert_eq!(read_found("bli kjent på 20"), "«20» alene sier ikke hva det gjelder. Skriv 20 min eller 20 pers.");
    for (typed, first) in [
        ("25", "twentyfive-ten"),
        ("25/10", "twentyfive-ten"),
        ("1-2-4", "one-two-four-all"),
        ("5 hv", "five-whys"),
        ("5 minu", "five-minutes-left"),
        ("15", "fifteen-percent"),
        ("energigiver 1", "energizer-123"),
    ] {
        assert_eq!(ids(typed).first(), Some(&first), "{typed}");
    }
}

#[test]
fn those_who_take_part_are_counted_by_whatever_name_and_a_slip_in_a_unit_is_taken() {
    let people = "elever elevar elev barn unge ansatte tilsette kolleger kollegaer kollegaar foreldre brukere brukarar \
                  pårørende pårørande students kids staff employees colleagues children parents users lærere lærarar \
                  ledere leiarar voksne medlemmer gjester innbyggere pasienter deltagere personner perssoner";
    let lines: Vec<String> = people.split_whitespace().map(|people| format!("40 {people}")).collect();
    check(Lang::Nb, &lines.iter().map(|line| (line.as_str(), " | 40 pers")).collect::<Vec<_>>());
    let minutes = ["minuter", "mn", "minttuer", "minuttr", "minuts", "minutess", "mintuter"];
    let lines: Vec<String> = minutes.iter().map(|minutes| format!("20 {minutes}")).collect();
    check(Lang::Nb, &lines.iter().map(|line| (line.as_str(), " | ≤ 20 min")).collect::<Vec<_>>());
    check(
        Lang::Nb,
        &[
            ("20'", " | ≤ 20 min"),
            ("lek 20’ 40 barn", "lek | ≤ 20 min · 40 pers"),
            ("førti elever", " | 40 pers"),
            ("10-20 elever", " | 10–20 pers"),
            ("for 25 ansatte", " | 25 pers"),
            ("barn og unge", "barn og unge | "),
            ("3 personas", "3 personas | "),
            ("6 hatter", "6 hatter | "),
            ("5 tips", "5 tips | "),
            ("20 leker", "20 leker | "),
            ("20 spørsmål", "20 spørsmål | "),
            ("#nå 40 pers", " | passer nå · 40 pers"),
        ],
    );
}

#[test]
fn on_the_way_to_a_unit_the_list_does_not_jump() {
    let ids = |line: &str| -> Vec<String> { find(line).hits.iter().map(|hit| hit.id.to_string()).collect() };
    for line in
        ["bli kjent tjue minutter", "bli kjent 20 minutter", "mål 40 elever", "mål 40 deltakere", "mål 40 foreldre"]
    {
        let unit = line.rfind(' ').expect("a unit") + 1;
        let (before, after) = (&line[..line.find(|c: char| c.is_ascii_digit()).unwrap_or(unit)], ids(line));
        let (mut is_filter, before) = (false, ids(before));
        for at in (unit + 1..=line.len()).filter(|at| line.is_char_boundary(*at)) {
            let here = ids(&line[..at]);
            is_filter |= here == after;
            let wanted = if is_filter { &after } else { &before };
            if is_filter || line.contains(|c: char| c.is_ascii_digit()) {
                assert_eq!(&here, wanted, "{}", &line[..at]);
            }
        }
        assert!(is_filter, "{line}");
    }
    for line in ["five minute", "five minutes", "five minutes l", "five minutes le", "five minutes left"] {
        let found = Finder::default().find(&ground(Lang::En), line, 1);
        assert_eq!(found.hits[0].id.as_str(), "five-minutes-left", "{line}");
    }
    for line in ["5 mi", "5 minu", "5 minut", "5 minutt", "5 minutte", "5 minutter", "5 minutter i"] {
        assert_eq!((ids(line)[0].as_str(), find(line).wish.filters), ("five-minutes-left", Vec::new()), "{line}");
    }
    for line in ["fem minu", "fem minutt", "fem minutter", "fem minutter i", "fem minutter igj"] {
        assert_eq!(ids(line)[0], "five-minutes-left", "{line}");
    }
}

#[test]
fn on_the_way_to_a_filter_the_list_does_not_jump() {
    let ids = |line: &str| -> Vec<String> { find(line).hits.iter().map(|hit| hit.id.to_string()).collect() };
    for (line, before) in
        [("bli kjent 20 minutter tri", "bli kjent 20 minutter"), ("20 min fam", "20 min"), ("mål fav", "mål")]
    {
        for at in before.len() + 3..=line.len() {
            assert_eq!(ids(&line[..at]), ids(before), "{}", &line[..at]);
        }
    }
    assert_eq!(read_found("mål tri"), "«tri» er begynnelsen på trinn: og er ikke med i søket ennå.");
    for (line, why) in [
        ("tri", "by itself it is a word"),
        ("mål tri ", "it is done"),
        ("mål trinn", "it is whole"),
        ("livets tr", "a name goes on so"),
        ("snu fo", "a name goes on so"),
        ("mål try", "no filter begins so"),
    ] {
        assert_eq!(read_found(line), "", "{line}: {why}");
    }
}

#[test]
fn a_slip_in_a_filter_is_taken_and_so_is_what_the_line_calls_it() {
    check(
        Lang::Nb,
        &[
            ("trinn:oppsatrt", " | Oppstart"),
            ("tirnn:oppstart", " | Oppstart"),
            ("form:digtal", " | på nett"),
            ("step:kickoff", " | Oppstart"),
            ("form:zoom", " | på nett"),
            ("form:i rommet", " | i rommet"),
            ("form: på nett 20 min", " | på nett · ≤ 20 min"),
            ("form:kvar for seg lek", "lek | hver for seg"),
            ("-form:to og to", " | ikke to og to"),
            ("formål:bli kjent", " | formål: kontakt"),
            ("trinn:oppstart - ", " | Oppstart ? -ord tar bort verktøy som har ordet i et navn."),
            ("norm:lunsj", "norm:lunsj | "),
            ("trinn:lunsj", " |  ? «trinn:lunsj» er ukjent. Prøv oppstart, planlegging, gjennomføring, evaluering."),
        ],
    );
    for filter in [Facet::Phase, Facet::Form].into_iter().flat_map(values).map(|value| &value.filter) {
        let key = filter.facet().key().expect("a key");
        for lang in Lang::ALL {
            let line = format!("{}:{}", key.pick(lang), filters::label(filter, None, lang));
            assert_eq!(Wish::read(&line, &NAMES).filters, std::slice::from_ref(filter), "{line}");
        }
    }
}

#[test]
fn what_is_not_finished_or_not_known_is_said_and_hides_nothing() {
    check(
        Lang::Nb,
        &[
            ("trinn:", " |  ? trinn: oppstart, planlegging, gjennomføring, evaluering …"),
            ("mål trinn:xyz", "mål |  ? «trinn:xyz» er ukjent. Prøv oppstart, planlegging, gjennomføring, evaluering."),
            ("form:p", " |  ? «form:p» kan være fysisk, par, plenum."),
            ("#", " |  ? #favoritt, #nå …"),
            ("#xyz", " |  ? «#xyz» er ukjent. Prøv #favoritt, #nå."),
        ],
    );
    let all = CATALOGUE.tools().len();
    for line in ["trinn:", "trinn:xyz", "form:p", "#", "#xyz", "#nå", "-", "20-"] {
        assert_eq!((line, tools(line).len()), (line, all));
    }
}

#[test]
fn wild_lines_are_words_or_nothing() {
    check(
        Lang::Nb,
        &[
            ("- -", "- |  ? -ord tar bort verktøy som har ordet i et navn."),
            ("--", "-- | "),
            (":", ": | "),
            ("::trinn", "::trinn | "),
            ("#😀", "#😀 | "),
            ("hva: så", "hva: så | "),
            ("https://x.no", "https://x.no | "),
            ("  ", "   | "),
            ("min min min", "min min min | "),
            ("20", "20 | "),
            ("<", "< | "),
        ],
    );
    let long =
        ["å".repeat(10_000), "-a ".repeat(5_000), "20 min ".repeat(3_000), "trinn:".repeat(2_000), "#".repeat(10_000)];
    for line in &long {
        let found = find(line);
        assert!(found.wish.filters.len() <= 24, "{}", found.wish.filters.len());
        let _ = completions(line, &NAMES, Lang::Nb);
    }
}

#[test]
fn every_filter_leaves_only_what_meets_it() {
    let all = CATALOGUE.tools().len();
    let some = |line: &str| {
        let found = tools(line);
        assert!(!found.is_empty() && found.len() < all, "{line}: {}", found.len());
        found
    };
    assert!(some("40 pers").iter().all(|tool| tool.people.0 <= 40 && tool.people.1 >= 40));
    assert!(some("10-40 pers").iter().all(|tool| tool.people.0 <= 10 && tool.people.1 >= 40));
    assert!(some("trinn:oppstart").iter().all(|tool| tool.phases.contains(&Phase::StartUp)));
    assert!(some("form:digital").iter().all(|tool| tool.forms.contains(&Form::Online)));
    assert!(some("-trinn:oppstart").iter().all(|tool| !tool.phases.contains(&Phase::StartUp)));
    assert_eq!(some("trinn:oppstart").len() + some("-trinn:oppstart").len(), all);
    let either = [Phase::Planning, Phase::Evaluation];
    assert!(some("trinn:pl trinn:ev").iter().all(|tool| either.iter().any(|phase| tool.phases.contains(phase))));
    let short = some("20 min");
    let fits = |tool: &&&Tool| tool.minutes.0 <= 20 && tool.length(Variant::Short, tool.people.0).0 <= 20 * 60;
    assert_eq!(short.iter().filter(fits).count(), short.len());
    assert!(short.iter().any(|tool| tool.minutes.1 > 20), "one of its lengths is enough");
    let ids = |line: &str| -> Vec<&str> { tools(line).iter().map(|tool| tool.id.as_str()).collect() };
    assert!(ids("10 min").contains(&"check-in"), "as its card says, for a small group");
    assert!(!ids("10 min 30 pers").contains(&"check-in"), "thirty people take longer than that");
    assert!(some("bli kjent 20 min").len() < tools("bli kjent").len());
}

#[test]
fn a_word_is_left_out_where_it_is_written_in_the_name_shown_or_in_an_alias() {
    let lacks = |line: &str, id: &str| tools(line).iter().all(|tool| tool.id.as_str() != id);
    for (line, id) in [
        ("kart -ressurskart", "asset-map"),
        ("-apent -rom", "open-space"),
        ("-kafe", "world-cafe"),
        ("-kafeen", "world-cafe"),
        ("-verd", "world-cafe"),
        ("-\"åpent rom\"", "open-space"),
    ] {
        assert!(lacks(line, id), "{line}");
    }
    let all = CATALOGUE.tools().len();
    assert_eq!(tools("-afe").len(), all, "the end of a word is no word");
    assert!(!lacks("-\"rom åpent\"", "open-space"));
    let said = |line: &str| read_found(line);
    assert_eq!(said("-qwerty"), "Ingen verktøy har «qwerty» i et navn, så ingen er tatt bort.");
    assert_eq!((said("-qw"), said("-verdenskafe")), (String::new(), String::new()));
}

#[test]
fn no_name_that_is_shown_has_the_word_that_is_left_out_nor_a_compound_with_it() {
    for (lang, word) in [
        (Lang::Nb, "konferanse"),
        (Lang::Nb, "kart"),
        (Lang::Nb, "runde"),
        (Lang::Nb, "kort"),
        (Lang::Nb, "gruppe"),
        (Lang::Nb, "spørsmål"),
        (Lang::Nb, "intervju"),
        (Lang::Nn, "kart"),
        (Lang::Nn, "intervju"),
        (Lang::En, "interview"),
        (Lang::En, "map"),
    ] {
        let named = |tool: &&Tool| tool.name.pick(lang).to_lowercase().contains(word);
        let line = format!("-{word}");
        let found = Finder::default().find(&ground(lang), &line, usize::MAX);
        let left: Vec<&str> = (found.hits.iter().filter_map(|hit| CATALOGUE.tool(&hit.id)).filter(named))
            .map(|tool| tool.name.pick(lang))
            .collect();
        assert!(left.is_empty(), "{line} leaves {left:?}");
        let is_called = |tool: &&Tool| {
            named(tool) || tool.aliases.all().any(|(_, alias)| alias.as_str().to_lowercase().contains(word))
        };
        let called = CATALOGUE.tools().filter(is_called).count();
        let gone = CATALOGUE.tools().len() - found.hits.len();
        assert!((1..=called).contains(&gone), "{line}: {gone} of {called}");
        assert!(filters::told(&found, lang).contains(&format!("{gone} ")), "{}", filters::told(&found, lang));
    }
    let found = find("intervju -intervju");
    let named = |id: &ToolId| CATALOGUE.tool(id).is_some_and(|tool| tool.name.pick(Lang::Nb).contains("ntervju"));
    assert!(!found.hits.is_empty() && !found.hits.iter().any(|hit| named(&hit.id)));
    assert_eq!(
        filters::told(&found, Lang::Nb),
        format!("uten «intervju»: {} tatt bort", find("intervju").total - found.total)
    );
}

/// What was not understood, once the tools are known.
fn read_found(line: &str) -> String {
    find(line).wish.unclear.iter().map(|unclear| filters::unclear(unclear, Lang::Nb)).collect()
}

#[test]
fn a_tool_is_used_in_the_longest_of_its_lengths_that_fits() {
    let tool = CATALOGUE.tool(&ToolId::new("aar").expect("an id")).expect("a tool");
    for (line, fits, best) in [
        ("", vec![20, 33, 49], Variant::Normal),
        ("20 min", vec![20], Variant::Short),
        ("40 min", vec![20, 33], Variant::Normal),
        ("60 min", vec![20, 33, 49], Variant::Long),
        ("30-40 min", vec![33], Variant::Normal),
    ] {
        let sieve = find(line).sieve;
        let minutes: Vec<u16> = sieve.fits(tool).into_iter().map(|(_, minutes)| minutes).collect();
        assert_eq!((line, minutes, sieve.best(tool)), (line, fits, best));
    }
}

#[test]
fn when_filters_leave_nothing_each_is_held_up_to_be_dropped() {
    let found = find("styrkekort 1 min 5000 pers");
    let Answer::Looser(ways) = &found.answer else { panic!("{:?}", found.answer) };
    assert!(!found.hits.is_empty(), "the page is never empty");
    assert_eq!(ways.len(), 1, "{ways:?}");
    assert_eq!(ways[0].without, [Filter::Minutes(0, 1), Filter::People(5000, 5000)]);
    let found = find("styrkekort 1 min");
    assert!(matches!(&found.answer, Answer::Looser(ways) if ways[0].count == found.hits.len()), "{:?}", found.answer);
    let found = find("styrkekort 20 min 40 pers trinn:planlegging form:digital -navn");
    let Answer::Looser(ways) = &found.answer else { panic!("{:?}", found.answer) };
    let named: Vec<Vec<String>> =
        ways.iter().map(|way| way.without.iter().map(|filter| filter.token(Lang::Nb)).collect()).collect();
    assert_eq!(named, [["20 min", "trinn:planlegging"]], "only those that are at fault");
    assert_eq!(find("qxzvwk 20 min").answer, Answer::NothingNear);
    assert_eq!(find("qxzvwk 20 min").total, find("20 min").total);
}

#[test]
fn favourites_are_found_by_their_tag_and_never_lifted_over_a_better_hit() {
    let mut shelf = Shelf::default();
    let id = |text: &str| ToolId::new(text).expect("an id");
    shelf.turn(&id("what-so-what"));
    shelf.note_use(&id("world-cafe"), Moment::at(0));
    let ground = Ground { shelf: &shelf, ..ground(Lang::Nb) };
    let ids = |line: &str| -> Vec<String> {
        Finder::default().find(&ground, line, usize::MAX).hits.iter().map(|hit| hit.id.to_string()).collect()
    };
    assert_eq!(ids("#favoritt"), ["what-so-what"]);
    let others = ids("-#favoritt");
    assert!(!others.contains(&"what-so-what".to_owned()) && others.len() == CATALOGUE.tools().len() - 1);
    for tool in CATALOGUE.tools() {
        let name = tool.name.pick(Lang::Nb);
        let plain: Vec<i64> = find(name).hits.iter().map(|hit| hit.score).collect();
        let with: Vec<i64> =
            Finder::default().find(&ground, name, usize::MAX).hits.iter().map(|hit| hit.score).collect();
        assert_eq!(plain, with, "{name}: the order of scores is the same");
    }
}

#[test]
fn equals_come_by_favour_and_by_nothing_else() {
    let card =
        |id: &str| -> Tool { ron::from_str(&format!("(version: 1, id: \"{id}\", name: \"Kart\")")).expect("a card") };
    let catalogue = Catalogue::new(["a", "b", "c"].map(card).to_vec(), Vec::new());
    let (index, names) = (Index::new(&catalogue), Names::new(&catalogue));
    let first = |shelf: &Shelf| {
        let ground = Ground { catalogue: &catalogue, index: &index, names: &names, shelf, ..ground(Lang::Nb) };
        Finder::default()
            .find(&ground, "kart", usize::MAX)
            .hits
            .iter()
            .map(|hit| hit.id.to_string())
            .collect::<String>()
    };
    let mut shelf = Shelf::default();
    assert_eq!(first(&shelf), "abc");
    shelf.note_use(&ToolId::new("b").expect("an id"), Moment::at(5));
    assert_eq!(first(&shelf), "bac");
    shelf.turn(&ToolId::new("c").expect("an id"));
    assert_eq!(first(&shelf), "cba");
}

/// What the last word may become, and the line after the first of them.
fn completed(line: &str, lang: Lang) -> String {
    let all = completions(line, &NAMES, lang);
    let tokens: Vec<&str> = all.iter().map(|completion| completion.token.as_str()).collect();
    format!("{} / {}", tokens.join(" "), all.first().map_or("", |first| first.line.as_str()))
}

#[test]
fn the_beginning_of_a_filter_can_be_completed() {
    for (lang, line, expected) in [
        (Lang::Nb, "bli kjent tr", "trinn: / bli kjent trinn:"),
        (Lang::Nb, "trinn:", "trinn:oppstart trinn:planlegging trinn:gjennomføring trinn:evaluering / trinn:oppstart "),
        (Lang::Nb, "trinn:g", "trinn:gjennomføring / trinn:gjennomføring "),
        (Lang::Nb, "form:d", "form:digital / form:digital "),
        (Lang::En, "form:d", "form:online / form:online "),
        (Lang::Nb, "formal:e", "formål:evaluere formål:energi / formål:evaluere "),
        (Lang::Nb, "formal:ex", "formål:utforske / formål:utforske "),
        (Lang::Nb, "step:pl", "trinn:planlegging / trinn:planlegging "),
        (Lang::Nb, "TRINN:OPPSTART", " / "),
        (Lang::Nb, "step:planning", " / "),
        (Lang::Nb, "sted:h", "form:hybrid / form:hybrid "),
        (Lang::En, "st", "step: / step:"),
        (Lang::En, "step:pl", "step:planning / step:planning "),
        (Lang::Nn, "føre", "føremål: / føremål:"),
        (Lang::Nb, "#", "#favoritt #nå / #favoritt "),
        (Lang::En, "#f", "#favourite / #favourite "),
        (Lang::Nb, "fav", "#favoritt / #favoritt "),
        (Lang::Nb, "20", "20 min 20 pers / 20 min "),
        (Lang::Nb, "20 p", "pers / 20 pers "),
        (Lang::En, "20 p", "people / 20 people "),
        (Lang::Nb, "lek -tr", "trinn: / lek -trinn:"),
        (Lang::Nb, "-trinn:g", "trinn:gjennomføring / -trinn:gjennomføring "),
        (Lang::En, "-#f", "#favourite / -#favourite "),
        (Lang::Nb, "digital", "form:digital / form:digital "),
        (Lang::En, "lek online", "form:online / lek form:online "),
        (Lang::Nb, "oppstart", "trinn:oppstart / trinn:oppstart "),
        (Lang::Nb, "trinn:oppsatrt", "trinn:oppstart / trinn:oppstart "),
        (Lang::Nb, "20 m", "min / 20 min "),
        (Lang::Nb, "20 min", " / "),
        (Lang::Nb, "på nett", "form:digital / form:digital "),
        (Lang::Nb, "lek på nett", "form:digital / lek form:digital "),
        (Lang::Nb, "lek -på nett", "form:digital / lek -form:digital "),
        (Lang::Nb, "hver for seg", "form:alene / form:alene "),
        (Lang::Nn, "to og to", "form:par / form:par "),
        (Lang::En, "in small groups", "form:groups / in form:groups "),
        (Lang::Nb, "form: digital", " / "),
        (Lang::Nb, "form: dig", "form:digital / form:digital "),
        (Lang::Nb, "lek form: p", "form:par form:plenum / lek form:par "),
        (Lang::Nb, "lek -trinn: pl", "trinn:planlegging / lek -trinn:planlegging "),
        (Lang::Nb, "form:small groups", " / "),
        (Lang::Nb, "personer: 40", " / "),
        (Lang::Nb, "tid: 20", " / "),
        (Lang::Nb, "20 min 40", "40 pers 40 min / 20 min 40 pers "),
        (Lang::Nb, "40 pers 20", "20 min 20 pers / 40 pers 20 min "),
        (Lang::En, "20 min 40", "40 people 40 min / 20 min 40 people "),
        (Lang::Nb, "10-20", "10-20 min 10-20 pers / 10-20 min "),
        (Lang::Nb, "40 pers 10–20", "10–20 min 10–20 pers / 40 pers 10–20 min "),
        (Lang::Nb, ">20", ">20 min / >20 min "),
        (Lang::En, "10-20 p", "people / 10-20 people "),
        (Lang::Nb, "40 ele", "pers / 40 pers "),
        (Lang::Nb, "40 elever", " / "),
        (Lang::Nb, "trinn:oppstart", " / "),
        (Lang::Nb, "bli kjent", " / "),
        (Lang::Nb, "trinn: ", " / "),
        (Lang::Nb, "", " / "),
    ] {
        assert_eq!(completed(line, lang), expected, "{line:?}");
    }
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let named: Vec<Filter> = [Facet::Phase, Facet::Form, Facet::Purpose, Facet::Family]
        .into_iter()
        .flat_map(|facet| values(facet).map(|value| value.filter.clone()))
        .chain([Filter::Favourite, Filter::Now])
        .collect();
    prop_oneof![
        prop::sample::select(named),
        any::<u16>().prop_map(|minutes| Filter::Minutes(0, minutes)),
        (1..999_u16, 0..999_u16).prop_map(|(least, more)| Filter::Minutes(least, least + more)),
        (1..999_u16).prop_map(|least| Filter::Minutes(least, filter::ENDLESS)),
        (1..999_u16, 0..999_u16).prop_map(|(least, more)| Filter::People(least, least + more)),
        "[a-zæøå0-9]{1,9}".prop_map(Filter::Without),
    ]
}

fn any_line() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        "[a-zæøå]{1,8}",
        "\\PC{0,6}",
        prop::sample::select(vec![
            "trinn:",
            "form:p",
            "20",
            "min",
            "#",
            "-",
            "-x",
            "40 pers",
            "maks",
            "1 t",
            "#nå",
            "5 minutter"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(token, 0..9).prop_map(|tokens| tokens.join(" "))
}

#[test]
fn what_is_chosen_takes_the_place_of_its_opposite() {
    let lang = (&*NAMES, Lang::Nb);
    let evaluation = Filter::Phase(Phase::Evaluation);
    let line = "lek -trinn:evaluering -sang";
    assert_eq!(chosen(line, Facet::Phase, Some(&evaluation), lang), "lek -sang trinn:evaluering ");
    assert_eq!(chosen(line, Facet::Without, None, lang), "lek ");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_line_is_read_without_losing_a_word(line in any_line()) {
        let found = find(&line);
        prop_assert!(!found.hits.is_empty(), "something is listed");
        let pieces = filter::pieces(&line, &NAMES);
        let read: String = pieces.iter().flat_map(|piece| line[piece.at.clone()].split_whitespace()).collect();
        prop_assert_eq!(read, line.split_whitespace().collect::<String>());
        for completion in completions(&line, &NAMES, Lang::Nb) {
            prop_assert!(completion.line.len() > completion.token.len() || completion.token.ends_with(':'));
        }
    }

    #[test]
    fn a_filter_is_written_as_it_is_read(filter in any_filter(), lang in prop::sample::select(Lang::ALL.to_vec())) {
        let wish = Wish::read(&filter.token(lang), &Names::default());
        prop_assert_eq!((&wish.words[..], &wish.filters[..]), ("", &[filter.clone()][..]), "{}", filter.token(lang));
    }

    #[test]
    fn what_the_panel_writes_is_read_and_taken_out_again(line in any_line(), filter in any_filter()) {
        let lang = (&*NAMES, Lang::Nb);
        let bare = chosen(&line, filter.facet(), None, lang);
        let with = chosen(&bare, filter.facet(), Some(&filter), lang);
        let (before, after) = (Wish::read(&bare, &NAMES), Wish::read(&with, &NAMES));
        if before.filters.len() < 20 {
            prop_assert!(after.filters.contains(&filter), "{:?} in {:?}", filter, with);
            prop_assert_eq!(chosen(&with, filter.facet(), None, lang), bare);
        }
    }
}
