//! `vidde guide`: the steps of an assignment with their tasks and suggested tools, and what follows every step.

use super::answer::{Answer, Code, echoed};
use super::asked::{Asked, Known};
use super::show::wrapped;
use crate::data;
use crate::domain::guide::{Guide, GuideStep, Suggestion, Task, Topic};
use crate::domain::search::folded;
use crate::domain::template::Template;
use crate::domain::text::{Lang, Line, Text, Words, words};
use crate::domain::tool::{Phase, Tool};

/// What steps are called beside their names in the guide.
const ALSO: [(&str, Phase); 5] = [
    ("startup", Phase::StartUp),
    ("implementation", Phase::Delivery),
    ("evaluation", Phase::Evaluation),
    ("evaluering", Phase::Evaluation),
    ("avslutning", Phase::Evaluation),
];

/// What the practices are called.
const AROUND: [&str; 7] = ["5", "practices", "praksis", "praksiser", "praksisar", "advice", "rad"];

/// The whole guide in outline when `wanted` is empty; else all of a step, of the practices, or of a task.
#[must_use]
pub fn answer(asked: &Asked, wanted: &str) -> Answer {
    let (guide, faults) = data::guide();
    let known = asked.tools();
    let book = Book { guide: &guide, known: &known, lang: known.lang };
    let answer = match book.topic(wanted) {
        _ if wanted.trim().is_empty() => Answer::fine(book.outline()),
        Some(Topic::Task(id)) => Answer::fine(guide.task(&id).map(|task| book.task(task)).unwrap_or_default()),
        Some(Topic::Step(phase)) => Answer::fine(guide.step(phase).map(|step| book.step(step)).unwrap_or_default()),
        Some(_) => Answer::fine(book.practices()),
        None => match book.found(wanted) {
            found if found.is_empty() => Answer::wrong(Code::Usage, &book.unknown(wanted)),
            found => Answer::fine(found),
        },
    };
    answer.but(&faults).but(&known.problems)
}

/// The guide being written out in a language.
struct Book<'a> {
    guide: &'a Guide,
    known: &'a Known,
    lang: Lang,
}

impl Book<'_> {
    /// What `wanted` names: a step by number or name, the practices, a task by id or name; the beginning of a name is
    /// enough when no other begins so.
    fn topic(&self, wanted: &str) -> Option<Topic> {
        let wanted = folded(wanted);
        let number = wanted.parse::<usize>().ok().and_then(|number| self.guide.steps.get(number.checked_sub(1)?));
        if let Some(step) = number {
            return Some(Topic::Step(step.phase));
        }
        let names = self.names();
        let exact = names.iter().find(|(name, _)| *name == wanted);
        let mut begun = names.iter().filter(|(name, _)| wanted.len() > 2 && name.starts_with(&wanted));
        let first = begun.next();
        let only = first.filter(|(_, topic)| begun.all(|(_, other)| other == topic));
        exact.or(only).map(|(_, topic)| topic.clone())
    }

    fn names(&self) -> Vec<(String, Topic)> {
        let written = |text: &Text| Lang::ALL.map(|lang| folded(text.written(lang).map_or("", Line::as_str)));
        let steps =
            self.guide.steps.iter().flat_map(|step| written(&step.name).map(|name| (name, Topic::Step(step.phase))));
        let also = ALSO.into_iter().map(|(name, phase)| (name.to_owned(), Topic::Step(phase)));
        let around = AROUND.into_iter().map(|name| (name.to_owned(), Topic::Practices));
        let tasks = self.guide.tasks().flat_map(|task| {
            let names = written(&task.name).into_iter().chain([folded(task.id.as_str())]);
            names.map(|name| (name, Topic::Task(task.id.clone()))).collect::<Vec<_>>()
        });
        steps.chain(also).chain(around).chain(tasks).collect()
    }

    /// Where the words of `wanted` stand in the guide, a line each with what to type to read on; empty when nowhere.
    fn found(&self, wanted: &str) -> String {
        let is_word = folded(wanted).len() > 2;
        let topics = if is_word { self.guide.find(wanted, &self.known.catalogue) } else { Vec::new() };
        let line = |topic: &Topic| match topic {
            Topic::Task(id) => self.guide.task(id).map(|task| format!("{} ({id})", task.name.pick(self.lang))),
            Topic::Step(phase) => {
                let number = self.guide.steps.iter().position(|step| step.phase == *phase)? + 1;
                self.guide.step(*phase).map(|step| format!("{} ({number})", step.name.pick(self.lang)))
            }
            Topic::Practices | Topic::Advice | Topic::Implementation => {
                Some(format!("{} (5)", AROUND_STEPS.pick(self.lang)))
            }
        };
        let mut lines: Vec<String> = topics.iter().filter_map(line).collect();
        lines.dedup();
        match lines.as_slice() {
            [] => String::new(),
            found => format!("{}\n- {}\n", FOUND.with(self.lang, echoed(wanted)), found.join("\n- ")),
        }
    }

    fn unknown(&self, wanted: &str) -> String {
        let names = self.guide.steps.iter().map(|step| step.name.pick(self.lang)).chain([AROUND_STEPS.pick(self.lang)]);
        let rows = (1..).zip(names).map(|(number, name)| format!("  {number}  {name}"));
        [UNKNOWN.with(self.lang, echoed(wanted))].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
    }

    /// Steps, their tasks, and the tools of each in a line.
    fn outline(&self) -> String {
        let steps = (1..).zip(&self.guide.steps).map(|(number, step)| {
            let head = format!("{number}. {}\n{}", step.name.pick(self.lang), wrapped("", step.aim.pick(self.lang)));
            head + &self.brief(&step.tasks)
        });
        let around = format!("5. {}\n{}", AROUND_STEPS.pick(self.lang), self.brief(&self.guide.practices.practices));
        steps.chain([around, MORE.pick(self.lang).to_owned() + "\n"]).collect::<Vec<_>>().join("\n")
    }

    fn brief(&self, tasks: &[Task]) -> String {
        let tools = |task: &Task| {
            let known = task.tools.iter().filter_map(|suggestion| self.known.catalogue.tool(&suggestion.tool));
            known.map(|tool| tool.name.pick(self.lang)).collect::<Vec<_>>().join(", ")
        };
        let task = |task: &Task| wrapped("- ", &format!("{}: {}.", task.name.pick(self.lang), tools(task)));
        tasks.iter().map(task).collect()
    }

    fn step(&self, step: &GuideStep) -> String {
        let tasks = step.tasks.iter().map(|task| format!("\n{}", self.task(task)));
        let head = format!("{}\n{}", step.name.pick(self.lang), self.written_in(&step.aim));
        let aim = wrapped("", step.aim.pick(self.lang));
        head + &aim + &self.list(LENS, &step.lens) + &tasks.collect::<String>()
    }

    fn practices(&self) -> String {
        let practices = &self.guide.practices;
        let note = practices.advice.first().map(|text| self.written_in(text)).unwrap_or_default();
        let head = format!("{}\n{note}", AROUND_STEPS.pick(self.lang));
        let prompts = self.list(ADVICE, &practices.advice) + &self.list(IMPLEMENTATION, &practices.implementation);
        let tasks = practices.practices.iter().map(|task| format!("\n{}", self.task(task)));
        head + &prompts + &tasks.collect::<String>()
    }

    fn task(&self, task: &Task) -> String {
        let lang = self.lang;
        let parts = [
            format!("{} ({})\n", task.name.pick(lang), task.id),
            wrapped("", task.what.pick(lang)),
            wrapped("", &LEADER.with(lang, task.leader.pick(lang))),
            self.list(QUESTIONS, &task.questions),
            self.tools(task),
            self.templates(task),
            self.list(CHECKLIST, &task.checklist),
        ];
        parts.concat()
    }

    fn tools(&self, task: &Task) -> String {
        let known = task.tools.iter().filter_map(|s| Some((s, self.known.catalogue.tool(&s.tool)?)));
        let line = |(suggestion, tool): (&Suggestion, &Tool)| {
            let why = suggestion.why.pick(self.lang);
            wrapped("- ", &format!("{} ({}): {why}", tool.name.pick(self.lang), tool.id))
        };
        self.section(TOOLS, &known.map(line).collect::<String>())
    }

    fn templates(&self, task: &Task) -> String {
        let known = task.templates.iter().filter_map(|id| self.guide.template(id));
        let line = |template: &Template| wrapped("- ", &format!("{} ({})", template.name.pick(self.lang), template.id));
        self.section(TEMPLATES, &known.map(line).collect::<String>())
    }

    fn list(&self, heading: Words, texts: &[Text]) -> String {
        self.section(heading, &texts.iter().map(|text| wrapped("- ", text.pick(self.lang))).collect::<String>())
    }

    fn section(&self, heading: Words, text: &str) -> String {
        if text.is_empty() { String::new() } else { format!("{}\n{text}", heading.pick(self.lang)) }
    }

    /// Says so when the guide is not written in the language asked for.
    fn written_in(&self, text: &Text) -> String {
        let other = text.picked(self.lang).filter(|picked| *picked != self.lang);
        other.map(|picked| ONLY.with(self.lang, super::show::language(picked, self.lang)) + "\n").unwrap_or_default()
    }
}

const UNKNOWN: Words = words(
    "Veiviseren har ikke noe trinn eller gjøremål som heter «{}». Skriv vidde guide og ett av disse:",
    "Vegvisaren har ikkje noko trinn eller gjeremål som heiter «{}». Skriv vidde guide og eitt av desse:",
    "The guide has no step or task called “{}”. Type vidde guide and one of these:",
);
const FOUND: Words = words(
    "Her står det om «{}» i veiviseren. Skriv vidde guide og det som står i parentes:",
    "Her står det om «{}» i vegvisaren. Skriv vidde guide og det som står i parentes:",
    "The guide speaks of “{}” here. Type vidde guide and what is in brackets:",
);
const MORE: Words = words(
    "Alt om et trinn: vidde guide 1. Et kort: vidde show VERKTØY.",
    "Alt om eit trinn: vidde guide 1. Eit kort: vidde show VERKTØY.",
    "All of a step: vidde guide 1. A card: vidde show TOOL.",
);
const ONLY: Words =
    words("(Veiviseren er skrevet på {}.)", "(Vegvisaren er skriven på {}.)", "(The guide is written in {}.)");
const AROUND_STEPS: Words = words("Gjennom hele arbeidet", "Gjennom heile arbeidet", "Throughout the work");
const LENS: Words = words("Slik leder du prosessen", "Slik leier du prosessen", "How you lead the process");
const LEADER: Words = words("Prosesslederen: {}", "Prosessleiaren: {}", "The facilitator: {}");
const QUESTIONS: Words = words("Spørsmål å stille", "Spørsmål å stille", "Questions to ask");
const TOOLS: Words = words("Verktøy som hjelper", "Verktøy som hjelper", "Tools that help");
const TEMPLATES: Words = words("Maler for kjøreplan", "Malar for køyreplan", "Agenda templates");
const CHECKLIST: Words = words("Sjekkliste", "Sjekkliste", "Checklist");
const ADVICE: Words = words("Ni råd om samarbeid", "Ni råd om samarbeid", "Nine pieces of advice on working together");
const IMPLEMENTATION: Words = words(
    "Fire spørsmål før noe nytt tas i bruk",
    "Fire spørsmål før noko nytt blir teke i bruk",
    "Four questions before you put something new to use",
);
