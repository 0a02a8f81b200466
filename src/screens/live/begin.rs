//! Before anything runs: what the console says then, and what the start key does.

use super::acts;
use crate::domain::schedule::RunState;
use crate::domain::session::{Moved, Press};
use crate::domain::text::{Words, words};
use crate::domain::times::Seconds;
use crate::model::Model;
use crate::screen::Cx;
use crate::screens::start;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

const QUIET: Words = words(
    "Her er det stille ennå: ingen samling er i gang.",
    "Her er det stille enno: inga samling er i gang.",
    "All is quiet here: no session is running.",
);
const START: Words = words("Mellomrom starter «{}».", "Mellomrom startar «{}».", "Space starts “{}”.");
const MAKE: Words = words(
    "Lag en kjøreplan først (2), eller kjør et verktøy fra kortet (1).",
    "Lag ein køyreplan først (2), eller køyr eit verktøy frå kortet (1).",
    "Make an agenda first (2), or run a tool from its card (1).",
);
const OTHERS: Words = words(
    "En annen kjøreplan åpner du under Kjøreplan (2).",
    "Ein annan køyreplan opnar du under Køyreplan (2).",
    "To open another agenda, go to Agenda (2).",
);

/// Starts the session that stands ready, else the open agenda.
pub fn begin(cx: &mut Cx<'_>) {
    match cx.model.schedule(cx.now).map(|view| view.state) {
        Some(RunState::Before { to_start }) if !is_far(to_start) => {
            acts::press(cx, Press::Start(None, Moved::AsPlanned));
        }
        _ if cx.model.agenda().is_none() => cx.notify(MAKE),
        _ => start::agenda(cx),
    }
}

/// Whether the planned start is so far off that it has to be asked how clock times are meant.
fn is_far(to_start: Option<Seconds>) -> bool {
    to_start.is_some_and(|left| left.0.abs() > start::FAR.0)
}

/// Says kindly that nothing runs, and how to begin.
pub fn nothing_runs(model: &Model, area: Rect, buf: &mut Buffer) {
    let next = match model.agenda() {
        Some((_, agenda)) => [START.with(model.lang, &agenda.title), model.say(OTHERS).to_owned()],
        None => [model.say(MAKE).to_owned(), String::new()],
    };
    let width = usize::from(area.width.min(paint::MEASURE));
    let line = |text: &str, tone: Tone| {
        let wrapped = paint::wrap(text, width).into_iter();
        wrapped.map(|line| Line::styled(line, style(model, tone))).collect::<Vec<_>>()
    };
    let mut lines = line(model.say(QUIET), Tone::Title);
    lines.push(Line::default());
    for (text, tone) in next.iter().zip([Tone::Text, Tone::Quiet]) {
        lines.extend(line(text, tone));
    }
    paint::lines(&lines, paint::below(area, area.height / 6), buf);
}
