//! Letters in order with gaps, scored by fuzzy-matcher (the only place that names it), on short fields only.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// The fewest letters that are looked for with gaps.
pub const LEAST: usize = 3;

/// The longest field that is looked at, in bytes.
const LONGEST_FIELD: usize = 80;

/// The part of a perfect score that counts as found, in hundredths.
const ENOUGH: i64 = 60;

/// A word to look for with gaps.
pub struct Gaps<'a> {
    matcher: SkimMatcherV2,
    word: &'a str,
    perfect: i64,
}

impl<'a> Gaps<'a> {
    /// Prepares `word`, which is folded; nothing when it is too short.
    #[must_use]
    pub fn new(word: &'a str) -> Option<Gaps<'a>> {
        if !(LEAST..=LONGEST_FIELD).contains(&word.len()) {
            return None;
        }
        let matcher = SkimMatcherV2::default().ignore_case();
        let perfect = matcher.fuzzy_match(word, word).filter(|score| *score > 0)?;
        Some(Gaps { matcher, word, perfect })
    }

    /// How well `field` (folded) has the word, in hundredths of a perfect score; nothing when too poorly.
    #[must_use]
    pub fn score(&self, field: &str) -> Option<u16> {
        span(self.word, field)?;
        let score = self.matcher.fuzzy_match(field, self.word)?;
        u16::try_from((score * 100 / self.perfect).min(100)).ok().filter(|share| i64::from(*share) >= ENOUGH)
    }

    /// The bytes of `field` that stand for the letters of the word.
    #[must_use]
    pub fn places(&self, field: &str) -> Vec<usize> {
        let found = self.matcher.fuzzy_indices(field, self.word).map(|(_, places)| places).unwrap_or_default();
        let starts: Vec<usize> = field.char_indices().map(|(start, _)| start).collect();
        found.into_iter().filter_map(|place| starts.get(place).copied()).collect()
    }
}

/// How many bytes of `field` the letters of `word` spread over, where it has them in order from the beginning of a word
/// on; the fewest.
#[must_use]
pub fn span(word: &str, field: &str) -> Option<usize> {
    let (word, field) = (word.as_bytes(), field.as_bytes());
    let (first, others) = word.split_first().filter(|_| (word.len()..=LONGEST_FIELD).contains(&field.len()))?;
    let begins = |at: usize| at.checked_sub(1).is_none_or(|before| field.get(before) == Some(&b' '));
    let starts = field.iter().enumerate().filter(|(at, letter)| *letter == first && begins(*at));
    let spread = |at: usize| {
        let mut rest = field.iter().enumerate().skip(at + 1);
        let last = others.iter().try_fold(at, |_, letter| rest.find(|(_, other)| *other == letter).map(|(at, _)| at));
        last.map(|last| last - at)
    };
    starts.filter_map(|(at, _)| spread(at)).min()
}
