//! Placeholder for the facilitator's console.

use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::model::Model;
use crate::screen::{Binding, Screen};
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[derive(Debug, Default)]
pub struct Live;

impl Screen for Live {
    const KEYS: &'static [Binding<Live>] = &[];

    fn title(&self) -> Words {
        words("Pågår", "Pågår", "Live")
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        let text = model.schedule(now).and_then(|s| s.current().map(|c| c.remaining.to_string()));
        paint::text(&text.unwrap_or_default(), style(model, Tone::Text), area, buf);
    }
}
