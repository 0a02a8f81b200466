//! Which letters of a shown name a query has met. Worked out for one name at a time, when it is drawn.

use super::fold::{Word, bag, each_word, words};
use super::fuzzy::Gaps;
use super::layer::{Entry, Fit, Layer, Token};
use super::query::Query;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Marks the letters of names that a query has met; none of an empty query.
#[derive(Debug, Clone, Default)]
pub struct Marker {
    query: Option<Arc<Query>>,
    /// For each word of the query its letters with gaps, once they were looked for.
    gaps: Arc<OnceLock<Vec<Option<Gaps>>>>,
}

impl Marker {
    #[must_use]
    pub fn of(query: Option<&Arc<Query>>) -> Marker {
        Marker { query: query.cloned(), ..Marker::default() }
    }

    /// The positions (in characters) of the letters of `name` that were met, in order.
    #[must_use]
    pub fn marks(&self, name: &str) -> Vec<usize> {
        let Some(query) = &self.query else { return Vec::new() };
        let (met, letters) = met(name, query);
        let best = met.iter().filter(|word| is_marked(word, &met));
        let mut marked: Vec<usize> = best.flat_map(|word| word.at.clone()).collect();
        if marked.is_empty() {
            marked = self.gaps(name, query, letters);
        }
        marked.sort_unstable();
        marked.dedup();
        marked
    }

    /// The letters that stand in order with gaps, in a name with these `letters`.
    fn gaps(&self, name: &str, query: &Query, letters: u64) -> Vec<usize> {
        let prepared = || query.words.iter().map(|word| Gaps::new(&word.text)).collect();
        let all = query.words.iter().zip(self.gaps.get_or_init(prepared));
        let mut wanted = all.filter(|(word, _)| bag(&word.text) & !letters == 0).peekable();
        if wanted.peek().is_none() {
            return Vec::new();
        }
        let found = words(name);
        let field = found.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        let places = wanted.filter_map(|(_, gaps)| gaps.as_ref()?.places(&field)).flatten().collect::<Vec<_>>();
        let mut marked = Vec::new();
        let mut start = 0;
        for word in &found {
            let here =
                places.iter().filter_map(|place| place.checked_sub(start)).filter(|place| *place < word.text.len());
            marked.extend(here.flat_map(|place| word.source(place..place + 1)));
            start += word.text.len() + 1;
        }
        marked
    }
}

/// A word of a name that a reading of the query fits.
struct Met {
    reading: usize,
    fit: Fit,
    /// The characters that the reading stands for.
    at: Range<usize>,
}

/// The words of `name` that the readings of `query` fit, and the characters of all its words (and perhaps more).
fn met(name: &str, query: &Query) -> (Vec<Met>, u64) {
    let (mut found, mut letters, mut start) = (Vec::new(), 0, 0);
    let tokens = || query.readings.iter().map(|reading| &reading.meant.token);
    let mut word = Word::roomy();
    for part in name.split(' ') {
        let (here, count) = written(part);
        letters |= here;
        if tokens().any(|token| token.lacks_few(here)) {
            each_word(part, &mut word, |word| {
                let here = bag(&word.text);
                let near = tokens().enumerate().filter(|(_, token)| token.lacks_few(here));
                found.extend(near.filter_map(|(at, token)| fit(word, token, (at, start))));
            });
        }
        start += count + 1;
    }
    (found, letters)
}

/// A set that has all characters of the words of `text`, known without folding it, and how many characters it has.
fn written(text: &str) -> (u64, usize) {
    text.chars().fold((0, 0), |(set, count), letter| {
        let here = match letter {
            ascii if ascii.is_ascii() => bag(ascii.to_ascii_lowercase().encode_utf8(&mut [0; 4])),
            'å' | 'Å' => bag("a"),
            'ø' | 'Ø' => bag("o"),
            'æ' | 'Æ' => bag("e"),
            _ => u64::MAX,
        };
        (set | here, count + 1)
    })
}

/// How a reading (its number) fits a word of a part of a name that begins at `start`.
fn fit(word: &Word, token: &Token, (reading, start): (usize, usize)) -> Option<Met> {
    let entry = Entry::new(word);
    let fit = token.fit(entry);
    let at = || word.source(token.covered(entry, fit.layer));
    (fit.quality > 0).then(at).map(|at| Met { reading, fit, at: at.start + start..at.end + start })
}

/// Whether `word` is marked: when it was met without slips, or when nothing was and it comes nearest.
fn is_marked(word: &Met, met: &[Met]) -> bool {
    let same = || met.iter().filter(|other| other.reading == word.reading).map(|other| other.fit);
    if same().any(|fit| fit.layer < Layer::Typo) {
        return word.fit.layer < Layer::Typo;
    }
    same().all(|fit| fit.quality <= word.fit.quality)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_without_folding_lacks_no_character_of_the_words() {
        for text in ["Blåbærgrøt", "AAPENT", "Straße", "Œuvre Ǽ", "A\u{30a}pent", "R=MC²", "Ærlig", "한국", "x\u{301}"]
        {
            each_word(text, &mut Word::roomy(), |word| assert_eq!(bag(&word.text) & !written(text).0, 0, "{text}"));
        }
    }
}
