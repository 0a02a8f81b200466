//! Filters in words: what a line was understood as, what could not be, and which way leads on.

use crate::domain::filter::{EITHER, Facet, Filter, Found, Free, Left, Room, Sitting, Unclear, Way, values};
use crate::domain::text::{Lang, Words, words};
use crate::domain::tool::{Grouping, Variant};
use crate::ui::names;
use crate::ui::quote::brief;

/// The columns in which a word of the line is said back.
const SAID: usize = 30;

/// A filter as it is told: `≤ 20 min`, `40 pers`, `uten «lek»`; what fits now with what is left.
#[must_use]
pub fn label(filter: &Filter, left: Option<&Left>, lang: Lang) -> String {
    match filter {
        Filter::Minutes(0, most) => format!("≤ {most} min"),
        Filter::Minutes(least, u16::MAX) => format!("≥ {least} min"),
        Filter::Minutes(least, most) => format!("{} min", names::range((*least, *most))),
        Filter::People(least, most) => PEOPLE.with(lang, names::range((*least, *most))),
        Filter::Phase(phase) => names::phase(*phase).pick(lang).to_owned(),
        Filter::Form(form) => names::form(*form).pick(lang).to_owned(),
        Filter::Sitting(sitting) => how(*sitting, lang),
        Filter::Purpose(_) | Filter::Family(_) => filter.token(lang).replace(':', ": "),
        Filter::Favourite => FAVOURITES.pick(lang).to_owned(),
        Filter::Now => left.map_or_else(|| NOW.pick(lang).to_owned(), |left| free(left, lang)),
        Filter::Without(word) => WITHOUT_WORD.with(lang, brief(word, SAID)),
        Filter::Not(filter) => NOT.with(lang, label(filter, left, lang)),
    }
}

/// How people sit together, in groups of any size.
fn how(sitting: Sitting, lang: Lang) -> String {
    match sitting {
        Sitting::Alone => names::grouping(Grouping::Individual, lang),
        Sitting::Pairs => names::grouping(Grouping::Pairs, lang),
        Sitting::Groups => words("i grupper", "i grupper", "in groups").pick(lang).to_owned(),
        Sitting::Plenary => names::grouping(Grouping::Plenary, lang),
    }
}

/// What is free now, what counts first: `12 min igjen av «Innsjekk» · 5 min til gode · 30 pers`.
fn free(left: &Left, lang: Lang) -> String {
    let one = |free: &Free| match &free.of {
        Room::Block(title) => LEFT_OF.with2(lang, free.minutes, title),
        Room::Until(title) | Room::Before(title) => FREE_BEFORE.with2(lang, free.minutes, title),
        Room::End => TO_SPARE.with(lang, free.minutes),
    };
    let people = left.people.map(|people| PEOPLE.with(lang, people));
    let told = std::iter::once(&left.first).chain(&left.second).map(one).chain(people);
    told.collect::<Vec<_>>().join(" · ")
}

/// What was understood of a line, in its order; values of which either will do stand together.
#[must_use]
pub fn understood(filters: &[Filter], left: Option<&Left>, lang: Lang) -> String {
    joined(filters, &|filter| label(filter, left, lang), lang)
}

/// What a row of the panel has, whose heading says what it is about.
#[must_use]
pub fn row(filters: &[Filter], left: Option<&Left>, lang: Lang) -> String {
    let told = |filter: &Filter| match filter {
        Filter::Not(inner) => NOT.with(lang, value(inner, left, lang)),
        filter => value(filter, left, lang),
    };
    joined(filters, &told, lang)
}

fn value(filter: &Filter, left: Option<&Left>, lang: Lang) -> String {
    let named = values(filter.facet()).find(|value| value.filter == *filter);
    match (filter, named) {
        (Filter::Purpose(_) | Filter::Family(_), Some(value)) => value.name.pick(lang).to_owned(),
        _ => label(filter, left, lang),
    }
}

/// What was understood, with how many tools each `-word` has left out.
#[must_use]
pub fn told(found: &Found, lang: Lang) -> String {
    let gone = |filter: &Filter| found.gone.iter().find(|(other, count)| other == filter && *count > 0);
    let left = found.sieve.left();
    let told = |filter: &Filter| {
        let label = label(filter, left.as_ref(), lang);
        match gone(filter) {
            Some((_, 1)) => label + ONE_GONE.pick(lang),
            Some((_, count)) => label + &GONE.with(lang, count),
            None => label,
        }
    };
    joined(&found.wish.filters, &told, lang)
}

fn joined(filters: &[Filter], told: &dyn Fn(&Filter) -> String, lang: Lang) -> String {
    let mut groups: Vec<(Facet, String)> = Vec::new();
    for filter in filters {
        let facet = filter.facet();
        match groups.iter_mut().find(|(other, _)| *other == facet && EITHER.contains(other)) {
            Some((_, group)) => group.extend([" ", OR.pick(lang), " ", &told(filter)]),
            None => groups.push((facet, told(filter))),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect::<Vec<_>>().join(" · ")
}

/// What cannot be understood, and what could be meant.
#[must_use]
pub fn unclear(unclear: &Unclear, lang: Lang) -> String {
    let key = |facet: Facet| facet.key().map_or("", |key| key.pick(lang));
    let names = |facet: Facet| values(facet).map(|value| value.name.pick(lang)).collect::<Vec<_>>().join(", ");
    match unclear {
        Unclear::Open(Facet::Minutes) => format!("{} …", MINUTES.pick(lang)),
        Unclear::Open(Facet::People) => format!("{} …", GROUPS.pick(lang)),
        Unclear::Unknown(Facet::Minutes, text) => UNKNOWN.with2(lang, brief(text, SAID), MINUTES.pick(lang)),
        Unclear::Unknown(Facet::People, text) => UNKNOWN.with2(lang, brief(text, SAID), GROUPS.pick(lang)),
        Unclear::TooLarge(number) => TOO_LARGE.with(lang, brief(number, SAID)),
        Unclear::Denied(word) => DENIED.with2(lang, word, word),
        Unclear::Open(facet) => format!("{}: {} …", key(*facet), names(*facet)),
        Unclear::Unknown(facet, text) => {
            UNKNOWN.with2(lang, format!("{}:{}", key(*facet), brief(text, SAID)), names(*facet))
        }
        Unclear::Several(facet, text) => {
            let meant = crate::domain::filter::resolve(*facet, text);
            let meant: Vec<&str> = meant.iter().map(|value| value.name.pick(lang)).collect();
            SEVERAL.with2(lang, format!("{}:{text}", key(*facet)), meant.join(", "))
        }
        Unclear::Tag(text) if text.is_empty() => format!("{} …", tags(lang)),
        Unclear::Tag(text) => UNKNOWN.with2(lang, format!("#{}", brief(text, SAID)), tags(lang)),
        Unclear::Dash => DASH.pick(lang).to_owned(),
        Unclear::Amount => AMOUNT.pick(lang).to_owned(),
        Unclear::Negated(filter) => negated(filter, lang),
        Unclear::Apart(word) => APART.with(lang, word),
        Unclear::Number(number) => NUMBER.with(lang, number),
        Unclear::Begun(word, filter) => BEGUN.with2(lang, word, filter),
        Unclear::InNoName(word) => IN_NO_NAME.with(lang, word),
        Unclear::NothingRuns => NOTHING_RUNS.pick(lang).to_owned(),
    }
}

/// That something cannot be left out, and what to write: a time may be meant in two ways.
fn negated(filter: &Filter, lang: Lang) -> String {
    let token = filter.token(lang);
    let words = if matches!(filter, Filter::Minutes(0, _)) { SHORTER_OR_LONGER } else { NO_OPPOSITE };
    words.with(lang, token)
}

/// What can stand after `#`.
fn tags(lang: Lang) -> String {
    [Filter::Favourite, Filter::Now].map(|filter| filter.token(lang)).join(", ")
}

/// The lengths that fit: `kort 8 · normal 12 min`.
#[must_use]
pub fn lengths(fits: &[(Variant, u16)], lang: Lang) -> String {
    let one = |(variant, minutes): &(Variant, u16)| format!("{} {minutes}", names::variant(*variant).pick(lang));
    fits.iter().map(one).collect::<Vec<_>>().join(" · ") + " min"
}

/// The same in few columns: `k 8 · n 12 min`.
#[must_use]
pub fn short_lengths(fits: &[(Variant, u16)], lang: Lang) -> String {
    let initial = |variant: Variant| names::variant(variant).pick(lang).chars().next().unwrap_or(' ');
    let one = |(variant, minutes): &(Variant, u16)| format!("{} {minutes}", initial(*variant));
    fits.iter().map(one).collect::<Vec<_>>().join(" · ") + " min"
}

/// A way on: `Uten «40 pers»: 7 verktøy.` The filters are called as `typed` has them.
#[must_use]
pub fn way(way: &Way, typed: &dyn Fn(&Filter) -> String, lang: Lang) -> String {
    let tools = if way.count == 1 { ONE_TOOL.pick(lang).to_owned() } else { TOOLS.with(lang, way.count) };
    let without = called(way, typed, lang)
        .map_or_else(|| WITHOUT_ALL.pick(lang).to_owned(), |called| format!("{} {called}", WITHOUT.pick(lang)));
    format!("{without}: {tools}.")
}

/// The filters of a way on, as they were typed; none where they are too many to be named.
#[must_use]
pub fn called(way: &Way, typed: &dyn Fn(&Filter) -> String, lang: Lang) -> Option<String> {
    let quoted = |filter: &Filter| QUOTED.with(lang, typed(filter));
    match way.without.as_slice() {
        [one] => Some(quoted(one)),
        [first, last] => Some(AND.with2(lang, quoted(first), quoted(last))),
        [first, second, last] => {
            let both = format!("{}, {}", quoted(first), quoted(second));
            Some(AND.with2(lang, both, quoted(last)))
        }
        _ => None,
    }
}

const PEOPLE: Words = words("{} pers", "{} pers", "{} people");
const FAVOURITES: Words = words("favoritter", "favorittar", "favourites");
const NOW: Words = words("passer nå", "passar no", "fits now");
const WITHOUT_WORD: Words = words("uten «{}»", "utan «{}»", "without “{}”");
const GONE: Words = words(": {} tatt bort", ": {} tekne bort", ": {} left out");
const ONE_GONE: Words = words(": 1 tatt bort", ": 1 teken bort", ": 1 left out");
const OR: Words = words("eller", "eller", "or");
const NOT: Words = words("ikke {}", "ikkje {}", "not {}");
const LEFT_OF: Words = words("{} min igjen av «[]»", "{} min att av «[]»", "{} min left of “[]”");
const FREE_BEFORE: Words = words("{} min ledig før «[]»", "{} min ledig før «[]»", "{} min free before “[]”");
const TO_SPARE: Words = words("{} min til gode", "{} min til gode", "{} min to spare");
const WITHOUT: Words = words("Uten", "Utan", "Without");
const QUOTED: Words = words("«{}»", "«{}»", "“{}”");
const AND: Words = words("{} og []", "{} og []", "{} and []");
const WITHOUT_ALL: Words = words("Uten filtre", "Utan filter", "Without filters");
const ONE_TOOL: Words = words("ett verktøy", "eitt verktøy", "one tool");
const TOOLS: Words = words("{} verktøy", "{} verktøy", "{} tools");
const UNKNOWN: Words = words("«{}» er ukjent. Prøv [].", "«{}» er ukjent. Prøv [].", "“{}” is unknown. Try [].");
const SEVERAL: Words = words("«{}» kan være [].", "«{}» kan vere [].", "“{}” may be [].");
const DASH: Words = words(
    "-ord tar bort verktøy som har ordet i et navn.",
    "-ord tek bort verktøy som har ordet i eit namn.",
    "-word leaves out tools that have the word in a name.",
);
const AMOUNT: Words = words(
    "10-20 min er mellom ti og tjue minutter; 10-20 pers går også.",
    "10-20 min er mellom ti og tjue minutt; 10-20 pers går òg.",
    "10-20 min is from ten to twenty minutes; 10-20 people works too.",
);
const SHORTER_OR_LONGER: Words = words(
    "-{} kan bety to ting. Skriv <{} eller >{}.",
    "-{} kan tyde to ting. Skriv <{} eller >{}.",
    "-{} can mean two things. Type <{} or >{}.",
);
const NO_OPPOSITE: Words = words(
    "-{} går ikke an. Skriv {}, eller -ord.",
    "-{} går ikkje an. Skriv {}, eller -ord.",
    "-{} cannot be left out. Type {}, or -word.",
);
const APART: Words = words(
    "«- {}» leter etter «{}». Skriv -{} for å ta det bort.",
    "«- {}» leitar etter «{}». Skriv -{} for å ta det bort.",
    "“- {}” looks for “{}”. Type -{} to leave it out.",
);
const MINUTES: Words = words("20 min, 10-20 min, >20 min", "20 min, 10-20 min, >20 min", "20 min, 10-20 min, >20 min");
const GROUPS: Words = words("40 pers, 10-20 pers", "40 pers, 10-20 pers", "40 people, 10-20 people");
const TOO_LARGE: Words = words(
    "«{}» er for mye å regne med her. Skriv et mindre tall.",
    "«{}» er for mykje å rekne med her. Skriv eit mindre tal.",
    "“{}” is more than can be asked for. Type a smaller number.",
);
const DENIED: Words = words(
    "Skriv -{} for å ta bort verktøy med «[]» i navnet.",
    "Skriv -{} for å ta bort verktøy med «[]» i namnet.",
    "Type -{} to leave out tools with “[]” in their name.",
);
const NUMBER: Words = words(
    "«{}» alene sier ikke hva det gjelder. Skriv {} min eller {} pers.",
    "«{}» åleine seier ikkje kva det gjeld. Skriv {} min eller {} pers.",
    "“{}” alone does not say of what. Type {} min or {} people.",
);
const BEGUN: Words = words(
    "«{}» er begynnelsen på [] og er ikke med i søket ennå.",
    "«{}» er byrjinga på [] og er ikkje med i søket enno.",
    "“{}” is the beginning of [] and is not looked for yet.",
);
const IN_NO_NAME: Words = words(
    "Ingen verktøy har «{}» i et navn, så ingen er tatt bort.",
    "Ingen verktøy har «{}» i eit namn, så ingen er tekne bort.",
    "No tool has “{}” in a name, so none is left out.",
);
const NOTHING_RUNS: Words = words(
    "#nå gjelder mens en samling er i gang. Skriv for eksempel 20 min 40 pers.",
    "#no gjeld medan ei samling er i gang. Skriv til dømes 20 min 40 pers.",
    "#now works while a session runs. Type, for instance, 20 min 40 people.",
);
