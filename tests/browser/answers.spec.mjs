// Settling answers by keyboard: columns of a file that is not recognised, wordings, names, answers that differ.

import { UNSETTLED } from './support/inputs.mjs';
import { jump, pick } from './support/lists.mjs';
import { expect, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const LETTERS = 'Our letters,,\nLetter to,Q1,Q2\nKent,100,10\nSurrey,<5,0\n';

test('what waits is settled by keyboard, and the figures follow', async ({ calculator, page }) => {
  await calculator.chooseText('unsettled.csv', UNSETTLED);
  await calculator.done();
  await expect(calculator.results).toContainText('4 of 40');
  await calculator.part('part-answers');
  const part = calculator.results;
  await expect(part.getByText(said('answers-lead-open'))).toBeVisible();

  // A name that is not recognised: the nearest is offered.
  const name = part.getByLabel(said('answers-name-pick', { name: 'Kemt' }));
  await pick(page, name, 'Kent');
  await expect(part.getByText(said('answers-taken-authority', { authority: 'Kent' }))).toBeVisible();
  await expect(name, 'the list keeps the focus').toBeFocused();

  // Two answers to one question.
  const conflicts = part.getByRole('table', { name: words('answers-conflicts-caption') });
  await expect(conflicts.getByText(words('answers-conflict-open'))).toBeVisible();
  await conflicts.getByRole('button', { name: said('answers-conflict-use', { wording: '61' }) }).focus();
  await page.keyboard.press('Enter');
  await expect(part.getByText(said('answers-open-conflicts', {}, { within: true }))).toHaveCount(0);

  // A wording: typed wrongly, then right.
  const wording = part.getByLabel(said('answers-wording-pick', { wording: 'a few' }));
  await pick(page, wording, words('answers-wording-type'));
  const field = part.getByLabel(said('answers-wording-typed', { wording: 'a few' }));
  await field.focus();
  await page.keyboard.type('several');
  await page.keyboard.press('Enter');
  await expect(part.getByText(words('answers-wording-typed-error'))).toBeVisible();
  await field.fill('');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(part.getByText(words('answers-lead-settled'))).toBeVisible();
  const json = JSON.parse(await calculator.download('answers-keep'));
  expect(json.kind).toBe('decisions');
  expect([json.wordings.length, json.names.length, json.conflicts.length]).toEqual([1, 1, 1]);

  await calculator.part('part-summary');
  await expect(calculator.results).toContainText('23 of 251');

  // Chosen again with the files, the decisions count at once.
  await calculator.clear();
  await calculator.chooseText('unsettled.csv', UNSETTLED);
  await calculator.choose({ name: 'decisions.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(json)) });
  await calculator.done();
  await expect(calculator.file('decisions.json')).toContainText(words('kind-decisions'));
  await expect(calculator.results).toContainText('23 of 251');
});

test('the columns of a file are named by keyboard, kept, and known again', async ({ calculator, page }) => {
  await calculator.chooseText('answers 2024.csv', LETTERS);
  await calculator.done();
  const link = calculator.file('answers 2024.csv').getByRole('link', { name: words('columns-link') });
  await link.focus();
  await page.keyboard.press('Enter');
  const part = calculator.results;
  await expect(part.getByRole('heading', { name: said('columns-heading', { file: 'answers 2024.csv' }) })).toBeVisible();

  await pick(page, part.getByLabel(said('columns-kind', { file: 'answers 2024.csv' })), words('kind-authority-answers'));
  await expect(part.getByText(said('columns-missing'))).toBeVisible();
  const figure = (measure) => `${words('cohort-trafficked')}: ${words(measure)}`;
  const is = (heading) => part.getByLabel(said('columns-pick', { heading }));
  await jump(is('Letter to'), words('columns-field-authority'));
  await jump(is('Q1'), figure('answers-measure-children'));
  await jump(is('Q2'), figure('answers-measure-children-missing'));
  // Read at once; the first rows as they are read.
  await expect(part.getByText(words('columns-are-read'))).toBeVisible();
  await part.getByText(words('columns-preview-summary')).click();
  const preview = part.getByRole('table', { name: said('columns-preview-caption') });
  await expect(preview.getByRole('row').filter({ hasText: 'Surrey' }).first()).toContainText('0 to 4');
  const mapping = await calculator.download('columns-keep');
  expect(JSON.parse(mapping).kind).toBe('mapping');
  await expect(calculator.file('answers 2024.csv')).toContainText(words('kind-authority-answers'));
  await calculator.part('part-summary');
  await expect(calculator.results).toContainText('10 of 100');

  // Next year's file, with the document that was kept.
  await calculator.clear();
  await calculator.chooseText('answers 2025.csv', LETTERS.replace('100', '200'));
  await calculator.choose({ name: 'mapping.json', mimeType: 'application/json', buffer: Buffer.from(mapping) });
  await calculator.done();
  await expect(calculator.results).toContainText('10 of 200');
});

test('the chase list says whom to ask what', async ({ calculator }) => {
  await calculator.sample('sample-answers');
  await calculator.done();
  await calculator.part('part-answers');
  await expect(calculator.results.getByText(words('answers-lead-settled'))).toBeVisible();
  const csv = await calculator.download('answers-chase-download');
  expect(csv.split('\r\n')[0]).toBe('\uFEFFarea_code,authority,nation,period,cohort,state,wanting,answered,ask');
  expect(csv).toContain('Middlesbrough');
  await calculator.results.getByText(words('answers-chase-show')).click();
  await expect(calculator.results.getByRole('row').filter({ hasText: 'Halton' }).first()).toContainText('SSDA903');
});
