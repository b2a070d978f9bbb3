//! What an authority gave of the two numbers that make a share, and why not more.

use missing_rates::answer::{Answer, Withheld};
use missing_rates::cohort::Count;
use missing_rates::report::{Chase, Respondent, Respondents, Want};
use words::{Language, Text};

use super::super::answers::answer_words;
use super::compared::Compared;
use document::{Shade, TileKey};

/// What an authority gave, in the order of the key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gave {
    /// Both numbers exactly.
    Both,
    /// The number of children exactly, and a range for how many went missing.
    ChildrenAndRange,
    Children,
    Missing,
    /// Neither exactly, and it refused one of them at least.
    Refused,
    /// Neither exactly, because it does not hold one of them, or does not record it.
    NotHeld,
    /// Neither exactly, but a range, or an answer in doubt.
    Unclear,
    /// No answer to either.
    Nothing,
    /// Neither exactly. A report that is safe to publish does not say why.
    Neither,
    NotNamed,
}

impl Gave {
    const ALL: [Self; 10] = [
        Self::Both,
        Self::ChildrenAndRange,
        Self::Children,
        Self::Missing,
        Self::Refused,
        Self::NotHeld,
        Self::Unclear,
        Self::Nothing,
        Self::Neither,
        Self::NotNamed,
    ];

    /// The classes of a map on which these are. Of the reasons only those are there that somebody gave.
    pub(super) fn classes(found: &[Self]) -> Vec<Self> {
        let always = |of: &Self| !of.is_neither();
        Self::ALL.into_iter().filter(|of| always(of) || found.contains(of)).collect()
    }

    fn is_neither(self) -> bool {
        matches!(self, Self::Refused | Self::NotHeld | Self::Unclear | Self::Nothing | Self::Neither)
    }

    /// Why an authority gave neither exactly. A refusal counts before what it does not hold, and that before a range.
    fn neither(wants: &[&Want]) -> Self {
        let reasons: Vec<Self> = wants.iter().map(|want| reason(&want.answer)).collect();
        let of = [Self::Refused, Self::NotHeld, Self::Unclear, Self::Nothing];
        of.into_iter().find(|of| reasons.contains(of)).unwrap_or(Self::Neither)
    }

    pub(super) fn key(self, language: Language) -> TileKey {
        let (sign, shade) = match self {
            Self::Both => ("●", Shade::Darkest),
            Self::ChildrenAndRange => ("◕", Shade::Dark),
            Self::Children => ("◑", Shade::Middle),
            Self::Missing => ("◔", Shade::Pale),
            Self::Refused => ("×", Shade::Pink),
            Self::NotHeld => ("∅", Shade::PalePink),
            Self::Unclear => ("?", Shade::Palest),
            Self::Nothing | Self::Neither => ("○", Shade::Grey),
            Self::NotNamed => ("–", Shade::Empty),
        };
        TileKey { sign: sign.into(), shade, text: self.said(language).into() }
    }

    fn said(self, language: Language) -> &'static str {
        match self {
            Self::Both => language.map_both(),
            Self::ChildrenAndRange => language.map_range(),
            Self::Children => language.map_children(),
            Self::Missing => language.map_missing(),
            Self::Refused => language.map_refused(),
            Self::NotHeld => language.map_not_held(),
            Self::Unclear => language.map_unclear(),
            Self::Nothing => language.map_nothing(),
            Self::Neither => language.map_neither(),
            Self::NotNamed => language.map_not_named(),
        }
    }
}

/// What one answer says about why there is no number.
fn reason(answer: &Answer) -> Gave {
    match answer {
        Answer::Exact { .. } => Gave::Both,
        Answer::Range { .. } => Gave::Unclear,
        Answer::Withheld { reason } => match reason {
            Withheld::Refused { .. } => Gave::Refused,
            Withheld::NotHeld | Withheld::NotRecorded | Withheld::NotApplicable | Withheld::WrongBody => Gave::NotHeld,
            Withheld::NoReply | Withheld::Blank => Gave::Nothing,
            Withheld::Suppressed
            | Withheld::CountedElsewhere
            | Withheld::OtherPeriod
            | Withheld::Conflicting
            | Withheld::NotACount
            | Withheld::NotUnderstood => Gave::Unclear,
        },
    }
}

/// What an authority gave, and which of the two numbers are still wanted of it. A report that is safe to publish does not
/// say what is wanted.
pub(super) struct Replied<'a> {
    pub(super) gave: Gave,
    wants: Vec<&'a Want>,
}

impl<'a> Replied<'a> {
    /// The authorities by what they gave, with what each said.
    pub(super) fn lists(respondents: &Respondents) -> [(Gave, &[Respondent]); 6] {
        [
            (Gave::Both, &respondents.both),
            (Gave::ChildrenAndRange, &respondents.children_and_range),
            (Gave::Children, &respondents.children_only),
            (Gave::Missing, &respondents.missing_only),
            (Gave::Neither, &respondents.neither),
            (Gave::NotNamed, &respondents.not_named),
        ]
    }

    pub(super) fn of(compared: Compared<'a>, gave: Gave, respondent: &Respondent) -> Self {
        // Nobody has said anything for an authority that is not in the files.
        let asked = (gave != Gave::NotNamed).then(|| chase(compared, respondent)).flatten();
        let of_share = |want: &&Want| matches!(want.measure, Count::Children | Count::ChildrenMissing);
        let wants: Vec<&Want> = asked.iter().flat_map(|chase| &chase.wants).filter(of_share).collect();
        Self { gave: if gave == Gave::Neither { Gave::neither(&wants) } else { gave }, wants }
    }

    /// What it gave, and why not more: `Gave the number of children exactly, but not how many went missing: Refused (s.12)`.
    pub(super) fn said(&self, language: Language) -> Text {
        let gave = self.gave.said(language);
        let answer = |want: &Want| answer_words::answer(language, &want.answer);
        match self.wants[..] {
            [one] if self.gave.is_neither() => answer(one),
            [one] => words::MapWhy { gave, why: &answer(one) }.text(language),
            [one, other] if one.answer == other.answer => answer(one),
            [children, missing] => {
                words::MapWhyBoth { children: &answer(children), missing: &answer(missing) }.text(language)
            }
            _ => gave.into(),
        }
    }
}

/// What is to be asked again of an authority, or of several that answered together.
fn chase<'a>(compared: Compared<'a>, respondent: &Respondent) -> Option<&'a Chase> {
    let of = |chase: &&Chase| {
        let codes = chase.authorities.iter().filter_map(|area| area.code);
        (chase.period, chase.cohort) == (compared.period, compared.cohort) && codes.eq(respondent.codes.iter().copied())
    };
    compared.context.report.chase.iter().find(of)
}
