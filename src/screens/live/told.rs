//! How the console tells the time: kind words for drift, slack and conflicts, never minus numbers.

use crate::domain::agenda::Block;
use crate::domain::recovery::{self, between_clocks};
use crate::domain::schedule::{Current, Row, schedule};
use crate::domain::session::Session;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds, Zone};
use crate::ui::names;

/// From here on hours say nothing any more: a session that was taken up again days later.
const FAR: Seconds = Seconds::minutes(12 * 60);

/// So many minutes off at the end are worth a word while what runs is on time.
const WORTH_TELLING: i64 = 2;

const ON_TIME: Words = words("i rute", "i rute", "on time");
const ON_TIME_ENDS_LATE: Words =
    words("i rute nå, slutt {} sent", "i rute no, slutt {} seint", "on time now, ends {} late");
const ON_TIME_ENDS_EARLY: Words =
    words("i rute nå, slutt {} før", "i rute no, slutt {} før", "on time now, ends {} early");
const BEHIND: Words = words("{} etter skjema", "{} etter skjema", "{} behind schedule");
const AHEAD: Words = words("{} foran skjema", "{} føre skjema", "{} ahead of schedule");
const ON_TIME_FOR: Words =
    words("i rute til avtalt slutt kl. {}", "i rute til avtalt slutt kl. {}", "on time for the agreed end, {}");
const BEHIND_FOR: Words = words("slutt {} etter avtalt", "slutt {} etter avtalt", "ends {} later than agreed");
const IN_HAND: Words = words("{} til overs før kl. []", "{} til overs før kl. []", "{} in hand before []");
const FAR_OFF: Words = words("langt fra skjema", "langt frå skjema", "far from schedule");
const LONG_AFTER: Words = words("lenge etter kl. ", "lenge etter kl. ", "long after ");
const SLACK: Words = words("luft {}", "luft {}", "{} to spare");
const LATE: Words = words("{} etter kl. ", "{} etter kl. ", "{} after ");
const UNDER_A_MINUTE: Words = words("under ett min etter kl. ", "under eitt min etter kl. ", "under a minute after ");

/// The clock of a moment that is projected: rounded up, as on the wall, so that one moment has one clock time
/// everywhere (W21). What has happened is told by the minute it happened in.
#[must_use]
pub fn clock(moment: Moment, zone: &Zone) -> String {
    moment.clock_up(zone)
}

/// How the run keeps its time at `now`: to the end that was agreed on; to the plan when nothing was.
#[must_use]
pub fn pace(session: &Session, current: &Current, now: Moment, lang: Lang) -> String {
    if let Some(off) = recovery::off_agreed(session, now) {
        return against_agreed(off, &session.zone, lang);
    }
    let view = schedule(session, now);
    let off = off(now + current.remaining.or_zero(), current.drift);
    if off == 0 { on_time(self::off(view.end, view.end_drift), lang) } else { drift(off, lang) }
}

/// How many minutes an end that is projected lies behind the plan (positive) or ahead of it, `by` so many seconds: as
/// the clock times that are shown of both have it, but nothing under a minute.
fn off(end: Moment, by: Seconds) -> i64 {
    if by.0.abs() < 60 { 0 } else { between_clocks(end - by, end).0 / 60 }
}

/// That what runs is on time, while the session ends so many minutes behind the plan (positive) or ahead of it.
fn on_time(ends: i64, lang: Lang) -> String {
    match ends {
        far if far.abs() >= FAR.0 / 60 => FAR_OFF.pick(lang).to_owned(),
        late if late >= WORTH_TELLING => ON_TIME_ENDS_LATE.with(lang, whole_minutes(late, lang)),
        early if early <= -WORTH_TELLING => ON_TIME_ENDS_EARLY.with(lang, whole_minutes(-early, lang)),
        _ => ON_TIME.pick(lang).to_owned(),
    }
}

/// That what runs is so many minutes behind (positive) or ahead.
fn drift(minutes: i64, lang: Lang) -> String {
    match minutes {
        far if far.abs() >= FAR.0 / 60 => FAR_OFF.pick(lang).to_owned(),
        behind @ 1.. => BEHIND.with(lang, whole_minutes(behind, lang)),
        ahead => AHEAD.with(lang, whole_minutes(-ahead, lang)),
    }
}

/// How the run stands to the end that was agreed on, which it misses by so much, or has so much room in front of.
fn against_agreed((agreed, late): (Moment, Seconds), zone: &Zone, lang: Lang) -> String {
    let (words, by) = match late.minutes_up() {
        far if far.abs() >= FAR.0 / 60 => (FAR_OFF, far),
        0 => return ON_TIME_FOR.with(lang, clock(agreed, zone)),
        late @ 1.. => (BEHIND_FOR, late),
        early => (IN_HAND, -early),
    };
    words.with2(lang, whole_minutes(by, lang), clock(agreed, zone))
}

fn whole_minutes(minutes: i64, lang: Lang) -> String {
    names::length(Seconds::minutes(minutes), lang)
}

/// What a row has in front of its fixed start, or by how much it misses what was fixed; nothing when neither.
#[must_use]
pub fn room(row: &Row, block: &Block, zone: &Zone, lang: Lang) -> Option<String> {
    let span = row.projected()?;
    match (row.conflict, row.slack) {
        (Some(late), _) => {
            let missed = if block.fixed.is_some() { span.start - late } else { span.end - late };
            let how = match late {
                late if late < Seconds(60) => UNDER_A_MINUTE.pick(lang).to_owned(),
                late if late >= FAR => LONG_AFTER.pick(lang).to_owned(),
                late => LATE.with(lang, whole_minutes(late.0 / 60, lang)),
            };
            Some(how + &clock(missed, zone))
        }
        (None, Some(slack)) if slack >= Seconds(60) => Some(SLACK.with(lang, whole_minutes(slack.0 / 60, lang))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drift_is_told_in_words_without_a_minus_and_as_the_clocks_have_it() {
        let cases = [
            (0, "i rute"),
            (59, "i rute"),
            (-59, "i rute"),
            (60, "1 min etter skjema"),
            (299, "5 min etter skjema"),
            (-275, "4 min foran skjema"),
            (-120, "2 min foran skjema"),
            (255_600, "langt fra skjema"),
            (3720, "1 t 2 min etter skjema"),
        ];
        for (seconds, expected) in cases {
            let by = Seconds(seconds);
            let off = off(Moment::at(36_000) + by, by);
            let told = if off == 0 { on_time(0, Lang::Nb) } else { drift(off, Lang::Nb) };
            assert_eq!(told, expected, "{seconds} s");
        }
        let planned = Moment::at(36_025);
        assert_eq!(off(planned - Seconds(275), Seconds(-275)), -5, "10:00:25 is told as 10:01, and 09:55:50 as 09:56");
    }

    #[test]
    fn what_is_on_time_does_not_hide_that_the_session_ends_late() {
        for (minutes, expected) in
            [(0, "i rute"), (1, "i rute"), (43, "i rute nå, slutt 43 min sent"), (-12, "i rute nå, slutt 12 min før")]
        {
            assert_eq!(on_time(minutes, Lang::Nb), expected, "{minutes} min");
        }
    }
}
