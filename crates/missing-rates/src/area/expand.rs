//! Expands what people abbreviate: `NE Lincs`, `S Glos`, `E Dunbarton`, `Bucks CC`.
//!
//! An abbreviation is written out, and the result is looked up as if it had been typed. It counts only if all ways to
//! write it out lead to one authority.

/// The abbreviation of a word, and the words that it may mean.
const SHORT: &[(&str, &[&str])] = &[
    ("n", &["north", "northern"]),
    ("nth", &["north", "northern"]),
    ("s", &["south", "southern"]),
    ("sth", &["south", "southern"]),
    ("e", &["east", "eastern"]),
    ("w", &["west", "western"]),
    ("ne", &["north east"]),
    ("nw", &["north west"]),
    ("se", &["south east", "south eastern"]),
    ("sw", &["south west"]),
    ("c", &["central"]),
    ("cent", &["central"]),
    ("co", &["county"]),
    ("cty", &["county", "city"]),
    ("cncl", &["council"]),
    ("boro", &["borough"]),
    ("met", &["metropolitan"]),
    ("dist", &["district"]),
    ("cs", &["childrens services"]),
    ("beds", &["bedfordshire"]),
    ("berks", &["berkshire"]),
    ("bucks", &["buckinghamshire"]),
    ("cambs", &["cambridgeshire"]),
    ("ches", &["cheshire"]),
    ("derbys", &["derbyshire"]),
    ("glos", &["gloucestershire"]),
    ("gloucs", &["gloucestershire"]),
    ("hants", &["hampshire"]),
    ("herefs", &["herefordshire"]),
    ("herts", &["hertfordshire"]),
    ("lancs", &["lancashire"]),
    ("leics", &["leicestershire"]),
    ("lincs", &["lincolnshire"]),
    ("northants", &["northamptonshire"]),
    ("nhants", &["northamptonshire"]),
    ("northumb", &["northumberland"]),
    ("notts", &["nottinghamshire"]),
    ("oxon", &["oxfordshire"]),
    ("salop", &["shropshire"]),
    ("shrops", &["shropshire"]),
    ("som", &["somerset"]),
    ("staffs", &["staffordshire"]),
    ("warks", &["warwickshire"]),
    ("wilts", &["wiltshire"]),
    ("worcs", &["worcestershire"]),
    ("yorks", &["yorkshire"]),
    ("glam", &["glamorgan"]),
    ("pembs", &["pembrokeshire"]),
    ("carms", &["carmarthenshire"]),
    ("denbs", &["denbighshire"]),
    ("flints", &["flintshire"]),
    ("mon", &["monmouthshire"]),
    ("ayr", &["ayrshire"]),
    ("dunbarton", &["dunbartonshire"]),
    ("dumbarton", &["dunbartonshire"]),
    ("dumbartonshire", &["dunbartonshire"]),
    ("dunbart", &["dunbartonshire"]),
    ("lanark", &["lanarkshire"]),
    ("lanarks", &["lanarkshire"]),
    ("renfrew", &["renfrewshire"]),
    ("ren", &["renfrewshire"]),
    ("aber", &["aberdeenshire", "aberdeen"]),
    ("edin", &["edinburgh"]),
    ("bham", &["birmingham"]),
    ("wton", &["wolverhampton"]),
    ("mcr", &["manchester"]),
    ("lpool", &["liverpool"]),
    ("middx", &["middlesex"]),
];

/// The highest number of ways in which a name is written out.
const MOST: usize = 16;

/// Every way to write out a normalised name. Empty if it has no abbreviation.
pub(super) fn written_out(name: &str) -> Vec<String> {
    let mut ways = vec![String::new()];
    let mut any = false;
    for word in name.split(' ') {
        let short = SHORT.iter().find(|(short, _)| *short == word);
        any |= short.is_some();
        let words = short.map_or(std::slice::from_ref(&word), |(_, long)| long);
        let longer = ways.iter().flat_map(|way| words.iter().map(move |word| [way, *word].join(" ")));
        ways = longer.take(MOST).map(|way| way.trim_start().to_owned()).collect();
    }
    if any { ways } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_name_out_is_tried() {
        assert_eq!(written_out("s glos"), ["south gloucestershire", "southern gloucestershire"]);
        assert_eq!(written_out("ne lincs"), ["north east lincolnshire"]);
        assert_eq!(written_out("kent"), Vec::<String>::new());
        assert_eq!(written_out("n s e w n s e w").len(), MOST);
    }
}
