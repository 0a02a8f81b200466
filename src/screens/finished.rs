//! Finished sessions, newest first: from here to the review and the harvest of each. A file that cannot be used is named
//! and left alone.

use crate::domain::Problem;
use crate::domain::facts::MOST_FINISHED;
use crate::domain::review::review;
use crate::domain::text::{Line, Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Key};
use crate::model::{Listed, Model, Source};
use crate::screen::{Binding, Cx, Go, Mouse, Screen};
use crate::screens::harvest::Harvest;
use crate::screens::moves::{self, Moves};
use crate::screens::review::Review;
use crate::ui::list::{self, Move};
use crate::ui::theme::{Tone, style};
use crate::ui::{dates, paint, tally};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

pub const TITLE: Words = words("Tidligere samlinger", "Tidlegare samlingar", "Finished sessions");

/// From this width on the time of day stands behind the date.
const WITH_CLOCK: usize = 50;

/// From this width on what follows the date stands in one column.
const IN_COLUMNS: usize = 70;

/// The list.
#[derive(Debug, Default)]
pub struct Finished {
    chosen: usize,
}

impl Finished {
    fn row(&self, model: &Model) -> usize {
        self.chosen.min(model.finished().len().saturating_sub(1))
    }

    /// The chosen session; of one that cannot be used it is said why.
    fn source(&self, cx: &mut Cx<'_>) -> Option<Source> {
        let chosen = cx.model.finished().get(self.row(cx.model)).copied()?;
        match chosen {
            (stem, Ok(_)) => Some(Source::Finished(stem.to_owned())),
            (_, Err(problem)) => {
                let text = told(problem);
                cx.model.notify(text, cx.now);
                None
            }
        }
    }

    fn look_back(&mut self, cx: &mut Cx<'_>) {
        let source = self.source(cx);
        cx.go = source.map(|source| Go::Over(Box::new(Review::of(source))));
    }

    fn harvest(&mut self, cx: &mut Cx<'_>) {
        let source = self.source(cx);
        cx.go = source.map(|source| Go::Over(Box::new(Harvest::of(source))));
    }
}

/// Where it is wrong, and the last sentence about it.
fn told(problem: &Problem) -> String {
    format!("{}: {}", problem.place, last(problem))
}

fn last(problem: &Problem) -> &str {
    problem.text.lines().last().unwrap_or_default()
}

fn body(area: Rect) -> Rect {
    paint::below(paint::inset(area, 1), 2)
}

type Run = fn(&mut Finished, &mut Cx<'_>);

/// A key that applies while there is anything in the list.
const fn row(name: &'static str, keys: &'static [Key], help: Words, run: Run) -> Binding<Finished> {
    Binding { name, keys, help, when: |_, model| !model.finished().is_empty(), run }
}

impl Moves for Finished {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let page = usize::from(cx.area.height.saturating_sub(2));
        self.chosen = step.from(self.row(cx.model), cx.model.finished().len(), page);
    }

    fn can_step(&self, model: &Model) -> bool {
        !model.finished().is_empty()
    }
}

impl Screen for Finished {
    const KEYS: &'static [Binding<Finished>] = &[
        row(
            "finished.review",
            &[Key::of(Code::Enter), Key::char('x')],
            words("tilbakeblikk", "tilbakeblikk", "review"),
            Finished::look_back,
        ),
        row(
            "finished.harvest",
            &[Key::char('y')],
            words("nøtter og notater", "nøtter og notat", "questions and notes"),
            Finished::harvest,
        ),
    ];

    const MOVES: &'static [Binding<Finished>] = moves::list!("finished");

    fn title(&self) -> Words {
        TITLE
    }

    fn why_not(&self, _row: &str, model: &Model) -> Option<Words> {
        remark(model, model.finished().len())
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp | Mouse::WheelDown => return self.wheel(mouse, cx),
            Mouse::Click { column, row } => {
                let body = body(area);
                let shown = self.window(cx.model, body);
                let at = shown.start + usize::from(row.saturating_sub(body.y));
                if !body.contains(Position::new(column, row)) || !shown.contains(&at) {
                    return false;
                }
                if at == self.row(cx.model) {
                    self.look_back(cx);
                }
                self.chosen = at;
            }
        }
        true
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        paint::fill(model, Tone::Text, area, buf);
        let all = model.finished();
        paint::text(model.say(TITLE), style(model, Tone::Title), paint::row(paint::inset(area, 1), 0), buf);
        let body = body(area);
        let shown = self.window(model, body);
        for (line, (index, listed)) in (0..).zip(all.iter().enumerate().skip(shown.start).take(shown.len())) {
            let (text, tone) = written(model, *listed, now, usize::from(body.width).saturating_sub(2));
            let tone = if index == self.row(model) { Tone::Selected } else { tone };
            let text = format!("{}{text}", list::mark(index, self.row(model)));
            paint::text(&text, style(model, tone), paint::row(body, line), buf);
        }
        paint::more(model, &shown, all.len(), body, buf);
        if let Some(words) = remark(model, all.len()) {
            let last = u16::try_from(all.len()).unwrap_or(u16::MAX);
            let lines = paint::wrap(model.say(words), usize::from(body.width));
            let lines: Vec<_> =
                lines.into_iter().map(|line| ratatui::text::Line::styled(line, style(model, Tone::Quiet))).collect();
            paint::lines(&lines, paint::below(body, last), buf);
        }
    }
}

impl Finished {
    fn window(&self, model: &Model, body: Rect) -> std::ops::Range<usize> {
        let row = self.row(model);
        list::window(row..row + 1, model.finished().len(), usize::from(body.height))
    }
}

/// What stands under the list.
fn remark(model: &Model, count: usize) -> Option<Words> {
    match count {
        _ if model.waits_for_finished() => Some(READING),
        0 => Some(NONE),
        MOST_FINISHED.. => Some(OLDER),
        _ => None,
    }
}

/// One line: when, what, how long; or which file cannot be used, and why.
fn written(model: &Model, (stem, found): Listed<'_>, now: Moment, width: usize) -> (String, Tone) {
    let record = match found {
        Ok(record) => record,
        Err(problem) => {
            return (paint::pad(&format!("▲ {}.ron: {}", Line::clean(stem), last(problem)), width), Tone::Warning);
        }
    };
    let session = &record.session;
    let review = review(session, session.seen_last(now));
    let when = review.began.map(|began| {
        let date = dates::short(began, &session.zone, model.lang);
        let clock = began.clock(&session.zone);
        let widest = if width < IN_COLUMNS { 0 } else { dates::widest(model.lang) };
        if width < WITH_CLOCK { date } else { format!("{date:widest$} {clock}") }
    });
    let when = when.unwrap_or_default();
    let length = tally::length(review.totals().1, model.lang);
    let room = width.saturating_sub(when.width() + length.width() + 4);
    (format!("{when}  {}  {length}", paint::pad(&session.plan.title, room)), Tone::Text)
}

const READING: Words = words("Leser filene …", "Les filene …", "Reading the files …");
const NONE: Words = words(
    "Ingen samling er avsluttet ennå. Når en er det, ligger den her.",
    "Inga samling er avslutta enno. Når ei er det, ligg ho her.",
    "No session has been finished yet. When one is, it is here.",
);
const OLDER: Words = words(
    "Eldre samlinger ligger i mappen sessions; vidde agenda log leser dem.",
    "Eldre samlingar ligg i mappa sessions; vidde agenda log les dei.",
    "Older sessions are in the folder sessions; vidde agenda log reads them.",
);
