//! Text in letters of four rows, for walls so tall that an ordinary line is lost beside the digits.

use crate::model::Model;
use crate::ui::theme::{Tone, style};
use crate::ui::{digits, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

/// Rows of a line, and with the empty one below it.
pub(super) const LETTERS: u16 = digits::NARROW_ROWS;
const LINE: u16 = LETTERS + 1;

/// Most lines: a longer text is read better in ordinary letters.
const MOST: usize = 8;

/// How wide letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    Wide,
    /// Half as wide, for what is long.
    Narrow,
}

impl Set {
    /// The columns of a line; nothing when it takes more than `width`, or has a letter that cannot be drawn large.
    fn columns(self, line: &str, width: u16) -> Option<u16> {
        match self {
            Set::Wide => digits::size(line, Size { width, height: LETTERS }).map(|size| size.width),
            Set::Narrow => digits::narrow_width(line, width),
        }
    }

    /// `text` in lines that fit `width` columns; nothing when it takes more than eight, or has a letter that cannot be
    /// drawn large.
    pub(super) fn lines(self, text: &str, width: u16) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            let longer = longer.filter(|line| self.columns(line, width).is_some());
            match (longer, lines.last_mut()) {
                (Some(longer), Some(last)) => *last = longer,
                _ => lines.push(self.columns(word, width).map(|_| word.to_owned())?),
            }
        }
        Some(lines).filter(|lines| (1..=MOST).contains(&lines.len()))
    }

    /// The columns of the widest of `lines`.
    pub(super) fn widest(self, lines: &[String], width: u16) -> u16 {
        lines.iter().filter_map(|line| self.columns(line, width)).max().unwrap_or(0)
    }

    /// Draws `lines` from the upper left corner of `area`.
    pub(super) fn draw(self, model: &Model, (lines, tone): (&[String], Tone), area: Rect, buf: &mut Buffer) {
        for (index, line) in (0u16..).zip(lines) {
            let place = Rect { height: LETTERS, ..paint::below(area, index * LINE) };
            self.line(model, (line, tone), place, buf);
        }
    }

    /// Draws one line from the left of `area`.
    fn line(self, model: &Model, (line, tone): (&str, Tone), area: Rect, buf: &mut Buffer) {
        let look = style(model, tone);
        match self {
            Set::Wide => {
                let width = self.columns(line, area.width).unwrap_or(0);
                digits::draw(line, Rect { width, ..area }, look, buf);
            }
            Set::Narrow => digits::draw_narrow(line, area, look, buf),
        }
    }
}

/// The rows that so many lines take.
pub(super) fn rows(lines: usize) -> u16 {
    (u16::try_from(lines).unwrap_or(u16::MAX / LINE) * LINE).saturating_sub(1)
}

/// Whether `text` goes into one line of `width` columns in narrow letters.
pub(super) fn is_one_line(text: &str, width: u16) -> bool {
    Set::Narrow.columns(text, width).is_some()
}

/// Draws one line in the middle of `area`: in narrow letters where it is as high as they are, else in ordinary ones.
pub(super) fn middle(model: &Model, (text, tone): (&str, Tone), area: Rect, buf: &mut Buffer) {
    match Set::Narrow.columns(text, area.width).filter(|_| area.height >= LETTERS) {
        Some(width) => {
            let top = (area.height - LETTERS) / 2;
            let place = paint::inset(paint::below(area, top), (area.width - width) / 2);
            Set::Narrow.line(model, (text, tone), Rect { width, ..place }, buf);
        }
        None => paint::middle(text, style(model, tone), paint::row(area, area.height / 2), buf),
    }
}
