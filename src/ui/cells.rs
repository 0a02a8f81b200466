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
    plain_width(text).is_some()
}

/// How many columns `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    plain_width(text).unwrap_or_else(|| text.width())
}

/// [`width`] as a frame counts columns.
#[must_use]
pub fn columns(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// How many columns a plain text takes; nothing of another.
fn plain_width(text: &str) -> Option<usize> {
    let ascii = text.bytes().take_while(|byte| matches!(byte, b' '..=b'~')).count();
    match text.get(ascii..)? {
        "" => Some(ascii),
        rest => rest.chars().try_fold(ascii, |count, letter| is_narrow(letter).then_some(count + 1)),
    }
}

/// Whether a letter is one cell: Latin letters, and the punctuation, arrows, blocks and signs of the interface; nothing
/// that joins with a neighbour.
#[inline]
#[must_use]
pub fn is_narrow(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '‐'..='‧')
        || matches!(letter, '←'..='⇿' | '≠'..='≥' | '─'..='◼' | '★' | '✓')
}

/// Writes `text` from the left end of the first row of `area` on, as far as it goes; the cells keep what `look` does not
/// name. Answers the columns that were used.
pub fn put(text: &str, look: Style, area: Rect, buf: &mut Buffer) -> u16 {
    put_plain(text, look, area, buf).unwrap_or_else(|| {
        Span::styled(text, look).render(Rect { height: area.height.min(1), ..area }, buf);
        columns(text).min(area.width)
    })
}

/// [`put`] for plain text; answers nothing when it is not, and has written its beginning at most.
pub fn put_plain(text: &str, look: Style, area: Rect, buf: &mut Buffer) -> Option<u16> {
    let cells = row_mut(area, buf);
    let mut used = 0;
    if text.is_ascii() {
        for (cell, letter) in cells.iter_mut().zip(text.bytes()) {
            if letter.is_ascii_control() {
                return None;
            }
            set(cell, char::from(letter), look);
            used += 1;
        }
        return Some(used);
    }
    let mut letters = text.chars();
    let mut next = letters.next().filter(|letter| is_narrow(*letter));
    for cell in cells {
        let Some(letter) = next else { break };
        next = letters.next();
        // A letter may make a cluster with what comes after it.
        if !next.is_none_or(is_narrow) {
            return None;
        }
        set(cell, letter, look);
        used += 1;
    }
    (next.is_some() || used > 0).then_some(used)
}

#[inline]
fn set(cell: &mut Cell, letter: char, look: Style) {
    if letter != ' ' || cell.symbol() != " " {
        cell.set_char(letter);
    }
    cell.set_style(look);
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
