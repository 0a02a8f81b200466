//! Putting text into a frame: one line, cut with a mark where it does not fit, and wrapped prose. Every function
//! takes the area it may use and leaves the rest alone.

use crate::model::Model;
use crate::ui::cells::{self, columns, is_narrow, is_plain};
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use std::borrow::Cow;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

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
    fitted(text, width).into_owned()
}

/// [`cut`], which leaves what fits as it is.
#[must_use]
pub fn fitted(text: &str, width: usize) -> Cow<'_, str> {
    // No letter has more columns than bytes.
    if text.len() <= width || cells::width(text) <= width {
        return Cow::Borrowed(text);
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
    Cow::Owned(kept)
}

/// `text` in exactly `width` columns.
#[must_use]
pub fn pad(text: &str, width: usize) -> String {
    let kept = cut(text, width);
    let space = " ".repeat(width.saturating_sub(cells::width(&kept)));
    kept + &space
}

/// Fills `area` with the background of `tone`.
pub fn fill(model: &Model, tone: Tone, area: Rect, buf: &mut Buffer) {
    cells::blank(style(model, tone), area, buf);
}

/// Draws one line in the first row of `area`, cut where it does not fit.
pub fn line(line: &Line<'_>, area: Rect, buf: &mut Buffer) {
    let mut area = Rect { height: area.height.min(1), ..area }.intersection(buf.area);
    let is_left = matches!(line.alignment, None | Some(Alignment::Left));
    if !is_left || !line.iter().all(|span| is_plain(&span.content)) {
        return line.render(area, buf);
    }
    if line.style != Style::default() && line.iter().any(|span| !span.content.is_empty()) {
        cells::wear(line.style, area, buf);
    }
    for span in line {
        let used = cells::put(&span.content, span.style, area, buf);
        area = Rect { x: area.x + used, width: area.width - used, ..area };
    }
}

/// Draws `text` in the first row of `area`, which takes its look, with a mark where it is cut.
pub fn text(text: &str, look: Style, area: Rect, buf: &mut Buffer) {
    clipped(&fitted(text, usize::from(area.width)), look, area, buf);
}

fn clipped(text: &str, look: Style, area: Rect, buf: &mut Buffer) {
    let area = Rect { height: area.height.min(1), ..area };
    if text.is_empty() {
        return;
    }
    match cells::put_plain(text, look, area, buf) {
        Some(used) => cells::wear(look, Rect { x: area.x.saturating_add(used), width: area.width - used, ..area }, buf),
        None => Line::styled(text, look).render(area, buf),
    }
}

/// Draws `text` at the right end of the first row of `area`.
pub fn right(text: &str, look: Style, area: Rect, buf: &mut Buffer) {
    let width = columns(text);
    if width <= area.width {
        cells::put(text, look, Rect { x: area.right() - width, width, ..area }, buf);
    }
}

/// Draws `text` in the middle of the first row of `area`, cut where it does not fit.
pub fn middle(text: &str, look: Style, area: Rect, buf: &mut Buffer) {
    let shown = Line::styled(fitted(text, usize::from(area.width)), look);
    line(&shown.centered(), area, buf);
}

/// Draws `lines` from the top of `area` as far as they go.
pub fn lines<'a>(lines: impl IntoIterator<Item = &'a Line<'a>>, area: Rect, buf: &mut Buffer) {
    for (index, shown) in (0..area.height).zip(lines) {
        line(shown, row(area, index), buf);
    }
}

/// Draws `lines` from the top of `area` on, marked as [`unfinished`] when more would follow.
pub fn lines_cut<'a>(model: &Model, lines: &'a [Line<'a>], area: Rect, buf: &mut Buffer) {
    self::lines(lines, area, buf);
    if let Some(last) = area.height.checked_sub(1).filter(|last| lines.len() > usize::from(*last) + 1) {
        let used = lines.get(usize::from(last)).map_or(0, Line::width);
        unfinished(model, used, row(area, last), buf);
    }
}

/// Marks behind the `used` columns of a line that more would follow it.
pub fn unfinished(model: &Model, used: usize, area: Rect, buf: &mut Buffer) {
    let before = u16::try_from(used + 1).unwrap_or(area.width).min(area.width.saturating_sub(1));
    let rest = Rect { x: area.x + before, width: area.width - before, ..area };
    text("…", style(model, Tone::Quiet), rest, buf);
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
    wrapped(text, width).into_iter().map(Cow::into_owned).collect()
}

fn wrapped(text: &str, width: usize) -> Vec<Cow<'_, str>> {
    broken(text, width).unwrap_or_else(|| textwrap::wrap(text, width.max(1)))
}

/// Draws `text` from the top of `area` on, wrapped, as far as it goes.
pub fn prose(text: &str, look: Style, area: Rect, buf: &mut Buffer) {
    for (index, line) in (0..area.height).zip(wrapped(text, usize::from(area.width))) {
        clipped(&line, look, row(area, index), buf);
    }
}

/// The lines of plain prose: single spaces, no word that is longer than a line, none with a hyphen that would have to be
/// parted. Anything else is left to the library.
fn broken(text: &str, width: usize) -> Option<Vec<Cow<'_, str>>> {
    let mut lines = Vec::new();
    let (mut start, mut end, mut used, mut word, mut hyphens) = (0, 0, 0, 0, 0);
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if !is_narrow(letter) {
            return None;
        }
        if letter != ' ' {
            word += 1;
            hyphens += usize::from(letter == '-');
            continue;
        }
        if word == 0 || word > width {
            return None;
        }
        if end > 0 && used + 1 + word > width {
            if hyphens > 0 {
                return None;
            }
            lines.push(Cow::Borrowed(text.get(start..end)?));
            (start, used) = (end + 1, word);
        } else {
            used += word + usize::from(end > 0);
        }
        (end, word, hyphens) = (at, 0, 0);
    }
    lines.push(Cow::Borrowed(text.get(start..end)?));
    Some(lines)
}

/// Draws `text` in the first row of `area`, the letters at `marks` (positions in characters, in order) in the look of a
/// hit.
pub fn marked(text: &str, marks: &[usize], (look, hit): (Style, Style), area: Rect, buf: &mut Buffer) {
    let Some(used) = cells::put_plain(text, look, area, buf) else {
        return line(&Line::from(spans(text, marks, look, hit)), area, buf);
    };
    for mark in marks.iter().filter_map(|mark| u16::try_from(*mark).ok()).filter(|mark| *mark < used) {
        cells::wear(hit, Rect { x: area.x + mark, width: 1, ..area }, buf);
    }
}

fn spans(text: &str, marks: &[usize], look: Style, hit: Style) -> Vec<Span<'static>> {
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
        let spans = spans("Åpent rom", &[0, 1, 6], look, hit);
        let drawn: Vec<_> = spans.iter().map(|span| (span.content.as_ref(), span.style == hit)).collect();
        assert_eq!(drawn, [("Åp", true), ("ent ", false), ("r", true), ("om", false)]);
    }
}
