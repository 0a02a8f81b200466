//! Noticing what others did to the files while the program was open: a viewer and the room follow, the writer takes
//! over what a person edited unless it has a change of its own. Looking reads files; taking over reads none.

use super::differences;
use super::ledger::{Known, Ledger, Look, Standing};
use super::load::{self, Reach, Reading};
use super::parse::Stored;
use super::slot::{AGENDAS, Slot};
use super::trouble::Trouble;
use super::writer::Wanted;
use crate::domain::agenda::{Agenda, AgendaName};
use crate::domain::facts::{Facts, Live, Role, Settings};
use crate::domain::session::{Private, Session};
use crate::domain::shelf::Shelf;
use crate::domain::text::{Words, words};
use std::collections::{BTreeMap, BTreeSet};

/// What one look at all files has found, not taken over yet.
#[derive(Debug, Default)]
pub struct Seen {
    pub changes: BTreeMap<Slot, Change>,
    pub troubles: Vec<Trouble>,
}

/// What has become of one file.
#[derive(Debug)]
pub enum Change {
    Gone,
    /// Somebody wrote in what only the program writes.
    Meddled,
    Settings(Settings),
    Shelf(Shelf),
    Agenda(Agenda),
    Session(Session),
    Private(Private),
}

/// Looks at every file.
pub fn look(ledger: &mut Ledger, role: Role, reach: Reach) -> Seen {
    let slots = slots(ledger, reach);
    let mut round = Round { ledger, role, seen: Seen::default() };
    for slot in slots {
        round.look(slot);
    }
    round.seen
}

fn slots(ledger: &Ledger, reach: Reach) -> BTreeSet<Slot> {
    if reach == Reach::Wall {
        return BTreeSet::from([Slot::Live, Slot::Settings]);
    }
    let (stems, _) = load::stems(&ledger.folder.root, AGENDAS);
    let listed = stems.iter().filter_map(|stem| AgendaName::of_file(stem)).map(Slot::Agenda);
    let known = ledger.known.keys().filter(|slot| !matches!(slot, Slot::Record(_))).cloned();
    listed.chain(known).chain([Slot::Private, Slot::Live, Slot::Settings, Slot::Shelf]).collect()
}

struct Round<'a> {
    ledger: &'a mut Ledger,
    role: Role,
    seen: Seen,
}

impl Round<'_> {
    fn look(&mut self, slot: Slot) {
        let path = self.ledger.folder.root.join(self.ledger.file(&slot));
        let known = self.ledger.known.entry(slot.clone()).or_default();
        let change = match known.look(&path) {
            Look::Same => None,
            Look::Missing if *known == Known::default() => None,
            Look::Missing => {
                if self.role == Role::Viewer {
                    *known = Known::default();
                }
                Some(Change::Gone)
            }
            Look::Changed(_) => self.changed(&slot),
        };
        self.seen.changes.extend(change.map(|change| (slot, change)));
    }

    fn changed(&mut self, slot: &Slot) -> Option<Change> {
        match slot {
            Slot::Private | Slot::Live if self.role == Role::Writer => Some(Change::Meddled),
            Slot::Live => self.read(slot).map(Change::Session),
            Slot::Private => self.read(slot).map(Change::Private),
            Slot::Settings => self.read(slot).map(Change::Settings),
            Slot::Shelf => self.read(slot).map(Change::Shelf),
            Slot::Agenda(_) => self.read(slot).map(Change::Agenda),
            Slot::Record(_) => None,
        }
    }

    /// The new value, if it can be used; what is wrong is told once.
    fn read<T: Stored>(&mut self, slot: &Slot) -> Option<T> {
        let Reading { value, trouble, mut known } = load::read::<T>(&self.ledger.folder.root, &slot.file());
        let told = |trouble: Trouble| if value.is_some() { trouble } else { trouble.and(OLD_STANDS, "") };
        self.seen.troubles.extend(trouble.map(told));
        if known.standing == Standing::Theirs {
            known.standing = Standing::Edited;
        }
        self.ledger.known.insert(slot.clone(), known);
        value
    }
}

/// The two states of the facts that a look is taken over into.
pub struct Taking<'a> {
    pub facts: &'a mut Facts,
    /// What the files held as far as this program knows.
    pub handed: &'a mut Facts,
    pub role: Role,
    /// Private texts that were seen before their session was.
    pub early: &'a mut Option<Private>,
    pub troubles: Vec<Trouble>,
    /// Files to be written again, or forgotten, because somebody changed or removed what the program has.
    pub again: Wanted,
}

impl Taking<'_> {
    /// Brings the facts up to date. What differs from what was handed over stays: the next save keeps the other
    /// version beside.
    pub fn take(&mut self, changes: BTreeMap<Slot, Change>) {
        for (slot, change) in changes {
            match (slot, change) {
                (slot, Change::Gone) => self.gone(slot),
                (slot, Change::Meddled) => self.write_again(slot),
                (_, Change::Settings(settings)) if self.facts.settings == self.handed.settings => {
                    self.handed.settings = settings.clone();
                    self.facts.settings = settings;
                }
                (_, Change::Shelf(kept)) if self.facts.shelf == self.handed.shelf => {
                    self.handed.shelf = kept.clone();
                    self.facts.shelf = kept;
                }
                (Slot::Agenda(name), Change::Agenda(agenda))
                    if self.facts.agendas.get(&name) == self.handed.agendas.get(&name) =>
                {
                    self.handed.agendas.insert(name.clone(), agenda.clone());
                    self.facts.agendas.insert(name, agenda);
                }
                (_, Change::Session(session)) => self.follow_session(session),
                (_, Change::Private(private)) => self.follow_private(private),
                (_, Change::Settings(_) | Change::Shelf(_) | Change::Agenda(_)) => {}
            }
        }
    }

    fn gone(&mut self, slot: Slot) {
        if self.role == Role::Writer {
            let held = matches!(differences::content(self.handed, &slot), Ok(Some(_)));
            self.troubles.extend(held.then(|| Trouble::at(&slot.file(), GONE)));
            self.write_again(slot);
            return;
        }
        match &slot {
            Slot::Agenda(name) => drop(self.facts.agendas.remove(name)),
            Slot::Live => self.facts.live = None,
            Slot::Settings | Slot::Shelf | Slot::Private | Slot::Record(_) => {}
        }
    }

    fn write_again(&mut self, slot: Slot) {
        if let Ok(content) = differences::content(self.handed, &slot) {
            self.again.insert(slot, content);
        }
    }

    fn follow_session(&mut self, session: Session) {
        let before = self.facts.live.take().map(|live| live.private);
        let private = self.early.take().or(before).unwrap_or_default();
        self.facts.live = Some(Live { session, private });
    }

    fn follow_private(&mut self, private: Private) {
        match &mut self.facts.live {
            Some(live) => live.private = private,
            None => *self.early = Some(private),
        }
    }
}

const GONE: Words = words(
    "Filen ble slettet utenfra mens Vidde var åpen; den skrives igjen.",
    "Fila vart sletta utanfrå medan Vidde var open; ho blir skriven igjen.",
    "The file was deleted from outside while Vidde was open; it is written again.",
);
const OLD_STANDS: Words = words(
    "Filen ble endret utenfra; Vidde fortsetter med det den hadde.",
    "Fila vart endra utanfrå; Vidde held fram med det ho hadde.",
    "The file was changed from outside; Vidde carries on with what it had.",
);
