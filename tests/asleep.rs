//! The computer slept while a block was running: told in a line, and counted as a pause with one key (T1).
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, at, opened, shows, text, wall};
use vidde::domain::text::Lang;
use vidde::domain::times::Seconds;
use vidde::model::{Model, Slept};

/// The staged workshop, started at nine; the computer slept from 09:04 to 09:09.
fn slept(lang: Lang) -> Model {
    let mut model = stage::ready(lang);
    stage::act(&mut model, "09:00 start");
    model.slept = Some(Slept { from: at("09:04"), length: Seconds(300) });
    model
}

fn awake(lang: Lang) -> Run {
    opened(&slept(lang), "09:09", (80, 24))
}

/// What is left of the running block, and its drift.
fn run(run: &Run) -> (Seconds, Seconds) {
    let view = run.app.model.schedule(run.now).unwrap();
    let current = view.current().unwrap();
    (current.remaining, current.drift)
}

#[test]
fn one_key_counts_the_sleep_as_a_pause_and_one_takes_it_back() {
    let woken = awake(Lang::Nb);
    shows(&woken, "Maskinen sov i 5 min; tiden gikk. 0: regn det som pause");
    assert_eq!(run(&woken), (Seconds(60), Seconds(0)));
    let counted = woken.keys("0");
    assert_eq!(run(&counted), (Seconds(360), Seconds(300)));
    shows(&counted, "Søvnen på 5 min er regnet som pause; u angrer");
    assert!(!counted.text().contains("Maskinen sov"), "{}", counted.text());
    let undone = counted.keys("u");
    assert_eq!(run(&undone), (Seconds(60), Seconds(0)));
}

#[test]
fn the_line_stands_two_minutes_and_the_offer_a_quarter_of_an_hour() {
    shows(&awake(Lang::En).keys("09:10:59"), "The computer slept for 5 min");
    let later = awake(Lang::En).keys("09:11");
    assert!(!later.text().contains("The computer slept"), "{}", later.text());
    assert_eq!(run(&later.keys("09:12 ctrl-p 'computer' enter")).0, Seconds(180), "from the palette");
    let too_late = awake(Lang::En).keys("09:24").any_keys("0");
    shows(&too_late, "The computer has not slept since");
    assert_eq!(too_late.app.model.facts, slept(Lang::En).facts);
}

#[test]
fn the_room_hears_nothing_of_it_and_every_console_says_it() {
    for size in stage::SIZES {
        let text = text(&wall(&slept(Lang::Nb), "09:09", size));
        assert!(!text.contains("sov"), "{size:?}\n{text}");
        for lang in Lang::ALL {
            let text = awake(lang).sized(size).text();
            let said = ["sov i 5 min", "slept for 5 min"];
            assert!(said.iter().any(|said| text.contains(said)), "{size:?}\n{text}");
        }
    }
}

#[test]
fn the_key_says_why_not_when_nobody_slept() {
    let mut model = slept(Lang::Nb);
    model.slept = None;
    shows(
        &opened(&model, "09:09", (80, 24)).any_keys("0"),
        "Maskinen har ikke sovet siden sist, så det er ingenting å regne som pause.",
    );
}
