//! What steps, forms, purposes and families are called in a line, in three languages, and how the beginning of a name
//! leads to its value.

use super::slip::is_one_slip;
use super::{Filter, Sitting};
use crate::domain::search::folded;
use crate::domain::text::{Lang, Words, words};
use crate::domain::tool::{Family, Form, Phase, Purpose};

/// What a filter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    Phase,
    Form,
    Sitting,
    Purpose,
    Family,
    Minutes,
    People,
    Favourite,
    Now,
    Without,
}

impl Facet {
    /// What stands before the colon; the place people are in and how they sit are both written `form:`.
    #[must_use]
    pub fn key(self) -> Option<Words> {
        match self {
            Facet::Phase => Some(words("trinn", "trinn", "step")),
            Facet::Form | Facet::Sitting => Some(words("form", "form", "form")),
            Facet::Purpose => Some(words("formål", "føremål", "purpose")),
            Facet::Family => Some(words("familie", "familie", "family")),
            Facet::Minutes | Facet::People | Facet::Favourite | Facet::Now | Facet::Without => None,
        }
    }

    /// The facet whose values it is written among.
    fn written(self) -> Facet {
        if self == Facet::Sitting { Facet::Form } else { self }
    }

    /// What people also write before the colon.
    fn also(self) -> &'static [&'static str] {
        match self {
            Facet::Phase => &["steg", "fase", "phase"],
            Facet::Form | Facet::Sitting => &["sted", "stad", "place", "arbeidsform", "where"],
            Facet::Purpose => &["hensikt"],
            _ => &[],
        }
    }
}

/// The facets that are written with a colon.
pub const KEYED: [Facet; 4] = [Facet::Phase, Facet::Form, Facet::Purpose, Facet::Family];

/// The facets of which either of several values will do.
pub const EITHER: [Facet; 5] = [Facet::Phase, Facet::Form, Facet::Sitting, Facet::Purpose, Facet::Family];

impl Filter {
    /// What it is about.
    #[must_use]
    pub fn facet(&self) -> Facet {
        match self {
            Filter::Minutes(..) => Facet::Minutes,
            Filter::People(..) => Facet::People,
            Filter::Phase(_) => Facet::Phase,
            Filter::Form(_) => Facet::Form,
            Filter::Sitting(_) => Facet::Sitting,
            Filter::Purpose(_) => Facet::Purpose,
            Filter::Family(_) => Facet::Family,
            Filter::Favourite => Facet::Favourite,
            Filter::Now => Facet::Now,
            Filter::Without(_) | Filter::Not(_) => Facet::Without,
        }
    }

    /// How it is written in a line.
    #[must_use]
    pub fn token(&self, lang: Lang) -> String {
        let number = |unit: Words, (least, most): (u16, u16)| match (least, most) {
            (least, super::ENDLESS) => format!(">{least} {}", unit.pick(lang)),
            (0, most) => format!("{most} {}", unit.pick(lang)),
            (least, most) if least == most => format!("{most} {}", unit.pick(lang)),
            (least, most) => format!("{least}-{most} {}", unit.pick(lang)),
        };
        match self {
            Filter::Minutes(least, most) if least == most && (1..super::ENDLESS).contains(most) => {
                format!("{least}-{}", number(MIN, (0, *most)))
            }
            Filter::Minutes(least, most) => number(MIN, (*least, *most)),
            Filter::People(least, most) => number(PERS, (*least, *most)),
            Filter::Favourite => format!("#{}", FAVOURITE.pick(lang)),
            Filter::Now => format!("#{}", NOW.pick(lang)),
            Filter::Without(word) if needs_quotes(word) => format!("-\"{word}\""),
            Filter::Without(word) => format!("-{word}"),
            Filter::Not(filter) => format!("-{}", filter.token(lang)),
            other => {
                let key = other.facet().key().map_or("", |key| key.pick(lang));
                let value = VALUES.iter().find(|value| value.filter == *other);
                format!("{key}:{}", value.map_or("", |value| value.name.pick(lang)))
            }
        }
    }
}

/// Whether a word after a dash is read as one only between quotation marks.
fn needs_quotes(word: &str) -> bool {
    word.contains(' ') || (word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(char::is_alphabetic))
}

const MIN: Words = words("min", "min", "min");
const PERS: Words = words("pers", "pers", "people");
/// What is written after `#` for favourites.
pub const FAVOURITE: Words = words("favoritt", "favoritt", "favourite");
/// What is written after `#` for what fits now.
pub const NOW: Words = words("nå", "no", "now");

/// What a tag begins with when it means favourites, however it goes on.
const FAVOURITES: &str = "fav";
/// Other words for what fits now.
const FITS: [&str; 2] = ["passer", "passar"];

/// The filter that `#text` means; a beginning will do.
#[must_use]
pub fn tag(text: &str) -> Option<Filter> {
    let text = squeezed(text);
    if text.is_empty() {
        return None;
    }
    if text.starts_with(FAVOURITES) || FAVOURITES.starts_with(&text) {
        return Some(Filter::Favourite);
    }
    let now = Lang::ALL.map(|lang| NOW.pick(lang));
    now.iter().chain(&FITS).any(|name| squeezed(name).starts_with(&text)).then_some(Filter::Now)
}

/// One value of a facet.
pub struct Value {
    pub filter: Filter,
    /// What it is called in a line.
    pub name: Words,
    /// What people also call it.
    also: &'static [&'static str],
}

impl Value {
    /// Everything it is called, that of `lang` first.
    pub fn names(&self, lang: Lang) -> impl Iterator<Item = &'static str> {
        let first = std::iter::once(self.name.pick(lang));
        first.chain(Lang::ALL.map(|lang| self.name.pick(lang))).chain(self.also.iter().copied())
    }

    /// Whether `text` is one of its names, with or without spaces.
    #[must_use]
    pub fn is_called(&self, text: &str) -> bool {
        let text = squeezed(text);
        self.names(Lang::Nb).any(|name| squeezed(name) == text)
    }
}

/// The facet that is written `text:`.
#[must_use]
pub fn facet(text: &str) -> Option<Facet> {
    let text = squeezed(text);
    KEYED.into_iter().find(|facet| {
        let names = Lang::ALL.map(|lang| facet.key().map_or("", |key| key.pick(lang)));
        names.iter().chain(facet.also()).any(|name| squeezed(name) == text)
    })
}

/// The facet that is written `text:` but for a slip.
#[must_use]
pub fn near_facet(text: &str) -> Option<Facet> {
    let text = squeezed(text);
    KEYED.into_iter().find(|facet| {
        let names = Lang::ALL.map(|lang| facet.key().map_or("", |key| key.pick(lang)));
        names.iter().chain(facet.also()).any(|name| is_one_slip(&text, &squeezed(name)))
    })
}

/// The values that are written after the key of `facet`.
pub fn values(facet: Facet) -> impl Iterator<Item = &'static Value> {
    VALUES.iter().filter(move |value| value.filter.facet().written() == facet.written())
}

/// The values of `facet` that `text` may mean: the one that is called so, else those whose name begins so, else those
/// that are called so but for a slip.
#[must_use]
pub fn resolve(facet: Facet, text: &str) -> Vec<&'static Value> {
    let text = squeezed(text);
    if text.is_empty() {
        return Vec::new();
    }
    let named = |meets: fn(&str, &str) -> bool| -> Vec<&'static Value> {
        let is_meant = |name: &str| (text.len() > 1 || !name.contains(' ')) && meets(&squeezed(name), &text);
        values(facet).filter(|value| value.names(Lang::Nb).any(is_meant)).collect()
    };
    let ways: [fn(&str, &str) -> bool; 3] =
        [|name, text| name == text, |name, text| name.starts_with(text), |name, text| is_one_slip(text, name)];
    ways.into_iter().map(named).find(|found| !found.is_empty()).unwrap_or_default()
}

/// `text` as names are compared: folded, without spaces.
pub fn squeezed(text: &str) -> String {
    let mut text = folded(text);
    text.retain(|letter| letter != ' ');
    text
}

const fn value(filter: Filter, name: Words, also: &'static [&'static str]) -> Value {
    Value { filter, name, also }
}

static VALUES: [Value; 33] = [
    value(Filter::Phase(Phase::StartUp), words("oppstart", "oppstart", "start-up"), &["1", "kickoff"]),
    value(Filter::Phase(Phase::Planning), words("planlegging", "planlegging", "planning"), &["2"]),
    value(
        Filter::Phase(Phase::Delivery),
        words("gjennomføring", "gjennomføring", "delivery"),
        &["3", "implementation", "run"],
    ),
    value(Filter::Phase(Phase::Evaluation), words("evaluering", "evaluering", "evaluation"), &["4"]),
    value(
        Filter::Form(Form::InPerson),
        words("fysisk", "fysisk", "in-person"),
        &["rommet", "i rommet", "in the room", "room", "physical", "stedlig", "stadleg"],
    ),
    value(Filter::Form(Form::Hybrid), words("hybrid", "hybrid", "hybrid"), &[]),
    value(
        Filter::Form(Form::Online),
        words("digital", "digital", "online"),
        &["digitalt", "nett", "nettet", "på nett", "video", "virtual", "remote", "teams", "zoom", "meet"],
    ),
    value(
        Filter::Sitting(Sitting::Alone),
        words("alene", "åleine", "alone"),
        &["individuelt", "individual", "solo", "hver for seg", "kvar for seg", "on your own"],
    ),
    value(Filter::Sitting(Sitting::Pairs), words("par", "par", "pairs"), &["to og to", "in pairs"]),
    value(
        Filter::Sitting(Sitting::Groups),
        words("grupper", "grupper", "groups"),
        &["gruppearbeid", "smågrupper", "small groups", "i grupper", "in groups"],
    ),
    value(Filter::Sitting(Sitting::Plenary), words("plenum", "plenum", "plenary"), &["i plenum", "all together"]),
    value(Filter::Purpose(Purpose::Open), words("åpne", "opne", "open"), &["starte"]),
    value(Filter::Purpose(Purpose::Connect), words("kontakt", "kontakt", "connect"), &["bli kjent"]),
    value(Filter::Purpose(Purpose::Involve), words("involvere", "involvere", "involve"), &["engasjere"]),
    value(Filter::Purpose(Purpose::Explore), words("utforske", "utforske", "explore"), &[]),
    value(Filter::Purpose(Purpose::Dream), words("drømme", "drøyme", "dream"), &["visjon"]),
    value(Filter::Purpose(Purpose::Generate), words("ideer", "idear", "ideas"), &["generate", "idéer"]),
    value(Filter::Purpose(Purpose::Sort), words("sortere", "sortere", "sort"), &[]),
    value(Filter::Purpose(Purpose::Decide), words("velge", "velje", "decide"), &["bestemme", "prioritere"]),
    value(Filter::Purpose(Purpose::Plan), words("planlegge", "planleggje", "plan"), &[]),
    value(Filter::Purpose(Purpose::Learn), words("lære", "lære", "learn"), &[]),
    value(Filter::Purpose(Purpose::Follow), words("følge", "følgje", "follow"), &["oppfølging"]),
    value(Filter::Purpose(Purpose::Evaluate), words("evaluere", "evaluere", "evaluate"), &["vurdere"]),
    value(Filter::Purpose(Purpose::Energise), words("energi", "energi", "energise"), &["energize"]),
    value(Filter::Purpose(Purpose::Close), words("avslutte", "avslutte", "close"), &[]),
    value(Filter::Family(Family::Strengths), words("styrker", "styrkar", "strengths"), &[]),
    value(Filter::Family(Family::Opening), words("åpning", "opning", "opening"), &[]),
    value(Filter::Family(Family::Dialogue), words("dialog", "dialog", "dialogue"), &[]),
    value(Filter::Family(Family::Ideas), words("ideer", "idear", "ideas"), &["idéer"]),
    value(Filter::Family(Family::Planning), words("planlegging", "planlegging", "planning"), &[]),
    value(Filter::Family(Family::Involvement), words("medvirkning", "medverknad", "involvement"), &[]),
    value(Filter::Family(Family::Improvement), words("forbedring", "forbetring", "improvement"), &[]),
    value(Filter::Family(Family::Evaluation), words("evaluering", "evaluering", "evaluation"), &[]),
];
