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
        let mut differs = |(x, cell)| sent.push((area.x + x, y, cell));
        if is_narrow(zip(shown.1, next.1).fold(0, |all, (before, now)| all | before | now)) {
            zip(0.., zip(zip(shown.1, next.1), next.0))
                .filter(|(_, ((before, now), _))| before != now)
                .for_each(|(x, (_, cell))| differs((x, cell)));
        } else {
            changed(shown, next).for_each(differs);
        }
    }
    sent
}

/// The cells of a row to send, and where they stand in it. What a wide symbol covers is not sent; what one covered that
/// stood there before is.
fn changed<'a>(shown: Row<'a>, next: Row<'a>) -> impl Iterator<Item = (u16, &'a Cell)> {
    let (mut covered, mut bared) = (0, 0_u16);
    let cells = zip(zip(shown.0, next.0), zip(shown.1, next.1));
    zip(0.., cells).filter_map(move |(at, ((old, new), (before, now)))| {
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
    if symbol.len() <= NARROW { 0 } else { measured(symbol) }
}

/// [`beyond`] for the few symbols that have to be measured.
#[cold]
fn measured(symbol: &str) -> u16 {
    symbol.cell_width().saturating_sub(1)
}

fn is_same(one: &Cell, other: &Cell) -> bool {
    one.symbol() == other.symbol() && one.fg == other.fg && one.bg == other.bg && one.modifier == other.modifier
}

/// The number of a cell, unless its symbol is too long. The lowest byte says how many cells after its own the symbol takes.
#[inline]
fn glance(cell: &Cell) -> Option<Glance> {
    let symbol = match *cell.symbol().as_bytes() {
        [one] => u32::from_le_bytes([0, one, 0, 0]),
        [one, two] => u32::from_le_bytes([0, one, two, 0]),
        [one, two, three] => u32::from(measured(cell.symbol())) | u32::from_le_bytes([0, one, two, three]),
        _ => return None,
    };
    let colours = u64::from(number(cell.fg)) << 32 | u64::from(number(cell.bg));
    let look = u64::from(cell.modifier.bits()) << 32 | u64::from(symbol);
    Some(Glance::from(colours) << 64 | Glance::from(look))
}

/// Whether cells with these glances, together in one, have no symbol that takes more than its own.
#[inline]
fn is_narrow(glance: Glance) -> bool {
    glance.trailing_zeros() >= u8::BITS
}

/// A colour as a number of its own.
#[inline]
fn number(colour: Color) -> u32 {
    match colour {
        Color::Rgb(red, green, blue) => u32::from_le_bytes([17, red, green, blue]),
        Color::Indexed(index) => u32::from_le_bytes([18, index, 0, 0]),
        named => u32::from(named_number(named)),
    }
}

/// The number of a colour that has a name.
#[inline]
fn named_number(named: Color) -> u8 {
    match named {
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
        _ => 0, // the terminal's own; to name it, and those without a name, makes reading a frame a sixth dearer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_colour_has_a_number_of_its_own() {
        let named = "reset black red green yellow blue magenta cyan gray dark-gray light-red light-green light-yellow \
                     light-blue light-magenta light-cyan white";
        let mut numbers: BTreeSet<u32> =
            named.split_whitespace().filter_map(|name| name.parse().ok()).map(number).collect();
        numbers.extend((0..=255).map(|index| number(Color::Indexed(index))));
        numbers.extend([(0, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 0)].map(|(r, g, b)| number(Color::Rgb(r, g, b))));
        assert_eq!(numbers.len(), 17 + 256 + 4);
    }
}
