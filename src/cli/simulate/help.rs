//! The grammar of the cases as `vidde simulate --help` tells it: a line for everything that can be written, with an
//! example of a whole case.

use crate::domain::text::{Lang, Words, words};
use unicode_width::UnicodeWidthStr;

/// The columns that what is written takes in front of what it means.
const COLUMN: usize = 34;

/// What can be written, in groups.
type Rows = &'static [(&'static str, Words)];

/// The whole text, for below the options.
#[must_use]
pub fn text(lang: Lang) -> String {
    let groups: [(Words, Rows); 4] =
        [(LINES, ON_LINES), (FLAGS, ALL_FLAGS), (COMMANDS, ALL_COMMANDS), (FIELDS, ALL_FIELDS)];
    let group = |(heading, rows): (Words, Rows)| {
        let rows: String = rows.iter().map(|(written, meaning)| row(written, meaning.pick(lang))).collect();
        format!("{}\n{rows}\n", heading.pick(lang))
    };
    format!("{}{}\n{CASE}", groups.map(group).concat(), EXAMPLE.pick(lang))
}

fn row(written: &str, meaning: &str) -> String {
    let gap = COLUMN.saturating_sub(written.width()).max(2);
    format!("  {written}{}{meaning}\n", " ".repeat(gap))
}

const LINES: Words = words("Linjene i en fil:", "Linjene i ei fil:", "The lines of a file:");
const FLAGS: Words = words("Om en økt i planen:", "Om ei økt i planen:", "About a block of the plan:");
const COMMANDS: Words = words("Det som skjer:", "Det som skjer:", "What happens:");
const FIELDS: Words = words("Det som ventes etter ?:", "Det som er venta etter ?:", "What is expected after ?:");
const EXAMPLE: Words = words("Eksempel:", "Døme:", "Example:");

const CASE: &str = "  case S4 a part is held, and what comes no longer fits
  plan 10:00 people 12 | M 12 steps 1+2+4+5 | R 10 steps 2:1:3
  10:00 start
  10:06 step hold
  10:09 step next
  10:09 ? step=4 step_remaining=5:00 remaining=3:00 spare=-2
  10:09 add 2
  10:09 variant R long
  10:09 ? spare=0 end=10:17
";

const ON_LINES: Rows = &[
    (
        "case ID text",
        words(
            "begynner et tilfelle; # begynner en merknad",
            "byrjar eit tilfelle; # byrjar ein merknad",
            "begins a case; # begins a comment",
        ),
    ),
    (
        "plan 09:00 [people N] | A 10 | …",
        words(
            "start, deltakere, og øktene med minutter",
            "start, deltakarar, og øktene med minutt",
            "start, people, and the blocks with minutes",
        ),
    ),
    (
        "09:04 add 5",
        words(
            "klokkeslett (HH:MM[:SS]) og det som skjer",
            "klokkeslett (HH:MM[:SS]) og det som skjer",
            "a time (HH:MM[:SS]) and what happens",
        ),
    ),
    ("09:04 ? remaining=11:00", words("det som skal gjelde da", "det som skal gjelde då", "what should be true then")),
];

const ALL_FLAGS: Rows = &[
    ("@11:00", words("fast klokkeslett", "fast klokkeslett", "fixed start")),
    (
        "until 11:00, min N",
        words(
            "varer til kl., men minst N minutter",
            "varer til kl., men minst N minutt",
            "lasts until, but at least N minutes",
        ),
    ),
    ("gap N", words("minutter byttetid før den", "minutt bytetid før ho", "minutes of changeover before it")),
    ("buffer, break, opening, closing", words("hva slags økt", "kva slags økt", "what kind of block")),
    (
        "auto, optional",
        words("går videre selv; kan sløyfes", "går vidare sjølv; kan sløyfast", "goes on by itself; may be dropped"),
    ),
    ("steps 1+2+4+5", words("deler, i minutter", "delar, i minutt", "parts, in minutes")),
    ("steps 5:3:8", words("en del normal:kort:lang", "ein del normal:kort:lang", "a part normal:short:long")),
    (
        "steps 2/p+3",
        words("en runde: 2 minutter til hver", "ein runde: 2 minutt til kvar", "a round: 2 minutes to each person"),
    ),
    (
        "byhand",
        words(
            "etter steps: delene venter på lederen",
            "etter steps: delane ventar på leiaren",
            "after steps: parts wait for the leader",
        ),
    ),
];

const ALL_COMMANDS: Rows = &[
    (
        "start [NAME] [shift]",
        words(
            "start; shift flytter hele planen hit",
            "start; shift flyttar heile planen hit",
            "start; shift moves the whole plan here",
        ),
    ),
    (
        "next, prev, goto NAME, end",
        words(
            "videre, tilbake, rett til en økt, slutt",
            "vidare, tilbake, rett til ei økt, slutt",
            "on, back, to a block, the end",
        ),
    ),
    (
        "pause, resume",
        words("klokka stanses og går videre", "klokka blir stansa og går vidare", "the clock stops and goes on"),
    ),
    (
        "… ago N",
        words("det over, for N minutter siden", "det over, for N minutt sidan", "any of these, N minutes back"),
    ),
    (
        "add ±N, dur NAME N",
        words(
            "mer eller mindre tid; ny varighet",
            "meir eller mindre tid; ny lengd",
            "more or less time; a new length",
        ),
    ),
    (
        "skip NAME, unskip NAME",
        words("hopp over; ta inn igjen", "hopp over; ta inn att", "drop a block; bring it back"),
    ),
    (
        "step next, step prev, step N",
        words("en annen del, talt fra 1", "ein annan del, tald frå 1", "another part, counted from 1"),
    ),
    (
        "step hold",
        words(
            "hold delen, eller slipp den igjen",
            "hald delen, eller slepp han att",
            "hold the part, or let it go again",
        ),
    ),
    (
        "step add ±N",
        words("tid til delen, og til økten", "tid til delen, og til økta", "time for the part, and the block"),
    ),
    (
        "variant [NAME] short|normal|long",
        words("metoden kort, normal eller lang", "metoden kort, normal eller lang", "the method short, normal or long"),
    ),
    (
        "people N",
        words(
            "så mange deltar; rundene følger",
            "så mange deltek; rundane følgjer",
            "so many take part; rounds follow",
        ),
    ),
    (
        "insert NAME N [...] after NAME",
        words(
            "ny økt; first i stedet for after: først",
            "ny økt; first i staden for after: først",
            "a new block; first, not after: at the top",
        ),
    ),
    (
        "change NAME N [...]",
        words("ny beskrivelse av en kommende økt", "ny skildring av ei komande økt", "describes a coming block anew"),
    ),
    (
        "move NAME after NAME",
        words(
            "flytt en kommende økt (eller first)",
            "flytt ei komande økt (eller first)",
            "moves a coming block (or first)",
        ),
    ),
    (
        "accept N",
        words(
            "ta forslag nummer N (se offers)",
            "ta framlegg nummer N (sjå offers)",
            "takes offer number N (see offers)",
        ),
    ),
    (
        "sleep N",
        words("maskinen har sovet i N minutter", "maskina har sove i N minutt", "the machine has slept N minutes"),
    ),
    (
        "sleep N pause",
        words("det samme, og søvnen er en pause", "det same, og søvnen er ein pause", "the same, counted as a pause"),
    ),
    (
        "clock ±N",
        words(
            "klokka ble stilt; TID er den nye",
            "klokka vart stilt; TID er den nye",
            "the clock was set; TIME is the new one",
        ),
    ),
    (
        "rebase, undo",
        words(
            "det som ventes nå, er planen; angre",
            "det som er venta no, er planen; angre",
            "what is projected is the plan; undo",
        ),
    ),
];

const ALL_FIELDS: Rows = &[
    (
        "state, block",
        words(
            "before pending running paused done; økten",
            "before pending running paused done; økta",
            "before pending running paused done",
        ),
    ),
    ("remaining, elapsed, to_start", words("m:ss", "m:ss", "m:ss")),
    (
        "drift, enddev",
        words(
            "minutter med fortegn: +5, -2, 0:30",
            "minutt med forteikn: +5, -2, 0:30",
            "minutes with a sign: +5, -2, 0:30",
        ),
    ),
    (
        "slack, conflict",
        words("NAME:minutter for alle, eller -", "NAME:minutt for alle, eller -", "NAME:minutes, all of them, or -"),
    ),
    ("at, end", words("A@09:10,B@09:30; slutten", "A@09:10,B@09:30; slutten", "A@09:10,B@09:30; the end")),
    (
        "step, step_remaining",
        words(
            "delen, talt fra 1; m:ss igjen av den",
            "delen, tald frå 1; m:ss att av han",
            "the part, counted from 1; m:ss left",
        ),
    ),
    (
        "spare",
        words(
            "minutter til overs når delene er ferdige",
            "minutt til overs når delane er ferdige",
            "minutes left when all parts are done",
        ),
    ),
    ("people", words("hvor mange som deltar", "kor mange som deltek", "how many take part")),
    (
        "offers",
        words(
            "forslagene: A=34,B=36;-C;+C;end@12:10;ask",
            "framlegga: A=34,B=36;-C;+C;end@12:10;ask",
            "the proposals: A=34,B=36;-C;+C;end@12:10;ask",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::simulate::{Print, run};

    #[test]
    fn the_example_holds() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let told = run(CASE, Print::Failures, &mut out, &mut err).map(|tally| (tally.is_fine(), tally.checks));
        assert_eq!(told.ok(), Some((true, 6)), "{}{}", String::from_utf8_lossy(&out), String::from_utf8_lossy(&err));
    }

    #[test]
    fn every_line_fits_on_eighty_columns() {
        for lang in Lang::ALL {
            let wide: Vec<String> = text(lang).lines().filter(|line| line.width() > 80).map(str::to_owned).collect();
            assert!(wide.is_empty(), "{wide:#?}");
        }
    }
}
