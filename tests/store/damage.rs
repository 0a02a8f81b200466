//! The program's own files, damaged: the last good copy is used, the damaged one kept, both are named.

use super::*;

/// A folder in which `live.ron` has a backup: four presses stored, three in the backup.
fn with_backup() -> tempfile::TempDir {
    // In memory where there is such a place: 600 cases would wait for thousands of syncs.
    let folder = tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| temp());
    let (mut store, _) = open(folder.path());
    for presses in 1..=4 {
        let mut facts = facts();
        facts.live = Some(live(presses));
        facts.settings.welcomed = presses > 3;
        store.save(&facts);
        assert_eq!(store.settle(LONG), Saving::Stored);
    }
    folder
}

#[test]
fn a_damaged_session_goes_on_from_its_last_good_copy() {
    for bytes in [&b""[..], b"(version: 1, agenda: \"kick-", &[0; 300], b"\xFF\xFE"] {
        let folder = with_backup();
        let path = folder.path().join("live.ron");
        fs::write(&path, bytes).unwrap();
        let (mut store, loaded) = open(folder.path());
        let said = said(&loaded);
        assert_eq!(loaded.facts.live, Some(live(3)), "{said}");
        assert!(said.contains("The last good copy (live.ron.bak) is used"), "{said}");
        assert!(said.contains("kept as live.ron.damaged-1"), "{said}");
        assert_eq!(fs::read(folder.path().join("live.ron.damaged-1")).unwrap(), bytes);
        store.save(&loaded.facts);
        assert_eq!(store.settle(LONG), Saving::Stored);
        drop(store);
        assert_eq!(load(folder.path()).facts.live, Some(live(3)));
        assert_eq!(fs::read(folder.path().join("live.ron.damaged-1")).unwrap(), bytes);
        assert!(!names(folder.path()).iter().any(|name| name.contains("damaged-2")));
    }
}

#[test]
fn a_session_whose_file_is_gone_goes_on_from_its_last_good_copy() {
    let folder = with_backup();
    fs::remove_file(folder.path().join("live.ron")).unwrap();
    let loaded = load(folder.path());
    assert_eq!(loaded.facts.live, Some(live(3)));
    assert!(said(&loaded).contains("live.ron\nThe file is gone. The last good copy"), "{}", said(&loaded));
}

#[test]
fn a_newer_file_is_left_byte_for_byte_and_never_written() {
    for file in ["live.ron", "settings.ron", "agendas/kick-off.ron"] {
        let folder = with_backup();
        let newer = b"(version: 2, all: New(shape: \"x\"))";
        fs::write(folder.path().join(file), newer).unwrap();
        let (mut store, loaded) = open(folder.path());
        assert!(said(&loaded).contains("from a newer Vidde"), "{file}: {}", said(&loaded));
        let mut changed = facts();
        changed.settings.welcomed = true;
        changed.settings.theme = vidde::domain::facts::Theme::Light;
        changed.agendas.insert(name("kick-off"), agenda("Ny"));
        changed.agendas.insert(name("annen"), agenda("Annen"));
        changed.live = Some(live(9));
        store.save(&changed);
        let saving = store.settle(LONG);
        assert!(matches!(&saving, Saving::Failing(text) if text.contains(file)), "{file}: {saving:?}");
        drop(store);
        assert_eq!(fs::read(folder.path().join(file)).unwrap(), newer);
        assert!(folder.path().join("agendas/annen.ron").exists(), "the rest is stored");
    }
}

#[test]
fn damaged_settings_stay_until_they_are_replaced_and_are_kept_then() {
    let folder = with_backup();
    let typo = b"(version: 1, theme: Drak)";
    fs::write(folder.path().join("settings.ron"), typo).unwrap();
    let (mut store, loaded) = open(folder.path());
    assert_eq!(loaded.facts.settings.lang, Some(Lang::En), "from the backup");
    assert!(said(&loaded).contains("settings.ron:1:21\n"), "{}", said(&loaded));
    store.save(&loaded.facts);
    assert_eq!(fs::read(folder.path().join("settings.ron")).unwrap(), typo);
    let mut changed = loaded.facts.clone();
    changed.settings.theme = vidde::domain::facts::Theme::Light;
    store.save(&changed);
    assert_eq!(store.settle(LONG), Saving::Stored);
    assert_eq!(fs::read(folder.path().join("settings.ron.damaged-1")).unwrap(), typo);
    drop(store);
    assert_eq!(load(folder.path()).facts.settings, changed.settings);
}

#[test]
fn a_new_agenda_by_the_name_of_a_damaged_one_loses_neither() {
    let folder = temp();
    fs::create_dir(folder.path().join("agendas")).unwrap();
    fs::write(folder.path().join("agendas/kick-off.ron"), "(version: 1, title").unwrap();
    store(folder.path(), &facts());
    assert_eq!(fs::read(folder.path().join("agendas/kick-off.ron.damaged-1")).unwrap(), b"(version: 1, title");
    let loaded = load(folder.path());
    assert_eq!((said(&loaded).as_str(), &loaded.facts), ("", &facts()));
}

/// A small generator of our own, so that a failing case can be run again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn damaged(good: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = good.to_vec();
    let place = dice.roll(bytes.len());
    match dice.roll(7) {
        0 => bytes.truncate(place),
        1 => bytes[place] ^= 1 << dice.roll(8),
        2 => bytes[place..].fill(0),
        3 => drop(bytes.drain(place..(place + dice.roll(40)).min(good.len()))),
        4 => bytes.splice(place..place, *b"-99999999999999999999").for_each(drop),
        5 => bytes.splice(place..place, *b"\x1b]0;x\x07\xe2\x80\xae(((").for_each(drop),
        _ => bytes.extend_from_within(place..),
    }
    bytes
}

#[test]
fn six_hundred_damages_never_panic_and_never_lose_the_bytes() {
    let folder = with_backup();
    let mut dice = Dice(42);
    for case in 0..600 {
        let file = ["live.ron", "live-private.ron", "settings.ron"][case % 3];
        let path = folder.path().join(file);
        let good = fs::read(&path).unwrap();
        let bytes = damaged(&good, &mut dice);
        fs::remove_file(&path).unwrap();
        fs::write(&path, &bytes).unwrap();
        let (mut store, loaded) = open(folder.path());
        let live = loaded.facts.live.clone().unwrap_or_else(|| panic!("case {case}: the session is gone"));
        let text = said(&loaded);
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "case {case}: {text:?}");
        let _ = vidde::domain::schedule::schedule(&live.session, Moment::at(NOW + 60));
        store.save(&facts());
        assert_eq!(store.settle(LONG), Saving::Stored, "case {case}");
        drop(store);
        let is_kept = loaded.problems.is_empty() || files(folder.path()).iter().any(|(_, kept)| *kept == bytes);
        assert!(is_kept, "case {case}: {file} was lost: {text}");
        for (path, _) in files(folder.path()) {
            if path.to_string_lossy().contains(".damaged-") {
                fs::remove_file(path).unwrap();
            }
        }
        fs::remove_file(&path).unwrap();
        fs::write(&path, &good).unwrap();
    }
}
