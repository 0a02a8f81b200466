//! Noticing what others did to the files while the program was open: a viewer and the room follow, the writer takes
//! over what a person edited unless it has a change of its own.

use super::ledger::{Known, Ledger, Look};
use super::load::{self, Reach, Reading};
use super::parse::Stored;
use super::slot::{AGENDAS, Slot};
use super::trouble::Trouble;
use crate::domain::agenda::{Agenda, AgendaName};
use crate::domain::facts::{Facts, Live, Role, Settings};
use crate::domain::session::{Private, Session};
use crate::domain::text::{Words, words};
use std::collections::BTreeSet;

/// One look at all files.
pub struct Refresh<'a> {
    pub ledger: &'a mut Ledger,
    pub facts: &'a mut Facts,
    /// What the files held as far as this program knows.
    pub handed: &'a mut Facts,
    pub role: Role,
    pub reach: Reach,
    pub troubles: Vec<Trouble>,
    /// Files to be written again because somebody changed or removed what only the program writes.
    pub again: BTreeSet<Slot>,
}

impl Refresh<'_> {
    /// Brings the facts up to date with every file that has changed.
    pub fn run(&mut self) {
        for slot in self.slots() {
            let path = self.ledger.folder.root.join(self.ledger.file(&slot));
            let known = self.ledger.known.entry(slot.clone()).or_default();
            match known.look(&path) {
                Look::Same => {}
                Look::Missing if *known == Known::default() => {}
                Look::Missing => self.gone(slot),
                Look::Changed(_) => self.changed(slot),
            }
        }
    }

    fn slots(&self) -> BTreeSet<Slot> {
        if self.reach == Reach::Wall {
            return BTreeSet::from([Slot::Live, Slot::Settings]);
        }
        let (stems, _) = load::stems(&self.ledger.folder.root, AGENDAS);
        let listed = stems.iter().filter_map(|stem| AgendaName::of_file(stem)).map(Slot::Agenda);
        let known = self.ledger.known.keys().filter(|slot| !matches!(slot, Slot::Record(_))).cloned();
        listed.chain(known).chain([Slot::Private, Slot::Live, Slot::Settings]).collect()
    }

    fn gone(&mut self, slot: Slot) {
        if self.role == Role::Writer {
            self.troubles.push(Trouble::at(&slot.file(), GONE));
            self.again.insert(slot);
            return;
        }
        match &slot {
            Slot::Agenda(name) => drop(self.facts.agendas.remove(name)),
            Slot::Live => self.facts.live = None,
            Slot::Settings | Slot::Private | Slot::Record(_) => {}
        }
        self.ledger.known.insert(slot, Known::default());
    }

    fn changed(&mut self, slot: Slot) {
        match &slot {
            Slot::Private | Slot::Live if self.role == Role::Writer => drop(self.again.insert(slot)),
            Slot::Live => self.follow_session(),
            Slot::Private => self.follow_private(),
            Slot::Settings if self.facts.settings == self.handed.settings => {
                if let Some(settings) = self.read::<Settings>(&slot) {
                    self.handed.settings = settings.clone();
                    self.facts.settings = settings;
                }
            }
            Slot::Agenda(name) if self.facts.agendas.get(name) == self.handed.agendas.get(name) => {
                if let Some(agenda) = self.read::<Agenda>(&slot) {
                    self.handed.agendas.insert(name.clone(), agenda.clone());
                    self.facts.agendas.insert(name.clone(), agenda);
                }
            }
            // The next save finds the other version and keeps it beside.
            Slot::Settings | Slot::Agenda(_) | Slot::Record(_) => {}
        }
    }

    fn follow_session(&mut self) {
        let Some(session) = self.read::<Session>(&Slot::Live) else { return };
        let kept = self.facts.live.take().map(|live| live.private);
        let private = kept.or_else(|| match self.reach {
            Reach::All => self.read::<Private>(&Slot::Private),
            Reach::Wall => None,
        });
        self.facts.live = Some(Live { session, private: private.unwrap_or_default() });
    }

    fn follow_private(&mut self) {
        if self.facts.live.is_none() {
            return;
        }
        let private = self.read::<Private>(&Slot::Private);
        if let (Some(live), Some(private)) = (&mut self.facts.live, private) {
            live.private = private;
        }
    }

    /// The new value, if it can be used; what is wrong is told once.
    fn read<T: Stored>(&mut self, slot: &Slot) -> Option<T> {
        let Reading { value, trouble, known } = load::read::<T>(&self.ledger.folder.root, &slot.file());
        self.troubles.extend(trouble.map(|trouble| trouble.and(OLD_STANDS, "")));
        self.ledger.known.insert(slot.clone(), known);
        value
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
    "The file was changed from outside; Vidde goes on with what it had.",
);
