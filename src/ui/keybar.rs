//! Keys in words: how a key is written on the screen, and the hint line made from a screen's table.

use crate::domain::text::{Lang, Words, words};
use crate::keys::{Code, Held, Key};
use crate::model::Model;
use crate::screen::HelpRow;
use crate::ui::cells;
use crate::ui::keyed::Spelled;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The key as it is written for people: `Ctrl-F`, `PgDn`, `↑`, `mellomrom`.
#[must_use]
pub fn label(key: Key, lang: Lang) -> String {
    let mut text = Spelled::<LONGEST>::EMPTY;
    spell(key, lang, &mut text);
    text.as_str().to_owned()
}

/// The most bytes of a name: those of `Ctrl-mellomrom`, and some to spare.
const LONGEST: usize = 24;

/// Adds the key, as it is written for people, to `text`.
pub const fn spell<const N: usize>(key: Key, lang: Lang, text: &mut Spelled<N>) {
    if matches!(key.held, Held::Ctrl) {
        text.push(b"Ctrl-");
    }
    match (key.held, key.code) {
        (_, Code::Char(' ')) => text.push(SPACE.pick(lang).as_bytes()),
        (Held::Ctrl, Code::Char(letter)) => text.push(letter.to_ascii_uppercase().encode_utf8(&mut [0; 4]).as_bytes()),
        (Held::Alone, Code::Char(symbol)) => text.push(symbol.encode_utf8(&mut [0; 4]).as_bytes()),
        (_, Code::F(number)) => {
            text.push(b"F");
            if number > 9 {
                text.push(&[b'0' + number / 10]);
            }
            text.push(&[b'0' + number % 10]);
        }
        (_, code) => text.push(name(code).as_bytes()),
    }
}

const SPACE: Words = words("mellomrom", "mellomrom", "space");

/// The name of a key that has one.
const fn name(code: Code) -> &'static str {
    match code {
        Code::Enter => "Enter",
        Code::Esc => "Esc",
        Code::Tab => "Tab",
        Code::BackTab => "Shift-Tab",
        Code::Backspace => "⌫",
        Code::Delete => "Del",
        Code::Left => "←",
        Code::Right => "→",
        Code::Up => "↑",
        Code::Down => "↓",
        Code::Home => "Home",
        Code::End => "End",
        Code::PageUp => "PgUp",
        Code::PageDown => "PgDn",
        Code::Char(_) | Code::F(_) => "",
    }
}

/// All keys of a row, for the help: where they go on in another line, that begins with a dot.
#[must_use]
pub fn labels(keys: &[Key], lang: Lang) -> String {
    keys.iter().map(|key| label(*key, lang)).collect::<Vec<_>>().join(" · ")
}

/// The hint line: as many of `rows` that apply now as fit, in order, and at the right what always holds. Of rows that
/// say the same the first is shown.
pub fn view(model: &Model, rows: &[HelpRow], always: &[HelpRow], area: Rect, buf: &mut Buffer) {
    let tail = fitting(always.iter().filter_map(|row| Hint::of(model, &[row])), usize::from(area.width));
    let width: usize = tail.iter().map(Hint::width).sum();
    let rest = area.width - u16::try_from(width).unwrap_or(u16::MAX).min(area.width);
    let live = rows.iter().filter(|row| row.live && always.iter().all(|shown| shown.help != row.help));
    let live: Vec<&HelpRow> = live.collect();
    let alike = live.chunk_by(|one, other| one.help == other.help);
    let here = fitting(alike.filter_map(|rows| Hint::of(model, rows)), usize::from(rest));
    draw(model, &here, Rect { width: rest, ..area }, buf);
    draw(model, &tail, Rect { x: area.x + rest, width: area.width - rest, ..area }, buf);
}

/// A key and what it does.
struct Hint {
    key: String,
    help: &'static str,
}

impl Hint {
    /// Rows that do the same: the first key, or from the first number to the last.
    fn of(model: &Model, rows: &[&HelpRow]) -> Option<Hint> {
        let first = rows.first()?;
        let key = *first.keys.first()?;
        let last = rows.last().and_then(|row| row.keys.first()).filter(|last| **last != key && is_digit(**last));
        let range = last.filter(|_| is_digit(key)).map(|last| format!("–{}", label(*last, model.lang)));
        Some(Hint { key: label(key, model.lang) + &range.unwrap_or_default(), help: model.say(first.help) })
    }

    /// With a space in front, between and behind.
    fn width(&self) -> usize {
        cells::width(&self.key) + cells::width(self.help) + 3
    }
}

fn is_digit(key: Key) -> bool {
    matches!(key.code, Code::Char(letter) if letter.is_ascii_digit())
}

/// The first of `hints` that have room.
fn fitting(hints: impl Iterator<Item = Hint>, width: usize) -> Vec<Hint> {
    let mut room = width;
    let fits = |hint: &Hint| room.checked_sub(hint.width()).map(|left| room = left).is_some();
    hints.take_while(fits).collect()
}

fn draw(model: &Model, hints: &[Hint], mut area: Rect, buf: &mut Buffer) {
    let (key_look, word_look) = (style(model, Tone::Accent), style(model, Tone::Quiet));
    for hint in hints {
        let parts =
            [(" ", key_look), (&hint.key, key_look), (" ", word_look), (hint.help, word_look), (" ", word_look)];
        for (text, look) in parts {
            let used = cells::put(text, look, area, buf);
            area = Rect { x: area.x + used, width: area.width - used, ..area };
        }
    }
}
