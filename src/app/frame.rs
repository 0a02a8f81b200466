//! What stands around a screen: the tabs above it, notices and the hint line below it. The wall has none of that.

use super::desk::Desk;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::model::{Model, Role, Saving};
use crate::screen::Face;
use crate::screens::PLACES;
use crate::ui::theme::{Tone, style};
use crate::ui::{keybar, paint, tabs};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line;

/// The smallest console that can be used (DESIGN section 1).
const LEAST: (u16, u16) = (43, 12);

/// Draws everything.
pub fn view(model: &Model, desk: &Desk, now: Moment, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    paint::fill(model, Tone::Text, area, buf);
    if area.is_empty() {
        return;
    }
    if on_the_wall(desk) {
        desk.visible().for_each(|screen| screen.view(model, now, area, buf));
    } else if area.width < LEAST.0 || area.height < LEAST.1 {
        too_small(model, area, buf);
    } else {
        let names = PLACES.map(|place| place.name);
        tabs::view(model, &names, desk.place(), now, paint::row(area, 0), buf);
        let body = body(model, desk, area);
        desk.visible().for_each(|screen| screen.view(model, now, body, buf));
        standing(model, Rect { y: body.bottom(), height: standing_rows(model), ..area }, buf);
        bottom(model, desk, now, Rect { y: area.bottom() - 1, height: 1, ..area }, buf);
    }
}

/// Where the topmost screen is drawn in a frame of `area`.
pub fn body(model: &Model, desk: &Desk, area: Rect) -> Rect {
    if on_the_wall(desk) {
        return area;
    }
    let height = area.height.saturating_sub(2 + standing_rows(model));
    Rect { y: area.y + area.height.min(1), height, ..area }
}

fn on_the_wall(desk: &Desk) -> bool {
    desk.visible().next().is_some_and(|screen| screen.face() == Face::Wall)
}

fn too_small(model: &Model, area: Rect, buf: &mut Buffer) {
    let text = format!("{} {} × {}", model.say(TOO_SMALL), LEAST.0, LEAST.1);
    let lines = paint::wrap(&text, usize::from(area.width));
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    let place = area.centered_vertically(Constraint::Length(height));
    let lines: Vec<Line> =
        lines.into_iter().map(|line| Line::styled(line, style(model, Tone::Text)).centered()).collect();
    paint::lines(&lines, place, buf);
}

/// What stands as long as it holds: that nothing can be saved, that this window only reads.
fn standing_rows(model: &Model) -> u16 {
    u16::from(standing_text(model).is_some())
}

fn standing_text(model: &Model) -> Option<String> {
    match (&model.saving, model.role) {
        (Saving::Failing(reason), _) => Some(CANNOT_SAVE.with(model.lang, reason)),
        (Saving::Rehearsal, _) => Some(model.say(REHEARSAL).to_owned()),
        (_, Role::Viewer) => Some(model.say(ONLY_READS).to_owned()),
        (Saving::Stored | Saving::Waiting, Role::Writer) => None,
    }
}

fn standing(model: &Model, area: Rect, buf: &mut Buffer) {
    if let Some(text) = standing_text(model) {
        paint::text(&format!(" {text}"), style(model, Tone::Warning), area, buf);
    }
}

/// A notice while it lasts, else the hint line; at its end whether something waits to be stored.
fn bottom(model: &Model, desk: &Desk, now: Moment, area: Rect, buf: &mut Buffer) {
    if let Some(notice) = model.notice.as_ref().filter(|notice| notice.until > now) {
        paint::fill(model, Tone::Notice, area, buf);
        paint::text(&format!(" {}", notice.text), style(model, Tone::Notice), area, buf);
    } else {
        let mut always = desk.global_rows(model);
        always.retain(|row| row.live && ALWAYS.contains(&row.name));
        keybar::view(model, &desk.rows(model), &always, area, buf);
    }
    if model.saving == Saving::Waiting {
        paint::right(&format!(" {} ", model.say(WAITING)), style(model, Tone::Warning), area, buf);
    }
}

/// The global keys that the hint line always ends with.
const ALWAYS: [&str; 2] = ["app.help", "app.back"];

const TOO_SMALL: Words = words(
    "Vinduet er for lite. Vidde trenger",
    "Vindauget er for lite. Vidde treng",
    "The window is too small. Vidde needs",
);
const CANNOT_SAVE: Words = words("▲ Kan ikke lagre: {}", "▲ Kan ikkje lagre: {}", "▲ Cannot save: {}");
const ONLY_READS: Words = words(
    "Vidde er åpen i et annet vindu. Her kan du se, men ikke endre.",
    "Vidde er open i eit anna vindauge. Her kan du sjå, men ikkje endre.",
    "Vidde is open in another window. Here you can look, but not change.",
);
const REHEARSAL: Words = words(
    "Øving med egen klokke: ingenting lagres.",
    "Øving med eiga klokke: ingenting blir lagra.",
    "Rehearsal with a clock of its own: nothing is saved.",
);
const WAITING: Words = words("lagrer …", "lagrar …", "saving …");
