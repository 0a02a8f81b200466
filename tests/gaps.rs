//! What a person typed is never read as a template: a title that looks like the gaps of a sentence stands in every
//! sentence as it was typed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod common;
mod stage;

use common::{opened, shows};
use std::collections::BTreeSet;
use vidde::domain::agenda::{Agenda, Block, Kind};
use vidde::domain::review::happened;
use vidde::domain::session::{Change, Press};
use vidde::domain::text::Lang;
use vidde::domain::times::Seconds;
use vidde::model::Model;

/// A tick box, and the two other gaps.
const TITLE: &str = "A {} [] <> B";

/// Three blocks of that title, the last at a fixed time.
fn model() -> Model {
    let mut agenda = Agenda::new(TITLE, Lang::Nb);
    agenda.start = "09:00".parse().ok();
    agenda.insert(Block::new(Kind::Opening, TITLE, 75), None);
    agenda.insert(Block { min: Some(30), ..Block::new(Kind::Work, TITLE, 45) }, None);
    agenda.insert(Block { fixed: "11:00".parse().ok(), ..Block::new(Kind::Break, TITLE, 30) }, None);
    stage::with(&agenda, Lang::Nb)
}

#[test]
fn a_title_stands_in_the_log_as_it_was_typed() {
    let mut model = model();
    stage::act(&mut model, "09:00 start");
    let session = &mut model.facts.live.as_mut().unwrap().session;
    let id = session.plan.blocks.get(1).unwrap().id;
    let presses = [
        Press::Add(Seconds::minutes(5)),
        Press::Length(id, Seconds::minutes(40)),
        Press::Agree(vec![Change::Length(id, Seconds::minutes(35))]),
        Press::Skip(id),
        Press::Unskip(id),
    ];
    for press in presses {
        session.press(press, common::at("09:10"), Seconds::ZERO).unwrap();
    }
    for lang in Lang::ALL {
        let told = happened(session, common::at("09:12"), lang);
        let wrong: BTreeSet<&str> =
            told.iter().map(|one| one.text.as_str()).filter(|text| !text.contains(TITLE)).collect();
        assert!(told.len() == 6 && wrong.is_empty(), "{wrong:?} in {told:#?}");
    }
    let told = happened(session, common::at("09:12"), Lang::Nb);
    assert!(told.iter().any(|one| one.text == "«A {} [] <> B» fikk 5 min til"), "{told:#?}");
}

#[test]
fn a_title_stands_on_the_screen_as_it_was_typed() {
    let mut planned = common::model(Lang::Nb);
    let blocks = planned.facts.agendas.values_mut().flat_map(|agenda| &mut agenda.blocks);
    blocks.for_each(|block| block.title = TITLE.into());
    shows(&opened(&planned, "08:50", (200, 30)).keys("tab a 'roti' enter"), ", etter «A {} [] <> B»");
    let run = opened(&model(), "08:50", (120, 30)).keys("3 09:00 space 10:10");
    shows(&run, "Hele A {} [] <> B rekker vi til 10:15, kort versjon til 10:30");
    let run = run.keys("10:20 r");
    shows(&run, "«A {} [] <> B»");
    let run = run.keys("esc 10:20 t");
    shows(&run, "→ «A {} [] <> B» har");
    shows(&run.keys("enter"), "✓ ");
}

#[test]
fn what_is_typed_in_the_search_is_said_back_as_it_was_typed() {
    for (typed, said) in [("form:[]", "«form:[]» er ukjent. Prøv "), ("form:{}", "«form:{}» er ukjent. Prøv ")] {
        shows(&opened(&stage::idle(Lang::Nb), "08:50", (200, 30)).keys(&format!("'{typed}'")), said);
    }
}
