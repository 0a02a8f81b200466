//! The sentences of the report. What they are said of is in `report`.

use crate::domain::text::{Words, words};
use crate::screens::live;
use crate::ui::keyed::keyed;

pub(super) const STORAGE: Words = words("Lagring", "Lagring", "Storage");
pub(super) const CLOCK: Words = words("Klokka", "Klokka", "Clock");
pub(super) const POWER: Words = words("Strøm", "Straum", "Power");
pub(super) const AWAKE: Words = words("Dvale og skjermsparer", "Dvale og skjermsparar", "Sleep and screen saver");
pub(super) const LINE: Words = words("Forbindelsen", "Sambandet", "Connection");
pub(super) const SCREEN: Words = words("Skjermen", "Skjermen", "Screen");
pub(super) const COLOURS: Words = words("Farger", "Fargar", "Colours");
pub(super) const SIGNALS: Words = words("Signaler", "Signal", "Signals");
pub(super) const OTHERS: Words = words("Andre programmer", "Andre program", "Other programs");
pub(super) const QUESTIONS: Words = words("Spørsmål", "Spørsmål", "Questions");
pub(super) const QUOTED: Words = words("«{}»", "«{}»", "“{}”");
pub(super) const NO_QUESTION: Words = keyed!(
    [live::key("live.edit")],
    words(
        "{} sender deltakerne til et spørsmål på veggen, men har ikke noe ennå. Skriv det i kjøreplanen, eller i samlingen med ^.",
        "{} sender deltakarane til eit spørsmål på veggen, men har ikkje noko enno. Skriv det i køyreplanen, eller i samlinga med ^.",
        "{} sends people to a question on the wall but has none yet. Write it in the agenda, or in the session with ^."
    )
);
pub(super) const NO_QUESTIONS: Words = keyed!(
    [live::key("live.edit")],
    words(
        "{} sender deltakerne til et spørsmål på veggen, men har ingen ennå. Skriv dem i kjøreplanen, eller i samlingen med ^.",
        "{} sender deltakarane til eit spørsmål på veggen, men har ingen enno. Skriv dei i køyreplanen, eller i samlinga med ^.",
        "{} send people to a question on the wall but have none yet. Write them in the agenda, or in the session with ^."
    )
);
pub(super) const STORED_IN: Words =
    words("Alt du gjør, lagres i {}.", "Alt du gjer, blir lagra i {}.", "Everything you do is saved in {}.");
pub(super) const FREE: Words = words("Det er {} ledig der.", "Det er {} ledig der.", "{} are free there.");
pub(super) const LITTLE: Words = words(
    "Det er bare {} ledig på disken. Slett noe stort før du starter.",
    "Det er berre {} ledig på disken. Slett noko stort før du startar.",
    "Only {} is free on the disk. Delete something large before you start.",
);
pub(super) const CLOSED: Words = words(
    "Vidde får ikke skrive i {}. Samlingen kan ledes, men er borte når vinduet lukkes. Velg en annen mappe med --config-dir.",
    "Vidde får ikkje skrive i {}. Samlinga kan leiast, men er borte når vindauget blir lukka. Vel ei anna mappe med --config-dir.",
    "Vidde may not write in {}. You can run the session, but it will be gone when the window closes. Choose another folder with --config-dir.",
);
pub(super) const NO_FOLDER: Words = words(
    "Det er ingen hjemmemappe å lagre i. Velg en mappe med --config-dir.",
    "Det er inga heimemappe å lagre i. Vel ei mappe med --config-dir.",
    "There is no home folder to save in. Choose a folder with --config-dir.",
);
pub(super) const FAILS: Words =
    words("Det siste ble ikke lagret: {}", "Det siste vart ikkje lagra: {}", "The last change was not saved: {}");
pub(super) const OTHER_WINDOW: Words = words(
    "Vidde er åpen i et annet vindu, og det er der samlingen ledes. Her kan du bare se.",
    "Vidde er open i eit anna vindauge, og det er der samlinga blir leidd. Her kan du berre sjå.",
    "Vidde is open in another window, and the session is run there. Here you can only look.",
);
pub(super) const REHEARSAL: Words =
    words("Du øver: ingenting blir lagret.", "Du øver: ingenting blir lagra.", "You are rehearsing: nothing is saved.");
pub(super) const CLOCK_READS: Words = words(
    "Den er {}, datoen er [], og tidssonen heter <>.",
    "Ho er {}, datoen er [], og tidssona heiter <>.",
    "It is {}, the date is [], and the time zone is called <>.",
);
pub(super) const WRONG_YEAR: Words = words(
    "Det året kan ikke stemme. Still maskinens klokke før du starter.",
    "Det året kan ikkje stemme. Still klokka på maskina før du startar.",
    "That year cannot be right. Set the computer's clock before you start.",
);
pub(super) const IS_UTC: Words = words(
    "UTC er sjelden riktig i et møterom; sett tidssonen i systemets innstillinger.",
    "UTC er sjeldan rett i eit møterom; set tidssona i innstillingane til systemet.",
    "UTC is seldom right in a meeting room; choose the time zone in the system's settings.",
);
pub(super) const SYNCED: Words =
    words("Den stilles over nettet.", "Ho blir stilt over nettet.", "It is set over the network.");
pub(super) const COMPARE: Words = words(
    "Systemet sier ikke om den stilles over nettet; sammenlign med en klokke du stoler på.",
    "Systemet seier ikkje om ho blir stilt over nettet; samanlikn med ei klokke du stoler på.",
    "The system does not say whether it is set over the network; compare it with a clock you trust.",
);
pub(super) const MAINS: Words =
    words("Maskinen får strøm fra veggen.", "Maskina får straum frå veggen.", "The computer runs on mains power.");
pub(super) const MAINS_AND: Words = words(
    "Maskinen får strøm fra veggen, og batteriet er på {} %.",
    "Maskina får straum frå veggen, og batteriet er på {} %.",
    "The computer runs on mains power, and the battery is at {} %.",
);
pub(super) const BATTERY: Words = words(
    "Maskinen går på batteri, og det er på {} %. Sett i laderen: da dimmes heller ikke skjermen.",
    "Maskina går på batteri, og det er på {} %. Set i ladaren: då blir heller ikkje skjermen dimma.",
    "The computer runs on its battery, which is at {} %. Plug it in: then the screen is not dimmed either.",
);
pub(super) const POWER_NOT_TOLD: Words = words(
    "Systemet sier ikke noe om strømmen her. Se etter at laderen sitter i.",
    "Systemet seier ikkje noko om straumen her. Sjå etter at ladaren sit i.",
    "The system says nothing about power here. Check that the charger is plugged in.",
);
pub(super) const CANNOT: Words = words(
    "Vidde kan ikke holde maskinen våken, men klokka stemmer når den våkner, og samlingen fortsetter.",
    "Vidde kan ikkje halde maskina vaken, men klokka stemmer når ho vaknar, og samlinga held fram.",
    "Vidde cannot keep the computer awake, but its clock is right when it wakes, and the session goes on.",
);
pub(super) const HELD: Words = words(
    "Akkurat nå holder et program den våken.",
    "Akkurat no held eit program ho vaken.",
    "Right now a program is keeping it awake.",
);
pub(super) const SLEEPS: Words = words(
    "Systemet er satt til å gripe inn når ingen rører tastene.",
    "Systemet er sett til å gripe inn når ingen rører tastane.",
    "The system is set to step in when nobody touches the keys.",
);
pub(super) const DESKTOP_MAY: Words = words(
    "Selve systemet lar den være i fred, men skrivebordet kan slukke skjermen etter egne innstillinger.",
    "Sjølve systemet lèt ho vere i fred, men skrivebordet kan sløkkje skjermen etter eigne innstillingar.",
    "The system itself leaves it alone, but the desktop may switch off the screen by its own settings.",
);
pub(super) const LID: Words = words("La lokket stå oppe.", "La lokket stå oppe.", "Leave the lid open.");
pub(super) const ON_LINUX: Words = words(
    "Start heller slik: systemd-inhibit --what=idle:sleep vidde",
    "Start heller slik: systemd-inhibit --what=idle:sleep vidde",
    "Better to start it like this: systemd-inhibit --what=idle:sleep vidde",
);
pub(super) const ON_MACOS: Words = words(
    "Start heller slik: caffeinate -dims vidde",
    "Start heller slik: caffeinate -dims vidde",
    "Better to start it like this: caffeinate -dims vidde",
);
pub(super) const ON_WINDOWS: Words = words(
    "Sett skjerm og hvilemodus til «aldri» under Innstillinger › System › Strøm, eller slå på Awake i PowerToys.",
    "Set skjerm og kvilemodus til «aldri» under Innstillingar › System › Straum, eller slå på Awake i PowerToys.",
    "Set screen and sleep to “never” under Settings › System › Power, or switch on Awake in PowerToys.",
);
pub(super) const ON_OTHERS: Words = words(
    "Slå av skjermsparer og dvale i systemets innstillinger.",
    "Slå av skjermsparar og dvale i innstillingane til systemet.",
    "Switch off screen saver and sleep in the system's settings.",
);
pub(super) const OVER_SSH: Words = words(
    "Vidde går på en annen maskin (ssh). Det er maskinen foran deg som kan sovne, og linjen som kan ryke; samlingen fortsetter når du åpner Vidde igjen.",
    "Vidde går på ei anna maskin (ssh). Det er maskina framfor deg som kan sovne, og linja som kan ryke; samlinga held fram når du opnar Vidde att.",
    "Vidde runs on another computer (ssh). The one in front of you may fall asleep, and the connection may drop; the session goes on when you open Vidde again.",
);
pub(super) const IN_TMUX: Words = words(
    "Vidde går i tmux eller noe som ligner. Lukkes vinduet, er samlingen der fortsatt; varsler på skrivebordet kommer sjelden gjennom.",
    "Vidde går i tmux eller noko som liknar. Blir vindauget lukka, er samlinga der framleis; varsel på skrivebordet kjem sjeldan gjennom.",
    "Vidde runs in tmux or the like. If the window closes the session is still there; desktop notifications seldom get through.",
);
pub(super) const NO_TERMINAL: Words = words(
    "Dette er ikke et terminalvindu, så størrelsen er ikke kjent.",
    "Dette er ikkje eit terminalvindauge, så storleiken er ikkje kjend.",
    "This is not a terminal window, so its size is not known.",
);
pub(super) const SIZE: Words = words(
    "Vinduet har {} kolonner og [] rader.",
    "Vindauget har {} kolonnar og [] rader.",
    "The window has {} columns and [] rows.",
);
pub(super) const TOO_SMALL: Words = words(
    "Det er for lite: gjør skriften mindre eller vinduet større, til minst 43 × 12.",
    "Det er for lite: gjer skrifta mindre eller vindauget større, til minst 43 × 12.",
    "That is too small: make the letters smaller or the window larger, to at least 43 × 12.",
);
pub(super) const READ_FROM: Words = words(
    "På et bilde som er 2 m høyt, kan teksten leses fra inntil {} m.",
    "På eit bilete som er 2 m høgt, kan teksten lesast frå inntil {} m.",
    "On an image 2 m high, the text can be read from up to {} m away.",
);
pub(super) const LARGER: Words = words(
    "Vises dette vinduet for rommet, så gjør skriften større (Ctrl og +) til 16 rader: da holder det til 12 m.",
    "Blir dette vindauget vist for rommet, så gjer skrifta større (Ctrl og +) til 16 rader: då held det til 12 m.",
    "If the room sees this window, make the letters larger (Ctrl and +) until there are 16 rows: that does for 12 m.",
);
pub(super) const TRUE_COLOURS: Words =
    words("Terminalen har alle farger.", "Terminalen har alle fargar.", "The terminal has all colours.");
pub(super) const SIXTEEN: Words = words(
    "Terminalen sier bare fra om seksten farger. Alt kan leses, men oransje blir gult.",
    "Terminalen seier berre frå om seksten fargar. Alt kan lesast, men oransje blir gult.",
    "The terminal reports only sixteen colours. Everything can be read, but orange becomes yellow.",
);
pub(super) const NO_COLOURS: Words = words(
    "Fargene er slått av (NO_COLOR). Ord, former og fet skrift sier det samme.",
    "Fargane er slått av (NO_COLOR). Ord, former og feit skrift seier det same.",
    "Colours are switched off (NO_COLOR). Words, shapes and bold letters say the same.",
);
pub(super) const SCREEN_ALONE: Words = words(
    "De vises på skjermen. Lyd, varsel, vindustittel og blink slås på i innstillingene (F12).",
    "Dei blir viste på skjermen. Lyd, varsel, vindaugstittel og blink slår du på i innstillingane (F12).",
    "They are shown on the screen. Sound, notification, title bar and flash are switched on in the settings (F12).",
);
pub(super) const BESIDE: Words = words(
    "De vises på skjermen, og i tillegg: {} (F12 endrer).",
    "Dei blir viste på skjermen, og i tillegg: {} (F12 endrar).",
    "They are shown on the screen, and also as: {} (F12 changes that).",
);
pub(super) const DO_NOT_DISTURB: Words = words(
    "Slå på «ikke forstyrr», så ingen melding legger seg over veggen, og lukk det som kan ringe.",
    "Slå på «ikkje forstyrr», så inga melding legg seg over veggen, og lukk det som kan ringje.",
    "Switch on “do not disturb”, so that no message covers the wall, and close anything that may ring.",
);
