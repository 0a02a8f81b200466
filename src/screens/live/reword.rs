//! Other words for the block that runs: its title, its question and its private note. Its time has keys of its own.

use super::replan::{CHANGED, NOTED};
use crate::domain::agenda::Block;
use crate::domain::session::PlanEdit;
use crate::domain::text::{Line, Words, words};
use crate::screen::{Cx, Go};
use crate::screens::form::{Answers, Entry, Form, SAVE};
use crate::screens::{ahead, live};
use crate::ui::input::Field;
use crate::ui::keyed::keyed;

/// The rows of the form.
const TITLE: usize = 0;
const QUESTION: usize = 1;
const NOTE: usize = 2;

/// Opens the form for the words of `block`, which has its private texts with it.
pub(super) fn ask(block: Block, cx: &mut Cx<'_>) {
    let entries = vec![
        Entry::text(L_TITLE, H_TITLE, &block.title),
        Entry::prose(L_QUESTION, H_QUESTION, &block.question),
        Entry::prose(L_NOTE, H_NOTE, &block.note),
    ];
    let form = Form::new(HEAD, entries, move |answers, cx| {
        keep(&block, filled(&block, answers), cx);
        Ok(())
    });
    cx.go = Some(Go::Over(Box::new(form.at(QUESTION))));
}

/// The block with the words of the form; without a title it keeps the one that it has.
fn filled(block: &Block, answers: &Answers<'_>) -> Block {
    let title = Line::clean(answers.text(TITLE));
    Block {
        title: if title.is_empty() { block.title.clone() } else { title },
        question: Line::clean(answers.text(QUESTION)),
        note: answers.field(NOTE).map(Field::prose).unwrap_or_default(),
        ..block.clone()
    }
}

/// Keeps the words; a note alone changes nothing that runs.
fn keep(old: &Block, new: Block, cx: &mut Cx<'_>) {
    if (&old.title, &old.question) == (&new.title, &new.question) {
        ahead::keep_texts(new, cx);
        return cx.notify(NOTED);
    }
    let title = new.title.clone();
    if ahead::edit(PlanEdit::Reword(new.id, new.title.clone(), new.question.clone()), cx) {
        ahead::keep_texts(new, cx);
        ahead::tell(CHANGED, &title, cx);
    }
}

const HEAD: Words = words("Økten som er i gang", "Økta som er i gang", "The block that runs");
const L_TITLE: Words = words("Tittel", "Tittel", "Title");
const L_QUESTION: Words = words("Spørsmål", "Spørsmål", "Question");
const L_NOTE: Words = words("Privat notat", "Privat notat", "Private note");
const H_TITLE: Words = keyed!(
    [live::key("live.more"), live::key("live.less")],
    words(
        "Det som står i kjøreplanen og på veggen. Tiden endrer du med ^ og ^.",
        "Det som står i køyreplanen og på veggen. Tida endrar du med ^ og ^.",
        "What the agenda and the wall show. Its time is changed with ^ and ^."
    )
);
const H_QUESTION: Words = keyed!(
    [SAVE, live::key("live.undo")],
    words(
        "Vises stort på veggen, over instruksen. ^ lagrer, ^ angrer.",
        "Blir vist stort på veggen, over instruksen. ^ lagrar, ^ angrar.",
        "Shown large on the wall, above the instruction. ^ saves, ^ undoes it."
    )
);
const H_NOTE: Words = words(
    "Bare for deg: vises aldri i rommet.",
    "Berre for deg: blir aldri vist i rommet.",
    "For you alone: never shown to the room.",
);
