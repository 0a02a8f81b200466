//! The keys that hold everywhere, as rows of the same form as those of the screens. Dialogs and the wall let only few
//! of them through.

use super::desk::Desk;
use crate::domain::facts::Theme;
use crate::domain::text::{Words, words};
use crate::keys::{Code, Key};
use crate::model::{Destination, Model};
use crate::screen::{Binding, Cx, Effect, Face, Go, HelpRow};
use crate::screens::ask::{Ask, Choice};
use crate::screens::help::{self, Help};
use crate::screens::palette::{self, Palette};
use crate::screens::problems::Problems;
use crate::screens::tools::{self, Tools};
use crate::screens::{self, PLACES, rehearse, settings, start};

/// A row of the global table.
pub type GlobalBinding = Binding<Desk>;

/// Keys that hold on every screen that does not use them itself.
pub const GLOBAL: &[GlobalBinding] = &[
    GlobalBinding {
        name: "app.help",
        keys: &[Key::of(Code::F(1)), Key::char('?')],
        help: words("hjelp", "hjelp", "help"),
        when: on_console,
        run: help,
    },
    GlobalBinding {
        name: "app.palette",
        keys: &[Key::ctrl('p'), Key::char(':')],
        help: words("alle handlinger", "alle handlingar", "all actions"),
        when: over_the_console,
        run: open_palette,
    },
    GlobalBinding {
        name: "app.search",
        keys: &[Key::ctrl('f'), Key::char('/')],
        help: words("søk etter verktøy", "søk etter verktøy", "search the tools"),
        when: may_search,
        run: search,
    },
    GlobalBinding {
        name: "app.fits",
        keys: &[Key::of(Code::F(9))],
        help: words("finn det som passer nå", "finn det som passar no", "find what fits now"),
        when: may_search,
        run: fits,
    },
    GlobalBinding {
        name: "app.next-place",
        keys: &[Key::of(Code::Tab)],
        help: words("neste sted", "neste stad", "next place"),
        when: may_leave,
        run: |desk, cx| step(desk, cx, 1),
    },
    GlobalBinding {
        name: "app.previous-place",
        keys: &[Key::of(Code::BackTab)],
        help: words("forrige sted", "førre stad", "previous place"),
        when: may_leave,
        run: |desk, cx| step(desk, cx, PLACES.len() - 1),
    },
    place("app.tools", &[Key::char('1')], PLACES[screens::TOOLS].name, |_, cx| cx.go = Some(Go::Place(screens::TOOLS))),
    place("app.agenda", &[Key::char('2')], PLACES[screens::AGENDA].name, |_, cx| {
        cx.go = Some(Go::Place(screens::AGENDA));
    }),
    place("app.live", &[Key::char('3')], PLACES[screens::LIVE].name, |_, cx| cx.go = Some(Go::Place(screens::LIVE))),
    place("app.guide", &[Key::char('4')], PLACES[screens::GUIDE].name, |_, cx| cx.go = Some(Go::Place(screens::GUIDE))),
    GlobalBinding {
        name: "app.back",
        keys: &[Key::of(Code::Esc)],
        help: words("tilbake", "tilbake", "back"),
        when: |desk, _| desk.is_covered() && desk.face() != Face::Wall,
        run: |_, cx| cx.go = Some(Go::Back),
    },
    GlobalBinding {
        name: "app.language",
        keys: &[Key::of(Code::F(2))],
        help: words("språk", "språk", "language"),
        when: off_the_wall,
        run: language,
    },
    GlobalBinding {
        name: "app.theme",
        keys: &[Key::of(Code::F(3))],
        help: words("lyst eller mørkt", "lyst eller mørkt", "light or dark"),
        when: off_the_wall,
        run: theme,
    },
    GlobalBinding {
        name: "app.mouse",
        keys: &[Key::of(Code::F(7))],
        help: words("mus på eller av", "mus på eller av", "mouse on or off"),
        when: off_the_wall,
        run: mouse,
    },
    GlobalBinding {
        name: "app.settings",
        keys: &[Key::of(Code::F(12))],
        help: words("innstillinger", "innstillingar", "settings"),
        when: on_console,
        run: |_, cx| cx.go = Some(Go::Over(Box::new(settings::form(cx.model)))),
    },
    GlobalBinding {
        name: "app.rehearsal",
        keys: &[Key::of(Code::F(10)), Key::ctrl('y')],
        help: words("øving: fart, eller slutt", "øving: fart, eller slutt", "rehearsal: speed, or end it"),
        when: |desk, model| on_console(desk, model) && model.is_rehearsal(),
        run: |_, cx| rehearse::menu(cx),
    },
    GlobalBinding {
        name: "app.problems",
        keys: &[Key::of(Code::F(4))],
        help: words("beskjeder om filene dine", "beskjedar om filene dine", "messages about your files"),
        when: |desk, model| on_console(desk, model) && !model.problems.is_empty(),
        run: |_, cx| {
            cx.model.seen = cx.model.problems.len();
            cx.go = Some(Go::Over(Box::<Problems>::default()));
        },
    },
    GlobalBinding {
        name: "app.leave",
        keys: &[Key::char('q')],
        help: words("avslutt Vidde", "avslutt Vidde", "leave Vidde"),
        when: |desk, model| desk.is_room() || may_leave(desk, model),
        run: leave,
    },
    GlobalBinding {
        name: "app.quit",
        keys: &[Key::ctrl('c')],
        help: words("avslutt med én gang", "avslutt med ein gong", "leave at once"),
        when: |_, _| true,
        run: |_, cx| cx.go = Some(Go::Quit),
    },
    GlobalBinding {
        name: "app.suspend",
        keys: &[Key::ctrl('z')],
        help: words(
            "til skallet (fg henter tilbake)",
            "til skalet (fg hentar tilbake)",
            "to the shell (fg comes back)",
        ),
        when: off_the_wall,
        run: |_, cx| cx.effects.push(Effect::Suspend),
    },
];

const fn place(
    name: &'static str,
    keys: &'static [Key],
    help: Words,
    run: fn(&mut Desk, &mut Cx<'_>),
) -> GlobalBinding {
    Binding { name, keys, help, when: may_leave, run }
}

fn on_console(desk: &Desk, _: &Model) -> bool {
    desk.face() == Face::Console
}

/// On the console, also in a box over it; but not twice.
fn over_the_console(desk: &Desk, _: &Model) -> bool {
    desk.visible().next().is_some_and(|base| base.face() == Face::Console) && desk.title() != Some(palette::TITLE)
}

/// Not over something half done, which would be lost with the screens that are up.
fn may_leave(desk: &Desk, model: &Model) -> bool {
    on_console(desk, model) && desk.half_done_beneath().is_none()
}

/// Whether the row would put away the screens that are up.
pub fn leads_away(row: &HelpRow) -> bool {
    matches!(row.name, "app.next-place" | "app.previous-place" | "app.leave")
        || PLACES.iter().any(|place| place.name == row.help)
}

/// Over anything but the wall and a question, which waits for its answer.
fn may_search(desk: &Desk, _: &Model) -> bool {
    !matches!(desk.face(), Face::Wall | Face::Question)
}

/// Whether the key is one of those that begin a search.
pub fn searches(key: Key) -> bool {
    GLOBAL.iter().any(|row| matches!(row.name, "app.search" | "app.fits") && row.keys.contains(&key))
}

fn off_the_wall(desk: &Desk, _: &Model) -> bool {
    desk.face() != Face::Wall
}

fn step(desk: &Desk, cx: &mut Cx<'_>, steps: usize) {
    cx.go = Some(Go::Place((desk.place() + steps) % PLACES.len()));
}

/// Lays the search over what is up; where one searches already, one goes on.
fn search(desk: &mut Desk, cx: &mut Cx<'_>) {
    if desk.title() != Some(tools::TITLE) {
        aim(desk, cx);
        cx.go = Some(Go::Over(Box::new(Tools::over("", cx))));
    }
}

/// What is looked for from a session under way is for that: it goes in after what runs. What is being fetched goes where
/// it was asked for.
fn aim(desk: &Desk, cx: &mut Cx<'_>) {
    if cx.model.fetching {
        return;
    }
    let leads = desk.place() == screens::LIVE && start::under_way(cx.model, cx.now).is_some();
    cx.model.destination = if leads { Destination::Run(None) } else { Destination::Agenda };
}

/// The same with what fits into the time that is left now; a search that is up asks for that itself.
fn fits(desk: &mut Desk, cx: &mut Cx<'_>) {
    aim(desk, cx);
    cx.go = Some(Go::Over(Box::new(Tools::over(&tools::fitting("", cx), cx))));
}

fn help(desk: &mut Desk, cx: &mut Cx<'_>) {
    cx.go = Some(if desk.title() == Some(help::TITLE) {
        Go::Back
    } else {
        let here = desk.title().unwrap_or(help::TITLE);
        let sections = vec![(here, desk.rows(cx.model)), (help::EVERYWHERE, desk.pressable(cx.model))];
        Go::Over(Box::new(Help::of(sections)))
    });
}

fn open_palette(desk: &mut Desk, cx: &mut Cx<'_>) {
    let here = desk.rows(cx.model).into_iter().chain(desk.global_rows(cx.model)).map(|row| (None, row));
    let others = if desk.face() == Face::Console { desk.elsewhere(cx.model) } else { Vec::new() };
    let elsewhere = others.into_iter().map(|(place, row)| (Some(place), row));
    cx.go = Some(Go::Over(Box::new(Palette::of(here.chain(elsewhere).collect()))));
}

fn language(_: &mut Desk, cx: &mut Cx<'_>) {
    cx.model.lang = cx.model.lang.next();
    cx.model.facts.settings.lang = Some(cx.model.lang);
}

fn theme(_: &mut Desk, cx: &mut Cx<'_>) {
    let settings = &mut cx.model.facts.settings;
    settings.theme = match settings.theme {
        Theme::Dark => Theme::Light,
        Theme::Light => Theme::Dark,
    };
}

fn mouse(_: &mut Desk, cx: &mut Cx<'_>) {
    let settings = &mut cx.model.facts.settings;
    settings.mouse = !settings.mouse;
    let told = if settings.mouse { MOUSE_ON } else { MOUSE_OFF };
    cx.effects.push(Effect::Mouse);
    cx.notify(told);
}

fn leave(desk: &mut Desk, cx: &mut Cx<'_>) {
    if desk.is_room() || start::under_way(cx.model, cx.now).is_none() {
        cx.go = Some(Go::Quit);
        return;
    }
    let is_rehearsal = cx.model.is_rehearsal();
    let mut choices = vec![
        Choice::new(cx.model.say(STAY), |cx| cx.go = Some(Go::Place(screens::LIVE))),
        Choice::new(cx.model.say(LEAVE), |cx| cx.go = Some(Go::Quit)),
    ];
    if cx.model.comes_back() {
        choices.insert(1, Choice::new(cx.model.say(END_REHEARSAL), rehearse::end));
    }
    let text = cx.model.say(if is_rehearsal { WHILE_REHEARSING } else { WHILE_RUNNING });
    cx.go = Some(Go::Over(Box::new(Ask::new(LEAVING, text, choices))));
}

const MOUSE_ON: Words = words(
    "Mus på: klikk velger, hjulet blar",
    "Mus på: klikk vel, hjulet blar",
    "Mouse on: a click chooses, the wheel scrolls",
);
const MOUSE_OFF: Words = words(
    "Mus av: terminalen merker tekst som før",
    "Mus av: terminalen merkjer tekst som før",
    "Mouse off: the terminal marks text as before",
);
const LEAVING: Words = words("Avslutte Vidde?", "Avslutte Vidde?", "Leave Vidde?");
const WHILE_RUNNING: Words = words(
    "En samling er i gang. Klokka går videre, og samlingen er her når du åpner Vidde igjen.",
    "Ei samling er i gang. Klokka går vidare, og samlinga er her når du opnar Vidde att.",
    "A session is running. Its clock keeps going, and it will be here when you open Vidde again.",
);
const WHILE_REHEARSING: Words = words(
    "Du øver. Ingenting av øvingen blir lagret.",
    "Du øver. Ingenting av øvinga blir lagra.",
    "You are rehearsing. Nothing is saved.",
);
const END_REHEARSAL: Words = words("Avslutt øvingen", "Avslutt øvinga", "End the rehearsal");
const STAY: Words = words("Bli her", "Bli her", "Stay");
const LEAVE: Words = words("Avslutt Vidde", "Avslutt Vidde", "Leave Vidde");
