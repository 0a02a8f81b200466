//! Folding: words as they are compared, with a way back to the characters they were written with. What counts as a
//! good match is not here.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// A word of a text in two forms, and where it stood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Word {
    /// Lower case, composed: what was written.
    pub literal: String,
    /// Lower case without accents and with one form for each of æ, ø and å: what is compared.
    pub text: String,
    /// For each byte of `text` the index of the source character it comes from, and at last where the word ends.
    from: Vec<usize>,
}

impl Word {
    /// No letters yet, and room for those of a usual word.
    #[must_use]
    pub fn roomy() -> Word {
        Word {
            literal: String::with_capacity(USUAL),
            text: String::with_capacity(USUAL),
            from: Vec::with_capacity(USUAL),
        }
    }

    /// The source characters behind these bytes of `text`.
    #[must_use]
    pub fn source(&self, bytes: Range<usize>) -> Range<usize> {
        let (Some(last), Some(start)) = (bytes.end.checked_sub(1), self.from.get(bytes.start)) else { return 0..0 };
        let begun = self.from.get(last).copied().unwrap_or_default();
        let end = self.from.iter().skip(bytes.end).find(|next| **next > begun);
        *start..end.copied().unwrap_or(begun + 1)
    }
}

/// How long words are that need no more room than they are given at first, in bytes.
const USUAL: usize = 32;

/// The words of `source`: runs of letters and digits; marks on letters go with them, apostrophes do not part words.
#[must_use]
pub fn words(source: &str) -> Vec<Word> {
    let mut found = Vec::new();
    each_word(source, &mut Word::default(), |word| found.push(word.clone()));
    found
}

/// Hands out the [`words`] of `source` one after the other, in memory that is used again.
pub fn each_word(source: &str, word: &mut Word, take: impl FnMut(&Word)) {
    let mut folding = Folding { word, half: None, end: 0, take };
    let (mut held, mut count) = (None, 0);
    for (at, c) in source.chars().enumerate() {
        count = at + 1;
        held = match held {
            Some((letter, begun)) if is_mark(c) => Some((compose(letter, c).unwrap_or(letter), begun)),
            _ => {
                folding.letter(held, at);
                Some((c, at))
            }
        };
    }
    folding.letter(held, count);
    folding.close(folding.end);
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

/// Apostrophes, the soft hyphen and zero-width characters.
fn is_inside_words(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

/// A word that is being folded.
struct Folding<'a, F> {
    word: &'a mut Word,
    /// A letter that may be the first half of a long form, and where it stood.
    half: Option<(char, usize)>,
    /// Where the word ends as far as it is known.
    end: usize,
    take: F,
}

impl<F: FnMut(&Word)> Folding<'_, F> {
    /// Takes a letter with its marks; what comes next stands at `next`.
    fn letter(&mut self, held: Option<(char, usize)>, next: usize) {
        let Some((letter, at)) = held else { return };
        self.end = at;
        if letter.is_ascii_alphanumeric() {
            self.lower(letter.to_ascii_lowercase(), at);
            self.end = next;
        } else if letter.is_alphanumeric() {
            letter.to_lowercase().for_each(|lower| self.lower(lower, at));
            self.end = next;
        } else if !is_inside_words(letter) {
            self.close(at);
        }
    }

    fn lower(&mut self, letter: char, at: usize) {
        self.word.literal.push(letter);
        match self.half.take() {
            Some((first, begun)) if is_long_form(first, letter) => return self.write(first, Some(letter), begun),
            Some((first, begun)) => self.write(first, None, begun),
            None => {}
        }
        if matches!(letter, 'a' | 'o') {
            self.half = Some((letter, at));
        } else {
            self.write(letter, None, at);
        }
    }

    fn write(&mut self, first: char, second: Option<char>, at: usize) {
        match second {
            None if first.is_ascii() => self.word.text.push(first),
            _ => short_form(first, second, &mut self.word.text),
        }
        while self.word.from.len() < self.word.text.len() {
            self.word.from.push(at);
        }
    }

    fn close(&mut self, end: usize) {
        if let Some((letter, at)) = self.half.take() {
            self.write(letter, None, at);
        }
        if !self.word.text.is_empty() {
            self.word.from.push(end);
            (self.take)(self.word);
        }
        self.word.literal.clear();
        self.word.text.clear();
        self.word.from.clear();
    }
}

/// Whether `text` is plainly one word in the form in which it is compared.
#[must_use]
pub fn is_folded(text: &str) -> bool {
    let is_long = |pair: (u8, u8)| matches!(pair, (b'a', b'a' | b'e') | (b'o', b'e'));
    !text.is_empty()
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9'))
        && !text.bytes().zip(text.bytes().skip(1)).any(is_long)
}

/// Whether two letters are the long way to write å, æ or ø.
#[must_use]
pub fn is_long_form(first: char, second: char) -> bool {
    matches!((first, second), ('a', 'a' | 'e') | ('o', 'e'))
}

/// Writes what `letter` (and the second half of a long form) is compared as: `aa`, `å` and `a` all as `a`; `ae`, `æ`
/// and `e` as `e`; `oe`, `ø` and `o` as `o`. So every way to write a word meets every other, in texts and in queries.
fn short_form(letter: char, second: Option<char>, into: &mut String) {
    match (letter, second) {
        ('a', Some('e')) | ('æ' | 'ä' | 'ǽ', _) => into.push('e'),
        (plain, _) if plain.is_ascii() => into.push(plain),
        ('ø' | 'œ' | 'ǿ', _) => into.push('o'),
        ('ß', _) => into.push_str("ss"),
        ('ð' | 'đ', _) => into.push('d'),
        ('þ', _) => into.push_str("th"),
        ('ł', _) => into.push('l'),
        ('ı', _) => into.push('i'),
        (other, _) => {
            into.extend(std::iter::once(other).nfkd().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()));
        }
    }
}

/// A set of characters in 64 bits: a text can hold a word only if it has all the word's bits.
#[must_use]
pub fn bag(text: &str) -> u64 {
    text.bytes().fold(0, |bag, byte| bag | 1 << bit(byte))
}

/// The set of the one character that `text` begins with, judged by its first byte.
#[must_use]
pub fn initial(text: &str) -> u64 {
    text.bytes().next().map_or(0, |byte| 1 << bit(byte))
}

/// A set of pairs of neighbouring characters in 64 bits: a text can contain another only if it has all its bits.
#[must_use]
pub fn pairs(text: &str) -> u64 {
    let neighbours = text.bytes().zip(text.bytes().skip(1));
    neighbours.fold(0, |pairs, (first, second)| pairs | 1 << pair_bit(first, second))
}

/// Which bit stands for a pair in such a set.
#[must_use]
pub fn pair_bit(first: u8, second: u8) -> u8 {
    first.wrapping_mul(7).wrapping_add(second) % 64
}

fn bit(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        _ => 36 + byte % 28,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(source: &str) -> String {
        words(source).into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_way_to_write_a_word_folds_to_one() {
        let same = [
            vec!["Åpent", "åpent", "aapent", "apent", "A\u{30a}pent", "AAPENT"],
            vec!["Ønske", "onske", "oenske", "önske", "O\u{338}nske", "ønske"],
            vec!["Ærlig", "aerlig", "erlig", "ärlig"],
            vec!["Café", "cafe", "CAFE\u{301}"],
            vec!["Straße", "strasse"],
            vec!["Blåbærgrøt", "blaabaergroet", "blabergrot", "blåbaergroet"],
            vec!["R=MC²", "r mc2"],
        ];
        for forms in same {
            for form in &forms {
                assert_eq!(Some(folded(form)), forms.last().map(|last| folded(last)), "{form}");
            }
        }
    }

    #[test]
    fn what_is_folded_already_stays_as_it_is() {
        for (text, expected) in [("kafe", true), ("r2d2", true), ("kafé", false), ("to ord", false), ("Stor", false)] {
            assert_eq!(is_folded(text), expected, "{text}");
            assert!(!expected || folded(text) == text);
        }
        for long in ["maal", "aerlig", "groet", ""] {
            assert!(!is_folded(long), "{long}");
        }
    }

    #[test]
    fn marks_come_back_to_the_characters_that_were_written() {
        let cases =
            [("Åpent rom", 1, 0..3, 6..9), ("aapent", 0, 0..1, 0..2), ("Maße", 0, 2..3, 2..3), ("né", 0, 1..2, 1..2)];
        for (source, word, bytes, expected) in cases {
            let found = words(source);
            assert_eq!(found.get(word).map(|word| word.source(bytes)), Some(expected), "{source}");
        }
        let decomposed = words("a\u{30a}pen");
        assert_eq!(decomposed.first().map(|word| word.source(0..1)), Some(0..2));
    }
}
