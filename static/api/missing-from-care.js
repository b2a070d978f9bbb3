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
 * @param files one or several: File objects, or `{ name, content }` with a text, bytes or a Blob
 * @param query what is asked; docs/api.md names every option
 */
export function calculate(files, query) {
  return withAll(files, query, (calculation) => calculation.report());
}

/**
 * Reads files and writes the report on them as a text; `null` where they cannot answer a request.
 * @param format `json`, `csv`, `based-on`, `chase-list`, `work-list`, `changed-answers`, `foi-text` or `foi-csv`
 */
export async function write(files, format, query) {
  if (typeof format !== 'string') throw new TypeError('format: json, csv, based-on, chase-list, work-list, changed-answers, foi-text or foi-csv');
  return withAll(files, query, (calculation) => calculation.write(format) ?? null);
}

/** What is made of a calculation that has read all files. */
async function withAll(files, query, make) {
  const given = listed(files);
  if (query !== undefined && query !== null && !isPlain(query)) throw new TypeError('an object of options is expected');
  await load();
  // What is asked is understood before the first file is read.
  const calculation = new Calculation(query);
  try {
    for (const file of given) {
      if (typeof file?.name !== 'string') throw new TypeError('a file needs a name');
      calculation.begin(file.name);
      for await (const bytes of piecesOf(file)) calculation.push(bytes);
      calculation.end();
    }
    for (const number of calculation.to_map()) {
      calculation.begin_mapped(number);
      for await (const bytes of piecesOf(given[number - 1])) calculation.push(bytes);
      calculation.end();
    }
    return make(calculation);
  } finally {
    calculation.free();
  }
}

/** Whether it is an object of names and values, and no date, list, map or the like, which would be read as one without options. */
function isPlain(query) {
  return Object.prototype.toString.call(query) === '[object Object]' && !(Symbol.iterator in query);
}

/** The files: one alone, or those of a list. */
function listed(files) {
  if (typeof files?.name === 'string') return [files];
  if (typeof files?.[Symbol.iterator] !== 'function' || typeof files === 'string') {
    throw new TypeError('files: a file, or a list of files');
  }
  return [...files];
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
