//! Keys in words: how a key is written on the screen, and the hint line made from a screen's table.

use crate::domain::text::{Lang, Words, words};
use crate::keys::{Code, Held, Key};
use crate::model::Model;
use crate::screen::HelpRow;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The key as it is written for people: `Ctrl-F`, `PgDn`, `↑`, `mellomrom`.
#[must_use]
pub fn label(key: Key, lang: Lang) -> String {
    let name = match (key.held, key.code) {
        (Held::Ctrl, Code::Char(letter)) => letter.to_uppercase().to_string(),
        (_, Code::Char(' ')) => SPACE.pick(lang).to_owned(),
        (_, Code::Char(symbol)) => symbol.to_string(),
        (_, Code::F(number)) => format!("F{number}"),
        (_, code) => NAMES.iter().find(|(named, _)| *named == code).map_or("", |(_, name)| name).to_owned(),
    };
    if key.held == Held::Ctrl { format!("Ctrl-{name}") } else { name }
}

const SPACE: Words = words("mellomrom", "mellomrom", "space");

const NAMES: [(Code, &str); 14] = [
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Tab, "Tab"),
    (Code::BackTab, "Shift-Tab"),
    (Code::Backspace, "⌫"),
    (Code::Delete, "Del"),
    (Code::Left, "←"),
    (Code::Right, "→"),
    (Code::Up, "↑"),
    (Code::Down, "↓"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::PageUp, "PgUp"),
    (Code::PageDown, "PgDn"),
];

/// All keys of a row, for the help.
#[must_use]
pub fn labels(keys: &[Key], lang: Lang) -> String {
    keys.iter().map(|key| label(*key, lang)).collect::<Vec<_>>().join("  ")
}

/// The hint line: as many of `rows` that apply now as fit, in order, and at the right what always holds. Of rows that
/// say the same the first is shown.
pub fn view(model: &Model, rows: &[HelpRow], always: &[HelpRow], area: Rect, buf: &mut Buffer) {
    let tail = hints(model, always, usize::from(area.width));
    let width = u16::try_from(tail.width()).unwrap_or(u16::MAX).min(area.width);
    let rest = area.width - width;
    let mut live: Vec<HelpRow> = rows.iter().filter(|row| row.live).copied().collect();
    live.retain(|row| always.iter().all(|shown| shown.help != row.help));
    live.dedup_by_key(|row| row.help);
    paint::line(&hints(model, &live, usize::from(rest)), Rect { width: rest, ..area }, buf);
    paint::line(&tail, Rect { x: area.x + rest, width, ..area }, buf);
}

fn hints(model: &Model, rows: &[HelpRow], width: usize) -> Line<'static> {
    let (key_look, word_look) = (style(model, Tone::Accent), style(model, Tone::Quiet));
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut used = 0;
    for row in rows {
        let Some(key) = row.keys.first() else { continue };
        let (key, help) = (format!(" {}", label(*key, model.lang)), format!(" {} ", model.say(row.help)));
        used += key.width() + help.width();
        if used > width {
            break;
        }
        spans.extend([Span::styled(key, key_look), Span::styled(help, word_look)]);
    }
    Line::from(spans)
}
