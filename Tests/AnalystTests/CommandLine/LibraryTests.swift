import Foundation
import Testing

/// The application is a library: a program of a few lines stands on it without command line, web or database.
@Suite struct LibraryTests {
    @Test func `a program without a terminal reads a fact sheet with the library alone`() throws {
        let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let places = [products, Project.root.appending(path: ".build/debug")].map {
            $0.appending(path: "LibraryProgram")
        }
        let program: URL = try #require(places.first { FileManager.default.isExecutableFile(atPath: $0.path) })
        let process = Process()
        let output = Pipe()
        process.executableURL = program
        process.environment = ["SHEET": Project.root.appending(path: "sheets/amsterdam/transvaalbuurt.yaml").path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(text.hasPrefix("transvaalbuurt: "), "\(text)")
        #expect(text.hasSuffix(" efforts\n"), "\(text)")
    }
}
