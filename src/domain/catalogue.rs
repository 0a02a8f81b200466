//! All tools: the user's own laid over the built-in ones by id. How they are read is not here.

use super::agenda::Block;
use super::sequences::Sequences;
use super::synonyms::Synonyms;
use super::tool::{Tool, ToolId};
use std::collections::BTreeMap;

/// The tools that can be found, each once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalogue {
    tools: BTreeMap<ToolId, Tool>,
    synonyms: Synonyms,
    sequences: Sequences,
}

impl Catalogue {
    /// A catalogue of `built_in` tools, with `own` ones over them: the same id replaces.
    #[must_use]
    pub fn new(built_in: Vec<Tool>, own: Vec<Tool>) -> Catalogue {
        let tools = built_in.into_iter().chain(own).map(|tool| (tool.id.clone(), tool)).collect();
        Catalogue { tools, ..Catalogue::default() }
    }

    /// The catalogue, also found by what `synonyms` says.
    #[must_use]
    pub fn knowing(self, synonyms: Synonyms) -> Catalogue {
        Catalogue { synonyms, ..self }
    }

    /// The catalogue, also knowing which tools follow one another well.
    #[must_use]
    pub fn in_order(self, sequences: Sequences) -> Catalogue {
        Catalogue { sequences, ..self }
    }

    /// Which tools follow one another well.
    #[must_use]
    pub fn sequences(&self) -> &Sequences {
        &self.sequences
    }

    /// What else people may call things.
    #[must_use]
    pub fn synonyms(&self) -> &Synonyms {
        &self.synonyms
    }

    /// The tool with this id.
    #[must_use]
    pub fn tool(&self, id: &ToolId) -> Option<&Tool> {
        self.tools.get(id)
    }

    /// Whether `block` sends the room to a question on the wall, and has none.
    #[must_use]
    pub fn lacks_question(&self, block: &Block) -> bool {
        let asks = |id: &ToolId| self.tool(id).is_some_and(|tool| tool.asks);
        block.question.is_empty() && block.tool.as_ref().is_some_and(asks)
    }

    /// All tools, by id.
    #[must_use]
    pub fn tools(&self) -> impl ExactSizeIterator<Item = &Tool> {
        self.tools.values()
    }
}
