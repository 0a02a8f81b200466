//! The words of a query meet the cards: in short fields, as synonyms, as compounds, with gaps, in long texts.

use super::body::SHORTEST;
use super::field::Place;
use super::find::{Beyond, Find};
use super::fuzzy::Gaps;
use super::groups::number;
use super::index::Index;
use super::layer::{Entry, Fit, Layer, Token};
use super::met::Met;
use super::query::{FEW, MOST_WORDS, Query};
use super::reading::Reading;
use super::stretch::InOrder;
use super::typing::Need;
use crate::domain::text::Lang;
use std::sync::Arc;

/// What a query has met.
#[derive(Debug)]
pub struct Meeting<'a> {
    index: &'a Index,
    query: &'a Query,
    lang: Lang,
    /// For each tool the words of the query that it has, as bits.
    pub seen: Vec<u32>,
    /// The fields that hold some word that fits, as bits.
    fields: Vec<u64>,
    /// For each word of the query the finds outside the vocabulary.
    pub beyond: Vec<Beyond>,
    /// The lines that have the letters of a word in order, for each word that was looked for so.
    pub in_order: Vec<InOrder>,
}

impl<'a> Meeting<'a> {
    /// Lets `query` meet all cards of `index`; where all its words are needed, what cannot answer any more is not looked
    /// at again. `met` holds its readings; `earlier` may hold what was found for the beginnings of its words.
    #[must_use]
    pub fn new(
        index: &'a Index,
        query: &'a Query,
        (lang, need): (Lang, Need),
        (met, earlier): (&Met, &[InOrder]),
    ) -> Meeting<'a> {
        let (seen, fields) = (vec![0; index.tools.len()], vec![0; index.fields.len().div_ceil(64)]);
        let beyond = vec![Beyond::default(); query.words.len()];
        let mut meeting = Meeting { index, query, lang, seen, fields, beyond, in_order: Vec::new() };
        meeting.meet_groups();
        (0..query.words.len()).for_each(|at| meeting.meet_bodies(at));
        let unwritten = query.unwritten();
        match need {
            Need::All if query.words.len() == 1 || query.may_say_more() => meeting.meet_words(|_| true),
            Need::All => meeting.meet_rarest(query.required & !unwritten, met),
            Need::Some => meeting.meet_words(|_| true),
        }
        let mut looked_for = match need {
            Need::All => query.required & !unwritten,
            Need::Some => 0,
        };
        for at in (0..query.words.len()).filter(|at| unwritten & 1 << at != 0) {
            if meeting.seen.iter().any(|seen| seen & looked_for == looked_for) {
                meeting.meet_compounds(at);
                meeting.meet_gaps(at, looked_for, earlier);
            }
            if need == Need::All {
                looked_for |= query.required & 1 << at;
            }
        }
        meeting
    }

    /// From how many words on, of those that must be found, a tool is worth looking at: from one, and from more when very
    /// many tools have more.
    #[must_use]
    pub fn most_words(&self) -> u32 {
        let mut having = [0; MOST_WORDS + 1];
        for seen in &self.seen {
            let words = (seen & self.query.required).count_ones() as usize;
            having.get_mut(..=words).into_iter().flatten().for_each(|count| *count += 1);
        }
        let most = having.iter().rposition(|count| *count >= MANY).unwrap_or_default();
        number(most.max(1))
    }

    /// All fields that hold some word that fits, in order.
    #[must_use]
    pub fn fields(&self) -> Vec<u32> {
        let mut fields = Vec::with_capacity(self.index.fields.len());
        for (word, bits) in (0..).zip(&self.fields) {
            let mut left = *bits;
            while left != 0 {
                fields.push(word * 64 + left.trailing_zeros());
                left &= left - 1;
            }
        }
        fields
    }

    /// The fields of a tool that hold some word that fits.
    pub fn fields_of(&self, tool: u32) -> impl Iterator<Item = u32> {
        let range = self.index.fields_of(tool);
        let (mut next, mut start, mut left) = (range.start, range.start, 0);
        std::iter::from_fn(move || {
            while left == 0 && next < range.end {
                (start, left) = (next, self.bits_from(next, range.end));
                next += 64;
            }
            let field = start + left.trailing_zeros();
            let is_one = left != 0;
            left &= left.wrapping_sub(1);
            is_one.then_some(field)
        })
    }

    /// Whether the query says more than one card does: each of its words is somewhere, so none is nonsense.
    #[must_use]
    pub fn says_more(&self) -> bool {
        let required = self.query.required;
        self.query.may_say_more() && self.seen.iter().fold(0, |all, seen| all | seen) & required == required
    }

    /// Which of the fields from `start` on and before `end`, up to 64 of them, hold some word that fits.
    fn bits_from(&self, start: u32, end: u32) -> u64 {
        let (word, shift) = ((start / 64) as usize, start % 64);
        let at = |word: usize| self.fields.get(word).copied().unwrap_or_default();
        let bits = if shift == 0 { at(word) } else { at(word) >> shift | at(word + 1) << (64 - shift) };
        let count = end - start;
        if count < 64 { bits & ((1 << count) - 1) } else { bits }
    }

    /// Meets all words, those of the rarest of `needed` (as bits) first: when only few tools have it, the others are
    /// looked for in those alone.
    fn meet_rarest(&mut self, needed: u32, met: &Met) {
        let readings: Vec<_> = self.query.readings.iter().map(|reading| (reading.mask(), self.held(reading))).collect();
        let held = |mask: u32| readings.iter().filter(|(words, _)| words & mask != 0).map(|(_, held)| held).sum();
        let words = (0..self.query.words.len()).map(|at| 1 << at).filter(|word| needed & word != 0);
        let Some((rarest, first)) = words.map(|word| (word, held(word))).min_by_key(|(_, held): &(u32, usize)| *held)
        else {
            return self.meet_words(|_| true);
        };
        self.meet_words(|words| words & rarest != 0);
        let having = self.seen.iter().filter(|seen| **seen & rarest != 0).count();
        if held(u32::MAX) - first <= having * WORDS_OF_A_TOOL {
            return self.meet_words(|words| words & rarest == 0);
        }
        for tool in 0..number(self.seen.len()) {
            if self.words_of(tool) & rarest != 0 {
                let fields = self.index.fields_of(tool);
                fields.for_each(|field| self.meet_field(field, met.words_in(self.index, field)));
            }
        }
    }

    /// In how many fields the words stand that fit a reading.
    fn held(&self, reading: &Reading) -> usize {
        let fitting = self.query.fitting(reading, self.index.vocabulary.words());
        fitting.map(|(word, _)| self.index.holders.of(*word).len()).sum()
    }

    fn words_of(&self, tool: u32) -> u32 {
        self.seen.get(tool as usize).copied().unwrap_or_default()
    }

    /// Meets the words that fit readings of the words (as bits) that `wanted` wants.
    fn meet_words(&mut self, wanted: impl Fn(u32) -> bool) {
        let (index, readings) = (self.index, &self.query.readings);
        let holders = if self.query.is_letter() { &index.leading } else { &index.holders };
        for (at, reading) in readings.iter().enumerate().filter(|(_, reading)| wanted(reading.mask())) {
            let is_same = |other: &&Reading| Arc::ptr_eq(&other.meant, &reading.meant);
            if readings.iter().take(at).any(|other| is_same(&other) && wanted(other.mask())) {
                continue;
            }
            let mask = readings.iter().filter(is_same).fold(0, |mask, same| mask | same.mask());
            for (word, _) in self.query.fitting(reading, index.vocabulary.words()) {
                holders.of(*word).iter().for_each(|field| self.meet_field(*field, mask));
            }
        }
    }

    /// Notes that a field has these words (as bits).
    fn meet_field(&mut self, field: u32, words: u32) {
        let Some(bits) = self.fields.get_mut(field as usize / 64).filter(|_| words != 0) else { return };
        *bits |= 1 << (field % 64);
        let tool = self.index.tool_of.get(field as usize);
        let seen = tool.and_then(|tool| self.seen.get_mut(*tool as usize));
        if let Some(seen) = seen {
            *seen |= words;
        }
    }

    fn meet_groups(&mut self) {
        let index = self.index;
        let words = self.query.readings.iter().take(self.query.words.len());
        let fits: Vec<_> = words.map(|reading| reading.meant.phrases.as_slice()).collect();
        for named in index.thesaurus.named(&fits) {
            let place = if index.thesaurus.is_purpose(named.group) { Place::Purpose } else { Place::Synonym };
            for (percent, tools) in index.members.of(named.group).filter(|(_, tools)| !tools.is_empty()) {
                let more = if named.words.len() > 1 { PHRASE } else { 0 };
                let find = Find::new(place, named.fit.worth(percent + more));
                named.words.clone().for_each(|at| self.note_all(at, tools, find));
            }
        }
    }

    fn token(&self, at: usize) -> Option<&'a Token> {
        self.query.readings.get(at).map(|reading| &reading.meant.token)
    }

    /// Notes a find of word `at` of the query.
    fn note(&mut self, at: usize, tool: u32, find: Find) {
        self.note_all(at, &[tool], find);
    }

    /// Notes the same find of word `at` of the query in some tools.
    fn note_all(&mut self, at: usize, tools: &[u32], find: Find) {
        let Some(beyond) = self.beyond.get_mut(at) else { return };
        let finds = beyond.among(self.index.tools.len());
        for tool in tools {
            if let (Some(best), Some(seen)) = (finds.get_mut(*tool as usize), self.seen.get_mut(*tool as usize)) {
                best.raise(find);
                *seen |= 1 << at;
            }
        }
    }

    fn meet_bodies(&mut self, at: usize) {
        let index = self.index;
        let Some(token) = self.token(at).filter(|token| token.text.len() >= SHORTEST) else { return };
        for (entry, place, tools) in index.body.starting(token.root()) {
            let fit = token.fit_start(entry);
            if fit.quality == 0 || (fit.layer == Layer::Prefix && token.text.len() <= SHORTEST) {
                continue;
            }
            if let Some(fit) = self.query.readings.get(at).and_then(|reading| reading.meant.seen(fit)) {
                self.note_all(at, tools, Find::new(place, fit));
            }
        }
    }

    /// `gruppearbeid`: both halves are words of one tool.
    fn meet_compounds(&mut self, at: usize) {
        let query = self.query;
        let Some(text) = query.words.get(at).map(|word| &word.text) else { return };
        if text.len() > LONGEST_COMPOUND {
            return;
        }
        for cut in HALF..=text.len().saturating_sub(HALF) {
            let (Some(head), Some(tail)) = (text.get(..cut), text.get(cut..)) else { continue };
            let tails = self.holders_of(tail);
            if tails.is_empty() || self.index.thesaurus.is_general(tail) {
                continue;
            }
            for (tool, place) in self.holders_of(head) {
                if let Ok(found) = tails.binary_search_by_key(&tool, |(tool, _)| *tool) {
                    let place = tails.get(found).map_or(place, |(_, other)| place.max(*other));
                    self.note(at, tool, Find::new(place, Fit { quality: COMPOUND, layer: Layer::Compound }));
                }
            }
        }
    }

    /// The tools that have `half` of a compound as a word in some form, in order, each once.
    fn holders_of(&self, half: &str) -> Vec<(u32, Place)> {
        let (index, lang) = (self.index, self.lang);
        let Some(word) = super::fold::words(half).into_iter().next() else { return Vec::new() };
        let token = Token::exact(word);
        let whole = |entry: Entry<'_>| matches!(token.fit_start(entry).layer, Layer::Exact | Layer::Form);
        let words = index.vocabulary.starting(token.root()).flatten();
        let words = words.filter(|word| whole(index.vocabulary.word(*word)));
        let fields = words.flat_map(|word| index.holders.of(word));
        let fields = fields.filter_map(|field| index.fields.get(*field as usize));
        let mut tools: Vec<_> = fields.map(|field| (field.tool, field.place(lang))).collect();
        tools.sort_unstable();
        tools.dedup_by_key(|(tool, _)| *tool);
        tools
    }

    /// Looks in the tools that have all words of `needed` (as bits).
    fn meet_gaps(&mut self, at: usize, needed: u32, earlier: &[InOrder]) {
        let index = self.index;
        let is_short = self.query.words.len() <= FEW;
        let Some(token) = self.token(at).filter(|token| is_short && !index.knows(&token.text)) else { return };
        if !Gaps::may_be(&token.text) {
            return;
        }
        let in_order = InOrder::of(&token.text, &index.lines, earlier);
        let mut found = in_order.spreads();
        self.in_order.push(in_order);
        let tool = |line: u32| index.fields.get(index.lines.line(line).0 as usize).map(|field| field.tool as usize);
        let seen = |line: u32| tool(line).and_then(|tool| self.seen.get(tool)).copied().unwrap_or_default();
        found.retain(|(spread, line)| *spread <= token.text.len() * WIDEST && seen(*line) & needed == needed);
        if found.is_empty() {
            return;
        }
        let Some(gaps) = Gaps::new(&token.text) else { return };
        if found.len() > MOST_SCORED {
            found.select_nth_unstable(MOST_SCORED);
            found.truncate(MOST_SCORED);
        }
        for (_, line) in found {
            let (field, text) = index.lines.line(line);
            let Some((share, field)) = gaps.score(text).zip(index.fields.get(field as usize)) else { continue };
            let fit = Fit { quality: GAPS + share * 2, layer: Layer::Fuzzy };
            self.note(at, field.tool, Find::new(field.place(self.lang), fit));
        }
    }
}

/// What a phrase of several words that names a group is worth beyond a single word, in percent.
const PHRASE: u16 = 35;

/// So many tools are enough to find the nearest among.
const MANY: usize = 1000;

/// About how many words the short fields of a tool have together.
const WORDS_OF_A_TOOL: usize = 45;

/// Over how many times its own length a word may be spread with gaps: letters farther apart are in order by chance.
const WIDEST: usize = 3;

/// How many lines with letters in order are scored, the closest first.
const MOST_SCORED: usize = 16;

/// The longest word that is taken for a compound, in letters.
const LONGEST_COMPOUND: usize = 40;

/// The shortest half of a compound, in letters.
const HALF: usize = 3;

/// The quality of a compound whose halves stand apart.
const COMPOUND: u16 = 560;

/// The quality of letters with gaps, to which twice the share of a perfect score is added.
const GAPS: u16 = 300;
