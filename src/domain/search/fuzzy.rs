//! Letters in order with gaps, scored by fuzzy-matcher (the only place that names it), on short fields only.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::fmt;
use std::ops::RangeInclusive;

/// How many letters are looked for with gaps, in bytes: a longer word is no abbreviation.
const LETTERS: RangeInclusive<usize> = 3..=24;

/// The longest field that is looked at, in bytes.
const LONGEST_FIELD: usize = 80;

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
    /// Prepares `word`, which is folded; nothing when it is too short.
    #[must_use]
    pub fn new(word: &str) -> Option<Gaps> {
        if !LETTERS.contains(&word.len()) {
            return None;
        }
        let matcher = SkimMatcherV2::default().ignore_case();
        let perfect = matcher.fuzzy_match(word, word).filter(|score| *score > 0)?;
        Some(Gaps { matcher, word: word.to_owned(), perfect })
    }

    /// How well `field` (folded) has the word, in hundredths of a perfect score; nothing when too poorly.
    #[must_use]
    pub fn score(&self, field: &str) -> Option<u16> {
        span(&self.word, field)?;
        self.share(self.matcher.fuzzy_match(field, &self.word)?)
    }

    /// The bytes of `field` that stand for the letters of the word; nothing when it has the word too poorly.
    #[must_use]
    pub fn places(&self, field: &str) -> Option<Vec<usize>> {
        span(&self.word, field)?;
        let (score, found) = self.matcher.fuzzy_indices(field, &self.word)?;
        self.share(score)?;
        let starts: Vec<usize> = field.char_indices().map(|(start, _)| start).collect();
        Some(found.into_iter().filter_map(|place| starts.get(place).copied()).collect())
    }

    fn share(&self, score: i64) -> Option<u16> {
        u16::try_from((score * 100 / self.perfect).min(100)).ok().filter(|share| i64::from(*share) >= ENOUGH)
    }
}

/// How many bytes of `field` the letters of `word` spread over, where it has them in order from the beginning of a word
/// on; the fewest.
#[must_use]
pub fn span(word: &str, field: &str) -> Option<usize> {
    let (word, field) = (word.as_bytes(), field.as_bytes());
    let (first, others) = word.split_first().filter(|_| (word.len()..=LONGEST_FIELD).contains(&field.len()))?;
    let (mut rest, mut fewest) = (field, None);
    loop {
        if rest.first() == Some(first) {
            let Some(passed) = passed(others, rest.get(1..)?) else { return fewest };
            fewest = Some(fewest.map_or(passed, |fewest: usize| fewest.min(passed)));
        }
        let Some(end) = rest.iter().position(|byte| *byte == b' ') else { return fewest };
        rest = rest.get(end + 1..)?;
    }
}

/// How many of the first bytes of `rest` one passes to meet all `letters` in order.
fn passed(letters: &[u8], rest: &[u8]) -> Option<usize> {
    let mut left = rest;
    for letter in letters {
        let at = left.iter().position(|byte| byte == letter)?;
        left = left.get(at + 1..)?;
    }
    Some(rest.len() - left.len())
}
