package import Foundation
package import RuleEngine

/// Fetches tables from a service into a folder, from which they are read as any other files.
///
/// Pages are kept as they come in, so that a run that was broken off goes on where it was. What has come in whole is not
/// fetched again, unless that is asked.
///
///     let download = TableDownload(into: folder, from: service, day: "2026-11-01")
///     try download.fetch(all: TableRequest.all(of: recipes, in: municipality, service: nil))
package struct TableDownload {
    /// Bounds of what is fetched, so that a service that goes on without end does no harm.
    package struct Limits: Sendable {
        /// Bytes of one answer.
        package var answer = 64 << 20
        /// Bytes of one table.
        package var table = TableDocument.limit
        package var pages = 10_000
        /// How often one page is asked for.
        package var tries = 4
        /// The longest wait that a service may ask for, in seconds.
        package var wait = 60

        package init() {}
    }

    /// What became of a request.
    package enum Outcome: Hashable, Sendable {
        case fetched(rows: Int)
        /// It was there already.
        case kept(rows: Int, day: String)
        /// The publisher has no such table any more.
        case gone
    }

    private let folder: URL
    private let service: any TableService
    private let day: String
    private let isFresh: Bool
    private let limits: Limits
    private let pause: (Int) -> Void
    private let report: (LocalizedText) -> Void

    /// - Parameters:
    ///   - day: today, which is kept beside a table.
    ///   - isFresh: whether tables that are there are fetched again.
    ///   - pause: waits so many seconds.
    ///   - report: is told how far it is.
    package init(
        into folder: URL, from service: any TableService, day: String, isFresh: Bool = false, limits: Limits = Limits(),
        pause: @escaping (_ seconds: Int) -> Void = { _ in }, report: @escaping (LocalizedText) -> Void = { _ in }
    ) {
        self.folder = folder
        self.service = service
        self.day = day
        self.isFresh = isFresh
        self.limits = limits
        self.pause = pause
        self.report = report
    }

    /// Fetches several, without the other parts of a table that is gone.
    ///
    /// - Throws: what `fetch(_:)` throws.
    package func fetch(all requests: [TableRequest]) throws(BadInput) {
        var gone: Set<String> = []
        for request in requests where !gone.contains(request.table) {
            if try fetch(request) == .gone { gone.insert(request.table) }
        }
    }

    /// Fetches one; it need not be there any more.
    ///
    /// - Throws: `download/no-answer`, `download/refused`, `download/no-table`, `download/other-host`, `download/endless`,
    ///   `download/too-large`, and `download/unwritable` where the disk takes no more.
    @discardableResult
    package func fetch(_ request: TableRequest) throws(BadInput) -> Outcome {
        let files = DownloadFolder(folder, request)
        if !isFresh, let mark = files.mark, mark.rows < 0 {
            report(.wasGone(request, mark))
            return .gone
        }
        if !isFresh, let mark = files.mark {
            report(.kept(request, mark))
            return .kept(rows: mark.rows, day: mark.day)
        }
        report(.begins(request))
        try written(request) { () throws(FileFault) in try files.begin(isFresh: isFresh) }
        var pages: [ArraySlice<UInt8>] = []
        var (rows, size, resumed) = (0, 0, 0)
        var address: String? = request.address
        var asked: Set<String> = []
        while let current = address {
            let number = pages.count + 1
            guard number <= limits.pages, asked.insert(current).inserted else { throw BadInput([.endless(request)]) }
            let page: ServicePage
            if resumed == number - 1, let kept = kept(number, files, request) {
                page = kept
                resumed = number
            } else {
                if resumed > 0, resumed == number - 1 { report(.goesOn(resumed)) }
                guard let bytes = try answer(to: current, request) else {
                    guard number == 1 else { throw BadInput([.refused(request, 404)]) }
                    try written(request) { () throws(FileFault) in try files.abandon(day: day) }
                    report(.isGone)
                    return .gone
                }
                page = try self.page(bytes, request)
                try written(request) { () throws(FileFault) in try files.write(bytes, page: number) }
            }
            // A service that does not know the question for a part answers the same once more.
            if page.count > 0, pages.last == page.rows { throw BadInput([.endless(request)]) }
            pages.append(page.rows)
            rows += page.count
            size += page.rows.count
            guard size <= limits.table else { throw BadInput([.tooLarge(request, limits.table)]) }
            address = try next(behind: page, of: current, rows, request)
            if number % Self.told == 0 { report(.page(number, rows)) }
        }
        try written(request) { () throws(FileFault) in
            try files.finish(ServicePage.document(pages), rows: rows, day: day)
        }
        report(.ends(rows))
        return .fetched(rows: rows)
    }

    /// After how many pages it is told how far the fetch is.
    private static let told = 10

    private func kept(_ number: Int, _ files: DownloadFolder, _ request: TableRequest) -> ServicePage? {
        guard let bytes = files.page(number) else { return nil }
        // A page that is damaged is asked for once more.
        return try? ServicePage(name: request.file, bytes: bytes, region: request.region)
    }

    private func page(_ bytes: [UInt8], _ request: TableRequest) throws(BadInput) -> ServicePage {
        do {
            return try ServicePage(name: request.file, bytes: bytes, region: request.region)
        } catch {
            throw BadInput([.noTable(request, error.diagnostics.first)])
        }
    }

    /// The answer of the service; `nil` where it says that there is no such thing.
    private func answer(to address: String, _ request: TableRequest) throws(BadInput) -> [UInt8]? {
        var tried = 1
        while true {
            let wait: Int
            do {
                let answer = try service.answer(to: address, limit: limits.answer)
                switch answer.status {
                case 200: return answer.bytes
                case 404, 410: return nil
                case 429, 500...599:
                    guard tried < limits.tries else { throw BadInput([.refused(request, answer.status)]) }
                    wait = min(answer.retryAfter ?? 1 << (tried - 1), limits.wait)
                default: throw BadInput([.refused(request, answer.status)])
                }
            } catch let fault as ServiceFault {
                guard fault.isPassing, tried < limits.tries else { throw BadInput([.noAnswer(request, fault)]) }
                wait = 1 << (tried - 1)
            } catch let input as BadInput {
                throw input
            } catch {
                preconditionFailure("a service throws its faults")
            }
            report(.triesAgain(wait))
            pause(wait)
            tried += 1
        }
    }

    /// The address of the next page; `nil` behind the last.
    ///
    /// - Throws: `download/other-host` where the service links to another one.
    private func next(
        behind page: ServicePage, of current: String, _ rows: Int, _ request: TableRequest
    ) throws(BadInput) -> String? {
        guard let link = page.next else {
            // More than was asked for is all there is.
            return request.page.map { page.count == $0 } ?? false ? request.address(after: rows) : nil
        }
        guard let here = URL(string: current), let there = URL(string: link, relativeTo: here)?.absoluteURL,
            there.host == here.host, there.port == here.port || there.scheme != here.scheme,
            var parts = URLComponents(url: there, resolvingAgainstBaseURL: true)
        else { throw BadInput([.otherHost(request, link)]) }
        // Services behind a safe door often write links without it.
        parts.scheme = here.scheme
        parts.port = here.port
        guard let address = parts.string else { throw BadInput([.otherHost(request, link)]) }
        return address
    }

    private func written(_ request: TableRequest, _ body: () throws(FileFault) -> Void) throws(BadInput) {
        do {
            try body()
        } catch {
            throw BadInput([.unwritable(folder.path, request, error)], isUnwritable: true)
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func begins(_ request: TableRequest) -> LocalizedText {
        let host = URL(string: request.address)?.host ?? request.address
        return LocalizedText(
            nl: "Ophalen: \(request.title) van \(host)", en: "Fetching: \(request.title) from \(host)")
    }

    fileprivate static func kept(_ request: TableRequest, _ mark: DownloadFolder.Mark) -> LocalizedText {
        LocalizedText(
            nl: "Al opgehaald op \(mark.day): \(request.title), rijen: \(mark.rows)",
            en: "Fetched already on \(mark.day): \(request.title), rows: \(mark.rows)")
    }

    fileprivate static func goesOn(_ pages: Int) -> LocalizedText {
        LocalizedText(
            nl: "  verder na bladzijde \(pages), die er al was",
            en: "  going on after page \(pages), which was there already")
    }

    fileprivate static func page(_ number: Int, _ rows: Int) -> LocalizedText {
        LocalizedText(
            nl: "  bladzijde \(number); rijen tot nu toe: \(rows)", en: "  page \(number); rows so far: \(rows)")
    }

    fileprivate static func ends(_ rows: Int) -> LocalizedText {
        LocalizedText(nl: "  klaar; rijen: \(rows)", en: "  done; rows: \(rows)")
    }

    fileprivate static func triesAgain(_ seconds: Int) -> LocalizedText {
        LocalizedText(
            nl: "  geen goed antwoord; opnieuw over \(seconds) s", en: "  no good answer; again in \(seconds) s")
    }

    fileprivate static let isGone = LocalizedText(
        nl: "  de uitgever heeft deze tabel niet (meer); verder zonder",
        en: "  the publisher has no such table (any more); going on without it")

    fileprivate static func wasGone(_ request: TableRequest, _ mark: DownloadFolder.Mark) -> LocalizedText {
        LocalizedText(
            nl: "Was er niet op \(mark.day): \(request.title); opnieuw vragen: --refresh",
            en: "Was not there on \(mark.day): \(request.title); to ask again: --refresh")
    }
}

extension Diagnostic {
    fileprivate static func noAnswer(_ request: TableRequest, _ fault: ServiceFault) -> Diagnostic {
        Diagnostic(
            code: "download/no-answer",
            message: LocalizedText(
                nl: "\(request.title) is niet op te halen: \(fault.reason.nl)",
                en: "\(request.title) cannot be fetched: \(fault.reason.en)"),
            at: nil, hint: fault.advice)
    }

    fileprivate static func refused(_ request: TableRequest, _ status: Int) -> Diagnostic {
        Diagnostic(
            code: "download/refused",
            message: LocalizedText(
                nl: "\(request.title) is niet op te halen: de dienst antwoordt met status \(status)",
                en: "\(request.title) cannot be fetched: the service answers with status \(status)"),
            at: nil, hint: status >= 500 || status == 429 ? .later : .byHand)
    }

    fileprivate static func noTable(_ request: TableRequest, _ reason: Diagnostic?) -> Diagnostic {
        let why = reason?.message ?? LocalizedText(nl: "er staat niets in", en: "there is nothing in it")
        return Diagnostic(
            code: "download/no-table",
            message: LocalizedText(
                nl: "het antwoord op \(request.title) is geen tabel: \(why.nl)",
                en: "the answer to \(request.title) is no table: \(why.en)"),
            at: nil, hint: .later)
    }

    fileprivate static func otherHost(_ request: TableRequest, _ link: String) -> Diagnostic {
        let place = HarmlessText.of(String(link.prefix(200)), lineBreaks: .shown)
        return Diagnostic(
            code: "download/other-host",
            message: LocalizedText(
                nl: "de volgende bladzijde van \(request.title) zou van een ander adres komen: \(place)",
                en: "the next page of \(request.title) would come from another address: \(place)"),
            at: nil, hint: .byHand)
    }

    fileprivate static func endless(_ request: TableRequest) -> Diagnostic {
        Diagnostic(
            code: "download/endless",
            message: LocalizedText(
                nl: "\(request.title) houdt niet op: de dienst geeft steeds weer dezelfde of een volgende bladzijde",
                en: "\(request.title) does not end: the service gives the same page or a next one again and again"),
            at: nil, hint: .byHand)
    }

    fileprivate static func tooLarge(_ request: TableRequest, _ limit: Int) -> Diagnostic {
        Diagnostic(
            code: "download/too-large",
            message: LocalizedText(
                nl: "\(request.title) is groter dan \(limit >> 20) MiB",
                en: "\(request.title) is larger than \(limit >> 20) MiB"),
            at: nil, hint: .byHand)
    }

    fileprivate static func unwritable(_ folder: String, _ request: TableRequest, _ fault: FileFault) -> Diagnostic {
        Diagnostic(
            code: "download/unwritable",
            message: LocalizedText(
                nl: "\(request.title) kan niet worden bewaard in \(folder): \(fault.reason.nl)",
                en: "\(request.title) cannot be kept in \(folder): \(fault.reason.en)"),
            at: nil,
            hint: LocalizedText(
                nl: "maak ruimte, of noem met --cache een andere map; wat al binnen is, blijft bewaard",
                en: "make room, or name another folder with --cache; what has come in is kept"))
    }
}

extension LocalizedText {
    fileprivate static let later = LocalizedText(
        nl:
            "probeer het later opnieuw; wat al binnen is, blijft bewaard. Blijft het zo, haal de tabel dan op via de site "
            + "van de uitgever en noem de map met --from",
        en:
            "try again later; what has come in is kept. If it stays so, download the table from the publisher's site and "
            + "name the folder with --from")

    fileprivate static let byHand = LocalizedText(
        nl:
            "haal de tabel op via de site van de uitgever en noem de map met --from; klopt het adres niet meer, pas dan "
            + "‘download’ aan in rules/imports",
        en: "download the table from the publisher's site and name the folder with --from; where the address is no "
            + "longer right, change ‘download’ in rules/imports")
}
