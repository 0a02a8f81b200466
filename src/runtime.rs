//! The loop: wait until something happens or the picture must change, let the app act, have the facts stored, draw.
//! The only place that reads a clock, and the only one that knows both the app and the world outside.

pub mod clock;
mod heed;
mod opening;
mod round;

use crate::domain::agenda::AgendaName;
use crate::domain::facts::Settings;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Zone;
use crate::model::{Depth, Saving};
use crate::terminal::{self, Colours, MouseUse, NoScreen, Setup, Terminal, Tty};
use clock::Pace;
use round::Loop;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::Duration;

/// Which of its faces the program opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Whole,
    /// Only the room, following the session of another window.
    Room,
}

/// Whether what is done is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    InTheFolder,
    /// A rehearsal: the folder is read and left as it is.
    InMemory,
}

/// What the command line and the surroundings have decided.
#[derive(Debug, Clone)]
pub struct Options {
    pub face: Face,
    /// Asked for on the command line; goes before the settings.
    pub lang: Option<Lang>,
    /// What the locale asks for; comes after the settings.
    pub locale: Lang,
    /// Where the files are; none without a home.
    pub folder: Option<PathBuf>,
    pub keeping: Keeping,
    pub depth: Depth,
    pub zone: Zone,
    pub pace: Pace,
    /// What the program is opened to rehearse, and how many times as fast.
    pub rehearsal: Option<(AgendaName, u32)>,
}

impl Options {
    /// The language: the flag, then the settings, then the locale.
    #[must_use]
    pub fn lang_over(&self, settings: &Settings) -> Lang {
        self.lang.or(settings.lang).unwrap_or(self.locale)
    }
}

/// Why the program ended otherwise than by leaving it.
#[derive(Debug)]
pub enum Ended {
    NoScreen(NoScreen),
    /// The terminal could not be used any longer.
    Lost(io::Error, Stored),
    /// A fault in the program, and where.
    Fault(String, Stored),
    /// What was done last could not be stored, and why.
    NotStored(String),
}

/// Whether what was done is stored, or why not.
pub type Stored = Result<(), String>;

/// How long leaving may wait for "stored"; the terminal has been given back by then.
const STORED_AT_LAST: Duration = Duration::from_secs(10);

/// How long a signal may wait for it: the system that sent it will not wait long either.
const STORED_IN_HASTE: Duration = Duration::from_millis(1_200);

/// Said when even that was not enough.
const TOO_SLOW: Words = words("disken svarer ikke", "disken svarar ikkje", "the disk does not answer");

/// Opens the program and runs it until it is left.
///
/// # Errors
/// When there is no screen, or it ended in another way than by leaving it.
pub fn run(options: &Options) -> Result<(), Ended> {
    let tty = Tty::find().map_err(Ended::NoScreen)?;
    let (mut store, loaded) = opening::open(options);
    let wish = store.last_wish();
    terminal::watch(&tty, move || wish(STORED_IN_HASTE)).map_err(|error| Ended::Lost(error, Ok(())))?;
    let lang = options.lang_over(&loaded.facts.settings);
    let mouse = mouse_use(&loaded.facts.settings);
    let turns = || -> io::Result<()> {
        let colours = if options.depth == Depth::None { Colours::Dropped } else { Colours::Shown };
        let terminal = Terminal::enter(&tty, Setup { mouse, colours })?;
        Loop::new(options, opening::model(options, loaded), &mut store, terminal).turns()
    };
    let ended = catch_unwind(AssertUnwindSafe(turns));
    let stored = match store.flush(STORED_AT_LAST) {
        Saving::Failing(why) => Err(why),
        Saving::Waiting => Err(TOO_SLOW.pick(lang).to_owned()),
        Saving::Stored | Saving::Rehearsal => Ok(()),
    };
    match ended {
        Err(_) => Err(Ended::Fault(tty.fault().unwrap_or_default(), stored)),
        Ok(Err(error)) => Err(Ended::Lost(error, stored)),
        Ok(Ok(())) => stored.map_err(Ended::NotStored),
    }
}

fn mouse_use(settings: &Settings) -> MouseUse {
    if settings.mouse { MouseUse::Program } else { MouseUse::Terminal }
}
