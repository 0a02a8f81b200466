//! The console of the running session, for the facilitator alone: what runs, what to say and do, what comes, and how
//! far behind or ahead in words. What the keys do to the run is in `acts`, what is shown in `now` and `sheet`.

pub mod acts;
mod begin;
mod close;
mod dated;
mod keys;
mod now;
mod panel;
mod sheet;
mod told;

use crate::domain::agenda::BlockId;
use crate::domain::schedule::Schedule;
use crate::domain::session::{Face as Stage, Press};
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::model::Model;
use crate::screen::{Binding, Cx, Go, Mouse, Screen};
use crate::screens::room::Room;
use crate::ui::list::Move;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub const TITLE: Words = words("Pågår", "Pågår", "Live");

/// From this width on the run sheet stands beside what runs now.
const TWO_COLUMNS: u16 = 76;

/// The widest run sheet: further apart, a title and its length are not read as one row.
const SHEET: u16 = 72;

/// The console; holds nothing but what is looked at.
#[derive(Debug, Default)]
pub struct Live {
    /// The chosen row; none follows the run.
    chosen: Option<BlockId>,
    front: Front,
}

/// What gets the room in a small window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Front {
    #[default]
    Sheet,
    /// The texts of the part; the run sheet steps aside.
    Texts,
}

impl Screen for Live {
    const KEYS: &'static [Binding<Live>] = keys::KEYS;

    fn title(&self) -> Words {
        TITLE
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        paint::fill(model, Tone::Text, area, buf);
        let area = paint::inset(area, 1);
        let (Some(live), Some(view)) = (&model.facts.live, model.schedule(now)) else {
            return begin::nothing_runs(model, area, buf);
        };
        let (upper, lower) = panels(area, self.front);
        let picture = now::now(model, live, &view, now);
        let left = panel::draw(model, &picture, (now, &live.session.zone), upper, buf);
        rule(model, area, lower, buf);
        let (lower, below) = with_parts(lower, view.rows.len(), picture.parts.len());
        panel::parts(model, &picture, if below.is_empty() { left } else { below }, buf);
        sheet::draw(model, &live.session, &view, sheet::selected(&view, self.chosen), lower, buf);
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp => self.move_to(Move::Up, cx),
            Mouse::WheelDown => self.move_to(Move::Down, cx),
            Mouse::Click { column, row } => return self.click((column, row).into(), area, cx),
        }
        true
    }
}

/// Where what runs now is, and where the run sheet is: beside it or below it.
fn panels(area: Rect, front: Front) -> (Rect, Rect) {
    if area.width >= TWO_COLUMNS {
        let left = (area.width * 11 / 20).min(paint::MEASURE);
        let sheet = Rect { x: area.x + left + 3, width: (area.width - left - 3).min(SHEET), ..area };
        return (Rect { width: left, ..area }, sheet);
    }
    let rows = if front == Front::Texts { 0 } else { 1 + (area.height / 6).max(2) };
    let above = area.height.saturating_sub(rows);
    (Rect { height: above, ..area }, paint::below(area, (above + 1).min(area.height)))
}

/// The run sheet with the list of parts below it, where both fit whole; else all of it for the run sheet.
fn with_parts(area: Rect, rows: usize, parts: usize) -> (Rect, Rect) {
    let count = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX / 4);
    let (rows, parts) = (count(rows) + 1, count(parts));
    if parts == 0 || rows + parts > area.height {
        return (area, Rect::ZERO);
    }
    (Rect { height: rows, ..area }, Rect { height: parts, ..paint::below(area, rows) })
}

/// The line between the two.
fn rule(model: &Model, area: Rect, sheet: Rect, buf: &mut Buffer) {
    let look = style(model, Tone::Quiet);
    if sheet.x > area.x {
        (0..area.height)
            .for_each(|row| paint::text("│", look, Rect { x: sheet.x - 2, width: 1, ..paint::row(area, row) }, buf));
    } else if sheet.height > 0 && sheet.y > area.y {
        paint::text(&"─".repeat(usize::from(area.width)), look, Rect { y: sheet.y - 1, height: 1, ..area }, buf);
    }
}

impl Live {
    /// The block in the selected row.
    fn selected(&self, view: &Schedule) -> Option<BlockId> {
        view.rows.get(sheet::selected(view, self.chosen)).map(|row| row.id)
    }

    fn move_to(&mut self, step: Move, cx: &mut Cx<'_>) {
        if let Some(view) = cx.model.schedule(cx.now) {
            let target = step.from(sheet::selected(&view, self.chosen), view.rows.len(), 1);
            self.chosen = view.rows.get(target).map(|row| row.id);
        }
    }

    fn click(&mut self, at: ratatui::layout::Position, area: Rect, cx: &mut Cx<'_>) -> bool {
        let (_, sheet) = panels(paint::inset(area, 1), self.front);
        let Some(view) = cx.model.schedule(cx.now).filter(|_| sheet.contains(at)) else { return false };
        let shown = sheet::window(&view, sheet::selected(&view, self.chosen), sheet.height);
        let index = shown.start + usize::from(at.y - sheet.y);
        self.chosen = view.rows.get(index).map(|row| row.id).or(self.chosen);
        true
    }

    fn turn(&mut self) {
        self.front = match self.front {
            Front::Sheet => Front::Texts,
            Front::Texts => Front::Sheet,
        };
    }

    fn room(&mut self, cx: &mut Cx<'_>) {
        self.chosen = None;
        acts::turn(cx, Stage::Room);
        cx.go = Some(Go::Over(Box::new(Room)));
    }

    fn skip(&mut self, cx: &mut Cx<'_>) {
        if let Some(id) = cx.model.schedule(cx.now).and_then(|view| self.selected(&view)) {
            acts::skip_or_bring_back(cx, id);
        }
    }

    fn jump(&mut self, cx: &mut Cx<'_>) {
        let wish = cx.model.schedule(cx.now).and_then(|view| self.selected(&view));
        if let Some(id) = wish
            && acts::press(cx, Press::Goto(id))
        {
            self.chosen = None;
        }
    }
}
