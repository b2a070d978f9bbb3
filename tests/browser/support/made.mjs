// Returns of one year, made up, whose rows go up to some day.

/** A file of text. */
export const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const EPISODES = 'CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n';
export const MISSING = 'CHILD,DOB,MISSING,MIS_START,MIS_END\n';

/** Days of the year that ends in March of `year`, five days apart, up to the last. */
function days(year, last) {
  const found = [];
  const day = new Date(Date.UTC(year - 1, 3, 1));
  while (day <= last) {
    found.push(`${String(day.getUTCDate()).padStart(2, '0')}/${String(day.getUTCMonth() + 1).padStart(2, '0')}/${day.getUTCFullYear()}`);
    day.setUTCDate(day.getUTCDate() + 5);
  }
  return found;
}

/** A child starts on each day, and every third goes missing that day. */
export function made(year, last) {
  let [episodes, missing] = [EPISODES, MISSING];
  days(year, last).forEach((day, at) => {
    episodes += `${year}-${at},${day},S,C2,U1,PR1,,\n`;
    if (at % 3 === 0) missing += `${year}-${at},15/06/2010,M,${day},${day}\n`;
  });
  return [csv(`episodes ${year}.csv`, episodes), csv(`missing ${year}.csv`, missing)];
}

/** The last day of a return's year. */
export const endOf = (year) => new Date(Date.UTC(year, 2, 31));
