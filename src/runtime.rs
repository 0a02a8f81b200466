//! The loop: wait until something happens or the picture must change, let the app act, have the facts stored, draw.
//! The only place that reads a clock, and the only one that knows both the app and the world outside.

pub mod clock;

use crate::app::{App, Event, Outcome};
use crate::data;
use crate::domain::agenda::AgendaName;
use crate::domain::catalogue::Catalogue;
use crate::domain::facts::{Facts, Settings};
use crate::domain::text::{LONGEST, Lang, Prose, Words, words};
use crate::domain::times::{Moment, Seconds, Zone};
use crate::model::{Depth, Model, Role, Saving};
use crate::screen::{Effect, Mouse};
use crate::store::{LOOK_EVERY, Loaded, Store};
use crate::terminal::{self, Colours, MouseUse, NoScreen, Setup, Terminal, Tty};
use clock::{Clock, Pace, Turn};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Which of its faces the program opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Whole,
    /// Only the room, following the session of another window.
    Room,
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
    pub depth: Depth,
    pub zone: Zone,
    pub pace: Pace,
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
    Lost(io::Error),
    /// A fault in the program, and where.
    Fault(String),
    /// What was done last could not be stored, and why.
    NotStored(String),
}

/// How long the loop waits for "stored" before it draws.
const STORED_SOON: Duration = Duration::from_millis(30);

/// How long leaving may wait for "stored".
const STORED_AT_LAST: Duration = Duration::from_millis(1_500);

/// How often it is asked whether what was not stored is stored by now.
const ASK: Duration = Duration::from_millis(500);

/// Shown after the computer has slept.
const SLEPT: Words =
    words("Maskinen sov i {}; tida gikk", "Maskina sov i {}; tida gjekk", "The computer slept for {}; time went on");

/// Opens the program and runs it until it is left.
///
/// # Errors
/// When there is no screen, or it ended in another way than by leaving it. What was done is stored in any case, but
/// for [`Ended::NotStored`].
pub fn run(options: &Options) -> Result<(), Ended> {
    let tty = Tty::find().map_err(Ended::NoScreen)?;
    let (store, loaded) = open(options);
    let store = Arc::new(Mutex::new(store));
    let wish = Arc::clone(&store);
    terminal::watch(&tty, move || drop(lock(&wish).flush(STORED_AT_LAST))).map_err(Ended::Lost)?;
    let model = model(options, loaded);
    let turns = || -> io::Result<()> {
        let colours = if options.depth == Depth::None { Colours::Dropped } else { Colours::Shown };
        let terminal = Terminal::enter(&tty, Setup { mouse: MouseUse::Terminal, colours })?;
        Loop::new(options, model, &store, terminal).turns()
    };
    let ended = catch_unwind(AssertUnwindSafe(turns));
    let saving = lock(&store).flush(STORED_AT_LAST);
    match (ended, saving) {
        (Err(_), _) => Err(Ended::Fault(tty.fault().unwrap_or_default())),
        (Ok(Err(error)), _) => Err(Ended::Lost(error)),
        (Ok(Ok(())), Saving::Failing(why)) => Err(Ended::NotStored(why)),
        (Ok(Ok(())), Saving::Stored | Saving::Waiting) => Ok(()),
    }
}

fn open(options: &Options) -> (Store, Loaded) {
    let speak = |settings: &Settings| options.lang_over(settings);
    match options.face {
        Face::Whole => Store::open(options.folder.clone(), speak),
        Face::Room => Store::follow(options.folder.clone(), speak),
    }
}

fn model(options: &Options, loaded: Loaded) -> Model {
    let (built_in, mut problems) = data::built_in();
    let (guide, faults) = data::guide();
    problems.extend(faults.into_iter().chain(loaded.problems));
    let lang = options.lang_over(&loaded.facts.settings);
    let catalogue = Catalogue::new(built_in, loaded.tools).knowing(data::synonyms());
    let mut facts = loaded.facts;
    if options.face == Face::Whole && loaded.role == Role::Writer && problems.is_empty() {
        welcome(&mut facts, &catalogue, lang);
    }
    let mut model = Model::new(facts, catalogue, lang, options.zone.clone()).guided(guide);
    (model.depth, model.role, model.problems) = (options.depth, loaded.role, problems);
    model
}

/// The first start finds an agenda to run (DESIGN: never empty).
fn welcome(facts: &mut Facts, catalogue: &Catalogue, lang: Lang) {
    if facts.settings.welcomed || !facts.agendas.is_empty() {
        return;
    }
    if let Some(agenda) = data::sample(catalogue, lang) {
        facts.agendas.insert(AgendaName::for_title(&agenda.title, |_| false), agenda);
    }
}

/// The store, also after a panic: what it holds was whole when it was handed over.
fn lock(store: &Mutex<Store>) -> MutexGuard<'_, Store> {
    store.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What goes round.
struct Loop<'a> {
    app: App,
    store: &'a Mutex<Store>,
    terminal: Terminal,
    clock: Clock,
    /// Only looks at what another window writes.
    follows: bool,
    /// The moment of the last turn.
    last: Moment,
    /// When the picture has to change with no key pressed; none when it never does.
    due: Option<Moment>,
}

/// Whether the picture has to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Picture {
    Stands,
    Changed,
}

impl Picture {
    fn changed_if(changed: bool) -> Picture {
        if changed { Picture::Changed } else { Picture::Stands }
    }
}

impl<'a> Loop<'a> {
    fn new(options: &Options, model: Model, store: &'a Mutex<Store>, terminal: Terminal) -> Loop<'a> {
        let mut clock = Clock::new(options.pace);
        let last = clock.turn().now;
        let follows = options.face == Face::Room || model.role == Role::Viewer;
        let app = match options.face {
            Face::Whole => App::new(model),
            Face::Room => App::room(model),
        };
        Loop { app, store, terminal, clock, follows, last, due: Some(last) }
    }

    fn turns(mut self) -> io::Result<()> {
        let mut events = Vec::new();
        loop {
            let turn = self.clock.turn();
            let now = turn.now;
            let mut picture = vec![self.heed(turn), self.look(), Picture::changed_if(!events.is_empty())];
            let outcome = self.act(events, now);
            picture.push(self.keep());
            if outcome.quit {
                return Ok(());
            }
            picture.push(Picture::changed_if(self.due.is_some_and(|due| due <= now)));
            if picture.contains(&Picture::Changed) {
                self.draw(now)?;
            }
            if outcome.effects.contains(&Effect::Suspend) {
                terminal::suspend()?;
            }
            events = self.terminal.events(self.wait())?;
        }
    }

    /// Lets the session follow a clock that was set (TIMING W22), and tells of sleep (T1).
    fn heed(&mut self, turn: Turn) -> Picture {
        let model = &mut self.app.model;
        if turn.stepped != Seconds::ZERO {
            self.last = self.last + turn.stepped;
            model.notice = None;
            if let Some(live) = model.facts.live.as_mut().filter(|live| !self.follows && live.session.has_started()) {
                live.session.clock_stepped(turn.stepped, turn.now);
            }
        }
        if turn.slept != Seconds::ZERO && model.session().is_some() {
            model.notify(SLEPT.with(model.lang, how_long(turn.slept)), turn.now);
        }
        Picture::changed_if(turn.stepped != Seconds::ZERO || turn.slept != Seconds::ZERO)
    }

    /// Takes in what has changed in the files.
    fn look(&mut self) -> Picture {
        let model = &mut self.app.model;
        let before = self.follows.then(|| model.facts.clone());
        let problems = lock(self.store).refresh(&mut model.facts);
        let changed = !problems.is_empty() || before.is_some_and(|before| before != model.facts);
        model.problems.extend(problems);
        Picture::changed_if(changed)
    }

    /// Lets time pass and all `events` happen.
    fn act(&mut self, events: Vec<terminal::Event>, now: Moment) -> Outcome {
        let mut all = Outcome { effects: self.app.tick(self.last, now), quit: false };
        self.last = now;
        for event in events {
            let outcome = self.app.update(&of_terminal(event), now);
            all.effects.extend(outcome.effects);
            all.quit |= outcome.quit;
            if all.quit {
                break;
            }
        }
        all
    }

    /// Hands the facts to the store and waits a little until they are stored.
    fn keep(&mut self) -> Picture {
        let model = &mut self.app.model;
        let mut store = lock(self.store);
        store.save(&model.facts);
        let before = std::mem::replace(&mut model.saving, store.settle(STORED_SOON));
        Picture::changed_if(before != model.saving)
    }

    fn draw(&mut self, now: Moment) -> io::Result<()> {
        self.terminal.draw(|area, buf| self.app.view(now, area, buf))?;
        self.due = self.app.next_change(now);
        Ok(())
    }

    /// How long to sleep; for ever when nothing changes by itself.
    fn wait(&self) -> Option<Duration> {
        let look = self.follows.then_some(LOOK_EVERY);
        let ask = (self.app.model.saving != Saving::Stored).then_some(ASK);
        let due = self.due.and_then(|due| self.clock.until(due));
        [look, ask, due].into_iter().flatten().min()
    }
}

/// The app's event for the terminal's; what is pasted comes from outside and is cleaned here.
fn of_terminal(event: terminal::Event) -> Event {
    match event {
        terminal::Event::Key(key) => Event::Key(key),
        terminal::Event::Paste(text) => {
            let text: String = text.chars().take(LONGEST).collect();
            Event::Paste(Prose::clean(&text).to_string())
        }
        terminal::Event::Click { column, row } => Event::Mouse(Mouse::Click { column, row }),
        terminal::Event::WheelUp => Event::Mouse(Mouse::WheelUp),
        terminal::Event::WheelDown => Event::Mouse(Mouse::WheelDown),
        terminal::Event::Resize => Event::Resize,
        terminal::Event::Focus => Event::Focus,
    }
}

fn how_long(time: Seconds) -> String {
    if time < Seconds::minutes(2) { format!("{} s", time.0) } else { format!("{} min", time.minutes_up()) }
}
