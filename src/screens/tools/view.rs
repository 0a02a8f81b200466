//! The picture of the tools: field, line of welcome or advice, list, and the preview beside or under it.

use super::{Tools, told};
use crate::domain::filter::{Answer, Found};
use crate::domain::text::{Words, words};
use crate::domain::tool::{Tool, Variant};
use crate::model::Model;
use crate::screen::Cx;
use crate::screens::card;
use crate::ui::cells::{self, columns};
use crate::ui::input::Focus;
use crate::ui::list;
use crate::ui::theme::{Tone, style};
use crate::ui::{filters, names, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use std::ops::Range;

/// From this width on the card stands beside the list.
const WIDE: u16 = 100;
/// From this height on a few lines of it stand under the list.
const TALL: u16 = 18;
/// Rows of the preview under the list, with the line above it.
const UNDER: u16 = 6;
/// From this width of the list on it also says how many can take part.
const ROOMY: u16 = 52;
/// Where a name has fewer columns beside them, the lengths that fit are written short.
const NAME: u16 = 26;

/// Draws everything.
pub fn view(tools: &Tools, model: &Model, found: &Found, (area, buf): (Rect, &mut Buffer)) {
    let told = told(tools, model, found, area);
    let room = Room::of(told.len(), area);
    field(tools, model, found, (room.field, buf));
    paint::lines(&told, room.told, buf);
    rows(tools, model, found, (room.list, buf));
    if let Some(selected) = tools.selected(model, found) {
        preview(model, selected, &room, buf);
    }
}

/// What stands above the list, which has the larger half of the rows.
fn told(tools: &Tools, model: &Model, found: &Found, area: Rect) -> Vec<Line<'static>> {
    let most = usize::from(area.height.saturating_sub(1) / 2);
    told::lines(model, tools, found, (usize::from(area.width.saturating_sub(2)), most))
}

/// Where what is drawn.
struct Room {
    field: Rect,
    told: Rect,
    list: Rect,
    preview: Rect,
}

impl Room {
    fn of(told: usize, area: Rect) -> Room {
        let area = paint::inset(area, 1);
        let tall = area.height >= TALL;
        let told = Rect { height: u16::try_from(told).unwrap_or(0), ..paint::below(area, 1) }.intersection(area);
        let below = paint::below(area, 1 + told.height + u16::from(tall));
        let (width, under) = match (area.width + 2 >= WIDE, tall) {
            (true, _) => ((area.width * 2 / 5).min(60), 0),
            (false, true) => (area.width, UNDER),
            (false, false) => (area.width, 0),
        };
        let list = Rect { width, height: below.height.saturating_sub(under), ..below };
        let preview = match under {
            0 => {
                Rect { x: list.right() + 3, width: (area.width - width).saturating_sub(3).min(paint::MEASURE), ..below }
            }
            _ => Rect { y: list.bottom() + 1, height: under - 1, width: width.min(paint::MEASURE), ..below },
        };
        Room { field: paint::row(area, 0), told, list, preview: preview.intersection(area) }
    }
}

/// How many rows of the list are in view, for paging.
pub fn page(tools: &Tools, cx: &Cx<'_>) -> usize {
    usize::from(list(tools, cx, &tools.found(cx.model, cx.now)).height)
}

fn list(tools: &Tools, cx: &Cx<'_>, found: &Found) -> Rect {
    Room::of(told(tools, cx.model, found, cx.area).len(), cx.area).list
}

/// The row of the list that lies at a cell.
pub fn row_at(tools: &Tools, cx: &Cx<'_>, (column, row): (u16, u16)) -> Option<usize> {
    let found = tools.found(cx.model, cx.now);
    let list = list(tools, cx, &found);
    let shown = shown(tools.row(&found), found.total, list);
    let index = shown.start + usize::from(row.checked_sub(list.y)?);
    (list.contains(Position::new(column, row)) && shown.contains(&index)).then_some(index)
}

/// The rows in view; the first ones while none is selected.
fn shown(selected: Option<usize>, total: usize, area: Rect) -> Range<usize> {
    let selected = selected.unwrap_or_default();
    list::window(selected..selected + 1, total, usize::from(area.height))
}

fn mark(index: usize, selected: Option<usize>) -> &'static str {
    selected.map_or(list::NO_MARK, |selected| list::mark(index, selected))
}

fn field(tools: &Tools, model: &Model, found: &Found, (area, buf): (Rect, &mut Buffer)) {
    let label = model.say(SEARCH);
    let count = match (&found.answer, found.total) {
        (Answer::Nearest | Answer::NothingNear | Answer::Looser(_), _) => String::new(),
        (Answer::Hits, 1) => model.say(ONE).to_owned(),
        (Answer::Hits, count) => COUNT.with(model.lang, count),
    };
    paint::text(label, style(model, Tone::Accent), area, buf);
    paint::right(&count, style(model, Tone::Quiet), area, buf);
    let (left, right) = (columns(label) + 1, columns(&count) + 1);
    let width = area.width.saturating_sub(left + right);
    let area = Rect { x: area.x + left.min(area.width), width, ..area };
    tools.field.view(model, Focus::Active, area, buf);
    let used = columns(tools.field.text()).saturating_add(2);
    let hint = Rect { x: area.x.saturating_add(used), width: area.width.saturating_sub(used), ..area };
    paint::text(whole_ones(&hinted(tools, model), hint.width), style(model, Tone::Quiet), hint, buf);
}

/// As many of the things in `hint`, each of them whole, as go into so many columns.
fn whole_ones(hint: &str, width: u16) -> &str {
    let mut shown = hint;
    while columns(shown) > width {
        let Some(end) = shown.rfind(", ").into_iter().chain(shown.rfind("  ")).max() else { return shown };
        shown = shown.get(..end).unwrap_or_default();
    }
    shown
}

/// What the line may go on to; what it may be, while it is empty.
fn hinted(tools: &Tools, model: &Model) -> String {
    if tools.field.text().is_empty() {
        return model.say(HINT).to_owned();
    }
    let tokens: Vec<String> = tools.completions(model).into_iter().map(|completion| completion.token).collect();
    if tokens.is_empty() { String::new() } else { format!("→ {}", tokens.join("  ")) }
}

fn rows(tools: &Tools, model: &Model, found: &Found, (area, buf): (Rect, &mut Buffer)) {
    let selected = tools.row(found);
    let shown = shown(selected, found.total, area);
    for (at, (index, hit)) in (0..).zip(found.hits.iter().enumerate().skip(shown.start).take(shown.len())) {
        let Some(tool) = model.catalogue.tool(&hit.id) else { continue };
        let area = paint::row(area, at);
        let tone = if Some(index) == selected { Tone::Selected } else { Tone::Text };
        if tone == Tone::Selected {
            paint::fill(model, tone, area, buf);
        }
        let facts = facts(model, tool, found, area.width);
        paint::right(facts.trim(), style(model, tone), Rect { width: area.width.saturating_sub(1), ..area }, buf);
        let room = Rect { width: area.width.saturating_sub(columns(&facts) + 1), ..area };
        let mark = cells::put(mark(index, selected), style(model, tone), room, buf);
        let room = Rect { x: room.x + mark, width: room.width - mark, ..room };
        name(model, tool, found, (tone, room), buf);
    }
    paint::more(model, &shown, found.total, area, buf);
}

fn name(model: &Model, tool: &Tool, found: &Found, (tone, room): (Tone, Rect), buf: &mut Buffer) {
    let star = if model.facts.shelf.has(&tool.id) { STAR } else { "" };
    let name = tool.name.pick(model.lang);
    let mut shown = paint::fitted(name, usize::from(room.width.saturating_sub(columns(star))));
    if !star.is_empty() {
        shown += star;
    }
    let look = style(model, tone);
    let hit_look = if tone == Tone::Selected {
        look.patch(style(model, Tone::Match).add_modifier)
    } else {
        style(model, Tone::Match)
    };
    paint::marked(&shown, &found.marker.marks(name), (look, hit_look), room, buf);
}

/// Minutes, and people where there is room, in columns that do not jump; the lengths that fit when it is asked for time.
fn facts(model: &Model, tool: &Tool, found: &Found, width: u16) -> String {
    let fits = found.sieve.fits(tool);
    if found.sieve.asks_for_time() && found.answer == Answer::Hits && !fits.is_empty() {
        let long = filters::lengths(&fits, model.lang) + " ";
        let has_room = columns(&long) + NAME <= width;
        return if has_room { long } else { filters::short_lengths(&fits, model.lang) + " " };
    }
    let mut facts = String::with_capacity(usize::from(ROOMY));
    push_right(&mut facts, &(names::range(tool.minutes) + " min"), 11);
    if width >= ROOMY {
        facts.push_str("  ");
        push_right(&mut facts, &names::people(tool.people, model.lang), 8);
    }
    facts + " "
}

/// Puts `text` at the right end of so many columns.
fn push_right(line: &mut String, text: &str, width: u16) {
    (columns(text)..width).for_each(|_| line.push(' '));
    line.push_str(text);
}

fn preview(model: &Model, (tool, variant): (&Tool, Variant), room: &Room, buf: &mut Buffer) {
    let area = room.preview;
    if area.y == room.list.y {
        let lines = card::beginning(model, tool, variant, area.as_size());
        paint::lines(lines.iter().map(|line| &line.shown), area, buf);
    } else {
        paint::prose(tool.why.pick(model.lang), style(model, Tone::Quiet), area, buf);
    }
}

const SEARCH: Words = words("Søk:", "Søk:", "Search:");
const ONE: Words = words("1 verktøy", "1 verktøy", "1 tool");
const COUNT: Words = words("{} verktøy", "{} verktøy", "{} tools");
const HINT: Words = words(
    "navn, 20 min, 40 pers, trinn:oppstart, #favoritt, -ord",
    "namn, 20 min, 40 pers, trinn:oppstart, #favoritt, -ord",
    "name, 20 min, 40 people, step:planning, #favourite, -word",
);
/// Behind the name of a favourite.
const STAR: &str = " ★";
