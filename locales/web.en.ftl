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
