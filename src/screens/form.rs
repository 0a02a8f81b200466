//! x
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::model::Model;
use crate::screen::{Binding, Face, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
#[derive(Default)]
pub struct Form;
impl Screen for Form {
    const KEYS: &'static [Binding<Form>] = &[];
    fn title(&self) -> Words {
        words("Skjema", "Skjema", "Form")
    }
    fn face(&self) -> Face {
        Face::Dialog
    }
    fn view(&self, _model: &Model, _now: Moment, _area: Rect, _buf: &mut Buffer) {}
}
