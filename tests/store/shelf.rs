//! The shelf (favourites, and what was used): as safe as the settings, also when a person has written in it.

use super::*;
use vidde::domain::shelf::Shelf;
use vidde::domain::tool::ToolId;

fn id(text: &str) -> ToolId {
    ToolId::new(text).unwrap()
}

fn shelf(ids: &[&str]) -> Shelf {
    let mut shelf = Shelf::default();
    for text in ids {
        shelf.turn(&id(text));
        shelf.note_use(&id(text), Moment::at(NOW));
    }
    shelf
}

fn facts_with(ids: &[&str]) -> Facts {
    Facts { shelf: shelf(ids), ..facts() }
}

#[test]
fn favourites_come_back_and_an_empty_shelf_needs_no_file() {
    let folder = temp();
    store(folder.path(), &facts());
    assert!(!folder.path().join("shelf.ron").exists());
    store(folder.path(), &facts_with(&["scaling", "check-in"]));
    assert_eq!(load(folder.path()).facts.shelf, shelf(&["check-in", "scaling"]));
}

#[test]
fn a_shelf_written_by_hand_needs_little_and_is_kept_before_it_is_replaced() {
    let folder = temp();
    let written = "// mine\n(version: 1, favourites: [\"scaling\", \"gone-tool\"])";
    fs::write(folder.path().join("shelf.ron"), written).unwrap();
    let (mut store, loaded) = open(folder.path());
    assert_eq!(said(&loaded), "");
    assert!(loaded.facts.shelf.has(&id("scaling")) && loaded.facts.shelf.has(&id("gone-tool")));
    store.save(&Facts { shelf: shelf(&["check-in"]), ..loaded.facts });
    assert_eq!(store.settle(LONG), Saving::Stored);
    assert_eq!(fs::read_to_string(folder.path().join("shelf.ron.original-1")).unwrap(), written);
}

#[test]
fn a_damaged_shelf_gives_way_to_its_last_good_copy_and_is_named() {
    let folder = temp();
    let (mut store, _) = open(folder.path());
    for ids in [&["scaling"][..], &["scaling", "check-in"]] {
        store.save(&facts_with(ids));
        assert_eq!(store.settle(LONG), Saving::Stored);
    }
    drop(store);
    fs::write(folder.path().join("shelf.ron"), "(version: 1, favourites: [\"Å nei\"])").unwrap();
    let loaded = load(folder.path());
    assert!(said(&loaded).contains("shelf.ron:1:") && said(&loaded).contains("shelf.ron.bak"), "{}", said(&loaded));
    assert_eq!(loaded.facts.shelf, shelf(&["scaling"]));
}

#[test]
fn a_newer_shelf_is_never_written() {
    let folder = temp();
    let newer = "(version: 2, stars: 5)";
    fs::write(folder.path().join("shelf.ron"), newer).unwrap();
    let (mut store, loaded) = open(folder.path());
    assert!(said(&loaded).contains("from a newer Vidde"), "{}", said(&loaded));
    store.save(&facts_with(&["scaling"]));
    assert!(matches!(store.settle(LONG), Saving::Failing(text) if text.contains("shelf.ron")));
    drop(store);
    assert_eq!(fs::read_to_string(folder.path().join("shelf.ron")).unwrap(), newer);
}

#[test]
fn what_a_person_writes_in_the_shelf_is_taken_over_while_the_program_is_open() {
    let folder = temp();
    let (mut store, mut now) = (open(folder.path()).0, facts_with(&["scaling"]));
    store.save(&now);
    assert_eq!(store.settle(LONG), Saving::Stored);
    fs::write(folder.path().join("shelf.ron"), "(version: 1, favourites: [\"check-in\"])").unwrap();
    refreshed(&mut store, &mut now);
    assert!(now.shelf.has(&id("check-in")) && !now.shelf.has(&id("scaling")));
    let problems = vidde::store::check(&folder.path().join("shelf.ron"), Lang::En);
    assert!(problems.is_empty(), "{}", told(&problems));
}
