//! Measures written with digits: how a run of tokens is cut into numbers, words and marks, and what they are together.

use super::amount::is_one_of;
use super::grammar::{LONGEST, Token};
use super::units::{Unit, unit, unit_at_end};
use super::{ENDLESS, Filter};

/// How many tokens an amount may be written in, beside what stands before it: `1 t 30 min`, `10 - 20 min`.
const MOST_TOKENS: usize = 6;

/// What a number is for the tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    Least,
    Most,
}

/// How much is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Time(u16),
    /// A time with a plus behind it: that much or more.
    Beyond(u16),
    Times(u16, u16),
    People(u16, u16),
}

/// What a measure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    Time,
    People,
}

impl Measure {
    fn heading(self) -> Heading {
        match self {
            Measure::People(..) => Heading::People,
            Measure::Time(_) | Measure::Beyond(_) | Measure::Times(..) => Heading::Time,
        }
    }

    /// What it asks for under a bound; more or fewer than so many people is as many.
    pub fn filter(self, bound: Option<Bound>) -> Filter {
        match (self, bound) {
            (Measure::Time(least), Some(Bound::Least)) | (Measure::Beyond(least), _) => Filter::Minutes(least, ENDLESS),
            (Measure::Time(most), _) => Filter::Minutes(0, most),
            (Measure::Times(least, most), _) => Filter::Minutes(least, most),
            (Measure::People(least, most), _) => Filter::People(least, most),
        }
    }
}

/// The longest run of tokens that is a measure written with a number, and the bound it has in front (`<20 min`).
pub fn written(tokens: &[Token<'_>]) -> Option<(usize, Option<Bound>, Measure)> {
    let is_begun = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || c == '½' || mark(c).is_some());
    if !is_begun(tokens.first()?.text) {
        return None;
    }
    let (mut all, mut best) = (Vec::new(), None);
    for (count, token) in (1..=MOST_TOKENS).zip(tokens).take_while(|(_, token)| token.text.len() <= LONGEST) {
        let before = all.len();
        atoms(token.text.trim_end_matches(['.', ',', ';']), &mut all);
        let has_unit = count == 1 || is_whole(&all, tokens.get(count));
        let is_last = count == tokens.len();
        let (own, rest) = marked(&all);
        best = measured(rest, is_last)
            .filter(|_| has_unit && all.len() > before)
            .map(|measure| (count, own, measure))
            .or(best);
    }
    best
}

/// Whether a measure of more tokens can end with these atoms: with a unit, and in `1 t 30` without one, unless `next` is
/// the unit of the last number.
fn is_whole(atoms: &[Atom<'_>], next: Option<&Token<'_>>) -> bool {
    match atoms {
        [.., Atom::Word(_) | Atom::Mark('+')] => true,
        [Atom::Number(_), Atom::Word(hours), Atom::Number(10..60)] => {
            unit(hours) == Some(Unit::Hours) && next.is_none_or(|next| unit_at_end(next.text, true).is_none())
        }
        _ => false,
    }
}

/// The smallest parts that an amount is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Atom<'a> {
    Number(u16),
    /// `1,5`: so many minutes when it is hours.
    Parts(u16),
    /// `1:30`, in minutes.
    Clock(u16),
    Word(&'a str),
    Mark(char),
}

/// Adds the atoms of `text`. A number with more digits than any amount has is no number.
fn atoms<'a>(text: &'a str, found: &mut Vec<Atom<'a>>) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (atom, after) = if first.is_ascii_digit() { number(rest) } else { other(rest, first) };
        found.push(atom);
        rest = after;
    }
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

fn number(text: &str) -> (Atom<'_>, &str) {
    let (whole, after) = digits(text);
    let Ok(count) = whole.parse::<u16>() else { return (Atom::Word(whole), after) };
    let hours = count.saturating_mul(60);
    let (part, rest) = digits(after.get(1..).filter(|_| after.starts_with([',', '.', ':'])).unwrap_or_default());
    match part.parse::<u16>() {
        Ok(minutes) if after.starts_with(':') && part.len() == 2 && minutes < 60 => {
            (Atom::Clock(hours.saturating_add(minutes)), rest)
        }
        Ok(tenths) if !after.starts_with(':') && part.len() == 1 => {
            (Atom::Parts(hours.saturating_add(tenths * 6)), rest)
        }
        Ok(parts) if !after.starts_with(':') && part.len() == 2 => {
            (Atom::Parts(hours.saturating_add(parts * 6 / 10)), rest)
        }
        _ => (Atom::Number(count), after),
    }
}

fn other(text: &str, first: char) -> (Atom<'_>, &str) {
    let is_letter = |c: char| c.is_alphanumeric() && !c.is_ascii_digit() && c != '½';
    if !is_letter(first) {
        let (mark, after) = text.split_at(first.len_utf8());
        return (if first == '½' { Atom::Word(mark) } else { Atom::Mark(first) }, after);
    }
    let (word, after) = text.split_at(text.find(|c| !is_letter(c)).unwrap_or(text.len()));
    (Atom::Word(word), after)
}

/// What a mark in front of a number says.
pub fn mark(mark: char) -> Option<Bound> {
    match mark {
        '<' | '≤' => Some(Bound::Most),
        '>' | '≥' | '+' => Some(Bound::Least),
        _ => None,
    }
}

/// The mark in front and what it stands before.
fn marked<'a, 'b>(atoms: &'a [Atom<'b>]) -> (Option<Bound>, &'a [Atom<'b>]) {
    match atoms {
        [Atom::Mark(sign), Atom::Mark('='), rest @ ..] | [Atom::Mark(sign), rest @ ..] if mark(*sign).is_some() => {
            (mark(*sign), rest)
        }
        rest => (None, rest),
    }
}

/// What all these atoms are together; where the line ends with them the unit may be begun.
fn measured(atoms: &[Atom<'_>], is_last: bool) -> Option<Measure> {
    let is_hours = |word: &str| unit(word) == Some(Unit::Hours);
    let added = |hours: u16, minutes: u16| Some(Measure::Time(hours.saturating_mul(60).saturating_add(minutes)));
    match *atoms {
        [Atom::Clock(minutes)] if minutes < LONGEST_CLOCK => Some(Measure::Time(minutes)),
        [Atom::Clock(minutes) | Atom::Parts(minutes), Atom::Word(word)] if is_hours(word) => {
            Some(Measure::Time(minutes))
        }
        [Atom::Word("½"), Atom::Word(word)] if is_hours(word) => Some(Measure::Time(30)),
        [Atom::Number(hours), Atom::Word("½"), Atom::Word(word)] if is_hours(word) => added(hours, 30),
        [Atom::Number(hours), Atom::Word(word), Atom::Number(minutes)] if is_hours(word) => added(hours, minutes),
        [Atom::Number(hours), Atom::Word(word), Atom::Number(minutes), Atom::Word(last)]
            if is_hours(word) && unit(last) == Some(Unit::Minutes) =>
        {
            added(hours, minutes)
        }
        [Atom::Number(number), Atom::Mark('+'), Atom::Word(word)]
        | [Atom::Number(number), Atom::Word(word), Atom::Mark('+')] => match unit(word)?.of(number) {
            Measure::Time(minutes) => Some(Measure::Beyond(minutes)),
            other => Some(other),
        },
        [Atom::Number(number), Atom::Mark(mark)] if is_prime(mark) => Some(Measure::Time(number)),
        [Atom::Number(number), Atom::Word(word)] => Some(unit_at_end(word, is_last)?.of(number)),
        [Atom::Number(a), between, Atom::Number(b), Atom::Word(word)] if is_to(between) => {
            Some(unit_at_end(word, is_last)?.between(a.min(b), a.max(b)))
        }
        _ => None,
    }
}

impl Unit {
    fn of(self, number: u16) -> Measure {
        match self {
            Unit::People => Measure::People(number, number),
            Unit::Hours => Measure::Time(number.saturating_mul(60)),
            Unit::Minutes => Measure::Time(number),
        }
    }

    fn between(self, least: u16, most: u16) -> Measure {
        match self {
            Unit::People => Measure::People(least, most),
            Unit::Hours => Measure::Times(least.saturating_mul(60), most.saturating_mul(60)),
            Unit::Minutes => Measure::Times(least, most),
        }
    }
}

/// `20'`: minutes.
fn is_prime(mark: char) -> bool {
    matches!(mark, '\'' | '′' | '’' | '´')
}

fn is_to(atom: Atom<'_>) -> bool {
    match atom {
        Atom::Mark(mark) => matches!(mark, '-' | '–' | '—'),
        Atom::Word(word) => is_one_of(word, &["til", "to", "og", "and"]),
        _ => false,
    }
}

/// So many of what `word` counts: `tjue min` has its number from `spoken`; where the line ends with it, it may be begun.
pub fn counted(number: u16, word: &str, is_last: bool) -> Option<Measure> {
    unit_at_end(word, is_last).filter(|_| word.len() > 1).map(|unit| unit.of(number))
}

/// What `text` counts people or time with no unit of its own, as the heading of a column does: `tid:20`, `antall:40`.
pub fn headed(tokens: &[Token<'_>], heading: Heading) -> Option<(usize, Option<Bound>, Measure)> {
    let whole = written(tokens).filter(|(_, _, measure)| measure.heading() == heading);
    whole.or_else(|| {
        let unit = match heading {
            Heading::Time => "min",
            Heading::People => "pers",
        };
        let with_unit = [*tokens.first()?, Token { text: unit, ..*tokens.first()? }];
        let (count, own, measure) = written(&with_unit)?;
        (count == 2).then_some((1, own, measure))
    })
}

/// A clock with fewer minutes is a length of time also by itself: `1:30`.
const LONGEST_CLOCK: u16 = 5 * 60;
