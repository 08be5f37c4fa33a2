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
