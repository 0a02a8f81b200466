//! The top line: the places with their numbers, and how the running session stands.

use crate::domain::schedule::{Current, RunState};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Moment;
use crate::model::Model;
use crate::ui::theme::{Tone, style};
use crate::ui::{cells, names, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
    let beside = Beside::of(model, now);
    for (index, label) in labels(model, tabs, &beside, area.width).iter().enumerate() {
        put(label, if index == tabs.here { Tone::Selected } else { Tone::Quiet });
    }
    if tabs.keys == Keys::TabAlone {
        put(LEADS_ON, Tone::Accent);
    }
    if let Some(told) = beside.told((usize::from(rest.width), model.lang)) {
        paint::right(&told, style(model, Tone::Running), rest, buf);
    }
}

/// The place whose tab lies in this column of a line so wide, counted from the left edge.
#[must_use]
pub fn at(model: &Model, tabs: &Tabs, now: Moment, (column, width): (u16, u16)) -> Option<usize> {
    let mut end = 0;
    labels(model, tabs, &Beside::of(model, now), width).iter().position(|label| {
        end += cells::width(label);
        usize::from(column) < end
    })
}

/// What is written for each place: its name where all names have room beside the state, else that of the present place
/// alone, so that no name is cut; the others keep their numbers where these are keys.
fn labels(model: &Model, tabs: &Tabs, beside: &Beside, width: u16) -> Vec<String> {
    let names = tabs.names.iter().map(|name| model.say(*name)).enumerate();
    let number = |index: usize| if tabs.keys == Keys::Numbers { format!("{} ", index + 1) } else { String::new() };
    let whole: Vec<String> = names.clone().map(|(index, name)| format!(" {}{name} ", number(index))).collect();
    let leads_on = if tabs.keys == Keys::TabAlone { cells::width(LEADS_ON) } else { 0 };
    let all = whole.iter().map(|label| cells::width(label)).sum::<usize>() + leads_on + beside.least();
    if all <= usize::from(width) {
        return whole;
    }
    let brief = |(index, label): (usize, String)| match number(index) {
        _ if index == tabs.here => label,
        number if number.is_empty() => number,
        number => format!(" {number}"),
    };
    whole.into_iter().enumerate().map(brief).collect()
}

/// What follows the places where only Tab leads on.
const LEADS_ON: &str = " Tab →";

/// What stands beside the places: the mark of a rehearsal, and how the session stands.
struct Beside {
    mark: Option<String>,
    state: Option<State>,
}

impl Beside {
    fn of(model: &Model, now: Moment) -> Beside {
        Beside { mark: model.is_rehearsal().then(|| model.say(REHEARSAL).to_owned()), state: state(model, now) }
    }

    /// The fewest columns in which it can be read, with a space in front; a mark beside a state may be left out.
    fn least(&self) -> usize {
        let text = self.state.as_ref().map(|state| &state.brief).or(self.mark.as_ref());
        text.map_or(0, |text| cells::width(text) + 1)
    }

    /// As much of it as goes into `width` columns.
    fn told(self, (width, lang): (usize, Lang)) -> Option<String> {
        match (self.mark, self.state) {
            (mark, Some(state)) => Some(state.told(mark, (width, lang))),
            (mark, None) => mark.map(|mark| spaced(&mark, width)),
        }
    }
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
