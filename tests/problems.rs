//! What is wrong with the files is told on the screen: at the start, and when it happens later.
#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not as expected")]

mod common;

use common::{Run, shows};
use vidde::app::App;
use vidde::data;
use vidde::domain::Problem;
use vidde::domain::text::Lang;
use vidde::domain::times::Moment;
use vidde::domain::times::Zone;
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
    shows(&run, "Ikkje no: beskjedar om filene dine");
    let problem = Problem { place: "settings.ron".to_owned(), text: "Fila er borte.".to_owned() };
    run.app.model.problems.push(problem);
    shows(&run, "Vidde har ein beskjed om filene dine. F4 viser han.");
    run.app.model.role = Role::Viewer;
    shows(&run, "Berre vising");
    shows(&run.keys("f4"), "settings.ron");
}
