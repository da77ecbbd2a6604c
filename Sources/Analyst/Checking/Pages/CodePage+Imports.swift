extension CodePage {
    /// What can be wrong with areas, tables of figures, their recipes and their fetching.
    static let ofImports: [CodePage] = [
        CodePage(
            "areas/different-residents",
            nl: "Het blad en de tabel noemen een verschillend aantal inwoners; de tabel telt.",
            en: "Sheet and table name different numbers of residents; the table counts."),
        CodePage(
            "areas/overlap",
            nl: "Een deel van het gebied ligt in een ander deel: inwoners zouden dubbel tellen.",
            en: "A part of the area lies inside another: residents would count twice."),
        CodePage(
            "areas/region-not-in-table",
            nl: "Een deel van het gebied staat niet in de tabel.",
            en: "A part of the area is not in the table."),
        CodePage(
            "areas/region-twice",
            nl: "Een deel staat twee keer in het gebied.",
            en: "A part stands twice in the area."),
        CodePage(
            "areas/two-municipalities",
            nl: "Delen van het gebied liggen in twee gemeenten.",
            en: "Parts of the area lie in two municipalities."),
        CodePage(
            "areas/unknown-region-code",
            nl: "Dit is geen code van een wijk of buurt.",
            en: "This is no code of a wijk or buurt."),
        CodePage(
            "areas/unknown-word",
            nl: "Dit woord is geen code of naam in de tabel.",
            en: "This word is no code or name in the table."),
        CodePage(
            "crosswalk/code",
            nl: "Een regel van de omrekentabel heeft geen goede code.",
            en: "A line of the table of changes has no good code."),
        CodePage(
            "crosswalk/empty",
            nl: "De omrekentabel is leeg.",
            en: "The table of changes is empty."),
        CodePage(
            "crosswalk/level",
            nl: "Oud en nieuw zijn van verschillend niveau.",
            en: "Old and new are of different levels."),
        CodePage(
            "crosswalk/share",
            nl: "Een aandeel ligt tussen 0 en 1.",
            en: "A share lies between 0 and 1."),
        CodePage(
            "crosswalk/too-much",
            nl: "De aandelen van een gebied zijn samen meer dan 1.",
            en: "The shares of an area are more than 1 together."),
        CodePage(
            "crosswalk/twice",
            nl: "Een overgang staat twee keer in de tabel.",
            en: "A change stands twice in the table."),
        CodePage(
            "crosswalk/year",
            nl: "Een jaar heeft vier cijfers.",
            en: "A year has four digits."),
        CodePage(
            "import/bad-period",
            nl: "De periode in de tabel is niet te lezen.",
            en: "The period in the table cannot be read."),
        CodePage(
            "import/broken-gzip",
            nl: "Het ingepakte bestand is beschadigd.",
            en: "The packed file is damaged."),
        CodePage(
            "import/no-base",
            nl: "De tabel met gebieden en inwoners ontbreekt.",
            en: "The table of areas and residents is missing."),
        CodePage(
            "import/no-country",
            nl: "De tabel heeft geen rij voor Nederland: er is geen vergelijking met het land.",
            en: "The table has no row of the Netherlands: there is no comparison with the country."),
        CodePage(
            "import/no-dimension",
            nl: "Een kolom waar het recept op kiest, ontbreekt.",
            en: "A column by which the recipe chooses is missing."),
        CodePage(
            "import/no-edition",
            nl: "Geen recept past bij deze tabel.",
            en: "No recipe fits this table."),
        CodePage(
            "import/no-file",
            nl: "Het bestand is er niet.",
            en: "The file is not there."),
        CodePage(
            "import/other-edition",
            nl: "De tabel is van een ander jaar dan gevraagd.",
            en: "The table is of another year than asked for."),
        CodePage(
            "import/other-rows",
            nl: "De tabel heeft andere rijen dan het recept verwacht.",
            en: "The table has other rows than the recipe expects."),
        CodePage(
            "import/other-unit",
            nl: "De eenheid in de tabel is een andere dan in het recept.",
            en: "The unit in the table is another than in the recipe."),
        CodePage(
            "import/outside",
            nl: "Een rij heeft een code die van geen gebied is.",
            en: "A row has a code that is of no area."),
        CodePage(
            "import/same-edition",
            nl: "Twee bestanden zijn dezelfde tabel van hetzelfde jaar, met verschillende inhoud.",
            en: "Two files are the same table of the same year, with different content."),
        CodePage(
            "import/same-name",
            nl: "Twee gebieden heten hetzelfde en zouden in één bestand komen.",
            en: "Two areas have the same name and would go into one file."),
        CodePage(
            "import/several-editions",
            nl: "Meer dan een recept past bij deze tabel; zeg welk.",
            en: "More than one recipe fits this table; say which."),
        CodePage(
            "import/unknown-edition",
            nl: "Het recept kent dit jaar niet.",
            en: "The recipe does not know this year."),
        CodePage(
            "import/unknown-table",
            nl: "Er is geen recept voor deze tabel.",
            en: "There is no recipe for this table."),
        CodePage(
            "import/years-differ",
            nl: "Cijfers die samen horen, zijn van verschillende jaren.",
            en: "Figures that belong together are of different years."),
        CodePage(
            "recipe/address",
            nl: "Een tabel komt van een veilig adres, dat met https begint.",
            en: "A table comes from a safe address, which begins with https."),
        CodePage(
            "recipe/column-twice",
            nl: "Een kolom staat twee keer in het recept.",
            en: "A column stands twice in the recipe."),
        CodePage(
            "recipe/date",
            nl: "Een dag is jaar-maand-dag.",
            en: "A day is year-month-day."),
        CodePage(
            "recipe/key",
            nl: "Een recept zegt op één manier over welk gebied een rij gaat.",
            en: "A recipe says in one way which area a row is about."),
        CodePage(
            "recipe/method",
            nl: "Een cijfer zegt op één manier hoe het is berekend.",
            en: "A figure says in one way how it is computed."),
        CodePage(
            "recipe/no-residents",
            nl: "Een tabel die gebieden vastlegt, heeft een kolom met inwoners.",
            en: "A table that defines areas has a column of residents."),
        CodePage(
            "recipe/number",
            nl: "Hier hoort een getal.",
            en: "A number belongs here."),
        CodePage(
            "recipe/page",
            nl: "Een bladzijde heeft minstens één rij.",
            en: "A page has at least one row."),
        CodePage(
            "recipe/publication",
            nl: "Een editie zegt op één manier wanneer zij verscheen.",
            en: "An edition says in one way when it was published."),
        CodePage(
            "recipe/twice",
            nl: "Er zijn twee recepten met deze naam.",
            en: "There are two recipes of this name."),
        CodePage(
            "recipe/unknown-column",
            nl: "Het recept noemt een kolom die het niet heeft.",
            en: "The recipe names a column that it does not have."),
        CodePage(
            "recipe/unknown-indicator",
            nl: "De woordenlijst heeft geen cijfer met deze naam.",
            en: "The vocabulary has no figure of this name."),
        CodePage(
            "download/endless",
            nl: "De dienst geeft steeds dezelfde of weer een volgende bladzijde.",
            en: "The service gives the same page or a next one again and again."),
        CodePage(
            "download/no-answer",
            nl: "De dienst antwoordt niet.",
            en: "The service does not answer."),
        CodePage(
            "download/no-names",
            nl: "De lijst met namen is er niet meer.",
            en: "The list of names is not there any more."),
        CodePage(
            "download/no-table",
            nl: "Het antwoord van de dienst is geen tabel.",
            en: "The service's answer is no table."),
        CodePage(
            "download/other-host",
            nl: "De volgende bladzijde zou van een ander adres komen; die wordt niet gehaald.",
            en: "The next page would come from another address; it is not fetched."),
        CodePage(
            "download/refused",
            nl: "De dienst weigert.",
            en: "The service refuses."),
        CodePage(
            "download/too-large",
            nl: "De tabel is groter dan de grens.",
            en: "The table is larger than the limit."),
        CodePage(
            "download/unwritable",
            nl: "De tabel is niet te bewaren op deze plaats.",
            en: "The table cannot be kept in this place."),
    ]
}
