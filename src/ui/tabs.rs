//! The top line: the places with their numbers, and how the running session stands.

use crate::domain::schedule::{Current, RunState};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Moment;
use crate::model::Model;
use crate::ui::theme::{Tone, style};
use crate::ui::{cells, names, paint};
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
    let mark = model.is_rehearsal().then(|| model.say(REHEARSAL).to_owned());
    let width = usize::from(rest.width);
    let told = match (mark, state(model, now)) {
        (mark, Some(state)) => Some(state.told(mark, (width, model.lang))),
        (mark, None) => mark.map(|mark| spaced(&mark, width)),
    };
    if let Some(told) = told {
        paint::right(&told, style(model, Tone::Running), rest, buf);
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

/// How the session stands. A time that runs never stands without a word: the clock is near, and looks the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct State {
    whole: String,
    /// For a narrow window.
    brief: String,
    /// In a word, for where not even that has room.
    least: Option<Words>,
    /// What it is about; cut where there is little room, and left out where there is less.
    title: String,
}

impl State {
    /// As much of it as goes into `width` columns, behind `mark`.
    fn told(&self, mark: Option<String>, (width, lang): (usize, Lang)) -> String {
        let marked = mark.into_iter().chain([self.whole.clone()]).collect::<Vec<_>>().join(BETWEEN);
        let room = width.saturating_sub(cells::width(&marked) + BETWEEN.chars().count() + 2);
        if !self.title.is_empty() && room >= cells::width(&self.title).min(TITLE) {
            return format!(" {marked}{BETWEEN}{} ", paint::cut(&self.title, room));
        }
        let fits = |text: &&String| cells::width(text) < width;
        let fitting = [&marked, &self.whole].into_iter().find(fits);
        let word = self.least.filter(|_| cells::width(&self.brief) >= width);
        let brief = word.map_or_else(|| self.brief.clone(), |word| word.pick(lang).to_owned());
        spaced(fitting.unwrap_or(&brief), width)
    }
}

/// `text` with a space around it, as far as there is room.
fn spaced(text: &str, width: usize) -> String {
    let behind = if cells::width(text) + 2 > width { "" } else { " " };
    paint::cut(&format!(" {text}{behind}"), width)
}

/// The running block and its time in a few words; nothing when no session is open, or one was left open long ago (T6).
fn state(model: &Model, now: Moment) -> Option<State> {
    if model.session()?.left_open(now).is_some() {
        return None;
    }
    let lang = model.lang;
    Some(match model.schedule(now)?.state {
        RunState::Before { .. } => return None,
        RunState::Pending { index, to_start, .. } => {
            let time = names::length(to_start, lang);
            let (whole, brief) = (BEGINS.with(lang, &time), IN.with(lang, &time));
            State { whole, brief, least: None, title: title(model, now, index) }
        }
        RunState::Running(current) => running(model, now, &current),
        RunState::Paused(current) => {
            let paused = model.say(PAUSED).to_owned();
            let state = running(model, now, &current);
            State { whole: format!("{paused}{BETWEEN}{}", state.whole), brief: paused, ..state }
        }
        RunState::Done => {
            State { whole: model.say(DONE).to_owned(), brief: model.say(DONE).to_owned(), ..State::default() }
        }
    })
}

fn running(model: &Model, now: Moment, current: &Current) -> State {
    let (lang, left) = (model.lang, current.remaining);
    let title = title(model, now, current.index);
    if left.is_negative() {
        let time = names::countdown(-left, lang);
        let (whole, brief) = (OVER.with(lang, &time), OVER_BRIEFLY.with(lang, &time));
        return State { whole, brief, least: Some(OVER_TIME), title };
    }
    let time = names::countdown(left, lang);
    let brief = if left < names::HOUR { LEFT.with(lang, &time) } else { time.clone() };
    State { whole: LEFT.with(lang, &time), brief, least: None, title }
}

fn title(model: &Model, now: Moment, index: usize) -> String {
    let plan = model.plan(now);
    plan.as_ref().and_then(|plan| plan.blocks.get(index)).map_or(String::new(), |block| block.title.to_string())
}

/// The fewest columns in which a title says anything.
const TITLE: usize = 8;

const BETWEEN: &str = " · ";

const REHEARSAL: Words = words("øving", "øving", "rehearsal");
const LEFT: Words = words("{} igjen", "{} att", "{} left");
const OVER: Words = words("{} over tiden", "{} over tida", "{} over time");
const OVER_TIME: Words = words("over tiden", "over tida", "over time");
const OVER_BRIEFLY: Words = words("{} over", "{} over", "{} over");
const BEGINS: Words = words("begynner om {}", "byrjar om {}", "begins in {}");
const IN: Words = words("om {}", "om {}", "in {}");
const PAUSED: Words = words("på pause", "på pause", "paused");
const DONE: Words = words("ferdig", "ferdig", "done");
