// What child-level returns hold, cover and break.

import type { Area, Cohort, Disclosure, Incidents, OnList, Period, Shown } from './terms.js';

/** Answers to a freedom-of-information request. */
export interface Foi {
  readonly area: Area;
  readonly disclosure: Disclosure;
  readonly years: readonly FoiYear[];
}

/** What may be wrong with the numbers of a reply. */
export type FoiDoubt =
  | 'ends-early'
  | 'episodes-end-early'
  | 'missing-ends-early'
  | 'episodes-empty'
  | 'missing-empty'
  | 'few-missing'
  | 'nearly-all-in-missing'
  | 'still-in-care'
  | 'newcomers'
  | 'leavers'
  | 'other-children'
  | 'may-be-part'
  | 'counted-twice'
  | 'same-list';

export interface FoiYear {
  readonly year: number;
  readonly period: Period;
  readonly uncovered: readonly Period[];
  readonly hidden: number;
  readonly answers: readonly FoiAnswer[];
  /** What may be wrong with the numbers of the year. */
  readonly doubts: readonly FoiDoubt[];
}

export interface FoiAnswer {
  readonly question: string;
  readonly cohort: Cohort;
  readonly on_list: OnList | null;
  readonly measure: 'children' | 'children-missing' | 'incidents' | 'children-not-found';
  readonly code: Incidents | null;
  readonly sex: string | null;
  readonly length: string | null;
  readonly count: Shown | null;
  /** Whether it may be more: the list does not say of every child what this counts. */
  readonly at_least: boolean;
  readonly not_held: 'no-list' | 'list-of-another-year' | 'not-recorded' | 'list-undecided' | 'list-contradicted' | 'no-uasc' | 'uasc-contradicted' | 'no-missing' | 'no-episodes' | 'no-sex' | 'identifiers-differ' | 'no-date-of-birth' | null;
  /** The modules of returns that would answer it. */
  readonly needs: readonly FoiNeed[];
}

export interface FoiNeed {
  readonly module: ReturnModule;
  /** Year of the 31 March by which the collection year is named; null for a list, unless its name says another year. */
  readonly year: number | null;
}

export type ReturnModule = 'episodes' | 'missing' | 'uasc' | 'header' | 'list';

export interface ReturnCoverage {
  /** Year of the 31 March by which the collection year is named; null for a list, and where nothing says it. */
  readonly year: number | null;
  /** Whose return it is: an authority that a column names, or the return itself. */
  readonly area: Area;
  readonly module: ReturnModule;
  /** Name of the file; null in a report that is safe to publish. */
  readonly file: string | null;
  /** First day, as 2024-04-01; null for a list, and for a file that is not used. */
  readonly from: string | null;
  /** Last day: 31 March, or the day on which the rows stop. */
  readonly to: string | null;
  /** Whether the file is used. */
  readonly used: boolean;
  /** Last date in Episodes and Missing, where it is long before 31 March and too few dates tell whether the return stops there. */
  readonly quiet_from: string | null;
  /** Days on which Episodes or Missing has no date, where so many dates of a whole year would seldom leave them empty. */
  readonly empty_days: readonly Period[];
  /** Why Episodes may hold some children alone, Missing other children than Header, or UASC those of another year. */
  readonly only_some: 'still-in-care' | 'newcomers' | 'leavers' | 'not-all-of-header' | 'other-births' | 'few-missing' | 'last-years' | 'few-unaccompanied' | 'other-births-in-uasc' | 'nearly-all-in-missing' | null;
  /** Whether any of these is there. A report that is safe to publish says no more: of Episodes and Missing together, and of UASC. */
  readonly may_be_part: boolean;
}

/** Files of one module and year, or several lists of children. None is used until a person has said how. */
export interface SameModule {
  /** The year of its 31 March; null for lists. */
  readonly year: number | null;
  readonly module: ReturnModule;
  readonly settled: 'no' | 'yes' | 'file-not-there';
  readonly files: readonly ModuleFile[];
}

export interface ModuleFile {
  readonly name: string;
  readonly sha256: string;
  /** Whether it is among the files now. */
  readonly there: boolean;
  /** Whether a person has said that it is to be used. */
  readonly to_be_used: boolean;
}

export interface NotCovered {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly figure: 'children' | 'missing';
  readonly module: ReturnModule;
  readonly year: number | null;
  /** The days that the module does not cover; null for a list, unless its name says another year. */
  readonly days: Period | null;
  /** Whether the module is there, and another says otherwise. */
  readonly contradicted: boolean;
  /** Whether the list is there, and a person has to say first what some of its wordings mean. */
  readonly undecided: boolean;
  /** A file that was chosen as that module and is not used. */
  readonly file: string | null;
}

export interface FileEntry {
  readonly name: string;
  readonly sha256: string;
  /** The SHA-256 of the workbook, archive or XML file that it was taken out of; `sha256` is then that of its rows as text. */
  readonly taken_from: string | null;
  readonly kind: `ssda903/${string}` | 'authority-answers' | 'dfe-published' | 'child-list' | 'interview-list' | 'team-list' | 'work-list' | 'decisions' | 'mapping' | 'settings' | 'notes' | 'unrecognised';
  readonly encoding: string;
  readonly rows: Shown;
  readonly rows_used: Shown;
  readonly rows_set_aside: Shown;
  /** What is wrong with the file as a whole: `problem` says what, further fields depend on it. */
  readonly problem: Problem | null;
  /** Columns that were read under another name than their own. */
  readonly renamed: readonly { readonly found: string; readonly meant: string }[];
  readonly collection_year: CollectionYear | null;
  /** Whether a person said that it has no rows because there was nobody to write down. */
  readonly said_empty: boolean;
}

export interface ListWording {
  readonly wording: string;
  readonly read_as: 'confirmed' | 'suspected' | 'unstated' | 'no' | null;
  readonly rows: number;
  readonly decided: boolean;
}

export interface Problem {
  readonly problem: string;
  readonly [more: string]: unknown;
}

export interface CollectionYear {
  /** The year of its 31 March. */
  readonly year: number;
  /** Whether a person said so of the file. */
  readonly asked: boolean;
  readonly from: 'person' | 'name' | 'name-begins' | 'asked' | 'dates' | 'other-modules' | 'children' | 'names';
  /** Whether nothing speaks against it. */
  readonly certain: boolean;
}

/** A rule that rows break. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly table: string;
  readonly count: number;
  readonly rows: readonly FindingRow[];
}

export interface FindingRow {
  readonly file: string;
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly suggestions: readonly string[];
  readonly cells: readonly Cell[];
  readonly against: Against | null;
}

export interface Cell {
  readonly column: string;
  readonly value: string;
  /** Whether it is what breaks the rule, or only shown beside what does. */
  readonly at_fault: boolean;
}

export interface Against {
  readonly file: string;
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Whether a rule was run on a return. */
export interface RuleRun {
  readonly rule: string;
  readonly year: number | null;
  readonly ran: boolean;
  /** A module, `missing`; a column of it, `missing/DOB`; last year’s, `last-year/missing`; or `collection-year`. */
  readonly needs: readonly string[];
  readonly count: number;
}

/** How many rows are of the return of one year, by its 31 March. */
export interface RowsOfYear {
  readonly year: number;
  readonly rows: number;
}

/** The share without rows that were found, or with doubtful codes read the other way. */
export interface Sensitivity {
  readonly period: Period;
  readonly scenario: string;
  readonly rule: string | null;
  readonly rows: number;
  /** Of which return's year they are, where every row that breaks a rule is taken out. */
  readonly rows_by_year: readonly RowsOfYear[];
  readonly numerator: number;
  readonly denominator: number;
  readonly incidents: number;
  readonly missing_more_than_once: number;
  readonly missing_at_end: number | null;
  /** `null` where the returns do not say who is unaccompanied. */
  readonly unaccompanied_children: number | null;
  readonly unaccompanied_missing: number | null;
  readonly value: number | null;
  readonly points: number | null;
}

/** How one column of a table of answers was read. */
export interface ColumnRead {
  readonly file: string;
  /** Which column of the file, from 1. */
  readonly column: number;
  readonly heading: string;
  /** `authority`, `unaccompanied/children-missing` and the like, as a mapping names its fields; a guess where `state` is a question. */
  readonly read_as: string;
  readonly part: 'identified' | 'suspected' | null;
  readonly period: Period | null;
  /** The words that were in the way. */
  readonly not_understood: readonly string[];
  readonly state: ColumnState;
  readonly used: boolean;
  /** Three cells at most; none in a safe report. */
  readonly examples: readonly string[];
}

/** All but `used`, `checked`, `not-needed` and `other-meaning` are for a person to decide. */
export type ColumnState =
  | 'used'
  | 'checked'
  | 'not-needed'
  | 'other-meaning'
  | 'not-understood'
  | 'no-group'
  | 'bare-question'
  | 'same-as-another'
  | 'part-only'
  | 'breakdown'
  | 'no-period';

/** Rows that were not used. */
export interface SetAside {
  readonly file: string;
  /** Which of the report's `files` it is, from 0. Files of two folders may have one name. */
  readonly file_index: number;
  readonly reason: string;
  readonly count: number;
}
