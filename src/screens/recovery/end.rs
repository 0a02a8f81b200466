//! The end that a group has agreed on, typed as a clock time: one field, filled with the time that is proposed.

use super::{TAKEN, now};
use crate::domain::recovery::Proposal;
use crate::domain::session::{Change, Press, Session};
use crate::domain::text::{Words, words};
use crate::domain::times::{ClockTime, Moment, Seconds};
use crate::model::Model;
use crate::screen::{Cx, Go};
use crate::screens::form::{Entry, Fault, Form, SAVE};
use crate::screens::live;
use crate::screens::recovery::wording::AGREED;
use crate::screens::{acts, ahead};
use crate::ui::keyed::keyed;

/// A clock time further ahead than this was meant for one that has passed.
const FARTHEST: Seconds = Seconds::minutes(18 * 60);

/// Asks for the clock time of a new end.
pub(super) fn ask(cx: &mut Cx<'_>) {
    let proposed = proposed(cx.model, cx.now).unwrap_or_else(|| ahead::ends(cx.model, cx.now));
    let form = Form::new(TITLE, vec![Entry::text(END, HINT, &proposed)], |answers, cx| {
        let end = typed(cx.model, answers.text(0), cx.now).map_err(|why| Fault { row: 0, text: why })?;
        if acts::press(cx, Press::Agree(vec![Change::Finish(end)])) {
            let said = AGREED.with(cx.model.lang, clock(cx.model, end));
            let text = TAKEN.with(cx.model.lang, said);
            cx.model.notify(text, cx.now);
        }
        Ok(())
    });
    let form = form.showing(|answers, model, now| {
        typed(model, answers.text(0), now).ok()?;
        Some(AS_NOW.with(model.lang, ahead::ends(model, now)))
    });
    cx.go = Some(Go::Instead(Box::new(form)));
}

/// The end that is proposed, where one is.
fn proposed(model: &Model, moment: Moment) -> Option<String> {
    let all = now(model, moment)?;
    all.offers.iter().find_map(|offer| match offer.proposal {
        Proposal::EndAt(end) => Some(clock(model, end)),
        _ => None,
    })
}

fn clock(model: &Model, end: Moment) -> String {
    model.session().map(|session| end.clock_up(&session.zone)).unwrap_or_default()
}

/// The next moment at which the clock shows what was typed.
///
/// # Errors
/// Why it cannot be the end, in words.
fn typed(model: &Model, text: &str, now: Moment) -> Result<Moment, String> {
    let Some((session, time)) = model.session().zip(text.parse::<ClockTime>().ok()) else {
        return Err(model.say(NO_TIME).to_owned());
    };
    let end = next(session, time, now);
    if end - now <= FARTHEST { Ok(end) } else { Err(HAS_PASSED.with(model.lang, clock(model, end))) }
}

fn next(session: &Session, time: ClockTime, now: Moment) -> Moment {
    let today = now.civil(&session.zone).date();
    let on = |day| session.zone.moment(day, time);
    let ahead = today.tomorrow().map_or(on(today), on);
    if on(today) > now { on(today) } else { ahead }
}

const TITLE: Words =
    words("Når er dere enige om å slutte?", "Når er de samde om å slutte?", "When have you agreed to end?");
const END: Words = words("Slutt kl.", "Slutt kl.", "End at");
const HINT: Words = words("Et klokkeslett, som 15:30.", "Eit klokkeslett, som 15:30.", "A clock time, such as 15:30.");
const AS_NOW: Words = keyed!(
    [SAVE, live::key("live.undo")],
    words(
        "Nå ser det ut til slutt kl. {}. ^ avtaler, ^ angrer.",
        "No ser det ut til slutt kl. {}. ^ avtalar, ^ angrar.",
        "As it stands you end at {}. ^ agrees, ^ undoes it."
    )
);
const NO_TIME: Words =
    words("Skriv et klokkeslett, som 15:30.", "Skriv eit klokkeslett, som 15:30.", "Type a clock time, such as 15:30.");
const HAS_PASSED: Words = words("Kl. {} er passert.", "Kl. {} er passert.", "{} has passed.");
