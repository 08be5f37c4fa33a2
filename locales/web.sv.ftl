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
