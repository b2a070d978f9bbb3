//! Trusts that answer for councils, and several authorities that answer together.

use super::meaning::assert_mean;

const TOGETHER: &[(&str, &str)] = &[
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
];

const TRUSTS: &[(&str, &str)] = &[
    // Trusts that answer for councils.
    ("Birmingham Children's Trust", "E08000025"),
    ("Birmingham Children’s Trust CIC", "E08000025"),
    ("Sandwell Children's Trust", "E08000028"),
    ("Bradford Children and Families Trust", "E08000032"),
    ("Bradford Children & Families Trust", "E08000032"),
    ("Slough Children First", "E06000039"),
    ("Doncaster Children's Services Trust", "E08000017"),
    ("Worcestershire Children First", "E10000034"),
    ("Together for Children (Sunderland)", "E08000024"),
    ("Sunderland - Together for Children", "E08000024"),
    ("Sunderland City Council (Together for Children)", "E08000024"),
    ("Brighter Futures for Children", "E06000038"),
    ("Northamptonshire Children's Trust", "E06000061+E06000062"),
    ("Northants Children's Trust", "E06000061+E06000062"),
    ("Northamptonshire Children's Trust (West Northamptonshire)", "E06000062"),
    ("Achieving for Children", "?"),
    ("Achieving for Children (Kingston)", "E09000021"),
    ("Achieving for Children - Richmond upon Thames", "E09000027"),
    ("AfC (RBWM)", "E06000040"),
    ("Achieving for Children (Leeds)", "?"),
    ("Birmingham Children's Trust (Sandwell)", "?"),
    ("Kent Children's Trust", "?"),
    ("Hampshire and Isle of Wight", "E06000046+E10000014"),
];

#[test]
fn a_trust_is_the_council_that_it_answers_for_or_asked_where_it_answers_for_several() {
    assert_mean(TRUSTS);
}

#[test]
fn several_that_answer_together_are_all_of_them() {
    assert_mean(TOGETHER);
}
