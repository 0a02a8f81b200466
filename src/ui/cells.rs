//! Text and looks in the cells of a frame. Plain text, each letter of which is one cell, is written straight into them;
//! any other text goes the library's way, which knows what letters and marks make one cluster and how wide it is.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

/// Whether every letter of `text` is one cell, whatever stands beside it.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    is_ascii(text) || text.chars().all(is_narrow)
}

fn is_ascii(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Latin letters, and the punctuation, arrows, blocks and signs of the interface; nothing that joins with a neighbour.
fn is_narrow(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '‐'..='‧')
        || matches!(letter, '←'..='⇿' | '≠'..='≥' | '─'..='◼' | '★' | '✓')
}

/// How many columns `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    match text {
        ascii if is_ascii(ascii) => ascii.len(),
        plain if plain.chars().all(is_narrow) => plain.chars().count(),
        other => other.width(),
    }
}

/// Writes `text` from the left end of the first row of `area` on, as far as it goes; the cells keep what `look` does not
/// name. Answers the columns that were used.
pub fn put(text: &str, look: Style, area: Rect, buf: &mut Buffer) -> u16 {
    if !is_plain(text) {
        Span::styled(text, look).render(Rect { height: area.height.min(1), ..area }, buf);
        return columns(text).min(area.width);
    }
    let mut used = 0;
    for (cell, letter) in row_mut(area, buf).iter_mut().zip(text.chars()) {
        if letter != ' ' || cell.symbol() != " " {
            cell.set_char(letter);
        }
        cell.set_style(look);
        used += 1;
    }
    used
}

/// [`width`] as the frame counts columns.
#[must_use]
pub fn columns(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// Gives the first row of `area` a look, whatever stands in it.
pub fn wear(look: Style, area: Rect, buf: &mut Buffer) {
    for cell in row_mut(area, buf) {
        cell.set_style(look);
    }
}

/// Empties `area` and gives it a look.
pub fn blank(look: Style, area: Rect, buf: &mut Buffer) {
    for y in area.y..area.bottom() {
        for cell in row_mut(Rect { y, height: 1, ..area }, buf) {
            cell.reset();
            cell.set_style(look);
        }
    }
}

/// The cells of the first row of `area` that lie in the frame.
fn row_mut(area: Rect, buf: &mut Buffer) -> &mut [Cell] {
    let (whole, area) = (buf.area, area.intersection(buf.area));
    if area.is_empty() {
        return &mut [];
    }
    let start = usize::from(area.y - whole.y) * usize::from(whole.width) + usize::from(area.x - whole.x);
    buf.content.get_mut(start..start + usize::from(area.width)).unwrap_or_default()
}
