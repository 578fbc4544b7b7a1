package io.sluice.simulator;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.sluice.simulator.script.Step;

/**
 * What a client of HTTP expects of an answer.
 *
 * @param keepAlive whether the connection stays open after it
 * @param chunks whether the client knows the chunked transfer coding
 */
record ClientHttp(boolean keepAlive, boolean chunks) {

  /** For what was no readable request. */
  static final ClientHttp LAST = new ClientHttp(false, true);

  static ClientHttp of(HttpRequest request) {
    boolean modern = request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) >= 0;
    // Without chunks only the connection's close can end a body of unknown length.
    return new ClientHttp(modern && HttpUtil.isKeepAlive(request), modern);
  }

  /**
   * The head with what frames its body. A head that speaks of the connection itself is believed.
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
