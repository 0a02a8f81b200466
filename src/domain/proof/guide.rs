//! The rules for the guide: languages, signs, and that what it names is there and leads to every tool.

use super::{Limits, Part, lacking, named, numbered, remark, signs};
use crate::domain::Problem;
use crate::domain::catalogue::Catalogue;
use crate::domain::guide::{Guide, GuideStep, Task};
use crate::domain::tool::ToolId;
use std::collections::BTreeSet;

/// What there is to remark on the guide, apart from its templates.
#[must_use]
pub fn guide(guide: &Guide, catalogue: &Catalogue, limits: &Limits) -> Vec<Problem> {
    let steps = guide.steps.iter().flat_map(|step| texts(&format!("{:?}", step.phase), &of_step(step), limits));
    let tasks = guide.tasks().flat_map(|task| texts(task.id.as_str(), &of_task(task), limits));
    let practices = &guide.practices;
    let prompts = [numbered("advice", &practices.advice), numbered("implementation", &practices.implementation)];
    let prompts = texts("practices", &prompts.concat(), limits);
    steps.chain(tasks).chain(prompts).chain(names(guide, catalogue)).chain(lost(guide, catalogue)).collect()
}

/// The languages and the signs of the texts in `place`.
pub(super) fn texts(place: &str, parts: &[Part<'_>], limits: &Limits) -> Vec<Problem> {
    let found = parts.iter().flat_map(|part| {
        let is_name = part.0 == "name" || part.0.starts_with("title");
        let languages = if is_name { &limits.names } else { &limits.languages };
        [lacking(part, languages), signs(part)].concat()
    });
    found.map(|text| remark(place, text)).collect()
}

fn of_step(step: &GuideStep) -> Vec<Part<'_>> {
    [vec![named("name", &step.name), named("aim", &step.aim)], numbered("lens", &step.lens)].concat()
}

fn of_task(task: &Task) -> Vec<Part<'_>> {
    let single = vec![named("name", &task.name), named("what", &task.what), named("leader", &task.leader)];
    let lists = [numbered("question", &task.questions), numbered("checklist", &task.checklist)].concat();
    let whys = task.tools.iter().map(|suggestion| (format!("why {}", suggestion.tool), &suggestion.why));
    single.into_iter().chain(lists).chain(whys).collect()
}

/// What the tasks name that is not there, or twice.
fn names(guide: &Guide, catalogue: &Catalogue) -> Vec<Problem> {
    let (mut ids, mut found) = (BTreeSet::new(), Vec::new());
    for task in guide.tasks() {
        if !ids.insert(&task.id) {
            found.push(remark(&task.id, "is there twice"));
        }
        let mut tools = BTreeSet::new();
        for id in task.tools.iter().map(|suggestion| &suggestion.tool) {
            found.extend(catalogue.tool(id).is_none().then(|| remark(&task.id, format!("there is no tool {id}"))));
            found.extend((!tools.insert(id)).then(|| remark(&task.id, format!("suggests {id} twice"))));
        }
        let lost = task.templates.iter().filter(|id| guide.template(id).is_none());
        found.extend(lost.map(|id| remark(&task.id, format!("there is no template {id}"))));
    }
    found
}

/// The templates that no task leads to, and the tools that no task, template or other tool leads to.
fn lost(guide: &Guide, catalogue: &Catalogue) -> Vec<Problem> {
    let led_to = |id: &ToolId| guide.tasks().any(|task| task.templates.contains(id));
    let templates = guide.templates.iter().map(|template| &template.id).filter(|id| !led_to(id));
    let templates = templates.map(|id| remark(id, "no task leads to this template"));
    let suggested = guide.tasks().flat_map(|task| &task.tools).map(|suggestion| &suggestion.tool);
    let used = guide.templates.iter().flat_map(|template| &template.blocks).filter_map(|item| item.tool.as_ref());
    let related = catalogue.tools().flat_map(|tool| &tool.related);
    let reachable: BTreeSet<&ToolId> = suggested.chain(used).chain(related).collect();
    let tools = catalogue.tools().map(|tool| &tool.id).filter(|id| !reachable.contains(id));
    templates.chain(tools.map(|id| remark(id, "no task, template or other tool leads here"))).collect()
}
