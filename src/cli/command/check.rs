//! `vidde agenda check` as it is described to people and parsed.

use super::part;
use crate::domain::text::{Lang, Words, words};
use clap::{Arg, Command};

const ABOUT: Words = words(
    "Se etter feil og kollisjoner i kjøreplaner",
    "Sjå etter feil og kollisjonar i køyreplanar",
    "Look for mistakes and clashes in agendas",
);
const USAGE: Words = words("vidde agenda check [NAVN]", "vidde agenda check [NAMN]", "vidde agenda check [NAME]");
const WHICH: Words = words(
    "Kjøreplanens navn; uten navn: alle kjøreplanene",
    "Namnet på køyreplanen; utan namn: alle køyreplanane",
    "The agenda's name; without one, all agendas",
);
const CODES: Words = words(
    "Svarer 1 når en kjøreplan har en feil, eller kolliderer med et klokkeslett; 0 når alt er i orden.\n",
    "Svarar 1 når ein køyreplan har ein feil, eller kolliderer med eit klokkeslett; 0 når alt er i orden.\n",
    "Exits with 1 when an agenda has a mistake or clashes with a clock time, with 0 when all is well.\n",
);

/// The command; `name` is the argument that names an agenda.
pub fn check(lang: Lang, name: Arg) -> Command {
    let name = name.required(false).help(WHICH.pick(lang));
    let command = part(lang, "check").about(ABOUT.pick(lang)).override_usage(USAGE.pick(lang));
    command.after_help(CODES.pick(lang)).arg(name)
}
