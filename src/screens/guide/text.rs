//! The text of a topic, line by line for a given width, and the links on it.

use crate::domain::guide::{GuideStep, Practices, Task, Topic};
use crate::domain::text::{Text, Words, words};
use crate::domain::tool::{ToolId, Variant};
use crate::model::Model;
use crate::screens::{card, templates};
use crate::ui::page::{Page, PageLine};
use crate::ui::theme::Tone;
use crate::ui::{columns, names};
use ratatui::layout::{Rect, Size};

/// Where a line of a topic leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    Tool(ToolId),
    Template(ToolId),
    Topic(Topic),
}

/// What the topic is called; steps have their number in front.
pub fn name(model: &Model, topic: &Topic) -> String {
    match topic {
        Topic::Step(phase) => {
            let steps = (1..).zip(&model.guide.steps);
            let step = steps.into_iter().find(|(_, step)| step.phase == *phase);
            step.map(|(number, step)| format!("{number} {}", step.name.pick(model.lang))).unwrap_or_default()
        }
        Topic::Task(id) => model.guide.task(id).map(|task| task.name.pick(model.lang).to_owned()).unwrap_or_default(),
        Topic::Practices => model.say(PRACTICES).to_owned(),
        Topic::Advice => model.say(ADVICE).to_owned(),
        Topic::Implementation => model.say(IMPLEMENTATION).to_owned(),
    }
}

/// What the topic is about, in a few sentences.
pub fn summary<'m>(model: &'m Model, topic: &Topic) -> &'m str {
    match topic {
        Topic::Step(phase) => model.guide.step(*phase).map_or("", |step| step.aim.pick(model.lang)),
        Topic::Task(id) => model.guide.task(id).map_or("", |task| task.what.pick(model.lang)),
        Topic::Practices => model.say(ABOUT_PRACTICES),
        Topic::Advice => model.say(ABOUT_ADVICE),
        Topic::Implementation => model.say(ABOUT_IMPLEMENTATION),
    }
}

/// The whole page of a topic in lines of at most `width` columns, and where its links lead.
pub fn page(model: &Model, topic: &Topic, width: u16) -> (Vec<PageLine>, Vec<Link>) {
    let mut written = TopicText { page: Page::new(model, width), links: Vec::new() };
    written.page.title(&name(model, topic));
    match topic {
        Topic::Step(phase) => written.step(model.guide.step(*phase)),
        Topic::Task(id) => written.task(model.guide.task(id)),
        Topic::Practices => written.practices(&model.guide.practices),
        Topic::Advice => written.prompts(ABOUT_ADVICE, &model.guide.practices.advice),
        Topic::Implementation => written.prompts(ABOUT_IMPLEMENTATION, &model.guide.practices.implementation),
    }
    (written.page.lines, written.links)
}

/// What a link leads to, as much of it as may be seen in `area`; nothing where all is said beside the link.
pub fn behind(model: &Model, link: &Link, area: Rect) -> Vec<PageLine> {
    let seen = Size { width: columns::width(area), height: u16::try_from(columns::room(area)).unwrap_or(u16::MAX) };
    match link {
        Link::Tool(id) => {
            let tool = model.catalogue.tool(id);
            tool.map(|tool| card::beginning(model, tool, Variant::Normal, seen)).unwrap_or_default()
        }
        Link::Topic(topic) => page(model, topic, seen.width).0,
        Link::Template(_) => Vec::new(),
    }
}

/// A topic that is being put together.
struct TopicText<'a> {
    page: Page<'a>,
    links: Vec<Link>,
}

impl TopicText<'_> {
    fn step(&mut self, step: Option<&GuideStep>) {
        let Some(step) = step else { return };
        self.page.written_like(&step.aim);
        self.prose("", &step.aim);
        self.topics(TASKS, step.tasks.iter().map(|task| Topic::Task(task.id.clone())));
        self.list(LENS, &step.lens);
    }

    fn task(&mut self, task: Option<&Task>) {
        let Some(task) = task else { return };
        self.page.written_like(&task.what);
        self.prose("", &task.what);
        self.tools(task);
        self.templates(task);
        self.page.heading(LEADER);
        self.prose("", &task.leader);
        self.list(QUESTIONS, &task.questions);
        self.list(CHECKLIST, &task.checklist);
    }

    fn practices(&mut self, practices: &Practices) {
        self.page.prose("", self.page.model.say(ABOUT_PRACTICES), Tone::Text);
        let tasks = practices.practices.iter().map(|task| Topic::Task(task.id.clone()));
        self.topics(PRACTICES, tasks);
        self.topics(QUESTIONS, [Topic::Advice, Topic::Implementation].into_iter());
    }

    fn prompts(&mut self, about: Words, prompts: &[Text]) {
        if let Some(text) = prompts.first() {
            self.page.written_like(text);
        }
        self.page.prose("", self.page.model.say(about), Tone::Text);
        for (number, text) in (1..).zip(prompts) {
            self.page.gap();
            self.prose(&format!("{number}  "), text);
        }
    }

    fn prose(&mut self, first: &str, text: &Text) {
        self.page.text(first, text, Tone::Text);
    }

    fn list(&mut self, heading: Words, texts: &[Text]) {
        if !texts.is_empty() {
            self.page.heading(heading);
            for text in texts {
                self.prose("• ", text);
            }
        }
    }

    fn topics(&mut self, heading: Words, topics: impl Iterator<Item = Topic>) {
        self.page.heading(heading);
        for topic in topics {
            self.link(&name(self.page.model, &topic), Link::Topic(topic));
        }
    }

    fn tools(&mut self, task: &Task) {
        let model = self.page.model;
        let known: Vec<_> = task.tools.iter().filter_map(|s| Some((s, model.catalogue.tool(&s.tool)?))).collect();
        if known.is_empty() {
            return;
        }
        self.page.heading(TOOLS);
        for (suggestion, tool) in known {
            let name = format!("{}  {} min", tool.name.pick(model.lang), names::range(tool.minutes));
            self.link(&name, Link::Tool(tool.id.clone()));
            self.more(&suggestion.why);
        }
    }

    fn templates(&mut self, task: &Task) {
        let model = self.page.model;
        let known: Vec<_> = task.templates.iter().filter_map(|id| model.guide.template(id)).collect();
        if known.is_empty() {
            return;
        }
        self.page.heading(TEMPLATES);
        for template in known {
            self.link(&templates::label(model, template), Link::Template(template.id.clone()));
            self.more(&template.about);
        }
    }

    fn link(&mut self, name: &str, link: Link) {
        self.page.link(name, self.links.len());
        self.links.push(link);
    }

    /// What is said of the last link, as a part of it.
    fn more(&mut self, text: &Text) {
        let before = self.page.lines.len();
        self.page.prose("    ", text.pick(self.page.model.lang), Tone::Quiet);
        let link = self.links.len().checked_sub(1);
        self.page.lines.iter_mut().skip(before).for_each(|line| line.link = link);
    }
}

const TASKS: Words = words("Gjøremål", "Gjeremål", "Tasks");
const LENS: Words = words("Slik leder du prosessen", "Slik leier du prosessen", "How you lead the process");
const LEADER: Words = words("Prosesslederen", "Prosessleiaren", "The facilitator");
const QUESTIONS: Words = words("Spørsmål å stille", "Spørsmål å stille", "Questions to ask");
const TOOLS: Words = words("Verktøy som hjelper", "Verktøy som hjelper", "Tools that help");
const TEMPLATES: Words = words("Lag kjøreplan fra mal", "Lag køyreplan frå mal", "Make an agenda from a template");
const CHECKLIST: Words = words("Sjekkliste", "Sjekkliste", "Checklist");
const PRACTICES: Words = words("Gjennom hele arbeidet", "Gjennom heile arbeidet", "Throughout the work");
const ABOUT_PRACTICES: Words = words(
    "Noe hører ikke til ett trinn. Dette er måter å arbeide på som kan følge et oppdrag fra ende til annen, og spørsmål som er verdt å ta fram igjen.",
    "Noko høyrer ikkje til eitt trinn. Dette er måtar å arbeide på som kan følgje eit oppdrag frå ende til annan, og spørsmål som er verde å ta fram att.",
    "Some things belong to no single step. These are ways of working that can follow an assignment from start to finish, and questions worth coming back to.",
);
const ADVICE: Words = words("Ni råd om samarbeid", "Ni råd om samarbeid", "Nine pieces of advice on working together");
const ABOUT_ADVICE: Words = words(
    "Ni sider ved et samarbeid, hver med et spørsmål å tenke over. Ta ett om gangen, alene eller sammen.",
    "Ni sider ved eit samarbeid, kvar med eit spørsmål å tenkje over. Ta eitt om gongen, åleine eller saman.",
    "Nine sides of working together, each with a question to think over. Take one at a time, alone or together.",
);
const IMPLEMENTATION: Words = words(
    "Fire spørsmål før noe nytt tas i bruk",
    "Fire spørsmål før noko nytt blir teke i bruk",
    "Four questions before you put something new to use",
);
const ABOUT_IMPLEMENTATION: Words = words(
    "Still dem før dere begynner, og igjen når det nye har vært i bruk en stund.",
    "Still dei før de byrjar, og på nytt når det nye har vore i bruk ei stund.",
    "Ask them before you begin, and again when the new practice has been in use for a while.",
);
