//! Reads an answer from the words of a cell.

use super::parse_phrase::Phrase;
use super::token::tokens;
use super::{Answer, Withheld, reasons, section};

/// The longest cell that is read, in bytes.
const LONGEST: usize = 2_000;

/// Cells that are only a sign, apart from brackets, after the Government Analysis Function's guidance on symbols: `c`
/// confidential, `z` not applicable, `x` not available, `low` (older: `k`) rounds to zero, without saying to which
/// multiple it is rounded.
const SIGNS: &[(&str, Answer)] = &[
    ("c", Answer::SMALL_NUMBER),
    ("*", Answer::SMALL_NUMBER),
    ("**", Answer::Withheld { reason: Withheld::Suppressed }),
    ("k", Answer::Withheld { reason: Withheld::Suppressed }),
    ("low", Answer::Withheld { reason: Withheld::Suppressed }),
    ("z", Answer::Withheld { reason: Withheld::NotApplicable }),
    ("na", Answer::Withheld { reason: Withheld::NotApplicable }),
    ("x", Answer::Withheld { reason: Withheld::NotHeld }),
    ("..", Answer::Withheld { reason: Withheld::NotHeld }),
    (":", Answer::Withheld { reason: Withheld::NotHeld }),
    ("nh", Answer::Withheld { reason: Withheld::NotHeld }),
    ("-", Answer::Withheld { reason: Withheld::Blank }),
    ("--", Answer::Withheld { reason: Withheld::Blank }),
];

/// What a cell says: a number, a range, or why there is neither.
///
/// Sources: how authorities answered requests of ECPAT UK and Missing People; the symbols of official statistics. An
/// answer that could be read in two ways (two different numbers, an estimate, `>10`, a number beside a refusal) is
/// [`Withheld::NotUnderstood`], so that nothing is guessed. So is a count over ten million.
///
/// - `<5` is 0 to 4, `5 or less` and `up to 5` are 0 to 5, `1-5` is 1 to 5, whatever section of an Act is beside them.
/// - `c`, `[c]`, `*`, `numbers are so low` are 1 to 5.
/// - `Refused s.40(2)`, `exempt under section 40(2)`, `s.40(2)` are refused under `40(2)`.
/// - `24 [1]`, `24*`, `24 children`, `24.0` are 24; `24.5` and `-3` are [`Withheld::NotACount`].
///
/// ```
/// use missing_rates::answer::{Answer, read};
/// assert_eq!(read("1,234 [1]"), Answer::Exact { count: 1234 });
/// assert_eq!(read("5 or fewer (s.40(2))"), Answer::Range { lowest: 0, highest: 5 });
/// ```
pub fn read(cell: &str) -> Answer {
    // It is longer than any answer, and reading it word by word would take long.
    if cell.trim().len() > LONGEST {
        return Answer::Withheld { reason: Withheld::NotUnderstood };
    }
    let text = plain(cell);
    understand(&text).unwrap_or(Answer::Withheld { reason: Withheld::NotUnderstood })
}

/// One spelling for cells that say the same: lower case, one kind of space, dash and `<`, without apostrophes and
/// footnote marks in superscript or square brackets.
///
/// ```
/// use missing_rates::answer::alike;
/// assert_eq!(alike(" Refused  –  s.12 "), alike("refused - s.12"));
/// assert_eq!(alike("<5 [1]"), alike("<5 [2]"));
/// assert_ne!(alike("[1]"), alike("[2]"));
/// ```
pub fn alike(cell: &str) -> String {
    // Nobody reads longer cells. The beginning is enough to tell them apart.
    let cell = cell.trim();
    let end = cell.char_indices().map(|(at, _)| at).nth(LONGEST).unwrap_or(cell.len());
    let plain = plain(&cell[..end]);
    let unmarked = without_marks(&plain);
    let unmarked = unmarked.trim();
    if unmarked.is_empty() { plain } else { unmarked.to_owned() }
}

/// The cell in lower case, with one kind of space, dash and `<`.
fn plain(cell: &str) -> String {
    let mut cell = cell.to_lowercase();
    for (from, to) in
        [("&lt;", "<"), ("&#60;", "<"), ("&le;", "≤"), ("&nbsp;", " "), ("&amp;", "&"), ("can't", "cannot")]
    {
        if cell.contains(from) {
            cell = cell.replace(from, to);
        }
    }
    let mut text = String::with_capacity(cell.len());
    for letter in cell.chars() {
        match letter {
            '‐'..='―' | '−' => text.push('-'),
            '＜' => text.push('<'),
            '⩽' | '≦' => text.push('≤'),
            '…' => text.push_str(".."),
            '§' => text.push_str(" s."),
            // Apostrophes, footnote marks in superscript, and invisible characters.
            '\'' | '’' | '‘' | '`' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '\u{ad}' | '\u{200b}' | '\u{feff}' =>
                {}
            _ if letter.is_whitespace() => {
                if !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            _ => text.push(letter),
        }
    }
    text.trim().to_owned()
}

/// The text without footnote marks such as `[1]`.
fn without_marks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let mark = &rest[open + 1..];
        let digits = mark.bytes().take_while(u8::is_ascii_digit).count();
        let is_mark = (1..=2).contains(&digits) && mark[digits..].starts_with(']');
        kept.push_str(&rest[..open + usize::from(!is_mark)]);
        rest = if is_mark { &mark[digits + 1..] } else { mark };
    }
    kept + rest
}

fn understand(text: &str) -> Option<Answer> {
    if text.is_empty() {
        return Some(Answer::Withheld { reason: Withheld::Blank });
    }
    let text = without_marks(text);
    let text = text.trim();
    let sign = text.trim_matches(['[', ']', '(', ')', '"', ' ']);
    if let Some((_, answer)) = SIGNS.iter().find(|(other, _)| *other == sign) {
        return Some(answer.clone());
    }
    // `(3)` is a negative number to some and a footnote to others. `#N/A` is a spreadsheet's own error.
    if text.len() > sign.len() && sign.bytes().all(|byte| byte.is_ascii_digit()) || text.starts_with('#') {
        return None;
    }
    let (text, section) = section::take(text, reasons::is_refusal(text));
    let phrase = Phrase::parse(&tokens(&text));
    if let Some(answer) = phrase.answer(section.is_some()) {
        return Some(answer);
    }
    let answer = reasons::read(&text, section)?;
    // A number may be beside these reasons. Any other reason denies that there is one.
    let beside = matches!(answer.withheld(), Some(Withheld::OtherPeriod | Withheld::CountedElsewhere));
    (beside || !phrase.begins_with_value).then_some(answer)
}
