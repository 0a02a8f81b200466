//! One round of the loop after the other: read the clock, take in what has happened, have it stored, draw, wait.

use super::clock::{Clock, Pace, Turn};
use super::heed::heed;
use super::{Face, Options, mouse_use, opening, sharing};
use crate::app::{App, Event, Outcome};
use crate::domain::Problem;
use crate::domain::text::{LONGEST, Prose};
use crate::domain::times::{Moment, Seconds};
use crate::model::{Model, Role, Saving};
use crate::screen::{Effect, Mouse};
use crate::screens::rehearse;
use crate::store::{self, LOOK_EVERY, Refreshed, Store};
use crate::terminal::{self, Terminal};
use crate::ui::input;
use ratatui::layout::Rect;
use std::io;
use std::ops::BitOrAssign;
use std::path::PathBuf;
use std::time::Duration;

/// How long the loop waits for "stored" before it draws.
const STORED_SOON: Duration = Duration::from_millis(30);

/// How often it is asked whether what was not stored is stored by now.
const ASK: Duration = Duration::from_millis(500);

/// How often it is asked whether the finished sessions have been read.
const READ: Duration = Duration::from_millis(50);

/// How often the writer looks at the files while it is awake anyway.
const GLANCE: Seconds = Seconds(3);

/// How long the loop waits for a look.
const SEEN_SOON: Duration = Duration::from_millis(10);

/// What goes round.
pub struct Loop<'a> {
    app: App,
    store: &'a mut Store,
    terminal: Terminal,
    clock: Clock,
    /// Only looks at what another window writes.
    follows: bool,
    /// Where the last frame was drawn.
    drawn: Rect,
    /// When the files were looked at last.
    looked: Moment,
    /// Where the files are.
    folder: Option<PathBuf>,
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

/// One change is enough.
impl BitOrAssign for Picture {
    fn bitor_assign(&mut self, other: Picture) {
        if other == Picture::Changed {
            *self = other;
        }
    }
}

impl<'a> Loop<'a> {
    pub fn new(options: &Options, mut model: Model, store: &'a mut Store, terminal: Terminal) -> Loop<'a> {
        let mut clock = Clock::new(options.pace);
        if let Pace::Faster(_, speed) = options.pace {
            model.speed = speed;
        }
        let mut first = clock.turn().now;
        if let Some(fast) = opening::rehearsal(options, &mut model, first) {
            clock.lay_over(Some(fast));
            first = fast.from;
        }
        let follows = options.face == Face::Room || model.role == Role::Viewer;
        let app = match options.face {
            Face::Whole => App::new(model, first),
            Face::Room => App::room(model),
        };
        let drawn = Rect::ZERO;
        let folder = options.folder.clone();
        Loop { app, store, terminal, clock, follows, drawn, looked: first, folder, due: Some(first) }
    }

    /// Goes round until the program is left.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn turns(mut self) -> io::Result<()> {
        let mut events = Vec::new();
        loop {
            let turn = self.clock.turn();
            self.look(&events, turn.now);
            heed(&mut self.app.model, turn);
            let mut picture = Picture::changed_if(turn.is_out_of_step() || !events.is_empty());
            let (outcome, now) = self.act(events, turn);
            picture |= self.keep();
            if outcome.quit {
                return Ok(());
            }
            picture |= self.take_over(now);
            picture |= Picture::changed_if(self.due.is_some_and(|due| due <= now));
            self.survey(&outcome.effects);
            let width = self.drawn.width;
            sharing::share(&outcome.effects, &mut self.app.model, self.folder.as_deref(), (now, width));
            if picture == Picture::Changed {
                self.draw(now)?;
            }
            self.tell_terminal(&outcome.effects)?;
            events = self.terminal.events(self.wait())?;
        }
    }

    /// Gives the terminal what it is asked for beside pictures.
    fn tell_terminal(&self, effects: &[Effect]) -> io::Result<()> {
        for effect in effects {
            match effect {
                Effect::Bell => self.terminal.ring()?,
                Effect::Notify(text) => self.terminal.notify(text)?,
                Effect::Mouse => self.terminal.hand_mouse(mouse_use(&self.app.model.facts.settings))?,
                Effect::Suspend => terminal::suspend()?,
                Effect::Clock(_) | Effect::Survey | Effect::Export(_) | Effect::Minutes(..) => {}
            }
        }
        Ok(())
    }

    /// Has the clock go as a rehearsal asks for, and answers the moment it shows; after a rehearsal it is said that
    /// everything is as before.
    fn set_clock(&mut self, effects: &[Effect], now: Moment) -> Moment {
        let wish = effects.iter().rev().find_map(|effect| match effect {
            Effect::Clock(wish) => Some(*wish),
            _ => None,
        });
        let Some(wish) = wish else { return now };
        self.clock.lay_over(wish);
        let now = self.clock.turn().now;
        if wish.is_none() {
            let text = self.app.model.say(rehearse::OVER);
            self.app.model.notify(text, now);
        }
        now
    }

    /// Looks at the machine, if that is asked for.
    fn survey(&mut self, effects: &[Effect]) {
        if effects.contains(&Effect::Survey) {
            self.app.model.surroundings = Some(store::survey(self.folder.as_deref()));
        }
    }

    /// Has the writer's thread look at the files: when the person comes back to the window, and now and then.
    fn look(&mut self, events: &[terminal::Event], now: Moment) {
        let is_back = events.iter().any(|event| matches!(event, terminal::Event::Focus));
        if is_back || (now - self.looked).0.abs() >= self.app.model.passing(GLANCE).0 {
            self.looked = now;
            self.store.look(SEEN_SOON);
        }
    }

    /// Takes in what has changed in the files; what the person must know of it is listed, and shown in passing.
    fn take_over(&mut self, now: Moment) -> Picture {
        let model = &mut self.app.model;
        if model.waits_for_finished() && !self.store.is_reading() {
            self.store.read_finished();
        }
        let Refreshed { problems, changed, finished } = self.store.refresh(model.kept_mut());
        let has_come = finished.is_some();
        if let Some(finished) = finished {
            model.take_finished(finished, now);
        }
        let before = (model.problems.len(), model.role);
        if self.follows && self.store.role() == Role::Writer {
            (self.follows, model.role) = (false, Role::Writer);
        }
        for problem in problems {
            tell(model, problem, now);
        }
        Picture::changed_if(changed || has_come || (model.problems.len(), model.role) != before)
    }

    /// Lets time pass and all `events` happen; answers the moment it is after them, which a rehearsal may have changed.
    fn act(&mut self, events: Vec<terminal::Event>, turn: Turn) -> (Outcome, Moment) {
        let mut now = turn.now;
        let mut all = Outcome { effects: self.app.tick(turn.since, now), ..Outcome::default() };
        for event in events {
            let outcome = self.app.update(&of_terminal(event), self.drawn, now);
            now = self.set_clock(&outcome.effects, now);
            all.effects.extend(outcome.effects);
            all.quit |= outcome.quit;
            if all.quit {
                break;
            }
        }
        (all, now)
    }

    /// Hands the facts to the store and waits a little until they are stored.
    fn keep(&mut self) -> Picture {
        let model = &mut self.app.model;
        self.store.save(model.kept());
        let before = std::mem::replace(&mut model.saving, self.store.settle(STORED_SOON));
        Picture::changed_if(before != model.saving)
    }

    fn draw(&mut self, now: Moment) -> io::Result<()> {
        let (app, drawn) = (&self.app, &mut self.drawn);
        self.terminal.draw(|area, buf| {
            *drawn = area;
            app.view(now, area, buf);
            input::cursor(buf)
        })?;
        self.terminal.title(self.app.window_title(now))?;
        self.due = self.app.next_change(now);
        Ok(())
    }

    /// How long to sleep; for ever when nothing changes by itself.
    fn wait(&self) -> Option<Duration> {
        let look = self.follows.then_some(LOOK_EVERY);
        let is_open = matches!(self.app.model.saving, Saving::Waiting | Saving::Failing(_));
        let ask = (is_open || self.store.is_looking()).then_some(ASK);
        let read = self.store.is_reading().then_some(READ);
        let due = self.due.and_then(|due| self.clock.until(due));
        [look, ask, read, due].into_iter().flatten().min()
    }
}

/// Puts the problem in the list, once, and shows its last line for a while.
fn tell(model: &mut Model, problem: Problem, now: Moment) {
    if model.problems.contains(&problem) {
        return;
    }
    let sentence = problem.text.lines().last().unwrap_or_default();
    model.notify(format!("{}: {sentence}", problem.place), now);
    model.problems.push(problem);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;
    use crate::domain::facts::Facts;
    use crate::domain::text::Lang;
    use crate::domain::times::Zone;

    #[test]
    fn a_problem_is_listed_once_and_its_sentence_shown_in_passing() {
        let mut model = Model::new(Facts::default(), Catalogue::default(), Lang::En, Zone::UTC);
        let drawing = "  | ^^^\nKept as penn.ron.original-1.".to_owned();
        let problem = Problem { place: "agendas/penn.ron".to_owned(), text: drawing };
        tell(&mut model, problem.clone(), Moment::at(0));
        let notice = model.notice.take().map(|notice| notice.text);
        assert_eq!(notice.as_deref(), Some("agendas/penn.ron: Kept as penn.ron.original-1."));
        tell(&mut model, problem.clone(), Moment::at(0));
        assert_eq!((model.problems, model.notice), (vec![problem], None));
    }
}
