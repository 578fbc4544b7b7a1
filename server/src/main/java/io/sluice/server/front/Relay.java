package io.sluice.server.front;

import io.netty.handler.codec.http.HttpRequest;
import io.sluice.server.gate.Gate;
import io.sluice.server.http.Request;

/**
 * What answers requests piece by piece, so that neither they nor their answers are collected. It is
 * called on the loop of the client's connection, and must not block.
 */
public interface Relay {

  /** Whether requests to this path, which begins with a slash, are its own. */
  boolean takes(String path);

  /**
   * Takes a request that has passed the gate, but for its token.
   *
   * @param request the request, without its body
   * @param head the same as it was read, with its own method
   * @param gate knows the tokens
   * @param client the connection that the request comes from, and the answer goes to
   * @throws io.sluice.server.http.Refusal if it is not granted
   */
  RelayedRequest begin(Request request, HttpRequest head, Gate gate, ClientSide client);
}
