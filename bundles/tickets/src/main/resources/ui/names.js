// @ts-check
/** Fields of a ticket: how they are called, shown and changed. "view": nobody changes them here; the server has the last word. */
const choice = (/** @type {string} */ name, /** @type {string} */ label, more = {}) => ({ name, label, kind: 'choice', ...more });
const ref = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ of, more = {}) => ({ name, label, kind: 'ref', of, ...more });
const view = (/** @type {string} */ name, /** @type {string} */ label, kind = 'text') => ({ name, label, kind, view: true });

/** @typedef {{name: string, label: string, kind: string, view?: boolean, needed?: boolean, of?: string, under?: string}} FieldShown */

/** The nineteen details, in their order. @type {FieldShown[]} */
export const DETAILS = [
  choice('status', 'Status', { needed: true }), choice('priority', 'Priority', { needed: true }), choice('queue', 'Queue'), view('createdBy', 'Created by'),
  ref('assignee', 'Assignee', 'user'), { name: 'secondaryAssignees', label: 'Secondary assignee', kind: 'refs', of: 'user' }, { name: 'ccs', label: 'CCs', kind: 'mails' },
  view('totalTimeSpent', 'Total time spent', 'span'), view('totalExpense', 'Total expense', 'money'), choice('sla', 'SLA'), view('slaStatus', 'SLA status', 'sla'),
  { name: 'openDate', label: 'Open date', kind: 'moment' }, { name: 'dueDate', label: 'Due date', kind: 'moment' }, choice('source', 'Source', { needed: true }),
  choice('type', 'Type', { needed: true }), choice('issueType', 'Issue type'), choice('subIssueType', 'Sub-issue type', { under: 'issueType' }),
  choice('contract', 'Service contract'), choice('workType', 'Work type'),
];

/** Columns of the list; those with "sort" can order it. @type {{name: string, label: string, sort?: string, wide?: boolean, width: string}[]} */
export const COLUMNS = [
  { name: 'number', label: 'Ticket', sort: 'number', width: '96px' }, { name: 'title', label: 'Title', sort: 'title', width: 'minmax(200px, 3fr)' },
  { name: 'organization', label: 'Company', width: 'minmax(110px, 1.2fr)' }, { name: 'contact', label: 'Contact', width: 'minmax(100px, 1fr)' },
  { name: 'status', label: 'Status', width: '156px' }, { name: 'priority', label: 'Priority', sort: 'priority', width: '92px' },
  { name: 'queue', label: 'Queue', width: '120px' }, { name: 'assignee', label: 'Assignee', width: 'minmax(100px, 1fr)' },
  { name: 'type', label: 'Type', width: '110px' }, { name: 'sla', label: 'SLA', width: '96px' }, { name: 'dueDate', label: 'Due', sort: 'due', width: '112px' },
  { name: 'openDate', label: 'Opened', sort: 'opened', width: '112px' }, { name: 'changedAt', label: 'Updated', sort: 'updated', width: '96px' },
];
export const USUAL = ['number', 'title', 'organization', 'status', 'priority', 'assignee', 'sla', 'changedAt'];

/** Filters of the list that are entries of the PSA's lists. */
export const CHOSEN = ['status', 'priority', 'queue', 'type'];
export const FILTERS = [...CHOSEN, 'assignee', 'organization', 'contact', 'configuration', 'location', 'state', 'q', 'changedSince', 'openedSince', 'dueBefore'];

/** Where a record of this type has its page. */
export const PAGES = { organization: '/organizations', contact: '/contacts', location: '/locations', configuration: '/configurations', ticket: '/tickets' };
