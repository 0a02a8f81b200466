//! How a line is read: piece by piece, what is a word, what is a filter, and what only looks like one.

use super::names::Names;
use super::values::{facet, resolve, tag};
use super::{ENDLESS, Filter, Unclear};
use crate::domain::search::folded;
use std::ops::Range;

/// Some neighbouring tokens of a line that mean one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    pub sense: Sense,
}

/// What a piece means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sense {
    Word,
    Filter(Filter),
    Unclear(Unclear),
}

/// How many filters one line can have; what comes after them is words.
const MOST_FILTERS: usize = 24;

/// The longest token that can be a filter, in bytes.
const LONGEST: usize = 80;

/// The pieces of `line`, in order.
#[must_use]
pub fn pieces(line: &str, names: &Names) -> Vec<Piece> {
    let tokens = tokens(line);
    let (mut found, mut at, mut taken) = (Vec::new(), 0, 0);
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        let (count, sense) = if taken < MOST_FILTERS { sense(rest, names) } else { (1, Sense::Word) };
        taken += usize::from(sense != Sense::Word);
        let (first, last) = (rest.first(), rest.get(count - 1));
        let span = first.zip(last).map_or(0..0, |(first, last)| first.at..last.at + last.text.len());
        found.push(Piece { at: span, sense });
        at += count;
    }
    found
}

/// A run of the line without white space.
struct Token<'a> {
    at: usize,
    text: &'a str,
}

fn tokens(line: &str) -> Vec<Token<'_>> {
    let begin = |text: &str| text.as_ptr() as usize - line.as_ptr() as usize;
    line.split_whitespace().map(|text| Token { at: begin(text), text }).collect()
}

/// What the first tokens mean, and how many of them belong to it.
fn sense(tokens: &[Token<'_>], names: &Names) -> (usize, Sense) {
    let Some(first) = tokens.first().filter(|first| first.text.len() <= LONGEST) else { return (1, Sense::Word) };
    amount(tokens, names)
        .or_else(|| reversed(first.text, tokens.get(1).map(|next| next.text)))
        .or_else(|| keyed(first.text, tokens.get(1).map(|next| next.text)))
        .or_else(|| tagged(first.text).map(|sense| (1, sense)))
        .or_else(|| (first.text == "-" && tokens.len() == 1).then_some((1, Sense::Unclear(Unclear::Dash))))
        .or_else(|| (is_begun(first.text) && tokens.len() == 1).then_some((1, Sense::Unclear(Unclear::Amount))))
        .or_else(|| excluded(first.text).map(|filter| (1, Sense::Filter(filter))))
        .unwrap_or((1, Sense::Word))
}

/// `key:value`, also with a space after the colon when the next token can be nothing else.
fn keyed(token: &str, next: Option<&str>) -> Option<(usize, Sense)> {
    let (key, value) = token.split_once(':').filter(|(key, _)| key.chars().all(char::is_alphabetic))?;
    let facet = facet(key)?;
    let value = value.trim_end_matches([',', ';']);
    if value.is_empty() {
        let meant = next.map(|next| resolve(facet, next)).unwrap_or_default();
        return Some(match meant.as_slice() {
            [one] => (2, Sense::Filter(one.filter.clone())),
            _ => (1, Sense::Unclear(Unclear::Open(facet))),
        });
    }
    let sense = match resolve(facet, value).as_slice() {
        [one] => Sense::Filter(one.filter.clone()),
        [] => Sense::Unclear(Unclear::Unknown(facet, value.to_owned())),
        _ => Sense::Unclear(Unclear::Several(facet, value.to_owned())),
    };
    Some((1, sense))
}

/// `#favoritt`, `#nå`; a `#` before anything but a letter is no tag.
fn tagged(token: &str) -> Option<Sense> {
    let text = token.strip_prefix('#')?;
    if !text.is_empty() && !text.starts_with(char::is_alphabetic) {
        return None;
    }
    Some(tag(text).map_or_else(|| Sense::Unclear(Unclear::Tag(text.to_owned())), Sense::Filter))
}

/// `-trinn:oppstart`, `-#favoritt`: what would else be asked for is left out.
fn reversed(token: &str, next: Option<&str>) -> Option<(usize, Sense)> {
    let text = without_dash(token)?;
    let (count, sense) = keyed(text, next).or_else(|| tagged(text).map(|sense| (1, sense)))?;
    match sense {
        Sense::Filter(Filter::Now) => None,
        Sense::Filter(filter) => Some((count, Sense::Filter(Filter::Not(Box::new(filter))))),
        other => Some((count, other)),
    }
}

fn without_dash(token: &str) -> Option<&str> {
    token.strip_prefix(DASHES)
}

/// What people write in front of what they do not want.
pub const DASHES: [char; 3] = ['-', '–', '−'];

/// `20-` on the way to `20-30 min`.
fn is_begun(token: &str) -> bool {
    let number = token.strip_suffix(['-', '–']).unwrap_or_default();
    (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// `-ord`.
fn excluded(token: &str) -> Option<Filter> {
    let word = without_dash(token)?.trim_end_matches(|c: char| !c.is_alphanumeric());
    (word.starts_with(char::is_alphanumeric) && !folded(word).is_empty()).then(|| Filter::Without(word.to_owned()))
}

/// The smallest parts that an amount is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Atom<'a> {
    Number(u16),
    Word(&'a str),
    Mark(char),
}

/// The atoms of `text`.
fn atoms(text: &str) -> Vec<Atom<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_same = |c: char| c.is_ascii_digit() == first.is_ascii_digit() && c.is_alphanumeric();
        let end = match first {
            letter if letter.is_alphanumeric() => rest.find(|c| !is_same(c)).unwrap_or(rest.len()),
            mark => mark.len_utf8(),
        };
        let (run, after) = rest.split_at(end);
        found.push(match first {
            digit if digit.is_ascii_digit() => Atom::Number(run.parse().unwrap_or(u16::MAX)),
            letter if letter.is_alphanumeric() => Atom::Word(run),
            mark => Atom::Mark(mark),
        });
        rest = after;
    }
    found
}

/// How many tokens an amount may be written in: `mer enn 1 t 30 min`, `10 - 20 min`.
const MOST_TOKENS: usize = 6;

/// `20 min`, `10-20 min`, `<20min`, `-20 min` (a range that begins nowhere), `1 t 30 min`, `40 pers`: the longest run of tokens that is an amount. What a name
/// begins with stays words (`5 minutter igjen`).
fn amount(tokens: &[Token<'_>], names: &Names) -> Option<(usize, Sense)> {
    let starts = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || bound(&c.to_string()).is_some());
    let first = tokens.first()?.text;
    let is_dash = without_dash(first) == Some("");
    let two = || tokens.get(1).is_some_and(|second| bound(&format!("{first} {}", second.text)).is_some());
    if is_dash || !(starts(first) || bound(first).is_some() || two()) {
        return None;
    }
    let (mut all, mut best) = (Vec::new(), None);
    for (count, token) in (1..=MOST_TOKENS).zip(tokens).take_while(|(_, token)| token.text.len() <= LONGEST) {
        all.extend(atoms(token.text.trim_end_matches(['.', ',', ';'])));
        let has_unit = count == 1 || matches!(all.last(), Some(Atom::Word(_)));
        best = measured(&all).filter(|_| has_unit).map(|filter| (count, filter)).or(best);
    }
    let (count, filter) = best?;
    let text = tokens.iter().take(count).map(|token| token.text).collect::<Vec<_>>().join(" ");
    (!names.begin_with(&folded(&text))).then_some((count, Sense::Filter(filter)))
}

/// What a number is for the tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Least,
    Most,
}

fn bound(text: &str) -> Option<Bound> {
    match folded(text).as_str() {
        "maks" | "max" | "hoyst" | "hogst" | "under" | "inntil" | "opptil" | "innen" | "within" | "opp til"
        | "mindre enn" | "kortere enn" | "kortare enn" | "less than" | "at most" | "up to" => Some(Bound::Most),
        "minst" | "over" | "minimum" | "mer enn" | "meir enn" | "lengre enn" | "more than" | "at least" => {
            Some(Bound::Least)
        }
        _ => match text {
            "<" | "≤" | "-" | "–" | "−" => Some(Bound::Most),
            ">" | "≥" => Some(Bound::Least),
            _ => None,
        },
    }
}

/// The filter that all these atoms make together.
fn measured(atoms: &[Atom<'_>]) -> Option<Filter> {
    let (bound, rest) = match atoms {
        [Atom::Word(first), Atom::Word(second), rest @ ..] => (Some(bound(&format!("{first} {second}"))?), rest),
        [Atom::Word(word), rest @ ..] => (Some(bound(word)?), rest),
        [Atom::Mark(mark), Atom::Mark('='), rest @ ..] | [Atom::Mark(mark), rest @ ..] => {
            (Some(bound(&mark.to_string())?), rest)
        }
        rest => (None, rest),
    };
    if let Some(minutes) = minutes(rest) {
        return Some(match bound {
            Some(Bound::Least) => Filter::Minutes(minutes, ENDLESS),
            _ => Filter::Minutes(0, minutes),
        });
    }
    let (least, most, unit) = match rest {
        [Atom::Number(number), Atom::Word(unit)] => (*number, *number, unit),
        [Atom::Number(a), Atom::Mark('-' | '–' | '—'), Atom::Number(b), Atom::Word(unit)] => {
            (*a.min(b), *a.max(b), unit)
        }
        [Atom::Number(a), Atom::Word("til" | "to"), Atom::Number(b), Atom::Word(unit)] => (*a.min(b), *a.max(b), unit),
        _ => return None,
    };
    match unit.to_lowercase().as_str() {
        unit if PEOPLE.contains(&unit) => Some(Filter::People(least, most)),
        unit if MINUTES.contains(&unit) => Some(Filter::Minutes(least, most)),
        unit if HOURS.contains(&unit) => Some(Filter::Minutes(least.saturating_mul(60), most.saturating_mul(60))),
        _ => None,
    }
}

/// A length of time: `20 min`, `2 timer`, `1t30`, `1 t 30 min`.
fn minutes(atoms: &[Atom<'_>]) -> Option<u16> {
    let is = |unit: &str, units: &[&str]| units.contains(&unit.to_lowercase().as_str());
    match atoms {
        [Atom::Number(number), Atom::Word(unit)] if is(unit, &MINUTES) => Some(*number),
        [Atom::Number(hours), Atom::Word(unit)] if is(unit, &HOURS) => Some(hours.saturating_mul(60)),
        [Atom::Number(hours), Atom::Word(unit), Atom::Number(number), rest @ ..] if is(unit, &HOURS) => {
            let is_whole = match rest {
                [] => true,
                [Atom::Word(unit)] => is(unit, &MINUTES),
                _ => false,
            };
            is_whole.then(|| hours.saturating_mul(60).saturating_add(*number))
        }
        _ => None,
    }
}

const MINUTES: [&str; 6] = ["min", "mins", "minutt", "minutter", "minute", "minutes"];
const HOURS: [&str; 9] = ["t", "time", "timer", "timar", "h", "hr", "hrs", "hour", "hours"];
const PEOPLE: [&str; 16] = [
    "pers",
    "person",
    "persons",
    "personer",
    "personar",
    "deltaker",
    "deltakere",
    "deltakar",
    "deltakarar",
    "folk",
    "menneske",
    "mennesker",
    "people",
    "participant",
    "participants",
    "ppl",
];
