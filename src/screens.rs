//! The screens: the places between which Tab moves, in order, and one of each screen for the help, the key list and the
//! tests. A new screen is one file here and one row below. What several screens do or ask alike stands beside them:
//! `acts`, `add`, `ahead`, `asleep`, `misdated`, `moves`, `overdue`, `rehearse`, `start`.

pub mod acts;
pub mod add;
pub mod agenda;
pub mod ahead;
pub mod ask;
pub mod asleep;
pub mod card;
pub mod facets;
pub mod finished;
pub mod form;
pub mod guide;
pub mod harvest;
pub mod help;
pub mod live;
pub mod misdated;
pub mod moves;
pub mod overdue;
pub mod palette;
pub mod problems;
pub mod ready;
pub mod recovery;
pub mod rehearse;
pub mod review;
pub mod room;
pub mod settings;
pub mod start;
pub mod templates;
pub mod tools;

use crate::domain::text::Words;
use crate::model::Model;
use crate::screen::AnyScreen;

/// A place between which Tab and the numbers move.
#[derive(Clone, Copy)]
pub struct Place {
    pub name: Words,
    pub make: fn(&Model) -> Box<dyn AnyScreen>,
}

/// The rows of [`PLACES`].
pub const TOOLS: usize = 0;
pub const AGENDA: usize = 1;
pub const LIVE: usize = 2;
pub const GUIDE: usize = 3;

/// The places, in tab order.
pub const PLACES: [Place; 4] = [
    Place { name: tools::TITLE, make: |model| Box::new(tools::Tools::of(model)) },
    Place { name: agenda::TITLE, make: |_| Box::<agenda::Planner>::default() },
    Place { name: live::TITLE, make: |_| Box::<live::Live>::default() },
    Place { name: guide::TITLE, make: |_| Box::<guide::Guide>::default() },
];

/// The room, to put over everything else.
#[must_use]
pub fn room() -> Box<dyn AnyScreen> {
    Box::<room::Room>::default()
}

/// One of each screen, in the order in which their keys are listed for people.
#[must_use]
pub fn all(model: &Model) -> Vec<Box<dyn AnyScreen>> {
    let places = PLACES.iter().map(|place| (place.make)(model));
    let others: Vec<Box<dyn AnyScreen>> = vec![
        room(),
        Box::<ready::Ready>::default(),
        Box::<harvest::Harvest>::default(),
        Box::<harvest::jot::Jot>::default(),
        Box::<review::Review>::default(),
        Box::<finished::Finished>::default(),
        Box::<card::Card>::default(),
        Box::<guide::topic::TopicPage>::default(),
        Box::<facets::Facets>::default(),
        Box::<templates::Templates>::default(),
        Box::<recovery::Recovery>::default(),
        Box::<live::dated::Dated>::default(),
        Box::<form::Form>::default(),
        Box::<ask::Ask>::default(),
        Box::<palette::Palette>::default(),
        Box::<help::Help>::default(),
        Box::<problems::Problems>::default(),
    ];
    places.chain(others).collect()
}
