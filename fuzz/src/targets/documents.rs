//! Documents of the product's own, chosen beside the files that they are about: mappings, and decisions.

use fastrand::Rng;
use missing_rates::decisions::Decisions;
use missing_rates::mapping::Mapping;
use missing_rates::{FileId, Query};

use crate::case::Case;
use crate::checks;
use crate::page::{asked, read, read_mapped};

pub(super) fn run(case: &Case, chance: &mut Rng) -> Result<u64, String> {
    let mut query = Query { disclosure: asked(chance).disclosure, ..Query::default() };
    let mut mappings = Vec::new();
    for file in &case.files {
        let text = String::from_utf8_lossy(&file.bytes);
        if let Ok(decisions) = Decisions::from_json(&text) {
            if Decisions::from_json(&decisions.to_json()).as_ref() != Ok(&decisions) {
                return Err("decisions that are kept are others when they are read".to_owned());
            }
            query.decisions.extend(&decisions);
        }
        if let Ok(mapping) = Mapping::from_json(&text) {
            if Mapping::from_json(&mapping.to_json()).as_ref() != Ok(&mapping) {
                return Err("a mapping that is kept is another when it is read".to_owned());
            }
            mappings.push(mapping);
        }
    }
    let mut returns = read(&case.files);
    for (id, file) in (1..).zip(&case.files) {
        // As it fits, and as somebody might say who has not looked: every mapping is tried with every file.
        let mapping = returns.mapping_for(id).or_else(|| mappings.iter().find_map(|of| returns.mapped_by(id, of)));
        let forced = mappings.get(chance.usize(..=mappings.len())).cloned();
        if let Some(mapping) = mapping.or(forced) {
            returns.add(id, read_mapped(file, mapping));
        }
    }
    let report = returns.report(&query);
    checks::report(&report)?;
    // Asked again with all that was decided, nothing is decided otherwise.
    let decided = Query { decisions: returns.decisions(&query), ..query.clone() };
    if returns.decisions(&decided) != decided.decisions {
        return Err("decisions that are kept whole change when they are asked again".to_owned());
    }
    let ids = (1..).take(case.files.len()).filter(|id: &FileId| returns.unknown_columns(*id).is_some()).count();
    Ok(checks::shown(&report) ^ ids as u64)
}
