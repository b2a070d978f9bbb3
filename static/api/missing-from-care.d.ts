import type { Report } from './types/report.js';
import type { Disclosure, Period } from './types/terms.js';

export * from './types/answers.js';
export * from './types/comparisons.js';
export * from './types/figures.js';
export * from './types/report.js';
export * from './types/returns.js';
export * from './types/standing.js';
export * from './types/terms.js';

/** A file by its name, with what it holds. A browser's `File` is one as it is. */
export interface NamedFile {
  readonly name: string;
  readonly content: string | ArrayBuffer | ArrayBufferView | Blob;
}

/** What is asked. An option that is not named here, or cannot be used, is a TypeError that names it. */
export interface Query {
  /** A range of days, `2024-01-01/2024-12-31`. Without it, the periods that the files are about. */
  readonly period?: Period | null;
  /** The collection year that ends on 31 March of this year. Not together with `period`. */
  readonly yearEnding?: number | null;
  /** What a bare year in a file of published figures means: April to March, as DfE has it (if nothing is said), or January to December. */
  readonly publishedYears?: 'collection' | 'calendar' | null;
  /** A share in per cent, such as `37.5` or `'37.5%'`: what would the authorities without an exact answer have to be like for it to be reached? */
  readonly target?: number | string | null;
  /** Two periods to compare, beside those of each period to the next. */
  readonly change?: readonly [Period, Period] | null;
  /** By a file's name: the collection year that it is of, by the year of its 31 March, whatever its dates say. */
  readonly fileYears?: Readonly<Record<string, number>> | null;
  /** Names of files with a header row and no rows because there was nobody to write down: they count as zero. */
  readonly empty?: readonly string[] | null;
  /** Names of files of answers or of published figures that are an earlier version of the others: they are not counted. */
  readonly earlier?: readonly string[] | null;
  /** Days such as 2025-03-31: the return of the year in which each lies is complete up to it, whatever its rows say. */
  readonly completeTo?: readonly string[] | null;
  /** Whether children whose identifiers differ in zeros before them alone, as 0012 and 12, are one child. */
  readonly leadingZeros?: 'same' | 'different' | null;
  /** Whether identifiers of 16 or more digits that all end in 0 are whole, so that no spreadsheet has rounded them. */
  readonly wholeIdentifiers?: boolean | null;
  /** Whether no column is read by a heading that only looks like one of a return, such as `MIS START` for `MIS_START`. */
  readonly exactHeadings?: boolean | null;
  /** Lists of names of files: those of each list are parts of one module of one year, or of one list of children. */
  readonly addTogether?: readonly (readonly string[])[] | null;
  /** By a wording of a list of trafficked children (`''` for a blank): what it means. `unstated` is one of the first two. */
  readonly trafficked?: Readonly<Record<string, 'confirmed' | 'suspected' | 'unstated' | 'no'>> | null;
  /** Whose return the child-level files are: a name or code. Its figures are put beside those that are published. */
  readonly authority?: string | null;
  /** Documents of decisions, as the page downloads them; of several the later counts. */
  readonly decisions?: object | readonly object[] | null;
  /** Mappings of columns, as the page downloads them: files whose columns are not known and that one fits are read by it. */
  readonly mapping?: object | readonly object[] | null;
  /** Whether the report is exact, or safe to publish. Exact, if nothing is said. */
  readonly disclosure?: Disclosure | null;
  /** Safe to publish, and what is shown is rounded. */
  readonly rounding?: 5 | 10 | null;
  /** How a work list is sorted; by rule, if nothing is said. */
  readonly workOrder?: 'by-rule' | 'by-child' | null;
}

/** What `write` writes, as the terminal program has it. */
export type Format = 'json' | 'csv' | 'based-on' | 'chase-list' | 'work-list' | 'changed-answers' | 'foi-text' | 'foi-csv';

/** One file, or several. */
export type Files = File | NamedFile | Iterable<File | NamedFile>;

/** Loads the engine, once. Calling it is never needed. */
export function load(): Promise<void>;

/**
 * Reads files and works out the report on them. Nothing leaves the program that calls it.
 * @throws TypeError if a file is none, or an option is not known or cannot be used
 */
export function calculate(files: Files, query?: Query | null): Promise<Report>;

/**
 * Reads files and writes the report on them as a text. `null` where the files cannot answer a freedom-of-information request.
 * A work list and a chase list are for your own use: a TypeError where the report is to be safe to publish.
 * @throws TypeError likewise, or if the format is none
 */
export function write(files: Files, format: Format, query?: Query | null): Promise<string | null>;
