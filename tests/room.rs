//! The room: nothing private, enough contrast, every word of an instruction, and letters that are Norwegian.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "a test may stop"
)]

mod common;
mod contrast;
mod stage;

use common::{Run, at, opened, text, wall};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use stage::{SIZES, act, agenda, ready, tools, with};
use vidde::app::App;
use vidde::domain::agenda::{Agenda, Block, BlockId, Kind};
use vidde::domain::facts::Theme;
use vidde::domain::harvest::{Note, NoteKind, Stamp};
use vidde::domain::session::{Act, Entry, PlanEdit, Wall};
use vidde::domain::text::{Lang, Line, Text};
use vidde::domain::tool::Variant;
use vidde::keys::{Code, Key};
use vidde::model::{Depth, Model, Notice, Role, Saving};
use vidde::ui::digits;

/// Every state of a run: the acts that lead to it, and the moment it is looked at.
const STATES: [(&str, &str); 18] = [
    ("", "08:55"),
    ("", "09:05"),
    ("09:00 start", "09:04"),
    ("09:00 start", "09:08:30"),
    ("09:00 start", "09:13:20"),
    ("09:00 start 09:10 next", "09:10:20"),
    ("09:00 start 09:10 next", "09:15:30"),
    ("09:00 start 09:10 next", "09:21:40"),
    ("09:00 start 09:10 next 09:14 step hold", "09:16"),
    ("09:00 start 09:10 next 09:14 step hold", "09:18:20"),
    ("09:00 start 09:10 next 09:22 next", "09:24:30"),
    ("09:00 start 09:10 next 09:22 next", "09:36:30"),
    ("09:00 start 09:10 next 09:22 next", "09:38"),
    ("09:00 start 09:10 next 09:15 pause", "09:20"),
    ("09:00 start 09:10 next 09:22 next 09:25 pause", "09:27"),
    ("09:00 start 09:10 next 09:22 next 09:37 next 10:20 next", "10:40"),
    ("09:00 start 09:10 next 09:22 next 09:37 next 11:10 ask", "11:12"),
    ("09:00 start 09:10 end", "09:10"),
];

const SENTINEL: &str = "Zqxwv";

fn staged(script: &str, lang: Lang) -> Model {
    let mut model = ready(lang);
    act(&mut model, script);
    model
}

/// Puts the sentinel into every private text there is, also where only a hand-edited file could have it.
fn confide(model: &mut Model) {
    let secret = || Text::same(SENTINEL);
    let confide_in = |agenda: &mut Agenda| {
        (agenda.purpose, agenda.wanted, agenda.evaluation) = (SENTINEL.into(), SENTINEL.into(), SENTINEL.into());
        for block in &mut agenda.blocks {
            block.note = SENTINEL.into();
            block.parts.iter_mut().for_each(|part| part.lead = secret());
        }
    };
    model.facts.agendas.values_mut().for_each(confide_in);
    let live = model.facts.live.as_mut().unwrap();
    confide_in(&mut live.session.plan);
    let last = live.session.log.last().map(|entry| (entry.at, entry.told));
    let secretly =
        Block { id: BlockId(999), title: SENTINEL.into(), note: SENTINEL.into(), ..Block::new(Kind::Work, "", 1) };
    let after = live.session.plan.blocks.last().map(|block| block.id);
    live.session.log.extend(last.map(|(at, told)| Entry {
        at,
        told,
        act: Act::Edit(PlanEdit::Insert(Box::new(secretly), after)),
    }));
    for block in &live.session.plan.blocks {
        live.private.notes.insert(block.id, SENTINEL.into());
        live.private.leads.insert(block.id, block.parts.iter().map(|_| secret()).collect());
    }
    for kind in NoteKind::ALL {
        let (who, title) = (SENTINEL.into(), SENTINEL.into());
        let note = Stamp { at: at("09:01"), block: None, title }.note(kind, SENTINEL).unwrap();
        live.private.harvest.push(Note { who, ..note });
    }
    model.notice = Some(Notice { text: SENTINEL.to_owned(), until: at("23:00") });
    model.problems.push(vidde::domain::Problem { place: SENTINEL.to_owned(), text: SENTINEL.to_owned() });
    model.saving = Saving::Failing(SENTINEL.to_owned());
}

/// Gives every block that is neither running nor waited for the sentinel as its title and its question.
fn hide_the_others(model: &mut Model, now: &str) {
    let shown = model.schedule(at(now)).unwrap().index();
    let plan = &mut model.facts.live.as_mut().unwrap().session.plan;
    for (index, block) in plan.blocks.iter_mut().enumerate().filter(|(index, _)| Some(*index) != shown) {
        (block.title, block.question) = (Line::clean(&format!("{SENTINEL} {index}")), SENTINEL.into());
    }
}

#[test]
fn nothing_private_reaches_the_wall_at_any_size_in_any_state() {
    for (script, now) in STATES {
        let mut open = staged(script, Lang::Nb);
        open.saving = Saving::Waiting;
        let mut confided = open.clone();
        confide(&mut confided);
        hide_the_others(&mut confided, now);
        for size in SIZES.into_iter().chain([(20, 5), (43, 13), (100, 30)]) {
            let shown = wall(&confided, now, size);
            assert!(!text(&shown).to_lowercase().contains("zqx"), "{script} at {now}:\n{}", text(&shown));
            assert_eq!(shown, wall(&open, now, size), "private texts change the wall: {script} at {now}");
        }
        let console = opened(&confided, now, (200, 50)).text();
        assert!(console.contains("Zqx"), "the sentinel is where the facilitator reads it");
    }
}

#[test]
fn the_wall_does_not_tell_drift_or_later_times() {
    for (script, now) in STATES.into_iter().filter(|(script, _)| script.contains("start")) {
        let shown = text(&wall(&staged(script, Lang::Nb), now, (57, 16)));
        // Where the group is asked, each choice says when it ends, and nothing else does.
        let shown = if script.contains("ask") { shown.replace("Vi slutter kl. 11:45", "") } else { shown };
        for word in ["skjema", "11:45", "11:30", "Gjort, lært"] {
            assert!(!shown.contains(word), "“{word}”, {script} at {now}:\n{shown}");
        }
    }
}

#[test]
fn a_blank_wall_holds_nothing_but_its_background() {
    let mut model = staged("09:00 start", Lang::Nb);
    model.facts.live.as_mut().unwrap().session.stage.wall = Wall::Blank;
    for size in SIZES {
        let shown = wall(&model, "09:04", size);
        assert_eq!(text(&shown).trim(), "");
        assert!(shown.content.iter().all(|cell| cell.bg == shown.content[0].bg && cell.modifier.is_empty()));
    }
}

#[test]
fn every_pair_of_colours_has_contrast_enough_in_every_palette() {
    let mut faults = Vec::new();
    for pair in contrast::pairs() {
        let least = if pair.tone.is_for_the_room() { 7.0 } else { 4.5 };
        if pair.ratio < least {
            faults.push(format!("{pair:?}: at least {least} is asked"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_cell_that_is_drawn_on_the_wall_has_contrast_enough() {
    for (theme, depth) in contrast::LOOKS {
        for (script, now) in STATES {
            let mut model = staged(script, Lang::Nb);
            (model.facts.settings.theme, model.depth) = (theme, depth);
            let shown = wall(&model, now, (57, 16));
            for cell in shown.content.iter().filter(|cell| cell.symbol() != " ") {
                let ratio = contrast::worst(cell.fg, cell.bg);
                assert!(ratio >= 7.0, "“{}” has {ratio:.1} in {theme:?} {depth:?}:\n{}", cell.symbol(), text(&shown));
                assert!(!cell.modifier.contains(Modifier::DIM));
            }
        }
    }
}

#[test]
fn warnings_are_black_on_yellow_or_orange_with_a_shape_and_a_word() {
    for (now, shape) in [("09:08:30", "▲ 2 min igjen"), ("09:09:40", "▲▲ Straks ferdig"), ("09:12", "● Over tiden")]
    {
        for theme in [Theme::Dark, Theme::Light] {
            let mut model = staged("09:00 start", Lang::Nb);
            model.facts.settings.theme = theme;
            let shown = wall(&model, now, (57, 16));
            assert!(text(&shown).contains(shape), "{}", text(&shown));
            let bar = shown.content.iter().rev().take(57).find(|cell| cell.symbol() == "▲" || cell.symbol() == "●");
            let bar = bar.unwrap_or_else(|| panic!("no shape in the last row:\n{}", text(&shown)));
            let Color::Rgb(red, green, blue) = bar.bg else { panic!("{:?}", bar.bg) };
            assert_eq!(bar.fg, Color::Rgb(0, 0, 0));
            assert!(red > 240 && green > 140 && blue < green && blue < 160, "yellow or orange: {:?}", bar.bg);
        }
    }
}

#[test]
fn without_colours_the_wall_says_the_same() {
    for (script, now) in STATES {
        let coloured = staged(script, Lang::Nb);
        let mut plain = coloured.clone();
        plain.depth = Depth::None;
        let shown = wall(&plain, now, (57, 16));
        assert_eq!(text(&shown), text(&wall(&coloured, now, (57, 16))));
        assert!(shown.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
        let signal = text(&shown).contains('▲') || text(&shown).contains("● ");
        assert_eq!(signal, shown.content.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)), "{script}");
    }
}

#[test]
fn every_instruction_of_the_catalogue_is_read_whole_at_the_designed_size_with_digits_of_five_rows() {
    for tool in tools() {
        for lang in [Lang::Nb, Lang::En] {
            let block = Block::of_tool(tool, Variant::Normal, tool.usual_people(), lang);
            for part in &block.parts {
                let mut alone = block.clone();
                alone.parts = vec![part.clone()];
                let say = part.say.pick(lang);
                let most = textwrap::wrap(say, 51).len();
                assert!(most <= 6, "{} lines in {}: {say}", most, tool.id);
                let shown = instruction(alone, lang);
                let bare = |text: &str| text.split_whitespace().collect::<String>();
                assert!(bare(&text(&shown)).contains(&bare(say)), "{}, “{say}”:\n{}", tool.id, text(&shown));
                let rows = text(&shown).lines().filter(|line| line.contains('█')).count() - 1;
                assert!(rows >= 5, "{rows} rows of digits for {}:\n{}", tool.id, text(&shown));
                assert!(say.split_whitespace().count() <= 60, "{} words: {say}", say.split_whitespace().count());
            }
        }
    }
}

fn instruction(block: Block, lang: Lang) -> Buffer {
    let mut plan = Agenda::new("Samling", lang);
    plan.insert(Block { minutes: 20, ..block }, None);
    let mut model = with(&plan, lang);
    act(&mut model, "09:00 start");
    wall(&model, "09:00", (57, 16))
}

#[test]
fn a_question_of_two_lines_leaves_room_for_four_of_instruction() {
    let mut plan = agenda(Lang::Nb);
    let block = &mut plan.blocks[1];
    block.question = "Hva er det beste vi har fått til sammen for barn og unge det siste året, og hvorfor?".into();
    block.parts[0].say = Text::same(&"Skriv ned et øyeblikk der dere lyktes. ".repeat(4));
    let mut model = with(&plan, Lang::Nb);
    act(&mut model, "09:00 start 09:10 next");
    for size in [(57, 16), (43, 12)] {
        let shown = text(&wall(&model, "09:10:10", size));
        assert_eq!(shown.matches("Skriv").count(), 4, "{shown}");
        assert!(shown.split_whitespace().any(|word| word == "hvorfor?") || size.0 < 57, "{shown}");
    }
    let small = text(&wall(&model, "09:10:10", (43, 12)));
    assert!(small.contains("0:50"), "one line for the time:\n{small}");
}

#[test]
fn a_break_shows_its_return_time_largest_and_minutes_rounded_up() {
    let model = staged("09:00 start 09:10 next 09:22:20 next", Lang::En);
    let shown = wall(&model, "09:24:30", (57, 16));
    let mut expected = Buffer::empty(shown.area);
    let look = Style::new();
    let rows = Rect::new(3, 4, 51, 9);
    digits::draw("09:38", rows, look, &mut expected).unwrap();
    let large = text(&expected);
    let lines: Vec<&str> = large.lines().skip(4).take(9).collect();
    assert!(text(&shown).contains(lines.join("\n").as_str()), "{}\nwith\n{large}", text(&shown));
    assert!(text(&shown).contains("13 min left"), "{}", text(&shown));
}

#[test]
fn the_wall_speaks_the_language_of_the_agenda() {
    let mut model = staged("09:00 start 09:10 next", Lang::Nb);
    model.lang = Lang::En;
    let shown = text(&wall(&model, "09:21:40", (57, 16)));
    assert!(shown.contains("Én idé fra hver gruppe") && shown.contains("▲▲ Straks ferdig"), "{shown}");
}

#[test]
fn every_size_is_drawn_and_what_is_too_small_is_said() {
    for (script, now) in [STATES[0], STATES[6], STATES[8], STATES[15]] {
        let model = staged(script, Lang::Nb);
        for (width, height) in (0..62).step_by(3).flat_map(|width| (0..20).map(move |height| (width, height))) {
            wall(&model, now, (width, height));
        }
        let small = text(&wall(&model, now, (42, 12)));
        assert!(small.contains("Litt større vindu") && small.contains("43 × 12"), "{small}");
    }
}

#[test]
fn large_words_have_norwegian_letters() {
    let large = |letter: &str| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 8));
        assert!(digits::draw(letter, buffer.area, Style::new(), &mut buffer).is_some(), "{letter} cannot be drawn");
        text(&buffer)
    };
    for (letter, like) in [("æ", "a"), ("ø", "o"), ("å", "a"), ("Æ", "A"), ("Ø", "O"), ("Å", "A"), ("é", "e")] {
        assert!(large(letter).contains('█'), "{letter} is blank");
        assert_ne!(large(letter), large(like));
    }
    assert_ne!(large("–"), large(" –  "));
}

#[test]
fn only_its_own_key_leaves_the_room_and_others_do_nothing_but_name_it() {
    let model = staged("09:00 start", Lang::Nb);
    let on_the_wall = || opened(&model, "09:04", (57, 16)).keys("w");
    let before = on_the_wall();
    let strangers = [Code::Esc, Code::Tab, Code::BackTab, Code::Enter, Code::F(5), Code::F(1), Code::Char('q')];
    for code in strangers.into_iter().chain("acdefghijklmnoprstvxyz0123456789?/:".chars().map(Code::Char)) {
        let after = on_the_wall().any_keys(&Key::of(code).to_string());
        assert_eq!(after.app.model.facts, before.app.model.facts, "{code:?}");
        let shown = after.text();
        assert!(!after.quit && shown.contains("w: tilbake til konsollen"), "{code:?}:\n{shown}");
        let mut rest: Vec<&str> = shown.lines().collect();
        rest.pop();
        assert!(before.text().starts_with(&rest.join("\n")), "{code:?} changes nothing else:\n{shown}");
        assert_eq!(after.any_keys("@5").text(), on_the_wall().any_keys("@5").text(), "the way out goes away");
    }
    let blank = on_the_wall().any_keys("esc").keys("b");
    assert_eq!(blank.app.model.session().unwrap().stage.wall, Wall::Blank);
    let led = blank.keys("09:05 . 09:06 pagedown right + space u w").app.model;
    let view = led.schedule(at("09:06")).unwrap();
    assert_eq!(view.current().unwrap().part.map(|part| part.index), Some(1), "{view:?}");
    assert_eq!(view.current().unwrap().remaining.to_string(), "13:00", "plus stays, the pause is undone");
}

#[test]
fn a_room_that_only_follows_changes_nothing_and_says_how_it_is_closed() {
    let mut model = staged("09:00 start", Lang::Nb);
    model.role = Role::Viewer;
    let room = Run { now: at("09:04"), ..Run::of(App::room(model.clone())) }.sized((57, 16));
    let room = room.any_keys("pagedown right + - space u b . up left pageup w");
    assert_eq!(room.app.model.facts.live, model.facts.live);
    let room = room.any_keys("f1");
    assert!(room.text().contains("q: lukk vinduet"), "{}", room.text());
    assert!(room.keys("q").quit);
}

#[test]
fn the_wall_says_goodbye_also_when_the_session_has_been_stored() {
    let ended = staged("09:00 start 09:10 end", Lang::Nn);
    let mut room = Run { now: at("09:10"), ..Run::of(App::room(ended)) }.keys("@1");
    let goodbye = |room: &Run| room.text().contains("Takk for i dag – ta med dykk");
    assert!(goodbye(&room), "{}", room.text());
    room.app.model.facts.live = None;
    let room = room.keys("@1");
    assert!(goodbye(&room), "{}", room.text());
}

#[test]
fn over_time_the_wall_counts_nothing_and_promises_nothing() {
    for (script, now, words) in [
        ("09:00 start", "09:13:20", "● Over tiden"),
        ("09:00 start 09:10 next 09:22 next", "09:45", "● Velkommen tilbake"),
    ] {
        for size in SIZES {
            let model = staged(script, Lang::Nb);
            let (early, late) = (text(&wall(&model, now, size)), text(&wall(&model, "10:20", size)));
            assert_eq!(early, late, "nothing counts up at {size:?}");
            let is_said = early.contains(words) || size.1 >= 40;
            assert!(is_said && !early.contains("tilbake kl"), "{early}");
        }
    }
}

#[test]
fn on_a_tall_wall_a_short_instruction_stands_in_large_letters() {
    let model = staged("09:00 start 09:10 next", Lang::Nb);
    let shown = text(&wall(&model, "09:15:30", (200, 50)));
    assert!(!shown.contains("To par sammen"), "{shown}");
    assert!(shown.lines().filter(|line| line.contains(['█', '▀'])).count() > 25, "{shown}");
    let ordinary = text(&wall(&model, "09:15:30", (80, 24)));
    assert!(ordinary.contains("To par sammen"), "{ordinary}");
}

#[test]
fn on_a_tall_wall_a_question_stands_in_large_letters_and_its_task_too_where_it_fits() {
    let mut plan = agenda(Lang::En);
    let block = &mut plan.blocks[1];
    block.question = "What gives you energy at work? What do you hope this will lead to?".into();
    block.parts[0].say = Text::same(
        "Get up and walk towards somebody you do not know. You get a few minutes together. Both of you answer both \
         questions on the wall.",
    );
    let told = |plan: &Agenda| {
        let mut model = with(plan, Lang::En);
        act(&mut model, "09:00 start 09:10 next");
        let shown = text(&wall(&model, "09:10:10", (200, 50)));
        (shown.contains("What gives you energy"), shown.contains("Get up"), shown)
    };
    let (question, task, shown) = told(&plan);
    assert!(!question && !task, "question and task are of one size:\n{shown}");
    for words in ["1-2-4-All", "left in this block"] {
        assert!(!shown.contains(words), "“{words}” is in letters of one row:\n{shown}");
    }
    let is_large = |line: &str| line.contains(['█', '▀', '▄', '▌', '▐']);
    let digits = shown.lines().rev().skip(5).take(7).filter(|line| is_large(line)).count();
    assert!(digits >= 5, "five rows for the time:\n{shown}");
    plan.blocks[1].parts[0].say =
        Text::same(&"Talk to somebody you do not know yet, and listen to what they say. ".repeat(9));
    let (question, _, shown) = told(&plan);
    assert!(
        !question && shown.contains("Talk to somebody"),
        "a long task is read better in ordinary letters:\n{shown}"
    );
}

#[test]
fn on_a_tall_wall_a_warning_is_as_large_as_a_task() {
    for (script, now, words) in [
        ("09:00 start", "09:13:20", "Over tiden"),
        ("09:00 start 09:10 next 09:15 pause", "09:20", "Klokka står"),
        ("", "08:40", "om 20 min"),
    ] {
        let model = staged(script, Lang::Nb);
        let tall = text(&wall(&model, now, (200, 50)));
        assert!(!tall.contains(words), "{tall}");
        assert!(text(&wall(&model, now, (80, 24))).contains(words));
    }
}

#[test]
fn the_room_reads_a_kind_word_for_a_buffer() {
    for (lang, title, words) in [
        (Lang::Nb, "Buffer", "Litt luft"),
        (Lang::Nn, "Buffer", "Litt luft"),
        (Lang::En, "Buffer 2", "Room to breathe"),
        (Lang::Nb, "Spørsmål og prat", "Spørsmål og prat"),
    ] {
        let mut plan = agenda(lang);
        plan.blocks[1] = Block { id: plan.blocks[1].id, ..Block::new(Kind::Buffer, title, 10) };
        let mut model = with(&plan, lang);
        act(&mut model, "09:00 start 09:10 next");
        let shown = text(&wall(&model, "09:11", (57, 16)));
        assert!(shown.contains(words) && !shown.to_lowercase().contains("buffer"), "{shown}");
        assert!(opened(&model, "09:11", (80, 24)).text().contains(title), "the leader has its own word for it");
    }
}

#[test]
fn on_a_tall_wall_the_question_to_the_group_is_as_large_as_its_answers() {
    for lang in Lang::ALL {
        let model = staged("09:00 start 09:10 next 09:22 next 09:37 next 11:10 ask", lang);
        let shown = text(&wall(&model, "11:12", (200, 50)));
        assert!(!shown.contains(['?', ':']), "nothing is in ordinary letters:\n{shown}");
        let ordinary = text(&wall(&model, "11:12", (80, 24)));
        assert!(ordinary.contains("best for d") || ordinary.contains("suit you best?"), "{ordinary}");
    }
}

#[test]
fn an_empty_row_parts_a_question_from_its_task_where_there_is_room() {
    let mut plan = agenda(Lang::Nb);
    plan.blocks[1].question = "Hva gir deg energi?".into();
    let mut model = with(&plan, Lang::Nb);
    act(&mut model, "09:00 start 09:10 next");
    let shown = text(&wall(&model, "09:10:10", (57, 16)));
    let after = shown.lines().skip_while(|line| !line.contains("energi?")).nth(1).unwrap();
    assert!(after.trim().is_empty(), "{shown}");
}

#[test]
fn a_window_for_the_room_welcomes_before_anything_runs() {
    let run = common::Run::of(App::room(stage::idle(Lang::En))).sized((57, 16));
    common::shows(&run, "We begin soon");
}

#[test]
fn a_long_title_is_cut_and_never_pushes_the_time_off() {
    let mut plan = agenda(Lang::Nb);
    plan.blocks[0].title = Line::clean(&"Velkommen ".repeat(40));
    plan.blocks[0].kind = Kind::Talk;
    let mut model = with(&plan, Lang::Nb);
    act(&mut model, "09:00 start");
    let shown = text(&wall(&model, "09:04", (57, 16)));
    assert!(shown.lines().next().unwrap().contains('…') && shown.contains('█'), "{shown}");
}

#[test]
fn the_start_is_not_taken_back_on_the_wall() {
    let run = common::opened(&stage::ready(Lang::Nb), "08:50", (80, 24)).keys("3 09:00 space w 09:04");
    let started = |run: &common::Run| run.app.model.session().is_some_and(vidde::domain::session::Session::has_started);
    let kept = run.any_keys("u");
    assert!(started(&kept), "{}", kept.text());
    let console = kept.keys("w u");
    assert!(!started(&console), "the console takes it back: {}", console.text());
}
