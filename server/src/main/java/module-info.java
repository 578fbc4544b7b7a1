/** Runs that outlive their readers, over HTTP, and requests that are passed on and recorded. */
module io.sluice.server {
  requires transitive io.sluice.core;
  requires transitive io.sluice.transport.netty;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires io.sluice.sinks.sqlite;
  requires io.sluice.tokens;
  requires static org.jspecify;

  exports io.sluice.server;
  exports io.sluice.server.archive;
  exports io.sluice.server.http;
  exports io.sluice.server.limits;
  exports io.sluice.server.gate;
  exports io.sluice.server.passage;
}
