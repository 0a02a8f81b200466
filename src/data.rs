//! The built-in catalogue and the sample agenda: the only place that knows how they are embedded.

use crate::domain::Problem;
use crate::domain::search::Synonyms;
use crate::domain::tool::Tool;
use include_dir::{Dir, include_dir};

static DATA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// The built-in tools, and what is wrong with those that could not be read (a test keeps that list empty).
#[must_use]
pub fn built_in() -> (Vec<Tool>, Vec<Problem>) {
    let (mut tools, mut problems) = (Vec::new(), Vec::new());
    for (place, text) in files("tools") {
        match read(text) {
            Ok(tool) => tools.push(tool),
            Err(text) => problems.push(Problem { place, text }),
        }
    }
    (tools, problems)
}

/// The embedded RON files of a folder: their path within `data/` and their text, by name.
pub fn files(folder: &str) -> impl Iterator<Item = (String, &'static str)> {
    let found = DATA.get_dir(folder).into_iter().flat_map(Dir::files);
    found.filter_map(|file| Some((file.path().display().to_string(), file.contents_utf8()?)))
}

/// The words that search takes for the same; none when they could not be read (a test keeps that from happening).
#[must_use]
pub fn synonyms() -> Synonyms {
    let text = DATA.get_file("synonyms.ron").and_then(include_dir::File::contents_utf8);
    text.and_then(|text| options().from_str(text).ok()).unwrap_or_default()
}

fn read(text: &str) -> Result<Tool, String> {
    let tool: Tool = options().from_str(text).map_err(|error| error.to_string())?;
    tool.check().map(|()| tool)
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}
