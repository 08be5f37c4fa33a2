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
failure-unsure-title = We do not know whether it was saved
failure-unsure-text = The connection to the database was lost while it was being saved. Open the page and look whether what you wrote is there, before you send it again.
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
    - A case you were given stands at the top. Answer that you take it, or “not now” with a reason.
    - Do the month's measurement, and go on to the dialogue. What you agree stays on the page until it is done.
    - If something is not right, tell your supervisor: the facts come from the case system and are put right there.
    - Under the last heading you see who else has looked at your number.
    - The number is for a talk about what is reasonable. It says nothing of how well you work.
help-title-supervisor = Supervisor
help-text-supervisor =
    Begin with the team: who has too much, for how long, and which cases wait for a caseworker.

    - The last column shows what one more heavy case would do to each. You decide.
    - “Who shall have it?” at a waiting case shows who in the team could take it, with the reasons for and against. You choose; nothing is given by itself.
    - Open somebody to see the same page as that person sees. That you looked is shown to the person.
    - When somebody has had too much for as long as the weight model says, there must be a talk and a plan. So too when the own rating and the band lie two steps apart. Those dialogues stand first.
    - In the dialogue you both see the same page. It is concluded by both of you and can then not be changed, only corrected in a new version.
    - Under “Rebalance cases” you get a plan with as few handovers as possible when somebody has too much, leaves or is away. You accept, change or drop each move, and carry it out when its day has come.
    - Under “Needs” of a case you say whether it takes a language or a district, shall stay with its caseworker, or shall not go to somebody.
    - Whoever is not qualified cannot be given cases about children, but can be co-handler. “Qualification” shows who.
    - The list is in order of names. Do not print it as a ranking.
help-title-head = Head
help-text-head =
    You see sums and distributions for your units and everything under them.

    - Names do not show, and groups of fewer than five people are not shown.
    - “Over for too long” counts those who have had too much for as long as the weight model says.
    - “Overdue dialogues” are those not held in time. Ask the supervisor, not the caseworker.
    - Under “Rebalance cases” you can make a plan over several teams. It shows cases, from whom and to whom, and sums, but nobody's load. The supervisors carry it out.
help-title-hr = HR
help-text-hr =
    The facts about employments come from the HR system; correct them there.

    - Under “Administration” you see who works where, and can add what the lists do not bring: duties, reductions and changes from a day.
    - Under “Qualification” you record degrees, the board's decisions, and who handles cases independently.
    - You do not see anybody's cases or load.
help-title-relief = Relief
help-text-relief =
    “Weight model” shows what a case weighs and why. There are no pages of its own for relief yet.
help-title-coordinator = Coordinator
help-text-coordinator =
    “Weight model” shows what a case weighs and why. There are no pages of its own for coordination yet.
help-title-safety-representative = Safety representative
help-text-safety-representative =
    You see where it has been too heavy for long.

    - The figures are by unit and are not shown for groups of fewer than five people.
    - You see how many dialogues are overdue, and whether what was agreed was done.
    - There is no list of names in order of load.
help-title-administrator = Administrator
help-text-administrator =
    Under “Administration” is what you look after: people, the organisation, accounts and roles, actions, settings, the log and the review of looks. “Import” takes in lists, and “Weight model” shows what cases weigh. Backups are made where the program is installed.

    - A new password is shown once. The person chooses an own one when signing in the first time.
    - Roles have a first and a last day. What has held already does not change.
    - Review the looks regularly: draw, go through them and sign.
    - An import is tried first: you see which rows are rejected before anything is stored. Rows with an identity number are always rejected.
    - A new weight model begins as a draft. See what it would do for each unit before you adopt it, with a reason.
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

## Signing in through the municipality's own provider

openid-name = the municipality's sign-in
openid-sign-in = Sign in with { $name }
openid-or-password = Sign in with a password
openid-or-password-text = For you who have been given a user name and a password for Tyngdpunkt.
openid-again = Try again
openid-as-somebody-else = Sign in as somebody else
openid-with-password = Sign in with a password instead
openid-number = Give this number if you tell whoever runs the system about it: { $number }
openid-refused-not-begun-title = The sign-in was not finished
openid-refused-not-begun-text = It began in another browser, took more than ten minutes or is already finished. You are not signed in. Try again; it usually works.
openid-refused-broken-off-title = The sign-in was broken off
openid-refused-broken-off-text = You did not sign in with { $name }, or did not agree to your details being sent here. Try again if you want to sign in.
openid-refused-no-title = You could not be signed in
openid-refused-no-text = The answer from { $name } was no. Try again. If it does not help, tell whoever runs the system.
openid-refused-untrusted-title = You are not signed in
openid-refused-untrusted-text = The answer from { $name } could not be trusted, so we did not take it. Try again. If it happens once more, tell whoever runs the system.
openid-refused-down-title = The sign-in does not answer
openid-refused-down-text = We get no answer from { $name } just now. Wait a while and try again.
openid-refused-odd-title = The sign-in is not set up right
openid-refused-odd-text = Tyngdpunkt and { $name } do not understand each other. There is nothing you can do about it: tell whoever runs the system.
openid-refused-unknown-title = You have no account in Tyngdpunkt
openid-refused-unknown-text = You are signed in with { $name }, but no account here is yours. Ask your manager or whoever runs the system for an account.
openid-refused-taken-title = The account belongs to somebody else
openid-refused-taken-text = The account with your name has been used by somebody else at { $name }. Tell whoever runs the system, who can make it yours.
openid-refused-disabled-title = Your account is out of use
openid-refused-disabled-text = Signing in with { $name } worked, but the account in Tyngdpunkt is closed. Ask whoever runs the system for help if you should be able to use it.
openid-signed-out-title = You are signed out of Tyngdpunkt
openid-signed-out-text = Now we sign you out of { $name } too. If it does not go on by itself, press the button.
openid-sign-out-there = Sign out of { $name }

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

## The dialogue

dialogue-title = Dialogue
dialogue-lead-own = The talk about your load in { $month }. You and your supervisor see the same page.
dialogue-lead = The talk with { $name } about the load in { $month }. You both see the same page.
dialogue-is-draft = It is a draft since { $day }. Neither of you has concluded it yet.
dialogue-you-have-concluded = You concluded your part on { $day }. It is a draft until the other has concluded too. If either of you changes something, you need to conclude again.
dialogue-person-has-concluded = The caseworker concluded the own part on { $day }. When you conclude, it cannot be changed any more. If you change something, the caseworker needs to conclude again.
dialogue-supervisor-has-concluded = The supervisor concluded the own part on { $day }. When you conclude, it cannot be changed any more. If you change something, the supervisor needs to conclude again.
dialogue-is-concluded = You have both concluded the dialogue, on { $day }. It cannot be changed.
dialogue-corrects = This is version { $version }. It corrects version { $before }, which is kept further down.
dialogue-is-corrected = This is version { $version } and it has been corrected: version { $latest } is further down.
dialogue-saved = The draft is saved.
dialogue-one-concluded = You have concluded your part. When the other has concluded too, the dialogue cannot be changed any more.
dialogue-both-concluded = You have both concluded the dialogue. What you agreed shows on your pages until it is done.
dialogue-followed-up = What came of the actions is saved.
dialogue-unsaved = What you had written was not saved
dialogue-plan-required = Therefore you need to agree on at least one action before you conclude.
dialogue-plan-reminder = At least one action is needed before you conclude.
dialogue-plan-missing = Choose at least one action with who and when. It is needed before this dialogue can be concluded. If you only want to save, choose “Save the draft”.
dialogue-months = The months side by side
dialogue-nothing-before = There is no earlier measurement to compare with.
dialogue-measure = Measure
dialogue-change = Change
dialogue-same = the same
dialogue-changed = changed
dialogue-more = { $amount } more
dialogue-less = { $amount } less
dialogue-percentage-points = { $amount } percentage points
dialogue-points = { $amount } points
dialogue-steps = { $amount } steps
dialogue-hours = { $amount } hours
dialogue-pieces = { $amount }
dialogue-all-points = Points together
dialogue-capacity = Capacity
dialogue-case-changes = { $count ->
        [0] The cases are the same as last time
        [one] One change among the cases
       *[other] { $count } changes among the cases
    }
dialogue-no-case-changes = The same cases, in the same phases and with the same effort factors.
dialogue-case = { $reference }: { $what }
dialogue-case-new = is new ({ $kind })
dialogue-case-gone = is no longer held ({ $kind })
dialogue-case-moved = is now { $kind }
dialogue-case-factor = { $factor }, before { $before }, now { $now }
dialogue-does-not-count = does not count
dialogue-wrong = This is what the caseworker says is wrong in the cases. The supervisor deals with it on the caseworker's page.
dialogue-earlier-title = What you agreed last time
dialogue-notes-title = Notes
dialogue-notes = What you came to
dialogue-notes-hint = Keep it short. Nothing about clients or about anybody's health: no names, no identity numbers. When you have both concluded, the notes may be a public document.
dialogue-no-notes = No notes.
dialogue-identity-number = The text contained a personal identity number. The line where it stood is removed, and nothing has been saved. Read the rest and save again.
dialogue-agreed-title = What you agree
dialogue-agreed-then = What you agreed
dialogue-agreed-hint = Choose an action in each row, who sees to it and by when. When you save, another empty row appears. To remove an action, choose “No action”.
dialogue-nothing-agreed = No actions.
dialogue-action-number = Action { $count }
dialogue-no-action = No action
dialogue-what = Action
dialogue-what-to-do = What is to be done?
dialogue-who = Who
dialogue-when = By
dialogue-choose-kind = Choose which action it is, or empty the row.
dialogue-choose-owner = Choose who sees to it.
dialogue-choose-day = Choose a date from { $first } to { $last }.
dialogue-conclude-title = Save or conclude
dialogue-conclude-text = A draft can be continued by both of you. Each of you concludes; when both have, the dialogue cannot be changed, only corrected in a new version.
dialogue-save = Save the draft
dialogue-conclude = Save and conclude my part
dialogue-conclude-both = Conclude my part
dialogue-changed-meanwhile = The other has saved since you opened the page, so yours was not saved. Your text is kept in the form. Read below what is saved, put it together in the form and save again.
dialogue-concluded-meanwhile = You have both concluded the dialogue already, so it cannot be changed. If something needs to be corrected, the button is further down.
dialogue-theirs = This is what is saved now
dialogue-follow-up = Save what came of them
dialogue-correct-title = Does something need to be corrected?
dialogue-correct-text = The correction is a new version that you both conclude. This version stays as it is.
dialogue-correct = Correct in a new version
dialogue-others = Other dialogues
dialogue-other-concluded = { $month }, version { $version }: concluded
dialogue-other-draft = { $month }, version { $version }: draft
dialogue-to-load-of = To the load of { $name }
action-open = Not done yet
action-done = Done
action-not-done = Not done
action-late = Overdue
action-due = by { $day }
action-done-on = Done, { $day }
action-not-done-on = Not done, { $day }: { $why }
action-who-when = { $owner }, by { $day }. { $late }
action-why = If it was not done: why?
action-no-reason = Write why it was not done. One sentence is enough.
action-choose-outcome = Choose what came of the action. A reason can only be given when it is not done.
due-differs = { $count ->
        [one] The own rating and the band lie one step apart.
       *[other] The own rating and the band lie { $count } steps apart.
    }
due-too-much = The load has been too much since { $since }, for so long that the weight model requires a talk.
due-at-head = The head now sees that a dialogue is overdue, without names.
standing-title = Dialogue
standing-due = A dialogue is due now
standing-measure = You have not done the measurement for { $month } yet. It takes about ten minutes.
standing-not-measured = The caseworker has not done the measurement for { $month } yet.
standing-draft = Go on with the draft about { $month }
standing-waits-for-you = The dialogue about { $month } waits for you to conclude it
standing-last = The last concluded dialogue, about { $month }
standing-none = No dialogue is begun or concluded.
standing-begin = Begin the dialogue
standing-actions = Agreed actions
standing-no-actions = No actions are open.
standing-state = State
standing-wrong-title = Said to be wrong in the cases
standing-wrong = { $reference }: { $factor } (the measurement for { $month })
standing-settled = The supervisor has dealt with it, { $day }
standing-settle = Dealt with
standing-settle-this = Dealt with: { $what }
measurement-said-wrong = you have said that it is wrong
measurement-back-to-saved = To the month's measurement
measurement-to-dialogue = To the dialogue
team-due = Dialogues that are due
team-due-since = Due since { $day }.
team-begin-with = Begin the dialogue with { $name }
team-go-on-with = Go on with the dialogue with { $name }
team-lead-by-need = The load on { $day }, those with most first: to see where something is needed, not to compare people.
team-by-name = Show in order of names
team-by-need = Show those with most first
team-not-on-paper = In this order the list is not printed. Show it in order of names first.
team-trend = The year
team-trend-of = The load of { $name } in the last year
team-talk = Dialogue and actions
team-rating = { $rating } ({ $month })
team-draft = draft since { $day }
team-actions = { $count ->
        [one] one open action
       *[other] { $count } open actions
    }
team-late-actions = { $count ->
        [one] one overdue
       *[other] { $count } overdue
    }
team-remarks = { $count ->
        [one] one effort factor said to be wrong
       *[other] { $count } effort factors said to be wrong
    }
units-weeks-title = Week by week
units-weeks-description = The share with a high or too high load in each team and week.
units-weeks-text = How much of the team had a high or too high load in the week. Chequered: half or more. Striped: at least a quarter. Plain: fewer. A dash is a team too small to be shown.
units-week = w{ $count }
units-share = { $count }%
units-talks-text = Dialogues and actions are those of the last year: overdue dialogues, and what came of what was agreed in them.
units-overdue = Overdue dialogues
units-actions = Actions
units-no-actions = none
units-actions-done = { $count ->
        [one] one done
       *[other] { $count } done
    }
units-actions-not-done = { $count ->
        [one] one not done
       *[other] { $count } not done
    }
units-actions-late = { $count ->
        [one] one overdue
       *[other] { $count } overdue
    }
units-actions-open = { $count ->
        [one] one under way
       *[other] { $count } under way
    }
## Administration

place-administration = Administration
administration-title = Administration
administration-lead = This is what you look after. Everything you change is noted in the event log with your name and the time.
administration-back = To the administration
administration-save = Save
administration-part-people = People
administration-part-people-text = Who works where and how much, with their duties and reductions. No cases and no loads.
administration-part-qualification = Qualification
administration-part-qualification-text = Who lacks the qualification for cases about children, and what they hold all the same. Degrees, decisions, languages and districts.
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
event-kind-case-assign = Case given
event-kind-case-reassign = Case moved to another caseworker
event-kind-case-need = Need of a case stated
event-kind-case-need-end = Need of a case ended
event-kind-qualification-record = Qualification, language or district recorded
event-kind-qualification-end = Qualification, language or district ended
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
setting-not-about-children = Case types that are not about children
setting-not-about-children-hint = Write the weight model's names of the types, with commas between them. All other types require the qualification by chapter 25, section 1 of the Social Services Act.

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
## Importing lists

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
## The next case

next-case-title = Who shall have { $reference }?
next-case-no-model-title = Who shall have the case?
next-case-kind = { $kind }, { $points } points
next-case-not-weighed = { $kind }. The weight model has no row for this kind of case, so it counts as no points here.
next-case-waits = The case has no caseworker and has waited { $waited }.
next-case-held = { $name } has the case.
next-case-held-load = { $name } has the case. The load is { $load } today ({ $band }).
next-case-need-language = The caseworker needs to speak { $language }.
next-case-need-district = The case lies in the district { $district }.
next-case-need-locked = The case is locked to its caseworker: { $why }.
next-case-who = Who shall have the case?
next-case-who-takes-over = Who shall take over the case?
next-case-order = The suggestions stand in order, with the reasons for and against. They are about this one case and no ranking. You decide.
next-case-not-on-paper = The suggestions are not printed: they are no ranking of people.
next-case-for = For:
next-case-against = Against:
next-case-load = Load { $now } today, { $after } with the case.
next-case-see = See how things are for { $name }
next-case-others = { $count ->
        [one] One more in the team cannot have the case: see why
       *[other] { $count } more in the team cannot have the case: see why
    }
next-case-why-otherwise = Why another than the first?
next-case-reason-hint = Only needed when you choose another than the first. The reason is kept in the log.
next-case-first-needs-none = I choose the first
next-case-why-move = Why is the case moved?
next-case-choose-why = Choose a reason
next-case-from = From
next-case-give = Give the case
next-case-move = Move the case
next-case-back = Back to the team
next-case-move-this = Move { $reference } to somebody else
next-case-given = { $reference } goes to { $name } from { $day }. { $name } is asked on the own page and can answer “not now”.
next-case-reason-unallocated = The case waited for a caseworker
next-case-reason-overload = The caseworker has too much
next-case-reason-leaving = The caseworker leaves
next-case-reason-absence = The caseworker is away
next-case-reason-siblings = Siblings are there already
next-case-reason-language = The language
next-case-reason-experience = Experience of such cases
next-case-reason-family-asked = The family or the child asked for it
next-case-reason-worker-asked = The caseworker asked for it
next-case-reason-unit = The case goes to another unit
next-case-reason-other = Another reason
next-case-no-capacity = can carry nothing today
next-case-said-not-now = said “not now” to the case on { $day }: { $why }
next-case-siblings = { $count ->
        [one] has a sibling’s case already
       *[other] has { $count } siblings’ cases already
    }
next-case-speaks = speaks { $language }
next-case-room = { $points } points of room afterwards
next-case-room-over = { $points } points above capacity afterwards
next-case-away = is not at work from { $day }
next-case-new-none = no new case in the last seven days
next-case-new = { $count ->
        [one] one new case in the last seven days
       *[other] { $count } new cases in the last seven days
    }
next-case-new-full = { $count ->
        [one] has been given a new case in the last seven days already (guide: at most one for six open)
       *[other] has been given { $count } new cases in the last seven days already (guide: at most one for six open)
    }
next-case-introduction = { $count ->
        [one] has been one month in the profession and shall carry at most { $share } of a full capacity
       *[other] has been { $count } months in the profession and shall carry at most { $share } of a full capacity
    }
next-case-deadlines = { $count ->
        [one] one deadline falls within seven days
       *[other] { $count } deadlines fall within seven days
    }
next-case-experience = { $count ->
        [one] has held one such case in the last three years
       *[other] has held { $count } such cases in the last three years
    }
next-case-obstacle-not-qualified-degree = lacks the degree that { $section } { $act } requires for the task
next-case-obstacle-not-qualified-decision = has a degree that the board has not decided about, so that it does not count by { $section } { $act }
next-case-obstacle-not-this-worker = shall not have the case, as was decided
next-case-obstacle-locked = the case is locked to its caseworker: { $why }
next-case-obstacle-language = does not speak { $language }: an interpreter is needed
next-case-obstacle-district = does not work in the district { $district }
next-case-rule-answer = Stands before the next, who has answered “not now”.
next-case-rule-siblings = Stands before the next because the siblings are here.
next-case-rule-needs = Stands before the next for the language or the district.
next-case-rule-band = Stands before the next, who would come to a higher band.
next-case-rule-presence = Stands before the next, who is soon not at work.
next-case-rule-new-cases = Stands before the next, who has had a share of the week’s new cases.
next-case-rule-introduction = Stands before the next, who is new in the profession.
next-case-rule-deadlines = Stands before the next, who has many deadlines this week.
next-case-rule-experience = Stands before the next by experience of such cases.
next-case-rule-load = Stands before the next because the load will be lower.
next-case-rule-name = Nothing tells the two apart: they stand by name.
next-case-trouble-nobody = No other caseworker is in service in the team today. Ask another team, or check the employments of the units under Administration.
next-case-trouble-locked = The case is locked to its caseworker: { $why }. Take the lock away on the page of the case if it no longer holds; else the case stays.
next-case-trouble-locked-over = The caseworker has too much: move another case that is not locked instead, or let somebody be co-handler.
next-case-trouble-nobody-qualified = Nobody in the team is qualified for the task by { $section } { $act }. Give the case to a team where somebody is. A supervised co-handler may be unqualified.
next-case-trouble-no-capacity = Nobody in the team can carry anything today. Ask another team, or see whether somebody’s reduction was entered for too long.
next-case-trouble-nobody-may = Nobody in the team can have the case as things are. See below what stands in the way of each, and change what can be changed.
next-case-trouble-all-over = Whoever gets the case would have too much. Move something first, ask another team, or take it up with your head.
next-case-nobody-chosen = Choose who shall have the case.
next-case-no-reason = Choose why you take another than the first.
next-case-no-reason-to-move = Choose why the case is moved.
next-case-no-day = Write a day from today and at most { $count } days ahead (YYYY-MM-DD).
next-case-not-now-too-much = there is too much already
next-case-not-now-deadlines = deadlines fall at the same time
next-case-not-now-away = soon not at work
next-case-not-now-partial = partial, or knows somebody in the case
next-case-not-now-experience = lacks the experience that is needed
next-case-not-now-other = something else, to be talked about
team-give-to = Give
team-give = Who shall have it?
team-give-this = { $reference }: Who shall have it?
team-not-now = { $name } said “not now” on { $day }: { $why }
given-title = Answer about the case you were given
given-heading = You were given a case
given-new = { $reference } ({ $kind }), from { $day }, by { $by }.
given-moved = { $reference } ({ $kind }), which is moved to you from { $day }, by { $by }.
given-take = I take it
given-take-this = I take it: { $reference }
given-not-now = Not now …
given-not-now-this = Not now … ({ $reference })
given-not-now-means = If you answer “not now” the case goes back to your supervisor, who sees your reason and decides who gets it. Nobody else gets it by itself.
given-why = Why not now?
given-why-hint = Choose what comes closest. Write nothing about the client; the rest you take by word of mouth.
given-send-not-now = Answer “not now”
given-no-reason = Choose why you cannot take the case now.
given-answered-taken = You have taken the case.
given-answered-not-now = You answered “not now”: { $why }. The case is back with your supervisor.
given-back = Back to My load
event-kind-case-answer = Answer about a case given
api-answer = The answer is neither taken nor not-now.
api-answer-remedy = Write “taken” or “not-now”.
api-answer-reason = The reason does not fit the answer.
api-answer-reason-remedy = With not-now one of the reasons in the description shall stand, with taken none.
api-answered = It is answered already.
api-answered-remedy = An answer is not changed. Talk to the supervisor.

## The API for programs

api-status-400 = Malformed request
api-status-401 = No valid token
api-status-403 = Not with this token
api-status-404 = There is no such thing
api-status-405 = Not in this way
api-status-409 = It cannot be done as things stand
api-status-413 = Too large
api-status-415 = Another media type is needed
api-status-422 = Refused by a rule
api-status-500 = A fault in the program
api-status-503 = Not just now

api-not-found = There is no such thing, or it is not for this token.
api-not-found-remedy = Check the address and the id, and that the token has the role that it takes.
api-method-not-allowed = The address cannot be asked for in this way.
api-method-not-allowed-remedy = The header Allow says in which ways it can be.
api-malformed = What was sent is not as /api/openapi.json says.
api-malformed-remedy = Correct what stands in faults and send it again. Nothing has been stored.
api-refused = What was sent is well formed, but a rule refuses it.
api-refused-remedy = Correct what stands in faults and send it again. Nothing has been stored.
api-other-site = A browser sent this from another site.
api-other-site-remedy = Ask from a program, not from a page of another site.
api-too-large = More was sent than is read.
api-too-large-remedy = Send it in several parts, or have the operator raise largest_body. Nothing has been stored.
api-too-slow = It took too long.
api-too-slow-remedy = Send it again with the same Idempotency-Key: what was done is not done again.
api-unavailable = The database does not answer, or somebody else has been writing for too long.
api-unavailable-remedy = Wait a moment and send it again with the same Idempotency-Key.
api-internal = Something went wrong in the program.
api-internal-remedy = Tell whoever runs the system the number in request_id.

api-unsure = The connection to the database was lost while it was being stored.
api-unsure-remedy = Look whether it is there, or send it again with the same Idempotency-Key: what was done is not done again.
api-changed = It was changed since you read it.
api-changed-remedy = Read it again and send what you want to say with its new mark. Nothing has been stored.
api-no-owner = Only the two who talk can own an action.
api-no-owner-remedy = Name the person or the supervisor.
api-no-display = The name as shown has 1 to 80 characters.
api-no-display-remedy = Give it such a name.
api-last-administrator = Nobody could administer accounts any more.
api-last-administrator-remedy = Give somebody else the role first.
api-overlapping = The account has the role already from { $from }.
api-overlapping-remedy = End the other first, or choose other days.
api-same-version = This version of the model was adopted from { $day }.
api-same-version-remedy = Give the changed model a version of its own.
api-no-token = There is no token in the header Authorization.
api-no-token-remedy = Send Authorization: Bearer and the token. An administrator issues tokens.
api-refused-token = The token does not count: it is misspelt, has expired or was revoked.
api-refused-token-remedy = Check that the whole token was sent, or have an administrator issue a new one.
api-read-only = The token may only read.
api-read-only-remedy = Have an administrator issue one that may write.
api-key = The header Idempotency-Key has 1 to { $maximum } visible ASCII characters, and stands once.
api-key-remedy = Make one new random key for each thing to be done, for instance a UUID.
api-key-under-way = A request with this Idempotency-Key is under way.
api-key-under-way-remedy = Wait a moment and send the same again.
api-key-done = The request with this Idempotency-Key was done; its answer is not kept. Entry in the event log: { $event }
api-key-done-remedy = Read what it made. If it issued a token, revoke that one and issue another with a new key.
api-key-reused = This Idempotency-Key was used for another request.
api-key-reused-remedy = Make a new key for each thing to be done.
api-not-json = The body is not application/json.
api-not-json-remedy = Send JSON with the header Content-Type: application/json.
api-not-csv = The body is not text/csv.
api-not-csv-remedy = Send the file with the header Content-Type: text/csv.

api-no-json = The body cannot be read as JSON from line { $line }, column { $column } on.
api-no-json-remedy = Correct it there.
api-missing = It is missing.
api-missing-remedy = Add it.
api-unknown-field = There is no such field or parameter.
api-unknown-field-remedy = Check the spelling in /api/openapi.json, or leave it out.
api-twice = It stands twice.
api-twice-remedy = Leave one of them out.
api-wrong-value = The value is of another kind than the one described.
api-wrong-value-remedy = See in /api/openapi.json what can stand there. A day is written 2026-10-31.
api-nul = It contains a character of the value zero, which cannot be stored.
api-nul-remedy = Take it out.
api-limit = It is a number up to { $maximum }.
api-limit-remedy = Send a number within that.
api-no-cursor = It is no place in this list.
api-no-cursor-remedy = Send what next of the page before said, or leave it out to begin.
api-no-reference = It refers to something that is not there.
api-no-reference-remedy = Check the ids.
api-other-month = The day lies outside the month.
api-other-month-remedy = Send a day within it.
api-identity-number = The text contains a personal identity number.
api-identity-number-remedy = Take it out. Nothing about clients belongs here.
api-too-long = It has 1 to { $maximum } characters.
api-too-long-remedy = Shorten it, or fill it in.
api-too-many = There are 1 to { $maximum } of them.
api-too-many-remedy = Send as many as that at a time.
api-frozen = A dialogue about the month is concluded, which froze it.
api-frozen-remedy = Correct it in a new version of the dialogue.
api-concluded = The dialogue is concluded, which froze it.
api-concluded-remedy = Open the dialogue of the measurement again: that makes a new version.
api-plan-missing = A plan is required here, and nothing was agreed.
api-plan-missing-remedy = Agree on at least one action in the draft first.
api-no-kind = The catalogue has no such action, or no longer offers it.
api-no-kind-remedy = Choose one from /api/v1/action-kinds.
api-no-reason = What was not done must have a reason.
api-no-reason-remedy = Say why.
api-name-taken = The name is taken.
api-name-taken-remedy = Choose another.
api-no-name = A name is letters, figures and . - _ @, one to eighty of them.
api-no-name-remedy = Correct it.
api-no-unit = There is no such unit.
api-no-unit-remedy = Choose a code from /api/v1/units.
api-backwards = It would end before it begins, on { $from }.
api-backwards-remedy = Send a later day.
api-no-model = No weight model counts on { $day }.
api-no-model-remedy = Ask about another day, or adopt a model.
api-days-backwards = The first day lies after the last.
api-days-backwards-remedy = Send them the other way round.
api-days-too-many = More than { $maximum } days are asked for.
api-days-too-many-remedy = Ask for a part at a time.
api-rating = A rating is 1 to 5.
api-rating-remedy = Send a whole number from 1 to 5.
api-flex = A flex balance is at most { $maximum } minutes, plus or minus.
api-flex-remedy = Check that it is minutes.
api-no-id = An id is small letters, figures and -, at most sixty.
api-no-id-remedy = Correct it.
api-no-model-text = The text is no weight model; the first fault stands in line { $line }, column { $column }.
api-no-model-text-remedy = Check it with tyngdpunkt model check, which says what is wrong.
api-same-day = Another version counts from the same day, { $day }.
api-same-day-remedy = Give the new one another day.
api-token-until = A token counts until a day from { $first } to { $last }.
api-token-until-remedy = Send a day within that.
api-list-name = It cannot be the name of a list.
api-list-name-remedy = Use the name that the file would have, without folders.
api-list-twice = Two lists have this name.
api-list-twice-remedy = Send them as one, or give one another name.
api-no-mapping = There is no such mapping. Known: { $known }
api-no-mapping-remedy = Choose one of those.
api-no-list = The mapping knows none of the lists by its name. It reads: { $names }
api-no-list-remedy = Call the list so.
api-list-unreadable = { $list } cannot be read as a list with headings.
api-list-unreadable-remedy = Export it again as CSV or XLSX, and check that it has headings and rows.
api-list-column = { $list } has no column { $column }, which the mapping reads.
api-list-column-remedy = Add it to the list, or correct the mapping.
api-list-column-twice = { $list } has the column { $column } more than once.
api-list-column-twice-remedy = Rename or remove one of them.
api-older-export = A later export of the same system, of { $latest }, came in before; this one is of { $exported }.
api-older-export-remedy = Send the latest export.
api-own-token = A token cannot revoke itself.
api-own-token-remedy = Issue another, and revoke this one with that.

# Tokens for programs
administration-part-tokens = Tokens for programs
administration-part-tokens-text = What other systems may read and write through the API. New tokens, and revoking them.
tokens-title = Tokens for programs
tokens-lead = A token lets another system ask or hand over facts without anybody signing in. It may do only what its role may, and what it does stands in the event log under the token’s name.
tokens-description = Description for programmers
tokens-none = There are no tokens.
tokens-counts = Valid to { $day }
tokens-ended = Was valid to { $day }
tokens-revoked = Revoked { $day }
tokens-issued = Issued { $day } by { $by }
tokens-never-used = Never
tokens-may = What the token may do
tokens-may-read = Only read
tokens-may-write = Read and write
tokens-no-reach = Choose whether the token may only read.
tokens-issue = Issue a token
tokens-name-hint = The name of the program. Letters, figures and . - _ @. It stands in the logs and cannot be changed.
tokens-role-hint = Give the role that sees least and is enough. Import takes an administrator.
tokens-person-hint = Only if the program is to read a certain person’s own load: employment number or name. Otherwise leave it empty.
tokens-ends-hint = At most { $longest } years ahead.
tokens-until = The last day can be from { $first } to { $last }.
tokens-revoke = Revoke
tokens-revoke-named = Revoke the token { $name }
tokens-revoke-text = A revoked token stops counting at once and cannot be opened again. If it is needed after all, issue a new one.
tokens-told-title = The token is issued
tokens-told = The token { $name } is valid to { $until }.
tokens-told-once = Put it where the program keeps its secrets. It is shown this once and can never be read again.
tokens-told-how = The program sends it in the header Authorization: Bearer.
tokens-back = To all tokens
## Qualification and what a case needs

dated-what = Fact
dated-which = What
dated-end = End a fact
qualification-word = Qualification
qualification-title = Qualification
qualification-of = Qualification, languages and districts: { $name }
qualification-lead = To assess, investigate and follow up cases about children and young people takes a degree in social work, or another degree that the board has found relevant ({ $section }). Here stand those who lack it, or whose degree is not known.
qualification-held-without = { $count ->
        [one] One case is held by somebody who is not qualified, or whose degree is not known.
       *[other] { $count } cases are held by people who are not qualified, or whose degree is not known.
    }
qualification-see = See which
qualification-nobody = Nobody lacks the qualification.
qualification-what-to-do = Whoever is not qualified can be co-handler beside a qualified caseworker. HR records degrees and the board's decisions on the person's page.
qualification-degree = Degree
qualification-missing = What is missing
qualification-held = Cases all the same
qualification-held-of = { $name }: { $count }
qualification-held-case = { $kind }, for { $days }, { $section }
qualification-missing-unknown = the degree is not known
qualification-missing-degree = there is no degree
qualification-missing-decision = the board has not decided that the degree is relevant
qualification-lacking = Not qualified for cases about children: { $missing }.
qualification-by-degree = Qualified by degree: { $degree }.
qualification-by-decision = Qualified by the board's decision, from { $day }. Degree: { $degree }.
qualification-degree-social_work = social work
qualification-degree-foreign_certified = foreign degree with certificate
qualification-degree-behavioural_science = behavioural science
qualification-degree-other = another degree
qualification-degree-none = no degree
qualification-imported = { $degree }, by the staff system
qualification-independent-since = Handles cases independently since
qualification-recorded = Recorded here
qualification-open = See and change
qualification-back = To the person's page
qualification-who-records = HR records degrees, decisions and independence. The supervisor records languages and districts.
qualification-kind-degree = Degree
qualification-kind-decision = The board's decision
qualification-kind-independent = Handles cases independently
qualification-kind-language = Language
qualification-kind-district = District
qualification-add-degree = Record a degree
qualification-add-decision = Record the board's decision
qualification-add-independent = Record that the person handles cases independently
qualification-add-language = Add a language
qualification-add-district = Add a district
qualification-hint-degree = Counts instead of the one in the staff system, from the first day.
qualification-hint-decision = The number of the decision, such as SN 2026/114. The board has found the degree relevant.
qualification-hint-independent = The board answers for that whoever handles cases independently has enough experience.
qualification-hint-language = A language beside Swedish, such as Arabic.
qualification-hint-district = A district that the person works in. Whoever has no district works in all.
qualification-empty = Fill in the field.
qualification-long = Write less, at most { $longest } characters.
qualification-no-degree = Choose a degree in the list.
qualification-overlapping = It is recorded already, { $period }. End that first, or choose other days.
qualification-task-assessment = assess whether an investigation shall be opened
qualification-task-investigation = investigate
qualification-task-follow-up = follow up what was decided
qualification-task-any = handle the case
allocation-not-qualified = This person may not { $task }: { $missing } ({ $section }). Choose a qualified caseworker, or let the person be co-handler. HR records degrees and decisions.
allocation-not-this-worker = It is decided that the case shall not go to this person. Choose somebody else, or end that need first.
allocation-locked = The case shall stay with its caseworker ({ $why }). Unlock it first if it is to be moved all the same.
allocation-language = The case needs somebody who speaks { $language }.
allocation-district = The case lies in { $district }, where this person does not work.
allocation-not-open = The case is not open on { $day }. Choose a day when it is.
allocation-already-held = { $name } has it already.
allocation-not-held = This person does not have the case on { $day }. Load the page again and see who does.
allocation-already-moving = It is decided already that the case goes to { $name } on { $day }.
allocation-not-employed = This person is not employed on { $day }. Choose somebody else, or another day.
allocation-needs = Needs
allocation-needs-of = Needs of case { $reference }
allocation-needs-lead = What stands here decides who is suggested. Locked and “not this person” also keep the case from being given. Write nothing about the client.
allocation-held-by = { $kind }: { $name }
allocation-held-by-nobody = { $kind }: waits for a caseworker
allocation-back = To the team
allocation-choose = Choose in the list.
allocation-need-language = Language
allocation-need-district = District
allocation-need-locked = Locked
allocation-need-not_worker = Not this person
allocation-add-language = The case needs a language
allocation-add-district = The case lies in a district
allocation-add-locked = Lock the case with its caseworker
allocation-add-not_worker = The case shall not go to somebody
allocation-label-language = Language
allocation-label-district = District
allocation-label-locked = Why
allocation-label-not_worker = Who
allocation-hint-language = Such as Arabic. An interpreter can bridge it too, so it keeps nobody from the case.
allocation-hint-district = The same name as on the colleagues' pages.
allocation-hint-locked = The case is not moved as long as the lock lasts.
allocation-hint-not_worker = The reason is not stored.
allocation-lock-relation = the relation matters
allocation-lock-decision-near = a decision or hearing is near
allocation-lock-court = before a court
allocation-lock-promised = the family was promised it
allocation-lock-other = another reason
api-not-qualified = This person may not have the case by { $section }: { $missing ->
        [unknown] the degree is not known.
        [decision] the board has not decided that the degree is relevant.
       *[other] there is no degree.
    }
api-not-qualified-remedy = Give the case to somebody qualified, or make the person co-handler. HR records degrees and decisions.
api-not-this-worker = It is decided that the case shall not go to this person.
api-not-this-worker-remedy = Choose somebody else, or end that need first.
api-case-locked = The case is locked with its caseworker ({ $reason }).
api-case-locked-remedy = End the lock first, if the case is to be moved all the same.
api-case-language = The case needs somebody who speaks { $language }.
api-case-language-remedy = Choose somebody who does.
api-case-district = The case lies in { $district }, where this person does not work.
api-case-district-remedy = Choose somebody who does.
api-phase-not-open = The phase is not open on { $day }.
api-phase-not-open-remedy = Send a day when it is.
api-already-held = Somebody has it already.
api-already-held-remedy = Read the case again, and send whom it is moved from.
api-not-held = Whom it should be moved from does not have it on { $day }.
api-not-held-remedy = Read the case again, and send who has it.
api-already-moving = It is decided already that the case moves on { $day }.
api-already-moving-remedy = Wait for that day, or choose a later one.
api-not-employed = This person is not employed on { $day }.
api-not-employed-remedy = Choose somebody else, or another day.
api-no-degree = There is no such degree.
api-no-degree-remedy = Send social_work, foreign_certified, behavioural_science, other or none.
api-recorded = It is recorded already from { $from }.
api-recorded-remedy = End that first, or choose other days.
api-no-lock-reason = There is no such reason for a lock.
api-no-lock-reason-remedy = Send relation, decision-near, court, promised or other.
api-no-allocation-reason = There is no such reason.
api-no-allocation-reason-remedy = Send one of the reasons in the description.
api-moved-as-co = Only a main caseworker can be replaced by somebody else.
api-moved-as-co-remedy = Send main, or leave out whom it is moved from.
## Rebalance

rebalancing-title = Rebalance
rebalancing-lead = When somebody has too much, leaves or goes on leave, Tyngdpunkt finds the fewest handovers that bring everybody within a limit. Each handover costs a child a relation. You decide about every case: nothing moves by itself.
rebalancing-open = Plans under way
rebalancing-closed = Earlier plans
rebalancing-begin = Make a plan
rebalancing-no-units = There is no unit to make a plan for.
rebalancing-why = Why
rebalancing-occasion-over = Somebody has too much
rebalancing-occasion-over-hint = Everybody comes within the limit.
rebalancing-occasion-leaves = Somebody leaves, or a team is closed
rebalancing-occasion-leaves-hint = They hand over all their cases.
rebalancing-occasion-leave = Somebody is away for a while
rebalancing-occasion-leave-hint = Parental leave, studies, fewer hours.
rebalancing-occasion-split = A team is divided in two
rebalancing-occasion-split-hint = You choose which people and which kinds of cases belong to the first.
rebalancing-which-units = Who takes part
rebalancing-which-units-hint = Cases can move between all who take part. Choose one or more.
rebalancing-whole = The whole municipality
rebalancing-go-on = Go on
rebalancing-made = Made { $moment } by { $actor }. About { $units }.
rebalancing-due-today = There are cases to hand over today.
rebalancing-state-impossible = No plan could be made
rebalancing-state-closed = closed
rebalancing-handovers = { $count ->
        [0] no handovers
        [one] one handover
       *[other] { $count } handovers
    }
rebalancing-count-proposed = { $count ->
        [one] one move to decide
       *[other] { $count } moves to decide
    }
rebalancing-count-accepted = { $count ->
        [one] one accepted
       *[other] { $count } accepted
    }
rebalancing-count-done = { $count ->
        [one] one carried out
       *[other] { $count } carried out
    }
rebalancing-plan-over = Everybody within the limit, { $day }
rebalancing-plan-leaves = Somebody leaves, { $day }
rebalancing-plan-leave = Somebody is away from { $day }
rebalancing-plan-split = The team is divided, { $day }
rebalancing-and = { $first } and { $last }
rebalancing-and-more = { $first } and { $count } more
rebalancing-new-title = New plan
rebalancing-new-over = Everybody shall be within the limit on the day you choose.
rebalancing-new-leaves = Whoever leaves hands over all cases, and everybody else shall be within the limit.
rebalancing-new-leave = Whoever is away carries less meanwhile, and everybody shall be within the limit.
rebalancing-new-split = The first team holds its kinds of cases and the second the rest. Everybody shall be within the limit.
rebalancing-about-units = The plan is about { $units }.
rebalancing-other-units = Choose something else
rebalancing-people-over = Who has too much?
rebalancing-people-leaves = Who leaves?
rebalancing-people-leave = Who is away?
rebalancing-people-split = Who belongs to the first team?
rebalancing-kinds = Which cases belong to the first team?
rebalancing-kinds-hint = Everything else belongs to the second. Siblings stay together.
rebalancing-day = Which day
rebalancing-day-hint = The day by which it shall be so. What everybody can carry is counted for that day.
rebalancing-until-hint = Leave it empty when it is not known.
rebalancing-keeps = How many per cent of the capacity are left?
rebalancing-keeps-hint = 0 means wholly away.
rebalancing-limit = Highest load, in per cent
rebalancing-limit-hint = The weight model's limit for a high load is { $usual }. A higher limit takes fewer handovers.
rebalancing-first = First day on which a case may be handed over
rebalancing-first-hint = Begin in good time.
rebalancing-pace = At most so many cases a week to one person
rebalancing-pace-hint = A child and a new caseworker need time to meet. Siblings are handed over together.
rebalancing-unallocated = Cases that nobody holds
rebalancing-unallocated-yes = Give them out too
rebalancing-takes-a-while = For a team it takes about a second, for a whole municipality up to ten.
rebalancing-make = Make a plan
rebalancing-limit-range = The limit can be from { $least } to { $most } per cent.
rebalancing-day-range = Choose a day from today to a year from now.
rebalancing-first-past = Choose today or a later day.
rebalancing-nobody-chosen = Choose at least one person.
rebalancing-keeps-range = Write a number from 0 to less than 100. Whoever carries everything is not away.
rebalancing-until-before = The last day lies before the first.
rebalancing-no-kinds = Choose at least one kind of case.
rebalancing-no-model = No weight model is valid on that day. Choose another day, or ask the administrator to adopt a model.
rebalancing-not-in-units = One of those you chose is not in the units. Choose again.
rebalancing-pace-range = Write a whole number from 1 to { $most }.
rebalancing-sums = What it comes to
rebalancing-proposal = It is a proposal. No case changes hands before you carry out the move.
rebalancing-sum-handovers = { $count ->
        [0] No case changes hands.
        [one] One case changes hands.
       *[other] { $count } cases change hands.
    }
rebalancing-sum-nothing = Nothing needs to be moved.
rebalancing-sum-highest = The highest load goes from { $before } to { $after }.
rebalancing-sum-above = { $before ->
        [0] Nobody is above { $limit } today
        [one] One is above { $limit } today
       *[other] { $before } are above { $limit } today
    } and { $after ->
        [0] nobody afterwards.
        [one] one afterwards.
       *[other] { $after } afterwards.
    }
rebalancing-sum-proven = Fewer handovers are not possible: that is proven.
rebalancing-sum-bound = { $count ->
        [one] At least one handover is needed, whatever one does.
       *[other] At least { $count } handovers are needed, whatever one does.
    }
rebalancing-sum-stopped = Time ran out before everything was tried. A new plan may come out otherwise.
rebalancing-sum-late = The last one is handed over on { $last }, after the day of the plan. Raise the pace if that is too late.
rebalancing-no-load = none
rebalancing-impossible = It cannot be done with this limit
rebalancing-enough = With the limit { $limit } there is a plan.
rebalancing-together = All the work together is { $load } of what all together can carry. More people have to share it, or something has to wait.
rebalancing-again = Try again with another limit
rebalancing-hindrance-no-capacity = Nobody who takes part can be given cases on { $day }: nobody is a caseworker in service with capacity. Add more units or choose another day.
rebalancing-hindrance-nobody = Nobody who takes part can hold { $cases }. Add more units.
rebalancing-hindrance-nobody-by = Nobody who takes part may hold { $cases }: { $rules }. Add somebody who may, or change what is in the way.
rebalancing-hindrance-locked = { $name } holds { $cases }, which may not be moved, and that is { $needed } points too much for the limit { $limit }. Unlock something, relieve in another way or raise the limit.
rebalancing-hindrance-other-work = { $name } has so much besides own cases (duties, cases held as co-handler) that it is { $needed } points too much for the limit { $limit }. Relieve it, or raise the limit.
rebalancing-hindrance-too-large = { $cases } weighs { $points } points and fits nobody who may hold it. Nearest is { $name }, who would need room for { $needed } points more.
rebalancing-hindrance-each-too-large = { $cases } weigh { $points } points each and fit nobody who may hold them. Nearest is { $name }, who would need room for { $needed } points more for one of them.
rebalancing-hindrance-crowded = { $cases } weigh { $points } points together, but { $names } have room for { $room } only. { $needed } points are lacking.
rebalancing-hindrance-crowded-by = { $cases } weigh { $points } points together. Only { $names } may hold them ({ $rules } shuts others out), and there is room for { $room }. { $needed } points are lacking.
rebalancing-hindrance-lacking = No plan was found. It is enough if { $name } can carry { $points } points more.
rebalancing-rule-qualification = lacks the qualification that the law requires ({ $section })
rebalancing-rule-degree-unknown = has no degree recorded, and the law requires qualification ({ $section })
rebalancing-rule-language = does not speak the language that is needed
rebalancing-rule-district = does not work in the district
rebalancing-rule-not-this-worker = shall not hold the case, as was decided here
rebalancing-rule-gives-up = gives up all cases
rebalancing-rule-other-part = belongs to the other team
rebalancing-shut-out-qualification = { $count ->
        [one] one lacks the qualification that the law requires ({ $section })
       *[other] { $count } lack the qualification that the law requires ({ $section })
    }
rebalancing-shut-out-degree-unknown = { $count ->
        [one] one has no degree recorded, and the law requires qualification ({ $section })
       *[other] { $count } have no degree recorded, and the law requires qualification ({ $section })
    }
rebalancing-shut-out-language = { $count ->
        [one] one does not speak the language that is needed
       *[other] { $count } do not speak the language that is needed
    }
rebalancing-shut-out-district = { $count ->
        [one] one does not work in the district
       *[other] { $count } do not work in the district
    }
rebalancing-shut-out-not-this-worker = { $count ->
        [one] one shall not hold the case, as was decided here
       *[other] { $count } shall not hold the case, as was decided here
    }
rebalancing-shut-out-gives-up = { $count ->
        [one] one gives up all cases
       *[other] { $count } give up all cases
    }
rebalancing-shut-out-other-part = { $count ->
        [one] one belongs to the other team
       *[other] { $count } belong to the other team
    }
rebalancing-reason-new = Nobody holds the case.
rebalancing-reason-gives-up = The caseworker gives up all cases.
rebalancing-reason-may-not = The caseworker cannot keep the case: { $rules }.
rebalancing-reason-above-limit = The caseworker is above the limit.
rebalancing-reason-above-limit-points = The caseworker has { $points } points, and the limit is { $most }.
rebalancing-reason-makes-room = The caseworker takes in { $cases } instead, which few others can.
rebalancing-reason-lowers-highest = The caseworker would otherwise be among those who carry most.
rebalancing-reason-lowers-highest-points = The caseworker has { $points } points and would otherwise be among those who carry most.
rebalancing-reason-chosen = You or a colleague chose the receiver.
rebalancing-about = What the plan is built on
rebalancing-about-leaves = { $names } hand over all their cases.
rebalancing-about-leave = { $names } have { $keeps } of the capacity left.
rebalancing-about-leave-until = { $names } have { $keeps } of the capacity left until and with { $last }.
rebalancing-about-split = The first team has { $names } and cases of the kinds { $kinds }.
rebalancing-about-limit = Nobody shall have more than { $limit } of the own capacity.
rebalancing-about-unallocated = Cases that nobody holds are given out too.
rebalancing-about-resting = { $names } have no capacity that day. They keep their cases and are given no new ones.
rebalancing-about-part = You see the moves that concern your team. The plan is larger.
rebalancing-is-closed = The plan is closed. What was carried out stays.
rebalancing-section-today = { $count ->
        [one] To hand over today: one
       *[other] To hand over today: { $count }
    }
rebalancing-section-today-lead = The day has come. When you carry out the move, the new caseworker holds the case from today.
rebalancing-section-today-not-yours = The day has come. Whoever leads the team carries out the move.
rebalancing-section-proposed = { $count ->
        [one] To decide: one move
       *[other] To decide: { $count } moves
    }
rebalancing-section-proposed-lead = Choose and accept, or drop. Open a move to choose another receiver.
rebalancing-section-accepted = { $count ->
        [one] Accepted and coming: one
       *[other] Accepted and coming: { $count }
    }
rebalancing-section-accepted-lead = You carry them out when the day has come.
rebalancing-section-done = { $count ->
        [one] Carried out: one
       *[other] Carried out: { $count }
    }
rebalancing-section-done-lead = The new caseworker holds the case.
rebalancing-section-dropped = { $count ->
        [one] Dropped: one
       *[other] Dropped: { $count }
    }
rebalancing-section-dropped-lead = They are not counted. The caseworker keeps the case.
rebalancing-do-accept = Accept those chosen
rebalancing-do-drop = Drop those chosen
rebalancing-do-propose = Take back those chosen
rebalancing-do-carry-out = Carry out those chosen
rebalancing-do-accept-all = Accept all
rebalancing-one-accept = Accept
rebalancing-one-drop = Drop
rebalancing-one-propose = Take back
rebalancing-one-carry-out = Carry out the move now
rebalancing-choose = Choose
rebalancing-choose-one = Choose { $cases }
rebalancing-from = From
rebalancing-to = To
rebalancing-why-column = Why
rebalancing-when = When
rebalancing-from-nobody = nobody
rebalancing-decided-by = Decided by
rebalancing-stage-proposed = Proposed
rebalancing-stage-accepted = Accepted
rebalancing-stage-dropped = Dropped
rebalancing-stage-done = Carried out
rebalancing-ways = More handovers, a lower top
rebalancing-ways-lead = A few more handovers can make the highest load lower. What you decided about the moves of a plan is kept if you change back.
rebalancing-ways-legend = Which plan do you want to follow?
rebalancing-way-fewest = As few handovers as possible: { $handovers } handovers, highest load { $highest }
rebalancing-way-more = { $more ->
        [one] One handover more: { $handovers } handovers, highest load { $highest }
       *[other] { $more } handovers more: { $handovers } handovers, highest load { $highest }
    }
rebalancing-choose-way = Follow that plan
rebalancing-loads = Loads before and after
rebalancing-loads-lead = As it was when the plan was made, with the moves that are not dropped.
rebalancing-before = Before
rebalancing-after = After
rebalancing-spread = Change the pace
rebalancing-spread-do = Spread anew
rebalancing-close-lead = When nothing more is to be done with the plan, close it. What was carried out stays.
rebalancing-close = Close the plan
rebalancing-to-plans = To all plans
rebalancing-move-title = Move of { $cases }
rebalancing-back-to = To the plan: { $plan }
rebalancing-changed-closed = The case or its phase was closed after the plan was made.
rebalancing-changed-other-holder = Somebody else holds the case since the plan was made.
rebalancing-changed-already-there = The receiver holds the case already.
rebalancing-changed-more-phases = The case has a new phase since the plan was made.
rebalancing-changed-receiver-gone = The receiver is no longer in service.
rebalancing-changed-hint = The move is not carried out as it is. Drop it or make a new plan.
rebalancing-change = Choose another receiver
rebalancing-change-hint = Those who may hold the case, with the load they get. Whoever is chosen is checked at once, and the move is then accepted.
rebalancing-change-do = Choose the receiver
rebalancing-receiver = { $name }, { $load }
rebalancing-receiver-above = { $name }, { $load }: above the limit
rebalancing-receiver-above-limit = { $name }: above the limit
rebalancing-may-not = Those who may not hold the case, and why
rebalancing-none-chosen = Choose at least one move in the list.
rebalancing-not-carried-out = { $cases } was not moved: { $why }
rebalancing-refused-closed = The plan is closed.
rebalancing-refused-done = The move was carried out already.
rebalancing-refused-changed = Somebody else has changed the move meanwhile. Look again before you decide.
rebalancing-refused-not-accepted = The move is not accepted.
rebalancing-refused-not-yet = Its day has not come.
rebalancing-refused-receives-none = That person cannot be given cases: a locked case, no capacity, or no caseworker in service.
rebalancing-refused-may-not = That person cannot be given the case: { $rules }.
rebalancing-refused-allocation = The case is locked, or on its way to somebody else. Look at the case before you decide.
rebalancing-refused-begun = Something was carried out already, so another plan cannot be chosen. Make a new plan.
event-kind-rebalance-plan = Plan to rebalance made
event-kind-rebalance-decide = Moves of a plan decided
event-kind-rebalance-change = Receiver in a plan changed
event-kind-rebalance-way = Another way of a plan chosen
event-kind-rebalance-spread = Pace of a plan changed
event-kind-rebalance-carry-out = Move of a plan carried out
event-kind-rebalance-close = Plan to rebalance closed
team-rebalance = Rebalance cases
team-rebalance-today = { $count ->
        [one] A plan to rebalance has cases to hand over today.
       *[other] { $count } plans to rebalance have cases to hand over today.
    }
team-planned = Moves by a plan
api-plan-limit = A limit is from { $least } to { $most }.
api-plan-limit-remedy = Send for instance 0.95 for 95 per cent.
api-plan-day = The day is one from today to a year from now.
api-plan-day-remedy = Choose another day.
api-plan-nobody = Nobody is chosen.
api-plan-nobody-remedy = Send the ids of those it is about in people.
api-plan-keeps = What is left of the capacity is from 0 to less than 1.
api-plan-keeps-remedy = Send for instance 0.5 for a half.
api-plan-until = The first day back does not lie after the day it is from.
api-plan-until-remedy = Correct the days.
api-plan-kinds = No kind of case is chosen for the first part.
api-plan-kinds-remedy = Send types and phases in kinds.
api-plan-no-model = No weight model is valid on that day.
api-plan-no-model-remedy = Choose another day, or ask an administrator to adopt a model.
api-plan-not-in-units = One of the people is not in the units.
api-plan-not-in-units-remedy = Send only those who are.
api-pace = The pace is a whole number from 1 to { $maximum } handovers a week and receiver.
api-pace-remedy = Correct the number.
api-day-past = The day is past.
api-day-past-remedy = Choose today or a later day.
api-plan-closed = The plan is closed.
api-plan-closed-remedy = Make a new plan.
api-plan-begun = Something in the plan is carried out already, so another way cannot be chosen.
api-plan-begun-remedy = Make a new plan.
api-move-done = The move was carried out already.
api-move-done-remedy = Read the plan again.
api-move-changed = The move has another receiver or stage than you read.
api-move-changed-remedy = Read the plan again and decide anew.
api-move-not-accepted = The move is not accepted.
api-move-not-accepted-remedy = Accept it first.
api-move-not-yet = The day of the move has not come.
api-move-not-yet-remedy = Wait for the day, or spread the plan anew.
api-move-facts = What the plan was built on has changed: { $change }.
api-move-facts-remedy = Drop the move, or make a new plan.
api-may-not-hold = That person cannot be given the cases. Rules: { $rules }
api-may-not-hold-remedy = Choose one of those that receivers says may.
## Deadlines

place-deadlines = My deadlines
deadline-title = My deadlines
deadline-team-title = The team's deadlines
deadline-lead = The deadlines of the law on the cases you hold on { $day }, the nearest first.
deadline-team-lead = The deadlines of the law on the team's cases on { $day }, the nearest first.
deadline-by-day = Order by day
deadline-by-person = Order by caseworker
deadline-back-to-team = To the team
deadline-back-to-load = To my load
deadline-back-to-units = To the units
deadline-back = To my deadlines
deadline-wrong = Put right
deadline-none = No deadline runs right now.
deadline-soonest = Nearest in time
deadline-which = Here are the deadlines of which the days of phases tell that it was done, and others when somebody has recorded it on the case or the municipality has chosen to follow them.
deadline-cases = All cases: see what happened and add
deadline-nobody = No caseworker
deadline-last-day = By { $day }.
deadline-how = { $section }: how the day is counted
deadline-left = { $count ->
        [0] No working day left
        [one] One working day left
       *[other] { $count } working days left
    }
deadline-passed = { $count ->
        [one] Ran out yesterday
       *[other] Ran out { $count } days ago
    }
deadline-kept = Done { $day }
deadline-late = Done { $day }, { $days } late
deadline-fell-away = Fell away { $day }
deadline-by-need = By need
deadline-length-days = { $count ->
        [one] One day
       *[other] { $count } days
    }
deadline-length-weeks = { $count ->
        [one] One week
       *[other] { $count } weeks
    }
deadline-length-months = { $count ->
        [one] One month
       *[other] { $count } months
    }
deadline-length-years = { $count ->
        [one] One year
       *[other] { $count } years
    }
deadline-step-from = Counted from { $day }: { $event }.
deadline-step-add = { $length } from there is { $day }.
deadline-step-at-once = To be done at once, on the same day.
deadline-step-by-need = The law says no time: done by need.
deadline-step-extended = A decision on { $decided } extends the time to { $until }.
deadline-step-recorded-late = It was recorded on { $day }, after the time had run out.
deadline-step-moved = That is a day off. By section 2 of lagen (1930:173) the next working day is enough, { $day }.
deadline-step-would-move = That is a day off. The time does not move; do it before. The next working day is { $day }.
deadline-problem-no-day = { $event } has no day. Add the day it happened.
deadline-problem-no-decision = The time is said to be extended to { $until }, but the day of the decision is missing. Add the decision with its day; until then the time stands as it was.
deadline-problem-no-decision-at-all = An extension has neither the day of its decision nor a last day. Add the decision; until then the time stands as it was.
deadline-problem-no-end = The extension decided on { $decided } has no last day. An extension is for a certain time: withdraw it and add it with its last day.
deadline-problem-too-late = The extension was decided on { $decided }, after the time had run out on { $last }. It changes nothing. Check the day of the decision.
deadline-problem-shortens = The extension to { $until } is no longer than the time there was, to { $last }. Check the last day.
deadline-problem-nothing = The extension decided on { $decided } belongs to no running time that can be extended. Check the day and what it is about.
deadline-problem-order = { $event } on { $day } comes before { $start } on { $started }. One of the days is wrong: withdraw it and add the right one.
deadline-problem-began-before = The case came in on { $received }, but the phase { $phase } began on { $began }. Correct one of the days in the case system; until then the time is counted from { $began }.
deadline-problem-ended-before = The phase { $phase } ended on { $ended }, before the case came in on { $received }. Correct one of the days in the case system.
deadline-problem-two = Two investigations are open at once, from { $first } and from { $second }. Close one in the case system, or make it two cases.
deadline-problem-unknown = { $event } is no event that the law's files know. Withdraw it and choose one of the list.
deadline-case-title = Deadlines of { $reference }
deadline-clocks = Deadlines
deadline-case-none = Nothing that has happened in the case starts a deadline that is followed.
deadline-events = What happened
deadline-no-events = Nothing is recorded beyond the phases.
deadline-event = { $event }, { $day }
deadline-event-until = { $event }, { $day }, to { $until }
deadline-event-recorded = Recorded { $at } by { $who }.
deadline-event-imported = Imported { $at } from { $source }.
deadline-event-withdrawn = Withdrawn { $at } by { $who }: { $reason }.
deadline-corrected = { $phase } from { $from } was corrected { $at }.
deadline-withdraw-this = Withdraw: { $event }
deadline-withdraw-why = Why is it withdrawn?
deadline-withdraw = Withdraw
deadline-reason-wrong-day = wrong day
deadline-reason-wrong-kind = something else happened
deadline-reason-wrong-case = wrong case
deadline-reason-not-happened = it did not happen
deadline-choose = Choose
deadline-only-one = The only one that can be extended
deadline-add-title = Add what happened
deadline-field-kind = What happened?
deadline-field-on = Day
deadline-field-on-hint = For an extension: the day of the decision.
deadline-extension = Only for an extension
deadline-field-until = Extended to, last day
deadline-field-duty = Which time?
deadline-add = Add
deadline-no-reason = Choose why it is withdrawn.
deadline-no-kind = Choose what happened.
deadline-no-duty = Choose a time that can be extended.
deadline-no-day = Write the day it happened.
deadline-no-decision = Write the day on which the extension was decided. Without it the time stands as it was.
deadline-in-future = The day has not come yet. Write a day up to { $today }.
deadline-no-until = Write the last day of the extended time.
deadline-until-before = The last day must come after the decision on { $day }.
deadline-no-extension = Only an extension has a last day and a time. Empty the fields, or choose an extension.
deadline-twice = It is recorded already.
deadline-withdrawn-already = It is withdrawn already.
deadline-calendar = In your calendar
deadline-calendar-text = Let your calendar show the deadlines. It gets the references of the cases, never a name.
deadline-calendar-open = Make an address for the calendar
deadline-calendar-again = Make a new address
deadline-calendar-close = Take the address away
deadline-calendar-opened = The address of your calendar
deadline-calendar-once = Copy the address to your calendar now. It is shown only this once.
deadline-calendar-secret = Whoever has the address sees your deadlines. Give it to nobody. You can take it away when you like.
deadline-calendar-used = The address was made { $created } and last read { $used }.
deadline-calendar-unused = The address was made { $created } and has not been read.
deadline-figures-title = Deadlines kept, by unit
deadline-figures-lead = How many deadlines were kept, month by month. Nobody is named, and groups or months of fewer than { $fewest } are not shown.
deadline-figures-chance = The limits say how much the share would vary by chance. Only what lies outside says something, and they are counted from six months on.
deadline-figures-of = Share of deadlines kept, { $unit }
deadline-figures-months = Month by month
deadline-figures-all = Deadlines
deadline-figures-kept = Kept
deadline-figures-limits = Limits
deadline-figures-between = { $low } to { $high }
deadline-figures-outside = Outside
deadline-figures-median = Median, days
deadline-figures-longest = Longest, days
deadline-figures-few = Too few
deadline-figures-none = No deadline has run out or been kept.
setting-followed-duties = Deadlines followed on every case
setting-followed-duties-hint = No system tells by itself that these were kept. Choose those that you record; else they are shown only on cases where something is recorded.
settings-no-duty = Choose among the deadlines of the list.
event-kind-deadline-event = Event recorded on a case
event-kind-deadline-withdraw = Event on a case withdrawn
event-kind-deadline-calendar = Calendar address changed
event-kind-import-events = Import: events
import-kind-events = events
