//! `vidde agenda log` as it is described to people and parsed.

use super::{ARGUMENTS, json, part};
use crate::domain::text::{Lang, Words, words};
use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, Command};

const ABOUT: Words = words(
    "Fortell hvordan en samling gikk; uten NAVN: list dem alle",
    "Fortel korleis ei samling gjekk; utan NAMN: list dei alle",
    "Show how a session went; without NAME: list them all",
);
const USAGE: Words = words(
    "vidde agenda log [NAVN] [--private] [--json]",
    "vidde agenda log [NAMN] [--private] [--json]",
    "vidde agenda log [NAME] [--private] [--json]",
);
const NAME: Words = words(
    "Filen i sessions, kjøreplanen, eller begynnelsen på en av dem: den siste",
    "Fila i sessions, køyreplanen, eller starten på ein av dei: den siste",
    "The file in sessions, the agenda, or the beginning of either: the latest",
);
const PRIVATE: Words = words(
    "Ta med de stille notatene mellom dere som leder",
    "Ta med dei stille notata mellom dykk som leier",
    "Include the silent notes between the facilitators",
);

/// The command.
pub fn log(lang: Lang) -> Command {
    let name = Arg::new("name")
        .value_name(words("NAVN", "NAMN", "NAME").pick(lang))
        .num_args(0..)
        .value_parser(NonEmptyStringValueParser::new())
        .help_heading(ARGUMENTS.pick(lang))
        .help(NAME.pick(lang));
    let private = Arg::new("private").long("private").action(ArgAction::SetTrue).help(PRIVATE.pick(lang));
    part(lang, "log").about(ABOUT.pick(lang)).override_usage(USAGE.pick(lang)).args([name, private, json(lang)])
}
