//! The files that are written, and the order in which they are: each kind of fact has its slot.

use crate::domain::agenda::AgendaName;

/// A file of the folder that the program writes. The order is the order of writing: a kill between two files then
/// loses nothing (a record stands before its session goes, private texts before the session that needs them).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// A finished session, by file name without ending.
    Record(String),
    Private,
    Live,
    Agenda(AgendaName),
    Settings,
    Shelf,
}

impl Slot {
    /// The file below the folder, with `/`.
    pub fn file(&self) -> String {
        match self {
            Slot::Record(stem) => format!("{SESSIONS}/{stem}.ron"),
            Slot::Private => "live-private.ron".to_owned(),
            Slot::Live => "live.ron".to_owned(),
            Slot::Agenda(name) => format!("{AGENDAS}/{name}.ron"),
            Slot::Settings => "settings.ron".to_owned(),
            Slot::Shelf => "shelf.ron".to_owned(),
        }
    }

    /// Part of the running session: gone when it ends, with its backup, and brought back from the backup before.
    pub fn is_live(&self) -> bool {
        matches!(self, Slot::Private | Slot::Live)
    }
}

pub const AGENDAS: &str = "agendas";
pub const TOOLS: &str = "tools";
pub const SESSIONS: &str = "sessions";
