### The program in a terminal. Sentences that the page says too are in the other files.

## Help
cli-help =
    What share of children went missing from care?
    { "" }
        missing-from-care [OPTIONS] FILE...
    { "" }
    FILE is a CSV file: a module of an SSDA903 return, answers of authorities to
    freedom-of-information requests, or figures published by the Department for
    Education; or a workbook (.xlsx, .xlsm, .xls, .xlsb, .ods), a zip archive or a
    return in XML.
    You can give several files of several kinds. Settings, a mapping of columns or
    decisions, downloaded from the page, may be among them. Nothing leaves this
    computer.
    { "" }
    OPTIONS
        --year-ending YEAR      the collection year that ends on 31 March of YEAR
        --period START..END     any days, for example 2024-01-01..2024-12-31
                                (without either: the period that the files are about)
        --published-years KIND  what a bare year in a file of published figures means:
                                collection (April to March, the default) or calendar
        --target PERCENT        say what the authorities without an exact answer would have
                                to be like for the share to reach this
        --change START..END START..END
                                compare these two periods too
        --file-year FILE=YEAR   the file of a return is of the collection year that
                                ends on 31 March of YEAR, whatever its dates are;
                                can be given for several files
        --empty FILE            the file of a return or the list of children has a header
                                row and no rows because there was nobody to write down:
                                count it as zero; can be given for several files
        --earlier FILE          this file of answers, or of published figures, is an
                                earlier version of the others: it is not counted, and
                                the text says what changed since; can be given for
                                several files
        --complete-to DAY       the return of the year that includes DAY is complete up to
                                that day, for example 2025-03-31, whatever its rows say
        --exact-headings        read no column by a heading that only looks like one of a
                                return, such as MIS START for MIS_START
        --leading-zeros ANSWER  same or different: whether identifiers that differ only in
                                zeros at the start (0012 and 12) are of the same child
        --whole-identifiers     identifiers of 16 or more digits that all end in 0 are whole:
                                no spreadsheet has rounded them
        --add-together FILE,FILE
                                these files are parts of one module of one year, or of
                                one list of children; can be given several times
        --trafficked WORDING=MEANING
                                what a wording of a list of trafficked children means:
                                confirmed, suspected, unstated (one of the two) or no;
                                can be given several times
        --authority NAME        the authority whose return the child-level files are: its
                                name or code. Its figures are shown beside the published
                                figures for it, its region, England and its statistical
                                neighbours
        --format FORMAT         how the result is written:
                                text (the default), json or csv
                                columns: CSV of how each column of a table of answers was
                                read, whether it is used, and the words that were not
                                understood
                                chase-list: CSV of the authorities to ask again, and what
                                to ask
                                chase-letters: the same as letters, one for each authority
                                work-list: CSV of every row that breaks a rule, with the
                                children’s identifiers
                                changed-answers: CSV of what changed since the files that
                                --earlier names, or of what changed in a DfE release since
                                the figures that this program has
                                interviews: CSV of return-home interviews by team, from a
                                return, a list of interviews (CHILD, MIS_START, OFFERED,
                                ACCEPTED, DATE) and a list of teams (CHILD, TEAM)
                                foi-text or foi-csv: answers to a freedom-of-information
                                request for each calendar year that the files cover, from
                                an SSDA903 return and a list of trafficked children
                                xlsx, chase-list-xlsx, work-list-xlsx, foi-xlsx: the same
                                figures and lists as a workbook: write it to a file with >
                                mapping: what the columns of the first file that needs it
                                seem to be. Correct it ("field": null leaves a column out,
                                "period" gives a column its year), and name it among the
                                files
                                based-on: CSV of what the figures are based on
                                settings: whose return it is, the period, and what was
                                decided, to be named among next month’s files
        --comments              CSV: say above the table what it is based on, in lines
                                that begin with #
        --by-child              write the work list child by child, not rule by rule
        --safe                  safe to publish: hide numbers from 1 to 5, and numbers from
                                which they could be worked out. Nothing is about single
                                rows. Publish only one such report: two with different
                                settings, for different periods or from different releases
                                of the same files can together show what each of them hides
        --round 5|10            the same, with the numbers that are shown rounded
        --decisions FILE        what wordings and names mean and which answers count,
                                as decided on the page
        --help, --version
    { "" }
    EXIT STATUS
        0   calculated
        2   nothing could be calculated, or the command line was not understood

## Messages
cli-said = missing-from-care: { $text }
cli-about-file = { $file }: { $text }
cli-a-file = a file
cli-try-help = Try: missing-from-care --help
cli-not-read = { $file } could not be read: { $why }
cli-not-read-again = { $file } could not be read again: { $why }
cli-not-written = the report could not be written: { $why }
cli-nothing-from-files = nothing could be calculated from these files
cli-nothing-safe = nothing of these figures can be published without giving away small numbers, so everything is hidden. A whole collection year (--year-ending) can often be published
cli-nothing-from-read = nothing could be calculated from the files that could be read
cli-mapping-none = the columns of these files are known, or the files are not tables
cli-mapping-no-headings = { $file } has no row in which a word is known as a heading, so nothing of it is written here: it may be names of children; give each column a heading, such as CHILD, Authority or Year
cli-mapping-written = columns of { $file }: correct them, and name the document among the files
cli-foi-needs-return = this request is answered from an SSDA903 return with its Episodes file
cli-foi-list-undecided = the list of children has wordings that could mean several things; say what each means with --trafficked, and those questions are answered too
cli-list-undecided = the list has wordings that could mean several things: { $wordings }. Say what each means: --trafficked "WORDING=confirmed", =suspected, =unstated or =no
cli-list-undecided-free = the list has words that could mean several things, and that could hold a name, so they are not shown here. Correct them in the file, or say what each means: --trafficked "WORDING=confirmed", =suspected, =unstated or =no
cli-wrong-trafficked = --trafficked takes a wording of a list and what it means (confirmed, suspected, unstated or no), for example "pending=suspected", not { $given }
cli-foi-no-list = a return does not record trafficking; give a list of children (CHILD,TRAFFICKED) as one more file to answer those questions

## Command lines that are not understood
cli-wrong-year = --year-ending takes a year, for example 2025, not { $given }
cli-wrong-file-year = --file-year takes a file and a year, for example episodes.csv=2025, not { $given }
cli-no-such-file = { $option }: { $given } is none of the files
cli-wrong-period = --period: { $why }
cli-wrong-add-together = --add-together takes two files or more with commas between them, for example "missing a.csv,missing b.csv", not { $given }
cli-wrong-published-years = --published-years takes collection or calendar, not { $given }
cli-wrong-target = --target: { $why }
cli-wrong-authority = --authority: { $why }
cli-wrong-format = --format takes text, json, csv, columns, chase-list, chase-letters, work-list, changed-answers, interviews, foi-text, foi-csv, based-on, xlsx, chase-list-xlsx, work-list-xlsx, foi-xlsx, settings or mapping, not { $given }
cli-wrong-day = --complete-to: { $why }
cli-wrong-zeros = --leading-zeros takes same or different, not { $given }
cli-wrong-round = --round takes 5 or 10, not { $given }
cli-interviews = Return-home interviews, { $period }
cli-no-chase = nothing is to be asked for again: letters and lists are for authorities whose answers are missing, partial or in doubt
cli-no-interviews = this needs a return with Episodes and Missing, and a list of interviews with the columns CHILD, MIS_START, OFFERED, ACCEPTED and DATE
cli-never-safe = work lists, chase lists, interviews, columns, mappings and settings are for your own use and never safe to publish: leave out --safe and --round
cli-two-periods = give --year-ending or --period, not both
cli-two-years = --file-year gives { $file } two years: give it one
cli-no-file = name at least one file

## What to do about a file
cli-do-columns = --format mapping writes what the columns seem to be: correct it, and name it among the files.
cli-do-headings = Give each column a heading, such as CHILD, Authority or Year.
cli-do-rename = Rename these columns: { $columns }.
cli-do-authority = Give --authority.
cli-do-year = Give --file-year.
cli-do-complete = If it is, give --file-year or the right file. If nothing in it began or ended in the year, give --complete-to { $day }.
cli-do-period-of-columns = Add a column Year. Or --format mapping writes what the columns seem to be: give each column its period, and name it among the files.
cli-do-period = Give --year-ending or --period.
cli-do-named-part = Give the other parts too, or if it is whole, rename it without these words.
cli-do-same-module = Name only one of them, or give --add-together with all of them, separated by commas.
cli-do-empty = If there was nobody to write down, give --empty and this file.
cli-do-whole = If your system’s own identifiers end in 0, give --whole-identifiers.
cli-do-zeros = Give --leading-zeros same or --leading-zeros different.

## Figures
cli-this-return = This return
cli-heading = { $cohort }, { $period } ({ $from })
cli-from-files = taken from the files
cli-from-asked = as you asked
cli-share-hidden = { $cohort }, { $period }: the share is hidden
cli-counts-alone = { $cohort }, { $period }: no share, because one of its two numbers is missing
cli-count = { $area }, { $measure }: { $count }
cli-count-of = { $authorities ->
    [one] { $area }, { $measure }: { $count }, in 1 authority
   *[other] { $area }, { $measure }: { $count }, in { NUMBER($authorities) } authorities
}
cli-children = { $children ->
    [one] 1 child
   *[other] { NUMBER($children) } children
}
cli-authorities = { $authorities ->
    [one] 1 authority
   *[other] { NUMBER($authorities) } authorities
}
cli-figure = { $area }: { $share } went missing, { $missing } of { $children }
cli-figure-none = { $area }: no children in this group, so no share
cli-figure-none-matched = { $area }: no children in this group in { $authorities ->
    [one] the 1 authority that gave both figures
   *[other] the { NUMBER($authorities) } authorities that gave both figures
}, so no share
cli-figure-matched = { $figure }, in { $authorities ->
    [one] the 1 authority that gave both figures
   *[other] the { NUMBER($authorities) } authorities that gave both figures
}
cli-figure-together = { $figure }, in { $answers ->
    [one] one answer
   *[other] { NUMBER($answers) } answers
} with both figures, for { NUMBER($authorities) } authorities
cli-figure-interval-rounded = { $figure }; 95% interval, widened for the rounding, { $lower } to { $upper }
cli-figure-interval = { $figure }; 95% interval { $lower } to { $upper }
cli-all-answers = every answer divided: { $missing } of { $children } = { $share }
cli-between = between { $lowest } and { $highest } of the children counted exactly, with none or all missing where an authority did not say exactly how many
cli-between-rounded = between { $lowest } and { $highest } of the children counted, whatever the numbers were before they were rounded, with none or all missing where an authority did not say how many
cli-between-ranges = between { $lowest } and { $highest }, with every range used, even where the number of children is a range
cli-ranges-alone = ranges alone leave it between { $lowest } and { $highest }
cli-silence-alone = missing answers alone leave it between { $lowest } and { $highest }
cli-incidents = { $incidents }, { $each } for each child who went missing
cli-who-answered = { $both } gave both figures; { $children } only the number of children; { $missing } only how many went missing; { $neither } neither
cli-contradictory = { $authorities ->
    [one] 1 of them gave answers that contradict one another and is left out
   *[other] { NUMBER($authorities) } of them gave answers that contradict one another and are left out
}
cli-influence = without one authority at a time, those that matter most first:
cli-without = without { $name }: { $share }, { $moved }
cli-funnel = funnel: of { $all }, { $outside } outside the 95% limits, { $far } outside the 99.8% limits
cli-funnel-adjusted = they differ more than chance explains (φ { $phi }); outside limits that allow for that: { $outside } and { $far }
cli-comparison = { $name }, { $cohort }, { $period }: { $own }; { $others }: { $theirs } ({ $authorities }). { $outcome }
cli-published-before = published before, { $period }: { $percent }, { $missing } of { $children } ({ $title }, { $year })
cli-change = { $cohort }: change
cli-safe = Safe to publish: c is a number that is hidden, and x one that is not given of any such group. { $one }

## An authority's own return
cli-uncovered = no return covers { $days }
cli-lengths = length of incidents: { $lengths }
cli-times = children by number of incidents: { $times }
cli-pair = { $name }: { $number }
cli-more-and-end = { $more } missing more than once; { $end } missing at the end
cli-by = by { $by }: { $groups }
cli-group = { $group }: { $missing } of { $children }
cli-returns = Returns
cli-return = year ending 31 March { $year }: { $modules }
cli-return-stops = Figures are up to { $day }, where the rows stop or as you said.
cli-return-stops-period = For the figures up to then, add --period { $from }..{ $to }, and no --year-ending.
cli-return-stops-else = If the return is complete up to another day, add --complete-to and that day.
cli-not-compared = --change: no figure is there for both { $from } and { $to }, so they are not compared. Returns are compared with the same days a year earlier; for another period of theirs, give --period.
cli-complete-to-no-return = --complete-to names { $day }, but no return of that year is among the files
cli-return-quiet = The last date of the return is { $day }. If the return was exported before 31 March, these figures are too low: add --complete-to and the day of the export, for example { $to }. They are not compared with others.
cli-return-empty = If nothing is left out, add --complete-to { $to }.
cli-module-to = { $module } up to { $day }
cli-module-not-used = { $module } not used
cli-module-not-given = { $module } not given
cli-no-figure = { $cohort }, { $period }: no figure
cli-no-share = { $cohort }, { $period }: no share
cli-whose = { $name }: { $text }
cli-need = it needs { $module }
cli-need-days = it needs { $module }, for { $days }
cli-given-not-used = { $file } was given as { $module }, and is not used
cli-module-of = { $module } of the { $year }

## Published figures
cli-beside = { $name } beside others: all looked-after children, as DfE publishes them
cli-beside-years = { $name } beside others of another year: all looked-after children, as DfE publishes them
cli-own-printed = From these files, { $period }: { $missing } of { $children } went missing, which DfE would print as { $percent }
cli-own-rounded = From these files, { $period }: { $missing } of { $children } went missing, { $percent }
cli-own-about = From these files, { $period }: { $missing } of { $children } went missing (numbers rounded to { $unit }), { $percent }
cli-own-average = { $figure }; { $average } incidents for each of them
cli-own-average-one = { $figure }; 1 incident for each of them
cli-position = { $whose }, beside { $neighbours } statistical neighbours, { $published }: { $lower ->
    [0] none has a lower share
    [one] 1 has a lower share
   *[other] { NUMBER($lower) } have a lower share
}, { $higher ->
    [0] none a higher one
    [one] 1 a higher one
   *[other] { NUMBER($higher) } a higher one
}
cli-table = Went missing, year ending 31 March

## Files
cli-file = { $name }: { $kind }; { $used } of { $all } rows used
cli-file-not-used = { $name }: { $kind }; not used
cli-file-one = { $name }: { $kind }; { $used } of 1 row used
cli-list-has-no-year = { $file } is a list of children, and a list is used for every year: --file-year changes nothing.
cli-empty-not-heard = --empty: { $file } has rows, or no header row, or could not be empty (only Missing, UASC and a list can), so --empty changes nothing
cli-settings-without-wordings = { $wordings ->
    [one] One decision is
   *[other] { NUMBER($wordings) } decisions are
} not in the settings, because the wording could hold a child’s name or identifier: give it again with the next files.
cli-settings-without-years = { $files ->
    [one] The year of one file is
   *[other] The years of { NUMBER($files) } files are
} not in the settings, because the name of the file could hold a child’s name or identifier. Only names such as “missing 2025.csv” are saved: give it again with the next files.
cli-settings-without = The settings do not hold { $options }: give that again with the next files.
cli-said-empty = no rows, as --empty says that there was nobody to write down: counted as zero
cli-file-year = collection year to 31 March { $year } ({ $from })
cli-file-year-doubt = collection year to 31 March { $year } ({ $from }; not certain: --file-year corrects it)
cli-year-person = your decision
cli-year-name = by its name
cli-year-name-begins = by its rows: the year in its name is the one in which it begins
cli-year-asked = as you asked
cli-year-dates = by its dates
cli-year-modules = by the modules beside it
cli-year-children = by its children
cli-year-names = by the order of names
cli-file-renamed = If that is not right, give --exact-headings.
cli-set-aside = { $rows } set aside: { $reason }

## Data quality
cli-finding = { $rule } ({ $severity }): { $sentence }
cli-finding-row = { $rows } of { $file }, row { $row }
cli-finding-rows = { $rows } of { $file }, for example row { $row }
cli-finding-text = “{ $text }”
cli-rows = { $rows ->
    [one] 1 row
   *[other] { NUMBER($rows) } rows
}
cli-finding-effects = { $finding }; without all rows of this rule, of all children, { $period }: { $effects }
cli-case = { $name }: { $missing } of { $children }, { $incidents }
cli-case-more = { $more } more than once
cli-case-more-and-end = { $more } more than once, { $end } missing at the end
cli-case-effects = { $rows }: { $effects }
cli-not-run = Rules that were not run

## Columns and answers that need a decision
cli-column = column { $number } “{ $heading }” needs your decision ({ $why }). { $how }
cli-columns-more = column { $number } “{ $heading }” needs your decision ({ $why }), and { $more } more. { $how }
cli-columns-how = --format columns lists how each column was read; --format mapping writes what they seem to be: correct it, and name it among the files
cli-column-words = not understood: { $words }
cli-column-no-group = it does not say which children are counted
cli-column-bare-question = it has the number of a question and no words
cli-column-same = another column means the same
cli-column-part = it is a part of a figure, and the rest is not beside it
cli-column-breakdown = its words may say that rows are parts of each authority’s figures, or limit them: in a mapping say add-up, total-rows or leave-out, or null if they say nothing of the kind
cli-column-no-period = its period was not understood
cli-column-unclear = it was not understood
cli-answers = Answers that need your decision
cli-wordings = { $wordings ->
    [one] 1 wording not understood, in { $cells }: { $examples }
   *[other] { NUMBER($wordings) } wordings not understood, in { $cells }: { $examples }
}
cli-cells = { $cells ->
    [one] 1 cell
   *[other] { NUMBER($cells) } cells
}
cli-example = “{ $wording }” ({ $count })
cli-list-wordings = { $wordings ->
    [one] 1 wording of a list of children not clear, and not counted: { $examples }
   *[other] { NUMBER($wordings) } wordings of a list of children not clear, and not counted: { $examples }
}
cli-lists = How the lists of trafficked children were read, where their words are not plain
cli-list-read = { $example }: { $read }
cli-list-decided = { $example }: { $read }, as you decided
cli-lists-other = To read one as something else, give --trafficked, for example --trafficked "pending=no".
cli-names = { $names ->
    [one] 1 name not recognised, or different from its code: { $examples }
   *[other] { NUMBER($names) } names not recognised, or different from their codes: { $examples }
}
cli-name-meant = { $name } ({ $meant }?)
cli-conflicts = { $figures ->
    [one] 1 figure with answers that differ, none of which counts: { $examples }
   *[other] { NUMBER($figures) } figures with answers that differ, none of which counts: { $examples }
}
cli-conflict = { $names } ({ $rows })
cli-chase = { $answers ->
    [one] 1 answer missing, partial or unclear: --format chase-list says who to ask, and what
   *[other] { NUMBER($answers) } answers missing, partial or unclear: --format chase-list says who to ask, and what
}
cli-and-more = { $examples }, and { $more } more

## Texts that cannot be used
mistake-day = “{ $text }” is not a day written as 2024-04-01
mistake-period = “{ $text }” is not a period written as 2024-04-01..2025-03-31
mistake-backwards = the period ends on { $end }, before it starts on { $start }
mistake-share = “{ $text }” is not a percentage from 0 to 100 with at most two decimals
mistake-authority = “{ $text }” is not an authority with children’s services
mistake-authority-near = “{ $text }” is not an authority with children’s services; did you mean { $meant }?
authority-or = { $first } or { $second }
mistake-not-json = this is not JSON
mistake-other-kind = this is not a document of decisions that this calculator wrote
mistake-decision = decision { $number } of “{ $list }” cannot be read
