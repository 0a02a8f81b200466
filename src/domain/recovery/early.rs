//! Proposals for a run that is ahead of its plan (R10): a longer break, a dropped block taken in again, an earlier end.
//! To do nothing is the first choice.

use super::{Aim, Goal, NewLength, Offer, Outlook, Proposal, Standing, between_clocks};
use crate::domain::agenda::{Block, Kind};
use crate::domain::schedule::{Row, Timing};
use crate::domain::times::{Moment, Seconds};

/// The most that is proposed to be added to a break.
const LONGER: Seconds = Seconds::minutes(15);

/// Most dropped blocks that are proposed to be taken in again.
const BACK: usize = 4;

/// What has been gained in front of the first coming fixed time, or of the finish line `aim`.
pub(super) fn standing(outlook: &Outlook<'_>, aim: Aim) -> Standing {
    let mut held = outlook.coming().filter(|(_, block, _)| block.has_clock_time());
    let (aim, room) = match held.next() {
        Some((_, block, _)) if block.until.is_some() => return Standing::Fits,
        Some((index, block, row)) => {
            let is_finish = outlook.place(Goal::Finish) == index;
            let goal = if is_finish { Goal::Finish } else { Goal::Fixed(row.id) };
            let planned = planned_room(outlook, (index, block), row);
            (Aim { goal, at: row.meant().unwrap_or(aim.at) }, row.slack.unwrap_or_default() - planned)
        }
        None => (aim, between_clocks(outlook.view.end, outlook.finish())),
    };
    let whole = Seconds::minutes(room.0.div_euclid(60));
    if whole > Seconds::ZERO { Standing::Ahead(aim, whole) } else { Standing::Fits }
}

/// The idle time that the plan has in front of a fixed row.
fn planned_room(outlook: &Outlook<'_>, (index, block): (usize, &Block), row: &Row) -> Seconds {
    let before = outlook.view.rows.iter().take(index).map(|row| row.baseline.end).max();
    before.map_or(Seconds::ZERO, |before| (row.baseline.start - before - block.changeover()).or_zero())
}

/// What can be done with `by` gained in front of `aim`.
pub(super) fn offers(outlook: &Outlook<'_>, aim: Aim, by: Seconds) -> Vec<Offer> {
    let pause = longer_break(outlook, aim, by).and_then(|proposal| outlook.offer(proposal, aim));
    let back = dropped(outlook, aim).filter_map(|proposal| outlook.offer(proposal, aim));
    let end = earlier_end(outlook, aim, by).and_then(|proposal| outlook.offer(proposal, aim));
    let now = outlook.outcome(Some(aim));
    let fits = |offer: &Offer| offer.outcome.short == Seconds::ZERO && offer.outcome.missed == now.missed;
    let back = back.filter(fits).take(BACK);
    pause.into_iter().filter(fits).chain(back).chain(end.into_iter().filter(fits)).collect()
}

/// The next break in front of the aim, longer by what was gained.
fn longer_break(outlook: &Outlook<'_>, aim: Aim, by: Seconds) -> Option<Proposal> {
    let target = outlook.place(aim.goal);
    let is_soft = |block: &Block| block.kind == Kind::Break && block.fixed.is_none() && block.until.is_none();
    let (_, _, row) = outlook.coming().find(|(index, block, _)| *index < target && is_soft(block))?;
    let room = outlook.lateness(aim.goal).map_or(by, |late| by.min(-late));
    Some(Proposal::LongerBreak(NewLength { id: row.id, from: row.length, to: row.length + room.min(LONGER) }))
}

/// Blocks that were dropped and have their place between what runs and the aim.
fn dropped<'a>(outlook: &'a Outlook<'_>, aim: Aim) -> impl Iterator<Item = Proposal> + 'a {
    let (target, here) = (outlook.place(aim.goal), outlook.view.index());
    let lies_ahead = move |index: usize| index < target && here.is_some_and(|here| index > here);
    let skipped = outlook.rows().filter(move |(index, _, row)| lies_ahead(*index) && row.timing == Timing::Skipped);
    skipped.map(|(_, _, row)| Proposal::BringBack(row.id))
}

/// The finish line as much earlier, to the full minute; a fixed start cannot be moved.
fn earlier_end(outlook: &Outlook<'_>, aim: Aim, by: Seconds) -> Option<Proposal> {
    let done = aim.at + outlook.lateness(aim.goal)?;
    let end: Moment = (aim.at - by).max(done).minute_up().min(aim.at);
    (aim.goal == Goal::Finish).then_some(Proposal::EndAt(end))
}
