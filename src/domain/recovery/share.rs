//! How a shortening is shared: in whole minutes by what each can give.

/// Shares `total` among those who can give so much, largest remainder first, in a tie the later one; all they can when
/// that is not enough.
pub(super) fn shared(gives: &[i64], total: i64) -> Vec<i64> {
    let all: i64 = gives.iter().sum();
    if total >= all {
        return gives.to_vec();
    }
    let mut shares: Vec<i64> = gives.iter().map(|give| give * total / all).collect();
    let mut order: Vec<(i64, usize)> = gives.iter().map(|give| give * total % all).zip(0..).collect();
    order.sort_by(|one, other| other.cmp(one));
    let missing = total - shares.iter().sum::<i64>();
    for (_, index) in order.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        if let Some(share) = shares.get_mut(index) {
            *share += 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_shared_by_what_each_can_give() {
        let cases: [(&[i64], i64, &[i64]); 8] = [
            (&[15, 10], 10, &[6, 4]),
            (&[15, 10], 7, &[4, 3]),
            (&[15, 10], 30, &[15, 10]),
            (&[3, 3, 3], 5, &[1, 2, 2]),
            (&[25, 8], 5, &[4, 1]),
            (&[24, 7], 5, &[4, 1]),
            (&[0, 4, 0], 3, &[0, 3, 0]),
            (&[], 3, &[]),
        ];
        for (gives, total, expected) in cases {
            assert_eq!(shared(gives, total), expected, "{total} of {gives:?}");
        }
    }

    #[test]
    fn nobody_gives_more_than_they_can_and_nothing_is_lost() {
        for total in 0..40 {
            for gives in (0..512).map(|seed| [seed % 8, seed / 8 % 8, seed / 64]) {
                let shares = shared(&gives, total);
                let all: i64 = gives.iter().sum();
                assert_eq!(shares.iter().sum::<i64>(), total.min(all), "{total} of {gives:?}");
                assert!(
                    shares.iter().zip(gives).all(|(share, give)| (0..=give).contains(share)),
                    "{shares:?} of {gives:?}"
                );
            }
        }
    }
}
