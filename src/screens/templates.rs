//! Agenda templates: the list one chooses from, and the agenda that is made from one.

use crate::domain::template::Template;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::domain::tool::ToolId;
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Face, Go, Mouse, Screen};
use crate::screens::moves::{self, Moves};
use crate::screens::{AGENDA, add};
use crate::ui::list::{self, Move};
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, names, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// A list of the templates: name, length, and below what the selected one is for.
#[derive(Debug, Default)]
pub struct Templates {
    selected: usize,
}

/// The columns of text in the box.
const WIDTH: u16 = 66;

/// The fewest rows of the list.
const ROWS: u16 = 3;

/// Makes an agenda from the template with this id, opens it and says so.
pub fn take(id: &ToolId, cx: &mut Cx<'_>) {
    let Some(template) = cx.model.guide.template(id) else { return };
    let agenda = template.agenda(&cx.model.catalogue, cx.model.lang);
    let room = usize::from(cx.area.width.saturating_sub(2)).saturating_sub(MADE.with(cx.model.lang, "").width());
    let made = MADE.with(cx.model.lang, paint::cut(&agenda.title, room));
    let gaps = add::gaps(&agenda).map(|words| cx.model.say(words));
    let both = gaps.map(|gaps| format!("{made} {gaps}"));
    let has_room = |text: &String| text.width() + 2 <= usize::from(cx.area.width);
    let text = both.filter(has_room).or(gaps.map(str::to_owned)).unwrap_or(made);
    add::put(cx.model, agenda);
    cx.model.notify(text, cx.now);
    cx.go = Some(Go::Place(AGENDA));
}

/// `Kick-off-dag, 5 t 30 min`.
#[must_use]
pub fn label(model: &Model, template: &Template) -> String {
    format!("{}, {}", template.name.pick(model.lang), length(model, template))
}

fn length(model: &Model, template: &Template) -> String {
    names::length(template.length(&model.catalogue), model.lang)
}

impl Templates {
    fn take(&mut self, cx: &mut Cx<'_>) {
        if let Some(template) = cx.model.guide.templates.get(self.selected) {
            take(&template.id.clone(), cx);
        }
    }

    /// Where the box is, in the rows of which the list is drawn.
    fn room(model: &Model, area: Rect) -> (Rect, Rect) {
        let (size, about) = Templates::size(model, area);
        let inner = dialog::inside(size, area);
        let list = Rect { height: inner.height.saturating_sub(1 + about).max(ROWS), ..inner }.intersection(inner);
        (list, paint::below(inner, list.height + 1))
    }

    /// The columns and rows of the box, and how many of the rows tell what the selected template is for: as many as the
    /// longest of these texts has.
    fn size(model: &Model, area: Rect) -> ((u16, u16), u16) {
        let width = dialog::inside((WIDTH, 1), area).width;
        let rows = |template: &Template| paint::wrap(template.about.pick(model.lang), usize::from(width)).len();
        let about = model.guide.templates.iter().map(rows).max().unwrap_or(0);
        let [count, about] = [model.guide.templates.len(), about].map(|rows| u16::try_from(rows).unwrap_or(u16::MAX));
        ((WIDTH, count.saturating_add(about).saturating_add(1)), about)
    }
}

impl Moves for Templates {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        self.selected = step.from(self.selected, cx.model.guide.templates.len(), usize::from(cx.area.height));
    }
}

impl Screen for Templates {
    const KEYS: &'static [Binding<Templates>] = &[
        Binding {
            name: "templates.take",
            keys: &[Key::of(Code::Enter)],
            help: words("lag kjøreplanen", "lag køyreplanen", "make the agenda"),
            when: |_, model| !model.guide.templates.is_empty(),
            run: Templates::take,
        },
        moves::up("templates.up"),
        moves::down("templates.down"),
    ];

    fn title(&self) -> Words {
        TITLE
    }

    fn face(&self) -> Face {
        Face::Dialog
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp | Mouse::WheelDown => return self.wheel(mouse, cx),
            Mouse::Click { column, row } => {
                let (list, _) = Templates::room(cx.model, area);
                let shown = self.window(cx.model, list);
                let index = shown.start + usize::from(row.saturating_sub(list.y));
                if !list.contains(Position::new(column, row)) || !shown.contains(&index) {
                    return false;
                }
                if index == self.selected {
                    self.take(cx);
                }
                self.selected = index;
            }
        }
        true
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        dialog::frame(model, model.say(TITLE), Templates::size(model, area).0, area, buf);
        let (list, about) = Templates::room(model, area);
        let shown = self.window(model, list);
        let rows = model.guide.templates.iter().enumerate().skip(shown.start).take(shown.len());
        for (at, (index, template)) in (0..).zip(rows) {
            self.row(model, index, template, paint::row(list, at), buf);
        }
        paint::more(model, &shown, model.guide.templates.len(), list, buf);
        if let Some(template) = model.guide.templates.get(self.selected) {
            let told = paint::wrap(template.about.pick(model.lang), usize::from(about.width));
            let told: Vec<Line> = told.into_iter().map(|line| Line::styled(line, style(model, Tone::Quiet))).collect();
            paint::lines(&told, about, buf);
        }
    }
}

impl Templates {
    fn window(&self, model: &Model, list: Rect) -> std::ops::Range<usize> {
        let count = model.guide.templates.len();
        list::window(self.selected..self.selected + 1, count, usize::from(list.height))
    }

    fn row(&self, model: &Model, index: usize, template: &Template, area: Rect, buf: &mut Buffer) {
        let tone = if index == self.selected { Tone::Selected } else { Tone::Text };
        let length = length(model, template);
        let room = usize::from(area.width).saturating_sub(length.width() + 2);
        let name = format!("{}{}", list::mark(index, self.selected), template.name.pick(model.lang));
        let text = format!("{}{length}  ", paint::pad(&name, room));
        paint::text(&text, style(model, tone), area, buf);
    }
}

const TITLE: Words = words("Ny kjøreplan fra mal", "Ny køyreplan frå mal", "New agenda from a template");
const MADE: Words = words(
    "Ny: «{}». Bytt ut eksemplene med deres egne.",
    "Ny: «{}». Byt ut eksempla med dykkar eigne.",
    "New: “{}”. Replace its examples with your own words.",
);
