### What to ask an authority again. These sentences go to the authority as they are.

chase-answered = You answered “{ $wording }”. { $request }
chase-nothing = nothing
chase-send = Please send { $what }.
chase-range = If you can give the exact number, please send { $what }.
chase-zero = Please say whether you looked and found none. If so, please confirm 0 for { $what }.
chase-refused = Please review your refusal (internal review) and send { $what }.
chase-refused-cost = You refused because of the cost. Please send { $what }, or say which part of it you can give within the cost limit.
chase-refused-personal = You refused in order to protect personal data. Please send { $what }. If the number is small, a range such as “1 to 5” identifies nobody.
chase-refused-published = You refused because it will be published. Please say on which day and where you will publish { $what }.
chase-not-held-england = Please say whether it can be counted from the records behind your SSDA903 return. If so, please send { $what }.
chase-not-held = Please say whether it can be counted from the records behind your return on looked-after children. If so, please send { $what }.
chase-suppressed = Please send { $what }, or a range such as “1 to 5” if the number is small.
chase-not-for-part = Please send { $what }, for the whole of { $period } and not only for one date or a part of it.
chase-counted-elsewhere = Please send this separately from your other answers: { $what }.
chase-wrong-body = Please say which body can give { $what }.
chase-conflicting = Your answers do not agree with each other. Please say which is right: { $what }.
chase-not-a-number = Please send, as a whole number, { $what }.

## The figures that are asked for
chase-children = the number of { $who }, at any time in { $period }
chase-missing = the number of { $who } who went missing at least once in { $period }
chase-incidents = the number of incidents of going missing among { $who }, in { $period }
chase-children-again = the number of these children
chase-missing-again = how many of them went missing at least once
chase-incidents-again = the number of incidents of going missing
chase-and-figure = { $first }, and { $last }
chase-who-unaccompanied = unaccompanied asylum-seeking children in your care
chase-who-trafficked = children in your care identified or suspected as trafficked
chase-who-both = unaccompanied asylum-seeking children in your care identified or suspected as trafficked

## Letters to those who are to be asked again
letter-to = To: { $name }
letter-subject = Subject: Your answer to a request about children missing from care
letter-subject-unanswered = Subject: A request about children missing from care that has no answer yet
letter-about = To count your authority among those that answered, this is still needed:
letter-asked = { $number }. { $ask }
letter-how = If you do not hold something, please say so for that question alone, and answer the others.
