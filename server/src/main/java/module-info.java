/** Runs that outlive their readers, over HTTP. */
module io.sluice.server {
  requires transitive io.sluice.core;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires io.sluice.sinks.sqlite;
  requires io.sluice.tokens;
  requires io.sluice.transport.netty;
  requires static org.jspecify;

  exports io.sluice.server;
  exports io.sluice.server.archive;
  exports io.sluice.server.http;
  exports io.sluice.server.limits;
  exports io.sluice.server.gate;
}
