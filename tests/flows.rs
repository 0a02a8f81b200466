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
    assert!(!run("tab p o 'halvskrevet' enter ctrl-f f10 5").app.model.is_rehearsal());
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

#[test]
fn a_long_line_that_finds_nothing_is_said_back_in_less_than_a_row_and_the_list_has_the_larger_half() {
    let long = "xqzv wkjx ".repeat(60);
    for size in [(80, 24), (57, 16), (43, 12)] {
        let long = Run::new(Lang::Nb).sized(size).keys(&format!("'{long}'"));
        let text = long.text();
        let echo = text.lines().filter(|line| line.contains("xqzv") && !line.contains("Søk:")).count();
        assert!(echo <= 1, "{text}");
        let listed = text.lines().filter(|line| line.contains(" min")).count();
        assert!(listed > 5, "{text}");
    }
    let word = "q".repeat(400);
    let odd = Run::new(Lang::Nb).keys(&format!("'-{word} #{word} trinn:{word} xqzv'"));
    assert!(odd.text().lines().filter(|line| line.contains(" min")).count() > 6, "{}", odd.text());
}

#[test]
fn what_is_like_nothing_leads_to_all_tools_and_does_not_call_them_near() {
    for (lang, told) in [
        (Lang::Nb, "Fant ingenting for «xxxxx». Her er alle, fra begynnelsen. Esc tømmer søket."),
        (Lang::Nn, "Fann ingenting for «xxxxx». Her er alle, frå byrjinga. Esc tømmer søket."),
        (Lang::En, "Found nothing for “xxxxx”. Here they all are. Esc clears the search."),
    ] {
        let all = Run::new(lang).keys("'xxxxx'");
        shows(&all, told);
        shows(&all, "1-2-4-");
    }
    let last = |run: Run| run.keys("end").text().lines().find(|line| line.contains('▸')).map(str::to_owned);
    assert_eq!(last(run("'xxxxx'")), last(run("")));
    shows(&run("'xxxxx 10 min'"), "Her er alle som passer til resten.");
    shows(&run("'verdenskaféen med qxzvwk'"), "Dette ligger nærmest.");
}

#[test]
fn settings_changed_in_a_rehearsal_stay_changed() {
    let before = run("tab p f10 5");
    let after = run("tab p f3 f2 f10 5");
    assert!(!after.app.model.is_rehearsal(), "{}", after.text());
    assert_ne!(after.app.model.facts.settings.theme, before.app.model.facts.settings.theme);
    assert_eq!(after.app.model.lang, Lang::Nn);
    assert_eq!(after.app.model.facts.settings.open, before.app.model.facts.settings.open);
    assert_eq!(after.app.model.facts.agendas, before.app.model.facts.agendas);
}

#[test]
fn a_key_that_means_nothing_now_says_why() {
    for (script, why) in [
        ("ctrl-x", "Det er ingen filtre å ta bort."),
        ("f4", "Det er ingen beskjeder om filene dine."),
        ("f10", "Ingen øving er i gang"),
        ("'check' enter enter", "Velg først med →, og åpne så."),
        ("tab s / 'energi' ctrl-r 9", "Så mange svar er det ikke her."),
        ("tab 4 enter a", "Velg et verktøy på siden først, med →."),
        ("tab 4 / 'qqqqq' enter right", "Ingenting er funnet her; Esc viser hele veiviseren."),
        ("ctrl-p 'qqqqq' enter", "Ingen handling heter det."),
    ] {
        shows(&run(script), why);
        lacks(&run(script), "Ikke nå:");
    }
}

#[test]
fn running_a_tool_within_the_session_says_which_block_that_ends() {
    let asked = run("tab s / 'energigiver' ctrl-r");
    for said in [
        "«Velkommen». Hva vil du gjøre?",
        "2 Kjør det nå, som neste økt; u angrer",
        "3 Avslutt hele samlingen, og ta dette alene",
    ] {
        shows(&asked, said);
    }
    shows(&run("tab s / 'energigiver' ctrl-g"), "2 Vis det nå, som neste økt; u angrer");
    let small = Run::new(Lang::En).sized((57, 16)).keys("tab s / 'energiser' ctrl-r");
    shows(&small, "2 Run it now, as the next block; u undoes it");
    shows(&small, "3 End the whole session, and do this alone");
}

#[test]
fn a_session_is_not_ended_by_one_digit_for_the_sake_of_a_tool_or_another() {
    let days =
        |run: &Run| (run.app.model.facts.finished.len(), run.app.model.session().map(|session| session.log.len()));
    for way in ["tab s @120 / 'energigiver' ctrl-r 3", "tab s @120 / 'energigiver' ctrl-g 3", "tab s @120 2 s 2"] {
        let asked = run(way);
        shows(&asked, "Det kan ikke angres.");
        assert_eq!(days(&asked), (0, Some(1)), "{way}");
        assert_eq!(days(&run(way).keys("1")), (0, Some(1)), "{way}: it goes on");
        let ended = run(way).keys("2");
        assert_eq!(ended.app.model.facts.finished.len(), 1, "{way}");
    }
    let done = run("tab s @120 / 'energigiver' ctrl-r 2");
    assert_eq!(done.app.model.facts.finished.len(), 0);
    shows(&done, "u angrer");
}

#[test]
fn a_tool_on_the_wall_says_that_its_clock_runs_and_leaves_nothing_when_it_was_only_tried() {
    let shown = run("'prikkestemming' enter w");
    let back = shown.keys("w");
    shows(&back, "Vises på veggen, og klokka går: «Prikkestemming»; u angrer");
    let small = Run::new(Lang::Nb).sized((57, 16)).keys("'prikkestemming' enter w w");
    shows(&small, "u angrer");
    let tried = back.keys("@40 e 2");
    assert_eq!(tried.app.model.facts.finished.len(), 0, "under a minute");
    lacks(&tried, "er lagret");
    let held = run("'prikkestemming' enter w @90 w e 2");
    assert_eq!(held.app.model.facts.finished.len(), 1);
    let noted = run("'prikkestemming' enter w w o 'Husk' enter e 2");
    assert_eq!(noted.app.model.facts.finished.len(), 1, "a note is never lost");
}

#[test]
fn a_session_whose_start_was_undone_is_put_away_without_being_called_saved() {
    let again = run("tab s @120 e 2 2 s 2 u e 2");
    assert_eq!(again.app.model.facts.finished.len(), 1, "the first one");
    lacks(&again, "er lagret");
}

#[test]
fn a_tool_is_fetched_with_an_empty_line() {
    let fetching = run("'intevju' tab a");
    lacks(&fetching, "intevju");
    shows(&fetching.keys("'sjekk inn'"), "Søk: sjekk inn");
    let kept = run("'intevju' tab tab tab tab");
    shows(&kept, "Søk: intevju");
}

#[test]
fn what_is_typed_takes_the_place_of_a_name_a_number_or_a_time_and_is_added_to_sentences() {
    let minutes = |run: &Run| run.app.model.agenda().and_then(|(_, agenda)| Some(agenda.blocks.last()?.minutes));
    let block = |run: &Run| run.app.model.agenda().and_then(|(_, agenda)| agenda.blocks.first().cloned());
    let typed = run("tab n 1 'Mål' down down '1t30' enter");
    let added = typed.app.model.agenda().and_then(|(_, agenda)| {
        agenda.blocks.iter().find(|block| block.title.as_str() == "Mål").map(|block| block.minutes)
    });
    assert_eq!(added, Some(90), "{}", typed.text());
    assert_ne!(minutes(&typed), Some(90));
    let renamed = run("tab enter 'Hei' enter");
    assert_eq!(block(&renamed).map(|block| block.title.to_string()).as_deref(), Some("Hei"));
    let asked = run("tab enter down down down 'Hva?' enter enter down down down ' Nå?' enter");
    assert!(block(&asked).is_some_and(|block| block.question.ends_with("Hva? Nå?")), "{}", asked.text());
    for start in ["kl 9", "kl. 9.00", "9", "0900"] {
        let head = run(&format!("tab h down '{start}' enter"));
        let began = head.app.model.agenda().and_then(|(_, agenda)| agenda.start.map(|start| start.to_string()));
        assert_eq!(began.as_deref(), Some("09:00"), "{start}\n{}", head.text());
    }
}

#[test]
fn what_was_told_does_not_outlive_esc_or_the_language_it_was_told_in() {
    let told = "Ingenting er funnet her";
    shows(&run("tab 4 / 'qqqqq' enter right"), told);
    lacks(&run("tab 4 / 'qqqqq' enter right esc"), told);
    let running = run("tab s enter");
    shows(&running, "Den økten er allerede i gang");
    lacks(&run("tab s enter f2"), "Den økten er allerede i gang");
}

#[test]
fn a_new_agenda_tells_whole_what_to_do_with_it() {
    for (lang, said) in [
        (Lang::Nb, "Bytt ut eksemplene med deres egne."),
        (Lang::Nn, "Byt ut eksempla med dykkar eigne."),
        (Lang::En, "Replace its examples with your own words."),
    ] {
        let sizes = if lang == Lang::Nn { vec![(200, 50)] } else { vec![(57, 16), (80, 24)] };
        for size in sizes {
            let templates = Run::new(lang).sized(size).keys("tab");
            shows(&templates.keys("ctrl-t enter"), said);
        }
    }
}

#[test]
fn what_fits_when_the_time_is_up_says_that() {
    let up = run("tab s @5400 f9");
    shows(&up, "Tiden her er ute, så ingenting får plass. Ctrl-X viser verktøy av alle lengder.");
    lacks(&up.keys("ctrl-x"), "Tiden her er ute");
}

#[test]
fn the_arrow_pressed_again_takes_the_next_that_was_suggested() {
    shows(&run("'20' right"), "Søk: 20 min → 20 pers");
    shows(&run("'20' right right"), "Søk: 20 pers");
    shows(&run("'20' right right right"), "Søk: 20 min");
    shows(&run("'bli tr' right right right"), "Søk: bli trinn:planlegging");
    shows(&run("'20' right ' 4' right"), "Søk: 20 min 4 pers");
}

#[test]
fn numbered_answers_are_one_hint_from_the_first_number_to_the_last() {
    let run = Run::new(Lang::En).keys("tab n").sized((200, 50));
    let hints = run.text().lines().last().unwrap_or_default().to_owned();
    assert!(hints.contains(" 1–6 choose the answer by number"), "{}", run.text());
    assert_eq!(hints.matches("by number").count(), 1, "{hints}");
}

#[test]
fn keys_of_one_row_of_the_help_that_go_on_below_say_so() {
    let run = Run::new(Lang::Nb).sized((57, 16)).keys("tab tab f1");
    shows(&run, "mellomrom · Enter start samlingen");
    shows(&run, "· PgDn · n · s");
}

#[test]
fn a_long_text_is_read_whole_while_its_row_is_chosen() {
    let long = "Vi vil vite hva som virker, hvem det virker for, og hva vi trenger for å gjøre mer av det neste år";
    let run = Run::new(Lang::Nb).sized((57, 16)).keys(&format!("tab h down down down '{long}'"));
    shows(&run, long);
    lacks(&run.keys("up"), "gjøre mer av det neste");
}
