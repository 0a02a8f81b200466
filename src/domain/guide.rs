//! The guide: the four steps of an assignment with their tasks (*gjøremål*), the practices around them, and the agenda
//! templates they lead to.

use super::catalogue::Catalogue;
use super::search::folded;
use super::template::Template;
use super::text::{Lang, Line, Text};
use super::tool::{Phase, ToolId};
use serde::{Deserialize, Serialize};

/// A tool that helps with a task, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    pub tool: ToolId,
    /// One line.
    pub why: Text,
}

/// A task (*gjøremål*) of a step, or a practice: what is done, asked, used and checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    pub id: ToolId,
    pub name: Text,
    /// What is done, and what comes out of it.
    pub what: Text,
    /// What the process leader does.
    pub leader: Text,
    #[serde(default)]
    pub questions: Vec<Text>,
    #[serde(default)]
    pub tools: Vec<Suggestion>,
    /// Agenda templates, by id.
    #[serde(default)]
    pub templates: Vec<ToolId>,
    #[serde(default)]
    pub checklist: Vec<Text>,
}

/// One of the four steps (*trinn*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideStep {
    /// The shape of the file: 1.
    pub version: u32,
    pub phase: Phase,
    pub name: Text,
    /// What the step is for.
    pub aim: Text,
    /// Process leadership in this step.
    pub lens: Vec<Text>,
    pub tasks: Vec<Task>,
}

/// What follows every step: `guide/practices.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practices {
    /// The shape of the file: 1.
    pub version: u32,
    /// Nine pieces of advice for collaboration, as reflection prompts.
    pub advice: Vec<Text>,
    /// Four questions to check an implementation with.
    pub implementation: Vec<Text>,
    /// Learning networks, feedback in every meeting, service support over years.
    pub practices: Vec<Task>,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guide {
    /// In order.
    pub steps: Vec<GuideStep>,
    pub practices: Practices,
    pub templates: Vec<Template>,
}

/// Something in the guide that has a page of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Topic {
    Step(Phase),
    /// A task of a step, or a practice.
    Task(ToolId),
    /// The practices as a whole.
    Practices,
    /// The nine pieces of advice.
    Advice,
    /// The questions to check an implementation with.
    Implementation,
}

impl Guide {
    /// The step of this phase.
    #[must_use]
    pub fn step(&self, phase: Phase) -> Option<&GuideStep> {
        self.steps.iter().find(|step| step.phase == phase)
    }

    /// The tasks of all steps in order, then the practices.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.steps.iter().flat_map(|step| &step.tasks).chain(&self.practices.practices)
    }

    /// The task or practice with this id.
    #[must_use]
    pub fn task(&self, id: &ToolId) -> Option<&Task> {
        self.tasks().find(|task| task.id == *id)
    }

    /// The template with this id.
    #[must_use]
    pub fn template(&self, id: &ToolId) -> Option<&Template> {
        self.templates.iter().find(|template| template.id == *id)
    }

    /// Every topic in reading order: each step before its tasks, then what follows every step.
    #[must_use]
    pub fn topics(&self) -> Vec<Topic> {
        let task = |task: &Task| Topic::Task(task.id.clone());
        let steps = self
            .steps
            .iter()
            .flat_map(|step| std::iter::once(Topic::Step(step.phase)).chain(step.tasks.iter().map(task)));
        let practices = self.practices.practices.iter().map(task);
        let around = [Topic::Practices].into_iter().chain(practices).chain([Topic::Advice, Topic::Implementation]);
        steps.chain(around).filter(|topic| self.has(topic)).collect()
    }

    /// The topics in whose texts every word of `query` stands, whole or within another, in any language and spelling;
    /// the names of the tools that a task suggests are among its texts.
    #[must_use]
    pub fn find(&self, query: &str, catalogue: &Catalogue) -> Vec<Topic> {
        let query = folded(query);
        let answers = |topic: &Topic| {
            let written =
                |text: &Text| Lang::ALL.map(|lang| folded(text.written(lang).map_or("", Line::as_str))).join(" ");
            let text = self.texts(topic, catalogue).into_iter().map(written).collect::<Vec<_>>().join(" ");
            query.split(' ').all(|word| text.contains(word))
        };
        self.topics().into_iter().filter(answers).collect()
    }

    /// What there is to read on the topic.
    fn texts<'a>(&'a self, topic: &Topic, catalogue: &'a Catalogue) -> Vec<&'a Text> {
        match topic {
            Topic::Step(phase) => self.step(*phase).map(GuideStep::texts).unwrap_or_default(),
            Topic::Task(id) => self.task(id).map(|task| task.texts(catalogue)).unwrap_or_default(),
            Topic::Practices => Vec::new(),
            Topic::Advice => self.practices.advice.iter().collect(),
            Topic::Implementation => self.practices.implementation.iter().collect(),
        }
    }

    /// Whether there is anything to read on the topic.
    fn has(&self, topic: &Topic) -> bool {
        match topic {
            Topic::Step(_) | Topic::Task(_) => true,
            Topic::Practices => !self.practices.practices.is_empty(),
            Topic::Advice => !self.practices.advice.is_empty(),
            Topic::Implementation => !self.practices.implementation.is_empty(),
        }
    }
}

impl GuideStep {
    fn texts(&self) -> Vec<&Text> {
        [&self.name, &self.aim].into_iter().chain(&self.lens).collect()
    }
}

impl Task {
    fn texts<'a>(&'a self, catalogue: &'a Catalogue) -> Vec<&'a Text> {
        let tools = self.tools.iter().filter_map(|suggestion| catalogue.tool(&suggestion.tool));
        let names = tools.map(|tool| &tool.name).chain(self.tools.iter().map(|suggestion| &suggestion.why));
        let lists = [&self.questions, &self.checklist].into_iter().flatten();
        [&self.name, &self.what, &self.leader].into_iter().chain(lists).chain(names).collect()
    }
}
