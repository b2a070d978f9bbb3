//! The sections of a number format (ECMA-376, 18.8.31): which numbers each is for, and what it makes of them.

use std::sync::OnceLock;

/// What shows numbers that no section is for, if the only one has a condition.
static GENERAL: OnceLock<Section> = OnceLock::new();

/// One section.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    condition: Option<(Comparison, f64)>,
    pub(crate) makes: Makes,
    /// What it makes of a zero, where that is something else: the places of its digits may be left empty.
    pub(crate) of_zero: Option<Makes>,
    /// It is for texts, if it is the last.
    of_texts: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater,
}

/// What a section makes of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Makes {
    Plain,
    /// With separators between thousands, as counts and no years are written.
    Grouped,
    /// Divided by a thousand, so many times.
    Scaled(i32),
    Percent,
    /// With zeros before it, up to so many digits.
    Padded(usize),
    Date(Dated),
    Elapsed,
    /// Words or signs before or after it, and zeros before it up to so many digits.
    Worded {
        before: String,
        after: String,
        percent: bool,
        width: usize,
    },
    /// Words or signs between its digits: `true` where a digit is to be.
    Between(Vec<(bool, char)>),
    /// Words in its place.
    Words(String),
    Dash,
    Nothing,
}

/// Which parts of a moment are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one part is shown")]
pub(crate) struct Dated {
    pub(crate) year: bool,
    pub(crate) month: bool,
    pub(crate) day: bool,
    pub(crate) time: bool,
}

/// What is met in a section, one after the other.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one thing was met")]
struct Met {
    digits: usize,
    zeros: usize,
    other_digits: bool,
    grouped: bool,
    percent: bool,
    point: bool,
    /// Commas after the last digit, each of which divides by a thousand.
    scaled: i32,
    general: bool,
    elapsed: bool,
    /// A fraction, as `# ?/?`.
    fraction: bool,
    of_texts: bool,
    before: String,
    after: String,
    /// Places of digits (`true`), and what is between them.
    places: Vec<(bool, char)>,
    /// Letters of dates, in order.
    dates: Vec<char>,
}

impl Section {
    /// The sections of a code.
    pub(crate) fn all(code: &str) -> Vec<Self> {
        let mut sections = vec![String::new()];
        let (mut quoted, mut escaped) = (false, false);
        for letter in code.chars() {
            match letter {
                ';' if !quoted && !escaped => {
                    sections.push(String::new());
                    continue;
                }
                '"' if !escaped => quoted = !quoted,
                _ => {}
            }
            escaped = !escaped && !quoted && matches!(letter, '\\' | '_' | '*');
            if let Some(section) = sections.last_mut() {
                section.push(letter);
            }
        }
        sections.iter().map(|section| Self::read(section)).collect()
    }

    /// The one that is for a number, and whether it is for those below zero alone: it then writes their sign itself.
    pub(crate) fn of(sections: &[Self], value: f64) -> Option<(&Self, bool)> {
        let numbers = sections.get(..sections.len().min(3))?;
        let numbers = match numbers.split_last() {
            Some((last, rest)) if last.of_texts && !rest.is_empty() => rest,
            _ => numbers,
        };
        if numbers.iter().any(|section| section.condition.is_some()) {
            let holds = |section: &&Self| section.condition.is_none_or(|(comparison, of)| comparison.holds(value, of));
            let Some(found) = numbers.iter().find(holds) else {
                // One condition alone: other numbers are as in no format. Several, and none holds: nothing is for it.
                return if let [_] = numbers {
                    Some((GENERAL.get_or_init(|| Self::read("General")), false))
                } else {
                    None
                };
            };
            let below_zero =
                matches!(found.condition, Some((Comparison::Less | Comparison::LessOrEqual, of)) if of <= 0.0);
            return Some((found, below_zero && value < 0.0));
        }
        let at = match numbers.len() {
            3 if value == 0.0 => 2,
            2.. if value < 0.0 => 1,
            _ => 0,
        };
        numbers.get(at).map(|section| (section, at == 1))
    }

    fn read(code: &str) -> Self {
        let mut condition = None;
        let mut met = Met::default();
        let mut letters = code.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => letters.by_ref().take_while(|letter| *letter != '"').for_each(|letter| met.literal(letter)),
                '\\' => letters.next().into_iter().for_each(|letter| met.literal(letter)),
                // As wide as the next letter, or filled with it: nothing that is read.
                '_' | '*' => drop(letters.next()),
                '[' => {
                    let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                    if let Some(currency) = inside.strip_prefix('$') {
                        currency.split('-').next().unwrap_or_default().chars().for_each(|letter| met.literal(letter));
                    } else if let Some(found) = comparison(&inside) {
                        condition = Some(found);
                    } else if !inside.is_empty()
                        && inside.chars().all(|c| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S'))
                    {
                        met.elapsed = true;
                    }
                }
                'G' | 'g' if code.to_ascii_lowercase().contains("general") => {
                    met.general = true;
                    for _ in 0.."eneral".len() {
                        letters.next();
                    }
                }
                'A' | 'a' if letters.peek().is_some_and(|next| matches!(next, 'M' | 'm' | '/')) => {
                    met.dates.push('t');
                    while letters.peek().is_some_and(|next| matches!(next, 'M' | 'm' | 'P' | 'p' | '/')) {
                        letters.next();
                    }
                }
                'E' if letters.peek().is_some_and(|next| matches!(next, '+' | '-')) => drop(letters.next()),
                other => met.letter(other),
            }
        }
        let of_texts = met.of_texts;
        let (makes, of_zero) = met.makes();
        Self { condition, makes, of_zero, of_texts }
    }
}

impl Met {
    fn literal(&mut self, letter: char) {
        if self.digits > 0 || self.general {
            self.after.push(letter);
        } else {
            self.before.push(letter);
        }
        self.places.push((false, letter));
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '0' | '#' | '?' => {
                self.digits += 1;
                self.scaled = 0;
                self.zeros += usize::from(letter == '0' && !self.point);
                self.other_digits |= letter != '0';
                self.places.push((true, letter));
            }
            '.' => self.point = true,
            ',' if self.digits > 0 => {
                self.grouped = true;
                self.scaled = self.scaled.saturating_add(1).min(9);
            }
            '%' => self.percent = true,
            'y' | 'Y' | 'e' => self.dates.push('y'),
            'm' | 'M' => self.dates.push('m'),
            'd' | 'D' => self.dates.push('d'),
            'h' | 'H' => self.dates.push('h'),
            's' | 'S' => self.dates.push('s'),
            // Where a text goes. A number goes there too, as it is.
            '@' => {
                self.of_texts = true;
                self.general = true;
            }
            '/' if self.digits > 0 => self.fraction = true,
            other => self.literal(other),
        }
    }

    /// What it makes of a number, and of a zero where that is something else.
    fn makes(self) -> (Makes, Option<Makes>) {
        if self.elapsed {
            return (Makes::Elapsed, None);
        }
        if !self.dates.is_empty() {
            return (Makes::Date(self.dated()), None);
        }
        let alone = Makes::alone(&[self.before.as_str(), &self.after].concat());
        if self.digits == 0 && !self.general {
            return (alone, None);
        }
        let needs_zero = self.general || self.fraction || self.percent || self.places.contains(&(true, '0'));
        let of_zero = (!needs_zero).then_some(alone);
        (self.of_digits(), of_zero)
    }

    fn of_digits(self) -> Makes {
        let words = means(&self.before) || means(&self.after);
        let padded = self.zeros > 1 && !self.other_digits && !self.point && !self.grouped;
        match () {
            // What is shown is a thousandth; the number itself is read. A letter may stand for the thousand.
            () if self.scaled > 0 && is_unit(&self.before) && is_unit(&self.after) => Makes::Scaled(self.scaled),
            () if self.is_parted() => Makes::Between(self.places),
            () if words => Makes::Worded {
                before: self.before.trim_start().to_owned(),
                after: self.after.trim_end().to_owned(),
                percent: self.percent,
                width: if padded { self.zeros } else { 0 },
            },
            () if self.percent => Makes::Percent,
            () if padded => Makes::Padded(self.zeros),
            () if self.grouped => Makes::Grouped,
            () => Makes::Plain,
        }
    }

    /// Whether words or signs are between the digits of a whole number.
    fn is_parted(&self) -> bool {
        let digits = |place: &(bool, char)| place.0;
        let (first, last) = (self.places.iter().position(digits), self.places.iter().rposition(digits));
        let inside = first.zip(last).and_then(|(first, last)| self.places.get(first..last)).unwrap_or_default();
        let text: String = inside.iter().filter(|place| !place.0).map(|place| place.1).collect();
        means(&text) && !self.point && !self.fraction && !self.percent
    }

    /// Which parts are shown. An `m` beside hours or seconds is minutes.
    fn dated(&self) -> Dated {
        let mut dated = Dated::default();
        let mut runs = self.dates.clone();
        runs.dedup();
        for (at, letter) in runs.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| runs.get(at));
            match letter {
                'y' => dated.year = true,
                'm' if before == Some(&'h') || runs.get(at + 1) == Some(&'s') => dated.time = true,
                'm' => dated.month = true,
                'd' => dated.day = true,
                _ => dated.time = true,
            }
        }
        dated
    }
}

impl Makes {
    /// Of words that stand alone.
    fn alone(text: &str) -> Self {
        match text.trim() {
            "" => Self::Nothing,
            "-" | "–" | "—" => Self::Dash,
            text => Self::Words(text.to_owned()),
        }
    }
}

/// Whether words or signs say anything: all but spaces do. `5%` and `5+` are not 5.
fn means(text: &str) -> bool {
    text.chars().any(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
}

/// Whether words are nothing but the letters of a unit or a currency.
fn is_unit(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphabetic() || letter.is_whitespace() || "£$€¥".contains(letter))
}

impl Comparison {
    #[expect(clippy::float_cmp, reason = "as the workbook compares")]
    fn holds(self, value: f64, of: f64) -> bool {
        match self {
            Self::Less => value < of,
            Self::LessOrEqual => value <= of,
            Self::Equal => value == of,
            Self::NotEqual => value != of,
            Self::GreaterOrEqual => value >= of,
            Self::Greater => value > of,
        }
    }
}

fn comparison(text: &str) -> Option<(Comparison, f64)> {
    let signs = [
        ("<=", Comparison::LessOrEqual),
        (">=", Comparison::GreaterOrEqual),
        ("<>", Comparison::NotEqual),
        ("<", Comparison::Less),
        (">", Comparison::Greater),
        ("=", Comparison::Equal),
    ];
    let (rest, comparison) = signs.iter().find_map(|(sign, is)| Some((text.strip_prefix(sign)?, *is)))?;
    Some((comparison, rest.trim().parse().ok()?))
}
