//! A terminal for tests: a real pseudo terminal with a screen that can be read.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A program in a terminal window.
pub struct Window {
    pub child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    _slave: Option<Box<dyn SlavePty + Send>>,
    writer: Box<dyn Write + Send>,
    seen: Arc<Mutex<Seen>>,
    closing: Arc<AtomicBool>,
}

struct Seen {
    bytes: Vec<u8>,
    screen: vt100::Parser,
}

/// How long anything may take before a test fails; the machine may be busy.
const DEADLINE: Duration = Duration::from_secs(30);

impl Window {
    /// Opens a window of 80 × 24 with `program` in it.
    pub fn open(program: &Path, args: &[&str], folder: &Path) -> Window {
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("VIDDE_CONFIG_DIR", folder);
        Window::with(command)
    }

    /// Opens a window where `NO_COLOR` is set.
    pub fn without_colour(mut command: CommandBuilder) -> Window {
        command.env("NO_COLOR", "1");
        Window::spawn(command)
    }

    pub fn with(mut command: CommandBuilder) -> Window {
        command.env_remove("NO_COLOR");
        Window::spawn(command)
    }

    fn spawn(mut command: CommandBuilder) -> Window {
        for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "ENV", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("LANG", "en_GB.UTF-8");
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let seen = Arc::new(Mutex::new(Seen { bytes: Vec::new(), screen: vt100::Parser::new(side(24), side(80), 0) }));
        let closing = Arc::new(AtomicBool::new(false));
        let reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        std::thread::spawn({
            let (seen, closing) = (seen.clone(), closing.clone());
            move || read(reader, &seen, &closing)
        });
        Window { child, master: pair.master, _slave: Some(pair.slave), writer, seen, closing }
    }

    pub fn type_text(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    pub fn resize(&mut self, rows: u16, cols: u16) {
        self.seen.lock().unwrap().screen.screen_mut().set_size(side(rows), side(cols));
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// What the screen shows, as text.
    pub fn text(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents()
    }

    pub fn ask<T>(&self, question: impl Fn(&vt100::Screen) -> T) -> T {
        question(self.seen.lock().unwrap().screen.screen())
    }

    /// All bytes the program has sent.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.lock().unwrap().bytes.clone()
    }

    /// How many frames have been drawn.
    pub fn frames(&self) -> usize {
        self.bytes().windows(8).filter(|bytes| bytes == b"\x1b[?2026h").count()
    }

    /// Waits until the screen is as `wanted`; fails with a picture of it when that does not happen.
    pub fn wait(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let began = Instant::now();
        while !self.ask(&wanted) {
            assert!(began.elapsed() < DEADLINE, "waited for {what}; the screen shows:\n{}", self.text());
            sleep(Duration::from_millis(5));
        }
    }

    pub fn wait_for_text(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the program has taken the terminal and drawn something.
    pub fn wait_until_up(&self) {
        self.wait("a picture", |screen| screen.alternate_screen() && !screen.contents().trim().is_empty());
        self.wait_until_quiet();
    }

    /// Waits until nothing has come for a tenth of a second.
    pub fn wait_until_quiet(&self) {
        let mut length = 0;
        while self.bytes().len() != length {
            length = self.bytes().len();
            sleep(Duration::from_millis(100));
        }
    }

    pub fn signal(&self, signal: rustix::process::Signal) {
        let pid = i32::try_from(self.child.process_id().unwrap()).unwrap();
        rustix::process::kill_process(rustix::process::Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    /// Waits for the end, at most so long; answers the exit code and how long it took.
    pub fn end_within(&mut self, limit: Duration) -> (u32, Duration) {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                sleep(Duration::from_millis(50));
                return (status.exit_code(), began.elapsed());
            }
            assert!(began.elapsed() < limit, "still running after {limit:?}; the screen shows:\n{}", self.text());
            sleep(Duration::from_millis(5));
        }
    }

    /// Closes the window with the program in it, as a window manager does. The program has to send something once more
    /// for that (`nudge`), or the reader would keep the terminal open.
    pub fn close(mut self, nudge: &str) -> Box<dyn Child + Send + Sync> {
        self.closing.store(true, Ordering::SeqCst);
        self.type_text(nudge);
        sleep(Duration::from_millis(200));
        let Window { child, .. } = self;
        child
    }

    /// What the program has left of its own in the terminal; empty when everything is as it was.
    pub fn left_behind(&self) -> Vec<&'static str> {
        let of_screen = self.ask(|screen| {
            [
                ("alternate screen", screen.alternate_screen()),
                ("hidden cursor", screen.hide_cursor()),
                ("bracketed paste", screen.bracketed_paste()),
                ("mouse", screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None),
                ("colours", screen.fgcolor() != vt100::Color::Default || screen.bgcolor() != vt100::Color::Default),
            ]
        });
        let modes = format!("{:?}", self.master.get_termios().unwrap().local_flags);
        let raw = !["ICANON", "ECHO", "ISIG"].iter().all(|flag| modes.contains(flag));
        let sent = self.bytes();
        let last = |sequence: &[u8]| sent.windows(sequence.len()).rposition(|bytes| bytes == sequence);
        let open = |on: &[u8], off: &[u8]| last(on) > last(off);
        let of_bytes = [
            ("raw keyboard", raw),
            ("focus events", open(b"\x1b[?1004h", b"\x1b[?1004l")),
            ("synchronized output", open(b"\x1b[?2026h", b"\x1b[?2026l")),
        ];
        of_screen.into_iter().chain(of_bytes).filter_map(|(name, left)| left.then_some(name)).collect()
    }
}

fn read(mut reader: Box<dyn Read + Send>, seen: &Mutex<Seen>, closing: &AtomicBool) {
    let mut bytes = vec![0; 65_536];
    while let Ok(length @ 1..) = reader.read(&mut bytes) {
        let mut seen = seen.lock().unwrap();
        seen.bytes.extend_from_slice(&bytes[..length]);
        seen.screen.process(&bytes[..length]);
        if closing.load(Ordering::SeqCst) {
            return;
        }
    }
}

fn side(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap()
}
