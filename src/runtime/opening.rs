//! What the program begins with: the files, the catalogue, and on a first start an agenda to run.

use super::{Face, Keeping, Options};
use crate::data;
use crate::domain::agenda::AgendaName;
use crate::domain::catalogue::Catalogue;
use crate::domain::facts::{Facts, Settings};
use crate::domain::text::Lang;
use crate::model::{Model, Role};
use crate::store::{Loaded, Store};

/// The files: as their writer, for a rehearsal, or only the running session for the room.
pub fn open(options: &Options) -> (Store, Loaded) {
    let speak = |settings: &Settings| options.lang_over(settings);
    match (options.face, options.keeping) {
        (Face::Whole, Keeping::InTheFolder) => Store::open(options.folder.clone(), speak),
        (Face::Whole, Keeping::InMemory) => Store::rehearse(options.folder.clone(), speak),
        (Face::Room, _) => Store::follow(options.folder.clone(), speak),
    }
}

/// The model of what was loaded.
pub fn model(options: &Options, loaded: Loaded) -> Model {
    let (catalogue, mut problems) = data::catalogue(loaded.tools);
    let (guide, faults) = data::guide();
    problems.extend(faults.into_iter().chain(loaded.problems));
    let lang = options.lang_over(&loaded.facts.settings);
    let mut facts = loaded.facts;
    let agendas_are_known = !problems.iter().any(|problem| problem.place.starts_with("agendas"));
    if options.face == Face::Whole && loaded.role == Role::Writer && agendas_are_known {
        welcome(&mut facts, &catalogue, lang);
    }
    let mut model = Model::new(facts, catalogue, lang, options.zone.clone()).guided(guide);
    (model.depth, model.role, model.problems) = (options.depth, loaded.role, problems);
    model
}

/// The first start finds an agenda to run (DESIGN: never empty).
fn welcome(facts: &mut Facts, catalogue: &Catalogue, lang: Lang) {
    if facts.settings.welcomed || !facts.agendas.is_empty() {
        return;
    }
    if let Some(agenda) = data::sample(catalogue, lang) {
        facts.agendas.insert(AgendaName::for_title(&agenda.title, |_| false), agenda);
    }
}
