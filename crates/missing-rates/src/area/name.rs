//! One spelling for names that differ only in how they are typed.

/// Words in the names of bodies with children's services, and of hardly any person.
pub(crate) const OF_BODIES: [&str; 14] = [
    "council",
    "county",
    "borough",
    "city",
    "authority",
    "trust",
    "district",
    "metropolitan",
    "unitary",
    "services",
    "cyngor",
    "combined",
    "london",
    "bc",
];

/// A name within a sentence: `Bristol` for `Bristol, City of`. Other names stay as the register has them.
///
/// ```
/// use missing_rates::area::plain_name;
/// assert_eq!(plain_name("Kingston upon Hull, City of"), "Kingston upon Hull");
/// assert_eq!(plain_name("Bournemouth, Christchurch and Poole"), "Bournemouth, Christchurch and Poole");
/// ```
pub fn plain_name(name: &str) -> &str {
    name.rsplit_once(", ").filter(|(_, rest)| rest.ends_with(" of")).map_or(name, |(plain, _)| plain)
}

/// A name in lower case without accents, punctuation and a leading `the`, with one space between words. `&` becomes
/// `and`, and a health and social care trust becomes a `trust`.
pub(crate) fn normalise(name: &str) -> String {
    let mut plain = String::with_capacity(name.len() + 8);
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => plain.push(letter),
            '\'' | '’' | '‘' | '`' => {}
            '&' => plain.push_str(" and "),
            '‐'..='―' => plain.push(' '),
            _ if letter.is_ascii() || letter.is_whitespace() => plain.push(' '),
            // This is a circumflex read in the wrong encoding. No name has this letter.
            'ï' => {}
            _ => match unaccented(letter) {
                Some(base) => plain.push(base),
                None if letter.is_alphabetic() => plain.push(letter),
                None => {}
            },
        }
    }
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    let mut joined = words.join(" ");
    for long in [" health and social care trust", " hsc trust", " hsct"] {
        if let Some(rest) = joined.strip_suffix(long) {
            joined = format!("{rest} trust");
        }
    }
    // Only this suffix distinguishes ended counties from the authorities of today with the same name.
    if name.trim_end().to_ascii_lowercase().ends_with("(county)")
        && let Some(rest) = joined.strip_suffix(" county")
    {
        joined = format!("{rest} (county)");
    }
    joined
}

/// Accents of Welsh and Gaelic, and those that people type instead.
const ACCENTED: [(&str, char); 7] =
    [("âàáä", 'a'), ("êèéë", 'e'), ("îìí", 'i'), ("ôòóö", 'o'), ("ûùúü", 'u'), ("ŵẁẃẅ", 'w'), ("ŷỳýÿ", 'y')];

fn unaccented(letter: char) -> Option<char> {
    ACCENTED.into_iter().find(|(accented, _)| accented.contains(letter)).map(|(_, base)| base)
}
