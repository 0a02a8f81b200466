//! What leads a day that runs: time given and taken, an end agreed on, a start far from the planned one, a question for
//! the wall; and what is told of each.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, at, opened, shows, wall};
use stage::{agenda, idle, ready, with};
use vidde::data;
use vidde::domain::agenda::{Agenda, Block, Kind};
use vidde::domain::schedule::Current;
use vidde::domain::session::{Entry, PlanEdit, Press, Session};
use vidde::domain::text::{Lang, Line};
use vidde::domain::times::Seconds;
use vidde::model::Model;
use vidde::screens::ready::report::Seen;

const NARROW: (u16, u16) = (57, 16);

/// The console of the morning after a script of keys, in the narrowest window that is designed for.
fn led(script: &str) -> Run {
    led_on(&ready(Lang::Nb), script)
}

fn led_on(model: &Model, script: &str) -> Run {
    opened(model, "08:50", NARROW).keys(script)
}

fn current(run: &Run) -> Current {
    run.app.model.schedule(run.now).unwrap().current().unwrap().clone()
}

fn session(run: &Run) -> &Session {
    run.app.model.session().unwrap()
}

fn lacks(run: &Run, unwanted: &str) {
    let text = run.text();
    assert!(!text.contains(unwanted), "“{unwanted}” is in\n{text}");
}

/// The last line, which is not cut.
fn last_line(run: &Run) -> String {
    run.text().lines().last().unwrap_or_default().trim().to_owned()
}

#[test]
fn a_minute_more_over_time_is_a_minute_from_now_and_says_so() {
    for (key, left, told) in [
        ("+", "1:00", "1 min til fra nå; slutt kl. 11:45, u angrer"),
        (">", "5:00", "5 min til fra nå; slutt kl. 11:45, u angrer"),
        ("space +", "1:00", "1 min til fra nå; slutt kl. 11:45, u angrer"),
    ] {
        let run = led(&format!("09:00 space 09:12:38 {key}"));
        assert_eq!(current(&run).remaining.to_string(), left, "{key}");
        assert_eq!(last_line(&run), told, "{key}");
    }
    let undone = led("09:00 space 09:12:38 + u");
    shows(&undone, "Angret: 3:38 til på «Velkommen»");
    assert_eq!(current(&undone).remaining.to_string(), "-2:38");
    assert_eq!(current(&led("09:00 space 09:12:38 + +")).remaining.to_string(), "2:00");
}

#[test]
fn a_minute_more_over_time_is_seen_on_the_wall_and_told_there_to_nobody() {
    let before = led("09:00 space 09:12:38 w");
    let run = led("09:00 space 09:12:38 w +");
    shows(&before, "Over tiden");
    lacks(&run, "Over tiden");
    lacks(&run, "angrer");
    assert_eq!(current(&run).remaining.to_string(), "1:00");
}

#[test]
fn a_held_part_over_its_time_has_its_minute_from_now_too() {
    let held = "09:00 space 09:10 n 09:14 , 09:18";
    let part = |run: &Run| current(run).part.unwrap().remaining.to_string();
    assert_eq!(part(&led(held)), "-1:00");
    let run = led(&format!("{held} +"));
    assert_eq!((part(&run), current(&run).counted().to_string()), ("1:00".to_owned(), "1:00".to_owned()));
    assert_eq!(last_line(&run), "1 min til fra nå; slutt kl. 11:45, u angrer");
}

#[test]
fn every_minute_given_or_taken_is_told_with_what_it_came_to() {
    for (script, told) in [
        ("09:00 space 09:04 +", "Økten er 11 min; slutt kl. 11:45, u angrer"),
        ("09:00 space 09:04 -", "Økten er 9 min; slutt kl. 11:45, u angrer"),
        ("09:00 space 09:10 n 09:13:30 +", "Del 3 er 5 min, økten 13 min; slutt kl. 11:45, u angrer"),
        ("09:00 space 09:10 n 09:13:30 -", "Del 3 er 3 min, økten 11 min; slutt kl. 11:45, u angrer"),
        ("09:00 space 09:10 n 09:22 n 09:37 n 10:17 n 10:20 +", "Økten er 31 min; slutt kl. 11:46, u angrer"),
    ] {
        assert_eq!(last_line(&led(script)), told, "{script}");
    }
    let on_the_wall = led("09:00 space 09:04 w + -");
    lacks(&on_the_wall, "Økten er");
}

#[test]
fn taking_time_ends_no_part() {
    for (script, part, told) in [
        ("09:00 space 09:10 n 09:10:20 <", 0, "Delen har bare 0:40 igjen; → går til neste del"),
        ("09:00 space 09:10 n 09:10:20 -", 0, "Delen har bare 0:40 igjen; → går til neste del"),
        ("09:00 space 09:10 n 09:13 <", 2, "Delen har bare 4:00 igjen; → går til neste del"),
        ("09:00 space 09:10 n 09:14 , <", 2, "Delen har bare 3:00 igjen; → går til neste del"),
        ("09:00 space 09:10 n 09:14 , 09:18 -", 2, "Det er ingen tid igjen å ta av"),
    ] {
        let run = led(script);
        let before = led(script.rsplit_once(' ').unwrap().0);
        assert_eq!(last_line(&run), told, "{script}");
        assert_eq!(current(&run).part.unwrap().index, part, "{script}");
        assert_eq!(session(&run).log, session(&before).log, "{script}");
    }
}

#[test]
fn more_asked_for_than_there_was_to_take_is_undone_as_what_it_was() {
    let run = led("09:00 space 09:08 <");
    assert_eq!(last_line(&run), "Økten er 8 min; slutt kl. 11:45, u angrer");
    shows(&run.keys("u"), "Angret: 2 min mindre på «Velkommen»");
}

#[test]
fn what_ends_by_having_its_time_taken_says_what_comes() {
    let mut plan = agenda(Lang::Nb);
    plan.blocks.first_mut().unwrap().auto = true;
    let run = led_on(&with(&plan, Lang::Nb), "09:00 space 09:08 <");
    assert_eq!(last_line(&run), "Videre til «1-2-4-alle»; slutt kl. 11:45, u angrer");
}

#[test]
fn another_end_can_always_be_agreed_on() {
    for script in ["09:05", "09:10 n 09:22 n 09:37 n 10:17 n 10:40", "09:05 space", "09:01 n 09:02 n"] {
        let run = led(&format!("09:00 space {script} r"));
        shows(&run, "La det gå som nå");
        shows(&run, "→ ");
        let agreed = led(&format!("09:00 space {script} r t '1130' enter"));
        assert_eq!(last_line(&agreed), "✓ Avtalt: vi slutter kl. 11:30; u angrer", "{script}");
    }
    let fits = led("09:00 space 09:05 r");
    shows(&fits, "Alt går opp, med slutt kl. 11:45.");
    shows(&fits, "a Avtale en annen slutt");
    for keys in ["r a '1130' enter", "r down enter '1130' enter", "z '1130' enter"] {
        let agreed = led(&format!("09:00 space 09:05 {keys}"));
        assert_eq!(last_line(&agreed), "✓ Avtalt: vi slutter kl. 11:30; u angrer", "{keys}");
    }
    assert_eq!(session(&led("09:00 space 09:05 r enter")).log.len(), 1);
}

#[test]
fn another_end_is_among_all_actions() {
    for (lang, words) in [
        (Lang::Nb, "avtale"),
        (Lang::Nb, "ny slutt"),
        (Lang::Nn, "avtale"),
        (Lang::Nn, "ny slutt"),
        (Lang::En, "agree"),
        (Lang::En, "new end"),
    ] {
        let run = led_on(&ready(lang), &format!("09:00 space 09:05 ctrl-p '{words}' enter '1130' enter"));
        shows(&run, "11:30");
        assert_eq!(session(&run).log.len(), 2, "{words} in\n{}", run.text());
    }
}

#[test]
fn a_time_of_another_day_is_an_end_only_where_it_is_clearly_meant() {
    for (typed, told) in [
        ("25:00", "«25:00» er ikke et klokkeslett i dag. Skriv det som 15:30."),
        ("33:00", "«33:00» er ikke et klokkeslett i dag."),
        ("01:00", "Kl. 01:00 er passert."),
        ("09:00", "Kl. 09:00 er passert."),
    ] {
        let run = led(&format!("09:00 space 09:05 z '{typed}' enter"));
        shows(&run, told);
        assert_eq!(session(&run).log.len(), 1, "{typed}");
    }
    let mut evening = Agenda::new("Kveld", Lang::Nb);
    evening.start = "20:00".parse().ok();
    evening.insert(Block::new(Kind::Talk, "Prat", 210), None);
    for (typed, told) in [("25:00", "01:00 i morgen"), ("0030", "00:30 i morgen"), ("23:00", "23:00")] {
        let model = with(&evening, Lang::Nb);
        let run = opened(&model, "20:00", NARROW).keys(&format!("space 22:00 z '{typed}'"));
        shows(&run, &format!("Enter avtaler kl. {told}, u angrer."));
        assert_eq!(last_line(&run.keys("enter")), format!("✓ Avtalt: vi slutter kl. {told}; u angrer"));
    }
}

#[test]
fn on_time_never_hides_that_the_day_ends_late_or_early() {
    let mut model = ready(Lang::Nb);
    stage::act(&mut model, "09:00 start");
    let talk = Block { id: model.session().unwrap().free_id(), ..Block::new(Kind::Talk, "Nytt innlegg", 86) };
    let put_in = Press::Edit(PlanEdit::Insert(Box::new(talk), Some(vidde::domain::agenda::BlockId(1))));
    assert!(model.press(put_in, at("09:05"), Seconds::ZERO));
    let run = opened(&model, "09:05", NARROW);
    shows(&run, "i rute nå, slutt 43 min sent");
    let early = opened(&with(&without_lunch(), Lang::Nb), "08:50", NARROW).keys("09:00 space 09:05 down s");
    shows(&early, "i rute nå, slutt 12 min før");
    shows(&led("09:00 space 09:05"), "i rute");
    lacks(&led("09:00 space 09:05"), "i rute nå");
}

/// The morning without anything at a fixed time.
fn without_lunch() -> Agenda {
    let mut plan = agenda(Lang::Nb);
    plan.blocks.retain(|block| block.fixed.is_none());
    plan
}

#[test]
fn an_end_that_lies_ahead_is_not_told_as_if_it_had_passed() {
    for (lang, told) in [
        (Lang::Nb, "slutt 15 min etter avtalt"),
        (Lang::Nn, "slutt 15 min etter avtalt"),
        (Lang::En, "ends 15 min later"),
    ] {
        let run = led_on(&ready(lang), "09:00 space 09:05 z '1130' enter");
        shows(&run, told);
        lacks(&run, "etter avtalt slutt");
    }
}

#[test]
fn what_is_gained_is_one_number_wherever_it_stands() {
    let mut plan = without_lunch();
    plan.start = None;
    let run = opened(&with(&plan, Lang::Nb), "08:50", (80, 24)).keys("09:00:20 space @245 pagedown");
    shows(&run, "6 min foran skjema");
    shows(&run, "▷ 6 min til overs? Trykk r");
}

#[test]
fn a_start_far_from_the_planned_one_says_what_each_answer_costs() {
    let asked = |now: &str, size| opened(&idle(Lang::Nb), now, size).keys("tab s");
    for size in [NARROW, (80, 24)] {
        let late = asked("10:08:20", size);
        shows(&late, "Klokka er 10:08, og planlagt start var kl. 09:00.");
        shows(&late, "1 Start nå, flytt hele planen: slutt kl. 12:54");
        shows(&late, "2 Behold klokkeslettene: 26 min å hente inn");
        let early = asked("06:00", size);
        shows(&early, "Klokka er 06:00, 3 t før planlagt start kl. 09:00.");
        shows(&early, "2 Start nå, behold klokkeslettene: slutt kl. 11:45");
    }
    let moved = asked("10:08:20", NARROW).keys("1");
    assert_eq!(moved.app.model.schedule(moved.now).unwrap().end.clock_up(&stage::zone()), "12:54");
    let kept = asked("10:08:20", NARROW).keys("2");
    assert_eq!(kept.app.model.schedule(kept.now).unwrap().end.clock_up(&stage::zone()), "12:11");
    assert!(asked("10:08", NARROW).keys("3").app.model.session().is_none());
    let standing = opened(&ready(Lang::En), "10:08", NARROW).keys("w space");
    shows(&standing, "It is 10:08, and the planned start was at 09:00.");
    shows(&standing, "2 Keep the clock times: 25 min to make up");
}

#[test]
fn a_block_that_a_second_press_went_past_is_told_and_comes_back_with_one_key() {
    let run = led("09:00 space 09:10 n n");
    assert_eq!(last_line(&run), "Hoppet over: «1-2-4-alle»; slutt kl. 11:45, u angrer");
    assert_eq!(current(&run.keys("u")).part.map(|part| part.index), Some(0));
    lacks(&led("09:00 space 09:10 n"), "Hoppet over");
    lacks(&led("09:00 space 09:10 n 09:22 n"), "Hoppet over");
    shows(&led("09:00 space 09:10 n 09:10:50 pagedown"), "Hoppet over: «1-2-4-alle»");
}

#[test]
fn while_a_session_runs_the_agenda_hints_at_it_and_not_at_a_start() {
    let run = led("09:00 space 09:05 2");
    assert!(last_line(&run).starts_with("s til samlingen, eller en ny"), "{}", run.text());
    shows(&run.keys("s"), "1 Tilbake til samlingen");
    assert!(last_line(&led("tab tab tab")).starts_with("s start samlingen"), "{}", led("tab tab tab").text());
}

/// The morning with the real catalogue, its method without a question.
fn unasked() -> Model {
    let mut plan = agenda(Lang::Nb);
    plan.blocks.iter_mut().for_each(|block| block.question = Line::default());
    let mut model = with(&plan, Lang::Nb);
    model.catalogue = common::model(Lang::Nb).catalogue;
    model
}

#[test]
fn a_card_without_the_question_it_sends_people_to_says_so_and_can_be_given_one_while_it_runs() {
    let run = led_on(&unasked(), "09:00 space 09:10 n");
    shows(&run, "▷ Spørsmål på veggen? Trykk Ctrl-E");
    let (before, now) = (run.app.model.clone(), "09:12");
    let asked = run.keys("09:12 ctrl-e 'Hva vil vi?' enter");
    shows(&asked, "Endret: «1-2-4-alle»");
    lacks(&asked, "Spørsmål på veggen?");
    let mut english = unasked();
    english.lang = Lang::En;
    shows(&led_on(&english, "09:00 space 09:10 n"), "▷ A question for the wall? Press Ctrl-E");
    shows(&opened(&english, "08:50", (80, 24)).keys("09:00 space 09:10 n"), "▷ A question? Press Ctrl-E");
    let shown = |model: &Model| common::text(&wall(model, now, NARROW));
    assert!(shown(&asked.app.model).contains("Hva vil vi?"), "{}", shown(&asked.app.model));
    assert!(!shown(&before).contains("Hva vil vi?"));
    assert_eq!(asked.app.model.schedule(at(now)), before.schedule(at(now)), "its time is as it was");
    let log = &session(&asked).log;
    assert_eq!(&ron::from_str::<Vec<Entry>>(&ron::to_string(log).unwrap()).unwrap(), log);
    let undone = asked.keys("u");
    shows(&undone, "Angret: endringen av «1-2-4-alle»");
    shows(&undone, "Spørsmål på veggen?");
}

#[test]
fn the_words_of_what_runs_are_changed_without_its_time_and_its_note_stays_private() {
    let run = led("09:00 space 09:10 n 09:12 ctrl-e up 'Én, to, fire' down down '.mer' enter");
    assert_eq!(session(&run).plan_at(run.now).blocks.get(1).unwrap().title.as_str(), "Én, to, fire");
    assert_eq!(current(&run).remaining.to_string(), "10:00");
    let live = run.app.model.facts.live.as_ref().unwrap();
    assert!(format!("{:?}", live.private.notes).contains("døra..mer"), "{:?}", live.private.notes);
    assert!(!format!("{:?}", live.session).contains("døra"));
    let leads = |model: &Model| model.facts.live.as_ref().unwrap().private.leads.clone();
    assert_eq!(leads(&run.app.model), leads(&ready(Lang::Nb)), "what the leader does stays");
    let noted = led("09:00 space 09:10 n 09:12 ctrl-e down '.mer' enter");
    shows(&noted, "Notatet er lagret");
    assert_eq!(session(&noted).log.len(), 2);
    shows(&led("09:00 space 09:10 n 09:12 ctrl-e 'x' enter 2"), "1-2-4-alle");
}

#[test]
fn a_card_that_needs_a_question_says_so_when_it_is_put_into_an_agenda() {
    let added = |name: &str| Run::new(Lang::Nb).keys(&format!("1 '{name}' ctrl-l"));
    shows(&added("-2-4-alle"), "· trenger et spørsmål");
    lacks(&added("-prosent"), "trenger et spørsmål");
}

#[test]
fn the_check_before_the_start_names_what_has_no_question() {
    let seen = |model: &Model| Seen::of(model, at("08:50"), None).unasked;
    assert_eq!(seen(&unasked()), ["1-2-4-alle"]);
    let mut asked = unasked();
    asked.facts.live = None;
    assert!(seen(&asked).is_empty(), "the saved agenda has its question");
    shows(&opened(&unasked(), "08:50", (80, 50)).keys("ctrl-k"), "Klar til start?");
}

#[test]
fn the_sample_and_every_template_ask_what_their_cards_send_people_to() {
    for lang in Lang::ALL {
        let catalogue = common::model(lang).catalogue;
        assert!(catalogue.tools().any(|tool| tool.asks));
        let templates = data::guide().0.templates;
        let made = templates.iter().map(|template| template.agenda(&catalogue, lang));
        for agenda in made.chain(data::sample(&catalogue, lang)) {
            let lacking = agenda.blocks.iter().filter(|block| catalogue.lacks_question(block));
            let titles: Vec<&str> = lacking.map(|block| block.title.as_str()).collect();
            assert!(titles.is_empty(), "{}: {titles:?}", agenda.title);
        }
    }
}
