//! `vidde rehearse`, as it is described to people.

use super::{ARGUMENTS, number, part};
use crate::domain::text::{Lang, Words, words};
use clap::{Arg, Command};

/// `vidde rehearse AGENDA [--speed N]`
pub fn rehearse(lang: Lang) -> Command {
    let say = |words: Words| words.pick(lang);
    let agenda = Arg::new("agenda")
        .value_name(say(words("KJØREPLAN", "KØYREPLAN", "AGENDA")))
        .num_args(1..)
        .required(true)
        .help_heading(say(ARGUMENTS))
        .help(say(words(
            "Navnet, tittelen eller begynnelsen på en av dem",
            "Namnet, tittelen eller starten på ein av dei",
            "Its name, its title, or the beginning of either",
        )));
    let speed =
        Arg::new("speed").long("speed").value_name("N").value_parser(move |text: &str| number(text, 3600, lang)).help(
            say(words(
                "La klokka gå N ganger så fort, 1–3600 (60)",
                "La klokka gå N gonger så fort, 1–3600 (60)",
                "Run the clock N times as fast, 1–3600 (60)",
            )),
        );
    part(lang, "rehearse")
        .about(say(words(
            "Øv på en kjøreplan med rask klokke; ingenting lagres",
            "Øv på ein køyreplan med rask klokke; ingenting blir lagra",
            "Rehearse an agenda with a fast clock; nothing is saved",
        )))
        .override_usage(say(words(
            "vidde rehearse [valg] KJØREPLAN [--speed N]",
            "vidde rehearse [val] KØYREPLAN [--speed N]",
            "vidde rehearse [options] AGENDA [--speed N]",
        )))
        .after_help(say(words(
            "Klokka begynner der planen begynner, og samlingen er i gang; med --at begynner den da, tidlig eller sent.\n\
             F10 endrer farten og slutter.\n\
             En samling som er i gang på ekte, røres ikke, og «vidde room» viser ikke øvingen.\n",
            "Klokka byrjar der planen byrjar, og samlinga er i gang; med --at byrjar ho då, tidleg eller seint.\n\
             F10 endrar farten og sluttar.\n\
             Ei samling som er i gang på ekte, blir ikkje rørt, og «vidde room» viser ikkje øvinga.\n",
            "The clock begins where the plan does, with the session running; with --at it begins then, early or late.\n\
             F10 changes the speed and ends it.\n\
             A real session that is running is left alone, and “vidde room” does not show the rehearsal.\n",
        )))
        .args([agenda, speed])
}
