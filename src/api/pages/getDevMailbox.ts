import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderMailboxPage } from '../../pages/mailboxPage.ts'

/** Shows the mails of a development server; whoever asks from elsewhere never gets here (`x-development-only`). */
export const getDevMailbox: Operation<'getDevMailbox'> = async (call, { mailbox }) =>
  mailbox === null
    ? call.refuse(refuse('not_found', 'Nothing is found at this URL', 'mails go to a mail server'))
    : call.reply(200, renderMailboxPage(mailbox.list()))
