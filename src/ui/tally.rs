//! How a review is told in words: what was reached, what became longer or shorter, and what each note is about. On the
//! screen and on the command line alike.

use crate::domain::agenda::Kind;
use crate::domain::review::{Ending, Fate, Review, ReviewRow};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Seconds, Zone};
use crate::ui::{dates, names};

/// From so many hours on a length says nothing any more: a file may say anything.
const FAR: i64 = 100 * 60;

/// A length that has been, in whole minutes to the nearest.
#[must_use]
pub fn length(time: Seconds, lang: Lang) -> String {
    match time.minutes_near() {
        0 if time > Seconds::ZERO => UNDER.pick(lang).to_owned(),
        far if far >= FAR => OVER.with(lang, FAR / 60),
        minutes => names::length(Seconds::minutes(minutes), lang),
    }
}

/// The head of a review in sentences: when, how much was done, and how long against the plan.
#[must_use]
pub fn sentences(review: &Review, zone: &Zone, lang: Lang) -> Vec<String> {
    let Some(span) = review.span() else { return vec![NOT_BEGUN.pick(lang).to_owned()] };
    let (done, all) = review.done();
    let kept = review.rows.iter().filter(|row| row.fate == Fate::AsPlanned).count();
    let (planned, actual) = review.totals();
    let (words, lengths, ending) = match review.ending {
        Ending::Ended(_) => (FROM_TO, LENGTHS, span.end.clock(zone)),
        Ending::Ahead(_) => (SO_FAR, LENGTHS_SO_FAR, span.end.clock_up(zone)),
    };
    let when = words.with2(lang, span.start.clock(zone), &ending);
    let words = if all == 1 { DONE_OF_ONE } else { DONE };
    let done = words.with2(lang, done, all);
    let lengths = lengths.with2(lang, length(planned, lang), length(actual, lang));
    let date = dates::long(span.start, zone, lang);
    vec![format!("{date}, {when}"), done + &as_planned(kept, lang), lengths + &end(review, zone, lang)]
}

fn as_planned(kept: usize, lang: Lang) -> String {
    match kept {
        0 => String::new(),
        1 => ONE_KEPT.pick(lang).to_owned(),
        count => KEPT.with(lang, count),
    }
}

/// How the end lies to what was agreed on, else to the plan.
fn end(review: &Review, zone: &Zone, lang: Lang) -> String {
    let Ending::Ended(_) = review.ending else { return String::new() };
    let length = |minutes: i64| self::length(Seconds::minutes(minutes), lang);
    let [kept, later, sooner] = if review.agreed_end.is_some() { TO_AGREED } else { TO_PLAN };
    let agreed = review.agreed_end.map(|end| end.clock_up(zone)).unwrap_or_default();
    let (said, by) = match review.end_off() {
        0 => (kept, 0),
        by @ 1.. => (later, by),
        by => (sooner, by.saturating_neg()),
    };
    said.with2(lang, length(by), agreed)
}

/// What is said of a block of this kind that the session ended before: what only gave room to others is not taken up
/// again.
#[must_use]
pub const fn not_reached(kind: Kind) -> Words {
    match kind {
        Kind::Break | Kind::Buffer => words("falt bort", "fall bort", "left out"),
        _ => words("til en annen gang", "til ein annan gong", "for another time"),
    }
}

/// What became of a block.
#[must_use]
pub fn fate(row: &ReviewRow, lang: Lang) -> String {
    let minutes = |minutes: i64| length(Seconds::minutes(minutes), lang);
    let words = match row.fate {
        Fate::Longer(by) => return LONGER.with(lang, minutes(by)),
        Fate::Shorter(by) => return SHORTER.with(lang, minutes(by)),
        Fate::AsPlanned => words("som planlagt", "som planlagt", "as planned"),
        Fate::Added => words("lagt til underveis", "lagd til undervegs", "added on the way"),
        Fate::Running => words("pågår", "pågår", "running"),
        Fate::Skipped | Fate::JumpedOver => words("hoppet over", "hoppa over", "skipped"),
        Fate::Given => words("ga tiden sin videre", "gav tida si vidare", "gave its time to others"),
        Fate::NotReached => not_reached(row.kind),
        Fate::Ahead => words("kommer", "kjem", "to come"),
        Fate::Mark => words("målstrek", "målstrek", "finish line"),
    };
    words.pick(lang).to_owned()
}

/// What else is worth saying of a block: that it was led in several stretches, and that its clock stood.
#[must_use]
pub fn more(row: &ReviewRow, lang: Lang) -> String {
    let visits = (row.visits.len() > 1).then(|| VISITS.with(lang, row.visits.len()));
    let stood = (row.stood.minutes_near() > 0).then(|| STOOD.with(lang, length(row.stood, lang)));
    [visits, stood].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

const UNDER: Words = words("under 1 min", "under 1 min", "under 1 min");
const OVER: Words = words("over {} t", "over {} t", "over {} h");
const NOT_BEGUN: Words =
    words("Samlingen er ikke startet.", "Samlinga er ikkje starta.", "The session has not started.");
const FROM_TO: Words = words("kl. {}–[]", "kl. {}–[]", "{}–[]");
const SO_FAR: Words = words("fra kl. {}, slutt rundt []", "frå kl. {}, slutt rundt []", "from {}, ending around []");
const DONE: Words = words("Gjennomført: {} av [] økter.", "Gjennomført: {} av [] økter.", "Done: {} of [] blocks.");
const DONE_OF_ONE: Words = words("Gjennomført: {} av 1 økt.", "Gjennomført: {} av 1 økt.", "Done: {} of 1 block.");
const ONE_KEPT: Words = words(" Én varte som planlagt.", " Éi varte som planlagt.", " One took as long as planned.");
const KEPT: Words = words(" {} varte som planlagt.", " {} varte som planlagt.", " {} took as long as planned.");
const LENGTHS: Words = words("Planlagt {}, brukt [].", "Planlagt {}, brukt [].", "Planned {}, took [].");
const LENGTHS_SO_FAR: Words =
    words("Planlagt {}, brukt [] så langt.", "Planlagt {}, brukt [] så langt.", "Planned {}, took [] so far.");
/// How an end lies to the plan: kept, later, sooner.
const TO_PLAN: [Words; 3] = [
    words(" Slutt som planlagt.", " Slutt som planlagt.", " Ended as planned."),
    words(" Slutt {} etter planen.", " Slutt {} etter planen.", " Ended {} later than planned."),
    words(" Slutt {} før planen.", " Slutt {} før planen.", " Ended {} earlier than planned."),
];
/// The same to an end that was agreed on.
const TO_AGREED: [Words; 3] = [
    words(" Slutt som avtalt, kl. [].", " Slutt som avtalt, kl. [].", " Ended as agreed, at []."),
    words(
        " Slutt {} etter avtalt slutt kl. [].",
        " Slutt {} etter avtalt slutt kl. [].",
        " Ended {} later than agreed, which was [].",
    ),
    words(
        " Slutt {} før avtalt slutt kl. [].",
        " Slutt {} før avtalt slutt kl. [].",
        " Ended {} earlier than agreed, which was [].",
    ),
];
const LONGER: Words = words("{} lengre", "{} lengre", "{} longer");
const SHORTER: Words = words("{} kortere", "{} kortare", "{} shorter");
const VISITS: Words = words("i {} omganger", "i {} omgangar", "in {} stretches");
const STOOD: Words = words("klokka sto i {}", "klokka stod i {}", "clock stopped for {}");
