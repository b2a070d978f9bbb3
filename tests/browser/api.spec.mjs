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
});

/** Each question of the terminal, as a program and as a command line ask it. */
const QUESTIONS = [
  ['return', { period: '2024-04-01/2025-03-31' }, ['--period', '2024-04-01..2025-03-31']],
  ['return', { yearEnding: 2025, authority: 'Kent' }, ['--year-ending', '2025', '--authority', 'Kent']],
  ['return', { fileYears: { 'missing.csv': 2024 } }, ['--file-year', 'missing.csv=2024']],
  ['return', { empty: ['missing.csv'] }, ['--empty', 'missing.csv']],
  ['return', { disclosure: 'safe' }, ['--safe']],
  ['return', { rounding: 10 }, ['--round', '10']],
  ['answers', { target: 40 }, ['--target', '40']],
  ['answers', { change: ['2023-01-01/2023-12-31', '2024-01-01/2024-12-31'] }, ['--change', '2023-01-01..2023-12-31', '2024-01-01..2024-12-31']],
  ['answers', { disclosure: 'safe-to5' }, ['--round', '5']],
  ['published', { publishedYears: 'calendar' }, ['--published-years', 'calendar']],
];

test('every question of the terminal can be asked, and the answers are the same', async () => {
  const { calculate } = await import(MODULE);
  for (const [files, query, options] of QUESTIONS) {
    expect(await calculate(await named(samples[files]), query), JSON.stringify(query)).toEqual(printed(samples[files], ...options));
  }
});

test('an earlier version is not counted, and what changed is written as the terminal writes it', async ({}, info) => {
  const { calculate, write } = await import(MODULE);
  const put = async (name, text) => (await writeFile(info.outputPath(name), text), info.outputPath(name));
  const files = [
    await put('may.csv', 'Authority,Year,UASC,UASC missing\nKent,2024,100,<5\nYork,2024,40,4\n'),
    await put('june.csv', 'Authority,Year,UASC,UASC missing\nKent,2024,100,7\nHull,2024,50,5\n'),
  ];
  const earlier = ['may.csv'];
  expect(await calculate(await named(files), { earlier })).toEqual(printed(files, '--earlier', 'may.csv'));
  const changed = await write(await named(files), 'changed-answers', { earlier });
  expect(changed).toContain(',Kent,2024-01-01/2024-12-31,unaccompanied,children-missing,other,0–4,7');
  await expect(write(await named(files), 'changed-answers', { earlier, disclosure: 'safe' })).rejects.toThrow(TypeError);
});

test('how files are read is asked as in the terminal, and what it changes is the same', async ({}, info) => {
  const { calculate } = await import(MODULE);
  const put = async (name, text) => (await writeFile(info.outputPath(name), text), info.outputPath(name));
  const episodes = await put('episodes.csv', 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\nA1,01/05/2024,S,C2,N1,U4,PR1,,\nA2,01/05/2024,S,C2,N1,U4,PR1,,\n');
  const missing = (name, child, heading = 'MIS_START') => put(name, `CHILD,MISSING,${heading},MIS_END\n${child},M,02/06/2024,03/06/2024\n`);
  const [a, b] = [await missing('a.csv', 'A1'), await missing('b.csv', 'A2')];
  const near = await missing('near.csv', 'A1', 'MIS START');
  const list = await put('list.csv', 'CHILD,TRAFFICKED\nA1,confirmed\nA2,pending\n');
  for (const [files, query, options] of [
    [[episodes, near], { exactHeadings: true }, ['--exact-headings']],
    [[episodes, a, b], { addTogether: [['a.csv', 'b.csv']] }, ['--add-together', 'a.csv,b.csv']],
    [[episodes, a, list], { trafficked: { pending: 'suspected' } }, ['--trafficked', 'pending=suspected']],
  ]) {
    const asked = await calculate(await named(files), query);
    expect(asked, JSON.stringify(query)).toEqual(printed(files, ...options));
    expect(asked, JSON.stringify(query)).not.toEqual(await calculate(await named(files)));
  }
});

test('decisions and mappings are taken as the page writes them', async ({}, info) => {
  const { calculate } = await import(MODULE);
  const document = (kind, more) => ({ format: 'missing-from-care/1', kind, ...more });
  const path = (name) => info.outputPath(name);
  const put = async (name, text) => (await writeFile(path(name), text), path(name));
  const answers = await put('answers.csv', 'Authority,Year,UASC,UASC missing\nKemt,2024,100,12\nHull,2024,50,a handful\n');
  const decisions = document('decisions', {
    names: [{ name: 'Kemt', authorities: ['E10000016'] }],
    wordings: [{ wording: 'a handful', says: { answer: 'range', lowest: 1, highest: 5 } }],
  });
  const kept = await put('decisions.json', JSON.stringify(decisions));
  const decided = await calculate(await named([answers]), { decisions });
  expect(decided).toEqual(printed([answers], '--decisions', kept));
  expect(decided).not.toEqual(await calculate(await named([answers])));
  expect(await calculate(await named([answers]), { decisions: [document('decisions', {}), decisions] })).toEqual(decided);

  const odd = await put('odd.csv', 'Who,When,Q1,Q2\nKent,2024,100,12\n');
  const columns = [['Who', 'authority'], ['When', 'year'], ['Q1', 'unaccompanied/children'], ['Q2', 'unaccompanied/children-missing']];
  const mapping = document('mapping', { of: 'authority-answers', columns: columns.map(([heading, field]) => ({ heading, field })) });
  const mapped = await put('mapping.json', JSON.stringify(mapping));
  const whole = printed([odd, mapped]);
  expect(whole.rates.length).toBeGreaterThan(0);
  // Among the files it is one of them, as in the terminal; as an option it is not.
  expect(await calculate(await named([odd, mapped]))).toEqual(whole);
  const asked = await calculate(await named([odd]), { mapping });
  expect(asked.rates).toEqual(whole.rates);
  expect(asked.files.map(({ name }) => name)).toEqual(['odd.csv']);
});

test('what the terminal writes as a text, a program gets too', async () => {
  const { write } = await import(MODULE);
  const printedAs = (format, ...options) =>
    execFileSync(PROGRAM, ['--format', format, ...options, ...samples.return], { encoding: 'utf8', maxBuffer: 1 << 28 });
  for (const format of ['json', 'csv', 'work-list', 'foi-text', 'foi-csv']) {
    expect(await write(await named(samples.return), format), format).toBe(printedAs(format));
  }
  expect(await write(await named(samples.return), 'work-list', { workOrder: 'by-child' })).toBe(printedAs('work-list', '--by-child'));
  expect(await write(await named(samples.answers), 'foi-text')).toBeNull();
  await expect(write(await named(samples.return), 'work-list', { disclosure: 'safe' })).rejects.toThrow(TypeError);
  await expect(write([], 'xml')).rejects.toThrow(/xml/);
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
  // One alone, without a list around it.
  expect(await calculate({ name, content })).toEqual(expected);
  if (globalThis.File) expect(await calculate(new File([content], name))).toEqual(expected);
  expect((await calculate([])).rates).toEqual([]);
});

test('what is no file, and an option that is unknown or wrong, is refused by its name', async () => {
  const { calculate } = await import(MODULE);
  for (const files of [[{}], [{ name: 'a.csv' }], [{ name: 'a.csv', content: 1 }], [null], null, 'a.csv', 1]) {
    await expect(calculate(files)).rejects.toThrow(TypeError);
  }
  for (const [query, name] of [
    [{ safe: true }, 'safe'],
    [{ periods: [] }, 'periods'],
    [{ period: 'last year' }, 'period'],
    [{ period: 2024 }, 'period'],
    [{ disclosure: 'secret' }, 'disclosure'],
    [{ rounding: 7 }, 'rounding'],
    [{ target: 112 }, 'target'],
    [{ target: NaN }, 'target'],
    [{ change: ['2024-01-01/2024-12-31'] }, 'change'],
    [{ authority: 'Birmingam' }, 'Birmingham'],
    [{ fileYears: { 'b.csv': 2025 } }, 'b.csv'],
    [{ yearEnding: 2025.5 }, 'yearEnding'],
    [{ decisions: { format: 'other' } }, 'decisions'],
    [{ mapping: 'mapping.json' }, 'mapping'],
    ['2024-01-01/2024-12-31', 'options'],
    [['2024-01-01/2024-12-31'], 'options'],
    [new Date(), 'options'],
  ]) {
    const failed = await calculate([{ name: 'a.csv', content: '' }], query).catch((error) => error);
    expect(failed, JSON.stringify(query)).toBeInstanceOf(TypeError);
    expect(failed.message).toContain(name);
  }
  // What is left out in any way is not asked.
  const nothing = { period: undefined, authority: null };
  expect(await calculate([], nothing)).toEqual(await calculate([]));
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

  // The test can fail: a field that is gone, one of another type, an unknown code.
  const [answers] = reports;
  for (const wrong of [
    { ...answers, rates: answers.rates.map(({ basis, ...rate }) => rate) },
    { ...answers, totals: answers.totals.map((total) => ({ ...total, lowest: 'few' })) },
    { ...answers, rates: answers.rates.map((rate) => ({ ...rate, cohort: 'everybody' })) },
  ]) {
    expect(await complaints(info.outputPath('wrong'), JSON.stringify(wrong))).not.toEqual([]);
  }
});
