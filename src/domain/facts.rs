//! Everything that is kept in files: what the store loads and replaces. Nothing that can be computed from these.

use super::Problem;
use super::agenda::{Agenda, AgendaName};
use super::session::{Private, Session};
use super::shelf::Shelf;
use super::text::{Lang, Words, words};
use super::times::{Moment, Zone};
use super::version::Version;
use serde::{Deserialize, Deserializer, Serialize, de};
use std::collections::{BTreeMap, BTreeSet};

/// A colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Theme {
    #[default]
    Dark,
    Light,
}

/// How a signal reaches the facilitator, beside the screen, which always shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Signal {
    /// The terminal's bell.
    Bell,
    /// A notification of the desktop, where the terminal passes it on (OSC 9).
    Notification,
    /// The time left, in the title of the window.
    Title,
    /// The picture is reversed for a moment when time is up.
    Flash,
}

/// So many minutes behind, the group is asked (R11).
const DRIFT_LIMIT: u16 = 15;

/// `settings.ron`: written by the program, open to people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub version: Version,
    /// The language of the interface; the locale decides when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    #[serde(default)]
    pub theme: Theme,
    /// Whether clicks and the wheel go to the program; else the terminal marks text with them.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub mouse: bool,
    /// How signals reach the facilitator beside the screen.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub signals: BTreeSet<Signal>,
    /// From so many minutes behind, asking the group is offered (R11); 1–600.
    #[serde(default = "drift_limit", deserialize_with = "within_reason", skip_serializing_if = "is_usual")]
    pub drift_limit: u16,
    /// The agenda that was open last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<AgendaName>,
    /// Whether the line of welcome has been seen off.
    #[serde(default)]
    pub welcomed: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            version: Version,
            lang: None,
            theme: Theme::default(),
            mouse: false,
            signals: BTreeSet::new(),
            drift_limit: DRIFT_LIMIT,
            open: None,
            welcomed: false,
        }
    }
}

impl Settings {
    /// The most that [`Settings::drift_limit`] can be.
    pub const MOST_DRIFT: u16 = 600;
}

fn drift_limit() -> u16 {
    DRIFT_LIMIT
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_usual(limit: &u16) -> bool {
    *limit == DRIFT_LIMIT
}

fn within_reason<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    let minutes = i64::deserialize(deserializer)?;
    let within = u16::try_from(minutes).ok().filter(|minutes| (1..=Settings::MOST_DRIFT).contains(minutes));
    within.ok_or_else(|| de::Error::custom(format!("{minutes} minutes are not within 1–{}", Settings::MOST_DRIFT)))
}

/// A finished session: `sessions/<date>-<HHMM>-<name>.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    pub version: Version,
    pub session: Session,
    pub private: Private,
}

impl Record {
    /// The file name without its ending: the local date and time at which the session began, and its agenda.
    #[must_use]
    pub fn stem(&self, began: Moment, zone: &Zone) -> String {
        let civil = began.civil(zone);
        format!("{}-{:02}{:02}-{}", civil.date(), civil.hour(), civil.minute(), self.session.agenda)
    }
}

/// So many finished sessions are read, the newest; older ones stay where they are.
pub const MOST_FINISHED: usize = 200;

/// A finished session that lies in the folder: what its file holds, or why that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Its file without ending.
    pub stem: String,
    pub found: Result<Record, Problem>,
}

/// The running session with what belongs to the facilitator alone; two files, so that the room opens only the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    /// `live.ron`
    pub session: Session,
    /// `live-private.ron`
    pub private: Private,
}

/// Whether what is on the screen is on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Saving {
    #[default]
    Stored,
    /// Handed to the writer and not yet confirmed.
    Waiting,
    /// Could not be written, and why; it is tried again.
    Failing(String),
    /// A rehearsal: nothing is to be written.
    Rehearsal,
}

impl Saving {
    /// Why something may not be on the disk; nothing where it is, or is not meant to be.
    #[must_use]
    pub fn why(self, lang: Lang) -> Option<String> {
        match self {
            Saving::Failing(why) => Some(why),
            Saving::Waiting => Some(TOO_SLOW.pick(lang).to_owned()),
            Saving::Stored | Saving::Rehearsal => None,
        }
    }
}

const TOO_SLOW: Words = words("disken svarer ikke", "disken svarar ikkje", "the disk does not answer");

/// Whether this window may change the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    #[default]
    Writer,
    /// Another window holds the lock; this one only reads.
    Viewer,
}

/// All facts. The store compares them with what it last wrote and writes what differs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    pub settings: Settings,
    pub shelf: Shelf,
    pub agendas: BTreeMap<AgendaName, Agenda>,
    pub live: Option<Live>,
    /// Sessions that ended while the program was open, or were changed since, by file name without ending; the others
    /// stay on the disk.
    pub finished: BTreeMap<String, Record>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_stored_says_why() {
        assert_eq!(Saving::Waiting.why(Lang::Nb).as_deref(), Some("disken svarer ikke"));
        assert_eq!(Saving::Failing("disken er full.".to_owned()).why(Lang::En).as_deref(), Some("disken er full."));
        assert_eq!((Saving::Stored.why(Lang::Nb), Saving::Rehearsal.why(Lang::Nb)), (None, None));
    }
}
