//! The console, led by keys: what a script of keys leaves on the screen, and in the session.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod stage;

use stage::{act, agenda, at, frame, idle, play, ready, text, with};
use vidde::domain::schedule::{RunState, Schedule};
use vidde::domain::session::{Face, Session};
use vidde::domain::text::Lang;
use vidde::domain::times::Seconds;
use vidde::model::{Model, Role};
use vidde::screens::live::Live;
use vidde::screens::room::Room;

/// The model after a script of keys in the console.
fn led(lang: Lang, script: &str) -> Model {
    let mut model = ready(lang);
    play(Box::<Live>::default(), &mut model, script);
    model
}

fn view(model: &Model, now: &str) -> Schedule {
    model.schedule(at(now)).unwrap()
}

fn remaining(model: &Model, now: &str) -> String {
    view(model, now).current().unwrap().remaining.to_string()
}

fn running(model: &Model, now: &str) -> String {
    let id = view(model, now).current().unwrap().id;
    model.session().unwrap().plan.block(id).unwrap().title.to_string()
}

#[test]
fn every_large_key_starts_the_session() {
    for key in ["space", "enter", "pagedown", "n"] {
        let model = led(Lang::Nb, &format!("09:00 {key}"));
        assert_eq!(remaining(&model, "09:04"), "6:00", "{key}");
    }
}

#[test]
fn a_run_is_led_by_keys() {
    let cases = [
        ("09:00 space 09:04 space 09:06 space", "09:07", "Velkommen", "5:00"),
        ("09:00 space 09:08 n", "09:10", "1-2-4-alle", "10:00"),
        ("09:00 space 09:08 pagedown 09:10 pageup", "09:10", "Velkommen", "2:00"),
        ("09:00 space 09:04 + +", "09:04", "Velkommen", "8:00"),
        ("09:00 space 09:04 >", "09:04", "Velkommen", "11:00"),
        ("09:00 space 09:04 > <", "09:04", "Velkommen", "6:00"),
        ("09:00 space 09:04 -", "09:04", "Velkommen", "5:00"),
        ("09:00 space 09:04 n u", "09:05", "Velkommen", "5:00"),
        ("09:00 space 09:04 down down enter", "09:04", "Pause", "15:00"),
        ("09:00 space 09:04 down down enter u", "09:04", "Velkommen", "6:00"),
        ("09:00 space 09:04 down s 09:10 n", "09:10", "Pause", "15:00"),
        ("09:00 space 09:04 down s s 09:10 n", "09:10", "1-2-4-alle", "12:00"),
        ("09:00 space 09:14 t enter", "09:14", "1-2-4-alle", "9:00"),
        ("09:00 space 09:14 t backspace 4 enter", "09:14", "1-2-4-alle", "8:00"),
        ("09:00 space 09:14 t backspace 9 9 enter esc", "09:14", "Velkommen", "-4:00"),
        ("09:08 t backspace 8 enter", "09:08", "Velkommen", "2:00"),
        ("09:00 space 09:04 esc . b f5 q", "09:04", "Velkommen", "6:00"),
    ];
    for (script, now, block, left) in cases {
        let model = led(Lang::Nb, script);
        let shown = text(&frame(&Live::default(), &model, now, (80, 24)));
        assert_eq!(
            (running(&model, now).as_str(), remaining(&model, now).as_str()),
            (block, left),
            "{script}:\n{shown}"
        );
    }
}

#[test]
fn parts_go_on_by_themselves_and_by_key() {
    let part = |script: &str, now: &str| {
        let model = led(Lang::Nb, script);
        let current = view(&model, now).current().unwrap().clone();
        let part = current.part.unwrap();
        (part.index + 1, part.remaining.to_string(), current.remaining.to_string())
    };
    let is = |index: usize, part: &str, block: &str| (index, part.to_owned(), block.to_owned());
    let start = "09:00 space 10:00 n";
    assert_eq!(part(start, "10:00:30"), is(1, "0:30", "11:30"), "S1");
    assert_eq!(part(start, "10:02:30"), is(2, "0:30", "9:30"), "S2");
    assert_eq!(part(&format!("{start} 10:04 +"), "10:04"), is(3, "4:00", "9:00"), "S3");
    assert_eq!(part(&format!("{start} 10:01:30 right"), "10:01:30"), is(3, "4:00", "10:30"));
    assert_eq!(part(&format!("{start} 10:01:30 right left"), "10:01:30"), is(2, "2:00", "10:30"));
    assert_eq!(part(&format!("{start} 10:01:30 right u"), "10:01:30"), is(2, "1:30", "10:30"));
}

#[test]
fn a_refusal_is_told_in_words_and_changes_nothing() {
    for (script, words) in [
        ("09:00 space 09:04 p", "Det er ingen tidligere økt"),
        ("09:00 space 09:04 right", "Det er ingen flere deler"),
        ("09:00 space 09:04 enter", "Den økten er alt i gang"),
        ("09:00 space 09:10 n 09:12 up s", "Økten er ferdig"),
        ("08:55 p", "ikke startet"),
        ("08:55 u", "ingenting å angre"),
    ] {
        let model = led(Lang::Nb, script);
        let notice = model.notice.as_ref().map_or("", |notice| notice.text.as_str());
        assert!(notice.contains(words), "{script}: “{notice}”");
    }
}

#[test]
fn a_window_that_only_shows_says_so() {
    let mut model = ready(Lang::Nb);
    act(&mut model, "09:00 start");
    model.role = Role::Viewer;
    for key in ["space", "n", "p", "+", "<", "u", "s", "enter", "right", "b", "e", "t"] {
        let before = model.facts.clone();
        model.notice = None;
        let stack = play(Box::<Live>::default(), &mut model, &format!("09:04 {key}"));
        assert_eq!((model.facts.clone(), stack.len()), (before, 1), "{key}");
        assert!(
            model.notice.as_ref().is_some_and(|notice| notice.text.contains("annet vindu")),
            "{key}: {:?}",
            model.notice
        );
    }
}

#[test]
fn the_end_is_asked_about_and_leaves_a_record() {
    let asked = led(Lang::Nb, "09:00 space 09:30 e enter");
    assert!(asked.session().is_some(), "Enter takes the harmless answer");
    let model = led(Lang::Nb, "09:00 space 09:30 e 2");
    assert!(model.session().is_none());
    let (name, record) = model.facts.finished.first_key_value().unwrap();
    assert_eq!(name, "2026-11-23-0900-formiddag");
    assert!(record.session.log.len() == 2 && record.private.notes.len() == 1, "{record:?}");
    assert!(model.notice.unwrap().text.contains("sessions/2026-11-23-0900-formiddag.ron"));
    let put_away = led(Lang::Nb, "08:55 e 2");
    assert!(put_away.session().is_none() && put_away.facts.finished.is_empty(), "never started, nothing to keep");
    let over = led(Lang::Nb, "09:00 space 09:10 n n n n 11:30 n 11:45 n e");
    assert!(over.session().is_none() && over.facts.finished.len() == 1, "over: stored without a question");
}

#[test]
fn the_wall_is_remembered_as_the_face_that_was_up() {
    let face = |script: &str| led(Lang::Nb, script).session().unwrap().stage.face;
    assert_eq!(face("09:00 space w"), Face::Room);
    assert_eq!(face("09:00 space w esc"), Face::Room);
    assert_eq!(face("09:00 space w w"), Face::Console);
}

#[test]
fn where_nothing_runs_it_is_told_how_to_begin_and_one_key_begins() {
    let mut model = idle(Lang::Nb);
    let shown = text(&frame(&Live::default(), &model, "08:50", (57, 16)));
    assert!(shown.contains("Mellomrom starter «Tidlig hjelp"), "{shown}");
    play(Box::<Live>::default(), &mut model, "09:00 space");
    assert!(model.session().is_some_and(Session::has_started));
    let mut far = idle(Lang::Nb);
    let stack = play(Box::<Live>::default(), &mut far, "13:00 enter");
    assert_eq!(stack.len(), 2, "more than an hour off its planned start, it asks");
    model.facts.agendas.clear();
    model.facts.live = None;
    let shown = text(&frame(&Live::default(), &model, "08:50", (57, 16)));
    assert!(shown.contains("Lag en kjøreplan først"), "{shown}");
}

#[test]
fn conflicts_and_slack_are_told_in_words() {
    let mut model = ready(Lang::Nb);
    act(&mut model, "09:00 start 09:10 next 09:22 next 09:37 next");
    let shown = text(&frame(&Live::default(), &model, "11:10", (100, 30)));
    for words in
        ["53 min etter skjema", "▲ Lunsj: 10 min etter kl. 11:00", "Slutt kl. 11:55 (planlagt 11:45)", "plan 11:30"]
    {
        assert!(shown.contains(words), "“{words}”:\n{shown}");
    }
    assert!(!shown.contains("-53") && !shown.contains("−53"));
    let early = text(&frame(&Live::default(), &model, "09:50", (100, 30)));
    assert!(early.contains("luft 43 min") && early.contains("i rute"), "{early}");
}

#[test]
fn the_console_has_time_say_lead_and_what_comes_in_a_small_window() {
    for size in [(57, 14), (57, 16), (80, 22), (200, 48), (43, 10)] {
        let model = led(Lang::Nb, "09:00 space 09:10 n");
        let shown = text(&frame(&Live::default(), &model, "09:10:20", size));
        let flat = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in ["1-2-4-alle", "del 1/4", "Neste: Pause", "Alene, i stillhet", "Vern om stillheten"] {
            assert!(flat.contains(words) || size.0 == 43, "“{words}” at {size:?}:\n{shown}");
        }
        assert!(shown.contains('█') || shown.contains('▀'), "{shown}");
    }
}

#[test]
fn every_size_is_drawn() {
    for script in ["", "09:00 start 09:10 next", "09:00 start 09:10 next 09:22 next 09:37 next 10:20 next"] {
        let mut model = ready(Lang::Nb);
        act(&mut model, script);
        for (width, height) in
            (0..120).step_by(3).flat_map(|width| (0..30).step_by(2).map(move |height| (width, height)))
        {
            frame(&Live::default(), &model, "10:40", (width, height));
        }
    }
}

#[test]
fn pictures_of_the_console_and_the_room_stay_as_they_are() {
    let mut faults = Vec::new();
    for (name, script, now) in [
        ("part", "09:00 start 09:10 next", "09:15:30"),
        ("break", "09:00 start 09:12 next 09:24 next", "09:30:10"),
        ("over", "09:00 start 09:10 next 09:22 next 09:37 next", "10:19:10"),
        ("pending", "09:00 start 09:10 next 09:22 next 09:37 next 10:17 next", "10:40"),
        ("paused", "09:00 start 09:10 next 09:15 pause", "09:18"),
        ("done", "09:00 start 09:10 end", "09:10"),
    ] {
        for lang in [Lang::Nb, Lang::En] {
            let mut model = with(&agenda(lang), lang);
            act(&mut model, script);
            for size in [(57, 16), (80, 24), (200, 50)] {
                let console = text(&frame(&Live::default(), &model, now, size));
                let room = text(&frame(&Room, &model, now, size));
                let picture = format!("{console}{}\n{room}", "=".repeat(usize::from(size.0)));
                faults.extend(picture_differs(&format!("{name}-{}-{}x{}", lang.code(), size.0, size.1), &picture));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Nothing when the picture is the one that is kept; `VIDDE_PICTURES=keep` keeps this one instead.
fn picture_differs(name: &str, picture: &str) -> Option<String> {
    let file =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stage/pictures").join(format!("{name}.txt"));
    if std::env::var_os("VIDDE_PICTURES").is_some_and(|wish| wish == "keep") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, picture).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    (kept != picture).then(|| format!("{name} was\n{kept}\nand is\n{picture}"))
}

#[test]
fn before_the_start_nothing_is_late() {
    let model = ready(Lang::En);
    let shown = text(&frame(&Live::default(), &model, "09:03", (80, 24)));
    assert!(shown.contains("The planned start at 09:00 has passed") && !shown.contains("behind"), "{shown}");
    assert_eq!(view(&model, "09:03").state, RunState::Before { to_start: Some(Seconds(-180)) });
}
