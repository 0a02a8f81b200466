//! Vidde, a companion in the terminal for those who lead workshops: this is the map of its code.
//!
//! The program holds **facts** (a catalogue of tools, agendas, a log of what the facilitator did and when) and shows
//! pictures that follow from them. A key press finds a row in a table; the row's function changes the facts or asks
//! for an effect; once per turn the loop reads the clock, has the facts stored if they changed, and draws
//! `frame = view(state, now, size)`. The room in a second terminal is the same program reading the same file.
//!
//! In reading order:
//!
//! | Module | What it is | What it must not know |
//! |---|---|---|
//! | [`domain`] | tools, agendas, sessions, schedule, search: pure | files, clocks, terminals, any module below |
//! | [`data`] | the built-in catalogue, guide and templates | screens |
//! | [`store`] | facts as files: read with care, replaced whole, written by one thread | screens |
//! | [`export`] | an agenda as a run sheet to mail or print | files, screens |
//! | [`keys`], [`model`] | keys as data; what the program knows while it is open | how it looks |
//! | [`screen`] | the contract of a screen: its table of keys and its picture | files, clocks |
//! | [`ui`] | the look: colours, digits, lists, bars | files, clocks |
//! | [`screens`] | the screens and the list of them, and what several of them do or ask alike | files, clocks |
//! | [`app`] | the stack of screens; events in, effects out | files, clocks, the terminal |
//! | [`terminal`] | frames out, keys in, and leaving in order whatever happens | what is drawn |
//! | [`runtime`] | the loop; the only place that reads a clock | – |
//! | [`cli`] | the command line | – |
//!
//! Invariants, each a test under `tests/`:
//!
//! - The domain does no I/O and reads no clock; a frame is a function of (state, now, size) (`architecture`, `sizes`).
//! - A key without a help text cannot exist: dispatch, help, hint line and README read the same row (`keys`, `readme`).
//! - A sentence that names a key takes it from a table ([`ui::keyed`]), or stands in a list that is held to the tables
//!   (`sentences`).
//! - Stored data are facts only; nothing that `schedule()` computes is written (`store`).
//! - No text from outside reaches the terminal uncleaned: `domain::text` has the types that clean what is read or typed
//!   ([`Line`](domain::text::Line), [`Prose`](domain::text::Prose), [`Text`](domain::text::Text)), and every answer of a
//!   command is cleaned when it is printed (`log`, `terminal`, unit tests of `domain::text`).
//! - Nothing private is drawn in the room (`room`).
//!
//! What the clock must do stands in [`domain::schedule::rules`], with a number for each rule; comments cite the numbers
//! (W11, T1).
//!
//! To add a screen: one file in `screens/` and one row in `screens.rs`. A key: one row in the screen's table. A tool:
//! one file in `data/tools/`. A fact to remember: one field with `#[serde(default)]` in [`domain`].

pub mod app;
pub mod cli;
pub mod data;
pub mod domain;
pub mod export;
pub mod keys;
pub mod model;
pub mod runtime;
pub mod screen;
pub mod screens;
pub mod store;
pub mod terminal;
pub mod ui;
