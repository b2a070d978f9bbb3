//! How the page looks in a frame. Every option is one of a list; what is not on it counts as not said.
//!
//! `static/embed/embed.js` has the same lists for a host's attributes, and `docs/embedding.md` says what each value does; a
//! test holds the three together.

use document::Part;

/// What the frame is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mode {
    /// A visitor's own files.
    #[default]
    Calculator,
    /// Two to four numbers to type.
    Quick,
    /// Figures that the host hands over.
    Figures,
    /// What is published of one council.
    Council,
}

/// How much of the host's figures is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Show {
    /// All parts, with their controls.
    #[default]
    Report,
    /// One figure alone, which the engine knows by this name.
    One(&'static str),
}

/// The colour of what stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Accent {
    #[default]
    Blue,
    Green,
    Plum,
    Grey,
}

/// How large the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum TextSize {
    #[default]
    Normal,
    Large,
    Larger,
}

/// How high the frame is, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Height {
    /// As high as what is in it.
    #[default]
    Auto,
    /// Always the same; what is higher scrolls.
    Fixed(u32),
}

/// How the page looks in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) mode: Mode,
    pub(crate) accent: Accent,
    pub(crate) text: TextSize,
    /// The part of the results that is open first.
    pub(crate) start: Part,
    pub(crate) height: Height,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            mode: Mode::default(),
            accent: Accent::default(),
            text: TextSize::default(),
            start: Part::Summary,
            height: Height::default(),
        }
    }
}

/// The names of values, as they are in an address.
trait Named: Copy + Default + 'static {
    const ALL: &'static [(Self, &'static str)];

    fn of(name: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(value, _)| *value).unwrap_or_default()
    }
}

impl Named for Mode {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Calculator, "calculator"),
        (Self::Quick, "quick"),
        (Self::Figures, "figures"),
        (Self::Council, "council"),
    ];
}

impl Named for Show {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Report, "report"),
        (Self::One("headline"), "headline"),
        (Self::One("series"), "series"),
        (Self::One("funnel"), "funnel"),
        (Self::One("map"), "map"),
        (Self::One("table"), "table"),
    ];
}

impl Named for Accent {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Blue, "blue"), (Self::Green, "green"), (Self::Plum, "plum"), (Self::Grey, "grey")];
}

impl Named for TextSize {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Normal, "normal"), (Self::Large, "large"), (Self::Larger, "larger")];
}

/// The parts that a frame can begin with.
const STARTS: [Part; 6] = [Part::Summary, Part::Compare, Part::Change, Part::Incidents, Part::Quality, Part::Method];

/// No frame is lower or higher.
const HEIGHTS: std::ops::RangeInclusive<u32> = 240..=4000;

impl Options {
    /// The options in a fragment such as `#mode=quick&accent=plum`. What is said twice counts as it was said first.
    pub(crate) fn of_fragment(fragment: &str) -> Self {
        let said = |key| said(fragment, key);
        let mode = Mode::of(said("mode"));
        let start = match (mode, Show::of(said("show"))) {
            (Mode::Council, _) => Some(Part::Council),
            (Mode::Figures, Show::One(_)) => Some(Part::Figure),
            _ => STARTS.into_iter().find(|part| part.fragment() == said("start")),
        };
        Self {
            mode,
            accent: Accent::of(said("accent")),
            text: TextSize::of(said("text")),
            start: start.unwrap_or(Part::Summary),
            height: height(said("height")),
        }
    }

    /// What the part that is open first is about: the code of a council, or the figure that is shown alone.
    pub(crate) fn about(self, fragment: &str) -> Option<String> {
        // What nobody can mean is marked, and not left out: another figure would take the place of what is asked for.
        let plain = |of: char| if of.is_ascii_alphanumeric() || of == '-' { of } else { '?' };
        let word = |key| said(fragment, key).chars().map(plain).collect::<String>();
        match (self.start, Show::of(said(fragment, "show"))) {
            (Part::Council, _) => Some(word("council")).filter(|council| !council.is_empty()),
            (Part::Figure, Show::One(show)) => Some([show, " ", &word("cohort"), " ", &word("area")].concat()),
            _ => None,
        }
    }

    /// What the whole document goes by, for its looks.
    pub(crate) fn class(self) -> String {
        let name = |known: &str| known.to_owned();
        let accent =
            Accent::ALL.iter().find(|(value, _)| *value == self.accent).map_or_else(String::new, |n| name(n.1));
        let text = TextSize::ALL.iter().find(|(value, _)| *value == self.text).map_or_else(String::new, |n| name(n.1));
        let fixed = if self.height == Height::Auto { "" } else { " embed--fixed" };
        ["embed accent--", &accent, " text--", &text, fixed].concat()
    }
}

/// What a fragment says of something. What is said twice counts as it was said first.
fn said<'a>(fragment: &'a str, key: &str) -> &'a str {
    let mut pairs = fragment.trim_start_matches('#').split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(name, _)| *name == key).map(|(_, value)| value).unwrap_or_default()
}

fn height(text: &str) -> Height {
    let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let pixels = text.parse().ok().filter(|pixels| plain && HEIGHTS.contains(pixels));
    pixels.map_or(Height::Auto, Height::Fixed)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// The groups that one figure can be about; the first that there is, if none is said. The engine reads their names.
    const COHORTS: [&str; 5] = ["first", "all", "unaccompanied", "trafficked", "trafficked-and-unaccompanied"];

    #[test]
    fn options_are_read_from_a_fragment() {
        let all = Options::of_fragment("#mode=figures&language=en&accent=plum&text=large&start=compare&height=600");
        let said = Options {
            mode: Mode::Figures,
            accent: Accent::Plum,
            text: TextSize::Large,
            start: Part::Compare,
            height: Height::Fixed(600),
        };
        assert_eq!(all, said);
        assert_eq!(Options::of_fragment("mode=quick&mode=figures").mode, Mode::Quick);
        assert_eq!(all.class(), "embed accent--plum text--large embed--fixed");
    }

    #[test]
    fn what_is_not_on_a_list_counts_as_not_said() {
        let hostile = [
            "",
            "QUICK",
            "quick ",
            "quick%20",
            "%71uick",
            "javascript:alert(1)",
            "<img src=x>",
            "\" onload=\"x",
            "../x",
            "__proto__",
            "constructor",
            "0x300",
            "-300",
            "3e2",
            "1e9",
            "239",
            "4001",
            "99999999999999999999",
            "３００",
            "300px",
            "null",
            "undefined",
        ];
        for value in hostile {
            for key in [
                "mode", "accent", "text", "start", "show", "cohort", "area", "council", "height", "src", "url",
                "language",
            ] {
                assert_eq!(Options::of_fragment(&format!("#{key}={value}")), Options::default(), "{key}={value}");
            }
        }
        for fragment in ["#", "#&&&", "#=", "#mode", "#mode==quick", "#%6Dode=quick", "#quick"] {
            assert_eq!(Options::of_fragment(fragment), Options::default(), "{fragment}");
        }
    }

    #[test]
    fn one_figure_and_one_council_are_named_by_words_from_lists() {
        let about = |fragment: &str| {
            let options = Options::of_fragment(fragment);
            (options.mode, options.start, options.about(fragment))
        };
        let one = |words: &str| (Mode::Figures, Part::Figure, Some(words.to_owned()));
        assert_eq!(
            about("#mode=figures&show=funnel&cohort=trafficked&area=E10000016"),
            one("funnel trafficked E10000016")
        );
        assert_eq!(about("#mode=figures&show=map&start=quality"), one("map  "));
        assert_eq!(about("#mode=figures&show=series&cohort=<b>&area=%20E1\"x"), one("series ?b? ?20E1?x"));
        let both = "table trafficked-and-unaccompanied ";
        assert_eq!(about("#mode=figures&show=table&cohort=trafficked-and-unaccompanied"), one(both));
        assert_eq!(about("#mode=figures&show=report&start=method"), (Mode::Figures, Part::Method, None));
        assert_eq!(about("#mode=calculator&show=map"), (Mode::Calculator, Part::Summary, None));
        assert_eq!(about("#mode=council"), (Mode::Council, Part::Council, None));
        let kent = (Mode::Council, Part::Council, Some("E10000016".to_owned()));
        assert_eq!(about("#mode=council&council=E10000016&start=method"), kent);
    }

    fn all<T: Named>() -> Vec<&'static str> {
        T::ALL.iter().map(|(_, name)| *name).collect()
    }

    #[test]
    fn host_page_and_documentation_know_the_same_lists() {
        let script = fs::read_to_string("static/embed/embed.js").unwrap();
        let document = fs::read_to_string("docs/embedding.md").unwrap();
        let names = |list: Vec<&str>| list.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
        let starts = STARTS.iter().map(|part| part.fragment()).collect();
        for (key, list) in [
            ("mode", all::<Mode>()),
            ("accent", all::<Accent>()),
            ("text", all::<TextSize>()),
            ("start", starts),
            ("show", all::<Show>()),
            ("cohort", COHORTS.to_vec()),
        ] {
            let here = format!("{key}: [{}]", names(list.clone()));
            assert!(script.contains(&here), "embed.js does not say {here}");
            for name in list {
                assert!(
                    document.contains(&format!("`{name}`")),
                    "docs/embedding.md does not say what {key} `{name}` is"
                );
            }
        }
        let heights = format!("{}, most: {}", HEIGHTS.start(), HEIGHTS.end());
        assert!(script.contains(&heights), "embed.js does not say {heights}");
        assert!(document.contains(&format!("{} to {}", HEIGHTS.start(), HEIGHTS.end())));
    }
}
