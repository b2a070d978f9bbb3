// What figures are said in.

/** For whom a report is: exact, or safe to publish, and rounded to 5 or 10 on top. */
export type Disclosure = 'exact' | 'safe' | 'safe-to5' | 'safe-to10';

/** A range of days: `2023-04-01/2024-03-31`. */
export type Period = string;

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

/** A count that can be hidden: `c`. */
export type Shown = number | 'c' | 'x';

/** Which incidents: M, A, or both, each once. */
export type Incidents = 'missing' | 'away' | 'either';

export type OnList = 'confirmed' | 'suspected' | 'unstated';
