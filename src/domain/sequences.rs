//! Which tools follow one another well, and why: `data/sequences.ron`.

use super::text::Text;
use super::tool::ToolId;
use super::version::Version;
use serde::{Deserialize, Serialize};

/// Two tools in the order they work well in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sequence {
    pub first: ToolId,
    pub then: ToolId,
    /// One line that makes sense on the cards of both.
    pub why: Text,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sequences {
    pub version: Version,
    pub pairs: Vec<Sequence>,
}

impl Sequences {
    /// The tools that come well before this one, with why.
    pub fn before<'a>(&'a self, tool: &ToolId) -> impl Iterator<Item = (&'a ToolId, &'a Text)> {
        self.pairs.iter().filter(move |pair| pair.then == *tool).map(|pair| (&pair.first, &pair.why))
    }

    /// The tools that come well after this one, with why.
    pub fn after<'a>(&'a self, tool: &ToolId) -> impl Iterator<Item = (&'a ToolId, &'a Text)> {
        self.pairs.iter().filter(move |pair| pair.first == *tool).map(|pair| (&pair.then, &pair.why))
    }
}
