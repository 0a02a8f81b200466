//! One frame after the other: the cells that differ from what stands on the terminal are sent, and no others.

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use std::iter::zip;

/// What stands on a terminal, and room for the frame after it.
#[derive(Debug, Default)]
pub struct Frames {
    shown: Buffer,
    next: Buffer,
}

impl Frames {
    /// Frames of this size, on a terminal that is empty now.
    #[must_use]
    pub fn sized(area: Rect) -> Frames {
        Frames { shown: Buffer::empty(area), next: Buffer::empty(area) }
    }

    /// Where frames are drawn.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.next.area
    }

    /// Draws a frame. The picture has to draw every cell, since it finds a frame from before, and answers where the cursor
    /// stands; without an answer none is shown.
    ///
    /// # Errors
    /// Those of `terminal`.
    pub fn draw<B: Backend>(
        &mut self,
        terminal: &mut B,
        picture: impl FnOnce(Rect, &mut Buffer) -> Option<Position>,
    ) -> Result<(), B::Error> {
        let cursor = picture(self.next.area, &mut self.next);
        terminal.hide_cursor()?;
        terminal.draw(changes(&self.shown, &self.next).into_iter())?;
        std::mem::swap(&mut self.shown, &mut self.next);
        if let Some(cursor) = cursor {
            terminal.set_cursor_position(cursor)?;
            terminal.show_cursor()?;
        }
        terminal.flush()
    }
}

/// The cells to send, row by row.
fn changes<'a>(shown: &'a Buffer, next: &'a Buffer) -> Vec<(u16, u16, &'a Cell)> {
    let columns = usize::from(next.area.width).max(1);
    let rows = zip(shown.content.chunks(columns), next.content.chunks(columns));
    let (left, mut sent) = (next.area.x, Vec::with_capacity(next.content.len()));
    for (y, (shown, next)) in zip(next.area.y.., rows) {
        let Some(first) = zip(shown, next).position(|(shown, next)| !is_same(shown, next)) else { continue };
        let is_plain = next.iter().take(first).all(|cell| cell.symbol().len() <= NARROW);
        sent.extend(changed(if is_plain { first } else { 0 }, (shown, next)).map(|(x, cell)| (left + x, y, cell)));
    }
    sent
}

/// The cells of a row from `start` on to send, and where they stand in it. What a wide symbol covers is not sent; what one
/// covered that stood there before is. No symbol before `start` covers any from there on.
fn changed<'a>(start: usize, (shown, next): (&'a [Cell], &'a [Cell])) -> impl Iterator<Item = (u16, &'a Cell)> {
    let (mut covered, mut bared) = (0, 0_u16);
    zip(0.., zip(shown, next)).skip(start).filter_map(move |(at, (shown, next))| {
        let (old, new) = (shown.symbol(), next.symbol());
        let differs = !same_symbol(old, new) || !look_alike(shown, next);
        let is_plain = old.len().max(new.len()) <= NARROW && (covered, bared) == (0, 0);
        if is_plain {
            return differs.then_some((at, next));
        }
        let is_sent = covered == 0 && (differs || bared > 0);
        covered = if covered > 0 { covered - 1 } else { beyond(new) };
        bared = beyond(old).max(bared.saturating_sub(1));
        is_sent.then_some((at, next))
    })
}

/// What is written in so many bytes at most is no wider than a cell.
const NARROW: usize = 2;

/// How many cells after its own a symbol takes.
fn beyond(symbol: &str) -> u16 {
    if symbol.len() <= NARROW { 0 } else { symbol.cell_width().saturating_sub(1) }
}

fn is_same(one: &Cell, other: &Cell) -> bool {
    same_symbol(one.symbol(), other.symbol()) && look_alike(one, other)
}

/// Most symbols are one letter, and compared as such.
#[inline]
fn same_symbol(one: &str, other: &str) -> bool {
    match (one.as_bytes(), other.as_bytes()) {
        ([one], [other]) => one == other,
        (one, other) => one == other,
    }
}

#[inline]
fn look_alike(one: &Cell, other: &Cell) -> bool {
    one.fg == other.fg && one.bg == other.bg && one.modifier == other.modifier
}
