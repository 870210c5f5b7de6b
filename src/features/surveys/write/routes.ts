import { get, post } from '../../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../../platform/web/route.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { urls } from '../../../urls.ts'
import { onObject } from '../../accounts/guard.ts'
import type { PermissionName } from '../../accounts/permissions.ts'
import { onOwnOrganisation } from '../../organisations/guard.ts'
import { saveAbout, showAbout } from './about-pages.ts'
import { saveItems, showItems } from './items-pages.ts'
import { addLanguage, readTranslationFile, saveTranslation, sendTranslationFile, showLanguages, showTranslation } from './language-pages.ts'
import { createBlank, showBank, showQuestionnaires, showReady, takeReady } from './list-pages.ts'
import { saveImport, sendExport, showExport, showImport } from '../exchange/pages.ts'
import { largestQuestionnaire } from '../exchange/read-questionnaire.ts'
import { saveDelete, showDelete } from './delete-pages.ts'
import { showPreview } from './preview-page.ts'
import { saveMove, saveQuestion, saveRemove, showEditQuestion, showNewQuestion, showRemove } from './question-pages.ts'
import { showQuestionnaire } from './show-page.ts'
import { largestTranslation } from './translation-file.ts'
import { findQuestionnaire } from './write-store.ts'
import type { Questionnaire } from './write-store.ts'

const onQuestionnaire = (permission: PermissionName, handle: (ask: SignedIn, questionnaire: Questionnaire) => Promise<Answer>): Guarded =>
  onObject('questionnaire', permission, (ask) => findQuestionnaire(ask.db, ask.params['questionnaire'] ?? ''), handle)

/** What a school, a network or an académie asks, written before it is asked. */
export const questionnaireRoutes: readonly Route[] = [
  get(urls.questionnaire.list, onOwnOrganisation('survey.read', showQuestionnaires)),
  get(urls.questionnaire.bank, onOwnOrganisation('survey.edit', showBank)),
  post(urls.questionnaire.bank, onOwnOrganisation('survey.edit', createBlank)),
  get(urls.questionnaire.import, onOwnOrganisation('survey.edit', showImport)),
  post(urls.questionnaire.import, onOwnOrganisation('survey.edit', saveImport), { bodyLimit: largestQuestionnaire + 64 * 1024 }),
  get(urls.questionnaire.ready, onOwnOrganisation('survey.read', showReady)),
  post(urls.questionnaire.ready, onOwnOrganisation('survey.edit', takeReady)),
  get(urls.questionnaire.show, onQuestionnaire('survey.read', showQuestionnaire)),
  get(urls.questionnaire.about, onQuestionnaire('survey.edit', showAbout)),
  post(urls.questionnaire.about, onQuestionnaire('survey.edit', saveAbout)),
  get(urls.questionnaire.newQuestion, onQuestionnaire('survey.edit', showNewQuestion)),
  post(urls.questionnaire.newQuestion, onQuestionnaire('survey.edit', saveQuestion)),
  get(urls.questionnaire.question, onQuestionnaire('survey.edit', showEditQuestion)),
  post(urls.questionnaire.question, onQuestionnaire('survey.edit', saveQuestion)),
  post(urls.questionnaire.moveQuestion, onQuestionnaire('survey.edit', saveMove)),
  get(urls.questionnaire.removeQuestion, onQuestionnaire('survey.edit', showRemove)),
  post(urls.questionnaire.removeQuestion, onQuestionnaire('survey.edit', saveRemove)),
  get(urls.questionnaire.fromItems, onQuestionnaire('survey.edit', showItems)),
  post(urls.questionnaire.fromItems, onQuestionnaire('survey.edit', saveItems)),
  get(urls.questionnaire.preview, onQuestionnaire('survey.read', showPreview)),
  get(urls.questionnaire.export, onQuestionnaire('survey.read', showExport)),
  get(urls.questionnaire.exportFile, onQuestionnaire('survey.read', sendExport)),
  get(urls.questionnaire.languages, onQuestionnaire('survey.read', showLanguages)),
  post(urls.questionnaire.languages, onQuestionnaire('survey.edit', addLanguage)),
  get(urls.questionnaire.language, onQuestionnaire('survey.edit', showTranslation)),
  post(urls.questionnaire.language, onQuestionnaire('survey.edit', saveTranslation), { bodyLimit: largestTranslation + 1024 * 1024 }),
  get(urls.questionnaire.languageFile, onQuestionnaire('survey.read', sendTranslationFile)),
  post(urls.questionnaire.languageFile, onQuestionnaire('survey.edit', readTranslationFile), { bodyLimit: largestTranslation + 1024 * 1024 }),
  get(urls.questionnaire.delete, onQuestionnaire('survey.edit', showDelete)),
  post(urls.questionnaire.delete, onQuestionnaire('survey.edit', saveDelete)),
]
