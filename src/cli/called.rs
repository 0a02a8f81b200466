//! Which agenda is meant by a name on the command line: the same for every command that takes one.

use super::answer::{Answer, Code, echoed};
use crate::domain::agenda::{Agenda, AgendaName};
use crate::domain::text::{Lang, Line, Words, words};
use std::collections::BTreeMap;

const UNKNOWN: Words = words(
    "Det er ingen kjøreplan som heter «{}».",
    "Det er ingen køyreplan som heiter «{}».",
    "There is no agenda called “{}”.",
);
const THERE_ARE: Words = words("Disse finnes:", "Desse finst:", "You have:");
const SEVERAL: Words = words(
    "Flere kjøreplaner begynner med «{}»:",
    "Fleire køyreplanar byrjar med «{}»:",
    "Several agendas begin with “{}”:",
);

/// The agenda that is called `wanted`, by its file, its title, or the beginning of either.
///
/// # Errors
/// What is answered when there is none, or more than one: those that there are.
pub fn one<'a>(wanted: &str, agendas: &'a BTreeMap<AgendaName, Agenda>, lang: Lang) -> Result<&'a AgendaName, Answer> {
    let unknown = UNKNOWN.with(lang, echoed(wanted));
    Err(match found(wanted, agendas).as_slice() {
        [name] => return Ok(name),
        [] if agendas.is_empty() => Answer::wrong(Code::No, &unknown),
        [] => {
            let text = format!("{unknown} {}", THERE_ARE.pick(lang));
            Answer::wrong(Code::No, &listed(&text, &agendas.keys().collect::<Vec<_>>()))
        }
        several => Answer::wrong(Code::No, &listed(&SEVERAL.with(lang, echoed(wanted)), several)),
    })
}

fn listed(text: &str, names: &[&AgendaName]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("  {name}")).collect();
    format!("{}\n{}", Line::clean(text), names.join("\n"))
}

/// The agendas that `wanted` may mean: the one of exactly that file or title, else those that begin with it.
fn found<'a>(wanted: &str, agendas: &'a BTreeMap<AgendaName, Agenda>) -> Vec<&'a AgendaName> {
    let wanted = Line::clean(wanted.trim().trim_end_matches(".ron")).to_lowercase();
    let called = |name: &AgendaName, agenda: &Agenda| [name.as_str().to_lowercase(), agenda.title.to_lowercase()];
    let those = |fits: &dyn Fn(&String) -> bool| -> Vec<&'a AgendaName> {
        agendas.iter().filter(|(name, agenda)| called(name, agenda).iter().any(fits)).map(|(name, _)| name).collect()
    };
    let file = agendas.keys().find(|name| name.as_str().to_lowercase() == wanted);
    if let Some(file) = file {
        return vec![file];
    }
    match those(&|called| *called == wanted) {
        exact if !exact.is_empty() => exact,
        _ if wanted.is_empty() => Vec::new(),
        _ => those(&|called| called.starts_with(&wanted)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agenda_is_meant_by_its_file_its_title_or_their_beginning() {
        let agenda = |title: &str| Agenda::new(title, Lang::Nb);
        let named = |title: &str| (AgendaName::for_title(title, |_| false), agenda(title));
        let agendas: BTreeMap<AgendaName, Agenda> =
            ["Kick-off høst", "Kick-off vår", "Kick", "Øving for alle"].map(named).into();
        let of = |wanted: &str| found(wanted, &agendas).iter().map(|name| name.as_str()).collect::<Vec<_>>().join(" ");
        assert_eq!(of("kick-off-høst"), "kick-off-høst");
        assert_eq!(of("Kick-off vår"), "kick-off-vår");
        assert_eq!(of("kick-off-vår.ron"), "kick-off-vår");
        assert_eq!(of("KICK"), "kick", "the whole name goes before those that begin so");
        assert_eq!(of("kick-off"), "kick-off-høst kick-off-vår");
        assert_eq!(of(" kick-off  høst "), "kick-off-høst");
        assert_eq!(of("øv"), "øving-for-alle");
        assert_eq!((of("x"), of(""), of("  ")), (String::new(), String::new(), String::new()));
    }
}
