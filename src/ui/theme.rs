//! Colours by what they mean, for both themes and every depth of colour.

use crate::domain::facts::Theme;
use crate::model::{Depth, Model};
use ratatui::style::{Color, Modifier, Style};

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Plain text on the background of the console.
    Text,
    /// Less important text of the console (never in the room).
    Quiet,
    Title,
    /// Keys in the hint line, links.
    Accent,
    /// The selected row.
    Selected,
    /// Letters that a query has hit.
    Match,
    /// A passing line.
    Notice,
    /// Something that needs a look: cannot save, a conflict.
    Warning,
    /// The running block in a list.
    Running,
    /// Plain text and digits of the room.
    Wall,
    /// The filled part of the time bar.
    Bar,
    /// The rest of the time bar.
    BarRest,
    /// Signal bars: black text on a filled bar.
    Attention,
    LastCall,
    OverTime,
}

/// The style of `tone` in the model's theme and depth.
#[must_use]
pub fn style(model: &Model, tone: Tone) -> Style {
    let (fg, bg) = match (model.facts.settings.theme, tone) {
        (_, Tone::Attention | Tone::LastCall | Tone::OverTime) => (Color::Black, Color::Yellow),
        (Theme::Dark, _) => (Color::White, Color::Black),
        (Theme::Light, _) => (Color::Black, Color::White),
    };
    let style = if model.depth == Depth::None { Style::new() } else { Style::new().fg(fg).bg(bg) };
    match tone {
        Tone::Selected => style.add_modifier(Modifier::REVERSED),
        Tone::Title | Tone::Running | Tone::Match => style.add_modifier(Modifier::BOLD),
        _ => style,
    }
}
