//! The words of the long texts of the cards: found by their beginning, never by slips or gaps.

use super::fold::words;
use super::index::Place;
use super::layer::Entry;
use super::thesaurus::Thesaurus;
use super::vocabulary::{Groups, Vocabulary};
use crate::domain::text::{Lang, Text};
use crate::domain::tool::Tool;
use std::collections::{BTreeSet, HashMap};

/// Words of long texts and the tools that use them.
#[derive(Debug, Clone, Default)]
pub struct Body {
    vocabulary: Vocabulary,
    why: Groups,
    steps: Groups,
}

impl Body {
    /// The words that begin with `start`, and in which tools they stand where.
    pub fn starting(&self, start: &str) -> impl Iterator<Item = (&Entry, Place, &[u32])> {
        self.vocabulary.starting(start).flat_map(|(number, entry)| {
            [(entry, Place::Why, self.why.of(number)), (entry, Place::Steps, self.steps.of(number))]
        })
    }
}

/// Collects the long texts of one tool after the other.
#[derive(Debug, Default)]
pub struct Collector {
    words: super::vocabulary::Collector,
    why: Vec<BTreeSet<u32>>,
    steps: Vec<BTreeSet<u32>>,
}

/// The shortest word that is looked up in long texts.
pub const SHORTEST: usize = 3;

impl Collector {
    /// Takes the texts of `card`.
    pub fn add(&mut self, tool: u32, card: &Tool, thesaurus: &Thesaurus) {
        for text in [&card.why, &card.strengths] {
            self.text(text, thesaurus).into_iter().for_each(|word| put(&mut self.why, word, tool));
        }
        let parts = card.steps.iter().flat_map(|step| [&step.say, &step.lead]);
        let lists = [&card.material, &card.prepare, &card.tips, &card.examples, &card.pitfalls, &card.variants];
        for text in parts.chain(lists.into_iter().flatten()).chain([&card.online, &card.source.who]) {
            self.text(text, thesaurus).into_iter().for_each(|word| put(&mut self.steps, word, tool));
        }
    }

    fn text(&mut self, text: &Text, thesaurus: &Thesaurus) -> BTreeSet<u32> {
        let written = Lang::ALL.into_iter().filter_map(|lang| text.written(lang));
        let worth = |word: &super::fold::Word| word.text.len() >= SHORTEST && !thesaurus.is_stop(word);
        written.flat_map(|line| words(line)).filter(worth).map(|word| self.words.number(&word)).collect()
    }

    /// The finished body.
    #[must_use]
    pub fn sorted(self) -> Body {
        let (vocabulary, renumbered) = self.words.sorted();
        let old: HashMap<u32, usize> = renumbered.into_iter().zip(0..).collect();
        let (mut why, mut steps) = (Groups::default(), Groups::default());
        for number in (0..).take(vocabulary.entries.len()) {
            let of =
                |lists: &[BTreeSet<u32>]| old.get(&number).and_then(|old| lists.get(*old)).cloned().unwrap_or_default();
            why.push(of(&self.why));
            steps.push(of(&self.steps));
        }
        Body { vocabulary, why, steps }
    }
}

fn put(lists: &mut Vec<BTreeSet<u32>>, word: u32, tool: u32) {
    let word = word as usize;
    if lists.len() <= word {
        lists.resize(word + 1, BTreeSet::new());
    }
    if let Some(tools) = lists.get_mut(word) {
        tools.insert(tool);
    }
}
