// @ts-check
/**
 * What the screens know of the four types: columns of the list, and the fields of the page in groups. Kinds say how a value is
 * shown and edited; "view" marks what nobody edits here, "needed" what systems won't have emptied. The server has the last word.
 * @typedef {{name: string, label: string, kind: string, view?: boolean, needed?: boolean, of?: string}} FieldShown
 */
const text = (/** @type {string} */ name, /** @type {string} */ label, more = {}) => ({ name, label, kind: 'text', ...more });
const long = (/** @type {string} */ name, /** @type {string} */ label) => ({ name, label, kind: 'long' });
const choice = (/** @type {string} */ name, /** @type {string} */ label, more = {}) => ({ name, label, kind: 'choice', ...more });
const flag = (/** @type {string} */ name, /** @type {string} */ label, more = {}) => ({ name, label, kind: 'flag', ...more });
const day = (/** @type {string} */ name, /** @type {string} */ label) => ({ name, label, kind: 'day' });
const ref = (/** @type {string} */ name, /** @type {string} */ label, of = name, more = {}) => ({ name, label, kind: 'ref', of, ...more });
const view = (/** @type {string} */ name, /** @type {string} */ label, kind = 'text') => ({ name, label, kind, view: true });
const list = (/** @type {string} */ name, /** @type {string} */ label) => ({ name, label, kind: 'labelled' });

/** @type {Record<string, {one: string, many: string, icon: string, path: string, columns: string[], groups: {title: string, fields: FieldShown[]}[]}>} */
export const TYPES = {
  organization: {
    one: 'Organization', many: 'Organizations', icon: 'building-2', path: '/organizations',
    columns: ['name', 'shortName', 'type', 'status', 'website', 'updated'],
    groups: [
      { title: 'Organization', fields: [text('name', 'Name'), text('shortName', 'Short name'), choice('type', 'Type', { needed: true }), choice('status', 'Status'),
        text('website', 'Website'), ref('parent', 'Parent', 'organization', { view: true }), flag('isOwnCompany', 'Our own company', { view: true })] },
      { title: 'Notes', fields: [long('alert', 'Alert'), long('description', 'Description')] },
      { title: 'Business', fields: [choice('businessType', 'Business type'), choice('serviceType', 'Service type'), day('acquiredOn', 'Acquired on'),
        choice('currency', 'Currency')] },
    ],
  },
  configuration: {
    one: 'Configuration', many: 'Configurations', icon: 'laptop', path: '/configurations',
    columns: ['name', 'organization', 'type', 'status', 'serial', 'primaryIp', 'updated', 'operatingSystem'],
    groups: [
      { title: 'Configuration', fields: [text('name', 'Name'), ref('organization', 'Organization', 'organization', { view: true }), choice('type', 'Type', { needed: true }),
        choice('status', 'Status'), ref('location', 'Location'), ref('contact', 'Contact'), text('assetTag', 'Asset tag'), text('position', 'Physical position')] },
      { title: 'Hardware', fields: [text('manufacturer', 'Manufacturer'), text('model', 'Model'), text('serial', 'Serial number'), text('vendor', 'Vendor'),
        text('barCode', 'Bar code'), text('purchaseCost', 'Purchase cost')] },
      { title: 'Network', fields: [text('hostname', 'Hostname'), text('primaryIp', 'Primary IP'), text('mac', 'MAC address'), view('macs', 'MAC addresses', 'texts'),
        text('defaultGateway', 'Default gateway'), view('subnetMask', 'Subnet mask'), view('dnsServers', 'DNS servers', 'texts'), view('dhcpEnabled', 'DHCP', 'flag'),
        view('dhcpServer', 'DHCP server'), view('connectionGatewayIp', 'Public IP')] },
      { title: 'System', fields: [text('operatingSystem', 'Operating system'), view('osType', 'Platform'), view('osVersion', 'OS version'), long('osNotes', 'OS notes'),
        view('agentName', 'Agent name'), view('machineGroup', 'Machine group'), view('online', 'Online', 'flag'), view('lastSeen', 'Last seen', 'moment'),
        view('lastReboot', 'Last reboot', 'moment'), view('currentUser', 'Current user'), view('lastUser', 'Last user'), view('rmmAgentId', 'RMM agent')] },
      { title: 'Life', fields: [day('purchasedAt', 'Purchased'), day('installedAt', 'Installed'), day('warrantyExpiresAt', 'Warranty expires'),
        day('expiresAt', 'Expires'), day('endOfLifeAt', 'End of life'), choice('businessImpact', 'Business impact')] },
    ],
  },
  contact: {
    one: 'Contact', many: 'Contacts', icon: 'user', path: '/contacts',
    columns: ['name', 'organization', 'title', 'primaryEmail', 'primaryPhone', 'updated'],
    groups: [
      { title: 'Contact', fields: [text('firstName', 'First name'), text('lastName', 'Last name'), text('middleName', 'Middle name'), text('title', 'Title'),
        choice('type', 'Type'), flag('important', 'Important'), ref('organization', 'Organization', 'organization', { view: true }), ref('location', 'Location')] },
      { title: 'Reach', fields: [text('primaryEmail', 'Default e-mail'), list('emails', 'E-mails'), text('primaryPhone', 'Default phone'), list('phones', 'Phones'),
        view('portalAccess', 'Portal access', 'flag')] },
    ],
  },
  location: {
    one: 'Location', many: 'Locations', icon: 'map-pin', path: '/locations',
    columns: ['name', 'organization', 'address1', 'city', 'region', 'phone', 'updated'],
    groups: [
      { title: 'Location', fields: [text('name', 'Name'), ref('organization', 'Organization', 'organization', { view: true }), flag('isMain', 'Main location')] },
      { title: 'Address', fields: [text('address1', 'Address 1'), text('address2', 'Address 2'), text('city', 'City'), text('region', 'State'),
        text('postalCode', 'Zip'), text('country', 'Country'), choice('timeZone', 'Time zone')] },
      { title: 'Reach', fields: [text('phone', 'Phone'), text('fax', 'Fax'), text('email', 'E-mail')] },
    ],
  },
};

/** When a record was changed last: of every type, though none of its fields. */
const UPDATED = view('updated', 'Updated', 'moment');

/** @param {string} type @param {string} name @returns {FieldShown} */
export const field = (type, name) =>
  name === UPDATED.name ? UPDATED : TYPES[type].groups.flatMap(group => group.fields).find(f => f.name === name) ?? { name, label: name === 'name' ? 'Name' : name, kind: 'text' };
