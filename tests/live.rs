//! The console, led by keys: what a script of keys leaves on the screen, and in the session.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, at, opened, shows, text, wall};
use stage::{act, agenda, idle, ready, with};
use vidde::app::App;
use vidde::domain::agenda::{Agenda, AgendaName, Block, Kind};
use vidde::domain::schedule::{RunState, Schedule};
use vidde::domain::session::{Face, Session};
use vidde::domain::text::Lang;
use vidde::domain::times::Seconds;
use vidde::model::{Model, Role};

/// The model after a script of keys in the console.
fn led(lang: Lang, script: &str) -> Model {
    on_live(&ready(lang), script).app.model
}

/// The program after a script of keys in the console.
fn on_live(model: &Model, script: &str) -> Run {
    in_live(opened(model, "08:50", (80, 24))).keys(script)
}

/// The console as it opens.
fn console(model: &Model, now: &str, size: (u16, u16)) -> String {
    in_live(opened(model, now, size)).text()
}

/// Goes to the console, where a session opens by itself.
fn in_live(run: Run) -> Run {
    let way = if run.app.model.session().is_some() { "" } else { "tab tab" };
    run.keys(way)
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
    for key in ["space", "enter", "pagedown", "n", "s"] {
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
        ("09:00 space 09:04 . b", "09:04", "Velkommen", "6:00"),
    ];
    for (script, now, block, left) in cases {
        let model = led(Lang::Nb, script);
        let shown = console(&model, now, (80, 24));
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
        ("09:00 space 09:04 right", "Denne økten er ikke delt opp"),
        ("09:00 space 09:10 n 09:20 right", "Det er ingen flere deler"),
        ("09:00 space 09:04 enter", "Den økten er allerede i gang"),
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
fn skipping_says_what_it_skips_and_when_it_ends() {
    let skipped = on_live(&ready(Lang::Nb), "09:00 space 09:04 down s");
    assert!(skipped.text().contains("Hoppet over: «1-2-4-alle»; slutt kl. 11:45, u angrer"), "{}", skipped.text());
    let back = skipped.keys("s");
    assert!(back.text().contains("Tatt inn igjen: «1-2-4-alle»; slutt kl. 11:45, u angrer"), "{}", back.text());
    let first = on_live(&ready(Lang::Nn), "09:00 space u s");
    assert_eq!(running(&first.app.model, "09:00"), "Velkommen", "{}", first.text());
}

#[test]
fn a_window_that_only_shows_says_so() {
    let mut model = ready(Lang::Nb);
    act(&mut model, "09:00 start");
    model.role = Role::Viewer;
    for key in ["space", "n", "p", "+", "<", "u", "s", "enter", "right", "b", "e", "t"] {
        let run = opened(&model, "09:04", (80, 24)).keys(key);
        assert_eq!(run.app.model.facts.live, model.facts.live, "{key}");
        assert!(run.text().contains("annet vindu styrer"), "{key}:\n{}", run.text());
    }
}

#[test]
fn a_window_that_only_shows_hints_at_no_key_that_leads() {
    let mut model = ready(Lang::Nb);
    act(&mut model, "09:00 start");
    model.role = Role::Viewer;
    let run = opened(&model, "09:04", (200, 50));
    let hint = run.text().lines().last().unwrap().to_owned();
    assert!(hint.contains("w veggen"), "{hint}");
    for led in ["neste økt", "pause", "forrige økt", "forslag"] {
        assert!(!hint.contains(led), "{hint}");
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
    let put_away = led(Lang::Nb, "08:55 e 2");
    assert!(put_away.session().is_none() && put_away.facts.finished.is_empty(), "never started, nothing to keep");
    let over = led(Lang::Nb, "09:00 space 09:10 n n n n 11:30 n 11:45 n e");
    assert!(over.session().is_none() && over.facts.finished.len() == 1, "over: stored without a question");
}

#[test]
fn the_wall_is_remembered_as_the_face_that_was_up() {
    let face = |script: &str| led(Lang::Nb, script).session().unwrap().stage.face;
    assert_eq!(face("09:00 space w"), Face::Room);
    assert_eq!(face("09:00 space w b"), Face::Room);
    assert_eq!(face("09:00 space w w"), Face::Console);
}

#[test]
fn where_nothing_runs_it_is_told_how_to_begin_and_one_key_begins() {
    let mut model = idle(Lang::Nb);
    let shown = console(&model, "08:50", (57, 16));
    assert!(shown.contains("Mellomrom starter «Tidlig hjelp"), "{shown}");
    let begun = on_live(&model, "09:00 space").app.model;
    assert!(begun.session().is_some_and(Session::has_started));
    let far = on_live(&model, "13:00 enter");
    assert!(far.text().contains("Starte nå?"), "more than an hour off its planned start, it asks:\n{}", far.text());
    assert!(far.app.model.session().is_none());
    model.facts.agendas.clear();
    model.facts.live = None;
    let shown = console(&model, "08:50", (57, 16));
    assert!(shown.contains("Lag en kjøreplan først"), "{shown}");
}

#[test]
fn conflicts_and_slack_are_told_in_words() {
    let mut model = ready(Lang::Nb);
    act(&mut model, "09:00 start 09:10 next 09:22 next 09:37 next");
    let shown = console(&model, "11:10", (100, 30));
    for words in
        ["53 min etter skjema", "▲ Lunsj: 10 min etter kl. 11:00", "Slutt kl. 11:55 (planlagt 11:45)", "15 min"]
    {
        assert!(shown.contains(words), "“{words}”:\n{shown}");
    }
    assert!(!shown.contains("-53") && !shown.contains("−53"));
    let early = console(&model, "09:50", (100, 30));
    assert!(early.contains("luft 43 min") && early.contains("i rute"), "{early}");
}

#[test]
fn the_console_has_time_say_lead_and_what_comes_in_a_small_window() {
    for size in [(57, 16), (80, 24), (200, 50), (43, 12)] {
        let model = led(Lang::Nb, "09:00 space 09:10 n");
        let shown = console(&model, "09:10:20", size);
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
            console(&model, "10:40", (width, height));
        }
    }
}

#[test]
fn pictures_of_the_console_and_the_room_stay_as_they_are() {
    let mut faults = Vec::new();
    for (name, script, now) in [
        ("part", "09:00 start 09:10 next", "09:15:30"),
        ("held", "09:00 start 09:10 next 09:14 step hold", "09:18:20"),
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
                let console = console(&model, now, size);
                let room = text(&wall(&model, now, size));
                let picture = format!("{console}\n{}\n{room}\n", "=".repeat(usize::from(size.0)));
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
    let shown = console(&model, "09:03", (57, 16));
    assert!(shown.contains("The planned start at 09:00 has") && !shown.contains("behind"), "{shown}");
    assert_eq!(view(&model, "09:03").state, RunState::Before { to_start: Some(Seconds(-180)) });
}

#[test]
fn a_session_that_stands_ready_far_from_its_start_is_asked_about_itself() {
    let mut model = ready(Lang::Nb);
    let other = AgendaName::of_file("annen").unwrap();
    model.facts.agendas.insert(other.clone(), Agenda::new("En annen plan", Lang::Nb));
    model.facts.settings.open = Some(other);
    for key in ["space", "enter", "pagedown", "n"] {
        let asked = on_live(&model, &format!("13:00 {key}"));
        assert!(asked.text().contains("Starte nå?"), "{}", asked.text());
        let begun = asked.keys("1").app.model;
        assert_eq!(running(&begun, "13:04"), "Velkommen");
        assert_eq!(view(&begun, "13:04").current().unwrap().drift, Seconds::ZERO, "from now");
    }
    let wall = on_live(&model, "13:00 w pagedown");
    assert!(wall.text().contains("Starte nå?"), "a clicker starts no plan at the wrong time:\n{}", wall.text());
    let undone = on_live(&ready(Lang::Nb), "09:00 space 13:00 u space");
    assert!(undone.text().contains("Starte nå?"), "{}", undone.text());
}

#[test]
fn a_session_that_was_left_open_is_asked_about_after_twelve_hours_and_not_before() {
    let mut model = ready(Lang::Nb);
    act(&mut model, "09:00 start 09:10 next");
    let projected = view(&model, "09:10").end;
    let then = |seconds: i64| Run {
        now: projected + Seconds(seconds),
        ..Run::of(App::new(model.clone(), projected + Seconds(seconds)))
    };
    let before = then(12 * 3600);
    assert!(before.text().contains("1-2-4-alle") && !before.text().contains("aldri"), "{}", before.text());
    for seconds in [12 * 3600 + 1, 3 * 86_400] {
        let asked = then(seconds);
        let shown = asked.text();
        assert!(shown.contains("aldri avsluttet") && shown.contains("23. november"), "{shown}");
        assert!(!shown.contains(" over "), "no time is told of it: {shown}");
        assert!(!shown.contains('+') && !shown.contains(" t "), "no absurd hours:\n{shown}");
        let wall = Run { now: asked.now, ..Run::of(App::room(model.clone())) };
        assert!(wall.text().contains("Ingen samling er i gang"), "{}", wall.text());
        let later = asked.keys("esc");
        assert!(later.text().contains("Mellomrom: fortsett, avslutt eller forkast"), "{}", later.text());
        for key in ["space", "n", "u", "+", "w", "e", "t"] {
            let again = then(seconds).keys("esc").keys(key);
            assert!(again.text().contains("1  Fortsett der den slapp"), "{key}:\n{}", again.text());
            assert_eq!(again.app.model.facts.live, model.facts.live, "{key}");
        }
    }
    let on = then(3 * 86_400).keys("1");
    let current = on.app.model.schedule(on.now).unwrap().current().unwrap().clone();
    assert_eq!((current.remaining.to_string().as_str(), current.drift), ("12:00", Seconds::ZERO), "{}", on.text());
    assert!(on.text().contains("lenge etter kl. 11:00"), "{}", on.text());
    let closed = then(3 * 86_400).keys("2").app.model;
    let record = closed.facts.finished.first_key_value().unwrap().1;
    assert_eq!((closed.facts.live.clone(), record.session.log.last().unwrap().at), (None, projected));
    let discarded = then(3 * 86_400).keys("3").app.model;
    assert!(discarded.facts.live.is_none() && discarded.facts.finished.is_empty());
}

#[test]
fn a_session_that_is_over_is_stored_with_one_key_and_not_lost() {
    let over = on_live(&ready(Lang::Nb), "09:00 space 09:10 n n n n 11:30 n 11:45 n");
    assert!(
        over.text().contains("Trykk e: lagre samlingen") && over.text().contains("e lagre og avslutt"),
        "{}",
        over.text()
    );
    let again = opened(&over.app.model, "11:50", (57, 16));
    assert!(again.text().contains("Trykk e") && again.text().contains("Sluttet kl. 11:45"), "{}", again.text());
    let stored = again.keys("e");
    let shown = stored.text().split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["er lagret.", "sessions/2026-11-23-0900-formiddag.ron", "s under Kjøreplan (2) starter en ny"] {
        assert!(shown.contains(words), "{words}:\n{shown}");
    }
}

#[test]
fn a_key_too_many_after_the_end_starts_nothing() {
    let stored = on_live(&ready(Lang::Nb), "09:00 space 09:30 e 2");
    for key in ["pagedown", "n", "space", "enter"] {
        let run = in_live(opened(&stored.app.model, "09:30", (57, 16))).keys(key);
        assert!(run.app.model.session().is_none(), "{key}");
        assert!(run.text().contains("Samlingen er lagret. s under Kjøreplan (2) starter en"), "{}", run.text());
        assert!(!run.text().contains("start samlingen"), "{}", run.text());
    }
    let asked = opened(&stored.app.model, "09:31", (80, 24)).keys("tab s");
    assert!(asked.text().contains("Starte «Tidlig hjelp: en formiddag sammen» på nytt?"), "{}", asked.text());
    let not = asked.any_keys("pagedown n space enter");
    assert!(not.app.model.session().is_none(), "{}", not.text());
    assert!(not.keys("s 2").app.model.session().is_some());
}

#[test]
fn a_date_back_names_the_minutes_that_it_was() {
    let asked = |script: &str| {
        let run = on_live(&ready(Lang::Nb), script);
        let shown = run.text();
        let boxed = shown.lines().filter_map(|line| line.split('│').nth(1));
        boxed.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let two = asked("09:00 space 09:10 n 09:12 t");
    assert!(two.contains("for 2 min siden, kl. 09:10 – lenger tilbake går det ikke, for da begynte økten"), "{two}");
    let none = asked("09:00 space 09:10 n 09:10:40 t");
    assert!(none.contains("for under ett min siden, kl. 09:10 – lenger"), "{none}");
    let free = asked("09:00 space 09:10 n 09:14 t");
    assert!(free.contains("for 3 min siden, kl. 09:11 →"), "{free}");
}

#[test]
fn a_key_without_a_session_says_when_it_has_one() {
    let stored = on_live(&ready(Lang::Nb), "09:00 space 09:30 e 2");
    let fresh = in_live(opened(&idle(Lang::Nb), "09:30", (80, 24)));
    for (run, key, why) in [
        (fresh, "w", "Veggen er klar når en samling er i gang."),
        (in_live(opened(&stored.app.model, "09:30", (80, 24))), "0", "Maskinen har ikke sovet siden sist"),
    ] {
        let run = run.keys(key);
        assert!(run.text().contains(why), "{}", run.text());
    }
}

#[test]
fn every_key_that_means_nothing_now_says_why() {
    let stored = on_live(&ready(Lang::Nb), "09:00 space 09:30 e 2").app.model;
    let mut over = ready(Lang::Nb);
    act(&mut over, "09:00 start 09:30 end");
    let mut going = ready(Lang::Nb);
    act(&mut going, "09:00 start");
    let mut paused = ready(Lang::Nb);
    act(&mut paused, "09:00 start 09:05 pause");
    let mut bare = idle(Lang::Nb);
    bare.facts.agendas.clear();
    let rows = vidde::screens::all(&going).into_iter().flat_map(|screen| screen.help(&going)).map(|row| row.keys);
    let (guide, mut bare_answers) = (vidde::data::guide().0, Vec::new());
    let global = vidde::app::GLOBAL.iter().map(|row| row.keys);
    let keys: std::collections::BTreeSet<String> = rows.chain(global).flatten().map(ToString::to_string).collect();
    for (state, model, tabs) in [
        ("none", &idle(Lang::Nb), &["2", "2 f", "3"][..]),
        ("bare", &bare, &["2", "3"]),
        ("ready", &ready(Lang::Nb), &["3"]),
        ("going", &going, &["3", "3 y"]),
        ("paused", &paused, &["3"]),
        ("over", &over, &["3"]),
        ("stored", &stored, &["3", "3 y"]),
    ] {
        let model = model.clone().guided(guide.clone());
        for tab in tabs {
            for key in &keys {
                let run = opened(&model, "09:31", (80, 24)).any_keys(&format!("tab {tab} {key}"));
                let told = run.app.model.notice.map(|notice| notice.text).unwrap_or_default();
                bare_answers.extend(told.starts_with("Ikke nå").then(|| format!("{state}, {tab}, {key}: {told}")));
            }
        }
    }
    assert!(bare_answers.is_empty(), "{}", bare_answers.join("\n"));
}

#[test]
fn the_wall_says_goodbye_after_the_session_is_stored() {
    let run = on_live(&ready(Lang::Nb), "09:00 space 09:30 e 2 w");
    for words in ["Takk for i dag – ta med dere det beste", "Tidlig hjelp: en formiddag sammen"] {
        assert!(run.text().contains(words), "{}", run.text());
    }
    let run = run.any_keys("pagedown space pageup u . esc");
    assert!(run.text().contains("Takk for i dag –") && run.app.model.session().is_none(), "{}", run.text());
    let run = run.keys("w");
    assert!(run.text().contains("er lagret"), "{}", run.text());
}

#[test]
fn taking_back_the_start_says_how_to_be_on_the_way_again() {
    let run = on_live(&ready(Lang::Nb), "09:00 space 09:02 u");
    assert!(run.text().contains("Angret: starten. Mellomrom starter igjen, t sier når dere egentlig begynte."));
    let small = in_live(opened(&ready(Lang::Nb), "08:50", (57, 16))).keys("09:00 space 09:02 u");
    assert!(small.text().contains("Angret: starten. Mellomrom starter, t: allerede i gang"), "{}", small.text());
    let again = small.keys("t 2 enter").app.model;
    assert_eq!(remaining(&again, "09:02"), "8:00", "the time that has gone is back");
}

#[test]
fn what_was_told_goes_with_the_next_key() {
    for (script, told) in [
        ("09:00 space 10:00 n 10:01 ,", "Holdt til"),
        ("09:00 space 09:04 down s", "Hoppet over"),
        ("09:00 space 09:04 + u", "Angret: 1 min til på «Velkommen»"),
    ] {
        let run = on_live(&ready(Lang::Nb), script);
        assert!(run.text().contains(told), "{script}:\n{}", run.text());
        let stray = run.any_keys("å");
        assert!(stray.text().contains(told), "a key that means nothing: {script}:\n{}", stray.text());
        let next = stray.keys("+");
        assert!(!next.text().contains(told), "{script}:\n{}", next.text());
    }
}

#[test]
fn the_top_line_has_the_whole_title_where_there_is_room() {
    let mut agenda = stage::agenda(Lang::En);
    let first = agenda.blocks.first_mut().unwrap();
    first.title = "Welcome: why we are here, and what we wish for".into();
    let mut model = stage::with(&agenda, Lang::En);
    act(&mut model, "09:00 start");
    let top = |size| opened(&model, "09:01", size).text().lines().next().unwrap().to_owned();
    assert!(top((120, 30)).contains("what we wish for"), "{}", top((120, 30)));
    assert!(top((80, 24)).contains("9:00 left · Welcome: why") && top((80, 24)).contains('…'), "{}", top((80, 24)));
    assert!(top((57, 16)).ends_with("  9:00 left"), "{}", top((57, 16)));
}

/// The state of the run at the right end of the top line at 57 columns.
fn told_at_the_top(model: &Model, now: &str) -> String {
    let frame = opened(model, now, (57, 16)).text();
    frame.lines().next().unwrap().rsplit("  ").next().unwrap().trim().to_owned()
}

#[test]
fn a_time_that_runs_has_a_word_with_it_in_the_narrowest_console_too() {
    for (lang, runs, over, paused, waits) in [
        (Lang::Nb, "10:00 igjen", "10:00 over", "på pause", "om 20 min"),
        (Lang::Nn, "10:00 att", "10:00 over", "på pause", "om 20 min"),
        (Lang::En, "10:00 left", "10:00 over time", "paused", "begins in 20 min"),
    ] {
        let mut model = stage::ready(lang);
        act(&mut model, "09:00 start");
        let told = |model: &Model, now: &str| told_at_the_top(model, now).replace(" · Welcome", "");
        assert_eq!(told(&model, "09:00").replace(" · Velkommen", ""), runs);
        assert_eq!(told(&model, "09:20"), over);
        act(&mut model, "09:00 pause");
        assert!(told(&model, "09:10").starts_with(paused), "{}", told(&model, "09:10"));
        let mut model = stage::ready(lang);
        act(&mut model, "09:00 start 09:10 next 09:22 next 09:37 next 10:17 next");
        assert!(told(&model, "10:40").starts_with(waits), "{}", told(&model, "10:40"));
    }
}

#[test]
fn the_top_line_of_a_rehearsal_keeps_its_mark_where_there_is_room() {
    let mut model = stage::ready(Lang::Nb);
    act(&mut model, "09:00 start");
    model.saving = vidde::model::Saving::Rehearsal;
    let wide = opened(&model, "09:00", (80, 24)).text();
    assert!(wide.lines().next().unwrap().contains("øving · 10:00 igjen · Velkommen"), "{wide}");
    assert_eq!(told_at_the_top(&model, "09:00"), "10:00 igjen");
}

#[test]
fn beside_a_clock_on_the_console_stands_what_it_is() {
    let mut model = stage::ready(Lang::Nb);
    act(&mut model, "09:00 start");
    for size in [(57, 16), (80, 24), (200, 50)] {
        let text = console(&model, "09:01", size);
        assert!(text.contains("kl. 09:01"), "{text}");
    }
}

#[test]
fn what_an_early_end_left_is_for_another_time() {
    let rows = |model: &mut Model, script: &str| {
        act(model, script);
        let text = console(model, "09:41", (100, 30));
        ["Pause", "Slik gjør vi", "Lunsj"]
            .map(|title| text.lines().rfind(|line| line.contains(title)).unwrap().to_owned())
    };
    let rest = rows(&mut ready(Lang::Nb), "09:00 start 09:10 next 09:22 next 09:22 end");
    for (row, said) in rest.iter().zip(["falt bort", "til en annen gang", "falt bort"]) {
        assert!(row.contains(said) && !row.contains('×') && !row.contains('✓'), "{row}");
    }
    let [pause, talk, lunch] = rows(&mut led(Lang::Nb, "09:00 space 09:04 down down down down enter"), "09:40 end");
    assert!(pause.contains("hoppet over") && talk.contains("hoppet over"), "{pause}\n{talk}");
    assert!(lunch.contains('✓'), "{lunch}");
}

#[test]
fn a_block_that_was_only_passed_through_is_told_as_in_the_review() {
    let passed = on_live(&ready(Lang::Nb), "09:00 space 09:10 n 09:10:40 n");
    let row = |run: &Run| run.text().lines().find(|line| line.contains("1-2-4-alle")).unwrap_or_default().to_owned();
    assert!(row(&passed).contains('×') && row(&passed).contains("hoppet over"), "{}", passed.text());
    shows(&passed.keys("x"), "hoppet over");
    let held = on_live(&ready(Lang::Nb), "09:00 space 09:10 n 09:11:10 n");
    assert!(row(&held).contains('✓') && row(&held).contains("1 min"), "{}", held.text());
}

#[test]
fn one_moment_has_one_clock_time() {
    let run = on_live(&ready(Lang::Nb), "09:00:37 space");
    let shown = run.text();
    assert!(shown.contains("Neste: 1-2-4-alle kl. 09:11") && shown.contains("    09:11 1-2-4-alle"), "{shown}");
    let rest = run.keys("09:10 n 09:20:10 n").app.model;
    assert!(console(&rest, "09:20:10", (100, 30)).contains("09:36 Slik gjør vi"));
    let back = text(&wall(&rest, "09:20:10", (43, 12)));
    assert!(back.contains("15 min igjen"), "{back}");
}

#[test]
fn undo_and_jumps_say_what_they_did() {
    for (script, words) in [
        ("09:00 space 09:04 n u", "Angret: overgangen til «1-2-4-alle»"),
        ("09:00 space 09:04 + u", "Angret: 1 min til på «Velkommen»"),
        ("09:00 space 09:04 < u", "Angret: 5 min mindre på «Velkommen»"),
        ("09:00 space 11:00 n > u", "Angret: 5 min til på «1-2-4-alle»; slutt kl. 12:52"),
        ("09:00 space 09:04 space u", "Angret: pausen"),
        ("09:00 space u", "Angret: starten"),
        ("09:00 space 09:04 down down down enter", "Gikk til «Slik gjør vi det i nabokommunen», 2 økter hoppet over"),
        ("09:00 space 09:04 down down n enter", "Den økten er allerede i gang"),
    ] {
        let run = on_live(&ready(Lang::Nb), script).sized((100, 30));
        assert!(run.text().contains(words), "{script}:\n{}", run.text());
    }
}

#[test]
fn the_hint_line_names_what_matters_in_each_state() {
    for (script, words) in [
        ("", "mellomrom start samlingen"),
        ("09:00 space", "n neste  w veggen  mellomrom pause"),
        ("09:00 space space", "mellomrom fortsett  n neste  w veggen"),
        ("09:00 space u", "mellomrom start samlingen"),
        ("09:00 space 09:10 n n n n n n n", "e lagre og avslutt"),
    ] {
        let run = on_live(&ready(Lang::Nb), script).sized((57, 16)).any_keys("@7");
        assert!(run.text().lines().last().unwrap().contains(words), "{script}:\n{}", run.text());
    }
    let run = on_live(&ready(Lang::Nb), "09:00 space").any_keys("@7");
    let words = "n neste  w veggen  mellomrom pause  r forslag  o nøtt  u angre";
    assert!(run.text().lines().last().unwrap().contains(words), "{}", run.text());
    let all = "u undo  e end  t forgot to press  p previous block";
    let wide = on_live(&ready(Lang::En), "09:00 space").sized((200, 50)).any_keys("@7");
    assert!(wide.text().lines().last().unwrap().contains(all), "{}", wide.text());
}

#[test]
fn titles_that_differ_late_are_told_apart_when_the_run_is_late() {
    let titles = ["Evaluering av resultatene", "Evaluering av prosessen", "Evaluering av samarbeidet"];
    let mut plan = agenda(Lang::Nb);
    plan.blocks.truncate(1);
    for title in titles {
        plan.insert(Block::new(Kind::Work, title, 40), None);
    }
    let mut model = with(&plan, Lang::Nb);
    act(&mut model, "09:00 start 09:32 next");
    for (shown, planned) in [("av pr", "(09:50) · 40 min"), ("av sa", "(10:30) · 40 min")] {
        let text = console(&model, "09:33", (80, 24));
        assert!(text.lines().any(|line| line.contains(shown) && line.contains("40 min")), "{shown}:\n{text}");
        let wide = console(&model, "09:33", (200, 50));
        assert!(wide.lines().any(|line| line.contains(shown) && line.contains(planned)), "{shown}:\n{wide}");
    }
}

#[test]
fn a_row_that_is_late_keeps_its_name_and_its_length() {
    let mut plan = agenda(Lang::Nb);
    plan.blocks.truncate(1);
    for (title, minutes) in [("Anerkjennende intervju", 80), ("Brukerhistorie i salen", 35)] {
        plan.insert(Block::new(Kind::Work, title, minutes), None);
    }
    let mut model = with(&plan, Lang::Nb);
    act(&mut model, "09:00 start");
    let text = console(&model, "09:32", (80, 24));
    for row in ["Anerkjennende intervju 80 min", "Brukerhistorie i salen 35 min"] {
        assert!(text.contains(row), "“{row}”:\n{text}");
    }
}

#[test]
fn a_long_title_leaves_room_for_which_part_it_is() {
    let mut plan = agenda(Lang::Nb);
    plan.blocks.get_mut(1).unwrap().title = "Anerkjennende intervju om tidlig hjelp til barn".into();
    let mut model = with(&plan, Lang::Nb);
    act(&mut model, "09:00 start 09:10 next");
    let text = console(&model, "09:11", (80, 24));
    assert!(text.contains("… · del 2/4"), "{text}");
}

#[test]
fn a_clock_time_is_not_torn_off_and_a_single_block_is_not_called_the_last() {
    let mut plan = agenda(Lang::Nb);
    plan.blocks.get_mut(1).unwrap().title = "Evaluering av samarbeidet".into();
    let mut model = with(&plan, Lang::Nb);
    act(&mut model, "09:00 start");
    let text = console(&model, "09:04", (80, 24));
    let torn = text.lines().filter_map(|line| line.split('│').next()).any(|line| line.trim_end().ends_with("kl."));
    assert!(!torn && text.contains("kl. 09:10"), "{text}");
    plan.blocks.truncate(1);
    let mut model = with(&plan, Lang::Nb);
    act(&mut model, "09:00 start");
    let text = console(&model, "09:04", (80, 24));
    assert!(!text.contains("siste økt") && text.contains("Slutt kl. 09:10"), "{text}");
}

#[test]
fn long_texts_are_read_to_their_end_in_a_small_window() {
    let mut plan = agenda(Lang::Nb);
    let block = plan.blocks.get_mut(1).unwrap();
    block.note = (1..=30).map(|number| format!("linje{number}")).collect::<Vec<_>>().join("\n").as_str().into();
    let model = on_live(&with(&plan, Lang::Nb), "09:00 space 09:10 n").app.model;
    for size in [(57, 16), (80, 24), (43, 12), (200, 50)] {
        let mut run = opened(&model, "09:10", size);
        let mut seen = String::new();
        for _ in 0..40 {
            seen += &run.text();
            run = run.keys("m");
        }
        for number in 1..=30 {
            assert!(seen.contains(&format!("linje{number}")), "line {number} at {size:?}:\n{seen}");
        }
    }
}

#[test]
fn well_before_its_start_a_session_is_asked_whether_to_wait() {
    let asked = |now: &str| opened(&idle(Lang::Nb), now, (80, 24)).keys("tab s");
    let run = asked("08:40");
    common::shows(&run, "Klokka er 08:40, og planen begynner kl. 09:00.");
    common::shows(&run, "▸ 1 Vent til 09:00, og start med mellomrom");
    common::shows(&run, "2 Start nå, med slutt kl. 11:45");
    let waiting = asked("08:40").keys("enter");
    assert!(!waiting.app.model.session().unwrap().has_started());
    common::shows(&waiting, "20 min til start kl. 09:00");
    let waiting = waiting.keys("w");
    common::shows(&waiting, "Vi begynner kl.");
    common::shows(&waiting, "om 20 min");
    common::shows(&waiting.keys("08:50"), "Vi begynner kl. 09:00");
    let begun = asked("08:40").keys("2");
    let end = begun.app.model.schedule(at("08:40")).unwrap().end;
    assert_eq!(end, at("11:45"), "{}", begun.text());
    for (now, asks) in [("08:49", true), ("08:50", true), ("08:51", false), ("09:20", false)] {
        let run = asked(now);
        assert_eq!(run.text().contains("Vent til 09:00"), asks, "{now}\n{}", run.text());
        assert_eq!(run.app.model.session().is_some(), !asks, "{now}");
    }
}

#[test]
fn a_session_that_stands_ready_is_asked_the_same_also_by_a_clicker_on_the_wall() {
    let run = opened(&ready(Lang::En), "08:45", (57, 16)).keys("w pagedown");
    common::shows(&run, "It is 08:45, and the plan starts at 09:00.");
    let run = run.any_keys("pagedown space");
    assert!(!run.app.model.session().unwrap().has_started(), "{}", run.text());
    let run = opened(&ready(Lang::En), "08:45", (57, 16)).keys("space 2");
    assert!(run.app.model.session().unwrap().has_started());
}

#[test]
fn five_minutes_more_or_less_say_how_long_the_block_is_and_when_it_all_ends() {
    let run = on_live(&ready(Lang::Nb), "09:00 space 09:02 >");
    common::shows(&run, "Økten er 15 min; slutt kl. 11:45, u angrer");
    common::shows(&run.keys("< <"), "Økten er 5 min; slutt kl. 11:45, u angrer");
    let part = on_live(&ready(Lang::En), "09:00 space n 09:03 >");
    common::shows(&part, "Part 3 is 9 min, the block 17 min; ends at 11:45, u undoes");
}

#[test]
fn no_line_beside_the_run_sheet_is_cut_at_the_usual_size() {
    for lang in Lang::ALL {
        let mut lines = Vec::new();
        for (script, now) in [
            ("09:00 start 09:05 pause", "09:05"),
            ("09:00 start", "09:08:30"),
            ("09:00 start", "09:13"),
            ("09:00 start 09:10 next 09:22 next", "09:38"),
            ("09:00 start 09:10 next", "19:26"),
        ] {
            let mut model = ready(lang);
            act(&mut model, script);
            let shown = console(&model, now, (80, 24));
            let left = shown.lines().filter_map(|line| line.split_once('│')).map(|(left, _)| left.trim().to_owned());
            lines.extend(left);
            let cut = lines.iter().filter(|line| line.ends_with('…')).collect::<Vec<_>>();
            assert!(cut.is_empty(), "{script} at {now}: {cut:?} in\n{shown}");
        }
        assert!(lines.iter().any(|line| line.starts_with("●●● ")), "a long stretch is among them: {lines:?}");
    }
}
