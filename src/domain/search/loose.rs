//! The words of a query that finds nothing as it stands, read once more: compounds in their parts, and without what may be
//! said of any tool (`øvelse`, `method`).

use super::fold::{Word, words};
use super::index::Index;
use super::layer::{Layer, Token};

/// Words read more loosely, and which of them are what, as bits.
#[derive(Debug, Default)]
pub struct Loose {
    pub words: Vec<Word>,
    /// Those that are parts of a compound.
    pub parts: u32,
    /// Those that need not be found beside others.
    pub general: u32,
}

impl Loose {
    /// `words`, read more loosely; nothing when they can be read in no other way.
    #[must_use]
    pub fn of(words: &[Word], most: usize, index: &Index) -> Option<Loose> {
        let mut loose = Loose::default();
        for word in words {
            match parts(&word.text, index) {
                Some(halves) => loose.take_apart(halves, index),
                None => loose.take(word.clone(), index.thesaurus.is_general(&word.text).into()),
            }
        }
        (loose.words.len() <= most && loose.parts | loose.general != 0).then_some(loose)
    }

    /// Takes a word; `general` is 1 when it need not be found.
    fn take(&mut self, word: Word, general: u32) {
        self.general |= general << self.words.len().min(LAST);
        self.words.push(word);
    }

    fn take_apart(&mut self, halves: [String; 2], index: &Index) {
        let [first, second] = halves.map(|half| words(&half).into_iter().next().unwrap_or_default());
        let general = index.thesaurus.is_general(&second.text) || index.thesaurus.begins_general(&second.text);
        self.parts |= 3 << self.words.len().min(LAST);
        self.take(first, 0);
        self.take(second, general.into());
    }
}

/// The halves of a compound that the catalogue does not have, the first without the letter that binds them. The second may
/// be said of any tool, or is on the way there; or else it is another word.
fn parts(text: &str, index: &Index) -> Option<[String; 2]> {
    if text.len() > LONGEST || index.knows(text) {
        return None;
    }
    let thesaurus = &index.thesaurus;
    let cuts = || (HALF..text.len()).rev().filter_map(|cut| text.split_at_checked(cut));
    let halves = |(first, second): (&str, &str)| Some([known(first, index)?, second.to_owned()]);
    let long = || cuts().filter(|(first, second)| first.len() >= LONG && second.len() >= LONG);
    let general = cuts().filter(|(_, second)| second.len() >= HALF && thesaurus.is_general(second)).find_map(halves);
    let both = || long().filter(|(_, second)| has_form(second, index)).find_map(halves);
    let begun =
        || cuts().filter(|(first, second)| first.len() > LONG && thesaurus.begins_general(second)).find_map(halves);
    general.or_else(begun).or_else(both)
}

/// The first half of a compound as a word by itself, when some card has it.
fn known(half: &str, index: &Index) -> Option<String> {
    let unbound = [Some(half), half.strip_suffix('s'), half.strip_suffix('e')].into_iter().flatten();
    let unbound: Vec<&str> = unbound.filter(|word| word.len() >= HALF && !index.thesaurus.is_stop(word)).collect();
    let is_there = unbound.iter().find(|word| index.knows(word));
    is_there.or_else(|| unbound.iter().find(|word| has_form(word, index))).map(|word| (*word).to_owned())
}

/// Whether some card has this word in some form, or a word that means the same.
fn has_form(word: &str, index: &Index) -> bool {
    let Some(word) = words(word).into_iter().next() else { return false };
    let token = Token::exact(word);
    let is_form = |layer: Layer| matches!(layer, Layer::Exact | Layer::Form);
    let in_fields = || {
        let mut begun = index.vocabulary.starting(token.root()).flatten();
        begun.any(|word| {
            let entry = index.vocabulary.word(word);
            entry.is_word && is_form(token.fit_start(entry).layer)
        })
    };
    let in_texts = || index.body.starting(token.root()).any(|(entry, ..)| is_form(token.fit_start(entry).layer));
    in_fields() || index.thesaurus.fits(&token, None).0.iter().any(|(_, fit)| is_form(fit.layer)) || in_texts()
}

/// The last word that has a bit.
const LAST: usize = 31;

/// The shortest half of a compound, and the shortest where neither may be left out, in letters.
const HALF: usize = 3;
const LONG: usize = 4;

/// The longest word that is taken for a compound, in letters.
const LONGEST: usize = 40;
