//! The command line as it is described to people and parsed: names, arguments, help texts, examples.

mod check;
mod export;
pub mod find;
mod guide;
mod log;
mod rehearse;

use super::simulate;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{ClockTime, Moment};
use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, Command, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;

const ABOUT: Words = words(
    "Verktøy, kjøreplan og klokke for den som leder en samling",
    "Verktøy, køyreplan og klokke for den som leier ei samling",
    "Tools, agenda and clock for the person who leads a workshop",
);

const USAGE: Words = words("Bruk:", "Bruk:", "Usage:");
const COMMANDS: Words = words("Kommandoer", "Kommandoar", "Commands");
const OPTIONS: Words = words("Valg", "Val", "Options");
const ARGUMENTS: Words = words("Argumenter", "Argument", "Arguments");
const EXAMPLES: Words = words("Eksempler:", "Døme:", "Examples:");

const EVERYDAY: Words = words(
    "  vidde                                åpne (en samling som var i gang, fortsetter)
  vidde room                           rommet i en terminal til, på projektoren
  vidde find bli kjent                 finn verktøy
  vidde find bli kjent 20 min 40 pers  det samme med filtre, som i søket
  vidde show scaling                   les et kort
  vidde guide oppstart                 hva et trinn ber om, og hva som hjelper
  vidde agenda new \"Kick-off\" --start 09:00
  vidde agenda check kick-off          hva som ikke går opp, før dagen er der
  vidde rehearse kick-off              øv: ett minutt i sekundet, ingenting lagres
",
    "  vidde                                opne (ei samling som var i gang, held fram)
  vidde room                           rommet i ein terminal til, på projektoren
  vidde find bli kjent                 finn verktøy
  vidde find bli kjent 20 min 40 pers  det same med filter, som i søket
  vidde show scaling                   les eit kort
  vidde guide oppstart                 kva eit trinn ber om, og kva som hjelper
  vidde agenda new \"Kick-off\" --start 09:00
  vidde agenda check kick-off          kva som ikkje går opp, før dagen er der
  vidde rehearse kick-off              øv: eitt minutt i sekundet, ingenting blir lagra
",
    "  vidde                                open (a session that was running carries on)
  vidde room                           the room in a second terminal, on the projector
  vidde find get to know               find tools
  vidde find warm up 20 min 40 people  the same with filters, as in the search
  vidde show scaling                   read a card
  vidde guide planning                 what a step asks for, and what helps
  vidde agenda new \"Kick-off\" --start 09:00
  vidde agenda check kick-off          what does not add up, before the day
  vidde rehearse kick-off              rehearse: a minute a second, nothing is saved
",
);

/// The whole command line in `lang`.
#[must_use]
pub fn command(lang: Lang) -> Command {
    let say = |words: Words| words.pick(lang);
    let short = |name: &'static str, about: Words| part(lang, name).about(about.pick(lang));
    part(lang, "vidde")
        .about(say(ABOUT))
        .subcommand_help_heading(say(COMMANDS))
        .override_usage(say(words("vidde [valg] [kommando]", "vidde [val] [kommando]", "vidde [options] [command]")))
        .after_help(format!("{}\n{}", say(EXAMPLES), say(EVERYDAY)))
        .args(global(lang))
        .subcommands([
            short("room", ROOM),
            rehearse::rehearse(lang),
            find::find(lang),
            show(lang),
            guide::guide(lang),
            agenda(lang),
            simulate(lang),
            check(lang),
            short("paths", PATHS),
            short("doctor", DOCTOR),
        ])
}

const ROOM: Words = words(
    "Vis rommet, og følg samlingen som er i gang",
    "Vis rommet, og følg samlinga som er i gang",
    "Show the room, following the running session",
);
const PATHS: Words = words("Vis hvor filene ligger", "Vis kvar filene ligg", "Show where your files are");

const DOCTOR: Words = words(
    "Si hva maskinen og terminalen kan, med råd",
    "Sei kva maskina og terminalen kan, med råd",
    "Say what this machine and terminal can do, with advice",
);

/// A command with help in `lang` and nothing in it yet.
fn part(lang: Lang, name: &'static str) -> Command {
    let usage = USAGE.pick(lang);
    Command::new(name)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"))
        .next_help_heading(OPTIONS.pick(lang))
}

fn global(lang: Lang) -> [Arg; 6] {
    let say = move |words: Words| words.pick(lang);
    [
        Arg::new("lang")
            .long("lang")
            .value_name("nb|nn|en")
            .value_parser(move |text: &str| text.parse::<Lang>().map_err(|_| say(ONE_OF_THREE)))
            .help(say(LANG)),
        Arg::new("config-dir")
            .long("config-dir")
            .value_name(say(words("MAPPE", "MAPPE", "FOLDER")))
            .value_parser(value_parser!(OsString))
            .env("VIDDE_CONFIG_DIR")
            .hide_env(true)
            .help(say(CONFIG_DIR)),
        Arg::new("at")
            .long("at")
            .value_name(say(words("TIDSPUNKT", "TIDSPUNKT", "MOMENT")))
            .value_parser(moment)
            .help(say(AT)),
        Arg::new("speed")
            .long("speed")
            .value_name("N")
            .value_parser(move |text: &str| number(text, 3600, lang))
            .requires("at")
            .help(say(SPEED)),
        Arg::new("help").long("help").short('h').action(ArgAction::Help).help(say(HELP)),
        Arg::new("version").long("version").short('V').action(ArgAction::Version).help(say(VERSION)),
    ]
    .map(|arg| arg.global(true).display_order(100))
}

const ONE_OF_THREE: Words = words("bruk nb, nn eller en", "bruk nb, nn eller en", "use nb, nn or en");
const LANG: Words = words("Språk: nb, nn eller en", "Språk: nb, nn eller en", "Language: nb, nn or en");
const CONFIG_DIR: Words = words(
    "Mappen med filene dine (eller VIDDE_CONFIG_DIR)",
    "Mappa med filene dine (eller VIDDE_CONFIG_DIR)",
    "The folder with your files (or VIDDE_CONFIG_DIR)",
);
const AT: Words = words(
    "La klokka stå på dette tidspunktet: 2026-03-02T09:00",
    "La klokka stå på dette tidspunktet: 2026-03-02T09:00",
    "Hold the clock at this moment: 2026-03-02T09:00",
);
const SPEED: Words = words(
    "La klokka gå N ganger så fort fra --at",
    "La klokka gå N gonger så fort frå --at",
    "Run the clock N times as fast from --at",
);
const HELP: Words = words("Vis denne hjelpen", "Vis denne hjelpa", "Show this help");
const VERSION: Words = words("Vis versjonen", "Vis versjonen", "Show the version");

fn show(lang: Lang) -> Command {
    let say = |words: Words| words.pick(lang);
    let tool = Arg::new("tool")
        .value_name(say(words("VERKTØY", "VERKTØY", "TOOL")))
        .num_args(1..)
        .required(true)
        .help_heading(say(ARGUMENTS))
        .help(say(words(
            "Id, navn eller noe som ligner",
            "Id, namn eller noko som liknar",
            "An id, a name, or something like it",
        )));
    part(lang, "show")
        .about(say(words("Les et verktøykort", "Les eit verktøykort", "Read a tool card")))
        .override_usage(say(words(
            "vidde show [valg] VERKTØY",
            "vidde show [val] VERKTØY",
            "vidde show [options] TOOL",
        )))
        .args([tool, json(lang)])
}

fn json(lang: Lang) -> Arg {
    let help = words("Skriv JSON", "Skriv JSON", "Print JSON");
    Arg::new("json").long("json").action(ArgAction::SetTrue).help(help.pick(lang))
}

fn agenda(lang: Lang) -> Command {
    let say = |words: Words| words.pick(lang);
    let name = || {
        Arg::new("name")
            .value_name(say(words("NAVN", "NAMN", "NAME")))
            .required(true)
            .value_parser(NonEmptyStringValueParser::new())
            .help_heading(say(ARGUMENTS))
            .help(say(words("Kjøreplanens navn", "Namnet på køyreplanen", "The agenda's name")))
    };
    let start = Arg::new("start")
        .long("start")
        .value_name("09:00")
        .value_parser(|text: &str| text.parse::<ClockTime>())
        .help(say(words("Når det begynner", "Når det tek til", "When it begins")));
    let list = part(lang, "list").about(say(words("List kjøreplanene", "List køyreplanane", "List the agendas")));
    let new = part(lang, "new").about(say(words("Lag en kjøreplan", "Lag ein køyreplan", "Make an agenda")));
    let show =
        part(lang, "show").about(say(words("Skriv ut en kjøreplan", "Skriv ut ein køyreplan", "Print an agenda")));
    part(lang, "agenda")
        .about(say(words(
            "List, lag, les og sjekk kjøreplaner",
            "List, lag, les og sjekk køyreplanar",
            "List, make, read and check agendas",
        )))
        .subcommand_help_heading(say(COMMANDS))
        .override_usage("vidde agenda list | new | show | check | export | log | templates")
        .subcommand_required(true)
        .subcommands([
            list.override_usage("vidde agenda list"),
            new.override_usage(say(words(
                "vidde agenda new NAVN [--template ID] [--start 09:00]",
                "vidde agenda new NAMN [--template ID] [--start 09:00]",
                "vidde agenda new NAME [--template ID] [--start 09:00]",
            )))
            .args([name(), guide::template(lang), start]),
            show.override_usage(say(words(
                "vidde agenda show NAVN",
                "vidde agenda show NAMN",
                "vidde agenda show NAME",
            )))
            .arg(name()),
            check::check(lang, name()),
            export::export(lang, name()),
            log::log(lang),
            guide::templates(lang),
        ])
}

fn simulate(lang: Lang) -> Command {
    let say = |words: Words| words.pick(lang);
    let file = Arg::new("file")
        .value_name(say(words("FIL", "FIL", "FILE")))
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help_heading(say(ARGUMENTS))
        .help(say(words(
            "En fil, eller - for det som skrives inn",
            "Ei fil, eller - for det som blir skrive inn",
            "A file, or - for standard input",
        )));
    let print = Arg::new("print").long("print").action(ArgAction::SetTrue).help(say(words(
        "Skriv hver linje med ? med alle felt",
        "Skriv kvar linje med ? med alle felt",
        "Print every ? line with all its fields",
    )));
    part(lang, "simulate")
        .about(say(words("Kjør tidsprøver", "Køyr tidsprøver", "Run timing cases")))
        .override_usage(say(words(
            "vidde simulate [--print] FIL",
            "vidde simulate [--print] FIL",
            "vidde simulate [--print] FILE",
        )))
        .after_help(simulate::help::text(lang))
        .args([file, print])
}

fn check(lang: Lang) -> Command {
    let say = |words: Words| words.pick(lang);
    let path = Arg::new("path")
        .value_name(say(words("STI", "STIG", "PATH")))
        .num_args(0..)
        .value_parser(value_parser!(PathBuf))
        .help_heading(say(ARGUMENTS))
        .help(say(words(
            "Filer eller mapper; ellers alt du har",
            "Filer eller mapper; elles alt du har",
            "Files or folders; else all you have",
        )));
    part(lang, "check")
        .about(say(words("Se etter feil i filer", "Sjå etter feil i filer", "Look for mistakes in files")))
        .override_usage(say(words("vidde check [STI…]", "vidde check [STIG…]", "vidde check [PATH…]")))
        .arg(path)
}

const NUMBER: Words = words("skriv et tall fra 1 til {}", "skriv eit tal frå 1 til {}", "write a number from 1 to {}");

fn number(text: &str, most: u32, lang: Lang) -> Result<u32, String> {
    text.parse().ok().filter(|number| (1..=most).contains(number)).ok_or_else(|| NUMBER.with(lang, most))
}

/// A moment as a person types it: `2026-03-02T09:00`, also with an offset or without the time of day's seconds.
fn moment(text: &str) -> Result<Moment, String> {
    let here = |civil: jiff::civil::DateTime| civil.to_zoned(jiff::tz::TimeZone::system()).ok();
    let local = || text.parse().ok().and_then(here).map(|zoned| Moment::of(zoned.timestamp()));
    text.parse::<Moment>().or_else(|refusal| local().ok_or(refusal))
}
