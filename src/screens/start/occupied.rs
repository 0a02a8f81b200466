//! What starts while a session runs: within it, or in its place, which is asked about twice; a tool alone, with its task on
//! the wall.

use super::{ONLY_READS, alone, begin, run, under_way, when_planned};
use crate::domain::agenda::{Agenda, AgendaName};
use crate::domain::session::{Face, Moved};
use crate::domain::text::{Words, words};
use crate::domain::tool::{Tool, Variant};
use crate::model::{Model, Role};
use crate::screen::{Cx, Go};
use crate::screens::ask::{Ask, Choice};
use crate::screens::live;
use crate::screens::live::close;
use crate::screens::{LIVE, acts, add};
use crate::ui::keyed::keyed;

/// Runs one tool at once: an agenda of that one block, starting when started; asks first when a session runs.
pub fn tool(tool: &Tool, variant: Variant, cx: &mut Cx<'_>) {
    let alone = |name: &AgendaName, agenda: &Agenda, cx: &mut Cx<'_>| begin(name.clone(), agenda.clone(), cx);
    let ended = |name: &AgendaName, agenda: &Agenda, cx: &mut Cx<'_>| when_planned(name.clone(), agenda.clone(), cx);
    run_somewhere(
        tool,
        variant,
        &Ways { words: RUN_HERE, instead: RUN_INSTEAD, here: insert_and_run, alone, ended },
        cx,
    );
}

/// Runs one tool at once with its task on the wall; asks first when a session runs.
pub fn on_wall(tool: &Tool, variant: Variant, cx: &mut Cx<'_>) {
    let ways =
        Ways { words: INSERT_IT, instead: SHOW_INSTEAD, here: insert_on_wall, alone: run_on_wall, ended: run_on_wall };
    run_somewhere(tool, variant, &ways, cx);
}

type Running = fn(&AgendaName, &Agenda, &mut Cx<'_>);

/// How a tool can be run at once.
struct Ways {
    /// How `here` is said.
    words: Words,
    /// The same when a block is running, which is done then.
    instead: Words,
    /// Within the running session.
    here: fn(&Tool, Variant, &mut Cx<'_>),
    /// As a session of its own.
    alone: Running,
    /// The same, after the running one has been ended.
    ended: Running,
}

fn run_somewhere(tool: &Tool, variant: Variant, ways: &Ways, cx: &mut Cx<'_>) {
    if let Some(half_done) = cx.beneath {
        return cx.notify(half_done);
    }
    let (name, agenda) = alone(tool, variant, cx.model);
    if cx.model.role == Role::Viewer {
        return cx.notify(ONLY_READS);
    }
    let Some(title) = under_way(cx.model, cx.now).map(|session| session.plan.title.to_string()) else {
        return (ways.alone)(&name, &agenda, cx);
    };
    let (tool, here, ended) = (tool.clone(), ways.here, ways.ended);
    let end = move |cx: &mut Cx<'_>| ended(&name, &agenda, cx);
    let (within, text) = match running(cx) {
        Some(block) => (ways.instead, IN_BLOCK.with2(cx.model.lang, title, block)),
        None => (ways.words, IS_RUNNING.with(cx.model.lang, title)),
    };
    let choices = vec![
        Choice::new(cx.model.say(BACK_TO_IT), |cx| cx.go = Some(Go::Place(LIVE))),
        Choice::new(cx.model.say(within), move |cx| here(&tool, variant, cx)),
        Choice::new(cx.model.say(END_ALL), move |cx| confirm(end.clone(), cx)),
    ];
    cx.go = Some(Go::Over(Box::new(Ask::new(RUNS_ALREADY, text, choices))));
}

/// The title of the block that runs.
fn running(cx: &Cx<'_>) -> Option<String> {
    let view = cx.model.schedule(cx.now)?;
    let id = view.current()?.id;
    Some(cx.model.plan(cx.now)?.block(id)?.title.to_string())
}

/// Asks once more before a session is ended for the sake of another: that is not undone by a key.
fn confirm(end: impl Fn(&mut Cx<'_>) + 'static, cx: &mut Cx<'_>) {
    let text = if cx.model.is_rehearsal() { close::NOTHING_KEPT } else { close::WHAT_HAPPENS };
    let choices = vec![Choice::new(cx.model.say(close::GO_ON), |_| {}), Choice::new(cx.model.say(close::END_IT), end)];
    cx.go = Some(Go::Over(Box::new(Ask::new(close::ENDING, cx.model.say(text), choices))));
}

/// Asks what is to become of the session called `title` before `agenda` starts.
pub(super) fn ask(title: &str, name: AgendaName, agenda: Agenda, model: &Model) -> Ask {
    let start = move |cx: &mut Cx<'_>| when_planned(name.clone(), agenda.clone(), cx);
    let choices = vec![
        Choice::new(model.say(BACK_TO_IT), |cx| cx.go = Some(Go::Place(LIVE))),
        Choice::new(model.say(END_IT), move |cx| confirm(start.clone(), cx)),
    ];
    Ask::new(RUNS_ALREADY, IS_RUNNING.with(model.lang, title), choices)
}

/// Puts the tool into the running plan and goes to it at once.
fn insert_and_run(tool: &Tool, variant: Variant, cx: &mut Cx<'_>) {
    if let Some(id) = add::into_run(tool, variant, cx)
        && acts::jump(cx, id)
    {
        cx.go = Some(Go::Place(LIVE));
    }
}

/// Puts the tool into the running plan, goes to it at once and shows it.
fn insert_on_wall(tool: &Tool, variant: Variant, cx: &mut Cx<'_>) {
    if let Some(id) = add::into_run(tool, variant, cx)
        && acts::jump(cx, id)
    {
        acts::turn(cx, Face::Room);
        cx.go = Some(Go::Wall);
    }
}

fn run_on_wall(name: &AgendaName, agenda: &Agenda, cx: &mut Cx<'_>) {
    run(name, agenda, Moved::FromNow, cx);
    if matches!(cx.go, Some(Go::Place(LIVE))) {
        acts::turn(cx, Face::Room);
        cx.go = Some(Go::Wall);
    }
}

const RUNS_ALREADY: Words = words("En samling er i gang", "Ei samling er i gang", "A session is running");
const IS_RUNNING: Words = words(
    "«{}» er i gang. Hva vil du gjøre?",
    "«{}» er i gang. Kva vil du gjere?",
    "“{}” is running. What would you like to do?",
);
const IN_BLOCK: Words = words(
    "«{}» er i gang, i økten «[]». Hva vil du gjøre?",
    "«{}» er i gang, i økta «[]». Kva vil du gjere?",
    "“{}” is running, in “[]”. What would you like to do?",
);
const BACK_TO_IT: Words = words("Tilbake til samlingen", "Tilbake til samlinga", "Back to the session");
const RUN_HERE: Words = words(
    "Legg verktøyet inn her, og kjør det nå",
    "Legg verktøyet inn her, og køyr det no",
    "Put the tool in here and run it now",
);
const RUN_INSTEAD: Words = keyed!(
    [live::key("live.undo")],
    words(
        "Kjør det nå, som neste økt; ^ angrer",
        "Køyr det no, som neste økt; ^ angrar",
        "Run it now, as the next block; ^ undoes it"
    )
);
const SHOW_INSTEAD: Words = keyed!(
    [live::key("live.undo")],
    words(
        "Vis det nå, som neste økt; ^ angrer",
        "Vis det no, som neste økt; ^ angrar",
        "Show it now, as the next block; ^ undoes it"
    )
);
const INSERT_IT: Words = words(
    "Legg verktøyet inn her, og vis det nå",
    "Legg verktøyet inn her, og vis det no",
    "Put the tool in here and show it now",
);
const END_ALL: Words = words(
    "Avslutt hele samlingen, og ta dette alene",
    "Avslutt heile samlinga, og ta dette aleine",
    "End the whole session, and do this alone",
);
const END_IT: Words = words(
    "Avslutt hele samlingen, og start den nye",
    "Avslutt heile samlinga, og start den nye",
    "End the whole session, and start the new one",
);
