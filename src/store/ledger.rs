//! What is known of each file on the disk, and the rules of replacing it: nothing that somebody else wrote, and
//! nothing that could not be read, is lost to a save.

use super::folder::Folder;
use super::lock::Lock;
use super::parse;
use super::read::{self, Stamp, Unreadable};
use super::replace;
use super::slot::Slot;
use super::trouble::Trouble;
use crate::domain::text::{Words, words};
use crate::domain::version::Version;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// What a file was when it was last read or written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    pub standing: Standing,
    pub bytes: Vec<u8>,
    pub stamp: Option<Stamp>,
    /// Handed to the disk in a save that failed; may stand there all the same.
    tried: Option<Vec<u8>>,
}

/// Whether a file may be replaced.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Standing {
    #[default]
    Absent,
    /// As the program writes it.
    Ours,
    /// Good, but a person wrote it, or an older program: kept before it is replaced.
    Theirs,
    /// Good, and written by somebody else while the program was open: kept before it is replaced.
    Edited,
    /// Cannot be used: kept before it is replaced.
    Damaged,
    /// From a newer program: never replaced.
    Newer(Trouble),
    /// The system does not let us read it: never replaced.
    Unread(Trouble),
}

impl Standing {
    /// Why the file is never replaced.
    fn closed(&self) -> Result<(), Trouble> {
        match self {
            Standing::Newer(trouble) | Standing::Unread(trouble) => Err(trouble.clone()),
            Standing::Absent | Standing::Ours | Standing::Theirs | Standing::Edited | Standing::Damaged => Ok(()),
        }
    }
}

/// What stands on the disk beside what is known.
pub enum Look {
    Same,
    Missing,
    Changed(Result<Vec<u8>, Unreadable>),
}

/// All files of the folder that are or were there, and the right to write them.
#[derive(Debug)]
pub struct Ledger {
    pub folder: Folder,
    pub lock: Lock,
    pub known: BTreeMap<Slot, Known>,
    /// Records whose own name was taken by an older session.
    renamed: BTreeMap<Slot, String>,
}

impl Known {
    pub fn new(standing: Standing, bytes: Vec<u8>, stamp: Option<Stamp>) -> Known {
        Known { standing, bytes, stamp, tried: None }
    }

    /// What is at `path` now; reads it only when its stamp has changed.
    pub fn look(&self, path: &Path) -> Look {
        match read::stamp(path) {
            None if std::fs::symlink_metadata(path).is_err() => Look::Missing,
            Some(stamp) if Some(stamp) == self.stamp => Look::Same,
            _ => match read::bytes(path) {
                Err(Unreadable::Missing) => Look::Missing,
                Ok((bytes, _)) if self.is_mine(&bytes) => Look::Same,
                other => Look::Changed(other.map(|(bytes, _)| bytes)),
            },
        }
    }

    /// Whether the file is known to be stored with just this text.
    fn holds(&self, text: &str) -> bool {
        self.standing == Standing::Ours && self.tried.is_none() && self.bytes == text.as_bytes()
    }

    fn is_mine(&self, bytes: &[u8]) -> bool {
        let was_there = !matches!(self.standing, Standing::Absent) && self.bytes == bytes;
        was_there || self.tried.as_deref() == Some(bytes)
    }
}

impl Ledger {
    pub fn new(folder: Folder, lock: Lock, known: BTreeMap<Slot, Known>) -> Ledger {
        Ledger { folder, lock, known, renamed: BTreeMap::new() }
    }

    /// Whether this program may write now; takes the lock when it could not be taken before.
    ///
    /// # Errors
    /// Another window writes, or the folder cannot be written in.
    pub fn may_write(&mut self) -> Result<(), Trouble> {
        self.folder.path_to_write("vidde.lock")?;
        self.lock.renew(&self.folder.root);
        match &self.lock {
            Lock::Held(_) | Lock::Impossible => Ok(()),
            Lock::Taken => Err(Trouble::at("vidde.lock", OTHER_WINDOW)),
            Lock::Untried(error) => Err(Trouble::io("vidde.lock", error)),
        }
    }

    /// Takes the lock that another window had, if that is free now; never where its file is gone, as the other window
    /// then does not know that there are two.
    pub fn succeed(&mut self) -> bool {
        let is_known = self.folder.root.join(super::lock::NAME).exists();
        let lock = if is_known { Lock::take(&self.folder.root) } else { Lock::Taken };
        let is_held = matches!(lock, Lock::Held(_));
        if is_held {
            self.lock = lock;
        }
        is_held
    }

    /// Replaces the file; answers what had to be kept beside it.
    ///
    /// # Errors
    /// Why it does not stand on the disk.
    pub fn put(&mut self, slot: &Slot, text: &str) -> Result<Vec<Trouble>, Trouble> {
        let known = self.known(slot);
        known.standing.closed()?;
        if known.holds(text) && matches!(known.look(&self.folder.root.join(self.file(slot))), Look::Same) {
            return Ok(Vec::new());
        }
        self.choose_name(slot, text);
        let file = self.file(slot);
        let path = self.folder.path_to_write(&file)?;
        let kept = self.keep_others(slot, &known, &path)?;
        let written = match self.before(slot, &known, &path) {
            Before::BackUp(beside) => replace::replace_and_back_up(&path, &beside, text.as_bytes()),
            Before::Nothing => replace::replace(&path, text.as_bytes()),
        };
        let bytes = text.as_bytes().to_vec();
        let stamp = match written {
            Ok(stamp) => stamp,
            Err(error) => {
                self.known.entry(slot.clone()).or_default().tried = Some(bytes);
                return Err(Trouble::io(&file, &error));
            }
        };
        self.known.insert(slot.clone(), Known::new(Standing::Ours, bytes, Some(stamp)));
        if slot.is_live() && known.standing == Standing::Absent {
            let _ = replace::remove_backups(&self.folder.root.join(&file));
        }
        Ok(kept.into_iter().collect())
    }

    /// Takes the file away. A part of the running session goes for good, anything else stays as its backup.
    ///
    /// # Errors
    /// Why it still stands.
    pub fn take_away(&mut self, slot: &Slot) -> Result<Vec<Trouble>, Trouble> {
        let known = self.known(slot);
        known.standing.closed()?;
        let file = self.file(slot);
        let (path, failed) = (self.folder.root.join(&file), |error| Trouble::io(&file, &error));
        let mut kept = Vec::new();
        if slot.is_live() {
            replace::remove_backups(&path).map_err(failed)?;
            kept.extend(self.keep_others(slot, &known, &path)?);
            replace::remove(&path).map_err(failed)?;
        } else {
            kept.extend(self.keep_others(slot, &known, &path)?);
            replace::retire(&path).map_err(failed)?;
        }
        self.known.remove(slot);
        Ok(kept)
    }

    /// What is known of the file; one that was closed to us and is gone keeps nobody from writing.
    fn known(&self, slot: &Slot) -> Known {
        let known = self.known.get(slot).cloned().unwrap_or_default();
        let is_closed = known.standing.closed().is_err();
        let look = is_closed.then(|| std::fs::symlink_metadata(self.folder.root.join(self.file(slot))));
        match look {
            Some(Err(error)) if error.kind() == io::ErrorKind::NotFound => Known::default(),
            _ => known,
        }
    }

    /// Whether the file is never replaced, however long one waits.
    pub fn is_closed(&self, slot: &Slot) -> bool {
        self.known.get(slot).is_some_and(|known| known.standing.closed().is_err())
    }

    /// The file of the slot below the folder.
    pub fn file(&self, slot: &Slot) -> String {
        self.renamed.get(slot).cloned().unwrap_or_else(|| slot.file())
    }

    /// A record never takes the name of an older one.
    fn choose_name(&mut self, slot: &Slot, text: &str) {
        let Slot::Record(stem) = slot else { return };
        if self.known.contains_key(slot) || self.renamed.contains_key(slot) {
            return;
        }
        let numbered = (2..10_000).map(|number| Slot::Record(format!("{stem}-{number}")).file());
        let free = std::iter::once(slot.file()).chain(numbered).find(|file| {
            let path = self.folder.root.join(file);
            std::fs::symlink_metadata(&path).is_err()
                || read::bytes(&path).is_ok_and(|(bytes, _)| bytes == text.as_bytes())
        });
        self.renamed.insert(slot.clone(), free.unwrap_or_else(|| slot.file()));
    }

    /// Keeps what would be lost by replacing `path`, and says under which name.
    fn keep_others(&mut self, slot: &Slot, known: &Known, path: &Path) -> Result<Option<Trouble>, Trouble> {
        let (why, words) = match (known.look(path), &known.standing) {
            (Look::Missing, _) => return Ok(None),
            (Look::Changed(Err(Unreadable::Refused(error))), _) => return Err(Trouble::io(&self.file(slot), &error)),
            (Look::Changed(Ok(bytes)), _) if newer(&bytes).is_some() => return Err(self.close(slot, &bytes)),
            (_, Standing::Damaged) => ("damaged", KEPT_DAMAGED),
            (Look::Changed(_), _) | (Look::Same, Standing::Edited) => ("edited", KEPT_EDITED),
            (Look::Same, Standing::Theirs) => ("original", KEPT_ORIGINAL),
            (Look::Same, _) => return Ok(None),
        };
        let file = self.file(slot);
        let kept = replace::keep(path, &self.folder.root.join(&file), why);
        let name = kept.map_err(|error| Trouble::io(&file, &error))?;
        Ok(Some(Trouble::at(&file, words).about(&name)))
    }

    fn close(&mut self, slot: &Slot, bytes: &[u8]) -> Trouble {
        let trouble = newer_trouble(&self.file(slot), newer(bytes).unwrap_or_default());
        self.known.entry(slot.clone()).or_default().standing = Standing::Newer(trouble.clone());
        trouble
    }

    /// What becomes of the version before, which is good and known.
    fn before(&self, slot: &Slot, known: &Known, path: &Path) -> Before {
        let beside = self.folder.root.join(self.file(slot));
        match (known.look(path), &known.standing) {
            (Look::Same, Standing::Ours | Standing::Theirs | Standing::Edited) if known.tried.is_none() => {
                Before::BackUp(beside)
            }
            _ => Before::Nothing,
        }
    }
}

enum Before {
    /// It stays as the backup of this file.
    BackUp(PathBuf),
    Nothing,
}

/// The version of a file that is from a later program.
fn newer(bytes: &[u8]) -> Option<u64> {
    let text = parse::text(bytes).ok()?;
    parse::version(text).filter(|version| *version > Version::NEWEST)
}

/// The words for a file from a later program.
pub fn newer_trouble(file: &str, version: u64) -> Trouble {
    Trouble::at(file, NEWER).about(&version.to_string())
}

/// The words for a file that has no content that can be read.
pub fn unreadable_trouble(file: &str, why: &Unreadable) -> Trouble {
    match why {
        Unreadable::Missing => Trouble::at(file, MISSING),
        Unreadable::Special => Trouble::at(file, SPECIAL),
        Unreadable::TooLarge(bytes) => Trouble::at(file, TOO_LARGE).about(&(bytes / 1_000_000).to_string()),
        Unreadable::Refused(error) => Trouble::io(file, error),
    }
}

const NEWER: Words = words(
    "filen har versjon {} og er fra en nyere Vidde; denne kjenner versjon 1, lar filen være i fred og skriver ikke i den.",
    "fila har versjon {} og er frå ein nyare Vidde; denne kjenner versjon 1, lèt fila vere i fred og skriv ikkje i ho.",
    "the file has version {} and is from a newer Vidde; this one knows version 1, leaves the file alone and does not write to it.",
);
const MISSING: Words = words("filen er borte.", "fila er borte.", "the file is gone.");
const SPECIAL: Words = words(
    "her ligger en mappe, et rør eller en enhet der det skulle vært en vanlig fil.",
    "her ligg ei mappe, eit røyr eller ei eining der det skulle vore ei vanleg fil.",
    "there is a folder, a pipe or a device where an ordinary file should be.",
);
const TOO_LARGE: Words = words(
    "filen er på {} MB; Vidde leser filer på opptil 16 MB.",
    "fila er på {} MB; Vidde les filer på opptil 16 MB.",
    "the file is {} MB; Vidde reads files of up to 16 MB.",
);
const OTHER_WINDOW: Words = words(
    "et annet vindu med Vidde skriver i denne mappen.",
    "eit anna vindauge med Vidde skriv i denne mappa.",
    "another window of Vidde writes in this folder.",
);
pub const KEPT_DAMAGED: Words = words(
    "Den skadde filen er tatt vare på som {}.",
    "Den skadde fila er teken vare på som {}.",
    "The damaged file is kept as {}.",
);
const KEPT_EDITED: Words = words(
    "Filen ble endret utenfra mens Vidde var åpen; den utgaven er tatt vare på som {}.",
    "Fila vart endra utanfrå medan Vidde var open; den utgåva er teken vare på som {}.",
    "The file was changed from outside while Vidde was open; that version is kept as {}.",
);
const KEPT_ORIGINAL: Words = words(
    "Vidde skriver filen på nytt; slik du skrev den, ligger den som {}.",
    "Vidde skriv fila på nytt; slik du skreiv ho, ligg ho som {}.",
    "Vidde writes the file in its own form; as you wrote it, it is kept as {}.",
);
