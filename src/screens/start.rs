//! Starting a session: from an agenda, or from one tool at once. Asks when a session runs already, when the planned start
//! is more than an hour away, and when there is still time until it.

mod occupied;
mod off;

pub use occupied::{on_wall, tool};

use crate::domain::agenda::{Agenda, AgendaName, Block};
use crate::domain::facts::{Live, Record};
use crate::domain::review::{LEAST, review};
use crate::domain::schedule::{Row, RunState, schedule};
use crate::domain::session::{Moved, Press, Session};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::domain::tool::{Tool, Variant};
use crate::domain::version::Version;
use crate::model::{Model, Role};
use crate::screen::{Cx, Go};
use crate::screens::ask::{Ask, Choice};
use crate::screens::live;
use crate::screens::{AGENDA, LIVE};
use crate::ui::keyed::keyed;

/// Further from its planned start than this, it is asked how clock times are meant.
pub const FAR: Seconds = Seconds::minutes(60);

/// So long before its planned start it is asked whether to wait.
const EARLY: Seconds = Seconds::minutes(10);

/// Starts the open agenda.
pub fn agenda(cx: &mut Cx<'_>) {
    let Some((name, agenda)) = cx.model.agenda() else { return };
    begin(name.clone(), agenda.clone(), cx);
}

/// An agenda of one tool, which begins when it is started.
fn alone(tool: &Tool, variant: Variant, model: &Model) -> (AgendaName, Agenda) {
    let lang = model.lang;
    let mut agenda = Agenda::new(tool.name.pick(lang), lang);
    agenda.insert(Block::of_tool(tool, variant, tool.usual_people(), lang), None);
    (AgendaName::for_title(&agenda.title, |_| false), agenda)
}

fn begin(name: AgendaName, agenda: Agenda, cx: &mut Cx<'_>) {
    if cx.model.role == Role::Viewer {
        return cx.notify(ONLY_READS);
    }
    match under_way(cx.model, cx.now).map(|session| session.plan.title.to_string()) {
        Some(title) => cx.go = Some(Go::Over(Box::new(occupied::ask(&title, name, agenda, cx.model)))),
        None => when_planned(name, agenda, cx),
    }
}

/// The session that has been started and has not ended.
#[must_use]
pub fn under_way(model: &Model, now: Moment) -> Option<&Session> {
    let state = model.schedule(now)?.state;
    model.session().filter(|session| session.has_started() && state != RunState::Done)
}

/// Asks whether clock times are meant when the planned start is far off, and whether to wait for one that is near; else
/// starts.
fn when_planned(name: AgendaName, agenda: Agenda, cx: &mut Cx<'_>) {
    let (session, _) = Session::of(&name, &agenda, cx.now, cx.model.zone.clone());
    let left = agenda.start.map(|start| session.zone.moment(session.day, start) - cx.now);
    let question = match left {
        Some(left) if left.0.abs() > FAR.0 => ask_when(&session, name, agenda, cx),
        Some(left) if left >= EARLY => ask_early(&session, name, agenda, cx),
        _ if was_stored(&name, cx.model) => ask_again(name, agenda, cx.model),
        _ => return run(&name, &agenda, Moved::AsPlanned, cx),
    };
    cx.go = Some(Go::Over(Box::new(question)));
}

fn ask_early(session: &Session, name: AgendaName, agenda: Agenda, cx: &Cx<'_>) -> Ask {
    let again = (name.clone(), agenda.clone());
    let wait = move |cx: &mut Cx<'_>| stand_ready(&name, &agenda, cx);
    let start = move |cx: &mut Cx<'_>| run(&again.0, &again.1, Moved::AsPlanned, cx);
    early(session, (cx.model.lang, cx.now), wait, start)
}

/// Asks whether `session` is to wait for its planned start; says when it would end if it did not.
fn early(
    session: &Session,
    (lang, now): (Lang, Moment),
    wait: impl Fn(&mut Cx<'_>) + 'static,
    start: impl Fn(&mut Cx<'_>) + 'static,
) -> Ask {
    let mut begun = session.clone();
    begun.press(Press::Start(None, Moved::AsPlanned), now, Seconds::ZERO).ok();
    let clock = |moment: Moment| moment.clock_up(&session.zone);
    let planned = schedule(session, now).rows.first().and_then(Row::projected).map_or(now, |span| span.start);
    let text = STILL_TIME.with2(lang, now.clock(&session.zone), clock(planned));
    let choices = vec![
        Choice::new(WAIT.with(lang, clock(planned)), wait),
        Choice::new(START_NOW.with(lang, clock(schedule(&begun, now).end)), start),
    ];
    Ask::new(STARTING, text, choices)
}

/// Whether the session that ran here last had this agenda, and is stored; a tool alone may be run again and again.
fn was_stored(name: &AgendaName, model: &Model) -> bool {
    let is_last = model.filed().is_some_and(|(_, record)| record.session.agenda == *name);
    is_last && model.session().is_none() && model.facts.agendas.contains_key(name)
}

fn ask_again(name: AgendaName, agenda: Agenda, model: &Model) -> Ask {
    let title = AGAIN.with(model.lang, &agenda.title);
    let choices = vec![
        Choice::new(model.say(NO), |_| {}),
        Choice::new(model.say(START), move |cx| run(&name, &agenda, Moved::AsPlanned, cx)),
    ];
    Ask::new(STARTING, title, choices)
}

fn ask_when(session: &Session, name: AgendaName, agenda: Agenda, cx: &Cx<'_>) -> Ask {
    let start = move |cx: &mut Cx<'_>, moved: Moved| run(&name, &agenda, moved, cx);
    off::ask(session, (cx.model.lang, cx.now), start, |cx| cx.go = Some(Go::Place(AGENDA)))
}

/// The same questions about the session that stands ready.
#[must_use]
pub fn asked(model: &Model, now: Moment) -> Option<Ask> {
    let RunState::Before { to_start: Some(left) } = model.schedule(now)?.state else { return None };
    let session = model.session()?;
    let start = |cx: &mut Cx<'_>, moved: Moved| {
        cx.model.press(Press::Start(None, moved), cx.now, Seconds::ZERO);
    };
    match left {
        far if far.0.abs() > FAR.0 => Some(off::ask(session, (model.lang, now), start, |_| {})),
        early if early >= EARLY => {
            Some(self::early(session, (model.lang, now), |_| {}, move |cx| start(cx, Moved::AsPlanned)))
        }
        _ => None,
    }
}

/// Puts a new session in the place of the one that is open, which ends now and goes to the finished ones.
fn run(name: &AgendaName, agenda: &Agenda, moved: Moved, cx: &mut Cx<'_>) {
    let (session, private) = Session::of(name, agenda, cx.now, cx.model.zone.clone());
    let mut live = Live { session, private };
    match live.session.press(Press::Start(None, moved), cx.now, Seconds::ZERO) {
        Ok(()) => {
            put(live, cx);
            let tools = agenda.blocks.iter().filter_map(|block| block.tool.as_ref());
            tools.for_each(|tool| cx.model.facts.shelf.note_use(tool, cx.now));
        }
        Err(refusal) => cx.notify(refusal.words()),
    }
}

/// The same with a session that waits for its start.
fn stand_ready(name: &AgendaName, agenda: &Agenda, cx: &mut Cx<'_>) {
    let (session, private) = Session::of(name, agenda, cx.now, cx.model.zone.clone());
    put(Live { session, private }, cx);
}

fn put(live: Live, cx: &mut Cx<'_>) {
    if let Some(open) = &mut cx.model.facts.live {
        open.session.close(cx.now).ok();
    }
    file(cx.model, cx.now);
    cx.model.forget_changes();
    cx.model.facts.live = Some(live);
    cx.go = Some(Go::Place(LIVE));
}

/// Moves the session that has ended to the finished ones; answers the name of its file without ending. One that was
/// never started leaves nothing but what was noted in it, nor does a tool alone that was only tried, and one that was only
/// rehearsed nothing but what it can be looked back on with.
pub fn file(model: &mut Model, now: Moment) -> Option<String> {
    let ended = model.facts.live.take()?;
    if model.is_rehearsal() {
        model.note_rehearsed(ended);
        return None;
    }
    let first_note = ended.private.harvest.iter().map(|note| note.at).min();
    let first_act = ended.session.log.iter().map(|entry| entry.at).min().filter(|_| !was_tried(&ended, model, now));
    let Some(began) = first_act.or(first_note) else {
        model.note_put_away();
        return None;
    };
    let record = Record { version: Version, session: ended.session, private: ended.private };
    let stem = record.stem(began, &model.zone);
    let others = (2..).map(|number| format!("{stem}-{number}"));
    let free = std::iter::once(stem.clone()).chain(others).find(|name| !model.facts.finished.contains_key(name))?;
    model.facts.finished.insert(free.clone(), record);
    model.note_filed(&free, now);
    Some(free)
}

/// Whether a tool alone was held for less than counts as held, and nothing was noted.
fn was_tried(ended: &Live, model: &Model, now: Moment) -> bool {
    let is_alone = ended.session.plan.blocks.len() == 1 && !model.facts.agendas.contains_key(&ended.session.agenda);
    let was_held = review(&ended.session, now).rows.iter().any(|row| row.actual >= LEAST);
    is_alone && !was_held && ended.private.harvest.is_empty()
}

/// Said where this window may not lead.
pub const ONLY_READS: Words = words(
    "Et annet vindu styrer samlingen; her kan du bare se",
    "Eit anna vindauge styrer samlinga; her kan du berre sjå",
    "Another window runs the session; here you can only look",
);
const STARTING: Words = words("Starte nå?", "Starte no?", "Start now?");
const AGAIN: Words = words("Starte «{}» på nytt?", "Starte «{}» på nytt?", "Start “{}” again?");
const NO: Words = words("Nei", "Nei", "No");
const START: Words = words("Start", "Start", "Start");
const STILL_TIME: Words = words(
    "Klokka er {}, og planen begynner kl. [].",
    "Klokka er {}, og planen byrjar kl. [].",
    "It is {}, and the plan starts at [].",
);
const WAIT: Words = keyed!(
    [live::key("live.start")],
    words("Vent til {}, og start med ^", "Vent til {}, og start med ^", "Wait until {}, and start with ^")
);
const START_NOW: Words = words("Start nå, med slutt kl. {}", "Start no, med slutt kl. {}", "Start now, and end at {}");
