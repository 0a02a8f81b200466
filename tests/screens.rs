//! The planning screens as they are seen: a key script, and the frame that follows, in three sizes, languages and
//! themes. `INSTA_UPDATE=always cargo test --test screens` takes new pictures; read them before they are kept.

mod common;

use common::Run;
use ratatui::buffer::Buffer;
use vidde::domain::text::Lang;

const SIZES: [(u16, u16); 3] = [(57, 16), (80, 24), (200, 50)];

/// Compares the frame after `script` with what is kept, in every size.
fn check(name: &str, lang: Lang, script: &str) {
    for size in SIZES {
        let run = Run::new(lang).sized(size).keys(script);
        let name = format!("{name}-{}-{}x{}", lang.code(), size.0, size.1);
        insta::assert_snapshot!(name, run.text(), script);
    }
}

#[test]
fn the_first_start_welcomes_and_lists_all_tools() {
    check("first-start", Lang::Nb, "");
}

#[test]
fn a_few_letters_find_a_tool_and_show_its_card_beside_it() {
    check("search", Lang::Nb, "'styrkek'");
    check("search", Lang::En, "'check in'");
}

#[test]
fn nothing_found_leads_on() {
    check("nothing-found", Lang::En, "'qqqqqqqq'");
}

#[test]
fn a_card_reads_from_top_to_bottom() {
    check("card", Lang::Nb, "'1-2-4' enter");
    check("card", Lang::Nn, "'1-2-4' enter end");
    check("card-link", Lang::En, "'1-2-4' enter right");
}

/// A start, a fixed block that is too early and one with slack, an "until" block and a finish line.
const CLASHES: &str = "tab h down '8:30' enter down down enter down down down down down '8:40' enter \
                       down enter down down down down down '9:20' enter down enter down down down down down down '9:40' enter \
                       end n 5 'Slutt' down down ctrl-u '0' down down down '10:15' enter";

#[test]
fn the_agenda_shows_when_what_begins() {
    for lang in Lang::ALL {
        check("agenda", lang, "tab down down");
    }
    check("agenda-clashes", Lang::Nb, CLASHES);
}

#[test]
fn dialogs_stand_over_what_they_are_about() {
    check("block", Lang::Nb, "tab down down enter");
    check("refused", Lang::Nb, "tab down enter down down ctrl-u '25:99' enter");
    check("head", Lang::En, "tab h");
    check("kinds", Lang::Nn, "tab n");
    check("delete", Lang::En, "tab ctrl-x");
    check("settings", Lang::Nb, "tab f12 down down down");
    check("settings", Lang::En, "tab f12 up down down down down down down down down");
}

#[test]
fn help_and_palette_are_made_from_the_tables() {
    check("help", Lang::Nb, "tab ?");
    check("palette", Lang::En, "tab ctrl-p 'copy'");
}

/// The styles of a frame, a row each: where a style begins, and what it is.
fn looks(buf: &Buffer) -> String {
    let mut rows = Vec::new();
    for y in 0..buf.area.height {
        let styles: Vec<String> = (0..buf.area.width)
            .filter_map(|x| buf.cell((x, y)))
            .map(|cell| format!("{:?} on {:?} {:?}", cell.fg, cell.bg, cell.modifier))
            .collect();
        let begins = (0..styles.len()).filter(|x| *x == 0 || styles.get(*x) != styles.get(x - 1));
        let row: Vec<String> = begins.filter_map(|x| Some(format!("{x}: {}", styles.get(x)?))).collect();
        rows.push(format!("{y:2}  {}", row.join(" | ")));
    }
    rows.join("\n")
}

#[test]
fn both_themes_and_no_colour_mark_what_is_selected() {
    let run = Run::new(Lang::Nb).sized((57, 16)).keys("'styrkek'");
    insta::assert_snapshot!("look-dark", looks(&run.buffer((57, 16))));
    let run = run.keys("f3");
    insta::assert_snapshot!("look-light", looks(&run.buffer((57, 16))));
    let mut run = run.keys("f3");
    run.app.model.depth = vidde::model::Depth::None;
    let bare = looks(&run.buffer((57, 16)));
    assert!(!bare.contains("Rgb") && bare.contains("REVERSED"), "{bare}");
}

#[test]
fn what_stands_beside_the_sum_of_an_agenda_has_a_look_of_its_own() {
    let buf = Run::new(Lang::Nb).sized((200, 50)).keys("tab down down down").buffer((200, 50));
    let text = common::text(&buf);
    let row = text.lines().position(|line| line.contains("Til sammen")).and_then(|row| u16::try_from(row).ok());
    let cells: Vec<_> = (76..200).filter_map(|x| buf.cell((x, row.unwrap_or_default()))).collect();
    let bold = cells.iter().filter(|cell| cell.modifier.contains(ratatui::style::Modifier::BOLD));
    assert!(cells.iter().any(|cell| cell.symbol() != " "), "{text}");
    assert_eq!(bold.count(), 0, "{text}");
}
