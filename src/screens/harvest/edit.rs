//! The form for one note: its words, its kind, who sees to it and by when.

use crate::domain::harvest::NoteKind;
use crate::domain::text::{Line, Words, words};
use crate::model::Source;
use crate::screen::{Cx, Go};
use crate::screens::form::{Entry, Fault, Form, LEAVE, SAVE, TURN};
use crate::ui::keyed::keyed;

/// The rows of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    Text,
    Kind,
    Who,
    When,
}

/// Opens the form with this row chosen.
pub fn open(source: &Source, place: usize, row: Row, cx: &mut Cx<'_>) {
    let Some(note) = cx.model.notes(source).get(place).cloned() else { return };
    let kind = NoteKind::ALL.iter().position(|kind| *kind == note.kind).unwrap_or(0);
    let entries = vec![
        Entry::prose(L_TEXT, H_TEXT, &note.text),
        Entry::choice(L_KIND, H_KIND, NoteKind::ALL.map(NoteKind::words).to_vec(), kind),
        Entry::text(L_WHO, H_WHO, &note.who),
        Entry::text(L_WHEN, H_WHEN, &note.when),
    ];
    let source = source.clone();
    let form = Form::new(TITLE, entries, move |answers, cx| {
        let line = |row: Row| Line::clean(answers.text(row as usize));
        let text = line(Row::Text);
        if text.is_empty() {
            return Err(Fault { row: Row::Text as usize, text: cx.model.say(NO_WORDS).to_owned() });
        }
        let kind = NoteKind::ALL.get(answers.chosen(Row::Kind as usize)).copied().unwrap_or_default();
        cx.model.change_note(&source, place, |note| {
            (note.text, note.kind, note.who, note.when) = (text, kind, line(Row::Who), line(Row::When));
        });
        Ok(())
    });
    cx.go = Some(Go::Over(Box::new(form.at(row as usize))));
}

const TITLE: Words = words("Endre notatet", "Endre notatet", "Edit the note");
const L_TEXT: Words = words("Tekst", "Tekst", "Text");
const L_KIND: Words = words("Type", "Type", "Kind");
const L_WHO: Words = words("Hvem", "Kven", "Who");
const L_WHEN: Words = words("Når", "Når", "When");
const H_TEXT: Words = keyed!(
    [SAVE],
    words(
        "Det som ble sagt eller skal huskes. ^ lagrer.",
        "Det som vart sagt eller skal hugsast. ^ lagrar.",
        "What was said, or should be remembered. ^ saves."
    )
);
const H_KIND: Words = keyed!(
    TURN,
    words(
        "^ og ^ velger. Et stille notat ser bare dere som leder.",
        "^ og ^ vel. Eit stille notat ser berre de som leier.",
        "^ and ^ choose. Only the facilitators see a silent note."
    )
);
const H_WHO: Words = words(
    "Den som tar det videre; et navn, en gruppe, eller tomt.",
    "Den som tek det vidare; eit namn, ei gruppe, eller tomt.",
    "Who takes it further; a name, a group, or empty.",
);
const H_WHEN: Words = words(
    "Innen når: fredag, 12. mars, neste samling.",
    "Innan når: fredag, 12. mars, neste samling.",
    "By when: Friday, 12 March, the next gathering.",
);
const NO_WORDS: Words = keyed!(
    [LEAVE],
    words(
        "Her må det stå noe. ^ lar notatet være som det var.",
        "Her må det stå noko. ^ lèt notatet vere som det var.",
        "There must be something here. ^ leaves the note as it was."
    )
);
