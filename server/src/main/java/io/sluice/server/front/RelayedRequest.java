package io.sluice.server.front;

import io.netty.handler.codec.http.HttpContent;

/** A request that a relay has taken. It is called on the loop of its client's connection. */
public interface RelayedRequest {

  /** The next piece of the request's body, the last one included; it is to be released. */
  void piece(HttpContent piece);

  /** Nothing more of the request is there at the moment. */
  void readEnded();

  /** Less than 64 KiB wait to be sent to the client, after there were more. */
  void writable();

  /**
   * The client is gone, or its request was refused for what came of it; nothing more can be sent to
   * it. Not called once the answer is complete.
   */
  void gone();
}
