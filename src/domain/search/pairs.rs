//! Pairs of letters that two texts share: how alike they are when nothing else can be said of them.

/// How often a text has each pair of bytes, for comparing it with many others.
pub struct Pairs {
    counts: Vec<u16>,
    /// The pairs that were met in the other text, to be counted once.
    met: Vec<(usize, u16)>,
}

fn pair(first: u8, second: u8) -> usize {
    usize::from(first) << 8 | usize::from(second)
}

impl Pairs {
    #[must_use]
    pub fn of(text: &str) -> Pairs {
        let mut counts = vec![0; 1 << 16];
        for (first, second) in text.bytes().zip(text.bytes().skip(1)) {
            counts.get_mut(pair(first, second)).into_iter().for_each(|count| *count += 1);
        }
        Pairs { counts, met: Vec::new() }
    }

    /// How many of the pairs of this text `other` has.
    pub fn shared_with(&mut self, other: &str) -> usize {
        for (first, second) in other.bytes().zip(other.bytes().skip(1)) {
            let pair = pair(first, second);
            if let Some(count) = self.counts.get_mut(pair).filter(|count| **count > 0) {
                self.met.push((pair, std::mem::take(count)));
            }
        }
        let shared = self.met.iter().map(|(_, count)| usize::from(*count)).sum();
        for (pair, count) in self.met.drain(..) {
            self.counts.get_mut(pair).into_iter().for_each(|slot| *slot = count);
        }
        shared
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pair_of_the_text_counts_as_often_as_it_has_it() {
        let mut pairs = Pairs::of("kakao");
        for (other, shared) in [("kake", 3), ("kakaka", 3), ("kakao", 4), ("xyz", 0), ("kakao", 4)] {
            assert_eq!(pairs.shared_with(other), shared, "{other}");
        }
    }
}
