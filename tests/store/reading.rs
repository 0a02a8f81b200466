//! Files that people and accidents make: named with their place, left as they are, and nothing else is lost.

use super::*;
use std::time::Instant;

/// Puts `bytes` at `file` in a folder that is otherwise good, and answers what is said; the rest must be there.
fn opened_with(file: &str, bytes: &[u8]) -> (tempfile::TempDir, Loaded) {
    let folder = temp();
    store(folder.path(), &facts());
    let path = folder.path().join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    let begun = Instant::now();
    let loaded = load(folder.path());
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert_eq!(loaded.facts.settings, facts().settings, "{}", said(&loaded));
    assert_eq!(loaded.facts.live, facts().live, "{}", said(&loaded));
    assert_eq!(fs::read(&path).unwrap(), bytes, "the file was touched");
    (folder, loaded)
}

/// What is said of an agenda with this content.
fn said_of(text: impl AsRef<[u8]>) -> String {
    let (_, loaded) = opened_with("agendas/min.ron", text.as_ref());
    assert_eq!(loaded.facts.agendas, facts().agendas);
    said(&loaded)
}

#[test]
fn a_slip_is_named_with_line_column_and_carets() {
    let said =
        said_of("(\n    version: 1,\n    title: \"Min\",\n    blocks: [(title: \"Åpning æøå\", minutter: 5)],\n)\n");
    let expected = "\
agendas/min.ron:4:36
Unexpected field named `minutter` in `Block`, expected one of `id`, `kind`";
    assert!(said.starts_with(expected), "{said}");
    assert!(said.contains("4 |     blocks: [(title: \"Åpning æøå\", minutter: 5)],\n"), "{said}");
    assert!(said.contains("\n  |                                    ^^^^^^^^"), "{said}");
}

#[test]
fn only_a_fault_among_the_agendas_may_hide_one() {
    let unnameable = format!("agendas/{}.ron", "x".repeat(240));
    for (file, hides) in [("agendas/min.ron", true), (&unnameable, true), ("tools/min.ron", false)] {
        let (_, loaded) = opened_with(file, b"(");
        assert_eq!((loaded.problems.len(), loaded.hides_agendas), (1, hides), "{file}: {}", said(&loaded));
    }
    assert!(!load(temp().path()).hides_agendas);
}

#[test]
fn what_is_not_allowed_is_named_with_its_block_and_what_is_allowed() {
    for (block, expected) in [
        ("(title: \"Kaffe\", minutes: 0)", "Block 1, “Kaffe”: A block lasts from 1 minute to 24 hours"),
        ("(title: \"Kaffe\", minutes: -5)", "-5 minutes is not possible; 0 to 1440 are allowed"),
        ("(title: \"Kaffe\", minutes: 1000000000)", "0 to 1440 are allowed"),
        ("(title: \"Kaffe\", minutes: 5, fixed: \"25:99\")", "25:99"),
        ("(title: \"Kaffe\", minutes: 5, kind: Lunch)", "Lunch"),
    ] {
        let said = said_of(format!("(\n version: 1, title: \"Min\",\n blocks: [\n  {block},\n ],\n)"));
        assert!(said.starts_with("agendas/min.ron:4:"), "{said}");
        assert!(said.contains(expected), "{said}");
        assert!(said.contains('^'), "{said}");
    }
}

/// What the folder says of a running session whose file was changed by `edit`.
fn session_with(edit: impl Fn(String) -> String) -> Loaded {
    let folder = temp();
    store(folder.path(), &facts());
    let path = folder.path().join("live.ron");
    fs::write(&path, edit(fs::read_to_string(&path).unwrap())).unwrap();
    load(folder.path())
}

#[test]
fn a_running_session_that_makes_no_sense_gives_way_to_its_last_good_copy() {
    let entry = "(at: \"2027-01-15T08:00:01Z\", told: \"2027-01-15T08:00:01Z\", act: Pause),";
    let flooded = |text: String| text.replace("    log: [", &format!("    log: [{}", entry.repeat(90_000)));
    let said_of_log = said(&session_with(flooded));
    assert!(said_of_log.contains("at most 86400 entries are allowed"), "{said_of_log}");
    let loaded = session_with(|text| text.replacen("minutes: 10", "minutes: 0", 1));
    let said_of_plan = said(&loaded);
    assert!(said_of_plan.contains("“Åpning”: A block lasts from 1 minute"), "{said_of_plan}");
    assert!(said_of_plan.contains("There is no good copy"), "{said_of_plan}");
}

#[test]
fn blocks_of_a_session_that_share_a_number_get_their_own() {
    let loaded = session_with(|text| text.replacen("id: 2", "id: 1", 1));
    let ids: Vec<u32> = loaded.facts.live.unwrap().session.plan.blocks.iter().map(|block| block.id.0).collect();
    assert_eq!(ids, [1, 4, 3]);
}

#[test]
fn hostile_agendas_cost_nothing_else() {
    let nested = format!("(version: 1, title: {}1{})", "[".repeat(10_000), "]".repeat(10_000));
    let cases: [(&str, Vec<u8>, &str); 9] = [
        ("nested", nested.into_bytes(), "agendas/min.ron:1:"),
        ("not UTF-8", b"(version: 1,\n title: \"\xE6\xF8\xE5\")".to_vec(), "agendas/min.ron:2:10\nThis is not UTF-8"),
        ("empty", Vec::new(), "The file is empty"),
        ("only zeros", vec![0; 4096], "agendas/min.ron:1:1"),
        ("half", b"(version: 1, title: \"Halv".to_vec(), "agendas/min.ron:1:"),
        (
            "newer",
            b"(version: 2, title: (nb: \"Ny\"), shape: Other(3), blocks: [(kind: Dance)])".to_vec(),
            "newer Vidde",
        ),
        ("far newer", b"(version: 99999999999)".to_vec(), "version 99999999999"),
        ("not a number", b"(version: NaN, title: \"x\")".to_vec(), "agendas/min.ron:1:"),
        ("long line", format!("(version: 1, title: \"{}\", oops: 1)", "å".repeat(3_000)).into_bytes(), "oops"),
    ];
    for (what, bytes, expected) in cases {
        let said = said_of(&bytes);
        assert!(said.contains(expected), "{what}: {said}");
        assert!(said.lines().all(|line| line.chars().count() < 600), "{what}: {said}");
    }
}

#[test]
fn a_hundred_megabytes_are_not_read() {
    let said = said_of(vec![b' '; 100_000_000]);
    assert!(said.contains("the file is 100 MB; Vidde reads files of up to 16 MB"), "{said}");
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let (_, loaded) = opened_with("agendas/min.ron", "\u{FEFF}(version: 1, title: \"Min\")".as_bytes());
    assert_eq!(said(&loaded), "");
    assert_eq!(loaded.facts.agendas[&name("min")].title.as_str(), "Min");
}

#[test]
fn nothing_from_a_file_can_command_the_terminal() {
    let evil = "(version: 1, title: \"\u{1b}[2J\u{202e}\u{7}\u{9b}31m\u{200b}\u{e0041}\", \u{1b}]0;x\u{7} oops: 1)";
    for (file, bytes) in [
        ("agendas/min.ron", evil.to_owned()),
        ("agendas/\u{1b}[31m\u{202e}.ron", "(version: 1, title: \"x\")".to_owned()),
        ("tools/\u{1b}[31m.ron", evil.to_owned()),
        ("tools/a.ron", "(version: 1, id: \"\u{1b}[2J\u{202e}\", name: \"x\")".to_owned()),
    ] {
        let (_, loaded) = opened_with(file, bytes.as_bytes());
        let said = said(&loaded);
        assert!(!said.is_empty(), "{file:?}");
        let hidden = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{200b}' | '\u{202e}' | '\u{e0041}'));
        assert!(!said.contains(hidden), "{said:?}");
    }
}

#[test]
fn a_damaged_own_card_costs_only_itself() {
    let folder = temp();
    fs::create_dir(folder.path().join("tools")).unwrap();
    fs::write(folder.path().join("tools/good.ron"), "(version: 1, id: \"good\", name: (nb: \"God\"))").unwrap();
    let text = "(version: 1, id: \"bad\", name: (nb: \"Ond\"), steps: [\n  (say: \"a\", lead: \"b\"),\n])";
    fs::write(folder.path().join("tools/bad.ron"), text).unwrap();
    let loaded = load(folder.path());
    assert_eq!(loaded.tools.iter().map(|tool| tool.id.as_str()).collect::<Vec<_>>(), ["good"]);
    let said = said(&loaded);
    assert!(said.starts_with("tools/bad.ron:2:"), "{said}");
    assert!(said.contains("Step 1 has no length; write minutes: 1 to 1440, or per_person"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_folder_a_pipe_or_a_circle_where_a_file_should_be_is_named() {
    for kind in ["folder", "pipe", "circle", "device"] {
        for file in ["live.ron", "live-private.ron", "settings.ron", "agendas/min.ron", "tools/min.ron", "agendas"] {
            let folder = temp();
            fs::create_dir(folder.path().join("tools")).unwrap();
            let path = folder.path().join(file);
            if file != "agendas" {
                fs::create_dir(folder.path().join("agendas")).unwrap();
            }
            match kind {
                "folder" if file == "agendas" => continue,
                "folder" => fs::create_dir(&path).unwrap(),
                "pipe" => {
                    rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
                }
                "circle" => std::os::unix::fs::symlink(&path, &path).unwrap(),
                _ => std::os::unix::fs::symlink("/dev/zero", &path).unwrap(),
            }
            let begun = Instant::now();
            let (mut store, loaded) = open(folder.path());
            let said = said(&loaded);
            // Private texts are only looked for when there is a session that they belong to.
            assert_eq!(said.is_empty(), file == "live-private.ron", "{kind} at {file}: {said}");
            store.save(&facts());
            let _ = store.flush(Duration::from_millis(300));
            drop(store);
            assert!(begun.elapsed() < Duration::from_secs(4), "{kind} at {file} took {:?}", begun.elapsed());
        }
    }
}

#[test]
fn check_names_the_faults_of_any_of_our_files() {
    let folder = temp();
    store(folder.path(), &facts());
    assert_eq!(vidde::store::check(folder.path(), Lang::En), []);
    for (file, text, expected) in [
        ("agendas/x.ron", "(version: 1, title: \"x\", blocks: [(title: \"y\")])", "A block lasts from"),
        ("tools/x.ron", "(version: 1, id: \"x\", name: \"x\", tips: [3])", ":1:"),
        ("loose-agenda.ron", "(version: 1, title: \"x\", blocks: [(title: \"y\")])", "A block lasts from"),
        ("loose-tool.ron", "(version: 1, id: \"X x\", name: \"x\")", "lower-case"),
        ("broken.ron", "(version: 1, blocks: [", ":1:"),
        ("other.ron", "(color: \"red\")", "does not look like"),
        ("newer.ron", "(version: 7, title: \"x\")", "newer Vidde"),
        ("gone.ron", "", "no such file"),
    ] {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if file != "gone.ron" {
            fs::write(&path, text).unwrap();
        }
        let problems = vidde::store::check(&path, Lang::En);
        let said = told(&problems);
        assert_eq!(problems.len(), 1, "{file}: {said}");
        assert!(said.contains(expected) && said.contains(file), "{file}: {said}");
    }
    assert_eq!(vidde::store::check(folder.path(), Lang::Nb).len(), 7);
    let cards = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/tools");
    assert_eq!(vidde::store::check(&cards, Lang::En), []);
}
