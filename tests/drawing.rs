//! Drawing by the short way comes to the same as drawing by the library's: text of every kind, lines of prose, and the
//! cells that are sent to the terminal.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod common;

use proptest::prelude::*;
use ratatui::backend::{CrosstermBackend, TestBackend};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use std::num::NonZero;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::facts::Facts;
use vidde::domain::text::Lang;
use vidde::domain::times::Zone;
use vidde::domain::tool::Tool;
use vidde::model::Model;
use vidde::terminal::Frames;
use vidde::ui::{cells, paint};

const AREA: Rect = Rect::new(0, 0, 12, 3);

/// What people write and what spoils a picture: wide letters, marks that join, signs that become emoji.
const LETTERS: &[&str] = &[
    "a",
    "e",
    "z",
    "1",
    " ",
    " ",
    "-",
    "å",
    "ø",
    "Æ",
    "é",
    "–",
    "…",
    "▸",
    "→",
    "★",
    "│",
    "█",
    "▲",
    "≤",
    "コ",
    "ﾊ",
    "ﾞ",
    "한",
    "e\u{301}",
    "\u{30a}",
    "👍",
    "👩\u{200d}🔬",
    "🇳",
    "🇴",
    "1\u{fe0f}\u{20e3}",
    "ש",
    "ﷺ",
    "ก",
    "ำ",
    "\u{AD}",
    "\u{200b}",
    "\u{2009}",
];

fn text() -> impl Strategy<Value = String> {
    let any = prop::collection::vec(prop::sample::select(LETTERS), 0..9).prop_map(|letters| letters.concat());
    prop_oneof![any, "[ -~æøåÆØÅé–]{0,20}", "\\PC{0,8}"]
}

fn look() -> impl Strategy<Value = Style> {
    let colour = || prop_oneof![Just(None), Just(Some(Color::Reset)), Just(Some(Color::Rgb(1, 2, 3)))];
    let modifier = prop_oneof![Just(Modifier::empty()), Just(Modifier::BOLD), Just(Modifier::REVERSED)];
    (colour(), colour(), modifier).prop_map(|(fg, bg, add)| Style { fg, bg, ..Style::new().add_modifier(add) })
}

/// A place for one line in a frame that something stands in; also partly outside.
fn place() -> impl Strategy<Value = Rect> {
    (0..14_u16, 0..4_u16, 0..16_u16, 0..3_u16).prop_map(|(x, y, width, height)| Rect { x, y, width, height })
}

fn ground() -> Buffer {
    let mut buf = Buffer::with_lines(["abcdefghijkl", "コンピュータ", "            "]);
    buf.set_style(Rect { y: 1, height: 1, ..AREA }, Style::new().fg(Color::Red).italic());
    buf
}

/// What `draw` makes of [`ground`].
fn drawn(draw: impl FnOnce(&mut Buffer)) -> Buffer {
    let mut buf = ground();
    draw(&mut buf);
    buf
}

fn cut(place: Rect) -> Rect {
    Rect { height: place.height.min(1), ..place }.intersection(AREA)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_is_drawn_as_the_library_draws_it(
        spans in prop::collection::vec((text(), look()), 0..4),
        whole in look(),
        place in place(),
    ) {
        let line: Line = spans.into_iter().map(|(text, look)| Span::styled(text, look)).collect();
        let line = line.style(whole);
        let ours = drawn(|buf| paint::line(&line, place, buf));
        prop_assert_eq!(ours, drawn(|buf| (&line).render(cut(place), buf)));
    }

    #[test]
    fn a_text_is_drawn_as_the_library_draws_it(text in text(), look in look(), place in place()) {
        let line = |text: &str| Line::styled(text.to_owned(), look);
        let ours = drawn(|buf| paint::text(&text, look, place, buf));
        let shown = paint::cut(&text, usize::from(place.width));
        prop_assert_eq!(ours, drawn(|buf| line(&shown).render(cut(place), buf)));
        let ours = drawn(|buf| {
            cells::put(&text, look, place, buf);
        });
        prop_assert_eq!(ours, drawn(|buf| Span::styled(text.as_str(), look).render(cut(place), buf)));
    }

    #[test]
    fn the_width_of_a_text_is_the_librarys(text in text()) {
        prop_assert_eq!(cells::width(&text), unicode_width::UnicodeWidthStr::width(text.as_str()));
        prop_assert_eq!(text.chars().all(cells::is_narrow), cells::is_plain(&text));
    }

    #[test]
    fn marks_are_drawn_letter_by_letter(text in text(), marks in prop::collection::btree_set(0..12_usize, 0..5)) {
        let (look, hit) = (Style::new().fg(Color::Blue), Style::new().fg(Color::Yellow).bold());
        let marks: Vec<usize> = marks.into_iter().collect();
        let style = |at: usize| if marks.contains(&at) { hit } else { look };
        let mut spans: Vec<(String, Style)> = Vec::new();
        for (at, letter) in text.chars().enumerate() {
            match spans.last_mut().filter(|(_, last)| *last == style(at)) {
                Some((run, _)) => run.push(letter),
                None => spans.push((letter.to_string(), style(at))),
            }
        }
        let line: Line = spans.into_iter().map(|(run, look)| Span::styled(run, look)).collect();
        let ours = drawn(|buf| paint::marked(&text, &marks, (look, hit), AREA, buf));
        prop_assert_eq!(ours, drawn(|buf| (&line).render(cut(AREA), buf)));
    }

    #[test]
    fn prose_is_broken_as_the_library_breaks_it(
        words in prop::collection::vec("[a-zæøå.,]{1,9}|[a-z]{1,4}-[a-z]{1,4}|コ|", 0..12),
        width in 1..24_usize,
    ) {
        let text = words.join(" ");
        let lines: Vec<String> = textwrap::wrap(&text, width).into_iter().map(std::borrow::Cow::into_owned).collect();
        prop_assert_eq!(paint::wrap(&text, width), lines);
    }

    #[test]
    fn what_is_sent_makes_up_the_frame(
        pictures in prop::collection::vec(prop::collection::vec((text(), look(), 0..12_u16, 0..3_u16), 0..5), 1..5),
    ) {
        let mut frames = Frames::sized(AREA);
        let mut screen = TestBackend::new(AREA.width, AREA.height);
        for picture in pictures {
            let wanted = painted(&picture);
            frames.draw(&mut screen, |_, buf| buf.clone_from(&wanted)).unwrap();
            prop_assert_eq!(seen(screen.buffer()), seen(&wanted));
        }
    }

    #[test]
    fn a_terminal_shows_what_it_is_sent_where_wide_letters_come_and_go(
        pictures in prop::collection::vec(
            prop::collection::vec(("[ab コ한å–]{0,9}", look(), 0..12_u16, 0..3_u16), 0..4),
            1..6,
        ),
    ) {
        let mut frames = Frames::sized(AREA);
        let mut terminal = vt100::Parser::new(NonZero::new(AREA.height).unwrap(), NonZero::new(AREA.width).unwrap(), 0);
        for picture in pictures {
            let wanted = painted(&picture);
            let mut bytes = Vec::new();
            frames.draw(&mut CrosstermBackend::new(&mut bytes), |_, buf| buf.clone_from(&wanted)).unwrap();
            terminal.process(&bytes);
            let rows: Vec<String> = terminal.screen().rows(0, AREA.width).map(|row| row.trim_end().to_owned()).collect();
            prop_assert_eq!(rows.join("\n"), common::text(&wanted));
        }
    }
}

/// An empty frame with some texts in it.
fn painted(picture: &[(String, Style, u16, u16)]) -> Buffer {
    let mut buf = Buffer::empty(AREA);
    for (text, look, x, y) in picture {
        cells::put(text, *look, Rect::new(*x, *y, AREA.width, 1), &mut buf);
    }
    buf
}

/// The cells that can be seen: none that a wide symbol covers.
fn seen(buf: &Buffer) -> Vec<(u16, u16, Cell)> {
    let mut seen = Vec::new();
    for y in buf.area.y..buf.area.bottom() {
        let mut x = buf.area.x;
        while let Some(cell) = buf.cell((x, y)) {
            seen.push((x, y, cell.clone()));
            x += cell.cell_width().max(1);
        }
    }
    seen
}

/// The letters that are marked in the frame, row by row.
fn marked(buf: &Buffer) -> Vec<String> {
    let is_marked = |cell: &&Cell| cell.modifier.contains(Modifier::BOLD | Modifier::UNDERLINED);
    let row = |cells: &[Cell]| cells.iter().filter(is_marked).map(Cell::symbol).collect();
    let rows: Vec<String> = buf.content.chunks(usize::from(buf.area.width)).map(row).collect();
    rows.into_iter().filter(|row| !row.is_empty()).collect()
}

#[test]
fn names_in_any_script_are_shown_and_marked_in_the_list() {
    let names = ["コーヒー og kafé", "👍👍 kafé 👩🔬", "z\u{300}\u{301} kafé ‹x›", "Kafé på – Åpen", "한국 קפה kafé"];
    let card = |(at, name): (usize, &&str)| -> Tool {
        ron::from_str(&format!("(version: 1, id: \"own-{at}\", name: \"{name}\")")).expect("a card with a name")
    };
    let catalogue = Catalogue::new(Vec::new(), names.iter().enumerate().map(card).collect());
    let model = Model::new(Facts::default(), catalogue, Lang::Nb, Zone::UTC);
    for size in [(57, 16), (80, 24), (200, 50)] {
        let buf = common::opened(&model, "09:00", size).keys("'kafe'").buffer(size);
        let text = common::text(&buf);
        for name in names {
            assert!(text.contains(name), "{name} in\n{text}");
        }
        let is_right = |row: &String| row.to_lowercase() == "kafé";
        let marked = marked(&buf);
        assert!(marked.len() == names.len() && marked.iter().all(is_right), "{marked:?} in\n{text}");
    }
}
