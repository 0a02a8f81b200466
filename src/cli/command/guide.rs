//! `vidde guide`, and what makes an agenda from a template, as they are described to people.

use super::{ARGUMENTS, part};
use crate::domain::text::{Lang, Words, words};
use clap::{Arg, Command};

/// `vidde guide [STEP]`
pub fn guide(lang: Lang) -> Command {
    let say = |words: Words| words.pick(lang);
    let step = Arg::new("step")
        .value_name(say(words("TRINN", "TRINN", "STEP")))
        .num_args(0..)
        .help_heading(say(ARGUMENTS))
        .help(say(words(
            "1–4, et trinn ved navn, et gjøremål eller «praksis»; ellers en oversikt",
            "1–4, eit trinn ved namn, eit gjeremål eller «praksis»; elles ei oversikt",
            "1–4, a step by name, a task, or “practices”; else an outline",
        )));
    part(lang, "guide")
        .about(say(words(
            "De fire trinnene, gjøremålene og verktøy som hjelper",
            "Dei fire trinna, gjeremåla og verktøy som hjelper",
            "The four steps, their tasks and tools that help",
        )))
        .override_usage(say(words("vidde guide [TRINN]", "vidde guide [TRINN]", "vidde guide [STEP]")))
        .arg(step)
}

/// `--template ID`
pub fn template(lang: Lang) -> Arg {
    let help = words(
        "Begynn med en mal (se vidde agenda templates)",
        "Byrj med ein mal (sjå vidde agenda templates)",
        "Begin from a template (see vidde agenda templates)",
    );
    Arg::new("template").long("template").value_name("ID").help(help.pick(lang))
}

/// `vidde agenda templates`
pub fn templates(lang: Lang) -> Command {
    let about = words("List malene", "List malane", "List the templates");
    part(lang, "templates").about(about.pick(lang)).override_usage("vidde agenda templates")
}
