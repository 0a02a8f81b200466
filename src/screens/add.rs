//! Putting a block into the open agenda: after the row that was chosen last, or at the end; a first agenda is made when
//! there is none.

use crate::domain::agenda::{Agenda, AgendaName, Block, MOST_BLOCKS};
use crate::domain::text::{Words, words};
use crate::domain::tool::{Tool, Variant};
use crate::model::{Model, Role};
use crate::screen::Cx;

/// Whether this window may change agendas.
#[must_use]
pub fn may_edit(model: &Model) -> bool {
    model.role == Role::Writer
}

/// Puts the tool into the open agenda and says so.
pub fn tool(tool: &Tool, variant: Variant, cx: &mut Cx<'_>) {
    open_one(cx.model);
    let Some((_, agenda)) = cx.model.agenda() else { return };
    let people = agenda.people.unwrap_or(tool.usual_people());
    let block = Block::of_tool(tool, variant, people, agenda.lang);
    let (title, lang) = (agenda.title.to_string(), cx.model.lang);
    let name = tool.name.pick(lang).to_owned();
    if self::block(block, cx) {
        cx.model.notify(ADDED.with(lang, format!("«{name}» → «{title}»")), cx.now);
    }
}

/// Puts the block into the open agenda and chooses it; answers whether there was room.
pub fn block(block: Block, cx: &mut Cx<'_>) -> bool {
    open_one(cx.model);
    let after = cx.model.picked;
    let full = cx.model.agenda().is_none_or(|(_, agenda)| agenda.blocks.len() >= MOST_BLOCKS);
    if full {
        cx.notify(FULL);
        return false;
    }
    cx.model.picked = cx.model.edit(|agenda| agenda.insert(block, after));
    true
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

/// Opens the agenda of this name.
pub fn open(model: &mut Model, name: AgendaName) {
    model.facts.settings.open = Some(name);
    model.picked = None;
}

const ADDED: Words = words("Lagt til: {}", "Lagt til: {}", "Added: {}");
const FIRST: Words = words("Ny kjøreplan", "Ny køyreplan", "New agenda");
const FULL: Words =
    words("Kjøreplanen er full (500 økter)", "Køyreplanen er full (500 økter)", "The agenda is full (500 blocks)");
