/// A drawing of a report, in the forms that office files hold.
package enum Drawing: Sendable {
    case dotPlot(DotPlotDrawing.View)
    case map(PartsMapDrawing.View)

    /// In pixels.
    var size: (width: Int, height: Int) {
        switch self {
        case .dotPlot(let view): (view.width, view.height)
        case .map(let view): (view.width, view.height)
        }
    }

    /// What it tells, for those who do not see it.
    var summary: String {
        switch self {
        case .dotPlot(let view): view.summary
        case .map(let view): view.summary
        }
    }

    /// As a file of SVG.
    var picture: [UInt8] {
        switch self {
        case .dotPlot(let view): DotPlotPicture(view).bytes
        case .map(let view): PartsMapPicture(view).bytes
        }
    }

    /// As an Enhanced Metafile.
    var metafile: [UInt8] {
        switch self {
        case .dotPlot(let view): MetafileDotPlot(view).bytes
        case .map(let view): MetafilePartsMap(view).bytes
        }
    }
}
