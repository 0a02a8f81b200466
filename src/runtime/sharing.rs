//! Writing the open agenda's run sheet to a file when a key asks for it, and saying where it lies.

use crate::domain::agenda::{AgendaName, Notes};
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::export::{Making, run_sheet};
use crate::model::Model;
use crate::screen::Effect;
use crate::store;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

/// Does what `effects` ask to have written; the notice that says where fits in `width` columns, if any can.
pub fn share(effects: &[Effect], model: &mut Model, folder: Option<&Path>, (now, width): (Moment, u16)) {
    let wishes = effects.iter().filter_map(|effect| match effect {
        Effect::Export(notes) => Some(*notes),
        _ => None,
    });
    for notes in wishes {
        let told = match written(model, folder, notes, now) {
            Ok(path) => said(&path, model, usize::from(width)),
            Err(why) => NOT_WRITTEN.with(model.lang, why),
        };
        model.notify(told, now);
    }
}

fn written(model: &Model, folder: Option<&Path>, notes: Notes, now: Moment) -> Result<PathBuf, String> {
    let folder = folder.ok_or_else(|| model.say(NO_FOLDER).to_owned())?;
    let (name, agenda) = model.agenda().ok_or_else(|| model.say(NO_AGENDA).to_owned())?;
    let making = Making { catalogue: &model.catalogue, lang: agenda.lang, notes, now, zone: &model.zone };
    store::export(folder, &stem(name, notes, model), &run_sheet(agenda, &making), model.lang)
}

fn stem(name: &AgendaName, notes: Notes, model: &Model) -> String {
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
const WITH_NOTES: Words = words("med-notater", "med-notat", "with-notes");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{Agenda, Block, Kind};
    use crate::domain::catalogue::Catalogue;
    use crate::domain::facts::Facts;
    use crate::domain::text::Lang;
    use crate::domain::times::Zone;

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
    fn it_is_said_why_nothing_was_written() {
        assert_eq!(told(None, Notes::Kept, 80), "Ikke skrevet: det er ingen mappe å skrive i.");
        let told = told(Some(Path::new("/dev/null/vidde")), Notes::Kept, 80);
        assert!(told.starts_with("Ikke skrevet: exports/kick-off.md"), "{told}");
    }
}
