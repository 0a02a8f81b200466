//! Collecting the different words of texts: each way to write a word is folded once.

use super::fold::{Word, each_word, is_long_form, words};
use super::groups::number;
use super::layer::Entry;
use super::stem::stem;
use std::collections::HashMap;
use std::hash::BuildHasher;

/// Collects words and numbers them as they come. All their letters lie in one piece of memory.
#[derive(Debug, Default)]
pub struct Collector {
    letters: String,
    found: Vec<Collected>,
    /// What a word is in lower case, as a [`print`] → its number.
    numbers: HashMap<u64, u32, foldhash::fast::FixedState>,
    /// What was written between spaces, as a [`print`] → its number in `read`.
    written: HashMap<u64, u32, foldhash::fast::FixedState>,
    /// What was written, and where in `numbered` the numbers of its words are.
    read: Vec<(Span, Span)>,
    numbered: Vec<u32>,
    /// The word that is being folded.
    word: Word,
}

/// A word that was collected.
#[derive(Debug, Clone, Copy, Default)]
struct Collected {
    /// Where its folded form stands.
    text: Span,
    literal: Span,
    stem: u32,
    is_word: bool,
}

/// Where something begins and where it ends.
#[derive(Debug, Clone, Copy, Default)]
struct Span {
    from: u32,
    to: u32,
}

impl Collector {
    /// How many words were collected.
    #[must_use]
    pub fn len(&self) -> u32 {
        number(self.found.len())
    }

    /// The word with this number, for now.
    #[must_use]
    pub fn word(&self, number: u32) -> Entry<'_> {
        let found = self.found.get(number as usize).copied().unwrap_or_default();
        let (text, literal) = (self.part(found.text), self.part(found.literal));
        Entry { text, literal, stem: found.stem as usize, is_word: found.is_word }
    }

    fn part(&self, span: Span) -> &str {
        self.letters.get(span.from as usize..span.to as usize).unwrap_or_default()
    }

    fn keep(&mut self, text: &str) -> Span {
        let from = number(self.letters.len());
        self.letters.push_str(text);
        Span { from, to: number(self.letters.len()) }
    }

    /// Puts the numbers, for now, of the words of `line` after those that are in `into`; only of words that `wanted`
    /// wants, which must want the same ones every time.
    pub fn read(&mut self, line: &str, wanted: impl Fn(&Word) -> bool, into: &mut Vec<u32>) {
        for written in line.split_ascii_whitespace().map(without_marks).filter(|written| !written.is_empty()) {
            let mut print = print(written);
            let place = loop {
                match self.written.get(&print).and_then(|known| self.read.get(*known as usize)) {
                    Some((known, place)) if self.part(*known) == written => break *place,
                    Some(_) => print = print.wrapping_add(1),
                    None => break self.fold(written, print, &wanted),
                }
            };
            into.extend(self.numbered.get(place.from as usize..place.to as usize).unwrap_or_default());
        }
    }

    fn fold(&mut self, written: &str, print: u64, wanted: impl Fn(&Word) -> bool) -> Span {
        let from = number(self.numbered.len());
        let mut word = std::mem::take(&mut self.word);
        each_word(written, &mut word, |word| {
            if wanted(word) {
                let number = self.number(&word.literal, &word.text);
                self.found.get_mut(number as usize).into_iter().for_each(|word| word.is_word = true);
                self.numbered.push(number);
            }
        });
        self.word = word;
        let (kept, place) = (self.keep(written), Span { from, to: number(self.numbered.len()) });
        self.written.insert(print, number(self.read.len()));
        self.read.push((kept, place));
        place
    }

    fn number(&mut self, literal: &str, text: &str) -> u32 {
        let mut print = print(literal);
        while let Some(known) = self.numbers.get(&print) {
            if self.word(*known).literal == literal {
                return *known;
            }
            print = print.wrapping_add(1);
        }
        let new = self.len();
        self.numbers.insert(print, new);
        let written = self.keep(literal);
        let folded = if text == literal { written } else { self.keep(text) };
        self.found.push(Collected { text: folded, literal: written, stem: number(stem(text)), is_word: false });
        new
    }

    /// The number, for now, of several words written as one.
    pub fn whole(&mut self, parts: &[u32]) -> u32 {
        if let [one] = parts {
            return *one;
        }
        let (mut literal, mut text, mut is_plain) = (String::new(), String::new(), true);
        for part in parts.iter().map(|part| self.word(*part)) {
            let meet = literal.chars().next_back().zip(part.literal.chars().next());
            is_plain &= meet.is_none_or(|(last, first)| !is_long_form(last, first));
            is_plain &= part.literal.is_ascii() || part.literal.chars().all(is_plainly_folded);
            literal.push_str(part.literal);
            text.push_str(part.text);
        }
        if is_plain {
            return self.number(&literal, &text);
        }
        let word = words(&literal).into_iter().next().unwrap_or_default();
        self.number(&word.literal, &word.text)
    }
}

/// A number that texts share seldom; where two do, the second has the next number that is free.
fn print(text: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one(text)
}

fn is_plainly_folded(c: char) -> bool {
    c.is_ascii() || matches!(c, 'æ' | 'ø' | 'å' | 'é' | 'ö' | 'ä')
}

/// `written` without what stands around its words.
fn without_marks(written: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = written.as_bytes();
    if is_plain(bytes.first()) && is_plain(bytes.last()) { written } else { written.trim_matches(is_around) }
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
