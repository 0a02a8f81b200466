//! The words of all names of the catalogue, for what a line leaves out (`-ord`) and for what is part of a name
//! (`5 minutter igjen`). Put together when it is first needed.

use crate::domain::catalogue::Catalogue;
use crate::domain::search::folded;
use crate::domain::text::Lang;
use crate::domain::tool::Tool;
use std::sync::OnceLock;

/// The names, names in other languages, aliases and ids of a catalogue, folded.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Names that begin with a number.
    numbered: Vec<String>,
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
        Names { numbered: numbered.collect(), fields: OnceLock::new() }
    }

    /// Whether some name is this folded phrase, or goes on from it.
    #[must_use]
    pub fn begin_with(&self, phrase: &str) -> bool {
        self.numbered
            .iter()
            .any(|name| name.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    }

    /// For each tool of `catalogue`, whether one of its names has these words, in this order.
    pub fn having<'a>(&'a self, words: &str, catalogue: &Catalogue) -> impl Iterator<Item = bool> + use<'a> {
        let phrase = format!(" {} ", folded(words));
        let fields = self.fields.get_or_init(|| catalogue.tools().map(fields).collect());
        fields.iter().map(move |fields| fields.iter().any(|field| field.contains(&phrase)))
    }
}

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
