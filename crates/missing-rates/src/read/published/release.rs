//! Recognises releases of the Department for Education about something else, by their columns or categories, so that a
//! person can be told what a file is and where the right one is.

use crate::report::Release;

/// Columns that only one release has, in lower-case letters and digits. Two columns of one line identify the release.
const COLUMNS: &[(Release, &[&str])] = &[
    (
        Release::AssessmentFactors,
        &[
            "unaccompaniedasylumseeker",
            "goingmissing",
            "childsexualexploitation",
            "childcriminalexploitation",
            "trafficking",
            "gangs",
            "selfharm",
            "youngcarer",
            "privatelyfostered",
            "neglect",
            "emotionalabuse",
            "alcoholmisusechild",
            "alcoholmisuseparent",
            "drugmisusechild",
            "drugmisuseparent",
            "domesticabusechild",
            "domesticabuseparent",
            "mentalhealthchild",
            "mentalhealthparent",
            "learningdisabilitychild",
            "physicaldisabilitychild",
            "sociallyunacceptablebehaviour",
            "absentparenting",
            "episodeswithassessmentfactor",
            "assessmentfactor",
            "factorsidentified",
        ],
    ),
    (
        Release::ChildrenInNeed,
        &[
            "cinnumber",
            "cinrate",
            "at31episodes",
            "at31episodesrate",
            "cinduringyear",
            "referrals",
            "rereferrals",
            "childreninneed",
            "primaryneed",
            "cppstart",
            "cppat31",
            "section47enquiries",
            "s47",
            "icpc",
            "noofreferrals",
            "cinat31march",
            "disabilityrecorded",
        ],
    ),
    (
        Release::CareLeavers,
        &[
            "accommodationsuitability",
            "accommodationtype",
            "intouch",
            "activity",
            "activitytype",
            "allaged192021",
            "acthe",
            "actoe",
            "accsuit",
            "accp",
            "laacc",
            "clact1718",
            "lanoaccinf",
            "lanoactinf",
            "age",
        ],
    ),
    (
        Release::Outcomes,
        &[
            "cla12mths",
            "cla10over",
            "claconvicted",
            "clasubmisuse",
            "claimmunisation",
            "clateethcheck",
            "clahealthassmt",
            "clasdq",
            "clasdqnormal",
            "healthassessment",
            "immunisations",
        ],
    ),
    (
        Release::Started,
        &["sclamale", "sclafemale", "sclau1", "scla1to4", "sclaabneg", "sclas20", "clataken", "clastarted"],
    ),
    (
        Release::Ceased,
        &["clacease", "claceamal", "claceafe", "claceaadop", "claceadied", "claceaspecg", "clacea16", "claceaindliv"],
    ),
    (
        Release::Placements,
        &[
            "placementtype",
            "placementprovider",
            "placementlocation",
            "distancetoplacement",
            "placementstability",
            "clafost",
            "clainbound",
            "claoutbound",
            "clasecure",
            "placements3ormore",
        ],
    ),
];

/// Columns of place and time as the Department writes them. A table that a person made has others.
const OF_A_RELEASE: &[&str] = &[
    "timeperiod",
    "timeidentifier",
    "geographiclevel",
    "countrycode",
    "regioncode",
    "newlacode",
    "oldlacode",
    "laname",
    "geogl",
    "geogc",
    "geogn",
    "newgeogcode",
];

/// The release that a file belongs to by its columns, if it is another one.
pub(super) fn by_columns(cells: &[String]) -> Option<Release> {
    let plain: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let is_release = plain.iter().filter(|name| OF_A_RELEASE.contains(&name.as_str())).count() >= 2;
    if !is_release {
        return None;
    }
    let matching = |names: &[&str]| {
        // `CLA_started2016` is the same column in each year.
        plain
            .iter()
            .filter(|name| {
                names.contains(&name.trim_end_matches(|c: char| c.is_ascii_digit())) || names.contains(&name.as_str())
            })
            .count()
    };
    let best = COLUMNS.iter().map(|(release, names)| (matching(names), *release)).filter(|(count, _)| *count >= 2);
    // If several are equal, the first is used.
    best.rev().max_by_key(|(count, _)| *count).map(|(_, release)| release)
}

/// The release that a category belongs to, by its words.
pub(super) fn by_category(text: &str) -> Release {
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if has(&["leaver"]) {
        Release::CareLeavers
    } else if has(&["start"]) {
        Release::Started
    } else if has(&["ceas", "left care"]) {
        Release::Ceased
    } else if has(&["convict", "immunis", "health", "sdq", "substance", "dental", "teeth"]) {
        Release::Outcomes
    } else if has(&["in need", "referral", "assessment", "child protection"]) {
        Release::ChildrenInNeed
    } else if has(&["placement", "placed", "foster", "adopt", "provi"]) {
        Release::Placements
    } else {
        Release::Other
    }
}

fn plain(cell: &str) -> String {
    cell.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(header: &str) -> Option<Release> {
        by_columns(&header.split(',').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn other_releases_are_known_by_their_columns() {
        const PLACE: &str = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code";
        for (columns, release) in [
            ("Unaccompanied_asylum_seeker,Going_missing,Trafficking,Gangs", Some(Release::AssessmentFactors)),
            ("CIN_number,CIN_rate,At31_episodes", Some(Release::ChildrenInNeed)),
            ("age,accommodation_suitability,number,percentage", Some(Release::CareLeavers)),
            ("age,activity,number,percentage", Some(Release::CareLeavers)),
            ("placement_type,placement_provider,number", Some(Release::Placements)),
            ("CLA_group,number", None),
            ("CLA_group,characteristic,number,percentage", None),
        ] {
            assert_eq!(known(&format!("{PLACE},{columns}")), release, "{columns}");
        }
        let old = "LA_order,New_geog_code,geog_l,geog_c,geog_n";
        for (columns, release) in [
            ("CLA_started2016,CLA_taken2016,SCLA_male,SCLA_female", Some(Release::Started)),
            ("CLA_cease,CLA_ceamal,CLA_ceafe", Some(Release::Ceased)),
            ("All_aged1920&21,Act_HE,Act_OE,Acc_SUIT", Some(Release::CareLeavers)),
            ("CLA_12mths,CLA_10over,CLA_convicted", Some(Release::Outcomes)),
            ("CLA_MissDuringYear,CLA_MissIncs", None),
        ] {
            assert_eq!(known(&format!("{old},{columns}")), release, "{columns}");
        }
        // A person's own table belongs to no release.
        assert_eq!(known("Authority,Year,Unaccompanied asylum seeker,Going missing"), None);
    }
}
