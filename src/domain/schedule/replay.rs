//! The log folded over the plan: where the run stands at a moment, and which acts made no sense where they were
//! dated. Any log is survived, also one edited by hand (W25).

mod acts;
mod asked;
mod clock;
mod edits;
mod fold;
mod lengths;
mod order;

pub use asked::Sort;
pub use fold::Fold;

use super::parts::Place;
use super::plan::{self, Nature, Onward, Slot};
use super::project;
use super::{Schedule, Span, Visit};
use crate::domain::agenda::BlockId;
use crate::domain::session::{Act, Entry, Session};
use crate::domain::times::{Moment, Seconds, Zone};
use clock::Origin;
use jiff::civil::Date;
use order::{Dated, Happening, Kind};
use std::collections::BTreeSet;

/// Acts dated further ahead of the clock than this are passed over: nobody pressed a key there.
const FUTURE: Seconds = Seconds::minutes(12 * 60);

/// What has happened to one block.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// Length as it now stands, without what was added.
    pub length: Seconds,
    /// The same, without what proposals that were taken have changed in it.
    pub asked: Seconds,
    pub added: Seconds,
    /// Time used, without the stretch that is running.
    pub used: Seconds,
    pub skipped: bool,
    pub visits: Vec<Visit>,
    /// Where an "until" block ends, as last entered (W7).
    pub ends: Option<Moment>,
    /// The most a buffer may use, once entered (W11).
    pub cap: Option<Seconds>,
    pub place: Place,
}

impl Tally {
    fn of(slot: &Slot) -> Tally {
        Tally { length: slot.length, asked: slot.length, ..Tally::default() }
    }
}

/// What the run is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    Before,
    /// Waiting for the next block since the block `after` was left.
    Pending {
        next: Next,
        after: usize,
        left: Moment,
    },
    Running(Run),
    Paused {
        index: usize,
        onward: Onward,
    },
    Done {
        index: usize,
        at: Moment,
    },
}

/// The block that follows: its changeover is over at `natural`, and it may begin at `due`, later when it is fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Next {
    pub index: usize,
    pub natural: Moment,
    pub due: Moment,
}

/// A walk to the next block: what lies `from` there on counts, the `first` block that may be the one, and when the
/// last block was left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Walk {
    pub from: usize,
    pub first: usize,
    pub left: Moment,
}

/// A running block: the stretch since `from`; it goes on by itself at zero, but not before `floor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub index: usize,
    pub from: Moment,
    pub floor: Moment,
    pub onward: Onward,
}

/// Where a run stands at a moment.
#[derive(Debug, Clone)]
pub struct Replay {
    pub(super) now: Moment,
    pub(super) slots: Vec<Slot>,
    pub(super) tallies: Vec<Tally>,
    pub(super) stand: Stand,
    /// Where projections begin: the planned start, or where the session was started (none before that).
    pub(super) start: Option<Moment>,
    pub(super) baseline: Vec<Span>,
    pub(super) baseline_end: Moment,
    pub(super) automatic: Vec<(BlockId, Moment, Moment)>,
    /// The finish line that was agreed on while it runs.
    pub(super) finish: Option<Moment>,
    /// How many take part, as far as anyone has said.
    pub(super) people: Option<u16>,
    /// By how much the whole plan was moved (W23).
    pub(super) shifted: Seconds,
    /// What was edited in the plan, in the order in which it holds: places in the log.
    pub(super) edits: Vec<usize>,
    zone: Zone,
    day: Date,
    /// By how much the wall clock is still to be set in what follows (W22): until then clock times lie so much later.
    coming_steps: Seconds,
    /// Where the baseline comes from.
    origin: Origin,
    held: BTreeSet<(BlockId, Moment)>,
    applied: Vec<bool>,
    told: Vec<Moment>,
    /// When something last happened.
    latest: Option<Moment>,
}

impl Replay {
    /// The run sheet as it stands.
    #[must_use]
    pub fn schedule(&self) -> Schedule {
        project::schedule(self)
    }

    fn happen(&mut self, happening: Happening, act: &Act) {
        let Happening { at, place, kind } = happening;
        match kind {
            Kind::Wakes if self.applied(place) => drop(self.resume(at)),
            Kind::Wakes => {}
            Kind::Acts => {
                let told = self.told(place).unwrap_or(at);
                let makes_sense = self.apply(act, Dated { at, told });
                if let Some(applied) = self.applied.get_mut(place) {
                    *applied = makes_sense;
                }
                if makes_sense && matches!(act, Act::Edit(_)) {
                    self.edits.push(place);
                }
            }
        }
        self.latest = self.latest.max(Some(at));
    }

    fn fresh(session: &Session, now: Moment, dated: &[Dated]) -> Replay {
        let coming_steps = order::steps(&session.log);
        let mut slots = plan::slots(session);
        for slot in &mut slots {
            slot.shift(coming_steps);
        }
        let tallies = slots.iter().map(Tally::of).collect();
        let hold = |(entry, dated): (&Entry, &Dated)| match entry.act {
            Act::Hold(id) => Some((id, dated.at)),
            _ => None,
        };
        let mut replay = Replay {
            now,
            slots,
            tallies,
            stand: Stand::Before,
            start: plan::planned_start(session).map(|start| start + coming_steps),
            baseline: Vec::new(),
            baseline_end: now,
            automatic: Vec::new(),
            finish: None,
            people: session.plan.people,
            shifted: Seconds::ZERO,
            edits: Vec::new(),
            zone: session.zone.clone(),
            day: session.day,
            coming_steps,
            origin: Origin::Plan,
            held: session.log.iter().zip(dated).filter_map(hold).collect(),
            applied: vec![false; dated.len()],
            told: dated.iter().map(|dated| dated.told).collect(),
            latest: None,
        };
        replay.lay_baseline(replay.start.unwrap_or(now));
        replay
    }

    /// The projection at `at` becomes the plan (W5: at the planned start with an empty log; W20: rebase). A block
    /// that is out of the run keeps the place it had.
    fn lay_baseline(&mut self, at: Moment) {
        let projection = project::projection(self, at);
        let old = |index: usize| self.baseline.get(index).copied().unwrap_or(Span { start: at, end: at });
        let spans = projection.rows.iter().enumerate();
        self.baseline = spans.map(|(index, row)| row.projected().unwrap_or(old(index))).collect();
        self.baseline_end = projection.end;
    }

    /// Lets everything happen that happens by itself up to and including `until` (W16, W18).
    fn advance(&mut self, until: Moment) {
        while let Some(at) = self.next_by_itself().filter(|at| *at <= until) {
            match self.stand {
                Stand::Pending { next, .. } => self.arrive(next, at),
                Stand::Running(run) => {
                    let visit = self.tally(run.index).visits.last().map_or(at, |visit| visit.start);
                    self.automatic.push((self.slot_id(run.index), visit, at));
                    self.go_on(at);
                }
                Stand::Before | Stand::Paused { .. } | Stand::Done { .. } => return,
            }
        }
    }

    fn next_by_itself(&self) -> Option<Moment> {
        match self.stand {
            Stand::Pending { next, .. } => Some(next.due),
            Stand::Running(run) if run.onward == Onward::ByItself => Some(self.zero(run).max(run.floor)),
            _ => None,
        }
    }

    /// The moment at which the running block has nothing left.
    fn zero(&self, run: Run) -> Moment {
        match self.until_end(run.index) {
            Some(end) => end,
            None => run.from + self.unused(run.index),
        }
    }

    /// The end of an "until" block that has been entered, with what was added.
    pub(super) fn until_end(&self, index: usize) -> Option<Moment> {
        let tally = self.tally(index);
        tally.ends.map(|end| end + tally.added)
    }

    /// Length + added − used, without the stretch that is running; for a buffer within its cap (W4, W11).
    pub(super) fn unused(&self, index: usize) -> Seconds {
        let tally = self.tally(index);
        let length = tally.cap.map_or(tally.length, |cap| tally.length.min(cap));
        length + tally.added - tally.used
    }

    /// What a block that begins at `start` would have left (W4, W7, W11).
    pub(super) fn unused_from(&self, index: usize, start: Moment) -> Seconds {
        let (Some(slot), tally) = (self.slots.get(index), self.tally(index)) else { return Seconds::ZERO };
        if slot.until.is_some() {
            let end = slot.until_from(start).map(|end| end + tally.added);
            return end.map_or(Seconds::ZERO, |end| end - start);
        }
        match slot.nature {
            Nature::Buffer => {
                let length = tally.length.min(self.buffer_cap(index, start));
                length + tally.added - tally.used
            }
            Nature::Plain | Nature::Marker => self.unused(index),
        }
    }

    /// The most a buffer that begins at `start` may use: up to its baseline end (W11).
    fn buffer_cap(&self, index: usize, start: Moment) -> Seconds {
        let room = self.baseline.get(index).map_or(Seconds::LONGEST, |span| span.end - start);
        self.tally(index).used + room.or_zero()
    }

    /// Time left at `now` in the block that runs, is paused or is waited for.
    pub(super) fn remaining(&self, now: Moment) -> Option<Seconds> {
        match self.stand {
            Stand::Running(run) => Some(self.zero(run) - now),
            Stand::Paused { index, .. } => Some(self.until_end(index).map_or(self.unused(index), |end| end - now)),
            Stand::Pending { next, .. } => Some(self.unused_from(next.index, next.due.max(now))),
            Stand::Before | Stand::Done { .. } => None,
        }
    }

    /// Time used at `now` by the block that runs or is paused.
    pub(super) fn elapsed(&self, now: Moment) -> Seconds {
        match self.stand {
            Stand::Running(run) => self.tally(run.index).used + (now - run.from),
            Stand::Paused { index, .. } => self.tally(index).used,
            _ => Seconds::ZERO,
        }
    }

    /// The block that runs or is paused.
    pub(super) fn current(&self) -> Option<usize> {
        match self.stand {
            Stand::Running(Run { index, .. }) | Stand::Paused { index, .. } => Some(index),
            Stand::Before | Stand::Pending { .. } | Stand::Done { .. } => None,
        }
    }

    /// How far the run has come in the agenda: the block that runs, is waited for, or was last.
    pub(super) fn position(&self) -> Option<usize> {
        match self.stand {
            Stand::Pending { next, .. } => Some(next.index),
            Stand::Done { index, .. } => Some(index),
            _ => self.current(),
        }
    }

    pub(super) fn tally(&self, index: usize) -> &Tally {
        static NONE: Tally = Tally {
            length: Seconds::ZERO,
            asked: Seconds::ZERO,
            added: Seconds::ZERO,
            used: Seconds::ZERO,
            skipped: false,
            visits: Vec::new(),
            ends: None,
            cap: None,
            place: Place::START,
        };
        self.tallies.get(index).unwrap_or(&NONE)
    }

    fn slot_id(&self, index: usize) -> BlockId {
        self.slots.get(index).map(|slot| slot.id).unwrap_or_default()
    }

    pub(super) fn index_of(&self, id: BlockId) -> Option<usize> {
        self.slots.iter().position(|slot| slot.id == id)
    }

    /// Whether the block can be entered: it is there, not skipped, and no marker.
    pub(super) fn enterable(&self, index: usize) -> bool {
        self.slots.get(index).is_some_and(|slot| slot.nature != Nature::Marker) && !self.tally(index).skipped
    }

    /// The first block of the run.
    pub(super) fn first(&self) -> Option<usize> {
        (0..self.slots.len()).find(|index| self.enterable(*index))
    }

    /// The block that follows a walk seen from `at`, and when it may begin: markers on the way are waited for; buffers
    /// with nothing left are passed over, but their changeover is kept (W10, W11, W14, W16).
    pub(super) fn following(&self, walk: Walk, at: Moment) -> Option<Next> {
        let mut free = walk.left;
        for index in walk.from..self.slots.len() {
            let (Some(slot), tally) = (self.slots.get(index), self.tally(index)) else { break };
            if tally.skipped {
                continue;
            }
            let natural = free + slot.gap;
            let due = slot.fixed.map_or(natural, |fixed| fixed.max(natural));
            match slot.nature {
                Nature::Marker => free = due,
                Nature::Buffer if self.is_spent(index, due.max(at)) => free = due,
                Nature::Buffer | Nature::Plain if index >= walk.first => return Some(Next { index, natural, due }),
                Nature::Buffer | Nature::Plain => {}
            }
        }
        None
    }

    /// Whether the block is a buffer that would have nothing left if it began at `start` (W11).
    pub(super) fn is_spent(&self, index: usize, start: Moment) -> bool {
        let is_buffer = self.slots.get(index).is_some_and(|slot| slot.nature == Nature::Buffer);
        is_buffer && self.unused_from(index, start) <= Seconds::ZERO
    }

    /// The nearest earlier block that was visited and is not skipped (W17).
    pub(super) fn preceding(&self) -> Option<usize> {
        let before = match self.stand {
            Stand::Done { index, .. } => index + 1,
            _ => self.position()?,
        };
        (0..before).rev().find(|index| self.enterable(*index) && !self.tally(*index).visits.is_empty())
    }
}
