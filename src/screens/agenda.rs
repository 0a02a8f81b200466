//! x
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::Key;
use crate::model::Model;
use crate::screen::{Binding, Screen};
use crate::screens::start;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
pub const TITLE: Words = words("Kjøreplan", "Køyreplan", "Agenda");
#[derive(Default)]
pub struct Planner;
impl Screen for Planner {
    const KEYS: &'static [Binding<Planner>] = &[Binding {
        name: "agenda.start",
        keys: &[Key::char('s')],
        help: words("start", "start", "start"),
        when: |_, m| m.agenda().is_some(),
        run: |_, cx| start::agenda(cx),
    }];
    fn title(&self) -> Words {
        TITLE
    }
    fn view(&self, _model: &Model, _now: Moment, _area: Rect, _buf: &mut Buffer) {}
}
