//! The box of a dialog: a title, a border, and the area inside. What is asked is in `screens`.

use crate::model::Model;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::widgets::{Block, Widget};

/// Draws a box for `width` × `height` cells of content in the middle of `area`; answers the area inside it.
pub fn frame(model: &Model, title: &str, (width, height): (u16, u16), area: Rect, buf: &mut Buffer) -> Rect {
    let outer = outside((width, height), area.intersection(buf.area));
    paint::fill(model, Tone::Text, outer, buf);
    let name = paint::cut(title, usize::from(outer.width.saturating_sub(4)));
    let block = Block::bordered()
        .border_style(style(model, Tone::Accent))
        .title(ratatui::text::Line::styled(format!(" {name} "), style(model, Tone::Title)));
    block.render(outer, buf);
    inside((width, height), area.intersection(buf.area))
}

/// The area inside the box that [`frame`] draws for as many cells of content.
#[must_use]
pub fn inside(size: (u16, u16), area: Rect) -> Rect {
    paint::inset(Block::bordered().inner(outside(size, area)), 1)
}

fn outside((width, height): (u16, u16), area: Rect) -> Rect {
    area.centered(
        Constraint::Length(width.saturating_add(4).min(area.width)),
        Constraint::Length(height.saturating_add(2).min(area.height)),
    )
}
