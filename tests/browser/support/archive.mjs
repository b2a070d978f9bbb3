// Zip archives, written and read: enough for workbooks that tests make and for those that the page writes.

import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** An archive of files: `{ 'a/b.txt': text or bytes }`. */
export function zip(files) {
  const [parts, entries] = [[], []];
  let at = 0;
  for (const [path, content] of Object.entries(files)) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content)];
    const packed = deflateRawSync(bytes);
    // Version 2.0, names in UTF-8, deflated, of 1 January 1980.
    const about = Buffer.alloc(26);
    [20, 0x800, 8, 0, 0x21].forEach((value, place) => about.writeUInt16LE(value, place * 2));
    [crc32(bytes), packed.length, bytes.length].forEach((value, place) => about.writeUInt32LE(value, 10 + place * 4));
    about.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), about, name, packed);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(at, 10);
    entries.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, end, name);
    at += 30 + name.length + packed.length;
  }
  const size = entries.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...entries, Buffer.from('PK\x05\x06'), end]);
}

/** The files of an archive, by their names, as text. */
export function unzip(bytes) {
  const files = {};
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((place, n) => (n ? bytes.readUInt16LE(at + place) : bytes.readUInt32LE(at + place)));
    const from = bytes.readUInt32LE(at + 42);
    const start = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
    const content = bytes.subarray(start, start + packed);
    const text = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content;
    files[bytes.toString('utf8', at + 46, at + 46 + name)] = text.toString('utf8');
    at += 46 + name + extra + comment;
  }
  return files;
}
