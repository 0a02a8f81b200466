//! The console of the running session, for the facilitator alone: what runs, what to say and do, what comes, and how
//! far behind or ahead in words. What the keys do to the run is in `screens::acts`, what is shown in `now` and `sheet`.

mod asides;
mod begin;
pub mod close;
pub mod dated;
mod gleaned;
mod keys;
mod lengths;
mod now;
mod panel;
mod part;
mod replan;
mod reword;
mod sheet;
mod standing;
mod steps;
mod told;
mod why;

use crate::domain::agenda::{BlockId, Towards};
use crate::domain::schedule::Schedule;
use crate::domain::session::Face as Stage;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::Key;
use crate::model::Model;
use crate::screen::{Binding, Cx, Go, Mouse, Screen};
use crate::screens::{acts, overdue};
use crate::ui::keyed::key_of;
use crate::ui::list::Move;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub const TITLE: Words = words("Pågår", "Pågår", "Live");

/// From this width on the run sheet stands beside what runs now.
const TWO_COLUMNS: u16 = 76;

/// The narrowest run sheet beside what runs: a clock time, a title and a length.
const SHEET_LEAST: u16 = 42;

/// The widest run sheet: further apart, a title and its length are not read as one row.
const SHEET: u16 = 72;

/// The console; holds nothing but what is looked at.
#[derive(Debug, Default)]
pub struct Live {
    /// The chosen row; none follows the run.
    chosen: Option<BlockId>,
    front: Front,
}

/// What a frame came to.
#[derive(Debug, Clone, Copy, Default)]
struct Drawn {
    /// Where the run sheet is.
    sheet: Rect,
    /// Lines of text that had no room.
    hidden: usize,
    shown: usize,
}

/// What gets the room in a small window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Front {
    #[default]
    Sheet,
    /// The texts of the part from this line on; the run sheet steps aside.
    Texts(usize),
}

/// The first key of one of its rows, for a sentence that names it.
pub(super) const fn key(row: &str) -> Key {
    key_of(Live::KEYS, row)
}

impl Screen for Live {
    const KEYS: &'static [Binding<Live>] = keys::KEYS;
    const HINTS: &'static [(&'static str, Option<Words>)] = keys::HINTS;

    fn title(&self) -> Words {
        TITLE
    }

    fn why_not(&self, row: &str, model: &Model) -> Option<Words> {
        why::why_not(row, model)
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        paint::fill(model, Tone::Text, area, buf);
        self.draw(model, now, paint::inset(area, 1), buf);
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

/// Where what runs now is, and where the run sheet is at least: beside it or below it.
fn panels(area: Rect, front: Front) -> (Rect, Rect) {
    if area.width >= TWO_COLUMNS {
        let left = (area.width * 11 / 20).min(area.width.saturating_sub(SHEET_LEAST)).min(paint::MEASURE);
        let sheet = Rect { x: area.x + left + 3, width: (area.width - left - 3).min(SHEET), ..area };
        return (Rect { width: left, ..area }, sheet);
    }
    let rows = if front == Front::Sheet { 1 + (area.height / 6).max(2) } else { 0 };
    let above = area.height.saturating_sub(rows);
    (Rect { height: above, ..area }, paint::below(area, above))
}

/// The run sheet without the line that parts it from what runs now, which is drawn; a sheet below takes what is `left`
/// above it.
fn parted(model: &Model, sheet: Rect, left: Rect, buf: &mut Buffer) -> Rect {
    let look = style(model, Tone::Quiet);
    if sheet.x > left.x {
        let column = Rect { x: sheet.x - 2, width: 1, ..sheet };
        (0..column.height).for_each(|row| paint::text("│", look, paint::row(column, row), buf));
        return sheet;
    }
    if sheet.is_empty() {
        return sheet;
    }
    let all = left.union(sheet);
    paint::text(&"─".repeat(usize::from(all.width)), look, all, buf);
    paint::below(all, 1)
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

impl Live {
    /// Draws everything.
    fn draw(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) -> Drawn {
        if let Some(which) = overdue::which(model, now) {
            begin::left_open(model, &which, area, buf);
            return Drawn::default();
        }
        let (Some(live), Some(view)) = (&model.facts.live, model.schedule(now)) else {
            begin::nothing_runs(model, area, buf);
            return Drawn::default();
        };
        let (upper, lower) = panels(area, self.front);
        let agenda = live.session.plan_at(now);
        let plan = sheet::Plan { agenda: &agenda, view: &view, zone: &live.session.zone };
        let picture = now::picture(model, live, plan, now);
        let first = if let Front::Texts(first) = self.front { first } else { 0 };
        let panel::Drawn { left, hidden, shown } =
            panel::draw(model, (&picture, first), (now, &live.session.zone), upper, buf);
        let sheet = parted(model, lower, left, buf);
        let (sheet, below) = with_parts(sheet, view.rows.len(), picture.parts.len());
        panel::parts(model, &picture, if sheet.x > area.x && below.is_empty() { left } else { below }, buf);
        sheet::draw(model, &plan, sheet::selected(&view, self.chosen), sheet, buf);
        Drawn { sheet, hidden, shown }
    }

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
        let Drawn { sheet, .. } = self.draw(cx.model, cx.now, paint::inset(area, 1), &mut Buffer::empty(area));
        let Some(view) = cx.model.schedule(cx.now).filter(|_| sheet.contains(at)) else { return false };
        let shown = sheet::window(&view, sheet::selected(&view, self.chosen), sheet.height);
        let index = shown.start + usize::from(at.y - sheet.y);
        self.chosen = view.rows.get(index).map(|row| row.id).or(self.chosen);
        true
    }

    /// Goes on in the texts; after their end the run sheet is back.
    fn turn(&mut self, cx: &Cx<'_>) {
        let Drawn { hidden, shown, .. } =
            self.draw(cx.model, cx.now, paint::inset(cx.area, 1), &mut Buffer::empty(cx.area));
        self.front = match self.front {
            Front::Sheet if cx.area.width < TWO_COLUMNS + 2 => Front::Texts(0),
            Front::Sheet if hidden > 0 => Front::Texts(shown),
            Front::Texts(first) if hidden > 0 && shown > 0 => Front::Texts(first + shown),
            Front::Sheet | Front::Texts(_) => Front::Sheet,
        };
    }

    fn room(&mut self, cx: &mut Cx<'_>) {
        if overdue::asks_first(cx) {
            return;
        }
        self.chosen = None;
        acts::turn(cx, Stage::Room);
        cx.go = Some(Go::Over(crate::screens::room()));
    }

    /// Does `act` with the block in the selected row.
    fn with_selected(&mut self, cx: &mut Cx<'_>, act: impl FnOnce(&mut Cx<'_>, BlockId)) {
        if let Some(id) = cx.model.schedule(cx.now).and_then(|view| self.selected(&view)) {
            act(cx, id);
        }
    }

    /// Moves the selected block, which stays selected.
    fn shift(&mut self, cx: &mut Cx<'_>, towards: Towards) {
        if let Some(id) = cx.model.schedule(cx.now).and_then(|view| self.selected(&view))
            && replan::shift(cx, id, towards)
        {
            self.chosen = Some(id);
        }
    }

    /// Does `act`, and selects what runs then: an old choice is not jumped to by a stray key.
    fn lead(&mut self, cx: &mut Cx<'_>, act: fn(&mut Cx<'_>)) {
        act(cx);
        *self = Live::default();
    }

    fn jump(&mut self, cx: &mut Cx<'_>) {
        let wish = cx.model.schedule(cx.now).and_then(|view| self.selected(&view));
        if let Some(id) = wish
            && acts::jump(cx, id)
        {
            self.chosen = None;
        }
    }
}
