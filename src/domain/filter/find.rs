//! The whole answer to a line: the same for the screen and for `vidde find`. When nothing is left it looks for the way
//! on: which filter to drop, or what comes nearest.

use super::left::Left;
use super::names::Names;
use super::sieve::Sieve;
use super::ways::{Way, ways};
use super::{Filter, Unclear, Wish};
use crate::domain::catalogue::Catalogue;
use crate::domain::search::{self, Hit, Index, Marker, Request, Typing, Why, folded};
use crate::domain::shelf::Shelf;
use crate::domain::text::Lang;

/// What a line is held against.
#[derive(Debug, Clone)]
pub struct Ground<'a> {
    pub catalogue: &'a Catalogue,
    pub index: &'a Index,
    pub names: &'a Names,
    pub shelf: &'a Shelf,
    pub lang: Lang,
    /// What the running session leaves free.
    pub left: Option<Left>,
}

impl<'a> Ground<'a> {
    /// For each tool of the catalogue whether what is left out with `-word` leaves it out.
    pub(super) fn having(&self, word: &str) -> impl Iterator<Item = bool> + use<'a> {
        self.names.having(word, self.catalogue, self.lang)
    }
}

/// What a line leads to.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub wish: Wish,
    pub sieve: Sieve,
    /// At most as many as were asked for, best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// Marks the letters of their names that the words have met.
    pub marker: Marker,
    pub answer: Answer,
    /// For each `-word` how many tools it alone has left out.
    pub gone: Vec<(Filter, usize)>,
}

/// Whether the hits answer the line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Answer {
    #[default]
    Hits,
    /// The filters leave nothing; the hits are what the first of these ways leads to.
    Looser(Vec<Way>),
    /// Nothing has the words; the hits come nearest.
    Nearest,
    /// Nothing has the words or comes near them; the hits are all that the filters let through, or else all there is.
    NothingNear,
}

/// Finds one line after the other; what was worked out for the last one serves the next.
#[derive(Debug, Default)]
pub struct Finder {
    typing: Typing,
    sieve: Sieve,
    shelf: Shelf,
    /// For each tool whether the sieve lets it through; none while it lets all through.
    allowed: Option<Vec<bool>>,
    /// The words to be left out that no name has.
    idle: Vec<String>,
    /// For each tool its place among equals; none while the shelf is empty.
    favour: Option<Vec<u32>>,
}

impl Finder {
    /// What `line` leads to, with at most `limit` hits.
    pub fn find(&mut self, ground: &Ground<'_>, line: &str, limit: usize) -> Found {
        self.answer(ground, Wish::read(line, ground.names), limit)
    }

    /// What the wish leads to, with at most `limit` hits.
    pub fn answer(&mut self, ground: &Ground<'_>, mut wish: Wish, limit: usize) -> Found {
        if ground.left.is_none() && wish.filters.contains(&Filter::Now) {
            wish.filters.retain(|filter| *filter != Filter::Now);
            wish.unclear.push(Unclear::NothingRuns);
        }
        wish.wait_for_a_unit(ground);
        let sieve = Sieve::new(&wish, ground.left.as_ref());
        self.prepare(ground, &sieve);
        wish.unclear.extend(self.idle.iter().cloned().map(Unclear::InNoName));
        let search::Found { total, hits } = self.hits(ground, &wish.words, limit);
        let gone = gone((ground, &mut self.typing), (&wish, &sieve), total);
        let found = Found { wish, sieve, hits, total, marker: self.typing.marker(), answer: Answer::Hits, gone };
        if total == 0 { found.or_the_way_on((ground, &mut self.typing), limit) } else { found }
    }

    fn prepare(&mut self, ground: &Ground<'_>, sieve: &Sieve) {
        let is_new_shelf = self.shelf != *ground.shelf;
        if is_new_shelf {
            self.shelf = ground.shelf.clone();
            let order = ground.shelf.order();
            let place = |id| order.get(id).copied().unwrap_or(u32::MAX);
            self.favour = (!order.is_empty()).then(|| ground.catalogue.tools().map(|tool| place(&tool.id)).collect());
        }
        if is_new_shelf || self.sieve != *sieve {
            self.sieve = sieve.clone();
            self.allowed = (!sieve.is_open()).then(|| sieve.allowed(ground));
            self.idle = sieve.idle(ground);
        }
    }

    /// For each of the words asked for last that the tool of `hit` has, where it has it best.
    #[must_use]
    pub fn why(&self, ground: &Ground<'_>, hit: &Hit) -> Vec<Why> {
        self.typing.why(ground.index, &hit.id)
    }

    fn hits(&mut self, ground: &Ground<'_>, words: &str, limit: usize) -> search::Found {
        let Finder { typing, allowed, favour, .. } = self;
        let allowed = |tool: u32| allowed.as_ref().is_none_or(|allowed| is_in(allowed, tool));
        let place =
            |tool: u32| favour.as_ref().and_then(|favour| favour.get(tool as usize).copied()).unwrap_or_default();
        let request = Request { words, lang: ground.lang, limit, allowed: &allowed, favour: &place };
        typing.found(ground.index, &request)
    }
}

fn is_in(allowed: &[bool], tool: u32) -> bool {
    allowed.get(tool as usize).copied().unwrap_or_default()
}

impl Wish {
    /// Leaves a number out that ends the line: it is on the way to an amount, unless it is on the way to a name.
    fn wait_for_a_unit(&mut self, ground: &Ground<'_>) {
        let Some(at) = self.number.take() else { return };
        let is_alone = at == 0 && !self.filters.is_empty();
        if is_alone || !ground.index.names(&folded(&self.words)) {
            let begun = self.words.split_off(at);
            let number = begun.split_whitespace().next_back().unwrap_or_default();
            self.unclear.push(Unclear::Number(number.to_owned()));
            self.words.truncate(self.words.trim_end().len());
        }
    }
}

impl Found {
    /// The filters to drop first: those without which most is found, or where something is found the last one.
    #[must_use]
    pub fn in_the_way(&self) -> Vec<Filter> {
        match &self.answer {
            Answer::Looser(ways) => ways.first().map(|way| way.without.clone()).unwrap_or_default(),
            Answer::Hits | Answer::Nearest | Answer::NothingNear => {
                self.wish.filters.last().cloned().into_iter().collect()
            }
        }
    }

    /// This answer, which has no hits, with what leads on; `typing` has just found nothing for its words.
    fn or_the_way_on(self, (ground, typing): (&Ground<'_>, &mut Typing), limit: usize) -> Found {
        let ways = ways(&self.wish, &self.sieve, (ground, typing));
        if let Some(first) = ways.first() {
            let sieve = first.without.iter().fold(self.sieve.clone(), |sieve, filter| sieve.without(filter));
            let search::Found { total, hits } = through(&sieve, (ground, typing), &self.wish.words, limit);
            return Found { hits, total, answer: Answer::Looser(ways), ..self };
        }
        let ids = typing.nearest(ground.index, &self.wish.words, ground.lang);
        if ids.is_empty() {
            return self.or_all((ground, &mut Typing::default()), limit);
        }
        let hits: Vec<Hit> = ids.into_iter().map(|id| Hit { id, score: 0 }).collect();
        Found { total: hits.len(), hits, marker: Marker::default(), answer: Answer::Nearest, ..self }
    }

    /// This answer with all that its filters let through whatever the words; all there is when that is nothing.
    fn or_all(self, (ground, typing): (&Ground<'_>, &mut Typing), limit: usize) -> Found {
        let open = || self.wish.filters.iter().fold(self.sieve.clone(), |sieve, filter| sieve.without(filter));
        let mut found = through(&self.sieve, (ground, &mut *typing), "", limit);
        if found.total == 0 {
            found = through(&open(), (ground, typing), "", limit);
        }
        let marker = Marker::default();
        Found { hits: found.hits, total: found.total, marker, answer: Answer::NothingNear, ..self }
    }
}

/// How many more than `total` there would be without each of the words that are left out.
fn gone(
    (ground, typing): (&Ground<'_>, &mut Typing),
    (wish, sieve): (&Wish, &Sieve),
    total: usize,
) -> Vec<(Filter, usize)> {
    let left_out = wish.filters.iter().filter(|filter| matches!(filter, Filter::Without(_)));
    let mut without = |filter: &Filter| through(&sieve.without(filter), (ground, &mut *typing), &wish.words, 0).total;
    left_out.map(|filter| (filter.clone(), without(filter).saturating_sub(total))).collect()
}

/// How many tools have `words` and are let through by `sieve`, and the first of them; `typing` goes on from what it knows
/// of these words.
fn through(sieve: &Sieve, (ground, typing): (&Ground<'_>, &mut Typing), words: &str, limit: usize) -> search::Found {
    let allowed = sieve.allowed(ground);
    let is_allowed = |tool: u32| is_in(&allowed, tool);
    let request = Request { words, lang: ground.lang, limit, allowed: &is_allowed, favour: &|_| 0 };
    typing.found(ground.index, &request)
}
