//! A line with a filter more, or less: what the panel and the keys write. The line stays the only place where filters
//! are kept.

use super::Filter;
use super::grammar::{Sense, pieces};
use super::names::Names;
use super::values::Facet;
use super::{Unclear, Wish};
use crate::domain::text::Lang;

/// `line` with `filter` as its only one of the facet; none takes those of the facet out.
#[must_use]
pub fn chosen(line: &str, facet: Facet, filter: Option<&Filter>, (names, lang): (&Names, Lang)) -> String {
    let rest = kept(line, names, |sense| match sense {
        Sense::Word => true,
        Sense::Filter(Filter::Not(inner)) => filter != Some(&**inner) && facet != Facet::Without,
        Sense::Filter(filter) => filter.facet() != facet,
        Sense::Unclear(unclear) => unclear.facet() != Some(facet),
    });
    match filter {
        Some(filter) => written(&rest, filter, names, lang),
        None => rest,
    }
}

/// `line` without these filters.
#[must_use]
pub fn without(line: &str, filters: &[Filter], names: &Names) -> String {
    kept(line, names, |sense| !matches!(sense, Sense::Filter(filter) if filters.contains(filter)))
}

/// `filter` as it stands in `line`, or as it would be written.
#[must_use]
pub fn typed(filter: &Filter, line: &str, (names, lang): (&Names, Lang)) -> String {
    let is_it = |sense: &Sense| matches!(sense, Sense::Filter(other) if other == filter);
    let piece = pieces(line, names).into_iter().find(|piece| is_it(&piece.sense));
    piece.and_then(|piece| line.get(piece.at)).map_or_else(|| filter.token(lang), str::to_owned)
}

/// The pieces of `line` that are to stay. What is left may meet and mean something new (`maks` and `5 min`), so it is
/// read until all of it stays.
fn kept(line: &str, names: &Names, stays: impl Fn(&Sense) -> bool) -> String {
    let staying = |line: &str| -> String {
        let pieces = pieces(line, names).into_iter().filter(|piece| stays(&piece.sense));
        pieces.filter_map(|piece| line.get(piece.at)).flat_map(|text| [text, " "]).collect()
    };
    let mut rest = staying(line);
    loop {
        let again = staying(&rest);
        if again.len() >= rest.len() {
            return rest;
        }
        rest = again;
    }
}

/// `line` with `filter` behind it; written with a bound where it would else be part of a name, and in front where it
/// would else run together with the last word.
fn written(line: &str, filter: &Filter, names: &Names, lang: Lang) -> String {
    let token = filter.token(lang);
    let behind = format!("{line}{token} ");
    let others = [format!("{line}<{token} "), format!("{token} {line}"), format!("<{token} {line}")];
    let mut wanted = Wish::read(line, names);
    wanted.add(filter.clone());
    let is_wanted = |line: &String| {
        let wish = Wish::read(line, names);
        let same_filters = wish.filters.len() == wanted.filters.len();
        same_filters
            && wish.filters.contains(filter)
            && wish.words.split_whitespace().eq(wanted.words.split_whitespace())
    };
    std::iter::once(behind.clone()).chain(others).find(is_wanted).unwrap_or(behind)
}

impl Unclear {
    /// What it is about, when that is known.
    #[must_use]
    pub fn facet(&self) -> Option<Facet> {
        match self {
            Unclear::Open(facet) | Unclear::Unknown(facet, _) | Unclear::Several(facet, _) => Some(*facet),
            Unclear::NothingRuns => Some(Facet::Now),
            Unclear::Negated(filter) => Some(filter.facet()),
            Unclear::Tag(_)
            | Unclear::TooLarge(_)
            | Unclear::Denied(_)
            | Unclear::Dash
            | Unclear::Amount
            | Unclear::Apart(_)
            | Unclear::Number(_)
            | Unclear::Begun(..)
            | Unclear::InNoName(_) => None,
        }
    }
}
