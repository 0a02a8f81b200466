//! The source of the program, for tests that judge it by reading it.
#![allow(
    dead_code,
    clippy::expect_used,
    reason = "each test file uses its part, and stops when it cannot read the source"
)]

use std::fs;
use std::path::{Path, PathBuf};

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A source file: its path below `src/` and its text without the unit tests at its end.
pub struct Source {
    pub path: String,
    pub text: String,
    pub lines: usize,
}

impl Source {
    /// The module of ours that the file belongs to: `domain`, `store`, `cli` …
    pub fn module(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or(&self.path)
    }

    /// The code without comments, and after it every path that a `use` brings in, written in full.
    pub fn code(&self) -> String {
        let bare = self.text.lines().map(|line| line.split("//").next().unwrap_or(line)).collect::<Vec<_>>().join("\n");
        let here = format!("crate/{}", self.path.trim_end_matches(".rs"));
        let statements = bare.lines().collect::<Vec<_>>().join(" ");
        let uses = statements.split(';').filter_map(|part| part.rsplit_once("use ").map(|(_, tree)| tree.to_owned()));
        let paths = uses.flat_map(|tree| expanded(&tree)).map(|path| absolute(&path, &here));
        bare.clone() + "\n" + &paths.collect::<Vec<_>>().join("\n")
    }
}

/// The paths of a `use` tree: `a::{b, c::{d, e}}` gives `a::b`, `a::c::d`, `a::c::e`.
fn expanded(tree: &str) -> Vec<String> {
    let Some((stem, rest)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let (mut depth, mut branches) = (0, vec![String::new()]);
    for letter in inner.chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        match branches.last_mut() {
            Some(_) if letter == ',' && depth == 0 => branches.push(String::new()),
            Some(branch) => branch.push(letter),
            None => {}
        }
    }
    let full = branches.iter().filter(|branch| !branch.trim().is_empty());
    full.flat_map(|branch| expanded(branch)).map(|path| format!("{}{path}", stem.trim())).collect()
}

/// `path` from the root of the crate when it begins with `super` or `self` in the module `here`.
fn absolute(path: &str, here: &str) -> String {
    let mut module: Vec<&str> = here.split('/').collect();
    let mut rest = path;
    loop {
        if let Some(inner) = rest.strip_prefix("super::") {
            module.pop();
            rest = inner;
        } else if let Some(inner) = rest.strip_prefix("self::") {
            rest = inner;
        } else if rest == path {
            return path.to_owned();
        } else {
            return format!("{}::{rest}", module.join("::"));
        }
    }
}

/// The sources of the program.
pub fn sources() -> Vec<Source> {
    let mut found = below("src");
    for Source { text, .. } in &mut found {
        text.truncate(text.find("#[cfg(test)]").unwrap_or(text.len()));
    }
    assert!(found.len() > 20, "only {} files were found", found.len());
    found
}

/// All Rust files below a folder, with their paths below it.
pub fn below(folder: &str) -> Vec<Source> {
    let top = root().join(folder);
    let (mut found, mut folders) = (Vec::new(), vec![top.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder can be listed").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(source(&path, &top));
            }
        }
    }
    found
}

fn source(path: &Path, top: &Path) -> Source {
    let text = fs::read_to_string(path).expect("a source file can be read");
    let path = path.strip_prefix(top).expect("below the folder").to_string_lossy().replace('\\', "/");
    Source { path, lines: text.lines().count(), text }
}

/// The languages of every `words(…)` in code that names all three as they are.
pub fn worded(code: &str) -> Vec<[String; 3]> {
    let all = code.split("words(").skip(1).filter_map(|after| {
        let mut pieces = after.split('"');
        let mut next = || {
            let between = pieces.next()?;
            let text = pieces.next()?.to_owned();
            between.trim_matches([' ', ',', '\n']).is_empty().then_some(text)
        };
        Some([next()?, next()?, next()?])
    });
    all.collect()
}
