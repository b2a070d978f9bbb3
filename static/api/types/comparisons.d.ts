// Authorities beside one another.

import type { OtherOrigin, ReportOrigin } from './answers.js';
import type { Area, Cohort, Interval, Period } from './terms.js';

export type Place = 'below-99.8' | 'below-95' | 'within' | 'above-95' | 'above-99.8';

/** Authorities against the limits of a funnel. */
export interface Funnel {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly pooled: number;
  readonly phi: number;
  readonly phi_unwinsorised: number;
  readonly tau2: number;
  readonly authorities: readonly FunnelPoint[];
  readonly limits: readonly FunnelLimits[];
}

export interface FunnelPoint {
  readonly code: string;
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
  readonly place: Place;
  readonly place_adjusted: Place;
}

export interface FunnelLimits {
  readonly denominator: number;
  readonly plain: Limits;
  readonly adjusted: Limits;
}

export interface Limits {
  readonly lower_998: number;
  readonly lower_95: number;
  readonly upper_95: number;
  readonly upper_998: number;
}

/** A share without each authority in turn. */
export interface Influence {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly value: number;
  readonly without: readonly Without[];
}

export interface Without {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  readonly difference: number | null;
  readonly weight: number;
}

/** What it would take to reach a share. */
export interface Target {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly target: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  readonly silent_authorities: number;
  readonly silent_children: number;
  readonly silent_fewest: number;
  readonly silent_most: number;
  readonly needed_children: number;
  readonly needed_share: number | null;
  readonly reach: 'possible' | 'too-high' | 'too-low';
}

export type Outcome = 'higher' | 'lower' | 'not-clear';

/** One authority beside others. */
export interface Comparison {
  readonly authority: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly measure: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
  readonly interval: Interval;
  readonly with: OthersOfArea | Neighbours;
  readonly others: OthersTogether;
  readonly points: number;
  readonly lower: number;
  readonly upper: number;
  readonly outcome: Outcome;
}

export interface OthersOfArea {
  readonly kind: 'area';
  readonly area: Area;
}

export interface Neighbours {
  readonly kind: 'neighbours';
}

export interface OthersTogether {
  readonly numerator: number;
  readonly denominator: number;
  readonly authorities: number;
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Shares from period to period. */
export interface Series {
  readonly cohort: Cohort;
  readonly measure: string;
  readonly points: readonly SeriesPoint[];
}

export interface SeriesPoint {
  readonly period: Period;
  readonly origin: ReportOrigin | OtherOrigin;
  readonly area: Area;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly authorities: number | null;
  readonly value: number;
  readonly children_all_answers: number | null;
  readonly incidents_per_missing_child: number | null;
  readonly printed_percent: number | null;
  readonly interval: Interval | null;
}
