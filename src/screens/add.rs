//! Putting a block into the open agenda: after the row that was chosen last, or last before the closing; a first agenda is made when
//! there is none.

use crate::domain::agenda::{Agenda, AgendaName, Block, BlockId, Kind, MOST_BLOCKS};
use crate::domain::learned;
use crate::domain::text::{Lang, Text, Words, words};
use crate::domain::times::Moment;
use crate::domain::tool::{Tool, Variant};
use crate::model::{Destination, Model, Role};
use crate::screen::{Cx, Go, Undo};
use crate::screens::agenda;
use crate::screens::{AGENDA, LIVE, ahead, start};
use crate::ui::keyed::keyed;
use crate::ui::{names, paint};
use unicode_width::UnicodeWidthStr;

/// Whether this window may change agendas.
#[must_use]
pub fn may_edit(model: &Model) -> bool {
    model.role == Role::Writer
}

/// Whether the open agenda is the plan of the session under way, which stays as it was when it began.
#[must_use]
pub fn runs(model: &Model, now: Moment) -> bool {
    let open = model.agenda().map(|(name, _)| name);
    open.is_some() && start::under_way(model, now).map(|session| &session.agenda) == open
}

/// How many the tool is reckoned for where it would be added now: as many as the plan says, else as is usual for it.
#[must_use]
pub fn people(tool: &Tool, cx: &Cx<'_>) -> u16 {
    let running = || cx.model.plan(cx.now).and_then(|plan| plan.people);
    let planned = || cx.model.agenda().and_then(|(_, agenda)| agenda.people);
    let said = if leads_into_run(cx) { running() } else { planned() };
    said.unwrap_or(tool.usual_people())
}

/// Puts the tool into the running plan when it is looked for from there, or nothing else asked for it; else into the open
/// agenda. Says where; goes back when it was fetched.
pub fn tool(tool: &Tool, variant: Variant, cx: &mut Cx<'_>) {
    cx.undo = if cx.model.fetching { Undo::Here } else { Undo::There };
    if leads_into_run(cx) {
        if into_run(tool, variant, cx).is_some() && std::mem::take(&mut cx.model.fetching) {
            cx.go = Some(Go::Place(LIVE));
        }
        return;
    }
    open_one(cx.model);
    let Some(lang) = cx.model.agenda().map(|(_, agenda)| agenda.lang) else { return };
    let people = people(tool, cx);
    if !block(Block::of_tool(tool, variant, people, lang), cx) {
        return;
    }
    let last_times = learned::told(cx.model.took_by(&tool.id, variant), cx.model.lang);
    let told = told(&called(tool, variant, people, cx.model.lang), cx)
        + &last_times.map(|told| format!(" · {told}")).unwrap_or_default();
    let told = asking(tool, told, cx);
    cx.model.facts.shelf.note_use(&tool.id, cx.now);
    if std::mem::take(&mut cx.model.fetching) {
        cx.go = Some(Go::Place(AGENDA));
    }
    cx.model.notify(told, cx.now);
}

/// `told`, and that the tool needs a question where there is room for that.
fn asking(tool: &Tool, told: String, cx: &Cx<'_>) -> String {
    let room = usize::from(cx.area.width.saturating_sub(2));
    let whole = told.clone() + cx.model.say(ASKS);
    if tool.asks && whole.width() <= room { whole } else { told }
}

/// What the tool is called, with its length where that is another than the normal one: it may have been chosen because
/// it fits.
fn called(tool: &Tool, variant: Variant, people: u16, lang: Lang) -> String {
    let name = tool.name.pick(lang);
    let length = tool.length(variant, people);
    if length == tool.length(Variant::Normal, people) {
        return name.to_owned();
    }
    format!("{name} ({}, {})", names::variant(variant).pick(lang), names::length(length, lang))
}

/// Whether a tool that is added now goes into the running plan.
fn leads_into_run(cx: &Cx<'_>) -> bool {
    match cx.model.destination {
        Destination::Run(_) => true,
        Destination::Agenda => !cx.model.fetching && start::under_way(cx.model, cx.now).is_some(),
    }
}

/// Puts the tool into the running plan, where it is looked for or after the block that runs, and says so; answers its id,
/// nothing when that was refused in words.
pub fn into_run(tool: &Tool, variant: Variant, cx: &mut Cx<'_>) -> Option<BlockId> {
    let after = match cx.model.destination {
        Destination::Run(after) => after,
        Destination::Agenda => None,
    };
    ahead::tool(tool, variant, after, cx)
}

/// Makes the tool a favourite, or no longer one, and says so.
pub fn turn_favourite(tool: &Tool, cx: &mut Cx<'_>) {
    let is_one = cx.model.facts.shelf.turn(&tool.id);
    let words = if is_one { FAVOURITE } else { NO_FAVOURITE };
    let text = words.with(cx.model.lang, tool.name.pick(cx.model.lang));
    cx.model.notify(text, cx.now);
}

/// What was put in, after what where there is room for it, and where that can be undone.
fn told(name: &str, cx: &Cx<'_>) -> String {
    let (model, lang) = (&*cx.model, cx.model.lang);
    if runs(model, cx.now) {
        return model.say(RUNS).to_owned();
    }
    let agenda = model.agenda().map(|(_, agenda)| agenda);
    let before = agenda.zip(model.picked).and_then(|(agenda, id)| agenda.blocks.get(agenda.place(id)?.checked_sub(1)?));
    let undo = model.say(if cx.undo == Undo::Here { UNDOES } else { UNDOES_IN_AGENDA });
    let room = usize::from(cx.area.width.saturating_sub(2));
    let after = before.map(|before| ADDED_AFTER.with2(lang, name, &before.title) + undo);
    after.filter(|whole| whole.width() <= room).unwrap_or_else(|| {
        let taken = ADDED.with(lang, undo).width();
        ADDED.with(lang, paint::cut(name, room.saturating_sub(taken).max(1))) + undo
    })
}

/// Puts the block into the open agenda and chooses it; answers whether there was room.
pub fn block(block: Block, cx: &mut Cx<'_>) -> bool {
    open_one(cx.model);
    let Some((_, agenda)) = cx.model.agenda() else { return false };
    if agenda.blocks.len() >= MOST_BLOCKS {
        cx.model.notify(FULL.with(cx.model.lang, MOST_BLOCKS), cx.now);
        return false;
    }
    let after = cx.model.picked.or_else(|| last_before_closing(agenda));
    cx.model.picked = cx.model.edit(|agenda| agenda.insert(block, after));
    true
}

/// The last block that is not the closing at the end.
fn last_before_closing(agenda: &Agenda) -> Option<BlockId> {
    agenda.blocks.iter().rev().find(|block| block.kind != Kind::Closing).map(|block| block.id)
}

fn open_one(model: &mut Model) {
    if model.agenda().is_none() {
        create(model, model.say(FIRST));
    }
}

/// Makes an empty agenda with this title and opens it.
pub fn create(model: &mut Model, title: &str) {
    let agenda = Agenda::new(title, model.lang);
    put(model, agenda);
}

/// Keeps `agenda` under a name made from its title, and opens it.
pub fn put(model: &mut Model, agenda: Agenda) {
    let name = AgendaName::for_title(&agenda.title, |name| model.facts.agendas.contains_key(name));
    model.facts.agendas.insert(name.clone(), agenda);
    open(model, name);
}

/// What is said when an agenda is opened that is held in nynorsk where the catalogue has no more than bokmål.
#[must_use]
pub fn gaps(agenda: &Agenda) -> Option<Words> {
    let falls_back = |text: &Text| text.picked(agenda.lang).is_some_and(|lang| lang != agenda.lang);
    let mut parts = agenda.blocks.iter().flat_map(|block| &block.parts);
    (agenda.lang == Lang::Nn && parts.any(|part| falls_back(&part.say))).then_some(GAPS)
}

/// Opens the agenda of this name.
pub fn open(model: &mut Model, name: AgendaName) {
    model.facts.settings.open = Some(name);
    model.picked = None;
}

const GAPS: Words = words(
    "Oppgaver uten nynorsk står på bokmål på veggen.",
    "Oppgåver utan nynorsk står på bokmål på veggen.",
    "Tasks without nynorsk stand in bokmål on the wall.",
);
const ADDED: Words = words("Lagt til: {}", "Lagt til: {}", "Added: {}");
const ADDED_AFTER: Words = words("Lagt til: {}, etter «[]»", "Lagt til: {}, etter «[]»", "Added: {}, after “[]”");
const UNDOES: Words = keyed!([agenda::key("agenda.undo")], words("; ^ angrer", "; ^ angrar", "; ^ undoes it"));
const UNDOES_IN_AGENDA: Words = keyed!(
    [agenda::key("agenda.undo")],
    words("; ^ i Kjøreplan angrer", "; ^ i Køyreplan angrar", "; ^ in Agenda undoes it")
);
const FAVOURITE: Words = words("★ {} er en favoritt", "★ {} er ein favoritt", "★ {} is a favourite");
const NO_FAVOURITE: Words =
    words("{} er ikke lenger en favoritt", "{} er ikkje lenger ein favoritt", "{} is no longer a favourite");
const ASKS: Words = words(" · trenger et spørsmål", " · treng eit spørsmål", " · needs a question");
const RUNS: Words = words(
    "Lagt i kjøreplanen. Samlingen i gang endres ikke.",
    "Lagt i køyreplanen. Samlinga i gang blir ikkje endra.",
    "Added to the agenda. The running session is unchanged.",
);
const FIRST: Words = words("Ny kjøreplan", "Ny køyreplan", "New agenda");
const FULL: Words =
    words("Kjøreplanen er full ({} økter)", "Køyreplanen er full ({} økter)", "The agenda is full ({} blocks)");
