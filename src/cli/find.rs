//! `vidde find`: tools that answer some words.

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
}

/// The tools that answer `query`, best first, at most `limit`; exit code 1 when there are none.
#[must_use]
pub fn answer(asked: &Asked, query: &str, limit: Option<usize>, form: Form) -> Answer {
    let known = asked.tools();
    let hits = search(&known.index, query, known.lang);
    let usual = if form == Form::Json { usize::MAX } else { USUAL_LIMIT };
    let found = hits.iter().filter_map(|hit| Some((hit, known.catalogue.tool(&hit.id)?)));
    let found: Vec<(&Hit, &Tool)> = found.take(limit.unwrap_or(usual)).collect();
    let code = if found.is_empty() { Code::No } else { Code::Fine };
    let answer = match form {
        Form::Json => Answer { text: json(&known, query, &found), code, ..Answer::default() },
        Form::Text if found.is_empty() => Answer::wrong(code, &NOTHING.with(known.lang, Line::clean(query))),
        Form::Text => Answer::fine(found.iter().map(|(_, tool)| line(&known, tool)).collect::<String>()),
    };
    answer.but(&known.problems)
}

fn line(known: &Known, tool: &Tool) -> String {
    let why = tool.why.pick(known.lang);
    let why = if why.is_empty() { String::new() } else { format!("  {why}\n") };
    format!("{} ({}), {}\n{why}", tool.name.pick(known.lang), tool.id, span(tool, known.lang))
}

fn json(known: &Known, query: &str, found: &[(&Hit, &Tool)]) -> String {
    let hits = found.iter().map(|(hit, tool)| FoundTool {
        id: tool.id.as_str(),
        name: tool.name.pick(known.lang),
        score: hit.score,
        minutes: tool.minutes,
        people: tool.people,
    });
    super::show::json(&Found { query, hits: hits.collect() })
}
