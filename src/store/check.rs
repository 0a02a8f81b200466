//! `vidde check`: what is wrong with any of our RON files, or with all in a folder. Reads, and changes nothing.

use super::given;
use super::ledger::{newer_trouble, unreadable_trouble};
use super::load::{self, NO_NAME};
use super::parse::{self, Misread, Stored};
use super::read::{self, Unreadable};
use super::slot::{AGENDAS, SESSIONS, TOOLS};
use super::trouble::Trouble;
use crate::domain::Problem;
use crate::domain::agenda::AgendaName;
use crate::domain::facts::{Record, Settings};
use crate::domain::guide::{GuideStep, Practices};
use crate::domain::sequences::Sequences;
use crate::domain::session::{Private, Session};
use crate::domain::shelf::Shelf;
use crate::domain::synonyms::Synonyms;
use crate::domain::template::Template;
use crate::domain::text::{Lang, Words, words};
use crate::domain::tool::Tool;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What is wrong with the file, or with the RON files in the folder, in words of `lang`; empty when all is well.
#[must_use]
pub fn check(path: &Path, lang: Lang) -> Vec<Problem> {
    let files = given::ron_files(path).unwrap_or_else(|(path, _)| vec![path]);
    files.iter().flat_map(|file| faults(file)).map(|trouble| trouble.problem(lang)).collect()
}

/// The files of the agendas in the user's folder, by name.
#[must_use]
pub fn agenda_files(root: &Path) -> Vec<PathBuf> {
    let (stems, _) = load::stems(root, AGENDAS);
    stems.iter().map(|stem| agenda_file(root, stem)).collect()
}

/// The file of an agenda by its name.
#[must_use]
pub fn agenda_file(root: &Path, stem: &str) -> PathBuf {
    root.join(AGENDAS).join(format!("{stem}.ron"))
}

/// Folders of the data that the program is built with.
const TEMPLATES: &str = "templates";
const GUIDE: &str = "guide";

/// The kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Settings,
    Shelf,
    Agenda,
    Tool,
    Session,
    Private,
    Record,
    Template,
    GuideStep,
    Practices,
    Synonyms,
    Sequences,
}

/// Everything that is wrong with a file; of other files than agendas the first thing.
fn faults(path: &Path) -> Vec<Trouble> {
    let place = path.to_string_lossy();
    let bytes = match read::bytes(path) {
        Ok((bytes, _)) => bytes,
        Err(Unreadable::Missing) => return vec![Trouble::at(&place, MISSING)],
        Err(why) => return vec![unreadable_trouble(&place, &why)],
    };
    let misread = match kind(path, &bytes) {
        Some(Kind::Settings) => misread::<Settings>(&bytes),
        Some(Kind::Shelf) => misread::<Shelf>(&bytes),
        Some(Kind::Agenda) => parse::agenda_faults(&bytes),
        Some(Kind::Tool) => misread::<Tool>(&bytes),
        Some(Kind::Session) => misread::<Session>(&bytes),
        Some(Kind::Private) => misread::<Private>(&bytes),
        Some(Kind::Record) => misread::<Record>(&bytes),
        Some(Kind::Template) => misread::<Template>(&bytes),
        Some(Kind::GuideStep) => misread::<GuideStep>(&bytes),
        Some(Kind::Practices) => misread::<Practices>(&bytes),
        Some(Kind::Synonyms) => misread::<Synonyms>(&bytes),
        Some(Kind::Sequences) => misread::<Sequences>(&bytes),
        None => {
            let unknown = || Trouble::at(&place, UNKNOWN);
            return vec![parse::text(&bytes).err().map_or_else(unknown, |fault| Trouble::drawn(&place, fault))];
        }
    };
    let told = misread.into_iter().map(|misread| match misread {
        Misread::Newer(version) => newer_trouble(&place, version),
        Misread::Fault(fault) => Trouble::drawn(&place, fault),
    });
    misnamed(path).into_iter().chain(told).collect()
}

/// An agenda that the program does not open, whatever stands in it.
fn misnamed(path: &Path) -> Option<Trouble> {
    let is_agenda = path.parent().and_then(Path::file_name).is_some_and(|folder| folder == AGENDAS);
    let stem = path.file_stem().and_then(OsStr::to_str).filter(|_| is_agenda)?;
    AgendaName::of_file(stem).is_none().then(|| Trouble::at(&path.to_string_lossy(), NO_NAME))
}

fn misread<T: Stored>(bytes: &[u8]) -> Vec<Misread> {
    parse::value::<T>(bytes).err().into_iter().collect()
}

/// The kind that the file's name says, else its folder, else its fields.
fn kind(path: &Path, bytes: &[u8]) -> Option<Kind> {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().map(name).unwrap_or_default();
    match (name(path).as_str(), folder.as_str()) {
        ("settings.ron", _) => Some(Kind::Settings),
        ("shelf.ron", _) => Some(Kind::Shelf),
        ("live.ron", _) => Some(Kind::Session),
        ("live-private.ron", _) => Some(Kind::Private),
        ("sample.ron", _) | (_, TEMPLATES) => Some(Kind::Template),
        ("synonyms.ron", _) => Some(Kind::Synonyms),
        ("sequences.ron", _) => Some(Kind::Sequences),
        ("practices.ron", GUIDE) => Some(Kind::Practices),
        (_, GUIDE) => Some(Kind::GuideStep),
        (_, AGENDAS) => Some(Kind::Agenda),
        (_, TOOLS) => Some(Kind::Tool),
        (_, SESSIONS) => Some(Kind::Record),
        _ => kind_by_fields(bytes),
    }
}

/// Fields that only one kind has.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    blocks: Option<IgnoredAny>,
    title: Option<IgnoredAny>,
    id: Option<IgnoredAny>,
    name: Option<IgnoredAny>,
    plan: Option<IgnoredAny>,
    session: Option<IgnoredAny>,
    notes: Option<IgnoredAny>,
    theme: Option<IgnoredAny>,
    favourites: Option<IgnoredAny>,
    tasks: Option<IgnoredAny>,
    practices: Option<IgnoredAny>,
    same: Option<IgnoredAny>,
    pairs: Option<IgnoredAny>,
}

fn kind_by_fields(bytes: &[u8]) -> Option<Kind> {
    let text = parse::text(bytes).ok()?;
    match parse::options().from_str::<Fields>(text) {
        Ok(fields) => kind_of(&fields),
        Err(_) => Some(kind_by_words(text)),
    }
}

fn kind_of(fields: &Fields) -> Option<Kind> {
    match fields {
        Fields { session: Some(_), .. } => Some(Kind::Record),
        Fields { plan: Some(_), .. } => Some(Kind::Session),
        Fields { blocks: Some(_), name: Some(_), .. } => Some(Kind::Template),
        Fields { tasks: Some(_), .. } => Some(Kind::GuideStep),
        Fields { practices: Some(_), .. } => Some(Kind::Practices),
        Fields { same: Some(_), .. } => Some(Kind::Synonyms),
        Fields { pairs: Some(_), .. } => Some(Kind::Sequences),
        Fields { blocks: Some(_), .. } | Fields { title: Some(_), .. } => Some(Kind::Agenda),
        Fields { id: Some(_), .. } | Fields { name: Some(_), .. } => Some(Kind::Tool),
        Fields { notes: Some(_), .. } => Some(Kind::Private),
        Fields { favourites: Some(_), .. } => Some(Kind::Shelf),
        Fields { theme: Some(_), .. } => Some(Kind::Settings),
        _ => None,
    }
}

/// The likeliest kind of a text that cannot be read at all: so that its fault is named.
fn kind_by_words(text: &str) -> Kind {
    if text.contains("blocks:") || text.contains("title:") && !text.contains("name:") {
        Kind::Agenda
    } else {
        Kind::Tool
    }
}

const MISSING: Words = words("filen finnes ikke.", "fila finst ikkje.", "there is no such file.");
const UNKNOWN: Words = words(
    "dette ser ikke ut som en av Viddes filer: verken verktøy, kjøreplan, samling, mal, veiviser eller innstillinger.",
    "dette ser ikkje ut som ei av Viddes filer: verken verktøy, køyreplan, samling, mal, vegvisar eller innstillingar.",
    "this does not look like a file of Vidde: neither tool, agenda, session, template, guide nor settings.",
);
