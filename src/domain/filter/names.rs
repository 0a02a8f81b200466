//! The words of all names of the catalogue, for what a line leaves out (`-ord`) and for what is part of a name
//! (`5 minutter igjen`). Put together when it is first needed. When a word stands in a name is in `phrase`.

use super::grammar::Token;
use super::phrase::Phrase;
use super::spoken;
use crate::domain::catalogue::Catalogue;
use crate::domain::search::folded;
use crate::domain::text::Lang;
use crate::domain::tool::Tool;
use std::sync::OnceLock;

/// The names, names in other languages and aliases of a catalogue, folded.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Names that begin with a number.
    numbered: Vec<String>,
    /// Names that say a time without digits, with a space around every word.
    timed: Vec<String>,
    /// What each tool is called, in the order of the catalogue.
    calls: OnceLock<Vec<Calls>>,
}

/// What a tool is called, with a space around every word.
#[derive(Debug, Clone)]
struct Calls {
    /// Its name as it is shown in each of [`Lang::ALL`].
    shown: Vec<String>,
    /// Its aliases in all languages, each once.
    aliases: Vec<String>,
}

impl Names {
    /// The names of `catalogue`.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Names {
        let is_numbered = |name: &&str| name.starts_with(|c: char| c.is_ascii_digit());
        let numbered =
            catalogue.tools().flat_map(|tool| texts(tool).filter(is_numbered).map(folded).collect::<Vec<_>>());
        let is_timed = |name: &&str| spoken::may_be_in(name);
        let said = |tool: &Tool| -> Vec<String> {
            let needs = tool.needs.all().map(|(_, need)| need.as_str());
            texts(tool).chain(needs).filter(is_timed).map(spaced).collect()
        };
        let timed = catalogue.tools().flat_map(said);
        Names { numbered: numbered.collect(), timed: timed.collect(), calls: OnceLock::new() }
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

    /// Whether some name has the time that is said `here` together with the word before or after it; begins with them
    /// where they are the line, and its last word may be on its way.
    #[must_use]
    pub(super) fn say(&self, before: Option<&str>, here: &str, after: &[Token<'_>]) -> bool {
        if let (None, [last]) = (before, after)
            && self.say_first(&format!("{here} {}", last.text))
        {
            return true;
        }
        let before = before.map(|before| format!(" {} ", folded(&format!("{before} {here}"))));
        let after = after.first().map(|after| format!(" {} ", folded(&format!("{here} {}", after.text))));
        before.iter().chain(&after).any(|phrase| self.timed.iter().any(|name| name.contains(phrase.as_str())))
    }

    /// Whether some name that says a time begins with these letters.
    #[must_use]
    pub(super) fn say_first(&self, letters: &str) -> bool {
        let letters = format!(" {}", folded(letters));
        self.timed.iter().any(|name| name.starts_with(&letters))
    }

    /// For each tool of `catalogue`, whether the name that is shown in `lang`, or an alias, has these words, in this order:
    /// as they are, in another form, or a single one as part of a compound.
    pub fn having<'a>(
        &'a self,
        words: &str,
        catalogue: &Catalogue,
        lang: Lang,
    ) -> impl Iterator<Item = bool> + use<'a> {
        let phrase = Phrase::new(words);
        let calls = self.calls.get_or_init(|| catalogue.tools().map(Calls::of).collect());
        let at = Lang::ALL.iter().position(|other| *other == lang).unwrap_or_default();
        calls
            .iter()
            .map(move |calls| calls.shown.get(at).into_iter().chain(&calls.aliases).any(|call| phrase.is_in(call)))
    }
}

impl Calls {
    fn of(tool: &Tool) -> Calls {
        let shown = Lang::ALL.map(|lang| spaced(tool.name.pick(lang))).to_vec();
        let mut aliases: Vec<String> = tool.aliases.all().map(|(_, alias)| spaced(alias)).collect();
        aliases.sort_unstable();
        aliases.dedup();
        Calls { shown, aliases }
    }
}

/// The folded words of `text`, with a space around each.
fn spaced(text: &str) -> String {
    format!(" {} ", folded(text))
}

/// Everything a tool is called.
fn texts(tool: &Tool) -> impl Iterator<Item = &str> {
    let names = Lang::ALL.into_iter().filter_map(|lang| tool.name.written(lang));
    names.chain(tool.aliases.all().map(|(_, alias)| alias)).map(crate::domain::text::Line::as_str)
}
