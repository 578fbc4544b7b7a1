/** Streams over HTTP/1.1 and TLS, and the decoding of event streams. */
module io.sluice.transport.netty {
  requires transitive io.sluice.core;
  requires transitive io.netty.buffer;
  requires io.netty.codec;
  // Netty 4.1 has it in io.netty.codec.
  requires static io.netty.codec.compression;
  requires transitive io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.resolver;
  requires transitive io.netty.transport;
  requires jdk.net;
  requires static org.jspecify;

  exports io.sluice.transport.netty;
}
