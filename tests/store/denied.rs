//! Files and folders that the system does not let us read or write. Each case runs in a process of its own (a umask
//! is the process's), as `nobody` when the test runs as root, who may do anything.

use super::*;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Set in the process that runs as `nobody`: the folder of the case, which is the user's.
const CASE: &str = "VIDDE_TEST_DENIED";

const NOBODY: u32 = 65_534;

/// Runs `case` on a folder with [`facts`] in it, as a user whom modes bind.
fn as_user(test: &str, case: impl Fn(&Path)) {
    if let Some(folder) = std::env::var_os(CASE) {
        return case(Path::new(&folder));
    }
    let folder = temp();
    store(folder.path(), &facts());
    let program = folder.path().join("test");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new(program);
    command.args(["--exact", test, "--nocapture"]).env(CASE, folder.path());
    if rustix::process::getuid().is_root() {
        give_away(folder.path());
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    open_up(folder.path());
}

fn give_away(folder: &Path) {
    let below = [String::new(), "agendas".to_owned()].into_iter().chain(names(folder));
    for path in below {
        chown(folder.join(path), Some(NOBODY), Some(NOBODY)).unwrap();
    }
}

fn open_up(folder: &Path) {
    for path in [folder.to_owned(), folder.join("agendas")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o700)).unwrap();
    }
}

fn forbid(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn changed() -> Facts {
    let mut changed = facts();
    changed.settings.welcomed = true;
    changed.live = Some(live(8));
    changed
}

#[test]
fn a_read_only_folder_is_told_and_saved_to_when_it_can_be() {
    as_user("denied::a_read_only_folder_is_told_and_saved_to_when_it_can_be", |folder| {
        forbid(folder, 0o500);
        let before = names(folder);
        let (mut store, loaded) = open(folder);
        assert_eq!(loaded.facts, facts(), "{}", said(&loaded));
        store.save(&changed());
        let saving = store.settle(LONG);
        assert!(matches!(&saving, Saving::Failing(text) if text.contains("permission")), "{saving:?}");
        assert_eq!(names(folder), before);
        forbid(folder, 0o700);
        std::thread::sleep(Duration::from_millis(1_500));
        assert_eq!(store.settle(Duration::ZERO), Saving::Stored);
        drop(store);
        assert_eq!(load(folder).facts, changed());
    });
}

#[test]
fn a_file_that_may_not_be_read_is_left_and_the_rest_is_stored() {
    as_user("denied::a_file_that_may_not_be_read_is_left_and_the_rest_is_stored", |folder| {
        let path = folder.join("settings.ron");
        forbid(&path, 0o000);
        let (mut store, loaded) = open(folder);
        assert!(said(&loaded).contains("settings.ron\nyou do not have permission"), "{}", said(&loaded));
        store.save(&changed());
        let saving = store.settle(LONG);
        assert!(matches!(&saving, Saving::Failing(text) if text.contains("settings.ron")), "{saving:?}");
        drop(store);
        forbid(&path, 0o600);
        let again = load(folder).facts;
        assert_eq!((again.settings, again.live), (facts().settings, changed().live));
    });
}

#[test]
fn a_folder_that_may_not_be_entered_stops_nothing() {
    as_user("denied::a_folder_that_may_not_be_entered_stops_nothing", |folder| {
        forbid(&folder.join("agendas"), 0o000);
        let (mut store, loaded) = open(folder);
        assert!(said(&loaded).contains("agendas\n"), "{}", said(&loaded));
        assert_eq!(loaded.facts.live, facts().live);
        let mut changed = loaded.facts.clone();
        changed.live = Some(live(8));
        store.save(&changed);
        assert_eq!(store.settle(LONG), Saving::Stored);
        forbid(&folder.join("agendas"), 0o700);
    });
}

#[test]
fn no_umask_opens_or_closes_our_files() {
    as_user("denied::no_umask_opens_or_closes_our_files", |folder| {
        for (number, umask) in [0o000, 0o077, 0o777].into_iter().enumerate() {
            let folder = folder.join(format!("deep-{number}/vidde"));
            fs::create_dir(folder.parent().unwrap()).unwrap();
            let usual = rustix::process::umask(umask.into());
            let (mut store, _) = open(&folder);
            store.save(&facts());
            let saving = store.settle(LONG);
            drop(store);
            rustix::process::umask(usual);
            assert_eq!(saving, Saving::Stored, "umask {umask:o}");
            assert_eq!(load(&folder).facts, facts(), "umask {umask:o}");
            for (path, _) in files(&folder) {
                assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
            }
        }
    });
}
