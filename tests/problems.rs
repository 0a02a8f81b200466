//! What is wrong with the files is told on the screen: at the start, and when it happens later.
#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not as expected")]

mod common;

use common::{Run, at, model, opened, shows};
use vidde::app::App;
use vidde::data;
use vidde::domain::Problem;
use vidde::domain::facts::Live;
use vidde::domain::session::{Moved, Press, Session};
use vidde::domain::text::Lang;
use vidde::domain::times::{Moment, Seconds, Zone};
use vidde::model::{Model, Role};
use vidde::store::Store;

/// The program over a folder with these files.
fn over_files(files: &[(&str, &str)]) -> Run {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    let (_, loaded) = Store::open(Some(folder.path().to_owned()), |_| Lang::Nb);
    let (catalogue, mut problems) = data::catalogue(loaded.tools);
    problems.extend(loaded.problems);
    let mut model = Model::new(loaded.facts, catalogue, Lang::Nb, Zone::UTC);
    model.problems = problems;
    Run::of(App::new(model, Moment::at(common::MORNING))).sized((57, 16))
}

#[test]
fn damaged_files_are_named_with_what_was_expected_and_cost_nothing_else() {
    let run = over_files(&[
        ("tools/min.ron", "(version: 1, id: \"min\", name: (nb: 5))"),
        ("agendas/plan.ron", "(version: 1, title: \"Plan\", bloks: [])"),
        ("agendas/god.ron", "(version: 1, title: \"God\")"),
    ]);
    shows(&run, "Vidde har 2 beskjeder om filene dine. F4 viser dem.");
    shows(&run, "160 verktøy");
    assert_eq!(run.app.model.agenda().expect("an open agenda").1.title.as_str(), "God");
    let run = run.keys("f4");
    for told in ["agendas/plan.ron:1:29", "bloks: [])", "^^^^^"] {
        shows(&run, told);
    }
    let run = run.keys("end");
    for told in ["tools/min.ron:1:35", "Expected string", "name: (nb: 5))"] {
        shows(&run, told);
    }
    let run = run.keys("esc");
    assert!(!run.text().contains("F4"), "what was looked at stands no longer\n{}", run.text());
    shows(&run.keys("f4"), "agendas/plan.ron:1:29");
}

#[test]
fn what_goes_wrong_with_a_file_later_is_told_too() {
    let mut run = Run::new(Lang::Nn).any_keys("tab f4");
    shows(&run, "Det er ingen beskjedar om filene dine.");
    let problem = Problem { place: "settings.ron".to_owned(), text: "Fila er borte.".to_owned() };
    run.app.model.problems.push(problem);
    shows(&run, "Vidde har ein beskjed om filene dine. F4 viser han.");
    run.app.model.role = Role::Viewer;
    shows(&run, "Berre vising");
    shows(&run.keys("f4"), "settings.ron");
}

/// The program with its sample session started at 09:00 and three minutes added at 10:06, opened again at `now`.
fn opened_again(lang: Lang, now: &str) -> Run {
    opened(&left(lang), now, (80, 24))
}

fn left(lang: Lang) -> Model {
    let mut model = model(lang);
    let (name, agenda) = model.agenda().map(|(name, agenda)| (name.clone(), agenda.clone())).expect("an agenda");
    let (mut session, private) = Session::of(&name, &agenda, at("09:00"), model.zone.clone());
    session.press(Press::Start(None, Moved::FromNow), at("09:00"), Seconds(0)).expect("a start");
    session.press(Press::Add(Seconds(180)), at("10:06"), Seconds(0)).expect("more time");
    model.facts.live = Some(Live { session, private });
    model
}

#[test]
fn acts_that_are_dated_after_now_are_told_in_words() {
    let run = opened_again(Lang::Nb, "09:05");
    shows(&run, "Vidde har en beskjed om filene dine.");
    let run = run.keys("f4");
    for told in [
        "live.ron",
        "Ett trykk i den pågående samlingen er datert fram i tid.",
        "Det siste er fra 23. november 2026 10:06.",
        "Klokka på maskinen viser 23. november 2026 09:05; er den stilt siden sist?",
        "vises slik den sto etter det siste trykket",
    ] {
        shows(&run, told);
    }
    let days_before = at("09:00") + Seconds(-2 * 86_400);
    let run = Run { now: days_before, ..Run::of(App::new(left(Lang::En), days_before)) }.keys("f4");
    shows(&run, "2 key presses in the running session are dated in the future.");
    shows(&run, "Anything more than twelve hours ahead does not count; it stays in the file.");
}

#[test]
fn acts_that_fit_the_clock_are_not_spoken_of() {
    for now in ["10:05:30", "10:06", "15:00"] {
        let run = opened_again(Lang::Nn, now);
        assert!(run.app.model.problems.is_empty(), "{}", run.text());
    }
}

#[test]
fn a_session_dated_ahead_goes_on_from_now_when_that_is_chosen() {
    let run = opened_again(Lang::Nb, "09:05");
    let left = |run: &Run| run.app.model.schedule(run.now).and_then(|view| Some(view.current()?.remaining));
    let before = left(&run);
    shows(&run, "▲ Samlingen er datert fram i tid. 0 i Pågår: fortsett nå");
    let asked = run.keys("0");
    shows(&asked, "Det siste trykket er fra kl. 10:06, men klokka på maskinen viser");
    shows(&asked, "Fortsett nå, med slutt kl. 10:53");
    let waits = asked.keys("1");
    assert_eq!(left(&waits), before, "the harmless answer changes nothing");
    let goes_on = waits.keys("0 2");
    shows(&goes_on, "Samlingen går videre fra nå, med samme tid igjen");
    assert_eq!(left(&goes_on), before);
    assert!(!goes_on.text().contains("datert fram"), "{}", goes_on.text());
    let later = goes_on.keys("@60");
    assert_eq!(left(&later), before.map(|left| left - Seconds(60)), "time goes on\n{}", later.text());
}

#[test]
fn a_session_that_fits_the_clock_or_is_days_ahead_is_not_moved() {
    let fits = opened_again(Lang::En, "10:07").any_keys("0");
    assert_eq!(fits.app.model.session().map(|session| session.log.len()), Some(2));
    let days_before = at("09:00") + Seconds(-2 * 86_400);
    let run = Run { now: days_before, ..Run::of(App::new(left(Lang::En), days_before)) };
    assert!(!run.text().contains("carry on now"), "{}", run.text());
}
