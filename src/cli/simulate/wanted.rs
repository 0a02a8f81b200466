//! What an expectation may want of each field: a value in another form could never be got, and is a slip in the case.

use super::fields::NAMES;
use super::grammar::{Parsed, Word, find};
use crate::cli::answer::echoed;
use crate::domain::agenda::Agenda;

/// Reads `field=value`.
pub(super) fn wanted(word: Word<'_>, plan: &Agenda) -> Parsed<(String, String)> {
    let Some((field, value)) = word.text.split_once('=').filter(|(_, value)| !value.is_empty()) else {
        return word.fault(format!("“{}” is not field=value", echoed(word.text)));
    };
    let column = word.column + field.chars().count() + 1;
    let place = Word { text: value, column, ..word };
    let Some(form) = form(field) else {
        return word.fault(format!("“{}” is not a field; expected one of {}", echoed(field), NAMES.join(", ")));
    };
    if value != "-" || form.is_always_there {
        for entry in entries(place, form.separators) {
            (form.check)(entry, plan, form.expected)?;
        }
    }
    Ok((field.to_owned(), value.to_owned()))
}

/// How the value of a field is written.
struct Form {
    /// Said of what is not.
    expected: &'static str,
    separators: &'static [char],
    check: fn(Word<'_>, &Agenda, &'static str) -> Parsed<()>,
    /// It never is `-`.
    is_always_there: bool,
}

fn form(field: &str) -> Option<Form> {
    let form = |expected, separators, check| Form { expected, separators, check, is_always_there: false };
    let always = |form: Form| Form { is_always_there: true, ..form };
    Some(match field {
        "state" => always(form("before, pending, running, paused or done", &[], state)),
        "block" => form("the name of a block, or -", &[], name),
        "remaining" | "elapsed" | "to_start" | "step_remaining" => form("m:ss, -m:ss or -", &[], countdown),
        "drift" | "spare" => form("0, or minutes with their sign such as +3 or -1:30, or -", &[], signed),
        "enddev" => always(form("0, or minutes with their sign such as +3 or -1:30", &[], signed)),
        "slack" | "conflict" => form("NAME:minutes such as L:10 or L:0:30, with commas between, or -", &[','], room),
        "at" => form("NAME@HH:MM, with commas between, or -", &[','], start),
        "end" => always(form("HH:MM or HH:MM:SS", &[], clock)),
        "step" | "people" => form("a number from 1 on, or -", &[], number),
        "offers" => form("A=34,B=36, -A, +A, end@HH:MM or ask, with ; between, or -", &[';', ','], offer),
        _ => return None,
    })
}

/// The parts of a value, each with its place.
fn entries<'a>(word: Word<'a>, separators: &'static [char]) -> impl Iterator<Item = Word<'a>> {
    let mut column = word.column;
    word.text.split(separators).map(move |text| {
        let entry = Word { text, column, ..word };
        column += text.chars().count() + 1;
        entry
    })
}

fn unless(holds: bool, word: Word<'_>, expected: &str) -> Parsed<()> {
    if holds { Ok(()) } else { word.fault(format!("“{}”: expected {expected}", echoed(word.text))) }
}

fn state(word: Word<'_>, _: &Agenda, expected: &'static str) -> Parsed<()> {
    unless(["before", "pending", "running", "paused", "done"].contains(&word.text), word, expected)
}

fn name(word: Word<'_>, plan: &Agenda, _: &'static str) -> Parsed<()> {
    match find(plan, word.text) {
        Some(_) => Ok(()),
        None => word.fault(format!("“{}” is not in the plan", echoed(word.text))),
    }
}

fn countdown(word: Word<'_>, _: &Agenda, expected: &'static str) -> Parsed<()> {
    let bare = word.text.strip_prefix('-').unwrap_or(word.text);
    unless(is_time(bare) && bare.contains(':') && word.text != "-0:00", word, expected)
}

fn signed(word: Word<'_>, _: &Agenda, expected: &'static str) -> Parsed<()> {
    let bare = word.text.strip_prefix(['+', '-']).filter(|bare| is_length(bare) && *bare != "0");
    unless(word.text == "0" || bare.is_some(), word, expected)
}

fn room(word: Word<'_>, plan: &Agenda, expected: &'static str) -> Parsed<()> {
    named(word, ':', plan, expected).and_then(|minutes| unless(is_length(minutes), word, expected))
}

fn start(word: Word<'_>, plan: &Agenda, expected: &'static str) -> Parsed<()> {
    named(word, '@', plan, expected).and_then(|time| unless(is_clock(time), word, expected))
}

fn clock(word: Word<'_>, _: &Agenda, expected: &'static str) -> Parsed<()> {
    unless(is_clock(word.text), word, expected)
}

fn number(word: Word<'_>, _: &Agenda, expected: &'static str) -> Parsed<()> {
    unless(is_number(word.text) && word.text != "0", word, expected)
}

fn offer(word: Word<'_>, plan: &Agenda, expected: &'static str) -> Parsed<()> {
    if word.text == "ask" {
        return Ok(());
    }
    if let Some(time) = word.text.strip_prefix("end@") {
        return unless(is_clock(time), word, expected);
    }
    if let Some(bare) = word.text.strip_prefix(['+', '-']) {
        return name(Word { text: bare, column: word.column + 1, ..word }, plan, expected);
    }
    named(word, '=', plan, expected).and_then(|minutes| unless(is_length(minutes), word, expected))
}

/// What stands after `sign` and the name of a block.
fn named<'a>(word: Word<'a>, sign: char, plan: &Agenda, expected: &'static str) -> Parsed<&'a str> {
    let Some((before, after)) = word.text.split_once(sign) else {
        return unless(false, word, expected).map(|()| "");
    };
    name(Word { text: before, ..word }, plan, expected).map(|()| after)
}

/// As a number is written: without a nought in front.
fn is_number(text: &str) -> bool {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits && (text == "0" || !text.starts_with('0'))
}

/// Two digits below 60.
fn is_sixtieth(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) && text < "60"
}

/// `3`, `0:30`, `12:05`.
fn is_time(text: &str) -> bool {
    text.split_once(':').map_or(is_number(text), |(minutes, seconds)| is_number(minutes) && is_sixtieth(seconds))
}

/// Minutes, or m:ss when not whole.
fn is_length(text: &str) -> bool {
    is_time(text) && !text.ends_with(":00")
}

/// HH:MM, or HH:MM:SS when not whole.
fn is_clock(text: &str) -> bool {
    let (hours, rest) = text.split_once(':').unwrap_or_default();
    let (minutes, seconds) = rest.split_once(':').map_or((rest, None), |(minutes, seconds)| (minutes, Some(seconds)));
    let is_hour =
        hours.len() == 2 && hours.bytes().all(|byte| byte.is_ascii_digit()) || hours.len() > 2 && is_number(hours);
    is_hour && is_sixtieth(minutes) && seconds.is_none_or(|seconds| is_sixtieth(seconds) && seconds != "00")
}
