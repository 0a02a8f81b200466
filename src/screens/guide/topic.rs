//! A page of the guide: what is done in a task, the tools and templates that help with it, what to ask and to check. The
//! arrows move from link to link and through the text between them; Enter opens.

use super::text::{self, Link};
use crate::domain::guide::Topic;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::domain::tool::Variant;
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Go, Mouse, Screen};
use crate::screens::add::{self, may_edit};
use crate::screens::card::Card;
use crate::screens::moves::{self, Moves};
use crate::screens::templates;
use crate::ui::columns::{self, Spread};
use crate::ui::keyed::{key_of, keyed};
use crate::ui::list::Move;
use crate::ui::page::PageLine;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::ops::Range;

/// The topic that is read.
#[derive(Debug, Default)]
pub struct TopicPage {
    topic: Option<Topic>,
    scroll: usize,
    /// The chosen link, counted from 0.
    link: Option<usize>,
}

impl TopicPage {
    #[must_use]
    pub fn of(topic: Topic) -> TopicPage {
        TopicPage { topic: Some(topic), ..TopicPage::default() }
    }

    fn page(&self, model: &Model, area: Rect) -> (Vec<PageLine>, Vec<Link>) {
        self.topic.as_ref().map(|topic| text::page(model, topic, columns::width(place(area)))).unwrap_or_default()
    }

    fn links(&self, model: &Model) -> Vec<Link> {
        self.page(model, Rect::ZERO).1
    }

    fn chosen(&self, model: &Model) -> Option<Link> {
        self.links(model).into_iter().nth(self.link?)
    }

    /// Chooses the link before or after the chosen one if it is in view; without one, the nearest in view.
    fn choose(&mut self, step: Move, lines: &[PageLine], count: usize, area: Rect) -> bool {
        let seen = |link: &usize| self.is_in_view(&span(lines, *link), area);
        let next = match (step, self.link) {
            (Move::Up, Some(link)) => link.checked_sub(1).filter(seen),
            (Move::Up, None) => (0..count).rev().find(seen),
            (_, Some(link)) => Some(link + 1).filter(|next| *next < count && seen(next)),
            (_, None) => (0..count).find(seen),
        };
        self.link = next.or(self.link);
        next.is_some()
    }

    /// Moves the text; a chosen link that goes out of view is let go.
    fn scroll(&mut self, step: Move, lines: &[PageLine], area: Rect) {
        let page = columns::room(place(area));
        let reach = lines.len().saturating_sub(page) + 1;
        self.scroll = step.from(self.scroll, reach, page);
        self.link = self.link.filter(|link| self.is_in_view(&span(lines, *link), area));
    }

    /// Whether the lines stand on the screen, as far as they have room there.
    fn is_in_view(&self, span: &Range<usize>, area: Rect) -> bool {
        let height = columns::room(place(area));
        self.scroll <= span.start && span.end.min(span.start + height) <= self.scroll + height
    }

    /// Moves the text by a row and leaves the links alone (the wheel).
    fn roll(&mut self, step: Move, cx: &Cx<'_>) {
        let (lines, _) = self.page(cx.model, cx.area);
        self.scroll(step, &lines, cx.area);
    }

    /// To the link after the chosen one, or before it, wherever on the page; round and round.
    fn leap(&mut self, steps: usize, cx: &Cx<'_>) {
        let (lines, leads) = self.page(cx.model, cx.area);
        let Some(last) = leads.len().checked_sub(1) else { return };
        let link = self.link.map_or(if steps == 1 { 0 } else { last }, |link| (link + steps) % leads.len());
        self.link = Some(link);
        let (span, height) = (span(&lines, link), columns::room(place(cx.area)));
        self.scroll = self.scroll.clamp(span.end.saturating_sub(height).min(span.start), span.start);
    }

    fn open(&mut self, cx: &mut Cx<'_>) {
        match self.chosen(cx.model) {
            Some(Link::Tool(tool)) => cx.go = Some(Go::Over(Box::new(Card::of(tool)))),
            Some(Link::Topic(topic)) => cx.go = Some(Go::Over(Box::new(TopicPage::of(topic)))),
            Some(Link::Template(_)) if !may_edit(cx.model) => cx.notify(ONLY_READS),
            Some(Link::Template(id)) => templates::take(&id, cx),
            None => self.leap(1, cx),
        }
    }

    fn add(&mut self, cx: &mut Cx<'_>) {
        let Some(Link::Tool(id)) = self.chosen(cx.model) else { return };
        if let Some(tool) = cx.model.catalogue.tool(&id).cloned() {
            add::tool(&tool, Variant::Normal, cx);
        }
    }

    fn has_links(&self, model: &Model) -> bool {
        !self.links(model).is_empty()
    }
}

/// The lines of a link.
fn span(lines: &[PageLine], link: usize) -> Range<usize> {
    let is_its = |line: &PageLine| line.link == Some(link);
    let start = lines.iter().position(is_its).unwrap_or(0);
    start..start + lines.iter().skip(start).take_while(|line| is_its(line)).count()
}

/// So many rows have room for the beginning of what a link leads to.
const AHEAD: u16 = 12;

/// Where the text stands.
fn place(area: Rect) -> Rect {
    paint::inset(area, 2)
}

impl Moves for TopicPage {
    /// One row on or back: to the next link when it is in view, else the text moves. Further, only the text moves.
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let (lines, leads) = self.page(cx.model, cx.area);
        if !matches!(step, Move::Up | Move::Down) {
            self.scroll(step, &lines, cx.area);
        } else if !self.choose(step, &lines, leads.len(), cx.area) {
            self.scroll(step, &lines, cx.area);
            self.choose(step, &lines, leads.len(), cx.area);
        }
    }
}

impl Screen for TopicPage {
    const KEYS: &'static [Binding<TopicPage>] = &[
        Binding {
            name: "topic.open",
            keys: &[Key::of(Code::Enter)],
            help: words("åpne det valgte", "opne det valde", "open the chosen one"),
            when: TopicPage::has_links,
            run: TopicPage::open,
        },
        moves::down("topic.down"),
        moves::up("topic.up"),
        Binding {
            name: "topic.next-link",
            keys: &[Key::of(Code::Right), Key::char('l')],
            help: words("neste lenke", "neste lenkje", "next link"),
            when: TopicPage::has_links,
            run: |page, cx| page.leap(1, cx),
        },
        Binding {
            name: "topic.previous-link",
            keys: &[Key::of(Code::Left), Key::char('h')],
            help: words("forrige lenke", "førre lenkje", "previous link"),
            when: TopicPage::has_links,
            run: |page, cx| page.leap(page.links(cx.model).len().saturating_sub(1), cx),
        },
        Binding {
            name: "topic.add",
            keys: &[Key::char('a')],
            help: words("legg i kjøreplanen", "legg i køyreplanen", "add to the agenda"),
            when: |page, model| may_edit(model) && matches!(page.chosen(model), Some(Link::Tool(_))),
            run: TopicPage::add,
        },
        moves::read_on("topic.page-down"),
        moves::page_up("topic.page-up"),
        moves::top("topic.top"),
        moves::bottom("topic.bottom"),
    ];

    fn title(&self) -> Words {
        words("Side i veiviseren", "Side i vegvisaren", "Page of the guide")
    }

    fn why_not(&self, row: &str, model: &Model) -> Option<Words> {
        match row {
            "topic.add" if self.has_links(model) => Some(NO_TOOL),
            "topic.add" | "topic.open" | "topic.next-link" | "topic.previous-link" => Some(NO_LINKS),
            _ => None,
        }
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp => self.roll(Move::Up, cx),
            Mouse::WheelDown => self.roll(Move::Down, cx),
            Mouse::Click { column, row } => {
                let (lines, _) = self.page(cx.model, area);
                let clicked = self.spread(&lines, area).line_at(Position::new(column, row));
                let link = clicked.and_then(|index| lines.get(index)?.link);
                if link.is_none() {
                    return false;
                }
                self.link = link;
                self.open(cx);
            }
        }
        true
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        let (mut lines, _) = self.page(model, area);
        lines
            .iter_mut()
            .filter(|line| line.link.is_some() && line.link == self.link)
            .for_each(|line| line.choose(model));
        let start = self.start(lines.len(), area);
        let spread = self.spread(&lines, area);
        spread.draw(&lines, buf);
        self.ahead(model, spread.below(place(area)), buf);
        paint::more(model, &(start..start + columns::room(place(area))), lines.len(), area, buf);
        if lines.len() < 2 {
            paint::text(model.say(GONE), style(model, Tone::Text), place(area), buf);
        }
    }
}

impl TopicPage {
    /// The first line in view.
    fn start(&self, count: usize, area: Rect) -> usize {
        self.scroll.min(count.saturating_sub(columns::room(place(area))))
    }

    /// Where the chosen link leads, or the first one, in the room that the text has left.
    fn ahead(&self, model: &Model, area: Rect, buf: &mut Buffer) {
        let Some(link) = self.links(model).into_iter().nth(self.link.unwrap_or(0)) else { return };
        if area.height < AHEAD {
            return;
        }
        let rest = paint::below(area, 2);
        let lines = text::behind(model, &link, rest);
        if !lines.is_empty() {
            paint::text(&"─".repeat(usize::from(area.width)), style(model, Tone::Quiet), paint::below(area, 1), buf);
        }
        let rest = paint::below(rest, 1);
        Spread::of(&lines, 0, rest).draw_cut(model, &lines, buf);
    }

    fn spread(&self, lines: &[PageLine], area: Rect) -> Spread {
        Spread::of(lines, self.start(lines.len(), area), place(area))
    }
}

const ONLY_READS: Words = words(
    "Her kan du bare se; lag kjøreplanen i det andre vinduet",
    "Her kan du berre sjå; lag køyreplanen i det andre vindauget",
    "Here you can only look; make the agenda in the other window",
);
const NO_TOOL: Words = keyed!(
    [key_of(TopicPage::KEYS, "topic.next-link")],
    words(
        "Velg et verktøy på siden først, med ^.",
        "Vel eit verktøy på sida først, med ^.",
        "Choose a tool on the page first, with ^."
    )
);
const NO_LINKS: Words = words(
    "Denne siden leder ikke videre til andre.",
    "Denne sida leier ikkje vidare til andre.",
    "This page does not lead on to others.",
);
const GONE: Words = words(
    "Denne siden finnes ikke. Esc går tilbake.",
    "Denne sida finst ikkje. Esc går tilbake.",
    "This page is not there. Esc goes back.",
);
