//! One process tool: the card as it stands in a file, and the lengths that follow from it.

use super::text::{Line, Lists, Text, Words, words};
use super::times::{MOST_MINUTES, Seconds};
use super::version::Version;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::sync::Arc;

/// The name of a tool in files and on the command line: lower-case letters, digits and hyphens, at most 60.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ToolId(Arc<str>);

impl ToolId {
    /// `text` as an id, if it has the form of one.
    #[must_use]
    pub fn new(text: &str) -> Option<ToolId> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        ((1..=60).contains(&text.len()) && text.bytes().all(plain)).then(|| ToolId(text.into()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ToolId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for ToolId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ToolId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ToolId, D::Error> {
        let text = String::deserialize(deserializer)?;
        ToolId::new(&text).ok_or_else(|| {
            let shown = Line::clean(&text.chars().take(60).collect::<String>());
            de::Error::custom(format!(
                "the id “{shown}” must be lower-case letters a–z, digits and hyphens, at most 60"
            ))
        })
    }
}

/// The sections of the catalogue (A–H of the tool list).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Family {
    Strengths,
    Opening,
    #[default]
    Dialogue,
    Ideas,
    Planning,
    Involvement,
    Improvement,
    Evaluation,
}

/// A step (*trinn*) of an assignment. Not to be confused with the steps of a method ([`Step`], *del*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    StartUp,
    Planning,
    Delivery,
    Evaluation,
}

/// What a tool is good for; a card has one to four.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Purpose {
    Open,
    Connect,
    Involve,
    Explore,
    Dream,
    Generate,
    Sort,
    Decide,
    Plan,
    Learn,
    Follow,
    Evaluate,
    Energise,
    Close,
}

/// Where people are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Form {
    InPerson,
    Hybrid,
    Online,
}

/// How people sit together in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Grouping {
    Individual,
    Pairs,
    Groups(u8),
    #[default]
    Plenary,
}

/// Which of a method's three lengths is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Variant {
    Short,
    #[default]
    Normal,
    Long,
}

/// How the parts of a method follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Advance {
    /// Each goes on to the next when its time is up.
    #[default]
    ByItself,
    /// Each lasts until the leader goes on.
    ByHand,
}

/// The time of a round: `seconds` for each person and `plus_minutes` around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerPerson {
    #[serde(deserialize_with = "within_an_hour")]
    pub seconds: u16,
    #[serde(default, deserialize_with = "minutes")]
    pub plus_minutes: u16,
}

impl PerPerson {
    /// The length for `people` participants in whole minutes, rounded up.
    #[must_use]
    pub fn length(self, people: u16) -> Seconds {
        let spoken = Seconds(i64::from(self.seconds) * i64::from(people));
        Seconds::minutes(spoken.minutes_up() + i64::from(self.plus_minutes))
    }
}

/// A part (*del*) of a method: how people sit, for how long, what the room reads and what the leader does.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Step {
    pub grouping: Grouping,
    /// Normal length in minutes.
    #[serde(deserialize_with = "minutes", skip_serializing_if = "super::is_default")]
    pub minutes: u16,
    /// Length in minutes when the tool is run short or long; the normal length when absent.
    #[serde(deserialize_with = "minutes_or_none", skip_serializing_if = "Option::is_none")]
    pub short: Option<u16>,
    #[serde(deserialize_with = "minutes_or_none", skip_serializing_if = "Option::is_none")]
    pub long: Option<u16>,
    /// The length of a round, in place of `minutes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_person: Option<PerPerson>,
    /// For the room.
    pub say: Text,
    /// For the leader alone.
    pub lead: Text,
}

impl Step {
    /// Whether it lasts at all.
    #[must_use]
    pub fn has_length(&self) -> bool {
        self.per_person.is_some() || self.minutes > 0
    }

    /// The length for `people` participants in whole minutes; a round is rounded up.
    #[must_use]
    pub fn length(&self, variant: Variant, people: u16) -> Seconds {
        match (self.per_person, variant) {
            (Some(round), _) => round.length(people),
            (None, Variant::Short) => Seconds::of_minutes(self.short.unwrap_or(self.minutes)),
            (None, Variant::Normal) => Seconds::of_minutes(self.minutes),
            (None, Variant::Long) => Seconds::of_minutes(self.long.unwrap_or(self.minutes)),
        }
    }
}

/// Who made a tool, and where more can be read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Source {
    pub who: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Line>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub note: Text,
}

/// A tool card. A user's own card needs `version`, `id` and a name in one language; the rest has defaults.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    pub version: Version,
    pub id: ToolId,
    #[serde(default)]
    pub family: Family,
    #[serde(default)]
    pub phases: Vec<Phase>,
    #[serde(default)]
    pub purposes: Vec<Purpose>,
    #[serde(default)]
    pub forms: Vec<Form>,
    /// Fewest and most participants.
    #[serde(default = "any_number", deserialize_with = "people")]
    pub people: (u16, u16),
    /// Shortest and longest sensible run in minutes.
    #[serde(default, deserialize_with = "minutes_range")]
    pub minutes: (u16, u16),
    pub name: Text,
    #[serde(default)]
    pub aliases: Lists,
    /// What somebody wants to whom this tool is the answer, in the words they would type: found, never shown.
    #[serde(default)]
    pub needs: Lists,
    #[serde(default)]
    pub why: Text,
    #[serde(default)]
    pub strengths: Text,
    #[serde(default)]
    pub material: Vec<Text>,
    #[serde(default)]
    pub prepare: Vec<Text>,
    #[serde(default)]
    pub steps: Vec<Step>,
    /// How the steps follow each other.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub advance: Advance,
    /// Whether the room is sent to a question on the wall, which is the facilitator's own.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub asks: bool,
    #[serde(default)]
    pub tips: Vec<Text>,
    #[serde(default)]
    pub examples: Vec<Text>,
    #[serde(default)]
    pub pitfalls: Vec<Text>,
    #[serde(default)]
    pub variants: Vec<Text>,
    #[serde(default)]
    pub online: Text,
    #[serde(default)]
    pub source: Source,
    #[serde(default)]
    pub related: Vec<ToolId>,
}

/// The group size that lengths are given for when nobody has said how many come.
pub const USUAL_PEOPLE: u16 = 10;

impl Tool {
    /// The length of a whole run with `people` participants; a tool without steps takes its shortest, middle or
    /// longest sensible time.
    #[must_use]
    pub fn length(&self, variant: Variant, people: u16) -> Seconds {
        let (low, high) = (i64::from(self.minutes.0), i64::from(self.minutes.1));
        match variant {
            _ if !self.steps.is_empty() => self.steps.iter().map(|step| step.length(variant, people)).sum(),
            Variant::Short => Seconds::minutes(low),
            Variant::Normal => Seconds::minutes(low.midpoint(high)),
            Variant::Long => Seconds::minutes(high),
        }
    }

    /// [`USUAL_PEOPLE`], held within the group sizes of this tool.
    #[must_use]
    pub fn usual_people(&self) -> u16 {
        USUAL_PEOPLE.max(self.people.0).min(self.people.1)
    }

    /// What is wrong with the card beyond its form, in words; a card with a fault is not used.
    ///
    /// # Errors
    /// The first fault found.
    pub fn check(&self) -> Result<(), Text> {
        if self.name.is_empty() {
            return Err(Text::in_each(|lang| NO_NAME.pick(lang).to_owned()));
        }
        match (1..).zip(&self.steps).find(|(_, step)| !step.has_length()) {
            Some((number, _)) => Err(Text::in_each(|lang| STEP_WITHOUT_LENGTH.with2(lang, number, MOST_MINUTES))),
            None => Ok(()),
        }
    }
}

const NO_NAME: Words = words(
    "Kortet har ikke noe navn; skriv name: (nb: \"…\") eller name: \"…\".",
    "Kortet har ikkje noko namn; skriv name: (nb: \"…\") eller name: \"…\".",
    "The card has no name; write name: (nb: \"…\") or name: \"…\".",
);
const STEP_WITHOUT_LENGTH: Words = words(
    "Del {} varer ingenting; skriv minutes: 1 til [], eller per_person.",
    "Del {} varer ingenting; skriv minutes: 1 til [], eller per_person.",
    "Step {} has no length; write minutes: 1 to [], or per_person.",
);

/// Most participants that can be named.
pub const MOST_PEOPLE: u16 = 10_000;

fn any_number() -> (u16, u16) {
    (1, MOST_PEOPLE)
}

/// `value` as a number within `least` … `most`, else a sentence that says what is allowed.
fn within<E: de::Error>(value: i64, least: u16, most: u16, what: &str) -> Result<u16, E> {
    u16::try_from(value)
        .ok()
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| E::custom(format!("{value} {what} is not possible; {least} to {most} are allowed")))
}

/// Reads whole minutes, 0 to [`MOST_MINUTES`]; numbers are judged when they are read.
pub(super) fn minutes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    within(i64::deserialize(deserializer)?, 0, MOST_MINUTES, "minutes")
}

/// Reads whole minutes where they may be absent.
pub(super) fn minutes_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    Option::<i64>::deserialize(deserializer)?.map(|value| within(value, 0, MOST_MINUTES, "minutes")).transpose()
}

fn within_an_hour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    within(i64::deserialize(deserializer)?, 1, 3600, "seconds")
}

/// Reads a number of participants where it may be absent.
pub(super) fn people_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    Option::<i64>::deserialize(deserializer)?.map(|value| within(value, 1, MOST_PEOPLE, "people")).transpose()
}

fn people<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(u16, u16), D::Error> {
    let (least, most) = <(i64, i64)>::deserialize(deserializer)?;
    in_order(within(least, 1, MOST_PEOPLE, "people")?, within(most, 1, MOST_PEOPLE, "people")?)
}

fn minutes_range<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(u16, u16), D::Error> {
    let (least, most) = <(i64, i64)>::deserialize(deserializer)?;
    in_order(within(least, 0, MOST_MINUTES, "minutes")?, within(most, 0, MOST_MINUTES, "minutes")?)
}

fn in_order<E: de::Error>(least: u16, most: u16) -> Result<(u16, u16), E> {
    if least > most {
        return Err(E::custom(format!("({least}, {most}) is the wrong way round; the smaller number comes first")));
    }
    Ok((least, most))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Tool, String> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str::<Tool>(text).map_err(|error| error.to_string())
    }

    #[test]
    fn an_own_card_needs_little() {
        let tool = read(r#"(version: 1, id: "mitt", name: (nb: "Mitt"))"#);
        assert_eq!(tool.as_ref().map(|tool| tool.name.pick(super::super::text::Lang::En)), Ok("Mitt"));
        assert!(read(r#"(version: 1, id: "mitt", name: "Mitt", source: (who: "Meg", note: (nb: "egen")))"#).is_ok());
    }

    #[test]
    fn absurd_values_are_refused_with_what_is_allowed() {
        let cases = [
            (r#"(version: 1, id: "a", name: "A", minutes: (-5, 10))"#, "0 to 1440"),
            (r#"(version: 1, id: "a", name: "A", minutes: (20, 10))"#, "wrong way round"),
            (r#"(version: 1, id: "a", name: "A", steps: [(minutes: 1000000000)])"#, "0 to 1440"),
            (r#"(version: 1, id: "Å b", name: "A")"#, "lower-case"),
            (r#"(version: 1, id: "a", name: "A", minuts: (1, 2))"#, "minuts"),
            (r#"(version: 1, id: "a", name: (nb: 5))"#, "string"),
        ];
        for (card, expected) in cases {
            let error = read(card).err().unwrap_or_default();
            assert!(error.contains(expected), "{card}: {error}");
        }
    }

    #[test]
    fn a_round_takes_longer_with_more_people() {
        let step = Step { per_person: Some(PerPerson { seconds: 120, plus_minutes: 3 }), ..Step::default() };
        assert_eq!(step.length(Variant::Normal, 12), Seconds::minutes(27));
        assert_eq!(step.length(Variant::Normal, 16), Seconds::minutes(35));
    }
}
