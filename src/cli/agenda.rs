//! `vidde agenda`: list agendas and templates, make one, print a run sheet with its clock times. What
//! is wrong with one is in `check`.

pub mod check;

use super::answer::{Answer, Code, echoed};
use super::asked::Asked;
use super::called;
use super::show::wrapped;
use crate::data;
use crate::domain::Problem;
use crate::domain::agenda::{Agenda, AgendaName, Block, Kind};
use crate::domain::schedule::{Begins, Sheet, SheetRow};
use crate::domain::template::Template;
use crate::domain::text::{Lang, Line, Words, words};
use crate::domain::times::{ClockTime, Seconds};
use crate::domain::tool::Tool;
use crate::model::Role;
use crate::store::{Loaded, Store};
use crate::ui::names;
use std::time::Duration;

const NONE: Words =
    words("Du har ingen kjøreplaner ennå.", "Du har ingen køyreplanar enno.", "You have no agendas yet.");
const NO_TITLE: Words =
    words("Kjøreplanen må ha en tittel.", "Køyreplanen må ha ein tittel.", "The agenda needs a title.");
const TAKEN: Words = words(
    "Kjøreplanen «{}» finnes allerede.",
    "Køyreplanen «{}» finst allereie.",
    "There is already an agenda called “{}”.",
);
const READS_ONLY: Words = words(
    "Vidde er åpen i et annet vindu, som har filene; lag kjøreplanen der.",
    "Vidde er open i eit anna vindauge, som har filene; lag køyreplanen der.",
    "Vidde is open in another window, which has the files; make the agenda there.",
);
const NO_TEMPLATE: Words = words(
    "Det er ingen mal som heter «{}». Disse finnes:",
    "Det er ingen mal som heiter «{}». Desse finst:",
    "There is no template called “{}”. Choose one of these:",
);
const NOT_MADE: Words = words(
    "Kjøreplanen kunne ikke lagres: {}",
    "Køyreplanen kunne ikkje lagrast: {}",
    "The agenda could not be saved: {}",
);

/// How long a new agenda may take to be stored.
const STORED: Duration = Duration::from_secs(10);

/// All agendas, a line each.
#[must_use]
pub fn list(asked: &Asked) -> Answer {
    let (loaded, lang) = asked.files();
    if loaded.facts.agendas.is_empty() {
        return Answer::wrong(Code::No, NONE.pick(lang)).but(&loaded.problems);
    }
    let line = |(name, agenda): (&AgendaName, &Agenda)| format!("{name}: {}\n", summary(agenda, lang));
    Answer::fine(loaded.facts.agendas.iter().map(line).collect::<String>()).but(&loaded.problems)
}

fn summary(agenda: &Agenda, lang: Lang) -> String {
    let minutes: i64 = agenda.blocks.iter().map(|block| block.length().minutes_up()).sum();
    let blocks = match agenda.blocks.len() {
        1 => words("1 økt", "1 økt", "1 block").pick(lang).to_owned(),
        number => words("{} økter", "{} økter", "{} blocks").with(lang, number),
    };
    let length = names::length(Seconds::minutes(minutes), lang);
    format!("{}, {}, {blocks}, {length}", agenda.title, start(agenda, lang))
}

fn start(agenda: &Agenda, lang: Lang) -> String {
    match agenda.start {
        Some(start) => words("begynner {}", "tek til {}", "begins {}").with(lang, start),
        None => {
            words("begynner når den startes", "byrjar når han blir starta", "begins when started").pick(lang).to_owned()
        }
    }
}

/// What a new agenda is to be.
pub struct Wanted {
    pub title: String,
    /// Instead of the template's.
    pub start: Option<ClockTime>,
    /// The id of a template; else it is empty.
    pub template: Option<String>,
}

impl Wanted {
    /// The agenda, or the template that is not there.
    fn agenda(&self, own: Vec<Tool>, lang: Lang) -> Result<Agenda, &str> {
        let Some(id) = &self.template else {
            return Ok(Agenda { start: self.start, ..Agenda::new(&self.title, lang) });
        };
        let template =
            data::templates().0.into_iter().find(|template| template.id.as_str() == id.trim()).ok_or(id.as_str())?;
        let made = template.agenda(&data::catalogue(own).0, lang);
        Ok(Agenda { title: Line::clean(&self.title), start: self.start.or(made.start), ..made })
    }
}

/// Makes an agenda, empty or from a template.
#[must_use]
pub fn new(asked: &Asked, wanted: &Wanted) -> Answer {
    let (mut store, loaded) = Store::open(asked.folder.clone(), |settings| asked.languages.over(settings));
    let mut facts = loaded.facts;
    let lang = asked.languages.over(&facts.settings);
    if Line::clean(&wanted.title).is_empty() {
        return Answer::wrong(Code::Usage, NO_TITLE.pick(lang));
    }
    let agenda = match wanted.agenda(loaded.tools, lang) {
        Ok(agenda) => agenda,
        Err(id) => {
            return Answer::wrong(Code::Usage, &(NO_TEMPLATE.with(lang, echoed(id)) + "\n" + &all(asked, lang)));
        }
    };
    if loaded.role == Role::Viewer {
        return Answer::wrong(Code::File, READS_ONLY.pick(lang));
    }
    let name = AgendaName::for_title(&wanted.title, |_| false);
    let file = asked.folder.as_ref().map(|folder| folder.join("agendas").join(format!("{name}.ron")));
    if facts.agendas.contains_key(&name) || file.as_ref().is_some_and(|file| file.exists()) {
        return Answer::wrong(Code::No, &TAKEN.with(lang, name));
    }
    facts.agendas.insert(name.clone(), agenda);
    store.save(&facts);
    if let Some(why) = store.flush(STORED).why(lang) {
        return Answer::wrong(Code::File, &NOT_MADE.with(lang, why));
    }
    Answer::fine(file.map(|file| format!("{}\n", Line::clean(&file.display().to_string()))).unwrap_or_default())
}

/// The templates, each with its id, its length and what it is for.
#[must_use]
pub fn templates(asked: &Asked) -> Answer {
    let (loaded, lang) = asked.files();
    Answer::fine(all(asked, lang)).but(&loaded.problems)
}

fn all(asked: &Asked, lang: Lang) -> String {
    let catalogue = asked.tools().catalogue;
    let line = |template: &Template| {
        let length = names::length(template.length(&catalogue), lang);
        let head = format!("{}: {}, {length}\n", template.id, template.name.pick(lang));
        head + &wrapped("  ", template.about.pick(lang))
    };
    data::templates().0.iter().map(line).collect()
}

/// The run sheet of one agenda.
#[must_use]
pub fn show(asked: &Asked, name: &str) -> Answer {
    let (loaded, lang) = asked.files();
    let answer = match meant(&loaded, name, lang) {
        Ok(agenda) => Answer::fine(Written { asked, lang, agenda }.text()),
        Err(answer) => answer,
    };
    answer.but(&loaded.problems)
}

/// The agenda that is meant by `name`.
///
/// # Errors
/// What is answered when there is none, more than one, or when its file cannot be read.
pub fn meant<'a>(loaded: &'a Loaded, name: &str, lang: Lang) -> Result<&'a Agenda, Answer> {
    let agendas = &loaded.facts.agendas;
    let is_damaged = is_damaged(&loaded.problems, name);
    let damaged = || Answer { code: Code::File, ..Answer::default() };
    match called::one(name, agendas, lang) {
        Ok(found) if is_damaged && found.as_str() != stem(name).as_str() => Err(damaged()),
        Ok(found) => agendas.get(found).ok_or_else(damaged),
        Err(_) if is_damaged => Err(damaged()),
        Err(answer) => Err(answer),
    }
}

/// Whether the file of this name is there and could not be read.
fn is_damaged(problems: &[Problem], name: &str) -> bool {
    let file = format!("agendas/{}.ron", stem(name));
    problems
        .iter()
        .any(|problem| problem.place.strip_prefix(&file).is_some_and(|rest| rest.is_empty() || rest.starts_with(':')))
}

fn stem(name: &str) -> Line {
    Line::clean(name.trim_end_matches(".ron"))
}

/// A run sheet being written.
struct Written<'a> {
    asked: &'a Asked,
    lang: Lang,
    agenda: &'a Agenda,
}

impl Written<'_> {
    fn text(&self) -> String {
        let lang = self.lang;
        let sheet = Sheet::of(self.agenda, self.asked.now(), &self.asked.zone);
        let rows: String =
            sheet.rows.iter().zip(&self.agenda.blocks).map(|(row, block)| self.row(row, block)).collect();
        let end = self.time(sheet.end.map_or(Begins::After(sheet.total), Begins::At));
        let end = words("{}  slutt", "{}  slutt", "{}  end").with(lang, end);
        format!("{}\n{}\n{}\n{rows}{end}\n", self.agenda.title, start(self.agenda, lang), self.head())
    }

    /// Purpose, wanted result and evaluation, where they are written.
    fn head(&self) -> String {
        let lang = self.lang;
        let Agenda { purpose, wanted, evaluation, .. } = self.agenda;
        let lines = [
            (words("Formål: {}", "Føremål: {}", "Purpose: {}"), purpose),
            (words("Ønsket resultat: {}", "Ønskt resultat: {}", "Wanted result: {}"), wanted),
            (words("Evaluering: {}", "Evaluering: {}", "Evaluation: {}"), evaluation),
        ];
        let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
        lines.map(|(label, text)| label.with(lang, text) + "\n").collect()
    }

    fn row(&self, row: &SheetRow, block: &Block) -> String {
        let lang = self.lang;
        let length = if block.is_marker() { String::new() } else { format!("{} min  ", minutes(row.length)) };
        let notes = self.notes(row, block);
        let notes = if notes.is_empty() { notes } else { format!(" ({notes})") };
        let question = match block.question.as_str() {
            "" => String::new(),
            question => {
                words("       spørsmål: {}\n", "       spørsmål: {}\n", "       question: {}\n").with(lang, question)
            }
        };
        format!("{}  {length}{}{notes}\n{question}", self.time(row.begins), block.title)
    }

    /// What is worth saying of a block beside its time and title.
    fn notes(&self, row: &SheetRow, block: &Block) -> String {
        let lang = self.lang;
        let kind = names::kind(block.kind).pick(lang);
        let is_news = matches!(block.kind, Kind::Break | Kind::Buffer) && !block.title.to_lowercase().starts_with(kind);
        let kind = is_news.then(|| kind.to_owned());
        let fixed = block.fixed.map(|time| words("fast {}", "fast {}", "fixed {}").with(lang, time));
        let until = block.until.map(|time| words("til kl. {}", "til kl. {}", "until {}").with(lang, time));
        let slack = row
            .slack
            .map(|time| words("{} min luft før", "{} min luft før", "{} min free before").with(lang, minutes(time)));
        let conflict = row.conflict.map(|conflict| {
            words("▲ {} min for sent", "▲ {} min for seint", "▲ {} min too late").with(lang, minutes(conflict.late))
        });
        let optional = block.optional.then(|| words("kan sløyfes", "kan sløyfast", "optional").pick(lang).to_owned());
        [kind, fixed, until, optional, slack, conflict].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// A clock time, or hours and minutes after the start.
    fn time(&self, begins: Begins) -> String {
        match begins {
            Begins::At(moment) => moment.clock(&self.asked.zone),
            Begins::After(time) => format!("{}:{:02}", minutes(time) / 60, minutes(time) % 60),
        }
    }
}

fn minutes(time: Seconds) -> i64 {
    time.minutes_up()
}
