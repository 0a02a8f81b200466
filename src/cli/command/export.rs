//! `vidde agenda export` as it is described to people and parsed.

use super::part;
use crate::domain::text::{Lang, Words, words};
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

const ABOUT: Words = words(
    "Lag en kjøreplan til å sende eller skrive ut (Markdown)",
    "Lag ein køyreplan til å sende eller skrive ut (Markdown)",
    "Make a run sheet to mail or print (Markdown)",
);
const USAGE: Words = words(
    "vidde agenda export NAVN [--with-notes] [--out FIL]",
    "vidde agenda export NAMN [--with-notes] [--out FIL]",
    "vidde agenda export NAME [--with-notes] [--out FILE]",
);
const WITH_NOTES: Words = words(
    "Ta med de private notatene dine og rådene til deg som leder",
    "Ta med dei private notata dine og råda til deg som leier",
    "Include your private notes and the advice for the facilitator",
);
const OUT: Words = words(
    "Skriv til en ny fil; en som finnes, blir ikke rørt",
    "Skriv til ei ny fil; ei som finst, blir ikkje rørt",
    "Write to a new file; one that exists is left as it is",
);
const EXAMPLES: Words = words(
    "Den er på kjøreplanens eget språk; --lang velger et annet.\n\nEksempler:\n  vidde agenda export kick-off --out kick-off.md\n  vidde agenda export kick-off --with-notes | less\n",
    "Han er på køyreplanen sitt eige språk; --lang vel eit anna.\n\nDøme:\n  vidde agenda export kick-off --out kick-off.md\n  vidde agenda export kick-off --with-notes | less\n",
    "It is in the agenda’s own language; --lang chooses another.\n\nExamples:\n  vidde agenda export kick-off --out kick-off.md\n  vidde agenda export kick-off --with-notes | less\n",
);

/// The command; `name` is the argument that names an agenda.
pub fn export(lang: Lang, name: Arg) -> Command {
    let notes = Arg::new("with-notes").long("with-notes").action(ArgAction::SetTrue).help(WITH_NOTES.pick(lang));
    let out = Arg::new("out")
        .long("out")
        .value_name(words("FIL", "FIL", "FILE").pick(lang))
        .value_parser(value_parser!(PathBuf))
        .help(OUT.pick(lang));
    let command = part(lang, "export").about(ABOUT.pick(lang)).override_usage(USAGE.pick(lang));
    command.after_help(EXAMPLES.pick(lang)).args([name, notes, out])
}
