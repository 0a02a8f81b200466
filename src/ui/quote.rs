//! What somebody has typed, said back in a sentence: as short as leaves room for the answer.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands for the middle that is left out.
const GAP: &str = " … ";

/// `text` on one line of at most `width` columns; of a longer one its beginning and, in half as many columns, its end.
#[must_use]
pub fn brief(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(GAP.width());
    let head = fitting(text.chars(), room - room / 3);
    let tail: String = fitting(text.chars().rev(), room / 3).chars().rev().collect();
    format!("{}{GAP}{}", head.trim_end(), tail.trim_start())
}

fn fitting(letters: impl Iterator<Item = char>, mut room: usize) -> String {
    let fits = |letter: &char| {
        let left = room.checked_sub(letter.width().unwrap_or(0));
        room = left.unwrap_or(room);
        left.is_some()
    };
    letters.take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_keeps_its_beginning_and_its_end() {
        assert_eq!(brief("kaffe med kake", 14), "kaffe med kake");
        assert_eq!(brief("kaffe med kake og en lang tale", 21), "kaffe med ka … g tale");
        assert!((0..40).all(|width| brief(&"ord ".repeat(20), width).width() <= width.max(GAP.width())));
    }
}
