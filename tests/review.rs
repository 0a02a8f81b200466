//! What a session came to: cases of the review, learned durations, and hostile logs.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod common;
mod stage;

use common::at;
use stage::{agenda, zone};
use std::fmt::Write as _;
use std::time::{Duration, Instant};
use vidde::cli::simulate;
use vidde::domain::agenda::{Agenda, AgendaName, Block, BlockId, Kind};
use vidde::domain::harvest::{NoteKind, Stamp};
use vidde::domain::learned::{self, Learned};
use vidde::domain::review::{Ending, Fate, Review, happened, review};
use vidde::domain::session::{Act, Change, Entry, Press, Session, StepAct, Wish};
use vidde::domain::text::Lang;
use vidde::domain::times::{Moment, Seconds};
use vidde::domain::tool::{ToolId, Variant};
use vidde::ui::tally;

/// Three blocks of 10, 20 and 30 minutes from nine o'clock, the last of them a talk; and a finish line at ten.
fn plan() -> Agenda {
    let mut plan = Agenda { start: Some("09:00".parse().unwrap()), ..Agenda::new("Dag", Lang::Nb) };
    plan.insert(Block::new(Kind::Opening, "A", 10), None);
    plan.insert(Block::new(Kind::Work, "B", 20), None);
    plan.insert(Block::new(Kind::Talk, "C", 30), None);
    plan
}

fn session(plan: &Agenda) -> Session {
    Session::of(&AgendaName::of_file("dag").unwrap(), plan, at("08:50"), zone()).0
}

/// The session of `plan` after a script such as `09:00 start 09:12 next`.
#[track_caller]
fn led(plan: &Agenda, script: &str) -> Session {
    let mut session = session(plan);
    simulate::act(&mut session, script).unwrap_or_else(|fault| panic!("{script}: {fault}"));
    session
}

/// A review in a few lines: each block with its plan, its fact and its fate, and the end against the plan.
fn written(review: &Review) -> String {
    let mut text = String::new();
    for row in &review.rows {
        let planned = row.planned.map_or("-".to_owned(), |planned| planned.to_string());
        let _ = write!(text, "{} {planned} {} {:?}", row.title, row.actual, row.fate);
        let _ = if row.stood > Seconds::ZERO { write!(text, " stood {}", row.stood) } else { Ok(()) };
        text.push('\n');
    }
    text + &format!("end {}", review.end_off())
}

#[track_caller]
fn check(plan: &Agenda, script: &str, now: &str, expected: &[&str]) {
    let session = led(plan, script);
    assert_eq!(written(&review(&session, at(now))), expected.join("\n"), "{script} seen at {now}");
}

#[test]
fn a_run_is_compared_with_its_plan_block_by_block() {
    check(
        &plan(),
        "09:00 start 09:12 next 09:30 next 10:05 next",
        "12:00",
        &["A 10:00 12:00 Longer(2)", "B 20:00 18:00 Shorter(2)", "C 30:00 35:00 Longer(5)", "end 5"],
    );
}

#[test]
fn less_than_half_a_minute_is_as_planned() {
    check(
        &plan(),
        "09:00 start 09:10:29 next 09:30 next 10:00 next",
        "12:00",
        &["A 10:00 10:29 AsPlanned", "B 20:00 19:31 AsPlanned", "C 30:00 30:00 AsPlanned", "end 0"],
    );
}

#[test]
fn blocks_left_out_are_told_apart() {
    check(
        &plan(),
        "09:00 start 09:05 skip B 09:10 next 09:20 end",
        "12:00",
        &["A 10:00 10:00 AsPlanned", "B 20:00 0:00 Skipped", "C 30:00 10:00 Shorter(20)", "end -40"],
    );
    check(
        &plan(),
        "09:00 start 09:10 goto C 09:40 next",
        "12:00",
        &["A 10:00 10:00 AsPlanned", "B 20:00 0:00 JumpedOver", "C 30:00 30:00 AsPlanned", "end -20"],
    );
    check(
        &plan(),
        "09:00 start 09:10 next 09:40 end",
        "12:00",
        &["A 10:00 10:00 AsPlanned", "B 20:00 30:00 Longer(10)", "C 30:00 0:00 NotReached", "end -20"],
    );
}

#[test]
fn a_block_that_was_only_pressed_through_was_not_held() {
    check(
        &plan(),
        "09:00 start 09:10 next 09:30:10 next 09:30:40 end",
        "12:00",
        &["A 10:00 10:00 AsPlanned", "B 20:00 20:10 AsPlanned", "C 30:00 0:30 NotReached", "end -30"],
    );
    check(
        &plan(),
        "09:00 start 09:10 next 09:10:20 next 09:40 end",
        "12:00",
        &["A 10:00 10:00 AsPlanned", "B 20:00 0:20 JumpedOver", "C 30:00 29:40 AsPlanned", "end -20"],
    );
    check(
        &plan(),
        "09:00 start 09:10 next 09:10 next 09:10 end",
        "12:00",
        &["A 10:00 10:00 AsPlanned", "B 20:00 0:00 NotReached", "C 30:00 0:00 NotReached", "end -50"],
    );
    let session = led(&plan(), "09:00 start 09:10 next 09:10 next 09:10 end");
    assert_eq!(review(&session, at("12:00")).done(), (1, 3));
    assert_eq!(Learned::of([&session], at("12:00")).took(&Block::new(Kind::Work, "B", 20)), []);
    let short = Agenda { blocks: vec![Block { minutes: 1, ..plan().blocks[0].clone() }], ..plan() };
    check(&short, "09:00 start 09:00:40 next", "12:00", &["A 1:00 0:40 AsPlanned", "end 0"]);
}

#[test]
fn the_running_block_is_not_done_yet_and_a_buffer_is_a_block() {
    let mut plan = plan();
    plan.insert(Block::new(Kind::Buffer, "Luft", 10), Some(BlockId(1)));
    let running = led(&plan, "09:00 start 09:10 next");
    assert_eq!(review(&running, at("09:12")).done(), (1, 4));
    let over = led(&plan, "09:00 start 09:10 goto B 09:30 next 10:00 end");
    assert_eq!(review(&over, at("10:00")).done(), (4, 4), "it gave its time away: {:?}", review(&over, at("10:00")));
}

#[test]
fn a_session_that_is_over_is_looked_at_from_its_own_end_whatever_the_clock_says() {
    let session = led(&plan(), "09:00 start 09:10 next 09:30 next 10:05 end");
    for now in ["08:00", "09:15", "12:00"] {
        let seen = review(&session, session.seen_last(at(now)));
        assert_eq!((seen.done(), seen.end_off()), ((3, 3), 5), "{now}");
        assert_eq!(happened(&session, session.seen_last(at(now)), Lang::Nb).len(), 4, "{now}");
        assert_eq!(Learned::of([&session], at(now)).took(&Block::new(Kind::Work, "B", 20)), [Seconds::minutes(20)]);
    }
}

#[test]
fn a_stopped_clock_is_within_what_was_spent_and_told_apart() {
    check(
        &plan(),
        "09:00 start 09:04 pause 09:09 resume 09:15 next 09:35 next 10:05 next",
        "12:00",
        &["A 10:00 15:00 Longer(5) stood 5:00", "B 20:00 20:00 AsPlanned", "C 30:00 30:00 AsPlanned", "end 5"],
    );
}

#[test]
fn visits_are_summed_and_a_running_block_counts_so_far() {
    let session = led(&plan(), "09:00 start 09:10 next 09:15 prev 09:18 next");
    let seen = review(&session, at("09:20"));
    assert_eq!(
        written(&seen),
        "A 10:00 13:00 Longer(3)\nB 20:00 7:00 Running\nC 30:00 0:00 Ahead\nend 3",
        "B has 13 left of its 20"
    );
    assert_eq!(seen.rows[0].visits.len(), 2);
    assert!(matches!(seen.ending, Ending::Ahead(_)));
}

#[test]
fn what_was_added_and_agreed_on_is_compared_with_the_first_plan() {
    check(
        &plan(),
        "09:00 start 09:02 insert Ny 15 after A 09:10 next 09:25 rebase 09:25 next 09:45 next 10:15 next",
        "12:00",
        &[
            "A 10:00 10:00 AsPlanned",
            "Ny - 15:00 Added",
            "B 20:00 20:00 AsPlanned",
            "C 30:00 30:00 AsPlanned",
            "end 15",
        ],
    );
}

#[test]
fn a_finish_line_is_no_block_and_a_spent_buffer_gave_its_time() {
    let mut plan = plan();
    plan.insert(Block::new(Kind::Buffer, "Luft", 10), Some(BlockId(2)));
    let line = Block { fixed: Some("10:10".parse().unwrap()), ..Block::new(Kind::Closing, "Slutt", 0) };
    plan.insert(line, None);
    check(
        &plan,
        "09:00 start 09:10 next 09:45 next 10:10 next",
        "12:00",
        &[
            "A 10:00 10:00 AsPlanned",
            "B 20:00 35:00 Longer(15)",
            "Luft 10:00 0:00 Given",
            "C 30:00 25:00 Shorter(5)",
            "Slutt - 0:00 Mark",
            "end 0",
        ],
    );
    let seen = review(&led(&plan, "09:00 start 09:10 next 09:45 next 10:10 next"), at("12:00"));
    assert_eq!((seen.done(), seen.totals()), ((4, 4), (Seconds::minutes(70), Seconds::minutes(70))));
}

#[test]
fn a_buffer_that_was_never_reached_gave_nothing_yet() {
    let mut plan = plan();
    plan.insert(Block::new(Kind::Buffer, "Luft", 10), Some(BlockId(2)));
    let seen = review(&led(&plan, "09:00 start 09:05 end"), at("12:00"));
    assert_eq!((seen.rows[2].fate, seen.done()), (Fate::NotReached, (1, 4)));
}

#[test]
fn notes_follow_the_clock_that_is_set_as_the_session_does() {
    let mut private = vidde::domain::session::Private::default();
    let stamp = Stamp { at: at("09:05"), block: None, title: "A".into() };
    private.harvest.extend(stamp.note(NoteKind::Nut, "Hvem?"));
    private.clock_stepped(Seconds(-3_600));
    assert_eq!(private.harvest[0].at, at("08:05"));
}

#[test]
fn before_the_start_there_is_nothing_to_look_back_on() {
    let seen = review(&session(&plan()), at("08:55"));
    assert_eq!((seen.began, seen.done()), (None, (0, 3)));
    assert!(seen.rows.iter().all(|row| row.fate == Fate::Ahead));
}

#[test]
fn the_log_is_told_in_words_with_its_moments() {
    let mut session = led(&plan(), "09:00 start 09:04 add 5 09:05 skip B 09:16 next 09:20 pause 09:21 resume");
    session.press(Press::End, at("09:40"), Seconds::minutes(5)).unwrap();
    session.log.push(Entry { at: at("09:50"), told: at("09:50"), act: Act::Resume });
    let told = |lang: Lang| -> Vec<String> {
        let all = happened(&session, at("12:00"), lang).into_iter();
        all.map(|one| format!("{} {}", one.at.clock(&zone()), one.text)).collect()
    };
    assert_eq!(
        told(Lang::Nb),
        [
            "09:00 startet med «A»",
            "09:04 «A» fikk 5 min til",
            "09:05 hoppet over «B»",
            "09:16 neste: «C»",
            "09:20 stanset klokka",
            "09:21 klokka gikk videre",
            "09:35 avsluttet samlingen",
            "09:50 klokka gikk videre",
        ]
    );
    assert_eq!(told(Lang::En)[1], "09:04 “A” was given 5 min more");
    let last = happened(&session, at("12:00"), Lang::En).pop().unwrap();
    assert_eq!(last.sense, vidde::domain::review::Sense::None, "it changed nothing");
}

#[test]
fn an_end_is_measured_against_what_was_agreed_on() {
    for (agreed, ended, told) in [
        (None, "10:39", "Slutt 39 min etter planen."),
        (Some("10:05"), "10:39", "Slutt 34 min etter avtalt slutt kl. 10:05."),
        (Some("10:05"), "10:05", "Slutt som avtalt, kl. 10:05."),
        (Some("10:05"), "10:00", "Slutt 5 min før avtalt slutt kl. 10:05."),
    ] {
        let mut session = led(&plan(), "09:00 start 09:10 next 09:30 next");
        if let Some(end) = agreed {
            session.press(Press::Agree(vec![Change::Finish(at(end))]), at("09:40"), Seconds::ZERO).unwrap();
        }
        session.press(Press::End, at(ended), Seconds::ZERO).unwrap();
        let said = tally::sentences(&review(&session, at("12:00")), &zone(), Lang::Nb).join(" ");
        assert!(said.ends_with(told), "{agreed:?}: {said}");
    }
}

#[test]
fn what_was_agreed_on_is_told_with_its_clock_time() {
    let finish = |time: &str| Change::Finish(at(time));
    for (press, nb, en) in [
        (Press::Agree(vec![finish("10:05")]), "avtalte ny slutt kl. 10:05", "agreed on a new end at 10:05"),
        (
            Press::Answer(Wish::EndAsPlanned, vec![finish("10:00")]),
            "avtalte med gruppa: slutt kl. 10:00, med det vi rekker",
            "agreed with the group: end at 10:00, with what there is time for",
        ),
        (
            Press::Answer(Wish::Shorten, vec![Change::Length(BlockId(3), Seconds::minutes(25)), finish("10:03")]),
            "avtalte med gruppa: «C» satt til 25 min, slutt kl. 10:03",
            "agreed with the group: “C” set to 25 min, end at 10:03",
        ),
        (Press::Answer(Wish::Other, Vec::new()), "gruppa ville gjøre noe annet", "the group wanted something else"),
    ] {
        let mut session = led(&plan(), "09:00 start");
        session.press(press, at("09:15"), Seconds::ZERO).unwrap();
        let told = |lang| happened(&session, at("09:20"), lang).pop().unwrap().text;
        assert_eq!((told(Lang::Nb).as_str(), told(Lang::En).as_str()), (nb, en));
    }
}

#[test]
fn a_change_of_what_is_ahead_is_told_when_it_was_made() {
    let mut session = led(&plan(), "09:00 start 09:02 add 5 09:04 insert Ny 15 after A");
    session.press(Press::Agree(vec![Change::Drop(BlockId(3))]), at("09:06"), Seconds::ZERO).unwrap();
    session.press(Press::Next, at("09:09"), Seconds::minutes(4)).unwrap();
    let all = happened(&session, at("09:30"), Lang::Nb).into_iter();
    let told: Vec<String> = all
        .map(|one| format!("{} {:?} {}", one.at.clock(&zone()), one.told.map(|told| told.clock(&zone())), one.text))
        .collect();
    assert_eq!(
        told,
        [
            "09:00 None startet med «A»",
            "09:02 None «A» fikk 5 min til",
            "09:04 None la til «Ny»",
            "09:05 Some(\"09:09\") neste: «Ny»",
            "09:06 None tok forslaget: hoppet over «C»",
        ]
    );
}

#[test]
fn what_goes_on_by_itself_is_in_the_log() {
    let mut plan = plan();
    plan.blocks[0].auto = true;
    let session = led(&plan, "09:00 start");
    let all = happened(&session, at("09:30"), Lang::Nb);
    assert_eq!((all[1].at, all[1].text.as_str()), (at("09:10"), "gikk videre av seg selv"));
}

#[test]
fn lengths_are_learned_newest_first_without_stopped_clocks() {
    let old = led(&plan(), "09:00 start 09:28 next 09:30 end");
    let new = led(&plan(), "10:00 start 10:10 pause 10:20 resume 10:41 next");
    let learned = Learned::of([&new, &old], at("12:00"));
    let took = |title: &str| learned.took(&Block::new(Kind::Work, title, 5)).to_vec();
    assert_eq!(took("a"), [Seconds::minutes(31), Seconds::minutes(28)], "titles are compared in small letters");
    assert_eq!(took("C"), [], "it was never led");
    assert_eq!(learned::told(&took("A"), Lang::Nb).unwrap(), "tok 31 og 28 min sist");
    assert_eq!(learned::told(&took("A")[..1], Lang::En).unwrap(), "took 31 min last time");
    assert_eq!(learned::told(&[], Lang::Nn), None);
}

#[test]
fn a_tool_is_learned_by_its_length_whatever_the_block_is_called() {
    let mut plan = agenda(Lang::Nb);
    plan.blocks[1].title = "Noe annet".into();
    let session = led(&plan, "09:00 start 09:10 next 09:26 next 09:26:30 next");
    let learned = Learned::of([&session], at("12:00"));
    let tool = ToolId::new("one-two-four-all").unwrap();
    assert_eq!(learned.took_by(&tool, Variant::Normal), [Seconds::minutes(16)]);
    assert_eq!(learned.took_by(&tool, Variant::Short), []);
    assert_eq!(learned.took(&Block::new(Kind::Break, "Pause", 15)), [], "half a minute is a slip");
}

#[test]
fn a_tool_that_was_run_short_is_learned_as_short() {
    let mut session = led(&agenda(Lang::Nb), "09:00 start 09:10 next");
    session.press(Press::Variant(BlockId(2), Variant::Short), at("09:11"), Seconds::ZERO).unwrap();
    session.press(Press::Next, at("09:19"), Seconds::ZERO).unwrap();
    let learned = Learned::of([&session], at("12:00"));
    let took = |variant| learned.took_by(&ToolId::new("one-two-four-all").unwrap(), variant).to_vec();
    assert_eq!((took(Variant::Short), took(Variant::Normal)), (vec![Seconds::minutes(9)], Vec::new()));
    assert_eq!(review(&session, at("09:30")).rows[1].fate, Fate::Shorter(3), "against the plan it began with");
}

/// A log of so many acts in no order, about blocks that are not there, with absurd numbers.
fn hostile(entries: usize) -> Session {
    let mut session = session(&agenda(Lang::Nb));
    let acts = [
        Act::Start(BlockId(2), Seconds(i64::MIN)),
        Act::Enter(BlockId(99)),
        Act::Add(BlockId(2), Seconds(i64::MAX)),
        Act::Wait(BlockId(3)),
        Act::Pause,
        Act::Step(StepAct::Add(Seconds(i64::MIN))),
        Act::ClockStep(Seconds(i64::MAX)),
        Act::Enter(BlockId(4)),
        Act::Resume,
        Act::Rebase,
        Act::End,
        Act::Asleep(Seconds(i64::MAX)),
        Act::Unskip(BlockId(0)),
    ];
    let entry = |number: usize| {
        let far = if number.is_multiple_of(7) { i64::MAX / 2 } else { i64::try_from(number * 7919 % 40_000).unwrap() };
        let at = at("06:00") + Seconds(far);
        Entry { at, told: at + Seconds(far / 2), act: acts[number % acts.len()].clone() }
    };
    session.log = (0..entries).map(entry).collect();
    session
}

#[test]
fn a_hostile_log_is_reviewed_without_harm_and_at_once() {
    for entries in [1, 13, 200, 10_000] {
        let session = hostile(entries);
        for now in [at("06:00"), at("12:00"), Moment::at(i64::MAX), Moment::at(i64::MIN)] {
            let begun = Instant::now();
            let seen = review(&session, session.seen_last(now));
            let _ = (seen.totals(), seen.end_off(), seen.done(), written(&seen));
            let _ = happened(&session, now, Lang::Nn);
            let _ = Learned::of([&session], now);
            let took = begun.elapsed();
            assert!(took < Duration::from_secs(4), "{took:?} for {entries} acts at {now}");
        }
    }
}
