// Shares, counts and their changes.

import type { Area, Basis, Cohort, Incidents, Interval, OnList, Period, Shown } from './terms.js';

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
  /** Authorities that the area had when the period ended. */
  readonly in_area: number;
  readonly both: number;
  readonly children_only: number;
  /** `null` where it is hidden. */
  readonly children_unmatched: number | null;
  readonly children_only_with_range: number;
  readonly missing_only: number;
  readonly neither: number;
  /** Of all these, how many gave answers that contradict one another, so that none of them counts. */
  readonly contradictory: number;
}

/** One that answered, or several together. */
export interface Respondent {
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/** Which authorities gave what. */
export interface Respondents {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly both: readonly Respondent[];
  readonly children_and_range: readonly Respondent[];
  readonly children_only: readonly Respondent[];
  readonly missing_only: readonly Respondent[];
  readonly neither: readonly Respondent[];
  readonly not_named: readonly Respondent[];
}

/** Children who are both trafficked and unaccompanied. */
export interface Overlap {
  readonly area: Area;
  readonly period: Period;
  readonly authorities: number;
  readonly both: number;
  readonly trafficked: number;
  readonly unaccompanied: number;
  readonly either: number;
  readonly of_trafficked: number | null;
  readonly of_unaccompanied: number | null;
}

/** What is known of the children of one group and of their incidents. */
export interface Profile {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly on_list?: OnList;
  readonly code: Incidents;
  readonly by: 'none' | 'age' | 'sex' | 'legal-status' | 'placement' | 'provider' | 'time-in-care';
  readonly group: string;
  readonly children: Shown;
  readonly children_missing: Shown;
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly incidents: Shown;
  readonly incidents_per_child: number | null;
  readonly more_than_once: Shown;
  readonly at_end: Shown;
  readonly not_found: Shown;
  /** By length, how often and month; what has none is left out. */
  readonly lengths: Readonly<Record<string, Shown>>;
  readonly times: Readonly<Record<string, Shown>>;
  readonly months: Readonly<Record<string, Shown>>;
  readonly carried_over: Shown;
  /** What a safe report counts together. */
  readonly merged?: Merged;
}

/** Lines of a table from one to another, counted together. */
export interface Band {
  readonly from: string;
  readonly to: string;
  readonly count: Shown;
}

/** The tables of which neighbouring lines are counted together, because there are few in some. */
export interface Merged {
  readonly lengths?: readonly Band[];
  readonly times?: readonly Band[];
  readonly months?: readonly Band[];
  /** Whether the first of `months` counts those that began before the period too. */
  readonly with_carried_over?: boolean;
}

export interface Compared {
  readonly numerator: number;
  readonly denominator: number | null;
  readonly authorities: number;
  readonly value: number | null;
}

/** What changed between two periods. */
/** A table that a safe report leaves out whole, because too much of it would be hidden. */
export type LeftOut =
  | 'groups'
  | 'groups-of-cohorts'
  | 'tables-of-groups'
  | 'tables-of-cohorts'
  | 'lengths'
  | 'times'
  | 'months'
  | 'answer-tables';

/** A figure that is hidden: it is based on a count of 1 to 5, or on one that would give such a count away. */
export interface HiddenFigure {
  readonly area: Area;
  /** Of a change the later period. */
  readonly period: Period;
  readonly cohort: Cohort;
  readonly figure: 'rate' | 'ratio' | 'total' | 'change' | 'overlap';
  /** None of an overlap. */
  readonly measure?: string;
  /** Of rates and changes. */
  readonly basis?: Basis;
  /** Of changes. */
  readonly from?: Period;
}

export interface Change {
  readonly area: Area;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly from: Period;
  readonly to: Period;
  readonly basis: Basis;
  readonly earlier: Compared;
  readonly later: Compared;
  readonly unit: 'percentage-points' | 'children' | 'incidents' | 'incidents-per-child' | 'incidents-per-100-children';
  readonly difference: number;
  /** From -1 to 1; `null` where the unit is another. */
  readonly points: number | null;
  readonly method: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** `null` where there is nothing to divide by. */
  readonly relative: number | null;
}
