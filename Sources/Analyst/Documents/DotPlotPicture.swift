/// A dot plot as an SVG file that stands on its own (SVG 1.1), with its title and what it tells.
package struct DotPlotPicture {
    private let view: DotPlotDrawing.View

    package init(_ view: DotPlotDrawing.View) {
        self.view = view
    }

    package var bytes: [UInt8] {
        var xml = XMLText()
        xml.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "width": "\(view.width)", "height": "\(view.height)",
                "viewBox": "0 0 \(view.width) \(view.height)", "font-family": "Arial, Helvetica, sans-serif",
                "font-size": "15",
            ]
        ) { xml in
            xml.element("title", text: view.title)
            xml.element("desc", text: view.summary)
            legend(&xml)
            for tick in view.ticks {
                line(tick.x, tick.top, tick.x, tick.bottom, Self.faint, 1, &xml)
                text(tick.text, tick.x, tick.labelY, Self.muted, side: "middle", &xml)
            }
            for row in view.rows { draw(row, &xml) }
            text(view.axis, 0, view.axisY, Self.muted, &xml)
        }
        return xml.bytes
    }

    static let ink = "#1b1f24"
    static let muted = "#4a5560"
    static let brand = "#17506b"
    static let border = "#5f6b76"
    static let faint = "#d5dbe1"

    private func legend(_ xml: inout XMLText) {
        xml.element("circle", ["cx": "10", "cy": "14", "r": "7", "fill": Self.brand])
        text(view.areaName, 24, 19, Self.ink, &xml)
        line(140, 5, 140, 23, Self.ink, 3, &xml)
        text(view.benchmarkName, 150, 19, Self.ink, &xml)
    }

    private func draw(_ row: DotPlotDrawing.Row, _ xml: inout XMLText) {
        for label in row.lines { text(label.text, 0, label.y, Self.ink, isStrong: true, &xml) }
        text(row.numbers, 0, row.numbersY, Self.muted, &xml)
        line(row.benchmarkX, row.y, row.x, row.y, Self.border, 2, &xml)
        line(row.benchmarkX, row.tickTop, row.benchmarkX, row.tickBottom, Self.ink, 3, &xml)
        if row.isBeyond {
            xml.element("path", ["d": "M\(row.x) \(row.tickTop)l14 9l-14 9z", "fill": Self.brand])
        } else {
            xml.element("circle", ["cx": "\(row.x)", "cy": "\(row.y)", "r": "7", "fill": Self.brand])
        }
        text(row.ratio, row.ratioX, row.ratioY, Self.ink, side: row.ratioSide, &xml)
    }

    private func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ colour: String, _ width: Int, _ xml: inout XMLText)
    {
        xml.element(
            "line",
            [
                "x1": "\(x1)", "y1": "\(y1)", "x2": "\(x2)", "y2": "\(y2)", "stroke": colour,
                "stroke-width": "\(width)",
            ])
    }

    private func text(
        _ text: String, _ x: Int, _ y: Int, _ colour: String, side: String? = nil, isStrong: Bool = false,
        _ xml: inout XMLText
    ) {
        xml.element(
            "text",
            [
                "x": "\(x)", "y": "\(y)", "fill": colour, "text-anchor": side,
                "font-weight": isStrong ? "bold" : nil,
            ], text: text)
    }
}
