//! The lines of a page in one column, or side by side in two where the screen is wide, so that none is longer than is
//! comfortable to read. What stands in them is for the screens to say.

use crate::model::Model;
use crate::ui::page::PageLine;
use crate::ui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::ops::Range;

/// The narrowest of two columns.
const LEAST: u16 = 60;

/// The widest of two columns.
const MOST: u16 = 80;

/// Between two columns.
const GAP: u16 = 3;

/// The columns that `area` has room for, side by side.
fn areas(area: Rect) -> Vec<Rect> {
    if area.width < 2 * LEAST + GAP {
        return vec![Rect { width: area.width.min(paint::MEASURE), ..area }];
    }
    let width = ((area.width - GAP) / 2).min(MOST);
    [area.x, area.x + width + GAP].map(|x| Rect { x, width, ..area }).to_vec()
}

/// How wide a column in `area` is.
#[must_use]
pub fn width(area: Rect) -> u16 {
    areas(area).first().map_or(0, |column| column.width)
}

/// How many lines `area` has room for, in all its columns.
#[must_use]
pub fn room(area: Rect) -> usize {
    areas(area).len() * usize::from(area.height)
}

/// Which lines stand in which column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    columns: Vec<(Rect, Range<usize>)>,
    /// How many lines come after the last column.
    hidden: usize,
}

impl Spread {
    /// `lines` from `first` on in `area`. All of them are parted where a section begins, as evenly as that goes; few of
    /// them stay in one column.
    #[must_use]
    pub fn of(lines: &[PageLine], first: usize, area: Rect) -> Spread {
        let (areas, height) = (areas(area), usize::from(area.height));
        let (count, columns) = (lines.len(), areas.len());
        let fits = count <= columns * height;
        let (first, step) = if fits { (0, parted(lines, columns, height)) } else { (first, height) };
        let range = |index: usize| {
            let start = (first + index * step).min(count);
            let start = start + usize::from(index > 0 && lines.get(start).is_some_and(is_empty));
            start..if fits && index + 1 == columns { count } else { (start + step).min(count) }
        };
        let columns: Vec<(Rect, Range<usize>)> =
            areas.into_iter().enumerate().map(|(index, area)| (area, range(index))).collect();
        let last = columns.last().map_or(0, |(_, range)| range.end);
        Spread { columns, hidden: count - last }
    }

    pub fn draw(&self, lines: &[PageLine], buf: &mut Buffer) {
        for (area, range) in &self.columns {
            let shown = lines.get(range.clone()).unwrap_or_default().iter();
            paint::lines(shown.map(|line| &line.shown), *area, buf);
        }
    }

    /// Draws the lines, marked at the end when more would follow.
    pub fn draw_cut(&self, model: &Model, lines: &[PageLine], buf: &mut Buffer) {
        self.draw(lines, buf);
        let Some((area, range)) = self.columns.last().filter(|_| self.hidden > 0) else { return };
        let used = range.end.checked_sub(1).and_then(|last| lines.get(last)).map_or(0, |line| line.shown.width());
        paint::unfinished(model, used, paint::row(*area, area.height.saturating_sub(1)), buf);
    }

    /// What is left of `area` below the lines.
    #[must_use]
    pub fn below(&self, area: Rect) -> Rect {
        let tallest = self.columns.iter().map(|(_, range)| range.len()).max().unwrap_or(0);
        paint::below(area, u16::try_from(tallest).unwrap_or(area.height))
    }

    /// The line at a cell.
    #[must_use]
    pub fn line_at(&self, at: Position) -> Option<usize> {
        let (area, range) = self.columns.iter().find(|(area, _)| area.contains(at))?;
        let line = range.start + usize::from(at.y - area.y);
        range.contains(&line).then_some(line)
    }
}

/// After how many lines the second column begins when all of them have room: at the gap in front of a section that
/// leaves the columns most alike. The first holds all when it would be no more than half full.
fn parted(lines: &[PageLine], columns: usize, height: usize) -> usize {
    let count = lines.len();
    if columns < 2 || count <= height / 2 {
        return height.max(count);
    }
    let is_gap = |at: &usize| lines.get(*at).is_some_and(is_empty);
    let taller = |at: &usize| (*at).max(count - at - 1);
    let gap = (1..count.saturating_sub(1)).filter(is_gap).min_by_key(taller);
    gap.filter(|at| taller(at) <= height).map_or(height.min(count), |at| at + 1)
}

fn is_empty(line: &PageLine) -> bool {
    line.shown.width() == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::text::Line;

    /// Sections of so many lines, with an empty line in front of each but the first.
    fn page(sections: &[usize]) -> Vec<PageLine> {
        let line = |text: &'static str| PageLine { shown: Line::raw(text), link: None };
        let section = |(index, lines): (usize, &usize)| {
            let gap = (index > 0).then(|| line(""));
            gap.into_iter().chain((0..*lines).map(|_| line("ord"))).collect::<Vec<_>>()
        };
        sections.iter().enumerate().flat_map(section).collect()
    }

    fn spread(sections: &[usize], first: usize, (width, height): (u16, u16)) -> Vec<Range<usize>> {
        let spread = Spread::of(&page(sections), first, Rect::new(0, 0, width, height));
        spread.columns.into_iter().map(|(_, range)| range).collect()
    }

    #[test]
    fn a_page_is_parted_where_a_section_begins() {
        assert_eq!(spread(&[8, 10, 9], 0, (170, 20)), [0..20, 20..29]);
        assert_eq!(spread(&[3, 20], 0, (170, 20)), [0..4, 4..24]);
        assert_eq!(spread(&[30], 0, (170, 20)), [0..20, 20..30], "a section of its own is parted anywhere");
    }

    #[test]
    fn little_text_and_a_narrow_screen_have_one_column() {
        assert_eq!(spread(&[4, 4], 0, (170, 20)), [0..9, 9..9]);
        assert_eq!(spread(&[8, 10, 9], 2, (80, 20)).first(), Some(&(2..22)));
    }

    #[test]
    fn a_longer_page_is_read_on_through_the_columns() {
        assert_eq!(spread(&[50], 3, (170, 20)), [3..23, 23..43]);
    }

    #[test]
    fn no_column_begins_with_a_gap() {
        assert_eq!(spread(&[20, 40], 0, (170, 20)), [0..20, 21..41]);
    }

    #[test]
    fn no_column_is_wider_than_is_comfortable_to_read() {
        for wide in 1..400 {
            let widest = if wide < 2 * LEAST + GAP { paint::MEASURE } else { MOST };
            assert!(width(Rect::new(0, 0, wide, 10)) <= widest.min(wide), "{wide}");
        }
    }

    #[test]
    fn a_click_finds_its_line_in_either_column() {
        let spread = Spread::of(&page(&[8, 10, 9]), 0, Rect::new(2, 1, 170, 20));
        assert_eq!(spread.line_at(Position::new(2, 1)), Some(0));
        assert_eq!(spread.line_at(Position::new(90, 3)), Some(22));
        assert_eq!(spread.line_at(Position::new(83, 3)), None, "between the columns");
        assert_eq!(spread.line_at(Position::new(90, 15)), None, "below the text");
    }
}
