internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// The pages over HTTP.
package struct WebServer: Sendable {
    private let site: Site
    private let host: String
    private let port: Int

    /// The text of a form, and a form with files.
    private static let longestForm = 1 << 20
    private static let longestUpload = 20 << 20

    /// - Parameter port: 0 for any that is free.
    package init(_ site: Site, host: String = "127.0.0.1", port: Int) {
        self.site = site
        self.host = host
        self.port = port
    }

    /// Answers until the program is told to stop, or the task is cancelled.
    ///
    /// - Parameter started: called with the port when the server listens.
    /// - Parameter handlesSignals: SIGTERM and SIGINT stop it.
    package func run(handlesSignals: Bool = true, started: @escaping @Sendable (Int) -> Void) async throws {
        var logger = Logger(label: "analyst")
        logger.logLevel = .critical
        let site = site
        let addresses = ClientAddress(trusting: site.setting.proxies)
        let responder = CallbackResponder<Context> { request, context in
            await Self.respond(to: request, peer: context.client, addresses, of: site)
        }
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: .init(address: .hostname(host, port: port)),
            onServerRunning: { channel in started(channel.localAddress?.port ?? 0) },
            logger: logger)
        if handlesSignals {
            try await application.runService()
        } else {
            try await application.run()
        }
    }

    private static func respond(
        to request: Request, peer: String, _ addresses: ClientAddress, of site: Site
    ) async -> Response {
        guard let method = WebRequest.Method(rawValue: request.method.rawValue) else {
            return response(site.refuse(.notFound))
        }
        var headers: [String: String] = [:]
        for field in request.headers {
            let name = field.name.canonicalName
            headers[name] = headers[name].map { "\($0)\(name == "cookie" ? "; " : ", ")\(field.value)" } ?? field.value
        }
        let client = addresses.of(peer: peer, forwarded: headers["x-forwarded-for"])
        // HTTP types keep the host apart from the other headers.
        if let authority = request.head.authority { headers["host"] = authority }
        let isUpload = MultipartForm.boundary(in: headers["content-type"] ?? "") != nil
        let limit = isUpload ? longestUpload : longestForm
        var body: [UInt8] = []
        do {
            if let length = headers["content-length"].flatMap({ Int($0) }), length > limit {
                return closing(site.refuse(.tooLarge))
            }
            for try await buffer in request.body {
                guard body.count + buffer.readableBytes <= limit else { return closing(site.refuse(.tooLarge)) }
                body += buffer.readableBytesView
            }
            return response(
                await site.respond(
                    to: try WebRequest(
                        method: method, target: request.head.path ?? "/", headers: headers, body: body, client: client))
            )
        } catch {
            return response(site.refuse(.broken))
        }
    }

    /// An answer to what was not read to its end: the line is of no further use.
    private static func closing(_ answer: WebResponse) -> Response {
        var answer = answer
        answer.headers.append(("Connection", "close"))
        return response(answer)
    }

    private static func response(_ answer: WebResponse) -> Response {
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        return Response(
            status: .init(code: answer.status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    /// Who is on the other side of the line.
    private struct Context: RequestContext {
        var coreContext: CoreRequestContextStorage
        let client: String

        init(source: ApplicationRequestContextSource) {
            coreContext = .init(source: source)
            client = source.channel.remoteAddress?.ipAddress ?? ""
        }
    }
}
