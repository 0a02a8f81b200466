//! The run sheet of an agenda that is being planned: when each block begins, as clock times or counted from the start,
//! and where the plan does not fit.

use crate::domain::agenda::Agenda;
use crate::domain::schedule::{self, Begins};
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::Model;
use crate::ui::names;

/// The run sheet.
pub struct Sheet {
    pub rows: Vec<SheetRow>,
    /// From the first start to the last end; without idle time when the agenda starts when started.
    pub total: Seconds,
    /// When it ends, when that is known.
    pub end: Option<String>,
    pub conflicts: usize,
}

/// One block of it.
pub struct SheetRow {
    /// `09:45`, or `+0:45` after the start.
    pub when: String,
    pub length: Seconds,
    /// What does not fit, in words.
    pub conflict: Option<String>,
    /// Idle time in front of it, in words.
    pub slack: Option<String>,
}

/// The run sheet of `agenda`, on the day nearest to `now`.
pub fn sheet(model: &Model, agenda: &Agenda, now: Moment) -> Sheet {
    let plan = schedule::Sheet::of(agenda, now, &model.zone);
    let row = |row: &schedule::SheetRow| SheetRow {
        when: when(model, row.begins),
        length: row.length,
        conflict: row.conflict.map(|conflict| conflict.told(model.lang)),
        slack: row.slack.map(|free| slack(model, row.begins, free)),
    };
    Sheet {
        total: plan.total,
        end: plan.end.map(|end| end.clock(&model.zone)),
        conflicts: plan.conflicts(),
        rows: plan.rows.iter().map(row).collect(),
    }
}

fn when(model: &Model, begins: Begins) -> String {
    match begins {
        Begins::At(moment) => moment.clock(&model.zone),
        Begins::After(time) => format!("+{}:{:02}", time.minutes_up() / 60, time.minutes_up() % 60),
    }
}

fn slack(model: &Model, begins: Begins, free: Seconds) -> String {
    SLACK.with2(model.lang, names::length(free, model.lang), when(model, begins))
}

const SLACK: Words = words("luft: {} før kl. []", "luft: {} før kl. []", "slack: {} before []");
