//! The panel of filters: step, form, minutes, people and favourites as rows with values. It writes into the line of the
//! search below and reads from it, so that both always say the same.

use crate::domain::filter::{self, Answer, Facet, Filter, Finder, Found, Unclear, Wish, chosen, typed, values};
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::domain::tool::USUAL_PEOPLE;
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Face, Go, Screen};
use crate::screens::moves::{self, Moves};
use crate::ui::list::{self, Move};
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, filters, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The line as it stands, and the selected row.
#[derive(Debug, Default)]
pub struct Facets {
    line: String,
    selected: usize,
}

/// The rows, with what they are called.
const ROWS: [(Facet, Words); 9] = [
    (Facet::Minutes, words("Tid", "Tid", "Time")),
    (Facet::People, words("Antall", "Tal på folk", "Group size")),
    (Facet::Phase, words("Trinn", "Trinn", "Step")),
    (Facet::Form, words("Sted", "Stad", "Place")),
    (Facet::Sitting, words("Arbeidsform", "Arbeidsform", "Working form")),
    (Facet::Purpose, words("Formål", "Føremål", "Purpose")),
    (Facet::Family, words("Familie", "Familie", "Family")),
    (Facet::Favourite, words("Favoritter", "Favorittar", "Favourites")),
    (Facet::Now, words("Passer nå", "Passar no", "Fits now")),
];

const MINUTES: [u16; 9] = [5, 10, 15, 20, 30, 45, 60, 90, 120];
const PEOPLE: [u16; 9] = [4, 6, 10, 15, 20, 30, 50, 100, 200];
/// What a row of minutes begins with.
const USUAL_MINUTES: u16 = 20;
/// The columns of the names.
const LABEL: u16 = 15;
/// The columns of the panel.
const WIDTH: u16 = 50;

impl Facets {
    /// The panel over a search with this line.
    #[must_use]
    pub fn of(line: &str) -> Facets {
        Facets { line: line.to_owned(), selected: 0 }
    }

    fn facet(&self) -> Facet {
        ROWS.get(self.selected).map_or(Facet::Minutes, |(facet, _)| *facet)
    }

    fn found(&self, model: &Model, now: Moment) -> Found {
        Finder::default().find(&model.ground(model.left(now)), &self.line, 0)
    }

    /// What the line says of the facet.
    fn filters(&self, facet: Facet, model: &Model) -> Vec<Filter> {
        let wish = Wish::read(&self.line, &model.names);
        wish.filters.into_iter().filter(|filter| filter.facet() == facet).collect()
    }

    /// The filter that the row has; none when it has none, or the first of several.
    fn held(&self, facet: Facet, model: &Model) -> Option<Filter> {
        self.filters(facet, model).into_iter().next()
    }

    fn write(&mut self, filter: Option<&Filter>, cx: &mut Cx<'_>) {
        self.line = chosen(&self.line, self.facet(), filter, (&cx.model.names, cx.model.lang));
        cx.go = Some(Go::Tell(self.line.clone()));
    }

    /// The next or the previous value of the row; beyond the last and the first stands none.
    fn turn(&mut self, step: Move, cx: &mut Cx<'_>) {
        let options = options(self.facet());
        let next = match (self.held(self.facet(), cx.model), step) {
            (None, Move::Up) => options.last(),
            (None, _) => options.first(),
            (Some(held), Move::Up) => options.iter().rev().find(|option| is_before(option, &held, &options)),
            (Some(held), _) => options.iter().find(|option| is_before(&held, option, &options)),
        };
        self.write(next.cloned().as_ref(), cx);
    }

    /// Takes the row's filter out, or puts the usual one in.
    fn toggle(&mut self, cx: &mut Cx<'_>) {
        let facet = self.facet();
        let filter = if self.held(facet, cx.model).is_some() { None } else { usual(facet, cx.model) };
        self.write(filter.as_ref(), cx);
    }

    /// Drops the filters without which most is found; where something is found, the last one.
    fn loosen(&mut self, cx: &mut Cx<'_>) {
        let found = self.found(cx.model, cx.now);
        self.line = filter::without(&self.line, &found.in_the_way(), &cx.model.names);
        cx.go = Some(Go::Tell(self.line.clone()));
    }

    fn clear(&mut self, cx: &mut Cx<'_>) {
        for facet in ROWS.map(|(facet, _)| facet).into_iter().chain([Facet::Without]) {
            self.line = chosen(&self.line, facet, None, (&cx.model.names, cx.model.lang));
        }
        cx.go = Some(Go::Tell(self.line.clone()));
    }

    fn row(&self, model: &Model, found: &Found, (index, area, buf): (usize, Rect, &mut Buffer)) {
        let Some((facet, name)) = ROWS.get(index) else { return };
        let here = index == self.selected;
        let label = format!("{}{}", list::mark(index, self.selected), model.say(*name));
        paint::text(&label, style(model, if here { Tone::Accent } else { Tone::Quiet }), area, buf);
        let wish = Wish::read(&self.line, &model.names);
        let is_here = |filter: &Filter| match filter {
            Filter::Not(inner) => inner.facet() == *facet,
            filter => filter.facet() == *facet,
        };
        let filters: Vec<Filter> = wish.filters.into_iter().filter(is_here).collect();
        let value = filters::row(&filters, found.sieve.left(), model.lang);
        let value = match facet {
            Facet::Now if found.wish.unclear.contains(&Unclear::NothingRuns) => model.say(NOTHING_RUNS).to_owned(),
            _ if value.is_empty() => model.say(ANY).to_owned(),
            _ => value,
        };
        let shown = if here { format!("‹ {value} ›") } else { value };
        let area = Rect { x: area.x + LABEL.min(area.width), width: area.width.saturating_sub(LABEL), ..area };
        paint::text(&shown, style(model, if here { Tone::Selected } else { Tone::Text }), area, buf);
    }
}

/// The values that a row offers.
fn options(facet: Facet) -> Vec<Filter> {
    match facet {
        Facet::Minutes => MINUTES.map(|minutes| Filter::Minutes(0, minutes)).to_vec(),
        Facet::People => PEOPLE.map(|people| Filter::People(people, people)).to_vec(),
        Facet::Favourite => vec![Filter::Favourite],
        Facet::Now => vec![Filter::Now],
        Facet::Without => Vec::new(),
        named => values(named).map(|value| value.filter.clone()).filter(|filter| filter.facet() == named).collect(),
    }
}

/// Whether `one` comes before `other` in a row; numbers that are not among the options stand between them.
fn is_before(one: &Filter, other: &Filter, options: &[Filter]) -> bool {
    let place = |filter: &Filter| match filter {
        Filter::Minutes(_, most) | Filter::People(_, most) => usize::from(*most),
        named => options.iter().position(|option| option == named).unwrap_or_default(),
    };
    place(one) < place(other)
}

/// What a row begins with: twenty minutes, as many as the open agenda is for, else the first value.
fn usual(facet: Facet, model: &Model) -> Option<Filter> {
    match facet {
        Facet::Minutes => Some(Filter::Minutes(0, USUAL_MINUTES)),
        Facet::People => {
            let people = model.agenda().and_then(|(_, agenda)| agenda.people).unwrap_or(USUAL_PEOPLE);
            Some(Filter::People(people, people))
        }
        other => options(other).into_iter().next(),
    }
}

impl Moves for Facets {
    fn step(&mut self, step: Move, _cx: &mut Cx<'_>) {
        self.selected = step.from(self.selected, ROWS.len(), ROWS.len());
    }
}

impl Screen for Facets {
    const HINTS: &'static [(&'static str, Option<Words>)] =
        &[("facets.done", None), ("facets.toggle", None), ("facets.next", None)];
    const KEYS: &'static [Binding<Facets>] = &[
        Binding {
            name: "facets.next",
            keys: &[Key::of(Code::Right), Key::char('l')],
            help: words("neste verdi", "neste verdi", "next value"),
            when: |_, _| true,
            run: |facets, cx| facets.turn(Move::Down, cx),
        },
        Binding {
            name: "facets.previous",
            keys: &[Key::of(Code::Left), Key::char('h')],
            help: words("forrige verdi", "førre verdi", "previous value"),
            when: |_, _| true,
            run: |facets, cx| facets.turn(Move::Up, cx),
        },
        Binding {
            name: "facets.toggle",
            keys: &[Key::char(' ')],
            help: words("av eller på", "av eller på", "on or off"),
            when: |_, _| true,
            run: Facets::toggle,
        },
        Binding {
            name: "facets.clear",
            keys: &[Key::of(Code::Delete), Key::of(Code::Backspace)],
            help: words("ta bort alle filtre", "ta bort alle filter", "drop all filters"),
            when: |_, _| true,
            run: Facets::clear,
        },
        Binding {
            name: "facets.loosen",
            keys: &[Key::ctrl('x')],
            help: words("ta bort et filter", "ta bort eit filter", "drop a filter"),
            when: |_, _| true,
            run: Facets::loosen,
        },
        Binding {
            name: "facets.done",
            keys: &[Key::of(Code::Enter), Key::ctrl('t')],
            help: words("til treffene", "til treffa", "to the hits"),
            when: |_, _| true,
            run: |_, cx| cx.go = Some(Go::Back),
        },
        moves::up("facets.up"),
        moves::down("facets.down"),
    ];

    fn title(&self) -> Words {
        words("Filtre", "Filter", "Filters")
    }

    fn face(&self) -> Face {
        Face::Dialog
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        let found = self.found(model, now);
        let rows = u16::try_from(ROWS.len()).unwrap_or(u16::MAX);
        let told = paint::wrap(&self.told(model, &found), usize::from(WIDTH));
        let below = u16::try_from(told.len()).unwrap_or(1);
        let inner = dialog::frame(model, model.say(self.title()), (WIDTH, rows + 1 + below), area, buf);
        let height = rows.min(inner.height.saturating_sub(below));
        let shown = list::window(self.selected..self.selected + 1, ROWS.len(), usize::from(height));
        for (at, index) in (0..).zip(shown.clone()) {
            self.row(model, &found, (index, paint::row(inner, at), buf));
        }
        paint::more(model, &shown, ROWS.len(), Rect { height, ..inner }, buf);
        let last = paint::below(inner, inner.height.saturating_sub(below));
        let told: Vec<Line> = told.into_iter().map(|line| Line::styled(line, style(model, Tone::Notice))).collect();
        paint::lines(&told, last, buf);
    }
}

impl Facets {
    /// How many tools there are, or which filter stands in the way.
    fn told(&self, model: &Model, found: &Found) -> String {
        let typed = |filter: &Filter| typed(filter, &self.line, (&model.names, model.lang));
        match &found.answer {
            Answer::Hits => COUNT.with(model.lang, found.total),
            Answer::Nearest | Answer::NothingNear => COUNT.with(model.lang, 0),
            Answer::Looser(ways) => ways.first().map_or_else(String::new, |way| {
                format!("{} {}", COUNT.with(model.lang, 0), filters::way(way, &typed, model.lang))
            }),
        }
    }
}

const ANY: Words = words("uansett", "same kva", "any");
const NOTHING_RUNS: Words =
    words("bare mens en samling er i gang", "berre medan ei samling er i gang", "only while a session runs");
const COUNT: Words = words("{} verktøy.", "{} verktøy.", "{} tools.");
