//! What one `schedule()` of a whole day costs: 24 blocks, and a log as long as a busy day makes it.
#![allow(clippy::expect_used, reason = "a benchmark that cannot be set up should stop")]

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use vidde::domain::agenda::{Agenda, AgendaName, Block, Kind};
use vidde::domain::schedule::schedule;
use vidde::domain::session::{Act, Change, Entry, Moved, Press, Session, StepAct};
use vidde::domain::text::Lang;
use vidde::domain::times::{ClockTime, Moment, Seconds, Zone};

const MORNING: i64 = 1_767_603_600;

/// A day of 24 blocks with a fixed lunch, run to its 18th block with pauses and added minutes.
fn busy_day() -> (Session, Moment) {
    let mut agenda = Agenda { start: ClockTime::new(9, 0), ..Agenda::new("day", Lang::En) };
    for number in 0..24 {
        let fixed = (number == 10).then(|| ClockTime::new(12, 0)).flatten();
        agenda.insert(Block { fixed, ..Block::new(Kind::Work, "block", 15) }, None);
    }
    let mut now = Moment::at(MORNING);
    let (mut session, _) = Session::of(&AgendaName::for_title("day", |_| false), &agenda, now, Zone::UTC);
    session.press(Press::Start(None, Moved::AsPlanned), now, Seconds::ZERO).expect("it starts");
    for _ in 0..17 {
        for press in [Press::Pause, Press::Resume, Press::Add(Seconds::minutes(1)), Press::Next] {
            now = now + Seconds(200);
            let _ = session.press(press, now, Seconds::ZERO);
        }
    }
    (session, now)
}

/// The same day with a log of `count` acts, as only a hand or a stuck key makes it.
fn long_log(count: usize) -> (Session, Moment) {
    let (mut session, begun) = busy_day();
    let mut now = begun;
    for number in 0..count {
        now = now + Seconds(1);
        let id = session.plan.blocks.last().map(|block| block.id).expect("there are blocks");
        let act = match number % 6 {
            0 => Act::Pause,
            1 => Act::Resume,
            2 => Act::Step(StepAct::Next),
            3 => Act::Agree(vec![Change::Length(id, Seconds(600 + i64::try_from(number).expect("few")))]),
            4 => Act::Add(id, Seconds(1)),
            _ => Act::Rebase,
        };
        session.log.push(Entry { at: now, told: now, act });
    }
    (session, now)
}

fn day(c: &mut Criterion) {
    let (session, now) = busy_day();
    c.bench_function("schedule a day of 24 blocks and 69 acts", |b| {
        b.iter(|| schedule(black_box(&session), black_box(now)));
    });
    let (long, end) = long_log(10_000);
    c.bench_function("schedule the same day with 10,000 acts", |b| {
        b.iter(|| schedule(black_box(&long), black_box(end)));
    });
}

criterion_group!(benches, day);
criterion_main!(benches);
