//! One frame after the other: the cells that differ from what stands on the terminal are sent, and no others.

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::Color;
use std::iter::zip;

/// What stands on a terminal, and room for the frame after it.
#[derive(Debug, Default)]
pub struct Frames {
    shown: Frame,
    next: Frame,
}

/// A frame, and what each of its cells is at a glance.
#[derive(Debug, Default)]
struct Frame {
    cells: Buffer,
    glances: Vec<Glance>,
    /// What all cells are here whose symbols are too long for a glance: the same in no other frame.
    long: Glance,
}

/// What stands in a cell and how it looks, in one number: cells with the same one are the same. Reading a cell takes far
/// longer than comparing numbers, so each is read once.
type Glance = u128;

/// The cells of a row, and their glances.
type Row<'a> = (&'a [Cell], &'a [Glance]);

impl Frames {
    /// Frames of this size, on a terminal that is empty now.
    #[must_use]
    pub fn sized(area: Rect) -> Frames {
        Frames { shown: Frame::empty(area, Glance::MAX), next: Frame::empty(area, Glance::MAX - 1) }
    }

    /// Where frames are drawn.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.next.cells.area
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
        let cursor = picture(self.area(), &mut self.next.cells);
        self.next.look();
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

impl Frame {
    fn empty(area: Rect, long: Glance) -> Frame {
        let mut empty = Frame { cells: Buffer::empty(area), glances: Vec::new(), long };
        empty.look();
        empty
    }

    /// Reads all cells.
    fn look(&mut self) {
        self.glances.clear();
        self.glances.extend(self.cells.content.iter().map(|cell| glance(cell).unwrap_or(self.long)));
    }

    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let columns = usize::from(self.cells.area.width).max(1);
        zip(self.cells.content.chunks(columns), self.glances.chunks(columns))
    }
}

/// The cells to send, row by row.
fn changes<'a>(shown: &'a Frame, next: &'a Frame) -> Vec<(u16, u16, &'a Cell)> {
    let area = next.cells.area;
    let mut sent = Vec::with_capacity(next.glances.len());
    for (y, (shown, next)) in zip(area.y.., zip(shown.rows(), next.rows())) {
        if shown.1 == next.1 {
            continue;
        }
        let first = zip(shown.1, next.1).position(|(before, now)| before != now).unwrap_or_default();
        let is_plain = next.1.iter().take(first).all(|glance| is_narrow(*glance));
        sent.extend(changed(if is_plain { first } else { 0 }, (shown, next)).map(|(x, cell)| (area.x + x, y, cell)));
    }
    sent
}

/// The cells of a row from `start` on to send, and where they stand in it. What a wide symbol covers is not sent; what one
/// covered that stood there before is. No symbol before `start` covers any from there on.
fn changed<'a>(start: usize, (shown, next): (Row<'a>, Row<'a>)) -> impl Iterator<Item = (u16, &'a Cell)> {
    let (mut covered, mut bared) = (0, 0_u16);
    let cells = zip(zip(shown.0, next.0), zip(shown.1, next.1));
    zip(0.., cells).skip(start).filter_map(move |(at, ((old, new), (before, now)))| {
        if is_narrow(*before) && is_narrow(*now) && (covered, bared) == (0, 0) {
            return (before != now).then_some((at, new));
        }
        let is_sent = covered == 0 && (bared > 0 || before != now && !is_same(old, new));
        covered = if covered > 0 { covered - 1 } else { beyond(new.symbol()) };
        bared = beyond(old.symbol()).max(bared.saturating_sub(1));
        is_sent.then_some((at, new))
    })
}

/// What is written in so many bytes at most is no wider than a cell.
const NARROW: usize = 2;

/// How many cells after its own a symbol takes.
fn beyond(symbol: &str) -> u16 {
    if symbol.len() <= NARROW { 0 } else { symbol.cell_width().saturating_sub(1) }
}

fn is_same(one: &Cell, other: &Cell) -> bool {
    one.symbol() == other.symbol() && one.fg == other.fg && one.bg == other.bg && one.modifier == other.modifier
}

/// The number of a cell, unless its symbol is too long. In the lowest byte is how many bytes the symbol has.
#[inline]
fn glance(cell: &Cell) -> Option<Glance> {
    let symbol = match *cell.symbol().as_bytes() {
        [one] => 1 | u32::from(one) << 8,
        [one, two] => 2 | u32::from(one) << 8 | u32::from(two) << 16,
        [one, two, three] => 3 | u32::from(one) << 8 | u32::from(two) << 16 | u32::from(three) << 24,
        _ => return None,
    };
    let colours = u64::from(number(cell.fg)) << 32 | u64::from(number(cell.bg));
    let look = u64::from(cell.modifier.bits()) << 32 | u64::from(symbol);
    Some(Glance::from(colours) << 64 | Glance::from(look))
}

#[inline]
fn is_narrow(glance: Glance) -> bool {
    glance & 0xff <= NARROW as Glance
}

/// A colour as a number of its own.
#[inline]
fn number(colour: Color) -> u32 {
    match colour {
        Color::Reset => 0,
        Color::Black => 1,
        Color::Red => 2,
        Color::Green => 3,
        Color::Yellow => 4,
        Color::Blue => 5,
        Color::Magenta => 6,
        Color::Cyan => 7,
        Color::Gray => 8,
        Color::DarkGray => 9,
        Color::LightRed => 10,
        Color::LightGreen => 11,
        Color::LightYellow => 12,
        Color::LightBlue => 13,
        Color::LightMagenta => 14,
        Color::LightCyan => 15,
        Color::White => 16,
        Color::Rgb(red, green, blue) => u32::from_le_bytes([17, red, green, blue]),
        Color::Indexed(index) => u32::from_le_bytes([18, index, 0, 0]),
    }
}
