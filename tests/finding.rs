//! Finding by keys: filters in the line, the panel, the search over other screens, what fits now, favourites; and
//! `vidde find`, which answers as the screen does.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at what is not as expected"
)]

mod common;
mod stage;

use common::{Run, opened, shows};
use vidde::domain::agenda::Agenda;
use vidde::domain::session::Face;
use vidde::domain::text::Lang;
use vidde::domain::tool::{ToolId, Variant};
use vidde::model::Role;

fn run(script: &str) -> Run {
    Run::new(Lang::Nb).keys(script)
}

fn agenda(run: &Run) -> &Agenda {
    run.app.model.agenda().expect("an open agenda").1
}

fn id(text: &str) -> ToolId {
    ToolId::new(text).expect("an id")
}

/// The frame without its last line, where notices pass.
fn body(run: &Run) -> String {
    let text = run.text();
    let lines: Vec<&str> = text.lines().collect();
    lines[..lines.len().saturating_sub(1)].join("\n")
}

#[test]
fn the_line_says_what_it_understood_and_the_rows_which_lengths_fit() {
    let narrow = run("'20 min 40 pers trinn:oppstart -spill'");
    shows(&narrow, "≤ 20 min · 40 pers · Oppstart · uten «spill»");
    shows(&narrow, "1-2-4-alle kort 10 · normal 12 · lang 15 min");
    let in_english = Run::new(Lang::En).keys("'20 min step:start-up #favourite'");
    shows(&in_english, "≤ 20 min · Start-up · favourites");
    let in_nynorsk = Run::new(Lang::Nn).keys("'form:par -leik'");
    shows(&in_nynorsk, "to og to · utan «leik»");
}

#[test]
fn an_empty_line_shows_what_can_be_typed() {
    shows(&run(""), "navn, 20 min, 40 pers, trinn:oppstart");
    shows(&Run::new(Lang::En).sized((200, 50)), "step:planning, #favourite, -word");
    assert!(!run("'a'").text().contains("trinn:oppstart"));
}

#[test]
fn the_arrow_takes_what_is_suggested_only_at_the_end_of_the_line() {
    shows(&run("'tr'"), "→ trinn:");
    shows(&run("'tr' right"), "→ trinn:oppstart trinn:planlegging");
    shows(&run("'tr' right right"), "Søk: trinn:oppstart");
    shows(&run("'bli kjent 20' right"), "Søk: bli kjent 20 min");
    shows(&run("'tr' left right 'x'"), "Søk: trx");
}

#[test]
fn what_leaves_nothing_can_be_loosened_with_one_key() {
    let nothing = run("'styrkekort 1 min'");
    shows(&nothing, "Ingen verktøy har alt dette. Uten «1 min»: ett verktøy. Ctrl-X tar det bort.");
    shows(&nothing.keys("down"), "▸ Styrkekort");
    let nothing = run("'styrkekort 1 min'");
    let loose = nothing.keys("ctrl-x");
    shows(&loose, "Søk: styrkekort");
    assert!(!loose.text().contains("Ingen verktøy"), "{}", loose.text());
    shows(&run("ctrl-x"), "Det er ingen filtre å ta bort.");
    let two = run("'styrkekort 20 min 40 pers form:digital trinn:planlegging'");
    shows(&two, "Uten «20 min» og «trinn:planlegging»: ett verktøy. Ctrl-X tar dem bort.");
    shows(&two.keys("ctrl-x"), "Søk: styrkekort 40 pers form:digital");
    let same = run("'styrkekort -styrkekort'");
    shows(&same, "Uten «-styrkekort»: ett verktøy. Ctrl-X tar det bort.");
    shows(&run("'styrkekort 20 min #fav'"), "Uten «20 min» og «#fav»: ett verktøy.");
    shows(&run("'xyzq 20 min'"), "Her er alle som passer til resten.");
    shows(&run("'energi 20 min 40 pers' ctrl-x"), "Søk: energi 20 min");
}

#[test]
fn the_panel_and_the_line_always_agree() {
    let by_panel = run("'bli' ctrl-t space down space down right right");
    shows(&by_panel, "Søk: bli 20 min 12 pers trinn:planlegging");
    shows(&by_panel, "Trinn ‹ Planlegging ›");
    shows(&by_panel.keys("enter"), "≤ 20 min · 12 pers · Planlegging");
    let by_line = run("'25 min form:digital form:par' ctrl-t");
    for row in ["Tid ‹ ≤ 25 min ›", "Sted på nett", "Arbeidsform to og to", "Favoritter uansett"] {
        shows(&by_line, row);
    }
    shows(&by_line.keys("right"), "Tid ‹ ≤ 30 min ›");
    shows(&run("'25 min' ctrl-t left"), "Tid ‹ ≤ 20 min ›");
    shows(&run("'25 min' ctrl-t").any_keys("@7"), "Enter til treffene");
    let cleared = run("'bli 25 min form:digital' ctrl-t delete esc");
    shows(&cleared, "Søk: bli");
    assert!(!cleared.text().contains("min form"), "{}", cleared.text());
}

#[test]
fn the_panel_says_what_is_not_wanted_what_cannot_be_and_what_stands_in_the_way() {
    shows(&run("'-trinn:evaluering' ctrl-t"), "Trinn ikke Evaluering");
    shows(&Run::new(Lang::En).keys("'-step:evaluation' ctrl-t"), "Step not Evaluation");
    shows(&run("'#nå' ctrl-t"), "Passer nå bare mens en samling er i gang");
    shows(&run("tab s f9 ctrl-t"), "Passer nå 5 min igjen av «Velkommen»");
    shows(&run("'trinn:oppstart trinn:planlegging' ctrl-t"), "Trinn Oppstart eller Planlegging");
    shows(&run("'formål:åpne' ctrl-t"), "Formål åpne");
    let nothing = run("'styrkekort 20 min #fav' ctrl-t");
    shows(&nothing, "Uten «20 min» og «#fav»: ett verktøy.");
    shows(&nothing.keys("ctrl-x"), "1 verktøy");
    shows(&run("'styrkekort 20 min #fav' ctrl-t ctrl-x enter"), "Søk: styrkekort");
}

#[test]
fn what_is_printed_for_scripts_adds_up_and_leads_on() {
    let folder = tempfile::tempdir().expect("a folder");
    for line in ["vrdenskafe", "bli kjent", "få alle med"] {
        let answer = found(folder.path(), &[line, "--explain"]);
        let hits = answer["hits"].as_array().expect("hits").clone();
        assert!(!hits.is_empty());
        for hit in hits {
            let number = |value: &serde_json::Value| value.as_i64().expect("a number");
            let reasons = hit["why"].as_array().expect("reasons");
            let words: i64 = reasons.iter().map(|reason| number(&reason["score"])).sum();
            let mean = words / i64::try_from(reasons.len()).expect("few");
            assert_eq!(number(&hit["sum"]["mean"]), mean, "{hit}");
            assert_eq!(mean + number(&hit["sum"]["together"]), number(&hit["score"]), "{hit}");
        }
    }
    let none = found(folder.path(), &["styrkekort", "1", "min", "5000", "pers"]);
    assert_eq!(none["looser"][0]["without"], serde_json::json!(["1 min", "5000 pers"]));
    assert_eq!(none["nearest"][0], "strength-cards", "{none}");
}

#[test]
fn the_search_lies_over_any_screen_and_esc_leads_back_to_it_as_it_was() {
    let screens = [
        "tab down down",
        "tab s",
        "tab s down down",
        "'check' enter down",
        "tab 4 down",
        "tab n",
        "tab h 'x'",
        "tab ?",
    ];
    for screen in screens {
        let before = run(screen);
        let over = run(screen).keys("ctrl-f 'styrkekort'");
        shows(&over, "Søk: styrkekort");
        assert_eq!(body(&over.keys("esc")), body(&before), "{screen}");
    }
    for screen in ["tab", "tab s", "'check' enter"] {
        shows(&run(screen).keys("/ 'skala'"), "Søk: skala");
    }
    let wall = run("tab s w").any_keys("ctrl-f / f9");
    assert!(!wall.text().contains("Søk:"), "{}", wall.text());
}

#[test]
fn a_card_opens_over_the_search_and_leads_back_to_it() {
    let run = run("tab s ctrl-f 'skala' enter");
    shows(&run, "Skaleringsspørsmål");
    let run = run.keys("esc");
    shows(&run, "Søk: skala");
    shows(&run.keys("esc"), "Velkommen");
}

#[test]
fn a_tool_is_added_from_anywhere_after_the_chosen_block_in_the_length_that_fits() {
    let before = agenda(&run("tab down")).blocks.len();
    let run = run("tab down ctrl-f '1-2-4 10 min' ctrl-l");
    assert_eq!(agenda(&run).blocks.len(), before + 1);
    let block = agenda(&run).blocks.iter().find(|block| block.variant == Variant::Short).expect("a short block");
    assert_eq!((block.tool.clone(), block.minutes), (Some(id("one-two-four-all")), 10));
    assert!(run.app.model.facts.shelf.used.contains_key(&id("one-two-four-all")));
    shows(&run, "Lagt til: 1-2-4-alle (kort, 10 min)");
    shows(&run.keys("esc"), "Kjøreplan");
}

#[test]
fn the_length_that_is_added_fits_as_many_as_the_agenda_is_for() {
    let added = |people: &str| {
        let mut run = run("");
        let name = run.app.model.agenda().expect("an agenda").0.clone();
        let agenda = run.app.model.facts.agendas.get_mut(&name).expect("an agenda");
        (agenda.people, agenda.blocks) = (people.parse().ok(), Vec::new());
        let run = run.keys("'anerkjennelsesrunde 27 min' ctrl-l");
        let block = &self::agenda(&run).blocks[0];
        (block.variant, block.minutes)
    };
    assert_eq!(added("10"), (Variant::Long, 26));
    assert_eq!(added("14"), (Variant::Normal, 26));
    assert_eq!(added("30"), (Variant::Short, 39), "the shortest where none fits");
}

#[test]
fn a_tool_is_run_or_put_on_the_wall_from_anywhere() {
    let ran = run("tab ctrl-f 'innsjekk' ctrl-r");
    let session = ran.app.model.session().expect("a session");
    assert!(session.has_started() && session.stage.face == Face::Console);
    let wall = run("tab ctrl-f 'energisjekk 3 min' ctrl-g");
    let session = wall.app.model.session().expect("a session");
    assert_eq!((session.stage.face, session.plan.blocks[0].variant), (Face::Room, Variant::Short));
    shows(&wall, "Energisjekk (termometer)");
    shows(&run("'innsjekk' enter w"), "Innsjekk · del 1 av 4");
}

#[test]
fn a_running_session_is_asked_about_before_another_tool_takes_the_wall() {
    let asked = run("tab s ctrl-f 'innsjekk' ctrl-g");
    shows(&asked, "«Velkommen». Hva vil du gjøre?");
    let title = asked.app.model.session().expect("a session").plan.title.to_string();
    assert_eq!(asked.keys("enter").app.model.session().expect("a session").plan.title.as_str(), title);
    shows(&run("tab s ctrl-f 'innsjekk' ctrl-g 3 2"), "Innsjekk · del 1 av 4");
    let inserted = run("tab s @60 ctrl-f 'energisjekk' ctrl-g 2");
    let running = inserted.app.model.schedule(inserted.now).expect("a run sheet");
    let session = inserted.app.model.session().expect("a session");
    let plan = session.plan_at(inserted.now);
    assert_eq!((session.stage.face, plan.blocks[1].tool.clone()), (Face::Room, Some(id("energy-check"))));
    assert_eq!(running.current().map(|current| current.id), Some(plan.blocks[1].id));
    assert!(session.plan.title.as_str() == title && session.plan.blocks.len() + 1 == plan.blocks.len());
}

#[test]
fn while_a_session_runs_a_tool_is_added_to_it_after_the_running_block() {
    let before = agenda(&run("tab s")).blocks.len();
    let run = run("tab s @60 ctrl-f 'energisjekk' ctrl-l");
    shows(&run, "Lagt inn etter «Velkommen» (normal, 5 min); slutt kl.");
    assert!(run.app.model.facts.shelf.used.contains_key(&id("energy-check")));
    let live = run.app.model.facts.live.as_ref().expect("a session");
    let plan = live.session.plan_at(run.now);
    assert_eq!(plan.blocks[1].tool, Some(id("energy-check")));
    assert!(live.private.leads[&plan.blocks[1].id].iter().any(|lead| !lead.is_empty()));
    assert_eq!(agenda(&run).blocks.len(), before, "the saved agenda stays");
    let undone = run.keys("esc u");
    assert_eq!(undone.app.model.session().expect("a session").plan_at(undone.now).blocks.len(), before);
}

#[test]
fn what_fits_now_is_what_is_left_of_the_running_block() {
    let mut agenda = stage::agenda(Lang::Nb);
    agenda.blocks[4].fixed = None;
    let run = opened(&stage::with(&agenda, Lang::Nb), "08:50", (80, 24)).keys("3 09:00 space 09:04 f9");
    shows(&run, "6 min igjen av «Velkommen»");
    let later = run.keys("09:08");
    shows(&later, "2 min igjen av «Velkommen»");
    shows(&later.keys("09:12"), "0 min igjen av «Velkommen»");
}

#[test]
fn what_fits_now_is_the_idle_time_before_a_fixed_start_when_that_is_longer() {
    let mut agenda = stage::agenda(Lang::En);
    agenda.people = Some(40);
    agenda.blocks[0].minutes = 2;
    agenda.blocks.drain(2..4);
    let run = opened(&stage::with(&agenda, Lang::En), "08:50", (80, 24)).keys("3 09:00 space 09:01 f9");
    shows(&run, "106 min free before “Lunch” · 1 min left of “Welcome” · 40 people");
}

#[test]
fn without_a_session_what_fits_is_for_as_many_as_the_agenda_and_says_so() {
    let asked = run("f9");
    shows(&asked, "Søk: 12 pers");
    shows(&asked, "12 pers, fra «Halv dag: det som virker hos oss». F9 tar det bort.");
    for (lang, told) in [(Lang::Nn, "12 pers, frå «Halv dag: "), (Lang::En, "12 people, from “Half a day: ")] {
        let narrow = Run::new(lang).sized((57, 16)).keys("'bli' f9");
        shows(&narrow, told);
        shows(&narrow, "F9 t");
    }
    shows(&run("'#nå'"), "#nå gjelder mens en samling er i gang");
    shows(&run("tab f9 esc"), "Kjøreplan");
}

#[test]
fn what_fits_is_no_longer_asked_for_when_it_is_asked_for_again() {
    for keys in
        ["'bli kjent' f9 f9", "'bli kjent 12 pers' f9", "tab s ctrl-f 'bli kjent' f9 f9", "'bli kjent' f9 f9 f9 f9"]
    {
        let run = run(keys);
        shows(&run, "Søk: bli kjent");
        let said = run.text().lines().nth(2).expect("a row").to_owned();
        assert!(said.trim().is_empty() || said.contains('▸'), "{keys}\n{}", run.text());
    }
    shows(&run("tab s f9 'lek'"), "Søk: #nå lek");
    let panel = run("'bli kjent' ctrl-t f9");
    shows(&panel, "Antall 12 pers");
    shows(&panel, "12 pers, fra «Halv dag");
    shows(&panel.keys("f9 enter"), "Søk: bli kjent");
    shows(&run("tab s ctrl-f ctrl-t f9"), "Passer nå 5 min igjen av «Velkommen»");
}

#[test]
fn where_nothing_says_who_comes_what_fits_says_what_to_type() {
    let mut empty = run("");
    let name = empty.app.model.agenda().expect("an agenda").0.clone();
    empty.app.model.facts.agendas.get_mut(&name).expect("an agenda").people = None;
    let asked = empty.keys("'lek' f9");
    shows(&asked, "Søk: lek");
    shows(&asked, "Ingenting er i gang. Skriv tid og antall, for eksempel 20 min 40 pers.");
    assert!(!asked.text().contains("#nå"), "{}", asked.text());
}

#[test]
fn where_nothing_was_found_no_key_begins_anything_before_one_has_been_chosen() {
    let said = [
        (Lang::Nb, "Ingenting er funnet. Velg først med ↓."),
        (Lang::Nn, "Ingenting er funne. Vel først med ↓."),
        (Lang::En, "Nothing was found. Choose one with ↓ first."),
    ];
    for (lang, said) in said {
        for (line, size) in [("moscow qqq", (80, 24)), ("moscow qqq", (57, 16)), ("styrkekortxyz", (200, 50))] {
            for key in ["ctrl-r", "ctrl-g", "ctrl-l", "ctrl-d", "f6", "f8", "ctrl-p 'kjør nå' ctrl-u esc ctrl-r"] {
                let key = if lang == Lang::Nb { key } else { key.rsplit(' ').next().expect("a key") };
                let run = Run::new(lang).sized(size).keys(&format!("'{line}' {key}"));
                shows(&run, said);
                assert!(!run.text().contains('▸'), "{}", run.text());
                assert!(run.app.model.session().is_none() && run.app.model.facts.shelf.favourites.is_empty(), "{key}");
                assert_eq!(agenda(&run).blocks.len(), 9, "{key}");
            }
        }
    }
    for line in ["styrkekort 1 min", "moscow 20 min"] {
        let run = run(&format!("tab s ctrl-f '{line}' ctrl-g"));
        shows(&run, "Velg først med ↓.");
        assert_eq!(run.app.model.session().expect("a session").stage.face, Face::Console);
    }
    shows(&run("'styrkekort 1 min' ctrl-l"), "Ingen verktøy har alt dette. Velg først med ↓.");
}

#[test]
fn what_is_listed_instead_is_chosen_by_an_arrow_by_enter_or_by_a_click() {
    for keys in ["down", "up", "enter", "home", "pagedown"] {
        let run = run(&format!("'moscow qqq' {keys}"));
        shows(&run, "▸ 1-2-4-alle");
        shows(&run.keys("enter"), "1-2-4-alle");
        shows(&self::run(&format!("'moscow qqq' {keys} ctrl-l")), "Lagt til: 1-2-4-alle");
    }
    shows(&run("'moscow qqq' down down up"), "▸ 1-2-4-alle");
    let mut run = self::run("'moscow qqq'");
    let row = run.text().lines().position(|row| row.contains("  1-2-4-alle")).expect("a row");
    let click = vidde::screen::Mouse::Click { column: 5, row: u16::try_from(row).expect("a row") };
    run.happen(&vidde::app::Event::Mouse(click));
    shows(&run, "▸ 1-2-4-alle");
    shows(&run.keys("'x'"), "Fant ingenting");
    let fetched = self::run("tab s a enter 'moscow qqq' enter");
    let blocks = |run: &Run| run.app.model.session().expect("a session").plan_at(run.now).blocks.len();
    assert_eq!(blocks(&fetched), 9, "Enter only chooses\n{}", fetched.text());
    assert_eq!(blocks(&fetched.keys("enter")), 10);
}

#[test]
fn what_the_line_says_of_people_wins_over_those_who_are_there() {
    let run = run("tab s f9 '40 pers '");
    shows(&run, "igjen av «Velkommen» · 40 pers");
    assert!(!run.text().contains("12 pers"), "{}", run.text());
    let without = self::run("tab s ctrl-f '5 min 40 pers '");
    let rows =
        |run: &Run| run.text().lines().skip_while(|row| !row.contains('▸')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&run)[..8], rows(&without)[..8]);
}

/// By how many minutes the running session would end later than it was to.
fn late(run: &Run) -> i64 {
    run.app.model.schedule(run.now).expect("a run sheet").end_drift.0 / 60
}

#[test]
fn what_has_been_gained_counts_when_it_is_longer_and_what_is_added_ends_in_time() {
    for (keys, free) in [
        ("tab s", "5 min igjen av «Velkommen» · 12 pers"),
        ("tab s n", "15 min igjen av «Innsjekk» · 5 min til gode · 12 pers"),
        ("tab s n n n", "40 min til gode · 15 min igjen av «Pause med kaffe» · 12 pers"),
        ("tab s n n n @1200", "35 min til gode · 12 pers"),
        ("tab s @1200", "0 min igjen av «Velkommen» · 12 pers"),
    ] {
        shows(&run(&format!("{keys} f9")), free);
    }
    let english = Run::new(Lang::En).keys("tab s n n n f9");
    shows(&english, "40 min to spare · 15 min left of “Coffee break” · 12 people");
    let added = run("tab s n n n f9 'akvarium' ctrl-l");
    shows(&added, "Lagt inn etter «Pause med kaffe»");
    assert!(late(&added) <= 0, "{}", added.text());
    let added = run("tab s n f9 'energisjekk' ctrl-l");
    shows(&added, "Lagt inn etter «Innsjekk» (normal, 5 min)");
    assert_eq!(late(&added), 0);
    shows(&run("tab s n ctrl-f 'energisjekk 15 min' ctrl-l"), "(lang, 8 min)");
}

#[test]
fn in_a_break_only_what_is_to_spare_is_free_once_there_is_any() {
    shows(&run("tab s @300 n @900 n @1080 n f9"), "2 min til gode · 15 min igjen av «Pause med kaffe»");
    shows(&run("tab s @300 n @900 n @1200 n f9"), "15 min igjen av «Pause med kaffe» · 12 pers");
}

#[test]
fn pasted_breaks_and_tabs_are_spaces_in_a_line_of_search() {
    let mut run = run("");
    run.happen(&vidde::app::Event::Paste("intervju\n20 min\r\n12\tpers".to_owned()));
    shows(&run, "≤ 20 min · 12 pers");
    assert!(!run.text().contains('↵'), "{}", run.text());
}

#[test]
fn no_search_lies_over_a_question() {
    for question in ["tab s q", "tab s ctrl-f 'skala' ctrl-r", "tab s 2 s"] {
        for key in ["ctrl-f", "/", "f9"] {
            let run = run(&format!("{question} {key}"));
            shows(&run, "Svar på spørsmålet først.");
            assert!(!run.text().contains("navn, 20 min") && !run.text().contains("Søk: #nå"), "{key}\n{}", run.text());
        }
    }
}

#[test]
fn in_the_smallest_window_what_was_understood_stays_above_what_leads_on() {
    for (lang, line, understood, begins) in [
        (
            Lang::Nb,
            "styrkekort 1 min 5000 pers trinn:oppstart form:digital form:par formål:energi familie:styrker #fav",
            "≤ 1 min · 5000 pers",
            "Du har ingen favoritter",
        ),
        (
            Lang::En,
            "strength 1 min 5000 people step:start-up form:online form:pairs purpose:energise family:strengths",
            "≤ 1 min · 5000 people",
            "No tool has all of this.",
        ),
    ] {
        let run = Run::new(lang).sized((57, 16)).keys(&format!("'{line}'"));
        shows(&run, understood);
        shows(&run, begins);
    }
}

#[test]
fn what_fits_is_asked_for_beside_what_is_typed() {
    for keys in ["tab s ctrl-f 'innsjekk' f9", "tab s 3 f9 'innsjekk'", "tab s 1 'innsjekk' f9 f9 f9"] {
        let run = run(keys);
        shows(&run, "innsjekk");
        shows(&run, "#nå");
        shows(&run, "igjen av «Velkommen»");
    }
    shows(&run("'lek' f9"), "Søk: lek 12 pers");
    shows(&run("tab s ctrl-f 'innsjekk' f9 ctrl-x"), "Søk: innsjekk");
    shows(&run("tab s ctrl-f 'innsjekk' f9 esc"), "Velkommen");
}

#[test]
fn what_is_fetched_goes_where_it_was_asked_for_whatever_is_searched_on_the_way() {
    for way in [
        "'strekk'",
        "f9 'strekk'",
        "'strekk' f9",
        "f9 ctrl-x 'strekk'",
        "ctrl-o f9 ctrl-x 'strekk'",
        "ctrl-o / 'strekk'",
    ] {
        let before = agenda(&run("tab s")).clone();
        let run = run("tab s a enter").keys(way).keys("enter");
        assert_eq!(agenda(&run), &before, "{way}");
        let plan = run.app.model.session().expect("a session").plan_at(run.now);
        assert_eq!(plan.blocks.len(), before.blocks.len() + 1, "{way}\n{}", run.text());
        shows(&run, "Lagt inn");
        shows(&run, "u angrer");
    }
}

#[test]
fn what_is_added_to_a_running_session_says_where_and_in_which_length() {
    let added = run("tab s ctrl-f 'energisjekk 3 min' ctrl-l");
    shows(&added, "Lagt inn etter «Velkommen» (kort, 3 min); slutt kl.");
    let narrow = Run::new(Lang::Nb).sized((57, 16)).keys("tab s ctrl-f 'energisjekk 3 min' ctrl-l");
    shows(&narrow, "Lagt inn etter «Velkommen»");
    shows(&narrow, "; slutt kl.");
}

#[test]
fn what_one_key_has_put_in_and_begun_one_undo_takes_back() {
    for keys in ["ctrl-g 2 u", "ctrl-r 2 u"] {
        let before = run("tab s @60");
        let after = run("tab s @60 ctrl-f '5 minutter igjen'").keys(keys);
        let plan = |run: &Run| run.app.model.session().map(|session| session.plan_at(run.now).into_owned());
        assert_eq!(plan(&after), plan(&before), "{keys}\n{}", after.text());
        let log = |run: &Run| run.app.model.session().map(|session| session.log.clone());
        assert_eq!(log(&after), log(&before), "{keys}");
        shows(&run("tab s @60 ctrl-f '5 minutter igjen' ctrl-r 2 u"), "Angret: den nye økten");
    }
    let by_hand = run("tab s @60 ctrl-f '5 minutter igjen' ctrl-l esc @5 down g u");
    let plan = by_hand.app.model.session().expect("a session").plan_at(by_hand.now);
    assert_eq!(plan.blocks.len(), agenda(&by_hand).blocks.len() + 1, "two keys are two acts");
}

#[test]
fn the_hint_line_of_the_search_names_adding_in_the_smallest_window() {
    for (lang, hint) in [(Lang::Nb, "Ctrl-L legg inn"), (Lang::Nn, "Ctrl-L legg inn"), (Lang::En, "Ctrl-L add")] {
        shows(&Run::new(lang).sized((57, 16)).keys("tab s ctrl-f"), hint);
        shows(&Run::new(lang).sized((57, 16)).keys("tab s f9"), hint);
    }
    shows(&run("tab s ctrl-f"), "Ctrl-R kjør nå");
    shows(&run("tab a"), "Esc tilbake");
    shows(&run("tab s a enter"), "Esc tilbake");
}

#[test]
fn a_question_mark_is_help_where_nothing_is_typed_yet() {
    let help = run("?");
    shows(&help, "Enter · Ctrl-O les mer");
    shows(&run("tab s ctrl-f ?"), "Enter · Ctrl-O les mer");
    shows(&run("'hva' ?"), "Søk: hva?");
}

#[test]
fn the_help_of_the_search_names_each_key_once() {
    let text = Run::new(Lang::Nb).sized((80, 70)).keys("f1").text();
    assert_eq!((text.matches("Ctrl-X").count(), text.matches("les mer").count()), (1, 2), "{text}");
    assert!(text.contains("Enter · Ctrl-O"), "{text}");
}

#[test]
fn ctrl_u_empties_the_line_wherever_the_cursor_is() {
    let run = run("tab s ctrl-f 'zzqq' left left ctrl-u");
    shows(&run, "navn, 20 min, 40 pers");
}

#[test]
fn a_long_line_says_that_its_beginning_is_out_of_sight_and_keeps_the_count() {
    let line = "trinn:oppstart trinn:planlegging form:fysisk form:hybrid form:digital 90 min";
    let run = run(&format!("'{line}'"));
    let field = run.text().lines().nth(1).expect("a field").to_owned();
    assert!(field.starts_with(" Søk: …") && field.ends_with("verktøy"), "{field}");
    assert!(!self::run("'trinn:oppstart'").text().contains('…'));
    let mut long = self::run("");
    long.happen(&vidde::app::Event::Paste("b".repeat(5_000) + " intervju"));
    shows(&long, "Bare de første 4000 tegnene er med.");
}

#[test]
fn the_welcome_goes_once_something_has_been_typed() {
    shows(&run(""), "Velkommen! Skriv for å finne");
    assert!(!run("'skala' esc").text().contains("Velkommen!"));
}

#[test]
fn favourites_have_a_star_everywhere_and_a_filter_of_their_own() {
    let run = run("'skala' ctrl-d");
    shows(&run, "Skaleringsspørsmål / skalavandring ★");
    shows(&run, "er en favoritt");
    let run = run.keys("esc '#fav'");
    shows(&run, "1 verktøy");
    let run = run.keys("enter");
    shows(&run, "★ favoritt");
    let run = run.keys("f esc");
    shows(&run, "Du har ingen favoritter ennå. Velg et verktøy med ↓; Ctrl-D gjør det til en favoritt.");
    shows(&run.keys("down ctrl-d"), "1 verktøy");
    let run = self::run("'skala' ctrl-d ctrl-d");
    assert!(run.app.model.facts.shelf.favourites.is_empty());
}

#[test]
fn a_window_that_only_reads_keeps_no_favourites() {
    let mut run = run("");
    run.app.model.role = Role::Viewer;
    let run = run.keys("ctrl-d");
    assert!(run.app.model.facts.shelf.favourites.is_empty());
    shows(&run, "Dette vinduet viser bare. Gjør det i det andre.");
}

#[test]
fn the_pictures_of_finding() {
    let scripts = [
        ("filters", Lang::Nb, "'20 min 40 pers trinn:oppstart'"),
        ("filters", Lang::En, "'step:'"),
        ("loosen", Lang::Nb, "'styrkekort 1 min 3000 pers'"),
        ("panel", Lang::Nb, "'25 min' ctrl-t down down right"),
        ("panel", Lang::En, "ctrl-t"),
        ("fits-now", Lang::Nn, "tab s f9"),
        ("favourite", Lang::Nb, "'skala' ctrl-d"),
    ];
    for (name, lang, script) in scripts {
        for size in [(57, 16), (80, 24), (200, 50)] {
            let run = Run::new(lang).sized(size).keys(script);
            insta::assert_snapshot!(format!("{name}-{}-{}x{}", lang.code(), size.0, size.1), run.text(), script);
        }
    }
}

/// What `vidde find` prints of a folder.
fn found(folder: &std::path::Path, args: &[&str]) -> serde_json::Value {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vidde"));
    let output = command.args(["find", "--json", "--lang", "nb"]).args(args).env("VIDDE_CONFIG_DIR", folder).output();
    serde_json::from_slice(&output.expect("an answer").stdout).expect("JSON")
}

/// The names of the hits.
fn printed(answer: &serde_json::Value) -> Vec<String> {
    answer["hits"]
        .as_array()
        .expect("hits")
        .iter()
        .map(|hit| hit["name"].as_str().expect("a name").to_owned())
        .collect()
}

/// The names in the list of a frame that has room for all of them.
fn listed(line: &str, favourites: &[&str]) -> Vec<String> {
    let mut run = Run::new(Lang::Nb).sized((99, 400));
    run.app.model.facts.settings.welcomed = true;
    run.app.model.facts.shelf.favourites = favourites.iter().map(|tool| id(tool)).collect();
    let text = run.keys(&format!("'{line}'")).text();
    let rows = text.lines().skip(2).skip_while(|row| !row.starts_with(" ▸ ")).take_while(|row| !row.is_empty());
    let name = |row: &str| row.chars().skip(3).collect::<String>().split("  ").next().unwrap_or_default().to_owned();
    rows.map(|row| name(row).trim_end_matches(" ★").to_owned()).collect()
}

#[test]
fn the_command_line_finds_what_the_screen_finds() {
    let folder = tempfile::tempdir().expect("a folder");
    let favourites = ["scaling", "check-in", "one-two-four-all"];
    let shelf = format!("(version: 1, favourites: {favourites:?})");
    std::fs::write(folder.path().join("shelf.ron"), shelf).expect("a shelf");
    for line in [
        "bli kjent",
        "kart",
        "bli kjent 20 min 12 pers -lek",
        "trinn:oppstart",
        "form:digital 40 pers",
        "#favoritt",
        "vrdenskafe",
        "#fav sjekk",
        "-kafé dialog",
        "dialog -kafé",
        "intervju -intervju",
        "e",
        "bli kjent tri",
        "bli kjent 40 e",
        "dialog 20 min 40 elever",
        "fem minutter",
        "mål førti ansatte",
        "energi 20 minttuer",
    ] {
        assert_eq!(printed(&found(folder.path(), &[line])), listed(line, &favourites), "{line}");
    }
}

#[test]
fn what_is_listed_where_nothing_was_found_is_what_the_command_line_names() {
    let folder = tempfile::tempdir().expect("a folder");
    for line in ["crazy eights qq", "styrkekort 1 min 5000 pers", "moscow zz tri"] {
        let answer = found(folder.path(), &[line]);
        let nearest = answer["nearest"].as_array().map(Vec::len).unwrap_or_default();
        assert!(printed(&answer).is_empty(), "{answer}");
        let run = run(&format!("'{line}'")).sized((99, 400));
        let rows = run.text().lines().filter(|row| row.contains(" min ") && row.starts_with("   ")).count();
        assert!(nearest == rows || (nearest == 0 && rows == 48), "{nearest} of {rows}: {line}");
    }
}

#[test]
fn a_word_that_is_left_out_in_the_help_leaves_something_out() {
    let readme = include_str!("../README.md");
    assert!(readme.contains("`-interview`"));
    for lang in Lang::ALL {
        let help = example_of_the_help(lang);
        assert!(help.contains(" -"), "{help}");
        let run = Run::new(lang).sized((120, 30)).keys(&format!("'{help}'"));
        let gone = ["tatt bort", "tekne bort", "teken bort", "left out"];
        assert!(gone.iter().any(|gone| run.text().contains(gone)), "{help}\n{}", run.text());
        assert!(run.text().lines().filter(|line| line.contains(" min")).count() > 3, "{}", run.text());
    }
}

/// The line that the help of `vidde find` gives as an example.
fn example_of_the_help(lang: Lang) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vidde"));
    let output = command.args(["find", "--help", "--lang", lang.code()]).output().expect("an answer");
    let help = String::from_utf8(output.stdout).expect("text");
    let flat = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let example = flat.split(": ").find(|part| part.contains(" min -")).expect("an example");
    let end = example.find(" min -").expect("a filter") + " min -".len();
    let word: String = example[end..].chars().take_while(|letter| letter.is_alphabetic()).collect();
    format!("{}{word}", &example[..end])
}

#[test]
fn options_of_the_command_line_are_the_filters_of_the_line() {
    let folder = tempfile::tempdir().expect("a folder");
    for (options, line) in [
        (vec!["--minutes", "20", "kjent"], "kjent 20 min"),
        (vec!["--minutes", "10-20"], "10-20 min"),
        (vec!["--people", "40", "--phase", "opp"], "40 pers trinn:oppstart"),
        (vec!["--form", "online", "--form", "hybrid"], "form:digital form:hybrid"),
        (vec!["--phase", "planning", "mål"], "mål trinn:planlegging"),
    ] {
        let (by_options, by_line) = (found(folder.path(), &options), found(folder.path(), &[line]));
        assert!(!printed(&by_line).is_empty(), "{line}");
        assert_eq!(printed(&by_options), printed(&by_line), "{options:?}");
        let filters = |answer: &serde_json::Value| answer["understood"]["filters"].as_array().expect("filters").len();
        assert_eq!(filters(&by_options), filters(&by_line), "{options:?}");
    }
    let none = found(folder.path(), &["--favourites"]);
    assert_eq!((printed(&none).len(), none["looser"][0]["count"].as_u64()), (0, Some(160)));
    assert_eq!(found(folder.path(), &["1-2-4", "--minutes", "11"])["hits"][0]["fits"][0]["length"], "short");
}
