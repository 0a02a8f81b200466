//! A session that is opened with acts of a later time than the clock shows: what is said of it, and going on from now. How
//! such acts count is for the log itself.

use crate::domain::Problem;
use crate::domain::schedule::schedule;
use crate::domain::session::Session;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::{Model, Role};
use crate::screen::{Cx, Go};
use crate::screens::acts;
use crate::screens::ask::{Ask, Choice};
use crate::screens::live;
use crate::ui::dates;
use crate::ui::keyed::keyed;

/// Acts that are further ahead do not count at all: only a clock that is set right helps then.
const FAR_AHEAD: Seconds = Seconds::minutes(12 * 60);

/// What is told of the running session when it is opened at `now`; nothing when its acts fit the clock.
#[must_use]
pub fn problem(model: &Model, now: Moment) -> Option<Problem> {
    let session = model.session().filter(|_| !model.is_rehearsal())?;
    let (acts, last) = session.dated_ahead(now)?;
    let lang = model.lang;
    let number = if acts == 1 { ONE.pick(lang).to_owned() } else { MANY.with(lang, acts) };
    let at = |moment: Moment| format!("{} {}", dates::long(moment, &session.zone, lang), moment.clock(&session.zone));
    let then = if last - now > FAR_AHEAD { FAR } else { NEAR };
    let sentences = [number, LAST.with(lang, at(last)), NOW.with(lang, at(now)), then.pick(lang).to_owned()];
    Some(Problem { place: FILE.to_owned(), text: sentences.join(" ") })
}

/// The last act of the running session when it is dated ahead of `now`, but not so far that it does not count.
#[must_use]
pub fn ahead(model: &Model, now: Moment) -> Option<Moment> {
    let leads = model.role == Role::Writer && !model.is_rehearsal();
    let (_, last) = model.session().filter(|_| leads)?.dated_ahead(now)?;
    Some(last).filter(|last| *last - now <= FAR_AHEAD)
}

/// Whether the session can be made to go on from now.
#[must_use]
pub fn is_offered(model: &Model) -> bool {
    model.ahead.is_some() && acts::has_started(model)
}

/// The line that stands as long as that can be done.
#[must_use]
pub fn told(lang: Lang) -> String {
    OFFER.pick(lang).to_owned()
}

/// Asks first: no undo takes a step of the clock back.
pub fn ask(cx: &mut Cx<'_>) {
    let (now, lang) = (cx.now, cx.model.lang);
    let Some((last, session)) = cx.model.ahead.zip(cx.model.session()) else { return };
    let clock = |moment: Moment| moment.clock(&session.zone);
    let text = SHOWS.with2(lang, clock(last), clock(now));
    let end = schedule(&following(session, now - last, now), now).end.clock_up(&session.zone);
    let choices = vec![Choice::new(WAIT.pick(lang), |_| {}), Choice::new(GO_ON.with(lang, end), go_on)];
    cx.go = Some(Go::Over(Box::new(Ask::new(TITLE, text, choices))));
}

/// The session as it stood after its last act, `by` earlier (negative), so that it goes on at `now`.
fn following(session: &Session, by: Seconds, now: Moment) -> Session {
    let mut session = session.clone();
    session.clock_stepped(by, now);
    session
}

fn go_on(cx: &mut Cx<'_>) {
    let Some(by) = cx.model.ahead.take().map(|last| cx.now - last) else { return };
    if let Some(live) = &mut cx.model.facts.live {
        live.session = following(&live.session, by, cx.now);
        live.private.clock_stepped(by);
        cx.notify(GOES_ON);
    }
}

/// Said when the acts fit the clock.
pub const IN_STEP: Words = words(
    "Samlingen og klokka på maskinen går i takt.",
    "Samlinga og klokka på maskina går i takt.",
    "The session and the computer’s clock agree.",
);
const TITLE: Words = words("La samlingen gå videre nå?", "La samlinga gå vidare no?", "Let the session go on now?");
const OFFER: Words = words(
    "▲ Samlingen er datert fram i tid. 0 i Pågår: fortsett nå",
    "▲ Samlinga er datert fram i tid. 0 i Pågår: hald fram no",
    "▲ The session is dated ahead. 0 in Live: carry on now",
);
const SHOWS: Words = words(
    "Det siste trykket er fra kl. {}, men klokka på maskinen viser []. Går den feil, er det best å stille den, så stemmer alt igjen.",
    "Det siste trykket er frå kl. {}, men klokka på maskina viser []. Går ho feil, er det best å stille ho, så stemmer alt att.",
    "The last key press is from {}, but the computer’s clock shows []. If it is wrong, set it, and everything fits again.",
);
const WAIT: Words = words("Vent, jeg ser på klokka", "Vent, eg ser på klokka", "Wait, I’ll look at the clock");
const GO_ON: Words =
    words("Fortsett nå, med slutt kl. {}", "Hald fram no, med slutt kl. {}", "Carry on now, and end at {}");
const GOES_ON: Words = words(
    "Samlingen går videre fra nå, med samme tid igjen",
    "Samlinga går vidare frå no, med same tid att",
    "The session goes on from now, with the same time left",
);
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
const NEAR: Words = keyed!(
    [live::key("live.follow_clock")],
    words(
        "Samlingen vises slik den sto etter det siste trykket, og tiden går videre når klokka har kommet dit. ^ i Pågår (3) lar den gå videre med en gang.",
        "Samlinga blir vist slik ho stod etter det siste trykket, og tida går vidare når klokka har kome dit. ^ i Pågår (3) lèt ho gå vidare med ein gong.",
        "The session is shown as it was after the last key press, and time goes on once the clock has caught up. ^ in Live (3) lets it go on at once."
    )
);
const FAR: Words = words(
    "Det som ligger mer enn tolv timer fram, regnes ikke med; det blir liggende i filen. Still klokka på maskinen, så er det med igjen.",
    "Det som ligg meir enn tolv timar fram, blir ikkje rekna med; det blir liggjande i fila. Still klokka på maskina, så er det med att.",
    "Anything more than twelve hours ahead does not count; it stays in the file. Set the computer’s clock right, and it counts again.",
);
