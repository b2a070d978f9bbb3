//! The sections of a number format (ECMA-376, 18.8.31): which numbers each is for, and what it makes of them.

/// One section.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    condition: Option<(Comparison, f64)>,
    pub(crate) makes: Makes,
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
    Percent,
    /// With zeros before it, up to so many digits.
    Padded(usize),
    Date(Dated),
    Elapsed,
    /// Words before or after it.
    Worded {
        before: String,
        after: String,
        percent: bool,
    },
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
    /// A comma after the last digit, which divides by a thousand.
    scaled: bool,
    general: bool,
    elapsed: bool,
    before: String,
    after: String,
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

    /// The one that is for a number.
    pub(crate) fn of(sections: &[Self], value: f64) -> Option<&Self> {
        let numbers = sections.get(..sections.len().min(3))?;
        if numbers.iter().any(|section| section.condition.is_some()) {
            let holds = |section: &&Self| section.condition.is_none_or(|(comparison, of)| comparison.holds(value, of));
            return numbers.iter().find(holds).or_else(|| numbers.last());
        }
        let at = match numbers.len() {
            3 if value == 0.0 => 2,
            2.. if value < 0.0 => 1,
            _ => 0,
        };
        numbers.get(at)
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
        Self { condition, makes: met.makes() }
    }
}

impl Met {
    fn literal(&mut self, letter: char) {
        if self.digits > 0 || self.general { self.after.push(letter) } else { self.before.push(letter) }
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '0' | '#' | '?' => {
                self.digits += 1;
                self.scaled = false;
                self.zeros += usize::from(letter == '0' && !self.point);
                self.other_digits |= letter != '0';
            }
            '.' if self.digits > 0 => self.point = true,
            ',' if self.digits > 0 => {
                self.grouped = true;
                self.scaled = true;
            }
            '%' => self.percent = true,
            'y' | 'Y' | 'e' => self.dates.push('y'),
            'm' | 'M' => self.dates.push('m'),
            'd' | 'D' => self.dates.push('d'),
            'h' | 'H' => self.dates.push('h'),
            's' | 'S' => self.dates.push('s'),
            '@' | '/' => {}
            other => self.literal(other),
        }
    }

    fn makes(self) -> Makes {
        if self.elapsed {
            return Makes::Elapsed;
        }
        if !self.dates.is_empty() {
            return Makes::Date(self.dated());
        }
        let means = |text: &str| text.chars().any(|c| c.is_alphanumeric() || "<>≤≥~*†‡[]£$€¥".contains(c));
        let words = means(&self.before) || means(&self.after);
        if self.digits == 0 && !self.general {
            let text = [self.before, self.after].concat();
            return match text.trim() {
                "" => Makes::Nothing,
                "-" | "–" | "—" => Makes::Dash,
                text => Makes::Words(text.to_owned()),
            };
        }
        match () {
            // What is shown is a thousandth; the number itself is read.
            () if self.scaled => Makes::Grouped,
            () if words => Makes::Worded {
                before: self.before.trim_start().to_owned(),
                after: self.after.trim_end().to_owned(),
                percent: self.percent,
            },
            () if self.percent => Makes::Percent,
            () if self.zeros > 1 && !self.other_digits && !self.point => Makes::Padded(self.zeros),
            () if self.grouped => Makes::Grouped,
            () => Makes::Plain,
        }
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
