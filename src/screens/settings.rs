//! The settings, in one form: language, colours, mouse, signals, and when the group is asked.

use crate::domain::facts::{Settings, Signal, Theme};
use crate::domain::text::{Lang, Words, words};
use crate::model::Model;
use crate::screen::{Cx, Effect};
use crate::screens::form::{Answers, Entry, Fault, Form, SAVE, TURN};
use crate::ui::keyed::keyed;
use crate::ui::names;
use std::collections::BTreeSet;

/// The rows of the form.
const LANG: usize = 0;
const THEME: usize = 1;
const MOUSE: usize = 2;
const SIGNALS: [(usize, Signal); 4] =
    [(3, Signal::Bell), (4, Signal::Notification), (5, Signal::Title), (6, Signal::Flash)];
const DRIFT: usize = 7;

/// The form of the present settings.
#[must_use]
pub fn form(model: &Model) -> Form {
    Form::new(TITLE, entries(model), save)
}

fn entries(model: &Model) -> Vec<Entry> {
    let settings = &model.facts.settings;
    let lang = Lang::ALL.iter().position(|lang| *lang == model.lang).unwrap_or(0);
    let langs = Lang::ALL.map(|lang| words(names::language(lang), names::language(lang), names::language(lang)));
    let theme = usize::from(settings.theme == Theme::Light);
    let on_or_off = |label, hint, on: bool| Entry::choice(label, hint, vec![OFF, ON], usize::from(on));
    let signal = |label, hint, signal| on_or_off(label, hint, settings.signals.contains(&signal));
    vec![
        Entry::choice(L_LANG, H_LANG, langs.to_vec(), lang),
        Entry::choice(L_THEME, H_THEME, vec![DARK, LIGHT], theme),
        on_or_off(L_MOUSE, H_MOUSE, settings.mouse),
        signal(L_BELL, H_BELL, Signal::Bell),
        signal(L_NOTIFICATION, H_NOTIFICATION, Signal::Notification),
        signal(L_WINDOW, H_WINDOW, Signal::Title),
        signal(L_FLASH, H_FLASH, Signal::Flash),
        Entry::text(L_DRIFT, H_DRIFT, &settings.drift_limit.to_string()),
    ]
}

/// Keeps the settings; a bell that is switched on is heard at once, so that one knows whether there is one.
fn save(answers: &Answers<'_>, cx: &mut Cx<'_>) -> Result<(), Fault> {
    let drift_limit = drift_limit(answers.text(DRIFT), cx.model)?;
    let lang = Lang::ALL.get(answers.chosen(LANG)).copied().unwrap_or(cx.model.lang);
    let signals: BTreeSet<Signal> =
        SIGNALS.into_iter().filter(|(row, _)| answers.chosen(*row) == 1).map(|(_, signal)| signal).collect();
    let old = &cx.model.facts.settings;
    let theme = if answers.chosen(THEME) == 1 { Theme::Light } else { Theme::Dark };
    let new = Settings {
        lang: if lang == cx.model.lang { old.lang } else { Some(lang) },
        theme,
        mouse: answers.chosen(MOUSE) == 1,
        signals,
        drift_limit,
        ..old.clone()
    };
    cx.effects.extend((new.mouse != old.mouse).then_some(Effect::Mouse));
    let is_new = |signal: Signal| new.signals.contains(&signal) && !old.signals.contains(&signal);
    cx.effects.extend(is_new(Signal::Bell).then_some(Effect::Bell));
    (cx.model.facts.settings, cx.model.lang) = (new, lang);
    Ok(())
}

fn drift_limit(typed: &str, model: &Model) -> Result<u16, Fault> {
    let bare = typed.trim_end_matches(char::is_alphabetic).trim_end();
    let minutes = bare.parse().ok().filter(|minutes| (1..=Settings::MOST_DRIFT).contains(minutes));
    minutes.ok_or_else(|| Fault { row: DRIFT, text: NO_LIMIT.with(model.lang, Settings::MOST_DRIFT) })
}

const TITLE: Words = words("Innstillinger", "Innstillingar", "Settings");
const OFF: Words = words("av", "av", "off");
const ON: Words = words("på", "på", "on");
const DARK: Words = words("mørkt", "mørkt", "dark");
const LIGHT: Words = words("lyst", "lyst", "light");
const L_LANG: Words = words("Språk", "Språk", "Language");
const L_THEME: Words = words("Farger", "Fargar", "Colours");
const L_MOUSE: Words = words("Mus", "Mus", "Mouse");
const L_BELL: Words = words("Lyd ved signal", "Lyd ved signal", "Sound at a signal");
const L_NOTIFICATION: Words = words("Varsel ved signal", "Varsel ved signal", "Notification");
const L_WINDOW: Words = words("Tid i vindustittelen", "Tid i vindaugstittelen", "Time in the title bar");
const L_FLASH: Words = words("Blink når tiden er ute", "Blink når tida er ute", "Flash at zero");
const L_DRIFT: Words = words("Spør gruppa etter", "Spør gruppa etter", "Ask the group after");
const H_LANG: Words = keyed!(
    [TURN[0], TURN[1], SAVE],
    words(
        "Språket i programmet; en kjøreplan har sitt eget. ^ og ^ velger, ^ lagrer alt.",
        "Språket i programmet; ein køyreplan har sitt eige. ^ og ^ vel, ^ lagrar alt.",
        "The language of the program; an agenda has its own. ^ and ^ choose, ^ saves all."
    )
);
const H_THEME: Words = words(
    "Lyst passer i et lyst rom og på en svak projektor. F3 bytter når som helst.",
    "Lyst passar i eit lyst rom og på ein svak projektor. F3 byter når som helst.",
    "Light suits a bright room and a weak projector. F3 changes it at any time.",
);
const H_MOUSE: Words = words(
    "På: klikk velger, hjulet blar. Av: terminalen merker tekst med musa.",
    "På: klikk vel, hjulet blar. Av: terminalen merkjer tekst med musa.",
    "On: a click chooses, the wheel scrolls. Off: the terminal marks text with it.",
);
const H_BELL: Words = words(
    "Terminalen plinger én gang ved hvert signal, og én gang nå, så du hører om den kan.",
    "Terminalen plingar éin gong ved kvart signal, og éin gong no, så du høyrer om han kan.",
    "The terminal rings once at each signal, and once now, so that you hear whether it can.",
);
const H_NOTIFICATION: Words = words(
    "Et varsel på skrivebordet, der terminalen kan det. Rommet kan se det på et speilet bilde.",
    "Eit varsel på skrivebordet, der terminalen kan det. Rommet kan sjå det på eit spegla bilete.",
    "A notification on the desktop, where the terminal can. The room may see it on a mirrored screen.",
);
const H_WINDOW: Words = words(
    "Minuttene som er igjen, i vinduets tittel: godt å ha når et annet program ligger over.",
    "Minutta som er att, i tittelen på vindauget: godt å ha når eit anna program ligg over.",
    "The minutes left, in the title of the window: good to have when another program lies over it.",
);
const H_FLASH: Words = words(
    "Bildet snur lyst og mørkt to ganger på tre sekunder når en økt er ute.",
    "Biletet snur lyst og mørkt to gonger på tre sekund når ei økt er ute.",
    "The screen flips between light and dark twice in three seconds when a block’s time is up.",
);
const H_DRIFT: Words = words(
    "Så mange minutter etter skjema får du tilbud om å spørre gruppa hva som er viktigst.",
    "Så mange minutt etter skjema får du tilbod om å spørje gruppa kva som er viktigast.",
    "When you are this many minutes behind, Vidde suggests asking the group what matters most.",
);
const NO_LIMIT: Words =
    words("Skriv minutter fra 1 til {}.", "Skriv minutt frå 1 til {}.", "Write minutes from 1 to {}.");
