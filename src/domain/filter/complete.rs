//! What the last word of a line may become: while it is the beginning of a filter, the filters that begin so.

use super::amount::is_count;
use super::grammar::{DASHES, Sense, pieces, tokens};
use super::units::{Unit, is_unit, may_become};
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
    let Some(last) = last(line, names) else { return Vec::new() };
    let last = last.strip_prefix(DASHES).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(last);
    let mut head = line.strip_suffix(last).unwrap_or_default();
    let mut offered = if let Some(text) = last.strip_prefix('#') {
        tags(text, lang)
    } else if let Some((key, value)) = last.split_once(':') {
        of_facet(key, value.trim_start(), lang)
    } else if is_count(last) {
        amounts(last, &Wish::read(head, names).filters, lang)
    } else if let Some((before, token)) = named(line, lang) {
        head = before;
        vec![token]
    } else {
        units(head, last, lang).into_iter().chain(keys(last, lang)).collect()
    };
    offered.retain(|token| token != last && !is_whole(line, token, names));
    let whole = |token: String| {
        let space = if token.ends_with(':') { "" } else { " " };
        Completion { line: format!("{head}{token}{space}"), token }
    };
    offered.into_iter().map(whole).collect()
}

/// What ends `line`: its last word, with those before it that mean one thing with it (`form: dig`, `form:small gr`); nothing
/// where that is a whole amount (`personer: 40`).
fn last<'a>(line: &'a str, names: &Names) -> Option<&'a str> {
    let word = line.split(char::is_whitespace).next_back().filter(|word| !word.is_empty())?;
    if !line.contains(':') {
        return Some(word);
    }
    let head = line.strip_suffix(word)?;
    let key = head.split_whitespace().next_back().filter(|key| key.ends_with(':'));
    let pieces = pieces(line, names);
    let piece = pieces.last().and_then(|piece| Some((line.get(piece.at.clone())?, &piece.sense)))?;
    match piece {
        (text, Sense::Filter(Filter::Minutes(..) | Filter::People(..))) if text.len() > word.len() && key.is_some() => {
            None
        }
        (text, Sense::Filter(_)) if text.len() > word.len() && text.contains(':') => Some(text),
        _ => {
            let key = key.filter(|key| facet(key.trim_start_matches(DASHES).trim_end_matches(':')).is_some());
            key.and_then(|key| line.get(head.trim_end().len() - key.len()..)).or(Some(word))
        }
    }
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
    may_begin(name, text) && squeezed(name).starts_with(text)
}

/// Whether the first letters allow that, up to one that may be compared as another: an `a` is in `ae`, and after an `o` an
/// `e` may go.
fn may_begin(name: &str, text: &str) -> bool {
    for (letter, other) in name.bytes().zip(text.bytes()) {
        match letter {
            b'a' => return matches!(other, b'a' | b'e'),
            b'o' => return other == letter,
            b'b'..=b'z' | b'0'..=b'9' if other == letter => {}
            b'b'..=b'z' | b'0'..=b'9' => return false,
            _ => return true,
        }
    }
    true
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

/// `form:digital`, when a whole name of a step or a form has been typed, of as many words as it has (`på nett`); with the
/// line before it.
fn named(line: &str, lang: Lang) -> Option<(&str, String)> {
    let starts: Vec<usize> = tokens(line).iter().rev().take(MOST_WORDS).map(|token| token.at).collect();
    starts.into_iter().rev().find_map(|start| {
        let (head, text) = line.split_at_checked(start)?;
        let typed = text.trim_start_matches(DASHES);
        let (spaces, text) = (typed.matches(' ').count(), &squeezed(typed));
        let is_as_long = |name: &str| name.len().abs_diff(typed.len()) <= MOST_BYTES;
        let is_called = |name: &str| {
            may_begin(name, text) && is_as_long(name) && name.matches(' ').count() == spaces && squeezed(name) == *text
        };
        let mut facets = [Facet::Phase, Facet::Form].into_iter().flat_map(values);
        let meant = facets.find(|value| !text.is_empty() && value.names(lang).any(is_called))?;
        let dash = line.get(start..).is_some_and(|text| text.starts_with(DASHES));
        let head = if dash { line.get(..start + 1).unwrap_or(head) } else { head };
        Some((head, meant.filter.token(lang)))
    })
}

/// By how many bytes two ways to write a name differ at most: `gjennomføring`, `gjennomfoering`.
const MOST_BYTES: usize = 2;

/// How many words the name of a step or a form has at most: `hver for seg`.
const MOST_WORDS: usize = 3;

/// `20 min`, `20 pers`; that of which nothing is said yet comes first. A mark in front is for a time.
fn amounts(number: &str, said: &[Filter], lang: Lang) -> Vec<String> {
    let has_time = said.iter().any(|filter| matches!(filter, Filter::Minutes(..)));
    let has_people = said.iter().any(|filter| matches!(filter, Filter::People(..)));
    let [min, pers] = UNITS;
    let units = match number.starts_with(|c: char| c.is_ascii_digit()) {
        true if has_time && !has_people => vec![pers, min],
        true => vec![min, pers],
        false => vec![min],
    };
    units.into_iter().map(|unit| format!("{number} {}", unit.pick(lang))).collect()
}

/// The rest of a unit behind a number.
fn units(head: &str, text: &str, lang: Lang) -> Vec<String> {
    let before = head.split_whitespace().next_back().unwrap_or_default();
    if !is_count(before) {
        return Vec::new();
    }
    let squeezed = &squeezed(text);
    let [min, pers] = UNITS.map(|unit| unit.pick(lang));
    let begun = [min, pers].into_iter().filter(|unit| begins(unit, squeezed)).map(str::to_owned);
    let begun: Vec<String> = begun.collect();
    match may_become(text) {
        Some(Unit::People) if begun.is_empty() => vec![pers.to_owned()],
        _ => begun,
    }
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

/// The filter that `word` is the beginning of, as it is written: `trinn:` for `tri`; none when it is the whole of it.
pub fn begun(word: &str, lang: Lang) -> Option<String> {
    let text = &squeezed(word);
    keys(word, lang).into_iter().find(|key| squeezed(key.trim_matches([':', '#'])) != *text)
}

const UNITS: [Words; 2] = [words("min", "min", "min"), words("pers", "pers", "people")];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_that_begins_so_is_passed_over_for_its_letters() {
        let names: Vec<&str> = KEYED.into_iter().flat_map(values).flat_map(|value| value.names(Lang::Nb)).collect();
        for name in names.into_iter().chain(["aerlighet", "oevelse", "boere", "naerhet", "paa nett"]) {
            let whole = squeezed(name);
            let beginnings = whole.char_indices().filter_map(|(end, _)| whole.get(..end));
            for begun in beginnings.chain([&*whole]) {
                assert!(may_begin(name, begun), "{begun} for {name}");
            }
        }
        assert!(!may_begin("solo", "stjerne") && !may_begin("1", "s") && !may_begin("stedlig", "stj"));
    }
}
