//! What a real terminal is told beside pictures (bell, notification, title), and a rehearsal in the whole program.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

#[allow(dead_code, reason = "each test file uses its part")]
#[path = "support/pty.rs"]
mod pty;
#[path = "support/running.rs"]
mod running;

use portable_pty::CommandBuilder;
use pty::Window;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use vidde::domain::agenda::{Agenda, AgendaName, Block, Kind};
use vidde::domain::facts::{Facts, Signal};
use vidde::domain::text::Lang;
use vidde::store::Store;

fn vidde() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_vidde"))
}

/// A folder with an agenda of two blocks of two minutes, and these signals switched on.
fn folder(signals: &[Signal]) -> TempDir {
    let folder = TempDir::new().unwrap();
    let mut agenda = Agenda::new("Kveld", Lang::Nb);
    agenda.start = "18:00".parse().ok();
    for title in ["Alfa", "Beta"] {
        agenda.insert(Block { note: "hemmelig".into(), ..Block::new(Kind::Work, title, 2) }, None);
    }
    let mut facts = Facts::default();
    facts.settings.signals = signals.iter().copied().collect();
    facts.settings.welcomed = true;
    facts.agendas.insert(AgendaName::of_file("kveld").unwrap(), agenda);
    let (mut store, _) = Store::open(Some(folder.path().to_owned()), |_| Lang::En);
    store.save(&facts);
    store.flush(Duration::from_secs(5));
    folder
}

/// Every file with its bytes and when it was written.
fn contents(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let written = entry.metadata().unwrap().modified().unwrap();
                found.insert(entry.path(), (fs::read(entry.path()).unwrap(), written));
            }
        }
    }
    found
}

/// The program with a clock that stands, and a folder that was named for that.
fn clocked(at: &str, folder: &Path) -> Window {
    Window::open(vidde(), &["--at", at, "--config-dir", folder.to_str().unwrap()], folder)
}

fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part).count()
}

/// Everything sent in a rehearsal of the first block, ten times as fast, until it is over its time.
fn sent(signals: &[Signal]) -> Vec<u8> {
    let folder = folder(signals);
    let window = Window::open(vidde(), &["rehearse", "kveld", "--speed", "20"], folder.path());
    window.wait_for_text("wrap up");
    let mut window = window;
    window.type_text("\x03");
    assert_eq!(window.end_within(Duration::from_secs(5)).0, 0);
    assert_eq!(window.left_behind(), [""; 0]);
    window.bytes()
}

#[test]
fn a_bell_is_one_byte_at_each_threshold_and_nothing_else_is_sent() {
    let bytes = sent(&[Signal::Bell]);
    assert_eq!(count(&bytes, b"\x07"), 3, "attention, last call, time is up");
    assert_eq!((count(&bytes, b"\x1b]9;"), count(&bytes, b"\x1b]2;")), (0, 0));
}

#[test]
fn nothing_is_sent_beside_pictures_when_nothing_is_switched_on() {
    let bytes = sent(&[]);
    assert_eq!((count(&bytes, b"\x07"), count(&bytes, b"\x1b]")), (0, 0));
}

#[test]
fn a_notification_is_sent_once_with_words_that_anyone_may_read() {
    let bytes = sent(&[Signal::Notification]);
    assert_eq!(count(&bytes, b"\x1b]9;Vidde: "), 3);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains("\x1b]9;Vidde: Øving: Tiden er ute: Alfa\x1b\\"), "{text:?}");
    assert_eq!(count(&bytes, b"\x07"), 0, "no bell in its place");
}

#[test]
fn the_title_of_the_window_is_the_shells_own_again_afterwards() {
    let bytes = sent(&[Signal::Title]);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains("\x1b[22;2t\x1b]2;Øving: 2 min igjen: Alfa · Vidde\x1b\\"), "{text:?}");
    assert_eq!(count(&bytes, b"\x1b[22;2t"), 1, "kept once");
    assert_eq!(count(&bytes, b"\x1b]2;\x1b\\\x1b[23;2t"), 1, "brought back once");
    assert!(count(&bytes, b"\x1b]2;") < 12, "sent when it changes, not with every picture");
    assert!(!text.contains("]2;hemmelig"), "nothing private");
}

#[test]
fn the_title_is_given_back_to_the_shell_for_a_while_and_on_a_signal() {
    let folder = folder(&[Signal::Title]);
    let mut window = Window::open(vidde(), &["rehearse", "kveld"], folder.path());
    window.wait_for_text("Alfa");
    window.signal(rustix::process::Signal::TERM);
    window.end_within(Duration::from_secs(5));
    assert_eq!(count(&window.bytes(), b"\x1b]2;\x1b\\\x1b[23;2t"), 1);
}

#[test]
fn a_rehearsal_from_the_command_line_leaves_the_folder_byte_for_byte() {
    let folder = folder(&[]);
    let before = contents(folder.path());
    let mut window = Window::open(vidde(), &["rehearse", "kve", "--speed", "3600"], folder.path());
    window.wait_for_text("nothing is saved");
    window.type_text("nn");
    window.wait_for_text("The session is over");
    window.type_text("e");
    window.wait_for_text("Nothing has been saved");
    window.type_text("\x1b[21~5");
    assert_eq!(window.end_within(Duration::from_secs(5)).0, 0, "leaving the rehearsal leaves the program");
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_rehearsal_in_the_program_leaves_the_folder_and_comes_back_to_the_real_clock() {
    let folder = folder(&[]);
    let mut window = clocked("2026-03-02T12:34", folder.path());
    window.wait_until_up();
    window.wait("all stored", |screen| !screen.contents().contains("saving"));
    window.type_text("\t");
    window.wait_for_text("Alfa");
    window.wait_until_quiet();
    let before = contents(folder.path());
    window.type_text("p");
    window.wait_for_text("×60");
    window.wait_for_text("18:01");
    window.type_text("ne");
    window.type_text("\r");
    window.wait_for_text("×60");
    window.type_text("\x1b[21~5");
    window.wait_for_text("everything is as it was");
    assert!(!window.text().contains("×60"), "{}", window.text());
    sleep(Duration::from_millis(300));
    assert_eq!(contents(folder.path()), before);
    window.type_text("\x03");
    assert_eq!(window.end_within(Duration::from_secs(5)).0, 0);
}

#[test]
fn keys_that_come_together_with_the_end_of_a_rehearsal_have_the_real_clock() {
    let folder = folder(&[]);
    let mut window = clocked("2026-03-02T18:03", folder.path());
    window.wait_until_up();
    window.type_text("\t");
    window.wait_for_text("Alfa");
    window.type_text("p\x1b[21~5s");
    window.wait_for_text("18:03");
    window.wait("a session that has begun", |screen| !screen.contents().contains("×60"));
    window.type_text("\x03");
    assert_eq!(window.end_within(Duration::from_secs(5)).0, 0);
    let live = fs::read_to_string(folder.path().join("live.ron")).unwrap();
    let moment: vidde::domain::times::Moment = "2026-03-02T18:03:00Z".parse().unwrap();
    let local = vidde::domain::times::Zone::of(jiff::tz::TimeZone::system(), moment);
    let clock = |text: &str| text.parse::<vidde::domain::times::Moment>().unwrap().clock(&local);
    let at = live.lines().find_map(|line| line.trim().strip_prefix("at: \"")).unwrap().trim_end_matches("\",");
    assert_eq!(clock(at), "18:03", "{live}");
}

#[test]
fn a_rehearsal_leaves_a_running_session_and_its_room_alone() {
    let folder = TempDir::new().unwrap();
    let desk = running::Desk::begin(folder.path());
    let room = Window::open(vidde(), &["room"], folder.path());
    room.wait_for_text("Alfa");
    let mut agenda = Agenda::new("Prøve", Lang::Nb);
    agenda.insert(Block::new(Kind::Work, "Hemmelig øvelse", 30), None);
    let text = format!(
        "(version: 1, title: \"Prøve\", lang: nb, blocks: [(kind: Work, title: \"{}\", minutes: 30)])",
        agenda.blocks[0].title
    );
    fs::create_dir_all(folder.path().join("agendas")).unwrap();
    fs::write(folder.path().join("agendas/prove.ron"), text).unwrap();
    let before = contents(folder.path());
    let mut window = Window::open(vidde(), &["rehearse", "prove"], folder.path());
    window.wait_for_text("Hemmelig øvelse");
    window.type_text("w");
    window.wait_for_text("Øving");
    sleep(Duration::from_millis(500));
    assert!(room.text().contains("Alfa") && !room.text().contains("Hemmelig"), "{}", room.text());
    window.type_text("\x03");
    assert_eq!(window.end_within(Duration::from_secs(5)).0, 0);
    assert_eq!(contents(folder.path()), before);
    assert!(desk.facts.live.is_some());
}

#[test]
fn an_agenda_that_is_not_there_is_named_and_nothing_opens() {
    let folder = folder(&[]);
    let began = Instant::now();
    for (args, code) in [
        (vec!["rehearse", "morgen"], 1),
        (vec!["rehearse"], 2),
        (vec!["rehearse", "kveld", "--speed", "0"], 2),
        (vec!["rehearse", "kveld", "--speed", "3601"], 2),
    ] {
        let mut command = CommandBuilder::new(vidde());
        command.args(&args);
        command.env("VIDDE_CONFIG_DIR", folder.path());
        let mut window = Window::with(command);
        assert_eq!(window.end_within(Duration::from_secs(10)).0, code, "{args:?}\n{}", window.text());
        assert!(!window.text().trim().is_empty());
    }
    assert!(began.elapsed() < Duration::from_secs(20));
}
