//! The screens that are up: the places side by side, and what lies over the present one. Which key goes where is in
//! `app::keys`, how it looks in `app::frame`.

use super::keys::{self, GLOBAL};
use crate::domain::text::{Words, words};
use crate::keys::{Code, Key};
use crate::model::{Destination, Model, Role};
use crate::screen::{AnyScreen, Cx, Face, Go, HelpRow, Mouse, Typed};
use crate::screens::agenda;
use crate::screens::room::Room;
use crate::screens::{self, PLACES};
use crate::ui::keyed::{key_of, keyed};
use crate::ui::paint;
use crate::ui::tabs::{self, Tabs};
use ratatui::layout::{Position, Rect};

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// A field took it.
    AsText,
    /// A row of a table took it, or it was explained why not now.
    ByRow,
    Not,
}

/// The stack of screens.
pub struct Desk {
    places: Vec<Box<dyn AnyScreen>>,
    place: usize,
    over: Vec<Box<dyn AnyScreen>>,
}

impl Desk {
    /// All places, the first one up.
    pub fn new(model: &Model) -> Desk {
        Desk { places: PLACES.iter().map(|place| (place.make)(model)).collect(), place: 0, over: Vec::new() }
    }

    /// Nothing but the room.
    pub fn room() -> Desk {
        Desk { places: vec![Box::new(Room::alone())], place: 0, over: Vec::new() }
    }

    /// Whether this is the second terminal that only shows the room.
    pub fn is_room(&self) -> bool {
        self.places.len() == 1
    }

    /// The place that is up, or lies below what is up.
    pub fn place(&self) -> usize {
        self.place
    }

    /// Whether something lies over the place.
    pub fn is_covered(&self) -> bool {
        !self.over.is_empty()
    }

    /// How the topmost screen stands to the frame.
    pub fn face(&self) -> Face {
        self.top().map_or(Face::Console, AnyScreen::face)
    }

    /// What is half done on a screen under the topmost one.
    pub fn half_done_beneath(&self) -> Option<Words> {
        self.over.iter().rev().skip(1).find_map(|screen| screen.half_done())
    }

    /// The name of the topmost screen.
    pub fn title(&self) -> Option<Words> {
        self.top().map(AnyScreen::title)
    }

    /// The screens to draw, from the one that fills the area to the topmost dialog.
    pub fn visible(&self) -> impl Iterator<Item = &dyn AnyScreen> {
        let all: Vec<&dyn AnyScreen> =
            self.places.get(self.place).into_iter().chain(&self.over).map(|s| &**s).collect();
        let base = all.iter().rposition(|screen| !matches!(screen.face(), Face::Dialog | Face::Question)).unwrap_or(0);
        all.into_iter().skip(base)
    }

    fn top(&self) -> Option<&dyn AnyScreen> {
        self.over.last().or_else(|| self.places.get(self.place)).map(|screen| &**screen)
    }

    /// The screen under the topmost one.
    fn below_mut(&mut self) -> Option<&mut Box<dyn AnyScreen>> {
        match self.over.len().checked_sub(2) {
            Some(below) => self.over.get_mut(below),
            None => self.places.get_mut(self.place),
        }
    }

    fn top_mut(&mut self) -> Option<&mut Box<dyn AnyScreen>> {
        self.over.last_mut().or_else(|| self.places.get_mut(self.place))
    }

    /// The table of the topmost screen.
    pub fn rows(&self, model: &Model) -> Vec<HelpRow> {
        self.top().map(|screen| screen.help(model)).unwrap_or_default()
    }

    /// The same for the hint line.
    pub fn hints(&self, model: &Model) -> Vec<HelpRow> {
        self.top().map(|screen| screen.hints(model)).unwrap_or_default()
    }

    /// Whether the topmost screen takes every printable key as text.
    pub fn is_typed_in(&self) -> bool {
        self.top().is_some_and(AnyScreen::is_typed_in)
    }

    /// The keys that hold everywhere and do what they say here: where one types, printable ones are text.
    pub fn pressable(&self, model: &Model) -> Vec<HelpRow> {
        let typed_in = self.is_typed_in();
        let is_text = |key: &Key| typed_in && key.typed().is_some();
        let pressable = |row: HelpRow| {
            let kept = row.keys.iter().take_while(|key| !is_text(key)).count();
            row.keys.get(..kept).filter(|keys| !keys.is_empty()).map(|keys| HelpRow { keys, ..row })
        };
        self.global_rows(model).into_iter().filter_map(pressable).collect()
    }

    /// The table of keys that hold everywhere, as they apply to the topmost screen.
    pub fn global_rows(&self, model: &Model) -> Vec<HelpRow> {
        let row = |row: &super::keys::GlobalBinding| HelpRow {
            name: row.name,
            keys: row.keys,
            help: row.help,
            live: (row.when)(self, model),
        };
        GLOBAL.iter().map(row).collect()
    }

    /// The tables of the other places, each with its number.
    pub fn elsewhere(&self, model: &Model) -> Vec<(usize, HelpRow)> {
        let others = self.places.iter().enumerate().filter(|(index, _)| self.is_covered() || *index != self.place);
        others.flat_map(|(index, screen)| screen.help(model).into_iter().map(move |row| (index, row))).collect()
    }

    /// Puts a screen over what is up.
    pub fn put(&mut self, screen: Box<dyn AnyScreen>) {
        self.over.push(screen);
    }

    /// Goes to a place; what lay over the old one is put away.
    pub fn show(&mut self, place: usize) {
        if place < self.places.len() {
            self.place = place;
            self.over.clear();
        }
    }

    /// Goes to a place; a tool is fetched only as long as one stays with the tools, and with an empty line.
    fn go(&mut self, place: usize, cx: &mut Cx<'_>) {
        cx.model.fetching &= place == screens::TOOLS;
        if cx.model.fetching && self.place != place {
            self.make_anew(place, cx.model);
        }
        if !cx.model.fetching {
            cx.model.destination = Destination::Agenda;
        }
        self.show(place);
    }

    fn make_anew(&mut self, place: usize, model: &Model) {
        if let (Some(screen), Some(row)) = (self.places.get_mut(place), PLACES.get(place)) {
            *screen = (row.make)(model);
        }
    }

    /// Goes where `go` says, unless that would put away what is half done; what that does may ask to go on.
    pub fn follow(&mut self, go: Go, cx: &mut Cx<'_>) {
        if let (Some(half_done), Go::Place(_) | Go::Wall | Go::Press(Some(_), _)) = (cx.beneath, &go) {
            return cx.notify(half_done);
        }
        match go {
            Go::Place(place) => self.go(place, cx),
            Go::Over(screen) => self.put(screen),
            Go::Instead(screen) => {
                self.over.pop();
                self.put(screen);
            }
            Go::Back => drop(self.over.pop()),
            Go::Tell(text) => {
                if let Some(below) = self.below_mut() {
                    below.told(&text, cx);
                }
            }
            Go::Wall => {
                self.go(screens::LIVE, cx);
                self.put(screens::room());
            }
            Go::Press(place, key) => {
                self.over.pop();
                if let Some(place) = place {
                    self.go(place, cx);
                }
                self.press(key, cx);
            }
            Go::Quit => {}
        }
    }

    /// A key: text where text is typed, else what the tables say.
    pub fn key(&mut self, key: Key, cx: &mut Cx<'_>) -> Taken {
        if self.top_mut().is_some_and(|screen| screen.typed(&Typed::Key(key), cx)) {
            return Taken::AsText;
        }
        if self.press(key, cx) { Taken::ByRow } else { Taken::Not }
    }

    fn press(&mut self, key: Key, cx: &mut Cx<'_>) -> bool {
        if self.top_mut().is_some_and(|screen| screen.press(key, cx)) {
            return true;
        }
        match GLOBAL.iter().find(|row| row.keys.contains(&key) && (row.when)(self, cx.model)) {
            Some(row) => {
                (row.run)(self, cx);
                true
            }
            None => self.explain(key, cx),
        }
    }

    /// Says so when a key of the screen, or of the program, does not apply now; except on the wall, and except where there
    /// is no step back. Answers whether it did.
    fn explain(&self, key: Key, cx: &mut Cx<'_>) -> bool {
        if self.face() == Face::Wall || key == Key::of(Code::Esc) {
            return false;
        }
        let is_meant = |row: &HelpRow| row.keys.contains(&key) && !row.live;
        let here = self.rows(cx.model).into_iter().find(is_meant);
        let is_viewer = here.is_some() && cx.model.role == Role::Viewer;
        let words = match is_viewer {
            true if self.place == screens::LIVE => screens::start::ONLY_READS,
            true => ONLY_VIEWS,
            false => NOT_NOW,
        };
        if self.face() == Face::Question && keys::searches(key) {
            cx.notify(ANSWER_FIRST);
            return true;
        }
        let reason = |row: &HelpRow| self.top()?.why_not(row.name, cx.model);
        if let Some(reason) = here.as_ref().filter(|_| !is_viewer).and_then(reason) {
            cx.notify(reason);
            return true;
        }
        let mut everywhere = self.global_rows(cx.model).into_iter().filter(|_| self.face() == Face::Console);
        let Some(row) = here.or_else(|| everywhere.find(is_meant)) else { return false };
        let half_done = cx.beneath.filter(|_| keys::leads_away(&row));
        if let Some(reason) = half_done.or(why_not(row.name)) {
            cx.notify(reason);
            return true;
        }
        let text = words.with(cx.model.lang, cx.model.say(row.help));
        cx.model.notify(text, cx.now);
        true
    }

    /// Pasted text.
    pub fn typed(&mut self, typed: &Typed, cx: &mut Cx<'_>) {
        if let Some(screen) = self.top_mut() {
            screen.typed(typed, cx);
        }
    }

    /// The line of places.
    pub fn tabs(&self) -> Tabs {
        let keys = match (self.half_done_beneath(), self.is_typed_in()) {
            (Some(_), _) => tabs::Keys::None,
            (None, true) => tabs::Keys::TabAlone,
            (None, false) => tabs::Keys::Numbers,
        };
        Tabs { names: PLACES.map(|place| place.name).to_vec(), here: self.place, keys }
    }

    /// The mouse, in a frame drawn in `whole`; a click on a tab goes there.
    pub fn mouse(&mut self, mouse: Mouse, whole: Rect, cx: &mut Cx<'_>) {
        let area = cx.area;
        if self.top_mut().is_some_and(|screen| screen.mouse(mouse, area, cx)) || self.face() != Face::Console {
            return;
        }
        let top = paint::row(whole, 0);
        if let Mouse::Click { column, row } = mouse
            && top.contains(Position::new(column, row))
        {
            let place = tabs::at(cx.model, &self.tabs(), cx.now, (column - whole.x, whole.width));
            cx.go = place.map(Go::Place);
        }
    }
}

/// Why a row that holds everywhere does not apply now, where its name alone does not say it.
fn why_not(row: &str) -> Option<Words> {
    match row {
        "app.problems" => Some(words(
            "Det er ingen beskjeder om filene dine.",
            "Det er ingen beskjedar om filene dine.",
            "There are no messages about your files.",
        )),
        "app.rehearsal" => Some(keyed!(
            [agenda::key("agenda.rehearse"), key_of(GLOBAL, "app.agenda")],
            words(
                "Ingen øving er i gang; ^ under Kjøreplan (^) begynner en.",
                "Inga øving er i gang; ^ under Køyreplan (^) byrjar ei.",
                "No rehearsal is running; ^ in Agenda (^) begins one."
            )
        )),
        _ => None,
    }
}

const ANSWER_FIRST: Words =
    words("Svar på spørsmålet først.", "Svar på spørsmålet først.", "Answer the question first.");
const ONLY_VIEWS: Words = words(
    "Dette vinduet viser bare. Gjør det i det andre.",
    "Dette vindauget viser berre. Gjer det i det andre.",
    "This window only shows. Do it in the other one.",
);
const NOT_NOW: Words = words("Ikke nå: {}", "Ikkje no: {}", "Not now: {}");
