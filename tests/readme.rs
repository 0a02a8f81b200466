//! The parts of the README that are made from the program: the keys from their tables, the help from the command line.
//! `VIDDE_README=write cargo test --test readme` makes them anew; without it they are compared.
#![allow(clippy::expect_used, reason = "a test that cannot read its file should stop")]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use vidde::app::GLOBAL;
use vidde::cli::command::command;
use vidde::data;
use vidde::domain::facts::Facts;
use vidde::domain::text::{Lang, Words};
use vidde::domain::times::Zone;
use vidde::keys::Key;
use vidde::model::Model;
use vidde::screens;
use vidde::ui::keybar;

fn readme() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

#[test]
fn the_generated_parts_are_current() {
    let old = fs::read_to_string(readme()).expect("the README");
    let new = replaced(&replaced(&old, "keys", &keys()), "help", &help());
    if std::env::var_os("VIDDE_README").is_some_and(|value| value == "write") {
        fs::write(readme(), &new).expect("the README can be written");
        return;
    }
    assert!(old == new, "make them anew with VIDDE_README=write cargo test --test readme; expected:\n{new}");
}

/// `text` with what stands between the marks of `part` replaced.
fn replaced(text: &str, part: &str, made: &str) -> String {
    let (before, rest) = text.split_once(&format!("<!-- generated: {part} -->\n")).expect("the mark of the part");
    let (_, after) = rest.split_once("<!-- end -->").expect("the mark of its end");
    format!("{before}<!-- generated: {part} -->\n{made}<!-- end -->{after}")
}

fn keys() -> String {
    let catalogue = data::catalogue(Vec::new()).0;
    let model = Model::new(Facts::default(), catalogue, Lang::En, Zone::UTC);
    let mut text = String::new();
    section(&mut text, screens::help::EVERYWHERE, GLOBAL.iter().map(|row| (row.keys, row.help)));
    for screen in screens::all(&model) {
        let rows = screen.help(&model);
        section(&mut text, screen.title(), rows.iter().map(|row| (row.keys, row.help)));
    }
    text
}

fn section<'a>(text: &mut String, title: Words, rows: impl Iterator<Item = (&'a [Key], Words)>) {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        return;
    }
    let _ = writeln!(text, "\n### {}\n\n| Key | What it does | På norsk |\n|---|---|---|", title.en);
    for (keys, help) in rows {
        let shown = keybar::labels(keys, Lang::En).replace('|', "\\|");
        let _ = writeln!(text, "| {shown} | {} | {} |", help.en, help.nb);
    }
    text.push('\n');
}

fn help() -> String {
    format!("\n```text\n{}\n```\n\n", command(Lang::En).render_help().to_string().trim_end())
}
