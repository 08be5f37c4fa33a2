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

    - Under “Administration” you see who works where, and can add what the lists do not bring: duties, reductions and changes from a day.
    - You do not see anybody's cases or load.
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
    Under “Administration” is what you look after: people, the organisation, accounts and roles, actions, settings, the log and the review of looks. Backups, and what is not there, are done on the command line: “tyngdpunkt --help” shows how.

    - A new password is shown once. The person chooses an own one when signing in the first time.
    - Roles have a first and a last day. What has held already does not change.
    - Review the looks regularly: draw, go through them and sign.
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

## Administration

place-administration = Administration
administration-title = Administration
administration-lead = This is what you look after. Everything you change is noted in the event log with your name and the time.
administration-back = To the administration
administration-save = Save
administration-part-people = People
administration-part-people-text = Who works where and how much, with their duties and reductions. No cases and no loads.
administration-part-organisation = The organisation
administration-part-organisation-text = The units, where they lie and who leads them. Add, rename, move or end a unit.
administration-part-import = Take in lists
administration-part-import-text = Take in staff, absence, duties and cases from other systems, and see what was rejected.
administration-part-weight-models = Weight models
administration-part-weight-models-text = Read the weight models, try what a new one would mean and adopt it from a date.
administration-part-accounts = Accounts and roles
administration-part-accounts-text = Who can sign in and what they may see. New accounts, roles, passwords and sessions.
administration-part-action-kinds = Actions
administration-part-action-kinds-text = The actions that can be chosen in a dialogue.
administration-part-settings = Settings
administration-part-settings-text = The municipality's name, limits, passwords and how long one stays signed in.
administration-part-event-log = The event log
administration-part-event-log-text = Who changed what and when, and whether the log is whole.
administration-part-access-review = Review of looks
administration-part-access-review-text = Go through who has looked at others' loads, and sign the review.
administration-no-day = Write the date as year, month and day, for example 2026-10-31, and a date that exists.
administration-day-needed = Write a date.
administration-ends-before = The last day lies before the first. Write a later day.
administration-identity-number = What you wrote contained a personal identity number. It has been removed and not been saved. Write it without the number.
administration-since = from { $from }
administration-from-to = { $from } to { $last }
administration-never = from { $from }, ended the same day
administration-coming = Begins later
administration-current = Holds now
administration-past = Ended
administration-first-day-hint = Leave empty for today.
administration-last-day-hint = Leave empty if it lasts until further notice.
word-account = User name
word-role = Role
word-roles = Roles
word-state = State
word-period = Time
word-second-factor = Two-step sign-in
word-first-day = First day
word-last-day = Last day
word-signed-in-at = Signed in
word-last-used = Last used
word-do = Do

## Passwords

password-rules = At least { $fewest } characters. No common password and not the user name.
password-rules-title = How the password shall be
password-rule-length = At least { $fewest } characters long. Spaces are fine.
password-rule-common = None of those that are guessed first, even with figures after it.
password-rule-name = Without your user name.
password-advice = A few words that only you would put together are easy to remember and hard to guess. You need not change it regularly.
password-short = { $count ->
        [one] The password is too short. It needs at least one character.
       *[other] The password is too short. It needs at least { $count } characters.
    }
password-long = { $count ->
        [one] The password is too long. It may have one character at most.
       *[other] The password is too long. It may have { $count } characters at most.
    }
password-common = The password is one of those that are guessed first. Choose another.
password-name = The password contains the user name. Choose another.
password-same = The new password is the one you have already. Choose another.
password-wrong = The password is not right. Write the one you have today.
password-wait = Too many wrong passwords. Wait a while and try again.

## Accounts

accounts-title = Accounts and roles
accounts-lead = Everyone who can sign in. A role holds from a day, in a unit or in the whole organisation, and decides what the person may see.
accounts-add = Add an account
accounts-back = To all accounts
accounts-no-role = no role now
accounts-state-in-use = In use
accounts-state-disabled = Closed
accounts-state-no-password = No password yet
accounts-new-title = New account
accounts-name = User name
accounts-name-hint = Letters, figures and . - _ @. Large and small letters are the same. It cannot be changed later.
accounts-display = Name as shown
accounts-display-hint = For example first and last name.
accounts-person = Person
accounts-person-hint = Employment number or name, so that the person sees the own load. Leave empty if the account belongs to nobody in the staff list.
accounts-password = Password
accounts-password-hint = It holds only until the person has signed in and chosen an own one.
accounts-password-generated = Make a password for me
accounts-password-typed = I write one myself
accounts-typed = Password, if you write it yourself
accounts-no-way = Choose how the password shall be decided.
accounts-name-taken = The user name is taken. Choose another.
accounts-no-name = Use only letters, figures and . - _ @ in the user name, at most 80 characters.
accounts-no-display = Write a name that is shown, at most 80 characters.
accounts-no-person = Nobody in the staff list has that number or name.
accounts-several-people = Several people have that name. Write the employment number instead.
accounts-last-administrator = This is the last administrator. Give somebody else the role of administrator first, or nobody can look after the accounts.
accounts-told-title = The password is set
accounts-told-new = The account { $name } has been added.
accounts-told-changed = The account { $name } has a new password and is signed out everywhere.
accounts-told-once = Give the password to the person in a safe way. It is shown only this once and cannot be brought back.
accounts-told-next = When signing in the first time, the person chooses an own password.
accounts-told-roles = The account has no roles yet and so sees nothing.
accounts-told-on = To the account
accounts-one-title = The account of { $name }
accounts-no-roles = The account has no roles and so sees nothing.
accounts-give = Give a role
accounts-end = End a role
accounts-choose-role = Choose a role
accounts-choose-ended = Choose which role shall end.
accounts-everywhere = The whole organisation
accounts-unit-hint = A supervisor leads one unit. A head sees the unit and all under it.
accounts-unit-needed = Choose the unit. Whoever has this role sees only the own unit.
accounts-no-unit = There is no such unit. Choose one in the list.
accounts-overlapping = The account already has that role there, { $period }. End it first, or choose other days.
accounts-backwards = The role begins { $from } and cannot end earlier.
accounts-ends-hint = The last day on which the role holds, yesterday at the earliest.
accounts-ends-past = The last day can be yesterday at the earliest: what has held already is not changed.
accounts-whose = Whose account it is
accounts-signing-in = Signing in
accounts-set-password = Set a new password
accounts-factor-text = If the person has lost the app and the recovery codes, you can remove the two-step sign-in. The account is then signed out everywhere.
accounts-factor-remove = Remove the two-step sign-in
accounts-disable-text = A closed account cannot sign in. Roles and history stay.
accounts-disable = Close the account
accounts-enable-text = The account is closed. If you open it, the roles hold again.
accounts-enable = Open the account
accounts-sessions = Where it is signed in
accounts-no-sessions = The account is signed in nowhere.
accounts-own-sessions = This is your own account: if you end all sessions you are signed out here too.
accounts-end-sessions = End all sessions

## My account

account-title = My account
account-roles-by = The roles decide what you see. An administrator changes them.
account-password-title = Change password
account-factor-title = Two-step sign-in
account-factor-on = Two-step sign-in is on: you sign in with your password and a code from your app.
account-factor-off = Two-step sign-in is off. With it, it is not enough for somebody to get hold of your password.
account-factor-set-up = Turn on two-step sign-in
account-factor-remove = Remove the two-step sign-in
account-factor-remove-text = Write your password to remove it. You are signed out in other places.
account-codes-left = { $count ->
        [0] All recovery codes are used. Remove the two-step sign-in and turn it on again to get new ones.
        [one] One recovery code is left.
       *[other] { $count } recovery codes are left.
    }
account-sessions-lead = This is where you are signed in. If you see something you do not recognise: end it and change your password.
account-this-session = This session
account-end-session = End
account-end-session-begun = End the session begun { $begun }
account-end-others = End all others
account-present = Your password today
account-present-needed = Write the password you have today.
account-new = New password
account-again = New password once more
account-again-differs = The two new passwords are not alike. Write the same in both fields.
account-password-others = When you change it you are signed out everywhere else, but not here.
account-password-temporary = Somebody else has chosen your password. Choose an own one before you go on.
account-password-done = The password is changed. You are signed out everywhere else.
account-factor-required = Your role requires two-step sign-in. Turn it on before you go on.
account-factor-lead = You need an app for one-time codes on your telephone. It takes a few minutes.
account-factor-first = 1. Add the account to the app
account-factor-first-text = Open the app and scan the square.
account-factor-picture = QR code with your secret key. The same key stands as text under the picture.
account-factor-typed = Cannot scan it? Write this key into the app, kind “time-based”:
account-factor-second = 2. Show that it works
account-code = The code in the app
account-code-hint = Six figures. They change every half minute.
account-code-wrong = The code is not right. Wait for the next code in the app and write it. Also check that the telephone's clock is right.
account-codes-title = Your recovery codes
account-codes-done = Two-step sign-in is on.
account-codes-text = Print or copy the codes and keep them in a safe place. Without the telephone you can sign in with one of them instead; each works once. They are shown only now.
account-codes-kept = I have kept the codes, go on

## The event log

event-log-title = The event log
event-log-lead = Every change, and every time somebody has looked at another's load. Nothing here can be changed afterwards without its showing.
event-log-check-title = Is the log whole?
event-log-check = Check the log now
event-log-never-checked = The log has not been checked from here yet.
event-log-whole = The log was whole { $at }: { $count } entries. Checked by { $actor }.
event-log-broken = The log was broken at entry { $count } when { $actor } checked it { $at }. Somebody or something has changed the database beside the program. Touch nothing more, keep a copy and contact whoever runs the system.
event-log-events = Events
event-log-from = From
event-log-to = To
event-log-kind = What
event-log-any-kind = Everything
event-log-actor = Who
event-log-when = When
event-log-subject = About
event-log-details = Content
event-log-show = Show
event-log-nothing = There is nothing in the log for those days.
event-log-entry = Entry { $number }
event-log-about-load = Not shown here: it is about somebody's load.
event-log-erased = Erased
event-log-latest = To the latest
event-log-older = Older events
event-kind-account-add = Account added
event-kind-account-change = Account changed
event-kind-account-disable = Account closed
event-kind-account-enable = Account opened
event-kind-account-password = Password set
event-kind-account-second-factor = Two-step sign-in changed
event-kind-role-give = Role given
event-kind-role-take = Role ended
event-kind-session-begin = Signed in
event-kind-session-end = Session ended
event-kind-session-end-all = All sessions ended
event-kind-setting-choose = Setting changed
event-kind-action-kind = Action in the catalogue changed
event-kind-action-settle = Action followed up
event-kind-model-adopt = Weight model adopted
event-kind-import = Import
event-kind-import-units = Import: units
event-kind-import-employments = Import: employments
event-kind-import-reductions = Import: reductions
event-kind-import-duties = Import: duties
event-kind-import-support = Import: support
event-kind-import-cases = Import: cases
event-kind-import-withdrawn = Import: withdrawn rows
event-kind-load-look = Looked at another's load
event-kind-measurement-save = Measurement saved
event-kind-measurement-rate = Own rating saved
event-kind-factor-remark = Factor questioned
event-kind-factor-settle = Factor dealt with
event-kind-dialogue-conclude = Dialogue concluded
event-kind-access-draw = Review begun
event-kind-access-review = Review signed
event-kind-log-verify = The log checked
event-kind-unit-add = Unit added
event-kind-unit-rename = Unit renamed
event-kind-unit-move = Unit moved
event-kind-unit-end = Unit ended
event-kind-employment-change = Employment changed
event-kind-employment-end = Employment ended
event-kind-reduction-add = Reduction added
event-kind-reduction-end = Reduction ended
event-kind-duty-add = Duty added
event-kind-duty-end = Duty ended

## Review of looks

access-review-title = Review of looks
access-review-lead = Looking at somebody's load shall have a reason in the work. Here you check that it had, and sign for it.
access-review-left = { $count ->
        [0] Nobody has looked at another's load yet.
        [one] One look is not reviewed yet.
       *[other] { $count } looks are not reviewed yet.
    }
access-review-left-since = { $count ->
        [0] Everything since { $since } is reviewed.
        [one] One look after { $since } is not reviewed yet.
       *[other] { $count } looks after { $since } are not reviewed yet.
    }
access-review-all = See all looks in the log
access-review-open = The review under way
access-review-begun = Begun { $at } by { $actor }. { $size } looks are drawn by lot (seed { $seed }), and the unusual ones are with them. It cannot be drawn again before this one is signed.
access-review-begin-title = Begin a review
access-review-begin = Draw and begin
access-review-method = { $share }% of the looks are drawn by lot, ten at least. Those that are unusual are shown too: at night or on a weekend, many people in a short time, or by somebody who does not lead the team.
access-review-what = What
access-review-whose = Whose
access-review-why = Why it is here
access-review-no-looks = There is no look to review.
access-review-drawn = Drawn by lot.
access-review-outside-hours = Night or weekend.
access-review-many = { $count ->
        [one] One person in a short time.
       *[other] { $count } people in a short time.
    }
access-review-outside-team = { $count ->
        [one] One person outside the own team.
       *[other] { $count } people outside the own team.
    }
access-review-and-more = { $count ->
        [one] { $people } and one more
       *[other] { $people } and { $count } more
    }
access-review-finding = What you found
access-review-finding-hint = For example: every look had a reason. Or what must be followed up, and by whom. Write nothing about clients.
access-review-no-finding = Write what you found, in 2,000 characters at most.
access-review-sign = Sign
access-review-earlier = Earlier reviews
access-review-none-earlier = No review has been signed yet.
access-review-signed = Signed
access-review-reviewer = By
access-review-looked-at = Looks reviewed
access-review-signed-title = A signed review
access-review-signed-by = Signed { $at } by { $actor }.
access-review-how = The review was about the entries { $first } to { $last } of the event log. The seed of the lot was { $seed }.
access-review-back = To the reviews
look-load = The load and the cases
look-history = The load over time
look-case = Who holds a case
look-measurement = A measurement or a dialogue

## The catalogue of actions

action-kinds-title = Actions
action-kinds-lead = These actions can be chosen in a dialogue. What has been agreed already does not change when you take an action off the list.
action-kinds-sv = In Swedish
action-kinds-en = In English
action-kinds-sv-hint = As it shall stand in the dialogue.
action-kinds-en-hint = For those who read the pages in English.
action-kinds-offered = Can be chosen
action-kinds-retired = No longer offered
action-kinds-retire = No longer offered
action-kinds-retire-hint = It can then not be chosen in new dialogues.
action-kinds-add = Add an action
action-kinds-change = Change the action
action-kinds-no-title = { $count ->
        [one] Write what the action is called, in one character at most.
       *[other] Write what the action is called, in { $count } characters at most.
    }
action-kinds-same-title = Another action is called that already. Choose another name.

## The settings

settings-title = Settings
settings-lead = They hold for the whole municipality. A change holds within a minute, also where the program runs on several servers. Empty a field and the default holds again.
settings-save = Save the settings
settings-saved = The settings are saved.
settings-number = { $explained } From { $least } to { $most }; the default is { $default }.
settings-changed = Changed { $at } by { $actor }.
settings-never-changed = The default has not been changed.
settings-operators = Decided in the file of settings by whoever runs the system, so it cannot be changed here.
settings-too-long = { $count ->
        [one] Write one character at most.
       *[other] Write less: { $count } characters at most.
    }
settings-no-number = Write a whole number from { $least } to { $most }.
settings-no-role = Choose among the roles in the list.
setting-organisation = Name of the municipality
setting-organisation-hint = Shown in the header and in the app for one-time codes.
setting-group-limit = The smallest group that is shown
setting-group-limit-hint = Sums of fewer people than this are not shown to those who do not lead the team.
setting-days-to-head = Days before a dialogue goes to the head
setting-days-to-head-hint = So long the supervisor has before the head sees that a dialogue has not taken place.
setting-password-length = Shortest password, in characters
setting-password-length-hint = For new passwords. Those that are there work as before.
setting-idle-minutes = Minutes until one is signed out
setting-idle-minutes-hint = Counted from when one last opened a page.
setting-session-hours = Longest time signed in, in hours
setting-session-hours-hint = After that one must sign in again even while working.
setting-second-factor = Roles that must have two-step sign-in
setting-second-factor-hint = Whoever has one of the roles turns it on at the next visit, before anything else can be done.
setting-review-share = Share of looks drawn in a review, in per cent
setting-review-share-hint = Unusual looks are always reviewed.

## People

people-title = People
people-lead = Who works where. There are no cases and no loads here.
people-search = Search
people-search-hint = Name, employment number or unit.
people-whom = Whom
people-past = Show those who have left too
people-find = Search
people-found = { $count ->
        [0] Nobody was found.
        [one] One person.
       *[other] { $count } people.
    }
people-too-many = { $count } people were found. The first { $shown } are shown; search to find others.
people-number = Employment number
people-not-employed = not employed now
people-no-unit = no unit
people-in-profession-since = In the profession since
people-from-lists = Most of this comes from the HR system. Change here only what the lists do not bring: the next import may otherwise change it back.
people-employments = Employments
people-employment = Employment
people-extent = Extent
people-extent-hint = In per cent of full time, or in hours a week where the employment says so.
people-change-employment = Change unit or extent
people-new-unit = Unit
people-from-day = Holds from
people-from-day-hint = The day on which the change begins to hold. What held before does not change.
people-end-employment = End the employment
people-reductions = Reductions
people-reductions-lead = How much of the working time is not available. Why is never stored.
people-reduction = Reduction
people-add-reduction = Add a reduction
people-end-reduction = End a reduction
people-share = Part of the working time, in per cent
people-share-hint = For example 25. Leave empty for the part that the weight model says.
people-by-the-model = by the weight model
people-duties = Duties
people-duty = Duty
people-add-duty = Add a duty
people-end-duty = End a duty
people-none = Nothing is noted.
people-back = To all people
people-choose-kind = Choose in the list
people-choose-employment = Choose an employment.
people-choose-ended = Choose what shall end.
people-no-extent = Write the extent in per cent, more than 0 and at most 100, or in hours, at most 60.
people-no-share = Write the part in per cent, more than 0 and at most 100.
people-backwards = It began { $from } and cannot end earlier.
people-outside = Choose a day after { $from } on which the employment still holds.
people-overlapping = There is such a reduction already, { $period }. End it first, or choose other days.

## The organisation

organisation-title = The organisation
organisation-lead = The units as they lie today. Whoever leads a unit sees it by a role; roles are given under Accounts and roles.
organisation-none = There are no units yet.
organisation-code = Code
organisation-code-hint = The same code as in the case system and the HR system. It cannot be changed later.
organisation-leader = Led by
organisation-leader-hint = Who leads the unit is decided by the roles of the account.
organisation-nobody = nobody
organisation-above = Lies under
organisation-top = At the top
organisation-add = Add a unit
organisation-rename = Rename
organisation-move = Move
organisation-move-hint = The day on which the unit lies in the new place. What held before does not change.
organisation-end = End the unit
organisation-end-text = Nobody may be employed in the unit after the last day, and no unit may lie under it.
organisation-ends = Ends { $last }
organisation-ended = Ended { $last }
organisation-back = To the organisation
organisation-no-code = Use only letters, figures and . - _ / in the code, at most 40 characters.
organisation-code-taken = Another unit has the code already. Choose another.
organisation-no-name = Write a name, at most 100 characters.
organisation-no-parent = The unit above is not there, or has ended then. Choose another.
organisation-circle = The units would then lie in a circle: { $units }. Choose another place.
organisation-employed = Somebody is employed in the unit after that day. Move them first, or choose a later day.
organisation-not-empty = Other units lie under this one. Move or end them first.
