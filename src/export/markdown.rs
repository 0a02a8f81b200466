//! Text as Markdown: what people write is shown as they wrote it, whatever signs are in it.

/// The signs that Markdown would obey anywhere in a line.
const OBEYED: [char; 6] = ['\\', '`', '*', '_', '[', '<'];

/// `text` so that it reads the same in Markdown; one line.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 8);
    if opens_something(text) {
        plain.push('\\');
    }
    for letter in text.chars() {
        if OBEYED.contains(&letter) {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}

/// Whether Markdown would take the beginning of the line for a heading, a quotation or an item of a list.
fn opens_something(text: &str) -> bool {
    let mut letters = text.chars();
    matches!(letters.next(), Some('#' | '>' | '~' | '=')) || text.starts_with("- ") || text.starts_with("+ ")
}

/// The lines of `text`, each a paragraph of a quotation.
#[must_use]
pub fn quoted<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let lines = lines.filter(|line| !line.trim().is_empty()).map(|line| format!("> {}\n", line.trim()));
    lines.collect::<Vec<_>>().join(">\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_shown_and_not_obeyed() {
        let cases = [
            ("Hva gir *mest*?", "Hva gir \\*mest\\*?"),
            ("# 1 på lista", "\\# 1 på lista"),
            ("- og så?", "\\- og så?"),
            ("1-2-4-alle", "1-2-4-alle"),
            ("a_b <b> [x](y) `c` \\", "a\\_b \\<b> \\[x](y) \\`c\\` \\\\"),
        ];
        for (written, plain_text) in cases {
            assert_eq!(plain(written), plain_text);
        }
    }

    #[test]
    fn each_line_of_a_note_stays_a_line() {
        assert_eq!(quoted("Husk bjella.\n\n Ring Kari.".lines()), "> Husk bjella.\n>\n> Ring Kari.\n");
    }
}
