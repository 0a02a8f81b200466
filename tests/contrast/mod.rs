//! Contrast as WCAG 2 computes it, for every pair of the themes in the palettes of common terminals.
#![allow(dead_code, clippy::panic, reason = "a test may stop")]

use ratatui::style::Color;
use vidde::domain::facts::Theme;
use vidde::model::Depth;
use vidde::ui::theme::{Pair, Tone, pair};

/// Every look that has colours.
pub const LOOKS: [(Theme, Depth); 4] = [
    (Theme::Dark, Depth::True),
    (Theme::Light, Depth::True),
    (Theme::Dark, Depth::Sixteen),
    (Theme::Light, Depth::Sixteen),
];

type Palette = [u32; 16];

/// The sixteen colours of xterm, of the Windows terminal and console, and of Terminal on macOS.
const PALETTES: [(&str, Palette); 4] = [
    (
        "xterm",
        [
            0x0000_0000,
            0x00cd_0000,
            0x0000_cd00,
            0x00cd_cd00,
            0x0000_00ee,
            0x00cd_00cd,
            0x0000_cdcd,
            0x00e5_e5e5,
            0x007f_7f7f,
            0x00ff_0000,
            0x0000_ff00,
            0x00ff_ff00,
            0x005c_5cff,
            0x00ff_00ff,
            0x0000_ffff,
            0x00ff_ffff,
        ],
    ),
    (
        "Windows Terminal",
        [
            0x000c_0c0c,
            0x00c5_0f1f,
            0x0013_a10e,
            0x00c1_9c00,
            0x0000_37da,
            0x0088_1798,
            0x003a_96dd,
            0x00cc_cccc,
            0x0076_7676,
            0x00e7_4856,
            0x0016_c60c,
            0x00f9_f1a5,
            0x003b_78ff,
            0x00b4_009e,
            0x0061_d6d6,
            0x00f2_f2f2,
        ],
    ),
    (
        "Windows console",
        [
            0x0000_0000,
            0x0080_0000,
            0x0000_8000,
            0x0080_8000,
            0x0000_0080,
            0x0080_0080,
            0x0000_8080,
            0x00c0_c0c0,
            0x0080_8080,
            0x00ff_0000,
            0x0000_ff00,
            0x00ff_ff00,
            0x0000_00ff,
            0x00ff_00ff,
            0x0000_ffff,
            0x00ff_ffff,
        ],
    ),
    (
        "macOS Terminal",
        [
            0x0000_0000,
            0x0099_0000,
            0x0000_a600,
            0x0099_9900,
            0x0000_00b2,
            0x00b2_00b2,
            0x0000_a6b2,
            0x00bf_bfbf,
            0x0066_6666,
            0x00e6_0000,
            0x0000_d900,
            0x00e6_e600,
            0x0000_00ff,
            0x00e6_00e6,
            0x0000_e6e6,
            0x00e6_e6e6,
        ],
    ),
];

/// The contrast of a tone in one look and one palette.
#[derive(Debug)]
pub struct Measured {
    pub tone: Tone,
    pub theme: Theme,
    pub depth: Depth,
    pub palette: &'static str,
    pub ratio: f64,
}

/// The contrast of every tone in every look and palette.
pub fn pairs() -> Vec<Measured> {
    let mut all = Vec::new();
    for (theme, depth) in LOOKS {
        for tone in Tone::ALL {
            let Some(Pair { ink, ground }) = pair(theme, depth, tone) else { panic!("{tone:?} has no colours") };
            for (palette, colours) in &PALETTES {
                all.push(Measured { tone, theme, depth, palette, ratio: ratio(ink, ground, colours) });
            }
        }
    }
    all
}

/// The least contrast of two colours in any palette.
pub fn worst(ink: Color, ground: Color) -> f64 {
    PALETTES.iter().map(|(_, palette)| ratio(ink, ground, palette)).fold(f64::INFINITY, f64::min)
}

fn ratio(ink: Color, ground: Color, palette: &Palette) -> f64 {
    let (one, other) = (luminance(ink, palette), luminance(ground, palette));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Color, palette: &Palette) -> f64 {
    let channel = |value: u8| {
        let part = f64::from(value) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let (red, green, blue) = rgb(colour, palette);
    0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
}

fn rgb(colour: Color, palette: &Palette) -> (u8, u8, u8) {
    let names = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    if let Color::Rgb(red, green, blue) = colour {
        return (red, green, blue);
    }
    let place = names.iter().position(|name| *name == colour);
    let value =
        place.and_then(|place| palette.get(place)).unwrap_or_else(|| panic!("{colour:?} is not one of sixteen"));
    let [_, red, green, blue] = value.to_be_bytes();
    (red, green, blue)
}
