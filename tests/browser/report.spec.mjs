// What the page keeps for the reader, against the program for the terminal: the same bytes for the same files.

import { PROGRAM, printed } from './support/terminal.mjs';
import { expect, samples, test } from './support/test.mjs';

for (const [name, files] of Object.entries(samples)) {
  test(`the downloads on the sample of ${name} are what the terminal prints`, async ({ calculator }) => {
    expect(PROGRAM, 'build the program first: cargo build -p missing-from-care-cli').toBeDefined();
    await calculator.choose(...files);
    await calculator.done();
    for (const format of ['json', 'csv']) {
      const expected = printed(format, ...files).toString();
      expect(await calculator.download(`download-${format}`)).toBe(expected);
    }
  });
}
