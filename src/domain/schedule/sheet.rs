//! The plan of an agenda that has not begun: when each block is meant to begin, as clock times or counted from the start,
//! and where the plan does not fit. What happens once it runs is in `project`.

use super::{Row, schedule};
use crate::domain::agenda::{Agenda, AgendaName, Block};
use crate::domain::names;
use crate::domain::session::Session;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{ClockTime, Moment, Seconds, Zone};

/// An agenda laid out, block by block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub rows: Vec<SheetRow>,
    /// From the first start to the last end; without idle time when the agenda starts when started.
    pub total: Seconds,
    /// When it ends, where clock times are known then; none without blocks.
    pub end: Option<Moment>,
}

/// One block of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    pub begins: Begins,
    pub length: Seconds,
    /// What it misses.
    pub conflict: Option<Conflict>,
    /// Idle time in front of its fixed start.
    pub slack: Option<Seconds>,
}

/// When a block is meant to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    At(Moment),
    /// So long after the start of the session, whenever that is.
    After(Seconds),
}

/// What a block misses, and by how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    pub missed: Missed,
    /// Always positive.
    pub late: Seconds,
}

/// A clock time that the plan cannot keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missed {
    Start(ClockTime),
    End(ClockTime),
    /// The moment of a marker, such as the finish line.
    Mark(ClockTime),
}

impl Conflict {
    /// What is missed and by how much, in words that go on behind the name of the block.
    #[must_use]
    pub fn told(self, lang: Lang) -> String {
        let (words, time) = match self.missed {
            Missed::Mark(time) => (PAST_MARK, time),
            Missed::Start(time) => (BEGINS_LATE, time),
            Missed::End(time) => (ENDS_LATE, time),
        };
        words.with2(lang, names::length(self.late, lang), time)
    }
}

impl Sheet {
    /// The plan of `agenda` on the day that puts its start nearest to `now`. Without a start nothing is known of the
    /// clock before the first fixed time, so nothing before that can be too late.
    #[must_use]
    pub fn of(agenda: &Agenda, now: Moment, zone: &Zone) -> Sheet {
        let (session, _) = Session::of(&AgendaName::for_title("", |_| false), &bare(agenda), now, zone.clone());
        let begins = zone.moment(session.day, agenda.start.unwrap_or(ClockTime::MIDNIGHT));
        let plan = schedule(&session, begins);
        let mut laying = Laying { session: &session, begins, is_clock_known: agenda.start.is_some() };
        let rows: Vec<_> = agenda.blocks.iter().zip(&plan.rows).map(|(block, row)| laying.row(block, row)).collect();
        let lengths = rows.iter().map(|row| row.length).sum();
        Sheet {
            total: if agenda.start.is_some() { plan.end - begins } else { lengths },
            end: (laying.is_clock_known && !rows.is_empty()).then_some(plan.end),
            rows,
        }
    }

    /// How many blocks miss something.
    #[must_use]
    pub fn conflicts(&self) -> usize {
        self.rows.iter().filter(|row| row.conflict.is_some()).count()
    }
}

/// The agenda without its texts and parts, which the clock does not ask for.
fn bare(agenda: &Agenda) -> Agenda {
    let bare = |block: &Block| {
        let Block { id, kind, minutes, fixed, until, min, gap, auto, .. } = *block;
        Block { id, kind, minutes, fixed, until, min, gap, auto, ..Block::default() }
    };
    Agenda { start: agenda.start, blocks: agenda.blocks.iter().map(bare).collect(), ..Agenda::default() }
}

/// A walk down the agenda; clock times are known from the start, or from the first fixed time on.
struct Laying<'a> {
    session: &'a Session,
    begins: Moment,
    is_clock_known: bool,
}

impl Laying<'_> {
    fn row(&mut self, block: &Block, row: &Row) -> SheetRow {
        let known = self.is_clock_known;
        let (start, end) = (row.baseline.start, row.baseline.end);
        self.is_clock_known |= block.fixed.is_some();
        let begins = if self.is_clock_known { Begins::At(start) } else { Begins::After(start - self.begins) };
        self.is_clock_known |= block.until.is_some();
        SheetRow {
            begins,
            length: if known || block.until.is_none() { end - start } else { block.length() },
            conflict: row.conflict.filter(|_| known).and_then(|late| self.conflict(block, late, start)),
            slack: row.slack.filter(|_| known),
        }
    }

    fn conflict(&self, block: &Block, late: Seconds, start: Moment) -> Option<Conflict> {
        let begins_late = |fixed: ClockTime| start - self.session.zone.moment(self.session.day, fixed) == late;
        let missed = match (block.fixed, block.until) {
            (Some(fixed), _) if block.is_marker() => Missed::Mark(fixed),
            (Some(fixed), _) if begins_late(fixed) => Missed::Start(fixed),
            (_, Some(until)) => Missed::End(until),
            (Some(fixed), None) => Missed::Start(fixed),
            (None, None) => return None,
        };
        Some(Conflict { missed, late })
    }
}

const BEGINS_LATE: Words =
    words("kolliderer: begynner {} etter kl. []", "kolliderer: byrjar {} etter kl. []", "clash: begins {} after []");
const ENDS_LATE: Words =
    words("kolliderer: slutter {} etter kl. []", "kolliderer: sluttar {} etter kl. []", "clash: ends {} after []");
const PAST_MARK: Words = words("planen går {} over kl. []", "planen går {} over kl. []", "the plan runs {} past []");
