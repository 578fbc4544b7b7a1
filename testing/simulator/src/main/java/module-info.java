/** A server on loopback that speaks OpenAI's API and fails on demand. */
module io.sluice.simulator {
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires io.sluice.core;
  requires tools.jackson.core;
  requires static org.jspecify;

  exports io.sluice.simulator;
  exports io.sluice.simulator.fault;
}
