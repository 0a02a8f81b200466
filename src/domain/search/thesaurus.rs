//! Synonyms at work: which other words a text could have used, and which other spellings a query could have.

use super::fold::{Word, words};
use super::stem::stem;
use crate::domain::synonyms::Synonyms;
use crate::domain::text::Line;
use crate::domain::tool::Purpose;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// [`Synonyms`], folded for use.
#[derive(Debug, Clone, Default)]
pub struct Thesaurus {
    stop: HashSet<String>,
    spellings: Vec<(String, String)>,
    groups: Vec<Vec<Line>>,
    /// The stem of the first word of a phrase → the stems of its words, and its group.
    phrases: HashMap<String, Vec<(Vec<String>, usize)>>,
    purposes: BTreeMap<Purpose, Vec<Line>>,
}

impl Thesaurus {
    #[must_use]
    pub fn new(synonyms: &Synonyms) -> Thesaurus {
        let mut phrases: HashMap<_, Vec<_>> = HashMap::new();
        for (group, members) in synonyms.same.iter().enumerate() {
            for member in members {
                let stems: Vec<_> = words(member).iter().map(root).collect();
                if let Some(first) = stems.first() {
                    phrases.entry(first.clone()).or_default().push((stems, group));
                }
            }
        }
        let folded = |line: &Line| words(line).into_iter().map(|word| word.text).collect::<String>();
        let both_ways = |(a, b): &(Line, Line)| [(folded(a), folded(b)), (folded(b), folded(a))];
        Thesaurus {
            stop: synonyms.stop.iter().map(folded).collect(),
            spellings: synonyms.spellings.iter().flat_map(both_ways).filter(|(from, _)| !from.is_empty()).collect(),
            groups: synonyms.same.clone(),
            phrases,
            purposes: synonyms.purposes.clone(),
        }
    }

    /// Whether a query may go unanswered in this word.
    #[must_use]
    pub fn is_stop(&self, word: &Word) -> bool {
        self.stop.contains(&word.text)
    }

    /// What people call these purposes.
    pub fn names(&self, purposes: &[Purpose]) -> impl Iterator<Item = &Line> {
        purposes.iter().filter_map(|purpose| self.purposes.get(purpose)).flatten()
    }

    /// What could stand in place of words of `text`.
    pub fn others(&self, text: &[Word]) -> impl Iterator<Item = &Line> {
        let stems: Vec<_> = text.iter().map(root).collect();
        let found: BTreeSet<usize> =
            (0..stems.len()).flat_map(|at| self.groups_at(stems.get(at..).unwrap_or_default())).collect();
        found.into_iter().filter_map(|group| self.groups.get(group)).flatten()
    }

    fn groups_at(&self, stems: &[String]) -> Vec<usize> {
        let phrases = stems.first().and_then(|first| self.phrases.get(first)).into_iter().flatten();
        phrases.filter(|(phrase, _)| stems.starts_with(phrase)).map(|(_, group)| *group).collect()
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

fn root(word: &Word) -> String {
    word.text.get(..stem(&word.text)).unwrap_or_default().to_owned()
}
