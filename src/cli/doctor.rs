//! `vidde doctor`: what this machine and this terminal can do for a workshop, with advice, line by line.

use super::answer::Answer;
use super::asked::Asked;
use crate::model::{Role, Saving};
use crate::screens::ready::report::{self, Finding, Seen};
use crate::store;
use crate::terminal::Tty;

/// A line for each thing that can be seen.
#[must_use]
pub fn answer(asked: &Asked) -> Answer {
    let (loaded, lang) = asked.files();
    let seen = Seen {
        now: asked.now(),
        zone: asked.zone.clone(),
        depth: super::asked::depth(),
        size: Tty::find().ok().and_then(|tty| tty.size()),
        role: Role::Writer,
        saving: Saving::Stored,
        signals: loaded.facts.settings.signals.clone(),
        unasked: Vec::new(),
    };
    let findings = report::findings(&store::survey(asked.folder.as_deref()), &seen, lang);
    let line = |Finding { mark, topic, text }: &Finding| format!("{} {}: {text}\n", mark.sign(), topic.pick(lang));
    Answer::fine(findings.iter().map(line).collect::<String>()).but(&loaded.problems)
}
