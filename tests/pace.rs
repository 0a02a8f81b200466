//! How a run keeps its pace: the decision horizon, the break meter, and keys that were forgotten.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod runs;

use proptest::prelude::*;
use runs::{at, clock, led, name, sheet};
use vidde::domain::agenda::BlockId;
use vidde::domain::breaks::meter;
use vidde::domain::forgotten::{Forgotten, forgotten};
use vidde::domain::horizon::{Horizon, horizons};
use vidde::domain::schedule::{Timing, schedule};
use vidde::domain::session::{Press, Session};
use vidde::domain::times::{Moment, Seconds};

/// The horizons in words: `L: B whole 10:15, short 10:30`.
fn told(session: &Session, now: &str) -> String {
    let one = |horizon: &Horizon| {
        let between: Vec<String> = horizon.between.iter().map(|id| name(session, *id)).collect();
        let times = [("whole", horizon.whole), ("short", horizon.short)];
        let times = times.map(|(word, moment)| moment.map(|moment| format!("{word} {}", clock(moment))));
        let times: Vec<String> = times.into_iter().flatten().collect();
        format!("{}: {} {}", name(session, horizon.fixed), between.join("+"), times.join(", "))
    };
    horizons(session, at(now)).iter().map(one).collect::<Vec<_>>().join("; ")
}

fn check(case: &str, (plan, acts): (&str, &str), times: &[(&str, &str)]) {
    let session = led(plan, acts);
    for (now, expected) in times {
        assert_eq!(told(&session, now), *expected, "{case} at {now}: {}", sheet(&session, at(now)));
    }
}

#[test]
fn the_horizon_says_until_when_the_running_block_may_go_on() {
    let lunch = "09:00 | B1 75 | B2 45 min 30 | L 30 @11:00 break | C 30";
    check(
        "R06, R07",
        (lunch, "09:00 start"),
        &[
            ("09:30", "L: B2 whole 10:15, short 10:30"),
            ("10:15", "L: B2 whole 10:15, short 10:30"),
            ("10:16", "L: B2 short 10:30"),
            ("10:31", ""),
        ],
    );
    check(
        "what cannot be shorter has one time",
        ("09:00 | A 60 | P 15 break | L 30 @11:00", "09:00 start"),
        &[("09:30", "L: P whole 10:45")],
    );
    check("nothing lies between", ("09:00 | A 60 | L 30 @11:00", "09:00 start"), &[("09:30", "")]);
    check(
        "several, with changeover and a buffer",
        (
            "09:00 | A 60 | B 40 gap 5 | F 10 buffer | C 20 min 10 | L 30 @11:00 gap 5 | M 20 | END 0 @12:00",
            "09:00 start",
        ),
        &[("09:30", "L: B+C whole 09:50, short 10:10; END: B+C+L+M whole 09:50, short 10:10")],
    );
    check("a skipped block takes no time", (lunch, "09:00 start 09:10 skip B2"), &[("09:30", "")]);
    check(
        "an until block gives down to its shortest",
        ("09:00 | A 30 | P 30 until 10:00 min 10 break | B 40 | L 30 @11:00", "09:00 start"),
        &[("09:20", "L: P+B whole 09:50")],
    );
    check("nothing runs", (lunch, ""), &[("09:30", "")]);
}

#[test]
fn the_break_meter_counts_since_the_last_break() {
    let since = |session: &Session, now: &str| meter(session, at(now)).map(|meter| meter.since.to_string());
    let plan = "09:00 | A 70 | P 15 break | B 60 | C 40 | Q 10 break | D 20";
    let run = led(plan, "09:00 start 10:10 next 10:25 next");
    for (acts, now, expected) in [
        ("", "09:30", None),
        ("09:00 start", "10:00", Some("60:00")),
        ("09:00 start 10:10 next", "10:20", None),
        ("09:00 start 10:10 next 10:25 next", "11:00", Some("35:00")),
        ("09:00 start 10:10 next 10:10:30 next", "11:00", Some("120:00")),
        ("09:00 start 09:30 pause 09:34 resume", "10:00", Some("60:00")),
        ("09:00 start 09:30 pause 09:36 resume", "10:00", Some("24:00")),
        ("09:00 start 09:30 pause", "09:33", Some("33:00")),
        ("09:00 start 09:30 pause", "09:36", None),
        ("09:00 start 09:30 pause 09:36 next", "10:00", None),
        ("09:00 start 10:10 next 10:25 next 10:40 prev", "10:42", None),
        ("09:00 start 10:10 goto B 10:20 prev", "10:42", Some("102:00")),
        ("09:00 start 10:10 end", "10:20", None),
    ] {
        let session = led(plan, acts);
        assert_eq!(since(&session, now).as_deref(), expected, "{acts} at {now}: {}", sheet(&session, at(now)));
    }
    let marks = |now: &str| meter(&run, at(now)).unwrap().marks();
    assert_eq!(["11:24", "11:25", "11:40", "11:55"].map(marks), [0, 1, 2, 3]);
    assert_eq!(meter(&run, at("10:30")).unwrap().next, Some(at("12:05")));
    let waited = led("09:00 | A 30 | B 30 @10:00 | C 10", "09:00 start 09:40 next");
    assert_eq!(since(&waited, "09:44").as_deref(), Some("44:00"));
    assert_eq!(since(&waited, "09:46"), None);
    assert_eq!(since(&waited, "10:20").as_deref(), Some("20:00"), "a wait is a break too");
}

#[test]
fn the_meter_knows_sleep_and_a_clock_that_was_set() {
    let mut slept = led("09:00 | A 200", "09:00 start");
    slept.press(Press::Asleep(Seconds::minutes(20)), at("09:50"), Seconds::minutes(20)).unwrap();
    assert_eq!(meter(&slept, at("10:00")).unwrap().since, Seconds::minutes(10), "counted as a pause");
    let mut set = led("09:00 | A 200", "09:00 start 09:10 pause 09:20 resume");
    set.clock_stepped(Seconds::minutes(-15), at("09:15"));
    assert_eq!(meter(&set, at("09:25")).unwrap().since, Seconds::minutes(20), "since 09:05 by the new clock");
}

#[test]
fn a_forgotten_key_is_told_once_and_never_where_a_block_goes_on_by_itself() {
    let plan = "09:00 | A 10 | B 30 | P 16 break | C 20 auto | D 20";
    for (acts, now, expected) in [
        ("", "09:02:59", None),
        ("", "09:03", Some(Forgotten::Start)),
        ("", "10:00", None),
        ("09:00 start", "09:12:59", None),
        ("09:00 start", "09:13", Some(Forgotten::Next)),
        ("09:00 start", "09:40", Some(Forgotten::Next)),
        ("09:00 start 09:12 add 2", "09:14:59", None),
        ("09:00 start 09:12 add 2", "09:15", Some(Forgotten::Next)),
        ("09:00 start 09:13 add 5", "09:20", None),
        ("09:00 start 09:10 next", "09:44:59", None),
        ("09:00 start 09:10 next", "09:45", Some(Forgotten::Next)),
        ("09:00 start 09:13 next", "09:48", Some(Forgotten::Next)),
        ("09:00 start 09:10 next 09:40 next", "09:59:59", None),
        ("09:00 start 09:10 next 09:40 next", "10:00", Some(Forgotten::Next)),
        ("09:00 start 09:10 goto C 09:20 prev 09:20 goto C", "10:00", None),
        ("09:00 start 09:10 goto D", "09:35", Some(Forgotten::End)),
        ("09:00 start 09:05 pause", "09:40", None),
    ] {
        let session = led(plan, acts);
        assert_eq!(forgotten(&session, at(now)), expected, "{acts} at {now}: {}", sheet(&session, at(now)));
    }
}

/// Whether everything up to the fixed block begins and ends in time when the running block ends at `end`.
fn is_met(session: &Session, now: Moment, (fixed, end): (BlockId, Moment)) -> bool {
    let mut then = session.clone();
    let left = schedule(session, now).current().map_or(Seconds::ZERO, |current| current.remaining);
    if (end - now) != left {
        then.press(Press::Add((end - now) - left), now, Seconds::ZERO).unwrap();
    }
    let view = schedule(&then, now);
    let upto = view.rows.iter().position(|row| row.id == fixed).unwrap();
    let coming = view.rows.iter().take(upto + 1).skip(1);
    coming.filter(|row| matches!(row.timing, Timing::Upcoming(_))).all(|row| row.conflict.is_none())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_horizon_is_the_last_moment_with_which_all_is_met(
        blocks in prop::collection::vec((2_u16..40, prop_oneof![
            4 => Just(String::new()),
            1 => Just("break".to_owned()),
            1 => Just("gap 5".to_owned()),
            1 => (0_u16..60).prop_map(|minute| format!("until 11:{minute:02} min 2 break")),
            3 => (10_u16..13, 0_u16..60).prop_map(|(hour, minute)| format!("@{hour}:{minute:02}")),
        ]), 2..7),
        wait in 0_i64..60,
    ) {
        let names = blocks.iter().enumerate().map(|(index, (minutes, flag))| format!("B{index} {minutes} {flag}"));
        let session = led(&format!("09:00 | A 30 | {}", names.collect::<Vec<_>>().join(" | ")), "09:00 start");
        let now = at("09:00") + Seconds::minutes(wait);
        for Horizon { fixed, whole, .. } in horizons(&session, now) {
            let Some(whole) = whole else { continue };
            prop_assert!(is_met(&session, now, (fixed, whole)), "{} {}", clock(whole), sheet(&session, now));
            prop_assert!(!is_met(&session, now, (fixed, whole + Seconds(60))), "{} {}", clock(whole), sheet(&session, now));
        }
    }
}
