//! What a list says about a child: trafficked, suspected, or not.

/// TRAFFICKED, or the outcome of a referral: what a list says about a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listed {
    /// Neither confirmed nor suspected.
    No,
    /// Suspected.
    Suspected,
    /// Confirmed.
    Confirmed,
    /// On the list, which does not say whether confirmed or suspected.
    Unstated,
    /// None of these.
    NotUnderstood,
}

/// What the heading of the column is about. It decides how much a word in the column can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Whether the child was trafficked: yes and no are answers. A blank may be a no, or nobody may have looked.
    Trafficked,
    /// What the National Referral Mechanism decided. A yes, a no or a blank could mean several things.
    Referral,
    /// Some outcome: the wording itself has to say that it is about trafficking.
    Outcome,
}

/// Words that say what a decision is about, and nothing else. `suspended`, `withdrawn`, `reconsideration` and the like
/// are not among them: a person has to say what they leave of an earlier decision.
const OF_WHAT: [&str; 27] = [
    "nrm",
    "the",
    "a",
    "of",
    "on",
    "in",
    "for",
    "decision",
    "made",
    "received",
    "outcome",
    "by",
    "sca",
    "ieca",
    "ca",
    "to",
    "be",
    "potential",
    "victim",
    "trafficking",
    "trafficked",
    "modern",
    "slavery",
    "national",
    "mechanism",
    "grounds",
    "ground",
];

/// Further words about decisions, which are nobody’s name.
const PLAIN: [&str; 71] = [
    "true",
    "false",
    "conclusive",
    "cg",
    "reasonable",
    "rg",
    "positive",
    "negative",
    "not",
    "no",
    "pending",
    "awaiting",
    "awaited",
    "ongoing",
    "outstanding",
    "referred",
    "referral",
    "suspected",
    "confirmed",
    "suspended",
    "withdrawn",
    "longer",
    "closed",
    "stood",
    "down",
    "reconsideration",
    "reconsidered",
    "requested",
    "unknown",
    "refused",
    "declined",
    "rejected",
    "accepted",
    "consent",
    "yes",
    "none",
    "yet",
    "na",
    "tbc",
    "tbd",
    "open",
    "review",
    "under",
    "with",
    "from",
    "at",
    "was",
    "is",
    "has",
    "been",
    "and",
    "or",
    "progress",
    "submitted",
    "sent",
    "completed",
    "complete",
    "cancelled",
    "case",
    "child",
    "adult",
    "exploitation",
    "criminal",
    "sexual",
    "labour",
    "cse",
    "cce",
    "possible",
    "unclear",
    "recorded",
    "applicable",
];

impl Listed {
    /// Reads what people write into such a column. Every word must be understood. Otherwise a person has to say what it
    /// means.
    pub fn read(cell: &[u8], about: About) -> Self {
        let is = |words: &[&[u8]]| words.iter().any(|word| cell.eq_ignore_ascii_case(word));
        if about == About::Trafficked {
            if is(&[b"confirmed", b"c"]) {
                return Self::Confirmed;
            } else if is(&[b"suspected", b"s"]) {
                return Self::Suspected;
            } else if is(&[b"y", b"yes", b"true", b"1"]) {
                return Self::Unstated;
            } else if is(&[b"no", b"n", b"false", b"0"]) {
                return Self::No;
            }
        }
        match str::from_utf8(cell) {
            Ok(text) if text.len() <= 120 => Self::of_words(text, about),
            _ => Self::NotUnderstood,
        }
    }

    /// Reads a wording word by word.
    fn of_words(text: &str, about: About) -> Self {
        if !signs_only_part(text) {
            return Self::NotUnderstood;
        }
        let (mut conclusive, mut reasonable, mut names) = (false, false, false);
        let (mut yes, mut no, mut pending, mut suspected, mut confirmed) = (false, false, false, false, false);
        let (mut denied, mut decided) = (false, false);
        let lower = text.to_lowercase().replace('+', " positive ");
        for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            match word {
                "conclusive" | "cg" => conclusive = true,
                "reasonable" | "rg" => reasonable = true,
                "positive" => yes = true,
                "negative" => no = true,
                "not" | "no" => (no, denied) = (true, true),
                "decision" | "outcome" | "made" | "received" => decided = true,
                "pending" | "awaiting" | "awaited" | "ongoing" | "outstanding" | "referred" | "referral" => {
                    pending = true;
                }
                "suspected" => suspected = true,
                "confirmed" => confirmed = true,
                _ if OF_WHAT.contains(&word) => {}
                _ => return Self::NotUnderstood,
            }
            names |= matches!(
                word,
                "conclusive"
                    | "cg"
                    | "reasonable"
                    | "rg"
                    | "nrm"
                    | "trafficking"
                    | "trafficked"
                    | "slavery"
                    | "grounds"
            );
        }
        // No decision may be a negative one, or none yet.
        if about == About::Outcome && !names || denied && decided {
            return Self::NotUnderstood;
        }
        // The stage that a decision is about, if the wording names only one of the two.
        let of_conclusive = conclusive && !reasonable;
        let of_reasonable = reasonable && !conclusive;
        let of_neither = !conclusive && !reasonable;
        match (yes, no, pending, suspected, confirmed) {
            // Nothing is decided yet, or the first stage is positive while the second is awaited.
            (false, false, true, false, false) => Self::Suspected,
            (true, false, true, false, false) if reasonable => Self::Suspected,
            // A stage alone means that it was reached.
            (_, false, false, false, false) if of_conclusive => Self::Confirmed,
            (_, false, false, false, false) if of_reasonable => Self::Suspected,
            (true, false, false, false, false) if of_neither => Self::Unstated,
            (false, true, false, false, false) if !(conclusive && reasonable) => Self::No,
            (false, false, false, true, false) if of_neither => Self::Suspected,
            (false, false, false, false, true) if of_neither => Self::Confirmed,
            _ => Self::NotUnderstood,
        }
    }

    /// Whether a wording has only words about decisions, so that it can be shown: free text may hold a child’s name.
    pub fn is_plain(text: &str) -> bool {
        let lower = text.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.all(|word| PLAIN.contains(&word) || OF_WHAT.contains(&word) || word.len() == 1)
    }

    /// Whether the child counts as trafficked, confirmed or suspected.
    pub fn counts(self) -> bool {
        matches!(self, Self::Suspected | Self::Confirmed | Self::Unstated)
    }
}

/// Whether the signs in a wording only part its words. Others say something themselves: `CG-` is no `CG`, and `no?` no
/// `no`. A plus after a stage is a word, `positive`.
fn signs_only_part(text: &str) -> bool {
    let signs: Vec<char> = text.trim().chars().collect();
    let near = |at: Option<usize>| at.and_then(|at| signs.get(at)).copied().unwrap_or('(');
    signs.iter().enumerate().all(|(at, sign)| match sign {
        ',' | ';' | ':' | '.' | '/' | '&' | '(' | ')' | '"' | '\'' | '’' | '‘' | '“' | '”' => true,
        '+' => near(at.checked_sub(1)).is_alphanumeric(),
        // It parts two words if there is as much space on its left as on its right.
        '-' | '–' | '—' => {
            let (before, after) = (near(at.checked_sub(1)), near(at.checked_add(1)));
            let apart = before.is_whitespace() && after.is_whitespace();
            let beyond = if apart { (at.checked_sub(2), at.checked_add(2)) } else { (at.checked_sub(1), Some(at + 1)) };
            [near(beyond.0), near(beyond.1)].into_iter().all(char::is_alphanumeric)
        }
        sign => sign.is_alphanumeric() || sign.is_whitespace(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_referral_mechanism_decided_is_read_as_people_write_it() {
        use Listed::{Confirmed, No, NotUnderstood, Suspected, Unstated};
        let cases = [
            ("Conclusive grounds", Confirmed),
            ("Positive conclusive grounds", Confirmed),
            ("Positive conclusive", Confirmed),
            ("CG - positive", Confirmed),
            ("Conclusive grounds decision: positive", Confirmed),
            ("Reasonable grounds", Suspected),
            ("Positive RG", Suspected),
            ("RG positive, CG pending", Suspected),
            ("Reasonable grounds, awaiting conclusive", Suspected),
            ("Pending", Suspected),
            ("Awaiting decision", Suspected),
            ("Referred to NRM", Suspected),
            ("NRM referral made", Suspected),
            ("Suspected", Suspected),
            ("Confirmed", Confirmed),
            ("Positive", Unstated),
            ("Negative", No),
            ("Negative conclusive grounds", No),
            ("RG negative", No),
            // Only the person who keeps the list can say what these mean.
            ("Suspended", NotUnderstood),
            ("Withdrawn", NotUnderstood),
            ("No longer", NotUnderstood),
            ("Positive RG, negative CG", NotUnderstood),
            ("Not referred", NotUnderstood),
            ("No referral", NotUnderstood),
            ("Positive, pending", NotUnderstood),
            ("Conclusive grounds, reasonable grounds", NotUnderstood),
            ("Confirmed not trafficked", NotUnderstood),
            ("Grounds", NotUnderstood),
            ("Criminal exploitation", NotUnderstood),
            ("Conclusive grounds Jane", NotUnderstood),
            // A sign says something, too.
            ("CG+", Confirmed),
            ("RG + , CG pending", NotUnderstood),
            ("Conclusive-grounds", Confirmed),
            ("CG-", NotUnderstood),
            ("CG –", NotUnderstood),
            ("CG − positive", NotUnderstood),
            ("Conclusive grounds (-)", NotUnderstood),
            ("Reasonable grounds: -", NotUnderstood),
            ("CG -decision", NotUnderstood),
            ("CG✗", NotUnderstood),
            ("≠confirmed", NotUnderstood),
            ("!confirmed", NotUnderstood),
            ("Confirmed?", NotUnderstood),
            ("No?", NotUnderstood),
            ("No decision", NotUnderstood),
            ("CG decision not made", NotUnderstood),
            ("Negative decision", No),
            ("No reasonable grounds", No),
            ("Yes", NotUnderstood),
            ("", NotUnderstood),
            ("1", NotUnderstood),
        ];
        for (wording, says) in cases {
            assert_eq!(Listed::read(wording.as_bytes(), About::Referral), says, "{wording}");
        }
    }

    #[test]
    fn a_word_under_outcome_has_to_say_what_it_is_about() {
        for wording in ["Pending", "Negative", "Positive", "Confirmed", "Suspected", "Yes", "No", "", "Referred"] {
            assert_eq!(Listed::read(wording.as_bytes(), About::Outcome), Listed::NotUnderstood, "{wording}");
        }
        assert_eq!(Listed::read(b"Conclusive grounds", About::Outcome), Listed::Confirmed);
        assert_eq!(Listed::read(b"NRM pending", About::Outcome), Listed::Suspected);
    }

    #[test]
    fn a_column_of_the_name_trafficked_takes_short_answers() {
        use Listed::{Confirmed, No, NotUnderstood, Suspected, Unstated};
        let cases = [
            ("C", Confirmed),
            ("s", Suspected),
            ("Yes", Unstated),
            ("0", No),
            ("", NotUnderstood),
            ("Conclusive grounds", Confirmed),
            ("Not confirmed", NotUnderstood),
            ("Not suspected", NotUnderstood),
            ("Not trafficked", No),
            ("perhaps", NotUnderstood),
            ("2", NotUnderstood),
        ];
        for (wording, says) in cases {
            assert_eq!(Listed::read(wording.as_bytes(), About::Trafficked), says, "{wording}");
        }
    }
}
