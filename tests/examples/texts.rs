//! Every text of the data set, a line each: language, place, text, with tabs between them. For the spelling check of CI.
#![allow(clippy::print_stdout, reason = "a program that prints")]

use vidde::data;
use vidde::domain::guide::Task;
use vidde::domain::template::Template;
use vidde::domain::text::{Lang, Text};
use vidde::domain::tool::Tool;

fn main() {
    let (tools, _) = data::built_in();
    let (guide, _) = data::guide();
    for tool in &tools {
        let place = format!("tools/{}.ron", tool.id);
        print(&place, &tool_texts(tool));
        tool.needs.all().for_each(|(lang, need)| println!("{}\t{place}\t{need}", lang.code()));
        tool.aliases.all().for_each(|(lang, alias)| println!("{}\t{place}\t{alias}", lang.code()));
    }
    for step in &guide.steps {
        let place = format!("guide ({:?})", step.phase);
        print(&place, &[&step.name, &step.aim].into_iter().chain(&step.lens).collect::<Vec<_>>());
    }
    let prompts = guide.practices.advice.iter().chain(&guide.practices.implementation);
    print("guide/practices.ron", &prompts.collect::<Vec<_>>());
    for task in guide.tasks() {
        print(&format!("guide ({})", task.id), &task_texts(task));
    }
    for template in &guide.templates {
        let place = format!("templates/{}.ron", template.id);
        print(&place, &template_texts(template));
    }
    print("sequences.ron", &data::sequences().pairs.iter().map(|pair| &pair.why).collect::<Vec<_>>());
}

fn print(place: &str, texts: &[&Text]) {
    for text in texts {
        for lang in Lang::ALL {
            if let Some(line) = text.written(lang) {
                println!("{}\t{place}\t{line}", lang.code());
            }
        }
    }
}

/// All but the names of those who made the tool.
fn tool_texts(tool: &Tool) -> Vec<&Text> {
    let lists = [&tool.material, &tool.prepare, &tool.tips, &tool.examples, &tool.pitfalls, &tool.variants];
    let steps = tool.steps.iter().flat_map(|step| [&step.say, &step.lead]);
    let single = [&tool.name, &tool.why, &tool.strengths, &tool.online, &tool.source.note];
    single.into_iter().chain(lists.into_iter().flatten()).chain(steps).collect()
}

fn task_texts(task: &Task) -> Vec<&Text> {
    let lists = [&task.questions, &task.checklist].into_iter().flatten();
    let whys = task.tools.iter().map(|suggestion| &suggestion.why);
    [&task.name, &task.what, &task.leader].into_iter().chain(lists).chain(whys).collect()
}

fn template_texts(template: &Template) -> Vec<&Text> {
    let Template { name, about, purpose, wanted, evaluation, .. } = template;
    let blocks = template.blocks.iter().flat_map(|item| [&item.title, &item.question, &item.note]);
    [name, about, purpose, wanted, evaluation].into_iter().chain(blocks).collect()
}
