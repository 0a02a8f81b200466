//! The picture of a harvest: what it is of, and every note whole, with when, where, who and by when beneath it.

use super::Harvest;
use super::jot;
use crate::domain::harvest::{Grouping, Note, NoteKind};
use crate::domain::text::{Words, words};
use crate::domain::times::Zone;
use crate::model::Model;
use crate::ui::theme::{Tone, style};
use crate::ui::{list, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// In front of the text of a note: the mark of the choice and the box to tick.
const INDENT: &str = "      ";

/// One line of the list, and the row it belongs to; headings belong to none.
struct ListLine {
    row: Option<usize>,
    shown: Line<'static>,
}

/// Draws the whole screen into `area`.
pub fn draw(harvest: &Harvest, model: &Model, area: Rect, buf: &mut Buffer) {
    let area = paint::inset(area, 1);
    head(harvest, model, paint::row(area, 0), buf);
    let (lines, shown, body) = in_view(harvest, model, area);
    paint::lines(lines.iter().skip(shown.start).take(shown.len()).map(|line| &line.shown), body, buf);
    paint::more(model, &shown, lines.len(), body, buf);
    if lines.is_empty() {
        let mut lines = wrapped(model, model.say(EMPTY), Tone::Text, body.width);
        let keys = jot::keys(model).into_iter();
        lines.extend(keys.map(|key| Line::styled(format!("  {key}"), style(model, Tone::Accent))));
        paint::lines(&lines, body, buf);
    }
}

/// The row of the note at a cell.
pub fn row_at(harvest: &Harvest, model: &Model, area: Rect, (column, row): (u16, u16)) -> Option<usize> {
    let (lines, shown, body) = in_view(harvest, model, paint::inset(area, 1));
    let line = shown.start + usize::from(row.checked_sub(body.y)?);
    body.contains(Position::new(column, row)).then(|| lines.get(line)?.row)?
}

fn head(harvest: &Harvest, model: &Model, area: Rect, buf: &mut Buffer) {
    let notes = model.notes(&harvest.source);
    let done = notes.iter().filter(|note| note.done).count();
    let ticked = TICKED.with2(model.lang, done, notes.len());
    let ticked = if notes.is_empty() { String::new() } else { ticked };
    paint::right(&ticked, style(model, Tone::Quiet), area, buf);
    let title = model.of_source(&harvest.source).map(|(session, _)| session.plan.title.as_str()).unwrap_or_default();
    let width = usize::from(area.width).saturating_sub(ticked.width() + 2);
    let title = format!("{}: {title}", model.say(super::TITLE));
    paint::text(&paint::cut(&title, width), style(model, Tone::Title), area, buf);
}

/// All lines, which of them are in view, and where.
fn in_view(harvest: &Harvest, model: &Model, area: Rect) -> (Vec<ListLine>, Range<usize>, Rect) {
    let body = paint::below(area, 2);
    let width = body.width.min(paint::MEASURE);
    let lines = lines(harvest, model, width);
    let chosen = harvest.row(model);
    let first = lines.iter().position(|line| line.row == Some(chosen)).unwrap_or(0);
    let last = lines.iter().rposition(|line| line.row == Some(chosen)).map_or(first, |last| last + 1);
    let shown = list::window(first..last, lines.len(), usize::from(body.height));
    (lines, shown, body)
}

fn lines(harvest: &Harvest, model: &Model, width: u16) -> Vec<ListLine> {
    let Some((session, private)) = model.of_source(&harvest.source) else { return Vec::new() };
    let chosen = harvest.row(model);
    let mut lines = Vec::new();
    let mut kind = None;
    for (row, place) in harvest.order(model).into_iter().enumerate() {
        let Some(note) = private.harvest.get(place) else { continue };
        if harvest.grouping == Grouping::ByKind && kind != Some(note.kind) {
            lines.extend(heading(model, note.kind, lines.len()));
            kind = Some(note.kind);
        }
        let listing = Listing { model, zone: &session.zone, grouping: harvest.grouping, width };
        let shown = listing.note(note, list::mark(row, chosen));
        lines.extend(shown.into_iter().map(|shown| ListLine { row: Some(row), shown }));
    }
    lines
}

fn heading(model: &Model, kind: NoteKind, above: usize) -> Vec<ListLine> {
    let title = Line::styled(model.say(kind.heading()), style(model, Tone::Title));
    let gap = (above > 0).then(Line::default);
    gap.into_iter().chain([title]).map(|shown| ListLine { row: None, shown }).collect()
}

/// How one note is written.
struct Listing<'a> {
    model: &'a Model,
    zone: &'a Zone,
    grouping: Grouping,
    width: u16,
}

impl Listing<'_> {
    fn note(&self, note: &Note, mark: &str) -> Vec<Line<'static>> {
        let is_chosen = mark == list::MARK;
        let tone = match note.done {
            _ if is_chosen => Tone::Selected,
            true => Tone::Quiet,
            false => Tone::Text,
        };
        let tick = if note.done { "[✓] " } else { "[ ] " };
        let room = self.width.saturating_sub(u16::try_from(INDENT.width()).unwrap_or(0));
        let texts = paint::wrap(&note.text, usize::from(room)).into_iter().enumerate();
        let text = texts.map(|(line, text)| {
            let first = if line == 0 { format!("{mark}{tick}") } else { INDENT.to_owned() };
            Line::styled(first + &text, style(self.model, tone))
        });
        let about = wrapped(self.model, &self.about(note), Tone::Quiet, room);
        let about =
            about.into_iter().map(|line| Line::styled(format!("{INDENT}{line}"), style(self.model, Tone::Quiet)));
        text.chain(about).collect()
    }

    /// `→ Kari · fredag · 10:42 · 1-2-4-alle`.
    fn about(&self, note: &Note) -> String {
        let who = Some(&*note.who).filter(|who| !who.is_empty()).map(|who| format!("→ {who}"));
        let when = Some(note.when.to_string()).filter(|when| !when.is_empty());
        let kind = (self.grouping == Grouping::ByTime).then(|| self.model.say(note.kind.words()).to_owned());
        let title = Some(note.title.to_string()).filter(|title| !title.is_empty());
        let all = [who, when, Some(note.at.clock(self.zone)), kind, title];
        all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

fn wrapped(model: &Model, text: &str, tone: Tone, width: u16) -> Vec<Line<'static>> {
    let lines = paint::wrap(text, usize::from(width)).into_iter();
    lines.map(|line| Line::styled(line, style(model, tone))).collect()
}

const TICKED: Words = words("{} av [] krysset av", "{} av [] kryssa av", "{} of [] ticked off");
const EMPTY: Words = words(
    "Ingenting er notert ennå. Slik tar du vare på noe:",
    "Ingenting er notert enno. Slik tek du vare på noko:",
    "Nothing has been noted yet. This is how to keep something:",
);
