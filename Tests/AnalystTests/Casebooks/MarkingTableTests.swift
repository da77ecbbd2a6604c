import Foundation
import Testing

@testable import Analyst

/// Marking as a table: an exercise, what is picked, and each line with its points, reckoned apart from the program by the rule as the guide tells it.
///
/// How an exercise is written: `WrittenExercise`. An expected line earns its share of the points. A wrong one costs half of what a
/// line earns, or all points of the exercise divided over all wrong ones where these are few; an open one costs half of
/// that.
struct MarkingTableTests {
    static let cases: [String] =
        [
            "60 | a+ b+ c? d- =>  => missed a 0, missed b 0; 0",
            "60 | a+ b+ c? d- => a => found a 30, missed b 0; 30",
            "60 | a+ b+ c? d- => a b => found a 30, found b 30; 60",
            "60 | a+ b+ c? d- => a b c => found a 30, found b 30, notSettled c -20; 40",
            "60 | a+ b+ c? d- => a b d => found a 30, found b 30, tooMany d -40; 20",
            "60 | a+ b+ c? d- => a d => found a 30, missed b 0, tooMany d -40, floor 10; 0",
            "60 | a+ b+ c? d- => c => missed a 0, missed b 0, notSettled c -20, floor 20; 0",
            "60 | a+ b+ c? d- => d => missed a 0, missed b 0, tooMany d -40, floor 40; 0",
            "60 | a+ b+ c? d- => c d => missed a 0, missed b 0, notSettled c -20, tooMany d -40, floor 60; 0",
            "60 | a+ b+ c? d- => a b c d => found a 30, found b 30, notSettled c -20, tooMany d -40; 0",
            "60 | a+ b+ c? d- => b => missed a 0, found b 30; 30",
            "60 | a+ b+ c? d- => b c => missed a 0, found b 30, notSettled c -20; 10",
            "100 | a+ b+ c+ d- e- f- g- h- i- j- k- l- => a => found a 33.33, missed b 0, missed c 0; 33.33",
            "100 | a+ b+ c+ d- e- f- g- h- i- j- k- l- => a b c => found a 33.33, found b 33.33, found c 33.34; 100",
            "100 | a+ b+ c+ d- e- f- g- h- i- j- k- l- => a d => found a 33.33, missed b 0, missed c 0, tooMany d -16.67; 16.66",
            "100 | a+ b+ c+ d- e- f- g- h- i- j- k- l- => a b c d => found a 33.33, found b 33.33, found c 33.34, tooMany d -16.67; 83.33",
            "100 | a+ b+ c+ d- e- f- g- h- i- j- k- l- => a b c d e => found a 33.33, found b 33.33, found c 33.34, tooMany d -16.67, tooMany e -16.67; 66.66",
            "100 | a+ b+ c+ d- e- f- g- h- i- j- k- l- => a b c d e f => found a 33.33, found b 33.33, found c 33.34, tooMany d -16.67, tooMany e -16.67, tooMany f -16.67; 49.99",
            "100 | a+ b+ c+ d- e- f- g- h- i- j- k- l- => d => missed a 0, missed b 0, missed c 0, tooMany d -16.67, floor 16.67; 0",
            "100 | a+ b+ c+ d- e- f- g- h- i- j- k- l- => a b c d e f g h i j k l => found a 33.33, found b 33.33, found c 33.34, tooMany d -16.67, tooMany e -16.67, tooMany f -16.67, tooMany g -16.67, tooMany h -16.67, tooMany i -16.67, tooMany j -16.67, tooMany k -16.67, tooMany l -16.67, floor 50.03; 0",
            "100 | a+ b+ c+ d- e- f- g- h- i- j- k- l- => b d e => missed a 0, found b 33.33, missed c 0, tooMany d -16.67, tooMany e -16.67, floor 0.01; 0",
            "100 | a+ b+ c+ d- e- f- g- h- i- j- k- l- => a c k => found a 33.33, missed b 0, found c 33.34, tooMany k -16.67; 50",
            "100 | a- b- c? =>  => nothingToFind 100; 100",
            "100 | a- b- c? => a => nothingToFind 100, tooMany a -50; 50",
            "100 | a- b- c? => c => nothingToFind 100, notSettled c -25; 75",
            "100 | a- b- c? => a b c => nothingToFind 100, tooMany a -50, tooMany b -50, notSettled c -25, floor 25; 0",
            "50 | a+ b- c- => a => found a 50; 50",
            "50 | a+ b- c- => b => missed a 0, tooMany b -25, floor 25; 0",
            "50 | a+ b- c- => a b => found a 50, tooMany b -25; 25",
            "50 | a+ b- c- => a b c => found a 50, tooMany b -25, tooMany c -25; 0",
            "50 | a+ b- c- =>  => missed a 0; 0",
            "30 | ab+ bc+ ac~50 ca- => ab bc => found ab 15, found bc 15; 30",
            "30 | ab+ bc+ ac~50 ca- => ab => found ab 15, missed bc 0; 15",
            "30 | ab+ bc+ ac~50 ca- => ab ac => found ab 15, missed bc 0, defensible ac 7.5; 22.5",
            "30 | ab+ bc+ ac~50 ca- => ac => missed ab 0, missed bc 0, defensible ac 7.5; 7.5",
            "30 | ab+ bc+ ac~50 ca- => ac ca => missed ab 0, missed bc 0, defensible ac 7.5, tooMany ca -37.5, floor 30; 0",
            "30 | ab+ bc+ ac~50 ca- => ab bc ac => found ab 15, found bc 15, defensible ac 7.5, ceiling -7.5; 30",
            "30 | ab+ bc+ ac~50 ca- => ab bc ac ca => found ab 15, found bc 15, defensible ac 7.5, tooMany ca -37.5; 0",
            "30 | ab+ bc+ ac~50 ca- =>  => missed ab 0, missed bc 0; 0",
            "40 | p=1- p=2+ p=3+ p=40 q=10 q=2+ q=30 q=4- => p=2 q=2 => found p=2 20, found q=2 20; 40",
            "40 | p=1- p=2+ p=3+ p=40 q=10 q=2+ q=30 q=4- => p=3 q=2 => found p=3 20, found q=2 20; 40",
            "40 | p=1- p=2+ p=3+ p=40 q=10 q=2+ q=30 q=4- => p=4 q=2 => missed p=2 0, defensible p=4 0, found q=2 20; 20",
            "40 | p=1- p=2+ p=3+ p=40 q=10 q=2+ q=30 q=4- => p=1 q=2 => tooMany p=1 -20, missed p=2 0, found q=2 20; 0",
            "40 | p=1- p=2+ p=3+ p=40 q=10 q=2+ q=30 q=4- => p=2 => found p=2 20, missed q=2 0; 20",
            "40 | p=1- p=2+ p=3+ p=40 q=10 q=2+ q=30 q=4- => p=4 q=1 => missed p=2 0, defensible p=4 0, defensible q=1 0, missed q=2 0; 0",
            "40 | p=1- p=2+ p=3+ p=40 q=10 q=2+ q=30 q=4- => p=1 q=4 => tooMany p=1 -20, missed p=2 0, missed q=2 0, tooMany q=4 -20, floor 40; 0",
            "40 | p=1- p=2+ p=3+ p=40 q=10 q=2+ q=30 q=4- =>  => missed p=2 0, missed q=2 0; 0",
            "40 | a+ b- c? d+ | departs b:expected => a b d => found a 13.33, found b 13.33, found d 13.34; 40",
            "40 | a+ b- c? d+ | departs b:expected => a d => found a 13.33, missed b 0, found d 13.34; 26.67",
            "40 | a+ b- c? d+ | departs b:expected => b => missed a 0, found b 13.33, missed d 0; 13.33",
            "40 | a+ b- c? d+ | departs b:expected => c => missed a 0, missed b 0, notSettled c -40, missed d 0, floor 40; 0",
            "40 | a+ b- c? d+ | departs a:wrong => d => found d 40; 40",
            "40 | a+ b- c? d+ | departs a:wrong => a d => tooMany a -20, found d 40; 20",
            "40 | a+ b- c? d+ | departs a:wrong => a => tooMany a -20, missed d 0, floor 20; 0",
            "40 | a+ b- c? d+ | departs c:defensible => a d => found a 20, found d 20; 40",
            "40 | a+ b- c? d+ | departs c:defensible => a d c => found a 20, defensible c 10, found d 20, ceiling -10; 40",
            "40 | a+ b- c? d+ | departs c:defensible => c => missed a 0, defensible c 10, missed d 0; 10",
            "40 | a+ b- c? d+ | departs c:defensible => a c => found a 20, defensible c 10, missed d 0; 30",
            "40 | a+ b- c? d+ | departs c:defensible => b c => missed a 0, tooMany b -50, defensible c 10, missed d 0, floor 40; 0",
            "60 | a+ b+ c- d- | panel a,b / a,c / a,b => a b => found a 30, found b 30; 60",
            "60 | a+ b+ c- d- | panel a,b / a,c / a,b => a c => found a 30, missed b 0, defensible c 9.9; 39.9",
            "60 | a+ b+ c- d- | panel a,b / a,c / a,b => a b c => found a 30, found b 30, defensible c 9.9, ceiling -9.9; 60",
            "60 | a+ b+ c- d- | panel a,b / a,c / a,b => c => missed a 0, missed b 0, defensible c 9.9; 9.9",
            "60 | a+ b+ c- d- | panel a,b / a,c / a,b => d => missed a 0, missed b 0, tooMany d -69.9, floor 69.9; 0",
            "60 | a+ b+ c- d- | panel a,b / a,c / a,b => a b d => found a 30, found b 30, tooMany d -69.9, floor 9.9; 0",
            "60 | a+ b+ c- d- | panel a,b / a,c / a,b => c d => missed a 0, missed b 0, defensible c 9.9, tooMany d -69.9, floor 60; 0",
            "60 | a+ b- c- d- | against panel | panel a,b / a,b / a,c => a b => found a 36.14, found b 23.86; 60",
            "60 | a+ b- c- d- | against panel | panel a,b / a,b / a,c => a => found a 36.14, missed b 0; 36.14",
            "60 | a+ b- c- d- | against panel | panel a,b / a,b / a,c => b => missed a 0, found b 23.86; 23.86",
            "60 | a+ b- c- d- | against panel | panel a,b / a,b / a,c => c => missed a 0, missed b 0, defensible c 9.9; 9.9",
            "60 | a+ b- c- d- | against panel | panel a,b / a,b / a,c => a b c => found a 36.14, found b 23.86, defensible c 9.9, ceiling -9.9; 60",
            "60 | a+ b- c- d- | against panel | panel a,b / a,b / a,c => d => missed a 0, missed b 0, tooMany d -69.9, floor 69.9; 0",
            "60 | a+ b- c- d- | against panel | panel a,b / a,b / a,c => a b d => found a 36.14, found b 23.86, tooMany d -69.9, floor 9.9; 0",
            "60 | a+ b- c- d- | against panel | panel a,b / a,b / a,c => a b c d => found a 36.14, found b 23.86, defensible c 9.9, tooMany d -69.9; 0",
            "60 | a+ b- c- d- | against panel | panel a,b / a,b / a,c =>  => missed a 0, missed b 0; 0",
            "60 | a+ b- c- | against panel | panel a / b / c => a => nothingToFind 60, defensible a 0; 60",
            "60 | a+ b- c- | against panel | panel a / b / c => a b => nothingToFind 60, defensible a 0, defensible b 0; 60",
            "60 | a+ b- c- | against panel | panel a / b / c => c => nothingToFind 60, defensible c 0; 60",
            "60 | a+ b- c- | against panel | panel a / b / c =>  => nothingToFind 60; 60",
            "60 | a+ b- c- | against engine | departs b:expected | panel b / b / b => a => found a 60; 60",
            "60 | a+ b- c- | against engine | departs b:expected | panel b / b / b => a b => found a 60, tooMany b -30; 30",
            "60 | a+ b- c- | against engine | departs b:expected | panel b / b / b => b => missed a 0, tooMany b -30, floor 30; 0",
            "50 | a+ b+ | hints 1 2 => a b => found a 25, found b 25; 50",
            "50 | a+ b+ | hints 1 2 => a => found a 25, missed b 0; 25",
            "50 | a+ b+ | hints 3 2 => a b => found a 25, found b 25, hint -4; 46",
            "50 | a+ b+ | hints 3 2 => a => found a 25, missed b 0, hint -4; 21",
            "50 | a+ b+ | hints 3 2 =>  => missed a 0, missed b 0, hint -4, floor 4; 0",
            "10 | a+ b+ c+ d- e- => a => found a 3.33, missed b 0, missed c 0; 3.33",
            "10 | a+ b+ c+ d- e- => a b => found a 3.33, found b 3.33, missed c 0; 6.66",
            "10 | a+ b+ c+ d- e- => a b c => found a 3.33, found b 3.33, found c 3.34; 10",
            "10 | a+ b+ c+ d- e- => a d => found a 3.33, missed b 0, missed c 0, tooMany d -5, floor 1.67; 0",
            "10 | a+ b+ c+ d- e- => b d e => missed a 0, found b 3.33, missed c 0, tooMany d -5, tooMany e -5, floor 6.67; 0",
            "1 | a+ b+ c+ d? => a => found a 0.33, missed b 0, missed c 0; 0.33",
            "1 | a+ b+ c+ d? => a b c => found a 0.33, found b 0.33, found c 0.34; 1",
            "1 | a+ b+ c+ d? => d => missed a 0, missed b 0, missed c 0, notSettled d -1, floor 1; 0",
            "1 | a+ b+ c+ d? => a d => found a 0.33, missed b 0, missed c 0, notSettled d -1, floor 0.67; 0",
            "20 | a+ b0 c- => a b => found a 20, defensible b 0; 20",
            "20 | a+ b0 c- => b => missed a 0, defensible b 0; 0",
            "20 | a+ b0 c- => b c => missed a 0, defensible b 0, tooMany c -20, floor 20; 0",
            "20 | a+ b0 c- => a b c => found a 20, defensible b 0, tooMany c -20; 0",
            "25 | none =>  => nothingToFind 25; 25",
        ]

    @Test(arguments: cases)
    func `L5, L8, L17: a line of the table is marked as it says`(row: String) throws {
        let parts = row.components(separatedBy: " => ")
        try #require(parts.count == 3, "\(row)")
        let written = try WrittenExercise(parts[0])
        let mark = written.mark(parts[1].split(separator: " ").map(String.init))
        #expect(written.text(of: mark) == parts[2])
        #expect(mark.lines.map(\.points).reduce(.zero, +) == mark.points, "the lines add up")
    }

    @Test func `the table has at least eighty cases, no two alike`() {
        #expect(Set(Self.cases).count >= 80)
        #expect(Set(Self.cases).count == Self.cases.count)
    }
}
