//! What the console has of the harvest: the keys that take notes and lead to it, and how many silent notes there are.

use super::Live;
use super::key;
use crate::domain::facts;
use crate::domain::harvest::{Note, NoteKind};
use crate::domain::text::{Lang, Words};
use crate::model::{Model, Source};
use crate::screen::{Cx, Go};
use crate::screens::harvest::{Harvest, jot};
use crate::screens::review::Review;
use crate::ui::keyed::keyed;
use crate::ui::theme::Tone;

const ONE_SILENT: Words =
    keyed!([key("live.harvest")], words("1 stille notat (^)", "1 stille notat (^)", "1 silent note (^)"));
const SILENT: Words =
    keyed!([key("live.harvest")], words("{} stille notater (^)", "{} stille notat (^)", "{} silent notes (^)"));

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

/// That there are silent notes that are not ticked off; what they say is not for a screen that others may see.
#[must_use]
pub fn silent(live: &facts::Live, lang: Lang) -> Option<(&'static str, Tone, String)> {
    let is_open = |note: &&Note| note.kind == NoteKind::Silent && !note.done;
    let told = match live.private.harvest.iter().filter(is_open).count() {
        0 => return None,
        1 => ONE_SILENT.pick(lang).to_owned(),
        count => SILENT.with(lang, count),
    };
    Some(("", Tone::Quiet, told))
}
