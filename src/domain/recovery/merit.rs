//! Which proposals are worth showing, and in what order: none that takes more than another and gains no more.

use super::{Offer, Proposal};
use crate::domain::agenda::BlockId;
use crate::domain::times::Seconds;

/// What is worth choosing between, those first that reach the aim, then those that come nearest to it.
pub(super) fn by_merit(mut offers: Vec<Offer>) -> Vec<Offer> {
    let all = offers.clone();
    let mut place = 0..;
    offers.retain(|offer| {
        let here = place.next().unwrap_or(0);
        let is_worse = |(index, other): (usize, &Offer)| {
            index != here && is_outdone(offer, other) && (index < here || !is_outdone(other, offer))
        };
        !all.iter().enumerate().any(is_worse)
    });
    offers.sort_by_key(|offer| offer.outcome.short.minutes_up());
    offers
}

/// Whether `other` takes no more from any block and gains at least as much, in whole minutes as they are told.
fn is_outdone(offer: &Offer, other: &Offer) -> bool {
    let gains = |it: &Offer| (it.outcome.short.minutes_up(), it.outcome.end.minute_up());
    let (more, less) = (gains(other), gains(offer));
    let blocks = touched(&other.proposal);
    let takes_no_more = blocks.iter().all(|id| taken(&other.proposal, *id) <= taken(&offer.proposal, *id));
    more.0 <= less.0 && more.1 <= less.1 && takes_no_more
}

fn touched(proposal: &Proposal) -> Vec<BlockId> {
    match proposal {
        Proposal::Less { drop, cuts } => drop.iter().copied().chain(cuts.iter().map(|cut| cut.id)).collect(),
        _ => Vec::new(),
    }
}

/// What a block gives; everything where it is dropped.
fn taken(proposal: &Proposal, id: BlockId) -> Seconds {
    let Proposal::Less { drop, cuts } = proposal else { return Seconds::ZERO };
    if drop.contains(&id) {
        return Seconds(i64::MAX);
    }
    cuts.iter().find(|cut| cut.id == id).map_or(Seconds::ZERO, |cut| cut.from - cut.to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::recovery::{NewLength, Outcome};
    use crate::domain::times::Moment;

    const ALFA: BlockId = BlockId(1);
    const BETA: BlockId = BlockId(2);

    /// What drops these blocks, shortens those by so many minutes each, and is so many seconds short then.
    fn offer(drop: &[BlockId], cuts: &[(BlockId, i64)], short: i64) -> Offer {
        let length = Seconds::minutes(20);
        let cut = |(id, by): &(BlockId, i64)| NewLength { id: *id, from: length, to: length - Seconds::minutes(*by) };
        let proposal = Proposal::Less { drop: drop.to_vec(), cuts: cuts.iter().map(cut).collect() };
        let outcome = Outcome { end: Moment::at(36_000 + short), short: Seconds(short), missed: None };
        Offer { changes: Vec::new(), proposal, outcome }
    }

    #[test]
    fn what_takes_more_and_gains_no_more_is_left_out() {
        let both_shorter = offer(&[], &[(ALFA, 5), (BETA, 4)], 600);
        let one_out = offer(&[ALFA], &[(BETA, 4)], 570);
        assert_eq!(by_merit(vec![one_out, both_shorter.clone()]), vec![both_shorter.clone()], "told in whole minutes");
        let more_out = offer(&[ALFA], &[(BETA, 4)], 300);
        assert_eq!(by_merit(vec![both_shorter.clone(), more_out.clone()]), [more_out, both_shorter]);
        let other = offer(&[BETA], &[], 600);
        let one = offer(&[ALFA], &[], 600);
        assert_eq!(
            by_merit(vec![one.clone(), other.clone()]),
            [one.clone(), other],
            "neither takes what the other does"
        );
        assert_eq!(by_merit(vec![one.clone(), one.clone()]), [one]);
    }

    #[test]
    fn what_reaches_the_aim_keeps_its_order() {
        let (one_out, shorter) = (offer(&[BETA], &[], 0), offer(&[], &[(ALFA, 5)], 0));
        assert_eq!(by_merit(vec![one_out.clone(), shorter.clone()]), [one_out, shorter]);
    }
}
