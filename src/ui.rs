//! The look: colours, digits, lists, bars. Drawing only; what keys do is in `screens`.

pub mod digits;
pub mod theme;
