//! Compound files, in which an `.xls` lies.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::cast_possible_truncation)]

use super::binary::{joined, wide};

/// A compound file of these streams.
pub(crate) fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let (end, free, of_table) = (0xFFFF_FFFE_u32, 0xFFFF_FFFF_u32, 0xFFFF_FFFD_u32);
    let mut next: Vec<u32> = Vec::new();
    let mut content: Vec<u8> = Vec::new();
    let mut put = |bytes: &[u8]| {
        let start = next.len() as u32;
        let sectors = bytes.len().div_ceil(SECTOR).max(1);
        next.extend((1..sectors as u32).map(|at| start + at));
        next.push(end);
        content.extend_from_slice(bytes);
        content.resize(next.len() * SECTOR, 0);
        start
    };
    let entry = |name: &str, kind: u8, right: u32, child: u32, start: u32, size: usize| {
        let mut letters = wide(name);
        letters.resize(64, 0);
        let length = (2 * (name.len() as u16 + 1)).to_le_bytes();
        let links = [free, right, child].map(u32::to_le_bytes).concat();
        let (start, size) = (start.to_le_bytes(), (size as u64).to_le_bytes());
        joined(&[&letters, &length, &[kind, 1], &links, &[0; 36], &start, &size])
    };
    let mut directory = entry("Root Entry", 5, free, 1, end, 0);
    for (at, (name, bytes)) in (1_u32..).zip(streams) {
        // What is shorter lies elsewhere.
        let mut bytes = bytes.clone();
        bytes.resize(bytes.len().max(4096), 0);
        let right = if at as usize == streams.len() { free } else { at + 1 };
        directory.extend(entry(name, 2, right, free, put(&bytes), bytes.len()));
    }
    directory.resize(directory.len().next_multiple_of(SECTOR), 0);
    let directory = put(&directory);
    let mut tables = 1;
    while (next.len() + tables).div_ceil(SECTOR / 4) > tables {
        tables += 1;
    }
    let first = next.len() as u32;
    next.extend(std::iter::repeat_n(of_table, tables));
    next.resize(tables * SECTOR / 4, free);
    let mut header = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    header.extend([0; 16]);
    header.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header.extend([0; 10]);
    header.extend([tables as u32, directory, 0, 4096, end, 0, end, 0].map(u32::to_le_bytes).concat());
    let named = (0..109).map(|at| if (at as usize) < tables { first + at } else { free });
    header.extend(named.flat_map(u32::to_le_bytes));
    joined(&[&header, &content, &next.into_iter().flat_map(u32::to_le_bytes).collect::<Vec<u8>>()])
}
