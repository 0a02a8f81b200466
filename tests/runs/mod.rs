//! Runs in short: a plan and acts in a line of text, in the grammar of the cases, for tests that look at a session from
//! outside.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop; each test file uses its part"
)]

use vidde::cli::simulate;
use vidde::domain::agenda::BlockId;
use vidde::domain::schedule::schedule;
use vidde::domain::session::Session;
use vidde::domain::times::{Moment, Zone};

/// `HH:MM` or `HH:MM:SS` on the day of all runs.
pub fn at(time: &str) -> Moment {
    let full = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
    format!("2026-01-05T{full}Z").parse().expect("a clock time")
}

pub fn clock(moment: Moment) -> String {
    let civil = moment.civil(&Zone::UTC);
    match civil.second() {
        0 => format!("{:02}:{:02}", civil.hour(), civil.minute()),
        second => format!("{:02}:{:02}:{second:02}", civil.hour(), civil.minute()),
    }
}

/// A session of a plan such as `09:00 | X 40 min 25 | P 15 break | Y 40 optional @10:30 | C 15 closing`.
#[track_caller]
pub fn session(plan: &str) -> Session {
    simulate::session(plan).unwrap_or_else(|fault| panic!("{plan}: {fault}"))
}

/// Does acts such as `09:00 start 09:10 next 09:12 skip Y 09:13 add 5`.
#[track_caller]
pub fn act(session: &mut Session, script: &str) {
    simulate::act(session, script).unwrap_or_else(|fault| panic!("{script}: {fault}"));
}

/// The plan after acts.
#[track_caller]
pub fn led(plan: &str, script: &str) -> Session {
    let mut session = session(plan);
    act(&mut session, script);
    session
}

pub fn named(session: &Session, name: &str) -> BlockId {
    session.plan.blocks.iter().find(|block| block.title.as_str() == name).unwrap_or_else(|| panic!("no {name}")).id
}

pub fn name(session: &Session, id: BlockId) -> String {
    session.plan.block(id).unwrap().title.to_string()
}

/// The run sheet in words: `A done, B 10:20–10:54, P 10:54–11:09; end 12:00`.
pub fn sheet(session: &Session, now: Moment) -> String {
    let view = schedule(session, now);
    let row = |row: &vidde::domain::schedule::Row| match row.projected() {
        Some(span) => format!("{} {}–{}", name(session, row.id), clock(span.start), clock(span.end)),
        None => format!("{} {:?}", name(session, row.id), row.timing),
    };
    format!("{}; end {}", view.rows.iter().map(row).collect::<Vec<_>>().join(", "), clock(view.end))
}
