//! Words enlarged from the 8×8 font, `æøåÆØÅé` and the en dash among them, so that letters have the shape of ordinary
//! ones. A point is half a cell high at least: in quarters of a cell letters look broken from the third row.

use super::canvas::Canvas;
use font8x8::{BASIC_FONTS, LATIN_FONTS, UnicodeFonts};
use ratatui::layout::Size;

/// Points between two letters.
const GAP: usize = 1;

/// Dots of a point at the smallest size.
const LEAST_SCALE: usize = 2;

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
            '’' => BASIC_FONTS.get('\''),
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

/// `text` as large as `room` allows, in whole multiples of the font's points.
pub(super) fn build(text: &str, room: Size) -> Option<Canvas> {
    let letters = text.chars().map(Letter::of).collect::<Option<Vec<Letter>>>()?;
    let width: usize = letters.iter().map(|letter| letter.width + GAP).sum::<usize>().checked_sub(GAP)?;
    let scale = (usize::from(room.width) * 2 / width).min(usize::from(room.height) * 2 / 8);
    if scale < LEAST_SCALE {
        return None;
    }
    let mut canvas = Canvas::new(width * scale, 8 * scale);
    let mut left = 0;
    for letter in &letters {
        for (y, row) in letter.rows.iter().enumerate() {
            for x in (0..letter.width).filter(|x| row >> x & 1 == 1) {
                enlarge(&mut canvas, (left + x) * scale, y * scale, scale);
            }
        }
        left += letter.width + GAP;
    }
    Some(canvas)
}

fn enlarge(canvas: &mut Canvas, left: usize, top: usize, scale: usize) {
    for (x, y) in (0..scale).flat_map(|x| (0..scale).map(move |y| (x, y))) {
        canvas.set(left + x, top + y);
    }
}
