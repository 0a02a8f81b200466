//! Writing: whole or not at all, for the owner alone, again and again until it stands; and what is left behind.

use super::*;
use std::time::Instant;

/// Saves like a loop that is asked again and again, and answers the state when it is `wanted`.
fn until(store: &Store, wanted: impl Fn(&Saving) -> bool) -> Saving {
    let begun = Instant::now();
    loop {
        let saving = store.settle(Duration::from_millis(30));
        if wanted(&saving) || begun.elapsed() > Duration::from_secs(10) {
            return saving;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn is_failing(saving: &Saving) -> bool {
    matches!(saving, Saving::Failing(_))
}

#[test]
fn the_version_before_stays_as_backup() {
    let folder = temp();
    let (mut store, _) = open(folder.path());
    let path = folder.path().join("live.ron");
    let mut before = Vec::new();
    for presses in 0..5 {
        let mut facts = facts();
        facts.live = Some(live(presses));
        store.save(&facts);
        assert_eq!(store.settle(LONG), Saving::Stored);
        let backup = fs::read(folder.path().join("live.ron.bak")).unwrap_or_default();
        assert_eq!(backup, before, "after {presses} presses");
        before = fs::read(&path).unwrap();
    }
}

#[test]
fn older_good_copies_stay_ten_minutes_apart_and_go_with_the_session() {
    let folder = temp();
    let (mut store, _) = open(folder.path());
    let mut facts = facts();
    let mut written = Vec::new();
    for presses in 0..6 {
        facts.live = Some(live(presses));
        store.save(&facts);
        assert_eq!(store.settle(LONG), Saving::Stored);
        let path = folder.path().join("live.ron");
        written.push(fs::read(&path).unwrap());
        let minutes = [0, 1, 11, 12, 22, 40][usize::try_from(presses).unwrap()];
        let when = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000 + minutes * 60);
        fs::File::options().write(true).open(&path).unwrap().set_modified(when).unwrap();
    }
    let backup = |ending: &str| fs::read(folder.path().join(format!("live.ron.bak{ending}"))).ok();
    let at = |minutes: usize| Some(written[minutes].clone());
    assert_eq!((backup(""), backup("-2"), backup("-3"), backup("-4")), (at(4), at(2), at(0), None));

    for file in ["live.ron", "live.ron.bak"] {
        fs::write(folder.path().join(file), "torn").unwrap();
    }
    drop(store);
    let (mut store, loaded) = open(folder.path());
    assert_eq!(loaded.facts.live.as_ref().unwrap().session, live(2).session);
    assert!(said(&loaded).contains("live.ron.bak-2"), "{}", said(&loaded));
    store.save(&loaded.facts);
    store.save(&Facts { live: None, ..loaded.facts });
    assert_eq!(store.settle(LONG), Saving::Stored);
    let left: Vec<String> = names(folder.path()).into_iter().filter(|name| name.starts_with("live")).collect();
    assert_eq!(left, ["live.ron.damaged-1"], "only what was damaged is kept");
}

#[test]
fn agendas_that_are_all_gone_at_once_keep_their_files_and_it_is_said() {
    let folder = temp();
    let (mut store, _) = open(folder.path());
    store.save(&facts());
    assert_eq!(store.settle(LONG), Saving::Stored);
    let mut shrunk = facts();
    shrunk.agendas.clear();
    shrunk.live = Some(live(9));
    store.save(&shrunk);
    let Saving::Failing(text) = store.settle(LONG) else { panic!("not said") };
    assert!(text.starts_with("agendas: all agendas went at once"), "{text}");
    assert_eq!(store.flush(LONG), Saving::Failing(text));
    let on_disk = Store::view(Some(folder.path().to_owned()), |_| Lang::En).1.facts;
    assert_eq!((on_disk.agendas, on_disk.live), (facts().agendas, shrunk.live), "the rest is stored");

    store.save(&facts());
    assert_eq!(store.settle(LONG), Saving::Stored, "all is well again");
    let mut fewer = facts();
    for stem in ["kick-off", "høst"] {
        fewer.agendas.remove(&name(stem));
        store.save(&fewer);
        assert_eq!(store.settle(LONG), Saving::Stored, "one after the other they may go");
    }
    assert!(load(folder.path()).facts.agendas.is_empty());
}

#[test]
fn a_rehearsal_reads_the_folder_and_leaves_it_as_it_is() {
    let folder = temp();
    store(folder.path(), &facts());
    let before = files(folder.path());
    let (mut store, loaded) = Store::rehearse(Some(folder.path().to_owned()), |_| Lang::En);
    assert_eq!((&loaded.facts.agendas, loaded.role), (&facts().agendas, vidde::domain::facts::Role::Writer));
    assert_eq!(loaded.facts.live, None, "what really runs is not rehearsed");
    let mut changed = loaded.facts;
    changed.agendas.clear();
    changed.live = Some(live(2));
    store.save(&changed);
    assert_eq!(store.flush(LONG), Saving::Rehearsal);
    assert_eq!(refreshed(&mut store, &mut changed), []);
    drop(store);
    assert_eq!(files(folder.path()), before);
}

#[test]
fn the_last_wish_needs_nobody_to_let_go_of_the_store() {
    let folder = temp();
    let (mut store, _) = open(folder.path());
    let wish = store.last_wish();
    store.save(&facts());
    std::thread::spawn(move || wish(LONG)).join().unwrap();
    let (_, seen) = Store::view(Some(folder.path().to_owned()), |_| Lang::En);
    assert_eq!(seen.facts, facts());
}

#[test]
fn only_what_differs_is_written() {
    let folder = temp();
    let (mut store, _) = open(folder.path());
    store.save(&facts());
    assert_eq!(store.settle(LONG), Saving::Stored);
    let stamp = |file: &str| fs::metadata(folder.path().join(file)).unwrap().modified().unwrap();
    let before = (stamp("settings.ron"), stamp("agendas/kick-off.ron"), stamp("live.ron"));
    let mut changed = facts();
    changed.agendas.get_mut(&name("høst")).unwrap().title = "Ny".into();
    store.save(&changed);
    assert_eq!(store.settle(LONG), Saving::Stored);
    assert_eq!(before, (stamp("settings.ron"), stamp("agendas/kick-off.ron"), stamp("live.ron")));
    assert!(fs::read_to_string(folder.path().join("agendas/høst.ron")).unwrap().contains("\"Ny\""));
}

#[test]
fn a_deleted_agenda_goes_and_its_last_version_stays_as_backup() {
    let folder = temp();
    store(folder.path(), &facts());
    let mut changed = facts();
    changed.agendas.remove(&name("kick-off"));
    let last = fs::read(folder.path().join("agendas/kick-off.ron")).unwrap();
    store(folder.path(), &changed);
    assert!(!folder.path().join("agendas/kick-off.ron").exists());
    assert_eq!(fs::read(folder.path().join("agendas/kick-off.ron.bak")).unwrap(), last);
    assert_eq!(load(folder.path()).facts, changed);
}

#[test]
fn what_a_killed_save_left_is_swept_and_nothing_else() {
    let folder = temp();
    store(folder.path(), &facts());
    for file in [".live.ron.a1B2c3", "agendas/.kick-off.ron.zzzzzz", "live.ron.bak.swp", "notes.txt", "agendas/.x.swp"]
    {
        fs::write(folder.path().join(file), "half").unwrap();
    }
    let loaded = load(folder.path());
    assert_eq!((said(&loaded).as_str(), &loaded.facts), ("", &facts()));
    let left: Vec<String> = names(folder.path())
        .into_iter()
        .filter(|name| fs::read(folder.path().join(name)).unwrap() == b"half")
        .collect();
    assert_eq!(left, ["agendas/.x.swp", "live.ron.bak.swp", "notes.txt"]);
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_saved_to_as_soon_as_it_can_be() {
    let parent = temp();
    let folder = parent.path().join("vidde");
    fs::write(&folder, "not a folder").unwrap();
    let (mut store, loaded) = open(&folder);
    assert!(said(&loaded).contains("Nothing can be saved here"), "{}", said(&loaded));
    store.save(&facts());
    let begun = Instant::now();
    let saving = until(&store, is_failing);
    assert!(is_failing(&saving) && begun.elapsed() < Duration::from_secs(1), "{saving:?}");
    assert_eq!(fs::read(&folder).unwrap(), b"not a folder");
    fs::remove_file(&folder).unwrap();
    let begun = Instant::now();
    assert_eq!(until(&store, |saving| *saving == Saving::Stored), Saving::Stored);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    drop(store);
    assert_eq!(load(&folder).facts, facts());
}

#[test]
fn a_folder_deleted_while_running_is_made_again() {
    let parent = temp();
    let folder = parent.path().join("deep/vidde");
    let (mut store, mut loaded) = open(&folder);
    loaded.facts = facts();
    store.save(&loaded.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    fs::remove_dir_all(&folder).unwrap();
    let problems = refreshed(&mut store, &mut loaded.facts);
    assert!(problems.iter().any(|problem| problem.place == "live.ron"), "{problems:?}");
    assert_eq!(store.settle(LONG), Saving::Stored);
    assert_eq!(loaded.facts, facts());
    drop(store);
    assert_eq!(load(&folder).facts, facts());
}

#[test]
fn without_a_home_all_goes_on_in_memory_and_is_said() {
    let (mut store, mut loaded) = Store::open(None, |_| Lang::Nb);
    assert_eq!(store.settle(LONG), Saving::Stored);
    loaded.facts.settings.welcomed = true;
    store.save(&loaded.facts);
    let saving = store.flush(LONG);
    let Saving::Failing(text) = saving else { panic!("{saving:?}") };
    assert_eq!(text, "fant ingen hjemmemappe; alt blir borte når Vidde lukkes.");
    assert_eq!(refreshed(&mut store, &mut loaded.facts), []);
}

#[test]
fn the_last_state_is_stored_even_when_nobody_waits() {
    let folder = temp();
    let (mut store, _) = open(folder.path());
    for presses in 0..30 {
        let mut facts = facts();
        facts.live = Some(live(presses));
        store.save(&facts);
    }
    drop(store);
    assert_eq!(load(folder.path()).facts.live, Some(live(29)));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    #[test]
    fn files_and_folders_are_for_the_owner_alone() {
        let parent = temp();
        let folder = parent.path().join("vidde");
        let (mut store, _) = open(&folder);
        for presses in 0..2 {
            let mut facts = facts();
            facts.live = Some(live(presses));
            store.save(&facts);
            assert_eq!(store.settle(LONG), Saving::Stored);
        }
        let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o7777;
        for (path, _) in files(&folder) {
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
        assert_eq!((mode(&folder), mode(&folder.join("agendas"))), (0o700, 0o700));
    }

    #[test]
    fn a_readable_file_of_another_mode_becomes_private_when_it_is_written() {
        let folder = temp();
        store(folder.path(), &facts());
        let path = folder.path().join("settings.ron");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let mut changed = facts();
        changed.settings.welcomed = true;
        store(folder.path(), &changed);
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_link_within_the_folder_stays_a_link_and_one_out_of_it_is_never_written() {
        let (folder, elsewhere) = (temp(), temp());
        store(folder.path(), &facts());
        let (inner, outer) = (folder.path().join("mine.txt"), elsewhere.path().join("other.txt"));
        fs::copy(folder.path().join("agendas/kick-off.ron"), &inner).unwrap();
        fs::copy(folder.path().join("agendas/høst.ron"), &outer).unwrap();
        for (file, target) in [("kick-off", &inner), ("høst", &outer)] {
            let path = folder.path().join(format!("agendas/{file}.ron"));
            fs::remove_file(&path).unwrap();
            symlink(target, &path).unwrap();
        }
        let (mut store, loaded) = open(folder.path());
        assert_eq!(loaded.facts, facts());
        let before = fs::read(&outer).unwrap();
        let mut changed = facts();
        for agenda in changed.agendas.values_mut() {
            agenda.title = "Ny tittel".into();
        }
        store.save(&changed);
        let saving = store.settle(LONG);
        assert!(matches!(&saving, Saving::Failing(text) if text.contains("outside your home folder")), "{saving:?}");
        assert!(folder.path().join("agendas/kick-off.ron").is_symlink());
        assert!(fs::read_to_string(&inner).unwrap().contains("Ny tittel"));
        assert_eq!(fs::read(&outer).unwrap(), before);
        assert_eq!(files(elsewhere.path()).len(), 1, "nothing is left in the other folder");
    }
}
