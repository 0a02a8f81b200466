//! Reading the folder at the start: facts, own cards, and what is wrong with any file, named and left as it is.

use super::fault::Fault;
use super::ledger::{KEPT_DAMAGED, Known, Standing, newer_trouble, unreadable_trouble};
use super::parse::{self, LeftOut, Misread, Stored};
use super::read::{self, Unreadable};
use super::replace::{BACKUPS, backup_of, keep};
use super::slot::{AGENDAS, SESSIONS, Slot, TOOLS};
use super::trouble::Trouble;
use crate::domain::agenda::AgendaName;
use crate::domain::facts::{Facts, Live, Record};
use crate::domain::session::{Act, Private, Session};
use crate::domain::text::{Words, words};
use crate::domain::tool::Tool;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One file: its value or what is wrong with it, and what is known of it from now on.
pub struct Reading<T> {
    pub value: Option<T>,
    pub trouble: Option<Trouble>,
    pub known: Known,
}

/// What was read from the folder.
#[derive(Default)]
pub struct Found {
    pub facts: Facts,
    pub tools: Vec<Tool>,
    pub troubles: Vec<Trouble>,
    pub known: BTreeMap<Slot, Known>,
    /// The running session as its two files have it; not what the facts say when a backup was used, or when the
    /// session is recorded already.
    pub live_on_disk: Option<Live>,
    is_restored: bool,
    /// Something is wrong with an agenda, or with their folder.
    pub hides_agendas: bool,
    /// Files of the program's own that cannot be used.
    pub damaged: Vec<Slot>,
}

/// Reads everything, or with [`Reach::Wall`] only what the room may see.
pub fn load(root: &Path, reach: Reach) -> Found {
    let mut found = Found::default();
    found.facts.settings = found.state(root, Slot::Settings).unwrap_or_default();
    found.live(root, reach);
    if reach == Reach::All {
        found.facts.shelf = found.state(root, Slot::Shelf).unwrap_or_default();
        found.agendas(root);
        found.cards(root);
    }
    found
}

/// How much of the folder a window opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    All,
    /// Settings and the public half of the running session: the room never opens a private text.
    Wall,
}

impl Found {
    fn live(&mut self, root: &Path, reach: Reach) {
        let Some(session) = self.state::<Session>(root, Slot::Live) else { return };
        let private = match reach {
            Reach::All => self.state::<Private>(root, Slot::Private),
            Reach::Wall => None,
        };
        let private = private.unwrap_or_default();
        let live = Some(Live { session, private });
        let is_over = reach == Reach::All && live.as_ref().is_some_and(|live| is_recorded(root, &live.session));
        if is_over || !self.is_restored {
            self.live_on_disk.clone_from(&live);
        }
        self.facts.live = live.filter(|_| !is_over);
    }

    /// A file of the program's own, or its last good copy where it cannot be used.
    fn state<T: Stored>(&mut self, root: &Path, slot: Slot) -> Option<T> {
        let file = slot.file();
        let Reading { mut value, mut trouble, known } = read::<T>(root, &file);
        let is_lost = match known.standing {
            Standing::Damaged => value.is_none(),
            Standing::Absent | Standing::Unread(_) => slot.is_live(),
            Standing::Ours | Standing::Theirs | Standing::Edited | Standing::Newer(_) => false,
        };
        if is_lost {
            let backups = (1..=BACKUPS).map(|number| backup_of(Path::new(&file), number));
            let mut names = backups.map(|backup| backup.to_string_lossy().into_owned());
            let found = names.find_map(|name| Some((read::<T>(root, &name).value?, name)));
            let backup = found.as_ref().map_or_else(|| format!("{file}.bak"), |(_, name)| name.clone());
            value = found.map(|(value, _)| value);
            self.is_restored |= value.is_some() && slot.is_live();
            let sentence = if value.is_some() { RECOVERED } else { LOST };
            let gone = value.is_some().then(|| Trouble::at(&file, MISSING));
            trouble = trouble.or(gone).map(|trouble| trouble.and(sentence, &backup));
        }
        self.note(slot, known, trouble);
        value
    }

    /// Keeps the program's own damaged files under a second name before anything is written.
    pub fn keep_damaged(&mut self, root: &Path) {
        for slot in std::mem::take(&mut self.damaged) {
            let path = root.join(slot.file());
            let kept = std::fs::metadata(&path).is_ok_and(|data| data.is_file()).then(|| keep(&path, &path, "damaged"));
            self.troubles.extend(match kept {
                Some(Ok(name)) => Some(Trouble::at(&slot.file(), KEPT_DAMAGED).about(&name)),
                Some(Err(error)) => Some(Trouble::io(&slot.file(), &error)),
                None => None,
            });
        }
    }

    fn agendas(&mut self, root: &Path) {
        let before = self.troubles.len();
        for stem in self.listed(root, AGENDAS) {
            let Some(name) = AgendaName::of_file(&stem) else {
                self.troubles.push(Trouble::at(&format!("{AGENDAS}/{stem}.ron"), NO_NAME));
                continue;
            };
            let slot = Slot::Agenda(name.clone());
            let reading = read(root, &slot.file());
            if let Some(agenda) = reading.value {
                self.facts.agendas.insert(name, agenda);
            }
            self.note(slot, reading.known, reading.trouble);
        }
        self.hides_agendas = self.troubles.len() > before;
    }

    fn cards(&mut self, root: &Path) {
        for stem in self.listed(root, TOOLS) {
            let reading = read::<Tool>(root, &format!("{TOOLS}/{stem}.ron"));
            self.tools.extend(reading.value);
            self.troubles.extend(reading.trouble);
        }
    }

    fn listed(&mut self, root: &Path, folder: &str) -> Vec<String> {
        let (stems, trouble) = stems(root, folder);
        self.troubles.extend(trouble);
        stems
    }

    fn note(&mut self, slot: Slot, known: Known, trouble: Option<Trouble>) {
        if known.standing == Standing::Damaged && !matches!(slot, Slot::Agenda(_)) {
            self.damaged.push(slot.clone());
        }
        self.troubles.extend(trouble);
        self.known.insert(slot, known);
    }
}

/// Reads one file of the folder.
pub fn read<T: Stored>(root: &Path, file: &str) -> Reading<T> {
    let path = root.join(file);
    let bad = |standing, trouble, bytes| Reading {
        value: None,
        trouble: Some(trouble),
        known: Known::new(standing, bytes, read::stamp(&path)),
    };
    let (bytes, stamp) = match read::bytes(&path) {
        Ok(found) => found,
        Err(Unreadable::Missing) => return Reading { value: None, trouble: None, known: Known::default() },
        Err(why @ Unreadable::Refused(_)) => {
            let trouble = unreadable_trouble(file, &why);
            return bad(Standing::Unread(trouble.clone()), trouble, Vec::new());
        }
        Err(why) => return bad(Standing::Damaged, unreadable_trouble(file, &why), Vec::new()),
    };
    match parse::most::<T>(&bytes) {
        Err(Misread::Newer(version)) => {
            let trouble = newer_trouble(file, version);
            bad(Standing::Newer(trouble.clone()), trouble, bytes)
        }
        Err(Misread::Fault(fault)) => bad(Standing::Damaged, Trouble::drawn(file, fault), bytes),
        Ok((value, Some(left_out))) => Reading {
            value: Some(value),
            trouble: Some(part_trouble(file, left_out)),
            known: Known::new(Standing::Damaged, bytes, Some(stamp)),
        },
        Ok((value, None)) => {
            let ours = parse::render(&value).is_ok_and(|text| text.as_bytes() == bytes);
            let standing = if ours { Standing::Ours } else { Standing::Theirs };
            Reading { value: Some(value), trouble: None, known: Known::new(standing, bytes, Some(stamp)) }
        }
    }
}

/// The words for a file that can be read but for some acts, notes or blocks.
fn part_trouble(file: &str, left_out: LeftOut) -> Trouble {
    let LeftOut { mut faults, number } = left_out;
    if faults.is_empty() {
        return Trouble::at(file, ONE_LEFT_OUT);
    }
    let first = faults.remove(0);
    let others: Vec<String> = faults.iter().filter_map(Fault::place).collect();
    let more = if others.len() + 1 < number { ", …" } else { "" };
    let trouble = Trouble::drawn(file, first);
    if number == 1 {
        return trouble.and(ONE_LEFT_OUT, "");
    }
    trouble.and(LEFT_OUT, &number.to_string()).and(OTHERS, &format!("{}{more}", others.join(", ")))
}

/// The names without ending of the RON files in a folder, in order; a folder that is not there holds none.
pub fn stems(root: &Path, folder: &str) -> (Vec<String>, Option<Trouble>) {
    let entries = match std::fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return (Vec::new(), None),
        Err(error) => return (Vec::new(), Some(Trouble::io(folder, &error))),
    };
    let names = entries.flatten().map(|entry| PathBuf::from(entry.file_name()));
    let rons = names.filter(|name| name.extension().is_some_and(|ending| ending == "ron"));
    let mut stems: Vec<String> = rons.filter_map(|name| Some(name.file_stem()?.to_str()?.to_owned())).collect();
    stems.retain(|stem| !stem.starts_with('.'));
    stems.sort();
    (stems, None)
}

/// Whether the session has ended and stands in `sessions/`: the program was stopped before its live files went.
fn is_recorded(root: &Path, session: &Session) -> bool {
    if !session.log.iter().any(|entry| entry.act == Act::End) {
        return false;
    }
    let (stems, _) = stems(root, SESSIONS);
    let named = stems.iter().filter(|stem| stem.contains(session.agenda.as_str()));
    let mut records = named.filter_map(|stem| read::<Record>(root, &format!("{SESSIONS}/{stem}.ron")).value);
    records.any(|record| record.session.log == session.log && record.session.plan == session.plan)
}

const MISSING: Words = words("Filen er borte.", "Fila er borte.", "The file is gone.");
const RECOVERED: Words = words(
    "Den siste gode kopien ({}) brukes.",
    "Den siste gode kopien ({}) blir brukt.",
    "The last good copy ({}) is used.",
);
const LOST: Words =
    words("Det finnes ingen god kopi ({}).", "Det finst ingen god kopi ({}).", "There is no good copy ({}).");
const ONE_LEFT_OUT: Words = words(
    "Denne biten er utelatt; resten av filen er lest.",
    "Denne biten er utelaten; resten av fila er lesen.",
    "This piece is left out; the rest of the file has been read.",
);
const LEFT_OUT: Words = words(
    "{} biter er utelatt, denne er den første; resten av filen er lest.",
    "{} bitar er utelatne, denne er den første; resten av fila er lesen.",
    "{} pieces are left out, this is the first; the rest of the file has been read.",
);
const OTHERS: Words = words("De andre: linje {}.", "Dei andre: linje {}.", "The others: line {}.");
pub const NO_NAME: Words = words(
    "filen kan ikke åpnes som kjøreplan: navnet er for langt, eller det har tegn som ikke kan brukes.",
    "fila kan ikkje opnast som køyreplan: namnet er for langt, eller det har teikn som ikkje kan brukast.",
    "the file cannot be opened as an agenda: its name is too long or has characters that cannot be used.",
);
