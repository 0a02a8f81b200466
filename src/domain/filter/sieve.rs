//! What filters let through: which tools, and in which of their lengths.

use super::find::Ground;
use super::left::Left;
use super::values::EITHER;
use super::{Filter, Wish};
use crate::domain::tool::{Tool, Variant};

/// The filters of a wish, ready to be held against tools.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sieve {
    filters: Vec<Filter>,
    left: Option<Left>,
}

impl Sieve {
    /// The filters of `wish`, where so much is `left` now.
    #[must_use]
    pub fn new(wish: &Wish, left: Option<&Left>) -> Sieve {
        let left = left.filter(|_| wish.filters.contains(&Filter::Now)).cloned();
        Sieve { filters: wish.filters.clone(), left }
    }

    /// The same without one of its filters.
    #[must_use]
    pub fn without(&self, filter: &Filter) -> Sieve {
        let filters = self.filters.iter().filter(|other| *other != filter).cloned().collect();
        let left = self.left.clone().filter(|_| *filter != Filter::Now);
        Sieve { filters, left }
    }

    /// What is free now, when that is asked for; for as many as take part unless something else is said.
    #[must_use]
    pub fn left(&self) -> Option<Left> {
        let people = |left: &Left| left.people.filter(|_| self.said().next().is_none());
        self.left.as_ref().map(|left| Left { people: people(left), ..left.clone() })
    }

    /// Whether it lets everything through.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.filters.is_empty()
    }

    /// For each tool of the catalogue whether it may answer.
    #[must_use]
    pub fn allowed(&self, ground: &Ground<'_>) -> Vec<bool> {
        let mut allowed: Vec<bool> = ground.catalogue.tools().map(|tool| self.lets(tool, ground)).collect();
        for filter in &self.filters {
            if let Filter::Without(word) = filter {
                let having = ground.having(word);
                allowed.iter_mut().zip(having).for_each(|(allowed, has)| *allowed &= !has);
            }
        }
        allowed
    }

    /// The words to be left out that no name has; words that can hardly be whole yet are not told of.
    pub(super) fn idle(&self, ground: &Ground<'_>) -> Vec<String> {
        let words = self.filters.iter().filter_map(|filter| match filter {
            Filter::Without(word) if word.chars().count() >= LEAST_WORD => Some(word),
            _ => None,
        });
        let has_none = |word: &&String| !ground.having(word).any(|has| has);
        words.filter(has_none).cloned().collect()
    }

    /// Whether it lets `tool` through, words that are left out apart.
    pub(super) fn lets(&self, tool: &Tool, ground: &Ground<'_>) -> bool {
        let is_one = |facet| {
            let mut asked = self.filters.iter().filter(|filter| filter.facet() == facet).peekable();
            asked.peek().is_none() || asked.any(|filter| filter.is_met(tool))
        };
        EITHER.into_iter().all(is_one)
            && self.filters.iter().all(|filter| filter.lets(tool, ground))
            && self.groups().all(|(least, most)| tool.people.0 <= least && most <= tool.people.1)
            && (!self.asks_for_time() || !self.fits(tool).is_empty() || self.fits_the_fewest(tool))
    }

    /// Whether it fits at least for the smallest group, while nobody has said how many come.
    fn fits_the_fewest(&self, tool: &Tool) -> bool {
        self.people().is_none() && !self.fits_for(tool, tool.people.0).is_empty()
    }

    /// Whether it says how long a tool may take: its rows then say in which lengths it fits.
    #[must_use]
    pub fn asks_for_time(&self) -> bool {
        self.spans().next().is_some()
    }

    /// The lengths of `tool` that fit, with their minutes, shortest first; of equal ones the normal. All of them when
    /// nothing is said of time; none where it fits only for fewer than the usual number of people.
    #[must_use]
    pub fn fits(&self, tool: &Tool) -> Vec<(Variant, u16)> {
        self.fits_for(tool, self.people().unwrap_or(tool.usual_people()))
    }

    fn fits_for(&self, tool: &Tool, people: u16) -> Vec<(Variant, u16)> {
        let mut found: Vec<(Variant, u16)> = Vec::new();
        for variant in [Variant::Normal, Variant::Short, Variant::Long] {
            let minutes = u16::try_from(tool.length(variant, people).minutes_up()).unwrap_or(u16::MAX);
            let is_new = found.iter().all(|(_, other)| *other != minutes);
            let fits = self.spans().all(|(least, most)| (least..=most).contains(&minutes) && tool.minutes.0 <= most);
            if is_new && fits {
                found.push((variant, minutes));
            }
        }
        found.sort_by_key(|(_, minutes)| *minutes);
        found
    }

    /// The length in which to run `tool`: the longest that fits when something is said of time (the short one where none
    /// does), else the normal.
    #[must_use]
    pub fn best(&self, tool: &Tool) -> Variant {
        self.best_for(tool, self.people().unwrap_or(tool.usual_people()))
    }

    /// The same for a plan with so many participants, whatever was asked; the short one where none fits for so many.
    #[must_use]
    pub fn best_for(&self, tool: &Tool, people: u16) -> Variant {
        let longest = self.fits_for(tool, people).last().map_or(Variant::Short, |(variant, _)| *variant);
        Some(longest).filter(|_| self.asks_for_time()).unwrap_or_default()
    }

    /// The same for what is put in after the running block: the longest that there is to spare for, when what fits now is
    /// asked for and there is one.
    #[must_use]
    pub fn best_after(&self, tool: &Tool, people: u16) -> Variant {
        let spare = self.left.as_ref().map_or(0, Left::to_spare);
        let fits = self.fits_for(tool, people).into_iter().rev().find(|(_, minutes)| *minutes <= spare);
        fits.map_or_else(|| self.best_for(tool, people), |(variant, _)| variant)
    }

    /// The group that rounds are reckoned for; none when nothing is said.
    fn people(&self) -> Option<u16> {
        self.groups().map(|(_, most)| most).max()
    }

    /// The groups that the line says; where it says none, as many as take part.
    fn groups(&self) -> impl Iterator<Item = (u16, u16)> {
        let here = self.left.iter().filter(|_| self.said().next().is_none());
        self.said().chain(here.filter_map(|left| left.people.map(|people| (people, people))))
    }

    fn said(&self) -> impl Iterator<Item = (u16, u16)> {
        self.filters.iter().filter_map(|filter| match filter {
            Filter::People(least, most) => Some((*least, *most)),
            _ => None,
        })
    }

    fn spans(&self) -> impl Iterator<Item = (u16, u16)> {
        let said = self.filters.iter().filter_map(|filter| match filter {
            Filter::Minutes(least, most) => Some((*least, *most)),
            _ => None,
        });
        said.chain(self.left.iter().map(|left| (0, left.minutes())))
    }
}

/// From so many letters on a word is told of that no name has.
const LEAST_WORD: usize = 3;

impl Filter {
    /// Whether it lets `tool` through, as far as it goes by itself: not by time, people or words, nor with its like.
    fn lets(&self, tool: &Tool, ground: &Ground<'_>) -> bool {
        match self {
            Filter::Favourite => ground.shelf.has(&tool.id),
            Filter::Not(filter) => !(filter.is_met(tool) && filter.lets(tool, ground)),
            _ => true,
        }
    }

    /// Whether the card alone says that it is met; what needs more than the card is not asked here.
    fn is_met(&self, tool: &Tool) -> bool {
        match self {
            Filter::Phase(phase) => tool.phases.contains(phase),
            Filter::Form(form) => tool.forms.contains(form),
            Filter::Sitting(sitting) => sitting.is_in(tool),
            Filter::Purpose(purpose) => tool.purposes.contains(purpose),
            Filter::Family(family) => tool.family == *family,
            _ => true,
        }
    }
}
