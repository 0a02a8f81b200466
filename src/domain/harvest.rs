//! Harvest (*høst*): nuts, decisions, quotes and notes taken while a session runs, and silent notes between the
//! facilitators. What the run itself did is in `session`; how notes are listed is for the screens.

use super::agenda::BlockId;
use super::schedule::{RunState, Schedule, Timing};
use super::session::{Private, Session};
use super::text::{Line, Words, words};
use super::times::{Moment, Seconds, Zone};
use serde::{Deserialize, Serialize};

/// What sort of thing was noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum NoteKind {
    /// *Nøtt*: a question or a tangle to come back to.
    Nut,
    Decision,
    Quote,
    #[default]
    Note,
    /// From one facilitator to the other: seen in the console only, never in what is shared.
    Silent,
}

impl NoteKind {
    /// In the order in which they are listed.
    pub const ALL: [NoteKind; 5] =
        [NoteKind::Nut, NoteKind::Decision, NoteKind::Quote, NoteKind::Note, NoteKind::Silent];

    /// One of them.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            NoteKind::Nut => words("nøtt", "nøtt", "question"),
            NoteKind::Decision => words("beslutning", "avgjerd", "decision"),
            NoteKind::Quote => words("sitat", "sitat", "quote"),
            NoteKind::Note => words("notat", "notat", "note"),
            NoteKind::Silent => words("stille notat", "stille notat", "silent note"),
        }
    }

    /// Whether it is something to see to: a question, or what was decided.
    #[must_use]
    pub const fn can_be_done(self) -> bool {
        matches!(self, NoteKind::Nut | NoteKind::Decision)
    }

    /// Several, as a heading.
    #[must_use]
    pub const fn heading(self) -> Words {
        match self {
            NoteKind::Nut => words("Nøtter", "Nøtter", "Open questions"),
            NoteKind::Decision => words("Beslutninger", "Avgjerder", "Decisions"),
            NoteKind::Quote => words("Sitater", "Sitat", "Quotes"),
            NoteKind::Note => words("Notater", "Notat", "Notes"),
            NoteKind::Silent => words(
                "Stille notater, bare for dere som leder",
                "Stille notat, berre for dykk som leier",
                "Silent notes, for the facilitators only",
            ),
        }
    }
}

/// One thing that was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub kind: NoteKind,
    pub text: Line,
    /// When its key was pressed.
    pub at: Moment,
    /// The block it was taken in; none before the start and after the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<BlockId>,
    /// That block's title then, so that it stands also when the plan changes.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub title: Line,
    /// Ticked off.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub done: bool,
    /// Who sees to it, as somebody wrote it.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub who: Line,
    /// By when, as somebody wrote it.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub when: Line,
}

impl Note {
    /// `(10:42, 1-2-4-alle) → Kari, fredag`.
    #[must_use]
    pub fn about(&self, zone: &Zone) -> String {
        let title = if self.title.is_empty() { String::new() } else { format!(", {}", self.title) };
        let hands = [&self.who, &self.when].into_iter().map(Line::as_str).filter(|text| !text.is_empty());
        let hands = hands.collect::<Vec<&str>>().join(", ");
        let hands = if hands.is_empty() { hands } else { format!(" → {hands}") };
        format!("({}{title}){hands}", self.at.clock(zone))
    }
}

/// Where in a session a note is taken: pressing the key fixes it, however long the typing takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub at: Moment,
    pub block: Option<BlockId>,
    pub title: Line,
}

impl Stamp {
    /// The moment and the block that runs then; while one is waited for, the block that was left last.
    #[must_use]
    pub fn of(session: &Session, view: &Schedule, now: Moment) -> Stamp {
        let block = match &view.state {
            RunState::Running(current) | RunState::Paused(current) => Some(current.id),
            RunState::Pending { .. } => left_last(view),
            RunState::Before { .. } | RunState::Done => None,
        };
        let plan = session.plan_at(now);
        let title = block.and_then(|id| plan.block(id)).map(|block| block.title.clone());
        Stamp { at: now, block, title: title.unwrap_or_default() }
    }

    /// The note that is taken here; nothing when there are no words in it.
    #[must_use]
    pub fn note(&self, kind: NoteKind, typed: &str) -> Option<Note> {
        let text = Line::clean(typed);
        let Stamp { at, block, title } = self.clone();
        let (who, when) = (Line::default(), Line::default());
        (!text.is_empty()).then_some(Note { kind, text, at, block, title, done: false, who, when })
    }
}

fn left_last(view: &Schedule) -> Option<BlockId> {
    let ends = view.rows.iter().filter_map(|row| match &row.timing {
        Timing::Done(visits) => visits.iter().filter_map(|visit| visit.end).max().map(|end| (end, row.id)),
        _ => None,
    });
    ends.max_by_key(|(end, _)| *end).map(|(_, id)| id)
}

/// The places of `notes` in the order of a list: by kind and then by time, or by time alone.
#[must_use]
pub fn order(notes: &[Note], grouping: Grouping) -> Vec<usize> {
    let mut places: Vec<usize> = (0..notes.len()).collect();
    let key = |place: &usize| {
        let kind = |note: &Note| if grouping == Grouping::ByKind { note.kind } else { NoteKind::default() };
        notes.get(*place).map(|note| (kind(note), note.at))
    };
    places.sort_by_key(key);
    places
}

/// How notes are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    #[default]
    ByKind,
    ByTime,
}

impl Private {
    /// What may be shown to others.
    pub fn shared(&self) -> impl Iterator<Item = &Note> {
        self.harvest.iter().filter(|note| note.kind != NoteKind::Silent)
    }

    /// The wall clock was set by `step`: notes follow it, as the session does (W22).
    pub fn clock_stepped(&mut self, step: Seconds) {
        self.harvest.iter_mut().for_each(|note| note.at = note.at + step);
    }
}
