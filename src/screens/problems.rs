//! What is wrong with the files: each place with what was expected there, and the drawing of the fault where there is one.

use crate::domain::Problem;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::model::Model;
use crate::screen::{Binding, Cx, Face, Screen};
use crate::screens::moves::{self, Moves};
use crate::ui::list::Move;
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The list of problems, scrolled so many lines down.
#[derive(Debug, Default)]
pub struct Problems {
    scroll: usize,
}

/// The widest the box becomes, in columns of text.
const WIDTH: u16 = 100;

impl Problems {}

fn width(area: Rect) -> u16 {
    area.width.saturating_sub(4).min(WIDTH)
}

fn size(lines: &[Line<'_>], area: Rect) -> (u16, u16) {
    (width(area), u16::try_from(lines.len()).unwrap_or(u16::MAX))
}

/// All problems, an empty line between them.
fn lines(model: &Model, width: u16) -> Vec<Line<'static>> {
    let width = usize::from(width.saturating_sub(1));
    let each: Vec<Vec<Line>> = model.problems.iter().map(|problem| told(model, problem, width)).collect();
    each.join(&Line::default())
}

fn told(model: &Model, problem: &Problem, width: usize) -> Vec<Line<'static>> {
    let place = paint::wrap(&problem.place, width).into_iter().map(|line| (line, Tone::Title));
    let left = columns_left_out(&problem.text, width);
    let text = problem.text.lines().flat_map(|line| match gutter(line) {
        Some(gutter) => vec![shifted(line, gutter, left)],
        None => paint::wrap(line, width),
    });
    let text = text.map(|line| (paint::cut(&line, width), Tone::Text));
    let shown = place.filter(|(line, _)| !line.is_empty()).chain(text);
    shown.map(|(line, tone)| Line::styled(line, style(model, tone))).collect()
}

/// How many characters stand before the source in a line of a drawing (`12 | title: 5`); none in other lines.
fn gutter(line: &str) -> Option<usize> {
    let (before, _) = line.split_once('|')?;
    before.trim().chars().all(|c| c.is_ascii_digit()).then_some(before.chars().count() + 2)
}

/// How far the source of a drawing is moved to the left so that its caret is seen in `width` columns.
fn columns_left_out(text: &str, width: usize) -> usize {
    let caret =
        |line: &str| Some((gutter(line)?, line.find('^').map(|_| line.chars().take_while(|c| *c != '^').count())?));
    let far = text.lines().find_map(caret);
    far.map_or(0, |(gutter, caret)| (caret + width / 4).saturating_sub(width).min(caret.saturating_sub(gutter)))
}

fn shifted(line: &str, gutter: usize, left: usize) -> String {
    line.chars().take(gutter).chain(line.chars().skip(gutter + left)).collect()
}

impl Moves for Problems {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let lines = lines(cx.model, width(cx.area));
        let page = usize::from(dialog::inside(size(&lines, cx.area), cx.area).height);
        self.scroll = step.from(self.scroll, lines.len().saturating_sub(page) + 1, page);
    }
}

impl Screen for Problems {
    const KEYS: &'static [Binding<Problems>] = moves::text!("problems");

    fn title(&self) -> Words {
        words("Om filene dine", "Om filene dine", "About your files")
    }

    fn face(&self) -> Face {
        Face::Dialog
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        let lines = lines(model, width(area));
        let inner = dialog::frame(model, model.say(self.title()), size(&lines, area), area, buf);
        let page = usize::from(inner.height);
        let start = self.scroll.min(lines.len().saturating_sub(page));
        paint::lines(lines.iter().skip(start), inner, buf);
        paint::more(model, &(start..start + page), lines.len(), inner, buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_of_a_long_line_stays_under_its_fault() {
        let text = format!("expected a number\n  |\n4 | {}X\n  | {}^ here", "a".repeat(70), " ".repeat(70));
        for width in [20, 40, 51, 100] {
            let left = columns_left_out(&text, width);
            let shown = |line: &str| gutter(line).map(|gutter| shifted(line, gutter, left)).unwrap_or_default();
            let places: Vec<_> =
                text.lines().skip(2).zip(['X', '^']).map(|(line, mark)| shown(line).find(mark)).collect();
            assert_eq!(places.first(), places.last(), "{width}");
            assert!(places.iter().flatten().all(|place| *place < width), "{places:?} in {width}");
        }
    }
}
