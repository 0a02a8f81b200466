//! A grid of dots, four to a cell (two beside, two above each other), painted with quadrant blocks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;

/// The blocks by which of their quarters are filled: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
const BLOCKS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

/// Dots that are on or off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Canvas {
    width: usize,
    height: usize,
    dots: Vec<bool>,
}

impl Canvas {
    /// An empty canvas of so many dots.
    pub fn new(width: usize, height: usize) -> Canvas {
        Canvas { width, height, dots: vec![false; width * height] }
    }

    /// Turns a dot on; outside the canvas nothing happens.
    pub fn set(&mut self, x: usize, y: usize) {
        if x < self.width
            && let Some(dot) = self.dots.get_mut(y * self.width + x)
        {
            *dot = true;
        }
    }

    fn on(&self, x: usize, y: usize) -> bool {
        x < self.width && self.dots.get(y * self.width + x).copied().unwrap_or(false)
    }

    /// The cells it covers.
    pub fn cells(&self) -> Size {
        let cells = |dots: usize| u16::try_from(dots.div_ceil(2)).unwrap_or(u16::MAX);
        Size { width: cells(self.width), height: cells(self.height) }
    }

    /// Paints the dots from the upper left corner of `place`; cells without dots keep what they had.
    pub fn paint(&self, place: Rect, style: Style, buf: &mut Buffer) {
        for cell in place.positions() {
            let (x, y) = (usize::from(cell.x - place.x) * 2, usize::from(cell.y - place.y) * 2);
            let quarters = [(x, y, 1), (x + 1, y, 2), (x, y + 1, 4), (x + 1, y + 1, 8)];
            let filled: usize = quarters.into_iter().filter(|(x, y, _)| self.on(*x, *y)).map(|(_, _, bit)| bit).sum();
            if filled > 0
                && let (Some(target), Some(block)) = (buf.cell_mut(cell), BLOCKS.get(filled))
            {
                target.set_char(*block).set_style(style);
            }
        }
    }
}
