//! The whole run sheet in the console: where every block is, was or will be, and where the plan had it.

use super::told;
use crate::domain::agenda::{Agenda, Block, BlockId};
use crate::domain::review;
use crate::domain::schedule::{Row, RunState, Schedule, Timing};
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds, Zone};
use crate::model::Model;
use crate::ui::theme::{Tone, style};
use crate::ui::{list, names, paint, tally};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

const SKIPPED: Words = words("hoppet over", "hoppa over", "skipped");
const NEW: Words = words("ny", "ny", "new");

/// Stands where a row has no time in the run.
const NO_TIME: &str = "  –  ";

/// The columns from which a row has room for its length.
const WIDE: u16 = 38;

/// From so far off on, a row says where the plan had it.
const WORTH_TELLING: Seconds = Seconds::minutes(5);

/// So many columns of a title are kept before what stands behind it is shortened, and so many before it is left out:
/// titles differ late ("Evaluering av resultat", "Evaluering av prosess").
const TITLE: usize = 20;
const TITLE_LEAST: usize = 10;

/// The block that is selected: the chosen one, else the one that runs or is waited for, else the first.
#[must_use]
pub fn selected(view: &Schedule, chosen: Option<BlockId>) -> usize {
    let chosen = chosen.and_then(|id| view.rows.iter().position(|row| row.id == id));
    chosen.or(view.index()).unwrap_or(0)
}

/// The rows that are in view in `height` lines.
#[must_use]
pub fn window(view: &Schedule, selected: usize, height: u16) -> Range<usize> {
    list::window(selected..selected + 1, view.rows.len(), usize::from(height))
}

/// The plan as it stands at a moment, with where its blocks lie then.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    pub agenda: &'a Agenda,
    pub view: &'a Schedule,
    pub zone: &'a Zone,
}

/// Draws the rows around `selected` into `area`.
pub fn draw(model: &Model, plan: &Plan<'_>, selected: usize, area: Rect, buf: &mut Buffer) {
    let (view, sheet) = (plan.view, Sheet { model, plan, width: area.width });
    let shown = window(view, selected, area.height);
    for (line, index) in (0..area.height).zip(shown) {
        let target = paint::row(area, line);
        if let (Some(row), Some(block)) = (view.rows.get(index), plan.agenda.blocks.get(index)) {
            let tone = sheet.tone(index, selected);
            paint::fill(model, tone, target, buf);
            paint::line(&sheet.line(row, block, (index, selected)), target, buf);
        }
    }
}

struct Sheet<'a> {
    model: &'a Model,
    plan: &'a Plan<'a>,
    width: u16,
}

impl Sheet<'_> {
    fn tone(&self, index: usize, selected: usize) -> Tone {
        match self.plan.view.index() {
            Some(running) if running == index => Tone::Running,
            _ if index == selected => Tone::Text,
            running if running.is_some_and(|running| index < running) => Tone::Quiet,
            _ => Tone::Text,
        }
    }

    fn line(&self, row: &Row, block: &Block, (index, selected): (usize, usize)) -> Line<'static> {
        let look = style(self.model, self.tone(index, selected));
        let sign = if self.is_for_later(index) { " " } else { sign(self.plan.view, row, index) };
        let start = if self.is_for_later(index) { NO_TIME.to_owned() } else { self.start(row) };
        let head = format!("{}{sign} {start} ", list::mark(index, selected));
        let free = usize::from(self.width).saturating_sub(head.width() + 1);
        let tails = self.tail(row, block, index);
        let leaves = |columns: usize| tails.iter().find(|tail| tail.width() + columns <= free);
        let shortest = tails.last().filter(|tail| tail.width() + TITLE_LEAST <= free);
        let whole = leaves(block.title.width()).filter(|_| row.conflict.is_none());
        let tail = whole.or_else(|| leaves(block.title.width().min(TITLE))).or(shortest).cloned().unwrap_or_default();
        let room = free.saturating_sub(tail.width());
        let title = paint::pad(&block.title, room);
        let warns = row.conflict.is_some();
        let tail_look = if warns { style(self.model, Tone::Warning).bg(look.bg.unwrap_or_default()) } else { look };
        Line::from(vec![Span::styled(head + &title + " ", look), Span::styled(tail, tail_look)])
    }

    /// When it begins or began; blank when it has no place in the run.
    fn start(&self, row: &Row) -> String {
        let zone = self.plan.zone;
        let began = match &row.timing {
            Timing::Upcoming(span) => return told::clock(span.start, zone),
            Timing::Current(span) => Some(span.start),
            Timing::Done(visits) => visits.first().map(|visit| visit.start),
            Timing::Skipped | Timing::Passed => None,
        };
        began.map_or_else(|| NO_TIME.to_owned(), |began| began.clock(zone))
    }

    /// What stands at the right: a conflict or slack, else where the plan had it, and the length; the longest first. Where
    /// there is no room for all, the length is worth more than where the plan had it, and a conflict more than the length.
    fn tail(&self, row: &Row, block: &Block, index: usize) -> Vec<String> {
        let lang = self.model.lang;
        if self.is_for_later(index) {
            return vec![tally::not_reached(block.kind).pick(lang).to_owned()];
        }
        if matches!(row.timing, Timing::Skipped | Timing::Passed) || review::was_passed_through(row) {
            return vec![SKIPPED.pick(lang).to_owned()];
        }
        let room = told::room(row, block, self.plan.zone, lang);
        let note = room.clone().or_else(|| self.planned(row));
        let said = if matches!(row.timing, Timing::Done(_)) { tally::length } else { names::length };
        let took = length(row).filter(|_| self.width >= WIDE);
        let length = took.map(|length| said(length, lang));
        let whole: Vec<String> = [note.clone(), length.clone()].into_iter().flatten().collect();
        let warning = row.conflict.map(|late| format!("▲ {}", names::length(late, lang)));
        let least = room.or_else(|| length.clone()).or(note);
        let minutes = took.filter(|_| least == length).and_then(|length| in_minutes(row, length));
        [Some(whole.join(" · ")), least, minutes, warning].into_iter().flatten().collect()
    }

    /// Whether the session ended before this row, or as soon as it had been entered; as the review has it.
    fn is_for_later(&self, index: usize) -> bool {
        let Plan { agenda, view, .. } = self.plan;
        let is_over = view.state == RunState::Done;
        let is_block = agenda.blocks.get(index).is_some_and(|block| !block.is_marker());
        let is_out = view.rows.get(index).is_some_and(|row| row.timing == Timing::Skipped);
        is_over && is_block && !is_out && !view.rows.iter().skip(index).any(review::row_was_held)
    }

    /// That the plan did not have it; else where it had it, when that is far enough from where it is to matter.
    fn planned(&self, row: &Row) -> Option<String> {
        let start = match &row.timing {
            Timing::Upcoming(span) | Timing::Current(span) => span.start,
            Timing::Done(visits) => visits.first()?.start,
            Timing::Skipped | Timing::Passed => return None,
        };
        if row.baseline.length() == Seconds::ZERO && row.length > Seconds::ZERO {
            return Some(self.model.say(NEW).to_owned());
        }
        let planned = row.baseline.start;
        let off = (start - planned).0.abs() >= WORTH_TELLING.0;
        off.then(|| format!("({})", told::clock(planned, self.plan.zone)))
    }
}

/// The length a row takes or took, nothing for a moment on the clock.
fn length(row: &Row) -> Option<Seconds> {
    let length = match &row.timing {
        Timing::Upcoming(span) | Timing::Current(span) => span.length(),
        Timing::Done(visits) => review::took(visits),
        Timing::Skipped | Timing::Passed => return None,
    };
    (length > Seconds::ZERO).then_some(length)
}

/// A length of an hour or more in minutes alone, which takes less of a line.
fn in_minutes(row: &Row, length: Seconds) -> Option<String> {
    let is_done = matches!(row.timing, Timing::Done(_));
    let minutes = if is_done { length.minutes_near() } else { length.minutes_up() };
    (60..600).contains(&minutes).then(|| format!("{minutes} min"))
}

/// A shape for where a row stands in the run.
fn sign(view: &Schedule, row: &Row, index: usize) -> &'static str {
    match &row.timing {
        Timing::Current(_) => "●",
        Timing::Upcoming(_) if view.index() == Some(index) => "◌",
        Timing::Upcoming(span) if span.length() == Seconds::ZERO => "◆",
        Timing::Upcoming(_) => " ",
        Timing::Done(_) if review::was_passed_through(row) => "×",
        Timing::Done(_) => "✓",
        Timing::Skipped | Timing::Passed => "×",
    }
}

/// The block that comes next, with the moment it is projected to begin.
#[must_use]
pub fn next<'a>(plan: &'a Agenda, view: &Schedule) -> Option<(&'a Block, Moment)> {
    let after = view.index();
    let mut coming = view.rows.iter().enumerate().filter(|(index, _)| after.is_none_or(|after| *index > after));
    coming.find_map(|(index, row)| match row.timing {
        Timing::Upcoming(span) if span.length() > Seconds::ZERO => {
            plan.blocks.get(index).map(|block| (block, span.start))
        }
        _ => None,
    })
}
