//! Every timing case: the rules as written, and what trying to break them has taught.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot read its cases should stop")]

use vidde::cli::simulate::{Print, Tally, run};

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
