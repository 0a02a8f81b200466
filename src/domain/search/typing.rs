//! Searches that follow each other as one types: what an earlier query has worked out serves the next, and serves
//! again when letters are taken back.

use super::find::{Beyond, Finds};
use super::index::Index;
use super::meeting::{InOrder, Meeting};
use super::query::Query;
use super::score::{Met, Scoring};
use super::{Found, Hit, Request, Why, marks};
use crate::domain::text::Lang;
use crate::domain::tool::ToolId;
use std::cmp::Reverse;

/// What the queries so far have led to, each the beginning of the next.
#[derive(Debug, Default)]
pub struct Typing {
    /// Of the index that was searched.
    stamp: u64,
    steps: Vec<Step>,
    /// The readings of the last step.
    met: Met,
}

/// What one query has led to, whoever may answer.
#[derive(Debug)]
pub struct Step {
    words: String,
    lang: Lang,
    pub query: Query,
    beyond: Vec<Beyond>,
    /// The tools that answer, with their scores, in no order.
    answering: Vec<(u32, u32)>,
    in_order: Vec<InOrder>,
}

/// Whether a tool must have all words of a query or some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    All,
    Some,
}

/// How many queries are kept; whoever takes back more letters waits a little longer.
const MOST_STEPS: usize = 32;

impl Typing {
    /// The tools that answer, best first; the same as [`super::answer`].
    pub fn answer(&mut self, index: &Index, request: &Request<'_>) -> Vec<Hit> {
        self.found(index, request).hits
    }

    /// How many tools answer, and the first of them.
    pub fn found(&mut self, index: &Index, request: &Request<'_>) -> Found {
        if request.words.trim().is_empty() {
            self.steps.clear();
            return everything(index, request);
        }
        self.step(index, request);
        self.steps.last().map(|step| step.found(index, request, &self.met)).unwrap_or_default()
    }

    /// Makes the step for what is asked the last one: one that was taken before, or one more.
    fn step(&mut self, index: &Index, request: &Request<'_>) {
        if self.stamp != index.stamp {
            *self = Typing { stamp: index.stamp, ..Typing::default() };
        }
        let leads_here = |step: &Step| step.lang == request.lang && request.words.starts_with(&step.words);
        let kept = self.steps.iter().take_while(|step| leads_here(step)).count();
        let is_new = self.steps.get(..kept).and_then(<[Step]>::last).is_none_or(|last| last.words != request.words);
        let is_back = kept < self.steps.len();
        self.steps.truncate(kept);
        if is_new {
            let step = Step::new(index, request, (Need::All, self.steps.last()), &mut self.met);
            self.steps.drain(..(self.steps.len() + 1).saturating_sub(MOST_STEPS));
            self.steps.push(step);
        } else if let Some(step) = self.steps.last().filter(|_| is_back) {
            self.met.fill(&step.query, index);
        }
    }
}

impl Step {
    /// Searches for the words of `request`, after a step `before`; leaves its readings in `met`.
    #[must_use]
    pub fn new(index: &Index, request: &Request<'_>, (need, before): (Need, Option<&Step>), met: &mut Met) -> Step {
        let (readings, in_order) = before.map_or((&[][..], &[][..]), |step| (&step.query.readings, &step.in_order));
        let query = Query::new(request.words, index, readings);
        met.fill(&query, index);
        let (beyond, in_order, answering) = {
            let mut meeting = Meeting::new(index, &query, (request.lang, need), (met, in_order));
            let beyond = std::mem::take(&mut meeting.beyond);
            let scoring = Scoring::new(index, &query, request.lang, (&beyond, met));
            let least = match need {
                Need::All => query.required.count_ones().max(1),
                Need::Some => meeting.most_words(),
            };
            let has = |seen: u32| (seen & query.required).count_ones() >= least;
            let tools = (0..).zip(&meeting.seen).filter(|(_, seen)| has(**seen)).map(|(tool, _)| tool);
            let answering = scoring.all(tools, |tool| meeting.fields_of(tool));
            (beyond, meeting.in_order, answering)
        };
        Step { words: request.words.to_owned(), lang: request.lang, query, beyond, answering, in_order }
    }

    /// How many tools answer, and the first of them.
    fn found(&self, index: &Index, request: &Request<'_>, met: &Met) -> Found {
        let (total, tools) = self.best(index, request);
        let scoring = Scoring::new(index, &self.query, self.lang, (&self.beyond, met));
        let hits = tools.into_iter().filter_map(|tool| {
            let (score, finds) = scoring.score(tool, index.fields_of(tool));
            self.hit(index, tool, (score, finds))
        });
        Found { total, hits: hits.collect() }
    }

    /// How many tools answer, and the first of them; equals by favour, by the length of the name, then in order.
    pub fn best(&self, index: &Index, request: &Request<'_>) -> (usize, Vec<u32>) {
        let length = |tool: u32| index.name(tool).map_or(0, |name| name.pick(self.lang).len());
        let allowed = self.answering.iter().filter(|(tool, _)| (request.allowed)(*tool));
        let mut found: Vec<_> = allowed.map(|(tool, score)| (Reverse(*score), *tool)).collect();
        let total = found.len();
        if request.limit == 0 {
            return (total, Vec::new());
        }
        if request.limit < found.len() {
            // Whoever scores as the last that is wanted may still come before it.
            let (_, (poorest, _), _) = found.select_nth_unstable(request.limit - 1);
            let poorest = *poorest;
            found.retain(|(score, _)| *score <= poorest);
        }
        let key = |(score, tool)| (score, (request.favour)(tool), length(tool), index.rank(tool, self.lang), tool);
        let mut found: Vec<_> = found.into_iter().map(key).collect();
        found.sort_unstable();
        found.truncate(request.limit);
        (total, found.into_iter().map(|(.., tool)| tool).collect())
    }

    fn hit(&self, index: &Index, tool: u32, (score, finds): (u32, Finds)) -> Option<Hit> {
        let (id, name) = index.tools.get(tool as usize)?;
        let marks = marks::marks(name.pick(self.lang), &self.query);
        let why = self.query.words.iter().zip(&finds).filter_map(|(word, find)| {
            let (place, layer) = find.found?;
            Some(Why { word: word.literal.clone(), place, layer, score: find.score })
        });
        Some(Hit { id: id.clone(), score: i64::from(score), marks, why: why.collect() })
    }
}

fn everything(index: &Index, request: &Request<'_>) -> Found {
    let tools = (0..).zip(&index.tools).filter(|(at, _)| (request.allowed)(*at));
    let mut tools: Vec<_> = tools.map(|(at, (id, _))| (index.rank(at, request.lang), id)).collect();
    let total = tools.len();
    if request.limit < total {
        tools.select_nth_unstable(request.limit);
        tools.truncate(request.limit);
    }
    tools.sort_unstable();
    let hit = |(_, id): (_, &_)| Hit { id: ToolId::clone(id), score: 0, marks: Vec::new(), why: Vec::new() };
    Found { total, hits: tools.into_iter().map(hit).collect() }
}
