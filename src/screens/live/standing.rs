//! The lines beside the large digits of the console, and what of them gives way where there are few rows: a name is cut
//! before a clock time, and what comes next is left out before the end is.

use crate::model::Model;
use crate::ui::theme::{Tone, style};
use crate::ui::{cells, paint};
use ratatui::text::Line;

/// A line about how the run stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    text: String,
    tone: Tone,
    /// The same in fewer words.
    brief: Option<String>,
    /// What stands before a name, the name, and what stands behind it, in a line that the run sheet has too.
    named: Option<(String, String, String)>,
}

impl Standing {
    #[must_use]
    pub fn new(text: String, tone: Tone) -> Standing {
        Standing { text, tone, brief: None, named: None }
    }

    /// The same in fewer words, for where there is less room.
    #[must_use]
    pub fn or_briefly(self, brief: String) -> Standing {
        Standing { brief: Some(brief), ..self }
    }

    /// A line with a name in it that may be cut.
    #[must_use]
    pub fn naming(before: &str, name: &str, after: &str) -> Standing {
        let named = Some((before.to_owned(), name.to_owned(), after.to_owned()));
        Standing { named, ..Standing::new(format!("{before}{name}{after}"), Tone::Text) }
    }

    /// As it is said in one line of `width` columns, as far as it has fewer words.
    fn tight(&self, width: usize) -> String {
        match &self.named {
            Some((before, name, after)) => {
                let room = width.saturating_sub(cells::width(before) + cells::width(after));
                format!("{before}{}{after}", paint::cut(name, room))
            }
            None => self.brief.clone().unwrap_or_else(|| self.text.clone()),
        }
    }
}

/// The lines in `width` columns; where they take more than `rows`, first in fewer words, then without what the run sheet
/// tells too, and at last without what stands between the first and the last, which is the end.
#[must_use]
pub fn lines(model: &Model, all: &[Standing], (width, rows): (u16, u16)) -> Vec<Line<'static>> {
    let drawn = |lines: &[&Standing], said: &dyn Fn(&Standing) -> String| -> Vec<Line<'static>> {
        lines.iter().flat_map(|line| wrapped(model, line.tone, &said(line), width)).collect()
    };
    let has_room = |lines: &Vec<Line<'static>>| lines.len() <= usize::from(rows);
    let mut left: Vec<&Standing> = all.iter().collect();
    let whole = drawn(&left, &|line| line.text.clone());
    if has_room(&whole) {
        return whole;
    }
    let tight = |line: &Standing| line.tight(usize::from(width));
    loop {
        let lines = drawn(&left, &tight);
        let named = left.iter().position(|line| line.named.is_some());
        match named.or(left.len().checked_sub(2).filter(|place| *place > 0)) {
            Some(place) if !has_room(&lines) => drop(left.remove(place)),
            _ => return lines,
        }
    }
}

/// `text` in lines of at most `width` columns, in the look of `tone`.
#[must_use]
pub fn wrapped(model: &Model, tone: Tone, text: &str, width: u16) -> Vec<Line<'static>> {
    let lines = paint::wrap(text, usize::from(width)).into_iter();
    lines.map(|line| Line::styled(line.replace('\u{a0}', " "), style(model, tone))).collect()
}
