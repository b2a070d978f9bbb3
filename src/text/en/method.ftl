### How the figures are worked out, with the reader's own numbers.

method-lead = The share is { $missing } ÷ { $children } = { $share }: children who went missing at least once, out of all children of the group.
method-lead-none = There is no share to explain for this group and period. The rules below hold for every share.
method-cohort = Group of children
method-shares = What was divided by what
method-shares-caption = { $cohort }, { $area }, { $period }: every way of dividing
method-basis = Which answers
method-division = Division
method-share = Share
method-matched = Authorities that gave both figures exactly
method-all-answers = Every number of missing children, over every number of children
method-lowest = Lowest: as if no child went missing where the number is not exact
method-highest = Highest: as if every child did
method-lowest-ranges = Lowest, with every range taken at its word
method-highest-ranges = Highest, with every range taken at its word
method-lowest-ranges-alone = Lowest, by ranges alone
method-highest-ranges-alone = Highest, by ranges alone
method-lowest-silence-alone = Lowest, by silence alone: as if no child went missing where nothing was said
method-highest-silence-alone = Highest, by silence alone: as if every child did
method-child-level = The records of this return, child by child
method-like-for-like = Authorities that are matched in both periods
method-division-of = { $missing } ÷ { $children }
method-interval = The 95% interval
method-interval-text = It says how far chance alone could move the share. It is Wilson’s score interval: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), with z = 1.96.
method-interval-own = Here p = { $missing } ÷ { $children } and n = { $children }, which gives { $lower } to { $upper }.
method-interval-source = Source: E. B. Wilson (1927), Journal of the American Statistical Association, volume 22, page 209.
method-rounding = Rounding
method-rounding-text = A share is worked out from whole numbers and rounded only when it is printed, halves away from zero. DfE prints whole per cent, rounded in the same way.
method-children = Who is counted
method-children-return = A child counts who was looked after on any day of the period. Children looked after only under a series of short breaks (legal status V3 or V4) do not count. Source: DfE, Children looked after in England.
method-missing-return = A child went missing who has at least one period with code M with a day in the period. A period carried over from before counts. One without an end means that the child is still missing.
method-away = Periods with code A (away without authorisation, whereabouts known) are counted apart. The two are never added together unasked.
method-answers = A number in an answer counts as it stands. “<5” is 0 to 4; “c”, “[c]” and “*” are 1 to 5. A refusal, a blank or words without a number are no number.
method-matched-text = The matched share divides only numbers of authorities that gave both. Each such authority’s children are in both numbers.
method-care = Take care
method-care-recording = Authorities record differently. A high share can mean careful recording. DfE warns that some record every absence as missing, so that England’s count is about 10% too high.
method-care-small = Where few children are counted, one child more or less changes the share a good deal. The interval shows it.
method-care-overlap = Some children are both trafficked and unaccompanied. The two groups are never added together.
method-care-answers = Authorities that did not answer may differ from those that did. The lowest and highest shares show what they could change.
