//! The terminal: drawing whole frames, and reading keys until a deadline. The only module that names the terminal
//! library; what is drawn and what keys do is not its business, and it knows no time of day.

mod device;
mod events;
mod frames;
mod signals;
mod tty;
#[cfg(unix)]
mod watch;

pub use events::Event;
pub use frames::Frames;
pub use tty::{MouseUse, NoScreen, Tty};

use crossterm::style::force_color_output;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use crossterm::{event, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Color;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What becomes of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    #[default]
    Shown,
    /// `NO_COLOR`: bold and reverse stay.
    Dropped,
}

/// How to take the terminal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setup {
    pub mouse: MouseUse,
    pub colours: Colours,
}

/// The terminal while the program has it; given back when this is dropped.
pub struct Terminal {
    tty: Tty,
    page: Page,
    out: CrosstermBackend<Page>,
    frames: Frames,
    colours: Colours,
}

/// Longest wait for an event; longer than any workshop.
const LONG: Duration = Duration::from_secs(24 * 60 * 60);

/// What came together is seen within this; with no wait at all the library does not look. A frame waits for it.
const AT_ONCE: Duration = Duration::from_micros(50);

/// Most events between two frames.
const MOST_EVENTS: usize = 1_000;

/// Largest picture, in columns and rows; a terminal that claims more gets this much.
const LARGEST: (u16, u16) = (1_000, 500);

impl Terminal {
    /// Takes the terminal. A panic of this thread gives it back from now on.
    ///
    /// # Errors
    /// When it does not let itself be set; it is as before then.
    pub fn enter(tty: &Tty, setup: Setup) -> io::Result<Terminal> {
        let page = Page::default();
        let out = CrosstermBackend::new(page.clone());
        // Else the library drops bold and reverse too (crossterm 0.29 sends `CSI ; m`).
        force_color_output(true);
        tty.give_back_on_panic();
        let terminal = Terminal { tty: tty.clone(), page, out, frames: Frames::default(), colours: setup.colours };
        tty.take(setup.mouse)?;
        Ok(terminal)
    }

    /// Gives the mouse into other hands; the picture stands.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn hand_mouse(&self, mouse: MouseUse) -> io::Result<()> {
        self.tty.hand_mouse(mouse)
    }

    /// Rings the bell.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn ring(&self) -> io::Result<()> {
        self.tty.write(signals::BELL)
    }

    /// Has the desktop show `text`, where the terminal passes it on.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn notify(&self, text: &str) -> io::Result<()> {
        self.tty.write(&signals::notification(text))
    }

    /// Gives the window this title, or the shell's own again; sends nothing when it has it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn title(&self, title: Option<String>) -> io::Result<()> {
        self.tty.entitle(title)
    }

    /// Draws one frame in one write, as a synchronized update, with the cursor where the picture answers that it stands;
    /// nothing on a terminal without size.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, picture: impl FnOnce(Rect, &mut Buffer) -> Option<Position>) -> io::Result<()> {
        let Some((columns, rows)) = self.tty.size() else { return Ok(()) };
        let area = Rect::new(0, 0, columns.min(LARGEST.0), rows.min(LARGEST.1));
        queue!(self.out, BeginSynchronizedUpdate)?;
        if self.tty.was_disturbed() || self.frames.area() != area {
            queue!(self.out, Clear(ClearType::All))?;
            self.frames = Frames::sized(area);
        }
        let colours = self.colours;
        self.frames.draw(&mut self.out, |area, buffer| {
            let cursor = picture(area, buffer);
            if colours == Colours::Dropped {
                drop_colours(buffer);
            }
            cursor
        })?;
        queue!(self.out, EndSynchronizedUpdate)?;
        self.tty.write(&self.page.taken())
    }

    /// Waits for an event, at most `wait` (for ever when none), and answers all that have come.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn events(&mut self, wait: Option<Duration>) -> io::Result<Vec<Event>> {
        let mut events = Vec::new();
        let mut wait = wait.unwrap_or(LONG).min(LONG);
        while events.len() < MOST_EVENTS && event::poll(wait)? {
            events.extend(events::translate(event::read()?));
            wait = AT_ONCE;
        }
        Ok(events)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tty.give_back();
    }
}

/// Begins to watch for signals and for the end of the terminal, on a thread of its own. Then, and only then,
/// `last_wish` is done (it may take a second), the terminal is given back, and the process ends with 128 + the
/// signal's number.
///
/// # Errors
/// When signals cannot be caught or no thread can be had.
pub fn watch(tty: &Tty, last_wish: impl FnOnce() + Send + 'static) -> io::Result<()> {
    #[cfg(unix)]
    return watch::begin(tty.clone(), last_wish);
    #[cfg(not(unix))]
    return Ok(drop((tty, last_wish)));
}

/// Hands the terminal to the shell until it says "go on" (Ctrl-Z); returns at once.
///
/// # Errors
/// When that cannot be asked for.
pub fn suspend() -> io::Result<()> {
    #[cfg(unix)]
    return watch::suspend();
    #[cfg(not(unix))]
    return Ok(());
}

fn drop_colours(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        cell.set_fg(Color::Reset).set_bg(Color::Reset);
    }
}

/// The bytes of a frame until it is whole: what is dropped half made (a panic) never reaches the terminal.
#[derive(Debug, Clone, Default)]
struct Page(Arc<Mutex<Vec<u8>>>);

impl Page {
    fn taken(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
