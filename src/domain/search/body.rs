//! The words of the long texts of the cards: found by their beginning, never by slips or gaps.

use super::collector::Collector as Words;
use super::field::Place;
use super::fold::Word;
use super::groups::Groups;
use super::layer::Entry;
use super::thesaurus::Thesaurus;
use super::vocabulary::Vocabulary;
use crate::domain::text::{Lang, Text};
use crate::domain::tool::Tool;

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
    pub fn starting(&self, start: &str) -> impl Iterator<Item = (Entry<'_>, Place, &[u32])> {
        self.vocabulary.starting(start).flatten().flat_map(|number| {
            let entry = self.vocabulary.word(number);
            [(entry, Place::Why, self.why.of(number)), (entry, Place::Steps, self.steps.of(number))]
        })
    }
}

/// Collects the long texts of one tool after the other.
#[derive(Debug, Default)]
pub struct Collector {
    words: Words,
    why: Vec<Vec<u32>>,
    steps: Vec<Vec<u32>>,
    /// The words of one text.
    found: Vec<u32>,
}

/// The shortest word that is looked up in long texts.
pub const SHORTEST: usize = 3;

impl Collector {
    /// Takes the texts of `card`.
    pub fn add(&mut self, tool: u32, card: &Tool, thesaurus: &Thesaurus) {
        for text in [&card.why, &card.strengths] {
            self.read(text, thesaurus);
            put(&mut self.why, &self.found, tool);
        }
        let parts = card.steps.iter().flat_map(|step| [&step.say, &step.lead]);
        let lists = [&card.material, &card.prepare, &card.tips, &card.examples, &card.pitfalls, &card.variants];
        for text in parts.chain(lists.into_iter().flatten()).chain([&card.online, &card.source.who]) {
            self.read(text, thesaurus);
            put(&mut self.steps, &self.found, tool);
        }
    }

    fn read(&mut self, text: &Text, thesaurus: &Thesaurus) {
        self.found.clear();
        let worth = |word: &Word| word.text.len() >= SHORTEST && !thesaurus.is_stop(word);
        for line in Lang::ALL.into_iter().filter_map(|lang| text.written(lang)) {
            self.words.read(line, worth, &mut self.found);
        }
    }

    /// The finished body.
    #[must_use]
    pub fn sorted(self) -> Body {
        let (vocabulary, renumbered) = Vocabulary::of(&self.words.found);
        let mut old = vec![0; renumbered.len()];
        for (before, now) in (0_usize..).zip(&renumbered) {
            old.get_mut(*now as usize).into_iter().for_each(|slot| *slot = before);
        }
        let (mut why, mut steps) = (Groups::default(), Groups::default());
        for before in old {
            why.push(self.why.get(before).into_iter().flatten().copied());
            steps.push(self.steps.get(before).into_iter().flatten().copied());
        }
        Body { vocabulary, why, steps }
    }
}

/// Notes that a tool has these words; tools come in order.
fn put(lists: &mut Vec<Vec<u32>>, words: &[u32], tool: u32) {
    for word in words {
        let word = *word as usize;
        if lists.len() <= word {
            lists.resize(word + 1, Vec::new());
        }
        if let Some(tools) = lists.get_mut(word).filter(|tools| tools.last() != Some(&tool)) {
            tools.push(tool);
        }
    }
}
