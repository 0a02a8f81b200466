//! Opening the folder: what it holds, what is wrong with it, and the store that goes on from there.

use super::folder::Folder;
use super::ledger::Ledger;
use super::load::{self, Found, Reach};
use super::lock::Lock;
use super::trouble::Trouble;
use super::writer::Shared;
use super::{Home, Loaded, Store};
use crate::domain::facts::{Facts, Role, Settings};
use crate::domain::text::{Lang, Words, words};
use std::path::{Path, PathBuf};

/// A folder about to be opened.
pub(super) struct Opening {
    pub folder: Option<PathBuf>,
    pub lock: Lock,
    pub role: Role,
    pub reach: Reach,
}

impl Opening {
    /// Reads what is wanted of it; what is wrong is told in the language that `speak` chooses.
    pub fn finish(self, speak: impl FnOnce(&Settings) -> Lang) -> (Store, Loaded) {
        let Opening { folder, lock, role, reach } = self;
        let mut found = Found::default();
        let home = folder.map_or(Home::Missing, |root| {
            let folder = Folder { root, home: super::home() };
            found = read_all(&folder, &lock, reach);
            Home::Folder(Shared::new(Ledger::new(folder, lock, std::mem::take(&mut found.known))))
        });
        let lang = speak(&found.facts.settings);
        let problems = found.troubles.iter().map(|trouble| trouble.problem(lang)).collect();
        let handed = facts_on_disk(&found);
        let hides_agendas = found.hides_agendas;
        let loaded = Loaded { facts: found.facts, tools: found.tools, problems, hides_agendas, role };
        let store = Store {
            home,
            thread: None,
            handed,
            unwritable: None,
            early: None,
            asked_in_vain: false,
            is_next: false,
            role,
            reach,
            lang,
        };
        (store, loaded)
    }
}

fn read_all(folder: &Folder, lock: &Lock, reach: Reach) -> Found {
    if matches!(lock, Lock::Held(_)) {
        folder.sweep();
    }
    let mut found = load::load(&folder.root, reach);
    match lock {
        Lock::Held(_) => found.keep_damaged(&folder.root),
        Lock::Impossible => found.troubles.push(Trouble::at("vidde.lock", NO_LOCKS)),
        Lock::Untried(error) if error.kind() != std::io::ErrorKind::NotFound => {
            found.troubles.push(Trouble::at(&shown(&folder.root), NO_SAVING).and(Trouble::words_of(error), ""));
        }
        Lock::Untried(_) | Lock::Taken => {}
    }
    found
}

fn facts_on_disk(found: &Found) -> Facts {
    Facts { live: found.live_on_disk.clone(), ..found.facts.clone() }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

const NO_LOCKS: Words = words(
    "Disken kan ikke låse filer; ha bare ett vindu med Vidde åpent.",
    "Disken kan ikkje låse filer; ha berre eitt vindauge med Vidde ope.",
    "The disk cannot lock files; keep only one window of Vidde open.",
);
const NO_SAVING: Words = words("Ingenting kan lagres her:", "Ingenting kan lagrast her:", "Nothing can be saved here:");
