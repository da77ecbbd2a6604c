/// A drawing as an Enhanced Metafile (MS-EMF): lines, discs, polygons and texts, as Word and LibreOffice draw them without
/// loss. In tenths of a pixel of 1/96 inch.
struct Metafile {
    /// A colour by its parts, from 0 to 255.
    struct Colour: Hashable {
        let red: Int
        let green: Int
        let blue: Int

        /// "#17506b"
        init(_ code: String) {
            let value = Int(code.dropFirst(), radix: 16) ?? 0
            (red, green, blue) = (value >> 16 & 255, value >> 8 & 255, value & 255)
        }

        fileprivate var number: Int { blue << 16 | green << 8 | red }
    }

    enum Side: Int { case start = 0, end = 2, middle = 6 }

    private var records: [UInt8] = []
    private var count = 0
    private let width: Int
    private let height: Int
    private var side: Side?

    /// The handles of things that are made anew for each use, and of the two fonts.
    private static let (tool, font, strongFont) = (1, 2, 3)
    private static let nothing = (pen: 0x8000_0008, brush: 0x8000_0005)

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        // Text without a box behind it.
        add(18) { $0.put(1, 4) }
        for (handle, weight) in [(Self.font, 400), (Self.strongFont, 700)] {
            add(82) { record in
                record.put(handle, 4)
                record.put(-FontWidths.size * 10, 4)
                record.put(0, 12)
                record.put(weight, 4)
                record.put(0, 8)
                record += Self.padded("Arial", to: 64)
                // Full name, style, and the fields that no reader uses.
                record.put(0, 320 - 92)
            }
        }
    }

    var bytes: [UInt8] {
        var all = self
        all.add(14) { record in
            record.put(0, 4)
            record.put(16, 4)
            record.put(20, 4)
        }
        let size = 88 + all.records.count
        var header: [UInt8] = []
        header.put(1, 4)
        header.put(88, 4)
        for side in [0, 0, width * 10 - 1, height * 10 - 1] { header.put(side, 4) }
        // In hundredths of a millimetre.
        for side in [0, 0, width * 2540 / 96, height * 2540 / 96] { header.put(side, 4) }
        header.put(0x464D_4520, 4)
        header.put(0x1_0000, 4)
        header.put(size, 4)
        header.put(all.count + 1, 4)
        header.put(4, 2)
        header.put(0, 2 + 12)
        // The screen that it is drawn for: 960 points to an inch.
        for number in [9600, 9600, 254, 254] { header.put(number, 4) }
        return header + all.records
    }

    mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ colour: Colour, width: Int) {
        with(pen: colour, width: width) { file in
            file.add(27) {
                $0.put(x1 * 10, 4); $0.put(y1 * 10, 4)
            }
            file.add(54) {
                $0.put(x2 * 10, 4); $0.put(y2 * 10, 4)
            }
        }
    }

    mutating func disc(_ x: Int, _ y: Int, radius: Int, _ colour: Colour) {
        with(brush: colour) { file in
            file.add(42) { record in
                for side in [x - radius, y - radius, x + radius, y + radius] { record.put(side * 10, 4) }
            }
        }
    }

    mutating func polygon(_ points: [(x: Int, y: Int)], _ colour: Colour) {
        let corners = [0, 0, width, height]
        with(brush: colour) { file in
            file.add(86) { record in
                for side in corners { record.put(side * 10, 4) }
                record.put(points.count, 4)
                for point in points {
                    record.put(point.x * 10, 2)
                    record.put(point.y * 10, 2)
                }
            }
        }
    }

    /// A text on its base line.
    mutating func text(
        _ text: String, _ x: Int, _ y: Int, _ colour: Colour, side: Side = .start, isStrong: Bool = false
    ) {
        let units = Array(text.utf16)
        guard !units.isEmpty else { return }
        if self.side != side {
            self.side = side
            add(22) { $0.put(24 | side.rawValue, 4) }
        }
        add(24) { $0.put(colour.number, 4) }
        add(37) { $0.put(isStrong ? Self.strongFont : Self.font, 4) }
        let advances = FontWidths.advances(of: text, isStrong: isStrong)
        let padded = (units.count * 2 + 3) / 4 * 4
        let corners = [0, 0, width, height]
        add(84) { record in
            for side in corners { record.put(side * 10, 4) }
            record.put(1, 4)
            // Both scales are 1, as a floating-point number of 32 bits.
            record.put(0x3F80_0000, 4)
            record.put(0x3F80_0000, 4)
            record.put(x * 10, 4)
            record.put(y * 10, 4)
            record.put(units.count, 4)
            record.put(76, 4)
            record.put(0, 4)
            record.put(0, 16)
            record.put(76 + padded, 4)
            for unit in units { record.put(Int(unit), 2) }
            record.put(0, padded - units.count * 2)
            for advance in advances { record.put(advance, 4) }
        }
    }

    // MARK: Records

    private mutating func with(pen colour: Colour, width: Int, _ body: (inout Metafile) -> Void) {
        add(38) { record in
            record.put(Self.tool, 4)
            record.put(0, 4)
            record.put(width * 10, 4)
            record.put(0, 4)
            record.put(colour.number, 4)
        }
        use(body)
    }

    private mutating func with(brush colour: Colour, _ body: (inout Metafile) -> Void) {
        add(39) { record in
            record.put(Self.tool, 4)
            record.put(0, 4)
            record.put(colour.number, 4)
            record.put(0, 4)
        }
        add(37) { $0.put(Self.nothing.pen, 4) }
        use(body)
    }

    /// Takes the tool that was made, works with it and throws it away.
    private mutating func use(_ body: (inout Metafile) -> Void) {
        add(37) { $0.put(Self.tool, 4) }
        body(&self)
        add(37) { $0.put(Self.nothing.pen, 4) }
        add(37) { $0.put(Self.nothing.brush, 4) }
        add(40) { $0.put(Self.tool, 4) }
    }

    private mutating func add(_ type: Int, _ content: (inout [UInt8]) -> Void) {
        var record: [UInt8] = []
        content(&record)
        records.put(type, 4)
        records.put(record.count + 8, 4)
        records += record
        count += 1
    }

    private static func padded(_ text: String, to size: Int) -> [UInt8] {
        var result: [UInt8] = []
        for unit in text.utf16 { result.put(Int(unit), 2) }
        result.put(0, size - result.count)
        return result
    }
}

extension [UInt8] {
    /// Adds a number in so many bytes, the lowest first; a nought in any number of bytes.
    fileprivate mutating func put(_ number: Int, _ size: Int) {
        for index in 0..<size { append(index < 8 ? UInt8(truncatingIfNeeded: number >> (8 * index)) : 0) }
    }
}
