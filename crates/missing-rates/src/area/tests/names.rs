//! Names as they stand in real lists, and names of other bodies.

use std::time::{Duration, Instant};

use crate::area::{Resolution, resolve};

/// What the cell means: a code, several with `+`, `total`, `not` for a body without children's services (and who has
/// them instead), or `?` for no more than suggestions.
fn meaning(text: &str) -> String {
    match resolve(text) {
        Resolution::Authority { authority, .. } => authority.code.to_string(),
        Resolution::Joint(authorities) => {
            authorities.iter().map(|authority| authority.code.to_string()).collect::<Vec<_>>().join("+")
        }
        Resolution::Aggregate => "total".to_owned(),
        Resolution::OtherBody(body) => match body.instead {
            Some(authority) => format!("not, but {}", authority.code),
            None => "not".to_owned(),
        },
        Resolution::Suggestions(_) => "?".to_owned(),
    }
}

const AWKWARD: &[(&str, &str)] = &[
    // Cities and the counties around them.
    ("Nottingham", "E06000018"),
    ("Nottingham City Council", "E06000018"),
    ("City of Nottingham UA", "E06000018"),
    ("Nottinghamshire", "E10000024"),
    ("Nottinghamshire County Council", "E10000024"),
    ("Nottingham County Council", "?"),
    ("Nottinghamshire City Council", "?"),
    ("Leicester City", "E06000016"),
    ("Leicestershire CC", "E10000018"),
    ("Leicester County Council", "?"),
    ("Derby CC", "E06000015"),
    ("DERBYSHIRE COUNTY", "E10000007"),
    ("Derbyshire (county)", "E10000007"),
    ("Derby County", "?"),
    ("Bedford Borough Council", "E06000055"),
    ("Bedfordshire", "?"),
    ("Bedfordshire County Council", "?"),
    ("County Durham", "E06000047"),
    ("Durham", "E06000047"),
    ("Durham County Council", "E06000047"),
    ("City of Durham Council", "?"),
    ("Durham City Council", "?"),
    ("Herefordshire", "E06000019"),
    ("Herefordshire, County of", "E06000019"),
    ("Herefordshire (County of)", "E06000019"),
    ("East Riding of Yorkshire Council", "E06000011"),
    ("East Riding", "E06000011"),
    ("City of York Council", "E06000014"),
    ("York, City of", "E06000014"),
    ("North Yorkshire CC", "E06000065"),
    ("Yorkshire", "?"),
    ("West Yorkshire", "not"),
    // Names with a place in them.
    ("Kingston upon Hull, City of", "E06000010"),
    ("Kingston-upon-Hull City Council", "E06000010"),
    ("Hull", "E06000010"),
    ("Hull CC", "E06000010"),
    ("Kingston upon Thames", "E09000021"),
    ("RB of Kingston", "?"),
    ("The Royal Borough of Kingston-upon-Thames", "E09000021"),
    ("Kingston", "?"),
    ("Newcastle upon Tyne", "E08000021"),
    ("NEWCASTLE-UPON-TYNE CITY COUNCIL", "E08000021"),
    ("Newcastle City Council", "E08000021"),
    ("Newcastle", "?"),
    ("Newcastle-under-Lyme Borough Council", "not, but E10000028"),
    ("Richmond", "?"),
    ("Richmond-upon-Thames", "E09000027"),
    ("Richmondshire District Council", "not, but E06000065"),
    ("Stoke on Trent", "E06000021"),
    ("Stockton-On-Tees UA", "E06000004"),
    ("Southend on Sea City Council", "E06000033"),
    ("Bristol", "E06000023"),
    ("Bristol, City of", "E06000023"),
    ("City and County of Bristol", "E06000023"),
    ("St Helens", "E08000013"),
    ("St. Helen's MBC", "E08000013"),
    ("Council of the Isles of Scilly", "E06000053"),
    ("B&NES", "E06000022"),
    ("Bath & North East Somerset", "E06000022"),
    ("Bath", "?"),
    ("BCP Council", "E06000058"),
    ("Bournemouth Christchurch & Poole", "E06000058"),
    ("Telford & Wrekin Council", "E06000020"),
    ("Cheshire West & Chester", "E06000050"),
    ("Cheshire", "?"),
    ("Cheshire West", "E06000050"),
    ("West Berkshire District Council", "E06000037"),
    ("Berkshire", "?"),
    ("Windsor & Maidenhead (Royal Borough of)", "E06000040"),
    ("City of Bradford Metropolitan District Council", "E08000032"),
    ("Bradford MDC", "E08000032"),
    ("Wigan Metropolitan Borough Council", "E08000010"),
    ("Milton Keynes City Council", "E06000042"),
    // London.
    ("City of London", "E09000001"),
    ("City of London Corporation", "E09000001"),
    ("London, City of", "E09000001"),
    ("London", "total"),
    ("Inner London", "total"),
    ("London Borough of Barnet", "E09000003"),
    ("LB Barnet", "E09000003"),
    ("Barnet London Borough Council", "E09000003"),
    ("Barnet, London Borough of", "E09000003"),
    ("London Borough of Kent", "?"),
    ("City of Westminster", "E09000033"),
    ("Hammersmith & Fulham LBC", "E09000013"),
    ("RBKC", "E09000020"),
    // Ended authorities, and the names that two share.
    ("Northamptonshire", "E10000021"),
    ("Northamptonshire County Council", "E10000021"),
    ("Northampton", "not, but E06000062"),
    ("Cumbria", "E10000006"),
    ("Bournemouth", "E06000028"),
    ("Borough of Poole", "E06000029"),
    ("Dorset", "E06000059"),
    ("Dorset (county)", "E10000009"),
    ("Dorset County Council", "E06000059"),
    ("West Dorset", "not, but E06000059"),
    ("Somerset", "E06000066"),
    ("Somerset (County)", "E10000027"),
    ("South Somerset District Council", "not, but E06000066"),
    ("Buckinghamshire", "E06000060"),
    ("E10000002", "E10000002"),
    ("South Bucks", "not, but E06000060"),
    // Wales.
    ("Ynys Môn", "W06000001"),
    ("Ynys Mon", "W06000001"),
    ("Sir Ynys Mo\u{302}n", "W06000001"),
    ("Ynys M\u{fffd}n", "W06000001"),
    ("Isle of Anglesey County Council", "W06000001"),
    ("Cyngor Sir Ynys Môn / Isle of Anglesey County Council", "W06000001"),
    ("Rhondda Cynon Taff CBC", "W06000016"),
    ("Cyngor Bwrdeistref Sirol Pen-y-bont ar Ogwr", "W06000013"),
    ("Cyngor Sir Ddinbych", "W06000004"),
    ("Cyngor Gwynedd", "W06000002"),
    ("Dinas a Sir Abertawe", "W06000011"),
    ("City and County of Swansea Council", "W06000011"),
    ("Cyngor Caerdydd", "W06000015"),
    ("Wrecsam", "W06000006"),
    ("The Vale of Glamorgan Council", "W06000014"),
    ("Glamorgan", "?"),
    // Scotland.
    ("Na h-Eileanan Siar", "S12000013"),
    ("Comhairle nan Eilean Siar (Western Isles)", "S12000013"),
    ("Argyll & Bute Council", "S12000035"),
    ("Perth & Kinross", "S12000048"),
    ("Perth", "?"),
    ("The City of Edinburgh Council", "S12000036"),
    ("Edinburgh, City of", "S12000036"),
    ("Dundee", "S12000042"),
    ("Aberdeen", "S12000033"),
    ("Aberdeen County Council", "?"),
    ("Aberdeenshire", "S12000034"),
    ("Scottish Borders", "S12000026"),
    ("Orkney", "S12000023"),
    // Northern Ireland: the trusts, not the councils.
    ("Belfast HSCT", "BHSCT"),
    ("Belfast Health & Social Care Trust", "BHSCT"),
    ("Belfast City Council", "not"),
    ("Belfast", "?"),
    ("South Eastern Trust", "SEHSCT"),
    ("Western", "?"),
    // Codes.
    ("E08000020", "E08000037"),
    (" s12000046 ", "S12000049"),
    ("bhsct", "BHSCT"),
    ("805", "E06000001"),
    ("815", "E06000065"),
    ("999", "?"),
    ("E07000178", "?"),
    ("Hartlepool (805)", "E06000001"),
    ("E06000001 - Hartlepool", "E06000001"),
    ("E06000001 - Middlesbrough", "?"),
    ("Leeds [1]", "E08000035"),
    ("Leeds¹", "E08000035"),
    ("Leeds*", "E08000035"),
    ("Leeds / Bradford", "E08000032+E08000035"),
    // Several that answered together.
    ("Kensington and Chelsea / Westminster", "E09000020+E09000033"),
    ("Westminster & Kensington and Chelsea", "E09000020+E09000033"),
    ("Royal Borough of Kensington & Chelsea and Westminster City Council", "E09000020+E09000033"),
    ("Cumberland and Westmorland and Furness", "E06000063+E06000064"),
    ("Brighton and Hove and East Sussex", "E06000043+E10000011"),
    ("Leicester, Leicestershire and Rutland", "E06000016+E06000017+E10000018"),
    ("Bournemouth and Poole", "E06000028+E06000029"),
    ("Nottingham City + Nottinghamshire", "E06000018+E10000024"),
    ("Kingston upon Thames with Richmond upon Thames", "E09000021+E09000027"),
    ("Gwynedd a Cheredigion", "?"),
    ("Leeds / Bradfrod", "?"),
    ("Leeds and district", "?"),
    ("Leeds / Kirklees / Leeds", "E08000034+E08000035"),
    ("Devon / Devon", "E10000008"),
    // Totals.
    ("England", "total"),
    ("ENGLAND (total)", "total"),
    ("Total", "total"),
    ("Grand Total:", "total"),
    ("UK", "total"),
    ("United Kingdom", "total"),
    ("All authorities", "total"),
    ("All local authorities", "total"),
    ("East of England", "total"),
    ("Yorkshire & the Humber", "total"),
    ("North East region", "total"),
    ("E12000007", "total"),
    ("Wales - average", "total"),
    ("Total (212)", "total"),
    ("Local authority", "?"),
    ("North East Lincolnshire", "E06000012"),
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
    ("Birmingham Children's Trust", "?"),
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
fn an_awkward_name_is_the_authority_that_it_means_or_only_suggested() {
    let wrong: Vec<_> =
        AWKWARD.iter().map(|(text, expected)| (text, expected, meaning(text))).filter(|(_, e, m)| *e != m).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
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
    ] {
        let Resolution::Suggestions(meant) = resolve(text) else { panic!("{text}") };
        assert_eq!(meant.first().map(|authority| authority.name), Some(first), "{text}");
        assert!(meant.len() <= 3);
    }
    assert_eq!(resolve("Zürich"), Resolution::Suggestions(Vec::new()));
}

#[test]
fn ten_thousand_names_are_resolved_in_a_moment() {
    let start = Instant::now();
    for round in 0..10_000_usize {
        let _ = resolve(AWKWARD[round % AWKWARD.len()].0);
    }
    // Generous: tests run unoptimised, beside others.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    println!("{:?}", start.elapsed());
}
