//! The guide on the screen: from a step to a task to a tool, and from a task to an agenda.
#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not as expected")]

mod common;

use common::Run;
use vidde::app::Event;
use vidde::domain::text::Lang;
use vidde::screen::Mouse;

const SIZES: [(u16, u16); 3] = [(57, 16), (80, 24), (200, 50)];

fn shown(lang: Lang, size: (u16, u16), script: &str) -> String {
    Run::new(lang).sized(size).keys(script).text()
}

/// The frames of a script at all sizes, one after the other.
fn frames(lang: Lang, script: &str) -> String {
    let frame = |size: (u16, u16)| format!("{} × {}\n{}\n", size.0, size.1, shown(lang, size, script));
    SIZES.map(frame).join("\n")
}

#[test]
fn the_list_of_the_guide() {
    insta::assert_snapshot!("list-nb", frames(Lang::Nb, "tab 4"));
    insta::assert_snapshot!("list-nn", frames(Lang::Nn, "tab 4 down down"));
    insta::assert_snapshot!("list-en", frames(Lang::En, "tab 4 right right down"));
}

#[test]
fn a_task_with_its_tools() {
    insta::assert_snapshot!("task-nb", frames(Lang::Nb, "tab 4 down enter right"));
    insta::assert_snapshot!("task-nn", frames(Lang::Nn, "tab 4 down enter right right"));
    insta::assert_snapshot!("task-en", frames(Lang::En, "tab 4 down enter right left"));
}

#[test]
fn a_step_and_what_follows_every_step() {
    insta::assert_snapshot!("step-nb", frames(Lang::Nb, "tab 4 right enter"));
    insta::assert_snapshot!("advice-en", frames(Lang::En, "tab 4 end up enter"));
    insta::assert_snapshot!("implementation-nn", frames(Lang::Nn, "tab 4 end enter"));
}

#[test]
fn a_search_in_the_guide() {
    insta::assert_snapshot!("search-nb", frames(Lang::Nb, "tab 4 / 'trygg kjøreregler' down"));
    insta::assert_snapshot!("search-nothing-en", frames(Lang::En, "tab 4 / 'zzz'"));
}

#[test]
fn enter_leads_from_a_step_to_a_task_to_a_tool_and_escape_back_again() {
    let run = Run::new(Lang::En).keys("tab 4 enter down enter down enter");
    assert!(run.text().contains("What the group gets"), "{}", run.text());
    let back = run.keys("esc");
    assert!(back.text().contains("Tools that help"), "{}", back.text());
    let list = back.keys("esc esc");
    assert!(list.text().contains("▸ 1 Start-up"), "{}", list.text());
}

#[test]
fn the_arrow_down_reaches_every_link_and_the_end_of_the_page() {
    let mut seen = std::collections::BTreeSet::new();
    let mut run = Run::new(Lang::Nb).sized((57, 16)).keys("tab 4 down enter");
    for _ in 0..120 {
        let text = run.text();
        let marked = text.lines().filter(|line| line.trim_start().starts_with('▸'));
        seen.extend(marked.map(|line| line.trim_matches(['↑', '↓', ' ']).to_owned()));
        run = run.keys("down");
    }
    assert_eq!(seen.len(), 9, "seven tools and two templates: {seen:#?}");
    assert!(run.text().contains("andre sentre bør være med"), "{}", run.text());
}

#[test]
fn a_search_stands_when_one_comes_back_from_a_hit_and_escape_clears_it() {
    let run = Run::new(Lang::En).keys("tab 4 / 'ground rules' enter");
    assert!(run.text().contains("Tools that help"), "{}", run.text());
    let back = run.keys("esc");
    assert!(back.text().contains("Search the guide: ground rules"), "{}", back.text());
    let cleared = back.keys("esc");
    assert!(cleared.text().contains("▸   Make it safe to take part"), "{}", cleared.text());
    assert!(cleared.text().contains("1 Start-up"), "{}", cleared.text());
}

#[test]
fn the_guide_is_found_in_any_language_and_spelling_and_by_the_names_of_tools() {
    for query in ["lag TRYGGE rammer", "make it safe", "kjoreregler", "stemmen sin", "bildekort", "trygge innsjekk"] {
        let text = shown(Lang::Nb, (80, 24), &format!("tab 4 / '{query}'"));
        assert!(text.contains("Lag trygge rammer"), "{query}\n{text}");
    }
}

#[test]
fn a_task_opens_a_template_as_a_new_agenda_in_the_language_of_the_interface() {
    for (lang, title) in [(Lang::Nb, "Avklaringsmøte 1: ønsket"), (Lang::En, "Clarifying meeting 1: the wish")] {
        let run = Run::new(lang).keys("tab 4 down enter left left enter");
        let (name, agenda) = run.app.model.agenda().expect("an agenda is open");
        assert_eq!((agenda.title.as_str(), agenda.lang), (title, lang), "{name}");
        assert_eq!(run.app.model.facts.agendas.len(), 2);
        assert!(run.text().contains(title), "{}", run.text());
    }
}

#[test]
fn the_agenda_screen_makes_a_new_one_from_a_template() {
    let run = Run::new(Lang::Nb).keys("tab ctrl-t");
    insta::assert_snapshot!("templates-nb", frames(Lang::Nb, "tab ctrl-t down"));
    insta::assert_snapshot!("templates-en", frames(Lang::En, "tab ctrl-t"));
    let first = run.app.model.guide.templates.first().expect("a template").clone();
    let made = run.keys("enter");
    let (_, agenda) = made.app.model.agenda().expect("an agenda is open");
    assert_eq!(agenda.title.as_str(), first.name.pick(Lang::Nb));
    assert_eq!(agenda.blocks.len(), first.blocks.len());
    assert_eq!(made.keys("ctrl-t enter").app.model.facts.agendas.len(), 3, "a second one has a name of its own");
}

#[test]
fn an_arrow_on_a_task_adds_the_chosen_tool_to_the_agenda() {
    let run = Run::new(Lang::En).keys("tab 4 down enter right");
    let before = run.app.model.agenda().expect("the sample").1.blocks.len();
    let run = run.keys("a");
    assert_eq!(run.app.model.agenda().expect("the sample").1.blocks.len(), before + 1);
}

#[test]
fn on_a_wide_screen_a_page_stands_in_two_columns_and_what_its_link_leads_to_below() {
    let run = Run::new(Lang::Nb).sized((200, 50)).keys("tab 4 down down enter right right");
    let text = run.text();
    for told in
        ["▸ Anerkjennende intervju", "Fortellerne har sagt ja til at historiene brukes videre", "Slik gjør dere"]
    {
        assert!(text.contains(told), "“{told}” is not in\n{text}");
    }
    let column = text.lines().find_map(|line| line.split_once("Sjekkliste")).map(|(before, _)| before.chars().count());
    assert!(column.is_some_and(|column| column > 80), "the second column begins at {column:?}\n{text}");
    let other = run.keys("right").text();
    assert!(
        other.contains("▸ Suksessintervju i firergruppe") && !other.contains("Sett dere overfor hverandre"),
        "{other}"
    );
}

#[test]
fn a_click_opens_a_link_in_the_second_column() {
    let mut run = Run::new(Lang::Nb).sized((200, 50)).keys("tab 4 down down enter");
    let text = run.text();
    let at = text
        .lines()
        .enumerate()
        .find_map(|(row, line)| Some((row, line.split_once("Kick-off-dag, 6 t")?.0.chars().count())));
    let (row, column) = at.expect("the template in the second column");
    let [row, column] = [row, column].map(|n| u16::try_from(n).expect("a cell"));
    assert!(column > 80);
    run.happen(&Event::Mouse(Mouse::Click { column, row }));
    assert!(!run.text().contains("Sjekkliste"), "{}", run.text());
}
