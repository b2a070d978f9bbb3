// Workbooks, archives and returns in XML: read in the page as the terminal program reads them. And workbooks to keep.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { zip } from './support/archive.mjs';
import { Calculator, kept } from './support/calculator.mjs';
import { paste } from './support/paste.mjs';
import { printed } from './support/terminal.mjs';
import { MODES, expect, samples, saved, test } from './support/test.mjs';
import { ods, returnAsXml, sheetsOf, tableOf, xlsx } from './support/workbook.mjs';
import { HEADLINE, memory, million } from './support/large-workbook.mjs';
import { said, words } from './support/words.mjs';

const RETURN = '18 of 204 children';
const ANSWERS = '864 of 2,335';
const modules = () => Object.fromEntries(samples.return.map((path) => [/(\w+)\.csv$/.exec(path)[1], tableOf(path)]));

/** Chooses files without waiting for their names: a workbook is listed by its sheets. */
async function choose(calculator, paths) {
  const chooser = calculator.page.waitForEvent('filechooser');
  await calculator.chooseButton().click();
  await (await chooser).setFiles(paths);
  await calculator.done();
}

for (const mode of MODES) {
  test.describe(mode, () => {
    test.use({ mode });

    test('a sample as a workbook of either format says what it says as CSV, and what the terminal says', async ({ calculator }, info) => {
      const table = tableOf(samples.answers[0]);
      for (const [name, bytes] of [['answers-2024.xlsx', xlsx({ Answers: table })], ['answers-2024.ods', ods({ Answers: table })]]) {
        const paths = await saved(info, { [name]: bytes });
        await choose(calculator, paths);
        await expect(calculator.results).toContainText(ANSWERS);
        await expect(calculator.file(`${name} › Answers`)).toHaveCount(1);
        const found = await calculator.download('download-json');
        expect(found).toBe(printed('json', ...paths).toString());
        const own = JSON.parse(printed('json', ...samples.answers));
        expect(JSON.parse(found).rates).toEqual(own.rates);
        await calculator.clear();
      }
    });

    test('a return as one workbook of four sheets, as an archive and in XML gives the figures of its files', async ({ calculator }, info) => {
      const sheets = modules();
      const files = Object.fromEntries(await Promise.all(samples.return.map(async (path) => [path.split('/').at(-1), await readFile(path)])));
      const cases = { 'return.xlsx': xlsx(sheets), 'return.ods': ods(sheets), 'return.zip': zip(files), 'return.xml': returnAsXml(sheets) };
      const own = JSON.parse(printed('json', ...samples.return));
      for (const [name, bytes] of Object.entries(cases)) {
        const paths = await saved(info, { [name]: bytes });
        await choose(calculator, paths);
        await expect(calculator.results, name).toContainText(RETURN);
        await expect(calculator.file(`${name} › `)).toHaveCount(4);
        const found = await calculator.download('download-json');
        expect(found, name).toBe(printed('json', ...paths).toString());
        const { rates, ratios, totals } = JSON.parse(found);
        expect({ rates, ratios, totals }, name).toEqual({ rates: own.rates, ratios: own.ratios, totals: own.totals });
        await calculator.clear();
      }
    });

    test('workbooks that are kept are those of the terminal', async ({ calculator, page }) => {
      await calculator.workbooksCanBeWritten();
      await calculator.choose(...samples.return);
      await calculator.done();
      const equal = async (key, format, name) => {
        const { name: called, bytes } = await calculator.downloadFile(key);
        expect(called).toMatch(name);
        const own = sheetsOf(printed(format, ...samples.return));
        const found = sheetsOf(bytes);
        expect(Object.keys(found)).toEqual(Object.keys(own));
        return [found, own];
      };
      const [report, of] = await equal('download-xlsx', 'xlsx', /^missing-from-care-.*\d(-exact)?\.xlsx$/);
      expect(report).toEqual(of);
      // Numbers are numbers, and identifiers are text.
      expect(report.Figures.flat().some(([, value]) => typeof value === 'number')).toBe(true);
      await calculator.part('part-quality');
      const [list, listOf] = await equal('quality-work-list-xlsx', 'work-list-xlsx', /work-list-with-identifiers-.*exact\.xlsx$/);
      expect(list).toEqual(listOf);
      await calculator.part('part-foi');
      const [foi, foiOf] = await equal('foi-download-xlsx', 'foi-xlsx', /foi-answer-.*exact\.xlsx$/);
      expect(foi).toEqual(foiOf);
      expect(Object.keys(foi).filter((name) => name.startsWith('Answers')).length).toBeGreaterThan(1);
      await page.goto(`${page.url().split('#')[0]}#`);
      await calculator.clear();
      await calculator.choose(...samples.answers);
      await calculator.done();
      await calculator.part('part-answers');
      const { bytes } = await calculator.downloadFile('answers-chase-download-xlsx');
      expect(sheetsOf(bytes)).toEqual(sheetsOf(printed('chase-list-xlsx', ...samples.answers)));
    });
  });
}

test('an old and a binary workbook are opened, and say what the terminal says', async ({ calculator }) => {
  const folder = 'crates/workbooks/tests/fixtures';
  for (const [name, sheets] of [['answers.xls', 2], ['binary.xlsb', 2]]) {
    await choose(calculator, [`${folder}/${name}`]);
    await expect(calculator.file(`${name} › `)).toHaveCount(sheets);
    await expect(calculator.results).not.toContainText(words('engine-stopped-title'));
    expect(await calculator.download('download-json'), name).toBe(printed('json', `${folder}/${name}`).toString());
    await calculator.clear();
  }
});

test('a whole workbook is removed by one button, by keyboard too', async ({ calculator, page }, info) => {
  const table = tableOf(samples.answers[0]);
  const sheets = { One: table.slice(0, 40), Two: [table[0], ...table.slice(40, 80)], Three: [table[0], ...table.slice(80, 99)] };
  const paths = await saved(info, { 'a.csv': 'Authority,Year,UASC,UASC missing\nKent,2019,100,10\n', 'b.xlsx': xlsx(sheets) });
  await choose(calculator, paths);
  const whole = page.getByRole('button', { name: words('remove-whole') });
  // One for the workbook, and none for a file of its own.
  await expect(whole).toHaveCount(1);
  await expect(whole).toHaveAccessibleName(`${words('remove-whole')} b.xlsx`);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await whole.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: words('files-heading') })).toBeFocused();
  await calculator.done();
  expect(await calculator.files.locator('.file__name').allTextContents()).toEqual(['a.csv']);
  await expect(calculator.results).toContainText('10 of 100');
  // A workbook of one table has nothing to remove at once. Without any file the page is as it was.
  await calculator.clear();
  await choose(calculator, await saved(info, { 'c.xlsx': xlsx({ One: table, Two: [['a', 'b'], ['1', '2']] }) }));
  await expect(whole).toHaveCount(1);
  await page.getByRole('button', { name: `${words('remove')} c.xlsx › Two`, exact: true }).click();
  await calculator.done();
  await expect(whole).toHaveCount(0);
  await calculator.clear();
  await choose(calculator, [info.outputPath('c.xlsx')]);
  await whole.click();
  await expect(page.getByRole('heading', { level: 1, name: words('title') })).toBeFocused();
  await expect(calculator.chooseButton()).toBeVisible();
});

test('hidden sheets are read, and said', async ({ calculator, page }, info) => {
  const table = tableOf(samples.answers[0]);
  const paths = await saved(info, { 'tracker.xlsx': xlsx({ 2024: table, Old: table.slice(0, 9) }, { hidden: ['Old'] }) });
  await choose(calculator, paths);
  await expect(calculator.file('tracker.xlsx › Old')).toHaveCount(1);
  await calculator.part('part-quality');
  await expect(calculator.results).toContainText(words('rule-hidden-sheet'));
  await expect(page.getByText(words('engine-stopped-title'))).toHaveCount(0);
});

test('a file that cannot be opened is one sentence, and the others are read', async ({ calculator }, info) => {
  const whole = xlsx({ Answers: tableOf(samples.answers[0]) });
  const compound = Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'latin1');
  const cases = {
    'cut.xlsx': [whole.subarray(0, whole.length / 2), words('unopened-damaged')],
    'old.xls': [Buffer.concat([compound, Buffer.alloc(600)]), words('unopened-damaged')],
    'secret.xlsx': [Buffer.concat([compound, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), words('unopened-password')],
    'letter.docx': [zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>', '_rels/.rels': '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>' }), words('unopened-other-document')],
    'broken.xml': ['<?xml version="1.0"?>\n<EXPSSDA903>\n<CHILD></HEADER>\n', said('unopened-broken-xml', { line: 3 }, { within: true })],
    'other.xml': ['<?xml version="1.0"?><feed/>', words('unopened-other-xml')],
  };
  const paths = await saved(info, Object.fromEntries(Object.entries(cases).map(([name, [bytes]]) => [name, bytes])));
  await choose(calculator, [...paths, ...samples.return]);
  await expect(calculator.results).toContainText(RETURN);
  for (const [name, [, sentence]] of Object.entries(cases)) {
    await expect(calculator.file(name), name).toContainText(sentence);
    await expect(calculator.file(name)).toHaveCount(1);
  }
});

test('the tables of a workbook stay together, can be removed, and are replaced by the same workbook', async ({ calculator, page }, info) => {
  const table = tableOf(samples.answers[0]);
  const paths = await saved(info, { 'b.xlsx': xlsx({ One: table.slice(0, 40), Two: [table[0], ...table.slice(40, 80)] }) });
  const csv = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('Authority,Year,UASC,UASC missing\nKent,2019,100,10\n') };
  const later = { ...csv, name: 'c.csv', buffer: Buffer.from('Authority,Year,UASC,UASC missing\nKent,2018,90,10\n') };
  const chooser = page.waitForEvent('filechooser');
  await calculator.chooseButton().click();
  await (await chooser).setFiles([csv, { name: 'b.xlsx', mimeType: '', buffer: await readFile(paths[0]) }, later]);
  await calculator.done();
  const names = () => calculator.files.locator('.file__name').allTextContents();
  expect(await names()).toEqual(['a.csv', 'b.xlsx › One', 'b.xlsx › Two', 'c.csv']);
  await page.getByRole('button', { name: `${words('remove')} b.xlsx › One`, exact: true }).click();
  await calculator.done();
  expect(await names()).toEqual(['a.csv', 'b.xlsx › Two', 'c.csv']);
  await choose(calculator, paths);
  await expect(calculator.file('b.xlsx › Two').first()).toContainText(words('tag-replaced'));
  expect((await names()).slice(-2)).toEqual(['b.xlsx › One', 'b.xlsx › Two']);
  // The same workbook under another name holds the same.
  const [again] = await saved(info, { 'z.xlsx': await readFile(paths[0]) });
  await choose(calculator, [again]);
  await expect(calculator.file('z.xlsx › Two')).toContainText(said('problem-same-as', {}, { within: true }));
  const report = JSON.parse(await calculator.download('download-json'));
  const sum = createHash('sha256').update(await readFile(paths[0])).digest('hex');
  expect(report.files.filter((file) => file.name.startsWith('b.xlsx')).map((file) => file.taken_from)).toEqual([sum, sum]);
});

test('nothing is read before the network is closed, and nothing is asked afterwards', async ({ page, site }, info) => {
  await page.addInitScript(() => {
    globalThis.seen = [];
    const policies = () => document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]').length;
    for (const name of ['text', 'arrayBuffer', 'stream', 'slice']) {
      const real = Blob.prototype[name];
      Blob.prototype[name] = function (...given) {
        if (this instanceof File) globalThis.seen.push(`${name} with ${policies()}`);
        return real.apply(this, given);
      };
    }
    const RealWorker = globalThis.Worker;
    globalThis.Worker = class extends RealWorker {
      constructor(...given) {
        super(...given);
        globalThis.seen.push(`worker with ${policies()}`);
      }
    };
  });
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await calculator.workbooksCanBeWritten();
  await kept(page);
  const before = site.requests.length;
  const paths = await saved(info, { 'return.xlsx': xlsx(modules()) });
  await choose(calculator, paths);
  await expect(calculator.results).toContainText(RETURN);
  await paste(page, { 'text/html': '<table><tr><td>a<td>b<tr><td>1<td>2</table>' });
  await calculator.done();
  await calculator.downloadFile('download-xlsx');
  const seen = await page.evaluate(() => globalThis.seen);
  expect(seen.filter((line) => line.startsWith('worker')).length).toBeGreaterThan(2);
  for (const line of seen) expect(line).toMatch(/ with 2$/);
  await page.waitForTimeout(500);
  expect(site.requests.slice(before).filter((line) => !line.includes('sw.js'))).toEqual([]);
});

test.describe('where the program that opens workbooks is late', () => {
  test.use({ serviceWorkers: 'block' });

  test('CSV files do not wait for it; a workbook that comes later, and the button, say so', async ({ page, site }, info) => {
    await page.route('**/books_bg*.wasm', () => {});
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await calculator.choose(...samples.return);
    await calculator.done();
    await expect(calculator.results).toContainText(RETURN);
    await expect(calculator.results).toContainText(words('workbook-cannot'));
    await expect(page.getByRole('button', { name: words('download-xlsx') })).toHaveCount(0);
    const paths = await saved(info, { 'return.xlsx': xlsx(modules()) });
    await choose(calculator, paths);
    await expect(calculator.file('return.xlsx')).toContainText(words('unopened-not-fetched'));
    await expect(calculator.results).toContainText(RETURN);
  });

  test('a workbook that is chosen at once waits for it', async ({ page, site }, info) => {
    let go;
    const late = new Promise((resolve) => (go = resolve));
    await page.route('**/books_bg*.wasm', async (route) => {
      await late;
      await route.continue();
    });
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    const paths = await saved(info, { 'return.xlsx': xlsx(modules()) });
    await page.locator('#choose-input').setInputFiles(paths);
    await expect(page.locator('.network')).toContainText(words('network-closing'));
    await page.waitForTimeout(500);
    await expect(page.locator('.network')).toContainText(words('network-closing'));
    go();
    await calculator.done();
    await expect(calculator.results).toContainText(RETURN);
  });
});

test('offline, a workbook is opened as before', async ({ calculator, page, site }, info) => {
  await kept(page);
  await site.stop();
  await page.context().setOffline(true);
  await page.reload();
  const again = new Calculator(page);
  const paths = await saved(info, { 'return.ods': ods(modules()) });
  await choose(again, paths);
  await expect(calculator.results).toContainText(RETURN);
});

test('a program that stops at a workbook says so, and the next file is read', async ({ page, site }, info) => {
  // The second worker is the one that opens: it is ended at its first message, as a browser does that has no room left.
  await page.addInitScript(() => {
    let made = 0;
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      constructor(...of) {
        super(...of);
        made += 1;
        if (made === 2) {
          this.terminate();
          setTimeout(() => this.dispatchEvent(new Event('error', { cancelable: true })), 50);
        }
      }
    };
  });
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  const table = tableOf(samples.answers[0]);
  const paths = await saved(info, { 'a.xlsx': xlsx({ A: table.slice(0, 20) }), 'b.xlsx': xlsx({ Answers: table }) });
  await choose(calculator, paths);
  await expect(calculator.file('a.xlsx')).toContainText(words('unopened-stopped'));
  await expect(calculator.results).toContainText(ANSWERS);
});

test('a spreadsheet of a million rows is read, and the page answers meanwhile', async ({ page, site, browser }, info) => {
  test.setTimeout(300_000);
  const paths = await saved(info, { 'million.xlsx': million() });
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await kept(page);
  const before = await memory(browser, 'VmRSS');
  await page.evaluate(() => {
    Object.assign(globalThis, { frames: 0, longest: 0 });
    let last = performance.now();
    const frame = (now) => {
      globalThis.frames += 1;
      globalThis.longest = Math.max(globalThis.longest, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const started = Date.now();
  await page.locator('#choose-input').setInputFiles(paths);
  // It draws, and answers a person who opens something, while the workbook is being read.
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  const drawn = await page.evaluate(() => globalThis.frames);
  await expect.poll(() => page.evaluate(() => globalThis.frames)).toBeGreaterThan(drawn + 20);
  await expect(calculator.results).toHaveCount(0);
  await expect(calculator.results).toContainText(HEADLINE, { timeout: 240_000 });
  const seconds = (Date.now() - started) / 1000;
  const longest = await page.evaluate(() => globalThis.longest);
  const peak = await memory(browser, 'VmHWM');
  // For docs/benchmarks.md; how long it takes is a matter of the machine.
  console.log(`${seconds.toFixed(1)} s to the first figures, ${longest.toFixed(0)} ms the longest pause, ${((peak - before) / 1e6).toFixed(0)} MB more`);
  await calculator.clear();
});
