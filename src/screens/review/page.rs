//! The lines of a review: how it went in a few sentences, two bars for every block, and the harvest that may be shown.

use crate::domain::harvest::{Grouping, Note, order};
use crate::domain::review::{Fate, Review, ReviewRow, review};
use crate::domain::session::Session;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::{Model, Source};
use crate::ui::theme::{Tone, style};
use crate::ui::{paint, tally};
use ratatui::text::{Line, Span};

/// The columns of a length at the right end of a bar.
const LENGTH: usize = 13;

/// All lines for `source`, of at most `width` columns.
#[must_use]
pub fn lines(source: &Source, model: &Model, now: Moment, width: u16) -> Vec<Line<'static>> {
    let Some((session, private)) = model.of_source(source) else {
        return vec![Line::styled(model.say(GONE), style(model, Tone::Text))];
    };
    let now = if *source == Source::Live { now } else { session.seen_last(now) };
    let review = review(session, now);
    let page = Page { model, session, width: usize::from(width) };
    let mut lines = Vec::new();
    if *source == Source::Rehearsed {
        lines.extend(page.prose(model.say(REHEARSED), Tone::Accent));
    }
    lines.extend(page.head(&review));
    let longest = review.rows.iter().map(|row| row.planned.unwrap_or_default().max(row.actual)).max();
    let scale = Scale { longest: longest.unwrap_or_default(), ..page.scale() };
    lines.extend(review.rows.iter().flat_map(|row| page.row(row, scale)));
    let shared: Vec<Note> = private.shared().cloned().collect();
    lines.extend(page.harvest(&shared));
    lines
}

struct Page<'a> {
    model: &'a Model,
    session: &'a Session,
    width: usize,
}

/// The columns of a row: its title, its bars, and how long the longest of these is.
#[derive(Debug, Clone, Copy)]
struct Scale {
    title: usize,
    bar: usize,
    longest: Seconds,
}

impl Scale {
    /// A bar of `sign`s, at least one for anything at all.
    fn bar(self, time: Seconds, sign: &str) -> String {
        let (time, longest) = (i128::from(time.or_zero().0), i128::from(self.longest.0.max(1)));
        let cells = (time * i128::try_from(self.bar).unwrap_or(0) + longest / 2) / longest;
        let cells = usize::try_from(cells).unwrap_or(0).min(self.bar);
        let bar = sign.repeat(if time > 0 { cells.max(1) } else { cells });
        paint::pad(&bar, self.bar)
    }
}

impl Page<'_> {
    fn lang(&self) -> Lang {
        self.model.lang
    }

    fn prose(&self, text: &str, tone: Tone) -> Vec<Line<'static>> {
        let lines = paint::wrap(text, self.width.min(usize::from(paint::MEASURE))).into_iter();
        lines.map(|line| Line::styled(line, style(self.model, tone))).collect()
    }

    fn scale(&self) -> Scale {
        let title = (self.width * 2 / 5).clamp(10, 44).min(self.width);
        let bar = self.width.saturating_sub(title + 2 + LENGTH);
        Scale { title, bar, longest: Seconds::ZERO }
    }

    /// What, when, how much of it, and how long against the plan; what was reached comes first.
    fn head(&self, review: &Review) -> Vec<Line<'static>> {
        let sentences = tally::sentences(review, &self.session.zone, self.lang());
        let title = self.prose(&self.session.plan.title, Tone::Title);
        let told = sentences.iter().flat_map(|sentence| self.prose(sentence, Tone::Text));
        let legend = Line::from(vec![
            Span::styled(format!("{} ░ ", PLAN.pick(self.lang())), style(self.model, Tone::Quiet)),
            Span::styled(format!("{}   ", PLANNED.pick(self.lang())), style(self.model, Tone::Quiet)),
            Span::styled(format!("{} █ ", FACT.pick(self.lang())), style(self.model, Tone::Accent)),
            Span::styled(ACTUAL.pick(self.lang()), style(self.model, Tone::Quiet)),
        ]);
        title.into_iter().chain(told).chain([Line::default(), legend, Line::default()]).collect()
    }

    fn row(&self, row: &ReviewRow, scale: Scale) -> Vec<Line<'static>> {
        let title = paint::pad(&row.title, scale.title.saturating_sub(1)) + " ";
        if row.fate == Fate::Mark {
            let text = paint::cut(&format!("◆ {}", row.title), self.width);
            return vec![Line::styled(text, style(self.model, Tone::Quiet))];
        }
        let planned = row.planned.map(|planned| tally::length(planned, self.lang())).unwrap_or_default();
        let actual = if row.was_led() { tally::length(row.actual, self.lang()) } else { String::new() };
        let fate = paint::pad(&tally::fate(row, self.lang()), scale.title.saturating_sub(1)) + " ";
        let plan = scale.bar(row.planned.unwrap_or_default(), "░");
        let mut lines = vec![
            self.bar((title, Tone::Text), (PLAN, plan, Tone::Quiet), &planned),
            self.bar(
                (fate, Tone::Quiet),
                (FACT, scale.bar(if row.was_led() { row.actual } else { Seconds::ZERO }, "█"), Tone::Accent),
                &actual,
            ),
        ];
        let more = tally::more(row, self.lang());
        lines.extend((!more.is_empty()).then(|| Line::styled(more, style(self.model, Tone::Quiet))));
        lines
    }

    fn bar(
        &self,
        (left, tone): (String, Tone),
        (letter, bar, ink): (Words, String, Tone),
        length: &str,
    ) -> Line<'static> {
        let quiet = style(self.model, Tone::Quiet);
        let length = format!("{length:>LENGTH$}");
        Line::from(vec![
            Span::styled(left, style(self.model, tone)),
            Span::styled(format!("{} ", letter.pick(self.lang())), quiet),
            Span::styled(bar, style(self.model, ink)),
            Span::styled(length, style(self.model, Tone::Text)),
        ])
    }

    fn harvest(&self, notes: &[Note]) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        let mut kind = None;
        for note in order(notes, Grouping::ByKind).into_iter().filter_map(|place| notes.get(place)) {
            if kind != Some(note.kind) {
                lines.push(Line::default());
                lines.push(Line::styled(self.model.say(note.kind.heading()), style(self.model, Tone::Title)));
                kind = Some(note.kind);
            }
            let tick = if note.done { "✓ " } else { "• " };
            let text = format!("{} {}", note.text, note.about(&self.session.zone));
            let room = self.width.min(usize::from(paint::MEASURE)).saturating_sub(2);
            let wrapped = paint::wrap(text.trim_end(), room).into_iter().enumerate();
            lines.extend(wrapped.map(|(line, text)| {
                let first = if line == 0 { tick } else { "  " };
                Line::styled(format!("{first}{text}"), style(self.model, Tone::Text))
            }));
        }
        lines
    }
}

/// Said of a rehearsal that is over.
pub const REHEARSED: Words = words(
    "Øvingen er ferdig. Ingenting av den er lagret.",
    "Øvinga er ferdig. Ingenting er lagra.",
    "The rehearsal is over. Nothing has been saved.",
);
const GONE: Words = words(
    "Denne samlingen finnes ikke lenger her.",
    "Denne samlinga finst ikkje lenger her.",
    "This session is no longer here.",
);
const PLAN: Words = words("P", "P", "P");
const FACT: Words = words("F", "F", "A");
const PLANNED: Words = words("planlagt", "planlagd", "planned");
const ACTUAL: Words = words("faktisk", "faktisk", "actual");
