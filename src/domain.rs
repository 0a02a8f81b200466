//! The rules of the workshop: tools, agendas, the log of a live run and what follows from it.
//!
//! Promises (each a test in `tests/architecture.rs` or `tests/laws.rs`): nothing below this module does I/O, reads a
//! clock or knows a terminal; time comes in as a [`times::Moment`]. Stored data are facts only; what
//! [`schedule::schedule`] can compute is never stored. Every text is cleaned where it enters ([`text::Line`],
//! [`text::Prose`], [`text::Text`]).

pub mod advice;
pub mod agenda;
pub mod breaks;
pub mod catalogue;
pub mod facts;
pub mod filter;
pub mod forgotten;
pub mod guide;
pub mod harvest;
pub mod horizon;
pub mod learned;
pub mod names;
pub mod proof;
pub mod recovery;
pub mod review;
pub mod schedule;
pub mod search;
pub mod sequences;
pub mod session;
pub mod shelf;
pub mod signal;
pub mod surroundings;
pub mod synonyms;
pub mod template;
pub mod text;
pub mod times;
pub mod tool;
pub mod version;

/// Something wrong with data that does not stop the program: where it is, and what, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A file, or a place in one: `tools/my.ron:4:33`.
    pub place: String,
    /// What is wrong, what was expected; may hold several lines (a caret line).
    pub text: String,
}

/// For fields that are left out of a file when they say nothing.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
