//! Proposals, the question to the group, and the private lines about pace, as they are led by keys and seen.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, at, opened, shows, text, wall};
use stage::{act, with};
use vidde::domain::agenda::{Agenda, Block, BlockId, Kind, Part};
use vidde::domain::session::{Act, Change, Entry, Stage, Wish};
use vidde::domain::text::{Lang, Text};
use vidde::domain::times::Seconds;
use vidde::model::{Model, Role};

const SIZES: [(u16, u16); 3] = [(57, 16), (80, 24), (200, 50)];

/// A late morning: what is left from 10:20 on takes ten minutes more than there is until noon.
fn morning(lang: Lang) -> Agenda {
    let pick = |nb: &'static str, en: &'static str| if lang == Lang::En { en } else { nb };
    let mut agenda = Agenda::new(pick("Tidlig hjelp", "Early help"), lang);
    agenda.start = "10:00".parse().ok();
    let block = |kind, title, minutes| Block::new(kind, title, minutes);
    let blocks = [
        block(Kind::Opening, pick("Velkommen", "Welcome"), 10),
        Block { min: Some(25), ..block(Kind::Work, pick("Styrkekort", "Strength cards"), 40) },
        block(Kind::Break, pick("Pause", "Break"), 15),
        Block { min: Some(30), ..block(Kind::Work, pick("Framtidsverksted", "Future workshop"), 30) },
        Block { optional: true, min: Some(10), ..block(Kind::Work, pick("Heiarunde", "Round of cheers"), 10) },
        block(Kind::Closing, pick("Gjort, lært, lurt", "Done, learned, smart"), 15),
        Block { fixed: "12:00".parse().ok(), ..block(Kind::Work, pick("Slutt", "End"), 0) },
    ];
    for block in blocks {
        agenda.insert(block, None);
    }
    agenda
}

fn led(lang: Lang, script: &str) -> Model {
    let mut model = with(&morning(lang), lang);
    act(&mut model, script);
    model
}

/// Compares what `keys` show at `now` with what is kept, in every size.
fn check(name: &str, model: &Model, (now, keys): (&str, &str)) {
    for size in SIZES {
        let run = opened(model, now, size).keys(keys);
        insta::assert_snapshot!(format!("{name}-{}-{}x{}", model.lang.code(), size.0, size.1), run.text(), keys);
    }
}

#[test]
fn proposals_stand_with_what_they_lead_to() {
    for lang in Lang::ALL {
        check("short", &led(lang, "10:00 start"), ("10:20", "r down"));
    }
    check("far-too-short", &led(Lang::Nb, "10:00 start"), ("10:40", "r down down"));
    check("spare", &led(Lang::En, "10:00 start 10:02 next 10:30 next"), ("10:32", "r down"));
    check("lunch", &before_lunch(), ("10:50", "r down"));
}

#[test]
fn minutes_are_those_between_the_clock_times_that_are_shown() {
    let mut agenda = morning(Lang::Nb);
    agenda.blocks.pop();
    let mut model = with(&agenda, Lang::Nb);
    act(&mut model, "09:40:30 start");
    let shown = |now: &str, keys: &str| {
        let text = opened(&model, now, (200, 50)).keys(keys).text();
        text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
    };
    let early = shown("09:41", "r");
    assert!(early.contains("Vi har 19 min til overs før kl. 12:00"), "{early}");
    assert!(early.contains("→ slutt 11:41, 19 min tidligere enn planlagt"), "{early}");
    let mut late = with(&agenda, Lang::Nb);
    act(&mut late, "10:00:30 start");
    let text = opened(&late, "10:15:20", (200, 50)).keys("r").text();
    assert!(
        text.contains("tar 6 min mer enn vi har til kl. 12:00") && text.contains("slutt 12:06, 6 min senere"),
        "{text}"
    );
}

#[test]
fn an_old_and_a_new_length_are_both_in_minutes() {
    let mut agenda = morning(Lang::Nb);
    agenda.blocks[1] = Block { minutes: 80, min: Some(60), ..agenda.blocks[1].clone() };
    agenda.blocks[6].fixed = "12:40".parse().ok();
    let mut model = with(&agenda, Lang::Nb);
    act(&mut model, "10:00 start");
    shows(&opened(&model, "10:20", (80, 24)).keys("r"), "«Styrkekort» 80 → 70 min");
    agenda.blocks.pop();
    agenda.blocks[2].minutes = 50;
    let mut early = with(&agenda, Lang::Nb);
    act(&mut early, "09:40 start");
    shows(&opened(&early, "09:41", (80, 24)).keys("r"), "Lengre pause: «Pause» 50 → 65 min");
}

/// The talk before a fixed lunch has been long.
fn before_lunch() -> Model {
    let mut agenda = stage::agenda(Lang::Nb);
    agenda.blocks[3].minutes = 20;
    agenda.blocks.insert(4, Block { id: BlockId(0), ..Block::new(Kind::Work, "To og to", 20) });
    let mut model = with(&agenda, Lang::Nb);
    act(&mut model, "09:00 start 09:10 next 09:22 next 09:37 next");
    model
}

#[test]
fn the_group_is_asked_on_the_wall_in_every_size_and_language() {
    for lang in Lang::ALL {
        check("ask", &led(lang, "10:00 start"), ("10:20", "r g"));
    }
}

#[test]
fn private_lines_say_what_matters_most_first() {
    check("aside-forgotten", &led(Lang::Nb, "10:00 start"), ("10:26", ""));
    check("aside-horizon", &led(Lang::Nn, "10:00 start"), ("10:05", ""));
    check("aside-break", &led(Lang::En, "10:00 start 10:10 next"), ("11:16", ""));
    check("aside-start", &led(Lang::En, ""), ("10:04", ""));
}

#[test]
fn a_break_that_comes_at_once_is_not_asked_for() {
    let model = led(Lang::Nb, "10:00 start 10:10 next");
    shows(&opened(&model, "11:26", (57, 16)), "Tid for en pause snart");
    let soon = opened(&model, "11:30", (80, 24)).keys("n");
    let running = opened(&led(Lang::Nb, "09:00 start 10:10 next"), "10:47", (200, 50));
    shows(&running, "1 t 47 min i strekk · pause kl. 10:50");
    for asked in ["Pause snart?", "krefter"] {
        assert!(!running.text().contains(asked), "{}", running.text());
        assert!(!soon.text().contains(asked), "{}", soon.text());
    }
}

#[test]
fn the_wall_tells_its_leader_the_keys_of_the_answer() {
    shows(&at_twenty("r"), "tre veier videre; på veggen tar 1–3 svaret, w går tilbake");
    shows(&at_twenty("r g").any_keys("x"), "1–3: det gruppa velger · w: tilbake");
    shows(&at_twenty("r g 1").any_keys("x"), "w: tilbake til konsollen");
}

#[test]
fn what_cannot_have_happened_then_says_why() {
    let stood = opened(&led(Lang::Nb, "10:00 start"), "10:05", (80, 24)).keys("space 10:09 space 10:10 t right 3");
    shows(&stood, "▲ Da sto klokka");
    let ran = opened(&led(Lang::Nb, "10:00 start"), "10:05", (80, 24)).keys("space 10:07 t 5");
    shows(&ran, "▲ Da gikk klokka");
}

#[test]
fn what_was_forgotten_is_dated_back_by_digits_or_arrows() {
    check("dated", &led(Lang::Nb, "10:00 start"), ("10:15", "t 4"));
    check("dated-start", &led(Lang::Nn, ""), ("10:08", "t 8"));
    let then = |now: &str, keys: &str| {
        let run = opened(&led(Lang::Nb, "10:00 start"), now, (80, 24)).keys(keys);
        let view = run.app.model.schedule(at(now)).unwrap();
        let title = view.current().map(|current| title(&run.app.model, current.id));
        let left = view.current().map(|current| current.remaining.to_string());
        (title.unwrap_or_default(), left.unwrap_or_default())
    };
    let is = |title: &str, left: &str| (title.to_owned(), left.to_owned());
    assert_eq!(then("10:15", "t enter"), is("Styrkekort", "37:00"));
    assert_eq!(then("10:15", "t 4 enter"), is("Styrkekort", "36:00"));
    assert_eq!(then("10:15", "t 1 2 enter"), is("Styrkekort", "28:00"));
    assert_eq!(then("10:15", "t up up enter"), is("Styrkekort", "35:00"));
    assert_eq!(then("10:15", "t down down enter"), is("Styrkekort", "39:00"));
    assert_eq!(then("10:15", "t right enter"), is("Velkommen", "-2:00"), "the clock has stood since 10:12");
    assert_eq!(then("10:15", "t left 5 enter"), is("", ""), "it ended at 10:10");
    assert_eq!(then("10:15", "t 4 enter u"), is("Velkommen", "-5:00"));
    assert_eq!(then("10:15", "t 9 9 enter esc"), is("Velkommen", "-5:00"), "99 minutes are refused");
    assert_eq!(then("10:15", "t backspace enter esc"), is("Velkommen", "-5:00"), "no minutes are refused");
    let told = opened(&led(Lang::Nb, "10:00 start"), "10:15", (80, 24)).keys("t 4 enter");
    shows(&told, "✓ «Styrkekort» begynte kl. 10:11; u angrer");
}

fn title(model: &Model, id: BlockId) -> String {
    model.session().unwrap().plan.block(id).unwrap().title.to_string()
}

fn log(run: &Run) -> Vec<Entry> {
    run.app.model.session().unwrap().log.clone()
}

fn at_twenty(keys: &str) -> Run {
    opened(&led(Lang::Nb, "10:00 start"), "10:20", (80, 24)).keys(keys)
}

#[test]
fn one_key_takes_a_proposal_and_one_takes_it_back() {
    let before = log(&at_twenty(""));
    for (keys, told) in [
        ("r down enter", "✓ Tatt bort «Heiarunde» (10 min); u angrer"),
        ("r 1", "✓ Tatt bort «Heiarunde» (10 min); u angrer"),
        ("r 2", "✓ Kortet inn: «Styrkekort» 40 → 30 min; u angrer"),
        ("r a", "✓ Avtalt: vi slutter kl. 12:15; u angrer"),
        ("r t enter", "✓ Avtalt: vi slutter kl. 12:15; u angrer"),
        ("r t '1220' enter", "✓ Avtalt: vi slutter kl. 12:20; u angrer"),
        ("r t 'kl. 12.30' enter", "✓ Avtalt: vi slutter kl. 12:30; u angrer"),
    ] {
        let run = at_twenty(keys);
        assert_eq!(log(&run).len(), before.len() + 1, "{keys}");
        shows(&run, told);
        let undone = run.keys("u");
        let agreed = told.strip_prefix("✓ Avtalt: vi slutter kl. ").map(|end| &end[..5]);
        let said = agreed.map_or("Angret: forslaget".to_owned(), |end| format!("Angret: avtalen om slutt kl. {end}"));
        shows(&undone, &said);
        assert_eq!(log(&undone), before, "{keys}");
    }
}

#[test]
fn nothing_changes_by_looking_by_a_clicker_or_by_a_number_that_is_not_there() {
    let before = log(&at_twenty(""));
    for keys in ["r enter", "r esc", "r r", "r down up enter", "r 3 esc"] {
        assert_eq!(log(&at_twenty(keys)), before, "{keys}");
    }
    let clicked = at_twenty("r").any_keys("pagedown pageup f5 . b left right space esc");
    assert_eq!(log(&clicked), before);
    shows(&at_twenty("r 3"), "Det er ikke noe forslag på den tasten nå");
}

#[test]
fn where_nothing_can_be_proposed_that_is_said() {
    for (script, now, told) in [
        ("", "09:50", "Samlingen er ikke startet ennå"),
        ("10:00 start 10:10 end", "10:12", "Samlingen er over; e lagrer den."),
    ] {
        let run = opened(&led(Lang::Nb, script), now, (80, 24)).keys("r");
        shows(&run, told);
        assert_eq!(run.app.model.facts, led(Lang::Nb, script).facts, "{script}");
    }
    let mut model = led(Lang::Nb, "10:00 start");
    model.role = Role::Viewer;
    shows(&opened(&model, "10:20", (80, 24)).keys("r"), "annet vindu styrer");
}

#[test]
fn what_was_chosen_stays_chosen_while_minutes_pass() {
    let run = at_twenty("r down down 10:23");
    shows(&run, "▸ 1 Korte inn: «Styrkekort» 40 → 27 min");
    shows(&run.keys("10:40 down up enter"), "Kortet inn: «Styrkekort» 40 → 25 min; u angrer");
}

#[test]
fn the_group_chooses_by_the_leaders_keys() {
    let asked = || at_twenty("r g");
    let question = "Hva passer best for dere?";
    let on_the_wall = |run: &Run| text(&wall(&run.app.model, "10:20", (57, 16)));
    assert!(on_the_wall(&asked()).contains(question), "the second terminal shows it too");
    for (key, changes) in [
        ("1", (Wish::EndAt(at("12:15")), vec![Change::Finish(at("12:15"))])),
        ("2", (Wish::Shorten, vec![Change::Length(BlockId(2), Seconds::minutes(30)), Change::Finish(at("12:00"))])),
        ("3", (Wish::Drop, vec![Change::Drop(BlockId(5)), Change::Finish(at("12:00"))])),
    ] {
        let run = asked().keys(key);
        let (wish, changes) = changes;
        assert_eq!(log(&run).last().map(|entry| entry.act.clone()), Some(Act::Answer(wish, changes)), "{key}");
        assert!(!run.text().contains(question) && !on_the_wall(&run).contains(question), "{}", run.text());
        assert_eq!(log(&run.keys("u")), log(&at_twenty("")), "{key}");
    }
    shows(&asked().keys("1 w 10:55"), "(avtalt 12:15)");
}

#[test]
fn each_choice_on_the_wall_says_when_it_ends_and_ends_then() {
    for (lang, choices) in [
        (
            Lang::Nb,
            [
                "Vi slutter kl. 12:15",
                "Vi korter inn «Styrkekort» med 10 min og slutter kl. 12:00",
                "Vi tar bort «Heiarunde» og slutter kl. 12:00",
            ],
        ),
        (
            Lang::Nn,
            [
                "Vi sluttar kl. 12:15",
                "Vi kortar inn «Styrkekort» med 10 min og sluttar kl. 12:00",
                "Vi tek bort «Heiarunde» og sluttar kl. 12:00",
            ],
        ),
        (
            Lang::En,
            [
                "We end at 12:15",
                "We shorten “Strength cards” by 10 min and end at 12:00",
                "We leave out “Round of cheers” and end at 12:00",
            ],
        ),
    ] {
        let asked = || opened(&led(lang, "10:00 start"), "10:20", (57, 16)).keys("r g");
        for (key, choice) in ["1", "2", "3"].into_iter().zip(choices) {
            shows(&asked(), choice);
            let end = asked().keys(key).app.model.schedule(at("10:20")).unwrap();
            let clock = choice.rsplit(' ').next().unwrap();
            assert_eq!(end.finish.unwrap().clock_up(&stage::zone()), clock, "{choice}");
        }
    }
}

#[test]
fn the_group_is_thanked_for_its_answer_with_the_end_and_then_has_its_task_again() {
    let answered = at_twenty("r g 1");
    let on_the_wall = |now: &str| text(&wall(&answered.app.model, now, (57, 16)));
    shows(&answered, "Takk! Vi slutter kl.");
    assert!(on_the_wall("10:20:07").contains("Takk! Vi slutter kl."), "the second terminal has it too");
    assert!(on_the_wall("10:20:08").contains("Velkommen"), "{}", on_the_wall("10:20:08"));
    for keys in ["r g 1 u", "r g 1 pagedown", "r g 1 b"] {
        assert!(!at_twenty(keys).text().contains("Takk"), "{keys}\n{}", at_twenty(keys).text());
    }
    assert_eq!(log(&at_twenty("r g 1").any_keys("2")), log(&answered), "a number means nothing any more");
}

#[test]
fn a_new_end_and_the_question_keep_their_keys_whatever_else_is_proposed() {
    for now in ["10:20", "10:30", "10:40", "10:50"] {
        let list = opened(&led(Lang::En, "10:00 start"), now, (80, 24)).keys("r");
        let agree = list.keys("a");
        assert!(matches!(log(&agree).last().unwrap().act, Act::Agree(ref it) if matches!(it[..], [Change::Finish(_)])));
        shows(&agree, "✓ Agreed: we end at 1");
        shows(&opened(&led(Lang::En, "10:00 start"), now, (80, 24)).keys("r g"), "What would suit you best?");
    }
}

#[test]
fn after_a_new_end_all_is_measured_from_it() {
    let agreed = at_twenty("r a");
    shows(&agreed, "5 min til overs før kl. 12:15");
    for (now, keys, said) in [
        ("10:25", "", "i rute til avtalt slutt kl. 12:15"),
        ("10:28", "", "slutt 3 min etter avtalt"),
        ("10:28", "", "▷ 3 min må vekk før 12:15? Trykk r"),
        ("10:28", "t 5", "har 35:00 igjen, 2 min til overs før"),
        ("10:28", "r", "slutt 12:18, 3 min senere enn avtalt"),
        ("10:28", "r 1", "til overs før kl. 12:15"),
    ] {
        let run = opened(&agreed.app.model, now, (80, 24)).keys(keys);
        shows(&run, said);
        assert!(!run.text().contains("enn planlagt"), "{}", run.text());
    }
}

#[test]
fn what_the_group_has_agreed_on_is_told_when_the_wall_is_left() {
    let chosen = at_twenty("r g 1");
    assert!(!chosen.text().contains("Avtalt"), "the wall says nothing of it\n{}", chosen.text());
    shows(&chosen.keys("w"), "Avtalt med gruppa: slutt kl. 12:15; u angrer");
    shows(&at_twenty("r g 1 w u"), "Angret: avtalen med gruppa om slutt kl. 12:15");
    let shortened = at_twenty("r g 2 w");
    for said in [
        "Avtalt med gruppa: slutt kl. 12:00; u angrer",
        "i rute til avtalt slutt kl. 12:00",
        "Slutt kl. 12:00 (avtalt)",
    ] {
        shows(&shortened, said);
    }
    assert!(!at_twenty("r g w").text().contains("Avtalt"));
}

#[test]
fn what_there_is_time_for_until_the_planned_end_is_agreed_on_and_kept() {
    let mut agenda = morning(Lang::Nb);
    agenda.blocks.retain(|block| !block.optional);
    agenda.blocks[5].fixed = "11:50".parse().ok();
    for (lang, receipt, undone) in [
        (
            Lang::Nb,
            "Avtalt med gruppa: slutt kl. 11:50, med det vi rekker; u angrer",
            "Angret: avtalen med gruppa om slutt kl. 11:50",
        ),
        (
            Lang::En,
            "Agreed with the group: ends at 11:50, with what we have time for; u undoes it",
            "Undone: the agreement with the group to end at 11:50",
        ),
    ] {
        let mut model = with(&agenda, lang);
        act(&mut model, "10:00 start");
        let late = opened(&model, "10:20", (80, 24)).keys("> >");
        let asked = late.keys("r g");
        shows(&asked, "11:50, med det vi rekker");
        let answered = asked.keys("3 w");
        shows(&answered, receipt);
        assert!(!answered.text().contains("på råd"), "the group has answered\n{}", answered.text());
        assert_eq!(log(&answered).len(), 4);
        shows(&answered.keys("u"), undone);
    }
    let mut model = with(&agenda, Lang::Nb);
    act(&mut model, "10:00 start");
    shows(&opened(&model, "10:20", (57, 16)).keys("r g 3 w"), "Avtalt med gruppa: slutt kl. 11:50; u angrer");
    let told = opened(&model, "10:20", (80, 24)).keys("r g 3 w");
    shows(&told, "▷ 10 min må vekk før 11:50? Trykk r");
}

#[test]
fn an_end_is_agreed_on_by_a_clock_time_too() {
    let form = at_twenty("r t");
    shows(&form, "Når er dere enige om å slutte?");
    shows(&form, "12:15");
    shows(&form, "Nå ser det ut til slutt kl. 12:10.");
    for (typed, why) in [("'tolv'", "Skriv et klokkeslett, som 15:30."), ("'0900'", "Kl. 09:00 er passert.")] {
        let refused = form_of(typed);
        shows(&refused, why);
        assert_eq!(log(&refused), log(&at_twenty("")), "{typed}");
    }
    assert_eq!(log(&at_twenty("r t esc")), log(&at_twenty("")));
}

fn form_of(typed: &str) -> Run {
    at_twenty(&format!("r t {typed} enter"))
}

#[test]
fn the_box_has_only_keys_that_do_something() {
    let box_of = |script: &str, now: &str| opened(&led(Lang::Nb, script), now, (200, 50)).keys("r");
    let (short, spare) = (box_of("10:00 start", "10:20"), box_of("09:40 start 09:41 next", "09:42"));
    assert!(last_line(&short).contains("g spørre gruppa"), "{}", last_line(&short));
    assert!(!last_line(&spare).contains("spørre gruppa"), "{}", last_line(&spare));
    shows(&spare.keys("g"), "Det er ikke noe forslag på den tasten nå");
}

fn last_line(run: &Run) -> String {
    run.text().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn the_question_goes_when_the_wall_is_left_and_when_the_run_goes_on() {
    let question = "Hva passer best for dere?";
    let asked = || at_twenty("r g");
    let left = asked().keys("w");
    assert_eq!(left.app.model.session().unwrap().stage.asking, None);
    assert_eq!(log(&left), log(&at_twenty("")));
    let moved = asked().keys("pagedown");
    assert!(!moved.text().contains(question), "{}", moved.text());
    assert_eq!(log(&moved.keys("1")).len(), 2, "a number means nothing any more");
    assert!(!asked().keys("b").text().contains(question), "a blank wall is blank");
    shows(&asked().any_keys("4 x esc tab"), question);
    shows(&opened(&asked().app.model, "10:21", (57, 16)), question);
}

#[test]
fn it_is_offered_once_to_ask_the_group() {
    let model = led(Lang::Nb, "10:00 start");
    let offer = "Ta gruppa med på råd? Trykk r";
    let offered = |now: &str, keys: &str| opened(&model, now, (80, 24)).keys(keys).text().contains(offer);
    assert_eq!(["10:24", "10:25", "10:29", "10:30"].map(|now| offered(now, "")), [false, true, true, false]);
    assert!(!offered("10:26", "r 1"), "something has been agreed on");
}

#[test]
fn the_horizon_is_one_line_that_drops_to_the_next_possibility() {
    let mut agenda = Agenda::new("Formiddag", Lang::Nb);
    agenda.start = "09:00".parse().ok();
    agenda.insert(Block::new(Kind::Work, "Kartlegging", 75), None);
    agenda.insert(Block { min: Some(30), ..Block::new(Kind::Work, "Styrkekort", 45) }, None);
    agenda.insert(Block { fixed: "11:00".parse().ok(), ..Block::new(Kind::Break, "Lunsj", 30) }, None);
    let mut model = with(&agenda, Lang::Nb);
    act(&mut model, "09:00 start");
    for size in [(57, 16), (200, 50)] {
        let console = |now: &str| opened(&model, now, size).text();
        let both = "Hele Styrkekort rekker vi til 10:15, kort versjon til 10:30";
        let fits = both.chars().count() <= 55 || size.0 > 57;
        assert_eq!(console("10:14").contains(both), fits, "R06 {}", console("10:14"));
        assert!(fits || console("10:15").contains("Styrkekort: hel til 10:15, kort til 10:30"), "{}", console("10:15"));
        let later = console("10:16");
        assert!(later.contains("Kort versjon av Styrkekort rekker vi til 10:30"), "R07 {later}");
        assert!(!later.contains("til 10:15"), "R07 {later}");
        assert!(!console("10:31").contains("rekker"), "{}", console("10:31"));
    }
}

#[test]
fn the_question_is_kept_with_the_session_and_older_files_have_none() {
    let stage = at_twenty("r g").app.model.session().unwrap().stage;
    let written = ron::to_string(&stage).unwrap();
    assert!(written.contains("asking"), "{written}");
    assert_eq!(ron::from_str::<Stage>(&written), Ok(stage));
    assert_eq!(ron::from_str::<Stage>("(wall: Shown, face: Room)").unwrap().asking, None);
}

#[test]
fn a_start_that_is_dated_back_keeps_the_proposal_that_was_taken_since() {
    let run = at_twenty("r 2 10:22 t enter");
    let left = run.app.model.schedule(at("10:22")).unwrap().current().unwrap().remaining;
    assert_eq!(left, Seconds::minutes(27), "30 minutes since 10:19\n{}", run.text());
    let lost = at_twenty("10:21 + 10:24 t 5");
    shows(&lost, "Noe du har gjort siden, gjelder da ikke lenger");
    assert!(!at_twenty("10:21 + 10:24 t 2").text().contains("gjelder da ikke lenger"));
}

#[test]
fn every_size_is_drawn() {
    for keys in ["", "r down down", "t", "r g"] {
        let run = opened(&led(Lang::En, "10:00 start"), "10:40", (80, 24)).keys(keys);
        for (width, height) in (0..64).step_by(3).flat_map(|width| (0..20).map(move |height| (width, height))) {
            run.buffer((width, height));
        }
    }
}

#[test]
fn what_is_asked_of_the_facilitator_stands_above_texts_in_a_small_window_too() {
    let mut agenda = morning(Lang::Nb);
    agenda.blocks[0].parts =
        vec![Part { minutes: 10, say: Text::same(&"Si hvem du er. ".repeat(30)), ..Part::default() }];
    let mut model = with(&agenda, Lang::Nb);
    act(&mut model, "10:00 start");
    let run = opened(&model, "10:26", (57, 16));
    for words in ["▷ Gått videre? Trykk t og si når", "▷ Ta gruppa med på råd? Trykk r", "Si hvem du er"] {
        shows(&run, words);
    }
}

#[test]
fn many_blocks_that_become_shorter_are_counted_and_listed_for_the_chosen_proposal_alone() {
    let mut plan = Agenda::new("Dag", Lang::Nb);
    plan.start = Some("09:00".parse().unwrap());
    for title in ["Åpning", "Alfa", "Beta", "Gamma", "Delta", "Epsilon"] {
        plan.insert(Block::new(Kind::Work, title, 40), None);
    }
    let mut model = stage::with(&plan, Lang::Nb);
    act(&mut model, "09:00 start");
    let run = opened(&model, "10:00", (80, 24)).keys("r");
    shows(&run, "Korte inn: 5 økter, 4 min kortere hver");
    assert!(!run.text().contains("«Gamma» 40 → 36 min"), "{}", run.text());
    let run = run.keys("down");
    shows(&run, "«Gamma» 40 → 36 min");
    shows(&run.keys("enter"), "✓ Kortet inn: 5 økter, 4 min kortere hver; u angrer");
}

/// A day that runs far behind: five things that can give, and one that may go.
fn far_behind(lang: Lang) -> Model {
    let mut plan = Agenda::new("Dag", lang);
    plan.start = "09:00".parse().ok();
    for title in ["Åpning", "Alfa", "Beta", "Gamma", "Delta"] {
        plan.insert(Block::new(Kind::Work, title, 40), None);
    }
    plan.insert(Block { optional: true, ..Block::new(Kind::Work, "Energigiver 1-2-3", 16) }, None);
    let mut model = stage::with(&plan, lang);
    act(&mut model, "09:00 start");
    model
}

#[test]
fn the_group_reads_what_it_would_give_and_a_time_that_is_said_aloud() {
    for (lang, choices) in [
        (
            Lang::Nb,
            [
                "Vi korter inn fem økter (3–8 min hver) og slutter kl. 12:36",
                "Vi tar bort «Energigiver 1-2-3» og slutter kl. 12:55",
            ],
        ),
        (
            Lang::Nn,
            [
                "Vi kortar inn fem økter (3–8 min kvar) og sluttar kl. 12:36",
                "Vi tek bort «Energigiver 1-2-3» og sluttar kl. 12:55",
            ],
        ),
        (
            Lang::En,
            [
                "We shorten five activities (3–8 min each) and end at 12:36",
                "We leave out “Energigiver 1-2-3” and end at 12:55",
            ],
        ),
    ] {
        let asked = opened(&far_behind(lang), "10:12", (80, 24)).keys("r g");
        for choice in choices {
            shows(&asked, choice);
        }
    }
}

#[test]
fn the_best_proposal_stands_first_and_it_is_said_what_would_be_enough() {
    let run = opened(&far_behind(Lang::Nb), "11:00", (80, 24)).keys("r");
    let text = run.text();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("“{words}”:\n{text}"));
    assert!(place("Ta bort «Energigiver 1-2-3» (16 min), og korte inn") < place("Korte inn: 5 økter"), "{text}");
    assert!(place("Korte inn: 5 økter") < place("Ta bort «Energigiver 1-2-3» (16 min) "), "{text}");
    shows(&run, "→ mangler fortsatt");
    shows(&run, "Velg en økt i planen, og hopp over den.");
    assert!(!text.contains("litt") && !text.contains("for lite"), "{text}");
    assert!(!opened(&led(Lang::Nb, "10:00 start"), "10:20", (80, 24)).keys("r").text().contains("hopp over den"));
}

#[test]
fn a_break_is_not_asked_for_when_the_day_is_ending() {
    let model = led(Lang::En, "09:00 start 09:10 next 09:50 next 09:50:30 next 11:00 next 11:05 next");
    let asked = |now: &str| opened(&model, now, (200, 50)).text().contains("without");
    assert!(!asked("11:08"), "the last block: {}", opened(&model, "11:08", (200, 50)).text());
    let before = led(Lang::En, "09:00 start 09:10 next 09:50 next 09:50:30 next");
    assert!(opened(&before, "10:58", (200, 50)).text().contains("without"), "there is more to come");
}

#[test]
fn a_new_end_is_agreed_on_when_it_is_taken_and_not_before() {
    let run = at_twenty("r");
    shows(&run, "a Avtale ny slutt kl. 12:15 · t: en annen → slutt 12:15, 15 min senere enn planlagt");
    assert!(!run.text().contains("som avtalt"), "{}", run.text());
    let later = run.keys("a 10:30 r");
    shows(&later, "senere enn avtalt");
}
