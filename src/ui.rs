//! The look: colours, digits, lists, bars. Drawing only; what keys do is in `screens`.

pub mod dialog;
pub mod digits;
pub mod list;
pub mod names;
pub mod paint;
pub mod signal;
pub mod theme;
pub mod timebar;
