//! The guide: the four steps of an assignment with their tasks (*gjøremål*), and the practices around them.

use super::text::Text;
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
