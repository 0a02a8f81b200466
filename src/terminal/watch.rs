//! The watch: a thread that waits for signals and for a terminal that is gone (the event loop of the terminal library
//! spins then and never returns), and ends the process in order. Costs nothing while nothing happens.

use super::tty::Tty;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{getpgrp, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTOU, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::raise;
use std::io;
use std::os::unix::net::UnixStream;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

/// Signals that mean "save and go".
const GO: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

/// Signals of job control.
const JOB: [i32; 2] = [SIGTSTP, SIGCONT];

/// A signal to end by often follows close upon the one to go on.
const CLOSE_UPON: Duration = Duration::from_millis(50);

/// Begins to watch. On a signal to end, or when the terminal is gone, `last_wish` is done (it may take a second, not
/// more), the terminal is given back, and the process ends with 128 + the signal.
///
/// # Errors
/// When signals cannot be caught or no thread can be had.
pub(super) fn begin(tty: Tty, last_wish: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let (read, write) = UnixStream::pair()?;
    let signals = SignalDelivery::with_pipe(read, write, SignalOnly, GO.iter().chain(&JOB))?;
    let watch = Watch { tty, signals };
    std::thread::Builder::new().name("watch".to_owned()).spawn(move || watch.keep(last_wish))?;
    Ok(())
}

/// Hands the terminal to the shell, and takes it back when the shell says so: the same as the signal from outside. The
/// whole process group is stopped, so that what started us (`cargo run`, a script) stops with us.
///
/// # Errors
/// When the signal cannot be sent.
pub(super) fn suspend() -> io::Result<()> {
    Ok(kill_current_process_group(rustix::process::Signal::TSTP)?)
}

const AT_ONCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };

struct Watch {
    tty: Tty,
    signals: SignalDelivery<UnixStream, SignalOnly>,
}

impl Watch {
    fn keep(mut self, last_wish: impl FnOnce()) -> ! {
        let signal = loop {
            if self.terminal_is_gone() {
                break SIGHUP;
            }
            if let Some(signal) = self.obey() {
                break signal;
            }
        };
        // A fault here must not leave a process behind that nobody watches.
        let _ = catch_unwind(AssertUnwindSafe(last_wish));
        let _ = catch_unwind(AssertUnwindSafe(|| self.tty.give_back()));
        std::process::exit(128 + signal)
    }

    /// Waits until something happens; answers whether it was the end of the terminal.
    fn terminal_is_gone(&self) -> bool {
        self.is_gone_after(None)
    }

    /// Whether the terminal is gone, which side of it whatever; waits so long, or for a signal.
    fn is_gone_after(&self, wait: Option<&Timespec>) -> bool {
        let stdin = io::stdin();
        let mut watched = [
            PollFd::new(self.signals.get_read(), PollFlags::IN),
            PollFd::new(&stdin, PollFlags::empty()),
            PollFd::new(self.tty.out(), PollFlags::empty()),
        ];
        let happened = poll(&mut watched, wait);
        let [_, terminal @ ..] = watched;
        let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        happened.is_ok() && terminal.iter().any(|end| end.revents().intersects(gone))
    }

    /// Does what the signals that have come ask for; answers one to end by.
    fn obey(&mut self) -> Option<i32> {
        let came: Vec<i32> = self.signals.pending().collect();
        let end = GO.into_iter().find(|signal| came.contains(signal));
        if end.is_some() {
            return end;
        }
        if came.contains(&SIGTSTP) {
            self.stop();
        }
        came.iter().any(|signal| JOB.contains(signal)).then(|| self.go_on()).flatten()
    }

    /// Stops the process with the terminal given back; returns when it goes on.
    fn stop(&self) {
        self.tty.give_back();
        // Not SIGSTOP: where no shell is left to say "go on", the system passes over this one.
        let _ = raise(SIGTTOU);
    }

    /// Takes the terminal again once we are in the foreground; answers a signal to end by that came meanwhile.
    fn go_on(&mut self) -> Option<i32> {
        loop {
            std::thread::sleep(CLOSE_UPON);
            let came: Vec<i32> = self.signals.pending().collect();
            let end = GO.into_iter().find(|signal| came.contains(signal));
            if end.is_some() {
                break end;
            }
            if self.is_gone_after(Some(&AT_ONCE)) {
                break Some(SIGHUP);
            }
            if in_front() {
                break None;
            }
            self.stop();
        }
        .or_else(|| {
            // A resize wakes the loop, which then finds that it must draw everything.
            let taken = self.tty.take_again().and_then(|()| raise(SIGWINCH));
            taken.err().map(|_| SIGHUP)
        })
    }
}

/// Whether the terminal is ours to change; one that belongs to no session is.
fn in_front() -> bool {
    rustix::termios::tcgetpgrp(io::stdin()).map_or(true, |group| group == getpgrp())
}
