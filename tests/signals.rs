//! Signals: levels on the screen, and what is heard once in a pass and never again.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, at, opened};
use proptest::prelude::*;
use ratatui::style::Modifier;
use vidde::domain::agenda::{Agenda, AgendaName, Block, BlockId, Kind};
use vidde::domain::facts::{Role, Signal};
use vidde::domain::schedule::schedule;
use vidde::domain::session::{Moved, Press, Session};
use vidde::domain::signal::{self, Level, Thresholds};
use vidde::domain::text::Lang;
use vidde::domain::times::{Moment, Seconds};
use vidde::model::Model;
use vidde::screen::Effect;

/// The staged workshop, whose first block lasts ten minutes, started at nine with these signals on.
fn started(signals: &[Signal]) -> Model {
    let mut model = stage::ready(Lang::Nb);
    stage::act(&mut model, "09:00 start");
    model.facts.settings.signals = signals.iter().copied().collect();
    model
}

/// What is heard of a script that begins at 09:00 with a tick each second.
fn heard(model: &Model, script: &str) -> Vec<Effect> {
    let mut run = opened(model, "09:00", (80, 24));
    for word in script.split_whitespace() {
        if word.len() < 8 {
            run = run.keys(word);
            continue;
        }
        let until = at(word);
        while run.now < until {
            let next = run.now + Seconds(1);
            run.heard.extend(run.app.tick(run.now, next));
            run.now = next;
        }
    }
    run.heard
}

fn bells(script: &str) -> usize {
    let heard = heard(&started(&[Signal::Bell]), script);
    assert!(heard.iter().all(|effect| *effect == Effect::Bell), "{heard:?}");
    heard.len()
}

#[test]
fn each_threshold_rings_once_as_it_is_reached() {
    for (until, rung) in [
        ("09:07:59", 0),
        ("09:08:00", 1),
        ("09:09:29", 1),
        ("09:09:30", 2),
        ("09:09:59", 2),
        ("09:10:00", 3),
        ("09:10:01", 3),
        ("09:25:00", 3),
    ] {
        assert_eq!(bells(until), rung, "until {until}");
    }
}

#[test]
fn time_added_above_a_threshold_lets_it_ring_again_once() {
    assert_eq!(bells("09:08:30 > 09:12:59"), 1, "five minutes more at 1:30 left");
    assert_eq!(bells("09:08:30 > 09:13:30"), 2);
    assert_eq!(bells("09:08:30 > 09:14:29"), 2);
}

#[test]
fn a_pause_below_a_threshold_does_not_ring_again() {
    assert_eq!(bells("09:08:30 space 09:15:00 space 09:15:30"), 1);
    assert_eq!(bells("09:08:30 space 09:15:00 space 09:16:00"), 2, "the last call is another threshold");
    assert_eq!(bells("09:07:30 space 09:20:00"), 0, "nothing falls due while the clock stands");
}

#[test]
fn what_a_key_has_passed_does_not_ring() {
    assert_eq!(
        bells("09:05:00 < 09:05:30"),
        0,
        "five minutes less leave nothing: that was the facilitator's own doing"
    );
    assert_eq!(bells("09:09:00 n 09:09:30"), 1, "the next block has its own");
    assert_eq!(bells("09:09:00 n u 09:09:29"), 1, "and undo does not bring the old one back");
}

#[test]
fn the_program_that_was_asleep_or_closed_is_silent_about_what_it_missed() {
    let model = started(&[Signal::Bell]);
    let mut run = opened(&model, "09:00", (80, 24));
    assert_eq!(run.app.tick(at("09:20"), at("09:20")), [], "the first turn after a sleep");
    assert_eq!(run.app.tick(at("09:00"), at("09:20")), [], "several thresholds in one gap");
    common::shows(&run.sized((80, 24)).keys("09:20"), "Over tiden");
    assert_eq!(opened(&model, "09:09", (80, 24)).heard, [], "opened below a threshold");
}

#[test]
fn only_the_window_that_leads_is_heard() {
    let mut model = started(&[Signal::Bell, Signal::Notification, Signal::Title]);
    let mut room = vidde::app::App::room(model.clone());
    assert_eq!(room.tick(at("09:07:59"), at("09:08")), []);
    assert_eq!(room.window_title(at("09:08")), None);
    model.role = Role::Viewer;
    let mut viewer = opened(&model, "09:07:59", (80, 24)).app;
    assert_eq!(viewer.tick(at("09:07:59"), at("09:08")), []);
    assert_eq!(viewer.window_title(at("09:08")), None);
}

#[test]
fn nothing_is_sent_when_nothing_is_switched_on() {
    let model = started(&[]);
    assert_eq!(heard(&model, "09:12:00"), []);
    assert_eq!(opened(&model, "09:05", (80, 24)).app.window_title(at("09:05")), None);
}

#[test]
fn what_is_announced_is_said_in_words_that_anyone_may_read() {
    let texts: Vec<String> = heard(&started(&[Signal::Notification]), "09:10:05")
        .into_iter()
        .map(|effect| match effect {
            Effect::Notify(text) => text,
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(texts, ["2 min igjen: Velkommen", "Straks ferdig: Velkommen", "Tiden er ute: Velkommen"]);
}

#[test]
fn the_title_of_the_window_follows_the_minutes() {
    let title = |script: &str, now: &str| {
        let mut model = started(&[Signal::Title]);
        stage::act(&mut model, script);
        opened(&model, now, (80, 24)).app.window_title(at(now)).unwrap()
    };
    assert_eq!(title("", "09:00"), "10 min igjen: Velkommen · Vidde");
    assert_eq!(title("", "09:00:01"), title("", "09:00:59"), "it changes with the minute");
    assert_eq!(title("", "09:08:30"), "▲ 2 min igjen: Velkommen · Vidde");
    assert_eq!(title("", "09:11"), "● Tiden er ute: Velkommen · Vidde");
    assert_eq!(title("09:04 pause", "09:05"), "▮▮ Velkommen · Vidde");
    assert_eq!(title("09:04 end", "09:05"), "Vidde");
}

/// A session of one block of ten minutes with thresholds of its own.
fn own(attention: &str, last_call: &str) -> Session {
    let mut agenda = Agenda::new("Signaler", Lang::Nb);
    let (attention, last_call) = (attention.parse().ok(), last_call.parse().ok());
    agenda.insert(Block { attention, last_call, ..Block::new(Kind::Work, "Alfa", 10) }, None);
    let name = AgendaName::for_title("s", |_| false);
    let mut session = Session::of(&name, &agenda, at("09:00"), stage::zone()).0;
    session.press(Press::Start(None, Moved::AsPlanned), at("09:00"), Seconds::ZERO).unwrap();
    session
}

/// The levels that are due until 09:11, each with what is left then.
fn all_due(session: &Session) -> Vec<(Level, i64)> {
    let seconds = (0..660).map(|second| at("09:00") + Seconds(second));
    let due = seconds.filter_map(|now| signal::due(session, now, now + Seconds(1)));
    due.map(|due| (due.level, due.left.0)).collect()
}

#[test]
fn a_block_may_have_thresholds_of_its_own() {
    let three =
        |attention, last_call| vec![(Level::Attention, attention), (Level::LastCall, last_call), (Level::OverTime, 0)];
    assert_eq!(all_due(&own("", "")), three(120, 30));
    assert_eq!(all_due(&own("5 min", "0:45")), three(300, 45));
    assert_eq!(all_due(&own("1", "1")), [(Level::LastCall, 60), (Level::OverTime, 0)], "one moment rings once");
    assert_eq!(all_due(&own("10 min", "0")), [(Level::OverTime, 0)], "all of the block, and no time at all");
}

#[test]
fn the_wall_and_the_console_show_the_thresholds_of_the_block() {
    let mut model = started(&[]);
    model.facts.live.as_mut().unwrap().session.plan.blocks[0].attention = "6 min".parse().ok();
    for (now, shown) in [("09:03:59", false), ("09:04:00", true)] {
        let text = common::text(&common::wall(&model, now, (57, 16)));
        assert_eq!(text.contains("▲ 6 min igjen"), shown, "the wall at {now}\n{text}");
        let text = opened(&model, now, (80, 24)).text();
        assert_eq!(text.contains("▲ 6 min igjen"), shown, "the console at {now}\n{text}");
    }
}

#[test]
fn the_form_of_a_block_takes_thresholds_and_says_what_is_not_allowed() {
    let open = format!("tab enter {}", "down ".repeat(11));
    let run = Run::new(Lang::Nb).keys(&format!("{open} 'x' enter"));
    common::shows(&run, "«x» er ikke en tid før slutt. Skriv 5 min, 0:30 eller 20 s.");
    let run = Run::new(Lang::Nb).keys(&format!("{open} '1' down '2 min' enter"));
    common::shows(&run, "Det siste signalet må komme etter det første");
    let run = Run::new(Lang::Nb).keys(&format!("{open} '23 t' enter"));
    common::shows(&run, "«23 t» er ikke en tid før slutt");
    let run = Run::new(Lang::Nb).keys(&format!("{open} '1200' enter"));
    common::shows(&run, "Et signal kan ikke komme før økten begynner");
    let run = Run::new(Lang::Nb).keys(&format!("{open} '3' down '0:20' enter"));
    let block = &run.app.model.agenda().unwrap().1.blocks[0];
    let said = [block.attention, block.last_call].map(|signal| signal.unwrap().to_string());
    assert_eq!(said, ["3 min", "0:20"]);
}

/// How many cells are reversed at `now` in the console's first row, and on the wall.
fn reversed(model: &Model, now: Moment) -> usize {
    let run = Run { now, ..opened(model, "09:00", (57, 16)) };
    let wall = Run { now, ..Run::of(vidde::app::App::room(model.clone())) };
    let count = |run: &Run| {
        run.buffer((57, 16)).content.iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED)).count()
    };
    count(&run) + count(&wall)
}

#[test]
fn the_flash_at_zero_is_slow_short_and_off_unless_asked_for() {
    let seconds = |model: &Model| -> Vec<bool> {
        (-10..30).map(|second| reversed(model, at("09:10") + Seconds(second)) > 57 * 16).collect()
    };
    assert!(seconds(&started(&[])).iter().all(|on| !on), "off by default");
    let flashes = seconds(&started(&[Signal::Flash]));
    let changes: Vec<usize> = (1..flashes.len()).filter(|second| flashes[*second] != flashes[second - 1]).collect();
    // A picture changes at most once in a second, as moments are whole seconds; zero is second 10.
    assert_eq!(changes, [10, 11, 12, 13], "it begins at zero and is over within five seconds");
    let mut paused = started(&[Signal::Flash]);
    stage::act(&mut paused, "09:10 pause");
    assert!(reversed(&paused, at("09:12")) < 57 * 16, "a clock that stands does not flash");
    let mut fast = started(&[Signal::Flash]);
    fast.speed = 60;
    assert!(seconds(&fast).iter().all(|on| !on), "nor one that runs so fast that it would flicker");
}

/// What a facilitator, or time, may do.
#[derive(Debug, Clone)]
enum Deed {
    Wait(i64),
    Press(Press),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let press = prop::sample::select(vec![
        Press::Next,
        Press::Previous,
        Press::Pause,
        Press::Resume,
        Press::Add(Seconds(300)),
        Press::Add(Seconds(-60)),
        Press::Undo,
    ]);
    let deed = prop_oneof![4 => (1..200i64).prop_map(Deed::Wait), 2 => press.prop_map(Deed::Press)];
    prop::collection::vec(deed, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn a_threshold_never_rings_twice_in_a_pass(deeds in deeds(), tick in 1..4i64) {
        let mut agenda = Agenda::new("Lov", Lang::Nb);
        for (title, minutes) in [("A", 2), ("B", 5), ("C", 3)] {
            agenda.insert(Block { auto: title == "B", ..Block::new(Kind::Work, title, minutes) }, None);
        }
        let name = AgendaName::for_title("lov", |_| false);
        let mut now = at("09:00");
        let mut session = Session::of(&name, &agenda, now, stage::zone()).0;
        session.press(Press::Start(None, Moved::AsPlanned), now, Seconds::ZERO).unwrap();
        // The signals that have rung in the present pass: block and level.
        let mut rung: Vec<(BlockId, Level)> = Vec::new();
        for deed in deeds {
            let ticks = if let Deed::Wait(seconds) = deed { seconds / tick } else { 0 };
            if let Deed::Press(press) = deed {
                session.press(press, now, Seconds::ZERO).ok();
                forget(&session, now, &mut rung);
            }
            for _ in 0..ticks {
                let next = now + Seconds(tick);
                if let Some(due) = signal::due(&session, now, next) {
                    prop_assert!(!rung.contains(&(due.id, due.level)), "{due:?} again at {next} of\n{session:#?}");
                    rung.push((due.id, due.level));
                }
                now = next;
                forget(&session, now, &mut rung);
            }
        }
    }
}

/// A pass is over when there is more time left than the threshold again, or another block runs.
fn forget(session: &Session, now: Moment, rung: &mut Vec<(BlockId, Level)>) {
    let view = schedule(session, now);
    let Some(current) = view.current() else { return rung.clear() };
    let planned = signal::planned(&view, current);
    let thresholds = Thresholds::of(&session.plan.blocks[current.index], planned);
    let above = |level: Level| match level {
        Level::Normal => true,
        Level::Attention => current.remaining > thresholds.attention,
        Level::LastCall => current.remaining > thresholds.last_call,
        Level::OverTime => current.remaining > Seconds::ZERO,
    };
    rung.retain(|(id, level)| *id == current.id && !above(*level));
}
