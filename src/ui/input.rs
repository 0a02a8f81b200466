//! One line of typed text: which keys edit it, and how it is drawn with its cursor.

use crate::domain::text::{LONGEST, Prose};
use crate::keys::{Code, Held, Key};
use crate::model::Model;
use crate::screen::Typed;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};
use unicode_width::UnicodeWidthChar;

/// Stands for a line break in a field of one line.
pub const BREAK: char = '↵';

/// A field in which text is typed.
#[derive(Debug, Clone, Default)]
pub struct Field {
    input: Input,
    entry: Entry,
}

/// What the next letter does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Entry {
    /// It takes the place of the whole text.
    Fresh,
    /// It is put in at the cursor.
    #[default]
    Typed,
}

/// Whether keys go to the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    Active,
    Resting,
}

impl Field {
    /// A field that holds `text`, with the cursor behind it; line breaks are shown as [`BREAK`].
    #[must_use]
    pub fn of(text: &str) -> Field {
        Field { input: Input::new(text.replace('\n', "↵")), entry: Entry::Typed }
    }

    /// The field with its whole text selected: the first letter takes the place of it.
    #[must_use]
    pub fn selected(self) -> Field {
        Field { entry: Entry::Fresh, ..self }
    }

    /// The text as it stands.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The text with its line breaks.
    #[must_use]
    pub fn prose(&self) -> Prose {
        Prose::clean(&self.text().replace(BREAK, "\n"))
    }

    /// Whether the cursor stands behind the text.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.input.cursor() == self.text().chars().count()
    }

    /// Whether no more can be typed.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.text().chars().count() >= LONGEST
    }

    pub fn clear(&mut self) {
        self.input.reset();
    }

    /// Edits the text; answers whether the key or the pasted text was taken.
    pub fn typed(&mut self, typed: &Typed) -> bool {
        match typed {
            Typed::Key(key) => match request(*key) {
                Some(request) => {
                    self.edit(request);
                    true
                }
                None => false,
            },
            Typed::Paste(text) => {
                let clean = Prose::clean(text.trim_end_matches(['\r', '\n']));
                clean.chars().for_each(|c| self.edit(InputRequest::InsertChar(if c == '\n' { BREAK } else { c })));
                true
            }
        }
    }

    fn edit(&mut self, request: InputRequest) {
        if self.entry == Entry::Fresh && matches!(request, InputRequest::InsertChar(_)) {
            self.clear();
        }
        self.entry = Entry::Typed;
        if !(self.is_full() && matches!(request, InputRequest::InsertChar(_))) {
            self.input.handle(request);
        }
    }

    /// Draws the text in the first row of `area`; the cursor is a cell in reverse, so that it is seen in any theme, with a
    /// mark by which [`cursor`] finds it.
    pub fn view(&self, model: &Model, focus: Focus, area: Rect, buf: &mut Buffer) {
        let look = style(model, Tone::Text);
        match focus {
            Focus::Resting => paint::text(self.text(), look, area, buf),
            Focus::Active => paint::line(&self.with_cursor(look, usize::from(area.width)), area, buf),
        }
    }

    fn with_cursor(&self, look: Style, width: usize) -> Line<'static> {
        let head_look = if self.entry == Entry::Fresh { look.add_modifier(Modifier::REVERSED) } else { look };
        let cursor = self.input.cursor();
        let before: Vec<char> = self.text().chars().take(cursor).collect();
        let room = width.saturating_sub(1);
        let whole = last_fitting(&before, room);
        let gap = if whole < before.len() && room > 1 { GAP } else { "" };
        let shown = if gap.is_empty() { whole } else { last_fitting(&before, room - 1) };
        let head: String = gap.chars().chain(before.iter().skip(before.len() - shown).copied()).collect();
        let mut rest = self.text().chars().skip(cursor);
        let under = rest.next().unwrap_or(' ');
        let parts = [(head, head_look), (under.to_string(), look.add_modifier(CURSOR)), (rest.collect(), look)];
        Line::from(parts.map(|(text, look)| Span::styled(text, look)).to_vec())
    }
}

/// How many of the last letters go into so many columns.
fn last_fitting(letters: &[char], mut room: usize) -> usize {
    let fits = |c: &&char| {
        let wide = c.width().unwrap_or(0);
        room.checked_sub(wide).map(|left| room = left).is_some()
    };
    letters.iter().rev().take_while(fits).count()
}

/// Stands for what is left out before the first letter shown.
const GAP: &str = "…";

/// The look of the cell in which the cursor stands; nothing else blinks.
const CURSOR: Modifier = Modifier::REVERSED.union(MARK);
const MARK: Modifier = Modifier::SLOW_BLINK;

/// Takes the cursor out of the picture: where the terminal's own has to stand, for dead keys, input methods and screen
/// readers. The cell is left as text.
pub fn cursor(buf: &mut Buffer) -> Option<Position> {
    let at = buf.content.iter().position(|cell| cell.modifier.contains(MARK))?;
    buf.content.get_mut(at)?.modifier.remove(CURSOR);
    Some(buf.pos_of(at).into())
}

/// Leaves the cursor of what has been drawn as a cell in reverse, since what comes over it has the keys.
pub fn rest(buf: &mut Buffer) {
    buf.content.iter_mut().for_each(|cell| cell.modifier.remove(MARK));
}

/// What a key does to a line of text; nothing for keys that mean something to the screen.
fn request(key: Key) -> Option<InputRequest> {
    let request = match (key.held, key.code) {
        (Held::Alone, Code::Char(letter)) => InputRequest::InsertChar(letter),
        (Held::Alone, Code::Backspace) => InputRequest::DeletePrevChar,
        (Held::Alone, Code::Delete) => InputRequest::DeleteNextChar,
        (Held::Alone, Code::Left) => InputRequest::GoToPrevChar,
        (Held::Alone, Code::Right) => InputRequest::GoToNextChar,
        (Held::Alone, Code::Home) | (Held::Ctrl, Code::Char('a')) => InputRequest::GoToStart,
        (Held::Alone, Code::End) | (Held::Ctrl, Code::Char('e')) => InputRequest::GoToEnd,
        (Held::Ctrl, Code::Left) => InputRequest::GoToPrevWord,
        (Held::Ctrl, Code::Right) => InputRequest::GoToNextWord,
        (Held::Ctrl, Code::Char('w') | Code::Backspace) => InputRequest::DeletePrevWord,
        (Held::Ctrl, Code::Char('u')) => InputRequest::DeleteFromStart,
        (Held::Ctrl, Code::Char('k')) => InputRequest::DeleteTillEnd,
        _ => return None,
    };
    Some(request)
}
