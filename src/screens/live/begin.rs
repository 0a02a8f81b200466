//! Before anything runs: what the console says then, and what the start key does.

use super::key;
use crate::domain::text::{Words, words};
use crate::model::Model;
use crate::screen::Cx;
use crate::screens::agenda;
use crate::screens::review::REHEARSED;
use crate::screens::{acts, rehearse, start};
use crate::ui::keyed::keyed;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

const QUIET: Words = words(
    "Her er det stille ennå: ingen samling er i gang.",
    "Her er det stille enno: inga samling er i gang.",
    "All quiet here: no session is running.",
);
const THANKS: Words =
    words("Takk for i dag! «{}» er lagret.", "Takk for i dag! «{}» er lagra.", "Well done! “{}” is saved.");
const FILE: Words = words("Filen er sessions/{}.ron", "Fila er sessions/{}.ron", "The file is sessions/{}.ron");
const LOOK_BACK: Words = keyed!(
    [key("live.look-back"), key("live.harvest")],
    words(
        "^: tilbakeblikk · ^: nøtter og notater, til å krysse av",
        "^: tilbakeblikk · ^: nøtter og notat, til å krysse av",
        "^: review · ^: questions and notes, to tick off"
    )
);
const LOOK_BACK_ON_IT: Words = keyed!(
    [key("live.look-back"), key("live.harvest")],
    words(
        "^: tilbakeblikk · ^: nøtter og notater fra øvingen",
        "^: tilbakeblikk · ^: nøtter og notat frå øvinga",
        "^: review · ^: questions and notes from the rehearsal"
    )
);
const ONCE_MORE: Words = keyed!(
    [key("live.start")],
    words("^ starter øvingen på nytt.", "^ startar øvinga på nytt.", "^ starts the rehearsal once more.")
);
const CHOOSE: Words = keyed!(
    [key("live.start")],
    words(
        "^: fortsett, avslutt eller forkast den",
        "^: hald fram med, avslutt eller forkast ho",
        "^: continue, end or discard it"
    )
);
const START: Words = keyed!([key("live.start")], words("^ starter «{}».", "^ startar «{}».", "^ starts “{}”."));
/// Said instead of starting again, where a session was stored: the clicker may be pressed once too often.
pub const STORED: Words = keyed!(
    [agenda::key("agenda.start")],
    words(
        "Samlingen er lagret. ^ under Kjøreplan (2) starter en ny.",
        "Samlinga er lagra. ^ under Køyreplan (2) startar ei ny.",
        "The session is saved. ^ in Agenda (2) starts a new one."
    )
);
const ANOTHER: Words = keyed!(
    [agenda::key("agenda.start")],
    words(
        "^ under Kjøreplan (2) starter en ny samling.",
        "^ under Køyreplan (2) startar ei ny samling.",
        "^ in Agenda (2) starts a new session."
    )
);
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

/// Whether the session that ran here last is stored, and none has been opened since.
#[must_use]
pub fn is_stored(model: &Model) -> bool {
    model.session().is_none() && !model.is_rehearsal() && model.filed().is_some()
}

/// Whether the start key starts anything.
#[must_use]
pub fn may_begin(model: &Model) -> bool {
    !acts::has_started(model) && !is_stored(model)
}

/// Starts the session that stands ready, else the open agenda.
pub fn begin(cx: &mut Cx<'_>) {
    if cx.model.session().is_some() {
        acts::start(cx);
    } else if cx.model.agenda().is_none() {
        cx.notify(MAKE);
    } else if cx.model.is_rehearsal() {
        rehearse::again(cx);
    } else {
        start::agenda(cx);
    }
}

/// Says kindly that nothing runs, and how to begin; after a session that was stored, that it is and where.
pub fn nothing_runs(model: &Model, area: Rect, buf: &mut Buffer) {
    let lang = model.lang;
    let mut lines = match model.filed() {
        _ if model.is_rehearsal() => vec![
            (REHEARSED.pick(lang).to_owned(), Tone::Title),
            (LOOK_BACK_ON_IT.pick(lang).to_owned(), Tone::Accent),
            (String::new(), Tone::Text),
        ],
        Some((file, record)) => vec![
            (THANKS.with(lang, &record.session.plan.title), Tone::Title),
            (LOOK_BACK.pick(lang).to_owned(), Tone::Accent),
            (FILE.with(lang, file), Tone::Quiet),
            (String::new(), Tone::Text),
        ],
        None => vec![(QUIET.pick(lang).to_owned(), Tone::Title), (String::new(), Tone::Text)],
    };
    match model.agenda() {
        Some(_) if model.is_rehearsal() => lines.push((ONCE_MORE.pick(lang).to_owned(), Tone::Text)),
        Some(_) if is_stored(model) => lines.push((ANOTHER.pick(lang).to_owned(), Tone::Text)),
        Some((_, agenda)) => {
            lines.extend([(START.with(lang, &agenda.title), Tone::Text), (OTHERS.pick(lang).to_owned(), Tone::Quiet)]);
        }
        None => lines.push((MAKE.pick(lang).to_owned(), Tone::Text)),
    }
    page(model, &lines, area, buf);
}

/// Says which session was left open, and how to be asked about it again.
pub fn left_open(model: &Model, which: &str, area: Rect, buf: &mut Buffer) {
    let lines = [(which.to_owned(), Tone::Title), (CHOOSE.pick(model.lang).to_owned(), Tone::Accent)];
    page(model, &lines, area, buf);
}

fn page(model: &Model, paragraphs: &[(String, Tone)], area: Rect, buf: &mut Buffer) {
    let width = usize::from(area.width.min(paint::MEASURE));
    let wrapped = |(text, tone): &(String, Tone)| {
        let look = style(model, *tone);
        paint::wrap(text, width).into_iter().map(move |line| Line::styled(line, look))
    };
    let lines: Vec<Line> = paragraphs.iter().flat_map(wrapped).collect();
    paint::lines(&lines, paint::below(area, area.height / 6), buf);
}
