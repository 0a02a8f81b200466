//! Searches that follow each other as one types: what an earlier query has worked out serves the next, and serves
//! again when letters are taken back.

use super::find::Beyond;
use super::fold::Word;
use super::groups::number;
use super::index::Index;
use super::marks::Marker;
use super::meeting::Meeting;
use super::met::Met;
use super::query::Query;
use super::score::Scoring;
use super::stretch::InOrder;
use super::{Found, Hit, NEAREST, Request, Why};
use crate::domain::text::Lang;
use crate::domain::tool::ToolId;
use std::cmp::Reverse;
use std::sync::Arc;

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
    pub query: Arc<Query>,
    /// The query read more loosely, when that finds nothing either.
    loose: Option<Arc<Query>>,
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

/// From how many words on a field that stands wholly in a longer query answers it.
pub const LEAST_STANDING: u32 = 2;

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
            self.know(index);
            return everything(index, request);
        }
        self.step(index, request);
        self.steps.last().map(|step| step.found(index, request)).unwrap_or_default()
    }

    /// Marks what the last query has met in names.
    #[must_use]
    pub fn marker(&self) -> Marker {
        Marker::of(self.steps.last().map(|step| &step.query))
    }

    /// For each word of the last query that the tool `id` has, where it has it best.
    #[must_use]
    pub fn why(&self, index: &Index, id: &ToolId) -> Vec<Why> {
        let tool = (0..).zip(&index.tools).find(|(_, (other, _))| other == id).map(|(tool, _)| tool);
        let step = self.steps.last().filter(|_| self.stamp == index.stamp);
        step.zip(tool).map(|(step, tool)| step.why(index, tool, &self.met)).unwrap_or_default()
    }

    /// The tools that come nearest to `words`, which find nothing; the same as [`super::nearest`].
    #[must_use]
    pub fn nearest(&mut self, index: &Index, words: &str, lang: Lang) -> Vec<ToolId> {
        let any = Request { words, lang, limit: NEAREST, allowed: &|_| true, favour: &|_| 0 };
        self.step(index, &any);
        let Some(last) = self.steps.last() else { return Vec::new() };
        let step = match &last.loose {
            Some(loose) => {
                let mut met = Met::default();
                met.fill(loose, index);
                Step::of(loose.clone(), index, &any, (Need::Some, (&met, &last.in_order)))
            }
            None => Step::of(last.query.clone(), index, &any, (Need::Some, (&self.met, &last.in_order))),
        };
        let mut tools: Vec<u32> = step.best(index, &any).1.into_iter().map(|(_, tool)| tool).collect();
        if tools.len() < NEAREST {
            let typed: String = step.query.words.iter().map(|word| word.text.as_str()).collect();
            let alike = index.alike(&typed, lang, NEAREST + tools.len());
            tools.extend(alike.into_iter().filter(|tool| !tools.contains(tool)).collect::<Vec<_>>());
        }
        tools.truncate(NEAREST);
        tools.into_iter().filter_map(|tool| index.id(tool)).cloned().collect()
    }

    /// Forgets what another index has led to.
    fn know(&mut self, index: &Index) {
        if self.stamp != index.stamp {
            *self = Typing { stamp: index.stamp, ..Typing::default() };
            self.met.prepare(index);
        }
    }

    /// Makes the step for what is asked the last one: one that was taken before, or one more.
    fn step(&mut self, index: &Index, request: &Request<'_>) {
        self.know(index);
        let leads_here = |step: &Step| step.lang == request.lang && request.words.starts_with(&step.words);
        let kept = self.steps.iter().take_while(|step| leads_here(step)).count();
        let is_new = self.steps.get(..kept).and_then(<[Step]>::last).is_none_or(|last| last.words != request.words);
        let is_back = kept < self.steps.len();
        self.steps.truncate(kept);
        if is_new {
            let step = Step::new(index, request, &self.steps, &mut self.met);
            self.steps.drain(..(self.steps.len() + 1).saturating_sub(MOST_STEPS));
            self.steps.push(step);
        } else if let Some(step) = self.steps.last().filter(|_| is_back) {
            self.met.fill(&step.query, index);
        }
    }
}

impl Step {
    /// Searches for the words of `request`, after the steps `before`; leaves its readings in `met`.
    #[must_use]
    fn new(index: &Index, request: &Request<'_>, before: &[Step], met: &mut Met) -> Step {
        let known: Vec<&Query> = before.iter().rev().map(|step| &*step.query).collect();
        let in_order = before.last().map_or(&[][..], |step| &step.in_order);
        let query = Query::new(request.words, index, &known);
        met.fill(&query, index);
        let step = Step::of(Arc::new(query), index, request, (Need::All, (&*met, in_order)));
        if step.answering.is_empty() { step.again((index, request), met) } else { step }
    }

    /// The step for a looser reading of a query that has found nothing; this one, when that finds nothing either.
    fn again(self, (index, request): (&Index, &Request<'_>), met: &mut Met) -> Step {
        let Some(query) = self.query.again(index).map(Arc::new) else { return self };
        met.fill(&query, index);
        let step = Step::of(query.clone(), index, request, (Need::All, (&*met, &self.in_order)));
        if step.answering.is_empty() {
            met.fill(&self.query, index);
            return Step { loose: Some(query), ..self };
        }
        step
    }

    /// Searches for a query that was read from the words of `request`; `met` holds its readings.
    fn of(
        query: Arc<Query>,
        index: &Index,
        request: &Request<'_>,
        (need, (met, in_order)): (Need, (&Met, &[InOrder])),
    ) -> Step {
        let (beyond, in_order, answering) = {
            let mut meeting = Meeting::new(index, &query, (request.lang, need), (met, in_order));
            let beyond = std::mem::take(&mut meeting.beyond);
            let scoring = Scoring::new(index, &query, request.lang, (&beyond, met));
            let least = match need {
                Need::All if meeting.says_more() => LEAST_STANDING,
                Need::All => u32::MAX,
                Need::Some => meeting.most_words(),
            };
            let stands = |tool: u32| need == Need::Some || scoring.has_whole_field(meeting.fields_of(tool));
            let has = |(tool, seen): &(u32, &u32)| match *seen & query.required {
                0 => false,
                all if all == query.required => true,
                some => least < u32::MAX && some.count_ones() >= least && stands(*tool),
            };
            let mut tools = Vec::with_capacity(meeting.seen.len());
            for tool in (0..).zip(&meeting.seen) {
                if has(&tool) {
                    tools.push(tool.0);
                }
            }
            let answering = scoring.all(&tools, &meeting.fields());
            (beyond, meeting.in_order, answering)
        };
        let (words, lang) = (request.words.to_owned(), request.lang);
        Step { words, lang, query, loose: None, beyond, answering, in_order }
    }

    /// How many tools answer, and the first of them.
    fn found(&self, index: &Index, request: &Request<'_>) -> Found {
        let (total, best) = self.best(index, request);
        let hit = |(score, tool)| Some(Hit { id: index.id(tool)?.clone(), score: i64::from(score) });
        let mut hits = Vec::with_capacity(best.len());
        hits.extend(best.into_iter().filter_map(hit));
        Found { total, hits }
    }

    /// How many tools answer, and the first of them with their scores; equals by favour, by the length of the name, then
    /// in order.
    pub fn best(&self, index: &Index, request: &Request<'_>) -> (usize, Vec<(u32, u32)>) {
        let mut found = Vec::with_capacity(self.answering.len());
        for one in &self.answering {
            if (request.allowed)(one.0) {
                found.push(*one);
            }
        }
        let total = found.len();
        if request.limit == 0 {
            return (total, Vec::new());
        }
        let poorest = if request.limit < total { poorest(&found, request.limit) } else { 0 };
        let length = |tool: u32| index.name(tool).map_or(0, |name| name.pick(self.lang).len());
        let key =
            |(tool, score)| (Reverse(score), (request.favour)(tool), length(tool), index.rank(tool, self.lang), tool);
        let mut found: Vec<_> = found.into_iter().filter(|(_, score)| *score >= poorest).map(key).collect();
        if request.limit < found.len() {
            found.select_nth_unstable(request.limit);
            found.truncate(request.limit);
        }
        found.sort_unstable();
        (total, found.into_iter().map(|(Reverse(score), .., tool)| (score, tool)).collect())
    }

    fn why(&self, index: &Index, tool: u32, met: &Met) -> Vec<Why> {
        let scoring = Scoring::new(index, &self.query, self.lang, (&self.beyond, met));
        let (_, finds) = scoring.score(tool, index.fields_of(tool));
        let found =
            self.query.words.iter().zip(&finds).filter_map(|(word, find)| Some((word, find.score(), find.found()?)));
        let why =
            |(word, score, (place, layer)): (&Word, _, _)| Why { word: word.literal.clone(), place, layer, score };
        found.map(why).collect()
    }
}

/// A score that so many of the tools reach, and few more: they are counted by steps of score, not sorted.
fn poorest(found: &[(u32, u32)], limit: usize) -> u32 {
    const STEPS: usize = 256;
    let step = |score: u32| (score as usize >> STEP).min(STEPS - 1);
    let mut counts = [0; STEPS];
    for (_, score) in found {
        counts.get_mut(step(*score)).into_iter().for_each(|count| *count += 1);
    }
    let mut left = limit;
    for (step, count) in counts.iter().enumerate().rev() {
        if *count >= left {
            return number(step) << STEP;
        }
        left -= count;
    }
    0
}

/// The bits of a score that a step of it has.
const STEP: u32 = 4;

fn everything(index: &Index, request: &Request<'_>) -> Found {
    let tools = (0..).zip(&index.tools).filter(|(at, _)| (request.allowed)(*at));
    let mut tools: Vec<_> = tools.map(|(at, (id, _))| (index.rank(at, request.lang), id)).collect();
    let total = tools.len();
    if request.limit < total {
        tools.select_nth_unstable(request.limit);
        tools.truncate(request.limit);
    }
    tools.sort_unstable();
    let hit = |(_, id): (_, &_)| Hit { id: ToolId::clone(id), score: 0 };
    Found { total, hits: tools.into_iter().map(hit).collect() }
}
