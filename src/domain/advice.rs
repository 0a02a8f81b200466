//! What there is to say of a plan before it is run: where it clashes with the clock, and what is worth a look though it
//! can be run. What is not allowed in an agenda at all is in `agenda`.

use super::agenda::{Agenda, Block};
use super::catalogue::Catalogue;
use super::schedule::{Sheet, SheetRow};
use super::text::{Lang, Text, Words, words};
use super::times::Seconds;

/// Sentences about the blocks of a plan, in their order, each with the number and title of its block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Advice {
    /// Clock times that cannot be kept: conflicts.
    pub clashes: Vec<Text>,
    /// What may well be meant.
    pub looks: Vec<Text>,
}

/// What there is to say of `agenda`, which is laid out on `sheet`.
#[must_use]
pub fn advice(agenda: &Agenda, sheet: &Sheet, catalogue: &Catalogue) -> Advice {
    let mut advice = Advice::default();
    for (number, (block, row)) in (1..).zip(agenda.blocks.iter().zip(&sheet.rows)) {
        advice.clashes.extend(row.conflict.map(|clash| block.told(number, |lang| clash.told(lang))));
        let looks = [tool(block, catalogue), parts(block, row), signal(block)];
        advice.looks.extend(looks.iter().flatten().map(|look| block.told(number, |lang| look.told(lang))));
    }
    advice
}

/// Words and what goes into them.
struct Look(Words, String);

impl Look {
    fn told(&self, lang: Lang) -> String {
        self.0.with(lang, &self.1)
    }
}

/// A tool that is not in the catalogue: what it needs and how to prepare is not known then.
fn tool(block: &Block, catalogue: &Catalogue) -> Option<Look> {
    let id = block.tool.as_ref().filter(|id| catalogue.tool(id).is_none())?;
    Some(Look(NO_TOOL, id.to_string()))
}

/// Parts that the block has no room for (S4).
fn parts(block: &Block, row: &SheetRow) -> Option<Look> {
    let parts: Seconds = block.parts.iter().map(|part| Seconds::of_minutes(part.minutes)).sum();
    let lacking = parts - row.length;
    (lacking > Seconds::ZERO).then(|| Look(TOO_SHORT, lacking.minutes_up().to_string()))
}

/// A signal that would come before its block begins.
fn signal(block: &Block) -> Option<Look> {
    block.early_signal().map(|fault| Look(fault.words(), String::new()))
}

const NO_TOOL: Words = words(
    "verktøyet «{}» finnes ikke i katalogen",
    "verktøyet «{}» finst ikkje i katalogen",
    "the tool “{}” is not in the catalogue",
);
const TOO_SHORT: Words =
    words("{} min for lite til delene", "{} min for lite til delane", "{} min too short for its parts");
