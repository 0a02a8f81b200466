//! The catalogue folded once for searching: the fields of each tool, their words, and the words of its long texts.

use super::body::Body;
use super::field::Field;
use super::groups::Groups;
use super::layer::Token;
use super::lines::Lines;
use super::members::Members;
use super::order::order;
use super::thesaurus::Thesaurus;
use super::vocabulary::Vocabulary;
use super::{body, building::Building};
use crate::domain::catalogue::Catalogue;
use crate::domain::text::{Lang, Text};
use crate::domain::tool::ToolId;
use std::hash::{BuildHasher, Hash, Hasher};
use std::ops::Range;

/// The catalogue, folded once for searching.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(super) tools: Vec<(ToolId, Text)>,
    pub(super) fields: Vec<Field>,
    /// For each field its tool, by itself because it is asked for most.
    pub(super) tool_of: Vec<u32>,
    /// For each tool where its fields end.
    pub(super) ends: Vec<u32>,
    pub(super) lines: Lines,
    pub(super) vocabulary: Vocabulary,
    /// For each field its words.
    pub(super) of_field: Groups,
    /// For each word the fields it stands in.
    pub(super) holders: Groups,
    /// For each word the names that begin with it, as their fields.
    pub(super) leading: Groups,
    /// For each group of the thesaurus the tools that belong to it.
    pub(super) members: Members,
    pub(super) body: Body,
    pub(super) thesaurus: Thesaurus,
    /// For each language the place of each tool in Norwegian order of the names.
    pub(super) ranks: [Vec<u32>; 3],
    /// Differs where the tools or their fields differ.
    pub(super) stamp: u64,
}

impl Index {
    /// The index of `catalogue` and its synonyms.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Index {
        let mut building = Building::knowing(Thesaurus::new(catalogue.synonyms()));
        let mut body = body::Collector::default();
        let mut tools = Vec::with_capacity(catalogue.tools().len());
        for (at, tool) in (0..).zip(catalogue.tools()) {
            building.add(at, tool);
            body.add(tool, &building.thesaurus);
            tools.push((tool.id.clone(), tool.name.clone()));
        }
        let ranks = Lang::ALL.map(|lang| ranks(&tools, lang));
        let stamp = stamp(&tools);
        building.finish(Index { tools, ranks, stamp, body: body.sorted(), ..Index::default() })
    }

    /// Whether some card has this folded word as it stands.
    pub(super) fn knows(&self, text: &str) -> bool {
        self.vocabulary.knows(text) || self.body.knows(text) || self.thesaurus.knows(text)
    }

    /// The words that begin with `token` and with which names begin.
    pub(super) fn initial_words(&self, token: &Token) -> impl Iterator<Item = u32> {
        self.vocabulary.begun(token).filter(|word| !self.leading.of(*word).is_empty())
    }

    /// Whether `phrase` (folded) stands in a name or alias.
    #[must_use]
    pub fn names(&self, phrase: &str) -> bool {
        let needed = super::fold::bag(phrase);
        self.lines.having(needed).any(|line| self.lines.line(line).1.contains(phrase))
    }

    /// The fields of a tool.
    pub(super) fn fields_of(&self, tool: u32) -> Range<u32> {
        let tool = tool as usize;
        let start = tool.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        start..self.ends.get(tool).copied().unwrap_or(start)
    }

    pub(super) fn id(&self, tool: u32) -> Option<&ToolId> {
        self.tools.get(tool as usize).map(|(id, _)| id)
    }

    /// How a tool is called, in all languages.
    pub(super) fn name(&self, tool: u32) -> Option<&Text> {
        self.tools.get(tool as usize).map(|(_, name)| name)
    }

    /// The place of a tool in Norwegian order of the names shown in `lang`.
    pub(super) fn rank(&self, tool: u32, lang: Lang) -> u32 {
        let [nb, nn, en] = &self.ranks;
        let ranks = match lang {
            Lang::Nb => nb,
            Lang::Nn => nn,
            Lang::En => en,
        };
        ranks.get(tool as usize).copied().unwrap_or(u32::MAX)
    }

    /// The tools whose names share many pairs of letters with `typed`, most alike first.
    pub(super) fn alike(&self, typed: &str, lang: Lang, limit: usize) -> Vec<u32> {
        let mut alike = vec![0; self.tools.len()];
        for (field, share) in self.lines.sharing(typed, ALIKE) {
            let Some(tool) = self.tool_of.get(field as usize) else { continue };
            alike.get_mut(*tool as usize).into_iter().for_each(|best: &mut usize| *best = share.max(*best));
        }
        let mut tools: Vec<_> = alike
            .iter()
            .zip(0..)
            .filter(|(alike, _)| **alike >= ALIKE)
            .map(|(alike, tool)| (usize::MAX - alike, self.rank(tool, lang), tool))
            .collect();
        if limit < tools.len() {
            tools.select_nth_unstable(limit);
            tools.truncate(limit);
        }
        tools.sort_unstable();
        tools.into_iter().map(|(.., tool)| tool).collect()
    }
}

/// From which share of their pairs of letters two texts are called alike, in percent; about fifty for one and the same.
const ALIKE: usize = 15;

fn ranks(tools: &[(ToolId, Text)], lang: Lang) -> Vec<u32> {
    let mut sorted: Vec<_> =
        tools.iter().zip(0_usize..).map(|((id, name), at)| (order(name.pick(lang)), id, at)).collect();
    sorted.sort_unstable();
    let mut ranks = vec![0; tools.len()];
    for (rank, (_, _, at)) in (0..).zip(sorted) {
        ranks.get_mut(at).into_iter().for_each(|slot| *slot = rank);
    }
    ranks
}

fn stamp(tools: &[(ToolId, Text)]) -> u64 {
    let mut hasher = foldhash::fast::FixedState::default().build_hasher();
    for (id, name) in tools {
        id.as_str().hash(&mut hasher);
        name.nb.hash(&mut hasher);
        name.nn.hash(&mut hasher);
        name.en.hash(&mut hasher);
    }
    hasher.finish()
}
