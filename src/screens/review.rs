//! The review (*tilbakeblikk*) of a session: planned against actual, block by block, and what was harvested. To be shown
//! to others: silent notes are not in it. Its lines are put together in `page`.

mod page;

pub use page::REHEARSED;

use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::Key;
use crate::model::{Model, Source};
use crate::screen::{Binding, Cx, Go, Mouse, Screen};
use crate::screens::agenda::share;
use crate::screens::harvest::Harvest;
use crate::screens::moves::{self, Moves};
use crate::ui::list::Move;
use crate::ui::paint;
use crate::ui::theme::Tone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub const TITLE: Words = words("Tilbakeblikk", "Tilbakeblikk", "Review");

/// The page, and how far down one has read.
#[derive(Debug, Default)]
pub struct Review {
    source: Source,
    scroll: usize,
}

impl Review {
    /// The review of this session.
    #[must_use]
    pub fn of(source: Source) -> Review {
        Review { source, ..Review::default() }
    }

    fn harvest(&mut self, cx: &mut Cx<'_>) {
        cx.go = Some(Go::Instead(Box::new(Harvest::of(self.source.clone()))));
    }
}

/// Bars that are further from their titles than this are not read as one row.
const WIDEST: u16 = 120;

fn measure(area: Rect) -> Rect {
    let room = paint::inset(area, 1);
    Rect { width: room.width.min(WIDEST), ..room }
}

impl Moves for Review {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let height = usize::from(cx.area.height);
        let count = page::lines(&self.source, cx.model, cx.now, measure(cx.area).width).len();
        let reach = count.saturating_sub(height) + 1;
        self.scroll = step.from(self.scroll.min(reach - 1), reach, height);
    }
}

impl Screen for Review {
    const KEYS: &'static [Binding<Review>] = &[
        Binding {
            name: "review.harvest",
            keys: &[Key::char('y')],
            help: words("nøtter og notater", "nøtter og notat", "questions and notes"),
            when: |review, model| model.of_source(&review.source).is_some(),
            run: Review::harvest,
        },
        Binding {
            name: "review.export",
            keys: &[Key::char('x'), Key::ctrl('x')],
            help: words("referat", "referat", "minutes"),
            when: |review, model| model.of_source(&review.source).is_some_and(|(session, _)| session.has_started()),
            run: |review, cx| share::ask_minutes(cx, &review.source),
        },
    ];
    const MOVES: &'static [Binding<Review>] = moves::text!("review");

    fn title(&self) -> Words {
        TITLE
    }

    fn mouse(&mut self, mouse: Mouse, _area: Rect, cx: &mut Cx<'_>) -> bool {
        self.wheel(mouse, cx)
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        paint::fill(model, Tone::Text, area, buf);
        let room = measure(area);
        let lines = page::lines(&self.source, model, now, room.width);
        let page = usize::from(room.height);
        let start = self.scroll.min(lines.len().saturating_sub(page));
        paint::lines(lines.iter().skip(start), room, buf);
        paint::more(model, &(start..start + page), lines.len(), area, buf);
    }
}
