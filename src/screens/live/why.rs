//! Why a key of the console does nothing now, in words that say when it does.

use super::begin;
use super::key;
use crate::domain::text::{Words, words};
use crate::model::Model;
use crate::screens::{acts, asleep, misdated};
use crate::ui::keyed::keyed;

const NO_WALL: Words = words(
    "Veggen er klar når en samling er i gang.",
    "Veggen er klar når ei samling er i gang.",
    "The wall needs a running session.",
);
const CHECK: Words = words(
    "Sjekken hører til før start; «vidde doctor» gjør den når som helst.",
    "Sjekken høyrer til før start; «vidde doctor» gjer han når som helst.",
    "The check belongs before the start; “vidde doctor” does it at any time.",
);
const NO_REVIEW: Words = words(
    "Tilbakeblikket begynner når samlingen er startet.",
    "Tilbakeblikket byrjar når samlinga er starta.",
    "The review begins once the session has started.",
);
const NOT_BEGUN: Words = keyed!(
    [key("live.start")],
    words(
        "Samlingen er ikke startet ennå; ^ starter den.",
        "Samlinga er ikkje starta enno; ^ startar ho.",
        "The session has not started yet; ^ starts it."
    )
);
const NONE: Words = words(
    "Den tasten er til bruk mens en samling er i gang.",
    "Den tasten er til bruk medan ei samling er i gang.",
    "That key needs a running session.",
);
const OVER: Words = keyed!(
    [key("live.store")],
    words("Samlingen er over; ^ lagrer den.", "Samlinga er over; ^ lagrar ho.", "The session is over; ^ saves it.")
);
const NOTHING_SLEPT_THROUGH: Words = words(
    "Søvn kan regnes som pause mens en økt er i gang.",
    "Søvn kan reknast som pause medan ei økt er i gang.",
    "Sleep can count as a pause while a block runs.",
);

/// The reason for the row of this name, where there is more to say than "not now".
pub(super) fn why_not(row: &str, model: &Model) -> Option<Words> {
    match row {
        "live.start" if begin::is_stored(model) => Some(begin::STORED),
        "live.room" => Some(NO_WALL),
        "live.asleep" if model.slept.is_none() => Some(asleep::NO_SLEEP),
        "live.asleep" => Some(NOTHING_SLEPT_THROUGH),
        "live.follow_clock" if acts::has_started(model) => Some(misdated::IN_STEP),
        "live.ready" => Some(CHECK),
        "live.look-back" | "live.review" => Some(NO_REVIEW),
        _ if model.session().is_none() => Some(NONE),
        _ if acts::is_over(model) => Some(OVER),
        _ => Some(NOT_BEGUN).filter(|_| !acts::has_started(model)),
    }
}
