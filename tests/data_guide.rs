//! What a machine can judge of the guide, the templates and the order of tools: the rules are in `domain::proof`; here
//! they are run over the built-in data, and over data that break them. And what only this guide promises.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot read its data should stop")]

use std::sync::LazyLock;
use vidde::data;
use vidde::domain::Problem;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::guide::Guide;
use vidde::domain::proof::{self, Limits};
use vidde::domain::text::Text;
use vidde::domain::times::Seconds;
use vidde::domain::tool::{Phase, ToolId};

static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
    let (guide, problems) = data::guide();
    assert!(problems.is_empty(), "{problems:#?}");
    guide
});

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| data::catalogue(Vec::new()).0);

/// Fails with every fault, a line each.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn shown(remarks: Vec<Problem>) -> Vec<String> {
    remarks.into_iter().map(|remark| format!("{}: {}", remark.place, remark.text)).collect()
}

fn id(text: &str) -> ToolId {
    ToolId::new(text).expect("an id")
}

/// Fails unless a remark begins with `expected`.
fn finds(remarks: Vec<Problem>, expected: &str) {
    let found = shown(remarks);
    assert!(found.iter().any(|remark| remark.starts_with(expected)), "{expected} is not in:\n{}", found.join("\n"));
}

#[test]
fn the_guide_is_written_as_it_should_be_and_leads_to_every_tool() {
    none(&shown(proof::guide(&GUIDE, &CATALOGUE, &Limits::default())));
}

#[test]
fn the_templates_are_sound_in_every_language_and_give_breaks_in_time() {
    none(&shown(proof::templates(&GUIDE.templates, &CATALOGUE, &Limits::default())));
}

#[test]
fn a_fault_in_the_guide_is_found_and_named() {
    type Spoil = fn(&mut Guide);
    let cases: [(Spoil, &str); 7] = [
        (|guide| guide.steps[0].lens[1].en = None, "StartUp: lens 2 lacks en"),
        (|guide| guide.practices.advice[2].nb = Some("Si “ja”".into()), "practices: advice 3 nb has \"“\""),
        (|guide| guide.steps[0].tasks[0].name.nn = None, "anchoring: name lacks nn"),
        (|guide| guide.steps[0].tasks[0].tools[0].tool = id("nowhere"), "anchoring: there is no tool nowhere"),
        (|guide| guide.steps[0].tasks[0].templates.push(id("none")), "anchoring: there is no template none"),
        (|guide| guide.templates[0].id = id("new"), "new: no task leads to this template"),
        (|guide| guide.steps[1] = guide.steps[0].clone(), "anchoring: is there twice"),
    ];
    let first = GUIDE.steps[0].tasks[0].id.to_string();
    for (spoil, expected) in cases {
        let mut guide = GUIDE.clone();
        spoil(&mut guide);
        let expected = expected.replace("anchoring", &first);
        finds(proof::guide(&guide, &CATALOGUE, &Limits::default()), &expected);
    }
    let nothing = Guide { steps: Vec::new(), templates: Vec::new(), ..GUIDE.clone() };
    let alone: Vec<_> = CATALOGUE.tools().take(1).cloned().collect();
    let expected = format!("{}: no task, template or other tool leads here", alone[0].id);
    finds(proof::guide(&nothing, &Catalogue::new(alone, Vec::new()), &Limits::default()), &expected);
}

#[test]
fn a_fault_in_a_template_is_found_and_named() {
    let kick_off = GUIDE.template(&id("kick-off-day")).expect("a template");
    let with_tool = kick_off.blocks.iter().position(|item| item.tool.is_some()).expect("a tool");
    let found = |spoil: &dyn Fn(&mut vidde::domain::template::Template)| {
        let mut template = kick_off.clone();
        spoil(&mut template);
        proof::templates(&[template], &CATALOGUE, &Limits::default())
    };
    finds(found(&|day| day.blocks[with_tool].tool = Some(id("nowhere"))), "kick-off-day: there is no tool nowhere");
    finds(
        found(&|day| day.blocks[with_tool].minutes = Some(61)),
        "kick-off-day: impromptu-networking Normal has parts",
    );
    finds(
        found(&|day| day.blocks[0].question = Text::same(&"lang ".repeat(30))),
        "kick-off-day: question 1 nb takes 3",
    );
    finds(found(&|day| day.purpose = Text::default()), "kick-off-day: nn: a title or the head is empty");
    finds(found(&|day| day.blocks.retain(|item| item.tool.is_some())), "kick-off-day: 249 min without a break");
    let twice = [kick_off.clone(), kick_off.clone()];
    finds(proof::templates(&twice, &CATALOGUE, &Limits::default()), "kick-off-day: is there twice");
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
