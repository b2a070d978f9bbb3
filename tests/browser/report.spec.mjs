// What the page keeps for the reader, against the program for the terminal: the same bytes for the same files.

import { execFileSync } from 'node:child_process';
import { PROGRAM } from './support/terminal.mjs';
import { expect, samples, test } from './support/test.mjs';

for (const [name, files] of Object.entries(samples)) {
  test(`the downloads on the sample of ${name} are what the terminal prints`, async ({ calculator }) => {
    expect(PROGRAM, 'build the program first: cargo build -p missing-from-care-cli').toBeDefined();
    await calculator.choose(...files);
    await calculator.done();
    for (const format of ['json', 'csv']) {
      const printed = execFileSync(PROGRAM, ['--format', format, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
      expect(await calculator.download(`download-${format}`)).toBe(printed);
    }
  });
}
