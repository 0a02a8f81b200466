//! Ways through the search and out of it, and what must not be lost on them: half-written words, the right hint, the
//! chosen row.
#![allow(clippy::expect_used, reason = "a test stops at what is not as expected")]

mod common;

use common::{Run, shows};
use vidde::domain::text::Lang;

fn run(script: &str) -> Run {
    Run::new(Lang::Nb).keys(script)
}

/// That the frame does not have these words.
fn lacks(run: &Run, unwanted: &str) {
    assert!(!run.text().contains(unwanted), "“{unwanted}” is in\n{}", run.text());
}

const HALF_A_NOTE: &str = "tab s o 'halvskrevet' ctrl-f";

#[test]
fn a_half_written_note_is_not_left_by_any_way_but_esc() {
    for away in ["tab", "shift-tab", "ctrl-r", "ctrl-g", "enter r", "enter w", "enter 1", "enter q"] {
        let kept = run(HALF_A_NOTE).keys(away);
        shows(&kept, "Et notat her er halvskrevet. Esc går tilbake til det.");
        assert!(!kept.quit, "{away}");
        let back = if away.starts_with("enter") { "esc esc" } else { "esc" };
        shows(&kept.keys(back), "halvskrevet");
    }
    lacks(&run(HALF_A_NOTE), "Tab →");
    shows(&run("tab s o ctrl-f"), "Tab →");
    shows(&run("tab s o ctrl-f tab tab"), "Verktøy");
    let kept = run(HALF_A_NOTE).keys("esc enter y");
    shows(&kept, "halvskrevet");
}

#[test]
fn nothing_runs_from_the_search_over_a_half_written_note() {
    let before = run(HALF_A_NOTE);
    let after = run(HALF_A_NOTE).keys("ctrl-r ctrl-g");
    assert_eq!(before.app.model.facts.live, after.app.model.facts.live);
}

#[test]
fn a_form_that_is_not_saved_is_not_left_by_any_way_but_esc() {
    let form = "tab h 'Ny ' ctrl-f";
    for away in ["tab", "ctrl-r", "enter 3"] {
        shows(&run(form).keys(away), "Et skjema her er ikke lagret. Esc går tilbake til det.");
    }
    shows(&run(form).keys("tab esc enter"), "Ny ");
    let untouched = run("tab h ctrl-f tab");
    lacks(&untouched, "Esc går tilbake");
}

#[test]
fn the_palette_over_a_search_leaves_nothing_half_done_behind() {
    let kept = run(HALF_A_NOTE).keys("ctrl-p 'ny økt' enter");
    shows(&kept, "Et notat her er halvskrevet.");
    shows(&kept.keys("esc esc"), "halvskrevet");
}

#[test]
fn a_rehearsal_is_not_ended_over_a_half_written_note() {
    let kept = run("tab p o 'halvskrevet' ctrl-f f10 5");
    assert!(kept.app.model.is_rehearsal(), "{}", kept.text());
    shows(&kept.keys("esc"), "halvskrevet");
}

#[test]
fn any_other_key_disarms_the_warning_of_esc() {
    for between in ["ctrl-f esc", "'t' backspace", "tab", "left"] {
        let note = run("tab s o 'halvskrevet' esc").keys(between).keys("esc");
        shows(&note, "halvskrevet");
        lacks(&note.keys("esc"), "halvskrevet");
    }
    for between in ["ctrl-f esc", "down up", "'t'"] {
        let form = run("tab h 'Ny' esc").keys(between).keys("esc");
        shows(&form, "Ikke lagret.");
        lacks(&form.keys("esc"), "Ikke lagret.");
    }
}

#[test]
fn what_was_added_says_where_that_is_undone() {
    let in_live = run("tab s / 'energigiver' ctrl-l");
    shows(&in_live, ", u i Pågår angrer");
    let back = in_live.keys("esc");
    let before = back.app.model.session().map(|session| session.log.len());
    assert_ne!(back.keys("u").app.model.session().map(|session| session.log.len()), before);
    shows(&run("'energigiver' ctrl-l"), "; u i Kjøreplan angrer");
    shows(&run("'energigiver' enter a"), "; u i Kjøreplan angrer");
    shows(&run("tab a 'energigiver' enter"), "; u angrer");
    let narrow = run("tab").sized((57, 16)).keys("/ 'anerkjennende' ctrl-l");
    shows(&narrow, "; u i Kjøreplan angrer");
}

#[test]
fn what_was_told_goes_when_the_line_changes() {
    let told = run("'energi' ctrl-l");
    shows(&told, "Lagt til:");
    for on in ["'g'", "backspace"] {
        lacks(&run("'energi' ctrl-l").keys(on), "Lagt til:");
    }
    shows(&told.keys("down"), "Lagt til:");
}

#[test]
fn all_actions_are_found_over_a_note_and_a_form_too() {
    let note = run("tab s o 'halvskrevet' ctrl-p");
    shows(&note, "Alle handlinger");
    shows(&run("tab s o 'halvskrevet' ctrl-p esc"), "halvskrevet");
    lacks(&run("tab s o 'halvskrevet' ctrl-p 'behold' enter"), "Alle handlinger");
    shows(&run("tab s o 'halvskrevet' ctrl-p 'behold' enter"), "Notert: nøtt");
    shows(&run("tab h ctrl-p 'søk' enter"), "Søk:");
    lacks(&run("tab h ctrl-p"), "Verktøy: ");
    let wall = run("tab s w").any_keys("ctrl-p :");
    lacks(&wall, "Alle handlinger");
}

#[test]
fn a_slash_begins_no_line_of_search() {
    shows(&run("'/bli kjent'"), "Søk: bli kjent");
    shows(&run("tab / '/1/2'"), "Søk: 1/2");
}

#[test]
fn undo_chooses_what_comes_back_or_stays() {
    let title = |run: &Run| {
        let (model, picked) = (&run.app.model, run.app.model.picked.expect("a row"));
        model.agenda().and_then(|(_, agenda)| agenda.block(picked)).map(|block| block.title.to_string())
    };
    let there = title(&run("tab down down"));
    for there_and_back in ["d u", "c u", "+ u", "< u", "/ 'energi' ctrl-l esc u", "c c u u"] {
        assert_eq!(title(&run("tab down down").keys(there_and_back)), there, "{there_and_back}");
    }
}
