//! What is known of the chosen block while it is planned: what it asks, what it needs, and what is said and done in its
//! parts; and of the next one where there is room.

use super::lengths;
use crate::domain::agenda::{Agenda, Block, Part};
use crate::domain::text::{Text, Words, words};
use crate::domain::tool::Advance;
use crate::model::Model;
use crate::ui::names;
use crate::ui::page::{Page, PageLine};
use crate::ui::theme::Tone;

/// The block at `place` of the agenda in lines of at most `width` columns; where it leaves most of `room` lines empty, as
/// a break does, what comes after it as well, as far as the next block that there is more to say of than its title.
pub fn lines(
    model: &Model,
    (agenda, place): (&Agenda, usize),
    took: impl Fn(&Block) -> Option<String>,
    (width, room): (u16, usize),
) -> Vec<PageLine> {
    let Some((chosen, following)) = agenda.blocks.get(place..).and_then(<[Block]>::split_first) else {
        return Vec::new();
    };
    let mut page = Page::new(model, width);
    page.title(&chosen.title);
    self::block(&mut page, chosen, took(chosen));
    if page.lines.len() * SPARSE > room {
        return page.lines;
    }
    for (index, next) in following.iter().enumerate() {
        page.gap();
        let title = if index == 0 { NEXT.with(model.lang, &next.title) } else { next.title.to_string() };
        page.title(&title);
        let before = page.lines.len();
        self::block(&mut page, next, took(next));
        if page.lines.len() > before {
            break;
        }
    }
    page.lines
}

/// From this part of the room on a block does not leave most of it empty.
const SPARSE: usize = 3;

/// What is known of a block, and how long it took the last times; what matters most comes first.
fn block(page: &mut Page<'_>, block: &Block, took: Option<String>) {
    let model = page.model;
    for (label, text) in [(QUESTION, block.question.as_str()), (NOTE, block.note.as_str())] {
        if !text.is_empty() {
            page.labelled(model.say(label), text);
        }
    }
    let method = block.tool.as_ref().and_then(|id| model.catalogue.tool(id));
    if let Some(method) = method.filter(|method| !method.material.is_empty()) {
        page.labelled(model.say(NEEDED), &in_one_line(model, &method.material));
    }
    facts(page, block, took);
    for (index, part) in block.parts.iter().enumerate() {
        self::part(page, index, part);
    }
    if let Some(method) = method {
        list(page, PREPARE, &method.prepare);
        list(page, TIPS, &method.tips);
    }
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

const NEXT: Words = words("Neste: {}", "Neste: {}", "Next: {}");
const QUESTION: Words = words("Spørsmål", "Spørsmål", "Question");
const NOTE: Words = words("Privat", "Privat", "Private");
const NEEDED: Words = words("Du trenger", "Du treng", "You need");
const LEAST: Words = words("Minst {} min", "Minst {} min", "At least {} min");
const GAP: Words = words("{} min byttetid før", "{} min bytetid før", "{} min changeover before it");
const BY_HAND: Words = words("Delene går videre for hånd", "Delane går vidare for hand", "Parts go on by hand");
const PREPARE: Words = words("Forbered", "Førebu", "Prepare");
const TIPS: Words = words("Tips", "Tips", "Tips");
