//! Amounts as people write them: `20 min`, `mer enn 1 t 30 min`, `ca. en halvtime`, `10-20 pers`. What is part of a
//! name (`5 minutter igjen`) is left to be words.

use super::Filter;
use super::grammar::Token;
use super::measure::{Bound, Heading, Measure, counted, headed, mark, written};
use super::names::Names;
use super::spoken;
use super::units::{is_right, may_become};
use crate::domain::search::folded;

/// How many small words may stand before an amount: `i ca. 20 min`.
const MOST_SMALL: usize = 2;

/// The amount that the first of `tokens` begin, and how many of them belong to it; `before` is the token before them.
pub fn amount(tokens: &[Token<'_>], before: Option<&str>, names: &Names) -> Option<(usize, Filter)> {
    let small = smalls(tokens);
    let (bounding, bound) = bounds(tokens.get(small..)?);
    let lead = small + bounding;
    let lead = lead + smalls(tokens.get(lead..).filter(|_| bounding > 0).unwrap_or_default());
    let rest = tokens.get(lead..)?;
    if let Some((count, minutes)) = spoken::time(rest) {
        let is_said = names.say(before, &text(tokens, lead + count), rest.get(count..).unwrap_or_default());
        return (!is_said).then(|| (lead + count, Measure::Time(minutes).filter(bound)));
    }
    if let Some((count, measure)) = in_words(rest) {
        let said = text(tokens, lead + count);
        let is_begun = || before.is_none() && rest.len() == count && names.say_first(&said);
        let is_said = is_begun() || names.say(before, &said, rest.get(count..).unwrap_or_default());
        return (!is_said).then(|| (lead + count, measure.filter(bound)));
    }
    if let Some(begun) = spoken::group(tokens) {
        let (count, own, measure) = headed(tokens.get(begun..)?, Heading::People)?;
        return Some((begun + count, measure.filter(own)));
    }
    let (count, own, measure) = written(rest)?;
    let is_begun = || rest.get(count - 1).is_some_and(|last| !is_right(last.text));
    let phrase = folded(&text(rest, count));
    let is_name = lead == 0 && own.is_none() && (names.begin_with(&phrase) || (names.go_on(&phrase) && is_begun()));
    (!is_name).then(|| (lead + count, measure.filter(bound.or(own))))
}

/// A number in a word with its unit: `tjue minutter`, `førti personer`.
fn in_words(tokens: &[Token<'_>]) -> Option<(usize, Measure)> {
    let [number, unit, rest @ ..] = tokens else { return None };
    let number = spoken::number(number.text)?;
    counted(number, unit.text.trim_end_matches(['.', ',', ';']), rest.is_empty()).map(|measure| (2, measure))
}

/// What a heading asks for, with `tokens` behind its colon: `tid:20`, `antall:40 personer`.
pub fn under(heading: Heading, tokens: &[Token<'_>]) -> Option<(usize, Filter)> {
    let (bounding, bound) = bounds(tokens);
    let (count, own, measure) = headed(tokens.get(bounding..)?, heading)?;
    Some((bounding + count, measure.filter(bound.or(own))))
}

/// Whether `number` is one, and larger than any amount.
pub fn is_too_large(number: &str) -> bool {
    number.len() > MOST_DIGITS && number.bytes().all(|byte| byte.is_ascii_digit()) && number.parse::<u16>().is_err()
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
    let first = text.chars().next().map(plain);
    let begins_so = |word: &&&str| word.chars().next() == first;
    words.iter().filter(begins_so).any(|word| text.chars().map(plain).eq(word.chars()))
}

/// A letter as the words here are written.
pub fn plain(letter: char) -> char {
    match letter {
        'å' | 'Å' => 'a',
        'ø' | 'Ø' => 'o',
        'æ' | 'Æ' | 'é' => 'e',
        other => other.to_ascii_lowercase(),
    }
}

/// Whether `text` counts something, and its unit is still to come: `20`, `10-20`, `>20`.
pub fn is_count(text: &str) -> bool {
    let is_number = |part: &str| (1..=MOST_DIGITS).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let number = text.strip_prefix(|c| mark(c).is_some()).unwrap_or(text);
    let (first, second) = number.split_once(['-', '–']).unwrap_or((number, "1"));
    is_number(first) && is_number(second)
}

/// Where an amount begins that ends `words` and lacks its unit, or has so little of it that it may become something else:
/// `20`, `mer enn 10-20`, `20 e`.
#[must_use]
pub fn without_unit(words: &str) -> Option<usize> {
    let mut last = words.split_whitespace().rev();
    let behind = match (last.next()?, last.next()) {
        (last, _) if is_count(last) => 0,
        (last, Some(before)) if is_count(before) && may_become(last).is_some() => 1,
        _ => return None,
    };
    let tokens = super::grammar::tokens(words);
    let number = tokens.len().checked_sub(1 + behind)?;
    let leads = |from: usize| {
        let lead = tokens.get(from..number).unwrap_or_default();
        let bounding = bounds(lead).0;
        bounding + smalls(lead.get(bounding..).unwrap_or_default()) == lead.len()
    };
    let begin = (number.saturating_sub(MOST_SMALL + 1)..=number).find(|from| leads(*from))?;
    tokens.get(begin).map(|token| token.at)
}

/// The longest number that can become an amount.
const MOST_DIGITS: usize = 4;

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
