<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CellReader</name>
    <message>
        <source>empty text</source>
        <translation>leerer Text</translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation>kein JSON</translation>
    </message>
    <message numerus="yes">
        <source>and %n more values in this cell</source>
        <translation>
            <numerusform>und %n weiterer Wert in dieser Zelle</numerusform>
            <numerusform>und %n weitere Werte in dieser Zelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a cell this long the value is not shown here. Sorting, filtering and saving use it.</source>
        <translation>Von einer so langen Zelle steht der Wert hier nicht. Sortieren, Filtern und Speichern verwenden ihn.</translation>
    </message>
</context>
<context>
    <name>CommandTable</name>
    <message>
        <source>Print this help.</source>
        <translation>Diese Hilfe ausgeben.</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>Die Version ausgeben.</translation>
    </message>
    <message>
        <source>Open the sample tenant.</source>
        <translation>Den Beispielmandanten öffnen.</translation>
    </message>
    <message>
        <source>Open the window, with exported CSV files or on the sample tenant.</source>
        <translation>Das Fenster öffnen, mit exportierten CSV-Dateien oder dem Beispielmandanten.</translation>
    </message>
    <message>
        <source>What the files hold (recognised by their header).</source>
        <translation>Was die Dateien enthalten (sonst an der Kopfzeile erkannt).</translation>
    </message>
    <message>
        <source>Print only the rows this filter selects.</source>
        <translation>Nur die Zeilen ausgeben, die dieser Filter auswählt.</translation>
    </message>
    <message>
        <source>What -30d in a filter counts back from (the clock).</source>
        <translation>Wovon -30d in einem Filter zurückzählt (sonst von der Uhr).</translation>
    </message>
    <message>
        <source>Order the rows.</source>
        <translation>Die Zeilen ordnen.</translation>
    </message>
    <message>
        <source>Print these columns, in this order.</source>
        <translation>Diese Spalten ausgeben, in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Print at most so many rows.</source>
        <translation>Höchstens so viele Zeilen ausgeben.</translation>
    </message>
    <message>
        <source>Print only how many rows there are.</source>
        <translation>Nur ausgeben, wie viele Zeilen es sind.</translation>
    </message>
    <message>
        <source>Print the column&apos;s values and how often each occurs.</source>
        <translation>Die Werte der Spalte ausgeben und wie oft jeder vorkommt.</translation>
    </message>
    <message>
        <source>How to print (table on a terminal, else csv).</source>
        <translation>Wie ausgegeben wird (auf einem Terminal table, sonst csv).</translation>
    </message>
    <message>
        <source>Write to this file, which is replaced only when all went well.</source>
        <translation>In diese Datei schreiben; sie wird nur ersetzt, wenn alles gelingt.</translation>
    </message>
    <message>
        <source>CSV for spreadsheets: BOM, CRLF, formulas neutralised.</source>
        <translation>CSV für Tabellenkalkulationen: BOM, CRLF, Formeln entschärft.</translation>
    </message>
    <message>
        <source>Print secrets instead of dots.</source>
        <translation>Geheimnisse ausgeben statt Punkte.</translation>
    </message>
    <message>
        <source>Print times and memory as JSON, last on standard error.</source>
        <translation>Zeiten und Speicher als JSON ausgeben, zuletzt auf der Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>Listen on this port of 127.0.0.1 (any free one).</source>
        <translation>An diesem Port von 127.0.0.1 lauschen (sonst an einem freien).</translation>
    </message>
    <message>
        <source>Filter, sort and count exported CSV files of one resource. - stands for standard input.</source>
        <translation>Exportierte CSV-Dateien einer Ressource filtern, sortieren und zählen. - steht für die Standardeingabe.</translation>
    </message>
    <message>
        <source>Serve the sample tenant over HTTP on this machine, until interrupted. Prints the base URL and the keys made for this run.</source>
        <translation>Den Beispielmandanten auf diesem Rechner über HTTP bereitstellen, bis zum Abbruch. Gibt die Basisadresse und die Schlüssel dieses Laufs aus.</translation>
    </message>
    <message>
        <source>Write the files and manifest.json to this folder (required).</source>
        <translation>Die Dateien und manifest.json in diesen Ordner schreiben (erforderlich).</translation>
    </message>
    <message>
        <source>Fetch from the sample tenant.</source>
        <translation>Vom Beispielmandanten holen.</translation>
    </message>
    <message>
        <source>Fetch from the service at this address.</source>
        <translation>Vom Dienst unter dieser Adresse holen.</translation>
    </message>
    <message>
        <source>Fetch from the service of this profile (the last used one).</source>
        <translation>Vom Dienst dieses Profils holen (des zuletzt benutzten).</translation>
    </message>
    <message>
        <source>Fetch the relations of this integration; may be repeated.</source>
        <translation>Die Beziehungen dieser Integration holen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Fetch the relations of every integration that the service lists.</source>
        <translation>Die Beziehungen jeder Integration holen, die der Dienst aufführt.</translation>
    </message>
    <message>
        <source>Give an export up when it takes longer (1800).</source>
        <translation>Einen Export aufgeben, der länger dauert (1800).</translation>
    </message>
    <message>
        <source>Failed attempts in a row allowed per step (4).</source>
        <translation>So viele Fehlversuche in Folge sind je Schritt erlaubt (4).</translation>
    </message>
    <message>
        <source>Print what this BRN reaches.</source>
        <translation>Ausgeben, was diese BRN erreicht.</translation>
    </message>
    <message>
        <source>Print who reaches this BRN; with --from, the shortest paths between the two.</source>
        <translation>Ausgeben, wer diese BRN erreicht; mit --from die kürzesten Pfade zwischen beiden.</translation>
    </message>
    <message>
        <source>Print at most so many BRNs (all), or so many paths (100).</source>
        <translation>Höchstens so viele BRNs (alle) oder so viele Pfade (100) ausgeben.</translation>
    </message>
    <message>
        <source>Fetch exports into CSV files: apps, integrations, entity-relations, entity-rules, labels, or all of these; or entities, the names of BRNs. The key is taken from IDSCOPE_API_KEY_ID and IDSCOPE_API_KEY_SECRET, or the profile&apos;s from the system keychain.</source>
        <translation>Exporte in CSV-Dateien holen: apps, integrations, entity-relations, entity-rules, labels oder alle diese (all); oder entities, die Namen von BRNs. Der Schlüssel kommt aus IDSCOPE_API_KEY_ID und IDSCOPE_API_KEY_SECRET, oder der des Profils aus dem Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Follow access through exported CSV files of entity relations: what a BRN reaches, who reaches it, or the shortest paths between two. - stands for standard input.</source>
        <translation>Zugriff durch exportierte CSV-Dateien mit Beziehungen verfolgen: was eine BRN erreicht, wer sie erreicht, oder die kürzesten Pfade zwischen zweien. - steht für die Standardeingabe.</translation>
    </message>
</context>
<context>
    <name>FetchWords</name>
    <message>
        <source>an address that begins with https:// and holds no password, query or fragment (http:// for this machine alone)</source>
        <translation>eine Adresse, die mit https:// beginnt und weder Passwort noch Abfrage noch Fragment enthält (http:// nur für diesen Rechner)</translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Es gibt kein Profil „%1“.</translation>
    </message>
    <message>
        <source>There is no resource “%1”.</source>
        <translation>Es gibt keine Ressource „%1“.</translation>
    </message>
    <message>
        <source>The ID after --integration is empty.</source>
        <translation>Die ID nach --integration ist leer.</translation>
    </message>
    <message>
        <source>Relations are fetched for an integration: name one or more with --integration ID, or use --all-integrations.</source>
        <translation>Beziehungen werden je Integration geholt: eine oder mehrere mit --integration ID nennen oder --all-integrations verwenden.</translation>
    </message>
    <message>
        <source>An integration is of use for “entity-relations” only, which is not asked for.</source>
        <translation>Eine Integration braucht nur „entity-relations“, und das ist nicht verlangt.</translation>
    </message>
    <message>
        <source>%1 Set IDSCOPE_API_KEY_ID and IDSCOPE_API_KEY_SECRET, or give the profile a key.</source>
        <translation>%1 IDSCOPE_API_KEY_ID und IDSCOPE_API_KEY_SECRET setzen oder dem Profil einen Schlüssel geben.</translation>
    </message>
    <message>
        <source>%1 Unlock it and try again, or set IDSCOPE_API_KEY_ID and IDSCOPE_API_KEY_SECRET.</source>
        <translation>%1 Ihn entsperren und es noch einmal versuchen oder IDSCOPE_API_KEY_ID und IDSCOPE_API_KEY_SECRET setzen.</translation>
    </message>
    <message>
        <source>the name of a folder</source>
        <translation>der Name eines Ordners</translation>
    </message>
</context>
<context>
    <name>FilePicker</name>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Saved views (*.json)</source>
        <translation>Gespeicherte Ansichten (*.json)</translation>
    </message>
</context>
<context>
    <name>FilterHelp</name>
    <message>
        <source>Text in any column</source>
        <translation>Text in irgendeiner Spalte</translation>
    </message>
    <message>
        <source>Contains; upper and lower case are the same</source>
        <translation>Enthält; Groß und Klein sind gleich</translation>
    </message>
    <message>
        <source>Quotes, where there are blanks, signs, or words of this language</source>
        <translation>Anführungszeichen, wo Leerzeichen, Zeichen oder Wörter dieser Sprache stehen</translation>
    </message>
    <message>
        <source>A regular expression; case counts, but for the i at the end</source>
        <translation>Ein regulärer Ausdruck; Groß und Klein zählen, außer mit dem i am Ende</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>Eine Spalte</translation>
    </message>
    <message>
        <source>Equal, to the letter</source>
        <translation>Gleich, buchstabengenau</translation>
    </message>
    <message>
        <source>All other rows, and those without a value</source>
        <translation>Alle anderen Zeilen, auch die ohne Wert</translation>
    </message>
    <message>
        <source>One of several, to the letter</source>
        <translation>Einer von mehreren, buchstabengenau</translation>
    </message>
    <message>
        <source>Contains; also written “contains”</source>
        <translation>Enthält; auch „contains“ geschrieben</translation>
    </message>
    <message>
        <source>Begins so; upper and lower case are the same</source>
        <translation>Beginnt so; Groß und Klein sind gleich</translation>
    </message>
    <message>
        <source>Ends so</source>
        <translation>Endet so</translation>
    </message>
    <message>
        <source>A regular expression</source>
        <translation>Ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>No value: an empty cell, a path that is not there, or null</source>
        <translation>Kein Wert: leere Zelle, ein Pfad, den es nicht gibt, oder null</translation>
    </message>
    <message>
        <source>Any value</source>
        <translation>Irgendein Wert</translation>
    </message>
    <message>
        <source>Not what the column is to hold: broken JSON, no instant</source>
        <translation>Nicht, was die Spalte enthalten soll: kaputtes JSON, kein Zeitpunkt</translation>
    </message>
    <message>
        <source>A name with blanks: in backquotes, or with _ for each</source>
        <translation>Ein Name mit Leerzeichen: in Gravis-Zeichen, oder mit _ für jedes</translation>
    </message>
    <message>
        <source>Numbers and times</source>
        <translation>Zahlen und Zeiten</translation>
    </message>
    <message>
        <source>Numbers by their size; also &lt;, &lt;= and &gt;</source>
        <translation>Zahlen nach ihrer Größe; auch &lt;, &lt;= und &gt;</translation>
    </message>
    <message>
        <source>Times by when they are; a day is its first instant, UTC</source>
        <translation>Zeiten nach ihrem Zeitpunkt; ein Tag ist sein erster, UTC</translation>
    </message>
    <message>
        <source>Counted back from now: hours (h), days (d), weeks (w)</source>
        <translation>Von jetzt zurückgezählt: Stunden (h), Tage (d), Wochen (w)</translation>
    </message>
    <message>
        <source>Inside JSON and names</source>
        <translation>In JSON und in Namen</translation>
    </message>
    <message>
        <source>The value under a path</source>
        <translation>Der Wert unter einem Pfad</translation>
    </message>
    <message>
        <source>Keys with other characters in quotes</source>
        <translation>Schlüssel mit anderen Zeichen in Anführungszeichen</translation>
    </message>
    <message>
        <source>The first element of a list</source>
        <translation>Das erste Element einer Liste</translation>
    </message>
    <message>
        <source>Any element of a list</source>
        <translation>Irgendein Element einer Liste</translation>
    </message>
    <message>
        <source>A key at any depth</source>
        <translation>Ein Schlüssel in beliebiger Tiefe</translation>
    </message>
    <message>
        <source>Any value at any depth</source>
        <translation>Irgendein Wert in beliebiger Tiefe</translation>
    </message>
    <message>
        <source>true is not the text “true”, 3 is not “3”: quotes make a text</source>
        <translation>true ist nicht der Text „true“, 3 nicht „3“: Anführungszeichen machen einen Text</translation>
    </message>
    <message>
        <source>A part of a BRN: tenant, type or key</source>
        <translation>Ein Teil einer BRN: tenant, type oder key</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Every relation on a way that begins there</source>
        <translation>Jede Beziehung auf einem Weg, der dort beginnt</translation>
    </message>
    <message>
        <source>Every relation on a way that leads there</source>
        <translation>Jede Beziehung auf einem Weg, der dorthin führt</translation>
    </message>
    <message>
        <source>Several conditions</source>
        <translation>Mehrere Bedingungen</translation>
    </message>
    <message>
        <source>Both; “and” may be left out</source>
        <translation>Beides; „and“ kann fehlen</translation>
    </message>
    <message>
        <source>Either; “and” binds before “or”</source>
        <translation>Eins von beiden; „and“ bindet vor „or“</translation>
    </message>
    <message>
        <source>The other rows; “not” binds first</source>
        <translation>Die anderen Zeilen; „not“ bindet zuerst</translation>
    </message>
    <message>
        <source>Parentheses keep together</source>
        <translation>Klammern halten zusammen</translation>
    </message>
</context>
<context>
    <name>HelpWords</name>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>“idscope COMMAND --help” tells more about a command.</source>
        <translation>„idscope BEFEHL --help“ sagt mehr zu einem Befehl.</translation>
    </message>
</context>
<context>
    <name>LibraryWords</name>
    <message>
        <source>%1: stopped.</source>
        <translation>%1: angehalten.</translation>
    </message>
    <message>
        <source>%1 changed while it was being copied.</source>
        <translation>%1 hat sich geändert, während die Datei kopiert wurde.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Idscope. This one reads it, but changes nothing in it.</source>
        <translation>%1 wurde von einer neueren Version von Idscope geschrieben. Diese hier liest, ändert darin aber nichts.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 holds as many files as it may. Remove one first.</source>
        <translation>%1 enthält so viele Dateien, wie es dürfen. Zuerst eine entfernen.</translation>
    </message>
</context>
<context>
    <name>MainWords</name>
    <message>
        <source>There is no display to open the window on; “idscope --help” lists what works without one.</source>
        <translation>Es gibt keine Anzeige für das Fenster; „idscope --help“ nennt, was ohne sie geht.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs, or ask about fewer rows.</source>
        <translation>Der Speicher reicht dafür nicht. Andere Programme schließen oder nach weniger Zeilen fragen.</translation>
    </message>
    <message>
        <source>This could not be done: %1.</source>
        <translation>Das ließ sich nicht ausführen: %1.</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>Find and &amp;choose columns…</source>
        <translation>Spalten &amp;finden und wählen …</translation>
    </message>
    <message>
        <source>&amp;Hide the current column</source>
        <translation>&amp;Aktuelle Spalte ausblenden</translation>
    </message>
    <message>
        <source>Move it &amp;left</source>
        <translation>Nach &amp;links verschieben</translation>
    </message>
    <message>
        <source>Move it &amp;right</source>
        <translation>Nach &amp;rechts verschieben</translation>
    </message>
    <message>
        <source>&amp;Fit its width</source>
        <translation>Breite an&amp;passen</translation>
    </message>
    <message>
        <source>Free&amp;ze up to it, or none</source>
        <translation>Bis hierher &amp;fixieren oder gar nicht</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Alle &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;As at first</source>
        <translation>&amp;Wie zu Beginn</translation>
    </message>
    <message>
        <source>&amp;Sort by the current column</source>
        <translation>Nach aktueller Spalte &amp;sortieren</translation>
    </message>
    <message>
        <source>&amp;Then by the current column</source>
        <translation>&amp;Danach nach aktueller Spalte</translation>
    </message>
    <message>
        <source>&amp;Back to the file’s order</source>
        <translation>&amp;Zurück zur Reihenfolge der Datei</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>Mit Kopf&amp;zeile kopieren</translation>
    </message>
    <message>
        <source>&amp;CSV with headers</source>
        <translation>&amp;CSV mit Kopfzeile</translation>
    </message>
    <message>
        <source>&amp;JSON with headers</source>
        <translation>&amp;JSON mit Namen</translation>
    </message>
    <message>
        <source>&amp;Markdown with headers</source>
        <translation>&amp;Markdown mit Kopfzeile</translation>
    </message>
    <message>
        <source>&amp;TSV with headers</source>
        <translation>&amp;TSV mit Kopfzeile</translation>
    </message>
    <message>
        <source>CS&amp;V without headers</source>
        <translation>CS&amp;V ohne Kopfzeile</translation>
    </message>
    <message>
        <source>JS&amp;ON without headers</source>
        <translation>JS&amp;ON ohne Namen</translation>
    </message>
    <message>
        <source>Mar&amp;kdown without headers</source>
        <translation>Mar&amp;kdown ohne Kopfzeile</translation>
    </message>
    <message>
        <source>T&amp;SV without headers</source>
        <translation>T&amp;SV ohne Kopfzeile</translation>
    </message>
    <message>
        <source>Select &amp;rows</source>
        <translation>&amp;Zeilen wählen</translation>
    </message>
    <message>
        <source>Select c&amp;ells</source>
        <translation>&amp;Zellen wählen</translation>
    </message>
    <message>
        <source>Select the c&amp;olumn</source>
        <translation>S&amp;palte wählen</translation>
    </message>
    <message>
        <source>&amp;Filter by this value</source>
        <translation>Nach diesem Wert &amp;filtern</translation>
    </message>
    <message>
        <source>E&amp;xclude this value</source>
        <translation>Diesen Wert a&amp;usschließen</translation>
    </message>
    <message>
        <source>&amp;Only this value, nothing else</source>
        <translation>&amp;Nur dieser Wert, sonst nichts</translation>
    </message>
    <message>
        <source>O&amp;r this value</source>
        <translation>&amp;Oder dieser Wert</translation>
    </message>
    <message>
        <source>And this value, &amp;prepared in the filter bar</source>
        <translation>Und dieser Wert, im Filter &amp;vorbereitet</translation>
    </message>
    <message>
        <source>Co&amp;py as filter</source>
        <translation>Als Filter ko&amp;pieren</translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>Pre&amp;vious match</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>&amp;Search in the graph</source>
        <translation>Im Graphen &amp;suchen</translation>
    </message>
    <message>
        <source>Expand what the node &amp;has access to</source>
        <translation>Ausklappen, worauf der Knoten Zu&amp;griff hat</translation>
    </message>
    <message>
        <source>Expand who has access &amp;to the node</source>
        <translation>Ausklappen, wer auf den Knoten Zugri&amp;ff hat</translation>
    </message>
    <message>
        <source>&amp;Fold what is beside the node</source>
        <translation>Was am Knoten hängt, &amp;einklappen</translation>
    </message>
    <message>
        <source>Set the node as s&amp;tart</source>
        <translation>Knoten als S&amp;tart setzen</translation>
    </message>
    <message>
        <source>&amp;Paths from the start to the node</source>
        <translation>&amp;Pfade vom Start zum Knoten</translation>
    </message>
    <message>
        <source>&amp;Lay out anew</source>
        <translation>Neu an&amp;ordnen</translation>
    </message>
    <message>
        <source>Show the &amp;whole drawing</source>
        <translation>Die &amp;ganze Zeichnung zeigen</translation>
    </message>
    <message>
        <source>Save drawing as S&amp;VG…</source>
        <translation>Zeichnung als S&amp;VG speichern…</translation>
    </message>
    <message>
        <source>Save drawing as P&amp;NG…</source>
        <translation>Zeichnung als P&amp;NG speichern…</translation>
    </message>
    <message>
        <source>Save drawing as P&amp;DF…</source>
        <translation>Zeichnung als P&amp;DF speichern…</translation>
    </message>
    <message>
        <source>Save for &amp;Graphviz…</source>
        <translation>Für &amp;Graphviz speichern…</translation>
    </message>
    <message>
        <source>Save n&amp;odes as CSV…</source>
        <translation>Kn&amp;oten als CSV speichern…</translation>
    </message>
    <message>
        <source>Save &amp;edges as CSV…</source>
        <translation>&amp;Kanten als CSV speichern…</translation>
    </message>
    <message>
        <source>F&amp;acet of the current column</source>
        <translation>F&amp;acette der aktuellen Spalte</translation>
    </message>
    <message>
        <source>A&amp;dd a facet…</source>
        <translation>Facette &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Back to the filter before</source>
        <translation>&amp;Zurück zum Filter davor</translation>
    </message>
    <message>
        <source>For&amp;ward to the filter after</source>
        <translation>&amp;Vor zum Filter danach</translation>
    </message>
    <message>
        <source>Filter &amp;under the current column</source>
        <translation>Filter &amp;unter der aktuellen Spalte</translation>
    </message>
    <message>
        <source>&amp;Values of the current column…</source>
        <translation>&amp;Werte der aktuellen Spalte…</translation>
    </message>
    <message>
        <source>&amp;What the cell names</source>
        <translation>Was die Zelle &amp;nennt</translation>
    </message>
    <message>
        <source>What can it &amp;reach</source>
        <translation>Was es e&amp;rreicht</translation>
    </message>
    <message>
        <source>&amp;Who can reach it</source>
        <translation>&amp;Wer es erreicht</translation>
    </message>
    <message>
        <source>Sa&amp;ve this view…</source>
        <translation>Diese Ansicht s&amp;peichern…</translation>
    </message>
    <message>
        <source>What do the selected rows &amp;share</source>
        <translation>Was die gewählten Zeilen &amp;gemeinsam haben</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>queued</source>
        <translation>wartet in der Reihe</translation>
    </message>
    <message>
        <source>requesting</source>
        <translation>fragt an</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share of a download</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>These are not the bytes that were kept.</source>
        <translation>Das sind nicht die Bytes, die aufbewahrt wurden.</translation>
    </message>
    <message>
        <source>Nobody can tell whether it is complete: no length was sent.</source>
        <translation>Niemand kann sagen, ob das vollständig ist: es wurde keine Länge gesendet.</translation>
    </message>
</context>
<context>
    <name>QueryWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>an instant such as 2024-06-18T09:39:00Z</source>
        <translation>einen Zeitpunkt wie 2024-06-18T09:39:00Z</translation>
    </message>
    <message>
        <source>csv, json or table</source>
        <translation>csv, json oder table</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>den Namen einer Datei</translation>
    </message>
    <message>
        <source>one column</source>
        <translation>eine Spalte</translation>
    </message>
    <message>
        <source>Standard output could not be written: %1.</source>
        <translation>Die Standardausgabe konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n cells were given a leading apostrophe, so that no spreadsheet reads them as formulas.</source>
        <translation>
            <numerusform>%n Zelle bekam einen Apostroph vorangestellt, damit keine Tabellenkalkulation sie als Formel liest.</numerusform>
            <numerusform>%n Zellen bekamen einen Apostroph vorangestellt, damit keine Tabellenkalkulation sie als Formeln liest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces of bytes that are no UTF-8 were written as U+FFFD.</source>
        <translation>
            <numerusform>%n Stück Bytes, das kein UTF-8 ist, wurde als U+FFFD geschrieben.</numerusform>
            <numerusform>%n Stücke Bytes, die kein UTF-8 sind, wurden als U+FFFD geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells beyond the header were left out: JSON has no name for them.</source>
        <translation>
            <numerusform>%n Zelle jenseits der Kopfzeile wurde weggelassen: JSON hat keinen Namen für sie.</numerusform>
            <numerusform>%n Zellen jenseits der Kopfzeile wurden weggelassen: JSON hat keinen Namen für sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReachWords</name>
    <message>
        <source>--from BRN or --to BRN</source>
        <translation>--from BRN oder --to BRN</translation>
    </message>
    <message>
        <source>%1 of %2 shortest paths are printed; --limit gives more.</source>
        <translation>%1 von %2 kürzesten Pfaden sind ausgegeben; mehr gibt --limit.</translation>
    </message>
    <message>
        <source>%1 of %2 BRNs are printed; --limit gives more.</source>
        <translation>%1 von %2 BRNs sind ausgegeben; mehr gibt --limit.</translation>
    </message>
</context>
<context>
    <name>Resource</name>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Entity Relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Custom Insights</source>
        <translation>Eigene Regeln</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Graph result</source>
        <translation>Ergebnis des Graphen</translation>
    </message>
</context>
<context>
    <name>SampleService</name>
    <message>
        <source>The sample service found no free port on this machine.</source>
        <translation>Der Beispieldienst hat auf diesem Rechner keinen freien Port gefunden.</translation>
    </message>
    <message>
        <source>Port %1 of this machine is taken or not allowed; choose another.</source>
        <translation>Port %1 dieses Rechners ist belegt oder nicht erlaubt; wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>SnapshotMenu</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Check SHA-256</source>
        <translation>SHA-256 prüfen</translation>
    </message>
    <message>
        <source>Reads the file again and compares it with what was kept</source>
        <translation>Liest die Datei noch einmal und vergleicht sie mit dem, was aufbewahrt wurde</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>How long snapshots are kept…</source>
        <translation>Wie lange Stände aufbewahrt werden…</translation>
    </message>
</context>
<context>
    <name>TableSourceWords</name>
    <message>
        <source>%1, %2 (%3 rows, %4)</source>
        <comment>title, time, rows, size</comment>
        <translation>%1, %2 (%3 Zeilen, %4)</translation>
    </message>
    <message>
        <source>%1, copied %2</source>
        <comment>file, time</comment>
        <translation>%1, kopiert am %2</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>Stand vom %1</translation>
    </message>
    <message>
        <source>Snapshot %1, perhaps not complete: no length was sent</source>
        <translation>Stand vom %1, vielleicht unvollständig: es wurde keine Länge gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n exports</source>
        <comment>resource</comment>
        <translation>
            <numerusform>%1, %n Export</numerusform>
            <numerusform>%1, %n Exporte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots, the oldest of %1</source>
        <translation>
            <numerusform>%n Stand, der älteste vom %1</numerusform>
            <numerusform>%n Stände, der älteste vom %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>file, folder</comment>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>UsageWords</name>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>There is no file and no command “%1”.</source>
        <translation>Es gibt weder eine Datei noch einen Befehl „%1“.</translation>
    </message>
    <message>
        <source>There is no option “%1” here.</source>
        <translation>Eine Option „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>The option %1 needs a value: %2.</source>
        <translation>Die Option %1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation>Die Option %1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>The option %1 is given twice.</source>
        <translation>Die Option %1 steht zweimal da.</translation>
    </message>
    <message>
        <source>“%1” needs more: %2.</source>
        <translation>„%1“ braucht mehr: %2.</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>„%1“ ist ein Argument zu viel.</translation>
    </message>
    <message>
        <source>An option is missing: %1.</source>
        <translation>Eine Option fehlt: %1.</translation>
    </message>
    <message>
        <source>The options %1 and %2 exclude each other.</source>
        <translation>Die Optionen %1 und %2 schließen einander aus.</translation>
    </message>
    <message>
        <source>The option %1 needs %2, not “%3”.</source>
        <translation>Die Option %1 braucht %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>%1 Did you mean “%2”?</source>
        <translation>%1 War „%2“ gemeint?</translation>
    </message>
    <message>
        <source>a whole number of %1 or more</source>
        <translation>eine ganze Zahl ab %1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The server&apos;s certificate has expired or is not valid yet. Check this computer&apos;s clock, then tell the service&apos;s operator.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen oder noch nicht gültig. Die Uhr dieses Rechners prüfen, dann den Betreiber des Dienstes verständigen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name. Check the address.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Namen. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>No secure connection could be made. Check the address and the network.</source>
        <translation>Es kam keine sichere Verbindung zustande. Adresse und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes arrived.</source>
        <translation>%1 von %2 Bytes sind angekommen.</translation>
    </message>
    <message>
        <source>There is no API key. Set IDSCOPE_API_KEY_ID and IDSCOPE_API_KEY_SECRET, or give the profile a key.</source>
        <translation>Es gibt keinen API-Schlüssel. IDSCOPE_API_KEY_ID und IDSCOPE_API_KEY_SECRET setzen oder dem Profil einen Schlüssel geben.</translation>
    </message>
    <message>
        <source>The server refused the API key. Check its ID and secret, or use another key.</source>
        <translation>Der Server hat den API-Schlüssel abgelehnt. ID und Geheimnis prüfen oder einen anderen Schlüssel nehmen.</translation>
    </message>
    <message>
        <source>The server does not allow this export with this key. Ask your tenant&apos;s administrator for the export permission, or use another key.</source>
        <translation>Der Server erlaubt diesen Export mit diesem Schlüssel nicht. Die Administration des Mandanten um das Exportrecht bitten oder einen anderen Schlüssel nehmen.</translation>
    </message>
    <message>
        <source>The server knows no such export. Check the base URL, and the integration&apos;s ID if there is one.</source>
        <translation>Der Server kennt diesen Export nicht. Die Basis-URL prüfen, und die ID der Integration, falls es eine gibt.</translation>
    </message>
    <message>
        <source>The server went on asking for a slower pace. Wait some minutes, then try again.</source>
        <translation>Der Server hat bis zuletzt um weniger Anfragen gebeten. Einige Minuten warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The server went on reporting a fault of its own. Try again later.</source>
        <translation>Der Server hat bis zuletzt einen eigenen Fehler gemeldet. Später erneut versuchen.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not one that exports have. Check the base URL.</source>
        <translation>Eine solche Antwort des Servers gibt es bei Exporten nicht. Die Basis-URL prüfen.</translation>
    </message>
    <message>
        <source>The server redirects this request to %1, where it may not go. Check the base URL.</source>
        <translation>Der Server leitet diese Anfrage zu %1 um, wohin sie nicht darf. Die Basis-URL prüfen.</translation>
    </message>
    <message>
        <source>No server of this name was found. Check the base URL and the network.</source>
        <translation>Ein Server dieses Namens wurde nicht gefunden. Basis-URL und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>The server accepts no connection. Check the base URL, then try again later.</source>
        <translation>Der Server nimmt keine Verbindung an. Die Basis-URL prüfen, dann später erneut versuchen.</translation>
    </message>
    <message>
        <source>The connection was lost and could not be taken up again. Check the network, then try again.</source>
        <translation>Die Verbindung brach ab und kam nicht wieder zustande. Das Netzwerk prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>There is no network. Connect, then try again.</source>
        <translation>Es gibt kein Netzwerk. Verbinden, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The proxy did not let the request through. Check the system&apos;s proxy settings.</source>
        <translation>Der Proxy hat die Anfrage nicht durchgelassen. Die Proxy-Einstellungen des Systems prüfen.</translation>
    </message>
    <message>
        <source>The server closed the connection without an answer, so it is not known whether an export was started. Try again if a second export does no harm.</source>
        <translation>Der Server hat die Verbindung ohne Antwort geschlossen; ob ein Export begonnen hat, ist nicht bekannt. Erneut versuchen, wenn ein zweiter Export nicht stört.</translation>
    </message>
    <message>
        <source>The download address expired, and a new one did not help. Check this computer&apos;s clock, then try again.</source>
        <translation>Die Adresse des Downloads ist abgelaufen, und eine neue half nicht. Die Uhr dieses Rechners prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The file is not complete and was not kept. Try again.</source>
        <translation>Die Datei ist unvollständig und wurde nicht behalten. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The file is longer than promised and was not kept. Try again.</source>
        <translation>Die Datei ist länger als angekündigt und wurde nicht behalten. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The server sent the file compressed though it was asked not to, so it can&apos;t be checked. Look for a proxy that changes downloads.</source>
        <translation>Der Server hat die Datei entgegen der Bitte komprimiert gesendet, so lässt sie sich nicht prüfen. Nach einem Proxy suchen, der Downloads verändert.</translation>
    </message>
    <message>
        <source>The file changed on the server during the download. Try again.</source>
        <translation>Die Datei hat sich während des Downloads auf dem Server geändert. Erneut versuchen.</translation>
    </message>
    <message>
        <source>No byte arrived for %1. Check the network, then try again.</source>
        <translation>Seit %1 kam kein Byte an. Das Netzwerk prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The download was too slow to go on. Check the network, then try again.</source>
        <translation>Der Download war zu langsam, um weiterzugehen. Das Netzwerk prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The export was not done after %1. Try again, with a longer deadline if the tenant is large.</source>
        <translation>Der Export war nach %1 nicht fertig. Erneut versuchen, bei einem großen Mandanten mit längerer Frist.</translation>
    </message>
    <message>
        <source>The download can&apos;t be written: %1. Check the folder and its rights.</source>
        <translation>Der Download lässt sich nicht schreiben: %1. Den Ordner und seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>Der Datenträger ist voll. Platz schaffen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 Byte</numerusform>
            <numerusform>%1 Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes so far, bytes in all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place: what is there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence (code)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>access is not allowed</source>
        <translation>der Zugriff ist nicht erlaubt</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>a part of its path is not a folder</source>
        <translation>ein Teil des Pfads ist kein Ordner</translation>
    </message>
    <message>
        <source>its file system is read-only</source>
        <translation>das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk reports a fault</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
    <message>
        <source>the system refused</source>
        <translation>das System hat es verweigert</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>this quote is not closed.</source>
        <translation>dieses Anführungszeichen wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>this regular expression is not closed.</source>
        <translation>dieser reguläre Ausdruck wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>this column name is not closed.</source>
        <translation>dieser Spaltenname wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>this parenthesis is not closed.</source>
        <translation>diese Klammer wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>this can&apos;t stand here.</source>
        <translation>das kann hier nicht stehen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t stand here.</source>
        <translation>„%1“ kann hier nicht stehen.</translation>
    </message>
    <message>
        <source>the expression ends too early.</source>
        <translation>der Ausdruck endet zu früh.</translation>
    </message>
    <message>
        <source>the only flag of a regular expression is i, for any case.</source>
        <translation>das einzige Kennzeichen eines regulären Ausdrucks ist i, für Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>this is no path into JSON. Write .name, [0], [*] or two dots.</source>
        <translation>das ist kein Pfad in JSON. Möglich sind .name, [0], [*] oder zwei Punkte.</translation>
    </message>
    <message>
        <source>the expression is too long. At most %1 bytes can be read.</source>
        <translation>der Ausdruck ist zu lang. Höchstens %1 Bytes können gelesen werden.</translation>
    </message>
    <message>
        <source>the expression is nested too deeply. At most %1 levels can be read.</source>
        <translation>der Ausdruck ist zu tief verschachtelt. Höchstens %1 Ebenen können gelesen werden.</translation>
    </message>
    <message>
        <source>no such column.</source>
        <translation>diese Spalte gibt es nicht.</translation>
    </message>
    <message>
        <source>a BRN has no such part.</source>
        <translation>einen solchen Teil hat ein BRN nicht.</translation>
    </message>
    <message>
        <source>this column holds no JSON, so there are no paths into it.</source>
        <translation>diese Spalte enthält kein JSON, also führen keine Pfade hinein.</translation>
    </message>
    <message>
        <source>this is not what &lt; and &gt; compare here.</source>
        <translation>das lässt sich hier nicht mit &lt; und &gt; vergleichen.</translation>
    </message>
    <message>
        <source>“%1” is not what &lt; and &gt; compare here.</source>
        <translation>„%1“ lässt sich hier nicht mit &lt; und &gt; vergleichen.</translation>
    </message>
    <message>
        <source>this regular expression can&apos;t be read.</source>
        <translation>dieser reguläre Ausdruck lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>only a whole column can be asked whether it is invalid.</source>
        <translation>nur bei einer ganzen Spalte lässt sich fragen, ob sie ungültig ist.</translation>
    </message>
    <message>
        <source>this regular expression takes too many steps on this data. Make it simpler.</source>
        <translation>dieser reguläre Ausdruck braucht für diese Daten zu viele Schritte. Er muss einfacher werden.</translation>
    </message>
    <message>
        <source>the filter was cancelled.</source>
        <translation>der Filter wurde abgebrochen.</translation>
    </message>
    <message>
        <source>text to search or a comparison</source>
        <translation>Suchtext oder ein Vergleich</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a regular expression between slashes</source>
        <translation>ein regulärer Ausdruck zwischen Schrägstrichen</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a point in time such as 2024-06-01 or -30d</source>
        <translation>ein Zeitpunkt wie 2024-06-01 oder -30d</translation>
    </message>
    <message>
        <source>Expected: %1.</source>
        <translation>Erwartet: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Use %1?</source>
        <translation>%1 verwenden?</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>Zeichen %1</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Row %1, %2</source>
        <comment>row, column</comment>
        <translation>Zeile %1, %2</translation>
    </message>
    <message>
        <source>not JSON. The text is shown as it is.</source>
        <translation>kein JSON. Der Text steht da, wie er ist.</translation>
    </message>
    <message>
        <source>not JSON: it breaks at character %1. The row is kept and its text shown as it is.</source>
        <translation>kein JSON: es bricht bei Zeichen %1 ab. Die Zeile bleibt, ihr Text steht da, wie er ist.</translation>
    </message>
    <message numerus="yes">
        <source>%1 cells where %2 are expected, at byte %3.</source>
        <translation>
            <numerusform>%1 Zelle statt %2, bei Byte %3.</numerusform>
            <numerusform>%1 Zellen statt %2, bei Byte %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>the column “%1” is missing, though every export of this kind has it. The rows can still be read.</source>
        <translation>die Spalte „%1“ fehlt, obwohl jeder Export dieser Art sie hat. Die Zeilen lassen sich trotzdem lesen.</translation>
    </message>
    <message>
        <source>the column “%1” appears again. Each is shown under its own name.</source>
        <translation>die Spalte „%1“ kommt noch einmal vor. Jede steht unter eigenem Namen.</translation>
    </message>
    <message>
        <source>Missing cells are shown empty.</source>
        <translation>Fehlende Zellen stehen leer da.</translation>
    </message>
    <message>
        <source>The surplus is kept at the end of the row.</source>
        <translation>Überzählige bleiben am Ende der Zeile.</translation>
    </message>
    <message>
        <source>a quote at byte %1 is never closed. All that follows is one cell; the file may be cut off.</source>
        <translation>ein Anführungszeichen bei Byte %1 wird nie geschlossen. Alles Folgende ist eine Zelle; vielleicht ist die Datei abgeschnitten.</translation>
    </message>
    <message>
        <source>text follows a closing quote, at byte %1. It is kept in the cell.</source>
        <translation>bei Byte %1 folgt Text auf ein schließendes Anführungszeichen. Er bleibt in der Zelle.</translation>
    </message>
    <message>
        <source>a quote inside a cell without quotes, at byte %1. It is kept as it is.</source>
        <translation>bei Byte %1 steht ein Anführungszeichen in einer Zelle ohne solche. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>a carriage return without line feed, at byte %1. It is kept in the cell.</source>
        <translation>bei Byte %1 steht ein Wagenrücklauf ohne Zeilenvorschub. Er bleibt in der Zelle.</translation>
    </message>
    <message>
        <source>a zero byte, at byte %1. It is kept in the cell.</source>
        <translation>bei Byte %1 steht ein Nullbyte. Es bleibt in der Zelle.</translation>
    </message>
    <message>
        <source>bytes that are not UTF-8, at byte %1. They are kept, and shown as �.</source>
        <translation>ab Byte %1 stehen Bytes, die kein UTF-8 sind. Sie bleiben und erscheinen als �.</translation>
    </message>
    <message>
        <source>“%1” is not what this column holds. It is kept as text and sorted last.</source>
        <translation>„%1“ ist nicht, was diese Spalte enthält. Es bleibt als Text und steht beim Sortieren hinten.</translation>
    </message>
    <message>
        <source>“%1” is no BRN. It is kept as a name.</source>
        <translation>„%1“ ist kein BRN. Es bleibt als Name.</translation>
    </message>
    <message>
        <source>the entity type differs from the type in the entity&apos;s BRN, “%1”. Both are shown as given.</source>
        <translation>der Entitätstyp weicht vom Typ im BRN der Entität ab, „%1“. Beide stehen da wie gegeben.</translation>
    </message>
    <message>
        <source>has no ID. It can still be found by its name.</source>
        <translation>hat keine ID. Der Name führt trotzdem hin.</translation>
    </message>
    <message>
        <source>the text ends inside a value.</source>
        <translation>der Text endet mitten in einem Wert.</translation>
    </message>
    <message>
        <source>a value, comma, colon or bracket is missing.</source>
        <translation>es fehlt ein Wert, ein Komma, ein Doppelpunkt oder eine Klammer.</translation>
    </message>
    <message>
        <source>no such escape in a string.</source>
        <translation>eine solche Maskierung gibt es in Zeichenketten nicht.</translation>
    </message>
    <message>
        <source>a control character in a string.</source>
        <translation>ein Steuerzeichen in einer Zeichenkette.</translation>
    </message>
    <message>
        <source>this is no JSON number.</source>
        <translation>das ist keine JSON-Zahl.</translation>
    </message>
    <message>
        <source>these bytes are not UTF-8.</source>
        <translation>diese Bytes sind kein UTF-8.</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels.</source>
        <translation>tiefer verschachtelt als %1 Ebenen.</translation>
    </message>
    <message>
        <source>more text follows the value.</source>
        <translation>nach dem Wert folgt noch Text.</translation>
    </message>
    <message>
        <source>can&apos;t be opened: %1. Check the name and the rights.</source>
        <translation>lässt sich nicht öffnen: %1. Namen und Rechte prüfen.</translation>
    </message>
    <message>
        <source>can&apos;t be read beyond byte %1: %2. Try again, or copy the file to another disk.</source>
        <translation>lässt sich ab Byte %1 nicht weiter lesen: %2. Erneut versuchen oder die Datei auf einen anderen Datenträger kopieren.</translation>
    </message>
    <message>
        <source>empty. A table begins with a line of column names: check that the file was saved whole.</source>
        <translation>leer. Eine Tabelle beginnt mit einer Zeile von Spaltennamen: prüfen, ob die Datei ganz gespeichert wurde.</translation>
    </message>
    <message>
        <source>too many rows for one table, from byte %1 on. Split the file.</source>
        <translation>ab Byte %1 zu viele Zeilen für eine Tabelle. Die Datei teilen.</translation>
    </message>
    <message>
        <source>not enough memory to load it. Close other tables or programs, then try again.</source>
        <translation>der Speicher reicht zum Laden nicht. Andere Tabellen oder Programme schließen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>not the same resource as the other files: its header is “%1”. Open it on its own.</source>
        <translation>nicht dieselbe Ressource wie die anderen Dateien: die Kopfzeile ist „%1“. Für sich allein öffnen.</translation>
    </message>
    <message>
        <source>loading was cancelled.</source>
        <translation>das Laden wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Relations, %1</source>
        <comment>integration</comment>
        <translation>Beziehungen, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>resource, integration</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>bytes per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>time</comment>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 notices</source>
        <translation>
            <numerusform>%1 Hinweis</numerusform>
            <numerusform>%1 Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>completeness not checkable: the server sent no length</source>
        <translation>ob vollständig, ist nicht prüfbar: der Server hat keine Länge gesendet</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Requesting</source>
        <translation>Fragt an</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet auf den Export</translation>
    </message>
    <message>
        <source>Waiting: poll %1, next in %2</source>
        <translation>Wartet auf den Export: %1. Abfrage, nächste in %2</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt herunter</translation>
    </message>
    <message>
        <source>Downloading %1 %</source>
        <translation>Lädt herunter, %1 %</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Liest ein</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>starts when a running one is done</source>
        <translation>beginnt, wenn ein laufender fertig ist</translation>
    </message>
    <message>
        <source>asking for an export</source>
        <translation>bittet um einen Export</translation>
    </message>
    <message>
        <source>asked %1 ago</source>
        <translation>angefragt vor %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>bytes</comment>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>can&apos;t be written here: %1. Choose another folder.</source>
        <translation>kann hier nicht gespeichert werden: %1. Anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>can&apos;t be written: %1. An older file of that name is unchanged. Try again, or choose another disk.</source>
        <translation>kann nicht gespeichert werden: %1. Eine ältere Datei dieses Namens ist unverändert. Noch einmal versuchen oder anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>the disk is full. An older file of that name is unchanged. Make room, or choose another disk.</source>
        <translation>der Datenträger ist voll. Eine ältere Datei dieses Namens ist unverändert. Platz schaffen oder anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>The export arrived, but it can&apos;t be read as a table. Try again, then tell the service&apos;s operator.</source>
        <translation>Der Export ist angekommen, lässt sich aber nicht als Tabelle lesen. Noch einmal versuchen, sonst den Betreiber des Dienstes benachrichtigen.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>Sie ist zu lang.</translation>
    </message>
    <message>
        <source>It is not JSON.</source>
        <translation>Sie ist kein JSON.</translation>
    </message>
    <message>
        <source>It has no address to poll.</source>
        <translation>Ihr fehlt die Adresse zum Abfragen.</translation>
    </message>
    <message>
        <source>It has no address to download from.</source>
        <translation>Ihr fehlt die Adresse zum Herunterladen.</translation>
    </message>
    <message>
        <source>It can&apos;t be read.</source>
        <translation>Sie lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>It does not begin with https.</source>
        <translation>Sie beginnt nicht mit https.</translation>
    </message>
    <message>
        <source>It is not encrypted, which is allowed within this machine alone.</source>
        <translation>Sie ist unverschlüsselt, was nur innerhalb dieses Rechners erlaubt ist.</translation>
    </message>
    <message>
        <source>It holds a user name or password.</source>
        <translation>Sie enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
        <source>It names no host.</source>
        <translation>Sie nennt keinen Host.</translation>
    </message>
    <message>
        <source>It leads into a private network.</source>
        <translation>Sie führt in ein privates Netz.</translation>
    </message>
    <message>
        <source>The server&apos;s reply is not the one documented for exports.</source>
        <translation>Die Antwort des Servers ist nicht die für Exporte dokumentierte.</translation>
    </message>
    <message>
        <source>Check the base URL.</source>
        <translation>Die Basis-URL prüfen.</translation>
    </message>
    <message>
        <source>An address needed for this export is not safe to follow, so nothing was sent there.</source>
        <translation>Einer Adresse für diesen Export zu folgen ist nicht sicher; dorthin wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the base URL, then tell the service&apos;s operator.</source>
        <translation>Die Basis-URL prüfen, dann den Betreiber des Dienstes verständigen.</translation>
    </message>
    <message>
        <source>is written, but the disk did not confirm it: %1. Check the disk, then write it again.</source>
        <translation>ist geschrieben, doch der Datenträger hat es nicht bestätigt: %1. Datenträger prüfen und noch einmal schreiben.</translation>
    </message>
    <message>
        <source>There is no system keychain here.</source>
        <translation>Hier gibt es keinen Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>The system keychain is locked.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt.</translation>
    </message>
    <message>
        <source>The system keychain refused access.</source>
        <translation>Der Schlüsselbund des Systems hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>The system keychain does not answer.</source>
        <translation>Der Schlüsselbund des Systems antwortet nicht.</translation>
    </message>
    <message>
        <source>The system keychain holds no secret for this profile.</source>
        <translation>Der Schlüsselbund des Systems enthält kein Geheimnis für dieses Profil.</translation>
    </message>
    <message>
        <source>The system keychain reported a fault.</source>
        <translation>Der Schlüsselbund des Systems hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>The file with your own certificate authority holds no certificate in PEM form. Choose another file.</source>
        <translation>Die Datei mit der eigenen Zertifizierungsstelle enthält kein Zertifikat in PEM-Form. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The file with your own certificate authority can&apos;t be read: %1. Choose another file, or check its rights.</source>
        <translation>Die Datei mit der eigenen Zertifizierungsstelle ist nicht lesbar: %1. Eine andere Datei wählen oder die Rechte prüfen.</translation>
    </message>
    <message>
        <source>The server refused this key. Type its ID and secret anew, or use another key.</source>
        <translation>Der Server hat diesen Schlüssel abgelehnt. ID und Geheimnis neu eingeben oder einen anderen Schlüssel nehmen.</translation>
    </message>
    <message>
        <source>The server knows this key, but it may not export. Ask your tenant&apos;s administrator for the export permission, or use another key.</source>
        <translation>Der Server kennt diesen Schlüssel, aber er darf nicht exportieren. Die Administration um das Recht zum Exportieren bitten oder einen anderen Schlüssel nehmen.</translation>
    </message>
    <message>
        <source>What answers at this address is not the export API. Check the address.</source>
        <translation>Was unter dieser Adresse antwortet, ist nicht die Export-API. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is signed by itself. Check the address, or give the profile that certificate as its own authority.</source>
        <translation>Das Zertifikat des Servers ist selbst signiert. Die Adresse prüfen oder dem Profil dieses Zertifikat als eigene Stelle geben.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is signed by an authority that is not known here. Check the address, or give the profile the authority&apos;s certificate file.</source>
        <translation>Das Zertifikat des Servers ist von einer Stelle signiert, die hier nicht bekannt ist. Die Adresse prüfen oder dem Profil die Zertifikatsdatei der Stelle geben.</translation>
    </message>
    <message>
        <source>changed while it was read. Load it again.</source>
        <translation>während des Lesens geändert. Noch einmal laden.</translation>
    </message>
    <message>
        <source>gives up after %1</source>
        <translation>gibt nach %1 auf</translation>
    </message>
    <message>
        <source>Loading %1 %</source>
        <translation>Liest ein, %1 %</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1: %2 Zeilen</translation>
    </message>
    <message>
        <source>%1: %2 of %3 rows</source>
        <translation>%1: %2 von %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt;%1 %</source>
        <translation>&lt;%1 %</translation>
    </message>
    <message>
        <source>&gt;%1 %</source>
        <translation>&gt;%1 %</translation>
    </message>
    <message>
        <source>Under 1 ms.</source>
        <translation>Unter 1 ms.</translation>
    </message>
    <message>
        <source>%1 ms.</source>
        <translation>%1 ms.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in at most %Ln hops</source>
        <translation>
            <numerusform>in höchstens %Ln Schritt</numerusform>
            <numerusform>in höchstens %Ln Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reaches nothing.</source>
        <translation>%1 erreicht nichts.</translation>
    </message>
    <message>
        <source>Reached by %1</source>
        <translation>Von %1 erreicht</translation>
    </message>
    <message>
        <source>Nobody reaches %1.</source>
        <translation>Niemand erreicht %1.</translation>
    </message>
    <message>
        <source>Who reaches %1</source>
        <translation>Wer %1 erreicht</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>what was found, how far</comment>
        <translation>%1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 reaches %Ln entities:</source>
        <translation>
            <numerusform>%1 erreicht %Ln Entität:</numerusform>
            <numerusform>%1 erreicht %Ln Entitäten:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities reach %1:</source>
        <translation>
            <numerusform>%Ln Entität erreicht %1:</numerusform>
            <numerusform>%Ln Entitäten erreichen %1:</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 nach %2</translation>
    </message>
    <message>
        <source>No way leads from %1 to %2.</source>
        <translation>Kein Weg führt von %1 nach %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln shortest paths from %1 to %2:</source>
        <translation>
            <numerusform>%Ln kürzester Pfad von %1 nach %2:</numerusform>
            <numerusform>%Ln kürzeste Pfade von %1 nach %2:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hops.</source>
        <translation>
            <numerusform>%Ln Schritt.</numerusform>
            <numerusform>%Ln Schritte.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 are drawn and listed.</source>
        <translation>Die ersten %1 sind gezeichnet und aufgelistet.</translation>
    </message>
    <message>
        <source>No access runs in a circle.</source>
        <translation>Kein Zugriff läuft im Kreis.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cycles:</source>
        <translation>
            <numerusform>%Ln Kreis:</numerusform>
            <numerusform>%Ln Kreise:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nodes on cycles</source>
        <translation>Knoten auf Kreisen</translation>
    </message>
    <message>
        <source>%1 share nothing.</source>
        <translation>%1 haben nichts gemeinsam.</translation>
    </message>
    <message numerus="yes">
        <source>%1 all reach %Ln entities:</source>
        <translation>
            <numerusform>%1 erreichen alle %Ln Entität:</numerusform>
            <numerusform>%1 erreichen alle %Ln Entitäten:</numerusform>
        </translation>
    </message>
    <message>
        <source>Reached by all of %1</source>
        <translation>Von allen aus %1 erreicht</translation>
    </message>
    <message>
        <source>Only over %1.</source>
        <translation>Nur über %1.</translation>
    </message>
    <message>
        <source>Graph, %1</source>
        <translation>Graph, %1</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>Kreise</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>in the drawing %1, folded into counted nodes %2, cap %3 nodes</source>
        <translation>in der Zeichnung %1, in gezählten Knoten %2, Grenze %3 Knoten</translation>
    </message>
    <message>
        <source>left out of the drawing %1</source>
        <translation>in der Zeichnung weggelassen %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln arrows left out</source>
        <translation>
            <numerusform>%Ln Pfeil weggelassen</numerusform>
            <numerusform>%Ln Pfeile weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln arrows that lead sideways or back not drawn</source>
        <translation>
            <numerusform>%Ln Pfeil zur Seite oder zurück nicht gezeichnet</numerusform>
            <numerusform>%Ln Pfeile zur Seite oder zurück nicht gezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>identities</source>
        <translation>Identitäten</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Worüber</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>groups, 1 hop</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hops</source>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identities</source>
        <translation>
            <numerusform>%Ln Identität</numerusform>
            <numerusform>%Ln Identitäten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups and roles</source>
        <translation>
            <numerusform>%Ln Gruppe oder Rolle</numerusform>
            <numerusform>%Ln Gruppen und Rollen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resources</source>
        <translation>
            <numerusform>%Ln Ressource</numerusform>
            <numerusform>%Ln Ressourcen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <comment>entities of no known type</comment>
        <translation>
            <numerusform>%Ln andere</numerusform>
            <numerusform>%Ln andere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of type %2</source>
        <translation>%1 vom Typ %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>group of 214</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no BRN</source>
        <translation>keine BRN</translation>
    </message>
    <message>
        <source>open as table</source>
        <translation>als Tabelle öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln relations lead here.</source>
        <translation>
            <numerusform>%Ln Beziehung führt hierher.</numerusform>
            <numerusform>%Ln Beziehungen führen hierher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead on.</source>
        <translation>
            <numerusform>%Ln führt weiter.</numerusform>
            <numerusform>%Ln führen weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>is</source>
        <comment>a condition: field is value</comment>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <comment>a condition: field is not value</comment>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is one of</source>
        <comment>a condition</comment>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <comment>a condition</comment>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>is above</source>
        <comment>a condition</comment>
        <translation>ist über</translation>
    </message>
    <message>
        <source>is at least</source>
        <comment>a condition</comment>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>is below</source>
        <comment>a condition</comment>
        <translation>ist unter</translation>
    </message>
    <message>
        <source>is at most</source>
        <comment>a condition</comment>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is like</source>
        <comment>a condition</comment>
        <translation>ist wie</translation>
    </message>
    <message>
        <source>is like, in any case,</source>
        <comment>a condition</comment>
        <translation>ist, groß oder klein, wie</translation>
    </message>
    <message>
        <source>is missing:</source>
        <comment>a condition: field is missing: true</comment>
        <translation>fehlt:</translation>
    </message>
    <message>
        <source>All of</source>
        <comment>heads a list of conditions</comment>
        <translation>Alle davon</translation>
    </message>
    <message>
        <source>Any of</source>
        <comment>heads a list of conditions</comment>
        <translation>Eines davon</translation>
    </message>
    <message>
        <source>Not</source>
        <comment>heads a condition</comment>
        <translation>Nicht</translation>
    </message>
    <message>
        <source>Relations have no column “%1”, and no metadata holds it.</source>
        <translation>Beziehungen haben keine Spalte „%1“, und keine Metadaten enthalten sie.</translation>
    </message>
    <message>
        <source>“%1” is not known here. Shown as it is.</source>
        <translation>„%1“ ist hier nicht bekannt. Es steht hier, wie es ist.</translation>
    </message>
    <message>
        <source>This is no condition. Shown as it is.</source>
        <translation>Das ist keine Bedingung. Es steht hier, wie es ist.</translation>
    </message>
    <message>
        <source>“%1” does not take this value.</source>
        <translation>„%1“ nimmt diesen Wert nicht.</translation>
    </message>
    <message>
        <source>A list of nothing selects nothing, which no filter says.</source>
        <translation>Eine leere Liste wählt nichts aus, und das sagt kein Filter.</translation>
    </message>
    <message>
        <source>This is neither a number nor a point in time, so there is no above and below.</source>
        <translation>Das ist weder eine Zahl noch ein Zeitpunkt, also gibt es kein Darüber und Darunter.</translation>
    </message>
    <message>
        <source>The value is a secret. Filters never match secrets.</source>
        <translation>Der Wert ist geheim. Filter treffen nie auf Geheimes zu.</translation>
    </message>
    <message>
        <source>As a filter this would be longer or deeper than a filter may be.</source>
        <translation>Als Filter wäre das länger oder tiefer, als ein Filter sein darf.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n conditions carried over</source>
        <translation>
            <numerusform>%1 von %n Bedingung übernommen</numerusform>
            <numerusform>%1 von %n Bedingungen übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every condition carried over.</source>
        <translation>Alle Bedingungen übernommen.</translation>
    </message>
    <message>
        <source>%1, so this shows more rows than the insight itself.</source>
        <translation>%1, also zeigt das mehr Zeilen als die Regel selbst.</translation>
    </message>
    <message>
        <source>%1, so this shows fewer rows than the insight itself.</source>
        <translation>%1, also zeigt das weniger Zeilen als die Regel selbst.</translation>
    </message>
    <message>
        <source>%1, so this shows other rows than the insight itself.</source>
        <translation>%1, also zeigt das andere Zeilen als die Regel selbst.</translation>
    </message>
    <message>
        <source>No condition can be carried over, so there is no filter.</source>
        <translation>Keine Bedingung lässt sich übernehmen, also gibt es keinen Filter.</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is not JSON.</source>
        <translation>
            <numerusform>%1 Zeile, deren „%2“ kein JSON ist.</numerusform>
            <numerusform>%1 Zeilen, deren „%2“ kein JSON ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is no instant.</source>
        <translation>
            <numerusform>%1 Zeile, deren „%2“ kein Zeitpunkt ist.</numerusform>
            <numerusform>%1 Zeilen, deren „%2“ kein Zeitpunkt ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is no number.</source>
        <translation>
            <numerusform>%1 Zeile, deren „%2“ keine Zahl ist.</numerusform>
            <numerusform>%1 Zeilen, deren „%2“ keine Zahl ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is no BRN.</source>
        <translation>
            <numerusform>%1 Zeile, deren „%2“ keine BRN ist.</numerusform>
            <numerusform>%1 Zeilen, deren „%2“ keine BRN ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is no hex colour.</source>
        <translation>
            <numerusform>%1 Zeile, deren „%2“ keine Hex-Farbe ist.</numerusform>
            <numerusform>%1 Zeilen, deren „%2“ keine Hex-Farbe ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is not what the column holds.</source>
        <translation>
            <numerusform>%1 Zeile, deren „%2“ nicht ist, was die Spalte enthält.</numerusform>
            <numerusform>%1 Zeilen, deren „%2“ nicht ist, was die Spalte enthält.</numerusform>
        </translation>
    </message>
    <message>
        <source>The column “%1” is missing.</source>
        <translation>Die Spalte „%1“ fehlt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows with another number of cells than the header.</source>
        <translation>
            <numerusform>%1 Zeile mit einer anderen Zahl von Zellen als die Kopfzeile.</numerusform>
            <numerusform>%1 Zeilen mit einer anderen Zahl von Zellen als die Kopfzeile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows with bytes that are not UTF-8.</source>
        <translation>
            <numerusform>%1 Zeile mit Bytes, die kein UTF-8 sind.</numerusform>
            <numerusform>%1 Zeilen mit Bytes, die kein UTF-8 sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows without “%2”, which every row should have.</source>
        <translation>
            <numerusform>%1 Zeile ohne „%2“, das jede Zeile haben sollte.</numerusform>
            <numerusform>%1 Zeilen ohne „%2“, das jede Zeile haben sollte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is not the type of their BRN.</source>
        <translation>
            <numerusform>%1 Zeile, deren „%2“ nicht der Typ ihrer BRN ist.</numerusform>
            <numerusform>%1 Zeilen, deren „%2“ nicht der Typ ihrer BRN ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows that are the same as an earlier one.</source>
        <translation>
            <numerusform>%1 Zeile, die einer früheren gleicht.</numerusform>
            <numerusform>%1 Zeilen, die einer früheren gleichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows that share their “%2” with others.</source>
        <translation>
            <numerusform>%1 Zeile, die ihr „%2“ mit anderen teilt.</numerusform>
            <numerusform>%1 Zeilen, die ihr „%2“ mit anderen teilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 relations of what no identity reaches.</source>
        <translation>
            <numerusform>%1 Beziehung von dem, was keine Identität erreicht.</numerusform>
            <numerusform>%1 Beziehungen von dem, was keine Identität erreicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 relations that lead round in a circle.</source>
        <translation>
            <numerusform>%1 Beziehung, die im Kreis führt.</numerusform>
            <numerusform>%1 Beziehungen, die im Kreis führen.</numerusform>
        </translation>
    </message>
    <message>
        <source>only relations lead from one BRN to another. This table holds none.</source>
        <translation>nur Beziehungen führen von einer BRN zur anderen. Diese Tabelle enthält keine.</translation>
    </message>
    <message>
        <source>These rows are no relations: they lack the columns Parent Entity BRN and Entity BRN. Open an export of entity relations.</source>
        <translation>Diese Zeilen sind keine Beziehungen: Ihnen fehlen die Spalten Parent Entity BRN und Entity BRN. Es braucht einen Export der Beziehungen.</translation>
    </message>
    <message>
        <source>No relation is about “%1”. Write the BRN, or the name, exactly as in the file.</source>
        <translation>Keine Beziehung handelt von „%1“. Die BRN oder der Name muss genau wie in der Datei geschrieben sein.</translation>
    </message>
    <message>
        <source>The question was cancelled.</source>
        <translation>Die Frage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>not complete: nothing came behind byte %1. Fetch it again.</source>
        <translation>nicht vollständig: Hinter Byte %1 kam nichts mehr. Es muss erneut abgerufen werden.</translation>
    </message>
    <message>
        <source>This is no saved view: it is larger than %1.</source>
        <translation>Das ist keine gespeicherte Ansicht: Es ist größer als %1.</translation>
    </message>
    <message>
        <source>This is no saved view: it is no JSON from byte %1 on.</source>
        <translation>Das ist keine gespeicherte Ansicht: Ab Byte %1 ist es kein JSON.</translation>
    </message>
    <message>
        <source>This is no saved view: it does not say that it is one.</source>
        <translation>Das ist keine gespeicherte Ansicht: Es gibt sich nicht als eine aus.</translation>
    </message>
    <message>
        <source>This view was saved by a newer version of Idscope. Install that version to use it.</source>
        <translation>Diese Ansicht hat eine neuere Version von Idscope gespeichert. Um sie zu verwenden, braucht es diese Version.</translation>
    </message>
    <message>
        <source>This view is damaged: “%1” is not what it can be.</source>
        <translation>Diese Ansicht ist beschädigt: „%1“ ist nicht, was es sein kann.</translation>
    </message>
    <message>
        <source>This view is damaged: “%1” has more than %2 entries.</source>
        <translation>Diese Ansicht ist beschädigt: „%1“ hat mehr als %2 Einträge.</translation>
    </message>
    <message>
        <source>This view is damaged: “%1” names no column and no path.</source>
        <translation>Diese Ansicht ist beschädigt: „%1“ nennt weder eine Spalte noch einen Pfad.</translation>
    </message>
    <message>
        <source>This view is damaged: “%1” is no filter that can be read.</source>
        <translation>Diese Ansicht ist beschädigt: „%1“ ist kein lesbarer Filter.</translation>
    </message>
    <message>
        <source>%1 before %2</source>
        <comment>rows, an instant</comment>
        <translation>%1 vor %2</translation>
    </message>
    <message>
        <source>%1 below %2</source>
        <comment>rows, a number</comment>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <comment>rows, an instant</comment>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 above %2</source>
        <comment>rows, a number</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>Far off: %1</source>
        <translation>Weit ab: %1</translation>
    </message>
    <message>
        <source>%1, each listed with the shortest way back to it.</source>
        <translation>%1, jeder mit dem kürzesten Weg zu ihm zurück.</translation>
    </message>
    <message>
        <source>%1 with access to %2</source>
        <translation>%1 mit Zugriff auf %2</translation>
    </message>
    <message>
        <source>%1 that %2 has access to</source>
        <translation>%1, worauf %2 Zugriff hat</translation>
    </message>
    <message>
        <source>%1 counted together</source>
        <translation>%1 zusammengezählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities left out of the drawing</source>
        <translation>
            <numerusform>%Ln Entität in der Zeichnung ausgelassen</numerusform>
            <numerusform>%Ln Entitäten in der Zeichnung ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>node of a cycle</comment>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Counted together. A double click lists them, Enter draws some of them.</source>
        <translation>Zusammengezählt. Ein Doppelklick listet sie auf, Eingabe zeichnet einige davon.</translation>
    </message>
    <message>
        <source>Holds characters that turn the direction of reading, shown as their codes. It is not the name that it looks like elsewhere.</source>
        <translation>Enthält Zeichen, die die Leserichtung umkehren, als ihre Codes gezeigt. Es ist nicht der Name, nach dem es anderswo aussieht.</translation>
    </message>
    <message>
        <source>Holds invisible characters, shown as their codes. It is not the name that it looks like elsewhere.</source>
        <translation>Enthält unsichtbare Zeichen, als ihre Codes gezeigt. Es ist nicht der Name, nach dem es anderswo aussieht.</translation>
    </message>
    <message>
        <source>Mixes letters of several scripts within a word. It may look like another name and is not.</source>
        <translation>Mischt in einem Wort Buchstaben mehrerer Schriften. Es kann wie ein anderer Name aussehen und ist keiner.</translation>
    </message>
    <message>
        <source>there is not enough memory for this. Close other tables, or ask about fewer rows.</source>
        <translation>der Speicher reicht dafür nicht. Andere Tabellen schließen oder nach weniger Zeilen fragen.</translation>
    </message>
    <message>
        <source>others</source>
        <comment>over a column: entities of other types</comment>
        <translation>andere</translation>
    </message>
    <message>
        <source>only one column. Do tabs separate more in this file? Only commas are read as separators.</source>
        <translation>nur eine Spalte. Trennen in dieser Datei Tabulatoren weitere? Als Trennzeichen werden nur Kommas gelesen.</translation>
    </message>
    <message>
        <source>only one column. Do semicolons separate more in this file? Only commas are read as separators.</source>
        <translation>nur eine Spalte. Trennen in dieser Datei Semikolons weitere? Als Trennzeichen werden nur Kommas gelesen.</translation>
    </message>
</context>
<context>
    <name>idscope::AboutDialog</name>
    <message>
        <source>About Idscope</source>
        <translation>Über Idscope</translation>
    </message>
    <message>
        <source>Fetches identity exports, keeps them on this machine, and shows who can reach what, and through what.</source>
        <translation>Holt Identitäts-Exporte, bewahrt sie auf diesem Rechner auf und zeigt, wer was erreicht und worüber.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>idscope::ActivityModel</name>
    <message>
        <source>%1: the secret of the key is kept in memory only, until Idscope closes.</source>
        <translation>%1: Das Geheimnis des Schlüssels liegt nur im Speicher, bis Idscope schließt.</translation>
    </message>
    <message>
        <source>%1: not fetched. %2</source>
        <comment>transfer, reason</comment>
        <translation>%1: nicht abgerufen. %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: fetched, after %Ln attempts that failed.</source>
        <translation>
            <numerusform>%1: abgerufen, nach %Ln misslungenen Versuch.</numerusform>
            <numerusform>%1: abgerufen, nach %Ln misslungenen Versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the server sent no length, so whether all of it came can’t be checked.</source>
        <translation>%1: Der Server nannte keine Länge, also lässt sich nicht prüfen, ob alles ankam.</translation>
    </message>
</context>
<context>
    <name>idscope::Arrivals</name>
    <message>
        <source>Being downloaded</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Not complete.</source>
        <translation>Nicht vollständig.</translation>
    </message>
    <message>
        <source>The download ended before the file did. Shown are the rows that came until then.</source>
        <translation>Das Herunterladen endete vor der Datei. Zu sehen sind die Zeilen, die bis dahin kamen.</translation>
    </message>
</context>
<context>
    <name>idscope::ChipButton</name>
    <message>
        <source>Label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>Go to the label %1</source>
        <translation>Zum Label %1 gehen</translation>
    </message>
</context>
<context>
    <name>idscope::ChipRow</name>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Parts of the filter</source>
        <translation>Teile des Filters</translation>
    </message>
    <message>
        <source>No conditions. Facets, cells or + add one.</source>
        <translation>Keine Bedingungen. Facetten, Zellen oder + fügen eine hinzu.</translation>
    </message>
</context>
<context>
    <name>idscope::ColumnFilterField</name>
    <message>
        <source>filter</source>
        <translation>filtern</translation>
    </message>
    <message>
        <source>Values of the column</source>
        <translation>Werte der Spalte</translation>
    </message>
    <message>
        <source>Values of the column (Alt+Down)</source>
        <translation>Werte der Spalte (Alt+Ab)</translation>
    </message>
    <message>
        <source>Filter of %1</source>
        <translation>Filter von %1</translation>
    </message>
</context>
<context>
    <name>idscope::ColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>idscope::ColumnHeads</name>
    <message>
        <source>Columns: %1</source>
        <translation>Spalten: %1</translation>
    </message>
</context>
<context>
    <name>idscope::ColumnsPopup</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>Spalte finden</translation>
    </message>
    <message>
        <source>Enter goes there, Ctrl+Space shows or hides.</source>
        <translation>Enter springt hin, Strg+Leertaste zeigt oder versteckt.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie zu Beginn</translation>
    </message>
    <message>
        <source>%1 (computed)</source>
        <comment>column</comment>
        <translation>%1 (berechnet)</translation>
    </message>
    <message>
        <source>Add %1 as a column</source>
        <translation>%1 als Spalte hinzufügen</translation>
    </message>
</context>
<context>
    <name>idscope::ComparisonModel</name>
    <message>
        <source>The cell itself</source>
        <translation>Die Zelle selbst</translation>
    </message>
    <message>
        <source>%1: differs</source>
        <translation>%1: verschieden</translation>
    </message>
    <message>
        <source>%1: the same</source>
        <translation>%1: gleich</translation>
    </message>
    <message>
        <source>can’t be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>secret, hidden</source>
        <translation>Geheimnis, verdeckt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>idscope::ComparisonPane</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Nur Verschiedenes</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 differ</source>
        <comment>lines</comment>
        <translation>%1 von %2 verschieden</translation>
    </message>
    <message>
        <source>The first %1 of the %2 chosen rows.</source>
        <translation>Die ersten %1 der %2 gewählten Zeilen.</translation>
    </message>
    <message>
        <source>The first %1 names; %2 more are left out.</source>
        <translation>Die ersten %1 Namen; %2 weitere sind ausgelassen.</translation>
    </message>
</context>
<context>
    <name>idscope::ComparisonView</name>
    <message>
        <source>Values of the chosen rows, side by side</source>
        <translation>Werte der gewählten Zeilen, nebeneinander</translation>
    </message>
    <message>
        <source>Secrets are not copied.</source>
        <translation>Geheimnisse werden nicht kopiert.</translation>
    </message>
</context>
<context>
    <name>idscope::ConditionModel</name>
    <message>
        <source>, </source>
        <comment>between the values of a condition</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>idscope::ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect to your tenant</source>
        <translation>Mit dem eigenen Mandanten verbinden</translation>
    </message>
    <message>
        <source>how the side bar calls it</source>
        <translation>so heißt er in der Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Key &amp;ID</source>
        <translation>Schlüssel-&amp;ID</translation>
    </message>
    <message>
        <source>Key &amp;secret</source>
        <translation>&amp;Geheimnis des Schlüssels</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This is no address of a tenant: a host such as app.balkan.id, reached by https.</source>
        <translation>Das ist keine Adresse eines Mandanten: gebraucht wird ein Rechnername wie app.balkan.id, über https erreichbar.</translation>
    </message>
    <message>
        <source>Connect &amp;directly, without the system’s proxy</source>
        <translation>&amp;Direkt verbinden, ohne den Proxy des Systems</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Edit the connection</source>
        <translation>Die Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>It goes to this address alone.</source>
        <translation>Es geht nur an diese Adresse.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the authority’s certificate</source>
        <translation>Das Zertifikat der Stelle auswählen</translation>
    </message>
    <message>
        <source>A&amp;uthority</source>
        <translation>Z&amp;ertifizierungsstelle</translation>
    </message>
    <message>
        <source>certificate file, for a server of your own</source>
        <translation>Zertifikatsdatei, für einen eigenen Server</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Weniger Optionen</translation>
    </message>
    <message>
        <source>Certificate authority, proxy…</source>
        <translation>Zertifizierungsstelle, Proxy…</translation>
    </message>
    <message>
        <source>A key has an ID and a secret: type both.</source>
        <translation>Ein Schlüssel hat eine ID und ein Geheimnis: beides eingeben.</translation>
    </message>
    <message>
        <source>Keys have no blanks and no letters beyond ASCII: type it anew.</source>
        <translation>Schlüssel haben keine Leerzeichen und keine Buchstaben außerhalb von ASCII: neu eingeben.</translation>
    </message>
    <message>
        <source>The secret that is kept goes with the address and ID as they were: type the new one.</source>
        <translation>Das aufbewahrte Geheimnis gehört zur bisherigen Adresse und ID: das neue eingeben.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>Aus&amp;probieren</translation>
    </message>
    <message>
        <source>Fetching the list of apps, to see whether the key works…</source>
        <translation>Die Liste der Apps wird geholt, um zu sehen, ob der Schlüssel gilt…</translation>
    </message>
    <message numerus="yes">
        <source>%1 apps</source>
        <translation>
            <numerusform>%1 App</numerusform>
            <numerusform>%1 Apps</numerusform>
        </translation>
    </message>
    <message>
        <source>The key works: %1.</source>
        <translation>Der Schlüssel gilt: %1.</translation>
    </message>
    <message>
        <source>The key works: %1 of “%2”.</source>
        <translation>Der Schlüssel gilt: %1 von „%2“.</translation>
    </message>
    <message>
        <source>It is kept in the system keychain, never in a file, and goes to this address alone.</source>
        <translation>Es wird im Schlüsselbund des Systems aufbewahrt, nie in einer Datei, und geht nur an diese Adresse.</translation>
    </message>
    <message>
        <source>The system keychain is locked and asks for its password. Unless it is opened, the secret stays in memory until Idscope closes.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt und fragt nach seinem Passwort. Wird er nicht geöffnet, bleibt das Geheimnis im Arbeitsspeicher, bis Idscope schließt.</translation>
    </message>
    <message>
        <source>%1 The secret stays in memory until Idscope closes, and is never written to a file.</source>
        <comment>what is the matter with the keychain</comment>
        <translation>%1 Das Geheimnis bleibt im Arbeitsspeicher, bis Idscope schließt, und kommt nie in eine Datei.</translation>
    </message>
</context>
<context>
    <name>idscope::Connections</name>
    <message>
        <source>Choose the authority’s certificate</source>
        <translation>Das Zertifikat der Stelle auswählen</translation>
    </message>
    <message>
        <source>There is another profile of this name.</source>
        <translation>Es gibt ein anderes Profil dieses Namens.</translation>
    </message>
    <message>
        <source>The profile could not be saved. It lasts until Idscope closes.</source>
        <translation>Das Profil konnte nicht gespeichert werden. Es gilt, bis Idscope schließt.</translation>
    </message>
    <message>
        <source>%1 The secret of %2 stays in memory until Idscope closes.</source>
        <comment>what is the matter, profile</comment>
        <translation>%1 Das Geheimnis von %2 bleibt im Arbeitsspeicher, bis Idscope schließt.</translation>
    </message>
    <message>
        <source>The profile could not be removed from its file.</source>
        <translation>Das Profil konnte nicht aus seiner Datei entfernt werden.</translation>
    </message>
    <message>
        <source>%1 It may still hold the secret of %2: remove it there.</source>
        <comment>what is the matter, profile</comment>
        <translation>%1 Er enthält vielleicht noch das Geheimnis von %2: dort entfernen.</translation>
    </message>
</context>
<context>
    <name>idscope::Copier</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not copied: cancelled. The clipboard is as it was.</source>
        <translation>Nicht kopiert: abgebrochen. Die Zwischenablage ist, wie sie war.</translation>
    </message>
    <message>
        <source>Not copied: this is more than the %1 a clipboard is given. Save the view as CSV instead.</source>
        <translation>Nicht kopiert: Das ist mehr als die %1, die eine Zwischenablage bekommt. Stattdessen die Ansicht als CSV speichern.</translation>
    </message>
    <message>
        <source>Not copied: very long rows are still being loaded. Copy them again in a moment.</source>
        <translation>Nicht kopiert: Sehr lange Zeilen werden noch geladen. Gleich noch einmal kopieren.</translation>
    </message>
    <message>
        <source>Not copied: there is not enough memory. Save the view as CSV instead.</source>
        <translation>Nicht kopiert: Der Speicher reicht nicht. Stattdessen die Ansicht als CSV speichern.</translation>
    </message>
</context>
<context>
    <name>idscope::CrossReferences</name>
    <message>
        <source>The cell is empty: it names nothing.</source>
        <translation>Die Zelle ist leer: Sie nennt nichts.</translation>
    </message>
    <message>
        <source>%1: not fetched yet, so what the cell names can&apos;t be found.</source>
        <translation>%1: noch nicht abgerufen, also lässt sich nicht finden, was die Zelle nennt.</translation>
    </message>
    <message>
        <source>%1: can&apos;t be read, so what the cell names can&apos;t be found.</source>
        <translation>%1: nicht lesbar, also lässt sich nicht finden, was die Zelle nennt.</translation>
    </message>
    <message>
        <source>%1: nothing is called “%2” there.</source>
        <translation>%1: Dort heißt nichts „%2“.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n rows are called “%2”. This is the first.</source>
        <translation>
            <numerusform>%1: %n Zeile heißt „%2“. Das ist sie.</numerusform>
            <numerusform>%1: %n Zeilen heißen „%2“. Das ist die erste.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::Desk</name>
    <message>
        <source>Open CSV files</source>
        <translation>CSV-Dateien öffnen</translation>
    </message>
    <message>
        <source>Sample tenant</source>
        <translation>Beispiel-Mandant</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>asking the keychain…</source>
        <translation>Schlüsselbund wird gefragt…</translation>
    </message>
    <message>
        <source>%1, key not kept</source>
        <comment>address</comment>
        <translation>%1, Schlüssel nicht aufbewahrt</translation>
    </message>
    <message>
        <source>%1 can’t be written to.</source>
        <translation>In %1 lässt sich nichts schreiben.</translation>
    </message>
    <message>
        <source>These integrations have no ID, so nothing can be fetched for them.</source>
        <translation>Diese Integrationen haben keine ID, darum lässt sich für sie nichts abrufen.</translation>
    </message>
    <message>
        <source>The library takes nothing new. %1</source>
        <translation>Die Bibliothek nimmt nichts Neues auf. %1</translation>
    </message>
    <message>
        <source>These are of different resources: each opens as a table of its own.</source>
        <translation>Das sind verschiedene Ressourcen: Jede öffnet sich als eigene Tabelle.</translation>
    </message>
    <message>
        <source>The choice could not be saved. It holds this once.</source>
        <translation>Die Wahl ließ sich nicht speichern. Sie gilt für dieses Mal.</translation>
    </message>
    <message>
        <source>The view “%1” does not tell what to ask the graph.</source>
        <translation>Die Ansicht „%1“ sagt nicht, was der Graph gefragt werden soll.</translation>
    </message>
</context>
<context>
    <name>idscope::DocumentTabs</name>
    <message>
        <source>Open tables</source>
        <translation>Offene Tabellen</translation>
    </message>
</context>
<context>
    <name>idscope::EmptyNote</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>idscope::EmptyWorkspace</name>
    <message>
        <source>Fetch all</source>
        <translation>Alles holen</translation>
    </message>
    <message>
        <source>Nothing is open. Choose a resource or a snapshot at the left, or open a file.</source>
        <translation>Nichts ist offen. Links eine Ressource oder einen Stand wählen, oder eine Datei öffnen.</translation>
    </message>
    <message>
        <source>Nothing of %1 is here yet. Fetch all its exports, or single ones with Fetch… at the left.</source>
        <translation>Von %1 ist noch nichts da. Alle Exporte holen oder, links mit Holen…, einzelne.</translation>
    </message>
    <message>
        <source>%1 opens here as soon as it has arrived.</source>
        <translation>%1 öffnet sich hier, sobald es angekommen ist.</translation>
    </message>
    <message>
        <source>%1: not fetched yet. What is fetched is kept on this machine and opens here.</source>
        <translation>%1: noch nicht geholt. Was geholt wird, bleibt auf diesem Rechner und öffnet sich hier.</translation>
    </message>
    <message>
        <source>Fetch %1</source>
        <translation>%1 holen</translation>
    </message>
</context>
<context>
    <name>idscope::Facet</name>
    <message>
        <source>%1: tenant</source>
        <translation>%1: Mandant</translation>
    </message>
    <message>
        <source>%1: type</source>
        <translation>%1: Typ</translation>
    </message>
    <message>
        <source>%1: key</source>
        <translation>%1: Schlüssel</translation>
    </message>
</context>
<context>
    <name>idscope::FacetChoices</name>
    <message>
        <source>derived column</source>
        <translation>abgeleitete Spalte</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>part of the BRN</source>
        <translation>Teil der BRN</translation>
    </message>
    <message numerus="yes">
        <source>JSON path, in %n rows</source>
        <translation>
            <numerusform>JSON-Pfad, in %n Zeile</numerusform>
            <numerusform>JSON-Pfad, in %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON paths can&apos;t be listed: there is not enough memory.</source>
        <translation>JSON-Pfade können nicht aufgelistet werden: Der Speicher reicht nicht.</translation>
    </message>
</context>
<context>
    <name>idscope::FacetChooser</name>
    <message>
        <source>Add a facet</source>
        <translation>Facette hinzufügen</translation>
    </message>
    <message>
        <source>Find a column or JSON path</source>
        <translation>Spalte oder JSON-Pfad suchen</translation>
    </message>
    <message>
        <source>What a facet can be about</source>
        <translation>Wovon eine Facette handeln kann</translation>
    </message>
    <message>
        <source>Looking for JSON paths</source>
        <translation>JSON-Pfade werden gesucht</translation>
    </message>
    <message>
        <source>Enter adds the facet.</source>
        <translation>Die Eingabetaste fügt die Facette hinzu.</translation>
    </message>
</context>
<context>
    <name>idscope::FacetDelegate</name>
    <message>
        <source>not</source>
        <comment>of an excluded value</comment>
        <translation>nicht</translation>
    </message>
</context>
<context>
    <name>idscope::FacetHead</name>
    <message>
        <source>Clear this facet&apos;s part of the filter</source>
        <translation>Den Teil dieser Facette am Filter löschen</translation>
    </message>
    <message>
        <source>What can be done with this facet</source>
        <translation>Was sich mit dieser Facette tun lässt</translation>
    </message>
    <message>
        <source>Facet %1</source>
        <translation>Facette %1</translation>
    </message>
    <message>
        <source>Facet %1, %2 values</source>
        <translation>Facette %1, %2 Werte</translation>
    </message>
</context>
<context>
    <name>idscope::FacetModel</name>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>not an instant</source>
        <translation>kein Zeitpunkt</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 rows in the filter, %3</source>
        <translation>%1 von %2 Zeilen im Filter, %3</translation>
    </message>
    <message>
        <source>in all %1</source>
        <translation>insgesamt %1</translation>
    </message>
    <message>
        <source>These rows are among those with no value, too.</source>
        <translation>Diese Zeilen zählen auch zu denen ohne Wert.</translation>
    </message>
    <message>
        <source>No filter can be made of it.</source>
        <translation>Daraus lässt sich kein Filter machen.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>included</source>
        <translation>eingeschlossen</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>of these not JSON</source>
        <comment>of the rows with no value</comment>
        <translation>davon kein JSON</translation>
    </message>
</context>
<context>
    <name>idscope::FacetSection</name>
    <message>
        <source>No value matches.</source>
        <translation>Kein Wert passt.</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>Wert suchen</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>Find a value of %1</source>
        <translation>Wert von %1 suchen</translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>Histogramm von %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>brushed: %1</source>
        <translation>ausgewählt: %1</translation>
    </message>
    <message>
        <source>No filter can be made of it.</source>
        <translation>Daraus lässt sich kein Filter machen.</translation>
    </message>
    <message>
        <source>Don’t &amp;filter by it any more</source>
        <translation>Nicht mehr danach &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Filter by it</source>
        <translation>Danach &amp;filtern</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Don’t e&amp;xclude it any more</source>
        <translation>Nicht mehr aus&amp;schließen</translation>
    </message>
    <message>
        <source>E&amp;xclude it</source>
        <translation>Aus&amp;schließen</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>&amp;Only this value</source>
        <translation>&amp;Nur dieser Wert</translation>
    </message>
    <message>
        <source>&amp;Copy as filter</source>
        <translation>Als Filter &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Find a value</source>
        <translation>Wert &amp;suchen</translation>
    </message>
    <message>
        <source>Sort by &amp;count</source>
        <translation>Nach &amp;Anzahl sortieren</translation>
    </message>
    <message>
        <source>Sort by &amp;value</source>
        <translation>Nach &amp;Wert sortieren</translation>
    </message>
    <message>
        <source>Show as &amp;histogram</source>
        <translation>Als &amp;Histogramm zeigen</translation>
    </message>
    <message>
        <source>Show as &amp;list</source>
        <translation>Als &amp;Liste zeigen</translation>
    </message>
    <message>
        <source>C&amp;lear its part of the filter</source>
        <translation>Ihren Teil des Filters &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Remove this facet</source>
        <translation>Diese Facette &amp;entfernen</translation>
    </message>
    <message>
        <source>What can it &amp;reach</source>
        <translation>Was es e&amp;rreicht</translation>
    </message>
    <message>
        <source>&amp;Who can reach it</source>
        <translation>&amp;Wer es erreicht</translation>
    </message>
</context>
<context>
    <name>idscope::FacetsPanel</name>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>Add a facet</source>
        <translation>Facette hinzufügen</translation>
    </message>
    <message>
        <source>None. + adds one.</source>
        <translation>Keine. + fügt eine hinzu.</translation>
    </message>
    <message>
        <source>so far</source>
        <comment>counts while rows arrive</comment>
        <translation>bisher</translation>
    </message>
</context>
<context>
    <name>idscope::FetchRun</name>
    <message>
        <source>%1 of %2 exports done. %3: %4, %5</source>
        <translation>%1 von %2 Exporten fertig. %3: %4, %5</translation>
    </message>
    <message>
        <source>The Integrations export has no column “ID”, so it is not known which integrations there are. Name them with --integration ID.</source>
        <translation>Der Export der Integrationen hat keine Spalte „ID“, daher ist nicht bekannt, welche Integrationen es gibt. Mit --integration ID werden sie genannt.</translation>
    </message>
    <message>
        <source>%1: the server sent no length, so nobody can tell whether the file is complete.</source>
        <translation>%1: Der Server hat keine Länge gesandt, daher kann niemand sagen, ob die Datei vollständig ist.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as a manifest. It was kept as %2, and a new one is written.</source>
        <translation>%1 lässt sich nicht als Manifest lesen. Die Datei heißt jetzt %2, und ein neues wird geschrieben.</translation>
    </message>
</context>
<context>
    <name>idscope::FieldsView</name>
    <message>
        <source>Settings of the cell</source>
        <translation>Einstellungen in der Zelle</translation>
    </message>
</context>
<context>
    <name>idscope::FilterBar</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Dahin zurück</translation>
    </message>
    <message>
        <source>Empty: all rows are shown.</source>
        <translation>Leer: alle Zeilen sind zu sehen.</translation>
    </message>
    <message>
        <source>Valid.</source>
        <translation>Gültig.</translation>
    </message>
    <message>
        <source>Can&apos;t be read. %1</source>
        <translation>Nicht lesbar. %1</translation>
    </message>
    <message>
        <source>All rows are shown below, as before.</source>
        <translation>Unten sind wie zuvor alle Zeilen zu sehen.</translation>
    </message>
    <message>
        <source>The rows below still follow the last filter that could be read:</source>
        <translation>Die Zeilen unten folgen noch dem letzten lesbaren Filter:</translation>
    </message>
    <message>
        <source>Earlier filters</source>
        <translation>Frühere Filter</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Back to the filter before</source>
        <translation>Zurück zum Filter davor</translation>
    </message>
    <message>
        <source>Forward to the filter after</source>
        <translation>Vor zum Filter danach</translation>
    </message>
    <message>
        <source>Aa</source>
        <comment>letter case</comment>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Tell capital letters from small ones</source>
        <translation>Groß- und Kleinbuchstaben unterscheiden</translation>
    </message>
    <message>
        <source>Searches for text ignore case. Told apart, they become regular expressions.</source>
        <translation>Die Suche nach Text unterscheidet Groß und Klein nicht. Unterschieden wird sie zum regulären Ausdruck.</translation>
    </message>
    <message>
        <source>The filter searches for no text whose case could count.</source>
        <translation>Der Filter sucht keinen Text, bei dem Groß und Klein zählen könnte.</translation>
    </message>
</context>
<context>
    <name>idscope::FilterChip</name>
    <message>
        <source>%1, switched off</source>
        <translation>%1, ausgeschaltet</translation>
    </message>
    <message>
        <source>Space switches it, Enter edits it, Delete removes it.</source>
        <translation>Die Leertaste schaltet, die Eingabetaste bearbeitet, Entf entfernt.</translation>
    </message>
    <message>
        <source>&amp;Switch off</source>
        <translation>&amp;Ausschalten</translation>
    </message>
    <message>
        <source>&amp;Switch on</source>
        <translation>Ein&amp;schalten</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>&amp;Umkehren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>idscope::FilterField</name>
    <message>
        <source>Type words, or an expression such as</source>
        <translation>Wörter eingeben, oder einen Ausdruck wie</translation>
    </message>
    <message>
        <source>What was put into the filter was cut: a filter holds %1 at most.</source>
        <translation>Was in den Filter eingefügt wurde, ist gekürzt: ein Filter fasst höchstens %1.</translation>
    </message>
    <message>
        <source>Type words, or an expression</source>
        <translation>Wörter eingeben, oder einen Ausdruck</translation>
    </message>
</context>
<context>
    <name>idscope::FilterMessage</name>
    <message>
        <source>Alt+Enter</source>
        <translation>Alt+Eingabe</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
</context>
<context>
    <name>idscope::FrozenColumns</name>
    <message>
        <source>Frozen columns</source>
        <translation>Fixierte Spalten</translation>
    </message>
</context>
<context>
    <name>idscope::GraphDock</name>
    <message>
        <source>Relation</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Show in table</source>
        <translation>In Tabelle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n hops</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, no other as short</source>
        <translation>%1, kein anderer so kurz</translation>
    </message>
    <message>
        <source>%1, one of %2</source>
        <translation>%1, einer von %2</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Kante</translation>
    </message>
    <message>
        <source>each its own</source>
        <comment>the path of every one that is counted</comment>
        <translation>jeweils ein eigener</translation>
    </message>
</context>
<context>
    <name>idscope::GraphPage</name>
    <message>
        <source>Access graph</source>
        <translation>Zugriffsgraph</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Use as filter</source>
        <translation>Als Filter verwenden</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>Keine Antwort.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Everything beside %1 is drawn.</source>
        <translation>Alles neben %1 ist gezeichnet.</translation>
    </message>
    <message>
        <source>&amp;Draw some of them</source>
        <translation>Einige davon &amp;zeichnen</translation>
    </message>
    <message>
        <source>&amp;Open as table</source>
        <translation>Als Tabelle ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Expand what it &amp;has access to (%1)</source>
        <translation>Ausklappen, worauf es Zugriff &amp;hat (%1)</translation>
    </message>
    <message>
        <source>Expand &amp;who has access to it (%1)</source>
        <translation>Ausklappen, &amp;wer darauf Zugriff hat (%1)</translation>
    </message>
    <message>
        <source>&amp;Fold what is beside it</source>
        <translation>Was daran hängt, &amp;einklappen</translation>
    </message>
    <message>
        <source>What can it &amp;reach</source>
        <translation>Was es e&amp;rreicht</translation>
    </message>
    <message>
        <source>Who can r&amp;each it</source>
        <translation>Wer es e&amp;rreichen kann</translation>
    </message>
    <message>
        <source>Set as &amp;start</source>
        <translation>Als &amp;Start setzen</translation>
    </message>
    <message>
        <source>Paths from the start to &amp;here</source>
        <translation>Pfade vom Start bis &amp;hierher</translation>
    </message>
    <message>
        <source>Filter relations &amp;by it</source>
        <translation>&amp;Beziehungen danach filtern</translation>
    </message>
    <message>
        <source>E&amp;xclude it from relations</source>
        <translation>In Beziehungen aus&amp;schließen</translation>
    </message>
    <message>
        <source>Co&amp;py as filter</source>
        <translation>Als Filter ko&amp;pieren</translation>
    </message>
    <message>
        <source>&amp;Copy BRN</source>
        <translation>BRN &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Lay out anew</source>
        <translation>Neu an&amp;ordnen</translation>
    </message>
    <message>
        <source>List all that was found</source>
        <translation>Alles Gefundene auflisten</translation>
    </message>
    <message>
        <source>List what is left out</source>
        <translation>Ausgelassenes auflisten</translation>
    </message>
    <message numerus="yes">
        <source>These relations lack %n names of the view.</source>
        <translation>
            <numerusform>Diesen Beziehungen fehlt %n Name der Ansicht.</numerusform>
            <numerusform>Diesen Beziehungen fehlen %n Namen der Ansicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask a question above.</source>
        <translation>Stellen Sie oben eine Frage.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
</context>
<context>
    <name>idscope::GraphView</name>
    <message>
        <source>access by %1</source>
        <translation>Zugriff von %1</translation>
    </message>
    <message>
        <source>access to %1</source>
        <translation>Zugriff auf %1</translation>
    </message>
    <message>
        <source>Drawing of the graph</source>
        <translation>Zeichnung des Graphen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole drawing</source>
        <translation>Die ganze Zeichnung zeigen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>zoom in per cent</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>idscope::Graphs</name>
    <message numerus="yes">
        <source>%Ln exports of relations as one</source>
        <translation>
            <numerusform>%Ln Export von Beziehungen</numerusform>
            <numerusform>%Ln Exporte von Beziehungen als einer</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no relations yet. Fetch an export of entity relations, or open one.</source>
        <translation>Noch gibt es keine Beziehungen. Ein Export der Beziehungen muss abgerufen oder geöffnet werden.</translation>
    </message>
    <message>
        <source>The relations are being loaded for the graph.</source>
        <translation>Die Beziehungen werden für den Graphen geladen.</translation>
    </message>
    <message>
        <source>%1. Names from entities, %2</source>
        <translation>%1. Namen aus Entitäten, %2</translation>
    </message>
    <message>
        <source>Not saved: nothing is drawn yet.</source>
        <translation>Nicht gespeichert: Noch ist nichts gezeichnet.</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>Zeichnung speichern</translation>
    </message>
    <message>
        <source>Saved the drawing as %1.</source>
        <translation>Zeichnung als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Save result for spreadsheets</source>
        <translation>Ergebnis für Tabellenkalkulationen speichern</translation>
    </message>
    <message>
        <source>Save result as CSV</source>
        <translation>Ergebnis als CSV speichern</translation>
    </message>
    <message>
        <source>Not saved: another file of this table is being saved.</source>
        <translation>Nicht gespeichert: Eine andere Datei dieser Tabelle wird gerade gespeichert.</translation>
    </message>
    <message>
        <source>The names of entities can&apos;t be read. %1</source>
        <translation>Die Namen der Entitäten können nicht gelesen werden. %1</translation>
    </message>
</context>
<context>
    <name>idscope::HelpDialog</name>
    <message>
        <source>No line holds this text.</source>
        <translation>Keine Zeile enthält diesen Text.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>idscope::InsightPanel</name>
    <message>
        <source>Insight</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>As a filter on relations</source>
        <translation>Als Filter auf Beziehungen</translation>
    </message>
    <message>
        <source>Apply to relations</source>
        <translation>Auf Beziehungen anwenden</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>The insight as a filter</source>
        <translation>Die Regel als Filter</translation>
    </message>
    <message>
        <source>Copy the filter</source>
        <translation>Filter kopieren</translation>
    </message>
    <message>
        <source>Copied the filter.</source>
        <translation>Filter kopiert.</translation>
    </message>
    <message>
        <source>Relations to apply it to</source>
        <translation>Beziehungen, auf die sie angewandt wird</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <comment>time</comment>
        <translation>Geändert %1</translation>
    </message>
    <message>
        <source>Updated %1 by %2</source>
        <comment>time, person</comment>
        <translation>Geändert %1 von %2</translation>
    </message>
    <message>
        <source>No insight is chosen.</source>
        <translation>Keine Regel ist gewählt.</translation>
    </message>
</context>
<context>
    <name>idscope::InsightSide</name>
    <message>
        <source>No label is called “%1”.</source>
        <translation>Kein Label heißt „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n labels have this name.</source>
        <translation>
            <numerusform>%n Label heißt so.</numerusform>
            <numerusform>%n Labels heißen so.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it comes to on relations is told when there are some: none are fetched yet.</source>
        <translation>Was sie auf Beziehungen ergibt, steht hier, sobald es welche gibt: Noch sind keine abgerufen.</translation>
    </message>
    <message>
        <source>Reading the relations it is about.</source>
        <translation>Die Beziehungen, von denen sie handelt, werden gelesen.</translation>
    </message>
    <message>
        <source>The relations can&apos;t be read. Choose others.</source>
        <translation>Die Beziehungen lassen sich nicht lesen. Andere wählen.</translation>
    </message>
</context>
<context>
    <name>idscope::Inspector</name>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Not JSON.</source>
        <translation>Kein JSON.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Search in the cell</source>
        <translation>In der Zelle suchen</translation>
    </message>
    <message>
        <source>Reading %1 of JSON.</source>
        <translation>%1 JSON werden gelesen.</translation>
    </message>
    <message>
        <source>Cells beyond %1 have no tree.</source>
        <translation>Zellen über %1 haben keinen Baum.</translation>
    </message>
    <message>
        <source>Raw shows the first %1 of %2.</source>
        <translation>Roh zeigt die ersten %1 von %2.</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>Pfad kopiert.</translation>
    </message>
</context>
<context>
    <name>idscope::JsonFieldsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>idscope::JsonTreeModel</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1: secret, hidden</source>
        <translation>%1: Geheimnis, verdeckt</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n members</source>
        <translation>
            <numerusform>%1: %n Mitglied</numerusform>
            <numerusform>%1: %n Mitglieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n elements</source>
        <translation>
            <numerusform>%1: %n Element</numerusform>
            <numerusform>%1: %n Elemente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::JsonView</name>
    <message>
        <source>Values of the cell</source>
        <translation>Werte der Zelle</translation>
    </message>
</context>
<context>
    <name>idscope::KeepingDialog</name>
    <message>
        <source>Number of snapshots</source>
        <translation>Zahl der Stände</translation>
    </message>
    <message>
        <source>Number of days</source>
        <translation>Zahl der Tage</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>How long snapshots are kept</source>
        <translation>Wie lange Stände aufbewahrt werden</translation>
    </message>
    <message>
        <source>&amp;All of them</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>The &amp;newest of each resource and integration:</source>
        <translation>Die &amp;neuesten je Ressource und Integration:</translation>
    </message>
    <message>
        <source>Those of the last &amp;days:</source>
        <translation>Die der letzten &amp;Tage:</translation>
    </message>
    <message>
        <source>It holds from now on, after every fetch. What is open in a window and what you opened from files is always kept. What is removed can’t be brought back.</source>
        <translation>Das gilt von jetzt an, nach jedem Abruf. Was in einem Fenster offen ist oder aus Dateien geöffnet wurde, bleibt immer. Was entfernt ist, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Snapshots that are removed</source>
        <translation>Stände, die entfernt werden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing is removed now.</source>
        <translation>Jetzt wird nichts entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are removed now, %1:</source>
        <translation>
            <numerusform>%n Stand wird jetzt entfernt, %1:</numerusform>
            <numerusform>%n Stände werden jetzt entfernt, %1:</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep so</source>
        <translation>So aufbewahren</translation>
    </message>
    <message>
        <source>Remove and keep so</source>
        <translation>Entfernen und so aufbewahren</translation>
    </message>
</context>
<context>
    <name>idscope::LabelDelegate</name>
    <message numerus="yes">
        <source>%n labels</source>
        <translation>
            <numerusform>%n Label</numerusform>
            <numerusform>%n Labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::LabelDock</name>
    <message>
        <source>%1: contrast %2 on light, %3 on dark</source>
        <translation>%1: Kontrast %2 auf Hell, %3 auf Dunkel</translation>
    </message>
    <message>
        <source>The export holds no colours for it.</source>
        <translation>Der Export enthält keine Farben dafür.</translation>
    </message>
    <message>
        <source>Text on its chip needs 4.5 to be read with ease (WCAG AA).</source>
        <translation>Der Text auf dem Label braucht 4,5, um leicht lesbar zu sein (WCAG AA).</translation>
    </message>
    <message>
        <source>On light it has %1.</source>
        <translation>Auf Hell hat er %1.</translation>
    </message>
    <message>
        <source>On dark it has %1.</source>
        <translation>Auf Dunkel hat er %1.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Insights that use the label</source>
        <translation>Regeln, die das Label verwenden</translation>
    </message>
    <message>
        <source>No label is chosen.</source>
        <translation>Kein Label ist gewählt.</translation>
    </message>
    <message>
        <source>not known: no insights are here</source>
        <translation>nicht bekannt: Hier sind keine Regeln</translation>
    </message>
    <message>
        <source>no insight</source>
        <translation>keine Regel</translation>
    </message>
    <message numerus="yes">
        <source>%n insights</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::LabelGallery</name>
    <message>
        <source>contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>idscope::LabelGalleryModel</name>
    <message>
        <source>Without a type</source>
        <translation>Ohne Typ</translation>
    </message>
    <message>
        <source>none</source>
        <comment>insights that use a label</comment>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n insights</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>No ID in the export</source>
        <translation>Keine ID im Export</translation>
    </message>
    <message>
        <source>No colours</source>
        <translation>Keine Farben</translation>
    </message>
    <message>
        <source>%1, too low</source>
        <comment>contrast</comment>
        <translation>%1, zu gering</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>On light</source>
        <translation>Auf Hell</translation>
    </message>
    <message>
        <source>On dark</source>
        <translation>Auf Dunkel</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
</context>
<context>
    <name>idscope::LabelSide</name>
    <message>
        <source>Labels are not counted by contrast and use: there is not enough memory.</source>
        <translation>Labels werden nicht nach Kontrast und Verwendung gezählt: Der Speicher reicht nicht.</translation>
    </message>
</context>
<context>
    <name>idscope::LabelStrip</name>
    <message numerus="yes">
        <source>%n below 4.5 on dark</source>
        <translation>
            <numerusform>%n unter 4,5 auf Dunkel</numerusform>
            <numerusform>%n unter 4,5 auf Dunkel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n below 4.5 on light</source>
        <translation>
            <numerusform>%n unter 4,5 auf Hell</numerusform>
            <numerusform>%n unter 4,5 auf Hell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an ID</source>
        <translation>
            <numerusform>%n ohne ID</numerusform>
            <numerusform>%n ohne ID</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no insight uses</source>
        <translation>
            <numerusform>%n verwendet keine Regel</numerusform>
            <numerusform>%n verwendet keine Regel</numerusform>
        </translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Nur zeigen</translation>
    </message>
</context>
<context>
    <name>idscope::LeafActions</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Only rows with this value</source>
        <translation>Nur Zeilen mit diesem Wert</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>No rows with this value</source>
        <translation>Keine Zeilen mit diesem Wert</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>This path as a column of the table</source>
        <translation>Dieser Pfad als Spalte der Tabelle</translation>
    </message>
    <message>
        <source>Facet</source>
        <translation>Facette</translation>
    </message>
    <message>
        <source>The values under this path, counted</source>
        <translation>Die Werte unter diesem Pfad, gezählt</translation>
    </message>
</context>
<context>
    <name>idscope::MainWindow</name>
    <message>
        <source>Idscope</source>
        <translation>Idscope</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
</context>
<context>
    <name>idscope::MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden…</translation>
    </message>
    <message>
        <source>&amp;Fetch all</source>
        <translation>&amp;Alles holen</translation>
    </message>
    <message>
        <source>&amp;Save view as CSV…</source>
        <translation>Ansicht als CSV &amp;speichern…</translation>
    </message>
    <message>
        <source>Close &amp;tab</source>
        <translation>&amp;Tab schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Side bar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>T&amp;ransfers and notices</source>
        <translation>Über&amp;tragungen und Hinweise</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>&amp;Nächster Tab</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>&amp;Voriger Tab</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>Fi&amp;lter</translation>
    </message>
    <message>
        <source>&amp;Edit the filter</source>
        <translation>Filter &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Clear the filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Idscope</source>
        <translation>&amp;Über Idscope</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <source>Save view for s&amp;preadsheets…</source>
        <translation>Ansicht für Ta&amp;bellenprogramme speichern…</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Pr&amp;evious pane</source>
        <translation>Vo&amp;riger Bereich</translation>
    </message>
    <message>
        <source>Fetch re&amp;lations of the selected integrations</source>
        <translation>Be&amp;ziehungen der gewählten Integrationen abrufen</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>F&amp;acets</source>
        <translation>F&amp;acetten</translation>
    </message>
    <message>
        <source>I&amp;mport a view…</source>
        <translation>Ansicht i&amp;mportieren…</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>G&amp;raph</source>
        <translation>G&amp;raph</translation>
    </message>
    <message>
        <source>&amp;Open the graph</source>
        <translation>Graph ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Find c&amp;ycles</source>
        <translation>&amp;Kreise finden</translation>
    </message>
    <message>
        <source>Filter r&amp;ow below the columns</source>
        <translation>Filter&amp;zeile unter den Spalten</translation>
    </message>
    <message>
        <source>&amp;Filter language</source>
        <translation>&amp;Filtersprache</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>idscope::Minimap</name>
    <message>
        <source>The whole drawing, small</source>
        <translation>Die ganze Zeichnung, klein</translation>
    </message>
</context>
<context>
    <name>idscope::NodeChip</name>
    <message>
        <source>Take %1 out</source>
        <translation>%1 herausnehmen</translation>
    </message>
</context>
<context>
    <name>idscope::NodeField</name>
    <message>
        <source>add a name, BRN or key</source>
        <translation>Name, BRN oder Schlüssel</translation>
    </message>
    <message>
        <source>Nodes found</source>
        <translation>Gefundene Knoten</translation>
    </message>
    <message>
        <source>No node has this name, key or BRN.</source>
        <translation>Kein Knoten hat diesen Namen, Schlüssel oder diese BRN.</translation>
    </message>
    <message>
        <source>%1 of %2 nodes</source>
        <translation>%1 von %2 Knoten</translation>
    </message>
</context>
<context>
    <name>idscope::NoticeDelegate</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Change…</source>
        <comment>a connection</comment>
        <translation>Ändern …</translation>
    </message>
</context>
<context>
    <name>idscope::NoticesPanel</name>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no notices</comment>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>idscope::OpenTables</name>
    <message>
        <source>Save view as CSV</source>
        <translation>Ansicht als CSV speichern</translation>
    </message>
    <message>
        <source>Not saved: another file of this table is being saved.</source>
        <translation>Nicht gespeichert: aus dieser Tabelle wird gerade eine andere Datei gespeichert.</translation>
    </message>
    <message>
        <source>Not saved: cancelled. An older %1 is as it was.</source>
        <translation>Nicht gespeichert: abgebrochen. Eine ältere Datei %1 ist, wie sie war.</translation>
    </message>
    <message>
        <source>Not saved: there is no table yet.</source>
        <translation>Nicht gespeichert: Es gibt noch keine Tabelle.</translation>
    </message>
    <message>
        <source>Save view for spreadsheets</source>
        <translation>Ansicht für Tabellenprogramme speichern</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln rows as %1.</source>
        <translation>
            <numerusform>%Ln Zeile als %1 gespeichert.</numerusform>
            <numerusform>%Ln Zeilen als %1 gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells were given a leading apostrophe.</source>
        <translation>
            <numerusform>%Ln Zelle bekam einen Apostroph vorangestellt.</numerusform>
            <numerusform>%Ln Zellen bekamen einen Apostroph vorangestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: another file is being saved.</source>
        <translation>Nicht gespeichert: Eine andere Datei wird gerade gespeichert.</translation>
    </message>
    <message>
        <source>Not saved: there is not enough memory.</source>
        <translation>Nicht gespeichert: Der Speicher reicht nicht.</translation>
    </message>
</context>
<context>
    <name>idscope::OpenedFiles</name>
    <message>
        <source>%1 is not a file and was not opened. For a pipe there is “idscope query -”.</source>
        <translation>%1 ist keine Datei und wurde nicht geöffnet. Für eine Pipe gibt es „idscope query -“.</translation>
    </message>
    <message>
        <source>Shown, but not copied into the library. %1</source>
        <translation>Gezeigt, aber nicht in die Bibliothek kopiert. %1</translation>
    </message>
    <message>
        <source>%1 has changed since it was opened.</source>
        <translation>%1 hat sich geändert, seit die Datei geöffnet wurde.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Open it again to see what it holds now.</source>
        <translation>Noch einmal öffnen zeigt, was sie jetzt enthält.</translation>
    </message>
    <message>
        <source>Shown is the copy in the library.</source>
        <translation>Gezeigt wird die Kopie in der Bibliothek.</translation>
    </message>
    <message>
        <source>Shown is what was read then.</source>
        <translation>Gezeigt wird, was damals gelesen wurde.</translation>
    </message>
</context>
<context>
    <name>idscope::PathPanel</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>idscope::PictureHostDialog</name>
    <message>
        <source>Show pictures</source>
        <translation>Bilder zeigen</translation>
    </message>
    <message>
        <source>The pictures that this table names are on %1. To show them, Idscope asks that host for those on the screen: without key or cookie, and nothing else. The host learns the address of this computer and when you look. Only PNG, JPEG and GIF up to 256 KiB are shown. Preferences take this back.</source>
        <translation>Die Bilder, die diese Tabelle nennt, liegen auf %1. Um sie zu zeigen, fragt Idscope diesen Host nach denen auf dem Bildschirm: ohne Schlüssel und Cookie, und nach nichts sonst. Der Host erfährt die Adresse dieses Rechners und wann Sie hinsehen. Nur PNG, JPEG und GIF bis 256 KiB werden gezeigt. Die Einstellungen nehmen das zurück.</translation>
    </message>
    <message>
        <source>Show its pictures</source>
        <translation>Seine Bilder zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>idscope::PreferencesDialog</name>
    <message>
        <source>&amp;As the desktop</source>
        <translation>&amp;Wie der Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Open the tabs of last time</source>
        <translation>Die &amp;Reiter vom letzten Mal öffnen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>&amp;How long they are kept…</source>
        <translation>Wie &amp;lange sie bleiben…</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Pictures are shown of</source>
        <translation>Bilder werden gezeigt von</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>None are fetched. The menu of a cell with the address of a picture offers those of its host.</source>
        <translation>Es werden keine geholt. Das Menü einer Zelle mit der Adresse eines Bildes bietet die ihres Hosts an.</translation>
    </message>
</context>
<context>
    <name>idscope::ProfileButton</name>
    <message>
        <source>Tenant: %1, %2</source>
        <comment>name, address</comment>
        <translation>Mandant: %1, %2</translation>
    </message>
</context>
<context>
    <name>idscope::QualityModel</name>
    <message>
        <source>What is odd in this table was not looked for: there is not enough memory.</source>
        <translation>Nach Auffälligkeiten dieser Tabelle wurde nicht gesucht: Der Speicher reicht nicht.</translation>
    </message>
</context>
<context>
    <name>idscope::QuestionBar</name>
    <message>
        <source>Nodes the question is about</source>
        <translation>Knoten, von denen die Frage handelt</translation>
    </message>
    <message>
        <source>to</source>
        <comment>paths from … to …</comment>
        <translation>nach</translation>
    </message>
    <message>
        <source>Nodes the paths lead to</source>
        <translation>Knoten, zu denen die Pfade führen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>What can … reach</source>
        <translation>Was … erreicht</translation>
    </message>
    <message>
        <source>Everything that these nodes have access to, however far</source>
        <translation>Alles, worauf diese Knoten Zugriff haben, wie weit auch immer</translation>
    </message>
    <message>
        <source>Who can reach …</source>
        <translation>Wer erreicht …</translation>
    </message>
    <message>
        <source>Everyone who has access to these nodes, however far</source>
        <translation>Alle, die auf diese Knoten Zugriff haben, wie weit auch immer</translation>
    </message>
    <message>
        <source>Paths from … to …</source>
        <translation>Pfade von … nach …</translation>
    </message>
    <message>
        <source>The shortest ways of access</source>
        <translation>Die kürzesten Wege des Zugriffs</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Kreise</translation>
    </message>
    <message>
        <source>Groups that are nested in themselves</source>
        <translation>Gruppen, die in sich selbst liegen</translation>
    </message>
    <message>
        <source>Shared access</source>
        <translation>Gemeinsamer Zugriff</translation>
    </message>
    <message>
        <source>What all of these nodes have access to</source>
        <translation>Worauf alle diese Knoten Zugriff haben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <translation>Frage: %1</translation>
    </message>
    <message>
        <source>Where from?</source>
        <translation>Von wo?</translation>
    </message>
    <message>
        <source>Search for a name, a BRN or a key, or ask for cycles.</source>
        <translation>Nach einem Namen, einer BRN oder einem Schlüssel suchen, oder nach Kreisen fragen.</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>Wohin?</translation>
    </message>
    <message>
        <source>Shared with which other node?</source>
        <translation>Gemeinsam mit welchem anderen Knoten?</translation>
    </message>
</context>
<context>
    <name>idscope::RawView</name>
    <message>
        <source>Raw text of the cell</source>
        <translation>Rohtext der Zelle</translation>
    </message>
</context>
<context>
    <name>idscope::RecordModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Cell %1, beyond the header</source>
        <translation>Zelle %1, jenseits der Kopfzeile</translation>
    </message>
</context>
<context>
    <name>idscope::RecordPane</name>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>no row chosen</source>
        <translation>keine Zeile gewählt</translation>
    </message>
    <message>
        <source>Copy the record</source>
        <translation>Datensatz kopieren</translation>
    </message>
    <message numerus="yes">
        <source>first %1 columns, %Ln more</source>
        <translation>
            <numerusform>erste %1 Spalten, noch %Ln</numerusform>
            <numerusform>erste %1 Spalten, noch %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::RecordView</name>
    <message>
        <source>Values of the row</source>
        <translation>Werte der Zeile</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy the record</source>
        <translation>Datensatz kopieren</translation>
    </message>
    <message>
        <source>Show what it names</source>
        <translation>Zeigen, was es nennt</translation>
    </message>
</context>
<context>
    <name>idscope::RelationFilter</name>
    <message>
        <source>over any privilege</source>
        <translation>über jedes Recht</translation>
    </message>
    <message>
        <source>Filter of the relations that count</source>
        <translation>Filter der Beziehungen, die zählen</translation>
    </message>
    <message>
        <source>A filter of the relations that count, such as metadata.privilegeName = admin</source>
        <translation>Ein Filter der Beziehungen, die zählen, etwa metadata.privilegeName = admin</translation>
    </message>
    <message>
        <source>Can&apos;t be read. %1</source>
        <translation>Nicht lesbar. %1</translation>
    </message>
    <message>
        <source>Valid.</source>
        <translation>Gültig.</translation>
    </message>
    <message>
        <source>Empty: all relations count.</source>
        <translation>Leer: Alle Beziehungen zählen.</translation>
    </message>
</context>
<context>
    <name>idscope::RemoveDialog</name>
    <message>
        <source>Remove the profile</source>
        <translation>Das Profil entfernen</translation>
    </message>
    <message>
        <source>The profile “%1” goes, and its secret from the keychain and from memory. What was fetched with it stays.</source>
        <translation>Das Profil „%1“ wird entfernt und sein Geheimnis aus Schlüsselbund und Arbeitsspeicher gelöscht. Was damit geholt wurde, bleibt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>idscope::RemoveSnapshotDialog</name>
    <message>
        <source>Remove a snapshot</source>
        <translation>Einen Stand entfernen</translation>
    </message>
    <message>
        <source>The file is deleted from this machine and can’t be brought back. Fetching again gives the state of then, not this one.</source>
        <translation>Die Datei wird auf diesem Rechner gelöscht und lässt sich nicht zurückholen. Ein neuer Abruf gibt den Stand von dann, nicht diesen.</translation>
    </message>
    <message>
        <source>This copy is deleted from this machine and can’t be brought back. The file it was made from is left as it is.</source>
        <translation>Diese Kopie wird auf diesem Rechner gelöscht und lässt sich nicht zurückholen. Die Datei, von der sie stammt, bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>idscope::ResourceModel</name>
    <message>
        <source>%1, %2</source>
        <comment>resource, fact</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>idscope::ResourcePage</name>
    <message>
        <source>No row matches.</source>
        <translation>Keine Zeile passt.</translation>
    </message>
    <message>
        <source>Shown %1 of %2 so far</source>
        <translation>Bisher %1 von %2 zu sehen</translation>
    </message>
    <message>
        <source>Shown %1 of %2 · filter under 1 ms</source>
        <translation>%1 von %2 zu sehen · Filter unter 1 ms</translation>
    </message>
    <message>
        <source>Shown %1 of %2 · filter %3 ms</source>
        <translation>%1 von %2 zu sehen · Filter %3 ms</translation>
    </message>
    <message>
        <source>Shown %1 of %2</source>
        <translation>%1 von %2 zu sehen</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Geordnet nach %1</translation>
    </message>
    <message>
        <source>, then </source>
        <comment>between sort columns</comment>
        <translation>, dann </translation>
    </message>
    <message>
        <source>Filter not applied: see the underlined word</source>
        <translation>Filter nicht angewandt: siehe das unterstrichene Wort</translation>
    </message>
    <message>
        <source>This export has no rows.</source>
        <translation>Dieser Export hat keine Zeilen.</translation>
    </message>
    <message>
        <source>%1 rows so far.</source>
        <translation>Bisher %1 Zeilen.</translation>
    </message>
    <message>
        <source>Filters and sorting work on these and go on as more arrive.</source>
        <translation>Filtern und Ordnen gehen mit diesen und laufen weiter, während mehr eintreffen.</translation>
    </message>
    <message>
        <source>The first %1 rows are listed.</source>
        <translation>Die ersten %1 Zeilen sind aufgeführt.</translation>
    </message>
    <message>
        <source>A filter brings up the others. Sorting and saving use them all.</source>
        <translation>Ein Filter holt die anderen hervor. Sortiert und gespeichert werden alle.</translation>
    </message>
    <message numerus="yes">
        <source>%n columns hidden</source>
        <translation>
            <numerusform>%n Spalte ausgeblendet</numerusform>
            <numerusform>%n Spalten ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>No filter can be made of a cell that holds a secret.</source>
        <translation>Aus einer Zelle, die ein Geheimnis enthält, lässt sich kein Filter machen.</translation>
    </message>
    <message>
        <source>No filter can be made of a cell that is not UTF-8 text.</source>
        <translation>Aus einer Zelle, die kein UTF-8-Text ist, lässt sich kein Filter machen.</translation>
    </message>
    <message>
        <source>No filter can be made of so many values: %1 at most.</source>
        <translation>Aus so vielen Werten lässt sich kein Filter machen: höchstens %1.</translation>
    </message>
    <message>
        <source>No filter can be made of so long a text: %1 at most.</source>
        <translation>Aus so langem Text lässt sich kein Filter machen: höchstens %1.</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <source>Colu&amp;mn</source>
        <translation>&amp;Spalte</translation>
    </message>
    <message>
        <source>Counting matches</source>
        <translation>Treffer werden gezählt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>match of matches</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Fetch relations of %n integrations</source>
        <translation>
            <numerusform>Beziehungen von %n Integration abrufen</numerusform>
            <numerusform>Beziehungen von %n Integrationen abrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Each becomes a snapshot of its own; one that fails stops no other</source>
        <translation>Jede wird ein eigener Stand; eine, die fehlschlägt, hält keine andere auf</translation>
    </message>
    <message>
        <source>No filter can be made of a whole object or list: choose a value within it.</source>
        <translation>Aus einem ganzen Objekt oder einer Liste lässt sich kein Filter machen: einen Wert darin wählen.</translation>
    </message>
    <message>
        <source>These rows are still being read. No filter can be made of their cells yet.</source>
        <translation>Diese Zeilen werden noch gelesen. Aus ihren Zellen lässt sich noch kein Filter machen.</translation>
    </message>
    <message>
        <source>&amp;Go to what it names</source>
        <translation>Zu dem &amp;gehen, was sie nennt</translation>
    </message>
    <message>
        <source>There is no BRN in this row.</source>
        <translation>In dieser Zeile steht keine BRN.</translation>
    </message>
    <message>
        <source>This cell names nothing in another resource.</source>
        <translation>Diese Zelle nennt nichts aus einer anderen Ressource.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save this view… (Ctrl+D)</source>
        <translation>Diese Ansicht speichern… (Strg+D)</translation>
    </message>
    <message>
        <source>Filters and sorting work on %1 of them and go on as more are read.</source>
        <comment>rows</comment>
        <translation>Filter und Sortierung gelten für %1 davon und gehen weiter, wenn mehr gelesen sind.</translation>
    </message>
    <message>
        <source>Don’t show &amp;pictures of %1</source>
        <translation>&amp;Bilder von %1 nicht zeigen</translation>
    </message>
    <message>
        <source>Show &amp;pictures of %1…</source>
        <translation>&amp;Bilder von %1 zeigen …</translation>
    </message>
    <message>
        <source>Select rows with two BRNs or more to ask what they share.</source>
        <translation>Wählen Sie Zeilen mit mindestens zwei BRNs, um zu fragen, was sie gemeinsam haben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows selected</source>
        <translation>
            <numerusform>%Ln Zeile gewählt</numerusform>
            <numerusform>%Ln Zeilen gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cells selected</source>
        <translation>
            <numerusform>%1 Zelle gewählt</numerusform>
            <numerusform>%1 Zellen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sorted: there is not enough memory. Close other tables, or filter for fewer rows.</source>
        <translation>Nicht sortiert: Der Speicher reicht nicht. Andere Tabellen schließen oder nach weniger Zeilen filtern.</translation>
    </message>
    <message numerus="yes">
        <source>%1 notices</source>
        <translation>
            <numerusform>%1 Hinweis</numerusform>
            <numerusform>%1 Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>There are rows without this condition:</source>
        <translation>Ohne diese Bedingung gibt es Zeilen:</translation>
    </message>
    <message>
        <source>There are rows without these conditions:</source>
        <translation>Ohne diese Bedingungen gibt es Zeilen:</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch them off</source>
        <translation>Alle diese ausschalten</translation>
    </message>
    <message>
        <source>Matches are not counted: there is not enough memory.</source>
        <translation>Treffer werden nicht gezählt: Der Speicher reicht nicht.</translation>
    </message>
    <message>
        <source>Values are not counted: there is not enough memory. Close other tables, or filter for fewer rows.</source>
        <translation>Werte werden nicht gezählt: Der Speicher reicht nicht. Andere Tabellen schließen oder nach weniger Zeilen filtern.</translation>
    </message>
    <message>
        <source>Which condition empties the table was not found out: there is not enough memory.</source>
        <translation>Welche Bedingung die Tabelle leert, wurde nicht ermittelt: Der Speicher reicht nicht.</translation>
    </message>
    <message>
        <source>Looking for more; filters and sorting begin once all are found.</source>
        <translation>Weitere werden gesucht; Filtern und Sortieren beginnen, sobald alle gefunden sind.</translation>
    </message>
    <message>
        <source>Filters and sorting begin once the first are read.</source>
        <translation>Filtern und Sortieren beginnen, sobald die ersten gelesen sind.</translation>
    </message>
</context>
<context>
    <name>idscope::RowHeader</name>
    <message>
        <source>Row numbers</source>
        <translation>Zeilennummern</translation>
    </message>
</context>
<context>
    <name>idscope::SaveStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save for spreadsheets…</source>
        <translation>Für Tabellenprogramme speichern…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Saving.</source>
        <translation>Speichern läuft.</translation>
    </message>
    <message>
        <source>%1 of %2 rows written.</source>
        <translation>%1 von %2 Zeilen geschrieben.</translation>
    </message>
    <message>
        <source>Saved exactly.</source>
        <translation>Unverändert gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells begin as formulas do: a spreadsheet would run them.</source>
        <translation>
            <numerusform>%Ln Zelle beginnt wie eine Formel: Eine Tabellenkalkulation würde sie ausführen.</numerusform>
            <numerusform>%Ln Zellen beginnen wie Formeln: Eine Tabellenkalkulation würde sie ausführen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::SavedViews</name>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This table lacks what the view “%1” has:</source>
        <translation>Dieser Tabelle fehlt, was die Ansicht „%1“ hat:</translation>
    </message>
    <message>
        <source>Views are saved of tables whose resource is known. This one is not recognised.</source>
        <translation>Ansichten werden von Tabellen bekannter Ressourcen gespeichert. Diese ist nicht erkannt.</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>The view was not saved. %1</source>
        <translation>Die Ansicht wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Saved as the view “%1”.</source>
        <translation>Als Ansicht „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>Rename this view</source>
        <translation>Diese Ansicht umbenennen</translation>
    </message>
    <message>
        <source>The view was not renamed. %1</source>
        <translation>Die Ansicht wurde nicht umbenannt. %1</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>Ansicht entfernen</translation>
    </message>
    <message>
        <source>Remove the view “%1”?</source>
        <translation>Ansicht „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Only the view goes: no table and no row of it.</source>
        <translation>Nur die Ansicht geht: keine Tabelle und keine Zeile davon.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Export a view</source>
        <translation>Ansicht exportieren</translation>
    </message>
    <message>
        <source>Exported the view as %1.</source>
        <translation>Ansicht als %1 exportiert.</translation>
    </message>
    <message>
        <source>Import a view</source>
        <translation>Ansicht importieren</translation>
    </message>
    <message>
        <source>Imported the view “%1”.</source>
        <translation>Ansicht „%1“ importiert.</translation>
    </message>
    <message>
        <source>The view was not saved. Names in its graph are too long, or too many.</source>
        <translation>Die Ansicht wurde nicht gespeichert. Namen in ihrem Graphen sind zu lang oder zu viele.</translation>
    </message>
</context>
<context>
    <name>idscope::SearchLine</name>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Search in the cell</source>
        <translation>In der Zelle suchen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>idscope::SecretsDialog</name>
    <message>
        <source>This view holds secrets. In the file they are eight dots each, or readable for everybody who has the file.</source>
        <translation>Diese Ansicht enthält Geheimnisse. In der Datei stehen sie als je acht Punkte, oder lesbar für alle, die die Datei haben.</translation>
    </message>
    <message>
        <source>Save with dots</source>
        <translation>Mit Punkten speichern</translation>
    </message>
    <message>
        <source>Save with secrets</source>
        <translation>Mit Geheimnissen speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
</context>
<context>
    <name>idscope::Shelf</name>
    <message numerus="yes">
        <source>%n damaged snapshots were set aside.</source>
        <translation>
            <numerusform>%n beschädigter Stand wurde zur Seite gelegt.</numerusform>
            <numerusform>%n beschädigte Stände wurden zur Seite gelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots can’t be read.</source>
        <translation>
            <numerusform>%n Stand lässt sich nicht lesen.</numerusform>
            <numerusform>%n Stände lassen sich nicht lesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots of a newer version of Idscope are there, but not shown.</source>
        <translation>
            <numerusform>%n Stand einer neueren Version von Idscope ist da, aber nicht aufgeführt.</numerusform>
            <numerusform>%n Stände einer neueren Version von Idscope sind da, aber nicht aufgeführt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are damaged.</source>
        <translation>
            <numerusform>%n Stand ist beschädigt.</numerusform>
            <numerusform>%n Stände sind beschädigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::SideBar</name>
    <message>
        <source>Fetch…</source>
        <translation>Holen…</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>None yet. What you fetch or open is listed here.</source>
        <translation>Noch keine. Was geholt oder geöffnet wird, steht hier.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Choose a tenant</source>
        <translation>Mandanten wählen</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Fetch all</source>
        <translation>Alles holen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Edit %1…</source>
        <translation>%1 bearbeiten…</translation>
    </message>
    <message>
        <source>Remove %1…</source>
        <translation>%1 entfernen…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message numerus="yes">
        <source>Open %n snapshots as one table</source>
        <translation>
            <numerusform>%n Stand als Tabelle öffnen</numerusform>
            <numerusform>%n Stände als eine Tabelle öffnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::SnapshotActions</name>
    <message>
        <source>This snapshot was removed from the library.</source>
        <translation>Dieser Stand wurde aus der Bibliothek entfernt.</translation>
    </message>
    <message>
        <source>What is shown stays until its tab is closed.</source>
        <translation>Was gezeigt wird, bleibt, bis der Reiter geschlossen wird.</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft…</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>There is nothing to show folders with. It is %1</source>
        <translation>Es gibt kein Programm, das Ordner zeigt. Es ist %1</translation>
    </message>
    <message>
        <source>These are not the bytes that were kept.</source>
        <translation>Das sind nicht die Bytes, die aufbewahrt wurden.</translation>
    </message>
    <message>
        <source>The file was altered or damaged on this machine: its SHA-256 is another than the manifest’s.</source>
        <translation>Die Datei wurde auf diesem Rechner verändert oder beschädigt: Ihr SHA-256 ist ein anderer als der im Manifest.</translation>
    </message>
    <message>
        <source>%1 holds the bytes that were kept. SHA-256 %2</source>
        <translation>%1 enthält die Bytes, die aufbewahrt wurden. SHA-256 %2</translation>
    </message>
    <message>
        <source>%1 was altered or damaged on this machine: its SHA-256 is another than the manifest’s.</source>
        <translation>%1 wurde auf diesem Rechner verändert oder beschädigt: Der SHA-256 ist ein anderer als der im Manifest.</translation>
    </message>
    <message>
        <source>The choice could not be saved. It holds this once.</source>
        <translation>Die Wahl ließ sich nicht sichern. Sie gilt dieses eine Mal.</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n snapshots.</source>
        <translation>
            <numerusform>%n Stand entfernt.</numerusform>
            <numerusform>%n Stände entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n snapshots that are not to be kept any longer.</source>
        <translation>
            <numerusform>%n Stand entfernt, der nicht länger aufbewahrt werden soll.</numerusform>
            <numerusform>%n Stände entfernt, die nicht länger aufbewahrt werden sollen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::SnapshotButton</name>
    <message>
        <source>%1, %2 rows, %3</source>
        <comment>time, rows, size</comment>
        <translation>%1, %2 Zeilen, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::SnapshotModel</name>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>%1, %2 rows, %3</source>
        <comment>time, rows, size</comment>
        <translation>%1, %2 Zeilen, %3</translation>
    </message>
    <message>
        <source>%1, %2, %3 rows</source>
        <comment>snapshot, time</comment>
        <translation>%1, %2, %3 Zeilen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>snapshot, warning</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>idscope::StartPage</name>
    <message>
        <source>Who can reach what, and through what</source>
        <translation>Wer erreicht was, und worüber</translation>
    </message>
    <message>
        <source>Idscope fetches your identity exports, keeps them on this machine, and lets you ask them questions.</source>
        <translation>Idscope holt die Identitäts-Exporte, bewahrt sie auf diesem Rechner auf und beantwortet Fragen an sie.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Connect to your tenant</source>
        <translation>Mit dem eigenen Mandanten verbinden</translation>
    </message>
    <message>
        <source>Explore the sample tenant</source>
        <translation>Den Beispiel-Mandanten erkunden</translation>
    </message>
    <message>
        <source>ready in a few seconds</source>
        <translation>in ein paar Sekunden bereit</translation>
    </message>
    <message>
        <source>Drop exported CSV files anywhere in this window</source>
        <translation>Exportierte CSV-Dateien irgendwo in dieses Fenster ziehen</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Recent snapshots</source>
        <translation>Letzte Stände</translation>
    </message>
    <message>
        <source>None yet. What you fetch or open is listed here.</source>
        <translation>Noch keine. Was geholt oder geöffnet wird, steht hier.</translation>
    </message>
    <message>
        <source>Each one is kept with its source, time and SHA-256, opens without a connection, and can be removed at any time.</source>
        <translation>Jeder bleibt mit Herkunft, Zeit und SHA-256, öffnet ohne Verbindung und lässt sich jederzeit entfernen.</translation>
    </message>
    <message>
        <source>Folder: %1, readable by you alone.</source>
        <translation>Ordner: %1, nur für das eigene Konto lesbar.</translation>
    </message>
    <message>
        <source>You need its address, a key ID and the key’s secret. The secret goes into the system keychain or stays in memory, never into a file.</source>
        <translation>Gebraucht werden Adresse, Schlüssel-ID und Geheimnis. Das Geheimnis kommt in den Schlüsselbund des Systems oder bleibt im Arbeitsspeicher, nie in einer Datei.</translation>
    </message>
    <message>
        <source>Keychain found</source>
        <translation>Schlüsselbund gefunden</translation>
    </message>
    <message>
        <source>No keychain found</source>
        <translation>Kein Schlüsselbund gefunden</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>A made-up company with apps, integrations and over 100,000 relations, served by Idscope itself. No key, nothing leaves this machine, and nothing of it is kept when Idscope ends.</source>
        <translation>Eine erfundene Firma mit Apps, Integrationen und über 100.000 Beziehungen, von Idscope selbst bereitgestellt. Kein Schlüssel, nichts verlässt diesen Rechner, und nichts davon bleibt, wenn Idscope endet.</translation>
    </message>
</context>
<context>
    <name>idscope::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Show the notices (Ctrl+J)</source>
        <translation>Hinweise zeigen (Strg+J)</translation>
    </message>
</context>
<context>
    <name>idscope::Strip</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>idscope::SuggestionModel</name>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>%1 of %2 values, counted over all rows</source>
        <translation>%1 von %2 Werten, über alle Zeilen gezählt</translation>
    </message>
    <message>
        <source>%1 of %2 names, counted over all rows</source>
        <translation>%1 von %2 Namen, über alle Zeilen gezählt</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n rows</source>
        <translation>
            <numerusform>%1, %n Zeile</numerusform>
            <numerusform>%1, %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>case differs</source>
        <translation>anders geschrieben</translation>
    </message>
</context>
<context>
    <name>idscope::SuggestionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>the key</comment>
        <translation>Tab</translation>
    </message>
</context>
<context>
    <name>idscope::TableModel</name>
    <message>
        <source>Row %1 of %2</source>
        <comment>number, file</comment>
        <translation>Zeile %1 von %2</translation>
    </message>
</context>
<context>
    <name>idscope::TableView</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>&amp;Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>A&amp;bsteigend sortieren</translation>
    </message>
    <message>
        <source>&amp;Then by this, ascending</source>
        <translation>&amp;Danach hiernach, aufsteigend</translation>
    </message>
    <message>
        <source>Then by this, d&amp;escending</source>
        <translation>Da&amp;nach hiernach, absteigend</translation>
    </message>
    <message>
        <source>File &amp;order</source>
        <translation>&amp;Reihenfolge der Datei</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>Aus&amp;blenden</translation>
    </message>
    <message>
        <source>&amp;Fit the width</source>
        <translation>Breite an&amp;passen</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Nach &amp;links</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>Nach r&amp;echts</translation>
    </message>
    <message>
        <source>Free&amp;ze up to here</source>
        <translation>Bis hierher f&amp;ixieren</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>&amp;Spalten …</translation>
    </message>
    <message>
        <source>All columns as at &amp;first</source>
        <translation>Alle Spalten wie zu Be&amp;ginn</translation>
    </message>
    <message>
        <source>Add its &amp;type as a column</source>
        <translation>&amp;Typ als Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Add its &amp;key as a column</source>
        <translation>&amp;Schlüssel als Spalte hinzufügen</translation>
    </message>
    <message>
        <source>F&amp;acet</source>
        <translation>F&amp;acette</translation>
    </message>
    <message>
        <source>Re&amp;move this column</source>
        <translation>Diese Spalte ent&amp;fernen</translation>
    </message>
</context>
<context>
    <name>idscope::TransferModel</name>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 in Arbeit</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln exports done</source>
        <translation>
            <numerusform>%1 von %Ln Export fertig</numerusform>
            <numerusform>%1 von %Ln Exporten fertig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::TransferRow</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button: transfer</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>idscope::TransfersPanel</name>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Clear done</source>
        <translation>Erledigte entfernen</translation>
    </message>
    <message>
        <source>Hide transfers</source>
        <translation>Übertragungen verbergen</translation>
    </message>
    <message>
        <source>None yet. What you fetch is listed here.</source>
        <translation>Noch keine. Was geholt wird, steht hier.</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Fetches again what failed, and nothing else</source>
        <translation>Ruft noch einmal ab, was fehlgeschlagen ist, und sonst nichts</translation>
    </message>
</context>
<context>
    <name>idscope::TransfersStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show transfers</source>
        <translation>Übertragungen zeigen</translation>
    </message>
    <message>
        <source>Transfers: %1</source>
        <translation>Übertragungen: %1</translation>
    </message>
</context>
<context>
    <name>idscope::UnfetchedPage</name>
    <message>
        <source>Not fetched yet</source>
        <translation>Noch nicht geholt</translation>
    </message>
</context>
<context>
    <name>idscope::ValueView</name>
    <message>
        <source>Reveal</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Secrets are not copied.</source>
        <translation>Geheimnisse werden nicht kopiert.</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy value as JSON</source>
        <translation>Wert als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>idscope::ValuesPopup</name>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>Alle diese</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>idscope::ViewList</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>view, resource</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
</context>
<context>
    <name>idscope::ViewNameDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Takes the place of the view of this name.</source>
        <translation>Ersetzt die Ansicht dieses Namens.</translation>
    </message>
    <message>
        <source>Filter, order and columns are saved, and none of the rows.</source>
        <translation>Gespeichert werden Filter, Reihenfolge und Spalten, aber keine Zeilen.</translation>
    </message>
</context>
</TS>
