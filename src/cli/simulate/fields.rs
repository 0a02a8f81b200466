//! The fields of an expectation: how a schedule reads in the grammar of the cases.

use crate::domain::agenda::{Agenda, BlockId};
use crate::domain::recovery::{NewLength, Offer, Proposal};
use crate::domain::schedule::{Row, RunState, Schedule};
use crate::domain::times::{Moment, Seconds};

/// The fields, in the order in which `--print` writes them.
pub(super) const NAMES: [&str; 16] = [
    "state",
    "block",
    "remaining",
    "elapsed",
    "to_start",
    "drift",
    "enddev",
    "slack",
    "conflict",
    "at",
    "end",
    "step",
    "step_remaining",
    "spare",
    "people",
    "offers",
];

/// The first of the fields that `--print` leaves out where they have no value.
const SPARING: usize = 11;

/// A schedule to be read field by field; clock times count from `midnight` of the first day.
pub(super) struct Fields<'a> {
    pub plan: &'a Agenda,
    pub view: &'a Schedule,
    /// What is proposed.
    pub offers: &'a [Offer],
    pub midnight: Moment,
}

impl Fields<'_> {
    /// All fields as `name=value`; `-` where a field has no value now. Those of steps and people are left out where a
    /// plan has none.
    pub fn all(&self) -> String {
        let all = NAMES.iter().enumerate().map(|(place, name)| (place, name, self.value(name)));
        let told = all.filter(|(place, _, value)| *place < SPARING || value != "-");
        told.map(|(_, name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    }

    /// What the field is, if that is not what was wanted. `at` names some of the later blocks, the rest are complete.
    pub fn differs(&self, name: &str, want: &str) -> Option<String> {
        let got = self.value(name);
        let holds = match name {
            "at" if want != "-" => want.split(',').all(|wanted| got.split(',').any(|entry| entry == wanted)),
            _ => got == want,
        };
        (!holds).then_some(got)
    }

    fn value(&self, name: &str) -> String {
        let current = self.view.current();
        let part = current.and_then(|current| current.part);
        match name {
            "state" => state(&self.view.state).to_owned(),
            "block" => self.view.index().map_or_else(none, |index| self.row_name(index)),
            "remaining" => current.map_or_else(none, |current| current.remaining.to_string()),
            "elapsed" => current.map_or_else(none, |current| current.elapsed.to_string()),
            "to_start" => self.to_start().map_or_else(none, |left| left.to_string()),
            "drift" => self.view.drift().map_or_else(none, signed),
            "step" => part.map_or_else(none, |part| (part.index + 1).to_string()),
            "step_remaining" => part.map_or_else(none, |part| part.remaining.to_string()),
            "spare" => part.map_or_else(none, |part| signed(part.spare)),
            "people" => self.view.people.map_or_else(none, |people| people.to_string()),
            "offers" => self.offers(),
            "enddev" => signed(self.view.end_drift),
            "slack" => self.list(|row| row.slack),
            "conflict" => self.list(|row| row.conflict),
            "at" => joined(
                self.view.upcoming().map(|(row, span)| format!("{}@{}", self.name(row.id), self.clock(span.start))),
            ),
            _ => self.clock(self.view.end),
        }
    }

    /// The offers in order with `;` between them: `X=34,Y=36` gives lengths in minutes, `-X` drops, `+X` brings back,
    /// `end@12:10` ends then, `ask` asks the group.
    fn offers(&self) -> String {
        let offers: Vec<String> = self.offers.iter().map(|offer| self.offer(&offer.proposal)).collect();
        if offers.is_empty() { none() } else { offers.join(";") }
    }

    fn offer(&self, proposal: &Proposal) -> String {
        let length = |new: &NewLength| format!("{}={}", self.name(new.id), minutes(new.to));
        match proposal {
            Proposal::Less { drop, cuts } => {
                joined(drop.iter().map(|id| format!("-{}", self.name(*id))).chain(cuts.iter().map(length)))
            }
            Proposal::EndAt(moment) => format!("end@{}", self.clock(*moment)),
            Proposal::AskGroup => "ask".to_owned(),
            Proposal::LongerBreak(new) => length(new),
            Proposal::BringBack(id) => format!("+{}", self.name(*id)),
        }
    }

    fn to_start(&self) -> Option<Seconds> {
        match self.view.state {
            RunState::Before { to_start } => to_start,
            RunState::Pending { to_start, .. } => Some(to_start),
            RunState::Running(_) | RunState::Paused(_) | RunState::Done => None,
        }
    }

    fn list(&self, of: impl Fn(&Row) -> Option<Seconds>) -> String {
        joined(self.view.rows.iter().filter_map(|row| Some(format!("{}:{}", self.name(row.id), minutes(of(row)?)))))
    }

    fn row_name(&self, index: usize) -> String {
        self.view.rows.get(index).map_or_else(none, |row| self.name(row.id))
    }

    fn name(&self, id: BlockId) -> String {
        self.plan.block(id).map_or_else(none, |block| block.title.to_string())
    }

    fn clock(&self, moment: Moment) -> String {
        let all = (moment - self.midnight).0;
        let (hours, minutes, seconds) = (all.div_euclid(3600), all.rem_euclid(3600) / 60, all.rem_euclid(60));
        if seconds == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{seconds:02}") }
    }
}

fn none() -> String {
    "-".to_owned()
}

fn joined(entries: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = entries.collect();
    if all.is_empty() { none() } else { all.join(",") }
}

fn state(state: &RunState) -> &'static str {
    match state {
        RunState::Before { .. } => "before",
        RunState::Pending { .. } => "pending",
        RunState::Running(_) => "running",
        RunState::Paused(_) => "paused",
        RunState::Done => "done",
    }
}

/// Minutes, or m:ss when not whole.
fn minutes(length: Seconds) -> String {
    if length.0 % 60 == 0 { (length.0 / 60).to_string() } else { length.to_string() }
}

/// Minutes with their sign, m:ss when not whole, `0` when zero.
fn signed(length: Seconds) -> String {
    if length.0 > 0 { format!("+{}", minutes(length)) } else { minutes(length) }
}
