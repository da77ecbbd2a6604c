import Foundation
import RuleEngine
import TestSupport

/// Feeds random texts to all that reads texts, in a process of its own that may trap or hang.
///
///     swift run -c release --package-path Fuzzing Fuzzing FOLDER… [--count N] [--seed N] [--from N]
///     swift run -c release --package-path Fuzzing Fuzzing FOLDER… [--seed N] --only N
///
/// The folders hold rule files; those directly in a `base` folder are left whole, for the others to refer to. `--only` shows one input and runs it in the debugger's reach.
@main
struct Fuzzing {
    static func main() throws {
        var options = Options()
        guard options.read(CommandLine.arguments.dropFirst()) else {
            print("usage: Fuzzing FOLDER… [--count N] [--seed N] [--from N] [--only N]")
            exit(2)
        }
        if let number = options.only {
            var generator = FuzzGenerator(corpus: try corpus(below: options.folders), seed: options.seed)
            let input = generator.input(number: number)
            print(input)
            print(FuzzCheck(corpus: generator.corpus).fault(of: input) ?? "fine")
        } else if let journal = options.journal {
            try Worker(corpus: try corpus(below: options.folders), seed: options.seed, journal: Journal(path: journal))
                .run(options.from..<(options.from + options.count))
        } else {
            let isFine = try Supervisor(options: options, corpus: try corpus(below: options.folders)).run()
            exit(isFine ? 0 : 1)
        }
    }

    /// The files of `base/` folders are the rule base; the others are damaged, and give expressions to damage.
    private static func corpus(below folders: [String]) throws -> FuzzCorpus {
        var base: [SourceFile] = []
        var texts: [String] = []
        for folder in folders {
            let root = URL(filePath: folder)
            let paths = (FileManager.default.enumerator(atPath: root.path)?.allObjects ?? []).compactMap {
                $0 as? String
            }
            for path in paths.sorted() where path.hasSuffix(".yaml") {
                let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
                texts.append(text)
                if path.hasPrefix("base/") { base.append(SourceFile(name: path, text: text)) }
            }
        }
        return FuzzCorpus(base: base, ruleFiles: texts)
    }
}
