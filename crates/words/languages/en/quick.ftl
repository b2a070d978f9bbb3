### The quick calculator: two numbers, or four, and no file.

nav-label = Pages
nav-calculator = Calculator
nav-quick = Quick calculator
nav-embed = Embed
nav-accessibility = Accessibility
nav-licences = Licences

quick-title = Quick calculator
quick-lead = Type two numbers for a share that you can quote. Type four to compare two groups. They stay on this computer.
quick-first = First group
quick-first-hint = The children you ask about.
quick-second = Second group
quick-second-hint = Leave this empty if there is nothing to compare with.
quick-children = Children in care
quick-children-hint = All of the group, for example 2,335
quick-missing = Children who went missing
quick-missing-hint = Each child once, for example 864
quick-calculate = Calculate

## What is wrong with a number
quick-error-title = There is a problem
quick-error-of = { $group }: { $error }
quick-error-children = write how many children there are, as a whole number such as 2,335.
quick-error-missing = write how many children went missing, as a whole number such as 864.
quick-error-none = there must be at least one child to work out a share.
quick-error-more = more children went missing than there are. Check both numbers.

## What comes out
quick-results = Result
quick-share-words = of these children went missing
quick-rests = { NUMBER($missing) } of { $children ->
    [one] 1 child
   *[other] { NUMBER($children) } children
}. 95% interval { $lower } to { $upper }.
quick-sentence = { NUMBER($missing) } of { $children ->
    [one] 1 child
   *[other] { NUMBER($children) } children
} went missing: { $share } (95% interval { $lower } to { $upper }).
quick-sentence-second = In the second group, { NUMBER($missing) } of { NUMBER($children) } went missing: { $share } (95% interval { $lower } to { $upper }).
quick-difference = The difference
quick-higher = The first share is { $points } percentage points higher than the second.
quick-lower = The first share is { $points } percentage points lower than the second.
quick-same = The first share and the second are the same.
quick-points-lower = { $points } percentage points lower
quick-points-higher = { $points } percentage points higher
quick-difference-interval = 95% interval of the difference: { $from } to { $to }.
quick-chance = Chance alone could explain a difference like this: its interval includes no difference at all.
quick-not-chance = Chance alone is unlikely to explain it. These numbers do not say what does.
quick-snippet = Sentence to quote
quick-about = The interval says how far chance alone could move the share (Wilson’s method; Newcombe’s for a difference). It says nothing about children who were not counted, or whose going missing was not recorded.
