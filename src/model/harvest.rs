//! Changes to a harvest, of the running session or of a finished one, and how they are taken back. They are outside the
//! undo of the run (W24).

use super::Model;
use crate::domain::harvest::Note;
use crate::domain::times::Moment;

/// Which session a harvest or a review belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Source {
    #[default]
    Live,
    /// The one that was rehearsed last.
    Rehearsed,
    /// The one in the file of this name.
    Finished(String),
}

/// What a change to a harvest replaced.
#[derive(Debug, Clone)]
pub(super) struct Taken {
    source: Source,
    /// When that session was started: another one may stand in its place by now.
    started: Option<Moment>,
    place: usize,
    note: Note,
    how: How,
}

/// What was done to a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Removed,
    Changed,
}

impl Taken {
    /// The running session has gone to the file of this name.
    pub(super) fn follow(&mut self, stem: &str) {
        if self.source == Source::Live {
            self.source = Source::Finished(stem.to_owned());
        }
    }
}

impl Model {
    /// The harvest, in the order in which it was taken.
    #[must_use]
    pub fn notes(&self, source: &Source) -> &[Note] {
        self.of_source(source).map_or(&[], |(_, private)| &private.harvest)
    }

    fn notes_mut(&mut self, source: &Source) -> Option<&mut Vec<Note>> {
        match source {
            Source::Live => self.facts.live.as_mut().map(|live| &mut live.private.harvest),
            Source::Rehearsed => self.archive.rehearsed.as_mut().map(|live| &mut live.private.harvest),
            Source::Finished(stem) => {
                let record = self.record(stem)?.clone();
                let record = self.facts.finished.entry(stem.clone()).or_insert(record);
                Some(&mut record.private.harvest)
            }
        }
    }

    /// Keeps a note.
    pub fn keep_note(&mut self, source: &Source, note: Note) {
        if let Some(notes) = self.notes_mut(source) {
            notes.push(note);
        }
    }

    /// Changes the note in this place; what it was can be taken back.
    pub fn change_note(&mut self, source: &Source, place: usize, change: impl FnOnce(&mut Note)) {
        let Some(note) = self.notes_mut(source).and_then(|notes| notes.get_mut(place)) else { return };
        let before = note.clone();
        change(note);
        if *note != before {
            self.remember_note(source, place, before, How::Changed);
        }
    }

    /// Takes the note in this place away; that can be taken back.
    pub fn remove_note(&mut self, source: &Source, place: usize) {
        let Some(notes) = self.notes_mut(source).filter(|notes| place < notes.len()) else { return };
        let note = notes.remove(place);
        self.remember_note(source, place, note, How::Removed);
    }

    fn remember_note(&mut self, source: &Source, place: usize, note: Note, how: How) {
        let (source, started) = (source.clone(), self.started(source));
        self.archive.taken_back.push(Taken { source, started, place, note, how });
    }

    fn started(&self, source: &Source) -> Option<Moment> {
        self.of_source(source)?.0.log.first().map(|entry| entry.told)
    }

    /// Another session takes the place of the running one, or none: nothing of it is taken back there.
    pub fn forget_changes(&mut self) {
        self.archive.taken_back.retain(|taken| taken.source != Source::Live);
    }

    /// Takes back the last change to this harvest; answers the place of the note that stands again, and what had been
    /// done to it.
    pub fn undo_note(&mut self, source: &Source) -> Option<(usize, How)> {
        let started = self.started(source);
        let is_of_it = |taken: &Taken| taken.source == *source && taken.started == started;
        let last = self.archive.taken_back.iter().rposition(is_of_it)?;
        let Taken { place, note, how, .. } = self.archive.taken_back.remove(last);
        let notes = self.notes_mut(source)?;
        let place = place.min(notes.len());
        match (how, notes.get_mut(place)) {
            (How::Removed, _) => notes.insert(place, note),
            (How::Changed, Some(changed)) => *changed = note,
            (How::Changed, None) => return None,
        }
        Some((place, how))
    }
}
