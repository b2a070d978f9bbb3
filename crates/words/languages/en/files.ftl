### Files: the list, what each is, and what is wrong with it.

## The list of files
files-heading = Files
files-show = Show files
files-hide = Hide files
files-all-rows = all rows read
files-rows-not-counted = { $rows ->
    [one] 1 row not counted
   *[other] { $rows } rows not counted
}
files-columns-open = { $columns ->
    [one] 1 column needs your decision
   *[other] { $columns } columns need your decision
}
files-count = { $files ->
    [one] 1 file
   *[other] { $files } files
}
file-waiting = Waiting
file-reading = Reading
file-read-of = { $done } of { $all }
file-rows-so-far = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
file-cancelled = Cancelled. Nothing in this file is counted.
file-failed = The browser could not read this file. It may have been moved, changed or deleted after you chose it. Choose it again.
file-stopped = The calculator stopped at this file. The other files were read again without it.
file-rows-used = { $rows ->
    [one] 1 row used
   *[other] { $rows } rows used
}
file-rows-set-aside = { $rows ->
    [one] 1 row set aside
   *[other] { $rows } rows set aside
}
file-none-set-aside = none set aside
tag-cancelled = Cancelled
tag-failed = Not read
tag-stopped = Stopped here
file-set-aside-row = { $rows ->
    [one] 1 row:
   *[other] { $rows } rows:
}
cancel = Cancel
remove = Remove
remove-whole = Remove whole file
try-again = Try again
read-anyway = Read it after all
of-file = { " " }{ $file }
progress-label = Reading { $file }

## What a file is
kind-header = SSDA903 Header
kind-episodes = SSDA903 Episodes
kind-uasc = SSDA903 UASC
kind-missing = SSDA903 Missing
kind-reviews = SSDA903 Reviews
kind-oc2 = SSDA903 OC2
kind-oc3 = SSDA903 OC3
kind-ad1 = SSDA903 AD1
kind-placed-adoption = SSDA903 PlacedAdoption
kind-prev-perm = SSDA903 PrevPerm
kind-sw-episodes = SSDA903 SWEpisodes
kind-dolo = SSDA903 DoLo
kind-authority-answers = Authority answers
kind-dfe-published = DfE published figures
kind-child-list = List of children
kind-interviews = List of return-home interviews
kind-teams = List of teams
kind-notes = Notes beside the tables
kind-a-list = a { $kind }
kind-work-list = Your earlier work list
kind-decisions = Your earlier decisions
kind-mapping = Your earlier column choices
kind-settings = Your earlier settings and decisions
kind-unrecognised = Not recognised
tag-empty = Empty
tag-near-miss = Check the columns

## What is wrong with a file as a whole
problem-empty = This file is empty. A CSV file with a header row was expected. Check that it was saved completely.
problem-no-rows = This file has a header row and nothing below it. Check that it was exported completely.
problem-table-beside = Two tables are side by side here, from row { $row } on. Nothing is taken from them, because it is not clear where one ends and the other begins. Put each table into a file or a sheet of its own, and choose them again.
problem-month-first = The dates seem to have the month before the day: as they stand, most children would be missing for more than 28 days, and the other way round none. Nothing is counted from this file. Export it again with dates as dd/mm/yyyy.
problem-numbers-for-dates = { $column } has numbers where dates should be. They look like the numbers that a spreadsheet counts days in: 45448 is 5 June 2024. Nothing is counted from this file. Format the column as a date, dd/mm/yyyy, in the spreadsheet, save it, and choose the saved file again.
problem-month-first-in = Some dates in { $column } have the month before the day, as in 05/13/2024. Where both are 12 or less this cannot be seen, so other dates may be read wrongly. Nothing is counted from this file. Export it again with dates as dd/mm/yyyy.
problem-dates-of-two-kinds = In column { $column }, every date up to the 12th of a month is a date of the spreadsheet, and every later one is text. So a spreadsheet probably read the file with the month before the day, and exchanged the two where it could. Nothing is counted from this file. Choose the file that was exported, or export it again and do not open it in between.
problem-element-misplaced = { $element } in the XML file is in another place than its group, is in it more than once, is blank for every child, or has a value that is not understood, so rows of this module may be missing or belong to another child. Nothing is counted from this module. Correct the export, so that each field is in its own group with a value that its guidance has, and choose the file again.
problem-zip = This is a zip archive or a spreadsheet (.xlsx or .ods), not a CSV file. Open it, choose “Save as”, then “CSV”, and choose that file here. If it is an archive, take the CSV files out first.
problem-zip-password = This is a spreadsheet or archive with a password. Open it with the password, save it as CSV, and choose that file here.
problem-old-office = This is an older Microsoft Office file, not a CSV file. Open it, choose “Save as”, then “CSV”, and choose that file here.
problem-old-office-password = This is a Microsoft Office file with a password. Open it with the password, save it as CSV, and choose that file here.
unopened-password = A password protects this file. Open it with the password, save a copy without one, and choose the copy here.
unopened-damaged = This file is damaged or cut off, so none of it is read. Open it in the program that made it, save it again, or ask for it once more.
unopened-other-document = This is a text document, a presentation or another kind of file, and not a workbook. Choose the workbook or CSV file that has the table.
unopened-no-sheets = This workbook has no sheet with cells, only macros, dialogues or charts. Choose the workbook that has the table.
unopened-no-table = No table was found in this file. A table has at least two rows with two cells each.
unopened-too-old = This workbook is in a format from before 1997, which is not opened here. Open it in Excel, save it as an Excel workbook (.xlsx), and choose that file here.
unopened-too-large = This file unpacks to far more than a return holds, so it is not read. Save the sheet that you need as CSV, and choose that file here.
unopened-too-large-archive = The files in this archive unpack to far more than returns hold, so none of them is read. Take out the files that you need, and choose them by themselves.
unopened-too-large-xml = In line { $line } of this XML file is a longer text, or are more elements within each other, than any SSDA903 return has. None of it is read. Export it again.
unopened-other-packing = This zip archive is packed in a way that is not unpacked here, such as bzip2, LZMA, Zstandard or Deflate64. Unpack it and choose the files in it, or save them as an ordinary zip archive (method Deflate).
unopened-too-many-styles = This workbook has more styles of cells than Excel can open, so it is not read. Copy the sheet that you need to a new workbook, or save it as CSV, and choose that file here.
unopened-excel-xml = This is a workbook in the XML format of Excel 2003, which is not opened here. Open it in Excel, save it as an Excel workbook (.xlsx), and choose that file here.
unopened-too-deep = This archive is inside an archive that is inside another, so it is not opened. Take it out, and choose it by itself.
unopened-other-xml = This is an XML file, but not an SSDA903 return. A return in XML begins with EXPSSDA903.
unopened-no-child = This SSDA903 return in XML has nothing about any child where a return has it. Check that the export is complete, and export it again.
unopened-own-names = This XML file has names of its own for pieces of text, the first in line { $line }. They are not read, so none of the file is. Export it again without them.
unopened-broken-xml = This XML file is not well-formed: reading stopped in line { $line }. None of it is read. Export it again.
unopened-not-fetched = The part of the calculator that opens workbooks, archives and XML had not arrived when the network was closed, so this file is not read. Load the page again, wait a few seconds, and choose it again; or save it as CSV and choose that file here.
unopened-stopped = The part of the calculator that opens workbooks, archives and XML stopped at this file, so none of it is read. It may be too large for this browser. Save the sheet that you need as CSV, and choose that file here.
problem-pdf = This is a PDF, not a CSV file. Ask for the table as a spreadsheet, or copy it into one and save it as CSV.
problem-html = This is a web page, not a CSV file. A download link may have led to a sign-in page: download the file again.
problem-binary = This is not text, so it is not a CSV file. Choose the CSV file that your system exports.
problem-own-newer = A later version of this calculator wrote this file, so nothing of it is used. Load the page again to get the latest version, and choose the file once more.
problem-own-damaged = This calculator wrote this file of settings or decisions, but it is cut off or was changed, so nothing of it is used. Choose the file as it was downloaded, or set and decide again.
problem-unknown-authority = No authority that is known here has the code { $code }, which this file of settings or decisions names. Nothing of the file is used. Correct the code, or set and decide again.
problem-other-document = This is a JSON file, but not one that this calculator wrote: neither settings, decisions nor column choices. Choose a CSV file, or the JSON file that you downloaded.
# Where names of files are hidden.
problem-same-as-another = This holds exactly the same as another of the files. No row is counted twice.
problem-same-as = This holds exactly the same as { $file }. No row is counted twice.
problem-unknown-columns = These are not the columns of any file that can be used here.
problem-say-columns = Say below what the columns are, or choose another file.
problem-found-columns = Found: { $columns }
problem-unknown-headings = { $columns ->
        [one] It has 1 column,
       *[other] It has { NUMBER($columns) } columns,
    } and no row that is certain to be headings. A row of names would look the same, so none is shown.
problem-near-miss = This looks like { $kind }, but not all columns are named as expected.
problem-near-miss-one = “{ $found }” read as “{ $meant }”
near-miss-accept = Use these columns
file-renamed = Read with other column names:
file-renamed-undo = Undo
problem-child-rows-no-child = Each row of this table is about a child, so it cannot be answers of authorities. It could be a list of trafficked children, but it has no column CHILD that holds the identifiers of the return, or more than one. No name in this file is shown or kept.
problem-child-rows-no-outcome = Each row of this table is about a child, so it cannot be answers of authorities. It could be a list of trafficked children, but it is not clear which column says who is confirmed or suspected. A table of identifiers alone is a list if its name says so, for example trafficked.csv. No name in this file is shown or kept.
problem-child-rows-referred = The name of this list says that its children were referred, and it has no column that says what was decided. A referral can be turned down, so nobody knows which of the children were trafficked. Add a column TRAFFICKED (confirmed, suspected or no). If all of them are confirmed or suspected, give the file a name that says so, for example trafficked.csv. No name in this file is shown or kept.
problem-looks-like = This looks like { $kind }, but these columns could change what it says: { $columns }. None of it is used.
problem-missing-columns = This looks like { $kind }, but it has no column { $columns }.
problem-say-column = Say below which column it is.
problem-clear-columns = Delete or rename them, or say below what each column is.
problem-add-column = Add it, or say below which column it is.
problem-other-release = These are figures of the Department for Education on { $release }, so nothing of them is counted. The right file is “Children who were missing or away from placement without authorisation”, by local authority, of the release “Children looked after in England including adoptions” on Explore education statistics. For the years 2015 to 2017 it is the file named “Missing” of that year’s underlying data, with the file named “CLA” beside it for the number of all children.
release-national-missing = children who went missing in England and its regions, without authorities
release-children-in-need = children in need
release-assessment-factors = what assessments of children in need found, whether or not the children were in care
release-started = children who started to be looked after
release-ceased = children who ceased to be looked after
release-placements = placements of children in care
release-care-leavers = care leavers
release-outcomes = the health, convictions and other outcomes of children in care
release-other = something other than children in care who went missing
problem-reading-in-doubt = In { NUMBER($impossible) } of { NUMBER($rows) } rows of this file more children went missing than there are, so its columns are probably something else than they were taken for. No share is calculated from them.
problem-check-columns = Check below what each column is.
problem-repeated-column = The column { $column } is in this file more than once, so it is not clear which one counts. Delete or rename the others, and choose the file again.
problem-no-period = Nothing in this file says for certain which year its figures are about.
problem-period-in-doubt = No column or heading says which days these figures are about. Titles or names say “{ $named }”: that is not clear, or is not the one period that you asked for. The figures are not used.
problem-say-period = Add a column “Year”, or say below which days each column is about.
problem-say-year = Add a column “Year”, or say below which column holds the year.
problem-needs-episodes = Only the Episodes file of the same return says which children were looked after, and when. Choose it too, and this file is used.
problem-no-usable-rows = None of the rows of this file can be used, so nothing is known from it. Correct what is wrong with them, and choose the file again.
problem-few-usable-rows = A third or more of the rows of this file cannot be used, so nothing is taken from it: the others may be a part of the children. Dates are read with the day first and all four digits of the year, as in 31/03/2025: check that the program that wrote the file does not put the month first, or write two digits of the year.
problem-no-date-in-year = No date in this file is in the year ending 31 March { $year }, so it says nothing about that year and nothing is taken from it. It may be the file of another year.
problem-say-complete = If it is, choose its year here, or choose the right file. If it is the right file, and nothing in it began or ended in the year, say below that the return is complete.
problem-codes-not-understood = { $rows ->
        [one] One row of this file has
       *[other] { NUMBER($rows) } rows of this file have
    } another word than M (missing) or A (away) in MISSING, so it is not known which of the two is meant. Nothing is taken from this file. Write M or A in these rows, and choose the file again.
problem-statuses-not-understood = { $rows ->
        [one] One row of this file has
       *[other] { NUMBER($rows) } rows of this file have
    } something else than a code in LS (legal status), so it is not known which of them are short breaks, which do not count. Nothing is taken from this file. Write the codes alone in LS, as in C2 or V3, and choose the file again.
problem-children-not-in-episodes = A third or more of the children in this file are in no Episodes file, so nothing is taken from it. Their identifiers may be from another system: check that CHILD holds the same identifiers in both files.
problem-list-not-in-episodes = More than half of the children on this list are in no Episodes file, so nothing is taken from it. Their identifiers may be from another system: check that CHILD holds the same identifiers in both files. If they were in care in other years only, delete them from the list. Then choose it again.
problem-episodes-not-usable = Episodes has rows about the children in this file, but not one that can be used for a third or more of them, so nothing is taken from this file. Correct these rows of Episodes, and choose it again.
problem-named-as-list = The name of this file says that it is a list of trafficked children, but its columns are those of { $kind }. Nothing is taken from it. If it is such a list, add a column TRAFFICKED (confirmed, suspected or no). Otherwise give the file another name.
problem-part-of-module = A title, the name of its sheet, or a note in its workbook says “{ $words }”, so it may be a part of { $kind }. Nothing is taken from it. If it has every child of the whole year, delete the title or note, or give the sheet another name, and choose it again. Otherwise choose the whole file.
problem-rows-of-unknown = Some rows of this file name an authority that is not recognised: { $names }. They may be of one of the other authorities, so nothing is taken from this file until you correct the name or say which authority it is.
problem-which-year = Nothing in this file says for certain which year it is of, so it is not used yet.
problem-choose-year = Choose its year here.
problem-settings-differ = This file and { $others } say different things about: { $on }. Nothing is used from any of them. Remove the ones that are out of date.
kept-authority = whose return it is
kept-period = the period
kept-published-years = the years of published figures
kept-leading-zeros = zeros before identifiers
kept-whole-identifiers = whether long identifiers are whole
kept-file-years = the collection years of files
kept-columns = what columns are
kept-wordings = what wordings of answers mean
kept-lists = what wordings of lists mean
kept-names = which authority a name means
kept-answers = which of several answers counts
kept-files = which files of a module are used
problem-same-module = This is { $what }, and so is { $others }. They may be parts to add together, or one may replace another, so none of them is used until you decide.
problem-named-part = Its name says that it is a part of { $what }, so it is not used until you decide.
problem-say-how = Decide it below, or remove the file that is not wanted.
problem-file-not-there = You decided to use { $files } for this part of the return, and it is not among the files now. Choose it again, or change your decision.
problem-others-used = You decided to use { $files } and not this file.
problem-no-authority-column = The other files name an authority in each row, and this one does not, so its children could be any authority’s. Add the column of authorities, and choose the file again.
problem-rows-of-unknown-not-shown = Some rows of this file name an authority that is not recognised. It may be a person’s name, so it is not shown. Nothing is taken from this file until you correct the column of authorities.
problem-column-number = column { $number }
problem-another-authority = The rows of this file name { $named } as their authority, and you said that the return is another authority’s. Nothing is taken from the file until you say whose return it is, or correct the column.
problem-authorities-differ = Two columns name different authorities in row { $row }, so nobody knows whose children these are. Correct them, or delete one of the columns, and choose the file again.
problem-rows-may-not-count = A column that is not read ({ $column }) says that some rows may not count, for example row { $row }: cancelled, deleted, a draft, a duplicate. Delete the rows that do not count, then delete the column, and choose the file again.
problem-rows-of-other-days = A column of this list that is not read ({ $column }) gives years or ends that are not the same for all rows, for example row { $row }, so not every child may count in every year. Nothing in this list is used. Keep the rows that are true of one year, delete the column, give the file a name with that year, such as trafficked 2024-25.csv, and choose it again. There can be a list for each year.
problem-rows-without-authority = { $rows ->
        [one] One row of this file does not say
       *[other] { NUMBER($rows) } rows of this file do not say
    } which authority the child belongs to, and others do. Nothing is taken from the file. Fill in the column of authorities, or delete it if all rows are of one authority, and choose the file again.
problem-list-of-several = This list names { NUMBER($authorities) } authorities, and nothing says which of them the return is from. Until you say whose return it is, no figure is based on this list.
problem-list-of-others = No row of this list names the authority whose return this is, so it is not used. Check the authority that you chose, and the column of authorities in the list.
problem-leading-zeros = { $children ->
        [one] { $children } child of this file is
       *[other] { $children } children of this file are
    } in Episodes only if zeros at the start of the identifier do not matter, as with 0012 and 12. Until you decide, this file is not used.
problem-rounded-identifiers = { $rows ->
        [one] { $rows } row of this file has
       *[other] { $rows } rows of this file have
    } an identifier that a spreadsheet has rounded, such as 1.23457E+12, so children cannot be told apart. Export the file again from your system and choose it here before a spreadsheet opens it; or import the column CHILD into the spreadsheet as text. To format it as a number is not enough: a spreadsheet keeps 15 digits.
problem-may-be-rounded = { $rows ->
        [one] { $rows } row of this file has
       *[other] { NUMBER($rows) } rows of this file have
    } an identifier of 16 or more digits, and from the 16th digit on all of them are 0. A spreadsheet that keeps 15 digits makes that of long numbers, and then children cannot be told apart. If it did, export the file again and choose it here before a spreadsheet opens it. Until you decide, this file is not used.
problem-say-whole = If your system’s own identifiers end in 0, say below that they are whole.
problem-shared-identifiers = { $identifiers ->
        [one] One identifier of this return is that
       *[other] { NUMBER($identifiers) } identifiers of this return are each that
    } of several children, by their dates of birth, so children cannot be told apart. Nothing is taken from its files. An export that cuts CHILD to a fixed width does that: export all files again with the whole identifier. If dates of birth are wrong instead, correct DOB, and choose the file again.
problem-too-long = Row { $row } is longer than a row of any return, so reading stopped there. A quotation mark may be missing, or something may be in a cell far to the right. Nothing in this file is used.
problem-open-quote = A quotation mark in row { $row } is never closed, so it is not clear where the rows after it begin. Close it and choose the file again.

## Saying what the columns are
