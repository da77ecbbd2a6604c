extension VerbalizerTables {
    /// FEEL’s own functions, with the extension for rules.
    static let calls = #"""
        abs(x) ⇒ de grootte zonder minteken van x ⇒ the size without minus sign of x
        abs(x) + 1 ⇒ (de grootte zonder minteken van x) + 1 ⇒ (the size without minus sign of x) + 1
        modulo(x, 2) ⇒ de rest van x gedeeld door 2 ⇒ the remainder of x divided by 2
        sqrt(x) ⇒ de wortel van x ⇒ the square root of x
        log(x) ⇒ de natuurlijke logaritme van x ⇒ the natural logarithm of x
        exp(x) ⇒ e tot de macht x ⇒ e to the power x
        odd(x) ⇒ x is oneven ⇒ x is odd
        not(even(x)) ⇒ x is niet even ⇒ x is not even
        even(x + 1) ⇒ x + 1 is even ⇒ x + 1 is even
        decimal(x, 2) ⇒ x, afgerond op 2 cijfers achter de komma, een half naar het even cijfer ⇒ x, rounded to 2 decimals, a half to the even digit
        decimal(x, 1) ⇒ x, afgerond op 1 cijfer achter de komma, een half naar het even cijfer ⇒ x, rounded to 1 decimal, a half to the even digit
        floor(x) ⇒ x, naar beneden afgerond op een geheel getal ⇒ x, rounded down to a whole number
        floor(x, 2) ⇒ x, naar beneden afgerond op 2 cijfers achter de komma ⇒ x, rounded down to 2 decimals
        ceiling(x) ⇒ x, naar boven afgerond op een geheel getal ⇒ x, rounded up to a whole number
        ceiling(n: x, scale: 1) ⇒ x, naar boven afgerond op 1 cijfer achter de komma ⇒ x, rounded up to 1 decimal
        round up(x, 2) ⇒ x, van nul af afgerond op 2 cijfers achter de komma ⇒ x, rounded away from zero to 2 decimals
        round down(x, 0) ⇒ x, naar nul toe afgerond op 0 cijfers achter de komma ⇒ x, rounded towards zero to 0 decimals
        round half up(x / y, 1) ⇒ (x ÷ y), afgerond op 1 cijfer achter de komma, een half van nul af ⇒ (x ÷ y), rounded to 1 decimal, a half away from zero
        round half down(x, 1) > 3 ⇒ (x, afgerond op 1 cijfer achter de komma, een half naar nul toe) is meer dan 3 ⇒ (x, rounded to 1 decimal, a half towards zero) is more than 3
        string length(name) ⇒ het aantal tekens van name ⇒ the number of characters of name
        substring(name, 2) ⇒ het deel van name vanaf teken 2 ⇒ the part of name from character 2
        substring(name, 2, 1) ⇒ het deel van name vanaf teken 2 met 1 teken ⇒ the part of name from character 2 of 1 character
        substring(name, -3, 2) ⇒ het deel van name vanaf teken −3 met 2 tekens ⇒ the part of name from character −3 of 2 characters
        upper case(name) ⇒ name in hoofdletters ⇒ name in capitals
        lower case(name) = "a" ⇒ (name in kleine letters) is gelijk aan ‘a’ ⇒ (name in small letters) is equal to ‘a’
        substring before(name, "-") ⇒ het deel van name vóór ‘-’ ⇒ the part of name before ‘-’
        substring after(name, "-") ⇒ het deel van name na ‘-’ ⇒ the part of name after ‘-’
        contains(name, "a") ⇒ name bevat de tekst ‘a’ ⇒ name contains the text ‘a’
        not(contains(name, "a")) ⇒ name bevat niet de tekst ‘a’ ⇒ name does not contain the text ‘a’
        starts with(name, "a") ⇒ name begint met ‘a’ ⇒ name starts with ‘a’
        ends with(name, "a") ⇒ name eindigt op ‘a’ ⇒ name ends with ‘a’
        not(ends with(name, "a")) ⇒ name eindigt niet op ‘a’ ⇒ name does not end with ‘a’
        string join(list) ⇒ de teksten van list achter elkaar ⇒ the texts of list one after the other
        string join(list, ", ") ⇒ de teksten van list met ‘, ’ ertussen ⇒ the texts of list with ‘, ’ between them
        matches(name, "^\\d{4}$") ⇒ name past bij het patroon ‘^\d{4}$’ ⇒ name matches the pattern ‘^\d{4}$’
        not(matches(name, "a|b", "i")) ⇒ name past niet bij het patroon ‘a|b’ met de vlaggen ‘i’ ⇒ name does not match the pattern ‘a|b’ with the flags ‘i’
        replace(name, "a", "b") ⇒ name met ‘b’ in plaats van wat past bij het patroon ‘a’ ⇒ name with ‘b’ in place of what matches the pattern ‘a’
        replace(name, "a", "b", "i") ⇒ name met ‘b’ in plaats van wat past bij het patroon ‘a’ met de vlaggen ‘i’ ⇒ name with ‘b’ in place of what matches the pattern ‘a’ with the flags ‘i’
        split(name, ";\\s*") ⇒ de stukken van name tussen wat past bij het patroon ‘;\s*’ ⇒ the pieces of name between what matches the pattern ‘;\s*’
        list contains(list, x) ⇒ x is een lid van list ⇒ x is a member of list
        not(list contains([1, 2], x)) ⇒ x is geen lid van (de lijst 1 en 2) ⇒ x is no member of (the list 1 and 2)
        index of(list, x) ⇒ de plaatsen van x in list ⇒ the positions of x in list
        append(list, x, 3) ⇒ list met daarachter x en 3 ⇒ list followed by x and 3
        concatenate(list, other) ⇒ alle leden achter elkaar van list en other ⇒ all members in a row of list and other
        union(list, [1]) ⇒ alle leden, elk één keer, van list en (de lijst met alleen 1) ⇒ all members, each once, of list and (the list of only 1)
        distinct values(list) ⇒ de verschillende waarden van list ⇒ the distinct values of list
        flatten(list) ⇒ alle leden van list, ook die van lijsten daarin ⇒ all members of list, those of lists in it as well
        reverse(list) ⇒ list in omgekeerde volgorde ⇒ list in reverse order
        sublist(list, 2) ⇒ de leden van list vanaf plaats 2 ⇒ the members of list from position 2
        sublist(list, 2, 3) ⇒ de leden van list vanaf plaats 2, samen 3 ⇒ the members of list from position 2, 3 in all
        insert before(list, 1, x) ⇒ list met x vóór plaats 1 ⇒ list with x before position 1
        remove(list, 1) ⇒ list zonder het lid op plaats 1 ⇒ list without the member at position 1
        list replace(list, 1, x) ⇒ list met x in plaats van het lid op plaats 1 ⇒ list with x in place of the member at position 1
        list replace(list, function(item, newItem) item < newItem, 5) ⇒ list met 5 in plaats van elk lid waarvoor (een functie van item en newItem: item is minder dan newItem) waar is ⇒ list with 5 in place of each member for which (a function of item and newItem: item is less than newItem) is true
        sort(list, function(a, b) a > b) ⇒ list, gesorteerd; wat voorgaat zegt (een functie van a en b: a is meer dan b) ⇒ list, sorted; what goes first is said by (a function of a and b: a is more than b)
        count(list) ⇒ het aantal leden van list ⇒ the number of members of list
        count(list) >= 2 ⇒ het aantal leden van list is minstens 2 ⇒ the number of members of list is at least 2
        min(list) ⇒ de laagste van list ⇒ the lowest of list
        min(1, x, y) ⇒ de laagste van 1, x en y ⇒ the lowest of 1, x and y
        max([x, y]) ⇒ de hoogste van x en y ⇒ the highest of x and y
        sum(list) + 1 ⇒ (de som van list) + 1 ⇒ (the sum of list) + 1
        mean(list) ⇒ het gemiddelde van list ⇒ the mean of list
        product(list) ⇒ het product van list ⇒ the product of list
        median(list) ⇒ de middelste waarde van list ⇒ the median of list
        stddev(list) ⇒ de standaardafwijking van list ⇒ the standard deviation of list
        mode(list) ⇒ wat het vaakst voorkomt in list ⇒ what occurs most often in list
        sqrt(sum(list)) ⇒ de wortel van de som van list ⇒ the square root of the sum of list
        all(list) ⇒ dit is allemaal waar: list ⇒ all of this is true: list
        any(x > 1, y > 2) ⇒ minstens één hiervan is waar: (x is meer dan 1) en (y is meer dan 2) ⇒ at least one of this is true: (x is more than 1) and (y is more than 2)
        not(any(list)) ⇒ niets hiervan is waar: list ⇒ none of this is true: list
        is(x, y) ⇒ x is precies hetzelfde als y ⇒ x is the very same as y
        known(x) ⇒ x is bekend ⇒ x is known
        not(known(x)) ⇒ x is niet bekend ⇒ x is not known
        get value(record, "a") ⇒ de waarde met de naam ‘a’ in record ⇒ the value with the name ‘a’ in record
        get entries(record) ⇒ de namen en waarden van record ⇒ the names and values of record
        context(list) ⇒ de gegevens met de namen en waarden van list ⇒ the record with the names and values of list
        context put(record, "a", x) ⇒ record met x onder de naam ‘a’ ⇒ record with x under the name ‘a’
        context put(context: record, keys: ["a", "b"], value: x) ⇒ record met x onder de naam (de lijst ‘a’ en ‘b’) ⇒ record with x under the name (the list ‘a’ and ‘b’)
        context merge([record, other]) ⇒ de gegevens van (de lijst record en other) samen, waarbij het laatste voorgaat ⇒ the records of (the list record and other) together, of which the last goes first
        string(x) ⇒ x als tekst ⇒ x as text
        number(name) ⇒ name als getal ⇒ name as a number
        number(name, ".", ",") ⇒ name als getal, met ‘.’ tussen de duizendtallen en ‘,’ voor de decimalen ⇒ name as a number, with ‘.’ between thousands and ‘,’ before the decimals
        range("[1..3]") ⇒ het bereik dat geschreven is als ‘[1..3]’ ⇒ the range that is written as ‘[1..3]’
        date(name) ⇒ de datum van name ⇒ the date of name
        date(2020, 3, 31) ⇒ 31 maart 2020 ⇒ 31 March 2020
        date(x, 3, 31) ⇒ de datum met jaar x, maand 3 en dag 31 ⇒ the date of year x, month 3 and day 31
        time(name) ⇒ de tijd van name ⇒ the time of name
        time(10, 30, 0) ⇒ 10:30 uur ⇒ 10:30
        time(x, 30, 0) ⇒ de tijd met uur x, minuut 30 en seconde 0 ⇒ the time of hour x, minute 30 and second 0
        time(x, 30, 0, @"PT1H") ⇒ de tijd met uur x, minuut 30 en seconde 0, op 1 uur van UTC ⇒ the time of hour x, minute 30 and second 0, at 1 hour from UTC
        date and time(name) ⇒ de datum met tijd van name ⇒ the date and time of name
        date and time(@"2020-03-31", @"10:30:00") ⇒ 31 maart 2020 om 10:30 uur ⇒ 31 March 2020 at 10:30
        date and time(x, y) ⇒ de datum x met de tijd y ⇒ the date x with the time y
        duration("P1Y2M") ⇒ 1 jaar en 2 maanden ⇒ 1 year and 2 months
        duration(name) ⇒ de duur die geschreven is als name ⇒ the duration that is written as name
        years and months duration(x, y) ⇒ de hele maanden van x tot y ⇒ the whole months from x to y
        now() ⇒ dit moment ⇒ this moment
        today() ⇒ vandaag ⇒ today
        day of year(today()) ⇒ het nummer van de dag in het jaar van vandaag ⇒ the number of the day in the year of today
        week of year(x) ⇒ het weeknummer van x ⇒ the week number of x
        day of week(x) ⇒ de naam van de dag van x ⇒ the name of the day of x
        month of year(x) ⇒ de naam van de maand van x ⇒ the name of the month of x
        before(x, y) ⇒ x ligt helemaal voor y ⇒ x lies entirely before y
        not(after(x, y)) ⇒ x ligt niet helemaal na y ⇒ x does not lie entirely after y
        meets(x, y) ⇒ y begint waar x eindigt ⇒ y starts where x ends
        met by(x, y) ⇒ x begint waar y eindigt ⇒ x starts where y ends
        overlaps(x, [1..5]) ⇒ x overlapt het bereik van 1 tot en met 5 ⇒ x overlaps the range from 1 up to and including 5
        overlaps before(x, y) ⇒ x begint eerder en eindigt in y ⇒ x starts earlier and ends in y
        overlaps after(x, y) ⇒ x begint in y en eindigt later ⇒ x starts in y and ends later
        finishes(x, y) ⇒ x ligt in y en eindigt tegelijk ⇒ x lies in y and ends with it
        finished by(x, y) ⇒ y ligt in x en eindigt tegelijk ⇒ y lies in x and ends with it
        includes([1..5], x) ⇒ x ligt helemaal in het bereik van 1 tot en met 5 ⇒ x lies entirely in the range from 1 up to and including 5
        during(x, y) ⇒ x ligt helemaal in y ⇒ x lies entirely in y
        starts(x, y) ⇒ x ligt in y en begint tegelijk ⇒ x lies in y and starts with it
        started by(x, y) ⇒ y ligt in x en begint tegelijk ⇒ y lies in x and starts with it
        coincides(x, y) ⇒ x valt samen met y ⇒ x coincides with y
        """#
}
