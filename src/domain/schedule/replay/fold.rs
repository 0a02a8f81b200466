//! A log folded up to its last entry, and kept, so that an act at its end costs no new fold of all the others.

use super::order::{Happening, Kind, dated, happenings};
use super::{FUTURE, Replay};
use crate::domain::session::{Act, Entry, Session};
use crate::domain::times::Moment;

/// What the log of one session comes to, whatever the moment; nothing at first. Good for that session alone,
/// whose log may grow at its end.
#[derive(Debug, Clone, Default)]
pub struct Fold {
    done: Option<Replay>,
}

impl Fold {
    /// Where the run of `session` stands at `now`.
    #[must_use]
    pub fn at(&mut self, session: &Session, now: Moment) -> Replay {
        if let Some(done) = self.done.as_ref().filter(|done| done.is_of(session, now)) {
            return done.clone().at(now);
        }
        let done = Replay::folded(session, now);
        self.done = outlasts(session, now).then(|| done.clone());
        done.at(now)
    }

    /// Takes in the entry that has been added last; answers whether it makes sense. Nothing when that cannot be told
    /// without the others.
    pub(in crate::domain) fn take_in(&mut self, entry: &Entry) -> Option<bool> {
        let replay = self.done.as_mut()?;
        let touches_others = matches!(entry.act, Act::ClockStep(_) | Act::Hold(_) | Act::Asleep(_));
        if touches_others || replay.latest.is_some_and(|latest| entry.at < latest) {
            self.done = None;
            return None;
        }
        let place = replay.applied.len();
        replay.applied.push(false);
        replay.told.push(entry.told);
        replay.advance(entry.at);
        replay.happen(Happening { at: entry.at, place, kind: Kind::Acts }, &entry.act);
        Some(replay.applied(place))
    }
}

/// Whether what the log comes to at `now` is the same at any later moment: nothing in it is passed over because it lies
/// too far ahead, and the plan has a beginning of its own.
fn outlasts(session: &Session, now: Moment) -> bool {
    let last = happenings(&session.log, &dated(&session.log)).pop();
    let is_whole = last.is_none_or(|last| last.at <= now + FUTURE);
    is_whole && session.plan.start.is_some() && !session.plan.blocks.is_empty()
}

impl Replay {
    /// The whole log of `session`, as it stands at `now`. A clock that is behind the latest act reads as that act's
    /// moment, so no time is ever negative.
    #[must_use]
    pub fn of(session: &Session, now: Moment) -> Replay {
        Replay::folded(session, now).at(now)
    }

    /// All that has happened in the log, up to the moment of the last of it.
    fn folded(session: &Session, now: Moment) -> Replay {
        let dated = dated(&session.log);
        let mut replay = Replay::fresh(session, now, &dated);
        for happening in happenings(&session.log, &dated) {
            let Happening { at, place, .. } = happening;
            if at > now + FUTURE {
                break;
            }
            replay.advance(at);
            if let Some(entry) = session.log.get(place) {
                replay.happen(happening, &entry.act);
            }
            replay.now = replay.now.max(at);
        }
        replay
    }

    /// The same at `now`, with what has gone on by itself until then.
    fn at(mut self, now: Moment) -> Replay {
        self.now = self.latest.map_or(now, |latest| latest.max(now));
        self.set_clock(self.coming_steps, self.now);
        self.advance(self.now);
        self
    }

    /// Whether this is what the log of `session` comes to, seen from `now`.
    fn is_of(&self, session: &Session, now: Moment) -> bool {
        self.applied.len() == session.log.len() && self.latest.is_none_or(|latest| latest <= now + FUTURE)
    }
}
