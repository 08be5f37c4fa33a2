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
no-such-model = Det finns ingen fil { $name }, och ingen medföljande modell med det id:t. Ange en fil, current för den antagna modellen, eller någon av: { $shipped }.
no-such-mapping = Det finns ingen fil { $name }, och ingen medföljande mappning med det id:t. Ange en fil, eller någon av: { $shipped }. Hur en skrivs står i docs/import.md.
no-model-on-day = Ingen viktmodell gäller { $day }; den första gäller från { $first }. Fråga om en senare dag, eller anta en modell från en tidigare dag.
no-model-valid = ingen viktmodell gäller
several-people = Flera personer heter { $name }. Ange vem med anställningsnummer: { $numbers }.
nobody = Ingen person och inget ärende heter { $name }. Ange ett anställningsnummer, ett annat namn ur personallistan eller ett ärendenummer.
no-such-unit = Det finns ingen enhet { $unit }. De som finns är: { $known }.
history-backwards = Den första dagen { $from } ligger efter den sista { $to }. Ändra en av dem.
standard-input = standard in
separator-tab = tabb

title-load = Tyngd
title-overloaded = För mycket för länge
title-qualification = Behörighet
column-degree = Examen
column-missing = Saknas
column-held-without = Ärenden ändå
column-which-cases = Vilka
missing-unknown = examen är inte känd
missing-degree = examen saknas
missing-decision = nämndens beslut saknas
note-qualification = För att bedöma, utreda och följa upp ärenden som gäller barn och unga krävs behörighet enligt { $section }. Medhandläggare behöver ingen.
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
column-difference = Skillnad

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
explain-months =
    { $months ->
        [one] 1 månad i yrket
       *[other] { $months } månader i yrket
    }
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
import-no-files = Ingen fil i mappen passar något av mappningens namn: { $names }. Ange mappen där listorna ligger, döp om filerna, eller ändra name i mappningen.
import-rows = Rader in: { $rows } = { $accepted } godtagna + { $rejected } avvisade.
import-nothing-stored = Det här var ett prov: ingenting sparades.
import-nothing-new = Allt var redan känt: ingenting ändrades.
import-units-added = { $count } enheter nämns av rader men finns i ingen enhetslista; de lades till överst: { $which }
import-gone-people = { $count } personer finns inte längre i listan fast anställningen inte är slut; ingenting ändrades: { $which }
import-gone-reductions = { $count } nedsättningar finns inte längre i listan fast de inte är slut; ingenting ändrades: { $which }
import-gone-duties = { $count } uppdrag finns inte längre i listan fast de inte är slut; ingenting ändrades: { $which }
import-gone-phases = { $count } öppna skeden finns inte längre i listan; ingenting ändrades: { $which }
import-held-by-leavers = Larm: { $cases } öppna ärenden ligger kvar på { $people } personer som har slutat.
import-held-without-qualification = Larm: { $cases } öppna ärenden hålls av { $people } personer som saknar den behörighet som socialtjänstlagen kräver, eller vars examen inte är känd. Se sidan Behörighet.
import-in-no-unit = { $count } personer hör inte till någon enhet.
demo-other-database = { $address } innehåller annat än demonstrationen och har inte ändrats. Ange en annan databas med --database, eller utelämna den.
demo-next =
    Det här är en påhittad kommun, i { $address }. Gå vidare, till exempel:
      tyngdpunkt --database { $address } explain { $person }
      tyngdpunkt --database { $address } overloaded
      tyngdpunkt --database { $address } history { $person }
demo-open-to-others = { $address } i TYNGDPUNKT_LISTEN går att nå från andra datorer, och vem som helst kan logga in i demonstrationen. Är det meningen, ange adressen med --listen.
serve-ready = Sidorna finns på http://{ $address }. Sluta med Ctrl-C.
serve-cannot-listen = Programmet kan inte svara på { $address }. Kontrollera adressen, och att inget annat program använder porten. Systemets besked: { $reason }
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
compare-unweighed = { $cases } ärenden kan inte vägas med { $model } och räknas som 0 poäng där. Jämför tyngderna först när modellen fått rader för dem.
compare-fairer-a = De tyngsta tyngderna är lägre med A.
compare-fairer-b = De tyngsta tyngderna är lägre med B.
compare-fairer-same = Tyngden är lika fördelad.
caseload-cannot-weigh = { $file }, person { $person }: { $why }
caseload-identity-number = { $file }: en person eller ett ärende anges med personnummer eller samordningsnummer. Ge dem ett annat id; vilken text som helst duger.
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
usage-no-date = { $value } är ingen dag. Skriv { $argument } som år, månad och dag, till exempel 2026-10-31.
usage-no-number = { $value } kan inte användas för { $argument }. Skriv ett heltal som inte är under noll.
usage-unknown-argument = Argumentet { $argument } finns inte här.
usage-unknown-command = Kommandot { $command } finns inte.
usage-missing-argument = Det saknas: { $argument }.
usage-missing-command = Ange ett kommando.
usage-conflict = { $argument } kan inte användas tillsammans med { $other }.
usage-other = Kommandoraden går inte att förstå vid { $argument }.
usage-suggestion = Menade du { $suggestion }?
usage-see-help = Lägg till --help för att se vad som kan anges.

## Hjälp: värdenas namn

help-value-address = ADRESS
help-value-number = TAL
help-value-mapping = MAPPNING
help-value-case = ÄRENDE
help-value-model = MODELL
help-value-person-or-case = PERSON_ELLER_ÄRENDE
help-value-caseload = ÄRENDEMÄNGD
help-value-listen = ADRESS:PORT
help-value-url = URL
help-value-token = LÖSENORD
help-value-id = NAMN_HOS_LEVERANTÖREN
help-value-log = FORM

## Hjälp: programmet

help =
    Visar hur tungt varje handläggare har det: ärendenas poäng mot det utrymme som personen har.

    Börja med kommandot demo. Det bygger en påhittad kommun att prova i. Den egna kommunens listor läses in med import. Sedan visar load
    tyngden för var och en, explain hur ett tal räknades, overloaded vilka som haft det för tungt för länge och history hur det varit över
    tid. Vad ett ärende väger står i en viktmodell; se model.

    Tyngden är ett underlag för samtalet mellan handläggare och gruppledare. Programmet rangordnar ingen, mäter ingens prestation och
    fördelar inga ärenden själv. Det känner ett ärende bara på dess beteckning, typ, skede och tyngdfaktorer.

    Skriv --help efter ett kommando för att läsa mer om det.
help-examples =
    tyngdpunkt demo
    tyngdpunkt import --mapping kommun-a exporter
    tyngdpunkt load --unit IFO-U
help-database =
    Databasen. Utan det används filen tyngdpunkt.db i mappen du står i (för demo tyngdpunkt-demo.db).

    Skriv namnet på en fil, eller en adress till kommunens PostgreSQL: postgres://ANVÄNDARE:LÖSENORD@VÄRD/DATABAS. Finns filen inte skapas
    den. Ett lösenord lägger du hellre i miljövariabeln än på kommandoraden, där andra kan se det.
help-language = Språk i svaren. Utan det används datorns språk.
help-format =
    Svarets form. Utan det avgör ändelsen på filen i --output, annars blir det table.

    table läses på skärmen och rättar sig efter fönstrets bredd. csv och xlsx öppnas i ett kalkylprogram. json är för andra program: nycklar
    på engelska och exakta tal.
help-output =
    Filen som svaret skrivs till, i stället för skärmen.

    Slutar namnet på .csv, .xlsx eller .json får filen den formen. Finns filen redan skrivs den över.

## Hjälp: demo

help-demo =
    Bygger en påhittad kommun att prova i och visar tyngden för alla i den.

    Kommunen har 150 handläggare och tre års ärenden. Inget i den kommer från en verklig kommun. Den sparas i filen tyngdpunkt-demo.db i
    mappen du står i; nästa gång öppnas den som den är. Pröva sedan vilket kommando som helst på den med --database
    tyngdpunkt-demo.db. En databas med annat i rörs inte.

    Med --serve öppnas den i stället i webbläsaren, med en inloggning för varje roll.
help-demo-examples =
    tyngdpunkt demo --serve
    tyngdpunkt demo
    tyngdpunkt overloaded --database tyngdpunkt-demo.db
help-demo-seed =
    Tal som slumpen utgår från.

    Samma tal och samma dag ger samma kommun. Ett annat tal ger en annan.
help-demo-as-of = Dagen kommunen byggs för (ÅÅÅÅ-MM-DD). Utan det: i dag.

help-demo-caseworkers = Handläggare i tjänst, 1 till 20 000. Utan det: 150.
help-demo-open-phases = Öppna skeden per handläggare, ungefär, 1 till 100. Utan det: så många som ryms i modellens norm.
help-demo-years = Antal år med ärenden före den dagen, 0 till 10; med 0 bara det som är öppet. Utan det: 3.
help-demo-serve =
    Öppnar sidorna i webbläsaren och listar inget; sluta med Ctrl-C.

    Första gången läggs ett konto för varje roll i demonstrationens databas, alla med samma lösenord. Inloggningssidan har en knapp för vart
    och ett. Människorna bakom dem väljs efter hur kommunen ser ut den dagen. Sidorna gäller i dag.
help-demo-listen =
    Adress och port att svara på, tillsammans med --serve. Utan det: 127.0.0.1:8080.

    Den som kan nå demonstrationen kan logga in i den. Därför måste en adress som andra datorer når anges här; en i TYNGDPUNKT_LISTEN används
    bara om den är datorns egen.

## Hjälp: import

help-import =
    Läser in listor ur verksamhetssystem och personalsystem.

    Listorna är CSV- eller Excelfiler (.xlsx) som systemen lämnar ut. En mappning säger vilken kolumn som är vad. Varje rad antas eller
    avvisas, och för varje avvisad rad står fil, rad, kolumn, vad som är fel och vad du kan göra. Läser du in samma filer igen ändras inget.
    Läser du in en senare export ändras det som har ändrats: avslutade skeden, byte av handläggare, personal som slutat. Det som försvunnit
    ur listan räknas upp men tas inte bort.

    Allt sparas på en gång. Avbryts inläsningen har inget sparats. En rad med ett personnummer avvisas; numret varken sparas eller visas.
    Slutkoden är 1 när någon rad avvisades.
help-import-examples =
    tyngdpunkt import --mapping kommun-a --dry-run exporter
    tyngdpunkt import --mapping kommun-a --exported 2026-10-31 exporter
    tyngdpunkt import --mapping min-kommun.toml personal.xlsx ärenden.csv
help-import-mapping =
    Mappningen: en fil, eller id för en som följer med, till exempel kommun-a.

    Hur en egen mappning skrivs står i docs/import.md.
help-import-exported =
    Dagen då filerna togs ut ur systemen (ÅÅÅÅ-MM-DD). Utan det: i dag.

    Det som har ändrats sedan förra exporten gäller från den dagen. Äldre filer än de senast inlästa tas inte emot.
help-import-dry-run = Visa vad som skulle hända, men spara inget.
help-import-paths =
    Filer, eller mappar med filer.

    Ur en mapp läses de filer vars namn står i mappningen; andra filer hoppas över.

## Hjälp: load

help-load =
    Visar tyngden för var och en en viss dag.

    Tyngden är poäng delat med utrymme, och ger en nivå: låg, balans, hög eller över. Poängen är personens ärenden, uppdrag och fasta del.
    Utrymmet följer av erfarenhet, anställning och nedsättningar den dagen. Den som inte har något utrymme får nivån inget utrymme, aldrig
    0 %; har personen ändå ärenden behöver de en ny handläggare.

    Gruppledaren ser här vem som behöver avlastas, och med --one-more vem som kan ta emot nästa ärende.
help-load-examples =
    tyngdpunkt load
    tyngdpunkt load --as-of 2026-10-31 --unit IFO-U --output tyngd.xlsx
    tyngdpunkt load --one-more "barn/utredning barn=3 tolk restid=lang"
help-load-as-of =
    Dagen (ÅÅÅÅ-MM-DD). Utan det: i dag.

    Både dagar som varit och dagar som kommer går att fråga om. Svaret bygger på det som gällde, eller är bestämt, den dagen.
help-load-unit =
    Bara en enhet och alla enheter under den. Ange enhetens kod.

    Den som arbetar i flera enheter räknas i var och en efter sin del av tiden där.
help-load-person = Bara en person. Ange anställningsnummer, signatur eller namn.
help-load-one-more =
    Visa också vad tyngden blir med ett ärende till.

    Skriv ärendet som typ/skede och därefter dess tyngdfaktorer, allt inom citattecken: "barn/utredning barn=3 tolk restid=lang". En faktor
    som bara finns eller inte finns skrivs ensam (tolk). En som är ett antal eller har nivåer skrivs med likhetstecken (barn=3, restid=lang).
    Typer, skeden och faktorer är viktmodellens id; se model show current.
help-load-model =
    Räkna med en annan viktmodell än den antagna.

    En fil, id för en modell som följer med, eller current för den som gäller i dag. Inget sparas.

## Hjälp: explain

help-explain =
    Visar hur en persons eller ett ärendes poäng räknades, rad för rad.

    För en person: varje ärende, uppdrag och den fasta delen, hur utrymmet räknades och vad tyngden blev. För ett ärende: viktmodellens rad,
    varje tyngdfaktor och avrundningen. Summan av raderna är alltid talet som load visar. Ha den framme i tyngdsamtalet.
help-explain-examples =
    tyngdpunkt explain 1032
    tyngdpunkt explain 2024-000807 --as-of 2024-04-01
help-explain-what = En persons anställningsnummer, signatur eller namn, eller ett ärendes beteckning.
help-explain-as-of = Dagen (ÅÅÅÅ-MM-DD). Utan det: i dag.

## Hjälp: overloaded

help-overloaded =
    Visar vilka som har haft det för tungt, och hur länge.

    Viktmodellen säger vilken nivå som är för tung och hur många veckor den får vara innan en åtgärd krävs. Tiden räknas ur det som gällde
    varje dag, så svaret går att lita på även för en dag som varit. Att någon finns i listan är inget fel hos personen: det är en fråga till
    arbetsledningen om vad som kan flyttas, vänta eller tas bort.
help-overloaded-examples =
    tyngdpunkt overloaded
    tyngdpunkt overloaded --unit IFO-U --as-of 2026-10-31
help-overloaded-as-of = Dagen (ÅÅÅÅ-MM-DD). Utan det: i dag.
help-overloaded-unit = Bara en enhet och alla enheter under den. Ange enhetens kod.

## Nästa ärende

title-next-case = Vem kan ta { $reference }?
next-case-none = Inget ärende med beteckningen { $reference } är öppet den dagen. Se vilka som väntar på gruppens sida, eller kontrollera beteckningen.
next-case-column-allowed = Kan få det
next-case-column-after = Tyngd efteråt
next-case-column-for = Talar för
next-case-column-against = Talar emot
next-case-column-rule = Före nästa genom
next-case-yes = ja
next-case-no = nej
next-case-no-capacity = inget utrymme
next-case-said-not-now = sade ”inte nu” { $day }
next-case-siblings = { $count ->
        [one] ett syskonärende
       *[other] { $count } syskonärenden
    }
next-case-speaks = kan { $language }
next-case-room = { $points } poäng kvar
next-case-room-over = { $points } poäng för mycket
next-case-away = inte på plats från { $day }
next-case-new = { $count ->
        [0] inget nytt på sju dagar
        [one] ett nytt på sju dagar
       *[other] { $count } nya på sju dagar
    }
next-case-introduction = { $count ->
        [one] ny i yrket, en månad
       *[other] ny i yrket, { $count } månader
    }
next-case-deadlines = { $count ->
        [one] en frist inom sju dagar
       *[other] { $count } frister inom sju dagar
    }
next-case-experience = { $count ->
        [one] ett sådant ärende tidigare
       *[other] { $count } sådana ärenden tidigare
    }
next-case-obstacle-not-qualified = inte behörig ({ $section } { $act })
next-case-obstacle-not-this-worker = ska inte ha ärendet
next-case-obstacle-locked = låst till sin handläggare
next-case-obstacle-language = kan inte { $language }
next-case-obstacle-district = inte i området { $district }
next-case-rule-allowed = kan få det
next-case-rule-answer = nästa sade ”inte nu”
next-case-rule-siblings = syskonen
next-case-rule-needs = språk eller område
next-case-rule-band = nivån
next-case-rule-presence = på plats
next-case-rule-new-cases = färre nya ärenden
next-case-rule-introduction = inte ny i yrket
next-case-rule-deadlines = färre frister
next-case-rule-experience = erfarenhet
next-case-rule-load = lägre tyngd
next-case-rule-name = namnet
next-case-trouble-nobody = Ingen annan handläggare tjänstgör i gruppen den dagen. Fråga en annan grupp.
next-case-trouble-locked = Ärendet är låst till sin handläggare. Ta bort låset på ärendets sida om det inte längre gäller; annars flyttar du ett annat ärende.
next-case-trouble-nobody-qualified = Ingen i gruppen är behörig för uppgiften enligt { $section } { $act }. Ge ärendet till en grupp där någon är det.
next-case-trouble-no-capacity = Ingen i gruppen har något utrymme den dagen. Fråga en annan grupp, eller se över nedsättningarna.
next-case-trouble-nobody-may = Ingen i gruppen kan få ärendet som det är. Se vad som hindrar var och en.
next-case-trouble-all-over = Vem som än får ärendet skulle få för mycket. Flytta något först, eller fråga en annan grupp.
note-next-case = Ordningen gäller just det här ärendet och är ingen ranking. Inget har fördelats.
note-next-case-not-weighed = Viktmodellen har ingen rad för ärendet, som räknas som noll poäng här.

## Hjälp: next-case

help-next-case =
    Visar vem i gruppen som kan ta ett ärende, i ordning, med det som talar för och emot var och en.

    Ordningen bestäms av en regel i taget: vem som får ha det, syskon, språk och område, nivån efteråt, vem som är på plats, veckans nya
    ärenden, introduktion, frister, erfarenhet och till sist tyngden. Kommandot fördelar ingenting; det gör gruppledaren.
help-next-case-examples =
    tyngdpunkt next-case --case 2026-0412
    tyngdpunkt next-case --case 2026-0412 --format json
help-next-case-case = Ärendets beteckning. Är det redan fördelat visas vem som kan ta över det.
help-next-case-as-of = Dagen (ÅÅÅÅ-MM-DD). Utan det: i dag.
## Hjälp: qualification

help-qualification =
    Visar vilka som saknar behörighet för barnärenden

    Alla som håller ärenden i sitt arbete och saknar den behörighet som socialtjänstlagen kräver, eller vars examen inte är känd, och vad
    de är huvudhandläggare för ändå. Examen och nämndens beslut antecknas i webbsidorna.
help-qualification-examples =
    tyngdpunkt qualification
    tyngdpunkt qualification --as-of 2026-10-31
help-qualification-as-of = Dagen (ÅÅÅÅ-MM-DD). Utan det: i dag.

## Hjälp: history

help-history =
    Visar hur en persons tyngd har ändrats dag för dag.

    En rad för varje sträcka av dagar då inget ändrades: poäng, utrymme, tyngd och nivå. Använd den inför tyngdsamtalet för att se när det
    blev tungt, och efteråt för att se om åtgärden hjälpte.
help-history-examples =
    tyngdpunkt history 1032
    tyngdpunkt history 1032 --from 2026-01-01 --to 2026-10-31
help-history-person = Personens anställningsnummer, signatur eller namn.
help-history-from = Första dagen (ÅÅÅÅ-MM-DD). Utan det: ett år före den sista.
help-history-to = Sista dagen (ÅÅÅÅ-MM-DD); den räknas med. Utan det: i dag.

## Hjälp: model

help-model =
    Kontrollerar, visar, jämför och antar viktmodeller.

    En viktmodell är en fil som säger vad ett ärende väger och vad en person kan bära. Den har en version och gäller från en dag. Kontrollera
    först en ändrad modell med check, se med compare vad den skulle betyda för var och en, och anta den sedan med adopt. Hur en modell skrivs
    står i docs/weight-model.md.
help-model-check =
    Kontrollerar modellfiler.

    För varje fel står fil, rad, kolumn och vad du kan skriva i stället. Slutkoden är 1 när det finns fel. Ingen databas behövs.
help-model-check-examples =
    tyngdpunkt model check min-modell.toml
help-model-check-files = Modellfiler.
help-model-list = Räknar upp antagna modeller och de som följer med.
help-model-show =
    Visar en modell: vad varje ärendetyp och skede ger, tyngdfaktorer, utrymme och nivåer.
help-model-show-examples =
    tyngdpunkt model show current
    tyngdpunkt model show exempel-barn-unga
help-model-show-model = En modell: en fil, id för en som följer med, eller current för den antagna som gäller i dag.
help-model-compare =
    Visar vad en annan modell skulle betyda för var och en.

    Allas tyngd räknas med båda modellerna för samma dag, och skillnaden visas. Gör det innan en modell antas, och ta med svaret när den
    förhandlas. Inget sparas.
help-model-compare-examples =
    tyngdpunkt model compare current min-modell.toml
    tyngdpunkt model compare current min-modell.toml --output skillnad.xlsx
help-model-compare-a = Modellen att jämföra med: en fil, id för en som följer med, eller current.
help-model-compare-b = Den andra modellen: en fil, id för en som följer med, eller current.
help-model-compare-as-of = Dagen (ÅÅÅÅ-MM-DD). Utan det: i dag.
help-model-adopt =
    Antar en modell från en viss dag.

    Modellen som gällde förut gäller till dess, så tidigare dagar räknas som de räknades då. Två modeller kan inte gälla från samma dag. Vem
    som antog modellen och när står i loggen.
help-model-adopt-examples =
    tyngdpunkt model adopt min-modell.toml
    tyngdpunkt model adopt exempel-barn-unga --from 2027-01-01
help-model-adopt-model = En modell: en fil, eller id för en som följer med.
help-model-adopt-from = Första dagen modellen gäller (ÅÅÅÅ-MM-DD). Utan det: valid_from i modellen.

## Hjälp: weigh

help-weigh =
    Väger en ärendemängd ur en fil, utan databas.

    Filen är JSON och beskrivs i docs/caseload.md: personer, deras anställning, nedsättningar, uppdrag och ärenden. Svaret är poäng, utrymme,
    tyngd och uträkning för var och en. Använd det för att pröva en modell på påhittade fall, eller från ett annat program.
help-weigh-examples =
    tyngdpunkt weigh --model exempel-barn-unga ärenden.json
    tyngdpunkt weigh --model min-modell.toml --format json - < ärenden.json
help-weigh-model = Viktmodellen: en fil, eller id för en som följer med.
help-weigh-as-of = Dagen (ÅÅÅÅ-MM-DD). Utan det: dagen i filen, annars i dag.
help-weigh-caseload = Filen. Ett bindestreck eller inget alls: läs det som skickas in.

## Hjälp: backup och restore

help-backup =
    Kopierar hela databasen till en fil.

    Kopian är en ögonblicksbild; andra kan arbeta under tiden. Den går att läsa tillbaka både till en SQLite-fil och till PostgreSQL. Den
    innehåller personaluppgifter: skydda den som databasen.
help-backup-examples =
    tyngdpunkt backup tyngdpunkt-2026-10-31.backup
help-backup-file = Filen som kopian skrivs till. Finns den redan ersätts den när kopian är hel.
help-restore =
    Läser tillbaka en kopia till en tom databas.

    Kopian kontrolleras först, och även loggen i den. Innehåller databasen något ändras inget. Öva återläsningen innan den behövs.
help-restore-examples =
    tyngdpunkt restore tyngdpunkt-2026-10-31.backup --database ny.db
help-restore-file = Kopian.

## Hjälp: log

help-log =
    Visar och kontrollerar loggen över alla ändringar.

    I loggen står vem som ändrade vad och när. Varje post är låst till den förra, så en ändring i efterhand syns.
help-log-verify =
    Kontrollerar att loggen är som den skrevs.

    Saknas, ändrades eller flyttades en post säger svaret vilken, och slutkoden är 1. Kör kontrollen regelbundet och efter varje återläsning.
help-log-verify-examples =
    tyngdpunkt log verify
help-log-show = Visar poster i loggen.
help-log-show-examples =
    tyngdpunkt log show
    tyngdpunkt log show --from 1200 --limit 20
help-log-show-from = Numret på den första posten som visas.
help-log-show-limit = Högst så många poster visas.

## Hjälp: serve

help-serve =
    Öppnar sidorna i webbläsaren.

    Programmet svarar på adressen tills det får besked att sluta (Ctrl-C, eller SIGTERM från en tjänstehanterare). Då tas inget nytt emot, och
    det som redan har begärts får bli klart. Loggen går till standard error, en rad per begäran, utan personuppgifter och utan adressens
    frågedel. /health svarar ok när databasen gör det.

    Sätt en webbserver med kryptering (TLS) framför, och låt den skicka vidare Host och Origin som de är. Fler inställningar kan stå i en fil
    (TOML): organisation, language (sv eller en), public_address, largest_body (byte), longest_request och longest_stop (sekunder),
    metrics_token, och under [accessibility] det som kommunen själv vet till tillgänglighetsredogörelsen: conformance (full, partial eller
    none), method, assessed och updated (datum), email, telephone, shortcomings (en lista). Det som anges här eller i en miljövariabel går före
    filen.

    Under [openid] står kommunens egen inloggning (OpenID Connect):
    issuer, client_id, client_secret eller client_secret_file: leverantörens adress, programmets namn hos den, och hemligheten.
    name: vad inloggningen heter på knappen. scopes: vad som efterfrågas utöver openid (utan det: profile).
    account_claim, number_claim: uppgiften som ger kontots namn (utan den: preferred_username) och den som ger anställningsnumret.
    role_claim, unit_claim: uppgiften vars värden ger roller, och den som ger enheternas koder.
    Rader av [[openid.roles]]: value, role och unit eller everywhere = true: rollen som ett värde ger, och var. [openid.units]: enhetskoder, där
    leverantören kallar enheterna något annat.
    create_accounts: om den som saknar konto men får en roll ska få ett (utan det: false).
    ca_certificate: fil med certifikat (PEM) att lita på, utöver dem som webbläsare litar på.
    password_sign_in: om man även kan logga in med lösenord (utan det: true).
help-serve-examples =
    tyngdpunkt serve
    tyngdpunkt serve --listen 127.0.0.1:9000 --settings tyngdpunkt.toml
help-serve-listen = Adress och port att svara på. Nås programmet bara genom en annan webbserver, låt det svara på 127.0.0.1.
help-serve-settings = Fil med fler inställningar (TOML); vilka står överst i den här hjälpen.
help-serve-public-address =
    Adressen som webbläsarna använder, till exempel https://tyngd.exempel.se.

    Börjar den med https skickas kakor bara krypterat, och webbläsarna får veta att de alltid ska använda kryptering.
help-serve-metrics-token =
    Lösenordet för /metrics, minst 16 tecken. Utan det finns inga mätvärden att läsa.

    Ange det hellre i miljövariabeln eller i filen: andra på datorn kan se kommandoraden.
help-serve-openid-issuer = Leverantören av kommunens egen inloggning, som den själv anger sin adress.
help-serve-openid-client-id = Vad leverantören kallar programmet.
help-serve-openid-client-secret =
    Hemligheten som programmet har fått av leverantören.

    Ange den hellre i miljövariabeln eller i en fil (client_secret_file): andra på datorn kan se kommandoraden.
help-serve-log = Loggens form: json för program, text för människor.

## När något går fel: filer

hidden-identity-number = (dolt personnummer)
file-not-found = { $file } finns inte. Kontrollera namnet, och att du står i rätt mapp.
file-no-access = Du kommer inte åt { $file }. Stäng filen om den är öppen i ett annat program, eller be om rättighet till den.
file-is-folder = { $file } är en mapp. Ange en fil.
file-exists = { $file } finns redan och har inte ändrats. Ange ett annat namn.
file-not-text = { $file } är ingen text i UTF-8. Spara filen i den teckenkodningen, eller ange en annan fil.
file-no-room = Det finns ingen plats kvar på disken för { $file }. Frigör plats och försök igen.
file-other = { $file } kan inte läsas eller skrivas. Datorns besked: { $reason }
language-malformed = { $file }:{ $line }: raden följer inte formatet Fluent. Rätta den, eller ta bort filen så används programmets egna meningar.
settings-file = { $file }:{ $line }: inställningen går inte att använda. Vilka som finns står i tyngdpunkt serve --help. Läsarens besked (på engelska): { $message }
settings-public-address = { $address } kan inte vara public_address. Skriv http:// eller https:// och en värd, utan sökväg, till exempel https://tyngd.exempel.se.
settings-zero = Inställningen { $setting } måste vara mer än noll. Ändra den, eller ta bort den så används ett värde som fungerar.
settings-short-token = Lösenordet metrics_token är för kort: det måste ha minst { $fewest } tecken. Välj ett längre, helst slumpat.
settings-issuer = { $address } kan inte vara issuer under [openid]. Skriv adressen som leverantören själv anger den, med https, till exempel https://login.exempel.se/realms/kommun.
settings-missing = Inställningen { $setting } saknas. Den behövs för att man ska kunna logga in med kommunens egen inloggning ([openid]).
settings-role-nowhere = Rollen för { $value } under [openid] gäller ingenstans. Ange unit eller everywhere = true på raden, eller unit_claim för alla rader.
settings-certificates = { $file } kan inte användas som certifikat (ca_certificate under [openid]). Det ska vara certifikat i formatet PEM. Läsarens besked (på engelska): { $reason }
toml-syntax = raden går inte att läsa som TOML. Se efter citattecken, hakparenteser och likhetstecken. Läsarens besked (på engelska): { $message }

## När något går fel: databasen

store-cannot-open = Databasen { $address } kan inte öppnas. Kontrollera adressen, att mappen eller servern finns och att du har rätt till den. Systemets besked: { $reason }
store-not-tyngdpunkt = { $address } är ingen databas för Tyngdpunkt och har inte ändrats. Ange en annan fil eller adress med --database.
store-newer-version = Databasen hör till ett nyare program: den har version { $found }, och det här programmet kan till och med version { $known }. Använd det nyare programmet, eller en databas med lägre version.
store-older-version = Databasen har version { $found } och måste uppgraderas till version { $known }, men den går bara att läsa. Öppna den en gång där den får skrivas.
store-disk-full = Disken är full, och det som skulle sparas har inte sparats. Frigör plats på disken och försök igen.
store-read-only = Databasen går bara att läsa. Inget har sparats. Skaffa skrivrättighet till filen och mappen den ligger i, eller ange en annan databas med --database.
store-connection-lost = Förbindelsen med databasen bröts. Bara det som redan var helt klart är sparat; tyngdpunkt log show visar vad. Försök sedan igen. Systemets besked: { $reason }
store-unsure = Förbindelsen med databasen bröts medan det sparades, och det är inte känt om det sparades. Se efter med tyngdpunkt log show innan du försöker igen. Systemets besked: { $reason }
store-busy = Någon annan skriver till databasen och blev inte klar i tid. Inget har sparats. Vänta en stund och försök igen.
store-corrupt = Databasen är skadad. Läs tillbaka en säkerhetskopia till en ny databas med tyngdpunkt restore. Databasens besked: { $reason }
store-refused-unique = Databasen tog inte emot en rad som redan finns där. Inget har sparats. Försök igen; händer det på nytt är det ett fel i programmet, som du bör anmäla. Databasens besked: { $reason }
store-refused-reference = Databasen tog inte emot en rad som hänvisar till något som inte finns. Inget har sparats. Det är ett fel i programmet: anmäl det. Databasens besked: { $reason }
store-refused-check = Databasen tog inte emot en rad vars värden motsäger varandra. Inget har sparats. Det är ett fel i programmet: anmäl det. Databasens besked: { $reason }
store-refused-append-only = Loggen går inte att ändra, bara att fylla på. Inget har sparats. Databasens besked: { $reason }
store-unrecorded =
    { $changes ->
        [one] En ändring skulle ha sparats utan att stå i loggen, och därför har inget sparats. Det är ett fel i programmet: anmäl det.
       *[other] { $changes } ändringar skulle ha sparats utan att stå i loggen, och därför har inget sparats. Det är ett fel i programmet: anmäl det.
    }
store-not-allowed = Du har inte den roll som krävs för detta. Fråga en administratör.
store-not-there = Det finns inget sådant, eller så är det inte för dig att se.
store-not-empty = Databasen innehåller redan något och har inte ändrats. En säkerhetskopia kan bara läsas tillbaka till en tom databas: ange en ny med --database.
store-backup-damaged = { $file } är ingen hel säkerhetskopia, och inget har lästs tillbaka. Använd en annan kopia. Det som är fel: { $reason }
store-details = En post i loggen kunde inte skrivas, och därför har inget sparats. Det är ett fel i programmet: anmäl det. Programmets besked: { $reason }
store-unexpected = Databasen svarade något som programmet inte väntade sig. Försök igen; händer det på nytt, anmäl det. Databasens besked: { $reason }
log-broken-missing = Loggen är bruten: post { $sequence } saknas.
log-broken-past-the-end = Loggen är bruten: post { $sequence } har lagts till efter slutet.
log-broken-not-following = Loggen är bruten: post { $sequence } hör inte ihop med posten före.
log-broken-changed = Loggen är bruten: post { $sequence } har ändrats.
log-broken-details-changed = Loggen är bruten: uppgifterna i post { $sequence } har ändrats.
log-broken-looks-changed = Loggen är bruten: post { $sequence } säger vems tyngd någon har tittat på, men listan som hittar den för personen säger något annat.
log-broken-other-head = Loggen är bruten: post { $sequence } är den sista, men loggens slutmärke är ett annat.
log-broken-what-to-do = Något har ändrats i databasen utan programmet. Visa det för den som ansvarar för systemet, och jämför med en säkerhetskopia innan någon fortsätter.

## När något går fel: listor som inte kan läsas in

import-older = Inget har lästs in. Filerna togs ut { $exported }, men från { $source } finns redan en senare export, från { $latest }. Läs in den senaste, eller rätta dagen med --exported.
list-empty = { $file } är tom. Ta ut listan igen och se till att den har rader.
list-wrong-type =
    { $file } är { $type ->
        [binary_xlsx] en Excelarbetsbok i binärt format (.xlsb)
        [old_excel] en äldre Excelfil (.xls) eller en arbetsbok med lösenord
        [open_document] ett kalkylblad i OpenDocument (.ods)
        [document] ett textdokument
        [pdf] en PDF
        [picture] en bild
        [archive] ett packat arkiv
        [web_page] en webbsida
        [xml] en XML-fil
        [json] en JSON-fil
        [database] en databas
       *[other] något annat
    }, inte CSV eller Excel (.xlsx). Ta ut listan igen och välj CSV eller Excelarbetsbok (.xlsx).
list-bad-spreadsheet = { $file } går inte att läsa som kalkylblad. Öppna filen, ta bort lösenordet om den har ett, och spara den igen som .xlsx. Läsarens besked: { $reason }
list-too-large-unpacked = { $file } packar upp sig till mer än { $megabytes } MB eller mer än { $ratio } gånger sin storlek, och har därför inte lästs. Ta ut listan som CSV i stället.
list-no-such-sheet = { $file } har inget blad som heter { $sheet }. Bladen är: { $sheets }. Rätta sheet i mappningen.
list-no-header-line = { $file } har ingen rad { $line }, där rubrikerna skulle stå. Rätta header_line i mappningen.
list-missing-column = { $file } saknar kolumnen { $column }, där mappningen hämtar { $field }. Kolumnerna är: { $columns }. Rätta mappningen eller filen.
list-missing-column-like = { $file } saknar kolumnen { $column }, där mappningen hämtar { $field }. En liknande kolumn: { $closest }. Rätta mappningen eller filen.
list-column-twice = { $file } har kolumnen { $column } mer än en gång, och mappningen hämtar { $field } där. Byt namn på en av dem i filen, eller ta bort den.
list-not-in-mapping = { $file } passar inget av filnamnen i mappningen: { $names }. Byt namn på filen, eller ändra name i mappningen.
notice-header-only = { $file } har rubriker men inga rader.
notice-identity-numbers-allowed = I kolumnen { $column } i { $file } släpps beteckningar som ser ut som personnummer igenom, eftersom mappningen säger så. Se efter att de inte är personnummer.

## När något går fel: avvisade rader

rejected-personal-identity-number = Här står ett personnummer eller samordningsnummer. Ta bort det ur listan. Är det en ärendebeteckning som bara ser ut så kan mappningen tillåta dem i den kolumnen (identity_numbers_allowed).
rejected-bad-encoding = Raden har en annan teckenkodning än resten av filen. Ta ut hela listan igen i en enda teckenkodning.
rejected-nul-byte = Raden innehåller nolltecken: filen är skadad. Ta ut listan igen.
rejected-too-long = Raden är längre än 1 MiB. Ta ut listan igen med radbrytning efter varje rad.
rejected-unclosed-quote = Ett citattecken öppnas men stängs aldrig. Stäng det eller ta bort det.
rejected-too-many-cells = Raden har { $cells } celler men listan bara { $columns } rubriker. Sätt citattecken runt värden som innehåller skiljetecknet.
rejected-formula = Här står en formel. Kopiera kolumnen och klistra in den som värden.
rejected-cell-error = Här står ett kalkylfel. Rätta cellen.
rejected-missing-reference = Ärendets beteckning saknas. Fyll i den.
rejected-missing-start = Startdagen saknas. Fyll i den.
rejected-missing-value = Uppgift saknas: { $field }. Fyll i den, eller ge fältet default i mappningen.
rejected-no-date = { $value } är inget datum. Skriv det som 2026-10-31.
rejected-date-out-of-range = { $value } ligger utanför de år som mappningen tillåter. Rätta datumet, eller earliest_year och latest_year i mappningen.
rejected-no-number = { $value } är inget tal. Rätta det.
rejected-negative-number = { $value } är under noll. Rätta det.
rejected-not-whole-number = { $value } är inget heltal. Rätta det.
rejected-too-large-number = { $value } är för stort. Rätta det, eller unit i mappningen.
rejected-end-before-start = Slutet { $end } ligger före starten { $start }. Rätta ett av datumen.
rejected-no-case-type = Ärendetypen saknas. Fyll i den.
rejected-unknown-case-type = { $value } är ingen känd ärendetyp. Lägg till den under values i mappningen, eller en rad för den i viktmodellen.
rejected-unknown-value = { $value } är inte känt ({ $field }). Lägg till det under values i mappningen.
rejected-unknown-worker = { $value } finns inte bland personalen. Rätta det, eller läs in personalen först.
rejected-duplicate = Exakt samma rad har redan antagits. Ta bort den ena.
rejected-contradiction = En tidigare rad säger något annat om samma sak. Behåll den som stämmer.
rejected-unknown-unit = Enheten ovanför, { $value }, finns inte. Rätta koden, eller lägg till enheten.
rejected-unknown-case = Ärendet { $value } finns inte i systemet. Rätta beteckningen, eller läs in ärendena först.
rejected-after-export = Dagen { $day } kommer efter exporten { $exported }. Bara det som har hänt antecknas: rätta dagen.
rejected-no-extension = Bara en förlängning har en frist och en sista dag. Töm dem, eller rätta händelsen.
rejected-unit-circle = Enheten ligger under sig själv: { $codes }. Rätta vilken enhet som ligger över en av dem.
field-name =
    { $field ->
        [code] enhetens kod
        [parent] enheten ovanför
        [person] anställningsnummer
        [also_known_as] signatur
        [name] namn
        [email] e-post
        [degree] examen
        [in_profession_since] i yrket sedan
        [unit] enhet
        [title] befattning
        [role] roll
        [form] anställningsform
        [extent] omfattning
        [size] nedsättningens storlek
        [start] startdag
        [end] slutdag
        [last_day] sista dag
        [end_reason] avgångsorsak
        [kind] slag
        [helper] vem som hjälpte
        [owner] vems ärende det är
        [count] antal
        [on] dag
        [reference] ärendets beteckning
        [type] ärendetyp
        [type_and_phase] ärendetyp och skede
        [phase] skede
        [received] inkom
        [extended_to] förlängd till
        [main] ansvarig handläggare
        [co] medhandläggare
        [co_share] medhandläggarens andel
        [sibling_group] syskongrupp
        [event] vad som hände
        [day] dag
        [duty] frist
        [until] förlängd till och med
       *[other] { $field }
    }

## När något går fel: mappningen (efter fil och rad)

mapping-format = format ska vara 1. Det här programmet läser inga andra.
mapping-unknown-key = { $key } betyder inget här. Skriv någon av: { $known }.
mapping-missing-key = { $key } saknas. Lägg till det; docs/import.md säger vad som ska stå.
mapping-wrong-type = { $key } ska vara { $expected }.
mapping-expected =
    { $expected ->
        [a-table] en tabell
        [a-text-in-quotation-marks] en text inom citattecken
        [a-whole-number] ett heltal
        [a-whole-number-that-is-not-below-zero] ett heltal som inte är under noll
        [true-or-false] true eller false
        [a-text-or-a-list-of-texts] en text, eller en lista med texter
        [a-text-a-number-or-a-date] en text, ett tal eller ett datum
        [a-text-a-whole-number-true-or-false] en text, ett heltal, true eller false
        [a-table-that-may-be-repeated-written-in-double-brackets] ett block som får upprepas, med dubbla hakparenteser
        [a-year-of-four-digits] ett år med fyra siffror
        [a-number-of-lines-or-a-list-of-texts-that-such-lines-begin-with] ett antal rader, eller en lista med texter som sådana rader börjar med
        [the-name-of-a-column-or-a-table] en kolumns rubrik, eller en tabell
       *[other] något annat
    }
mapping-unknown-word = { $key } kan inte vara { $value }. Skriv något av: { $known }.
mapping-both = { $first } och { $second } går inte att ha samtidigt. Behåll ett av dem.
mapping-no-unit = { $key } behöver en enhet. Lägg till unit = "percent", "fraction" eller "hours".
mapping-allowed-twice = identity_numbers_allowed får stå på en enda kolumn i varje lista. Ta bort det här.

## När något går fel: viktmodellen (efter fil, rad och kolumn)

model-top = modellen
model-missing-key = { $key } saknas i { $table }. Skriv till exempel: { $example }
model-example =
    { $key ->
        [format] format = 1
        [id] id = "barn-unga"
        [version] version = "2026-01"
        [title] title = "Barn och unga"
        [source] source = "Socialnämndens beslut"
        [valid_from] valid_from = 2026-01-01
        [unit] unit = "poäng"
        [norm] blocket [norm] med points = 150.0 och hours_per_week = 40.0
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
model-unknown-key = { $key } betyder inget i { $table }. Ta bort raden.
model-unknown-key-like = { $key } betyder inget i { $table }. Skriv { $nearest }, om det var det du menade; ta annars bort raden.
model-wrong-kind = { $key } i { $table } ska vara { $expected }.
model-expected =
    { $expected ->
        [text] en text inom citattecken
        [number] ett tal med decimalpunkt, till exempel 1.5
        [flag] true eller false
        [date] ett datum, till exempel 2026-01-01
        [list] en lista med texter, till exempel ["barn", "placering"]
        [levels] en tabell med nivåernas namn och tal
        [table] ett block med enkla hakparenteser
        [tables] ett block med dubbla hakparenteser
       *[other] något annat
    }
model-format = format ska vara 1. Det här programmet läser inga andra.
model-out-of-range = { $key } i { $table } ska vara ett tal från { $least } till { $most }.
model-out-of-range-whole = { $key } i { $table } ska vara ett heltal från { $least } till { $most }.
model-too-many-decimals =
    { $decimals ->
        [0] { $key } i { $table } ska vara ett heltal, utan decimaler.
        [one] { $key } i { $table } får ha högst { $decimals } decimal.
       *[other] { $key } i { $table } får ha högst { $decimals } decimaler.
    }
model-unknown-word = { $key } kan inte vara { $found }. Skriv något av: { $allowed }.
model-two-rows = Ärendetypen { $type } har redan poäng för skedet { $phase }, på rad { $line }. Ta bort en av raderna.
model-two-rows-any-phase = Ärendetypen { $type } har redan en rad, på rad { $line }, och en rad utan phase gäller alla skeden. Ta bort en av dem, eller ge båda phase.
model-two-with-one-id = id { $id } finns redan i { $table }, på rad { $line }. Byt id på en av dem.
model-no-rows = Modellen har inga ärenden. Lägg till minst ett block [[case]] med type, phase och points.
model-last-level-has-limit = Den sista nivån, { $id }, har en gräns, så den som varit längre i yrket får ingen nivå. Ta bort below_months, eller lägg till en nivå utan below_months efter den.
model-levels-out-of-order = Nivån { $id } står i fel ordning. Låt below_months öka från nivå till nivå; bara den sista är utan.
model-bands-out-of-order = Nivåerna står i fel ordning. low får inte vara över high, och high inte över over; skriv till exempel low = 0.85, high = 1.0 och over = 1.1.
model-factor-without-effect = Tyngdfaktorn { $id } ändrar inga poäng. Ge en flag add eller multiply, och en level antingen levels eller multipliers.
model-no-such-type-or-phase = { $found } i { $key } finns inte i någon rad [[case]]. Lägg till en sådan rad, eller ta bort ordet.
model-no-such-type-or-phase-like = { $found } i { $key } finns inte i någon rad [[case]]. Skriv { $nearest }, om det var det du menade.
model-exceptional-below-limit = exceptional är lägre än count. Det ska vara minst lika högt: så många ärenden som någon får ha i undantagsfall.
model-too-many-multipliers = Fler än { $most } tyngdfaktorer multiplicerar, och då går poängen inte att räkna exakt. Låt några av dem lägga till poäng i stället, med add eller levels.
adopt-refused = Modellen har inte antagits. Databasens besked (på engelska): { $reason }
adopt-same-day = Modellen har inte antagits: { $model } { $version } gäller redan från { $day }. Välj en annan första dag med --from.

## När något går fel: en ärendemängd som ska vägas

caseload-not-caseload = filen följer inte formatet i docs/caseload.md. Läsarens besked (på engelska): { $message }
caseload-end-before-start = { $person } har något som börjar { $from } men slutar redan { $to }. Rätta ett av datumen.
caseload-extent = { $person } har en anställning som ska ha antingen share (andel av heltid) eller hours_per_week. Ange en av dem.
caseload-reduction-size = { $person } har en nedsättning med både share och hours_per_week. Behåll en av dem.
caseload-out-of-range = { $person } har { $field } utanför det möjliga. Skriv ett tal från { $least } till { $most }.
weigh-no-row = Viktmodellen har ingen rad för ärendetypen { $type } i skedet { $phase }. Lägg till raden i modellen, eller rätta ärendet.
weigh-no-row-without-phase = Viktmodellen har ingen rad för ärendetypen { $type } utan skede. Ange ärendets skede, eller lägg till raden i modellen.
weigh-no-level = Tyngdfaktorn { $factor } har ingen nivå { $level }. Rätta ärendet, eller lägg till nivån i viktmodellen.
weigh-wrong-value = Tyngdfaktorn { $factor } kan inte vara { $value }. Se i viktmodellen om den är ett antal, ja eller nej, eller en nivå.

## Konton

title-accounts = Konton
column-account = Konto
column-state = Läge
column-roles = Roller
account-disabled = ur bruk
account-in-use = i bruk
account-without-password = inget lösenord
account-new-password = Nytt lösenord:{" "}
account-name-taken = Det finns redan ett konto { $name }.
account-no-name = { $name } kan inte vara namn på ett konto: använd bokstäver, siffror och . - _ @, högst 80 tecken.
account-no-unit = Det finns ingen enhet { $unit }. Läs in enheterna först.
account-backwards = Rollen började { $from } och kan inte sluta { $until }.
password-same = Det nya lösenordet är det du redan har. Välj ett annat.
account-wait = För många fel lösenord. Försök igen efter { $until }.
account-no-display = Namnet som visas måste ha mellan ett och 80 tecken.
account-identity-number = Namnet innehåller ett personnummer. Skriv ett namn utan det.
account-no-person = Personen som kontot skulle kopplas till finns inte.
account-last-administrator = Det här är den sista administratören. Ge någon annan rollen administratör först.
account-overlapping = Kontot har redan rollen där från { $from }.
account-overlapping-until = Kontot har redan rollen där från { $from } till { $until }.
account-unusable = Inställningen för hur dyrt ett lösenord är att gissa kan inte användas.
account-no-such-role-held = Kontot har inte rollen { $role } där den { $day }.
no-such-account = Det finns inget konto { $name }. Se listan: tyngdpunkt account list.
no-such-role = Det finns ingen roll { $role }. Rollerna är: { $known }.
no-randomness = Systemet ger inga slumptal: { $reason }.
password-short = Lösenordet måste ha minst { $minimum } tecken. En kort mening är lätt att komma ihåg.
password-long = Lösenordet får ha högst { $maximum } tecken.
password-common = Lösenordet är ett av dem som gissas först. Välj något eget.
password-name = Lösenordet får inte innehålla kontots namn.
password-wrong = Det nuvarande lösenordet eller koden är en annan.

## Hjälp: account

help-account =
    Visar och ändrar vilka som kan logga in.

    Ett konto hör till en person och får roller, var och en i en enhet och från en dag. Varje ändring står i loggen.
help-account-add = Lägger till ett konto, utan lösenord och roller.
help-account-add-examples =
    tyngdpunkt account add anna.berg --person 1001
help-account-add-account = Namn att logga in med.
help-account-add-display = Namn som visas för andra. Utan det: personens.
help-account-add-person = Anställningsnummer eller namn på den vars konto det är.
help-account-list = Visar kontona och deras roller.
help-account-disable = Tar ett konto ur bruk och avslutar dess sessioner.
help-account-disable-account = Kontots namn.
help-account-enable = Tar ett konto i bruk igen.
help-account-enable-account = Kontots namn.
help-account-unlink =
    Glömmer vem kontot hör till hos kommunens egen inloggning, och avslutar dess sessioner.

    Behövs när en person har fått en ny identitet där. Nästa gång hittas kontot som första gången, med uppgifterna från inloggningen.
help-account-unlink-account = Kontots namn.
help-account-password =
    Ger ett konto ett lösenord och avslutar dess sessioner.

    Lösenordet frågas efter, eller läses som första raden som skickas in. Det ges aldrig på kommandoraden, där andra kunde se det.
help-account-password-examples =
    tyngdpunkt account password anna.berg
help-account-password-account = Kontots namn.
help-account-role = Ger roller och tar tillbaka dem.
help-account-role-give =
    Ger en roll.

    Roller: caseworker, supervisor, head, hr, relief, coordinator, safety-representative, administrator. En supervisor behöver en enhet.
help-account-role-give-examples =
    tyngdpunkt account role give anna.berg supervisor --unit syd
    tyngdpunkt account role give it.stod administrator
help-account-role-give-account = Kontots namn.
help-account-role-give-role = Rollen.
help-account-role-give-unit = Enhetens kod. Utan den: hela organisationen.
help-account-role-give-from = Första dagen. Utan den: i dag.
help-account-role-take = Tar tillbaka en roll.
help-account-role-take-account = Kontots namn.
help-account-role-take-role = Rollen.
help-account-role-take-unit = Koden för enheten den gavs i.
help-account-role-take-from = Första dagen utan den. Utan detta: i dag.
help-value-account = KONTO
help-value-name = NAMN
help-value-role = ROLL

## Nycklar för program

title-tokens = Nycklar för program
column-token = Nyckel
column-tail = Slutar på
column-until = Gäller till
column-used = Senast använd
token-counts = i bruk
token-expired = utgången
token-revoked = indragen
token-reads = läsa
token-writes = läsa och skriva
column-may = Får
token-told-once = Nyckeln visas bara den här gången och kan aldrig visas igen. Förvara den som ett lösenord.
token-name-taken = Det finns redan en nyckel { $name }, kanske en som är indragen: namnet står kvar i loggen. Välj ett annat namn.
token-until = En nyckel gäller till en dag från { $first } till { $last }, inte { $until }.
token-no-role = En nyckel behöver minst en roll: lägg till --role.
no-such-token = Det finns ingen nyckel { $name } i bruk. Se listan: tyngdpunkt token list.

## Hjälp: token

help-token =
    Visar och ändrar de nycklar som program frågar med.

    En nyckel är sig själv: den har egna roller, och namnet står i loggen efter "token:". Den vars tyngd läses ser det. Hur ett program
    frågar står i docs/api.md.
help-token-add =
    Utfärdar en nyckel och visar den, bara den här gången.

    En roll skrivs som i listan över konton: administrator, eller supervisor@syd för en enhet.
help-token-add-examples =
    tyngdpunkt token add import-hr --role administrator
    tyngdpunkt token add skarm --role supervisor@syd --read-only
help-token-add-name = Namnet: bokstäver, siffror och . - _ @.
help-token-add-role = Vad den får göra, kanske i en enhet. Kan ges flera gånger.
help-token-add-person = Anställningsnummer eller namn på den vars egen tyngd den får läsa. Utan det: ingens.
help-token-add-read-only = Låt den bara läsa.
help-token-add-until = Första dagen då den inte längre gäller, högst två år fram. Utan den: ett år fram.
help-token-list = Visar nycklarna, även de som är ur bruk.
help-token-revoke = Tar en nyckel ur bruk för gott.
help-token-revoke-name = Nyckelns namn.
## Omfördelning

title-rebalance = Plan för { $file }
title-rebalance-units = Plan att fördela om
title-rebalance-impossible = Det går inte att få alla under gränsen som det är nu
title-rebalance-not-found = Ingen plan hittades, och det är inte bevisat att det inte finns någon
rebalance-saved = Sparat som utkast { $id }. Gruppledaren ser det under Fördela om, på sidan /rebalance/{ $id }.
rebalance-resting = Har inget utrymme den dagen, behåller sina ärenden och får inga nya: { $names }.
rebalance-enough-limit = Med gränsen { $limit } finns det en plan: ange --limit.
rebalance-limit-range = { $limit } är ingen gräns. Skriv ett tal från 0.1 till 2, till exempel --limit 0.95.
rebalance-not-in-units = Någon av personerna är inte med i enheterna. Ta med fler enheter med --unit.
rebalance-reason-gives-up = den som har den nu lämnar ifrån sig sina ärenden
rebalance-obstacle-no-capacity = Ingen av dem som är med kan ta emot ärenden den dagen: ingen är handläggare i tjänst med utrymme. Ta med fler enheter eller välj en annan dag.
rebalance-obstacle-nobody-by = { $group } får inte ligga hos någon: { $rules }. Ta med någon som får ha det.
rebalance-obstacle-locked-cases = { $worker } har låsta ärenden ({ $groups }) som är { $needed } poäng för mycket för gränsen. Lås upp något, eller höj gränsen.
rebalance-obstacle-other-work = { $worker } har annat än egna ärenden som är { $needed } poäng för mycket för gränsen. Avlasta det, eller höj gränsen.
rebalance-rule-qualification = saknar behörighet
rebalance-rule-degree-unknown = ingen examen antecknad
rebalance-rule-language = talar inte språket
rebalance-rule-district = arbetar inte i området
rebalance-rule-not-this-worker = ska inte ha ärendet
rebalance-rule-gives-up = lämnar ifrån sig sina ärenden
rebalance-rule-other-part = hör till den andra gruppen
rebalance-column-from = Från
rebalance-column-to = Till
rebalance-column-group = Grupp
rebalance-column-reason = Varför
rebalance-column-why = Varför, och vad som krävs
rebalance-nobody = ingen
rebalance-fewest =
    { $handovers ->
        [one] { $handovers } ärende byter handläggare. Det är bevisat att det inte går med färre.
       *[other] { $handovers } ärenden byter handläggare. Det är bevisat att det inte går med färre.
    }
rebalance-bound =
    { $handovers ->
        [one] { $handovers } ärende byter handläggare. Ingen plan kan klara sig med färre än { $bound }.
       *[other] { $handovers } ärenden byter handläggare. Ingen plan kan klara sig med färre än { $bound }.
    }
rebalance-highest-proven = Den högsta tyngden är { $highest } ({ $exact }). Med så få byten kan den inte bli lägre.
rebalance-highest = Den högsta tyngden är { $highest } ({ $exact }), den lägsta som hittades med så få byten.
rebalance-trade-off = Med { $handovers } byten ({ $more } fler) blir den högsta tyngden { $highest }.
rebalance-stopped = Tiden tog slut innan allt var prövat: en ny körning kan ge en annan plan. Ge den längre tid med --seconds.
rebalance-reason-new = ingen har den
rebalance-reason-holder-may-not = den som har den nu får inte ha den
rebalance-reason-above-limit = den som har den nu har { $points } poäng och gränsen är { $most }
rebalance-reason-makes-room = den som har den nu lämnar plats för { $groups }
rebalance-reason-lowers-highest = den högsta tyngden blir lägre
rebalance-impossible = { $file }: det går inte att få alla under gränsen som det är nu
rebalance-not-found = { $file }: ingen plan hittades, och det är inte bevisat att det inte finns någon
rebalance-enough = Det skulle räcka om dessa kunde ha mer: handläggare { $worker }, { $points } poäng till.
rebalance-obstacle-nobody = Grupp { $group } får inte ligga hos någon. Låt någon ha den.
rebalance-obstacle-locked = Handläggare { $worker } har { $points } låsta poäng (grupperna { $groups }) och gränsen är { $most }. Lås upp minst { $needed } poäng, eller höj gränsen.
rebalance-obstacle-too-large = Grupp { $group } är { $points } poäng, mer än någon som får ha den har plats för. Närmast är handläggare { $worker }, där det saknas { $needed } poäng.
rebalance-obstacle-crowded = { $count } grupper ({ $points } poäng) får bara ligga hos handläggarna { $workers }, som har plats för { $room }. Det saknas { $needed } poäng: låt andra ha några av grupperna, eller öka utrymmet. Grupperna: { $groups }.

## Hjälp: rebalance

help-rebalance =
    Räknar fram så få byten av handläggare som möjligt så att alla kommer under en gräns.

    Med --unit eller --whole räknas det på databasen: vad var och en har och kan bära den dagen. Med --save sparas svaret som ett utkast, som
    gruppledaren ser under Fördela om i webbläsaren. Med --instance räknas det på en fil med handläggare och grupper av ärenden som hålls
    ihop; den beskrivs i docs/rebalance.md. Svaret är en plan med skäl till varje byte, ett bevis för hur få byten det kan bli och vad fler
    byten skulle ge. Det är ett förslag: programmet fördelar inga ärenden självt.
help-rebalance-examples =
    tyngdpunkt rebalance --unit IFO-U
    tyngdpunkt rebalance --unit IFO-U --leaves 1032 --limit 1 --save
    tyngdpunkt rebalance --instance kommun.txt --seconds 60 --limit 0.95
help-rebalance-unit = En enhet vars personer är med, med alla enheter under den. Ange enhetens kod; kan anges flera gånger.
help-rebalance-whole = Hela kommunen.
help-rebalance-day = Dagen (ÅÅÅÅ-MM-DD) då alla ska vara under gränsen. Utan den: i dag.
help-rebalance-leaves = Den som slutar och lämnar över alla sina ärenden. Kan anges flera gånger.
help-rebalance-away = Den som är helt borta från den dagen. Kan anges flera gånger.
help-rebalance-unallocated = Fördela också de ärenden som ingen har.
help-rebalance-save = Spara svaret som ett utkast. Ingenting fördelas.
help-rebalance-per-week = Högst så många ärenden i veckan till samma person, i utkastet.
help-rebalance-instance = Filen med handläggare och grupper av ärenden.
help-rebalance-seconds = Längsta tiden att leta, i sekunder. Det slutar tidigare när inget bättre är möjligt.
help-rebalance-seed = Var slumpen börjar. Samma tal ger samma plan.
help-rebalance-limit = Hur stor del av utrymmet som får användas: 0.95 är 95 procent.
help-value-share = ANDEL

## När något går fel: en fil som ska omfördelas

rebalance-limit = { $limit } är ingen gräns. Skriv ett tal över 0 och högst 10, till exempel --limit 0.95.
rebalance-field-workers = antalet handläggare
rebalance-field-groups = antalet grupper
rebalance-field-capacity = en handläggares utrymme
rebalance-field-points = gruppens poäng
rebalance-field-cases = antalet ärenden
rebalance-field-holder = den som har den nu (-1 för ingen)
rebalance-field-locked = låst (0 eller 1)
rebalance-field-allowed-count = hur många som får ha den
rebalance-field-allowed = en handläggare som får ha den
rebalance-missing = Här slutar raden, men { $field } saknas. Fyll i raden så som docs/rebalance.md visar.
rebalance-not-a-number = { $word } står där { $field } ska stå. Skriv ett heltal från { $least } till { $most }.
rebalance-extra = { $word } är mer än raden ska ha. Ta bort det, eller rätta talet som säger hur många det är.
rebalance-fewer-groups = Filen säger { $promised } grupper men har { $found }. Rätta första raden, eller lägg till det som saknas.
rebalance-locked-to-nobody = Gruppen är låst, men ingen har den. Ange vem som har den, eller lås upp den.
rebalance-twice = Handläggare { $worker } står två gånger bland dem som får ha gruppen. Ta bort den ena.
rebalance-too-much = Tillsammans med raderna ovan blir det mer än { $most }, vilket är mer än det går att räkna med. Använd större enheter.
