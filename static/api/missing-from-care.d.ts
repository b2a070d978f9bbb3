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
  /** Days such as 2025-03-31: the return of the year in which each lies is complete up to it, whatever its rows say. */
  readonly completeTo?: readonly string[] | null;
  /** Whether children whose identifiers differ in zeros before them alone, as 0012 and 12, are one child. */
  readonly leadingZeros?: 'same' | 'different' | null;
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
  /** In which order a work list stands; by rule, if nothing is said. */
  readonly workOrder?: 'by-rule' | 'by-child' | null;
}

/** For whom a report is: exact, or safe to publish, and rounded to 5 or 10 on top. */
export type Disclosure = 'exact' | 'safe' | 'safe-to5' | 'safe-to10';

/** What `write` writes, as the terminal program has it. */
export type Format = 'json' | 'csv' | 'chase-list' | 'work-list' | 'foi-text' | 'foi-csv';

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

/** A range of days: `2023-04-01/2024-03-31`. */
export type Period = string;

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

/** A count that can be hidden: `c`. */
export type Shown = number | 'c' | 'x';

/** Which incidents: M, A, or both, each once. */
export type Incidents = 'missing' | 'away' | 'either';

export type OnList = 'confirmed' | 'suspected' | 'unstated';

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

/** Where one authority is among published figures. */
export interface Standing {
  readonly area: Area;
  readonly calculated: readonly Calculated[];
  readonly published: readonly PublishedFigures[];
  readonly years_without: readonly Period[];
  readonly positions: readonly Position[];
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
  readonly beside: readonly Beside[];
}

export interface Beside {
  readonly area: Area;
  readonly role: Role;
  readonly points: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly outcome: Outcome | null;
}

/** Answers to a freedom-of-information request. */
export interface Foi {
  readonly area: Area;
  readonly disclosure: Disclosure;
  readonly years: readonly FoiYear[];
}

export interface FoiYear {
  readonly year: number;
  readonly period: Period;
  readonly uncovered: readonly Period[];
  readonly hidden: number;
  readonly answers: readonly FoiAnswer[];
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
  readonly not_held: 'no-list' | 'no-uasc' | 'uasc-contradicted' | 'no-missing' | 'no-episodes' | 'no-sex' | null;
  /** The modules of returns that would answer it. */
  readonly needs: readonly FoiNeed[];
}

export interface FoiNeed {
  readonly module: ReturnModule;
  /** Year of the 31 March by which the collection year is named; null for a list. */
  readonly year: number | null;
}

export type ReturnModule = 'episodes' | 'missing' | 'uasc' | 'header' | 'list';

export interface ReturnCoverage {
  /** Year of the 31 March by which the collection year is named; null for a list, and where nothing says it. */
  readonly year: number | null;
  readonly module: ReturnModule;
  /** Name of the file; null in a report that is safe to publish. */
  readonly file: string | null;
  /** First day, as 2024-04-01; null for a list, and for a file that is not used. */
  readonly from: string | null;
  /** Last day: 31 March, or the day on which the rows stop. */
  readonly to: string | null;
  /** Whether the file is used. */
  readonly used: boolean;
}

export interface NotCovered {
  readonly area: Area;
  readonly period: Period;
  readonly cohort: Cohort;
  readonly figure: 'children' | 'missing';
  readonly module: ReturnModule;
  readonly year: number | null;
  /** The days that the module does not cover; null for a list. */
  readonly days: Period | null;
  /** Whether the module is there, and another says otherwise. */
  readonly contradicted: boolean;
  /** A file that was chosen as that module and is not used. */
  readonly file: string | null;
}

export interface FileEntry {
  readonly name: string;
  readonly sha256: string;
  readonly kind: `ssda903/${string}` | 'authority-answers' | 'dfe-published' | 'child-list' | 'decisions' | 'mapping' | 'unrecognised';
  readonly encoding: string;
  readonly rows: Shown;
  readonly rows_used: Shown;
  readonly rows_set_aside: Shown;
  /** What is wrong with the file as a whole: `problem` says what, further fields depend on it. */
  readonly problem: Problem | null;
  /** Columns that were read under another name than their own. */
  readonly renamed: readonly { readonly found: string; readonly meant: string }[];
  readonly collection_year: CollectionYear | null;
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
  readonly from: 'person' | 'name' | 'asked' | 'dates' | 'other-modules' | 'children' | 'names';
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

/** The share without rows that were found, or with doubtful codes read the other way. */
export interface Sensitivity {
  readonly period: Period;
  readonly scenario: string;
  readonly rule: string | null;
  readonly rows: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly incidents: number;
  readonly missing_more_than_once: number;
  readonly missing_at_end: number | null;
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
  readonly reason: string;
  readonly count: number;
}
