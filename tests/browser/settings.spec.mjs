// What was set and decided is kept in one file, and chosen again with next month's files: under other names, of another year.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, samples, test } from './support/test.mjs';
import { tableOf, xlsx } from './support/workbook.mjs';
import { said, words } from './support/words.mjs';

/** A text a year later: every date in it is. */
const later = (text) => text.replace(/\b(\d\d\/\d\d\/)(\d{4})\b/g, (_, day, year) => day + (Number(year) + 1));

const children = [...new Set(samples.return.flatMap((path) => tableOf(path).slice(1).map(([child]) => child)))];

/** A list of children that says in words of its own what is known of each. */
const listOf = (wordings) => `CHILD,Outcome\n${wordings.map((wording, at) => `${children[at]},${wording}`).join('\n')}\n`;

/** The files of a month, as a person would name them. */
const month = (name, change, wordings) => [
  ...samples.return.map((path) => ({
    name: `${name} ${basename(path)}`,
    mimeType: 'text/csv',
    buffer: Buffer.from(change(readFileSync(path, 'utf8'))),
  })),
  { name: `${name} list.csv`, mimeType: 'text/csv', buffer: Buffer.from(listOf(wordings)) },
];

const settings = (text) => ({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) });

const trafficked = (json) => json.totals.find(({ cohort, measure }) => cohort === 'trafficked' && measure === 'children');

test('settings and decisions hold for the files of the next month and of the next year, and name no child', async ({ calculator, page }) => {
  await calculator.choose(...month('may', (text) => text, ['Withdrawn', 'Pending', 'Pending']));
  await calculator.done();
  expect(trafficked(JSON.parse(await calculator.download('download-json')))).toBeUndefined();
  await calculator.part('part-quality');
  const means = (wording) => page.getByLabel(said('list-wordings-pick', { wording }));
  await means('pending').or(means('Pending')).selectOption({ label: words('listed-suspected') });
  await calculator.done();
  await means('withdrawn').or(means('Withdrawn')).selectOption({ label: words('listed-no') });
  await calculator.done();
  await calculator.part('part-compare');
  await page.getByLabel(words('standing-pick')).selectOption('Kent');
  await calculator.done();
  await calculator.part('part-summary');
  const figures = JSON.parse(await calculator.download('download-json'));
  expect(trafficked(figures).exact).toBe(2);
  const { name, bytes } = await calculator.downloadFile('settings-keep');
  expect(name).toMatch(/^missing-from-care-settings-kent-.*exact\.json$/);
  const saved = bytes.toString();
  expect(saved.length).toBeLessThan(4000);

  // Neither a child nor anything that was read of one.
  const values = samples.return.flatMap((path) => tableOf(path).slice(1).flat()).filter((value) => value.length > 4);
  for (const value of [...children, ...new Set(values)]) expect(saved, value).not.toContain(value);

  // A month later, the page is opened anew. Files have other names, and the list one child more.
  const begin = async (files) => {
    await page.reload();
    await expect(calculator.chooseButton()).toBeEnabled();
    await calculator.choose(...files, settings(saved));
    await calculator.done();
    await expect(calculator.file('settings.json')).toContainText(words('kind-settings'));
  };
  await begin(month('june', (text) => text, ['Withdrawn', 'Pending', 'Pending', 'pending']));
  let found = JSON.parse(await calculator.download('download-json'));
  expect(trafficked(found).exact).toBe(3);
  const of = (json, cohort) => json.rates.filter((rate) => rate.cohort === cohort && rate.basis === 'child-level');
  expect(of(found, 'all')).toEqual(of(figures, 'all'));
  expect(await calculator.download('settings-keep'), 'saved again, it is the same').toBe(saved);

  // A year later: the same decisions, the figures of another year.
  await begin(month('next', later, ['Withdrawn', 'Pending', 'Pending', 'pending']));
  found = JSON.parse(await calculator.download('download-json'));
  expect(found.periods.every((period) => !figures.periods.includes(period))).toBe(true);
  expect(trafficked(found).exact).toBe(3);
  expect(of(found, 'all').every(({ area }) => area.name === 'Kent')).toBe(true);
  expect(await calculator.download('settings-keep')).toBe(saved);

  // Without the file nothing of it is left.
  await page.getByRole('button', { name: `${words('remove')} settings.json`, exact: true }).click();
  await calculator.done();
  expect(trafficked(JSON.parse(await calculator.download('download-json')))).toBeUndefined();
});

test('they hold for a workbook too', async ({ calculator, page }) => {
  await calculator.choose(...month('may', (text) => text, ['Pending']));
  await calculator.done();
  await calculator.part('part-compare');
  await page.getByLabel(words('standing-pick')).selectOption('Kent');
  await calculator.done();
  await calculator.part('part-summary');
  const saved = await calculator.download('settings-keep');
  await calculator.clear();
  const sheets = Object.fromEntries(samples.return.map((path) => [basename(path, '.csv'), tableOf(path)]));
  const chooser = page.waitForEvent('filechooser');
  await calculator.chooseButton().click();
  await (await chooser).setFiles([{ name: 'june.xlsx', mimeType: '', buffer: xlsx(sheets) }, settings(saved)]);
  await calculator.done();
  await expect(calculator.file('june.xlsx › ')).toHaveCount(4);
  const { rates } = JSON.parse(await calculator.download('download-json'));
  expect(rates.some(({ area, basis }) => basis === 'child-level' && area.name === 'Kent')).toBe(true);
});
