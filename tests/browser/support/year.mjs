// The return of a small authority as it grows from month to month, with mistakes that are mended a month or two later. No row
// describes a real child.

const CHILDREN = Array.from({ length: 60 }, (_, at) => `Y${100 + at}`);
const FIRST = 2024;

/** The months of the collection year, April first: the year and the month of each. */
export const MONTHS = Array.from({ length: 12 }, (_, at) => ({ year: FIRST + (at > 8 ? 1 : 0), month: ((at + 3) % 12) + 1 }));

const date = (day, { month, year }) => [String(day).padStart(2, '0'), String(month).padStart(2, '0'), year].join('/');
const born = (at) => `01/0${(at % 9) + 1}/${2008 + (at % 8)}`;

/**
 * The incidents of a month: three children each, of whom one goes missing each month. Two rows of each month but the last end
 * before they start, until the first is mended a month later, and the second two months later, all by the end of the year.
 */
function incidents(at, until) {
  const wrong = (which) => at < 11 && until < Math.min(at + 1 + which, 11);
  const row = (child, day, isWrong) =>
    `${CHILDREN[child]},${born(child)},M,${date(day, MONTHS[at])},${date(isWrong ? day - 1 : day + 1, MONTHS[at])}`;
  return [row(0, 5, false), row(1 + 2 * at, 12, wrong(0)), row(2 + 2 * at, 20, wrong(1))];
}

const csv = (name, rows) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) });

/** The files of the return as they are at the end of a month, counted from 0. */
export function filesOf(until) {
  const months = MONTHS.slice(0, until + 1).map((_, at) => at);
  return [
    csv('header.csv', ['CHILD,SEX,DOB,ETHNIC', ...CHILDREN.map((child, at) => `${child},${(at % 2) + 1},${born(at)},WBRI`)]),
    csv('episodes.csv', [
      'CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC',
      ...CHILDREN.map((child) => `${child},01/05/2023,S,C2,U4,PR1,,`),
    ]),
    csv('missing.csv', ['CHILD,DOB,MISSING,MIS_START,MIS_END', ...months.flatMap((at) => incidents(at, until))]),
  ];
}

/** The rows that are wrong at the end of a month. */
export function wrongOf(until) {
  const rows = MONTHS.slice(0, until + 1).flatMap((_, at) => incidents(at, until));
  const number = (text) => text.split('/').reverse().join('');
  return rows.filter((row) => number(row.split(',')[4]) < number(row.split(',')[3]));
}

/** How many children have gone missing by the end of a month, counting rows that are wrong as nothing. */
export function missingOf(until) {
  const wrong = wrongOf(until);
  const rows = MONTHS.slice(0, until + 1).flatMap((_, at) => incidents(at, until)).filter((row) => !wrong.includes(row));
  return new Set(rows.map((row) => row.split(',')[0])).size;
}

export const CHILDREN_IN_ALL = CHILDREN.length;
