//! Keys as data: parse and print `ctrl-f`, `space`, `?`. Which key does what is in the tables of the screens.

use std::fmt;
use std::str::FromStr;

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// Whether Ctrl is held. Alt is never bound (Esc + letter reads as Alt in old terminals), and Shift is in the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Held {
    Alone,
    Ctrl,
}

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub code: Code,
    pub held: Held,
}

impl Key {
    /// A key pressed alone.
    #[must_use]
    pub const fn of(code: Code) -> Key {
        Key { code, held: Held::Alone }
    }

    /// A letter or symbol.
    #[must_use]
    pub const fn char(symbol: char) -> Key {
        Key::of(Code::Char(symbol))
    }

    /// Ctrl and a letter.
    #[must_use]
    pub const fn ctrl(letter: char) -> Key {
        Key { code: Code::Char(letter), held: Held::Ctrl }
    }

    /// The character this key types into a text field.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self {
            Key { code: Code::Char(symbol), held: Held::Alone } => Some(symbol),
            _ => None,
        }
    }
}

/// Keys that have a name rather than a symbol.
const NAMED: [(&str, Code); 15] = [
    ("space", Code::Char(' ')),
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("shift-tab", Code::BackTab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("left", Code::Left),
    ("right", Code::Right),
    ("up", Code::Up),
    ("down", Code::Down),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = if self.held == Held::Ctrl { "ctrl-" } else { "" };
        let name = match self.code {
            Code::F(number) => format!("{held}f{number}"),
            code => match NAMED.iter().find(|(_, named)| *named == code) {
                Some((name, _)) => format!("{held}{name}"),
                None => match code {
                    Code::Char(symbol) => format!("{held}{symbol}"),
                    _ => String::new(),
                },
            },
        };
        f.pad(&name)
    }
}

impl FromStr for Key {
    type Err = String;

    fn from_str(text: &str) -> Result<Key, String> {
        let (held, name) = match text.strip_prefix("ctrl-") {
            Some(name) => (Held::Ctrl, name),
            None => (Held::Alone, text),
        };
        let mut letters = name.chars();
        let code = match (letters.next(), letters.next()) {
            (Some(symbol), None) => Code::Char(symbol),
            (Some('f'), Some('1'..='9')) => {
                Code::F(name.get(1..).and_then(|n| n.parse().ok()).ok_or_else(|| unknown(text))?)
            }
            _ => NAMED.iter().find(|(named, _)| *named == name).map(|(_, code)| *code).ok_or_else(|| unknown(text))?,
        };
        Ok(Key { code, held })
    }
}

fn unknown(text: &str) -> String {
    format!("“{text}” is not a key; write a letter, ctrl-f, space, enter, f1 …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_printed_as_it_is_read() {
        for text in ["a", "?", "ctrl-f", "space", "f1", "f12", "shift-tab", "pagedown", "å", "+", "-", "."] {
            assert_eq!(text.parse::<Key>().map(|key| key.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "ctrl-", "hyper-x", "f"] {
            assert_eq!(text.parse::<Key>().is_ok(), text == "f", "{text}");
        }
    }
}
