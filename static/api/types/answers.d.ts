// What authorities answered, and what was made of it.

import type { Area, Cohort, Period } from './terms.js';

export interface ReportOrigin {
  readonly from: 'report';
  readonly title: string;
  readonly published: number;
}

export interface OtherOrigin {
  readonly from: 'department' | 'files';
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

/** What an answer was read as. */
export type Answer = Exact | Range | Withheld;

export interface Exact {
  readonly answer: 'exact';
  readonly count: number;
}

export interface Range {
  readonly answer: 'range';
  readonly lowest: number;
  readonly highest: number;
}

export interface Withheld {
  readonly answer: 'withheld';
  readonly reason: Refused | OtherReason;
}

export interface Refused {
  readonly reason: 'refused';
  /** Such as `40(2)`. */
  readonly section: string | null;
}

export interface OtherReason {
  readonly reason: string;
}

/** Where something is in a file. */
export interface FilePlace {
  readonly file: string;
  readonly row: number;
  readonly column: string;
}

/** How a wording of answers was read. */
export interface Wording {
  readonly wording: string;
  readonly answer: Answer;
  readonly cells: number;
  readonly decided: boolean;
  readonly place: FilePlace;
}

/** A name that does not simply stand for one authority. */
export interface Name {
  readonly name: string;
  readonly taken_for: 'unknown' | 'code-and-name-disagree' | 'authority' | 'joint' | 'other-time' | 'other-body' | 'nobody';
  readonly authorities: readonly Area[];
  readonly body: string | null;
  readonly suggestions: readonly Area[];
  readonly rows: number;
  readonly decided: boolean;
  readonly place: FilePlace;
}

/** Several answers to one question that differ. */
export interface Conflict {
  readonly authorities: readonly Area[];
  readonly period: Period;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly answers: readonly Conflicting[];
}

export interface Conflicting {
  /** Whose it is: one of the authorities, or several that answered together. */
  readonly authorities: readonly Area[];
  readonly place: FilePlace;
  readonly wording: string;
  readonly answer: Answer;
  /** The day on which it was received, `2024-05-03`, if its row says. */
  readonly received: string | null;
  /** The notes of its row, as typed. */
  readonly notes: string;
  readonly picked: boolean;
}

/** Who to ask again, and for what. */
export interface Chase {
  readonly authorities: readonly Area[];
  readonly period: Period;
  readonly cohort: Cohort;
  readonly state: 'missing' | 'partial' | 'in-doubt';
  readonly wants: readonly Want[];
}

export interface Want {
  readonly measure: string;
  readonly answer: Answer;
  readonly wording: string;
}
