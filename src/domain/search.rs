//! Search over the catalogue.

use super::catalogue::Catalogue;
use super::text::Lang;
use super::tool::ToolId;

/// The catalogue, folded once for searching.
#[derive(Debug, Clone, Default)]
pub struct Index {}

/// A tool that answers a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub id: ToolId,
    /// Higher is better; comparable within one answer only.
    pub score: i64,
    /// Positions (in characters) of the matched letters in the name shown in the language asked for.
    pub marks: Vec<usize>,
}

impl Index {
    #[must_use]
    pub fn new(_catalogue: &Catalogue) -> Index {
        Index {}
    }
}

/// The tools that answer `query`, best first; all of them in Norwegian order when it is empty.
#[must_use]
pub fn search(_index: &Index, _query: &str, _lang: Lang) -> Vec<Hit> {
    Vec::new()
}
