//! The rules for all cards together: no shared sentences, aliases of related tools only, enough tools for everything.

use super::card::prose;
use super::{Limits, remark, words, written};
use crate::domain::Problem;
use crate::domain::catalogue::Catalogue;
use crate::domain::search::folded;
use crate::domain::text::Lang;
use crate::domain::tool::{Phase, Purpose, Tool, ToolId};
use std::collections::{BTreeMap, BTreeSet};

/// What there is to remark on the cards as a whole.
#[must_use]
pub fn cards(catalogue: &Catalogue, limits: &Limits) -> Vec<Problem> {
    [
        sentences(catalogue, limits),
        runs(catalogue, limits),
        aliases(catalogue),
        needs(catalogue),
        variety(catalogue, limits),
    ]
    .concat()
}

/// Who uses which text.
type Uses<'a> = BTreeMap<String, BTreeSet<&'a ToolId>>;

/// The sentences that stand on too many cards.
fn sentences(catalogue: &Catalogue, limits: &Limits) -> Vec<Problem> {
    let mut uses = Uses::new();
    each_line(catalogue, |id, _, line| {
        let sentences = line.split_inclusive(['.', '!', '?', '…']).map(str::trim);
        for sentence in sentences.filter(|sentence| words(sentence) >= limits.sentence) {
            uses.entry(sentence.to_lowercase()).or_default().insert(id);
        }
    });
    shared(&uses, limits)
}

/// The runs of words that stand on too many cards, however they are punctuated.
fn runs(catalogue: &Catalogue, limits: &Limits) -> Vec<Problem> {
    let mut uses = Uses::new();
    each_line(catalogue, |id, lang, line| {
        let folded = folded(line);
        let words: Vec<&str> = folded.split(' ').collect();
        let runs = words.windows(limits.run.max(1)).filter(|_| limits.languages.contains(&lang));
        runs.for_each(|run| {
            uses.entry(run.join(" ")).or_default().insert(id);
        });
    });
    shared(&uses, limits)
}

fn each_line<'a>(catalogue: &'a Catalogue, mut each: impl FnMut(&'a ToolId, Lang, &str)) {
    for tool in catalogue.tools() {
        for (_, text) in prose(tool) {
            written(text).for_each(|(lang, line)| each(&tool.id, lang, line));
        }
    }
}

fn shared(uses: &Uses<'_>, limits: &Limits) -> Vec<Problem> {
    let common = uses.iter().filter(|(_, ids)| ids.len() > limits.sharing);
    common.map(|(text, ids)| remark(list(ids), format!("share “{text}”"))).collect()
}

fn list(ids: &BTreeSet<&ToolId>) -> String {
    ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ")
}

/// The names and aliases that a tool shares with others, none of which it is related to.
fn aliases(catalogue: &Catalogue) -> Vec<Problem> {
    let mut uses = Uses::new();
    for tool in catalogue.tools() {
        let names = written(&tool.name).map(|(_, name)| name);
        for name in tool.aliases.all().map(|(_, alias)| alias).chain(names) {
            uses.entry(folded(name)).or_default().insert(&tool.id);
        }
    }
    uses.iter().filter_map(|(alias, ids)| stranger(alias, ids, catalogue)).collect()
}

fn stranger(alias: &str, ids: &BTreeSet<&ToolId>, catalogue: &Catalogue) -> Option<Problem> {
    let tools: Vec<&Tool> = ids.iter().filter_map(|id| catalogue.tool(id)).collect();
    let alone = |tool: &&&Tool| tools.len() > 1 && tools.iter().all(|other| !are_related(tool, other));
    let tool = tools.iter().find(alone)?;
    Some(remark(&tool.id, format!("shares the alias “{alias}” with tools it is not related to: {}", list(ids))))
}

/// The needs that are said of several tools: what all do leads to none of them.
fn needs(catalogue: &Catalogue) -> Vec<Problem> {
    let mut uses = Uses::new();
    for tool in catalogue.tools() {
        for (_, need) in tool.needs.all() {
            uses.entry(folded(need)).or_default().insert(&tool.id);
        }
    }
    let common = uses.iter().filter(|(_, ids)| ids.len() > 1);
    common.map(|(need, ids)| remark(list(ids), format!("are all said to be for “{need}”"))).collect()
}

fn are_related(one: &Tool, other: &Tool) -> bool {
    one.related.contains(&other.id) || other.related.contains(&one.id)
}

/// The purposes and the steps of an assignment that have too few tools.
fn variety(catalogue: &Catalogue, limits: &Limits) -> Vec<Problem> {
    let count = |has: &dyn Fn(&Tool) -> bool| catalogue.tools().filter(|tool| has(tool)).count();
    let purposes = PURPOSES.map(|purpose| (format!("{purpose:?}"), count(&|tool| tool.purposes.contains(&purpose))));
    let phases = PHASES.map(|phase| (format!("{phase:?}"), count(&|tool| tool.phases.contains(&phase))));
    let few = purposes.into_iter().chain(phases).filter(|(_, count)| *count < limits.tools);
    few.map(|(what, count)| remark(what, format!("{count} tools; {} are wanted", limits.tools))).collect()
}

const PURPOSES: [Purpose; 14] = [
    Purpose::Open,
    Purpose::Connect,
    Purpose::Involve,
    Purpose::Explore,
    Purpose::Dream,
    Purpose::Generate,
    Purpose::Sort,
    Purpose::Decide,
    Purpose::Plan,
    Purpose::Learn,
    Purpose::Follow,
    Purpose::Evaluate,
    Purpose::Energise,
    Purpose::Close,
];

const PHASES: [Phase; 4] = [Phase::StartUp, Phase::Planning, Phase::Delivery, Phase::Evaluation];
