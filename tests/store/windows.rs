//! Two windows on one folder: one writes, the others look and follow.

use super::patience::{in_three_tries, time};
use super::*;
use vidde::domain::facts::Role;

#[test]
fn the_second_window_is_a_viewer_that_never_writes_and_follows() {
    let folder = temp();
    let (mut first, mut loaded) = open(folder.path());
    assert_eq!(loaded.role, Role::Writer);
    first.save(&facts());
    assert_eq!(first.settle(LONG), Saving::Stored);
    let (mut second, mut seen) = open(folder.path());
    assert_eq!((seen.role, &seen.facts), (Role::Viewer, &facts()));

    let before = files(folder.path());
    let mut other = Facts::default();
    other.agendas.insert(name("annen"), agenda("Annen"));
    second.save(&other);
    assert_eq!(second.flush(LONG), Saving::Stored);
    assert_eq!(refreshed(&mut second, &mut seen.facts), []);
    assert_eq!(files(folder.path()), before);

    loaded.facts = facts();
    loaded.facts.live = Some(live(7));
    loaded.facts.agendas.remove(&name("høst"));
    loaded.facts.agendas.insert(name("ny"), agenda("Ny"));
    first.save(&loaded.facts);
    assert_eq!(first.settle(LONG), Saving::Stored);
    assert_eq!(refreshed(&mut second, &mut seen.facts), []);
    assert_eq!(seen.facts, loaded.facts);

    loaded.facts.live = None;
    first.save(&loaded.facts);
    assert_eq!(first.settle(LONG), Saving::Stored);
    assert_eq!(refreshed(&mut second, &mut seen.facts), []);
    assert_eq!(seen.facts, loaded.facts);
}

#[test]
fn the_lock_is_free_when_the_first_window_has_closed() {
    let folder = temp();
    store(folder.path(), &facts());
    let (first, _) = open(folder.path());
    assert_eq!(open(folder.path()).1.role, Role::Viewer);
    drop(first);
    assert_eq!(open(folder.path()).1.role, Role::Writer);
}

#[test]
fn a_viewer_becomes_the_writer_when_the_writer_has_gone() {
    let folder = temp();
    store(folder.path(), &facts());
    let (mut first, _) = open(folder.path());
    let (mut second, mut seen) = open(folder.path());
    assert_eq!(refreshed(&mut second, &mut seen.facts), []);
    assert_eq!(second.role(), Role::Viewer, "the first window writes");
    let mut last = facts();
    last.live = Some(live(5));
    first.save(&last);
    drop(first);
    assert_eq!(refreshed(&mut second, &mut seen.facts), []);
    assert_eq!((second.role(), &seen.facts), (Role::Writer, &last));
    seen.facts.live = Some(live(6));
    second.save(&seen.facts);
    assert_eq!(second.settle(LONG), Saving::Stored);
    assert_eq!(open(folder.path()).1.role, Role::Viewer, "there is one writer");
    drop(second);
    assert_eq!(load(folder.path()).facts, seen.facts);
    let kept: Vec<String> = names(folder.path()).into_iter().filter(|name| name.ends_with("-1")).collect();
    assert_eq!(kept, [""; 0], "nothing was taken for somebody else's");
}

#[test]
fn the_room_and_the_command_line_never_become_the_writer() {
    let folder = temp();
    store(folder.path(), &facts());
    for reading in [Store::view, Store::follow] {
        let (mut store, mut seen) = reading(Some(folder.path().to_owned()), |_: &_| Lang::En);
        store.refresh(&mut seen.facts);
        assert_eq!(store.role(), Role::Viewer);
    }
}

#[test]
fn reading_for_the_command_line_or_the_room_takes_no_lock_and_makes_nothing() {
    let parent = temp();
    let folder = parent.path().join("vidde");
    let (_view, _) = Store::view(Some(folder.clone()), |_| Lang::En);
    let (_room, _) = Store::follow(Some(folder.clone()), |_| Lang::En);
    assert!(!folder.exists());
    fs::create_dir(&folder).unwrap();
    let (_view, _) = Store::view(Some(folder.clone()), |_| Lang::En);
    let (_room, _) = Store::follow(Some(folder.clone()), |_| Lang::En);
    assert_eq!(names(&folder), Vec::<String>::new());
    assert_eq!(load(&folder).role, Role::Writer);
}

#[test]
fn the_room_follows_the_session_and_never_reads_a_private_text() {
    let folder = temp();
    let (mut writer, _) = open(folder.path());
    let (mut room, mut seen) = Store::follow(Some(folder.path().to_owned()), |_| Lang::En);
    let mut facts = facts();
    for presses in 0..3 {
        facts.live = Some(live(presses));
        writer.save(&facts);
        assert_eq!(writer.settle(LONG), Saving::Stored);
        assert_eq!(refreshed(&mut room, &mut seen.facts), []);
        let shown = seen.facts.live.as_ref().unwrap();
        assert_eq!(shown.session, facts.live.as_ref().unwrap().session);
        assert!(shown.private.notes.is_empty());
        assert!(seen.facts.agendas.is_empty());
    }
    facts.live = None;
    writer.save(&facts);
    assert_eq!(writer.settle(LONG), Saving::Stored);
    assert_eq!(refreshed(&mut room, &mut seen.facts), []);
    assert_eq!(seen.facts.live, None);
    let (_, again) = Store::follow(Some(folder.path().to_owned()), |_| Lang::En);
    assert_eq!(again.facts.settings, facts.settings);
}

#[test]
fn a_look_costs_next_to_nothing_when_nothing_has_changed() {
    let folder = temp();
    store(folder.path(), &facts());
    let (mut room, mut seen) = Store::follow(Some(folder.path().to_owned()), |_| Lang::En);
    in_three_tries(|| {
        let looks = time(|| (0..100).for_each(|_| assert_eq!(refreshed(&mut room, &mut seen.facts), [])));
        let reads = time(|| (0..100).for_each(|_| drop(Store::follow(Some(folder.path().to_owned()), |_| Lang::En))));
        if looks < reads / 8 { Ok(()) } else { Err(format!("100 looks take {looks:?}, 100 readings {reads:?}")) }
    });
}
