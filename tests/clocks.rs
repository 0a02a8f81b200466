//! Clocks: set clocks, summer time, restarts, and the day a plan falls on.
#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not as expected")]

use vidde::domain::agenda::{Agenda, AgendaName, Block, Kind};
use vidde::domain::schedule::{RunState, schedule};
use vidde::domain::session::{Moved, Press, Session};
use vidde::domain::text::Lang;
use vidde::domain::times::{ClockTime, Moment, Seconds, Zone};

fn oslo() -> Zone {
    "Europe/Oslo".parse().expect("a zone")
}

fn moment(text: &str) -> Moment {
    text.parse().expect("a moment")
}

fn session(start: Option<&str>, minutes: u16, now: Moment) -> Session {
    let start = start.map(|start| start.parse::<ClockTime>().expect("a clock time"));
    let mut agenda = Agenda { start, ..Agenda::new("clocks", Lang::En) };
    agenda.insert(Block::new(Kind::Work, "A1", minutes), None);
    agenda.insert(Block::new(Kind::Work, "A2", 30), None);
    Session::of(&AgendaName::for_title("clocks", |_| false), &agenda, now, oslo()).0
}

fn started(start: Option<&str>, minutes: u16, now: &str) -> Session {
    let now = moment(now);
    let mut session = session(start, minutes, now);
    session.press(Press::Start(None, Moved::AsPlanned), now, Seconds::ZERO).expect("it starts");
    session
}

/// Elapsed and remaining of the running block.
fn times(session: &Session, now: &str) -> (String, String) {
    let view = schedule(session, moment(now));
    let current = view.current().expect("a block runs");
    (current.elapsed.to_string(), current.remaining.to_string())
}

fn pair(elapsed: &str, remaining: &str) -> (String, String) {
    (elapsed.to_owned(), remaining.to_owned())
}

#[test]
fn a_night_with_an_hour_more_counts_the_hour() {
    let session = started(Some("01:30"), 90, "2026-10-25T01:30:00+02:00");
    assert_eq!(times(&session, "2026-10-25T02:30:00+01:00"), pair("120:00", "-30:00"));
}

#[test]
fn a_night_with_an_hour_less_does_not_invent_it() {
    let session = started(Some("01:30"), 90, "2026-03-29T01:30:00+01:00");
    assert_eq!(times(&session, "2026-03-29T03:30:00+02:00"), pair("60:00", "30:00"));
    let session = started(Some("01:30"), 90, "2027-03-28T01:30:00+01:00");
    assert_eq!(times(&session, "2027-03-28T03:30:00+02:00"), pair("60:00", "30:00"));
}

#[test]
fn sleep_is_time_that_passed_until_it_is_counted_as_a_pause() {
    let (fell_asleep, woke) = (moment("2026-03-02T09:04:00+01:00"), moment("2026-03-02T09:09:00+01:00"));
    let mut session = started(Some("09:00"), 10, "2026-03-02T09:00:00+01:00");
    assert_eq!(times(&session, "2026-03-02T09:09:00+01:00"), pair("9:00", "1:00"));
    session.press(Press::Asleep(Seconds(300)), woke, woke - fell_asleep).expect("it counts as a pause");
    assert_eq!(times(&session, "2026-03-02T09:09:00+01:00"), pair("4:00", "6:00"));
    assert_eq!(schedule(&session, woke).drift(), Some(Seconds(300)));
    session.press(Press::Undo, woke, Seconds::ZERO).expect("it is taken back");
    assert_eq!(times(&session, "2026-03-02T09:09:00+01:00"), pair("9:00", "1:00"));
}

#[test]
fn a_sleep_through_a_change_of_the_hour_is_as_long_as_it_was() {
    for (start, asleep, woke, slept) in [
        ("2026-10-25T02:00:00+02:00", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", 3_600),
        ("2027-03-28T01:30:00+01:00", "2027-03-28T01:59:00+01:00", "2027-03-28T03:01:00+02:00", 120),
        ("2026-12-31T23:30:00+01:00", "2026-12-31T23:59:00+01:00", "2027-01-01T00:01:00+01:00", 120),
    ] {
        let mut session = started(None, 240, start);
        let before = times(&session, asleep);
        let (fell_asleep, now) = (moment(asleep), moment(woke));
        assert_eq!(now - fell_asleep, Seconds(slept));
        session.press(Press::Asleep(Seconds(slept)), now, now - fell_asleep).expect("it counts as a pause");
        assert_eq!(times(&session, woke), before, "asleep at {asleep}");
    }
}

#[test]
fn a_session_that_was_killed_and_opened_again_has_gone_on() {
    let session = started(Some("09:00"), 10, "2026-03-02T09:00:00+01:00");
    assert_eq!(session.left_open(moment("2026-03-02T09:06:00+01:00")), None, "nothing is asked");
    assert_eq!(times(&session, "2026-03-02T09:06:00+01:00"), pair("6:00", "4:00"));
}

#[test]
fn it_is_asked_from_twelve_hours_after_the_projected_end_and_no_time_is_shown_then() {
    let session = started(Some("09:00"), 10, "2026-03-02T09:00:00+01:00");
    let end = moment("2026-03-02T09:40:00+01:00");
    for (late, asked) in [(12 * 3_600, false), (12 * 3_600 + 1, true), (3 * 86_400, true)] {
        assert_eq!(session.left_open(end + Seconds(late)).is_some(), asked, "{late} s after the end");
    }
}

#[test]
fn a_clock_set_back_changes_no_duration_and_clock_times_follow_it() {
    let mut session = started(Some("09:00"), 10, "2026-03-02T09:00:00+01:00");
    session.clock_stepped(Seconds(-120), moment("2026-03-02T09:03:00+01:00"));
    assert_eq!(times(&session, "2026-03-02T09:03:00+01:00"), pair("5:00", "5:00"));
    let view = schedule(&session, moment("2026-03-02T09:03:00+01:00"));
    assert_eq!(
        view.rows.first().and_then(vidde::domain::schedule::Row::projected).map(|span| span.end.clock(&oslo())),
        Some("09:08".into())
    );
}

#[test]
fn a_clock_set_forward_changes_no_duration_either() {
    let mut session = started(Some("09:00"), 10, "2026-03-02T09:00:00+01:00");
    session.clock_stepped(Seconds(3600), moment("2026-03-02T10:04:00+01:00"));
    assert_eq!(times(&session, "2026-03-02T10:05:00+01:00"), pair("5:00", "5:00"));
}

#[test]
fn undo_takes_back_the_act_and_never_the_step_of_the_clock() {
    let mut session = started(None, 10, "2026-03-02T09:00:00+01:00");
    session.press(Press::Pause, moment("2026-03-02T09:02:00+01:00"), Seconds::ZERO).expect("it pauses");
    session.clock_stepped(Seconds(-60), moment("2026-03-02T09:02:00+01:00"));
    session.press(Press::Undo, moment("2026-03-02T09:04:00+01:00"), Seconds::ZERO).expect("the pause is taken back");
    assert_eq!(times(&session, "2026-03-02T09:04:00+01:00"), pair("5:00", "5:00"));
}

#[test]
fn a_pause_at_the_very_first_second_is_a_pause() {
    let mut session = started(None, 10, "1970-01-01T00:00:00Z");
    session.press(Press::Pause, moment("1970-01-01T00:00:00Z"), Seconds::ZERO).expect("it pauses");
    let view = schedule(&session, moment("1970-01-01T00:00:10Z"));
    assert!(matches!(view.state, RunState::Paused(_)), "{view:?}");
    assert_eq!(times(&session, "1970-01-01T00:00:10Z"), pair("0:00", "10:00"));
}

#[test]
fn a_clock_that_was_behind_at_the_restart_shows_no_negative_time() {
    let session = started(None, 10, "2026-03-02T09:00:00+01:00");
    assert_eq!(times(&session, "2026-03-02T08:00:00+01:00"), pair("0:00", "10:00"));
}

#[test]
fn a_plan_falls_on_the_day_that_puts_its_start_nearest() {
    let cases = [
        ("23:30", "2026-03-03T00:10:00+01:00", "2026-03-02"),
        ("00:10", "2026-03-02T23:40:00+01:00", "2026-03-03"),
        ("09:00", "2026-03-02T20:00:00+01:00", "2026-03-02"),
        ("09:00", "2026-03-02T22:00:00+01:00", "2026-03-03"),
        ("00:30", "2026-12-31T23:59:00+01:00", "2027-01-01"),
    ];
    for (start, now, day) in cases {
        assert_eq!(session(Some(start), 10, moment(now)).day.to_string(), day, "{start} seen at {now}");
    }
}
