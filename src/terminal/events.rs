//! What the terminal library reports, as our own keys and events.

use crate::keys::{Code, Held, Key};
use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// Something that happened at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    Key(Key),
    /// As it came: not cleaned.
    Paste(String),
    /// In cells, counted from 0.
    Click {
        column: u16,
        row: u16,
    },
    WheelUp,
    WheelDown,
    Resize,
    /// The window has the keyboard again.
    Focus,
}

/// Our events for one of the library's; none for what we do not use.
pub(super) fn translate(event: event::Event) -> Vec<Event> {
    match event {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => keys(key),
        event::Event::Paste(text) => vec![Event::Paste(text)],
        event::Event::Mouse(mouse) => mouse_event(mouse).into_iter().collect(),
        event::Event::Resize(..) => vec![Event::Resize],
        event::Event::FocusGained => vec![Event::Focus],
        event::Event::Key(_) | event::Event::FocusLost => Vec::new(),
    }
}

/// Alt alone is Esc and a key that came together: what a quick hand or a slow line makes of two presses.
fn keys(key: KeyEvent) -> Vec<Event> {
    let Some(code) = code(key.code) else { return Vec::new() };
    let (ctrl, alt) = (key.modifiers.contains(KeyModifiers::CONTROL), key.modifiers.contains(KeyModifiers::ALT));
    let plain = match (code, ctrl, alt) {
        (Code::Char('h'), true, false) => Key::of(Code::Backspace),
        (Code::Char(letter), true, false) => Key::ctrl(letter.to_ascii_lowercase()),
        (Code::Char(_), _, true) | (_, false, _) => Key::of(code), // with Ctrl this is AltGr on Windows, which types
        (_, true, _) => Key { code, held: Held::Ctrl },
    };
    let esc = (alt && !ctrl).then_some(Key::of(Code::Esc));
    esc.into_iter().chain([plain]).map(Event::Key).collect()
}

fn code(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Char(symbol) if symbol.is_control() => return None,
        KeyCode::Char(symbol) => Code::Char(symbol),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    })
}

fn mouse_event(mouse: MouseEvent) -> Option<Event> {
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Event::Click { column: mouse.column, row: mouse.row }),
        MouseEventKind::ScrollUp => Some(Event::WheelUp),
        MouseEventKind::ScrollDown => Some(Event::WheelDown),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> String {
        let words = translate(event::Event::Key(KeyEvent::new(code, modifiers))).into_iter().map(|event| match event {
            Event::Key(key) => key.to_string(),
            other => format!("{other:?}"),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn keys_are_what_the_hand_meant() {
        let none = KeyModifiers::NONE;
        let cases = [
            (KeyCode::Char('?'), KeyModifiers::SHIFT, "?"),
            (KeyCode::Char('?'), none, "?"),
            (KeyCode::Char('Å'), KeyModifiers::SHIFT, "Å"),
            (KeyCode::Char('Z'), KeyModifiers::CONTROL | KeyModifiers::SHIFT, "ctrl-z"),
            (KeyCode::Char('h'), KeyModifiers::CONTROL, "backspace"),
            (KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT, "@"),
            (KeyCode::Char('j'), KeyModifiers::ALT, "esc j"),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "shift-tab"),
            (KeyCode::F(5), none, "f5"),
            (KeyCode::Char('\u{1b}'), none, ""),
            (KeyCode::Null, none, ""),
        ];
        for (code, modifiers, expected) in cases {
            assert_eq!(pressed(code, modifiers), expected, "{code:?} {modifiers:?}");
        }
    }

    #[test]
    fn a_key_let_go_is_nothing_and_a_key_held_is_pressed_again() {
        let of = |kind| event::Event::Key(KeyEvent::new_with_kind(KeyCode::Char('a'), KeyModifiers::NONE, kind));
        assert_eq!(translate(of(KeyEventKind::Release)), []);
        assert_eq!(translate(of(KeyEventKind::Repeat)), [Event::Key(Key::char('a'))]);
    }
}
