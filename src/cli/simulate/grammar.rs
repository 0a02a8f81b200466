//! The grammar of the cases (told in `help`): text in, cases or faults (line, column, what was expected) out.

use super::orders::{Deed, Order, order};
use super::plan::agenda;
use super::wanted::wanted;
use crate::cli::answer::echoed;
use crate::domain::agenda::{Agenda, BlockId};
use crate::domain::times::{ClockTime, MOST_MINUTES, Seconds};
use std::fmt;

/// One case: a plan, and what happens at which time.
#[derive(Debug)]
pub(super) struct Case {
    pub id: String,
    pub plan: Agenda,
    /// The plan with every block that is put in on the way, for their names.
    pub known: Agenda,
    pub lines: Vec<Line>,
}

impl Case {
    /// Whether offers are looked at or taken.
    pub fn names_offers(&self) -> bool {
        self.lines.iter().any(|line| match &line.what {
            What::Order(order) => matches!(order.deed, Deed::Accept(_)),
            What::Expect(wanted) => wanted.iter().any(|(field, _)| field == "offers"),
        })
    }
}

/// A line with a time.
#[derive(Debug)]
pub(super) struct Line {
    /// In the text, counted from 1.
    pub number: usize,
    /// Seconds after midnight of the first day, and as it was written.
    pub time: Seconds,
    pub text_time: String,
    pub what: What,
}

#[derive(Debug)]
pub(super) enum What {
    Order(Order),
    /// Field and wanted value.
    Expect(Vec<(String, String)>),
}

/// Where the text leaves the grammar.
#[derive(Debug)]
pub(super) struct Fault {
    case: String,
    line: usize,
    column: usize,
    text: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}:{}: {}", echoed(&self.case), self.line, self.column, self.text)
    }
}

/// A word with the place it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub text: &'a str,
    pub line: usize,
    pub column: usize,
}

pub(super) type Parsed<T> = Result<T, Fault>;

impl Word<'_> {
    pub fn fault<T>(self, text: impl Into<String>) -> Parsed<T> {
        Err(Fault { case: String::new(), line: self.line, column: self.column, text: text.into() })
    }
}

/// All cases of `text`, in order; a malformed one is answered by its first fault.
pub(super) fn cases(text: &str) -> Vec<Parsed<Case>> {
    let mut groups: Vec<Vec<(usize, Vec<Word<'_>>)>> = Vec::new();
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let words = words(line, index + 1);
        match words.first() {
            None => {}
            Some(word) if word.text == "case" || groups.is_empty() => groups.push(vec![(index + 1, words)]),
            Some(_) => groups.last_mut().into_iter().for_each(|group| group.push((index + 1, words.clone()))),
        }
    }
    groups.into_iter().map(|lines| case(&lines)).collect()
}

/// The plan that `09:00 | A 10 | B 20 break` describes.
pub(super) fn plan(text: &str) -> Parsed<Agenda> {
    agenda(NOWHERE, &words(text, 1))
}

/// A script in one line, such as `09:00 start 09:10 next 09:12 skip B`: every command has its time before it.
pub(super) fn script(text: &str, known: &mut Agenda) -> Parsed<Vec<Line>> {
    let words = words(text, 1);
    let goes_on = |before: &Word<'_>, word: &Word<'_>| before.text == "until" || time_of_day(*word).is_err();
    words.chunk_by(goes_on).map(|words| line(1, words, known)).collect()
}

/// The words of a line, without its comment; `|` is a word of its own.
fn words(line: &str, number: usize) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut begun: Option<(usize, usize)> = None;
    let ends = line.char_indices().map(|(at, c)| (at, Some(c))).chain([(line.len(), None)]);
    for (column, (at, c)) in ends.enumerate() {
        let breaks = c.is_none_or(|c| c.is_whitespace() || c == '|');
        if let Some((start, begun_column)) = begun.filter(|_| breaks) {
            let text = line.get(start..at).unwrap_or_default();
            found.push(Word { text, line: number, column: begun_column });
            begun = None;
        }
        match c {
            Some('#') if begun.is_none() => break,
            Some('|') => found.push(Word { text: "|", line: number, column: column + 1 }),
            Some(c) if begun.is_none() && !c.is_whitespace() => begun = Some((at, column + 1)),
            _ => {}
        }
    }
    found
}

fn case(lines: &[(usize, Vec<Word<'_>>)]) -> Parsed<Case> {
    let id = match lines.first().map(|(_, words)| words.as_slice()) {
        Some([Word { text: "case", .. }, id, ..]) => id.text.to_owned(),
        _ => "-".to_owned(),
    };
    body(&id, lines).map_err(|fault| Fault { case: id, ..fault })
}

fn body(id: &str, lines: &[(usize, Vec<Word<'_>>)]) -> Parsed<Case> {
    let mut plan: Option<(Agenda, Agenda)> = None;
    let mut rest = Vec::new();
    for (number, words) in lines {
        match (words.as_slice(), &mut plan) {
            ([Word { text: "case", .. }, _, ..] | [], _) => {}
            ([word @ Word { text: "case", .. }], _) => return word.fault("expected an id after “case”"),
            ([Word { text: "plan", .. }, flags @ ..], None) => {
                let agenda = agenda(*words.first().unwrap_or(&NOWHERE), flags)?;
                plan = Some((agenda.clone(), agenda));
            }
            ([word @ Word { text: "plan", .. }, ..], Some(_)) => return word.fault("a case has one plan"),
            ([word, ..], None) => return word.fault("expected “case” or “plan” here"),
            (words, Some((_, known))) => rest.push(line(*number, words, known)?),
        }
    }
    let last = lines.last().and_then(|(_, words)| words.first()).copied().unwrap_or(NOWHERE);
    match plan {
        Some((plan, known)) => Ok(Case { id: id.to_owned(), plan, known, lines: rest }),
        None => last.fault("the case has no plan"),
    }
}

const NOWHERE: Word<'static> = Word { text: "", line: 0, column: 0 };

fn line(number: usize, words: &[Word<'_>], known: &mut Agenda) -> Parsed<Line> {
    let (time, what) = match words {
        [time, Word { text: "?", .. }, wanted @ ..] => (*time, What::Expect(expectation(*time, wanted, known)?)),
        [time, command, rest @ ..] => (*time, What::Order(order(*command, rest, known)?)),
        [time] => return time.fault("expected a command or “?” after the time"),
        [] => return NOWHERE.fault("expected a time"),
    };
    Ok(Line { number, time: time_of_day(time)?, text_time: time.text.to_owned(), what })
}

fn expectation(near: Word<'_>, words: &[Word<'_>], plan: &Agenda) -> Parsed<Vec<(String, String)>> {
    if words.is_empty() {
        return near.fault("expected field=value after “?”");
    }
    words.iter().map(|word| wanted(*word, plan)).collect()
}

pub(super) fn find(plan: &Agenda, name: &str) -> Option<BlockId> {
    plan.blocks.iter().find(|block| block.title.as_str() == name).map(|block| block.id)
}

/// HH:MM with two digits each; hours above 23 are the following days.
pub(super) fn clock(word: Word<'_>) -> Parsed<ClockTime> {
    match word.text.parse::<ClockTime>() {
        Ok(time) if word.text.contains(':') => Ok(time),
        _ => word.fault(format!("“{}” is not a time; expected HH:MM", echoed(word.text))),
    }
}

/// HH:MM or HH:MM:SS, as seconds after midnight of the first day.
fn time_of_day(word: Word<'_>) -> Parsed<Seconds> {
    let (text, seconds) = match word.text.match_indices(':').nth(1) {
        Some((at, _)) => word.text.split_at(at),
        None => (word.text, ":00"),
    };
    let seconds = seconds.get(1..).filter(|digits| digits.len() == 2).and_then(|digits| digits.parse::<u8>().ok());
    let time = text.parse::<ClockTime>().ok().filter(|_| text.contains(':'));
    match (time, seconds.filter(|seconds| *seconds < 60)) {
        (Some(time), Some(seconds)) => Ok(Seconds::minutes(i64::from(time.minutes())) + Seconds(i64::from(seconds))),
        _ => word.fault(format!("“{}” is not a time; expected HH:MM or HH:MM:SS", echoed(word.text))),
    }
}

pub(super) fn minutes(word: Word<'_>) -> Parsed<u16> {
    match word.text.parse::<u16>() {
        Ok(minutes) if minutes <= MOST_MINUTES => Ok(minutes),
        _ => word.fault(format!("“{}” is not a number of minutes from 0 to {MOST_MINUTES}", echoed(word.text))),
    }
}

/// Whole minutes with a sign, or m:ss.
pub(super) fn length(word: Word<'_>) -> Parsed<Seconds> {
    let (sign, bare) = match word.text.strip_prefix('-') {
        Some(bare) => (-1, bare),
        None => (1, word.text.strip_prefix('+').unwrap_or(word.text)),
    };
    let (minutes, seconds) = bare.split_once(':').unwrap_or((bare, "00"));
    let plain = |digits: &str| !digits.is_empty() && digits.len() < 8 && digits.bytes().all(|b| b.is_ascii_digit());
    match (plain(minutes), plain(seconds) && seconds.len() == 2) {
        (true, true) => {
            let number = |digits: &str| digits.parse::<i64>().unwrap_or(0);
            Ok(Seconds(sign * (number(minutes) * 60 + number(seconds))))
        }
        _ => word.fault(format!("“{}” is not a number of minutes", echoed(word.text))),
    }
}
