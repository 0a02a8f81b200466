//! What the keys do to the running session; shared by the console and the room. Refusals become notices.

use crate::domain::schedule::RunState;
use crate::domain::session::{Face, Moved, Press, StepAct, Wall};
use crate::domain::times::Seconds;
use crate::model::{Model, Role};
use crate::screen::Cx;

/// Whether there is a session that this window may lead.
#[must_use]
pub fn leads(model: &Model) -> bool {
    model.session().is_some() && model.role == Role::Writer
}

/// Does `press` now; answers whether it was done.
pub fn press(cx: &mut Cx<'_>, press: Press) -> bool {
    cx.model.press(press, cx.now, Seconds::ZERO)
}

/// Starts, pauses or goes on: what the one large key means now.
pub fn toggle(cx: &mut Cx<'_>) {
    let wish = match cx.model.schedule(cx.now).map(|view| view.state) {
        Some(RunState::Before { .. } | RunState::Pending { .. }) => Press::Start(None, Moved::AsPlanned),
        Some(RunState::Paused(_)) => Press::Resume,
        _ => Press::Pause,
    };
    press(cx, wish);
}

/// Starts the session, or goes on to the next block.
pub fn next(cx: &mut Cx<'_>) {
    let before = cx.model.session().is_some_and(|session| !session.has_started());
    press(cx, if before { Press::Start(None, Moved::AsPlanned) } else { Press::Next });
}

pub fn previous(cx: &mut Cx<'_>) {
    press(cx, Press::Previous);
}

/// Goes on to the next part, and after the last part (or without parts) to the next block.
pub fn onward(cx: &mut Cx<'_>) {
    match parts(cx) {
        Some((at, count)) if at + 1 < count => {
            press(cx, Press::Step(StepAct::Next));
        }
        _ => next(cx),
    }
}

/// Goes back to the previous part, and before the first part (or without parts) to the previous block.
pub fn back(cx: &mut Cx<'_>) {
    match parts(cx) {
        Some((1.., _)) => press(cx, Press::Step(StepAct::Previous)),
        _ => press(cx, Press::Previous),
    };
}

/// The running part, counted from 0, and how many there are.
fn parts(cx: &Cx<'_>) -> Option<(usize, usize)> {
    let view = cx.model.schedule(cx.now)?;
    let current = view.current()?;
    let count = cx.model.session()?.plan.block(current.id)?.parts.len();
    Some((current.part?.index, count))
}

/// Gives the running block so many minutes more, or less.
pub fn add(cx: &mut Cx<'_>, minutes: i64) {
    press(cx, Press::Add(Seconds::minutes(minutes)));
}

pub fn undo(cx: &mut Cx<'_>) {
    press(cx, Press::Undo);
}

/// Takes everything off the wall, or puts it back.
pub fn blank(cx: &mut Cx<'_>) {
    if let Some(live) = &mut cx.model.facts.live {
        live.session.stage.wall = match live.session.stage.wall {
            Wall::Shown => Wall::Blank,
            Wall::Blank => Wall::Shown,
        };
    }
}

/// Remembers which face of the program is up, so that a wall stays a wall after a restart; only the window that leads
/// the session does.
pub fn turn(cx: &mut Cx<'_>, face: Face) {
    if !leads(cx.model) {
        return;
    }
    if let Some(live) = &mut cx.model.facts.live {
        live.session.stage.face = face;
    }
}
