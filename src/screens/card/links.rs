//! The tools a card leads to: what comes well before and after it, and what is like it.

use crate::domain::text::{Text, Words, words};
use crate::domain::tool::{Tool, ToolId};
use crate::model::Model;

/// A tool to open, with why when that is said.
pub type Link<'m> = (&'m Tool, Option<&'m Text>);

/// What `tool` leads to in the catalogue, under headings, in reading order.
#[must_use]
pub fn links<'m>(model: &'m Model, tool: &'m Tool) -> [(Words, Vec<Link<'m>>); 3] {
    let sequences = model.catalogue.sequences();
    let known = |(id, why): (&'m ToolId, &'m Text)| Some((model.catalogue.tool(id)?, Some(why)));
    let related = tool.related.iter().filter_map(|id| Some((model.catalogue.tool(id)?, None)));
    [
        (AFTER, sequences.before(&tool.id).filter_map(known).collect()),
        (BEFORE, sequences.after(&tool.id).filter_map(known).collect()),
        (RELATED, related.collect()),
    ]
}

const AFTER: Words = words("Passer godt etter", "Passar godt etter", "Works well after");
const BEFORE: Words = words("Passer godt før", "Passar godt før", "Works well before");
const RELATED: Words = words("Beslektede verktøy", "Liknande verktøy", "Related tools");
