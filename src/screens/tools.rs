//! Tools (*Verktøy*): search as one types, a list with the matched letters marked, and the card beside it where there is
//! room. The whole card is in `card`.

mod view;

use crate::domain::search::{nearest, search};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Moment;
use crate::domain::tool::{Tool, ToolId, Variant};
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Go, Mouse, Screen, Typed};
use crate::screens::card::Card;
use crate::screens::{AGENDA, add, start};
use crate::ui::input::Field;
use crate::ui::list::Move;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::borrow::Cow;

pub const TITLE: Words = words("Verktøy", "Verktøy", "Tools");

/// The search field, what it leads to and the selected row.
#[derive(Debug, Default)]
pub struct Tools {
    field: Field,
    found: Found,
    selected: usize,
}

/// What a query leads to.
#[derive(Debug, Clone, Default)]
struct Found {
    /// The language in which it was looked for; none before the first search.
    lang: Option<Lang>,
    rows: Vec<Row>,
    answer: Answer,
}

/// A tool in the list, with the places of the matched letters in its name.
#[derive(Debug, Clone)]
struct Row {
    id: ToolId,
    marks: Vec<usize>,
}

/// Whether the rows answer the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Answer {
    #[default]
    Hits,
    /// Nothing does; these come nearest.
    Nearest,
}

impl Found {
    fn of(query: &str, model: &Model) -> Found {
        let hits = search(&model.index, query, model.lang);
        let rows: Vec<Row> = hits.into_iter().map(|hit| Row { id: hit.id, marks: hit.marks }).collect();
        if !rows.is_empty() {
            return Found { lang: Some(model.lang), rows, answer: Answer::Hits };
        }
        let rows = nearest(&model.index, query, model.lang).into_iter().map(|id| Row { id, marks: Vec::new() });
        Found { lang: Some(model.lang), rows: rows.collect(), answer: Answer::Nearest }
    }
}

impl Tools {
    /// The place with an empty search.
    #[must_use]
    pub fn of(model: &Model) -> Tools {
        Tools { found: Found::of("", model), ..Tools::default() }
    }

    /// What the search leads to; looked up anew only while it was last looked up in another language.
    fn found(&self, model: &Model) -> Cow<'_, Found> {
        if self.found.lang == Some(model.lang) {
            return Cow::Borrowed(&self.found);
        }
        Cow::Owned(Found::of(self.field.text(), model))
    }

    fn look_up(&mut self, model: &Model) {
        self.found = Found::of(self.field.text(), model);
    }

    fn chosen<'m>(&self, model: &'m Model, found: &Found) -> Option<&'m Tool> {
        found.rows.get(self.selected).and_then(|row| model.catalogue.tool(&row.id))
    }

    fn step(&mut self, step: Move, cx: &Cx<'_>) {
        let page = view::page(self, cx.model, cx.area);
        self.selected = step.from(self.selected, self.found(cx.model).rows.len(), page);
    }

    fn open(&mut self, cx: &mut Cx<'_>) {
        if let Some(tool) = self.chosen(cx.model, &self.found(cx.model)) {
            cx.go = Some(Go::Over(Box::new(Card::of(tool.id.clone()))));
        }
    }

    fn add(&mut self, cx: &mut Cx<'_>) {
        if let Some(tool) = self.chosen(cx.model, &self.found(cx.model)).cloned() {
            let fetched = cx.model.fetching;
            add::tool(&tool, Variant::Normal, cx);
            if fetched {
                *self = Tools::of(cx.model);
            }
        }
    }

    fn run(&mut self, cx: &mut Cx<'_>) {
        if let Some(tool) = self.chosen(cx.model, &self.found(cx.model)).cloned() {
            start::tool(&tool, Variant::Normal, cx);
        }
    }
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
            when: |tools, model| has_tools(tools, model) && !model.fetching,
            run: Tools::open,
        },
        Binding {
            name: "tools.take",
            keys: &[Key::of(Code::Enter)],
            help: words("legg inn og gå tilbake", "legg inn og gå tilbake", "add and go back"),
            when: |tools, model| has_tools(tools, model) && model.fetching,
            run: Tools::add,
        },
        Binding {
            name: "tools.read",
            keys: &[Key::ctrl('o')],
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
            run: |tools, cx| *tools = Tools::of(cx.model),
        },
        Binding {
            name: "tools.return",
            keys: &[Key::of(Code::Esc)],
            help: words("tilbake til kjøreplanen", "tilbake til køyreplanen", "back to the agenda"),
            when: |tools, model| tools.field.text().is_empty() && model.fetching,
            run: |_, cx| cx.go = Some(Go::Place(AGENDA)),
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
    fn typed(&mut self, typed: &Typed, cx: &mut Cx<'_>) -> bool {
        let listed = matches!(typed, Typed::Key(Key { code: Code::Home | Code::End, .. }));
        let taken = !listed && self.field.typed(typed);
        if taken {
            self.selected = 0;
        }
        if taken || self.found.lang != Some(cx.model.lang) {
            self.look_up(cx.model);
        }
        taken
    }

    fn is_typed_in(&self) -> bool {
        true
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
