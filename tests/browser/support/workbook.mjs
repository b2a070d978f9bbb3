// Workbooks that people choose, made here, and those that the page writes, read.

import { readFileSync } from 'node:fs';
import { unzip, zip } from './archive.mjs';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The rows of CSV without line breaks in cells. */
export function rowsOf(csv) {
  const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
  return csv.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line).map(cells);
}

/** The rows of a CSV file. */
export const tableOf = (path) => rowsOf(readFileSync(path, 'utf8'));

/** A sheet of Excel's format. Numbers without a zero in front are numbers, all else is text. */
function sheetOfExcel(rows) {
  const cell = (text) => {
    if (text === '') return '<c/>';
    if (/^(0|[1-9]\d*)(\.\d+)?$/.test(text)) return `<c><v>${text}</v></c>`;
    return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  };
  const lines = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines}</sheetData></worksheet>`;
}

/** A workbook of Excel's format: sheets by their names, and which of them are hidden. */
export function xlsx(sheets, { hidden = [] } = {}) {
  const names = Object.keys(sheets);
  const state = (name) => (hidden.includes(name) ? ' state="hidden"' : '');
  const list = names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state(name)} r:id="r${at + 1}"/>`);
  const files = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">${names
      .map((_, at) => `<Relationship Id="r${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join('')}</Relationships>`,
  };
  names.forEach((name, at) => (files[`xl/worksheets/sheet${at + 1}.xml`] = sheetOfExcel(sheets[name])));
  return zip(files);
}

/** A workbook of the OASIS format. */
export function ods(sheets) {
  const cell = (text) => {
    if (text === '') return '<table:table-cell/>';
    const kind = /^(0|[1-9]\d*)(\.\d+)?$/.test(text) ? `office:value-type="float" office:value="${text}"` : 'office:value-type="string"';
    return `<table:table-cell ${kind}><text:p>${escaped(text)}</text:p></table:table-cell>`;
  };
  const sheet = ([name, rows]) =>
    `<table:table table:name="${escaped(name)}">${rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`;
  const names = ['office', 'table', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
  const body = Object.entries(sheets).map(sheet).join('');
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `${HEAD}<office:document-content ${names}><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
  });
}

/** A return in XML, from its modules as rows of CSV. */
export function returnAsXml({ header, episodes, uasc, missing }) {
  const byChild = ([head, ...rows]) => {
    const found = new Map();
    for (const row of rows) {
      const { CHILD, ...rest } = Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']));
      found.set(CHILD, [...(found.get(CHILD) ?? []), rest]);
    }
    return found;
  };
  const elements = (row) => Object.entries(row).map(([name, value]) => `<${name === 'PLACE' ? 'PL' : name}>${escaped(value)}</${name === 'PLACE' ? 'PL' : name}>`).join('');
  const tables = [header, episodes, uasc, missing].map(byChild);
  const children = [...new Set(tables.flatMap((table) => [...table.keys()]))];
  const child = (id) => {
    const [own, stays, listed, incidents] = tables.map((table) => table.get(id) ?? []);
    const known = elements({ CHILDID: id, ...own[0], UASC: listed.length ? '1' : '0', ...(listed.length ? { DUC: listed[0].DUC } : {}) });
    const away = incidents.map(({ DOB: _, ...row }) => `<AMISSING>${elements(row)}</AMISSING>`).join('');
    return `<CHILD><HEADER>${known}${away}</HEADER>\n${stays.map((row) => `<EPISODE>${elements(row)}</EPISODE>\n`).join('')}</CHILD>\n`;
  };
  return `<?xml version="1.0" encoding="us-ascii"?>\n<EXPSSDA903>\n${children.map(child).join('')}</EXPSSDA903>\n`;
}

const unescaped = (text) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_, ten, hex, name) =>
    name ? { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name] : String.fromCodePoint(ten ? Number(ten) : parseInt(hex, 16)),
  );

/** The sheets of a workbook that was written here, by their names: rows of cells, each with its type. */
export function sheetsOf(bytes) {
  const files = unzip(bytes);
  const strings = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, of]) =>
    unescaped([...of.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join('')),
  );
  const sheets = {};
  const names = [...files['xl/workbook.xml'].matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => unescaped(name));
  names.forEach((name, at) => {
    const sheet = files[`xl/worksheets/sheet${at + 1}.xml`];
    sheets[name] = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
      [...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, column, kind, inside = '']) => {
        const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1] ?? '';
        return kind.includes('t="s"') ? [column, strings[Number(value)]] : [column, Number(value)];
      }),
    );
  });
  return sheets;
}
