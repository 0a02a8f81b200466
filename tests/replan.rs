//! Parts, lengths, people and changes of the plan in the console: what a script of keys leaves on the screen, on the
//! wall, and in the session.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, at, opened, shows, text, wall};
use stage::{agenda, ready, tools, with};
use vidde::data;
use vidde::domain::agenda::{Agenda, Block, Kind};
use vidde::domain::catalogue::Catalogue;
use vidde::domain::text::Lang;
use vidde::domain::tool::{Advance, Variant};
use vidde::model::{Model, Role};

/// The program after a script of keys in the console of the staged workshop.
fn led(script: &str) -> Run {
    on(&ready(Lang::Nb), script)
}

fn on(model: &Model, script: &str) -> Run {
    opened(model, "08:50", (100, 30)).keys(script)
}

/// The method in four parts runs from ten o'clock.
const METHOD: &str = "09:00 space 10:00 n";

fn titles(run: &Run) -> Vec<String> {
    let plan = run.app.model.plan(run.now).unwrap();
    plan.blocks.iter().map(|block| block.title.to_string()).collect()
}

fn log(run: &Run) -> usize {
    run.app.model.session().unwrap().log.len()
}

#[test]
fn a_part_runs_counts_and_goes_on_by_itself() {
    let run = led(&format!("{METHOD} 10:00:30"));
    for words in ["del 1/4", "11:30 igjen av økten", "● 1 hver for seg", "0:30"] {
        shows(&run, words); // S1
    }
    let run = led(&format!("{METHOD} 10:02:30"));
    shows(&run, "del 2/4");
    shows(&run, "9:30 igjen av økten"); // S2
}

#[test]
fn a_minute_for_the_part_is_a_minute_for_the_block() {
    let run = led(&format!("{METHOD} 10:04 +"));
    shows(&run, "9:00 igjen av økten"); // S3
    shows(&run, "4:00");
    shows(&run, "Neste: Pause kl. 10:13");
}

#[test]
fn a_part_is_held_and_what_no_longer_fits_is_given_with_one_key() {
    let held = led(&format!("{METHOD} 10:05 ,"));
    shows(&held, "1-2-4-alle · del 3/4 · ■ holdt");
    shows(&held, "■ Holdt til → eller komma");
    let over = held.keys("10:09");
    shows(&over, "del 3/4 · ■ holdt");
    shows(&over, "■ 3 grupper på 4");
    shows(&over, "2:00 over");
    shows(&over, "▲ 2 min for lite til resten; = gir økten dem");
    let next = over.keys("right");
    shows(&next, "3:00 igjen av økten"); // S4
    shows(&next, "▲ 2 min for lite til resten; = gir økten dem");
    let given = next.keys("=");
    shows(&given, "Økten fikk 2 min; økten slutter kl. 10:14");
    shows(&given, "Neste: Pause kl. 10:14");
    assert!(!given.text().contains("for lite"), "{}", given.text());
    shows(&given.keys("u"), "▲ 2 min for lite til resten");
}

#[test]
fn a_held_part_is_let_go_again() {
    shows(&led(&format!("{METHOD} 10:00:30 , 10:00:40 ,")), "Delen går videre av seg selv igjen");
    let run = led(&format!("{METHOD} 10:00:30 , 10:02 ,"));
    shows(&run, "Videre til del 2");
    shows(&run.keys("u"), "Angret: å holde delen");
}

#[test]
fn a_part_is_chosen_from_a_list_that_says_what_follows() {
    let asked = led(&format!("{METHOD} 10:06 d"));
    for words in [
        "Gå til en del",
        "3 grupper på 4 · 4 min · nå",
        "4 i plenum · 5 min · 1 min til overs",
        "1 hver for seg · 1 min · 6 min for lite",
    ] {
        shows(&asked, words);
    }
    let run = asked.keys("4");
    shows(&run, "del 4/4"); // S5
    assert!(run.text().contains("6:00 igjen av økten, 1 min mer enn delene trenger"), "{}", run.text());
    let stayed = led(&format!("{METHOD} 10:06 d enter"));
    assert_eq!(log(&stayed), 2, "the part that runs is the harmless answer");
}

#[test]
fn keys_for_parts_say_why_they_do_nothing() {
    for (script, words) in [
        ("09:00 space 09:04 ,", "Denne økten er ikke delt opp"),
        ("09:00 space 09:04 d", "Denne økten er ikke delt opp"),
        ("09:00 space 09:04 =", "Denne økten er ikke delt opp"),
        ("09:00 space 10:00 n =", "Delene har den tiden de trenger"),
        ("09:00 space 10:00 n 10:10 ,", "Denne delen varer til du går videre selv"),
        ("08:55 ,", "neste økt venter"),
    ] {
        let run = led(script);
        shows(&run, words);
    }
}

#[test]
fn parts_by_hand_count_on_quietly_and_nothing_is_cut() {
    let mut plan = agenda(Lang::Nb);
    plan.blocks[1].advance = Advance::ByHand;
    let model = with(&plan, Lang::Nb);
    let run = on(&model, "09:00 space 10:00 n 10:03:20");
    shows(&run, "del 1/4");
    shows(&run, "2:20 over");
    assert!(!run.text().contains("holdt"), "{}", run.text());
    let shown = text(&wall(&run.app.model, "10:03:20", (57, 16)));
    for words in ["del 1 av 4", "Vi tar den tiden vi trenger"] {
        assert!(shown.contains(words), "“{words}”:\n{shown}");
    }
    assert!(!shown.contains("2:20") && !shown.contains('+'), "{shown}");
}

#[test]
fn a_block_is_set_to_go_on_by_hand_in_its_form() {
    let run = on(&ready(Lang::Nb), "2 down enter down down down down down down down down down down down down down");
    shows(&run, "Delene går videre ‹ av seg selv ›");
    let run = run.keys("right enter");
    assert_eq!(run.app.model.agenda().unwrap().1.blocks[1].advance, Advance::ByHand);
    let plain = on(&ready(Lang::Nb), "2 enter");
    assert!(!plain.text().contains("Delene går videre"), "{}", plain.text());
}

#[test]
fn a_coming_block_is_run_short_with_what_that_leads_to_said_before() {
    let asked = led("09:00 space 09:05 down v");
    for words in ["Kort, normal eller lang?", "1-2-4-alle", "normal: som nå", "lang: 15 min, slutt kl. 11:45"] {
        shows(&asked, words);
    }
    assert_eq!(log(&asked), 1, "nothing has changed yet");
    let run = asked.keys("3");
    shows(&run, "«1-2-4-alle» blir lang; slutt kl. 11:45, u angrer");
    let plan = run.app.model.plan(run.now).unwrap();
    assert_eq!((plan.blocks[1].minutes, plan.blocks[1].variant), (15, Variant::Long));
    shows(&run.keys("u"), "Angret: kort eller lang versjon");
    shows(&led("09:00 space 09:05 v"), "Økten har ingen slik lengde å velge");
    shows(&led("09:00 space 09:10 n down v"), "Økten har ingen slik lengde å velge");
}

#[test]
fn a_length_that_has_passed_says_that_the_block_would_be_over() {
    let asked = led("09:00 space 09:10 n 09:19 v");
    shows(&asked, "lang: 15 min, slutt kl.");
    let late = led("09:00 space 09:10 n 09:24 v");
    shows(&late, "normal: som nå");
    shows(&led("09:00 space 09:10 n 09:11 v 3 09:23 v"), "normal: 12 min, er da ferdig nå");
}

/// A plan with a round: two minutes to each and three around it.
fn with_round() -> Model {
    let mut plan = Agenda { start: "09:00".parse().ok(), people: Some(12), ..Agenda::new("Runder", Lang::Nb) };
    let round = tools().iter().find(|tool| tool.id.as_str() == "circle").unwrap();
    plan.insert(Block::new(Kind::Opening, "Velkommen", 10), None);
    plan.insert(Block { note: "Ha med steinen".into(), ..Block::of_tool(round, Variant::Normal, 12, Lang::Nb) }, None);
    plan.insert(Block::new(Kind::Closing, "Slutt", 10), None);
    let mut model = with(&plan, Lang::Nb);
    model.catalogue = Catalogue::new(data::built_in().0, Vec::new());
    model
}

#[test]
fn the_number_of_people_says_what_it_changes_while_it_is_typed() {
    let model = with_round();
    let before = model.plan(at("09:05")).unwrap().blocks[1].minutes;
    let typed = on(&model, "09:00 space 09:05 # ctrl-u '16'");
    shows(&typed, &format!("blir {} min; slutt kl.", before + 6));
    let run = typed.keys("enter");
    assert_eq!(run.app.model.schedule(run.now).unwrap().people, Some(16));
    shows(&run, "u angrer");
    assert_eq!(run.app.model.plan(run.now).unwrap().blocks[1].minutes, before + 6);
    let undone = run.keys("u");
    shows(&undone, "Angret: nytt antall deltakere");
    assert_eq!(undone.app.model.plan(undone.now).unwrap().blocks[1].minutes, before);
    shows(&on(&model, "09:00 space # ctrl-u '0' enter"), "fra 1 til 10 000");
    shows(&on(&model, "09:00 space # ctrl-u 'mange' enter"), "fra 1 til 10 000");
    shows(&on(&model, "09:00 space # enter"), "Dere er fortsatt 12.");
    shows(&led("09:00 space # '20'"), "Dere blir 20. Ingen runder endres; slutt kl. 11:45");
    shows(&led("09:00 space # '20' enter"), "Dere er 20 nå. Ingen runder endres; slutt kl. 11:45");
}

#[test]
fn the_first_digit_takes_the_place_of_the_old_number() {
    let people = |run: &Run| run.app.model.schedule(run.now).unwrap().people;
    let run = on(&with_round(), "09:00 space # '16' enter");
    assert_eq!(people(&run), Some(16));
    shows(&run, "Dere er 16 nå");
    assert_eq!(people(&on(&with_round(), "09:00 space # end '0' enter")), Some(120), "the end key goes on after it");
    assert_eq!(people(&on(&with_round(), "09:00 space # backspace '4' enter")), Some(14));
}

#[test]
fn people_and_lengths_are_chosen_when_planning() {
    let model = with_round();
    let before = model.agenda().unwrap().1.blocks.len();
    assert_eq!(before, 6, "the staged agenda is the open one");
    let run = on(&model, "2 down v");
    shows(&run, "Nå lang: kort 10 · normal 12 · ▸lang 15 min");
    let same = Run::new(Lang::Nb).keys("'energigiver 1-2-3' enter");
    shows(&same, "▸normal 5 min lang 8 min");
    assert!(!same.text().contains("kort 5 min"), "{}", same.text());
    shows(&same.keys("v"), "normal 5 min ▸lang 8 min");
    let only = Run::new(Lang::Nb).keys("'utsjekk' enter");
    assert!(!only.text().contains("normal"), "{}", only.text());
    shows(&only.keys("v"), "Dette verktøyet har bare én lengde.");
    let run = run.keys("v");
    shows(&run, "Nå kort");
    let block = &run.app.model.agenda().unwrap().1.blocks[1];
    assert_eq!((block.minutes, block.parts.iter().map(|part| part.minutes).sum::<u16>()), (10, 10));
    assert_eq!(run.keys("v").app.model.agenda().unwrap().1.blocks[1], agenda(Lang::Nb).blocks[1]);
    shows(&on(&model, "2 v"), "bare én lengde");
}

#[test]
fn rounds_follow_the_head_of_the_agenda() {
    let mut model = with_round();
    let plan = model.session().unwrap().plan.clone();
    let name = model.agenda().unwrap().0.clone();
    model.facts.agendas.insert(name, plan);
    let run = on(&model, "2 h down down ctrl-u '16' enter");
    shows(&run, "Rundene følger: «");
    let longer = run.app.model.agenda().unwrap().1.blocks[1].minutes;
    assert_eq!(longer, model.agenda().unwrap().1.blocks[1].minutes + 6);
    assert_eq!(run.keys("u").app.model.facts.agendas, model.facts.agendas, "one undo");
}

#[test]
fn a_coming_block_is_edited_in_the_form_and_its_note_stays_private() {
    let form = led("09:00 space 09:05 down ctrl-e");
    shows(&form, "Endre økten");
    shows(&form, "Husk bjella");
    let run = form.keys("ctrl-u 'Alle med' down down ctrl-u '20' down down end ctrl-u 'Zqx hemmelig' enter");
    shows(&run, "Endret: «Alle med»; slutt kl. 11:45, u angrer");
    let live = run.app.model.facts.live.as_ref().unwrap();
    assert!(!format!("{:?}", live.session).contains("Zqx"), "private texts stay out of the session");
    assert!(format!("{:?}", live.private).contains("Zqx hemmelig"));
    assert!(format!("{:?}", live.private.leads).len() > 100, "the leader's texts are kept");
    assert_eq!(live.session.plan, ready(Lang::Nb).session().unwrap().plan, "the plan as frozen never changes");
    shows(&run, "09:10 Alle med");
    let again = run.keys("09:10 n");
    shows(&again, "Alle med · del 1/4");
    shows(&again, "Zqx hemmelig");
    assert!(!text(&wall(&again.app.model, "09:10:10", (100, 30))).contains("Zqx"));
}

#[test]
fn a_note_alone_is_kept_without_an_act() {
    let run = led("09:00 space 09:05 down ctrl-e down down down down end 'mer' enter");
    shows(&run, "Notatet er lagret");
    assert_eq!(log(&run), 1);
    assert!(format!("{:?}", run.app.model.facts.live.unwrap().private.notes).contains("døra.mer"));
}

#[test]
fn what_runs_and_what_is_done_is_a_fact() {
    for (script, words) in [
        ("09:00 space 09:05 ctrl-down", "Den økten er i gang; bare det som kommer, kan endres"),
        ("09:00 space 09:10 n up ctrl-e", "Økten er ferdig, og det som er gjort, står"),
        ("09:00 space 10:00 n 10:12 n up v", "Økten er ferdig, og det som er gjort, står"),
        ("09:00 space 09:10 n ctrl-down", "Den økten er i gang"),
        ("09:00 space 09:10 n down ctrl-up", "Bare det som kommer, kan endres"),
        ("09:00 space 09:10 n up a", "Bare det som kommer, kan endres"),
        ("09:00 space 09:10 down down down down down ctrl-down", "Den økten kommer sist"),
    ] {
        let run = led(script);
        shows(&run, words);
        assert!(run.app.model.session().unwrap().log.len() < 4, "{script}");
        assert_eq!(titles(&run), titles(&led("09:00 space")), "{script}");
    }
}

#[test]
fn a_coming_block_is_moved_and_stays_selected() {
    let by_signs = led("09:00 space 09:05 down down down ctrl-o ctrl-n ctrl-o ctrl-o");
    let run = led("09:00 space 09:05 down down down ctrl-up ctrl-up");
    assert_eq!(titles(&run)[1], "Slik gjør vi det i nabokommunen");
    assert_eq!(titles(&by_signs), titles(&run), "the same without Ctrl, which some systems keep for themselves");
    shows(&run, "▸ 09:10 Slik gjør v");
    shows(&run, "Flyttet: «Slik gjør vi det i nabokommunen»; slutt kl.");
    let back = run.keys("ctrl-down ctrl-down");
    assert_eq!(titles(&back), titles(&led("09:00 space")));
    shows(&back.keys("u"), "Angret: flyttingen");
}

#[test]
fn a_block_is_put_in_after_the_selected_one() {
    let asked = led("09:00 space 09:05 down a");
    for words in ["Legg inn i planen", "Kommer etter «1-2-4-alle»", "1 Et verktøy", "4 Pause"] {
        shows(&asked, words);
    }
    let run = asked.keys("4 'Luft' down down ctrl-u '5' down down 'Zqx åpne vinduet' enter");
    shows(&run, "Lagt inn: «Luft»; slutt kl. 11:45, u angrer");
    shows(&run, "Luft ny · 5 min");
    assert_eq!(titles(&run)[2], "Luft");
    let live = run.app.model.facts.live.as_ref().unwrap();
    assert!(!format!("{:?}", live.session).contains("Zqx") && format!("{:?}", live.private).contains("Zqx"));
    let undone = run.keys("u");
    shows(&undone, "Angret: den nye økten");
    let again = undone.keys("down a 4 'Nytt' enter");
    let live = again.app.model.facts.live.as_ref().unwrap();
    assert!(!format!("{:?}", live.private).contains("Zqx"), "a new block has no old note");
}

#[test]
fn a_tool_is_fetched_into_the_running_plan() {
    let mut model = with_round();
    model.index = vidde::domain::search::Index::new(&model.catalogue);
    let run = on(&model, "09:00 space 09:05 a 1 'styrkekort' enter");
    let saved = run.app.model.facts.agendas.clone();
    let run = if run.text().contains("Lagt inn") { run } else { run.keys("a") };
    shows(&run, "Lagt inn etter «Velkommen»");
    assert!(titles(&run)[1].to_lowercase().contains("styrkekort"), "{:?}", titles(&run));
    assert_eq!(run.app.model.facts.agendas, saved, "the saved agenda stays");
    shows(&run, "u angrer");
}

#[test]
fn an_added_block_is_new_and_has_no_time_in_the_plan_however_late_it_comes() {
    for (lang, new) in [(Lang::Nb, "Luft ny · 25 min"), (Lang::Nn, "Luft ny · 25 min"), (Lang::En, "Luft new · 25 min")]
    {
        let script = "09:00 space 09:05 down down a 4 'Luft' down down ctrl-u '25' enter 09:40";
        let run = on(&ready(lang), script);
        for run in [
            run.sized((57, 16)).any_keys("@7"),
            on(&ready(lang), script).sized((100, 30)),
            on(&ready(lang), &format!("{script} n n 10:10")),
        ] {
            shows(&run, new);
            assert!(!run.text().contains("Luft plan"), "{}", run.text());
        }
    }
}

#[test]
fn what_is_looked_for_from_the_running_session_goes_in_after_what_runs() {
    let mut model = with_round();
    model.index = vidde::domain::search::Index::new(&model.catalogue);
    let run = on(&model, "09:00 space 09:05 ctrl-f 'styrkekort' ctrl-l");
    shows(&run, "Lagt inn etter «Velkommen»");
    assert!(titles(&run)[1].to_lowercase().contains("styrkekort"), "{:?}", titles(&run));
    assert_eq!(run.app.model.facts.agendas, model.facts.agendas);
    let elsewhere = on(&model, "09:00 space 09:05 2 a 'styrkekort' enter");
    assert_eq!(titles(&elsewhere).len(), 3, "what is fetched for the agenda goes into the agenda");
    assert_ne!(elsewhere.app.model.facts.agendas, model.facts.agendas);
}

#[test]
fn edits_are_refused_in_a_window_that_only_shows() {
    let mut model = led("09:00 space").app.model;
    model.role = Role::Viewer;
    for key in ["d", ",", "=", "v", "#", "a", "ctrl-e", "ctrl-up", "ctrl-down", "ctrl-t"] {
        let run = opened(&model, "09:10", (100, 30)).keys(&format!("down {key}"));
        assert_eq!(run.app.model.facts, model.facts, "{key}");
        assert!(!run.text().contains("┌") && !run.text().contains("╭"), "{key} opens nothing:\n{}", run.text());
    }
}

#[test]
fn the_saved_agenda_takes_the_changes_only_when_asked() {
    let edited = led("09:00 space 09:05 down a 4 'Luft' down down ctrl-u '5' down down 'Åpne vinduet' enter 09:10 + n");
    let saved = edited.app.model.facts.agendas.clone();
    assert_eq!(saved, ready(Lang::Nb).facts.agendas);
    let asked = edited.keys("ctrl-t");
    shows(&asked, "Ta endringene inn i kjøreplanen også?");
    let left = led("09:00 space 09:05 down a 4 'Luft' enter ctrl-t enter");
    assert_eq!(left.app.model.facts.agendas, saved, "Enter leaves it as it is");
    let taken = asked.keys("2");
    shows(&taken, "Tatt inn i «Tidlig hjelp: en formiddag sammen»");
    let agenda = taken.app.model.agenda().unwrap().1.clone();
    assert_eq!((agenda.blocks[2].title.as_str(), agenda.blocks[2].minutes), ("Luft", 5));
    assert_eq!(agenda.blocks[2].note.as_str(), "Åpne vinduet");
    assert_eq!(agenda.blocks[0], stage::agenda(Lang::Nb).blocks[0], "minutes that were given live are not taken");
    assert_eq!(agenda.blocks[1], stage::agenda(Lang::Nb).blocks[1], "with private texts");
    shows(&led("09:00 space ctrl-t"), "det er ingenting å ta inn");
    let undone = taken.keys("2 u");
    assert_eq!(undone.app.model.facts.agendas, saved);
}

#[test]
fn an_agenda_that_was_changed_meanwhile_is_asked_about_plainly() {
    let run = led("09:00 space 09:05 down a 4 'Luft' enter 2 + 3 ctrl-t");
    shows(&run, "siden samlingen begynte");
}

#[test]
fn the_closing_picture_offers_to_take_the_changes_over() {
    let run = led("09:00 space 09:05 down a 4 'Luft' enter e 2");
    assert!(run.app.model.session().is_none());
    let over = led("09:00 space 09:05 down a 4 'Luft' enter 09:10 n n n n n 11:30 n 11:45 n");
    shows(&over, "Ctrl-T: ta endringene inn i kjøreplanen");
    shows(&over.keys("ctrl-t"), "Ta endringene inn");
    let plain = led("09:00 space 09:10 n n n n 11:30 n 11:45 n");
    assert!(!plain.text().contains("Ctrl-T"), "{}", plain.text());
}

#[test]
fn clock_times_in_the_form_are_those_of_the_wall() {
    let run = led("13:00:20 space 1 13:05 down down down down ctrl-e");
    shows(&run, "Fast klokkeslett 15:01");
    let kept = run.keys("ctrl-u 'Mat' enter");
    let lunch = kept.app.model.plan(kept.now).unwrap().blocks[4].clone();
    assert_eq!((lunch.title.as_str(), lunch.fixed), ("Mat", "11:00".parse().ok()), "what was not touched stays");
    let moved = kept.keys("ctrl-e down down down down down ctrl-u '15:30' enter");
    shows(&moved, "15:30 Mat");
}

#[test]
fn every_place_shows_the_plan_as_it_stands() {
    let run = led("09:00 space 09:05 a 2 'Inn' enter 09:10 n");
    shows(&run, "Inn");
    let tools = run.keys("1");
    assert!(tools.text().lines().next().unwrap().contains("· Inn"), "{}", tools.text());
    let shown = text(&wall(&tools.app.model, "09:10:10", (57, 16)));
    assert!(shown.contains("Inn") && !shown.contains("1-2-4"), "{shown}");
}

#[test]
fn what_follows_is_told_in_a_narrow_window_too() {
    let long = "3 'Et innlegg med en tittel som er lengre enn noen linje har plass til' enter";
    for (script, words) in [
        ("09:05 a ", "…»; slutt kl. 11:45, u angrer"),
        ("09:05 down down down ctrl-up ", "…»; slutt kl. 11:45, u angrer"),
    ] {
        let script = if script.contains(" a ") { script.to_owned() + long } else { script.to_owned() };
        let run = opened(&ready(Lang::Nb), "08:50", (57, 16)).keys(&format!("09:00 space {script}"));
        shows(&run, words);
    }
}

#[test]
fn everything_fits_at_every_size() {
    for script in ["d", "v", "# '16'", "a", "a 2", "ctrl-e", "down ctrl-e", "10:05 , 10:09", "down v"] {
        for size in [(57, 16), (80, 24), (200, 50), (20, 5), (1, 1)] {
            let run = opened(&ready(Lang::Nn), "08:50", size).keys(METHOD).keys(script);
            run.text();
        }
    }
}
