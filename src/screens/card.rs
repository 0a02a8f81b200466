//! A tool's card: all that is known about it, to read; from here it goes into the agenda, or runs at once. Its text is
//! put together in `text`.

mod links;
mod text;

pub use text::{beginning, lines};

use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::domain::tool::{Tool, ToolId, Variant};
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Go, Mouse, Screen};
use crate::screens::moves::{self, Moves};
use crate::screens::{add, start};
use crate::ui::columns::{self, Spread};
use crate::ui::keyed::{key_of, keyed};
use crate::ui::list::Move;
use crate::ui::page::PageLine;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The card that is read, in one of its lengths.
#[derive(Debug, Default)]
pub struct Card {
    tool: Option<ToolId>,
    variant: Variant,
    scroll: usize,
    /// The link that is chosen, counted from 0.
    link: Option<usize>,
}

impl Card {
    #[must_use]
    pub fn of(tool: ToolId) -> Card {
        Card { tool: Some(tool), ..Card::default() }
    }

    /// The card in one of the tool's lengths.
    #[must_use]
    pub fn in_length(tool: ToolId, variant: Variant) -> Card {
        Card { variant, ..Card::of(tool) }
    }

    fn tool<'m>(&self, model: &'m Model) -> Option<&'m Tool> {
        model.catalogue.tool(self.tool.as_ref()?)
    }

    /// The tools it leads to, in reading order.
    fn links<'m>(&self, model: &'m Model) -> Vec<&'m Tool> {
        let groups = self.tool(model).map(|tool| links::links(model, tool));
        groups.into_iter().flatten().flat_map(|(_, links)| links).map(|(tool, _)| tool).collect()
    }

    fn lines(&self, model: &Model, area: Rect) -> Vec<PageLine> {
        let width = columns::width(place(area));
        self.tool(model).map(|tool| lines(model, tool, self.variant, width)).unwrap_or_default()
    }

    /// The first line in view.
    fn start(&self, count: usize, area: Rect) -> usize {
        self.scroll.min(count.saturating_sub(columns::room(place(area))))
    }

    fn spread(&self, lines: &[PageLine], area: Rect) -> Spread {
        Spread::of(lines, self.start(lines.len(), area), place(area))
    }

    /// Chooses the link `steps` further on, round and round, and brings it into view.
    fn choose(&mut self, steps: usize, cx: &Cx<'_>) {
        let count = self.links(cx.model).len();
        if count == 0 {
            return;
        }
        let link = self.link.map_or(if steps == 1 { 0 } else { count - 1 }, |link| (link + steps) % count);
        self.link = Some(link);
        let lines = self.lines(cx.model, cx.area);
        let is_its = |line: &PageLine| line.link == Some(link);
        let first = lines.iter().position(is_its).unwrap_or(0);
        let end = lines.iter().rposition(is_its).map_or(first, |last| last + 1);
        let height = columns::room(place(cx.area));
        self.scroll = self.scroll.clamp(end.saturating_sub(height).min(first), first);
    }

    fn follow(&mut self, cx: &mut Cx<'_>) {
        let tool = self.link.and_then(|link| self.links(cx.model).get(link).map(|tool| tool.id.clone()));
        cx.go = tool.map(|tool| Go::Over(Box::new(Card::of(tool))));
    }

    fn add(&mut self, cx: &mut Cx<'_>) {
        if let Some(tool) = self.tool(cx.model).cloned() {
            add::tool(&tool, self.variant, cx);
        }
    }

    /// To the next of the tool's lengths.
    fn turn_length(&mut self, cx: &mut Cx<'_>) {
        let lengths = self.tool(cx.model).map(|tool| tool.lengths(self.variant)).unwrap_or_default();
        if lengths.len() < 2 {
            return cx.notify(ONE_LENGTH);
        }
        self.variant = self.variant.next_of(&lengths);
    }

    fn turn_favourite(&mut self, cx: &mut Cx<'_>) {
        if let Some(tool) = self.tool(cx.model).cloned() {
            add::turn_favourite(&tool, cx);
        }
    }

    fn show(&mut self, cx: &mut Cx<'_>) {
        if let Some(tool) = self.tool(cx.model).cloned() {
            start::on_wall(&tool, self.variant, cx);
        }
    }

    fn run(&mut self, cx: &mut Cx<'_>) {
        if let Some(tool) = self.tool(cx.model).cloned() {
            start::tool(&tool, self.variant, cx);
        }
    }
}

/// Where the text stands.
fn place(area: Rect) -> Rect {
    paint::inset(area, 2)
}

impl Moves for Card {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let page = columns::room(place(cx.area));
        let reach = self.lines(cx.model, cx.area).len().saturating_sub(page) + 1;
        self.scroll = step.from(self.scroll, reach, page);
    }
}

impl Screen for Card {
    const KEYS: &'static [Binding<Card>] = &[
        Binding {
            name: "card.add",
            keys: &[Key::char('a')],
            help: words("legg i kjøreplanen", "legg i køyreplanen", "add to the agenda"),
            when: |card, model| card.tool(model).is_some() && add::may_edit(model),
            run: Card::add,
        },
        Binding {
            name: "card.run",
            keys: &[Key::char('r')],
            help: words("kjør nå", "køyr no", "run now"),
            when: |card, model| card.tool(model).is_some() && add::may_edit(model),
            run: Card::run,
        },
        Binding {
            name: "card.wall",
            keys: &[Key::char('w')],
            help: words("vis på veggen", "vis på veggen", "show on the wall"),
            when: |card, model| card.tool(model).is_some() && add::may_edit(model),
            run: Card::show,
        },
        Binding {
            name: "card.favourite",
            keys: &[Key::char('f')],
            help: words("favoritt på eller av", "favoritt på eller av", "favourite on or off"),
            when: |card, model| card.tool(model).is_some() && add::may_edit(model),
            run: Card::turn_favourite,
        },
        Binding {
            name: "card.variant",
            keys: &[Key::char('v')],
            help: words("kort – normal – lang", "kort – normal – lang", "short – normal – long"),
            when: |card, model| card.tool(model).is_some(),
            run: Card::turn_length,
        },
        Binding {
            name: "card.next-link",
            keys: &[Key::of(Code::Right), Key::char('l')],
            help: words("neste lenke", "neste lenkje", "next link"),
            when: |card, model| !card.links(model).is_empty(),
            run: |card, cx| card.choose(1, cx),
        },
        Binding {
            name: "card.previous-link",
            keys: &[Key::of(Code::Left), Key::char('h')],
            help: words("forrige lenke", "førre lenkje", "previous link"),
            when: |card, model| !card.links(model).is_empty(),
            run: |card, cx| card.choose(card.links(cx.model).len().saturating_sub(1), cx),
        },
        Binding {
            name: "card.enter",
            keys: &[Key::of(Code::Enter)],
            help: words("åpne det valgte verktøyet", "opne det valde verktøyet", "open the chosen tool"),
            when: |card, _| card.link.is_some(),
            run: Card::follow,
        },
    ];

    const MOVES: &'static [Binding<Card>] = moves::text!("card");

    fn title(&self) -> Words {
        words("Kort", "Kort", "Card")
    }

    fn why_not(&self, row: &str, model: &Model) -> Option<Words> {
        match row {
            _ if self.tool(model).is_none() => Some(GONE),
            "card.next-link" | "card.previous-link" => Some(NO_LINKS),
            "card.enter" if self.links(model).is_empty() => Some(NO_LINKS),
            "card.enter" => Some(NO_LINK),
            _ => None,
        }
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool {
        match mouse {
            Mouse::WheelUp | Mouse::WheelDown => return self.wheel(mouse, cx),
            Mouse::Click { column, row } => {
                let lines = self.lines(cx.model, area);
                let clicked = self.spread(&lines, area).line_at(Position::new(column, row));
                let Some(link) = clicked.and_then(|line| lines.get(line)?.link) else { return false };
                self.link = Some(link);
                self.follow(cx);
            }
        }
        true
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        let mut lines = self.lines(model, area);
        for line in lines.iter_mut().filter(|line| line.link.is_some() && line.link == self.link) {
            line.choose(model);
        }
        self.spread(&lines, area).draw(&lines, buf);
        let (start, room) = (self.start(lines.len(), area), columns::room(place(area)));
        paint::more(model, &(start..start + room), lines.len(), area, buf);
        if lines.is_empty() {
            paint::text(model.say(GONE), style(model, Tone::Text), place(area), buf);
        }
    }
}

const ONE_LENGTH: Words = words(
    "Dette verktøyet har bare én lengde.",
    "Dette verktøyet har berre éi lengd.",
    "This tool has only one length.",
);
const NO_LINK: Words = keyed!(
    [key_of(Card::KEYS, "card.next-link")],
    words("Velg først med ^, og åpne så.", "Vel først med ^, og opne så.", "Choose with ^ first, then open.")
);
const NO_LINKS: Words = words(
    "Dette kortet leder ikke videre til andre.",
    "Dette kortet leier ikkje vidare til andre.",
    "This card does not lead on to others.",
);
const GONE: Words = words(
    "Dette kortet finnes ikke lenger. Esc går tilbake.",
    "Dette kortet finst ikkje lenger. Esc går tilbake.",
    "This card is no longer there. Esc goes back.",
);
