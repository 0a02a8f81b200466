//! What stands around a screen: the tabs above it, notices and the hint line below it. The wall has none of that.

use super::desk::Desk;
use super::keys::GLOBAL;
use crate::domain::facts::Signal;
use crate::domain::signal;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::model::{Model, Role, Saving};
use crate::screen::Face;
use crate::screens::{asleep, misdated};
use crate::ui::theme::{Tone, style};
use crate::ui::{LEAST, input, keybar, paint, tabs};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Modifier;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// Draws everything.
pub fn view(model: &Model, desk: &Desk, now: Moment, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    paint::fill(model, Tone::Text, area, buf);
    if area.is_empty() {
        return;
    }
    if on_the_wall(desk) {
        desk.visible().for_each(|screen| screen.view(model, now, area, buf));
        flash(model, now, area, buf);
    } else if area.width < LEAST.0 || area.height < LEAST.1 {
        too_small(model, area, buf);
    } else {
        tabs::view(model, &desk.tabs(), now, paint::row(area, 0), buf);
        flash(model, now, paint::row(area, 0), buf);
        let body = body(model, desk, area, now);
        for (above, screen) in desk.visible().enumerate() {
            if above > 0 {
                input::rest(buf);
            }
            screen.view(model, now, body, buf);
        }
        standing(model, now, Rect { y: body.bottom(), height: standing_rows(model, now), ..area }, buf);
        bottom(model, desk, now, area, buf);
    }
}

/// Reverses `area` in the seconds in which time being up is to be seen from afar, if that is wanted; never by a fast
/// clock, whose seconds would flicker.
fn flash(model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
    let is_wanted = model.speed == 1 && model.facts.settings.signals.contains(&Signal::Flash);
    if !is_wanted || !model.schedule(now).is_some_and(|view| signal::flashes(&view)) {
        return;
    }
    for place in area.positions() {
        if let Some(cell) = buf.cell_mut(place) {
            cell.modifier.toggle(Modifier::REVERSED);
        }
    }
}

/// Where the topmost screen is drawn in a frame of `area`.
pub fn body(model: &Model, desk: &Desk, area: Rect, now: Moment) -> Rect {
    if on_the_wall(desk) {
        return area;
    }
    let height = area.height.saturating_sub(2 + standing_rows(model, now));
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

/// What stands as long as it holds: that nothing can be saved, that this window only reads, that the computer has slept,
/// that the session is dated ahead of the clock, that something was said about the files and not looked at yet.
fn standing_rows(model: &Model, now: Moment) -> u16 {
    u16::try_from(standing_texts(model, now).len()).unwrap_or(0)
}

fn standing_texts(model: &Model, now: Moment) -> Vec<String> {
    let first = match (&model.saving, model.role) {
        (Saving::Failing(reason), _) => Some(CANNOT_SAVE.with(model.lang, reason)),
        _ if model.is_rehearsal() => Some(rehearsal(model)),
        (_, Role::Viewer) => Some(model.say(ONLY_READS).to_owned()),
        (Saving::Stored | Saving::Waiting | Saving::Rehearsal, Role::Writer) => None,
    };
    let slept = model.slept.filter(|slept| slept.is_told(now)).map(|slept| asleep::told(slept, model.lang));
    let ahead = misdated::is_offered(model).then(|| misdated::told(model.lang));
    first.into_iter().chain(slept).chain(ahead).chain(about_files(model)).collect()
}

/// That this is a rehearsal, how fast its clock goes, and the keys for it.
fn rehearsal(model: &Model) -> String {
    let row = GLOBAL.iter().find(|row| row.name == "app.rehearsal");
    let key = row.and_then(|row| row.keys.first()).map(|key| keybar::label(*key, model.lang)).unwrap_or_default();
    let speed = if model.speed > 1 { format!(" ×{}", model.speed) } else { String::new() };
    REHEARSAL.with(model.lang, speed) + &REHEARSAL_KEY.with(model.lang, key)
}

/// How many messages about the files are new, and the key that shows them.
fn about_files(model: &Model) -> Option<String> {
    let words = match model.problems.len().saturating_sub(model.seen) {
        0 => return None,
        1 => ONE_MESSAGE,
        _ => MESSAGES,
    };
    let row = GLOBAL.iter().find(|row| row.name == "app.problems")?;
    let key = keybar::label(*row.keys.first()?, model.lang);
    Some(words.with2(model.lang, model.problems.len().saturating_sub(model.seen), key))
}

fn standing(model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
    for (index, text) in (0..).zip(standing_texts(model, now)) {
        paint::text(&format!(" {text}"), style(model, Tone::Warning), paint::row(area, index), buf);
    }
}

/// A notice while it lasts, else the hint line; at its end whether something waits to be stored.
fn bottom(model: &Model, desk: &Desk, now: Moment, screen: Rect, buf: &mut Buffer) {
    let area = paint::below(screen, screen.height.saturating_sub(1));
    let mark = if model.saving == Saving::Waiting { format!(" {} ", model.say(WAITING)) } else { String::new() };
    paint::right(&mark, style(model, Tone::Warning), area, buf);
    let area = Rect { width: area.width.saturating_sub(u16::try_from(mark.width()).unwrap_or(0)), ..area };
    if let Some(notice) = model.notice.as_ref().filter(|notice| notice.until > now) {
        told(model, &notice.text, Rect { y: screen.y, height: screen.height, ..area }, buf);
    } else {
        let mut always = desk.global_rows(model);
        always.retain(|row| row.live && ALWAYS.contains(&row.name));
        keybar::view(model, &desk.hints(model), &always, area, buf);
    }
}

/// A notice in the last rows of `area`: what has no room in one line takes one more from the screen, three at most, so
/// that it is read to its end.
fn told(model: &Model, text: &str, area: Rect, buf: &mut Buffer) {
    let mut lines = paint::wrap(text, usize::from(area.width.saturating_sub(2)));
    if lines.len() > usize::from(MOST_TOLD) {
        let rest = lines.split_off(usize::from(MOST_TOLD) - 1).join(" ");
        lines.push(rest);
    }
    let rows = u16::try_from(lines.len()).unwrap_or(MOST_TOLD);
    let place = paint::below(area, area.height.saturating_sub(rows));
    paint::fill(model, Tone::Notice, place, buf);
    for (index, line) in (0..rows).zip(lines) {
        paint::text(&format!(" {line}"), style(model, Tone::Notice), paint::row(place, index), buf);
    }
}

/// Most rows of a notice.
const MOST_TOLD: u16 = 3;

/// The global keys that the hint line always ends with.
const ALWAYS: [&str; 2] = ["app.help", "app.back"];

const TOO_SMALL: Words = words(
    "Vinduet er for lite. Vidde trenger",
    "Vindauget er for lite. Vidde treng",
    "The window is too small. Vidde needs",
);
const CANNOT_SAVE: Words = words("▲ Kan ikke lagre: {}", "▲ Kan ikkje lagre: {}", "▲ Cannot save: {}");
const ONLY_READS: Words = words(
    "Bare visning: Vidde er åpen i et annet vindu.",
    "Berre vising: Vidde er open i eit anna vindauge.",
    "View only: Vidde is open in another window.",
);
const ONE_MESSAGE: Words = words(
    "▲ Vidde har en beskjed om filene dine. [] viser den.",
    "▲ Vidde har ein beskjed om filene dine. [] viser han.",
    "▲ Vidde has a message about your files. [] shows it.",
);
const MESSAGES: Words = words(
    "▲ Vidde har {} beskjeder om filene dine. [] viser dem.",
    "▲ Vidde har {} beskjedar om filene dine. [] viser dei.",
    "▲ Vidde has {} messages about your files. [] shows them.",
);
const REHEARSAL: Words =
    words("◇ Øving{}: ingenting lagres", "◇ Øving{}: ingenting blir lagra", "◇ Rehearsal{}: nothing is saved");
const REHEARSAL_KEY: Words = words(" · {} fart og slutt", " · {} fart og slutt", " · {} speed and end");
const WAITING: Words = words("lagrer …", "lagrar …", "saving …");
