//! Long words by their lengths: slips change a length little, so most are never looked at.

use super::layer::Token;

/// The length of a word and of its stem, in bytes.
type Shape = (usize, usize);

/// Lengths from here on are not told apart.
const SIDE: usize = 64;

/// Numbers of words with their bags, in the order of their shapes.
#[derive(Debug, Clone, Default)]
pub struct Shapes {
    /// For each shape where its words end.
    ends: Vec<u32>,
    numbers: Vec<u32>,
    bags: Vec<Bags>,
}

/// The characters of a word, and of its stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Bags {
    pub whole: u64,
    pub root: u64,
}

impl Bags {
    /// Whether `token` can mean a word of these characters with slips, if it is as long.
    #[must_use]
    pub fn may_be(self, token: &Token) -> bool {
        token.lacks_few(self.whole) && token.adds_few(self.root)
    }
}

fn bucket((length, stem): Shape) -> usize {
    length.min(SIDE - 1) * SIDE + stem.min(SIDE - 1)
}

impl Shapes {
    /// The words with these numbers, bags and shapes.
    #[must_use]
    pub fn of(words: &[(u32, Bags, Shape)]) -> Shapes {
        let mut sorted: Vec<_> = words.iter().map(|(word, bag, shape)| (bucket(*shape), *word, *bag)).collect();
        sorted.sort_unstable();
        let mut ends = vec![0; SIDE * SIDE];
        for (bucket, ..) in &sorted {
            ends.get_mut(*bucket).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let (numbers, bags) = sorted.into_iter().map(|(_, word, bag)| (word, bag)).unzip();
        Shapes { ends, numbers, bags }
    }

    /// Whether `token` with its slips can be about as long as a word of this shape, or its stem as the other's.
    #[must_use]
    pub fn is_near(token: &Token, (length, stem): Shape) -> bool {
        let near = |a: usize, b: usize| a.min(SIDE - 1).abs_diff(b.min(SIDE - 1)) <= token.slips as usize;
        near(token.text.len(), length) || near(token.root().len(), stem)
    }

    /// Hands out the words of near shapes that have about the same characters as `token`.
    pub fn near(&self, token: &Token, mut take: impl FnMut(u32)) {
        if self.numbers.is_empty() {
            return;
        }
        let (slips, length) = (token.slips as usize, token.text.len().min(SIDE - 1));
        let stem = token.root().len().min(SIDE - 1);
        for here in 0..SIDE {
            let stems = if here.abs_diff(length) <= slips {
                0..SIDE
            } else {
                stem.saturating_sub(slips)..(stem + slips + 1).min(SIDE)
            };
            let end = |at: usize| at.checked_sub(1).and_then(|at| self.ends.get(at)).copied().unwrap_or_default();
            let range = end(here * SIDE + stems.start) as usize..end(here * SIDE + stems.end) as usize;
            let bags = self.bags.get(range.clone()).unwrap_or_default();
            let numbers = self.numbers.get(range).unwrap_or_default();
            bags.iter().zip(numbers).filter(|(bags, _)| bags.may_be(token)).for_each(|(_, word)| take(*word));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::fold::{bag, words};

    #[test]
    fn only_what_is_about_as_long_is_looked_at() {
        let texts = ["akvarium", "akvariumet", "akva", "akvariumsamtalen", "kamuvira"];
        let shaped: Vec<_> = (0..)
            .zip(texts)
            .map(|(at, text)| (at, Bags { whole: bag(text), root: bag(text) }, (text.len(), text.len())))
            .collect();
        let index = Shapes::of(&shaped);
        let mut found = Vec::new();
        let token = words("akvarimu").into_iter().next().map(Token::new);
        if let Some(token) = token {
            index.near(&token, |word| found.push(word));
        }
        found.sort_unstable();
        assert_eq!(found, [0, 1, 4]);
    }
}
