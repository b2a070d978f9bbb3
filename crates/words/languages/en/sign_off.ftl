### The sign-off sheet of a return.

part-sign-off = Sign-off sheet
sign-off-link = Sign-off sheet: one page to print and sign
sign-off-none = There is no return of one authority to sign in this period, or the figures are set to be safe to publish.
sign-off-more-rules = { $rules ->
    [one] 1 more rule is broken. It is listed under Data quality.
   *[other] { NUMBER($rules) } more rules are broken. They are listed under Data quality.
} Those that matter most are above.
sign-off-rows = { $rows ->
    [0] No row of this return breaks a rule that was checked.
    [one] 1 row of this return breaks a rule.
   *[other] { NUMBER($rows) } rows of this return break a rule.
}
sign-off-rows-of-others = { $rows ->
    [one] 1 row of another year’s return, listed under Data quality, breaks one too.
   *[other] { NUMBER($rows) } rows of other years’ returns, listed under Data quality, break one too.
}
sign-off-without = Leaving all of them out, the share of looked-after children who went missing would be { $without } instead of { $share }.
sign-off-same = Leaving all of them out, the share of looked-after children who went missing would still be { $share }.
sign-off-print = Print this page
sign-off-lead = { $whose }: return on looked-after children, { $period }
sign-off-figures = Figures of the { $period }
sign-off-group = Children
sign-off-children = Looked after
sign-off-missing = Went missing
sign-off-share = Share
sign-off-printed = DfE will print { $percent }
sign-off-each = Incidents for each missing child
sign-off-not-given = not given
sign-off-quality = Rows that break rules
sign-off-coverage = What the files cover
sign-off-signatures = Signatures
sign-off-statement = I have checked these figures and the rows listed above
sign-off-who = Role
sign-off-name = Name
sign-off-signature = Signature
sign-off-date = Date
sign-off-analyst = Prepared by
sign-off-director = Signed off by (director)
