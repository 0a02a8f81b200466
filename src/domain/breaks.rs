//! The break meter: how long the room has worked since it last had a break, with marks at 60, 75 and 90 minutes.
//!
//! A break is a break block that was run, or five minutes in which nothing ran: the clock stood, the computer slept,
//! or a fixed start was waited for. A break block that was left within a minute was passed by, not held.

use super::agenda::{BlockId, Kind};
use super::schedule::{Replay, Schedule, Span, Visit};
use super::session::{Act, Session};
use super::times::{Moment, Seconds};

/// From so long on, a stretch in which nothing runs is a break.
const REST: Seconds = Seconds::minutes(5);

/// From so long on, a break block was held.
const HELD: Seconds = Seconds::minutes(1);

/// So near the end a break is not asked for any more.
const END_NEAR: Seconds = Seconds::minutes(10);

/// The marks, in minutes.
pub const MARKS: [i64; 3] = [60, 75, 90];

/// How long it is since the last break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meter {
    pub since: Seconds,
    /// When the next break that is planned begins, as it now looks.
    pub next: Option<Moment>,
}

impl Meter {
    /// How many of the marks have been reached.
    #[must_use]
    pub fn marks(self) -> usize {
        MARKS.iter().filter(|mark| self.since >= Seconds::minutes(**mark)).count()
    }
}

/// The meter at `now`; nothing before the start, during a break, while nothing has run for five minutes, when the end is
/// near, and after it.
#[must_use]
pub fn meter(session: &Session, now: Moment) -> Option<Meter> {
    let replay = Replay::of(session, now);
    let (view, plan) = (replay.schedule(), session.plan_at(now));
    let is_break = |id: BlockId| plan.block(id).is_some_and(|block| block.kind == Kind::Break);
    if view.current().map_or(view.index().is_none(), |current| is_break(current.id)) {
        return None;
    }
    let visits = replay.visits();
    if view.end - now <= END_NEAR || is_last(&view, &visits) {
        return None;
    }
    let rests =
        stops(session, &replay, now).into_iter().chain(waits(&visits, now)).filter(|rest| rest.length() >= REST);
    let breaks = visits.iter().filter(|(id, _)| is_break(*id)).map(|(_, visit)| span(*visit, now));
    let all: Vec<Span> = rests.chain(breaks.filter(|held| held.length() >= HELD)).collect();
    let last = all.iter().map(|rest| rest.end).max().or_else(|| visits.first().map(|(_, visit)| visit.start))?;
    let next = view.upcoming().find(|(row, _)| is_break(row.id)).map(|(_, span)| span.start);
    (now > last || all.is_empty()).then_some(Meter { since: now - last, next })
}

/// Whether others have run, and none is to come: it is too late for a break.
fn is_last(view: &Schedule, visits: &[(BlockId, Visit)]) -> bool {
    let running = view.current().map(|current| current.id);
    let is_alone = visits.iter().all(|(id, _)| Some(*id) == running);
    !is_alone && view.upcoming().all(|(_, span)| span.length() == Seconds::ZERO)
}

fn span(visit: Visit, now: Moment) -> Span {
    Span { start: visit.start, end: visit.end.unwrap_or(now) }
}

/// The stretches between visits, the last one until `now`.
fn waits(visits: &[(BlockId, Visit)], now: Moment) -> Vec<Span> {
    let starts = visits.iter().skip(1).map(|(_, visit)| visit.start).chain([now]);
    visits.iter().zip(starts).map(|((_, visit), next)| Span { start: visit.end.unwrap_or(next), end: next }).collect()
}

/// The stretches in which the clock of the session stood, also one that lasts; by the clock as it is now set (W22).
fn stops(session: &Session, replay: &Replay, now: Moment) -> Vec<Span> {
    let mut acts: Vec<(Moment, &Act)> = Vec::new();
    let mut later = Seconds::ZERO;
    for (place, entry) in session.log.iter().enumerate().rev() {
        match &entry.act {
            Act::ClockStep(by) => later += *by,
            act if replay.applied(place) => acts.push((entry.at + later, act)),
            _ => {}
        }
    }
    acts.reverse();
    acts.sort_by_key(|(at, _)| *at);
    let (mut stops, mut stood) = (Vec::new(), None);
    for (at, act) in acts {
        match act {
            Act::Pause => stood = Some(at),
            Act::Asleep(length) => stops.push(Span { start: at, end: at + *length }),
            Act::Resume | Act::Wait(_) | Act::Enter(_) | Act::Start(..) | Act::End => {
                stops.extend(stood.take().map(|start| Span { start, end: at }));
            }
            _ => {}
        }
    }
    stops.extend(stood.map(|start| Span { start, end: now }));
    stops
}
