//! Dates in words: `23. november 2026`, and with the weekday in few columns `man. 2. mars 2026`.

use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Zone};

/// A date in words: `23. november 2026`.
#[must_use]
pub fn long(moment: Moment, zone: &Zone, lang: Lang) -> String {
    let date = moment.civil(zone).date();
    let month = MONTHS.get(place(date.month())).map(|month| month.pick(lang)).unwrap_or_default();
    let day = words("{}.", "{}.", "{}").with(lang, date.day());
    format!("{day} {month} {}", date.year())
}

/// The date of `moment` in `zone` with its weekday, for a list.
#[must_use]
pub fn short(moment: Moment, zone: &Zone, lang: Lang) -> String {
    let date = moment.civil(zone).date();
    let weekday = WEEKDAYS.get(place(date.weekday().to_monday_one_offset())).map(|day| day.pick(lang));
    let month = SHORT_MONTHS.get(place(date.month())).map(|month| month.pick(lang));
    let day = words("{}.", "{}.", "{}").with(lang, date.day());
    format!("{} {day} {} {}", weekday.unwrap_or_default(), month.unwrap_or_default(), date.year())
}

/// The columns of the longest date of the years with four digits.
#[must_use]
pub fn widest(lang: Lang) -> usize {
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
    words("januar", "januar", "January"),
    words("februar", "februar", "February"),
    words("mars", "mars", "March"),
    words("april", "april", "April"),
    words("mai", "mai", "May"),
    words("juni", "juni", "June"),
    words("juli", "juli", "July"),
    words("august", "august", "August"),
    words("september", "september", "September"),
    words("oktober", "oktober", "October"),
    words("november", "november", "November"),
    words("desember", "desember", "December"),
];

const SHORT_MONTHS: [Words; 12] = [
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

    #[test]
    fn a_date_is_the_one_of_its_place_in_words() {
        let date = |second: i64, lang: Lang| long(Moment::at(second), &Zone::UTC, lang);
        assert_eq!(date(-1, Lang::Nb), "31. desember 1969");
        assert_eq!(date(0, Lang::Nn), "1. januar 1970");
        assert_eq!(date(1_795_424_400, Lang::En), "23 November 2026");
        let _ = (date(i64::MAX, Lang::Nb), date(i64::MIN, Lang::En));
    }
}
