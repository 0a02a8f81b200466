//! The end that a group has agreed on, typed as a clock time: one field, filled with the time that is proposed. A time
//! of another day is taken only where it is clearly meant.

use super::{TAKEN, now};
use crate::domain::recovery::Proposal;
use crate::domain::schedule::schedule;
use crate::domain::session::{Change, Press};
use crate::domain::text::{Words, words};
use crate::domain::times::{ClockTime, MOST_MINUTES, Moment, Seconds};
use crate::model::Model;
use crate::screen::{Cx, Go};
use crate::screens::form::{Entry, Fault, Form, SAVE};
use crate::screens::live;
use crate::screens::recovery::wording::AGREED;
use crate::screens::{acts, ahead};
use crate::ui::dates;
use crate::ui::keyed::keyed;

/// An end after midnight is meant when it comes so soon after the one that is projected.
const NEAR: Seconds = Seconds::minutes(4 * 60);

/// Asks for the clock time of a new end, in the place of the proposals.
pub(super) fn ask(cx: &mut Cx<'_>) {
    cx.go = Some(Go::Instead(Box::new(form(cx))));
}

/// The form that asks for the clock time of a new end.
pub(super) fn form(cx: &Cx<'_>) -> Form {
    let proposed = proposed(cx.model, cx.now).unwrap_or_else(|| ahead::ends(cx.model, cx.now));
    let form = Form::new(TITLE, vec![Entry::text(END, HINT, &proposed)], |answers, cx| {
        let end = typed(cx.model, answers.text(0), cx.now).map_err(|why| Fault { row: 0, text: why })?;
        if acts::press(cx, Press::Agree(vec![Change::Finish(end)])) {
            let said = AGREED.with(cx.model.lang, said(cx.model, end, cx.now));
            let text = TAKEN.with(cx.model.lang, said);
            cx.model.notify(text, cx.now);
        }
        Ok(())
    });
    form.showing(|answers, model, now| {
        let end = typed(model, answers.text(0), now).ok()?;
        Some(AS_NOW.with2(model.lang, ahead::ends(model, now), said(model, end, now)))
    })
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

/// The clock of an end, with the day when that is not today's.
fn said(model: &Model, end: Moment, now: Moment) -> String {
    let Some(session) = model.session() else { return String::new() };
    let day = |moment: Moment| moment.civil(&session.zone).date();
    let clock = end.clock_up(&session.zone);
    match (day(now), day(end)) {
        (today, that) if that == today => clock,
        (today, that) if today.tomorrow().is_ok_and(|next| next == that) => TOMORROW.with(model.lang, clock),
        _ => format!("{clock} {}", dates::short(end, &session.zone, model.lang)),
    }
}

/// The moment ahead at which the clock shows what was typed: today, or on another day when the run goes on until about
/// then. Hours above 23 are the days after the first one.
///
/// # Errors
/// Why it cannot be the end, in words.
fn typed(model: &Model, text: &str, now: Moment) -> Result<Moment, String> {
    let Some((session, time)) = model.session().zip(text.parse::<ClockTime>().ok()) else {
        return Err(model.say(NO_TIME).to_owned());
    };
    let today = now.civil(&session.zone).date();
    let latest = schedule(session, now).end + NEAR;
    let is_later_day = time.minutes() >= u32::from(MOST_MINUTES);
    let first = if is_later_day { session.day } else { today };
    let meant = [Some(first), today.tomorrow().ok().filter(|_| !is_later_day)];
    let ends = meant.into_iter().flatten().map(|day| session.zone.moment(day, time));
    let is_meant = |end: &Moment| *end > now && (end.civil(&session.zone).date() == today || *end <= latest);
    ends.into_iter().find(is_meant).ok_or_else(|| {
        if is_later_day { NO_SUCH_TIME.with(model.lang, text) } else { HAS_PASSED.with(model.lang, time) }
    })
}

const TITLE: Words =
    words("Når er dere enige om å slutte?", "Når er de samde om å slutte?", "When have you agreed to end?");
const END: Words = words("Slutt kl.", "Slutt kl.", "End at");
const HINT: Words = words("Et klokkeslett, som 15:30.", "Eit klokkeslett, som 15:30.", "A clock time, such as 15:30.");
const AS_NOW: Words = keyed!(
    [SAVE, live::key("live.undo")],
    words(
        "Nå ser det ut til slutt kl. {}. ^ avtaler kl. [], ^ angrer.",
        "No ser det ut til slutt kl. {}. ^ avtalar kl. [], ^ angrar.",
        "As it stands you end at {}. ^ agrees on [], ^ undoes it."
    )
);
const NO_TIME: Words =
    words("Skriv et klokkeslett, som 15:30.", "Skriv eit klokkeslett, som 15:30.", "Type a clock time, such as 15:30.");
const NO_SUCH_TIME: Words = words(
    "«{}» er ikke et klokkeslett i dag. Skriv det som 15:30.",
    "«{}» er ikkje eit klokkeslett i dag. Skriv det som 15:30.",
    "“{}” is not a time today. Write it as 15:30.",
);
const TOMORROW: Words = words("{} i morgen", "{} i morgon", "{} tomorrow");
const HAS_PASSED: Words = words("Kl. {} er passert.", "Kl. {} er passert.", "{} has passed.");
