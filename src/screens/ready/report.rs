//! What is said of the machine before a workshop, in plain words: what is in order, what is worth a look, and what to
//! do. One list for the screen and for `vidde doctor`.

mod wording;

use crate::domain::facts::{Role, Saving, Signal};
use crate::domain::surroundings::{Awake, Folder, Power, Reaction, Surroundings, Synced, System, Through};
use crate::domain::text::{Lang, Line, Words, words};
use crate::domain::times::{Moment, Zone};
use crate::model::{Depth, Model};
use crate::ui::{LEAST, dates};
use std::borrow::Cow;
use std::collections::BTreeSet;
use wording::{
    AWAKE, BATTERY, BESIDE, CANNOT, CLOCK, CLOCK_READS, CLOSED, COLOURS, COMPARE, DESKTOP_MAY, DO_NOT_DISTURB, FAILS,
    FREE, HELD, IN_TMUX, IS_UTC, LARGER, LID, LINE, LITTLE, MAINS, MAINS_AND, NO_COLOURS, NO_FOLDER, NO_QUESTION,
    NO_QUESTIONS, NO_TERMINAL, ON_LINUX, ON_MACOS, ON_OTHERS, ON_WINDOWS, OTHER_WINDOW, OTHERS, OVER_SSH, POWER,
    POWER_NOT_TOLD, QUESTIONS, QUOTED, READ_FROM, REHEARSAL, SCREEN, SCREEN_ALONE, SIGNALS, SIXTEEN, SIZE, SLEEPS,
    STORAGE, STORED_IN, SYNCED, TOO_SMALL, TRUE_COLOURS, WRONG_YEAR,
};

/// How a finding is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Good,
    Look,
    /// Nothing to judge, or the system does not say.
    Told,
}

impl Mark {
    /// A shape, so that it is seen without colour.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Mark::Good => "✓",
            Mark::Look => "▲",
            Mark::Told => "·",
        }
    }
}

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub mark: Mark,
    pub topic: Words,
    /// Whole sentences.
    pub text: String,
}

/// What the program knows without looking at the machine.
#[derive(Debug, Clone)]
pub struct Seen {
    pub now: Moment,
    pub zone: Zone,
    pub depth: Depth,
    /// Columns and rows; none without a terminal.
    pub size: Option<(u16, u16)>,
    pub role: Role,
    pub saving: Saving,
    pub signals: BTreeSet<Signal>,
    /// The blocks of the plan that send the room to a question and have none.
    pub unasked: Vec<String>,
}

impl Seen {
    /// What `model` knows, in a terminal of `size`.
    #[must_use]
    pub fn of(model: &Model, now: Moment, size: Option<(u16, u16)>) -> Seen {
        Seen {
            now,
            zone: model.zone.clone(),
            depth: model.depth,
            size,
            role: model.role,
            saving: model.saving.clone(),
            signals: model.facts.settings.signals.clone(),
            unasked: unasked(model, now),
        }
    }
}

/// The blocks of the session, else of the open agenda, that send the room to a question and have none.
fn unasked(model: &Model, now: Moment) -> Vec<String> {
    let agenda = || model.agenda().map(|(_, agenda)| Cow::Borrowed(agenda));
    let Some(plan) = model.plan(now).or_else(agenda) else { return Vec::new() };
    let lacking = plan.blocks.iter().filter(|block| model.catalogue.lacks_question(block));
    lacking.map(|block| block.title.to_string()).collect()
}

/// Everything there is to say, in the order in which it is checked in a room.
#[must_use]
pub fn findings(machine: &Surroundings, seen: &Seen, lang: Lang) -> Vec<Finding> {
    let report = Report { machine, seen, lang };
    let through = machine.through.iter().map(|through| report.through(*through));
    let first = [report.storage(), report.clock(), report.power(), report.awake()];
    let last = [report.screen(), report.colours(), report.signals(), report.quiet()];
    report.questions().into_iter().chain(first).chain(through).chain(last).collect()
}

struct Report<'a> {
    machine: &'a Surroundings,
    seen: &'a Seen,
    lang: Lang,
}

/// Less free space than this is worth a look, in bytes.
const LITTLE_SPACE: u64 = 50 * MEGABYTE;
const MEGABYTE: u64 = 1024 * 1024;

/// Years in which this program can be in use.
const YEARS: std::ops::Range<i16> = 2026..2046;

/// The rows for which the wall is made: text that is read from six times the height of the image.
const ROWS: u16 = 16;

impl Report<'_> {
    fn say(&self, words: Words) -> String {
        words.pick(self.lang).to_owned()
    }

    fn questions(&self) -> Option<Finding> {
        let words = if self.seen.unasked.len() == 1 { NO_QUESTION } else { NO_QUESTIONS };
        let titles = self.seen.unasked.iter().map(|title| QUOTED.with(self.lang, title)).collect::<Vec<_>>();
        (!titles.is_empty()).then(|| finding(Mark::Look, QUESTIONS, &[words.with(self.lang, titles.join(", "))]))
    }

    fn storage(&self) -> Finding {
        let free = self.machine.free.map(|bytes| (bytes, size(bytes)));
        let (mark, text) = match (&self.seen.saving, &self.machine.folder, &free) {
            _ if self.seen.role == Role::Viewer => (Mark::Look, self.say(OTHER_WINDOW)),
            (Saving::Rehearsal, _, _) => (Mark::Told, self.say(REHEARSAL)),
            (Saving::Failing(why), _, _) => (Mark::Look, FAILS.with(self.lang, why)),
            (_, Folder::None, _) => (Mark::Look, self.say(NO_FOLDER)),
            (_, Folder::Closed(path), _) => (Mark::Look, CLOSED.with(self.lang, Line::clean(path))),
            (_, Folder::Writable(_), Some((bytes, size))) if *bytes < LITTLE_SPACE => {
                (Mark::Look, LITTLE.with(self.lang, size))
            }
            (_, Folder::Writable(path), _) => (Mark::Good, STORED_IN.with(self.lang, Line::clean(path))),
        };
        let room = free.filter(|_| mark == Mark::Good).map(|(_, size)| FREE.with(self.lang, size));
        finding(mark, STORAGE, &[text, room.unwrap_or_default()])
    }

    fn clock(&self) -> Finding {
        let civil = self.seen.now.civil(&self.seen.zone);
        let date = dates::long(self.seen.now, &self.seen.zone, self.lang);
        let reads = CLOCK_READS.with3(self.lang, (self.seen.now.clock(&self.seen.zone), date, &self.seen.zone));
        let (mark, text) = match self.machine.synced {
            _ if !YEARS.contains(&civil.year()) => (Mark::Look, self.say(WRONG_YEAR)),
            _ if self.seen.zone.to_string().ends_with("UTC") => (Mark::Look, self.say(IS_UTC)),
            Synced::Yes => (Mark::Good, self.say(SYNCED)),
            Synced::NotTold => (Mark::Told, self.say(COMPARE)),
        };
        finding(mark, CLOCK, &[reads, text])
    }

    fn power(&self) -> Finding {
        let (mark, text) = match self.machine.power {
            Power::Mains(Some(charge)) => (Mark::Good, MAINS_AND.with(self.lang, charge)),
            Power::Mains(None) => (Mark::Good, self.say(MAINS)),
            Power::Battery(charge) => (Mark::Look, BATTERY.with(self.lang, charge)),
            Power::NotTold => (Mark::Told, self.say(POWER_NOT_TOLD)),
        };
        finding(mark, POWER, &[text])
    }

    /// What Vidde cannot prevent, what the system says of it, and what helps.
    fn awake(&self) -> Finding {
        let held = self.machine.awake == Awake::Held;
        let acts = self.machine.idle == Reaction::Acts;
        let mark = if held && !acts { Mark::Good } else { Mark::Look };
        let told = match (self.machine.awake, self.machine.idle) {
            (Awake::Held, _) => self.say(HELD),
            (_, Reaction::Acts) => self.say(SLEEPS),
            (_, Reaction::Nothing) => self.say(DESKTOP_MAY),
            (_, Reaction::NotTold) => String::new(),
        };
        let lid = if self.machine.lid == Reaction::Nothing { String::new() } else { self.say(LID) };
        let advice = match self.machine.system {
            _ if held => String::new(),
            System::Linux => self.say(ON_LINUX),
            System::MacOs => self.say(ON_MACOS),
            System::Windows => self.say(ON_WINDOWS),
            System::Other => self.say(ON_OTHERS),
        };
        finding(mark, AWAKE, &[self.say(CANNOT), told, lid, advice])
    }

    fn through(&self, through: Through) -> Finding {
        match through {
            Through::Ssh => finding(Mark::Look, LINE, &[self.say(OVER_SSH)]),
            Through::Multiplexer => finding(Mark::Told, LINE, &[self.say(IN_TMUX)]),
        }
    }

    /// How far the text is read: an image so many rows high is read from about a hundred image heights over the rows.
    fn screen(&self) -> Finding {
        let Some((columns, rows)) = self.seen.size else {
            return finding(Mark::Told, SCREEN, &[self.say(NO_TERMINAL)]);
        };
        let size = SIZE.with2(self.lang, columns, rows);
        if columns < LEAST.0 || rows < LEAST.1 {
            return finding(Mark::Look, SCREEN, &[size, self.say(TOO_SMALL)]);
        }
        let reach = READ_FROM.with(self.lang, 200 / rows.max(1));
        if rows <= ROWS {
            return finding(Mark::Good, SCREEN, &[size, reach]);
        }
        finding(Mark::Told, SCREEN, &[size, reach, self.say(LARGER)])
    }

    fn colours(&self) -> Finding {
        let (mark, text) = match self.seen.depth {
            Depth::True => (Mark::Good, TRUE_COLOURS),
            Depth::Sixteen => (Mark::Told, SIXTEEN),
            Depth::None => (Mark::Told, NO_COLOURS),
        };
        finding(mark, COLOURS, &[self.say(text)])
    }

    fn signals(&self) -> Finding {
        let on: Vec<&str> = self.seen.signals.iter().map(|signal| name(*signal).pick(self.lang)).collect();
        let beside = if on.is_empty() { self.say(SCREEN_ALONE) } else { BESIDE.with(self.lang, on.join(", ")) };
        finding(Mark::Told, SIGNALS, &[beside])
    }

    /// What no program can see.
    fn quiet(&self) -> Finding {
        finding(Mark::Told, OTHERS, &[self.say(DO_NOT_DISTURB)])
    }
}

/// A finding of these sentences, those that are not empty.
fn finding(mark: Mark, topic: Words, sentences: &[String]) -> Finding {
    let said: Vec<&str> = sentences.iter().map(String::as_str).filter(|sentence| !sentence.is_empty()).collect();
    Finding { mark, topic, text: said.join(" ") }
}

fn name(signal: Signal) -> Words {
    match signal {
        Signal::Bell => words("lyd", "lyd", "sound"),
        Signal::Notification => words("varsel", "varsel", "notification"),
        Signal::Title => words("vindustittel", "vindaugstittel", "title bar"),
        Signal::Flash => words("blink", "blink", "flash"),
    }
}

/// A number of bytes in the unit that people know.
fn size(bytes: u64) -> String {
    match bytes / MEGABYTE {
        megabytes @ 0..10_000 => format!("{megabytes} MB"),
        megabytes => format!("{} GB", megabytes / 1024),
    }
}
