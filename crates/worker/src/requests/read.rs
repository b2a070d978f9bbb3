//! A file is chosen, or is to be read again.

use missing_rates::FileId;

use crate::desk::{Desk, Job};

pub(super) fn read<F: Clone>(desk: &mut Desk<F>, id: FileId, job: Option<Job<F>>) -> bool {
    desk.forget(id);
    if let Some(job) = job {
        desk.queue(job);
    }
    true
}
