### The page in a frame of another website.

embed-figures-lead = Worked out here, on this computer, from figures supplied by this website.
embed-figures-waiting = The figures have not arrived yet.
embed-figures-files = Where these figures come from
figure-title = Figure
figure-none = There is no such figure in these files.
figure-unknown = The group or the area is not one that this page knows. An area is named by its code, such as E10000016 for Kent.
figure-needs-headline = It needs a group and an area for which the number of children and the number who went missing were given.
figure-needs-series = It needs a group of which a share is known for more than one period.
figure-needs-authorities = It needs shares of several authorities for this group.
figure-numbers = The numbers in a table
embed-find = Find your authority
embed-footer = { $name }, version { $version }. What you choose or type here stays on this computer. This website cannot read it.

share-heading = Share this result with this website
share-about = This website cannot see your result. If you press the button, it gets these lines and nothing else:
share-nothing = There is nothing to share: where five or fewer children went missing, or all but five or fewer, even a share could identify a child.
share-button = Share these lines
share-done = Shared.
shared-of = { $cohort }, { $period }, { $area }: { $share } of about { $children } children went missing.
shared-typed = { $share } of about { $children } children went missing.
