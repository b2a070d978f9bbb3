### The part about how answers were read: what a person may decide, and who to ask again.

part-answers = Answers

answers-lead-open = Some answers need your decision: { $what }.
answers-lead-settled = Every answer was understood, every name was recognised, and no two answers contradict each other.
answers-lead-unread = Say what the columns of the file are, and its answers are read.
answers-open-files = { $files ->
    [one] 1 file whose columns are not known
   *[other] { NUMBER($files) } files whose columns are not known
}
answers-open-columns = { $columns ->
    [one] 1 column whose meaning is not certain
   *[other] { NUMBER($columns) } columns whose meaning is not certain
}
answers-open-conflicts = { $conflicts ->
    [one] 1 figure with answers that differ
   *[other] { NUMBER($conflicts) } figures with answers that differ
}
answers-open-names = { $names ->
    [one] 1 name that was not recognised
   *[other] { NUMBER($names) } names that were not recognised
}
answers-open-wordings = { $wordings ->
    [one] 1 wording that was not understood
   *[other] { NUMBER($wordings) } wordings that were not understood
}
answers-and = { $first }, and { $last }

answers-conflicts-heading = Answers that differ
answers-conflicts-about = Two answers to one question are never added up. Until you choose one, neither is counted.
answers-conflicts-caption = Figures with answers that differ
answers-conflict-figure = Figure
answers-conflict-counts = What counts

answers-names-heading = Names
answers-names-about = Rows under a name that is not recognised are set aside. Say once which authority a name means, and all its rows are counted.
answers-names-caption = Names that are not the name of exactly one authority
answers-name-typed = As typed
answers-name-taken = Read as
answers-name-decide = Which authority it means
answers-name-pick = Which authority “{ $name }” means
answers-name-blank = (no name)
answers-name-as-read = Leave it as it is
answers-name-nobody = None: set its rows aside
answers-name-other = Another authority…
answers-name-type = Name or code of the authority that “{ $name }” means
answers-name-type-hint = If several authorities gave one answer together, give them all, separated by /.
answers-name-type-button = Use this authority
answers-name-type-error = This is not recognised as an authority. Check the spelling, or give its code.
answers-taken-unknown = Not recognised; set aside
answers-taken-unknown-near = Not recognised; set aside. Nearest: { $authority }
answers-taken-disagree = The code and the name are of different authorities; not counted. It could be { $authorities }
answers-taken-authority = { $authority } (your decision)
answers-taken-joint = Joint answer: { $authorities }. Counted once, in the area that all of them are in
answers-taken-other-time = It did not exist in that period. Counted for { $authorities }
answers-taken-nobody = No authority (your decision); set aside
answers-taken-body = { $body }; set aside
answers-taken-body-instead = { $body }; set aside. { $authority } is responsible for children’s services there

answers-body-district = A district council
answers-body-northern-ireland-council = A council in Northern Ireland, where the health and social care trusts have children’s services
answers-body-parish = A parish or town council
answers-body-combined-authority = A combined authority
answers-body-metropolitan-county = A county without a council
answers-body-police = A police force
answers-body-fire = A fire and rescue service
answers-body-health = A part of the NHS
answers-body-national-park = A national park authority
answers-body-government = A government department or an association

answers-wordings-heading = Wordings
answers-wordings-about = Every wording other than a plain whole number, and how it was read. If you change one, all cells with the same wording change.
answers-wordings-caption = Wordings, how they were read, and how often
answers-wording = Wording
answers-wording-blank = (blank)
answers-wording-read = Read as
answers-wording-change = Count it as
answers-wording-pick = What “{ $wording }” counts as
answers-wording-as-read = As read
answers-wording-type = A number or a range…
answers-wording-typed = Number or range that “{ $wording }” means
answers-wording-typed-hint = Such as 4, or 1-5, or <5.
answers-wording-typed-button = Use this number
answers-wording-typed-error = This is not a number or a range. Write it like 4, 1-5 or <5.
answers-name-where = { $rows ->
    [one] 1 row: { $file }, row { $row }
   *[other] { NUMBER($rows) } rows, the first in { $file }, row { $row }
}
answers-wording-where = { $cells ->
    [one] 1 cell: { $file }, row { $row }
   *[other] { NUMBER($cells) } cells, the first in { $file }, row { $row }
}
answers-decided = { $answer } (your decision)

answers-said-range = { $lowest } to { $highest }
answers-said-refused = Refused
answers-said-refused-section = Refused (s.{ $section })
answers-said-not-held = Not held
answers-said-not-recorded = Not recorded
answers-said-no-reply = No reply
answers-said-not-applicable = Does not apply
answers-said-suppressed = Hidden, size not stated
answers-said-counted-elsewhere = Counted in another answer
answers-said-other-period = About one date or a part of the period
answers-said-wrong-body = Another body has the answer
answers-said-blank = Blank
answers-said-conflicting = Contradicts another answer
answers-said-not-a-count = Not a whole number
answers-said-not-understood = Not understood

reason-earlier-version = In a file that you said is an earlier version

answers-keep-heading = Keep what you decided
answers-keep-about = This page stores nothing. Download your decisions, and choose that file next time, together with the others.
answers-keep = Download decisions (JSON)

answers-chase-heading = Who to ask again
answers-chase-about = For { $period }, by authority and group of children: { $missing } gave nothing that can be counted, { $partial } gave only a part, and { $doubt } gave a range or an unclear answer. The list covers the nations that the files are about.
answers-chase-none = Nobody: every authority gave everything that was asked for.
answers-chase-caption = Who to ask again, and what
answers-chase-authority = Authority
answers-chase-group = Group
answers-chase-state = What it gave
answers-chase-ask = What to ask
answers-chase-missing = Nothing
answers-chase-partial = Only a part
answers-chase-in-doubt = Unclear
answers-chase-range = A range
answers-chase-show = Show the list
answers-chase-download = Download the chase list (CSV)
answers-chase-letters = Download the chase list as letters, one for each authority
answers-chase-download-xlsx = Download the chase list (.xlsx)

answers-measure-children = number in care
answers-measure-children-missing = went missing
answers-measure-missing-incidents = missing incidents
answers-measure-children-missing-more-than-once = went missing more than once
answers-measure-children-missing-at-end = still missing at the end
answers-measure-children-away = were away
answers-measure-away-incidents = away incidents
answers-measure-children-away-more-than-once = were away more than once
answers-measure-children-away-at-end = still away at the end
answers-figure = { $cohort }: { $measure }

columns-heading = What the columns of { $file } are
columns-about = Say of each column what it is. A guess is not used before you choose it; what you choose is read at once.
columns-kind = What { $file } is
columns-kind-none = Choose what the file is
columns-row = Row with the headings in { $file }
columns-row-choice = Row { $row }: { $cells }
columns-none = Leave out
columns-nameless = Column { $number }
columns-missing = Still needed: { $what }.
columns-twice = { $columns } are taken for the same: { $field }. Leave one of them out, or say what else it is.
columns-or = { $first } or { $last }
columns-complete = Everything that is needed is chosen.
columns-preview-caption = The first rows of { $file }, as they would be read
columns-preview-typed = Authority as typed
columns-preview-authority = Authority
columns-preview-period = Period
columns-preview-figure = Figure
columns-preview-wording = Answer as typed
columns-preview-answer = Read as
columns-preview-no-period = Not stated
columns-preview-unknown = Not known yet
columns-preview-nothing = Nothing can be read with these columns yet.
columns-read = Use these columns of { $file }
columns-keep = Keep these columns for next year (JSON)
columns-link = Say what the columns are
columns-field-authority = Name of the authority
columns-field-code = Code of the authority
columns-field-year = Year or period
columns-field-cohort = Group of children
columns-field-measure = What is counted
columns-field-answer = The answer
columns-field-identified = { $figure }: only those identified or confirmed
columns-field-suspected = { $figure }: only those suspected
columns-field-add-up = Parts of each authority: add their rows up
columns-field-total-rows = Parts of each authority: use only the rows that say “total” or “all”
columns-field-leave-out = Parts of each authority: leave their rows out
columns-limits = The title or a note says: { $words }. If that makes the figures fewer than their headings say, leave them out; what you choose counts as you choose it.
columns-parts = The rows of an authority are parts of its figures. Say once whether to add them up, to use only their total, or to leave them out.
columns-any-figure = one number
columns-read-heading = How your columns were read
columns-read-about = Each column of your tables, what it was taken for, and whether figures come from it. A column with words that were not understood is never guessed: it counts once you say what it is.
columns-read-caption = How the columns of { $file } were read
columns-read-column = Column
columns-read-cells = First cells
columns-read-as = Read as
columns-read-words = Words not understood
columns-read-used = Used
columns-read-nothing = No guess
columns-read-start = First day of the period
columns-read-end = Last day of the period
columns-read-unit = Unit of the number
columns-read-child = Identifier of a child
columns-state-used = Used
columns-state-checked = Checked against the counts, not counted
columns-state-not-needed = Not needed
columns-state-other-meaning = Not used: these words mean another figure
columns-state-not-understood = Not used: needs your decision
columns-state-no-group = Not used: which children are counted? Needs your decision
columns-state-bare-question = Not used: only the number of a question. Needs your decision
columns-state-same = Not used: another column means the same. Needs your decision
columns-state-part-only = Not used: only a part of a figure. Needs your decision
columns-state-breakdown = Its rows are parts of one figure. Needs your decision
columns-state-no-period = Not used: of which period? Needs your decision
columns-table-caption = What each column of { $file } is
columns-table-is = What it is
columns-table-period = Period
columns-pick = What “{ $heading }” is
columns-pick-period = Period of “{ $heading }”
columns-period-rows = As its rows say
columns-guess = Not decided. Perhaps: { $field }
columns-undecided = Not decided
columns-are-read = The file is read by these columns.
columns-preview-summary = The first rows as they are read
answers-conflict-nth = { $number ->
    [1] First answer
    [2] Second answer
    [3] Third answer
   *[other] Answer { NUMBER($number) }
}
answers-conflict-use = Use this row: { $wording } ({ $figure })
answers-conflict-used = “{ $wording }” counts (your decision)
answers-conflict-open = Needs your decision: none of them counts
answers-conflict-undo = Decide again ({ $figure })
answers-conflict-place = { $file }, row { $row }
answers-conflict-received = received { $day }
answers-conflict-latest = { $figures ->
    [one] Use the latest for the 1 figure whose answers say when they came
   *[other] Use the latest for all { NUMBER($figures) } figures whose answers say when they came
}
