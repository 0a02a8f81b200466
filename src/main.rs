//! The program: hands its arguments to `vidde::cli` and ends with what that answers.

use std::process::ExitCode;

fn main() -> ExitCode {
    vidde::cli::run(std::env::args_os().collect())
}
