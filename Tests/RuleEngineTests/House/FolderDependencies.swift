/// Which folders of a target build on which, by the names of types in their files.
struct FolderDependencies {
    /// An arrow of the picture: `to` names types of `from`.
    struct Arrow: Hashable, Comparable, CustomStringConvertible {
        let from: String
        let to: String
        var description: String { "\(from) --> \(to)" }

        static func < (left: Arrow, right: Arrow) -> Bool { (left.from, left.to) < (right.from, right.to) }
    }

    let arrows: Set<Arrow>

    init(_ arrows: Set<Arrow>) { self.arrows = arrows }

    /// A type counts for the first folder that declares it; what a folder declares itself, nested or not, it does not
    /// take from another.
    init(in files: [SwiftSource], target: String) {
        let folders = files.map { Self.folder(of: $0, target: target) }
        var homes: [String: Set<String>] = [:]
        var own: [String: Set<String>] = [:]
        for (file, folder) in zip(files, folders) {
            guard let folder else { continue }
            for name in file.declaredTypes(topLevel: true) { homes[name, default: []].insert(folder) }
            own[folder, default: []].formUnion(file.declaredTypes(topLevel: false))
        }
        var arrows: Set<Arrow> = []
        for (file, folder) in zip(files, folders) {
            guard let folder else { continue }
            for index in file.tokens.indices {
                let name = file.tokens[index].text
                let isMember = index > 0 && file.tokens[index - 1].text == "."
                guard !isMember, own[folder]?.contains(name) != true, let home = homes[name], home.count == 1,
                    let from = home.first, from != folder
                else { continue }
                arrows.insert(Arrow(from: from, to: folder))
            }
        }
        self.arrows = arrows
    }

    /// Without the arrows that others lead around.
    var reduced: FolderDependencies {
        FolderDependencies(arrows.filter { arrow in !leads(from: arrow.from, to: arrow.to, besides: arrow) })
    }

    private func leads(from start: String, to end: String, besides left: Arrow) -> Bool {
        var reached: Set = [start]
        var waiting = [start]
        while let folder = waiting.popLast() {
            for arrow in arrows where arrow.from == folder && arrow != left && reached.insert(arrow.to).inserted {
                if arrow.to == end { return true }
                waiting.append(arrow.to)
            }
        }
        return false
    }

    /// `nil` for a file beside the folders.
    private static func folder(of file: SwiftSource, target: String) -> String? {
        let parts = file.path.dropFirst("Sources/\(target)/".count).split(separator: "/")
        return parts.count > 1 ? String(parts[0]) : nil
    }
}
