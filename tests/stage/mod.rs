//! A workshop on a stage: the agenda of a morning, and models in which it stands ready or has been led for a while.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use crate::common::at;
use std::sync::LazyLock;
use vidde::cli::simulate;
use vidde::data;
use vidde::domain::agenda::{Agenda, AgendaName, Block, Kind};
use vidde::domain::catalogue::Catalogue;
use vidde::domain::facts::{Facts, Live};
use vidde::domain::recovery::question;
use vidde::domain::session::Session;
use vidde::domain::text::{Lang, Line};
use vidde::domain::times::{Moment, Zone};
use vidde::domain::tool::{Tool, Variant};
use vidde::model::Model;

/// The sizes at which every picture is looked at.
pub const SIZES: [(u16, u16); 4] = [(43, 12), (57, 16), (80, 24), (200, 50)];

pub fn zone() -> Zone {
    "Europe/Oslo".parse().unwrap()
}

/// The built-in tools, read once.
pub fn tools() -> &'static [Tool] {
    static TOOLS: LazyLock<Vec<Tool>> = LazyLock::new(|| data::built_in().0);
    &TOOLS
}

/// A morning with an opening, a method in four parts, a break, a talk, lunch at a fixed time and a closing.
pub fn agenda(lang: Lang) -> Agenda {
    let title = match lang {
        Lang::En => "Early help: a morning together",
        _ => "Tidlig hjelp: en formiddag sammen",
    };
    let pick = |nb: &'static str, en: &'static str| if lang == Lang::En { en } else { nb };
    let mut agenda = Agenda::new(title, lang);
    agenda.start = Some("09:00".parse().unwrap());
    let tool = tools().iter().find(|tool| tool.id.as_str() == "one-two-four-all").unwrap();
    let mut method = Block::of_tool(tool, Variant::Normal, 36, lang);
    method.question =
        Line::clean(pick("Når lyktes vi sist med å hjelpe et barn tidlig?", "When did we last help a child early?"));
    method.note = "Husk bjella. Kari ser etter gruppa ved døra.".into();
    let mut lunch = Block::new(Kind::Break, pick("Lunsj", "Lunch"), 30);
    lunch.fixed = Some("11:00".parse().unwrap());
    let blocks = [
        Block::new(Kind::Opening, pick("Velkommen", "Welcome"), 10),
        method,
        Block::new(Kind::Break, pick("Pause", "Break"), 15),
        Block::new(Kind::Talk, pick("Slik gjør vi det i nabokommunen", "How our neighbours do it"), 40),
        lunch,
        Block::new(Kind::Closing, pick("Gjort, lært, lurt", "Done, learned, smart"), 15),
    ];
    for block in blocks {
        agenda.insert(block, None);
    }
    agenda
}

/// A model without a session.
pub fn idle(lang: Lang) -> Model {
    let mut facts = Facts::default();
    facts.agendas.insert(AgendaName::of_file("formiddag").unwrap(), agenda(lang));
    Model::new(facts, Catalogue::new(Vec::new(), Vec::new()), lang, zone())
}

/// A model with the workshop ready to start.
pub fn ready(lang: Lang) -> Model {
    with(&agenda(lang), lang)
}

pub fn with(agenda: &Agenda, lang: Lang) -> Model {
    let mut model = idle(lang);
    let name = AgendaName::of_file("formiddag").unwrap();
    let (session, private) = Session::of(&name, agenda, at("08:50"), zone());
    model.facts.live = Some(Live { session, private });
    model
}

/// Does the acts of a script such as `09:00 start 09:10 next` in the session; one that ends in `11:10 ask` puts the
/// question to the group then.
#[track_caller]
pub fn act(model: &mut Model, script: &str) {
    let asked = script.strip_suffix(" ask").map(|rest| rest.rsplit_once(' ').unwrap_or(("", rest)));
    let (script, time) = asked.map_or((script, None), |(script, time)| (script, Some(time)));
    let session = &mut model.facts.live.as_mut().unwrap().session;
    simulate::act(session, script).unwrap_or_else(|fault| panic!("{script}: {fault}"));
    if let Some(time) = time {
        ask(model, at(time));
    }
}

/// Puts the question to the group on the wall.
fn ask(model: &mut Model, now: Moment) {
    let session = &mut model.facts.live.as_mut().unwrap().session;
    session.stage.asking = question(session, now);
    assert!(session.stage.asking.is_some(), "nothing is short at {now}");
}
