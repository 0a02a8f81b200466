//! Rehearsing an agenda (*øve*): the real program with a faster clock, beginning where the plan does. Nothing of it is
//! kept, and it is shown in this window alone.

use crate::domain::agenda::{Agenda, AgendaName};
use crate::domain::facts::Live;
use crate::domain::schedule::{RunState, schedule};
use crate::domain::session::{Moved, Press, Private, Refusal, Session};
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds, Zone};
use crate::model::{Fast, Role};
use crate::screen::{Cx, Effect, Go};
use crate::screens::ask::{Ask, Choice};
use crate::screens::{AGENDA, LIVE, start};

/// How many times as fast the clock goes at first: a minute a second.
pub const SPEED: u32 = 60;

/// The speeds to choose from, with what a second is worth.
const SPEEDS: [(u32, Words); 4] = [
    (1, words("Vanlig fart", "Vanleg fart", "Normal speed")),
    (10, words("10 ganger så fort", "10 gonger så fort", "10 times as fast")),
    (
        SPEED,
        words(
            "60 ganger så fort: et sekund er et minutt",
            "60 gonger så fort: eit sekund er eit minutt",
            "60 times as fast: a second is a minute",
        ),
    ),
    (
        300,
        words(
            "300 ganger så fort: et sekund er fem minutter",
            "300 gonger så fort: eit sekund er fem minutt",
            "300 times as fast: a second is five minutes",
        ),
    ),
];

/// A session of `agenda`, started at the moment at which the plan begins on the day nearest to `now`, and that moment;
/// without a planned start it is `now`.
///
/// # Errors
/// The reason, when there is nothing to start.
pub fn session(name: &AgendaName, agenda: &Agenda, now: Moment, zone: Zone) -> Result<(Live, Moment), Refusal> {
    let (session, private) = Session::of(name, agenda, now, zone);
    let from = match schedule(&session, now).state {
        RunState::Before { to_start: Some(left) } => now + left,
        _ => now,
    };
    started(session, private, from)
}

/// A session of `agenda` that was started at `now`, however early or late that is by the plan.
///
/// # Errors
/// The reason, when there is nothing to start.
pub fn session_from(name: &AgendaName, agenda: &Agenda, now: Moment, zone: Zone) -> Result<(Live, Moment), Refusal> {
    let (session, private) = Session::of(name, agenda, now, zone);
    started(session, private, now)
}

fn started(mut session: Session, private: Private, from: Moment) -> Result<(Live, Moment), Refusal> {
    session.press(Press::Start(None, Moved::AsPlanned), from, Seconds::ZERO)?;
    Ok((Live { session, private }, from))
}

/// Rehearses the open agenda, unless a session is running: that one has the clock.
pub fn agenda(cx: &mut Cx<'_>) {
    if cx.model.role == Role::Viewer {
        return cx.notify(start::ONLY_READS);
    }
    if cx.model.is_rehearsal() {
        return cx.notify(ALREADY);
    }
    if let Some(running) = start::under_way(cx.model, cx.now) {
        let text = RUNS.with(cx.model.lang, &running.plan.title);
        return cx.model.notify(text, cx.now);
    }
    if let Some((live, from)) = of_the_open_agenda(cx) {
        cx.model.rehearse(live, SPEED);
        cx.effects.push(Effect::Clock(Some(Fast { from, speed: SPEED })));
        let text = cx.model.say(ONLY_HERE);
        cx.model.notify(text, from);
        cx.go = Some(Go::Place(LIVE));
    }
}

/// Within a rehearsal: begins where the plan does once more, as fast as before.
pub fn again(cx: &mut Cx<'_>) {
    if let Some((live, from)) = of_the_open_agenda(cx) {
        cx.model.facts.live = Some(live);
        cx.effects.push(Effect::Clock(Some(Fast { from, speed: cx.model.speed })));
        cx.go = Some(Go::Place(LIVE));
    }
}

/// The open agenda, started; a refusal becomes a notice.
fn of_the_open_agenda(cx: &mut Cx<'_>) -> Option<(Live, Moment)> {
    let (name, agenda) = cx.model.agenda()?;
    match session(name, agenda, cx.now, cx.model.zone.clone()) {
        Ok(begun) => Some(begun),
        Err(refusal) => {
            cx.notify(refusal.words());
            None
        }
    }
}

/// Asks how fast the clock is to go, or whether the rehearsal is to end; the present speed is the first answer.
pub fn menu(cx: &mut Cx<'_>) {
    let say = |words: Words| cx.model.say(words);
    let choice = |(speed, words): (u32, Words)| Choice::new(say(words), move |cx| run_at(speed, cx));
    let mut choices: Vec<Choice> = SPEEDS.into_iter().map(choice).collect();
    choices.push(Choice::new(say(END), end));
    let at = SPEEDS.iter().position(|(speed, _)| *speed >= cx.model.speed).unwrap_or(SPEEDS.len() - 1);
    cx.go = Some(Go::Over(Box::new(Ask::new(TITLE, say(NOTHING_KEPT), choices).at(at))));
}

fn run_at(speed: u32, cx: &mut Cx<'_>) {
    cx.model.speed = speed;
    cx.effects.push(Effect::Clock(Some(Fast { from: cx.now, speed })));
}

/// Goes back to what there was before the rehearsal; out of the program when it was opened for one.
pub fn end(cx: &mut Cx<'_>) {
    if let Some(half_done) = cx.beneath {
        return cx.notify(half_done);
    }
    if !cx.model.end_rehearsal() {
        cx.go = Some(Go::Quit);
        return;
    }
    cx.effects.push(Effect::Clock(None));
    cx.go = Some(Go::Place(AGENDA));
}

/// Said when everything is as it was before.
pub const OVER: Words = words(
    "Øvingen er over; alt er som før",
    "Øvinga er over; alt er som før",
    "The rehearsal is over; everything is as it was",
);
const TITLE: Words = words("Øving", "Øving", "Rehearsal");
const NOTHING_KEPT: Words = words(
    "Hvor fort skal klokka gå? Ingenting av øvingen blir lagret.",
    "Kor fort skal klokka gå? Ingenting av øvinga blir lagra.",
    "How fast should the clock run? Nothing is saved.",
);
const END: Words = words("Avslutt øvingen", "Avslutt øvinga", "End the rehearsal");
const ALREADY: Words = words(
    "Du øver allerede; avslutt den øvingen først",
    "Du øver allereie; avslutt den øvinga først",
    "You are rehearsing already; end that first",
);
const RUNS: Words = words(
    "«{}» er i gang; du kan øve når den er avsluttet",
    "«{}» er i gang; du kan øve når ho er avslutta",
    "“{}” is running; you can rehearse when it has ended",
);
const ONLY_HERE: Words = words(
    "Øvingen vises bare i dette vinduet",
    "Øvinga blir berre vist i dette vindauget",
    "Only this window shows the rehearsal",
);
