//! What is stored comes back as it was, whatever is empty in it: agendas, plans, acts, private texts and notes.

use super::*;
use std::collections::BTreeMap;
use vidde::domain::agenda::Part;
use vidde::domain::harvest::{Note, NoteKind};
use vidde::domain::session::{Change, Moved, PlanEdit, Private, StepAct, Wish};
use vidde::domain::text::{Line, Prose, Text};
use vidde::domain::tool::Variant;

/// Texts in some languages, in one, and in none.
fn texts() -> [Text; 4] {
    let nb = || Some(Line::clean("Hei på dere"));
    [
        Text::default(),
        Text::same("Hei"),
        Text { nb: nb(), ..Text::default() },
        Text { nb: nb(), nn: None, en: Some(Line::clean("Hello")) },
    ]
}

/// A block whose parts have all of these texts, and none, in every field.
fn block_of_parts() -> Block {
    let pairs = texts().into_iter().flat_map(|say| texts().map(|lead| (say.clone(), lead)));
    let parts = pairs.map(|(say, lead)| Part { minutes: 2, say, lead, ..Part::default() });
    Block { parts: parts.collect(), note: Prose::clean("Si takk"), ..Block::new(Kind::Work, "Deler", 32) }
}

/// Saves, opens again, and compares.
fn comes_back(facts: &Facts) {
    let folder = temp();
    store(folder.path(), facts);
    let loaded = load(folder.path());
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    assert_eq!(loaded.facts.live, facts.live);
    assert_eq!(loaded.facts.agendas, facts.agendas);
}

#[test]
fn a_session_comes_back_with_empty_texts_and_every_kind_of_act() {
    let mut agenda = agenda("Kick-off");
    agenda.insert(block_of_parts(), None);
    let (mut session, mut private) = Session::of(&name("kick-off"), &agenda, Moment::at(NOW), Zone::UTC);
    let ids: Vec<_> = session.plan.blocks.iter().map(|block| block.id).collect();
    let inserted = Block { id: session.free_id(), ..block_of_parts() };
    private.leads.insert(inserted.id, inserted.parts.iter().map(|part| part.lead.clone()).collect());
    let presses = [
        Press::Start(None, Moved::FromNow),
        Press::Edit(PlanEdit::Insert(Box::new(inserted.clone()), Some(ids[1]))),
        Press::Edit(PlanEdit::Change(Box::new(Block { minutes: 20, ..inserted }))),
        Press::Edit(PlanEdit::Move(ids[3], Some(ids[0]))),
        Press::People(14),
        Press::Agree(vec![Change::Length(ids[1], Seconds(900)), Change::Finish(Moment::at(NOW + 9_000))]),
        Press::Answer(Wish::EndAt(Moment::at(NOW + 9_300)), vec![Change::Finish(Moment::at(NOW + 9_300))]),
        Press::Answer(Wish::Other, Vec::new()),
        Press::Next,
        Press::Step(StepAct::Goto(3)),
        Press::Step(StepAct::Hold),
        Press::Step(StepAct::Add(Seconds(60))),
        Press::Asleep(Seconds(5)),
    ];
    for (second, press) in (0..).zip(presses) {
        let ago = if matches!(press, Press::Asleep(_)) { 5 } else { 0 };
        let told = session.press(press.clone(), Moment::at(NOW + 10 * second), Seconds(ago));
        assert_eq!(told.map_err(|refusal| refusal.words().en), Ok(()), "{press:?}");
    }
    let note = |kind| Note {
        kind,
        text: Line::clean("Hvem eier «tiltaket»?"),
        at: Moment::at(NOW),
        block: None,
        title: Line::default(),
        done: false,
        who: Line::default(),
        when: Line::clean("i mai"),
    };
    private.harvest =
        [NoteKind::Nut, NoteKind::Decision, NoteKind::Quote, NoteKind::Note, NoteKind::Silent].map(note).into();
    let mut facts = facts();
    facts.agendas.insert(name("deler"), agenda);
    facts.live = Some(Live { session, private });
    comes_back(&facts);
}

#[test]
fn every_template_and_every_tool_comes_back_as_a_session() {
    let (catalogue, _) = vidde::data::catalogue(Vec::new());
    let (templates, _) = vidde::data::templates();
    for lang in [Lang::Nb, Lang::Nn, Lang::En] {
        let mut facts = facts();
        let mut all = Agenda::new("Alle", lang);
        for tool in catalogue.tools() {
            for variant in [Variant::Short, Variant::Long] {
                all.insert(Block::of_tool(tool, variant, 12, lang), None);
            }
        }
        let made = templates.iter().map(|template| template.agenda(&catalogue, lang));
        facts.agendas =
            (0..).zip(made).map(|(at, agenda)| (name(&format!("mal-{at}")), agenda)).collect::<BTreeMap<_, _>>();
        let (session, private) = Session::of(&name("alle"), &all, Moment::at(NOW), Zone::UTC);
        facts.live = Some(Live { session, private });
        comes_back(&facts);
    }
}

#[test]
fn an_empty_private_file_comes_back() {
    let mut facts = facts();
    if let Some(live) = &mut facts.live {
        live.private = Private::default();
    }
    comes_back(&facts);
    let folder = tempfile::tempdir().unwrap();
    store(folder.path(), &facts);
    let text = fs::read_to_string(folder.path().join("live-private.ron")).unwrap();
    assert!(text.starts_with("(\n    version: 1,\n"), "{text}");
}
