//! Which tools answer a query, and in which order: the words meet the fields here.

use super::body::SHORTEST;
use super::fold::bag;
use super::fuzzy::Gaps;
use super::index::{Index, Place};
use super::layer::{Entry, Fit, Layer, Token};
use super::query::{MOST_WORDS, Query};
use crate::domain::text::Lang;

/// Where a word of the query was found best in a tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Find {
    /// Quality times the worth of the place.
    pub score: u32,
    pub found: Option<(Place, Layer)>,
}

impl Find {
    fn new(place: Place, fit: Fit) -> Find {
        Find { score: u32::from(fit.quality) * place.worth() / 100, found: Some((place, fit.layer)) }
    }

    fn raise(&mut self, other: Find) {
        if other.score > self.score {
            *self = other;
        }
    }
}

/// A tool with what was found in it.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    pub tool: u32,
    pub score: u32,
    pub finds: [Find; MOST_WORDS],
}

/// Whether a tool must have all words of a query or some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    All,
    Some,
}

/// A search under way.
pub struct Search<'a> {
    pub index: &'a Index,
    pub query: Query,
    lang: Lang,
    /// For each tool the words of the query that it has, as bits.
    seen: Vec<u32>,
    /// For each word of the query and each tool the best find outside the vocabulary; empty where there is none.
    beyond: Vec<Vec<Find>>,
}

impl<'a> Search<'a> {
    #[must_use]
    pub fn new(index: &'a Index, text: &str, lang: Lang) -> Search<'a> {
        let query = Query::new(text, &index.vocabulary, &index.thesaurus);
        let (seen, beyond) = (vec![0; index.tools.len()], vec![Vec::new(); query.words.len()]);
        let mut search = Search { index, query, lang, seen, beyond };
        search.meet_words();
        let unwritten = search.query.unwritten();
        for at in 0..search.query.words.len() {
            if unwritten & 1 << at != 0 {
                search.meet_compounds(at);
                search.meet_gaps(at);
            }
            search.meet_bodies(at);
        }
        search
    }

    /// The tools that have what is needed, in no order.
    pub fn standings(&self, need: Need) -> impl Iterator<Item = Standing> {
        let required = self.query.required;
        let has = move |seen: u32| match need {
            Need::All => required != 0 && seen & required == required,
            Need::Some => seen & required != 0,
        };
        let answering = (0..).zip(&self.seen).filter(move |(_, seen)| has(**seen));
        answering.map(|(tool, _)| self.standing(tool))
    }

    fn meet_words(&mut self) {
        for reading in &self.query.readings {
            let mask = reading.mask();
            for word in &reading.fitting {
                for field in self.index.holders.of(*word) {
                    let tool = self.index.fields.get(*field as usize).map(|field| field.tool);
                    if let Some(seen) = tool.and_then(|tool| self.seen.get_mut(tool as usize)) {
                        *seen |= mask;
                    }
                }
            }
        }
    }

    /// Notes a find of word `at` of the query.
    fn note(&mut self, at: usize, tool: u32, find: Find) {
        let Some(beyond) = self.beyond.get_mut(at) else { return };
        beyond.resize(self.index.tools.len(), Find::default());
        if let (Some(slot), Some(seen)) = (beyond.get_mut(tool as usize), self.seen.get_mut(tool as usize)) {
            slot.raise(find);
            *seen |= 1 << at;
        }
    }

    fn meet_bodies(&mut self, at: usize) {
        let index = self.index;
        let Some(token) = self.query.readings.get(at).map(|reading| reading.token.clone()) else { return };
        if token.text.len() < SHORTEST {
            return;
        }
        for (entry, place, tools) in index.body.starting(token.root()) {
            let fit = token.fit_start(entry);
            if fit.quality == 0 || (fit.layer == Layer::Prefix && token.text.len() <= SHORTEST) {
                continue;
            }
            for tool in tools {
                self.note(at, *tool, Find::new(place, fit));
            }
        }
    }

    /// `gruppearbeid`: both halves are words of one tool.
    fn meet_compounds(&mut self, at: usize) {
        let Some(text) = self.query.words.get(at).map(|word| word.text.clone()) else { return };
        for cut in HALF..=text.len().saturating_sub(HALF) {
            let (Some(head), Some(tail)) = (text.get(..cut), text.get(cut..)) else { continue };
            let tails = self.holders_of(tail);
            if tails.is_empty() {
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
        let Some(word) = super::fold::words(half).into_iter().next() else { return Vec::new() };
        let token = Token::new(word);
        let whole = |entry: &Entry| matches!(token.fit_start(entry).layer, Layer::Exact | Layer::Form);
        let words = self.index.vocabulary.starting(token.root()).filter(|(_, entry)| whole(entry));
        let fields = words.flat_map(|(word, _)| self.index.holders.of(word));
        let fields = fields.filter_map(|field| self.index.fields.get(*field as usize));
        let mut tools: Vec<_> = fields.map(|field| (field.tool, field.place(self.lang))).collect();
        tools.sort_unstable();
        tools.dedup_by_key(|(tool, _)| *tool);
        tools
    }

    fn meet_gaps(&mut self, at: usize) {
        let index = self.index;
        let Some(text) = self.query.words.get(at).map(|word| word.text.clone()) else { return };
        let (Some(gaps), needed) = (Gaps::new(&text), bag(&text)) else { return };
        for field in index.fields.iter().filter(|field| needed & !field.bag == 0) {
            if let Some(share) = gaps.score(&field.text) {
                let fit = Fit { quality: GAPS + share * 2, layer: Layer::Fuzzy };
                self.note(at, field.tool, Find::new(field.place(self.lang), fit));
            }
        }
    }

    fn standing(&self, tool: u32) -> Standing {
        let mut finds = [Find::default(); MOST_WORDS];
        for (find, beyond) in finds.iter_mut().zip(&self.beyond) {
            find.raise(beyond.get(tool as usize).copied().unwrap_or_default());
        }
        let mut bonus = 0;
        for field in self.index.of_tool.of(tool) {
            bonus = bonus.max(self.meet_field(*field, &mut finds));
        }
        let weight = |at: usize| if self.query.required & 1 << at == 0 { 1 } else { 5 };
        let total: u32 = finds.iter().enumerate().map(|(at, find)| find.score * weight(at)).sum();
        Standing { tool, score: total / (5 * self.query.required.count_ones().max(1)) + bonus, finds }
    }

    /// Notes what one field has; answers what the field is worth beyond its words.
    fn meet_field(&self, number: u32, finds: &mut [Find; MOST_WORDS]) -> u32 {
        let Some(field) = self.index.fields.get(number as usize) else { return 0 };
        let place = field.place(self.lang);
        let (mut here, mut covered) = (0, 0);
        for (at, word) in self.index.of_field.of(number).iter().enumerate() {
            let mut letters = 0;
            for reading in &self.query.readings {
                let fit = reading.fit(*word);
                if fit.quality == 0 {
                    continue;
                }
                here |= reading.mask();
                letters = letters.max(reading.token.text.len());
                let find = Find::new(place, positioned(fit, at));
                finds
                    .iter_mut()
                    .take(reading.stands_for.end)
                    .skip(reading.stands_for.start)
                    .for_each(|slot| slot.raise(find));
            }
            covered += letters.min(self.index.vocabulary.word(*word).map_or(0, |word| word.text.len()));
        }
        let whole =
            self.query.readings.get(self.query.whole).map(|reading| reading.fit(field.whole)).unwrap_or_default();
        if whole.quality > 0 {
            here = self.query.required;
            finds.iter_mut().take(self.query.words.len()).for_each(|slot| slot.raise(Find::new(place, whole)));
        }
        let complete = here & self.query.required == self.query.required;
        let cover = if complete {
            TOGETHER + covered.min(field.letters as usize) as u32 * COVER / field.letters.max(1)
        } else {
            0
        };
        (whole_field(whole) + cover) * place.worth() / 100
    }
}

/// A fit with the place of the word in its field: the first word is worth more, and a later one is not a prefix.
fn positioned(fit: Fit, at: usize) -> Fit {
    match (at, fit.layer) {
        (0, _) => Fit { quality: fit.quality + FIRST, ..fit },
        (_, Layer::Prefix) => Fit { quality: fit.quality.saturating_sub(FIRST), layer: Layer::WordStart },
        _ => fit,
    }
}

/// What it is worth when all words of the query as one fit all words of a field as one.
fn whole_field(fit: Fit) -> u32 {
    match fit.layer {
        _ if fit.quality == 0 => 0,
        Layer::Exact => 400,
        Layer::Form => 250,
        Layer::Prefix => 200,
        Layer::Typo => 150,
        _ => 0,
    }
}

/// The shortest half of a compound, in letters.
const HALF: usize = 3;

/// The quality of a compound whose halves stand apart.
const COMPOUND: u16 = 560;

/// The quality of letters with gaps, to which twice the share of a perfect score is added.
const GAPS: u16 = 300;

/// What the first word of a field is worth beyond a later one.
const FIRST: u16 = 40;

/// What a field is worth that has all words of the query.
const TOGETHER: u32 = 80;

/// What a field is worth that has nothing but the words of the query.
const COVER: u32 = 150;
