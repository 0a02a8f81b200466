//! Putting text into a frame: one line, cut with a mark where it does not fit, and wrapped prose. Every function
//! takes the area it may use and leaves the rest alone.

use crate::model::Model;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use std::ops::Range;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The widest column of running text that is comfortable to read.
pub const MEASURE: u16 = 90;

/// The row `index` of `area`; without height when it lies outside.
#[must_use]
pub fn row(area: Rect, index: u16) -> Rect {
    let inside = index < area.height;
    Rect { y: area.y.saturating_add(index), height: u16::from(inside), ..area }
}

/// `area` without its first `rows` rows.
#[must_use]
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// `area` with `columns` free to its left and right.
#[must_use]
pub fn inset(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width / 2);
    Rect { x: area.x + columns, width: area.width - 2 * columns, ..area }
}

/// `text` in at most `width` columns, with `…` for what is cut off.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 0;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used < width
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    if width > 0 {
        kept.push('…');
    }
    kept
}

/// `text` in exactly `width` columns.
#[must_use]
pub fn pad(text: &str, width: usize) -> String {
    let kept = cut(text, width);
    let space = " ".repeat(width.saturating_sub(kept.width()));
    kept + &space
}

/// Fills `area` with the background of `tone`.
pub fn fill(model: &Model, tone: Tone, area: Rect, buf: &mut Buffer) {
    ratatui::widgets::Clear.render(area.intersection(buf.area), buf);
    buf.set_style(area.intersection(buf.area), style(model, tone));
}

/// Draws one line in the first row of `area`, cut where it does not fit.
pub fn line(line: &Line<'_>, area: Rect, buf: &mut Buffer) {
    line.render(Rect { height: area.height.min(1), ..area }.intersection(buf.area), buf);
}

/// Draws `text` in the first row of `area`, with a mark where it is cut.
pub fn text(text: &str, look: Style, area: Rect, buf: &mut Buffer) {
    line(&Line::styled(cut(text, usize::from(area.width)), look), area, buf);
}

/// Draws `text` at the right end of the first row of `area`.
pub fn right(text: &str, look: Style, area: Rect, buf: &mut Buffer) {
    let width = u16::try_from(text.width()).unwrap_or(u16::MAX);
    if width <= area.width {
        line(&Line::styled(text.to_owned(), look), Rect { x: area.right() - width, width, ..area }, buf);
    }
}

/// Draws `text` in the middle of the first row of `area`, cut where it does not fit.
pub fn middle(text: &str, look: Style, area: Rect, buf: &mut Buffer) {
    let shown = Line::styled(cut(text, usize::from(area.width)), look);
    line(&shown.centered(), area, buf);
}

/// Draws `lines` from the top of `area` as far as they go.
pub fn lines<'a>(lines: impl IntoIterator<Item = &'a Line<'a>>, area: Rect, buf: &mut Buffer) {
    for (index, shown) in (0..area.height).zip(lines) {
        line(shown, row(area, index), buf);
    }
}

/// Marks at the right edge that there is more above or below the rows in view.
pub fn more(model: &Model, shown: &Range<usize>, count: usize, area: Rect, buf: &mut Buffer) {
    let look = style(model, Tone::Accent);
    if shown.start > 0 {
        right("↑", look, area, buf);
    }
    if shown.end < count {
        right("↓", look, row(area, area.height.saturating_sub(1)), buf);
    }
}

/// `text` broken into lines of at most `width` columns; every line break in it is kept.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, width.max(1)).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// `text` with the letters at `marks` (positions in characters) in the look of a match, the rest in `look`.
#[must_use]
pub fn marked(text: &str, marks: &[usize], look: Style, hit: Style) -> Vec<Span<'static>> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (place, letter) in text.chars().enumerate() {
        let style = if marks.contains(&place) { hit } else { look };
        match spans.last_mut().filter(|last| last.style == style) {
            Some(last) => last.content.to_mut().push(letter),
            None => spans.push(Span::styled(letter.to_string(), style)),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_marked_as_cut() {
        for (whole, width, shown) in [("kaffe", 5, "kaffe"), ("kaffe", 4, "kaf…"), ("kaffe", 1, "…"), ("kaffe", 0, "")]
        {
            assert_eq!(cut(whole, width), shown);
        }
        assert_eq!(pad("æ", 3), "æ  ");
    }

    #[test]
    fn letters_side_by_side_that_look_the_same_are_drawn_together() {
        let (look, hit) = (Style::new(), Style::new().bold());
        let spans = marked("Åpent rom", &[0, 1, 6], look, hit);
        let drawn: Vec<_> = spans.iter().map(|span| (span.content.as_ref(), span.style == hit)).collect();
        assert_eq!(drawn, [("Åp", true), ("ent ", false), ("r", true), ("om", false)]);
    }
}
