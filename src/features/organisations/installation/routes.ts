import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { forOperator } from '../../accounts/guard.ts'
import { onAccount, saveDeactivated, saveEndRole, saveForgottenFactor, showAccount, showEndRole } from './account-handlers.ts'
import { showAccounts } from './accounts-page.ts'
import { saveCreate, showCreate } from './create-handlers.ts'
import { showOperatorHome } from './home-page.ts'

export const installationRoutes: readonly Route[] = [
  get(urls.operator.home, forOperator(showOperatorHome)),
  get(urls.operator.accounts, forOperator(showAccounts)),
  get(urls.operator.createAccount, forOperator(showCreate)),
  post(urls.operator.createAccount, forOperator(saveCreate)),
  get(urls.operator.account, onAccount(showAccount)),
  post(urls.operator.deactivate, onAccount(saveDeactivated(true))),
  post(urls.operator.reactivate, onAccount(saveDeactivated(false))),
  post(urls.operator.forgetSecondFactor, onAccount(saveForgottenFactor)),
  get(urls.operator.endMandate, onAccount(showEndRole)),
  post(urls.operator.endMandate, onAccount(saveEndRole)),
]
