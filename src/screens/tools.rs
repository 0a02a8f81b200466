//! Tools (*Verktøy*): search as one types, a list with the matched letters marked, and the card beside it where there is
//! room; as a place, and laid over any other screen. The whole card is in `card`, the keys are in `keys`.

mod fitting;
mod keys;
mod told;
mod view;

pub use fitting::fitting;

use crate::domain::filter::{self, Answer, Completion, Filter, Finder, Found, Left, Unclear, completions};
use crate::domain::shelf::Shelf;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Moment;
use crate::domain::tool::{Tool, Variant};
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Go, Mouse, Screen, Typed};
use crate::screens::card::Card;
use crate::screens::facets::Facets;
use crate::screens::moves::Moves;
use crate::screens::{add, start};
use crate::ui::input::Field;
use crate::ui::list::Move;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::borrow::Cow;

pub const TITLE: Words = words("Verktøy", "Verktøy", "Tools");

/// The line of search, what it leads to and the selected row.
#[derive(Debug, Default)]
pub struct Tools {
    field: Field,
    finder: Finder,
    found: Found,
    /// What was found holds for this; none before the first search.
    basis: Option<Basis>,
    /// The row that was chosen; none before a key or a click has chosen one.
    chosen: Option<usize>,
    /// How many hits are fetched beyond [`FIRST_HITS`], for those who page far down.
    further: usize,
    stand: Stand,
    /// What the line may become, in the language of the basis.
    leading: Vec<Completion>,
    /// What the line could have become when one of it was taken last.
    offered: Vec<Completion>,
}

/// How many hits are fetched at first: more than a window of fifty rows shows; a taller one asks for as many as it has rows.
const FIRST_HITS: usize = 48;

/// The same where nothing is looked for, and so nothing is marked.
const FIRST_TOOLS: usize = 300;

/// Where the search stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stand {
    /// As one of the places.
    #[default]
    Place,
    /// Over another screen, which is as it was when one goes back.
    Over,
}

/// What an answer depends on beside the line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Basis {
    lang: Lang,
    shelf: Shelf,
    /// What is free now, when the line asks for what fits.
    left: Option<Left>,
}

impl Tools {
    /// The place with an empty search.
    #[must_use]
    pub fn of(model: &Model) -> Tools {
        let mut tools = Tools::default();
        tools.look_up(model, None);
        tools
    }

    /// The search with `line` in it, to lay over another screen.
    #[must_use]
    pub fn over(line: &str, cx: &Cx<'_>) -> Tools {
        let mut tools = Tools { field: Field::of(line), stand: Stand::Over, ..Tools::default() };
        tools.look_up(cx.model, cx.model.left(cx.now));
        tools
    }

    /// What the line leads to; looked up anew only while what it depends on has changed.
    fn found(&self, model: &Model, now: Moment) -> Cow<'_, Found> {
        let left = asks_now(&self.found).then(|| model.left(now)).flatten();
        let holds = |basis: &Basis| basis.lang == model.lang && basis.left == left && basis.shelf == model.facts.shelf;
        if self.basis.as_ref().is_some_and(holds) {
            return Cow::Borrowed(&self.found);
        }
        Cow::Owned(Finder::default().find(&model.ground(model.left(now)), self.field.text(), self.limit()))
    }

    fn look_up(&mut self, model: &Model, left: Option<Left>) {
        let had_hits = self.found.answer == Answer::Hits;
        self.found = self.finder.find(&model.ground(left.clone()), self.field.text(), self.limit());
        self.leading = completions(self.field.text(), &model.names, model.lang);
        self.chosen = self.chosen.filter(|_| !had_hits || self.found.answer == Answer::Hits);
        let left = left.filter(|_| asks_now(&self.found));
        self.basis = Some(Basis { lang: model.lang, shelf: model.facts.shelf.clone(), left });
    }

    fn limit(&self) -> usize {
        let first = if self.field.text().is_empty() { FIRST_TOOLS } else { FIRST_HITS };
        first + self.further
    }

    /// Fetches more hits when the selected row or those around it are not among them.
    fn reach(&mut self, page: usize, cx: &Cx<'_>) {
        let seen = self.chosen.unwrap_or_default() + page + 1;
        if seen > self.limit() && self.found.hits.len() < self.found.total {
            self.further = 2 * seen;
            self.look_up(cx.model, cx.model.left(cx.now));
        }
    }

    /// The first row, and as many hits as are in view.
    fn begin_at_top(&mut self, cx: &Cx<'_>) {
        (self.chosen, self.further) = (None, view::page(self, cx).saturating_sub(FIRST_HITS));
    }

    /// Another line, looked up at once.
    fn write(&mut self, line: &str, cx: &Cx<'_>) {
        self.field = Field::of(line);
        self.begin_at_top(cx);
        self.look_up(cx.model, cx.model.left(cx.now));
    }

    /// What the last word of the line may become, while the cursor stands behind it; of a word that was taken from among
    /// several, the others, round and round.
    fn completions(&self, model: &Model) -> Vec<Completion> {
        if !self.field.is_at_end() {
            return Vec::new();
        }
        let further = match &self.basis {
            Some(basis) if basis.lang == model.lang => self.leading.clone(),
            _ => completions(self.field.text(), &model.names, model.lang),
        };
        let taken = self.offered.iter().position(|offer| offer.line == self.field.text());
        match taken.filter(|_| further.is_empty()) {
            Some(taken) => self.offered.iter().cycle().skip(taken + 1).take(self.offered.len() - 1).cloned().collect(),
            None => further,
        }
    }

    /// The selected row, the last one when time has made the list shorter: the first one before another has been chosen;
    /// but where the hits are not what was asked for, none, lest one key begins what nobody meant.
    fn row(&self, found: &Found) -> Option<usize> {
        let last = found.total.checked_sub(1)?;
        let first = (found.answer == Answer::Hits).then_some(0);
        self.chosen.map(|chosen| chosen.min(last)).or(first)
    }

    /// Why no tool is selected; nothing when one is.
    fn why_none(&self) -> Option<Words> {
        let is_none = self.found.total > 0 && self.row(&self.found).is_none();
        let why = if matches!(self.found.answer, Answer::Looser(_)) { keys::NONE_HAS_ALL } else { keys::NOTHING_FOUND };
        is_none.then_some(why)
    }

    /// The selected tool, and the length in which it fits.
    fn selected<'m>(&self, model: &'m Model, found: &Found) -> Option<(&'m Tool, Variant)> {
        let tool = found.hits.get(self.row(found)?).and_then(|hit| model.catalogue.tool(&hit.id))?;
        Some((tool, found.sieve.best(tool)))
    }

    fn with_selected(&self, cx: &mut Cx<'_>, act: impl FnOnce(&Tool, Variant, &mut Cx<'_>)) {
        let found = self.found(cx.model, cx.now);
        if let Some((tool, variant)) = self.selected(cx.model, &found).map(|(tool, variant)| (tool.clone(), variant)) {
            act(&tool, variant, cx);
        }
    }

    fn open(&mut self, cx: &mut Cx<'_>) {
        self.with_selected(cx, |tool, variant, cx| {
            cx.go = Some(Go::Over(Box::new(Card::in_length(tool.id.clone(), variant))));
        });
    }

    fn add(&mut self, cx: &mut Cx<'_>) {
        let was_fetching = cx.model.fetching;
        let sieve = self.found(cx.model, cx.now).sieve.clone();
        self.with_selected(cx, |tool, _, cx| add::tool(tool, sieve.best_after(tool, add::people(tool, cx)), cx));
        if was_fetching && self.stand == Stand::Place {
            *self = Tools::of(cx.model);
        }
    }

    fn turn_favourite(&mut self, cx: &mut Cx<'_>) {
        self.with_selected(cx, |tool, _, cx| add::turn_favourite(tool, cx));
        self.look_up(cx.model, cx.model.left(cx.now));
    }

    fn complete(&mut self, cx: &mut Cx<'_>) {
        let offered = self.completions(cx.model);
        if let Some(first) = offered.first().cloned() {
            if !self.offered.contains(&first) {
                self.offered = offered;
            }
            self.write(&first.line, cx);
        }
    }

    /// Asks for what fits now beside what is typed.
    fn fit(&mut self, cx: &mut Cx<'_>) {
        let line = fitting(self.field.text(), cx);
        self.write(&line, cx);
    }

    /// Drops the filters without which most is found; where something is found, the last one.
    fn loosen(&mut self, cx: &mut Cx<'_>) {
        let line = filter::without(self.field.text(), &self.found.in_the_way(), &cx.model.names);
        self.write(&line, cx);
    }
}

/// What is pasted, with a space for every break and tab: a line of search has none.
fn on_one_line(typed: &Typed) -> Cow<'_, Typed> {
    match typed {
        Typed::Paste(text) => {
            let spaced = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
            Cow::Owned(Typed::Paste(spaced.collect()))
        }
        Typed::Key(_) => Cow::Borrowed(typed),
    }
}

/// Whether the answer depends on what is free now.
fn asks_now(found: &Found) -> bool {
    found.wish.filters.contains(&Filter::Now) || found.wish.unclear.contains(&Unclear::NothingRuns)
}

impl Moves for Tools {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let page = view::page(self, cx);
        let found = self.found(cx.model, cx.now);
        let (row, total) = (self.row(&found), found.total);
        let first = if step == Move::Last { total.saturating_sub(1) } else { 0 };
        self.chosen = Some(row.map_or(first, |row| step.from(row, total, page)));
        self.reach(page, cx);
    }
}

impl Screen for Tools {
    const KEYS: &'static [Binding<Tools>] = keys::KEYS;

    fn title(&self) -> Words {
        TITLE
    }

    /// Home and End belong to the list, and → at the end of the line to what it may become; `/`, which leads here from
    /// elsewhere, begins no line, and neither does `?`, which is help. Ctrl-U takes the line away wherever the cursor is.
    fn typed(&mut self, typed: &Typed, cx: &mut Cx<'_>) -> bool {
        let own = match typed {
            Typed::Key(Key { code: Code::Home | Code::End, .. }) => true,
            Typed::Key(Key { code: Code::Char('/' | '?'), .. }) => self.field.text().is_empty(),
            Typed::Key(key) => *key == Key::of(Code::Right) && !self.completions(cx.model).is_empty(),
            Typed::Paste(_) => false,
        };
        let before = self.field.text().to_owned();
        let clears = *typed == Typed::Key(Key::ctrl('u'));
        if clears {
            self.field.clear();
        }
        let taken = clears || (!own && self.field.typed(&on_one_line(typed)));
        if self.field.text() != before {
            cx.model.facts.settings.welcomed = true;
            self.begin_at_top(cx);
            self.look_up(cx.model, cx.model.left(cx.now));
        } else if matches!(self.found(cx.model, cx.now), Cow::Owned(_)) {
            self.look_up(cx.model, cx.model.left(cx.now));
        }
        taken
    }

    fn is_typed_in(&self) -> bool {
        true
    }

    fn why_not(&self, row: &str, _model: &Model) -> Option<Words> {
        match row {
            "tools.loosen" => Some(keys::NO_FILTERS),
            "tools.open" | "tools.take" | "tools.read" | "tools.add" | "tools.run" | "tools.wall"
            | "tools.favourite" => self.why_none(),
            _ => None,
        }
    }

    fn told(&mut self, text: &str, cx: &mut Cx<'_>) {
        self.write(text, cx);
    }

    fn mouse(&mut self, mouse: Mouse, _area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp | Mouse::WheelDown => return self.wheel(mouse, cx),
            Mouse::Click { column, row } => {
                let Some(index) = view::row_at(self, cx, (column, row)) else { return false };
                if self.row(&self.found(cx.model, cx.now)) == Some(index) {
                    self.open(cx);
                }
                self.chosen = Some(index);
            }
        }
        true
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        view::view(self, model, &self.found(model, now), (area, buf));
    }
}

/// Opens the panel of filters on what the line says.
fn panel(tools: &mut Tools, cx: &mut Cx<'_>) {
    cx.go = Some(Go::Over(Box::new(Facets::of(tools.field.text()))));
}

/// Runs the chosen tool at once.
fn run(tools: &mut Tools, cx: &mut Cx<'_>) {
    tools.with_selected(cx, start::tool);
}

/// Runs the chosen tool with its task on the wall.
fn show(tools: &mut Tools, cx: &mut Cx<'_>) {
    tools.with_selected(cx, start::on_wall);
}
