//! The rules of the code, judged by reading it: who may know whom, what the domain must not touch, sizes, headers.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot read the source should stop")]

#[path = "support/source.rs"]
mod source;

use source::{Source, root, sources, worded};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

#[test]
fn a_path_cannot_hide_in_a_use() {
    let cases = [
        ("use super::super::{a, b::{c, d}};", ["crate::a", "crate::b::c", "crate::b::d"]),
        ("use crate::{store, ui::{self, list}};", ["crate::store", "crate::ui::self", "crate::ui::list"]),
        (
            "use self::x;\nuse super::y;\npub(super) use crate::{\n    z,\n};",
            ["crate::model::deep::x", "crate::model::y", "crate::z"],
        ),
    ];
    for (text, paths) in cases {
        let source = Source { path: "model/deep.rs".to_owned(), text: text.to_owned(), lines: 1 };
        let code = source.code();
        let found: Vec<&str> = code.lines().skip(text.lines().count()).collect();
        assert_eq!(found, paths, "{text}");
    }
}

/// Fails with every fault found, a line each.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The files whose code names one of `words`, unless `allowed` says so.
fn naming(words: &[&str], allowed: impl Fn(&Source) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| !allowed(source)) {
        let code = source.code();
        faults.extend(
            words.iter().filter(|word| code.contains(**word)).map(|word| format!("{} names {word}", source.path)),
        );
    }
    faults
}

#[test]
fn every_file_says_first_what_belongs_in_it() {
    let bare = sources().into_iter().filter(|source| !source.text.starts_with("//! "));
    none(&bare.map(|source| format!("{} has no //! header", source.path)).collect::<Vec<_>>());
}

#[test]
fn files_and_functions_stay_small() {
    let sources = sources();
    let mut faults: Vec<String> = sources
        .iter()
        .filter(|source| source.lines > 400)
        .map(|source| format!("{} has {} lines; 400 are allowed", source.path, source.lines))
        .collect();
    let mut files: Vec<usize> = sources.iter().map(|source| source.lines).collect();
    let mut functions = Vec::new();
    for source in &sources {
        for (name, length) in function_lengths(&source.text) {
            functions.push(length);
            if length > 50 {
                faults.push(format!("{}: {name} has {length} lines of code; 50 are allowed", source.path));
            }
        }
    }
    assert!(functions.len() > 200, "only {} functions were found", functions.len());
    if median(&mut functions) >= 8 {
        faults
            .push(format!("the median function has {} lines of code; fewer than 8 are wanted", median(&mut functions)));
    }
    if median(&mut files) >= 150 {
        faults.push(format!("the median file has {} lines; fewer than 150 are wanted", median(&mut files)));
    }
    none(&faults);
}

fn median(numbers: &mut [usize]) -> usize {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or(0)
}

/// Lines of code of every function body in text that rustfmt has laid out: from `fn` to the brace in its column.
fn function_lengths(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let Some((_, rest)) = line.trim_start().split_once("fn ").filter(|(before, _)| is_function_head(before)) else {
            continue;
        };
        let name = rest.split(['(', '<']).next().unwrap_or(rest).to_owned();
        let close = format!("{}}}", " ".repeat(indent));
        let body = lines.iter().skip(index + 1).take_while(|line| **line != close);
        let ends_here = line.trim_end().ends_with('}') || line.trim_end().ends_with(';');
        let is_code = |line: &&&str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
        found.push((name, if ends_here { 1 } else { body.filter(is_code).count() }));
    }
    found
}

fn is_function_head(before: &str) -> bool {
    before.split_whitespace().all(|word| word == "pub" || word == "const" || word.starts_with("pub("))
}

#[test]
fn the_domain_does_no_io_reads_no_clock_and_knows_no_terminal() {
    let forbidden = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::io",
        "ratatui",
        "crossterm",
        "SystemTime",
        "Instant::",
        "::now(",
        "boot_time",
        "include_dir",
        "directories",
        "println!",
    ];
    none(&naming(&forbidden, |source| source.module() != "domain"));
}

/// Every module, and the modules of ours that it may name.
const MAY_NAME: [(&str, &[&str]); 15] = [
    ("domain", &[]),
    ("data", &["domain"]),
    ("store", &["domain"]),
    ("keys", &["domain"]),
    ("model", &["domain"]),
    ("screen", &["domain", "keys", "model"]),
    ("ui", &["domain", "keys", "model", "screen"]),
    ("screens", &["domain", "keys", "model", "screen", "ui"]),
    ("app", &["domain", "keys", "model", "screen", "screens", "ui"]),
    ("export", &["domain"]),
    ("terminal", &["keys"]),
    ("runtime", &["domain", "data", "store", "model", "screen", "screens", "ui", "app", "export", "terminal"]),
    ("cli", &["domain", "data", "store", "model", "screens", "ui", "export", "terminal", "runtime"]),
    ("lib", &[]),
    ("main", &["cli"]),
];

/// The modules of ours that the code of a file names beside its own.
fn named(source: &Source) -> BTreeSet<String> {
    let code = source.code();
    let paths = ["crate::", "vidde::"].into_iter().flat_map(|root| code.split(root).skip(1));
    let first = paths.map(|path| path.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>());
    first.filter(|name| !name.is_empty() && name != source.module()).collect()
}

#[test]
fn each_module_names_only_what_it_may_know() {
    let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
    for source in sources() {
        let Some((module, allowed)) = MAY_NAME.iter().find(|(module, _)| *module == source.module()) else {
            faults.push(format!("{} belongs to no module with a row in MAY_NAME", source.path));
            continue;
        };
        seen.insert(*module);
        let wrong = named(&source).into_iter().filter(|name| !allowed.contains(&name.as_str()));
        faults.extend(wrong.map(|name| format!("{} names {name}", source.path)));
    }
    let empty = MAY_NAME.iter().filter(|(module, _)| !seen.contains(module));
    faults.extend(empty.map(|(module, _)| format!("{module} has a row in MAY_NAME and no file")));
    none(&faults);
}

#[test]
fn a_module_is_seen_however_it_is_named() {
    let text = "use crate::{store, ui::list};\nuse super::super::app;\nfn f() { crate::data::g(); vidde::cli::run() }";
    let source = Source { path: "model/deep.rs".to_owned(), text: text.to_owned(), lines: 3 };
    assert_eq!(named(&source).into_iter().collect::<Vec<_>>(), ["app", "cli", "data", "store", "ui"]);
}

/// How often each gap of a sentence comes: `{}`, `[]`, `<>`.
fn gaps(text: &str) -> [usize; 3] {
    ["{}", "[]", "<>"].map(|gap| text.matches(gap).count())
}

#[test]
fn a_sentence_has_the_same_gaps_in_every_language() {
    let (mut faults, mut seen) = (Vec::new(), 0);
    for source in sources() {
        for [nb, nn, en] in worded(&source.text) {
            seen += 1;
            let has = |text: &str| gaps(text).map(|count| count > 0);
            if has(&nb) != has(&nn) || has(&nb) != has(&en) {
                faults.push(format!("{}: the gaps differ: {nb} | {nn} | {en}", source.path));
            }
        }
    }
    assert!(seen > 800, "only {seen} sentences were found");
    none(&faults);
}

#[test]
fn one_thing_has_one_name_in_nynorsk() {
    let mut known: BTreeMap<(String, String), (String, String)> = BTreeMap::new();
    let mut faults = Vec::new();
    for source in sources() {
        for [nb, nn, en] in worded(&source.text).into_iter().map(|text| text.map(|text| text.to_lowercase())) {
            let (before, place) = known.entry((nb, en)).or_insert_with(|| (nn.clone(), source.path.clone()));
            if *before != nn {
                faults.push(format!("“{before}” in {place} is “{nn}” in {}", source.path));
            }
        }
    }
    none(&faults);
}

/// A value that is put in with `replace` is itself searched by the next one.
#[test]
fn the_gaps_of_a_sentence_are_filled_in_one_place() {
    let fillers = ["replace(\"{}\"", "\"[]\"", "\"<>\"", "\"()\""];
    none(&naming(&fillers, |source| source.path == "domain/text/words.rs"));
}

#[test]
fn a_constant_is_given_as_many_values_as_it_has_gaps() {
    let mut faults = Vec::new();
    for source in sources() {
        for named in source.text.split("const ").skip(1) {
            let Some((name, rest)) = named.split_once(": Words = ") else { continue };
            let [text, ..] = worded(rest).first().cloned().unwrap_or_default();
            let wrong = match gaps(&text) {
                [_, 0, 0] => [".with2(", ".with3("],
                [_, _, 0] => [".with(", ".with3("],
                _ => [".with(", ".with2("],
            };
            let uses = |way: &&str| {
                source.text.match_indices(&format!("{name}{way}")).any(|(at, _)| {
                    let before = source.text.get(..at).and_then(|text| text.chars().next_back());
                    !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
                })
            };
            let ways = wrong.into_iter().filter(uses);
            faults.extend(ways.map(|way| format!("{}: {name}{way}…) for “{text}”", source.path)));
        }
    }
    none(&faults);
}

#[test]
fn the_outside_world_enters_in_one_place_each() {
    let places: [(&[&str], &[&str]); 7] = [
        (&["crossterm"], &["terminal"]),
        (&["ratatui"], &["terminal", "ui", "screen", "app", "runtime"]),
        (&["SystemTime", "::now(", "boot_time"], &["runtime"]),
        (&["fuzzy_matcher"], &["domain/search"]),
        (&["include_dir!"], &["data"]),
        (&["ProjectDirs"], &["store"]),
        (&["std::fs"], &["store", "terminal/device", "terminal/tty"]),
    ];
    let faults = places
        .iter()
        .flat_map(|(words, homes)| naming(words, |source| homes.iter().any(|home| source.path.starts_with(home))));
    none(&faults.collect::<Vec<_>>());
}

#[test]
fn the_rows_by_which_one_moves_are_written_in_one_place() {
    let rows =
        ["\"en side ned\"", "\"en side opp\"", "\"til toppen\"", "\"til bunnen\"", "\"til første\"", "\"til siste\""];
    none(&naming(&rows, |source| source.path == "screens/moves.rs"));
}

/// The numbers of rules that a text names, `W11`; those of cases look alike, `R01`.
fn cited(text: &str) -> impl Iterator<Item = &str> {
    let is_number = |word: &&str| {
        let digits = word.strip_prefix(['W', 'S', 'T', 'P', 'R']).unwrap_or_default();
        (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.split(|c: char| !c.is_alphanumeric()).filter(is_number)
}

#[test]
fn every_rule_that_a_comment_cites_can_be_looked_up() {
    let rules = include_str!("../src/domain/schedule/rules.md");
    let known: BTreeSet<&str> = rules.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next()).collect();
    let elsewhere = ["TIMING", "DESIGN", "CONTENT", "RELIABILITY", "ARCHITECTURE", "LIBRARIES", "STYLE"];
    let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
    for source in source::below("src").into_iter().chain(source::below("tests")) {
        for comment in source.text.lines().filter_map(|line| Some(line.split_once("//")?.1)) {
            let words = comment.split(|c: char| !c.is_alphanumeric());
            let gone = words.filter(|word| elsewhere.contains(word));
            let unknown = cited(comment).filter(|number| !known.contains(number));
            faults.extend(gone.chain(unknown).map(|word| format!("{}: {word} is nowhere to be read", source.path)));
            seen.extend(cited(comment).map(str::to_owned));
        }
    }
    assert!(seen.len() > 25, "only {seen:?} were found");
    none(&faults);
}

#[test]
fn every_data_file_is_embedded() {
    for folder in ["tools", "templates", "guide"] {
        let listing = fs::read_dir(root().join("data").join(folder));
        let on_disk: BTreeSet<String> = listing
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()))
            .collect();
        let embedded: BTreeSet<String> = vidde::data::files(folder).map(|(path, _)| path).collect();
        assert_eq!(on_disk, embedded, "data/{folder} changed; touch src/data.rs so that it is embedded anew");
    }
}

#[test]
fn every_screen_is_declared_in_the_list_of_screens() {
    let list = fs::read_to_string(root().join("src/screens.rs")).expect("the list of screens");
    let files = fs::read_dir(root().join("src/screens")).expect("the screens").flatten();
    let names = files.filter_map(|entry| entry.path().file_stem().map(|stem| stem.to_string_lossy().into_owned()));
    let missing = names.filter(|name| !list.contains(&format!("mod {name};")));
    none(&missing.map(|name| format!("src/screens/{name}.rs is not in src/screens.rs")).collect::<Vec<_>>());
}

#[test]
fn the_top_level_holds_what_it_should() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "README.md",
        "src",
        "data",
        "screenshots",
        "tests",
        "target",
    ];
    let entries = fs::read_dir(root()).expect("the project").flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let stray = names.filter(|name| !name.starts_with('.') && !allowed.contains(&name.as_str()));
    none(&stray.map(|name| format!("{name} does not belong at the top level")).collect::<Vec<_>>());
}
