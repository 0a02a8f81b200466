//! Changing what is ahead in the running plan: what would follow from it, and the change itself with the private texts
//! that go with it. Shared by the console and by what is fetched for it.

use crate::domain::agenda::{Block, BlockId, Kind};
use crate::domain::schedule::{RunState, Schedule, schedule};
use crate::domain::session::{PlanEdit, Press, Refusal, Session};
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::domain::tool::{Tool, Variant};
use crate::model::Model;
use crate::screen::{Cx, Undo};
use crate::screens::acts;
use crate::screens::live;
use crate::ui::keyed::keyed;
use crate::ui::{names, paint};
use unicode_width::UnicodeWidthStr;

/// The columns that a line has in the smallest window that is designed for.
const NARROW: u16 = 55;

/// The session as it would be after `press`, which is not done.
///
/// # Errors
/// The reason, when it would be refused.
pub fn supposed(model: &Model, press: Press, now: Moment) -> Result<Session, Refusal> {
    let mut session = model.session().cloned().ok_or(Refusal::NotStarted)?;
    session.press(press, now, Seconds::ZERO)?;
    Ok(session)
}

/// The clock time at which the session would end after `press`; nothing when that would be refused.
#[must_use]
pub fn end_after(model: &Model, press: Press, now: Moment) -> Option<String> {
    let session = supposed(model, press, now).ok()?;
    Some(end(&schedule(&session, now), &session))
}

fn end(view: &Schedule, session: &Session) -> String {
    view.end.clock_up(&session.zone)
}

/// The clock time at which the session is projected to end now.
#[must_use]
pub fn ends(model: &Model, now: Moment) -> String {
    model.session().map(|session| end(&schedule(session, now), session)).unwrap_or_default()
}

/// Puts the block into the running plan after the block `after`, or where the next one would be added; says what follows
/// from that. Answers its id, nothing when it was refused in words.
pub fn insert(block: Block, after: Option<BlockId>, cx: &mut Cx<'_>) -> Option<BlockId> {
    let session = cx.model.session()?;
    let (id, after) = (session.free_id(), after.or_else(|| usual_place(cx.model, cx.now)));
    let title = block.title.clone();
    let block = Block { id, ..block };
    if !edit(PlanEdit::Insert(Box::new(block), after), cx) {
        return None;
    }
    let told = if runs(id, cx) { BEGUN } else { PUT_IN };
    tell(told, &title, cx);
    Some(id)
}

/// Puts the tool into the running plan in the given length, for as many as take part; answers its id, nothing when that
/// was refused in words.
pub fn tool(tool: &Tool, variant: Variant, after: Option<BlockId>, cx: &mut Cx<'_>) -> Option<BlockId> {
    let plan = cx.model.plan(cx.now)?;
    let (people, lang) = (plan.people.unwrap_or(tool.usual_people()), plan.lang);
    let block = Block::of_tool(tool, variant, people, lang);
    let length = format!("{}, {} min", names::variant(variant).pick(cx.model.lang), block.minutes);
    let id = insert(block, after, cx)?;
    tell_where(id, &length, cx);
    cx.model.facts.shelf.note_use(&tool.id, cx.now);
    Some(id)
}

/// Says after which block the one of this id has been put in, and in which length, where there is room for that.
fn tell_where(id: BlockId, length: &str, cx: &mut Cx<'_>) {
    let place = cx.model.plan(cx.now).and_then(|plan| {
        let before = plan.place(id)?.checked_sub(1)?;
        plan.blocks.get(before).map(|block| block.title.to_string())
    });
    let Some(title) = place.filter(|_| !runs(id, cx)) else { return };
    let after = AFTER.with(cx.model.lang, &title);
    let (end, whole) = (ENDS.with(cx.model.lang, ends(cx.model, cx.now)), what_follows(cx));
    let columns = usize::from(cx.area.width.saturating_sub(2).max(NARROW));
    let ways = [format!("{after} ({length}){whole}"), format!("{after}{whole}"), format!("{after}{end}")];
    if let Some(text) = ways.into_iter().find(|text| text.width() <= columns) {
        cx.model.notify(text, cx.now);
    }
}

fn runs(id: BlockId, cx: &Cx<'_>) -> bool {
    cx.model.schedule(cx.now).and_then(|view| view.current().map(|current| current.id)) == Some(id)
}

/// Does the edit, and keeps the private texts of its block; answers whether it was done.
pub fn edit(edit: PlanEdit, cx: &mut Cx<'_>) -> bool {
    let block = match &edit {
        PlanEdit::Insert(block, _) | PlanEdit::Change(block) => Some(block.clone()),
        PlanEdit::Move(..) | PlanEdit::Reword(..) => None,
    };
    let done = acts::press(cx, Press::Edit(edit));
    if let (true, Some(block)) = (done, block) {
        keep_texts(*block, cx);
    }
    done
}

/// Keeps the private texts of a block of the running plan.
pub fn keep_texts(mut block: Block, cx: &mut Cx<'_>) {
    if let Some(live) = &mut cx.model.facts.live {
        live.private.take_from(&mut block);
    }
}

/// Says what was done with the block of this title, when the session ends now, and that it can be undone; a title too
/// long for the line is cut, what follows from it is not.
pub fn tell(words: Words, title: &str, cx: &mut Cx<'_>) {
    let text = words.with(cx.model.lang, paint::cut(title, room(words, cx))) + &what_follows(cx);
    cx.model.notify(text, cx.now);
}

/// Whether [`tell`] has room for the whole title.
#[must_use]
pub fn has_room(words: Words, title: &str, cx: &Cx<'_>) -> bool {
    title.width() <= room(words, cx)
}

/// The columns for a title.
fn room(words: Words, cx: &Cx<'_>) -> usize {
    let taken = words.with(cx.model.lang, "").width() + what_follows(cx).width();
    usize::from(cx.area.width.saturating_sub(2).max(NARROW)).saturating_sub(taken).max(1)
}

fn what_follows(cx: &Cx<'_>) -> String {
    let undo = match cx.undo {
        Undo::Here => UNDOES,
        Undo::There => UNDOES_IN_LIVE,
    };
    ENDS.with(cx.model.lang, ends(cx.model, cx.now)) + cx.model.say(undo)
}

/// After the block that runs or is waited for; before the start, last before the closing.
fn usual_place(model: &Model, now: Moment) -> Option<BlockId> {
    let (view, plan) = (model.schedule(now)?, model.plan(now)?);
    match view.state {
        RunState::Before { .. } => {
            plan.blocks.iter().rev().find(|block| block.kind != Kind::Closing).map(|block| block.id)
        }
        _ => view.here().map(|row| row.id),
    }
}

const PUT_IN: Words = words("Lagt inn: «{}»", "Lagt inn: «{}»", "Put in: “{}”");
const AFTER: Words = words("Lagt inn etter «{}»", "Lagt inn etter «{}»", "Put in after “{}”");
const BEGUN: Words = words("Lagt inn, og i gang: «{}»", "Lagt inn, og i gang: «{}»", "Put in, and begun: “{}”");
const ENDS: Words = words("; slutt kl. {}", "; slutt kl. {}", "; ends at {}");
const UNDOES: Words = keyed!([live::key("live.undo")], words(", ^ angrer", ", ^ angrar", ", ^ undoes it"));
const UNDOES_IN_LIVE: Words =
    keyed!([live::key("live.undo")], words(", ^ i Pågår angrer", ", ^ i Pågår angrar", ", ^ in Live undoes it"));
