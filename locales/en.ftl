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
no-model-on-day = No weight model is valid on { $day }; the first is valid from { $first }. Ask for a later day, or adopt a model from an earlier one.
no-model-valid = no weight model valid
cannot-read = { $file } cannot be read: { $reason }. Check the name and that you may read it.
several-people = Several people are called { $name }. Say which by employment number: { $numbers }.
nobody = Nobody and no case is called { $name }. Give an employment number, another name from the staff list, or a case reference.
no-such-unit = There is no unit { $unit }. There are: { $known }.
history-backwards = The first day { $from } lies after the last day { $to }. Change one of them.
standard-input = standard input
separator-tab = tab

title-load = Load
title-overloaded = Too much for too long
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
explain-months = { $months } months in the profession
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
import-rows = Rows in: { $rows } = { $accepted } accepted + { $rejected } rejected.
import-nothing-stored = This was a trial: nothing was stored.
import-nothing-new = Everything was known already: nothing changed.
import-units-added = { $count } units were named by rows and in no list of units; they were added at the top: { $which }
import-gone-people = { $count } people are no longer in the list although their employment is not over; nothing was changed: { $which }
import-gone-reductions = { $count } reductions are no longer in the list although they are not over; nothing was changed: { $which }
import-gone-duties = { $count } duties are no longer in the list although they are not over; nothing was changed: { $which }
import-gone-phases = { $count } open phases are no longer in the list; nothing was changed: { $which }
import-held-by-leavers = Alarm: { $cases } open cases are held by { $people } people who have left.
import-in-no-unit = { $count } people are in no unit.
demo-next =
    This is an invented municipality, in { $address }. Go on, for example:
      tyngdpunkt --database { $address } explain { $person }
      tyngdpunkt --database { $address } overloaded
      tyngdpunkt --database { $address } history { $person }
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
compare-unweighed = { $cases } cases cannot be weighed with B and count 0 points there.
compare-fairer-a = The heaviest loads are lower with A.
compare-fairer-b = The heaviest loads are lower with B.
compare-fairer-same = The loads are spread alike.
caseload-cannot-weigh = { $file }, person { $person }: { $why }
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
usage-unknown-argument = There is no argument { $argument } here.
usage-unknown-command = There is no command { $command }.
usage-missing-argument = Missing: { $argument }.
usage-missing-command = Say which command.
usage-conflict = { $argument } cannot be used together with { $other }.
usage-other = The command line cannot be understood at { $argument }.
usage-suggestion = Did you mean { $suggestion }?
usage-see-help = Add --help to see what can be given.
