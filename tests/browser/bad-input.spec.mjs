// Nothing is lost, nothing stops the page, nothing is guessed in silence.

import { ANSWERS, EPISODES, MISSING, asSaved, notATable } from './support/inputs.mjs';
import { expect, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const part = { within: true };

test('a table is read however it was saved', async ({ calculator }) => {
  for (const [how, content] of Object.entries(asSaved)) {
    await test.step(how, async () => {
      await calculator.chooseText('answers.csv', content);
      await calculator.done();
      await expect(calculator.results).toContainText(said('matched-of', { missing: 25, children: 100 }, part));
      await calculator.clear();
    });
  }
});

test('a file that is not what it seems gets a sentence, and does not stop the others', async ({ calculator, page }) => {
  // A file that is called CSV does not wait for the program that opens workbooks: it has to be there.
  const arrived = (entry) => /books[^/]*\.wasm$/.test(entry.name) && entry.responseEnd > 0;
  const programs = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name, responseEnd }) => ({ name, responseEnd })));
  await expect.poll(async () => (await programs()).some(arrived), { timeout: 30_000 }).toBe(true);
  await page.waitForTimeout(1000);
  await calculator.chooseText('good.csv', ANSWERS);
  for (const [what, [content, message]] of Object.entries(notATable)) {
    await test.step(what, async () => {
      await calculator.chooseText(`${what}.csv`, content);
      await calculator.done();
      await expect(calculator.file(`${what}.csv`)).toContainText(said(message, {}, part));
    });
  }
  await expect(calculator.results).toContainText(said('matched-of', { missing: 25, children: 100 }, part));
});

test('only files of no use leave no figures, and say so', async ({ calculator }) => {
  await calculator.chooseText('empty.csv', '');
  await expect(calculator.results).toContainText(words('results-none'));
});

test('a column that can mean one thing only is read and said, and that can be undone', async ({ calculator }) => {
  await calculator.chooseText('missing.csv', MISSING.replace('MIS_START', 'MIS START'));
  await calculator.chooseText('episodes.csv', EPISODES);
  const file = calculator.file('missing.csv');
  const renamed = said('problem-near-miss-one', { found: 'MIS START', meant: 'MIS_START' }, part);
  await expect(calculator.results).toContainText(said('own-of', { missing: 1, children: 2 }, part));
  await expect(file).toContainText(words('file-renamed'));
  await expect(file).toContainText(renamed);
  await file.getByRole('button', { name: words('file-renamed-undo') }).click();
  await expect(file).toContainText(said('problem-near-miss', {}, part));
  await file.getByRole('button', { name: words('near-miss-accept') }).click();
  await expect(file).toContainText(words('file-renamed'));
  await expect(calculator.results).toContainText(said('own-of', { missing: 1, children: 2 }, part));
});

test('a table of children is refused by name, and shows no name', async ({ calculator }) => {
  await calculator.chooseText('tracker.csv', 'Name,NRM outcome\nZebedee Quxworth,Pending\n');
  const file = calculator.file('tracker.csv');
  await expect(file).toContainText(words('problem-child-rows-no-child'));
  await expect(calculator.page.locator('body')).not.toContainText('Quxworth');
});

test('a column that is nearly right is proposed, and read so with one click', async ({ calculator }) => {
  await calculator.chooseText('missing.csv', MISSING.replace('MIS_START', 'MIS_STRT'));
  await calculator.chooseText('episodes.csv', EPISODES);
  const file = calculator.file('missing.csv');
  await expect(file).toContainText(said('problem-near-miss-one', { found: 'MIS_STRT', meant: 'MIS_START' }, part));
  await file.getByRole('button', { name: words('near-miss-accept') }).click();
  await expect(calculator.results).toContainText(said('own-of', { missing: 1, children: 2 }, part));
});

test('columns that are nobody’s can be given a meaning', async ({ calculator, page }) => {
  await calculator.chooseText('strange.csv', 'Where,When,A,B\nKent,2024,100,20\n');
  const file = calculator.file('strange.csv');
  await expect(file).toContainText(words('problem-unknown-columns'));
  await file.getByRole('link', { name: words('columns-link') }).click();
  const form = calculator.results;
  await form.getByLabel(said('columns-kind', { file: 'strange.csv' })).selectOption({ label: words('kind-authority-answers') });
  const figure = (measure) => `${words('cohort-trafficked')}: ${words(measure)}`;
  for (const [column, field] of [
    ['Where', words('columns-field-authority')],
    ['When', words('columns-field-year')],
    ['A', figure('answers-measure-children')],
    ['B', figure('answers-measure-children-missing')],
  ]) {
    await form.getByLabel(said('columns-pick', { heading: column })).selectOption({ label: field });
  }
  await calculator.part('part-summary');
  await expect(calculator.results).toContainText(said('matched-of', { missing: 20, children: 100 }, part));
});

test('the same file twice is counted once, and said', async ({ calculator }) => {
  await calculator.chooseText('first.csv', ANSWERS);
  await calculator.chooseText('second.csv', ANSWERS);
  await expect(calculator.file('second.csv')).toContainText(said('problem-same-as', { file: 'first.csv' }, part));
  await expect(calculator.results).toContainText(said('matched-of', { missing: 25, children: 100 }, part));
});

test('rows that cannot be are findings, and those of no use are counted as set aside', async ({ calculator }) => {
  // Of more than one row in ten it would be the reading that is in doubt.
  const none = ['Bolton', 'Bury', 'Derby', 'Devon', 'Dorset', 'Essex', 'Luton', 'Sefton'].map((name) => `${name},2024,0,0\n`);
  await calculator.chooseText(
    'answers.csv',
    `${ANSWERS}${none.join('')}Hull,2024,10,20\nLeeds,2024,-5,1\nYork,2024,10.5,1\nTotal,2024,115,46\n,,,\n`,
  );
  await calculator.done();
  await expect(calculator.results).toContainText(said('matched-of', { missing: 25, children: 100 }, part));
  await calculator.part('part-quality');
  await expect(calculator.rule('more-missing-than-children')).toBeVisible();
  await expect(calculator.rule('not-a-count')).toBeVisible();
  await expect(calculator.file('answers.csv')).toContainText(said('file-rows-set-aside', { rows: 3 }, part));
});

test('a day that the calendar does not have is a finding', async ({ calculator }) => {
  await calculator.chooseText('episodes.csv', EPISODES);
  await calculator.chooseText('missing.csv', `${MISSING}2,M,31/02/2024,\n`);
  await calculator.done();
  await expect(calculator.results).toContainText(said('own-of', { missing: 1, children: 2 }, part));
  await calculator.part('part-quality');
  await expect(calculator.rule('1004')).toBeVisible();
});

test('a cell of 100 MB is refused with its row, and the page answers meanwhile', async ({ calculator, page }, info) => {
  const path = info.outputPath('huge.csv');
  const { open } = await import('node:fs/promises');
  const file = await open(path, 'w');
  await file.write(`${ANSWERS}Hull,2024,`);
  const piece = '9'.repeat(1 << 20);
  for (let written = 0; written < 100; written += 1) await file.write(piece);
  await file.write(',1\n');
  await file.close();
  await calculator.choose(path);
  await page.getByText(words('network-how')).click();
  await expect(page.getByText(words('network-how-cable'))).toBeVisible();
  await expect(calculator.file('huge.csv')).toContainText(said('problem-too-long', { row: 4 }, part));
});

test('a calculator that dies is started again and keeps the list of files', async ({ calculator, page }) => {
  await calculator.chooseText('answers.csv', ANSWERS);
  await calculator.done();
  // What a browser does when the worker runs out of memory: an error nobody catches.
  const [worker] = page.workers();
  await worker.evaluate(() => void setTimeout(() => { throw new Error('out of memory'); }));
  await expect(page.getByText(words('engine-stopped-title'))).toBeVisible();
  await expect(calculator.file('answers.csv')).toBeVisible();
  await calculator.chooseText('episodes.csv', EPISODES);
  await calculator.chooseText('missing.csv', MISSING);
  await expect(calculator.results).toContainText(said('own-of', { missing: 1, children: 2 }, part));
});
