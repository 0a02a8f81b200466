//! Words enlarged from the 8×8 font, `æøåÆØÅé` and the en dash among them, so that letters have the shape of ordinary
//! ones. A point is a column wide, or half a column where a line is long: then upright strokes are a column wide.

use super::canvas::Canvas;
use font8x8::{BASIC_FONTS, LATIN_FONTS, UnicodeFonts};
use ratatui::layout::Size;

/// Points between two letters.
const GAP: usize = 1;

/// Points from the top of a letter to its foot.
const HEIGHT: usize = 8;

/// Points of a blank.
const BLANK: usize = 4;

/// A letter: eight rows of points, the leftmost in the lowest bit, moved to the left edge.
#[derive(Debug, Clone, Copy)]
struct Letter {
    rows: [u8; 8],
    width: usize,
}

impl Letter {
    fn of(symbol: char) -> Option<Letter> {
        let rows = match symbol {
            '–' => Some([0, 0, 0, 0x7f, 0, 0, 0, 0]),
            '…' => Some([0, 0, 0, 0, 0, 0x49, 0x49, 0]),
            '●' => Some([0, 0x3c, 0x7e, 0x7e, 0x7e, 0x7e, 0x3c, 0]),
            '▲' => Some([0, 0x08, 0x1c, 0x1c, 0x3e, 0x3e, 0x7f, 0]),
            '▮' => Some([0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0]),
            '’' | '‘' => BASIC_FONTS.get('\''),
            '“' | '”' => BASIC_FONTS.get('"'),
            _ => BASIC_FONTS.get(symbol).or_else(|| LATIN_FONTS.get(symbol)),
        }?;
        let inked = rows.iter().fold(0, |all, row| all | row);
        match (inked, symbol) {
            (0, ' ') => Some(Letter { rows, width: BLANK }),
            (0, _) => None,
            _ => Some(Letter {
                rows: rows.map(|row| row >> inked.trailing_zeros()),
                width: (8 - inked.leading_zeros() - inked.trailing_zeros()) as usize,
            }),
        }
    }
}

/// How many dots a point takes, across and down.
#[derive(Debug, Clone, Copy)]
struct Point {
    across: usize,
    down: usize,
}

impl Point {
    /// The largest point with which letters of so many points in all go into `room`: a whole number of columns wide, and
    /// as high as it is wide on the screen, or twice that.
    fn fitting(points: usize, room: Size) -> Option<Point> {
        let (width, height) = (usize::from(room.width) * 2, usize::from(room.height) * 2);
        let shapes = |columns: usize| [columns * 2, columns].map(|down| Point { across: columns * 2, down });
        let all = (1..=width / points.max(1) / 2).rev().flat_map(shapes);
        all.into_iter().find(|point| HEIGHT * point.down <= height)
    }
}

/// `text` as large as `room` allows, in whole multiples of the font's points.
pub(super) fn build(text: &str, room: Size) -> Option<Canvas> {
    let (letters, width) = set(text)?;
    Some(drawn(&letters, width, Point::fitting(width, room)?))
}

/// `text` in four rows, in letters half as wide as [`build`] has them: two points to a column.
pub(super) fn build_narrow(text: &str) -> Option<Canvas> {
    let (letters, width) = set(text)?;
    Some(drawn(&letters, width, Point { across: 1, down: 1 }))
}

/// The letters of a line, and how many points wide they are in all.
fn set(text: &str) -> Option<(Vec<Letter>, usize)> {
    let letters = text.chars().map(Letter::of).collect::<Option<Vec<Letter>>>()?;
    let width = letters.iter().map(|letter| letter.width + GAP).sum::<usize>().checked_sub(GAP)?;
    Some((letters, width))
}

fn drawn(letters: &[Letter], width: usize, point: Point) -> Canvas {
    let mut canvas = Canvas::new(width * point.across, HEIGHT * point.down);
    let mut left = 0;
    for letter in letters {
        for (y, row) in letter.rows.iter().enumerate() {
            for x in (0..letter.width).filter(|x| row >> x & 1 == 1) {
                enlarge(&mut canvas, (left + x, y), point);
            }
        }
        left += letter.width + GAP;
    }
    canvas
}

fn enlarge(canvas: &mut Canvas, (left, top): (usize, usize), point: Point) {
    for (x, y) in (0..point.across).flat_map(|x| (0..point.down).map(move |y| (x, y))) {
        canvas.set(left * point.across + x, top * point.down + y);
    }
}
