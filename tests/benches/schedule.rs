//! What one `schedule()` of a whole day costs: 24 blocks, and a log as long as a busy day makes it.
#![allow(clippy::expect_used, reason = "a benchmark that cannot be set up should stop")]

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use vidde::domain::agenda::{Agenda, AgendaName, Block, Kind};
use vidde::domain::schedule::schedule;
use vidde::domain::session::{Moved, Press, Session};
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

fn day(c: &mut Criterion) {
    let (session, now) = busy_day();
    c.bench_function("schedule a day of 24 blocks and 69 acts", |b| {
        b.iter(|| schedule(black_box(&session), black_box(now)));
    });
}

criterion_group!(benches, day);
criterion_main!(benches);
