//! Collecting the different words of texts: each way to write a word is folded once.

use super::fold::{Word, each_word, is_long_form, words};
use super::groups::number;
use super::stem::stem;
use std::collections::HashMap;

/// A word that was collected.
#[derive(Debug, Default)]
pub struct Collected {
    pub text: Box<str>,
    pub literal: Box<str>,
    pub stem: usize,
    /// Whether it stands somewhere by itself, and is not only several words written as one.
    pub is_word: bool,
}

/// Collects words and numbers them as they come.
#[derive(Debug, Default)]
pub struct Collector {
    /// What a word is in lower case → its number.
    numbers: HashMap<Box<str>, u32, foldhash::fast::FixedState>,
    /// What was written between spaces → where in `read` the numbers of its words are.
    written: HashMap<Box<str>, (u32, u32), foldhash::fast::FixedState>,
    read: Vec<u32>,
    pub found: Vec<Collected>,
}

impl Collector {
    /// Puts the numbers, for now, of the words of `line` after those that are in `into`; only of words that `wanted`
    /// wants, which must want the same ones every time.
    pub fn read(&mut self, line: &str, wanted: impl Fn(&Word) -> bool, into: &mut Vec<u32>) {
        for written in line.split(' ') {
            let written = written.trim_matches(is_around);
            if written.is_empty() {
                continue;
            }
            let (from, to) = match self.written.get(written) {
                Some(known) => *known,
                None => self.fold(written, &wanted),
            };
            into.extend(self.read.get(from as usize..to as usize).unwrap_or_default());
        }
    }

    fn fold(&mut self, written: &str, wanted: impl Fn(&Word) -> bool) -> (u32, u32) {
        let from = number(self.read.len());
        each_word(written, |word| {
            if wanted(word) {
                let number = self.number(&word.literal, &word.text);
                self.found.get_mut(number as usize).into_iter().for_each(|word| word.is_word = true);
                self.read.push(number);
            }
        });
        let place = (from, number(self.read.len()));
        self.written.insert(written.into(), place);
        place
    }

    fn number(&mut self, literal: &str, text: &str) -> u32 {
        if let Some(known) = self.numbers.get(literal) {
            return *known;
        }
        let new = number(self.found.len());
        let (literal, text): (Box<str>, Box<str>) = (literal.into(), text.into());
        self.numbers.insert(literal.clone(), new);
        self.found.push(Collected { stem: stem(&text), text, literal, is_word: false });
        new
    }

    /// The number, for now, of several words written as one.
    pub fn whole(&mut self, parts: &[u32]) -> u32 {
        if let [one] = parts {
            return *one;
        }
        let (mut literal, mut text, mut is_plain) = (String::new(), String::new(), true);
        for part in parts.iter().filter_map(|part| self.found.get(*part as usize)) {
            let meet = literal.chars().next_back().zip(part.literal.chars().next());
            is_plain &= meet.is_none_or(|(last, first)| !is_long_form(last, first));
            is_plain &= part.literal.chars().all(|c| c.is_ascii() || matches!(c, 'æ' | 'ø' | 'å' | 'é' | 'ö' | 'ä'));
            literal.push_str(&part.literal);
            text.push_str(&part.text);
        }
        if is_plain {
            return self.number(&literal, &text);
        }
        let word = words(&literal).into_iter().next().unwrap_or_default();
        self.number(&word.literal, &word.text)
    }
}

/// What often stands around words and is no part of them.
fn is_around(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | ';' | '!' | '?' | '«' | '»' | '(' | ')' | '“' | '”' | '–' | '"')
}

/// Several words written as one.
#[must_use]
pub fn joined(parts: &[Word]) -> Word {
    let literal: String = parts.iter().map(|word| word.literal.as_str()).collect();
    words(&literal).into_iter().next().unwrap_or_default()
}
