//! An instruction in letters of four rows, for walls so tall that an ordinary line is lost beside the digits.

use crate::model::Model;
use crate::ui::theme::{Tone, style};
use crate::ui::{digits, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

/// Rows of a line, and with the empty one below it.
const LETTERS: u16 = 4;
const LINE: u16 = LETTERS + 1;

/// Most lines: a longer text is read better in ordinary letters.
const MOST: usize = 8;

/// `text` in lines that fit `width` columns; nothing when it takes more than eight, or has a letter that cannot be drawn
/// large.
pub(super) fn lines(text: &str, width: u16) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|line| size(line, width).is_some());
        match (longer, lines.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ => lines.push(size(word, width).map(|_| word.to_owned())?),
        }
    }
    Some(lines).filter(|lines| (1..=MOST).contains(&lines.len()))
}

fn size(line: &str, width: u16) -> Option<Size> {
    digits::size(line, Size { width, height: LETTERS })
}

/// The columns of the widest of `lines`.
pub(super) fn widest(lines: &[String], width: u16) -> u16 {
    lines.iter().map(|line| size(line, width).map_or(0, |size| size.width)).max().unwrap_or(0)
}

/// The rows that so many lines take.
pub(super) fn rows(lines: usize) -> u16 {
    (u16::try_from(lines).unwrap_or(u16::MAX / LINE) * LINE).saturating_sub(1)
}

/// Draws `lines` as a block in the middle of `area`, flush left.
pub(super) fn draw(model: &Model, (lines, tone): (&[String], Tone), area: Rect, buf: &mut Buffer) {
    let column = paint::inset(area, area.width.saturating_sub(widest(lines, area.width)) / 2);
    for (index, line) in (0u16..).zip(lines) {
        let width = size(line, area.width).map_or(0, |size| size.width);
        let place = Rect { width, height: LETTERS, ..paint::below(column, index * LINE) };
        digits::draw(line, place, style(model, tone), buf);
    }
}
