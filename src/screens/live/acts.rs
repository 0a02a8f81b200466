//! What the keys do to the running session; shared by the console and the room. Refusals become notices.

use crate::domain::agenda::BlockId;
use crate::domain::schedule::{RunState, Timing};
use crate::domain::session::{Face, Moved, Press, Session, StepAct, Wall};
use crate::domain::times::Seconds;
use crate::model::{Model, Role};
use crate::screen::Cx;
use crate::screens::start;

/// Whether there is a session that this window may lead.
#[must_use]
pub fn leads(model: &Model) -> bool {
    model.session().is_some() && model.role == Role::Writer
}

/// Whether the session has been started.
#[must_use]
pub fn has_started(model: &Model) -> bool {
    model.session().is_some_and(Session::has_started)
}

/// Does `press` now; answers whether it was done.
pub fn press(cx: &mut Cx<'_>, press: Press) -> bool {
    press_ago(cx, press, Seconds::ZERO)
}

/// Does `press`, dated `ago` back; answers whether it was done.
pub fn press_ago(cx: &mut Cx<'_>, press: Press, ago: Seconds) -> bool {
    may_lead(cx) && cx.model.press(press, cx.now, ago)
}

/// Whether this window may lead; says so in words when it may not.
pub fn may_lead(cx: &mut Cx<'_>) -> bool {
    if cx.model.role == Role::Viewer {
        cx.notify(start::ONLY_READS);
    }
    cx.model.role == Role::Writer
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
    press(cx, if has_started(cx.model) { Press::Next } else { Press::Start(None, Moved::AsPlanned) });
}

pub fn previous(cx: &mut Cx<'_>) {
    press(cx, Press::Previous);
}

pub fn next_part(cx: &mut Cx<'_>) {
    press(cx, Press::Step(StepAct::Next));
}

pub fn previous_part(cx: &mut Cx<'_>) {
    press(cx, Press::Step(StepAct::Previous));
}

/// Goes on to the next part, and after the last part (or without parts) to the next block.
pub fn onward(cx: &mut Cx<'_>) {
    match parts(cx) {
        Some((at, count)) if at + 1 < count => next_part(cx),
        _ => next(cx),
    }
}

/// Goes back to the previous part, and before the first part (or without parts) to the previous block.
pub fn back(cx: &mut Cx<'_>) {
    match parts(cx) {
        Some((1.., _)) => previous_part(cx),
        _ => previous(cx),
    }
}

/// The running part, counted from 0, and how many there are.
fn parts(cx: &Cx<'_>) -> Option<(usize, usize)> {
    let view = cx.model.schedule(cx.now)?;
    let current = view.current()?;
    let count = cx.model.session()?.plan.block(current.id)?.parts.len();
    Some((current.part?.index, count))
}

/// Gives the running part so many minutes more, or less, and the block with it (TIMING S3); a block without a running
/// part alone.
pub fn add(cx: &mut Cx<'_>, minutes: i64) {
    let by = Seconds::minutes(minutes);
    let view = cx.model.schedule(cx.now);
    let part = view.and_then(|view| view.current().and_then(|current| current.part));
    let in_part = part.is_some_and(|part| part.remaining > Seconds::ZERO);
    press(cx, if in_part { Press::Step(StepAct::Add(by)) } else { Press::Add(by) });
}

/// Skips a block, or brings a skipped one back.
pub fn skip_or_bring_back(cx: &mut Cx<'_>, id: BlockId) {
    let view = cx.model.schedule(cx.now);
    let skipped = view.is_some_and(|view| view.rows.iter().any(|row| row.id == id && row.timing == Timing::Skipped));
    press(cx, if skipped { Press::Unskip(id) } else { Press::Skip(id) });
}

pub fn undo(cx: &mut Cx<'_>) {
    press(cx, Press::Undo);
}

/// Takes everything off the wall, or puts it back.
pub fn blank(cx: &mut Cx<'_>) {
    if !may_lead(cx) {
        return;
    }
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
