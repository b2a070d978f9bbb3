// A workbook with a million rows, as Excel would save it: episodes of children, and a few who went missing.

import { readFile, writeFile } from 'node:fs/promises';
import { zip } from './archive.mjs';
import { xlsx } from './workbook.mjs';
import { unzip } from './archive.mjs';

/** How many rows of episodes there are; each child has four. */
export const ROWS = 1_000_000;
/** What the page must say of it. */
export const HEADLINE = '2,500 of 250,000 children';

const COLUMNS = ['CHILD', 'DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'DEC', 'REC'];
const STRINGS = [...COLUMNS, '01/04/2024', '01/07/2024', '01/10/2024', '01/01/2025', '', 'S', 'P', 'C2', 'N1', 'U1', 'X1'];
const at = (text) => STRINGS.indexOf(text);

/** Its bytes. */
export function million() {
  const text = (value) => (value === '' ? '' : `<c t="s"><v>${at(value)}</v></c>`);
  const dates = STRINGS.slice(8, 13);
  const chunks = [`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>${COLUMNS.map(text).join('')}</row>`];
  for (let child = 0; child < ROWS / 4; child += 1) {
    let rows = '';
    for (let stay = 0; stay < 4; stay += 1) {
      const end = stay < 3 ? [dates[stay + 1], 'X1'] : ['', ''];
      const cells = [dates[stay], stay ? 'P' : 'S', 'C2', 'N1', 'U1'].map(text).join('');
      const ends = end[0] ? end.map(text).join('') : '';
      rows += `<row><c><v>${100000 + child}</v></c>${cells}${ends}</row>`;
    }
    chunks.push(rows);
  }
  chunks.push('</sheetData></worksheet>');
  const missing = [['CHILD', 'MISSING', 'MIS_START', 'MIS_END']];
  for (let child = 0; child < ROWS / 400; child += 1) missing.push([String(100000 + child * 100), 'M', '01/05/2024', '03/05/2024']);
  const files = unzip(xlsx({ Episodes: [['a', 'b']], Missing: missing }));
  files['xl/worksheets/sheet1.xml'] = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
  files['xl/sharedStrings.xml'] = `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${STRINGS.map((value) => `<si><t>${value}</t></si>`).join('')}</sst>`;
  files['xl/_rels/workbook.xml.rels'] = files['xl/_rels/workbook.xml.rels'].replace(
    '</Relationships>',
    '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
  );
  return zip(files);
}

/** The memory that a browser's processes hold or have held at most (`VmRSS`, `VmHWM`), in bytes: the largest of them, which holds the page. */
export async function memory(browser, field) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo.filter((process) => process.type === 'renderer').map(async ({ id }) => {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    if (field === 'VmRSS') await writeFile(`/proc/${id}/clear_refs`, '5').catch(() => {});
    return Number(new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
  });
  return Math.max(...(await Promise.all(sizes)));
}
