//! What a number can count, and every way in which people write that: whole, begun at the end of a line, or with a slip.

use super::amount::{is_one_of, plain};
use super::slip::is_slip;

/// What a number can count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Minutes,
    Hours,
    People,
}

/// What `text` counts; a slip is forgiven in a long word.
pub fn unit(text: &str) -> Option<Unit> {
    named(text).or_else(|| nearly(text))
}

/// What `text` counts, written as it should be.
fn named(text: &str) -> Option<Unit> {
    UNITS.iter().find(|(_, words)| is_one_of(text, words)).map(|(unit, _)| *unit)
}

/// Whether `text` is a whole unit without a slip.
pub fn is_right(text: &str) -> bool {
    text.len() > 1 && named(text).is_some()
}

/// The unit, also when only so much of it is there that it can hardly be anything else.
pub fn unit_at_end(text: &str, is_last: bool) -> Option<Unit> {
    unit(text).or_else(|| begun(text).filter(|_| is_last))
}

/// The unit of which so much is there that it can hardly be anything else.
fn begun(text: &str) -> Option<Unit> {
    let text: String = text.chars().map(plain).collect();
    let is_begun = |word: &&str| {
        let least = if COMMON.iter().any(|common| word.starts_with(common)) { LEAST_COMMON } else { LEAST_BEGUN };
        text.len() >= least && word.starts_with(&text)
    };
    UNITS.iter().find(|(_, words)| words.iter().any(is_begun)).map(|(unit, _)| *unit)
}

/// What so few letters may become: a unit, or something else.
pub fn may_become(text: &str) -> Option<Unit> {
    let text: String = text.chars().map(plain).collect();
    let is_begun = |word: &&str| !text.is_empty() && word.starts_with(&text);
    UNITS.iter().find(|(_, words)| words.iter().any(is_begun)).map(|(unit, _)| *unit)
}

/// Whether `text` is a whole unit.
pub fn is_unit(text: &str) -> bool {
    text.len() > 1 && unit(text).is_some()
}

/// The unit that `text` is but for a slip; its first letter is right.
fn nearly(text: &str) -> Option<Unit> {
    let text: String = text.chars().map(plain).collect();
    if text == MINUT {
        return Some(Unit::Minutes);
    }
    if text.len() < LEAST_SLIPPED || is_one_of(&text, &WORDS) {
        return None;
    }
    let is_meant = |word: &&str| word.len() >= LEAST_SLIPPED && word.get(..1) == text.get(..1) && is_slip(&text, word);
    UNITS.iter().find(|(_, words)| words.iter().any(is_meant)).map(|(unit, _)| *unit)
}

/// From so many letters on the beginning of a unit stands for it.
const LEAST_BEGUN: usize = 4;
/// The same for those that are written most.
const LEAST_COMMON: usize = 2;
/// What those begin with.
const COMMON: [&str; 5] = ["min", "pers", "people", "delta", "hour"];
/// From so many letters on a slip is forgiven: shorter words are too like others.
const LEAST_SLIPPED: usize = 6;
/// A slip in a word that is short.
const MINUT: &str = "minut";
/// What is nearly a unit and means something else.
const WORDS: [&str; 4] = ["persona", "personas", "personal", "personals"];

/// In small letters without accents, as [`is_one_of`] has it.
const UNITS: [(Unit, &[&str]); 3] = [
    (Unit::Minutes, &["min", "mins", "mn", "minutt", "minutter", "minuttar", "minute", "minutes", "m"]),
    (Unit::Hours, &["t", "time", "timer", "timar", "h", "hr", "hrs", "hour", "hours"]),
    (Unit::People, &PEOPLE),
];

/// Those who take part, by whatever name.
const PEOPLE: [&str; 113] = [
    "pers",
    "p",
    "person",
    "persons",
    "personer",
    "personar",
    "folk",
    "menneske",
    "mennesker",
    "people",
    "ppl",
    "stk",
    "stykk",
    "stykke",
    "stykker",
    "deltaker",
    "deltakere",
    "deltakar",
    "deltakarar",
    "deltager",
    "deltagere",
    "participant",
    "participants",
    "attendee",
    "attendees",
    "elev",
    "elever",
    "elevar",
    "student",
    "studenter",
    "studentar",
    "students",
    "pupil",
    "pupils",
    "barn",
    "unge",
    "ungdom",
    "ungdommer",
    "ungdomar",
    "kid",
    "kids",
    "child",
    "children",
    "ansatt",
    "ansatte",
    "tilsett",
    "tilsette",
    "medarbeider",
    "medarbeidere",
    "medarbeidar",
    "medarbeidarar",
    "employee",
    "employees",
    "staff",
    "kollega",
    "kolleger",
    "kollegaer",
    "kollegaar",
    "kollegar",
    "colleague",
    "colleagues",
    "leder",
    "ledere",
    "leiar",
    "leiarar",
    "leader",
    "leaders",
    "lerer",
    "lerere",
    "lerar",
    "lerarar",
    "teacher",
    "teachers",
    "forelder",
    "foreldre",
    "parent",
    "parents",
    "bruker",
    "brukere",
    "brukar",
    "brukarar",
    "user",
    "users",
    "pasient",
    "pasienter",
    "pasientar",
    "patient",
    "patients",
    "parorende",
    "parorande",
    "voksen",
    "voksne",
    "vaksen",
    "vaksne",
    "adult",
    "adults",
    "medlem",
    "medlemmer",
    "medlemmar",
    "medlemer",
    "member",
    "members",
    "gjest",
    "gjester",
    "gjestar",
    "guest",
    "guests",
    "innbygger",
    "innbyggere",
    "innbyggjar",
    "innbyggjarar",
    "citizen",
    "citizens",
];
