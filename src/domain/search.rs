//! Search over the catalogue: half a word, misspelt, in another language, and the right card comes first.
//!
//! A query goes through these layers; each has its own file and can be read by itself.
//!
//! 1. **Folding** (`fold`). Names, texts and queries are cut into words and written in one way: composed, lower case,
//!    without accents, `aa` and `å` as `a`, `oe` and `ø` as `o`, `ae` and `æ` as `e`, `ß` as `ss`. Both sides are folded
//!    alike, so every way to write a word meets every other, and a map leads back to the characters for the marks.
//! 2. **Words** (`query`). All words must be found, in any order and in any field of the card; stop words need not when
//!    there are others. A longer query may also say more than the card, when a field of it stands wholly in the query and
//!    none of the words is nonsense. A word may also be read in another spelling (`fram`, `frem`), neighbours as one
//!    word (`styrke kort`), and a phrase as its compound (`arbeid i grupper`).
//! 3. **Layers** of a word ([`Layer`], `layer`): exact, another form (`stem`), beginning of a field, of a word, inside a
//!    word, a compound of two words, letters with gaps from the beginning of a word on (`fuzzy`), slips (`typo`). Slips are
//!    not read into what the catalogue has as a word or its beginning, nor gaps into what it has anywhere in a word. What
//!    is written as typed (`før`) comes before what only sounds so (`for`).
//! 4. **Places** ([`Place`], `field`): a name counts more than an alias, an alias more than a need (what somebody wants to
//!    whom the tool is the answer), that more than a synonym (`thesaurus`), and all more than the long texts (`body`), in
//!    which words are found by their beginning only. Of those that have a synonym, who says it most plainly comes first
//!    (`members`).
//! 5. **Order** (`score`). Each word that must be found counts with its best find, layer × place, shared among them; a
//!    field that has several of them adds to that, more so the less else it has, and most when it is the query. While one
//!    types, the beginning of a name one reads comes before other forms of an alias and before aliases in other
//!    languages, and the beginning of a whole name or alias before one word of another. Stop words count only in a
//!    field that has a word beside them that must be found, and as they stand when a word comes after them. Equals stand
//!    by the length of their names, then in Norwegian `order`.
//!
//! 6. **Once more** (`loose`). A query that finds nothing is read again, compounds in their parts and without what may be
//!    said of any tool (`avslutningsøvelse`, "closing exercise"); what it finds so is told as a compound.
//!
//! What else a line says (`20 min`, `trinn:oppstart`) is read before, in `domain::filter`.
//!
//! It is fast because little is looked at, and that little lies side by side in memory:
//!
//! - What can be known before is worked out once (`building`, `collector`): each different word of the short fields stands
//!   once in the `vocabulary`, sorted, with the fields that hold it.
//! - The words stand in order, so that one with slips is looked for along a path (`typo`): where the beginning that
//!   some words share is too far away, all of them are passed over at once. Inside of words it is looked for where a set
//!   of pairs of characters (64 bits) allows it; only what passes is read (`reading`).
//! - Only the fields that hold fitting words meet the query (`meeting`) and are scored. When only few tools have the rarest
//!   word, the others are looked for in those alone. Letters with gaps come last, in the tools that have the other words,
//!   and the closest `lines` are scored; not in queries of more than five words, where each word would be looked
//!   for in all lines and what is written out at such length is not abbreviated.
//! - The nearest tools to a query that finds nothing are sought among those with most of its words, once a thousand have
//!   that many.
//! - While one types ([`Typing`]) each step goes on from those before: readings of unchanged words, and the words and lines
//!   that have the letters so far, are kept, and taking letters back finds the step as it was. When nothing is found, the
//!   filters to loosen and the nearest tools are worked out from the same step.
//! - Letters are marked ([`Marker`]) in names that are drawn, and reasons given ([`Typing::why`]) when they are asked for.

mod body;
mod building;
mod collector;
mod field;
mod find;
mod fold;
mod fuzzy;
mod groups;
mod index;
mod layer;
mod lines;
mod loose;
mod marks;
mod meeting;
mod members;
mod met;
mod order;
mod pairs;
mod query;
mod reading;
mod score;
mod stem;
mod stretch;
mod thesaurus;
mod typing;
mod typo;
mod vocabulary;
mod weight;

pub use field::Place;
pub use index::Index;
pub use layer::Layer;
pub use marks::Marker;
pub use order::order;
pub use typing::Typing;

use super::text::Lang;
use super::tool::ToolId;

/// A tool that answers a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub id: ToolId,
    /// Higher is better; comparable within one answer only.
    pub score: i64,
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
    if fold::is_folded(text) {
        return text.to_owned();
    }
    fold::words(text).into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

/// A folded word without its ending: what its forms have in common.
#[must_use]
pub fn root(word: &str) -> &str {
    word.get(..stem::stem(word)).unwrap_or(word)
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

/// How many tools answer, and the first of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    pub total: usize,
    /// At most as many as were asked for, best first.
    pub hits: Vec<Hit>,
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
    Typing::default().answer(index, request)
}

/// The tools that come nearest to a query that finds nothing, nearest first; at most five, none when nothing comes
/// near.
#[must_use]
pub fn nearest(index: &Index, query: &str, lang: Lang) -> Vec<ToolId> {
    Typing::default().nearest(index, query, lang)
}

/// How many tools are offered when nothing is found.
const NEAREST: usize = 5;
