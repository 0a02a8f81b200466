//! Rehearsing an agenda: a whole day with a clock of its own, marked everywhere, and nothing of it left behind.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, at, opened, shows, text, wall};
use vidde::domain::facts::{Signal, Theme};
use vidde::domain::schedule::RunState;
use vidde::domain::text::Lang;
use vidde::model::{Model, Role};
use vidde::screen::Effect;
use vidde::screens::rehearse;

fn welcomed(mut model: Model) -> Model {
    model.facts.settings.welcomed = true;
    model
}

/// The planner with the staged workshop, at two in the afternoon.
fn planner(lang: Lang) -> Run {
    opened(&welcomed(stage::idle(lang)), "14:00", (80, 24)).keys("tab")
}

fn rehearsing(lang: Lang) -> Run {
    planner(lang).keys("down p")
}

#[test]
fn a_rehearsal_begins_where_the_plan_does_and_runs() {
    let run = rehearsing(Lang::Nb);
    assert_eq!(run.now, at("09:00"));
    let state = run.app.model.schedule(run.now).unwrap().state;
    assert!(matches!(&state, RunState::Running(current) if current.drift.0 == 0), "{state:?}");
    shows(&run, "i rute");
    let fast = run.heard.iter().find_map(|effect| match effect {
        Effect::Clock(Some(fast)) => Some(*fast),
        _ => None,
    });
    assert_eq!(fast.map(|fast| (fast.from, fast.speed)), Some((at("09:00"), 60)));
}

#[test]
fn a_plan_that_begins_when_it_is_started_is_rehearsed_from_now() {
    let mut model = stage::idle(Lang::Nb);
    model.edit(|agenda| {
        agenda.start = None;
        agenda.blocks.retain(|block| block.fixed.is_none());
    });
    let run = opened(&model, "14:00", (80, 24)).keys("tab p");
    assert_eq!(run.now, at("14:00"));
    shows(&run, "i rute");
}

#[test]
fn a_rehearsal_is_told_from_the_real_thing_on_every_screen_in_words() {
    for (lang, mark) in [(Lang::Nb, "Øving"), (Lang::Nn, "Øving"), (Lang::En, "Rehearsal")] {
        for size in [(43, 12), (57, 16), (80, 24), (200, 50)] {
            for screen in ["", "1", "2", "2 4", "2 ?", "2 h", "w"] {
                let text = rehearsing(lang).sized(size).any_keys(screen).text();
                assert!(text.contains(mark), "{lang:?} {size:?} after {screen:?}\n{text}");
            }
        }
    }
    let tabs = rehearsing(Lang::Nb).text();
    assert!(tabs.lines().next().unwrap().contains("øving · 10:00"), "{tabs}");
    let mut run = rehearsing(Lang::Nb);
    run.app.model.facts.settings.signals.insert(Signal::Title);
    assert_eq!(run.app.window_title(run.now).as_deref(), Some("Øving: 10 min igjen: Velkommen · Vidde"));
}

#[test]
fn the_wall_of_the_real_thing_has_no_such_mark() {
    let model = stage::ready(Lang::Nb);
    assert!(!text(&wall(&model, "09:00", (57, 16))).contains("Øving"));
}

/// What must be the same before and after.
fn state(run: &Run) -> (String, String) {
    let model = &run.app.model;
    let kept = format!("{:?} {:?} {:?} {:?} {}", model.facts, model.lang, model.role, model.picked, model.speed);
    (kept, Run { now: at("14:00"), ..Run::of(vidde::app::App::new(model.clone(), at("14:00"))) }.text())
}

#[test]
fn everything_is_as_it_was_when_it_is_over() {
    let mut before = planner(Lang::Nb).keys("down");
    before.app.model.facts.settings.theme = Theme::Light;
    let wanted = state(&before);
    let model = before.app.model.clone();
    let deeds = [
        "f10 5",
        "n n n n n n n n n e",
        "n n e 2 f10 5",
        "2 + + d ctrl-x 2 f10 5",
        "2 n 1 'Ny' enter f10 5",
        "3 space @600 space + > u f10 4 f10 5",
        "w pagedown b w f10 5",
        "2 s 2 1 3 f10 5",
        "q 2",
    ];
    for deed in deeds {
        let start = opened(&model, "14:00", (80, 24)).keys("tab p");
        let mut after = start.any_keys(deed);
        if after.app.model.is_rehearsal() {
            after = after.any_keys("esc esc esc 3 f10 5");
        }
        assert!(!after.app.model.is_rehearsal(), "{deed}\n{}", after.text());
        assert_eq!(after.heard.last(), Some(&Effect::Clock(None)), "{deed}");
        assert_eq!(state(&after), wanted, "{deed}");
        assert!(after.text().contains("2 Kjøreplan"), "{deed}\n{}", after.text());
    }
}

#[test]
fn the_facts_for_the_files_are_those_from_before_all_the_while() {
    let run = rehearsing(Lang::Nb);
    let kept = run.app.model.kept().clone();
    assert_eq!(kept, welcomed(stage::idle(Lang::Nb)).facts);
    let run = run.keys("n n n n n n n e");
    assert_eq!(*run.app.model.kept(), kept);
    assert!(run.app.model.facts.finished.is_empty(), "no record, also in memory");
    shows(&run, "Øvingen er ferdig. Ingenting av den er lagret.");
}

#[test]
fn a_session_that_runs_has_the_clock_and_the_key_says_so() {
    let mut model = welcomed(stage::ready(Lang::Nb));
    stage::act(&mut model, "09:00 start");
    let before = model.facts.clone();
    let run = opened(&model, "09:05", (80, 24)).keys("2 p");
    shows(&run, "er i gang; du kan øve når den er avsluttet");
    assert_eq!(run.app.model.facts, before);
    assert!(!run.app.model.is_rehearsal() && run.heard.is_empty());
}

#[test]
fn a_session_that_stands_ready_is_there_again_afterwards() {
    let model = welcomed(stage::ready(Lang::Nb));
    let run = opened(&model, "08:55", (80, 24)).keys("2 p");
    assert!(run.app.model.session().unwrap().has_started());
    let run = run.keys("n n f10 5");
    assert_eq!(run.app.model.facts, model.facts);
}

#[test]
fn a_window_that_only_reads_and_an_empty_plan_are_refused_in_words() {
    let mut model = stage::idle(Lang::En);
    model.role = Role::Viewer;
    let run = opened(&model, "14:00", (80, 24)).any_keys("tab p");
    assert!(!run.app.model.is_rehearsal());
    shows(&run, "This window only shows. Do it in the other one.");
    let run = planner(Lang::En).keys("p 2").any_keys("p");
    shows(&run, "You are rehearsing already; end that first");
    let mut model = stage::idle(Lang::Nb);
    model.edit(|agenda| {
        agenda.blocks.iter_mut().for_each(|block| (block.minutes, block.fixed) = (0, "11:00".parse().ok()));
    });
    shows(&opened(&model, "14:00", (80, 24)).keys("tab p"), "Kjøreplanen har ingen økter å starte");
}

#[test]
fn the_key_of_a_rehearsal_says_why_not_when_there_is_none() {
    let run = planner(Lang::Nb).any_keys("f10");
    shows(&run, "Ingen øving er i gang; p under Kjøreplan (2) begynner en.");
    assert!(run.heard.is_empty());
}

#[test]
fn a_rehearsal_that_is_left_to_itself_is_asked_nothing() {
    let run = rehearsing(Lang::Nb).keys("@90000 n");
    assert!(!run.text().contains("aldri avsluttet"), "{}", run.text());
}

#[test]
fn the_clock_goes_at_the_speed_that_is_chosen() {
    let run = rehearsing(Lang::Nb).keys("@30 f10 4");
    assert_eq!(run.app.model.speed, 300);
    assert_eq!(run.now, at("09:00:30"), "it goes on from where it was");
    shows(&run, "Øving ×300: ingenting lagres");
    let run = run.keys("f10 1");
    assert_eq!(run.app.model.speed, 1);
    shows(&run, "Øving: ingenting lagres");
    assert!(!run.text().contains("×300"));
}

#[test]
fn a_notice_stands_as_long_for_the_person_when_the_clock_is_fast() {
    let run = rehearsing(Lang::Nb);
    shows(&run.keys("@359"), "Øvingen vises bare i dette vinduet");
    let run = rehearsing(Lang::Nb).keys("@361");
    assert!(!run.text().contains("bare i dette vinduet"), "{}", run.text());
}

#[test]
fn a_whole_day_is_rehearsed_in_minutes_and_rings_as_it_will() {
    let mut model: Model = stage::idle(Lang::Nb);
    model.facts.settings.signals.insert(Signal::Bell);
    let mut run = opened(&model, "14:00", (200, 50)).keys("tab p");
    let mut blocks = 0;
    while !run.text().contains("Samlingen er ferdig") {
        // One picture in 40 ms at a minute a second.
        for _ in 0..30 * 60 / 2 {
            let next = run.now + vidde::domain::times::Seconds(2);
            run.heard.extend(run.app.tick(run.now, next));
            run.now = next;
        }
        run = run.keys("n");
        blocks += 1;
        assert!(blocks < 20, "{}", run.text());
    }
    let bells = run.heard.iter().filter(|effect| **effect == Effect::Bell).count();
    assert!((12..=18).contains(&bells), "{bells} bells in {blocks} blocks");
}

#[test]
fn what_is_begun_on_the_command_line_begins_alike() {
    let model = stage::idle(Lang::Nb);
    let (name, agenda) = model.agenda().unwrap();
    let (live, from) = rehearse::session(name, agenda, at("20:00"), stage::zone()).unwrap();
    assert_eq!(from, at("09:00"));
    assert!(live.session.has_started());
}

#[test]
fn a_rehearsal_is_looked_back_on_at_its_end_and_nothing_of_it_is_stored() {
    let run = rehearsing(Lang::Nb).keys("@600 n @2400 n n n n o 'Hvem tar kaffen?' enter e 2");
    let before = run.app.model.kept().clone();
    for told in ["Øvingen er ferdig. Ingenting av den er lagret.", "planlagt", "faktisk", "Hvem tar kaffen?", "◇ Øving"]
    {
        let page = text(&run.buffer((80, 60)));
        assert!(page.contains(told), "{told}\n{page}");
    }
    let run = run.keys("pagedown pagedown esc");
    shows(&run, "x: tilbakeblikk");
    let run = run.keys("x esc y");
    shows(&run, "Hvem tar kaffen?");
    let run = run.keys("esc w");
    shows(&run, "Takk for i dag – ta med dere");
    shows(&run, "Øving");
    let run = run.keys("w space");
    assert_eq!(run.now, at("09:00"), "it begins again where the plan does\n{}", run.text());
    shows(&run, "i rute");
    assert_eq!(*run.app.model.kept(), before);
    assert!(run.app.model.facts.finished.is_empty());
    let run = run.keys("f10 5");
    assert!(run.app.model.rehearsed().is_none());
}

#[test]
fn a_rehearsal_that_never_began_has_no_review() {
    let run = rehearsing(Lang::En).keys("u e 2");
    shows(&run, "The rehearsal is over. Nothing has been saved.");
    assert!(!run.text().contains("actual"), "{}", run.text());
}

#[test]
fn a_rehearsal_as_it_is_seen() {
    for size in [(57, 16), (80, 24), (200, 50)] {
        for (name, script) in [
            ("console", "@90"),
            ("wall", "@90 w"),
            ("menu", "@90 f10"),
            ("asked", "n n n n n n e"),
            ("over", "n n n n n n n e"),
        ] {
            let run = rehearsing(Lang::Nb).sized(size).keys(script);
            insta::assert_snapshot!(format!("{name}-{}x{}", size.0, size.1), run.text(), script);
        }
    }
    let run = rehearsing(Lang::En).sized((57, 16)).keys("@400");
    insta::assert_snapshot!("console-en-57x16", run.text());
}

#[test]
fn leaving_is_asked_for_once_where_there_is_nothing_to_go_back_to() {
    let within = rehearsing(Lang::Nb).keys("q");
    shows(&within, "2 Avslutt øvingen");
    shows(&within, "3 Avslutt Vidde");
    let mut model = stage::ready(Lang::Nb);
    model.saving = vidde::model::Saving::Rehearsal;
    stage::act(&mut model, "09:00 start");
    let opened_for_it = opened(&model, "09:04", (80, 24)).keys("q");
    shows(&opened_for_it, "2 Avslutt Vidde");
    assert!(!opened_for_it.text().contains("Avslutt øvingen"), "{}", opened_for_it.text());
}
