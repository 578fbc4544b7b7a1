package io.sluice.simulator;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.sluice.simulator.script.Step;

/**
 * The HTTP features that a client expects of an answer.
 *
 * @param keepAlive whether the connection stays open after it
 * @param chunks whether the client knows the chunked transfer coding
 */
record ClientHttp(boolean keepAlive, boolean chunks) {

  /** For bytes that were not a readable request. */
  static final ClientHttp LAST = new ClientHttp(false, true);

  static ClientHttp of(HttpRequest request) {
    boolean modern = request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) >= 0;
    // Without chunks only the connection's close can end a body of unknown length.
    return new ClientHttp(modern && HttpUtil.isKeepAlive(request), modern);
  }

  /**
   * Adds to a head the fields that frame its body. A head that sets the connection's fields itself
   * is not changed.
   */
  Step.Head dress(Step.Head head) {
    Step.Head framed =
        chunks && !head.headers().containsKey("Content-Length")
            ? head.with("Transfer-Encoding", "chunked")
            : head;
    return keepAlive || head.headers().containsKey("Connection")
        ? framed
        : framed.with("Connection", "close");
  }
}
