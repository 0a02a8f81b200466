//! The rules for agenda templates: they make sound agendas, their blocks last as long as their parts, breaks come in time.

use super::guide::texts;
use super::{Limits, Part, named, remark, tall};
use crate::domain::Problem;
use crate::domain::agenda::{Block, Kind};
use crate::domain::catalogue::Catalogue;
use crate::domain::template::{Item, Template};
use crate::domain::text::Lang;
use std::collections::BTreeSet;

/// What there is to remark on the templates.
#[must_use]
pub fn templates(templates: &[Template], catalogue: &Catalogue, limits: &Limits) -> Vec<Problem> {
    let mut ids = BTreeSet::new();
    let twice = templates.iter().filter(|template| !ids.insert(&template.id));
    let twice: Vec<Problem> = twice.map(|template| remark(&template.id, "is there twice")).collect();
    templates.iter().flat_map(|template| one(template, catalogue, limits)).chain(twice).collect()
}

fn one(template: &Template, catalogue: &Catalogue, limits: &Limits) -> Vec<Problem> {
    let questions = parts(template).into_iter().filter(|(what, _)| what.starts_with("question"));
    let mut found: Vec<String> = questions.flat_map(|part| tall(&part, limits.question, limits)).collect();
    found.extend(template.blocks.iter().filter_map(|item| block(item, template, catalogue)));
    found.extend(agendas(template, catalogue));
    found.extend(sitting(template, catalogue, limits));
    let found = found.into_iter().map(|text| remark(&template.id, text));
    texts(template.id.as_str(), &parts(template), limits).into_iter().chain(found).collect()
}

/// The texts of the template; those of blocks that are written at all.
fn parts(template: &Template) -> Vec<Part<'_>> {
    let Template { name, about, purpose, wanted, evaluation, .. } = template;
    let head = [("name", name), ("about", about), ("purpose", purpose), ("wanted", wanted), ("evaluation", evaluation)];
    let blocks = template.blocks.iter().enumerate().flat_map(|(index, item)| {
        [("title", &item.title), ("question", &item.question), ("note", &item.note)]
            .map(|(what, text)| (format!("{what} {}", index + 1), text))
    });
    let head = head.into_iter().map(|(what, text)| named(what, text));
    head.chain(blocks.filter(|(_, text)| !text.is_empty())).collect()
}

/// A tool that is not there, or a block that does not last as long as its parts.
fn block(item: &Item, template: &Template, catalogue: &Catalogue) -> Option<String> {
    let id = item.tool.as_ref()?;
    let Some(tool) = catalogue.tool(id) else { return Some(format!("there is no tool {id}")) };
    let people = template.people.unwrap_or(tool.usual_people());
    let block = Block::of_tool(tool, item.variant, people, Lang::Nb);
    let parts: i64 = block.parts.iter().map(|part| i64::from(part.minutes)).sum();
    let minutes = i64::from(item.minutes?);
    (parts != minutes).then(|| format!("{id} {:?} has parts of {parts} min in {minutes}", item.variant))
}

/// What is wrong with the agenda in each language.
fn agendas(template: &Template, catalogue: &Catalogue) -> Vec<String> {
    let mut found = Vec::new();
    for lang in Lang::ALL {
        let agenda = template.agenda(catalogue, lang);
        found.extend(agenda.check().err().map(|fault| format!("{}: {}", lang.code(), fault.pick(lang))));
        let head = [&agenda.title, &agenda.purpose, &agenda.wanted, &agenda.evaluation];
        if head.iter().any(|line| line.is_empty()) || agenda.blocks.iter().any(|block| block.title.is_empty()) {
            found.push(format!("{}: a title or the head is empty", lang.code()));
        }
    }
    found
}

/// Too long a time between two breaks.
fn sitting(template: &Template, catalogue: &Catalogue, limits: &Limits) -> Option<String> {
    let (mut sat, mut longest) = (0, 0);
    for block in &template.agenda(catalogue, Lang::Nb).blocks {
        let rests = block.kind == Kind::Break || block.fixed.is_some();
        sat = if rests { 0 } else { sat + i64::from(block.minutes) };
        longest = longest.max(sat);
    }
    (longest > limits.sitting).then(|| format!("{longest} min without a break; {} are allowed", limits.sitting))
}
