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
