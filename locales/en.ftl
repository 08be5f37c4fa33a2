# What Tyngdpunkt says, in English. The same ids and variables as sv.ftl; a test compares them.
# Numbers among the variables are written by the program as English writes them.

## The words (one concept, one word)

word-case = Case
word-phase = Phase
word-phase-assessment = Preliminary assessment
word-phase-investigation = Investigation
word-phase-intervention = Intervention
word-weight-model = Weight model
word-factor = Effort factor
word-points = Points
word-capacity = Capacity
word-load = Load
word-band = Band
word-duty = Duty
word-reduction = Reduction
word-measurement = Measurement
word-dialogue = Load dialogue
word-action = Action
word-assignment = Assignment
word-deadline = Deadline
word-unit = Unit
word-caseworker = Caseworker
word-supervisor = Supervisor

## Bands

band-low = low
band-balance = balance
band-high = high
band-over = over
band-no-capacity = no capacity

## Tables and files

table-empty = No rows.
table-left-out = Left out for want of width: { $columns }. To see them, widen the window or add --format csv.
spreadsheet-data = Data
spreadsheet-about = About
spreadsheet-as-of = As of
output-spreadsheet-to-terminal = A spreadsheet cannot be shown in the terminal. Name a file with --output, for example --output load.xlsx.
output-too-many-rows = { $rows } rows are more than a spreadsheet holds (1,048,575). Narrow the question or use --format csv.
output-spreadsheet = The spreadsheet could not be made: { $reason }
output-file = { $file } could not be written: { $reason }. Check that the folder exists, that you may write there and that the disk has room.
output-stdout = The answer could not be written: { $reason }
rows-rejected =
    { $count ->
        [one] { $count } row was rejected
       *[other] { $count } rows were rejected
    }

## So it was counted

explanation-level = Level
explanation-label = So it was counted
explanation-calculation = Calculation
explanation-result = Points

## The commands' answers

no-database = There is no database at { $address }. Make one with: tyngdpunkt import … or tyngdpunkt demo; or say where it is with --database.
no-such-model = There is no file { $name }, and no model with that id ships. Give a file, current for the adopted model, or one of: { $shipped }.
no-such-mapping = There is no file { $name }, and no mapping with that id ships. Give a file, or one of: { $shipped }. How to write one: docs/import.md.
no-model-on-day = No weight model is valid on { $day }; the first is valid from { $first }. Ask for a later day, or adopt a model from an earlier one.
no-model-valid = no weight model valid
several-people = Several people are called { $name }. Say which by employment number: { $numbers }.
nobody = Nobody and no case is called { $name }. Give an employment number, another name from the staff list, or a case reference.
no-such-unit = There is no unit { $unit }. There are: { $known }.
history-backwards = The first day { $from } lies after the last day { $to }. Change one of them.
standard-input = standard input
separator-tab = tab

title-load = Load
title-overloaded = Too much for too long
title-qualification = Qualification
column-degree = Degree
column-missing = Missing
column-held-without = Cases all the same
column-which-cases = Which
missing-unknown = the degree is not known
missing-degree = there is no degree
missing-decision = no decision of the board
note-qualification = To assess, investigate and follow up cases about children and young people takes a qualification by { $section }. A co-handler needs none.
title-history = Load of { $name } ({ $number }) over time
title-explain-person = So the load of { $name } ({ $number }) was counted, with { $model }
title-explain-case = So the case { $reference } was counted, with { $model }
title-weigh = The caseload weighed with { $model }
title-import = Rejected rows
title-import-dry-run = Rejected rows, trial without storing
title-backup = The backup is written
title-restore = The backup is restored
title-log = Event log
title-log-verify = The event log is whole
title-models = Weight models
title-model = { $title }, version { $version }, valid from { $from }
title-model-check = Weight models checked
title-compare = Load with A ({ $a }) and with B ({ $b })

column-number = Number
column-name = Name
column-cases = Cases
column-case-points = Points of cases
column-with-one-more = With one more
column-band-with-one-more = Band then
column-limits = Limits passed
column-since = Since
column-weeks = Weeks
column-action-due = Action due
column-from = From
column-last-day = Last day
column-file = File
column-line = Line
column-column = Column
column-code = Code
column-what-to-do = What is wrong and what to do
column-entries = Log entries
column-erased = Details erased
column-head = Fingerprint of the last entry
column-sequence = No.
column-at = When
column-actor = Who
column-action = What
column-subject = To what
column-details = Details
column-verdict = Verdict
column-where = Where
column-model = Model
column-version = Version
column-valid-from = Valid from
column-title = Title
column-source = Source
column-part = Part
column-id = Id
column-value = Value
column-points-a = Points A
column-load-a = Load A
column-band-a = Band A
column-points-b = Points B
column-load-b = Load B
column-band-b = Band B
column-difference = Difference

total-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
note-example-model = No weight model has been adopted: this was counted with the example { $model }. Adopt one with: tyngdpunkt model adopt FILE
note-unallocated =
    { $count ->
        [one] 1 case waits for a caseworker.
       *[other] { $count } cases wait for a caseworker.
    }
note-no-capacity = { $people } without capacity (left, or fully absent) hold { $cases } cases: somebody must take them over.
note-unweighed = { $cases } cases cannot be weighed by the model and count 0 points. See which with: tyngdpunkt explain PERSON
note-one-more = With one more case of { $points } points.
note-case-not-open = The case { $reference } has no open phase on that day.
note-overload-rule = Action is due when somebody has been in the band { $band } or above for { $weeks } weeks. Days without capacity neither count nor break.
note-no-overload-rule = The weight model says nothing about how long too much may last.
note-overloaded-no-capacity = { $people } hold cases without any capacity; they are not in this list. See: tyngdpunkt load
note-overload-window = Beginnings are looked for back to { $first }.
action-due-yes = yes
action-due-no = not yet
limit-passed = { $cases } cases, over the limit { $limit }
limit-passed-within-exceptional = { $cases } cases, over the limit { $limit } but within the exceptional one
one-more-no-factor = The weight model has no factor { $what }. See which it has with: tyngdpunkt model show current
one-more-no-count = { $what } needs a whole number, such as barn=3.
one-more-wrong-value = { $what } does not fit the factor: a yes is the factor's name alone, a number or a level follows after =.

explain-load = Load: { $band }
explain-points = Points held
explain-cases =
    { $count ->
        [one] 1 case
       *[other] { $count } cases
    }
explain-stable = Stable part (meetings, supervision, own training)
explain-duty = Duty: { $title }
explain-not-in-model = not in the weight model
explain-support-given = Support given: { $title }
explain-support-received = Support received: { $title }
explain-row = Table row { $row }
explain-at-most = at most { $points }
explain-rounding = Rounding to thousandths
explain-part-main = The main caseworker's share
explain-part-co = The co-handler's share
explain-count = { $count } such cases
explain-norm = Norm at full time, { $hours } hours a week
explain-level = Experience: { $level } ({ $months })
explain-months =
    { $months ->
        [one] 1 month in the profession
       *[other] { $months } months in the profession
    }
explain-months-unknown = not known since when
explain-hours-in = Works in { $unit }
explain-hours = Works
explain-hours-a-week = hours a week
explain-hours-less = − { $hours } hours a week
explain-not-in-service = Not in service that day
explain-reduction = Reduction: { $title }
explain-reduction-at-most = the model's ceiling
explain-reduction-expired = has expired and no longer counts
explain-rounded-down = Rounded down to whole points
held-by-main = held by { $name }
held-by-co = co-handler { $name }
held-by-nobody = waits for a caseworker

progress-import = Reading
progress-demo = Making the demonstration
import-file = { $file }: { $rows } rows, header on line { $header }, { $how }
import-file-text = { $encoding }, separator { $separator }
import-file-sheet = sheet { $sheet }
import-no-files = No file in the folder fits any of the names in the mapping: { $names }. Name the folder the lists are in, rename the files, or change name in the mapping.
import-rows = Rows in: { $rows } = { $accepted } accepted + { $rejected } rejected.
import-nothing-stored = This was a trial: nothing was stored.
import-nothing-new = Everything was known already: nothing changed.
import-units-added = { $count } units were named by rows and in no list of units; they were added at the top: { $which }
import-gone-people = { $count } people are no longer in the list although their employment is not over; nothing was changed: { $which }
import-gone-reductions = { $count } reductions are no longer in the list although they are not over; nothing was changed: { $which }
import-gone-duties = { $count } duties are no longer in the list although they are not over; nothing was changed: { $which }
import-gone-phases = { $count } open phases are no longer in the list; nothing was changed: { $which }
import-held-by-leavers = Alarm: { $cases } open cases are held by { $people } people who have left.
import-held-without-qualification = Alarm: { $cases } open cases are held by { $people } people who lack the qualification that the Social Services Act requires, or whose degree is not known. See the page Qualification.
import-in-no-unit = { $count } people are in no unit.
demo-other-database = { $address } holds something else than the demonstration and was not changed. Name another database with --database, or leave it out.
demo-next =
    This is an invented municipality, in { $address }. Go on, for example:
      tyngdpunkt --database { $address } explain { $person }
      tyngdpunkt --database { $address } overloaded
      tyngdpunkt --database { $address } history { $person }
demo-open-to-others = { $address } in TYNGDPUNKT_LISTEN can be reached from other computers, and anybody can sign in to the demonstration. If that is meant, give the address with --listen.
serve-ready = The pages are at http://{ $address }. Stop with Ctrl-C.
serve-cannot-listen = The program cannot answer at { $address }. Check the address, and that no other program uses the port. The system says: { $reason }
note-log-whole = Note the fingerprint elsewhere: it proves later that what is here today is still here.

model-adopted = adopted
model-shipped = ships
model-is-sound = { $model } is sound.
model-norm = { $points } points at { $hours } hours a week
model-level-below = below { $months } months
model-level-last = from there on
model-factor-count = + { $points } for each above { $free }
model-shares = main caseworker { $main }, co-handler { $co }
model-support = { $points } points for { $days } days
model-reduction-free = share as stated
model-reduction-most = at most { $share }
model-reduction-months = for { $months } months
model-limit-exceptional = { $count }, exceptionally { $exceptional }
model-bands = low < { $low } ≤ balance ≤ { $high } < high ≤ { $over } < over
model-overload = { $band } for { $weeks } weeks
model-source = Source: { $source }
part-norm = Norm
part-stable = Stable part
part-level = Experience
part-share = Share
part-support = Support
part-limit = Case limit
part-overload = Overload
compare-band = { $band }: { $a } with A, { $b } with B
compare-unweighed = { $cases } cases cannot be weighed with { $model } and count 0 points there. Compare the loads only after adding rows for them to the model.
compare-fairer-a = The heaviest loads are lower with A.
compare-fairer-b = The heaviest loads are lower with B.
compare-fairer-same = The loads are spread alike.
caseload-cannot-weigh = { $file }, person { $person }: { $why }
caseload-identity-number = { $file }: a person or a case is named by a personal identity or coordination number. Give them another id; any text will do.
caseload-no-factor = { $file }: the model has no factor { $factor }. It has: { $known }.

## How a command ends

exit-heading = Exit codes:
exit-done = Done.
exit-attention = Done, and something needs a person: rejected rows, a broken log, a fault in a weight model.
exit-usage = The command line is wrong.
exit-input = A file given cannot be used; nothing was stored.
exit-database = The database cannot be used.
exit-resource = The disk or another resource of the machine gave out.

## Help: the parts every command has

help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-global-options = Options of every command
help-heading-examples = Examples
help-value-command = COMMAND
help-value-options = OPTIONS
help-value-file = FILE
help-value-folder = FOLDER
help-value-date = DATE
help-value-unit = UNIT
help-value-person = PERSON
help-value-format = FORMAT
help-value-language = LANGUAGE
help-possible-values = [one of: { $values }]
help-default-value = [default: { $value }]
help-environment = [environment: { $name }]
help-help = Show this help (-h: in short).
help-version = Show the version.

## A wrong command line

usage-no-value = { $argument } needs a value.
usage-invalid-value = { $value } is no value for { $argument }. It can be: { $valid }.
usage-unusable-value = { $value } cannot be used for { $argument }: { $reason }
usage-no-date = { $value } is no day. Write { $argument } as year, month and day, for example 2026-10-31.
usage-no-number = { $value } cannot be used for { $argument }. Write a whole number that is not below zero.
usage-unknown-argument = There is no argument { $argument } here.
usage-unknown-command = There is no command { $command }.
usage-missing-argument = Missing: { $argument }.
usage-missing-command = Say which command.
usage-conflict = { $argument } cannot be used together with { $other }.
usage-other = The command line cannot be understood at { $argument }.
usage-suggestion = Did you mean { $suggestion }?
usage-see-help = Add --help to see what can be given.

## Help: names of values

help-value-address = ADDRESS
help-value-number = NUMBER
help-value-mapping = MAPPING
help-value-case = CASE
help-value-model = MODEL
help-value-person-or-case = PERSON_OR_CASE
help-value-caseload = CASELOAD
help-value-listen = ADDRESS:PORT
help-value-url = URL
help-value-token = PASSWORD
help-value-id = NAME_AT_THE_PROVIDER
help-value-log = FORM

## Help: the program

help =
    Shows how heavy each caseworker's load is: the points of the cases against the capacity that the person has.

    Begin with the command demo. It builds a made-up municipality to try things in. The municipality's own lists come in with import. Then load
    shows everybody's load, explain how a number was counted, overloaded who has carried too much for too long, and history how it has been
    over time. What a case weighs stands in a weight model; see model.

    The load is material for the talk between caseworker and supervisor. The program ranks nobody, measures nobody's performance and assigns
    no case by itself. It knows a case only by its reference, type, phase and effort factors.

    Write --help after a command to read more about it.
help-examples =
    tyngdpunkt demo
    tyngdpunkt import --mapping kommun-a exports
    tyngdpunkt load --unit IFO-U
help-database =
    The database. Without it, the file tyngdpunkt.db in the current folder (for demo, tyngdpunkt-demo.db).

    Write the name of a file, or the address of the municipality's PostgreSQL: postgres://USER:PASSWORD@HOST/DATABASE. A file that is not
    there is made. Put a password in the environment variable rather than on the command line, where others can see it.
help-language = Language of the answers. Without it, that of the computer.
help-format =
    Form of the answer. Without it, the ending of the file in --output decides; otherwise table.

    table is read on the screen and fits the width of the window. csv and xlsx open in a spreadsheet program. json is for other programs:
    keys in English and exact numbers.
help-output =
    File that the answer is written to, instead of the screen.

    A name that ends with .csv, .xlsx or .json gives the file that form. A file that is there already is overwritten.

## Help: demo

help-demo =
    Builds a made-up municipality to try things in and shows everybody's load in it.

    It has 150 caseworkers and three years of cases. Nothing in it comes from a real municipality. It is kept in the file tyngdpunkt-demo.db in
    the current folder; the next time it is opened as it is. Then try any other command on it with --database tyngdpunkt-demo.db. A database
    that holds something else is not touched.

    With --serve it opens in the browser instead, with an account for each role to sign in with.
help-demo-examples =
    tyngdpunkt demo --serve
    tyngdpunkt demo
    tyngdpunkt overloaded --database tyngdpunkt-demo.db
help-demo-seed =
    Number that the draws begin from.

    The same number and the same day give the same municipality. Another number gives another.
help-demo-as-of = The day it is built for (YYYY-MM-DD). Without it: today.

help-demo-caseworkers = Caseworkers in service, 1 to 20,000. Without it: 150.
help-demo-open-phases = Open phases for each caseworker, about, 1 to 100. Without it: as many as fit the model's norm.
help-demo-years = Years of cases before that day, 0 to 10; with 0 only what is open. Without it: 3.
help-demo-serve =
    Opens the pages in the browser and lists nothing; stop with Ctrl-C.

    The first time, an account for each role is added to the demonstration's database, all with the same password. The page for signing in has
    a button for each. The people behind them are chosen by how the municipality looks on the day. The pages are for today.
help-demo-listen =
    Address and port to answer at, together with --serve. Without it: 127.0.0.1:8080.

    Anybody who can reach the demonstration can sign in to it. So an address that other computers reach must be given here; one in
    TYNGDPUNKT_LISTEN is used only if it is this computer's own.

## Help: import

help-import =
    Takes in lists from case systems and HR systems.

    The lists are CSV or Excel files (.xlsx) that the systems hand out. A mapping says which column is which. Each row is accepted or rejected,
    and for each rejected row there is the file, the line, the column, what is wrong and what you can do. Taking in the same files again changes
    nothing. Taking in a later export changes what has changed: phases that ended, cases with a new caseworker, staff who left. What has
    vanished from the list is named but not removed.

    All is stored at once. If the import is interrupted, nothing was stored. A row with a personal identity number is rejected; the number is
    neither stored nor shown. The exit code is 1 when a row was rejected.
help-import-examples =
    tyngdpunkt import --mapping kommun-a --dry-run exports
    tyngdpunkt import --mapping kommun-a --exported 2026-10-31 exports
    tyngdpunkt import --mapping my-municipality.toml staff.xlsx cases.csv
help-import-mapping =
    The mapping: a file, or the id of one that ships, such as kommun-a.

    How to write your own is described in docs/import.md.
help-import-exported =
    The day the files were taken out of the systems (YYYY-MM-DD). Without it: today.

    What has changed since the export before holds from that day. Files older than those last taken in are refused.
help-import-dry-run = Show what would happen, but store nothing.
help-import-paths =
    Files, or folders with files.

    Of a folder, the files whose names the mapping has are read; others are passed over.

## Help: load

help-load =
    Shows everybody's load on a day.

    The load is points divided by capacity, and gives a band: low, balance, high or over. The points are the person's cases, duties and stable
    part. The capacity follows from experience, employment and reductions on that day. Somebody without any capacity gets the band no capacity,
    never 0%; cases that such a person still has need another caseworker.

    A supervisor sees here who needs relief, and with --one-more who can take the next case.
help-load-examples =
    tyngdpunkt load
    tyngdpunkt load --as-of 2026-10-31 --unit IFO-U --output load.xlsx
    tyngdpunkt load --one-more "barn/utredning barn=3 tolk restid=lang"
help-load-as-of =
    The day (YYYY-MM-DD). Without it: today.

    You can ask about days past and days to come. The answer is made from what held, or is decided, for that day.
help-load-unit =
    Only a unit and all units under it. Give the code of the unit.

    Somebody who works in several units counts in each by the part of the time there.
help-load-person = Only one person. Give the employment number, signature or name.
help-load-one-more =
    Show also what the load becomes with one more case.

    Write the case as type/phase and then its effort factors, all in quotation marks: "barn/utredning barn=3 tolk restid=lang". A factor that
    is there or not is written alone (tolk). One that is a number or has levels is written with an equals sign (barn=3, restid=lang). Types,
    phases and factors are ids of the weight model; see model show current.
help-load-model =
    Count with another weight model than the adopted one.

    A file, the id of a model that ships, or current for the one valid today. Nothing is stored.

## Help: explain

help-explain =
    Shows how the points of a person or a case were counted, line by line.

    For a person: each case, duty and the stable part, how the capacity was counted and what the load became. For a case: the row of the weight
    model, each effort factor and the rounding. The lines always add up to the number that load shows. Have it at hand in the load dialogue.
help-explain-examples =
    tyngdpunkt explain 1032
    tyngdpunkt explain 2024-000807 --as-of 2024-04-01
help-explain-what = Employment number, signature or name of a person, or reference of a case.
help-explain-as-of = The day (YYYY-MM-DD). Without it: today.

## Help: overloaded

help-overloaded =
    Shows who has carried too much, and for how long.

    The weight model says which band is too heavy and how many weeks it may last before an action is due. The time is counted from what held on
    each day, so the answer is as sure for a day that has been. To be in the list is no fault of the person: it is a question to the management
    of what can be moved, wait or be dropped.
help-overloaded-examples =
    tyngdpunkt overloaded
    tyngdpunkt overloaded --unit IFO-U --as-of 2026-10-31
help-overloaded-as-of = The day (YYYY-MM-DD). Without it: today.
help-overloaded-unit = Only a unit and all units under it. Give the code of the unit.

## The next case

title-next-case = Who could take { $reference }?
next-case-none = No case with the reference { $reference } is open that day. See which ones wait on the page of the team, or check the reference.
next-case-column-allowed = Can have it
next-case-column-after = Load after
next-case-column-for = For
next-case-column-against = Against
next-case-column-rule = Before the next by
next-case-yes = yes
next-case-no = no
next-case-no-capacity = no capacity
next-case-said-not-now = said “not now” { $day }
next-case-siblings = { $count ->
        [one] one sibling’s case
       *[other] { $count } siblings’ cases
    }
next-case-speaks = speaks { $language }
next-case-room = { $points } points left
next-case-room-over = { $points } points too many
next-case-away = not at work from { $day }
next-case-new = { $count ->
        [0] none new in seven days
        [one] one new in seven days
       *[other] { $count } new in seven days
    }
next-case-introduction = { $count ->
        [one] new in the profession, one month
       *[other] new in the profession, { $count } months
    }
next-case-deadlines = { $count ->
        [one] one deadline within seven days
       *[other] { $count } deadlines within seven days
    }
next-case-experience = { $count ->
        [one] one such case before
       *[other] { $count } such cases before
    }
next-case-obstacle-not-qualified = not qualified ({ $section } { $act })
next-case-obstacle-not-this-worker = shall not have the case
next-case-obstacle-locked = locked to its caseworker
next-case-obstacle-language = does not speak { $language }
next-case-obstacle-district = not in the district { $district }
next-case-rule-allowed = can have it
next-case-rule-answer = the next said “not now”
next-case-rule-siblings = the siblings
next-case-rule-needs = language or district
next-case-rule-band = the band
next-case-rule-presence = at work
next-case-rule-new-cases = fewer new cases
next-case-rule-introduction = not new in the profession
next-case-rule-deadlines = fewer deadlines
next-case-rule-experience = experience
next-case-rule-load = a lower load
next-case-rule-name = the name
next-case-trouble-nobody = No other caseworker is in service in the team that day. Ask another team.
next-case-trouble-locked = The case is locked to its caseworker. Take the lock away on the page of the case if it no longer holds; else move another case.
next-case-trouble-nobody-qualified = Nobody in the team is qualified for the task by { $section } { $act }. Give the case to a team where somebody is.
next-case-trouble-no-capacity = Nobody in the team can carry anything that day. Ask another team, or go through the reductions.
next-case-trouble-nobody-may = Nobody in the team can have the case as things are. See what stands in the way of each.
next-case-trouble-all-over = Whoever gets the case would have too much. Move something first, or ask another team.
note-next-case = The order is about this one case and no ranking. Nothing has been given.
note-next-case-not-weighed = The weight model has no row for the case, which counts as no points here.

## Help: next-case

help-next-case =
    Shows who in the team could take a case, in order, with what speaks for and against each.

    The order is decided by one rule at a time: who may have it, siblings, language and district, the band afterwards, who is at work, the
    week’s new cases, introduction, deadlines, experience and last the load. The command gives nothing; the supervisor does.
help-next-case-examples =
    tyngdpunkt next-case --case 2026-0412
    tyngdpunkt next-case --case 2026-0412 --format json
help-next-case-case = The reference of the case. If somebody has it already, who could take it over is shown.
help-next-case-as-of = The day (YYYY-MM-DD). Without it: today.
## Help: qualification

help-qualification =
    Shows who is not qualified for cases about children

    Everybody whose work it is to hold cases and who lacks the qualification that the Social Services Act requires, or whose degree is not
    known, and what they are main caseworkers of all the same. Degrees and the board's decisions are recorded in the pages.
help-qualification-examples =
    tyngdpunkt qualification
    tyngdpunkt qualification --as-of 2026-10-31
help-qualification-as-of = The day (YYYY-MM-DD). Without it: today.

## Help: history

help-history =
    Shows how one person's load has changed day by day.

    A row for each stretch of days on which nothing changed: points, capacity, load and band. Use it before the load dialogue to see when it
    became heavy, and afterwards to see whether the action helped.
help-history-examples =
    tyngdpunkt history 1032
    tyngdpunkt history 1032 --from 2026-01-01 --to 2026-10-31
help-history-person = Employment number, signature or name of the person.
help-history-from = First day (YYYY-MM-DD). Without it: a year before the last.
help-history-to = Last day (YYYY-MM-DD); it counts too. Without it: today.

## Help: model

help-model =
    Checks, shows, compares and adopts weight models.

    A weight model is a file that says what a case weighs and what a person can carry. It has a version and is valid from a day. First check a
    changed model with check, see with compare what it would mean for everybody, and then adopt it with adopt. How a model is written is
    described in docs/weight-model.md.
help-model-check =
    Checks model files.

    For each fault there is the file, the line, the column and what you can write instead. The exit code is 1 when there are faults. No database
    is needed.
help-model-check-examples =
    tyngdpunkt model check my-model.toml
help-model-check-files = Model files.
help-model-list = Lists the adopted models and those that ship.
help-model-show =
    Shows a model: what each case type and phase gives, effort factors, capacity and bands.
help-model-show-examples =
    tyngdpunkt model show current
    tyngdpunkt model show exempel-barn-unga
help-model-show-model = A model: a file, the id of one that ships, or current for the adopted one valid today.
help-model-compare =
    Shows what another model would mean for everybody.

    Everybody's load is counted with both models for the same day, and the difference is shown. Do it before a model is adopted, and bring the
    answer to the negotiation about it. Nothing is stored.
help-model-compare-examples =
    tyngdpunkt model compare current my-model.toml
    tyngdpunkt model compare current my-model.toml --output difference.xlsx
help-model-compare-a = The model to compare with: a file, the id of one that ships, or current.
help-model-compare-b = The other model: a file, the id of one that ships, or current.
help-model-compare-as-of = The day (YYYY-MM-DD). Without it: today.
help-model-adopt =
    Adopts a model from a day.

    The model before it holds until then, so earlier days are counted as they were counted then. Two models cannot be valid from the same day.
    Who adopted the model and when stands in the log.
help-model-adopt-examples =
    tyngdpunkt model adopt my-model.toml
    tyngdpunkt model adopt exempel-barn-unga --from 2027-01-01
help-model-adopt-model = A model: a file, or the id of one that ships.
help-model-adopt-from = First day the model is valid (YYYY-MM-DD). Without it: valid_from in the model.

## Help: weigh

help-weigh =
    Weighs a caseload from a file, without a database.

    The file is JSON and described in docs/caseload.md: people, their employment, reductions, duties and cases. The answer is points, capacity,
    load and calculation for each of them. Use it to try a model on made-up cases, or from another program.
help-weigh-examples =
    tyngdpunkt weigh --model exempel-barn-unga caseload.json
    tyngdpunkt weigh --model my-model.toml --format json - < caseload.json
help-weigh-model = The weight model: a file, or the id of one that ships.
help-weigh-as-of = The day (YYYY-MM-DD). Without it: the day in the file, otherwise today.
help-weigh-caseload = The file. A hyphen or nothing at all: read what is sent in.

## Help: backup and restore

help-backup =
    Copies the whole database to a file.

    The copy is a picture of one moment; others can work meanwhile. It can be read back into an SQLite file as well as into PostgreSQL. It holds
    personal data of the staff: guard it as you guard the database.
help-backup-examples =
    tyngdpunkt backup tyngdpunkt-2026-10-31.backup
help-backup-file = File that the copy is written to. One that is there already is replaced once the copy is whole.
help-restore =
    Reads a copy back into an empty database.

    The copy is checked first, also the log in it. If the database holds anything, nothing is changed. Practise a restore before you need one.
help-restore-examples =
    tyngdpunkt restore tyngdpunkt-2026-10-31.backup --database new.db
help-restore-file = The copy.

## Help: log

help-log =
    Shows and checks the log of all changes.

    The log says who changed what and when. Each entry is locked to the one before, so a change afterwards shows.
help-log-verify =
    Checks that the log is as it was written.

    If an entry is missing, was changed or moved, the answer says which, and the exit code is 1. Run the check regularly and after each restore.
help-log-verify-examples =
    tyngdpunkt log verify
help-log-show = Shows entries of the log.
help-log-show-examples =
    tyngdpunkt log show
    tyngdpunkt log show --from 1200 --limit 20
help-log-show-from = Number of the first entry shown.
help-log-show-limit = So many entries at most.

## Help: serve

help-serve =
    Opens the pages in the browser.

    The program answers at the address until it is told to stop (Ctrl-C, or SIGTERM from a service manager). Then nothing new is taken, and
    what has been asked for already may finish. The log goes to standard error, a line for each request, without personal data and without the
    address's query. /health answers ok when the database does.

    Put a web server with encryption (TLS) in front, and let it pass on Host and Origin as they are. More settings can stand in a file (TOML):
    organisation, language (sv or en), public_address, largest_body (bytes), longest_request and longest_stop (seconds), metrics_token, and
    under [accessibility] what the municipality itself knows for the accessibility statement: conformance (full, partial or none), method,
    assessed and updated (dates), email, telephone, shortcomings (a list). What is given here or in the environment goes before the file.

    Under [openid] stands the municipality's own sign-in (OpenID Connect):
    issuer, client_id, client_secret or client_secret_file: the provider's address, what it calls the program, and the secret.
    name: what the sign-in is called on the button. scopes: what is asked for besides openid (without it: profile).
    account_claim, number_claim: the claim with the name of the account (without it: preferred_username), and the one with the employment number.
    role_claim, unit_claim: the claim whose values give roles, and the one with the codes of the units.
    Rows of [[openid.roles]]: value, role, and unit or everywhere = true: the role that a value gives, and where. [openid.units]: codes of units,
    where the provider calls the units something else.
    create_accounts: whether somebody without an account whom the claims give a role gets one (without it: false).
    ca_certificate: file with certificates (PEM) to trust besides those that browsers trust.
    password_sign_in: whether one can also sign in with a password (without it: true).
help-serve-examples =
    tyngdpunkt serve
    tyngdpunkt serve --listen 127.0.0.1:9000 --settings tyngdpunkt.toml
help-serve-listen = Address and port to answer at. If the program is reached through another web server only, let it answer at 127.0.0.1.
help-serve-settings = File with more settings (TOML); which ones stands at the top of this help.
help-serve-public-address =
    The address that browsers use, for example https://tyngd.example.

    If it begins with https, cookies are sent encrypted only, and browsers are told always to use encryption.
help-serve-metrics-token =
    The password for /metrics, at least 16 characters. Without it there are no metrics to read.

    Give it rather in the environment or in the file: others on the computer can see the command line.
help-serve-openid-issuer = The provider of the municipality's own sign-in, as it gives its own address.
help-serve-openid-client-id = What the provider calls the program.
help-serve-openid-client-secret =
    The secret that the program has been given by the provider.

    Give it rather in the environment or in a file (client_secret_file): others on the computer can see the command line.
help-serve-log = Form of the log: json for programs, text for people.

## When something goes wrong: files

hidden-identity-number = (hidden identity number)
file-not-found = { $file } does not exist. Check the name, and that you are in the right folder.
file-no-access = You have no access to { $file }. Close it if it is open in another program, or ask for permission to it.
file-is-folder = { $file } is a folder. Name a file.
file-exists = { $file } is there already and was not changed. Give another name.
file-not-text = { $file } is no text in UTF-8. Save the file in that encoding, or name another file.
file-no-room = There is no room left on the disk for { $file }. Make room and try again.
file-other = { $file } cannot be read or written. The computer says: { $reason }
language-malformed = { $file }:{ $line }: the line does not follow the format Fluent. Correct it, or remove the file and the program's own sentences are used.
settings-file = { $file }:{ $line }: the setting cannot be used. Which there are stands in tyngdpunkt serve --help. The reader says: { $message }
settings-public-address = { $address } cannot be public_address. Write http:// or https:// and a host, without a path, for example https://tyngd.example.
settings-zero = The setting { $setting } must be more than zero. Change it, or remove it and a value that works is used.
settings-short-token = The password metrics_token is too short: it must have at least { $fewest } characters. Choose a longer one, best a random one.
settings-issuer = { $address } cannot be issuer under [openid]. Write the address as the provider itself gives it, with https, for example https://login.example/realms/municipality.
settings-missing = The setting { $setting } is missing. It is needed for signing in through the municipality's own provider ([openid]).
settings-role-nowhere = The role for { $value } under [openid] counts nowhere. Give unit or everywhere = true in the row, or unit_claim for all rows.
settings-certificates = { $file } cannot be used as certificates (ca_certificate under [openid]). It must be certificates in the format PEM. The reader says: { $reason }
toml-syntax = the line cannot be read as TOML. Look at quotation marks, brackets and equals signs. The reader says: { $message }

## When something goes wrong: the database

store-cannot-open = The database { $address } cannot be opened. Check the address, that the folder or server is there and that you have permission. The system says: { $reason }
store-not-tyngdpunkt = { $address } is no database of Tyngdpunkt and was not changed. Give another file or address with --database.
store-newer-version = The database belongs to a newer program: it has version { $found }, and this program knows versions up to { $known }. Use the newer program, or a database of a lower version.
store-older-version = The database has version { $found } and must be brought to version { $known }, but it can only be read. Open it once where it can be written.
store-disk-full = The disk is full, and what was to be stored was not. Make room on the disk and try again.
store-read-only = The database can only be read. Nothing was stored. Get permission to write the file and the folder it is in, or give another database with --database.
store-connection-lost = The connection to the database was lost. Only what was already complete is stored; tyngdpunkt log show tells what. Then try again. The system says: { $reason }
store-unsure = The connection to the database was lost while it was being stored, and it is not known whether it was. Look with tyngdpunkt log show before you try again. The system says: { $reason }
store-busy = Somebody else is writing to the database and did not finish in time. Nothing was stored. Wait a while and try again.
store-corrupt = The database is damaged. Read a backup into a new database with tyngdpunkt restore. The database says: { $reason }
store-refused-unique = The database refused a row that is there already. Nothing was stored. Try again; if it happens once more it is a fault in the program, which you should report. The database says: { $reason }
store-refused-reference = The database refused a row that refers to something that is not there. Nothing was stored. It is a fault in the program: report it. The database says: { $reason }
store-refused-check = The database refused a row whose values contradict each other. Nothing was stored. It is a fault in the program: report it. The database says: { $reason }
store-refused-append-only = The log cannot be changed, only added to. Nothing was stored. The database says: { $reason }
store-unrecorded =
    { $changes ->
        [one] A change was about to be stored without standing in the log, so nothing was stored. It is a fault in the program: report it.
       *[other] { $changes } changes were about to be stored without standing in the log, so nothing was stored. It is a fault in the program: report it.
    }
store-not-allowed = You do not have the role that this takes. Ask an administrator.
store-not-there = There is no such thing, or it is not for you to see.
store-not-empty = The database already holds something and was not changed. A backup can only be read into an empty database: give a new one with --database.
store-backup-damaged = { $file } is not a whole backup, and nothing was read from it. Use another copy. What is wrong: { $reason }
store-details = An entry of the log could not be written, so nothing was stored. It is a fault in the program: report it. The program says: { $reason }
store-unexpected = The database answered something that the program did not expect. Try again; if it happens once more, report it. The database says: { $reason }
log-broken-missing = The log is broken: entry { $sequence } is missing.
log-broken-past-the-end = The log is broken: entry { $sequence } was added past the end.
log-broken-not-following = The log is broken: entry { $sequence } does not follow the one before it.
log-broken-changed = The log is broken: entry { $sequence } was changed.
log-broken-details-changed = The log is broken: the details of entry { $sequence } were changed.
log-broken-looks-changed = The log is broken: entry { $sequence } says whose load was looked at, but the list that finds it by person says otherwise.
log-broken-other-head = The log is broken: entry { $sequence } is the last one, but the mark at the end of the log is another.
log-broken-what-to-do = Something in the database was changed without the program. Show it to whoever is responsible for the system, and compare with a backup before anybody goes on.

## When something goes wrong: lists that cannot be taken in

import-older = Nothing was taken in. The files were exported { $exported }, but a later export of { $source } is already in, of { $latest }. Take in the latest one, or correct the day with --exported.
list-empty = { $file } is empty. Export the list again and see that it has rows.
list-wrong-type =
    { $file } is { $type ->
        [binary_xlsx] an Excel workbook in binary form (.xlsb)
        [old_excel] an older Excel file (.xls) or a workbook with a password
        [open_document] an OpenDocument spreadsheet (.ods)
        [document] a text document
        [pdf] a PDF
        [picture] a picture
        [archive] a packed archive
        [web_page] a web page
        [xml] an XML file
        [json] a JSON file
        [database] a database
       *[other] something else
    }, not CSV or Excel (.xlsx). Export the list again and choose CSV or Excel workbook (.xlsx).
list-bad-spreadsheet = { $file } cannot be read as a spreadsheet. Open the file, remove its password if it has one, and save it again as .xlsx. The reader says: { $reason }
list-too-large-unpacked = { $file } unpacks to more than { $megabytes } MB or more than { $ratio } times its size, and was therefore not read. Export the list as CSV instead.
list-no-such-sheet = { $file } has no sheet named { $sheet }. Its sheets are: { $sheets }. Correct sheet in the mapping.
list-no-header-line = { $file } has no line { $line }, where the headings should be. Correct header_line in the mapping.
list-missing-column = { $file } has no column { $column }, from which the mapping reads { $field }. Its columns are: { $columns }. Correct the mapping or the file.
list-missing-column-like = { $file } has no column { $column }, from which the mapping reads { $field }. A column like it: { $closest }. Correct the mapping or the file.
list-column-twice = { $file } has the column { $column } more than once, and the mapping reads { $field } from it. Rename one of them in the file, or remove it.
list-not-in-mapping = { $file } fits none of the file names in the mapping: { $names }. Rename the file, or change name in the mapping.
notice-header-only = { $file } has headings but no rows.
notice-identity-numbers-allowed = In the column { $column } of { $file }, references that look like personal identity numbers are let through, because the mapping says so. See that they are none.

## When something goes wrong: rejected rows

rejected-personal-identity-number = A personal identity or coordination number was found. Take it out of the list. If it is a case reference that only looks so, the mapping can allow them in that column (identity_numbers_allowed).
rejected-bad-encoding = The row is in another encoding than the rest of the file. Export the whole list again in one encoding.
rejected-nul-byte = The row holds bytes of the value zero: the file is damaged. Export the list again.
rejected-too-long = The row is longer than 1 MiB. Export the list again with a line break after each row.
rejected-unclosed-quote = A quotation mark is opened but never closed. Close it or remove it.
rejected-too-many-cells = The row has { $cells } cells but the list only { $columns } headings. Put quotation marks around values that hold the separator.
rejected-formula = A formula was found. Copy the column and paste it as values.
rejected-cell-error = A spreadsheet error was found. Correct the cell.
rejected-missing-reference = The case reference is missing. Fill it in.
rejected-missing-start = The start is missing. Fill it in.
rejected-missing-value = Missing: { $field }. Fill it in, or give the field a default in the mapping.
rejected-no-date = { $value } is no date. Write it as 2026-10-31.
rejected-date-out-of-range = { $value } lies outside the years that the mapping allows. Correct the date, or earliest_year and latest_year in the mapping.
rejected-no-number = { $value } is no number. Correct it.
rejected-negative-number = { $value } is below zero. Correct it.
rejected-not-whole-number = { $value } is no whole number. Correct it.
rejected-too-large-number = { $value } is too large. Correct it, or unit in the mapping.
rejected-end-before-start = The end { $end } lies before the start { $start }. Correct one of the dates.
rejected-no-case-type = The case type is missing. Fill it in.
rejected-unknown-case-type = { $value } is no known case type. Add it to values in the mapping, or a row for it to the weight model.
rejected-unknown-value = { $value } is not known ({ $field }). Add it to values in the mapping.
rejected-unknown-worker = { $value } is nobody among the staff. Correct it, or take in the staff first.
rejected-duplicate = The very same row was accepted before. Remove one of them.
rejected-contradiction = An earlier row says something else about the same thing. Keep the one that is right.
rejected-unknown-unit = The unit above, { $value }, does not exist. Correct the code, or add the unit.
rejected-unknown-case = The case { $value } is not in the system. Correct the reference, or import the cases first.
rejected-after-export = The day { $day } lies after the export of { $exported }. Only what has happened is recorded: correct the day.
rejected-no-extension = Only an extension has a deadline and a last day. Empty them, or correct the event.
rejected-unit-circle = The unit lies under itself: { $codes }. Correct which unit lies above one of them.
field-name =
    { $field ->
        [code] code of the unit
        [parent] unit above
        [person] employment number
        [also_known_as] signature
        [name] name
        [email] e-mail
        [degree] degree
        [in_profession_since] in the profession since
        [unit] unit
        [title] title
        [role] role
        [form] form of employment
        [extent] extent
        [size] size of the reduction
        [start] start
        [end] end
        [last_day] last day
        [end_reason] reason for leaving
        [kind] kind
        [helper] who helped
        [owner] whose case it is
        [count] count
        [on] day
        [reference] case reference
        [type] case type
        [type_and_phase] case type and phase
        [phase] phase
        [received] received
        [extended_to] extended to
        [main] main handler
        [co] co-handler
        [co_share] share of the co-handler
        [sibling_group] sibling group
        [event] what happened
        [day] day
        [duty] deadline
        [until] extended to
       *[other] { $field }
    }

## When something goes wrong: the mapping (after file and line)

mapping-format = format must be 1. This program reads no other.
mapping-unknown-key = { $key } means nothing here. Write one of: { $known }.
mapping-missing-key = { $key } is missing. Add it; docs/import.md says what it should be.
mapping-wrong-type = { $key } must be { $expected }.
mapping-expected =
    { $expected ->
        [a-table] a table
        [a-text-in-quotation-marks] a text in quotation marks
        [a-whole-number] a whole number
        [a-whole-number-that-is-not-below-zero] a whole number that is not below zero
        [true-or-false] true or false
        [a-text-or-a-list-of-texts] a text, or a list of texts
        [a-text-a-number-or-a-date] a text, a number or a date
        [a-text-a-whole-number-true-or-false] a text, a whole number, true or false
        [a-table-that-may-be-repeated-written-in-double-brackets] a block that may be repeated, in double brackets
        [a-year-of-four-digits] a year of four digits
        [a-number-of-lines-or-a-list-of-texts-that-such-lines-begin-with] a number of lines, or a list of texts that such lines begin with
        [the-name-of-a-column-or-a-table] the heading of a column, or a table
       *[other] something else
    }
mapping-unknown-word = { $key } cannot be { $value }. Write one of: { $known }.
mapping-both = { $first } and { $second } cannot stand together. Keep one of them.
mapping-no-unit = { $key } needs a unit. Add unit = "percent", "fraction" or "hours".
mapping-allowed-twice = identity_numbers_allowed may stand on a single column in each list. Remove it here.

## When something goes wrong: the weight model (after file, line and column)

model-top = the model
model-missing-key = { $key } is missing in { $table }. Write for example: { $example }
model-example =
    { $key ->
        [format] format = 1
        [id] id = "children-youth"
        [version] version = "2026-01"
        [title] title = "Children and youth"
        [source] source = "Decision of the board"
        [valid_from] valid_from = 2026-01-01
        [unit] unit = "points"
        [norm] the block [norm] with points = 150.0 and hours_per_week = 40.0
        [type] type = "barn"
        [points] points = 10.0
        [hours_per_week] hours_per_week = 40.0
        [share] share = 1.0
        [kind] kind = "flag"
        [add] add = 1.0
        [main] main = 1.0
        [co] co = 0.5
        [days] days = 30
        [count] count = 15
        [low] low = 0.85
        [high] high = 1.0
        [over] over = 1.1
        [weeks] weeks = 4
       *[other] { $key } = …
    }
model-unknown-key = { $key } means nothing in { $table }. Remove the line.
model-unknown-key-like = { $key } means nothing in { $table }. Write { $nearest } if that is what you meant; otherwise remove the line.
model-wrong-kind = { $key } in { $table } must be { $expected }.
model-expected =
    { $expected ->
        [text] a text in quotation marks
        [number] a number with a decimal point, for example 1.5
        [flag] true or false
        [date] a date, for example 2026-01-01
        [list] a list of texts, for example ["barn", "placering"]
        [levels] a table with the names of the levels and numbers
        [table] a block in single brackets
        [tables] a block in double brackets
       *[other] something else
    }
model-format = format must be 1. This program reads no other.
model-out-of-range = { $key } in { $table } must be a number from { $least } to { $most }.
model-out-of-range-whole = { $key } in { $table } must be a whole number from { $least } to { $most }.
model-too-many-decimals =
    { $decimals ->
        [0] { $key } in { $table } must be a whole number, without decimals.
        [one] { $key } in { $table } may have at most { $decimals } decimal.
       *[other] { $key } in { $table } may have at most { $decimals } decimals.
    }
model-unknown-word = { $key } cannot be { $found }. Write one of: { $allowed }.
model-two-rows = The case type { $type } already has points for the phase { $phase }, on line { $line }. Remove one of the rows.
model-two-rows-any-phase = The case type { $type } already has a row, on line { $line }, and a row without phase holds for all phases. Remove one of them, or give both a phase.
model-two-with-one-id = id { $id } is already in { $table }, on line { $line }. Change the id of one of them.
model-no-rows = The model has no cases. Add at least one block [[case]] with type, phase and points.
model-last-level-has-limit = The last level, { $id }, has a limit, so those who have been longer in the profession get no level. Remove below_months, or add a level without below_months after it.
model-levels-out-of-order = The level { $id } is out of order. Let below_months rise from level to level; only the last is without.
model-bands-out-of-order = The bands are out of order. low may not be above high, nor high above over; write for example low = 0.85, high = 1.0 and over = 1.1.
model-factor-without-effect = The effort factor { $id } changes no points. Give a flag add or multiply, and a level either levels or multipliers.
model-no-such-type-or-phase = { $found } in { $key } is in no row [[case]]. Add such a row, or remove the word.
model-no-such-type-or-phase-like = { $found } in { $key } is in no row [[case]]. Write { $nearest } if that is what you meant.
model-exceptional-below-limit = exceptional is below count. It must be at least as high: so many cases as somebody may have in exceptional circumstances.
model-too-many-multipliers = More than { $most } effort factors multiply, and then the points cannot be counted exactly. Let some of them add points instead, with add or levels.
adopt-refused = The model was not adopted: { $reason }
adopt-same-day = The model was not adopted: { $model } { $version } is already valid from { $day }. Choose another first day with --from.

## When something goes wrong: a caseload to be weighed

caseload-not-caseload = the file does not follow the format in docs/caseload.md. The reader says: { $message }
caseload-end-before-start = { $person } has something that starts { $from } but ends already { $to }. Correct one of the dates.
caseload-extent = { $person } has an employment that needs either share (of full time) or hours_per_week. Give one of them.
caseload-reduction-size = { $person } has a reduction with both share and hours_per_week. Keep one of them.
caseload-out-of-range = { $person } has { $field } outside what is possible. Write a number from { $least } to { $most }.
weigh-no-row = The weight model has no row for the case type { $type } in the phase { $phase }. Add the row to the model, or correct the case.
weigh-no-row-without-phase = The weight model has no row for the case type { $type } without a phase. Give the phase of the case, or add the row to the model.
weigh-no-level = The effort factor { $factor } has no level { $level }. Correct the case, or add the level to the weight model.
weigh-wrong-value = The effort factor { $factor } cannot be { $value }. See in the weight model whether it is a number, yes or no, or a level.

## Accounts

title-accounts = Accounts
column-account = Account
column-state = State
column-roles = Roles
account-disabled = out of use
account-in-use = in use
account-without-password = no password
account-new-password = New password:{" "}
account-name-taken = There is already an account { $name }.
account-no-name = { $name } cannot be the name of an account: use letters, figures and . - _ @, at most 80 of them.
account-no-unit = There is no unit { $unit }. Take in the units first.
account-backwards = The role began { $from } and cannot end { $until }.
password-same = The new password is the one you have already. Choose another.
account-wait = Too many wrong passwords. Try again after { $until }.
account-no-display = The name as shown must have one to 80 characters.
account-identity-number = The name contains a personal identity number. Write a name without it.
account-no-person = The person that the account was to be linked to is not there.
account-last-administrator = This is the last administrator. Give somebody else the role of administrator first.
account-overlapping = The account already has the role there from { $from }.
account-overlapping-until = The account already has the role there from { $from } until { $until }.
account-unusable = The setting of what a password costs to guess cannot be used.
account-no-such-role-held = The account does not have the role { $role } there on { $day }.
no-such-account = There is no account { $name }. See the list: tyngdpunkt account list.
no-such-role = There is no role { $role }. The roles are: { $known }.
no-randomness = The system gives no random numbers: { $reason }.
password-short = The password must have at least { $minimum } characters. A short sentence is easy to remember.
password-long = The password may have at most { $maximum } characters.
password-common = The password is one of those that are guessed first. Choose something of your own.
password-name = The password may not contain the account's name.
password-wrong = The present password or code is another.

## Help: account

help-account =
    Shows and changes who can sign in.

    An account is linked to a person and is given roles, each in a unit and from a day. Every change stands in the log.
help-account-add = Adds an account, without password and roles.
help-account-add-examples =
    tyngdpunkt account add anna.berg --person 1001
help-account-add-account = Name to sign in by.
help-account-add-display = Name shown to others. Without it: the person's.
help-account-add-person = Employment number or name of whose account it is.
help-account-list = Lists the accounts and their roles.
help-account-disable = Takes an account out of use and ends its sessions.
help-account-disable-account = Name of the account.
help-account-enable = Takes an account into use again.
help-account-enable-account = Name of the account.
help-account-unlink =
    Forgets whom the account belongs to at the municipality's own sign-in, and ends its sessions.

    Needed when a person has been given a new identity there. The next time the account is found as it was the first, by what the sign-in says.
help-account-unlink-account = Name of the account.
help-account-password =
    Gives an account a password and ends its sessions.

    The password is asked for, or read as the first line sent in. It is never given on the command line, where others could see it.
help-account-password-examples =
    tyngdpunkt account password anna.berg
help-account-password-account = Name of the account.
help-account-role = Gives roles and takes them back.
help-account-role-give =
    Gives a role.

    Roles: caseworker, supervisor, head, hr, relief, coordinator, safety-representative, administrator. A supervisor needs a unit.
help-account-role-give-examples =
    tyngdpunkt account role give anna.berg supervisor --unit south
    tyngdpunkt account role give it.support administrator
help-account-role-give-account = Name of the account.
help-account-role-give-role = The role.
help-account-role-give-unit = Code of the unit. Without it: the whole organisation.
help-account-role-give-from = First day. Without it: today.
help-account-role-take = Takes a role back.
help-account-role-take-account = Name of the account.
help-account-role-take-role = The role.
help-account-role-take-unit = Code of the unit it was given in.
help-account-role-take-from = First day without it. Without this: today.
help-value-account = ACCOUNT
help-value-name = NAME
help-value-role = ROLE

## Tokens

title-tokens = Tokens
column-token = Token
column-tail = Ends in
column-until = Counts until
column-used = Last used
token-counts = in use
token-expired = expired
token-revoked = revoked
token-reads = reads
token-writes = reads and writes
column-may = May
token-told-once = The token is shown this once and can never be shown again. Keep it as you keep a password.
token-name-taken = There is already a token { $name }, perhaps one that is revoked: its name stays in the log. Choose another name.
token-until = A token counts until a day from { $first } to { $last }, not { $until }.
token-no-role = A token needs at least one role: add --role.
no-such-token = There is no token { $name } in use. See the list: tyngdpunkt token list.

## Help: token

help-token =
    Shows and changes what programs ask with.

    A token acts as itself: it has roles of its own, and its name stands in the log after "token:". Whoever is looked at sees it. How a
    program asks is told in docs/api.md.
help-token-add =
    Issues a token and shows it, this once.

    A role is written as in the list of accounts: administrator, or supervisor@south for a unit.
help-token-add-examples =
    tyngdpunkt token add import-hr --role administrator
    tyngdpunkt token add screen --role supervisor@south --read-only
help-token-add-name = Its name: letters, figures and . - _ @.
help-token-add-role = What it may do, perhaps in a unit. Can be given several times.
help-token-add-person = Employment number or name of the person whose own load it may read. Without it: nobody.
help-token-add-read-only = Let it only read.
help-token-add-until = The first day on which it no longer counts, at most two years ahead. Without it: a year ahead.
help-token-list = Lists the tokens, those out of use too.
help-token-revoke = Takes a token out of use for good.
help-token-revoke-name = Name of the token.
## Rebalance

title-rebalance = Plan for { $file }
title-rebalance-units = Plan to rebalance
title-rebalance-impossible = Not everybody can be brought within the limit as it is now
title-rebalance-not-found = No plan was found, and it is not proven that there is none
rebalance-saved = Kept as draft { $id }. The supervisor sees it under Rebalance, on the page /rebalance/{ $id }.
rebalance-resting = Have no capacity that day, keep their cases and are given no new ones: { $names }.
rebalance-enough-limit = With the limit { $limit } there is a plan: give --limit.
rebalance-limit-range = { $limit } is no limit. Write a number from 0.1 to 2, for instance --limit 0.95.
rebalance-not-in-units = One of the people is not in the units. Add more units with --unit.
rebalance-reason-gives-up = whoever holds it now gives up all cases
rebalance-obstacle-no-capacity = Nobody who takes part can be given cases that day: nobody is a caseworker in service with capacity. Add more units or choose another day.
rebalance-obstacle-nobody-by = { $group } may not be with anybody: { $rules }. Add somebody who may.
rebalance-obstacle-locked-cases = { $worker } has locked cases ({ $groups }) that are { $needed } points too much for the limit. Unlock something, or raise the limit.
rebalance-obstacle-other-work = { $worker } has so much besides own cases that it is { $needed } points too much for the limit. Relieve it, or raise the limit.
rebalance-rule-qualification = not qualified
rebalance-rule-degree-unknown = no degree recorded
rebalance-rule-language = does not speak the language
rebalance-rule-district = does not work in the district
rebalance-rule-not-this-worker = shall not hold the case
rebalance-rule-gives-up = gives up all cases
rebalance-rule-other-part = belongs to the other team
rebalance-column-from = From
rebalance-column-to = To
rebalance-column-group = Group
rebalance-column-reason = Why
rebalance-column-why = Why, and what it takes
rebalance-nobody = nobody
rebalance-fewest =
    { $handovers ->
        [one] { $handovers } case changes hands. That is proven to be the fewest.
       *[other] { $handovers } cases change hands. That is proven to be the fewest.
    }
rebalance-bound =
    { $handovers ->
        [one] { $handovers } case changes hands. No plan can do with fewer than { $bound }.
       *[other] { $handovers } cases change hands. No plan can do with fewer than { $bound }.
    }
rebalance-highest-proven = The highest load is { $highest } ({ $exact }). With as few handovers it cannot be lower.
rebalance-highest = The highest load is { $highest } ({ $exact }), the lowest that was found with as few handovers.
rebalance-trade-off = With { $handovers } handovers ({ $more } more) the highest load becomes { $highest }.
rebalance-stopped = The time was up before everything was tried: another run may give another plan. Give it longer with --seconds.
rebalance-reason-new = nobody holds it
rebalance-reason-holder-may-not = the present holder may not hold it
rebalance-reason-above-limit = the present holder has { $points } points and the limit is { $most }
rebalance-reason-makes-room = the present holder makes room for { $groups }
rebalance-reason-lowers-highest = the highest load becomes lower
rebalance-impossible = { $file }: nobody can be brought within the limit as it stands
rebalance-not-found = { $file }: no plan was found, and none is proven impossible
rebalance-enough = It would be enough if these could carry more: worker { $worker }, { $points } points more.
rebalance-obstacle-nobody = Group { $group } may be held by nobody. Let somebody hold it.
rebalance-obstacle-locked = Worker { $worker } has { $points } locked points (groups { $groups }) and the limit is { $most }. Unlock at least { $needed } points, or raise the limit.
rebalance-obstacle-too-large = Group { $group } is { $points } points, more than anybody who may hold it has room for. Worker { $worker } is nearest and lacks { $needed } points.
rebalance-obstacle-crowded = { $count } groups ({ $points } points) may be held only by the workers { $workers }, who have room for { $room }. { $needed } points are lacking: let others hold some of the groups, or raise the capacity. The groups: { $groups }.

## Help: rebalance

help-rebalance =
    Finds the fewest handovers that bring everybody within a limit.

    With --unit or --whole it is worked out from the database: what each holds and can carry that day. With --save the answer is kept as a
    draft, which the supervisor sees under Rebalance in the browser. With --instance it is worked out from a file with workers and groups of
    cases that stay together; it is described in docs/rebalance.md. The answer is a plan with a reason for each handover, how few handovers
    there can be at all, and what more handovers would buy. It is a proposal: the program assigns no case by itself.
help-rebalance-examples =
    tyngdpunkt rebalance --unit IFO-U
    tyngdpunkt rebalance --unit IFO-U --leaves 1032 --limit 1 --save
    tyngdpunkt rebalance --instance municipality.txt --seconds 60 --limit 0.95
help-rebalance-unit = A unit whose people take part, with all units under it. Give its code; can be given several times.
help-rebalance-whole = The whole municipality.
help-rebalance-day = The day (YYYY-MM-DD) by which everybody shall be within the limit. Without it: today.
help-rebalance-leaves = Who leaves and hands over all cases. Can be given several times.
help-rebalance-away = Who is wholly away from that day. Can be given several times.
help-rebalance-unallocated = Give out the cases that nobody holds too.
help-rebalance-save = Keep the answer as a draft. Nothing is assigned.
help-rebalance-per-week = At most so many cases a week to one person, in the draft.
help-rebalance-instance = The file with workers and groups of cases.
help-rebalance-seconds = The longest time to look, in seconds. It ends sooner when nothing better is possible.
help-rebalance-seed = Where the draws begin. The same number gives the same plan.
help-rebalance-limit = How much of the capacity may be used: 0.95 is 95 percent.
help-value-share = SHARE

## When something goes wrong: a file to be rebalanced

rebalance-limit = { $limit } is no limit. Write a number above 0 and at most 10, for example --limit 0.95.
rebalance-field-workers = the number of workers
rebalance-field-groups = the number of groups
rebalance-field-capacity = the capacity of a worker
rebalance-field-points = the points of the group
rebalance-field-cases = the number of cases
rebalance-field-holder = the present holder (-1 for nobody)
rebalance-field-locked = locked (0 or 1)
rebalance-field-allowed-count = how many may hold it
rebalance-field-allowed = a worker who may hold it
rebalance-missing = Here the line ends, but { $field } is missing. Fill in the line as docs/rebalance.md shows.
rebalance-not-a-number = { $word } stands where { $field } should be. Write a whole number from { $least } to { $most }.
rebalance-extra = { $word } is more than the line should hold. Take it away, or correct the number that says how many there are.
rebalance-fewer-groups = The file says { $promised } groups but has { $found }. Correct the first line, or add what is missing.
rebalance-locked-to-nobody = The group is locked, but nobody holds it. Give it a holder, or unlock it.
rebalance-twice = Worker { $worker } stands twice among those who may hold the group. Take one away.
rebalance-too-much = Together with the lines above it comes to more than { $most }, which is more than can be counted with. Use larger units.
