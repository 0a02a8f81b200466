//! The rows by which one moves through a list or a text: their keys and words are written here and nowhere else. A
//! screen says what a move does ([`Moves`]) and takes in a whole table (`list!`, `text!`), or single rows.

use crate::domain::text::words;
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Mouse};
use crate::ui::list::Move;

/// A screen that one moves through.
pub trait Moves: Sized + 'static {
    /// Makes the move; it ends where the list or the text does.
    fn step(&mut self, step: Move, cx: &mut Cx<'_>);

    /// Whether there is anything to move through.
    fn can_step(&self, _model: &Model) -> bool {
        true
    }

    /// Lets the wheel move by a row. Answers whether it was the wheel.
    fn wheel(&mut self, mouse: Mouse, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp => self.step(Move::Up, cx),
            Mouse::WheelDown => self.step(Move::Down, cx),
            Mouse::Click { .. } => return false,
        }
        true
    }
}

/// The table of a list in which one row is chosen; the rows are named after the screen: `list!("guide")`.
macro_rules! list {
    ($screen:literal) => {
        &[
            $crate::screens::moves::up(concat!($screen, ".up")),
            $crate::screens::moves::down(concat!($screen, ".down")),
            $crate::screens::moves::page_up(concat!($screen, ".page-up")),
            $crate::screens::moves::page_down(concat!($screen, ".page-down")),
            $crate::screens::moves::first(concat!($screen, ".first")),
            $crate::screens::moves::last(concat!($screen, ".last")),
        ]
    };
}
pub(crate) use list;

/// The table of a text that one reads on in; the rows are named after the screen: `text!("help")`.
macro_rules! text {
    ($screen:literal) => {
        &[
            $crate::screens::moves::down(concat!($screen, ".down")),
            $crate::screens::moves::up(concat!($screen, ".up")),
            $crate::screens::moves::read_on(concat!($screen, ".page-down")),
            $crate::screens::moves::page_up(concat!($screen, ".page-up")),
            $crate::screens::moves::top(concat!($screen, ".top")),
            $crate::screens::moves::bottom(concat!($screen, ".bottom")),
        ]
    };
}
pub(crate) use text;

#[must_use]
pub const fn up<S: Moves>(name: &'static str) -> Binding<S> {
    Binding { keys: const { &[Key::of(Code::Up), Key::char('k')] }, ..up_where_typed(name) }
}

#[must_use]
pub const fn down<S: Moves>(name: &'static str) -> Binding<S> {
    Binding { keys: const { &[Key::of(Code::Down), Key::char('j')] }, ..down_where_typed(name) }
}

/// Where letters are text.
#[must_use]
pub const fn up_where_typed<S: Moves>(name: &'static str) -> Binding<S> {
    Binding {
        name,
        keys: const { &[Key::of(Code::Up)] },
        help: words("opp", "opp", "up"),
        when: S::can_step,
        run: |screen, cx| screen.step(Move::Up, cx),
    }
}

/// Where letters are text.
#[must_use]
pub const fn down_where_typed<S: Moves>(name: &'static str) -> Binding<S> {
    Binding {
        name,
        keys: const { &[Key::of(Code::Down)] },
        help: words("ned", "ned", "down"),
        when: S::can_step,
        run: |screen, cx| screen.step(Move::Down, cx),
    }
}

#[must_use]
pub const fn page_up<S: Moves>(name: &'static str) -> Binding<S> {
    Binding {
        name,
        keys: const { &[Key::of(Code::PageUp)] },
        help: words("en side opp", "ei side opp", "a page up"),
        when: S::can_step,
        run: |screen, cx| screen.step(Move::PageUp, cx),
    }
}

#[must_use]
pub const fn page_down<S: Moves>(name: &'static str) -> Binding<S> {
    Binding {
        name,
        keys: const { &[Key::of(Code::PageDown)] },
        help: words("en side ned", "ei side ned", "a page down"),
        when: S::can_step,
        run: |screen, cx| screen.step(Move::PageDown, cx),
    }
}

/// A page down, also with the space bar, which in a text has nothing else to do.
#[must_use]
pub const fn read_on<S: Moves>(name: &'static str) -> Binding<S> {
    Binding { keys: const { &[Key::of(Code::PageDown), Key::char(' ')] }, ..page_down(name) }
}

#[must_use]
pub const fn first<S: Moves>(name: &'static str) -> Binding<S> {
    Binding { help: words("til første", "til første", "to the first"), ..top(name) }
}

#[must_use]
pub const fn last<S: Moves>(name: &'static str) -> Binding<S> {
    Binding { help: words("til siste", "til siste", "to the last"), ..bottom(name) }
}

#[must_use]
pub const fn top<S: Moves>(name: &'static str) -> Binding<S> {
    Binding {
        name,
        keys: const { &[Key::of(Code::Home)] },
        help: words("til toppen", "til toppen", "to the top"),
        when: S::can_step,
        run: |screen, cx| screen.step(Move::First, cx),
    }
}

#[must_use]
pub const fn bottom<S: Moves>(name: &'static str) -> Binding<S> {
    Binding {
        name,
        keys: const { &[Key::of(Code::End)] },
        help: words("til bunnen", "til botnen", "to the bottom"),
        when: S::can_step,
        run: |screen, cx| screen.step(Move::Last, cx),
    }
}
