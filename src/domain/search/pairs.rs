//! Pairs of letters that two texts share: how alike they are when nothing else can be said of them.

use super::fold::pair_bit;
use std::collections::BTreeSet;

/// How often a text has each pair of bytes, for comparing it with many others.
#[derive(Debug)]
pub struct Pairs {
    length: usize,
    /// For each byte that a pair begins with the number of its row, from 1 on.
    rows: [u16; 256],
    /// For each row how often there is the pair with each second byte; the first one is empty.
    counts: Vec<u8>,
    /// The same for all pairs together that have the same bit in a set of pairs.
    by_bit: [usize; 64],
    set: u64,
}

type Pair = (u8, u8);

impl Pairs {
    /// The pairs of `text` that are among the `known` ones; no other text has the rest of them.
    #[must_use]
    pub fn of(text: &str, known: &Known) -> Pairs {
        let counts = vec![0; 256];
        let mut pairs = Pairs { length: text.len(), rows: [0; 256], counts, by_bit: [0; 64], set: 0 };
        for pair in each(text.as_bytes()).filter(|pair| known.0.contains(pair)) {
            let bit = pair_bit(pair.0, pair.1);
            let place = pairs.place_made(pair);
            pairs.counts.get_mut(place).into_iter().for_each(|count: &mut u8| *count = count.saturating_add(1));
            pairs.by_bit.get_mut(usize::from(bit)).into_iter().for_each(|count| *count += 1);
            pairs.set |= 1 << bit;
        }
        pairs
    }

    /// Where a pair is counted.
    fn place(&self, (first, second): Pair) -> usize {
        let row = self.rows.get(usize::from(first)).copied().unwrap_or_default();
        usize::from(row) << 8 | usize::from(second)
    }

    /// [`Pairs::place`], with a row for it if there was none.
    fn place_made(&mut self, pair: Pair) -> usize {
        if let Some(row @ 0) = self.rows.get_mut(usize::from(pair.0)) {
            *row = u16::try_from(self.counts.len() / 256).unwrap_or_default();
            self.counts.resize(self.counts.len() + 256, 0);
        }
        self.place(pair)
    }

    /// At most how many of the pairs of this text one of `length` has whose own are `others`, a set as
    /// [`super::fold::pairs`] makes it.
    #[must_use]
    pub fn most_shared(&self, others: u64, length: usize) -> usize {
        let (mut left, mut most) = (self.set & others, 0);
        while left != 0 {
            most += self.by_bit.get(left.trailing_zeros() as usize).copied().unwrap_or_default();
            left &= left - 1;
        }
        most.min(length.saturating_sub(1))
    }

    /// How many of the pairs of this text `other` has; each as often as both have it.
    #[must_use]
    pub fn shared_with(&self, other: &str) -> usize {
        let other = other.as_bytes();
        let count = |pair| self.counts.get(self.place(pair)).copied().unwrap_or_default();
        let before = |at: usize, pair| each(other).take(at).filter(|earlier| *earlier == pair).count();
        let is_shared = |(at, pair): &(usize, Pair)| match count(*pair) {
            0 => false,
            count => before(*at, *pair) < usize::from(count),
        };
        each(other).enumerate().filter(is_shared).count()
    }

    /// The fewest shared pairs that are so many percent of the letters of this text and one of `length` together.
    #[must_use]
    pub fn needed(&self, percent: usize, length: usize) -> usize {
        ((self.length + length) * percent).div_ceil(100)
    }

    /// What so many shared pairs are of the letters of this text and one of `length` together, in percent.
    #[must_use]
    pub fn share(&self, shared: usize, length: usize) -> usize {
        shared * 100 / (self.length + length).max(1)
    }
}

/// All pairs of bytes that some texts have.
#[derive(Debug, Clone, Default)]
pub struct Known(BTreeSet<Pair>);

impl Known {
    /// Those of these texts.
    #[must_use]
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Known {
        Known(texts.flat_map(|text| each(text.as_bytes())).collect())
    }
}

fn each(text: &[u8]) -> impl Iterator<Item = Pair> {
    text.iter().copied().zip(text.iter().copied().skip(1))
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    #[test]
    fn each_pair_counts_as_often_as_both_texts_have_it() {
        let known = Known::of(["kakao", "kake"].into_iter());
        let pairs = Pairs::of("kakao", &known);
        for (other, shared) in [("kake", 2), ("kakaka", 3), ("kakao", 4), ("xyz", 0), ("k", 0), ("okakak", 3)] {
            assert_eq!(pairs.shared_with(other), shared, "{other}");
            assert!(pairs.most_shared(fold::pairs(other), other.len()) >= shared, "{other}");
        }
        assert_eq!((pairs.share(4, 5), Pairs::of("", &known).share(0, 0)), (40, 0));
        assert_eq!((pairs.needed(40, 5), pairs.needed(41, 5)), (4, 5));
    }

    #[test]
    fn what_no_text_has_is_near_to_none() {
        let known = Known::of(["kakao"].into_iter());
        for (text, most) in [("kakao", 4), ("kaka", 3), ("xyz", 0), ("שלום", 0)] {
            assert_eq!(Pairs::of(text, &known).most_shared(u64::MAX, 100), most, "{text}");
        }
    }
}
