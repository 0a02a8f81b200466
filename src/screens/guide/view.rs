//! The picture of the guide: the list of topics, the field above it while one searches, and beside or under it what the
//! chosen topic says.

use super::{Guide, Search, text};
use crate::domain::guide::Topic;
use crate::domain::text::{Words, words};
use crate::model::Model;
use crate::ui::columns::{self, Spread};
use crate::ui::input::Focus;
use crate::ui::theme::{Tone, style};
use crate::ui::{list, names, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// From this width on the topic stands beside the list.
const WIDE: u16 = 100;
/// From this height on a few lines of it stand under the list.
const TALL: u16 = 18;
/// Rows of the preview under the list, with the line above it.
const UNDER: u16 = 6;

pub fn view(guide: &Guide, model: &Model, area: Rect, buf: &mut Buffer) {
    let room = Room::of(guide, area);
    let topics = guide.topics(model);
    field(guide, model, topics.len(), room.field, buf);
    if topics.is_empty() {
        nothing(guide, model, room.list, buf);
    }
    let shown = window(guide, topics.len(), room.list);
    for (at, (index, topic)) in (0..).zip(topics.iter().enumerate().skip(shown.start).take(shown.len())) {
        row(guide, model, index, topic, paint::row(room.list, at), buf);
    }
    paint::more(model, &shown, topics.len(), room.list, buf);
    if let Some(topic) = topics.get(guide.selected) {
        preview(model, topic, &room, buf);
    }
}

/// Where what is drawn.
struct Room {
    field: Rect,
    list: Rect,
    preview: Rect,
}

impl Room {
    fn of(guide: &Guide, area: Rect) -> Room {
        let area = paint::inset(area, 1);
        let head = u16::from(!matches!(guide.search, Search::Off));
        let below = paint::below(area, head);
        let wide = area.width + 2 >= WIDE;
        let under = if !wide && area.height >= TALL { UNDER } else { 0 };
        let width = if wide { (area.width * 2 / 5).min(60) } else { area.width };
        let list = Rect { width, height: below.height.saturating_sub(under), ..below };
        let preview = if wide {
            Rect { x: list.right() + 3, width: (area.width - width).saturating_sub(3), ..below }
        } else {
            Rect { y: list.bottom() + 1, height: under.saturating_sub(1), width: width.min(paint::MEASURE), ..below }
        };
        Room { field: Rect { height: head.min(area.height), ..area }, list, preview: preview.intersection(area) }
    }
}

fn window(guide: &Guide, count: usize, list: Rect) -> Range<usize> {
    list::window(guide.selected..guide.selected + 1, count, usize::from(list.height))
}

/// How many rows of the list are in view, for paging.
pub fn page(guide: &Guide, area: Rect) -> usize {
    usize::from(Room::of(guide, area).list.height)
}

/// The row of the list that lies at a cell.
pub fn row_at(guide: &Guide, model: &Model, area: Rect, (column, row): (u16, u16)) -> Option<usize> {
    let list = Room::of(guide, area).list;
    let shown = window(guide, guide.topics(model).len(), list);
    let index = shown.start + usize::from(row.checked_sub(list.y)?);
    (list.contains(Position::new(column, row)) && shown.contains(&index)).then_some(index)
}

fn field(guide: &Guide, model: &Model, count: usize, area: Rect, buf: &mut Buffer) {
    let (field, focus) = match &guide.search {
        Search::Off => return,
        Search::Typing(field, _) => (field, Focus::Active),
        Search::Done(field, _) => (field, Focus::Resting),
    };
    let (label, count) = (format!("{} ", model.say(SEARCH)), COUNT.with(model.lang, count));
    paint::text(&label, style(model, Tone::Accent), area, buf);
    paint::right(&count, style(model, Tone::Quiet), area, buf);
    let [left, right] = [label.width(), count.width() + 1].map(|width| u16::try_from(width).unwrap_or(u16::MAX));
    let width = area.width.saturating_sub(left + right);
    field.view(model, focus, Rect { x: area.x + left.min(area.width), width, ..area }, buf);
}

fn nothing(guide: &Guide, model: &Model, area: Rect, buf: &mut Buffer) {
    let text = match &guide.search {
        Search::Off => model.say(EMPTY).to_owned(),
        Search::Typing(field, _) | Search::Done(field, _) => NOTHING.with(model.lang, field.text().trim()),
    };
    let told = paint::wrap(&text, usize::from(area.width));
    let told: Vec<Line> = told.into_iter().map(|line| Line::styled(line, style(model, Tone::Notice))).collect();
    paint::lines(&told, area, buf);
}

/// Whether the topic stands above others in the list.
pub fn is_head(topic: &Topic) -> bool {
    matches!(topic, Topic::Step(_) | Topic::Practices)
}

fn row(guide: &Guide, model: &Model, index: usize, topic: &Topic, area: Rect, buf: &mut Buffer) {
    let tone = match (index == guide.selected, is_head(topic)) {
        (true, _) => Tone::Selected,
        (false, true) => Tone::Title,
        (false, false) => Tone::Text,
    };
    paint::fill(model, tone, area, buf);
    let side = if matches!(guide.search, Search::Off) { size(model, topic) } else { whereabouts(model, topic) };
    let side = format!("{side}  ");
    paint::right(&side, style(model, if tone == Tone::Text { Tone::Quiet } else { tone }), area, buf);
    let indent = if is_head(topic) { "" } else { "  " };
    let name = format!("{}{indent}{}", list::mark(index, guide.selected), text::name(model, topic));
    let taken = u16::try_from(side.width() + 1).unwrap_or(u16::MAX);
    paint::text(&name, style(model, tone), Rect { width: area.width.saturating_sub(taken), ..area }, buf);
}

/// How many tools a task suggests.
fn size(model: &Model, topic: &Topic) -> String {
    let Topic::Task(id) = topic else { return String::new() };
    let tools = model.guide.task(id).map_or(0, |task| task.tools.len());
    if tools == 0 { String::new() } else { TOOLS.with(model.lang, tools) }
}

/// The step that a task belongs to.
fn whereabouts(model: &Model, topic: &Topic) -> String {
    let Topic::Task(id) = topic else { return String::new() };
    let step = model.guide.steps.iter().find(|step| step.tasks.iter().any(|task| task.id == *id));
    step.map(|step| model.say(names::phase(step.phase)).to_owned()).unwrap_or_default()
}

fn preview(model: &Model, topic: &Topic, room: &Room, buf: &mut Buffer) {
    let area = room.preview;
    if area.y > room.list.y {
        let lines = paint::wrap(text::summary(model, topic), usize::from(area.width));
        let lines: Vec<Line> = lines.into_iter().map(|line| Line::styled(line, style(model, Tone::Quiet))).collect();
        paint::lines(&lines, area, buf);
    } else {
        let (lines, _) = text::page(model, topic, columns::width(area));
        Spread::of(&lines, 0, area).draw_cut(model, &lines, buf);
    }
}

const SEARCH: Words = words("Søk i veiviseren:", "Søk i vegvisaren:", "Search the guide:");
const COUNT: Words = words("{} treff", "{} treff", "{} found");
const TOOLS: Words = words("{} verktøy", "{} verktøy", "{} tools");
const NOTHING: Words = words(
    "Ingenting i veiviseren svarer til «{}». Prøv færre bokstaver, eller Esc og 1 for å søke i alle verktøy.",
    "Ingenting i vegvisaren svarar til «{}». Prøv færre bokstavar, eller Esc og 1 for å søkje i alle verktøy.",
    "Nothing in the guide matches “{}”. Try fewer letters, or Esc and 1 to search all tools.",
);
const EMPTY: Words = words("Veiviseren er tom.", "Vegvisaren er tom.", "The guide is empty.");
