//! One round of the loop after the other: read the clock, take in what has happened, have it stored, draw, wait.

use super::clock::{Clock, Turn};
use super::{Face, Options, mouse_use};
use crate::app::{App, Event, Outcome};
use crate::domain::Problem;
use crate::domain::text::{LONGEST, Prose, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::{Model, Role, Saving};
use crate::screen::{Effect, Mouse};
use crate::store::{LOOK_EVERY, Refreshed, Store};
use crate::terminal::{self, Terminal};
use ratatui::layout::Rect;
use std::io;
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
    pub fn new(options: &Options, model: Model, store: &'a mut Store, terminal: Terminal) -> Loop<'a> {
        let mut clock = Clock::new(options.pace);
        let first = clock.turn().now;
        let follows = options.face == Face::Room || model.role == Role::Viewer;
        let app = match options.face {
            Face::Whole => App::new(model, first),
            Face::Room => App::room(model),
        };
        let drawn = Rect::ZERO;
        Loop { app, store, terminal, clock, follows, drawn, looked: first, due: Some(first) }
    }

    /// Goes round until the program is left.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn turns(mut self) -> io::Result<()> {
        let mut events = Vec::new();
        loop {
            let turn = self.clock.turn();
            let now = turn.now;
            self.look(&events, now);
            let mut picture = vec![heed(&mut self.app.model, turn), Picture::changed_if(!events.is_empty())];
            let outcome = self.act(events, now);
            picture.push(self.keep());
            if outcome.quit {
                return Ok(());
            }
            picture.push(self.take_over(now));
            picture.push(Picture::changed_if(self.due.is_some_and(|due| due <= now)));
            if picture.contains(&Picture::Changed) {
                self.draw(now)?;
            }
            if outcome.effects.contains(&Effect::Mouse) {
                self.terminal.hand_mouse(mouse_use(&self.app.model.facts.settings))?;
                self.draw(now)?;
            }
            if outcome.effects.contains(&Effect::Suspend) {
                terminal::suspend()?;
            }
            events = self.terminal.events(self.wait())?;
        }
    }

    /// Has the writer's thread look at the files: when the person comes back to the window, and now and then.
    fn look(&mut self, events: &[terminal::Event], now: Moment) {
        let is_back = events.iter().any(|event| matches!(event, terminal::Event::Focus));
        if is_back || (now - self.looked).0.abs() >= GLANCE.0 {
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
        let Refreshed { problems, changed, finished } = self.store.refresh(&mut model.facts);
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

    /// Lets time pass and all `events` happen.
    fn act(&mut self, events: Vec<terminal::Event>, now: Moment) -> Outcome {
        let mut all = Outcome::default();
        self.app.tick(now);
        for event in events {
            let outcome = self.app.update(&of_terminal(event), self.drawn, now);
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
        self.store.save(&model.facts);
        let before = std::mem::replace(&mut model.saving, self.store.settle(STORED_SOON));
        Picture::changed_if(before != model.saving)
    }

    fn draw(&mut self, now: Moment) -> io::Result<()> {
        let (app, drawn) = (&self.app, &mut self.drawn);
        self.terminal.draw(|area, buf| {
            *drawn = area;
            app.view(now, area, buf);
        })?;
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

/// Lets the session follow a clock that was set (TIMING W22), and tells of sleep (T1). In a window that only follows,
/// the session follows in the files.
fn heed(model: &mut Model, turn: Turn) -> Picture {
    let is_writer = model.role == Role::Writer;
    if let Some(live) = model.facts.live.as_mut().filter(|live| live.session.has_started()) {
        if turn.stepped != Seconds::ZERO && is_writer {
            live.session.clock_stepped(turn.stepped, turn.now);
            live.private.clock_stepped(turn.stepped);
        }
        if turn.stepped != Seconds::ZERO {
            model.notify(SET.pick(model.lang), turn.now);
        } else if turn.slept != Seconds::ZERO {
            model.notify(SLEPT.with(model.lang, how_long(turn.slept)), turn.now);
        }
    }
    Picture::changed_if(turn.stepped != Seconds::ZERO || turn.slept != Seconds::ZERO)
}

/// Shown after the clock was set.
const SET: Words = words(
    "Klokka på maskinen ble stilt; tida som er igjen, er den samme",
    "Klokka på maskina blei stilt; tida som er att, er den same",
    "The computer's clock was set; the time left is the same",
);

/// Shown after the computer has slept.
const SLEPT: Words =
    words("Maskinen sov i {}; tida gikk", "Maskina sov i {}; tida gjekk", "The computer slept for {}; time went on");

fn how_long(time: Seconds) -> String {
    if time < Seconds::minutes(2) { format!("{} s", time.0) } else { format!("{} min", time.minutes_up()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{Agenda, AgendaName, Block, Kind};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::facts::{Facts, Live};
    use crate::domain::session::{Moved, Press, Session};
    use crate::domain::text::Lang;
    use crate::domain::times::Zone;

    const START: i64 = 1_772_438_400;

    /// A ten-minute block, started at [`START`].
    fn running(role: Role) -> Model {
        let mut agenda = Agenda::new("Dag", Lang::Nb);
        agenda.insert(Block::new(Kind::Work, "Alfa", 10), None);
        let start = Moment::at(START);
        let (mut session, private) = Session::of(&AgendaName::for_title("dag", |_| false), &agenda, start, Zone::UTC);
        assert_eq!(session.press(Press::Start(None, Moved::FromNow), start, Seconds::ZERO), Ok(()));
        let facts = Facts { live: Some(Live { session, private }), ..Facts::default() };
        let mut model = Model::new(facts, Catalogue::default(), Lang::En, Zone::UTC);
        model.role = role;
        model
    }

    fn left(model: &Model, now: Moment) -> Option<Seconds> {
        model.schedule(now).and_then(|schedule| schedule.current().map(|current| current.remaining))
    }

    #[test]
    fn the_time_left_stays_when_the_clock_is_set() {
        for step in [Seconds(3_600), Seconds(-120), Seconds(-7_200), Seconds(40)] {
            let mut model = running(Role::Writer);
            let now = Moment::at(START + 300) + step;
            assert_eq!(heed(&mut model, Turn { now, stepped: step, slept: Seconds::ZERO }), Picture::Changed);
            assert_eq!(left(&model, now), Some(Seconds(300)), "set by {step}");
            assert!(model.notice.is_some());
        }
    }

    #[test]
    fn a_problem_is_listed_once_and_its_sentence_shown_in_passing() {
        let mut model = running(Role::Writer);
        let drawing = "  | ^^^\nKept as penn.ron.original-1.".to_owned();
        let problem = Problem { place: "agendas/penn.ron".to_owned(), text: drawing };
        tell(&mut model, problem.clone(), Moment::at(START));
        let notice = model.notice.take().map(|notice| notice.text);
        assert_eq!(notice.as_deref(), Some("agendas/penn.ron: Kept as penn.ron.original-1."));
        tell(&mut model, problem.clone(), Moment::at(START));
        assert_eq!((model.problems, model.notice), (vec![problem], None));
    }

    #[test]
    fn sleep_is_time_that_passed() {
        let mut model = running(Role::Writer);
        let now = Moment::at(START + 540);
        assert_eq!(heed(&mut model, Turn { now, stepped: Seconds::ZERO, slept: Seconds(300) }), Picture::Changed);
        assert_eq!(left(&model, now), Some(Seconds(60)));
        assert_eq!(
            model.notice.map(|notice| notice.text),
            Some("The computer slept for 5 min; time went on".to_owned())
        );
    }

    #[test]
    fn a_viewer_leaves_the_session_to_its_writer() {
        let mut model = running(Role::Viewer);
        let before = model.facts.clone();
        heed(&mut model, Turn { now: Moment::at(START + 4_000), stepped: Seconds(3_600), slept: Seconds::ZERO });
        assert_eq!(model.facts, before);
    }
}
