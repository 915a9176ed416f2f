import {
  type Context,
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Spans of requests and of the intake's transactions, sent to an OpenTelemetry collector. */
export interface Tracing {
  /** Every request becomes a span, a child of the caller's where he sends a `traceparent`. */
  traceRequests(server: FastifyInstance): void;
  /** Runs `work` inside a span of its own; a failure marks it. */
  span<T>(
    name: string,
    attributes: Readonly<Record<string, number | string>>,
    work: () => Promise<T>,
  ): Promise<T>;
  /** Sends what is waiting. */
  stop(): Promise<void>;
}

/** Without an endpoint nothing is measured and nothing costs. */
export const createTracing = (endpoint: string): Tracing =>
  endpoint === '' ? noTracing : startTracing(endpoint);

const noTracing: Tracing = {
  traceRequests: () => undefined,
  span: (_name, _attributes, work) => work(),
  stop: () => Promise.resolve(),
};

const startTracing = (endpoint: string): Tracing => {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'comitium' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('comitium');
  return {
    traceRequests: (server) => traceRequests(server, tracer),
    span: (name, attributes, work) => inSpan(tracer.startSpan(name, { attributes }), work),
    stop: () => provider.shutdown(),
  };
};

const inSpan = async <T>(span: Span, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
};

const traceRequests = (server: FastifyInstance, tracer: Tracer): void => {
  const spans = new WeakMap<FastifyRequest, Span>();
  server.addHook('onRequest', (request, _reply, done) => {
    const attributes = { 'http.request.method': request.method, 'comitium.request.id': request.id };
    spans.set(request, tracer.startSpan('request', { kind: SpanKind.SERVER, attributes }, parentOf(request)));
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    const route = request.routeOptions.url ?? 'none';
    span?.updateName(`${request.method} ${route}`);
    span?.setAttributes({ 'http.route': route, 'http.response.status_code': reply.statusCode });
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
};

/** `traceparent` of W3C Trace Context, version 00. */
const parentOf = ({ headers }: FastifyRequest): Context => {
  const found = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(String(headers['traceparent'] ?? ''));
  const [, traceId = '', spanId = '', flags = '0'] = found ?? [];
  if (found === null) return context.active();
  return trace.setSpanContext(context.active(), {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
  });
};
