//! The short fields as lines of folded words, for letters with gaps.

use super::fold::{bag, initial, pairs};
use super::groups::number;

/// From so many bytes on one shared pair is too little to call two texts alike.
const SHORT: usize = 6;

/// Lines one after the other in memory, each with the number of its field and a set of its characters.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    text: String,
    ends: Vec<u32>,
    fields: Vec<u32>,
    bags: Vec<u64>,
    /// For each a set of the characters that its words begin with.
    initials: Vec<u64>,
    /// For each a set of its pairs of characters.
    pairs: Vec<u64>,
}

impl Lines {
    /// Puts the line of `field` after those that are there.
    pub fn push<'a>(&mut self, field: u32, words: impl IntoIterator<Item = &'a str>) {
        let (start, mut initials) = (self.text.len(), 0);
        for word in words {
            initials |= initial(word);
            if self.text.len() > start {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        let line = self.text.get(start..).unwrap_or_default();
        self.bags.push(bag(line));
        self.pairs.push(pairs(line));
        self.initials.push(initials);
        self.ends.push(number(self.text.len()));
        self.fields.push(field);
    }

    /// The field of a line, and the line.
    #[must_use]
    pub fn line(&self, line: u32) -> (u32, &str) {
        let line = line as usize;
        let start = line.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(line).copied().unwrap_or(start);
        let text = self.text.get(start as usize..end as usize).unwrap_or_default();
        (self.fields.get(line).copied().unwrap_or(u32::MAX), text)
    }

    /// The lines with all characters of `needed`.
    pub fn having(&self, needed: u64) -> impl Iterator<Item = u32> {
        (0..).zip(&self.bags).filter(move |(_, bag)| needed & !**bag == 0).map(|(line, _)| line)
    }

    /// The lines with all characters of `word`, the first of them at the beginning of some word.
    pub fn having_begun(&self, word: &str) -> impl Iterator<Item = u32> {
        let (first, needed) = (initial(word), bag(word));
        let begun = move |(at, initials): &(u32, &u64)| {
            **initials & first != 0 && self.bags.get(*at as usize).is_some_and(|bag| needed & !bag == 0)
        };
        (0..).zip(&self.initials).filter(begun).map(|(line, _)| line)
    }

    /// The lines that may have a pair of characters of `text`, and two of one that is not short, with the numbers of their
    /// fields.
    pub fn sharing(&self, text: &str) -> impl Iterator<Item = (u32, &str)> {
        let some = pairs(text);
        let is_short = text.len() < SHORT || some.is_power_of_two();
        let shares = move |(_, pairs): &(u32, &u64)| {
            let shared = **pairs & some;
            shared != 0 && (is_short || !shared.is_power_of_two())
        };
        (0..).zip(&self.pairs).filter(shares).map(|(line, _)| self.line(line))
    }
}
