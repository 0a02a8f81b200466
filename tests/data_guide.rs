//! What a machine can judge of the guide and the templates, and of how the tools hang together: ids lead somewhere, both
//! languages are written, minutes add up, breaks come in time, every tool is reachable, and no two cards share their words.
#![allow(clippy::expect_used, reason = "a test that cannot read its data should stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use vidde::data;
use vidde::domain::agenda::{Block, Kind};
use vidde::domain::catalogue::Catalogue;
use vidde::domain::guide::{Guide, Task};
use vidde::domain::search::folded;
use vidde::domain::template::{Item, Template};
use vidde::domain::text::{Lang, Text};
use vidde::domain::times::Seconds;
use vidde::domain::tool::{Phase, Purpose, Tool, ToolId};

/// The languages every text must be written in.
const WRITTEN: [Lang; 2] = [Lang::Nb, Lang::En];

/// Columns of a line on the wall at 57 columns, and the lines a question may take (DESIGN section 4).
const WALL: usize = 51;
const QUESTION: usize = 2;

/// The longest time between two breaks, in minutes.
const SITTING: i64 = 90;

static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
    let (guide, problems) = data::guide();
    assert!(problems.is_empty(), "{problems:#?}");
    guide
});

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(data::built_in().0, Vec::new()));

/// Fails with every fault, a line each.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Every text of the guide and of the templates, with its place.
fn texts() -> Vec<(String, &'static Text)> {
    let mut all: Vec<(String, &Text)> = Vec::new();
    for step in &GUIDE.steps {
        all.extend(
            [("name", &step.name), ("aim", &step.aim)].map(|(what, text)| (format!("{:?} {what}", step.phase), text)),
        );
        all.extend(step.lens.iter().map(|text| (format!("{:?} lens", step.phase), text)));
    }
    let prompts = GUIDE.practices.advice.iter().chain(&GUIDE.practices.implementation);
    all.extend(prompts.map(|text| ("practices".to_owned(), text)));
    all.extend(GUIDE.tasks().flat_map(of_task));
    all.extend(GUIDE.templates.iter().flat_map(of_template));
    all
}

fn of_task(task: &Task) -> Vec<(String, &Text)> {
    let lists = [("question", &task.questions), ("checklist", &task.checklist)];
    let lists = lists.into_iter().flat_map(|(what, texts)| texts.iter().map(move |text| (what, text)));
    let whys = task.tools.iter().map(|suggestion| ("why", &suggestion.why));
    let all =
        [("name", &task.name), ("what", &task.what), ("leader", &task.leader)].into_iter().chain(lists).chain(whys);
    all.map(|(what, text)| (format!("{} {what}", task.id), text)).collect()
}

fn of_template(template: &Template) -> Vec<(String, &Text)> {
    let Template { name, about, purpose, wanted, evaluation, .. } = template;
    let head = [("name", name), ("about", about), ("purpose", purpose), ("wanted", wanted), ("evaluation", evaluation)];
    let blocks = template.blocks.iter().flat_map(|item| {
        [("title", &item.title), ("question", &item.question), ("note", &item.note)]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
    });
    head.into_iter().chain(blocks).map(|(what, text)| (format!("{} {what}", template.id), text)).collect()
}

#[test]
fn the_guide_has_four_steps_with_their_tasks_and_the_practices_around_them() {
    let phases: Vec<Phase> = GUIDE.steps.iter().map(|step| step.phase).collect();
    assert_eq!(phases, [Phase::StartUp, Phase::Planning, Phase::Delivery, Phase::Evaluation]);
    assert_eq!((GUIDE.practices.advice.len(), GUIDE.practices.implementation.len()), (9, 4));
    assert!(GUIDE.practices.practices.len() >= 4 && GUIDE.templates.len() == 10);
    let mut faults = Vec::new();
    for step in &GUIDE.steps {
        if !(3..=8).contains(&step.tasks.len()) || step.lens.len() < 3 {
            faults.push(format!("{:?}: {} tasks, {} lenses", step.phase, step.tasks.len(), step.lens.len()));
        }
    }
    for task in GUIDE.tasks() {
        if task.questions.len() < 3 || task.tools.len() < 4 || task.checklist.len() < 3 {
            faults.push(format!("{}: too few questions, tools or checklist items", task.id));
        }
    }
    none(&faults);
}

#[test]
fn every_text_of_the_guide_and_the_templates_is_in_both_languages_and_names_in_nynorsk_too() {
    let mut faults = Vec::new();
    for (place, text) in texts() {
        let langs: &[Lang] = if place.ends_with(" name") || place.ends_with(" title") { &Lang::ALL } else { &WRITTEN };
        let lacking = langs.iter().filter(|lang| text.written(**lang).is_none_or(|line| line.is_empty()));
        faults.extend(lacking.map(|lang| format!("{place} lacks {}: {}", lang.code(), text.pick(Lang::Nb))));
    }
    none(&faults);
}

#[test]
fn signs_are_those_of_good_typesetting() {
    let mut faults = Vec::new();
    for (place, text) in texts() {
        for lang in Lang::ALL {
            let Some(line) = text.written(lang) else { continue };
            let foreign: &[&str] = if lang == Lang::En { &["«", "»", "„"] } else { &["“", "”", "„"] };
            let slips = [" - ", "--", "...", "\"", "'", "\u{fe0f}"].iter().chain(foreign);
            let found = slips.filter(|slip| line.contains(**slip));
            faults.extend(found.map(|slip| format!("{place} {} has {slip:?}: {line}", lang.code())));
        }
    }
    none(&faults);
}

#[test]
fn what_the_guide_and_the_templates_name_is_there() {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for task in GUIDE.tasks() {
        if !ids.insert(&task.id) {
            faults.push(format!("{} is there twice", task.id));
        }
        let tools: Vec<&ToolId> = task.tools.iter().map(|suggestion| &suggestion.tool).collect();
        let lost = tools.iter().filter(|id| CATALOGUE.tool(id).is_none());
        faults.extend(lost.map(|id| format!("{}: no tool {id}", task.id)));
        if tools.iter().collect::<BTreeSet<_>>().len() < tools.len() {
            faults.push(format!("{} suggests a tool twice", task.id));
        }
        let lost = task.templates.iter().filter(|id| GUIDE.template(id).is_none());
        faults.extend(lost.map(|id| format!("{}: no template {id}", task.id)));
    }
    for template in &GUIDE.templates {
        if !ids.insert(&template.id) {
            faults.push(format!("{} is there twice", template.id));
        }
        let lost =
            template.blocks.iter().filter_map(|item| item.tool.as_ref()).filter(|id| CATALOGUE.tool(id).is_none());
        faults.extend(lost.map(|id| format!("{}: no tool {id}", template.id)));
        if !GUIDE.tasks().any(|task| task.templates.contains(&template.id)) {
            faults.push(format!("no task leads to the template {}", template.id));
        }
    }
    none(&faults);
}

#[test]
fn a_template_makes_a_sound_agenda_in_every_language() {
    let mut faults = Vec::new();
    for template in &GUIDE.templates {
        for lang in Lang::ALL {
            let agenda = template.agenda(&CATALOGUE, lang);
            faults.extend(
                agenda.check().err().map(|fault| format!("{} {}: {}", template.id, lang.code(), fault.pick(lang))),
            );
            let bare = [&agenda.title, &agenda.purpose, &agenda.wanted, &agenda.evaluation];
            if bare.iter().any(|line| line.is_empty()) || agenda.blocks.iter().any(|block| block.title.is_empty()) {
                faults.push(format!("{} {}: a title or the head is empty", template.id, lang.code()));
            }
        }
    }
    none(&faults);
}

/// The minutes of the parts a block of this item gets.
fn parts(item: &Item, template: &Template) -> Option<i64> {
    let tool = CATALOGUE.tool(item.tool.as_ref()?)?;
    let people = template.people.unwrap_or(tool.usual_people());
    let block = Block::of_tool(tool, item.variant, people, Lang::Nb);
    Some(block.parts.iter().map(|part| i64::from(part.minutes)).sum())
}

#[test]
fn a_block_with_a_tool_lasts_as_long_as_its_parts() {
    let mut faults = Vec::new();
    for template in &GUIDE.templates {
        for item in &template.blocks {
            let (Some(parts), Some(minutes)) = (parts(item, template), item.minutes) else { continue };
            if parts != i64::from(minutes) {
                let tool = item.tool.as_ref().map(ToString::to_string).unwrap_or_default();
                faults
                    .push(format!("{}: {tool} {:?} has parts of {parts} min in {minutes}", template.id, item.variant));
            }
        }
    }
    none(&faults);
}

#[test]
fn nobody_sits_longer_than_ninety_minutes_without_a_break() {
    let mut faults = Vec::new();
    for template in &GUIDE.templates {
        let (mut sat, mut longest) = (0, 0);
        for block in &template.agenda(&CATALOGUE, Lang::Nb).blocks {
            let rests = block.kind == Kind::Break || block.fixed.is_some();
            sat = if rests { 0 } else { sat + i64::from(block.minutes) };
            longest = longest.max(sat);
        }
        if longest > SITTING {
            faults.push(format!("{}: {longest} min without a break", template.id));
        }
    }
    none(&faults);
}

#[test]
fn a_template_lasts_as_long_as_it_says() {
    let minutes = |id: &str| {
        let template = GUIDE.template(&ToolId::new(id).expect("an id")).expect("a template");
        template.length(&CATALOGUE).0 / Seconds::minutes(1).0
    };
    let said = [
        ("clarifying-meeting-1", 90),
        ("clarifying-meeting-2", 90),
        ("clarifying-meeting-3", 90),
        ("evaluation-closing", 150),
        ("follow-up-day", 300),
        ("kick-off-day", 360),
        ("learning-network", 13 * 60),
        ("network-meeting", 120),
        ("professional-day", 240),
        ("status-meeting", 60),
    ];
    let found = said.map(|(id, _)| (id, minutes(id)));
    assert_eq!(found, said, "minutes of the blocks against the text of the template");
}

#[test]
fn questions_of_templates_fit_two_lines_of_the_wall() {
    let mut faults = Vec::new();
    for (place, text) in texts().into_iter().filter(|(place, _)| place.ends_with(" question")) {
        let is_template = GUIDE.templates.iter().any(|template| place.starts_with(template.id.as_str()));
        for lang in WRITTEN.into_iter().filter(|_| is_template) {
            let line = text.written(lang).map_or("", |line| line.as_str());
            let lines = textwrap::wrap(line, WALL).len();
            if lines > QUESTION {
                faults.push(format!("{place} {} takes {lines} lines: {line}", lang.code()));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_purpose_and_every_step_has_at_least_eight_tools() {
    use Purpose as P;
    let purposes = [
        P::Open,
        P::Connect,
        P::Involve,
        P::Explore,
        P::Dream,
        P::Generate,
        P::Sort,
        P::Decide,
        P::Plan,
        P::Learn,
        P::Follow,
        P::Evaluate,
        P::Energise,
        P::Close,
    ];
    let phases = [Phase::StartUp, Phase::Planning, Phase::Delivery, Phase::Evaluation];
    let count = |has: &dyn Fn(&Tool) -> bool| CATALOGUE.tools().filter(|tool| has(tool)).count();
    let purposes = purposes.map(|purpose| (format!("{purpose:?}"), count(&|tool| tool.purposes.contains(&purpose))));
    let phases = phases.map(|phase| (format!("{phase:?}"), count(&|tool| tool.phases.contains(&phase))));
    let few: Vec<_> = purposes.into_iter().chain(phases).filter(|(_, count)| *count < 8).collect();
    assert!(few.is_empty(), "{few:#?}");
}

/// The tools that a task, a template or another tool leads to.
fn reachable() -> BTreeSet<&'static ToolId> {
    let tasks = GUIDE.tasks().flat_map(|task| &task.tools).map(|suggestion| &suggestion.tool);
    let templates = GUIDE.templates.iter().flat_map(|template| &template.blocks).filter_map(|item| item.tool.as_ref());
    let related = CATALOGUE.tools().flat_map(|tool| &tool.related);
    tasks.chain(templates).chain(related).collect()
}

#[test]
fn every_tool_is_suggested_somewhere() {
    let reachable = reachable();
    let lost: Vec<_> = CATALOGUE.tools().map(|tool| &tool.id).filter(|id| !reachable.contains(id)).collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

fn are_related(one: &Tool, other: &Tool) -> bool {
    one.related.contains(&other.id) || other.related.contains(&one.id)
}

#[test]
fn an_alias_is_shared_by_related_tools_only() {
    let mut users: BTreeMap<String, BTreeSet<&ToolId>> = BTreeMap::new();
    for tool in CATALOGUE.tools() {
        let names = Lang::ALL.into_iter().filter_map(|lang| tool.name.written(lang));
        for name in tool.aliases.all().map(|(_, alias)| alias).chain(names) {
            users.entry(folded(name)).or_default().insert(&tool.id);
        }
    }
    let shared: Vec<_> = users.iter().filter(|(_, ids)| ids.len() > 1).collect();
    println!("{} aliases of {} are shared", shared.len(), users.len());
    let mut faults = Vec::new();
    for (alias, ids) in shared {
        let tools: Vec<&Tool> = ids.iter().filter_map(|id| CATALOGUE.tool(id)).collect();
        let stranger = tools.iter().find(|tool| tools.iter().all(|other| !are_related(tool, other)));
        faults
            .extend(stranger.map(|tool| format!("{alias:?} is shared by {ids:?}, but {} is related to none", tool.id)));
    }
    none(&faults);
}

/// The running texts of a card, without its source.
fn prose(tool: &Tool) -> Vec<&Text> {
    let lists = [&tool.material, &tool.prepare, &tool.tips, &tool.examples, &tool.pitfalls, &tool.variants];
    let steps = tool.steps.iter().flat_map(|step| [&step.say, &step.lead]);
    [&tool.why, &tool.strengths, &tool.online].into_iter().chain(lists.into_iter().flatten()).chain(steps).collect()
}

#[test]
fn no_six_words_in_a_row_stand_on_more_than_two_cards() {
    let mut seen: BTreeMap<String, BTreeSet<&ToolId>> = BTreeMap::new();
    for tool in CATALOGUE.tools() {
        for line in prose(tool).into_iter().flat_map(|text| WRITTEN.map(|lang| text.written(lang))).flatten() {
            let folded = folded(line);
            let words: Vec<&str> = folded.split(' ').collect();
            for run in words.windows(6) {
                seen.entry(run.join(" ")).or_default().insert(&tool.id);
            }
        }
    }
    assert!(seen.len() > 50_000, "only {} runs of six words", seen.len());
    let common: Vec<_> = seen.iter().filter(|(_, ids)| ids.len() > 2).collect();
    assert!(common.is_empty(), "{} runs of six words: {common:#?}", common.len());
}
