extension VerbalizerTables {
    /// Comparisons, conditions, tests, types, quantifiers.
    static let operators = #"""
        x > 3 ⇒ x is meer dan 3 ⇒ x is more than 3
        x >= 3 ⇒ x is minstens 3 ⇒ x is at least 3
        x < 3 ⇒ x is minder dan 3 ⇒ x is less than 3
        x <= 3 ⇒ x is hoogstens 3 ⇒ x is at most 3
        x = 3 ⇒ x is gelijk aan 3 ⇒ x is equal to 3
        x != 3 ⇒ x is anders dan 3 ⇒ x is other than 3
        67 < x ⇒ x is meer dan 67 ⇒ x is more than 67
        1 < 2 ⇒ 1 is minder dan 2 ⇒ 1 is less than 2
        x > 1.5 * y ⇒ x is meer dan 1,5 × y ⇒ x is more than 1.5 × y
        name > "m" ⇒ name is in het alfabet na ‘m’ ⇒ name is in the alphabet after ‘m’
        name <= "m" ⇒ name is gelijk aan of in het alfabet voor ‘m’ ⇒ name is equal to or in the alphabet before ‘m’
        name = "South" ⇒ name is gelijk aan ‘South’ ⇒ name is equal to ‘South’
        x > @"2020-03-31" ⇒ x is later dan 31 maart 2020 ⇒ x is later than 31 March 2020
        x >= @"2020-03-31" ⇒ x is op of na 31 maart 2020 ⇒ x is on or after 31 March 2020
        x < date("2020-03-31") ⇒ x is eerder dan 31 maart 2020 ⇒ x is earlier than 31 March 2020
        x <= today() ⇒ x is op of voor vandaag ⇒ x is on or before today
        x > duration("P1D") ⇒ x is langer dan 1 dag ⇒ x is longer than 1 day
        x <= @"P1Y2M" ⇒ x is hoogstens 1 jaar en 2 maanden ⇒ x is at most 1 year and 2 months
        x = null ⇒ x heeft geen waarde ⇒ x has no value
        x != null ⇒ x heeft een waarde ⇒ x has a value
        ripe = true ⇒ ripe: ja ⇒ ripe: yes
        ripe = false ⇒ ripe: nee ⇒ ripe: no
        ripe != true ⇒ ripe: niet ja ⇒ ripe: not yes
        not(ripe) ⇒ ripe: nee ⇒ ripe: no
        not(not(ripe)) ⇒ ripe: ja ⇒ ripe: yes
        not(x > 3) ⇒ x is niet meer dan 3 ⇒ x is not more than 3
        not(x = null) ⇒ x heeft een waarde ⇒ x has a value
        not(negand: ripe) ⇒ ripe: nee ⇒ ripe: no
        ripe and dry ⇒ ripe: ja en dry: ja ⇒ ripe: yes and dry: yes
        ripe or dry ⇒ ripe: ja, of dry: ja ⇒ ripe: yes, or dry: yes
        ripe and dry or x > 3 ⇒ (ripe: ja en dry: ja), of x is meer dan 3 ⇒ (ripe: yes and dry: yes), or x is more than 3
        ripe and (dry or x > 3) ⇒ ripe: ja, en (dry: ja, of x is meer dan 3) ⇒ ripe: yes, and (dry: yes, or x is more than 3)
        not(ripe and dry) ⇒ ripe: nee, of dry: nee ⇒ ripe: no, or dry: no
        not(ripe or dry) ⇒ ripe: nee en dry: nee ⇒ ripe: no and dry: no
        not(ripe or not(dry)) and x > 3 ⇒ ripe: nee en dry: ja en x is meer dan 3 ⇒ ripe: no and dry: yes and x is more than 3
        true and x > 3 ⇒ dit geldt altijd en x is meer dan 3 ⇒ this always holds and x is more than 3
        false or x > 3 ⇒ dit geldt nooit, of x is meer dan 3 ⇒ this never holds, or x is more than 3
        x between 1 and 10 ⇒ x is minstens 1 en hoogstens 10 ⇒ x is at least 1 and at most 10
        not(x between 1 and 10) ⇒ x is niet (minstens 1 en hoogstens 10) ⇒ x is not (at least 1 and at most 10)
        x in (1, 2, 3) ⇒ x is een van: 1, 2 of 3 ⇒ x is one of: 1, 2 or 3
        x in ("a", "b") ⇒ x is een van: ‘a’ of ‘b’ ⇒ x is one of: ‘a’ or ‘b’
        x in [1..10] ⇒ x is minstens 1 en hoogstens 10 ⇒ x is at least 1 and at most 10
        x in (1..10) ⇒ x is meer dan 1 en minder dan 10 ⇒ x is more than 1 and less than 10
        x in ]1..10[ ⇒ x is meer dan 1 en minder dan 10 ⇒ x is more than 1 and less than 10
        x in (> 5, 3) ⇒ x is meer dan 5, of gelijk aan 3 ⇒ x is more than 5, or equal to 3
        x in (<= 5) ⇒ x is hoogstens 5 ⇒ x is at most 5
        x in (!= 5) ⇒ x is anders dan 5 ⇒ x is other than 5
        x in list ⇒ x is gelijk aan of een deel van list ⇒ x is equal to or part of list
        x in [1, 2, 3] ⇒ x is een van: 1, 2 of 3 ⇒ x is one of: 1, 2 or 3
        x in (? > y, null) ⇒ x is zo dat geldt: (de waarde is meer dan y), of zonder waarde ⇒ x is such that: (the value is more than y), or without value
        not(x in (1, 2)) ⇒ x is geen van: 1 of 2 ⇒ x is none of: 1 or 2
        not(x in (> 5, [1..3])) ⇒ x is niet meer dan 5 en niet (minstens 1 en hoogstens 3) ⇒ x is not more than 5 and not (at least 1 and at most 3)
        x instance of number ⇒ x is van de soort getal ⇒ x is of the kind number
        x instance of date and time ⇒ x is van de soort datum met tijd ⇒ x is of the kind date and time
        x instance of days and time duration ⇒ x is van de soort duur in dagen en uren ⇒ x is of the kind duration in days and hours
        x instance of list<string> ⇒ x is van de soort lijst (leden: tekst) ⇒ x is of the kind list (members: text)
        x instance of range<number> ⇒ x is van de soort bereik (grenzen: getal) ⇒ x is of the kind range (bounds: number)
        x instance of context<a: number, b: string> ⇒ x is van de soort gegevens (a: getal; b: tekst) ⇒ x is of the kind record (a: number; b: text)
        x instance of function<number, string> -> boolean ⇒ x is van de soort functie (van getal en tekst naar ja of nee) ⇒ x is of the kind function (of number and text to yes or no)
        not(x instance of boolean) ⇒ x is niet van de soort ja of nee ⇒ x is not of the kind yes or no
        some i in list satisfies i > 3 ⇒ voor minstens één i uit list geldt: i is meer dan 3 ⇒ for at least one i of list it holds that: i is more than 3
        every i in list satisfies i > 3 ⇒ voor elke i uit list geldt: i is meer dan 3 ⇒ for each i of list it holds that: i is more than 3
        not(some i in list satisfies i > 3) ⇒ voor geen enkele i uit list geldt: i is meer dan 3 ⇒ for no i of list it holds that: i is more than 3
        not(every i in list satisfies i > 3) ⇒ niet voor elke i uit list geldt: i is meer dan 3 ⇒ not for each i of list it holds that: i is more than 3
        some i in list, j in other satisfies i > j ⇒ voor minstens één i uit list en j uit other geldt: i is meer dan j ⇒ for at least one i of list and j of other it holds that: i is more than j
        every i in 1..3 satisfies i > x and i < 9 ⇒ voor elke i van 1 tot en met 3 geldt: (i is meer dan x en i is minder dan 9) ⇒ for each i from 1 to 3 it holds that: (i is more than x and i is less than 9)
        (some i in list satisfies i > 3) and ripe ⇒ (voor minstens één i uit list geldt: i is meer dan 3) en ripe: ja ⇒ (for at least one i of list it holds that: i is more than 3) and ripe: yes
        """#
}
