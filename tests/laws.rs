//! Laws of the timing engine, in small worlds exhaustively and in large ones at random.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where a law is broken")]

use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use vidde::domain::agenda::{Agenda, AgendaName, Block, BlockId, Kind, MOST_BLOCKS, Part};
use vidde::domain::review::{Fate, ReviewRow, happened, review};
use vidde::domain::schedule::{Fold, RunState, Schedule, Timing, Visit, schedule};
use vidde::domain::session::{Act, Change, Entry, Moved, PlanEdit, Press, Session, StepAct, Wish};
use vidde::domain::text::{Lang, Line, Prose};
use vidde::domain::times::{ClockTime, Moment, Seconds, Zone};
use vidde::domain::tool::{PerPerson, Variant};

const START: i64 = 1_767_603_600; // 2026-01-05T09:00:00Z

fn at(seconds: i64) -> Moment {
    Moment::at(START + seconds)
}

fn session(blocks: Vec<Block>) -> Session {
    let mut agenda = Agenda { start: ClockTime::new(9, 0), ..Agenda::new("laws", Lang::En) };
    for block in blocks {
        agenda.insert(block, None);
    }
    Session::of(&AgendaName::for_title("laws", |_| false), &agenda, at(0), Zone::UTC).0
}

fn block(minutes: u16) -> Block {
    Block::new(Kind::Work, "block", minutes)
}

/// The run sheet in words, for a failing law.
fn sheet(session: &Session, now: Moment) -> String {
    let view = schedule(session, now);
    let mut text = format!("now {now}, {:?}, end {}\n", view.state, view.end);
    for (row, block) in view.rows.iter().zip(&session.plan_at(now).blocks) {
        let _ = writeln!(text, "{:?} {:?}\n    {:?}", row.id, row.timing, block);
    }
    for entry in &session.log {
        let _ = writeln!(text, "  {} (told {}) {:?}", entry.at, entry.told, entry.act);
    }
    text
}

/// No row ends before it starts, and visits and later rows never overlap.
fn rows_are_in_order(session: &Session, now: Moment) {
    let view = schedule(session, now);
    let mut visits: Vec<(Moment, Moment)> = Vec::new();
    let mut free = None;
    for row in &view.rows {
        if let Timing::Done(done) = &row.timing {
            visits.extend(done.iter().map(|visit| (visit.start, visit.end.unwrap_or(visit.start))));
        }
        if let Some(span) = row.projected() {
            assert!(span.start <= span.end, "a row ends before it starts\n{}", sheet(session, now));
            assert!(free.is_none_or(|free| free <= span.start), "later rows overlap\n{}", sheet(session, now));
            free = Some(span.end);
        }
    }
    visits.sort();
    for pair in visits.windows(2) {
        assert!(pair[0].1 <= pair[1].0, "visits overlap\n{}", sheet(session, now));
    }
    let upcoming = view.upcoming().next().map(|(_, span)| span.start);
    let last = visits.last().map(|(_, end)| *end);
    assert!(
        last.zip(upcoming).is_none_or(|(end, start)| end <= start),
        "a later row overlaps a visit\n{}",
        sheet(session, now)
    );
    assert!(free.is_none_or(|free| free <= view.end), "the session ends before its last row\n{}", sheet(session, now));
}

/// Every act that is taken can be undone without trace.
fn undo_is_exact(before: &Session, after: &Session, now: Moment) {
    let mut undone = after.clone();
    undone.press(Press::Undo, now, Seconds::ZERO).expect("what was done can be undone");
    assert_eq!(undone.log, before.log, "undo left a trace\n{}", sheet(after, now));
}

fn starts(view: &Schedule) -> Vec<(BlockId, Moment)> {
    view.upcoming().map(|(row, span)| (row.id, span.start)).collect()
}

/// While nothing is pressed no projection moves earlier, and what is projected for a block is what holds when it
/// begins.
fn time_only_pushes(session: &Session, from: Moment, seconds: i64) {
    let first = schedule(session, from);
    for later in [1, 7, seconds / 3, seconds] {
        let now = from + Seconds(later);
        let view = schedule(session, now);
        let over = view.state == RunState::Done; // then the end is a fact, and a finish line after it was never entered
        assert!(
            over || view.end >= first.end,
            "the end moved earlier\n{}{}",
            sheet(session, from),
            sheet(session, now)
        );
        let after = starts(&view);
        for (id, start) in starts(&first) {
            let moved = after.iter().find(|(other, _)| *other == id).map(|(_, start)| *start);
            assert!(
                moved.is_none_or(|moved| moved >= start),
                "{id:?} moved earlier\n{}{}",
                sheet(session, from),
                sheet(session, now)
            );
            let begun = view.rows.iter().find(|row| row.id == id).map(|row| &row.timing);
            if let Some(Timing::Current(span)) = begun {
                assert!(span.start >= start, "{id:?} began before it was projected\n{}", sheet(session, now));
            }
        }
    }
}

/// A block that begins by itself begins when it was projected to, if nobody was late.
fn projections_come_true(session: &Session, from: Moment) {
    let mut now = from;
    for _ in 0..40 {
        let view = schedule(session, now);
        let due = match &view.state {
            RunState::Pending { to_start, .. } => now + *to_start,
            RunState::Running(current) if current.remaining > Seconds::ZERO => now + current.remaining,
            _ => return,
        };
        let next = schedule(session, due);
        if next.automatic.len() == view.automatic.len() && !matches!(view.state, RunState::Pending { .. }) {
            return;
        }
        if let Some(current) = next.current() {
            let projected = starts(&view).into_iter().find(|(id, _)| *id == current.id).map(|(_, start)| start);
            let Timing::Current(span) = next.rows[current.index].timing else { panic!("running without a span") };
            assert_eq!(
                Some(span.start),
                projected,
                "{:?} did not begin as projected\n{}{}",
                current.id,
                sheet(session, now),
                sheet(session, due)
            );
        }
        now = due;
    }
}

fn all_laws(session: &Session, now: Moment) {
    rows_are_in_order(session, now);
    time_only_pushes(session, now, 1_300);
    projections_come_true(session, now);
}

/// Presses and waits, tried one after the other at each node of the world.
fn explore(session: &Session, now: Moment, depth: usize, count: &mut usize) {
    *count += 1;
    all_laws(session, now);
    if depth == 0 {
        return;
    }
    let ids: Vec<BlockId> = session.plan.blocks.iter().map(|block| block.id).collect();
    let presses = [
        Press::Start(None, Moved::AsPlanned),
        Press::Next,
        Press::Previous,
        Press::Goto(ids[2]),
        Press::Pause,
        Press::Resume,
        Press::Add(Seconds(-240)),
        Press::Skip(ids[1]),
        Press::Unskip(ids[1]),
        Press::Length(ids[1], Seconds(180)),
        Press::Rebase,
        Press::End,
    ];
    for press in presses {
        for (wait, ago) in [(130, 0), (400, 120)] {
            let later = now + Seconds(wait);
            let mut next = session.clone();
            let automatic = schedule(session, later).automatic;
            if next.press(press.clone(), later, Seconds(ago)).is_ok() {
                let went_on = schedule(&next, later).automatic.last().is_some_and(|moment| *moment > later);
                if !went_on && automatic.last() != Some(&later) {
                    undo_is_exact(session, &next, later);
                }
                explore(&next, later, depth - 1, count);
            } else {
                assert_eq!(next, *session, "a refused act changed something");
            }
        }
    }
}

#[test]
fn small_worlds_keep_every_law() {
    let fixed = Block { fixed: ClockTime::new(9, 9), ..block(4) };
    let until = Block { until: ClockTime::new(9, 10), min: Some(2), ..block(5) };
    let auto = |minutes| Block { auto: true, ..block(minutes) };
    let gap = Block { gap: 2, ..block(3) };
    let buffer = Block { kind: Kind::Buffer, ..block(4) };
    let worlds = [
        vec![block(4), block(5), block(6)],
        vec![auto(2), auto(3), block(4)],
        vec![auto(3), fixed.clone(), buffer.clone()],
        vec![until, gap.clone(), block(3)],
        vec![block(5), buffer, Block { auto: true, ..fixed }],
        vec![auto(4), gap, auto(2), Block { fixed: ClockTime::new(9, 20), ..block(0) }],
    ];
    let mut count = 0;
    for world in worlds {
        explore(&session(world), at(-60), 4, &mut count);
    }
    assert!(count > 50_000, "only {count} worlds were seen");
}

#[test]
fn a_log_that_a_hand_or_a_stuck_key_made_is_survived() {
    let mut session = session((0..40).map(|_| block(10)).collect());
    let one = |id: u32, minutes: u16| Box::new(Block { id: BlockId(id), minutes, ..block(1) });
    let edits = [
        PlanEdit::Insert(one(3, 5), None),
        PlanEdit::Insert(one(0, 5), None),
        PlanEdit::Insert(one(u32::MAX, u16::MAX), Some(BlockId(2))),
        PlanEdit::Insert(one(900, 0), Some(BlockId(2))),
        PlanEdit::Insert(one(901, 5), Some(BlockId(u32::MAX))),
        PlanEdit::Change(one(77, 5)),
        PlanEdit::Change(one(4, 0)),
        PlanEdit::Move(BlockId(5), Some(BlockId(5))),
        PlanEdit::Move(BlockId(77), None),
        PlanEdit::Reword(BlockId(77), Line::clean("Ny"), Line::default()),
        PlanEdit::Reword(BlockId(1), Line::default(), Line::clean("Hva?")),
        PlanEdit::Move(BlockId(6), None),
    ];
    let start = Entry { at: at(0), told: at(0), act: Act::Start(BlockId(1), Seconds::ZERO) };
    session.log.push(start);
    for number in 0..10_000_u32 {
        let edit = match number % 20 {
            place @ 0..10 => edits[place as usize].clone(),
            10 | 11 => PlanEdit::Insert(one(1_000 + number, 10), Some(BlockId(1))),
            12..15 => PlanEdit::Change(one(2 + number % 39, 15)),
            _ => PlanEdit::Move(BlockId(2 + number % 39), Some(BlockId(1))),
        };
        let moment = at(i64::from(number % 500));
        session.log.push(Entry { at: moment, told: moment, act: Act::Edit(edit) });
    }
    let now = at(550);
    rows_are_in_order(&session, now);
    times_are_sane(&session, now);
    let plan = session.plan_at(now).into_owned();
    assert_eq!(plan.blocks.len(), MOST_BLOCKS, "a plan has an end");
    assert_eq!(schedule(&session, now).rows.len(), plan.blocks.len());
    assert!(plan.block(session.free_id()).is_none());
    assert!(session.press(Press::Edit(PlanEdit::Move(BlockId(9), Some(BlockId(1)))), now, Seconds::ZERO).is_ok());
    session.press(Press::Undo, now, Seconds::ZERO).expect("the move is taken back");
    assert_eq!(session.plan_at(now).into_owned(), plan);
}

fn any_block() -> impl Strategy<Value = Block> {
    let clock =
        || prop::option::weighted(0.25, (540_u32..720).prop_map(|m| ClockTime::new(m / 60, m % 60).expect("a time")));
    let flags = (
        clock(),
        clock(),
        prop::option::of(1_u16..10),
        prop_oneof![3 => Just(0_u16), 1 => 1_u16..6],
        any::<bool>(),
        0_u8..6,
    );
    let round = || prop::option::weighted(0.2, (1_u16..200).prop_map(|seconds| PerPerson { seconds, plus_minutes: 1 }));
    let part = || {
        (0_u16..8, prop::option::of(0_u16..8), prop::option::of(0_u16..20), round())
            .prop_map(|(minutes, short, long, per_person)| Part { minutes, short, long, per_person, ..Part::default() })
    };
    let parts = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(part(), 1..5)];
    (1_u16..40, flags, parts).prop_map(|(minutes, (fixed, until, min, gap, auto, kind), parts)| {
        let min = min.filter(|min| *min <= minutes);
        let block = Block { min, gap, parts, ..block(minutes) };
        match kind {
            0 => Block { kind: Kind::Buffer, min: None, ..block },
            _ => Block { fixed, until: until.filter(|until| fixed.is_none_or(|fixed| fixed < *until)), auto, ..block },
        }
    })
}

/// Times that are shown can be reckoned with: no log makes them longer than all years that a moment can be in.
fn times_are_sane(session: &Session, now: Moment) {
    let view = schedule(session, now);
    let Some(current) = view.current() else { return };
    let part = current.part.map(|part| [part.remaining, part.length, part.spare]);
    for time in [current.remaining, current.length, current.drift].into_iter().chain(part.into_iter().flatten()) {
        assert!(time.0.abs() < 20_000 * 366 * 86_400, "{time} is no time\n{}", sheet(session, now));
    }
}

/// What was spent is the sum of the visits, no part of it twice; a clock stood for no more than was spent; and from
/// beginning to end there is room for all of it.
fn reviews_add_up(session: &Session, now: Moment) {
    let seen = review(session, now);
    let visits: Vec<Visit> = seen.rows.iter().flat_map(|row| row.visits.clone()).collect();
    let spent: Seconds = visits.iter().map(|visit| visit.end.unwrap_or(now.max(visit.start)) - visit.start).sum();
    assert_eq!(seen.totals().1, spent, "{}", sheet(session, now));
    assert_eq!(seen.rows.len(), schedule(session, now).rows.len());
    for row in &seen.rows {
        assert!(row.stood <= row.actual, "{row:?}\n{}", sheet(session, now));
        let untouched = row.actual == Seconds::ZERO && !has_begun(row);
        assert!(!row.visits.is_empty() || untouched, "{row:?}\n{}", sheet(session, now));
        let slipped = row.visits.is_empty() || row.actual < Seconds(60);
        assert!(has_begun(row) || slipped, "{row:?}\n{}", sheet(session, now));
        assert_eq!(has_begun(row), row.was_led(), "{row:?}\n{}", sheet(session, now));
    }
    let span = seen.span().map_or(Seconds::ZERO, |span| span.end - span.start);
    assert!(span >= spent, "{span} has no room for {spent}\n{}", sheet(session, now));
    let _ = happened(session, now, Lang::Nb);
}

fn has_begun(row: &ReviewRow) -> bool {
    !matches!(row.fate, Fate::Skipped | Fate::JumpedOver | Fate::Given | Fate::NotReached | Fate::Ahead | Fate::Mark)
}

fn any_press(blocks: usize) -> impl Strategy<Value = Press> {
    let id = move || (1..=u32::try_from(blocks + 1).expect("few")).prop_map(BlockId);
    prop_oneof![
        2 => prop::option::weighted(0.3, id()).prop_map(|id| Press::Start(id, Moved::AsPlanned)),
        1 => Just(Press::Start(None, Moved::FromNow)),
        6 => Just(Press::Next),
        2 => Just(Press::Previous),
        2 => id().prop_map(Press::Goto),
        2 => Just(Press::Pause),
        2 => Just(Press::Resume),
        2 => (-1200_i64..1200).prop_map(|s| Press::Add(Seconds(s))),
        2 => id().prop_map(Press::Skip),
        2 => id().prop_map(Press::Unskip),
        1 => (id(), -10_i64..4000).prop_map(|(id, s)| Press::Length(id, Seconds(s))),
        2 => any_step((-100_i64..100).prop_map(Seconds)).prop_map(Press::Step),
        1 => (id(), any_variant()).prop_map(|(id, variant)| Press::Variant(id, variant)),
        1 => (0_u16..40).prop_map(Press::People),
        2 => any_edit(blocks).prop_map(Press::Edit),
        1 => prop::collection::vec(any_change(), 0..3).prop_map(Press::Agree),
        1 => any_answer().prop_map(|(wish, changes)| Press::Answer(wish, changes)),
        1 => (-10_i64..900).prop_map(|s| Press::Asleep(Seconds(s))),
        1 => Just(Press::Rebase),
        1 => Just(Press::End),
        3 => Just(Press::Undo),
    ]
}

fn any_step(by: impl Strategy<Value = Seconds>) -> impl Strategy<Value = StepAct> {
    prop_oneof![
        Just(StepAct::Next),
        Just(StepAct::Previous),
        Just(StepAct::Hold),
        (0_usize..4).prop_map(StepAct::Goto),
        by.prop_map(StepAct::Add),
    ]
}

fn any_variant() -> impl Strategy<Value = Variant> {
    prop_oneof![Just(Variant::Short), Just(Variant::Normal), Just(Variant::Long)]
}

/// Edits of a plan of so many blocks: new blocks with new and with known ids, also where nothing can be put.
fn any_edit(blocks: usize) -> impl Strategy<Value = PlanEdit> {
    let id = move || (0..=u32::try_from(blocks + 3).expect("few")).prop_map(BlockId);
    let block = move || (any_block(), id()).prop_map(|(block, id)| Box::new(Block { id, ..block }));
    prop_oneof![
        (block(), prop::option::of(id())).prop_map(|(block, after)| PlanEdit::Insert(block, after)),
        block().prop_map(PlanEdit::Change),
        (id(), prop::option::of(id())).prop_map(|(id, after)| PlanEdit::Move(id, after)),
    ]
}

fn any_answer() -> impl Strategy<Value = (Wish, Vec<Change>)> {
    let wish = prop_oneof![Just(Wish::Shorten), Just(Wish::EndAsPlanned), Just(Wish::Other)];
    (wish, prop::collection::vec(any_change(), 0..3))
}

fn any_change() -> impl Strategy<Value = Change> {
    let id = || (0_u32..8).prop_map(BlockId);
    prop_oneof![
        (id(), -10_i64..4000).prop_map(|(id, s)| Change::Length(id, Seconds(s))),
        id().prop_map(Change::Drop),
        id().prop_map(Change::BringBack),
        (-1000_i64..40_000).prop_map(|s| Change::Finish(at(s))),
    ]
}

fn any_act() -> impl Strategy<Value = Act> {
    let id = || (0_u32..8).prop_map(BlockId);
    let wild = || prop_oneof![Just(i64::MAX), Just(i64::MIN), -5000_i64..5000].prop_map(Seconds);
    prop_oneof![
        (id(), wild()).prop_map(|(id, by)| Act::Start(id, by)),
        id().prop_map(Act::Enter),
        id().prop_map(Act::Wait),
        id().prop_map(Act::Hold),
        (id(), wild()).prop_map(|(id, by)| Act::Add(id, by)),
        (id(), wild()).prop_map(|(id, by)| Act::Length(id, by)),
        id().prop_map(Act::Skip),
        id().prop_map(Act::Unskip),
        any_step(wild()).prop_map(Act::Step),
        (id(), any_variant()).prop_map(|(id, variant)| Act::Variant(id, variant)),
        any::<u16>().prop_map(Act::People),
        any_edit(6).prop_map(Act::Edit),
        prop::collection::vec(any_change(), 0..3).prop_map(Act::Agree),
        any_answer().prop_map(|(wish, changes)| Act::Answer(wish, changes)),
        wild().prop_map(Act::Asleep),
        Just(Act::Pause),
        Just(Act::Resume),
        Just(Act::Rebase),
        wild().prop_map(Act::ClockStep),
        Just(Act::End),
    ]
}

/// Presses that change what is ahead.
fn any_replanning(blocks: usize) -> impl Strategy<Value = Press> {
    let id = move || (1..=u32::try_from(blocks + 1).expect("few")).prop_map(BlockId);
    prop_oneof![
        4 => any_edit(blocks).prop_map(Press::Edit),
        1 => (id(), any_variant()).prop_map(|(id, variant)| Press::Variant(id, variant)),
        1 => (0_u16..40).prop_map(Press::People),
        1 => prop::collection::vec(any_change(), 0..3).prop_map(Press::Agree),
        1 => any_answer().prop_map(|(wish, changes)| Press::Answer(wish, changes)),
    ]
}

/// The plan that stands has a block for each row, in its order, with an id of its own, and each is as a block may be.
fn plan_follows_the_rows(session: &Session, now: Moment) {
    let (plan, view) = (session.plan_at(now), schedule(session, now));
    let ids: Vec<BlockId> = plan.blocks.iter().map(|block| block.id).collect();
    assert_eq!(ids, view.rows.iter().map(|row| row.id).collect::<Vec<_>>(), "{}", sheet(session, now));
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id is there twice: {ids:?}");
    assert!(!ids.contains(&session.free_id()), "the free id is taken: {ids:?}");
    let faulty = plan.blocks.iter().find(|block| block.fault().is_some());
    assert!(faulty.is_none(), "{faulty:?} is as no block may be\n{}", sheet(session, now));
}

/// What is done stays done, with its visits, and what runs goes on, unless it was made so short that it went on by itself.
fn behind_is_as_it_was(before: &Schedule, after: &Schedule, press: &Press) {
    if before.automatic.len() != after.automatic.len() {
        return;
    }
    let done = |view: &Schedule| -> Vec<(BlockId, Vec<_>)> {
        let begun = if view.state == RunState::Done { view.rows.len() } else { view.index().unwrap_or(0) };
        let rows = view.rows.iter().take(begun);
        rows.filter_map(|row| match &row.timing {
            Timing::Done(visits) => Some((row.id, visits.clone())),
            _ => None,
        })
        .collect()
    };
    assert!(done(after).starts_with(&done(before)), "{press:?} changed what is done:\n{before:?}\n{after:?}");
    let runs = |view: &Schedule| view.current().map(|current| (current.id, current.elapsed));
    assert!(
        runs(before).is_none() || runs(before) == runs(after),
        "{press:?} changed what runs:\n{before:?}\n{after:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn large_worlds_keep_every_law(
        (blocks, presses) in prop::collection::vec(any_block(), 1..9)
            .prop_flat_map(|blocks| {
                let presses = (any_press(blocks.len()), 0_i64..1500, prop_oneof![3 => Just(0_i64), 1 => 1_i64..600]);
                (Just(blocks), prop::collection::vec(presses, 1..25))
            })
    ) {
        let mut session = session(blocks);
        let mut now = at(-600);
        for (press, wait, ago) in presses {
            now = now + Seconds(wait);
            let _ = session.press(press, now, Seconds(ago));
            all_laws(&session, now);
            reviews_add_up(&session, now);
        }
    }

    #[test]
    fn what_acts_come_to_is_the_same_when_it_is_kept_from_one_to_the_next(
        blocks in prop::collection::vec(any_block(), 0..7),
        starts in prop::bool::weighted(0.9),
        presses in prop::collection::vec((prop_oneof![4 => any_press(6), 1 => any_replanning(6)],
            prop_oneof![9 => 0_i64..900, 1 => -50_000_i64..50_000], prop_oneof![3 => Just(0_i64), 1 => 1_i64..600], 0_u8..20), 1..40),
        later in 0_i64..60_000,
    ) {
        let mut session = session(blocks);
        session.plan.start = session.plan.start.filter(|_| starts);
        let (mut alone, mut fold, mut now) = (session.clone(), Fold::default(), at(-600));
        for (press, wait, ago, chance) in presses {
            now = now + Seconds(wait);
            if chance == 0 {
                session.clock_stepped(Seconds(wait), now);
                alone.clock_stepped(Seconds(wait), now);
            }
            let press = if chance == 1 { Press::Asleep(Seconds(ago)) } else { press };
            let kept = session.press_on(&mut fold, press.clone(), (now, Seconds(ago)));
            prop_assert_eq!(kept, alone.press(press, now, Seconds(ago)));
            prop_assert_eq!(&session.log, &alone.log);
            for now in [now, now + Seconds(later), now + Seconds(-later)] {
                prop_assert_eq!(fold.clone().at(&session, now).schedule(), schedule(&alone, now), "{}", sheet(&session, now));
            }
        }
    }

    #[test]
    fn skipping_and_bringing_back_leaves_no_trace(
        blocks in prop::collection::vec(any_block(), 2..7),
        presses in prop::collection::vec((any_press(6), 0_i64..900), 1..12),
        id in 1_u32..8,
    ) {
        let mut session = session(blocks);
        let mut now = at(-600);
        for (press, wait) in presses {
            now = now + Seconds(wait);
            let _ = session.press(press, now, Seconds::ZERO);
        }
        let before = schedule(&session, now);
        let is_ahead = before.upcoming().any(|(row, _)| row.id == BlockId(id)) && before.index().is_none_or(|index| before.rows[index].id != BlockId(id));
        if is_ahead && session.press(Press::Skip(BlockId(id)), now, Seconds::ZERO).is_ok() {
            session.press(Press::Unskip(BlockId(id)), now, Seconds::ZERO).expect("what was skipped comes back");
            prop_assert_eq!(before, schedule(&session, now));
        }
    }

    #[test]
    fn any_log_is_survived(
        blocks in prop::collection::vec(any_block(), 0..7),
        entries in prop::collection::vec((any_act(), -20_000_i64..20_000, prop_oneof![9 => Just(0_i64), 1 => Just(i64::MAX / 2)]), 0..40),
        now in -20_000_i64..200_000,
    ) {
        let mut session = session(blocks);
        session.log = entries.into_iter().map(|(act, seconds, far)| {
            let moment = at(seconds) + Seconds(far);
            Entry { at: moment, told: moment, act }
        }).collect();
        rows_are_in_order(&session, at(now));
        times_are_sane(&session, at(now));
        plan_follows_the_rows(&session, at(now));
        reviews_add_up(&session, at(now));
        let _ = session.press(Press::Undo, at(now), Seconds::ZERO);
        let _ = session.press(Press::Next, at(now), Seconds(60));
        rows_are_in_order(&session, at(now));
    }

    #[test]
    fn a_change_of_what_is_ahead_leaves_what_is_behind_and_comes_back_without_trace(
        (blocks, presses) in prop::collection::vec(any_block(), 1..7).prop_flat_map(|blocks| {
            let presses = prop::collection::vec((any_press(blocks.len()), 0_i64..1500), 1..16);
            (Just(blocks), presses)
        }),
        changes in prop::collection::vec(any_replanning(6), 1..6),
        wait in 0_i64..900,
    ) {
        let mut session = session(blocks);
        let mut now = at(-600);
        for (press, wait) in presses {
            now = now + Seconds(wait);
            let _ = session.press(press, now, Seconds::ZERO);
        }
        now = now + Seconds(wait);
        let frozen = session.plan.clone();
        for press in changes {
            let (before, was) = (session.clone(), schedule(&session, now));
            let plan_was = session.plan_at(now).into_owned();
            if session.press(press.clone(), now, Seconds::ZERO).is_err() {
                prop_assert_eq!(&session, &before, "a refused change changed something");
                continue;
            }
            all_laws(&session, now);
            plan_follows_the_rows(&session, now);
            behind_is_as_it_was(&was, &schedule(&session, now), &press);
            prop_assert_eq!(&session.plan, &frozen, "the plan as frozen changed");
            let went_on = schedule(&session, now).automatic.len() != was.automatic.len();
            let mut undone = session.clone();
            undone.press(Press::Undo, now, Seconds::ZERO).expect("what was changed can be undone");
            if !went_on {
                prop_assert_eq!(&undone.log, &before.log, "undo left a trace");
                prop_assert_eq!(schedule(&undone, now), was);
                prop_assert_eq!(undone.plan_at(now).into_owned(), plan_was);
            }
        }
    }

    #[test]
    fn what_was_changed_ahead_stands_when_next_is_dated_back(
        blocks in prop::collection::vec((2_u16..30).prop_map(block), 2..6),
        edits in prop::collection::vec(any_edit(6), 1..4),
        (run, back) in (60_i64..1200, 0_i64..1200),
    ) {
        let mut session = session(blocks);
        session.press(Press::Start(None, Moved::AsPlanned), at(0), Seconds::ZERO).expect("it starts");
        let now = at(run);
        for edit in edits {
            let _ = session.press(Press::Edit(edit), now, Seconds::ZERO);
        }
        let told = |session: &Session| -> Vec<_> {
            let plan = session.plan_at(now).into_owned();
            plan.blocks.into_iter().map(|block| (block.id, block.minutes, block.fixed, block.gap)).collect()
        };
        let before = told(&session);
        if session.press(Press::Next, now, Seconds(back)).is_ok() {
            prop_assert_eq!(before, told(&session), "an edit was lost\n{}", sheet(&session, now));
        }
    }

    #[test]
    fn what_is_clean_stays_as_it_is(raw in "(\\PC|[A-Za-z \u{30a}\u{301}\u{200b}\u{200d}\u{ad}\u{2001}\u{85}\u{212b}]){0,12}") {
        let line = Line::clean(&raw);
        prop_assert_eq!(&Line::clean(&line), &line);
        let prose = Prose::clean(&raw);
        prop_assert_eq!(&Prose::clean(&prose), &prose);
    }

    #[test]
    fn what_a_block_may_be_an_agenda_may_hold(mut block in any_block(), min in prop::option::of(1_u16..60), minutes in 0_u16..40) {
        block = Block { min, minutes, ..block };
        let fault = block.fault();
        let agenda = Agenda { blocks: vec![block], ..Agenda::new("laws", Lang::En) };
        prop_assert_eq!(agenda.check().err().map(|text| text.pick(Lang::Nb).to_owned()),
            fault.map(|fault| format!("Økt 1, «block»: {}", fault.words().nb)));
    }
}
