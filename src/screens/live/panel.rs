//! Draws the upper panel of the console: title and clock, large digits with the standing beside or below them, the
//! bar, and the texts of the part as far as they go.

use super::asides;
use super::key;
use super::now::{Bar, Now};
use super::standing::{self, wrapped};
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Zone};
use crate::model::Model;
use crate::ui::keyed::keyed;
use crate::ui::theme::{Tone, style};
use crate::ui::{cells, digits, paint, signal, timebar};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

const MORE: Words = keyed!([key("live.texts")], words("… ^: mer", "… ^: meir", "… ^: more"));

/// The clock, which no countdown is to be taken for.
const CLOCK: Words = words("kl. {}", "kl. {}", "now {}");

/// From this height on the standing is below the digits, which then have the whole width.
const TALL: u16 = 16;

/// The narrowest column for the standing beside the digits.
const BESIDE: u16 = 26;

/// The rows of the digits where the standing is beside them.
const DIGITS: u16 = 4;

/// What is left below the panel, and how many lines of text it had no room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawn {
    pub left: Rect,
    pub hidden: usize,
    /// How many lines of text were shown.
    pub shown: usize,
}

/// Draws `now` into `area`, its texts from line `first` on; `moment` is the clock at the right end of the title line.
pub fn draw(
    model: &Model,
    (now, first): (&Now, usize),
    (moment, zone): (Moment, &Zone),
    area: Rect,
    buf: &mut Buffer,
) -> Drawn {
    head(model, now, &moment.clock(zone), area, buf);
    let rest = paint::below(area, 1);
    let rest = if area.height >= TALL { below(model, now, rest, buf) } else { beside(model, now, rest, buf) };
    let rest = bar(model, &now.bar, rest, buf);
    let rest = asides::draw(model, now, rest, buf);
    texts(model, now, first, rest, buf)
}

/// The title with the part whole behind it, and the clock with a word where both have room.
fn head(model: &Model, now: &Now, clock: &str, area: Rect, buf: &mut Buffer) {
    let said = CLOCK.with(model.lang, clock);
    let room = |clock: &str| area.width.saturating_sub(cells::columns(clock) + 1);
    let is_cut_by = |clock: &str| cells::columns(&now.title) + cells::columns(&now.part) > room(clock);
    let clock = if is_cut_by(&said) && !is_cut_by(clock) { clock } else { &said };
    let room = room(clock);
    let title = paint::cut(&now.title, usize::from(room).saturating_sub(cells::width(&now.part)));
    paint::text(&(title + &now.part), style(model, Tone::Title), Rect { width: room, ..area }, buf);
    paint::right(clock, style(model, Tone::Quiet), area, buf);
}

/// Digits over the whole width, the standing in lines below them.
fn below(model: &Model, now: &Now, area: Rect, buf: &mut Buffer) -> Rect {
    let area = paint::below(area, 1);
    let rows = if now.large.is_empty() { 0 } else { (area.height / 4).max(5) };
    let place = Rect { height: rows.min(area.height), ..area };
    large(model, &now.large, place, buf);
    let rest = paint::below(area, rows + u16::from(rows > 0));
    let lines = standing::lines(model, &now.standing, (area.width, rest.height));
    paint::lines(&lines, rest, buf);
    paint::below(rest, u16::try_from(lines.len()).unwrap_or(rest.height) + 1)
}

/// Digits at the left, the standing at their right.
fn beside(model: &Model, now: &Now, area: Rect, buf: &mut Buffer) -> Rect {
    let room = Size { width: area.width.saturating_sub(BESIDE + 2), height: DIGITS.min(area.height) };
    let digits = digits::size(&now.large, room).unwrap_or_default();
    let gap = if digits.width > 0 { digits.width + 2 } else { 0 };
    let column = Rect { x: area.x + gap, width: area.width.saturating_sub(gap), ..area };
    let lines = standing::lines(model, &now.standing, (column.width, (DIGITS + 1).min(area.height)));
    let rows = DIGITS.max(u16::try_from(lines.len()).unwrap_or(DIGITS)).min(DIGITS + 1).min(area.height);
    large(model, &now.large, Rect { width: digits.width, height: DIGITS.min(area.height), ..area }, buf);
    paint::lines(&lines, Rect { height: rows, ..column }, buf);
    paint::below(area, rows)
}

fn large(model: &Model, text: &str, area: Rect, buf: &mut Buffer) {
    let look = style(model, Tone::Title).remove_modifier(Modifier::BOLD);
    if text.is_empty() || digits::draw(text, area, look, buf).is_some() {
        return;
    }
    paint::text(text, style(model, Tone::Title), area, buf);
}

fn bar(model: &Model, bar: &Bar, area: Rect, buf: &mut Buffer) -> Rect {
    let row = paint::row(area, 0);
    match bar {
        Bar::Nothing => return area,
        Bar::Left(left, length) => timebar::draw(model, *left, *length, row, buf),
        Bar::Signal(level, text) => signal::bar(model, *level, text, row, buf),
        Bar::Sign(text) => {
            paint::fill(model, Tone::Notice, row, buf);
            paint::middle(text, style(model, Tone::Notice).add_modifier(Modifier::BOLD), row, buf);
        }
    }
    paint::below(area, 1)
}

/// The question where there is room for it, and the texts from line `first` on.
fn texts(model: &Model, now: &Now, first: usize, area: Rect, buf: &mut Buffer) -> Drawn {
    let area = paint::below(area, u16::from(area.height > 8));
    let width = area.width.min(paint::MEASURE);
    let air = area.height > 12;
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (who, tone, text) in &now.texts {
        lines.extend(labelled(wrapped(model, *tone, &format!("{who}{text}"), width), who, style(model, Tone::Quiet)));
        lines.extend(air.then(Line::default));
    }
    let question = wrapped(model, Tone::Title, &now.question, width);
    if !now.question.is_empty() && question.len() + lines.len() < usize::from(area.height) {
        lines.splice(0..0, question.into_iter().chain(air.then(Line::default)));
    }
    lines.drain(..if first < lines.len() { first } else { 0 });
    let room = usize::from(area.height);
    if lines.len() <= room {
        paint::lines(&lines, area, buf);
        let left = paint::below(area, u16::try_from(lines.len()).unwrap_or(area.height));
        return Drawn { left, hidden: 0, shown: lines.len() };
    }
    let shown = room.saturating_sub(1);
    let hidden = lines.len() - shown;
    lines.truncate(shown);
    lines.push(Line::styled(model.say(MORE), style(model, Tone::Quiet)));
    paint::lines(&lines, area, buf);
    Drawn { left: paint::below(area, area.height), hidden, shown }
}

/// `lines` with `who` at their beginning in another look.
fn labelled(mut lines: Vec<Line<'static>>, who: &str, look: ratatui::style::Style) -> Vec<Line<'static>> {
    if let Some(first) = lines.first_mut() {
        let rest = first.to_string().trim_start_matches(who.trim_end()).to_owned();
        first.spans = vec![Span::styled(who.trim_end().to_owned(), look), Span::styled(rest, first.style)];
    }
    lines
}

/// The list of parts, each with its own countdown, where it goes in whole.
pub fn parts(model: &Model, now: &Now, area: Rect, buf: &mut Buffer) {
    if now.parts.len() > usize::from(area.height) {
        return;
    }
    for (index, part) in (0..area.height).zip(&now.parts) {
        let row = paint::row(area, index);
        paint::fill(model, part.tone, row, buf);
        paint::text(&format!("{} {}", part.sign, part.name), style(model, part.tone), row, buf);
        paint::right(&part.time, style(model, part.tone), row, buf);
    }
}
