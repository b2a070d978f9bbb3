// Everything that may be known from a set of files.

import type { Chase, Conflict, Name, Published, Wording } from './answers.js';
import type { Comparison, Funnel, Influence, Series, Target } from './comparisons.js';
import type {
  Change, Coverage, HiddenFigure, LeftOut, Overlap, Profile, Rate, Ratio, Respondents, Total,
} from './figures.js';
import type {
  ColumnRead, FileEntry, Finding, Foi, ListWording, NotCovered, ReturnCoverage, RuleRun, SameModule, Sensitivity, SetAside,
} from './returns.js';
import type { Standing } from './standing.js';
import type { Disclosure, Period } from './terms.js';

/** Everything that may be known from a set of files. Fields may be added within one format; none is taken away. */
export interface Report {
  readonly format: 'missing-from-care/1';
  readonly tool: Tool;
  /** A safe report has nothing about single rows: no findings, wordings, names, conflicts, chase list. */
  readonly disclosure: Disclosure;
  /** Figures that are left out of a safe report. */
  readonly hidden: readonly HiddenFigure[];
  /** Tables that a safe report leaves out whole. */
  readonly left_out: readonly LeftOut[];
  /** Earliest first. */
  readonly periods: readonly Period[];
  readonly periods_from: 'files' | 'asked';
  /** Which return answers for which days; of child-level returns alone. */
  readonly answered_by: readonly AnsweredBy[];
  /** Days that are in no return's collection year. */
  readonly uncovered: readonly Period[];
  readonly files: readonly FileEntry[];
  /** Which days each file of a return covers. */
  readonly coverage_of_returns: readonly ReturnCoverage[];
  /** Files that are of one module and year, and whether a person has said how to use them. Empty in a safe report. */
  readonly same_module: readonly SameModule[];
  /** Figures that are not given, since a module that they need does not cover their days. */
  readonly not_covered: readonly NotCovered[];
  readonly rates: readonly Rate[];
  readonly ratios: readonly Ratio[];
  readonly totals: readonly Total[];
  readonly coverage: readonly Coverage[];
  readonly respondents: readonly Respondents[];
  readonly overlaps: readonly Overlap[];
  readonly profiles: readonly Profile[];
  readonly changes: readonly Change[];
  readonly funnel: readonly Funnel[];
  readonly influence: readonly Influence[];
  readonly targets: readonly Target[];
  readonly comparisons: readonly Comparison[];
  readonly series: readonly Series[];
  readonly published: readonly Published[];
  readonly wordings: readonly Wording[];
  /** How the wordings of lists of trafficked children were read; `null` if a person has to say. */
  readonly list_wordings: readonly ListWording[];
  readonly names: readonly Name[];
  readonly conflicts: readonly Conflict[];
  readonly chase: readonly Chase[];
  /** Where an authority is; `null` unless it was said whose return it is. */
  readonly standing: Standing | null;
  /** Answers to a freedom-of-information request; of child-level returns alone. */
  readonly foi: Foi | null;
  /** The same of each authority, where the returns are of several; `foi` is then of all together. */
  readonly foi_by_authority: readonly Foi[];
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleRun[];
  readonly sensitivity: readonly Sensitivity[];
  readonly set_aside: readonly SetAside[];
  /** How each column of a table of answers was read, by file. */
  readonly columns: readonly ColumnRead[];
}

export interface Tool {
  readonly name: 'missing-from-care';
  readonly version: string;
  /** Where the definitions stand that it calculates by: `docs/method.md` of this version. */
  readonly definitions: string;
}

export interface AnsweredBy {
  /** The year of its 31 March. */
  readonly year: number;
  readonly days: Period;
}
