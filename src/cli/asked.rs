//! What was asked for, by the command line and by the surroundings (environment, locale, zone), for every command alike.

use crate::data;
use crate::domain::Problem;
use crate::domain::catalogue::Catalogue;
use crate::domain::filter::{self, Ground, Left, Names};
use crate::domain::search::Index;
use crate::domain::shelf::Shelf;
use crate::domain::text::Lang;
use crate::domain::times::{Moment, Zone};
use crate::model::Depth;
use crate::runtime::clock::{Clock, Pace};
use crate::runtime::{Face, Keeping, Languages, Options};
use crate::store::{Loaded, Store};
use clap::ArgMatches;
use clap::parser::ValueSource;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// What decided where the files are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    Flag,
    Environment,
    System,
}

/// What holds for any command.
#[derive(Debug, Clone)]
pub struct Asked {
    pub languages: Languages,
    pub folder: Option<PathBuf>,
    pub decided: Decided,
    pub pace: Pace,
    pub zone: Zone,
}

/// The tools that a command can answer about.
pub struct Known {
    pub catalogue: Catalogue,
    pub index: Index,
    pub names: Names,
    pub shelf: Shelf,
    /// What the running session leaves free now.
    pub left: Option<Left>,
    pub lang: Lang,
    /// What is wrong with the user's own cards, and other files.
    pub problems: Vec<Problem>,
}

impl Known {
    /// What a line of search is held against.
    #[must_use]
    pub fn ground(&self) -> Ground<'_> {
        let Known { catalogue, index, names, shelf, left, lang, .. } = self;
        Ground { catalogue, index, names, shelf, lang: *lang, left: left.clone() }
    }
}

impl Asked {
    /// What `matches` of the whole command line say.
    #[must_use]
    pub fn of(matches: &ArgMatches, locale: Lang) -> Asked {
        let given = matches.get_one::<OsString>("config-dir").filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let decided = match matches.value_source("config-dir") {
            _ if given.is_none() => Decided::System,
            Some(ValueSource::EnvVariable) => Decided::Environment,
            _ => Decided::Flag,
        };
        let at = matches.get_one::<Moment>("at").copied();
        let pace = match (at, matches.get_one::<u32>("speed")) {
            (None, _) => Pace::Real,
            (Some(at), None) => Pace::Fixed(at),
            (Some(at), Some(speed)) => Pace::Faster(at, *speed),
        };
        Asked {
            languages: Languages { flag: matches.get_one::<Lang>("lang").copied(), locale },
            folder: Store::folder(given),
            decided,
            pace,
            zone: Zone::of(jiff::tz::TimeZone::system(), Clock::new(pace).turn().now),
        }
    }

    /// For a command with a screen. With a clock of its own it leaves the folder of every day alone, also one that the
    /// environment names: a rehearsal is kept only in a folder that was named for it on the command line.
    #[must_use]
    pub fn options(&self, face: Face) -> Options {
        let is_rehearsal = self.pace != Pace::Real && self.decided != Decided::Flag;
        let keeping = if is_rehearsal { Keeping::InMemory } else { Keeping::InTheFolder };
        Options {
            face,
            languages: self.languages,
            folder: self.folder.clone(),
            keeping,
            depth: depth(),
            zone: self.zone.clone(),
            pace: self.pace,
            rehearsal: None,
        }
    }

    /// The files as they are, without becoming their writer, and the language they are told of in.
    #[must_use]
    pub fn files(&self) -> (Loaded, Lang) {
        let (_, loaded) = Store::view(self.folder.clone(), |settings| self.languages.over(settings));
        let lang = self.languages.over(&loaded.facts.settings);
        (loaded, lang)
    }

    /// The tools: the built-in ones and the user's own.
    #[must_use]
    pub fn tools(&self) -> Known {
        let (loaded, lang) = self.files();
        let session = loaded.facts.live.as_ref().map(|live| &live.session);
        let left = session.and_then(|session| filter::left(session, self.now()));
        let (catalogue, _) = data::catalogue(loaded.tools);
        let (index, names) = (Index::new(&catalogue), Names::new(&catalogue));
        Known { index, names, catalogue, shelf: loaded.facts.shelf, left, lang, problems: loaded.problems }
    }

    /// The moment of this command.
    #[must_use]
    pub fn now(&self) -> Moment {
        Clock::new(self.pace).turn().now
    }
}

/// The language the surroundings ask for.
#[must_use]
pub fn locale() -> Lang {
    Lang::of_locale(&sys_locale::get_locale().unwrap_or_default())
}

/// The language that `--lang` asks for, before the arguments are parsed: help and complaints are in it too.
#[must_use]
pub fn lang_among(args: &[OsString]) -> Option<Lang> {
    let after = |flag: &OsStr| flag.to_str()?.strip_prefix("--lang=")?.parse().ok();
    let next = args.windows(2).filter(|pair| pair.first().is_some_and(|flag| flag == "--lang"));
    let next = next.filter_map(|pair| pair.last()?.to_str()?.parse().ok());
    args.iter().filter_map(|flag| after(flag)).chain(next).last()
}

/// How many colours the terminal has, by what it says in the environment.
#[must_use]
pub fn depth() -> Depth {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match std::env::var("COLORTERM").as_deref() {
        _ if is_set("NO_COLOR") => Depth::None,
        Ok("truecolor" | "24bit") => Depth::True,
        _ => Depth::Sixteen,
    }
}
