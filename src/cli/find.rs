//! `vidde find`: tools that answer some words and filters; the same ones as on the screen. What is printed as JSON is in
//! `found`.

mod found;
mod why;

use super::Form;
use super::answer::{Answer, Code, echoed};
use super::asked::{Asked, Known};
use super::show::span;
use crate::domain::filter::{self, Filter, Finder, Found, Wish};
use crate::domain::search::{Hit, Why};
use crate::domain::text::{Line, Words, words};
use crate::domain::tool::Tool;
use crate::ui::filters;

/// How many hits are printed when nobody said.
const USUAL_LIMIT: usize = 10;

/// How many filters to loosen are told of.
const MOST_WAYS: usize = 3;

const NOTHING: Words =
    words("Fant ingen verktøy for «{}».", "Fann ingen verktøy for «{}».", "No tools found for “{}”.");
const NEAREST: Words = words("Dette ligger nærmest: {}.", "Dette ligg nærast: {}.", "These come nearest: {}.");

const OTHER_WORDS: Words =
    words("Prøv færre eller andre ord.", "Prøv færre eller andre ord.", "Try fewer or other words.");
const COUNT: Words = words(
    "  {} av []; --limit [] viser alle.",
    "  {} av []; --limit [] viser alle.",
    "  {} of []; --limit [] shows them all.",
);
const NEAREST_WITHOUT: Words = words(
    "Heller ikke uten filtrene. Dette ligger nærmest, uten filtre: {}.",
    "Heller ikkje utan filtera. Dette ligg nærast, utan filter: {}.",
    "Nor without the filters. These come nearest, without filters: {}.",
);

/// What is asked for.
pub struct Wanted {
    pub query: String,
    /// What the options ask for beside the query.
    pub filters: Vec<Filter>,
    /// At most so many hits.
    pub limit: Option<usize>,
    pub form: Form,
    pub reasons: Reasons,
}

/// Whether each hit is told with why it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reasons {
    Told,
    Untold,
}

/// The tools that answer, best first; exit code 1 when there are none.
#[must_use]
pub fn answer(asked: &Asked, wanted: &Wanted) -> Answer {
    let known = asked.tools();
    let mut wish = Wish::read(&wanted.query, &known.names);
    wanted.filters.iter().for_each(|filter| wish.add(filter.clone()));
    let usual = if wanted.form == Form::Json { usize::MAX } else { USUAL_LIMIT };
    let mut finder = Finder::default();
    let found = finder.answer(&known.ground(), wish, wanted.limit.unwrap_or(usual));
    let code = if found.answer == filter::Answer::Hits { Code::Fine } else { Code::No };
    let shown = || shown(&known, wanted, (&finder, &found));
    let answer = match wanted.form {
        Form::Json => Answer { text: found::json(&known, wanted, (&found, &shown())), code, ..Answer::default() },
        Form::Text if code == Code::No => Answer::wrong(code, &way_on(&known, wanted, &found)),
        Form::Text => {
            let text: String = shown().iter().map(|shown| line(&known, &found, shown)).collect();
            Answer { complaint: understood(&known, &found), ..Answer::fine(text + &count(&known, &found)) }
        }
    };
    answer.but(&known.problems)
}

/// A hit as it is printed.
struct Shown<'a> {
    hit: &'a Hit,
    tool: &'a Tool,
    /// Why it is one, where that is to be told.
    why: Option<Vec<Why>>,
}

/// The hits with their cards.
fn shown<'a>(known: &'a Known, wanted: &Wanted, (finder, found): (&Finder, &'a Found)) -> Vec<Shown<'a>> {
    let ground = known.ground();
    let why = |hit| (wanted.reasons == Reasons::Told).then(|| finder.why(&ground, hit));
    let shown = |hit: &'a Hit| Some(Shown { hit, tool: known.catalogue.tool(&hit.id)?, why: why(hit) });
    found.hits.iter().filter_map(shown).collect()
}

/// How many of all hits were printed, when that is not all.
fn count(known: &Known, found: &Found) -> String {
    if found.hits.len() == found.total {
        return String::new();
    }
    COUNT.with2(known.lang, found.hits.len(), found.total) + "\n"
}

fn line(known: &Known, found: &Found, Shown { hit, tool, why }: &Shown<'_>) -> String {
    let gain = tool.why.pick(known.lang);
    let gain = if gain.is_empty() { String::new() } else { format!("  {gain}\n") };
    let fits = if found.sieve.asks_for_time() { found.sieve.fits(tool) } else { Vec::new() };
    let fits = if fits.is_empty() { String::new() } else { format!(", {}", filters::lengths(&fits, known.lang)) };
    let told = why.as_ref().map(|why| why::told(why, hit.score, known.lang)).unwrap_or_default();
    format!("{} ({}), {}{fits}\n{gain}{told}", tool.name.pick(known.lang), tool.id, span(tool, known.lang))
}

/// What was understood as filters, and what could not be: a line each.
fn understood(known: &Known, found: &Found) -> String {
    let understood = filters::told(found, known.lang);
    let unclear = found.wish.unclear.iter().map(|unclear| filters::unclear(unclear, known.lang));
    let lines = std::iter::once(understood).chain(unclear).filter(|line| !line.is_empty());
    lines.map(|line| Line::clean(&line).to_string() + "\n").collect()
}

/// That nothing was found, and which filter to drop or which tools come nearest.
fn way_on(known: &Known, wanted: &Wanted, found: &Found) -> String {
    let filters = wanted.filters.iter().map(|filter| filter.token(known.lang));
    let query = std::iter::once(wanted.query.clone()).chain(filters).filter(|part| !part.is_empty());
    let query = query.collect::<Vec<_>>().join(" ");
    let nothing = NOTHING.with(known.lang, echoed(&query));
    let unclear = found.wish.unclear.iter().map(|unclear| filters::unclear(unclear, known.lang) + "\n");
    format!("{}{nothing} {}", unclear.collect::<String>(), on(known, wanted, found))
}

fn on(known: &Known, wanted: &Wanted, found: &Found) -> String {
    let typed = |filter: &Filter| filter::typed(filter, &wanted.query, (&known.names, known.lang));
    if let filter::Answer::Looser(ways) = &found.answer {
        let told = ways.iter().take(MOST_WAYS).map(|way| filters::way(way, &typed, known.lang));
        return told.collect::<Vec<_>>().join(" ");
    }
    if found.answer == filter::Answer::NothingNear {
        return OTHER_WORDS.pick(known.lang).to_owned();
    }
    let near = found.hits.iter().filter_map(|hit| known.catalogue.tool(&hit.id));
    let names = near.map(|tool| format!("{} ({})", tool.name.pick(known.lang), tool.id));
    let nearest = if found.wish.filters.is_empty() { NEAREST } else { NEAREST_WITHOUT };
    nearest.with(known.lang, names.collect::<Vec<_>>().join(", "))
}
