//! What the user keeps of the tools (`shelf.ron`): favourites, and when each was last used.

use super::times::Moment;
use super::tool::ToolId;
use super::version::Version;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How many tools are remembered as used; the oldest goes first.
const MOST_USED: usize = 200;

/// The user's shelf. Tools that the catalogue no longer has stay on it, and do nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shelf {
    pub version: Version,
    #[serde(default)]
    pub favourites: BTreeSet<ToolId>,
    /// When a tool was last put into an agenda or run.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub used: BTreeMap<ToolId, Moment>,
}

impl Shelf {
    /// Whether the tool is a favourite.
    #[must_use]
    pub fn has(&self, tool: &ToolId) -> bool {
        self.favourites.contains(tool)
    }

    /// Makes the tool a favourite, or no longer one; answers whether it is one now.
    pub fn turn(&mut self, tool: &ToolId) -> bool {
        let was = self.favourites.remove(tool);
        if !was {
            self.favourites.insert(tool.clone());
        }
        !was
    }

    /// Remembers that the tool was used.
    pub fn note_use(&mut self, tool: &ToolId, now: Moment) {
        self.used.insert(tool.clone(), now);
        while self.used.len() > MOST_USED {
            let oldest = self.used.iter().min_by_key(|(_, at)| **at).map(|(id, _)| id.clone());
            oldest.map(|id| self.used.remove(&id));
        }
    }

    /// Where tools come among equals, lower first: favourites, then what was used last; nothing for all others.
    #[must_use]
    pub fn order(&self) -> BTreeMap<&ToolId, u32> {
        let mut used: Vec<_> = self.used.iter().collect();
        used.sort_by_key(|(_, at)| std::cmp::Reverse(**at));
        let recent = used.into_iter().map(|(id, _)| id).zip(1..);
        recent.chain(self.favourites.iter().map(|id| (id, 0))).collect()
    }
}
