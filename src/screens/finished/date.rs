//! A date with its weekday in few columns, for a list: `man. 2. mars 2026`.

use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Zone};

/// The date of `moment` in `zone`.
pub(super) fn short(moment: Moment, zone: &Zone, lang: Lang) -> String {
    let date = moment.civil(zone).date();
    let weekday = WEEKDAYS.get(place(date.weekday().to_monday_one_offset())).map(|day| day.pick(lang));
    let month = MONTHS.get(place(date.month())).map(|month| month.pick(lang));
    let day = words("{}.", "{}.", "{}").with(lang, date.day());
    format!("{} {day} {} {}", weekday.unwrap_or_default(), month.unwrap_or_default(), date.year())
}

/// The columns of the longest date of the years with four digits.
pub(super) fn widest(lang: Lang) -> usize {
    words("tors. 30. april 2026", "laur. 25. april 2026", "Thu 30 Apr 2026").pick(lang).len()
}

/// Counted from 0 what is counted from 1.
fn place(number: i8) -> usize {
    usize::from(number.unsigned_abs()).saturating_sub(1)
}

const WEEKDAYS: [Words; 7] = [
    words("man.", "mån.", "Mon"),
    words("tirs.", "tys.", "Tue"),
    words("ons.", "ons.", "Wed"),
    words("tors.", "tors.", "Thu"),
    words("fre.", "fre.", "Fri"),
    words("lør.", "laur.", "Sat"),
    words("søn.", "søn.", "Sun"),
];

const MONTHS: [Words; 12] = [
    words("jan.", "jan.", "Jan"),
    words("feb.", "feb.", "Feb"),
    words("mars", "mars", "Mar"),
    words("april", "april", "Apr"),
    words("mai", "mai", "May"),
    words("juni", "juni", "Jun"),
    words("juli", "juli", "Jul"),
    words("aug.", "aug.", "Aug"),
    words("sep.", "sep.", "Sep"),
    words("okt.", "okt.", "Oct"),
    words("nov.", "nov.", "Nov"),
    words("des.", "des.", "Dec"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_its_weekday_and_the_words_of_its_language() {
        let date = |second: i64, lang: Lang| short(Moment::at(second), &Zone::UTC, lang);
        assert_eq!(date(1_772_438_400, Lang::Nb), "man. 2. mars 2026");
        assert_eq!(date(1_772_438_400, Lang::Nn), "mån. 2. mars 2026");
        assert_eq!(date(1_772_438_400, Lang::En), "Mon 2 Mar 2026");
        assert_eq!(date(-1, Lang::Nb), "ons. 31. des. 1969");
        assert_eq!(date(1_772_438_400 + 5 * 86_400, Lang::Nn), "laur. 7. mars 2026");
        let _ = (date(i64::MAX, Lang::Nb), date(i64::MIN, Lang::En));
    }
}
