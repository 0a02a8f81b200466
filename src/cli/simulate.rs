//! `vidde simulate`: runs timing cases through the real session and schedule. Reading the grammar is in `grammar`,
//! leading a session by it in `led`, the fields of an expectation in `fields`.

mod fields;
mod grammar;
pub mod help;
mod led;
mod orders;
mod plan;
mod wanted;

pub use led::{act, session};

use crate::domain::recovery::offers;
use crate::domain::times::Seconds;
use fields::Fields;
use grammar::{Case, Line, What};
use led::Led;
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
                let mut session = led::of(&case.id, &case.plan);
                Play { case: &case, led: Led::new(&mut session), print }.all(&mut tally, out, err)?;
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

/// One case being played.
struct Play<'a> {
    case: &'a Case,
    led: Led<'a>,
    print: Print,
}

impl Play<'_> {
    fn all(mut self, tally: &mut Tally, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<()> {
        for line in &self.case.lines {
            match &line.what {
                What::Order(order) => {
                    if let Err(refusal) = self.led.order(order, line.time) {
                        writeln!(err, "{} {} refused: {}", self.case.id, line.number, led::reason(refusal))?;
                    }
                }
                What::Expect(wanted) => self.expect(line, wanted, tally, out)?,
            }
        }
        Ok(())
    }

    fn expect(
        &mut self,
        line: &Line,
        wanted: &[(String, String)],
        tally: &mut Tally,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let now = self.led.moment(line.time);
        let view = self.led.replay(now).schedule();
        let offers = if self.case.names_offers() { offers(self.led.session(), now).offers } else { Vec::new() };
        let midnight = self.led.moment(Seconds::ZERO);
        let fields = Fields { plan: &self.case.known, view: &view, offers: &offers, midnight };
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
