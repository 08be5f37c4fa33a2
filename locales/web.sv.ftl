# Vad sidorna säger, på svenska. Samma id:n och variabler som web.en.ftl; ett test jämför dem.
# I längre texter skiljer en tom rad styckena åt, och varje rad i en lista börjar med ett streck.

product = Tyngdpunkt
promise = Tyngdpunkt är ett arbetsmiljöverktyg, inget prestationsverktyg.
promise-read-more = Vad talet är och inte är
skip-to-content = Hoppa till innehållet
navigation = Huvudmeny
read-in-this-language = På svenska
place-start = Start
place-about-the-number = Talet
place-help = Hjälp
picture-as-table = Visa siffrorna som tabell
form-faults-title = Det här behöver rättas

## Dagar

month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
day-in-words = { $day } { $month } { $year }

## När något inte går

failure-to-start = Till startsidan
failure-number = Uppge det här numret om du berättar om felet för den som sköter systemet: { $number }
failure-bad-request-title = Det som skickades går inte att förstå
failure-bad-request-text = Gå tillbaka till sidan du kom från, kontrollera det du fyllde i och skicka igen.
failure-other-site-title = Formuläret togs inte emot
failure-other-site-text = Det skickades inte från en av våra sidor, och därför har ingenting ändrats. Öppna sidan här hos oss och fyll i formuläret igen.
failure-not-found-title = Sidan finns inte
failure-not-found-text = Adressen kan vara felskriven, eller så är sidan inte till för dig. Kontrollera adressen eller börja om från startsidan.
failure-method-not-allowed-title = Så kan sidan inte användas
failure-method-not-allowed-text = Adressen finns, men inte för det som skulle göras. Börja om från startsidan.
failure-too-large-title = Det som skickades är för stort
failure-too-large-text = Skicka en mindre fil eller en kortare text. Ingenting har sparats.
failure-too-slow-title = Det tog för lång tid
failure-too-slow-text = Svaret blev inte färdigt i tid. Vänta en stund och försök igen.
failure-unavailable-title = Det går inte just nu
failure-unavailable-text = Databasen svarar inte. Vänta en stund och försök igen.
failure-internal-title = Något gick fel hos oss
failure-internal-text = Felet är antecknat. Försök igen om en stund; hjälper det inte, berätta för den som sköter systemet.

## Startsidan

start-title = Rimlig tyngd för den som möter familjerna
start-lead = Tyngdpunkt visar hur mycket varje handläggare bär, mot vad den personen kan bära just nu. Det är början på ett samtal, inte ett betyg.
start-text =
    Varje ärende väger olika mycket beroende på typ, skede och sådant som flera barn, tolk eller långa resor. Tillsammans med möten, uppdrag och
    den tid personen faktiskt har blir det ett tal: tyngden. Varje tal går att öppna och läsa rad för rad.

    När tyngden är hög för länge ska något göras. Handläggare och gruppledare kommer överens om åtgärder med datum, och nästa gång ses det om de
    blev av.
start-about-number = Hur tyngden räknas, vad den får användas till och vad den aldrig får användas till.
start-help = Kort hjälp för var och en: handläggare, gruppledare, chef, HR och andra.
start-accessibility-title = Tillgänglighet
start-accessibility = Hur tillgängliga sidorna är och hur du berättar om något som inte fungerar.

## Om talet

about-number-title = Vad talet är och inte är
about-number-is-title = Vad talet är
about-number-is =
    Tyngden är poängen för det du har hand om, delad med det utrymme du har. 100 % betyder att du bär precis så mycket som viktmodellen räknar med
    för din arbetstid.

    Talet finns för att två personer ska kunna prata om samma sak: är det här rimligt, och vad gör vi om det inte är det?
about-number-counted-title = Hur det räknas
about-number-counted =
    - Varje ärende får poäng ur kommunens egen viktmodell efter typ och skede. Neutrala tyngdfaktorer, till exempel antal barn, tolk, domstol eller resor, kan lägga till poäng.
    - Möten, handledning och andra fasta delar av arbetet räknas, liksom uppdrag som inte är ärenden.
    - Utrymmet följer arbetstid, erfarenhet och nedsättning. Varför någon har en nedsättning lagras aldrig.
    - Varje tal kan öppnas: vilken rad i viktmodellen, hur många, hur många poäng.
    - Den som inte har något utrymme alls har ingen tyngd i procent. Då står det ”inget utrymme”, aldrig noll.
about-number-is-not-title = Vad det inte är
about-number-is-not =
    - Det är inget mått på hur bra eller hur snabbt någon arbetar.
    - Det rangordnar ingen, och namngivna personer jämförs inte utanför den egna gruppen.
    - Det bestämmer ingenting. En människa fördelar ärenden, avslutar dem och kommer överens om åtgärder.
    - Det är inget underlag för lön, anställning eller disciplin.
about-number-kept-title = Vad som inte finns här
about-number-kept =
    Ett ärende är en beteckning, en typ, ett skede och neutrala tyngdfaktorer. Här finns inga namn på klienter, inga personnummer, ingen fritext om
    klienter, ingen orsak till frånvaro och ingenting om hälsa eller facklig tillhörighet.
about-number-seen-title = Vem som ser det
about-number-seen =
    Du ser ditt eget tal, alla dess rader och vilka som har tittat på dem. Din gruppledare ser sin grupp. Chefer högre upp ser summor och
    fördelningar, aldrig grupper med färre än fem personer. Varje läsning antecknas i en logg som granskas.

## Hjälp

help-title = Hjälp
help-lead = Välj det avsnitt som handlar om dig.
help-contents = Avsnitt på sidan
help-title-caseworker = Handläggare
help-text-caseworker =
    ”Min tyngd” visar dina ärenden, dina poäng och hur vart och ett räknades.

    - Öppna ett ärende för att se vilken rad i viktmodellen det kommer från och vad varje tyngdfaktor lade till.
    - Om något inte stämmer, säg det till din gruppledare: uppgifterna kommer från verksamhetssystemet och rättas där.
    - Under sista rubriken ser du vem mer som har tittat på ditt tal.
    - Talet är till för ett samtal om vad som är rimligt. Det säger inget om hur bra du arbetar.
help-title-supervisor = Gruppledare
help-text-supervisor =
    Börja med gruppen: vem som har för mycket, sedan hur länge, och vilka ärenden som väntar på handläggare.

    - Sista kolumnen visar vad ett tungt ärende till skulle göra för var och en. Du bestämmer.
    - Öppna någon för att se samma sida som den personen ser. Att du tittade visas för personen.
    - När någon har haft för mycket så länge som viktmodellen säger ska det bli ett samtal och en plan.
    - Listan står i namnordning. Skriv inte ut den som en ranking.
help-title-head = Chef
help-text-head =
    Du ser summor och fördelningar för dina enheter och allt som ligger under dem.

    - Namn visas inte, och grupper på färre än fem personer visas inte.
    - ”Över för länge” räknar dem som har haft för mycket så länge som viktmodellen säger.
help-title-hr = HR
help-text-hr =
    Uppgifterna om anställningar kommer från personalsystemet; rätta dem där.

    - Du ser ingens ärenden eller tyngd.
    - Än finns inga fler sidor för HR än den här.
help-title-relief = Avlastning
help-text-relief =
    Än finns inga fler sidor för avlastning än den här.
help-title-coordinator = Samordnare
help-text-coordinator =
    Än finns inga fler sidor för samordning än den här.
help-title-safety-representative = Skyddsombud
help-text-safety-representative =
    Du ser var det har varit för tungt länge.

    - Siffrorna gäller enheter och visas inte för grupper på färre än fem personer.
    - Det finns ingen lista med namn i ordning efter tyngd.
help-title-administrator = Administratör
help-text-administrator =
    Du tar in listor, lägger upp konton och sköter viktmodeller, säkerhetskopior och loggen. Det görs på kommandoraden: ”tyngdpunkt --help” visar hur.

    - Prova en import först: du ser vilka rader som avvisas, och ingenting lagras. Rader med personnummer avvisas alltid.
    - Anta en ny viktmodell från ett datum. Det som redan har räknats ändras inte.
    - Kontrollera regelbundet att loggen är hel.

## Tillgänglighetsredogörelse (lag 2018:1937)

accessibility-title = Tillgänglighets{"\u00AD"}redogörelse
accessibility-unfinished = Kommunen har ännu inte lämnat alla uppgifter till den här redogörelsen. Det som saknas är markerat i texten.
accessibility-responsible = { $organisation } står bakom den här webbplatsen.
accessibility-responsible-unknown = [Organisationens namn är inte ifyllt.]
accessibility-purpose = Vi vill att så många som möjligt ska kunna använda den. Här beskriver vi hur Tyngdpunkt uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du kan rapportera brister så att vi kan åtgärda dem.
accessibility-how-title = Hur tillgänglig är webbplatsen?
accessibility-conformance-full = Webbplatsen är helt förenlig med lagen om tillgänglighet till digital offentlig service.
accessibility-conformance-partial = Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service. Bristerna beskrivs nedan.
accessibility-conformance-none = Webbplatsen är inte förenlig med lagen om tillgänglighet till digital offentlig service. Bristerna beskrivs nedan.
accessibility-conformance-unknown = [Hur väl webbplatsen uppfyller lagen är ännu inte bedömt av organisationen.]
accessibility-report-title = Rapportera brister eller be om hjälp
accessibility-report = Om något på webbplatsen inte går att använda, eller om du behöver innehåll på ett annat sätt, hör av dig till oss.
accessibility-report-unknown = [Kontaktuppgifter är inte ifyllda.]
accessibility-email = E-post:
accessibility-telephone = Telefon:
accessibility-supervision-title = Tillsyn
accessibility-supervision = Myndigheten för digital förvaltning, Digg, har tillsyn över lagen om tillgänglighet till digital offentlig service. Är du inte nöjd med hur vi tar hand om dina synpunkter kan du anmäla det till Digg:
accessibility-supervision-link = Anmäl bristande tillgänglighet på digg.se
accessibility-technical-title = Teknisk information om tillgängligheten
accessibility-technical = Kraven är de i standarden EN 301 549, som för webbsidor motsvarar WCAG 2.1 på nivå AA.
accessibility-shortcomings-title = Innehåll som inte är tillgängligt
accessibility-shortcomings-none = Inga brister är angivna.
accessibility-tested-title = Hur webbplatsen har testats
accessibility-method = Så har webbplatsen bedömts: { $method }.
accessibility-method-unknown = [Hur webbplatsen har bedömts är inte ifyllt.]
accessibility-assessed = Den senaste bedömningen gjordes den { $day }.
accessibility-assessed-unknown = [Datum för bedömningen är inte ifyllt.]
accessibility-updated = Redogörelsen uppdaterades senast den { $day }.
accessibility-updated-unknown = [Datum för senaste uppdatering är inte ifyllt.]
accessibility-tested =
    Inför varje version av Tyngdpunkt provas sidorna i en webbläsare:

    - automatiskt mot reglerna i WCAG 2.0 och 2.1, nivå A och AA
    - på svenska och engelska
    - på bred skärm och med 320 bildpunkters bredd
    - med enbart tangentbord
    - utan JavaScript.

## Att logga in

place-sign-in = Logga in
place-my-load = Min tyngd
place-measurement = Mätningen
place-team = Gruppen
place-units = Enheterna
sign-in = Logga in
sign-out = Logga ut
sign-in-title = Logga in
sign-in-name = Användarnamn
sign-in-password = Lösenord
sign-in-code = Engångskod
sign-in-code-hint = Bara om kontot har tvåstegsinloggning.
sign-in-refused = Användarnamn, lösenord eller kod stämmer inte. Försök igen, eller be den som sköter systemet om ett nytt lösenord.
sign-in-code-needed = Kontot har tvåstegsinloggning. Skriv lösenordet igen och koden från din app.
sign-in-wait = { $count ->
        [one] För många försök. Vänta en sekund och försök igen.
       *[other] För många försök. Vänta { $count } sekunder och försök igen.
    }
demonstration-title = Prova demonstrationen
demonstration-text = Allt här är påhittat. Välj vem du vill vara.
role-caseworker = Socialsekreterare
role-supervisor = Gruppledare
role-head = Chef
role-hr = HR
role-relief = Avlastning
role-coordinator = Samordnare
role-safety-representative = Skyddsombud
role-administrator = Administratör

## Ord

word-load = Tyngd
word-band = Nivå
word-points = Poäng
word-part = Del
word-how = Hur
word-month = Månad
word-name = Namn
word-cases = Ärenden
word-case = Ärende
word-kind = Typ och skede
word-waited = Har väntat
word-too-much-for = För mycket i
word-with-one-more = Med ett till
word-unit = Enhet
word-people = Personer
word-over = Över gränsen
word-lasting = Över för länge
word-own-rating = Eget omdöme
word-flex = Flexsaldo
word-work-situation = Arbetssituationen
word-not-stated = inte angivet
word-yes = ja
word-no = nej
band-low = Låg
band-balance = Balans
band-high = Hög
band-over = Över
band-no-capacity = Inget utrymme
band-low-means = Det finns utrymme för mer just nu.
band-balance-means = Tyngden är rimlig.
band-high-means = Tyngden är hög. Ta upp den med din gruppledare innan den blir för mycket.
band-over-means = Tyngden är för mycket. Prata med din gruppledare om vad som kan ändras.
band-no-capacity-means = Det finns inget utrymme den här dagen. Ärenden som ändå ligger kvar behöver någon annan.
points-of = { $points } poäng
days = { $count ->
        [one] en dag
       *[other] { $count } dagar
    }
weeks = { $count ->
        [0] mindre än en vecka
        [one] en vecka
       *[other] { $count } veckor
    }

## Så räknades det

gauge-title = Tyngden mot gränserna
gauge-description = Tyngden är { $load }: { $band }.
year-title = Tyngden de senaste tolv månaderna
year-description = För ett år sedan { $then }, i dag { $now }.
overload-for = { $count ->
        [0] Tyngden har varit för mycket i mindre än en vecka.
        [one] Tyngden har varit för mycket i en vecka.
       *[other] Tyngden har varit för mycket i { $count } veckor.
    }
overload-due = { $count ->
        [one] Tyngden har varit för mycket i en vecka. Nu ska ett tyngdsamtal hållas och åtgärder bestämmas.
       *[other] Tyngden har varit för mycket i { $count } veckor. Nu ska ett tyngdsamtal hållas och åtgärder bestämmas.
    }
counted-cases-in = Ärenden: { $phase }
counted-cases = { $count ->
        [one] ett ärende
       *[other] { $count } ärenden
    }
counted-stable = Fast del (möten, handledning, egen fortbildning)
counted-duty = Uppdrag: { $title }
counted-support = Stöd: { $title }
counted-not-weighed = kan inte vägas
counted-row = Raden { $row } i viktmodellen
counted-rounding = Avrundning
counted-part-main = Huvudhandläggarens del
counted-part-co = Medhandläggarens del
counted-several = { $count } sådana ärenden
counted-norm = Heltid
counted-hours = { $hours } timmar i veckan
counted-level = Erfarenhet: { $level }
counted-works-in = Arbetar i { $unit }
counted-works = Arbetar
counted-not-in-service = Inte i tjänst den här dagen
counted-reduction = Nedsättning: { $title }
counted-expired = har gått ut och räknas inte längre

## Min tyngd

my-load-title = Min tyngd
my-load-measure = Gör månadens mätning
my-load-sum = Den { $day }: { $points } poäng mot ett utrymme på { $capacity }, alltså { $load }.
my-load-made-of = Vad den består av
my-load-together = Tillsammans
my-load-capacity = Så räknades utrymmet: { $capacity } poäng
my-load-cases = Ärendena
my-load-no-cases = Inga ärenden.
my-load-cases-hint = Öppna ett ärende för att se hur det räknades.
my-load-year = Det senaste året
my-load-looks = Vem som har tittat
my-load-no-looks = Ingen annan har tittat på din tyngd.
my-load-no-person = Kontot hör inte till någon i personallistan, så det finns ingen tyngd att visa. Be den som sköter systemet att koppla kontot till dig.
my-load-no-model = Ingen viktmodell gäller i dag, så ingenting kan vägas. Be den som sköter systemet att anta en.

## Månadens mätning

rating-1 = 1 – Mycket lätt
rating-2 = 2 – Lätt
rating-3 = 3 – Lagom
rating-4 = 4 – Tungt
rating-5 = 5 – Alldeles för tungt
measurement-title = Månadens mätning
measurement-lead = Mätningen för { $month } tar ungefär tio minuter. Du och din gruppledare ser samma sak när ni pratar.
measurement-number = Så ser talet ut
measurement-number-saved = Så sparades det den dagen. Talet ändras inte, men det du själv säger kan du ändra.
measurement-number-opened = Se hur talet räknades
measurement-own = Det du säger själv
measurement-rating = Hur tungt har det varit den här månaden?
measurement-rating-hint = Ditt omdöme gäller även när talet säger något annat.
measurement-flex = Flexsaldo i timmar
measurement-flex-hint = Till exempel 4,5 eller −2. Lämna tomt om du inte har flex.
measurement-sentence = En mening om din arbetssituation
measurement-sentence-hint = Om du vill. Skriv inte om klienter: inga namn, inga personnummer, inget om någon familj. Det du skriver sparas till samtalet med din gruppledare.
measurement-save = Spara och gå vidare
measurement-no-rating = Välj hur tungt det har varit, från 1 till 5.
measurement-flex-no-number = Skriv flexsaldot i timmar, till exempel 4,5 eller −2, och högst { $most } timmar.
measurement-identity-number = Texten innehöll ett personnummer. Den är borttagen och har inte sparats. Skriv en ny mening, om din arbetssituation och inte om klienter.
measurement-too-long = { $count ->
        [one] Skriv högst ett tecken.
       *[other] Skriv kortare: högst { $count } tecken.
    }
measurement-frozen = Ni har avslutat tyngdsamtalet om den här månaden, så mätningen kan inte ändras längre. Behöver något rättas, prata med din gruppledare.
measurement-earlier = Tidigare mätningar
measurement-not-rated = inget omdöme
measurement-hours = { $hours } timmar
measurement-saved-title = Mätningen är klar
measurement-saved = Mätningen för { $month } är sparad.
measurement-saved-remarks = { $count ->
        [one] Sparat till samtalet med din gruppledare: en tyngdfaktor är fel.
       *[other] Sparat till samtalet med din gruppledare: { $count } tyngdfaktorer är fel.
    }
measurement-saved-values = Det här sparades
measurement-saved-next = Du kan ändra det du har sagt tills ni har avslutat tyngdsamtalet om månaden.
measurement-change = Ändra mätningen
measurement-change-cases = Gå igenom tyngdfaktorerna
measurement-to-my-load = Till min tyngd
measurement-cases-title = Stämmer tyngdfaktorerna?
measurement-cases-saved = Ditt omdöme är sparat. Gå nu igenom ärendena.
measurement-cases-lead = Så känner systemet dina ärenden den { $day }.
measurement-cases-hint = Kryssa för det som är fel. Det som stämmer behöver du inte göra något med. Det sparas till samtalet med din gruppledare; rättelsen görs i verksamhetssystemet.
measurement-wrong = Vad är fel?
measurement-factor = { $title }: { $value }
measurement-settled = gruppledaren har gått igenom det här
measurement-cases-save = Spara och avsluta

## Gruppen

team-title = Gruppen
team-lead = Tyngden den { $day }, i bokstavsordning: det är ett underlag för samtal, inte en ranking.
team-members = Medarbetarna
team-nobody = Ingen i gruppen har ärenden eller tjänstgör som handläggare den här dagen.
team-one-more = Sista kolumnen visar vad ett tungt ärende till skulle göra: { $kind }, utan tyngdfaktorer.
team-waiting = Ofördelade ärenden
team-nothing-waits = Inget ärende väntar på handläggare.

## Enheterna

units-title = Enheterna
units-lead = Summor den { $day }, varje enhet med allt som ligger under den. Ingen nämns vid namn, och grupper på färre än { $fewest } visas inte.
units-none = Det finns ingen enhet att visa för dig.
units-hidden = För få personer för att visas
units-spread-title = Så fördelar sig tyngden i { $unit }
units-spread-description = Antal personer på varje nivå.

## API:t för program

api-status-400 = Felaktig begäran
api-status-401 = Ingen giltig nyckel
api-status-403 = Inte med den här nyckeln
api-status-404 = Det finns inte
api-status-405 = Inte på det sättet
api-status-409 = Det går inte som det ser ut nu
api-status-413 = För stort
api-status-415 = Fel medietyp
api-status-422 = Avvisat av en regel
api-status-500 = Ett fel i programmet
api-status-503 = Inte just nu

api-not-found = Det finns inte, eller är inte till för den här nyckeln.
api-not-found-remedy = Kontrollera adressen och id:t, och att nyckeln har den roll som behövs.
api-method-not-allowed = Adressen kan inte frågas på det sättet.
api-method-not-allowed-remedy = Huvudet Allow säger vilka sätt som går.
api-malformed = Det som skickades stämmer inte med /api/openapi.json.
api-malformed-remedy = Rätta det som står i faults och skicka igen. Ingenting har sparats.
api-refused = Det som skickades har rätt form, men en regel avvisar det.
api-refused-remedy = Rätta det som står i faults och skicka igen. Ingenting har sparats.
api-other-site = En webbläsare skickade detta från en annan webbplats.
api-other-site-remedy = Fråga från ett program, inte från en sida på en annan webbplats.
api-too-large = Mer skickades än vad som läses.
api-too-large-remedy = Skicka det i flera delar, eller be driften höja largest_body. Ingenting har sparats.
api-too-slow = Det tog för lång tid.
api-too-slow-remedy = Skicka igen med samma Idempotency-Key: det som redan är gjort görs inte en gång till.
api-unavailable = Databasen svarar inte, eller någon annan har skrivit för länge.
api-unavailable-remedy = Vänta en stund och skicka igen med samma Idempotency-Key.
api-internal = Något gick fel i programmet.
api-internal-remedy = Säg numret i request_id till den som driver systemet.

api-no-token = Det finns ingen nyckel i huvudet Authorization.
api-no-token-remedy = Skicka Authorization: Bearer och nyckeln. En administratör utfärdar nycklar.
api-refused-token = Nyckeln gäller inte: den är felskriven, har gått ut eller är indragen.
api-refused-token-remedy = Kontrollera att hela nyckeln skickades, eller be en administratör utfärda en ny.
api-read-only = Nyckeln får bara läsa.
api-read-only-remedy = Be en administratör utfärda en som får skriva.
api-key = Huvudet Idempotency-Key har 1 till { $maximum } synliga ASCII-tecken och står en gång.
api-key-remedy = Gör en ny slumpad nyckel för varje sak som ska göras, till exempel ett UUID.
api-key-under-way = En begäran med denna Idempotency-Key pågår.
api-key-under-way-remedy = Vänta en stund och skicka samma igen.
api-key-done = Begäran med denna Idempotency-Key är utförd; svaret finns inte kvar. Post i händelseloggen: { $event }
api-key-done-remedy = Läs det som gjordes. Om den utfärdade en nyckel, dra in den och utfärda en ny med en ny Idempotency-Key.
api-key-reused = Denna Idempotency-Key har använts för en annan begäran.
api-key-reused-remedy = Gör en ny nyckel för varje sak som ska göras.
api-not-json = Innehållet är inte application/json.
api-not-json-remedy = Skicka JSON med huvudet Content-Type: application/json.
api-not-csv = Innehållet är inte text/csv.
api-not-csv-remedy = Skicka filen med huvudet Content-Type: text/csv.

api-no-json = Innehållet går inte att läsa som JSON från rad { $line }, kolumn { $column }.
api-no-json-remedy = Rätta det där.
api-missing = Det saknas.
api-missing-remedy = Lägg till det.
api-unknown-field = Något sådant fält eller sådan parameter finns inte.
api-unknown-field-remedy = Kontrollera stavningen i /api/openapi.json, eller ta bort det.
api-twice = Det står två gånger.
api-twice-remedy = Ta bort den ena.
api-wrong-value = Värdet är av annat slag än det som beskrivs.
api-wrong-value-remedy = Se i /api/openapi.json vad som kan stå där. En dag skrivs 2026-10-31.
api-nul = Det innehåller ett tecken med värdet noll, som inte kan sparas.
api-nul-remedy = Ta bort det.
api-limit = Det är ett tal upp till { $maximum }.
api-limit-remedy = Skicka ett tal inom det.
api-no-cursor = Det är ingen plats i den här listan.
api-no-cursor-remedy = Skicka det som next på sidan före sade, eller utelämna det för att börja om.
api-no-reference = Det hänvisar till något som inte finns.
api-no-reference-remedy = Kontrollera id:na.
api-other-month = Dagen ligger utanför månaden.
api-other-month-remedy = Skicka en dag inom den.
api-identity-number = Texten innehåller ett personnummer.
api-identity-number-remedy = Ta bort det. Ingenting om klienter hör hemma här.
api-too-long = Det har 1 till { $maximum } tecken.
api-too-long-remedy = Korta ner det, eller fyll i det.
api-too-many = De är 1 till { $maximum } stycken.
api-too-many-remedy = Skicka så många åt gången.
api-frozen = Ett samtal om månaden är avslutat, och därmed är den låst.
api-frozen-remedy = Rätta i en ny version av samtalet.
api-concluded = Samtalet är avslutat och därmed låst.
api-concluded-remedy = Öppna mätningens samtal igen: då blir det en ny version.
api-plan-missing = Här krävs en plan, och ingenting är överenskommet.
api-plan-missing-remedy = Kom överens om minst en åtgärd i utkastet först.
api-no-kind = Katalogen har ingen sådan åtgärd, eller erbjuder den inte längre.
api-no-kind-remedy = Välj en i /api/v1/action-kinds.
api-no-reason = Det som inte blev gjort ska ha ett skäl.
api-no-reason-remedy = Skriv varför.
api-name-taken = Namnet är upptaget.
api-name-taken-remedy = Välj ett annat.
api-no-name = Ett namn är bokstäver, siffror och . - _ @, en till åttio tecken.
api-no-name-remedy = Rätta det.
api-no-unit = Det finns ingen sådan enhet.
api-no-unit-remedy = Välj en kod i /api/v1/units.
api-backwards = Det skulle sluta före sin början { $from }.
api-backwards-remedy = Skicka en senare dag.
api-no-model = Ingen viktmodell gäller { $day }.
api-no-model-remedy = Fråga om en annan dag, eller inför en modell.
api-days-backwards = Första dagen ligger efter den sista.
api-days-backwards-remedy = Skicka dem omvänt.
api-days-too-many = Fler än { $maximum } dagar efterfrågas.
api-days-too-many-remedy = Fråga om en del i taget.
api-rating = Ett betyg är 1 till 5.
api-rating-remedy = Skicka ett heltal från 1 till 5.
api-flex = Ett flexsaldo är högst { $maximum } minuter, plus eller minus.
api-flex-remedy = Kontrollera att det är minuter.
api-no-id = Ett id är små bokstäver, siffror och -, högst sextio.
api-no-id-remedy = Rätta det.
api-no-model-text = Texten är ingen viktmodell; det första felet står på rad { $line }, kolumn { $column }.
api-no-model-text-remedy = Pröva den med tyngdpunkt model check, som säger vad som är fel.
api-same-day = En annan version gäller från samma dag, { $day }.
api-same-day-remedy = Ge den nya en annan dag.
api-token-until = En nyckel gäller till en dag från { $first } till { $last }.
api-token-until-remedy = Skicka en dag inom det.
api-list-name = Det kan inte vara namnet på en lista.
api-list-name-remedy = Använd namnet som filen skulle ha, utan mappar.
api-list-twice = Två listor har det namnet.
api-list-twice-remedy = Skicka dem som en, eller ge den ena ett annat namn.
api-no-mapping = Det finns ingen sådan mappning. Kända: { $known }
api-no-mapping-remedy = Välj en av dem.
api-no-list = Mappningen känner ingen av listorna på namnet. Den läser: { $names }
api-no-list-remedy = Kalla listan så.
api-list-unreadable = { $list } går inte att läsa som en lista med rubriker.
api-list-unreadable-remedy = Exportera den igen som CSV eller XLSX, och kontrollera att den har rubriker och rader.
api-list-column = { $list } har ingen kolumn { $column }, som mappningen läser.
api-list-column-remedy = Lägg till den i listan, eller rätta mappningen.
api-list-column-twice = { $list } har kolumnen { $column } mer än en gång.
api-list-column-twice-remedy = Byt namn på eller ta bort en av dem.
api-older-export = En senare export från samma system, från { $latest }, kom in tidigare; den här är från { $exported }.
api-older-export-remedy = Skicka den senaste exporten.
api-own-token = En nyckel kan inte dra in sig själv.
api-own-token-remedy = Utfärda en annan, och dra in den här med den.
