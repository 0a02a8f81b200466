//! The picture of the tools: field, line of welcome or advice, list, and the preview beside or under it.

use super::{Answer, Found, Row, Tools};
use crate::domain::text::{Words, words};
use crate::domain::tool::{Tool, Variant};
use crate::model::Model;
use crate::screens::card;
use crate::ui::input::Focus;
use crate::ui::list;
use crate::ui::theme::{Tone, style};
use crate::ui::{names, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// From this width on the card stands beside the list.
const WIDE: u16 = 100;
/// From this height on a few lines of it stand under the list.
const TALL: u16 = 18;
/// Rows of the preview under the list, with the line above it.
const UNDER: u16 = 6;
/// From this width of the list on it also says how many can take part.
const ROOMY: u16 = 52;

pub fn view(tools: &Tools, model: &Model, area: Rect, buf: &mut Buffer) {
    let found = tools.found(model);
    let told = advice(model, tools, &found, area);
    let room = Room::of(told.len(), area);
    field(tools, model, &found, room.field, buf);
    let told: Vec<Line> = told.into_iter().map(|line| Line::styled(line, style(model, Tone::Notice))).collect();
    paint::lines(&told, room.told, buf);
    rows(tools, model, &found, room.list, buf);
    if let Some(tool) = tools.chosen(model, &found) {
        preview(model, tool, &room, buf);
    }
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
pub fn page(tools: &Tools, model: &Model, area: Rect) -> usize {
    let told = advice(model, tools, &tools.found(model), area).len();
    usize::from(Room::of(told, area).list.height)
}

/// The row of the list that lies at a cell.
pub fn row_at(tools: &Tools, model: &Model, area: Rect, (column, row): (u16, u16)) -> Option<usize> {
    let found = tools.found(model);
    let list = Room::of(advice(model, tools, &found, area).len(), area).list;
    let shown = list::window(tools.selected..tools.selected + 1, found.rows.len(), usize::from(list.height));
    let index = shown.start + usize::from(row.checked_sub(list.y)?);
    (list.contains(Position::new(column, row)) && shown.contains(&index)).then_some(index)
}

fn field(tools: &Tools, model: &Model, found: &Found, area: Rect, buf: &mut Buffer) {
    let label = format!("{} ", model.say(SEARCH));
    let count = match (found.answer, found.rows.len()) {
        (Answer::Nearest, _) => String::new(),
        (Answer::Hits, 1) => model.say(ONE).to_owned(),
        (Answer::Hits, count) => COUNT.with(model.lang, count),
    };
    paint::text(&label, style(model, Tone::Accent), area, buf);
    paint::right(&count, style(model, Tone::Quiet), area, buf);
    let (left, right) = (columns(&label), columns(&count) + 1);
    let width = area.width.saturating_sub(left + right);
    tools.field.view(model, Focus::Active, Rect { x: area.x + left.min(area.width), width, ..area }, buf);
}

fn columns(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// What there is to say above the list: how to go on when nothing is found, or the welcome of the first start.
fn advice(model: &Model, tools: &Tools, found: &Found, area: Rect) -> Vec<String> {
    let query = tools.field.text().trim();
    let text = match found.answer {
        _ if found.rows.is_empty() => model.say(EMPTY).to_owned(),
        Answer::Nearest => NOTHING.with(model.lang, query),
        Answer::Hits if model.fetching => {
            FETCHING.with(model.lang, model.agenda().map_or("", |(_, agenda)| &agenda.title))
        }
        Answer::Hits if !model.facts.settings.welcomed && query.is_empty() => model.say(WELCOME).to_owned(),
        Answer::Hits => return Vec::new(),
    };
    paint::wrap(&text, usize::from(area.width.saturating_sub(2)))
}

fn rows(tools: &Tools, model: &Model, found: &Found, area: Rect, buf: &mut Buffer) {
    let shown = list::window(tools.selected..tools.selected + 1, found.rows.len(), usize::from(area.height));
    for (at, (index, row)) in (0..).zip(found.rows.iter().enumerate().skip(shown.start).take(shown.len())) {
        let Some(tool) = model.catalogue.tool(&row.id) else { continue };
        let area = paint::row(area, at);
        let tone = if index == tools.selected { Tone::Selected } else { Tone::Text };
        paint::fill(model, tone, area, buf);
        let facts = facts(model, tool, area.width);
        paint::right(&facts, style(model, tone), area, buf);
        let room = Rect { width: area.width.saturating_sub(columns(&facts) + 1), ..area };
        let name = paint::cut(tool.name.pick(model.lang), usize::from(room.width.saturating_sub(2)));
        paint::line(&title(model, &name, row, (list::mark(index, tools.selected), tone)), room, buf);
    }
    paint::more(model, &shown, found.rows.len(), area, buf);
}

fn title(model: &Model, name: &str, row: &Row, (mark, tone): (&'static str, Tone)) -> Line<'static> {
    let look = style(model, tone);
    let hit_look = if tone == Tone::Selected {
        look.patch(style(model, Tone::Match).add_modifier)
    } else {
        style(model, Tone::Match)
    };
    let mut spans = vec![Span::styled(mark, look)];
    spans.extend(paint::marked(name, &row.marks, look, hit_look));
    Line::from(spans)
}

/// Minutes, and people where there is room, in columns that do not jump.
fn facts(model: &Model, tool: &Tool, width: u16) -> String {
    let minutes = format!("{} min", names::range(tool.minutes));
    if width < ROOMY {
        return format!("{minutes:>11} ");
    }
    format!("{minutes:>11}  {:>8} ", names::people(tool.people, model.lang))
}

fn preview(model: &Model, tool: &Tool, room: &Room, buf: &mut Buffer) {
    let area = room.preview;
    if area.y == room.list.y {
        let lines = card::lines(model, tool, Variant::Normal, area.width);
        paint::lines(lines.iter().map(|line| &line.shown), area, buf);
    } else {
        let why = paint::wrap(tool.why.pick(model.lang), usize::from(area.width));
        let why: Vec<Line> = why.into_iter().map(|line| Line::styled(line, style(model, Tone::Quiet))).collect();
        paint::lines(&why, area, buf);
    }
}

const SEARCH: Words = words("Søk:", "Søk:", "Search:");
const ONE: Words = words("1 verktøy", "1 verktøy", "1 tool");
const COUNT: Words = words("{} verktøy", "{} verktøy", "{} tools");
const WELCOME: Words = words(
    "Velkommen! Skriv for å finne et verktøy – eller trykk Tab og så s, og en ferdig halvdag er i gang.",
    "Velkomen! Skriv for å finne eit verktøy – eller trykk Tab og så s, og ein ferdig halvdag er i gang.",
    "Welcome! Type to find a tool – or press Tab and then s, and a ready-made half day is under way.",
);
const FETCHING: Words = words("Hent til «{}»", "Hent til «{}»", "Fetch for “{}”");
const NOTHING: Words = words(
    "Fant ingenting for «{}». Dette ligger nærmest. Esc tømmer søket.",
    "Fann ingenting for «{}». Dette ligg nærast. Esc tømmer søket.",
    "Found nothing for “{}”. These come nearest. Esc clears the search.",
);
const EMPTY: Words = words("Verktøykassen er tom.", "Verktøykassa er tom.", "The catalogue is empty.");
