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
    /// The source characters behind these bytes of `text`.
    #[must_use]
    pub fn source(&self, bytes: Range<usize>) -> Range<usize> {
        let (Some(last), Some(start)) = (bytes.end.checked_sub(1), self.from.get(bytes.start)) else { return 0..0 };
        let begun = self.from.get(last).copied().unwrap_or_default();
        let end = self.from.iter().skip(bytes.end).find(|next| **next > begun);
        *start..end.copied().unwrap_or(begun + 1)
    }
}

/// The words of `source`: runs of letters and digits; marks on letters go with them, apostrophes do not part words.
#[must_use]
pub fn words(source: &str) -> Vec<Word> {
    let mut found = Vec::new();
    each_word(source, |word| found.push(word.clone()));
    found
}

/// Hands out the [`words`] of `source` one after the other, in memory that is used again.
pub fn each_word(source: &str, mut take: impl FnMut(&Word)) {
    let (mut word, mut open) = (Word::default(), Vec::new());
    let mut chars = source.chars().enumerate().peekable();
    let mut end = 0;
    while let Some((at, first)) = chars.next() {
        let mut letter = first;
        while let Some((_, mark)) = chars.next_if(|(_, c)| is_mark(*c)) {
            letter = compose(letter, mark).unwrap_or(letter);
        }
        end = at;
        if letter.is_ascii_alphanumeric() {
            open.push((letter.to_ascii_lowercase(), at));
        } else if letter.is_alphanumeric() {
            open.extend(letter.to_lowercase().map(|lower| (lower, at)));
        } else if is_inside_words(letter) {
            continue;
        } else {
            close(&mut open, at, &mut word, &mut take);
            continue;
        }
        end = chars.peek().map_or_else(|| source.chars().count(), |(next, _)| *next);
    }
    close(&mut open, end, &mut word, &mut take);
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

/// Apostrophes, the soft hyphen and zero-width characters.
fn is_inside_words(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

fn close(open: &mut Vec<(char, usize)>, end: usize, word: &mut Word, take: &mut impl FnMut(&Word)) {
    word.literal.clear();
    word.text.clear();
    word.from.clear();
    let mut letters = open.drain(..).peekable();
    while let Some((letter, at)) = letters.next() {
        word.literal.push(letter);
        let long = letters.next_if(|(next, _)| is_long_form(letter, *next));
        word.literal.extend(long.map(|(second, _)| second));
        short_form(letter, long.map(|(second, _)| second), &mut word.text);
        word.from.resize(word.text.len(), at);
    }
    word.from.push(end);
    if !word.text.is_empty() {
        take(word);
    }
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

/// A set of pairs of neighbouring characters in 64 bits: a text can contain another only if it has all its bits.
#[must_use]
pub fn pairs(text: &str) -> u64 {
    let neighbours = text.bytes().zip(text.bytes().skip(1));
    neighbours.fold(0, |pairs, (first, second)| pairs | 1 << (first.wrapping_mul(7).wrapping_add(second) % 64))
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
