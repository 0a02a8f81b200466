//! "Next, some minutes ago": for when the key was forgotten (TIMING W15).

use crate::domain::session::{Moved, Press};
use crate::domain::text::{Words, words};
use crate::domain::times::Seconds;
use crate::model::Model;
use crate::screen::{Cx, Go};
use crate::screens::acts;
use crate::screens::form::{Entry, Fault, Form};

const TITLE: Words = words("Glemte du å trykke?", "Gløymde du å trykkje?", "Forgot to press?");
const MINUTES: Words = words("Minutter siden", "Minutt sidan", "Minutes ago");
const NEXT_AGO: Words = words(
    "Så lenge siden begynte neste økt (1–30); u angrer",
    "Så lenge sidan byrja neste økt (1–30); u angrar",
    "When the next block really began (1–30); u undoes it",
);
const START_AGO: Words = words(
    "Så lenge siden begynte samlingen (1–30); u angrer",
    "Så lenge sidan byrja samlinga (1–30); u angrar",
    "When the session really began (1–30); u undoes it",
);
const ALLOWED: Words = words("Skriv et tall fra 1 til 30", "Skriv eit tal frå 1 til 30", "Write a number from 1 to 30");

/// Asks how many minutes ago it was.
pub fn ask(cx: &mut Cx<'_>) {
    if !acts::may_lead(cx) {
        return;
    }
    let hint = if acts::has_started(cx.model) { NEXT_AGO } else { START_AGO };
    let form = Form::new(TITLE, vec![Entry::text(MINUTES, hint, "3")], |answers, cx| {
        let minutes = minutes(answers.text(0), cx.model)?;
        let wish = if acts::has_started(cx.model) { Press::Next } else { Press::Start(None, Moved::AsPlanned) };
        acts::press_ago(cx, wish, Seconds::minutes(minutes));
        Ok(())
    });
    cx.go = Some(Go::Over(Box::new(form)));
}

fn minutes(typed: &str, model: &Model) -> Result<i64, Fault> {
    let number = typed.trim_end_matches("min").trim().parse().ok().filter(|minutes| (1..=30).contains(minutes));
    number.ok_or_else(|| Fault { row: 0, text: model.say(ALLOWED).to_owned() })
}
