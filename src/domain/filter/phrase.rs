//! When words that are to be left out stand in a name: as they are, in another form, or as part of a compound. Only what
//! is written there counts, no synonym and no slip.

use crate::domain::search::{folded, root};

/// Words that are looked for one after the other.
pub struct Phrase {
    words: Vec<Sought>,
}

/// A folded word, with what its forms have in common.
struct Sought {
    word: String,
    /// Whether it begins longer words too: the last word may still be on its way.
    is_last: bool,
    /// Whether it may stand behind another word in a compound: a phrase has its words apart.
    is_alone: bool,
}

impl Phrase {
    /// The words of `text`, in order.
    pub fn new(text: &str) -> Phrase {
        let words: Vec<String> = folded(text).split(' ').map(str::to_owned).collect();
        let (last, is_alone) = (words.len() - 1, words.len() == 1);
        let sought = |(at, word)| Sought { word, is_last: at == last, is_alone };
        Phrase { words: words.into_iter().enumerate().map(sought).collect() }
    }

    /// Whether they stand in `name`, which has a space around every word.
    pub fn is_in(&self, name: &str) -> bool {
        let words: Vec<&str> = name.split_ascii_whitespace().collect();
        words.windows(self.words.len()).any(|part| self.words.iter().zip(part).all(|(sought, word)| sought.is(word)))
    }
}

impl Sought {
    fn is(&self, other: &str) -> bool {
        let word = self.word.as_str();
        other == word
            || (word.len() >= LEAST_BEGUN && self.is_last && other.starts_with(word))
            || (word.len() > LEAST_BEGUN && root(word) == root(other))
            || (self.is_alone && is_in_compound(word, other))
    }
}

/// Whether `other` is a compound with a form of `word` at its end (`bildekort`), or with `word` inside.
fn is_in_compound(word: &str, other: &str) -> bool {
    let ends = |part: &str, whole: &str| {
        part.len() >= LEAST_END && whole.len() >= part.len() + LEAST_BEFORE && whole.ends_with(part)
    };
    let is_inside = || word.len() >= LEAST_INSIDE && other.get(LEAST_BEFORE..).is_some_and(|rest| rest.contains(word));
    ends(word, other) || ends(root(word), root(other)) || is_inside()
}

/// From so many letters on a word also stands for longer ones that begin with it; longer ones for their other forms too.
const LEAST_BEGUN: usize = 3;
/// From so many letters on a word is found at the end of a compound: shorter ones end words that are none.
const LEAST_END: usize = 4;
/// From so many letters on it is found inside one.
const LEAST_INSIDE: usize = 6;
/// What stands before it in a compound has so many letters.
const LEAST_BEFORE: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_a_name_as_itself_as_another_form_and_in_compounds() {
        let has = |word: &str, name: &str| Phrase::new(word).is_in(&format!(" {name} "));
        for (word, name) in [
            ("kart", "ressurskart"),
            ("kart", "empatikartet"),
            ("kartene", "nettverkskart"),
            ("kart", "kartlegging"),
            ("konferanse", "dialogkonferanse"),
            ("konferanse", "open space konferanse"),
            ("gruppe", "suksessintervju i firergruppe"),
            ("runde", "anerkjennelsesrunder"),
            ("intervju", "suksessintervjuguide"),
            ("kort", "bildekort"),
            ("lek", "leken start"),
            ("apent rom", "apent rom"),
        ] {
            assert!(has(word, name), "{word} in {name}");
        }
        for (word, name) in [
            ("afe", "verdenskafe"),
            ("lek", "blek"),
            ("rom apent", "apent rom"),
            ("start", "restart"),
            ("konferanse", "open space"),
            ("rom", "kontorommet"),
            ("kart", "kakarta"),
        ] {
            assert!(!has(word, name), "{word} not in {name}");
        }
    }
}
