package import RuleEngine

/// Where the marks of a dot plot stand, in whole pixels.
///
/// All rows share one axis: the ratio of area to benchmark, from 0 to at most 4, so that 1 is the benchmark in
/// each. A row has its label, its numbers, and a line from benchmark (tick) to area (dot); a ratio beyond the axis
/// is an arrow at its end. Shapes and numbers tell all that colours tell.
package struct DotPlotDrawing {
    package let view: View

    /// What the template reads.
    package struct View {
        package let anchor: String
        package let title: String
        package let description: String
        package let summary: String
        package let areaName: String
        package let benchmarkName: String
        package let axis: String
        package let axisY: Int
        package let width: Int
        package let height: Int
        package let ticks: [Tick]
        package let rows: [Row]
    }

    package struct Tick {
        package let x: Int
        package let top: Int
        package let bottom: Int
        package let labelY: Int
        package let text: String
    }

    package struct Row {
        package let lines: [Line]
        package let numbers: String
        package let numbersY: Int
        package let y: Int
        package let x: Int
        package let benchmarkX: Int
        package let tickTop: Int
        package let tickBottom: Int
        package let isBeyond: Bool
        package let ratio: String
        package let ratioX: Int
        package let ratioY: Int
        package let ratioSide: String
    }

    package struct Line {
        package let text: String
        package let y: Int
    }

    private static let width = 640
    private static let left = 12
    private static let right = 560
    private static let top = 40
    private static let lineHeight = 20
    /// Characters that fit beside each other.
    private static let lineLength = 70

    package init(_ plot: AnalysisDocument.DotPlot, language: Language, anchor: String) {
        let halves = Self.axisEndInHalves(plot)
        func x(_ ratio: FEELNumber) -> Int {
            let share = min(max(ratio.doubleValue * 2 / Double(halves), 0), 1)
            return Self.left + Int((share * Double(Self.right - Self.left)).rounded())
        }
        var y = Self.top
        var rows: [Row] = []
        for row in plot.rows {
            let lines = TextLines.wrapped(row.label, width: Self.lineLength).map { text in
                y += Self.lineHeight
                return Line(text: text, y: y)
            }
            let numbersY = y + Self.lineHeight
            y = numbersY + 20
            rows.append(Self.row(row, lines: lines, numbersY: numbersY, y: y, halves: halves, x: x, language: language))
            y += 22
        }
        view = View(
            anchor: anchor, title: plot.title, description: plot.description,
            summary: ([plot.description] + plot.rows.map { Self.sentence($0, language) })
                .joined(separator: " "),
            areaName: ReportWords.area[language], benchmarkName: ReportWords.benchmark[language],
            axis: ReportWords.axis[language], axisY: y + 44, width: Self.width, height: y + 56,
            ticks: (0...halves).map { half in
                let ratio = FEELNumber(half * 5).divided(by: 10) ?? .zero
                return Tick(
                    x: x(ratio), top: Self.top, bottom: y, labelY: y + 20,
                    text: NumberText.text(of: ratio, in: language))
            },
            rows: rows)
    }

    private static func row(
        _ row: AnalysisDocument.DotPlot.Row, lines: [Line], numbersY: Int, y: Int, halves: Int, x: (FEELNumber) -> Int,
        language: Language
    ) -> Row {
        let dot = x(row.ratio)
        let isBeyond = row.ratio.doubleValue * 2 > Double(halves)
        // The number stands on the side of the dot that is away from the benchmark; without room there, on the
        // other side of the benchmark.
        let isAtLeft = row.ratio < .one && dot >= left + 70
        let rightmost = max(dot, x(.one))
        return Row(
            lines: lines, numbers: row.numbers(in: language), numbersY: numbersY, y: y, x: dot, benchmarkX: x(.one),
            tickTop: y - 9, tickBottom: y + 9, isBeyond: isBeyond, ratio: row.times(in: language),
            ratioX: isAtLeft ? dot - 12 : rightmost + (isBeyond ? 18 : 12), ratioY: y + 5,
            ratioSide: isAtLeft ? "end" : "start")
    }

    /// The end of the axis, counted in halves: beyond the greatest ratio, at least 1.5 and at most 4.
    private static func axisEndInHalves(_ plot: AnalysisDocument.DotPlot) -> Int {
        (3...8).first { half in plot.rows.allSatisfy { $0.ratio.doubleValue * 2 <= Double(half) } } ?? 8
    }

    private static func sentence(_ row: AnalysisDocument.DotPlot.Row, _ language: Language) -> String {
        "\(row.label): \(row.times(in: language)), \(row.numbers(in: language))."
    }
}
