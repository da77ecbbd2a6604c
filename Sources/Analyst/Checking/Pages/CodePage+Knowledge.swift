extension CodePage {
    /// What can be wrong with packages of knowledge.
    static let ofKnowledge: [CodePage] = [
        CodePage(
            "knowledge/added-file",
            nl:
                "In de map packages staat een bestand dat niet in knowledge.lock staat. Alleen wat is vastgelegd, telt: anders wist niemand welke regels een rapport maakten. Haal het weg. Eigen regels horen in een eigen pakket.",
            en:
                "The folder packages holds a file that knowledge.lock does not name. Only what is locked counts: else nobody would know which rules made a report. Remove it. Rules of your own belong in a package of your own."
        ),
        CodePage(
            "knowledge/address",
            nl:
                "Een pakket komt van een adres dat git bereikt via https, ssh of een map op deze computer. Adressen zonder versleuteling, met een wachtwoord, of die git als opdracht kan lezen, worden geweigerd voordat git iets doet.",
            en:
                "A package comes from an address that git reaches by https, ssh or a folder on this machine. Addresses without encryption, with a password, or that git can read as an instruction are refused before git does anything."
        ),
        CodePage(
            "knowledge/bad-signature",
            nl:
                "De versie is ondertekend, maar niet met een sleutel die u vertrouwt, of de handtekening hoort bij iets anders. Neem het pakket niet over. Vraag de uitgever langs een andere weg welke sleutel de zijne is.",
            en:
                "The version is signed, but not with a key that you trust, or the signature belongs to something else. Do not take the package over. Ask the publisher by another way which key is theirs."
        ),
        CodePage(
            "knowledge/changed-file",
            nl:
                "Een bestand van een pakket is een ander dan is vastgelegd. Er wordt niets geanalyseerd. analyst knowledge update --locked haalt de vastgelegde bestanden opnieuw op. Wilt u een regel anders, vervang haar dan in een eigen pakket, met een reden.",
            en:
                "A file of a package is not the one that was locked. Nothing is analysed. analyst knowledge update --locked fetches the locked files again. If you want a rule to be otherwise, replace it in a package of your own, with a reason."
        ),
        CodePage(
            "knowledge/changed-meanwhile",
            nl:
                "Terwijl u keek, veranderde iemand anders de pakketten in deze map. Er is niets overgenomen. Geef de opdracht opnieuw.",
            en:
                "While you were looking, somebody else changed the packages in this folder. Nothing is taken over. Give the command again."
        ),
        CodePage(
            "knowledge/clash",
            nl:
                "Twee pakketten geven iets dezelfde naam: een regel, parameter, code, soort feit, bron of regelset. Welke van de twee geldt, mag niet van de volgorde afhangen. Geef het in uw eigen pakket een andere naam. Komt een regel in de plaats van een andere, noem die dan onder replaces, met een reden.",
            en:
                "Two packages give something the same name: a rule, parameter, code, kind of fact, source or rule set. Which of them counts must not hang on their order. Give it another name in your own package. If a rule takes the place of another, name that under replaces, with a reason."
        ),
        CodePage(
            "knowledge/downgrade",
            nl:
                "Deze versie is ouder dan die u hebt. Zo kan een fout die al hersteld was ongemerkt terugkomen. Wilt u echt terug, zet dan uw eerdere knowledge.lock terug en haal op wat daarin staat met analyst knowledge update --locked.",
            en:
                "This version is older than the one that you have. A mistake that was mended could come back unnoticed. If you do want to go back, restore your earlier knowledge.lock and fetch what it names with analyst knowledge update --locked."
        ),
        CodePage(
            "knowledge/git",
            nl:
                "Git kon het pakket niet ophalen; de melding zegt in de woorden van git waarom. Git vraagt nooit om een wachtwoord: voor een besloten adres gebruikt u ssh met een sleutel.",
            en:
                "Git could not fetch the package; the message says why in the words of git. Git never asks for a password: for a closed address use ssh with a key."
        ),
        CodePage(
            "knowledge/licence",
            nl:
                "De licentie zegt wat anderen met het pakket mogen. Gebruik een naam van de SPDX-lijst, zoals EUPL-1.2, CC-BY-4.0 of CC0-1.0.",
            en:
                "The licence says what others may do with the package. Use a name of the SPDX list, such as EUPL-1.2, CC-BY-4.0 or CC0-1.0."
        ),
        CodePage(
            "knowledge/licence-changed",
            nl:
                "De uitgever veranderde de licentie. Wat u eerst mocht, mag misschien niet meer. Lees de nieuwe licentie; gaat u akkoord, noem haar dan met --licence.",
            en:
                "The publisher changed the licence. What you were allowed may not be allowed any more. Read the new licence; if you agree, name it with --licence."
        ),
        CodePage(
            "knowledge/limit",
            nl:
                "Een pakket is te groot, heeft te veel bestanden of te grote, of git deed er te lang over. Een pakket bevat tekst, geen tabellen van een heel land.",
            en:
                "A package is too large, has too many files or too large ones, or git took too long. A package holds text, no tables of a whole country."
        ),
        CodePage(
            "knowledge/link",
            nl:
                "Een koppeling kan naar een bestand buiten het pakket leiden. Een pakket heeft alleen gewone bestanden.",
            en: "A link can lead to a file outside of the package. A package has plain files alone."),
        CodePage(
            "knowledge/lock",
            nl:
                "knowledge.lock is niet zoals het programma het schrijft, of past niet bij wat een pakket van zichzelf zegt. Schrijf er niet zelf in. Zet een eerdere terug, of voeg de pakketten opnieuw toe.",
            en:
                "knowledge.lock is not as the program writes it, or does not fit what a package says of itself. Do not write in it yourself. Restore an earlier one, or add the packages again."
        ),
        CodePage(
            "knowledge/missing-file",
            nl:
                "Een vastgelegd bestand ontbreekt, of een heel pakket. Op een tweede computer haalt analyst knowledge update --locked precies op wat in knowledge.lock staat.",
            en:
                "A locked file is missing, or a whole package. On a second machine analyst knowledge update --locked fetches exactly what knowledge.lock names."
        ),
        CodePage(
            "knowledge/moved-tag",
            nl:
                "De tag van een versie wijst naar iets anders dan toen u haar overnam. Een uitgegeven versie hoort niet te veranderen. Vraag de uitgever wat er is gebeurd, en om een nieuwe versie.",
            en:
                "The tag of a version leads to something else than when you took it over. A released version should not change. Ask the publisher what happened, and for a new version."
        ),
        CodePage(
            "knowledge/name",
            nl:
                "Een pakket heet met kleine letters, cijfers en streepjes; wat erin staat, noemt u pakket:naam. De naam analyst is die van de regels van het programma.",
            en:
                "A package is called by small letters, digits and hyphens; what is in it you call package:name. The name analyst is that of the rules of the program."
        ),
        CodePage(
            "knowledge/needs",
            nl: "Een pakket bouwt op een ander dat er niet is. Voeg dat andere eerst toe.",
            en: "A package builds on another that is not here. Add that other one first."),
        CodePage(
            "knowledge/no-lock",
            nl:
                "In deze map zijn geen pakketten overgenomen. Noem een andere map met --folder, of voeg een pakket toe.",
            en: "No packages were taken over in this folder. Name another folder with --folder, or add a package."),
        CodePage(
            "knowledge/no-manifest",
            nl:
                "Een pakket zegt in knowledge.yaml van wie het is, onder welke licentie en welke versie het is. Zonder dat is het geen pakket. analyst knowledge new laat zien wat erin hoort.",
            en:
                "A package says in knowledge.yaml whose it is, under which licence, and which version it is. Without that it is no package. analyst knowledge new shows what belongs in it."
        ),
        CodePage(
            "knowledge/no-parameter",
            nl:
                "In het pakket staat geen parameter met deze naam. analyst knowledge list laat zien welke parameters open zijn.",
            en: "The package has no parameter of this name. analyst knowledge list shows which parameters are open."),
        CodePage(
            "knowledge/no-reason",
            nl: "Wie een regel vervangt of een waarde invult, zegt waarom. Het rapport laat die reden zien.",
            en: "Whoever replaces a rule or fills in a value says why. The report shows that reason."),
        CodePage(
            "knowledge/no-version",
            nl:
                "De repository heeft geen tag zoals v1.0.0. Wat nog kan veranderen, wordt niet overgenomen. Vraag de uitgever een versie uit te brengen.",
            en:
                "The repository has no tag such as v1.0.0. What can still change is not taken over. Ask the publisher to release a version."
        ),
        CodePage(
            "knowledge/not-open",
            nl:
                "U vulde een parameter in die de uitgever vastlegde. Alleen parameters die het pakket onder open noemt, mag u zelf invullen. Denkt u er anders over, vervang dan een regel in een eigen pakket, met een reden.",
            en:
                "You filled in a parameter that the publisher settled. Only parameters that the package names under open may be filled in. If you think otherwise, replace a rule in a package of your own, with a reason."
        ),
        CodePage(
            "knowledge/other-package",
            nl:
                "Op dit adres staat nu een ander pakket, of hetzelfde pakket komt van een ander adres. Ga na of dat klopt. Klopt het, haal het oude pakket dan weg en voeg het nieuwe toe.",
            en:
                "Another package is at this address now, or the same package comes from another address. Find out whether that is right. If it is, remove the old package and add the new one."
        ),
        CodePage(
            "knowledge/other-program",
            nl:
                "De regels van het programma zijn vastgelegd zoals zij waren in een andere versie, en hun bestanden ontbreken. Gebruik die versie van het programma, of kopieer de map packages/analyst.",
            en:
                "The rules of the program are locked as they were in another version, and their files are missing. Use that version of the program, or copy the folder packages/analyst."
        ),
        CodePage(
            "knowledge/other-signer",
            nl:
                "Deze versie is ondertekend met een andere sleutel dan de vorige. Beide vertrouwt u, maar een wissel is een reden om te bellen. Haal het pakket daarna weg en voeg het opnieuw toe.",
            en:
                "This version is signed with another key than the one before. You trust both, but a change is a reason to call. Then remove the package and add it again."
        ),
        CodePage(
            "knowledge/path",
            nl: "De naam van een bestand leidt buiten het pakket, of betekent op een andere computer iets anders.",
            en: "The name of a file leads out of the package, or means something else on another machine."),
        CodePage(
            "knowledge/publisher",
            nl:
                "Een uitgever is bekend aan de code van een gemeente (GM en vier cijfers) of aan een OIN (twintig cijfers).",
            en: "A publisher is known by the code of a municipality (GM and four digits) or by an OIN (twenty digits)."),
        CodePage(
            "knowledge/replaces",
            nl:
                "De vervanging noemt een regel die er niet is, of een pakket waarop dit pakket niet bouwt, of een regel die al vervangen is.",
            en:
                "The replacement names a rule that is not there, or a package that this one does not build on, or a rule that is replaced already."
        ),
        CodePage(
            "knowledge/submodule",
            nl:
                "In de repository staat een verwijzing naar een andere repository. Wat daar staat, ligt met dit pakket niet vast. Een ander pakket noemt u onder builds-on.",
            en:
                "The repository holds a reference to another repository. What is there is not settled with this package. Name another package under builds-on."
        ),
        CodePage(
            "knowledge/tag",
            nl:
                "Een versie achter het adres heeft letters, cijfers, punten en streepjes, zoals @v1.0.0, en begint niet met een streepje.",
            en:
                "A version behind the address has letters, digits, points and hyphens, such as @v1.0.0, and does not begin with a hyphen."
        ),
        CodePage(
            "knowledge/unknown-package",
            nl: "Er is geen pakket met deze naam overgenomen. analyst knowledge list noemt de pakketten.",
            en: "No package of this name was taken over. analyst knowledge list names the packages."),
        CodePage(
            "knowledge/unsigned",
            nl:
                "Uw instellingen vragen een handtekening onder elke versie, en deze heeft er geen. Misschien is zij weggehaald. Vraag de uitgever de tag te ondertekenen.",
            en:
                "Your settings ask for a signature under each version, and this one has none. It may have been stripped. Ask the publisher to sign the tag."
        ),
        CodePage(
            "knowledge/unwritable",
            nl: "De map kan niet worden geschreven. Alles is gebleven zoals het was.",
            en: "The folder cannot be written. All has stayed as it was."),
        CodePage(
            "knowledge/value",
            nl:
                "Een eigen waarde is een getal vanaf een dag: values: { 2026-01-01: 15 }. Alle dagen van een parameter staan bij elkaar.",
            en:
                "A value of your own is a number from a day on: values: { 2026-01-01: 15 }. All days of a parameter stand together."
        ),
        CodePage(
            "knowledge/version",
            nl: "Een versie heeft drie getallen, zoals 1.0.0. Zo is te zien welke nieuwer is.",
            en: "A version has three numbers, such as 1.0.0. So it can be told which is newer."),
        CodePage(
            "knowledge/version-tag",
            nl:
                "De tag heet anders dan de versie die het pakket van zichzelf noemt. Dat wijst op een vergissing, of op een oude versie onder een nieuwe naam.",
            en:
                "The tag is called otherwise than the version that the package gives itself. That points to a mistake, or to an old version under a new name."
        ),
    ]
}
