### Answers to a freedom-of-information request, from a return.

part-foi = FOI answer
foi-lead = Answers to the questions that freedom-of-information requests ask, for { $period }, ready to paste into a reply.
foi-year = Calendar year
foi-year-whole = { $year }
foi-year-part = { $year }, in part
foi-part = The returns do not cover the whole of { $year }. They do not cover { $uncovered }.
foi-uncovered-and = { $first } and { $second }
foi-range = { $start } to { $end }
foi-exact-note = These numbers are exact. Numbers from 1 to 5 can identify a child: choose “Safe to publish” before you send them out.
foi-hidden = { $hidden ->
    [0] No number needed to be hidden.
    [one] One number is hidden (c): it is from 1 to 5, or such a number could be worked out from it.
   *[other] { NUMBER($hidden) } numbers are hidden (c): they are from 1 to 5, or such a number could be worked out from them.
}
foi-no-list = A return does not record trafficking. Choose a list of children as one more file, with the columns CHILD and TRAFFICKED (confirmed or suspected), and those questions are answered too.
foi-no-uasc = There is no UASC file, so the questions about unaccompanied children are not answered. Choose it too.
foi-no-missing = The Missing files do not cover all of these days, so the questions about going missing are not answered. Each answer says which file to choose.
foi-no-episodes = The Episodes files do not cover all of these days. Each answer says which file to choose.
foi-no-sex = None of these files records the sex of the children. The Header file does.
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
foi-unstated = Trafficked or suspected, not recorded which: in neither (a) nor (b)
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
foi-definitions = The end of the reply says what the numbers mean. Missing is code M; absent is code A. “Either” counts a child who was both once; for incidents it is both added together.
