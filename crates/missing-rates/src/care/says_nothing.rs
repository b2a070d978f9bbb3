//! Which tables of a return say nothing about its days.

/// Which tables of a return say nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SaysNothing {
    pub(super) episodes: bool,
    pub(super) uasc: bool,
    pub(super) missing: bool,
}
