//! Amounts as people write them: `20 min`, `mer enn 1 t 30 min`, `ca. en halvtime`, `10-20 pers`. What is part of a
//! name (`5 minutter igjen`) is left to be words.

use super::grammar::{LONGEST, Token};
use super::names::Names;
use super::spoken;
use super::{ENDLESS, Filter};
use crate::domain::search::folded;

/// How many tokens an amount may be written in, beside what stands before it: `1 t 30 min`, `10 - 20 min`.
const MOST_TOKENS: usize = 6;

/// How many small words may stand before an amount: `i ca. 20 min`.
const MOST_SMALL: usize = 2;

/// What a number is for the tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Least,
    Most,
}

/// How much is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    Time(u16),
    /// A time with a plus behind it: that much or more.
    Beyond(u16),
    Times(u16, u16),
    People(u16, u16),
}

impl Measure {
    fn filter(self, bound: Option<Bound>) -> Filter {
        match (self, bound) {
            (Measure::Time(least), Some(Bound::Least)) | (Measure::Beyond(least), _) => Filter::Minutes(least, ENDLESS),
            (Measure::Time(most), _) => Filter::Minutes(0, most),
            (Measure::Times(least, most), _) => Filter::Minutes(least, most),
            (Measure::People(least, most), _) => Filter::People(least, most),
        }
    }
}

/// The amount that the first of `tokens` begin, and how many of them belong to it; `before` is the token before them.
pub fn amount(tokens: &[Token<'_>], before: Option<&str>, names: &Names) -> Option<(usize, Filter)> {
    let small = smalls(tokens);
    let (bounding, bound) = bounds(tokens.get(small..)?);
    let lead = small + bounding;
    let lead = lead + smalls(tokens.get(lead..).filter(|_| bounding > 0).unwrap_or_default());
    let rest = tokens.get(lead..)?;
    if let Some((count, minutes)) = spoken::time(rest) {
        let is_said = names.say(before, &text(tokens, lead + count), rest.get(count).map(|next| next.text));
        return (!is_said).then(|| (lead + count, Measure::Time(minutes).filter(bound)));
    }
    let (count, own, measure) = written(rest)?;
    let is_begun = || rest.get(count - 1).is_some_and(|last| !is_unit(last.text));
    let phrase = folded(&text(rest, count));
    let is_name = lead == 0 && own.is_none() && (names.begin_with(&phrase) || (names.go_on(&phrase) && is_begun()));
    (!is_name).then(|| (lead + count, measure.filter(bound.or(own))))
}

fn text(tokens: &[Token<'_>], count: usize) -> String {
    tokens.iter().take(count).map(|token| token.text).collect::<Vec<_>>().join(" ")
}

/// How many of the first tokens are words that say nothing before an amount: `ca. 20 min`, `for 40 personer`.
fn smalls(tokens: &[Token<'_>]) -> usize {
    let is_small = |token: &&Token<'_>| is_one_of(token.text.trim_end_matches('.'), &SMALL);
    tokens.iter().take(MOST_SMALL).take_while(is_small).count()
}

/// How many of the first tokens say that more or less will do, and which of the two.
fn bounds(tokens: &[Token<'_>]) -> (usize, Option<Bound>) {
    let count = |phrases: &[&str]| phrases.iter().find_map(|phrase| spoken::phrase(tokens, phrase));
    if let Some(count) = count(&MOST) {
        return (count, Some(Bound::Most));
    }
    count(&LEAST).map_or((0, None), |count| (count, Some(Bound::Least)))
}

/// Whether `text` is one of these words, which are written in small letters without accents.
pub fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.chars().map(plain).eq(word.chars()))
}

fn plain(letter: char) -> char {
    match letter {
        'å' | 'Å' => 'a',
        'ø' | 'Ø' => 'o',
        'æ' | 'Æ' | 'é' => 'e',
        other => other.to_ascii_lowercase(),
    }
}

/// The longest run of tokens that is a measure written with a number, and the bound it has in front (`<20 min`).
fn written(tokens: &[Token<'_>]) -> Option<(usize, Option<Bound>, Measure)> {
    let is_begun = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || c == '½' || mark(c).is_some());
    if !is_begun(tokens.first()?.text) {
        return None;
    }
    let (mut all, mut best) = (Vec::new(), None);
    for (count, token) in (1..=MOST_TOKENS).zip(tokens).take_while(|(_, token)| token.text.len() <= LONGEST) {
        atoms(token.text.trim_end_matches(['.', ',', ';']), &mut all);
        let has_unit = count == 1 || matches!(all.last(), Some(Atom::Word(_)));
        let is_last = count == tokens.len();
        let (own, rest) = marked(&all);
        best = measured(rest, is_last).filter(|_| has_unit).map(|measure| (count, own, measure)).or(best);
    }
    best
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

fn mark(mark: char) -> Option<Bound> {
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

/// What a number can count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Minutes,
    Hours,
    People,
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
        [Atom::Number(number), Atom::Mark('+'), Atom::Word(word)] => match unit(word)?.of(number, number) {
            Measure::Time(minutes) => Some(Measure::Beyond(minutes)),
            other => Some(other),
        },
        [Atom::Number(number), Atom::Word(word)] => Some(unit_at_end(word, is_last)?.of(number, number)),
        [Atom::Number(a), between, Atom::Number(b), Atom::Word(word)] if is_to(between) => {
            Some(unit_at_end(word, is_last)?.of(a.min(b), a.max(b)))
        }
        _ => None,
    }
}

impl Unit {
    fn of(self, least: u16, most: u16) -> Measure {
        match self {
            Unit::People => Measure::People(least, most),
            Unit::Hours => Unit::Minutes.of(least.saturating_mul(60), most.saturating_mul(60)),
            Unit::Minutes if least == most => Measure::Time(most),
            Unit::Minutes => Measure::Times(least, most),
        }
    }
}

fn is_to(atom: Atom<'_>) -> bool {
    match atom {
        Atom::Mark(mark) => matches!(mark, '-' | '–' | '—'),
        Atom::Word(word) => is_one_of(word, &["til", "to", "og", "and"]),
        _ => false,
    }
}

fn unit(text: &str) -> Option<Unit> {
    UNITS.iter().find(|(_, words)| is_one_of(text, words)).map(|(unit, _)| *unit)
}

/// The unit, also when only so much of it is there that it can hardly be anything else.
fn unit_at_end(text: &str, is_last: bool) -> Option<Unit> {
    let is_begun = |word: &&str| word.get(..text.len()).is_some_and(|start| start.eq_ignore_ascii_case(text));
    let begun = || UNITS.iter().find(|(_, words)| words.iter().any(|word| is_begun(&word))).map(|(unit, _)| *unit);
    unit(text).or_else(|| begun().filter(|_| is_last && text.len() >= LEAST_BEGUN))
}

/// Whether `text` is a whole unit.
#[must_use]
pub fn is_unit(text: &str) -> bool {
    text.len() > 1 && unit(text).is_some()
}

/// Where an amount begins that ends `words` and lacks its unit: `20`, `mer enn 10-20`.
#[must_use]
pub fn without_unit(words: &str) -> Option<usize> {
    let last = words.split_whitespace().next_back()?;
    let is_number = |part: &str| (1..=MOST_DIGITS).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let number = last.strip_prefix(|c| mark(c).is_some()).unwrap_or(last);
    let (first, second) = number.split_once(['-', '–']).unwrap_or((number, "1"));
    if !is_number(first) || !is_number(second) {
        return None;
    }
    let tokens = super::grammar::tokens(words);
    let number = tokens.len() - 1;
    let leads = |from: usize| {
        let lead = tokens.get(from..number).unwrap_or_default();
        let bounding = bounds(lead).0;
        bounding + smalls(lead.get(bounding..).unwrap_or_default()) == lead.len()
    };
    let begin = (number.saturating_sub(MOST_SMALL + 1)..=number).find(|from| leads(*from))?;
    tokens.get(begin).map(|token| token.at)
}

/// A clock with fewer minutes is a length of time also by itself: `1:30`.
const LONGEST_CLOCK: u16 = 5 * 60;
/// From so many letters on the beginning of a unit stands for it.
const LEAST_BEGUN: usize = 2;
/// The longest number that can become an amount.
const MOST_DIGITS: usize = 4;

const UNITS: [(Unit, &[&str]); 3] = [
    (Unit::Minutes, &["min", "mins", "minutt", "minutter", "minute", "minutes", "m"]),
    (Unit::Hours, &["t", "time", "timer", "timar", "h", "hr", "hrs", "hour", "hours"]),
    (
        Unit::People,
        &[
            "pers",
            "p",
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
            "stk",
            "stykk",
            "stykke",
            "stykker",
        ],
    ),
];

const MOST: [&str; 21] = [
    "maks",
    "max",
    "hoyst",
    "hogst",
    "under",
    "inntil",
    "opptil",
    "innen",
    "within",
    "opp til",
    "mindre enn",
    "kortere enn",
    "kortare enn",
    "ferre enn",
    "less than",
    "shorter than",
    "fewer than",
    "at most",
    "up to",
    "no more than",
    "ikke mer enn",
];
const LEAST: [&str; 16] = [
    "minst",
    "over",
    "minimum",
    "min",
    "fra",
    "from",
    "mer enn",
    "meir enn",
    "lengre enn",
    "lenger enn",
    "lengere enn",
    "flere enn",
    "fleire enn",
    "more than",
    "longer than",
    "at least",
];
/// What people say before an amount without meaning more or less by it.
const SMALL: [&str; 23] = [
    "ca",
    "cirka",
    "circa",
    "omtrent",
    "omlag",
    "rundt",
    "kring",
    "pa",
    "i",
    "for",
    "til",
    "med",
    "with",
    "about",
    "around",
    "roughly",
    "approximately",
    "in",
    "bare",
    "berre",
    "only",
    "mellom",
    "between",
];
