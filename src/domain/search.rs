//! Search over the catalogue: half a word, misspelt, in another language, and the right card comes first.

mod body;
mod fold;
mod fuzzy;
mod index;
mod layer;
mod marks;
mod order;
mod query;
mod rank;
mod stem;
mod thesaurus;
mod typo;
mod vocabulary;

pub use index::{Index, Place};
pub use layer::Layer;
pub use order::order;

use super::text::Lang;
use super::tool::ToolId;
use rank::{Need, Search, Standing};
use std::cmp::Reverse;

/// A tool that answers a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub id: ToolId,
    /// Higher is better; comparable within one answer only.
    pub score: i64,
    /// Positions (in characters) of the matched letters in the name shown in the language asked for.
    pub marks: Vec<usize>,
    /// For each word of the query that was found, where it was found best.
    pub why: Vec<Why>,
}

/// Where a word of the query was found best in a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The word of the query, in lower case.
    pub word: String,
    pub place: Place,
    pub layer: Layer,
    /// What this find adds to the score before it is shared among the words.
    pub score: u32,
}

/// The tools that answer `query`, best first; all of them in Norwegian order when it is empty.
#[must_use]
pub fn search(index: &Index, query: &str, lang: Lang) -> Vec<Hit> {
    search_limited(index, query, lang, usize::MAX)
}

/// The first `limit` of the tools that [`search`] finds.
#[must_use]
pub fn search_limited(index: &Index, query: &str, lang: Lang, limit: usize) -> Vec<Hit> {
    if query.trim().is_empty() {
        return everything(index, lang, limit);
    }
    let search = Search::new(index, query, lang);
    let best = best(index, search.standings(Need::All), lang, limit);
    best.into_iter().filter_map(|standing| hit(&search, &standing, lang)).collect()
}

/// The tools that come nearest to a query that finds nothing, nearest first; at most five, none only without tools.
#[must_use]
pub fn nearest(index: &Index, query: &str, lang: Lang) -> Vec<ToolId> {
    let search = Search::new(index, query, lang);
    let best = best(index, search.standings(Need::Some), lang, NEAREST);
    let mut tools: Vec<u32> = best.iter().map(|standing| standing.tool).collect();
    tools.extend(alike(index, &search, lang));
    let mut known = std::collections::HashSet::new();
    tools.retain(|tool| known.insert(*tool));
    tools.truncate(NEAREST);
    tools.into_iter().filter_map(|tool| index.tools.get(tool as usize)).map(|(id, _)| id.clone()).collect()
}

/// How many tools are offered when nothing is found.
const NEAREST: usize = 5;

fn everything(index: &Index, lang: Lang, limit: usize) -> Vec<Hit> {
    let mut tools: Vec<_> = (0..).zip(&index.tools).map(|(at, (id, _))| (index.rank(at, lang), id)).collect();
    tools.sort_unstable();
    let hit = |(_, id): (u32, &ToolId)| Hit { id: id.clone(), score: 0, marks: Vec::new(), why: Vec::new() };
    tools.into_iter().take(limit).map(hit).collect()
}

fn best(index: &Index, found: impl Iterator<Item = Standing>, lang: Lang, limit: usize) -> Vec<Standing> {
    let length = |tool: u32| index.tools.get(tool as usize).map_or(0, |(_, name)| name.pick(lang).len());
    let key = |standing: &Standing| (Reverse(standing.score), length(standing.tool), index.rank(standing.tool, lang));
    let mut found: Vec<_> = found.map(|standing| (key(&standing), standing)).collect();
    if limit < found.len() {
        found.select_nth_unstable_by_key(limit, |(key, _)| *key);
        found.truncate(limit);
    }
    found.sort_unstable_by_key(|(key, _)| *key);
    found.into_iter().map(|(_, standing)| standing).collect()
}

fn hit(search: &Search<'_>, standing: &Standing, lang: Lang) -> Option<Hit> {
    let (id, name) = search.index.tools.get(standing.tool as usize)?;
    let finds = search.query.words.iter().zip(&standing.finds);
    let why = finds.filter_map(|(word, find)| {
        let (place, layer) = find.found?;
        Some(Why { word: word.literal.clone(), place, layer, score: find.score })
    });
    let marks = marks::marks(name.pick(lang), &search.query);
    Some(Hit { id: id.clone(), score: i64::from(standing.score), marks, why: why.collect() })
}

/// The tools whose names share most pairs of letters with the query, however few.
fn alike(index: &Index, search: &Search<'_>, lang: Lang) -> Vec<u32> {
    let typed: Vec<u8> = search.query.words.iter().flat_map(|word| word.text.bytes()).collect();
    let shared =
        |text: &str| typed.windows(2).filter(|pair| text.as_bytes().windows(2).any(|other| other == *pair)).count();
    let mut tools: Vec<_> = index
        .fields
        .iter()
        .map(|field| {
            let alike = shared(&field.text) * 100 / (typed.len() + field.text.len()).max(1);
            (Reverse(alike), index.rank(field.tool, lang), field.tool)
        })
        .collect();
    tools.sort_unstable();
    tools.into_iter().map(|(_, _, tool)| tool).collect()
}
