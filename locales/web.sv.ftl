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
failure-unsure-title = Vi vet inte om det sparades
failure-unsure-text = Förbindelsen med databasen bröts medan det sparades. Öppna sidan och se efter om det du skrev finns där, innan du skickar det igen.
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
    - Ett ärende du har fått står överst. Svara att du tar det, eller ”inte nu” med ett skäl.
    - Gör månadens mätning, och gå vidare till tyngdsamtalet. Det ni kommer överens om ligger kvar på sidan tills det är gjort.
    - Om något inte stämmer, säg det till din gruppledare: uppgifterna kommer från verksamhetssystemet och rättas där.
    - Under sista rubriken ser du vem mer som har tittat på ditt tal.
    - Talet är till för ett samtal om vad som är rimligt. Det säger inget om hur bra du arbetar.
help-title-supervisor = Gruppledare
help-text-supervisor =
    Börja med gruppen: vem som har för mycket, sedan hur länge, och vilka ärenden som väntar på handläggare.

    - Sista kolumnen visar vad ett tungt ärende till skulle göra för var och en. Du bestämmer.
    - ”Vem ska ha det?” vid ett väntande ärende visar vem i gruppen som kan ta det, med skälen för och emot. Du väljer; inget fördelas av sig självt.
    - Öppna någon för att se samma sida som den personen ser. Att du tittade visas för personen.
    - När någon har haft för mycket så länge som viktmodellen säger ska det bli ett samtal och en plan. Det gäller också när omdömet och nivån ligger två steg från varandra. De samtalen står överst.
    - I tyngdsamtalet ser ni båda samma sida. Det avslutas av er båda och kan sedan inte ändras, bara rättas i en ny version.
    - Under ”Fördela om ärenden” får du en plan med så få byten som möjligt när någon har för mycket, slutar eller är borta. Du godkänner, ändrar eller tar bort varje flytt, och genomför den när dagen är inne.
    - Under ”Behov” på ett ärende säger du om det kräver ett språk eller ett område, ska stanna hos sin handläggare eller inte ska gå till någon.
    - Den som saknar behörighet kan inte få barnärenden, men vara medhandläggare. ”Behörighet” visar vilka det gäller.
    - Listan står i namnordning. Skriv inte ut den som en ranking.
help-title-head = Chef
help-text-head =
    Du ser summor och fördelningar för dina enheter och allt som ligger under dem.

    - Namn visas inte, och grupper på färre än fem personer visas inte.
    - ”Över för länge” räknar dem som har haft för mycket så länge som viktmodellen säger.
    - ”Försenade samtal” är de som inte har hållits i tid. Fråga gruppledaren, inte medarbetaren.
    - Under ”Fördela om ärenden” kan du göra en plan över flera grupper. Den visar ärenden, från vem och till vem, och summor, men ingens tyngd. Gruppledarna genomför den.
help-title-hr = HR
help-text-hr =
    Uppgifterna om anställningar kommer från personalsystemet; rätta dem där.

    - Under ”Administration” ser du vilka som arbetar var, och kan lägga till det som listorna inte för med sig: uppdrag, nedsättningar och byten från en dag.
    - Under ”Behörighet” antecknar du examen, nämndens beslut och vem som handlägger självständigt.
    - Du ser ingens ärenden eller tyngd.
help-title-relief = Avlastning
help-text-relief =
    I ”Viktmodellen” ser du vad ett ärende väger och varför. Än finns inga egna sidor för avlastning.
help-title-coordinator = Samordnare
help-text-coordinator =
    I ”Viktmodellen” ser du vad ett ärende väger och varför. Än finns inga egna sidor för samordning.
help-title-safety-representative = Skyddsombud
help-text-safety-representative =
    Du ser var det har varit för tungt länge.

    - Siffrorna gäller enheter och visas inte för grupper på färre än fem personer.
    - Du ser hur många tyngdsamtal som är försenade, och om det som bestämdes blev gjort.
    - Det finns ingen lista med namn i ordning efter tyngd.
help-title-administrator = Administratör
help-text-administrator =
    Under ”Administration” finns det du sköter: personer, organisation, konton och roller, åtgärder, inställningar, loggen och granskningen av läsningar. ”Läs in” tar in listor, och ”Viktmodellen” visar vad ärenden väger. Säkerhetskopior görs där programmet är installerat.

    - Ett nytt lösenord visas en gång. Personen väljer ett eget vid första inloggningen.
    - Roller har en första och en sista dag. Det som redan har gällt ändras inte.
    - Granska läsningarna regelbundet: lotta, gå igenom och skriv under.
    - En inläsning provas först: du ser vilka rader som avvisas innan något sparas. Rader med personnummer avvisas alltid.
    - En ny viktmodell börjar som ett utkast. Se vad det skulle göra för varje enhet innan du antar det, med ett skäl.
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

## Att logga in med kommunens egen inloggning

openid-name = kommunens inloggning
openid-sign-in = Logga in med { $name }
openid-or-password = Logga in med lösenord
openid-or-password-text = För dig som har fått ett användarnamn och ett lösenord till Tyngdpunkt.
openid-again = Försök igen
openid-as-somebody-else = Logga in som någon annan
openid-with-password = Logga in med lösenord i stället
openid-number = Uppge det här numret om du berättar om det för den som sköter systemet: { $number }
openid-refused-not-begun-title = Inloggningen blev inte klar
openid-refused-not-begun-text = Den började i en annan webbläsare, tog mer än tio minuter eller är redan avslutad. Du är inte inloggad. Försök igen, så går det oftast bra.
openid-refused-broken-off-title = Inloggningen avbröts
openid-refused-broken-off-text = Du loggade inte in med { $name }, eller sa nej till att dina uppgifter lämnas hit. Försök igen om du vill logga in.
openid-refused-no-title = Du kunde inte loggas in
openid-refused-no-text = Det blev nej från { $name }. Försök igen. Hjälper det inte, berätta för den som sköter systemet.
openid-refused-untrusted-title = Du är inte inloggad
openid-refused-untrusted-text = Svaret från { $name } gick inte att lita på, så vi tog inte emot det. Försök igen. Händer det en gång till, berätta för den som sköter systemet.
openid-refused-down-title = Inloggningen svarar inte
openid-refused-down-text = Vi får inget svar från { $name } just nu. Vänta en stund och försök igen.
openid-refused-odd-title = Inloggningen är inte rätt inställd
openid-refused-odd-text = Tyngdpunkt och { $name } förstår inte varandra. Det är inget du kan göra något åt: berätta för den som sköter systemet.
openid-refused-unknown-title = Du har inget konto i Tyngdpunkt
openid-refused-unknown-text = Du är inloggad med { $name }, men inget konto här är ditt. Be din chef eller den som sköter systemet om ett konto.
openid-refused-taken-title = Kontot hör till någon annan
openid-refused-taken-text = Kontot med ditt namn har använts av någon annan hos { $name }. Berätta för den som sköter systemet, som kan göra så att det blir ditt.
openid-refused-disabled-title = Ditt konto är taget ur bruk
openid-refused-disabled-text = Inloggningen med { $name } gick bra, men kontot i Tyngdpunkt är stängt. Be den som sköter systemet om hjälp, om du ska kunna använda det.
openid-signed-out-title = Du är utloggad från Tyngdpunkt
openid-signed-out-text = Nu loggar vi ut dig även från { $name }. Går det inte vidare av sig självt, tryck på knappen.
openid-sign-out-there = Logga ut från { $name }

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

## Tyngdsamtalet

dialogue-title = Tyngdsamtal
dialogue-lead-own = Samtalet om din tyngd i { $month }. Du och din gruppledare ser samma sida.
dialogue-lead = Samtalet med { $name } om tyngden i { $month }. Ni ser samma sida.
dialogue-is-draft = Det är ett utkast sedan den { $day }. Ingen av er har avslutat det än.
dialogue-you-have-concluded = Du avslutade för din del den { $day }. Det är ett utkast tills den andra också har avslutat. Ändrar någon av er något behöver du avsluta igen.
dialogue-person-has-concluded = Medarbetaren avslutade för sin del den { $day }. När du avslutar kan det inte ändras mer. Ändrar du något behöver medarbetaren avsluta igen.
dialogue-supervisor-has-concluded = Gruppledaren avslutade för sin del den { $day }. När du avslutar kan det inte ändras mer. Ändrar du något behöver gruppledaren avsluta igen.
dialogue-is-concluded = Ni har båda avslutat samtalet, den { $day }. Det kan inte ändras.
dialogue-corrects = Det här är version { $version }. Den rättar version { $before }, som finns kvar längre ned.
dialogue-is-corrected = Det här är version { $version } och den är rättad: version { $latest } finns längre ned.
dialogue-saved = Utkastet är sparat.
dialogue-one-concluded = Du har avslutat för din del. När den andra också har avslutat kan samtalet inte ändras mer.
dialogue-both-concluded = Ni har båda avslutat samtalet. Det ni kom överens om syns på era sidor tills det är gjort.
dialogue-followed-up = Det är sparat vad det blev av åtgärderna.
dialogue-unsaved = Det du hade skrivit sparades inte
dialogue-plan-required = Därför behöver ni komma överens om minst en åtgärd innan ni avslutar.
dialogue-plan-reminder = Minst en åtgärd behövs innan ni avslutar.
dialogue-plan-missing = Välj minst en åtgärd med ansvarig och datum. Det behövs innan det här samtalet kan avslutas. Vill du bara spara, välj ”Spara utkastet”.
dialogue-months = Månaderna bredvid varandra
dialogue-nothing-before = Det finns ingen tidigare mätning att jämföra med.
dialogue-measure = Mått
dialogue-change = Ändring
dialogue-same = oförändrat
dialogue-changed = ändrat
dialogue-more = { $amount } mer
dialogue-less = { $amount } mindre
dialogue-percentage-points = { $amount } procentenheter
dialogue-points = { $amount } poäng
dialogue-steps = { $amount } steg
dialogue-hours = { $amount } timmar
dialogue-pieces = { $amount } st.
dialogue-all-points = Poäng tillsammans
dialogue-capacity = Utrymme
dialogue-case-changes = { $count ->
        [0] Ärendena är desamma som förra gången
        [one] En ändring bland ärendena
       *[other] { $count } ändringar bland ärendena
    }
dialogue-no-case-changes = Samma ärenden, i samma skeden och med samma tyngdfaktorer.
dialogue-case = { $reference }: { $what }
dialogue-case-new = har tillkommit ({ $kind })
dialogue-case-gone = finns inte kvar ({ $kind })
dialogue-case-moved = är nu { $kind }
dialogue-case-factor = { $factor }, förut { $before }, nu { $now }
dialogue-does-not-count = räknas inte
dialogue-wrong = Det här säger medarbetaren är fel i ärendena. Gruppledaren går igenom det på medarbetarens sida.
dialogue-earlier-title = Det ni kom överens om förra gången
dialogue-notes-title = Anteckningar
dialogue-notes = Det ni kom fram till
dialogue-notes-hint = Skriv kort. Inget om klienter eller om någons hälsa: inga namn, inga personnummer. När ni båda har avslutat kan anteckningarna vara en allmän handling.
dialogue-no-notes = Inga anteckningar.
dialogue-identity-number = Texten innehöll ett personnummer. Raden där det stod är borttagen, och ingenting har sparats. Läs igenom resten och spara igen.
dialogue-agreed-title = Det ni kommer överens om
dialogue-agreed-then = Det ni kom överens om
dialogue-agreed-hint = Välj en åtgärd i varje rad, vem som ser till att den blir av och till när. När du sparar kommer en tom rad till. Vill du ta bort en åtgärd, välj ”Ingen åtgärd”.
dialogue-nothing-agreed = Inga åtgärder.
dialogue-action-number = Åtgärd { $count }
dialogue-no-action = Ingen åtgärd
dialogue-what = Åtgärd
dialogue-what-to-do = Vad ska göras?
dialogue-who = Ansvarig
dialogue-when = Senast
dialogue-choose-kind = Välj vilken åtgärd det gäller, eller töm raden.
dialogue-choose-owner = Välj vem som är ansvarig.
dialogue-choose-day = Välj ett datum från { $first } till { $last }.
dialogue-conclude-title = Spara eller avsluta
dialogue-conclude-text = Ett utkast kan ni båda fortsätta på. Ni avslutar var och en för sig; när båda har gjort det kan samtalet inte ändras, bara rättas i en ny version.
dialogue-save = Spara utkastet
dialogue-conclude = Spara och avsluta för min del
dialogue-conclude-both = Avsluta för min del
dialogue-changed-meanwhile = Den andra har sparat sedan du öppnade sidan, så ditt sparades inte. Din text står kvar i formuläret. Läs det som är sparat här nedanför, lägg ihop det i formuläret och spara igen.
dialogue-concluded-meanwhile = Samtalet är redan avslutat av er båda, så det kan inte ändras. Behöver något rättas finns knappen längre ned.
dialogue-theirs = Det här är sparat nu
dialogue-follow-up = Spara vad det blev
dialogue-correct-title = Behöver något rättas?
dialogue-correct-text = Rättelsen blir en ny version som ni båda avslutar. Den här versionen finns kvar som den är.
dialogue-correct = Rätta i en ny version
dialogue-others = Andra tyngdsamtal
dialogue-other-concluded = { $month }, version { $version }: avslutat
dialogue-other-draft = { $month }, version { $version }: utkast
dialogue-to-load-of = Till tyngden för { $name }
action-open = Inte klart än
action-done = Gjort
action-not-done = Inte gjort
action-late = Försenad
action-due = senast { $day }
action-done-on = Gjort, { $day }
action-not-done-on = Inte gjort, { $day }: { $why }
action-who-when = { $owner }, senast { $day }. { $late }
action-why = Om det inte blev gjort: varför?
action-no-reason = Skriv varför det inte blev gjort. En mening räcker.
action-choose-outcome = Välj vad det blev av åtgärden. Det går bara att skriva varför när den inte är gjord.
due-differs = { $count ->
        [one] Omdömet och nivån ligger ett steg från varandra.
       *[other] Omdömet och nivån ligger { $count } steg från varandra.
    }
due-too-much = Tyngden har varit för mycket sedan den { $since }, så länge att viktmodellen kräver ett samtal.
due-at-head = Chefen ser nu att ett samtal är försenat, utan namn.
standing-title = Tyngdsamtal
standing-due = Nu ska ett tyngdsamtal hållas
standing-measure = Du har inte gjort mätningen för { $month } än. Den tar ungefär tio minuter.
standing-not-measured = Mätningen för { $month } är inte gjord av medarbetaren än.
standing-draft = Fortsätt på utkastet om { $month }
standing-waits-for-you = Samtalet om { $month } väntar på att du avslutar
standing-last = Senaste avslutade samtalet, om { $month }
standing-none = Inget samtal är påbörjat eller avslutat.
standing-begin = Börja tyngdsamtalet
standing-actions = Överenskomna åtgärder
standing-no-actions = Inga åtgärder är öppna.
standing-state = Läge
standing-wrong-title = Det som sägs vara fel i ärendena
standing-wrong = { $reference }: { $factor } (mätningen för { $month })
standing-settled = Gruppledaren har gått igenom det, den { $day }
standing-settle = Gått igenom
standing-settle-this = Gått igenom: { $what }
measurement-said-wrong = du har sagt att det är fel
measurement-back-to-saved = Till månadens mätning
measurement-to-dialogue = Till tyngdsamtalet
team-due = Tyngdsamtal som ska hållas
team-due-since = Ska hållas sedan den { $day }.
team-begin-with = Börja tyngdsamtalet med { $name }
team-go-on-with = Fortsätt samtalet med { $name }
team-lead-by-need = Tyngden den { $day }, de med mest först: för att se var det behövs något, inte för att jämföra människor.
team-by-name = Visa i bokstavsordning
team-by-need = Visa dem med mest först
team-not-on-paper = I den här ordningen skrivs listan inte ut. Visa den i bokstavsordning först.
team-trend = Året
team-trend-of = Tyngden för { $name } det senaste året
team-talk = Samtal och åtgärder
team-rating = { $rating } ({ $month })
team-draft = utkast sedan { $day }
team-actions = { $count ->
        [one] en öppen åtgärd
       *[other] { $count } öppna åtgärder
    }
team-late-actions = { $count ->
        [one] en försenad
       *[other] { $count } försenade
    }
team-remarks = { $count ->
        [one] en tyngdfaktor sägs vara fel
       *[other] { $count } tyngdfaktorer sägs vara fel
    }
units-weeks-title = Vecka för vecka
units-weeks-description = Andelen med hög eller för hög tyngd i varje grupp och vecka.
units-weeks-text = Hur stor del av gruppen som hade hög eller för hög tyngd den veckan. Rutig ruta: hälften eller fler. Randig: minst en fjärdedel. Slät: färre. Ett streck är en grupp som är för liten för att visas.
units-week = v.{ $count }
units-share = { $count } %
units-talks-text = Samtal och åtgärder gäller det senaste året: försenade tyngdsamtal, och vad det blev av det som bestämdes i dem.
units-overdue = Försenade samtal
units-actions = Åtgärder
units-no-actions = inga
units-actions-done = { $count ->
        [one] en gjord
       *[other] { $count } gjorda
    }
units-actions-not-done = { $count ->
        [one] en inte gjord
       *[other] { $count } inte gjorda
    }
units-actions-late = { $count ->
        [one] en försenad
       *[other] { $count } försenade
    }
units-actions-open = { $count ->
        [one] en på väg
       *[other] { $count } på väg
    }
## Administration

place-administration = Administration
administration-title = Administration
administration-lead = Det här sköter du. Allt du ändrar antecknas i händelseloggen med ditt namn och tiden.
administration-back = Till administrationen
administration-save = Spara
administration-part-people = Personer
administration-part-people-text = Vilka som arbetar var, hur mycket, och vilka uppdrag och nedsättningar de har. Inga ärenden och ingen tyngd.
administration-part-qualification = Behörighet
administration-part-qualification-text = Vilka som saknar behörighet för barnärenden, och vad de håller ändå. Examen, nämndens beslut, språk och områden.
administration-part-organisation = Organisationen
administration-part-organisation-text = Enheterna, var de ligger och vem som leder dem. Lägg till, byt namn, flytta eller avsluta en enhet.
administration-part-import = Läs in listor
administration-part-import-text = Ta in personal, frånvaro, uppdrag och ärenden från andra system, och se vad som avvisades.
administration-part-weight-models = Viktmodeller
administration-part-weight-models-text = Läs viktmodellerna, prova vad en ny skulle betyda och anta den från ett datum.
administration-part-accounts = Konton och roller
administration-part-accounts-text = Vilka som kan logga in och vad de får se. Nya konton, roller, lösenord och inloggningar.
administration-part-action-kinds = Åtgärder
administration-part-action-kinds-text = De åtgärder som går att välja i ett tyngdsamtal.
administration-part-settings = Inställningar
administration-part-settings-text = Kommunens namn, gränser, lösenord och hur länge man är inloggad.
administration-part-event-log = Händelseloggen
administration-part-event-log-text = Vem som ändrade vad och när, och om loggen är hel.
administration-part-access-review = Granska läsningar
administration-part-access-review-text = Gå igenom vilka som har tittat på andras tyngd, och skriv under granskningen.
administration-no-day = Skriv datumet som år, månad och dag, till exempel 2026-10-31, och ett datum som finns.
administration-day-needed = Skriv ett datum.
administration-ends-before = Sista dagen ligger före den första. Skriv en senare dag.
administration-identity-number = Det du skrev innehöll ett personnummer. Det är borttaget och har inte sparats. Skriv utan personnummer.
administration-since = från { $from }
administration-from-to = { $from } till och med { $last }
administration-never = från { $from }, avslutad samma dag
administration-coming = Börjar senare
administration-current = Gäller nu
administration-past = Avslutad
administration-first-day-hint = Lämna tomt för i dag.
administration-last-day-hint = Lämna tomt om det gäller tills vidare.
word-account = Användarnamn
word-role = Roll
word-roles = Roller
word-state = Läge
word-period = Tid
word-second-factor = Tvåstegsinloggning
word-first-day = Första dagen
word-last-day = Sista dagen
word-signed-in-at = Loggade in
word-last-used = Senast använd
word-do = Gör

## Lösenord

password-rules = Minst { $fewest } tecken. Inget vanligt lösenord och inte användarnamnet.
password-rules-title = Så ska lösenordet vara
password-rule-length = Minst { $fewest } tecken långt. Mellanslag går bra.
password-rule-common = Inte ett av dem som gissas först, även om det står siffror efter.
password-rule-name = Utan ditt användarnamn.
password-advice = Några ord som bara du sätter ihop är lätta att minnas och svåra att gissa. Du behöver inte byta det regelbundet.
password-short = { $count ->
        [one] Lösenordet är för kort. Det behöver ha minst ett tecken.
       *[other] Lösenordet är för kort. Det behöver ha minst { $count } tecken.
    }
password-long = { $count ->
        [one] Lösenordet är för långt. Det får ha högst ett tecken.
       *[other] Lösenordet är för långt. Det får ha högst { $count } tecken.
    }
password-common = Lösenordet är ett av dem som gissas först. Välj ett annat.
password-name = Lösenordet innehåller användarnamnet. Välj ett annat.
password-same = Det nya lösenordet är det du redan har. Välj ett annat.
password-wrong = Lösenordet stämmer inte. Skriv det lösenord du har i dag.
password-wait = För många fel lösenord. Vänta en stund och försök igen.

## Konton

accounts-title = Konton och roller
accounts-lead = Alla som kan logga in. En roll gäller från en dag, i en enhet eller i hela organisationen, och avgör vad personen får se.
accounts-add = Lägg till konto
accounts-back = Till alla konton
accounts-no-role = ingen roll nu
accounts-state-in-use = I{"\u00A0"}bruk
accounts-state-disabled = Avstängt
accounts-state-no-password = Inget lösenord än
accounts-new-title = Nytt konto
accounts-name = Användarnamn
accounts-name-hint = Bokstäver, siffror och . - _ @. Stora och små bokstäver är samma sak. Det går inte att ändra senare.
accounts-display = Namn som visas
accounts-display-hint = Till exempel för- och efternamn.
accounts-person = Person
accounts-person-hint = Anställningsnummer eller namn, så att personen ser sin egen tyngd. Lämna tomt om kontot inte hör till någon i personallistan.
accounts-password = Lösenord
accounts-password-hint = Det gäller bara tills personen har loggat in och valt ett eget.
accounts-password-generated = Skapa ett lösenord åt mig
accounts-password-typed = Jag skriver ett själv
accounts-typed = Lösenord, om du skriver det själv
accounts-no-way = Välj hur lösenordet ska bestämmas.
accounts-name-taken = Användarnamnet finns redan. Välj ett annat.
accounts-no-name = Använd bara bokstäver, siffror och . - _ @ i användarnamnet, högst 80 tecken.
accounts-no-display = Skriv ett namn som visas, högst 80 tecken.
accounts-no-person = Ingen i personallistan har det numret eller namnet.
accounts-several-people = Flera personer heter så. Skriv anställningsnumret i stället.
accounts-last-administrator = Det här är den sista administratören. Ge någon annan rollen administratör först, annars kan ingen sköta kontona.
accounts-told-title = Lösenordet är satt
accounts-told-new = Kontot { $name } är upplagt.
accounts-told-changed = Kontot { $name } har ett nytt lösenord och är utloggat överallt.
accounts-told-once = Lämna lösenordet till personen på ett säkert sätt. Det visas bara den här gången och går inte att ta fram igen.
accounts-told-next = Vid första inloggningen får personen välja ett eget lösenord.
accounts-told-roles = Kontot har inga roller än och ser därför ingenting.
accounts-told-on = Till kontot
accounts-one-title = Kontot för { $name }
accounts-no-roles = Kontot har inga roller och ser därför ingenting.
accounts-give = Ge en roll
accounts-end = Avsluta en roll
accounts-choose-role = Välj en roll
accounts-choose-ended = Välj vilken roll som ska avslutas.
accounts-everywhere = Hela organisationen
accounts-unit-hint = En gruppledare leder en enhet. En chef ser enheten och allt under den.
accounts-unit-needed = Välj enheten. Den som har rollen ser bara sin egen enhet.
accounts-no-unit = Enheten finns inte. Välj en i listan.
accounts-overlapping = Kontot har redan den rollen där, { $period }. Avsluta den först, eller välj andra dagar.
accounts-backwards = Rollen börjar { $from } och kan inte sluta tidigare.
accounts-ends-hint = Den sista dagen som rollen gäller, tidigast i går.
accounts-ends-past = Sista dagen kan vara tidigast i går: det som redan har gällt ändras inte.
accounts-whose = Vems kontot är
accounts-signing-in = Att logga in
accounts-set-password = Sätt nytt lösenord
accounts-factor-text = Har personen tappat bort sin app och sina reservkoder kan du ta bort tvåstegsinloggningen. Kontot loggas då ut överallt.
accounts-factor-remove = Ta bort tvåstegsinloggningen
accounts-disable-text = Ett avstängt konto kan inte logga in. Roller och historik finns kvar.
accounts-disable = Stäng av kontot
accounts-enable-text = Kontot är avstängt. Öppnar du det gäller rollerna igen.
accounts-enable = Öppna kontot
accounts-sessions = Inloggningar
accounts-no-sessions = Kontot är inte inloggat någonstans.
accounts-own-sessions = Det här är ditt eget konto: avslutar du alla inloggningar loggas du också ut här.
accounts-end-sessions = Avsluta alla inloggningar

## Mitt konto

account-title = Mitt konto
account-roles-by = Rollerna bestämmer vad du ser. De ändras av en administratör.
account-password-title = Byt lösenord
account-factor-title = Tvåstegs{"\u00AD"}inloggning
account-factor-on = Tvåstegsinloggning är på: du loggar in med lösenord och en kod från din app.
account-factor-off = Tvåstegsinloggning är av. Med den räcker det inte att någon får tag på ditt lösenord.
account-factor-set-up = Slå på tvåstegsinloggning
account-factor-remove = Ta bort tvåstegsinloggningen
account-factor-remove-text = Skriv ditt lösenord för att ta bort den. Du loggas ut på andra ställen.
account-codes-left = { $count ->
        [0] Alla reservkoder är använda. Ta bort tvåstegsinloggningen och slå på den igen för att få nya.
        [one] En reservkod är kvar.
       *[other] { $count } reservkoder är kvar.
    }
account-sessions-lead = Här är du inloggad. Ser du något du inte känner igen: avsluta det och byt lösenord.
account-this-session = Den här inloggningen
account-end-session = Avsluta
account-end-session-begun = Avsluta inloggningen från { $begun }
account-end-others = Avsluta alla andra
account-present = Ditt lösenord i dag
account-present-needed = Skriv det lösenord du har i dag.
account-new = Nytt lösenord
account-again = Nytt lösenord en gång till
account-again-differs = De två nya lösenorden är inte lika. Skriv samma i båda fälten.
account-password-others = När du byter loggas du ut på alla andra ställen, men inte här.
account-password-temporary = Någon annan har valt ditt lösenord. Välj ett eget innan du går vidare.
account-password-done = Lösenordet är bytt. Du är utloggad på alla andra ställen.
account-factor-required = Din roll kräver tvåstegsinloggning. Slå på den innan du går vidare.
account-factor-lead = Du behöver en app för engångskoder i din telefon. Det tar ett par minuter.
account-factor-first = 1. Lägg till kontot i appen
account-factor-first-text = Öppna appen och läs av rutan.
account-factor-picture = QR-kod med din hemliga nyckel. Samma nyckel står som text under bilden.
account-factor-typed = Går det inte att läsa av? Skriv den här nyckeln i appen, typ ”tidsbaserad”:
account-factor-second = 2. Visa att det fungerar
account-code = Koden i appen
account-code-hint = Sex siffror. De byts varje halv minut.
account-code-wrong = Koden stämmer inte. Vänta på nästa kod i appen och skriv den. Kontrollera också att telefonens klocka går rätt.
account-codes-title = Dina reservkoder
account-codes-done = Tvåstegsinloggning är på.
account-codes-text = Skriv ut eller skriv av koderna och spara dem på ett säkert ställe. Har du inte telefonen kan du logga in med en av dem i stället; var och en fungerar en gång. De visas bara nu.
account-codes-kept = Jag har sparat koderna, gå vidare
## Viktmodeller

place-weight-models = Viktmodellen
models-title = Viktmodellen
models-lead = Viktmodellen bestämmer vad ett ärende väger och hur mycket en person kan bära. Alla får läsa den, för alla räknas efter den.
models-current = Gäller i dag
models-named = { $title }, version { $version }
models-holds = Gäller från { $from } till { $until }.
models-because = Skäl: { $reason }
models-holds-on = Gäller från { $from } och tills vidare.
models-until-further-notice = tills vidare
models-none = Ingen viktmodell gäller i dag, så ingenting kan vägas.
models-history = Alla versioner
models-when-now = gäller nu
models-when-later = börjar gälla senare
models-when-before = har gällt
models-adopted-by = { $name }, { $day }
models-word-version = Version
models-word-from = Från
models-word-until = Till och med
models-word-when = Läge
models-word-adopted = Antagen av
models-word-reason = Skäl
models-word-type = Ärendetyp
models-word-phase = Skede
models-word-factor = Tyngdfaktor
models-word-effect = Vad den gör
models-word-applies = Gäller för
models-word-level = Nivå
models-word-experience = Tid i yrket
models-word-share = Andel av normen
models-word-duty = Uppdrag
models-word-support = Stöd
models-word-days = Räknas i
models-word-reduction = Nedsättning
models-word-limit = Ärenden
models-word-most = Högst
models-word-change = Ändring
models-word-load-before = Tyngd nu
models-word-band-before = Nivå nu
models-word-load-after = Tyngd sedan
models-word-band-after = Nivå sedan
models-drafts = Utkast
models-drafts-lead = Ett utkast väger ingenting förrän det har antagits. Titta först på vad det skulle göra.
models-no-drafts = Det finns inga utkast.
models-draft-saved-by = sparat av { $name }, { $day }
models-begin = Börja på en ny version
models-begin-from = Utgå från
models-begin-from-hint = Det blir en kopia som du ändrar i. Originalet rörs inte.
models-begin-with-adopted = { $title }, version { $version } (antagen)
models-begin-with-shipped = { $title } (följer med programmet)
models-begin-button = Skapa utkast
models-no-such-beginning = Välj en modell att utgå från.
models-upload = Eller ladda upp en modellfil
models-upload-file = Modellfil (TOML)
models-upload-hint = Samma slags fil som du kan hämta från en modell. Den blir ett utkast.
models-upload-button = Ladda upp
models-no-file = Välj en fil att ladda upp.
models-file-not-text = Filen är ingen text i UTF-8. Välj en modellfil (TOML).
models-file-identity-number = Det står ett personnummer i filen. Ingenting har sparats. Ta bort det och ladda upp igen.
models-download = Hämta som fil (TOML)
models-to-all = Till alla versioner
models-to-effect = Se vad det skulle göra
models-to-adopt = Anta utkastet
models-to-edit = Ändra i utkastet

models-part-head = Om modellen
models-part-cases = Vad ett ärende väger
models-part-case = Ärenden
models-part-cases-lead = Poäng för varje typ och skede, innan tyngdfaktorerna läggs till.
models-part-factors = Tyngdfaktorer
models-part-factor = Tyngdfaktorer
models-part-factors-lead = Sådant som gör ett ärende tyngre. Först läggs poäng till, sedan multipliceras.
models-part-share = När två har samma ärende
models-part-norm = Vad en person kan bära
models-part-level = Erfarenhet
models-part-duty = Uppdrag
models-part-support = Stöd mellan kollegor
models-part-support-lead = Poängen flyttas från den som har ärendet till den som gjorde arbetet.
models-part-reduction = Nedsättningar
models-part-limit = Högsta antal ärenden
models-part-bands = Nivåer
models-part-overload = När det är för mycket
models-any-phase = alla skeden
models-applies-to-all = alla ärenden
models-adds = + { $points }
models-multiplies = × { $by }
models-adds-each = + { $points } för var och en utöver { $free }
models-at-most = högst { $points }
models-percent = { $share } %
models-share = Huvudhandläggaren får { $main } av poängen och en medhandläggare { $co }.
models-norm = Den som arbetar heltid, { $hours } timmar i veckan, och har erfarenhet kan bära { $points } poäng. Utrymmet följer arbetstiden.
models-stable = Alla i tjänst räknas { $points } poäng för möten, handledning och egen fortbildning, oavsett arbetstid.
models-stable-scales = Alla i tjänst räknas { $points } poäng för möten, handledning och egen fortbildning på heltid, och mindre på deltid.
models-rounded-down = Utrymmet avrundas nedåt till hela poäng.
models-level-below = { $count ->
        [one] mindre än en månad
       *[other] mindre än { $count } månader
    }
models-level-last = därefter
models-reduction-free = så stor del som är angiven
models-reduction-most = högst { $share }
models-reduction-months = { $count ->
        [one] i en månad
       *[other] i { $count } månader
    }
models-limit = { $count ->
        [one] ett ärende
       *[other] { $count } ärenden
    }
models-limit-exceptional = { $count }, undantagsvis { $exceptional }
models-band-under = under { $to }
models-band-from = från { $from } till { $to }
models-band-above = över { $from }, till och med { $to }
models-band-over = över { $from }
models-overload = { $count ->
        [one] När nivån har varit { $band } i en vecka ska ett samtal hållas och åtgärder bestämmas.
       *[other] När nivån har varit { $band } i { $count } veckor ska ett samtal hållas och åtgärder bestämmas.
    }

models-edit-title = Utkast till viktmodell
models-edit-lead = Ändra i fälten och spara. Skriv decimaler med komma eller punkt. Utkastet väger ingenting förrän det antas.
models-edit-contents = Delar av modellen
models-draft-saved = Utkastet är sparat.
models-new-row = Ny rad
models-drop = Ta bort { $row }
models-more = Fler rader: { $section }
models-save = Spara utkastet
models-save-and-compare = Spara och se vad det skulle göra
models-other-ways = Gå vidare
models-throw-away = Kasta utkastet
models-levels-hint = En rad för varje, till exempel: lång = 1,5
models-hint-head = Ge varje ny version ett eget namn, till exempel 2027-01.
models-hint-case = Lämna skedet tomt om typen väger lika i alla skeden. Använd samma ord som i verksamhetssystemets mappning.
models-hint-factor = ”Ja eller nej” lägger till eller multiplicerar. ”Antal” lägger till för varje utöver det fria antalet. Lämna fälten som inte gäller tomma.
models-hint-share = I procent av ärendets poäng.
models-hint-norm = Det en erfaren person på heltid kan bära, och det som räknas för alla i tjänst.
models-hint-level = I ordning, minst erfarenhet först. Den sista raden ska inte ha någon gräns.
models-hint-duty = Arbete som inte är ärenden, till exempel handledning av studenter.
models-hint-support = Arbete som flyttas till den som hjälpte.
models-hint-reduction = Lämna andelen tom om den står i listan från personalsystemet. Ingen orsak lagras.
models-hint-limit = Visas bredvid tyngden. Lämna tomt om ni inte har några gränser.
models-hint-bands = I procent av utrymmet.
models-hint-overload = När ett samtal ska hållas och åtgärder bestämmas.
models-place = { $section }, { $field }
models-place-in-list = { $section }, rad { $row }, { $field }
models-field-head-version = Version
models-field-head-title = Namn
models-field-head-source = Varifrån siffrorna kommer
models-field-head-unit = Vad poängen kallas
models-field-head-scored_by = Vem bekräftar tyngdfaktorerna
models-field-case-type = Ärendetyp
models-field-case-phase = Skede
models-field-case-points = Poäng
models-field-case-title = Namn som visas
models-field-factor-id = Id
models-field-factor-title = Namn
models-field-factor-kind = Sort
models-field-factor-add = Lägg till poäng
models-field-factor-multiply = Multiplicera med
models-field-factor-free = Fritt antal
models-field-factor-max = Högst så många poäng
models-field-factor-levels = Nivåer
models-field-factor-types = Bara för ärendetyperna
models-field-factor-phases = Bara i skedena
models-field-share-main = Huvudhandläggare, procent
models-field-share-co = Medhandläggare, procent
models-field-norm-points = Poäng på heltid
models-field-norm-hours_per_week = Timmar i veckan på heltid
models-field-norm-stable = Fast del, poäng
models-field-norm-stable_scales = Den fasta delen följer arbetstiden
models-field-norm-rounding = Avrundning av utrymmet
models-field-level-id = Namn
models-field-level-below_months = Mindre än så många månader i yrket
models-field-level-share = Andel av normen, procent
models-field-duty-id = Id
models-field-duty-title = Namn
models-field-duty-points = Poäng
models-field-support-id = Id
models-field-support-title = Namn
models-field-support-points = Poäng
models-field-support-days = Räknas i så många dagar
models-field-reduction-id = Id
models-field-reduction-title = Namn
models-field-reduction-share = Andel, procent
models-field-reduction-max_share = Högsta andel, procent
models-field-reduction-months = Gäller i så många månader
models-field-limit-title = Namn
models-field-limit-count = Högst antal
models-field-limit-exceptional = Undantagsvis
models-field-limit-types = Bara ärendetyperna
models-field-limit-phases = Bara skedena
models-field-limit-beside = Bara för den som också har
models-field-bands-low = Balans börjar vid, procent
models-field-bands-high = Hög börjar över, procent
models-field-bands-over = Över börjar över, procent
models-field-overload-band = Räknas som för mycket från
models-field-overload-weeks = Så många veckor
models-choice-scored_by-worker = handläggaren
models-choice-scored_by-lead = gruppledaren
models-choice-scored_by-both = båda, och skillnader visas
models-choice-kind-flag = ja eller nej
models-choice-kind-count = antal
models-choice-kind-levels = nivåer som lägger till
models-choice-kind-multipliers = nivåer som multiplicerar
models-choice-rounding-none = ingen
models-choice-rounding-down = nedåt till hela poäng
models-choice-band-no = ingen regel
models-choice-band-high = nivån Hög
models-choice-band-over = nivån Över
models-fault-identity-number = Det stod ett personnummer här. Det är borttaget och har inte sparats.
models-fault-too-long = Skriv kortare, högst tusen tecken.
models-fault-file = Det som skrevs går inte att läsa: { $message }
models-fault-missing = Fyll i det här fältet.
models-fault-not-for-this-kind = Lämna det här fältet tomt, det gäller inte den valda sorten.
models-fault-levels = Skriv en rad för varje nivå: namn = tal
models-fault-percent = Skriv ett tal i procent, till exempel 75.
models-fault-number = Skriv ett tal, till exempel 12,5.
models-fault-range = Skriv ett tal från { $least } till { $most }.
models-fault-decimals = { $count ->
        [0] Skriv ett heltal, utan decimaler.
        [one] Skriv högst en decimal.
       *[other] Skriv högst { $count } decimaler.
    }
models-fault-choose = Välj något i listan.
models-fault-two-rows = Det finns redan en rad för den här typen och skedet. Ta bort en av dem.
models-fault-two-ids = Det finns redan en rad med detta id. Ändra det ena.
models-fault-no-rows = Modellen behöver minst en rad med ärendetyp och poäng.
models-fault-last-level = Den sista raden ska inte ha någon gräns, annars saknar de mest erfarna nivå.
models-fault-level-order = Raderna står i fel ordning. Gränsen ska öka från rad till rad.
models-fault-bands = Gränserna står i fel ordning. De ska öka: balans, hög, över.
models-fault-no-effect = Faktorn ändrar inga poäng. Fyll i vad den lägger till, multiplicerar med eller har för nivåer.
models-fault-no-such = { $found } finns inte bland ärendena ovan. Rätta ordet, eller lägg till en rad.
models-fault-exceptional = Undantagsvis ska vara minst lika många.
models-fault-multipliers = Fler än { $count } faktorer multiplicerar. Låt några lägga till poäng i stället.

models-effect-title = Vad utkastet skulle göra
models-effect-lead = Så skulle tyngden ändras om { $draft } gällde i stället för { $current } den { $day }. Ingenting har ändrats än.
models-effect-nothing-before = Ingen viktmodell gäller i dag, så det finns inget att jämföra { $draft } med.
models-effect-whole = Alla tillsammans
models-effect-too-few = Det är färre än { $fewest } personer, så summan visas inte.
models-effect-people = { $people ->
        [one] En person räknas.
       *[other] { $people } personer räknas: { $lighter } får lägre tyngd och { $heavier } får högre.
    }
models-effect-go-over = { $count ->
        [0] Ingen kommer över gränsen som inte redan är över.
        [one] En person kommer över gränsen.
       *[other] { $count } personer kommer över gränsen.
    }
models-effect-come-down = { $count ->
        [0] Ingen som är över kommer ner.
        [one] En person som är över kommer ner.
       *[other] { $count } personer som är över kommer ner.
    }
models-effect-unweighed = { $count ->
        [one] Ett ärende kan inte vägas med utkastet: dess typ eller skede har ingen rad.
       *[other] { $count } ärenden kan inte vägas med utkastet: deras typ eller skede har ingen rad.
    }
models-effect-picture-title = Så mycket ändras tyngden
models-effect-picture = Antal personer efter hur många procentenheter tyngden ändras.
models-effect-units = Enheterna
models-effect-units-lead = Varje enhet med allt som ligger under den. Ingen nämns vid namn, och grupper på färre än { $fewest } visas inte.
models-effect-from-to = { $from } → { $to }
models-effect-same = { $value }
models-effect-people-title = Din grupp
models-effect-people-lead = I bokstavsordning. Bara du som leder gruppen ser namnen.
models-percentage-points = { $points } procentenheter

models-adopt-title = Anta utkastet
models-adopt-lead = { $model } börjar väga från den dag du väljer. Det som redan har räknats ändras inte.
models-adopt-from = Gäller från
models-adopt-from-hint = I dag eller senare. Modellen före gäller till och med dagen innan.
models-adopt-why = Varför
models-adopt-why-hint = En mening som alla får läsa, till exempel vilket beslut den bygger på.
models-adopt-button = Anta modellen
models-adopt-no-day = Skriv en dag, till exempel 2027-01-01.
models-adopt-past = Den dagen har varit. Välj { $day } eller senare: det som redan har räknats ska stå kvar.
models-adopt-same-day = Version { $version } gäller redan från { $day }. Välj en annan dag.
models-adopt-same-version = Version { $version } har redan antagits från { $day }. Ge utkastet ett annat versionsnamn.
models-adopt-reason = Skriv varför, med högst { $count } tecken.

## Händelseloggen

event-log-title = Händelseloggen
event-log-lead = Varje ändring, och varje gång någon har tittat på någon annans tyngd. Ingenting här går att ändra i efterhand utan att det syns.
event-log-check-title = Är loggen hel?
event-log-check = Kontrollera loggen nu
event-log-never-checked = Loggen har inte kontrollerats härifrån än.
event-log-whole = Loggen var hel { $at }: { $count } poster. Kontrollerad av { $actor }.
event-log-broken = Loggen var bruten vid post { $count } när { $actor } kontrollerade den { $at }. Någon eller något har ändrat i databasen vid sidan av programmet. Rör ingenting mer, spara en kopia och kontakta den som sköter driften.
event-log-events = Händelser
event-log-from = Från och med
event-log-to = Till och med
event-log-kind = Vad
event-log-any-kind = Allt
event-log-actor = Vem
event-log-when = När
event-log-subject = Gäller
event-log-details = Innehåll
event-log-show = Visa
event-log-nothing = Ingenting finns i loggen för de dagarna.
event-log-entry = Post { $number }
event-log-about-load = Visas inte här: det handlar om någons tyngd.
event-log-erased = Raderat
event-log-latest = Till de senaste
event-log-older = Äldre händelser
event-kind-account-add = Konto upplagt
event-kind-account-change = Konto ändrat
event-kind-account-disable = Konto avstängt
event-kind-account-enable = Konto öppnat
event-kind-account-password = Lösenord satt
event-kind-account-second-factor = Tvåstegsinloggning ändrad
event-kind-role-give = Roll given
event-kind-role-take = Roll avslutad
event-kind-session-begin = Loggade in
event-kind-session-end = Inloggning avslutad
event-kind-session-end-all = Alla inloggningar avslutade
event-kind-setting-choose = Inställning ändrad
event-kind-case-assign = Ärende tilldelat
event-kind-case-reassign = Ärende flyttat till annan handläggare
event-kind-case-need = Behov i ett ärende angivet
event-kind-case-need-end = Behov i ett ärende avslutat
event-kind-qualification-record = Uppgift om behörighet, språk eller område angiven
event-kind-qualification-end = Uppgift om behörighet, språk eller område avslutad
event-kind-action-kind = Åtgärd i katalogen ändrad
event-kind-action-settle = Åtgärd följdes upp
event-kind-model-adopt = Viktmodell antagen
event-kind-import = Inläsning
event-kind-import-units = Inläsning: enheter
event-kind-import-employments = Inläsning: anställningar
event-kind-import-reductions = Inläsning: nedsättningar
event-kind-import-duties = Inläsning: uppdrag
event-kind-import-support = Inläsning: stöd
event-kind-import-cases = Inläsning: ärenden
event-kind-import-withdrawn = Inläsning: återtagna rader
event-kind-load-look = Tittade på någon annans tyngd
event-kind-measurement-save = Mätning sparad
event-kind-measurement-rate = Eget omdöme sparat
event-kind-factor-remark = Tyngdfaktor ifrågasatt
event-kind-factor-settle = Tyngdfaktor genomgången
event-kind-dialogue-conclude = Tyngdsamtal avslutat
event-kind-access-draw = Granskning påbörjad
event-kind-access-review = Granskning underskriven
event-kind-log-verify = Loggen kontrollerad
event-kind-unit-add = Enhet upplagd
event-kind-unit-rename = Enhet bytte namn
event-kind-unit-move = Enhet flyttad
event-kind-unit-end = Enhet avslutad
event-kind-employment-change = Anställning ändrad
event-kind-employment-end = Anställning avslutad
event-kind-reduction-add = Nedsättning tillagd
event-kind-reduction-end = Nedsättning avslutad
event-kind-duty-add = Uppdrag tillagt
event-kind-duty-end = Uppdrag avslutat

## Granskning av läsningar

access-review-title = Granska läsningar
access-review-lead = Att titta på någons tyngd ska ha ett skäl i arbetet. Här kontrollerar du att det är så, och skriver under.
access-review-left = { $count ->
        [0] Ingen har tittat på någon annans tyngd än.
        [one] En läsning är inte granskad än.
       *[other] { $count } läsningar är inte granskade än.
    }
access-review-left-since = { $count ->
        [0] Allt är granskat sedan { $since }.
        [one] En läsning efter { $since } är inte granskad än.
       *[other] { $count } läsningar efter { $since } är inte granskade än.
    }
access-review-all = Se alla läsningar i loggen
access-review-open = Pågående granskning
access-review-begun = Påbörjad { $at } av { $actor }. { $size } läsningar är lottade (startvärde { $seed }), och de ovanliga är med. Lottningen kan inte göras om förrän den här är underskriven.
access-review-begin-title = Börja en granskning
access-review-begin = Lotta och börja
access-review-method = { $share } % av läsningarna lottas fram, minst tio. Dessutom visas de som är ovanliga: på natten eller helgen, många personer på kort tid, eller av någon som inte leder gruppen.
access-review-what = Vad
access-review-whose = Vems
access-review-why = Varför den är med
access-review-no-looks = Det finns ingen läsning att granska.
access-review-drawn = Lottad.
access-review-outside-hours = Natt eller helg.
access-review-many = { $count ->
        [one] En person på kort tid.
       *[other] { $count } personer på kort tid.
    }
access-review-outside-team = { $count ->
        [one] En person utanför den egna gruppen.
       *[other] { $count } personer utanför den egna gruppen.
    }
access-review-and-more = { $count ->
        [one] { $people } och en till
       *[other] { $people } och { $count } till
    }
access-review-finding = Vad du kom fram till
access-review-finding-hint = Till exempel: alla läsningar hade ett skäl. Eller vad som behöver följas upp, och av vem. Skriv inte om klienter.
access-review-no-finding = Skriv vad du kom fram till, med högst 2 000 tecken.
access-review-sign = Skriv under
access-review-earlier = Tidigare granskningar
access-review-none-earlier = Ingen granskning är underskriven än.
access-review-signed = Underskriven
access-review-reviewer = Av
access-review-looked-at = Granskade läsningar
access-review-signed-title = Underskriven granskning
access-review-signed-by = Underskriven { $at } av { $actor }.
access-review-how = Granskningen gällde posterna { $first } till { $last } i händelseloggen. Lottningens startvärde var { $seed }.
access-review-back = Till granskningarna
look-load = Tyngden och ärendena
look-history = Tyngden över tid
look-case = Vem som har ett ärende
look-measurement = Mätning eller tyngdsamtal

## Åtgärdskatalogen

action-kinds-title = Åtgärder
action-kinds-lead = De här åtgärderna går att välja i ett tyngdsamtal. Det som redan är överenskommet ändras inte när du tar bort en åtgärd ur listan.
action-kinds-sv = På svenska
action-kinds-en = På engelska
action-kinds-sv-hint = Så som den ska stå i samtalet.
action-kinds-en-hint = För den som läser sidorna på engelska.
action-kinds-offered = Går att välja
action-kinds-retired = Erbjuds inte längre
action-kinds-retire = Erbjuds inte längre
action-kinds-retire-hint = Den går då inte att välja i nya samtal.
action-kinds-add = Lägg till en åtgärd
action-kinds-change = Ändra åtgärden
action-kinds-no-title = { $count ->
        [one] Skriv vad åtgärden heter, med högst ett tecken.
       *[other] Skriv vad åtgärden heter, med högst { $count } tecken.
    }
action-kinds-same-title = En annan åtgärd heter redan så. Välj ett annat namn.

## Inställningarna

settings-title = Inställningar
settings-lead = De gäller hela kommunen. En ändring gäller inom en minut, också om programmet körs på flera servrar. Tömmer du ett fält gäller standardvärdet igen.
settings-save = Spara inställningarna
settings-saved = Inställningarna är sparade.
settings-number = { $explained } Från { $least } till { $most }; standard är { $default }.
settings-changed = Ändrad { $at } av { $actor }.
settings-never-changed = Standardvärdet har inte ändrats.
settings-operators = Bestäms i inställningsfilen av den som sköter driften, och går därför inte att ändra här.
settings-too-long = { $count ->
        [one] Skriv högst ett tecken.
       *[other] Skriv kortare: högst { $count } tecken.
    }
settings-no-number = Skriv ett helt tal från { $least } till { $most }.
settings-no-role = Välj bland rollerna i listan.
setting-organisation = Kommunens namn
setting-organisation-hint = Visas i sidhuvudet och i appen för engångskoder.
setting-group-limit = Minsta grupp som visas
setting-group-limit-hint = Summor för färre personer än så visas inte för den som inte leder gruppen.
setting-days-to-head = Dagar innan ett samtal går till chefen
setting-days-to-head-hint = Så länge har gruppledaren på sig innan chefen ser att ett tyngdsamtal inte har blivit av.
setting-password-length = Kortaste lösenord, i tecken
setting-password-length-hint = Gäller nya lösenord. De som redan finns fungerar som förut.
setting-idle-minutes = Minuter tills man loggas ut
setting-idle-minutes-hint = Räknas från det man senast öppnade en sida.
setting-session-hours = Längsta tid inloggad, i timmar
setting-session-hours-hint = Därefter måste man logga in igen även om man arbetar.
setting-second-factor = Roller som måste ha tvåstegsinloggning
setting-second-factor-hint = Den som har en av rollerna får slå på den vid nästa besök, innan något annat går att göra.
setting-review-share = Andel läsningar som lottas vid granskning, i procent
setting-review-share-hint = Ovanliga läsningar granskas alltid.
setting-not-about-children = Ärendetyper som inte gäller barn
setting-not-about-children-hint = Skriv viktmodellens namn på typerna, med kommatecken emellan. För alla andra typer krävs behörighet enligt 25 kap. 1 § socialtjänstlagen.

## Personer

people-title = Personer
people-lead = Vilka som arbetar var. Här finns inga ärenden och ingen tyngd.
people-search = Sök
people-search-hint = Namn, anställningsnummer eller enhet.
people-whom = Vilka
people-past = Visa även dem som har slutat
people-find = Sök
people-found = { $count ->
        [0] Ingen hittades.
        [one] En person.
       *[other] { $count } personer.
    }
people-too-many = { $count } personer hittades. De första { $shown } visas; sök för att hitta andra.
people-number = Anställningsnummer
people-not-employed = inte anställd nu
people-no-unit = ingen enhet
people-in-profession-since = I yrket sedan
people-from-lists = Det mesta kommer från personalsystemet. Ändra här bara det som listorna inte för med sig: nästa inläsning kan annars ändra tillbaka.
people-employments = Anställningar
people-employment = Anställning
people-extent = Omfattning
people-extent-hint = I procent av heltid, eller i timmar i veckan om anställningen anges så.
people-change-employment = Byt enhet eller omfattning
people-new-unit = Enhet
people-from-day = Gäller från
people-from-day-hint = Dagen då ändringen börjar gälla. Det som gällde före ändras inte.
people-end-employment = Avsluta anställningen
people-reductions = Nedsättningar
people-reductions-lead = Hur stor del av arbetstiden som inte finns. Varför lagras aldrig.
people-reduction = Nedsättning
people-add-reduction = Lägg till nedsättning
people-end-reduction = Avsluta nedsättning
people-share = Del av arbetstiden, i procent
people-share-hint = Till exempel 25. Lämna tomt för den del som viktmodellen säger.
people-by-the-model = enligt viktmodellen
people-duties = Uppdrag
people-duty = Uppdrag
people-add-duty = Lägg till uppdrag
people-end-duty = Avsluta uppdrag
people-none = Inget är antecknat.
people-back = Till alla personer
people-choose-kind = Välj i listan
people-choose-employment = Välj anställning.
people-choose-ended = Välj vad som ska avslutas.
people-no-extent = Skriv omfattningen i procent, mer än 0 och högst 100, eller i timmar, högst 60.
people-no-share = Skriv delen i procent, mer än 0 och högst 100.
people-backwards = Det började { $from } och kan inte sluta tidigare.
people-outside = Välj en dag efter { $from } då anställningen ännu gäller.
people-overlapping = Det finns redan en sådan nedsättning, { $period }. Avsluta den först, eller välj andra dagar.

## Organisationen

organisation-title = Organisationen
organisation-lead = Enheterna så som de ligger i dag. Den som leder en enhet ser den tack vare sin roll; rollerna ges under Konton och roller.
organisation-none = Det finns inga enheter än.
organisation-code = Kod
organisation-code-hint = Samma kod som i verksamhetssystemet och personalsystemet. Den går inte att ändra senare.
organisation-leader = Leds av
organisation-leader-hint = Vem som leder enheten bestäms av rollerna på kontot.
organisation-nobody = ingen
organisation-above = Ligger under
organisation-top = Överst
organisation-add = Lägg till enhet
organisation-rename = Byt namn
organisation-move = Flytta
organisation-move-hint = Dagen då enheten ligger på den nya platsen. Det som gällde före ändras inte.
organisation-end = Avsluta enheten
organisation-end-text = Ingen får vara anställd i enheten efter den sista dagen, och ingen enhet får ligga under den.
organisation-ends = Avslutas { $last }
organisation-ended = Avslutad { $last }
organisation-back = Till organisationen
organisation-no-code = Använd bara bokstäver, siffror och . - _ / i koden, högst 40 tecken.
organisation-code-taken = En annan enhet har redan koden. Välj en annan.
organisation-no-name = Skriv ett namn, högst 100 tecken.
organisation-no-parent = Enheten ovanför finns inte, eller är avslutad då. Välj en annan.
organisation-circle = Då skulle enheterna ligga i en ring: { $units }. Välj en annan plats.
organisation-employed = Någon är anställd i enheten efter den dagen. Flytta dem först, eller välj en senare dag.
organisation-not-empty = Andra enheter ligger under den här. Flytta eller avsluta dem först.
## Läsa in listor

import-title = Läs in listor
import-lead = Här kommer ärenden, personal och enheter in från andra system. Du får se vad som skulle hända innan något sparas.
import-under-way = { $name } håller på med en inläsning.
import-to-current = Gå till den
import-send-title = Ny inläsning
import-files = Listor (CSV eller Excel)
import-files-hint = Välj en eller flera filer. Rader med personnummer avvisas och sparas aldrig.
import-exported = Dagen då listorna togs ut
import-exported-hint = Det som har ändrats sedan förra inläsningen gäller från den dagen.
import-mapping = Mappning
import-mapping-hint = Mappningen säger vilken kolumn som är vad. Finns ingen än gör du den i nästa steg.
import-make-mapping = Gör en mappning i nästa steg
import-shipped-mapping = { $name } (följer med programmet)
import-mapping-file = Mappningsfil (TOML), om du har en
import-mapping-file-hint = Används i stället för valet ovanför.
import-send = Skicka filerna
import-too-large = Filerna är tillsammans större än { $count } MB, som är det mesta som tas emot här. Dela upp dem, spara Excel som CSV, eller be den som sköter systemet höja gränsen.
import-no-file = Välj minst en fil.
import-no-day = Skriv dagen då listorna togs ut, i dag eller tidigare.
import-no-such-mapping = Mappningen finns inte längre. Välj en annan.
import-busy = En inläsning pågår redan. Vänta tills den är klar, eller avbryt den först.
import-name-identity-number = Det står ett personnummer i ett filnamn. Döp om filen och skicka igen.
import-two-with-one-name = Två filer heter { $name }. Döp om den ena.
import-too-many = Skicka högst { $count } filer åt gången.
import-mappings = Sparade mappningar
import-no-mappings = Inga mappningar är sparade än. Efter en provläsning kan du spara den du använde.
import-mapping-saved-by = { $name }, { $at }
import-word-saved = Sparad av
import-word-choices = Val
import-drop-mapping = Ta bort
import-drop-mapping-named = Ta bort mappningen { $name }
import-history = Tidigare inläsningar
import-watched = Mappen { $folder } läses var { $minutes }:e minut med mappningen { $mapping }.
import-by-folder = Automatiskt ur mappen
import-no-history = Inget har lästs in än.
import-word-when = När
import-word-who = Av vem
import-word-source = Källa
import-word-files = Filer
import-word-result = Resultat
import-past-counts = { $accepted } rader godtagna, { $rejected } avvisade; { $added } nya uppgifter, { $changed } ändrade, { $ended } avslutade
import-refused = Inget kom in.
import-columns-title = Vad är vad i listorna?
import-columns-lead = Säg vad varje kolumn är. Förslagen kommer från mappningar som redan finns. Kolumner som inte behövs läses inte.
import-id = Mappningens namn
import-id-hint = Till exempel verksamhetssystemet. Under det namnet kan den sparas.
import-id-needed = Ge mappningen ett namn, högst 60 tecken.
import-source = Systemets namn
import-source-hint = Ändra det inte sedan: ett ärendes beteckning är unik inom systemet.
import-source-needed = Skriv vad systemet heter, högst 60 tecken.
import-found = { $rows } rader och { $columns } kolumner hittades, med rubriker på rad { $header }.
import-file-not-readable = { $name } går inte att läsa. Avbryt och skicka filerna igen utan den.
import-holds = Listan innehåller
import-holds-hint = Ändrar du det, välj ”Visa fler val”.
import-kind-units = enheter
import-kind-staff = personal
import-kind-reductions = nedsättningar
import-kind-duties = uppdrag
import-kind-support = stöd mellan kollegor
import-kind-cases = ärenden
import-fixed = Alla rader gäller
import-fixed-hint = När ingen kolumn säger det.
import-unit = Omfattning är skriven i
import-unit-percent = procent (75)
import-unit-fraction = andel (0,75)
import-unit-hours = timmar i veckan
import-lookalike = Beteckningarna ser ut som personnummer men är det inte
import-sample = Till exempel: { $sample }
import-column-is = { $column } är
import-column-without-name = Kolumn { $count } utan rubrik
import-not-read = läses inte
import-factor = Tyngdfaktor: { $title }
import-text-means = ”{ $text }” betyder
import-means-nothing = inget av dem (raden avvisas)
import-role-caseworker = handläggare
import-role-supervisor = gruppledare
import-role-head = chef
import-role-human_resources = HR
import-role-relief = avlastning
import-role-coordinator = samordnare
import-role-other = annat
import-see-choices = Visa fler val
import-say-what-texts-mean = Säg också vad texterna betyder, och prova sedan igen.
import-column-needed = Välj vilken kolumn som är { $field }.
import-column-twice = Två kolumner är { $field }. Välj en av dem.
import-try = Prova, utan att spara
import-give-up = Avbryt och ta bort filerna
import-trying = Provar
import-storing = Läser in
import-rows-read = { $count ->
        [0] Börjar läsa.
        [one] En rad är läst.
       *[other] { $count } rader är lästa.
    }
import-trying-text = Ingenting sparas än. Sidan hämtas om av sig själv.
import-storing-text = Sidan hämtas om av sig själv. Inläsningen går vidare även om du stänger den.
import-look-again = Hämta sidan nu
import-failed = Det gick inte att läsa in
import-nothing-came-in = Ingenting har sparats.
import-database-refused = Databasen kunde inte ta emot inläsningen. Försök igen om en stund; hjälper det inte, berätta för den som sköter systemet.
import-older-export = Filerna togs ut { $exported }, men från { $source } finns redan en senare export, från { $latest }. Läs in den senaste, eller rätta dagen.
import-change-columns = Ändra mappningen
import-begin-again = Ta bort filerna och börja om
import-tried = Så skulle det bli
import-tried-lead = Det här är ett prov. Ingenting har sparats.
import-done = Inläst
import-done-lead = Listorna är inlästa och sparade. Filerna du skickade är borttagna.
import-count-rows = Rader
import-count-accepted = Godtagna
import-count-rejected = Avvisade
import-count-added = Nya uppgifter
import-count-changed = Ändrade
import-count-ended = Avslutade
import-counts-hint = En rad kan vara flera uppgifter: ett ärende, dess skede och vem som har det.
import-store = Läs in på riktigt
import-notes = Se efter det här
import-rejected = Avvisade rader
import-word-why = Varför och vad du gör
import-word-rows = Rader
import-word-where = Var
import-place = { $file } rad { $line }
import-place-in-column = { $file } rad { $line }, { $column }
import-rejected-hint = Rätta i systemet som listan kommer från och läs in igen. Ur rader med personnummer visas ingenting.
import-rejected-download = Hämta avvisade rader ur { $name } (CSV)
import-csv-line = Rad
import-csv-column = Kolumn
import-csv-reason = Skäl
import-csv-remedy = Vad du gör
import-file-about = Innehåller { $kind }: { $rows } rader, rubriker på rad { $header }, { $how }.
import-file-in-sheet = blad { $sheet }
import-file-in-text = { $encoding }, skiljetecken { $separator }
import-first-rows = De första raderna, så som de förstås
import-line = Rad { $count }
import-row-rejected = avvisas
import-mapping-used = Mappningen
import-mapping-used-text = Listorna lästes med mappningen { $name }. Sparar du den går nästa inläsning fortare.
import-save-mapping = Spara mappningen
import-ready = Klar

## Mappen som läses av sig själv

watch-no-mapping = Mappningen { $mapping } finns inte. Spara en med det namnet, eller ändra inställningen.
## Nästa ärende

next-case-title = Vem ska ha { $reference }?
next-case-no-model-title = Vem ska ha ärendet?
next-case-kind = { $kind }, { $points } poäng
next-case-not-weighed = { $kind }. Viktmodellen har ingen rad för den här sortens ärende, så det räknas som noll poäng här.
next-case-waits = Ärendet har ingen handläggare och har väntat { $waited }.
next-case-held = { $name } har ärendet.
next-case-held-load = { $name } har ärendet. Tyngden är { $load } i dag ({ $band }).
next-case-need-language = Handläggaren behöver kunna { $language }.
next-case-need-district = Ärendet hör till området { $district }.
next-case-need-locked = Ärendet är låst till sin handläggare: { $why }.
next-case-who = Vem ska ha ärendet?
next-case-who-takes-over = Vem ska ta över ärendet?
next-case-order = Förslagen står i ordning med skälen för och emot. Det är ett underlag för just det här ärendet, ingen ranking. Du bestämmer.
next-case-not-on-paper = Förslagen skrivs inte ut: de är ingen ranking av människor.
next-case-for = Talar för:
next-case-against = Talar emot:
next-case-load = Tyngd { $now } i dag, { $after } med ärendet.
next-case-see = Se hur { $name } har det
next-case-others = { $count ->
        [one] En till i gruppen kan inte få ärendet: se varför
       *[other] { $count } till i gruppen kan inte få ärendet: se varför
    }
next-case-why-otherwise = Varför någon annan än den första?
next-case-reason-hint = Behövs bara när du väljer någon annan än den som står först. Skälet sparas i loggen.
next-case-first-needs-none = Jag väljer den som står först
next-case-why-move = Varför flyttas ärendet?
next-case-choose-why = Välj skäl
next-case-from = Från och med
next-case-give = Ge ärendet
next-case-move = Flytta ärendet
next-case-back = Tillbaka till gruppen
next-case-move-this = Flytta { $reference } till någon annan
next-case-given = { $reference } går till { $name } från och med den { $day }. { $name } får frågan på sin sida och kan svara ”inte nu”.
next-case-reason-unallocated = Ärendet väntade på handläggare
next-case-reason-overload = Handläggaren har för mycket
next-case-reason-leaving = Handläggaren slutar
next-case-reason-absence = Handläggaren är borta
next-case-reason-siblings = Syskon finns där redan
next-case-reason-language = Språket
next-case-reason-experience = Erfarenhet av sådana ärenden
next-case-reason-family-asked = Familjen eller barnet har bett om det
next-case-reason-worker-asked = Handläggaren har bett om det
next-case-reason-unit = Ärendet byter enhet
next-case-reason-other = Annat skäl
next-case-no-capacity = har inget utrymme i dag
next-case-said-not-now = sade ”inte nu” till ärendet den { $day }: { $why }
next-case-siblings = { $count ->
        [one] har redan ett syskonärende
       *[other] har redan { $count } syskonärenden
    }
next-case-speaks = kan { $language }
next-case-room = { $points } poäng kvar att fylla efteråt
next-case-room-over = { $points } poäng över sitt utrymme efteråt
next-case-away = är inte på plats från och med den { $day }
next-case-new-none = inget nytt ärende de senaste sju dagarna
next-case-new = { $count ->
        [one] ett nytt ärende de senaste sju dagarna
       *[other] { $count } nya ärenden de senaste sju dagarna
    }
next-case-new-full = { $count ->
        [one] har redan fått ett nytt ärende de senaste sju dagarna (riktmärke: högst ett på sex öppna)
       *[other] har redan fått { $count } nya ärenden de senaste sju dagarna (riktmärke: högst ett på sex öppna)
    }
next-case-introduction = { $count ->
        [one] är ny i yrket sedan en månad och ska bära högst { $share } av ett fullt utrymme
       *[other] är ny i yrket sedan { $count } månader och ska bära högst { $share } av ett fullt utrymme
    }
next-case-deadlines = { $count ->
        [one] en frist går ut inom sju dagar
       *[other] { $count } frister går ut inom sju dagar
    }
next-case-experience = { $count ->
        [one] har haft ett sådant ärende de senaste tre åren
       *[other] har haft { $count } sådana ärenden de senaste tre åren
    }
next-case-obstacle-not-qualified-degree = saknar den examen som { $section } { $act } kräver för uppgiften
next-case-obstacle-not-qualified-decision = har en examen som nämnden inte har beslutat om, och som { $section } { $act } därför inte räknar
next-case-obstacle-not-this-worker = ska inte ha ärendet, enligt vad som bestämts
next-case-obstacle-locked = ärendet är låst till sin handläggare: { $why }
next-case-obstacle-language = kan inte { $language }: det behövs tolk
next-case-obstacle-district = arbetar inte i området { $district }
next-case-rule-answer = Står före nästa, som har svarat ”inte nu”.
next-case-rule-siblings = Står före nästa för att syskonen finns här.
next-case-rule-needs = Står före nästa för språkets eller områdets skull.
next-case-rule-band = Står före nästa, som skulle hamna på en högre nivå.
next-case-rule-presence = Står före nästa, som snart inte är på plats.
next-case-rule-new-cases = Står före nästa, som redan har fått sin del nya ärenden i veckan.
next-case-rule-introduction = Står före nästa, som är ny i yrket.
next-case-rule-deadlines = Står före nästa, som har många frister i veckan.
next-case-rule-experience = Står före nästa genom erfarenhet av sådana ärenden.
next-case-rule-load = Står före nästa för att tyngden blir lägre.
next-case-rule-name = Ingenting skiljer de två: de står i namnordning.
next-case-trouble-nobody = Ingen annan handläggare tjänstgör i gruppen i dag. Fråga en annan grupp, eller kontrollera enheternas anställningar under Administration.
next-case-trouble-locked = Ärendet är låst till sin handläggare: { $why }. Ta bort låset på ärendets sida om det inte längre gäller, annars ligger ärendet kvar.
next-case-trouble-locked-over = Handläggaren har för mycket: lätta i stället genom att flytta ett annat ärende som inte är låst, eller låt någon vara medhandläggare.
next-case-trouble-nobody-qualified = Ingen i gruppen är behörig för uppgiften enligt { $section } { $act }. Ge ärendet till en grupp där någon är det. En medhandläggare under handledning får vara obehörig.
next-case-trouble-no-capacity = Ingen i gruppen har något utrymme i dag. Fråga en annan grupp, eller se om någons nedsättning är inlagd för länge.
next-case-trouble-nobody-may = Ingen i gruppen kan få ärendet som det är. Se nedan vad som hindrar var och en, och ändra det som kan ändras.
next-case-trouble-all-over = Vem som än får ärendet skulle få för mycket. Flytta något först, fråga en annan grupp, eller ta upp det med din chef.
next-case-nobody-chosen = Välj vem som ska ha ärendet.
next-case-no-reason = Välj varför du tar någon annan än den som står först.
next-case-no-reason-to-move = Välj varför ärendet flyttas.
next-case-no-day = Skriv en dag från och med i dag och högst { $count } dagar framåt (ÅÅÅÅ-MM-DD).
next-case-not-now-too-much = det är för mycket redan
next-case-not-now-deadlines = frister går ut samtidigt
next-case-not-now-away = snart inte på plats
next-case-not-now-partial = jäv eller känner någon i ärendet
next-case-not-now-experience = saknar erfarenheten som behövs
next-case-not-now-other = annat, vill prata om det
team-give-to = Fördela
team-give = Vem ska ha det?
team-give-this = { $reference }: Vem ska ha det?
team-not-now = { $name } sade ”inte nu” den { $day }: { $why }
given-title = Svara på ärendet du har fått
given-heading = Du har fått ett ärende
given-new = { $reference } ({ $kind }), från och med den { $day }, av { $by }.
given-moved = { $reference } ({ $kind }), som flyttas till dig från och med den { $day }, av { $by }.
given-take = Jag tar det
given-take-this = Jag tar det: { $reference }
given-not-now = Inte nu …
given-not-now-this = Inte nu … ({ $reference })
given-not-now-means = Svarar du ”inte nu” går ärendet tillbaka till din gruppledare, som ser ditt skäl och bestämmer vem som får det. Ingen annan får det av sig självt.
given-why = Varför inte nu?
given-why-hint = Välj det som ligger närmast. Skriv ingenting om klienten; resten tar ni muntligt.
given-send-not-now = Svara ”inte nu”
given-no-reason = Välj varför du inte kan ta ärendet nu.
given-answered-taken = Du har tagit ärendet.
given-answered-not-now = Du svarade ”inte nu”: { $why }. Ärendet är tillbaka hos din gruppledare.
given-back = Tillbaka till Min tyngd
event-kind-case-answer = Svar på ett fördelat ärende
api-answer = Svaret är varken taken eller not-now.
api-answer-remedy = Skriv ”taken” eller ”not-now”.
api-answer-reason = Skälet passar inte till svaret.
api-answer-reason-remedy = Med not-now ska ett av skälen i beskrivningen stå, med taken inget.
api-answered = Det är redan besvarat.
api-answered-remedy = Ett svar ändras inte. Tala med gruppledaren.

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

api-unsure = Förbindelsen med databasen bröts medan det sparades.
api-unsure-remedy = Se efter om det finns där, eller skicka det igen med samma Idempotency-Key: det som är gjort görs inte om.
api-changed = Det har ändrats sedan du läste det.
api-changed-remedy = Läs det igen och skicka det du vill säga med dess nya märke. Inget har sparats.
api-no-owner = Bara de två som har samtalet kan ha en åtgärd att göra.
api-no-owner-remedy = Ange personen eller gruppledaren.
api-no-display = Namnet som visas har 1 till 80 tecken.
api-no-display-remedy = Ge det ett sådant namn.
api-last-administrator = Ingen skulle längre kunna sköta konton.
api-last-administrator-remedy = Ge rollen till någon annan först.
api-overlapping = Kontot har redan rollen från { $from }.
api-overlapping-remedy = Avsluta den andra först, eller välj andra dagar.
api-same-version = Den här versionen av modellen gäller redan från { $day }.
api-same-version-remedy = Ge den ändrade modellen en egen version.
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

# Nycklar till program
administration-part-tokens = Nycklar till program
administration-part-tokens-text = Vad andra system får läsa och skriva genom gränssnittet för program. Nya nycklar, och att spärra dem.
tokens-title = Nycklar till program
tokens-lead = En nyckel låter ett annat system fråga eller lämna uppgifter utan att någon loggar in. Den får bara göra det som dess roll får, och det den gör står i händelseloggen med nyckelns namn.
tokens-description = Beskrivning för den som programmerar
tokens-none = Det finns inga nycklar.
tokens-counts = Gäller till och med { $day }
tokens-ended = Gällde till och med { $day }
tokens-revoked = Spärrad { $day }
tokens-issued = Utfärdad { $day } av { $by }
tokens-never-used = Aldrig
tokens-may = Vad nyckeln får göra
tokens-may-read = Bara läsa
tokens-may-write = Läsa och skriva
tokens-no-reach = Välj om nyckeln bara får läsa.
tokens-issue = Utfärda en nyckel
tokens-name-hint = Namnet på programmet. Bokstäver, siffror och . - _ @. Det står i loggarna och kan inte ändras.
tokens-role-hint = Ge den roll som ser minst och räcker. Import behöver administratör.
tokens-person-hint = Bara om programmet ska läsa en viss persons egen tyngd: anställningsnummer eller namn. Lämna annars tomt.
tokens-ends-hint = Högst { $longest } år framåt.
tokens-until = Sista dagen kan vara från { $first } till { $last }.
tokens-revoke = Spärra
tokens-revoke-named = Spärra nyckeln { $name }
tokens-revoke-text = En spärrad nyckel slutar gälla genast och kan inte öppnas igen. Behövs den ändå utfärdar du en ny.
tokens-told-title = Nyckeln är utfärdad
tokens-told = Nyckeln { $name } gäller till och med { $until }.
tokens-told-once = Lägg den där programmet förvarar hemligheter. Den visas bara den här gången och går inte att ta fram igen.
tokens-told-how = Programmet skickar den i huvudet Authorization: Bearer.
tokens-back = Till alla nycklar
## Behörighet och vad ett ärende behöver

dated-what = Uppgift
dated-which = Vad
dated-end = Avsluta en uppgift
qualification-word = Behörighet
qualification-title = Behörighet
qualification-of = Behörighet, språk och områden: { $name }
qualification-lead = För att bedöma, utreda och följa upp ärenden som gäller barn och unga krävs socionomexamen eller en annan examen som nämnden har bedömt som relevant ({ $section }). Här står de som saknar det, eller vars examen inte är känd.
qualification-held-without = { $count ->
        [one] Ett ärende hålls av någon som saknar behörighet, eller vars examen inte är känd.
       *[other] { $count } ärenden hålls av personer som saknar behörighet, eller vars examen inte är känd.
    }
qualification-see = Se vilka
qualification-nobody = Ingen saknar behörighet.
qualification-what-to-do = Den som saknar behörighet kan vara medhandläggare tillsammans med en behörig handläggare. HR antecknar examen och nämndens beslut på personens sida.
qualification-degree = Examen
qualification-missing = Vad som saknas
qualification-held = Ärenden ändå
qualification-held-of = { $name }: { $count }
qualification-held-case = { $kind }, sedan { $days }, { $section }
qualification-missing-unknown = examen är inte känd
qualification-missing-degree = examen saknas
qualification-missing-decision = nämnden har inte beslutat att examen är relevant
qualification-lacking = Inte behörig för barnärenden: { $missing }.
qualification-by-degree = Behörig genom sin examen: { $degree }.
qualification-by-decision = Behörig genom nämndens beslut, från { $day }. Examen: { $degree }.
qualification-degree-social_work = socionom
qualification-degree-foreign_certified = utländsk examen med bevis
qualification-degree-behavioural_science = beteendevetare
qualification-degree-other = annan examen
qualification-degree-none = ingen examen
qualification-imported = { $degree }, enligt personalsystemet
qualification-independent-since = Handlägger självständigt sedan
qualification-recorded = Antecknat här
qualification-open = Se och ändra
qualification-back = Till personens sida
qualification-who-records = HR antecknar examen, beslut och självständighet. Gruppledaren antecknar språk och områden.
qualification-kind-degree = Examen
qualification-kind-decision = Nämndens beslut
qualification-kind-independent = Handlägger självständigt
qualification-kind-language = Språk
qualification-kind-district = Område
qualification-add-degree = Anteckna examen
qualification-add-decision = Anteckna nämndens beslut
qualification-add-independent = Anteckna att personen handlägger självständigt
qualification-add-language = Lägg till språk
qualification-add-district = Lägg till område
qualification-hint-degree = Gäller i stället för den som personalsystemet anger, från första dagen.
qualification-hint-decision = Beslutets nummer, till exempel SN 2026/114. Nämnden har bedömt att examen är relevant.
qualification-hint-independent = Nämnden svarar för att den som handlägger självständigt har tillräcklig erfarenhet.
qualification-hint-language = Ett språk utöver svenska, till exempel arabiska.
qualification-hint-district = Ett område som personen arbetar i. Den som inte har något område arbetar i alla.
qualification-empty = Fyll i fältet.
qualification-long = Skriv kortare, högst { $longest } tecken.
qualification-no-degree = Välj examen i listan.
qualification-overlapping = Det är redan antecknat, { $period }. Avsluta det först, eller välj andra dagar.
qualification-task-assessment = bedöma om en utredning ska inledas
qualification-task-investigation = utreda
qualification-task-follow-up = följa upp insatser
qualification-task-any = handlägga ärendet
allocation-not-qualified = Personen får inte { $task }: { $missing } ({ $section }). Välj en behörig handläggare, eller låt personen vara medhandläggare. HR antecknar examen och beslut.
allocation-not-this-worker = Det är bestämt att ärendet inte ska gå till den här personen. Välj någon annan, eller avsluta det behovet först.
allocation-locked = Ärendet ska stanna hos sin handläggare ({ $why }). Lås upp det först om det ändå ska flyttas.
allocation-language = Ärendet behöver någon som talar { $language }.
allocation-district = Ärendet ligger i { $district }, där personen inte arbetar.
allocation-not-open = Ärendet är inte öppet { $day }. Välj en dag då det är det.
allocation-already-held = { $name } har det redan.
allocation-not-held = Personen har inte ärendet { $day }. Läs in sidan igen och se vem som har det.
allocation-already-moving = Det är redan bestämt att ärendet går till { $name } { $day }.
allocation-not-employed = Personen är inte anställd { $day }. Välj någon annan eller en annan dag.
allocation-needs = Behov
allocation-needs-of = Behov i ärende { $reference }
allocation-needs-lead = Det som står här avgör vem som föreslås. Låst och ”inte den här personen” hindrar också att ärendet ges bort. Skriv inget om klienten.
allocation-held-by = { $kind }: { $name }
allocation-held-by-nobody = { $kind }: väntar på handläggare
allocation-back = Till teamet
allocation-choose = Välj i listan.
allocation-need-language = Språk
allocation-need-district = Område
allocation-need-locked = Låst
allocation-need-not_worker = Inte den här personen
allocation-add-language = Ärendet behöver ett språk
allocation-add-district = Ärendet ligger i ett område
allocation-add-locked = Lås ärendet hos sin handläggare
allocation-add-not_worker = Ärendet ska inte gå till en viss person
allocation-label-language = Språk
allocation-label-district = Område
allocation-label-locked = Varför
allocation-label-not_worker = Vem
allocation-hint-language = Till exempel arabiska. En tolk kan också lösa det, så behovet hindrar inte.
allocation-hint-district = Samma namn som på medarbetarnas sidor.
allocation-hint-locked = Ärendet flyttas inte så länge låset gäller.
allocation-hint-not_worker = Skälet lagras inte.
allocation-lock-relation = relationen är viktig
allocation-lock-decision-near = beslut eller förhandling snart
allocation-lock-court = prövas i domstol
allocation-lock-promised = familjen har fått löfte
allocation-lock-other = annat skäl
api-not-qualified = Personen får inte ha ärendet enligt { $section }: { $missing ->
        [unknown] examen är inte känd.
        [decision] nämnden har inte beslutat att examen är relevant.
       *[other] examen saknas.
    }
api-not-qualified-remedy = Ge ärendet till någon behörig, eller gör personen till medhandläggare. HR antecknar examen och beslut.
api-not-this-worker = Det är bestämt att ärendet inte ska gå till den här personen.
api-not-this-worker-remedy = Välj någon annan, eller avsluta behovet först.
api-case-locked = Ärendet är låst hos sin handläggare ({ $reason }).
api-case-locked-remedy = Avsluta låset först, om ärendet ändå ska flyttas.
api-case-language = Ärendet behöver någon som talar { $language }.
api-case-language-remedy = Välj någon som gör det.
api-case-district = Ärendet ligger i { $district }, där personen inte arbetar.
api-case-district-remedy = Välj någon som gör det.
api-phase-not-open = Skedet är inte öppet { $day }.
api-phase-not-open-remedy = Skicka en dag då det är det.
api-already-held = Någon har det redan.
api-already-held-remedy = Läs ärendet igen, och skicka vem det flyttas från.
api-not-held = Den det skulle flyttas från har det inte { $day }.
api-not-held-remedy = Läs ärendet igen, och skicka vem som har det.
api-already-moving = Det är redan bestämt att ärendet flyttas { $day }.
api-already-moving-remedy = Vänta till den dagen, eller välj en senare dag.
api-not-employed = Personen är inte anställd { $day }.
api-not-employed-remedy = Välj någon annan, eller en annan dag.
api-no-degree = Det finns ingen sådan examen.
api-no-degree-remedy = Skicka social_work, foreign_certified, behavioural_science, other eller none.
api-recorded = Det är redan antecknat från { $from }.
api-recorded-remedy = Avsluta det först, eller välj andra dagar.
api-no-lock-reason = Det finns inget sådant skäl att låsa.
api-no-lock-reason-remedy = Skicka relation, decision-near, court, promised eller other.
api-no-allocation-reason = Det finns inget sådant skäl.
api-no-allocation-reason-remedy = Skicka ett av skälen i beskrivningen.
api-moved-as-co = Bara den som är huvudhandläggare kan ersättas av någon annan.
api-moved-as-co-remedy = Skicka main, eller utelämna vem det flyttas från.
## Fördela om

rebalancing-title = Fördela om
rebalancing-lead = När någon har för mycket, slutar eller går på ledighet räknar Tyngdpunkt fram det minsta antalet byten som gör att alla hamnar inom en gräns. Varje byte kostar ett barn en relation. Du bestämmer om varje ärende: inget flyttas av sig självt.
rebalancing-open = Planer på gång
rebalancing-closed = Tidigare planer
rebalancing-begin = Gör en plan
rebalancing-no-units = Det finns ingen enhet att göra en plan för.
rebalancing-why = Varför
rebalancing-occasion-over = Någon har för mycket
rebalancing-occasion-over-hint = Alla ska ned inom gränsen.
rebalancing-occasion-leaves = Någon slutar, eller en grupp läggs ned
rebalancing-occasion-leaves-hint = De lämnar över alla sina ärenden.
rebalancing-occasion-leave = Någon är borta en tid
rebalancing-occasion-leave-hint = Föräldraledighet, studier, lägre arbetstid.
rebalancing-occasion-split = En grupp delas i två
rebalancing-occasion-split-hint = Du väljer vilka personer och vilka sorters ärenden som hör till den ena.
rebalancing-which-units = Vilka är med
rebalancing-which-units-hint = Ärenden kan flyttas mellan alla som är med. Välj en eller flera.
rebalancing-whole = Hela kommunen
rebalancing-go-on = Gå vidare
rebalancing-made = Gjord { $moment } av { $actor }. Gäller { $units }.
rebalancing-due-today = Det finns ärenden att lämna över i dag.
rebalancing-state-impossible = Det gick inte att göra en plan
rebalancing-state-closed = avslutad
rebalancing-handovers = { $count ->
        [0] inga byten
        [one] ett byte
       *[other] { $count } byten
    }
rebalancing-count-proposed = { $count ->
        [one] en flytt att ta ställning till
       *[other] { $count } flyttar att ta ställning till
    }
rebalancing-count-accepted = { $count ->
        [one] en godkänd
       *[other] { $count } godkända
    }
rebalancing-count-done = { $count ->
        [one] en genomförd
       *[other] { $count } genomförda
    }
rebalancing-plan-over = Alla inom gränsen { $day }
rebalancing-plan-leaves = Någon slutar { $day }
rebalancing-plan-leave = Någon är borta från { $day }
rebalancing-plan-split = Gruppen delas { $day }
rebalancing-and = { $first } och { $last }
rebalancing-and-more = { $first } och { $count } till
rebalancing-new-title = Ny plan
rebalancing-new-over = Alla ska vara inom gränsen den dag du väljer.
rebalancing-new-leaves = Den som slutar lämnar över alla sina ärenden, och alla andra ska vara inom gränsen.
rebalancing-new-leave = Den som är borta bär mindre under tiden, och alla ska vara inom gränsen.
rebalancing-new-split = Den ena gruppen får sina sorters ärenden och den andra resten. Alla ska vara inom gränsen.
rebalancing-about-units = Planen gäller { $units }.
rebalancing-other-units = Välj något annat
rebalancing-people-over = Vem har för mycket?
rebalancing-people-leaves = Vem slutar?
rebalancing-people-leave = Vem är borta?
rebalancing-people-split = Vilka hör till den första gruppen?
rebalancing-kinds = Vilka ärenden hör till den första gruppen?
rebalancing-kinds-hint = Allt annat hör till den andra gruppen. Syskon följs åt.
rebalancing-day = Vilken dag
rebalancing-day-hint = Den dag det ska ha blivit så. Vad alla kan bära räknas för den dagen.
rebalancing-until-hint = Lämna tomt om det inte är känt.
rebalancing-keeps = Hur många procent av utrymmet finns kvar?
rebalancing-keeps-hint = 0 betyder helt borta.
rebalancing-limit = Högsta tyngd, i procent
rebalancing-limit-hint = Viktmodellens gräns för hög tyngd är { $usual }. En högre gräns ger färre byten.
rebalancing-first = Första dagen ett ärende får lämnas över
rebalancing-first-hint = Börja i god tid, så att det hinns med.
rebalancing-pace = Högst så många ärenden i veckan till samma person
rebalancing-pace-hint = Ett barn och en ny handläggare behöver tid att mötas. Syskon lämnas över tillsammans.
rebalancing-unallocated = Ärenden som ingen har
rebalancing-unallocated-yes = Fördela dem också
rebalancing-takes-a-while = För en grupp tar det någon sekund, för en hel kommun upp till tio.
rebalancing-make = Gör en plan
rebalancing-limit-range = Gränsen kan vara från { $least } till { $most } procent.
rebalancing-day-range = Välj en dag från i dag till om ett år.
rebalancing-first-past = Välj i dag eller en senare dag.
rebalancing-nobody-chosen = Välj minst en person.
rebalancing-keeps-range = Skriv ett tal från 0 till under 100. Den som bär allt är inte borta.
rebalancing-until-before = Sista dagen ligger före den första.
rebalancing-no-kinds = Välj minst en sorts ärende.
rebalancing-no-model = Ingen viktmodell gäller den dagen. Välj en annan dag, eller be administratören anta en modell.
rebalancing-not-in-units = Någon av dem du valde är inte med i enheterna. Välj igen.
rebalancing-pace-range = Skriv ett heltal från 1 till { $most }.
rebalancing-sums = Det här blir det
rebalancing-proposal = Det är ett förslag. Inget ärende byter handläggare förrän du genomför flytten.
rebalancing-sum-handovers = { $count ->
        [0] Inget ärende byter handläggare.
        [one] Ett ärende byter handläggare.
       *[other] { $count } ärenden byter handläggare.
    }
rebalancing-sum-nothing = Inget behöver flyttas.
rebalancing-sum-highest = Högsta tyngd går från { $before } till { $after }.
rebalancing-sum-above = { $before ->
        [0] Ingen är över { $limit } i dag
        [one] En är över { $limit } i dag
       *[other] { $before } är över { $limit } i dag
    } och { $after ->
        [0] ingen efteråt.
        [one] en efteråt.
       *[other] { $after } efteråt.
    }
rebalancing-sum-proven = Färre byten går inte: det är bevisat.
rebalancing-sum-bound = { $count ->
        [one] Minst ett byte behövs, hur man än gör.
       *[other] Minst { $count } byten behövs, hur man än gör.
    }
rebalancing-sum-stopped = Tiden tog slut innan allt var prövat. En ny plan kan bli en annan.
rebalancing-sum-late = Den sista lämnas över { $last }, efter dagen som planen gäller. Öka takten om det är för sent.
rebalancing-no-load = ingen
rebalancing-impossible = Det går inte med den här gränsen
rebalancing-enough = Med gränsen { $limit } finns det en plan.
rebalancing-together = Allt arbete tillsammans är { $load } av vad alla tillsammans kan bära. Fler behöver dela på det, eller så behöver något vänta.
rebalancing-again = Pröva igen med en annan gräns
rebalancing-hindrance-no-capacity = Ingen av dem som är med kan ta emot ärenden { $day }: ingen är handläggare i tjänst med utrymme. Ta med fler enheter eller välj en annan dag.
rebalancing-hindrance-nobody = Ingen av dem som är med kan ha { $cases }. Ta med fler enheter.
rebalancing-hindrance-nobody-by = Ingen av dem som är med får ha { $cases }: { $rules }. Ta med någon som får, eller ändra det som hindrar.
rebalancing-hindrance-locked = { $name } har { $cases }, som inte får flyttas, och det är { $needed } poäng för mycket för gränsen { $limit }. Lås upp något, avlasta på annat sätt eller höj gränsen.
rebalancing-hindrance-other-work = { $name } har så mycket annat än egna ärenden (uppdrag, medhandläggning) att det är { $needed } poäng för mycket för gränsen { $limit }. Avlasta det, eller höj gränsen.
rebalancing-hindrance-too-large = { $cases } väger { $points } poäng och ryms inte hos någon som får ha det. Närmast är { $name }, som skulle behöva { $needed } poäng mer utrymme.
rebalancing-hindrance-each-too-large = { $cases } väger { $points } poäng vart och ett och ryms inte hos någon som får ha dem. Närmast är { $name }, som skulle behöva { $needed } poäng mer utrymme för ett av dem.
rebalancing-hindrance-crowded = { $cases } väger { $points } poäng tillsammans, men { $names } har bara plats för { $room }. Det saknas { $needed } poäng.
rebalancing-hindrance-crowded-by = { $cases } väger { $points } poäng tillsammans. Bara { $names } får ha dem ({ $rules } utesluter andra), och där finns plats för { $room }. Det saknas { $needed } poäng.
rebalancing-hindrance-lacking = Ingen plan hittades. Det räcker om { $name } kan bära { $points } poäng mer.
rebalancing-rule-qualification = saknar den behörighet som lagen kräver ({ $section })
rebalancing-rule-degree-unknown = har ingen examen antecknad, och lagen kräver behörighet ({ $section })
rebalancing-rule-language = talar inte språket som behövs
rebalancing-rule-district = arbetar inte i området
rebalancing-rule-not-this-worker = ska inte ha ärendet, enligt ett beslut här
rebalancing-rule-gives-up = lämnar ifrån sig sina ärenden
rebalancing-rule-other-part = hör till den andra gruppen
rebalancing-shut-out-qualification = { $count ->
        [one] en saknar den behörighet som lagen kräver ({ $section })
       *[other] { $count } saknar den behörighet som lagen kräver ({ $section })
    }
rebalancing-shut-out-degree-unknown = { $count ->
        [one] en har ingen examen antecknad, och lagen kräver behörighet ({ $section })
       *[other] { $count } har ingen examen antecknad, och lagen kräver behörighet ({ $section })
    }
rebalancing-shut-out-language = { $count ->
        [one] en talar inte språket som behövs
       *[other] { $count } talar inte språket som behövs
    }
rebalancing-shut-out-district = { $count ->
        [one] en arbetar inte i området
       *[other] { $count } arbetar inte i området
    }
rebalancing-shut-out-not-this-worker = { $count ->
        [one] en ska inte ha ärendet, enligt ett beslut här
       *[other] { $count } ska inte ha ärendet, enligt ett beslut här
    }
rebalancing-shut-out-gives-up = { $count ->
        [one] en lämnar ifrån sig sina ärenden
       *[other] { $count } lämnar ifrån sig sina ärenden
    }
rebalancing-shut-out-other-part = { $count ->
        [one] en hör till den andra gruppen
       *[other] { $count } hör till den andra gruppen
    }
rebalancing-reason-new = Ingen har ärendet.
rebalancing-reason-gives-up = Handläggaren lämnar ifrån sig sina ärenden.
rebalancing-reason-may-not = Handläggaren kan inte ha kvar ärendet: { $rules }.
rebalancing-reason-above-limit = Handläggaren är över gränsen.
rebalancing-reason-above-limit-points = Handläggaren har { $points } poäng, och gränsen är { $most }.
rebalancing-reason-makes-room = Handläggaren tar i stället emot { $cases }, som få andra kan ta.
rebalancing-reason-lowers-highest = Handläggaren skulle annars bli bland dem som bär mest.
rebalancing-reason-lowers-highest-points = Handläggaren har { $points } poäng och skulle annars bli bland dem som bär mest.
rebalancing-reason-chosen = Du eller en kollega valde mottagaren.
rebalancing-about = Det som planen utgår från
rebalancing-about-leaves = { $names } lämnar över alla sina ärenden.
rebalancing-about-leave = { $names } har { $keeps } av utrymmet kvar.
rebalancing-about-leave-until = { $names } har { $keeps } av utrymmet kvar till och med { $last }.
rebalancing-about-split = Till den första gruppen hör { $names } och ärenden av slaget { $kinds }.
rebalancing-about-limit = Ingen ska ha mer än { $limit } av sitt utrymme.
rebalancing-about-unallocated = Ärenden som ingen har fördelas också.
rebalancing-about-resting = { $names } har inget utrymme den dagen. De behåller sina ärenden och får inga nya.
rebalancing-about-part = Du ser de flyttar som rör din grupp. Planen är större.
rebalancing-is-closed = Planen är avslutad. Det som är genomfört står kvar.
rebalancing-section-today = { $count ->
        [one] Att lämna över i dag: ett
       *[other] Att lämna över i dag: { $count }
    }
rebalancing-section-today-lead = Dagen är inne. När du genomför flytten får den nya handläggaren ärendet från och med i dag.
rebalancing-section-today-not-yours = Dagen är inne. Den som leder gruppen genomför flytten.
rebalancing-section-proposed = { $count ->
        [one] Att ta ställning till: en flytt
       *[other] Att ta ställning till: { $count } flyttar
    }
rebalancing-section-proposed-lead = Välj och godkänn, eller ta bort. Öppna en flytt för att välja en annan mottagare.
rebalancing-section-accepted = { $count ->
        [one] Godkänd och på väg: en
       *[other] Godkända och på väg: { $count }
    }
rebalancing-section-accepted-lead = De genomförs av dig när dagen är inne.
rebalancing-section-done = { $count ->
        [one] Genomförd: en
       *[other] Genomförda: { $count }
    }
rebalancing-section-done-lead = Den nya handläggaren har ärendet.
rebalancing-section-dropped = { $count ->
        [one] Borttagen: en
       *[other] Borttagna: { $count }
    }
rebalancing-section-dropped-lead = De räknas inte med. Handläggaren behåller ärendet.
rebalancing-do-accept = Godkänn valda
rebalancing-do-drop = Ta bort valda
rebalancing-do-propose = Ta tillbaka valda
rebalancing-do-carry-out = Genomför valda
rebalancing-do-accept-all = Godkänn alla
rebalancing-one-accept = Godkänn
rebalancing-one-drop = Ta bort
rebalancing-one-propose = Ta tillbaka
rebalancing-one-carry-out = Genomför flytten nu
rebalancing-choose = Välj
rebalancing-choose-one = Välj { $cases }
rebalancing-from = Från
rebalancing-to = Till
rebalancing-why-column = Varför
rebalancing-when = När
rebalancing-from-nobody = ingen
rebalancing-decided-by = Beslut av
rebalancing-stage-proposed = Föreslagen
rebalancing-stage-accepted = Godkänd
rebalancing-stage-dropped = Borttagen
rebalancing-stage-done = Genomförd
rebalancing-ways = Fler byten, lägre topp
rebalancing-ways-lead = Några fler byten kan göra den högsta tyngden lägre. Det du har bestämt om flyttarna i en plan sparas om du byter tillbaka.
rebalancing-ways-legend = Vilken plan vill du följa?
rebalancing-way-fewest = Så få byten som möjligt: { $handovers } byten, högsta tyngd { $highest }
rebalancing-way-more = { $more ->
        [one] Ett byte mer: { $handovers } byten, högsta tyngd { $highest }
       *[other] { $more } byten mer: { $handovers } byten, högsta tyngd { $highest }
    }
rebalancing-choose-way = Följ den planen
rebalancing-loads = Tyngd före och efter
rebalancing-loads-lead = Så som det var när planen gjordes, med de flyttar som inte är borttagna.
rebalancing-before = Före
rebalancing-after = Efter
rebalancing-spread = Ändra takten
rebalancing-spread-do = Sprid ut på nytt
rebalancing-close-lead = När inget mer ska göras med planen avslutar du den. Det som är genomfört står kvar.
rebalancing-close = Avsluta planen
rebalancing-to-plans = Till alla planer
rebalancing-move-title = Flytt av { $cases }
rebalancing-back-to = Till planen: { $plan }
rebalancing-changed-closed = Ärendet eller skedet är avslutat sedan planen gjordes.
rebalancing-changed-other-holder = Någon annan har ärendet sedan planen gjordes.
rebalancing-changed-already-there = Mottagaren har redan ärendet.
rebalancing-changed-more-phases = Ärendet har fått ett nytt skede sedan planen gjordes.
rebalancing-changed-receiver-gone = Mottagaren är inte längre i tjänst.
rebalancing-changed-hint = Flytten genomförs inte så som den är. Ta bort den eller gör en ny plan.
rebalancing-change = Välj en annan mottagare
rebalancing-change-hint = De som får ha ärendet, med den tyngd de får. Den som väljs kontrolleras genast, och flytten blir godkänd.
rebalancing-change-do = Välj mottagaren
rebalancing-receiver = { $name }, { $load }
rebalancing-receiver-above = { $name }, { $load }: över gränsen
rebalancing-receiver-above-limit = { $name }: över gränsen
rebalancing-may-not = De som inte får ha ärendet, och varför
rebalancing-none-chosen = Välj minst en flytt i listan.
rebalancing-not-carried-out = { $cases } flyttades inte: { $why }
rebalancing-refused-closed = Planen är avslutad.
rebalancing-refused-done = Flytten är redan genomförd.
rebalancing-refused-changed = Någon annan har ändrat flytten under tiden. Titta igen innan du bestämmer.
rebalancing-refused-not-accepted = Flytten är inte godkänd.
rebalancing-refused-not-yet = Dagen är inte inne.
rebalancing-refused-receives-none = Den personen kan inte få ärenden: låst ärende, inget utrymme, eller ingen handläggare i tjänst.
rebalancing-refused-may-not = Den personen kan inte få ärendet: { $rules }.
rebalancing-refused-allocation = Ärendet är låst, eller på väg till någon annan. Titta på ärendet innan du bestämmer.
rebalancing-refused-begun = Något är redan genomfört, så en annan plan kan inte väljas. Gör en ny plan.
event-kind-rebalance-plan = Plan att fördela om gjord
event-kind-rebalance-decide = Flyttar i en plan avgjorda
event-kind-rebalance-change = Mottagare i en plan ändrad
event-kind-rebalance-way = En annan väg i en plan vald
event-kind-rebalance-spread = Takten i en plan ändrad
event-kind-rebalance-carry-out = Flytt i en plan genomförd
event-kind-rebalance-close = Plan att fördela om avslutad
team-rebalance = Fördela om ärenden
team-rebalance-today = { $count ->
        [one] I en plan att fördela om finns det ärenden att lämna över i dag.
       *[other] I { $count } planer att fördela om finns det ärenden att lämna över i dag.
    }
team-planned = Flyttas enligt en plan
api-plan-limit = En gräns är från { $least } till { $most }.
api-plan-limit-remedy = Skicka till exempel 0.95 för 95 procent.
api-plan-day = Dagen är en dag från i dag till om ett år.
api-plan-day-remedy = Välj en annan dag.
api-plan-nobody = Ingen person är vald.
api-plan-nobody-remedy = Skicka id för den det gäller i people.
api-plan-keeps = Det som är kvar av utrymmet är från 0 till under 1.
api-plan-keeps-remedy = Skicka till exempel 0.5 för hälften.
api-plan-until = Den första dagen tillbaka ligger inte efter dagen det gäller från.
api-plan-until-remedy = Rätta dagarna.
api-plan-kinds = Ingen sorts ärende är vald för den första gruppen.
api-plan-kinds-remedy = Skicka typer och skeden i kinds.
api-plan-no-model = Ingen viktmodell gäller den dagen.
api-plan-no-model-remedy = Välj en annan dag, eller be en administratör anta en modell.
api-plan-not-in-units = Någon av personerna är inte med i enheterna.
api-plan-not-in-units-remedy = Skicka bara dem som är det.
api-pace = Takten är ett heltal från 1 till { $maximum } byten i veckan och mottagare.
api-pace-remedy = Rätta talet.
api-day-past = Dagen är förbi.
api-day-past-remedy = Välj i dag eller en senare dag.
api-plan-closed = Planen är avslutad.
api-plan-closed-remedy = Gör en ny plan.
api-plan-begun = Något i planen är redan genomfört, så en annan väg kan inte väljas.
api-plan-begun-remedy = Gör en ny plan.
api-move-done = Flytten är redan genomförd.
api-move-done-remedy = Läs planen igen.
api-move-changed = Flytten har en annan mottagare eller ett annat läge än det du läste.
api-move-changed-remedy = Läs planen igen och bestäm på nytt.
api-move-not-accepted = Flytten är inte godkänd.
api-move-not-accepted-remedy = Godkänn den först.
api-move-not-yet = Flyttens dag är inte inne.
api-move-not-yet-remedy = Vänta till dagen, eller sprid planen på nytt.
api-move-facts = Det som planen utgick från har ändrats: { $change }.
api-move-facts-remedy = Ta bort flytten, eller gör en ny plan.
api-may-not-hold = Den personen kan inte få ärendena. Regler: { $rules }
api-may-not-hold-remedy = Välj någon av dem som receivers säger får.
## Frister

place-deadlines = Mina frister
deadline-title = Mina frister
deadline-team-title = Gruppens frister
deadline-lead = Lagens frister på ärendena du håller den { $day }, de närmaste först.
deadline-team-lead = Lagens frister på gruppens ärenden den { $day }, de närmaste först.
deadline-by-day = Ordna efter dag
deadline-by-person = Ordna efter handläggare
deadline-back-to-team = Till gruppen
deadline-back-to-load = Till min tyngd
deadline-back-to-units = Till enheterna
deadline-back = Till mina frister
deadline-wrong = Rätta till
deadline-none = Ingen frist löper just nu.
deadline-soonest = Närmast i tiden
deadline-which = Här står de frister där skedenas dagar visar att det blev gjort, och andra när någon har antecknat det på ärendet eller kommunen har valt att följa dem.
deadline-cases = Alla ärenden: se vad som hänt och lägg till
deadline-nobody = Ingen handläggare
deadline-last-day = Senast { $day }.
deadline-how = { $section }: så räknas dagen
deadline-left = { $count ->
        [0] Ingen arbetsdag kvar
        [one] En arbetsdag kvar
       *[other] { $count } arbetsdagar kvar
    }
deadline-passed = { $count ->
        [one] Gick ut i går
       *[other] Gick ut för { $count } dagar sedan
    }
deadline-kept = Gjort { $day }
deadline-late = Gjort { $day }, { $days } för sent
deadline-fell-away = Föll bort { $day }
deadline-by-need = Vid behov
deadline-length-days = { $count ->
        [one] En dag
       *[other] { $count } dagar
    }
deadline-length-weeks = { $count ->
        [one] En vecka
       *[other] { $count } veckor
    }
deadline-length-months = { $count ->
        [one] En månad
       *[other] { $count } månader
    }
deadline-length-years = { $count ->
        [one] Ett år
       *[other] { $count } år
    }
deadline-step-from = Räknas från { $day }: { $event }.
deadline-step-add = { $length } därifrån är { $day }.
deadline-step-at-once = Ska göras genast, samma dag.
deadline-step-by-need = Lagen anger ingen tid: görs vid behov.
deadline-step-extended = Beslut { $decided } förlänger tiden till { $until }.
deadline-step-recorded-late = Det antecknades { $day }, efter att tiden hade gått ut.
deadline-step-moved = Den dagen är en ledig dag. Enligt 2 § lagen (1930:173) räcker nästa arbetsdag, { $day }.
deadline-step-would-move = Den dagen är en ledig dag. Tiden flyttas inte; gör det före. Nästa arbetsdag är { $day }.
deadline-problem-no-day = { $event } saknar dag. Lägg till den dag det hände.
deadline-problem-no-decision = Tiden sägs vara förlängd till { $until }, men beslutets dag saknas. Lägg till beslutet med sin dag; till dess gäller den tid som var.
deadline-problem-no-decision-at-all = En förlängning saknar både beslutets dag och sista dag. Lägg till beslutet; till dess gäller den tid som var.
deadline-problem-no-end = Förlängningen som beslutades { $decided } har ingen sista dag. En förlängning är för en viss tid: återta den och lägg till den med sista dag.
deadline-problem-too-late = Förlängningen beslutades { $decided }, efter att tiden gått ut { $last }. Den ändrar ingenting. Kontrollera beslutets dag.
deadline-problem-shortens = Förlängningen till { $until } är inte längre än tiden som redan fanns, till { $last }. Kontrollera den sista dagen.
deadline-problem-nothing = Förlängningen som beslutades { $decided } hör inte till någon tid som löper och kan förlängas. Kontrollera dagen och vad den gäller.
deadline-problem-order = { $event } { $day } kommer före { $start } { $started }. En av dagarna är fel: återta den och lägg till den rätta.
deadline-problem-began-before = Ärendet kom in { $received }, men skedet { $phase } började { $began }. Rätta en av dagarna i verksamhetssystemet; till dess räknas tiden från { $began }.
deadline-problem-ended-before = Skedet { $phase } slutade { $ended }, innan ärendet kom in { $received }. Rätta en av dagarna i verksamhetssystemet.
deadline-problem-two = Två utredningar är öppna samtidigt, från { $first } och från { $second }. Avsluta den ena i verksamhetssystemet, eller gör det till två ärenden.
deadline-problem-unknown = { $event } är ingen händelse som lagens filer känner. Återta den och välj en ur listan.
deadline-case-title = Frister för { $reference }
deadline-clocks = Frister
deadline-case-none = Inget som har hänt i ärendet startar någon frist som följs.
deadline-events = Vad som hänt
deadline-no-events = Inget är antecknat utöver skedena.
deadline-event = { $event }, { $day }
deadline-event-until = { $event }, { $day }, till { $until }
deadline-event-recorded = Antecknat { $at } av { $who }.
deadline-event-imported = Inläst { $at } från { $source }.
deadline-event-withdrawn = Återtaget { $at } av { $who }: { $reason }.
deadline-corrected = { $phase } från { $from } rättades { $at }.
deadline-withdraw-this = Återta: { $event }
deadline-withdraw-why = Varför återtas det?
deadline-withdraw = Återta
deadline-reason-wrong-day = fel dag
deadline-reason-wrong-kind = något annat hände
deadline-reason-wrong-case = fel ärende
deadline-reason-not-happened = det hände inte
deadline-choose = Välj
deadline-only-one = Den enda som kan förlängas
deadline-add-title = Lägg till vad som hänt
deadline-field-kind = Vad hände?
deadline-field-on = Dag
deadline-field-on-hint = För en förlängning: beslutets dag.
deadline-extension = Bara för beslut om förlängd tid
deadline-field-until = Förlängd till och med
deadline-field-duty = Vilken tid?
deadline-add = Lägg till
deadline-no-reason = Välj varför det återtas.
deadline-no-kind = Välj vad som hände.
deadline-no-duty = Välj en tid som kan förlängas.
deadline-no-day = Skriv vilken dag det hände.
deadline-no-decision = Skriv vilken dag förlängningen beslutades. Utan beslutets dag gäller den tid som var.
deadline-in-future = Dagen har inte kommit än. Skriv en dag till och med { $today }.
deadline-no-until = Skriv den sista dagen i den förlängda tiden.
deadline-until-before = Den sista dagen ska komma efter beslutet { $day }.
deadline-no-extension = Bara en förlängning har en sista dag och en tid. Töm fälten, eller välj beslut om förlängd tid.
deadline-twice = Det är redan antecknat.
deadline-withdrawn-already = Det är redan återtaget.
deadline-calendar = I din kalender
deadline-calendar-text = Låt din kalender visa fristerna. Den får ärendenas beteckningar, aldrig något namn.
deadline-calendar-open = Skapa en adress för kalendern
deadline-calendar-again = Skapa en ny adress
deadline-calendar-close = Ta bort adressen
deadline-calendar-opened = Adressen till din kalender
deadline-calendar-once = Kopiera adressen till din kalender nu. Den visas bara den här gången.
deadline-calendar-secret = Den som har adressen ser dina frister. Ge den inte till någon. Du kan ta bort den när du vill.
deadline-calendar-used = Adressen skapades { $created } och lästes senast { $used }.
deadline-calendar-unused = Adressen skapades { $created } och är inte läst.
deadline-figures-title = Hållna frister per enhet
deadline-figures-lead = Hur många frister som hölls, månad för månad. Ingen person visas, och grupper eller månader med färre än { $fewest } visas inte.
deadline-figures-chance = Gränserna säger hur mycket andelen skulle variera av en slump. Först det som ligger utanför säger något, och de räknas ut när det finns sex månader.
deadline-figures-of = Andel hållna frister, { $unit }
deadline-figures-months = Månad för månad
deadline-figures-all = Frister
deadline-figures-kept = Hållna
deadline-figures-limits = Gränser
deadline-figures-between = { $low } till { $high }
deadline-figures-outside = Utanför
deadline-figures-median = Median, dagar
deadline-figures-longest = Längst, dagar
deadline-figures-few = För få
deadline-figures-none = Ingen frist har gått ut eller hållits.
setting-followed-duties = Frister som följs i alla ärenden
setting-followed-duties-hint = Inget system talar av sig självt om att de här hölls. Välj dem som ni antecknar; annars syns de bara i ärenden där något är antecknat.
settings-no-duty = Välj bland fristerna i listan.
event-kind-deadline-event = Händelse antecknad på ett ärende
event-kind-deadline-withdraw = Händelse på ett ärende återtagen
event-kind-deadline-calendar = Kalenderadress ändrad
event-kind-import-events = Inläsning: händelser
import-kind-events = händelser
