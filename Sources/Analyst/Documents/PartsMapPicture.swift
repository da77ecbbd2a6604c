/// A map of parts as an SVG file that stands on its own (SVG 1.1), with its title and what it tells.
struct PartsMapPicture {
    private let view: PartsMapDrawing.View

    init(_ view: PartsMapDrawing.View) {
        self.view = view
    }

    var bytes: [UInt8] {
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
            for area in view.areas {
                xml.element(
                    "path",
                    [
                        "d": area.path, "fill": area.fill, "fill-rule": "evenodd", "stroke": DotPlotPicture.border,
                        "stroke-width": "1",
                    ])
            }
            for label in view.labels {
                text(label.text, label.x, label.y, side: "middle", isStrong: true, &xml)
            }
            for key in view.keys {
                xml.element(
                    "rect",
                    [
                        "x": "\(key.x)", "y": "\(key.y)", "width": "24", "height": "18", "fill": key.fill,
                        "stroke": DotPlotPicture.border,
                    ])
                text(key.text, key.textX, key.textY, &xml)
            }
            let scale = view.scale
            xml.element(
                "line",
                [
                    "x1": "\(scale.x1)", "y1": "\(scale.y)", "x2": "\(scale.x2)", "y2": "\(scale.y)",
                    "stroke": DotPlotPicture.ink, "stroke-width": "3",
                ])
            text(scale.text, scale.x1, scale.textY, &xml)
        }
        return xml.bytes
    }

    private func text(
        _ text: String, _ x: Int, _ y: Int, side: String? = nil, isStrong: Bool = false, _ xml: inout XMLText
    ) {
        xml.element(
            "text",
            [
                "x": "\(x)", "y": "\(y)", "fill": DotPlotPicture.ink, "text-anchor": side,
                "font-weight": isStrong ? "bold" : nil,
            ], text: text)
    }
}
