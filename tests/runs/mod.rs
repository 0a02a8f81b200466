//! Runs in short: a plan and acts in a line of text, for tests that look at a session from outside.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop; each test file uses its part"
)]

use vidde::domain::agenda::{Agenda, AgendaName, Block, BlockId, Kind};
use vidde::domain::schedule::schedule;
use vidde::domain::session::{Moved, Press, Session};
use vidde::domain::text::Lang;
use vidde::domain::times::{Moment, Seconds, Zone};

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
pub fn session(plan: &str) -> Session {
    let (start, blocks) = plan.split_once('|').unwrap();
    let mut agenda = Agenda { start: start.trim().parse().ok(), ..Agenda::new("runs", Lang::Nb) };
    for text in blocks.split('|') {
        agenda.insert(block(text), None);
    }
    Session::of(&AgendaName::for_title("runs", |_| false), &agenda, at("08:00"), Zone::UTC).0
}

fn block(text: &str) -> Block {
    let mut words = text.split_whitespace();
    let (name, minutes) = (words.next().unwrap(), words.next().unwrap().parse().unwrap());
    let mut block = Block::new(Kind::Work, name, minutes);
    while let Some(word) = words.next() {
        let mut number = || words.next().unwrap();
        match word {
            "min" => block.min = number().parse().ok(),
            "gap" => block.gap = number().parse().unwrap(),
            "until" => block.until = number().parse().ok(),
            "optional" => block.optional = true,
            "auto" => block.auto = true,
            "break" => block.kind = Kind::Break,
            "closing" => block.kind = Kind::Closing,
            "buffer" => block.kind = Kind::Buffer,
            "talk" => block.kind = Kind::Talk,
            fixed => block.fixed = fixed.trim_start_matches('@').parse().ok(),
        }
    }
    block
}

/// Does acts such as `09:00 start 09:10 next 09:12 skip Y 09:13 add 5`.
pub fn act(session: &mut Session, script: &str) {
    let mut now = at("08:00");
    let mut words = script.split_whitespace();
    while let Some(word) = words.next() {
        let mut given = || words.next().unwrap();
        let press = match word {
            "start" => Press::Start(None, Moved::AsPlanned),
            "start-now" => Press::Start(None, Moved::FromNow),
            "next" => Press::Next,
            "prev" => Press::Previous,
            "pause" => Press::Pause,
            "resume" => Press::Resume,
            "end" => Press::End,
            "undo" => Press::Undo,
            "skip" => Press::Skip(named(session, given())),
            "goto" => Press::Goto(named(session, given())),
            "dur" => Press::Length(named(session, given()), Seconds::minutes(given().parse().unwrap())),
            "add" => Press::Add(Seconds::minutes(given().parse().unwrap())),
            time => {
                now = at(time);
                continue;
            }
        };
        session.press(press, now, Seconds::ZERO).unwrap_or_else(|why| panic!("{word} at {now} in {script}: {why:?}"));
    }
}

/// The plan after acts.
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
