//! An agenda as a run sheet that can be mailed or printed, and a session as its minutes: Markdown, each in one language. Where it is written to is
//! not here.

mod markdown;
mod minutes;

use crate::domain::agenda::{Agenda, Block, Notes, Part};
use crate::domain::catalogue::Catalogue;
use crate::domain::names;
use crate::domain::schedule::{Begins, Sheet, SheetRow};
use crate::domain::text::{Lang, Text, Words, words};
use crate::domain::times::{Moment, Seconds, Zone};
use markdown::{plain, quoted};
pub use minutes::{Held, minutes};

/// What a run sheet is made with.
pub struct Making<'a> {
    pub catalogue: &'a Catalogue,
    /// The language of everything that is not the agenda's own words.
    pub lang: Lang,
    pub notes: Notes,
    /// The day that the clock times are for; it is not written.
    pub now: Moment,
    pub zone: &'a Zone,
}

/// The run sheet of `agenda`: when it is and what for, each block with its times and what the group does, and at the
/// end what has to be brought.
#[must_use]
pub fn run_sheet(agenda: &Agenda, making: &Making<'_>) -> String {
    let sheet = Sheet::of(agenda, making.now, making.zone);
    let blocks = sheet.rows.iter().zip(&agenda.blocks).map(|(row, block)| making.block(row, block));
    let head = making.head(agenda, &sheet);
    let all = head.into_iter().chain(blocks).chain([making.material(agenda), making.other_language(agenda)]);
    let all = all.map(|part| part.trim_end().to_owned()).filter(|part| !part.is_empty());
    all.collect::<Vec<_>>().join("\n\n") + "\n"
}

impl Making<'_> {
    fn head(&self, agenda: &Agenda, sheet: &Sheet) -> Vec<String> {
        let labelled = [(PURPOSE, &agenda.purpose), (WANTED, &agenda.wanted), (EVALUATION, &agenda.evaluation)];
        let labelled = labelled.into_iter().filter(|(_, text)| !text.is_empty());
        let labelled = labelled.map(|(label, text)| format!("**{}:** {}", label.pick(self.lang), plain(text)));
        let title = format!("# {}", plain(&agenda.title));
        [title, self.frame(agenda, sheet)].into_iter().chain(labelled).collect()
    }

    /// When it begins and ends, how long it takes, and for how many.
    fn frame(&self, agenda: &Agenda, sheet: &Sheet) -> String {
        let lang = self.lang;
        let when = match (agenda.start, sheet.end) {
            (Some(start), Some(end)) => AT.with(lang, format!("{start}–{}", end.clock(self.zone))),
            (Some(start), None) => AT.with(lang, start),
            (None, _) => WHEN_STARTED.pick(lang).to_owned(),
        };
        let length = Some(names::length(sheet.total, lang)).filter(|_| sheet.total > Seconds::ZERO);
        let people = agenda.people.map(|people| PEOPLE.with(lang, people));
        [Some(when), length, people].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn block(&self, row: &SheetRow, block: &Block) -> String {
        let heading = format!("## {} {}", self.times(row), plain(&block.title));
        let question = match block.question.as_str() {
            "" => String::new(),
            question => format!("**{}:** {}", QUESTION.pick(self.lang), plain(question)),
        };
        let parts = match block.parts.as_slice() {
            [one] => self.told(one),
            several => (1..).zip(several).map(|(number, part)| self.part(number, part)).collect(),
        };
        let texts = [heading, self.kind(row, block), question, parts, self.note(block)];
        let texts = texts.into_iter().map(|text| text.trim_end().to_owned()).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join("\n\n")
    }

    /// `09:00–09:10`, or hours and minutes after the start; one time for a moment on the clock.
    fn times(&self, row: &SheetRow) -> String {
        let clock = |moment: Moment| moment.clock(self.zone);
        let after = |time: Seconds| format!("{}:{:02}", time.minutes_up() / 60, time.minutes_up() % 60);
        let (begins, ends) = match row.begins {
            Begins::At(moment) => (clock(moment), clock(moment + row.length)),
            Begins::After(time) => (after(time), after(time + row.length)),
        };
        if row.length > Seconds::ZERO { format!("{begins}–{ends}") } else { begins }
    }

    /// How long it takes, what it is where the title does not say so, and what holds for it.
    fn kind(&self, row: &SheetRow, block: &Block) -> String {
        let lang = self.lang;
        let length = (!block.is_marker()).then(|| names::length(row.length, lang));
        let kind = names::kind(block.kind).pick(lang);
        let says_so = block.title.to_lowercase().starts_with(kind) || block.is_marker();
        let fixed = block.fixed.map(|time| FIXED.with(lang, time));
        let until = block.until.map(|time| UNTIL.with(lang, time));
        let optional = block.optional.then(|| OPTIONAL.pick(lang).to_owned());
        let kind = (!says_so).then(|| kind.to_owned());
        [length, kind, fixed, until, optional].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// One of several parts, as an item of a list.
    fn part(&self, number: usize, part: &Part) -> String {
        let length = names::length(Seconds::minutes(i64::from(part.minutes)), self.lang);
        let how = format!("{length}, {}", names::grouping(part.grouping, self.lang));
        let lead = self.lead(part).map(|lead| format!("   - {lead}\n")).unwrap_or_default();
        match part.say.pick(self.lang) {
            "" => format!("{number}. {how}\n{lead}"),
            say => format!("{number}. {how}: {}\n{lead}", plain(say)),
        }
    }

    /// The only part of a block, which takes as long as it.
    fn told(&self, part: &Part) -> String {
        let (how, say) = (names::grouping(part.grouping, self.lang), plain(part.say.pick(self.lang)));
        let say = if say.is_empty() { how } else { format!("{}: {say}", first_up(&how)) };
        self.lead(part).map_or_else(|| say.clone(), |lead| format!("{say}\n\n{}", quoted(lead.lines())))
    }

    fn lead(&self, part: &Part) -> Option<String> {
        let lead = Some(part.lead.pick(self.lang)).filter(|lead| self.notes == Notes::Told && !lead.is_empty());
        lead.map(|lead| format!("*{}:* {}", YOU.pick(self.lang), plain(lead)))
    }

    fn note(&self, block: &Block) -> String {
        if self.notes == Notes::Kept || block.note.is_empty() {
            return String::new();
        }
        let note: Vec<String> = block.note.as_str().lines().map(plain).collect();
        let first = format!("*{}:*", NOTE.pick(self.lang));
        let lines = std::iter::once(first.as_str()).chain(note.iter().map(String::as_str));
        quoted(lines)
    }

    /// What the tools of the agenda need, each thing once with the blocks that need it.
    fn material(&self, agenda: &Agenda) -> String {
        let mut all: Vec<(&str, Vec<&str>)> = Vec::new();
        for block in &agenda.blocks {
            let tool = block.tool.as_ref().and_then(|id| self.catalogue.tool(id));
            for thing in tool.into_iter().flat_map(|tool| &tool.material).map(|text| text.pick(self.lang)) {
                match all.iter_mut().find(|(known, _)| *known == thing) {
                    Some((_, blocks)) if blocks.contains(&block.title.as_str()) => {}
                    Some((_, blocks)) => blocks.push(&block.title),
                    None => all.push((thing, vec![&block.title])),
                }
            }
        }
        if all.is_empty() {
            return String::new();
        }
        let line =
            |(thing, blocks): &(&str, Vec<&str>)| format!("- {} ({})\n", plain(thing), plain(&blocks.join(", ")));
        format!("## {}\n\n{}", MATERIAL.pick(self.lang), all.iter().map(line).collect::<String>())
    }

    /// That some of the texts are in another language, where there are none in this one.
    fn other_language(&self, agenda: &Agenda) -> String {
        let parts = agenda.blocks.iter().flat_map(|block| &block.parts);
        let other = |text: &Text| text.picked(self.lang).filter(|picked| *picked != self.lang && !text.is_empty());
        let other = parts.map(|part| &part.say).find_map(other);
        let said = other.map(|other| OTHER_LANGUAGE.with(self.lang, called(other).pick(self.lang)));
        said.map(|said| format!("*{said}*")).unwrap_or_default()
    }
}

fn first_up(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What a language is called in a sentence.
fn called(lang: Lang) -> Words {
    match lang {
        Lang::Nb => words("bokmål", "bokmål", "Norwegian"),
        Lang::Nn => words("nynorsk", "nynorsk", "Norwegian (Nynorsk)"),
        Lang::En => words("engelsk", "engelsk", "English"),
    }
}

const AT: Words = words("Kl. {}", "Kl. {}", "{}");
const WHEN_STARTED: Words = words("Begynner når den startes", "Byrjar når han blir starta", "Begins when started");
const PEOPLE: Words = words("{} deltakere", "{} deltakarar", "{} participants");
const PURPOSE: Words = words("Formål", "Føremål", "Purpose");
const WANTED: Words = words("Ønsket resultat", "Ønskt resultat", "Wanted result");
const EVALUATION: Words = words("Evaluering", "Evaluering", "Evaluation");
const QUESTION: Words = words("Spørsmål", "Spørsmål", "Question");
const FIXED: Words = words("begynner kl. {}", "byrjar kl. {}", "starts at {}");
const UNTIL: Words = words("varer til kl. {}", "varer til kl. {}", "lasts until {}");
const OPTIONAL: Words = words("kan utgå", "kan gå ut", "optional");
const YOU: Words = words("Til deg som leder", "Til deg som leier", "For the facilitator");
const NOTE: Words = words("Notat til deg som leder", "Notat til deg som leier", "Note for the facilitator");
const MATERIAL: Words = words("Materiell", "Materiell", "Materials");
const OTHER_LANGUAGE: Words = words(
    "Noen av tekstene finnes bare på {}.",
    "Nokre av tekstane finst berre på {}.",
    "Some of the texts are in {}.",
);
