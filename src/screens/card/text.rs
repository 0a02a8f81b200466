//! The text of a card, line by line for a given width.

use crate::domain::text::{Lang, Text, Words, words};
use crate::domain::tool::{Source, Step, Tool, Variant};
use crate::model::Model;
use crate::ui::list::{MARK, NO_MARK};
use crate::ui::theme::{Tone, style};
use crate::ui::{names, paint};
use ratatui::text::{Line, Span};

/// One line of a card.
#[derive(Debug, Clone)]
pub struct CardLine {
    pub shown: Line<'static>,
    /// The related tool it names, counted from 0 among those that are in the catalogue.
    pub link: Option<usize>,
}

/// The line of a link with the mark of the chosen row.
pub fn chosen(line: &Line<'static>) -> Line<'static> {
    let text: String = line.iter().map(|span| span.content.as_ref()).collect();
    Line::raw(text.replacen(NO_MARK, MARK, 1))
}

/// The whole card of `tool` in the model's language, in lines of at most `width` columns.
#[must_use]
pub fn lines(model: &Model, tool: &Tool, variant: Variant, width: u16) -> Vec<CardLine> {
    let mut page = Page { model, width: usize::from(width), lines: Vec::new(), remarks: Remarks::of(tool, model) };
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
    page.related(tool);
    page.lines
}

/// Lines that are being put together.
struct Page<'a> {
    model: &'a Model,
    width: usize,
    lines: Vec<CardLine>,
    remarks: Remarks,
}

/// Where it is told that a text is there in another language only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remarks {
    /// Once for all, since the whole card is.
    AtTheTop,
    WhereNeeded,
}

impl Remarks {
    /// What the group gets, in another language, means that the rest is too.
    fn of(tool: &Tool, model: &Model) -> Remarks {
        if other_language(&tool.why, model).is_some() { Remarks::AtTheTop } else { Remarks::WhereNeeded }
    }
}

impl Page<'_> {
    fn push(&mut self, shown: Line<'static>) {
        self.lines.push(CardLine { shown, link: None });
    }

    fn gap(&mut self) {
        self.push(Line::default());
    }

    fn heading(&mut self, words: Words) {
        self.gap();
        self.push(Line::styled(self.model.say(words), style(self.model, Tone::Title)));
    }

    /// Running text behind `first`; the lines that follow are indented by as much.
    fn prose(&mut self, first: &str, text: &str, tone: Tone) {
        let indent = " ".repeat(first.chars().count());
        let options = textwrap::Options::new(self.width.max(1)).initial_indent(first).subsequent_indent(&indent);
        for line in textwrap::wrap(text, options) {
            self.push(Line::styled(line.into_owned(), style(self.model, tone)));
        }
    }

    /// A text, with a remark when it alone is there in another language only.
    fn text(&mut self, first: &str, text: &Text, tone: Tone) {
        self.prose(first, text.pick(self.model.lang), tone);
        if let Some(lang) = other_language(text, self.model).filter(|_| self.remarks == Remarks::WhereNeeded) {
            let remark = ONLY_IN.with(self.model.lang, names::language(lang));
            self.prose(&" ".repeat(first.chars().count()), &remark, Tone::Quiet);
        }
    }

    fn head(&mut self, tool: &Tool, variant: Variant) {
        let (model, lang) = (self.model, self.model.lang);
        let name = paint::wrap(tool.name.pick(lang), self.width);
        for line in name {
            self.push(Line::styled(line, style(model, Tone::Title)));
        }
        let people = PEOPLE.with(lang, names::people(tool.people, lang));
        self.prose("", &format!("{} min · {people}", names::range(tool.minutes)), Tone::Text);
        let phases: Vec<&str> = tool.phases.iter().map(|phase| model.say(names::phase(*phase))).collect();
        let forms: Vec<&str> = tool.forms.iter().map(|form| model.say(names::form(*form))).collect();
        let both = [phases.join(", "), forms.join(", ")];
        let both: Vec<&str> = both.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        self.prose("", &both.join(" · "), Tone::Quiet);
        self.lengths(tool, variant);
        if let Some(lang) = other_language(&tool.why, model) {
            self.prose("", &CARD_IN.with(model.lang, names::language(lang)), Tone::Quiet);
        }
    }

    /// The three lengths, the chosen one marked.
    fn lengths(&mut self, tool: &Tool, variant: Variant) {
        let (model, people) = (self.model, tool.usual_people());
        let one = |this: Variant| {
            let length = names::length(tool.length(this, people), model.lang);
            let (mark, tone) = if this == variant { ("▸", Tone::Accent) } else { (" ", Tone::Quiet) };
            Span::styled(format!("{mark}{} {length}  ", model.say(names::variant(this))), style(model, tone))
        };
        self.push(Line::from([Variant::Short, Variant::Normal, Variant::Long].map(one).to_vec()));
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
        self.heading(heading);
        for text in texts {
            self.text(first, text, Tone::Text);
        }
    }

    fn steps(&mut self, tool: &Tool, variant: Variant) {
        if tool.steps.is_empty() {
            return;
        }
        self.heading(STEPS);
        for (index, step) in tool.steps.iter().enumerate() {
            if index > 0 {
                self.gap();
            }
            self.step(index, step, variant, tool.usual_people());
        }
    }

    fn step(&mut self, index: usize, step: &Step, variant: Variant, people: u16) {
        let (model, lang) = (self.model, self.model.lang);
        let length = names::length(step.length(variant, people), lang);
        let grouping = names::grouping(step.grouping, lang);
        let head = format!("{}  {length}, {grouping}", index + 1);
        self.push(Line::styled(head, style(model, Tone::Accent)));
        if let Some(round) = step.per_person {
            let each = EACH.with(lang, round.seconds).replace("[]", &people.to_string());
            self.prose("   ", &each, Tone::Quiet);
        }
        self.text("   » ", &step.say, Tone::Text);
        self.text("     ", &step.lead, Tone::Quiet);
    }

    fn source(&mut self, source: &Source) {
        let year = source.year.map(|year| format!(" ({year})")).unwrap_or_default();
        let who = source.who.pick(self.model.lang);
        let note = source.note.pick(self.model.lang);
        let url = source.url.as_deref().unwrap_or_default();
        let parts: Vec<String> = [format!("{who}{year}"), note.to_owned(), url.to_owned()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        if !parts.is_empty() {
            self.heading(SOURCE);
            for part in parts {
                self.prose("", &part, Tone::Text);
            }
        }
    }

    fn related(&mut self, tool: &Tool) {
        let model = self.model;
        let related: Vec<&Tool> = tool.related.iter().filter_map(|id| model.catalogue.tool(id)).collect();
        if related.is_empty() {
            return;
        }
        self.heading(RELATED);
        for (index, tool) in related.into_iter().enumerate() {
            let name = paint::cut(&format!("{NO_MARK}{}", tool.name.pick(model.lang)), self.width);
            let shown = Line::styled(name, style(model, Tone::Accent));
            self.lines.push(CardLine { shown, link: Some(index) });
        }
    }
}

/// The language that the text is shown in when that is not the model's; not for names and addresses, which read alike.
fn other_language(text: &Text, model: &Model) -> Option<Lang> {
    let shown = text.pick(model.lang);
    let alike = [&text.nb, &text.nn, &text.en].into_iter().flatten().all(|line| line.as_str() == shown);
    text.picked(model.lang).filter(|lang| *lang != model.lang && (!alike || text.written(model.lang).is_none()))
}

const CARD_IN: Words =
    words("Teksten finnes bare på {}.", "Teksten finst berre på {}.", "The text is there only in {}.");
const ONLY_IN: Words = words("(finnes bare på {})", "(finst berre på {})", "(only in {})");
const PEOPLE: Words = words("{} deltakere", "{} deltakarar", "{} people");
const WHY: Words = words("Hva gruppen får ut av det", "Kva gruppa får ut av det", "What the group gets");
const STRENGTHS: Words = words("Styrken i det", "Styrken i det", "The strength in it");
const MATERIAL: Words = words("Du trenger", "Du treng", "You need");
const PREPARE: Words = words("Forbered", "Førebu", "Prepare");
const STEPS: Words = words("Slik gjør dere", "Slik gjer de", "How it goes");
const TIPS: Words = words("Tips", "Tips", "Tips");
const EXAMPLES: Words = words("Eksempler", "Døme", "Examples");
const PITFALLS: Words = words("Pass på", "Pass på", "Watch out for");
const VARIANTS: Words = words("Varianter", "Variantar", "Variants");
const ONLINE: Words = words("På nett", "På nett", "Online");
const SOURCE: Words = words("Opphav", "Opphav", "Source");
const RELATED: Words = words("Beslektede verktøy", "Liknande verktøy", "Related tools");
const EACH: Words = words(
    "{} sekunder til hver; regnet for [] deltakere",
    "{} sekund til kvar; rekna for [] deltakarar",
    "{} seconds each; reckoned for [] people",
);
