// Small files of every kind that people choose, good and bad. No row describes a real child.

/** Two authorities that gave both figures: 25 of 100. */
export const ANSWERS = `Authority,Year,Unaccompanied children,Unaccompanied children missing
Kent,2024,60,20
Ynys Môn,2024,40,5
`;

/** Answers that a person has to settle: a name, a wording, two answers to one question. */
export const UNSETTLED = `Authority,Year,UASC,UASC missing
Kemt,2024,100,10
Surrey,2024,50,a few
Kingston upon Hull,2024,60,6
Kingston upon Hull,2024,61,6
York,2024,40,4
`;

/** One child looked after in the year ending 31 March 2025, who went missing once. */
export const EPISODES = 'CHILD,DECOM,LS,DEC\n1,01/04/2020,C2,\n2,01/04/2020,C2,\n';
export const MISSING = 'CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n';

const utf16 = (text, bigEndian) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

/** [ANSWERS] as different programs save it; every one says 25 of 100. */
export const asSaved = {
  'in UTF-8': ANSWERS,
  'in UTF-8 with a byte order mark': `\uFEFF${ANSWERS}`,
  'in Windows-1252': Buffer.from(ANSWERS, 'latin1'),
  'in UTF-16, little end first': utf16(`\uFEFF${ANSWERS}`, false),
  'in UTF-16, big end first': utf16(`\uFEFF${ANSWERS}`, true),
  'with semicolons': ANSWERS.replaceAll(',', ';'),
  'with tabs': ANSWERS.replaceAll(',', '\t'),
  'with CRLF': ANSWERS.replaceAll('\n', '\r\n'),
  'with CR': ANSWERS.replaceAll('\n', '\r'),
  'with a line break in quotation marks': ANSWERS.replace('Year', '"Year of\r\nthe answer"'),
  'with columns in another order and case, and more of them':
    'note, unaccompanied CHILDREN missing ,YEAR,Unaccompanied children,authority\nx,20,2024,60,Kent\n,5,2024,40,Ynys Môn\n',
};

/** Files that are not what they seem, with the message of the page that says so. */
export const notATable = {
  'an empty file': ['', 'problem-empty'],
  'a header row alone': ['CHILD,DOB,MISSING,MIS_START,MIS_END\n', 'problem-no-rows'],
  'a workbook': [Buffer.from('PK\x03\x04\x14\x00\x06\x00\x08\x00', 'latin1'), 'unopened-damaged'],
  'an old workbook': [Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'latin1'), 'unopened-damaged'],
  'a PDF': ['%PDF-1.4 ...', 'problem-pdf'],
  'a web page': ['<!DOCTYPE html><p>Sign in</p>', 'problem-html'],
  'a program': [Buffer.from('\x7FELF\x02\x01\x01\0\0\0\0\0', 'latin1'), 'problem-binary'],
  'a quotation mark that is never closed': [ANSWERS.replace('Ynys', '"Ynys'), 'problem-open-quote'],
};
