//! The help: the keys of the screen below and those that hold everywhere, made from their tables.

use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, HelpRow, Screen};
use crate::ui::list::Move;
use crate::ui::theme::{Tone, style};
use crate::ui::{keybar, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub const TITLE: Words = words("Hjelp", "Hjelp", "Help");
pub const EVERYWHERE: Words = words("Overalt", "Overalt", "Everywhere");

/// Tables of keys with their headings, as they applied when the help was opened.
#[derive(Debug, Default)]
pub struct Help {
    sections: Vec<(Words, Vec<HelpRow>)>,
    scroll: usize,
}

/// The columns that keys take.
const KEY_COLUMNS: usize = 20;

impl Help {
    #[must_use]
    pub fn of(sections: Vec<(Words, Vec<HelpRow>)>) -> Help {
        Help { sections, scroll: 0 }
    }

    /// Heading, rows and an empty line for each table.
    fn count(&self) -> usize {
        self.sections.iter().map(|(_, rows)| rows.len() + 2).sum()
    }

    fn scroll(&mut self, step: Move, cx: &Cx<'_>) {
        let page = usize::from(cx.area.height);
        self.scroll = step.from(self.scroll, self.count().saturating_sub(page) + 1, page);
    }

    fn lines(&self, model: &Model) -> Vec<Line<'static>> {
        let section = |(title, rows): &(Words, Vec<HelpRow>)| {
            let head = Line::styled(model.say(*title), style(model, Tone::Title));
            let rows = rows.iter().map(|row| line(model, row));
            std::iter::once(head).chain(rows).chain([Line::default()]).collect::<Vec<_>>()
        };
        self.sections.iter().flat_map(section).collect()
    }
}

fn line(model: &Model, row: &HelpRow) -> Line<'static> {
    let (keys, words) = if row.live { (Tone::Accent, Tone::Text) } else { (Tone::Quiet, Tone::Quiet) };
    let shown = paint::pad(&format!("  {}", keybar::labels(row.keys, model.lang)), KEY_COLUMNS);
    let off = if row.live { "" } else { model.say(NOT_NOW) };
    Line::from(vec![
        Span::styled(format!("{shown} "), style(model, keys)),
        Span::styled(format!("{}{off}", model.say(row.help)), style(model, words)),
    ])
}

impl Screen for Help {
    const KEYS: &'static [Binding<Help>] = &[
        Binding {
            name: "help.down",
            keys: &[Key::of(Code::Down), Key::char('j')],
            help: words("ned", "ned", "down"),
            when: |_, _| true,
            run: |help, cx| help.scroll(Move::Down, cx),
        },
        Binding {
            name: "help.up",
            keys: &[Key::of(Code::Up), Key::char('k')],
            help: words("opp", "opp", "up"),
            when: |_, _| true,
            run: |help, cx| help.scroll(Move::Up, cx),
        },
        Binding {
            name: "help.page-down",
            keys: &[Key::of(Code::PageDown), Key::char(' ')],
            help: words("en side ned", "ei side ned", "a page down"),
            when: |_, _| true,
            run: |help, cx| help.scroll(Move::PageDown, cx),
        },
        Binding {
            name: "help.page-up",
            keys: &[Key::of(Code::PageUp)],
            help: words("en side opp", "ei side opp", "a page up"),
            when: |_, _| true,
            run: |help, cx| help.scroll(Move::PageUp, cx),
        },
        Binding {
            name: "help.top",
            keys: &[Key::of(Code::Home)],
            help: words("til toppen", "til toppen", "to the top"),
            when: |_, _| true,
            run: |help, cx| help.scroll(Move::First, cx),
        },
        Binding {
            name: "help.bottom",
            keys: &[Key::of(Code::End)],
            help: words("til bunnen", "til botnen", "to the bottom"),
            when: |_, _| true,
            run: |help, cx| help.scroll(Move::Last, cx),
        },
    ];

    fn title(&self) -> Words {
        TITLE
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        let area = paint::inset(area, 1);
        let lines = self.lines(model);
        let start = self.scroll.min(lines.len().saturating_sub(usize::from(area.height)));
        paint::lines(lines.iter().skip(start), area, buf);
        paint::more(model, &(start..start + usize::from(area.height)), lines.len(), area, buf);
    }
}

const NOT_NOW: Words = words(" (ikke nå)", " (ikkje no)", " (not now)");
