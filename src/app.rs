//! The program without a terminal: what an event does, what a frame shows, and when the next one is due. Screens are in
//! `screens`; the clock, the files and the terminal belong to `runtime`.

mod desk;
mod frame;
mod keys;
mod signals;

pub use keys::GLOBAL;

use crate::domain::agenda::{Agenda, AgendaName};
use crate::domain::facts::Live;
use crate::domain::session::Face;
use crate::domain::text::Lang;
use crate::domain::times::{Moment, Seconds};
use crate::keys::{Code, Key};
use crate::model::{Model, Role};
use crate::screen::{Cx, Effect, Go, Mouse, Typed};
use crate::screens::{self, misdated, overdue};
use desk::{Desk, Taken};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeMap;

/// Something that happened at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    Key(Key),
    Paste(String),
    Mouse(Mouse),
    /// The window has another size; the next frame is drawn for it.
    Resize,
    /// The window is looked at again.
    Focus,
}

/// What the world outside has to do after an event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    pub effects: Vec<Effect>,
    pub quit: bool,
    /// Whether a row of a table, or a field, took the key that was pressed.
    pub taken: bool,
}

/// What the receipts are about, the running session and the agendas, and the language they are in.
type Led = (Option<Live>, BTreeMap<AgendaName, Agenda>, Lang);

fn led(model: &Model) -> Led {
    (model.facts.live.clone(), model.facts.agendas.clone(), model.lang)
}

/// The whole program: what it knows, and the screens that are up.
pub struct App {
    pub model: Model,
    desk: Desk,
}

impl App {
    /// The program as it was left: a wall stays a wall, a running session is shown, else one begins among the tools.
    /// What to do with a session that was left open long before `now` is asked first (T6), and acts that are dated
    /// after it are told.
    #[must_use]
    pub fn new(mut model: Model, now: Moment) -> App {
        let misdated = misdated::problem(&model, now);
        model.problems.extend(misdated);
        model.ahead = misdated::ahead(&model, now);
        let mut desk = Desk::new(&model);
        if let Some(session) = model.session() {
            desk.show(screens::LIVE);
            if let Some(question) = overdue::question(&model, now) {
                desk.put(Box::new(question));
            } else if session.stage.face == Face::Room {
                desk.put(screens::room());
            }
        }
        App { model, desk }
    }

    /// The room alone, for a second terminal.
    #[must_use]
    pub fn room(model: Model) -> App {
        App { model, desk: Desk::room() }
    }

    /// Lets `event` happen at `now`, in a frame drawn in `whole`: what the mouse points at and how long a page is.
    pub fn update(&mut self, event: &Event, whole: Rect, now: Moment) -> Outcome {
        let area = frame::body(&self.model, &self.desk, whole, now);
        let told = self.model.notice.take();
        let before = told.is_some().then(|| led(&self.model));
        let mut cx = Cx { area, beneath: self.desk.half_done_beneath(), ..Cx::new(&mut self.model, now) };
        let (mut outcome, mut taken) = (Outcome::default(), Taken::Not);
        match event {
            Event::Key(key) => taken = self.desk.key(*key, &mut cx),
            Event::Paste(text) => {
                self.desk.typed(&Typed::Paste(text.clone()), &mut cx);
                taken = Taken::AsText;
            }
            Event::Mouse(mouse) => self.desk.mouse(*mouse, whole, &mut cx),
            Event::Resize | Event::Focus => {}
        }
        outcome.taken = taken != Taken::Not;
        let leaves = *event == Event::Key(Key::of(Code::Esc)) && taken == Taken::ByRow;
        let stays = cx.go.is_none() && taken != Taken::AsText && !leaves;
        while let Some(go) = cx.go.take() {
            outcome.quit |= matches!(go, Go::Quit);
            cx.model.facts.settings.welcomed = true;
            if !self.desk.is_room() {
                cx.model.want_finished();
            }
            self.desk.follow(go, &mut cx);
        }
        outcome.effects.append(&mut cx.effects);
        // What was told makes room for the keys of what has been opened or is typed, and may be untrue after the next act.
        let holds = |before: Led| stays && before == led(&self.model);
        let told = before.filter(|_| self.model.notice.is_none()).is_some_and(holds).then_some(told).flatten();
        self.model.notice = self.model.notice.take().or(told);
        outcome
    }

    /// Lets time pass from `last` to `now`: a notice that has had its time goes, and what was last on the wall is
    /// remembered. Answers what is to be heard of it: each signal that was due on the way, once. Only the window that
    /// leads the session is heard; after a sleep `last` is `now`, since what is past is past.
    #[must_use]
    pub fn tick(&mut self, last: Moment, now: Moment) -> Vec<Effect> {
        self.model.notice = self.model.notice.take().filter(|notice| now < notice.until);
        self.model.slept = self.model.slept.filter(|slept| slept.is_offered(now));
        self.model.ahead = self.model.ahead.and_then(|_| misdated::ahead(&self.model, now));
        let running = self.model.session().filter(|session| session.has_started());
        self.model.shown = running.map(|session| session.plan.lang).or(self.model.shown);
        if self.is_heard() { signals::due(&self.model, last, now) } else { Vec::new() }
    }

    /// What stands in the title of the window now; nothing when it is left alone.
    #[must_use]
    pub fn window_title(&self, now: Moment) -> Option<String> {
        if self.is_heard() { signals::title(&self.model, now) } else { None }
    }

    fn is_heard(&self) -> bool {
        self.model.role == Role::Writer && !self.desk.is_room()
    }

    /// Draws the frame of this moment.
    pub fn view(&self, now: Moment, area: Rect, buf: &mut Buffer) {
        frame::view(&self.model, &self.desk, now, area, buf);
    }

    /// When the picture changes next without a key: the next second while anything counts, or the end of a notice.
    #[must_use]
    pub fn next_change(&self, now: Moment) -> Option<Moment> {
        let counting = self.model.schedule(now).is_some_and(|schedule| schedule.ticks());
        let second = counting.then(|| now + Seconds(1));
        let notice = self.model.notice.as_ref().map(|notice| notice.until).filter(|until| *until > now);
        second.into_iter().chain(notice).min()
    }
}
