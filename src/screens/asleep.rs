//! The computer slept while a block was running: what is said of it, and counting it as a pause (T1).

use crate::domain::session::Press;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Seconds;
use crate::model::{Model, Slept};
use crate::screen::Cx;
use crate::screens::acts;
use crate::screens::live;
use crate::ui::keyed::keyed;

/// Whether a sleep can be counted as a pause now.
#[must_use]
pub fn is_offered(model: &Model) -> bool {
    model.slept.is_some() && acts::is_going(model)
}

/// Counts the sleep as a pause; undo takes that back.
pub fn pause(cx: &mut Cx<'_>) {
    let Some(slept) = cx.model.slept.take() else { return };
    if acts::press_ago(cx, Press::Asleep(slept.length), cx.now - slept.from) {
        let text = COUNTED.with(cx.model.lang, how_long(slept.length));
        cx.model.notify(text, cx.now);
    }
}

/// The line that stands after the sleep.
#[must_use]
pub fn told(slept: Slept, lang: Lang) -> String {
    SLEPT.with(lang, how_long(slept.length)) + OFFER.pick(lang)
}

/// The passing line after a sleep that no block was running through.
#[must_use]
pub fn in_passing(length: Seconds, lang: Lang) -> String {
    SLEPT.with(lang, how_long(length)) + WENT_ON.pick(lang)
}

fn how_long(time: Seconds) -> String {
    if time < Seconds::minutes(2) { format!("{} s", time.0) } else { format!("{} min", time.minutes_up()) }
}

const SLEPT: Words = words("Maskinen sov i {}", "Maskina sov i {}", "The computer slept for {}");
const WENT_ON: Words = words("; tiden gikk", "; tida gjekk", "; time went on");
const OFFER: Words = words(
    "; tiden gikk. 0: regn det som pause",
    "; tida gjekk. 0: rekn det som pause",
    "; time went on. 0: count it as a pause",
);
/// Said when there is no sleep that can be counted.
pub const NO_SLEEP: Words = words(
    "Maskinen har ikke sovet siden sist, så det er ingenting å regne som pause.",
    "Maskina har ikkje sove sidan sist, så det er ingenting å rekne som pause.",
    "The computer has not slept since last time, so there is nothing to count as a pause.",
);
const COUNTED: Words = keyed!(
    [live::key("live.undo")],
    words(
        "Søvnen på {} er regnet som pause; ^ angrer",
        "Søvnen på {} er rekna som pause; ^ angrar",
        "The sleep of {} counts as a pause; ^ undoes it"
    )
);
