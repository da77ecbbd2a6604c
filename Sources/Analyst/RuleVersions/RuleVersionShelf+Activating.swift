import Foundation
package import RuleEngine

extension RuleVersionShelf {
    /// The files of a version of which the text in use is no longer what it was when the work on them began.
    package func filesChangedMeanwhile(in version: RuleVersion) throws(RuleVersionFault) -> [RuleFilePath] {
        var changed: [RuleFilePath] = []
        for path in version.files {
            let inUse = try inUse(path)?.text
            guard inUse != (try before(path, in: version.id))?.text else { continue }
            if inUse != (try text(path, in: version.id))?.text { changed.append(path) }
        }
        return changed
    }

    /// Puts the files of a checked version among the rules in use, all or none, and ends the version that was in use before.
    ///
    /// Before the first file is put in its place the version says that this has begun; should the machine stop in the middle,
    /// `finish` goes on with it.
    package func activate(_ id: String, by author: String?, on day: FEELDate) throws(RuleVersionFault) {
        try locked { () throws(RuleVersionFault) in
            var version = try version(id)
            guard version.state == .checked, !version.files.isEmpty else { throw .wrongState(version.state) }
            let changed = try filesChangedMeanwhile(in: version)
            guard changed.isEmpty else { throw .rulesChanged(changed) }
            version.isUnfinished = true
            try write(version)
            do throws(RuleVersionFault) {
                try putFiles(of: version)
            } catch {
                version.isUnfinished = false
                try write(version)
                throw error
            }
            try close(version, by: author, on: day)
        }
    }

    /// Goes on with what a stop of the machine left unfinished.
    ///
    /// - Returns: whether there was anything.
    @discardableResult
    package func finish(on day: FEELDate) throws(RuleVersionFault) -> Bool {
        guard versions().versions.contains(where: \.isUnfinished) else { return false }
        try locked { () throws(RuleVersionFault) in
            for version in versions().versions where version.isUnfinished {
                try putFiles(of: version)
                try close(version, by: nil, on: day)
            }
        }
        return true
    }

    /// Checked versions that may be in use from a day on, the first planned first.
    package func due(on day: FEELDate) -> [RuleVersion] {
        versions().versions.filter { version in
            version.state == .checked && version.from.map { $0 <= day } == true
        }.sorted { ($0.from ?? day, $0.id) < ($1.from ?? day, $1.id) }
    }

    private func close(_ version: RuleVersion, by author: String?, on day: FEELDate) throws(RuleVersionFault) {
        for var former in versions().versions where former.state == .active && former.id != version.id {
            former.steps.append(.init(.ended, on: day, by: author, note: version.id))
            try write(former)
        }
        var version = version
        version.isUnfinished = false
        version.steps.append(.init(.active, on: day, by: author))
        try write(version)
    }

    private func putFiles(of version: RuleVersion) throws(RuleVersionFault) {
        var files: [OutputFiles.Part] = []
        for path in version.files {
            guard let text = try text(path, in: version.id) else { continue }
            guard Self.isPlain(path, below: rules) else { throw .unwritable(name(of: path), .linkLoop) }
            let place = rules.appending(path: path.description)
            try makeFolder(place.deletingLastPathComponent())
            files.append(.init(place: place.path, bytes: Array(text.text.utf8)))
        }
        do {
            try OutputFiles.replace(files)
        } catch {
            throw .unwritable(rules.path, error)
        }
    }
}
