//! Files of settings, decisions and columns that contradict each other. Nobody knows which of them holds, so none does.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Kept;
use crate::decisions::differ;
use crate::mapping::Mapping;
use crate::read::{Content, ReadFile};
use crate::report::{KeptSetting, Problem};

impl Kept {
    /// What both say, and differently.
    fn differ(&self, other: &Self) -> BTreeSet<KeptSetting> {
        fn two<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
            one.zip(other).is_some_and(|(one, other)| one != other)
        }
        let columns = |one: &Mapping| other.mappings.iter().any(|of| contradict(one, of));
        let all = [
            (KeptSetting::Authority, two(self.authority.as_ref(), other.authority.as_ref())),
            (KeptSetting::Period, two(self.period.as_ref(), other.period.as_ref())),
            (KeptSetting::PublishedYears, two(self.published_years.as_ref(), other.published_years.as_ref())),
            (KeptSetting::LeadingZeros, two(self.zeros_matter.as_ref(), other.zeros_matter.as_ref())),
            (KeptSetting::WholeIdentifiers, two(self.whole_identifiers.as_ref(), other.whole_identifiers.as_ref())),
            (KeptSetting::FileYears, differ(&self.file_years, &other.file_years)),
            (KeptSetting::Columns, self.mappings.iter().any(columns)),
        ];
        let differ = all.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what);
        differ.chain(self.decisions.differ(&other.decisions)).collect()
    }
}

/// Whether two mappings are for the same headings and say different things of them. What was said of two files is said of
/// each, and periods were said of one file each.
fn contradict(one: &Mapping, other: &Mapping) -> bool {
    let known = one.made_for.is_some() && other.made_for.is_some();
    let of_one_file = known && one.made_for == other.made_for;
    let differ = one.kind != other.kind || one.fields != other.fields;
    one.header == other.header && (differ && (of_one_file || !known) || of_one_file && one.periods != other.periods)
}

/// What a file says of settings.
fn said(file: &ReadFile) -> Option<Cow<'_, Kept>> {
    Some(match &file.content {
        Content::Kept(kept) => Cow::Borrowed(kept.as_ref()),
        Content::Decisions(decisions) => Cow::Owned(Kept { decisions: decisions.clone(), ..Kept::default() }),
        Content::Mapping(mapping) => Cow::Owned(Kept { mappings: vec![mapping.clone()], ..Kept::default() }),
        _ => return None,
    })
}

/// The files that contradict another, by their places among these, with what is to be said of each. Nothing of them is used.
pub(crate) fn contradictions(files: &[&ReadFile]) -> Vec<(usize, Problem)> {
    let said: Vec<_> = files.iter().enumerate().filter_map(|(at, file)| Some((at, said(file)?))).collect();
    let mut found = Vec::new();
    for (at, one) in &said {
        let (mut on, mut others) = (BTreeSet::new(), BTreeSet::new());
        for (other_at, other) in said.iter().filter(|(other, _)| other != at) {
            let differ = one.differ(other);
            if !differ.is_empty() {
                on.extend(differ);
                others.insert(files[*other_at].entry.name.clone());
            }
        }
        if !on.is_empty() {
            let (on, others) = (on.into_iter().collect(), others.into_iter().collect());
            found.push((*at, Problem::SettingsDiffer { on, others }));
        }
    }
    found
}

/// The files but for those that contradict another.
pub(crate) fn without_contradictions(mut files: Vec<&ReadFile>) -> Vec<&ReadFile> {
    for (at, _) in contradictions(&files).into_iter().rev() {
        files.remove(at);
    }
    files
}
