//! How requests and replies cross between page and worker: as bytes that postcard writes and reads, in the order of
//! their fields (decision 0028).

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Encodes a message as bytes that can be posted.
pub fn encode(message: &impl Serialize) -> Vec<u8> {
    // A vector takes whatever is written, so this cannot fail.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// Decodes a message from posted bytes; `None` if they are not one.
pub fn decode<M: DeserializeOwned>(bytes: &[u8]) -> Option<M> {
    let (message, rest) = postcard::take_from_bytes(bytes).ok()?;
    rest.is_empty().then_some(message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;
    use crate::setting::Setting;

    #[test]
    fn bytes_that_are_no_message_are_refused() {
        let command = Command::Set { setting: Setting::Period("2024-04-01/2025-03-31".parse().ok()) };
        let bytes = encode(&command);
        assert_eq!(decode::<Command>(&bytes), Some(command));
        for end in 0..bytes.len() {
            assert_eq!(decode::<Command>(&bytes[..end]), None, "cut at {end}");
        }
        assert_eq!(decode::<Command>(&[bytes, vec![0]].concat()), None, "more than a message");
        assert_eq!(decode::<Command>(&[255]), None);
        // A length that does not fit in any memory.
        assert_eq!(decode::<String>(&[255, 255, 255, 255, 255, 255, 255, 255, 255, 1]), None);
    }
}
