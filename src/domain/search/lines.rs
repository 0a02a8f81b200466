//! The short fields as lines of folded words, for letters with gaps.

use super::fold::{bag, initial, pairs};
use super::groups::number;
use super::pairs::{Known, Pairs};
use std::ops::Range;

/// Lines one after the other in memory, each with the number of its field and a set of its characters.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    text: String,
    ends: Vec<u32>,
    fields: Vec<u32>,
    bags: Vec<u64>,
    /// For each a set of the characters that its words begin with.
    initials: Vec<u64>,
    /// The lines that are names.
    names: Vec<Name>,
    /// The pairs of characters that some of these have.
    known: Known,
}

/// A line that is a name.
#[derive(Debug, Clone, Copy)]
struct Name {
    line: u32,
    /// How many bytes it has.
    length: u32,
    /// The set of its pairs of characters.
    pairs: u64,
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
        self.initials.push(initials);
        self.ends.push(number(self.text.len()));
        self.fields.push(field);
    }

    /// The field of a line, and the line.
    #[must_use]
    pub fn line(&self, line: u32) -> (u32, &str) {
        let text = self.text.get(self.span(line)).unwrap_or_default();
        (self.fields.get(line as usize).copied().unwrap_or(u32::MAX), text)
    }

    /// The lines with all characters of `needed`.
    pub fn having(&self, needed: u64) -> impl Iterator<Item = u32> {
        (0..).zip(&self.bags).filter(move |(_, bag)| needed & !**bag == 0).map(|(line, _)| line)
    }

    /// The lines with all characters of `word`, the first of them at the beginning of some word.
    pub fn having_begun(&self, word: &str) -> impl Iterator<Item = u32> {
        let (first, needed) = (initial(word), bag(word));
        let sets = self.bags.iter().zip(&self.initials);
        let begun = sets.map(move |(bag, initials)| needed & !bag == 0 && initials & first != 0);
        (0..).zip(begun).filter(|(_, is_begun)| *is_begun).map(|(line, _)| line)
    }

    /// Holds the lines of names apart; `is_name` says which fields are.
    pub fn know_names(&mut self, is_name: impl Fn(u32) -> bool) {
        let names = (0..).zip(&self.fields).filter(|(_, field)| is_name(**field)).map(|(line, _)| line);
        let name = |line: u32| {
            let (_, text) = self.line(line);
            Name { line, length: number(text.len()), pairs: pairs(text) }
        };
        self.names = names.map(name).collect();
        self.known = Known::of(self.names.iter().map(|name| self.line(name.line).1));
    }

    /// The names that share so many pairs with `text` that these are `percent` of the letters of both together: the
    /// numbers of their fields, and how many percent.
    pub fn sharing(&self, text: &str, percent: usize) -> impl Iterator<Item = (u32, usize)> {
        let text = Pairs::of(text, &self.known);
        self.names.iter().filter_map(move |name| {
            let (pairs, length) = (name.pairs, name.length as usize);
            let needed = text.needed(percent, length);
            let (field, line) = (text.most_shared(pairs, length) >= needed).then(|| self.line(name.line))?;
            let shared = text.shared_with(line);
            (shared >= needed).then(|| (field, text.share(shared, length)))
        })
    }

    fn span(&self, line: u32) -> Range<usize> {
        let line = line as usize;
        let start = line.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        start as usize..self.ends.get(line).copied().unwrap_or(start) as usize
    }
}
