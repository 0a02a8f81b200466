//! Placeholder for the room.

use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::model::Model;
use crate::screen::{Binding, Face, Screen};
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[derive(Debug, Default)]
pub struct Room;

impl Screen for Room {
    const KEYS: &'static [Binding<Room>] = &[];

    fn title(&self) -> Words {
        words("Rommet", "Rommet", "Room")
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        let text = model.schedule(now).and_then(|s| s.current().map(|c| c.remaining.to_string()));
        paint::text(&text.unwrap_or_default(), style(model, Tone::Text), area, buf);
    }

    fn face(&self) -> Face {
        Face::Wall
    }
}
