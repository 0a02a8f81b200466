//! `vidde find`: tools that answer some words.

mod why;

use super::Form;
use super::answer::{Answer, Code};
use super::asked::{Asked, Known};
use super::show::span;
use crate::domain::search::{Hit, search};
use crate::domain::text::{Line, Words, words};
use crate::domain::tool::Tool;
use serde::Serialize;

/// How many hits are printed when nobody said.
const USUAL_LIMIT: usize = 10;

const NOTHING: Words =
    words("Fant ingen verktøy for “{}”.", "Fann ingen verktøy for “{}”.", "No tools found for “{}”.");

/// The answer as JSON; the names of its fields are promised to scripts.
#[derive(Serialize)]
struct Found<'a> {
    query: &'a str,
    hits: Vec<FoundTool<'a>>,
}

#[derive(Serialize)]
struct FoundTool<'a> {
    id: &'a str,
    name: &'a str,
    score: i64,
    minutes: (u16, u16),
    people: (u16, u16),
    #[serde(skip_serializing_if = "Vec::is_empty")]
    why: Vec<why::Reason<'a>>,
}

/// What is asked for.
pub struct Wish {
    pub query: String,
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

/// The tools that answer the wish, best first; exit code 1 when there are none.
#[must_use]
pub fn answer(asked: &Asked, wish: &Wish) -> Answer {
    let Wish { query, limit, form, reasons } = wish;
    let known = asked.tools();
    let hits = search(&known.index, query, known.lang);
    let usual = if *form == Form::Json { usize::MAX } else { USUAL_LIMIT };
    let found = hits.iter().filter_map(|hit| Some((hit, known.catalogue.tool(&hit.id)?)));
    let found: Vec<(&Hit, &Tool)> = found.take(limit.unwrap_or(usual)).collect();
    let code = if found.is_empty() { Code::No } else { Code::Fine };
    let answer = match form {
        Form::Json => Answer { text: json(&known, wish, &found), code, ..Answer::default() },
        Form::Text if found.is_empty() => Answer::wrong(code, &NOTHING.with(known.lang, Line::clean(query))),
        Form::Text => {
            let told = |hit: &Hit| if *reasons == Reasons::Told { why::told(hit, known.lang) } else { String::new() };
            Answer::fine(found.iter().map(|(hit, tool)| line(&known, tool) + &told(hit)).collect::<String>())
        }
    };
    answer.but(&known.problems)
}

fn line(known: &Known, tool: &Tool) -> String {
    let why = tool.why.pick(known.lang);
    let why = if why.is_empty() { String::new() } else { format!("  {why}\n") };
    format!("{} ({}), {}\n{why}", tool.name.pick(known.lang), tool.id, span(tool, known.lang))
}

fn json(known: &Known, wish: &Wish, found: &[(&Hit, &Tool)]) -> String {
    let hits = found.iter().map(|(hit, tool)| FoundTool {
        id: tool.id.as_str(),
        name: tool.name.pick(known.lang),
        score: hit.score,
        minutes: tool.minutes,
        people: tool.people,
        why: if wish.reasons == Reasons::Told { why::reasons(hit) } else { Vec::new() },
    });
    super::show::json(&Found { query: &wish.query, hits: hits.collect() })
}
