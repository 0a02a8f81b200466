//! What a command answers: text, complaints and an exit code; and how that reaches the outside.

use crate::domain::Problem;
use crate::domain::text::{Line, Prose};
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Exit codes, the same for every command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Code {
    #[default]
    Fine = 0,
    /// The answer is no: nothing found, a check failed.
    No = 1,
    Usage = 2,
    /// A file could not be read or written.
    File = 3,
    /// A fault in the program.
    Fault = 101,
    /// The terminal went away.
    Gone = 129,
}

/// A command's answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// For standard output.
    pub text: String,
    /// For standard error.
    pub complaint: String,
    pub code: Code,
}

impl Answer {
    /// A text, and all is fine.
    #[must_use]
    pub fn fine(text: impl Into<String>) -> Answer {
        Answer { text: text.into(), ..Answer::default() }
    }

    /// A sentence that says what is wrong.
    #[must_use]
    pub fn wrong(code: Code, complaint: &str) -> Answer {
        Answer { complaint: format!("{}\n", Prose::clean(complaint.trim_end())), code, ..Answer::default() }
    }

    /// This answer, with what is wrong with the files it was taken from.
    #[must_use]
    pub fn but(mut self, problems: &[Problem]) -> Answer {
        self.complaint.extend(problems.iter().map(line));
        self
    }

    /// Writes the answer out, cleaned: titles are clean already, names of files are not. A reader that has seen enough
    /// (`| head`) is not an error.
    #[must_use]
    pub fn print(&self) -> ExitCode {
        let _ = deliver(&mut io::stderr().lock(), &Prose::clean(&self.complaint));
        match deliver(&mut io::stdout().lock(), &Prose::clean(&self.text)) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => ExitCode::from(Code::File as u8),
            Ok(()) | Err(_) => ExitCode::from(self.code as u8),
        }
    }
}

/// A problem as it is printed: where, and what.
#[must_use]
pub fn line(problem: &Problem) -> String {
    format!("{}: {}\n", Line::clean(&problem.place), Prose::clean(&problem.text))
}

fn deliver(to: &mut dyn Write, text: &str) -> io::Result<()> {
    to.write_all(text.as_bytes())?;
    to.flush()
}

/// So many characters of what somebody wrote are said back.
const ECHO: usize = 60;

/// What somebody wrote, cleaned, and cut where it is long.
#[must_use]
pub fn echoed(text: &str) -> String {
    let clean: String = Line::clean(&text.chars().take(4 * ECHO).collect::<String>()).to_string();
    let is_whole = clean.chars().count() <= ECHO && text.chars().nth(4 * ECHO).is_none();
    if is_whole { clean } else { clean.chars().take(ECHO - 1).chain(['…']).collect() }
}
