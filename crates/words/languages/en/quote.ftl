### The sentence that can be quoted about a headline, and what to say with it.

quote-open = Sentence to quote
quote-sentence = The sentence, with its source
quote-caution-label = What to say with it
quote-of = { $share } of { $who } ({ $area }, { $period }) went missing at least once: { $counts }, { $basis } (source: { $source }).
quote-who-all = looked-after children
quote-who-unaccompanied = unaccompanied children in care
quote-who-trafficked = trafficked children in care
quote-who-both = children in care who were both trafficked and unaccompanied
quote-some = { NUMBER($missing) } of the { NUMBER($children) } children counted
counts-rounded = about { $missing } of { $children } children, from numbers rounded to { $unit }
quote-about = about { $share }
quote-all = { $children ->
    [one] the one child counted did
   *[other] all { NUMBER($children) } children counted did
}
quote-none = { $children ->
    [one] the one child counted did not
   *[other] none of the { NUMBER($children) } children counted did
}
quote-basis-matched = in the { $authorities ->
    [one] one authority that gave both figures exactly
   *[other] { NUMBER($authorities) } authorities that gave both figures exactly
}
quote-basis-rounded = in the { $authorities ->
    [one] one authority that gave both figures
   *[other] { NUMBER($authorities) } authorities that gave both figures
}
quote-basis-of = in the { NUMBER($authorities) } of { NUMBER($all) } authorities that gave both figures exactly
quote-basis-of-rounded = in the { NUMBER($authorities) } of { NUMBER($all) } authorities that gave both figures
quote-basis-together = in { $answers ->
    [one] one answer
   *[other] { NUMBER($answers) } answers
} with both figures, for { NUMBER($authorities) } authorities
quote-basis-own = by the records of the authority itself
quote-one-authority = one authority
quote-source-answers = answers of authorities
quote-source-published = Department for Education, Children looked after in England
quote-source-answers-and-published = answers of authorities, and Department for Education, Children looked after in England
quote-source-return = the authority’s SSDA903 return
quote-source-return-and-published = the authority’s SSDA903 return, and Department for Education, Children looked after in England
quote-source-returns = SSDA903 returns of authorities
quote-source-calculated = { $source }; calculated with Missing from Care
quote-caution = Read this share with care: { $doubts }.
quote-doubts = { $first }; { $second }
quote-doubt-bounds = { $children ->
    [one] for the one child counted exactly
   *[other] for all { NUMBER($children) } children counted exactly
} it lies between { $lower } and { $upper }, from none to all of the children missing in the authorities that did not say exactly how many, and authorities that gave no number of children are not in this range
quote-doubt-bounds-rounded = for all children counted it lies between { $lower } and { $upper }, whatever the numbers were before they were rounded and from none to all of the children missing in the authorities that did not say how many, and authorities that gave no number of children are not in this range
quote-doubt-rounded = it is worked out from numbers rounded to { $unit }, so it is approximate
quote-doubt-interval-rounded = chance and rounding together could have made it anything from { $lower } to { $upper } (95% interval, widened for the rounding)
quote-doubt-interval = chance alone could have made it anything from { $lower } to { $upper } (95% interval)
quote-doubt-part = its records may not be complete or may be of other children, so it may be wrong
quote-doubt-small = the numbers are small, so one child more or less changes it a lot
quote-doubt-one = it is about one authority only
quote-doubt-few = fewer than half of the { NUMBER($all) } authorities gave both figures, so it may not be true of the others
quote-doubt-recording = authorities record differently, so a high share can mean careful recording
