//! All different words of the short fields, each once, and in which fields each stands.

use super::fold::{Word, bag, words};
use super::layer::Entry;
use std::collections::HashMap;

/// Lists of numbers, one after the other in one piece of memory.
#[derive(Debug, Clone, Default)]
pub struct Groups {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Groups {
    /// Puts a group after those that are there.
    pub fn push(&mut self, group: impl IntoIterator<Item = u32>) {
        self.items.extend(group);
        self.ends.push(number(self.items.len()));
    }

    /// The members of group `number`.
    #[must_use]
    pub fn of(&self, group: u32) -> &[u32] {
        let group = group as usize;
        let start = group.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(group).copied().unwrap_or(start);
        self.items.get(start as usize..end as usize).unwrap_or_default()
    }

    /// For each number below `count` the groups that hold it.
    #[must_use]
    pub fn turned(&self, count: usize) -> Groups {
        let mut holders = vec![Vec::new(); count];
        for group in 0..number(self.ends.len()) {
            for item in self.of(group) {
                if let Some(list) = holders.get_mut(*item as usize) {
                    list.push(group);
                }
            }
        }
        let mut turned = Groups::default();
        holders.into_iter().for_each(|list| turned.push(list));
        turned
    }
}

/// `count` as it is stored; more than four thousand million of anything are not told apart.
#[must_use]
pub fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The words, in the order of their folded form.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    pub entries: Vec<Entry>,
    pub bags: Vec<u64>,
}

impl Vocabulary {
    /// The word with this number.
    #[must_use]
    pub fn word(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// The numbers of the words whose folded form begins with `start`.
    pub fn starting(&self, start: &str) -> impl Iterator<Item = (u32, &Entry)> {
        let first = self.entries.partition_point(|entry| *entry.text < *start);
        let rest = self.entries.get(first..).unwrap_or_default().iter();
        rest.take_while(move |entry| entry.text.starts_with(start)).zip(number(first)..).map(|(entry, at)| (at, entry))
    }
}

/// Collects words and numbers them as they come.
#[derive(Debug, Default)]
pub struct Collector {
    numbers: HashMap<String, u32>,
    entries: Vec<Entry>,
}

impl Collector {
    /// The number of `word`, for now.
    pub fn number(&mut self, word: &Word) -> u32 {
        if let Some(known) = self.numbers.get(&word.literal) {
            return *known;
        }
        let new = number(self.entries.len());
        self.entries.push(Entry::new(word));
        self.numbers.insert(word.literal.clone(), new);
        new
    }

    /// The vocabulary, and for each number given so far the one that holds from now on.
    #[must_use]
    pub fn sorted(self) -> (Vocabulary, Vec<u32>) {
        let mut order: Vec<_> = (0..).zip(self.entries).collect();
        order.sort_by(|(_, a), (_, b)| (&a.text, &a.literal).cmp(&(&b.text, &b.literal)));
        let mut renumbered = vec![0; order.len()];
        for (new, (old, _)) in (0..).zip(&order) {
            if let Some(slot) = renumbered.get_mut(*old as usize) {
                *slot = new;
            }
        }
        let entries: Vec<_> = order.into_iter().map(|(_, entry)| entry).collect();
        let bags = entries.iter().map(|entry| bag(&entry.text)).collect();
        (Vocabulary { entries, bags }, renumbered)
    }
}

/// Several words written as one.
#[must_use]
pub fn joined(parts: &[Word]) -> Word {
    let literal: String = parts.iter().map(|word| word.literal.as_str()).collect();
    words(&literal).into_iter().next().unwrap_or_default()
}
