//! What people write in the files, before and while the program is open, is taken over or kept, never lost.

use super::*;

const BY_HAND: &str = "// Til høsten: spør Kari om rommet\n(\n    version: 1,\n    title: \"Med penn\",\n    start: \"09:00\",\n    blocks: [(title: \"Kaffe\", minutes: 20)],\n)\n";

#[test]
fn a_hand_written_agenda_is_kept_before_it_is_first_rewritten() {
    let folder = temp();
    let path = folder.path().join("agendas/penn.ron");
    fs::create_dir(folder.path().join("agendas")).unwrap();
    fs::write(&path, BY_HAND).unwrap();
    let (mut store, mut loaded) = open(folder.path());
    assert_eq!(said(&loaded), "");
    store.save(&loaded.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    assert_eq!(fs::read_to_string(&path).unwrap(), BY_HAND, "opening is no reason to rewrite");

    for title in ["En", "To"] {
        loaded.facts.agendas.get_mut(&name("penn")).unwrap().title = title.into();
        store.save(&loaded.facts);
        assert_eq!(store.settle(LONG), Saving::Stored);
    }
    assert_eq!(fs::read_to_string(folder.path().join("agendas/penn.ron.original-1")).unwrap(), BY_HAND);
    let told = refreshed(&mut store, &mut loaded.facts);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].text.contains("it is kept as penn.ron.original-1"), "{told:?}");
    drop(store);
    let again = load(folder.path());
    assert_eq!(again.facts.agendas.keys().map(AgendaName::as_str).collect::<Vec<_>>(), ["penn"]);
    assert_eq!(again.facts.agendas[&name("penn")].title.as_str(), "To");
}

#[test]
fn a_running_session_that_a_person_wrote_in_is_kept_as_it_was() {
    let folder = temp();
    store(folder.path(), &facts());
    let path = folder.path().join("live.ron");
    let by_hand = format!("// rettet for hånd\n{}", fs::read_to_string(&path).unwrap());
    fs::write(&path, &by_hand).unwrap();
    let (mut store, mut loaded) = open(folder.path());
    assert_eq!(said(&loaded), "");
    for minutes in 1..6 {
        let live = loaded.facts.live.as_mut().unwrap();
        live.session.press(Press::Add(Seconds(60)), Moment::at(NOW + 100 + minutes), Seconds(0)).unwrap();
        store.save(&loaded.facts);
        assert_eq!(store.settle(LONG), Saving::Stored);
    }
    loaded.facts.live = None;
    store.save(&loaded.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    assert_eq!(fs::read_to_string(folder.path().join("live.ron.original-1")).unwrap(), by_hand);
}

#[test]
fn an_agenda_edited_outside_is_taken_over_when_we_have_no_change_of_our_own() {
    let folder = temp();
    store(folder.path(), &facts());
    let (mut store, mut loaded) = open(folder.path());
    fs::write(folder.path().join("agendas/kick-off.ron"), BY_HAND).unwrap();
    fs::write(folder.path().join("agendas/helt-ny.ron"), BY_HAND).unwrap();
    assert_eq!(refreshed(&mut store, &mut loaded.facts), []);
    for stem in ["kick-off", "helt-ny"] {
        assert_eq!(loaded.facts.agendas[&name(stem)].title.as_str(), "Med penn");
    }
    store.save(&loaded.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    assert_eq!(fs::read_to_string(folder.path().join("agendas/kick-off.ron")).unwrap(), BY_HAND);
}

/// Both have changed the agenda; the other version is found by the save, or by a look before it.
#[track_caller]
fn assert_kept(other: &[u8], look_first: bool, kept: &str) {
    let folder = temp();
    store(folder.path(), &facts());
    let (mut store, mut loaded) = open(folder.path());
    fs::write(folder.path().join("agendas/kick-off.ron"), other).unwrap();
    loaded.facts.agendas.get_mut(&name("kick-off")).unwrap().title = "Vår".into();
    if look_first {
        store.look(LONG);
    }
    store.save(&loaded.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    let told = refreshed(&mut store, &mut loaded.facts);
    assert!(told.iter().any(|problem| problem.text.contains(kept)), "{kept}: {told:?}");
    assert_eq!(fs::read(folder.path().join("agendas").join(kept)).unwrap(), other);
    assert_eq!(loaded.facts.agendas[&name("kick-off")].title.as_str(), "Vår");
    drop(store);
    assert_eq!(load(folder.path()).facts.agendas[&name("kick-off")].title.as_str(), "Vår");
}

#[test]
fn when_both_have_changed_ours_stands_and_the_other_is_kept_and_named() {
    for other in [BY_HAND.as_bytes(), b"", b"(version: 1, blo"] {
        assert_kept(other, false, "kick-off.ron.edited-1");
    }
    assert_kept(BY_HAND.as_bytes(), true, "kick-off.ron.edited-1");
    assert_kept(b"", true, "kick-off.ron.damaged-1");
    assert_kept(b"(version: 1, blo", true, "kick-off.ron.damaged-1");
}

#[test]
fn what_was_seen_and_not_taken_over_gives_way_to_what_was_saved_meanwhile() {
    let folder = temp();
    store(folder.path(), &facts());
    let (mut store, mut loaded) = open(folder.path());
    fs::write(folder.path().join("agendas/kick-off.ron"), BY_HAND).unwrap();
    fs::write(folder.path().join("agendas/høst.ron"), BY_HAND).unwrap();
    store.look(LONG);
    loaded.facts.agendas.get_mut(&name("kick-off")).unwrap().title = "Vår".into();
    store.save(&loaded.facts);
    store.refresh(&mut loaded.facts);
    let titles = ["kick-off", "høst"].map(|stem| loaded.facts.agendas[&name(stem)].title.to_string());
    assert_eq!(titles, ["Vår", "Med penn"]);
}

#[test]
fn a_file_that_could_not_be_used_and_is_deleted_is_forgotten_without_a_word() {
    for content in ["(version: 1,\n oops", "(version: 2, ny: true)", ""] {
        let folder = temp();
        store(folder.path(), &facts());
        let path = folder.path().join("agendas/penn.ron");
        fs::write(&path, content).unwrap();
        let (mut store, mut loaded) = open(folder.path());
        assert_eq!(loaded.problems.len(), 1);
        fs::remove_file(&path).unwrap();
        for _ in 0..3 {
            assert_eq!(refreshed(&mut store, &mut loaded.facts), [], "{content}");
            assert_eq!(store.settle(LONG), Saving::Stored);
        }
        assert_eq!(store.refresh(&mut loaded.facts), vidde::store::Refreshed::default(), "still reported: {content}");
        fs::write(&path, BY_HAND).unwrap();
        assert_eq!(refreshed(&mut store, &mut loaded.facts), []);
        assert!(loaded.facts.agendas.contains_key(&name("penn")), "{content}");
    }
}

#[test]
fn an_agenda_spoilt_outside_is_named_and_kept_when_ours_replaces_it() {
    let folder = temp();
    store(folder.path(), &facts());
    let (mut store, mut loaded) = open(folder.path());
    fs::write(folder.path().join("agendas/kick-off.ron"), "(version: 1,\n oops").unwrap();
    let told = refreshed(&mut store, &mut loaded.facts);
    assert!(told[0].place.starts_with("agendas/kick-off.ron:2:"), "{told:?}");
    assert_eq!(refreshed(&mut store, &mut loaded.facts), [], "told once");
    assert_eq!(loaded.facts, facts());
    loaded.facts.agendas.get_mut(&name("kick-off")).unwrap().title = "Vår".into();
    store.save(&loaded.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    assert_eq!(fs::read(folder.path().join("agendas/kick-off.ron.damaged-1")).unwrap(), b"(version: 1,\n oops");
}

#[test]
fn a_running_session_changed_or_deleted_outside_is_written_again_and_the_change_is_kept() {
    let folder = temp();
    store(folder.path(), &facts());
    let (mut store, mut loaded) = open(folder.path());
    fs::write(folder.path().join("live.ron"), "vim was here").unwrap();
    let mut told = refreshed(&mut store, &mut loaded.facts);
    assert_eq!(store.settle(LONG), Saving::Stored);
    told.extend(refreshed(&mut store, &mut loaded.facts));
    assert!(told.iter().any(|problem| problem.text.contains("live.ron.edited-1")), "{told:?}");
    assert_eq!(fs::read(folder.path().join("live.ron.edited-1")).unwrap(), b"vim was here");

    fs::remove_file(folder.path().join("live.ron")).unwrap();
    let told = refreshed(&mut store, &mut loaded.facts);
    assert!(told[0].text.contains("deleted from outside"), "{told:?}");
    assert_eq!(store.settle(LONG), Saving::Stored);
    drop(store);
    assert_eq!(load(folder.path()).facts, facts());
}

#[test]
fn a_file_that_became_newer_while_we_were_open_is_not_replaced() {
    let folder = temp();
    store(folder.path(), &facts());
    let (mut store, mut loaded) = open(folder.path());
    let path = folder.path().join("agendas/kick-off.ron");
    fs::write(&path, "(version: 2, ny: true)").unwrap();
    loaded.facts.agendas.get_mut(&name("kick-off")).unwrap().title = "Vår".into();
    store.save(&loaded.facts);
    assert!(matches!(store.settle(LONG), Saving::Failing(_)));
    drop(store);
    assert_eq!(fs::read_to_string(&path).unwrap(), "(version: 2, ny: true)");
}
