//! Tools (*Verktøy*): search as one types, a list with the matched letters marked, and the card beside it where there is
//! room. The whole card is in `card`.

mod view;

use crate::domain::search::{Hit, search};
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::domain::tool::{Tool, Variant};
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Go, Mouse, Screen, Typed};
use crate::screens::card::Card;
use crate::screens::{add, start};
use crate::ui::input::Field;
use crate::ui::list::Move;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub const TITLE: Words = words("Verktøy", "Verktøy", "Tools");

/// The search field and the selected row.
#[derive(Debug, Default)]
pub struct Tools {
    field: Field,
    selected: usize,
}

/// What a query leads to.
struct Found {
    hits: Vec<Hit>,
    /// The part of the query that the hits answer, when the whole of it answers nothing.
    nearest: Option<String>,
}

impl Tools {
    /// The hits of the query; when it has none, those of the longest beginning that has some.
    fn found(&self, model: &Model) -> Found {
        let query = self.field.text();
        let hits = search(&model.index, query, model.lang);
        if !hits.is_empty() {
            return Found { hits, nearest: None };
        }
        let mut tried = beginnings(query).into_iter().map(|part| (search(&model.index, &part, model.lang), part));
        let (hits, part) = tried.find(|(hits, _)| !hits.is_empty()).unwrap_or_default();
        Found { hits, nearest: Some(part) }
    }

    fn chosen<'m>(&self, model: &'m Model, found: &Found) -> Option<&'m Tool> {
        found.hits.get(self.selected).and_then(|hit| model.catalogue.tool(&hit.id))
    }

    fn step(&mut self, step: Move, cx: &Cx<'_>) {
        let page = view::page(self, cx.model, cx.area);
        self.selected = step.from(self.selected, self.found(cx.model).hits.len(), page);
    }

    fn open(&mut self, cx: &mut Cx<'_>) {
        if let Some(tool) = self.chosen(cx.model, &self.found(cx.model)) {
            cx.go = Some(Go::Over(Box::new(Card::of(tool.id.clone()))));
        }
    }

    fn add(&mut self, cx: &mut Cx<'_>) {
        if let Some(tool) = self.chosen(cx.model, &self.found(cx.model)).cloned() {
            add::tool(&tool, Variant::Normal, cx);
        }
    }

    fn run(&mut self, cx: &mut Cx<'_>) {
        if let Some(tool) = self.chosen(cx.model, &self.found(cx.model)).cloned() {
            start::tool(&tool, Variant::Normal, cx);
        }
    }
}

/// Ever shorter beginnings of a query: without its last words, then less and less of its first word, then nothing.
fn beginnings(query: &str) -> Vec<String> {
    let words: Vec<&str> = query.split_whitespace().take(8).collect();
    let first: Vec<char> = words.first().map(|word| word.chars().take(12).collect()).unwrap_or_default();
    let fewer = (1..words.len()).rev().map(|count| words.iter().take(count).copied().collect::<Vec<_>>().join(" "));
    let shorter = (2..first.len()).rev().map(|count| first.iter().take(count).collect());
    fewer.chain(shorter).chain([String::new()]).collect()
}

/// Whatever is typed, something is listed as long as there are tools at all.
fn has_tools(_: &Tools, model: &Model) -> bool {
    model.catalogue.tools().len() > 0
}

impl Screen for Tools {
    const KEYS: &'static [Binding<Tools>] = &[
        Binding {
            name: "tools.open",
            keys: &[Key::of(Code::Enter)],
            help: words("les kortet", "les kortet", "read the card"),
            when: has_tools,
            run: Tools::open,
        },
        Binding {
            name: "tools.add",
            keys: &[Key::ctrl('l'), Key::of(Code::F(6))],
            help: words("legg i kjøreplanen", "legg i køyreplanen", "add to the agenda"),
            when: |tools, model| has_tools(tools, model) && add::may_edit(model),
            run: Tools::add,
        },
        Binding {
            name: "tools.run",
            keys: &[Key::ctrl('r'), Key::of(Code::F(8))],
            help: words("kjør nå", "køyr no", "run now"),
            when: |tools, model| has_tools(tools, model) && add::may_edit(model),
            run: Tools::run,
        },
        Binding {
            name: "tools.clear",
            keys: &[Key::of(Code::Esc)],
            help: words("tøm søket", "tøm søket", "clear the search"),
            when: |tools, _| !tools.field.text().is_empty(),
            run: |tools, _| *tools = Tools::default(),
        },
        Binding {
            name: "tools.up",
            keys: &[Key::of(Code::Up)],
            help: words("opp", "opp", "up"),
            when: |_, _| true,
            run: |tools, cx| tools.step(Move::Up, cx),
        },
        Binding {
            name: "tools.down",
            keys: &[Key::of(Code::Down)],
            help: words("ned", "ned", "down"),
            when: |_, _| true,
            run: |tools, cx| tools.step(Move::Down, cx),
        },
        Binding {
            name: "tools.page-up",
            keys: &[Key::of(Code::PageUp)],
            help: words("en side opp", "ei side opp", "a page up"),
            when: |_, _| true,
            run: |tools, cx| tools.step(Move::PageUp, cx),
        },
        Binding {
            name: "tools.page-down",
            keys: &[Key::of(Code::PageDown)],
            help: words("en side ned", "ei side ned", "a page down"),
            when: |_, _| true,
            run: |tools, cx| tools.step(Move::PageDown, cx),
        },
        Binding {
            name: "tools.first",
            keys: &[Key::of(Code::Home)],
            help: words("til første", "til første", "to the first"),
            when: |_, _| true,
            run: |tools, cx| tools.step(Move::First, cx),
        },
        Binding {
            name: "tools.last",
            keys: &[Key::of(Code::End)],
            help: words("til siste", "til siste", "to the last"),
            when: |_, _| true,
            run: |tools, cx| tools.step(Move::Last, cx),
        },
    ];

    fn title(&self) -> Words {
        TITLE
    }

    /// Home and End belong to the list.
    fn typed(&mut self, typed: &Typed, _cx: &mut Cx<'_>) -> bool {
        let listed = matches!(typed, Typed::Key(Key { code: Code::Home | Code::End, .. }));
        let taken = !listed && self.field.typed(typed);
        if taken {
            self.selected = 0;
        }
        taken
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp => self.step(Move::Up, cx),
            Mouse::WheelDown => self.step(Move::Down, cx),
            Mouse::Click { column, row } => {
                let Some(index) = view::row_at(self, cx.model, area, (column, row)) else { return false };
                if index == self.selected {
                    self.open(cx);
                }
                self.selected = index;
            }
        }
        true
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        view::view(self, model, area, buf);
    }
}
