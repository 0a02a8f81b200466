//! Vidde: a terminal companion for facilitators.

pub mod app;
pub mod cli;
pub mod data;
pub mod domain;
pub mod keys;
pub mod model;
pub mod runtime;
pub mod screen;
pub mod screens;
pub mod store;
pub mod terminal;
pub mod ui;
