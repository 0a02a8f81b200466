//! Digits, colon, dash and plus built from strokes of even thickness: crisp at every size, all digits equally wide, so
//! that a clock does not jump. One *point* is a column wide and half a row high, which is about square.

use super::canvas::Canvas;
use ratatui::layout::Size;

/// The fewest rows in which strokes can be told apart.
const LEAST_ROWS: u16 = 3;

/// One character by the strokes it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glyph {
    /// As on a seven-part display.
    Digit(u8),
    One,
    Colon,
    Dash,
    Plus,
}

const TOP: u8 = 1;
const MIDDLE: u8 = 2;
const BOTTOM: u8 = 4;
const UPPER_LEFT: u8 = 8;
const UPPER_RIGHT: u8 = 16;
const LOWER_LEFT: u8 = 32;
const LOWER_RIGHT: u8 = 64;
const BARS: u8 = TOP | MIDDLE | BOTTOM;
const RIGHT: u8 = UPPER_RIGHT | LOWER_RIGHT;
const LEFT: u8 = UPPER_LEFT | LOWER_LEFT;

/// The glyphs of a clock time or a number; nothing when `text` is not one.
pub(super) fn glyphs(text: &str) -> Option<Vec<Glyph>> {
    let glyph = |symbol| {
        Some(match symbol {
            '0' => Glyph::Digit(TOP | BOTTOM | LEFT | RIGHT),
            '1' => Glyph::One,
            '2' => Glyph::Digit(BARS | UPPER_RIGHT | LOWER_LEFT),
            '3' => Glyph::Digit(BARS | RIGHT),
            '4' => Glyph::Digit(MIDDLE | UPPER_LEFT | RIGHT),
            '5' => Glyph::Digit(BARS | UPPER_LEFT | LOWER_RIGHT),
            '6' => Glyph::Digit(BARS | LEFT | LOWER_RIGHT),
            '7' => Glyph::Digit(TOP | RIGHT),
            '8' => Glyph::Digit(BARS | LEFT | RIGHT),
            '9' => Glyph::Digit(BARS | UPPER_LEFT | RIGHT),
            ':' => Glyph::Colon,
            '-' | '–' => Glyph::Dash,
            '+' => Glyph::Plus,
            _ => return None,
        })
    };
    text.chars().map(glyph).collect::<Option<Vec<Glyph>>>().filter(|glyphs| !glyphs.is_empty())
}

/// The measures of one size, in points.
#[derive(Debug, Clone, Copy)]
struct Cut {
    height: usize,
    /// Of a digit.
    width: usize,
    /// Thickness of a stroke.
    stroke: usize,
    /// Between two glyphs.
    gap: usize,
}

impl Cut {
    /// The measures for so many rows, with digits `width` wide.
    fn of(rows: u16, width: impl Fn(usize) -> usize) -> Cut {
        let whole = usize::from(rows) * 2;
        let stroke = ((whole * 2 + 5) / 11).max(1);
        let height = whole - stroke % 2;
        let width = width(height).max(stroke * 2 + 1);
        Cut { height, width: width + (width + stroke) % 2, stroke, gap: (stroke * 3).div_ceil(4) }
    }

    fn width_of(self, glyph: Glyph) -> usize {
        match glyph {
            Glyph::Digit(_) | Glyph::One | Glyph::Plus => self.width,
            Glyph::Colon => self.stroke,
            Glyph::Dash => self.width.saturating_sub(self.stroke),
        }
    }

    fn total(self, glyphs: &[Glyph]) -> usize {
        let widths: usize = glyphs.iter().map(|glyph| self.width_of(*glyph)).sum();
        widths + self.gap * glyphs.len().saturating_sub(1)
    }

    /// The largest measures at which `glyphs` stay within `room`: as high as possible, then as wide as looks well.
    fn largest(glyphs: &[Glyph], room: Size) -> Option<Cut> {
        let tall = (LEAST_ROWS..=room.height).rev();
        let shapes: [fn(usize) -> usize; 3] = [|height| height * 7 / 10, |height| height * 3 / 5, |height| height / 2];
        let cuts = tall.flat_map(|rows| shapes.map(|shape| Cut::of(rows, shape)));
        cuts.into_iter().find(|cut| cut.total(glyphs) <= usize::from(room.width))
    }

    /// Whether the point (x, y) of `glyph` is inked, before its corners are cut.
    fn inked(self, glyph: Glyph, x: usize, y: usize) -> bool {
        let Cut { height, width, stroke, .. } = self;
        if x >= self.width_of(glyph) || y >= height {
            return false;
        }
        let middle = (height - stroke) / 2;
        let at_middle = (middle..middle + stroke).contains(&y);
        let centre = (width - stroke) / 2;
        let at_centre = (centre..centre + stroke).contains(&x);
        match glyph {
            Glyph::Digit(parts) => self.in_digit(parts, x, y),
            Glyph::One => at_centre || y + stroke >= height || (y < stroke && (centre / 2..centre).contains(&x)),
            Glyph::Colon => self.in_colon(y),
            Glyph::Dash => at_middle,
            Glyph::Plus => at_middle || (at_centre && y + centre >= middle && y < middle + stroke + centre),
        }
    }

    fn in_digit(self, parts: u8, x: usize, y: usize) -> bool {
        let Cut { height, width, stroke, .. } = self;
        let has = |part: u8| parts & part != 0;
        let middle = (height - stroke) / 2;
        let (upper, lower) = (y < middle + stroke, y >= middle);
        (has(TOP) && y < stroke)
            || (has(MIDDLE) && upper && lower)
            || (has(BOTTOM) && y + stroke >= height)
            || (x < stroke && ((has(UPPER_LEFT) && upper) || (has(LOWER_LEFT) && lower)))
            || (x + stroke >= width && ((has(UPPER_RIGHT) && upper) || (has(LOWER_RIGHT) && lower)))
    }

    /// Two squares that lie evenly above and below the middle.
    fn in_colon(self, y: usize) -> bool {
        let first = (self.height - self.stroke * 2) / 4 + self.stroke / 4;
        let dot = |top: usize| (top..top + self.stroke).contains(&y);
        dot(first) || dot(self.height - self.stroke - first)
    }

    /// Whether the point lies in a corner that is cut off, so that thick strokes do not end like bricks.
    fn cut_off(self, glyph: Glyph, x: usize, y: usize) -> bool {
        let depth = self.stroke / 4;
        if depth == 0 || !self.is_near_a_corner(glyph, (x, y), depth) {
            return false;
        }
        let steps = (0..depth).flat_map(|x| (0..depth - x).map(move |y| (x, y)));
        steps.into_iter().any(|(across, down)| {
            let columns =
                [x.checked_sub(across).map(|at| (at, at.checked_sub(1))), Some((x + across, Some(x + across + 1)))];
            let rows = [y.checked_sub(down).map(|at| (at, at.checked_sub(1))), Some((y + down, Some(y + down + 1)))];
            let corners = columns
                .into_iter()
                .flatten()
                .flat_map(|column| rows.into_iter().flatten().map(move |row| (column, row)));
            corners.into_iter().any(|(column, row)| self.is_corner(glyph, column, row))
        })
    }

    /// Whether there is no ink within `depth` on at least one side, and above or below.
    fn is_near_a_corner(self, glyph: Glyph, (x, y): (usize, usize), depth: usize) -> bool {
        let inked = |x: Option<usize>, y: Option<usize>| x.zip(y).is_some_and(|(x, y)| self.inked(glyph, x, y));
        let beside = inked(x.checked_sub(depth), Some(y)) && inked(Some(x + depth), Some(y));
        let above = inked(Some(x), y.checked_sub(depth)) && inked(Some(x), Some(y + depth));
        !beside && !above
    }

    /// Whether the point is inked while its neighbours outward (none beyond the edge) are not.
    fn is_corner(self, glyph: Glyph, (x, beside): (usize, Option<usize>), (y, above): (usize, Option<usize>)) -> bool {
        let inked = |x: Option<usize>, y: Option<usize>| x.zip(y).is_some_and(|(x, y)| self.inked(glyph, x, y));
        inked(Some(x), Some(y)) && !inked(beside, Some(y)) && !inked(Some(x), above)
    }
}

/// `glyphs` as large as `room` allows.
pub(super) fn build(glyphs: &[Glyph], room: Size) -> Option<Canvas> {
    let cut = Cut::largest(glyphs, room)?;
    let mut canvas = Canvas::new(cut.total(glyphs) * 2, cut.height);
    let mut left = 0;
    for glyph in glyphs {
        let points = (0..cut.height).flat_map(|y| (0..cut.width_of(*glyph)).map(move |x| (x, y)));
        for (x, y) in points.filter(|(x, y)| cut.inked(*glyph, *x, *y) && !cut.cut_off(*glyph, *x, *y)) {
            canvas.set((left + x) * 2, y);
            canvas.set((left + x) * 2 + 1, y);
        }
        left += cut.width_of(*glyph) + cut.gap;
    }
    Some(canvas)
}
