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
