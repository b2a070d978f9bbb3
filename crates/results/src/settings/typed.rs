//! What a person types, or chooses in the place of typing, comes to mean.

use document::{CountsAs, Field, Means, Text};
use missing_rates::answer::{Answer, Withheld, read};
use missing_rates::area::{AreaCode, Resolution, authority_named, resolve};
use missing_rates::decisions::Meant;
use missing_rates::period::read_day;

use super::{Settings, set};
use crate::figure::Figure;
use crate::invalidated::Invalidated;

impl Settings {
    pub(super) fn take_typed(&mut self, field: Field, text: String) -> Invalidated {
        let decisions = &mut self.query.decisions;
        let understood = match &field {
            // What was typed is kept, so that it can be mended where it is not a share.
            Field::Target => {
                self.query.target = text.parse().ok();
                self.typed.insert(field, text);
                return Invalidated::Report;
            }
            Field::MissingOn => {
                self.shown.child = None;
                self.shown.missing_on = read_day(text.trim());
                self.typed.insert(field, text);
                return Invalidated::Part;
            }
            Field::Child => {
                self.shown.child = Some(text.trim().to_owned().into());
                self.typed.insert(field, text);
                return Invalidated::Part;
            }
            Field::FindingsOf => {
                let text = text.trim();
                let only = &mut self.shown.only;
                (only.child, only.all) = ((!text.is_empty()).then(|| text.to_owned().into()), true);
                return Invalidated::Part;
            }
            Field::Council => {
                self.shown.council = authority_named(text.trim()).ok().map(|authority| authority.code);
                // What was typed is kept, so that it can be mended where it names nobody.
                self.typed.retain(|other, _| *other != field);
                if self.shown.council.is_none() {
                    self.typed.insert(field, text);
                }
                return Invalidated::Part;
            }
            Field::Figure => {
                self.shown.figure = Figure::of(&text);
                return Invalidated::Part;
            }
            Field::Wording(wording) => {
                let answer = read(&text);
                let counts = answer.bounds().is_some();
                if counts {
                    decisions.read_wording(wording, answer);
                }
                counts
            }
            Field::Name(name) => match authorities(&text) {
                Some(codes) => {
                    decisions.mean(name, Meant::Authorities(codes));
                    true
                }
                None => false,
            },
        };
        if !understood {
            self.typed.insert(field, text);
            return Invalidated::Part;
        }
        // What was typed is now one of the choices.
        self.typed.remove(&field);
        self.typing.remove(&field);
        Invalidated::Report
    }

    pub(super) fn take_council(&mut self, code: Option<AreaCode>) -> Invalidated {
        self.typed.remove(&Field::Council);
        set(&mut self.shown.council, code, Invalidated::Part)
    }

    pub(super) fn take_wording(&mut self, wording: Text, counts_as: CountsAs) -> Invalidated {
        let decisions = &mut self.query.decisions;
        match (counts_as, withheld(counts_as)) {
            (CountsAs::Typed, _) => {
                self.typing.insert(Field::Wording(wording));
                return Invalidated::Part;
            }
            (_, Some(reason)) => decisions.read_wording(&wording, Answer::Withheld { reason }),
            (_, None) => decisions.forget_wording(&wording),
        }
        self.typing.remove(&Field::Wording(wording));
        Invalidated::Report
    }

    pub(super) fn take_name(&mut self, name: Text, means: Means) -> Invalidated {
        let decisions = &mut self.query.decisions;
        match means {
            Means::Typed => {
                self.typing.insert(Field::Name(name));
                return Invalidated::Part;
            }
            Means::AsRead => decisions.forget_name(&name),
            Means::Nobody => decisions.mean(&name, Meant::Nobody),
            Means::Authorities(codes) => decisions.mean(&name, Meant::Authorities(codes)),
        }
        self.typing.remove(&Field::Name(name));
        Invalidated::Report
    }
}

/// The authorities that a typed name means, if it means any.
fn authorities(text: &str) -> Option<Vec<AreaCode>> {
    match resolve(text) {
        Resolution::Authority { authority, .. } => Some(vec![authority.code]),
        Resolution::Joint(authorities) => Some(authorities.iter().map(|authority| authority.code).collect()),
        _ => None,
    }
}

/// The reasons that a person can give for a wording, in the order in which they are offered.
pub(crate) const REASONS: [CountsAs; 9] = [
    CountsAs::Refused,
    CountsAs::NotHeld,
    CountsAs::NotRecorded,
    CountsAs::NoReply,
    CountsAs::NotApplicable,
    CountsAs::Suppressed,
    CountsAs::CountedElsewhere,
    CountsAs::OtherPeriod,
    CountsAs::WrongBody,
];

/// The engine's name for a reason; none for what is no reason.
pub(crate) fn withheld(counts_as: CountsAs) -> Option<Withheld> {
    Some(match counts_as {
        CountsAs::AsRead | CountsAs::Typed => return None,
        CountsAs::Refused => Withheld::Refused { section: None },
        CountsAs::NotHeld => Withheld::NotHeld,
        CountsAs::NotRecorded => Withheld::NotRecorded,
        CountsAs::NoReply => Withheld::NoReply,
        CountsAs::NotApplicable => Withheld::NotApplicable,
        CountsAs::Suppressed => Withheld::Suppressed,
        CountsAs::CountedElsewhere => Withheld::CountedElsewhere,
        CountsAs::OtherPeriod => Withheld::OtherPeriod,
        CountsAs::WrongBody => Withheld::WrongBody,
    })
}
