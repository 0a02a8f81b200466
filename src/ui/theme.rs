//! Colours by what they mean, for both themes and every depth of colour. `tests/room.rs` computes every contrast.

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
    /// The title line of the room.
    WallTitle,
    /// The filled part of the time bar.
    Bar,
    /// The rest of the time bar.
    BarRest,
    /// Signal bars: black text on a filled bar.
    Attention,
    LastCall,
    OverTime,
}

impl Tone {
    pub const ALL: [Tone; 16] = [
        Tone::Text,
        Tone::Quiet,
        Tone::Title,
        Tone::Accent,
        Tone::Selected,
        Tone::Match,
        Tone::Notice,
        Tone::Warning,
        Tone::Running,
        Tone::Wall,
        Tone::WallTitle,
        Tone::Bar,
        Tone::BarRest,
        Tone::Attention,
        Tone::LastCall,
        Tone::OverTime,
    ];

    /// Whether the tone is seen by the room, where more contrast is asked.
    #[must_use]
    pub fn is_for_the_room(self) -> bool {
        let wall = matches!(self, Tone::Wall | Tone::WallTitle | Tone::Bar | Tone::BarRest);
        wall || matches!(self, Tone::Attention | Tone::LastCall | Tone::OverTime)
    }

    /// Bold, underline and reverse that belong to the tone whatever the colours.
    fn weight(self) -> Modifier {
        match self {
            Tone::Match => Modifier::BOLD.union(Modifier::UNDERLINED),
            Tone::Text | Tone::Quiet | Tone::Accent | Tone::Notice | Tone::Wall | Tone::Bar | Tone::BarRest => {
                Modifier::empty()
            }
            _ => Modifier::BOLD,
        }
    }

    /// What a filled ground becomes where there are no colours.
    fn weight_alone(self) -> Modifier {
        match self {
            Tone::Selected | Tone::Attention | Tone::LastCall | Tone::OverTime => Modifier::REVERSED,
            Tone::Accent => Modifier::BOLD,
            _ => self.weight(),
        }
    }
}

/// The colour of the letters and the colour behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    pub ink: Color,
    pub ground: Color,
}

/// The colours of `tone`; none where the terminal is to choose them (`NO_COLOR`).
#[must_use]
pub fn pair(theme: Theme, depth: Depth, tone: Tone) -> Option<Pair> {
    match (depth, theme) {
        (Depth::True, Theme::Dark) => Some(dark(tone)),
        (Depth::True, Theme::Light) => Some(light(tone)),
        (Depth::Sixteen, Theme::Dark) => Some(dark_of_sixteen(tone)),
        (Depth::Sixteen, Theme::Light) => Some(light_of_sixteen(tone)),
        (Depth::None, _) => None,
    }
}

/// The style of `tone` in the model's theme and depth.
#[must_use]
pub fn style(model: &Model, tone: Tone) -> Style {
    match pair(model.facts.settings.theme, model.depth, tone) {
        Some(Pair { ink, ground }) => Style::new().fg(ink).bg(ground).add_modifier(tone.weight()),
        None => Style::new().add_modifier(tone.weight_alone()),
    }
}

fn of(ink: u32, ground: u32) -> Pair {
    Pair { ink: Color::from_u32(ink), ground: Color::from_u32(ground) }
}

/// A plateau at night: warm white, lichen green and lamp light.
fn dark(tone: Tone) -> Pair {
    const NIGHT: u32 = 0x0012_161c;
    match tone {
        Tone::Text => of(0x00e8_e6e1, NIGHT),
        Tone::Quiet => of(0x00a3_adb8, NIGHT),
        Tone::Title => of(0x00ff_ffff, NIGHT),
        Tone::Accent | Tone::Notice => of(0x008f_d8c8, NIGHT),
        Tone::Selected => of(0x000c_1013, 0x008f_d8c8),
        Tone::Match => of(0x00ff_d166, NIGHT),
        Tone::Warning => of(0x00ff_be6b, NIGHT),
        Tone::Running => of(0x00ff_ffff, 0x0025_353b),
        Tone::Wall => of(0x00fb_f8f1, 0),
        Tone::WallTitle => of(0x00ff_dc94, 0),
        Tone::Bar => of(0x0086_dcc9, 0),
        Tone::BarRest => of(0x009b_a7af, 0),
        Tone::Attention => of(0, 0x00ff_dd3c),
        Tone::LastCall => of(0, 0x00ff_a733),
        Tone::OverTime => of(0, 0x00ff_cf94),
    }
}

/// The same plateau by day: paper, ink and fir.
fn light(tone: Tone) -> Pair {
    const PAPER: u32 = 0x00fa_f8f3;
    const WHITE: u32 = 0x00ff_ffff;
    match tone {
        Tone::Text => of(0x001d_2329, PAPER),
        Tone::Quiet => of(0x0056_5d66, PAPER),
        Tone::Title => of(0, PAPER),
        Tone::Accent | Tone::Notice => of(0x0000_5a52, PAPER),
        Tone::Selected => of(WHITE, 0x000b_5d57),
        Tone::Match | Tone::Warning => of(0x0085_3a00, PAPER),
        Tone::Running => of(0, 0x00dd_ebe7),
        Tone::Wall => of(0x0012_1416, WHITE),
        Tone::WallTitle => of(0x0000_463f, WHITE),
        Tone::Bar => of(0x0000_564e, WHITE),
        Tone::BarRest => of(0x0050_565c, WHITE),
        Tone::Attention => of(0, 0x00ff_d21f),
        Tone::LastCall => of(0, 0x00ff_9f1f),
        Tone::OverTime => of(0, 0x00ff_c482),
    }
}

/// The sixteen colours look different in every terminal; these pairs are legible in all of them. There is no orange.
fn dark_of_sixteen(tone: Tone) -> Pair {
    let (ink, ground) = match tone {
        Tone::Text | Tone::Title | Tone::Running | Tone::Wall => (Color::White, Color::Black),
        Tone::Quiet | Tone::BarRest => (Color::Gray, Color::Black),
        Tone::Accent | Tone::Notice | Tone::Bar => (Color::LightCyan, Color::Black),
        Tone::Selected => (Color::Black, Color::LightCyan),
        Tone::Match | Tone::Warning | Tone::WallTitle => (Color::LightYellow, Color::Black),
        Tone::Attention | Tone::LastCall | Tone::OverTime => (Color::Black, Color::LightYellow),
    };
    Pair { ink, ground }
}

fn light_of_sixteen(tone: Tone) -> Pair {
    let (ink, ground) = match tone {
        Tone::Accent | Tone::Notice => (Color::Blue, Color::White),
        Tone::Selected => (Color::White, Color::Blue),
        Tone::Warning | Tone::Attention | Tone::LastCall | Tone::OverTime => (Color::Black, Color::LightYellow),
        _ => (Color::Black, Color::White),
    };
    Pair { ink, ground }
}
