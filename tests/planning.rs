//! Planning from end to end, key by key: what the planner does is in the facts afterwards, and on the screen.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first thing that is not as expected")]

mod common;

use common::{Run, shows};
use vidde::app::Event;
use vidde::domain::agenda::{Agenda, Kind};
use vidde::domain::session::Act;
use vidde::domain::text::Lang;
use vidde::model::Role;
use vidde::screen::{Effect, Mouse};

fn agenda(run: &Run) -> &Agenda {
    run.app.model.agenda().expect("an open agenda").1
}

fn titles(run: &Run) -> Vec<&str> {
    agenda(run).blocks.iter().map(|block| block.title.as_str()).collect()
}

/// An empty agenda that begins at 09:00.
fn at_nine() -> Run {
    Run::new(Lang::Nb).keys("tab ctrl-n 'Fagdag' down '9' enter")
}

#[test]
fn a_first_start_is_under_way_with_two_keys() {
    let run = Run::new(Lang::Nb);
    shows(&run, "Velkommen!");
    let run = run.keys("tab s");
    let session = run.app.model.session().expect("a session");
    assert!(session.has_started() && session.plan.blocks.len() > 5, "{session:?}");
    assert!(run.app.model.facts.settings.welcomed);
}

#[test]
fn three_tools_and_a_break_become_an_agenda_with_clock_times() {
    let run = at_nine().keys("1 'innsjekk' ctrl-l esc 'styrkekort' enter a esc esc 'prikkestemming' ctrl-l tab");
    assert_eq!(agenda(&run).blocks.len(), 3, "{:?}", titles(&run));
    let run = run.keys("up n 3 'Kaffe' down down ctrl-u '20' enter");
    assert_eq!(titles(&run), ["Innsjekk", "Styrkekort", "Kaffe", "Prikkestemming"]);
    assert_eq!(agenda(&run).blocks.get(2).map(|block| (block.kind, block.minutes)), Some((Kind::Break, 20)));
    for line in ["09:00 14 ■ arbeid Innsjekk", "▸ 10:04 20 ○ pause Kaffe", "slutt kl. 10:38"] {
        shows(&run, line);
    }
}

#[test]
fn every_field_of_a_block_can_be_edited() {
    let fields = "'Lunsj' down right right down ctrl-u '1t30' down 'Hva nå?' down 'Bare meg' down '11:30' down '13:30' \
                  down '20' down '5' down right down right enter";
    let run = at_nine().keys("n 1").keys(fields);
    let block = agenda(&run).blocks.first().expect("a block").clone();
    assert_eq!((block.title.as_str(), block.kind, block.minutes), ("Lunsj", Kind::Break, 90));
    assert_eq!((block.question.as_str(), block.note.as_str()), ("Hva nå?", "Bare meg"));
    assert_eq!(block.fixed.map(|time| time.to_string()).as_deref(), Some("11:30"));
    assert_eq!(block.until.map(|time| time.to_string()).as_deref(), Some("13:30"));
    assert_eq!((block.min, block.gap, block.auto, block.optional), (Some(20), 5, true, true));
}

#[test]
fn absurd_values_are_refused_with_what_is_allowed_and_nothing_changes() {
    let cases = [
        ("down down ctrl-u '-5' enter", "opp til 24 timer"),
        ("down down ctrl-u '1000000000' enter", "opp til 24 timer"),
        ("down down ctrl-u '0' enter", "fra 1 minutt til 24 timer"),
        ("down down ctrl-u '9t99' enter", "opp til 24 timer"),
        ("down down down down down '25:99' enter", "fra 00:00 til 23:59"),
        ("down down down down down '10' down '09:30' enter", "må være etter"),
        ("down left down down down down '10:00' enter", "En buffer har verken"),
        ("down down down down down down down '500' enter", "ikke være mer enn"),
    ];
    for (keys, told) in cases {
        let run = at_nine().keys("n 1").keys(keys);
        shows(&run, told);
        assert!(agenda(&run).blocks.is_empty(), "{keys}");
        assert!(agenda(&run.keys("esc esc")).blocks.is_empty(), "{keys}");
    }
    let run = Run::new(Lang::En).keys("tab h down '25:99' enter");
    shows(&run, "from 00:00 to 23:59");
    assert_eq!(agenda(&run).start, None);
    let run = run.keys("ctrl-u down ctrl-u '0' enter");
    shows(&run, "Write 1 to 10 000");
}

#[test]
fn a_form_with_changes_is_not_lost_by_one_slip() {
    let run = at_nine().keys("n 1 'Viktig' esc");
    shows(&run, "Ikke lagret");
    let run = run.keys("enter");
    assert_eq!(titles(&run), ["Viktig"]);
    let run = run.keys("enter 'x' esc esc");
    assert_eq!(titles(&run), ["Viktig"]);
    shows(&run.keys("enter esc"), "start kl. 09:00");
}

#[test]
fn clashes_slack_and_the_finish_line_are_told_in_words() {
    let run = at_nine().keys("n 1 enter n 3 down down down down down '9:15' enter");
    shows(&run, "kolliderer: begynner 15 min etter kl. 09:15");
    shows(&run, "1 kollisjon");
    let run = at_nine().keys("n 1 enter n 3 down down down down down '9:45' enter");
    shows(&run, "luft: 15 min før kl. 09:45");
    let run = at_nine().keys("n 1 enter n 5 'Mål' down down ctrl-u '0' down down down '9:20' enter");
    shows(&run, "planen går 10 min over kl. 09:20");
    let run = at_nine().keys("n 1 down down down down down down '9:20' down '25' enter");
    shows(&run, "kolliderer: slutter 5 min etter kl. 09:20");
}

#[test]
fn blocks_are_moved_copied_removed_and_everything_is_undone() {
    let run = at_nine().keys("n 1 'A' enter n 1 'B' enter n 1 'C' enter");
    assert_eq!(titles(&run), ["A", "B", "C"]);
    let run = run.keys("<");
    assert_eq!(titles(&run), ["A", "C", "B"]);
    let run = run.keys("c d + u u u");
    assert_eq!(titles(&run), ["A", "C", "B"]);
    let run = run.keys("u");
    assert_eq!(titles(&run), ["A", "B", "C"]);
    let run = run.keys("u u u u");
    assert!(titles(&run).is_empty(), "{:?}", titles(&run));
}

#[test]
fn agendas_are_made_renamed_copied_chosen_and_deleted_by_name() {
    let names = |run: &Run| run.app.model.facts.agendas.keys().map(ToString::to_string).collect::<Vec<_>>();
    let run = at_nine();
    assert_eq!(names(&run), ["fagdag", "halv-dag-det-som-virker-hos-oss"]);
    let run = run.keys("ctrl-r ctrl-u 'Kick-off, høst' enter ctrl-d");
    assert_eq!(names(&run), ["halv-dag-det-som-virker-hos-oss", "kick-off-høst", "kick-off-høst-kopi"]);
    let run = run.keys("ctrl-x enter");
    assert_eq!(names(&run).len(), 3, "the harmless answer comes first");
    let run = run.keys("ctrl-x 2");
    assert_eq!(names(&run).len(), 2);
    let run = run.keys("u o 2");
    assert_eq!(names(&run).len(), 3, "undo brings it back");
    assert_eq!(agenda(&run).title.as_str(), "Kick-off, høst");
}

#[test]
fn a_start_more_than_an_hour_off_is_asked_about() {
    let plan = "tab ctrl-n 'Sein' down '12:30' enter n 1 enter s";
    let run = Run::new(Lang::Nb).keys(plan);
    assert!(run.app.model.session().is_none());
    shows(&run, "12:30");
    let shift = |run: &Run| match run
        .app
        .model
        .session()
        .and_then(|session| session.log.first())
        .map(|entry| entry.act.clone())
    {
        Some(Act::Start(_, shift)) => shift.0,
        other => panic!("{other:?}\n{}", run.text()),
    };
    let now = Run::new(Lang::Nb).keys(plan).keys("1");
    assert_ne!(shift(&now), 0);
    let planned = Run::new(Lang::Nb).keys(plan).keys("2");
    assert_eq!(shift(&planned), 0);
    assert!(Run::new(Lang::Nb).keys(plan).keys("3").app.model.session().is_none());
}

#[test]
fn a_running_session_is_asked_about_before_another_starts() {
    let run = Run::new(Lang::Nb).keys("tab s 1 'styrkekort' ctrl-r");
    shows(&run, "«Velkommen». Hva vil du gjøre?");
    let first = run.app.model.session().expect("a session").plan.title.clone();
    let run = run.keys("enter");
    assert_eq!(run.app.model.session().expect("a session").plan.title, first);
    let here = Run::new(Lang::Nb).keys("tab s 1 'styrkekort' ctrl-r 2");
    let session = here.app.model.session().expect("a session");
    assert_eq!(session.plan.title, first, "the second choice ends nothing");
    shows(&here, "Styrkekort");
    assert_eq!(session.plan_at(here.now).blocks.len(), session.plan.blocks.len() + 1);
    let run = run.keys("@600 1 ctrl-r 3 2");
    assert_eq!(run.app.model.session().expect("a session").plan.title.as_str(), "Styrkekort");
    assert_eq!(run.app.model.facts.finished.len(), 1, "the first one is among the finished");
}

#[test]
fn a_click_on_a_link_of_a_card_opens_it_in_one_column_and_in_two() {
    for (size, keys) in [((80, 24), "end"), ((200, 50), "")] {
        let mut run = Run::new(Lang::Nb).sized(size).keys("'1-2-4' enter").keys(keys);
        let text = run.text();
        let found = text.lines().zip(0..).find_map(|(line, row)| Some((line.find("25/10-rangering")?, line, row)));
        let (at, line, row) = found.expect("a link");
        let column = line.get(..at).map_or(0, |before| before.chars().count());
        run.happen(&Event::Mouse(Mouse::Click { column: u16::try_from(column).expect("a column"), row }));
        let title = run.text().lines().nth(1).expect("a title").trim().to_owned();
        assert!(title.starts_with("25/10-rangering"), "{size:?}: {title}");
    }
}

#[test]
fn a_click_chooses_a_row_and_a_second_one_opens_it() {
    let click = |run: &mut Run, column, row| {
        run.happen(&Event::Mouse(Mouse::Click { column, row }));
    };
    let mut run = Run::new(Lang::Nb).keys("tab");
    click(&mut run, 5, 8);
    shows(&run, "▸ +0:20");
    click(&mut run, 5, 8);
    shows(&run, "Endre økten");
    let mut run = Run::new(Lang::Nb);
    click(&mut run, 14, 0);
    shows(&run, "▸ +0:00");
    click(&mut run, 3, 0);
    click(&mut run, 5, 4);
    click(&mut run, 5, 4);
    shows(&run, "Hva gruppen får ut av det");
}

#[test]
fn a_tool_runs_at_once_from_its_card_in_the_length_chosen() {
    let run = Run::new(Lang::Nb).keys("'styrkekort' enter v r");
    let session = run.app.model.session().expect("a session");
    assert_eq!(session.plan.blocks.len(), 1);
    assert_eq!(session.plan.start, None);
    assert!(run.app.model.facts.agendas.len() == 1, "the plan of one tool is no agenda of its own");
}

#[test]
fn leaving_asks_only_while_a_session_runs_and_ctrl_c_never_asks() {
    assert!(Run::new(Lang::Nb).keys("tab q").quit);
    let run = Run::new(Lang::Nb).keys("tab s 2 q");
    assert!(!run.quit);
    shows(&run, "Klokka går videre");
    assert!(!Run::new(Lang::Nb).keys("tab s 2 q enter").quit);
    assert!(Run::new(Lang::Nb).keys("tab s 2 q 2").quit);
    assert!(Run::new(Lang::Nb).keys("tab s ctrl-c").quit);
    assert!(Run::new(Lang::Nb).keys("'q' ctrl-c").quit);
    assert!(!Run::new(Lang::Nb).keys("'q?:/12'").quit, "where text is typed every printable key is text");
}

#[test]
fn language_and_theme_change_on_the_spot_and_are_kept() {
    let run = Run::new(Lang::Nb).keys("tab f2 f2 f3");
    shows(&run, "when started");
    assert_eq!(run.app.model.facts.settings.lang, Some(Lang::En));
    assert_eq!(run.app.model.facts.settings.theme, vidde::domain::facts::Theme::Light);
}

#[test]
fn the_palette_does_what_is_chosen_also_in_another_place() {
    let run = Run::new(Lang::Nb).keys("ctrl-p 'ny kjøreplan' enter");
    shows(&run, "Ny kjøreplan");
    let run = Run::new(Lang::Nb).keys("tab ctrl-p 'lag en kopi av' enter");
    assert_eq!(run.app.model.facts.agendas.len(), 2);
}

#[test]
fn a_second_window_looks_and_changes_nothing() {
    let mut run = Run::new(Lang::Nb);
    run.app.model.role = Role::Viewer;
    let before = run.app.model.facts.agendas.clone();
    let run = run.keys("'sty' ctrl-l ctrl-r tab d c n + - < > h s ctrl-n ctrl-r ctrl-d ctrl-x u");
    assert_eq!(run.app.model.facts.agendas, before);
    assert!(run.app.model.session().is_none());
    shows(&run, "Bare visning: Vidde er åpen i et annet vindu.");
}

#[test]
fn what_is_pasted_is_cleaned() {
    let mut run = at_nine().keys("n 1");
    run.happen(&Event::Paste("\u{1b}[31mÅ\u{202e}pning\tog\nkaffe\r\n".to_owned()));
    let run = run.keys("enter");
    assert_eq!(titles(&run), ["[31mÅpning og↵kaffe"]);
}

#[test]
fn nothing_found_shows_a_way_out() {
    let run = Run::new(Lang::Nb).keys("'qqqqqqqq'");
    shows(&run, "Fant ingenting for «qqqqqqqq»");
    assert!(!run.text().contains('▸'), "nothing is chosen:\n{}", run.text());
    shows(&run.keys("enter"), "▸ 1-2-4-alle");
    shows(&Run::new(Lang::Nb).keys("'qqqqqqqq' esc"), "160 verktøy");
}

#[test]
fn nothing_wakes_the_program_while_nothing_runs() {
    let run = Run::new(Lang::Nb).keys("tab down");
    assert_eq!(run.app.next_change(run.now), None);
    let run = run.keys("s");
    assert_eq!(run.app.next_change(run.now).map(|next| next - run.now).map(|gap| gap.0), Some(1));
}

#[test]
fn undo_after_a_new_name_gives_the_old_name_back_and_no_second_agenda() {
    let names = |run: &Run| run.app.model.facts.agendas.keys().map(ToString::to_string).collect::<Vec<_>>();
    let run = at_nine().keys("n 1 'A' enter ctrl-r ctrl-u 'Kick-off' enter n 1 'B' enter u");
    assert_eq!(names(&run), ["halv-dag-det-som-virker-hos-oss", "kick-off"]);
    assert_eq!((agenda(&run).title.as_str(), titles(&run)), ("Kick-off", vec!["A"]));
    let run = run.keys("u");
    assert_eq!(names(&run), ["fagdag", "halv-dag-det-som-virker-hos-oss"]);
    assert_eq!((agenda(&run).title.as_str(), titles(&run)), ("Fagdag", vec!["A"]));
    let run = run.keys("u ctrl-r enter u");
    assert_eq!(names(&run), ["fagdag", "halv-dag-det-som-virker-hos-oss"]);
    assert!(titles(&run).is_empty(), "{:?}", titles(&run));
}

#[test]
fn a_block_is_not_shortened_below_the_least_it_may_become() {
    let run = at_nine().keys("n 1 down down down down down down down '25' enter - - -");
    assert_eq!(agenda(&run).blocks.first().map(|block| block.minutes), Some(25));
    let run = run.keys("enter 'Nytt' enter");
    assert_eq!(titles(&run), ["Nytt"], "{}", run.text());
}

#[test]
fn the_mouse_is_switched_on_from_the_palette_and_kept() {
    let run = Run::new(Lang::Nb);
    assert!(!run.app.model.facts.settings.mouse, "off until it is asked for");
    let mut run = run.keys("ctrl-p 'mus på'");
    let area = ratatui::layout::Rect::new(0, 0, 80, 24);
    let outcome = run.app.update(&Event::Key("enter".parse().expect("a key")), area, run.now);
    assert_eq!(outcome.effects, [Effect::Mouse]);
    assert!(run.app.model.facts.settings.mouse);
    shows(&run, "Mus på");
    assert!(!run.keys("f7").app.model.facts.settings.mouse);
}

#[test]
fn a_tool_is_fetched_from_the_agenda_and_one_is_back_there() {
    let run = Run::new(Lang::Nb).keys("tab down a");
    shows(&run, "Velg verktøy til «Halv dag: det som virker hos oss»");
    let run = run.keys("'prikkestemming' enter");
    shows(&run, "Lagt til: Prikkestemming, etter «Innsjekk»");
    assert_eq!(titles(&run).get(2), Some(&"Prikkestemming"), "{}", run.text());
    let run = run.keys("a 'roti' ctrl-o a");
    assert_eq!(titles(&run).get(3).map(|title| title.starts_with("ROTI")), Some(true), "{}", run.text());
    let run = run.keys("a esc n 3 enter");
    assert_eq!(titles(&run).get(4), Some(&"Pause"), "{}", run.text());
    let run = run.keys("a tab shift-tab 'roti' enter");
    shows(&run, "Hva gruppen får ut av det");
}

#[test]
fn a_tool_for_an_agenda_nobody_chose_a_row_of_comes_before_its_closing() {
    let run = Run::new(Lang::Nb).keys("'prikkestemming' ctrl-l");
    let blocks = &agenda(&run).blocks;
    assert_eq!(blocks.last().map(|block| block.kind), Some(Kind::Closing), "{:?}", titles(&run));
    assert!(titles(&run).contains(&"Prikkestemming"));
}

#[test]
fn a_running_session_stays_as_it_was_and_the_agenda_says_so() {
    let run = Run::new(Lang::En).keys("tab s 2 a 'roti' enter");
    shows(&run, "Added to the agenda. The running session is unchanged.");
    shows(&run.keys("down"), "Session running (3). Changes here are for next time.");
}

#[test]
fn what_was_told_makes_room_for_the_keys_of_what_opens() {
    let run = Run::new(Lang::En).keys("tab d");
    shows(&run, "Removed; u brings it back");
    shows(&run.keys("down"), "Removed; u brings it back");
    shows(&Run::new(Lang::En).keys("tab d n"), "Enter choose");
}

#[test]
fn where_one_types_no_number_is_promised() {
    let run = Run::new(Lang::En);
    shows(&run, "Tools Agenda Live Guide Tab →");
    let help = run.sized((80, 60)).keys("f1").text();
    assert!(help.contains("F1") && !help.contains('?') && !help.contains("leave Vidde"), "{help}");
    shows(&Run::new(Lang::En).keys("tab"), "1 Tools 2 Agenda");
    let quiet = Run::new(Lang::En).any_keys("esc").text();
    assert!(!quiet.contains("Not now"), "{quiet}");
}

#[test]
fn undo_says_what_it_took_back() {
    let mut run = at_nine().keys("n 1 'A' enter n 1 'B' enter + < d");
    for told in ["«B» er tilbake", "flyttingen", "endringen i «B»", "«B» er ute igjen"] {
        run = run.keys("u");
        shows(&run, &format!("Angret: {told}"));
    }
}

#[test]
fn an_agenda_in_nynorsk_says_once_what_stands_in_bokmaal_on_the_wall() {
    let told = "Oppgåver utan nynorsk står på bokmål på veggen.";
    let made = Run::new(Lang::Nn).sized((57, 16)).keys("tab ctrl-t enter");
    shows(&made, told);
    assert!(!made.keys("@7 down").text().contains(told), "once is enough");
    let wide = Run::new(Lang::Nn).sized((200, 50)).keys("tab ctrl-t enter");
    shows(&wide, told);
    shows(&wide, "Byt ut eksempla med dykkar eigne.");
    let again = Run::new(Lang::Nn).keys("tab ctrl-t enter down o enter");
    shows(&again, told);
    for lang in [Lang::Nb, Lang::En] {
        let run = Run::new(lang).keys("tab ctrl-t enter o enter");
        let text = run.text();
        assert!(!text.contains("bokmål på veggen") && !text.contains("in bokmål"), "{text}");
    }
}

#[test]
fn what_is_particular_about_a_block_is_never_cut() {
    let fields = "'Forpliktelser, tilbud og ønsker' down right down down down down '11:30' down down down down right \
                  down right enter";
    for size in [(57, 16), (80, 24), (200, 50)] {
        let run = at_nine().sized(size).keys("n 1").keys(fields);
        assert!(agenda(&run).blocks.iter().all(|block| block.auto && block.optional), "{}", run.text());
        shows(&run, "fast 11:30, går videre selv, kan sløyfes");
        shows(&run, if size.0 == 57 { "Forpliktelser, tilbud og" } else { "Forpliktelser, tilbud og ønsker" });
    }
    let all_optional = |lang: Lang, told: &str| {
        let mut run = Run::new(lang).sized((57, 16)).keys("tab");
        let name = run.app.model.agenda().expect("an agenda").0.clone();
        let plan = run.app.model.facts.agendas.get_mut(&name).expect("it");
        plan.blocks.iter_mut().for_each(|block| block.optional = true);
        let text = run.text();
        let rows = text.lines().filter(|line| line.contains(told)).count();
        assert_eq!(rows, plan_rows(&text), "{text}");
    };
    all_optional(Lang::Nb, "(kan sløyfes)");
    all_optional(Lang::Nn, "(kan sløyfast)");
    all_optional(Lang::En, "(optional)");
}

/// How many rows of the run sheet are in a frame.
fn plan_rows(text: &str) -> usize {
    text.lines().filter(|line| line.trim_start_matches([' ', '▸']).starts_with('+')).count()
}

#[test]
fn beside_the_agenda_a_wide_screen_has_all_that_is_known_of_the_chosen_block() {
    let run = Run::new(Lang::Nb).sized((200, 50)).keys("tab down down");
    for told in [
        "Formål: Finne ut hva som virker hos oss når vi er på vårt beste",
        "Ønsket resultat: Tre ting vi vil gjøre mer av, og hvem som begynner med",
        "Evaluering: Om alle kom til orde, og om de tre tingene er i gang om en",
        "Spørsmål: Når fikk vi til noe vi er stolte av?",
        "Du trenger: Spørsmålet på veggen · Én lapp og en penn til",
        "Fortell selv et eksempel på tjue sekunder",
        "Forbered",
    ] {
        shows(&run, told);
    }
}
