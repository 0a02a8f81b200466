//! What the bytes of a file mean: text, version, shape, ranges; and the text that is written for a value.

use super::fault::{Fault, quoted};
use super::salvage::{List, fault_of, salvaged};
use crate::domain::agenda::{Agenda, Block};
use crate::domain::facts::{Record, Settings};
use crate::domain::guide::{GuideStep, Practices};
use crate::domain::harvest::Note;
use crate::domain::sequences::Sequences;
use crate::domain::session::{Entry, Private, Session};
use crate::domain::shelf::Shelf;
use crate::domain::synonyms::Synonyms;
use crate::domain::template::Template;
use crate::domain::text::{Text, Words, words};
use crate::domain::tool::{Step, Tool};
use crate::domain::version::Version;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};

/// Most acts in the log of a session: one every second for a day.
const MOST_ENTRIES: usize = 86_400;

/// What is said of a longer one.
const TOO_LONG: Words = words(
    "Loggen er for lang; høyst {} innslag er lov",
    "Loggen er for lang; høgst {} innslag er lov",
    "The log is too long; at most {} entries are allowed",
);

/// Why the bytes are not a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// Written by a later program, in this version of the shape. Nothing is wrong with the file.
    Newer(u64),
    Fault(Fault),
}

/// A type that has files of its own.
pub trait Stored: DeserializeOwned + Serialize {
    /// Its lists that lose one element where that cannot be read, and not the whole file.
    const LISTS: &'static [List] = &[];

    /// The value with what a person may leave out filled in.
    ///
    /// # Errors
    /// What its form allows and its meaning does not, in words.
    fn sound(self) -> Result<Self, Text> {
        Ok(self)
    }

    /// Reads `text` again only to find the place of what [`Stored::sound`] refused.
    fn place(_text: &str) -> Option<ron::error::SpannedError> {
        None
    }
}

impl Stored for Settings {}
impl Stored for Shelf {}
impl Stored for GuideStep {}
impl Stored for Practices {}
impl Stored for Sequences {}
impl Stored for Synonyms {}

const LOG: List = List { name: "log", fault: fault_of::<Entry> };
const HARVEST: List = List { name: "harvest", fault: fault_of::<Note> };
const BLOCKS: List = List { name: "blocks", fault: fault_of::<SoundBlock> };

impl Stored for Private {
    const LISTS: &'static [List] = &[HARVEST];
}

impl Stored for Session {
    const LISTS: &'static [List] = &[LOG];

    fn sound(self) -> Result<Session, Text> {
        if self.log.len() > MOST_ENTRIES {
            return Err(Text::in_each(|lang| TOO_LONG.with(lang, MOST_ENTRIES)));
        }
        self.plan.check()?;
        Ok(Session { plan: self.plan.numbered(), ..self })
    }
}

impl Stored for Record {
    const LISTS: &'static [List] = &[BLOCKS, LOG, HARVEST];

    fn sound(self) -> Result<Record, Text> {
        Ok(Record { session: self.session.sound()?, ..self })
    }
}

impl Stored for Template {
    fn sound(self) -> Result<Template, Text> {
        self.check().map(|()| self)
    }
}

impl Stored for Agenda {
    fn sound(self) -> Result<Agenda, Text> {
        self.check().map(|()| self.numbered())
    }

    fn place(text: &str) -> Option<ron::error::SpannedError> {
        options().from_str::<Blocks>(text).err()
    }
}

impl Stored for Tool {
    fn sound(self) -> Result<Tool, Text> {
        self.check().map(|()| self)
    }

    fn place(text: &str) -> Option<ron::error::SpannedError> {
        options().from_str::<Steps>(text).err()
    }
}

/// The blocks of an agenda, read only to see where one is not allowed.
#[derive(Deserialize)]
struct Blocks {
    #[serde(default, rename = "blocks")]
    _blocks: Vec<SoundBlock>,
}

struct SoundBlock;

impl<'de> Deserialize<'de> for SoundBlock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<SoundBlock, D::Error> {
        let is_sound = Block::deserialize(deserializer)?.fault().is_none();
        is_sound.then_some(SoundBlock).ok_or_else(|| D::Error::custom("a block that is not allowed"))
    }
}

/// The steps of a card, read only to see where one has no length.
#[derive(Deserialize)]
struct Steps {
    #[serde(default, rename = "steps")]
    _steps: Vec<SoundStep>,
}

struct SoundStep;

impl<'de> Deserialize<'de> for SoundStep {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<SoundStep, D::Error> {
        let is_sound = Step::deserialize(deserializer)?.has_length();
        is_sound.then_some(SoundStep).ok_or_else(|| D::Error::custom("a step without a length"))
    }
}

#[derive(Deserialize)]
struct Head {
    version: u64,
}

/// The text of a file: UTF-8, without the mark that some editors put first.
///
/// # Errors
/// The place of the first byte that is not UTF-8.
pub fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
        let line = good.matches('\n').count() + 1;
        let before = good.rsplit('\n').next().unwrap_or_default();
        let column = before.chars().count() + 1;
        let lines = format!("{}{before}\u{FFFD}", "\n".repeat(line - 1));
        Fault::at(&lines, each(NOT_UTF8), (line, column), (line, column + 1))
    })
}

/// The value that `bytes` stand for.
///
/// # Errors
/// A newer version, or what is wrong and where.
pub fn value<T: Stored>(bytes: &[u8]) -> Result<T, Misread> {
    let text = text(bytes).map_err(Misread::Fault)?;
    if text.trim().is_empty() {
        return Err(Misread::Fault(Fault::nowhere(each(EMPTY))));
    }
    if let Some(version) = version(text).filter(|version| *version > Version::NEWEST) {
        return Err(Misread::Newer(version));
    }
    let value: T = options()
        .from_str(text)
        .map_err(|error| Misread::Fault(spanned(text, &error, quoted(&error.code.to_string()))))?;
    value.sound().map_err(|fault| {
        let place = T::place(text);
        Misread::Fault(match place {
            Some(error) => spanned(text, &error, fault),
            None => Fault::nowhere(fault),
        })
    })
}

/// Everything that is wrong in the file of an agenda: that it cannot be read, else each block that is not allowed, with
/// the places of the first of them.
pub fn agenda_faults(bytes: &[u8]) -> Vec<Misread> {
    let Err(first) = value::<Agenda>(bytes) else { return Vec::new() };
    let text = text(bytes).unwrap_or_default();
    let messages: Vec<Text> =
        options().from_str::<Agenda>(text).map_or_else(|_| Vec::new(), |agenda| agenda.faults().collect());
    match salvaged(text, &[BLOCKS]) {
        Some(rest) if rest.left_out == messages.len() => {
            let places = rest.faults.iter().map(Some).chain(std::iter::repeat(None));
            let fault = |(message, place): (Text, Option<&ron::error::SpannedError>)| match place {
                Some(error) => spanned(text, error, message),
                None => Fault::nowhere(message),
            };
            messages.into_iter().zip(places).map(fault).map(Misread::Fault).collect()
        }
        _ => vec![first],
    }
}

/// What `bytes` stand for as far as it can be read, and what is left out, where that is a part of one of its lists.
///
/// # Errors
/// See [`value`].
pub fn most<T: Stored>(bytes: &[u8]) -> Result<(T, Option<LeftOut>), Misread> {
    let misread = match value(bytes) {
        Ok(value) => return Ok((value, None)),
        Err(misread @ Misread::Newer(_)) => return Err(misread),
        Err(misread @ Misread::Fault(_)) => misread,
    };
    let whole = text(bytes).unwrap_or_default();
    let Some(rest) = salvaged(whole, T::LISTS) else { return Err(misread) };
    let value = value(rest.text.as_bytes()).map_err(|_| misread)?;
    let faults = rest.faults.iter().map(|error| spanned(whole, error, quoted(&error.code.to_string())));
    Ok((value, Some(LeftOut { faults: faults.collect(), number: rest.left_out })))
}

/// What of a file could not be read while the rest could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The first of them, with their places.
    pub faults: Vec<Fault>,
    /// How many acts, notes and blocks.
    pub number: usize,
}

/// The version that a text says it has; newer shapes may hold anything else.
pub fn version(text: &str) -> Option<u64> {
    options().from_str::<Head>(text).ok().map(|head| head.version)
}

/// The text of the file for `value`: `version` first, one fact to a line, letters as they are.
///
/// # Errors
/// Nothing that is kept can fail to be written; the words of the format if it does.
pub fn render<T: Serialize>(value: &T) -> Result<String, String> {
    let pretty = PrettyConfig::new().escape_strings(false).depth_limit(5).compact_arrays(false);
    let text = options().to_string_pretty(value, pretty).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}

/// The dialect of all files: `note: "x"` may stand for `note: Some("x")`.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

fn spanned(text: &str, error: &ron::error::SpannedError, message: Text) -> Fault {
    let (from, to) = ((error.span.start.line, error.span.start.col), (error.span.end.line, error.span.end.col));
    Fault::at(text, message, from, to)
}

fn each(words: Words) -> Text {
    Text::in_each(|lang| words.pick(lang).to_owned())
}

const NOT_UTF8: Words = words(
    "Dette er ikke tekst i UTF-8; lagre filen med tegnsettet UTF-8.",
    "Dette er ikkje tekst i UTF-8; lagre fila med teiknsettet UTF-8.",
    "This is not UTF-8 text; save the file with the encoding UTF-8.",
);
const EMPTY: Words = words(
    "Filen er tom; en fil begynner med (version: 1, …).",
    "Fila er tom; ei fil byrjar med (version: 1, …).",
    "The file is empty; a file begins with (version: 1, …).",
);
