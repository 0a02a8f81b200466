//! An index on the way: the short fields of one card after the other; words still have the numbers they came with.

use super::collector::Collector;
use super::field::{Field, Place, bit, norwegian};
use super::groups::{Groups, number};
use super::index::Index;
use super::lines::Lines;
use super::members::Gathering;
use super::thesaurus::Thesaurus;
use super::vocabulary::Vocabulary;
use crate::domain::text::{Lang, Text};
use crate::domain::tool::Tool;

/// What has been read so far.
#[derive(Debug, Default)]
pub struct Building {
    words: Collector,
    fields: Vec<Field>,
    of_field: Groups,
    /// For each tool where its fields end.
    ends: Vec<u32>,
    members: Gathering,
    lines: Lines,
    pub thesaurus: Thesaurus,
    /// The words of one field.
    found: Vec<u32>,
}

/// A field on the way.
struct Draft<'a> {
    text: &'a str,
    place: Place,
    shown: u8,
}

impl Building {
    /// Nothing yet.
    #[must_use]
    pub fn knowing(thesaurus: Thesaurus) -> Building {
        Building { thesaurus, ..Building::default() }
    }

    /// Takes the names, aliases, id and needs of `card`, and what they mean.
    pub fn add(&mut self, tool: u32, card: &Tool) {
        let first = number(self.fields.len());
        let others = number(card.purposes.len().saturating_sub(1));
        for (at, group) in (0..).zip(self.thesaurus.of_purposes(&card.purposes)) {
            self.members.join(group, tool, PURPOSE.saturating_sub(at * LATER + others * SHARED));
        }
        let id = card.id.as_str().replace('-', " ");
        let aliases = card.aliases.all().map(|(lang, alias)| Draft {
            text: alias,
            place: Place::Alias,
            shown: norwegian(bit(lang)),
        });
        let needs = card.needs.all().map(|(_, need)| Draft { text: need, place: Place::Need, shown: 0 });
        let last = Draft { text: &id, place: Place::Id, shown: 0 };
        for draft in names(&card.name).into_iter().chain(aliases).chain([last]).chain(needs) {
            self.found.clear();
            self.words.read(draft.text, |_| true, &mut self.found);
            let known = (first..number(self.fields.len())).find(|field| self.of_field.of(*field) == self.found);
            match known.and_then(|field| self.fields.get_mut(field as usize)) {
                Some(known) if known.is(draft.place) || draft.place == Place::Name => {
                    (known.place, known.shown) = (draft.place, known.shown | draft.shown);
                }
                Some(_) => {}
                None if self.found.is_empty() => {}
                None => self.field(tool, &draft),
            }
        }
        self.ends.push(number(self.fields.len()));
    }

    /// Takes the field whose words were found.
    fn field(&mut self, tool: u32, draft: &Draft<'_>) {
        let words = || self.found.iter().map(|word| self.words.word(*word));
        let letters = number(words().map(|word| word.text.len()).sum());
        let roots: Vec<_> = words().map(|word| word.root()).collect();
        let groups = self.thesaurus.groups(&roots);
        if matches!(draft.place, Place::Name | Place::NamePart | Place::Alias) {
            self.lines.push(number(self.fields.len()), words().map(|word| word.text));
        }
        self.of_field.push(self.found.iter().copied());
        for (group, cover) in groups {
            let strength = draft.place.worth() * (PART + cover * (100 - PART) / 100) / 100;
            if self.thesaurus.is_purpose(group) {
                self.members.strengthen(group, tool, strength);
            } else {
                self.members.join(group, tool, strength);
            }
        }
        let whole = self.words.whole(&self.found);
        self.fields.push(Field { tool, whole, letters, place: draft.place, shown: draft.shown });
    }

    /// `index` with the short fields.
    #[must_use]
    pub fn finish(mut self, index: Index) -> Index {
        let (vocabulary, renumbered) = Vocabulary::of(&self.words);
        let now = |old: u32| renumbered.get(old as usize).copied().unwrap_or_default();
        let (mut of_field, mut with_whole, mut first) = (Groups::default(), Groups::default(), Groups::default());
        for (field, at) in self.fields.iter_mut().zip(0..) {
            field.whole = now(field.whole);
            let words = self.of_field.of(at);
            let joined = (words.len() > 1).then_some(field.whole);
            of_field.push(words.iter().map(|word| now(*word)));
            with_whole.push(words.iter().map(|word| now(*word)).chain(joined));
            first.push(words.first().filter(|_| field.place.is_a_name()).map(|word| now(*word)));
        }
        self.lines.know_names(|field| self.fields.get(field as usize).is_some_and(|field| field.is(Place::Name)));
        Index {
            holders: with_whole.turned(vocabulary.len()),
            leading: first.turned(vocabulary.len()),
            members: self.members.finish(),
            vocabulary,
            of_field,
            ends: self.ends,
            tool_of: self.fields.iter().map(|field| field.tool).collect(),
            fields: self.fields,
            lines: self.lines,
            thesaurus: self.thesaurus,
            ..index
        }
    }
}

/// How strongly a tool belongs to its only purpose, in hundredths of one that is called so; how much less to one that its
/// card names later, and for each other one that it has.
const PURPOSE: u32 = 70;
const LATER: u32 = 10;
const SHARED: u32 = 5;

/// What it is worth that a phrase of a group is a small part of a field, in hundredths of one that is all of it.
const PART: u32 = 70;

/// The names of a tool, each once with all languages it is shown in; and their parts, and all parts together.
fn names(name: &Text) -> Vec<Draft<'_>> {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    for lang in Lang::ALL {
        let text = name.pick(lang);
        let mut parts =
            text.split(['(', ')']).flat_map(|part| part.split(" / ")).filter(|part| !part.trim().is_empty());
        match drafts.iter_mut().find(|draft| Some(draft.text) == parts.clone().next()) {
            Some(known) => (known.place, known.shown) = (Place::Name, known.shown | bit(lang)),
            None => drafts.extend(parts.next().map(|text| Draft { text, place: Place::Name, shown: bit(lang) })),
        }
        let first = drafts.len();
        drafts.extend(parts.map(|text| Draft { text, place: Place::NamePart, shown: 0 }));
        if drafts.len() > first {
            drafts.push(Draft { text, place: Place::NamePart, shown: 0 });
        }
    }
    drafts
}
