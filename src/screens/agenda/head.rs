//! The head of an agenda (title, start, purpose …) and the agendas as a whole: new, choose, rename, duplicate, delete.

use super::key;
use super::lengths;
use crate::domain::agenda::{Agenda, AgendaName};
use crate::domain::text::{Lang, Line, Words, words};
use crate::domain::times::ClockTime;
use crate::domain::tool::MOST_PEOPLE;
use crate::screen::{Cx, Go};
use crate::screens::add;
use crate::screens::ask::{Ask, Choice};
use crate::screens::form::{Answers, Entry, Fault, Form, LEAVE, SAVE, TURN};
use crate::ui::keyed::keyed;
use crate::ui::names;

/// The rows of the form; a new agenda asks for the first two only.
const TITLE: usize = 0;
const START: usize = 1;
const PEOPLE: usize = 2;
const PURPOSE: usize = 3;
const WANTED: usize = 4;
const EVALUATION: usize = 5;
const LANGUAGE: usize = 6;

/// Opens the form of the head of the open agenda.
pub fn edit(cx: &mut Cx<'_>) {
    let Some((_, agenda)) = cx.model.agenda() else { return };
    let form = Form::new(HEAD, entries(agenda), |answers, cx| {
        let head = read(answers, cx.model.lang)?;
        let lang = cx.model.lang;
        let told = cx.model.edit(|agenda| {
            let people = head.people.filter(|people| agenda.people != Some(*people));
            *agenda = Agenda { blocks: std::mem::take(&mut agenda.blocks), ..head };
            people.and_then(|people| lengths::follow_people(agenda, people, lang))
        });
        if let Some(told) = told.flatten() {
            cx.model.notify(told, cx.now);
        }
        Ok(())
    });
    cx.go = Some(Go::Over(Box::new(form)));
}

fn entries(agenda: &Agenda) -> Vec<Entry> {
    let start = agenda.start.map(|start| start.to_string()).unwrap_or_default();
    let people = agenda.people.map(|people| people.to_string()).unwrap_or_default();
    let lang = Lang::ALL.iter().position(|lang| *lang == agenda.lang).unwrap_or(0);
    let langs = Lang::ALL.map(|lang| words(names::language(lang), names::language(lang), names::language(lang)));
    vec![
        Entry::text(L_TITLE, H_TITLE, &agenda.title),
        Entry::text(L_START, H_START, &start),
        Entry::text(L_PEOPLE, H_PEOPLE, &people),
        Entry::prose(L_PURPOSE, H_PURPOSE, &agenda.purpose),
        Entry::prose(L_WANTED, H_WANTED, &agenda.wanted),
        Entry::prose(L_EVALUATION, H_EVALUATION, &agenda.evaluation),
        Entry::choice(L_LANGUAGE, H_LANGUAGE, langs.to_vec(), lang),
    ]
}

/// The head as the form has it, without blocks, or what is not allowed.
fn read(answers: &Answers<'_>, lang: Lang) -> Result<Agenda, Fault> {
    let people = match answers.text(PEOPLE) {
        "" => None,
        text => match text.parse::<u16>() {
            Ok(people) if (1..=MOST_PEOPLE).contains(&people) => Some(people),
            _ => return Err(Fault { row: PEOPLE, text: NO_NUMBER.with(lang, text) }),
        },
    };
    Ok(Agenda {
        start: start(answers, lang)?,
        people,
        purpose: Line::clean(answers.text(PURPOSE)),
        wanted: Line::clean(answers.text(WANTED)),
        evaluation: Line::clean(answers.text(EVALUATION)),
        lang: Lang::ALL.get(answers.chosen(LANGUAGE)).copied().unwrap_or(lang),
        ..Agenda::new(&title(answers, lang)?, lang)
    })
}

fn title(answers: &Answers<'_>, lang: Lang) -> Result<String, Fault> {
    let title = Line::clean(answers.text(TITLE));
    if title.is_empty() {
        return Err(Fault { row: TITLE, text: NO_TITLE.pick(lang).to_owned() });
    }
    Ok(title.to_string())
}

fn start(answers: &Answers<'_>, lang: Lang) -> Result<Option<ClockTime>, Fault> {
    match answers.text(START) {
        "" => Ok(None),
        text => match text.parse::<ClockTime>() {
            Ok(start) if start.minutes() < 24 * 60 => Ok(Some(start)),
            _ => Err(Fault { row: START, text: NO_START.with(lang, text) }),
        },
    }
}

/// Opens the form of a new agenda.
pub fn create(cx: &mut Cx<'_>) {
    let entries = vec![Entry::text(L_TITLE, H_TITLE, ""), Entry::text(L_START, H_START, "")];
    let form = Form::new(NEW, entries, |answers, cx| {
        let (title, lang) = (title(answers, cx.model.lang)?, cx.model.lang);
        add::put(cx.model, Agenda { start: start(answers, lang)?, ..Agenda::new(&title, lang) });
        Ok(())
    });
    cx.go = Some(Go::Over(Box::new(form)));
}

/// Opens the list of agendas.
pub fn choose(cx: &mut Cx<'_>) {
    let open = cx.model.agenda().map(|(name, _)| name.clone());
    let agendas: Vec<(AgendaName, String)> =
        cx.model.facts.agendas.iter().map(|(name, agenda)| (name.clone(), label(name, agenda))).collect();
    let at = agendas.iter().position(|(name, _)| Some(name) == open.as_ref()).unwrap_or(0);
    let choice = |(name, label): (AgendaName, String)| Choice::new(label, move |cx| turn_to(&name, cx));
    let mut choices: Vec<Choice> = agendas.into_iter().map(choice).collect();
    if add::may_edit(cx.model) {
        choices.push(Choice::new(cx.model.say(NEW_ONE), create));
    }
    cx.go = Some(Go::Over(Box::new(Ask::new(CHOOSE, "", choices).at(at))));
}

/// Opens the agenda of this name, and says what the wall will lack.
fn turn_to(name: &AgendaName, cx: &mut Cx<'_>) {
    add::open(cx.model, name.clone());
    if let Some(words) = cx.model.agenda().and_then(|(_, agenda)| add::gaps(agenda)) {
        cx.notify(words);
    }
}

/// Title, and the name of the file when that says something else.
fn label(name: &AgendaName, agenda: &Agenda) -> String {
    let usual = AgendaName::for_title(&agenda.title, |_| false);
    if usual == *name { agenda.title.to_string() } else { format!("{} ({name})", agenda.title) }
}

/// Opens the form of a new title, from which the name of the file is made too.
pub fn rename(cx: &mut Cx<'_>) {
    let Some((_, agenda)) = cx.model.agenda() else { return };
    let form = Form::new(RENAME, vec![Entry::text(L_TITLE, H_TITLE, &agenda.title)], |answers, cx| {
        let title = title(answers, cx.model.lang)?;
        cx.model.rename_agenda(Line::clean(&title));
        Ok(())
    });
    cx.go = Some(Go::Over(Box::new(form)));
}

/// Opens a copy of the open agenda.
pub fn duplicate(cx: &mut Cx<'_>) {
    let Some((_, agenda)) = cx.model.agenda() else { return };
    let title = COPY.with(agenda.lang, &agenda.title);
    let copy = Agenda { title: Line::clean(&title), ..agenda.clone() };
    add::put(cx.model, copy);
    let text = COPIED.with(cx.model.lang, title);
    cx.model.notify(text, cx.now);
}

/// Asks, and deletes the open agenda; undo brings it back while the program is open.
pub fn delete(cx: &mut Cx<'_>) {
    let Some((_, agenda)) = cx.model.agenda() else { return };
    let text = SURE.with(cx.model.lang, &agenda.title);
    let choices =
        vec![Choice::new(cx.model.say(KEEP), |_| {}), Choice::new(cx.model.say(DELETE), |cx| cx.model.remove_agenda())];
    cx.go = Some(Go::Over(Box::new(Ask::new(DELETING, text, choices))));
}

const HEAD: Words = words("Om kjøreplanen", "Om køyreplanen", "About the agenda");
const NEW: Words = words("Ny kjøreplan", "Ny køyreplan", "New agenda");
const NEW_ONE: Words = words("Ny kjøreplan …", "Ny køyreplan …", "New agenda …");
const CHOOSE: Words = words("Velg kjøreplan", "Vel køyreplan", "Choose an agenda");
const RENAME: Words = words("Nytt navn", "Nytt namn", "New name");
const COPY: Words = words("{} – kopi", "{} – kopi", "{} – copy");
const COPIED: Words = words("Åpnet kopien «{}»", "Opna kopien «{}»", "Opened the copy “{}”");
const DELETING: Words = words("Slette kjøreplanen?", "Slette køyreplanen?", "Delete the agenda?");
const SURE: Words = keyed!(
    [key("agenda.undo")],
    words(
        "«{}» slettes. ^ henter den tilbake så lenge Vidde er åpen.",
        "«{}» blir sletta. ^ hentar han tilbake så lenge Vidde er open.",
        "“{}” will be deleted. ^ brings it back while Vidde is open."
    )
);
const KEEP: Words = words("Behold den", "Behald han", "Keep it");
const DELETE: Words = words("Slett", "Slett", "Delete");
const L_TITLE: Words = words("Tittel", "Tittel", "Title");
const L_START: Words = words("Start", "Start", "Start");
const L_PEOPLE: Words = words("Deltakere", "Deltakarar", "People");
const L_PURPOSE: Words = words("Formål", "Føremål", "Purpose");
const L_WANTED: Words = words("Ønsket resultat", "Ønskt resultat", "Wanted result");
const L_EVALUATION: Words = words("Evaluering", "Evaluering", "Evaluation");
const L_LANGUAGE: Words = words("Språk", "Språk", "Language");
const H_TITLE: Words = keyed!(
    [SAVE, LEAVE],
    words(
        "Navnet på samlingen. ^ lagrer, ^ lar alt stå som det var.",
        "Namnet på samlinga. ^ lagrar, ^ lèt alt stå som det var.",
        "The name of the session. ^ saves, ^ leaves everything as it was."
    )
);
const H_START: Words = words(
    "Klokkeslett, som 09:00. Tomt betyr at den begynner når du starter den.",
    "Klokkeslett, som 09:00. Tomt betyr at ho byrjar når du startar ho.",
    "A clock time such as 09:00. Empty means it begins when you start it.",
);
const H_PEOPLE: Words = words(
    "Hvor mange som kommer. Runder regnes ut fra det.",
    "Kor mange som kjem. Rundar blir rekna ut frå det.",
    "How many will come. Rounds are timed from this number.",
);
const H_PURPOSE: Words = words("Hvorfor dere møtes.", "Kvifor de møtest.", "Why you meet.");
const H_WANTED: Words = words(
    "Det dere skal ha når dere går hjem.",
    "Det de skal ha når de går heim.",
    "What you will have when you go home.",
);
const H_EVALUATION: Words =
    words("Det dere vil vite om etterpå.", "Det de vil vite om etterpå.", "What you want to know afterwards.");
const H_LANGUAGE: Words = keyed!(
    TURN,
    words(
        "Språket samlingen holdes på. ^ og ^ velger.",
        "Språket samlinga blir halden på. ^ og ^ vel.",
        "The language the session is held in. ^ and ^ choose."
    )
);
const NO_TITLE: Words =
    words("En kjøreplan trenger en tittel.", "Ein køyreplan treng ein tittel.", "An agenda needs a title.");
const NO_START: Words = words(
    "«{}» er ikke et klokkeslett. Skriv 09:00, fra 00:00 til 23:59, eller la det stå tomt.",
    "«{}» er ikkje eit klokkeslett. Skriv 09:00, frå 00:00 til 23:59, eller la det stå tomt.",
    "“{}” is not a clock time. Write 09:00, from 00:00 to 23:59, or leave it empty.",
);
const NO_NUMBER: Words = words(
    "«{}» er ikke et antall. Skriv et tall fra 1 til 10 000, eller la det stå tomt.",
    "«{}» er ikkje eit tal på deltakarar. Skriv frå 1 til 10 000, eller la det stå tomt.",
    "“{}” is not a number of people. Write 1 to 10 000, or leave it empty.",
);
