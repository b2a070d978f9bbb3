### The report on one page.

short-title = Short report
short-link = The short report, on one page
short-nothing = No share can be given here: the files hold no number of children for this period.
short-answered = { NUMBER($both) } of { $all ->
    [one] 1 authority
   *[other] { NUMBER($all) } authorities
} gave both figures exactly; the files name { NUMBER($named) }.
short-answered-rounded = { NUMBER($both) } of { $all ->
    [one] 1 authority
   *[other] { NUMBER($all) } authorities
} gave a number, not a range, for both figures; the files name { NUMBER($named) }.
short-method-heading = How it is counted
short-method-share = Share: children of the group who went missing at least once in the period, out of all its children who were in care at any time in the period.
short-method-answers = A share of several authorities is of those that gave a number, not a range, for both. The range above is from none to all of the children missing in those that did not say how many.
short-method-return = Children and missing periods are those of the return, counted as the Department for Education counts them.
short-method-interval = A 95% interval (Wilson) says how far chance alone could move a share.
short-method-away = Missing and away without authorisation are never added together.
short-method-recording = Authorities record differently, so this is not a league table.
