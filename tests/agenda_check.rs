//! `vidde agenda check`: the text of agendas in, what is said of them out.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as expected")]

use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A folder with these agendas, each by name and text.
fn folder(agendas: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("agendas")).unwrap();
    for (name, text) in agendas {
        std::fs::write(folder.path().join(format!("agendas/{name}.ron")), text).unwrap();
    }
    folder
}

/// What is printed, with the folder written as `DIR`, the complaints behind `! `, and the exit code.
fn answer(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vidde"));
    command.args(["--at", "2026-11-23T08:00", "agenda", "check"]).args(args);
    let output = command.env("VIDDE_CONFIG_DIR", folder).env("LANG", "nb_NO.UTF-8").stdin(Stdio::null());
    let output = output.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANGUAGE").output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(folder.to_str().unwrap(), "DIR");
    let complaint = text(output.stderr).replace('\n', "\n! ");
    let complaint = complaint.strip_suffix("! ").map(|lines| format!("! {lines}")).unwrap_or_default();
    format!("{}{complaint}{}", text(output.stdout), output.status.code().unwrap())
}

/// That an agenda of these blocks, which begins at nine, is answered so.
#[track_caller]
fn check(lang: &str, blocks: &str, expected: &str) {
    let text = format!("(version: 1, title: \"Dag\", start: \"09:00\", blocks: [\n{blocks}])");
    let folder = folder(&[("dag", &text)]);
    assert_eq!(answer(folder.path(), &["dag", "--lang", lang]), expected, "{text}");
}

const MORNING: &str = "(title: \"Innsjekk\", minutes: 15), (title: \"Intervju\", minutes: 45),\n";

#[test]
fn an_agenda_that_adds_up_is_fine() {
    let blocks = MORNING.to_owned() + "(title: \"Lunsj\", kind: Break, minutes: 30, fixed: \"10:00\")";
    check("nb", &blocks, "Ingen feil eller kollisjoner; kjøreplaner: 1\n0");
    check("nn", &blocks, "Ingen feil eller kollisjonar; køyreplanar: 1\n0");
    check("en", &blocks, "No errors or clashes; agendas: 1\n0");
}

#[test]
fn a_clock_time_that_cannot_be_kept_is_a_clash() {
    let blocks = MORNING.to_owned()
        + "(title: \"Lunsj\", kind: Break, minutes: 30, fixed: \"09:45\"),
           (title: \"Prøv\", minutes: 20, until: \"10:40\", min: 15), (title: \"Mål\", minutes: 0, fixed: \"10:30\")";
    check(
        "nb",
        &blocks,
        "dag: Økt 3, «Lunsj»: kolliderer: begynner 15 min etter kl. 09:45
dag: Økt 4, «Prøv»: kolliderer: slutter 5 min etter kl. 10:40
dag: Økt 5, «Mål»: planen går 15 min over kl. 10:30
Feil: 0, kollisjoner: 3
1",
    );
    let lunch = MORNING.to_owned() + "(title: \"Lunsj\", kind: Break, minutes: 30, fixed: \"09:45\")";
    check("nn", &lunch, "dag: Økt 3, «Lunsj»: kolliderer: byrjar 15 min etter kl. 09:45\nFeil: 0, kollisjonar: 1\n1");
    check("en", &lunch, "dag: Block 3, “Lunsj”: clash: begins 15 min after 09:45\nErrors: 0, clashes: 1\n1");
}

#[test]
fn what_may_well_be_meant_is_told_and_is_no_fault() {
    let blocks = "(title: \"Intervju\", minutes: 45, tool: \"ai-mni\", attention: \"50\",
        parts: [(minutes: 30), (minutes: 25)])";
    check(
        "nb",
        blocks,
        "Verdt et blikk (ingen feil): 3
dag: Økt 1, «Intervju»: verktøyet «ai-mni» finnes ikke i katalogen
dag: Økt 1, «Intervju»: 10 min for lite til delene
dag: Økt 1, «Intervju»: Et signal kan ikke komme før økten begynner; skriv høyst så mye som økten varer.

Ingen feil eller kollisjoner; kjøreplaner: 1
0",
    );
    let known = "(title: \"Intervju\", minutes: 55, tool: \"ai-mini\", parts: [(minutes: 30), (minutes: 25)])";
    check("nb", known, "Ingen feil eller kollisjoner; kjøreplaner: 1\n0");
}

#[test]
fn an_agenda_without_anything_to_start_cannot_be_run() {
    check("nb", "", "dag: Kjøreplanen har ingen økter å starte.\nFeil: 1, kollisjoner: 0\n1");
    let mark = "(title: \"Mål\", minutes: 0, fixed: \"10:30\")";
    check("en", mark, "dag: The agenda has no block to start.\nErrors: 1, clashes: 0\n1");
}

#[test]
fn every_block_that_is_not_allowed_is_named_with_its_place() {
    let blocks = "(title: \"Innsjekk\", minutes: 0),\n(title: \"Intervju\", minutes: 45),
(title: \"Lunsj\", kind: Break,\n minutes: 30, min: 40)";
    check(
        "nb",
        blocks,
        "DIR/agendas/dag.ron:2:31: Økt 1, «Innsjekk»: En økt varer fra 1 minutt til 24 timer; 0 går bare med fast \
         klokkeslett.
  |
2 | (title: \"Innsjekk\", minutes: 0),
  |                               ^
DIR/agendas/dag.ron:5:22: Økt 3, «Lunsj»: Den korteste varigheten kan ikke være mer enn varigheten.
  |
5 |  minutes: 30, min: 40)])
  |                      ^
Feil: 2, kollisjoner: 0
1",
    );
}

#[test]
fn more_faults_than_are_placed_are_all_told() {
    let blocks = "(title: \"A\", minutes: 0),\n".repeat(30);
    let folder = folder(&[("dag", &format!("(version: 1, title: \"Dag\", blocks: [{blocks}])"))]);
    let told = answer(folder.path(), &["dag"]);
    for number in [1, 20, 21, 30] {
        assert!(told.contains(&format!("Økt {number}, «A»: En økt varer")), "{number}: {told}");
    }
    assert!(told.ends_with("Feil: 30, kollisjoner: 0\n1"), "{told}");
}

#[test]
fn a_text_that_cannot_be_read_is_named_with_line_and_column() {
    let folder = folder(&[("dag", "(\n    version: 1,\n    title: \"Dag\",\n    blokker: [],\n)")]);
    let told = answer(folder.path(), &["dag"]);
    assert!(told.starts_with("DIR/agendas/dag.ron:4:5: Unexpected field named `blokker`"), "{told}");
    assert!(told.ends_with("\n4 |     blokker: [],\n  |     ^^^^^^^\nFeil: 1, kollisjoner: 0\n1"), "{told}");
}

const GOOD: &str = "(version: 1, title: \"God dag\", start: \"09:00\", blocks: [(title: \"A\", minutes: 20)])";
const LATE: &str = "(version: 1, title: \"Sein\", start: \"09:00\", blocks: [(title: \"A\", minutes: 20),
    (title: \"B\", minutes: 5, fixed: \"09:10\")])";

#[test]
fn without_a_name_all_agendas_are_looked_at() {
    let folder = folder(&[("god", GOOD), ("sein", LATE), ("ødelagt", "(version: 1, oi")]);
    let told = answer(folder.path(), &[]);
    assert!(told.starts_with("sein: Økt 2, «B»: kolliderer: begynner 10 min etter kl. 09:10\nDIR"), "{told}");
    assert!(told.contains("DIR/agendas/ødelagt.ron:1:14: "), "{told}");
    assert!(told.ends_with("Feil: 1, kollisjoner: 1\n1"), "{told}");
    let folder = TempDir::new().unwrap();
    assert_eq!(answer(folder.path(), &[]), "! Du har ingen kjøreplaner ennå.\n1");
}

#[test]
fn an_agenda_is_called_as_in_every_command_and_other_files_are_told_aside() {
    let folder = folder(&[("god", GOOD), ("sein", LATE), ("god-natt", "(version: 1, oi")]);
    for name in ["god", "God dag", "god dag", "god d", "god.ron"] {
        let told = answer(folder.path(), &[name]);
        assert!(told.starts_with("Ingen feil eller kollisjoner; kjøreplaner: 1\n! agendas/god-natt.ron:1:"), "{told}");
        assert!(told.ends_with("\n0"), "{told}");
    }
    let broken = answer(folder.path(), &["god-natt"]);
    assert!(broken.starts_with("DIR/agendas/god-natt.ron:1:14: ") && !broken.contains('!'), "{broken}");
    let unknown = answer(folder.path(), &["borte"]);
    assert!(unknown.starts_with("! Det er ingen kjøreplan som heter «borte». Disse finnes:\n!   god\n"), "{unknown}");
    assert!(unknown.ends_with("\n1"), "{unknown}");
    let outside = answer(folder.path(), &["../agendas/sein"]);
    assert!(outside.starts_with("! Det er ingen kjøreplan"), "{outside}");
}

#[test]
fn a_file_that_the_program_does_not_open_is_not_fine() {
    let folder = folder(&[(&"x".repeat(90), GOOD)]);
    let told = answer(folder.path(), &[]);
    assert!(told.contains(".ron: filen kan ikke åpnes som kjøreplan: navnet er for langt"), "{told}");
    assert!(told.ends_with("Feil: 1, kollisjoner: 0\n1"), "{told}");
}
