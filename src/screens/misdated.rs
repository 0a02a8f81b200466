//! A session that is opened with acts of a later time than the clock shows: what is said of it. How such acts count is
//! for the log itself.

use crate::domain::Problem;
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::Model;
use crate::ui::dates;

/// What is told of the running session when it is opened at `now`; nothing when its acts fit the clock.
#[must_use]
pub fn problem(model: &Model, now: Moment) -> Option<Problem> {
    let session = model.session().filter(|_| !model.is_rehearsal())?;
    let (acts, last) = session.dated_ahead(now)?;
    let lang = model.lang;
    let number = if acts == 1 { ONE.pick(lang).to_owned() } else { MANY.with(lang, acts) };
    let at = |moment: Moment| format!("{} {}", dates::long(moment, &session.zone, lang), moment.clock(&session.zone));
    let then = if last - now > Seconds::minutes(12 * 60) { FAR } else { NEAR };
    let sentences = [number, LAST.with(lang, at(last)), NOW.with(lang, at(now)), then.pick(lang).to_owned()];
    Some(Problem { place: FILE.to_owned(), text: sentences.join(" ") })
}

const FILE: &str = "live.ron";
const ONE: Words = words(
    "Ett trykk i den pågående samlingen er datert fram i tid.",
    "Eitt trykk i samlinga som er i gang, er datert fram i tid.",
    "One key press in the running session is dated in the future.",
);
const MANY: Words = words(
    "{} trykk i den pågående samlingen er datert fram i tid.",
    "{} trykk i samlinga som er i gang, er daterte fram i tid.",
    "{} key presses in the running session are dated in the future.",
);
const LAST: Words = words("Det siste er fra {}.", "Det siste er frå {}.", "The last one is from {}.");
const NOW: Words = words(
    "Klokka på maskinen viser {}; er den stilt siden sist?",
    "Klokka på maskina viser {}; er ho stilt sidan sist?",
    "The computer's clock shows {}; has it been set since then?",
);
const NEAR: Words = words(
    "Samlingen vises slik den sto etter det siste trykket, og tiden går videre når klokka har kommet dit.",
    "Samlinga blir vist slik ho stod etter det siste trykket, og tida går vidare når klokka har kome dit.",
    "The session is shown as it was after the last key press, and time goes on once the clock has caught up.",
);
const FAR: Words = words(
    "Det som ligger mer enn tolv timer fram, regnes ikke med; det blir liggende i filen.",
    "Det som ligg meir enn tolv timar fram, blir ikkje rekna med; det blir liggjande i fila.",
    "Anything more than twelve hours ahead does not count; it stays in the file.",
);
