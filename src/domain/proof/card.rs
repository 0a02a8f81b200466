//! The rules for one card: languages, counts, times, lengths, signs.

use super::{Limits, Part, lacking, named, numbered, remark, signs, tall, wordy};
use crate::domain::Problem;
use crate::domain::catalogue::Catalogue;
use crate::domain::tool::{Tool, Variant};

/// What there is to remark on the card by itself.
#[must_use]
pub fn card(tool: &Tool, limits: &Limits) -> Vec<Problem> {
    let found = [languages(tool, limits), counts(tool, limits), lengths(tool), spoken(tool, limits)];
    found.into_iter().flatten().map(|text| remark(&tool.id, text)).collect()
}

/// The related tools that are not in the catalogue, or are the tool itself.
#[must_use]
pub fn relations(tool: &Tool, catalogue: &Catalogue) -> Vec<Problem> {
    let lost = tool.related.iter().filter(|id| **id == tool.id || catalogue.tool(id).is_none());
    lost.map(|id| remark(&tool.id, format!("is related to {id}, which is not another tool"))).collect()
}

/// The texts that people read in running text.
pub(super) fn prose(tool: &Tool) -> Vec<Part<'_>> {
    let lists = [
        ("material", &tool.material),
        ("prepare", &tool.prepare),
        ("tips", &tool.tips),
        ("examples", &tool.examples),
        ("pitfalls", &tool.pitfalls),
        ("variants", &tool.variants),
    ];
    let single = [named("why", &tool.why), named("strengths", &tool.strengths), named("online", &tool.online)];
    let steps = tool.steps.iter().enumerate().flat_map(|(index, step)| {
        [(format!("say {}", index + 1), &step.say), (format!("lead {}", index + 1), &step.lead)]
    });
    let lists = lists.into_iter().flat_map(|(what, texts)| numbered(what, texts));
    single.into_iter().chain(lists).chain(steps).collect()
}

fn languages(tool: &Tool, limits: &Limits) -> Vec<String> {
    let mut found = lacking(&named("name", &tool.name), &limits.names);
    found.extend(prose(tool).iter().flat_map(|part| lacking(part, &limits.languages)));
    for lang in &limits.languages {
        let count = tool.aliases.all().filter(|(written, _)| written == lang).count();
        if count < limits.counts.aliases {
            found.push(format!("{count} aliases in {}; {} are wanted", lang.code(), limits.counts.aliases));
        }
        let count = tool.needs.all().filter(|(written, _)| written == lang).count();
        if count < limits.counts.needs {
            found.push(format!("{count} needs in {}; {} are wanted", lang.code(), limits.counts.needs));
        }
    }
    found
}

fn counts(tool: &Tool, limits: &Limits) -> Vec<String> {
    let wanted = &limits.counts;
    let counts = [
        ("tips", tool.tips.len(), wanted.tips),
        ("examples", tool.examples.len(), wanted.examples),
        ("pitfalls", tool.pitfalls.len(), wanted.pitfalls),
        ("variants", tool.variants.len(), wanted.variants),
        ("purposes", tool.purposes.len(), wanted.purposes),
        ("phases", tool.phases.len(), wanted.phases),
        ("forms", tool.forms.len(), wanted.forms),
        ("steps", tool.steps.len(), wanted.steps),
        ("related", tool.related.len(), wanted.related),
    ];
    let wrong = counts.into_iter().filter(|(_, count, (least, most))| count < least || count > most);
    let wrong = wrong.map(|(what, count, (least, most))| format!("{count} {what}; {least} to {most} are wanted"));
    wrong.chain(tool.source.who.is_empty().then(|| "no source".to_owned())).collect()
}

/// Steps that do not add up to a length within the range of the card.
fn lengths(tool: &Tool) -> Vec<String> {
    let (least, most) = tool.minutes;
    let mut found = Vec::new();
    for variant in [Variant::Short, Variant::Normal, Variant::Long] {
        let minutes = tool.length(variant, tool.usual_people()).minutes_up();
        if !(i64::from(least)..=i64::from(most)).contains(&minutes) {
            found.push(format!("{variant:?} takes {minutes} min; the card says {least} to {most}"));
        }
    }
    found
}

fn spoken(tool: &Tool, limits: &Limits) -> Vec<String> {
    let mut found = signs(&named("name", &tool.name));
    for part in prose(tool) {
        found.extend(signs(&part));
        found.extend(match part.0.split(' ').next() {
            Some("why") => wordy(&part, limits.why),
            Some("lead") => wordy(&part, limits.lead),
            Some("say") => tall(&part, limits.say, limits),
            _ => Vec::new(),
        });
    }
    found
}
