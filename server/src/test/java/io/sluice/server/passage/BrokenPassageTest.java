package io.sluice.server.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpRequest;
import io.sluice.server.front.ClientSide;
import io.sluice.server.front.Front;
import io.sluice.server.front.FrontTerms;
import io.sluice.server.front.Relay;
import io.sluice.server.front.RelayedRequest;
import io.sluice.server.gate.Credentials;
import io.sluice.server.gate.Gate;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.server.limits.Limits;
import io.sluice.server.passage.Passage.Detachment;
import io.sluice.server.passage.RawUpstream.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A request that cannot even be begun to be passed on. */
class BrokenPassageTest {

  @Test
  void aClientIsAnsweredOnceThoughPassingItsRequestOnThrows() throws IOException {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Front front = Front.open(here, Optional.empty(), BrokenPassageTest::terms);
        Peer client = Peer.to(front.port())) {
      client.send("GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1:" + front.port() + "\r\n\r\n");

      assertThat(client.until("}}"))
          .startsWith("HTTP/1.1 502 ")
          .contains("\"code\":\"not_passed_on\"", "the endpoint 'default'")
          .doesNotContain("sk-secret");
      assertThat(client.in().read()).isNegative();
    }
  }

  private static FrontTerms terms(int port) {
    var gate =
        new Gate(
            port, "127.0.0.1", List.of(), Set.of(), new Credentials(List.of(), System::nanoTime));
    return new FrontTerms(
        gate,
        request -> CompletableFuture.completedFuture(Reply.empty(404)),
        Optional.of(new ThrowingRelay()),
        Limits.standard());
  }

  /** Takes every request, and fails when it is to be passed on. */
  private static final class ThrowingRelay implements Relay {

    @Override
    public boolean takes(String path) {
      return true;
    }

    @Override
    public RelayedRequest begin(Request request, HttpRequest head, Gate gate, ClientSide client) {
      var terms =
          new PassedTerms(
              "default",
              Optional.empty(),
              Optional.empty(),
              Recording.BEST,
              Detachment.WHERE_ASKED,
              Optional.empty());
      var permission = ContinueWait.begin(head, client);
      var answer = new AnswerPassing(client, terms, permission);
      var passed = new PassedRequest(client, Optional.empty(), permission, answer);
      passed.begin(
          CompletableFuture.completedStage(Optional.empty()),
          key -> {
            throw new IllegalStateException("the request has the key sk-secret");
          });
      return passed;
    }
  }
}
