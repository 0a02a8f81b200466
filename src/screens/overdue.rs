//! A session that was left open long ago: what to do with it is asked before anything else is done to it (T6).

use crate::domain::session::Session;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::model::{Model, Role};
use crate::screen::{Cx, Go};
use crate::screens::ask::{Ask, Choice};
use crate::screens::{LIVE, start};
use crate::ui::dates;

const TITLE: Words =
    words("Samlingen ble aldri avsluttet", "Samlinga vart aldri avslutta", "This session was never ended");
const WHICH: Words = words("«{}» står fortsatt åpen.", "«{}» står framleis open.", "“{}” is still open.");
const SINCE: Words = words(
    " Den ble sist rørt {}. Hva vil du gjøre?",
    " Ho vart sist rørt {}. Kva vil du gjere?",
    " It was last touched on {}. What would you like to do?",
);
const GO_ON: Words = words("Fortsett der den slapp", "Hald fram der ho slapp", "Carry on where it stopped");
const CLOSE: Words = words("Avslutt og lagre den", "Avslutt og lagre ho", "End and save it");
const DISCARD: Words =
    words("Forkast den: ingenting lagres", "Forkast ho: ingenting blir lagra", "Discard it: nothing is saved");

/// The question about the session that was left open; nothing when there is none that this window may lead.
#[must_use]
pub fn question(model: &Model, now: Moment) -> Option<Ask> {
    is_left_open(model, now).filter(|_| model.role == Role::Writer)?;
    let choices = vec![
        Choice::new(model.say(GO_ON), go_on),
        Choice::new(model.say(CLOSE), close),
        Choice::new(model.say(DISCARD), discard),
    ];
    Some(Ask::new(TITLE, which(model, now)?, choices))
}

/// Puts that question, if there is one; answers whether it did.
pub fn asks_first(cx: &mut Cx<'_>) -> bool {
    let question = question(cx.model, cx.now);
    let asks = question.is_some();
    if let Some(question) = question {
        cx.go = Some(Go::Over(Box::new(question)));
    }
    asks
}

/// Which session it is, and since when; nothing when none was left open.
#[must_use]
pub fn which(model: &Model, now: Moment) -> Option<String> {
    let session = is_left_open(model, now)?;
    let date = dates::long(session.last_told(now)?, &session.zone, model.lang);
    Some(WHICH.with(model.lang, &session.plan.title) + &SINCE.with(model.lang, date))
}

fn is_left_open(model: &Model, now: Moment) -> Option<&Session> {
    model.session().filter(|session| !model.is_rehearsal() && session.left_open(now).is_some())
}

fn go_on(cx: &mut Cx<'_>) {
    if let Some(live) = &mut cx.model.facts.live
        && let Err(refusal) = live.session.take_up(cx.now)
    {
        cx.notify(refusal.words());
    }
    cx.go = Some(Go::Place(LIVE));
}

fn close(cx: &mut Cx<'_>) {
    if let Some(live) = &mut cx.model.facts.live
        && let Err(refusal) = live.session.close(cx.now)
    {
        return cx.notify(refusal.words());
    }
    start::file(cx.model, cx.now);
    cx.go = Some(Go::Place(LIVE));
}

fn discard(cx: &mut Cx<'_>) {
    cx.model.facts.live = None;
    cx.go = Some(Go::Place(LIVE));
}
