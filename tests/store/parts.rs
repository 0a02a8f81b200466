//! One act, note or block that cannot be read costs itself and nothing more, and the file is kept as it was.

use super::*;
use vidde::domain::harvest::{NoteKind, Stamp};

/// Facts with a running session of six acts and two notes, and a finished one just like it.
fn with_notes() -> Facts {
    let mut facts = facts();
    let mut live = live(5);
    for text in ["Hvem eier tiltaket?", "Kaffe (mer)"] {
        let stamp = Stamp { at: Moment::at(NOW + 9), block: None, title: "Åpning".into() };
        live.private.harvest.extend(stamp.note(NoteKind::Nut, text));
    }
    let (session, private) = (live.session.clone(), live.private.clone());
    facts.finished.insert("2027-01-15-0800-kick-off".to_owned(), Record { version: Version, session, private });
    facts.live = Some(live);
    facts
}

/// What the folder says when `edit` has been at the file, and the folder.
fn after_edit(file: &str, edit: impl Fn(&str) -> String) -> (tempfile::TempDir, Loaded) {
    let folder = temp();
    store(folder.path(), &with_notes());
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    let edited = edit(&text);
    assert_ne!(text, edited, "{text}");
    fs::write(&path, edited).unwrap();
    let loaded = load(folder.path());
    (folder, loaded)
}

/// The text with the third thing that is `old` made `new`.
fn third(text: &str, old: &str, new: &str) -> String {
    let (at, _) = text.match_indices(old).nth(2).unwrap();
    format!("{}{new}{}", &text[..at], &text[at + old.len()..])
}

#[test]
fn an_act_that_cannot_be_read_costs_itself_alone() {
    for (old, new) in [
        ("act: Add(1, 60)", "act: Sing(1, 60)"),
        ("act: Add(1, 60)", "act: People(65536)"),
        ("act: Add(1, 60)", "act: Add(1, 99999999999999999999)"),
        ("act: Add(1, 60)", "act: Add(1, 60), sang: \"),[\""),
        ("act: Add(1, 60)", "act Add(1, 60)"),
        ("act: Add(1, 60)", ""),
        ("told: \"2027-01-15", "told: \"2027-51-15"),
        ("told: \"2027-01-15", "told: 2027-01-15"),
    ] {
        let (folder, loaded) = after_edit("live.ron", |text| third(text, old, new));
        let told = said(&loaded);
        let mut expected = with_notes().live.unwrap();
        let kept = loaded.facts.live.clone().unwrap_or_else(|| panic!("{new}: {told}"));
        let lost = expected.session.log.iter().position(|entry| !kept.session.log.contains(entry)).unwrap();
        expected.session.log.remove(lost);
        assert_eq!(kept, expected, "{new}: {told}");
        assert!(told.starts_with("live.ron:") && told.contains("This piece is left out"), "{new}: {told}");
        assert!(told.contains("kept as live.ron.damaged-1"), "{new}: {told}");
        let edited = fs::read(folder.path().join("live.ron")).unwrap();
        let (mut store, loaded) = open(folder.path());
        let mut facts = loaded.facts;
        facts.live = Some(live(1));
        store.save(&facts);
        assert_eq!(store.settle(LONG), Saving::Stored);
        assert_eq!(fs::read(folder.path().join("live.ron.damaged-1")).unwrap(), edited, "{new}");
        assert!(!names(folder.path()).iter().any(|name| name.contains("damaged-2")), "{new}");
    }
}

#[test]
fn each_act_that_cannot_be_read_is_named_with_its_line_and_column() {
    let (_, loaded) = after_edit("live.ron", |text| text.replace("act: Add(1, 60)", "act: Sing(1, 60)"));
    let told = said(&loaded);
    assert_eq!(loaded.facts.live.unwrap().session.log.len(), 1, "{told}");
    assert!(told.contains("5 pieces are left out, this is the first"), "{told}");
    let text = told.lines().next().unwrap();
    let place = text.strip_prefix("live.ron:").unwrap();
    let line: usize = place.split(':').next().unwrap().parse().unwrap();
    assert!(told.contains(&format!("{line} | ")) && told.contains("act: Sing(1, 60)"), "{told}");
    assert!(told.contains(&format!("The others: line {}:", line + 5)), "{told}");
}

#[test]
fn a_note_that_cannot_be_read_costs_itself_alone() {
    for edit in [
        |text: &str| text.replacen("kind: Nut", "kind: Walnut", 1),
        |text: &str| text.replacen("Hvem eier tiltaket?", &"å".repeat(10_000), 1),
        |text: &str| text.replacen("at: \"2027-", "at: \"9999-", 1).replacen("9999-01-15", "9999-12-40", 1),
        |text: &str| text.replacen("tiltaket?\"", "tiltaket?", 1),
    ] {
        let (_, loaded) = after_edit("live-private.ron", edit);
        let told = said(&loaded);
        let harvest = loaded.facts.live.unwrap().private.harvest;
        let texts: Vec<&str> = harvest.iter().map(|note| note.text.as_str()).collect();
        assert_eq!(texts, ["Kaffe (mer)"], "{told}");
        assert!(told.starts_with("live-private.ron:") && told.contains(".damaged-1"), "{told}");
    }
}

#[test]
fn a_finished_session_loses_the_block_or_act_that_cannot_be_read() {
    let stem = "2027-01-15-0800-kick-off";
    let file = format!("sessions/{stem}.ron");
    for (old, new) in [
        ("kind: Work", "kind: Wrok"),
        ("minutes: 30", "minutes: 0"),
        ("act: Add(1, 60)", "act: Sing(1, 60)"),
        ("kind: Nut", "kind: Walnut"),
    ] {
        let (folder, _) = after_edit(&file, |text| text.replacen(old, new, 1));
        let whole = with_notes().finished.remove(stem).unwrap();
        let sizes = |record: &Record| {
            record.session.plan.blocks.len() + record.session.log.len() + record.private.harvest.len()
        };
        let (record, told) = Store::finished_one(folder.path(), stem, Lang::En).unwrap();
        assert_eq!(sizes(&record) + 1, sizes(&whole), "{new}");
        let told = told.unwrap();
        assert!(told.place.starts_with(&format!("{file}:")) && told.text.contains("left out"), "{told:?}");
        let (mut store, mut loaded) = open(folder.path());
        store.read_finished();
        let mut problems = Vec::new();
        let finished = loop {
            let refreshed = store.refresh(&mut loaded.facts);
            problems.extend(refreshed.problems);
            if let Some(finished) = refreshed.finished {
                break finished;
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        assert_eq!(finished[0].found.as_ref().unwrap(), &record, "{new}");
        assert!(problems.contains(&told), "{}", super::told(&problems));
        let edited = fs::read(folder.path().join(&file)).unwrap();
        loaded.facts.finished.insert(stem.to_owned(), whole);
        store.save(&loaded.facts);
        assert_eq!(store.settle(LONG), Saving::Stored);
        assert_eq!(fs::read(folder.path().join(format!("{file}.damaged-1"))).unwrap(), edited);
    }
}

#[test]
fn a_session_whose_list_cannot_be_told_apart_is_damaged_as_a_whole() {
    let (_, loaded) = after_edit("live.ron", |text| third(text, "act: Add(1, 60)", "act: Add(1, 60"));
    assert!(said(&loaded).contains("There is no good copy"), "{}", said(&loaded));
}

#[test]
fn ten_thousand_acts_that_cannot_be_read_are_passed_over_at_once() {
    let entry = "(at: \"2027-01-15T08:00:01Z\", told: \"2027-01-15T08:00:01Z\", act: Sing),";
    let begun = std::time::Instant::now();
    let flood = |text: &str| text.replace("    log: [", &format!("    log: [{}", entry.repeat(10_000)));
    let (_, loaded) = after_edit("live.ron", flood);
    assert!(said(&loaded).contains("10000 pieces are left out"), "{}", said(&loaded));
    assert_eq!(loaded.facts.live, with_notes().live);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}
