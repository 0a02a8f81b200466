//! What the program knows while it is open: the facts, the catalogue, and what is passing (notices, saving). How it
//! looks is in `ui`, what keys do is in `screens`.

mod archive;
mod harvest;
mod rehearsal;
mod slept;

pub use archive::{Archive, Listed};
pub use harvest::{How, Source};
pub use rehearsal::Fast;
pub use slept::Slept;

use crate::domain::Problem;
use crate::domain::agenda::{Agenda, AgendaName, BlockId};
use crate::domain::catalogue::Catalogue;
use crate::domain::facts::Facts;
pub use crate::domain::facts::{Role, Saving};
use crate::domain::filter::{self, Ground, Left, Names};
use crate::domain::guide::Guide;
use crate::domain::schedule::{Schedule, schedule};
use crate::domain::search::Index;
use crate::domain::session::{Press, Session};
use crate::domain::surroundings::Surroundings;
use crate::domain::text::{Lang, Line, Words};
use crate::domain::times::{Moment, Seconds, Zone};
use rehearsal::Aside;
use std::borrow::Cow;

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// 24-bit colours.
    #[default]
    True,
    /// The sixteen colours of every terminal.
    Sixteen,
    /// `NO_COLOR`: bold, reverse and words carry every meaning.
    None,
}

/// A passing line for the person at the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    /// Gone from this moment on.
    pub until: Moment,
}

/// What the tools were opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Destination {
    /// The open agenda.
    #[default]
    Agenda,
    /// The plan of the running session: after this block, or after what runs then.
    Run(Option<BlockId>),
}

/// How long a notice stands.
const NOTICE: Seconds = Seconds(6);

/// How many plans back the planner can undo.
const UNDO_DEPTH: usize = 200;

/// Everything a frame is made from, beside the moment and the size.
#[derive(Debug, Clone)]
pub struct Model {
    pub facts: Facts,
    pub catalogue: Catalogue,
    pub index: Index,
    /// What its tools are called.
    pub names: Names,
    /// Empty until [`Model::guided`].
    pub guide: Guide,
    /// The language of the interface.
    pub lang: Lang,
    pub depth: Depth,
    pub zone: Zone,
    pub role: Role,
    pub saving: Saving,
    /// What is wrong with the files, in the order in which it was found.
    pub problems: Vec<Problem>,
    /// How many of the problems have been looked at.
    pub seen: usize,
    pub notice: Option<Notice>,
    /// The language of the last session that this window has shown: the wall says goodbye in it when the session is
    /// gone.
    pub shown: Option<Lang>,
    /// The row of the open agenda that was chosen last; what is added comes after it.
    pub picked: Option<BlockId>,
    /// Whether the tools were opened from the agenda or the running plan, to fetch one for it.
    pub fetching: bool,
    /// Where what is fetched goes.
    pub destination: Destination,
    /// Finished sessions as far as they are known.
    archive: Archive,
    /// How many times as fast as the real one the clock goes.
    pub speed: u32,
    /// The last sleep, while it can still be counted as a pause.
    pub slept: Option<Slept>,
    /// The last act of the session that was opened, while it is dated ahead of the clock.
    pub ahead: Option<Moment>,
    /// What is known of the machine, since it was looked at last.
    pub surroundings: Option<Surroundings>,
    /// What the last changes to agendas replaced, latest last.
    history: Vec<Past>,
    /// What comes back after a rehearsal.
    aside: Option<Box<Aside>>,
}

/// What the names that a change touched stood for before it; nothing where there was no agenda of that name.
type Past = Vec<(AgendaName, Option<Agenda>)>;

impl Model {
    /// A model of `facts` over `catalogue`; `lang` is what flag, settings and locale have decided.
    #[must_use]
    pub fn new(facts: Facts, catalogue: Catalogue, lang: Lang, zone: Zone) -> Model {
        let (index, names) = (Index::new(&catalogue), Names::new(&catalogue));
        Model {
            facts,
            catalogue,
            index,
            names,
            guide: Guide::default(),
            lang,
            depth: Depth::default(),
            zone,
            role: Role::default(),
            saving: Saving::default(),
            problems: Vec::new(),
            seen: 0,
            notice: None,
            shown: None,
            picked: None,
            fetching: false,
            destination: Destination::default(),
            archive: Archive::default(),
            speed: 1,
            slept: None,
            ahead: None,
            surroundings: None,
            history: Vec::new(),
            aside: None,
        }
    }

    /// The model with a guide.
    #[must_use]
    pub fn guided(self, guide: Guide) -> Model {
        Model { guide, ..self }
    }

    /// `words` in the language of the interface.
    #[must_use]
    pub fn say(&self, words: Words) -> &'static str {
        words.pick(self.lang)
    }

    /// Shows a passing line.
    pub fn notify(&mut self, text: impl Into<String>, now: Moment) {
        self.notice = Some(Notice { text: text.into(), until: now + self.passing(NOTICE) });
    }

    /// The agenda that is open, with its name; the first one when none was chosen.
    #[must_use]
    pub fn agenda(&self) -> Option<(&AgendaName, &Agenda)> {
        let chosen = self.facts.settings.open.as_ref().and_then(|name| self.facts.agendas.get_key_value(name));
        chosen.or_else(|| self.facts.agendas.iter().next())
    }

    /// Changes the open agenda; what it was can be undone. Answers what `edit` answers, nothing without an agenda.
    pub fn edit<T>(&mut self, edit: impl FnOnce(&mut Agenda) -> T) -> Option<T> {
        let name = self.agenda()?.0.clone();
        let agenda = self.facts.agendas.get_mut(&name)?;
        let before = agenda.clone();
        let answer = edit(agenda);
        if *agenda != before {
            self.remember(vec![(name, Some(before))]);
        }
        Some(answer)
    }

    /// Takes the open agenda away; undo brings it back.
    pub fn remove_agenda(&mut self) {
        let Some(name) = self.agenda().map(|(name, _)| name.clone()) else { return };
        let before = self.facts.agendas.remove(&name);
        self.remember(vec![(name, before)]);
        self.facts.settings.open = None;
        self.picked = None;
    }

    /// Gives the open agenda another title, and its file a name made from it; undo gives both back.
    pub fn rename_agenda(&mut self, title: Line) {
        let Some((name, before)) = self.agenda().map(|(name, agenda)| (name.clone(), agenda.clone())) else { return };
        self.facts.agendas.remove(&name);
        let new = AgendaName::for_title(&title, |name| self.facts.agendas.contains_key(name));
        self.facts.agendas.insert(new.clone(), Agenda { title, ..before.clone() });
        self.remember(vec![(new.clone(), None), (name, Some(before))]);
        self.facts.settings.open = Some(new);
    }

    /// Puts `agenda` in the place of the one of this name; undo brings that back.
    pub fn replace_agenda(&mut self, name: AgendaName, agenda: Agenda) {
        let before = self.facts.agendas.insert(name.clone(), agenda);
        self.remember(vec![(name, before)]);
    }

    fn remember(&mut self, past: Past) {
        self.history.push(past);
        self.history.drain(..self.history.len().saturating_sub(UNDO_DEPTH));
    }

    /// Takes back the last change to an agenda and opens it; answers whether there was one.
    pub fn undo_edit(&mut self) -> bool {
        let Some(past) = self.history.pop() else { return false };
        for (name, before) in past {
            match before {
                None => drop(self.facts.agendas.remove(&name)),
                Some(agenda) => {
                    self.facts.agendas.insert(name.clone(), agenda);
                    self.facts.settings.open = Some(name);
                }
            }
        }
        true
    }

    /// The running session.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        self.facts.live.as_ref().map(|live| &live.session)
    }

    /// The run sheet of the running session.
    #[must_use]
    pub fn schedule(&self, now: Moment) -> Option<Schedule> {
        self.session().map(|session| schedule(session, now))
    }

    /// The plan of the running session as it stands at `now`, row for row that of the schedule.
    #[must_use]
    pub fn plan(&self, now: Moment) -> Option<Cow<'_, Agenda>> {
        self.session().map(|session| session.plan_at(now))
    }

    /// What the running session leaves free now.
    #[must_use]
    pub fn left(&self, now: Moment) -> Option<Left> {
        filter::left(self.session()?, now)
    }

    /// What a line of search is held against, where so much is `left` now.
    #[must_use]
    pub fn ground(&self, left: Option<Left>) -> Ground<'_> {
        Ground {
            catalogue: &self.catalogue,
            index: &self.index,
            names: &self.names,
            shelf: &self.facts.shelf,
            lang: self.lang,
            left,
        }
    }

    /// Does what is asked in the running session, dated `ago` back; a refusal becomes a notice. Answers whether it
    /// was done.
    pub fn press(&mut self, press: Press, now: Moment, ago: Seconds) -> bool {
        let Some(live) = &mut self.facts.live else { return false };
        match live.session.press(press, now, ago) {
            Ok(()) => true,
            Err(refusal) => {
                self.notify(refusal.words().pick(self.lang), now);
                false
            }
        }
    }
}
