//! What the program begins with: the files, the catalogue, and on a first start an agenda to run.

use super::clock::Pace;
use super::{Face, Keeping, Options};
use crate::data;
use crate::domain::agenda::AgendaName;
use crate::domain::catalogue::Catalogue;
use crate::domain::facts::{Facts, Settings};
use crate::domain::text::Lang;
use crate::domain::times::Moment;
use crate::model::{Fast, Model, Role, Saving};
use crate::screens::rehearse;
use crate::store::{Loaded, Store};

/// The files: as their writer, for a rehearsal, or only the running session for the room.
pub fn open(options: &Options) -> (Store, Loaded) {
    let speak = |settings: &Settings| options.languages.over(settings);
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
    let lang = options.languages.over(&loaded.facts.settings);
    let mut facts = loaded.facts;
    if options.face == Face::Whole && loaded.role == Role::Writer && !loaded.hides_agendas {
        welcome(&mut facts, &catalogue, lang);
    }
    let mut model = Model::new(facts, catalogue, lang, options.zone.clone()).guided(guide);
    (model.depth, model.role, model.problems) = (options.depth, loaded.role, problems);
    model
}

/// Begins the rehearsal that the program is opened for; answers the clock it has.
pub fn rehearsal(options: &Options, model: &mut Model, now: Moment) -> Option<Fast> {
    let (name, speed) = options.rehearsal.as_ref()?;
    let agenda = model.facts.agendas.get(name)?;
    let begin = if options.pace == Pace::Real { rehearse::session } else { rehearse::session_from };
    let (live, from) = begin(name, agenda, now, model.zone.clone()).ok()?;
    model.facts.settings.open = Some(name.clone());
    (model.facts.live, model.speed, model.saving) = (Some(live), *speed, Saving::Rehearsal);
    Some(Fast { from, speed: *speed })
}

/// The first start finds an agenda to run: nothing is empty then.
fn welcome(facts: &mut Facts, catalogue: &Catalogue, lang: Lang) {
    if facts.settings.welcomed || !facts.agendas.is_empty() {
        return;
    }
    if let Some(agenda) = data::sample(catalogue, lang) {
        facts.agendas.insert(AgendaName::for_title(&agenda.title, |_| false), agenda);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Keeping, Languages, clock::Pace};
    use super::*;
    use crate::domain::Problem;
    use crate::domain::agenda::{Agenda, Block, Kind};
    use crate::domain::times::{ClockTime, Seconds, Zone};
    use crate::model::Depth;

    fn options() -> Options {
        Options {
            face: Face::Whole,
            languages: Languages { flag: None, locale: Lang::En },
            folder: None,
            keeping: Keeping::InTheFolder,
            depth: Depth::None,
            zone: Zone::UTC,
            pace: Pace::Real,
            rehearsal: None,
        }
    }

    #[test]
    fn a_first_start_is_empty_only_where_agendas_may_be_hidden_by_a_fault() {
        let first_start = |hides_agendas: bool| {
            let problems = vec![Problem { place: "settings.ron".to_owned(), text: "a fault".to_owned() }];
            let facts = Facts::default();
            let model =
                model(&options(), Loaded { facts, tools: Vec::new(), problems, hides_agendas, role: Role::Writer });
            (model.problems.len(), model.facts.agendas.len())
        };
        assert_eq!([false, true].map(first_start), [(1, 1), (1, 0)]);
    }

    #[test]
    fn a_rehearsal_begins_with_the_plan_or_at_the_moment_that_is_asked_for() {
        let now: Moment = Moment::at(12 * 3600 + 45 * 60);
        let begun = |pace: Pace| {
            let name = AgendaName::for_title("Kick-off", |_| false);
            let mut agenda = Agenda::new("Kick-off", Lang::En);
            agenda.start = ClockTime::new(12, 30);
            agenda.insert(Block::new(Kind::Work, "Wishes", 30), None);
            let facts = Facts { agendas: [(name.clone(), agenda)].into(), ..Facts::default() };
            let mut model = Model::new(facts, Catalogue::default(), Lang::En, Zone::UTC);
            let options = Options { pace, rehearsal: Some((name, 60)), ..options() };
            let from = rehearsal(&options, &mut model, now).map(|fast| fast.from);
            let late = model.schedule(now).and_then(|view| Some(view.current()?.drift));
            (from.map(|from| now - from), late)
        };
        let quarter = Seconds::minutes(15);
        assert_eq!(begun(Pace::Real), (Some(quarter), Some(Seconds::ZERO)));
        assert_eq!(begun(Pace::Fixed(now)), (Some(Seconds::ZERO), Some(quarter)));
    }
}
