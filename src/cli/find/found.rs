//! The answer as JSON; the names of its fields are promised to scripts.

use super::{Shown, Wanted, why};
use crate::cli::asked::Known;
use crate::domain::filter::{Answer, Filter, Found};
use crate::domain::text::Lang;
use crate::domain::tool::Variant;
use serde::Serialize;

#[derive(Serialize)]
struct Printed<'a> {
    query: &'a str,
    understood: Understood<'a>,
    hits: Vec<FoundTool<'a>>,
    /// When nothing is found: how many there are without some of the filters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    looser: Vec<Looser>,
    /// When nothing is found: what comes nearest, or the first ones without the filters that are named first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    nearest: Vec<&'a str>,
}

#[derive(Serialize)]
struct Understood<'a> {
    /// What was looked for.
    words: &'a str,
    /// Each filter as it can be written in English.
    filters: Vec<String>,
    /// What looks like a filter and could not be used.
    unclear: Vec<String>,
}

#[derive(Serialize)]
struct Looser {
    /// As they were typed.
    without: Vec<String>,
    count: usize,
}

#[derive(Serialize)]
struct FoundTool<'a> {
    id: &'a str,
    name: &'a str,
    score: i64,
    minutes: (u16, u16),
    people: (u16, u16),
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fits: Vec<Fit>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    why: Vec<why::Reason<'a>>,
    /// With the reasons: what the score is made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    sum: Option<why::Sum>,
}

/// A length that fits into the time that was asked for.
#[derive(Serialize)]
struct Fit {
    length: &'static str,
    minutes: u16,
}

/// The whole answer.
pub fn json(known: &Known, wanted: &Wanted, (found, shown): (&Found, &[Shown<'_>])) -> String {
    let tokens = |filters: &[Filter]| filters.iter().map(|filter| filter.token(Lang::En)).collect::<Vec<_>>();
    let line = (&known.names, known.lang);
    let typed = |filters: &[Filter]| -> Vec<String> {
        filters.iter().map(|filter| crate::domain::filter::typed(filter, &wanted.query, line)).collect()
    };
    let unclear = found.wish.unclear.iter().map(|unclear| crate::ui::filters::unclear(unclear, known.lang));
    let understood =
        Understood { words: &found.wish.words, filters: tokens(&found.wish.filters), unclear: unclear.collect() };
    let looser = match &found.answer {
        Answer::Looser(ways) => {
            ways.iter().map(|way| Looser { without: typed(&way.without), count: way.count }).collect()
        }
        Answer::Hits | Answer::Nearest | Answer::NothingNear => Vec::new(),
    };
    let near = found.hits.iter().filter(|_| matches!(found.answer, Answer::Nearest | Answer::Looser(_)));
    let nearest = near.take(super::USUAL_LIMIT).map(|hit| hit.id.as_str()).collect();
    let hits = if found.answer == Answer::Hits { hits(known, found, shown) } else { Vec::new() };
    crate::cli::show::json(&Printed { query: &wanted.query, understood, hits, looser, nearest })
}

fn hits<'a>(known: &Known, found: &Found, shown: &'a [Shown<'a>]) -> Vec<FoundTool<'a>> {
    let hit = |Shown { hit, tool, why }: &'a Shown<'a>| FoundTool {
        id: tool.id.as_str(),
        name: tool.name.pick(known.lang),
        score: hit.score,
        minutes: tool.minutes,
        people: tool.people,
        fits: if found.sieve.asks_for_time() { fits(&found.sieve.fits(tool)) } else { Vec::new() },
        why: why.as_deref().map(why::reasons).unwrap_or_default(),
        sum: why.as_deref().map(|why| why::Sum::of(why, hit.score)),
    };
    shown.iter().map(hit).collect()
}

fn fits(fits: &[(Variant, u16)]) -> Vec<Fit> {
    let name = |variant: Variant| match variant {
        Variant::Short => "short",
        Variant::Normal => "normal",
        Variant::Long => "long",
    };
    fits.iter().map(|(variant, minutes)| Fit { length: name(*variant), minutes: *minutes }).collect()
}
