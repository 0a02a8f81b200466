//! "Ready to start?": what is said of machines of all kinds, on the screen and by `vidde doctor`.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, at, opened, shows};
use std::process::Command;
use vidde::domain::facts::{Role, Saving, Signal};
use vidde::domain::surroundings::{Awake, Folder, Power, Reaction, Surroundings, Synced, System, Through};
use vidde::domain::text::Lang;
use vidde::model::Depth;
use vidde::screen::Effect;
use vidde::screens::ready::report::{Mark, Seen, findings};

/// A laptop on which all is well.
fn well() -> Surroundings {
    Surroundings {
        system: System::Linux,
        folder: Folder::Writable("/home/kari/.config/vidde".to_owned()),
        free: Some(64 << 30),
        power: Power::Mains(Some(88)),
        idle: Reaction::Nothing,
        lid: Reaction::Nothing,
        awake: Awake::Held,
        synced: Synced::Yes,
        through: Vec::new(),
    }
}

/// One on which nothing is.
fn ill() -> Surroundings {
    Surroundings {
        system: System::Windows,
        folder: Folder::Closed("/mnt/felles".to_owned()),
        free: Some(3 << 20),
        power: Power::Battery(31),
        idle: Reaction::Acts,
        lid: Reaction::Acts,
        awake: Awake::Free,
        synced: Synced::NotTold,
        through: vec![Through::Ssh, Through::Multiplexer],
    }
}

fn seen() -> Seen {
    Seen { size: Some((57, 16)), ..Seen::of(&stage::idle(Lang::Nb), at("08:50"), None) }
}

/// What is said about `topic`, with its mark.
fn said(machine: &Surroundings, seen: &Seen, topic: &str) -> (Mark, String) {
    let all = findings(machine, seen, Lang::Nb);
    let found = all.into_iter().find(|finding| finding.topic.nb == topic).unwrap();
    (found.mark, found.text)
}

#[test]
fn a_machine_on_which_all_is_well_has_nothing_to_look_at() {
    let all = findings(&well(), &seen(), Lang::Nb);
    let worth_a_look: Vec<_> = all.iter().filter(|finding| finding.mark == Mark::Look).collect();
    assert!(worth_a_look.is_empty(), "{worth_a_look:#?}");
    assert_eq!(all.iter().filter(|finding| finding.mark == Mark::Good).count(), 6, "{all:#?}");
}

#[test]
fn every_trouble_is_named_with_what_to_do() {
    let (ill, bad) = (ill(), Seen { now: "1970-01-01T00:05:00Z".parse().unwrap(), size: Some((40, 10)), ..seen() });
    for (topic, part) in [
        ("Lagring", "Velg en annen mappe med --config-dir."),
        ("Klokka", "Det året kan ikke stemme."),
        ("Strøm", "Maskinen går på batteri, og det er på 31 %. Sett i laderen"),
        ("Dvale og skjermsparer", "Systemet er satt til å gripe inn når ingen rører tastene. La lokket stå oppe."),
        ("Dvale og skjermsparer", "Awake i PowerToys"),
        ("Forbindelsen", "Vidde går på en annen maskin (ssh)."),
        ("Skjermen", "Det er for lite"),
    ] {
        let (mark, text) = said(&ill, &bad, topic);
        assert!(mark == Mark::Look && text.contains(part), "{topic}: {mark:?} {text}");
    }
    let full = Surroundings { free: Some(3 << 20), ..well() };
    assert_eq!(said(&full, &seen(), "Lagring").1, "Det er bare 3 MB ledig på disken. Slett noe stort før du starter.");
    let utc = Seen { zone: vidde::domain::times::Zone::UTC, ..seen() };
    assert_eq!(said(&well(), &utc, "Klokka").0, Mark::Look);
}

#[test]
fn each_system_has_its_own_advice_and_none_where_something_holds_it_awake() {
    for (system, advice) in [
        (System::Linux, "systemd-inhibit --what=idle:sleep vidde"),
        (System::MacOs, "caffeinate -dims vidde"),
        (System::Windows, "PowerToys"),
        (System::Other, "Slå av skjermsparer"),
    ] {
        let machine = Surroundings { system, ..Surroundings::default() };
        let (mark, text) = said(&machine, &seen(), "Dvale og skjermsparer");
        assert!(mark == Mark::Look && text.contains(advice), "{system:?}: {text}");
        let (mark, text) = said(&Surroundings { awake: Awake::Held, ..machine }, &seen(), "Dvale og skjermsparer");
        assert!(mark == Mark::Good && !text.contains(advice), "{system:?}: {text}");
    }
}

#[test]
fn the_back_row_is_reckoned_from_the_rows() {
    for (rows, mark, metres) in [(16, Mark::Good, "12 m"), (24, Mark::Told, "8 m"), (50, Mark::Told, "4 m")] {
        let seen = Seen { size: Some((80, rows)), ..seen() };
        let (found, text) = said(&well(), &seen, "Skjermen");
        assert!(found == mark && text.contains(&format!("fra inntil {metres}")), "{rows}: {found:?} {text}");
    }
}

#[test]
fn what_the_program_knows_itself_goes_before_what_the_machine_says() {
    let failing = Seen { saving: Saving::Failing("disken er full.".to_owned()), ..seen() };
    assert_eq!(
        said(&well(), &failing, "Lagring"),
        (Mark::Look, "Det siste ble ikke lagret: disken er full.".to_owned())
    );
    let viewer = Seen { role: Role::Viewer, ..seen() };
    assert_eq!(said(&well(), &viewer, "Lagring").0, Mark::Look);
    let loud = Seen { signals: [Signal::Bell, Signal::Flash].into(), depth: Depth::None, ..seen() };
    assert!(said(&well(), &loud, "Signaler").1.contains("lyd, blink"));
    assert!(said(&well(), &loud, "Farger").1.contains("NO_COLOR"));
}

#[test]
fn a_path_cannot_bring_escapes_to_the_screen() {
    let hostile = Surroundings { folder: Folder::Writable("/tmp/\u{1b}[31m\u{202e}x".to_owned()), ..well() };
    let (_, text) = said(&hostile, &seen(), "Lagring");
    assert!(text.contains("/tmp/[31mx") && !text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
}

/// The page of a machine.
fn page(machine: &Surroundings, lang: Lang, size: (u16, u16)) -> Run {
    let mut run = opened(&stage::idle(lang), "08:50", size).keys("tab ctrl-k");
    assert_eq!(run.heard, [Effect::Survey], "it is looked anew when it is opened");
    run.app.model.surroundings = Some(machine.clone());
    run
}

#[test]
fn the_page_reads_from_top_to_bottom() {
    for size in [(57, 16), (80, 24), (200, 50)] {
        for (name, machine) in [("well", well()), ("ill", ill())] {
            for lang in [Lang::Nb, Lang::En] {
                let run = page(&machine, lang, size);
                let name = format!("{name}-{}-{}x{}", lang.code(), size.0, size.1);
                insta::assert_snapshot!(name, run.text(), "tab ctrl-k");
            }
        }
    }
}

#[test]
fn the_page_scrolls_to_its_end_and_is_left_with_one_key() {
    let run = page(&ill(), Lang::Nb, (57, 16)).keys("pagedown pagedown pagedown pagedown");
    shows(&run, "Slå på «ikke forstyrr»");
    shows(&run.keys("esc"), "Velkommen");
    let run = page(&well(), Lang::Nb, (80, 24)).keys("ctrl-k");
    assert_eq!(run.heard, [Effect::Survey, Effect::Survey], "and when it is asked for again");
}

#[test]
fn it_is_one_key_away_before_the_start_and_in_the_palette() {
    let run = opened(&stage::ready(Lang::Nb), "08:50", (80, 24)).keys("ctrl-k");
    shows(&run, "Klar til start?");
    let run = opened(&stage::idle(Lang::Nb), "08:50", (80, 24)).keys("tab ctrl-p 'klar til' enter");
    shows(&run, "Klar til start?");
    let mut started = stage::ready(Lang::Nb);
    stage::act(&mut started, "09:00 start");
    let run = opened(&started, "09:01", (80, 24)).any_keys("ctrl-k");
    shows(&run, "Sjekken hører til før start;");
}

#[test]
fn the_doctor_says_it_line_by_line() {
    let folder = tempfile::TempDir::new().unwrap();
    for (lang, first) in [("nb", "✓ Lagring: Alt du gjør, lagres i "), ("nn", "✓ Lagring: "), ("en", "✓ Storage: ")]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vidde"));
        command.args(["doctor", "--lang", lang, "--config-dir"]).arg(folder.path());
        let answer = command.env("TZ", "Europe/Oslo").output().unwrap();
        let text = String::from_utf8(answer.stdout).unwrap();
        assert!(answer.status.success() && text.starts_with(first), "{text}");
        assert!(text.lines().count() >= 8 && text.lines().all(|line| line.contains(": ")), "{text}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "it leaves the folder alone");
    }
}
