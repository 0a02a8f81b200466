//! What a terminal is told beside pictures: its bell, a notification, the title of its window. Every text is made
//! harmless here once more, whatever came before.

/// The bell.
pub(super) const BELL: &[u8] = b"\x07";

/// Puts the shell's title on the terminal's stack, where it has one.
pub(super) const KEEP_TITLE: &[u8] = b"\x1b[22;2t";

/// An empty title, for terminals without a stack, and then the shell's own back.
pub(super) const TITLE_BACK: &[u8] = b"\x1b]2;\x1b\\\x1b[23;2t";

/// Longest text that is sent.
const LONGEST: usize = 120;

/// A notification of the desktop (OSC 9). A number at its beginning would be a command to some terminals.
pub(super) fn notification(text: &str) -> Vec<u8> {
    format!("\x1b]9;Vidde: {}\x1b\\", harmless(text)).into_bytes()
}

/// Another title of the window (OSC 2).
pub(super) fn title(text: &str) -> Vec<u8> {
    format!("\x1b]2;{}\x1b\\", harmless(text)).into_bytes()
}

fn harmless(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_end_its_sequence_or_begin_another() {
        let hostile = "4;3\u{7}\u{1b}\\\u{1b}]52;c;AAAA\u{9c}\nrm";
        assert_eq!(notification(hostile), b"\x1b]9;Vidde: 4;3\\]52;c;AAAArm\x1b\\");
        assert_eq!(title(&"x".repeat(500)).len(), LONGEST + 6);
    }
}
