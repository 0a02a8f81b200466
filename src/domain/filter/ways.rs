//! The ways on when filters leave nothing: the smallest sets of filters without which something is left.

use super::find::Ground;
use super::sieve::Sieve;
use super::{Filter, Wish};
use crate::domain::search::{Request, Typing};
use crate::domain::tool::Tool;

/// A way on when filters leave nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The filters to drop.
    pub without: Vec<Filter>,
    /// How many tools there are then.
    pub count: usize,
}

/// Up to so many filters are tried together; where more must go, all go.
const MOST_TOGETHER: usize = 3;

/// With more filters than this only single ones and all of them are tried.
const MOST_TRIED: usize = 8;

/// The fewest filters to drop, in each of the ways that leave something, most first; `typing` may know what the words find.
pub fn ways(wish: &Wish, sieve: &Sieve, (ground, typing): (&Ground<'_>, &mut Typing)) -> Vec<Way> {
    let filters = &wish.filters;
    if filters.is_empty() {
        return Vec::new();
    }
    let candidates = candidates(wish, (ground, typing));
    let most = if filters.len() > MOST_TRIED { 1 } else { MOST_TOGETHER.min(filters.len()) };
    let sizes = (1..=most).map(|size| sets(filters.len(), size));
    let all = std::iter::once(vec![(0..filters.len()).collect()]);
    for sets in sizes.chain(all) {
        let without =
            |set: Vec<usize>| -> Vec<Filter> { set.iter().filter_map(|at| filters.get(*at).cloned()).collect() };
        let ways = sets.into_iter().map(without).filter(|without| !without.is_empty());
        let ways = ways.map(|without| Way { count: count(&candidates, &without, sieve, ground), without });
        let mut ways: Vec<Way> = ways.filter(|way| way.count > 0).collect();
        if !ways.is_empty() {
            ways.sort_by_key(|way| std::cmp::Reverse(way.count));
            return ways;
        }
    }
    Vec::new()
}

/// The sets of `size` numbers below `count`, each in order.
fn sets(count: usize, size: usize) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..size {
        let longer = |set: &Vec<usize>| {
            let set = set.clone();
            let next = set.last().map_or(0, |last| last + 1);
            (next..count).map(move |at| set.iter().copied().chain([at]).collect::<Vec<_>>())
        };
        sets = sets.iter().flat_map(longer).collect();
    }
    sets
}

/// A tool that has the words, with those filters that its names alone speak against.
struct Candidate<'a> {
    tool: &'a Tool,
    barred: Vec<&'a Filter>,
}

fn candidates<'a>(wish: &'a Wish, (ground, typing): (&Ground<'a>, &mut Typing)) -> Vec<Candidate<'a>> {
    let request =
        Request { words: &wish.words, lang: ground.lang, limit: usize::MAX, allowed: &|_| true, favour: &|_| 0 };
    let hits = typing.found(ground.index, &request).hits;
    let mut found: Vec<Candidate<'a>> = hits
        .iter()
        .filter_map(|hit| ground.catalogue.tool(&hit.id))
        .map(|tool| Candidate { tool, barred: Vec::new() })
        .collect();
    for filter in &wish.filters {
        let Filter::Without(word) = filter else { continue };
        let having = ground.catalogue.tools().zip(ground.having(word));
        let having: Vec<_> = having.filter(|(_, has)| *has).map(|(tool, _)| &tool.id).collect();
        let barred = found.iter_mut().filter(|candidate| having.contains(&&candidate.tool.id));
        barred.for_each(|candidate| candidate.barred.push(filter));
    }
    found
}

/// How many of the candidates are let through when these filters are dropped.
fn count(candidates: &[Candidate<'_>], without: &[Filter], sieve: &Sieve, ground: &Ground<'_>) -> usize {
    let sieve = without.iter().fold(sieve.clone(), |sieve, filter| sieve.without(filter));
    let is_let = |candidate: &&Candidate<'_>| {
        candidate.barred.iter().all(|filter| without.contains(filter)) && sieve.lets(candidate.tool, ground)
    };
    candidates.iter().filter(is_let).count()
}
