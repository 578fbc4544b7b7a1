package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.sending;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.wire.Endpoint;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies that do not lead to the server: they are named, and the server is not blamed. */
class ProxyRefusalsTest {

  private static final String PLAIN = "http://llm.example.test/v1";
  private static final String SECURE = "https://llm.example.test/v1";

  private static final String CHALLENGES =
      "Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM, Basic realm=\"a, b\"\r\n";

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, SECURE})
  void aProxyThatDemandsALoginIsNamedWithItsWaysAndItsVariable(String url) throws Exception {
    try (var proxy = RawServer.playing(sending(demanding(CHALLENGES)))) {
      Outcome outcome = through("http://127.0.0.1:" + proxy.port(), url);
      assertThat(message(outcome))
          .isEqualTo(
              "the proxy 127.0.0.1:%d (%s) answered 407: it demands a user and a password"
                      .formatted(proxy.port(), variable(url))
                  + " (Negotiate, NTLM, Basic); set %s to http://user:password@127.0.0.1:%d"
                      .formatted(variable(url), proxy.port()));
      assertThat(proxy.connections()).as("asked once: no attempt brings a login").isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, SECURE})
  void aLoginThatIsRefusedIsSaidToBeAndNotShown(String url) throws Exception {
    try (var proxy = RawServer.playing(sending(demanding(CHALLENGES)))) {
      Outcome outcome = through("http://DOM%5Cme:hunter2@127.0.0.1:" + proxy.port(), url);
      assertThat(message(outcome))
          .contains("it refuses the user or the password in " + variable(url))
          .doesNotContain("hunter2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, SECURE})
  void aProxyThatTakesNoBasicLoginIsSaidTo(String url) throws Exception {
    try (var proxy =
        RawServer.playing(sending(demanding("Proxy-Authenticate: NTLM\r\nVia: x\r\n")))) {
      assertThat(message(through("127.0.0.1:" + proxy.port(), url)))
          .contains("it demands NTLM, but only Basic is spoken")
          .contains(variable(url));
    }
  }

  @ParameterizedTest
  @CsvSource({"403, 1", "404, 1", "502, 3", "503, 3"})
  void aProxyThatOpensNoTunnelIsNamed(int status, int asked) throws Exception {
    String answer = "HTTP/1.1 " + status + " No\r\n\r\nwhy, at length";
    try (var proxy = RawServer.playing(sending(answer))) {
      assertThat(message(through("127.0.0.1:" + proxy.port(), SECURE)))
          .startsWith(
              "the proxy 127.0.0.1:%d (HTTPS_PROXY) did not lead to llm.example.test:443: it"
                      .formatted(proxy.port())
                  + " answered "
                  + status)
          .doesNotContain("unresolved");
      assertThat(proxy.connections()).isEqualTo(asked);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, SECURE})
  void aProxyThatIsNotThereIsNamedAndNotTheServer(String url) throws Exception {
    int port = portOfNobody();
    assertThat(message(through("http://u:hunter2@127.0.0.1:" + port, url)))
        .isEqualTo(
            "the proxy 127.0.0.1:%d (%s) does not answer; is it running? correct or unset %s"
                .formatted(port, variable(url), variable(url)));
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, SECURE})
  void aProxyWithAnUnknownNameIsNamedAndNotTheServer(String url) throws Exception {
    assertThat(message(through("http://proxy.invalid:3128", url)))
        .startsWith("the proxy proxy.invalid:3128 (" + variable(url) + ") has an unknown host");
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, SECURE})
  void aProxyThatHangsUpIsNamed(String url) throws Exception {
    try (var proxy = RawServer.playing(RawServer.Peer::readRequest)) {
      assertThat(message(through("127.0.0.1:" + proxy.port(), url)))
          .contains("the proxy 127.0.0.1:" + proxy.port());
    }
  }

  @Test
  void whatTheProxySaysAboutItselfDoesNotReachAServerThatIsAskedDirectly() throws Exception {
    Outcome outcome = Streams.outcome(sending(demanding(CHALLENGES)));
    assertThat(message(outcome)).startsWith("the server answered 407");
  }

  private static String demanding(String challenges) {
    return "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 4\r\n"
        + challenges
        + "\r\n<p/>";
  }

  private static Outcome through(String proxy, String url) {
    var proxies = Proxies.fromEnvironment(Map.of("HTTP_PROXY", proxy, "HTTPS_PROXY", proxy));
    try (var transport = NettyTransport.builder(Endpoint.of(url)).proxies(proxies).build();
        var stream = transport.stream(REQUEST, OPTIONS)) {
      return drained(stream);
    }
  }

  private static String message(Outcome outcome) {
    return outcome.failure().map(Failure::message).orElse("none");
  }

  private static String variable(String url) {
    return url.equals(PLAIN) ? "HTTP_PROXY" : "HTTPS_PROXY";
  }

  private static int portOfNobody() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
