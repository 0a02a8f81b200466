//! Proposals for a run that lands late or early: what may give, and what follows. Nothing here changes a session; a
//! proposal that is taken is one act, [`Press::Agree`]. How proposals are worded is in `screens::recovery`.

mod asking;
mod early;
mod give;
mod late;
mod merit;
mod settle;
mod share;

pub use asking::{Given, agreed_end, answered, asked, ends, given, is_due, question, thanked};
pub use settle::settled;

use super::agenda::{Agenda, Block, BlockId};
use super::schedule::{Row, Schedule, Timing, schedule};
use super::session::{Change, Press, Session};
use super::times::{Moment, Seconds};
pub(super) use give::shortest;
use std::borrow::Cow;

/// What can be proposed at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offers {
    pub standing: Standing,
    /// What follows when nothing is changed: always a choice, and the harmless one.
    pub as_now: Outcome,
    /// In the order of merit.
    pub offers: Vec<Offer>,
}

/// How the run stands to what it aims at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing runs: not started, or over.
    Still,
    /// All that is planned goes in.
    Fits,
    /// The aim is missed by so much; positive.
    Short(Aim, Seconds),
    /// So much is gained before the aim; positive, at least a minute.
    Ahead(Aim, Seconds),
}

/// A moment that the run is to meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aim {
    pub goal: Goal,
    pub at: Moment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The finish line: agreed on, a marker, or the end of the plan.
    Finish,
    /// The fixed start of a coming block, or the end of one that lasts until a clock time.
    Fixed(BlockId),
}

/// A proposal with its consequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub proposal: Proposal,
    /// What taking it does to the session; nothing when it only asks.
    pub changes: Vec<Change>,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// Drops blocks, and shares a shortening among others.
    Less { drop: Vec<BlockId>, cuts: Vec<NewLength> },
    /// Ends the session at this moment, later or earlier than it was to.
    EndAt(Moment),
    /// Lets the group choose; changes nothing yet.
    AskGroup,
    /// Gives a break more time.
    LongerBreak(NewLength),
    /// Takes a dropped block in again.
    BringBack(BlockId),
}

/// A block that becomes shorter, or longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewLength {
    pub id: BlockId,
    pub from: Seconds,
    pub to: Seconds,
}

/// Where the run lands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Projected end of the session.
    pub end: Moment,
    /// By how much the aim is still missed; zero when it is met.
    pub short: Seconds,
    /// The first coming fixed start (or "until" end) that is missed, and by how much.
    pub missed: Option<(BlockId, Seconds)>,
}

impl Proposal {
    /// Whether the other is the same proposal, seen at another moment: the same blocks, whatever the minutes.
    #[must_use]
    pub fn is_like(&self, other: &Proposal) -> bool {
        match (self, other) {
            (Proposal::Less { drop, cuts }, Proposal::Less { drop: other, cuts: others }) => {
                drop == other && cuts.is_empty() == others.is_empty()
            }
            (Proposal::LongerBreak(one), Proposal::LongerBreak(other)) => one.id == other.id,
            (Proposal::BringBack(id), Proposal::BringBack(other)) => id == other,
            (Proposal::EndAt(_), Proposal::EndAt(_)) | (Proposal::AskGroup, Proposal::AskGroup) => true,
            _ => false,
        }
    }

    fn changes(&self) -> Vec<Change> {
        match self {
            Proposal::Less { drop, cuts } => {
                let shortened = cuts.iter().map(|cut| Change::Length(cut.id, cut.to));
                drop.iter().map(|id| Change::Drop(*id)).chain(shortened).collect()
            }
            Proposal::EndAt(moment) => vec![Change::Finish(*moment)],
            Proposal::AskGroup => Vec::new(),
            Proposal::LongerBreak(NewLength { id, to, .. }) => vec![Change::Length(*id, *to)],
            Proposal::BringBack(id) => vec![Change::BringBack(*id)],
        }
    }
}

/// What can be proposed in `session` at `now`.
#[must_use]
pub fn offers(session: &Session, now: Moment) -> Offers {
    let outlook = Outlook::of(session, now);
    let standing = outlook.standing();
    let offers = match standing {
        Standing::Still | Standing::Fits => Vec::new(),
        Standing::Short(aim, by) => late::offers(&outlook, aim, by),
        Standing::Ahead(aim, by) => early::offers(&outlook, aim, by),
    };
    Offers { standing, as_now: outlook.outcome(standing.aim()), offers }
}

/// How `session` stands at `now` to what it aims at.
#[must_use]
pub fn standing(session: &Session, now: Moment) -> Standing {
    Outlook::of(session, now).standing()
}

/// How `session` stands at `now`, and by how much in whole minutes as it is told everywhere: as the clock times that are
/// shown of the end and of the aim have it, where these are what is compared.
#[must_use]
pub fn standing_told(session: &Session, now: Moment) -> (Standing, Seconds) {
    let outlook = Outlook::of(session, now);
    let standing = outlook.standing();
    (standing, standing.told(outlook.view.end))
}

/// The end that was agreed on, and by how much it is missed, negative when there is room in front of it; nothing when none
/// was agreed on.
#[must_use]
pub fn off_agreed(session: &Session, now: Moment) -> Option<(Moment, Seconds)> {
    let outlook = Outlook::of(session, now);
    outlook.view.finish.zip(outlook.lateness(Goal::Finish))
}

impl Standing {
    #[must_use]
    pub fn aim(self) -> Option<Aim> {
        match self {
            Standing::Short(aim, _) | Standing::Ahead(aim, _) => Some(aim),
            Standing::Still | Standing::Fits => None,
        }
    }

    /// By how much the aim is missed, or what is gained before it, in whole minutes, when the session is to end at `end`:
    /// see [`standing_told`].
    #[must_use]
    pub fn told(self, end: Moment) -> Seconds {
        match self {
            Standing::Short(aim, by) if aim.goal == Goal::Finish && end - aim.at == by => {
                between_clocks(aim.at, end).max(Seconds::minutes(1))
            }
            Standing::Short(_, by) | Standing::Ahead(_, by) => Seconds::minutes(by.minutes_up()),
            Standing::Still | Standing::Fits => Seconds::ZERO,
        }
    }
}

/// From one moment to another in whole minutes, as the clock times that are shown of them have it; positive when the other
/// is later.
#[must_use]
pub fn between_clocks(from: Moment, to: Moment) -> Seconds {
    to.minute_up() - from.minute_up()
}

/// A session at a moment, with the plan as it stands row for row.
struct Outlook<'a> {
    session: Cow<'a, Session>,
    now: Moment,
    plan: Agenda,
    view: Schedule,
}

impl<'a> Outlook<'a> {
    fn of(session: &'a Session, now: Moment) -> Outlook<'a> {
        let (plan, view) = (session.plan_at(now).into_owned(), schedule(session, now));
        Outlook { session: Cow::Borrowed(session), now, plan, view }
    }

    /// The same after a proposal has been taken; nothing when the session refuses it.
    fn after(&self, changes: &[Change]) -> Option<Outlook<'static>> {
        let mut session = self.session.clone().into_owned();
        session.press(Press::Agree(changes.to_vec()), self.now, Seconds::ZERO).ok()?;
        let view = schedule(&session, self.now);
        Some(Outlook {
            plan: session.plan_at(self.now).into_owned(),
            session: Cow::Owned(session),
            now: self.now,
            view,
        })
    }

    /// The proposal with what follows from it; nothing when it cannot be taken.
    fn offer(&self, proposal: Proposal, aim: Aim) -> Option<Offer> {
        let changes = proposal.changes();
        let outcome = match changes.as_slice() {
            [] => self.outcome(Some(aim)),
            changes => self.after(changes)?.outcome(Some(aim)),
        };
        Some(Offer { proposal, changes, outcome })
    }

    fn outcome(&self, aim: Option<Aim>) -> Outcome {
        let missed = self.coming().find_map(|(_, _, row)| row.conflict.map(|late| (row.id, late)));
        let short = aim.and_then(|aim| self.lateness(aim.goal)).map_or(Seconds::ZERO, Seconds::or_zero);
        Outcome { end: self.view.end, short, missed }
    }

    /// The rows with their blocks and places.
    fn rows(&self) -> impl Iterator<Item = (usize, &Block, &Row)> {
        self.plan.blocks.iter().zip(&self.view.rows).enumerate().map(|(index, (block, row))| (index, block, row))
    }

    /// The rows still to come.
    fn coming(&self) -> impl Iterator<Item = (usize, &Block, &Row)> {
        self.rows().filter(|(_, _, row)| matches!(row.timing, Timing::Upcoming(_)))
    }

    /// The finish line, if a marker is it.
    fn marker(&self) -> Option<(usize, &Row)> {
        self.coming().filter(|(_, block, _)| block.is_marker()).map(|(index, _, row)| (index, row)).last()
    }

    /// When the session is to end.
    fn finish(&self) -> Moment {
        let marked = self.marker().and_then(|(_, row)| row.meant());
        self.view.finish.or(marked).unwrap_or(self.view.end - self.view.end_drift)
    }

    /// The row before which blocks bear on `goal`.
    fn place(&self, goal: Goal) -> usize {
        let index = match goal {
            Goal::Finish => self.marker().map(|(index, _)| index),
            Goal::Fixed(id) => self.view.rows.iter().position(|row| row.id == id),
        };
        index.unwrap_or(self.view.rows.len())
    }

    /// By how much `goal` is missed; negative when there is room in front of it. Nothing when it is no longer ahead.
    fn lateness(&self, goal: Goal) -> Option<Seconds> {
        match goal {
            Goal::Fixed(id) => {
                let (_, _, row) = self.coming().find(|(_, _, row)| row.id == id)?;
                Some(row.conflict.unwrap_or(-row.slack.unwrap_or_default()))
            }
            Goal::Finish => {
                let arrival =
                    self.marker().and_then(|(_, row)| Some(row.projected()?.start - row.slack.unwrap_or_default()));
                Some(arrival.unwrap_or(self.view.end) - self.finish())
            }
        }
    }

    fn standing(&self) -> Standing {
        if self.view.index().is_none() {
            return Standing::Still;
        }
        let finish = self.place(Goal::Finish);
        let conflict = self.coming().find(|(index, _, row)| *index < finish && row.conflict.is_some());
        if let Some((_, block, row)) = conflict {
            let at = missed_moment(block, row).unwrap_or(self.now);
            return Standing::Short(Aim { goal: Goal::Fixed(row.id), at }, row.conflict.unwrap_or_default());
        }
        let late = self.lateness(Goal::Finish).unwrap_or_default();
        let aim = Aim { goal: Goal::Finish, at: self.finish() };
        if late > Seconds::ZERO { Standing::Short(aim, late) } else { early::standing(self, aim) }
    }
}

/// The moment that a coming row in conflict misses.
fn missed_moment(block: &Block, row: &Row) -> Option<Moment> {
    let (span, late) = (row.projected()?, row.conflict?);
    Some(if block.fixed.is_some() { span.start - late } else { span.end - late })
}
