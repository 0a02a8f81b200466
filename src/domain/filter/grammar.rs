//! How a line is read: piece by piece, what is a word, what is a filter, and what only looks like one.

use super::amount::{amount, is_one_of, is_too_large, under};
use super::measure::Heading;
use super::names::Names;
use super::units::is_unit;
use super::values::{Facet, facet, near_facet, resolve, tag};
use super::{Filter, Unclear};
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
pub const LONGEST: usize = 80;

/// The pieces of `line`, in order.
#[must_use]
pub fn pieces(line: &str, names: &Names) -> Vec<Piece> {
    let tokens = tokens(line);
    let (mut found, mut at, mut taken) = (Vec::new(), 0, 0);
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before)).map(|token| token.text);
        let (count, sense) = if taken < MOST_FILTERS { sense(rest, before, names) } else { (1, Sense::Word) };
        taken += usize::from(sense != Sense::Word);
        let (first, last) = (rest.first(), rest.get(count - 1));
        let span = first.zip(last).map_or(0..0, |(first, last)| first.at..last.at + last.text.len());
        found.push(Piece { at: span, sense });
        at += count;
    }
    found
}

/// A run of the line without white space.
#[derive(Debug, Clone, Copy)]
pub struct Token<'a> {
    /// Where it begins, in bytes.
    pub at: usize,
    pub text: &'a str,
}

/// The tokens of `line`, in order; a comma parts what comes before it from a filter (`20 min,40 pers`).
pub fn tokens(line: &str) -> Vec<Token<'_>> {
    let begin = |text: &str| text.as_ptr() as usize - line.as_ptr() as usize;
    line.split_whitespace().flat_map(parted).map(|text| Token { at: begin(text), text }).collect()
}

/// `text` cut behind the commas that stand between a letter and what begins a filter.
fn parted(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let is_cut = |(at, _): &(usize, &str)| {
            let begins = |c: char| c.is_ascii_digit() || matches!(c, '#' | '<' | '>' | '-');
            let is_behind = text.get(..*at).is_some_and(|head| head.ends_with(char::is_alphabetic));
            is_behind && text.get(at + 1..).is_some_and(|tail| tail.starts_with(begins))
        };
        let (part, after) = match text.match_indices([',', ';']).find(is_cut) {
            Some((at, _)) => text.split_at(at + 1),
            None => (text, ""),
        };
        rest = Some(after).filter(|after| !after.is_empty());
        Some(part)
    })
}

/// What the first tokens mean, and how many of them belong to it.
fn sense(tokens: &[Token<'_>], before: Option<&str>, names: &Names) -> (usize, Sense) {
    let Some((first, rest)) = tokens.split_first().filter(|(first, _)| first.text.len() <= LONGEST) else {
        return (1, Sense::Word);
    };
    amount(tokens, before, names)
        .map(|(count, filter)| (count, Sense::Filter(filter)))
        .or_else(|| keyed(first.text, rest))
        .or_else(|| headed(tokens))
        .or_else(|| too_large(tokens))
        .or_else(|| tagged(first.text).map(|sense| (1, sense)))
        .or_else(|| without_dash(first.text).and_then(|text| dashed(text, tokens, names)))
        .or_else(|| (is_begun(first.text) && rest.is_empty()).then_some((1, Sense::Unclear(Unclear::Amount))))
        .unwrap_or((1, Sense::Word))
}

/// What begins with a dash, and `text` after it.
fn dashed(text: &str, tokens: &[Token<'_>], names: &Names) -> Option<(usize, Sense)> {
    let (first, rest) = tokens.split_first()?;
    if text.is_empty() {
        return apart(first.text, rest);
    }
    reversed(text, rest)
        .or_else(|| not_an_amount(Token { text, ..*first }, rest, names))
        .or_else(|| quoted(text, rest))
        .or_else(|| excluded(text).map(|filter| (1, Sense::Filter(filter))))
}

/// A dash by itself: nothing yet, or one that stands apart from a word.
fn apart(dash: &str, rest: &[Token<'_>]) -> Option<(usize, Sense)> {
    let Some(next) = rest.first() else { return Some((1, Sense::Unclear(Unclear::Dash))) };
    let is_word = next.text.chars().all(char::is_alphabetic) && next.text.len() <= LONGEST;
    (is_word && dash != "–").then(|| (1, Sense::Unclear(Unclear::Apart(next.text.to_owned()))))
}

/// `-20 min`, `-40 pers`: an amount has no opposite that everybody reads alike.
fn not_an_amount(first: Token<'_>, rest: &[Token<'_>], names: &Names) -> Option<(usize, Sense)> {
    if !first.text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let tokens: Vec<_> = std::iter::once(first).chain(rest.iter().copied()).take(MOST_DASHED).collect();
    let (count, filter) = amount(&tokens, None, names)?;
    Some((count, Sense::Unclear(Unclear::Negated(filter))))
}

/// How many tokens are read behind a dash as an amount.
const MOST_DASHED: usize = 8;

/// `-"åpent rom"`; to the end of the line while the mark that closes it is not there yet.
fn quoted(text: &str, rest: &[Token<'_>]) -> Option<(usize, Sense)> {
    if !text.starts_with(QUOTES) {
        return None;
    }
    let parts = || std::iter::once(text).chain(rest.iter().map(|token| token.text)).take(MOST_QUOTED);
    let is_closed = |(at, part): (usize, &str)| part.ends_with(QUOTES) && (at > 0 || part.chars().count() > 1);
    let count = parts().enumerate().position(is_closed).map_or(parts().count(), |last| last + 1);
    let phrase = parts().take(count).collect::<Vec<_>>().join(" ");
    let phrase = phrase.trim_matches(|c: char| !c.is_alphanumeric());
    let filter = Filter::Without(phrase.to_owned());
    Some((count, if phrase.is_empty() { Sense::Unclear(Unclear::Dash) } else { Sense::Filter(filter) }))
}

/// How many words can stand between quotation marks.
const MOST_QUOTED: usize = 8;
const QUOTES: [char; 8] = ['"', '«', '»', '“', '”', '„', '\'', '’'];

/// `key:value`; the value may have more words when it is a name that has them (`form:i rommet`), and stand apart when
/// it can be nothing else.
fn keyed(token: &str, rest: &[Token<'_>]) -> Option<(usize, Sense)> {
    let (key, value) = token.split_once(':').filter(|(key, _)| key.chars().all(char::is_alphabetic))?;
    let value = value.trim_end_matches([',', ';']);
    let Some(facet) = facet(key) else {
        let meant = resolve(near_facet(key)?, value);
        return meant.first().filter(|_| meant.len() == 1).map(|one| (1, Sense::Filter(one.filter.clone())));
    };
    let is_named = |text: &str| resolve(facet, text).into_iter().find(|one| one.is_called(text));
    let whole = |count: usize| {
        let is_part = |token: &Token<'_>| token.text.len() <= LONGEST && token.text.chars().all(char::is_alphabetic);
        let more = rest.get(..count).filter(|more| more.iter().all(is_part))?.iter().map(|token| token.text);
        let one = is_named(&std::iter::once(value).chain(more).collect::<String>())?;
        Some((count + 1, Sense::Filter(one.filter.clone())))
    };
    if let Some(found) = (1..=MOST_MORE).rev().find_map(whole) {
        return Some(found);
    }
    if value.is_empty() {
        let meant = rest.first().map(|next| resolve(facet, next.text)).unwrap_or_default();
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

/// `tid:20`, `antall:40 pers`, `min:20`: what the panel has as a heading, or the unit in front.
fn headed(tokens: &[Token<'_>]) -> Option<(usize, Sense)> {
    let (first, rest) = tokens.split_first()?;
    let (key, value) = first.text.split_once(':')?;
    let heading = if is_one_of(key, &TIME) {
        Heading::Time
    } else if is_one_of(key, &GROUP) {
        Heading::People
    } else {
        return None;
    };
    let value = Token { text: value, ..*first };
    let told = std::iter::once(value).filter(|value| !value.text.is_empty()).chain(rest.iter().copied());
    let told: Vec<Token<'_>> = told.take(MOST_DASHED).collect();
    let beside = usize::from(value.text.is_empty());
    let facet = if heading == Heading::Time { Facet::Minutes } else { Facet::People };
    Some(match under(heading, &told) {
        Some((count, filter)) => (count + beside, Sense::Filter(filter)),
        None if value.text.is_empty() => (1, Sense::Unclear(Unclear::Open(facet))),
        None => (1, Sense::Unclear(Unclear::Unknown(facet, value.text.to_owned()))),
    })
}

/// What stands before the colon of a time, and of a number of people; without accents.
const TIME: [&str; 9] = ["tid", "time", "min", "minutt", "minutter", "minutes", "minuttar", "lengde", "lengd"];
const GROUP: [&str; 10] =
    ["antall", "pers", "personer", "personar", "people", "folk", "deltakere", "deltakarar", "size", "gruppe"];

/// `99999999999 min`
fn too_large(tokens: &[Token<'_>]) -> Option<(usize, Sense)> {
    let [number, unit, ..] = tokens else { return None };
    let is_amount = is_too_large(number.text) && is_unit(unit.text.trim_end_matches(['.', ',', ';']));
    is_amount.then(|| (2, Sense::Unclear(Unclear::TooLarge(number.text.to_owned()))))
}

/// How many words more than one the name of a value can have: `hver for seg`.
const MOST_MORE: usize = 3;

/// `#favoritt`, `#nå`; a `#` before anything but a letter is no tag.
fn tagged(token: &str) -> Option<Sense> {
    let text = token.strip_prefix('#')?;
    if !text.is_empty() && !text.starts_with(char::is_alphabetic) {
        return None;
    }
    Some(tag(text).map_or_else(|| Sense::Unclear(Unclear::Tag(text.to_owned())), Sense::Filter))
}

/// `-trinn:oppstart`, `-#favoritt`: what would else be asked for is left out.
fn reversed(text: &str, rest: &[Token<'_>]) -> Option<(usize, Sense)> {
    let (count, sense) = keyed(text, rest).or_else(|| tagged(text).map(|sense| (1, sense)))?;
    match sense {
        Sense::Filter(Filter::Now) => Some((count, Sense::Unclear(Unclear::Negated(Filter::Now)))),
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
fn excluded(text: &str) -> Option<Filter> {
    let word = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    (word.starts_with(char::is_alphanumeric) && !folded(word).is_empty()).then(|| Filter::Without(word.to_owned()))
}
