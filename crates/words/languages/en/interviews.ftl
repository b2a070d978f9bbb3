### Return-home interviews, from a list that an analyst keeps. For the analyst's own use.

part-interviews = Interviews
interviews-none = Your files do not cover this period, so nothing is known about its interviews: Episodes and Missing have to go up to its last day.
interviews-own-use = This page is for your own use: it is in no report, and in nothing that is safe to publish.
interviews-offered = An interview was offered
interviews-offered-in-time = An interview was offered within 72 hours
interviews-held = An interview was held within 72 hours
interviews-offered-share = of incidents: { NUMBER($offered) } of the { NUMBER($known) } of which the list says whether one was offered
interviews-offered-in-time-share = of incidents: { NUMBER($offered) } of the { NUMBER($known) } of which the list says whether one was offered in time
interviews-no-offer-dates = The list does not say on which day an interview was offered. By the interviews that were held within 72 hours, and by those never offered, the share offered within 72 hours lies between { $lowest } and { $highest }. To have the share, add a column OFFER_DATE with the day of each offer.
interviews-held-share = of incidents: { NUMBER($held) } of the { NUMBER($known) } of which the list says whether one was held in time
interviews-no-share = The list does not say this about any incident.
interviews-line = { $name }: { $share } { $words }.
interviews-unknown = { $unknown ->
    [one] Nothing is known about { NUMBER($unknown) } more incident ({ $why }).
   *[other] Nothing is known about { NUMBER($unknown) } more incidents ({ $why }).
} { "" }Whatever happened there, the share lies between { $lowest } and { $highest }.
interviews-not-recorded = { NUMBER($incidents) } not in the list
interviews-not-said = { NUMBER($incidents) } with an empty cell
interviews-not-clear = { NUMBER($incidents) } not clear
interviews-accepted = { $offers ->
    [one] Of { NUMBER($offers) } offer,
   *[other] Of { NUMBER($offers) } offers,
} { "" }{ NUMBER($yes) } accepted and { NUMBER($no) } not accepted; { $unknown ->
    [0] the list says it of each.
   *[other] the list does not say it of { NUMBER($unknown) }.
}
interviews-held-how = Held within 72 hours: { NUMBER($held) }. Held later: { NUMBER($later) }. Not held, because none was offered or accepted: { NUMBER($none) }.
interviews-incidents = { $incidents ->
    [0] No child went missing in this period: { $period }.
    [one] { NUMBER($incidents) } incident of being missing: { $period }.
   *[other] { NUMBER($incidents) } incidents of being missing: { $period }.
}
interviews-not-back = { $incidents ->
    [one] { NUMBER($incidents) } of them is left out, because no file says when the child was back.
   *[other] { NUMBER($incidents) } of them are left out, because no file says when the child was back.
}
interviews-too-soon = { $incidents ->
    [one] { NUMBER($incidents) } of them is left out, because 72 hours had not passed on { $day }, the last day that your files cover.
   *[other] { NUMBER($incidents) } of them are left out, because 72 hours had not passed on { $day }, the last day that your files cover.
}
interviews-asked = { $incidents ->
    [one] The shares are about the other { NUMBER($incidents) }.
   *[other] The shares are about the other { NUMBER($incidents) }.
}
interviews-days = Files give days and no hours. An interview on the day of the return or on one of the three days after counts as within 72 hours, so a few that were held up to a day too late count as in time.
interviews-dates = DATE is the day of the interview, and OFFER_DATE that of the offer. An offer counts as one whatever DATE says. Where an offer was not accepted, DATE may be the day of the offer: no interview counts as held, and the row is listed to check.
interviews-guidance = The Department for Education’s statutory guidance (Statutory guidance on children who run away or go missing from home or care, January 2014) says that an independent interview must be offered when a child is found, and that it should be held within 72 hours of the child’s return.
interviews-by-offered = Interviews offered, by team, { $period }
interviews-by-offered-in-time = Interviews offered within 72 hours, by team, { $period }
interviews-by-held = Interviews held within 72 hours, by team, { $period }
interviews-total-offered = Interviews offered, { $period }
interviews-total-offered-in-time = Interviews offered within 72 hours, { $period }
interviews-total-held = Interviews held within 72 hours, { $period }
interviews-team = Team
interviews-all = All incidents
interviews-team-none = No team given
interviews-team-several = In several teams
interviews-column-incidents = Incidents
interviews-column-offered = Offered
interviews-column-not-offered = Not offered
interviews-column-in-time = In 72 hours
interviews-column-later = Later or not offered
interviews-column-not-in-time = Later or not held
interviews-column-unknown = Not known
interviews-column-share = Share
interviews-between = { $lowest } to { $highest } with those not known
interviews-no-teams = To see this by team, choose a list of teams too: a file with the columns CHILD and TEAM.
interviews-not-covered = Without a list, or without the days of this period: { $names }.
interviews-rows = { $rows ->
    [one] The list has { NUMBER($rows) } row with a child and a day.
   *[other] The list has { NUMBER($rows) } rows with a child and a day.
} { "" }About incidents of this period: { NUMBER($used) }. About incidents that do not count in it: { NUMBER($other) }.
interviews-rows-repeated = { $rows ->
    [one] { NUMBER($rows) } row repeats another and counts once.
   *[other] { NUMBER($rows) } rows repeat others and count once.
}
interviews-doubtful = { $rows ->
    [one] { NUMBER($rows) } row of the list to check
   *[other] { NUMBER($rows) } rows of the list to check
}
interviews-doubtful-text = What these rows say counts only as far as it is clear.
interviews-doubtful-caption = Rows of the list of interviews to check
interviews-doubtful-file = File
interviews-doubtful-row = Row
interviews-doubtful-why = What to check
interviews-doubt-no-child = No file of the return has this child. Check CHILD.
interviews-doubt-no-incident = No incident of this child begins on this day. Check MIS_START.
interviews-doubt-away = The incident that begins on this day is one of being away, not missing.
interviews-doubt-differ = Several rows are about this incident, and they differ. Keep the right one.
interviews-doubt-two = Two incidents of this child begin on this day, so it is not clear which one this row is about.
interviews-doubt-before = The interview or its offer is dated before the child was back. Check DATE or OFFER_DATE, and MIS_END in the return.
interviews-doubt-held = There is a day of an interview or of its offer, but OFFERED says that none was offered.
interviews-doubt-not-accepted = ACCEPTED says no, and DATE has a day. It may be the day of the offer. The offer counts; no interview counts as held.
interviews-doubt-accepted = It was accepted, but not offered.
interviews-doubt-word = OFFERED or ACCEPTED has a word that is not clear. Use Y or N.
interviews-doubt-years = The interview or its offer is dated more than a year after the child was back. Check DATE or OFFER_DATE.
interviews-doubt-date = DATE or OFFER_DATE is not a date. Use a day such as 31/03/2025.
interviews-place = { $file }, row { $row }
