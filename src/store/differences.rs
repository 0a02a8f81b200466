//! What must be written so that the files say what the facts say.

use super::parse::render;
use super::slot::Slot;
use super::writer::Wanted;
use crate::domain::facts::{Facts, Live};
use serde::Serialize;
use std::collections::BTreeMap;

/// The files that differ between two states of the facts, with their new content.
///
/// # Errors
/// A fact that cannot be put into words of the format.
pub fn differences(before: &Facts, after: &Facts) -> Result<Wanted, String> {
    let mut wanted = Wanted::new();
    compare(&mut wanted, Slot::Settings, Some(&before.settings), Some(&after.settings))?;
    compare(&mut wanted, Slot::Shelf, Some(&before.shelf), Some(&after.shelf))?;
    let (old, new) = (before.live.as_ref(), after.live.as_ref());
    compare(&mut wanted, Slot::Live, old.map(session), new.map(session))?;
    compare(&mut wanted, Slot::Private, old.map(private), new.map(private))?;
    compare_all(&mut wanted, Slot::Agenda, &before.agendas, &after.agendas)?;
    compare_all(&mut wanted, Slot::Record, &before.finished, &after.finished)?;
    Ok(wanted)
}

/// What the file of one slot is to hold; nothing when the facts know no such file.
///
/// # Errors
/// See [`differences`].
pub fn content(facts: &Facts, slot: &Slot) -> Result<Option<String>, String> {
    match slot {
        Slot::Record(stem) => facts.finished.get(stem).map(render).transpose(),
        Slot::Private => facts.live.as_ref().map(|live| render(&live.private)).transpose(),
        Slot::Live => facts.live.as_ref().map(|live| render(&live.session)).transpose(),
        Slot::Agenda(name) => facts.agendas.get(name).map(render).transpose(),
        Slot::Settings => render(&facts.settings).map(Some),
        Slot::Shelf => render(&facts.shelf).map(Some),
    }
}

fn compare_all<K: Ord + Clone, T: PartialEq + Serialize>(
    wanted: &mut Wanted,
    slot: fn(K) -> Slot,
    before: &BTreeMap<K, T>,
    after: &BTreeMap<K, T>,
) -> Result<(), String> {
    for (key, value) in after {
        compare(wanted, slot(key.clone()), before.get(key), Some(value))?;
    }
    let gone = before.keys().filter(|key| !after.contains_key(*key));
    wanted.extend(gone.map(|key| (slot(key.clone()), None)));
    Ok(())
}

fn compare<T: PartialEq + Serialize>(
    wanted: &mut Wanted,
    slot: Slot,
    before: Option<&T>,
    after: Option<&T>,
) -> Result<(), String> {
    if before != after {
        wanted.insert(slot, after.map(render).transpose()?);
    }
    Ok(())
}

fn session(live: &Live) -> &crate::domain::session::Session {
    &live.session
}

fn private(live: &Live) -> &crate::domain::session::Private {
    &live.private
}
