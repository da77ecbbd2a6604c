internal import CLibYAML

/// What libyaml finds, one step at a time.
enum YAMLEvent {
    /// A tag and an anchor, where the author wrote them.
    struct Properties {
        let tag: String?
        let anchor: String?
    }

    case documentStart
    case documentEnd
    case alias(String)
    case scalar(String, YAMLScalar.Style, Properties)
    case sequenceStart(isFlow: Bool, Properties)
    case mappingStart(isFlow: Bool, Properties)
    case collectionEnd
}

/// The events of a text, with their place in UTF-8 bytes.
///
/// libyaml's parser holds pointers into itself and into its input, so both live in memory of their own, which this
/// type frees.
struct YAMLEventStream: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let codePoints: CodePointTable
    private var hasEnded = false

    init(_ text: String) {
        bytes = .allocate(capacity: text.utf8.count)
        _ = bytes.initialize(from: text.utf8)
        codePoints = CodePointTable(UnsafeBufferPointer(bytes))
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else {
            preconditionFailure("libyaml finds no memory for its parser")
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        bytes.deallocate()
    }

    /// The next event with its place; `nil` at the end.
    mutating func next() throws(YAMLSyntaxError) -> (YAMLEvent, Range<Int>)? {
        while !hasEnded {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else {
                hasEnded = true
                throw syntaxError
            }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_END_EVENT { hasEnded = true }
            if let translated = YAMLEvent(event) { return (translated, range(of: event)) }
        }
        return nil
    }

    private func range(of event: yaml_event_t) -> Range<Int> {
        let start = offset(of: event.start_mark)
        return start..<max(start, offset(of: event.end_mark))
    }

    private func offset(of mark: yaml_mark_t) -> Int {
        codePoints.utf8Offset(of: Int(mark.index), in: UnsafeBufferPointer(bytes))
    }

    private var syntaxError: YAMLSyntaxError {
        let state = parser.pointee
        let isReaderError = state.error == YAML_READER_ERROR
        return YAMLSyntaxError(
            problem: state.problem.map { String(cString: $0) } ?? "out of memory",
            offset: isReaderError ? Int(state.problem_offset) : offset(of: state.problem_mark),
            refusedCharacter: isReaderError ? Unicode.Scalar(UInt32(truncatingIfNeeded: state.problem_value)) : nil,
            context: state.context.map { String(cString: $0) },
            contextOffset: state.context == nil ? nil : offset(of: state.context_mark))
    }
}

extension YAMLEvent {
    /// The event in Swift; `nil` for the start and end of the stream, which say nothing.
    fileprivate init?(_ event: yaml_event_t) {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            self = .documentStart
        case YAML_DOCUMENT_END_EVENT:
            self = .documentEnd
        case YAML_ALIAS_EVENT:
            self = .alias(text(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let value = String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let properties = Properties(tag: text(scalar.tag), anchor: text(scalar.anchor))
            self = .scalar(value, YAMLScalar.Style(scalar.style), properties)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            let properties = Properties(tag: text(start.tag), anchor: text(start.anchor))
            self = .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE, properties)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            let properties = Properties(tag: text(start.tag), anchor: text(start.anchor))
            self = .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE, properties)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            self = .collectionEnd
        default:
            return nil
        }
    }
}

extension YAMLScalar.Style {
    fileprivate init(_ style: yaml_scalar_style_t) {
        self =
            switch style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
    }
}

/// A C string of libyaml, which is UTF-8 and ends with zero.
private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer else { return nil }
    return String(cString: pointer)
}
