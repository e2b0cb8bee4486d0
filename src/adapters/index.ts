export { type Adapter, AdapterError, type Ask, type Reply } from './adapter.ts';
export { commandAdapter } from './command.ts';
export { httpAdapter } from './http.ts';
export { FeedOrder } from './order.ts';
export { callTransport, handlerTransport, socketTransport, type Transport } from './transport.ts';
