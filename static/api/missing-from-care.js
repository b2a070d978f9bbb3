// Files in, a report out: the engine of Missing from Care for programs, in a browser and in Node. See docs/api.md.

import init, { Calculation } from './engine.js';

const PROGRAM = new URL('./engine_bg.wasm', import.meta.url);

let loading;

/** Loads the engine, once. Calling it is never needed; it lets a program choose when. */
export function load() {
  loading ??= program().then((module_or_path) => init({ module_or_path }));
  return loading.then(() => undefined);
}

async function program() {
  // Node reads from the disk what a browser fetches.
  if (PROGRAM.protocol !== 'file:') return PROGRAM;
  const { readFile } = await import('node:fs/promises');
  return readFile(PROGRAM);
}

/**
 * Reads files and works out the report on them.
 * @param files File objects, or `{ name, content }` with a text, bytes or a Blob
 * @param options `period`: a range of days such as `2024-01-01/2024-12-31`; `disclosure`: `exact`, `safe`, `safe-to5`
 *   or `safe-to10`
 */
export async function calculate(files, { period, disclosure } = {}) {
  if (period !== undefined && typeof period !== 'string') throw new TypeError('a period is a text: 2024-01-01/2024-12-31');
  if (disclosure !== undefined && typeof disclosure !== 'string') throw new TypeError('a disclosure is a text: exact, safe, …');
  const given = [...files];
  await load();
  const calculation = new Calculation();
  try {
    for (const file of given) {
      if (typeof file?.name !== 'string') throw new TypeError('a file needs a name');
      calculation.begin(file.name);
      for await (const bytes of piecesOf(file)) calculation.push(bytes);
      calculation.end();
    }
    let json;
    try {
      json = calculation.report(period, disclosure);
    } catch (reason) {
      throw typeof reason === 'string' ? new RangeError(reason) : reason;
    }
    return JSON.parse(json);
  } finally {
    calculation.free();
  }
}

/** What a file holds, piece by piece. */
async function* piecesOf(file) {
  const content = file instanceof Blob ? file : file.content;
  if (content instanceof Blob) {
    const reader = content.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } else if (typeof content === 'string') {
    yield new TextEncoder().encode(content);
  } else if (content instanceof ArrayBuffer) {
    yield new Uint8Array(content);
  } else if (ArrayBuffer.isView(content)) {
    yield new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  } else {
    throw new TypeError(`the content of ${file.name} must be a text, bytes or a Blob`);
  }
}
