//! The catalogue folded once for searching: the fields of each tool, their words, and the words of its long texts.

use super::body::Body;
use super::fold::{Word, bag, words};
use super::order::order;
use super::thesaurus::Thesaurus;
use super::vocabulary::{Collector, Groups, Vocabulary, joined, number};
use crate::domain::catalogue::Catalogue;
use crate::domain::text::{Lang, Text};
use crate::domain::tool::{Tool, ToolId};
use std::collections::{BTreeSet, HashSet};

/// Where in a card a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The name in the language asked for.
    Name,
    /// The name in another language.
    OtherName,
    /// What stands in brackets or after a slash in a name.
    NamePart,
    Alias,
    Id,
    /// A word that means the same as one in a name or alias.
    Synonym,
    /// What people call a purpose of the tool.
    Purpose,
    /// The card says it where it tells what the tool is good for.
    Why,
    /// The card says it in its parts, tips or examples.
    Steps,
}

impl Place {
    /// What a find here is worth, in percent of one in the name.
    #[must_use]
    pub fn worth(self) -> u32 {
        match self {
            Place::Name => 100,
            Place::OtherName => 96,
            Place::NamePart => 93,
            Place::Alias => 88,
            Place::Id => 70,
            Place::Synonym => 60,
            Place::Purpose => 45,
            Place::Why => 32,
            Place::Steps => 18,
        }
    }
}

/// A short field of a tool.
#[derive(Debug, Clone)]
pub struct Field {
    pub tool: u32,
    place: Place,
    /// The languages whose users are shown this name, as bits in the order of [`Lang::ALL`].
    shown: u8,
    /// Length of its words together.
    pub letters: u32,
    /// Its words written as one, as a number in the vocabulary.
    pub whole: u32,
    pub bag: u64,
    /// Its folded words, for fuzzy matching; empty where that is not done.
    pub text: Box<str>,
}

impl Field {
    /// Where this is, for somebody who reads `lang`.
    #[must_use]
    pub fn place(&self, lang: Lang) -> Place {
        match self.place {
            Place::Name if self.shown & bit(lang) == 0 => Place::OtherName,
            place => place,
        }
    }
}

fn bit(lang: Lang) -> u8 {
    Lang::ALL.iter().position(|other| *other == lang).map_or(0, |place| 1 << place)
}

/// The catalogue, folded once for searching.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(super) tools: Vec<(ToolId, Text)>,
    pub(super) fields: Vec<Field>,
    pub(super) vocabulary: Vocabulary,
    /// For each tool its fields.
    pub(super) of_tool: Groups,
    /// For each field its words.
    pub(super) of_field: Groups,
    /// For each word the fields it stands in.
    pub(super) holders: Groups,
    /// For each group of the thesaurus the tools that belong to it.
    pub(super) members: Groups,
    pub(super) body: Body,
    pub(super) thesaurus: Thesaurus,
    /// For each language the place of each tool in Norwegian order of the names.
    pub(super) ranks: [Vec<u32>; 3],
}

impl Index {
    /// The index of `catalogue` and its synonyms.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Index {
        let mut building = Building { thesaurus: Thesaurus::new(catalogue.synonyms()), ..Building::default() };
        let mut body = super::body::Collector::default();
        let mut tools = Vec::with_capacity(catalogue.tools().len());
        for (at, tool) in (0..).zip(catalogue.tools()) {
            building.add(at, tool);
            body.add(at, tool, &building.thesaurus);
            tools.push((tool.id.clone(), tool.name.clone()));
        }
        let ranks = Lang::ALL.map(|lang| ranks(&tools, lang));
        building.finish(Index { tools, ranks, body: body.sorted(), ..Index::default() })
    }

    /// Whether some card has this folded word as it stands.
    pub(super) fn knows(&self, text: &str) -> bool {
        self.vocabulary.knows(text) || self.body.knows(text) || self.thesaurus.knows(text)
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
}

fn ranks(tools: &[(ToolId, Text)], lang: Lang) -> Vec<u32> {
    let mut sorted: Vec<_> =
        tools.iter().enumerate().map(|(at, (id, name))| (order(name.pick(lang)), id, at)).collect();
    sorted.sort();
    let mut ranks = vec![0; tools.len()];
    for (rank, (_, _, at)) in (0..).zip(sorted) {
        if let Some(slot) = ranks.get_mut(at) {
            *slot = rank;
        }
    }
    ranks
}

/// An index on the way: words still have the numbers they came with.
#[derive(Debug, Default)]
struct Building {
    words: Collector,
    fields: Vec<Field>,
    of_field: Vec<Vec<u32>>,
    of_tool: Groups,
    /// For each tool its groups in the thesaurus.
    groups: Vec<BTreeSet<u32>>,
    thesaurus: Thesaurus,
}

/// A field on the way.
struct Draft<'a> {
    text: &'a str,
    place: Place,
    shown: u8,
}

impl Building {
    fn add(&mut self, tool: u32, card: &Tool) {
        let first = number(self.fields.len());
        let mut known = HashSet::new();
        let mut groups: BTreeSet<u32> = self.thesaurus.of_purposes(&card.purposes).collect();
        let (id, aliases) = (card.id.as_str().replace('-', " "), card.aliases.all());
        let mut drafts = names(&card.name);
        drafts.extend(aliases.map(|(_, alias)| Draft { text: alias, place: Place::Alias, shown: 0 }));
        drafts.push(Draft { text: &id, place: Place::Id, shown: 0 });
        for draft in drafts {
            let found = words(draft.text);
            groups.extend(self.thesaurus.groups(&found));
            self.field(tool, &draft, &found, &mut known);
        }
        self.groups.push(groups);
        self.of_tool.push(first..number(self.fields.len()));
    }

    fn field(&mut self, tool: u32, draft: &Draft<'_>, found: &[Word], known: &mut HashSet<String>) {
        let text: Vec<_> = found.iter().map(|word| word.text.as_str()).collect();
        let text = text.join(" ");
        let literal: String = found.iter().flat_map(|word| [word.literal.as_str(), " "]).collect();
        if found.is_empty() || !known.insert(literal) {
            return;
        }
        let fuzzy = matches!(draft.place, Place::Name | Place::NamePart | Place::Alias);
        self.of_field.push(found.iter().map(|word| self.words.number(word)).collect());
        self.fields.push(Field {
            tool,
            place: draft.place,
            shown: draft.shown,
            letters: number(found.iter().map(|word| word.text.len()).sum()),
            whole: self.words.whole(&joined(found)),
            bag: bag(&text),
            text: if fuzzy { text.into() } else { Box::default() },
        });
    }

    fn finish(mut self, index: Index) -> Index {
        let (vocabulary, renumbered) = self.words.sorted();
        let now = |old: u32| renumbered.get(old as usize).copied().unwrap_or_default();
        let (mut of_field, mut with_whole) = (Groups::default(), Groups::default());
        for (field, of_this) in self.fields.iter_mut().zip(self.of_field) {
            field.whole = now(field.whole);
            of_field.push(of_this.iter().map(|word| now(*word)));
            let joined = (of_this.len() > 1).then_some(field.whole);
            with_whole.push(of_this.iter().map(|word| now(*word)).chain(joined));
        }
        let mut members = vec![Vec::new(); 1 + self.groups.iter().flatten().max().map_or(0, |last| *last as usize)];
        for (tool, groups) in (0..).zip(&self.groups) {
            for group in groups {
                members.get_mut(*group as usize).into_iter().for_each(|list: &mut Vec<u32>| list.push(tool));
            }
        }
        Index {
            members: members.into_iter().collect(),
            holders: with_whole.turned(vocabulary.entries.len()),
            vocabulary,
            of_field,
            of_tool: self.of_tool,
            fields: self.fields,
            thesaurus: self.thesaurus,
            ..index
        }
    }
}

/// The names of a tool, each once with all languages it is shown in, and their parts.
fn names(name: &Text) -> Vec<Draft<'_>> {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    for lang in Lang::ALL {
        let text = name.pick(lang);
        let mut parts =
            text.split(['(', ')']).flat_map(|part| part.split(" / ")).filter(|part| !part.trim().is_empty());
        match drafts.iter_mut().find(|draft| Some(draft.text) == parts.clone().next()) {
            Some(known) => known.shown |= bit(lang),
            None => drafts.extend(parts.next().map(|text| Draft { text, place: Place::Name, shown: bit(lang) })),
        }
        drafts.extend(parts.map(|text| Draft { text, place: Place::NamePart, shown: 0 }));
    }
    drafts
}
