//! The built-in catalogue, guide, templates and sample: the only place that knows how they are embedded.

use crate::domain::Problem;
use crate::domain::agenda::Agenda;
use crate::domain::catalogue::Catalogue;
use crate::domain::guide::Guide;
use crate::domain::sequences::Sequences;
use crate::domain::synonyms::Synonyms;
use crate::domain::template::Template;
use crate::domain::text::Lang;
use crate::domain::tool::Tool;
use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

static DATA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// The built-in tools, and what is wrong with those that could not be read (a test keeps that list empty).
#[must_use]
pub fn built_in() -> (Vec<Tool>, Vec<Problem>) {
    let (tools, mut problems) = folder::<Tool>("tools");
    let (sound, faulty): (Vec<Tool>, Vec<Tool>) = tools.into_iter().partition(|tool| tool.check().is_ok());
    let fault =
        |tool: Tool| Some(Problem { place: tool.id.to_string(), text: tool.check().err()?.pick(Lang::En).to_owned() });
    problems.extend(faulty.into_iter().filter_map(fault));
    (sound, problems)
}

/// Everything that can be found: the built-in tools with `own` ones laid over them, the words that mean the same,
/// and which tools follow one another well.
#[must_use]
pub fn catalogue(own: Vec<Tool>) -> (Catalogue, Vec<Problem>) {
    let (built_in, problems) = built_in();
    (Catalogue::new(built_in, own).knowing(synonyms()).in_order(sequences()), problems)
}

/// The agenda templates, by file name.
#[must_use]
pub fn templates() -> (Vec<Template>, Vec<Problem>) {
    folder("templates")
}

/// The guide with the templates it leads to, and what is wrong with the files that could not be read (a test keeps that
/// list empty).
#[must_use]
pub fn guide() -> (Guide, Vec<Problem>) {
    let (templates, mut problems) = templates();
    let (around, steps): (Vec<_>, Vec<_>) = files("guide").partition(|(path, _)| path.ends_with(PRACTICES));
    let steps = steps.into_iter().filter_map(|(place, text)| kept(place, read(text), &mut problems)).collect();
    let mut around = around.into_iter().filter_map(|(place, text)| kept(place, read(text), &mut problems));
    let practices = around.next().unwrap_or_default();
    (Guide { steps, practices, templates }, problems)
}

const PRACTICES: &str = "practices.ron";

/// The words that search takes for the same; none when they could not be read (a test keeps that from happening).
#[must_use]
pub fn synonyms() -> Synonyms {
    one("synonyms.ron")
}

/// Which tools follow one another well; none when that could not be read (a test keeps that from happening).
#[must_use]
pub fn sequences() -> Sequences {
    one("sequences.ron")
}

fn one<T: DeserializeOwned + Default>(name: &str) -> T {
    let text = DATA.get_file(name).and_then(include_dir::File::contents_utf8);
    text.and_then(|text| read(text).ok()).unwrap_or_default()
}

/// The half-day agenda that a first start begins with, in `lang`; its start is empty.
#[must_use]
pub fn sample(catalogue: &Catalogue, lang: Lang) -> Option<Agenda> {
    let template: Template = read(DATA.get_file("sample.ron")?.contents_utf8()?).ok()?;
    Some(template.agenda(catalogue, lang))
}

/// The embedded RON files of a folder: their path within `data/` and their text, by name.
pub fn files(folder: &str) -> impl Iterator<Item = (String, &'static str)> {
    let found = DATA.get_dir(folder).into_iter().flat_map(Dir::files);
    found.filter_map(|file| Some((file.path().display().to_string(), file.contents_utf8()?)))
}

fn folder<T: DeserializeOwned>(name: &str) -> (Vec<T>, Vec<Problem>) {
    let mut problems = Vec::new();
    let found = files(name).filter_map(|(place, text)| kept(place, read(text), &mut problems)).collect();
    (found, problems)
}

fn kept<T>(place: String, outcome: Result<T, String>, problems: &mut Vec<Problem>) -> Option<T> {
    outcome.map_err(|text| problems.push(Problem { place, text })).ok()
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).map_err(|error| error.to_string())
}
