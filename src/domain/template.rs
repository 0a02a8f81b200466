//! Agenda templates: whole run sheets in every language, from which a plan is made in one.

use super::agenda::{Agenda, Block, Kind};
use super::text::{Lang, Line, Text};
use super::times::{ClockTime, Seconds};
use super::tool::{self, ToolId, Variant};
use super::version::Version;
use super::{catalogue::Catalogue, tool::Tool};
use serde::{Deserialize, Serialize};

/// One item of a template. A block with a tool takes its parts from the card, in the variant given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Item {
    pub kind: Kind,
    /// The tool's name when it is absent.
    pub title: Text,
    /// Whole minutes; the tool's length in the variant when absent.
    #[serde(deserialize_with = "tool::minutes_or_none")]
    pub minutes: Option<u16>,
    pub tool: Option<ToolId>,
    pub variant: Variant,
    pub question: Text,
    /// Private, for the facilitator.
    pub note: Text,
    /// For the later days of a template that lasts several.
    pub fixed: Option<ClockTime>,
    #[serde(deserialize_with = "tool::minutes_or_none")]
    pub min: Option<u16>,
    pub optional: bool,
}

/// A run sheet to begin from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    pub version: Version,
    pub id: ToolId,
    pub name: Text,
    /// When and for whom it is meant, in a sentence or two.
    pub about: Text,
    #[serde(default)]
    pub start: Option<ClockTime>,
    #[serde(default, deserialize_with = "tool::people_or_none")]
    pub people: Option<u16>,
    pub purpose: Text,
    /// The wanted result.
    pub wanted: Text,
    pub evaluation: Text,
    pub blocks: Vec<Item>,
}

impl Template {
    /// The agenda this template makes in `lang`, with the parts of its tools as the catalogue has them.
    #[must_use]
    pub fn agenda(&self, catalogue: &Catalogue, lang: Lang) -> Agenda {
        let mut agenda = Agenda {
            start: self.start,
            people: self.people,
            purpose: Line::clean(self.purpose.pick(lang)),
            wanted: Line::clean(self.wanted.pick(lang)),
            evaluation: Line::clean(self.evaluation.pick(lang)),
            ..Agenda::new(self.name.pick(lang), lang)
        };
        for item in &self.blocks {
            let tool = item.tool.as_ref().and_then(|id| catalogue.tool(id));
            agenda.insert(item.block(tool, self.people, lang), None);
        }
        agenda
    }

    /// What is not allowed in the agenda that it makes, in words; the length of a tool is left to its card.
    ///
    /// # Errors
    /// The first fault found, with the block's number and title.
    pub fn check(&self) -> Result<(), Text> {
        let length = |item: &Item| item.minutes.or(item.tool.as_ref().map(|_| item.min.unwrap_or(1)));
        let items = self.blocks.iter().map(|item| Item { minutes: length(item), ..item.clone() });
        let whole = Template { blocks: items.collect(), ..self.clone() };
        whole.agenda(&Catalogue::default(), Lang::Nb).check()
    }

    /// How long it lasts from the first block to the last, without the night between two days.
    #[must_use]
    pub fn length(&self, catalogue: &Catalogue) -> Seconds {
        self.agenda(catalogue, Lang::Nb).blocks.iter().map(Block::length).sum()
    }
}

impl Item {
    fn block(&self, tool: Option<&Tool>, people: Option<u16>, lang: Lang) -> Block {
        let made = tool.map(|tool| Block::of_tool(tool, self.variant, people.unwrap_or(tool.usual_people()), lang));
        let base = made.unwrap_or_default();
        let title = if self.title.is_empty() { base.title.clone() } else { Line::clean(self.title.pick(lang)) };
        Block {
            kind: self.kind,
            title,
            minutes: self.minutes.unwrap_or(base.minutes),
            question: Line::clean(self.question.pick(lang)),
            note: self.note.pick(lang).into(),
            fixed: self.fixed,
            min: self.min,
            optional: self.optional,
            ..base
        }
    }
}
