//! The question before a start that is far off the planned one: whether the plan moves with it, and what each answer costs.

use super::STARTING;
use crate::domain::recovery::between_clocks;
use crate::domain::schedule::schedule;
use crate::domain::session::{Moved, Press, Session};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::screen::Cx;
use crate::screens::ask::{Ask, Choice};
use crate::ui::names;

/// Asks how the clock times of `session` are meant, which `start` then begins, or `leave` does not.
pub(super) fn ask(
    session: &Session,
    (lang, now): (Lang, Moment),
    start: impl Fn(&mut Cx<'_>, Moved) + Clone + 'static,
    leave: impl Fn(&mut Cx<'_>) + 'static,
) -> Ask {
    let (from_now, as_planned) = (start.clone(), start);
    let choices = vec![
        Choice::new(moved(session, now, lang), move |cx| from_now(cx, Moved::FromNow)),
        Choice::new(kept(session, now, lang), move |cx| as_planned(cx, Moved::AsPlanned)),
        Choice::new(NOT_YET.pick(lang), leave),
    ];
    Ask::new(STARTING, standing(session, now, lang), choices)
}

/// What time it is, and when the planned start is or was.
fn standing(session: &Session, now: Moment, lang: Lang) -> String {
    let planned = session.plan.start.map_or(now, |start| session.zone.moment(session.day, start));
    let (clock, planned_at) = (now.clock(&session.zone), planned.clock(&session.zone));
    if planned > now {
        return BEFORE.with3(lang, (clock, names::length(planned - now, lang), planned_at));
    }
    AFTER.with2(lang, clock, planned_at)
}

/// To move the whole plan, with the end that it has then.
fn moved(session: &Session, now: Moment, lang: Lang) -> String {
    FROM_NOW.with(lang, end(session, Moved::FromNow, now).clock_up(&session.zone))
}

/// To keep the clock times: what is to be made up for then, or when it ends.
fn kept(session: &Session, now: Moment, lang: Lang) -> String {
    let planned = schedule(&begun(session, Moved::AsPlanned, now), now);
    let late = between_clocks(planned.end - planned.end_drift, planned.end);
    if late > Seconds::ZERO {
        return MAKE_UP.with(lang, names::length(late, lang));
    }
    AS_PLANNED.with(lang, planned.end.clock_up(&session.zone))
}

fn end(session: &Session, moved: Moved, now: Moment) -> Moment {
    schedule(&begun(session, moved, now), now).end
}

/// The session as it would be.
fn begun(session: &Session, moved: Moved, now: Moment) -> Session {
    let mut begun = session.clone();
    begun.press(Press::Start(None, moved), now, Seconds::ZERO).ok();
    begun
}

const BEFORE: Words = words(
    "Klokka er {}, [] før planlagt start kl. <>.",
    "Klokka er {}, [] før planlagd start kl. <>.",
    "It is {}, [] before the planned start at <>.",
);
/// How late it is stands in what is to be made up.
const AFTER: Words = words(
    "Klokka er {}, og planlagt start var kl. [].",
    "Klokka er {}, og planlagd start var kl. [].",
    "It is {}, and the planned start was at [].",
);
const FROM_NOW: Words = words(
    "Start nå, flytt hele planen: slutt kl. {}",
    "Start no, flytt heile planen: slutt kl. {}",
    "Start now, move everything: end at {}",
);
const AS_PLANNED: Words = words(
    "Start nå, behold klokkeslettene: slutt kl. {}",
    "Start no, behald klokkesletta: slutt kl. {}",
    "Start now, keep the clock times: end at {}",
);
const MAKE_UP: Words = words(
    "Behold klokkeslettene: {} å hente inn",
    "Behald klokkesletta: {} å hente inn",
    "Keep the clock times: {} to make up",
);
const NOT_YET: Words = words("Ikke ennå", "Ikkje enno", "Not yet");
