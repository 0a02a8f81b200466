//! What is known of the chosen block while it is planned: what it asks, what it needs, and what is said and done in its
//! parts.

use super::lengths;
use crate::domain::agenda::{Block, Part};
use crate::domain::text::{Text, Words, words};
use crate::domain::tool::Advance;
use crate::model::Model;
use crate::ui::names;
use crate::ui::page::{Page, PageLine};
use crate::ui::theme::Tone;

/// The block, and how long it took the last times, in lines of at most `width` columns; what matters most comes first.
pub fn lines(model: &Model, (block, took): (&Block, Option<String>), width: u16) -> Vec<PageLine> {
    let mut page = Page::new(model, width);
    page.title(&block.title);
    for (label, text) in [(QUESTION, block.question.as_str()), (NOTE, block.note.as_str())] {
        if !text.is_empty() {
            page.labelled(model.say(label), text);
        }
    }
    let method = block.tool.as_ref().and_then(|id| model.catalogue.tool(id));
    if let Some(method) = method.filter(|method| !method.material.is_empty()) {
        page.labelled(model.say(NEEDED), &in_one_line(model, &method.material));
    }
    facts(&mut page, block, took);
    for (index, part) in block.parts.iter().enumerate() {
        self::part(&mut page, index, part);
    }
    if let Some(method) = method {
        list(&mut page, PREPARE, &method.prepare);
        list(&mut page, TIPS, &method.tips);
    }
    page.lines
}

fn in_one_line(model: &Model, texts: &[Text]) -> String {
    texts.iter().map(|text| text.pick(model.lang)).collect::<Vec<_>>().join(" · ")
}

/// What is set about it, a line each.
fn facts(page: &mut Page<'_>, block: &Block, took: Option<String>) {
    let lang = page.model.lang;
    let minutes = |words: Words, minutes: u16| (minutes > 0).then(|| words.with(lang, minutes));
    let by_hand = block.parts.len() > 1 && block.advance == Advance::ByHand;
    let all = [
        minutes(LEAST, block.min.unwrap_or(0)),
        minutes(GAP, block.gap),
        took,
        lengths::hint(block, lang),
        by_hand.then(|| BY_HAND.pick(lang).to_owned()),
    ];
    all.into_iter().flatten().for_each(|fact| page.prose("", &fact, Tone::Quiet));
}

/// How long it is and how people sit, what the room is told, and what the leader does.
fn part(page: &mut Page<'_>, index: usize, part: &Part) {
    let lang = page.model.lang;
    let grouping = names::grouping(part.grouping, lang);
    page.prose("", &format!("{}  {} min, {grouping}", index + 1, part.minutes), Tone::Accent);
    for (first, text, tone) in [("   » ", &part.say, Tone::Text), ("     ", &part.lead, Tone::Quiet)] {
        if !text.is_empty() {
            page.prose(first, text.pick(lang), tone);
        }
    }
}

fn list(page: &mut Page<'_>, heading: Words, texts: &[Text]) {
    if texts.is_empty() {
        return;
    }
    page.heading(heading);
    for text in texts {
        page.prose("• ", text.pick(page.model.lang), Tone::Text);
    }
}

const QUESTION: Words = words("Spørsmål", "Spørsmål", "Question");
const NOTE: Words = words("Privat", "Privat", "Private");
const NEEDED: Words = words("Du trenger", "Du treng", "You need");
const LEAST: Words = words("Minst {} min", "Minst {} min", "At least {} min");
const GAP: Words = words("{} min byttetid før", "{} min bytetid før", "{} min changeover before it");
const BY_HAND: Words = words("Delene går videre for hånd", "Delane går vidare for hand", "Parts go on by hand");
const PREPARE: Words = words("Forbered", "Førebu", "Prepare");
const TIPS: Words = words("Tips", "Tips", "Tips");
