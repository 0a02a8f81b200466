//! The palette: every action with its key, found by typing a part of its name.

use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Face, Go, HelpRow, Screen, Typed};
use crate::screens::PLACES;
use crate::screens::moves::{self, Moves};
use crate::ui::input::{Field, Focus};
use crate::ui::list::{self, Move};
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, keybar, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub const TITLE: Words = words("Alle handlinger", "Alle handlingar", "All actions");

/// An action: the place it belongs to when that is not the screen below, and its row.
type Action = (Option<usize>, HelpRow);

/// A list of actions, narrowed by what is typed.
#[derive(Debug, Default)]
pub struct Palette {
    actions: Vec<Action>,
    field: Field,
    selected: usize,
}

/// The columns that a key takes.
const KEY_COLUMNS: usize = 11;

impl Palette {
    #[must_use]
    pub fn of(actions: Vec<Action>) -> Palette {
        Palette { actions, ..Palette::default() }
    }

    /// The actions whose name has every word: first what can be done now, and those that have the words in a row.
    fn found(&self, model: &Model) -> Vec<&Action> {
        let wanted = self.field.text().trim().to_lowercase();
        let hit = |action: &&Action| {
            let name = name(model, action).to_lowercase();
            wanted.split_whitespace().all(|word| name.contains(word))
        };
        let mut found: Vec<&Action> = self.actions.iter().filter(hit).collect();
        found.sort_by_key(|action| (is_off(action), !name(model, action).to_lowercase().contains(&wanted)));
        found
    }

    fn take(&mut self, cx: &mut Cx<'_>) {
        let chosen =
            self.found(cx.model).get(self.selected).and_then(|(place, row)| Some((*place, *row.keys.first()?)));
        if let Some((place, key)) = chosen {
            cx.go = Some(Go::Press(place, key));
        }
    }

    fn label(&self, model: &Model, index: usize, action: &Action) -> String {
        let key = action.1.keys.first().map(|key| keybar::label(*key, model.lang)).unwrap_or_default();
        let off = if is_off(action) { model.say(NOT_NOW) } else { "" };
        format!("{}{} {}{off}", list::mark(index, self.selected), paint::pad(&key, KEY_COLUMNS), name(model, action))
    }
}

/// Whether the action belongs to the screen below and does not apply there now.
fn is_off((place, row): &Action) -> bool {
    place.is_none() && !row.live
}

/// The action in words, with its place in front when it belongs to another one.
fn name(model: &Model, (place, row): &Action) -> String {
    let place = place.and_then(|place| PLACES.get(place)).map(|place| format!("{}: ", model.say(place.name)));
    format!("{}{}", place.unwrap_or_default(), model.say(row.help))
}

impl Moves for Palette {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        self.selected = step.from(self.selected, self.found(cx.model).len(), usize::from(cx.area.height));
    }
}

impl Screen for Palette {
    const KEYS: &'static [Binding<Palette>] = &[
        Binding {
            name: "palette.take",
            keys: &[Key::of(Code::Enter)],
            help: words("gjør det", "gjer det", "do it"),
            when: |palette, model| !palette.found(model).is_empty(),
            run: Palette::take,
        },
        moves::up_where_typed("palette.up"),
        moves::down_where_typed("palette.down"),
        moves::page_up("palette.page-up"),
        moves::page_down("palette.page-down"),
    ];

    fn title(&self) -> Words {
        TITLE
    }

    fn why_not(&self, _row: &str, _model: &Model) -> Option<Words> {
        Some(NOTHING)
    }

    fn face(&self) -> Face {
        Face::Dialog
    }

    fn typed(&mut self, typed: &Typed, _cx: &mut Cx<'_>) -> bool {
        let taken = self.field.typed(typed);
        if taken {
            self.selected = 0;
        }
        taken
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        let found = self.found(model);
        let height = u16::try_from(self.actions.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inner = dialog::frame(model, model.say(self.title()), (60, height), area, buf);
        self.field.view(model, Focus::Active, paint::row(inner, 0), buf);
        let rest = paint::below(inner, 2);
        if found.is_empty() {
            paint::text(model.say(NOTHING), style(model, Tone::Quiet), rest, buf);
        }
        let shown = list::window(self.selected..self.selected + 1, found.len(), usize::from(rest.height));
        for (at, (index, action)) in (0..).zip(found.iter().enumerate().skip(shown.start).take(shown.len())) {
            let tone = match (index == self.selected, is_off(action)) {
                (true, _) => Tone::Selected,
                (false, false) => Tone::Text,
                (false, true) => Tone::Quiet,
            };
            let label = paint::pad(&self.label(model, index, action), usize::from(rest.width));
            paint::text(&label, style(model, tone), paint::row(rest, at), buf);
        }
        paint::more(model, &shown, found.len(), rest, buf);
    }
}

const NOTHING: Words = words(
    "Ingen handling heter det. Prøv et annet ord.",
    "Inga handling heiter det. Prøv eit anna ord.",
    "No action is called that. Try another word.",
);
const NOT_NOW: Words = words(" (ikke nå)", " (ikkje no)", " (not now)");
