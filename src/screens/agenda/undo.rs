//! Taking back the last change to an agenda, and saying in words what that was.

use crate::domain::agenda::{Agenda, Block, BlockId};
use crate::domain::text::{Lang, Words, words};
use crate::screen::Cx;

/// Takes back the last change and says what it was.
pub fn undo(cx: &mut Cx<'_>) {
    let open = |cx: &Cx<'_>| cx.model.agenda().map(|(_, agenda)| agenda.clone());
    let before = open(cx);
    if !cx.model.undo_edit() {
        return cx.notify(NOTHING);
    }
    let told = before.zip(open(cx)).map(|(before, after)| what(&before, &after, cx.model.lang));
    let told = told.unwrap_or_else(|| cx.model.say(UNDONE).to_owned());
    cx.model.notify(told, cx.now);
}

/// What makes `after`, which stands again, different from `before`.
fn what(before: &Agenda, after: &Agenda, lang: Lang) -> String {
    let missing_in = |agenda: &Agenda, block: &&Block| agenda.block(block.id).is_none();
    let changed = |block: &&Block| before.block(block.id).is_some_and(|other| other != *block);
    let order = |agenda: &Agenda| agenda.blocks.iter().map(|block| block.id).collect::<Vec<BlockId>>();
    if before.title != after.title {
        TITLED.with(lang, &after.title)
    } else if let Some(block) = after.blocks.iter().find(|block| missing_in(before, block)) {
        BACK.with(lang, &block.title)
    } else if let Some(block) = before.blocks.iter().find(|block| missing_in(after, block)) {
        OUT.with(lang, &block.title)
    } else if let Some(block) = after.blocks.iter().find(changed) {
        CHANGED.with(lang, &block.title)
    } else if order(before) != order(after) {
        MOVED.pick(lang).to_owned()
    } else {
        UNDONE.pick(lang).to_owned()
    }
}

const NOTHING: Words = words("Det er ingenting å angre", "Det er ikkje noko å angre", "There is nothing to undo");
const UNDONE: Words = words("Angret", "Angra", "Undone");
const TITLED: Words = words("Angret: nå står «{}» her", "Angra: no står «{}» her", "Undone: this is “{}” again");
const BACK: Words = words("Angret: «{}» er tilbake", "Angra: «{}» er tilbake", "Undone: “{}” is back");
const OUT: Words = words("Angret: «{}» er ute igjen", "Angra: «{}» er ute att", "Undone: “{}” is out again");
const CHANGED: Words = words("Angret: endringen i «{}»", "Angra: endringa i «{}»", "Undone: the change to “{}”");
const MOVED: Words = words("Angret: flyttingen", "Angra: flyttinga", "Undone: the move");
