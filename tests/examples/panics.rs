//! A program that takes the terminal as Vidde does and has a fault while it draws: for `tests/terminal.rs`.

#![allow(clippy::panic, reason = "the panic is what is tried")]

use std::process::ExitCode;
use vidde::terminal::{Setup, Terminal, Tty};

fn main() -> ExitCode {
    let Ok(tty) = Tty::find() else { return ExitCode::from(2) };
    let fault = std::panic::catch_unwind(|| {
        let mut terminal = Terminal::enter(&tty, Setup::default())?;
        terminal.draw(|_, buf| {
            buf.set_string(0, 0, "picture before the fault", ratatui::style::Style::new());
            None
        })?;
        terminal.events(None)?;
        terminal.draw(|_, _| panic!("a secret"))
    });
    println!("fault at {} {}", tty.fault().unwrap_or_default(), if fault.is_err() { "kept quiet" } else { "missing" });
    ExitCode::from(7)
}
