//! A session for scripts: the same facts as the text, with moments in UTC and times in seconds.

use super::{Silent, Told};
use crate::domain::harvest::{Note, NoteKind};
use crate::domain::review::{Ending, Fate, Happened, ReviewRow, Sense};
use crate::domain::schedule::Visit;
use crate::domain::text::Lang;
use crate::domain::times::Moment;
use crate::ui::tally;
use serde_json::{Value, json};

/// All sessions, each with its head.
pub fn list(all: &[Told], lang: Lang) -> String {
    let all: Vec<Value> = all.iter().map(|told| head(told, lang)).collect();
    format!("{}\n", json!({ "sessions": all }))
}

/// Everything about one session.
pub fn whole(told: &Told, silent: Silent, lang: Lang) -> String {
    let mut value = head(told, lang);
    let blocks: Vec<Value> = told.review().rows.iter().map(|row| block(row, lang)).collect();
    let log: Vec<Value> = told.happened(lang).iter().map(happened).collect();
    let harvest: Vec<Value> = told.notes(silent).into_iter().map(note).collect();
    if let Some(map) = value.as_object_mut() {
        map.extend(
            [("blocks", blocks), ("log", log), ("harvest", harvest)].map(|(key, all)| (key.to_owned(), all.into())),
        );
    }
    format!("{value}\n")
}

fn moment(moment: Moment) -> Value {
    moment.to_string().into()
}

fn head(told: &Told, lang: Lang) -> Value {
    let review = told.review();
    let (planned, actual) = review.totals();
    let ended = match review.ending {
        Ending::Ended(end) => Some(moment(end)),
        Ending::Ahead(_) => None,
    };
    json!({
        "file": told.stem,
        "agenda": told.session().agenda.as_str(),
        "title": told.session().plan.title.as_str(),
        "began": review.began.map(moment),
        "ended": ended,
        "planned_end": moment(review.planned_end),
        "agreed_end": review.agreed_end.map(moment),
        "planned_seconds": planned.0,
        "actual_seconds": actual.0,
        "summary": tally::sentences(&review, &told.session().zone, lang),
    })
}

fn block(row: &ReviewRow, lang: Lang) -> Value {
    let visit = |visit: &Visit| json!({ "start": moment(visit.start), "end": visit.end.map(moment) });
    json!({
        "title": row.title.as_str(),
        "planned_seconds": row.planned.map(|planned| planned.0),
        "actual_seconds": row.actual.0,
        "stood_seconds": row.stood.0,
        "visits": row.visits.iter().map(visit).collect::<Vec<Value>>(),
        "fate": fate(row.fate),
        "told": tally::fate(row, lang),
    })
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::AsPlanned => "as-planned",
        Fate::Longer(_) => "longer",
        Fate::Shorter(_) => "shorter",
        Fate::Added => "added",
        Fate::Running => "running",
        Fate::Skipped => "skipped",
        Fate::JumpedOver => "jumped-over",
        Fate::Given => "given",
        Fate::NotReached => "not-reached",
        Fate::Ahead => "ahead",
        Fate::Mark => "mark",
    }
}

fn happened(happened: &Happened) -> Value {
    json!({
        "at": moment(happened.at),
        "told": happened.told.map(moment),
        "text": happened.text,
        "made_sense": happened.sense == Sense::Made,
    })
}

fn note(note: &Note) -> Value {
    let kind = match note.kind {
        NoteKind::Nut => "nut",
        NoteKind::Decision => "decision",
        NoteKind::Quote => "quote",
        NoteKind::Note => "note",
        NoteKind::Silent => "silent",
    };
    json!({
        "kind": kind,
        "text": note.text.as_str(),
        "at": moment(note.at),
        "block": note.title.as_str(),
        "done": note.done,
        "who": note.who.as_str(),
        "when": note.when.as_str(),
    })
}
