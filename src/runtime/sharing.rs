//! Writing the open agenda's run sheet, or the minutes of a session, to a file when a key asks for it, and saying where it
//! lies.

use crate::domain::agenda::Notes;
use crate::domain::review::review;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::export::{Held, Making, minutes, run_sheet};
use crate::model::{Model, Source};
use crate::screen::Effect;
use crate::store;
use crate::ui::tally;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

/// Does what `effects` ask to have written; the notice that says where fits in `width` columns, if any can.
pub fn share(effects: &[Effect], model: &mut Model, folder: Option<&Path>, (now, width): (Moment, u16)) {
    let wishes = effects.iter().filter_map(|effect| match effect {
        Effect::Export(notes) => Some(run_sheet_of(model, *notes, now)),
        Effect::Minutes(source, notes) => Some(minutes_of(model, source, *notes, now)),
        _ => None,
    });
    for wish in wishes.collect::<Vec<_>>() {
        let told = match wish.and_then(|file| written(file, folder, model)) {
            Ok(path) => said(&path, model, usize::from(width)),
            Err(why) => NOT_WRITTEN.with(model.lang, why),
        };
        model.notify(told, now);
    }
}

/// A file to be: the stem of its name, and its text.
type File = (String, String);

fn written((stem, text): File, folder: Option<&Path>, model: &Model) -> Result<PathBuf, String> {
    let folder = folder.ok_or_else(|| model.say(NO_FOLDER).to_owned())?;
    store::export(folder, &stem, &text, model.lang)
}

fn run_sheet_of(model: &Model, notes: Notes, now: Moment) -> Result<File, String> {
    let (name, agenda) = model.agenda().ok_or_else(|| model.say(NO_AGENDA).to_owned())?;
    let making = Making { catalogue: &model.catalogue, lang: agenda.lang, notes, now, zone: &model.zone };
    Ok((stem(name, notes, model), run_sheet(agenda, &making)))
}

/// The minutes of a session in its own language, silent notes among them where all is told.
fn minutes_of(model: &Model, source: &Source, notes: Notes, now: Moment) -> Result<File, String> {
    let (session, private) = model.of_source(source).ok_or_else(|| model.say(NO_SESSION).to_owned())?;
    let now = if *source == Source::Live { now } else { session.seen_last(now) };
    let (review, zone, lang) = (review(session, now), &session.zone, session.plan.lang);
    let told = tally::sentences(&review, zone, lang);
    let notes_told = match notes {
        Notes::Kept => private.shared().cloned().collect(),
        Notes::Told => private.harvest.clone(),
    };
    let held = Held { title: &session.plan.title, told: &told, review: &review, notes: notes_told, zone, lang };
    let name = match source {
        Source::Finished(stem) => stem.clone(),
        Source::Live | Source::Rehearsed => session.agenda.to_string(),
    };
    Ok((stem(format!("{name}-{}", MINUTES.pick(lang)), notes, model), minutes(&held)))
}

fn stem(name: impl Display, notes: Notes, model: &Model) -> String {
    match notes {
        Notes::Kept => name.to_string(),
        Notes::Told => format!("{name}-{}", model.say(WITH_NOTES)),
    }
}

/// Where the file is: the home folder as `~`, and only the end of a path that is too long.
fn said(path: &Path, model: &Model, width: usize) -> String {
    let home = store::home().and_then(|home| Some(Path::new("~").join(path.strip_prefix(home).ok()?)));
    let whole = WRITTEN.with(model.lang, home.as_deref().unwrap_or(path).display());
    if whole.width() < width {
        return whole;
    }
    let end: PathBuf = path.iter().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    WRITTEN.with(model.lang, Path::new("…").join(end).display())
}

const WRITTEN: Words = words("Skrevet til {}", "Skriven til {}", "Written to {}");
const NOT_WRITTEN: Words = words("Ikke skrevet: {}", "Ikkje skriven: {}", "Not written: {}");
const NO_FOLDER: Words =
    words("det er ingen mappe å skrive i.", "det er inga mappe å skrive i.", "there is no folder to write in.");
const NO_AGENDA: Words =
    words("det er ingen kjøreplan her.", "det er ingen køyreplan her.", "there is no agenda here.");
const NO_SESSION: Words = words("det er ingen samling her.", "det er inga samling her.", "there is no session here.");
const MINUTES: Words = words("referat", "referat", "minutes");
const WITH_NOTES: Words = words("med-notater", "med-notat", "with-notes");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{Agenda, AgendaName, Block, Kind};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::facts::{Facts, Live};
    use crate::domain::harvest::{NoteKind, Stamp};
    use crate::domain::session::{Moved, Press, Session};
    use crate::domain::text::Lang;
    use crate::domain::times::{Seconds, Zone};

    fn model() -> Model {
        let mut agenda = Agenda::new("Kick-off", Lang::Nb);
        agenda.insert(Block { note: "Ring Kari.".into(), ..Block::new(Kind::Work, "Ønsker", 20) }, None);
        let mut facts = Facts::default();
        facts.agendas.insert(AgendaName::for_title("Kick-off", |_| false), agenda);
        Model::new(facts, Catalogue::new(Vec::new(), Vec::new()), Lang::Nb, Zone::UTC)
    }

    /// The notice after a wish, with the folder left out.
    fn told(folder: Option<&Path>, notes: Notes, width: u16) -> String {
        let mut model = model();
        share(&[Effect::Export(notes)], &mut model, folder, (Moment::at(0), width));
        let told = model.notice.map(|notice| notice.text).unwrap_or_default();
        folder.map_or(told.clone(), |folder| told.replace(&folder.display().to_string(), "MAPPE"))
    }

    #[test]
    fn it_is_said_where_the_run_sheet_lies() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let root = std::fs::canonicalize(folder.path())?;
        assert_eq!(told(Some(&root), Notes::Kept, 200), "Skrevet til MAPPE/exports/kick-off.md");
        assert_eq!(told(Some(&root), Notes::Told, 200), "Skrevet til MAPPE/exports/kick-off-med-notater.md");
        assert_eq!(told(Some(&root), Notes::Kept, 40), "Skrevet til …/exports/kick-off-2.md");
        let read = |name: &str| std::fs::read_to_string(root.join("exports").join(name));
        assert!(!read("kick-off.md")?.contains("Kari"), "private notes stay at home");
        assert!(read("kick-off-med-notater.md")?.contains("Ring Kari."));
        Ok(())
    }

    #[test]
    fn minutes_have_the_blocks_and_the_notes_but_silent_ones_only_where_that_is_asked_for() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let root = std::fs::canonicalize(folder.path())?;
        let mut model = model();
        let open = model.agenda().map(|(name, agenda)| (name.clone(), agenda.clone()));
        let (name, agenda) = open.ok_or_else(|| std::io::Error::other("no agenda"))?;
        let (mut session, mut private) = Session::of(&name, &agenda, Moment::at(0), Zone::UTC);
        let began = session.press(Press::Start(None, Moved::AsPlanned), Moment::at(0), Seconds::ZERO).is_ok();
        assert!(began && session.press(Press::End, Moment::at(900), Seconds::ZERO).is_ok());
        for (kind, text) in [(NoteKind::Nut, "Hvem eier tiltaket?"), (NoteKind::Silent, "Kari trenger pause")] {
            let stamp = Stamp { at: Moment::at(600), block: None, title: "Ønsker".into() };
            private.harvest.extend(stamp.note(kind, text));
        }
        model.facts.live = Some(Live { session, private });
        let wishes = [Notes::Kept, Notes::Told].map(|notes| Effect::Minutes(Source::Live, notes));
        share(&wishes, &mut model, Some(&root), (Moment::at(1000), 200));
        let read = |name: &str| std::fs::read_to_string(root.join("exports").join(name));
        let shared = read("kick-off-referat.md")?;
        for line in ["# Kick-off", "- 00:00–00:15 Ønsker", "## Nøtter", "- [ ] Hvem eier tiltaket? (00:10, Ønsker)"]
        {
            assert!(shared.contains(line), "“{line}” in\n{shared}");
        }
        assert!(!shared.contains("Kari"), "{shared}");
        assert!(read("kick-off-referat-med-notater.md")?.contains("- Kari trenger pause"));
        Ok(())
    }

    #[test]
    fn it_is_said_why_nothing_was_written() {
        assert_eq!(told(None, Notes::Kept, 80), "Ikke skrevet: det er ingen mappe å skrive i.");
        let told = told(Some(Path::new("/dev/null/vidde")), Notes::Kept, 80);
        assert!(told.starts_with("Ikke skrevet: exports/kick-off.md"), "{told}");
    }
}
