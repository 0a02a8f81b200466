//! Killed at any moment: what was said to be stored is there, and the next start is good.

use super::*;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Set for the process that saves until it is killed: the folder.
const VICTIM: &str = "VIDDE_TEST_VICTIM";

/// How often the victim is killed.
const KILLS: u64 = 25;

/// Not a case of its own: what the victim does. Saves press after press and says which are stored.
#[test]
fn victim() {
    let Some(folder) = std::env::var_os(VICTIM) else { return };
    let (mut store, loaded) = open(Path::new(&folder));
    let begun = loaded.facts.live.as_ref().map_or(0, presses);
    let mut facts = loaded.facts;
    for count in begun + 1..begun + 2_000 {
        facts.live = Some(live(count));
        facts.agendas.insert(name("kick-off"), agenda(&format!("Nr. {count}")));
        store.save(&facts);
        assert_eq!(store.settle(LONG), Saving::Stored);
        eprintln!("stored {count}");
    }
}

fn presses(live: &Live) -> i64 {
    i64::try_from(live.session.log.len()).unwrap() - 1
}

/// Starts the victim, kills it so long after its first save, and answers the last press it said was stored.
fn kill_after(folder: &Path, wait: Duration) -> i64 {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "kill::victim", "--nocapture"]).env(VICTIM, folder);
    let mut victim = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(victim.stderr.take().unwrap()).lines().map_while(Result::ok);
    let first = lines.next();
    std::thread::sleep(wait);
    victim.kill().unwrap();
    victim.wait().unwrap();
    let said = first.into_iter().chain(lines).filter_map(|line| line.strip_prefix("stored ")?.parse().ok());
    said.last().unwrap_or_default()
}

#[test]
fn nothing_that_was_said_to_be_stored_is_lost_to_a_kill() {
    let folder = temp();
    let mut stored = 0;
    for kill in 0..KILLS {
        stored = kill_after(folder.path(), Duration::from_micros(kill * 1_700)).max(stored);
        let loaded = load(folder.path());
        assert_eq!(said(&loaded), "", "kill {kill}");
        let found = presses(loaded.facts.live.as_ref().unwrap_or_else(|| panic!("kill {kill}: no session")));
        assert!(found >= stored, "kill {kill}: press {stored} was said to be stored, {found} is there");
        assert!(names(folder.path()).iter().all(|name| !name.contains("/.") && !name.starts_with('.')), "swept");
        stored = found;
    }
    assert!(stored > i64::try_from(KILLS).unwrap(), "the victim saved: {stored}");
}

#[test]
fn killed_between_record_and_removal_the_session_does_not_come_back() {
    let folder = temp();
    let mut ended = live(2);
    ended.session.press(Press::End, Moment::at(NOW + 600), Seconds(0)).unwrap();
    let mut facts = facts();
    facts.live = Some(ended.clone());
    let record = Record { version: Version, session: ended.session, private: ended.private };
    facts.finished.insert("2027-01-15-0800-kick-off".to_owned(), record);
    store(folder.path(), &facts);
    let (mut store, loaded) = open(folder.path());
    assert_eq!(loaded.facts.live, None);
    store.save(&loaded.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    assert!(!names(folder.path()).iter().any(|name| name.starts_with("live")), "{:?}", names(folder.path()));
}
