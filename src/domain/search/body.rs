//! The words of the long texts of the cards: found by their beginning, never by slips or gaps.

use super::fold::{Word, words};
use super::index::Place;
use super::layer::Entry;
use super::thesaurus::Thesaurus;
use super::vocabulary::{Groups, Vocabulary};
use crate::domain::text::{Lang, Text};
use crate::domain::tool::Tool;
use std::collections::HashMap;

/// Words of long texts and the tools that use them.
#[derive(Debug, Clone, Default)]
pub struct Body {
    vocabulary: Vocabulary,
    why: Groups,
    steps: Groups,
}

impl Body {
    /// Whether some long text has this word.
    #[must_use]
    pub fn knows(&self, text: &str) -> bool {
        self.vocabulary.knows(text)
    }

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
    /// What was written → its number; none for what is not looked up.
    written: HashMap<String, Vec<u32>>,
    why: Vec<Vec<u32>>,
    steps: Vec<Vec<u32>>,
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

    /// The numbers of the words of `text`; each way to write a word is folded once.
    fn text(&mut self, text: &Text, thesaurus: &Thesaurus) -> Vec<u32> {
        let mut found = Vec::new();
        let lines = Lang::ALL.into_iter().filter_map(|lang| text.written(lang));
        for written in lines.flat_map(|line| line.split(|c: char| c.is_whitespace() || c == '-' || c == '–')) {
            if let Some(known) = self.written.get(written) {
                found.extend(known);
                continue;
            }
            let worth = |word: &Word| word.text.len() >= SHORTEST && !thesaurus.is_stop(word);
            let folded = words(written);
            let numbers: Vec<_> =
                folded.iter().filter(|word| worth(word)).map(|word| self.words.number(word)).collect();
            found.extend(&numbers);
            self.written.insert(written.to_owned(), numbers);
        }
        found
    }

    /// The finished body.
    #[must_use]
    pub fn sorted(self) -> Body {
        let (vocabulary, renumbered) = self.words.sorted();
        let old: HashMap<u32, usize> = renumbered.into_iter().zip(0..).collect();
        let (mut why, mut steps) = (Groups::default(), Groups::default());
        for number in (0..).take(vocabulary.entries.len()) {
            let of = |lists: &[Vec<u32>]| old.get(&number).and_then(|old| lists.get(*old)).cloned().unwrap_or_default();
            why.push(of(&self.why));
            steps.push(of(&self.steps));
        }
        Body { vocabulary, why, steps }
    }
}

/// Notes that a tool has a word; tools come in order.
fn put(lists: &mut Vec<Vec<u32>>, word: u32, tool: u32) {
    let word = word as usize;
    if lists.len() <= word {
        lists.resize(word + 1, Vec::new());
    }
    if let Some(tools) = lists.get_mut(word).filter(|tools| tools.last() != Some(&tool)) {
        tools.push(tool);
    }
}
