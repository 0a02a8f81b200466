//! `vidde show`: a tool card as plain text or JSON, and how a tool is named on the command line.

use super::Form;
use super::answer::{Answer, Code, echoed};
use super::asked::{Asked, Known};
use crate::domain::search::search;
use crate::domain::sequences::Sequences;
use crate::domain::text::{Lang, Line, Text, Words, words};
use crate::domain::tool::{Grouping, Step, Tool, ToolId, Variant};
use serde::Serialize;

const UNSURE: Words = words("Fant ikke «{}». Kanskje:", "Fann ikkje «{}». Kanskje:", "“{}” was not found. Perhaps:");
const NOWHERE: Words =
    words("Fant ingen verktøy som heter «{}».", "Fann ingen verktøy som heiter «{}».", "There is no tool called “{}”.");

/// How many tools are suggested when it is not clear which was meant.
const SUGGESTED: usize = 5;

/// A card with what comes well before and after the tool.
#[derive(Serialize)]
struct Card<'a> {
    #[serde(flatten)]
    tool: &'a Tool,
    before: Vec<&'a ToolId>,
    after: Vec<&'a ToolId>,
}

impl<'a> Card<'a> {
    fn of(tool: &'a Tool, sequences: &'a Sequences) -> Card<'a> {
        let before = sequences.before(&tool.id).map(|(id, _)| id).collect();
        let after = sequences.after(&tool.id).map(|(id, _)| id).collect();
        Card { tool, before, after }
    }
}

/// The card of the tool called `name`; exit code 1 with suggestions when that could be several or none.
#[must_use]
pub fn answer(asked: &Asked, name: &str, form: Form) -> Answer {
    let known = asked.tools();
    let answer = match (tool(&known, name), form) {
        (Ok(tool), Form::Json) => Answer::fine(json(&Card::of(tool, known.catalogue.sequences()))),
        (Ok(tool), Form::Text) => Answer::fine(card(&known, tool)),
        (Err(others), _) => unsure(&known, name, &others),
    };
    answer.but(&known.problems)
}

fn unsure(known: &Known, name: &str, others: &[&Tool]) -> Answer {
    let name = echoed(name);
    if others.is_empty() {
        return Answer::wrong(Code::No, &NOWHERE.with(known.lang, name));
    }
    let rows = others.iter().take(SUGGESTED).map(|tool| format!("\n  {} ({})", tool.name.pick(known.lang), tool.id));
    Answer::wrong(Code::No, &(UNSURE.with(known.lang, name) + &rows.collect::<String>()))
}

/// The tool with this id, name or alias, else the only one that a search finds; else all that it finds.
fn tool<'a>(known: &'a Known, name: &str) -> Result<&'a Tool, Vec<&'a Tool>> {
    if let Some(tool) = ToolId::new(name.trim()).and_then(|id| known.catalogue.tool(&id)) {
        return Ok(tool);
    }
    let wanted = Line::clean(name).to_lowercase();
    let mut called = known.catalogue.tools().filter(|tool| is_called(tool, &wanted));
    if let (Some(tool), None) = (called.next(), called.next()) {
        return Ok(tool);
    }
    let hits = search(&known.index, name, known.lang);
    let found: Vec<&Tool> = hits.iter().filter_map(|hit| known.catalogue.tool(&hit.id)).collect();
    match found.as_slice() {
        [tool] => Ok(tool),
        _ => Err(found),
    }
}

fn is_called(tool: &Tool, wanted: &str) -> bool {
    let names = Lang::ALL.into_iter().filter_map(|lang| tool.name.written(lang));
    let aliases = tool.aliases.all().map(|(_, alias)| alias);
    names.chain(aliases).any(|name| name.to_lowercase() == wanted)
}

/// `value` as JSON. Hidden characters, which only an argument can hold, are written as escapes.
pub(super) fn json(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() || !Line::clean(c.encode_utf8(&mut [0; 4])).is_empty() {
            escaped.push(c);
        } else {
            escaped.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    escaped.push('\n');
    escaped
}

/// `10–20 min, 4–200 deltakere`.
pub(super) fn span(tool: &Tool, lang: Lang) -> String {
    let between = |(low, high): (u16, u16)| if low == high { low.to_string() } else { format!("{low}–{high}") };
    let people = PEOPLE.with(lang, between(tool.people));
    if tool.minutes.1 == 0 { people } else { format!("{} min, {people}", between(tool.minutes)) }
}

const PEOPLE: Words = words("{} deltakere", "{} deltakarar", "{} people");
const WHY: Words = words("Hva gruppen får ut av det", "Kva gruppa får ut av det", "What the group gets");
const STRENGTHS: Words = words("Styrken i det", "Styrken i det", "The strength in it");
const MATERIAL: Words = words("Du trenger", "Du treng", "You need");
const PREPARE: Words = words("Forbered", "Førebu", "Prepare");
const STEPS: Words = words("Slik gjør dere", "Slik gjer de", "How it goes");
const TIPS: Words = words("Tips", "Tips", "Tips");
const PITFALLS: Words = words("Pass på", "Pass på", "Watch out for");
const EXAMPLES: Words = words("Eksempler", "Døme", "Examples");
const VARIANTS: Words = words("Varianter", "Variantar", "Variants");
const ONLINE: Words = words("På nett", "På nett", "Online");
const SOURCE: Words = words("Opphav", "Opphav", "Source");
const RELATED: Words = words("Beslektede verktøy", "Liknande verktøy", "Related tools");
const AFTER: Words = words("Passer godt etter", "Passar godt etter", "Works well after");
const BEFORE: Words = words("Passer godt før", "Passar godt før", "Works well before");
const LEAD: Words = words("Til deg som leder: {}", "Til deg som leier: {}", "For the facilitator: {}");
const ONLY: Words = words("(Kortet er skrevet på {}.)", "(Kortet er skrive på {}.)", "(The card is written in {}.)");

/// Widest line of text.
const WIDTH: usize = 80;

/// The card as plain text: a heading on a line of its own, then what belongs to it.
fn card(known: &Known, tool: &Tool) -> String {
    let (lang, sequences) = (known.lang, known.catalogue.sequences());
    let list = |texts: &[Text]| texts.iter().map(|text| wrapped("- ", text.pick(lang))).collect::<String>();
    let plain = |text: &Text| wrapped("", text.pick(lang));
    let steps = tool.steps.iter().enumerate().map(|(index, part)| step(tool, index + 1, part, lang));
    let neighbour = |(id, why): (&ToolId, &Text)| wrapped("- ", &format!("{}: {}", name(known, id), why.pick(lang)));
    let related = tool.related.iter().map(|id| wrapped("- ", name(known, id))).collect();
    let sections = [
        (WHY, plain(&tool.why)),
        (STRENGTHS, plain(&tool.strengths)),
        (MATERIAL, list(&tool.material)),
        (PREPARE, list(&tool.prepare)),
        (STEPS, steps.collect()),
        (TIPS, list(&tool.tips)),
        (PITFALLS, list(&tool.pitfalls)),
        (EXAMPLES, list(&tool.examples)),
        (VARIANTS, list(&tool.variants)),
        (ONLINE, plain(&tool.online)),
        (SOURCE, source(tool, lang)),
        (AFTER, sequences.before(&tool.id).map(neighbour).collect()),
        (BEFORE, sequences.after(&tool.id).map(neighbour).collect()),
        (RELATED, related),
    ];
    let sections = sections.into_iter().filter(|(_, text)| !text.is_empty());
    let sections = sections.map(|(heading, text)| format!("\n{}\n{text}", heading.pick(lang)));
    let title = format!("{} ({})\n{}\n", tool.name.pick(lang), tool.id, span(tool, lang));
    title + &written_in(tool, lang) + &sections.collect::<String>()
}

/// What the tool with this id is called; the id itself where no card has it.
fn name<'a>(known: &'a Known, id: &'a ToolId) -> &'a str {
    known.catalogue.tool(id).map_or(id.as_str(), |tool| tool.name.pick(known.lang))
}

/// Says so when the card is not written in `lang`.
fn written_in(tool: &Tool, lang: Lang) -> String {
    let other = tool.why.picked(lang).filter(|picked| *picked != lang);
    other.map(|picked| ONLY.with(lang, language(picked, lang)) + "\n").unwrap_or_default()
}

/// What a language is called in `lang`.
pub(super) fn language(named: Lang, lang: Lang) -> &'static str {
    let name = match named {
        Lang::Nb => words("bokmål", "bokmål", "Norwegian (bokmål)"),
        Lang::Nn => words("nynorsk", "nynorsk", "Norwegian (nynorsk)"),
        Lang::En => words("engelsk", "engelsk", "English"),
    };
    name.pick(lang)
}

fn step(tool: &Tool, number: usize, step: &Step, lang: Lang) -> String {
    let length = step.length(Variant::Normal, tool.usual_people()).minutes_up();
    let head = format!("{number}. {length} min, {}\n", grouping(step.grouping, lang));
    let lead = match step.lead.pick(lang) {
        "" => String::new(),
        lead => wrapped("   ", &LEAD.with(lang, lead)),
    };
    head + &wrapped("   ", step.say.pick(lang)) + &lead
}

fn grouping(grouping: Grouping, lang: Lang) -> String {
    match grouping {
        Grouping::Individual => words("hver for seg", "kvar for seg", "on your own").pick(lang).to_owned(),
        Grouping::Pairs => words("to og to", "to og to", "in pairs").pick(lang).to_owned(),
        Grouping::Groups(size) => words("grupper på {}", "grupper på {}", "groups of {}").with(lang, size),
        Grouping::Plenary => words("i plenum", "i plenum", "all together").pick(lang).to_owned(),
    }
}

fn source(tool: &Tool, lang: Lang) -> String {
    let year = tool.source.year.map(|year| year.to_string());
    let who = tool.source.who.pick(lang);
    let first = [Some(who).filter(|who| !who.is_empty()), year.as_deref()].into_iter().flatten().collect::<Vec<_>>();
    let url = tool.source.url.as_ref().map(|url| format!("{url}\n")).unwrap_or_default();
    wrapped("", &first.join(", ")) + &wrapped("", tool.source.note.pick(lang)) + &url
}

/// `text` in lines of at most [`WIDTH`], the first after `mark`, the others below it, words and ids
/// whole; nothing for no text.
pub(super) fn wrapped(mark: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let below = " ".repeat(mark.len());
    let options = textwrap::Options::new(WIDTH).initial_indent(mark).subsequent_indent(&below);
    textwrap::fill(text, options.word_splitter(textwrap::WordSplitter::NoHyphenation)) + "\n"
}
