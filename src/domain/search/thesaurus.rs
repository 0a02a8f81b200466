//! Synonyms at work: which groups of like meaning a text or a query touches, and which other spellings a query has.

use super::collector::Collector;
use super::fold::{Word, words};
use super::groups::{Groups, number};
use super::layer::{Fit, Layer, Token};
use super::root;
use super::vocabulary::Vocabulary;
use crate::domain::synonyms::Synonyms;
use crate::domain::text::Line;
use crate::domain::tool::Purpose;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// [`Synonyms`], folded for use. Groups of like meaning come first in their numbering, then the purposes.
#[derive(Debug, Clone, Default)]
pub struct Thesaurus {
    stop: HashSet<String, foldhash::fast::FixedState>,
    /// What may be said of any tool, and the same without endings.
    general: Vec<String>,
    general_roots: HashSet<String, foldhash::fast::FixedState>,
    spellings: Vec<(String, String)>,
    /// What a word is in the other kind of Norwegian.
    nynorsk: HashMap<String, Vec<String>, foldhash::fast::FixedState>,
    /// The words of all phrases.
    vocabulary: Vocabulary,
    /// The words of each phrase.
    phrases: Groups,
    /// The group of each phrase.
    group_of: Vec<u32>,
    /// For each word the phrases in which it stands.
    holders: Groups,
    /// The stem of the first word of a phrase → the phrases that begin so.
    beginnings: HashMap<String, Vec<u32>, foldhash::fast::FixedState>,
    purposes: BTreeMap<Purpose, u32>,
}

/// Words of a query that name a group.
#[derive(Debug, Clone)]
pub struct Named {
    pub words: Range<usize>,
    pub fit: Fit,
    pub group: u32,
}

impl Thesaurus {
    #[must_use]
    pub fn new(synonyms: &Synonyms) -> Thesaurus {
        let folded = |line: &Line| words(line).into_iter().map(|word| word.text).collect::<String>();
        let both_ways = |(a, b): &(Line, Line)| [(folded(a), folded(b)), (folded(b), folded(a))];
        let purposes = synonyms.purposes.keys().copied().zip(number(synonyms.same.len())..).collect();
        let mut thesaurus = Thesaurus {
            stop: synonyms.stop.iter().map(folded).collect(),
            general: synonyms.general.iter().map(folded).collect(),
            spellings: synonyms.spellings.iter().flat_map(both_ways).filter(|(from, _)| !from.is_empty()).collect(),
            general_roots: synonyms.general.iter().map(|line| root(&folded(line)).to_owned()).collect(),
            purposes,
            ..Thesaurus::default()
        };
        for (word, other) in synonyms.nynorsk.iter().flat_map(both_ways) {
            thesaurus.nynorsk.entry(word).or_default().push(other);
        }
        let mut collector = Collector::default();
        let mut phrases = Vec::new();
        for (group, lines) in (0..).zip(synonyms.same.iter().chain(synonyms.purposes.values())) {
            for line in lines {
                let mut phrase = Vec::new();
                collector.read(line, |_| true, &mut phrase);
                thesaurus.group_of.extend((!phrase.is_empty()).then_some(group));
                phrases.extend(Some(phrase).filter(|phrase| !phrase.is_empty()));
            }
        }
        thesaurus.learn(&collector, phrases);
        thesaurus
    }

    fn learn(&mut self, collector: &Collector, phrases: Vec<Vec<u32>>) {
        let (vocabulary, renumbered) = Vocabulary::of(collector);
        for phrase in phrases {
            self.phrases.push(phrase.iter().filter_map(|word| renumbered.get(*word as usize)).copied());
        }
        self.holders = self.phrases.turned(vocabulary.len());
        for phrase in 0..number(self.group_of.len()) {
            let first = self.phrases.of(phrase).first();
            if let Some(root) = first.map(|word| vocabulary.word(*word).root().to_owned()) {
                self.beginnings.entry(root).or_default().push(phrase);
            }
        }
        self.vocabulary = vocabulary;
    }

    /// Whether a query may go unanswered in this folded word.
    #[must_use]
    pub fn is_stop(&self, text: &str) -> bool {
        self.stop.contains(text)
    }

    /// Whether this folded word, in whatever form, may be said of any tool.
    #[must_use]
    pub fn is_general(&self, text: &str) -> bool {
        self.general_roots.contains(root(text))
    }

    /// Whether this may become such a word when somebody types on.
    #[must_use]
    pub fn begins_general(&self, text: &str) -> bool {
        self.general.iter().any(|word| word.starts_with(text))
    }

    /// Whether some group has this folded word.
    #[must_use]
    pub fn knows(&self, text: &str) -> bool {
        self.vocabulary.knows(text)
    }

    /// Whether this group is what people call a purpose.
    #[must_use]
    pub fn is_purpose(&self, group: u32) -> bool {
        self.purposes.values().next().is_some_and(|first| *first <= group)
    }

    /// The groups of these purposes.
    pub fn of_purposes(&self, purposes: &[Purpose]) -> impl Iterator<Item = u32> {
        purposes.iter().filter_map(|purpose| self.purposes.get(purpose)).copied()
    }

    /// The groups that words of a text belong to, each with how much of the text its longest phrase is, in hundredths;
    /// `roots` are the words without their endings.
    #[must_use]
    pub fn groups(&self, roots: &[&str]) -> BTreeMap<u32, u32> {
        let mut found = BTreeMap::new();
        let length = |roots: &[&str]| roots.iter().map(|root| root.len()).sum::<usize>();
        let all = length(roots).max(1);
        for at in 0..roots.len() {
            let rest = roots.get(at..).unwrap_or_default();
            let begun = rest.first().and_then(|first| self.beginnings.get(*first)).into_iter().flatten();
            let here = begun.filter(|phrase| {
                let phrase = self.phrases.of(**phrase);
                let same = |(word, root): (&u32, &&str)| self.vocabulary.word(*word).root() == *root;
                phrase.len() <= rest.len() && phrase.iter().zip(rest).all(same)
            });
            for (phrase, group) in here.filter_map(|phrase| Some((phrase, self.group_of.get(*phrase as usize)?))) {
                let words = rest.get(..self.phrases.of(*phrase).len()).unwrap_or_default();
                let cover = found.entry(*group).or_default();
                *cover = number(length(words) * 100 / all).max(*cover);
            }
        }
        found
    }

    /// The groups that words of a query name, neighbours together where a phrase has several words; `fits` are what
    /// [`Thesaurus::fits`] says of each.
    #[must_use]
    pub fn named(&self, fits: &[&[(u32, Fit)]]) -> Vec<Named> {
        let mut found = Vec::new();
        for (at, fitting) in fits.iter().enumerate() {
            let phrases = fitting.iter().flat_map(|(word, _)| self.holders.of(*word));
            found.extend(phrases.filter_map(|phrase| Some((*phrase, at, self.fit(*phrase, fits.get(at..)?)?))));
        }
        found.sort_unstable_by_key(|(phrase, at, _)| (*phrase, *at));
        found.dedup_by_key(|(phrase, at, _)| (*phrase, *at));
        let named = |(phrase, at, fit): (u32, usize, Fit)| {
            let group = self.group_of.get(phrase as usize).copied()?;
            Some(Named { words: at..at + self.phrases.of(phrase).len(), fit, group })
        };
        found.into_iter().filter_map(named).collect()
    }

    /// How well words of a query, from some word on, fit a phrase; as well as the poorest of its words does.
    fn fit(&self, phrase: u32, fits: &[&[(u32, Fit)]]) -> Option<Fit> {
        let words = self.phrases.of(phrase);
        let found = words.iter().zip(fits).map(|(word, fitting)| {
            let found = fitting.binary_search_by_key(word, |(word, _)| *word).ok();
            found.and_then(|found| fitting.get(found)).map(|(_, fit)| *fit)
        });
        let found: Option<Vec<Fit>> = found.collect();
        found.filter(|found| found.len() == words.len())?.into_iter().min_by_key(|fit| fit.quality)
    }

    /// How well `token` fits the words of the phrases, in order, and which of them begin near it with slips; `begun` is the
    /// latter for its beginning.
    #[must_use]
    pub fn fits(&self, token: &Token, begun: Option<&[u32]>) -> (Vec<(u32, Fit)>, Vec<u32>) {
        let mut fits = Vec::new();
        let mut take = |word, fit| {
            let fit = token.of_word(fit);
            fits.extend((fit.quality > 0).then_some((word, fit)));
        };
        self.vocabulary.fitting(token, self.vocabulary.begun(token), &mut take);
        let slipped = self.vocabulary.slipped(token, begun, take);
        fits.sort_unstable_by_key(|(word, _)| *word);
        (fits, slipped)
    }

    /// Other spellings of `word`.
    #[must_use]
    pub fn respelled(&self, word: &Word) -> Vec<Word> {
        let other = |(from, to): &(String, String)| {
            word.text.starts_with(from.as_str()).then(|| word.text.replacen(from.as_str(), to, 1))
        };
        let forms = self.nynorsk.get(&word.text).into_iter().flatten().cloned();
        forms
            .chain(self.spellings.iter().filter_map(other))
            .filter_map(|text| words(&text).into_iter().next())
            .collect()
    }
}

impl Token {
    /// What `fit` is with a whole word of a phrase: by its beginning or with a slip, not inside it.
    fn of_word(&self, fit: Fit) -> Fit {
        let short = fit.layer == Layer::Prefix && self.text.len() < 3;
        if fit.layer == Layer::Inside || short { Fit::NONE } else { fit }
    }
}
