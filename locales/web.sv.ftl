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
    - Gör månadens mätning, och gå vidare till tyngdsamtalet. Det ni kommer överens om ligger kvar på sidan tills det är gjort.
    - Om något inte stämmer, säg det till din gruppledare: uppgifterna kommer från verksamhetssystemet och rättas där.
    - Under sista rubriken ser du vem mer som har tittat på ditt tal.
    - Talet är till för ett samtal om vad som är rimligt. Det säger inget om hur bra du arbetar.
help-title-supervisor = Gruppledare
help-text-supervisor =
    Börja med gruppen: vem som har för mycket, sedan hur länge, och vilka ärenden som väntar på handläggare.

    - Sista kolumnen visar vad ett tungt ärende till skulle göra för var och en. Du bestämmer.
    - Öppna någon för att se samma sida som den personen ser. Att du tittade visas för personen.
    - När någon har haft för mycket så länge som viktmodellen säger ska det bli ett samtal och en plan. Det gäller också när omdömet och nivån ligger två steg från varandra. De samtalen står överst.
    - I tyngdsamtalet ser ni båda samma sida. Det avslutas av er båda och kan sedan inte ändras, bara rättas i en ny version.
    - Listan står i namnordning. Skriv inte ut den som en ranking.
help-title-head = Chef
help-text-head =
    Du ser summor och fördelningar för dina enheter och allt som ligger under dem.

    - Namn visas inte, och grupper på färre än fem personer visas inte.
    - ”Över för länge” räknar dem som har haft för mycket så länge som viktmodellen säger.
    - ”Försenade samtal” är de som inte har hållits i tid. Fråga gruppledaren, inte medarbetaren.
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
    - Du ser hur många tyngdsamtal som är försenade, och om det som bestämdes blev gjort.
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
