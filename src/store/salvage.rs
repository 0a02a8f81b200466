//! What stays of a file in which an act, a note or a block cannot be read: the text without it, and where it stood.
//! What the rest means is in `parse`.

use super::parse::options;
use ron::error::SpannedError;
use serde::de::DeserializeOwned;
use std::ops::Range;

/// A list of a file that can do without one of its elements.
#[derive(Debug, Clone, Copy)]
pub struct List {
    /// The field that holds it.
    pub name: &'static str,
    /// Why the text of an element cannot be read.
    pub fault: fn(&str) -> Option<SpannedError>,
}

/// A text that can be read, and the fault of each element that is not in it, by its place in the whole text.
pub struct Salvaged {
    pub text: String,
    /// The first of them, in order.
    pub faults: Vec<SpannedError>,
    /// How many elements are not there any more; at least one.
    pub left_out: usize,
}

/// So many faults are placed; the others are counted.
const MOST_PLACED: usize = 20;

/// Why `text` is not a `T`.
pub fn fault_of<T: DeserializeOwned>(text: &str) -> Option<SpannedError> {
    options().from_str::<T>(text).err()
}

/// `text` without the elements of `lists` that cannot be read; nothing where each of them can, or where one cannot be
/// told from the next.
pub fn salvaged(text: &str, lists: &[List]) -> Option<Salvaged> {
    let found = [Quotes::SpanLines, Quotes::EndWithTheLine].iter().find_map(|quotes| elements(text, lists, *quotes));
    let mut bad = found?;
    bad.retain(|(list, place)| (list.fault)(text.get(place.clone()).unwrap_or_default()).is_some());
    bad.sort_by_key(|(_, place)| place.start);
    let faults = bad.iter().take(MOST_PLACED).filter_map(|(list, place)| placed(text, *list, place)).collect();
    let mut whole = String::with_capacity(text.len());
    let mut from = 0;
    for (_, place) in &bad {
        whole.push_str(text.get(from..place.start).unwrap_or_default());
        let comma = text.get(place.end..).is_some_and(|rest| rest.starts_with(','));
        from = place.end + usize::from(comma);
    }
    whole.push_str(text.get(from..).unwrap_or_default());
    (!bad.is_empty()).then_some(Salvaged { text: whole, faults, left_out: bad.len() })
}

/// The fault of one element, read where it stands.
fn placed(text: &str, list: List, place: &Range<usize>) -> Option<SpannedError> {
    let before = text.get(..place.start)?.chars().map(|c| if c == '\n' { '\n' } else { ' ' });
    let alone: String = before.chain(text.get(place.clone())?.chars()).collect();
    (list.fault)(&alone)
}

/// Where a string ends that nobody has closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    SpanLines,
    /// Somebody forgot a quotation mark: what follows on the next line is not part of the string.
    EndWithTheLine,
}

/// A bracket that is open.
struct Open {
    closes: char,
    /// The list that it opens, when that is wanted.
    list: Option<List>,
    /// Where the present element begins.
    from: usize,
}

/// The elements of the wanted lists, each with its list; nothing when brackets do not match.
fn elements(text: &str, lists: &[List], quotes: Quotes) -> Option<Vec<(List, Range<usize>)>> {
    let (mut found, mut open) = (Vec::new(), Vec::<Open>::new());
    let mut at = 0;
    while let Some(c) = text.get(at..)?.chars().next() {
        let next = at + c.len_utf8();
        match c {
            '(' => open.push(Open { closes: ')', list: None, from: next }),
            '{' => open.push(Open { closes: '}', list: None, from: next }),
            '[' => open.push(Open { closes: ']', list: named(text.get(..at)?, lists), from: next }),
            ')' | '}' | ']' => {
                let closed = open.pop().filter(|open| open.closes == c)?;
                let is_empty = text.get(closed.from..at)?.trim().is_empty();
                found.extend(closed.list.filter(|_| !is_empty).map(|list| (list, closed.from..at)));
            }
            ',' => {
                if let Some(Open { list: Some(list), from, .. }) = open.last_mut() {
                    found.push((*list, *from..at));
                    *from = next;
                }
            }
            _ => {}
        }
        at = past(text, at, quotes)?.unwrap_or(next);
    }
    open.is_empty().then_some(found)
}

/// The list whose bracket follows `before`.
fn named(before: &str, lists: &[List]) -> Option<List> {
    let field = before.trim_end().strip_suffix(':')?.trim_end();
    let is_whole = |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    lists.iter().find(|list| field.strip_suffix(list.name).is_some_and(is_whole)).copied()
}

/// The end of the comment, string or character that begins at `at`, if one does; nothing at all when it never ends.
#[expect(clippy::option_option, reason = "none begins here, or the text ends in the middle of one")]
fn past(text: &str, at: usize, quotes: Quotes) -> Option<Option<usize>> {
    let rest = text.get(at..)?;
    let after = |opening: usize, end: &str| Some(Some(at + opening + rest.get(opening..)?.find(end)? + end.len()));
    if rest.starts_with("//") {
        return Some(Some(at + rest.find('\n').unwrap_or(rest.len())));
    }
    if rest.starts_with("/*") {
        return after(2, "*/");
    }
    if rest.starts_with('"') {
        return string_end(rest, quotes).map(|end| Some(at + end));
    }
    match raw_string(text.get(..at)?, rest) {
        Some(hashes) => after(hashes + 2, &format!("\"{}", "#".repeat(hashes))),
        None => Some(None),
    }
}

/// How many `#` the raw string has that begins with `rest`.
fn raw_string(before: &str, rest: &str) -> Option<usize> {
    let hashes = rest.strip_prefix('r').filter(|_| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_'))?;
    let quoted = hashes.trim_start_matches('#');
    quoted.starts_with('"').then_some(hashes.len() - quoted.len())
}

/// The end of the string that `rest` begins with, after its closing mark.
fn string_end(rest: &str, quotes: Quotes) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !is_escaped => return Some(at + 1),
            '\n' if quotes == Quotes::EndWithTheLine => return Some(at),
            _ => is_escaped = c == '\\' && !is_escaped,
        }
    }
    None
}
