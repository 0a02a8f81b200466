//! What the open agenda is for, in full: purpose, wanted result and evaluation, which its head shows a line of each.

use super::key;
use super::view::purposes;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Face, Mouse, Screen};
use crate::ui::keyed::keyed;
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The columns of text in the box.
const WIDTH: u16 = 66;

/// The text from this line on.
#[derive(Debug, Default)]
pub struct Aims {
    first: usize,
}

/// Whether there is anything to read.
pub fn are_written(model: &Model) -> bool {
    model.agenda().is_some_and(|(_, agenda)| !purposes(agenda).is_empty())
}

/// Each text under its heading, with an empty line between them.
fn lines(model: &Model, width: u16) -> Vec<Line<'static>> {
    let texts = model.agenda().map(|(_, agenda)| purposes(agenda)).unwrap_or_default();
    let mut lines = Vec::new();
    for (heading, text) in texts {
        lines.extend((!lines.is_empty()).then(Line::default));
        lines.push(Line::styled(model.say(heading), style(model, Tone::Title)));
        let wrapped = paint::wrap(text, usize::from(width)).into_iter();
        lines.extend(wrapped.map(|line| Line::styled(line, style(model, Tone::Text))));
    }
    lines
}

/// The text, and where it is drawn.
fn laid(model: &Model, area: Rect) -> (Vec<Line<'static>>, (u16, u16)) {
    let width = dialog::inside((WIDTH, 1), area).width;
    let lines = lines(model, width);
    let size = (WIDTH, u16::try_from(lines.len()).unwrap_or(u16::MAX));
    (lines, size)
}

impl Aims {
    /// On by so many lines, or back where that is negative; never beyond the last line.
    fn turn(&mut self, by: isize, cx: &Cx<'_>) {
        let (lines, size) = laid(cx.model, cx.area);
        let last = lines.len().saturating_sub(usize::from(dialog::inside(size, cx.area).height));
        self.first = self.first.saturating_add_signed(by).min(last);
    }
}

impl Screen for Aims {
    const KEYS: &'static [Binding<Aims>] = &[
        Binding {
            name: "aims.down",
            keys: &[Key::of(Code::Down), Key::char('j'), Key::of(Code::PageDown), Key::char(' ')],
            help: words("ned", "ned", "down"),
            when: |_, _| true,
            run: |aims, cx| aims.turn(3, cx),
        },
        Binding {
            name: "aims.up",
            keys: &[Key::of(Code::Up), Key::char('k'), Key::of(Code::PageUp)],
            help: words("opp", "opp", "up"),
            when: |_, _| true,
            run: |aims, cx| aims.turn(-3, cx),
        },
    ];

    fn title(&self) -> Words {
        TITLE
    }

    fn face(&self) -> Face {
        Face::Dialog
    }

    fn mouse(&mut self, mouse: Mouse, _area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp => self.turn(-1, cx),
            Mouse::WheelDown => self.turn(1, cx),
            Mouse::Click { .. } => return false,
        }
        true
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        let (lines, size) = laid(model, area);
        let inner = dialog::frame(model, model.say(TITLE), size, area, buf);
        let end = (self.first + usize::from(inner.height)).min(lines.len());
        let shown = self.first.min(end)..end;
        paint::lines(lines.get(shown.clone()).unwrap_or_default(), inner, buf);
        paint::more(model, &shown, lines.len(), inner, buf);
    }
}

const TITLE: Words = words("Det vi vil med samlingen", "Det vi vil med samlinga", "What the session is for");
/// Said where nothing of it is written.
pub const UNWRITTEN: Words = keyed!(
    [key("agenda.head")],
    words(
        "Kjøreplanen sier ikke hva den er til ennå; ^ skriver det.",
        "Køyreplanen seier ikkje kva han er til enno; ^ skriv det.",
        "The agenda does not say what it is for yet; ^ writes it."
    )
);
