//! The command line: which command runs, and with what. Each command is one function from what was asked to an
//! [`Answer`]; what they print is linear text that a screen reader can follow.

pub mod agenda;
pub mod answer;
pub mod asked;
mod called;
pub mod check;
pub mod command;
pub mod doctor;
pub mod export;
pub mod find;
pub mod guide;
pub mod log;
pub mod paths;
pub mod rehearse;
pub mod show;
pub mod simulate;
pub mod wrong;

use crate::domain::agenda::Notes;
use crate::runtime::{self, Face};
use crate::store;
use answer::{Answer, Code};
use asked::Asked;
use clap::ArgMatches;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Does what `args` ask for (the first is the program's own name), prints the answer, and gives the exit code.
#[must_use]
pub fn run(args: Vec<OsString>) -> ExitCode {
    let locale = asked::locale();
    let lang = asked::lang_among(&args).unwrap_or(locale);
    let answer = match command::command(lang).try_get_matches_from(command::find::with_dashes(args)) {
        Ok(matches) => answer(&Asked::of(&matches, locale), &matches),
        Err(error) => wrong::answer(&error, lang),
    };
    answer.print()
}

fn answer(asked: &Asked, matches: &ArgMatches) -> Answer {
    match matches.subcommand() {
        None => open(asked, Face::Whole),
        Some(("room", _)) => open(asked, Face::Room),
        Some(("rehearse", args)) => {
            rehearse::answer(asked, &words(args, "agenda"), args.get_one::<u32>("speed").copied())
        }
        Some(("doctor", _)) => doctor::answer(asked),
        Some(("find", args)) => {
            let limit = args.get_one::<u32>("limit").map(|limit| usize::try_from(*limit).unwrap_or(usize::MAX));
            let reasons = if args.get_flag("explain") { find::Reasons::Told } else { find::Reasons::Untold };
            let filters = command::find::filters(args);
            find::answer(
                asked,
                &find::Wanted { query: command::find::line(args), filters, limit, form: form(args), reasons },
            )
        }
        Some(("show", args)) => show::answer(asked, &words(args, "tool"), form(args)),
        Some(("guide", args)) => guide::answer(asked, &words(args, "step")),
        Some(("agenda", args)) => agenda(asked, args),
        Some(("simulate", args)) => simulated(asked, args),
        Some(("check", args)) => {
            check::answer(asked, &args.get_many("path").into_iter().flatten().cloned().collect::<Vec<PathBuf>>())
        }
        Some(_) => paths::answer(asked),
    }
}

/// How a command prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Text,
    Json,
}

fn form(args: &ArgMatches) -> Form {
    if args.get_flag("json") { Form::Json } else { Form::Text }
}

fn words(args: &ArgMatches, name: &str) -> String {
    args.get_many::<String>(name).into_iter().flatten().map(|word| word.trim()).collect::<Vec<_>>().join(" ")
}

fn open(asked: &Asked, face: Face) -> Answer {
    match runtime::run(&asked.options(face)) {
        Ok(()) => Answer::default(),
        Err(ended) => wrong::ended(&ended, asked.languages.alone()),
    }
}

fn agenda(asked: &Asked, args: &ArgMatches) -> Answer {
    match args.subcommand() {
        Some(("new", args)) => agenda::new(
            asked,
            &agenda::Wanted {
                title: words(args, "name"),
                start: args.get_one("start").copied(),
                template: args.get_one("template").cloned(),
            },
        ),
        Some(("show", args)) => agenda::show(asked, &words(args, "name")),
        Some(("check", args)) => agenda::check::answer(asked, &words(args, "name")),
        Some(("export", args)) => {
            let notes = if args.get_flag("with-notes") { Notes::Told } else { Notes::Kept };
            let out = args.get_one::<PathBuf>("out").filter(|path| *path != Path::new("-")).cloned();
            export::answer(asked, &export::Wish { name: words(args, "name"), notes, out })
        }
        Some(("log", args)) => {
            let silent = if args.get_flag("private") { log::Silent::Told } else { log::Silent::Kept };
            log::answer(asked, &log::Wish { name: words(args, "name"), form: form(args), silent })
        }
        Some(("templates", _)) => agenda::templates(asked),
        _ => agenda::list(asked),
    }
}

fn simulated(asked: &Asked, args: &ArgMatches) -> Answer {
    let path = args.get_one::<PathBuf>("file").map_or(Path::new("-"), PathBuf::as_path);
    let text = match store::text(path) {
        Ok(text) => text,
        Err(error) => return wrong::file(path, &error, asked.languages.alone()),
    };
    let print = if args.get_flag("print") { simulate::Print::Everything } else { simulate::Print::Failures };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = match simulate::run(&text, print, &mut out, &mut err) {
        Ok(tally) if tally.is_fine() => Code::Fine,
        Ok(_) => Code::No,
        Err(_) => Code::File,
    };
    let shown = |bytes: Vec<u8>| wrong::clean_lines(&String::from_utf8_lossy(&bytes));
    Answer { text: shown(out), complaint: shown(err), code }
}
