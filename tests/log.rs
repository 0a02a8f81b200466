//! `vidde agenda log` from outside, and finished sessions as files: read when asked for, ticked off later, left alone when
//! they cannot be used.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, at, opened};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use vidde::domain::facts::{Facts, Finished, Saving};
use vidde::domain::text::Lang;
use vidde::store::{Loaded, Store};

const LONG: Duration = Duration::from_secs(20);
const STEM: &str = "2026-11-23-0900-formiddag";

/// What a command printed, and its exit code.
struct Done {
    code: i32,
    out: String,
    err: String,
}

fn vidde(folder: &Path, args: &[&str]) -> Done {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vidde"));
    command.args(args).env("VIDDE_CONFIG_DIR", folder).env("LANG", "nb_NO.UTF-8").stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Done { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn open(folder: &Path) -> (Store, Loaded) {
    Store::open(Some(folder.to_owned()), |_| Lang::Nb)
}

/// Has the facts stored in the folder.
fn stored(folder: &Path, facts: &Facts) {
    let (mut store, _) = open(folder);
    store.save(facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
}

/// A workshop that is over, with a nut, a decision and a silent note.
fn over() -> Run {
    let notes = "09:04 o 'Hvem eier tiltaket?' enter 09:15 f 'Vi prøver i mars' enter ( 'Hold igjen talen' enter";
    opened(&stage::ready(Lang::Nb), "08:50", (80, 24)).keys(&format!("08:50 09:00 space {notes} 09:16 n 09:28 e 2"))
}

fn folder_with_a_session() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    stored(folder.path(), &over().app.model.facts);
    folder
}

/// The finished sessions that the store reads when it is asked.
fn read(store: &mut Store, facts: &mut Facts) -> Vec<Finished> {
    store.read_finished();
    for _ in 0..1000 {
        if let Some(finished) = store.refresh(facts).finished {
            return finished;
        }
        assert!(store.is_reading());
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("they never came");
}

#[test]
fn the_log_of_a_session_is_told_from_beginning_to_end() {
    let folder = folder_with_a_session();
    for name in [
        STEM,
        "2026-11-23",
        "formiddag",
        "FORM",
        "tidlig hj",
        "tidlig hjelp: en formiddag sammen",
        "2026-11-23-0900-formiddag.ron",
    ] {
        let done = vidde(folder.path(), &["agenda", "log", name]);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{name}: {}", done.out);
        let expected = "\
Tidlig hjelp: en formiddag sammen
23. november 2026, kl. 09:00–09:28
Gjennomført: 2 av 6 økter. Én varte som planlagt.
Planlagt 2 t 2 min, brukt 28 min. Slutt 2 t 17 min før planen.

Økter:
09:00–09:16  Velkommen: planlagt 10 min, faktisk 16 min, 6 min lengre
09:16–09:28  1-2-4-alle: planlagt 12 min, faktisk 12 min, som planlagt
–  Pause: planlagt 15 min, falt bort
–  Slik gjør vi det i nabokommunen: planlagt 40 min, til en annen gang
–  Lunsj: planlagt 30 min, falt bort
–  Gjort, lært, lurt: planlagt 15 min, til en annen gang

Logg:
09:00  startet med «Velkommen»
09:16  neste: «1-2-4-alle»
09:28  avsluttet samlingen

Nøtter:
";
        assert!(done.out.starts_with(expected), "{}", done.out);
        assert!(done.out.ends_with("\n[ ] Vi prøver i mars (09:15, Velkommen)\n"), "{}", done.out);
        assert!(!done.out.contains("Hold igjen"), "a silent note is told only when asked for:\n{}", done.out);
    }
    let all = vidde(folder.path(), &["agenda", "log", "formiddag", "--private"]);
    assert!(all.out.contains("[ ] Hold igjen talen (09:15, Velkommen)"), "{}", all.out);
    let english = vidde(folder.path(), &["agenda", "log", "formiddag", "--lang", "en"]);
    assert!(
        english.out.contains("23 November 2026, 09:00–09:28")
            && english.out.contains("started with “Velkommen”")
            && english.out.contains("Decisions:"),
        "{}",
        english.out
    );
}

#[test]
fn a_session_is_told_as_it_ended_by_a_clock_that_has_been_set_back_since() {
    let folder = folder_with_a_session();
    let (then, before) = (["agenda", "log", "formiddag"], "2026-11-20T09:00+01:00");
    let now = vidde(folder.path(), &[&then[..], &["--at", "2027-01-01T09:00+01:00"]].concat());
    let earlier = vidde(folder.path(), &[&then[..], &["--at", before]].concat());
    assert_eq!(now.out, earlier.out);
    let list = vidde(folder.path(), &["agenda", "log", "--at", before]);
    assert!(list.out.contains("23. november 2026 kl. 09:00, 28 min"), "{}", list.out);
}

#[test]
fn without_a_name_all_sessions_are_listed_with_the_running_one_first() {
    let folder = folder_with_a_session();
    let mut facts = stage::ready(Lang::Nb);
    stage::act(&mut facts, "09:00 start");
    stored(folder.path(), &facts.facts);
    let done = vidde(folder.path(), &["agenda", "log", "--at", "2026-11-23T09:05+01:00"]);
    let lines: Vec<&str> = done.out.lines().collect();
    assert_eq!(
        lines,
        [
            "pågår: Tidlig hjelp: en formiddag sammen, 23. november 2026 kl. 09:00, 5 min",
            "2026-11-23-0900-formiddag: Tidlig hjelp: en formiddag sammen, 23. november 2026 kl. 09:00, 28 min, 2 notater",
        ]
    );
    let running = vidde(folder.path(), &["agenda", "log", "formiddag", "--at", "2026-11-23T09:05+01:00"]);
    assert!(running.out.contains("09:00–  Velkommen: planlagt 10 min, faktisk 5 min, pågår"), "{}", running.out);
}

#[test]
fn the_log_is_json_for_scripts() {
    let folder = folder_with_a_session();
    let done = vidde(folder.path(), &["agenda", "log", "formiddag", "--json"]);
    let value: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!((value["file"].as_str(), value["actual_seconds"].as_i64()), (Some(STEM), Some(28 * 60)));
    assert_eq!(value["blocks"].as_array().unwrap().len(), 6);
    assert_eq!(value["blocks"][0]["fate"], "longer");
    assert_eq!(value["log"].as_array().unwrap().len(), 3);
    let kinds: Vec<&str> =
        value["harvest"].as_array().unwrap().iter().filter_map(|note| note["kind"].as_str()).collect();
    assert_eq!(kinds, ["nut", "decision"]);
    let all: serde_json::Value = serde_json::from_str(&vidde(folder.path(), &["agenda", "log", "--json"]).out).unwrap();
    assert_eq!(all["sessions"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_not_there_is_the_answer_no_and_a_damaged_file_is_named() {
    let empty = tempfile::tempdir().unwrap();
    let none = vidde(empty.path(), &["agenda", "log"]);
    assert_eq!((none.code, none.out.as_str()), (1, ""));
    assert!(none.err.contains("Ingen samling er avsluttet"), "{}", none.err);
    let folder = folder_with_a_session();
    let unknown = vidde(folder.path(), &["agenda", "log", "vårfest"]);
    assert!(unknown.code == 1 && unknown.err.contains("«vårfest»"), "{}", unknown.err);
    let path = folder.path().join("sessions/2027-01-01-0900-skadd.ron");
    fs::write(&path, "(version: 1, session: (oi").unwrap();
    let damaged = vidde(folder.path(), &["agenda", "log", "2027"]);
    assert!(damaged.code == 3 && damaged.err.contains("sessions/2027-01-01-0900-skadd.ron:1:"), "{}", damaged.err);
    let list = vidde(folder.path(), &["agenda", "log"]);
    assert!(list.code == 0 && list.out.lines().count() == 1 && list.err.contains("skadd"), "{}{}", list.out, list.err);
    assert_eq!(fs::read_to_string(path).unwrap(), "(version: 1, session: (oi", "left alone");
}

#[test]
fn a_session_that_went_between_the_list_and_the_reading_is_told_as_a_file() {
    let folder = folder_with_a_session();
    for (lang, gone) in [(Lang::Nb, "filen er borte."), (Lang::Nn, "fila er borte."), (Lang::En, "the file is gone.")] {
        let problem = Store::finished_one(folder.path(), "2026-01-01-0900-nettopp", lang).unwrap_err();
        assert_eq!((problem.place.as_str(), problem.text.as_str()), ("sessions/2026-01-01-0900-nettopp.ron", gone));
    }
}

#[cfg(unix)]
#[test]
fn the_name_of_a_file_sends_nothing_to_the_terminal() {
    let folder = folder_with_a_session();
    let (good, torn) = ("9999 \u{1b}]0;x\u{7}\u{202e}fin", "9998 \u{1b}[2J\u{9b}2J\u{202e}revet");
    let sessions = folder.path().join("sessions");
    fs::rename(sessions.join(format!("{STEM}.ron")), sessions.join(format!("{good}.ron"))).unwrap();
    fs::write(sessions.join(format!("{torn}.ron")), "nothing of ours").unwrap();
    let obeyed = |text: &str| text.chars().find(|c| *c != '\n' && vidde::domain::text::is_hidden(*c));
    for args in
        [&["agenda", "log"][..], &["agenda", "log", "--json"], &["agenda", "log", "9999"], &["agenda", "log", "9998"]]
    {
        let done = vidde(folder.path(), args);
        assert_eq!((obeyed(&done.out), obeyed(&done.err)), (None, None), "{args:?}\n{:?}\n{:?}", done.out, done.err);
        assert!(done.out.contains("]0;xfin") || done.out.contains("Tidlig hjelp") || done.code == 3, "{args:?}");
    }
    let shown = vidde(folder.path(), &["agenda", "log"]).out;
    let asked_for = shown.split(':').next().unwrap();
    assert_eq!(asked_for, "9999 ]0;xfin");
    assert_eq!(vidde(folder.path(), &["agenda", "log", asked_for]).code, 0, "found under the name that is shown");

    let (mut store, mut loaded) = open(folder.path());
    let mut model = stage::idle(Lang::Nb);
    let found = read(&mut store, &mut loaded.facts);
    model.take_finished(found, at("12:00"));
    let run = opened(&model, "12:00", (80, 24)).keys("tab f");
    assert!(run.text().contains("9998 [2J2Jrevet.ron"), "{}", run.text());
    assert!(!run.text().contains('\u{202e}'), "{}", run.text());
}

#[test]
fn the_help_tells_of_the_log_in_three_languages() {
    for (lang, words) in
        [("nb", "Fortell hvordan en samling gikk"), ("nn", "korleis ei samling gjekk"), ("en", "how a session went")]
    {
        let help = vidde(Path::new("/nonexistent/vidde"), &["agenda", "log", "--help", "--lang", lang]);
        assert!(help.code == 0 && help.out.contains(words) && help.out.contains("--private"), "{}", help.out);
    }
}

#[test]
fn harvest_is_in_the_private_file_alone() {
    let run = opened(&stage::ready(Lang::Nb), "09:00", (80, 24))
        .keys("space o 'Zqxwv nøtt' enter ( 'Zqxwv stille' enter y space");
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = open(folder.path());
    store.save(&run.app.model.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    let text = |file: &str| fs::read_to_string(folder.path().join(file)).unwrap();
    assert!(!text("live.ron").contains("Zqxwv"));
    assert_eq!(text("live-private.ron").matches("Zqxwv").count(), 2);
    let seen = Store::view(Some(folder.path().to_owned()), |_| Lang::Nb).1;
    assert_eq!(seen.facts.live, run.app.model.facts.live, "a second console reads it");
    let wall = Store::follow(Some(folder.path().to_owned()), |_| Lang::Nb).1;
    assert!(wall.facts.live.unwrap().private.harvest.is_empty(), "the room does not");
}

#[test]
fn a_second_console_follows_the_harvest() {
    let folder = tempfile::tempdir().unwrap();
    let run = opened(&stage::ready(Lang::Nb), "09:00", (80, 24)).keys("space");
    let (mut first, _) = open(folder.path());
    first.save(&run.app.model.facts);
    assert_eq!(first.settle(LONG), Saving::Stored);
    let (mut second, mut seen) = Store::view(Some(folder.path().to_owned()), |_| Lang::Nb);
    let run = run.keys("( 'Kort ned' enter");
    first.save(&run.app.model.facts);
    assert_eq!(first.settle(LONG), Saving::Stored);
    second.refresh(&mut seen.facts);
    assert_eq!(seen.facts.live, run.app.model.facts.live);
}

#[test]
fn files_of_today_without_a_harvest_stay_readable_and_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let facts = opened(&stage::ready(Lang::Nb), "09:00", (80, 24)).keys("space").app.model.facts;
    stored(folder.path(), &facts);
    let text = fs::read_to_string(folder.path().join("live-private.ron")).unwrap();
    assert!(!text.contains("harvest"), "{text}");
    assert_eq!(open(folder.path()).1.facts.live, facts.live);
}

#[test]
fn finished_sessions_are_read_newest_first_and_what_is_ticked_off_is_stored() {
    let folder = folder_with_a_session();
    let (old, torn) = ("sessions/2025-01-07-1000-gammel.ron", "sessions/2026-12-24-1200-skadd.ron");
    fs::copy(folder.path().join(format!("sessions/{STEM}.ron")), folder.path().join(old)).unwrap();
    fs::write(folder.path().join(torn), "nothing of ours").unwrap();
    let (mut store, mut loaded) = open(folder.path());
    let found = read(&mut store, &mut loaded.facts);
    let names: Vec<(&str, bool)> = found.iter().map(|found| (found.stem.as_str(), found.found.is_ok())).collect();
    assert_eq!(names, [("2026-12-24-1200-skadd", false), (STEM, true), ("2025-01-07-1000-gammel", true)]);
    assert!(loaded.facts.finished.is_empty(), "reading changes no fact");

    let mut model = stage::idle(Lang::Nb);
    model.facts = loaded.facts;
    model.take_finished(found, at("12:00"));
    let run = opened(&model, "12:00", (80, 24)).keys("tab f").any_keys("down down").keys("y space");
    store.save(&run.app.model.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    drop(store);

    let text = |file: &str| fs::read_to_string(folder.path().join(file)).unwrap();
    assert_eq!(text(old).matches("done: true").count(), 1);
    assert_eq!(text(&format!("sessions/{STEM}.ron")).matches("done: true").count(), 0);
    assert_eq!(text(torn), "nothing of ours");
    let files: Vec<String> = fs::read_dir(folder.path().join("sessions"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "ron"))
        .collect();
    assert_eq!(files.len(), 3, "no second copy under another name: {files:?}");
    let (mut again, mut loaded) = open(folder.path());
    let found = read(&mut again, &mut loaded.facts);
    assert!(found[2].found.as_ref().is_ok_and(|record| record.private.harvest[0].done));
}

#[test]
fn a_window_that_only_shows_reads_them_too() {
    let folder = folder_with_a_session();
    let (_first, _) = open(folder.path());
    let (mut second, mut seen) = Store::view(Some(folder.path().to_owned()), |_| Lang::Nb);
    let found = read(&mut second, &mut seen.facts);
    assert_eq!(found.iter().map(|found| found.stem.as_str()).collect::<Vec<_>>(), [STEM]);
}

#[test]
fn without_a_folder_there_is_nothing_to_read_and_that_comes_at_once() {
    let (mut store, mut loaded) = Store::open(None, |_| Lang::Nb);
    assert_eq!(read(&mut store, &mut loaded.facts), []);
    assert!(!store.is_reading());
    let (mut store, mut loaded) = Store::rehearse(Some(folder_with_a_session().path().to_owned()), |_| Lang::Nb);
    assert_eq!(read(&mut store, &mut loaded.facts), [], "a rehearsal opens no history");
}

#[test]
fn a_save_is_stored_and_every_session_read_when_both_are_asked_for_at_once() {
    let folder = folder_with_a_session();
    let text = fs::read_to_string(folder.path().join(format!("sessions/{STEM}.ron"))).unwrap();
    for number in 0..120 {
        fs::write(folder.path().join(format!("sessions/2020-01-01-{number:04}-gammel.ron")), &text).unwrap();
    }
    let (mut store, mut loaded) = open(folder.path());
    store.read_finished();
    loaded.facts.settings.mouse = true;
    store.save(&loaded.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    let found = read(&mut store, &mut loaded.facts);
    assert_eq!(found.len(), 121);
}
