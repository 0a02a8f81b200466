//! The guide and the templates from the command line.
#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not as expected")]

use std::path::Path;
use std::process::{Command, Output};

fn vidde(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vidde"));
    command.arg("--config-dir").arg(folder).args(args).output().expect("the program runs")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_step_is_known_by_its_number_and_by_its_name_in_every_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let steps: [(&[&str], &str); 4] = [
        (&["1", "oppstart", "Start-up", "startup"], "Make the assignment concrete"),
        (&["2", "planlegging", "PLANNING", "plan"], "Share roles and look at resources"),
        (&["3", "gjennomføring", "gjennomforing", "delivery", "implementation"], "Mid-way evaluation"),
        (&["4", "evaluering", "Evaluering og avslutning", "evaluation and closing"], "Close and celebrate"),
    ];
    for (names, task) in steps {
        for name in names {
            let answer = vidde(folder.path(), &["--lang", "en", "guide", name]);
            assert!(out(&answer).contains(task), "{name}: {}{}", out(&answer), complaint(&answer));
            assert_eq!(answer.status.code(), Some(0), "{name}");
        }
    }
    let words = vidde(folder.path(), &["--lang", "en", "guide", "evaluering", "og", "avslutning"]);
    assert!(out(&words).contains("Close and celebrate"), "{}", complaint(&words));
}

#[test]
fn a_step_prints_its_tasks_with_questions_tools_templates_and_checklists() {
    let folder = tempfile::tempdir().expect("a folder");
    for (lang, expected) in [
        ("nb", ["Konkretiser oppdraget", "Spørsmål å stille", "(ai-mini)", "(clarifying-meeting-1)", "Sjekkliste"]),
        ("nn", ["Konkretiser oppdraget", "skriven på bokmål", "(ai-mini)", "(clarifying-meeting-1)", "Sjekkliste"]),
        ("en", ["Make the assignment", "Questions to ask", "(ai-mini)", "(clarifying-meeting-1)", "Checklist"]),
    ] {
        let text = out(&vidde(folder.path(), &["--lang", lang, "guide", "1"]));
        for part in expected {
            assert!(text.contains(part), "{lang} lacks {part}:\n{text}");
        }
        assert!(!text.contains('\u{1b}') && !text.contains(['│', '─', '▸']), "{text}");
    }
}

#[test]
fn without_a_step_the_outline_names_every_task_and_the_practices() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = out(&vidde(folder.path(), &["--lang", "nb", "guide"]));
    let guide = vidde::data::guide().0;
    for task in guide.tasks() {
        let name = task.name.pick(vidde::domain::text::Lang::Nb);
        assert!(text.contains(&format!("- {name}:")), "{name}\n{text}");
    }
    let practices = out(&vidde(folder.path(), &["--lang", "nb", "guide", "praksis"]));
    for part in ["Læringsnettverk", "Ni råd", "Likeverd", "Fire spørsmål", "Hvem øver sammen"] {
        assert!(practices.contains(part), "{part}\n{practices}");
    }
}

#[test]
fn an_unknown_step_is_wrong_usage_and_says_what_there_is() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["nonsense", "0", "6", "e"] {
        let answer = vidde(folder.path(), &["--lang", "en", "guide", "--", name]);
        assert_eq!(answer.status.code(), Some(2), "{name}: {}", out(&answer));
        assert!(complaint(&answer).contains("Start-up") && out(&answer).is_empty(), "{}", complaint(&answer));
    }
}

#[test]
fn an_agenda_is_made_from_a_template_and_an_unknown_one_is_refused_with_the_list() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = vidde(folder.path(), &["--lang", "nb", "agenda", "new", "Vår dag", "--template", "kick-off-day"]);
    assert_eq!(made.status.code(), Some(0), "{}", complaint(&made));
    let sheet = out(&vidde(folder.path(), &["--lang", "nb", "agenda", "show", "Vår dag"]));
    for part in ["Vår dag", "Formål: ", "09:00", "Framtidsbilde", "15:00  slutt"] {
        assert!(sheet.contains(part), "{part}\n{sheet}");
    }
    let later = ["--lang", "en", "agenda", "new", "Later", "--template", "kick-off-day", "--start", "10:30"];
    assert_eq!(vidde(folder.path(), &later).status.code(), Some(0));
    let sheet = out(&vidde(folder.path(), &["--lang", "en", "agenda", "show", "Later"]));
    assert!(sheet.contains("begins 10:30") && sheet.contains("16:30  end"), "{sheet}");

    let refused = vidde(folder.path(), &["--lang", "en", "agenda", "new", "X", "--template", "nothing"]);
    assert_eq!(refused.status.code(), Some(2));
    for template in vidde::data::templates().0 {
        assert!(complaint(&refused).contains(template.id.as_str()), "{}", complaint(&refused));
    }
    assert!(!folder.path().join("agendas/x.ron").exists());
    assert!(vidde(folder.path(), &["check"]).status.success());
}

#[test]
fn a_word_of_the_guide_leads_to_where_it_stands() {
    let folder = tempfile::tempdir().expect("a folder");
    let found = vidde(folder.path(), &["--lang", "nb", "guide", "feire"]);
    let text = out(&found);
    assert_eq!(found.status.code(), Some(0), "{}", complaint(&found));
    assert!(text.starts_with("Her står det om «feire»"), "{text}");
    let line = text.lines().find(|line| line.contains("Avslutt og feir (")).expect("a line");
    let id = line.split(['(', ')']).nth(1).expect("an id");
    assert!(out(&vidde(folder.path(), &["--lang", "nb", "guide", id])).starts_with("Avslutt og feir"));
}
