/**
 * One stream of live events for all tabs of this browser: HTTP/1.1 allows six connections to a host, and each stream would
 * hold one. Tabs say "open" when somebody is signed in, "close" when nobody is, "bye" when they go, and {hear} for each topic that
 * somebody on them listens to: which topics there are, the modules know.
 */
const topics = new Set(['hello', 'resync', 'closing']);
const ports = new Set();
let source;
let timer;
let wait = 1000;
let last;

const tell = message => ports.forEach(port => port.postMessage(message));

function state(online) {
  last = { topic: 'online', what: online };
  tell(last);
}

const pass = event => tell({ topic: event.type, what: JSON.parse(event.data || '{}') });

function hear(topic) {
  if (topics.has(topic)) return;
  topics.add(topic);
  source?.addEventListener(topic, pass);
}

function open() {
  if (source) return;
  clearTimeout(timer);
  source = new EventSource('/api/events');
  source.onopen = () => {
    wait = 1000;
    state(true);
  };
  for (const topic of topics) source.addEventListener(topic, pass);
  source.onerror = () => {
    state(false);
    // after a broken line the browser tries again by itself; after an answer other than 200 it never does
    if (source?.readyState === EventSource.CLOSED) {
      close();
      timer = setTimeout(open, wait + Math.random() * 500);
      wait = Math.min(wait * 2, 15000);
    }
  };
}

function close() {
  clearTimeout(timer);
  source?.close();
  source = undefined;
}

onconnect = ({ ports: [port] }) => {
  ports.add(port);
  port.onmessage = ({ data }) => {
    if (data.hear) hear(data.hear);
    if (data === 'open') open();
    if (data === 'again') close(), open();
    if (data === 'close') close();
    if (data === 'bye') ports.delete(port);
    if (data === 'bye' && !ports.size) close();
  };
  if (last && source) port.postMessage(last);
};
