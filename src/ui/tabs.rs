//! The top line: the places with their numbers, and how the running session stands.

use crate::domain::schedule::{Current, RunState};
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::Model;
use crate::ui::theme::{Tone, style};
use crate::ui::{cells, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::borrow::Cow;

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
    let mut rest = area;
    let mut put = |text: &str, tone: Tone| {
        let used = cells::put(text, style(model, tone), rest, buf);
        rest = Rect { x: rest.x + used, width: rest.width - used, ..rest };
    };
    for (index, name) in tabs.names.iter().enumerate() {
        let tone = if index == tabs.here { Tone::Selected } else { Tone::Quiet };
        for part in label(model, *name, index, tabs.keys) {
            put(&part, tone);
        }
    }
    if tabs.keys == Keys::TabAlone {
        put(" Tab →", Tone::Accent);
    }
    let mark = model.is_rehearsal().then(|| format!(" {}", model.say(REHEARSAL)));
    let state = mark.into_iter().chain(state(model, now)).reduce(|mark, state| format!("{mark} ·{state}"));
    if let Some(state) = state {
        paint::right(&paint::cut(&state, usize::from(rest.width)), style(model, Tone::Running), rest, buf);
    }
}

/// The place whose tab lies in this column, counted from the left edge.
#[must_use]
pub fn at(model: &Model, tabs: &Tabs, column: u16) -> Option<usize> {
    let mut end = 0;
    tabs.names.iter().enumerate().position(|(index, name)| {
        end += label(model, *name, index, tabs.keys).iter().map(|part| cells::width(part)).sum::<usize>();
        usize::from(column) < end
    })
}

/// What a tab is made of.
fn label(model: &Model, name: Words, index: usize, keys: Keys) -> [Cow<'static, str>; 4] {
    let number = match keys {
        Keys::Numbers => Cow::Owned(format!("{} ", index + 1)),
        Keys::TabAlone | Keys::None => Cow::Borrowed(""),
    };
    [Cow::Borrowed(" "), number, Cow::Borrowed(model.say(name)), Cow::Borrowed(" ")]
}

/// The running block and its time in a few words; nothing when no session is open, or one was left open long ago (T6).
fn state(model: &Model, now: Moment) -> Option<String> {
    if model.session()?.left_open(now).is_some() {
        return None;
    }
    let timed = |time: Seconds, index: usize| {
        let plan = model.plan(now);
        let block = plan.as_ref().and_then(|plan| plan.blocks.get(index));
        let title = block.map_or("", |block| &block.title);
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
const WAITS: Words = words("venter", "ventar", "waiting");
const PAUSED: Words = words("på pause", "på pause", "paused");
const DONE: Words = words("ferdig", "ferdig", "done");
