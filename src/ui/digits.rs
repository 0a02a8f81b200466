//! Large digits and words, as big as a rectangle allows. Clock times are built from strokes (`strokes`), so that they
//! fill any size; words are enlarged from a bitmap font (`letters`). Nothing here knows what is being counted.

mod canvas;
mod letters;
mod strokes;

use canvas::Canvas;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;

/// Draws `text` in the middle of `area`, as large as it allows. Answers where it stands, or nothing (and draws
/// nothing) when it does not fit or has a character that cannot be drawn large.
pub fn draw(text: &str, area: Rect, style: Style, buf: &mut Buffer) -> Option<Rect> {
    let area = area.intersection(buf.area);
    let canvas = build(text, area.as_size())?;
    let Size { width, height } = canvas.cells();
    let place = area.centered(width.into(), height.into());
    canvas.paint(place, style, buf);
    Some(place)
}

/// How much room `text` takes when drawn as large as `room` allows; nothing when it does not fit.
#[must_use]
pub fn size(text: &str, room: Size) -> Option<Size> {
    build(text, room).map(|canvas| canvas.cells())
}

fn build(text: &str, room: Size) -> Option<Canvas> {
    match strokes::glyphs(text) {
        Some(glyphs) => strokes::build(&glyphs, room),
        None => letters::build(text, room),
    }
}
