### Answers to a freedom-of-information request, from a return.

part-foi = FOI answer
foi-lead = Answers to the questions that freedom-of-information requests ask, for { $period }, ready to paste into a reply.
foi-year = Calendar year
foi-year-whole = { $year }
foi-year-part = { $year }, in part
foi-part = The returns do not cover the whole of { $year }. They do not cover { $uncovered }.
foi-uncovered-and = { $first } and { $second }
foi-exact-note = These numbers are exact. Numbers from 1 to 5 can identify a child: choose “Safe to publish” before you send them out.
foi-rows-aside = { $rows ->
        [one] One row of { $file } is
       *[other] { NUMBER($rows) } rows of { $file } are
    } in none of these counts, for this reason: { $reason }.
foi-year-doubt = { $file } was taken for the return of the year ending 31 March { $year }. This is not certain, so check it before you reply.
foi-hidden = { $hidden ->
    [0] No number needed to be hidden.
    [one] One number is hidden (c): it is from 1 to 5, or such a number could be worked out from it.
   *[other] { NUMBER($hidden) } numbers are hidden (c): they are from 1 to 5, or such a number could be worked out from them.
}
foi-left-out = { $left ->
    [one] One number is left out (x), with its whole table or all figures of its kind: too few children are counted.
   *[other] { NUMBER($left) } numbers are left out (x), with their whole tables or all figures of their kind: too few children are counted.
}
foi-record = How these figures were made: for your own record, not a part of the reply
foi-no-list = A return does not record trafficking. Choose a list of children as one more file, with the columns CHILD and TRAFFICKED (confirmed or suspected), and those questions are answered too.
foi-list-not-recorded = The list of trafficked children does not say who is confirmed and who is suspected, so that (a) and (b) cannot be told apart. A column TRAFFICKED with the words confirmed and suspected does.
foi-list-undecided = The list of trafficked children has wordings that could mean several things. Say under Data quality what each of them means, and those questions are answered too.
foi-no-uasc = There is no UASC file, so the questions about unaccompanied children are not answered. Choose it too.
foi-not-used = A { $module } file was chosen, but it is not used, so some questions are not answered. What is wrong with it is said beside it.
foi-no-missing = The Missing files do not cover all of these days, so the questions about going missing are not answered. Each answer says which file to choose.
foi-no-episodes = The Episodes files do not cover all of these days. Each answer says which file to choose.
foi-no-sex = The Header files do not give the sex of the children for all of these days. Each answer says which file to choose.
foi-no-date-of-birth = A child’s care ended with an incident, with reason E8, and none of these files says whether the child turned 18 on that day. The column DOB in Missing or Header does.
foi-not-held = not in this return
foi-children-heading = 1. Looked-after children
foi-children-caption = Looked-after children, { $period }
foi-missing-heading = 2 to 4. Going missing and being absent
foi-missing-caption = Children who went missing or were absent, incidents, and children not found, { $period }
foi-sex-heading = 5. By sex
foi-sex-caption = Children by sex, { $period }
foi-length-caption = Incidents by length, { $period }
foi-length-heading = 5. By length of time missing
foi-question = Question
foi-number = Number
foi-children = Children
foi-missing = Missing
foi-absent = Absent
foi-either = Either
foi-confirmed = 1 (a) Identified as trafficked
foi-suspected = 1 (b) Suspected of being trafficked, and not in (a)
foi-unstated = In 1 (a) or 1 (b), not recorded in which
foi-unaccompanied = 1 (c) Unaccompanied
foi-both = 1 (d) Both unaccompanied and in (a) or (b)
foi-children-missing = { $letter } { $who }: children, each once
foi-incidents = { $letter } { $who }: incidents
foi-not-found = { $letter } { $who }: children not found by { $day }, including those who turned 18 before they were found
foi-who-trafficked = Trafficked or suspected
foi-who-unaccompanied = Unaccompanied
foi-who-sex = { $who }, { $sex }
foi-who-length = { $who }: { $length }
foi-male = male
foi-female = female
foi-sex-not-known = sex not recorded
foi-text = The reply, to copy
foi-download-text = Download the reply as text
foi-download-csv = Download the numbers as CSV
foi-download-xlsx = Download the numbers of every year as a workbook (.xlsx)
foi-definitions-reply = The end of the reply says what the numbers mean.
foi-definitions = Missing is code M; absent is code A. “Either” counts a child who was both once; for incidents it is both added together.

## The reply
foi-reply-title = Looked-after children who went missing, { $year }
foi-reply-together = { $area }: all authorities in the files together
foi-reply-whole = These figures are about { $days }.
foi-reply-part = These figures are about a part of { $year }: { $days }.
foi-reply-uncovered = The returns that they are based on do not cover { $days }.
foi-reply-missing-heading = 2. Of these children, those who went missing or were absent, each child once
foi-reply-incidents-heading = 3. Incidents of going missing or being absent
foi-reply-not-found-heading = 4. Children not found by { $day }, including those who turned 18 before they were found
foi-reply-groups-heading = 5. By sex, and by how long incidents lasted
foi-reply-line = { $what }: { $answer }
foi-reply-letter = ({ $letter }) { $who }
foi-reply-children = missing { $missing }; absent { $absent }; either { $either }
foi-reply-incidents = missing { $missing }; absent { $absent }; together { $together }
foi-reply-confirmed = identified as trafficked
foi-reply-suspected = suspected of being trafficked, and not in (a)
foi-reply-unstated = in (a) or (b), not recorded in which
foi-reply-trafficked = trafficked or suspected
foi-reply-unaccompanied = unaccompanied
foi-reply-both = both unaccompanied and in (a) or (b)
foi-reply-all = all
foi-reply-sex = { $who }, { $sex }, children
foi-reply-sex-missing = { $who }, { $sex }, children who went missing or were absent
foi-reply-by-sex = { $who }, by sex
foi-reply-length = { $who }, incidents, { $length }
foi-reply-same-day = back on the same day
foi-reply-next-day = back on the next day
foi-reply-open = no end recorded
foi-reply-no-list = not held in this return
foi-reply-list-other-year = not held: the authority’s list of trafficked children is of another year
foi-reply-list-other-years = not held: no list of trafficked children for the { $years } was used
foi-reply-not-recorded = not recorded: the authority’s list does not say which children are confirmed and which suspected
foi-reply-list-undecided = not held: it is not decided what wordings of the authority’s list mean
foi-reply-list-undecided-wordings = not held: it is not decided what these wordings of the authority’s list mean: { $wordings }
foi-reply-list-differs = not held: the authority’s list says of the same child both that it was trafficked and that it was not
foi-reply-no-sex = not held: no file that was used records sex
foi-reply-no-sex-years = not held: no Header file for the { $years } with the sex of the children was used
foi-reply-no-date-of-birth = not held: no file that was used says whether a child turned 18 on the day on which care and an incident ended
foi-reply-note = Please note. { $said }
foi-doubt-ends-early = The last dates in the records that these figures are based on are well before the end of these days. If later records are missing, these figures are too low.
foi-doubt-episodes-end-early = The last date in the records of care is well before the end of these days, and the records of going missing go on. If later records of care are missing, children who came later are not counted and these figures are wrong.
foi-doubt-missing-ends-early = The last date in the records of going missing is well before the end of these days, and the records of care go on. If later records are missing, the figures on going missing are too low.
foi-doubt-episodes-empty = The records of care have no date in a part of these days, which is rare with so many records. If records are missing, these figures are wrong.
foi-doubt-missing-empty = The records of going missing have no date in a part of these days, which is rare with so many records. If records are missing, the figures on going missing are too low.
foi-doubt-few-missing = The records of going missing name far fewer children than those of another year, or than in nearly any authority. If records are missing, the figures on going missing are too low.
foi-doubt-nearly-all-in-missing = Nearly all children in the records of care went missing or were away, which is rare with so many children. If the others are missing, these figures leave out children in care and the share who went missing is too high.
foi-doubt-still-in-care = No child in these records left care in the year, which is rare with so many children. If those who left are missing, these figures are wrong.
foi-doubt-newcomers = No child in these records was in care when the year began, which is rare with so many children. If the others are missing, these figures are wrong.
foi-doubt-leavers = No child in these records was still in care when the year ended, which is rare with so many children. If the others are missing, these figures are wrong.
foi-doubt-other-children = The records that these figures are based on may leave out some of the children in care, or mix up some of them. If so, these figures are wrong.
foi-doubt-counted-twice = Some children may have different identifiers in the two returns that these figures are based on. If so, they are counted twice.
foi-doubt-same-list = One list of trafficked children, which names no year, was used for all of these years. Children who were identified later, or no longer, count in every year.
foi-note-at-least = At least so many: the list does not say of every child whether they are confirmed or suspected.
foi-at-least = at least { $count }
foi-not-recorded = not recorded
foi-reply-identifiers-differ = not held: the returns of the two years use different identifiers for the same children, so children of both years would be counted twice
foi-reply-contradicted = not held: two files of the return disagree about who is unaccompanied
foi-reply-no-file = not held: no { $module } file covers these days
foi-reply-no-file-years = not held: no { $module } file for the { $years } covers these days
foi-reply-not-used = not given here: a { $module } file was chosen, but it is not used
foi-reply-not-used-why = { $said } ({ $why })
foi-reply-meaning = What the figures mean
foi-meaning-source = Source: the authority’s SSDA903 return on looked-after children.
foi-meaning-children = A child is counted if they were looked after on any day of the period. Children looked after only under a series of short breaks (legal status V3 or V4) are not counted.
foi-meaning-list = Trafficked: children who are confirmed or suspected on the authority’s own list. The SSDA903 return does not record trafficking.
foi-meaning-no-list = The SSDA903 return does not record trafficking.
foi-meaning-unaccompanied = Unaccompanied: children that the return lists as unaccompanied (in the UASC file, or in a column UASC of Header), on any day of the period up to the day on which that status ended.
foi-meaning-missing = Missing: it was not known where they were (code M). Absent: away from placement without authorisation, and it was known where (code A). The two are counted separately. A child who was both is in each of them, and once in “either”.
foi-meaning-incident = An incident is counted if any day of it is in the period, even if it began before. Its length is the number of days from its first day to its last, even if some are outside the period.
foi-meaning-not-found = Not found: still missing or absent when the period ended, or missing or absent until the day on which they turned 18 and care ended (reason E8).
foi-meaning-exact = These numbers are exact: numbers from 1 to 5 are not hidden.
foi-meaning-hidden = c: a number from 1 to 5, or one from which such a number could be worked out. It is withheld under section 40(2) of the Freedom of Information Act 2000 (personal information), so that no child can be identified.
foi-meaning-left-out = x: left out with its whole table, or with all figures of its kind, because too few children are counted. It may be zero. It is withheld under section 40(2) of the Freedom of Information Act 2000 too.
foi-meaning-rounded = Numbers are rounded to { $unit }.
