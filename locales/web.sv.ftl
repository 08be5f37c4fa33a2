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

    - Under ”Administration” ser du vilka som arbetar var, och kan lägga till det som listorna inte för med sig: uppdrag, nedsättningar och byten från en dag.
    - Du ser ingens ärenden eller tyngd.
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
    Under ”Administration” finns det du sköter: personer, organisation, konton och roller, åtgärder, inställningar, loggen och granskningen av läsningar. Säkerhetskopior, och det som inte finns där, görs på kommandoraden: ”tyngdpunkt --help” visar hur.

    - Ett nytt lösenord visas en gång. Personen väljer ett eget vid första inloggningen.
    - Roller har en första och en sista dag. Det som redan har gällt ändras inte.
    - Granska läsningarna regelbundet: lotta, gå igenom och skriv under.
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

## Administration

place-administration = Administration
administration-title = Administration
administration-lead = Det här sköter du. Allt du ändrar antecknas i händelseloggen med ditt namn och tiden.
administration-back = Till administrationen
administration-save = Spara
administration-part-people = Personer
administration-part-people-text = Vilka som arbetar var, hur mycket, och vilka uppdrag och nedsättningar de har. Inga ärenden och ingen tyngd.
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
