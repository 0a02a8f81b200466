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

/// The rows of [`draw_narrow`].
pub const NARROW_ROWS: u16 = 4;

/// Draws `text` from the upper left corner of `area`, in letters of four rows that are half as wide as those of [`draw`].
pub fn draw_narrow(text: &str, area: Rect, style: Style, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if let Some(canvas) = letters::build_narrow(text).filter(|canvas| fits(canvas, area.as_size())) {
        let Size { width, height } = canvas.cells();
        canvas.paint(Rect { width, height, ..area }, style, buf);
    }
}

/// The columns of `text` in narrow letters; nothing when it takes more than `room`, or has a character that cannot be
/// drawn large.
#[must_use]
pub fn narrow_width(text: &str, room: u16) -> Option<u16> {
    let room = Size { width: room, height: NARROW_ROWS };
    letters::build_narrow(text).filter(|canvas| fits(canvas, room)).map(|canvas| canvas.cells().width)
}

fn fits(canvas: &Canvas, room: Size) -> bool {
    let Size { width, height } = canvas.cells();
    width <= room.width && height <= room.height
}

fn build(text: &str, room: Size) -> Option<Canvas> {
    match strokes::glyphs(text) {
        Some(glyphs) => strokes::build(&glyphs, room),
        None => letters::build(text, room),
    }
}
