### The page in a frame of another website.

embed-figures-lead = Worked out here, on this computer, from figures supplied by this website.
embed-figures-waiting = The figures have not arrived yet.
embed-figures-files = Where these figures come from
embed-find = Find your authority
embed-footer = { $name }, version { $version }. What you choose or type here stays on this computer. This website cannot read it.

share-heading = Share this result with this website
share-about = This website cannot see your result. If you press the button, it gets these lines and nothing else:
share-nothing = There is nothing to share: where five or fewer children went missing, or all but five or fewer, even a share could identify a child.
share-button = Share these lines
share-done = Shared.
shared-of = { $cohort }, { $period }, { $area }: { $share } of about { $children } children went missing.
shared-typed = { $share } of about { $children } children went missing.
