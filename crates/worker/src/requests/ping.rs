//! The page asks whether the worker listens.

use document::Reply;

use crate::desk::Desk;

pub(super) fn ping<F: Clone>(desk: &mut Desk<F>, turn: u32) -> bool {
    desk.send(Reply::Pong { turn });
    false
}
