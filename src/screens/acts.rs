//! What the keys do to the running session; shared by the console and the room. Refusals become notices, and what
//! changes more than one block, or is taken back, is told.

mod given;
mod undone;

pub use given::add;

use crate::domain::agenda::BlockId;
use crate::domain::review;
use crate::domain::schedule::{RunState, Schedule, Timing};
use crate::domain::session::{Act, Entry, Face, Moved, PlanEdit, Press, Session, StepAct, Wall};
use crate::domain::text::{Words, words};
use crate::domain::times::Seconds;
use crate::model::{Model, Role};
use crate::screen::{Cx, Go};
use crate::screens::live;
use crate::screens::{ahead, overdue, start as begin};
use crate::ui::keyed::keyed;

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

/// Whether the session has been started and is not over.
#[must_use]
pub fn is_going(model: &Model) -> bool {
    stood(model).is_some_and(|state| state != RunState::Done)
}

/// Whether the last act left the clock standing.
#[must_use]
pub fn is_paused(model: &Model) -> bool {
    matches!(stood(model), Some(RunState::Paused(_)))
}

/// Whether the last act ended the session.
#[must_use]
pub fn is_over(model: &Model) -> bool {
    stood(model) == Some(RunState::Done)
}

fn stood(model: &Model) -> Option<RunState> {
    model.session().and_then(Session::stood)
}

/// Does `press` now; answers whether it was done.
pub fn press(cx: &mut Cx<'_>, press: Press) -> bool {
    press_ago(cx, press, Seconds::ZERO)
}

/// Does `press`, dated `ago` back; answers whether it was done.
pub fn press_ago(cx: &mut Cx<'_>, press: Press, ago: Seconds) -> bool {
    may_lead(cx) && cx.model.press(press, cx.now, ago)
}

/// Whether this window may lead the session now; says so in words when it may not, and asks first about a session that
/// was left open long ago.
pub fn may_lead(cx: &mut Cx<'_>) -> bool {
    if cx.model.role == Role::Viewer {
        cx.notify(begin::ONLY_READS);
        return false;
    }
    !overdue::asks_first(cx)
}

/// Starts, pauses or goes on: what the one large key means now.
pub fn toggle(cx: &mut Cx<'_>) {
    let wish = match cx.model.schedule(cx.now).map(|view| view.state) {
        Some(RunState::Before { .. }) => return start(cx),
        Some(RunState::Pending { .. }) => Press::Start(None, Moved::AsPlanned),
        Some(RunState::Paused(_)) => Press::Resume,
        _ => Press::Pause,
    };
    press(cx, wish);
}

/// Starts the session, or goes on to the next block; says so of one that was left before it was held.
pub fn next(cx: &mut Cx<'_>) {
    if !has_started(cx.model) {
        return start(cx);
    }
    let left = cx.model.schedule(cx.now).and_then(|view| view.current().map(|current| current.id));
    if press(cx, Press::Next)
        && let Some(id) = left.filter(|id| was_passed_through(*id, cx))
    {
        tell_of(SKIPPED, id, cx);
    }
}

/// Whether the block has been left in less time than counts as held.
fn was_passed_through(id: BlockId, cx: &Cx<'_>) -> bool {
    let view = cx.model.schedule(cx.now);
    view.is_some_and(|view| view.rows.iter().any(|row| row.id == id && review::was_passed_through(row)))
}

/// Says what was done with the block of this id.
fn tell_of(words: Words, id: BlockId, cx: &mut Cx<'_>) {
    let title = cx.model.plan(cx.now).and_then(|plan| plan.block(id).map(|block| block.title.to_string()));
    ahead::tell(words, &title.unwrap_or_default(), cx);
}

/// Starts the session that stands ready; more than an hour off its planned start it is asked how clock times are meant,
/// on the wall too, so that a slip on the clicker does not run a plan at the wrong time of day.
pub fn start(cx: &mut Cx<'_>) {
    if !may_lead(cx) {
        return;
    }
    match begin::asked(cx.model, cx.now) {
        Some(question) => cx.go = Some(Go::Over(Box::new(question))),
        None => drop(press(cx, Press::Start(None, Moved::AsPlanned))),
    }
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
    let part = cx.model.schedule(cx.now)?.current()?.part?;
    Some((part.index, part.count))
}

/// Goes to a block at once, and says which and what that leaves out; answers whether it did.
pub fn jump(cx: &mut Cx<'_>, id: BlockId) -> bool {
    let passed = |view: &Schedule| view.rows.iter().filter(|row| row.timing == Timing::Passed).count();
    let before = cx.model.schedule(cx.now).map_or(0, |view| passed(&view));
    if !press(cx, Press::Goto(id)) {
        return false;
    }
    let after = cx.model.schedule(cx.now).map_or(0, |view| passed(&view));
    let title = cx.model.plan(cx.now).and_then(|plan| plan.block(id).map(|block| block.title.to_string()));
    let lang = cx.model.lang;
    let left_out = match after.saturating_sub(before) {
        0 => String::new(),
        1 => ONE_LEFT_OUT.pick(lang).to_owned(),
        count => LEFT_OUT.with(lang, count),
    };
    let text = WENT_TO.with(lang, title.unwrap_or_default()) + &left_out + UNDOES.pick(lang);
    cx.model.notify(text, cx.now);
    true
}

/// Skips a block, or brings a skipped one back, and says which.
pub fn skip_or_bring_back(cx: &mut Cx<'_>, id: BlockId) {
    let view = cx.model.schedule(cx.now);
    let skipped = view.is_some_and(|view| view.rows.iter().any(|row| row.id == id && row.timing == Timing::Skipped));
    let (wish, told) = if skipped { (Press::Unskip(id), BROUGHT_BACK) } else { (Press::Skip(id), SKIPPED) };
    if press(cx, wish) {
        tell_of(told, id, cx);
    }
}

/// Whether something was done since the start: the start itself is not taken back on the wall.
#[must_use]
pub fn has_gone_on(model: &Model) -> bool {
    let is_start = |entry: &Entry| matches!(entry.act, Act::Start(..));
    model.session().is_some_and(|session| session.log.iter().any(|entry| !is_start(entry)))
}

/// Takes back the last act, and says which; a block that was put in and gone to with one key goes with one too.
pub fn undo(cx: &mut Cx<'_>) {
    let before = cx.model.session().cloned();
    if press(cx, Press::Undo)
        && let Some(before) = before
    {
        if cx.model.session().is_some_and(|after| is_half_a_key(&before.log, &after.log)) {
            press(cx, Press::Undo);
        }
        undone::tell(&before, cx);
    }
}

/// Whether what has been taken off the log is the way to a block that was put in at the same moment.
fn is_half_a_key(before: &[Entry], after: &[Entry]) -> bool {
    let (Some(taken), Some(last)) = (before.get(after.len()), after.last()) else { return false };
    let put_in = match &last.act {
        Act::Edit(PlanEdit::Insert(block, _)) => Some(block.id),
        _ => None,
    };
    before.starts_with(after) && taken.told == last.told && put_in.is_some_and(|id| taken.act == Act::Enter(id))
}

const SKIPPED: Words = words("Hoppet over: «{}»", "Hoppa over: «{}»", "Skipped: “{}”");
const BROUGHT_BACK: Words = words("Tatt inn igjen: «{}»", "Teken inn att: «{}»", "Brought back: “{}”");
const WENT_TO: Words = words("Gikk til «{}»", "Gjekk til «{}»", "Went to “{}”");
const ONE_LEFT_OUT: Words = words(", én økt hoppet over", ", éi økt hoppa over", ", one block left out");
const LEFT_OUT: Words = words(", {} økter hoppet over", ", {} økter hoppa over", ", {} blocks left out");
const UNDOES: Words = keyed!([live::key("live.undo")], words("; ^ angrer", "; ^ angrar", "; ^ undoes it"));
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
