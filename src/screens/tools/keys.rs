//! The keys of the search: all of them work while one types.

use super::{Stand, Tools, panel, run, show};
use crate::domain::text::{Words, words};
use crate::keys::{Code, Key};
use crate::model::{Destination, Model};
use crate::screen::{Binding, Go};
use crate::screens::{AGENDA, LIVE, add, moves};

/// Whatever is typed, something is listed as long as there are tools at all.
fn has_tools(_: &Tools, model: &Model) -> bool {
    model.catalogue.tools().len() > 0
}

fn may_use(tools: &Tools, model: &Model) -> bool {
    has_tools(tools, model) && add::may_edit(model)
}

pub const NO_FILTERS: Words =
    words("Det er ingen filtre å ta bort.", "Det er ingen filter å ta bort.", "There are no filters to drop.");

/// The table.
pub const KEYS: &[Binding<Tools>] = &[
    Binding {
        name: "tools.open",
        keys: &[Key::of(Code::Enter), Key::ctrl('o')],
        help: words("les mer", "les meir", "read more"),
        when: |tools, model| has_tools(tools, model) && !model.fetching,
        run: Tools::open,
    },
    Binding {
        name: "tools.take",
        keys: &[Key::of(Code::Enter), Key::ctrl('l'), Key::of(Code::F(6))],
        help: words("legg inn", "legg inn", "add"),
        when: |tools, model| has_tools(tools, model) && model.fetching,
        run: Tools::add,
    },
    Binding {
        name: "tools.read",
        keys: &[Key::ctrl('o')],
        help: words("les mer først", "les meir først", "read more first"),
        when: |tools, model| has_tools(tools, model) && model.fetching,
        run: Tools::open,
    },
    Binding {
        name: "tools.return",
        keys: &[Key::of(Code::Esc)],
        help: words("tilbake", "tilbake", "back"),
        when: |tools, model| tools.stand == Stand::Place && tools.field.text().is_empty() && model.fetching,
        run: |_, cx| {
            cx.go = Some(Go::Place(if cx.model.destination == Destination::Agenda { AGENDA } else { LIVE }));
        },
    },
    Binding {
        name: "tools.complete",
        keys: &[Key::of(Code::Right)],
        help: words("ta det som foreslås", "ta det som blir føreslått", "take what is suggested"),
        when: |tools, model| !tools.completions(model).is_empty(),
        run: Tools::complete,
    },
    Binding {
        name: "tools.add",
        keys: &[Key::ctrl('l'), Key::of(Code::F(6))],
        help: words("legg inn", "legg inn", "add"),
        when: |tools, model| may_use(tools, model) && !model.fetching,
        run: Tools::add,
    },
    Binding {
        name: "tools.run",
        keys: &[Key::ctrl('r'), Key::of(Code::F(8))],
        help: words("kjør nå", "køyr no", "run now"),
        when: may_use,
        run,
    },
    Binding {
        name: "tools.filters",
        keys: &[Key::ctrl('t')],
        help: words("filtre", "filter", "filters"),
        when: |_, _| true,
        run: panel,
    },
    Binding {
        name: "tools.wall",
        keys: &[Key::ctrl('g')],
        help: words("vis på veggen", "vis på veggen", "show on the wall"),
        when: may_use,
        run: show,
    },
    Binding {
        name: "tools.favourite",
        keys: &[Key::ctrl('d')],
        help: words("favoritt på eller av", "favoritt på eller av", "favourite on or off"),
        when: may_use,
        run: Tools::turn_favourite,
    },
    Binding {
        name: "tools.clear",
        keys: &[Key::of(Code::Esc)],
        help: words("tøm søket", "tøm søket", "clear the search"),
        when: |tools, _| tools.stand == Stand::Place && !tools.field.text().is_empty(),
        run: |tools, cx| *tools = Tools::of(cx.model),
    },
    moves::up_where_typed("tools.up"),
    moves::down_where_typed("tools.down"),
    moves::page_up("tools.page-up"),
    moves::page_down("tools.page-down"),
    moves::first("tools.first"),
    moves::last("tools.last"),
    Binding {
        name: "tools.loosen",
        keys: &[Key::ctrl('x')],
        help: words("ta bort et filter", "ta bort eit filter", "drop a filter"),
        when: |tools, _| !tools.found.wish.filters.is_empty(),
        run: Tools::loosen,
    },
    Binding {
        name: "tools.fits",
        keys: &[Key::of(Code::F(9))],
        help: words("bare det som passer nå", "berre det som passar no", "only what fits now"),
        when: |_, _| true,
        run: Tools::fit,
    },
];
