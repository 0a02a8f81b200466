//! The text of a card, line by line for a given width.

use super::links::links;
use crate::domain::learned;
use crate::domain::text::{Text, Words, words};
use crate::domain::tool::{Advance, Source, Step, Tool, Variant};
use crate::model::Model;
use crate::ui::names;
use crate::ui::page::{Page, PageLine};
use crate::ui::theme::{Tone, style};
use ratatui::layout::Size;
use ratatui::text::{Line, Span};

/// The whole card of `tool` in the model's language, in lines of at most `width` columns.
#[must_use]
pub fn lines(model: &Model, tool: &Tool, variant: Variant, width: u16) -> Vec<PageLine> {
    put_together(Page::new(model, width), tool, variant)
}

/// The [`lines`] that are seen in an area of this size, and perhaps some more.
#[must_use]
pub fn beginning(model: &Model, tool: &Tool, variant: Variant, seen: Size) -> Vec<PageLine> {
    put_together(Page::new(model, seen.width).seen(seen.height), tool, variant)
}

fn put_together(page: Page<'_>, tool: &Tool, variant: Variant) -> Vec<PageLine> {
    let mut page = CardPage { page };
    page.head(tool, variant);
    page.section(WHY, std::slice::from_ref(&tool.why));
    page.section(STRENGTHS, std::slice::from_ref(&tool.strengths));
    page.list(MATERIAL, &tool.material);
    page.list(PREPARE, &tool.prepare);
    page.steps(tool, variant);
    page.list(TIPS, &tool.tips);
    page.list(EXAMPLES, &tool.examples);
    page.list(PITFALLS, &tool.pitfalls);
    page.list(VARIANTS, &tool.variants);
    page.section(ONLINE, std::slice::from_ref(&tool.online));
    page.source(&tool.source);
    page.links(tool);
    page.page.lines
}

/// A card that is being put together.
struct CardPage<'a> {
    page: Page<'a>,
}

impl CardPage<'_> {
    fn head(&mut self, tool: &Tool, variant: Variant) {
        let (model, lang) = (self.page.model, self.page.model.lang);
        let star = if model.facts.shelf.has(&tool.id) { model.say(FAVOURITE) } else { "" };
        self.page.title(&format!("{}{star}", tool.name.pick(lang)));
        let people = PEOPLE.with(lang, names::people(tool.people, lang));
        self.page.prose("", &format!("{} min · {people}", names::range(tool.minutes)), Tone::Text);
        let phases: Vec<&str> = tool.phases.iter().map(|phase| model.say(names::phase(*phase))).collect();
        let forms: Vec<&str> = tool.forms.iter().map(|form| model.say(names::form(*form))).collect();
        let both = [phases.join(", "), forms.join(", ")];
        let both: Vec<&str> = both.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        self.page.prose("", &both.join(" · "), Tone::Quiet);
        self.lengths(tool, variant);
        self.page.written_like(&tool.why);
    }

    /// The lengths as far as they differ, the chosen one marked, and how long that took the last times.
    fn lengths(&mut self, tool: &Tool, variant: Variant) {
        let model = self.page.model;
        let length = |this: Variant| names::length(tool.length(this, tool.usual_people()), model.lang);
        let one = |this: &Variant| {
            let (mark, tone) = if *this == variant { ("▸", Tone::Accent) } else { (" ", Tone::Quiet) };
            Span::styled(format!("{mark}{} {}  ", model.say(names::variant(*this)), length(*this)), style(model, tone))
        };
        let told = match tool.lengths(variant).as_slice() {
            [only] => vec![Span::styled(format!(" {}", length(*only)), style(model, Tone::Quiet))],
            several => several.iter().map(one).collect(),
        };
        self.page.push(Line::from(told));
        if let Some(took) = learned::told(model.took_by(&tool.id, variant), model.lang) {
            self.page.prose("", &format!(" {took}"), Tone::Quiet);
        }
    }

    fn section(&mut self, heading: Words, texts: &[Text]) {
        self.texts(heading, "", texts);
    }

    fn list(&mut self, heading: Words, texts: &[Text]) {
        self.texts(heading, "• ", texts);
    }

    fn texts(&mut self, heading: Words, first: &str, texts: &[Text]) {
        if texts.iter().all(Text::is_empty) {
            return;
        }
        self.page.heading(heading);
        for text in texts {
            self.page.text(first, text, Tone::Text);
        }
    }

    fn steps(&mut self, tool: &Tool, variant: Variant) {
        if tool.steps.is_empty() {
            return;
        }
        self.page.heading(STEPS);
        if tool.advance == Advance::ByHand {
            self.page.prose("", self.page.model.say(BY_HAND), Tone::Quiet);
        }
        for (index, step) in tool.steps.iter().enumerate() {
            if index > 0 {
                self.page.gap();
            }
            self.step(index, step, variant, tool.usual_people());
        }
    }

    fn step(&mut self, index: usize, step: &Step, variant: Variant, people: u16) {
        let (model, lang) = (self.page.model, self.page.model.lang);
        let length = names::length(step.length(variant, people), lang);
        let grouping = names::grouping(step.grouping, lang);
        let head = format!("{}  {length}, {grouping}", index + 1);
        self.page.push(Line::styled(head, style(model, Tone::Accent)));
        if let Some(round) = step.per_person {
            let each = EACH.with2(lang, round.seconds, people);
            self.page.prose("   ", &each, Tone::Quiet);
        }
        self.page.text("   » ", &step.say, Tone::Text);
        self.page.text("     ", &step.lead, Tone::Quiet);
    }

    fn source(&mut self, source: &Source) {
        let year = source.year.map(|year| format!(" ({year})")).unwrap_or_default();
        let who = source.who.pick(self.page.model.lang);
        let note = source.note.pick(self.page.model.lang);
        let url = source.url.as_deref().unwrap_or_default();
        let parts: Vec<String> = [format!("{who}{year}"), note.to_owned(), url.to_owned()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        if !parts.is_empty() {
            self.page.heading(SOURCE);
            for part in parts {
                self.page.prose("", &part, Tone::Text);
            }
        }
    }

    fn links(&mut self, tool: &Tool) {
        let model = self.page.model;
        let mut number = 0..;
        for (heading, links) in links(model, tool).into_iter().filter(|(_, links)| !links.is_empty()) {
            self.page.heading(heading);
            for ((tool, why), number) in links.into_iter().zip(&mut number) {
                self.page.link(tool.name.pick(model.lang), number);
                if let Some(why) = why {
                    self.reason(why, number);
                }
            }
        }
    }

    /// Why the link leads there, as a part of it.
    fn reason(&mut self, why: &Text, link: usize) {
        let before = self.page.lines.len();
        self.page.text("    ", why, Tone::Quiet);
        self.page.lines.iter_mut().skip(before).for_each(|line| line.link = Some(link));
    }
}

const FAVOURITE: Words = words("  ★ favoritt", "  ★ favoritt", "  ★ favourite");
const PEOPLE: Words = words("{} deltakere", "{} deltakarar", "{} people");
const WHY: Words = words("Hva gruppen får ut av det", "Kva gruppa får ut av det", "What the group gets");
const STRENGTHS: Words = words("Styrken i det", "Styrken i det", "The strength in it");
const MATERIAL: Words = words("Du trenger", "Du treng", "You need");
const PREPARE: Words = words("Forbered", "Førebu", "Prepare");
const STEPS: Words = words("Slik gjør dere", "Slik gjer de", "How it goes");
const BY_HAND: Words = words("Delene går videre for hånd.", "Delane går vidare for hand.", "The parts go on by hand.");
const TIPS: Words = words("Tips", "Tips", "Tips");
const EXAMPLES: Words = words("Eksempler", "Døme", "Examples");
const PITFALLS: Words = words("Pass på", "Pass på", "Watch out for");
const VARIANTS: Words = words("Varianter", "Variantar", "Variants");
const ONLINE: Words = words("På nett", "På nett", "Online");
const SOURCE: Words = words("Opphav", "Opphav", "Source");
const EACH: Words = words(
    "{} sekunder til hver; regnet for [] deltakere",
    "{} sekund til kvar; rekna for [] deltakarar",
    "{} seconds each, worked out for [] people",
);
