//! The keys of the console. What they do to the run is in `acts`, what they do to the selection in `live`.

use super::{Live, begin, close, dated, gleaned, lengths, replan, steps};
use crate::domain::agenda::Towards;
use crate::domain::harvest::NoteKind;
use crate::domain::text::{Words, words};
use crate::keys::{Code, Held, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx};
use crate::screens::harvest::jot;
use crate::screens::{acts, asleep, misdated, ready, recovery, room};
use crate::ui::list::Move;

fn leads(_: &Live, model: &Model) -> bool {
    acts::leads(model)
}

/// A row of the table, for keys that do something to a session that this window leads.
const fn row(name: &'static str, keys: &'static [Key], help: Words, run: fn(&mut Live, &mut Cx<'_>)) -> Binding<Live> {
    Binding { name, keys, help, when: leads, run }
}

/// A row for keys that look at a session, in any window.
const fn looking(
    name: &'static str,
    keys: &'static [Key],
    help: Words,
    run: fn(&mut Live, &mut Cx<'_>),
) -> Binding<Live> {
    Binding { name, keys, help, when: |_, model| model.session().is_some(), run }
}

/// A row for the harvest, also of the session that ended last here.
const fn taking(
    name: &'static str,
    keys: &'static [Key],
    help: Words,
    run: fn(&mut Live, &mut Cx<'_>),
) -> Binding<Live> {
    Binding { name, keys, help, when: gleaned::has_harvest, run }
}

/// What the hint line names first, in few words: what is pressed again and again while a session runs.
pub const HINTS: &[(&str, Option<Words>)] = &[
    ("live.start", None),
    ("live.ready", None),
    ("live.store", None),
    ("live.look-back", None),
    ("live.resume", None),
    ("live.next", Some(words("neste", "neste", "next"))),
    ("live.room", Some(words("veggen", "veggen", "wall"))),
    ("live.pause", None),
    ("live.recovery", Some(words("forslag", "framlegg", "proposals"))),
    ("live.nut", Some(words("nøtt", "nøtt", "open question"))),
    ("live.undo", None),
    ("live.end", Some(words("avslutt", "avslutt", "end"))),
    ("live.dated", Some(words("glemte å trykke", "gløymde å trykkje", "forgot to press"))),
];

/// The table, in the order of the help; the first rows are what the hint line says in each state.
pub(super) const KEYS: &[Binding<Live>] = &[
    Binding {
        name: "live.start",
        keys: &[Key::char(' '), Key::of(Code::Enter), Key::of(Code::PageDown), Key::char('n'), Key::char('s')],
        help: words("start samlingen", "start samlinga", "start the session"),
        when: |_, model| begin::may_begin(model),
        run: |_, cx| begin::begin(cx),
    },
    Binding {
        name: "live.ready",
        keys: &[Key::ctrl('k')],
        help: words("klar til start?", "klar til start?", "ready to start?"),
        when: |_, model| !acts::has_started(model),
        run: |_, cx| ready::open(cx),
    },
    Binding {
        name: "live.store",
        keys: &[Key::char('e')],
        help: words("lagre og avslutt", "lagre og avslutt", "save it and finish"),
        when: |live, model| leads(live, model) && acts::is_over(model),
        run: |_, cx| close::ask(cx),
    },
    Binding {
        name: "live.look-back",
        keys: &[Key::char('x')],
        help: words("tilbakeblikk", "tilbakeblikk", "review"),
        when: |live, model| gleaned::has_review(live, model) && !acts::is_going(model),
        run: |_, cx| gleaned::review(cx),
    },
    Binding {
        name: "live.resume",
        keys: &[Key::char(' ')],
        help: words("fortsett", "hald fram", "go on"),
        when: |live, model| leads(live, model) && acts::is_paused(model),
        run: |_, cx| acts::toggle(cx),
    },
    Binding {
        name: "live.next",
        keys: &[Key::char('n'), Key::of(Code::PageDown)],
        help: words("neste økt", "neste økt", "next block"),
        when: |live, model| leads(live, model) && acts::is_going(model),
        run: |live, cx| live.lead(cx, acts::next),
    },
    Binding {
        name: "live.room",
        keys: &[Key::char('w')],
        help: words("vis veggen", "vis veggen", "show the wall"),
        when: |_, model| model.session().is_some() || room::says_goodbye(model),
        run: Live::room,
    },
    Binding {
        name: "live.pause",
        keys: &[Key::char(' ')],
        help: words("pause", "pause", "pause"),
        when: |live, model| leads(live, model) && acts::is_going(model) && !acts::is_paused(model),
        run: |_, cx| acts::toggle(cx),
    },
    row(
        "live.previous",
        &[Key::char('p'), Key::of(Code::PageUp)],
        words("forrige økt", "førre økt", "previous block"),
        |live, cx| live.lead(cx, acts::previous),
    ),
    row("live.part", &[Key::of(Code::Right), Key::char('l')], words("neste del", "neste del", "next part"), |_, cx| {
        acts::next_part(cx);
    }),
    row(
        "live.part_back",
        &[Key::of(Code::Left), Key::char('h')],
        words("forrige del", "førre del", "previous part"),
        |_, cx| acts::previous_part(cx),
    ),
    row(
        "live.more",
        &[Key::char('+')],
        words(
            "ett minutt til for delen, eller økten",
            "eitt minutt til for delen, eller økta",
            "one more minute (part, or block)",
        ),
        |_, cx| acts::add(cx, 1),
    ),
    row(
        "live.less",
        &[Key::char('-')],
        words("ett minutt mindre", "eitt minutt mindre", "one minute less"),
        |_, cx| acts::add(cx, -1),
    ),
    row(
        "live.five_more",
        &[Key::char('>')],
        words("fem minutter til", "fem minutt til", "five more minutes"),
        |_, cx| acts::add(cx, 5),
    ),
    row(
        "live.five_less",
        &[Key::char('<')],
        words("fem minutter mindre", "fem minutt mindre", "five minutes less"),
        |_, cx| acts::add(cx, -5),
    ),
    Binding {
        name: "live.recovery",
        keys: &[Key::char('r')],
        help: words(
            "forslag: hent tid, eller bruk tid til overs",
            "framlegg: hent tid, eller bruk tid til overs",
            "proposals: find time, or spend spare time",
        ),
        when: |live, model| leads(live, model) && acts::is_going(model),
        run: |_, cx| recovery::open(cx),
    },
    Binding {
        name: "live.agree",
        keys: &[Key::char('z')],
        help: words("avtale en ny slutt", "avtale ein ny slutt", "agree on a new end"),
        when: |live, model| leads(live, model) && acts::is_going(model),
        run: |_, cx| recovery::agree(cx),
    },
    Binding {
        name: "live.asleep",
        keys: &[Key::char('0')],
        help: words(
            "regn maskinens søvn som pause",
            "rekn søvnen til maskina som pause",
            "count the computer's sleep as a pause",
        ),
        when: |_, model| asleep::is_offered(model),
        run: |_, cx| asleep::pause(cx),
    },
    Binding {
        name: "live.follow_clock",
        keys: &[Key::char('0')],
        help: words(
            "la en samling som er datert fram, gå fra nå",
            "la ei samling som er datert fram, gå frå no",
            "let a session dated ahead go on from now",
        ),
        when: |_, model| misdated::is_offered(model),
        run: |_, cx| misdated::ask(cx),
    },
    row("live.undo", &[Key::char('u')], words("angre", "angre", "undo"), |_, cx| acts::undo(cx)),
    row("live.parts", &[Key::char('d')], words("gå til en del", "gå til ein del", "go to a part"), |_, cx| {
        steps::choose(cx);
    }),
    row(
        "live.hold",
        &[Key::char(',')],
        words("hold delen, eller slipp den", "hald delen, eller slepp han", "hold the part, or let it go"),
        |_, cx| steps::hold(cx),
    ),
    row(
        "live.room_for_parts",
        &[Key::char('=')],
        words("gi økten det delene mangler", "gje økta det delane manglar", "give the block what its parts lack"),
        |_, cx| steps::make_room(cx),
    ),
    row(
        "live.blank",
        &[Key::char('b'), Key::char('.')],
        words("tøm veggen, eller vis den igjen", "tøm veggen, eller vis han att", "blank the wall, or bring it back"),
        |_, cx| acts::blank(cx),
    ),
    Binding {
        name: "live.skip",
        keys: &[Key::char('s')],
        help: words(
            "hopp over den valgte, eller ta den inn igjen",
            "hopp over den valde, eller ta ho inn att",
            "skip the selected block, or bring it back",
        ),
        when: |live, model| leads(live, model) && acts::has_started(model),
        run: |live, cx| live.with_selected(cx, acts::skip_or_bring_back),
    },
    row(
        "live.variant",
        &[Key::char('v')],
        words("kort, normal eller lang", "kort, normal eller lang", "short, normal or long"),
        |live, cx| live.with_selected(cx, lengths::variant),
    ),
    row(
        "live.people",
        &[Key::char('#')],
        words("hvor mange dere er", "kor mange de er", "how many you are"),
        |_, cx| lengths::people(cx),
    ),
    row(
        "live.add",
        &[Key::char('a')],
        words("legg inn etter den valgte", "legg inn etter den valde", "put in after the selected one"),
        |live, cx| live.with_selected(cx, replan::add),
    ),
    row(
        "live.edit",
        &[Key::ctrl('e')],
        words("endre den valgte økten", "endre den valde økta", "edit the selected block"),
        |live, cx| live.with_selected(cx, replan::edit),
    ),
    row(
        "live.earlier",
        &[Key { code: Code::Up, held: Held::Ctrl }, Key::ctrl('o')],
        words("flytt den valgte opp", "flytt den valde opp", "move the selected block up"),
        |live, cx| live.shift(cx, Towards::Start),
    ),
    row(
        "live.later",
        &[Key { code: Code::Down, held: Held::Ctrl }, Key::ctrl('n')],
        words("flytt den valgte ned", "flytt den valde ned", "move the selected block down"),
        |live, cx| live.shift(cx, Towards::End),
    ),
    row(
        "live.take_over",
        &[Key::ctrl('t')],
        words("ta endringene inn i kjøreplanen", "ta endringane inn i køyreplanen", "take changes into the agenda"),
        |_, cx| replan::take_over(cx),
    ),
    Binding {
        name: "live.jump",
        keys: &[Key::of(Code::Enter), Key::char('g')],
        help: words("gå til den valgte økten", "gå til den valde økta", "go to the selected block"),
        when: |live, model| leads(live, model) && acts::has_started(model),
        run: Live::jump,
    },
    row(
        "live.dated",
        &[Key::char('t')],
        words(
            "glemte å trykke: si når det var",
            "gløymde å trykkje: sei når det var",
            "forgot to press: say when it was",
        ),
        |_, cx| dated::ask(cx),
    ),
    looking(
        "live.up",
        &[Key::of(Code::Up), Key::char('k')],
        words("velg økten over", "vel økta over", "select the block above"),
        |live, cx| live.move_to(Move::Up, cx),
    ),
    looking(
        "live.down",
        &[Key::of(Code::Down), Key::char('j')],
        words("velg økten under", "vel økta under", "select the block below"),
        |live, cx| live.move_to(Move::Down, cx),
    ),
    looking(
        "live.texts",
        &[Key::char('m')],
        words(
            "hele teksten, eller kjøreplanen",
            "heile teksten, eller køyreplanen",
            "the whole text, or the run sheet",
        ),
        |live, cx| live.turn(cx),
    ),
    Binding {
        name: "live.end",
        keys: &[Key::char('e')],
        help: words("avslutt samlingen", "avslutt samlinga", "end the session"),
        when: |live, model| leads(live, model) && model.session().is_some() && !acts::is_over(model),
        run: |_, cx| close::ask(cx),
    },
    taking("live.nut", jot::NUT, jot::TAKE_NUT, |_, cx| gleaned::take(NoteKind::Nut, cx)),
    taking("live.decision", jot::DECISION, jot::TAKE_DECISION, |_, cx| gleaned::take(NoteKind::Decision, cx)),
    taking("live.quote", jot::QUOTE, jot::TAKE_QUOTE, |_, cx| gleaned::take(NoteKind::Quote, cx)),
    taking("live.note", jot::NOTE, jot::TAKE_NOTE, |_, cx| gleaned::take(NoteKind::Note, cx)),
    taking("live.silent", jot::SILENT, jot::TAKE_SILENT, |_, cx| gleaned::take(NoteKind::Silent, cx)),
    taking(
        "live.harvest",
        &[Key::char('y')],
        words("nøtter og notater", "nøtter og notat", "questions and notes"),
        |_, cx| gleaned::harvest(cx),
    ),
    Binding {
        name: "live.review",
        keys: &[Key::char('x')],
        help: words("tilbakeblikk så langt", "tilbakeblikk så langt", "review so far"),
        when: |live, model| gleaned::has_review(live, model) && acts::is_going(model),
        run: |_, cx| gleaned::review(cx),
    },
];
