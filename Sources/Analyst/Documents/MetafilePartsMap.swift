/// A map of parts as a metafile, with the same marks as its SVG. A hole has the shade of its part: metafiles fill each line..
struct MetafilePartsMap {
    private let view: PartsMapDrawing.View

    init(_ view: PartsMapDrawing.View) {
        self.view = view
    }

    private static let ink = Metafile.Colour(DotPlotPicture.ink)
    private static let border = Metafile.Colour(DotPlotPicture.border)

    var bytes: [UInt8] {
        var file = Metafile(width: view.width, height: view.height)
        for area in view.areas {
            for ring in area.rings {
                let corners = ring.corners
                file.polygon(corners.map { ($0.x, $0.y) }, .init(area.fill))
                for (index, corner) in corners.enumerated() {
                    let next = corners[(index + 1) % corners.count]
                    file.line(corner.x, corner.y, next.x, next.y, Self.border, width: 1)
                }
            }
        }
        for label in view.labels {
            file.text(label.text, label.x, label.y, Self.ink, side: .middle, isStrong: true)
        }
        for key in view.keys {
            let (right, bottom) = (key.x + 24, key.y + 18)
            file.polygon([(key.x, key.y), (right, key.y), (right, bottom), (key.x, bottom)], .init(key.fill))
            for side in [
                (key.x, key.y, right, key.y), (right, key.y, right, bottom), (right, bottom, key.x, bottom),
                (key.x, bottom, key.x, key.y),
            ] {
                file.line(side.0, side.1, side.2, side.3, Self.border, width: 1)
            }
            file.text(key.text, key.textX, key.textY, Self.ink)
        }
        let scale = view.scale
        file.line(scale.x1, scale.y, scale.x2, scale.y, Self.ink, width: 3)
        file.text(scale.text, scale.x1, scale.textY, Self.ink)
        return file.bytes
    }
}
