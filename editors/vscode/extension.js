// Starts `analyst rules language-server` and hands questions and answers to and fro. No package is needed beside what
// Visual Studio Code brings: the protocol is a head with a length and a body of JSON.
'use strict';

const vscode = require('vscode');
const { spawn } = require('child_process');
const path = require('path');

const selector = { language: 'yaml', scheme: 'file' };

/** The server as a process: messages in both directions. */
class Server {
  constructor(program, args, cwd, report) {
    this.number = 0;
    this.waiting = new Map();
    this.handlers = new Map();
    this.buffer = Buffer.alloc(0);
    this.process = spawn(program, args, { cwd });
    this.process.on('error', (error) => report(`${program}: ${error.message}`));
    this.process.on('exit', () => {
      for (const { resolve } of this.waiting.values()) resolve(null);
      this.waiting.clear();
    });
    this.process.stderr.on('data', (data) => report(String(data)));
    this.process.stdin.on('error', () => {});
    this.process.stdout.on('data', (data) => this.take(data));
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    if (!this.process.stdin.writable) return;
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  tell(method, params) { this.send({ method, params }); }

  /** The answer; null where there is none, or where the editor no longer wants it. */
  ask(method, params, token) {
    const id = ++this.number;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ id, method, params });
      if (token) token.onCancellationRequested(() => this.tell('$/cancelRequest', { id }));
    });
  }

  take(data) {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = /content-length: *(\d+)/i.exec(this.buffer.slice(0, end).toString());
      const length = head ? Number(head[1]) : 0;
      if (this.buffer.length < end + 4 + length) return;
      const body = this.buffer.slice(end + 4, end + 4 + length).toString();
      this.buffer = this.buffer.slice(end + 4 + length);
      if (length > 0) this.handle(JSON.parse(body));
    }
  }

  handle(message) {
    if (message.method) {
      const handler = this.handlers.get(message.method);
      if (handler) handler(message.params);
      if (message.id !== undefined) this.send({ id: message.id, result: null });
      return;
    }
    const wanted = this.waiting.get(message.id);
    if (!wanted) return;
    this.waiting.delete(message.id);
    if (message.error && message.error.code === -32800) wanted.resolve(null);
    else if (message.error) wanted.reject(new Error(message.error.message));
    else wanted.resolve(message.result);
  }

  async stop() {
    await Promise.race([this.ask('shutdown', null).catch(() => null), new Promise((done) => setTimeout(done, 1000))]);
    this.tell('exit', null);
    this.process.stdin.end();
  }
}

// From the editor to the protocol: its own ranges are written otherwise.
const plain = (r) => ({
  start: { line: r.start.line, character: r.start.character }, end: { line: r.end.line, character: r.end.character },
});

// From the protocol to the editor.
const position = (p) => new vscode.Position(p.line, p.character);
const range = (r) => new vscode.Range(position(r.start), position(r.end));
const location = (l) => new vscode.Location(vscode.Uri.parse(l.uri), range(l.range));

function workspaceEdit(edit) {
  const result = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(edit.changes || {})) {
    for (const change of edits) result.replace(vscode.Uri.parse(uri), range(change.range), change.newText);
  }
  return result;
}

function diagnostic(d) {
  const result = new vscode.Diagnostic(range(d.range), d.message, d.severity - 1);
  result.code = d.code;
  result.source = d.source;
  result.relatedInformation = (d.relatedInformation || []).map(
    (related) => new vscode.DiagnosticRelatedInformation(location(related.location), related.message));
  return result;
}

function symbol(s) {
  const result = new vscode.DocumentSymbol(s.name, s.detail || '', s.kind - 1, range(s.range), range(s.selectionRange));
  result.children = (s.children || []).map(symbol);
  return result;
}

let server = null;
let disposables = [];

function start(context) {
  const folder = vscode.workspace.workspaceFolders && vscode.workspace.workspaceFolders[0];
  if (!folder) return;
  const settings = vscode.workspace.getConfiguration('analyst', folder.uri);
  const args = ['rules', 'language-server', '--rules', path.resolve(folder.uri.fsPath, settings.get('rules')),
    '--lang', settings.get('language')];
  if (settings.get('sheet')) args.push('--sheet', path.resolve(folder.uri.fsPath, settings.get('sheet')));
  const output = vscode.window.createOutputChannel('Analyst');
  const found = vscode.languages.createDiagnosticCollection('analyst');
  server = new Server(settings.get('program'), args, folder.uri.fsPath, (text) => output.appendLine(text));
  const own = server;
  const lensesChanged = new vscode.EventEmitter();

  own.handlers.set('textDocument/publishDiagnostics', (params) => {
    found.set(vscode.Uri.parse(params.uri), params.diagnostics.map(diagnostic));
  });
  own.handlers.set('workspace/codeLens/refresh', () => lensesChanged.fire());

  const document = (d) => ({ uri: d.uri.toString() });
  const isOurs = (d) => d.languageId === 'yaml' && d.uri.scheme === 'file';
  const at = (d, p) => ({ textDocument: document(d), position: { line: p.line, character: p.character } });
  const languages = vscode.languages;
  const opened = (d) => {
    if (isOurs(d)) own.tell('textDocument/didOpen', { textDocument: { ...document(d), languageId: 'yaml', version: d.version, text: d.getText() } });
  };
  const legend = new vscode.SemanticTokensLegend(
    ['function', 'parameter', 'property', 'enumMember', 'class', 'variable', 'namespace', 'type'], ['declaration']);

  disposables = [
    output, found, lensesChanged,
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidCloseTextDocument((d) => {
      if (isOurs(d)) own.tell('textDocument/didClose', { textDocument: document(d) });
    }),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (!isOurs(event.document) || event.contentChanges.length === 0) return;
      own.tell('textDocument/didChange', {
        textDocument: { ...document(event.document), version: event.document.version },
        contentChanges: event.contentChanges.map((change) => ({ range: plain(change.range), text: change.text })),
      });
    }),
    languages.registerCompletionItemProvider(selector, {
      async provideCompletionItems(d, p, token) {
        const result = await own.ask('textDocument/completion', at(d, p), token);
        const items = ((result && result.items) || []).map((item) => {
          const completion = new vscode.CompletionItem(item.label, item.kind - 1);
          completion.detail = item.detail;
          completion.documentation = new vscode.MarkdownString(item.documentation.value);
          completion.sortText = item.sortText;
          completion.filterText = item.filterText;
          completion.range = range(item.textEdit.range);
          completion.insertText = item.textEdit.newText;
          return completion;
        });
        return new vscode.CompletionList(items, Boolean(result && result.isIncomplete));
      },
    }, '.', ':', ' ', '{'),
    languages.registerHoverProvider(selector, {
      async provideHover(d, p, token) {
        const result = await own.ask('textDocument/hover', at(d, p), token);
        return result ? new vscode.Hover(new vscode.MarkdownString(result.contents.value), range(result.range)) : null;
      },
    }),
    languages.registerDefinitionProvider(selector, {
      async provideDefinition(d, p, token) {
        return ((await own.ask('textDocument/definition', at(d, p), token)) || []).map(location);
      },
    }),
    languages.registerReferenceProvider(selector, {
      async provideReferences(d, p, options, token) {
        const params = { ...at(d, p), context: { includeDeclaration: options.includeDeclaration } };
        return ((await own.ask('textDocument/references', params, token)) || []).map(location);
      },
    }),
    languages.registerRenameProvider(selector, {
      async provideRenameEdits(d, p, newName, token) {
        const result = await own.ask('textDocument/rename', { ...at(d, p), newName }, token);
        return result ? workspaceEdit(result) : null;
      },
      async prepareRename(d, p, token) {
        const result = await own.ask('textDocument/prepareRename', at(d, p), token);
        if (!result) throw new Error('–');
        return { range: range(result.range), placeholder: result.placeholder };
      },
    }),
    languages.registerDocumentSymbolProvider(selector, {
      async provideDocumentSymbols(d, token) {
        return ((await own.ask('textDocument/documentSymbol', { textDocument: document(d) }, token)) || []).map(symbol);
      },
    }),
    languages.registerFoldingRangeProvider(selector, {
      async provideFoldingRanges(d, context, token) {
        const result = (await own.ask('textDocument/foldingRange', { textDocument: document(d) }, token)) || [];
        return result.map((fold) => new vscode.FoldingRange(fold.startLine, fold.endLine));
      },
    }),
    languages.registerCodeActionsProvider(selector, {
      async provideCodeActions(d, r, context, token) {
        const result = (await own.ask('textDocument/codeAction', { textDocument: document(d), range: plain(r) }, token)) || [];
        return result.map((entry) => {
          const action = new vscode.CodeAction(entry.title, vscode.CodeActionKind.QuickFix);
          action.edit = workspaceEdit(entry.edit);
          action.diagnostics = entry.diagnostics.map(diagnostic);
          action.isPreferred = entry.isPreferred;
          return action;
        });
      },
    }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
    languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: lensesChanged.event,
      async provideCodeLenses(d, token) {
        const result = (await own.ask('textDocument/codeLens', { textDocument: document(d) }, token)) || [];
        return result.map((lens) => new vscode.CodeLens(range(lens.range), lens.command));
      },
    }),
    languages.registerDocumentSemanticTokensProvider(selector, {
      async provideDocumentSemanticTokens(d, token) {
        const result = await own.ask('textDocument/semanticTokens/full', { textDocument: document(d) }, token);
        return result ? new vscode.SemanticTokens(new Uint32Array(result.data)) : null;
      },
    }, legend),
  ];
  own.ask('initialize', {
    processId: process.pid, rootUri: folder.uri.toString(),
    capabilities: { workspace: { codeLens: { refreshSupport: true } } },
    initializationOptions: { language: settings.get('language') },
  }).then(() => {
    own.tell('initialized', {});
    vscode.workspace.textDocuments.forEach(opened);
  });
}

async function stop() {
  const old = server;
  server = null;
  for (const disposable of disposables) disposable.dispose();
  disposables = [];
  if (old) await old.stop();
}

exports.activate = (context) => {
  context.subscriptions.push(vscode.commands.registerCommand('analyst.restart', async () => {
    await stop();
    start(context);
  }));
  start(context);
};
exports.deactivate = stop;
