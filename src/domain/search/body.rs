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
    /// For each tool the words of its texts.
    why: Groups,
    steps: Groups,
    /// The words of one text or more.
    found: Vec<u32>,
}

/// The shortest word that is looked up in long texts.
pub const SHORTEST: usize = 3;

impl Collector {
    /// Takes the texts of the next `card`.
    pub fn add(&mut self, card: &Tool, thesaurus: &Thesaurus) {
        for text in [&card.why, &card.strengths] {
            self.read(text, thesaurus);
        }
        put(&mut self.why, &mut self.found);
        let parts = card.steps.iter().flat_map(|step| [&step.say, &step.lead]);
        let lists = [&card.material, &card.prepare, &card.tips, &card.examples, &card.pitfalls, &card.variants];
        let texts = parts.chain(lists.into_iter().flatten()).chain([&card.online, &card.source.who]);
        texts.for_each(|text| self.read(text, thesaurus));
        put(&mut self.steps, &mut self.found);
    }

    fn read(&mut self, text: &Text, thesaurus: &Thesaurus) {
        let worth = |word: &Word| word.text.len() >= SHORTEST && !thesaurus.is_stop(&word.text);
        for line in Lang::ALL.into_iter().filter_map(|lang| text.written(lang)) {
            self.words.read(line, worth, &mut self.found);
        }
    }

    /// The finished body.
    #[must_use]
    pub fn sorted(self) -> Body {
        let (vocabulary, renumbered) = Vocabulary::of(&self.words);
        let tools_of = |words: Groups| words.renumbered(&renumbered).turned(vocabulary.len());
        let (why, steps) = (tools_of(self.why), tools_of(self.steps));
        Body { vocabulary, why, steps }
    }
}

/// Puts these words, each once, as the next group.
fn put(groups: &mut Groups, words: &mut Vec<u32>) {
    words.sort_unstable();
    words.dedup();
    groups.push(words.drain(..));
}
