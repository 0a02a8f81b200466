//! Recovery proposals, case by case and by law.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod runs;

use proptest::prelude::*;
use runs::{act, at, clock, led, name, sheet};
use vidde::domain::agenda::{Block, Kind};
use vidde::domain::recovery::{
    Goal, NewLength, Offer, Offers, Outcome, Proposal, Standing, agreed_end, answered, ends, is_due, offers, question,
    settled, standing_told,
};
use vidde::domain::schedule::{RunState, Timing, schedule};
use vidde::domain::session::{Change, Press, Session, Wish};
use vidde::domain::times::{Moment, Seconds};

/// The offers in words, one a line: how it stands, then each proposal with where it lands.
fn told(session: &Session, now: Moment) -> String {
    let Offers { standing, as_now, offers } = offers(session, now);
    let standing = match standing {
        Standing::Still => "still".to_owned(),
        Standing::Fits => "fits".to_owned(),
        Standing::Short(aim, by) => format!("short {by} of {} {}", goal(session, aim.goal), clock(aim.at)),
        Standing::Ahead(aim, by) => format!("ahead {by} of {} {}", goal(session, aim.goal), clock(aim.at)),
    };
    let mut lines = vec![format!("{standing}; {}", outcome(as_now))];
    lines.extend(
        offers.iter().map(|offer| format!("{}; {}", proposal(session, &offer.proposal), outcome(offer.outcome))),
    );
    lines.join("\n")
}

fn goal(session: &Session, goal: Goal) -> String {
    match goal {
        Goal::Finish => "finish".to_owned(),
        Goal::Fixed(id) => name(session, id),
    }
}

fn outcome(Outcome { end, short, .. }: Outcome) -> String {
    let short = if short == Seconds::ZERO { String::new() } else { format!(" ({short} short)") };
    format!("end {}{short}", clock(end))
}

fn proposal(session: &Session, proposal: &Proposal) -> String {
    match proposal {
        Proposal::Less { drop, cuts } => {
            let drop = drop.iter().map(|id| format!("drop {}", name(session, *id)));
            let cut = |cut: &NewLength| {
                format!("{} {}→{}", name(session, cut.id), cut.from.minutes_up(), cut.to.minutes_up())
            };
            drop.chain(cuts.iter().map(cut)).collect::<Vec<_>>().join(", ")
        }
        Proposal::EndAt(moment) => format!("end at {}", clock(*moment)),
        Proposal::AskGroup => "ask".to_owned(),
        Proposal::LongerBreak(NewLength { id, from, to }) => {
            format!("{} {}→{}", name(session, *id), from.minutes_up(), to.minutes_up())
        }
        Proposal::BringBack(id) => format!("bring back {}", name(session, *id)),
    }
}

/// A case: the plan, the acts, the moment, and the offers in words.
fn check(case: &str, (plan, acts): (&str, &str), now: &str, expected: &[&str]) {
    let session = led(plan, acts);
    let shown = told(&session, at(now));
    assert_eq!(shown, expected.join("\n"), "{case}: {}", sheet(&session, at(now)));
}

/// R01: a first block until 10:20, then 110 minutes for 100.
const R01: &str = "10:00 | A 10 | X 40 min 25 | P 15 break | Y 40 min 30 | C 15 closing | END 0 @12:00";

#[test]
fn every_case_holds_as_written() {
    check(
        "R01",
        (R01, "10:00 start"),
        "10:20",
        &[
            "short 10:00 of finish 12:00; end 12:10 (10:00 short)",
            "X 40→34, Y 40→36; end 12:00",
            "end at 12:10; end 12:10",
            "ask; end 12:10 (10:00 short)",
        ],
    );
    let optional = R01.replace("X 40", "X 40 optional").replace("Y 40", "Y 40 optional");
    check(
        "R01 with optional blocks",
        (&optional, "10:00 start"),
        "10:20",
        &[
            "short 10:00 of finish 12:00; end 12:10 (10:00 short)",
            "drop X; end 12:00",
            "drop Y; end 12:00",
            "X 40→34, Y 40→36; end 12:00",
            "end at 12:10; end 12:10",
            "ask; end 12:10 (10:00 short)",
        ],
    );
    check(
        "R02",
        (R01, "10:00 start"),
        "10:40",
        &[
            "short 30:00 of finish 12:00; end 12:30 (30:00 short)",
            "X 40→25, Y 40→30; end 12:05 (5:00 short)",
            "end at 12:30; end 12:30",
            "ask; end 12:30 (30:00 short)",
        ],
    );
    check(
        "R03",
        (R01, "10:00 start"),
        "10:17",
        &[
            "short 7:00 of finish 12:00; end 12:07 (7:00 short)",
            "X 40→36, Y 40→37; end 12:00",
            "end at 12:07; end 12:07",
            "ask; end 12:07 (7:00 short)",
        ],
    );
    check(
        "R05",
        ("11:00 | A 30 | P 15 break | C 15 closing", "11:00 start"),
        "11:35",
        &[
            "short 5:00 of finish 12:00; end 12:05 (5:00 short)",
            "end at 12:05; end 12:05",
            "ask; end 12:05 (5:00 short)",
        ],
    );
    check(
        "R08",
        ("11:00 | A 10 | O 10 optional | X 40 min 25 | END 0 @12:00", "11:00 start"),
        "11:20",
        &[
            "short 10:00 of finish 12:00; end 12:10 (10:00 short)",
            "drop O; end 12:00",
            "O 10→9, X 40→31; end 12:00",
            "end at 12:10; end 12:10",
            "ask; end 12:10 (10:00 short)",
        ],
    );
    check(
        "R09",
        ("09:00 | A 15 | B 15 | C 15 | D 15", "09:00 start"),
        "09:20",
        &[
            "short 5:00 of finish 10:00; end 10:05 (5:00 short)",
            "B 15→14, C 15→13, D 15→13; end 10:00",
            "end at 10:05; end 10:05",
            "ask; end 10:05 (5:00 short)",
        ],
    );
    check(
        "R12",
        ("09:00 | A 10 | X 25 min 0 | Y 8 min 0 | END 0 @09:43", "09:00 start"),
        "09:15",
        &[
            "short 5:00 of finish 09:43; end 09:48 (5:00 short)",
            "X 25→21, Y 8→7; end 09:43",
            "end at 09:48; end 09:48",
            "ask; end 09:48 (5:00 short)",
        ],
    );
}

#[test]
fn ahead_of_time_a_longer_break_comes_first_and_nothing_must_be_done() {
    let plan = "09:00 | A 30 | B 30 | O 10 | P 15 break | C 30 | D 5 closing";
    check(
        "R10",
        (plan, "09:00 start 09:18 next"),
        "09:20",
        &["ahead 12:00 of finish 11:00; end 10:48", "P 15→27; end 11:00", "end at 10:48; end 10:48"],
    );
    check(
        "R10 with a dropped block",
        (plan, "09:00 start 09:05 skip O 09:28 next"),
        "09:28",
        &[
            "ahead 12:00 of finish 11:00; end 10:48",
            "P 15→27; end 11:00",
            "bring back O; end 10:58",
            "end at 10:48; end 10:48",
        ],
    );
    check(
        "a dropped block that does not fit",
        (plan, "09:00 start 09:05 skip O 09:38 next"),
        "09:38",
        &["ahead 2:00 of finish 11:00; end 10:58", "P 15→17; end 11:00", "end at 10:58; end 10:58"],
    );
    let marked = "09:00 | A 30 | B 30 | C 30 | D 5 closing | END 0 @10:45";
    check(
        "a marker with room in front of it",
        (marked, "09:00 start 09:18 next"),
        "09:20",
        &["ahead 12:00 of finish 10:45; end 10:45", "end at 10:33; end 10:33"],
    );
    let lunch = "09:00 | A 30 | P 10 break | B 30 | L 30 @10:30 break | C 30";
    check(
        "a fixed lunch cannot begin early",
        (lunch, "09:00 start 09:18 next"),
        "09:20",
        &["ahead 12:00 of L 10:30; end 11:30"],
    );
    let lunch = lunch.replace("| P", "| Q 10 | P");
    check(
        "time gained before a fixed lunch",
        (&lunch, "09:00 start 09:18 next"),
        "09:18",
        &["ahead 12:00 of L 10:30; end 11:30", "P 10→22; end 11:30"],
    );
}

#[test]
fn what_has_a_clock_time_holds_what_lies_before_it_and_is_aimed_at_first() {
    let lunch = "09:00 | A 30 | B 45 min 30 | L 30 @10:15 break | C 40 | D 15 closing | END 0 @11:40";
    check(
        "lunch is met first",
        (lunch, "09:00 start"),
        "09:40",
        &[
            "short 10:00 of L 10:15; end 11:50 (10:00 short)",
            "B 45→35; end 11:40",
            "end at 11:50; end 11:50 (10:00 short)",
            "ask; end 11:50 (10:00 short)",
        ],
    );
    check(
        "blocks before a lunch that is met do not help after it",
        (lunch, "09:00 start 09:10 dur C 50"),
        "09:20",
        &[
            "short 10:00 of finish 11:40; end 11:50 (10:00 short)",
            "C 50→40; end 11:40",
            "end at 11:50; end 11:50",
            "ask; end 11:50 (10:00 short)",
        ],
    );
    let slack = "09:00 | A 30 | B 30 | L 30 @10:30 break | C 30";
    check("idle time takes up what is late", (slack, "09:00 start"), "09:50", &["fits; end 11:30"]);
    let until = "09:00 | A 30 | B 40 | P 20 until 10:30 min 10 break | C 30 closing";
    check(
        "a break until a clock time gives down to its shortest, and is aimed at then",
        (until, "09:00 start"),
        "09:45",
        &[
            "short 5:00 of P 10:30; end 11:05 (5:00 short)",
            "B 40→35; end 11:00",
            "end at 11:05; end 11:05 (5:00 short)",
            "ask; end 11:05 (5:00 short)",
        ],
    );
}

#[test]
fn a_buffer_is_eaten_first_and_takes_back_nothing() {
    let plan = "09:00 | A 30 | B 40 | F 10 buffer | C 40 | D 5 closing";
    check("the buffer is enough", (plan, "09:00 start"), "09:35", &["fits; end 11:05"]);
    check(
        "the buffer is not enough",
        (plan, "09:00 start"),
        "09:45",
        &[
            "short 5:00 of finish 11:05; end 11:10 (5:00 short)",
            "B 40→38, C 40→37; end 11:05",
            "end at 11:10; end 11:10",
            "ask; end 11:10 (5:00 short)",
        ],
    );
    check(
        "what is gained before a buffer that is half eaten, it would take back",
        (plan, "09:00 start 09:10 dur C 45"),
        "09:35",
        &[
            "short 5:00 of finish 11:05; end 11:10 (5:00 short)",
            "C 45→40; end 11:05",
            "end at 11:10; end 11:10",
            "ask; end 11:10 (5:00 short)",
        ],
    );
}

#[test]
fn one_less_and_the_rest_shorter_go_together_when_neither_is_enough() {
    let plan = "09:00 | A 10 | O 5 optional | Q 10 optional min 8 | X 40 min 30 | C 15 closing";
    check(
        "the smallest that is enough",
        (plan, "09:00 start"),
        "09:26",
        &[
            "short 16:00 of finish 10:20; end 10:36 (16:00 short)",
            "drop O, Q 10→8, X 40→31; end 10:20",
            "O 5→4, Q 10→8, X 40→30; end 10:23 (3:00 short)",
            "drop Q; end 10:26 (6:00 short)",
            "drop O; end 10:31 (11:00 short)",
            "end at 10:36; end 10:36",
            "ask; end 10:36 (16:00 short)",
        ],
    );
    check(
        "all that may go is told also when it is not enough",
        (plan, "09:00 start"),
        "09:40",
        &[
            "short 30:00 of finish 10:20; end 10:50 (30:00 short)",
            "drop O, drop Q, X 40→30; end 10:25 (5:00 short)",
            "O 5→4, Q 10→8, X 40→30; end 10:37 (17:00 short)",
            "drop Q; end 10:40 (20:00 short)",
            "drop O; end 10:45 (25:00 short)",
            "end at 10:50; end 10:50",
            "ask; end 10:50 (30:00 short)",
        ],
    );
}

#[test]
fn seconds_are_made_up_in_whole_minutes_and_nothing_is_offered_where_nothing_runs() {
    check(
        "half a minute",
        (R01, "10:00 start"),
        "10:10:30",
        &[
            "short 0:30 of finish 12:00; end 12:00:30 (0:30 short)",
            "X 40→39; end 12:00",
            "end at 12:01; end 12:01",
            "ask; end 12:00:30 (0:30 short)",
        ],
    );
    check("before the start", (R01, ""), "10:30", &["still; end 12:30"]);
    check("after the end", (R01, "10:00 start 10:10 end"), "10:30", &["still; end 10:10"]);
    check("when all is well", (R01, "10:00 start"), "10:05", &["fits; end 12:00"]);
}

fn offered(session: &Session, now: &str) -> Vec<Offer> {
    offers(session, at(now)).offers
}

fn take(session: &mut Session, now: &str, index: usize) {
    let changes = offered(session, now)[index].changes.clone();
    session.press(Press::Agree(changes), at(now), Seconds::ZERO).unwrap();
}

#[test]
fn one_act_takes_a_proposal_and_one_takes_it_back() {
    let mut session = led(R01, "10:00 start");
    let before = schedule(&session, at("10:20"));
    for index in 0..2 {
        take(&mut session, "10:20", index);
        assert_ne!(schedule(&session, at("10:20")), before);
        act(&mut session, "10:20 undo");
        assert_eq!(schedule(&session, at("10:20")), before, "R04: {}", sheet(&session, at("10:20")));
    }
}

#[test]
fn what_is_taken_is_the_end_that_was_promised_and_leaves_nothing_to_propose() {
    for (index, end) in [(0, "12:00"), (1, "12:10")] {
        let mut session = led(R01, "10:00 start");
        take(&mut session, "10:20", index);
        assert_eq!(told(&session, at("10:20")), format!("fits; end {end}"), "{}", sheet(&session, at("10:20")));
    }
    let mut early = led("09:00 | A 30 | B 30 | END 0 @10:00", "09:00 start 09:20 next");
    take(&mut early, "09:20", 0);
    assert_eq!(told(&early, at("09:20")), "fits; end 09:50");
    act(&mut early, "09:20 undo");
    assert_eq!(told(&early, at("09:20")), "ahead 10:00 of finish 10:00; end 10:00\nend at 09:50; end 09:50");
}

#[test]
fn the_group_is_asked_three_things_whatever_can_be_had() {
    let wishes = |plan: &str, acts: &str, now: &str| {
        let session = led(plan, acts);
        question(&session, at(now)).map(|asking| asking.wishes)
    };
    let optional = R01.replace("X 40", "X 40 optional");
    assert_eq!(wishes(&optional, "10:00 start", "10:20"), Some([Wish::EndAt(at("12:15")), Wish::Shorten, Wish::Drop]));
    assert_eq!(
        wishes(R01, "10:00 start", "10:20"),
        Some([Wish::EndAt(at("12:15")), Wish::Shorten, Wish::EndAsPlanned])
    );
    let bare = "11:00 | A 30 | P 15 break | C 15 closing";
    assert_eq!(wishes(bare, "11:00 start", "11:35"), Some([Wish::EndAt(at("12:10")), Wish::EndAsPlanned, Wish::Other]));
    assert_eq!(
        wishes(bare, "11:00 start", "12:20"),
        Some([Wish::EndAt(at("12:55")), Wish::Other, Wish::AsNow]),
        "nobody ends at an hour that has passed"
    );
    assert_eq!(wishes(R01, "10:00 start", "10:05"), None);
}

#[test]
fn an_answer_does_what_the_wall_said_also_some_minutes_later() {
    let plan = R01.replace("X 40", "X 40 optional");
    for (wish, expected) in [
        (Wish::EndAt(at("12:10")), "short 2:00 of finish 12:10; end 12:12 (2:00 short)"),
        (Wish::Shorten, "fits; end 12:00"),
        (Wish::Drop, "ahead 28:00 of finish 12:00; end 12:00"),
    ] {
        let mut session = led(&plan, "10:00 start");
        let changes = answered(&session, wish, at("10:22")).unwrap();
        session.press(Press::Answer(wish, changes), at("10:22"), Seconds::ZERO).unwrap();
        assert_eq!(told(&session, at("10:22")).lines().next(), Some(expected), "{wish:?}");
    }
}

/// A morning without a finish line, twelve minutes late.
const LATE: (&str, &str) = ("10:00 | A 10 | X 40 min 36 | O 20 optional | C 15 closing", "10:00 start 10:22 next");

#[test]
fn every_answer_is_an_act_of_its_own_that_keeps_the_end_it_promised() {
    for (wish, end, standing) in [
        (Wish::EndAt(at("11:40")), Some("11:40"), "short 12:00 of finish 11:25; end 11:37 (12:00 short)"),
        (Wish::EndAsPlanned, Some("11:25"), "short 12:00 of finish 11:25; end 11:37 (12:00 short)"),
        (Wish::AsNow, Some("11:40"), "ahead 3:00 of finish 11:40; end 11:37"),
        (Wish::Shorten, Some("11:35"), "ahead 3:00 of finish 11:35; end 11:32"),
        (Wish::Drop, Some("11:20"), "ahead 3:00 of finish 11:20; end 11:17"),
        (Wish::Other, None, "short 12:00 of finish 11:25; end 11:37 (12:00 short)"),
    ] {
        let mut session = led(LATE.0, LATE.1);
        let before = session.clone();
        let changes = answered(&session, wish, at("10:22")).unwrap();
        assert_eq!(agreed_end(&changes), end.map(at), "{wish:?}");
        assert_eq!(ends(&session, [wish; 3], at("10:22")), [end.map(at); 3], "{wish:?}");
        session.press(Press::Answer(wish, changes), at("10:22"), Seconds::ZERO).unwrap();
        let view = schedule(&session, at("10:22"));
        assert_eq!(view.finish, end.map(at), "{wish:?}: {}", sheet(&session, at("10:22")));
        if !matches!(wish, Wish::EndAt(_)) {
            assert_eq!(told(&session, at("10:22")).lines().next(), Some(standing), "{wish:?}");
        }
        assert!(!is_due(&session, at("10:23"), Seconds::minutes(2)), "{wish:?}: the group has answered");
        session.press(Press::Undo, at("10:22"), Seconds::ZERO).unwrap();
        assert_eq!(session, before, "{wish:?}: one undo takes back the answer and nothing else");
    }
}

#[test]
fn nobody_answers_an_hour_that_has_passed_or_before_and_after_the_session() {
    let session = led(LATE.0, LATE.1);
    assert_eq!(answered(&session, Wish::EndAsPlanned, at("11:30")), None);
    for (acts, now) in [("", "10:00"), ("10:00 start 10:30 end", "10:31")] {
        let mut session = led(LATE.0, acts);
        assert!(session.press(Press::Answer(Wish::Other, Vec::new()), at(now), Seconds::ZERO).is_err());
    }
}

#[test]
fn a_new_end_is_one_that_can_be_said_and_kept() {
    let settled_at = |acts: &str, now: &str| {
        let all = settled(&led(LATE.0, acts), at(now)).offers;
        let end = all.iter().find_map(|offer| match offer.proposal {
            Proposal::EndAt(end) => Some((clock(end), offer.changes.clone())),
            _ => None,
        });
        let (end, changes) = end.unwrap();
        assert_eq!(agreed_end(&changes).map(clock), Some(end.clone()), "what is said is what is done");
        end
    };
    for (acts, now, end, why) in [
        ("10:00 start 10:22 next", "10:23", "11:40", "11:37 is no time to agree on"),
        ("10:00 start 10:24 next", "10:25", "11:45", "a minute of room is too little"),
        ("10:00 start 10:20 next", "10:21", "11:35", "one on the clock stands"),
        ("10:00 start", "10:20", "11:40", "but not while it slips"),
        ("10:00 start 10:20 next 10:21 pause", "10:21", "11:40", "nor while the clock stands"),
        ("10:00 start 10:02 next", "10:03", "11:20", "earlier too"),
        ("10:00 start 10:08 next", "10:09", "11:23", "earlier stays earlier"),
    ] {
        assert_eq!(settled_at(acts, now), end, "{acts} at {now}: {why}");
    }
}

#[test]
fn spare_time_is_told_in_one_number_whatever_the_seconds() {
    for (start, next, by) in [("10:00:10", "10:05:20", 5), ("10:00:50", "10:05:05", 5), ("10:00:00", "10:05:10", 4)] {
        let plan = "| A 10 | X 40 | P 15 break | C 15 closing";
        let session = led(&format!("10:00 {plan}"), &format!("{start} start shift {next} next"));
        let now = at(next);
        let (standing, minutes) = standing_told(&session, now);
        assert!(matches!(standing, Standing::Ahead(..)), "{}", told(&session, now));
        assert_eq!(minutes, Seconds::minutes(by), "{}", told(&session, now));
        let [longer, end] = &offers(&session, now).offers[..] else { panic!("{}", told(&session, now)) };
        let clocks = |offer: &Offer| offer.outcome.end.clock_up(&session.zone);
        let Proposal::LongerBreak(pause) = longer.proposal else { panic!("{longer:?}") };
        assert_eq!((pause.to - pause.from).minutes_up(), by, "the break takes all of it");
        let view = schedule(&session, now);
        assert_eq!(clocks(longer), (view.end - view.end_drift).clock_up(&session.zone), "and ends as planned");
        let Proposal::EndAt(earlier) = end.proposal else { panic!("{end:?}") };
        assert_eq!(earlier.clock_up(&session.zone), clocks(end), "the new end is where it ends");
    }
}

#[test]
fn asking_the_group_is_offered_once_for_a_block_from_the_limit_on() {
    let due = |session: &Session, now: &str| is_due(session, at(now), Seconds::minutes(15));
    let plan = "10:00 | A 10 | X 40 | Y 40 | C 15 closing | END 0 @11:45";
    let session = led(plan, "10:00 start");
    for (now, expected) in
        [("10:20", false), ("10:24:59", false), ("10:25", true), ("10:29:59", true), ("10:30", false), ("11:00", false)]
    {
        assert_eq!(due(&session, now), expected, "R11 at {now}");
    }
    let next = led(plan, "10:00 start 10:40 next");
    assert!(due(&next, "10:41") && !due(&next, "10:46"), "another block, another chance");
    let added = led(plan, "10:00 start 10:05 add 16");
    assert!(due(&added, "10:05") && due(&added, "10:09") && !due(&added, "10:11"));
    let mut agreed = led(plan, "10:00 start");
    take(&mut agreed, "10:26", 0);
    assert!(!due(&agreed, "10:27"), "something has been agreed on");
    let slack = led("10:00 | A 10 | B 20 | L 30 @11:00 break", "10:00 start");
    assert!(!due(&slack, "10:26"), "idle time takes up what is late: there is nothing to choose");
}

/// A block as it is written in a plan, and a shortest length of its own: that may be longer than the block, as in a file
/// that was written by hand.
fn any_block() -> impl Strategy<Value = (String, Option<u16>)> {
    let flag = prop_oneof![
        8 => Just(String::new()),
        3 => Just("optional".to_owned()),
        2 => Just("break".to_owned()),
        1 => Just("buffer".to_owned()),
        1 => Just("closing".to_owned()),
        1 => Just("auto".to_owned()),
        1 => (1_u16..9).prop_map(|gap| format!("gap {gap}")),
        1 => (9_u16..12, 0_u16..60).prop_map(|(hour, minute)| format!("@{hour:02}:{minute:02}")),
        1 => (9_u16..12, 0_u16..60).prop_map(|(hour, minute)| format!("until {hour:02}:{minute:02} min 2")),
    ];
    (2_u16..50, flag, prop::option::weighted(0.2, 1_u16..40))
        .prop_map(|(minutes, flag, min)| (format!("{minutes} {flag}"), min))
}

/// What happens in a run: a press and the minutes before it.
fn any_acts(blocks: usize) -> impl Strategy<Value = Vec<(i64, Press)>> {
    let id = move || (1..=u32::try_from(blocks).unwrap()).prop_map(vidde::domain::agenda::BlockId);
    let press = prop_oneof![
        5 => Just(Press::Next),
        1 => Just(Press::Previous),
        1 => Just(Press::Pause),
        1 => Just(Press::Resume),
        2 => (-300_i64..1000).prop_map(|seconds| Press::Add(Seconds(seconds))),
        2 => id().prop_map(Press::Skip),
        1 => (id(), 1_i64..4000).prop_map(|(id, seconds)| Press::Length(id, Seconds(seconds))),
        1 => id().prop_map(Press::Goto),
    ];
    prop::collection::vec((0_i64..1500, press), 0..6)
}

/// Every law of a proposal, taken in `session` at `now`.
fn keeps_the_laws(session: &Session, now: Moment, offers: &Offers, offer: &Offer) {
    let what = format!("{:?} of\n{}\nin {}", offer, told(session, now), sheet(session, now));
    let view = schedule(session, now);
    let plan = session.plan_at(now);
    let is_open = |block: &Block| {
        block.fixed.is_none() && block.until.is_none() && matches!(block.kind, Kind::Work | Kind::Talk | Kind::Opening)
    };
    let mut given = Seconds::ZERO;
    for change in &offer.changes {
        match change {
            Change::Length(id, length) => {
                let (block, row) = (plan.block(*id).unwrap(), view.rows.iter().find(|row| row.id == *id).unwrap());
                let longer = matches!(offer.proposal, Proposal::LongerBreak(_));
                assert!(matches!(row.timing, Timing::Upcoming(_)), "only what comes: {what}");
                assert!(if longer { block.kind == Kind::Break } else { is_open(block) }, "what never gives: {what}");
                let planned = row.length.max(row.asked);
                let least = block.min.map_or(planned.0 * 3 / 4, |min| i64::from(min) * 60);
                assert!(longer || (length.0 >= least.max(60) && *length < row.length), "below its shortest: {what}");
                let fills = longer && offer.outcome.short == Seconds::ZERO;
                assert!((row.length - *length).0 % 60 == 0 || fills, "whole minutes, or all there is: {what}");
                given += row.length - *length;
            }
            Change::Drop(id) => {
                let block = plan.block(*id).unwrap();
                assert!(block.optional && is_open(block), "only what may be dropped: {what}");
            }
            Change::BringBack(id) => {
                assert!(view.rows.iter().any(|row| row.id == *id && row.timing == Timing::Skipped), "{what}");
            }
            Change::Finish(moment) => assert!(*moment >= now, "{what}"),
        }
    }
    if let (Standing::Short(_, by), Proposal::Less { drop, .. }) = (offers.standing, &offer.proposal)
        && drop.is_empty()
        && offer.outcome.short == Seconds::ZERO
    {
        assert_eq!(given, Seconds::minutes(by.minutes_up()), "no more than is needed: {what}");
    }
    if offer.changes.is_empty() {
        return;
    }
    let mut taken = session.clone();
    taken
        .press(Press::Agree(offer.changes.clone()), now, Seconds::ZERO)
        .unwrap_or_else(|why| panic!("{why:?}: {what}"));
    assert_eq!(schedule(&taken, now).end, offer.outcome.end, "the end that was promised: {what}");
    taken.press(Press::Undo, now, Seconds::ZERO).unwrap();
    assert_eq!(schedule(&taken, now), view, "one undo takes it back: {what}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn proposals_keep_their_laws_in_any_run(
        (blocks, acts) in prop::collection::vec(any_block(), 2..8).prop_flat_map(|blocks| {
            let acts = any_acts(blocks.len());
            (Just(blocks), acts)
        }),
        wait in 0_i64..1500,
    ) {
        let names = blocks.iter().enumerate().map(|(index, (block, _))| format!("B{index} {block}"));
        let mut session = runs::session(&format!("09:00 | {}", names.collect::<Vec<_>>().join(" | ")));
        for (block, (_, min)) in session.plan.blocks.iter_mut().zip(&blocks) {
            block.min = min.or(block.min);
        }
        let mut now = at("09:03");
        let _ = session.press(Press::Start(None, vidde::domain::session::Moved::AsPlanned), now, Seconds::ZERO);
        for (wait, press) in acts {
            now = now + Seconds(wait);
            let _ = session.press(press, now, Seconds::ZERO);
        }
        now = now + Seconds(wait);
        let all = offers(&session, now);
        let runs = !matches!(schedule(&session, now).state, RunState::Before { .. } | RunState::Done);
        prop_assert_eq!(runs, all.standing != Standing::Still);
        for offer in &all.offers {
            keeps_the_laws(&session, now, &all, offer);
        }
    }
}
