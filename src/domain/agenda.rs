//! The run sheet (*kjøreplan*): blocks with lengths in, and the edits a planner makes. When blocks begin and end is
//! worked out in `schedule`.

mod fault;
mod lengths;

pub use fault::BlockFault;

use super::text::{Lang, Line, Prose, Text};
use super::times::{BeforeEnd, ClockTime, Seconds};
use super::tool::{self, Advance, Grouping, PerPerson, Tool, ToolId, Variant};
use super::version::Version;
use serde::{Deserialize, Deserializer, Serialize, de};

/// The file name of an agenda without its ending: `agendas/<name>.ron`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct AgendaName(Line);

impl AgendaName {
    /// The name of a file that is already there; nothing when it could lead out of its folder or hold an escape.
    #[must_use]
    pub fn of_file(stem: &str) -> Option<AgendaName> {
        let line = Line::clean(stem);
        let plain = line.as_str() == stem && !stem.starts_with('.') && !stem.contains(['/', '\\', ':']);
        (plain && (1..=80).contains(&stem.chars().count())).then_some(AgendaName(line))
    }

    /// A name for a new file, made from a title: `Kick-off, høst` gives `kick-off-høst`; never one that is `taken`.
    #[must_use]
    pub fn for_title(title: &str, taken: impl Fn(&AgendaName) -> bool) -> AgendaName {
        let letters: String = title.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let words: Vec<&str> = letters.split_whitespace().collect();
        let slug: String = words.join("-").chars().take(50).collect();
        let safe = if slug.is_empty() || is_reserved(&slug) { format!("agenda-{slug}") } else { slug };
        let safe = safe.trim_end_matches('-');
        let numbered = (2..).map(|number| format!("{safe}-{number}"));
        let mut names = std::iter::once(safe.to_owned()).chain(numbered).map(|name| AgendaName(Line::clean(&name)));
        names.find(|name| !taken(name)).unwrap_or_else(|| AgendaName(Line::clean("agenda")))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// Whether Windows keeps a name for a device: four of them, and the ports `com1` and `lpt1` up to nine, whose number may
/// be raised.
fn is_reserved(slug: &str) -> bool {
    let port = slug.strip_prefix("com").or_else(|| slug.strip_prefix("lpt"));
    let is_port = |number: &str| number.chars().count() == 1 && "123456789¹²³".contains(number);
    port.is_some_and(is_port) || ["con", "prn", "aux", "nul"].contains(&slug)
}

impl std::fmt::Display for AgendaName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for AgendaName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AgendaName, D::Error> {
        let stem = Line::deserialize(deserializer)?;
        AgendaName::of_file(&stem)
            .ok_or_else(|| de::Error::custom(format!("“{stem}” cannot be the name of an agenda file")))
    }
}

/// Names a block within its agenda. A new block gets the highest plus one, so the name of a last block that was taken out
/// may come back. 0 in a file means "give it one".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BlockId(pub u32);

/// What kind of time a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Kind {
    Opening,
    #[default]
    Work,
    Talk,
    Break,
    Closing,
    /// A block whose only purpose is to be eaten by lateness (W11).
    Buffer,
}

/// A part (*del*) of a block with its own countdown, as frozen from a tool's card.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Part {
    /// Whole minutes.
    #[serde(deserialize_with = "tool::minutes")]
    pub minutes: u16,
    /// Its length in whole minutes when the method is run short, normal or long; as in the normal length, and that as
    /// `minutes`, when absent.
    #[serde(deserialize_with = "tool::minutes_or_none", skip_serializing_if = "Option::is_none")]
    pub short: Option<u16>,
    #[serde(deserialize_with = "tool::minutes_or_none", skip_serializing_if = "Option::is_none")]
    pub normal: Option<u16>,
    #[serde(deserialize_with = "tool::minutes_or_none", skip_serializing_if = "Option::is_none")]
    pub long: Option<u16>,
    /// The length of a round; `minutes` is what it comes to with the people that were planned for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_person: Option<PerPerson>,
    pub grouping: Grouping,
    /// For the room.
    pub say: Text,
    /// For the facilitator alone; moved to the private file when a session begins.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub lead: Text,
}

/// One item (*økt*) of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Block {
    pub id: BlockId,
    pub kind: Kind,
    pub title: Line,
    /// Planned length in minutes, 1–1440; 0 with a fixed start is a marker (W10).
    #[serde(deserialize_with = "tool::minutes")]
    pub minutes: u16,
    /// Must not start before this (W2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed: Option<ClockTime>,
    /// Ends at this clock time whatever its start (W7).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<ClockTime>,
    /// The shortest it may become, in minutes.
    #[serde(deserialize_with = "tool::minutes_or_none", skip_serializing_if = "Option::is_none")]
    pub min: Option<u16>,
    /// Changeover before it in minutes, never eaten (W14).
    #[serde(deserialize_with = "tool::minutes", skip_serializing_if = "super::is_default")]
    pub gap: u16,
    /// Goes on to the next block at zero by itself (W18).
    #[serde(skip_serializing_if = "super::is_default")]
    pub auto: bool,
    /// May be dropped when time is short.
    #[serde(skip_serializing_if = "super::is_default")]
    pub optional: bool,
    /// When attention is called for, so long before the end; else by its length (its levels are in `signal`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attention: Option<BeforeEnd>,
    /// When the last call comes, so long before the end; else by its length.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_call: Option<BeforeEnd>,
    /// The tool it was made from, and in which of its lengths.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tool: Option<ToolId>,
    #[serde(skip_serializing_if = "super::is_default")]
    pub variant: Variant,
    /// How its parts follow each other.
    #[serde(skip_serializing_if = "super::is_default")]
    pub advance: Advance,
    /// The facilitator's own question, shown above `say` on the wall.
    #[serde(skip_serializing_if = "super::is_default")]
    pub question: Line,
    /// Private: never shown to the room.
    #[serde(skip_serializing_if = "super::is_default")]
    pub note: Prose,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

impl Block {
    /// A block of `kind` that takes `minutes`.
    #[must_use]
    pub fn new(kind: Kind, title: &str, minutes: u16) -> Block {
        Block { kind, title: Line::clean(title), minutes, ..Block::default() }
    }

    /// A block that runs `tool` in the given length with `people` participants, titled in `lang`.
    #[must_use]
    pub fn of_tool(tool: &Tool, variant: Variant, people: u16, lang: Lang) -> Block {
        let minutes = tool.length(variant, people).minutes_planned().max(1);
        let parts = tool.steps.iter().map(|step| Part {
            minutes: step.length(variant, people).minutes_planned(),
            short: step.short,
            normal: Some(step.minutes).filter(|_| variant != Variant::Normal && step.per_person.is_none()),
            long: step.long,
            per_person: step.per_person,
            grouping: step.grouping,
            say: step.say.clone(),
            lead: step.lead.clone(),
        });
        Block {
            tool: Some(tool.id.clone()),
            variant,
            advance: tool.advance,
            parts: parts.collect(),
            ..Block::new(Kind::Work, tool.name.pick(lang), minutes)
        }
    }

    /// A fixed moment of no length, such as the finish line (W10).
    #[must_use]
    pub fn is_marker(&self) -> bool {
        self.minutes == 0 && self.fixed.is_some()
    }

    /// Planned length.
    #[must_use]
    pub fn length(&self) -> Seconds {
        Seconds::of_minutes(self.minutes)
    }

    /// The changeover in front of it.
    #[must_use]
    pub fn changeover(&self) -> Seconds {
        Seconds::of_minutes(self.gap)
    }

    /// Whether it begins or ends at a time of the clock.
    #[must_use]
    pub fn has_clock_time(&self) -> bool {
        self.fixed.is_some() || self.until.is_some()
    }
}

/// A run sheet: what is to happen, in which order, for how long.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agenda {
    pub version: Version,
    pub title: Line,
    /// The language the agenda is held in, whatever the interface shows.
    #[serde(default)]
    pub lang: Lang,
    /// Planned start; none means "when started".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<ClockTime>,
    /// How many take part.
    #[serde(default, deserialize_with = "tool::people_or_none", skip_serializing_if = "Option::is_none")]
    pub people: Option<u16>,
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub purpose: Line,
    /// The wanted result.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub wanted: Line,
    /// What will be evaluated.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub evaluation: Line,
    #[serde(default)]
    pub blocks: Vec<Block>,
}

/// The highest id taken from a file; leaves room for as many new blocks as anyone will make.
const HIGHEST_READ: BlockId = BlockId(1_000_000);

/// Most blocks one agenda may hold.
pub const MOST_BLOCKS: usize = 500;

impl Agenda {
    /// An empty agenda.
    #[must_use]
    pub fn new(title: &str, lang: Lang) -> Agenda {
        Agenda { title: Line::clean(title), lang, ..Agenda::default() }
    }

    /// Gives every block an id of its own; what a person wrote by hand may lack, repeat or overdo them.
    #[must_use]
    pub fn numbered(mut self) -> Agenda {
        let mut seen = std::collections::BTreeSet::from([BlockId(0)]);
        for block in &mut self.blocks {
            if block.id > HIGHEST_READ || !seen.insert(block.id) {
                block.id = BlockId(0);
            }
        }
        while let Some(place) = self.place(BlockId(0)) {
            let id = self.free_id();
            if let Some(block) = self.blocks.get_mut(place) {
                block.id = id;
            }
        }
        self
    }

    /// Where the block stands, counted from 0.
    #[must_use]
    pub fn place(&self, id: BlockId) -> Option<usize> {
        self.blocks.iter().position(|block| block.id == id)
    }

    #[must_use]
    pub fn block(&self, id: BlockId) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }

    pub fn block_mut(&mut self, id: BlockId) -> Option<&mut Block> {
        self.blocks.iter_mut().find(|block| block.id == id)
    }

    /// Puts `block` in after the block `after`, or at the end; answers the id it got.
    pub fn insert(&mut self, block: Block, after: Option<BlockId>) -> BlockId {
        let id = self.free_id();
        let place = after.and_then(|after| self.place(after)).map_or(self.blocks.len(), |place| place + 1);
        self.blocks.insert(place, Block { id, ..block });
        id
    }

    /// Takes the block out and answers it; nothing when there is no such block.
    pub fn remove(&mut self, id: BlockId) -> Option<Block> {
        self.place(id).map(|place| self.blocks.remove(place))
    }

    /// Puts a copy of the block right after it; answers the copy's id.
    pub fn duplicate(&mut self, id: BlockId) -> Option<BlockId> {
        let copy = self.block(id)?.clone();
        Some(self.insert(copy, Some(id)))
    }

    /// Moves the block one place `towards` the start or the end; answers whether it moved.
    pub fn shift(&mut self, id: BlockId, towards: Towards) -> bool {
        let target = |place: usize| match towards {
            Towards::Start => place.checked_sub(1),
            Towards::End => Some(place + 1).filter(|next| *next < self.blocks.len()),
        };
        let Some((place, target)) = self.place(id).and_then(|place| Some((place, target(place)?))) else {
            return false;
        };
        self.blocks.swap(place, target);
        true
    }

    fn free_id(&self) -> BlockId {
        BlockId(self.blocks.iter().map(|block| block.id.0).max().unwrap_or(0).saturating_add(1))
    }
}

/// Whether what only the facilitator reads goes along when an agenda is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notes {
    Kept,
    Told,
}

/// A direction in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    Start,
    End,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_agenda_gets_the_name_of_a_device() {
        let ports = (1..=9).flat_map(|number| [format!("COM{number}"), format!("Lpt{number}")]);
        let reserved: Vec<String> = ["con", "PRN", "Aux", "nul"].map(str::to_owned).into_iter().chain(ports).collect();
        assert_eq!(reserved.len(), 22);
        for title in reserved.iter().map(String::as_str).chain(["com¹", "LPT²", "com³"]) {
            let name = AgendaName::for_title(title, |_| false);
            assert_eq!(name.as_str(), format!("agenda-{}", title.to_lowercase()));
        }
        for title in ["com", "com0", "com10", "com½", "lpt12", "console", "komme", "5"] {
            assert_eq!(AgendaName::for_title(title, |_| false).as_str(), title);
        }
    }
}
