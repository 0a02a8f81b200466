//! The help: the keys of the screen below and those that hold everywhere, made from their tables.

use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::model::Model;
use crate::screen::{Binding, Cx, HelpRow, Screen};
use crate::screens::moves::{self, Moves};
use crate::ui::list::Move;
use crate::ui::theme::{Tone, style};
use crate::ui::{keybar, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub const TITLE: Words = words("Hjelp", "Hjelp", "Help");
pub const EVERYWHERE: Words = words("Overalt", "Overalt", "Everywhere");

/// Tables of keys with their headings, as they applied when the help was opened: what works then comes first.
#[derive(Debug, Default)]
pub struct Help {
    sections: Vec<(Words, Vec<HelpRow>)>,
    scroll: usize,
}

/// The columns that keys take.
const KEY_COLUMNS: usize = 20;

impl Help {
    #[must_use]
    pub fn of(mut sections: Vec<(Words, Vec<HelpRow>)>) -> Help {
        for (_, rows) in &mut sections {
            rows.sort_by_key(|row| !row.live);
        }
        Help { sections, scroll: 0 }
    }

    /// Heading, rows and an empty line for each table.
    fn lines(&self, model: &Model, width: u16) -> Vec<Line<'static>> {
        let section = |(title, rows): &(Words, Vec<HelpRow>)| {
            let head = Line::styled(model.say(*title), style(model, Tone::Title));
            let rows = rows.iter().flat_map(|row| lines_of(model, row, usize::from(width)));
            std::iter::once(head).chain(rows).chain([Line::default()]).collect::<Vec<_>>()
        };
        self.sections.iter().flat_map(section).collect()
    }
}

/// A row of a table; what does not fit beside its keys goes on below.
fn lines_of(model: &Model, row: &HelpRow, width: usize) -> Vec<Line<'static>> {
    let (keys, words) = if row.live { (Tone::Accent, Tone::Text) } else { (Tone::Quiet, Tone::Quiet) };
    let off = if row.live { "" } else { model.say(NOT_NOW) };
    let told = paint::wrap(&format!("{}{off}", model.say(row.help)), width.saturating_sub(KEY_COLUMNS + 2));
    let shown = paint::wrap(&keybar::labels(row.keys, model.lang), KEY_COLUMNS - 2);
    let at = |lines: &[String], index: usize| lines.get(index).cloned().unwrap_or_default();
    let line = |index: usize| {
        Line::from(vec![
            Span::styled(
                format!("{} ", paint::pad(&format!("  {}", at(&shown, index)), KEY_COLUMNS)),
                style(model, keys),
            ),
            Span::styled(at(&told, index), style(model, words)),
        ])
    };
    (0..told.len().max(shown.len())).map(line).collect()
}

impl Moves for Help {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let page = usize::from(cx.area.height);
        let count = self.lines(cx.model, paint::inset(cx.area, 1).width).len();
        self.scroll = step.from(self.scroll, count.saturating_sub(page) + 1, page);
    }
}

impl Screen for Help {
    const KEYS: &'static [Binding<Help>] = moves::text!("help");

    fn title(&self) -> Words {
        TITLE
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        let area = paint::inset(area, 1);
        let lines = self.lines(model, area.width);
        let start = self.scroll.min(lines.len().saturating_sub(usize::from(area.height)));
        paint::lines(lines.iter().skip(start), area, buf);
        paint::more(model, &(start..start + usize::from(area.height)), lines.len(), area, buf);
    }
}

const NOT_NOW: Words = words(" (ikke nå)", " (ikkje no)", " (not now)");
