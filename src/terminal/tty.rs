//! The terminal device: taking it, giving it back with one list of sequences on every path, and writing to it. What
//! is drawn, and which keys are read, is not here.

use super::device::{self, Patience};
use super::signals;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use crossterm::style::ResetColor;
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, queue, terminal};
use std::fs::File;
use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

/// Whether the mouse belongs to the program or to the terminal's own selection of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MouseUse {
    #[default]
    Terminal,
    Program,
}

/// Why there is no screen to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoScreen {
    /// Standard input or output is a file, a pipe, or closed.
    NotATerminal,
    /// `TERM` is `dumb`: it cannot move its cursor.
    Dumb,
}

/// Who has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    Shell,
    Program,
}

/// The terminal, shared by the loop, the watch and the panic hook.
#[derive(Debug, Clone)]
pub struct Tty(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    out: File,
    holder: Mutex<Holder>,
    /// Who has the mouse while the program has the terminal; for coming back.
    mouse: Mutex<MouseUse>,
    /// The title that the program has given the window.
    title: Mutex<Option<String>>,
    /// What the screen shows is no longer what was drawn last.
    stale: AtomicBool,
    /// Where the program had a fault, `file:line`.
    fault: Mutex<Option<String>>,
}

/// How long to wait for a terminal that is being written to, before it is given back all the same.
const PATIENCE: Duration = Duration::from_millis(300);

/// Pauses while waiting.
const STEP: Duration = Duration::from_millis(5);

impl Tty {
    /// The terminal on standard input and output.
    ///
    /// # Errors
    /// When there is none, or none that can show a screen.
    pub fn find() -> Result<Tty, NoScreen> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(NoScreen::NotATerminal);
        }
        if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
            return Err(NoScreen::Dumb);
        }
        let out = device::open().map_err(|_| NoScreen::NotATerminal)?;
        Ok(Tty(Arc::new(Shared {
            out,
            holder: Mutex::new(Holder::Shell),
            mouse: Mutex::default(),
            title: Mutex::default(),
            stale: AtomicBool::new(false),
            fault: Mutex::default(),
        })))
    }

    /// Takes the terminal: raw mode, and the sequences of `opening`.
    ///
    /// # Errors
    /// When the terminal does not let itself be set.
    pub fn take(&self, mouse: MouseUse) -> io::Result<()> {
        let mut holder = held(&self.0.holder);
        *held(&self.0.mouse) = mouse;
        *holder = Holder::Program;
        self.0.stale.store(true, Ordering::SeqCst);
        terminal::enable_raw_mode()?;
        device::write(&self.0.out, &opening(mouse), Patience::Endless)
    }

    /// Takes the terminal again after [`Tty::give_back`], as it was.
    ///
    /// # Errors
    /// As [`Tty::take`].
    pub fn take_again(&self) -> io::Result<()> {
        let mouse = *held(&self.0.mouse);
        self.take(mouse)
    }

    /// Gives the mouse into other hands; while the shell has the terminal that is only noted, for coming back.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn hand_mouse(&self, mouse: MouseUse) -> io::Result<()> {
        let holder = held(&self.0.holder);
        *held(&self.0.mouse) = mouse;
        match *holder {
            Holder::Shell => Ok(()),
            Holder::Program => device::write(&self.0.out, &mouse_to(mouse), Patience::Endless),
        }
    }

    /// Gives the terminal back as it was found; does nothing when the shell has it already. Never blocks for long,
    /// whatever the terminal does.
    pub fn give_back(&self) {
        let holder = self.patiently();
        if holder.as_deref() == Some(&Holder::Shell) {
            return;
        }
        let title = if held(&self.0.title).take().is_some() { signals::TITLE_BACK } else { &[] };
        let _ = device::write(&self.0.out, &[title, &closing()].concat(), Patience::AtMost(PATIENCE));
        let _ = terminal::disable_raw_mode();
        if let Some(mut holder) = holder {
            *holder = Holder::Shell;
        }
    }

    /// Writes a frame; drops it while the shell has the terminal.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn write(&self, frame: &[u8]) -> io::Result<()> {
        match *held(&self.0.holder) {
            Holder::Shell => Ok(()),
            Holder::Program => device::write(&self.0.out, frame, Patience::Endless),
        }
    }

    /// Gives the window `title`, or the shell's own again; leaves it alone when it has that already, or while the shell
    /// has the terminal.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn entitle(&self, title: Option<String>) -> io::Result<()> {
        let holder = held(&self.0.holder);
        if *holder == Holder::Shell {
            return Ok(());
        }
        let before = std::mem::replace(&mut *held(&self.0.title), title.clone());
        let bytes = match (before, title) {
            (before, title) if before == title => return Ok(()),
            (_, None) => signals::TITLE_BACK.to_vec(),
            (None, Some(title)) => [signals::KEEP_TITLE, &signals::title(&title)].concat(),
            (Some(_), Some(title)) => signals::title(&title),
        };
        device::write(&self.0.out, &bytes, Patience::Endless)
    }

    /// Columns and rows; none while a side is zero.
    #[must_use]
    pub fn size(&self) -> Option<(u16, u16)> {
        device::size(&self.0.out).filter(|(columns, rows)| *columns > 0 && *rows > 0)
    }

    /// What is written to.
    #[cfg(unix)]
    pub(super) fn out(&self) -> &File {
        &self.0.out
    }

    /// Whether everything has to be drawn anew; asked once per frame.
    #[must_use]
    pub fn was_disturbed(&self) -> bool {
        self.0.stale.swap(false, Ordering::SeqCst)
    }

    /// Makes a panic of this thread give the terminal back, without a word on the screen: a panic text may hold what
    /// nobody in the room should read. Where it happened is kept in [`Tty::fault`].
    pub fn give_back_on_panic(&self) {
        let (tty, keeper) = (self.clone(), std::thread::current().id());
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().id() != keeper {
                return;
            }
            tty.give_back();
            let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
            *held(&tty.0.fault) = Some(place.unwrap_or_default());
        }));
    }

    /// Where the program had a fault.
    #[must_use]
    pub fn fault(&self) -> Option<String> {
        held(&self.0.fault).clone()
    }

    /// The lock on the holder, or nothing when a write that does not end keeps it.
    fn patiently(&self) -> Option<MutexGuard<'_, Holder>> {
        let tries = PATIENCE.as_millis() / STEP.as_millis();
        (0..tries).find_map(|_| match self.0.holder.try_lock() {
            Ok(holder) => Some(holder),
            Err(TryLockError::Poisoned(holder)) => Some(holder.into_inner()),
            Err(TryLockError::WouldBlock) => {
                std::thread::sleep(STEP);
                None
            }
        })
    }
}

/// The lock, also after a panic of its holder: what is kept in these is always whole.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is sent when the terminal is taken. Each has its opposite in [`closing`].
fn opening(mouse: MouseUse) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = queue!(bytes, EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange, cursor::Hide);
    if mouse == MouseUse::Program {
        bytes.extend(mouse_to(mouse));
    }
    bytes
}

/// What gives the mouse into these hands.
fn mouse_to(mouse: MouseUse) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = match mouse {
        MouseUse::Program => queue!(bytes, EnableMouseCapture),
        MouseUse::Terminal => queue!(bytes, DisableMouseCapture),
    };
    bytes
}

/// What is sent when the terminal is given back: on quitting, on errors, panics, signals and Ctrl-Z.
fn closing() -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = queue!(
        bytes,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableFocusChange,
        DisableBracketedPaste,
        ResetColor,
        LeaveAlternateScreen,
        cursor::Show
    );
    bytes
}
