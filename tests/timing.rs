//! Every timing case: the rules as written, and what trying to break them has taught.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot read its cases should stop")]

#[path = "support/patience.rs"]
mod patience;

use patience::{in_three_tries, time};
use vidde::cli::simulate::{self, Print, Tally, run};

fn check(cases: &str) -> Tally {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let tally = run(cases, Print::Failures, &mut out, &mut err).expect("writing to memory");
    let told = String::from_utf8_lossy(&out);
    assert!(tally.is_fine(), "{told}{}", String::from_utf8_lossy(&err));
    tally
}

#[test]
fn the_rules_hold_as_written() {
    let tally = check(include_str!("cases/rules.txt"));
    assert_eq!((tally.cases, tally.malformed), (32, 0));
}

#[test]
fn what_was_once_wrong_stays_right() {
    check(include_str!("cases/found.txt"));
}

#[test]
fn parts_lengths_and_people_do_as_written() {
    check(include_str!("cases/steps.txt"));
}

#[test]
fn the_plan_ahead_is_changed_and_what_is_behind_is_a_fact() {
    check(include_str!("cases/edits.txt"));
}

#[test]
fn sleep_and_clocks_that_are_set_change_no_duration() {
    check(include_str!("cases/clocks.txt"));
}

#[test]
fn offers_are_taken_by_number() {
    check(include_str!("cases/offers.txt"));
}

/// What is told of cases that leave the grammar, or of checks that fail.
fn told(cases: &str) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    run(cases, Print::Failures, &mut out, &mut err).expect("writing to memory");
    format!("{}{}", String::from_utf8_lossy(&err), String::from_utf8_lossy(&out))
}

const PLAN: &str = "case X1 a plan\nplan 09:00 | A 10 | B 20 steps 5+15\n09:00 start\n";

#[test]
fn an_expected_value_that_no_schedule_can_have_is_a_slip_in_the_case_and_not_a_failed_check() {
    for (wanted, place, expected) in [
        ("state=flying", "4:15", "“flying”: expected before, pending, running, paused or done"),
        ("state=-", "4:15", "expected before"),
        ("remaining=x", "4:19", "“x”: expected m:ss, -m:ss or -"),
        ("remaining=1:99", "4:19", "“1:99”: expected m:ss"),
        ("elapsed=10", "4:17", "expected m:ss"),
        ("to_start=-0:00", "4:18", "expected m:ss"),
        ("drift=+", "4:15", "“+”: expected 0, or minutes with their sign"),
        ("drift=5", "4:15", "such as +3 or -1:30"),
        ("enddev=+3:00", "4:16", "expected 0, or minutes"),
        ("step=x", "4:14", "“x”: expected a number from 1 on"),
        ("people=0", "4:16", "expected a number from 1 on"),
        ("at=B", "4:12", "“B”: expected NAME@HH:MM"),
        ("at=B@09:10,B@9:10", "4:20", "“B@9:10”: expected NAME@HH:MM"),
        ("at=Q@09:10", "4:12", "“Q” is not in the plan"),
        ("slack=A:x", "4:15", "“A:x”: expected NAME:minutes"),
        ("conflict=A:1:00", "4:18", "expected NAME:minutes"),
        ("end=25:99", "4:13", "expected HH:MM or HH:MM:SS"),
        ("offers=wat", "4:16", "“wat”: expected A=34,B=36"),
        ("offers=ask;-Q", "4:21", "“Q” is not in the plan"),
        ("block=Q", "4:15", "“Q” is not in the plan"),
        ("blok=A", "4:9", "“blok” is not a field; expected one of state, block"),
        ("drift", "4:9", "“drift” is not field=value"),
    ] {
        let told = told(&format!("{PLAN}09:01 ? {wanted}\n"));
        assert!(told.starts_with(&format!("X1 {place}: ")) && told.contains(expected), "{wanted}: {told}");
        assert!(told.ends_with("cases 1, checks 0, failed 0\n"), "{wanted}: {told}");
    }
}

#[test]
fn words_that_do_not_fit_a_command_are_told_with_what_does() {
    for (line, place, expected) in [
        ("goto", "4:7", "expected “goto NAME [ago MINUTES]”"),
        ("goto A B", "4:12", "expected “goto NAME"),
        ("next ago", "4:12", "expected nothing more, or “ago MINUTES”"),
        ("pause now", "4:13", "expected nothing more, or “ago MINUTES”"),
        ("undo A", "4:12", "expected nothing more"),
        ("add", "4:7", "expected “add MINUTES”"),
        ("dur A", "4:11", "expected “dur NAME MINUTES”"),
        ("people", "4:7", "expected “people NUMBER”"),
        ("variant", "4:7", "expected “variant [NAME] short”, normal or long"),
        ("insert C 10", "4:14", "expected “insert NAME MINUTES [flags] after NAME”, or first"),
        ("move B", "4:12", "expected “move NAME after NAME”, or first"),
        ("accept", "4:7", "expected “accept NUMBER”"),
        ("sleep 5 long", "4:13", "expected “sleep MINUTES [pause]”"),
        ("clock", "4:7", "expected “clock MINUTES”"),
    ] {
        let told = told(&format!("{PLAN}09:01 {line}\n"));
        assert!(told.starts_with(&format!("X1 {place}: ")) && told.contains(expected), "{line}: {told}");
    }
    assert!(told("case X2 a gap\nplan 09:00 | | A 10\n").starts_with("X2 2:12: expected NAME MINUTES"));
    assert!(told("case X3 an end\nplan 09:00 | A 10 |\n").starts_with("X3 2:19: expected NAME MINUTES"));
}

#[test]
fn what_is_refused_is_told_in_words_that_help() {
    for (lines, expected) in [
        ("09:01 add 0", "There is nothing to change"),
        ("09:10 next\n09:11 step add 0", "There is nothing to change"),
        ("09:10 next\n09:31 step add -1", "There is no time left to take from"),
        ("09:01 skip B\n09:02 goto B", "That block is skipped; unskip brings it back"),
    ] {
        let told = told(&format!("{PLAN}{lines}\n"));
        assert!(told.contains(&format!("refused: {expected}\n")), "{lines}: {told}");
    }
}

#[test]
fn a_slip_of_two_megabytes_is_told_in_a_line() {
    let long = "å".repeat(1_000_000);
    for cases in [
        format!("{PLAN}09:01 {long}\n"),
        format!("{PLAN}09:01 ? state={long}\n"),
        format!("{PLAN}09:01 ? {long}=1\n"),
        format!("{PLAN}{long} next\n"),
        format!("case {long} a plan\nplan x\n"),
        format!("plan 09:00 | A {long}\n"),
        format!("plan 09:00 | {long} 10 | {long} 10\n"),
    ] {
        let told = told(&cases);
        assert!(told.contains('…') && told.lines().all(|line| line.chars().count() < 400), "{told:.500}");
    }
}

#[test]
fn every_value_that_is_printed_can_be_expected_and_holds() {
    for cases in [
        include_str!("cases/rules.txt"),
        include_str!("cases/found.txt"),
        include_str!("cases/steps.txt"),
        include_str!("cases/edits.txt"),
        include_str!("cases/clocks.txt"),
        include_str!("cases/offers.txt"),
    ] {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        run(cases, Print::Everything, &mut out, &mut err).expect("writing to memory");
        let printed = String::from_utf8(out).expect("text");
        let mut printed = printed.lines();
        let filled = |line: &str| {
            let is_expectation = line.split_whitespace().nth(1) == Some("?");
            if is_expectation { printed.next().expect("one for each").to_owned() } else { line.to_owned() }
        };
        let filled: Vec<String> = cases.lines().map(filled).collect();
        assert!(check(&filled.join("\n")).checks > 0);
    }
}

/// A case with so many acts, a second apart.
fn long_day(acts: u32) -> String {
    use std::fmt::Write as _;
    let mut cases = "case L1 a long day\nplan 09:00 | A 600 | B 20\n09:00 start\n".to_owned();
    for second in 0..acts {
        let (minute, second) = (second / 60, second % 60);
        let _ = writeln!(cases, "{:02}:{:02}:{second:02} add 1", 9 + minute / 60, minute % 60);
    }
    let left = 420 + acts;
    cases + &format!("12:00 ? block=A remaining={left}:00 drift=+{acts}\n")
}

#[test]
fn eight_times_as_many_acts_in_a_case_take_no_more_than_some_eight_times_as_long() {
    let (few, many) = (long_day(500), long_day(4_000));
    in_three_tries(|| {
        let (brief, long) = (time(|| _ = check(&few)), time(|| _ = check(&many)));
        if long < brief * 24 { Ok(()) } else { Err(format!("500 acts take {brief:?}, 4000 acts {long:?}")) }
    });
}

#[test]
fn a_script_in_a_line_says_where_it_fails_and_what_stands_before_has_happened() {
    let mut session = simulate::session("09:00 | A 10 | B 20 until 09:40").expect("a plan");
    for (script, told, acts) in [
        ("09:00 start 09:04 insert X 5 until 09:20 after A 09:05 resume", "09:05 refused: The clock is not paused", 2),
        ("09:06 goto X 09:07 goto Z", "09:07 refused: That block is not in the plan", 3),
        ("09:08 next again", "1:12: expected nothing more", 3),
        ("09:08 ? drift=0", "09:08: a script has no “?”", 3),
    ] {
        let fault = simulate::act(&mut session, script).expect_err(script);
        assert!(fault.contains(told), "{script}: {fault}");
        assert_eq!(session.log.len(), acts, "{script}");
    }
    assert!(simulate::session("09:00 | A").expect_err("no plan").contains("1:9: expected NAME MINUTES"));
}
