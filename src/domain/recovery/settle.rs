//! New ends that people can agree on: a clock time one can say aloud, with room for the seconds that pass while it is said.

use super::{Offers, Outlook, Proposal, offers};
use crate::domain::schedule::RunState;
use crate::domain::session::Session;
use crate::domain::times::{Moment, Seconds};

/// New ends lie on the clock in steps of so much.
const STEP: Seconds = Seconds::minutes(5);

/// So far behind the projected end at least, when that is not on a step already or is slipping.
const ROOM: Seconds = Seconds::minutes(3);

/// What can be proposed in `session` at `now`, a new end as it can be agreed on.
#[must_use]
pub fn settled(session: &Session, now: Moment) -> Offers {
    let mut all = offers(session, now);
    let Some(aim) = all.standing.aim() else { return all };
    let outlook = Outlook::of(session, now);
    for offer in &mut all.offers {
        if let Proposal::EndAt(end) = offer.proposal
            && let Some(settled) = outlook.offer(Proposal::EndAt(outlook.settle(end)), aim)
        {
            *offer = settled;
        }
    }
    all
}

impl Outlook<'_> {
    /// The clock time to agree on instead of `end`; an earlier end stays earlier than the one it takes the place of.
    fn settle(&self, end: Moment) -> Moment {
        let is_round = end.second() % STEP.0 == 0 && !self.is_slipping();
        let round = if is_round { end } else { step_up(end + ROOM) };
        let replaces_later = end < self.finish() && round >= self.finish();
        if replaces_later { end } else { round }
    }

    /// Whether the end moves with the clock: the running block is over its time, or the clock stands.
    fn is_slipping(&self) -> bool {
        match &self.view.state {
            RunState::Running(current) => current.remaining.is_negative(),
            RunState::Paused(_) => true,
            RunState::Before { .. } | RunState::Pending { .. } | RunState::Done => false,
        }
    }
}

/// The clock time at which people say that they end, when it is to be `end`: on the next step, but not past `aim` where
/// that is kept.
pub(super) fn aloud(end: Moment, aim: Moment) -> Moment {
    let (end, aim) = (end.minute_up(), aim.minute_up());
    if end <= aim { step_up(end).min(aim) } else { step_up(end) }
}

fn step_up(moment: Moment) -> Moment {
    let over = moment.second().rem_euclid(STEP.0);
    if over == 0 { moment } else { moment + (STEP - Seconds(over)) }
}
