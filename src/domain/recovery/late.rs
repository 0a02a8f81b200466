//! Proposals for a run that lands late: one whole thing less, everything a bit shorter, both, a later end, or what the
//! group prefers. Proposals that do not reach the aim are told too.

use super::give::{Giver, givers};
use super::merit::by_merit;
use super::share::shared;
use super::{Aim, Goal, NewLength, Offer, Outlook, Proposal};
use crate::domain::agenda::{BlockId, Kind};
use crate::domain::times::{Moment, Seconds};

/// Most blocks that are proposed to be dropped, one by one.
const DROPS: usize = 3;

/// Most blocks that are tried out: those whose length is nearest to what is missing.
const TRIED: usize = 12;

/// What can be done about being `by` too late for `aim`, the best first.
pub(super) fn offers(outlook: &Outlook<'_>, aim: Aim, by: Seconds) -> Vec<Offer> {
    let late = Late { outlook, aim, minutes: by.minutes_up(), givers: givers(outlook, aim.goal) };
    let drops = late.drops();
    let share = late.less(&[]);
    let mut less: Vec<Offer> = drops.iter().take(DROPS).cloned().chain(share).collect();
    if !less.iter().any(reaches) {
        less.extend(late.both(&drops).filter(|both| less.iter().all(|one| both.outcome.short < one.outcome.short)));
    }
    by_merit(less).into_iter().chain(late.later_end()).chain(outlook.offer(Proposal::AskGroup, aim)).collect()
}

fn reaches(offer: &Offer) -> bool {
    offer.outcome.short == Seconds::ZERO
}

/// The less is missed the better, and then the less is cut.
fn merit(offer: &Offer) -> (Seconds, Seconds) {
    let cut = match &offer.proposal {
        Proposal::Less { cuts, .. } => cuts.iter().map(|cut| cut.from - cut.to).sum(),
        _ => Seconds::ZERO,
    };
    (offer.outcome.short, cut)
}

/// The sharing of the fewest minutes beyond `missing`, which are too few, that reaches the aim; else of all that the
/// givers have. Nothing when they have no more.
fn enough(missing: i64, givers: &[Giver], share: impl Fn(i64) -> Option<Offer>) -> Option<Offer> {
    let (mut too_few, mut many) = (missing, givers.iter().map(|giver| giver.give).sum::<i64>());
    let mut best = share(many).filter(|_| many > too_few)?;
    while reaches(&best) && many - too_few > 1 {
        let between = too_few + (many - too_few) / 2;
        match share(between).filter(reaches) {
            Some(offer) => (many, best) = (between, offer),
            None => too_few = between,
        }
    }
    Some(best)
}

struct Late<'a> {
    outlook: &'a Outlook<'a>,
    aim: Aim,
    /// What is missing, in whole minutes rounded up.
    minutes: i64,
    givers: Vec<Giver>,
}

impl Late<'_> {
    /// One block less, for each that may be dropped and gains something: the smallest that is enough first, then the
    /// largest that is not.
    fn drops(&self) -> Vec<Offer> {
        let now = self.outlook.outcome(Some(self.aim)).short;
        let missing = Seconds::minutes(self.minutes);
        let mut optional: Vec<&Giver> = self.givers.iter().filter(|giver| giver.optional).collect();
        optional.sort_by_key(|giver| (giver.length - missing).0.abs());
        let offers = optional.into_iter().take(TRIED).filter_map(|giver| {
            let drop = Proposal::Less { drop: vec![giver.id], cuts: Vec::new() };
            let offer = self.outlook.offer(drop, self.aim)?;
            (offer.outcome.short < now).then_some((giver.length, offer))
        });
        let mut offers: Vec<(Seconds, Offer)> = offers.collect();
        offers.sort_by_key(|(length, offer)| (offer.outcome.short, *length));
        offers.into_iter().map(|(_, offer)| offer).collect()
    }

    /// The blocks `drop` less, and what is missing then shared among the others that bear on the aim; nothing when
    /// none of them can give. What is gained in front of a buffer fills that first: where less is not enough, so much more
    /// is shared that the aim is met all the same.
    fn less(&self, drop: &[BlockId]) -> Option<Offer> {
        let dropped = Proposal::Less { drop: drop.to_vec(), cuts: Vec::new() };
        let before = match drop {
            [] => self.outlook.outcome(Some(self.aim)).short,
            _ => self.outlook.offer(dropped, self.aim)?.outcome.short,
        };
        let missing = if drop.is_empty() { self.minutes } else { before.minutes_up() };
        let stay: Vec<Giver> = self.givers.iter().filter(|giver| !drop.contains(&giver.id)).copied().collect();
        let after_buffer = self.after_last_buffer();
        let late: Vec<Giver> = stay.iter().filter(|giver| giver.index > after_buffer).copied().collect();
        let share = |givers: &[Giver], minutes: i64| {
            let proposal = Proposal::Less { drop: drop.to_vec(), cuts: cuts(givers, minutes) };
            self.outlook.offer(proposal, self.aim).filter(|offer| offer.outcome.short < before)
        };
        let least = [share(&stay, missing), share(&late, missing)].into_iter().flatten().min_by_key(merit);
        if least.as_ref().is_some_and(reaches) {
            return least;
        }
        let more = enough(missing, &stay, |minutes| share(&stay, minutes));
        least.into_iter().chain(more).min_by_key(merit)
    }

    /// The place of the last buffer in front of the aim that is not quite eaten: what is gained before it, it takes back.
    fn after_last_buffer(&self) -> usize {
        let target = self.outlook.place(self.aim.goal);
        let buffers = self.outlook.coming().filter(|(index, block, _)| *index < target && block.kind == Kind::Buffer);
        buffers.map(|(index, _, _)| index).last().unwrap_or(0)
    }

    /// One block less and the others shorter, the smallest that is enough; else all that may be dropped.
    fn both(&self, drops: &[Offer]) -> Option<Offer> {
        let single = drops.iter().rev().map(|offer| dropped(offer).to_vec());
        let all: Vec<BlockId> = self.givers.iter().filter(|giver| giver.optional).map(|giver| giver.id).collect();
        let sets: Vec<Vec<BlockId>> = single.chain([all]).filter(|drop| !drop.is_empty()).collect();
        let mut offers = sets.iter().filter_map(|drop| self.less(drop).or_else(|| self.only_dropping(drop)));
        offers.find(reaches).or_else(|| self.less(sets.last()?).or_else(|| self.only_dropping(sets.last()?)))
    }

    fn only_dropping(&self, drop: &[BlockId]) -> Option<Offer> {
        self.outlook.offer(Proposal::Less { drop: drop.to_vec(), cuts: Vec::new() }, self.aim)
    }

    /// The session ends when it is projected to, in whole minutes after the finish line; only when that is missed.
    fn later_end(&self) -> Option<Offer> {
        let late = self.outlook.lateness(Goal::Finish).filter(|late| *late > Seconds::ZERO)?;
        let end: Moment = self.outlook.finish() + Seconds::minutes(late.minutes_up());
        self.outlook.offer(Proposal::EndAt(end), self.aim)
    }
}

fn dropped(offer: &Offer) -> &[BlockId] {
    match &offer.proposal {
        Proposal::Less { drop, .. } => drop,
        _ => &[],
    }
}

/// The shortening of so many minutes, shared among the givers.
fn cuts(givers: &[Giver], minutes: i64) -> Vec<NewLength> {
    let most: Vec<i64> = givers.iter().map(|giver| giver.give).collect();
    let shares = shared(&most, minutes);
    let cut = |(giver, share): (&Giver, i64)| NewLength {
        id: giver.id,
        from: giver.length,
        to: giver.length - Seconds::minutes(share),
    };
    givers.iter().zip(shares).filter(|(_, share)| *share > 0).map(cut).collect()
}
