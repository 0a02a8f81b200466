//! The command line from outside: what is printed where, and the exit code.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may")]

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a command did.
#[derive(Debug)]
struct Done {
    code: i32,
    out: String,
    err: String,
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vidde"));
    command.args(args).env("VIDDE_CONFIG_DIR", folder).env("LANG", "en_GB.UTF-8").stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE"] {
        command.env_remove(name);
    }
    command
}

fn vidde(folder: &Path, args: &[&str]) -> Done {
    done(command(folder, args))
}

fn done(mut command: Command) -> Done {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Done { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs without any files of the user.
fn bare(args: &[&str]) -> Done {
    vidde(Path::new("/nonexistent/vidde"), args)
}

#[track_caller]
fn check(done: &Done, code: i32, out: &str, err: &str) {
    assert_eq!(done.code, code, "{done:?}");
    assert!(done.out.contains(out), "“{out}” is not in the answer: {done:?}");
    assert!(done.err.contains(err), "“{err}” is not in the complaint: {done:?}");
    assert_eq!(done.err.is_empty(), err.is_empty(), "{done:?}");
}

#[test]
fn help_is_in_the_language_asked_for_and_has_examples() {
    for (lang, usage, examples) in
        [("nb", "Bruk: vidde", "Eksempler:"), ("nn", "Bruk: vidde", "Døme:"), ("en", "Usage: vidde", "Examples:")]
    {
        let help = bare(&["--lang", lang, "--help"]);
        check(&help, 0, usage, "");
        check(&help, 0, examples, "");
        for name in ["find", "show", "agenda", "simulate", "check", "paths", "room"] {
            assert!(help.out.contains(&format!("\n  {name} ")), "{name} is not in {}", help.out);
            check(&bare(&[name, "--help", &format!("--lang={lang}")]), 0, &format!("vidde {name}"), "");
        }
    }
    let mut norwegian = command(Path::new("/nonexistent"), &["--help"]);
    norwegian.env("LANG", "nb_NO.UTF-8");
    check(&done(norwegian), 0, "Bruk: vidde", "");
    check(&bare(&["--version"]), 0, env!("CARGO_PKG_VERSION"), "");
}

#[test]
fn wrong_usage_is_told_in_one_line_with_exit_code_2() {
    let cases: [(&[&str], &str); 9] = [
        (&["fnd"], "Did you mean “find”?"),
        (&["--lagn", "nb"], "Did you mean “--lang”?"),
        (&["find"], "missing: <WORDS>"),
        (&["agenda"], "missing: list, new, show"),
        (&["--lang", "xx"], "“xx” cannot be used with --lang <nb|nn|en>: use nb, nn or en"),
        (&["--at", "tomorrow"], "“tomorrow” is not a moment like"),
        (&["--speed", "3"], "missing: --at"),
        (&["find", "--limit", "0", "a"], "write a number from 1 to"),
        (&["agenda", "new", "x", "--start", "25:99x"], "is not a clock time"),
    ];
    for (args, complaint) in cases {
        let done = bare(args);
        check(&done, 2, "", complaint);
        assert_eq!(done.err.lines().count(), 1, "{args:?}: {done:?}");
        assert!(done.out.is_empty(), "{done:?}");
    }
    check(&bare(&["fnd", "--lang", "nn"]), 2, "", "Meinte du «find»?");
    let norwegian = bare(&["--lang", "nb", "--at", "9"]);
    check(&norwegian, 2, "", "skriv et tidspunkt som 2026-03-02T09:00:00+01:00");
    assert!(!norwegian.err.contains("moment"), "{norwegian:?}");
}

#[test]
fn without_a_terminal_it_says_so_in_one_line() {
    for args in [&[][..], &["room"]] {
        let done = bare(args);
        check(&done, 2, "", "needs a terminal window");
        assert_eq!(done.err.lines().count(), 1);
    }
}

#[test]
fn find_prints_json_for_scripts() {
    let done = bare(&["find", "--json", "skala"]);
    check(&done, 0, "", "");
    let answer: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(answer.as_object().unwrap().len(), 3, "{}", done.out);
    assert_eq!(answer["query"], "skala");
    let first = &answer["hits"][0];
    assert!(first["id"].is_string() && first["name"].is_string() && first["score"].is_number(), "{}", done.out);
    let name = |lang| -> serde_json::Value {
        let done = bare(&["find", "--json", "scaling", "--lang", lang]);
        serde_json::from_str::<serde_json::Value>(&done.out).unwrap()["hits"][0]["name"].clone()
    };
    assert_ne!(name("nb"), name("en"));
}

#[test]
fn find_shows_ten_hits_in_text_and_all_in_json_unless_a_limit_is_given() {
    let hits = |args: &[&str]| -> usize {
        let done = bare(args);
        if args.contains(&"--json") {
            serde_json::from_str::<serde_json::Value>(&done.out).unwrap()["hits"].as_array().unwrap().len()
        } else {
            done.out.lines().filter(|line| !line.starts_with(' ')).count()
        }
    };
    assert_eq!(hits(&["find", "e"]), 10);
    assert!(hits(&["find", "e", "--json"]) > 10);
    assert_eq!(hits(&["find", "e", "--limit", "3"]), 3);
    assert_eq!(hits(&["find", "e", "--json", "--limit", "3"]), 3);
}

#[test]
fn find_explains_each_hit_when_asked() {
    let told = bare(&["find", "vrdenskafe", "--explain", "--limit", "1", "--lang", "nb"]);
    check(&told, 0, "    vrdenskafe: i navnet, en skrivefeil, ", "");
    check(&told, 0, "    til sammen ", "");
    check(&bare(&["find", "kafe", "--explain", "--json", "--limit", "1"]), 0, "\"layer\": ", "");
    assert!(!bare(&["find", "kafe", "--json"]).out.contains("\"why\""));
    check(&bare(&["find", "--help"]), 0, "--explain", "");
}

#[test]
fn what_is_told_of_a_hit_adds_up() {
    for query in ["styrkekort", "opnt rom", "intrview", "bli kjent"] {
        let told = bare(&["find", query, "--explain", "--limit", "1", "--lang", "nb"]).out;
        let numbers: Vec<i64> = told
            .lines()
            .filter(|line| line.starts_with("    "))
            .map(|line| line.rsplit(' ').next().unwrap().parse().unwrap())
            .collect();
        let words = query.split(' ').count();
        let (of_words, rest) = numbers.split_at(words);
        let mean = of_words.iter().sum::<i64>() / i64::try_from(words).unwrap();
        let rest = if words > 1 { &rest[1..] } else { rest };
        let (total, rest) = rest.split_last().unwrap();
        assert_eq!(mean + rest.iter().sum::<i64>(), *total, "{told}");
    }
}

#[test]
fn find_takes_words_that_begin_with_a_dash_as_they_are_typed() {
    let query = |args: &[&str]| -> serde_json::Value {
        let done = bare(&[&["find", "--json", "--lang", "nb"], args].concat());
        serde_json::from_str(&done.out).unwrap()
    };
    assert_eq!(query(&["-kafe"])["understood"]["filters"][0], "-kafe");
    assert_eq!(query(&["energi", "-energigiver"])["understood"]["words"], "energi");
    assert_eq!(query(&["energi", "-åpent rom"])["understood"]["filters"][0], "-\"åpent rom\"");
    assert_eq!(query(&["-trinn:oppstart", "--limit", "2"])["hits"].as_array().unwrap().len(), 2);
    check(&bare(&["find", "-h"]), 0, "--limit", "");
    check(&bare(&["find", "-40", "pers", "--lang", "nb"]), 0, "", "-40 pers går ikke an");
    check(&bare(&["find", "bli", "20", "--lang", "nb"]), 0, "", "Skriv 20 min eller 20 pers.");
}

#[test]
fn find_counts_what_it_does_not_show() {
    let done = bare(&["find", "energi", "--lang", "nb"]);
    let last = done.out.lines().last().unwrap();
    assert!(last.starts_with("  10 av ") && last.ends_with(" viser alle."), "{last}");
    assert!(!bare(&["find", "styrkekort", "--lang", "nb"]).out.contains("--limit"));
}

#[test]
fn nothing_found_is_the_answer_no() {
    check(&bare(&["find", "qqqqzzzz"]), 1, "", "No tools found for “qqqqzzzz”.");
    let done = bare(&["find", "--json", "qqqqzzzz"]);
    check(&done, 1, "\"hits\": []", "");
    check(&bare(&["show", "qqqqzzzz"]), 1, "", "There is no tool called");
}

#[test]
fn hostile_words_reach_neither_the_terminal_nor_break_the_json() {
    let words = "a\u{1b}[31m\u{202e}\u{9b}b";
    for args in [&["find", words][..], &["show", words], &["agenda", "show", words], &["--lang", words], &[words]] {
        let done = bare(args);
        let hidden = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
        assert!(!done.err.contains(hidden) && !done.out.contains(hidden), "{args:?}: {done:?}");
    }
    let done = bare(&["find", "--json", words]);
    assert!(!done.out.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{done:?}");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&done.out).unwrap()["query"], words);
}

#[test]
fn show_takes_an_id_a_name_or_an_alias_and_suggests_otherwise() {
    check(&bare(&["show", "igp"]), 0, "(igp)\n", "");
    check(&bare(&["show", "Check-in"]), 0, "(check-in)\n", "");
    check(&bare(&["show", "--lang", "nb", "igp"]), 0, "Hva gruppen får ut av det\n", "");
    check(&bare(&["show", "e"]), 1, "", "Perhaps:\n");
    let card: serde_json::Value = serde_json::from_str(&bare(&["show", "igp", "--json"]).out).unwrap();
    assert_eq!(card["id"], "igp");
    assert!(card["why"]["nb"].is_string() && card["why"]["en"].is_string());
    assert!(card["before"].as_array().unwrap().contains(&"focus-question".into()), "{card:#}");
    assert!(card["after"].as_array().unwrap().contains(&"affinity".into()), "{card:#}");
    check(&bare(&["show", "--lang", "nb", "igp"]), 0, "\nPasser godt etter\n- Fokusspørsmål: Et godt spørsmål", "");
    check(&bare(&["show", "--lang", "en", "igp"]), 0, "\nRelated tools\n- 1-2-4-All\n", "");
}

#[test]
fn a_card_is_linear_text() {
    let text = bare(&["show", "igp"]).out;
    assert!(!text.contains(|c: char| ('\u{2500}'..='\u{259f}').contains(&c)), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn an_agenda_is_made_listed_and_printed() {
    let folder = TempDir::new().unwrap();
    let run = |args: &[&str]| vidde(folder.path(), args);
    check(&run(&["agenda", "list"]), 1, "", "You have no agendas yet.");
    check(&run(&["agenda", "new", "Kick-off, høst", "--start", "9.30"]), 0, "kick-off-høst.ron\n", "");
    check(&run(&["agenda", "new", "Kick-off, høst"]), 1, "", "There is already an agenda");
    check(&run(&["agenda", "list"]), 0, "kick-off-høst: Kick-off, høst, begins 09:30", "");
    check(&run(&["agenda", "show", "Kick-off, høst"]), 0, "09:30", "");
    check(&run(&["agenda", "show", "nowhere"]), 1, "", "There is no agenda called “nowhere”.");
    check(&run(&["check"]), 0, "No errors", "");
}

#[test]
fn an_agenda_is_meant_by_the_beginning_of_its_name_wherever_it_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let run = |args: &[&str]| vidde(folder.path(), args);
    check(&run(&["agenda", "new", "Kick-off, høst", "--start", "09:30"]), 0, "", "");
    check(&run(&["agenda", "show", "kick"]), 0, "Kick-off, høst\n", "");
    check(&run(&["agenda", "new", "Kick-off, vår"]), 0, "", "");
    check(
        &run(&["agenda", "show", "KICK"]),
        1,
        "",
        "Several agendas begin with “KICK”:\n  kick-off-høst\n  kick-off-vår\n",
    );
    check(&run(&["agenda", "show", "kick-off, v"]), 0, "Kick-off, vår\n", "");
    check(&run(&["agenda", "show", "vår", "--lang", "nb"]), 1, "", "som heter «vår». Disse finnes:\n  kick-off-høst\n");
    std::fs::write(folder.path().join("agendas/kick.ron"), "(version: 1, oi").unwrap();
    check(&run(&["agenda", "show", "kick"]), 3, "", "kick.ron:1:");
    check(&run(&["agenda", "show", "kick-off-v"]), 0, "Kick-off, vår\n", "kick.ron:1:");
}

const DAY: &str = r#"(version: 1, title: "Dag", START blocks: [
    (title: "Innsjekk", minutes: 15), (title: "Intervju", minutes: 45, question: "Når var vi gode?"),
    (title: "Lunsj", kind: Break, minutes: 30, fixed: "09:45"), (title: "Mål", minutes: 0, fixed: "12:00"),
    (title: "Etterpå", minutes: 15)])"#;

#[test]
fn a_run_sheet_has_clock_times_or_times_from_the_start() {
    let folder = TempDir::new().unwrap();
    let agendas = folder.path().join("agendas");
    std::fs::create_dir(&agendas).unwrap();
    std::fs::write(agendas.join("dag.ron"), DAY.replace("START", "start: \"09:00\",")).unwrap();
    std::fs::write(agendas.join("fri.ron"), DAY.replace("START", "").replace("fixed: \"09:45\"", "gap: 5")).unwrap();
    let day = vidde(folder.path(), &["agenda", "show", "dag", "--lang", "nb"]);
    for line in [
        "09:00  15 min  Innsjekk",
        "09:15  45 min  Intervju",
        "spørsmål: Når var vi gode?",
        "10:00  30 min  Lunsj (pause, fast 09:45, ▲ 15 min for sent)",
        "12:00  Mål (fast 12:00, 90 min luft før)",
        "12:15  slutt",
    ] {
        check(&day, 0, line, "");
    }
    let free = vidde(folder.path(), &["agenda", "show", "fri", "--at", "2026-03-02T09:00:00Z"]);
    for line in ["0:00  15 min  Innsjekk", "0:15  45 min", "1:05  30 min  Lunsj (break)"] {
        check(&free, 0, line, "");
    }
}

#[test]
fn check_names_a_damaged_file_with_line_and_column() {
    let folder = TempDir::new().unwrap();
    let tools = folder.path().join("tools");
    std::fs::create_dir(&tools).unwrap();
    std::fs::write(tools.join("my.ron"), "(\n  version: 1,\n  id: \"my\",\n  nam: \"My\",\n)").unwrap();
    check(&vidde(folder.path(), &["check"]), 1, "my.ron:4:3", "");
    check(&vidde(folder.path(), &["check", tools.to_str().unwrap()]), 1, "my.ron:4:3", "");
    check(&vidde(folder.path(), &["show", "igp"]), 0, "(igp)", "my.ron:4:3");
    check(&bare(&["check"]), 0, "No errors", "");
    check(&bare(&["check", "/nonexistent/x.ron"]), 3, "", "does not exist");
}

#[test]
fn check_gives_advice_on_own_cards_and_does_not_fail_for_it() {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("tools")).unwrap();
    let card =
        "(version: 1, id: \"mitt\", name: \"Mitt\", why: (nb: \"Vi \\\"ser\\\" hverandre.\"), related: [\"igpp\"])";
    std::fs::write(folder.path().join("tools/mitt.ron"), card).unwrap();
    let done = vidde(folder.path(), &["check"]);
    check(&done, 0, "mitt: why nb has \"\\\"\": ", "");
    check(&done, 0, "mitt: is related to igpp, which is not another tool", "");
    check(&done, 0, "(not errors): ", "");
    check(&done, 0, "\nNo errors; files: 1\n", "");
    assert!(!done.out.contains("lacks en"), "{}", done.out);
}

#[test]
fn check_knows_every_kind_of_file_that_the_program_is_built_with() {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    check(&bare(&["check", data]), 0, "No errors", "");
    let folder = TempDir::new().unwrap();
    for (file, text, expected) in [
        ("templates/x.ron", "(version: 1, id: \"x\", nam: \"x\")", "x.ron:1:23"),
        ("guide/1-x.ron", "(version: 1, phase: Lunch)", "x.ron:1:21"),
        ("guide/practices.ron", "(version: 1, advise: [])", "practices.ron:1:14"),
        ("synonyms.ron", "(version: 1, stopp: [])", "synonyms.ron:1:14"),
        ("sequences.ron", "(version: 1, pairs: [(frist: \"a\")])", "sequences.ron:1:23"),
        (
            "sample.ron",
            "(version: 1, id: \"s\", name: \"s\", about: \"a\", purpose: \"p\", wanted: \"w\",
           evaluation: \"e\", blocks: [(title: \"Kaffe\", minutes: 5, min: 6)])",
            "Økt 1, «Kaffe»: Den korteste varigheten",
        ),
    ] {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        check(&vidde(folder.path(), &["check", "--lang", "nb", path.to_str().unwrap()]), 1, expected, "");
    }
}

#[test]
fn a_plan_without_a_start_is_not_too_late_for_anything() {
    let folder = TempDir::new().unwrap();
    let agendas = folder.path().join("agendas");
    std::fs::create_dir(&agendas).unwrap();
    std::fs::write(agendas.join("fri.ron"), DAY.replace("START", "")).unwrap();
    let free = vidde(folder.path(), &["agenda", "show", "fri", "--at", "2026-03-02T15:00:00Z"]);
    for line in [
        "0:00  15 min  Innsjekk",
        "0:15  45 min  Intervju",
        "09:45  30 min  Lunsj (break, fixed 09:45)\n",
        "12:15  end",
    ] {
        check(&free, 0, line, "");
    }
    assert!(!free.out.contains('▲'), "{}", free.out);
}

#[test]
fn a_zone_without_a_name_keeps_its_clock_when_it_is_stored() {
    let folder = TempDir::new().unwrap();
    let mut posix = command(folder.path(), &["--at", "2026-07-01T09:00", "agenda", "new", "x", "--start", "09:00"]);
    posix.env("TZ", "CET-1CEST,M3.5.0,M10.5.0/3");
    check(&done(posix), 0, "x.ron", "");
}

#[test]
fn simulate_reads_a_file_or_standard_input() {
    let case = "case X01 one\nplan 09:00 | A 10 | B 20\n09:00 start\n09:04 ? block=A remaining=6:00\n";
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("cases.txt");
    std::fs::write(&file, case).unwrap();
    check(&bare(&["simulate", file.to_str().unwrap()]), 0, "cases 1, checks 2, failed 0\n", "");
    std::fs::write(&file, case.replace("6:00", "5:00")).unwrap();
    check(&bare(&["simulate", file.to_str().unwrap()]), 1, "remaining: want 5:00, got 6:00\n", "");
    check(&bare(&["simulate", "/nonexistent/cases"]), 3, "", "does not exist");
    check(&bare(&["simulate", folder.path().to_str().unwrap()]), 3, "", "is a folder");
    let mut child = command(folder.path(), &["simulate", "--print", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(case.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && text.contains("09:04 ?") && text.contains("remaining=6:00"), "{text}");
}

#[test]
fn paths_says_what_decided_the_folder() {
    let folder = TempDir::new().unwrap();
    check(&vidde(folder.path(), &["paths"]), 0, "(chosen with VIDDE_CONFIG_DIR, exists)", "");
    let flag = folder.path().join("other");
    check(
        &bare(&["paths", "--config-dir", flag.to_str().unwrap()]),
        0,
        "(chosen with --config-dir, not there yet)",
        "",
    );
    let mut usual = command(Path::new(""), &["paths"]);
    usual.env("HOME", folder.path()).env_remove("XDG_CONFIG_HOME");
    check(&done(usual), 0, "(the usual folder, not there yet)", "");
    assert_eq!(folder.path().read_dir().unwrap().count(), 0, "a question leaves nothing behind");
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let mut child = command(Path::new("/nonexistent"), &["find", "e", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut complaint = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaint.as_str()), (Some(0), ""));
}

#[test]
fn an_agenda_without_a_title_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let done = vidde(folder.path(), &["--lang", "en", "agenda", "new", " \u{200b} "]);
    assert_eq!((done.code, done.out.as_str()), (2, ""), "{done:?}");
    assert!(done.err.contains("The agenda needs a title."), "{done:?}");
    assert!(!folder.path().join("agendas").exists(), "{done:?}");
}

#[test]
fn what_is_said_back_of_a_long_input_is_cut() {
    let folder = tempfile::tempdir().unwrap();
    let long = "æ".repeat(5_000);
    for args in [
        &["find", &long][..],
        &["show", &long],
        &["guide", &long],
        &["agenda", "log", &long],
        &["agenda", "show", &long],
        &["agenda", "new", "Ny", "--template", &long],
        &["rehearse", &long],
        &["find", "x", "--lang", &long],
        &["find", "x", "--minutes", &long],
        &["--at", &long],
        &[&long],
    ] {
        let answer = vidde(folder.path(), args);
        let told = answer.out + &answer.err;
        assert!(told.contains('…') && answer.code != 0, "{:?}: {told:.300}", args.first());
        assert!(told.lines().all(|line| line.chars().count() < 400), "{:?}: {told:.900}", args.first());
    }
}
