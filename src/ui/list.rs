//! Lists without stored scroll: the rows in view follow from the selection and the height, so drawing changes nothing.

use std::ops::Range;

/// The mark in front of the selected row, so that it is seen without colour; as wide as [`NO_MARK`].
pub const MARK: &str = "▸ ";
pub const NO_MARK: &str = "  ";

/// The mark of a row.
#[must_use]
pub fn mark(index: usize, selected: usize) -> &'static str {
    if index == selected { MARK } else { NO_MARK }
}

/// The rows in view when `span` of `count` rows must be seen in `height`: held in the middle third where possible.
#[must_use]
pub fn window(span: Range<usize>, count: usize, height: usize) -> Range<usize> {
    let middle = span.start.midpoint(span.end);
    let last = count.saturating_sub(height);
    let first = middle.saturating_sub(height / 2).min(last);
    first..(first + height).min(count)
}

/// A move of the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

impl Move {
    /// Where the selection goes from `selected` in a list of `count` rows of which `page` are in view.
    #[must_use]
    pub fn from(self, selected: usize, count: usize, page: usize) -> usize {
        let last = count.saturating_sub(1);
        let page = page.saturating_sub(1).max(1);
        match self {
            Move::Up => selected.saturating_sub(1).min(last),
            Move::Down => (selected + 1).min(last),
            Move::PageUp => selected.saturating_sub(page).min(last),
            Move::PageDown => (selected + page).min(last),
            Move::First => 0,
            Move::Last => last,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_in_view() {
        for count in 1..30 {
            for height in 1..12 {
                for selected in 0..count {
                    let shown = window(selected..selected + 1, count, height);
                    assert!(shown.contains(&selected), "{selected} of {count} in {height}: {shown:?}");
                    assert_eq!(shown.len(), height.min(count));
                }
            }
        }
    }
}
