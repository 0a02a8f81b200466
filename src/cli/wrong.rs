//! What is said when something is wrong: with the command line, with a file, or at the end of the program.

use super::answer::{Answer, Code, echoed};
use crate::domain::text::{Lang, Line, Prose, Words, words};
use crate::runtime::{Ended, Stored};
use crate::terminal::NoScreen;
use clap::error::{ContextKind, ErrorKind};
use std::io;
use std::path::Path;

const UNKNOWN: Words = words("«{}» finnes ikke her.", "«{}» finst ikkje her.", "“{}” is not known here.");
const MEANT: Words = words("Mente du «{}»?", "Meinte du «{}»?", "Did you mean “{}”?");
const MISSING: Words = words("Det mangler noe: {}", "Det manglar noko: {}", "Something is missing: {}");
const VALUE: Words = words("«{}» kan ikke brukes med", "«{}» kan ikkje brukast med", "“{}” cannot be used with");
const TWICE: Words = words("«{}» er gitt to ganger.", "«{}» er gitt to gonger.", "“{}” is given twice.");
const UNCLEAR: Words = words(
    "Kommandoen er ikke til å forstå.",
    "Kommandoen er ikkje til å forstå.",
    "That command cannot be understood.",
);
const MORE: Words =
    words("Skriv «vidde --help» for hjelp.", "Skriv «vidde --help» for hjelp.", "Type “vidde --help” for help.");

/// The answer to a command line that was not understood; also help and version, which come the same way.
#[must_use]
pub fn answer(error: &clap::Error, lang: Lang) -> Answer {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Answer::fine(error.render().to_string()),
        _ => Answer::wrong(Code::Usage, &format!("vidde: {} {}", sentence(error, lang), MORE.pick(lang))),
    }
}

fn sentence(error: &clap::Error, lang: Lang) -> String {
    let of = |kind: ContextKind| error.get(kind).map(|value| Line::clean(&value.to_string()).to_string());
    let what = of(ContextKind::InvalidArg).or_else(|| of(ContextKind::InvalidSubcommand)).unwrap_or_default();
    let what = echoed(&what);
    match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => {
            let meant = of(ContextKind::SuggestedArg).or_else(|| of(ContextKind::SuggestedSubcommand));
            let meant = meant.map(|meant| format!(" {}", MEANT.with(lang, meant))).unwrap_or_default();
            UNKNOWN.with(lang, what) + &meant
        }
        ErrorKind::MissingRequiredArgument => MISSING.with(lang, what.trim_end_matches('.')) + ".",
        ErrorKind::MissingSubcommand => MISSING.with(lang, of(ContextKind::ValidSubcommand).unwrap_or_default()) + ".",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = of(ContextKind::InvalidValue).unwrap_or_default();
            let shown = echoed(&value);
            let cut = |why: String| if value == shown { why } else { why.replace(&value, &shown) };
            let reason = std::error::Error::source(error).map(|why| cut(why.to_string()));
            let reason = wanted(&what, lang).or(reason).map(|why| format!(": {why}"));
            format!("{} {what}{}.", VALUE.with(lang, shown.clone()), reason.unwrap_or_default())
        }
        ErrorKind::ArgumentConflict => TWICE.with(lang, what),
        _ => UNCLEAR.pick(lang).to_owned(),
    }
}

/// What can be given there instead, where the parser of a value knows that in English alone.
fn wanted(what: &str, lang: Lang) -> Option<String> {
    let words = [("--at", MOMENT), ("--start", CLOCK), ("--lang", LANGUAGE)];
    let found = words.into_iter().find(|(name, _)| what.split(' ').next() == Some(name));
    found.filter(|_| lang != Lang::En).map(|(_, words)| words.pick(lang).to_owned())
}

const MOMENT: Words = words(
    "skriv et tidspunkt som 2026-03-02T09:00:00+01:00",
    "skriv eit tidspunkt som 2026-03-02T09:00:00+01:00",
    "write a moment such as 2026-03-02T09:00:00+01:00",
);
const CLOCK: Words =
    words("skriv et klokkeslett, som 09:00", "skriv eit klokkeslett, som 09:00", "write a clock time, such as 09:00");
const LANGUAGE: Words = words("skriv nb, nn eller en", "skriv nb, nn eller en", "use nb, nn or en");

/// A file that could not be read or written.
#[must_use]
pub fn file(path: &Path, error: &io::Error, lang: Lang) -> Answer {
    let sentence = match error.kind() {
        io::ErrorKind::NotFound => words("finnes ikke", "finst ikkje", "does not exist").pick(lang).to_owned(),
        io::ErrorKind::PermissionDenied => {
            words("kan ikke åpnes (ingen tilgang)", "kan ikkje opnast (ingen tilgang)", "cannot be opened (no access)")
                .pick(lang)
                .to_owned()
        }
        io::ErrorKind::InvalidData => {
            words("er ikke en tekstfil (UTF-8)", "er ikkje ei tekstfil (UTF-8)", "is not a text file (UTF-8)")
                .pick(lang)
                .to_owned()
        }
        io::ErrorKind::IsADirectory => words("er en mappe", "er ei mappe", "is a folder").pick(lang).to_owned(),
        _ => error.to_string(),
    };
    Answer::wrong(Code::File, &format!("{}: {sentence}", path.display()))
}

/// A program that ended otherwise than by being left.
#[must_use]
pub fn ended(ended: &Ended, lang: Lang) -> Answer {
    match ended {
        Ended::NoScreen(NoScreen::NotATerminal) => Answer::wrong(Code::Usage, NOT_A_TERMINAL.pick(lang)),
        Ended::NoScreen(NoScreen::Dumb) => Answer::wrong(Code::Usage, DUMB.pick(lang)),
        Ended::Lost(error, stored) => {
            Answer::wrong(Code::Gone, &format!("{} {}", LOST.with(lang, error), kept(stored, ALL_STORED, lang)))
        }
        Ended::Fault(place, stored) => {
            Answer::wrong(Code::Fault, &format!("{} {}", FAULT.with(lang, place), kept(stored, GOES_ON, lang)))
        }
        Ended::NotStored(why) => Answer::wrong(Code::File, &NOT_STORED.with(lang, why)),
    }
}

/// The sentence for what is stored, or that it is not.
fn kept(stored: &Stored, all: Words, lang: Lang) -> String {
    match stored {
        Ok(()) => all.pick(lang).to_owned(),
        Err(why) => NOT_STORED.with(lang, why),
    }
}

const NOT_A_TERMINAL: Words = words(
    "Vidde trenger et terminalvindu. Uten det: vidde find, show, agenda, check; se vidde --help.",
    "Vidde treng eit terminalvindauge. Utan det: vidde find, show, agenda, check; sjå vidde --help.",
    "Vidde needs a terminal window. Without one: vidde find, show, agenda, check; see vidde --help.",
);
const DUMB: Words = words(
    "Denne terminalen kan ikke vise et skjermbilde (TERM=dumb). Uten det: vidde find, show, agenda; se vidde --help.",
    "Denne terminalen kan ikkje vise eit skjermbilete (TERM=dumb). Utan det: vidde find, show, agenda; sjå vidde --help.",
    "This terminal cannot show a screen (TERM=dumb). Without one: vidde find, show, agenda; see vidde --help.",
);
const LOST: Words = words("Terminalen forsvant ({}).", "Terminalen forsvann ({}).", "The terminal went away ({}).");
const ALL_STORED: Words = words("Alt er lagret.", "Alt er lagra.", "Everything is saved.");
const FAULT: Words = words(
    "Vidde stoppet på en feil i programmet ({}).",
    "Vidde stoppa på ein feil i programmet ({}).",
    "Vidde stopped because of a fault in the program ({}).",
);
const GOES_ON: Words = words(
    "Det du gjorde, er lagret: start vidde igjen, så fortsetter samlingen.",
    "Det du gjorde, er lagra: start vidde igjen, så held samlinga fram.",
    "What you did is saved: start vidde again and the session carries on.",
);
const NOT_STORED: Words = words(
    "Det siste du gjorde, kunne ikke lagres: {}",
    "Det siste du gjorde, kunne ikkje lagrast: {}",
    "The last thing you did could not be saved: {}",
);

/// `text` with every line clean.
#[must_use]
pub fn clean_lines(text: &str) -> String {
    Prose::clean(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_called_stored_only_when_it_is() {
        let lost = |stored| ended(&Ended::Lost(io::Error::other("gone"), stored), Lang::En).complaint;
        let fault = |stored| ended(&Ended::Fault("a.rs:1".to_owned(), stored), Lang::En).complaint;
        assert_eq!(lost(Ok(())), "The terminal went away (gone). Everything is saved.\n");
        assert!(
            fault(Ok(())).ends_with("(a.rs:1). What you did is saved: start vidde again and the session carries on.\n")
        );
        let full = || Err("live.ron: the disk is full.".to_owned());
        for complaint in [lost(full()), fault(full())] {
            assert!(complaint.ends_with("The last thing you did could not be saved: live.ron: the disk is full.\n"));
        }
    }
}
