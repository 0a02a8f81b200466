//! A drawn buffer as SVG: one rectangle per run of background, one text per run of style, block elements as
//! rectangles so that no font can tear them.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write as _;

/// A cell in pixels: a whole number each way, else seams show.
const CELL: (u16, u16) = (10, 20);

/// How far below the top of its cell a letter stands.
const BASELINE: u16 = 15;

/// The whole buffer as one picture on `ground` with `ink` where a cell has no colours of its own.
pub fn picture(buf: &Buffer, ink: Color, ground: Color) -> String {
    let (width, height) = (buf.area.width * CELL.0, buf.area.height * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"16.6\" xml:space=\"preserve\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        hex(ground)
    );
    for row in 0..buf.area.height {
        let cells: Vec<&Cell> = (0..buf.area.width).filter_map(|column| buf.cell((column, row))).collect();
        runs(
            &cells,
            |cell| colours(cell, ink, ground).1,
            |start, run| {
                let fill = colours(run.first().copied().unwrap_or(&Cell::EMPTY), ink, ground).1;
                if fill != ground {
                    rect(&mut svg, (start, row), (0, 0), (run.len() as u16 * CELL.0, CELL.1), fill);
                }
            },
        );
        runs(
            &cells,
            |cell| (colours(cell, ink, ground).0, weight(cell), kind(cell)),
            |start, run| {
                glyphs(&mut svg, start, row, run, (ink, ground));
            },
        );
    }
    svg + "</svg>\n"
}

/// Calls `draw` with the first column and the cells of each run that is alike in `key`.
fn runs<'a, K: PartialEq>(cells: &[&'a Cell], key: impl Fn(&Cell) -> K, mut draw: impl FnMut(u16, &[&'a Cell])) {
    let mut start = 0;
    for run in cells.chunk_by(|left, right| key(left) == key(right)) {
        draw(start, run);
        start += run.len() as u16;
    }
}

/// How a cell is drawn.
#[derive(PartialEq)]
enum Kind {
    Letters,
    Block,
}

fn kind(cell: &Cell) -> Kind {
    match cell.symbol().chars().next() {
        Some('\u{2580}'..='\u{259F}') => Kind::Block,
        _ => Kind::Letters,
    }
}

fn weight(cell: &Cell) -> Modifier {
    cell.modifier & (Modifier::BOLD | Modifier::ITALIC | Modifier::UNDERLINED | Modifier::DIM)
}

/// Ink and ground of a cell, with reverse video carried out.
fn colours(cell: &Cell, ink: Color, ground: Color) -> (Color, Color) {
    let or = |colour: Color, other: Color| if colour == Color::Reset { other } else { colour };
    let (fg, bg) = (or(cell.fg, ink), or(cell.bg, ground));
    if cell.modifier.contains(Modifier::REVERSED) { (bg, fg) } else { (fg, bg) }
}

fn glyphs(svg: &mut String, start: u16, row: u16, run: &[&Cell], (ink, ground): (Color, Color)) {
    let Some(first) = run.first() else { return };
    let fill = colours(first, ink, ground).0;
    if kind(first) == Kind::Block {
        for (offset, cell) in run.iter().enumerate() {
            block(svg, (start + offset as u16, row), cell.symbol(), fill);
        }
        return;
    }
    let text: String = run.iter().map(|cell| cell.symbol()).collect();
    if text.trim().is_empty() {
        return;
    }
    let lead = text.chars().take_while(|c| *c == ' ').count() as u16;
    let shown = text.trim();
    let style = [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ];
    let style: String =
        style.iter().filter(|(flag, _)| first.modifier.contains(*flag)).map(|(_, text)| *text).collect();
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" fill=\"{}\"{style} textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
        (start + lead) * CELL.0,
        row * CELL.1 + BASELINE,
        hex(fill),
        shown.chars().count() as u16 * CELL.0,
        escaped(shown),
    );
}

/// A block element (U+2580–259F) as rectangles, in eighths of the cell.
fn block(svg: &mut String, at: (u16, u16), symbol: &str, fill: Color) {
    let (w, h) = CELL;
    let mut draw = |offset, size| rect(svg, at, offset, size, fill);
    match symbol.chars().next().map_or(0, u32::from) {
        0x2580 => draw((0, 0), (w, h / 2)),
        code @ 0x2581..=0x2588 => {
            let height = (code - 0x2580) as u16 * h / 8;
            draw((0, h - height), (w, height));
        }
        code @ 0x2589..=0x258F => draw((0, 0), ((0x2590 - code) as u16 * w / 8, h)),
        0x2590 => draw((w / 2, 0), (w / 2, h)),
        0x2594 => draw((0, 0), (w, h / 8)),
        0x2595 => draw((w - w / 8, 0), (w / 8, h)),
        code @ 0x2596..=0x259F => {
            let corners = QUADRANTS.get(code as usize - 0x2596).copied().unwrap_or([false; 4]);
            let offsets = [(0, 0), (w / 2, 0), (0, h / 2), (w / 2, h / 2)];
            offsets.into_iter().zip(corners).filter(|(_, on)| *on).for_each(|(offset, _)| draw(offset, (w / 2, h / 2)));
        }
        code => draw((0, 0), if code == 0x2591 { (w, h / 4) } else { (w, h / 2) }),
    }
}

/// Which quarters (upper left, upper right, lower left, lower right) the characters from U+2596 fill.
const QUADRANTS: [[bool; 4]; 10] = [
    [false, false, true, false],
    [false, false, false, true],
    [true, false, false, false],
    [true, false, true, true],
    [true, false, false, true],
    [true, true, true, false],
    [true, true, false, true],
    [false, true, false, false],
    [false, true, true, false],
    [false, true, true, true],
];

fn rect(svg: &mut String, (column, row): (u16, u16), (dx, dy): (u16, u16), (width, height): (u16, u16), fill: Color) {
    let (x, y) = (column * CELL.0 + dx, row * CELL.1 + dy);
    let _ = writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", hex(fill));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Screenshots are taken in 24-bit colour, so every colour is one.
fn hex(colour: Color) -> String {
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        other => panic!("{other:?} is not a 24-bit colour"),
    }
}
