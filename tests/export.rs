//! Run sheets to mail and print: what stands in them, in which language, and that no file is written over.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod common;

use common::Run;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;
use vidde::data;
use vidde::domain::agenda::{Agenda, Block, Kind, Notes};
use vidde::domain::text::{Lang, Text};
use vidde::domain::times::{Moment, Zone};
use vidde::domain::tool::{ToolId, Variant};
use vidde::export::{Making, run_sheet};
use vidde::screen::Effect;

fn vidde(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vidde"));
    command.env("LANG", "nb_NO.UTF-8").env_remove("LC_ALL").env_remove("LANGUAGE").current_dir(folder);
    command.arg("--config-dir").arg(folder).args(args).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder with one agenda, in which everything a run sheet tells of occurs.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("agendas")).unwrap();
    let text = r#"(
        version: 1, title: "Tidlig hjelp", lang: nb, start: "09:00", people: 24,
        purpose: "Finne ut hva som virker", wanted: "Tre tiltak",
        blocks: [
            (id: 1, kind: Opening, title: "Velkommen", minutes: 10, note: "Husk bjella.\nRing Kari."),
            (id: 2, title: "Ønsker", minutes: 20, question: "Hva vil vi ha *mer* av?", parts: [
                (minutes: 5, grouping: Individual, say: (nb: "Skriv tre lapper.", en: "Write three notes."), lead: "Gå stille rundt."),
                (minutes: 15, grouping: Groups(4), say: (nb: "Les dem for hverandre.", en: "Read them to each other.")),
            ]),
            (id: 3, kind: Break, title: "Pause med kaffe", minutes: 15),
            (id: 4, kind: Talk, title: "Fra nabokommunen", minutes: 30, fixed: "10:00", optional: true),
            (id: 5, title: "Stemme", minutes: 10, tool: "dot-voting"),
        ],
    )"#;
    fs::write(folder.path().join("agendas/tidlig-hjelp.ron"), text).unwrap();
    folder
}

const PLAIN: &str = "\
# Tidlig hjelp

Kl. 09:00–10:40 · 1 t 40 min · 24 deltakere

**Formål:** Finne ut hva som virker

**Ønsket resultat:** Tre tiltak

## 09:00–09:10 Velkommen

10 min · åpning

## 09:10–09:30 Ønsker

20 min · arbeid

**Spørsmål:** Hva vil vi ha \\*mer\\* av?

1. 5 min, hver for seg: Skriv tre lapper.
2. 15 min, grupper på 4: Les dem for hverandre.

## 09:30–09:45 Pause med kaffe

15 min

## 10:00–10:30 Fra nabokommunen

30 min · innlegg · begynner kl. 10:00 · kan utgå

## 10:30–10:40 Stemme

10 min · arbeid

## Materiell

- Tre klistreprikker eller en tusj til hver (Stemme)
- Forslagene på veggen, nummerert og uten dubletter (Stemme)
";

#[test]
fn a_run_sheet_tells_when_what_and_with_what() {
    let folder = folder();
    let first = vidde(folder.path(), &["agenda", "export", "tidlig"]);
    assert_eq!(out(&first), PLAIN, "{}", complaint(&first));
    let later = vidde(folder.path(), &["--at", "2026-07-01T12:00", "agenda", "export", "Tidlig hjelp"]);
    assert_eq!(out(&later), PLAIN, "it does not depend on the day");
}

#[test]
fn private_notes_and_advice_go_along_only_when_they_are_asked_for() {
    let folder = folder();
    let text = out(&vidde(folder.path(), &["agenda", "export", "tidlig-hjelp", "--with-notes"]));
    let note = "10 min · åpning\n\n> *Notat til deg som leder:*\n>\n> Husk bjella.\n>\n> Ring Kari.\n";
    assert!(text.contains(note), "{text}");
    let lead = "hver for seg: Skriv tre lapper.\n   - *Til deg som leder:* Gå stille rundt.\n2. ";
    assert!(text.contains(lead), "{text}");
    for private in ["bjella", "stille rundt", "leder"] {
        assert!(!PLAIN.contains(private));
    }
}

#[test]
fn it_is_in_the_language_of_the_agenda_or_the_one_asked_for() {
    let folder = folder();
    fs::write(folder.path().join("settings.ron"), "(version: 1, lang: en)").unwrap();
    assert_eq!(out(&vidde(folder.path(), &["agenda", "export", "tidlig"])), PLAIN);
    let english = out(&vidde(folder.path(), &["--lang", "en", "agenda", "export", "tidlig"]));
    for part in
        ["09:00–10:40 · 1 h 40 min · 24 participants", "**Purpose:** ", "1. 5 min, on your own: Write three notes."]
    {
        assert!(english.contains(part), "{part}:\n{english}");
    }
    let nynorsk = out(&vidde(folder.path(), &["--lang", "nn", "agenda", "export", "tidlig"]));
    for part in
        ["24 deltakarar", "**Føremål:** ", "1. 5 min, kvar for seg: ", "*Nokre av tekstane finst berre på bokmål.*"]
    {
        assert!(nynorsk.contains(part), "{part}:\n{nynorsk}");
    }
}

#[test]
fn a_file_is_new_and_never_written_over() {
    let folder = folder();
    let export = |name: &str| vidde(folder.path(), &["agenda", "export", "tidlig", "--out", name]);
    let first = export("plan.md");
    assert_eq!((first.status.code(), out(&first).as_str()), (Some(0), "plan.md\n"), "{}", complaint(&first));
    assert_eq!(fs::read_to_string(folder.path().join("plan.md")).unwrap(), PLAIN);
    fs::write(folder.path().join("plan.md"), "mitt eget").unwrap();
    let second = export("plan.md");
    assert_eq!(second.status.code(), Some(1));
    assert!(complaint(&second).contains("plan.md finnes allerede og er ikke rørt"), "{}", complaint(&second));
    assert_eq!(fs::read_to_string(folder.path().join("plan.md")).unwrap(), "mitt eget");
    assert_eq!(export("finnes/ikke/plan.md").status.code(), Some(3));
    assert_eq!(vidde(folder.path(), &["agenda", "export", "ukjent"]).status.code(), Some(1));
}

#[test]
fn help_for_it_is_in_three_languages() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, words) in [("nb", "sende eller skrive ut"), ("nn", "Døme:"), ("en", "mail or print")] {
        let help = out(&vidde(folder.path(), &["--lang", lang, "agenda", "export", "--help"]));
        assert!(help.contains(words) && help.contains("--with-notes"), "{lang}: {help}");
    }
}

#[test]
fn without_a_start_times_are_counted_from_it() {
    let mut agenda = Agenda::new("Møte", Lang::En);
    agenda.insert(Block::new(Kind::Opening, "Welcome", 10), None);
    let tool = data::built_in().0.into_iter().find(|tool| Some(&tool.id) == ToolId::new("igp").as_ref()).unwrap();
    agenda.insert(Block::of_tool(&tool, Variant::Normal, 12, Lang::En), None);
    let zone: Zone = "Europe/Oslo".parse().unwrap();
    let catalogue = data::catalogue(Vec::new()).0;
    let making = Making { catalogue: &catalogue, lang: Lang::En, notes: Notes::Kept, now: Moment::at(0), zone: &zone };
    let text = run_sheet(&agenda, &making);
    assert!(text.starts_with("# Møte\n\nBegins when started · "), "{text}");
    assert!(text.contains("## 0:00–0:10 Welcome\n") && text.contains("\n## 0:10–0:"), "{text}");
}

#[test]
fn a_damaging_text_stays_a_text() {
    let mut agenda = Agenda::new("# <b>", Lang::Nb);
    let block = Block { question: "- [x](http://a) `b`".into(), ..Block::new(Kind::Work, "> sitat", 5) };
    agenda.insert(block, None);
    agenda.blocks.iter_mut().for_each(|block| {
        block.parts = vec![vidde::domain::agenda::Part { say: Text::same("_a_"), ..Default::default() }];
    });
    let catalogue = vidde::domain::catalogue::Catalogue::new(Vec::new(), Vec::new());
    let making =
        Making { catalogue: &catalogue, lang: Lang::Nb, notes: Notes::Kept, now: Moment::at(0), zone: &Zone::UTC };
    let text = run_sheet(&agenda, &making);
    for shown in ["# \\# \\<b>", "## 0:00–0:05 \\> sitat", "**Spørsmål:** \\- \\[x](http://a) \\`b\\`", ": \\_a\\_\n"]
    {
        assert!(text.contains(shown), "{shown}:\n{text}");
    }
}

#[test]
fn a_key_on_the_agenda_has_it_written_with_notes_or_without() {
    let heard = |script: &str| Run::new(Lang::Nb).keys(script).heard;
    assert_eq!(heard("tab x enter"), [Effect::Export(Notes::Kept)]);
    assert_eq!(heard("tab x 2"), [Effect::Export(Notes::Told)]);
    assert_eq!(heard("tab x esc"), []);
    assert_eq!(heard("tab ctrl-p 'eksporter' enter 1"), [Effect::Export(Notes::Kept)]);
    common::shows(&Run::new(Lang::Nb).keys("tab p 2 x"), "En øving skriver ingen filer");
}
