package io.sluice.transport.netty.connect;

/** Thrown when a connection is asked for of a transport that is closed. */
final class ClosedTransport extends Exception {
  private static final long serialVersionUID = 1L;
}
