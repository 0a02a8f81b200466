//! The look: colours, digits, lists, bars. Drawing only; what keys do is in `screens`.

/// The columns and rows below which nothing but that is said.
pub const LEAST: (u16, u16) = (43, 12);

pub mod cells;
pub mod columns;
pub mod dates;
pub mod dialog;
pub mod digits;
pub mod filters;
pub mod input;
pub mod keybar;
pub mod keyed;
pub mod list;
pub mod names;
pub mod page;
pub mod paint;
pub mod quote;
pub mod signal;
pub mod tabs;
pub mod tally;
pub mod theme;
pub mod timebar;
