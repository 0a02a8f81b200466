//! The screens, in tab order.

pub mod live;
pub mod room;
