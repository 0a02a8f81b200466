//! `vidde simulate`: runs timing cases (TIMING section 3) through the real session and schedule. Reading the grammar
//! is in `grammar`, the fields of an expectation in `fields`.

mod fields;
mod grammar;
pub mod help;
mod orders;
mod plan;
mod wanted;

use crate::domain::agenda::AgendaName;
use crate::domain::recovery::{Proposal, offers};
use crate::domain::schedule::Fold;
use crate::domain::session::{Press, Refusal, Session};
use crate::domain::text::Lang;
use crate::domain::times::{Moment, Seconds, Zone};
use crate::domain::tool::Variant;
use fields::Fields;
use grammar::{Case, Line, What};
use orders::{Deed, Order};
use std::io::{self, Write};

/// What `simulate` is to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// The checks that fail, and a count.
    Failures,
    /// Every `?` line with all its fields.
    Everything,
}

/// How the cases went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub cases: usize,
    /// Fields that were compared.
    pub checks: usize,
    pub failed: usize,
    /// Cases that do not follow the grammar.
    pub malformed: usize,
}

impl Tally {
    /// Whether every case was well formed and every check held.
    #[must_use]
    pub fn is_fine(self) -> bool {
        self.failed == 0 && self.malformed == 0
    }
}

/// Runs all cases of `text`; results go to `out`, refusals and malformed lines to `err`.
///
/// # Errors
/// Only those of writing.
pub fn run(text: &str, print: Print, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Tally> {
    let mut tally = Tally::default();
    for case in grammar::cases(text) {
        tally.cases += 1;
        match case {
            Ok(case) => {
                let play = Play { case: &case, session: session(&case), fold: Fold::default(), print };
                play.all(&mut tally, out, err)?;
            }
            Err(fault) => {
                tally.malformed += 1;
                writeln!(err, "{fault}")?;
            }
        }
    }
    if print == Print::Failures {
        writeln!(out, "cases {}, checks {}, failed {}", tally.cases, tally.checks, tally.failed)?;
    }
    Ok(tally)
}

/// The day on which all cases begin; no zone changes its clock that day.
const DAY: jiff::civil::Date = jiff::civil::date(2026, 1, 5);

/// The moment of `time` seconds after midnight of the first day.
fn moment(time: Seconds) -> Moment {
    Moment::of(DAY.to_zoned(jiff::tz::TimeZone::UTC).map(|zoned| zoned.timestamp()).unwrap_or_default()) + time
}

fn session(case: &Case) -> Session {
    let name = AgendaName::for_title(&case.id, |_| false);
    let (session, _) = Session::of(&name, &case.plan, moment(Seconds::ZERO), Zone::UTC);
    Session { day: DAY, ..session }
}

/// One case being played.
struct Play<'a> {
    case: &'a Case,
    session: Session,
    /// What the acts so far come to.
    fold: Fold,
    print: Print,
}

impl Play<'_> {
    fn all(mut self, tally: &mut Tally, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<()> {
        for line in &self.case.lines {
            match &line.what {
                What::Order(order) => self.order(line, order, err)?,
                What::Expect(wanted) => self.expect(line, wanted, tally, out)?,
            }
        }
        Ok(())
    }

    fn order(&mut self, line: &Line, order: &Order, err: &mut dyn Write) -> io::Result<()> {
        let now = moment(line.time);
        let done = match order.deed.clone() {
            Deed::Press(press) => self.press(press, (now, order.ago)),
            Deed::Unknown => Err(Refusal::UnknownBlock),
            Deed::Slept => Ok(()),
            Deed::Accept(number) => self.accept(number, now),
            Deed::Variant(variant) => self.run_in(variant, now),
            Deed::Clock(by) => {
                self.session.clock_stepped(by, now);
                Ok(())
            }
        };
        match done {
            Ok(()) => Ok(()),
            Err(refusal) => {
                writeln!(err, "{} {} refused: {}", self.case.id, line.number, reason(refusal))
            }
        }
    }

    /// Runs the block that runs or is waited for in another of its method's lengths.
    fn run_in(&mut self, variant: Variant, now: Moment) -> Result<(), Refusal> {
        let view = self.fold.at(&self.session, now).schedule();
        let row = view.here().ok_or(Refusal::NotStarted)?;
        self.press(Press::Variant(row.id, variant), (now, Seconds::ZERO))
    }

    fn press(&mut self, press: Press, when: (Moment, Seconds)) -> Result<(), Refusal> {
        self.session.press_on(&mut self.fold, press, when)
    }

    /// Takes the offer with this number; one that asks the group changes nothing.
    fn accept(&mut self, number: usize, now: Moment) -> Result<(), Refusal> {
        let offers = offers(&self.session, now).offers;
        let offer = number.checked_sub(1).and_then(|index| offers.get(index)).ok_or(Refusal::NoLongerSo)?;
        if offer.proposal == Proposal::AskGroup {
            return Err(Refusal::NothingToChange);
        }
        self.press(Press::Agree(offer.changes.clone()), (now, Seconds::ZERO))
    }

    fn expect(
        &mut self,
        line: &Line,
        wanted: &[(String, String)],
        tally: &mut Tally,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let now = moment(line.time);
        let view = self.fold.at(&self.session, now).schedule();
        let offers = if self.case.names_offers() { offers(&self.session, now).offers } else { Vec::new() };
        let fields = Fields { plan: &self.case.known, view: &view, offers: &offers, midnight: moment(Seconds::ZERO) };
        if self.print == Print::Everything {
            return writeln!(out, "{} ? {}", line.text_time, fields.all());
        }
        for (field, want) in wanted {
            tally.checks += 1;
            if let Some(got) = fields.differs(field, want) {
                tally.failed += 1;
                writeln!(out, "{} {} {field}: want {want}, got {got}", self.case.id, line.number)?;
            }
        }
        Ok(())
    }
}

/// Why an order was refused; here what brings a block back is a command, not a key.
fn reason(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::BlockIsSkipped => "That block is skipped; unskip brings it back",
        _ => refusal.words().pick(Lang::En),
    }
}
