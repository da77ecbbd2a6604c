/// A dot plot as a metafile, with the same marks as its SVG.
struct MetafileDotPlot {
    private let view: DotPlotDrawing.View

    init(_ view: DotPlotDrawing.View) {
        self.view = view
    }

    private static let ink = Metafile.Colour(DotPlotPicture.ink)
    private static let muted = Metafile.Colour(DotPlotPicture.muted)
    private static let brand = Metafile.Colour(DotPlotPicture.brand)

    var bytes: [UInt8] {
        var file = Metafile(width: view.width, height: view.height)
        file.disc(10, 14, radius: 7, Self.brand)
        file.text(view.areaName, 24, 19, Self.ink)
        file.line(140, 5, 140, 23, Self.ink, width: 3)
        file.text(view.benchmarkName, 150, 19, Self.ink)
        for tick in view.ticks {
            file.line(tick.x, tick.top, tick.x, tick.bottom, .init(DotPlotPicture.faint), width: 1)
            file.text(tick.text, tick.x, tick.labelY, Self.muted, side: .middle)
        }
        for row in view.rows { draw(row, &file) }
        file.text(view.axis, 0, view.axisY, Self.muted)
        return file.bytes
    }

    private func draw(_ row: DotPlotDrawing.Row, _ file: inout Metafile) {
        for label in row.lines { file.text(label.text, 0, label.y, Self.ink, isStrong: true) }
        file.text(row.numbers, 0, row.numbersY, Self.muted)
        file.line(row.benchmarkX, row.y, row.x, row.y, .init(DotPlotPicture.border), width: 2)
        file.line(row.benchmarkX, row.tickTop, row.benchmarkX, row.tickBottom, Self.ink, width: 3)
        if row.isBeyond {
            file.polygon(
                [(row.x, row.tickTop), (row.x + 14, row.tickTop + 9), (row.x, row.tickTop + 18)], Self.brand)
        } else {
            file.disc(row.x, row.y, radius: 7, Self.brand)
        }
        file.text(row.ratio, row.ratioX, row.ratioY, Self.ink, side: row.ratioSide == "end" ? .end : .start)
    }
}
