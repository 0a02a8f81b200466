//! What is said of the machine before a workshop, in plain words: what is in order, what is worth a look, and what to
//! do. One list for the screen and for `vidde doctor`.

use crate::domain::facts::{Role, Saving, Signal};
use crate::domain::surroundings::{Awake, Folder, Power, Reaction, Surroundings, Synced, System, Through};
use crate::domain::text::{Lang, Line, Words, words};
use crate::domain::times::{Moment, Zone};
use crate::model::{Depth, Model};
use std::collections::BTreeSet;

/// How a finding is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Good,
    Look,
    /// Nothing to judge, or the system does not say.
    Told,
}

impl Mark {
    /// A shape, so that it is seen without colour.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Mark::Good => "✓",
            Mark::Look => "▲",
            Mark::Told => "·",
        }
    }
}

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub mark: Mark,
    pub topic: Words,
    /// Whole sentences.
    pub text: String,
}

/// What the program knows without looking at the machine.
#[derive(Debug, Clone)]
pub struct Seen {
    pub now: Moment,
    pub zone: Zone,
    pub depth: Depth,
    /// Columns and rows; none without a terminal.
    pub size: Option<(u16, u16)>,
    pub role: Role,
    pub saving: Saving,
    pub signals: BTreeSet<Signal>,
}

impl Seen {
    /// What `model` knows, in a terminal of `size`.
    #[must_use]
    pub fn of(model: &Model, now: Moment, size: Option<(u16, u16)>) -> Seen {
        Seen {
            now,
            zone: model.zone.clone(),
            depth: model.depth,
            size,
            role: model.role,
            saving: model.saving.clone(),
            signals: model.facts.settings.signals.clone(),
        }
    }
}

/// Everything there is to say, in the order in which it is checked in a room.
#[must_use]
pub fn findings(machine: &Surroundings, seen: &Seen, lang: Lang) -> Vec<Finding> {
    let report = Report { machine, seen, lang };
    let through = machine.through.iter().map(|through| report.through(*through));
    let first = [report.storage(), report.clock(), report.power(), report.awake()];
    let last = [report.screen(), report.colours(), report.signals(), report.quiet()];
    first.into_iter().chain(through).chain(last).collect()
}

struct Report<'a> {
    machine: &'a Surroundings,
    seen: &'a Seen,
    lang: Lang,
}

/// Less free space than this is worth a look, in bytes.
const LITTLE_SPACE: u64 = 50 * MEGABYTE;
const MEGABYTE: u64 = 1024 * 1024;

/// Years in which this program can be in use.
const YEARS: std::ops::Range<i16> = 2026..2046;

/// The rows for which the wall is made: text that is read from six times the height of the image.
const ROWS: u16 = 16;

/// The smallest window that Vidde can be used in.
const LEAST: (u16, u16) = (43, 12);

impl Report<'_> {
    fn say(&self, words: Words) -> String {
        words.pick(self.lang).to_owned()
    }

    fn storage(&self) -> Finding {
        let free = self.machine.free.map(|bytes| (bytes, size(bytes)));
        let (mark, text) = match (&self.seen.saving, &self.machine.folder, &free) {
            _ if self.seen.role == Role::Viewer => (Mark::Look, self.say(OTHER_WINDOW)),
            (Saving::Rehearsal, _, _) => (Mark::Told, self.say(REHEARSAL)),
            (Saving::Failing(why), _, _) => (Mark::Look, FAILS.with(self.lang, why)),
            (_, Folder::None, _) => (Mark::Look, self.say(NO_FOLDER)),
            (_, Folder::Closed(path), _) => (Mark::Look, CLOSED.with(self.lang, Line::clean(path))),
            (_, Folder::Writable(_), Some((bytes, size))) if *bytes < LITTLE_SPACE => {
                (Mark::Look, LITTLE.with(self.lang, size))
            }
            (_, Folder::Writable(path), _) => (Mark::Good, STORED_IN.with(self.lang, Line::clean(path))),
        };
        let room = free.filter(|_| mark == Mark::Good).map(|(_, size)| FREE.with(self.lang, size));
        finding(mark, STORAGE, &[text, room.unwrap_or_default()])
    }

    fn clock(&self) -> Finding {
        let civil = self.seen.now.civil(&self.seen.zone);
        let reads = CLOCK_READS.with(self.lang, self.seen.now.clock(&self.seen.zone));
        let reads = reads.replace("[]", &civil.date().to_string()).replace("()", &self.seen.zone.to_string());
        let (mark, text) = match self.machine.synced {
            _ if !YEARS.contains(&civil.year()) => (Mark::Look, self.say(WRONG_YEAR)),
            _ if self.seen.zone.to_string().ends_with("UTC") => (Mark::Look, self.say(IS_UTC)),
            Synced::Yes => (Mark::Good, self.say(SYNCED)),
            Synced::NotTold => (Mark::Told, self.say(COMPARE)),
        };
        finding(mark, CLOCK, &[reads, text])
    }

    fn power(&self) -> Finding {
        let (mark, text) = match self.machine.power {
            Power::Mains(Some(charge)) => (Mark::Good, MAINS_AND.with(self.lang, charge)),
            Power::Mains(None) => (Mark::Good, self.say(MAINS)),
            Power::Battery(charge) => (Mark::Look, BATTERY.with(self.lang, charge)),
            Power::NotTold => (Mark::Told, self.say(POWER_NOT_TOLD)),
        };
        finding(mark, POWER, &[text])
    }

    /// What Vidde cannot prevent, what the system says of it, and what helps.
    fn awake(&self) -> Finding {
        let held = self.machine.awake == Awake::Held;
        let acts = self.machine.idle == Reaction::Acts;
        let mark = if held && !acts { Mark::Good } else { Mark::Look };
        let told = match (self.machine.awake, self.machine.idle) {
            (Awake::Held, _) => self.say(HELD),
            (_, Reaction::Acts) => self.say(SLEEPS),
            (_, Reaction::Nothing) => self.say(DESKTOP_MAY),
            (_, Reaction::NotTold) => String::new(),
        };
        let lid = if self.machine.lid == Reaction::Nothing { String::new() } else { self.say(LID) };
        let advice = match self.machine.system {
            _ if held => String::new(),
            System::Linux => self.say(ON_LINUX),
            System::MacOs => self.say(ON_MACOS),
            System::Windows => self.say(ON_WINDOWS),
            System::Other => self.say(ON_OTHERS),
        };
        finding(mark, AWAKE, &[self.say(CANNOT), told, lid, advice])
    }

    fn through(&self, through: Through) -> Finding {
        match through {
            Through::Ssh => finding(Mark::Look, LINE, &[self.say(OVER_SSH)]),
            Through::Multiplexer => finding(Mark::Told, LINE, &[self.say(IN_TMUX)]),
        }
    }

    /// How far the text is read: an image so many rows high is read from about a hundred image heights over the rows
    /// (DESIGN section 4).
    fn screen(&self) -> Finding {
        let Some((columns, rows)) = self.seen.size else {
            return finding(Mark::Told, SCREEN, &[self.say(NO_TERMINAL)]);
        };
        let size = SIZE.with(self.lang, columns).replace("[]", &rows.to_string());
        if columns < LEAST.0 || rows < LEAST.1 {
            return finding(Mark::Look, SCREEN, &[size, self.say(TOO_SMALL)]);
        }
        let reach = READ_FROM.with(self.lang, 200 / rows.max(1));
        if rows <= ROWS {
            return finding(Mark::Good, SCREEN, &[size, reach]);
        }
        finding(Mark::Told, SCREEN, &[size, reach, self.say(LARGER)])
    }

    fn colours(&self) -> Finding {
        let (mark, text) = match self.seen.depth {
            Depth::True => (Mark::Good, TRUE_COLOURS),
            Depth::Sixteen => (Mark::Told, SIXTEEN),
            Depth::None => (Mark::Told, NO_COLOURS),
        };
        finding(mark, COLOURS, &[self.say(text)])
    }

    fn signals(&self) -> Finding {
        let on: Vec<&str> = self.seen.signals.iter().map(|signal| name(*signal).pick(self.lang)).collect();
        let beside = if on.is_empty() { self.say(SCREEN_ALONE) } else { BESIDE.with(self.lang, on.join(", ")) };
        finding(Mark::Told, SIGNALS, &[beside])
    }

    /// What no program can see.
    fn quiet(&self) -> Finding {
        finding(Mark::Told, OTHERS, &[self.say(DO_NOT_DISTURB)])
    }
}

/// A finding of these sentences, those that are not empty.
fn finding(mark: Mark, topic: Words, sentences: &[String]) -> Finding {
    let said: Vec<&str> = sentences.iter().map(String::as_str).filter(|sentence| !sentence.is_empty()).collect();
    Finding { mark, topic, text: said.join(" ") }
}

fn name(signal: Signal) -> Words {
    match signal {
        Signal::Bell => words("lyd", "lyd", "sound"),
        Signal::Notification => words("varsel", "varsel", "notification"),
        Signal::Title => words("vindustittel", "vindaugstittel", "title bar"),
        Signal::Flash => words("blink", "blink", "flash"),
    }
}

/// A number of bytes in the unit that people know.
fn size(bytes: u64) -> String {
    match bytes / MEGABYTE {
        megabytes @ 0..10_000 => format!("{megabytes} MB"),
        megabytes => format!("{} GB", megabytes / 1024),
    }
}

const STORAGE: Words = words("Lagring", "Lagring", "Storage");
const CLOCK: Words = words("Klokka", "Klokka", "Clock");
const POWER: Words = words("Strøm", "Straum", "Power");
const AWAKE: Words = words("Dvale og skjermsparer", "Dvale og skjermsparar", "Sleep and screen saver");
const LINE: Words = words("Forbindelsen", "Sambandet", "Connection");
const SCREEN: Words = words("Skjermen", "Skjermen", "Screen");
const COLOURS: Words = words("Farger", "Fargar", "Colours");
const SIGNALS: Words = words("Signaler", "Signal", "Signals");
const OTHERS: Words = words("Andre programmer", "Andre program", "Other programs");
const STORED_IN: Words =
    words("Alt du gjør, lagres i {}.", "Alt du gjer, blir lagra i {}.", "All you do is stored in {}.");
const FREE: Words = words("Det er {} ledig der.", "Det er {} ledig der.", "{} are free there.");
const LITTLE: Words = words(
    "Det er bare {} ledig på disken. Slett noe stort før du starter.",
    "Det er berre {} ledig på disken. Slett noko stort før du startar.",
    "Only {} are free on the disk. Delete something large before you start.",
);
const CLOSED: Words = words(
    "Vidde får ikke skrive i {}. Samlingen kan ledes, men er borte når vinduet lukkes. Velg en annen mappe med --config-dir.",
    "Vidde får ikkje skrive i {}. Samlinga kan leiast, men er borte når vindauget blir lukka. Vel ei anna mappe med --config-dir.",
    "Vidde may not write in {}. You can run the session, but it is gone when the window closes. Choose another folder with --config-dir.",
);
const NO_FOLDER: Words = words(
    "Det er ingen hjemmemappe å lagre i. Velg en mappe med --config-dir.",
    "Det er inga heimemappe å lagre i. Vel ei mappe med --config-dir.",
    "There is no home folder to store in. Choose a folder with --config-dir.",
);
const FAILS: Words =
    words("Det siste ble ikke lagret: {}", "Det siste vart ikkje lagra: {}", "The last change was not stored: {}");
const OTHER_WINDOW: Words = words(
    "Vidde er åpen i et annet vindu, og det er der samlingen ledes. Her kan du bare se.",
    "Vidde er open i eit anna vindauge, og det er der samlinga blir leidd. Her kan du berre sjå.",
    "Vidde is open in another window, and the session is run there. Here you can only look.",
);
const REHEARSAL: Words = words(
    "Du øver: ingenting blir lagret.",
    "Du øver: ingenting blir lagra.",
    "You are rehearsing: nothing is stored.",
);
const CLOCK_READS: Words = words(
    "Den er {}, datoen er [], og tidssonen heter ().",
    "Ho er {}, datoen er [], og tidssona heiter ().",
    "It is {}, the date is [], and the time zone is called ().",
);
const WRONG_YEAR: Words = words(
    "Det året kan ikke stemme. Still maskinens klokke før du starter.",
    "Det året kan ikkje stemme. Still klokka på maskina før du startar.",
    "That year cannot be right. Set the computer's clock before you start.",
);
const IS_UTC: Words = words(
    "UTC er sjelden riktig i et møterom; sett tidssonen i systemets innstillinger.",
    "UTC er sjeldan rett i eit møterom; set tidssona i innstillingane til systemet.",
    "UTC is seldom right in a meeting room; choose the time zone in the system's settings.",
);
const SYNCED: Words = words("Den stilles over nettet.", "Ho blir stilt over nettet.", "It is set over the network.");
const COMPARE: Words = words(
    "Systemet sier ikke om den stilles over nettet; sammenlign med en klokke du stoler på.",
    "Systemet seier ikkje om ho blir stilt over nettet; samanlikn med ei klokke du stoler på.",
    "The system does not say whether it is set over the network; compare it with a clock you trust.",
);
const MAINS: Words =
    words("Maskinen får strøm fra veggen.", "Maskina får straum frå veggen.", "The computer runs on mains power.");
const MAINS_AND: Words = words(
    "Maskinen får strøm fra veggen, og batteriet er på {} %.",
    "Maskina får straum frå veggen, og batteriet er på {} %.",
    "The computer runs on mains power, and the battery is at {} %.",
);
const BATTERY: Words = words(
    "Maskinen går på batteri, og det er på {} %. Sett i laderen: da dimmes heller ikke skjermen.",
    "Maskina går på batteri, og det er på {} %. Set i ladaren: då blir heller ikkje skjermen dimma.",
    "The computer runs on its battery, which is at {} %. Plug it in: then the screen is not dimmed either.",
);
const POWER_NOT_TOLD: Words = words(
    "Systemet sier ikke noe om strømmen her. Se etter at laderen sitter i.",
    "Systemet seier ikkje noko om straumen her. Sjå etter at ladaren sit i.",
    "The system says nothing about power here. See that the charger is plugged in.",
);
const CANNOT: Words = words(
    "Vidde kan ikke holde maskinen våken, men klokka stemmer når den våkner, og samlingen fortsetter.",
    "Vidde kan ikkje halde maskina vaken, men klokka stemmer når ho vaknar, og samlinga held fram.",
    "Vidde cannot keep the computer awake, but its clock is right when it wakes, and the session goes on.",
);
const HELD: Words = words(
    "Akkurat nå holder et program den våken.",
    "Akkurat no held eit program henne vaken.",
    "Just now a program keeps it awake.",
);
const SLEEPS: Words = words(
    "Systemet er satt til å gripe inn når ingen rører tastene.",
    "Systemet er sett til å gripe inn når ingen rører tastane.",
    "The system is set to step in when nobody touches the keys.",
);
const DESKTOP_MAY: Words = words(
    "Selve systemet lar den være i fred, men skrivebordet kan slukke skjermen etter egne innstillinger.",
    "Sjølve systemet lèt henne vere i fred, men skrivebordet kan sløkkje skjermen etter eigne innstillingar.",
    "The system itself leaves it alone, but the desktop may switch off the screen by settings of its own.",
);
const LID: Words = words("La lokket stå oppe.", "Lat lokket stå oppe.", "Leave the lid open.");
const ON_LINUX: Words = words(
    "Start heller slik: systemd-inhibit --what=idle:sleep vidde",
    "Start heller slik: systemd-inhibit --what=idle:sleep vidde",
    "Better start it like this: systemd-inhibit --what=idle:sleep vidde",
);
const ON_MACOS: Words = words(
    "Start heller slik: caffeinate -dims vidde",
    "Start heller slik: caffeinate -dims vidde",
    "Better start it like this: caffeinate -dims vidde",
);
const ON_WINDOWS: Words = words(
    "Sett skjerm og hvilemodus til «aldri» under Innstillinger › System › Strøm, eller slå på Awake i PowerToys.",
    "Set skjerm og kvilemodus til «aldri» under Innstillingar › System › Straum, eller slå på Awake i PowerToys.",
    "Set screen and sleep to “never” under Settings › System › Power, or switch on Awake in PowerToys.",
);
const ON_OTHERS: Words = words(
    "Slå av skjermsparer og dvale i systemets innstillinger.",
    "Slå av skjermsparar og dvale i innstillingane til systemet.",
    "Switch off screen saver and sleep in the system's settings.",
);
const OVER_SSH: Words = words(
    "Vidde går på en annen maskin (ssh). Det er maskinen foran deg som kan sovne, og linja som kan ryke; samlingen fortsetter når du åpner Vidde igjen.",
    "Vidde går på ei anna maskin (ssh). Det er maskina framfor deg som kan sovne, og linja som kan ryke; samlinga held fram når du opnar Vidde att.",
    "Vidde runs on another computer (ssh). The one in front of you may fall asleep, and the line may break; the session goes on when you open Vidde again.",
);
const IN_TMUX: Words = words(
    "Vidde går i tmux eller noe som ligner. Lukkes vinduet, er samlingen der fortsatt; varsler på skrivebordet kommer sjelden gjennom.",
    "Vidde går i tmux eller noko som liknar. Blir vindauget lukka, er samlinga der framleis; varsel på skrivebordet kjem sjeldan gjennom.",
    "Vidde runs in tmux or the like. If the window closes the session is still there; desktop notifications seldom get through.",
);
const NO_TERMINAL: Words = words(
    "Dette er ikke et terminalvindu, så størrelsen er ikke kjent.",
    "Dette er ikkje eit terminalvindauge, så storleiken er ikkje kjend.",
    "This is not a terminal window, so its size is not known.",
);
const SIZE: Words = words(
    "Vinduet har {} kolonner og [] rader.",
    "Vindauget har {} kolonnar og [] rader.",
    "The window has {} columns and [] rows.",
);
const TOO_SMALL: Words = words(
    "Det er for lite: gjør skrifta mindre eller vinduet større, til minst 43 × 12.",
    "Det er for lite: gjer skrifta mindre eller vindauget større, til minst 43 × 12.",
    "That is too small: make the letters smaller or the window larger, to at least 43 × 12.",
);
const READ_FROM: Words = words(
    "På et bilde som er 2 m høyt, kan teksten leses fra inntil {} m.",
    "På eit bilete som er 2 m høgt, kan teksten lesast frå inntil {} m.",
    "On an image 2 m high, the text can be read from up to {} m away.",
);
const LARGER: Words = words(
    "Vises dette vinduet for rommet, så gjør skrifta større (Ctrl og +) til 16 rader: da holder det til 12 m.",
    "Blir dette vindauget vist for rommet, så gjer skrifta større (Ctrl og +) til 16 rader: då held det til 12 m.",
    "If the room sees this window, make the letters larger (Ctrl and +) until there are 16 rows: that does for 12 m.",
);
const TRUE_COLOURS: Words =
    words("Terminalen har alle farger.", "Terminalen har alle fargar.", "The terminal has all colours.");
const SIXTEEN: Words = words(
    "Terminalen sier bare fra om seksten farger. Alt kan leses, men oransje blir gult.",
    "Terminalen seier berre frå om seksten fargar. Alt kan lesast, men oransje blir gult.",
    "The terminal tells of sixteen colours only. All can be read, but orange becomes yellow.",
);
const NO_COLOURS: Words = words(
    "Fargene er slått av (NO_COLOR). Ord, former og fet skrift sier det samme.",
    "Fargane er slått av (NO_COLOR). Ord, former og feit skrift seier det same.",
    "Colours are switched off (NO_COLOR). Words, shapes and bold letters say the same.",
);
const SCREEN_ALONE: Words = words(
    "De vises på skjermen. Lyd, varsel, vindustittel og blink slås på i innstillingene (F12).",
    "Dei blir viste på skjermen. Lyd, varsel, vindaugstittel og blink slår du på i innstillingane (F12).",
    "They are shown on the screen. Sound, notification, title bar and flash are switched on in the settings (F12).",
);
const BESIDE: Words = words(
    "De vises på skjermen, og i tillegg: {} (F12 endrer).",
    "Dei blir viste på skjermen, og i tillegg: {} (F12 endrar).",
    "They are shown on the screen, and beside it: {} (F12 changes that).",
);
const DO_NOT_DISTURB: Words = words(
    "Slå på «ikke forstyrr», så ingen melding legger seg over veggen, og lukk det som kan ringe.",
    "Slå på «ikkje forstyrr», så inga melding legg seg over veggen, og lukk det som kan ringje.",
    "Switch on “do not disturb”, so that no message lies over the wall, and close what may ring.",
);
