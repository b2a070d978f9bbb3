/** A file by its name, with what it holds. A browser's `File` is one as it stands. */
export interface NamedFile {
  readonly name: string;
  readonly content: string | ArrayBuffer | ArrayBufferView | Blob;
}

export interface Options {
  /** A range of days, `2024-01-01/2024-12-31`. Without it, the periods that the files speak of. */
  readonly period?: Period;
}

/** Loads the engine, once. Calling it is never needed. */
export function load(): Promise<void>;

/**
 * Reads files and works out the report on them. Nothing leaves the program that calls it.
 * @throws TypeError if a file is none; RangeError if the period is none
 */
export function calculate(files: Iterable<File | NamedFile>, options?: Options): Promise<Report>;

/** A range of days: `2023-04-01/2024-03-31`. */
export type Period = string;

/** Everything that may be known from a set of files. Fields may be added within one format; none is taken away. */
export interface Report {
  readonly format: 'missing-from-care/1';
  readonly tool: { readonly name: 'missing-from-care'; readonly version: string };
  /** Earliest first. */
  readonly periods: readonly Period[];
  readonly periods_from: 'files' | 'asked';
  readonly files: readonly FileEntry[];
  readonly rates: readonly Rate[];
  readonly ratios: readonly Ratio[];
  readonly totals: readonly Total[];
  readonly coverage: readonly Coverage[];
  readonly changes: readonly Change[];
  readonly funnel: readonly Funnel[];
  readonly published: readonly Published[];
  readonly findings: readonly Finding[];
  readonly set_aside: readonly SetAside[];
}

export interface Area {
  readonly level: 'kingdom' | 'nation' | 'region' | 'authority' | 'return';
  /** ONS code; `null` for a return that does not say whose it is. */
  readonly code: string | null;
  readonly name: string | null;
}

export type Cohort = 'all' | 'unaccompanied' | 'trafficked' | 'trafficked-and-unaccompanied';

/** On which answers a share rests. */
export type Basis =
  | 'matched'
  | 'all-answers'
  | 'lowest'
  | 'highest'
  | 'lowest-by-ranges'
  | 'highest-by-ranges'
  | 'lowest-by-ranges-alone'
  | 'highest-by-ranges-alone'
  | 'lowest-by-silence-alone'
  | 'highest-by-silence-alone'
  | 'child-level'
  | 'like-for-like';

export interface Interval {
  readonly method: string;
  /** Such as 0.95. */
  readonly level: number;
  /** From 0 to 1, as `upper`. */
  readonly lower: number;
  readonly upper: number;
}

/** A share of the children of a cohort. */
export interface Rate {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  /** `missing`, `missing-more-than-once`, `missing-at-end`, `away`, … */
  readonly measure: string;
  readonly basis: Basis;
  readonly numerator: number;
  readonly denominator: number;
  readonly authorities: number;
  /** From 0 to 1, not rounded; `null` where there is no share. */
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** An average, such as `incidents-per-missing-child`. */
export interface Ratio {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly authorities: number;
  readonly value: number | null;
}

/** A sum of counts: `children`, `children-missing`, `missing-incidents`, … */
export interface Total {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly measure: string;
  /** Of the exact answers; `null` if there is none. */
  readonly exact: number | null;
  readonly authorities: number;
  readonly lowest: number;
  readonly highest: number;
}

/** How many authorities gave what. */
export interface Coverage {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly named: number;
  readonly in_area: number;
  readonly both: number;
  readonly children_only: number;
  readonly children_unmatched: number;
  readonly children_only_with_range: number;
  readonly missing_only: number;
  readonly neither: number;
}

export interface Compared {
  readonly numerator: number;
  readonly denominator: number | null;
  readonly authorities: number;
  readonly value: number | null;
}

/** What changed between two periods. */
export interface Change {
  readonly area: Area;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly from: Period;
  readonly to: Period;
  readonly basis: Basis;
  readonly earlier: Compared;
  readonly later: Compared;
  readonly unit: 'percentage-points' | 'children' | 'incidents' | 'incidents-per-child';
  readonly difference: number;
  /** From -1 to 1; `null` where the unit is another. */
  readonly points: number | null;
  readonly method: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** `null` where there is nothing to divide by. */
  readonly relative: number | null;
}

export type Place = 'below-99.8' | 'below-95' | 'within' | 'above-95' | 'above-99.8';

/** Authorities against the limits of a funnel. */
export interface Funnel {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly pooled: number;
  readonly phi: number;
  readonly tau2: number;
  readonly authorities: readonly {
    readonly code: string;
    readonly name: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly value: number;
    readonly place: Place;
    readonly place_adjusted: Place;
  }[];
}

/** A figure as its publisher printed it. */
export interface Published {
  readonly area: Area;
  readonly place: string;
  readonly period: Period;
  readonly measure: string;
  readonly value: number | null;
  readonly printed: string;
}

export interface FileEntry {
  readonly name: string;
  readonly sha256: string;
  readonly kind: `ssda903/${string}` | 'authority-answers' | 'dfe-published' | 'child-list' | 'decisions' | 'mapping' | 'unrecognised';
  readonly encoding: string;
  readonly rows: number;
  readonly rows_used: number;
  readonly rows_set_aside: number;
}

/** A rule that rows break. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly table: string;
  readonly count: number;
  readonly rows: readonly { readonly file: string; readonly row: number; readonly column: string | null; readonly value: string | null }[];
}

/** Rows that were not used. */
export interface SetAside {
  readonly file: string;
  readonly reason: string;
  readonly count: number;
}
