/// All pages, each with its address below `/` and below `/en/`.
package enum Routes {
    package static let all: [Route] = [
        Route("", StartPage.self),
        Route("help", HelpPage.self),
        Route("dossiers/new", NewDossierPage.self),
        Route("dossiers/:dossier", TaskListPage.self),
        Route("dossiers/:dossier/next", NextQuestionPage.self),
        Route("dossiers/:dossier/questions/:question", QuestionPage.self),
        Route("dossiers/:dossier/parts/:part", CheckPage.self),
        Route("dossiers/:dossier/perspectives", PerspectivesPage.self),
        Route("dossiers/:dossier/history", HistoryPage.self),
        Route("dossiers/:dossier/sheet", SheetDownloadPage.self),
        Route("dossiers/:dossier/close", ClosePage.self),
        Route("dossiers/:dossier/copy", CopyPage.self),
        Route("dossiers/:dossier/delete", DeletePage.self),
    ]
}
