//! Every screen at every size from 1×1 up: no panic, and a frame drawn twice is the same.
mod common;

use common::Run;
use vidde::app::Event;
use vidde::domain::text::Lang;
use vidde::screen::Mouse;

/// Ways to every screen and dialog.
const SCRIPTS: [&str; 43] = [
    "",
    "'zzzz'",
    "down down down enter",
    "enter right end v",
    "tab",
    "tab down down",
    "tab n",
    "tab n 2",
    "tab enter down down down down 'x'",
    "tab h",
    "tab o",
    "tab ctrl-x",
    "tab ctrl-n enter",
    "tab ?",
    "tab ctrl-p",
    "tab s",
    "tab s 2 q",
    "tab s 2 s",
    "tab s w",
    "tab s space",
    "tab s space w",
    "tab s @600 w",
    "tab f12",
    "tab ctrl-k",
    "tab p",
    "tab p w",
    "tab p f10",
    "tab p f12 down down down right enter",
    "tab s x",
    "tab s o 'abc' enter ( 'def' enter y g",
    "tab s o 'abc'",
    "tab f",
    "tab down down down enter down down down down down '10:30' enter s n n n w",
    "tab s n n n n n n n n n n n n n n n n",
    "tab s e 2",
    "tab h down '12:30' enter s",
    "tab a",
    "'20 min trinn:x -y'",
    "'styrkekort 1 min 5000 pers'",
    "'tr'",
    "ctrl-t down down right",
    "tab s f9",
    "tab s ctrl-f 'skala' ctrl-g",
];

/// Around every limit at which a layout changes, and a few that nobody has.
fn sizes() -> Vec<(u16, u16)> {
    let widths = [1, 2, 7, 42, 43, 57, 80, 99, 101];
    let heights = [1, 2, 5, 11, 12, 13, 16, 22, 24];
    let usual = widths.into_iter().flat_map(|width| heights.map(|height| (width, height)));
    usual.chain([(200, 50), (500, 16), (500, 1), (1, 200), (43, 200), (500, 200)]).collect()
}

#[test]
fn every_screen_is_drawn_at_every_size_and_twice_the_same() {
    for script in SCRIPTS {
        let run = Run::new(Lang::Nb).keys(script);
        for size in sizes() {
            assert_eq!(run.buffer(size), run.buffer(size), "{script:?} at {size:?}");
        }
    }
}

#[test]
fn keys_are_survived_at_every_size() {
    let keys = "up down pageup pagedown home end left right enter tab esc 'aå1' backspace ctrl-f ctrl-p esc f2 f3 esc esc \
         f9 ctrl-t right enter esc ctrl-x ctrl-d 'tr' right ctrl-g enter esc";
    for size in [(1, 1), (20, 3), (43, 12), (57, 16), (120, 40)] {
        Run::new(Lang::En).sized(size).any_keys(&format!("{keys} tab {keys} tab {keys}"));
    }
}

#[test]
fn too_small_is_said_only_below_43_by_12() {
    for (size, small) in [((42, 12), true), ((43, 11), true), ((43, 12), false), ((57, 16), false)] {
        let text = Run::new(Lang::En).sized(size).text().replace('\n', " ");
        assert_eq!(text.contains("too small"), small, "{size:?}\n{text}");
    }
}

#[test]
fn no_place_is_named_by_half_a_word() {
    for lang in Lang::ALL {
        let whole = |script: &str| Run::new(lang).sized((200, 24)).keys(script).text();
        for script in ["", "tab", "tab s", "tab s 1", "tab s 4", "tab p", "tab p 2"] {
            let line = whole(script).lines().next().unwrap_or_default().to_owned();
            for width in 43..100 {
                let run = Run::new(lang).sized((width, 12)).keys(script);
                let cut = run.text().lines().next().unwrap_or_default().to_owned();
                let known = |word: &str| line.split_whitespace().any(|whole| whole == word);
                let places = cut.split(" · ").next().unwrap_or_default();
                assert!(places.split_whitespace().all(known), "{script:?} at {width}: {cut}\n{line}");
            }
        }
    }
}

#[test]
fn a_place_is_clicked_on_where_it_stands() {
    for width in [43, 57, 80] {
        let mut run = Run::new(Lang::Nb).sized((width, 12)).keys("tab s 2");
        let line = run.text().lines().next().unwrap_or_default().to_owned();
        let column = line.find('4').and_then(|at| u16::try_from(line[..at].chars().count()).ok()).unwrap_or_default();
        run.happen(&Event::Mouse(Mouse::Click { column, row: 0 }));
        let here = run.text().lines().next().unwrap_or_default().to_owned();
        assert!(here.contains("4 Veiviser"), "{width}: {line}\n{here}");
    }
}
