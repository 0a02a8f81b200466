//! What F9 makes of a line: what fits now asked for beside what it says, or no longer.

use super::keys::KEYS;
use crate::domain::filter::{self, Filter, Wish};
use crate::domain::text::{Words, words};
use crate::screen::Cx;
use crate::ui::keyed::{key_of, keyed};
use crate::ui::paint;
use unicode_width::UnicodeWidthStr;

/// `line` with what fits now asked for beside what it says: in the running session what goes into what is free, else what
/// is for as many as the open agenda, which is told; where it asks for that already, without. A line to which nothing can be
/// added stays as it is, and it is told why.
#[must_use]
pub fn fitting(line: &str, cx: &mut Cx<'_>) -> String {
    let agenda = cx.model.agenda().map(|(_, agenda)| agenda);
    let people = agenda.and_then(|agenda| Some((agenda.people?, agenda.title.to_string())));
    let filter = match (cx.model.left(cx.now), &people) {
        (Some(_), _) => Filter::Now,
        (None, Some((people, _))) => Filter::People(*people, *people),
        (None, None) => {
            cx.notify(NO_PEOPLE);
            return line.to_owned();
        }
    };
    let is_asked = Wish::read(line, &cx.model.names).filters.contains(&filter);
    if let (Filter::People(..), Some((people, title)), false) = (&filter, people, is_asked) {
        let room = usize::from(cx.area.width).saturating_sub(FROM_AGENDA.with2(cx.model.lang, people, "").width() + 2);
        cx.model.notify(FROM_AGENDA.with2(cx.model.lang, people, paint::cut(&title, room.max(LEAST_TITLE))), cx.now);
    }
    let wanted = Some(&filter).filter(|_| !is_asked);
    filter::chosen(line, filter.facet(), wanted, (&cx.model.names, cx.model.lang))
}

/// The columns that a title has at least.
const LEAST_TITLE: usize = 10;
const FROM_AGENDA: Words = keyed!(
    [key_of(KEYS, "tools.fits")],
    words(
        "{} pers, fra «[]». ^ tar det bort.",
        "{} pers, frå «[]». ^ tek det bort.",
        "{} people, from “[]”. ^ takes it away."
    )
);
const NO_PEOPLE: Words = words(
    "Ingenting er i gang. Skriv tid og antall, for eksempel 20 min 40 pers.",
    "Ingenting er i gang. Skriv tid og tal på folk, til dømes 20 min 40 pers.",
    "Nothing is running. Type time and people, for instance 20 min 40 people.",
);
