//! A session that is led by the words of the cases: a plan and what happens, in a line each. The cases of `simulate` are
//! led by it, and the tests that look at a session from outside.

use super::grammar::{self, Line, What};
use super::orders::{Deed, Order};
use crate::domain::agenda::{Agenda, AgendaName};
use crate::domain::recovery::{Proposal, offers};
use crate::domain::schedule::{Fold, Replay};
use crate::domain::session::{Act, PlanEdit, Press, Refusal, Session};
use crate::domain::text::Lang;
use crate::domain::times::{ClockTime, Moment, Seconds, Zone};
use crate::domain::tool::Variant;

/// The day on which all cases begin; no zone changes its clock that day.
const DAY: jiff::civil::Date = jiff::civil::date(2026, 1, 5);

/// A session of the plan that `09:00 | A 10 | B 20 break` describes, before its start; its clock is that of UTC.
///
/// # Errors
/// Says where the plan leaves the grammar.
pub fn session(plan: &str) -> Result<Session, String> {
    let plan = grammar::plan(plan).map_err(|fault| fault.to_string())?;
    Ok(of("plan", &plan))
}

/// Has happen what `09:00 start 09:10 next 09:12 skip B` says, each command at the time before it on the session's clock.
///
/// # Errors
/// Says where the script leaves the grammar, or what was refused and why; what stands before that has happened.
pub fn act(session: &mut Session, script: &str) -> Result<(), String> {
    let mut known = session.plan.clone();
    known.blocks.extend(session.log.iter().filter_map(|entry| match &entry.act {
        Act::Edit(PlanEdit::Insert(block, _)) => Some((**block).clone()),
        _ => None,
    }));
    let lines = grammar::script(script, &mut known).map_err(|fault| fault.to_string())?;
    let mut led = Led::new(session);
    for Line { what, text_time, time, .. } in &lines {
        let What::Order(order) = what else { return Err(format!("{text_time}: a script has no “?”")) };
        led.order(order, *time).map_err(|refusal| format!("{text_time} refused: {}", reason(refusal)))?;
    }
    Ok(())
}

/// The session of a case.
pub(super) fn of(id: &str, plan: &Agenda) -> Session {
    let name = AgendaName::for_title(id, |_| false);
    let (session, _) = Session::of(&name, plan, Zone::UTC.moment(DAY, ClockTime::MIDNIGHT), Zone::UTC);
    Session { day: DAY, ..session }
}

/// A session, and what its acts so far come to.
pub(super) struct Led<'s> {
    session: &'s mut Session,
    fold: Fold,
}

impl Led<'_> {
    pub fn new(session: &mut Session) -> Led<'_> {
        Led { session, fold: Fold::default() }
    }

    pub fn session(&self) -> &Session {
        self.session
    }

    /// The moment of `time` seconds after midnight of the first day.
    pub fn moment(&self, time: Seconds) -> Moment {
        self.session.zone.moment(self.session.day, ClockTime::MIDNIGHT) + time
    }

    pub fn replay(&mut self, now: Moment) -> Replay {
        self.fold.at(self.session, now)
    }

    /// Does what is ordered.
    pub fn order(&mut self, order: &Order, time: Seconds) -> Result<(), Refusal> {
        let now = self.moment(time);
        match order.deed.clone() {
            Deed::Press(press) => self.press(press, (now, order.ago)),
            Deed::Unknown => Err(Refusal::UnknownBlock),
            Deed::Slept => Ok(()),
            Deed::Accept(number) => self.accept(number, now),
            Deed::Variant(variant) => self.run_in(variant, now),
            Deed::Clock(by) => {
                self.session.clock_stepped(by, now);
                Ok(())
            }
        }
    }

    /// Runs the block that runs or is waited for in another of its method's lengths.
    fn run_in(&mut self, variant: Variant, now: Moment) -> Result<(), Refusal> {
        let view = self.replay(now).schedule();
        let row = view.here().ok_or(Refusal::NotStarted)?;
        self.press(Press::Variant(row.id, variant), (now, Seconds::ZERO))
    }

    fn press(&mut self, press: Press, when: (Moment, Seconds)) -> Result<(), Refusal> {
        self.session.press_on(&mut self.fold, press, when)
    }

    /// Takes the offer with this number; one that asks the group changes nothing.
    fn accept(&mut self, number: usize, now: Moment) -> Result<(), Refusal> {
        let offers = offers(self.session, now).offers;
        let offer = number.checked_sub(1).and_then(|index| offers.get(index)).ok_or(Refusal::NoLongerSo)?;
        if offer.proposal == Proposal::AskGroup {
            return Err(Refusal::NothingToChange);
        }
        self.press(Press::Agree(offer.changes.clone()), (now, Seconds::ZERO))
    }
}

/// Why an order was refused; here what brings a block back is a command, not a key.
pub(super) fn reason(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::BlockIsSkipped => "That block is skipped; unskip brings it back",
        _ => refusal.words().pick(Lang::En),
    }
}
