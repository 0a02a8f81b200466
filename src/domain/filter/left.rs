//! What the running session leaves free now: how long, where, and for how many.
//!
//! There are two kinds of free time. What is left of the running block: something else can be done in it. And what is to
//! spare: something can be put in after it, and neither a fixed start nor the end is missed; that is idle time in front of
//! a fixed start, or what has been gained on the plan. The longer one counts. In a break it is what is to spare, as soon as
//! there is any: the break is the participants' own. A buffer is kept for lateness.

use crate::domain::agenda::{Agenda, Block, BlockId, Kind};
use crate::domain::recovery::between_clocks;
use crate::domain::schedule::{Current, Row, RunState, Schedule, Span, schedule};
use crate::domain::session::Session;
use crate::domain::text::Line;
use crate::domain::times::{Moment, Seconds};

/// Time that something could be done in now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// What counts.
    pub first: Free,
    /// What there is beside it.
    pub second: Option<Free>,
    /// How many take part; none when the plan does not say.
    pub people: Option<u16>,
}

/// Free time, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Free {
    /// Whole minutes, rounded down.
    pub minutes: u16,
    pub of: Room,
}

/// Where the time is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Room {
    /// What is left of the running block.
    Block(Line),
    /// The time until the block begins that is waited for.
    Until(Line),
    /// To spare in front of a block that begins, or ends, at a time of the clock.
    Before(Line),
    /// To spare in front of the end.
    End,
}

impl Left {
    /// How long something may take, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u16 {
        self.first.minutes
    }

    /// How long something may take that is put in after the running block, in minutes; zero when there is nothing to
    /// spare.
    #[must_use]
    pub fn to_spare(&self) -> u16 {
        let is_spare = |free: &&Free| matches!(free.of, Room::Before(_) | Room::End);
        std::iter::once(&self.first).chain(&self.second).find(is_spare).map_or(0, |free| free.minutes)
    }
}

impl Free {
    fn new(time: Seconds, of: Room) -> Free {
        Free { minutes: u16::try_from(time.or_zero().0 / 60).unwrap_or(u16::MAX), of }
    }
}

/// What is free in `session` at `now`; none while nothing runs.
#[must_use]
pub fn left(session: &Session, now: Moment) -> Option<Left> {
    let (plan, sheet) = (&session.plan_at(now), schedule(session, now));
    let (first, second) = match &sheet.state {
        RunState::Pending { id, to_start, .. } => (Free::new(*to_start, Room::Until(title(plan, *id))), None),
        RunState::Running(current) | RunState::Paused(current) => running(plan, &sheet, current),
        RunState::Before { .. } | RunState::Done => return None,
    };
    Some(Left { first, second, people: sheet.people })
}

/// What counts while `current` runs, and what there is beside it.
fn running(plan: &Agenda, sheet: &Schedule, current: &Current) -> (Free, Option<Free>) {
    let rest = Free::new(current.remaining, Room::Block(title(plan, current.id)));
    let spare = spare(plan, sheet);
    let is_break = plan.block(current.id).is_some_and(|block| block.kind == Kind::Break);
    let is_first = spare.minutes > rest.minutes || (is_break && spare.minutes > 0);
    let (first, second) = if is_first { (spare, rest) } else { (rest, spare) };
    (first, Some(second).filter(|second| second.minutes > 0))
}

/// What can be put in after the running block.
fn spare(plan: &Agenda, sheet: &Schedule) -> Free {
    let mut coming = sheet.upcoming().filter_map(|(row, span)| Some((plan.block(row.id)?, row, span)));
    if let Some((block, row, span)) = coming.find(|(block, ..)| block.has_clock_time()) {
        return Free::new(gained(block, row, span), Room::Before(block.title.clone()));
    }
    let finish = sheet.finish.unwrap_or(sheet.end - sheet.end_drift);
    Free::new(between_clocks(sheet.end, finish), Room::End)
}

/// What there is in front of a block that begins, or ends, at a time of the clock: one that ends then has become longer by
/// what has been gained.
fn gained(block: &Block, row: &Row, span: Span) -> Seconds {
    let late = row.conflict.unwrap_or_default();
    let idle = row.slack.unwrap_or_default() - late;
    if block.until.is_some() { idle + span.length() - row.baseline.length() } else { idle }
}

fn title(plan: &Agenda, id: BlockId) -> Line {
    plan.block(id).map(|block| block.title.clone()).unwrap_or_default()
}
