# What the pages say, in English. The same ids and variables as web.sv.ftl; a test compares them.
# In longer texts a blank line parts paragraphs, and each line of a list begins with a dash.

product = Tyngdpunkt
promise = Tyngdpunkt is a tool for the working environment, not for measuring performance.
promise-read-more = What the number is and is not
skip-to-content = Skip to the content
navigation = Main menu
read-in-this-language = In English
place-start = Start
place-about-the-number = The number
place-help = Help
picture-as-table = Show the figures as a table
form-faults-title = There is something to put right

## Days

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
day-in-words = { $day } { $month } { $year }

## When something cannot be done

failure-to-start = To the first page
failure-number = Give this number if you tell whoever runs the system about the fault: { $number }
failure-bad-request-title = What was sent cannot be understood
failure-bad-request-text = Go back to the page you came from, check what you filled in and send it again.
failure-other-site-title = The form was not taken
failure-other-site-text = It was not sent from one of our pages, so nothing has changed. Open the page here and fill in the form again.
failure-not-found-title = There is no such page
failure-not-found-text = The address may be misspelt, or the page is not for you. Check the address or begin again from the first page.
failure-method-not-allowed-title = The page cannot be used in this way
failure-method-not-allowed-text = The address exists, but not for what was to be done. Begin again from the first page.
failure-too-large-title = What was sent is too large
failure-too-large-text = Send a smaller file or a shorter text. Nothing has been stored.
failure-too-slow-title = It took too long
failure-too-slow-text = The answer was not ready in time. Wait a moment and try again.
failure-unavailable-title = It cannot be done just now
failure-unavailable-text = The database does not answer. Wait a moment and try again.
failure-internal-title = Something went wrong on our side
failure-internal-text = The fault is noted. Try again in a moment; if that does not help, tell whoever runs the system.

## The first page

start-title = A reasonable load for those who meet the families
start-lead = Tyngdpunkt shows how much each caseworker carries, against what that person can carry right now. It begins a conversation; it is no mark.
start-text =
    A case weighs more or less by its type, its phase and such things as several children, an interpreter or long travel. Together with meetings,
    duties and the time a person really has, that makes one number: the load. Every number can be opened and read line by line.

    When a load is high for too long, something shall be done. Caseworker and supervisor agree on actions with dates, and the next time they look
    at whether those were done.
start-about-number = How the load is counted, what it may be used for and what it must never be used for.
start-help = Short help for each: caseworker, supervisor, head, HR and others.
start-accessibility-title = Accessibility
start-accessibility = How accessible the pages are, and how to tell us about something that does not work.

## About the number

about-number-title = What the number is and is not
about-number-is-title = What the number is
about-number-is =
    The load is the points of what you hold, divided by the capacity you have. 100% means that you carry exactly as much as the weight model reckons
    with for your working time.

    The number is there so that two people can talk about the same thing: is this reasonable, and what do we do if it is not?
about-number-counted-title = How it is counted
about-number-counted =
    - Each case gets points from the municipality's own weight model by its type and phase. Neutral factors, such as the number of children, an interpreter, a court or travel, can add points.
    - Meetings, supervision and other stable parts of the work count, and so do duties that are not cases.
    - Capacity follows working time, experience and reduction. Why somebody has a reduction is never stored.
    - Every number can be opened: which row of the weight model, how many, how many points.
    - Somebody without any capacity has no load in per cent. It then says “no capacity”, never zero.
about-number-is-not-title = What it is not
about-number-is-not =
    - It is no measure of how well or how fast anybody works.
    - It ranks nobody, and named people are not compared outside their own team.
    - It decides nothing. A person assigns cases, closes them and agrees on actions.
    - It is no ground for pay, employment or discipline.
about-number-kept-title = What is not kept here
about-number-kept =
    A case is a reference, a type, a phase and neutral factors. There are no names of clients here, no personal identity numbers, no free text about
    clients, no cause of absence and nothing about health or union membership.
about-number-seen-title = Who sees it
about-number-seen =
    You see your own number, all its lines and who has looked at them. Your supervisor sees the own team. Heads further up see sums and
    distributions, never groups of fewer than five people. Each reading leaves a line in a log that is reviewed.

## Help

help-title = Help
help-lead = Choose the section that is about you.
help-contents = Sections of this page
help-title-caseworker = Caseworker
help-text-caseworker =
    “My load” shows your cases, your points and how each was counted.

    - Open a case to see which row of the weight model it comes from, and what each factor added.
    - If something is not right, tell your supervisor: the facts come from the case system and are put right there.
    - Under the last heading you see who else has looked at your number.
    - The number is for a talk about what is reasonable. It says nothing of how well you work.
help-title-supervisor = Supervisor
help-text-supervisor =
    Begin with the team: who has too much, for how long, and which cases wait for a caseworker.

    - The last column shows what one more heavy case would do to each. You decide.
    - Open somebody to see the same page as that person sees. That you looked is shown to the person.
    - When somebody has had too much for as long as the weight model says, there must be a talk and a plan.
    - The list is in order of names. Do not print it as a ranking.
help-title-head = Head
help-text-head =
    You see sums and distributions for your units and everything under them.

    - Names do not show, and groups of fewer than five people are not shown.
    - “Over for too long” counts those who have had too much for as long as the weight model says.
help-title-hr = HR
help-text-hr =
    The facts about employments come from the HR system; correct them there.

    - You do not see anybody's cases or load.
    - There are no pages for HR yet other than this one.
help-title-relief = Relief
help-text-relief =
    There are no pages for relief yet other than this one.
help-title-coordinator = Coordinator
help-text-coordinator =
    There are no pages for coordination yet other than this one.
help-title-safety-representative = Safety representative
help-text-safety-representative =
    You see where it has been too heavy for long.

    - The figures are by unit and are not shown for groups of fewer than five people.
    - There is no list of names in order of load.
help-title-administrator = Administrator
help-text-administrator =
    You take in lists, set up accounts, and look after weight models, backups and the log. That is done on the command line: “tyngdpunkt --help” shows how.

    - Try an import first: you see which rows are rejected, and nothing is stored. Rows with an identity number are always rejected.
    - Adopt a new weight model from a date. What has been counted already does not change.
    - Check regularly that the log is unbroken.

## Accessibility statement (Swedish act 2018:1937)

accessibility-title = Accessibility statement
accessibility-unfinished = The municipality has not yet given all the facts for this statement. What is missing is marked in the text.
accessibility-responsible = { $organisation } is responsible for this website.
accessibility-responsible-unknown = [The name of the organisation is not filled in.]
accessibility-purpose = We want as many as possible to be able to use it. Here we describe how Tyngdpunkt meets the Swedish act on accessibility to digital public service, which shortcomings we know of, and how you can report shortcomings so that we can put them right.
accessibility-how-title = How accessible is the website?
accessibility-conformance-full = The website is fully compliant with the act on accessibility to digital public service.
accessibility-conformance-partial = The website is partially compliant with the act on accessibility to digital public service. The shortcomings are described below.
accessibility-conformance-none = The website is not compliant with the act on accessibility to digital public service. The shortcomings are described below.
accessibility-conformance-unknown = [How well the website meets the act has not yet been assessed by the organisation.]
accessibility-report-title = Report shortcomings or ask for help
accessibility-report = If something on the website cannot be used, or if you need its content in another way, let us know.
accessibility-report-unknown = [Contact details are not filled in.]
accessibility-email = E-mail:
accessibility-telephone = Telephone:
accessibility-supervision-title = Supervision
accessibility-supervision = The Swedish Agency for Digital Government, Digg, supervises the act on accessibility to digital public service. If you are not satisfied with how we deal with your views, you can report it to Digg:
accessibility-supervision-link = Report a lack of accessibility at digg.se (in Swedish)
accessibility-technical-title = Technical information on accessibility
accessibility-technical = The requirements are those of the standard EN 301 549, which for web pages means WCAG 2.1 at level AA.
accessibility-shortcomings-title = Content that is not accessible
accessibility-shortcomings-none = No shortcomings are given.
accessibility-tested-title = How the website has been tested
accessibility-method = How the website has been assessed: { $method }.
accessibility-method-unknown = [How the website has been assessed is not filled in.]
accessibility-assessed = The latest assessment was made on { $day }.
accessibility-assessed-unknown = [The date of the assessment is not filled in.]
accessibility-updated = The statement was last updated on { $day }.
accessibility-updated-unknown = [The date of the last update is not filled in.]
accessibility-tested =
    Before each version of Tyngdpunkt, the pages are tried in a browser:

    - automatically against the rules of WCAG 2.0 and 2.1, levels A and AA
    - in Swedish and in English
    - on a wide screen and at a width of 320 pixels
    - with the keyboard alone
    - without JavaScript.

## Signing in

place-sign-in = Sign in
place-my-load = My load
place-measurement = The measurement
place-team = The team
place-units = The units
sign-in = Sign in
sign-out = Sign out
sign-in-title = Sign in
sign-in-name = User name
sign-in-password = Password
sign-in-code = One-time code
sign-in-code-hint = Only if the account has a second factor.
sign-in-refused = User name, password or code is wrong. Try again, or ask whoever runs the system for a new password.
sign-in-code-needed = The account has a second factor. Write the password again and the code of your app.
sign-in-wait = { $count ->
        [one] Too many attempts. Wait a second and try again.
       *[other] Too many attempts. Wait { $count } seconds and try again.
    }
demonstration-title = Try the demonstration
demonstration-text = Everything here is made up. Choose whom you want to be.
role-caseworker = Caseworker
role-supervisor = Supervisor
role-head = Head
role-hr = HR
role-relief = Relief
role-coordinator = Coordinator
role-safety-representative = Safety representative
role-administrator = Administrator

## Words

word-load = Load
word-band = Band
word-points = Points
word-part = Part
word-how = How
word-month = Month
word-name = Name
word-cases = Cases
word-case = Case
word-kind = Type and phase
word-waited = Has waited
word-too-much-for = Too much for
word-with-one-more = With one more
word-unit = Unit
word-people = People
word-over = Over the limit
word-lasting = Over for too long
word-own-rating = Own rating
word-flex = Flex balance
word-work-situation = The work situation
word-not-stated = not stated
word-yes = yes
word-no = no
band-low = Low
band-balance = Balance
band-high = High
band-over = Over
band-no-capacity = No capacity
band-low-means = There is room for more just now.
band-balance-means = The load is reasonable.
band-high-means = The load is high. Bring it up with your supervisor before it becomes too much.
band-over-means = The load is too much. Talk with your supervisor about what can change.
band-no-capacity-means = There is no capacity on this day. Cases that are still held need somebody else.
points-of = { $points } points
days = { $count ->
        [one] a day
       *[other] { $count } days
    }
weeks = { $count ->
        [0] less than a week
        [one] a week
       *[other] { $count } weeks
    }

## So it was counted

gauge-title = The load against the limits
gauge-description = The load is { $load }: { $band }.
year-title = The load of the last twelve months
year-description = A year ago { $then }, today { $now }.
overload-for = { $count ->
        [0] The load has been too much for less than a week.
        [one] The load has been too much for a week.
       *[other] The load has been too much for { $count } weeks.
    }
overload-due = { $count ->
        [one] The load has been too much for a week. Now a dialogue is due, and actions are to be agreed.
       *[other] The load has been too much for { $count } weeks. Now a dialogue is due, and actions are to be agreed.
    }
counted-cases-in = Cases: { $phase }
counted-cases = { $count ->
        [one] one case
       *[other] { $count } cases
    }
counted-stable = Stable part (meetings, supervision, own training)
counted-duty = Duty: { $title }
counted-support = Support: { $title }
counted-not-weighed = cannot be weighed
counted-row = The row { $row } of the weight model
counted-rounding = Rounding
counted-part-main = The main caseworker's share
counted-part-co = The co-handler's share
counted-several = { $count } such cases
counted-norm = Full time
counted-hours = { $hours } hours a week
counted-level = Experience: { $level }
counted-works-in = Works in { $unit }
counted-works = Works
counted-not-in-service = Not in service on this day
counted-reduction = Reduction: { $title }
counted-expired = has expired and no longer counts

## My load

my-load-title = My load
my-load-measure = Do the monthly measurement
my-load-sum = On { $day }: { $points } points against a capacity of { $capacity }, which is { $load }.
my-load-made-of = What it is made of
my-load-together = Together
my-load-capacity = So the capacity was counted: { $capacity } points
my-load-cases = The cases
my-load-no-cases = No cases.
my-load-cases-hint = Open a case to see how it was counted.
my-load-year = The last year
my-load-looks = Who has looked
my-load-no-looks = Nobody else has looked at your load.
my-load-no-person = The account belongs to nobody in the list of staff, so there is no load to show. Ask whoever runs the system to link the account to you.
my-load-no-model = No weight model is valid today, so nothing can be weighed. Ask whoever runs the system to adopt one.

## The monthly measurement

rating-1 = 1 – Very light
rating-2 = 2 – Light
rating-3 = 3 – As it should be
rating-4 = 4 – Heavy
rating-5 = 5 – Far too heavy
measurement-title = The monthly measurement
measurement-lead = The measurement for { $month } takes about ten minutes. You and your supervisor see the same when you talk.
measurement-number = The number as it stands
measurement-number-saved = It was saved that day. The number does not change, but what you say yourself can be changed.
measurement-number-opened = See how the number was counted
measurement-own = What you say yourself
measurement-rating = How heavy has it been this month?
measurement-rating-hint = Your rating counts even when the number says something else.
measurement-flex = Flex balance in hours
measurement-flex-hint = For example 4.5 or -2. Leave it empty if you have no flexible hours.
measurement-sentence = One sentence about your work situation
measurement-sentence-hint = If you like. Do not write about clients: no names, no personal identity numbers, nothing about any family. What you write is kept for the talk with your supervisor.
measurement-save = Save and go on
measurement-no-rating = Choose how heavy it has been, from 1 to 5.
measurement-flex-no-number = Write the flex balance in hours, for example 4.5 or -2, and at most { $most } hours.
measurement-identity-number = The text contained a personal identity number. It has been removed and was not saved. Write a new sentence, about your work situation and not about clients.
measurement-too-long = { $count ->
        [one] Write at most one character.
       *[other] Write less: at most { $count } characters.
    }
measurement-frozen = You have concluded the dialogue about this month, so the measurement can no longer be changed. If something needs correction, talk with your supervisor.
measurement-earlier = Earlier measurements
measurement-not-rated = no rating
measurement-hours = { $hours } hours
measurement-saved-title = The measurement is done
measurement-saved = The measurement of { $month } is saved.
measurement-saved-remarks = { $count ->
        [one] Kept for the talk with your supervisor: one effort factor is wrong.
       *[other] Kept for the talk with your supervisor: { $count } effort factors are wrong.
    }
measurement-saved-values = This was saved
measurement-saved-next = You can change what you have said until the dialogue about the month is concluded.
measurement-change = Change the measurement
measurement-change-cases = Go through the effort factors
measurement-to-my-load = To my load
measurement-cases-title = Are the effort factors right?
measurement-cases-saved = Your rating is saved. Now go through the cases.
measurement-cases-lead = This is how the system knows your cases on { $day }.
measurement-cases-hint = Tick what is wrong. What is right needs nothing from you. It is kept for the talk with your supervisor; the correction is made in the case system.
measurement-wrong = What is wrong?
measurement-factor = { $title }: { $value }
measurement-settled = the supervisor has gone through this
measurement-cases-save = Save and finish

## The team

team-title = The team
team-lead = The load on { $day }, in alphabetical order: it is something to talk from, not a ranking.
team-members = The people
team-nobody = Nobody in the team holds cases or works as a caseworker on this day.
team-one-more = The last column shows what one more heavy case would do: { $kind }, without effort factors.
team-waiting = Unallocated cases
team-nothing-waits = No case waits for a caseworker.

## The units

units-title = The units
units-lead = Sums on { $day }, each unit with everything under it. Nobody is named, and groups of fewer than { $fewest } are not shown.
units-none = There is no unit to show to you.
units-hidden = Too few people to be shown
units-spread-title = How the load is spread in { $unit }
units-spread-description = The number of people in each band.

## Weight models

place-weight-models = The weight model
models-title = The weight model
models-lead = The weight model decides what a case weighs and how much a person can carry. Everyone may read it, since everyone is weighed by it.
models-current = In force today
models-named = { $title }, version { $version }
models-holds = In force from { $from } to { $until }.
models-because = Reason: { $reason }
models-holds-on = In force from { $from } until further notice.
models-until-further-notice = until further notice
models-none = No weight model is in force today, so nothing can be weighed.
models-history = All versions
models-when-now = in force now
models-when-later = begins later
models-when-before = was in force
models-adopted-by = { $name }, { $day }
models-word-version = Version
models-word-from = From
models-word-until = Last day
models-word-when = State
models-word-adopted = Adopted by
models-word-reason = Reason
models-word-type = Case type
models-word-phase = Phase
models-word-factor = Effort factor
models-word-effect = What it does
models-word-applies = Applies to
models-word-level = Level
models-word-experience = Time in the profession
models-word-share = Share of the norm
models-word-duty = Duty
models-word-support = Support
models-word-days = Counts for
models-word-reduction = Reduction
models-word-limit = Cases
models-word-most = At most
models-word-change = Change
models-word-load-before = Load now
models-word-band-before = Level now
models-word-load-after = Load then
models-word-band-after = Level then
models-drafts = Drafts
models-drafts-lead = A draft weighs nothing until it is adopted. Look first at what it would do.
models-no-drafts = There are no drafts.
models-draft-saved-by = saved by { $name }, { $day }
models-begin = Begin a new version
models-begin-from = Begin with
models-begin-from-hint = You change a copy. The original is left alone.
models-begin-with-adopted = { $title }, version { $version } (adopted)
models-begin-with-shipped = { $title } (comes with the program)
models-begin-button = Make a draft
models-no-such-beginning = Choose a model to begin with.
models-upload = Or upload a model file
models-upload-file = Model file (TOML)
models-upload-hint = The same kind of file that you can download from a model. It becomes a draft.
models-upload-button = Upload
models-no-file = Choose a file to upload.
models-file-not-text = The file is not text in UTF-8. Choose a model file (TOML).
models-file-identity-number = There is a personal identity number in the file. Nothing was saved. Take it out and upload again.
models-download = Download as a file (TOML)
models-to-all = To all versions
models-to-effect = See what it would do
models-to-adopt = Adopt the draft
models-to-edit = Change the draft

models-part-head = About the model
models-part-cases = What a case weighs
models-part-case = Cases
models-part-cases-lead = Points for each type and phase, before the effort factors.
models-part-factors = Effort factors
models-part-factor = Effort factors
models-part-factors-lead = What makes a case heavier. Points are added first, then multiplied.
models-part-share = When two hold the same case
models-part-norm = What a person can carry
models-part-level = Experience
models-part-duty = Duties
models-part-support = Support between colleagues
models-part-support-lead = The points move from whoever holds the case to whoever did the work.
models-part-reduction = Reductions
models-part-limit = Most cases
models-part-bands = Levels
models-part-overload = When it is too much
models-any-phase = every phase
models-applies-to-all = all cases
models-adds = + { $points }
models-multiplies = × { $by }
models-adds-each = + { $points } for each above { $free }
models-at-most = at most { $points }
models-percent = { $share }%
models-share = The main caseworker gets { $main } of the points and a co-handler { $co }.
models-norm = Somebody full-time, { $hours } hours a week, and experienced can carry { $points } points. Capacity follows the working time.
models-stable = Everyone in service is counted { $points } points for meetings, supervision and own training, whatever the hours.
models-stable-scales = Everyone in service is counted { $points } points for meetings, supervision and own training at full time, and less at part time.
models-rounded-down = Capacity is rounded down to whole points.
models-level-below = { $count ->
        [one] less than a month
       *[other] less than { $count } months
    }
models-level-last = after that
models-reduction-free = as large a share as is stated
models-reduction-most = at most { $share }
models-reduction-months = { $count ->
        [one] for a month
       *[other] for { $count } months
    }
models-limit = { $count ->
        [one] one case
       *[other] { $count } cases
    }
models-limit-exceptional = { $count }, exceptionally { $exceptional }
models-band-under = under { $to }
models-band-from = from { $from } to { $to }
models-band-above = above { $from }, up to { $to }
models-band-over = above { $from }
models-overload = { $count ->
        [one] When the level has been { $band } for a week, a dialogue is due and actions are agreed.
       *[other] When the level has been { $band } for { $count } weeks, a dialogue is due and actions are agreed.
    }

models-edit-title = Draft of a weight model
models-edit-lead = Change the fields and save. Write decimals with a comma or a point. The draft weighs nothing until it is adopted.
models-edit-contents = Parts of the model
models-draft-saved = The draft is saved.
models-new-row = New row
models-drop = Remove { $row }
models-more = More rows: { $section }
models-save = Save the draft
models-save-and-compare = Save and see what it would do
models-other-ways = Go on
models-throw-away = Throw the draft away
models-levels-hint = A line for each, for example: long = 1.5
models-hint-head = Give each new version a name of its own, for example 2027-01.
models-hint-case = Leave the phase empty if the type weighs the same in every phase. Use the same words as in the mapping of the case system.
models-hint-factor = “Yes or no” adds or multiplies. “Count” adds for each above the free number. Leave the fields that do not apply empty.
models-hint-share = In per cent of the points of the case.
models-hint-norm = What an experienced person at full time can carry, and what is counted for everyone in service.
models-hint-level = In order, least experience first. The last row must have no limit.
models-hint-duty = Work that is not cases, such as supervising students.
models-hint-support = Work that moves to whoever helped.
models-hint-reduction = Leave the share empty if the list of the HR system states it. No cause is stored.
models-hint-limit = Shown beside the load. Leave it empty if you have no limits.
models-hint-bands = In per cent of the capacity.
models-hint-overload = When a dialogue is due and actions are agreed.
models-place = { $section }, { $field }
models-place-in-list = { $section }, row { $row }, { $field }
models-field-head-version = Version
models-field-head-title = Name
models-field-head-source = Where the numbers come from
models-field-head-unit = What the points are called
models-field-head-scored_by = Who confirms the effort factors
models-field-case-type = Case type
models-field-case-phase = Phase
models-field-case-points = Points
models-field-case-title = Name as shown
models-field-factor-id = Id
models-field-factor-title = Name
models-field-factor-kind = Kind
models-field-factor-add = Add points
models-field-factor-multiply = Multiply by
models-field-factor-free = Free number
models-field-factor-max = At most so many points
models-field-factor-levels = Levels
models-field-factor-types = Only for the case types
models-field-factor-phases = Only in the phases
models-field-share-main = Main caseworker, per cent
models-field-share-co = Co-handler, per cent
models-field-norm-points = Points at full time
models-field-norm-hours_per_week = Hours a week at full time
models-field-norm-stable = Stable part, points
models-field-norm-stable_scales = The stable part follows the hours
models-field-norm-rounding = Rounding of capacity
models-field-level-id = Name
models-field-level-below_months = Fewer months in the profession than
models-field-level-share = Share of the norm, per cent
models-field-duty-id = Id
models-field-duty-title = Name
models-field-duty-points = Points
models-field-support-id = Id
models-field-support-title = Name
models-field-support-points = Points
models-field-support-days = Counts for so many days
models-field-reduction-id = Id
models-field-reduction-title = Name
models-field-reduction-share = Share, per cent
models-field-reduction-max_share = Largest share, per cent
models-field-reduction-months = Applies for so many months
models-field-limit-title = Name
models-field-limit-count = At most
models-field-limit-exceptional = Exceptionally
models-field-limit-types = Only the case types
models-field-limit-phases = Only the phases
models-field-limit-beside = Only for somebody who also holds
models-field-bands-low = Balance begins at, per cent
models-field-bands-high = High begins above, per cent
models-field-bands-over = Over begins above, per cent
models-field-overload-band = Counts as too much from
models-field-overload-weeks = So many weeks
models-choice-scored_by-worker = the caseworker
models-choice-scored_by-lead = the supervisor
models-choice-scored_by-both = both, and differences are shown
models-choice-kind-flag = yes or no
models-choice-kind-count = count
models-choice-kind-levels = levels that add
models-choice-kind-multipliers = levels that multiply
models-choice-rounding-none = none
models-choice-rounding-down = down to whole points
models-choice-band-no = no rule
models-choice-band-high = the level High
models-choice-band-over = the level Over
models-fault-identity-number = There was a personal identity number here. It was taken away and has not been saved.
models-fault-too-long = Write shorter, at most a thousand characters.
models-fault-file = What was written cannot be read: { $message }
models-fault-missing = Fill in this field.
models-fault-not-for-this-kind = Leave this field empty, it does not apply to the chosen kind.
models-fault-levels = Write a line for each level: name = number
models-fault-percent = Write a number of per cent, for example 75.
models-fault-number = Write a number, for example 12.5.
models-fault-range = Write a number from { $least } to { $most }.
models-fault-decimals = { $count ->
        [0] Write a whole number, without decimals.
        [one] Write at most one decimal.
       *[other] Write at most { $count } decimals.
    }
models-fault-choose = Choose something in the list.
models-fault-two-rows = There is a row for this type and phase already. Remove one of them.
models-fault-two-ids = There is a row with this id already. Change one of them.
models-fault-no-rows = The model needs at least one row with a case type and points.
models-fault-last-level = The last row must have no limit, or the most experienced have no level.
models-fault-level-order = The rows are in the wrong order. The limit must grow from row to row.
models-fault-bands = The limits are in the wrong order. They must grow: balance, high, over.
models-fault-no-effect = The factor changes no points. Fill in what it adds, multiplies by or has for levels.
models-fault-no-such = { $found } is not among the cases above. Correct the word, or add a row.
models-fault-exceptional = Exceptionally must be at least as many.
models-fault-multipliers = More than { $count } factors multiply. Let some of them add points instead.

models-effect-title = What the draft would do
models-effect-lead = So the load would change if { $draft } were in force instead of { $current } on { $day }. Nothing has changed yet.
models-effect-nothing-before = No weight model is in force today, so there is nothing to compare { $draft } with.
models-effect-whole = Everyone together
models-effect-too-few = There are fewer than { $fewest } people, so the sum is not shown.
models-effect-people = { $people ->
        [one] One person is counted.
       *[other] { $people } people are counted: { $lighter } get a lower load and { $heavier } a higher one.
    }
models-effect-go-over = { $count ->
        [0] Nobody goes over the limit who is not over already.
        [one] One person goes over the limit.
       *[other] { $count } people go over the limit.
    }
models-effect-come-down = { $count ->
        [0] Nobody who is over comes down.
        [one] One person who is over comes down.
       *[other] { $count } people who are over come down.
    }
models-effect-unweighed = { $count ->
        [one] One case cannot be weighed with the draft: its type or phase has no row.
       *[other] { $count } cases cannot be weighed with the draft: their type or phase has no row.
    }
models-effect-picture-title = How much the load changes
models-effect-picture = People by how many percentage points the load changes.
models-effect-units = The units
models-effect-units-lead = Each unit with all that lies under it. Nobody is named, and groups of fewer than { $fewest } are not shown.
models-effect-from-to = { $from } → { $to }
models-effect-same = { $value }
models-effect-people-title = Your team
models-effect-people-lead = In alphabetical order. Only you who lead the team see the names.
models-percentage-points = { $points } percentage points

models-adopt-title = Adopt the draft
models-adopt-lead = { $model } weighs from the day you choose. What has been counted already does not change.
models-adopt-from = In force from
models-adopt-from-hint = Today or later. The model before it is in force until the day before.
models-adopt-why = Why
models-adopt-why-hint = A sentence that everyone may read, for example the decision that it rests on.
models-adopt-button = Adopt the model
models-adopt-no-day = Write a day, for example 2027-01-01.
models-adopt-past = That day is over. Choose { $day } or later: what has been counted must stand.
models-adopt-same-day = Version { $version } is already in force from { $day }. Choose another day.
models-adopt-same-version = Version { $version } has already been adopted from { $day }. Give the draft another version name.
models-adopt-reason = Write why, in at most { $count } characters.

## Importing lists

place-import = Import
import-title = Import lists
import-lead = Cases, staff and units come in from other systems here. You see what would happen before anything is stored.
import-under-way = { $name } has an import under way.
import-to-current = Go to it
import-send-title = A new import
import-files = Lists (CSV or Excel)
import-files-hint = Choose one or more files. Rows with personal identity numbers are rejected and never stored.
import-exported = The day the lists were exported
import-exported-hint = What has changed since the import before holds from that day.
import-mapping = Mapping
import-mapping-hint = The mapping says which column is which. If there is none yet, you make it in the next step.
import-make-mapping = Make a mapping in the next step
import-shipped-mapping = { $name } (comes with the program)
import-mapping-file = Mapping file (TOML), if you have one
import-mapping-file-hint = Used instead of the choice above.
import-send = Send the files
import-too-large = Together the files are larger than { $count } MB, which is the most that is taken here. Split them, save Excel as CSV, or ask whoever runs the system to raise the limit.
import-no-file = Choose at least one file.
import-no-day = Write the day the lists were exported, today or earlier.
import-no-such-mapping = The mapping is no longer there. Choose another.
import-busy = An import is under way already. Wait until it is done, or give it up first.
import-name-identity-number = There is a personal identity number in the name of a file. Rename the file and send it again.
import-two-with-one-name = Two files are called { $name }. Rename one of them.
import-too-many = Send at most { $count } files at a time.
import-mappings = Saved mappings
import-no-mappings = No mappings are saved yet. After a trial you can save the one you used.
import-mapping-saved-by = { $name }, { $at }
import-word-saved = Saved by
import-word-choices = Choices
import-drop-mapping = Remove
import-drop-mapping-named = Remove the mapping { $name }
import-history = Earlier imports
import-watched = The folder { $folder } is read every { $minutes } minutes with the mapping { $mapping }.
import-by-folder = Automatically from the folder
import-no-history = Nothing has been imported yet.
import-word-when = When
import-word-who = By whom
import-word-source = Source
import-word-files = Files
import-word-result = Result
import-past-counts = { $accepted } rows accepted, { $rejected } rejected; { $added } new facts, { $changed } changed, { $ended } ended
import-refused = Nothing came in.
import-columns-title = What is what in the lists?
import-columns-lead = Say what each column is. The suggestions come from mappings that are there already. Columns that are not needed are not read.
import-id = Name of the mapping
import-id-hint = For example case-system. It can be saved under that name.
import-id-needed = Give the mapping a name, at most 60 characters.
import-source = Name of the system
import-source-hint = Do not change it later: the reference of a case is unique within the system.
import-source-needed = Write what the system is called, at most 60 characters.
import-found = { $rows } rows and { $columns } columns were found, with headings on line { $header }.
import-file-not-readable = { $name } cannot be read. Give up and send the files again without it.
import-holds = The list holds
import-holds-hint = If you change it, choose “Show more choices”.
import-kind-units = units
import-kind-staff = staff
import-kind-reductions = reductions
import-kind-duties = duties
import-kind-support = support between colleagues
import-kind-cases = cases
import-fixed = All rows are about
import-fixed-hint = When no column says it.
import-unit = Extent is written in
import-unit-percent = per cent (75)
import-unit-fraction = a share (0.75)
import-unit-hours = hours a week
import-lookalike = The references look like personal identity numbers but are not
import-sample = For example: { $sample }
import-column-is = { $column } is
import-column-without-name = Column { $count } without a heading
import-not-read = not read
import-factor = Effort factor: { $title }
import-text-means = “{ $text }” means
import-means-nothing = none of them (the row is rejected)
import-role-caseworker = caseworker
import-role-supervisor = supervisor
import-role-head = head
import-role-human_resources = HR
import-role-relief = relief
import-role-coordinator = coordinator
import-role-other = other
import-see-choices = Show more choices
import-say-what-texts-mean = Say what the texts mean too, and then try again.
import-column-needed = Choose which column is { $field }.
import-column-twice = Two columns are { $field }. Choose one of them.
import-try = Try, without storing
import-give-up = Give up and remove the files
import-trying = Trying
import-storing = Importing
import-rows-read = { $count ->
        [0] Begins to read.
        [one] One row is read.
       *[other] { $count } rows are read.
    }
import-trying-text = Nothing is stored yet. The page opens itself again.
import-storing-text = The page opens itself again. The import goes on even if you close it.
import-look-again = Open the page again now
import-failed = It could not be imported
import-nothing-came-in = Nothing was stored.
import-database-refused = The database could not take the import. Try again in a while; if that does not help, tell whoever runs the system.
import-older-export = The files were exported on { $exported }, but there is a later export from { $source } already, of { $latest }. Import the latest, or correct the day.
import-change-columns = Change the mapping
import-begin-again = Remove the files and begin again
import-tried = So it would be
import-tried-lead = This is a trial. Nothing has been stored.
import-done = Imported
import-done-lead = The lists are imported and stored. The files you sent are removed.
import-count-rows = Rows
import-count-accepted = Accepted
import-count-rejected = Rejected
import-count-added = New facts
import-count-changed = Changed
import-count-ended = Ended
import-counts-hint = A row can be several facts: a case, its phase and who holds it.
import-store = Import for real
import-notes = Look at this
import-rejected = Rejected rows
import-word-why = Why, and what to do
import-word-rows = Rows
import-word-where = Where
import-place = { $file } line { $line }
import-place-in-column = { $file } line { $line }, { $column }
import-rejected-hint = Correct it in the system that the list comes from and import again. Of rows with personal identity numbers nothing is shown.
import-rejected-download = Download rejected rows of { $name } (CSV)
import-csv-line = Line
import-csv-column = Column
import-csv-reason = Reason
import-csv-remedy = What to do
import-file-about = Holds { $kind }: { $rows } rows, headings on line { $header }, { $how }.
import-file-in-sheet = sheet { $sheet }
import-file-in-text = { $encoding }, separator { $separator }
import-first-rows = The first rows, as they are understood
import-line = Line { $count }
import-row-rejected = rejected
import-mapping-used = The mapping
import-mapping-used-text = The lists were read with the mapping { $name }. If you save it, the next import is quicker.
import-save-mapping = Save the mapping
import-ready = Done

## The folder that is read by itself

watch-no-mapping = There is no mapping { $mapping }. Save one under that name, or change the setting.
