//! Subcommands that need no screen.

pub mod simulate;
