//! Harvest, review and finished sessions, led by keys.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod common;
mod stage;

use common::{Run, opened, shows};
use stage::{act, ready};
use vidde::domain::Problem;
use vidde::domain::agenda::{BlockId, Notes};
use vidde::domain::facts::{Finished, Record};
use vidde::domain::harvest::{Note, NoteKind};
use vidde::domain::session::{Act, Entry, Press};
use vidde::domain::text::Lang;
use vidde::domain::times::Seconds;
use vidde::domain::version::Version;
use vidde::model::{Model, Role, Source};
use vidde::screen::Effect;

const SIZES: [(u16, u16); 3] = [(57, 16), (80, 24), (200, 50)];

/// A workshop in its method at ten past nine.
fn running(lang: Lang) -> Model {
    let mut model = stage::with(&stage::agenda(lang), lang);
    act(&mut model, "09:00 start 09:10 next");
    model
}

fn at_ten_past(script: &str) -> Run {
    opened(&running(Lang::Nb), "09:12", (80, 24)).keys(script)
}

fn notes(run: &Run) -> &[Note] {
    run.app.model.notes(&Source::Live)
}

/// Kinds and texts of the harvest.
fn taken(run: &Run) -> Vec<(NoteKind, &str)> {
    notes(run).iter().map(|note| (note.kind, note.text.as_str())).collect()
}

#[test]
fn one_key_each_takes_a_note_of_its_kind() {
    let keys = [
        ("o", NoteKind::Nut),
        ("ø", NoteKind::Nut),
        ("f", NoteKind::Decision),
        ("c", NoteKind::Quote),
        ("i", NoteKind::Note),
        ("(", NoteKind::Silent),
    ];
    for (key, kind) in keys {
        let run = at_ten_past(&format!("{key} 'Hvem følger opp?' enter"));
        assert_eq!(taken(&run), [(kind, "Hvem følger opp?")], "{key}");
        assert_eq!(run.app.model.session().unwrap().log.len(), 2, "the run goes on untouched");
    }
}

#[test]
fn a_note_is_stamped_when_its_key_is_pressed_however_long_it_is_typed() {
    let run = at_ten_past("09:21:50 o 09:25 'Sent' enter");
    let note = &notes(&run)[0];
    assert_eq!((note.at, note.block), (common::at("09:21:50"), Some(BlockId(2))));
    assert_eq!(note.title.as_str(), "1-2-4-alle");
}

#[test]
fn a_note_belongs_to_the_block_left_last_while_one_is_waited_for_and_to_none_outside() {
    let mut model = ready(Lang::Nb);
    let before = opened(&model, "08:55", (80, 24)).keys("i 'Nøkkel i resepsjonen' enter");
    assert_eq!((notes(&before)[0].block, notes(&before)[0].title.as_str()), (None, ""));
    act(&mut model, "09:00 start 09:10 next 09:22 next 09:37 next 10:17 next");
    let waiting = opened(&model, "10:40", (80, 24)).keys("i 'a' enter");
    assert_eq!(notes(&waiting)[0].title.as_str(), "Slik gjør vi det i nabokommunen");
    let over = waiting.keys("11:00 n 11:30 n 11:45 n i 'b' enter");
    assert_eq!(notes(&over)[1].block, None);
}

#[test]
fn a_half_typed_note_is_not_lost_by_a_slip() {
    let run = at_ten_past("o 'Halvveis' esc");
    shows(&run, "Ikke tatt vare på. Enter beholder; Esc igjen forkaster.");
    let kept = run.keys("' og helt' enter");
    assert_eq!(taken(&kept), [(NoteKind::Nut, "Halvveis og helt")]);
    assert!(notes(&at_ten_past("o 'Halvveis' esc esc")).is_empty());
    let away = at_ten_past("o esc");
    assert!(away.text().contains("Neste: Pause kl. 09:22"), "nothing typed, nothing asked:\n{}", away.text());
    assert!(notes(&at_ten_past("o '   ' enter")).is_empty());
}

#[test]
fn the_kind_can_be_changed_while_typing() {
    assert_eq!(taken(&at_ten_past("o 'Vi begynner i mai' tab enter")), [(NoteKind::Decision, "Vi begynner i mai")]);
    assert_eq!(taken(&at_ten_past("( 'a' tab enter")), [(NoteKind::Nut, "a")]);
}

#[test]
fn what_is_pasted_is_one_clean_line() {
    let mut run = at_ten_past("i");
    run.happen(&vidde::app::Event::Paste("to\nlinjer\u{202e} \u{1b}[31m".to_owned()));
    let run = run.keys("enter");
    assert_eq!(notes(&run)[0].text.as_str(), "to linjer [31m");
}

const THREE: &str = "o 'Hvem eier tiltaket?' enter f 'Vi prøver i Solvik' enter 09:15 c 'Nå tør vi' enter";

#[test]
fn notes_are_ticked_off_assigned_edited_and_deleted_with_undo() {
    let run = at_ten_past(THREE).keys("y space");
    assert!(notes(&run)[0].done);
    let run = run.keys("a 'Kari' down 'fredag' enter");
    assert_eq!((notes(&run)[0].who.as_str(), notes(&run)[0].when.as_str()), ("Kari", "fredag"));
    shows(&run, "→ Kari · fredag · 09:12 · 1-2-4-alle");
    shows(&run, "1 av 3 krysset av");
    let run = run.keys("down enter ' i mars' enter");
    assert_eq!(notes(&run)[1].text.as_str(), "Vi prøver i Solvik i mars");
    let run = run.keys("d");
    assert_eq!(taken(&run), [(NoteKind::Nut, "Hvem eier tiltaket?"), (NoteKind::Quote, "Nå tør vi")]);
    shows(&run, "Slettet; u henter tilbake");
    let run = run.keys("u");
    assert_eq!(taken(&run)[1], (NoteKind::Decision, "Vi prøver i Solvik i mars"));
    let run = run.keys("u u u");
    assert_eq!((notes(&run)[0].done, notes(&run)[1].text.as_str()), (false, "Vi prøver i Solvik"));
    shows(&run.keys("u"), "Ikke noe å angre: ingen notater");
}

#[test]
fn deletion_is_taken_back_after_the_list_was_left_and_after_the_session_ended() {
    let run = at_ten_past(THREE).keys("y d esc y u");
    assert_eq!(notes(&run).len(), 3);
    let run = run.keys("d esc 11:45 e 2 y u");
    let record = run.app.model.facts.finished.values().next().unwrap();
    assert_eq!(record.private.harvest.len(), 3);
}

#[test]
fn what_was_deleted_in_one_session_never_comes_back_in_another() {
    let mut run = at_ten_past(THREE).keys("y d");
    let mut other = running(Lang::Nb);
    other.facts.live.as_mut().unwrap().session.log.remove(0);
    run.app.model.facts.live = other.facts.live;
    shows(&run.keys("u"), "Ikke noe å angre: ingen notater");
}

#[test]
fn what_was_deleted_before_a_start_does_not_come_back_in_the_session_made_ready_after_it() {
    let ready = opened(&ready(Lang::Nb), "08:00", (80, 24));
    let deleted = ready.keys("y i 'Til Kari' enter d esc e 2");
    assert!(deleted.app.model.session().is_none(), "{}", deleted.text());
    let again = deleted.keys("2 s 1 y u");
    assert!(again.app.model.session().is_some(), "{}", again.text());
    assert_eq!(notes(&again), []);
    shows(&again, "Ikke noe å angre");
}

#[test]
fn undo_in_the_harvest_says_what_it_brought_back() {
    let run = at_ten_past(THREE).keys("y d u");
    shows(&run, "Angret: «Hvem eier tiltaket?» er tilbake");
    shows(&run.keys("space u"), "Angret: «Hvem eier tiltaket?» står som før");
}

#[test]
fn nothing_is_learnt_from_a_rehearsal() {
    let mut model = running(Lang::Nb);
    model.saving = vidde::model::Saving::Rehearsal;
    assert!(model.press(Press::Next, common::at("09:28"), Seconds::ZERO));
    let block = model.session().unwrap().plan.blocks[1].clone();
    assert_eq!(model.took(&block, common::at("09:29")), []);
    model.saving = vidde::model::Saving::Stored;
    assert_eq!(model.took(&block, common::at("09:29")), [Seconds::minutes(18)]);
}

#[test]
fn a_note_must_have_words() {
    let run = at_ten_past(THREE).keys("y enter ctrl-u enter");
    shows(&run, "Her må det stå noe");
    assert_eq!(notes(&run.keys("esc esc"))[0].text.as_str(), "Hvem eier tiltaket?");
}

#[test]
fn the_undo_of_the_run_leaves_notes_alone() {
    let run = at_ten_past("o 'a' enter u");
    assert_eq!((notes(&run).len(), run.app.model.session().unwrap().log.len()), (1, 1));
}

#[test]
fn silent_notes_are_a_line_in_the_console_until_they_are_ticked_off() {
    let run = at_ten_past("( 'Mannen ved vinduet vil si noe' enter");
    shows(&run, "1 stille notat (y)");
    assert!(!run.text().contains("vinduet"), "a screen may be mirrored:\n{}", run.text());
    let run = run.keys("09:13 ( 'Kort ned pausen' enter");
    shows(&run, "2 stille notater (y)");
    shows(&at_ten_past("( 'Mannen ved vinduet vil si noe' enter y"), "Mannen ved vinduet vil si noe");
    let run = run.keys("y space down space esc");
    assert!(!run.text().contains("stille notat"), "{}", run.text());
    let review = run.keys("x");
    assert!(!review.text().contains("vinduet"), "the review is shown to others:\n{}", review.text());
}

#[test]
fn a_window_that_only_shows_reads_the_harvest_and_changes_nothing() {
    let mut model = at_ten_past(THREE).app.model;
    (model.role, model.notice) = (Role::Viewer, None);
    for key in ["o", "ø", "f", "c", "i", "("] {
        let run = opened(&model, "09:20", (80, 24)).keys(key);
        assert!(run.text().contains("annet vindu styrer"), "{key}:\n{}", run.text());
    }
    let list = opened(&model, "09:20", (80, 24)).keys("y");
    shows(&list, "Hvem eier tiltaket?");
    for key in ["space", "d", "u", "a", "enter", "o"] {
        let run = opened(&model, "09:20", (80, 24)).keys("y").keys(key);
        assert_eq!(run.app.model.facts, model.facts, "{key}");
        assert!(run.text().contains("Bare visning"), "{key}:\n{}", run.text());
    }
}

#[test]
fn on_the_wall_no_key_takes_a_note() {
    let run = at_ten_past("w").any_keys("o ø f c i ( y x 'abc' enter");
    assert!(notes(&run).is_empty() && run.text().contains("w: tilbake til konsollen"), "{}", run.text());
}

/// A finished workshop, a minute or more off here and there, with a harvest.
const WHOLE_DAY: &str = "08:50 09:00 space 09:04 o 'Hvem eier tiltaket?' enter 09:12 n 09:20 space 09:24 space \
                         09:30 f 'Vi prøver i Solvik fra mars' enter 09:31 n 09:40 ( 'Hold igjen talen' enter 09:45 n \
                         10:20 down s 10:22 n 11:02 n 11:20 c 'Nå tør vi å spørre' enter 11:50 n";

fn after_the_day(lang: Lang, size: (u16, u16)) -> Run {
    let model = stage::with(&stage::agenda(lang), lang);
    opened(&model, "08:50", size).keys(WHOLE_DAY)
}

#[test]
fn the_review_is_one_key_from_the_closing_picture_and_from_the_stored_session() {
    let over = after_the_day(Lang::Nb, (80, 24));
    shows(&over, "x: tilbakeblikk · y: notater");
    let reviewed = over.keys("x");
    shows(&reviewed, "Planlagt 2 t 2 min");
    let stored = reviewed.keys("esc e");
    shows(&stored, "x: tilbakeblikk · y: nøtter og notater, til å krysse av");
    shows(&stored.keys("x"), "Planlagt 2 t 2 min");
}

#[test]
fn reviews_and_harvests_look_as_they_should() {
    for lang in [Lang::Nb, Lang::En] {
        for size in SIZES {
            let name = |what: &str| format!("{what}-{}-{}x{}", lang.code(), size.0, size.1);
            let run = after_the_day(lang, size).any_keys("@7").keys("x");
            insta::assert_snapshot!(name("review"), run.text());
            let run = run.keys("end");
            insta::assert_snapshot!(name("review-end"), run.text());
            let run = run.keys("y space a 'Kari' enter").any_keys("@7");
            insta::assert_snapshot!(name("harvest"), run.text());
            let run = run.keys("esc e tab tab tab f").any_keys("@7");
            insta::assert_snapshot!(name("finished"), run.text());
            let run = opened(&running(lang), "09:12", size).keys("o 'Hvem eier tiltaket?'");
            insta::assert_snapshot!(name("jot"), run.text());
        }
    }
}

#[test]
fn the_review_says_the_same_without_colours() {
    let coloured = after_the_day(Lang::Nb, (57, 16)).keys("x");
    let mut model = coloured.app.model.clone();
    model.depth = vidde::model::Depth::None;
    let plain = opened(&model, "11:50", (57, 16)).keys("x");
    let body = |run: &Run| run.text().lines().skip(1).take(14).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(body(&plain), body(&coloured));
    assert!(
        body(&plain).iter().any(|line| line.contains("P ░")) && body(&plain).iter().any(|line| line.contains("F █"))
    );
}

/// Two sessions in the folder: one that is good, and one that cannot be used.
fn with_folder(mut model: Model) -> Model {
    let day = after_the_day(Lang::Nb, (80, 24)).app.model.facts.live.unwrap();
    let mut record = Record { version: Version, session: day.session, private: day.private };
    record.session.plan.title = "I fjor".into();
    let damage = Problem {
        place: "sessions/2024-01-01-0900-skadd.ron:3:1".to_owned(),
        text: "caret\nFilen er kuttet".to_owned(),
    };
    model.want_finished();
    let found = [("2025-11-23-0900-formiddag", Ok(record)), ("2024-01-01-0900-skadd", Err(damage))];
    let found = found.map(|(stem, found)| Finished { stem: stem.to_owned(), found });
    model.take_finished(found.into(), common::at("12:00"));
    model
}

#[test]
fn finished_sessions_are_listed_newest_first_and_damaged_ones_named() {
    let run = opened(&with_folder(ready(Lang::Nb)), "08:50", (80, 24)).keys("tab tab tab f");
    let text = run.text();
    let place =
        |words: &str| text.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}:\n{text}"));
    assert!(place("I fjor") < place("▲ 2024-01-01-0900-skadd"), "{text}");
    shows(&run, "2 t 2 min");
    let damaged = run.keys("down enter");
    assert!(damaged.text().contains("sessions/2024-01-01-0900-skadd.ron:3:1: Filen er kuttet"), "{}", damaged.text());
    let reviewed = damaged.keys("up enter");
    shows(&reviewed, "I fjor");
    shows(&reviewed, "Gjennomført: 5 av 6 økter.");
}

#[test]
fn ticking_off_in_an_old_session_changes_its_record_alone() {
    let run = opened(&with_folder(ready(Lang::Nb)), "08:50", (80, 24)).keys("tab tab tab f y space");
    let finished = &run.app.model.facts.finished;
    assert_eq!(finished.keys().collect::<Vec<_>>(), ["2025-11-23-0900-formiddag"]);
    let record = finished.values().next().unwrap();
    assert_eq!(record.private.harvest.iter().filter(|note| note.done).count(), 1);
    let run = run.keys("u");
    assert_eq!(
        run.app.model.facts.finished.values().next().unwrap().private.harvest.iter().filter(|note| note.done).count(),
        0
    );
    let live = run.keys("esc esc 3");
    assert!(!live.text().contains("Takk for i dag"), "an old session is not tonight's:\n{}", live.text());
}

#[test]
fn learned_lengths_stand_where_a_length_is_typed() {
    let model = with_folder(ready(Lang::Nb));
    let form = opened(&model, "08:50", (80, 24)).keys("tab tab tab down enter down down");
    shows(&form, "Tok 15 min sist. I minutter");
    let panel = opened(&model, "08:50", (200, 50)).keys("tab tab tab down");
    shows(&panel, "tok 15 min sist");
    let mut tonight = with_folder(running(Lang::Nb));
    assert!(tonight.press(Press::Next, common::at("09:28"), Seconds::ZERO));
    let both = opened(&tonight, "09:29", (80, 24)).keys("tab tab tab down enter down down");
    shows(&both, "Tok 18 og 15 min sist.");
    let none = opened(&ready(Lang::Nb), "08:50", (80, 24)).keys("tab tab tab down enter down down");
    assert!(!none.text().contains("min sist"), "{}", none.text());
}

#[test]
fn a_card_and_an_added_tool_tell_how_long_it_took() {
    let mut model = common::model(Lang::En);
    let record = with_folder(ready(Lang::En)).record("2025-11-23-0900-formiddag").unwrap().clone();
    model.take_finished(
        vec![Finished { stem: "2025-11-23-0900-formiddag".to_owned(), found: Ok(record) }],
        common::at("12:00"),
    );
    let run = Run::of(vidde::app::App::new(model, common::at("08:50"))).sized((100, 24)).keys("'1-2-4' enter");
    shows(&run, "took 15 min last time");
    let short = run.keys("v v");
    assert!(!short.text().contains("last time"), "another length:\n{}", short.text());
    shows(&short.keys("v a"), "took 15 min last time");
}

#[test]
fn a_session_edited_into_nonsense_is_looked_back_on_at_every_size() {
    let mut model = with_folder(ready(Lang::Nb));
    let mut record = model.record("2025-11-23-0900-formiddag").unwrap().clone();
    let acts =
        [Act::End, Act::Add(BlockId(1), Seconds(i64::MAX)), Act::Enter(BlockId(77)), Act::ClockStep(Seconds(i64::MIN))];
    let far = |number: i64| common::at("09:00") + Seconds(number.saturating_mul(i64::MAX / 4_000));
    let entry = |(number, act): (i64, Act)| Entry { at: far(number % 7 - 3), told: far(number % 5), act };
    record.session.log.extend((0..10_000).zip(acts.into_iter().cycle()).map(entry));
    record.private.harvest.iter_mut().for_each(|note| note.at = far(3));
    model.facts.finished.insert("9999-99-99-9999-tull".to_owned(), record);
    for size in [(43, 12), (57, 16), (80, 24), (200, 50)] {
        let begun = std::time::Instant::now();
        let run = opened(&model, "08:50", size).keys("tab tab tab f enter end esc y");
        let took = begun.elapsed();
        assert!(took < std::time::Duration::from_secs(6), "{took:?}");
        assert!(run.text().contains("Hvem eier tiltaket?"), "{}", run.text());
    }
}

#[test]
fn finished_sessions_are_asked_for_when_the_person_goes_somewhere_and_not_before() {
    let run = opened(&ready(Lang::Nb), "08:50", (80, 24));
    assert!(!run.app.model.waits_for_finished());
    assert!(run.keys("tab").app.model.waits_for_finished());
}

#[test]
fn every_size_is_drawn_and_keys_are_survived_there() {
    let long = "ø 'En ganske lang nøtt som går over flere linjer når vinduet er smalt, og vel så det' enter";
    let run = after_the_day(Lang::Nn, (80, 24)).keys(long);
    for script in ["x", "y", "y g", "i 'abc'", "i 'abc' esc", "y enter", "e tab tab tab f"] {
        let mut shown = opened(&run.app.model, "11:50", (80, 24)).keys(script);
        for (width, height) in
            (1..120).step_by(3).flat_map(|width| (1..30).step_by(2).map(move |height| (width, height)))
        {
            shown.buffer((width, height));
        }
        shown.size = (20, 5);
        shown.any_keys("down end up space g pagedown home u u enter esc esc");
    }
}

#[test]
fn the_review_leads_to_minutes_in_a_file_with_silent_notes_or_without() {
    let over = opened(&running(Lang::Nb), "09:12", (80, 24)).keys("o 'Hvem eier tiltaket?' enter x x");
    shows(&over, "Til en fil du kan sende eller skrive ut");
    shows(&over, "Uten de stille notatene: kan deles med alle");
    for (keys, notes) in [("1", Notes::Kept), ("2", Notes::Told)] {
        let heard = opened(&running(Lang::Nb), "09:12", (80, 24)).keys("x x").keys(keys).heard;
        assert!(heard.contains(&Effect::Minutes(Source::Live, notes)), "{heard:?}");
    }
    let rehearsed = opened(&stage::idle(Lang::Nb), "14:00", (80, 24)).keys("tab p x").any_keys("x");
    shows(&rehearsed, "En øving skriver ingen filer");
}
