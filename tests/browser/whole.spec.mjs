// The whole report: as one part, on paper, and as a file that needs nothing else.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

const SUM = /[0-9a-f]{64}/;

/** Opens the whole report of a sample. */
async function open(calculator, files) {
  await calculator.choose(...files);
  await calculator.done();
  await calculator.part('part-whole');
}

for (const [name, files] of Object.entries(samples)) {
  test(`the whole report on the sample of ${name} holds every part in order, and nothing to use in them`, async ({ calculator, page }) => {
    await open(calculator, files);
    const links = page.getByRole('navigation', { name: words('parts-label') }).getByRole('link');
    const parts = (await links.allTextContents()).slice(0, -1);
    const sections = calculator.results.locator('.section');
    const titles = await sections.getByRole('heading', { level: 3 }).allTextContents();
    // A part that only asks has nothing to read: that of a return of which nobody has said whose it is.
    // Single children are in no report.
    const left = name === 'return' ? [words('part-compare'), words('part-children')] : [];
    const read = parts.filter((part) => !left.includes(part));
    expect(titles).toEqual([...read, words('provenance-heading')]);
    for (const role of ['button', 'combobox', 'textbox', 'link']) {
      await expect(sections.getByRole(role), role).toHaveCount(0);
    }
    await expect(sections.locator('details:visible')).toHaveCount(0);
    await expect(sections.last()).toContainText(SUM);
    await expect(sections.last()).toContainText(words('export-share-of'));
  });
}

/** The sample return with its children several times, each time under other identifiers, up to so many of them, some years before. */
function large(most = 900, before = 0) {
  const text = (name) => readFileSync(`static/samples/ssda903/${name}.csv`, 'utf8').trim().split(/\r?\n/);
  const children = text('header').slice(1).map((line) => line.split(',')[0]);
  const names = new Set(Array.from({ length: 5 }, (_, copy) => children.map((child) => `${child}-${copy}`)).flat().slice(0, most));
  return ['header', 'episodes', 'uasc', 'missing'].map((name) => {
    const [head, ...rows] = text(name);
    const copies = Array.from({ length: 5 }, (_, copy) => rows.map((row) => row.replace(/^[^,]*/, (child) => `${child}-${copy}`))).flat();
    const kept = copies.filter((row) => names.has(row.split(',')[0]));
    const moved = kept.map((row) => row.replace(/(\d\d\/\d\d\/)(\d{4})/g, (_, day, year) => `${day}${Number(year) - before}`));
    const file = before ? `${name} ${2025 - before}.csv` : `${name}.csv`;
    return { name: file, mimeType: 'text/csv', buffer: Buffer.from([head, ...moved, ''].join('\n')) };
  });
}

test('the whole report on a return of 900 children is at most 12 pages, and its sheet to sign is one', async ({ calculator, page }) => {
  await calculator.choose(...large());
  await calculator.done();
  await page.getByLabel(words('standing-pick')).selectOption('Kent');
  await calculator.done();
  await expect(calculator.file('header.csv')).toContainText('900');
  for (const [part, most] of [['part-whole', 12], ['part-sign-off', 1]]) {
    await page.evaluate((part) => (location.hash = part), part.replace('part-', ''));
    await expect(calculator.results.getByRole('heading', { level: 3, name: words(part), exact: true })).toBeFocused();
    await expect(page.getByText(words('part-loading'), { exact: true })).toHaveCount(0);
    const file = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(file.toString('latin1').match(/\/Type \/Page\b/g).length, part).toBeLessThanOrEqual(most);
  }
});

for (const [years, width] of [[2, 1280], [3, 1280], [2, 375]]) {
  test(`the whole report of ${years} years of 800 children is at most 12 pages, from a window of ${width} pixels too`, async ({ calculator, page }) => {
    await page.setViewportSize({ width, height: 740 });
    await calculator.choose(...Array.from({ length: years }, (_, before) => large(800, before)).flat());
    await calculator.done();
    await page.getByLabel(words('standing-pick')).selectOption('Bournemouth, Christchurch and Poole');
    await calculator.done();
    for (const [part, most] of [['part-whole', 12], ['part-sign-off', 1]]) {
      await page.evaluate((part) => (location.hash = part), part.replace('part-', ''));
      await expect(calculator.results.getByRole('heading', { level: 3, name: words(part), exact: true })).toBeFocused();
      await expect(page.getByText(words('part-loading'), { exact: true })).toHaveCount(0);
      for (const options of [{ preferCSSPageSize: true }, { margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } }]) {
        const file = await page.pdf({ format: 'A4', ...options });
        expect(file.toString('latin1').match(/\/Type \/Page\b/g).length, part).toBeLessThanOrEqual(most);
      }
      // The box that shows a reader of the page where the focus is says nothing on paper.
      await page.emulateMedia({ media: 'print' });
      const heading = calculator.results.getByRole('heading', { level: 3, name: words(part), exact: true });
      await expect(heading).toHaveCSS('outline-style', 'none');
      await page.emulateMedia({ media: null });
    }
    // The return that is signed, and the one that it is compared with.
    const covered = calculator.results.getByRole('region', { name: words('coverage-caption') }).getByRole('rowheader');
    await expect(covered).toHaveText(['31 March 2025', '31 March 2024']);
  });
}

test('the short report is one page of paper', async ({ calculator, page }) => {
  for (const [files, cards] of [[samples.answers, 2]]) {
    await calculator.choose(...files);
    await calculator.done();
    await page.evaluate(() => (location.hash = 'short'));
    await expect(page.locator('.part .card')).toHaveCount(cards);
    await expect(page.getByText(words('short-method-share'))).toBeVisible();
    await expect(page.getByText(/ Files: .*\.csv/)).toBeAttached();
    for (const options of [{}, { preferCSSPageSize: true }, { margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } }]) {
      const file = await page.pdf({ format: 'A4', ...options });
      expect(file.toString('latin1').match(/\/Type \/Page\b/g), files[0]).toHaveLength(1);
    }
    await calculator.clear();
  }
});

test('the short report of three or four groups, with a question that is open, is one page of paper too', async ({ calculator, page }) => {
  const groups = ['Looked-after children', 'UASC', 'Trafficked children', 'Trafficked UASC'];
  for (const count of [3, 4]) {
    const heads = groups.slice(0, count).flatMap((group) => [group, `${group} who went missing`]);
    const row = (name, year, wording) => [name, year, ...groups.slice(0, count).flatMap((_, at) => [1000 >> at, at ? 90 >> at : wording])].join(',');
    const rows = [['Kent', 2023, 150], ['Leeds', 2023, 90], ['Kent', 2024, 140], ['Leeds', 2024, 80], ['York', 2024, 'a few']].map((of) => row(...of));
    await calculator.chooseText('groups.csv', [['Authority', 'Year', ...heads].join(','), ...rows, ''].join('\n'));
    await calculator.done();
    await page.evaluate(() => (location.hash = 'short'));
    await expect(page.locator('.part .card')).toHaveCount(count);
    await expect(page.locator('.part')).toContainText('1 wording that was not understood. Until you decide, they are not counted.');
    const file = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(file.toString('latin1').match(/\/Type \/Page\b/g), `${count}`).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: words('files-heading') })).toHaveCount(0);
    await page.emulateMedia({ media: null });
    await calculator.clear();
  }
});

test('a large table says how many of its rows are left out', async ({ calculator }) => {
  const rows = Array.from({ length: 300 }, (_, at) => `Nowhere ${at},2024,100,${at % 90}`);
  await calculator.chooseText('many.csv', ['Authority,Year,UASC,UASC missing', 'Kent,2024,100,30', ...rows, ''].join('\n'));
  await calculator.done();
  await calculator.part('part-whole');
  await expect(calculator.results).toContainText('50 more rows are left out here.');
});

test('the button prints, and what is printed is the figures, nothing to use, and what they rest on', async ({ calculator, page }) => {
  await page.evaluate(() => (window.print = () => (document.title = 'printed')));
  await open(calculator, samples.answers);
  await page.getByRole('button', { name: words('whole-print') }).click();
  expect(await page.title()).toBe('printed');
  await page.emulateMedia({ media: 'print' });
  const rests = calculator.results.getByRole('heading', { name: words('provenance-heading') });
  for (const part of ['whole', 'compare', 'summary']) {
    await page.evaluate((part) => (location.hash = part), part);
    await expect(calculator.results.getByRole('heading', { level: 3, name: words(`part-${part}`) }).first()).toBeVisible();
    await expect(page.getByText(words('part-loading'), { exact: true })).toHaveCount(0);
    for (const role of ['combobox', 'textbox', 'navigation']) {
      await expect(page.getByRole(role), `${part}: ${role}`).toHaveCount(0);
    }
    // Heads of columns stay, as words.
    await expect(page.locator('button:visible:not(.data__sort)'), part).toHaveCount(0);
    await expect(rests).toHaveCount(1);
    await expect(rests).toBeVisible();
    const file = await page.pdf({ format: 'A4' });
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    if (part === 'whole') expect(file.toString('latin1').match(/\/Type \/Page\b/g).length).toBeGreaterThan(5);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wider, part).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ media: null });
  await expect(rests).toHaveCount(0);
});

for (const [name, files] of Object.entries(samples)) {
  test(`the report on the sample of ${name} is kept as a web page that needs nothing else`, async ({ calculator, context, page }, info) => {
    await open(calculator, files);
    const charts = await page.locator('figure.chart').count();
    const tables = await page.getByRole('table').count();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words('whole-download') }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^missing-from-care-report-20[\d-]+(to-[\d-]+)?(-exact)?\.html$/);
    const path = info.outputPath('report.html');
    await file.saveAs(path);
    const text = await readFile(path, 'utf8');
    expect(text).not.toMatch(/<script|<link|<img|javascript:/i);

    const report = await context.newPage();
    const [asked, said] = [[], []];
    report.on('request', (request) => asked.push(request.url()));
    report.on('console', (message) => said.push(message.text()));
    await report.setViewportSize({ width: 1280, height: 800 });
    await report.goto(pathToFileURL(path).href);
    // It begins with whose figures these are, and of when.
    await expect(report.getByRole('heading', { level: 1, name: /20\d\d/ })).toBeVisible();
    await expect(report.getByText(words('title'), { exact: true }).first()).toBeVisible();
    // Its own style is let in by its sum.
    await expect(report.getByRole('heading', { level: 2 }).first()).toHaveCSS('border-top-color', 'rgb(18, 67, 109)');
    expect(await report.locator('svg[role=img]').count()).toBe(charts);
    expect(await report.getByRole('table').count()).toBe(tables);
    await expect(report.locator('#provenance')).toContainText(SUM);
    await report.getByRole('link', { name: words('part-method') }).click();
    await expect(report.locator('#method')).toBeInViewport();
    for (const width of [1280, 320]) {
      await report.setViewportSize({ width, height: 800 });
      const { violations } = await new AxeBuilder({ page: report }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`)).toEqual([]);
      const wider = await report.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wider, `${width}`).toBeLessThanOrEqual(0);
    }
    expect(asked).toEqual([pathToFileURL(path).href]);
    expect(said).toEqual([]);
  });
}
