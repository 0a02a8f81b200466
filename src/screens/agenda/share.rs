//! Sharing the open agenda as a run sheet in a file, or a session as its minutes, with the private notes or without.

use crate::domain::agenda::Notes;
use crate::domain::text::{Words, words};
use crate::model::Source;
use crate::screen::{Cx, Effect, Go};
use crate::screens::ask::{Ask, Choice};

/// Asks for whom the run sheet is, and has it written.
pub fn ask(cx: &mut Cx<'_>) {
    if cx.model.is_rehearsal() {
        return cx.notify(REHEARSAL);
    }
    let title = cx.model.agenda().map(|(_, agenda)| agenda.title.to_string()).unwrap_or_default();
    let choice = |words: Words, notes: Notes| {
        Choice::new(cx.model.say(words), move |cx: &mut Cx<'_>| cx.effects.push(Effect::Export(notes)))
    };
    let choices = vec![choice(FOR_ALL, Notes::Kept), choice(FOR_LEADERS, Notes::Told)];
    cx.go = Some(Go::Over(Box::new(Ask::new(TITLE, title, choices))));
}

const TITLE: Words = words(
    "Til en fil du kan sende eller skrive ut",
    "Til ei fil du kan sende eller skrive ut",
    "To a file you can mail or print",
);
const FOR_ALL: Words = words(
    "Uten de private notatene: kan deles med alle",
    "Utan dei private notata: kan delast med alle",
    "Without your private notes: for anyone",
);
const FOR_LEADERS: Words = words(
    "Med private notater og råd: for deg som leder",
    "Med private notat og råd: for deg som leier",
    "With private notes and advice: for facilitators",
);
/// Asks for whom the minutes of a session are, and has them written; those of a rehearsal are not kept.
pub fn ask_minutes(cx: &mut Cx<'_>, source: &Source) {
    if cx.model.is_rehearsal() || *source == Source::Rehearsed {
        return cx.notify(REHEARSAL);
    }
    let Some((session, _)) = cx.model.of_source(source) else { return };
    let title = session.plan.title.to_string();
    let choice = |words: Words, notes: Notes| {
        let source = source.clone();
        let write = move |cx: &mut Cx<'_>| cx.effects.push(Effect::Minutes(source.clone(), notes));
        Choice::new(cx.model.say(words), write)
    };
    let choices = vec![choice(SHARED_NOTES, Notes::Kept), choice(ALL_NOTES, Notes::Told)];
    cx.go = Some(Go::Over(Box::new(Ask::new(TITLE, title, choices))));
}

const SHARED_NOTES: Words = words(
    "Uten de stille notatene: kan deles med alle",
    "Utan dei stille notata: kan delast med alle",
    "Without the silent notes: for anyone",
);
const ALL_NOTES: Words = words(
    "Med de stille notatene: for dere som leder",
    "Med dei stille notata: for dykk som leier",
    "With the silent notes: for facilitators",
);
const REHEARSAL: Words = words(
    "En øving skriver ingen filer; avslutt den først",
    "Ei øving skriv ingen filer; avslutt ho først",
    "A rehearsal writes no files; end it first",
);
