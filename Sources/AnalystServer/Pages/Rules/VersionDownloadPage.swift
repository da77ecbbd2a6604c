import Analyst
import RuleEngine

/// The files of a version as one zip, with the paths that they have among the rules.
package enum VersionDownloadPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench(visit)
        guard let version = bench.version else { throw .notFound }
        let texts = try Workbench.found { () throws(RuleVersionFault) in try bench.desk.shelf.texts(in: version) }
        var zip = ZipFile()
        for text in texts { zip.add(text.name, Array(text.text.utf8)) }
        return .download(zip.bytes, name: "\(version.id).zip", type: "application/zip")
    }
}
