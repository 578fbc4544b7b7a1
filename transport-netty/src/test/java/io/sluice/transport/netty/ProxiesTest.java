package io.sluice.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.transport.netty.route.Route;
import io.sluice.transport.netty.route.Target;
import io.sluice.wire.Endpoint;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the proxy variables mean, before any connection is made. */
class ProxiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.0/8                  | http://127.0.0.1:8080",
        "localhost,127.0.0.0/8,::1    | http://127.8.9.10",
        "10.0.0.0/9                   | http://10.127.255.255",
        "192.168.1.7                  | http://192.168.1.7:1234",
        "0.0.0.0/0                    | http://8.8.8.8",
        "::1                          | http://[::1]:8080",
        "[::1]                        | http://[0:0:0:0:0:0:0:1]",
        "fd00::/8                     | http://[fdab::1]",
        "[fd00::]:8080                | http://[fd00::]:8080",
        "::ffff:10.0.0.1              | http://10.0.0.1",
        "10.0.0.1:8080                | http://10.0.0.1:8080",
        "example.com                  | http://example.com",
        "example.com                  | http://a.b.example.com",
        ".example.com                 | http://a.example.com",
        ".example.com                 | http://example.com",
        "*.example.com                | http://a.example.com",
        "Example.COM.                 | http://example.com",
        "example.com                  | http://EXAMPLE.com.:80",
        "example.com:8080             | http://a.example.com:8080",
        "a b,  example.com            | http://example.com",
        "a,*                          | http://example.com",
        "*                            | https://[2001:db8::1]",
      })
  void aServerInNoProxyIsReachedDirectly(String list, String url) {
    assertThat(route(url, list).proxy()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.0/8     | http://128.0.0.1",
        "127.0.0.0/8     | http://localhost",
        "10.0.0.0/9      | http://10.128.0.0",
        "10.0.0.0/33     | http://10.0.0.0",
        "10.0.0.0/       | http://10.0.0.0",
        "10.0.0.0/x      | http://10.0.0.0",
        "10.0.0.1        | http://10.0.0.11",
        "0.0.1           | http://10.0.0.1",
        "fd00::/8        | http://[fe00::1]",
        "::1             | http://[::2]",
        "example.com     | http://badexample.com",
        "example.com:81  | http://example.com",
        "[::1]:81        | http://[::1]:80",
        "a.example.com   | http://example.com",
        ".               | http://example.com",
        "','             | http://example.com",
      })
  void noOtherServerIs(String list, String url) {
    assertThat(route(url, list).proxy()).isPresent();
  }

  @Test
  void aProxyNamedByCodeLeadsEverywhereButToTheServersExcepted() {
    Proxies proxies = Proxies.through("proxy.test", 3128, "me", "s3cret").except("a.test", "10/8");
    Target plain = new Target(Target.Security.NONE, "b.test", 80);
    Target secure = new Target(Target.Security.TLS, "b.test", 443);
    Target excepted = new Target(Target.Security.TLS, "a.test", 443);

    assertThat(proxies.to(plain).proxy()).isPresent();
    assertThat(proxies.to(secure).proxy()).isPresent();
    assertThat(proxies.to(excepted).proxy()).isEmpty();
    assertThat(proxies.toString()).isEqualTo("the proxy proxy.test:3128");
    assertThat(proxies.to(plain).proxy().orElseThrow().toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "' ', 1", "http://h, 1", "h, 0", "h, 65536", "h, -1"})
  void aProxyThatCannotBeIsRefused(String host, int port) {
    assertThatThrownBy(() -> Proxies.through(host, port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no host and port of a proxy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost", "http://[::1]"})
  void loopbackIsAskedThroughTheProxyUnlessListed(String url) {
    assertThat(route(url, "").proxy()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://127.0.0.1:9", "https://h:1", "ftp://h", "http://a\\b@h", "%%"})
  void whatIsNotNeededMayHoldAnything(String value) {
    assertThatNoException()
        .isThrownBy(
            () -> {
              NettyTransport.builder(Endpoint.of("http://h/v1"))
                  .proxies(Proxies.fromEnvironment(Map.of("HTTPS_PROXY", value)))
                  .build()
                  .close();
              NettyTransport.builder(Endpoint.of("https://h/v1"))
                  .proxies(Proxies.fromEnvironment(Map.of("HTTPS_PROXY", value, "NO_PROXY", "h")))
                  .build()
                  .close();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "socks5://u:secret@h:1     | names a SOCKS proxy, which is not spoken; set it to an HTTP",
        "SOCKS5H://h:1             | names a SOCKS proxy",
        "socks4a://h:1             | names a SOCKS proxy",
        "https://u:secret@h:1      | begins with https://, but TLS to the proxy itself is not"
            + " spoken",
        "http://DOM\\u:secret@h:1  | write it as %5C, as in http://DOMAIN%5Cuser:password@host",
        "DOM\\u:secret@h:1         | write it as %5C",
        "http://u:secret@@h:1      | is no HTTP proxy",
        "http://u:secret%@h:1      | is no HTTP proxy",
        "ftp://u:secret@h          | is no HTTP proxy",
        "http://                   | is no HTTP proxy",
      })
  void whatCannotBeAProxyIsRefusedBeforeAnythingIsSent(String value, String complaint) {
    var builder =
        NettyTransport.builder(Endpoint.of("https://h/v1"))
            .proxies(Proxies.fromEnvironment(Map.of("HTTPS_PROXY", value)));

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageStartingWith("HTTPS_PROXY ")
        .withMessageContaining(complaint)
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  void theNameInLowerCaseWinsAndIsTheOneThatIsNamed() {
    var proxies = Proxies.fromEnvironment(Map.of("HTTP_PROXY", "a:1", "http_proxy", "b:2"));
    assertThat(proxies.to(target("http://h")).proxy())
        .get()
        .hasToString("the proxy b:2 (http_proxy)");
  }

  @Test
  void anEmptyVariableIsNone() {
    var proxies = Proxies.fromEnvironment(Map.of("HTTP_PROXY", "a:1", "http_proxy", " "));
    assertThat(proxies.to(target("http://h")).proxy())
        .get()
        .hasToString("the proxy a:1 (HTTP_PROXY)");
  }

  @Test
  void aProxyForAllIsNotRead() {
    var proxies = Proxies.fromEnvironment(Map.of("ALL_PROXY", "socks5://127.0.0.1:9"));
    assertThat(proxies.to(target("https://h")).proxy()).isEmpty();
  }

  private static Route route(String url, String noProxy) {
    return Proxies.fromEnvironment(
            Map.of("HTTP_PROXY", "p:1", "HTTPS_PROXY", "p:1", "NO_PROXY", noProxy))
        .to(target(url));
  }

  private static Target target(String url) {
    return Target.of(URI.create(url));
  }
}
