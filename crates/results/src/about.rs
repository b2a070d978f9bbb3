//! The one thing that a part is about.

use document::{Block, Part, Topic, all};
use missing_rates::area::authority;

use crate::context::Context;

/// What these blocks of a part are about; none if it is about nothing, or about more than one thing.
pub fn about(part: Part, context: Context<'_>, blocks: &[Block]) -> Option<Topic> {
    match part {
        Part::Council => {
            let of = authority(context.settings.shown.council?)?;
            let answer = all(blocks).into_iter().find_map(|block| match block {
                Block::Answer { share: Some(share), words } => Some([share, " ", words].concat()),
                Block::Answer { share: None, words } => Some(words.to_string()),
                _ => None,
            });
            Some(Topic { named: of.code.as_str().to_owned().into(), said: answer.unwrap_or_default().into() })
        }
        // Where there is no such figure, a lead says so.
        Part::Figure if !matches!(blocks.first(), Some(Block::Lead { .. })) => Some(Topic::default()),
        _ => None,
    }
}
