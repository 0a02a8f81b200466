//! What only a real terminal shows: that it comes up, follows, keeps still, and is given back on every path.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may")]

#[path = "support/patience.rs"]
mod patience;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/running.rs"]
mod running;

use patience::{in_three_tries, time};
use portable_pty::CommandBuilder;
use pty::Window;
use running::Desk;
use rustix::process::Signal;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use vidde::domain::session::Press;

fn vidde() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_vidde"))
}

/// An empty folder, and the program open in a window with it.
fn opened(args: &[&str]) -> (TempDir, Window) {
    let folder = TempDir::new().unwrap();
    let window = Window::open(vidde(), args, folder.path());
    window.wait_until_up();
    (folder, window)
}

#[track_caller]
fn assert_given_back(window: &Window) {
    assert_eq!(window.left_behind(), [""; 0], "left in the terminal; it shows:\n{}", window.text());
}

#[test]
fn the_screen_comes_up_and_leaving_gives_the_terminal_back() {
    let (_folder, mut window) = opened(&[]);
    window.wait("all stored", |screen| !screen.contents().contains("saving"));
    assert!(!window.left_behind().is_empty(), "the terminal is not taken:\n{}", window.text());
    window.type_text("\x03");
    let (code, took) = window.end_within(Duration::from_secs(5));
    assert_eq!(code, 0);
    assert!(took < Duration::from_secs(2), "leaving took {took:?}");
    assert_given_back(&window);
}

#[test]
fn a_signal_gives_the_terminal_back_and_ends_the_program() {
    for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1), (Signal::INT, 2), (Signal::QUIT, 3)] {
        let (_folder, mut window) = opened(&[]);
        window.signal(signal);
        let (code, took) = window.end_within(Duration::from_secs(5));
        assert_eq!(code, 128 + number, "{signal:?}");
        assert!(took < Duration::from_secs(2), "{signal:?} took {took:?}");
        assert_given_back(&window);
    }
}

#[test]
fn a_fault_in_the_program_gives_the_terminal_back_and_shows_no_panic_text() {
    let mut window = Window::open(&example("panics"), &[], Path::new("/nonexistent"));
    window.wait_for_text("picture before the fault");
    window.type_text("x");
    assert_eq!(window.end_within(Duration::from_secs(5)).0, 7);
    window.wait_for_text("kept quiet");
    assert_given_back(&window);
    let text = window.text();
    assert!(text.contains("fault at tests/examples/panics.rs:") && !text.contains("secret"), "{text}");
}

/// Closes the window; the program, and whatever started it, must be gone soon.
#[track_caller]
fn assert_ends_when_closed(window: Window, folder: &TempDir) {
    let mut child = window.close("\x1b[I");
    let began = Instant::now();
    while child.try_wait().unwrap().is_none() || stays(folder) {
        assert!(began.elapsed() < Duration::from_secs(5), "the program outlives its window");
        sleep(Duration::from_millis(20));
    }
}

/// Whether a process lives that has the folder in its environment.
fn stays(folder: &TempDir) -> bool {
    let name = folder.path().to_str().unwrap().as_bytes();
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let mut environments = processes.filter_map(|process| std::fs::read(process.path().join("environ")).ok());
    environments.any(|environment| environment.windows(name.len()).any(|part| part == name))
}

#[test]
fn a_closed_window_ends_the_program() {
    let (folder, window) = opened(&[]);
    assert_ends_when_closed(window, &folder);
}

#[test]
fn a_closed_window_ends_a_program_that_nobody_tells() {
    // One was born deaf to the signal; the other gets none, as the window is not its session's.
    for script in ["trap '' HUP; exec \"$0\"", "trap '' HUP; exec setsid -w \"$0\""] {
        for desk in [None, Some(Desk::begin)] {
            let folder = TempDir::new().unwrap();
            drop(desk.map(|begin| begin(folder.path())));
            let mut command = CommandBuilder::new("sh");
            command.args(["-c", script]);
            command.args([vidde()]);
            command.env("VIDDE_CONFIG_DIR", folder.path());
            let window = Window::with(command);
            window.wait_until_up();
            assert_ends_when_closed(window, &folder);
        }
    }
}

/// Whether the shell asks for a command. Until then the program may still read what is typed, its picture gone or not.
fn asks(screen: &vt100::Screen) -> bool {
    let (row, column) = screen.cursor_position();
    !screen.alternate_screen() && screen.contents_between(row, 0, row, column) == "shell> "
}

#[test]
fn ctrl_z_gives_a_clean_shell_and_fg_the_whole_screen() {
    let folder = TempDir::new().unwrap();
    let mut command = CommandBuilder::new("sh");
    command.args(["-m", "-i"]);
    command.env("PS1", "shell> ");
    command.env("VIDDE_CONFIG_DIR", folder.path());
    let mut window = Window::with(command);
    window.wait("a shell", asks);
    window.type_text(&format!("{}\r", vidde().display()));
    window.wait_until_up();
    window.wait("all stored", |screen| !screen.contents().contains("saving"));
    let before = window.text();
    window.type_text("\x1a");
    window.wait("the shell", asks);
    window.type_text("echo back$((1+1))\r");
    window.wait_for_text("back2");
    window.resize(30, 100);
    window.resize(24, 80);
    window.type_text("fg\r");
    window.wait("the program", vt100::Screen::alternate_screen);
    window.wait("the whole picture", |screen| screen.contents() == before);
    window.type_text("\x1a");
    window.wait("the shell again", asks);
    window.type_text("fg\r");
    window.wait_until_up();
    window.type_text("\x03");
    window.wait("the end", asks);
    window.type_text("echo left$((3+4)); exit\r");
    window.wait_for_text("left7");
    window.end_within(Duration::from_secs(5));
}

#[test]
fn the_mouse_changes_hands_while_the_picture_stands() {
    let (_folder, mut window) = opened(&[]);
    let has_mouse = |screen: &vt100::Screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
    let before = window.bytes().len();
    window.type_text("\x1b[18~");
    window.wait("the mouse in the program", has_mouse);
    window.type_text("\x1b[18~");
    window.wait("the mouse in the terminal", |screen| !has_mouse(screen));
    window.wait_until_quiet();
    let sent = String::from_utf8_lossy(&window.bytes()[before..]).into_owned();
    for sequence in ["\x1b[?1049", "\x1b[2J", "\x1b[?2004", "\x1b[?1004"] {
        assert!(!sent.contains(sequence), "the terminal was given back and taken again: {sent:?}");
    }
    window.type_text("\x03");
    assert_eq!(window.end_within(Duration::from_secs(5)).0, 0);
    assert_given_back(&window);
}

#[test]
fn the_picture_follows_the_size_of_the_window() {
    let (_folder, mut window) = opened(&[]);
    for (rows, cols) in [(16, 57), (50, 200), (1, 1), (12, 43), (24, 80)] {
        let before = window.frames();
        window.resize(rows, cols);
        let is_hint = |screen: &vt100::Screen| screen.rows(0, cols).last().is_some_and(|row| row.contains("F1"));
        window.wait("the hint line below", |screen| rows == 1 || is_hint(screen));
        let began = Instant::now();
        while window.frames() == before {
            assert!(began.elapsed() < Duration::from_secs(30), "nothing is drawn anew for {cols} × {rows}");
            sleep(Duration::from_millis(5));
        }
        window.wait_until_quiet();
        let text = window.text();
        assert_eq!(window.ask(is_hint), rows > 1, "{cols} × {rows}:\n{text}");
        assert_eq!(text.matches("F1 ").count(), usize::from(rows > 1), "an old hint line is left:\n{text}");
    }
    window.type_text("\x03");
    assert_eq!(window.end_within(Duration::from_secs(5)).0, 0);
}

#[test]
fn nothing_is_sent_while_nothing_runs() {
    let (_folder, window) = opened(&[]);
    window.wait("all stored", |screen| !screen.contents().contains("saving"));
    window.wait_until_quiet();
    let before = window.bytes().len();
    sleep(Duration::from_secs(3));
    assert_eq!(window.bytes().len(), before, "something was sent:\n{}", window.text());
}

#[cfg(target_os = "linux")]
#[test]
fn no_thread_wakes_while_nothing_runs() {
    let (_folder, window) = opened(&[]);
    window.wait("all stored", |screen| !screen.contents().contains("saving"));
    window.wait_until_quiet();
    // The save of the first agenda may still be on its way to the disk; the welcome may pass.
    let began = Instant::now();
    loop {
        let before = wakings(&window);
        sleep(Duration::from_secs(3));
        let woken = wakings(&window) - before;
        if woken <= 2 {
            return;
        }
        assert!(began.elapsed() < Duration::from_secs(15), "woken {woken} times in 3 s:\n{}", window.text());
    }
}

/// How often the threads of the program have gone to sleep, or been put to it.
#[cfg(target_os = "linux")]
fn wakings(window: &Window) -> u64 {
    let tasks = format!("/proc/{}/task", window.child.process_id().unwrap());
    let statuses = std::fs::read_dir(tasks).unwrap().map(|task| task.unwrap().path().join("status"));
    let count = |status: String| -> u64 {
        let lines = status.lines().filter_map(|line| line.split_once("ctxt_switches:"));
        lines.map(|(_, number)| number.trim().parse::<u64>().unwrap()).sum()
    };
    statuses.map(|status| count(std::fs::read_to_string(status).unwrap())).sum()
}

/// A home folder, and the program open in a window with it, as nobody has said where its files are.
fn rehearsed(args: &[&str]) -> (TempDir, Window) {
    let home = TempDir::new().unwrap();
    let mut command = CommandBuilder::new(vidde());
    command.args(args);
    command.env_remove("VIDDE_CONFIG_DIR");
    command.env_remove("XDG_CONFIG_HOME");
    command.env("HOME", home.path());
    (home, Window::with(command))
}

#[test]
fn a_rehearsal_leaves_the_usual_folder_alone_and_says_so() {
    let (home, mut window) = rehearsed(&["--at", "2026-03-02T08:00", "--speed", "60"]);
    window.wait_until_up();
    window.wait_for_text("nothing is saved");
    window.type_text("\ts");
    window.wait("a countdown", |screen| screen.contents().contains("nothing is saved"));
    sleep(Duration::from_millis(500));
    window.type_text("\x03");
    assert_eq!(window.end_within(Duration::from_secs(5)).0, 0);
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "something was written");
}

#[test]
fn a_rehearsal_leaves_the_folder_of_the_environment_alone() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::open(vidde(), &["--at", "2026-03-02T08:00"], folder.path());
    window.wait_until_up();
    window.wait_for_text("nothing is saved");
    window.type_text("\ts");
    window.wait_until_quiet();
    window.type_text("\x03");
    assert_eq!(window.end_within(Duration::from_secs(5)).0, 0);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "something was written");
}

#[test]
fn a_running_countdown_draws_one_frame_a_second() {
    let folder = TempDir::new().unwrap();
    drop(Desk::begin(folder.path()));
    let window = Window::open(vidde(), &[], folder.path());
    window.wait_until_up();
    in_three_tries(|| {
        let before = window.frames();
        sleep(Duration::from_millis(3_500));
        let drawn = window.frames() - before;
        let told = || format!("{drawn} frames in 3.5 s; the screen shows:\n{}", window.text());
        (3..=4).contains(&drawn).then_some(()).ok_or_else(told)
    });
}

#[test]
fn half_an_escape_sequence_does_not_stop_the_clock() {
    let folder = TempDir::new().unwrap();
    drop(Desk::begin(folder.path()));
    let mut window = Window::open(vidde(), &[], folder.path());
    window.wait_until_up();
    window.type_text("\x1b[");
    let before = window.frames();
    sleep(Duration::from_millis(2_500));
    assert!(window.frames() > before + 1, "the clock stands:\n{}", window.text());
}

#[test]
fn a_burst_of_keys_arrives_whole() {
    let (_folder, mut window) = opened(&[]);
    window.type_text(&("z".repeat(3_000) + "end"));
    window.wait_for_text("end");
}

#[test]
fn keys_that_wait_together_are_drawn_together() {
    in_three_tries(|| {
        let (_folder, mut window) = opened(&[]);
        let before = window.frames();
        window.type_text("strategib");
        window.wait_for_text("strategib");
        window.wait_until_quiet();
        let drawn = window.frames() - before;
        let told = || format!("{drawn} frames for nine keys; the screen shows:\n{}", window.text());
        (1..=2).contains(&drawn).then_some(()).ok_or_else(told)
    });
}

#[test]
fn what_is_pasted_is_text_and_not_a_command_to_the_terminal() {
    let (_folder, mut window) = opened(&[]);
    window.type_text("\x1b[200~\x1b]0;owned\x07ska\u{202e}la\x1b[31m\x1b[201~");
    window.wait_for_text("]0;ownedskala[31m");
    let sent = String::from_utf8(window.bytes()).unwrap();
    assert!(!sent.contains(['\u{7}', '\u{202e}']) && !sent.contains("\x1b]0"), "{sent:?}");
}

#[test]
fn no_color_leaves_no_colour_and_keeps_bold_and_reverse() {
    let folder = TempDir::new().unwrap();
    let mut command = CommandBuilder::new(vidde());
    command.env("VIDDE_CONFIG_DIR", folder.path());
    let mut window = Window::without_colour(command);
    window.wait_until_up();
    window.type_text("\t");
    window.wait_until_quiet();
    let sent = String::from_utf8(window.bytes()).unwrap();
    let styles = sent.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m'));
    let styles: Vec<&str> =
        styles.map(|(codes, _)| codes).filter(|codes| !codes.contains(char::is_alphabetic)).collect();
    assert!(styles.iter().all(|codes| !codes.is_empty()), "an empty style resets bold and reverse: {styles:?}");
    let colours = styles.iter().filter(|codes| {
        codes
            .split(';')
            .any(|code| matches!(code.len(), 2 | 3) && "349".contains(&code[..1]) && !["39", "49"].contains(&code))
    });
    assert_eq!(colours.count(), 0, "{styles:?}");
    assert!(styles.contains(&"1") || styles.contains(&"7"), "{styles:?}");
}

#[test]
fn the_room_in_a_second_terminal_follows() {
    let folder = TempDir::new().unwrap();
    let mut desk = Desk::begin(folder.path());
    let mut room = Window::open(vidde(), &["room"], folder.path());
    room.wait_for_text("Alfa");
    let mut delays = ["Beta", "Gamma", "Delta", "Epsilon"].map(|title| {
        desk.press(Press::Next);
        time(|| room.wait_for_text(title))
    });
    delays.sort();
    assert!(delays[1] < Duration::from_millis(300), "the room follows after {delays:?}, not soon two times in four");
    room.type_text("q");
    assert_eq!(room.end_within(Duration::from_secs(5)).0, 0);
    assert_given_back(&room);
}

#[test]
fn a_second_window_writes_when_the_first_has_been_killed() {
    let (folder, mut first) = opened(&[]);
    let mut second = Window::open(vidde(), &[], folder.path());
    second.wait_for_text("another window");
    first.child.kill().unwrap();
    second.wait("a window that writes", |screen| !screen.contents().contains("another window"));
    second.type_text("\x03");
    assert_eq!(second.end_within(Duration::from_secs(5)).0, 0);
}

/// Builds an example (a plain `cargo test --test terminal` does not) and answers where it is.
fn example(name: &str) -> PathBuf {
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--offline", "--example", name]).current_dir(env!("CARGO_MANIFEST_DIR"));
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    assert!(build.status().unwrap().success());
    vidde().parent().unwrap().join("examples").join(name)
}
