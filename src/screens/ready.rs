//! "Ready to start?": what this machine can do while a workshop runs, and what Vidde cannot prevent, on one page. What
//! is found and said is in `report`; who looks is the runtime.

pub mod report;

use crate::domain::session::Session;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::Key;
use crate::model::Model;
use crate::screen::{Binding, Cx, Effect, Go, Screen};
use crate::screens::moves::{self, Moves};
use crate::ui::list::Move;
use crate::ui::page::Page;
use crate::ui::paint;
use crate::ui::theme::Tone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use report::{Finding, Mark, Seen};

const TITLE: Words = words("Klar til start?", "Klar til start?", "Ready to start?");
const ALL_WELL: Words =
    words("Alt Vidde kan se, er i orden.", "Alt Vidde kan sjå, er i orden.", "Everything Vidde can see is in order.");
const ONE: Words = words(
    "Én ting er verdt et blikk før du starter (▲).",
    "Éin ting er verd eit blikk før du startar (▲).",
    "One thing is worth a look before you start (▲).",
);
const SOME: Words = words(
    "{} ting er verdt et blikk før du starter (▲).",
    "{} ting er verde eit blikk før du startar (▲).",
    "{} things are worth a look before you start (▲).",
);
const WHILE_RUNNING: Words =
    words("Hvordan har maskinen det?", "Korleis har maskina det?", "How is the machine doing?");
const ONE_NOW: Words =
    words("Én ting er verdt et blikk (▲).", "Éin ting er verd eit blikk (▲).", "One thing is worth a look (▲).");
const SOME_NOW: Words =
    words("{} ting er verdt et blikk (▲).", "{} ting er verde eit blikk (▲).", "{} things are worth a look (▲).");
const LOOKING: Words = words("Ser etter …", "Ser etter …", "Looking …");

/// The page, scrolled so many lines down.
#[derive(Debug, Default)]
pub struct Ready {
    scroll: usize,
}

/// Looks at the machine and shows what was found.
pub fn open(cx: &mut Cx<'_>) {
    cx.effects.push(Effect::Survey);
    cx.go = Some(Go::Over(Box::<Ready>::default()));
}

impl Ready {}

fn lines(model: &Model, seen: &Seen, width: u16) -> Vec<Line<'static>> {
    let mut page = Page::new(model, width.min(paint::MEASURE));
    let runs = model.session().is_some_and(Session::has_started);
    let (title, one, many) = if runs { (WHILE_RUNNING, ONE_NOW, SOME_NOW) } else { (TITLE, ONE, SOME) };
    page.title(model.say(title));
    let Some(surroundings) = &model.surroundings else {
        page.prose("", model.say(LOOKING), Tone::Quiet);
        return page.lines.into_iter().map(|line| line.shown).collect();
    };
    let findings = report::findings(surroundings, seen, model.lang);
    let summary = match findings.iter().filter(|finding| finding.mark == Mark::Look).count() {
        0 => model.say(ALL_WELL).to_owned(),
        1 => model.say(one).to_owned(),
        some => many.with(model.lang, some),
    };
    page.prose("", &summary, Tone::Text);
    for Finding { mark, topic, text } in findings {
        page.gap();
        page.prose(
            &format!("{} ", mark.sign()),
            model.say(topic),
            if mark == Mark::Look { Tone::Warning } else { Tone::Title },
        );
        page.prose("  ", &text, Tone::Text);
    }
    page.lines.into_iter().map(|line| line.shown).collect()
}

impl Moves for Ready {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let page = usize::from(cx.area.height);
        let seen = Seen::of(cx.model, cx.now, None);
        let count = lines(cx.model, &seen, paint::inset(cx.area, 1).width).len();
        self.scroll = step.from(self.scroll, count.saturating_sub(page) + 1, page);
    }
}

impl Screen for Ready {
    const KEYS: &'static [Binding<Ready>] = &[
        Binding {
            name: "ready.again",
            keys: &[Key::ctrl('k')],
            help: words("se en gang til", "sjå ein gong til", "look again"),
            when: |_, _| true,
            run: |_, cx| cx.effects.push(Effect::Survey),
        },
        moves::down("ready.down"),
        moves::up("ready.up"),
        moves::read_on("ready.page-down"),
        moves::page_up("ready.page-up"),
    ];

    fn title(&self) -> Words {
        TITLE
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        let size = (buf.area.width, buf.area.height);
        let area = paint::inset(area, 1);
        let lines = lines(model, &Seen::of(model, now, Some(size)), area.width);
        let start = self.scroll.min(lines.len().saturating_sub(usize::from(area.height)));
        paint::lines(lines.iter().skip(start), area, buf);
        paint::more(model, &(start..start + usize::from(area.height)), lines.len(), area, buf);
    }
}
