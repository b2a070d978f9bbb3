//! Names of other bodies, names that are typed wrongly, and names that could be of two: suggested, and never taken.

use super::meaning::assert_mean;
use crate::area::{Resolution, resolve};

const OTHERS: &[(&str, &str)] = &[
    // Districts and other bodies without children's services; misspellings; nothing.
    ("Oxford City Council", "not, but E10000025"),
    ("Cambridge", "not, but E10000003"),
    ("Lincoln", "not, but E10000019"),
    ("Gloucester City Council", "not, but E10000013"),
    ("Worcester", "not, but E10000034"),
    ("Warwick District Council", "not, but E10000031"),
    ("Lancaster City Council", "not, but E10000017"),
    ("Stafford Borough Council", "not, but E10000028"),
    ("Derbyshire Dales", "not, but E10000007"),
    ("North Devon Council", "not, but E10000008"),
    ("East Hertfordshire", "not, but E10000015"),
    ("Kent Police", "not"),
    ("Greater Manchester", "not"),
    ("Birmingam", "?"),
    ("Readng", "?"),
    ("Leicestershir", "?"),
    ("Council", "?"),
    ("City of", "?"),
    ("the", "?"),
    ("", "?"),
    ("  ", "?"),
    ("()", "?"),
];

#[test]
fn a_body_without_childrens_services_is_none_and_what_is_typed_wrongly_is_no_more_than_suggested() {
    assert_mean(OTHERS);
}

#[test]
fn the_likeliest_authority_is_suggested_first() {
    for (text, first) in [
        ("Birmingam", "Birmingham"),
        ("Oxford County Council", "Oxfordshire"),
        ("Nottingham County Council", "Nottingham"),
        ("Newcastle", "Newcastle upon Tyne"),
        ("Brighton", "Brighton and Hove"),
        ("Redcar & Clevland", "Redcar and Cleveland"),
        ("Wolverhamton City Council", "Wolverhampton"),
        ("City of Londn", "City of London"),
        ("Ynys Moon", "Isle of Anglesey"),
        ("Rochdal Metropolitan Borough Council (RMBC)", "Rochdale"),
        ("Kemt", "Kent"),
        ("E Susex", "East Sussex"),
        ("E. Susses", "East Sussex"),
        ("W Susex", "West Sussex"),
        ("NE Linc", "North East Lincolnshire"),
        ("S Gloucestr", "South Gloucestershire"),
        ("Notts City", "Nottingham"),
        ("Leics City Council", "Leicester"),
        ("Kent Children's Trust", "Kent"),
        ("Medway (Kent)", "Medway"),
        ("N Somersett", "North Somerset"),
    ] {
        let Resolution::Suggestions(meant) = resolve(text) else { panic!("{text}: {:?}", resolve(text)) };
        assert_eq!(meant.first().map(|authority| authority.name), Some(first), "{text}");
        assert!(meant.len() <= 3);
    }
    assert_eq!(resolve("Zürich"), Resolution::Suggestions(Vec::new()));
}
