//! The time bar: full at the beginning, shrinking to nothing. The rest is a thin line, so that it can be read without
//! colour.

use crate::domain::times::Seconds;
use crate::model::Model;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The last cell of the filled part, by eighths.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Draws what is `left` of a length in the first row of `area`, on the ground that is there; nothing left, or less, is
/// an empty bar.
pub fn draw(model: &Model, left: Seconds, length: Seconds, area: Rect, buf: &mut Buffer) {
    let filled = filled(left, length, area.width);
    let rest = usize::from(area.width).saturating_sub(filled.chars().count());
    let ink = |tone| Style { bg: None, ..style(model, tone) };
    let spans = vec![Span::styled(filled, ink(Tone::Bar)), Span::styled("─".repeat(rest), ink(Tone::BarRest))];
    paint::line(&Line::from(spans), area, buf);
}

fn filled(left: Seconds, length: Seconds, width: u16) -> String {
    let (left, length) = (left.or_zero().0.min(length.0), length.0.max(1));
    let eighths = usize::try_from((left * i64::from(width) * 8 + length - 1) / length).unwrap_or(0);
    "█".repeat(eighths / 8) + EIGHTHS.get(eighths % 8).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_shrinks_by_eighths_and_is_never_wider_than_its_room() {
        let ten = Seconds::minutes(10);
        for (left, expected) in [(600, "████"), (900, "████"), (300, "██"), (225, "█▌"), (1, "▏"), (0, ""), (-60, "")]
        {
            assert_eq!(filled(Seconds(left), ten, 4), expected, "{left} s left");
        }
        assert_eq!(filled(Seconds(10), Seconds::ZERO, 4), "");
    }
}
