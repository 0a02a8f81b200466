//! `vidde agenda check`: whether agendas can be run as they are planned. It names what is wrong with their files, where
//! they clash with the clock, and what is worth a look.

use super::super::answer::{Answer, Code, line};
use super::super::asked::Asked;
use super::super::called;
use super::{NONE, stem};
use crate::data;
use crate::domain::Problem;
use crate::domain::advice::{Advice, advice};
use crate::domain::agenda::{Agenda, AgendaName};
use crate::domain::catalogue::Catalogue;
use crate::domain::schedule::Sheet;
use crate::domain::text::{Lang, Text, Words, words};
use crate::screens::rehearse;
use crate::store::{self, Loaded};
use std::path::{Path, PathBuf};

const FINE: Words = words(
    "Ingen feil eller kollisjoner; kjøreplaner: {}",
    "Ingen feil eller kollisjonar; køyreplanar: {}",
    "No errors or clashes; agendas: {}",
);
const FAULTY: Words = words("Feil: {}, kollisjoner: []", "Feil: {}, kollisjonar: []", "Errors: {}, clashes: []");
const LOOKS: Words =
    words("Verdt et blikk (ingen feil): {}", "Verdt eit blikk (ingen feil): {}", "Worth a look (not errors): {}");

/// What there is to say of the agenda called `name`, or of all when that is empty. Exit code 1 when one cannot be read,
/// run, or kept to the clock, 3 when its file cannot be opened.
#[must_use]
pub fn answer(asked: &Asked, name: &str) -> Answer {
    let (loaded, lang) = asked.files();
    let paths = match paths(asked.folder.as_deref(), &loaded, name, lang) {
        Ok(paths) => paths,
        Err(answer) => return answer.but(&loaded.problems),
    };
    let catalogue = data::catalogue(loaded.tools.clone()).0;
    let desk = Desk { asked, loaded: &loaded, catalogue: &catalogue, lang };
    let mut report = Report::default();
    for path in &paths {
        desk.look(path, &mut report);
    }
    let told = |problem: &Problem| paths.iter().any(|path| is_of(problem, path));
    let others: Vec<Problem> = loaded.problems.iter().filter(|problem| !told(problem)).cloned().collect();
    report.answer(paths.len(), lang).but(&others)
}

/// The files of the agendas to look at: the one that is called so, also when it cannot be understood, or all. One that
/// the system does not open is among the problems already.
fn paths(folder: Option<&Path>, loaded: &Loaded, name: &str, lang: Lang) -> Result<Vec<PathBuf>, Answer> {
    let none = || Answer::wrong(Code::No, NONE.pick(lang));
    if name.is_empty() {
        let all = folder.map(store::agenda_files).unwrap_or_default();
        return if all.is_empty() { Err(none()) } else { Ok(all) };
    }
    let folder = folder.ok_or_else(none)?;
    let exact = AgendaName::of_file(&stem(name)).map(|name| store::agenda_file(folder, name.as_str()));
    let path = match exact.filter(|path| path.exists()) {
        Some(path) => path,
        None => store::agenda_file(folder, called::one(name, &loaded.facts.agendas, lang)?.as_str()),
    };
    store::ron_files(&path).map_err(|_| Answer { code: Code::File, ..Answer::default() })
}

/// Whether the problem is one of this agenda's file.
fn is_of(problem: &Problem, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let rest = problem.place.strip_prefix("agendas/").and_then(|place| place.strip_prefix(&*name));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

/// What agendas are held against.
struct Desk<'a> {
    asked: &'a Asked,
    loaded: &'a Loaded,
    catalogue: &'a Catalogue,
    lang: Lang,
}

impl Desk<'_> {
    /// Adds what there is to say of the agenda in the file.
    fn look(&self, path: &Path, report: &mut Report) {
        let faults = store::check(path, self.lang);
        report.add_faults(&faults);
        let name = path.file_stem().and_then(|stem| AgendaName::of_file(stem.to_str()?));
        let agenda = name.and_then(|name| self.loaded.facts.agendas.get_key_value(&name));
        if let Some((name, agenda)) = agenda.filter(|_| faults.is_empty()) {
            self.look_at(name, agenda, report);
        }
    }

    fn look_at(&self, name: &AgendaName, agenda: &Agenda, report: &mut Report) {
        let Asked { zone, .. } = self.asked;
        let now = self.asked.now();
        let told = |text: &Text| Problem { place: name.to_string(), text: text.pick(self.lang).to_owned() };
        if let Err(refusal) = rehearse::session(name, agenda, now, zone.clone()) {
            report.add_faults(&[told(&Text::in_each(|lang| format!("{}.", refusal.words().pick(lang))))]);
        }
        let Advice { clashes, looks } = advice(agenda, &Sheet::of(agenda, now, zone), self.catalogue);
        report.clashes += clashes.len();
        report.wrong.extend(clashes.iter().map(|clash| line(&told(clash))));
        report.looks.extend(looks.iter().map(|look| line(&told(look))));
    }
}

/// What was found.
#[derive(Debug, Default)]
struct Report {
    /// Faults and clashes, in the order of the agendas.
    wrong: Vec<String>,
    faults: usize,
    clashes: usize,
    looks: Vec<String>,
}

impl Report {
    fn add_faults(&mut self, faults: &[Problem]) {
        self.faults += faults.len();
        self.wrong.extend(faults.iter().map(line));
    }

    fn answer(&self, agendas: usize, lang: Lang) -> Answer {
        let looks = match self.looks.len() {
            0 => String::new(),
            count => format!("{}\n{}\n", LOOKS.with(lang, count), self.looks.concat()),
        };
        let (sum, code) = match (self.faults, self.clashes) {
            (0, 0) => (FINE.with(lang, agendas), Code::Fine),
            (faults, clashes) => (FAULTY.with2(lang, faults, clashes), Code::No),
        };
        let text = format!("{looks}{}{sum}\n", self.wrong.concat());
        Answer { text, code, ..Answer::default() }
    }
}
