package io.sluice.spring;

import io.sluice.transport.netty.NettyTransport;

/**
 * Sets what no property sets, such as certificates. Beans of this type are called in their order
 * before the transport is built.
 */
@FunctionalInterface
public interface NettyTransportCustomizer {

  /** Changes the transport that is to be built. */
  void customize(NettyTransport.Builder transport);
}
