/**
 * Requests, streams and pipelines, and the types for writing dialects, transports, sinks and
 * plugins. Only {@code io.sluice.plugin} needs Guice, and only if plugins are loaded; only {@code
 * MicrometerContext} needs Micrometer's context propagation.
 */
@SuppressWarnings({"module", "removal", "requires-automatic"}) // those modules are built later
module io.sluice.core {
  requires tools.jackson.core;
  requires static com.google.guice;
  requires static context.propagation;
  requires static org.jspecify;

  exports io.sluice.accumulate;
  exports io.sluice.chat;
  exports io.sluice.context;
  exports io.sluice.feed;
  exports io.sluice.json;
  exports io.sluice.json.tree;
  exports io.sluice.limit;
  exports io.sluice.observe;
  exports io.sluice.pipeline;
  exports io.sluice.plugin;
  exports io.sluice.queue;
  exports io.sluice.replay;
  exports io.sluice.runlog;
  exports io.sluice.sink;
  exports io.sluice.stage;
  exports io.sluice.stream;
  exports io.sluice.text;
  exports io.sluice.thread to
      io.sluice.batch,
      io.sluice.server,
      io.sluice.telemetry,
      io.sluice.transport.netty;
  exports io.sluice.transcript;
  exports io.sluice.wire;
  exports io.sluice.wire.fold;
  exports io.sluice.wire.models;
  exports io.sluice.wire.request;

  uses io.sluice.plugin.Plugin;
  uses io.sluice.plugin.SinkPlugin;

  provides io.sluice.plugin.Plugin with
      io.sluice.plugin.OpenAiPlugin;
}
