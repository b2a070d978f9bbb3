### What changed since an earlier version of a table of answers, or since an earlier release of published figures.

versions-heading = What changed since an earlier version
versions-heading-published = What changed since an earlier release
versions-pick = Is one of these files an earlier version?
versions-none = None: all of them count
versions-about = If one of them is an earlier version, its answers are not counted. They are only compared with the others, authority by authority.
versions-held = the figures that this calculator has
versions-lead = Compared with { $earlier }: { $answered ->
    [0] no authority answered since
    [one] 1 authority answered since
   *[other] { NUMBER($answered) } authorities answered since
}, { $changed ->
    [0] none changed its answer
    [one] 1 changed its answer
   *[other] { NUMBER($changed) } changed their answers
}, { $gone ->
    [0] and none is missing now.
    [one] and 1 is no longer there.
   *[other] and { NUMBER($gone) } are no longer there.
}
versions-lead-published = Compared with { $earlier }: { $changed ->
    [0] no authority has another figure
    [one] 1 authority has another figure
   *[other] { NUMBER($changed) } authorities have another figure
}, { $answered ->
    [0] none has its first figure
    [one] 1 has its first figure
   *[other] { NUMBER($answered) } have their first figure
}, { $gone ->
    [0] and none is missing now.
    [one] and 1 is no longer there.
   *[other] and { NUMBER($gone) } are no longer there.
}
versions-same = Nothing changed: { $same ->
    [0] there is no answer in either.
    [one] the 1 answer is the same as in { $earlier }.
   *[other] all { NUMBER($same) } answers are the same as in { $earlier }.
}
versions-no-period = Nothing is compared: no period is both in { $earlier } and in the later file.
versions-answered = { $more ->
    [0] A number was given where there was none before, by { $names }.
    [one] A number was given where there was none before, by { $names } and 1 more.
   *[other] A number was given where there was none before, by { $names } and { NUMBER($more) } more.
}
versions-figures = { $changed ->
    [one] 1 answer is not the same
   *[other] { NUMBER($changed) } answers are not the same
}; { $same ->
    [0] none is
    [one] 1 is
   *[other] { NUMBER($same) } are
}. A range, a refusal and “not held” are answers; a blank is not.
versions-only-later = Only in { $files }, and not compared: { $periods }.
versions-not-recognised = { $rows ->
    [one] 1 row has a name that is not recognised. It is not compared.
   *[other] { NUMBER($rows) } rows have a name that is not recognised. They are not compared.
}
versions-caption = What changed, answer by answer: { $earlier }, and { $later }
versions-period = Period
versions-before = Before
versions-now = Now
versions-how = Change
versions-new = New
versions-answered-since = Answered since
versions-other = Changed
versions-gone = No longer there
versions-no-answer = No answer
versions-line = { $name }, { $period }, { $figure }: { $before } before, { $now } now
