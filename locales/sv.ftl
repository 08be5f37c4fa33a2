# Vad Tyngdpunkt säger, på svenska. Samma id:n och variabler som en.ftl; ett test jämför dem.
# Tal bland variablerna skrivs av programmet som man skriver dem på svenska.

## Orden (ett begrepp, ett ord)

word-case = Ärende
word-phase = Skede
word-phase-assessment = Förhandsbedömning
word-phase-investigation = Utredning
word-phase-intervention = Insats
word-weight-model = Viktmodell
word-factor = Tyngdfaktor
word-points = Poäng
word-capacity = Utrymme
word-load = Tyngd
word-band = Nivå
word-duty = Uppdrag
word-reduction = Nedsättning
word-measurement = Mätning
word-dialogue = Tyngdsamtal
word-action = Åtgärd
word-assignment = Fördelning
word-deadline = Frist
word-unit = Enhet
word-caseworker = Handläggare
word-supervisor = Gruppledare

## Nivåer

band-low = låg
band-balance = balans
band-high = hög
band-over = över
band-no-capacity = inget utrymme

## Tabeller och filer

table-empty = Inga rader.
table-left-out = Utelämnat för att få plats: { $columns }. Gör fönstret bredare eller lägg till --format csv för att se allt.
spreadsheet-data = Uppgifter
spreadsheet-about = Om
spreadsheet-as-of = Per den
output-spreadsheet-to-terminal = Ett kalkylblad kan inte visas i terminalen. Ange en fil med --output, till exempel --output tyngd.xlsx.
output-too-many-rows = { $rows } rader är fler än ett kalkylblad rymmer (1 048 575). Begränsa frågan eller använd --format csv.
output-spreadsheet = Kalkylbladet kunde inte göras: { $reason }
output-file = { $file } kunde inte skrivas: { $reason }. Kontrollera att mappen finns, att du får skriva där och att disken har plats.
output-stdout = Svaret kunde inte skrivas: { $reason }
rows-rejected =
    { $count ->
        [one] { $count } rad avvisades
       *[other] { $count } rader avvisades
    }

## Så räknades det

explanation-level = Steg
explanation-label = Så räknades det
explanation-calculation = Uträkning
explanation-result = Poäng

## Kommandonas svar

no-database = Det finns ingen databas på { $address }. Skapa en med: tyngdpunkt import … eller tyngdpunkt demo; eller säg var den finns med --database.
no-model-on-day = Ingen viktmodell gäller { $day }; den första gäller från { $first }. Fråga om en senare dag, eller anta en modell från en tidigare dag.
no-model-valid = ingen viktmodell gäller
cannot-read = { $file } går inte att läsa: { $reason }. Kontrollera namnet och att du får läsa filen.
several-people = Flera personer heter { $name }. Ange vem med anställningsnummer: { $numbers }.
nobody = Ingen person och inget ärende heter { $name }. Ange ett anställningsnummer, ett annat namn ur personallistan eller ett ärendenummer.
no-such-unit = Det finns ingen enhet { $unit }. De som finns är: { $known }.
history-backwards = Den första dagen { $from } ligger efter den sista { $to }. Ändra en av dem.
standard-input = standard in
separator-tab = tabb

title-load = Tyngd
title-overloaded = För mycket för länge
title-history = Tyngd för { $name } ({ $number }) över tid
title-explain-person = Så räknades tyngden för { $name } ({ $number }), med { $model }
title-explain-case = Så räknades ärendet { $reference }, med { $model }
title-weigh = Ärendena vägda med { $model }
title-import = Avvisade rader
title-import-dry-run = Avvisade rader, prov utan att spara
title-backup = Säkerhetskopian är skriven
title-restore = Säkerhetskopian är återläst
title-log = Händelselogg
title-log-verify = Händelseloggen är hel
title-models = Viktmodeller
title-model = { $title }, version { $version }, gäller från { $from }
title-model-check = Granskade viktmodeller
title-compare = Tyngd med A ({ $a }) och med B ({ $b })

column-number = Nummer
column-name = Namn
column-cases = Ärenden
column-case-points = Ärendepoäng
column-with-one-more = Med ett till
column-band-with-one-more = Nivå då
column-limits = Passerade gränser
column-since = Sedan
column-weeks = Veckor
column-action-due = Åtgärd krävs
column-from = Från
column-last-day = Till och med
column-file = Fil
column-line = Rad
column-column = Kolumn
column-code = Kod
column-what-to-do = Vad som är fel och vad du gör
column-entries = Loggposter
column-erased = Raderade uppgifter
column-head = Sista postens fingeravtryck
column-sequence = Nr
column-at = När
column-actor = Vem
column-action = Vad
column-subject = Med vad
column-details = Uppgifter
column-verdict = Utslag
column-where = Var
column-model = Modell
column-version = Version
column-valid-from = Gäller från
column-title = Namn
column-source = Källa
column-part = Del
column-id = Id
column-value = Värde
column-points-a = Poäng A
column-load-a = Tyngd A
column-band-a = Nivå A
column-points-b = Poäng B
column-load-b = Tyngd B
column-band-b = Nivå B

total-people =
    { $count ->
        [one] 1 person
       *[other] { $count } personer
    }
note-example-model = Ingen viktmodell är antagen: det här är räknat med exemplet { $model }. Anta en med: tyngdpunkt model adopt FIL
note-unallocated =
    { $count ->
        [one] 1 ärende väntar på handläggare.
       *[other] { $count } ärenden väntar på handläggare.
    }
note-no-capacity = { $people } utan utrymme (har slutat eller är helt frånvarande) har { $cases } ärenden: någon måste ta över dem.
note-unweighed = { $cases } ärenden kan inte vägas av modellen och räknas som 0 poäng. Se vilka med: tyngdpunkt explain PERSON
note-one-more = Med ett ärende till på { $points } poäng.
note-case-not-open = Ärendet { $reference } har inget öppet skede den dagen.
note-overload-rule = Åtgärd krävs när någon har legat på nivån { $band } eller högre i { $weeks } veckor. Dagar utan utrymme varken räknas eller bryter.
note-no-overload-rule = Viktmodellen säger inget om hur länge för mycket får pågå.
note-overloaded-no-capacity = { $people } har ärenden utan något utrymme alls; de står inte i listan. Se: tyngdpunkt load
note-overload-window = Början söks bakåt till { $first }.
action-due-yes = ja
action-due-no = inte än
limit-passed = { $cases } ärenden, över gränsen { $limit }
limit-passed-within-exceptional = { $cases } ärenden, över gränsen { $limit } men inom undantagsgränsen
one-more-no-factor = Viktmodellen har ingen tyngdfaktor { $what }. Se vilka den har med: tyngdpunkt model show current
one-more-no-count = { $what } behöver ett heltal, till exempel barn=3.
one-more-wrong-value = { $what } passar inte tyngdfaktorn: ett ja är bara faktorns namn, ett antal eller en grad följer efter =.

explain-load = Tyngd: { $band }
explain-points = Poäng
explain-cases =
    { $count ->
        [one] 1 ärende
       *[other] { $count } ärenden
    }
explain-stable = Fast del (möten, handledning, egen utbildning)
explain-duty = Uppdrag: { $title }
explain-not-in-model = finns inte i viktmodellen
explain-support-given = Stöd till en kollega: { $title }
explain-support-received = Stöd av en kollega: { $title }
explain-row = Tabellrad { $row }
explain-at-most = högst { $points }
explain-rounding = Avrundning till tusendelar
explain-part-main = Huvudhandläggarens andel
explain-part-co = Medhandläggarens andel
explain-count = { $count } sådana ärenden
explain-norm = Norm på heltid, { $hours } timmar i veckan
explain-level = Erfarenhet: { $level } ({ $months })
explain-months = { $months } månader i yrket
explain-months-unknown = okänt sedan när
explain-hours-in = Arbetar i { $unit }
explain-hours = Arbetar
explain-hours-a-week = timmar i veckan
explain-hours-less = − { $hours } timmar i veckan
explain-not-in-service = Inte i tjänst den dagen
explain-reduction = Nedsättning: { $title }
explain-reduction-at-most = modellens tak
explain-reduction-expired = har löpt ut och räknas inte längre
explain-rounded-down = Avrundat nedåt till hela poäng
held-by-main = handläggs av { $name }
held-by-co = medhandläggare { $name }
held-by-nobody = väntar på handläggare

progress-import = Läser
progress-demo = Gör demonstrationen
import-file = { $file }: { $rows } rader, rubriker på rad { $header }, { $how }
import-file-text = { $encoding }, skiljetecken { $separator }
import-file-sheet = blad { $sheet }
import-rows = Rader in: { $rows } = { $accepted } godtagna + { $rejected } avvisade.
import-nothing-stored = Det här var ett prov: ingenting sparades.
import-nothing-new = Allt var redan känt: ingenting ändrades.
import-units-added = { $count } enheter nämns av rader men finns i ingen enhetslista; de lades till överst: { $which }
import-gone-people = { $count } personer finns inte längre i listan fast anställningen inte är slut; ingenting ändrades: { $which }
import-gone-reductions = { $count } nedsättningar finns inte längre i listan fast de inte är slut; ingenting ändrades: { $which }
import-gone-duties = { $count } uppdrag finns inte längre i listan fast de inte är slut; ingenting ändrades: { $which }
import-gone-phases = { $count } öppna skeden finns inte längre i listan; ingenting ändrades: { $which }
import-held-by-leavers = Larm: { $cases } öppna ärenden ligger kvar på { $people } personer som har slutat.
import-in-no-unit = { $count } personer hör inte till någon enhet.
demo-next =
    Det här är en påhittad kommun, i { $address }. Gå vidare, till exempel:
      tyngdpunkt --database { $address } explain { $person }
      tyngdpunkt --database { $address } overloaded
      tyngdpunkt --database { $address } history { $person }
note-log-whole = Skriv upp fingeravtrycket på annat håll: det visar senare att det som finns här i dag fortfarande finns kvar.

model-adopted = antagen
model-shipped = följer med
model-is-sound = { $model } är felfri.
model-norm = { $points } poäng vid { $hours } timmar i veckan
model-level-below = under { $months } månader
model-level-last = därefter
model-factor-count = + { $points } för varje utöver { $free }
model-shares = huvudhandläggare { $main }, medhandläggare { $co }
model-support = { $points } poäng i { $days } dagar
model-reduction-free = andel enligt uppgift
model-reduction-most = högst { $share }
model-reduction-months = i { $months } månader
model-limit-exceptional = { $count }, undantagsvis { $exceptional }
model-bands = låg < { $low } ≤ balans ≤ { $high } < hög ≤ { $over } < över
model-overload = { $band } i { $weeks } veckor
model-source = Källa: { $source }
part-norm = Norm
part-stable = Fast del
part-level = Erfarenhet
part-share = Andel
part-support = Stöd
part-limit = Ärendegräns
part-overload = Överbelastning
compare-band = { $band }: { $a } med A, { $b } med B
compare-unweighed = { $cases } ärenden kan inte vägas med B och räknas där som 0 poäng.
compare-fairer-a = De tyngsta tyngderna är lägre med A.
compare-fairer-b = De tyngsta tyngderna är lägre med B.
compare-fairer-same = Tyngden är lika fördelad.
caseload-cannot-weigh = { $file }, person { $person }: { $why }
caseload-no-factor = { $file }: modellen har ingen tyngdfaktor { $factor }. Den har: { $known }.

## Hur ett kommando slutar

exit-heading = Slutkoder:
exit-done = Klart.
exit-attention = Klart, och något behöver ses över: avvisade rader, en bruten logg, ett fel i en viktmodell.
exit-usage = Kommandoraden är fel.
exit-input = En angiven fil kan inte användas; inget har sparats.
exit-database = Databasen kan inte användas.
exit-resource = Disken eller någon annan resurs i datorn tog slut.

## Hjälp: det som alla kommandon har

help-heading-usage = Användning
help-heading-commands = Kommandon
help-heading-arguments = Argument
help-heading-options = Alternativ
help-heading-global-options = Alternativ för alla kommandon
help-heading-examples = Exempel
help-value-command = KOMMANDO
help-value-options = ALTERNATIV
help-value-file = FIL
help-value-folder = MAPP
help-value-date = DATUM
help-value-unit = ENHET
help-value-person = PERSON
help-value-format = FORMAT
help-value-language = SPRÅK
help-possible-values = [ett av: { $values }]
help-default-value = [förval: { $value }]
help-environment = [miljövariabel: { $name }]
help-help = Visa den här hjälpen (-h: i korthet).
help-version = Visa versionen.

## En felaktig kommandorad

usage-no-value = { $argument } behöver ett värde.
usage-invalid-value = { $value } är inget värde för { $argument }. Det kan vara: { $valid }.
usage-unusable-value = { $value } kan inte användas för { $argument }: { $reason }
usage-unknown-argument = Argumentet { $argument } finns inte här.
usage-unknown-command = Kommandot { $command } finns inte.
usage-missing-argument = Det saknas: { $argument }.
usage-missing-command = Ange ett kommando.
usage-conflict = { $argument } kan inte användas tillsammans med { $other }.
usage-other = Kommandoraden går inte att förstå vid { $argument }.
usage-suggestion = Menade du { $suggestion }?
usage-see-help = Lägg till --help för att se vad som kan anges.
