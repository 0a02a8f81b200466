//! `vidde rehearse`: opens the program for a rehearsal of one agenda; no file is touched.

use super::answer::{Answer, Code};
use super::asked::Asked;
use super::{called, wrong};
use crate::domain::agenda::{Agenda, AgendaName};
use crate::domain::text::Lang;
use crate::runtime::{self, Face, Keeping, Options};
use crate::screens::rehearse;
use std::collections::BTreeMap;

/// Rehearses the agenda that is called `wanted`, by its file, its title, or the beginning of either.
#[must_use]
pub fn answer(asked: &Asked, wanted: &str, speed: Option<u32>) -> Answer {
    let (loaded, lang) = asked.files();
    let agendas = &loaded.facts.agendas;
    let name = match called::one(wanted, agendas, lang) {
        Ok(name) => name.clone(),
        Err(answer) => return answer.but(&loaded.problems),
    };
    if let Some(refusal) = refusal(asked, &name, agendas, lang) {
        return Answer::wrong(Code::No, &refusal);
    }
    let options = Options {
        keeping: Keeping::InMemory,
        rehearsal: Some((name, speed.unwrap_or(rehearse::SPEED))),
        ..asked.options(Face::Whole)
    };
    match runtime::run(&options) {
        Ok(()) => Answer::default(),
        Err(ended) => wrong::ended(&ended, lang),
    }
}

/// Why this agenda cannot be rehearsed, in words.
fn refusal(asked: &Asked, name: &AgendaName, agendas: &BTreeMap<AgendaName, Agenda>, lang: Lang) -> Option<String> {
    let session = rehearse::session(name, agendas.get(name)?, asked.now(), asked.zone.clone());
    session.err().map(|refusal| format!("{}: {}.", name, refusal.words().pick(lang)))
}
