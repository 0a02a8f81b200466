//! Ending the session: asked about first, then stored with the finished ones.

use crate::domain::schedule::RunState;
use crate::domain::session::Press;
use crate::domain::text::{Words, words};
use crate::model::Source;
use crate::screen::{Cx, Go};
use crate::screens::ask::{Ask, Choice};
use crate::screens::review::Review;
use crate::screens::{acts, start};

pub const ENDING: Words = words("Avslutte samlingen?", "Avslutte samlinga?", "End the session?");
pub const WHAT_HAPPENS: Words = words(
    "Planen, tidene og notatene lagres. Det kan ikke angres.",
    "Planen, tidene og notata blir lagra. Det kan ikkje angrast.",
    "The plan, the times and the notes are saved. This cannot be undone.",
);
pub const NOTHING_KEPT: Words = words(
    "Dette er en øving: ingenting av den blir lagret.",
    "Dette er ei øving: ingenting blir lagra.",
    "This is a rehearsal: nothing is saved.",
);
const END_REHEARSED: Words = words("Avslutt samlingen", "Avslutt samlinga", "End the session");
pub const GO_ON: Words = words("Fortsett samlingen", "Hald fram med samlinga", "Carry on with the session");
pub const END_IT: Words = words("Avslutt og lagre", "Avslutt og lagre", "End and save it");
const NOT_BEGUN: Words = words("Legge bort samlingen?", "Leggje bort samlinga?", "Put the session away?");
const NOTHING_LOST: Words = words(
    "Den er ikke startet. Kjøreplanen blir liggende som den er.",
    "Ho er ikkje starta. Køyreplanen blir liggjande som han er.",
    "It has not started. The agenda stays as it is.",
);
const KEEP_IT: Words = words("La den stå klar", "La ho stå klar", "Keep it ready");
const PUT_AWAY: Words = words("Legg den bort", "Legg ho bort", "Put it away");

/// Asks whether to end the session; one that is over is stored at once.
pub fn ask(cx: &mut Cx<'_>) {
    let Some(view) = cx.model.schedule(cx.now).filter(|_| acts::may_lead(cx)) else { return };
    let (title, text, stay, leave) = match view.state {
        RunState::Done => return store(cx),
        RunState::Before { .. } => (NOT_BEGUN, NOTHING_LOST, KEEP_IT, PUT_AWAY),
        _ if cx.model.is_rehearsal() => (ENDING, NOTHING_KEPT, GO_ON, END_REHEARSED),
        _ => (ENDING, WHAT_HAPPENS, GO_ON, END_IT),
    };
    let choices = vec![Choice::new(cx.model.say(stay), |_| {}), Choice::new(cx.model.say(leave), end)];
    cx.go = Some(Go::Over(Box::new(Ask::new(title, cx.model.say(text), choices))));
}

fn end(cx: &mut Cx<'_>) {
    if !acts::has_started(cx.model) || acts::press(cx, Press::End) {
        store(cx);
    }
}

/// Moves the session to the finished ones; the console then says where it is. A rehearsal is looked back on at once.
fn store(cx: &mut Cx<'_>) {
    start::file(cx.model, cx.now);
    cx.model.notice = None;
    if cx.model.rehearsed().is_some_and(|live| live.session.has_started()) {
        cx.go = Some(Go::Over(Box::new(Review::of(Source::Rehearsed))));
    }
}
