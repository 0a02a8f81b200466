//! The run sheet of an agenda that is being planned: when each block begins, as clock times or counted from the start,
//! and where the plan does not fit.

use crate::domain::agenda::{Agenda, AgendaName, Block};
use crate::domain::schedule::{Row, schedule};
use crate::domain::session::Session;
use crate::domain::text::{Words, words};
use crate::domain::times::{ClockTime, Moment, Seconds, Zone};
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
pub fn sheet(model: &Model, name: &AgendaName, agenda: &Agenda, now: Moment) -> Sheet {
    let (session, _) = Session::of(name, agenda, now, model.zone.clone());
    let midnight = ClockTime::new(0, 0).map_or(now, |midnight| model.zone.moment(session.day, midnight));
    let begins = agenda.start.map_or(midnight, |start| model.zone.moment(session.day, start));
    let plan = schedule(&session, begins);
    let mut laying = Laying { model, begins, clock: agenda.start.is_some() };
    let rows: Vec<SheetRow> = agenda.blocks.iter().zip(&plan.rows).map(|(block, row)| laying.row(block, row)).collect();
    let lengths = rows.iter().map(|row| row.length).sum();
    Sheet {
        total: if agenda.start.is_some() { plan.end - begins } else { lengths },
        end: (laying.clock && !rows.is_empty()).then(|| plan.end.clock(&model.zone)),
        conflicts: rows.iter().filter(|row| row.conflict.is_some()).count(),
        rows,
    }
}

/// A walk down the agenda; clock times are known from the start, or from the first fixed block on.
struct Laying<'a> {
    model: &'a Model,
    begins: Moment,
    clock: bool,
}

impl Laying<'_> {
    fn row(&mut self, block: &Block, row: &Row) -> SheetRow {
        let known = self.clock;
        self.clock |= block.fixed.is_some();
        let when = if self.clock { row.baseline.start.clock(&self.model.zone) } else { self.offset(row) };
        self.clock |= block.until.is_some();
        SheetRow {
            when,
            length: if known || block.until.is_none() { row.baseline.length() } else { block.length() },
            conflict: row.conflict.filter(|_| known).map(|late| conflict(self.model, block, row, late)),
            slack: row.slack.filter(|_| known).map(|free| slack(self.model, block, free)),
        }
    }

    fn offset(&self, row: &Row) -> String {
        let minutes = (row.baseline.start - self.begins).minutes_up();
        format!("+{}:{:02}", minutes / 60, minutes % 60)
    }
}

fn conflict(model: &Model, block: &Block, row: &Row, late: Seconds) -> String {
    let (lang, length) = (model.lang, names::length(late, model.lang));
    let begins_late = block.fixed.is_some_and(|fixed| clock_of(row.baseline.start, &model.zone) != fixed.to_string());
    let (words, time) = match (block.fixed, block.until) {
        (Some(fixed), _) if block.is_marker() => (PAST_MARK, fixed),
        (Some(fixed), _) if begins_late => (BEGINS_LATE, fixed),
        (_, Some(until)) => (ENDS_LATE, until),
        (Some(fixed), None) => (BEGINS_LATE, fixed),
        (None, None) => return length,
    };
    words.with(lang, length).replace("[]", &time.to_string())
}

fn clock_of(moment: Moment, zone: &Zone) -> String {
    moment.clock(zone)
}

fn slack(model: &Model, block: &Block, free: Seconds) -> String {
    let time = block.fixed.map(|fixed| fixed.to_string()).unwrap_or_default();
    SLACK.with(model.lang, names::length(free, model.lang)).replace("[]", &time)
}

const BEGINS_LATE: Words =
    words("kolliderer: begynner {} etter kl. []", "kolliderer: byrjar {} etter kl. []", "clash: begins {} after []");
const ENDS_LATE: Words =
    words("kolliderer: slutter {} etter kl. []", "kolliderer: sluttar {} etter kl. []", "clash: ends {} after []");
const PAST_MARK: Words = words("planen går {} over kl. []", "planen går {} over kl. []", "the plan runs {} past []");
const SLACK: Words = words("luft: {} før kl. []", "luft: {} før kl. []", "slack: {} before []");
