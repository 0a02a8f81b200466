//! Search over the catalogue: half a word, misspelt, in another language, and the right card comes first.
//!
//! A query goes through these layers; each has its own file and can be read by itself.
//!
//! 1. **Folding** (`fold`). Names, texts and queries are cut into words and written in one way: composed, lower case,
//!    without accents, `aa` and `å` as `a`, `oe` and `ø` as `o`, `ae` and `æ` as `e`, `ß` as `ss`. Both sides are folded
//!    alike, so every way to write a word meets every other, and a map leads back to the characters for the marks.
//! 2. **Words** (`query`). All words must be found, in any order and in any field of the card; stop words need not when
//!    there are others. A word may also be read in another spelling (`fram`, `frem`), and neighbours as one word
//!    (`styrke kort`).
//! 3. **Layers** of a word ([`Layer`], `layer`): exact, another form (`stem`), beginning of a field, of a word, inside a
//!    word, a compound of two words, letters with gaps (`fuzzy`), slips (`typo`). Slips and gaps are not read into a word that
//!    the catalogue has as it stands. What is written as typed (`før`) comes before what only sounds so (`for`).
//! 4. **Places** ([`Place`], `index`): a name counts more than an alias, an alias more than a synonym (`thesaurus`), that
//!    more than the long texts (`body`), in which words are found by their beginning only.
//! 5. **Order** (`rank`). Each word counts with its best find, layer × place, shared among the words; a field that has all
//!    words of the query adds to that, more so the less else it has, and most when it is the query. Equals stand by the
//!    length of their names, then in Norwegian `order`.
//!
//! What else a line says (`20 min`, `trinn:oppstart`) is read before, in `domain::filter`.
//!
//! It is fast because the different words of all short fields are one list: a query word is held against each once, first
//! against its head (a 64-bit bag of its characters, its lengths), and only tools that hold fitting words
//! are looked at. Marks and reasons are worked out for the hits that are handed out, not for those that are counted.

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
use rank::{Need, Search};
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

/// `text` as it is compared: its words in lower case, one form for each of æ, ø and å, a space between them.
#[must_use]
pub fn folded(text: &str) -> String {
    fold::words(text).into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

/// What is asked of an [`Index`].
pub struct Request<'a> {
    /// What is looked for; without words all tools answer, in Norwegian order.
    pub words: &'a str,
    /// The language in which names are shown.
    pub lang: Lang,
    /// How many answers are wanted at most.
    pub limit: usize,
    /// Whether a tool (by its number in the index) may answer.
    pub allowed: &'a dyn Fn(u32) -> bool,
    /// Where equals come: lower first. It never lifts a tool over one that answers better.
    pub favour: &'a dyn Fn(u32) -> u32,
}

/// Searches that follow each other as one types: what an earlier query has worked out serves the next.
#[derive(Debug, Default)]
pub struct Typing {}

impl Typing {
    /// The tools that answer, best first; the same as [`answer`].
    pub fn answer(&mut self, index: &Index, request: &Request<'_>) -> Vec<Hit> {
        answer(index, request)
    }
}

/// The tools that answer `query`, best first; all of them in Norwegian order when it is empty.
#[must_use]
pub fn search(index: &Index, query: &str, lang: Lang) -> Vec<Hit> {
    search_limited(index, query, lang, usize::MAX)
}

/// The first `limit` of the tools that [`search`] finds.
#[must_use]
pub fn search_limited(index: &Index, query: &str, lang: Lang, limit: usize) -> Vec<Hit> {
    answer(index, &Request { words: query, lang, limit, allowed: &|_| true, favour: &|_| 0 })
}

/// The tools that answer `request`, best first.
#[must_use]
pub fn answer(index: &Index, request: &Request<'_>) -> Vec<Hit> {
    if request.words.trim().is_empty() {
        return everything(index, request);
    }
    let search = Search::new(index, request.words, request.lang);
    let best = best(&search, Need::All, request);
    best.into_iter().filter_map(|tool| hit(&search, tool, request.lang)).collect()
}

/// The tools that come nearest to a query that finds nothing, nearest first; at most five, none only without tools.
#[must_use]
pub fn nearest(index: &Index, query: &str, lang: Lang) -> Vec<ToolId> {
    let search = Search::new(index, query, lang);
    let any = Request { words: query, lang, limit: NEAREST, allowed: &|_| true, favour: &|_| 0 };
    let mut tools = best(&search, Need::Some, &any);
    tools.extend(alike(index, &search, lang));
    let mut known = std::collections::HashSet::new();
    tools.retain(|tool| known.insert(*tool));
    tools.truncate(NEAREST);
    tools.into_iter().filter_map(|tool| index.tools.get(tool as usize)).map(|(id, _)| id.clone()).collect()
}

/// How many tools are offered when nothing is found.
const NEAREST: usize = 5;

fn everything(index: &Index, request: &Request<'_>) -> Vec<Hit> {
    let tools = (0..).zip(&index.tools).filter(|(at, _)| (request.allowed)(*at));
    let mut tools: Vec<_> = tools.map(|(at, (id, _))| (index.rank(at, request.lang), id)).collect();
    tools.sort_unstable();
    let hit = |(_, id): (_, &ToolId)| Hit { id: id.clone(), score: 0, marks: Vec::new(), why: Vec::new() };
    tools.into_iter().take(request.limit).map(hit).collect()
}

/// The first tools that have what is needed, best first; equals by favour, by the length of the name, then in order.
fn best(search: &Search<'_>, need: Need, request: &Request<'_>) -> Vec<u32> {
    let (index, lang) = (search.index, request.lang);
    let length = |tool: u32| index.tools.get(tool as usize).map_or(0, |(_, name)| name.pick(lang).len());
    let key = |(tool, score)| (Reverse(score), (request.favour)(tool), length(tool), index.rank(tool, lang), tool);
    let mut found: Vec<_> = search.scores(need).filter(|(tool, _)| (request.allowed)(*tool)).map(key).collect();
    if request.limit < found.len() {
        found.select_nth_unstable(request.limit);
        found.truncate(request.limit);
    }
    found.sort_unstable();
    found.into_iter().map(|(.., tool)| tool).collect()
}

fn hit(search: &Search<'_>, tool: u32, lang: Lang) -> Option<Hit> {
    let (id, name) = search.index.tools.get(tool as usize)?;
    let (score, finds) = search.score(tool);
    let finds = search.query.words.iter().zip(&finds);
    let why = finds.filter_map(|(word, find)| {
        let (place, layer) = find.found?;
        Some(Why { word: word.literal.clone(), place, layer, score: find.score })
    });
    let marks = marks::marks(name.pick(lang), &search.query);
    Some(Hit { id: id.clone(), score: i64::from(score), marks, why: why.collect() })
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
