### The page in a frame of somebody else's page.

embed-figures-lead = Worked out here, on this computer, from figures that the page around this one gave.
embed-figures-waiting = The figures have not arrived yet.
embed-figures-files = Where these figures come from
embed-find = Find your authority
embed-footer = { $name }, version { $version }. What you choose or type here stays on this computer; the page around this frame cannot read it.

share-heading = Share this result with the page
share-about = The page around this frame knows nothing of your result. If you press the button, it gets these lines and nothing else:
share-nothing = There is nothing to share: where up to five children went missing, or all but up to five, even a share could give a child away.
share-button = Share these lines
share-done = Shared.
shared-of = { $cohort }, { $period }, { $area }: { $share } of about { $children } children went missing.
shared-typed = { $share } of about { $children } children went missing.
