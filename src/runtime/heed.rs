//! What a turn of the clocks means for the session: it follows a clock that was set, and a sleep is told. How a turn is
//! read is in `clock`.

use super::clock::Turn;
use crate::domain::schedule::RunState;
use crate::domain::session::Session;
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::{Model, Role, Slept};
use crate::screens::asleep;

/// Lets the session follow a clock that was set (W22), and tells of sleep (T1). In a window that only follows,
/// the session follows in the files.
pub fn heed(model: &mut Model, turn: Turn) {
    let is_writer = model.role == Role::Writer;
    if let Some(live) = model.facts.live.as_mut().filter(|live| live.session.has_started()) {
        let is_set_right = is_set_right(&live.session, turn);
        if turn.stepped != Seconds::ZERO && is_writer && !is_set_right {
            live.session.clock_stepped(turn.stepped, turn.now);
            live.private.clock_stepped(turn.stepped);
        }
        if turn.stepped != Seconds::ZERO {
            let told = if is_set_right { SET_RIGHT } else { SET };
            model.notify(told.pick(model.lang), turn.now);
        }
        if turn.slept != Seconds::ZERO {
            slept(model, Slept { from: turn.now - turn.slept, length: turn.slept }, turn.now);
        }
    }
}

/// Whether the acts of a session that were dated ahead fit the clock since it was set: then that was what was wrong, and
/// nothing is to follow it.
fn is_set_right(session: &Session, turn: Turn) -> bool {
    let before = turn.now - turn.stepped;
    session.dated_ahead(before).is_some() && session.dated_ahead(turn.now).is_none()
}

/// Shown after a clock that was behind the session was set right.
const SET_RIGHT: Words = words(
    "Klokka er stilt, og stemmer med samlingen igjen",
    "Klokka er stilt, og stemmer med samlinga att",
    "The clock was set, and fits the session again",
);

/// Shown after the clock was set.
const SET: Words = words(
    "Klokka på maskinen ble stilt; tiden som er igjen, er den samme",
    "Klokka på maskina vart stilt; tida som er att, er den same",
    "The computer's clock was set; the time left is the same",
);

/// Tells of a sleep, and offers the window that leads to count it as a pause when a block was running through it.
fn slept(model: &mut Model, slept: Slept, now: Moment) {
    let was_running = matches!(model.schedule(slept.from).map(|view| view.state), Some(RunState::Running(_)));
    if was_running && model.role == Role::Writer {
        model.slept = Some(slept);
    } else {
        model.notify(asleep::in_passing(slept.length, model.lang), now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{Agenda, AgendaName, Block, Kind};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::facts::{Facts, Live};
    use crate::domain::session::{Moved, Press};
    use crate::domain::text::Lang;
    use crate::domain::times::Zone;

    const START: i64 = 1_772_438_400;

    /// A ten-minute block, started at [`START`].
    fn running(role: Role) -> Model {
        let mut agenda = Agenda::new("Dag", Lang::Nb);
        agenda.insert(Block::new(Kind::Work, "Alfa", 10), None);
        let start = Moment::at(START);
        let (mut session, private) = Session::of(&AgendaName::for_title("dag", |_| false), &agenda, start, Zone::UTC);
        assert_eq!(session.press(Press::Start(None, Moved::FromNow), start, Seconds::ZERO), Ok(()));
        let facts = Facts { live: Some(Live { session, private }), ..Facts::default() };
        let mut model = Model::new(facts, Catalogue::default(), Lang::En, Zone::UTC);
        model.role = role;
        model
    }

    fn left(model: &Model, now: Moment) -> Option<Seconds> {
        model.schedule(now).and_then(|schedule| schedule.current().map(|current| current.remaining))
    }

    #[test]
    fn the_time_left_stays_when_the_clock_is_set() {
        for step in [Seconds(3_600), Seconds(-120), Seconds(-7_200), Seconds(40)] {
            let mut model = running(Role::Writer);
            let now = Moment::at(START + 300) + step;
            heed(&mut model, Turn { now, since: now, stepped: step, slept: Seconds::ZERO });
            assert_eq!(left(&model, now), Some(Seconds(300)), "set by {step}");
            assert!(model.notice.is_some());
        }
    }

    #[test]
    fn a_clock_that_was_behind_the_session_and_is_set_right_moves_nothing() {
        let mut model = running(Role::Writer);
        let log = model.session().map(|session| session.log.clone());
        let now = Moment::at(START + 240);
        heed(&mut model, Turn { now, since: now, stepped: Seconds(3_600), slept: Seconds::ZERO });
        assert_eq!(model.session().map(|session| session.log.clone()), log);
        assert_eq!(left(&model, now), Some(Seconds(360)));
        let told = model.notice.map(|notice| notice.text);
        assert_eq!(told.as_deref(), Some("The clock was set, and fits the session again"));
    }

    #[test]
    fn sleep_is_time_that_passed() {
        let mut model = running(Role::Writer);
        let now = Moment::at(START + 540);
        heed(&mut model, Turn { now, since: now, stepped: Seconds::ZERO, slept: Seconds(300) });
        assert_eq!(left(&model, now), Some(Seconds(60)));
        assert_eq!(model.slept, Some(Slept { from: Moment::at(START + 240), length: Seconds(300) }));
    }

    #[test]
    fn a_sleep_that_nothing_was_running_through_is_told_in_passing() {
        let paused = |model: &mut Model| model.press(Press::Pause, Moment::at(START + 60), Seconds::ZERO);
        for (role, prepare) in [(Role::Writer, paused as fn(&mut Model) -> bool), (Role::Viewer, |_| true)] {
            let mut model = running(Role::Writer);
            assert!(prepare(&mut model));
            model.role = role;
            let now = Moment::at(START + 540);
            heed(&mut model, Turn { now, since: now, stepped: Seconds::ZERO, slept: Seconds(300) });
            let text = model.notice.map(|notice| notice.text);
            assert_eq!(text.as_deref(), Some("The computer slept for 5 min; time went on"), "{role:?}");
            assert_eq!(model.slept, None);
        }
    }

    #[test]
    fn a_viewer_leaves_the_session_to_its_writer() {
        let mut model = running(Role::Viewer);
        let before = model.facts.clone();
        let now = Moment::at(START + 4_000);
        heed(&mut model, Turn { now, since: now, stepped: Seconds(3_600), slept: Seconds::ZERO });
        assert_eq!(model.facts, before);
    }
}
