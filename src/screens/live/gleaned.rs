//! What the console has of the harvest: the keys that take notes and lead to it, and the latest silent note, a line
//! among the private texts.

use super::Live;
use crate::domain::facts;
use crate::domain::harvest::{Note, NoteKind};
use crate::domain::text::{Lang, Words, words};
use crate::model::{Model, Source};
use crate::screen::{Cx, Go};
use crate::screens::harvest::{Harvest, jot};
use crate::screens::review::Review;
use crate::ui::theme::Tone;

const SILENT: Words = words("Stille: ", "Stille: ", "Silent: ");
const OLDER: Words = words(" (og {} til, se y)", " (og {} til, sjå y)", " (and {} more, see y)");

/// The session that can be looked back on: the one under way, else the one that ended last here, or was
/// rehearsed.
#[must_use]
pub fn source(model: &Model) -> Option<Source> {
    match model.session() {
        Some(_) => Some(Source::Live),
        None if model.is_rehearsal() => model.rehearsed().map(|_| Source::Rehearsed),
        None => model.filed().map(|(stem, _)| Source::Finished(stem.to_owned())),
    }
}

pub fn has_harvest(_: &Live, model: &Model) -> bool {
    source(model).is_some()
}

/// Whether there is a session that has been started, running or over.
pub fn has_review(_: &Live, model: &Model) -> bool {
    source(model).and_then(|source| model.of_source(&source)).is_some_and(|(session, _)| session.has_started())
}

pub fn take(kind: NoteKind, cx: &mut Cx<'_>) {
    if let Some(source) = source(cx.model) {
        jot::open(kind, &source, cx);
    }
}

pub fn harvest(cx: &mut Cx<'_>) {
    cx.go = source(cx.model).map(|source| Go::Over(Box::new(Harvest::of(source))));
}

pub fn review(cx: &mut Cx<'_>) {
    cx.go = source(cx.model).map(|source| Go::Over(Box::new(Review::of(source))));
}

/// The latest silent note that is not ticked off, for the console.
#[must_use]
pub fn silent(live: &facts::Live, lang: Lang) -> Option<(&'static str, Tone, String)> {
    let is_open = |note: &&Note| note.kind == NoteKind::Silent && !note.done;
    let open: Vec<&Note> = live.private.harvest.iter().filter(is_open).collect();
    let last = open.last()?;
    let when = last.at.clock(&live.session.zone);
    let older = if open.len() > 1 { OLDER.with(lang, open.len() - 1) } else { String::new() };
    Some((SILENT.pick(lang), Tone::Quiet, format!("{when} {}{older}", last.text)))
}
