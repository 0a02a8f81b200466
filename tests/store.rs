//! The store on temporary folders: what is stored comes back, whatever happens to the files and to the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may")]

#[path = "store/back.rs"]
mod back;
#[path = "store/damage.rs"]
mod damage;
#[cfg(unix)]
#[path = "store/denied.rs"]
mod denied;
#[path = "store/edits.rs"]
mod edits;
#[path = "store/kill.rs"]
mod kill;
#[path = "store/parts.rs"]
mod parts;
#[path = "support/patience.rs"]
mod patience;
#[path = "store/reading.rs"]
mod reading;
#[path = "store/saving.rs"]
mod saving;
#[path = "store/shelf.rs"]
mod shelf;
#[path = "store/windows.rs"]
mod windows;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use vidde::domain::Problem;
use vidde::domain::agenda::{Agenda, AgendaName, Block, Kind};
use vidde::domain::facts::{Facts, Live, Record, Saving};
use vidde::domain::session::{Press, Session};
use vidde::domain::text::Lang;
use vidde::domain::times::{Moment, Seconds, Zone};
use vidde::domain::version::Version;
use vidde::store::{Loaded, Store};

/// Longer than any save here should take.
const LONG: Duration = Duration::from_secs(20);

/// A moment in a workshop.
const NOW: i64 = 1_800_000_000;

fn temp() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Opens the folder. A test that starts a process shares its open files with it for an instant, locks of other tests
/// among them; so a lock that is held is asked for again for a while.
fn open(folder: &Path) -> (Store, Loaded) {
    let once = || Store::open(Some(folder.to_owned()), |_| Lang::En);
    let mut tries = 30;
    loop {
        let opened = once();
        tries -= 1;
        if opened.1.role == vidde::model::Role::Writer || tries == 0 {
            return opened;
        }
        drop(opened);
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

fn name(stem: &str) -> AgendaName {
    AgendaName::of_file(stem).unwrap()
}

fn agenda(title: &str) -> Agenda {
    let mut agenda = Agenda::new(title, Lang::Nb);
    for (kind, title, minutes) in [(Kind::Opening, "Åpning", 10), (Kind::Work, "Høste", 30), (Kind::Break, "Pause", 15)]
    {
        agenda.insert(Block::new(kind, title, minutes), None);
    }
    agenda.blocks[1].note = "Si at \"alt\" går bra\nog en linje \\ til".into();
    agenda
}

/// A session of the agenda `kick-off` in which so many minutes were added, one key at a time.
fn live(presses: i64) -> Live {
    let (mut session, private) = Session::of(&name("kick-off"), &agenda("Kick-off"), Moment::at(NOW), Zone::UTC);
    session.press(Press::Start(None, vidde::domain::session::Moved::FromNow), Moment::at(NOW), Seconds(0)).unwrap();
    for press in 0..presses {
        session.press(Press::Add(Seconds(60)), Moment::at(NOW + 1 + press), Seconds(0)).unwrap();
    }
    Live { session, private }
}

/// Facts of every kind.
fn facts() -> Facts {
    let mut facts = Facts::default();
    facts.settings.lang = Some(Lang::En);
    facts.settings.open = Some(name("kick-off"));
    facts.agendas.insert(name("kick-off"), agenda("Kick-off"));
    facts.agendas.insert(name("høst"), agenda("Høst: «læring» og 'kaffe' 100 %"));
    facts.live = Some(live(3));
    facts
}

/// Stores `facts` in the folder and closes it.
fn store(folder: &Path, facts: &Facts) {
    let (mut store, _) = open(folder);
    store.save(facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
}

/// Looks at the files, and takes over what has changed; answers what is said about it.
fn refreshed(store: &mut Store, facts: &mut Facts) -> Vec<Problem> {
    store.look(LONG);
    store.refresh(facts).problems
}

/// What the folder holds, and what is said about it.
fn load(folder: &Path) -> Loaded {
    open(folder).1
}

fn told(problems: &[Problem]) -> String {
    problems.iter().fold(String::new(), |text, problem| format!("{text}{}\n{}\n", problem.place, problem.text))
}

fn said(loaded: &Loaded) -> String {
    told(&loaded.problems)
}

/// All files below the folder with their bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap() {
            kind if kind.is_dir() => found.extend(files(&entry.path())),
            kind if kind.is_file() => found.push((entry.path(), fs::read(entry.path()).unwrap())),
            _ => {}
        }
    }
    found.sort();
    found
}

fn names(folder: &Path) -> Vec<String> {
    files(folder).iter().map(|(path, _)| path.strip_prefix(folder).unwrap().display().to_string()).collect()
}

#[test]
fn everything_comes_back_as_it_was() {
    let folder = temp();
    store(folder.path(), &facts());
    let loaded = load(folder.path());
    assert_eq!(loaded.facts, facts());
    assert_eq!(said(&loaded), "");
}

#[test]
fn texts_that_look_like_the_format_come_back_as_they_were() {
    let folder = temp();
    let mut facts = Facts::default();
    for (number, text) in
        ["\"#", "\"##\"#", "\\", "ends in \\", "{}", "// no comment", "/*", "Some(1)", "\n\n", "r#\"x\"#", "🙂 ﬁ", ""]
            .into_iter()
            .enumerate()
    {
        let mut agenda = agenda(text);
        agenda.blocks[0].note = text.into();
        agenda.blocks[1].question = format!("{text}{text}").as_str().into();
        facts.agendas.insert(name(&format!("nr-{number}")), agenda);
    }
    store(folder.path(), &facts);
    let loaded = load(folder.path());
    assert_eq!((said(&loaded).as_str(), &loaded.facts), ("", &facts));
}

#[test]
fn files_are_readable_and_begin_with_their_version() {
    let folder = temp();
    store(folder.path(), &facts());
    for (path, bytes) in files(folder.path()).into_iter().filter(|(path, _)| path.extension().unwrap() == "ron") {
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("(\n    version: 1,\n"), "{}:\n{text}", path.display());
        assert!(!text.contains("Some("), "{}:\n{text}", path.display());
    }
    let text = fs::read_to_string(folder.path().join("agendas/kick-off.ron")).unwrap();
    assert!(text.contains("title: \"Åpning\""), "{text}");
    assert!(text.lines().count() < 60, "{text}");
}

#[test]
fn a_finished_session_leaves_its_record_and_nothing_of_the_running_one() {
    let folder = temp();
    let mut facts = facts();
    let (mut store, _) = open(folder.path());
    store.save(&facts);
    let live = facts.live.take().unwrap();
    let record = Record { version: Version, session: live.session, private: live.private };
    facts.finished.insert(record.stem(Moment::at(NOW), &Zone::UTC), record);
    store.save(&facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    let names = names(folder.path());
    assert!(names.contains(&"sessions/2027-01-15-0800-kick-off.ron".to_owned()), "{names:?}");
    assert!(!names.iter().any(|name| name.starts_with("live")), "{names:?}");
}

#[test]
fn a_record_never_takes_the_place_of_an_older_one() {
    let folder = temp();
    for minutes in [1, 2] {
        let live = live(minutes);
        let record = Record { version: Version, session: live.session, private: live.private };
        let mut facts = Facts::default();
        facts.finished.insert("2027-01-15-0800-kick-off".to_owned(), record);
        store(folder.path(), &facts);
    }
    let names = names(folder.path());
    assert!(names.iter().any(|name| name == "sessions/2027-01-15-0800-kick-off.ron"), "{names:?}");
    assert!(names.iter().any(|name| name == "sessions/2027-01-15-0800-kick-off-2.ron"), "{names:?}");
}

#[test]
fn nothing_is_written_before_there_is_something_to_store() {
    let parent = temp();
    let folder = parent.path().join("vidde");
    let (mut store, loaded) = open(&folder);
    store.save(&loaded.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    drop(store);
    assert!(!folder.exists());
}
