//! `vidde paths`: where everything is, whether it exists, and what decided that.

use super::answer::{Answer, Code};
use super::asked::{Asked, Decided};
use crate::domain::text::{Line, Words, words};
use std::path::Path;

/// The files and folders of the program.
const KEPT: [(&str, Words); 9] = [
    ("settings.ron", words("innstillinger", "innstillingar", "settings")),
    (
        "shelf.ron",
        words(
            "favoritter, og hva du sist brukte",
            "favorittar, og kva du sist brukte",
            "favourites, and what you used last",
        ),
    ),
    ("tools", words("egne verktøy", "eigne verktøy", "your own tools")),
    ("agendas", words("kjøreplaner", "køyreplanar", "agendas")),
    ("live.ron", words("samlingen som er i gang", "samlinga som er i gang", "the running session")),
    ("live-private.ron", words("det bare du ser av den", "det berre du ser av ho", "the part of it that only you see")),
    ("sessions", words("samlinger som er ferdige", "samlingar som er ferdige", "finished sessions")),
    ("exports", words("kjøreplaner du har eksportert", "køyreplanar du har eksportert", "agendas you have exported")),
    ("vidde.lock", words("lås mens vidde er åpen", "lås medan vidde er open", "lock while vidde is open")),
];

const NO_HOME: Words = words(
    "Fant ingen hjemmemappe; vidde kjører uten å lagre. Velg en mappe med --config-dir eller VIDDE_CONFIG_DIR.",
    "Fann inga heimemappe; vidde køyrer utan å lagre. Vel ei mappe med --config-dir eller VIDDE_CONFIG_DIR.",
    "No home folder was found; vidde runs without saving. Choose a folder with --config-dir or VIDDE_CONFIG_DIR.",
);

/// A line for the folder, and one for each thing in it.
#[must_use]
pub fn answer(asked: &Asked) -> Answer {
    let lang = asked.files().1;
    let Some(folder) = &asked.folder else { return Answer::wrong(Code::No, NO_HOME.pick(lang)) };
    let decided = match asked.decided {
        Decided::Flag => words("valgt med --config-dir", "valt med --config-dir", "chosen with --config-dir"),
        Decided::Environment => {
            words("valgt med VIDDE_CONFIG_DIR", "valt med VIDDE_CONFIG_DIR", "chosen with VIDDE_CONFIG_DIR")
        }
        Decided::System => words("den vanlige mappen", "den vanlege mappa", "the usual folder"),
    };
    let line = |path: &Path, what: &str| {
        let there = if path.exists() {
            words("finnes", "finst", "exists")
        } else {
            words("finnes ikke", "finst ikkje", "not there yet")
        };
        format!("{} ({what}, {})\n", Line::clean(&path.display().to_string()), there.pick(lang))
    };
    let kept = KEPT.iter().map(|(name, what)| line(&folder.join(name), what.pick(lang)));
    Answer::fine(line(folder, decided.pick(lang)) + &kept.collect::<String>())
}
