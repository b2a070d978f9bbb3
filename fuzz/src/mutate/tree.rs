//! A document bent as the tree that it is.

use fastrand::Rng;
use serde_json::{Value, json};

use super::{bytes, words};

pub(super) fn bend(text: &mut Vec<u8>, chance: &mut Rng) {
    let Ok(mut document) = serde_json::from_slice::<Value>(text) else { return bytes::bend(text, chance) };
    let places = count(&document);
    let mut place = chance.usize(..places);
    if let Some(node) = node(&mut document, &mut place) {
        change(node, chance);
    }
    *text = document.to_string().into_bytes();
}

/// How many nodes a tree has.
fn count(of: &Value) -> usize {
    1 + match of {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(map) => map.values().map(count).sum::<usize>(),
        _ => 0,
    }
}

/// The node so many places on.
fn node<'a>(of: &'a mut Value, place: &mut usize) -> Option<&'a mut Value> {
    if *place == 0 {
        return Some(of);
    }
    *place -= 1;
    match of {
        Value::Array(list) => list.iter_mut().find_map(|inside| node(inside, place)),
        Value::Object(map) => map.values_mut().find_map(|inside| node(inside, place)),
        _ => None,
    }
}

fn change(node: &mut Value, chance: &mut Rng) {
    *node = match (chance.u32(..8), node.take()) {
        (0, Value::Array(mut list)) if !list.is_empty() => {
            let again = list[chance.usize(..list.len())].clone();
            let times = 1 << chance.u32(..8);
            list.extend(std::iter::repeat_n(again, times));
            Value::Array(list)
        }
        (0 | 1, Value::Array(mut list)) => {
            list.pop();
            Value::Array(list)
        }
        (0 | 1, Value::Object(mut map)) => {
            let key = map.keys().nth(chance.usize(..map.len().max(1))).cloned().unwrap_or_default();
            let value = map.remove(&key).unwrap_or_default();
            map.insert(if chance.bool() { words::cell(chance) } else { key }, value);
            Value::Object(map)
        }
        (2, was) => (0..chance.u32(..140)).fold(was, |inside, _| json!([inside])),
        (3, _) => json!({}),
        (4, _) => Value::Null,
        (5, _) => [json!(-1), json!(1e300), json!(u64::MAX), json!(0), json!(true)][chance.usize(..5)].clone(),
        _ => json!(words::cell(chance)),
    };
}
