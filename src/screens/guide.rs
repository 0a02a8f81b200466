//! Guide (*Veiviser*): the steps of an assignment with their tasks, and what follows every step, as a list that can be
//! searched. How it is drawn is in `view`; what there is to read on a topic is in `topic`.

mod text;
pub mod topic;
mod view;

use crate::domain::guide::Topic;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Go, Mouse, Screen, Typed};
use crate::screens::moves::{self, Moves};
use crate::ui::input::Field;
use crate::ui::keyed::{key_of, keyed};
use crate::ui::list::Move;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use topic::TopicPage;

pub const TITLE: Words = words("Veiviser", "Vegvisar", "Guide");

/// The list of topics, all of them or those that answer a search.
#[derive(Debug, Default)]
pub struct Guide {
    search: Search,
    selected: usize,
}

/// What is looked for in the guide.
#[derive(Debug, Default)]
enum Search {
    #[default]
    Off,
    /// Keys go to the field.
    Typing(Field, Vec<Topic>),
    /// The hits stand, and keys have their meaning again.
    Done(Field, Vec<Topic>),
}

impl Guide {
    fn topics(&self, model: &Model) -> Vec<Topic> {
        match &self.search {
            Search::Off => model.guide.topics(),
            Search::Typing(_, found) | Search::Done(_, found) => found.clone(),
        }
    }

    fn chosen(&self, model: &Model) -> Option<Topic> {
        self.topics(model).into_iter().nth(self.selected)
    }

    /// To the next or the previous step; from the last one to what follows every step.
    fn leap(&mut self, step: Move, cx: &Cx<'_>) {
        let topics = self.topics(cx.model);
        let heads: Vec<usize> =
            (0..).zip(&topics).filter(|(_, topic)| view::is_head(topic)).map(|(at, _)| at).collect();
        let next = match step {
            Move::Up => heads.into_iter().rev().find(|at| *at < self.selected),
            _ => heads.into_iter().find(|at| *at > self.selected),
        };
        self.selected = next.unwrap_or(self.selected);
    }

    fn open(&mut self, cx: &mut Cx<'_>) {
        if let Some(topic) = self.chosen(cx.model) {
            cx.go = Some(Go::Over(Box::new(TopicPage::of(topic))));
        }
    }

    /// Lets one type, after what has been typed before.
    fn search(&mut self, cx: &mut Cx<'_>) {
        self.search = match std::mem::take(&mut self.search) {
            Search::Off => Search::Typing(Field::default(), cx.model.guide.topics()),
            Search::Typing(field, found) | Search::Done(field, found) => Search::Typing(field, found),
        };
    }

    /// Stays on the topic that was chosen among the hits.
    fn clear(&mut self, cx: &mut Cx<'_>) {
        let chosen = self.chosen(cx.model);
        self.search = Search::Off;
        self.selected = cx.model.guide.topics().iter().position(|topic| Some(topic) == chosen.as_ref()).unwrap_or(0);
    }

    fn has_topics(&self, model: &Model) -> bool {
        self.chosen(model).is_some()
    }
}

impl Moves for Guide {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let page = view::page(self, cx.area);
        self.selected = step.from(self.selected, self.topics(cx.model).len(), page);
    }
}

impl Screen for Guide {
    const KEYS: &'static [Binding<Guide>] = &[
        Binding {
            name: "guide.open",
            keys: &[Key::of(Code::Enter)],
            help: words("les og velg verktøy", "les og vel verktøy", "read and choose tools"),
            when: Guide::has_topics,
            run: Guide::open,
        },
        Binding {
            name: "guide.search",
            keys: &[Key::char('/')],
            help: words("søk i veiviseren", "søk i vegvisaren", "search the guide"),
            when: |guide, model| !matches!(guide.search, Search::Typing(..)) && !model.guide.steps.is_empty(),
            run: Guide::search,
        },
        Binding {
            name: "guide.clear",
            keys: &[Key::of(Code::Esc)],
            help: words("vis alt", "vis alt", "show everything"),
            when: |guide, _| !matches!(guide.search, Search::Off),
            run: Guide::clear,
        },
        Binding {
            name: "guide.next-step",
            keys: &[Key::of(Code::Right), Key::char('l')],
            help: words("neste trinn", "neste trinn", "next step"),
            when: Guide::has_topics,
            run: |guide, cx| guide.leap(Move::Down, cx),
        },
        Binding {
            name: "guide.previous-step",
            keys: &[Key::of(Code::Left), Key::char('h')],
            help: words("forrige trinn", "førre trinn", "previous step"),
            when: Guide::has_topics,
            run: |guide, cx| guide.leap(Move::Up, cx),
        },
    ];

    const MOVES: &'static [Binding<Guide>] = moves::list!("guide");

    fn title(&self) -> Words {
        TITLE
    }

    /// While one types, every printable key is text; Enter opens, and keys have their meaning again.
    fn typed(&mut self, typed: &Typed, cx: &mut Cx<'_>) -> bool {
        let Search::Typing(field, found) = &mut self.search else { return false };
        let listed = matches!(typed, Typed::Key(Key { code: Code::Home | Code::End, .. }));
        if !listed && field.typed(typed) {
            *found = cx.model.guide.find(field.text(), &cx.model.catalogue);
            self.selected = 0;
            return true;
        }
        if *typed == Typed::Key(Key::of(Code::Enter)) {
            self.search = Search::Done(std::mem::take(field), std::mem::take(found));
        }
        false
    }

    fn is_typed_in(&self) -> bool {
        matches!(self.search, Search::Typing(..))
    }

    fn why_not(&self, _row: &str, _model: &Model) -> Option<Words> {
        Some(NOTHING_FOUND).filter(|_| !matches!(self.search, Search::Off))
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp | Mouse::WheelDown => return self.wheel(mouse, cx),
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

const NOTHING_FOUND: Words = keyed!(
    [key_of(Guide::KEYS, "guide.clear")],
    words(
        "Ingenting er funnet her; ^ viser hele veiviseren.",
        "Ingenting er funne her; ^ viser heile vegvisaren.",
        "Nothing is found here; ^ shows the whole guide."
    )
);
