//! Sentences that name keys. Which key it is comes from the table of a screen when the program is compiled: a sentence
//! cannot name another key than the one that works, nor one that is not there.

use crate::domain::text::Lang;
use crate::keys::Key;
use crate::screen::Binding;
use crate::ui::keybar;

/// A sentence that has the names of these keys where it has `^`; a name that begins a sentence has a capital.
///
/// `keyed!([key_of(Planner::KEYS, "agenda.undo")], words("Fjernet; ^ angrer", "Fjerna; ^ angrar", "Removed; ^ undoes it"))`
macro_rules! keyed {
    ($keys:expr, words($nb:literal, $nn:literal, $en:literal $(,)?)) => {{
        const NAMED: &[$crate::keys::Key] = &$keys;
        $crate::domain::text::words(
            $crate::ui::keyed::keyed!(@Nb $nb),
            $crate::ui::keyed::keyed!(@Nn $nn),
            $crate::ui::keyed::keyed!(@En $en),
        )
    }};
    (@$lang:ident $template:literal) => {{
        use $crate::domain::text::Lang;
        use $crate::ui::keyed::{LONGEST, Spelled, filled};
        const LEN: usize = filled::<LONGEST>($template, NAMED, Lang::$lang).bytes();
        const TEXT: &Spelled<LEN> = &filled($template, NAMED, Lang::$lang);
        TEXT.as_str()
    }};
}
pub(crate) use keyed;

/// The first key of the row of this name; a constant that asks for a row that is not there does not compile.
///
/// # Panics
/// When there is no such row.
#[must_use]
pub const fn key_of<S>(table: &[Binding<S>], name: &str) -> Key {
    let mut rest = table;
    let mut found = None;
    while let [row, others @ ..] = rest {
        rest = others;
        if is_same(row.name.as_bytes(), name.as_bytes()) {
            found = row.keys.first();
        }
    }
    assert!(found.is_some(), "no row of the table has this name");
    match found {
        Some(key) => *key,
        None => Key::char('?'),
    }
}

const fn is_same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (one_rest, other_rest);
    }
    one.is_empty() && other.is_empty()
}

/// Where the name of a key goes.
const GAP: u8 = b'^';

/// No sentence has more bytes.
pub const LONGEST: usize = 400;

/// The template with the names of `keys` in its gaps, in order.
///
/// # Panics
/// When there are not as many keys as gaps.
#[must_use]
pub const fn filled<const N: usize>(template: &str, keys: &[Key], lang: Lang) -> Spelled<N> {
    let (mut text, mut rest, mut keys) = (Spelled::EMPTY, template.as_bytes(), keys);
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != GAP {
            text.push(&[*first]);
            continue;
        }
        assert!(!keys.is_empty(), "there is no key for this gap");
        if let [key, others @ ..] = keys {
            let begun = text.begins_sentence();
            let start = text.len;
            keybar::spell(*key, lang, &mut text);
            if begun && text.len > start + 1 {
                text.capitalise(start);
            }
            keys = others;
        }
    }
    assert!(keys.is_empty(), "there is no gap for this key");
    text
}

/// Text that is put together when the program is compiled, of at most `N` bytes.
#[derive(Debug)]
pub struct Spelled<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Spelled<N> {
    pub const EMPTY: Spelled<N> = Spelled { bytes: [0; N], len: 0 };

    /// How many bytes it has.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.len
    }

    /// Adds what is UTF-8 together with what comes before and after.
    pub const fn push(&mut self, text: &[u8]) {
        let (_, room) = self.bytes.split_at_mut(self.len);
        let (room, _) = room.split_at_mut(text.len());
        room.copy_from_slice(text);
        self.len += text.len();
    }

    #[must_use]
    pub const fn as_str(&self) -> &str {
        match str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    const fn begins_sentence(&self) -> bool {
        matches!(self.bytes.split_at(self.len).0, [] | [.., b'.' | b'?' | b'!', b' '])
    }

    const fn capitalise(&mut self, at: usize) {
        if let Some(letter) = self.bytes.split_at_mut(at).1.first_mut() {
            *letter = letter.to_ascii_uppercase();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::Words;
    use crate::keys::Code;
    use crate::screen::Binding;

    const fn row(name: &'static str, keys: &'static [Key]) -> Binding<()> {
        Binding { name, keys, help: crate::domain::text::words("a", "a", "a"), when: |(), _| true, run: |(), _| {} }
    }

    const TABLE: &[Binding<()>] = &[
        row("some.start", &[Key::char(' '), Key::of(Code::Enter)]),
        row("some.undo", &[Key::char('å')]),
        row("some.export", &[Key::ctrl('x')]),
    ];

    #[test]
    fn a_sentence_names_the_first_key_of_the_row() {
        const KEYS: [Key; 2] = [key_of(TABLE, "some.undo"), key_of(TABLE, "some.export")];
        const SAID: Words = keyed!(KEYS, words("^ angrer {}, ^ tar ut", "^ og ^", "Press ^, or ^"));
        assert_eq!([SAID.nb, SAID.nn, SAID.en], ["å angrer {}, Ctrl-X tar ut", "å og Ctrl-X", "Press å, or Ctrl-X"]);
    }

    #[test]
    fn a_name_that_begins_a_sentence_has_a_capital() {
        const SAID: Words = keyed!(
            [key_of(TABLE, "some.start"), key_of(TABLE, "some.start")],
            words("^ starter; ^ òg", "Klar. ^ eller ^", "Now? ^ or ^")
        );
        assert_eq!(
            [SAID.nb, SAID.nn, SAID.en],
            ["Mellomrom starter; mellomrom òg", "Klar. Mellomrom eller mellomrom", "Now? Space or space"]
        );
    }
}
