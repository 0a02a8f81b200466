//! A method in another of its lengths, and its rounds for another number of people, while a workshop is planned.

use super::key;
use crate::domain::agenda::{Agenda, Block};
use crate::domain::text::{Lang, Words, words};
use crate::domain::tool::{USUAL_PEOPLE, Variant};
use crate::model::Model;
use crate::screen::Cx;
use crate::ui::keyed::keyed;
use crate::ui::names;

/// The lengths of a block's method that differ.
fn all(block: &Block) -> Vec<Variant> {
    Variant::worth_telling(block.variant, |variant| block.minutes_in(variant))
}

/// The lengths of a block's method in minutes as far as they differ, the chosen one marked: `10 · ▸15 · 25 min`; nothing
/// when there is but one.
#[must_use]
pub fn hint(block: &Block, lang: Lang) -> Option<String> {
    let one = |variant: &Variant| {
        let mark = if *variant == block.variant { "▸" } else { "" };
        format!("{mark}{} {}", names::variant(*variant).pick(lang), block.minutes_in(*variant))
    };
    block.has_variants().then(|| format!("{} min", all(block).iter().map(one).collect::<Vec<_>>().join(" · ")))
}

/// Runs the chosen block's method in the next of its lengths, and says which.
pub fn cycle(cx: &mut Cx<'_>) {
    let id = super::chosen(cx.model);
    let block = id.and_then(|id| cx.model.agenda()?.1.block(id)).map(|block| with_lengths(cx.model, block));
    let Some(block) = block.filter(Block::has_variants) else { return cx.notify(ONLY_ONE) };
    let block = block.in_variant(block.variant.next_of(&all(&block)));
    let told = TOLD.with(cx.model.lang, cx.model.say(names::variant(block.variant)));
    let told = told + &hint(&block, cx.model.lang).unwrap_or_default();
    super::with_chosen(cx, |agenda, id| {
        if let Some(place) = agenda.block_mut(id) {
            *place = block;
        }
    });
    cx.model.notify(told, cx.now);
}

/// The block with the other lengths of its method; one that was planned before they were kept gets them from its tool,
/// if it still has as many parts.
fn with_lengths(model: &Model, block: &Block) -> Block {
    let mut block = block.clone();
    let tool = block.tool.as_ref().and_then(|id| model.catalogue.tool(id));
    let Some(tool) = tool.filter(|tool| tool.steps.len() == block.parts.len() && !block.has_variants()) else {
        return block;
    };
    let people = model.agenda().and_then(|(_, agenda)| agenda.people).unwrap_or(USUAL_PEOPLE);
    let fresh = Block::of_tool(tool, block.variant, people, Lang::Nb);
    for (part, fresh) in block.parts.iter_mut().zip(fresh.parts) {
        (part.short, part.normal, part.long) = (fresh.short, fresh.normal, fresh.long);
        part.per_person = fresh.per_person;
    }
    block
}

/// Gives the rounds of every block the time that so many people need; answers what became longer or shorter, in words.
pub fn follow_people(agenda: &mut Agenda, people: u16, lang: Lang) -> Option<String> {
    let mut changed = Vec::new();
    for block in &mut agenda.blocks {
        let other = block.for_people(people);
        if other != *block {
            changed.push(format!("«{}» {} min", other.title, other.minutes));
            *block = other;
        }
    }
    (!changed.is_empty()).then(|| ROUNDS.with(lang, changed.join(", ")))
}

const ONLY_ONE: Words = keyed!(
    [key("agenda.longer"), key("agenda.shorter")],
    words(
        "Denne økten har bare én lengde; ^ og ^ endrer den",
        "Denne økta har berre éi lengd; ^ og ^ endrar ho",
        "This block has only one length; ^ and ^ change it"
    )
);
const TOLD: Words = words("Nå {}: ", "No {}: ", "Now {}: ");
const ROUNDS: Words = keyed!(
    [key("agenda.undo")],
    words("Rundene følger: {}; ^ angrer", "Rundane følgjer: {}; ^ angrar", "Rounds follow: {}; ^ undoes it")
);
