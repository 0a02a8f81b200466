//! Synonyms at work: which groups of like meaning a text or a query touches, and which other spellings a query has.

use super::fold::{Word, words};
use super::layer::{Entry, Fit, Layer, Token};
use super::stem::stem;
use super::vocabulary::number;
use crate::domain::synonyms::Synonyms;
use crate::domain::text::Line;
use crate::domain::tool::Purpose;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// [`Synonyms`], folded for use. Groups of like meaning come first in their numbering, then the purposes.
#[derive(Debug, Clone, Default)]
pub struct Thesaurus {
    stop: HashSet<String>,
    spellings: Vec<(String, String)>,
    phrases: Vec<(Vec<Entry>, u32)>,
    /// The stem of the first word of a phrase → the phrases of like meaning that begin so.
    beginnings: HashMap<String, Vec<usize>>,
    purposes: BTreeMap<Purpose, u32>,
    known: HashSet<String>,
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
        let mut thesaurus = Thesaurus {
            stop: synonyms.stop.iter().map(folded).collect(),
            spellings: synonyms.spellings.iter().flat_map(both_ways).filter(|(from, _)| !from.is_empty()).collect(),
            ..Thesaurus::default()
        };
        for (group, phrases) in (0..).zip(&synonyms.same) {
            thesaurus.learn(phrases, group);
        }
        for (at, (phrase, _)) in thesaurus.phrases.iter().enumerate() {
            let first = phrase.first().map(|word| word.root().to_owned()).unwrap_or_default();
            thesaurus.beginnings.entry(first).or_default().push(at);
        }
        for ((purpose, phrases), group) in synonyms.purposes.iter().zip(number(synonyms.same.len())..) {
            thesaurus.learn(phrases, group);
            thesaurus.purposes.insert(*purpose, group);
        }
        thesaurus
    }

    fn learn(&mut self, phrases: &[Line], group: u32) {
        let phrases = phrases.iter().map(|phrase| words(phrase)).filter(|phrase| !phrase.is_empty());
        for phrase in phrases {
            self.known.extend(phrase.iter().map(|word| word.text.clone()));
            self.phrases.push((phrase.iter().map(Entry::new).collect(), group));
        }
    }

    /// Whether a query may go unanswered in this word.
    #[must_use]
    pub fn is_stop(&self, word: &Word) -> bool {
        self.stop.contains(&word.text)
    }

    /// Whether some group has this folded word.
    #[must_use]
    pub fn knows(&self, text: &str) -> bool {
        self.known.contains(text)
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

    /// The groups that words of `text` belong to.
    #[must_use]
    pub fn groups(&self, text: &[Word]) -> BTreeSet<u32> {
        let roots: Vec<&str> = text.iter().map(|word| word.text.get(..stem(&word.text)).unwrap_or_default()).collect();
        let mut found = BTreeSet::new();
        for at in 0..roots.len() {
            let rest = roots.get(at..).unwrap_or_default();
            let begun = rest.first().and_then(|first| self.beginnings.get(*first)).into_iter().flatten();
            let phrases = begun.filter_map(|phrase| self.phrases.get(*phrase));
            let here = phrases.filter(|(phrase, _)| {
                phrase.len() <= rest.len() && phrase.iter().zip(rest).all(|(word, root)| word.root() == *root)
            });
            found.extend(here.map(|(_, group)| *group));
        }
        found
    }

    /// The groups that words of a query name, neighbours together where a phrase has several words.
    #[must_use]
    pub fn named(&self, query: &[&Token]) -> Vec<Named> {
        let mut named = Vec::new();
        for (phrase, group) in &self.phrases {
            for (at, neighbours) in query.windows(phrase.len()).enumerate() {
                let fits = neighbours.iter().zip(phrase).map(|(token, word)| token.fit_word(word));
                let Some(fit) = fits.min_by_key(|fit| fit.quality).filter(|fit| fit.quality > 0) else { continue };
                named.push(Named { words: at..at + phrase.len(), fit, group: *group });
            }
        }
        named
    }

    /// Other spellings of `word`.
    #[must_use]
    pub fn respelled(&self, word: &Word) -> Vec<Word> {
        let other = |(from, to): &(String, String)| {
            word.text.starts_with(from.as_str()).then(|| word.text.replacen(from.as_str(), to, 1))
        };
        self.spellings.iter().filter_map(other).filter_map(|text| words(&text).into_iter().next()).collect()
    }
}

impl Token {
    /// How well this fits a whole word of a phrase: by its beginning or with a slip, not inside it.
    fn fit_word(&self, word: &Entry) -> Fit {
        let fit = self.fit(word);
        let short = fit.layer == Layer::Prefix && self.text.len() < 3;
        if fit.layer == Layer::Inside || short { Fit::NONE } else { fit }
    }
}
