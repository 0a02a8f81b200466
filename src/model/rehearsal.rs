//! A rehearsal: a session with a clock of its own, of which nothing is kept. What it puts aside comes back as it was.

use super::harvest::Taken;
use super::{Destination, Model, Past, Saving};
use crate::domain::agenda::BlockId;
use crate::domain::facts::{Facts, Live, Settings};
use crate::domain::text::Lang;
use crate::domain::times::{Moment, Seconds};

/// A clock of its own: from which moment, and how many times as fast as the real one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fast {
    pub from: Moment,
    pub speed: u32,
}

/// What the program was doing before a rehearsal.
#[derive(Debug, Clone)]
pub(super) struct Aside {
    facts: Facts,
    /// As they were when the rehearsal began.
    settings: Settings,
    lang: Lang,
    shown: Option<Lang>,
    picked: Option<BlockId>,
    fetching: bool,
    destination: Destination,
    /// What was last changed in harvests.
    taken_back: Vec<Taken>,
    history: Vec<Past>,
}

impl Model {
    /// Whether all that is done here is for practice, and nothing of it is kept.
    #[must_use]
    pub fn is_rehearsal(&self) -> bool {
        self.aside.is_some() || self.saving == Saving::Rehearsal
    }

    /// Whether there is something to go back to when the rehearsal ends.
    #[must_use]
    pub fn comes_back(&self) -> bool {
        self.aside.is_some()
    }

    /// Begins a rehearsal with the session `live`; all facts are put aside as they are.
    pub fn rehearse(&mut self, live: Live, speed: u32) {
        let aside = Aside {
            facts: self.facts.clone(),
            settings: self.facts.settings.clone(),
            lang: self.lang,
            shown: self.shown,
            picked: self.picked,
            fetching: self.fetching,
            destination: self.destination,
            taken_back: self.archive.taken_back.clone(),
            history: self.history.clone(),
        };
        self.aside = Some(Box::new(aside));
        self.facts.live = Some(live);
        self.archive.rehearsed = None;
        self.speed = speed;
        self.slept = None;
    }

    /// Ends the rehearsal that was begun with [`Model::rehearse`]: everything is as it was, beside what the files have
    /// brought since and the settings, which are no part of a session: what was changed there stays. Answers whether there was one.
    pub fn end_rehearsal(&mut self) -> bool {
        let Some(aside) = self.aside.take() else { return false };
        let Aside { mut facts, settings, lang, shown, picked, fetching, destination, taken_back, history } = *aside;
        let changed = Settings { open: settings.open.clone(), ..self.facts.settings.clone() };
        if changed != settings {
            facts.settings = Settings { open: facts.settings.open, ..changed };
        }
        self.lang = if facts.settings.lang == settings.lang { lang } else { self.lang };
        self.facts = facts;
        (self.shown, self.picked) = (shown, picked);
        (self.fetching, self.destination, self.history) = (fetching, destination, history);
        (self.archive.taken_back, self.archive.rehearsed) = (taken_back, None);
        (self.speed, self.slept, self.notice) = (1, None, None);
        true
    }

    /// The facts that belong in the files, also while something else is rehearsed.
    #[must_use]
    pub fn kept(&self) -> &Facts {
        self.aside.as_ref().map_or(&self.facts, |aside| &aside.facts)
    }

    /// The same, to take in what the files bring.
    pub fn kept_mut(&mut self) -> &mut Facts {
        match &mut self.aside {
            Some(aside) => &mut aside.facts,
            None => &mut self.facts,
        }
    }

    /// `time` of the person's life, by the clock of this program.
    #[must_use]
    pub fn passing(&self, time: Seconds) -> Seconds {
        Seconds(time.0.saturating_mul(i64::from(self.speed)))
    }
}
