extension VerbalizerTables {
    /// What names a value: branches, arithmetic, literals, paths, lists, records, ranges, functions.
    static let values = #"""
        if x > 3 then 1 else 2 ⇒ als geldt: x is meer dan 3, dan 1, anders 2 ⇒ if it holds that: x is more than 3, then 1, otherwise 2
        if ripe and dry then "a" else "b" ⇒ als geldt: (ripe: ja en dry: ja), dan ‘a’, anders ‘b’ ⇒ if it holds that: (ripe: yes and dry: yes), then ‘a’, otherwise ‘b’
        if x > 3 then ripe else dry ⇒ als geldt: x is meer dan 3, dan ripe, anders dry ⇒ if it holds that: x is more than 3, then ripe, otherwise dry
        if x > 3 then y > 1 else y > 2 ⇒ als geldt: x is meer dan 3, dan geldt: y is meer dan 1, en anders: y is meer dan 2 ⇒ if it holds that: x is more than 3, then: y is more than 1, and otherwise: y is more than 2
        for i in list return i * 2 ⇒ voor elke i uit list: i × 2 ⇒ for each i of list: i × 2
        for i in 1..10, j in list return i + j ⇒ voor elke i van 1 tot en met 10 en elke j uit list: i + j ⇒ for each i from 1 to 10 and each j of list: i + j
        for i in 1..4 return if i = 1 then 1 else i * partial[-1] ⇒ voor elke i van 1 tot en met 4: (als geldt: i is gelijk aan 1, dan 1, anders i × (lid 1 van achteren van de uitkomsten tot dan toe)) ⇒ for each i from 1 to 4: (if it holds that: i is equal to 1, then 1, otherwise i × (member 1 from the end of the results so far))
        1 + 2 ⇒ 1 + 2 ⇒ 1 + 2
        x + y * 2 ⇒ x + y × 2 ⇒ x + y × 2
        (x + y) * 2 ⇒ (x + y) × 2 ⇒ (x + y) × 2
        x - (y - 2) ⇒ x − (y − 2) ⇒ x − (y − 2)
        x - y - 2 ⇒ x − y − 2 ⇒ x − y − 2
        x / (y * 2) ⇒ x ÷ (y × 2) ⇒ x ÷ (y × 2)
        x ** 2 ⇒ x tot de macht 2 ⇒ x to the power 2
        -x ⇒ −x ⇒ −x
        -5 ⇒ −5 ⇒ −5
        -(x + y) ⇒ −(x + y) ⇒ −(x + y)
        (x + 1) ** 2 > 9 ⇒ (x + 1) tot de macht 2 is meer dan 9 ⇒ (x + 1) to the power 2 is more than 9
        "a" + name ⇒ ‘a’ gevolgd door name ⇒ ‘a’ followed by name
        1234567.5 ⇒ 1.234.567,5 ⇒ 1,234,567.5
        1965 ⇒ 1965 ⇒ 1965
        0.000000000000000000000000000000000000000001 ⇒ 1 × 10⁻⁴² ⇒ 1 × 10⁻⁴²
        null ⇒ geen waarde ⇒ no value
        "a, b" ⇒ ‘a, b’ ⇒ ‘a, b’
        @"2020-03-31" ⇒ 31 maart 2020 ⇒ 31 March 2020
        @"2020-03-31T10:30:00" ⇒ 31 maart 2020 om 10:30 uur ⇒ 31 March 2020 at 10:30
        @"2020-03-31T10:30:05.25@Europe/Amsterdam" ⇒ 31 maart 2020 om 10:30:05,25 uur (Europe/Amsterdam) ⇒ 31 March 2020 at 10:30:05.25 (Europe/Amsterdam)
        @"10:30:00Z" ⇒ 10:30 uur (UTC) ⇒ 10:30 (UTC)
        @"10:30:00+01:00" ⇒ 10:30 uur (UTC+01:00) ⇒ 10:30 (UTC+01:00)
        @"P2DT3H1M" ⇒ 2 dagen, 3 uur en 1 minuut ⇒ 2 days, 3 hours and 1 minute
        @"-P1Y1M" ⇒ 1 jaar en 1 maand terug in de tijd ⇒ 1 year and 1 month back in time
        @"PT0.5S" ⇒ 0,5 seconden ⇒ 0.5 seconds
        @"tomorrow" ⇒ ‘tomorrow’, geen geldige datum, tijd of duur ⇒ ‘tomorrow’, no valid date, time or duration
        record.part ⇒ part van record ⇒ part of record
        @"2020-03-31".year ⇒ het jaar van 31 maart 2020 ⇒ the year of 31 March 2020
        x.weekday ⇒ de dag van de week van x ⇒ the day of the week of x
        record.days ⇒ de hele dagen van record ⇒ the whole days of record
        range.start included ⇒ of het begin erbij hoort van range ⇒ whether the start is included of range
        list[1] ⇒ lid 1 van list ⇒ member 1 of list
        list[-1] ⇒ lid 1 van achteren van list ⇒ member 1 from the end of list
        list[-2] ⇒ lid 2 van achteren van list ⇒ member 2 from the end of list
        list[x + 1] ⇒ lid (x + 1) van list ⇒ member (x + 1) of list
        list[position] ⇒ de leden van list volgens (position) ⇒ the members of list according to (position)
        list[item > 3] ⇒ de leden van list waarvoor geldt: (het lid is meer dan 3) ⇒ the members of list for which: (the member is more than 3)
        list[part = "a"].other ⇒ other van de leden van list waarvoor geldt: (part is gelijk aan ‘a’) ⇒ other of the members of list for which: (part is equal to ‘a’)
        sum(list[item > 3]) ⇒ de som van de leden van list waarvoor geldt: (het lid is meer dan 3) ⇒ the sum of the members of list for which: (the member is more than 3)
        [] ⇒ een lege lijst ⇒ an empty list
        [1] ⇒ de lijst met alleen 1 ⇒ the list of only 1
        [1, 2, 3] ⇒ de lijst 1, 2 en 3 ⇒ the list 1, 2 and 3
        [[1, 2], x + 1] ⇒ de lijst (de lijst 1 en 2) en (x + 1) ⇒ the list (the list 1 and 2) and (x + 1)
        {} ⇒ lege gegevens ⇒ an empty record
        {a: 1, b: a + 1, "c d": x > 3} ⇒ gegevens (a: 1; b: a + 1; c d: x is meer dan 3) ⇒ a record (a: 1; b: a + 1; c d: x is more than 3)
        [1..10] ⇒ het bereik van 1 tot en met 10 ⇒ the range from 1 up to and including 10
        (1..10] ⇒ het bereik boven 1 tot en met 10 ⇒ the range above 1 up to and including 10
        [x..y) ⇒ het bereik van x tot y ⇒ the range from x up to y
        (> 5) ⇒ het bereik boven 5 ⇒ the range above 5
        (<= 5) ⇒ het bereik tot en met 5 ⇒ the range up to and including 5
        (= 5) ⇒ het bereik met alleen 5 ⇒ the range of only 5
        (!= 5) ⇒ alles behalve 5 ⇒ all but 5
        function(a, b) a + b ⇒ een functie van a en b: a + b ⇒ a function of a and b: a + b
        function(a: number) a > 3 ⇒ een functie van a (getal): a is meer dan 3 ⇒ a function of a (number): a is more than 3
        function() 1 ⇒ een functie zonder invoer: 1 ⇒ a function without input: 1
        f(x, 2) ⇒ f toegepast op x en 2 ⇒ f applied to x and 2
        f() ⇒ de uitkomst van f ⇒ the result of f
        f(a: 1, b: x) ⇒ f toegepast op a: 1 en b: x ⇒ f applied to a: 1 and b: x
        record.method(1) ⇒ (method van record) toegepast op 1 ⇒ (method of record) applied to 1
        (function(a) a)(3) ⇒ (een functie van a: a) toegepast op 3 ⇒ (a function of a: a) applied to 3
        """#
}
