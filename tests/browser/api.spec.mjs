// The engine for programs: in Node, in a browser, and against its types.

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { DIST, serve } from './support/server.mjs';
import { PROGRAM } from './support/terminal.mjs';
import { expect, samples, test } from './support/test.mjs';

const FOLDER = join(DIST, 'api');
const MODULE = pathToFileURL(join(FOLDER, 'missing-from-care.js')).href;

const named = (paths) =>
  Promise.all(paths.map(async (path) => ({ name: path.split('/').pop(), content: await readFile(path) })));
const printed = (paths, ...options) =>
  JSON.parse(execFileSync(PROGRAM, ['--format', 'json', ...options, ...paths], { encoding: 'utf8', maxBuffer: 1 << 28 }));

test('a program in Node gets the report that the terminal prints', async () => {
  const { calculate } = await import(MODULE);
  for (const [name, paths] of Object.entries(samples)) {
    expect(await calculate(await named(paths)), name).toEqual(printed(paths));
  }
  const options = { period: '2024-01-01/2024-12-31' };
  expect(await calculate(await named(samples.return), options)).toEqual(
    printed(samples.return, '--period', '2024-01-01..2024-12-31'),
  );
});

test('a file may be a text, bytes, a Blob or a File', async () => {
  const { calculate } = await import(MODULE);
  const [{ name, content }] = await named(samples.answers);
  const expected = printed(samples.answers);
  const padded = new Uint8Array(content.length + 9);
  padded.set(content, 4);
  for (const given of [
    { name, content: content.toString('utf8') },
    { name, content: content.buffer.slice(content.byteOffset, content.byteOffset + content.length) },
    { name, content: padded.subarray(4, 4 + content.length) },
    { name, content: new Blob([content]) },
    ...(globalThis.File ? [new File([content], name)] : []),
  ]) {
    expect(await calculate([given])).toEqual(expected);
  }
  expect((await calculate([])).rates).toEqual([]);
});

test('what is no file or no period is refused', async () => {
  const { calculate } = await import(MODULE);
  for (const files of [[{}], [{ name: 'a.csv' }], [{ name: 'a.csv', content: 1 }], [null]]) {
    await expect(calculate(files)).rejects.toThrow(TypeError);
  }
  await expect(calculate([], { period: 'last year' })).rejects.toThrow(RangeError);
  await expect(calculate([], { period: 2024 })).rejects.toThrow(TypeError);
});

test('a small page gets the same report', async ({ page }) => {
  const site = await serve();
  await page.route('**/small.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Small</title><input type="file">' }),
  );
  await page.goto(`${site.url}small.html`);
  await page.locator('input').setInputFiles(samples.return.slice(0, 1));
  const report = await page.evaluate(async (files) => {
    const { calculate } = await import(new URL('api/missing-from-care.js', location.href).href);
    const [chosen] = document.querySelector('input').files;
    return calculate([chosen, ...files]);
  }, await Promise.all((await named(samples.return.slice(1))).map(({ name, content }) => ({ name, content: content.toString() }))));
  expect(report).toEqual(printed(samples.return));
  await site.stop();
});

/** What the compiler says of a program that treats this as a report. */
async function complaints(folder, json) {
  await mkdir(folder, { recursive: true });
  const program = join(folder, 'program.ts');
  const types = resolve(FOLDER, 'missing-from-care.js').replaceAll('\\', '/');
  await writeFile(program, `import type { Report } from '${types}';\nconst real = ${json} as const;\nexport const report: Report = real;\n`);
  const options = { strict: true, noEmit: true, skipLibCheck: false, types: [], target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] };
  const made = ts.createProgram([program], options);
  return ts.getPreEmitDiagnostics(made).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** A few of each list: the compiler takes long over thousands. */
function fewer(report) {
  const few = (list) => list.filter((_, place) => place % Math.ceil(list.length / 25) === 0);
  return Object.fromEntries(Object.entries(report).map(([key, value]) => [key, Array.isArray(value) ? few(value) : value]));
}

test('the types are those of the real output', async ({}, info) => {
  test.setTimeout(180_000);
  const published = await readFile(samples.published[0], 'utf8');
  const folder = info.outputPath('inputs');
  await mkdir(folder, { recursive: true });
  const part = join(folder, 'published.csv');
  await writeFile(part, published.split('\n').slice(0, 400).join('\n'));
  const reports = [samples.answers, samples.return, [part]].map((paths) => fewer(printed(paths)));
  for (const [place, report] of reports.entries()) {
    expect(await complaints(info.outputPath(`types-${place}`), JSON.stringify(report))).toEqual([]);
  }
  // The lists that have types are there to be held against them.
  const seen = (key) => reports.some((report) => report[key].length > 0);
  for (const key of ['files', 'rates', 'ratios', 'totals', 'coverage', 'published', 'set_aside', 'funnel']) expect(seen(key), key).toBe(true);

  // The test can fail: a field that is gone, one of another type, a code that nobody knows.
  const [answers] = reports;
  for (const wrong of [
    { ...answers, rates: answers.rates.map(({ basis, ...rate }) => rate) },
    { ...answers, totals: answers.totals.map((total) => ({ ...total, lowest: 'few' })) },
    { ...answers, rates: answers.rates.map((rate) => ({ ...rate, cohort: 'everybody' })) },
  ]) {
    expect(await complaints(info.outputPath('wrong'), JSON.stringify(wrong))).not.toEqual([]);
  }
});
