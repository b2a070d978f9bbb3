// Where one authority is among the figures that are published.

import type { Outcome } from './comparisons.js';
import type { Area, Interval, Period } from './terms.js';

/** Where one authority is among published figures. */
export interface Standing {
  readonly area: Area;
  readonly calculated: readonly Calculated[];
  readonly published: readonly PublishedFigures[];
  readonly years_without: readonly Period[];
  readonly positions: readonly Position[];
  readonly from_files: readonly Period[];
  readonly caveats: readonly ('recording-practice' | 'rounded-totals' | 'another-year' | 'not-a-collection-year')[];
}

export interface Calculated {
  readonly period: Period;
  readonly collection_year: boolean;
  readonly children: number;
  readonly children_missing: number;
  readonly missing_incidents: number | null;
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly percent: string;
  readonly incidents_per_missing_child: string | null;
}

/** A published count, the symbol in its place, or `null` where it is not there. */
export type Figure = number | 'c' | 'z' | 'x' | 'k' | null;

export type Role = 'own' | 'predecessor' | 'region' | 'nation' | 'neighbour';

export interface PublishedFigures {
  readonly area: Area;
  readonly role: Role;
  readonly rank: number | null;
  readonly closeness: 'extremely' | 'very' | 'close' | 'somewhat' | 'not' | null;
  readonly period: Period;
  readonly rounded_to: number | null;
  readonly children: Figure;
  readonly children_missing: Figure;
  readonly missing_incidents: Figure;
  readonly children_missing_more_than_once: Figure;
  readonly children_missing_at_end: Figure;
  readonly children_away: Figure;
  readonly away_incidents: Figure;
  readonly children_away_more_than_once: Figure;
  readonly children_away_at_end: Figure;
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly percent: string | null;
  readonly incidents_per_missing_child: string | null;
  readonly percent_away: string | null;
  readonly incidents_per_away_child: string | null;
}

export interface Position {
  readonly figure: 'calculated' | 'published';
  readonly period: Period;
  readonly published: Period;
  readonly lower: number;
  readonly equal: number;
  readonly higher: number;
  readonly without: number;
  readonly lowest_percent: string | null;
  readonly highest_percent: string | null;
  readonly england: AmongAll | null;
  readonly beside: readonly Beside[];
}

/** Where a figure is among the other authorities in England; quarter 1 is the highest. */
export interface AmongAll {
  readonly authorities: number;
  readonly lower: number;
  readonly equal: number;
  readonly higher: number;
  readonly quarter: number | null;
  readonly clearly_lower: number;
  readonly clearly_higher: number;
}

export interface Beside {
  readonly area: Area;
  readonly role: Role;
  readonly points: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly outcome: Outcome | null;
}
