//! How a scene fills the wall at any size: text in a readable measure, digits in all the rows that are left.

use super::large::{self, Set};
use super::scene::{Foot, Scene};
use crate::domain::text::{Lang, Words, words};
use crate::model::Model;
use crate::ui::theme::{Tone, style};
use crate::ui::{digits as letters, paint, signal, timebar};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

pub(super) use crate::ui::LEAST;

/// The widest column of text: a few words more than at the size the wall is designed for.
pub(super) const MEASURE: u16 = 60;

/// The fewest rows that large digits are given; below them the time stands in one bold line.
const DIGIT_ROWS: u16 = 5;

/// From so many rows on an ordinary line is lost beside the digits.
const TALL: u16 = 40;

/// Most lines of the question.
const QUESTION_LINES: usize = 2;

const TOO_SMALL: Words =
    words("Litt større vindu, takk", "Litt større vindauge, takk", "A slightly larger window, please");

/// Empty rows around the pieces of the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Air {
    /// Above the title and below the foot.
    edge: u16,
    /// Below the title.
    head: u16,
    /// Between question and instruction.
    pause: u16,
    /// Between two lines of text.
    leading: u16,
    /// Between the text and the large letters.
    gap: u16,
    /// Between the large letters and the line under them.
    under: u16,
    /// Above the foot.
    base: u16,
}

impl Air {
    const NONE: Air = Air { edge: 0, head: 0, pause: 0, leading: 0, gap: 0, under: 0, base: 0 };
    /// What the designed size has: sixteen rows with six lines of text and five rows of digits.
    const DESIGNED: Air = Air { head: 1, gap: 1, base: 1, ..Air::NONE };
    /// The same with question and instruction told apart by a row too.
    const PARTED: Air = Air { pause: 1, ..Air::DESIGNED };
    /// With letters of four rows all over a tall wall.
    const LARGE: Air = Air { edge: 1, head: 2, pause: 1, gap: 2, under: 1, base: 2, ..Air::NONE };
    /// What is left of it in twelve rows.
    const CLOSE: Air = Air { gap: 1, ..Air::NONE };

    /// As much as `height` rows give, with text that has much room, or little.
    fn wide(height: u16) -> [Air; 2] {
        let gap = (height / 16).max(1);
        let more = u16::from(height >= 24);
        let roomy = Air {
            edge: (height / 8).saturating_sub(2),
            head: gap + more,
            pause: 1 + more,
            leading: u16::from(height >= 32),
            gap: gap + more,
            under: more,
            base: gap + more,
        };
        [roomy, Air { edge: gap - 1, head: gap, pause: 1, leading: 0, gap, under: more, base: gap }]
    }
}

/// What of the text is in letters of four rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Large {
    Nothing,
    /// The question, which is what the room works with.
    Question(Set),
    All(Set),
}

/// How the title, the line under the large letters and the words of the foot are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    Ordinary,
    /// In letters of four rows, as far as each goes into one line.
    Large,
}

impl Around {
    /// The rows of `text` in `width` columns.
    fn rows(self, text: &str, width: u16) -> u16 {
        match self {
            _ if text.is_empty() => 0,
            Around::Large if large::is_one_line(text, width) => large::LETTERS,
            Around::Ordinary | Around::Large => 1,
        }
    }

    /// The rows of the foot in an area like `inner`.
    fn foot(self, foot: &Foot, inner: Rect) -> u16 {
        match foot {
            Foot::Nothing => 0,
            Foot::Signal(_, text) | Foot::Sign(text) if self.rows(text, inner.width) > 1 => large::LETTERS + 2,
            Foot::Signal(..) | Foot::Sign(_) if inner.height >= 32 => 3,
            Foot::Bar { beside, .. } => self.rows(beside, inner.width / 2).max(1),
            Foot::Signal(..) | Foot::Sign(_) => 1,
        }
    }
}

/// The pieces of a scene with the rows they take.
struct Plan {
    air: Air,
    question: Vec<String>,
    /// The instruction, in lines.
    say: Vec<String>,
    letters: Large,
    title: u16,
    under: u16,
    foot: u16,
    /// For the large letters.
    large: u16,
}

/// Says that the wall is too small, as far as there is room.
pub(super) fn too_small(model: &Model, lang: Lang, area: Rect, buf: &mut Buffer) {
    let lines = paint::wrap(TOO_SMALL.pick(lang), usize::from(area.width));
    let lines = lines.into_iter().chain([format!("{} × {}", LEAST.0, LEAST.1)]);
    let top = paint::below(area, area.height.saturating_sub(3) / 2);
    for (index, line) in (0..top.height).zip(lines) {
        paint::middle(&line, style(model, Tone::Wall), paint::row(top, index), buf);
    }
}

/// The columns that are free at each side.
pub(super) fn margin(area: Rect) -> u16 {
    if area.width < 57 { 1 } else { area.width / 19 }
}

/// Draws `scene` into the whole of `area`.
pub(super) fn draw(model: &Model, scene: &Scene, area: Rect, buf: &mut Buffer) {
    let inner = paint::inset(area, margin(area));
    let plan = Plan::fitting(scene, inner);
    let rest = paint::below(inner, plan.air.edge);
    large::middle(model, (&scene.title, Tone::WallTitle), Rect { height: plan.title.min(rest.height), ..rest }, buf);
    let rest = paint::below(rest, plan.title + plan.air.head);
    match plan.letters {
        Large::Nothing => text(model, &plan, rest, buf),
        Large::Question(set) | Large::All(set) => large_text(model, (&plan, set), rest, buf),
    }
    let rest = paint::below(rest, plan.text_rows() + plan.gap());
    digits(model, &scene.large, Rect { height: plan.large.min(rest.height), ..rest }, buf);
    let rest = paint::below(rest, plan.large);
    let under = paint::below(rest, plan.air.under);
    let height = plan.under.saturating_sub(plan.air.under).min(under.height);
    large::middle(model, (&scene.under, Tone::WallTitle), Rect { height, ..under }, buf);
    let bottom = paint::below(inner, inner.height.saturating_sub(plan.air.edge + plan.foot));
    foot(model, &scene.foot, Rect { height: plan.foot.min(bottom.height), ..bottom }, buf);
}

impl Plan {
    /// The most generous air with which the digits get enough rows; when there is none, as much text as goes in.
    fn fitting(scene: &Scene, inner: Rect) -> Plan {
        if let Some(plan) = Plan::tall(scene, inner) {
            return plan;
        }
        let [roomy, fair] = Air::wide(inner.height);
        let third = (inner.height / 3).max(DIGIT_ROWS + 2);
        let wishes = [
            (roomy, third.max(inner.height / 2)),
            (fair, third),
            (Air::PARTED, DIGIT_ROWS),
            (Air::DESIGNED, DIGIT_ROWS),
            (Air::CLOSE, DIGIT_ROWS),
            (Air::DESIGNED, 1),
            (Air::NONE, 1),
        ];
        let mut plans = wishes.into_iter().map(|(air, rows)| (Plan::of(scene, inner, (air, Around::Ordinary)), rows));
        let found = plans.find(|(plan, rows)| plan.large >= *rows).map(|(plan, _)| plan);
        found.unwrap_or_else(|| Plan::of(scene, inner, (Air::NONE, Around::Ordinary)).cut(inner.height))
    }

    /// With its text in large letters, on a tall wall where these fit: task and question in the same size before either
    /// alone, and the digits smaller for it.
    fn tall(scene: &Scene, inner: Rect) -> Option<Plan> {
        let [_, fair] = Air::wide(inner.height);
        let question = Some(Large::Question(Set::Narrow)).filter(|_| !scene.question.is_empty());
        let all = [Large::All(Set::Wide), Large::All(Set::Narrow)].into_iter().chain(question);
        let wishes = all.flat_map(|letters| {
            let airs = [(fair, inner.height / 5), (Air::LARGE, DIGIT_ROWS + 2), (Air::PARTED, DIGIT_ROWS)];
            [Around::Large, Around::Ordinary].into_iter().flat_map(move |around| airs.map(|air| (letters, around, air)))
        });
        let mut plans = wishes.filter(|_| inner.height >= TALL).filter_map(|(letters, around, (air, rows))| {
            let plan = Plan::of(scene, inner, (air, around)).enlarged(letters, scene, inner)?;
            (plan.large >= rows).then_some(plan)
        });
        plans.next()
    }

    fn of(scene: &Scene, inner: Rect, (air, around): (Air, Around)) -> Plan {
        let under = around.rows(&scene.under, inner.width);
        let under = if under == 0 { 0 } else { under + air.under };
        let (title, foot) = (around.rows(&scene.title, inner.width).max(1), around.foot(&scene.foot, inner));
        let (question, say) = lines(scene, inner.width.min(MEASURE));
        let mut plan = Plan { air, question, say, letters: Large::Nothing, title, under, foot, large: 0 };
        if plan.question.is_empty() || plan.say.is_empty() {
            plan.air.pause = 0;
        }
        if under == 0 {
            plan.air.under = 0;
        }
        let taken = plan.taken();
        Plan { large: inner.height.saturating_sub(taken), ..plan }
    }

    /// The same with its text in large letters, as far as there is text; nothing when these do not fit.
    fn enlarged(self, letters: Large, scene: &Scene, inner: Rect) -> Option<Plan> {
        let (Large::All(set) | Large::Question(set)) = letters else { return None };
        let lines = |text: &str| if text.is_empty() { Some(Vec::new()) } else { set.lines(text, inner.width) };
        let question = lines(&scene.question)?;
        let say = if letters == Large::All(set) { lines(&scene.say)? } else { self.say };
        let plan = Plan { question, say, letters, ..self };
        Some(Plan { large: inner.height.checked_sub(plan.taken())?, ..plan })
    }

    /// The rows of everything but the large letters.
    fn taken(&self) -> u16 {
        let Air { edge, head, base, .. } = self.air;
        let base = if self.foot > 0 { base } else { 0 };
        edge * 2 + self.title + head + self.text_rows() + self.gap() + self.under + base + self.foot
    }

    fn text_rows(&self) -> u16 {
        let ordinary = |lines: u16| lines + lines.saturating_sub(1) * self.air.leading;
        match self.letters {
            Large::Nothing => ordinary(rows(&self.question) + rows(&self.say)) + self.air.pause,
            Large::Question(_) => self.question_rows() + ordinary(rows(&self.say)),
            Large::All(_) => self.question_rows() + large::rows(self.say.len()),
        }
    }

    /// The rows of the question in large letters, and what parts it from the instruction.
    fn question_rows(&self) -> u16 {
        if self.question.is_empty() { 0 } else { large::rows(self.question.len()) + self.air.pause * 2 }
    }

    /// The rows between the text, if there is any, and the large letters.
    fn gap(&self) -> u16 {
        if self.text_rows() == 0 { 0 } else { self.air.gap }
    }

    /// Without the last lines of text, so that one of `height` rows is left for the time.
    fn cut(mut self, height: u16) -> Plan {
        let room = height.saturating_sub(2 + self.under + self.foot + rows(&self.question));
        if rows(&self.say) > room {
            self.say.truncate(usize::from(room));
            mark_as_cut(&mut self.say);
        }
        Plan { large: 1, ..self }
    }
}

fn rows(lines: &[String]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX / 8)
}

fn mark_as_cut(lines: &mut [String]) {
    if let Some(last) = lines.last_mut() {
        last.push('…');
    }
}

/// The question (at most two lines) and the instruction, in lines of at most `width` columns.
fn lines(scene: &Scene, width: u16) -> (Vec<String>, Vec<String>) {
    let wrapped = |text: &str| if text.is_empty() { Vec::new() } else { paint::wrap(text, usize::from(width)) };
    let mut question = wrapped(&scene.question);
    if question.len() > QUESTION_LINES {
        question.truncate(QUESTION_LINES);
        mark_as_cut(&mut question);
    }
    (question, wrapped(&scene.say))
}

/// The question in large letters above the instruction.
fn large_text(model: &Model, (plan, set): (&Plan, Set), area: Rect, buf: &mut Buffer) {
    let is_all = plan.letters == Large::All(set);
    let beside = if is_all { set.widest(&plan.say, area.width) } else { 0 };
    let widest = set.widest(&plan.question, area.width).max(beside);
    let column = Rect { width: widest, ..paint::inset(area, area.width.saturating_sub(widest) / 2) };
    set.draw(model, (&plan.question, Tone::WallTitle), column, buf);
    let rest = paint::below(area, plan.question_rows());
    if is_all {
        set.draw(model, (&plan.say, Tone::Wall), paint::below(column, plan.question_rows()), buf);
    } else {
        ordinary(model, (&plan.say, Tone::Wall), 1 + plan.air.leading, middle_column(&plan.say, rest), buf);
    }
}

/// Text stands as a block in the middle, its lines flush left.
fn text(model: &Model, plan: &Plan, area: Rect, buf: &mut Buffer) {
    let column = middle_column(plan.question.iter().chain(&plan.say), area);
    let step = 1 + plan.air.leading;
    ordinary(model, (&plan.question, Tone::WallTitle), step, column, buf);
    let say = paint::below(column, rows(&plan.question) * step + plan.air.pause);
    ordinary(model, (&plan.say, Tone::Wall), step, say, buf);
}

/// The part of `area` that puts `lines` in its middle as a block.
fn middle_column<'a>(lines: impl IntoIterator<Item = &'a String>, area: Rect) -> Rect {
    let widest = lines.into_iter().map(|line| line.width()).max().unwrap_or(0);
    let widest = u16::try_from(widest).unwrap_or(u16::MAX);
    paint::inset(area, area.width.saturating_sub(widest) / 2)
}

/// Draws `lines`, one in every `step` rows.
fn ordinary(model: &Model, (lines, tone): (&[String], Tone), step: u16, area: Rect, buf: &mut Buffer) {
    for (index, line) in (0u16..).zip(lines) {
        paint::text(line, style(model, tone), paint::row(area, index * step), buf);
    }
}

/// The large letters, or one bold line where they do not fit.
fn digits(model: &Model, text: &str, area: Rect, buf: &mut Buffer) {
    let look = style(model, Tone::Wall);
    let drawn = if area.height < DIGIT_ROWS { None } else { letters::draw(text, area, look, buf) };
    if drawn.is_none() {
        paint::middle(
            text,
            look.add_modifier(Modifier::BOLD),
            paint::row(area, area.height.saturating_sub(1) / 2),
            buf,
        );
    }
}

fn foot(model: &Model, foot: &Foot, area: Rect, buf: &mut Buffer) {
    match foot {
        Foot::Nothing => {}
        Foot::Signal(level, text) if area.height < large::LETTERS => signal::bar(model, *level, text, area, buf),
        Foot::Signal(level, text) => {
            signal::bar(model, *level, "", area, buf);
            large::middle(model, (text, signal::tone(*level).unwrap_or(Tone::Wall)), area, buf);
        }
        Foot::Sign(text) => large::middle(model, (text, Tone::WallTitle), area, buf),
        Foot::Bar { left, length, beside } if beside.is_empty() => timebar::draw(model, *left, *length, area, buf),
        Foot::Bar { left, length, beside } if area.height >= large::LETTERS => {
            let words = Set::Narrow.widest(std::slice::from_ref(beside), area.width).min(area.width);
            let bar = Rect { width: area.width.saturating_sub(words + 4), ..area };
            (1..area.height - 1).for_each(|row| timebar::draw(model, *left, *length, paint::row(bar, row), buf));
            let place = Rect { x: area.right() - words, width: words, ..area };
            large::middle(model, (beside, Tone::Wall), place, buf);
        }
        Foot::Bar { left, length, beside } => {
            let words = u16::try_from(beside.width() + 2).unwrap_or(u16::MAX).min(area.width);
            timebar::draw(model, *left, *length, Rect { width: area.width - words, ..area }, buf);
            paint::right(beside, style(model, Tone::Wall), area, buf);
        }
    }
}
