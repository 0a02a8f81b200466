//! What can be found out about the machine by reading files and asking for nothing: room on the disk, electricity, what
//! the system does when it is left alone. What follows from it is in `screens::ready`.

use crate::domain::surroundings::{Awake, Folder, Power, Reaction, Surroundings, Synced, System, Through};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Looks at the machine, and at the folder in which the files are.
#[must_use]
pub fn survey(folder: Option<&Path>) -> Surroundings {
    let system = match std::env::consts::OS {
        "linux" => System::Linux,
        "macos" => System::MacOs,
        "windows" => System::Windows,
        _ => System::Other,
    };
    let there = folder.and_then(nearest);
    let through =
        [(Through::Ssh, &["SSH_CONNECTION", "SSH_TTY"] as &[&str]), (Through::Multiplexer, &["TMUX", "STY", "ZELLIJ"])];
    let is_set = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    Surroundings {
        system,
        folder: kept(folder),
        free: there.as_deref().and_then(free),
        through: through.into_iter().filter(|(_, names)| names.iter().any(is_set)).map(|(kind, _)| kind).collect(),
        ..told(Path::new("/"))
    }
}

/// What the files below `root` tell of the system (Linux; elsewhere they are not there).
fn told(root: &Path) -> Surroundings {
    let runs_systemd = root.join("run/systemd/system").is_dir();
    let reaction = |key: &str, usual: &str| match setting(root, key) {
        _ if !runs_systemd => Reaction::NotTold,
        Some(value) if value == "ignore" => Reaction::Nothing,
        None if usual == "ignore" => Reaction::Nothing,
        _ => Reaction::Acts,
    };
    let is_synced = root.join("run/systemd/timesync/synchronized").exists();
    Surroundings {
        power: power(&root.join("sys/class/power_supply")),
        idle: reaction("IdleAction", "ignore"),
        lid: reaction("HandleLidSwitch", "suspend"),
        awake: awake(&root.join("run/systemd/inhibit")),
        synced: if is_synced { Synced::Yes } else { Synced::NotTold },
        ..Surroundings::default()
    }
}

fn kept(folder: Option<&Path>) -> Folder {
    let Some(folder) = folder else { return Folder::None };
    let name = folder.to_string_lossy().into_owned();
    if nearest(folder).is_some_and(|there| is_open(&there)) { Folder::Writable(name) } else { Folder::Closed(name) }
}

/// The folder itself, or the nearest above it that is there.
fn nearest(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find(|path| path.is_dir()).map(Path::to_owned)
}

#[cfg(unix)]
fn is_open(folder: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
fn is_open(folder: &Path) -> bool {
    fs::metadata(folder).is_ok_and(|there| !there.permissions().readonly())
}

/// Free space for this user, in bytes.
#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

#[cfg(not(unix))]
fn free(_folder: &Path) -> Option<u64> {
    None
}

/// The fullest battery of the machine itself (not of a mouse), and whether it gets electricity from the wall.
fn power(supplies: &Path) -> Power {
    let supplies: Vec<PathBuf> = entries(supplies);
    let of = |supply: &PathBuf, name: &str| text(&supply.join(name)).unwrap_or_default();
    let own = supplies.iter().filter(|supply| of(supply, "scope") != "Device");
    let (batteries, others): (Vec<&PathBuf>, Vec<&PathBuf>) = own.partition(|supply| of(supply, "type") == "Battery");
    let charge = batteries.iter().filter_map(|battery| of(battery, "capacity").parse::<u8>().ok()).max();
    let is_fed = others.iter().any(|supply| of(supply, "online") == "1")
        || batteries.iter().any(|battery| of(battery, "status") == "Charging");
    match (is_fed, charge) {
        (true, charge) => Power::Mains(charge.map(|charge| charge.min(100))),
        (false, Some(charge)) => Power::Battery(charge.min(100)),
        (false, None) => Power::NotTold,
    }
}

/// Whether a program has asked the system not to sleep.
fn awake(inhibitors: &Path) -> Awake {
    if !inhibitors.is_dir() {
        return Awake::NotTold;
    }
    let holds = |file: &PathBuf| {
        let text = text(file).unwrap_or_default();
        let value = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().to_owned();
        value("MODE=") == "block" && value("WHAT=").split(':').any(|what| what == "idle" || what == "sleep")
    };
    if entries(inhibitors).iter().any(holds) { Awake::Held } else { Awake::Free }
}

/// The last value of `key` in the files of the login manager, in the order in which it reads them.
fn setting(root: &Path, key: &str) -> Option<String> {
    let mut files = vec![root.join("etc/systemd/logind.conf")];
    for folder in ["usr/lib/systemd/logind.conf.d", "etc/systemd/logind.conf.d"] {
        files.extend(entries(&root.join(folder)));
    }
    let value = |line: &str| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then(|| value.trim().to_lowercase()).filter(|value| !value.is_empty())
    };
    let in_text = |text: String| text.lines().rev().find_map(value);
    files.iter().rev().filter_map(|file| text(file)).find_map(in_text)
}

/// What is in a folder, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// More than any of these files holds, in bytes.
const LARGEST: u64 = 64 * 1024;

/// The text of a regular file; beside the inhibitors of systemd lie pipes, which would be waited on for ever.
fn text(file: &Path) -> Option<String> {
    let mut text = String::new();
    if !fs::metadata(file).is_ok_and(|there| there.is_file()) {
        return None;
    }
    fs::File::open(file).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
    Some(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    /// A root with these files.
    fn root(files: &[(&str, &str)]) -> tempfile::TempDir {
        let root = tempfile::TempDir::new().unwrap();
        for (file, text) in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        root
    }

    #[test]
    fn a_machine_that_tells_nothing_is_believed() {
        assert_eq!(told(root(&[]).path()), Surroundings::default());
    }

    #[test]
    fn batteries_are_those_of_the_machine() {
        let supply = "sys/class/power_supply";
        let of = |files: &[(&str, &str)]| {
            let full: Vec<(String, &str)> =
                files.iter().map(|(file, text)| (format!("{supply}/{file}"), *text)).collect();
            told(root(&full.iter().map(|(file, text)| (file.as_str(), *text)).collect::<Vec<_>>()).path()).power
        };
        let laptop = [("BAT0/type", "Battery\n"), ("BAT0/capacity", "71\n"), ("BAT0/status", "Discharging\n")];
        assert_eq!(of(&laptop), Power::Battery(71));
        let mains = [("AC/type", "Mains"), ("AC/online", "1\n")];
        assert_eq!(of(&[&laptop[..], &mains].concat()), Power::Mains(Some(71)));
        assert_eq!(of(&mains), Power::Mains(None));
        let mouse = [("hid/type", "Battery"), ("hid/scope", "Device"), ("hid/capacity", "3")];
        assert_eq!(of(&mouse), Power::NotTold);
        assert_eq!(of(&[&laptop[..], &mouse].concat()), Power::Battery(71));
    }

    #[test]
    fn what_the_system_does_when_left_alone_is_read_from_its_settings() {
        let systemd = ("run/systemd/system/x", "");
        let usual = told(root(&[systemd]).path());
        assert_eq!((usual.idle, usual.lid), (Reaction::Nothing, Reaction::Acts));
        let set = told(
            root(&[
                systemd,
                (
                    "etc/systemd/logind.conf",
                    "[Login]\n#IdleAction=ignore\nIdleAction=suspend\nHandleLidSwitch=suspend\n",
                ),
                ("etc/systemd/logind.conf.d/lid.conf", "[Login]\nHandleLidSwitch = ignore\n"),
            ])
            .path(),
        );
        assert_eq!((set.idle, set.lid), (Reaction::Acts, Reaction::Nothing));
    }

    #[test]
    fn only_a_program_that_blocks_sleep_keeps_the_machine_awake() {
        let file = "run/systemd/inhibit/4";
        let of = |text: &str| told(root(&[(file, text)]).path()).awake;
        assert_eq!(of("WHAT=idle:sleep\nWHO=vidde\nMODE=block\n"), Awake::Held);
        assert_eq!(of("WHAT=sleep\nMODE=delay\n"), Awake::Free);
        assert_eq!(of("WHAT=handle-power-key\nMODE=block\n"), Awake::Free);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_beside_the_inhibitors_is_not_waited_on() {
        let root = root(&[("run/systemd/inhibit/4", "WHAT=idle\nMODE=block\n")]);
        let pipe = root.path().join("run/systemd/inhibit/4.ref");
        assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
        assert_eq!(told(root.path()).awake, Awake::Held);
    }

    #[test]
    fn a_folder_that_is_not_there_yet_is_judged_by_the_one_above() {
        let root = root(&[("x", "")]);
        let folder = root.path().join("a/b");
        assert_eq!(kept(Some(&folder)), Folder::Writable(folder.to_string_lossy().into_owned()));
        assert_eq!(kept(None), Folder::None);
    }
}
