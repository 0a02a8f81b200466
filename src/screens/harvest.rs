//! The harvest (*høst*) of a session: its nuts, decisions, quotes and notes, to tick off and to hand out, while it runs
//! and after. Silent notes are here too: this is the console. How a list is drawn is in `view`.

mod edit;
pub mod jot;
mod view;

use crate::domain::harvest::{Grouping, NoteKind, order};
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Key};
use crate::model::{How, Model, Role, Source};
use crate::screen::{Binding, Cx, Go, Mouse, Screen};
use crate::screens::moves::{self, Moves};
use crate::screens::review::Review;
use crate::ui::keyed::{key_of, keyed};
use crate::ui::list::Move;
use crate::ui::paint;
use crate::ui::theme::Tone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub const TITLE: Words = words("Nøtter og notater", "Nøtter og notat", "Questions and notes");

/// So many columns of a note are enough to know it by.
const SAID: usize = 30;

/// The list; which note is chosen is its row, counted from 0 in the order shown.
#[derive(Debug, Default)]
pub struct Harvest {
    source: Source,
    chosen: usize,
    grouping: Grouping,
}

impl Harvest {
    /// The harvest of this session.
    #[must_use]
    pub fn of(source: Source) -> Harvest {
        Harvest { source, ..Harvest::default() }
    }

    /// The places of the notes in the order shown.
    fn order(&self, model: &Model) -> Vec<usize> {
        order(model.notes(&self.source), self.grouping)
    }

    /// The row that is chosen; a list may have become shorter.
    fn row(&self, model: &Model) -> usize {
        self.chosen.min(model.notes(&self.source).len().saturating_sub(1))
    }

    /// The place of the chosen note.
    fn place(&self, model: &Model) -> Option<usize> {
        self.order(model).get(self.row(model)).copied()
    }

    /// Chooses the note in this place.
    fn choose(&mut self, place: usize, model: &Model) {
        let row = self.order(model).iter().position(|other| *other == place);
        self.chosen = row.unwrap_or(self.chosen);
    }

    fn tick(&mut self, cx: &mut Cx<'_>) {
        if let Some(place) = self.place(cx.model) {
            cx.model.change_note(&self.source, place, |note| note.done = !note.done);
        }
    }

    fn remove(&mut self, cx: &mut Cx<'_>) {
        if let Some(place) = self.place(cx.model) {
            self.chosen = self.row(cx.model);
            cx.model.remove_note(&self.source, place);
            cx.notify(REMOVED);
        }
    }

    fn undo(&mut self, cx: &mut Cx<'_>) {
        match cx.model.undo_note(&self.source) {
            None => cx.notify(NOTHING),
            Some((place, how)) => {
                self.choose(place, cx.model);
                let text = cx.model.notes(&self.source).get(place).map_or(String::new(), |note| note.text.to_string());
                let words = if how == How::Removed { BACK } else { UNCHANGED };
                cx.model.notify(words.with(cx.model.lang, paint::cut(&text, SAID)), cx.now);
            }
        }
    }

    fn regroup(&mut self, cx: &mut Cx<'_>) {
        let place = self.place(cx.model);
        self.grouping = match self.grouping {
            Grouping::ByKind => Grouping::ByTime,
            Grouping::ByTime => Grouping::ByKind,
        };
        if let Some(place) = place {
            self.choose(place, cx.model);
        }
    }

    fn edit(&mut self, cx: &mut Cx<'_>) {
        if let Some(place) = self.place(cx.model) {
            edit::open(&self.source, place, edit::Row::Text, cx);
        }
    }

    fn assign(&mut self, cx: &mut Cx<'_>) {
        if let Some(place) = self.place(cx.model) {
            edit::open(&self.source, place, edit::Row::Who, cx);
        }
    }

    fn take(&mut self, kind: NoteKind, cx: &mut Cx<'_>) {
        jot::open(kind, &self.source, cx);
    }

    fn look_back(&mut self, cx: &mut Cx<'_>) {
        cx.go = Some(Go::Instead(Box::new(Review::of(self.source.clone()))));
    }
}

fn may_write(harvest: &Harvest, model: &Model) -> bool {
    model.role == Role::Writer && model.of_source(&harvest.source).is_some()
}

fn may_change(harvest: &Harvest, model: &Model) -> bool {
    may_write(harvest, model) && !model.notes(&harvest.source).is_empty()
}

fn has_notes(harvest: &Harvest, model: &Model) -> bool {
    !model.notes(&harvest.source).is_empty()
}

type Run = fn(&mut Harvest, &mut Cx<'_>);

/// A key that changes the chosen note.
const fn change(name: &'static str, keys: &'static [Key], help: Words, run: Run) -> Binding<Harvest> {
    Binding { name, keys, help, when: may_change, run }
}

/// A key that takes a new note.
const fn taking(name: &'static str, keys: &'static [Key], help: Words, run: Run) -> Binding<Harvest> {
    Binding { name, keys, help, when: may_write, run }
}

/// A key that needs a note to be there.
const fn having(name: &'static str, keys: &'static [Key], help: Words, run: Run) -> Binding<Harvest> {
    Binding { name, keys, help, when: has_notes, run }
}

impl Moves for Harvest {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let count = cx.model.notes(&self.source).len();
        self.chosen = step.from(self.row(cx.model), count, usize::from(cx.area.height / 3));
    }

    fn can_step(&self, model: &Model) -> bool {
        has_notes(self, model)
    }
}

impl Screen for Harvest {
    const KEYS: &'static [Binding<Harvest>] = &[
        change("harvest.tick", &[Key::char(' ')], words("kryss av", "kryss av", "tick off"), Harvest::tick),
        change(
            "harvest.assign",
            &[Key::char('a')],
            words("hvem og når", "kven og når", "who and when"),
            Harvest::assign,
        ),
        change("harvest.edit", &[Key::of(Code::Enter), Key::char('e')], words("endre", "endre", "edit"), Harvest::edit),
        change(
            "harvest.remove",
            &[Key::char('d'), Key::of(Code::Delete)],
            words("slett", "slett", "delete"),
            Harvest::remove,
        ),
        taking("harvest.undo", &[Key::char('u')], words("angre", "angre", "undo"), Harvest::undo),
        having(
            "harvest.group",
            &[Key::char('g')],
            words("etter type, eller etter tid", "etter type, eller etter tid", "by kind, or by time"),
            Harvest::regroup,
        ),
        Binding {
            name: "harvest.review",
            keys: &[Key::char('x')],
            help: words("tilbakeblikk", "tilbakeblikk", "review"),
            when: |harvest, model| model.of_source(&harvest.source).is_some_and(|(session, _)| session.has_started()),
            run: Harvest::look_back,
        },
        taking("harvest.nut", jot::NUT, jot::TAKE_NUT, |harvest, cx| harvest.take(NoteKind::Nut, cx)),
        taking("harvest.decision", jot::DECISION, jot::TAKE_DECISION, |harvest, cx| {
            harvest.take(NoteKind::Decision, cx);
        }),
        taking("harvest.quote", jot::QUOTE, jot::TAKE_QUOTE, |harvest, cx| harvest.take(NoteKind::Quote, cx)),
        taking("harvest.note", jot::NOTE, jot::TAKE_NOTE, |harvest, cx| harvest.take(NoteKind::Note, cx)),
        taking("harvest.silent", jot::SILENT, jot::TAKE_SILENT, |harvest, cx| harvest.take(NoteKind::Silent, cx)),
    ];

    const MOVES: &'static [Binding<Harvest>] = moves::list!("harvest");

    fn title(&self) -> Words {
        TITLE
    }

    fn why_not(&self, row: &str, model: &Model) -> Option<Words> {
        if row == "harvest.review" {
            return Some(NO_REVIEW);
        }
        Some(NO_NOTES).filter(|_| model.notes(&self.source).is_empty())
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp | Mouse::WheelDown => return self.wheel(mouse, cx),
            Mouse::Click { column, row } => match view::row_at(self, cx.model, area, (column, row)) {
                Some(row) => self.chosen = row,
                None => return false,
            },
        }
        true
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        paint::fill(model, Tone::Text, area, buf);
        view::draw(self, model, area, buf);
    }
}

const NO_NOTES: Words = words(
    "Ingenting er notert ennå, så det er ikke noe å velge.",
    "Ingenting er notert enno, så det er ikkje noko å velje.",
    "Nothing has been noted yet, so there is nothing to choose.",
);
const NO_REVIEW: Words = words(
    "Tilbakeblikket begynner når samlingen er startet.",
    "Tilbakeblikket byrjar når samlinga er starta.",
    "The review begins once the session has started.",
);
const REMOVED: Words = keyed!(
    [key_of(Harvest::KEYS, "harvest.undo")],
    words("Slettet; ^ henter tilbake", "Sletta; ^ hentar tilbake", "Deleted; ^ brings it back")
);
const BACK: Words = words("Angret: «{}» er tilbake", "Angra: «{}» er tilbake", "Undone: “{}” is back");
const UNCHANGED: Words = words("Angret: «{}» står som før", "Angra: «{}» står som før", "Undone: “{}” is as it was");
const NOTHING: Words = words(
    "Ikke noe å angre: ingen notater er endret eller slettet",
    "Ikkje noko å angre: ingen notat er endra eller sletta",
    "Nothing to undo: no note has been changed or deleted",
);
