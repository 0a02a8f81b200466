//! Key → final frame on a pseudo terminal: the built program against fzf and skim over the same generated catalogue, in
//! the same run. A word is typed key by key; what counts is the time from the write of a key to the last byte that came
//! before a pause.
//!
//! `cargo bench --bench pickers`, or for some sizes only: `cargo bench --bench pickers -- 1000 10000`. What is not
//! installed is left out, in words. fzf: `apt install fzf`; skim: `cargo install skim` (its frizbee engine is asked for).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot be set up should stop")]

#[path = "../support/generated.rs"]
mod generated;

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use serde::Serialize;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use vidde::domain::catalogue::Catalogue;
use vidde::domain::text::{Lists, Text};
use vidde::domain::tool::{Tool, ToolId};

/// Typed one after the other; between them the line is emptied.
const WORDS: [&str; 3] = ["evaluerin", "stjernekv", "prikkstem"];

/// How long nothing must come until a frame is final.
const PAUSE: Duration = Duration::from_millis(250);

/// How long nothing must come until a program has begun; some go on reading lines after their first picture.
const REST: Duration = Duration::from_secs(2);

/// How long a program may take to begin.
const START: Duration = Duration::from_secs(180);

/// What to start, and what to know of it.
struct Start {
    name: &'static str,
    command: CommandBuilder,
    /// What it sends once it reads keys.
    ready: &'static str,
    /// The key that empties the line.
    empties: &'static str,
}

/// A program on a terminal of 80 × 24.
struct Picker {
    name: &'static str,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    chunks: Receiver<(Instant, Vec<u8>)>,
    empties: &'static str,
}

impl Picker {
    fn open(Start { name, mut command, ready, empties }: Start) -> Picker {
        command.env("TERM", "xterm-256color");
        command.env("LANG", "nb_NO.UTF-8");
        let pair =
            native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let (mut reader, writer) = (pair.master.try_clone_reader().unwrap(), pair.master.take_writer().unwrap());
        let (told, chunks) = channel();
        std::thread::spawn(move || {
            let _master = pair.master;
            let mut bytes = vec![0; 1 << 16];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                if told.send((Instant::now(), bytes[..length].to_vec())).is_err() {
                    return;
                }
            }
        });
        let picker = Picker { name, child, writer, chunks, empties };
        picker.wait_for(ready);
        picker
    }

    /// Waits until it has sent `text` and nothing more for a while.
    fn wait_for(&self, text: &str) {
        let mut sent = Vec::new();
        while !sent.windows(text.len()).any(|bytes| bytes == text.as_bytes()) {
            sent.extend(self.chunks.recv_timeout(START).unwrap().1);
        }
        while self.chunks.recv_timeout(REST).is_ok() {}
    }

    /// Presses a key; how long it takes until the last byte of what it draws.
    fn press(&mut self, key: &str) -> Option<Duration> {
        let began = Instant::now();
        self.writer.write_all(key.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        let mut last = None;
        let mut wait = Duration::from_secs(5);
        while let Ok((came, _)) = self.chunks.recv_timeout(wait) {
            (last, wait) = (Some(came - began), PAUSE);
        }
        last
    }

    /// The times of all keys of [`WORDS`].
    fn type_words(&mut self) -> Vec<Duration> {
        let mut times = Vec::new();
        for word in WORDS {
            times.extend(word.split("").filter(|letter| !letter.is_empty()).filter_map(|letter| self.press(letter)));
            self.press(self.empties);
        }
        times
    }
}

impl Drop for Picker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn is_installed(name: &str) -> bool {
    std::process::Command::new(name).arg("--version").output().is_ok()
}

/// A card as a user would write it.
#[derive(Serialize)]
struct Card<'a> {
    version: u32,
    id: &'a ToolId,
    people: (u16, u16),
    minutes: (u16, u16),
    name: &'a Text,
    aliases: &'a Lists,
    #[serde(skip_serializing_if = "Text::is_empty")]
    why: &'a Text,
}

/// The folder of a user who has made all these cards; the program must find nothing wrong with them.
fn write_cards(folder: &Path, catalogue: &Catalogue) {
    let tools = folder.join("tools");
    std::fs::create_dir_all(&tools).unwrap();
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    for Tool { id, people, minutes, name, aliases, why, .. } in catalogue.tools() {
        let card = Card { version: 1, id, people: *people, minutes: *minutes, name, aliases, why };
        std::fs::write(tools.join(format!("{id}.ron")), options.to_string(&card).unwrap()).unwrap();
    }
    let mut check = std::process::Command::new(env!("CARGO_BIN_EXE_vidde"));
    let told = check.arg("--config-dir").arg(folder).arg("check").output().unwrap();
    let faults: String = String::from_utf8_lossy(&told.stdout).chars().take(400).collect();
    assert!(told.status.success(), "the cards are not read: {faults}");
}

fn pickers(folder: &Path, lines: &Path) -> Vec<Picker> {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_vidde"));
    command.args(["--config-dir", &folder.to_string_lossy()]);
    let began = Instant::now();
    // A frame begins so, and the first one comes when all is loaded.
    let start = Start { name: "vidde", command, ready: "\u{1b}[?2026h", empties: "\u{1b}" };
    let mut open = vec![Picker::open(start)];
    println!("  vidde began within {:.1} s", began.elapsed().saturating_sub(REST).as_secs_f64());
    for (name, line) in [("fzf", "fzf --no-mouse"), ("sk", "sk --algo frizbee --no-mouse")] {
        if !is_installed(name) {
            println!("  {name} is not installed and is left out");
            continue;
        }
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", &format!("{line} < '{}'", lines.display())]);
        open.push(Picker::open(Start { name, command, ready: ">", empties: "\u{15}" }));
    }
    open
}

fn told(picker: &str, mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!(
        "  {picker:6} median {:9.3?}  90 % {:9.3?}  most {:9.3?}  ({} keys)",
        at(50),
        at(90),
        at(100),
        times.len()
    );
    at(50)
}

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![1_000, 10_000, 100_000] } else { asked };
    for size in sizes {
        println!("{size} tools");
        let folder = tempfile::tempdir().unwrap();
        let catalogue = generated::catalogue(size);
        write_cards(folder.path(), &catalogue);
        let lines = folder.path().join("lines");
        std::fs::write(&lines, generated::lines(&catalogue).join("\n") + "\n").unwrap();
        drop(catalogue);
        let mut open = pickers(folder.path(), &lines);
        let medians: Vec<_> =
            open.iter_mut().map(|picker| (picker.name, told(picker.name, picker.type_words()))).collect();
        let ours = medians[0].1;
        if let Some((name, fastest)) = medians[1..].iter().min_by_key(|(_, median)| *median) {
            println!("  vidde takes 1/{:.1} of {name}", fastest.as_secs_f64() / ours.as_secs_f64());
        }
    }
}
