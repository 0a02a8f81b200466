//! The words of all names of the catalogue, for what a line leaves out (`-ord`) and for what is part of a name
//! (`5 minutter igjen`). Put together when it is first needed.

use super::spoken;
use crate::domain::catalogue::Catalogue;
use crate::domain::search::{folded, root};
use crate::domain::text::Lang;
use crate::domain::tool::Tool;
use std::sync::OnceLock;

/// The names, names in other languages, aliases and ids of a catalogue, folded.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Names that begin with a number.
    numbered: Vec<String>,
    /// Names that say a time without digits, with a space around every word.
    timed: Vec<String>,
    /// The short fields of each tool, in the order of the catalogue.
    fields: OnceLock<Vec<Vec<String>>>,
}

impl Names {
    /// The names of `catalogue`.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Names {
        let is_numbered = |name: &&str| name.starts_with(|c: char| c.is_ascii_digit());
        let numbered =
            catalogue.tools().flat_map(|tool| texts(tool).filter(is_numbered).map(folded).collect::<Vec<_>>());
        let is_timed = |name: &&str| spoken::may_be_in(name);
        let spaced = |name: &str| format!(" {} ", folded(name));
        let said = |tool: &Tool| -> Vec<String> {
            let needs = tool.needs.all().map(|(_, need)| need.as_str());
            texts(tool).chain(needs).filter(is_timed).map(spaced).collect()
        };
        let timed = catalogue.tools().flat_map(said);
        Names { numbered: numbered.collect(), timed: timed.collect(), fields: OnceLock::new() }
    }

    /// Whether some name is this folded phrase, or goes on from it.
    #[must_use]
    pub fn begin_with(&self, phrase: &str) -> bool {
        self.numbered
            .iter()
            .any(|name| name.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    }

    /// Whether some name begins with these folded letters.
    #[must_use]
    pub fn go_on(&self, letters: &str) -> bool {
        self.numbered.iter().any(|name| name.starts_with(letters))
    }

    /// Whether some name has the time that is said `here` together with the word before or after it.
    #[must_use]
    pub fn say(&self, before: Option<&str>, here: &str, after: Option<&str>) -> bool {
        let before = before.map(|before| format!(" {} ", folded(&format!("{before} {here}"))));
        let after = after.map(|after| format!(" {} ", folded(&format!("{here} {after}"))));
        before.iter().chain(&after).any(|phrase| self.timed.iter().any(|name| name.contains(phrase.as_str())))
    }

    /// For each tool of `catalogue`, whether one of its names has these words, in this order: as they are, in another
    /// form, or the last as the beginning of a longer one.
    pub fn having<'a>(&'a self, words: &str, catalogue: &Catalogue) -> impl Iterator<Item = bool> + use<'a> {
        let phrase = Phrase::new(words);
        let fields = self.fields.get_or_init(|| catalogue.tools().map(fields).collect());
        fields.iter().map(move |fields| fields.iter().any(|field| phrase.is_in(field)))
    }
}

/// Words that are looked for one after the other.
struct Phrase {
    words: Vec<String>,
    /// A space and the stem of the first word: what every place begins with where they can be.
    start: String,
}

impl Phrase {
    fn new(text: &str) -> Phrase {
        let words: Vec<String> = folded(text).split(' ').map(str::to_owned).collect();
        let start = words.first().map_or_else(|| " ".to_owned(), |first| format!(" {}", root(first)));
        Phrase { words, start }
    }

    /// Whether they stand in `field`, which has a space around every word.
    fn is_in(&self, field: &str) -> bool {
        let places = field.match_indices(&self.start).filter_map(|(at, _)| field.get(at + 1..));
        places.into_iter().any(|rest| self.begin(rest))
    }

    fn begin(&self, text: &str) -> bool {
        let mut found = text.split(' ');
        let last = self.words.len() - 1;
        self.words.iter().enumerate().all(|(at, word)| {
            let Some(other) = found.next() else { return false };
            let is_begun = at == last && word.len() >= LEAST_BEGUN && other.starts_with(word.as_str());
            other == word || is_begun || (word.len() > LEAST_BEGUN && root(word) == root(other))
        })
    }
}

/// From so many letters on a word also stands for longer ones that begin with it; longer ones for their other forms too.
const LEAST_BEGUN: usize = 3;

/// Everything a tool is called.
fn texts(tool: &Tool) -> impl Iterator<Item = &str> {
    let names = Lang::ALL.into_iter().filter_map(|lang| tool.name.written(lang));
    names.chain(tool.aliases.all().map(|(_, alias)| alias)).map(crate::domain::text::Line::as_str)
}

/// Each short field once, with a space around every word.
fn fields(tool: &Tool) -> Vec<String> {
    let mut fields: Vec<String> =
        texts(tool).chain([tool.id.as_str()]).map(|text| format!(" {} ", folded(text))).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}
