//! Agenda (*Kjøreplan*): the run sheet with its clock times, and the keys that build it. How it is drawn is in `view`,
//! times in `sheet`, the forms in `block` and `head`.

mod aims;
pub mod block;
mod details;
mod head;
mod lengths;
pub mod share;
mod sheet;
mod undo;
mod view;

use crate::domain::agenda::{Agenda, BlockId, Towards};
use crate::domain::learned;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Held, Key};
use crate::model::{Destination, Model};
use crate::screen::{Binding, Cx, Go, Mouse, Screen};
use crate::screens::add::may_edit;
use crate::screens::moves::{self, Moves};
use crate::screens::{TOOLS, acts, finished, ready, rehearse, start, templates};
use crate::ui::keyed::{key_of, keyed};
use crate::ui::list::Move;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub const TITLE: Words = words("Kjøreplan", "Køyreplan", "Agenda");

/// The planner; which row is chosen is in the model, since what is added elsewhere comes after it.
#[derive(Debug, Default)]
pub struct Planner;

/// How much one press makes a block longer or shorter, in minutes.
const STEP: u16 = 5;

/// The place of the chosen row in the open agenda.
fn selected(model: &Model) -> usize {
    let agenda = model.agenda().map(|(_, agenda)| agenda);
    agenda.zip(model.picked).and_then(|(agenda, id)| agenda.place(id)).unwrap_or(0)
}

/// The chosen block of the open agenda.
fn chosen(model: &Model) -> Option<BlockId> {
    model.agenda()?.1.blocks.get(selected(model)).map(|block| block.id)
}

fn may_change_block(_: &Planner, model: &Model) -> bool {
    may_edit(model) && chosen(model).is_some()
}

fn may_change(_: &Planner, model: &Model) -> bool {
    may_edit(model)
}

fn may_change_agenda(_: &Planner, model: &Model) -> bool {
    may_edit(model) && model.agenda().is_some()
}

fn pick(model: &mut Model, place: usize) {
    model.picked = model.agenda().and_then(|(_, agenda)| agenda.blocks.get(place)).map(|block| block.id);
}

fn count_of(model: &Model) -> usize {
    model.agenda().map_or(0, |(_, agenda)| agenda.blocks.len())
}

/// Changes the chosen block's agenda with `change`.
fn with_chosen(cx: &mut Cx<'_>, change: impl FnOnce(&mut Agenda, BlockId)) {
    if let Some(id) = chosen(cx.model) {
        cx.model.picked = Some(id);
        cx.model.edit(|agenda| change(agenda, id));
    }
}

fn shift(cx: &mut Cx<'_>, towards: Towards) {
    with_chosen(cx, |agenda, id| {
        agenda.shift(id, towards);
    });
}

fn remove(_: &mut Planner, cx: &mut Cx<'_>) {
    let place = selected(cx.model);
    with_chosen(cx, |agenda, id| drop(agenda.remove(id)));
    pick(cx.model, place.min(count_of(cx.model).saturating_sub(1)));
    cx.notify(REMOVED);
}

fn duplicate(_: &mut Planner, cx: &mut Cx<'_>) {
    let mut copy = None;
    with_chosen(cx, |agenda, id| copy = agenda.duplicate(id));
    cx.model.picked = copy.or(cx.model.picked);
}

/// To the choice of a kind; what it leads to comes after the chosen row.
fn add_block(_: &mut Planner, cx: &mut Cx<'_>) {
    cx.model.picked = chosen(cx.model);
    cx.go = Some(Go::Over(Box::new(block::kinds(cx.model))));
}

/// To the tools, to come back with one for the place after the chosen row.
fn fetch(_: &mut Planner, cx: &mut Cx<'_>) {
    cx.model.picked = chosen(cx.model);
    cx.model.fetching = true;
    cx.model.destination = Destination::Agenda;
    cx.go = Some(Go::Place(TOOLS));
}

fn edit(_: &mut Planner, cx: &mut Cx<'_>) {
    let Some(block) = chosen(cx.model).and_then(|id| cx.model.agenda()?.1.block(id)) else { return };
    let took = learned::told(&cx.model.took(block, cx.now), cx.model.lang);
    cx.go = Some(Go::Over(Box::new(block::form(block, took))));
}

impl Moves for Planner {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let count = count_of(cx.model);
        let page = usize::from(cx.area.height.saturating_sub(view::AROUND));
        let place = step.from(selected(cx.model), count, page);
        pick(cx.model, place);
    }

    fn can_step(&self, model: &Model) -> bool {
        chosen(model).is_some()
    }
}

/// The first key of one of its rows, for a sentence that names it.
#[must_use]
pub const fn key(row: &str) -> Key {
    key_of(Planner::KEYS, row)
}

impl Screen for Planner {
    const KEYS: &'static [Binding<Planner>] = &[
        Binding {
            name: "agenda.start",
            keys: &[Key::char('s')],
            help: words("start samlingen", "start samlinga", "start the session"),
            when: |screen, model| may_change_block(screen, model) && !acts::is_going(model),
            run: |_, cx| start::agenda(cx),
        },
        Binding {
            name: "agenda.start-anew",
            keys: &[Key::char('s')],
            help: words("til samlingen, eller en ny", "til samlinga, eller ei ny", "to the session, or a new one"),
            when: |screen, model| may_change_block(screen, model) && acts::is_going(model),
            run: |_, cx| start::agenda(cx),
        },
        Binding {
            name: "agenda.new",
            keys: &[Key::char('n')],
            help: words("ny økt", "ny økt", "new block"),
            when: may_change,
            run: add_block,
        },
        Binding {
            name: "agenda.edit",
            keys: &[Key::of(Code::Enter), Key::char('e')],
            help: words("endre", "endre", "edit"),
            when: may_change_block,
            run: edit,
        },
        Binding {
            name: "agenda.tool",
            keys: &[Key::char('a')],
            help: words("hent et verktøy", "hent eit verktøy", "add a tool"),
            when: may_change,
            run: fetch,
        },
        Binding {
            name: "agenda.undo",
            keys: &[Key::char('u')],
            help: words("angre", "angre", "undo"),
            when: may_change,
            run: |_, cx| undo::undo(cx),
        },
        Binding {
            name: "agenda.longer",
            keys: &[Key::char('+')],
            help: words("5 min lengre", "5 min lengre", "5 min longer"),
            when: may_change_block,
            run: |_, cx| with_chosen(cx, |agenda, id| block::stretch(agenda, id, i32::from(STEP))),
        },
        Binding {
            name: "agenda.shorter",
            keys: &[Key::char('-')],
            help: words("5 min kortere", "5 min kortare", "5 min shorter"),
            when: may_change_block,
            run: |_, cx| with_chosen(cx, |agenda, id| block::stretch(agenda, id, -i32::from(STEP))),
        },
        Binding {
            name: "agenda.earlier",
            keys: &[Key::char('<'), Key { code: Code::Up, held: Held::Ctrl }],
            help: words("flytt opp", "flytt opp", "move up"),
            when: may_change_block,
            run: |_, cx| shift(cx, Towards::Start),
        },
        Binding {
            name: "agenda.later",
            keys: &[Key::char('>'), Key { code: Code::Down, held: Held::Ctrl }],
            help: words("flytt ned", "flytt ned", "move down"),
            when: may_change_block,
            run: |_, cx| shift(cx, Towards::End),
        },
        Binding {
            name: "agenda.remove",
            keys: &[Key::char('d'), Key::of(Code::Delete)],
            help: words("fjern", "fjern", "remove"),
            when: may_change_block,
            run: remove,
        },
        Binding {
            name: "agenda.duplicate",
            keys: &[Key::char('c')],
            help: words("lag en kopi", "lag ein kopi", "duplicate"),
            when: may_change_block,
            run: duplicate,
        },
        Binding {
            name: "agenda.variant",
            keys: &[Key::char('v')],
            help: words("kort – normal – lang", "kort – normal – lang", "short – normal – long"),
            when: may_change_block,
            run: |_, cx| lengths::cycle(cx),
        },
        Binding {
            name: "agenda.head",
            keys: &[Key::char('h')],
            help: words("tittel, start og formål", "tittel, start og føremål", "title, start and purpose"),
            when: may_change_agenda,
            run: |_, cx| head::edit(cx),
        },
        Binding {
            name: "agenda.aims",
            keys: &[Key::char('m')],
            help: words("les hele formålet", "les heile formålet", "read the whole purpose"),
            when: |_, model| aims::are_written(model),
            run: |_, cx| cx.go = Some(Go::Over(Box::<aims::Aims>::default())),
        },
        Binding {
            name: "agenda.rehearse",
            keys: &[Key::char('p')],
            help: words("øv på den", "øv på han", "rehearse it"),
            when: may_change_block,
            run: |_, cx| rehearse::agenda(cx),
        },
        Binding {
            name: "agenda.ready",
            keys: &[Key::ctrl('k')],
            help: words("klar til start?", "klar til start?", "ready to start?"),
            when: |_, _| true,
            run: |_, cx| ready::open(cx),
        },
        Binding {
            name: "agenda.choose",
            keys: &[Key::char('o')],
            help: words("velg kjøreplan", "vel køyreplan", "choose an agenda"),
            when: |_, _| true,
            run: |_, cx| head::choose(cx),
        },
        Binding {
            name: "agenda.create",
            keys: &[Key::ctrl('n')],
            help: words("ny kjøreplan", "ny køyreplan", "new agenda"),
            when: may_change,
            run: |_, cx| head::create(cx),
        },
        Binding {
            name: "agenda.template",
            keys: &[Key::ctrl('t')],
            help: words("ny kjøreplan fra mal", "ny køyreplan frå mal", "new agenda from a template"),
            when: |_, model| may_edit(model) && !model.guide.templates.is_empty(),
            run: |_, cx| cx.go = Some(Go::Over(Box::<templates::Templates>::default())),
        },
        Binding {
            name: "agenda.rename",
            keys: &[Key::ctrl('r')],
            help: words("gi kjøreplanen nytt navn", "gi køyreplanen nytt namn", "rename the agenda"),
            when: may_change_agenda,
            run: |_, cx| head::rename(cx),
        },
        Binding {
            name: "agenda.copy",
            keys: &[Key::ctrl('d')],
            help: words("lag en kopi av kjøreplanen", "lag ein kopi av køyreplanen", "duplicate the agenda"),
            when: may_change_agenda,
            run: |_, cx| head::duplicate(cx),
        },
        Binding {
            name: "agenda.export",
            keys: &[Key::char('x')],
            help: words("eksporter til en fil", "eksporter til ei fil", "export to a file"),
            when: |_, model| chosen(model).is_some(),
            run: |_, cx| share::ask(cx),
        },
        Binding {
            name: "agenda.delete",
            keys: &[Key::ctrl('x')],
            help: words("slett kjøreplanen", "slett køyreplanen", "delete the agenda"),
            when: may_change_agenda,
            run: |_, cx| head::delete(cx),
        },
        Binding {
            name: "agenda.finished",
            keys: &[Key::char('f')],
            help: words("tidligere samlinger", "tidlegare samlingar", "finished sessions"),
            when: |_, _| true,
            run: |_, cx| cx.go = Some(Go::Over(Box::<finished::Finished>::default())),
        },
    ];

    const MOVES: &'static [Binding<Planner>] = moves::list!("agenda");

    fn title(&self) -> Words {
        TITLE
    }

    fn why_not(&self, row: &str, model: &Model) -> Option<Words> {
        match model.agenda() {
            Some(_) if row == "agenda.aims" => Some(aims::UNWRITTEN),
            None => Some(view::NO_AGENDA),
            Some((_, agenda)) => Some(view::NO_BLOCKS).filter(|_| agenda.blocks.is_empty()),
        }
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp | Mouse::WheelDown => return self.wheel(mouse, cx),
            Mouse::Click { column, row } => match view::row_at(cx.model, cx.now, area, (column, row)) {
                Some(place) if place == selected(cx.model) && may_edit(cx.model) => edit(self, cx),
                Some(place) => pick(cx.model, place),
                None => return false,
            },
        }
        true
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        view::view(model, now, area, buf);
    }
}

const REMOVED: Words =
    keyed!([key("agenda.undo")], words("Fjernet; ^ angrer", "Fjerna; ^ angrar", "Removed; ^ brings it back"));
