//! When it is time to ask the group, what it is asked, and what its answer does (R11).

use super::settle::{aloud, settled};
use super::{Offer, Offers, Outlook, Proposal, Standing, off_agreed, standing};
use crate::domain::agenda::BlockId;
use crate::domain::schedule::{Schedule, schedule};
use crate::domain::session::{Act, Asking, Change, Entry, Session, Thanks, Wish};
use crate::domain::times::{Moment, Seconds};

/// How long it is offered to ask the group.
const OFFERED: Seconds = Seconds::minutes(5);

/// The question for the group in the running block: a later end, a bit less of everything, one thing less, as far as
/// these can be had; else to end as planned, while that is still ahead, or something else. Nothing when time is not short.
#[must_use]
pub fn question(session: &Session, now: Moment) -> Option<Asking> {
    let outlook = Outlook::of(session, now);
    let block = outlook.view.index().and_then(|index| outlook.view.rows.get(index))?.id;
    let all = settled(session, now);
    matches!(all.standing, Standing::Short(..)).then_some(())?;
    let mut wishes = all.offers.iter().filter_map(|offer| wish(&offer.proposal)).collect::<Vec<Wish>>();
    wishes.sort_by_key(|wish| order(*wish));
    wishes.dedup_by_key(|wish| order(*wish));
    let as_planned = (outlook.finish() > now).then_some(Wish::EndAsPlanned);
    let mut all = wishes.into_iter().chain(as_planned).chain([Wish::Other, Wish::AsNow, Wish::EndAsPlanned]);
    Some(Asking { block, wishes: [all.next()?, all.next()?, all.next()?], thanks: None })
}

fn wish(proposal: &Proposal) -> Option<Wish> {
    match proposal {
        Proposal::EndAt(end) => Some(Wish::EndAt(*end)),
        Proposal::Less { drop, .. } if drop.is_empty() => Some(Wish::Shorten),
        Proposal::Less { drop, cuts } if drop.len() == 1 && cuts.is_empty() => Some(Wish::Drop),
        _ => None,
    }
}

fn order(wish: Wish) -> u8 {
    match wish {
        Wish::EndAt(_) => 0,
        Wish::Shorten => 1,
        Wish::Drop => 2,
        Wish::EndAsPlanned => 3,
        Wish::Other => 4,
        Wish::AsNow => 5,
    }
}

/// The question that is on the wall; nothing when it has been answered, or the run has gone on from the block it was
/// asked in.
#[must_use]
pub fn asked(session: &Session, now: Moment) -> Option<Asking> {
    in_its_block(session, now).filter(|asking| asking.thanks.is_none())
}

/// The thanks that are on the wall, for as long as they stand in the block that the group was asked in.
#[must_use]
pub fn thanked(session: &Session, now: Moment) -> Option<Thanks> {
    in_its_block(session, now)?.thanks.filter(|thanks| now < thanks.until)
}

fn in_its_block(session: &Session, now: Moment) -> Option<Asking> {
    let asking = session.stage.asking?;
    let view = schedule(session, now);
    view.index().and_then(|index| view.rows.get(index)).filter(|row| row.id == asking.block).map(|_| asking)
}

/// What the answer comes to now: the end that the wall says, a clock time as people say them, and the best proposal of its
/// kind. Nothing when there is no such proposal any more.
#[must_use]
pub fn answered(session: &Session, wish: Wish, now: Moment) -> Option<Vec<Change>> {
    let outlook = Outlook::of(session, now);
    let until = |end: Moment| Some(vec![Change::Finish(end)]);
    match wish {
        Wish::EndAt(end) => until(end),
        Wish::EndAsPlanned => until(outlook.finish()).filter(|_| outlook.finish() > now),
        Wish::AsNow => until(aloud(outlook.view.end, outlook.finish())),
        Wish::Other => Some(Vec::new()),
        Wish::Shorten | Wish::Drop => meant(&settled(session, now), wish).map(|offer| {
            let end = Change::Finish(aloud(offer.outcome.end, outlook.finish()));
            offer.changes.iter().copied().chain([end]).collect()
        }),
    }
}

/// The best proposal of the kind that is wished for.
fn meant(offers: &Offers, wanted: Wish) -> Option<&Offer> {
    offers.offers.iter().find(|offer| wish(&offer.proposal).is_some_and(|wish| order(wish) == order(wanted)))
}

/// When the session would end with each of these answers; nothing where that is for the group to say.
#[must_use]
pub fn ends(session: &Session, wishes: [Wish; 3], now: Moment) -> [Option<Moment>; 3] {
    wishes.map(|wish| answered(session, wish, now).as_deref().and_then(agreed_end))
}

/// What a block gives with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    All(BlockId),
    Some(BlockId, Seconds),
}

/// What the blocks to come give with these changes.
#[must_use]
pub fn given(session: &Session, changes: &[Change], now: Moment) -> Vec<Given> {
    let view = schedule(session, now);
    let shorter = |id: BlockId, to: Seconds| {
        let by = view.rows.iter().find(|row| row.id == id)?.length - to;
        (by > Seconds::ZERO).then_some(Given::Some(id, by))
    };
    let given = |change: &Change| match change {
        Change::Drop(id) => Some(Given::All(*id)),
        Change::Length(id, to) => shorter(*id, *to),
        Change::Finish(_) | Change::BringBack(_) => None,
    };
    changes.iter().filter_map(given).collect()
}

/// The end that is agreed on with these changes.
#[must_use]
pub fn agreed_end(changes: &[Change]) -> Option<Moment> {
    changes.iter().rev().find_map(|change| match change {
        Change::Finish(end) => Some(*end),
        Change::Length(..) | Change::Drop(_) | Change::BringBack(_) => None,
    })
}

/// Whether the group may be asked now, which is offered once for a block: for five minutes after the running block came
/// to be `limit` behind, if time is short and nothing has been agreed on since it began.
#[must_use]
pub fn is_due(session: &Session, now: Moment, limit: Seconds) -> bool {
    let view = schedule(session, now);
    let Some(drift) = behind(session, &view, now).filter(|drift| *drift >= limit) else { return false };
    let Some(began) = view.began() else { return false };
    let told = |entry: &Entry| entry.told >= began;
    let agreed = session.log.iter().any(|entry| told(entry) && matches!(entry.act, Act::Agree(_) | Act::Answer(..)));
    let reached = reached(session, (began, now), (drift, limit));
    !agreed && now - reached < OFFERED && matches!(standing(session, now), Standing::Short(..))
}

/// How far behind the run is: what has been agreed on takes the place of the plan.
fn behind(session: &Session, view: &Schedule, now: Moment) -> Option<Seconds> {
    let drift = view.drift()?;
    Some(off_agreed(session, now).map_or(drift, |(_, late)| late))
}

/// When the drift of the running block came to the limit: with the last act, or as time has passed since.
fn reached(session: &Session, (began, now): (Moment, Moment), (drift, limit): (Seconds, Seconds)) -> Moment {
    let acted =
        session.log.iter().map(|entry| entry.told).filter(|told| *told <= now).max().unwrap_or(began).max(began);
    let then = behind(session, &schedule(session, acted), acted).unwrap_or_default();
    if then >= limit { acted } else { now - (drift - limit) }
}
