//! What the last word of a line may become: while it is the beginning of a filter, the filters that begin so.

use super::amount::is_one_of;
use super::grammar::DASHES;
use super::measure::is_unit;
use super::values::{FAVOURITE, Facet, KEYED, NOW, Value, facet, resolve, squeezed, values};
use super::{Filter, Names, Wish};
use crate::domain::text::{Lang, Words, words};

/// A filter that the line can go on to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The whole line with the filter in it, ready for the next word.
    pub line: String,
    /// What stands for the last word then.
    pub token: String,
}

/// From this many letters on a word may be the beginning of `trinn:`.
const LEAST: usize = 2;

/// What the last word of `line` may become, likeliest first.
#[must_use]
pub fn completions(line: &str, names: &Names, lang: Lang) -> Vec<Completion> {
    let Some(last) = line.split(char::is_whitespace).next_back().filter(|last| !last.is_empty()) else {
        return Vec::new();
    };
    let last = last.strip_prefix(DASHES).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(last);
    let head = line.strip_suffix(last).unwrap_or_default();
    let mut tokens = if let Some(text) = last.strip_prefix('#') {
        tags(text, lang)
    } else if let Some((key, value)) = last.split_once(':') {
        of_facet(key, value, lang)
    } else if last.starts_with(|c: char| c.is_ascii_digit()) {
        amounts(last, lang)
    } else {
        units(head, last, lang).into_iter().chain(keys(last, lang)).chain(named(last, lang)).collect()
    };
    tokens.retain(|token| token != last && !is_whole(line, token, names));
    let whole = |token: String| {
        let space = if token.ends_with(':') { "" } else { " " };
        Completion { line: format!("{head}{token}{space}"), token }
    };
    tokens.into_iter().map(whole).collect()
}

/// Whether `line` ends in an amount that cannot become longer: `20 min`.
fn is_whole(line: &str, token: &str, names: &Names) -> bool {
    let is_amount = |filters: &[Filter]| matches!(filters.last(), Some(Filter::Minutes(..) | Filter::People(..)));
    let is_for_numbers = !token.contains([':', '#', ' ']);
    is_for_numbers
        && line.split_whitespace().next_back().is_some_and(is_unit)
        && is_amount(&Wish::read(line, names).filters)
}

/// Whether a name begins so; `text` is squeezed.
fn begins(name: &str, text: &str) -> bool {
    let (first, other) = (name.bytes().next(), text.bytes().next());
    // Only `a` and `o` may stand for a letter that is compared as another.
    let is_itself = first.is_some_and(|byte| byte.is_ascii_lowercase() && !matches!(byte, b'a' | b'o'));
    (!is_itself || other.is_none_or(|other| Some(other) == first)) && squeezed(name).starts_with(text)
}

/// `#favoritt`, `#nå`.
fn tags(text: &str, lang: Lang) -> Vec<String> {
    let text = &squeezed(text);
    let named = |tag: &&Words| Lang::ALL.iter().any(|lang| begins(tag.pick(*lang), text));
    [FAVOURITE, NOW].iter().filter(named).map(|tag| format!("#{}", tag.pick(lang))).collect()
}

/// The values of a facet as the interface calls them: those whose name there begins so, else those that are called so in
/// some other way. None when a whole name is there.
fn of_facet(key: &str, text: &str, lang: Lang) -> Vec<String> {
    let Some(facet) = facet(key) else { return Vec::new() };
    if values(facet).any(|value| value.is_called(text)) {
        return Vec::new();
    }
    let text = &squeezed(text);
    let own = |value: &&Value| begins(value.name.pick(lang), text);
    let other = |value: &&Value| value.names(lang).any(|name| begins(name, text));
    let key = facet.key().map_or("", |key| key.pick(lang));
    let token = |value: &Value| format!("{key}:{}", value.name.pick(lang).replace(' ', "-"));
    let begun: Vec<String> = values(facet).filter(own).map(token).collect();
    let begun = if begun.is_empty() { values(facet).filter(other).map(token).collect() } else { begun };
    if begun.is_empty() && !text.is_empty() {
        return resolve(facet, text).into_iter().map(token).collect();
    }
    begun
}

/// `form:digital`, when a whole name of a step or a form has been typed.
fn named(text: &str, lang: Lang) -> Vec<String> {
    let is_called = |name: &str| name.len() == text.len() && is_one_of(text, &[name]);
    let facets = [Facet::Phase, Facet::Form].into_iter().flat_map(values);
    let meant = facets.filter(|value| value.names(lang).any(is_called)).map(|value| value.filter.token(lang));
    meant.take(1).collect()
}

/// `20 min`, `20 pers`.
fn amounts(number: &str, lang: Lang) -> Vec<String> {
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    UNITS.iter().filter(|_| is_number).map(|unit| format!("{number} {}", unit.pick(lang))).collect()
}

/// The rest of a unit behind a number.
fn units(head: &str, text: &str, lang: Lang) -> Vec<String> {
    let before = head.split_whitespace().next_back().unwrap_or_default();
    let is_number = !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return Vec::new();
    }
    let text = &squeezed(text);
    UNITS.iter().map(|unit| unit.pick(lang)).filter(|unit| begins(unit, text)).map(str::to_owned).collect()
}

/// `trinn:`, `form:` … and `#favoritt`, when so many letters have been typed.
fn keys(text: &str, lang: Lang) -> Vec<String> {
    if text.chars().count() < LEAST || !text.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    let text = &squeezed(text);
    let keys = KEYED.iter().filter_map(|facet| facet.key()).map(|key| key.pick(lang));
    let keys = keys.filter(|key| begins(key, text)).map(|key| format!("{key}:"));
    let favourite = Some(FAVOURITE.pick(lang)).filter(|name| begins(name, text)).map(|name| format!("#{name}"));
    keys.chain(favourite).collect()
}

const UNITS: [Words; 2] = [words("min", "min", "min"), words("pers", "pers", "people")];
