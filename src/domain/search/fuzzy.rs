//! Letters in order with gaps, scored by fuzzy-matcher (the only place that names it), on short fields only.

use super::stretch::has;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::fmt;
use std::ops::RangeInclusive;

/// How many letters are looked for with gaps, in bytes: a longer word is no abbreviation.
const LETTERS: RangeInclusive<usize> = 3..=24;

/// The part of a perfect score that counts as found, in hundredths.
const ENOUGH: i64 = 60;

/// A word to look for with gaps.
pub struct Gaps {
    matcher: SkimMatcherV2,
    word: String,
    perfect: i64,
}

impl fmt::Debug for Gaps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gaps").field("word", &self.word).field("perfect", &self.perfect).finish_non_exhaustive()
    }
}

impl Gaps {
    /// Whether `word` is of a length that is looked for.
    #[must_use]
    pub fn may_be(word: &str) -> bool {
        LETTERS.contains(&word.len())
    }

    /// Prepares `word`, which is folded; nothing when it is too short or too long.
    #[must_use]
    pub fn new(word: &str) -> Option<Gaps> {
        if !Gaps::may_be(word) {
            return None;
        }
        let matcher = SkimMatcherV2::default().ignore_case();
        let perfect = matcher.fuzzy_match(word, word).filter(|score| *score > 0)?;
        Some(Gaps { matcher, word: word.to_owned(), perfect })
    }

    /// How well `field` (folded), where the word has been found in order, has it, in hundredths of a perfect score; nothing
    /// when too poorly.
    #[must_use]
    pub fn score(&self, field: &str) -> Option<u16> {
        self.share(self.matcher.fuzzy_match(field, &self.word)?)
    }

    /// The bytes of `field` that stand for the letters of the word; nothing when it has the word too poorly.
    #[must_use]
    pub fn places(&self, field: &str) -> Option<Vec<usize>> {
        if !has(&self.word, field) {
            return None;
        }
        let (score, found) = self.matcher.fuzzy_indices(field, &self.word)?;
        self.share(score)?;
        let starts: Vec<usize> = field.char_indices().map(|(start, _)| start).collect();
        Some(found.into_iter().filter_map(|place| starts.get(place).copied()).collect())
    }

    fn share(&self, score: i64) -> Option<u16> {
        u16::try_from((score * 100 / self.perfect).min(100)).ok().filter(|share| i64::from(*share) >= ENOUGH)
    }
}
