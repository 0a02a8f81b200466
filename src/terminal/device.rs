//! The terminal as a file: writing that does not wait for ever, and the size.

use std::fs::File;
use std::io;
use std::time::Duration;

/// How long a write may wait for a terminal that does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Patience {
    Endless,
    AtMost(Duration),
}

/// Opens the terminals of standard input and output anew, and answers the one to write to. So neither blocks, and those
/// of the shell are left alone. Reading must not block: half an escape sequence would stop the program until the rest.
#[cfg(unix)]
pub(super) fn open() -> io::Result<File> {
    if let Some(input) = anew(&io::stdin()) {
        rustix::stdio::dup2_stdin(input)?;
    }
    match anew(&io::stdout()) {
        Some(output) => Ok(output),
        None => Ok(File::from(std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned()?)),
    }
}

#[cfg(unix)]
fn anew(terminal: &impl std::os::fd::AsFd) -> Option<File> {
    use rustix::fs::{Mode, OFlags};
    let name = rustix::termios::ttyname(terminal, Vec::new()).ok()?;
    let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    rustix::fs::open(name.as_c_str(), flags, Mode::empty()).ok().map(File::from)
}

/// Writes all of `bytes`.
///
/// # Errors
/// When the terminal is gone, or does not read for as long as `patience` lasts.
#[cfg(unix)]
pub(super) fn write(mut out: &File, mut bytes: &[u8], patience: Patience) -> io::Result<()> {
    while !bytes.is_empty() {
        match io::Write::write(&mut out, bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => wait_for_room(out, patience)?,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

#[cfg(unix)]
fn wait_for_room(out: &File, patience: Patience) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let limit = match patience {
        Patience::Endless => None,
        Patience::AtMost(limit) => Timespec::try_from(limit).ok(),
    };
    match poll(&mut [PollFd::new(out, PollFlags::OUT)], limit.as_ref()) {
        Ok(0) => Err(io::ErrorKind::TimedOut.into()),
        Ok(_) | Err(rustix::io::Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Columns and rows.
#[cfg(unix)]
pub(super) fn size(out: &File) -> Option<(u16, u16)> {
    rustix::termios::tcgetwinsize(out).ok().map(|size| (size.ws_col, size.ws_row))
}

#[cfg(not(unix))]
pub(super) fn open() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    io::stdout().as_handle().try_clone_to_owned().map(File::from)
}

#[cfg(not(unix))]
pub(super) fn write(mut out: &File, bytes: &[u8], _patience: Patience) -> io::Result<()> {
    io::Write::write_all(&mut out, bytes)
}

#[cfg(not(unix))]
pub(super) fn size(_out: &File) -> Option<(u16, u16)> {
    crossterm::terminal::size().ok()
}
