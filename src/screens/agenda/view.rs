//! The picture of the agenda: head, run sheet, what adds up, and the chosen block in detail where there is room.

use super::details;
use super::key;
use super::sheet::{Sheet, SheetRow, sheet};
use crate::domain::agenda::{Agenda, Block, Kind};
use crate::domain::learned;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::model::Model;
use crate::screens::add;
use crate::ui::columns::{self, Spread};
use crate::ui::keyed::keyed;
use crate::ui::page::Page;
use crate::ui::theme::{Tone, style};
use crate::ui::{list, names, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// Rows that are not the list: the title above and the sum below it.
pub const AROUND: u16 = 3;
/// From this width on the chosen block stands beside the list.
const WIDE: u16 = 100;
/// From this height on purpose and result stand in the head, and the chosen block under the list; where that stands
/// beside the list, they stand whole under it.
const TALL: u16 = 20;
/// Rows of the chosen block under the list.
const UNDER: u16 = 4;
/// The fewest columns of a title that what is particular about its block stands behind; else it stands below.
const TITLE: usize = 10;
/// The widest that the list becomes.
const LIST_WIDTH: u16 = 72;

pub fn view(model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
    let area = paint::inset(area, 1);
    let Some((_, agenda)) = model.agenda() else { return empty(model, NO_AGENDA, area, buf) };
    let sheet = sheet(model, agenda, now);
    let runs = add::runs(model, now);
    let room = Room::of(model, agenda, u16::from(runs), area);
    head(model, agenda, &room, buf);
    if runs {
        let remark = paint::row(paint::below(area, room.head.height), 0);
        paint::text(model.say(RUNS), style(model, Tone::Notice), remark, buf);
    }
    if agenda.blocks.is_empty() {
        return empty(model, NO_BLOCKS, room.list, buf);
    }
    let (lines, shown) = in_view(model, agenda, &sheet, room.list);
    let sum_area = Rect { y: room.sum.y.min(room.list.y.saturating_add(rows(lines.len()) + 1)), ..room.sum };
    for (at, line) in (0..).zip(lines.get(shown.clone()).unwrap_or_default()) {
        paint::line(&line.shown, paint::row(room.list, at), buf);
    }
    paint::more(model, &shown, lines.len(), room.list, buf);
    paint::text(&sum(model, &sheet), style(model, Tone::Title), sum_area, buf);
    let under = Rect { y: sum_area.y + 2, height: area.bottom().saturating_sub(sum_area.y + 2), ..room.list };
    if is_wide(area) {
        paint::lines_cut(model, &written(model, agenda, under.width), under, buf);
    }
    let details = if room.details.height > 0 && !is_wide(area) { under } else { room.details };
    let took = |block: &Block| learned::told(&model.took(block, now), model.lang);
    let (chosen, size) = ((agenda, super::selected(model)), (columns::width(details), columns::room(details)));
    let lines = details::lines(model, chosen, took, size);
    Spread::of(&lines, 0, details).draw_cut(model, &lines, buf);
}

fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX - 1)
}

/// The block whose row lies at a cell.
pub fn row_at(model: &Model, now: Moment, area: Rect, (column, row): (u16, u16)) -> Option<usize> {
    let (_, agenda) = model.agenda()?;
    let list = Room::of(model, agenda, u16::from(add::runs(model, now)), paint::inset(area, 1)).list;
    let (lines, shown) = in_view(model, agenda, &sheet(model, agenda, now), list);
    let line = lines.get(shown)?.get(usize::from(row.checked_sub(list.y)?))?;
    list.contains(Position::new(column, row)).then_some(line.block)
}

/// Where what is drawn.
struct Room {
    head: Rect,
    list: Rect,
    sum: Rect,
    details: Rect,
}

impl Room {
    /// The room when `remarks` rows under the head say something.
    fn of(model: &Model, agenda: &Agenda, remarks: u16, area: Rect) -> Room {
        let is_wide = is_wide(area);
        let head = if area.height >= TALL && !is_wide { 1 + rows(purposes(agenda).len()) } else { 1 };
        let body = paint::below(area, head + remarks + 1);
        let width = if is_wide { (area.width * 3 / 5).min(LIST_WIDTH) } else { area.width };
        let under = match written(model, agenda, width).len() {
            _ if !is_wide && area.height >= TALL => UNDER + 1,
            _ if !is_wide => 0,
            0 => 0,
            lines => (rows(lines) + 1).min(body.height / 3),
        };
        let list = Rect { width, height: body.height.saturating_sub(2 + under), ..body };
        let sum = Rect { y: list.bottom() + 1, height: u16::from(body.height > under + 1), ..list };
        let details = if is_wide {
            let x = list.right() + 3;
            Rect { x, width: area.right().saturating_sub(x), ..body }
        } else {
            Rect { y: sum.bottom() + 1, height: under.saturating_sub(1), ..body }
        };
        let head = Rect { height: head, ..area };
        Room { head, list, sum, details: details.intersection(area) }
    }
}

/// Whether the chosen block stands beside the list.
fn is_wide(area: Rect) -> bool {
    area.width >= WIDE
}

fn empty(model: &Model, words: Words, area: Rect, buf: &mut Buffer) {
    let lines = paint::wrap(model.say(words), usize::from(area.width.min(paint::MEASURE)));
    let lines: Vec<Line> = lines.into_iter().map(|line| Line::styled(line, style(model, Tone::Text))).collect();
    paint::lines(&lines, area, buf);
}

fn head(model: &Model, agenda: &Agenda, room: &Room, buf: &mut Buffer) {
    let start = match agenda.start {
        Some(start) => STARTS.with(model.lang, start),
        None => model.say(WHEN_STARTED).to_owned(),
    };
    let top = Rect { width: room.list.width, ..paint::row(room.head, 0) };
    let width = usize::from(top.width).saturating_sub(start.chars().count() + 2);
    paint::right(&start, style(model, Tone::Quiet), top, buf);
    paint::text(&paint::cut(&agenda.title, width), style(model, Tone::Title), top, buf);
    for (at, (label, text)) in (1..room.head.height).zip(purposes(agenda)) {
        let label = format!("{}: ", model.say(label));
        let text = paint::cut(text, usize::from(room.head.width).saturating_sub(label.width()));
        let line = Line::from(vec![
            Span::styled(label, style(model, Tone::Quiet)),
            Span::styled(text, style(model, Tone::Text)),
        ]);
        paint::line(&line, paint::row(room.head, at), buf);
    }
}

/// What is written of purpose, wanted result and evaluation.
pub fn purposes(agenda: &Agenda) -> Vec<(Words, &str)> {
    let all = [(PURPOSE, &agenda.purpose), (WANTED, &agenda.wanted), (EVALUATION, &agenda.evaluation)];
    all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| (label, text.as_str())).collect()
}

/// The same in whole sentences.
fn written(model: &Model, agenda: &Agenda, width: u16) -> Vec<Line<'static>> {
    let one = |(label, text): (Words, &str)| {
        let mut page = Page::new(model, width);
        page.labelled(model.say(label), text);
        page.lines.into_iter().map(|line| line.shown)
    };
    purposes(agenda).into_iter().flat_map(one).collect()
}

/// One line of the run sheet and the block it belongs to.
struct SheetLine {
    block: usize,
    shown: Line<'static>,
}

/// All lines of the run sheet, and which of them are in view.
fn in_view(model: &Model, agenda: &Agenda, sheet: &Sheet, area: Rect) -> (Vec<SheetLine>, Range<usize>) {
    let selected = super::selected(model);
    let width = usize::from(area.width);
    let blocks = agenda.blocks.iter().zip(&sheet.rows).enumerate();
    let lines: Vec<SheetLine> = blocks
        .flat_map(|(index, (block, row))| {
            let lines = block_lines(model, block, row, (list::mark(index, selected), width));
            lines.into_iter().map(move |shown| SheetLine { block: index, shown })
        })
        .collect();
    let first = lines.iter().position(|line| line.block == selected).unwrap_or(0);
    let last = lines.iter().rposition(|line| line.block == selected).map_or(first, |last| last + 1);
    let shown = list::window(first..last, lines.len(), usize::from(area.height));
    (lines, shown)
}

fn block_lines(model: &Model, block: &Block, row: &SheetRow, (mark, width): (&str, usize)) -> Vec<Line<'static>> {
    let tone = match block.kind {
        _ if mark == list::MARK => Tone::Selected,
        Kind::Break | Kind::Buffer => Tone::Quiet,
        _ => Tone::Text,
    };
    let kind = if block.is_marker() { MARKER } else { names::kind(block.kind) };
    let kind = paint::pad(model.say(kind), 10);
    let length = if block.is_marker() { String::new() } else { minutes(row) };
    let signs = signs(model, block);
    let head = format!("{mark}{:>5}  {length:>4}  {} {kind}  ", row.when, names::shape(block.kind));
    let room = width.saturating_sub(head.width());
    let beside = if signs.is_empty() { String::new() } else { format!("  ({signs})") };
    let is_beside = beside.width() + block.title.width().min(TITLE) <= room;
    let beside = if is_beside { beside } else { String::new() };
    let text = format!("{head}{}{beside}", paint::cut(&block.title, room.saturating_sub(beside.width())));
    let remark = |tone: Tone| {
        move |text: &String| Line::styled(paint::cut(&format!("         {text}"), width), style(model, tone))
    };
    let slack = row.slack.iter().map(remark(Tone::Quiet));
    let conflict = row.conflict.iter().map(|text| format!("▲ {text}")).collect::<Vec<_>>();
    let main = Line::styled(paint::pad(&text, width), style(model, tone));
    let below = Some(signs).filter(|_| !is_beside);
    slack
        .chain([main])
        .chain(below.iter().map(remark(Tone::Quiet)))
        .chain(conflict.iter().map(remark(Tone::Warning)))
        .collect()
}

/// The length in whole minutes, as narrow as possible.
fn minutes(row: &SheetRow) -> String {
    row.length.minutes_up().to_string()
}

/// What is particular about a block, in a few words.
fn signs(model: &Model, block: &Block) -> String {
    let clock = |words: Words, time: Option<_>| time.map(|time| words.with(model.lang, time));
    let flag = |on: bool, words: Words| on.then(|| model.say(words).to_owned());
    let all =
        [clock(FIXED, block.fixed), clock(UNTIL, block.until), flag(block.auto, AUTO), flag(block.optional, OPTIONAL)];
    all.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What it adds up to, when it ends, and how many clashes there are.
fn sum(model: &Model, sheet: &Sheet) -> String {
    let total = TOTAL.with(model.lang, names::length(sheet.total, model.lang));
    let end = sheet.end.as_ref().map(|end| ENDS.with(model.lang, end));
    let clashes = match sheet.conflicts {
        0 => None,
        1 => Some(model.say(ONE_CLASH).to_owned()),
        count => Some(CLASHES.with(model.lang, count)),
    };
    [Some(total), end, clashes].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Said where there is none.
pub const NO_AGENDA: Words = keyed!(
    [key("agenda.create"), key("agenda.tool")],
    words(
        "Ingen kjøreplan ennå. ^ lager en ny; ^ henter et verktøy og lager en kjøreplan av det.",
        "Ingen køyreplan enno. ^ lagar ein ny; ^ hentar eit verktøy og lagar ein køyreplan av det.",
        "No agenda yet. ^ makes a new one; ^ takes a tool and makes an agenda of it."
    )
);
/// Said where there are none in it.
pub const NO_BLOCKS: Words = keyed!(
    [key("agenda.new"), key("agenda.tool")],
    words(
        "Tom kjøreplan. ^ legger til en økt, ^ henter et verktøy.",
        "Tom køyreplan. ^ legg til ei økt, ^ hentar eit verktøy.",
        "An empty agenda. ^ adds a block, ^ takes a tool."
    )
);
const RUNS: Words = words(
    "Samlingen går (3). Endringer her gjelder neste gang.",
    "Samlinga går (3). Endringar her gjeld neste gong.",
    "Session running (3). Changes here are for next time.",
);
const STARTS: Words = words("start kl. {}", "start kl. {}", "starts at {}");
const WHEN_STARTED: Words = words("ved start", "ved start", "when started");
const PURPOSE: Words = words("Formål", "Føremål", "Purpose");
const WANTED: Words = words("Ønsket resultat", "Ønskt resultat", "Wanted result");
const EVALUATION: Words = words("Evaluering", "Evaluering", "Evaluation");
const MARKER: Words = words("målstrek", "målstrek", "finish");
const FIXED: Words = words("fast {}", "fast {}", "fixed {}");
const UNTIL: Words = words("til {}", "til {}", "until {}");
const AUTO: Words = words("går videre selv", "går vidare sjølv", "goes on by itself");
const OPTIONAL: Words = words("kan sløyfes", "kan sløyfast", "optional");
const TOTAL: Words = words("Til sammen {}", "Til saman {}", "{} in all");
const ENDS: Words = words("slutt kl. {}", "slutt kl. {}", "ends at {}");
const ONE_CLASH: Words = words("▲ 1 kollisjon", "▲ 1 kollisjon", "▲ 1 clash");
const CLASHES: Words = words("▲ {} kollisjoner", "▲ {} kollisjonar", "▲ {} clashes");
