//! The top line: the places with their numbers, and how the running session stands.

use crate::domain::schedule::{Current, RunState};
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::Model;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The places, the one that is up, and what leads from one to the other.
#[derive(Debug, Clone)]
pub struct Tabs {
    pub names: Vec<Words>,
    pub here: usize,
    pub keys: Keys,
}

/// Which keys lead to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    Numbers,
    /// Numbers are text; only Tab.
    TabAlone,
    /// None now.
    None,
}

/// Draws the places, the present one in reverse, and the session's state at the right, cut where there is little room.
pub fn view(model: &Model, tabs: &Tabs, now: Moment, area: Rect, buf: &mut Buffer) {
    let tab = |(index, label): (usize, String)| {
        let tone = if index == tabs.here { Tone::Selected } else { Tone::Quiet };
        Span::styled(label, style(model, tone))
    };
    let mut spans: Vec<Span> = labels(model, tabs).into_iter().enumerate().map(tab).collect();
    if tabs.keys == Keys::TabAlone {
        spans.push(Span::styled(" Tab →", style(model, Tone::Accent)));
    }
    let line = Line::from(spans);
    let used = u16::try_from(line.width()).unwrap_or(u16::MAX).min(area.width);
    paint::line(&line, area, buf);
    let mark = model.is_rehearsal().then(|| format!(" {}", model.say(REHEARSAL)));
    let state = mark.into_iter().chain(state(model, now)).reduce(|mark, state| format!("{mark} ·{state}"));
    if let Some(state) = state {
        let rest = Rect { x: area.x + used, width: area.width - used, ..area };
        paint::right(&paint::cut(&state, usize::from(rest.width)), style(model, Tone::Running), rest, buf);
    }
}

/// The place whose tab lies in this column, counted from the left edge.
#[must_use]
pub fn at(model: &Model, tabs: &Tabs, column: u16) -> Option<usize> {
    let mut end = 0;
    labels(model, tabs).iter().position(|label| {
        end += label.width();
        usize::from(column) < end
    })
}

fn labels(model: &Model, tabs: &Tabs) -> Vec<String> {
    let label = |(index, name): (usize, &Words)| match tabs.keys {
        Keys::Numbers => format!(" {} {} ", index + 1, model.say(*name)),
        Keys::TabAlone | Keys::None => format!(" {} ", model.say(*name)),
    };
    tabs.names.iter().enumerate().map(label).collect()
}

/// The running block and its time in a few words; nothing when no session is open, or one was left open long ago (T6).
fn state(model: &Model, now: Moment) -> Option<String> {
    if model.session()?.left_open(now).is_some() {
        return None;
    }
    let timed = |time: Seconds, index: usize| {
        let plan = model.plan(now);
        let block = plan.as_ref().and_then(|plan| plan.blocks.get(index));
        let title = paint::cut(block.map_or("", |block| &block.title), 24);
        let over = if time.is_negative() { OVER.with(model.lang, -time) } else { time.to_string() };
        format!(" {over} · {title} ")
    };
    let running = |current: &Current| timed(current.remaining, current.index);
    Some(match model.schedule(now)?.state {
        RunState::Before { .. } => return None,
        RunState::Pending { index, to_start, .. } => format!(" {}{}", model.say(WAITS), timed(to_start, index)),
        RunState::Running(current) => running(&current),
        RunState::Paused(current) => format!(" {}{}", model.say(PAUSED), running(&current)),
        RunState::Done => format!(" {} ", model.say(DONE)),
    })
}

const REHEARSAL: Words = words("øving", "øving", "rehearsal");
const OVER: Words = words("{} over tiden", "{} over tida", "{} over");
const WAITS: Words = words("venter", "ventar", "waits");
const PAUSED: Words = words("på pause", "på pause", "paused");
const DONE: Words = words("ferdig", "ferdig", "done");
